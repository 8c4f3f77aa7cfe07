"""The sheet that charts are drawn on: millimetres, x from the left, y down from the top.

A chart places every mark itself, so there are no axes, no layout engine and no legend box to fight, and
drawing takes milliseconds. What is drawn later lies on top.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, takewhile
from typing import Final, Literal, TypeAlias

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from gebiedsplan.document import Picture
from gebiedsplan.figures.stijl import MM_PER_INCH, POINTS_PER_INCH, Stijl
from gebiedsplan.figures.uitvoer import Tekening, picture

BREEDTE: Final = 160.0
"""The text width of an A4 page, in millimetres."""

Align: TypeAlias = Literal["left", "center", "right"]
Dash: TypeAlias = tuple[float, ...]
Vorm: TypeAlias = Literal["stip", "op", "neer", "vierkant", "ruit", "rechts", "links"]
Point: TypeAlias = tuple[float, float]

SHARE_LEFT_OF: Final[dict[Align, float]] = {"left": 0.0, "center": 0.5, "right": 1.0}
LINE_SPACING: Final = 1.2
# The eye takes the middle of small letters as the middle of a line: a quarter of the size above the baseline.
MIDDLE: Final = 0.27
STRIPE_STEP: Final = 1.2
STRIPE_WIDTH: Final = 0.7
# Sizes that make the shapes look equally heavy; y points down.
VORMEN: Final[dict[Vorm, tuple[Point, ...]]] = {
    "op": ((0, -1.15), (1.15, 0.85), (-1.15, 0.85)),
    "neer": ((0, 1.15), (1.15, -0.85), (-1.15, -0.85)),
    "rechts": ((1.0, 0), (-0.8, -0.95), (-0.8, 0.95)),
    "links": ((-1.0, 0), (0.8, -0.95), (0.8, 0.95)),
    "vierkant": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "ruit": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
}


def line_height(points: float) -> float:
    """Distance between two lines of text of this size, in millimetres."""
    return points * LINE_SPACING / POINTS_PER_INCH * MM_PER_INCH


def _stripes(left: float, right: float, top: float, bottom: float) -> list[tuple[Point, Point]]:
    """Slanting strokes that end at the edges of a bar: not every program that shows an SVG knows patterns or clips."""
    height = bottom - top
    starts = (left - height + STRIPE_STEP * number for number in count(1))
    ends = ((start, max(start, left), min(start + height, right)) for start in takewhile(lambda x: x < right, starts))
    return [((x0, bottom - (x0 - start)), (x1, bottom - (x1 - start))) for start, x0, x1 in ends]


class Regel(Artist):
    """One line of text on a baseline.

    matplotlib's own ``Text`` measures every string again for every format and reads ``$`` as mathematics;
    here the place is known and a character is a character.
    """

    def __init__(self, start: Point, text: str, properties: FontProperties, color: str) -> None:
        super().__init__()
        self._start, self._text, self._properties, self._color = start, text, properties, color

    def draw(self, renderer: RendererBase) -> None:
        """Draw with ``renderer``."""
        x, y = self.get_transform().transform(self._start)
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        context = renderer.new_gc()
        context.set_foreground(self._color)
        renderer.draw_text(context, x, y, self._text, self._properties, 0)
        context.restore()


class Vel:
    """A sheet of ``breedte`` millimetres wide, as long as what is drawn on it."""

    def __init__(self, stijl: Stijl, breedte: float = BREEDTE) -> None:
        self.stijl = stijl
        self._breedte = breedte
        self._drawing = Tekening(stijl.papier, stijl.dpi)
        self._millimetres = Affine2D()

    def text(
        self, x: float, y: float, text: str, *, color: str, size: float = 0, bold: bool = False, align: Align = "left"
    ) -> None:
        """One line of text with the middle of its letters at ``y``; ``size`` in points, ordinary when left out."""
        points = size or self.stijl.gewoon
        letter = self.stijl.letter(bold)
        readable = letter.readable(text)
        start = x - letter.width_mm(readable, points) * SHARE_LEFT_OF[align]
        baseline = y + MIDDLE * points / POINTS_PER_INCH * MM_PER_INCH
        self._add(Regel((start, baseline), readable, letter.properties(points), color))

    def lines_of_text(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        *,
        color: str,
        size: float = 0,
        bold: bool = False,
        align: Align = "left",
    ) -> None:
        """Several lines of text, together centred on ``y``."""
        step = line_height(size or self.stijl.gewoon)
        top = y - step * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            self.text(x, top + number * step, line, color=color, size=size, bold=bold, align=align)

    def rectangle(
        self,
        x0: float,
        x1: float,
        y: float,
        height: float,
        *,
        fill: str,
        edge: str = "none",
        striped: bool = False,
        gid: str = "",
    ) -> None:
        """A bar from ``x0`` to ``x1``, centred on ``y``; stripes have the colour of the edge."""
        top, bottom = y - height / 2, y + height / 2
        corners = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
        self._path(corners, closed=True, facecolor=fill, edgecolor=edge, linewidth=0.8, gid=gid)
        if striped:
            self._strokes(_stripes(x0, x1, top, bottom), edge, STRIPE_WIDTH, f"strepen-{gid}")

    def line(self, points: Sequence[Point], *, color: str, width: float = 0.6, dash: Dash = (), gid: str = "") -> None:
        """A line through ``points``; ``width`` in points, ``dash`` as lengths on and off in line widths."""
        style = (0, dash) if dash else "solid"
        self._path(points, closed=False, facecolor="none", edgecolor=color, linewidth=width, linestyle=style, gid=gid)

    def ticks(
        self, xs: Iterable[float], y: float, height: float, *, color: str, width: float = 0.8, gid: str = ""
    ) -> None:
        """Short upright strokes at ``xs``, drawn as one mark."""
        self._strokes([((x, y - height / 2), (x, y + height / 2)) for x in xs], color, width, gid)

    def mark(
        self, vorm: Vorm, x: float, y: float, radius: float, *, fill: str, edge: str, width: float = 0.8, gid: str = ""
    ) -> None:
        """A small shape around (``x``, ``y``); ``edge`` as wide as ``width`` points."""
        place = Affine2D().scale(radius).translate(x, y)
        shape = Path.unit_circle() if vorm == "stip" else Path([*VORMEN[vorm], VORMEN[vorm][0]], closed=True)
        patch = PathPatch(
            place.transform_path(shape), facecolor=fill, edgecolor=edge, linewidth=width, joinstyle="miter", snap=False
        )
        self._add(patch, gid)

    def arch(
        self, x: float, bottom: float, radii: Point, *, fill: str, edge: str, width: float = 0.8, gid: str = ""
    ) -> None:
        """The upper half of an ellipse around ``x`` on ``bottom``; ``radii``: half of its width, and its height."""
        place = Affine2D().scale(radii[0], -radii[1]).translate(x, bottom)
        half = place.transform_path(Path.arc(0, 180))
        self._add(PathPatch(half, facecolor=fill, edgecolor=edge, linewidth=width, capstyle="butt"), gid)

    def picture(self, prefix: str, height_mm: float) -> Picture:
        """Everything drawn, cut off at ``height_mm``; ids in the SVG start with ``prefix``."""
        self._millimetres.scale(1, -1).translate(0, height_mm).scale(1 / MM_PER_INCH)
        return picture(self._drawing, prefix, self._breedte, height_mm)

    def _path(self, points: Sequence[Point], *, closed: bool, gid: str, **look: object) -> None:
        vertices = [*points, points[0]] if closed else list(points)
        self._add(PathPatch(Path(vertices, closed=closed), capstyle="butt", **look), gid)

    def _strokes(self, strokes: Sequence[tuple[Point, Point]], color: str, width: float, gid: str) -> None:
        if not strokes:
            return
        path = Path([point for stroke in strokes for point in stroke], [Path.MOVETO, Path.LINETO] * len(strokes))
        self._add(PathPatch(path, facecolor="none", edgecolor=color, linewidth=width), gid)

    def _add(self, artist: Artist, gid: str = "") -> None:
        artist.set_transform(self._millimetres + self._drawing.inches)
        if gid:
            artist.set_gid(gid)
        self._drawing.artists.append(artist)
