"""Fonts, fills and lines as python-pptx sets them, and DrawingML that it has no words for."""

from __future__ import annotations

from typing import Any, Final

from pptx.dml.chtfmt import ChartFormat
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.text.text import Font
from pptx.util import Pt

from gebiedsplan.chart import Look

_PATTERNS: Final = {"striped": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "dotted": MSO_PATTERN.PERCENT_20}
_THIN: Final = Pt(0.75)


def write_font(font: Font, color: str, size: float, *, bold: bool = False) -> None:
    """Set weight, size in points and colour; the typeface is that of the chart."""
    font.bold = bold
    font.size = Pt(size)
    font.color.rgb = RGBColor.from_string(color)


def write_fill(shape: ChartFormat, look: Look) -> None:
    """Fill a bar; one that is not solid gets an edge."""
    fill = shape.fill
    if look.fill == "solid":
        fill.solid()
        fill.fore_color.rgb = RGBColor.from_string(look.color)
        return
    write_line(shape, look.color)
    if look.fill == "open":
        fill.solid()
        fill.fore_color.rgb = RGBColor.from_string(look.paper)
        return
    fill.patterned()
    fill.pattern = _PATTERNS[look.fill]
    fill.fore_color.rgb = RGBColor.from_string(look.color)
    fill.back_color.rgb = RGBColor.from_string(look.paper)


def write_line(shape: ChartFormat, color: str) -> None:
    """A thin line."""
    shape.line.color.rgb = RGBColor.from_string(color)
    shape.line.width = _THIN


def element(xml: str) -> Any:
    """The element in ``xml``, where {ns} stands for the namespaces."""
    return parse_xml(xml.replace("{ns}", nsdecls("c", "a"), 1))
