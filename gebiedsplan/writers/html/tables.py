"""Tables, with and without a caption of their own."""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.document import Column, Grid, Inlines, Table, plain_text
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
    shape = _Shape(stacks=_has_words(grid))
    head = "".join(_cell("th", "columnheader", column, column.header, shape, ' scope="col"') for column in grid.columns)
    body = "\n".join(_row(grid.columns, row, shape) for row in grid.rows)
    return (
        f'<div class="scroller" role="group" aria-labelledby="{caption_id}" tabindex="0">\n'
        f"<table{shape.name}{shape.role('table')}>\n"
        f'<caption class="{caption_class}" id="{caption_id}"><span>{caption}</span></caption>\n'
        f"<thead{shape.role('rowgroup')}>\n<tr{shape.role('row')}>{head}</tr>\n</thead>\n"
        f"<tbody{shape.role('rowgroup')}>\n{body}\n</tbody>\n</table>\n</div>\n"
    )


@dataclass(frozen=True, slots=True)
class _Shape:
    """Whether the rows of a table may stand below each other on a phone, as a list of cards.

    The style sheet then takes the table apart, and some browsers with it what a screen reader knows of it.
    So its elements say themselves what they are, and every cell carries its header.
    """

    stacks: bool

    @property
    def name(self) -> str:
        return ' class="stacks"' if self.stacks else ""

    def role(self, role: str) -> str:
        return f' role="{role}"' if self.stacks else ""

    def header(self, column: Column) -> str:
        return f' data-header="{escape(plain_text(column.header))}"' if self.stacks else ""


def _has_words(grid: Grid) -> bool:
    """Whether it is a table to read, row by row. Figures are compared down a column: those stay beside each other."""
    return len(grid.columns) > 2 and any(column.align == "left" for column in grid.columns[1:])


def _row(columns: tuple[Column, ...], cells: tuple[Inlines, ...], shape: _Shape) -> str:
    first, *rest = zip(columns, cells, strict=True)
    name = _cell("th", "rowheader", *first, shape, ' scope="row"')
    values = "".join(_cell("td", "cell", column, cell, shape, shape.header(column)) for column, cell in rest)
    return f"<tr{shape.role('row')}>{name}{values}</tr>"


def _cell(tag: str, role: str, column: Column, words: Inlines, shape: _Shape, attributes: str) -> str:
    lean = ' class="number"' if column.align == "right" else ""
    return f"<{tag}{attributes}{lean}{shape.role(role)}>{inlines(words)}</{tag}>"
