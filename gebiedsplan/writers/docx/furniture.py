"""What stands around the text: the front page or letterhead, the running header and the page numbers."""

from __future__ import annotations

from copy import deepcopy

from docx.blkcntnr import BlockItemContainer
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.section import Section

from gebiedsplan.document import Meta
from gebiedsplan.writers.docx.elements import paragraph, run, tab, w
from gebiedsplan.writers.docx.fields import field
from gebiedsplan.writers.docx.styles import StyleSheet

# The room below a line of a letterhead, in twips.
_CLOSE = 20


def front_page(meta: Meta, styles: StyleSheet) -> list[Element]:
    """Status, title, subtitle and the label-value lines."""
    headings = (("Omslag status", edition(meta)), ("Title", meta.title), ("Subtitle", meta.subtitle))
    return [*(paragraph(styles.id(name), [run(text)]) for name, text in headings if text), *_lines(meta, styles)]


def letterhead(meta: Meta, styles: StyleSheet) -> list[Element]:
    """The title as the first heading, and the label-value lines close below each other."""
    title = paragraph(styles.id("heading 1"), [run(meta.title)], w("spacing", before=0), w("ind", left=0, firstLine=0))
    return [title, *_lines(meta, styles, w("spacing", after=_CLOSE))]


def _lines(meta: Meta, styles: StyleSheet, *properties: Element) -> list[Element]:
    style = styles.id("Omslag regel")
    return [
        paragraph(style, [run(label, bold=True), tab(), run(value)], *map(deepcopy, properties))
        for label, value in meta.front
    ]


def fill_header_and_footer(section: Section, meta: Meta, styles: StyleSheet) -> None:
    """Title and status above, page numbers below; a first page has no title above it, and a front page no number."""
    section.different_first_page_header_footer = True
    _fill(section.header, styles.id("header"), [run(meta.title), tab(), run(edition(meta))])
    _fill(section.footer, styles.id("footer"), _page_number("2"))
    if not meta.title_page:
        _fill(section.first_page_footer, styles.id("footer"), _page_number("1"))


def _page_number(shown: str) -> list[Element]:
    return [run("Pagina "), *field("PAGE", shown), run(" van "), *field("NUMPAGES", "2")]


def edition(meta: Meta) -> str:
    """Status and version in words: "Concept, versie 0.3"."""
    version = f"versie {meta.version}" if meta.version else ""
    words = ", ".join(part for part in (meta.status, version) if part)
    return f"{words[:1].upper()}{words[1:]}"


def _free_paragraph(place: BlockItemContainer) -> Element:
    """The paragraph the style document keeps free there; a logo beside it stays."""
    visible = (qn("w:t"), qn("w:drawing"), qn("w:pict"))
    free = (line for line in place.paragraphs if next(line._p.iter(*visible), None) is None)
    found: Element = (next(free, None) or place.add_paragraph())._p
    return found


def _fill(place: BlockItemContainer, style: str, content: list[Element]) -> None:
    free = _free_paragraph(place)
    for child in list(free):
        free.remove(child)
    free.extend(list(paragraph(style, content)))
