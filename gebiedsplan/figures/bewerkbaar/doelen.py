"""The goals of an area as bars: how much of the way from nulmeting to goal each has gone, and should have."""

from __future__ import annotations

import math
from typing import Final

from gebiedsplan.chart import Axis, Chart, Look, Point, Series
from gebiedsplan.figures.bewerkbaar.opmaak import (
    PROCENT,
    TITLE_LINE,
    VOORBEELD,
    bars_height,
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
)
from gebiedsplan.figures.doelen import mark_of
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vorm
from gebiedsplan.plan.grafiek import Doelenkaart, DoelRij

TEKENS: Final[dict[Vorm, str]] = {"op": "▲", "neer": "▼", "stip": "●", "vierkant": "■", "ruit": "◆"}
STEP: Final = 25


def describe_doelen(kaart: Doelenkaart, stijl: Stijl) -> Chart | None:
    """0% is the nulmeting and 100% the goal; Word draws no marks on bars, so the line is a bar of its own.

    None when nothing was measured since: without a number there is nothing to edit, and the drawing says more.
    """
    rijen = kaart.rijen
    if not any(rij.stappen for rij in rijen):
        return None
    own = Series(
        name="Laatste meting",
        values=tuple(rounded(PROCENT, 100 * rij.stappen[-1].deel if rij.stappen else None) for rij in rijen),
        look=Look(hexadecimal(stijl.accent), bold=True),
        labels=number_format(PROCENT),
        points=tuple(_point(number, rij, stijl) for number, rij in enumerate(rijen) if rij.stappen),
        reasons=reasons([1.0 if rij.stappen else None for rij in rijen], [rij.oordeel for rij in rijen]),
    )
    line = Series(
        name="Rechte lijn van nulmeting naar doel",
        values=tuple(rounded(PROCENT, None if rij.lijn is None else 100 * rij.lijn) for rij in rijen),
        look=other_looks(stijl)[0],
        reasons=reasons([rij.lijn for rij in rijen], [rij.oordeel for rij in rijen]),
    )
    known = [value for een in (own, line) for value in een.values if value is not None]
    room = label_room(stijl, [f"▲ 100%{_after(rij)}" for rij in rijen if rij.stappen])
    return Chart(
        kind="bars",
        heading="Deel van de weg van nulmeting naar doel",
        categories=tuple(_named(rij) for rij in rijen),
        series=(own, line),
        along=Axis(
            math.floor(min([0.0, *known]) / STEP) * STEP,
            math.ceil(max([100.0, *known]) * (1 + room) / STEP) * STEP,
            STEP,
            number_format(PROCENT),
            "0% is de nulmeting, 100% is het doel",
        ),
        lettering=lettering(stijl),
        width_mm=BREEDTE,
        height_mm=bars_height(len(rijen), 2) + TITLE_LINE + legend_height(stijl, [own.name, line.name]),
        precision=precise(PROCENT),
    )


def _named(rij: DoelRij) -> str:
    """The name of a goal; with what is said of it where nothing was measured."""
    return named(rij.label, rij.stappen[-1].deel if rij.stappen else None, rij.oordeel)


def _point(number: int, rij: DoelRij, stijl: Stijl) -> Point:
    mark = mark_of(rij.woord, stijl)
    look = Look(hexadecimal(mark.color), "striped" if rij.voorbeeld else "solid", hexadecimal(stijl.papier), bold=True)
    return Point(number, look, number_format(PROCENT, f"{TEKENS[mark.vorm]} ", _after(rij)))


def _after(rij: DoelRij) -> str:
    """What stands behind the number of a bar."""
    return f" {rij.woord}{VOORBEELD if rij.voorbeeld else ''}"
