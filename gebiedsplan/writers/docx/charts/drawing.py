"""A chart as DrawingML: what python-pptx writes for PowerPoint is what Word reads."""

from __future__ import annotations

from typing import Any, Final

from pptx.chart.chart import Chart as Drawing
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from gebiedsplan.chart import Axis, Chart, Lettering
from gebiedsplan.writers.docx.charts.data import chart_data
from gebiedsplan.writers.docx.charts.labels import write_bounds, write_labels
from gebiedsplan.writers.docx.charts.looks import element, write_fill, write_font, write_line
from gebiedsplan.writers.docx.charts.sheet import Sheet
from gebiedsplan.writers.docx.elements import clean

_TYPES: Final = {"bars": XL_CHART_TYPE.BAR_CLUSTERED, "lines": XL_CHART_TYPE.XY_SCATTER_LINES}
_DASHES: Final = {
    "solid": MSO_LINE.SOLID,
    "dash": MSO_LINE.DASH,
    "dot": MSO_LINE.ROUND_DOT,
    "dashdot": MSO_LINE.DASH_DOT,
}
_MARKERS: Final = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "triangle": XL_MARKER_STYLE.TRIANGLE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
}
_MARKER_SIZES: Final = {True: 7, False: 5}


def chart_xml(chart: Chart, sheet: Sheet, font: str) -> bytes:
    """The chart with its data as they stand in ``sheet``; ``font`` is the typeface of its text."""
    space = parse_xml(ChartXmlWriter(_TYPES[chart.kind], chart_data(chart, sheet)).xml.encode())
    drawing = Drawing(space, None)
    _write_text(drawing, chart.lettering, font)
    _write_legend(drawing, many=len(chart.series) > 1)
    if chart.kind == "bars":
        _write_bars(drawing, chart)
    else:
        _write_lines(drawing, chart)
    for series, described in zip(drawing.plots[0].series, chart.series, strict=True):
        write_labels(series, described, chart.lettering)
        if described.bounds:
            write_bounds(series, described, chart, sheet)
    if chart.plot_mm is not None:
        _write_place(space, chart.plot_mm, chart.width_mm, chart.height_mm)
    _write_frame(space)
    return serialize_part_xml(space)


# -- text and axes


def _write_text(drawing: Drawing, lettering: Lettering, font: str) -> None:
    drawing.has_title = False
    drawing.font.name = font
    drawing.font.size = Pt(lettering.size)
    drawing.font.color.rgb = RGBColor.from_string(lettering.ink)


def _write_legend(drawing: Drawing, *, many: bool) -> None:
    """One series is named by its axis; more are named below the chart."""
    drawing.has_legend = many
    if many:
        drawing.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawing.legend.include_in_layout = False


def _write_scale(axis: Any, scale: Axis, lettering: Lettering) -> None:
    """The numbers along an axis and what they measure; without numbers the labels say it all."""
    axis.minimum_scale, axis.maximum_scale = scale.lowest, scale.highest
    axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.format.line.fill.background()
    if scale.step:
        axis.major_unit = scale.step
    if scale.numbers:
        axis.tick_labels.number_format = scale.numbers
        write_font(axis.tick_labels.font, lettering.muted, lettering.size)
    else:
        axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        axis.major_tick_mark = XL_TICK_MARK.NONE
    if scale.title:
        _write_title(axis, scale.title, lettering)


def _write_title(axis: Any, title: str, lettering: Lettering) -> None:
    frame = axis.axis_title.text_frame
    frame.text = "\n".join(clean(line) for line in title.split("\n"))
    for paragraph in frame.paragraphs:
        write_font(paragraph.font, lettering.muted, lettering.size)
        for run in paragraph.runs:
            write_font(run.font, lettering.muted, lettering.size)


# -- bars


def _write_bars(drawing: Drawing, chart: Chart) -> None:
    plot = drawing.plots[0]
    plot.vary_by_categories = False
    plot.gap_width = round(100 * chart.gap)
    plot.overlap = 0
    names = drawing.category_axis
    names.reverse_order = True
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    write_line(names.format, chart.lettering.muted)
    # Every row has its name, however many there are.
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(element('<c:tickLblSkip {ns} val="1"/>'))
    # Now that the first is on top, the far end is below.
    drawing.value_axis._element.find(qn("c:crosses")).set("val", "max")
    _write_scale(drawing.value_axis, chart.along, chart.lettering)
    for series, described in zip(plot.series, chart.series, strict=True):
        series.invert_if_negative = False
        write_fill(series.format, described.look)
        for point in described.points:
            write_fill(series.points[point.index].format, point.look)
            _keep_color_below_zero(series._element, point.index)


def _keep_color_below_zero(ser: Any, index: int) -> None:
    """Word turns a bar below zero white, also one with a colour of its own, unless told otherwise."""
    place = ser.get_or_add_dPt_for_point(index).find(qn("c:idx"))
    place.addnext(element('<c:invertIfNegative {ns} val="0"/>'))


# -- lines


def _write_lines(drawing: Drawing, chart: Chart) -> None:
    for series, described in zip(drawing.plots[0].series, chart.series, strict=True):
        look = described.look
        color = RGBColor.from_string(look.color)
        line = series.format.line
        line.color.rgb, line.width, line.dash_style = color, Pt(look.width), _DASHES[look.dash]
        marker = series.marker
        marker.style, marker.size = _MARKERS[look.marker], _MARKER_SIZES[look.bold]
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = color
        marker.format.line.color.rgb = RGBColor.from_string(look.paper)
    years, values = drawing.category_axis, drawing.value_axis
    if chart.across is not None:
        _write_scale(years, chart.across, chart.lettering)
        write_line(years.format, chart.lettering.muted)
    _write_scale(values, chart.along, chart.lettering)
    values.has_major_gridlines = True
    write_line(values.major_gridlines.format, chart.lettering.rule)


# -- around it


def _write_place(space: Any, plot_mm: tuple[float, float, float, float], width: float, height: float) -> None:
    """Where the bars or lines stand, as shares of the chart."""
    shares = [millimetres / whole for millimetres, whole in zip(plot_mm, (width, height) * 2, strict=True)]
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    values = "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in zip("xywh", shares, strict=True))
    inner = f'<c:layout {{ns}}><c:manualLayout><c:layoutTarget val="inner"/>{modes}{values}</c:manualLayout></c:layout>'
    area = space.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, element(inner))


def _write_frame(space: Any) -> None:
    """No frame and no round corners, which is what Word makes of nothing; and Dutch."""
    chart = space.find(qn("c:chart"))
    chart.addprevious(element('<c:lang {ns} val="nl-NL"/>'))
    chart.addprevious(element('<c:roundedCorners {ns} val="0"/>'))
    chart.addnext(element("<c:spPr {ns}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"))
    for words in space.iter(qn("a:endParaRPr")):
        words.set("lang", "nl-NL")
    for axis in space.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", axis.get("val").removeprefix("-"))  # the standard knows no negative ones
