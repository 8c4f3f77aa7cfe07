"""The same charts as data, for a program that draws them itself: what a reader can change in Word.

The numbers are those of the drawing with one decimal more than the plan writes, and read as the plan writes them.
A number that is missing is None; why it is missing stands behind the name of its row, as in the drawing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from typing import Final, Literal, TypeAlias, assert_never

from matplotlib.colors import to_hex

from gebiedsplan.chart import Axis, Chart, Lettering, Look, Point, Series
from gebiedsplan.figures.kernbeeld import mark_of, meanings
from gebiedsplan.figures.schaal import round_step
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.trend import LineLook, looks_of, unit, value_range
from gebiedsplan.figures.vel import BREEDTE, Dash, Vorm
from gebiedsplan.plan.grafiek import (
    Grafiek,
    Kernbeeld,
    KernbeeldRij,
    Leeftijdsopbouw,
    Lijn,
    Notatie,
    Staaf,
    Trend,
    Vergelijking,
)

Marker: TypeAlias = Literal["circle", "square", "triangle", "diamond"]
DashName: TypeAlias = Literal["solid", "dash", "dot", "dashdot"]

VOORBEELD: Final = " (voorbeeld)"
PROCENT: Final = Notatie()
GETAL: Final = Notatie(achter="")
TEKENS: Final[dict[Vorm, str]] = {"op": "▲", "neer": "▼", "stip": "●", "vierkant": "■"}
MARKERS: Final[dict[Vorm, Marker]] = {"stip": "circle", "vierkant": "square", "op": "triangle", "ruit": "diamond"}
OTHER_MARKERS: Final[tuple[Marker, ...]] = ("square", "diamond", "triangle", "circle")

# Millimetres.
BAR: Final = 3.6
BETWEEN_GROUPS: Final = 2.8
AROUND_BARS: Final = 14.0
LEGEND: Final = 7.0
TREND_HEIGHT: Final = 75.0
TITLE_WIDTH: Final = 110.0
TITLE_LINE: Final = 4.0
# Shares of the scale that a label behind the longest bar needs.
LABEL_ROOM: Final = 0.12
VOORBEELD_ROOM: Final = 0.35
YEARS_ROOM: Final = 0.15


def describe(grafiek: Grafiek, stijl: Stijl) -> Chart:
    """``grafiek`` as data and looks; colours, order and text are those of the drawing."""
    match grafiek:
        case Kernbeeld():
            return _kernbeeld(grafiek, stijl)
        case Vergelijking():
            return _vergelijking(grafiek, stijl)
        case Trend():
            return _trend(grafiek, stijl)
        case Leeftijdsopbouw():
            return _leeftijdsopbouw(grafiek, stijl)
        case _:
            assert_never(grafiek)


# -- vergelijking


def _vergelijking(vergelijking: Vergelijking, stijl: Stijl) -> Chart:
    """One series, as the table behind it; the reference is its last bar, because a lying bar chart knows no lines."""
    notatie = vergelijking.notatie
    staven = (*vergelijking.staven, *_reference_bar(vergelijking))
    reach = max([*(max(s.waarde or 0.0, s.boven or 0.0) for s in staven), 0.0]) or 1.0
    room = VOORBEELD_ROOM if any(s.voorbeeld for s in staven) else LABEL_ROOM
    series = Series(
        name=vergelijking.eenheid,
        values=tuple(_number(notatie, s.waarde) for s in staven),
        look=_bar_look(staven[0], stijl),
        labels=_format(notatie),
        points=tuple(_point(number, s, notatie, stijl) for number, s in enumerate(staven)),
        bounds=tuple(_bounds(s, notatie) for s in staven) if any(_bounds(s, notatie) for s in staven) else (),
    )
    return Chart(
        kind="bars",
        heading=vergelijking.basis.raster.kop[0],
        categories=tuple(_named(s.label, s.waarde, s.tekst) for s in staven),
        series=(series,),
        along=Axis(0, _round_up(reach * (1 + room)), 0, "", vergelijking.eenheid),
        lettering=_lettering(stijl),
        width_mm=BREEDTE,
        height_mm=_bars_height(len(staven), 1),
        precision=_precise(notatie),
    )


def _reference_bar(vergelijking: Vergelijking) -> Iterable[Staaf]:
    if vergelijking.referentie is not None:
        waarde, naam = vergelijking.referentie
        yield Staaf(naam, waarde, "", "referentie", None, None, voorbeeld=False)


def _point(number: int, staaf: Staaf, notatie: Notatie, stijl: Stijl) -> Point:
    return Point(number, _bar_look(staaf, stijl), _format(notatie, after=VOORBEELD if staaf.voorbeeld else ""))


def _bar_look(staaf: Staaf, stijl: Stijl) -> Look:
    if staaf.rol == "referentie":
        return Look(_hex(stijl.inkt), "open", _hex(stijl.vlak))
    own = staaf.rol == "eigen"
    fill: Literal["striped", "solid"] = "striped" if staaf.voorbeeld else "solid"
    return Look(_hex(stijl.accent if own else stijl.grijs), fill, _hex(stijl.papier), bold=own)


def _bounds(staaf: Staaf, notatie: Notatie) -> tuple[float, float] | None:
    if staaf.waarde is None or staaf.onder is None or staaf.boven is None:
        return None
    return notatie.getal(staaf.onder), notatie.getal(staaf.boven)


# -- trend


def _trend(trend: Trend, stijl: Stijl) -> Chart:
    """Lines over the years as far apart as they were; a legend names them."""
    lowest, highest = value_range(trend)
    looks = [_line_look(look, number) for number, look in enumerate(looks_of(trend.lijnen, stijl))]
    return Chart(
        kind="lines",
        heading="Jaar",
        categories=trend.jaren,
        series=tuple(
            Series(
                name=lijn.label,
                values=tuple(_number(trend.notatie, punt.waarde) for punt in lijn.punten),
                look=look,
                points=_ends(lijn, look, trend.notatie) if look.bold else (),
            )
            for lijn, look in zip(trend.lijnen, looks, strict=True)
        ),
        along=Axis(lowest, highest, round_step(highest - lowest, 4), _format(GETAL)),
        across=_years(trend.jaren, unit(trend)),
        lettering=_lettering(stijl),
        width_mm=BREEDTE,
        height_mm=TREND_HEIGHT,
        precision=_precise(trend.notatie),
    )


def _line_look(look: LineLook, number: int) -> Look:
    marker = MARKERS.get(look.vorm, "circle") if look.bold else OTHER_MARKERS[number % len(OTHER_MARKERS)]
    return Look(_hex(look.color), dash=_dash(look.dash), marker=marker, width=look.width, bold=look.bold)


def _ends(lijn: Lijn, look: Look, notatie: Notatie) -> tuple[Point, ...]:
    """The first and the last value of an own line, beside it; between them other lines would run through a label."""
    known = [index for index, punt in enumerate(lijn.punten) if punt.waarde is not None]
    first, last = known[0], known[-1]
    ends = (Point(first, look, _format(notatie), "left"), Point(last, look, _format(notatie), "right"))
    return ends if first < last else ends[1:]


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


# -- leeftijdsopbouw


def _leeftijdsopbouw(opbouw: Leeftijdsopbouw, stijl: Stijl) -> Chart:
    """For each age group a bar for every region, in the order of the columns of the drawing."""
    shares = [share for groep in opbouw.groepen for share in groep.aandelen if share is not None]
    return Chart(
        kind="bars",
        heading=f"{opbouw.basis.raster.kop[0]} (% van de inwoners)",
        categories=tuple(groep.label for groep in opbouw.groepen),
        series=tuple(
            Series(
                name=regio,
                values=tuple(_number(PROCENT, groep.aandelen[number]) for groep in opbouw.groepen),
                look=_region_look(number, stijl),
                labels=_format(PROCENT),
            )
            for number, regio in enumerate(opbouw.regios)
        ),
        along=Axis(0, _round_up(max(shares, default=1.0) * (1 + LABEL_ROOM)), 0, "", "% van de inwoners"),
        lettering=_lettering(stijl),
        width_mm=BREEDTE,
        height_mm=_bars_height(len(opbouw.groepen), len(opbouw.regios)) + LEGEND,
        precision=_precise(PROCENT),
    )


def _region_look(number: int, stijl: Stijl) -> Look:
    if number == 0:
        return Look(_hex(stijl.accent), bold=True)
    return _others(stijl)[(number - 1) % len(_others(stijl))]


def _others(stijl: Stijl) -> tuple[Look, ...]:
    """Regions to compare with, in greys that stay apart on any printer."""
    edge, paper = _hex(stijl.gedempt), _hex(stijl.papier)
    return Look(edge, "open", _hex(stijl.lijn)), Look(edge, "open", paper), Look(edge, "dotted", paper)


# -- kernbeeld


def _kernbeeld(kernbeeld: Kernbeeld, stijl: Stijl) -> Chart:
    """Differences as bars: right is favourable. The verdict is a colour and a sign in the label."""
    rijen = tuple(rij for groep in kernbeeld.groepen for rij in groep.rijen)
    own = Series(
        name=kernbeeld.eigen_naam,
        values=tuple(_number(GETAL, rij.eigen) for rij in rijen),
        look=Look(_hex(stijl.accent), bold=True),
        labels=_format(GETAL, decimals=1),
        points=tuple(_own_point(number, rij, stijl) for number, rij in enumerate(rijen) if rij.eigen is not None),
    )
    gemeente = Series(
        name=kernbeeld.gemeente_naam,
        values=tuple(_number(GETAL, rij.gemeente) for rij in rijen),
        look=_others(stijl)[0],
    )
    land = Series(
        name=kernbeeld.land_naam,
        values=tuple(_number(GETAL, rij.land) for rij in rijen),
        look=_others(stijl)[1],
    )
    series = (own, *(other for other in (gemeente, land) if any(value is not None for value in other.values)))
    title = _explained(kernbeeld, stijl)
    return Chart(
        kind="bars",
        heading=f"Verschil met {kernbeeld.referentie_naam} in procentpunten (plus is gunstiger)",
        categories=tuple(_named(rij.label, rij.eigen, rij.eigen_tekst) for rij in rijen),
        series=series,
        along=_differences(series, kernbeeld.grens, "\n".join(title)),
        lettering=_lettering(stijl),
        width_mm=BREEDTE,
        height_mm=_bars_height(len(rijen), len(series)) + LEGEND + TITLE_LINE * len(title),
        precision=_precise(GETAL),
    )


def _own_point(number: int, rij: KernbeeldRij, stijl: Stijl) -> Point:
    mark = mark_of(rij.oordeel, stijl)
    look = Look(_hex(mark.color), "striped" if rij.voorbeeld else "solid", _hex(stijl.papier), bold=True)
    after = VOORBEELD if rij.voorbeeld else ""
    return Point(number, look, _unsigned(_format(GETAL, f"{TEKENS[mark.vorm]} ", after, decimals=1)))


def _differences(series: Iterable[Series], grens: float, title: str) -> Axis:
    """As far to the left as to the right, so that the reference stands in the middle, as in the drawing."""
    distances = [abs(value) for een in series for value in een.values if value is not None]
    reach = max([*distances, 2 * grens, 1.0]) * (1 + LABEL_ROOM)
    step = round_step(reach, 4)
    edge = math.ceil(reach / step) * step
    return Axis(-edge, edge, step, _unsigned("0.0" if step < 1 else "0"), title)


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


# -- numbers, names and sizes


def _number(notatie: Notatie, waarde: float | None) -> float | None:
    return None if waarde is None else notatie.getal(waarde)


def _format(notatie: Notatie, before: str = "", after: str = "", *, decimals: int | None = None) -> str:
    """The number format that writes as ``notatie`` does."""
    places = notatie.decimalen if decimals is None else decimals
    number = "#,##0" + ("." + "0" * places if places else "")
    return _quoted(before) + number + _quoted(notatie.achter + after)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


def _unsigned(number_format: str) -> str:
    """The same below zero: which way is unfavourable is said by its place."""
    return f"{number_format};{number_format}"


def _precise(notatie: Notatie) -> str:
    return _format(GETAL, decimals=notatie.decimalen + 1)


def _named(label: str, waarde: float | None, tekst: str) -> str:
    """The name of a row, with the reason when its value is missing."""
    return f"{label}: {tekst}" if waarde is None and tekst else label


def _round_up(value: float) -> float:
    step = round_step(value, 20)
    return math.ceil(value / step) * step


def _bars_height(rows: int, bars: int) -> float:
    return rows * (bars * BAR + BETWEEN_GROUPS) + AROUND_BARS


def _lettering(stijl: Stijl) -> Lettering:
    return Lettering(_hex(stijl.inkt), _hex(stijl.gedempt), _hex(stijl.lijn), stijl.gewoon)


def _hex(color: str) -> str:
    return to_hex(color).removeprefix("#").upper()
