"""What the block writers share while one document is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.parts.document import DocumentPart

from gebiedsplan.document import Document, Picture
from gebiedsplan.writers.docx.bookmarks import Bookmarks
from gebiedsplan.writers.docx.chapters import Chapters, link_numbers
from gebiedsplan.writers.docx.derived import close_style
from gebiedsplan.writers.docx.elements import find, value
from gebiedsplan.writers.docx.numbering import Numbering
from gebiedsplan.writers.docx.pictures import Shelf
from gebiedsplan.writers.docx.styles import StyleSheet

if TYPE_CHECKING:
    from gebiedsplan.writers.docx.charts import Charts


@dataclass(frozen=True, slots=True)
class Paper:
    """One Word document in the making; ``width`` is the width of its text in twips.

    ``chapter`` is the level of a chapter: 2 where the title itself is the first heading. ``large``: large print, where
    the numbers of a drawing are those in it and in its alternative text.
    """

    part: DocumentPart
    styles: StyleSheet
    numbering: Numbering
    bookmarks: Bookmarks
    chapters: Chapters
    shelf: Shelf
    width: int
    chapter: int = 1
    large: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: in which note (its style, "" for none), how far in (twips), how deep in lists.

    ``close``: among blocks that stand close together.
    """

    frame: str = ""
    left: int = 0
    depth: int = 0
    close: bool = False

    def style(self, name: str) -> str:
        """The style for a paragraph here that would be of the style ``name``."""
        return self.frame or (close_style(name) if self.close else name)


def paper(
    part: DocumentPart, document: Document, pictures: Mapping[str, Picture], charts: Charts | None = None
) -> Paper:
    """Read the styles of an opened style document and prepare to write ``document`` in it."""
    styles = StyleSheet(part.styles.element)
    numbering = Numbering(part.numbering_part.element, styles)
    link_numbers(numbering, styles)
    return Paper(
        part=part,
        styles=styles,
        numbering=numbering,
        bookmarks=Bookmarks(document.blocks),
        chapters=Chapters(document.blocks),
        shelf=Shelf(part, pictures, charts),
        width=_text_width(part.element.body),
        chapter=1 if document.meta.title_page else 2,
        large=document.meta.large_print,
    )


def _text_width(body: Element) -> int:
    size, margins = find(body, "sectPr", "pgSz"), find(body, "sectPr", "pgMar")
    return int(value(size, "w")) - int(value(margins, "left")) - int(value(margins, "right"))
