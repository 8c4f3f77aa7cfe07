"""The contents list: a real Word contents field, already filled with links to the chapters."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Contents, Entry
from gebiedsplan.writers.docx.derived import FIGURES, LIST_HEADING
from gebiedsplan.writers.docx.elements import paragraph, run, tab, w
from gebiedsplan.writers.docx.fields import field, field_end, field_start
from gebiedsplan.writers.docx.paper import Paper

_LEVELS = 2
_COUNTED = {"figures": "Figuur", "tables": "Tabel"}


def contents(block: Contents, paper: Paper) -> list[Element]:
    """A contents list as Word itself makes one; nothing when there are no entries.

    Page numbers stand in it when the entries have them; else a right click, "Veld bijwerken", adds them.
    """
    entries = [entry for entry in block.entries if entry.level <= _LEVELS]
    if not entries:
        return []
    if block.of != "headings":
        title = paragraph(paper.styles.id(LIST_HEADING), [run(block.title)])
        return [title, *_list(rf'TOC \h \z \c "{_COUNTED[block.of]}"', entries, paper, FIGURES)]
    title = paragraph(paper.styles.id("TOC Heading"), [run(block.title)])
    # The bookmark keeps out what stands before the first chapter, such as the summary.
    code = rf'TOC \o "1-{_LEVELS}" \b {paper.bookmarks.main_text()} \h \z \u'
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return [w("sdt", w("sdtPr", gallery), w("sdtContent", title, *_list(code, entries, paper)))]


def _list(code: str, entries: Sequence[Entry], paper: Paper, style: str = "") -> list[Element]:
    """One field around all lines; without ``style`` each has that of its level."""
    paragraphs = [_entry(entry, paper, style or f"toc {entry.level}") for entry in entries]
    for position, node in enumerate(field_start(code), start=1):
        paragraphs[0].insert(position, node)
    paragraphs[-1].append(field_end())
    return paragraphs


def _entry(entry: Entry, paper: Paper, style: str) -> Element:
    words = [*_number(entry.number), run(entry.title)]
    name = paper.bookmarks.name(entry.target)
    properties = []
    if name and entry.page:
        words += [tab(), *field(rf"PAGEREF {name} \h", str(entry.page))]
        # LibreOffice does not print what stands beyond the right indent, where the tab stop puts the number.
        properties.append(w("ind", right=0))
    if name:
        link = w("hyperlink", *words, history=1)
        link.set(qn("w:anchor"), name)
        words = [link]
    return paragraph(paper.styles.id(style), words, *properties)


def _number(number: str) -> list[Element]:
    """The number up to the tab stop; a word ("Bijlage A") is too long for that and gets a full stop."""
    if not number:
        return []
    return [run(f"{number}. ")] if " " in number else [run(number), tab()]
