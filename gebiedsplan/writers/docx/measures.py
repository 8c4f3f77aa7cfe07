"""How wide words are in print, and how a table divides the width of the text over its columns. All in twips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from gebiedsplan.document import Column, Grid, plain_text

CELL_GAP = 142
TABLE_SIZE = 9.5
_NARROW = frozenset("fijlrtI.,:;'’‘|!()[]/- \N{NO-BREAK SPACE}")
_WIDE = frozenset("mwMW%@&€—…")
# Exact, unlike the estimates below, and the same in nearly every typeface for text.
_DIGIT, _COMMA = 0.556, 0.278
_ROOM_TO_SPARE = 1.04
_NUMBER_AT_EASE = 1020
_ROOM_IN_NUMBERS = 1.15


def text_width(text: str, size: float, *, bold: bool = False) -> int:
    """Width of ``text`` in the house typeface at ``size`` points, estimated from above."""
    return round(_ems(text) * size * 20 * (1.06 if bold else 1.0) * _ROOM_TO_SPARE)


def column_widths(grid: Grid, total: int) -> tuple[int, ...]:
    """Widths that add up to ``total`` or less: no word or number broken while it fits, the rest where the text is.

    A table of numbers alone stays narrow, so that an eye finds the number that belongs to a name.
    """
    wanted = [_wanted(grid, index) for index in range(len(grid.columns))]
    least = [low for low, _ in wanted]
    most = [high for _, high in wanted]
    easy = _at_ease(grid, most)
    if sum(easy) <= total:
        width = _narrow(sum(easy), total) if _is_all_numbers(grid) else total
        return _exact(_spread(grid, easy, width - sum(easy)), width)
    if sum(most) <= total:
        return _exact(_spread(grid, most, total - sum(most)), total)
    if sum(least) <= total:
        room = total - sum(least)
        stretch = sum(most) - sum(least)
        return _exact([low + (high - low) * room / stretch for low, high in wanted], total)
    if fits(grid, total):
        return _exact([low * total / sum(least) for low in least], total)
    bare = [_wanted(replace(grid, columns=_nameless(grid)), index)[0] for index in range(len(grid.columns))]
    if sum(bare) <= total:
        # Break a word of the header rather than a number or a name in a row.
        wanted_more = [high - low for low, high in zip(bare, least, strict=True)]
        more = _capped(wanted_more, total - sum(bare))
        return _exact([low + extra for low, extra in zip(bare, more, strict=True)], total)
    return _exact(_capped(least, total), total)


def _capped(widths: Sequence[int], total: int) -> list[float]:
    """Only the widest columns give way, down to one width: a very long word breaks and the short ones do not."""
    left = total
    for count, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        if width * count > left:
            return [min(width, left / count) for width in widths]
        left -= width
    return list(widths)


def _nameless(grid: Grid) -> tuple[Column, ...]:
    return tuple(replace(column, header=()) for column in grid.columns)


def fits(grid: Grid, total: int) -> bool:
    """Whether no word or number need be broken in a table that is ``total`` wide, if need be without room to spare."""
    return sum(_wanted(grid, index)[0] for index in range(len(grid.columns))) <= total * _ROOM_TO_SPARE


def room_behind(own: int, most: int) -> int:
    """What a number with ``own`` decimals must keep free for its comma to stand under that of one with ``most``."""
    comma = _COMMA if most and not own else 0
    return round(((most - own) * _DIGIT + comma) * TABLE_SIZE * 20)


# The words and numbers of a plan come by again in its other tables.
@lru_cache(maxsize=8192)
def _ems(text: str) -> float:
    return sum(_ems_of(character) for character in text)


@cache
def _ems_of(character: str) -> float:
    if character in _NARROW:
        return 0.31
    if character in _WIDE:
        return 0.86
    return 0.70 if character.isupper() else 0.556


def _wanted(grid: Grid, index: int) -> tuple[int, int]:
    """The least width of a column (its longest word) and the most it can use (its longest cell)."""
    header = plain_text(grid.columns[index].header)
    cells = [plain_text(row[index]) for row in grid.rows]
    gap = CELL_GAP if index else 0
    words = [text_width(word, TABLE_SIZE) for cell in cells for word in cell.split(" ")]
    words += [text_width(word, TABLE_SIZE, bold=True) for word in header.split(" ")]
    lines = [text_width(cell, TABLE_SIZE) for cell in cells]
    lines.append(text_width(header, TABLE_SIZE, bold=True))
    return max(words) + gap, max(lines) + gap


def _at_ease(grid: Grid, widths: Sequence[int]) -> list[int]:
    """The widths with columns of short numbers a little apart."""
    return [
        max(width, _NUMBER_AT_EASE) if column.align != "left" else width
        for width, column in zip(widths, grid.columns, strict=True)
    ]


def _is_all_numbers(grid: Grid) -> bool:
    """Whether every column but the first holds numbers."""
    return len(grid.columns) > 1 and all(column.align != "left" for column in grid.columns[1:])


def _narrow(content: int, total: int) -> int:
    """A little wider than the content, at least half of ``total``."""
    return min(total, max(round(content * _ROOM_IN_NUMBERS), total // 2))


def _spread(grid: Grid, widths: Sequence[int], spare: int) -> list[float]:
    """Give the spare width to the text columns, the first counting double; numbers stay near each other."""
    text = [index for index, column in enumerate(grid.columns) if column.align == "left"] or [0]
    shares = {index: 2 if index == 0 else 1 for index in text}
    unit = spare / sum(shares.values())
    return [width + unit * shares.get(index, 0) for index, width in enumerate(widths)]


def _exact(widths: Sequence[float], total: int) -> tuple[int, ...]:
    """Whole twips with the rounding left over in the first column."""
    whole = [int(width) for width in widths]
    whole[0] += total - sum(whole)
    return tuple(whole)
