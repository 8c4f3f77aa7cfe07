"""Change a Document from the inside out, without changing any value in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import assert_never

from gebiedsplan.document import (
    Block,
    Close,
    Column,
    Columns,
    Contents,
    Emph,
    Fields,
    Figure,
    Grid,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    Origin,
    PageBreak,
    Paragraph,
    Ref,
    Strong,
    Table,
    Text,
    Thumbnail,
)

ChangeBlock = Callable[[Block], Block]
ChangeRef = Callable[[Ref], Ref]


def change_blocks(blocks: Iterable[Block], change: ChangeBlock) -> tuple[Block, ...]:
    """``blocks`` with ``change`` applied to each, in reading order; what a container holds comes before it."""
    return tuple(change(_inside(block, change)) for block in blocks)


def _inside(block: Block, change: ChangeBlock) -> Block:
    match block:
        case List(items=items):
            return replace(block, items=tuple(change_blocks(item, change) for item in items))
        case Columns(children=groups):
            return replace(block, children=tuple(change_blocks(group, change) for group in groups))
        case Fields(items=fields):
            return Fields(tuple(replace(field, value=change_blocks(field.value, change)) for field in fields))
        case Note(children=children) | Close(children=children):
            return replace(block, children=change_blocks(children, change))
        case _:
            return block


def change_refs(block: Block, change: ChangeRef) -> Block:
    """``block`` with ``change`` applied to each Ref in its own words; blocks inside it stay as they are."""
    match block:
        case Heading() | Paragraph():
            return replace(block, children=_words(block.children, change))
        case Table():
            return replace(
                block,
                caption=_words(block.caption, change),
                grid=_grid(block.grid, change),
                source=_words(block.source, change),
            )
        case Figure(data=data):
            return replace(
                block,
                caption=_words(block.caption, change),
                source=_words(block.source, change),
                data=change(data) if isinstance(data, Ref) else _grid(data, change),
            )
        case Fields(items=items):
            return Fields(tuple(replace(item, label=_words(item.label, change)) for item in items))
        case Note():
            return replace(block, title=_words(block.title, change))
        case List() | Columns() | Close() | PageBreak() | Contents() | Thumbnail():
            return block
        case _:
            assert_never(block)


def _grid(grid: Grid, change: ChangeRef) -> Grid:
    columns = tuple(Column(_words(column.header, change), column.align) for column in grid.columns)
    return Grid(columns, tuple(tuple(_words(cell, change) for cell in row) for row in grid.rows))


def _words(words: Inlines, change: ChangeRef) -> Inlines:
    return tuple(_word(word, change) for word in words)


def _word(word: Inline, change: ChangeRef) -> Inline:
    match word:
        case Text():
            return word
        case Ref():
            return change(replace(word, children=_words(word.children, change)))
        case Strong() | Emph() | Link() | Origin():
            return replace(word, children=_words(word.children, change))
        case _:
            assert_never(word)
