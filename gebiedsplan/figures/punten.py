"""One indicator over all areas: a mark each on one scale, with its interval, and the reference as a line.

A bar must begin at zero. Marks need not, so that areas that lie near each other can be told apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from gebiedsplan.document import Picture
from gebiedsplan.figures.kernbeeld import mark_of
from gebiedsplan.figures.kolommen import GAP, SLACK, Lines, label_column
from gebiedsplan.figures.legenda import Uitleg, draw_legend, vorm
from gebiedsplan.figures.schaal import Schaal, number, round_step
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, line_height
from gebiedsplan.figures.vergelijking import (
    INTERVAL,
    INTERVAL_SAMPLE,
    VOORBEELD,
    draw_reference,
    draw_reference_name,
    draw_whisker,
    has_interval,
    interval_sample,
    value_text,
)
from gebiedsplan.plan.grafiek import Oordeel, Staaf, Vergelijking

ROW_MIN: Final = 5.0
ROW_PADDING: Final = 1.2
EDGE: Final = 3.0
RADIUS: Final = 1.25
STEPS: Final = 5
OPEN: Final = f"open teken {VOORBEELD}: geen echt cijfer"


class Rij(NamedTuple):
    """A mark with its wrapped name and the middle of its row in millimetres."""

    number: int
    staaf: Staaf
    naam: Lines
    middle: float
    height: float


def draw_punten(vergelijking: Vergelijking, stijl: Stijl) -> Picture:
    """Draw the areas in the order given: name, value, mark. A missing value has its reason and no mark."""
    vel = Vel(stijl)
    labels = label_column(stijl, [staaf.label for staaf in vergelijking.staven])
    values = labels + GAP + max(stijl.width_mm(value_text(s), stijl.gewoon, bold=True) for s in vergelijking.staven)
    lowest, highest, step = _ends(vergelijking)
    schaal = Schaal(lowest, highest, values + GAP + EDGE, BREEDTE - EDGE)
    top = _draw_header(vel, vergelijking, schaal)
    rijen = tuple(_rijen(vergelijking.staven, stijl, labels, top))
    bottom = rijen[-1].middle + rijen[-1].height / 2
    _draw_scale(vel, schaal, step, top, bottom)
    if vergelijking.referentie is not None:
        draw_reference(vel, schaal.plek(vergelijking.referentie[0]), top, bottom)
    for rij in rijen:
        vel.lines_of_text(0, rij.middle, rij.naam, color=stijl.inkt)
        _draw_value(vel, rij, values)
        _draw_mark(vel, schaal, rij)
    bottom = _draw_numbers(vel, schaal, step, bottom)
    return vel.picture(vergelijking.basis.id, draw_legend(vel, bottom + 1, tuple(_legend(vergelijking, stijl))) + 0.5)


def _ends(vergelijking: Vergelijking) -> tuple[float, float, float]:
    """From a round number below all that is drawn to one above it, in steps, as wide as asked; never below zero."""
    reach = [end for s in vergelijking.staven for end in (s.onder, s.waarde, s.boven) if s.waarde is not None]
    known = [value for value in reach if value is not None]
    if vergelijking.referentie is not None:
        known.append(vergelijking.referentie[0])
    span = max(max(known) - min(known), vergelijking.minstens, 10.0**-vergelijking.notatie.decimalen)
    lowest = max(0.0, (min(known) + max(known) - span) / 2)
    highest = lowest + span
    step = round_step(span, STEPS)
    below = math.floor(lowest / step - 1e-9) * step
    above = math.ceil(highest / step + 1e-9) * step
    return max(0.0, below), above, step


def _rijen(staven: Sequence[Staaf], stijl: Stijl, label_width: float, top: float) -> Iterator[Rij]:
    for place, staaf in enumerate(staven):
        naam = stijl.wrap(staaf.label, label_width, stijl.gewoon)
        height = max(ROW_MIN, len(naam) * line_height(stijl.gewoon) + ROW_PADDING)
        yield Rij(place, staaf, naam, top + height / 2, height)
        top += height


def _draw_header(vel: Vel, vergelijking: Vergelijking, schaal: Schaal) -> float:
    """What is measured, and on the next line the name of the reference above its place."""
    stijl = vel.stijl
    step = line_height(stijl.klein)
    eenheid = stijl.wrap(vergelijking.eenheid, BREEDTE - schaal.begin, stijl.klein)
    vel.lines_of_text(schaal.begin, step * len(eenheid) / 2, eenheid, color=stijl.gedempt, size=stijl.klein)
    return draw_reference_name(vel, vergelijking, schaal, step * len(eenheid) + 0.8)


def _marks(schaal: Schaal, step: float) -> Iterator[float]:
    for place in range(round((schaal.hoog - schaal.laag) / step) + 1):
        yield schaal.laag + place * step


def _draw_scale(vel: Vel, schaal: Schaal, step: float, top: float, bottom: float) -> None:
    for value in _marks(schaal, step):
        x = schaal.plek(value)
        vel.line(((x, top), (x, bottom)), color=vel.stijl.lijn, width=0.5)


def _draw_numbers(vel: Vel, schaal: Schaal, step: float, top: float) -> float:
    stijl = vel.stijl
    y = top + line_height(stijl.klein) / 2 + 0.6
    for value in _marks(schaal, step):
        vel.text(schaal.plek(value), y, number(value), color=stijl.gedempt, size=stijl.klein, align="center")
    return y + line_height(stijl.klein) / 2


def _draw_value(vel: Vel, rij: Rij, right: float) -> None:
    staaf, stijl = rij.staaf, vel.stijl
    if staaf.waarde is None:
        vel.text(right + GAP, rij.middle, staaf.tekst, color=stijl.gedempt, size=stijl.klein)
        return
    edge = right
    if staaf.voorbeeld:
        vel.text(right, rij.middle, VOORBEELD, color=stijl.gedempt, size=stijl.klein, align="right")
        edge -= stijl.width_mm(VOORBEELD, stijl.klein) + 1
    vel.text(edge - SLACK, rij.middle, staaf.tekst, color=stijl.inkt, bold=True, align="right")


def _draw_mark(vel: Vel, schaal: Schaal, rij: Rij) -> None:
    """The mark over its interval; an example value is left open."""
    staaf, papier = rij.staaf, vel.stijl.papier
    if staaf.waarde is None:
        return
    if staaf.onder is not None and staaf.boven is not None:
        draw_whisker(vel, schaal.plek(staaf.onder), schaal.plek(staaf.boven), rij.middle, f"interval-{rij.number}")
    mark = mark_of(staaf.oordeel or "geen richting", vel.stijl)
    x, gid = schaal.plek(staaf.waarde), f"punt-{rij.number}"
    vel.mark(mark.vorm, x, rij.middle, RADIUS, fill=papier, edge=papier, width=2.6)
    fill = papier if staaf.voorbeeld else mark.color
    vel.mark(mark.vorm, x, rij.middle, RADIUS, fill=fill, edge=mark.color, gid=gid)


def _legend(vergelijking: Vergelijking, stijl: Stijl) -> Iterator[Uitleg]:
    """Explain what is in this chart."""
    known = [staaf for staaf in vergelijking.staven if staaf.waarde is not None]
    seen: set[Oordeel] = {staaf.oordeel or "geen richting" for staaf in known}
    for oordeel, text in vergelijking.legenda:
        if oordeel in seen:
            mark = mark_of(oordeel, stijl)
            yield Uitleg(text, vorm(mark.vorm, fill=mark.color))
    if any(has_interval(staaf) for staaf in known):
        yield Uitleg(INTERVAL, interval_sample, INTERVAL_SAMPLE)
    if any(staaf.voorbeeld for staaf in known):
        yield Uitleg(OPEN, vorm("stip", fill=stijl.papier, edge=stijl.accent))
