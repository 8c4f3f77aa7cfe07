"""Figures: what it shows, the picture, its source and the numbers behind it."""

from __future__ import annotations

from typing import assert_never

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Figure, Grid, Inline, Ref, Text, Thumbnail
from gebiedsplan.writers.docx.captions import caption, caption_text, source_line
from gebiedsplan.writers.docx.elements import indented, paragraph, run
from gebiedsplan.writers.docx.paper import Paper
from gebiedsplan.writers.docx.tables import grid_table


def figure(block: Figure, paper: Paper, left: int) -> list[Element]:
    """Caption above the picture (it is its finding), source below, then the data or where they stand."""
    return [
        caption(block, paper, left),
        _drawing(block, paper, left),
        *source_line((*block.source, *_where(block.data)), paper, left),
        *_data(block, paper, left),
    ]


def thumbnail(block: Thumbnail, paper: Paper, left: int) -> Element:
    """A small picture on a line of its own."""
    return _drawing(block, paper, left)


def _drawing(block: Figure | Thumbnail, paper: Paper, left: int) -> Element:
    picture = paper.shelf.show(block.picture, block.alt, paper.width - left)
    return paragraph(paper.styles.id("Figuur"), [picture], *indented(left))


def _where(data: Grid | Ref) -> tuple[Inline, ...]:
    """Behind the source: in which table the numbers stand, when that is not right below."""
    match data:
        case Ref():
            return (Text(" De gegevens staan in "), data, Text("."))
        case Grid():
            return ()
        case _:
            assert_never(data)


def _data(block: Figure, paper: Paper, left: int) -> list[Element]:
    if isinstance(block.data, Ref) or paper.large:
        return []
    name = _data_name(block)
    title = paragraph(paper.styles.id("Gegevens bijschrift"), [run(name)], *indented(left))
    accessible_name = f"{name}: {caption_text('', block.caption)}"
    return [title, grid_table(block.data, accessible_name, paper, left)]


def _data_name(block: Figure) -> str:
    label = f"{block.label[0].lower()}{block.label[1:]}" if block.label else "deze figuur"
    return f"Cijfers bij {label}"
