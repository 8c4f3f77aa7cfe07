"""What stands around the text: the front page, the running header and the page numbers."""

from __future__ import annotations

from docx.blkcntnr import BlockItemContainer
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.section import Section

from gebiedsplan.document import Meta
from gebiedsplan.writers.docx.elements import paragraph, run, tab
from gebiedsplan.writers.docx.fields import field
from gebiedsplan.writers.docx.styles import StyleSheet


def front_page(meta: Meta, styles: StyleSheet) -> list[Element]:
    """Status, title, subtitle and the label-value lines."""
    lines = [
        paragraph(styles.id("Omslag regel"), [run(label, bold=True), tab(), run(value)]) for label, value in meta.front
    ]
    headings = (("Omslag status", edition(meta)), ("Title", meta.title), ("Subtitle", meta.subtitle))
    return [*(paragraph(styles.id(name), [run(text)]) for name, text in headings if text), *lines]


def fill_header_and_footer(section: Section, meta: Meta, styles: StyleSheet) -> None:
    """Title and status above, page numbers below; the first page stays free of both."""
    section.different_first_page_header_footer = True
    _fill(section.header, styles.id("header"), [run(meta.title), tab(), run(edition(meta))])
    pages = [run("Pagina "), *field("PAGE", "2"), run(" van "), *field("NUMPAGES", "2")]
    _fill(section.footer, styles.id("footer"), pages)


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
