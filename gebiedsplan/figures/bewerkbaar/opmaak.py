"""How numbers, names and colours of a chart are written down for who draws it, and how high it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from matplotlib.colors import to_hex

from gebiedsplan.chart import Lettering, Look
from gebiedsplan.figures.schaal import round_step
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE
from gebiedsplan.plan.grafiek import Notatie

VOORBEELD: Final = " (voorbeeld)"
PROCENT: Final = Notatie()
GETAL: Final = Notatie(achter="")
PUNTEN: Final = Notatie(decimalen=1, achter="")

# Millimetres.
NARROWEST_PLOT: Final = 85.0
AFTER_BAR: Final = 3.0
BAR: Final = 3.6
BETWEEN_GROUPS: Final = 2.8
AROUND_BARS: Final = 14.0
TITLE_LINE: Final = 4.0
LEGEND_LINE: Final = 4.5
AROUND_LEGEND: Final = 2.5
LEGEND_KEY: Final = 14.0


def rounded(notatie: Notatie, waarde: float | None) -> float | None:
    """A value as it stands in the data; None when it is missing."""
    return None if waarde is None else notatie.getal(waarde)


def number_format(notatie: Notatie, before: str = "", after: str = "") -> str:
    """The number format that writes as ``notatie`` does, with text around it."""
    return _quoted(before) + _digits(notatie.decimalen) + _quoted(notatie.achter + after)


def _digits(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


def unsigned(number_format: str) -> str:
    """The same below zero: which way is unfavourable is said by its place."""
    return f"{number_format};{number_format}"


def precise(notatie: Notatie) -> str:
    """The number format of the data: one decimal more than is written."""
    return _digits(notatie.decimalen + 1)


def named(label: str, waarde: float | None, tekst: str) -> str:
    """The name of a row, with the reason when its value is missing."""
    return f"{label}: {tekst}" if waarde is None and tekst else label


def reasons(waarden: Sequence[float | None], teksten: Sequence[str]) -> tuple[str, ...]:
    """Why each value is missing, "" where it is not; () when all are there."""
    gevonden = tuple("" if waarde is not None else tekst for waarde, tekst in zip(waarden, teksten, strict=True))
    return gevonden if any(gevonden) else ()


def label_room(stijl: Stijl, labels: Sequence[str]) -> float:
    """The share of the scale that the widest of ``labels`` needs behind the longest bar."""
    widest = max((stijl.width_mm(label, stijl.gewoon, bold=True) for label in labels), default=0.0) + AFTER_BAR
    return widest / (NARROWEST_PLOT - widest)


def round_up(value: float) -> float:
    """A round number that is a little more than ``value``."""
    step = round_step(value, 20)
    return math.ceil(value / step) * step


def bars_height(rows: int, bars: int) -> float:
    """The height in millimetres of a chart with so many rows of so many bars."""
    return rows * (bars * BAR + BETWEEN_GROUPS) + AROUND_BARS


def legend_height(stijl: Stijl, names: Sequence[str]) -> float:
    """The height in millimetres of a legend below a chart, in columns as wide as its longest name."""
    widest = max(stijl.width_mm(name, stijl.gewoon) for name in names) + LEGEND_KEY
    lines = math.ceil(len(names) / max(1, int(BREEDTE / widest)))
    return lines * LEGEND_LINE + AROUND_LEGEND


def lettering(stijl: Stijl) -> Lettering:
    """Text as in the drawing."""
    return Lettering(hexadecimal(stijl.inkt), hexadecimal(stijl.gedempt), hexadecimal(stijl.lijn), stijl.gewoon)


def other_looks(stijl: Stijl) -> tuple[Look, ...]:
    """Regions to compare with, in greys that stay apart on any printer."""
    edge, paper = hexadecimal(stijl.gedempt), hexadecimal(stijl.papier)
    return Look(edge, "open", hexadecimal(stijl.lijn)), Look(edge, "open", paper), Look(edge, "dotted", paper)


def hexadecimal(color: str) -> str:
    """A colour as six digits."""
    return to_hex(color).removeprefix("#").upper()
