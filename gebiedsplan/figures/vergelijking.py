"""One indicator over all areas: a bar each, the own area in colour, the reference as a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from gebiedsplan.document import Picture
from gebiedsplan.figures.kolommen import SLACK, Lines, label_column
from gebiedsplan.figures.legenda import Uitleg, draw_legend
from gebiedsplan.figures.schaal import Schaal
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, line_height
from gebiedsplan.plan.grafiek import Staaf, Vergelijking

ROW_MIN: Final = 6.0
ROW_PADDING: Final = 2.4
BAR_HEIGHT: Final = 3.2
WHISKER_HEIGHT: Final = 1.8
BEFORE_BARS: Final = 3.0
BEFORE_VALUE: Final = 1.5
VOORBEELD: Final = "(voorbeeld)"
INTERVAL: Final = "onzekerheid: het echte cijfer ligt waarschijnlijk tussen de streepjes"
INTERVAL_SAMPLE: Final = 6.0


class Rij(NamedTuple):
    """A bar with its wrapped name and the middle of its row in millimetres."""

    number: int
    staaf: Staaf
    naam: Lines
    middle: float


def draw_vergelijking(vergelijking: Vergelijking, stijl: Stijl) -> Picture:
    """Draw the bars in the order given, with what they measure at the top and the reference named above its line."""
    vel = Vel(stijl)
    label_width = label_column(stijl, [staaf.label for staaf in vergelijking.staven], bold=True)
    schaal = _schaal(vergelijking, stijl, label_width + BEFORE_BARS)
    top = _draw_header(vel, vergelijking, schaal)
    rijen = tuple(_rijen(vergelijking, stijl, label_width, top))
    bottom = top + sum(_height(stijl, rij.naam) for rij in rijen)
    for rij in rijen:
        vel.lines_of_text(0, rij.middle, rij.naam, color=stijl.inkt, bold=rij.staaf.rol == "eigen")
        _draw_bar(vel, schaal, rij)
    zero = schaal.plek(0)
    vel.line(((zero, top), (zero, bottom)), color=stijl.grijs, width=0.6)
    if vergelijking.referentie is not None:
        draw_reference(vel, schaal.plek(vergelijking.referentie[0]), top, bottom)
    for rij in rijen:
        _draw_interval(vel, schaal, rij)
        _draw_value(vel, schaal, rij)
    if any(has_interval(rij.staaf) for rij in rijen):
        bottom = draw_legend(vel, bottom + 1, (Uitleg(INTERVAL, interval_sample, INTERVAL_SAMPLE),))
    return vel.picture(vergelijking.basis.id, bottom + 0.5)


def _schaal(vergelijking: Vergelijking, stijl: Stijl, begin: float) -> Schaal:
    """From zero to the highest value, with room for the text after the longest bar."""
    reach = [_reach(staaf) for staaf in vergelijking.staven if staaf.waarde is not None]
    reference = [] if vergelijking.referentie is None else [vergelijking.referentie[0]]
    texts = [
        stijl.width_mm(value_text(staaf), stijl.gewoon, bold=True) for staaf in vergelijking.staven if staaf.waarde
    ]
    highest = max([*reach, *reference, 0.0]) or 1.0
    return Schaal(0, highest, begin, BREEDTE - BEFORE_VALUE - SLACK - max(texts, default=0.0))


def _reach(staaf: Staaf) -> float:
    return max(staaf.waarde or 0.0, staaf.boven or 0.0)


def value_text(staaf: Staaf) -> str:
    """The value as written, and whether it is an example."""
    return f"{staaf.tekst} {VOORBEELD}" if staaf.voorbeeld else staaf.tekst


def _rijen(vergelijking: Vergelijking, stijl: Stijl, label_width: float, top: float) -> Iterator[Rij]:
    for number, staaf in enumerate(vergelijking.staven):
        naam = stijl.wrap(staaf.label, label_width, stijl.gewoon, bold=staaf.rol == "eigen")
        height = _height(stijl, naam)
        yield Rij(number, staaf, naam, top + height / 2)
        top += height


def _height(stijl: Stijl, naam: Lines) -> float:
    return max(ROW_MIN, len(naam) * line_height(stijl.gewoon) + ROW_PADDING)


def _draw_header(vel: Vel, vergelijking: Vergelijking, schaal: Schaal) -> float:
    """What is measured, and on the next line the name of the reference above its place."""
    stijl = vel.stijl
    step = line_height(stijl.klein)
    eenheid = stijl.wrap(vergelijking.eenheid, BREEDTE - schaal.begin, stijl.klein)
    vel.lines_of_text(schaal.begin, step * len(eenheid) / 2, eenheid, color=stijl.gedempt, size=stijl.klein)
    top = step * len(eenheid) + 0.8
    return draw_reference_name(vel, vergelijking, schaal, top)


def draw_reference_name(vel: Vel, vergelijking: Vergelijking, schaal: Schaal, top: float) -> float:
    """The name of the reference above its place, from ``top`` down; the bottom edge, which is ``top`` without one."""
    stijl = vel.stijl
    step = line_height(stijl.klein)
    if vergelijking.referentie is None:
        return top
    waarde, naam = vergelijking.referentie
    lines = stijl.wrap(naam, BREEDTE - schaal.begin - SLACK, stijl.klein, bold=True)
    half = max(stijl.width_mm(line, stijl.klein, bold=True) for line in lines) / 2
    middle = min(max(schaal.plek(waarde), schaal.begin + half), BREEDTE - half - SLACK)
    vel.lines_of_text(
        middle, top + step * len(lines) / 2, lines, color=stijl.inkt, size=stijl.klein, bold=True, align="center"
    )
    return top + step * len(lines) + 0.6


def _draw_bar(vel: Vel, schaal: Schaal, rij: Rij) -> None:
    staaf, stijl = rij.staaf, vel.stijl
    if staaf.waarde is None:
        return
    gid = f"{staaf.rol}-{rij.number}"
    color = _color(staaf, stijl)
    ends = schaal.plek(0), schaal.plek(staaf.waarde)
    if staaf.voorbeeld:
        vel.rectangle(*ends, rij.middle, BAR_HEIGHT, fill=stijl.papier, edge=color, striped=True, gid=gid)
    elif staaf.rol == "referentie":
        vel.rectangle(*ends, rij.middle, BAR_HEIGHT, fill=stijl.vlak, edge=color, gid=gid)
    else:
        vel.rectangle(*ends, rij.middle, BAR_HEIGHT, fill=color, gid=gid)


def _color(staaf: Staaf, stijl: Stijl) -> str:
    return stijl.accent if staaf.rol == "eigen" else stijl.grijs


def draw_reference(vel: Vel, x: float, top: float, bottom: float) -> None:
    """The line of the reference."""
    vel.line(((x, top), (x, bottom)), color=vel.stijl.papier, width=2.4)
    vel.line(((x, top), (x, bottom)), color=vel.stijl.inkt, width=1.0, gid="referentielijn")


def _draw_interval(vel: Vel, schaal: Schaal, rij: Rij) -> None:
    """From lower to upper bound, readable on the bar and beside it."""
    staaf = rij.staaf
    if staaf.waarde is None or staaf.onder is None or staaf.boven is None:
        return
    draw_whisker(vel, schaal.plek(staaf.onder), schaal.plek(staaf.boven), rij.middle, f"interval-{rij.number}")


def draw_whisker(vel: Vel, left: float, right: float, y: float, gid: str = "") -> None:
    """An interval from end to end."""
    vel.line(((left, y), (right, y)), color=vel.stijl.papier, width=2.4)
    vel.line(((left, y), (right, y)), color=vel.stijl.inkt, width=0.9, gid=gid)
    vel.ticks((left, right), y, WHISKER_HEIGHT, color=vel.stijl.inkt, width=0.9)


def interval_sample(vel: Vel, x: float, y: float) -> None:
    """An interval for a legend."""
    half = INTERVAL_SAMPLE / 2 - 0.4
    draw_whisker(vel, x - half, x + half, y)


def has_interval(staaf: Staaf) -> bool:
    """Whether there is an interval to draw."""
    return None not in (staaf.waarde, staaf.onder, staaf.boven)


def _draw_value(vel: Vel, schaal: Schaal, rij: Rij) -> None:
    staaf, stijl = rij.staaf, vel.stijl
    if staaf.waarde is None:
        vel.text(schaal.plek(0) + BEFORE_VALUE, rij.middle, staaf.tekst, color=stijl.gedempt, size=stijl.klein)
        return
    own = staaf.rol == "eigen"
    x = schaal.plek(_reach(staaf)) + BEFORE_VALUE
    # The reference line stops behind the words.
    end = x + stijl.width_mm(value_text(staaf), stijl.gewoon, own)
    vel.rectangle(x - 0.5, end, rij.middle, line_height(stijl.gewoon), fill=stijl.papier)
    vel.text(x, rij.middle, staaf.tekst, color=stijl.accent if own else stijl.inkt, bold=own)
    if staaf.voorbeeld:
        after = x + stijl.width_mm(staaf.tekst, stijl.gewoon, own) + 1
        vel.text(after, rij.middle, VOORBEELD, color=stijl.gedempt, size=stijl.klein)
