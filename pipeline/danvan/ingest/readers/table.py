"""Tables in CSV: one article a row. Delimiter and encoding are found out; a row that is none is one unreadable item.

A quotation mark that is never closed would swallow the rest of the table: its row is given up alone, and reading goes
on with the line behind it.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from danvan.errors import ReadError
from danvan.ingest.decode import decode_file
from danvan.ingest.load import DOCUMENT_LIMIT, Given, Loaded
from danvan.ingest.readers.item import FIELDS, Items
from danvan.reasons import because

_DELIMITERS = ",;\t|"
_SAMPLE = 256 * 1024
_LONGEST = 2_000
"""Lines of one cell, at most."""
_ROW_LIMIT = 8 * 1024 * 1024
"""Characters of one row, at most."""


def read_table(given: Given) -> Iterator[Loaded]:
    """The rows of a table as articles. Raises ReadError where its columns cannot be told."""
    with given.open() as stream:
        sample = stream.read(_SAMPLE)
        rest = len(sample) == _SAMPLE
        lines, codec = _lines(stream, sample, rest=rest)
        yield from _rows(given, lines, codec)


def _lines(stream: IO[bytes], sample: bytes, *, rest: bool) -> tuple[Iterator[str], str]:
    """The lines of the file as text, and what they were decoded from. UTF-8 is read as it comes, all else whole.

    Raises ReadError as decode_file() does.
    """
    cut = sample[: sample.rfind(b"\n") + 1] if rest else sample
    decoded = decode_file(cut or sample)
    if decoded.codec in {"utf-8", "utf-8-sig"} or any("UTF-8 with broken bytes" in note for note in decoded.notes):
        head = io.BytesIO(sample)
        return _decoded_lines(head, stream), "UTF-8"
    data = sample + stream.read(DOCUMENT_LIMIT)
    if len(data) > DOCUMENT_LIMIT:
        raise ReadError(because("table.large", mb=DOCUMENT_LIMIT // 2**20))
    return iter(decode_file(data).text.removeprefix("\ufeff").splitlines(keepends=True)), decoded.codec or "bytes"


def _decoded_lines(head: IO[bytes], stream: IO[bytes]) -> Iterator[str]:
    """Lines in UTF-8; bytes that are none become surrogates, which no text holds."""
    begun = b""
    first = True
    for source in (head, stream):
        while line := source.readline(_ROW_LIMIT):
            begun += line
            if not begun.endswith(b"\n") and len(begun) < _ROW_LIMIT:
                continue
            yield _text(begun, first)
            begun, first = b"", False
    if begun:
        yield _text(begun, first)


def _text(line: bytes, first: bool) -> str:
    text = line.decode("utf-8", "surrogateescape")
    return text.removeprefix("\ufeff") if first else text


def _rows(given: Given, lines: Iterator[str], codec: str) -> Iterator[Loaded]:
    ahead: deque[str] = deque()
    source = _Source(lines, ahead)
    head_text, number = next(_records(source), ("", 1))
    if not head_text.strip():
        raise ReadError(because("read.empty"))
    delimiter = _delimiter(head_text)
    head = [cell.strip() for cell in _cells(head_text, delimiter) or ()]
    places = _places(head, given.columns)
    items = Items(given)
    anything = False
    for text, number in _records(source):
        if not text.strip():
            continue
        anything = True
        size, label = len(text.encode("utf-8", "surrogateescape")), f"line {number}"
        cells = None if len(text) > _ROW_LIMIT or text.count('"') % 2 else _cells(text, delimiter)
        fits = cells is not None and _fits(cells, head)
        if not fits and "\n" in text.strip("\r\n"):
            # One bad mark must not take the rows behind it along: the first line alone is given up.
            first, *others = text.splitlines(keepends=True)
            source.put_back(others, number + 1)
            size, cells = len(first.encode("utf-8", "surrogateescape")), _unquoted(first, delimiter)
            fits = cells is not None and _fits(cells, head)
        try:
            if cells is None:
                raise ReadError(because("table.quote"))
            if not fits:
                raise ReadError(because("table.cells", count=len(cells), head=len(head)))
            if any("\udc80" <= char <= "\udcff" for value in cells for char in value):
                raise ReadError(because("read.not_in", codec=codec))
            yield items.load({name: cells[at].strip() or None for name, at in places.items()}, size, label)
        except ReadError as error:
            yield given.unreadable(error.reason, size, label)
    if not anything:
        yield given.unreadable(because("table.no_rows"))


def _fits(cells: Sequence[str], head: Sequence[str]) -> bool:
    """Whether the row has as many cells as the head; empty ones at the end do not count."""
    return len(cells) == len(head) or (len(cells) > len(head) and not any(c.strip() for c in cells[len(head) :]))


class _Source:
    """Physical lines with their numbers, to which lines can be given back."""

    def __init__(self, lines: Iterator[str], ahead: deque[str]) -> None:
        self._lines = lines
        self._ahead = ahead
        self.number = 0

    def next(self) -> str | None:
        line = self._ahead.popleft() if self._ahead else next(self._lines, None)
        self.number += line is not None
        return line

    def put_back(self, lines: Sequence[str], number: int) -> None:
        """The lines come again, the first of them with this number."""
        self._ahead.extendleft(reversed(lines))
        self.number = number - 1


def _records(source: _Source) -> Iterator[tuple[str, int]]:
    """Rows as they stand, with the number of their first line: lines up to the one that closes all quotation marks."""
    while (line := source.next()) is not None:
        number, pieces, quotes, size = source.number, [line], line.count('"'), len(line)
        while quotes % 2 and len(pieces) < _LONGEST and size < _ROW_LIMIT and (line := source.next()) is not None:
            pieces.append(line)
            quotes += line.count('"')
            size += len(line)
        yield "".join(pieces), number


def _cells(text: str, delimiter: str) -> list[str] | None:
    """The cells of one row; None where it is no row."""
    csv.field_size_limit(_ROW_LIMIT)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _unquoted(line: str, delimiter: str) -> list[str] | None:
    """The cells of a row whose marks are text: Thước 5" dài; None where one opens a cell."""
    cells = line.rstrip("\r\n").split(delimiter)
    return None if any(cell.lstrip().startswith('"') for cell in cells) else cells


def _delimiter(head: str) -> str:
    """The mark that parts the head into most cells; Excel writes semicolons where the comma is the decimal one."""
    return max(_DELIMITERS, key=lambda mark: len(_cells(head, mark) or ()))


def _places(head: Sequence[str], columns: Mapping[str, str]) -> dict[str, int]:
    """The column of each thing that is known. Raises ReadError where one that was named is missing, or the text."""
    shown = " ".join(", ".join(head[:20]).split())[:200]
    folded = [name.casefold() for name in head]
    places: dict[str, int] = {}
    for name in FIELDS:
        wanted = columns.get(name, name)
        if wanted.casefold() in folded:
            places[name] = folded.index(wanted.casefold())
        elif name in columns:
            raise ReadError(because("table.no_column", name=wanted, columns=shown))
    if "text" not in places:
        raise ReadError(because("table.no_text", columns=shown))
    return places
