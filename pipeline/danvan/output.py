"""Writes rows: a table for the screen, csv, json, jsonl, parquet or xlsx; to standard output or whole into a file.

A file appears when it is complete: it is written beside its place under another name, then put there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Literal, get_args

from danvan.errors import StoreError, UsageError
from danvan.messages import say
from danvan.rows import Rows, plain
from danvan.screen import write_table
from danvan.sheets import write_parquet, write_sheets

Format = Literal["table", "csv", "json", "jsonl", "parquet", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
BINARY = ("parquet", "xlsx")


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
    if form in {"parquet", "xlsx"}:
        if output is None:
            raise UsageError(say("format.needs_file", name=form))
        with whole_file(output) as temporary:
            return (
                write_parquet(rows, temporary) if form == "parquet" else write_sheets([(rows.subject, rows)], temporary)
            )
    with text_output(output) as stream:
        if form == "table":
            return write_table(rows, stream, title, wide=output is not None)
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
        with suppress(OSError):
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
