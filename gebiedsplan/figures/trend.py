"""One indicator over the measured years: the own area in colour, the others as grey context."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from gebiedsplan.document import Picture
from gebiedsplan.figures.kolommen import SLACK
from gebiedsplan.figures.schaal import Schaal, number, round_step
from gebiedsplan.figures.spreiding import spread
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Dash, Vel, Vorm, line_height
from gebiedsplan.plan.grafiek import Lijn, Punt, Trend

PLOT_HEIGHT: Final = 44.0
FIRST_VALUE: Final = 12.0  # room for the value in front of the first point
LABEL_MAX: Final = 50.0
LABEL_GAP: Final = 5.0
GAP_REASON_MAX: Final = 24.0
AXIS_GAP: Final = 1.5
MARK_RADIUS: Final = 1.1
OWN_MARKS: Final[tuple[Vorm, ...]] = ("stip", "vierkant", "op", "ruit", "neer")
OTHER_DASHES: Final[tuple[Dash, ...]] = ((), (5, 2), (1.5, 1.5), (6, 1.5, 1.5, 1.5))
# A line that starts above this share of its highest value would lose its shape on an axis from zero.
ZERO_BELOW: Final = 0.4
# A range smaller than this share of the values would make a mountain of a molehill.
SMALLEST_SPAN: Final = 0.2
ROUNDING: Final = 1e-9


class LineLook(NamedTuple):
    """How a line is drawn: own lines differ by mark, the others by dash."""

    color: str
    width: float
    dash: Dash
    vorm: Vorm
    bold: bool


class Plot(NamedTuple):
    """The two scales: years to the right, values upwards."""

    jaren: Schaal
    waarden: Schaal

    def plek(self, punt: Punt, waarde: float) -> tuple[float, float]:
        """Where a measured point stands."""
        return self.jaren.plek(punt.jaar), self.waarden.plek(waarde)


def draw_trend(trend: Trend, stijl: Stijl) -> Picture:
    """Draw the lines with their names at the right; a gap where a year has no value or cannot be compared."""
    vel = Vel(stijl)
    looks = looks_of(trend.lijnen, stijl)
    labels = [_label(trend, lijn) for lijn in trend.lijnen]
    label_width = max((stijl.width_mm(label, stijl.gewoon, bold=True) for label in labels), default=0.0)
    label_width = min(label_width, LABEL_MAX) + SLACK
    top = _draw_unit(vel, trend)
    plot = _plot(trend, stijl, top, BREEDTE - label_width - LABEL_GAP)
    bottom = _draw_axes(vel, trend, plot)
    # The own lines last, so that they lie on top.
    for index in sorted(range(len(looks)), key=lambda index: looks[index].bold):
        _draw_line(vel, plot, trend.lijnen[index], looks[index], index)
    _draw_first_values(vel, trend, plot, looks)
    _draw_labels(vel, trend, plot, looks, label_width)
    return vel.picture(trend.basis.id, bottom + 1)


def looks_of(lijnen: Sequence[Lijn], stijl: Stijl) -> tuple[LineLook, ...]:
    """How each of the lines is drawn."""
    own = other = 0
    looks = []
    for lijn in lijnen:
        if lijn.rol == "eigen":
            looks.append(LineLook(stijl.accent, 1.8, (), OWN_MARKS[own % len(OWN_MARKS)], bold=True))
            own += 1
        else:
            dash = OTHER_DASHES[other % len(OTHER_DASHES)]
            color = stijl.gedempt if lijn.rol == "referentie" else stijl.grijs
            looks.append(LineLook(color, 1.0, dash, "stip", bold=False))
            other += 1
    return tuple(looks)


def _known(lijn: Lijn) -> list[tuple[Punt, float]]:
    return [(punt, punt.waarde) for punt in lijn.punten if punt.waarde is not None]


def _label(trend: Trend, lijn: Lijn) -> str:
    known = _known(lijn)
    if not known:
        reason = lijn.punten[-1].tekst if lijn.punten else ""
        return f"{lijn.label}: {reason}" if reason else lijn.label
    last, _ = known[-1]
    when = f" ({last.jaar})" if last.jaar != trend.jaren[-1] else ""
    return f"{lijn.label} {last.tekst}{when}"


def _draw_unit(vel: Vel, trend: Trend) -> float:
    stijl = vel.stijl
    lines = stijl.wrap(unit(trend), BREEDTE, stijl.klein)
    height = line_height(stijl.klein) * len(lines)
    vel.lines_of_text(0, height / 2, lines, color=stijl.gedempt, size=stijl.klein)
    return height + 3.5


def unit(trend: Trend) -> str:
    """What is measured, and where the axis begins when that is not at zero."""
    low, _ = value_range(trend)
    return trend.eenheid if low == 0 else f"{trend.eenheid}. De as begint bij {number(low)}."


def value_range(trend: Trend) -> tuple[float, float]:
    """Round bounds around every value; from zero unless that would flatten the lines."""
    values = [waarde for lijn in trend.lijnen for _, waarde in _known(lijn)] or [0.0, 1.0]
    low, high = min(values), max(values)
    spare = (SMALLEST_SPAN * abs(high) - (high - low)) / 2
    if spare > 0:
        low, high = low - spare, high + spare
    if 0 <= low <= ZERO_BELOW * high:
        low = 0.0
    step = round_step(high - low, 4)
    lowest = math.floor(low / step + ROUNDING)
    highest = max(math.ceil(high / step - ROUNDING), lowest + 1)
    return lowest * step, highest * step


def _plot(trend: Trend, stijl: Stijl, top: float, right: float) -> Plot:
    low, high = value_range(trend)
    axis = max(stijl.width_mm(number(bound), stijl.klein) for bound in (low, high))
    left = axis + AXIS_GAP + FIRST_VALUE
    first, last = trend.jaren[0], trend.jaren[-1]
    jaren = Schaal(first, last, left, right) if first < last else Schaal(first - 1, last + 1, left, right)
    return Plot(jaren, Schaal(low, high, top + PLOT_HEIGHT, top))


def _draw_axes(vel: Vel, trend: Trend, plot: Plot) -> float:
    stijl = vel.stijl
    left = plot.jaren.begin - FIRST_VALUE
    for bound in (plot.waarden.laag, plot.waarden.hoog):
        y = plot.waarden.plek(bound)
        vel.line(((left, y), (plot.jaren.einde, y)), color=stijl.lijn, width=0.5)
        vel.text(left - AXIS_GAP, y, number(bound), color=stijl.gedempt, size=stijl.klein, align="right")
    base = plot.waarden.begin
    vel.ticks([plot.jaren.plek(jaar) for jaar in trend.jaren], base + 0.6, 1.2, color=stijl.grijs, width=0.6)
    y = base + 1.8 + line_height(stijl.gewoon) / 2
    for jaar in trend.jaren:
        vel.text(plot.jaren.plek(jaar), y, str(jaar), color=stijl.inkt, align="center")
    return _draw_gaps(vel, trend, plot, y + line_height(stijl.gewoon) / 2)


def _draw_gaps(vel: Vel, trend: Trend, plot: Plot, top: float) -> float:
    """Below a year: why the own area has no value there. With several own areas the table behind it says so."""
    stijl = vel.stijl
    own = [lijn for lijn in trend.lijnen if lijn.rol == "eigen"]
    gaps = [punt for punt in own[0].punten if punt.waarde is None] if len(own) == 1 else []
    places = [plot.jaren.plek(jaar) for jaar in trend.jaren]
    room = min((right - left for left, right in pairwise(places)), default=GAP_REASON_MAX) - 1
    bottom = top
    for gap in gaps:
        lines = stijl.wrap(gap.tekst, min(room, GAP_REASON_MAX), stijl.klein)
        height = len(lines) * line_height(stijl.klein)
        x = plot.jaren.plek(gap.jaar)
        vel.lines_of_text(x, top + height / 2, lines, color=stijl.gedempt, size=stijl.klein, align="center")
        bottom = max(bottom, top + height)
    return bottom


def _draw_line(vel: Vel, plot: Plot, lijn: Lijn, look: LineLook, index: int) -> None:
    for part, run in enumerate(_runs(lijn)):
        points = [plot.plek(punt, waarde) for punt, waarde in run]
        if len(points) > 1:
            vel.line(points, color=look.color, width=look.width, dash=look.dash, gid=f"{lijn.rol}-{index}-{part}")
    for punt, waarde in _known(lijn):
        x, y = plot.plek(punt, waarde)
        radius = MARK_RADIUS if look.bold else MARK_RADIUS * 0.6
        gid = f"{lijn.rol}-{index}-{punt.jaar}"
        vel.mark(look.vorm, x, y, radius, fill=look.color, edge=vel.stijl.papier, width=0.7, gid=gid)


def _runs(lijn: Lijn) -> Iterator[list[tuple[Punt, float]]]:
    """Return the stretches of a line between its gaps and breaks."""
    run: list[tuple[Punt, float]] = []
    for punt in lijn.punten:
        if run and (punt.waarde is None or punt.breuk):
            yield run
            run = []
        if punt.waarde is not None:
            run.append((punt, punt.waarde))
    if run:
        yield run


def _draw_first_values(vel: Vel, trend: Trend, plot: Plot, looks: Sequence[LineLook]) -> None:
    """Draw the value of each own line in front of its first point, if that is where the axis starts."""
    stijl = vel.stijl
    firsts = []
    for lijn, look in zip(trend.lijnen, looks, strict=True):
        known = _known(lijn)
        if look.bold and len(known) > 1 and known[0][0].jaar == trend.jaren[0]:
            firsts.append((known[0][0].tekst, plot.waarden.plek(known[0][1])))
    heights = [line_height(stijl.gewoon)] * len(firsts)
    places = spread([y for _, y in firsts], heights, plot.waarden.einde, plot.waarden.begin)
    for (tekst, _), y in zip(firsts, places, strict=True):
        vel.text(plot.jaren.begin - 2.2, y, tekst, color=stijl.accent, bold=True, align="right")


def _draw_labels(vel: Vel, trend: Trend, plot: Plot, looks: Sequence[LineLook], width: float) -> None:
    """Name every line at its end; a line without values is named at the bottom, with the reason."""
    stijl = vel.stijl
    lines = [
        stijl.wrap(_label(trend, lijn), width, stijl.gewoon, look.bold)
        for lijn, look in zip(trend.lijnen, looks, strict=True)
    ]
    ends = [_end(lijn, plot) for lijn in trend.lijnen]
    heights = [line_height(stijl.gewoon) * len(part) for part in lines]
    places = spread([y for _, y in ends], heights, plot.waarden.einde - 3, plot.waarden.begin + 3)
    left = plot.jaren.einde + LABEL_GAP
    for part, (x, y), place, look in zip(lines, ends, places, looks, strict=True):
        color = look.color if look.bold else stijl.gedempt
        if abs(place - y) > 0.8 and abs(x - plot.jaren.einde) < 0.01:
            vel.line(((x + 1.6, y), (left - 0.8, place)), color=stijl.lijn, width=0.5)
        vel.lines_of_text(left, place, part, color=color, bold=look.bold)


def _end(lijn: Lijn, plot: Plot) -> tuple[float, float]:
    known = _known(lijn)
    return plot.plek(*known[-1]) if known else (0.0, plot.waarden.begin)
