"""One indicator over the years, as lines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from gebiedsplan.chart import Axis, Chart, Look, Point, Series
from gebiedsplan.figures.bewerkbaar.opmaak import (
    GETAL,
    hexadecimal,
    legend_height,
    lettering,
    named,
    number_format,
    precise,
    reasons,
    rounded,
)
from gebiedsplan.figures.schaal import round_step
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.trend import LineLook, looks_of, unit, value_range
from gebiedsplan.figures.vel import BREEDTE, Dash, Vorm
from gebiedsplan.plan.grafiek import Lijn, Notatie, Trend

Marker: TypeAlias = Literal["circle", "square", "triangle", "diamond"]
DashName: TypeAlias = Literal["solid", "dash", "dot", "dashdot"]

MARKERS: Final[dict[Vorm, Marker]] = {"stip": "circle", "vierkant": "square", "op": "triangle", "ruit": "diamond"}
OTHER_MARKERS: Final[tuple[Marker, ...]] = ("square", "diamond", "triangle", "circle")

_ELDERS: Final = "niet te vergelijken: staat in de andere reeks"
HEIGHT: Final = 66.0  # millimetres
YEARS_ROOM: Final = 0.15


def describe_trend(trend: Trend, stijl: Stijl) -> Chart:
    """Lines over the years as far apart as they were; a legend names them."""
    lowest, highest = value_range(trend)
    looks = [_line_look(look, number) for number, look in enumerate(looks_of(trend.lijnen, stijl))]
    stretches = [
        (stretch, look) for lijn, look in zip(trend.lijnen, looks, strict=True) for stretch in _stretches(lijn)
    ]
    return Chart(
        kind="lines",
        heading="Jaar",
        categories=trend.jaren,
        series=tuple(
            Series(
                name=_name(lijn),
                values=tuple(rounded(trend.notatie, punt.waarde) for punt in lijn.punten),
                look=look,
                points=_ends(lijn, look, trend.notatie) if look.bold else (),
                reasons=reasons([punt.waarde for punt in lijn.punten], [punt.tekst for punt in lijn.punten]),
            )
            for lijn, look in stretches
        ),
        along=Axis(lowest, highest, round_step(highest - lowest, 4), number_format(GETAL)),
        across=_years(trend.jaren, unit(trend)),
        lettering=lettering(stijl),
        width_mm=BREEDTE,
        height_mm=HEIGHT + legend_height(stijl, [lijn.label for lijn, _ in stretches]),
        precision=precise(trend.notatie),
    )


def _stretches(lijn: Lijn) -> Iterator[Lijn]:
    """A line, or the parts of one that breaks: a series in Word cannot stop between two of its values."""
    starts = [index for index, punt in enumerate(lijn.punten) if punt.breuk and index]
    for begin, end in pairwise([0, *starts, len(lijn.punten)]):
        punten = tuple(
            punt if begin <= index < end or punt.waarde is None else replace(punt, waarde=None, tekst=_ELDERS)
            for index, punt in enumerate(lijn.punten)
        )
        until = f" (tot {lijn.punten[end].jaar})" if end < len(lijn.punten) else ""
        yield replace(lijn, label=f"{lijn.label}{until}", punten=punten)


def _name(lijn: Lijn) -> str:
    """The name in the legend; of a line without any value with the reason."""
    *_, last = lijn.punten
    known = any(punt.waarde is not None for punt in lijn.punten)
    return lijn.label if known else named(lijn.label, None, last.tekst)


def _line_look(look: LineLook, number: int) -> Look:
    marker = MARKERS.get(look.vorm, "circle") if look.bold else OTHER_MARKERS[number % len(OTHER_MARKERS)]
    return Look(hexadecimal(look.color), dash=_dash(look.dash), marker=marker, width=look.width, bold=look.bold)


def _ends(lijn: Lijn, look: Look, notatie: Notatie) -> tuple[Point, ...]:
    """The first and the last value of an own line, beside it; between them other lines would run through a label."""
    known = [index for index, punt in enumerate(lijn.punten) if punt.waarde is not None]
    ends = [Point(known[0], look, number_format(notatie), "left")] if len(known) > 1 else []
    return (*ends, *(Point(index, look, number_format(notatie), "right") for index in known[-1:]))


def _dash(dash: Dash) -> DashName:
    """The nearest that Word has: a long stroke, a short one, or both in turn."""
    if not dash:
        return "solid"
    if len(dash) > 2:
        return "dashdot"
    return "dash" if dash[0] > dash[1] else "dot"


def _years(jaren: Sequence[int], title: str) -> Axis:
    """A mark at every measured year, and a free step at either side, unnamed, where labels have room.

    What is measured stands below the years, where it can be read without turning your head.
    """
    first, last = jaren[0], jaren[-1]
    apart = reduce(math.gcd, (after - before for before, after in pairwise(jaren)), 0) or 1
    fitting = [step for step in range(1, apart + 1) if apart % step == 0 and step <= (last - first) * YEARS_ROOM]
    step = max(fitting, default=1)
    return Axis(first - step, last + step, step, f'[<{first}]"";[>{last}]"";0', title)
