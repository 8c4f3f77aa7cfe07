"""The bare cost of charts: the same numbers, drawn by matplotlib as anyone would who has nothing but numbers.

One axes with bars for every series, as PNG and as SVG, of the same size and with as many dots. No word of a plan is in
it, so it stays the same when our own drawing becomes slower or faster.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

_MM = 1 / 25.4
_MEESTE = 60


def seconden(grafieken: Iterable[object], punten_per_inch: int) -> float:
    """Processor seconds to draw all of ``grafieken``."""
    begin = time.process_time()
    for grafiek in grafieken:
        _teken(list(_getallen(grafiek))[:_MEESTE], punten_per_inch)
    return time.process_time() - begin


def _teken(getallen: list[float], punten_per_inch: int) -> None:
    figuur = Figure(figsize=(160 * _MM, (20 + 3 * len(getallen)) * _MM), dpi=punten_per_inch)
    assen = figuur.add_subplot()
    assen.barh(range(len(getallen)), getallen)
    assen.set_yticks(range(len(getallen)), [f"Rij {nummer}" for nummer in range(len(getallen))])
    for doek, soort in ((FigureCanvasAgg(figuur), "png"), (FigureCanvasSVG(figuur), "svg")):
        doek.print_figure(BytesIO(), format=soort, dpi=punten_per_inch)


def _getallen(waarde: object) -> Iterable[float]:
    """Every number in a chart."""
    if isinstance(waarde, float):
        yield waarde
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from _getallen(deel)
    elif is_dataclass(waarde):
        for veld in fields(waarde):
            yield from _getallen(getattr(waarde, veld.name))
