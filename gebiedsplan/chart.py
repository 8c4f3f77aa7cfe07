"""A chart as data and looks, for a program that draws it itself: what Word needs to make one that can be edited.

It knows nothing of areas or of Word. Every value is frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Look:
    """How a bar or a line of a chart is drawn; colours are six hexadecimal digits.

    A bar that is not solid has ``color`` as its edge and strokes, on ``paper``. ``dash``, ``marker`` and ``width``
    (in points) are of a line; ``bold`` is of the labels.
    """

    color: str
    fill: Literal["solid", "striped", "dotted", "open"] = "solid"
    paper: str = "FFFFFF"
    dash: Literal["solid", "dash", "dot", "dashdot"] = "solid"
    marker: Literal["circle", "square", "triangle", "diamond"] = "circle"
    width: float = 1.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series that looks different from the rest, or has a label of its own.

    ``labels`` is the number format of that label. It stands at the end of a bar, or on its base where something else
    ends there; beside a point of a line.
    """

    index: int
    look: Look
    labels: str
    side: Literal["end", "base", "left", "right"] = "end"


@dataclass(frozen=True, slots=True)
class Series:
    """Values under one name, one for each category; None is a value that is not there, never zero.

    ``labels`` is the number format of the labels ('0"%"'), "" for none. ``bounds`` are lower and upper for each value.
    ``reasons`` say for each value why it is not there, "" where it is.
    """

    name: str
    values: tuple[float | None, ...]
    look: Look
    labels: str = ""
    points: tuple[Point, ...] = ()
    bounds: tuple[tuple[float, float] | None, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale of numbers; ``numbers`` is the number format of its marks, "" for none. A line end in ``title`` stays."""

    lowest: float
    highest: float
    step: float
    numbers: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Text of ``size`` points in ``ink``, remarks in ``muted``; thin lines in ``rule``."""

    ink: str
    muted: str
    rule: str
    size: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what is in it, and its size on paper in millimetres.

    ``bars`` lie, with the first category on top; ``lines`` have numbers as categories, along ``across``.
    ``heading`` names the categories, with the unit of the values where no series does. ``precision`` is the number
    format of the data. ``gap`` is the white between the bars of two categories, as a share of a bar.
    ``plot_mm`` is where the bars or lines stand (left, top, width, height); None leaves that to the program.
    """

    kind: Literal["bars", "lines"]
    heading: str
    categories: tuple[str, ...] | tuple[int, ...]
    series: tuple[Series, ...]
    along: Axis
    lettering: Lettering
    width_mm: float
    height_mm: float
    precision: str
    across: Axis | None = None
    gap: float = 0.75
    plot_mm: tuple[float, float, float, float] | None = None
