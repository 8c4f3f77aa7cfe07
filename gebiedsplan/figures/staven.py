"""A few bars in large letters, half as wide as a page: the name above each bar, its value at the end."""

from __future__ import annotations

from typing import Final

from gebiedsplan.document import Picture
from gebiedsplan.figures.kolommen import SLACK
from gebiedsplan.figures.schaal import Schaal
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import Vel, line_height
from gebiedsplan.plan.grafiek import Staaf, Staven

BREEDTE: Final = 76.0
LETTERS: Final = 12.0
BAR_HEIGHT: Final = 4.4
BELOW_BAR: Final = 1.8
BEFORE_VALUE: Final = 1.5
VOORBEELD: Final = " (voorbeeld)"


def draw_staven(staven: Staven, stijl: Stijl) -> Picture:
    """Draw the bars in the order given, all from zero."""
    vel = Vel(stijl, BREEDTE)
    schaal = _schaal(staven, stijl)
    top = 0.0
    for number, staaf in enumerate(staven.staven):
        top = _draw(vel, schaal, staaf, number, top)
    return vel.picture(staven.basis.id, top)


def _schaal(staven: Staven, stijl: Stijl) -> Schaal:
    highest = max((staaf.waarde or 0.0 for staaf in staven.staven), default=0.0) or 1.0
    texts = max((stijl.width_mm(written(staaf), LETTERS, bold=True) for staaf in staven.staven), default=0.0)
    return Schaal(0, highest, 0, BREEDTE - BEFORE_VALUE - SLACK - texts)


def _draw(vel: Vel, schaal: Schaal, staaf: Staaf, number: int, top: float) -> float:
    """One bar below its name; gives where the next begins."""
    stijl, own = vel.stijl, staaf.rol == "eigen"
    color = stijl.accent if own else stijl.grijs
    name = stijl.wrap(staaf.label, BREEDTE - SLACK, LETTERS, bold=own)
    height = line_height(LETTERS) * len(name)
    vel.lines_of_text(0, top + height / 2, name, color=stijl.inkt, size=LETTERS, bold=own)
    middle = top + height + BAR_HEIGHT / 2
    end = schaal.plek(staaf.waarde or 0.0)
    fill = stijl.papier if staaf.voorbeeld else color
    gid = f"{staaf.rol}-{number}"
    vel.rectangle(0, end, middle, BAR_HEIGHT, fill=fill, edge=color, striped=staaf.voorbeeld, gid=gid)
    vel.text(end + BEFORE_VALUE, middle, written(staaf), color=stijl.inkt, size=LETTERS, bold=True)
    return middle + BAR_HEIGHT / 2 + BELOW_BAR


def written(staaf: Staaf) -> str:
    """The value beside a bar."""
    return f"{staaf.tekst}{VOORBEELD}" if staaf.voorbeeld else staaf.tekst
