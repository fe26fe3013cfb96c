"""Models named behind "Tên mô hình:" and in the column "Mô hình" of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from danvan.find.models.named import Named, cut_owner, holder_in, is_topic, line_end, opens_line, trimmed
from danvan.match import Match
from danvan.reading import Reading
from danvan.text.quotes import quoted_spans


def tabled_names(reading: Reading) -> list[Named]:
    """Names without quotation marks behind "Tên mô hình:"; the column "Mô hình" of a table, with the owners beside."""
    text = reading.view
    found = [
        named
        for m in reading.find(reading.rules.rule("models", "table.label"), 0, len(text))
        for named in _labelled(reading, m)
    ]
    end = 0
    for head in reading.find(reading.rules.rule("models", "table.head"), 0, len(text)):
        if head.start < end:
            continue
        start = text.rfind("\n", 0, head.start) + 1
        end = line_end(text, head.end)
        mark = " | " if " | " in text[start:end] else " - "
        titles = _cells(text, start, end, mark, len(text))
        column = next((i for i, (s, e) in enumerate(titles) if s <= head.start < e), 0)
        while len(titles) > 1 and end < len(text):
            start, end = end + 1, line_end(text, end + 1)
            row = _cells(text, start, end, mark, len(titles))
            if len(row) != len(titles):
                break
            found += _row_name(reading, row, column)
    return found


def _labelled(reading: Reading, label: Match) -> Iterable[Named]:
    """The name behind a label that opens its line."""
    if not opens_line(reading, label.groups["label"][0]):
        return
    end = min(label.end, line_end(reading.draft.text, label.start))
    start, end = trimmed(reading.view, label.start, cut_owner(reading, label.start, end))
    if len(reading.view[start:end].split()) >= 2:
        yield Named(start, end, False, label.rule.id, 0.85)


def _cells(text: str, start: int, end: int, mark: str, most: int) -> list[tuple[int, int]]:
    """The cells of a row, at the most `most`."""
    cells = []
    for cell in text[start:end].split(mark, most - 1):
        cells.append((start, start + len(cell)))
        start += len(cell) + len(mark)
    return cells


def _row_name(reading: Reading, row: Sequence[tuple[int, int]], column: int) -> Iterable[Named]:
    start, end = row[column]
    quotes = quoted_spans(reading.draft.text, start, end)
    quoted = bool(quotes) and quotes[0][0] <= start + 2
    start, end = quotes[0] if quoted else trimmed(reading.view, start, end)
    owners = (owner for i, cell in enumerate(row) if i != column and (owner := holder_in(reading, *cell)) is not None)
    if len(reading.view[start:end].split()) >= 2 and not is_topic(reading, start, end):
        yield Named(start, end, quoted, "table.head", 0.85, next(owners, None))
