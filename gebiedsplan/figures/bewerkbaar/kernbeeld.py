"""Every indicator of one area against the reference, as bars of the difference."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from gebiedsplan.chart import Axis, Chart, Look, Point, Series
from gebiedsplan.figures.bewerkbaar.opmaak import (
    PUNTEN,
    TITLE_LINE,
    VOORBEELD,
    hexadecimal,
    label_room,
    legend_height,
    lettering,
    named,
    number_format,
    other_looks,
    precise,
    reasons,
    rounded,
    unsigned,
)
from gebiedsplan.figures.kernbeeld import mark_of, meanings
from gebiedsplan.figures.kolommen import label_column
from gebiedsplan.figures.schaal import round_step
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vorm
from gebiedsplan.plan.grafiek import Kernbeeld, KernbeeldRij

TEKENS: Final[dict[Vorm, str]] = {"op": "▲", "neer": "▼", "stip": "●", "vierkant": "■"}
# Millimetres.
TITLE_WIDTH: Final = 120.0
# As low as the drawing: it stands on the page that sums up the plan. With the own bar high in its row, its label stays
# clear of the bars below.
ROW: Final = 4.8
ABOVE: Final = 1.0
AXIS: Final = 5.5
EDGE: Final = 3.0
NAMES_MAX: Final = 62.0
GAP: Final = 0.3


def describe_kernbeeld(kernbeeld: Kernbeeld, stijl: Stijl) -> Chart:
    """Differences as bars: right is favourable. The verdict is a colour and a sign in the label."""
    rijen = tuple(rij for groep in kernbeeld.groepen for rij in groep.rijen)
    own = Series(
        name=kernbeeld.eigen_naam,
        values=tuple(rounded(PUNTEN, rij.eigen) for rij in rijen),
        look=Look(hexadecimal(stijl.accent), bold=True),
        labels=number_format(PUNTEN),
        points=tuple(_own_point(number, rij, stijl) for number, rij in enumerate(rijen) if rij.eigen is not None),
        reasons=_reasons(kernbeeld, [(rij.eigen, rij.eigen_tekst, rij.referentie_tekst) for rij in rijen]),
    )
    gemeente = Series(
        name=kernbeeld.gemeente_naam,
        values=tuple(rounded(PUNTEN, rij.gemeente) for rij in rijen),
        look=other_looks(stijl)[0],
        reasons=_reasons(kernbeeld, [(rij.gemeente, rij.gemeente_tekst, rij.referentie_tekst) for rij in rijen]),
    )
    land = Series(
        name=kernbeeld.land_naam,
        values=tuple(rounded(PUNTEN, rij.land) for rij in rijen),
        look=other_looks(stijl)[1],
        reasons=_reasons(kernbeeld, [(rij.land, rij.land_tekst, rij.referentie_tekst) for rij in rijen]),
    )
    series = (own, *(other for other in (gemeente, land) if any(value is not None for value in other.values)))
    legend = legend_height(stijl, [een.name for een in series])
    title = _explained(kernbeeld, stijl)
    room = label_room(stijl, ["▲ 10,0", *(f"▲ 10,0{VOORBEELD}" for rij in rijen if rij.voorbeeld)])
    categories = tuple(named(rij.label, rij.eigen, rij.eigen_tekst) for rij in rijen)
    rows_height = len(rijen) * ROW
    names = label_column(stijl, [*categories], most=NAMES_MAX) + EDGE
    return Chart(
        kind="bars",
        heading=f"Verschil met {kernbeeld.referentie_naam} in procentpunten (plus is gunstiger)",
        categories=categories,
        series=series,
        along=_differences(series, kernbeeld.grens, room, "\n".join(title)),
        lettering=lettering(stijl),
        width_mm=BREEDTE,
        height_mm=ABOVE + rows_height + AXIS + TITLE_LINE * len(title) + legend,
        precision=precise(PUNTEN),
        gap=GAP,
        plot_mm=(names, ABOVE, BREEDTE - names - EDGE, rows_height),
    )


def _reasons(kernbeeld: Kernbeeld, rijen: Sequence[tuple[float | None, str, str]]) -> tuple[str, ...]:
    """Why a difference is missing: what stands in place of the figure, and in place of what it is set beside."""
    waarden = [verschil for verschil, _, _ in rijen]
    naast = kernbeeld.referentie_naam
    return reasons(waarden, [f"{tekst}; {naast}: {referentie}" for _, tekst, referentie in rijen])


def _own_point(number: int, rij: KernbeeldRij, stijl: Stijl) -> Point:
    mark = mark_of(rij.oordeel, stijl)
    look = Look(hexadecimal(mark.color), "striped" if rij.voorbeeld else "solid", hexadecimal(stijl.papier), bold=True)
    after = VOORBEELD if rij.voorbeeld else ""
    return Point(number, look, unsigned(number_format(PUNTEN, f"{TEKENS[mark.vorm]} ", after)))


def _differences(series: Iterable[Series], grens: float, room: float, title: str) -> Axis:
    """As far to the left as to the right, so that the reference stands in the middle, as in the drawing."""
    distances = [abs(value) for een in series for value in een.values if value is not None]
    reach = max([*distances, 2 * grens, 1.0]) * (1 + room)
    step = round_step(reach, 4)
    edge = math.ceil(reach / step) * step
    return Axis(-edge, edge, step, unsigned("0.0" if step < 1 else "0"), title)


def _explained(kernbeeld: Kernbeeld, stijl: Stijl) -> tuple[str, ...]:
    """What left, right and the signs mean, in lines that fit below the chart."""
    lines = [f"Verschil met {kernbeeld.referentie_naam} in procentpunten: links minder gunstig, rechts gunstiger."]
    for oordeel, text in meanings(kernbeeld).items():
        sign = f"{TEKENS[mark_of(oordeel, stijl).vorm]} {text}"
        longer = f"{lines[-1]}   {sign}"
        if len(lines) > 1 and stijl.width_mm(longer, stijl.gewoon) <= TITLE_WIDTH:
            lines[-1] = longer
        else:
            lines.append(sign)
    return tuple(lines)
