"""From what is drawn to the two forms of a Picture, with nothing in them of machine, moment or maker.

matplotlib's ``Figure`` and its canvases are left out: what they bring (axes, layout, projections, windows) takes longer
to load than a chart takes to draw, and a ``Vel`` needs only the renderers below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D

from gebiedsplan import raster
from gebiedsplan.document import Picture
from gebiedsplan.figures.stijl import MM_PER_INCH, POINTS_PER_INCH

NO_METADATA: Final = {"Date": None, "Creator": None, "Format": None, "Type": None}
COMMENT: Final = re.compile(r"\s*<!--.*?-->", re.DOTALL)
# matplotlib styles "*", which would reach every element of the page the drawing is put in.
PAGE_STYLE: Final = re.compile(r"\s*<defs>\s*<style[^>]*>\*\{([^}]*)\}</style>\s*</defs>")
SIZE: Final = re.compile(r' (?:width|height)="[^"]*pt"')
ID: Final = re.compile(r'(\bid="|href="#|url\(#)')
PATH: Final = re.compile(r' d="[^"]*"')
LONG_FRACTION: Final = re.compile(r"(\.\d\d)\d+")


@dataclass(frozen=True, slots=True)
class Tekening:
    """What is drawn, the last on top; ``inches`` is the transform to the dots of the form that is being made."""

    papier: str
    dpi: int
    artists: list[Artist] = field(default_factory=list)
    inches: Affine2D = field(default_factory=Affine2D)


def picture(drawing: Tekening, prefix: str, width_mm: float, height_mm: float) -> Picture:
    """``drawing`` as SVG and PNG, ``width_mm`` by ``height_mm`` on paper; ids in the SVG start with ``prefix``."""
    width, height = width_mm / MM_PER_INCH, height_mm / MM_PER_INCH
    with _our_settings():
        paper = Rectangle((0, 0), width, height, facecolor=drawing.papier, linewidth=0, antialiased=False)
        paper.set_transform(drawing.inches)
        artists = (paper, *drawing.artists)
        png = _png(drawing, artists, width, height)
        svg = _svg(drawing, artists, width, height)
    return Picture(svg=embeddable(svg, prefix).encode(), png=png, width_mm=width_mm, height_mm=height_mm)


@contextmanager
def _our_settings() -> Iterator[None]:
    """What a user has set in a matplotlibrc must not change our bytes; afterwards everything is as it was."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams["svg.hashsalt"] = "gebiedsplan"
        matplotlib.rcParams["svg.fonttype"] = "path"
        matplotlib.rcParams["text.hinting"] = "none"  # the same letter spacing in both formats
        yield


# The backends of matplotlib have no types.
def _png(drawing: Tekening, artists: Sequence[Artist], width: float, height: float) -> bytes:
    dots = (int(width * drawing.dpi), int(height * drawing.dpi))
    renderer = RendererAgg(*dots, drawing.dpi)  # type: ignore[no-untyped-call]
    drawing.inches.clear().scale(drawing.dpi)
    _draw(artists, renderer)
    return raster.png(bytes(renderer.buffer_rgba()), *dots, drawing.dpi)  # type: ignore[no-untyped-call]


def _svg(drawing: Tekening, artists: Sequence[Artist], width: float, height: float) -> str:
    text = StringIO()
    size = (width * POINTS_PER_INCH, height * POINTS_PER_INCH)
    renderer = RendererSVG(*size, text, metadata=NO_METADATA)  # type: ignore[no-untyped-call]
    drawing.inches.clear().scale(POINTS_PER_INCH)
    renderer.open_group("figure")  # type: ignore[no-untyped-call]
    _draw(artists, renderer)
    renderer.close_group("figure")  # type: ignore[no-untyped-call]
    renderer.finalize()  # type: ignore[no-untyped-call]
    return text.getvalue()


def _draw(artists: Sequence[Artist], renderer: RendererBase) -> None:
    for artist in artists:
        artist.draw(renderer)


def embeddable(svg: str, prefix: str) -> str:
    """One ``<svg>`` element that scales with its surroundings and cannot clash with another one on the page."""
    element = svg[svg.index("<svg") :].rstrip()
    element = COMMENT.sub("", element)
    element = PAGE_STYLE.sub("", element)
    opening, rest = element.split(">", 1)
    opening = SIZE.sub("", opening) + ' stroke-linejoin="round" stroke-linecap="butt"'
    rest = PATH.sub(lambda path: LONG_FRACTION.sub(r"\1", path[0]), rest)
    unique = r"\g<1>" + re.sub(r"[^A-Za-z0-9_-]", "-", prefix) + "-"
    return f"{opening}>{ID.sub(unique, rest)}"
