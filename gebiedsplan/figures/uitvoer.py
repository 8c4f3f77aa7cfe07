"""From a drawn figure to the two forms of a Picture, with nothing in them of machine, moment or maker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from gebiedsplan import raster
from gebiedsplan.document import Picture
from gebiedsplan.figures.stijl import MM_PER_INCH

NO_METADATA: Final = {"Date": None, "Creator": None, "Format": None, "Type": None}
COMMENT: Final = re.compile(r"\s*<!--.*?-->", re.DOTALL)
# matplotlib styles "*", which would reach every element of the page the drawing is put in.
PAGE_STYLE: Final = re.compile(r"\s*<defs>\s*<style[^>]*>\*\{([^}]*)\}</style>\s*</defs>")
SIZE: Final = re.compile(r' (?:width|height)="[^"]*pt"')
ID: Final = re.compile(r'(\bid="|href="#|url\(#)')
PATH: Final = re.compile(r' d="[^"]*"')
LONG_FRACTION: Final = re.compile(r"(\.\d\d)\d+")


def picture(figure: Figure, prefix: str, width_mm: float, height_mm: float) -> Picture:
    """``figure`` as SVG and PNG, ``width_mm`` by ``height_mm`` on paper; every id in the SVG starts with ``prefix``."""
    figure.set_size_inches(width_mm / MM_PER_INCH, height_mm / MM_PER_INCH)
    with _our_settings():
        png = _png(figure)
        svg = _svg(figure)
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


# The backends of matplotlib have no types; their savefig has, but draws everything twice.
def _png(figure: Figure) -> bytes:
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    return raster.png(bytes(pixels), *canvas.get_width_height(), figure.dpi)


def _svg(figure: Figure) -> str:
    buffer = BytesIO()
    FigureCanvasSVG(figure).print_svg(buffer, metadata=NO_METADATA)  # type: ignore[no-untyped-call]
    return buffer.getvalue().decode()


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
