"""Columns of text to the left of the marks: what a row is called and its values, as wide as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, line_height

GAP: Final = 4.5
MARKS_MIN: Final = 55.0
LABEL_MIN: Final = 22.0
LABEL_MAX: Final = 54.0
VALUE_MIN: Final = 8.5
KOP_MAX: Final = 19.0
REASON_MAX: Final = 13.0
WORD_MAX: Final = 26.0
ROW_MIN: Final = 4.1
ROW_PADDING: Final = 0.8
# Measured and drawn widths differ by a rounding, and a PNG ends at its last whole pixel.
SLACK: Final = 0.3

Lines: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cel:
    """A wrapped value, or the reason it is missing (in small letters)."""

    lines: Lines
    reden: bool


@dataclass(frozen=True, slots=True)
class Kolom:
    """A value column: its header, its cells and its right edge in millimetres."""

    kop: Lines
    cellen: tuple[Cel, ...]
    rechts: float


@dataclass(frozen=True, slots=True)
class Kolommen:
    """Names of the rows and value columns, laid out in millimetres; the first value column is the own area."""

    labels: tuple[Lines, ...]
    waarden: tuple[Kolom, ...]
    kop_hoogte: float
    rij_hoogten: tuple[float, ...]

    @property
    def einde(self) -> float:
        """Where the columns end and the marks may start."""
        return self.waarden[-1].rechts + GAP


def lay_out(
    stijl: Stijl,
    labels: Sequence[str],
    koppen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    *,
    row_min: float = ROW_MIN,
    before_kop: float = 0.0,
) -> Kolommen:
    """Wrap ``labels``, ``koppen`` (the first bold) and ``rijen`` (a value for each of ``koppen``) into columns.

    A row is at least ``row_min`` high; ``before_kop`` is room to leave free before each of ``koppen``.
    """
    parts = [
        _column(stijl, kop, [rij[number] for rij in rijen], before_kop, bold=number == 0)
        for number, kop in enumerate(koppen)
    ]
    room = BREEDTE - MARKS_MIN - GAP - sum(width + GAP for _, _, width in parts)
    label_width = label_column(stijl, labels, most=min(LABEL_MAX, room))
    waarden: list[Kolom] = []
    edge = label_width
    for lines, cellen, width in parts:
        edge += GAP + width
        waarden.append(Kolom(lines, cellen, edge))
    label_lines = tuple(stijl.wrap(label, label_width, stijl.gewoon) for label in labels)
    return Kolommen(
        labels=label_lines,
        waarden=tuple(waarden),
        kop_hoogte=line_height(stijl.gewoon) * max(len(kolom.kop) for kolom in waarden),
        rij_hoogten=tuple(
            _row_height(stijl, row_min, lines, [kolom.cellen[row] for kolom in waarden])
            for row, lines in enumerate(label_lines)
        ),
    )


def label_column(stijl: Stijl, labels: Sequence[str], most: float = LABEL_MAX, *, bold: bool = False) -> float:
    """Width of the column that names the rows, at most ``most`` millimetres where that can be."""
    widest = max((stijl.width_mm(label, stijl.gewoon, bold) for label in labels), default=0.0)
    return max(min(widest + SLACK, most), LABEL_MIN)


def draw_header(vel: Vel, kolommen: Kolommen, bottom: float) -> None:
    """The names above the value columns, standing on ``bottom``."""
    step = line_height(vel.stijl.gewoon)
    for number, kolom in enumerate(kolommen.waarden):
        color = vel.stijl.inkt if number == 0 else vel.stijl.gedempt
        middle = bottom - step * len(kolom.kop) / 2
        vel.lines_of_text(kolom.rechts, middle, kolom.kop, color=color, bold=number == 0, align="right")


def draw_row(vel: Vel, kolommen: Kolommen, row: int, y: float, own_color: str) -> None:
    """Name and values of row number ``row``, centred on ``y``; the own value bold and in its own colour."""
    stijl = vel.stijl
    vel.lines_of_text(0, y, kolommen.labels[row], color=stijl.inkt)
    for number, kolom in enumerate(kolommen.waarden):
        cel = kolom.cellen[row]
        own = number == 0 and not cel.reden
        vel.lines_of_text(
            kolom.rechts,
            y,
            cel.lines,
            color=own_color if own else stijl.gedempt,
            size=stijl.klein if cel.reden else stijl.gewoon,
            bold=own,
            align="right",
        )


def _column(
    stijl: Stijl, kop: str, texts: Sequence[str], before_kop: float, *, bold: bool
) -> tuple[Lines, tuple[Cel, ...], float]:
    kop_width = max(KOP_MAX, min(_widest(stijl, kop.split(), stijl.gewoon, bold), WORD_MAX) + SLACK)
    lines = stijl.wrap(kop, kop_width, stijl.gewoon, bold)
    cellen = tuple(_cell(stijl, text) for text in texts)
    widths = [
        _widest(stijl, cel.lines, stijl.klein, False) if cel.reden else _widest(stijl, cel.lines, stijl.gewoon, bold)
        for cel in cellen
    ]
    return lines, cellen, max([_widest(stijl, lines, stijl.gewoon, bold) + before_kop, *widths, VALUE_MIN])


def _cell(stijl: Stijl, text: str) -> Cel:
    """A text without a digit is the reason a value is missing."""
    if any(character.isdigit() for character in text):
        return Cel((text,), reden=False)
    longest_word = min(_widest(stijl, text.split(), stijl.klein, False), WORD_MAX)
    return Cel(stijl.wrap(text, max(REASON_MAX, longest_word + SLACK), stijl.klein), reden=True)


def _widest(stijl: Stijl, texts: Sequence[str], points: float, bold: bool) -> float:
    return max((stijl.width_mm(text, points, bold) for text in texts), default=0.0)


def _row_height(stijl: Stijl, row_min: float, label: Lines, cellen: Sequence[Cel]) -> float:
    lines = [line_height(stijl.klein if cel.reden else stijl.gewoon) * len(cel.lines) for cel in cellen]
    return max(row_min, max([*lines, line_height(stijl.gewoon) * len(label)]) + ROW_PADDING)
