"""Tables, with and without a caption of their own."""

from __future__ import annotations

from gebiedsplan.document import Column, Grid, Inlines, Table, decimals, plain_text
from gebiedsplan.writers.html.inline import escape, inlines

# On a phone the style sheet makes a list of cards of such a table.
_STACKS = ' class="stacks"'


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
    stacks = _has_words(grid)
    head = "".join(f'<th scope="col"{_lean(column)}>{inlines(column.header)}</th>' for column in grid.columns)
    most = [max(decimals(cell) or 0 for cell in cells) for cells in zip(*grid.rows, strict=True)]
    body = "\n".join(_row(grid.columns, row, most, stacks) for row in grid.rows)
    return (
        f'<div class="scroller" role="group" aria-labelledby="{caption_id}" tabindex="0">\n'
        f"<table{_STACKS if stacks else ''}>\n"
        f'<caption class="{caption_class}" id="{caption_id}"><span>{caption}</span></caption>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>\n"
    )


def _has_words(grid: Grid) -> bool:
    """Whether it is a table to read, row by row. Figures are compared down a column: those stay beside each other."""
    return len(grid.columns) > 2 and any(column.align == "left" for column in grid.columns[1:])


def _row(columns: tuple[Column, ...], cells: tuple[Inlines, ...], most: list[int], stacks: bool) -> str:
    first, *rest = zip(columns, cells, most, strict=True)
    name = f'<th scope="row"{_lean(first[0])}>{_cell(*first)}</th>'
    values = "".join(f"<td{_header(c[0]) if stacks else ''}{_lean(c[0])}>{_cell(*c)}</td>" for c in rest)
    return f"<tr>{name}{values}</tr>"


def _header(column: Column) -> str:
    """What a cell is about, for when it no longer stands below its header."""
    return f' data-header="{escape(plain_text(column.header))}"'


def _cell(column: Column, cell: Inlines, most: int) -> str:
    """The words of a cell; a number with fewer decimals than others keeps their room free, and that of the comma."""
    own = decimals(cell)
    if column.align != "decimal" or own is None or own == most:
        return inlines(cell)
    comma = "" if own else " + var(--comma)"
    return f'<span style="padding-inline-end: calc({most - own}ch{comma})">{inlines(cell)}</span>'


def _lean(column: Column) -> str:
    return "" if column.align == "left" else ' class="number"'
