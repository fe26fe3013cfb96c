"""Tables that lost their lines: a cell a line, or a row a line with "|" or tabs, under heads that name models.

Portals and reports copied from a word processor come so. A table is read only where it is whole: every row has a label
and a number for every head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

import regex

from danvan.link.counts import MODEL, Count
from danvan.link.cues import cues, longest
from danvan.reading import Reading
from danvan.records import Status
from danvan.text.segment import Sentence

_CELL = 60
"""Characters: a longer line is no cell."""
_HEADS = 8
"""Heads of one table; more are no table of counts."""
_SEPARATOR = regex.compile(r"\s*[|\t]\s*")
_NUMBER = regex.compile(r"0*(?P<value>\d{1,3}(?:\.\d{3})*)")
_VALUE = regex.compile(r"\d[\d.,]{0,14}\s?%?")
"""Any number that a cell may hold."""
_NOTHING = regex.compile(r"\s*[-xX/]?\s*")
"""A cell without a number."""

Cell = tuple[int, int]


@dataclass(slots=True)
class Column:
    """The counts under one head that names models: `parts` of the rows, `total` of the row that sums them up.

    The table begins at `start`; `caption` reaches from the line above it to the end of its heads.
    """

    start: int
    head: Cell
    caption: Cell
    parts: list[Count] = field(default_factory=list)
    total: Count | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    label: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one column of numbers, each with the label of its row. `caption` reaches from the line above the
    table to the end of its heads.
    """

    head: Cell
    caption: Cell
    cells: tuple[tuple[Cell, Cell], ...]


def read_columns(reading: Reading) -> Iterator[Cells]:
    """The columns of numbers of every table of two rows or more, whatever they count."""
    if "|" not in reading.draft.text and "\t" not in reading.draft.text and not _may_be_flat(reading):
        return
    for heads, rows, first in _tables(reading):
        if len(rows) > 1:
            start = _above(reading, first)
            for index, head in enumerate(heads):
                cells = tuple((row.label, row.cells[index]) for row in rows if _is_value(reading, row.cells[index]))
                yield Cells(head, (start, heads[-1][1]), cells)


def _may_be_flat(reading: Reading) -> bool:
    index = reading.rules.rule("cues", "table.index").regex
    return any(index.fullmatch(reading.view, s.start, s.end) for s in reading.sentences if s.end - s.start < _CELL)


def _tables(reading: Reading) -> Iterator[tuple[list[Cell], list[_Row], int]]:
    lines = [s for s in reading.sentences if s.end - s.start <= 4 * _CELL]
    yield from _ruled(reading, lines)
    yield from _flat(reading, lines)


def _above(reading: Reading, first: int) -> int:
    """Where the line above a table begins."""
    return reading.sentences[max(0, reading.sentence_index(first) - 1)].start


def read_tables(reading: Reading, counts: Sequence[Count]) -> list[Column]:
    """The columns of models of every table. Their counts get noun, row and head."""
    if MODEL not in reading.lower:
        return []
    at = {count.number.start: count for count in counts if not count.measure}
    if len(at) < 2:
        return []
    columns: list[Column] = []
    for heads, rows, first in _tables(reading):
        start = _above(reading, first)
        for index, head in enumerate(heads):
            if len(rows) > 1 and counts_models(reading, head):
                columns.append(_column(reading, Column(first, head, (start, heads[-1][1])), rows, index, at))
    return [c for c in columns if len(c.parts) > 1]


def link_heads(reading: Reading, counts: Sequence[Count]) -> None:
    """The head of a column says what was done with all that it counts: "Số mô hình đăng ký"."""
    for count in counts:
        if count.head is None:
            continue
        verbs = [m for m in longest(cues(reading, "status.", *count.head)) if m.rule.gives["status"] != "none"]
        if verbs:
            count.status, count.status_known = cast(Status, verbs[-1].rule.gives["status"]), True


def counts_models(reading: Reading, head: Cell) -> bool:
    return MODEL in reading.lower[slice(*head)]


def _column(reading: Reading, column: Column, rows: Sequence[_Row], index: int, at: dict[int, Count]) -> Column:
    total = reading.rules.rule("cues", "table.total")
    for row in rows:
        count = at.get(row.cells[index][0])
        if count is None:
            continue
        count.measure, count.unit, count.is_model = MODEL, MODEL, True
        count.rule, count.confidence = "figure.cell", 0.8
        count.row, count.head, count.caption = (row.label[0], row.cells[index][1]), column.head, column.caption
        if total.regex.match(reading.view[slice(*row.label)]) is not None:
            column.total = count
        else:
            column.parts.append(count)
    return column


def _ruled(reading: Reading, lines: Sequence[Sentence]) -> Iterator[tuple[list[Cell], list[_Row], int]]:
    """Tables with a row a line: "Lĩnh vực | Số mô hình", "Kinh tế | 7". The head may have two rows."""
    upper: list[Cell] = []
    open_heads: list[Cell] = []
    rows: list[_Row] = []
    first = 0
    for line in lines:
        cells = list(_cells(reading, line))
        both = _merged(reading, upper, open_heads, len(cells)) if upper and not rows else []
        if both and _row(reading, cells, both) is not None:
            open_heads = both
        if open_heads and (row := _row(reading, cells, open_heads)) is not None:
            rows.append(row)
            continue
        if rows:
            yield _numeric(open_heads, rows), rows, first
        heads = len(cells) > 1 and not any(c.isdigit() for c in reading.view[line.start : line.end])
        upper = open_heads if heads and not rows else []
        rows = []
        open_heads, first = (cells, first if upper else line.start) if heads else ([], 0)
    if rows:
        yield _numeric(open_heads, rows), rows, first


def _merged(reading: Reading, upper: Sequence[Cell], lower: Sequence[Cell], width: int) -> list[Cell]:
    """The heads of `width` columns out of two rows of heads, empty where they make other ones.

    "TT | Đơn vị | Trong đó" over "Tập thể | Cá nhân": cells of the upper row that reach down stand for themselves, the
    others over those of the lower row. A head that names neither models nor money says what the one over it names.
    """
    high = width - len(lower)
    over = len(upper) - high
    if high < 1 or over < 1:
        return []
    among = reading.rules.rule("cues", "table.among").regex
    at = next((i for i, cell in enumerate(upper) if over == 1 and among.search(reading.view, *cell)), high)
    group = upper[at] if over == 1 else None
    said = [_naming(reading, cell, group) if group is not None else cell for cell in lower]
    return [*upper[:at], *said, *(upper[at + 1 :] if over == 1 else ())]


def _naming(reading: Reading, head: Cell, group: Cell) -> Cell:
    money = reading.rules.rule("cues", "table.money").regex
    known = counts_models(reading, head) or money.search(reading.view, *head)
    return group if not known and (counts_models(reading, group) or money.search(reading.view, *group)) else head


def _row(reading: Reading, cells: list[Cell], heads: list[Cell]) -> _Row | None:
    """A row whose label stands first, or behind its number in the list; all else are numbers or empty.

    The row that sums up has no number in the list; empty cells at the end of a line are lost.
    """
    indexed = _is_index_head(reading, heads[0])
    first = int(indexed and bool(cells) and _is_number(reading, cells[0]))
    width = len(heads) - indexed - 1
    label, numbers = cells[first : first + 1], cells[first + 1 :]
    if not label or _is_value(reading, label[0]) or not any(_is_value(reading, c) for c in numbers):
        return None
    if len(numbers) > width or not all(_is_value(reading, c) or _NOTHING.fullmatch(reading.view, *c) for c in numbers):
        return None
    nothing = (cells[-1][1], cells[-1][1])
    return _Row(label[0], (*numbers, *[nothing] * (width - len(numbers))))


def _numeric(heads: list[Cell], rows: list[_Row]) -> list[Cell]:
    return heads[-len(rows[0].cells) :]


def _cells(reading: Reading, line: Sentence) -> Iterator[Cell]:
    text = reading.draft.text
    if "|" not in text[line.start : line.end] and "\t" not in text[line.start : line.end]:
        return
    start = line.start
    for mark in _SEPARATOR.finditer(text, line.start, line.end):
        yield start, mark.start()
        start = mark.end()
    yield start, line.end


def _flat(reading: Reading, lines: Sequence[Sentence]) -> Iterator[tuple[list[Cell], list[_Row], int]]:
    """Tables with a cell a line, whose rows are numbered: "STT", "Đơn vị", "Số mô hình", "1", "Xã An Trạch", "12"."""
    cells = [(line.start, line.end) for line in lines]
    for i, cell in enumerate(cells):
        if not _is_index_head(reading, cell):
            continue
        heads: list[Cell] = []
        at = i + 1
        while at < len(cells) and len(heads) <= _HEADS and not _is_number(reading, cells[at]):
            heads.append(cells[at])
            at += 1
        if not 2 <= len(heads) <= _HEADS or any(end - start > _CELL for start, end in heads):
            continue
        rows = _numbered_rows(reading, cells[at:], len(heads) - 1)
        if rows:
            yield heads[1:], rows, cell[0]


def _numbered_rows(reading: Reading, cells: Sequence[Cell], width: int) -> list[_Row]:
    """Rows of a number, a label and `width` numbers, as long as they come; the last may lack its number."""
    rows: list[_Row] = []
    at = 0
    while at < len(cells):
        numbered = _value(reading, cells[at]) == len(rows) + 1
        at += numbered
        row = cells[at : at + 1 + width]
        if len(row) <= width or _is_number(reading, row[0]) or not all(_is_number(reading, c) for c in row[1:]):
            break
        rows.append(_Row(row[0], tuple(row[1:])))
        at += 1 + width
        if not numbered:
            break
    return rows


def _is_index_head(reading: Reading, cell: Cell) -> bool:
    return reading.rules.rule("cues", "table.index").regex.fullmatch(reading.view, *cell) is not None


def _is_number(reading: Reading, cell: Cell) -> bool:
    return _NUMBER.fullmatch(reading.view, *cell) is not None


def _is_value(reading: Reading, cell: Cell) -> bool:
    return _VALUE.fullmatch(reading.view, *cell) is not None


def _value(reading: Reading, cell: Cell) -> int | None:
    found = _NUMBER.fullmatch(reading.view, *cell)
    return None if found is None else int(found["value"].replace(".", ""))
