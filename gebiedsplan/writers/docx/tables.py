"""Tables: a header row that repeats, rows that stay whole, columns as wide as their words."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Column, Grid, Inlines, Table, decimals, plain_text
from gebiedsplan.writers.docx.captions import caption, caption_text, source_line
from gebiedsplan.writers.docx.elements import clean, paragraph, w
from gebiedsplan.writers.docx.inline import runs
from gebiedsplan.writers.docx.measures import column_widths, room_behind
from gebiedsplan.writers.docx.paper import Paper

_ROWS_KEPT_ON_ONE_PAGE = 12


def table(block: Table, paper: Paper, left: int) -> list[Element]:
    """A table with its caption above and its source below, ``left`` twips in from the margin."""
    name = caption_text(block.label, block.caption)
    rows = grid_table(block.grid, name, paper, left, source_follows=bool(block.source))
    return [caption(block, paper, left), rows, *source_line(block.source, paper, left)]


def grid_table(grid: Grid, name: str, paper: Paper, left: int, *, source_follows: bool = False) -> Element:
    """The bare table; ``name`` is what it is called for those who do not see it."""
    widths = column_widths(grid, paper.width - left)
    rows = [_header_row(grid.columns, widths, paper)]
    most = tuple(_most_decimals(grid, index) for index in range(len(grid.columns)))
    for index, cells in enumerate(grid.rows):
        keep = _keeps_with_next(index, len(grid.rows), source_follows=source_follows)
        rows.append(_row(cells, grid.columns, most, widths, paper, keep=keep))
    columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", _properties(grid, name, sum(widths), paper, left), columns, *rows)


def _properties(grid: Grid, name: str, width: int, paper: Paper, left: int) -> Element:
    headers = "; ".join(filter(None, (plain_text(column.header) for column in grid.columns)))
    return w(
        "tblPr",
        w("tblStyle", val=paper.styles.id("Huistabel")),
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=left, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="06A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=clean(name)),
        w("tblDescription", val=clean(f"Tabel met de kolommen: {headers}.")),
    )


def _keeps_with_next(index: int, count: int, *, source_follows: bool) -> bool:
    """A short table stays on one page; a long one leaves no single row at its start or end."""
    if index == count - 1:
        return source_follows
    return count <= _ROWS_KEPT_ON_ONE_PAGE or index == 0 or index == count - 2


def _header_row(columns: tuple[Column, ...], widths: tuple[int, ...], paper: Paper) -> Element:
    style = paper.styles.id("Tabelkop")
    cells = []
    for index, (column, width) in enumerate(zip(columns, widths, strict=True)):
        lean = [w("jc", val="right")] if column.align != "left" else []
        content = paragraph(style, runs(column.header, paper), *lean)
        cells.append(_cell(content, width, first=index == 0))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _most_decimals(grid: Grid, index: int) -> int:
    """The most decimals in a column whose commas stand in line; 0 in any other."""
    if grid.columns[index].align != "decimal":
        return 0
    return max((decimals(row[index]) or 0 for row in grid.rows), default=0)


def _row(
    cells: tuple[Inlines, ...],
    columns: tuple[Column, ...],
    most: tuple[int, ...],
    widths: tuple[int, ...],
    paper: Paper,
    *,
    keep: bool,
) -> Element:
    row = w("tr", w("trPr", w("cantSplit")))
    for index, (inlines, column, behind, width) in enumerate(zip(cells, columns, most, widths, strict=True)):
        style = paper.styles.id("Tabeltekst" if column.align == "left" else "Tabelgetal")
        properties = [w("keepNext")] if keep else []
        own = decimals(inlines)
        # Not with a decimal tab stop: an English Word or LibreOffice would align 1.290,5 on its first dot.
        if own is not None and own < behind:
            properties.append(w("ind", right=room_behind(own, behind)))
        content = paragraph(style, runs(inlines, paper), *properties)
        row.append(_cell(content, width, first=index == 0))
    return row


def _cell(content: Element, width: int, *, first: bool) -> Element:
    """A cell; the first one stands flush with the text above the table, the others keep a gap."""
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if first:
        properties.append(w("tcMar", w("left", w=0, type="dxa")))
    return w("tc", properties, content)
