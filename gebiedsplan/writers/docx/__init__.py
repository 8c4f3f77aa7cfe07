"""Put a Document on paper as a Word file."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import pairwise

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from gebiedsplan.document import Document, Picture
from gebiedsplan.writers.docx.blocks import write_blocks
from gebiedsplan.writers.docx.elements import style_of
from gebiedsplan.writers.docx.furniture import fill_header_and_footer, front_page, letterhead
from gebiedsplan.writers.docx.packing import repack
from gebiedsplan.writers.docx.paper import Paper, Place, paper
from gebiedsplan.writers.docx.properties import fill_properties, set_language
from gebiedsplan.writers.docx.styles import close_up

__all__ = ["write"]

_ROOM_BELOW_TABLE = Pt(14)
_BRING_THEIR_OWN_ROOM = ("heading 1", "heading 2", "heading 3", "heading 4", "caption", "Bron")


def write(document: Document, pictures: Mapping[str, Picture], style: bytes) -> bytes:
    """The bytes of a Word file, the same for the same input.

    ``style`` is a Word file whose styles, page, header and footer are used and whose text is not.
    Raises KeyError for a style the style document lacks, or a picture that is not in ``pictures``.
    """
    word = docx.Document(io.BytesIO(style))
    if not document.meta.title_page:
        close_up(word.styles.element)
    page = paper(word.part, document, pictures)
    top = front_page(document.meta, page.styles) if document.meta.title_page else letterhead(document.meta, page.styles)
    new_page = document.meta.title_page and bool(top)
    elements = [*top, *write_blocks(document.blocks, page, Place(), new_page=new_page)]
    _leave_room_below_tables(elements, page)
    _replace_text(word.element.body, elements)
    fill_header_and_footer(word.sections[0], document.meta, page.styles)
    fill_properties(word, document.meta)
    set_language(word, document.meta.language)
    package = io.BytesIO()
    word.save(package)
    return repack(package.getvalue())


def _leave_room_below_tables(elements: Sequence[Element], page: Paper) -> None:
    """A table style cannot ask for space below itself: what follows the table gets it."""
    roomy = {page.styles.id(name) for name in _BRING_THEIR_OWN_ROOM}
    for upper, lower in pairwise(elements):
        if upper.tag == qn("w:tbl") and lower.tag == qn("w:p") and style_of(lower) not in roomy:
            below = ParagraphFormat(lower)
            below.space_before = max(below.space_before or Pt(0), _ROOM_BELOW_TABLE)


def _replace_text(body: Element, elements: Sequence[Element]) -> None:
    """Take out whatever text the style document holds; its page settings stay, last."""
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for position, element in enumerate(elements):
        body.insert(position, element)
