"""The values of a chart as python-pptx takes them, with where they stand in our own workbook."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData

from gebiedsplan.chart import Chart
from gebiedsplan.writers.docx.charts.sheet import Sheet
from gebiedsplan.writers.docx.elements import clean


def chart_data(chart: Chart, sheet: Sheet) -> CategoryChartData | XyChartData:
    """Categories with a value for each series, or for lines the points of each."""
    return _bars(chart, sheet) if chart.kind == "bars" else _lines(chart, sheet)


def _bars(chart: Chart, sheet: Sheet) -> CategoryChartData:
    data: CategoryChartData = _BarData(chart.precision, sheet)
    data.categories = [clean(str(category)) for category in chart.categories]
    for series in chart.series:
        data.add_series(clean(series.name), series.values)
    return data


def _lines(chart: Chart, sheet: Sheet) -> XyChartData:
    data: XyChartData = _LineData(chart.precision, sheet)
    for series in chart.series:
        written = data.add_series(clean(series.name))
        for category, value in zip(chart.categories, series.values, strict=True):
            written.add_data_point(category, value)
    return data


class _Places:
    """What python-pptx asks about its own workbook, answered for ours."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.categories_ref = sheet.categories_ref

    def series_name_ref(self, series: Any) -> str:
        return self._sheet.name_ref(series.index)

    def values_ref(self, series: Any) -> str:
        return self._sheet.values_ref(series.index)

    def y_values_ref(self, series: Any) -> str:
        return self._sheet.values_ref(series.index)

    def x_values_ref(self, _series: Any) -> str:
        return self.categories_ref


class _BarData(CategoryChartData):
    def __init__(self, number_format: str, sheet: Sheet) -> None:
        super().__init__(number_format)  # type: ignore[no-untyped-call]
        self._places = _Places(sheet)

    @property
    def _workbook_writer(self) -> _Places:
        return self._places


class _LineData(XyChartData):
    def __init__(self, number_format: str, sheet: Sheet) -> None:
        super().__init__(number_format)  # type: ignore[no-untyped-call]
        self._places = _Places(sheet)

    @property
    def _workbook_writer(self) -> _Places:
        return self._places
