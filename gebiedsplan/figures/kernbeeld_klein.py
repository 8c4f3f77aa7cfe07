"""The spine chart at a glance: only the marks, so small that words would not be read."""

from __future__ import annotations

from typing import Final

from gebiedsplan.document import Picture
from gebiedsplan.figures.kernbeeld import mark_of
from gebiedsplan.figures.schaal import Schaal
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import Vel
from gebiedsplan.plan.grafiek import KleinKernbeeld, Teken

WIDTH: Final = 55.0
EDGE: Final = 2.0  # room beside the scale for half a mark
ROW_HEIGHT: Final = 2.3
BETWEEN_GROUPS: Final = 1.4
RADIUS: Final = 0.9
STEM: Final = 0.8
SMALLEST_REACH: Final = 2


def draw_kernbeeld_klein(kernbeeld: KleinKernbeeld, stijl: Stijl) -> Picture:
    """Draw a line for the reference, and beside it a mark on a stem for every indicator."""
    reach = max(kernbeeld.bereik, SMALLEST_REACH)
    schaal = Schaal(-reach, reach, EDGE, WIDTH - EDGE)
    rows, height = _rows(kernbeeld)
    vel = Vel(stijl, WIDTH)
    middle = schaal.plek(0)
    vel.line(((EDGE, 0.4), (EDGE, height - 0.4)), color=stijl.lijn, width=0.6)
    vel.line(((WIDTH - EDGE, 0.4), (WIDTH - EDGE, height - 0.4)), color=stijl.lijn, width=0.6)
    vel.line(((middle, 0), (middle, height)), color=stijl.gedempt, width=1.0, gid="referentielijn")
    for number, (y, teken) in enumerate(rows):
        if teken is not None:
            _draw_mark(vel, schaal, teken, y, f"teken-{number}")
    return vel.picture(kernbeeld.id, height)


def _rows(kernbeeld: KleinKernbeeld) -> tuple[list[tuple[float, Teken | None]], float]:
    """The middle of every row with its mark, and the height of all together."""
    rows: list[tuple[float, Teken | None]] = []
    bottom = 0.0
    for groep in kernbeeld.groepen:
        top = bottom + (BETWEEN_GROUPS if rows else 0)
        rows += [(top + ROW_HEIGHT * (place + 0.5), teken) for place, teken in enumerate(groep)]
        bottom = top + ROW_HEIGHT * len(groep)
    return rows, bottom


def _draw_mark(vel: Vel, schaal: Schaal, teken: Teken, y: float, gid: str) -> None:
    """A mark where the difference is; open where the figure is made up."""
    shape, color = mark_of(teken.oordeel, vel.stijl)
    x = schaal.plek(teken.afstand)
    vel.line(((schaal.plek(0), y), (x, y)), color=color, width=STEM)
    vel.mark(shape, x, y, RADIUS, fill=vel.stijl.papier if teken.voorbeeld else color, edge=color, gid=gid)
