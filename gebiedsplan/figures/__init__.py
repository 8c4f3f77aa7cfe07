"""Draw the charts of a plan; what they say was decided before."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from gebiedsplan.chart import Chart
from gebiedsplan.document import Picture
from gebiedsplan.figures.bandbreedtes import draw_bandbreedtes
from gebiedsplan.figures.bewerkbaar import describe
from gebiedsplan.figures.bogen import draw_bogen
from gebiedsplan.figures.doelen import draw_doelen
from gebiedsplan.figures.kernbeeld import draw_kernbeeld
from gebiedsplan.figures.kernbeeld_klein import draw_kernbeeld_klein
from gebiedsplan.figures.leeftijdsopbouw import draw_leeftijdsopbouw
from gebiedsplan.figures.punten import draw_punten
from gebiedsplan.figures.staven import draw_staven
from gebiedsplan.figures.stijl import Stijl, stijl_van
from gebiedsplan.figures.trend import draw_trend
from gebiedsplan.figures.vergelijking import draw_vergelijking
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.plan.grafiek import (
    Bandbreedtes,
    Bogen,
    Doelenkaart,
    Grafiek,
    Kernbeeld,
    KleinKernbeeld,
    Leeftijdsopbouw,
    Staven,
    Trend,
    Vergelijking,
)

__all__ = ["as_data", "draw", "draw_small"]


# Who looks at a plan while working on it changes one figure; most drawings stay as they were.
@lru_cache(maxsize=128)
def draw(grafiek: Grafiek, huisstijl: Huisstijl) -> Picture:
    """Draw ``grafiek`` in the house style of a gemeente, 160 millimetres wide; ``Staven`` are half as wide.

    The title, the source and the data stand in the text around the picture and are not drawn. The picture brings
    along the same chart as data.
    """
    stijl = stijl_van(huisstijl)
    return replace(_drawn(grafiek, stijl), chart=describe(grafiek, stijl))


def as_data(grafiek: Grafiek, huisstijl: Huisstijl) -> Chart | None:
    """``grafiek`` as data alone, the same that ``draw`` brings along; None when there is no such chart."""
    return describe(grafiek, stijl_van(huisstijl))


@lru_cache(maxsize=64)
def draw_small(kernbeeld: KleinKernbeeld, huisstijl: Huisstijl) -> Picture:
    """Draw ``kernbeeld`` in a house style, 55 millimetres wide and without a word."""
    return draw_kernbeeld_klein(kernbeeld, stijl_van(huisstijl))


def _drawn(grafiek: Grafiek, stijl: Stijl) -> Picture:
    match grafiek:
        case Kernbeeld():
            return draw_kernbeeld(grafiek, stijl)
        case Vergelijking():
            return draw_punten(grafiek, stijl) if grafiek.punten else draw_vergelijking(grafiek, stijl)
        case Trend():
            return draw_trend(grafiek, stijl)
        case Leeftijdsopbouw():
            return draw_leeftijdsopbouw(grafiek, stijl)
        case Doelenkaart():
            return draw_doelen(grafiek, stijl)
        case Bandbreedtes():
            return draw_bandbreedtes(grafiek, stijl)
        case Staven():
            return draw_staven(grafiek, stijl)
        case Bogen():
            return draw_bogen(grafiek, stijl)
        case _:
            assert_never(grafiek)
