"""Figures: what it shows, the picture, its source and the numbers behind it."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Figure, Grid, Ref, Text
from gebiedsplan.writers.docx.captions import caption, caption_text, source_line
from gebiedsplan.writers.docx.elements import indented, paragraph, run
from gebiedsplan.writers.docx.paper import Paper
from gebiedsplan.writers.docx.tables import grid_table


def figure(block: Figure, paper: Paper, left: int) -> list[Element]:
    """Caption above the picture (it is its finding), source below, then the data or where they stand."""
    picture = paper.shelf.show(block.picture, block.alt, paper.width - left)
    return [
        caption(block, paper, left),
        paragraph(paper.styles.id("Figuur"), [picture], *indented(left)),
        *source_line(block.source, paper, left),
        *_data(block, paper, left),
    ]


def _data(block: Figure, paper: Paper, left: int) -> list[Element]:
    match block.data:
        case Ref():
            where = (Text("De cijfers staan in "), block.data, Text("."))
            return source_line(where, paper, left)
        case Grid():
            name = _data_name(block)
            title = paragraph(paper.styles.id("Gegevens bijschrift"), [run(name)], *indented(left))
            accessible_name = f"{name}: {caption_text('', block.caption)}"
            return [title, grid_table(block.data, accessible_name, paper, left)]


def _data_name(block: Figure) -> str:
    label = f"{block.label[0].lower()}{block.label[1:]}" if block.label else "deze figuur"
    return f"Cijfers bij {label}"
