"""The contents list: a real Word contents field, already filled with links to the chapters."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Contents, Entry
from gebiedsplan.writers.docx.elements import paragraph, run, tab, w
from gebiedsplan.writers.docx.fields import field_end, field_start
from gebiedsplan.writers.docx.paper import Paper

_LEVELS = 2


def contents(block: Contents, paper: Paper) -> list[Element]:
    """The contents list in the frame Word itself puts around one; nothing when there are no entries.

    Without page numbers, which only Word knows: a right click, "Veld bijwerken", adds them.
    """
    entries = [entry for entry in block.entries if entry.level <= _LEVELS]
    if not entries:
        return []
    paragraphs = [_entry(entry, paper) for entry in entries]
    for position, node in enumerate(field_start(rf'TOC \o "1-{_LEVELS}" \h \z'), start=1):
        paragraphs[0].insert(position, node)
    paragraphs[-1].append(field_end())
    title = paragraph(paper.styles.id("TOC Heading"), [run(block.title)])
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return [w("sdt", w("sdtPr", gallery), w("sdtContent", title, *paragraphs))]


def _entry(entry: Entry, paper: Paper) -> Element:
    words = [*_number(entry.number), run(entry.title)]
    name = paper.bookmarks.name(entry.target)
    if name:
        link = w("hyperlink", *words, history=1)
        link.set(qn("w:anchor"), name)
        words = [link]
    return paragraph(paper.styles.id(f"toc {entry.level}"), words)


def _number(number: str) -> list[Element]:
    """The number up to the tab stop; a word ("Bijlage A") is too long for that and gets a full stop."""
    if not number:
        return []
    return [run(f"{number}. ")] if " " in number else [run(number), tab()]
