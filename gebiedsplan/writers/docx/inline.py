"""Words within a paragraph: weight, stress, links and references as Word runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Emph, Inline, Link, Origin, Ref, Strong, Text, plain_text
from gebiedsplan.writers.docx.elements import clean, run, w
from gebiedsplan.writers.docx.fields import field
from gebiedsplan.writers.docx.paper import Paper


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    style: str = ""


def runs(inlines: Iterable[Inline], paper: Paper, *, bold: bool = False) -> list[Element]:
    """The runs and hyperlinks of ``inlines``. A reference to nothing stays plain words: never a dead link."""
    return _runs(inlines, paper, _Look(bold=bold))


def _runs(inlines: Iterable[Inline], paper: Paper, look: _Look) -> list[Element]:
    return [element for inline in inlines for element in _inline(inline, paper, look)]


def _inline(inline: Inline, paper: Paper, look: _Look) -> list[Element]:
    match inline:
        case Text(text=text):
            return [run(text, bold=look.bold, italic=look.italic, style=look.style)] if text else []
        case Strong(children=children):
            return _runs(children, paper, replace(look, bold=True))
        case Emph(children=children):
            return _runs(children, paper, replace(look, italic=True))
        case Link(children=children, url=url):
            return _hyperlink(children or (Text(url),), paper, look, _external(url, paper))
        case Ref():
            return _reference(inline, paper, look)
        case Origin(children=children, source=source):
            return paper.bookmarks.around_origin(source, _runs(children, paper, look))
        case _:
            assert_never(inline)


def _hyperlink(words: Iterable[Inline], paper: Paper, look: _Look, where: dict[str, str]) -> list[Element]:
    if look.style or not where:
        return _runs(words, paper, look)
    return [_linked(_runs(words, paper, replace(look, style=paper.styles.id("Hyperlink"))), where)]


def _linked(content: Iterable[Element], where: dict[str, str]) -> Element:
    link = w("hyperlink", *content, history=1)
    for name, place in where.items():
        link.set(name, place)
    return link


def _reference(ref: Ref, paper: Paper, look: _Look) -> list[Element]:
    """A link; a number that Word counts is a field in it, so that it follows when the target gets another one."""
    where = _internal(ref.target, paper)
    code = _number_code(ref.target, paper) if ref.number else ""
    if look.style or not where or not code:
        return _hyperlink(ref.children or (Text(ref.target),), paper, look, where)
    link = replace(look, style=paper.styles.id("Hyperlink"))
    words = plain_text(ref.children).removesuffix(ref.number)
    number = field(code, ref.number, link.style, bold=link.bold, italic=link.italic)
    return [_linked([*_inline(Text(words), paper, link), *number], where)]


def _number_code(target: str, paper: Paper) -> str:
    """The field that repeats the number of ``target``; CHARFORMAT keeps it looking like the link it is in."""
    if paper.chapters.counts(target):
        return rf"REF {paper.bookmarks.name(target)} \n \h \* CHARFORMAT"
    name = paper.bookmarks.number_name(target)
    return rf"REF {name} \h \* CHARFORMAT" if name else ""


def _external(url: str, paper: Paper) -> dict[str, str]:
    return {qn("r:id"): paper.part.relate_to(clean(url), RT.HYPERLINK, is_external=True)}


def _internal(target: str, paper: Paper) -> dict[str, str]:
    name = paper.bookmarks.name(target)
    return {qn("w:anchor"): name} if name else {}
