"""Writes rows: a table for the screen, csv, json, jsonl, parquet or xlsx; to standard output or whole into a file.

A file appears when it is complete: it is written beside its place under another name, then put there.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Literal, get_args

from danvan.errors import StoreError, UsageError
from danvan.messages import head, language, say, value_word
from danvan.rows import Column, Rows

Format = Literal["table", "csv", "json", "jsonl", "parquet", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
BINARY = ("parquet", "xlsx")

_ONE_LINE = {"evidence", "sentence", "text", "raw", "source", "url", "article", "id"}
"""Columns whose cells a table cuts to one line; the other formats give them whole."""

_UNGROUPED = {"year", "start", "end", "nr", "of", "run", "official", "part_of", "list", "items", "offset", "lat", "lon"}
"""Numbers that are no amounts: written without marks between thousands."""

_FRACTIONS = {"p", "r", "f1", "confidence"}
"""Numbers from 0 to 1: three places, so that they stand under each other."""

_WIDTH = 150
"""Columns of a table that goes to a file or a pipe, where no terminal says how wide it is."""

_XLSX_CELL = 32_767
"""Characters that a cell of a spreadsheet can hold (Excel's limit)."""


def choose_format(
    name: str | None, output: Path | None, default: Format, allowed: Sequence[Format] = FORMATS
) -> Format:
    """The format as asked for, else as the output's suffix says, else the default.

    Raises UsageError for an unknown one, one that the command does not write, or a binary one without a file.
    """
    if name is None:
        suffix = output.suffix.removeprefix(".").lower() if output is not None else ""
        name = suffix if suffix in allowed else default
    if name not in FORMATS:
        raise UsageError(say("format.unknown", name=name, names=", ".join(allowed)))
    if name not in allowed:
        raise UsageError(say("format.not_here", name=name, names=", ".join(allowed)))
    if name in BINARY and output is None:
        raise UsageError(say("format.needs_file", name=name))
    return next(f for f in FORMATS if f == name)


def write_rows(rows: Rows, form: Format, output: Path | None = None, title: str | None = None) -> int:
    """Writes the rows and gives back how many there were. `title` stands over a table and names a sheet."""
    if form == "parquet" or form == "xlsx":
        if output is None:
            raise UsageError(say("format.needs_file", name=form))
        with whole_file(output) as temporary:
            return _write_parquet(rows, temporary) if form == "parquet" else write_sheets([(title or "", rows)], temporary)
    with text_output(output) as stream:
        if form == "table":
            return _write_table(rows, stream, title, wide=output is not None)
        if form == "csv":
            return _write_csv(rows, stream)
        return write_lines((json_line(rows.names, row) for row in rows), form, stream)


def json_line(names: Sequence[str], row: Sequence[Any]) -> str:
    """One row as a JSON object."""
    return json.dumps(dict(zip(names, map(plain, row), strict=True)), ensure_ascii=False)


def write_lines(lines: Iterable[str], form: Format, stream: IO[str]) -> int:
    """JSON texts one a line; for `json` as one array. Each line goes out as it comes."""
    count = 0
    for line in lines:
        if form == "json":
            stream.write(",\n" if count else "[\n")
        stream.write(line)
        if form != "json":
            stream.write("\n")
            stream.flush()
        count += 1
    if form == "json":
        stream.write("\n]\n" if count else "[]\n")
    return count


def plain(value: Any) -> Any:
    """The value as JSON knows it: ISO days, whole numbers without a fraction."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


@contextmanager
def text_output(output: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a file that appears when it is complete."""
    if output is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    with whole_file(output) as temporary, temporary.open("w", encoding="utf-8", newline="") as stream:
        yield stream


@contextmanager
def whole_file(output: Path) -> Iterator[Path]:
    """A path to write to; its content takes the place of `output` at the end, and goes where anything fails."""
    temporary = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        temporary.replace(output)
    except OSError as error:
        raise StoreError(say("output.unwritten", path=output, reason=error.strerror or error)) from None
    finally:
        temporary.unlink(missing_ok=True)


def _write_csv(rows: Rows, stream: IO[str]) -> int:
    import csv

    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows.names)
    count = 0
    for row in rows:
        writer.writerow([_csv_cell(value) for value in row])
        count += 1
    return count


def _csv_cell(value: Any) -> Any:
    value = plain(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _write_table(rows: Rows, stream: IO[str], title: str | None, *, wide: bool) -> int:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    screen = stream.isatty() and not wide
    # Off a terminal the table is laid out in memory: lines end where their text does.
    page = io.StringIO()
    console = Console(file=stream if screen else page, highlight=False, width=None if screen else _WIDTH)
    data = [list(row) for row in rows]
    shown = _shown(rows, data)
    table = Table(box=SIMPLE_HEAD, title=title, title_style="bold", title_justify="left", pad_edge=False, header_style="bold")
    for at in shown:
        column = rows.columns[at]
        cut = column.name in _ONE_LINE
        table.add_column(
            head(column.name), justify="right" if column.kind == "number" else "left", no_wrap=cut,
            overflow="ellipsis" if cut else "fold", ratio=None, min_width=min(12, _widest(data, at)) if cut else None,
        )  # fmt: skip
    for row in data:
        table.add_row(*(Text(screen_cell(rows.columns[at], row[at])) for at in shown))
    if data:
        console.print(table)
    elif title:
        console.print(Text(title, style="bold"))
    if not data:
        console.print(Text(say("query.empty"), style="dim"))
    stream.writelines(line.rstrip() + "\n" for line in page.getvalue().splitlines())
    return len(data)


def _shown(rows: Rows, data: Sequence[Sequence[Any]]) -> list[int]:
    """The columns of a table: the brief ones where the query names some, without those that are empty throughout."""
    names = list(rows.names)
    if not rows.brief:
        return list(range(len(names)))
    wanted = [names.index(name) for name in rows.brief if name in names]
    return [at for at in wanted if any(screen_cell(rows.columns[at], row[at]) for row in data)] or wanted


def _widest(data: Sequence[Sequence[Any]], at: int) -> int:
    return max((len(str(row[at] or "")) for row in data), default=0)


def screen_cell(column: Column, value: Any) -> str:
    """A cell for people: words for codes, dates and numbers as the language writes them, nothing for null."""
    if value is None:
        return ""
    vietnamese = language() == "vi"
    if isinstance(value, bool):
        return ("có" if vietnamese else "yes") if value else ""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M" if vietnamese else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y" if vietnamese else "%Y-%m-%d")
    if isinstance(value, int | float | Decimal):
        return _screen_number(column.name, value, vietnamese)
    if isinstance(value, list | tuple):
        return ", ".join(str(v) if not isinstance(v, list | dict) else json.dumps(plain(v), ensure_ascii=False) for v in value)
    if column.name == "published" and vietnamese:
        day, _, clock = str(value).partition("T")
        return " ".join(filter(None, ("/".join(reversed(day.split("-"))), clock)))
    return " ".join(value_word(column.name, str(value)).split())


def _screen_number(name: str, value: float | Decimal, vietnamese: bool) -> str:
    whole = plain(value)
    if name in _UNGROUPED:
        return str(whole)
    if name in _FRACTIONS:
        return f"{value:.3f}"
    text = f"{whole:,}" if isinstance(whole, int) else f"{round(float(whole), 4):,}"
    return text.translate(str.maketrans(",.", ".,")) if vietnamese else text


def _write_parquet(rows: Rows, path: Path) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    data = [list(row) for row in rows]
    empty = {"text": pa.string(), "number": pa.float64(), "day": pa.date32(), "time": pa.timestamp("us"), "truth": pa.bool_(), "list": pa.list_(pa.string())}
    arrays = []
    for at, column in enumerate(rows.columns):
        values = [row[at] for row in data]
        if all(v is None or v == [] for v in values):
            arrays.append(pa.array(values, empty[column.kind]))
        elif column.kind == "number":
            arrays.append(_number_array(values))
        else:
            arrays.append(pa.array(values))
    pq.write_table(pa.Table.from_arrays(arrays, names=list(rows.names)), path, compression="zstd")
    return len(data)


def _number_array(values: Sequence[Any]) -> Any:
    """Whole numbers as integers where all of them fit 64 bits, else floating point."""
    import pyarrow as pa

    plains = [plain(v) for v in values]
    if all(v is None or (isinstance(v, int) and -(2**63) <= v < 2**63) for v in plains) and not any(isinstance(v, float) for v in values):
        return pa.array(plains, pa.int64())
    return pa.array([None if v is None else float(v) for v in plains], pa.float64())


def write_sheets(sheets: Iterable[tuple[str, Rows]], path: Path) -> int:
    """A workbook with a sheet for each of (name, rows): heads in the language in force, frozen and with filters.

    Gives back how many rows there were in all.
    """
    import xlsxwriter

    total = 0
    # Strings stay strings: a cell that starts with "=" is text of an article, not a formula.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "constant_memory": True}
    with xlsxwriter.Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy" if language() == "vi" else "yyyy-mm-dd", "align": "left"})
        time = book.add_format({"num_format": "dd/mm/yyyy hh:mm" if language() == "vi" else "yyyy-mm-dd hh:mm", "align": "left"})
        grouped = book.add_format({"num_format": "#,##0"})
        decimal = book.add_format({"num_format": "#,##0.0###"})
        bare = book.add_format({"num_format": "0"})
        for name, rows in sheets:
            sheet = book.add_worksheet(name[:31] or None)
            for at, column in enumerate(rows.columns):
                sheet.set_column(at, at, _sheet_width(column))
                sheet.write_string(0, at, head(column.name), bold)
            sheet.freeze_panes(1, 0)
            count = 0
            for count, row in enumerate(rows, start=1):
                for at, (column, value) in enumerate(zip(rows.columns, row, strict=True)):
                    value = plain(value) if isinstance(value, float | Decimal) else value
                    if value is None:
                        continue
                    if isinstance(value, bool):
                        sheet.write_boolean(count, at, value)
                    elif isinstance(value, datetime):
                        sheet.write_datetime(count, at, value, time)
                    elif isinstance(value, date):
                        sheet.write_datetime(count, at, datetime(value.year, value.month, value.day), day)
                    elif isinstance(value, int | float):
                        form = bare if column.name in _UNGROUPED else grouped if isinstance(value, int) else decimal
                        sheet.write_number(count, at, value, form)
                    else:
                        sheet.write_string(count, at, screen_cell(column, value)[:_XLSX_CELL])
            sheet.autofilter(0, 0, count, max(0, len(rows.columns) - 1))
            total += count
    return total


def _sheet_width(column: Column) -> float:
    """Characters; a text that may be long gets more room than a number or a day."""
    if column.name in _ONE_LINE:
        return 60
    return {"text": 22, "number": 12, "day": 12, "time": 17, "truth": 8, "list": 24}[column.kind]
