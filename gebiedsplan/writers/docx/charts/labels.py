"""What stands at the values of a chart: labels, and whiskers from lower to upper bound."""

from __future__ import annotations

from typing import Any, Final

from pptx.chart.datalabel import DataLabel, DataLabels
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.text.text import Font
from pptx.util import Pt

from gebiedsplan.chart import Chart, Lettering, Look, Point, Series
from gebiedsplan.writers.docx.charts.looks import element, write_font
from gebiedsplan.writers.docx.charts.sheet import Sheet, distances

_SIDES: Final = {
    "end": XL_LABEL_POSITION.OUTSIDE_END,
    "base": XL_LABEL_POSITION.INSIDE_BASE,
    "left": XL_LABEL_POSITION.LEFT,
    "right": XL_LABEL_POSITION.RIGHT,
}


def write_labels(series: Any, described: Series, lettering: Lettering) -> None:
    """Put the values at their bars or points, for a series or those of its points that ask for it."""
    if not described.labels and not any(point.labels for point in described.points):
        return
    labels = DataLabels(series._element.get_or_add_dLbls())
    labels.show_value = bool(described.labels)
    if described.labels:
        labels.number_format = described.labels
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
    _write_label_font(labels.font, described.look, lettering)
    for point in described.points:
        if point.labels:
            _write_label(series, point, lettering)
    for text in series._element.dLbls.iter(qn("a:bodyPr")):
        text.set("wrap", "none")


def _write_label(series: Any, point: Point, lettering: Lettering) -> None:
    label = DataLabel(series._element, point.index)
    _write_label_font(label.font, point.look, lettering)
    label.position = _SIDES[point.side]
    number = element('<c:numFmt {ns} formatCode="" sourceLinked="0"/>')
    number.set("formatCode", point.labels)
    label_element = series._element.get_dLbl(point.index)
    label_element.find(qn("c:idx")).addnext(number)
    if point.side == "base":
        _write_background(label_element, point.look.paper)


def _write_background(label: Any, color: str) -> None:
    """Keep a label readable on top of its bar."""
    for old in label.findall(qn("c:spPr")):
        label.remove(old)
    fill = f'<c:spPr {{ns}}><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></c:spPr>'
    label.find(qn("c:txPr")).addprevious(element(fill))


def _write_label_font(font: Font, look: Look, lettering: Lettering) -> None:
    """Own labels are bold and have the colour of the bar, as in the drawing."""
    write_font(font, look.color if look.bold else lettering.ink, lettering.size, bold=look.bold)


def write_bounds(series: Any, described: Series, chart: Chart, sheet: Sheet) -> None:
    """Whiskers from lower to upper bound, which follow the workbook."""
    known = [
        distances(value, bounds) if value is not None and bounds is not None else None
        for value, bounds in zip(described.values, described.bounds, strict=True)
    ]
    below, above = (tuple(None if pair is None else pair[side] for pair in known) for side in (0, 1))
    below_ref, above_ref = sheet.distances_ref(series.index)
    line = f'<a:ln w="{Pt(0.9)}"><a:solidFill><a:srgbClr val="{chart.lettering.ink}"/></a:solidFill></a:ln>'
    bars = element(
        '<c:errBars {ns}><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_numbers(above_ref, above, chart.precision)}</c:plus>"
        f"<c:minus>{_numbers(below_ref, below, chart.precision)}</c:minus>"
        f"<c:spPr>{line}</c:spPr>"
        "</c:errBars>"
    )
    series._element.find(qn("c:cat")).addprevious(bars)


def _numbers(ref: str, values: tuple[float | None, ...], number_format: str) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value!r}</c:v></c:pt>' for index, value in enumerate(values) if value is not None
    )
    return (
        f"<c:numRef><c:f>{ref}</c:f><c:numCache><c:formatCode>{number_format}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )
