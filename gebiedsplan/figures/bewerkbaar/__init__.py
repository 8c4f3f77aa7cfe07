"""The same charts as data, for a program that draws them itself: what a reader can change in Word.

The numbers are those of the drawing with one decimal more than the plan writes, and read as the plan writes them.
A number that is missing is None; why it is missing stands behind the name of its row, as in the drawing.
"""

from __future__ import annotations

from typing import assert_never

from gebiedsplan.chart import Chart
from gebiedsplan.figures.bewerkbaar.bandbreedtes import describe_bandbreedtes
from gebiedsplan.figures.bewerkbaar.doelen import describe_doelen
from gebiedsplan.figures.bewerkbaar.kernbeeld import describe_kernbeeld
from gebiedsplan.figures.bewerkbaar.leeftijdsopbouw import describe_leeftijdsopbouw
from gebiedsplan.figures.bewerkbaar.trend import describe_trend
from gebiedsplan.figures.bewerkbaar.vergelijking import describe_vergelijking
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.plan.grafiek import (
    Bandbreedtes,
    Bogen,
    Doelenkaart,
    Grafiek,
    Kernbeeld,
    Leeftijdsopbouw,
    Staven,
    Trend,
    Vergelijking,
)

__all__ = ["describe"]


def describe(grafiek: Grafiek, stijl: Stijl) -> Chart | None:
    """``grafiek`` as data and looks; colours, order and text are those of the drawing.

    None when it holds no number, and for ``Staven``: a page to hang up is not calculated with.
    """
    match grafiek:
        case Kernbeeld():
            return describe_kernbeeld(grafiek, stijl)
        case Vergelijking():
            return describe_vergelijking(grafiek, stijl)
        case Trend():
            return describe_trend(grafiek, stijl)
        case Leeftijdsopbouw():
            return describe_leeftijdsopbouw(grafiek, stijl)
        case Doelenkaart():
            return describe_doelen(grafiek, stijl)
        case Bandbreedtes():
            return describe_bandbreedtes(grafiek, stijl)
        case Staven() | Bogen():
            return None
        case _:
            assert_never(grafiek)
