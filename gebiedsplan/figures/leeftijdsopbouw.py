"""How old the inhabitants are: a bar for the own area, a mark for every region it is compared with."""

from __future__ import annotations

from typing import Final

from gebiedsplan.document import Picture
from gebiedsplan.figures.kolommen import Kolommen, draw_header, draw_row, lay_out
from gebiedsplan.figures.schaal import Schaal
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, Vorm, line_height
from gebiedsplan.plan.grafiek import Leeftijdsgroep, Leeftijdsopbouw

LANE: Final = 2.6  # every region its own height on the bar, so that equal shares stay two marks
BAR_MIN: Final = 4.4
BETWEEN_BARS: Final = 3.0
MARK_RADIUS: Final = 1.05
EDGE: Final = 2.0
BEFORE_NAME: Final = 2.0
MARKS: Final[tuple[Vorm, ...]] = ("ruit", "stip", "op", "vierkant", "neer")


def draw_leeftijdsopbouw(opbouw: Leeftijdsopbouw, stijl: Stijl) -> Picture:
    """Draw a row for each age group: the shares in columns, a bar and marks beside them."""
    kolommen = lay_out(
        stijl,
        [groep.label for groep in opbouw.groepen],
        opbouw.regios,
        [groep.teksten for groep in opbouw.groepen],
        row_min=_bar_height(opbouw) + BETWEEN_BARS,
        before_kop=BEFORE_NAME + MARK_RADIUS,
    )
    schaal = _schaal(opbouw, kolommen.einde)
    vel = Vel(stijl)
    bottom = kolommen.kop_hoogte + 0.5
    draw_header(vel, kolommen, bottom)
    _draw_keys(vel, kolommen, bottom)
    y = top = bottom + 1
    for row, groep in enumerate(opbouw.groepen):
        middle = y + kolommen.rij_hoogten[row] / 2
        draw_row(vel, kolommen, row, middle, own_color=stijl.accent)
        _draw_marks(vel, schaal, groep, middle, row, _bar_height(opbouw))
        y += kolommen.rij_hoogten[row]
    vel.line(((schaal.plek(0), top), (schaal.plek(0), y)), color=stijl.grijs, width=0.6)
    return vel.picture(opbouw.basis.id, y + 1)


def _schaal(opbouw: Leeftijdsopbouw, begin: float) -> Schaal:
    shares = [share for groep in opbouw.groepen for share in groep.aandelen if share is not None]
    return Schaal(0, max(shares, default=0.0) or 1.0, begin, BREEDTE - EDGE)


def _bar_height(opbouw: Leeftijdsopbouw) -> float:
    return max(BAR_MIN, LANE * (len(opbouw.regios) - 1))


def _draw_keys(vel: Vel, kolommen: Kolommen, bottom: float) -> None:
    """Before the name of each region: the mark it is drawn with."""
    stijl = vel.stijl
    for number, kolom in enumerate(kolommen.waarden):
        last_line = kolom.kop[-1]
        x = kolom.rechts - stijl.width_mm(last_line, stijl.gewoon, bold=number == 0) - BEFORE_NAME
        y = bottom - line_height(stijl.gewoon) / 2
        if number == 0:
            vel.mark("vierkant", x, y, MARK_RADIUS, fill=stijl.accent, edge="none")
        else:
            _draw_region(vel, number - 1, x, y)


def _draw_marks(vel: Vel, schaal: Schaal, groep: Leeftijdsgroep, y: float, row: int, height: float) -> None:
    stijl = vel.stijl
    own, *others = groep.aandelen
    if own is not None:
        vel.rectangle(schaal.plek(0), schaal.plek(own), y, height, fill=stijl.accent, gid=f"eigen-{row}")
    top = y - LANE * (len(others) - 1) / 2
    for number, share in enumerate(others):
        if share is not None:
            _draw_region(vel, number, schaal.plek(share), top + LANE * number, gid=f"referentie-{row}-{number}")


def _draw_region(vel: Vel, number: int, x: float, y: float, gid: str = "") -> None:
    shape = MARKS[number % len(MARKS)]
    vel.mark(shape, x, y, MARK_RADIUS, fill=vel.stijl.papier, edge=vel.stijl.inkt, gid=gid)
