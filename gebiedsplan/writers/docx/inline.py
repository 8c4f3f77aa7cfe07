"""Words within a paragraph: weight, stress, links and references as Word runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Emph, Inline, Link, Ref, Strong, Text
from gebiedsplan.writers.docx.elements import clean, run, w
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
        case Ref(target=target, children=children):
            return _hyperlink(children or (Text(target),), paper, look, _internal(target, paper))
        case _:
            assert_never(inline)


def _hyperlink(words: Iterable[Inline], paper: Paper, look: _Look, where: dict[str, str]) -> list[Element]:
    if look.style or not where:
        return _runs(words, paper, look)
    link = w("hyperlink", *_runs(words, paper, replace(look, style=paper.styles.id("Hyperlink"))), history=1)
    for name, place in where.items():
        link.set(name, place)
    return [link]


def _external(url: str, paper: Paper) -> dict[str, str]:
    return {qn("r:id"): paper.part.relate_to(clean(url), RT.HYPERLINK, is_external=True)}


def _internal(target: str, paper: Paper) -> dict[str, str]:
    name = paper.bookmarks.name(target)
    return {qn("w:anchor"): name} if name else {}
