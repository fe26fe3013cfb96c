"""Rows as spreadsheets (xlsx) and columns (parquet)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from danvan.messages import head, language
from danvan.rows import Column, Rows, plain
from danvan.screen import ONE_LINE, UNGROUPED, screen_cell

_XLSX_CELL = 32_767
"""Characters that a cell of a spreadsheet can hold (Excel's limit)."""

_WRAPPED = {"evidence", "message", "settle", "title", "purpose", "facts", "owner", "reason", "body", "name"}
"""Columns whose texts run over several lines of their cell; whole articles do not."""

_LINE, _MOST_LINES = 15, 27
"""Points of a line, and as many of them as a row can hold (Excel's limit is 409 points)."""

_FIRST_YEAR = 1900
"""Spreadsheets know no day before it."""


def write_parquet(rows: Rows, path: Path) -> int:
    """A parquet file; gives back how many rows it has."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    data = [list(row) for row in rows]
    arrays = [_array(column, [row[at] for row in data]) for at, column in enumerate(rows.columns)]
    pq.write_table(pa.Table.from_arrays(arrays, names=list(rows.names)), path, compression="zstd")
    return len(data)


def _array(column: Column, values: Sequence[Any]) -> Any:
    """The column's values as Arrow has them; where there are none, of the type that its kind says."""
    import pyarrow as pa

    if column.kind == "number":
        return _number_array(values)
    if any(v is not None and v != [] for v in values):
        return pa.array(values)
    types = {"day": pa.date32(), "time": pa.timestamp("us"), "truth": pa.bool_(), "list": pa.list_(pa.string())}
    return pa.array(values, types.get(column.kind, pa.string()))


def _number_array(values: Sequence[Any]) -> Any:
    """Integers where all are whole by type and fit 64 bits, else floating point."""
    import pyarrow as pa

    exact = [int(v) if isinstance(v, Decimal) and v == v.to_integral_value() else v for v in values]
    if all(v is None or (isinstance(v, int) and -(2**63) <= v < 2**63) for v in exact) and any(
        v is not None for v in exact
    ):
        return pa.array(exact, pa.int64())
    return pa.array([None if v is None else float(v) for v in exact], pa.float64())


def write_sheets(sheets: Iterable[tuple[str, Rows]], path: Path) -> int:
    """A workbook with a sheet for each of (name, rows): heads and words in the language in force, the head frozen, with
    filters, to be printed on A4 across. Gives back how many rows there were in all.
    """
    import xlsxwriter

    # Strings stay strings: a cell that starts with "=" is text of an article, not a formula.
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(str(path), {**options, "constant_memory": True}) as book:
        forms = _formats(book)
        return sum(_write_sheet(book.add_worksheet(name[:31] or None), rows, forms) for name, rows in sheets)


def _formats(book: Any) -> dict[str, Any]:
    day = "dd/mm/yyyy" if language() == "vi" else "yyyy-mm-dd"
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True}),
        "day": book.add_format({"num_format": day, "align": "left", "valign": "top"}),
        "time": book.add_format({"num_format": f"{day} hh:mm", "align": "left", "valign": "top"}),
        "whole": book.add_format({"num_format": "#,##0", "valign": "top"}),
        "fraction": book.add_format({"num_format": "#,##0.0###", "valign": "top"}),
        "bare": book.add_format({"num_format": "0", "valign": "top"}),
        "text": book.add_format({"valign": "top"}),
        "wrapped": book.add_format({"valign": "top", "text_wrap": True}),
    }


def _write_sheet(sheet: Any, rows: Rows, forms: dict[str, Any]) -> int:
    widths = _sheet_widths(rows)
    for at, column in enumerate(rows.columns):
        sheet.set_column(at, at, widths[at])
        sheet.write_string(0, at, head(column.name, rows.subject), forms["head"])
    sheet.set_row(0, 2 * _LINE)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")
    count = 0
    for count, row in enumerate(rows, start=1):
        if (lines := _lines(rows.columns, row, widths)) > 1:
            sheet.set_row(count, _LINE * min(lines, _MOST_LINES))
        for at, (column, value) in enumerate(zip(rows.columns, row, strict=True)):
            if value is not None:
                _write_cell(sheet, (count, at), column, value, forms)
    sheet.autofilter(0, 0, count, max(0, len(rows.columns) - 1))
    return count


def _write_cell(sheet: Any, where: tuple[int, int], column: Column, value: Any, forms: dict[str, Any]) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(*where, value)
    elif isinstance(value, date) and value.year >= _FIRST_YEAR:
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        sheet.write_datetime(*where, moment, forms["time" if isinstance(value, datetime) else "day"])
    elif isinstance(value, int | float | Decimal):
        number = plain(value)
        form = "bare" if column.name in UNGROUPED else "whole" if isinstance(number, int) else "fraction"
        sheet.write_number(*where, number, forms[form])
    else:
        form = "wrapped" if column.name in _WRAPPED else "text"
        sheet.write_string(*where, screen_cell(column, value)[:_XLSX_CELL], forms[form])


def _sheet_widths(rows: Rows) -> list[float]:
    """The width of every column: no more than its cells need, where they are all here already."""
    widths = [_sheet_width(column) for column in rows.columns]
    if not isinstance(rows.cells, Sequence):
        return widths
    for at, column in enumerate(rows.columns):
        longest = max((len(screen_cell(column, row[at])) for row in rows.cells), default=0)
        words = max(map(len, head(column.name, rows.subject).split()), default=0) + 3
        # A number that does not fit would show as "###".
        widths[at] = max(longest + 2, words) if column.kind == "number" else min(widths[at], max(longest + 2, words))
    return widths


def _lines(columns: Sequence[Column], row: Sequence[Any], widths: Sequence[float]) -> int:
    """How many lines the highest of the row's wrapped cells needs; not every program measures that when it opens."""
    texts = [
        (screen_cell(column, value), width)
        for column, value, width in zip(columns, row, widths, strict=True)
        if column.name in _WRAPPED and isinstance(value, str)
    ]
    return max((-(-len(text) // max(1, int(width) - 1)) for text, width in texts), default=1)


def _sheet_width(column: Column) -> float:
    """Characters; a text that may be long gets more room than a number or a day."""
    if column.name in ONE_LINE or column.name in {"message", "facts"}:
        return 60
    return {"text": 22, "number": 12, "day": 12, "time": 17, "truth": 8, "list": 24}[column.kind]
