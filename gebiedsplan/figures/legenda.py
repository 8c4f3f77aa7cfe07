"""What the marks mean, in lines below a chart, in letters as large as its other words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, Vorm, line_height

MARK_RADIUS: Final = 1.0
MARK_WIDTH: Final = 2.8  # the widest shape with its edge
AFTER_MARK: Final = 1.0
BETWEEN: Final = 5.0
LINE_SPACING: Final = 1.15

Teken: TypeAlias = Callable[[Vel, float, float], None]
"""Draws a mark on a sheet, in the middle of the place it is given (x, y)."""


@dataclass(frozen=True, slots=True)
class Uitleg:
    """A mark of ``breedte`` millimetres and what it means."""

    tekst: str
    teken: Teken
    breedte: float = MARK_WIDTH


def vorm(shape: Vorm, *, fill: str, edge: str = "none") -> Teken:
    """Return a mark that is one of the shapes of a sheet."""

    def draw(vel: Vel, x: float, y: float) -> None:
        vel.mark(shape, x, y, MARK_RADIUS, fill=fill, edge=edge)

    return draw


def draw_legend(vel: Vel, top: float, items: Sequence[Uitleg]) -> float:
    """Draw ``items`` in lines as wide as the sheet, from ``top`` down; the bottom edge in millimetres."""
    size = vel.stijl.gewoon
    step = line_height(size) * LINE_SPACING
    x, y = 0.0, top + step / 2
    for item in items:
        if x > 0 and x + _width(vel.stijl, item) > BREEDTE:
            x, y = 0.0, y + step
        item.teken(vel, x + item.breedte / 2, y)
        words = x + item.breedte + AFTER_MARK
        lines = vel.stijl.wrap(item.tekst, BREEDTE - words, size)
        for number, line in enumerate(lines):
            vel.text(words, y + number * step, line, color=vel.stijl.gedempt, size=size)
        y += (len(lines) - 1) * step
        x += _width(vel.stijl, item) + BETWEEN
    return y + step / 2


def _width(stijl: Stijl, item: Uitleg) -> float:
    return item.breedte + AFTER_MARK + stijl.width_mm(item.tekst, stijl.gewoon)
