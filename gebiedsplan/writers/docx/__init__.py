"""Put a Document on paper as a Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from gebiedsplan.document import Document, Picture
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.writers.docx.blocks import write_blocks
from gebiedsplan.writers.docx.bookmarks import Bookmarks
from gebiedsplan.writers.docx.elements import find, style_of
from gebiedsplan.writers.docx.furniture import fill_header_and_footer, front_page, letterhead
from gebiedsplan.writers.docx.packing import repack
from gebiedsplan.writers.docx.paper import Paper, Place, paper
from gebiedsplan.writers.docx.properties import fill_properties, remember, set_language
from gebiedsplan.writers.docx.sections import Sections, Stretch, stretches, use_more_of
from gebiedsplan.writers.docx.styles import StyleDocumentError, close_up, enlarge
from gebiedsplan.writers.docx.theme import dress

if TYPE_CHECKING:
    from gebiedsplan.writers.docx.charts import Charts

__all__ = ["StyleDocumentError", "bookmarks_of", "write"]

_ROOM_BELOW_TABLE = Pt(14)
_BRING_THEIR_OWN_ROOM = ("heading 1", "heading 2", "heading 3", "heading 4", "caption", "Bron")


def write(
    document: Document, pictures: Mapping[str, Picture], huisstijl: Huisstijl, *, native_charts: bool = False
) -> bytes:
    """The bytes of a Word file, the same for the same input.

    Of the style document of ``huisstijl`` the styles, page, header and footer are used; its text is not. With
    ``native_charts`` a picture that is a chart becomes one that Word draws itself and a reader can change.
    Raises StyleDocumentError when that lacks something, and KeyError for a picture that is not in ``pictures``.
    """
    word = _open(huisstijl)
    if document.meta.large_print:
        enlarge(word.styles.element)
        use_more_of(word.sections[0])
    elif not document.meta.title_page:
        close_up(word.styles.element)
    charts = _charts(word, huisstijl, document) if native_charts else None
    page = paper(word.part, document, pictures, charts)
    fill_header_and_footer(word.sections[0], document.meta, page.styles)
    _replace_text(word.element.body, _elements(document, page, word.element.body, huisstijl))
    fill_properties(word, document.meta)
    set_language(word, document.meta.language)
    remember(word, document.meta.made_from)
    package = io.BytesIO()
    word.save(package)
    return repack(package.getvalue())


def _open(huisstijl: Huisstijl) -> WordDocument:
    """The style document, in the colours and letters of the house style."""
    try:
        word = docx.Document(io.BytesIO(huisstijl.stijldocument.inhoud))
        dress(word, huisstijl)
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise StyleDocumentError("Dit is geen Word-bestand met stijlen, een thema en een lijst lettertypen.") from error
    return word


def _charts(word: WordDocument, huisstijl: Huisstijl, document: Document) -> Charts:
    # Only who asks for charts waits for the libraries that make them.
    from gebiedsplan.writers.docx.charts import Charts

    return Charts(word.part, huisstijl.lettertype.word, document.meta.date)


def _elements(document: Document, page: Paper, body: Element, huisstijl: Huisstijl) -> list[Element]:
    """Front page and text, section by section, with the properties of the last section behind it all."""
    sections = Sections(cast(Element, find(body, "sectPr")), page)
    *before, last = stretches(document.blocks, page)
    meta = document.meta
    top = front_page(meta, page, huisstijl) if meta.title_page else letterhead(meta, page, huisstijl)
    written: list[Element] = []
    above: Stretch | None = None
    for stretch in (*before, last):
        sheet = replace(page, width=sections.width(stretch))
        front = [] if written else top
        elements = [*front, *write_blocks(stretch.blocks, sheet, Place(), new_page=meta.title_page and bool(front))]
        _leave_room_below_tables(elements, page)
        if not elements:
            continue
        if stretch is not last:
            sections.close(elements, stretch, above)
            above = stretch
        written += elements
    return [*written, *page.bookmarks.end_of_main_text(), sections.properties(last, above)]


def bookmarks_of(document: Document) -> Mapping[str, str]:
    """The name of the Word bookmark of every heading, table and figure, by its id."""
    return Bookmarks(document.blocks).names


def _leave_room_below_tables(elements: Sequence[Element], page: Paper) -> None:
    """A table style cannot ask for space below itself: what follows the table gets it."""
    roomy = {page.styles.id(name) for name in _BRING_THEIR_OWN_ROOM}
    for upper, lower in pairwise(elements):
        if upper.tag == qn("w:tbl") and lower.tag == qn("w:p") and style_of(lower) not in roomy:
            below = ParagraphFormat(lower)
            below.space_before = max(below.space_before or Pt(0), _ROOM_BELOW_TABLE)


def _replace_text(body: Element, elements: Sequence[Element]) -> None:
    """Take out whatever the style document holds, and put ``elements`` there."""
    for child in list(body):
        body.remove(child)
    body.extend(elements)
