"""What stands around the text: the front page, the running header and the page numbers."""

from __future__ import annotations

from docx.blkcntnr import BlockItemContainer
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.section import Section
from docx.shared import Length, Mm, Twips
from docx.text.parfmt import ParagraphFormat

from gebiedsplan.document import Meta
from gebiedsplan.huisstijl.model import Huisstijl, Logo
from gebiedsplan.writers.docx.elements import paragraph, run, tab
from gebiedsplan.writers.docx.fields import field
from gebiedsplan.writers.docx.logo import logo_run
from gebiedsplan.writers.docx.paper import Paper
from gebiedsplan.writers.docx.styles import StyleSheet

_LEAST_ROOM_BELOW_LOGO = Mm(12)


def front_page(meta: Meta, page: Paper, huisstijl: Huisstijl) -> list[Element]:
    """Logo, status, title, subtitle, the label-value lines and how to reach the gemeente."""
    styles = page.styles
    headings = (("Title", meta.title), ("Subtitle", meta.subtitle))
    lines = [
        paragraph(styles.id("Omslag regel"), [run(label, bold=True), tab(), run(value)]) for label, value in meta.front
    ]
    contact = huisstijl.contactregel
    return [
        *_logo_and_status(meta, page, huisstijl.logo),
        *(paragraph(styles.id(name), [run(text)]) for name, text in headings if text),
        *lines,
        *([paragraph(styles.id("Omslag contact"), [run(contact)])] if contact else []),
    ]


def _logo_and_status(meta: Meta, page: Paper, logo: Logo | None) -> list[Element]:
    """The logo takes its height from the room above the status: the title stands where it would without one."""
    status = edition(meta, page.styles)
    style = "Omslag concept" if meta.draft else "Omslag status"
    written = [paragraph(page.styles.id(style), status)] if status else []
    if logo is None:
        return written
    for below in map(ParagraphFormat, written):
        room = Twips(page.styles.space_before("Omslag status")) - Mm(logo.hoogte_mm)
        below.space_before = Length(max(room, _LEAST_ROOM_BELOW_LOGO))
    image = logo_run(page.part, logo)
    return [paragraph(page.styles.id("Omslag logo"), [image]), *written]


def fill_header_and_footer(section: Section, meta: Meta, styles: StyleSheet) -> None:
    """Title and status above, page numbers below; the first page stays free of both."""
    section.different_first_page_header_footer = True
    header = styles.id("Koptekst concept" if meta.draft else "header")
    _fill(section.header, header, [run(meta.title), tab(), *edition(meta, styles)])
    pages = [run("Pagina "), *field("PAGE", "2"), run(" van "), *field("NUMPAGES", "2")]
    _fill(section.footer, styles.id("footer"), pages)


def edition(meta: Meta, styles: StyleSheet) -> list[Element]:
    """Status and version in words, "Concept, versie 0.3"; the word concept cannot be missed."""
    version = f"versie {meta.version}" if meta.version else ""
    words = ", ".join(part for part in (meta.status, version) if part)
    words = f"{words[:1].upper()}{words[1:]}"
    marked = len(meta.status) if meta.draft else 0
    runs = ((words[:marked], styles.id("Conceptwoord")), (words[marked:], ""))
    return [run(text, style=style) for text, style in runs if text]


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
