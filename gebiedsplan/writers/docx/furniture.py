"""What stands around the text: the front page or letterhead, the running header and the page numbers."""

from __future__ import annotations

from copy import deepcopy
from itertools import zip_longest

from docx.blkcntnr import BlockItemContainer
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.section import Section
from docx.shared import Length, Mm, Twips
from docx.text.parfmt import ParagraphFormat

from gebiedsplan.document import Meta
from gebiedsplan.huisstijl.model import Huisstijl, Logo
from gebiedsplan.writers.docx.chapters import not_counted
from gebiedsplan.writers.docx.elements import paragraph, run, tab, w
from gebiedsplan.writers.docx.fields import field
from gebiedsplan.writers.docx.logo import logo_run
from gebiedsplan.writers.docx.paper import Paper
from gebiedsplan.writers.docx.styles import StyleSheet

_LEAST_ROOM_BELOW_LOGO = Mm(12)
# The room below a line of a letterhead, in twips.
_CLOSE = 20
# The room below the band of large print, in twips.
_BELOW_BAND = 80


def front_page(meta: Meta, page: Paper, huisstijl: Huisstijl) -> list[Element]:
    """Logo, status, title, subtitle, the label-value lines and how to reach the gemeente."""
    styles = page.styles
    headings = (("Title", meta.title), ("Subtitle", meta.subtitle))
    contact = huisstijl.contactregel
    return [
        *_logo_and_status(meta, page, huisstijl.logo),
        *(paragraph(styles.id(name), [run(text)]) for name, text in headings if text),
        *_lines(meta, page),
        *([paragraph(styles.id("Omslag contact"), [run(contact)])] if contact else []),
    ]


def letterhead(meta: Meta, page: Paper, huisstijl: Huisstijl) -> list[Element]:
    """The logo, the title as the first heading, and the label-value lines close below each other."""
    styles = page.styles
    logo = [] if huisstijl.logo is None else [logo_run(page.part, huisstijl.logo)]
    at_the_top = [not_counted(), w("spacing", before=0), w("ind", left=0, firstLine=0)]
    status = edition(meta, styles) if meta.large_print else []
    band = styles.id("Omslag concept" if meta.draft else "Omslag status")
    return [
        *([paragraph(styles.id("Omslag logo"), logo)] if logo else []),
        *([paragraph(band, status, w("spacing", before=0, after=_BELOW_BAND))] if status else []),
        paragraph(styles.id("heading 1"), [run(meta.title)], *at_the_top),
        *_lines(meta, page, w("spacing", after=_CLOSE)),
    ]


def _lines(meta: Meta, page: Paper, *properties: Element) -> list[Element]:
    style = page.styles.id("Omslag regel")
    written = []
    for (label, value), source in zip_longest(meta.front, meta.front_origins[: len(meta.front)]):
        words = page.bookmarks.around_origin(source, [run(value)]) if source else [run(value)]
        written.append(paragraph(style, [run(label, bold=True), tab(), *words], *map(deepcopy, properties)))
    return written


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
    """Title and status above, page numbers below.

    A first page has no title above it; a front page, and one that is alone, have no number.
    """
    section.different_first_page_header_footer = True
    header = styles.id("Koptekst concept" if meta.draft else "header")
    _fill(section.header, header, [run(meta.title), tab(), *edition(meta, styles)])
    _fill(section.footer, styles.id("footer"), _page_number("2"))
    if not (meta.title_page or meta.large_print):
        _fill(section.first_page_footer, styles.id("footer"), _page_number("1"))


def _page_number(shown: str) -> list[Element]:
    return [run("Pagina "), *field("PAGE", shown), run(" van "), *field("NUMPAGES", "2")]


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
