"""Tables, with and without a caption of their own."""

from __future__ import annotations

from gebiedsplan.document import Column, Grid, Inlines, Table, decimals
from gebiedsplan.writers.html.inline import escape, inlines


def table(node: Table) -> str:
    """A table with its caption above and its source below."""
    caption = labelled(node.label, node.caption)
    source = f'<p class="source">{inlines(node.source)}</p>\n' if node.source else ""
    return f'<div class="table" id="{escape(node.id)}">\n{scroller(node.grid, node.id, caption)}{source}</div>\n'


def labelled(label: str, caption: Inlines) -> str:
    """The label of a table or figure and what it is called."""
    return f'<span class="label">{escape(label)}.</span> {inlines(caption)}' if label else inlines(caption)


def scroller(grid: Grid, owner: str, caption: str, caption_class: str = "caption") -> str:
    """A table that scrolls within its own frame when the page is too narrow for it.

    ``owner`` is the id of the table or figure it belongs to. The frame takes focus and has a name,
    because otherwise a keyboard cannot scroll it.
    """
    caption_id = escape(f"{owner}:bijschrift")
    head = "".join(f'<th scope="col"{_lean(column)}>{inlines(column.header)}</th>' for column in grid.columns)
    most = [max(decimals(cell) or 0 for cell in cells) for cells in zip(*grid.rows, strict=True)]
    body = "\n".join(_row(grid.columns, row, most) for row in grid.rows)
    return (
        f'<div class="scroller" role="region" aria-labelledby="{caption_id}" tabindex="0">\n<table>\n'
        f'<caption class="{caption_class}" id="{caption_id}"><span>{caption}</span></caption>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>\n"
    )


def _row(columns: tuple[Column, ...], cells: tuple[Inlines, ...], most: list[int]) -> str:
    first, *rest = zip(columns, cells, most, strict=True)
    name = f'<th scope="row"{_lean(first[0])}>{_cell(*first)}</th>'
    return f"<tr>{name}{''.join(f'<td{_lean(cell[0])}>{_cell(*cell)}</td>' for cell in rest)}</tr>"


def _cell(column: Column, cell: Inlines, most: int) -> str:
    """The words of a cell; a number with fewer decimals than others keeps their room free, and that of the comma."""
    own = decimals(cell)
    if column.align != "decimal" or own is None or own == most:
        return inlines(cell)
    comma = "" if own else " + var(--comma)"
    return f'<span style="padding-inline-end: calc({most - own}ch{comma})">{inlines(cell)}</span>'


def _lean(column: Column) -> str:
    return "" if column.align == "left" else ' class="number"'
