"""The table behind a chart: a small workbook inside the document, that Word opens when a reader edits the data."""

from __future__ import annotations

import io
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from gebiedsplan.chart import Chart, Series
from gebiedsplan.writers.docx.elements import clean
from gebiedsplan.writers.docx.packing import repack

_NAME = "Gegevens"
_BOUNDS = ("ondergrens", "bovengrens", "van ondergrens tot waarde", "van waarde tot bovengrens")
_WHY = "{name}: waarom er geen getal is"
_WIDEST = 40
_FIRST_ROW = 2


class Sheet:
    """Where everything of a chart stands in its workbook: a row for each category, a column for each series.

    Behind them, where a series has bounds: those bounds, and how far they are from the value, as Word wants them. Last,
    where values are missing: why. The cell of such a value is empty, because Word draws a word in it as zero.
    """

    def __init__(self, chart: Chart) -> None:
        self._chart = chart

    @property
    def categories_ref(self) -> str:
        """The cells with the categories."""
        return self._column(0)

    def name_ref(self, series: int) -> str:
        """The cell with the name of a series."""
        return f"{_NAME}!${xl_col_to_name(series + 1)}$1"

    def values_ref(self, series: int) -> str:
        """The cells with the values of a series."""
        return self._column(series + 1)

    def distances_ref(self, series: int) -> tuple[str, str]:
        """The cells that say how far the bounds of a series lie below and above its values."""
        first = self._bounds_column(series)
        return self._column(first + 2), self._column(first + 3)

    def workbook(self, date: str) -> bytes:
        """The workbook as bytes; ``date`` (ISO 8601) is when it says it was made."""
        file = io.BytesIO()
        book = Workbook(file, {"in_memory": True})
        book.set_properties({"created": datetime.fromisoformat(date)})
        self._fill(book, book.add_worksheet(_NAME))
        book.close()
        return repack(file.getvalue())

    def _fill(self, book: Workbook, sheet: Worksheet) -> None:
        chart = self._chart
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        number = book.add_format({"num_format": chart.precision})
        names = [chart.heading, *(series.name for series in chart.series)]
        for column, name in enumerate(names):
            sheet.write_string(0, column, clean(name), head)
        for row, category in enumerate(chart.categories, start=1):
            if isinstance(category, str):
                sheet.write_string(row, 0, clean(category))
            else:
                sheet.write_number(row, 0, category)
        for index, series in enumerate(chart.series):
            for row, value in enumerate(series.values, start=1):
                if value is not None:
                    sheet.write_number(row, index + 1, value, number)
            if series.bounds:
                self._fill_bounds(sheet, index, series, head, number)
        last = self._fill_reasons(sheet, head)
        widest = max(len(str(name)) for name in (chart.heading, *chart.categories))
        sheet.set_column(0, 0, min(widest + 2, _WIDEST))
        sheet.set_column(1, last, 18)
        sheet.freeze_panes(1, 1)

    def _fill_bounds(self, sheet: Worksheet, index: int, series: Series, head: Format, number: Format) -> None:
        first = self._bounds_column(index)
        value, lower, upper = (xl_col_to_name(column) for column in (index + 1, first, first + 1))
        for column, name in enumerate(_BOUNDS, start=first):
            sheet.write_string(0, column, name, head)
        for row, (known, bounds) in enumerate(zip(series.values, series.bounds, strict=True), start=1):
            if known is None or bounds is None:
                continue
            cell = row + 1
            below, above = distances(known, bounds)
            sheet.write_number(row, first, bounds[0], number)
            sheet.write_number(row, first + 1, bounds[1], number)
            sheet.write_formula(row, first + 2, f"={value}{cell}-{lower}{cell}", number, below)
            sheet.write_formula(row, first + 3, f"={upper}{cell}-{value}{cell}", number, above)

    def _fill_reasons(self, sheet: Worksheet, head: Format) -> int:
        """A column of reasons for each series that lacks a value; the first column that is free behind them."""
        column = self._bounds_column(len(self._chart.series))
        for series in self._chart.series:
            if not any(series.reasons):
                continue
            sheet.write_string(0, column, clean(_WHY.format(name=series.name)), head)
            for row, reason in enumerate(series.reasons, start=1):
                if reason:
                    sheet.write_string(row, column, clean(reason))
            column += 1
        return column

    def _bounds_column(self, series: int) -> int:
        """The first of the four columns with the bounds of a series; behind all of them for one series too many."""
        before = sum(bool(other.bounds) for other in self._chart.series[:series])
        return 1 + len(self._chart.series) + len(_BOUNDS) * before

    def _column(self, column: int) -> str:
        letter = xl_col_to_name(column)
        return f"{_NAME}!${letter}${_FIRST_ROW}:${letter}${_FIRST_ROW + len(self._chart.categories) - 1}"


def distances(value: float, bounds: tuple[float, float]) -> tuple[float, float]:
    """How far the bounds lie below and above the value, without what a computer adds far behind the point."""
    lower, upper = bounds
    return round(value - lower, 9), round(upper - value, 9)
