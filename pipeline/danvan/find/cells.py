"""Numbers in the cells of a table: what they count says the head of their column, and where, the label of their row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from danvan.link.counts import SHARE, Count
from danvan.link.tables import Cells, counts_models, read_columns
from danvan.reading import Reading

NounAt = Callable[[int, int], tuple[int, str] | None]
"""The noun that begins at an offset and ends before a limit: its end and its canonical form."""


def name_cells(reading: Reading, counts: Sequence[Count], noun_at: NounAt) -> list[Count]:
    """The counts without those of cells that count nothing known; the other cells get noun, row and head.

    Columns of models are left to `link.parts.breakdown`, which finds their totals too.
    """
    dropped: set[int] = set()
    at: dict[int, Count] = {}
    for column in read_columns(reading):
        if counts_models(reading, column.head):
            continue
        at = at or {c.number.start: c for c in counts if not c.measure or c.is_rate}
        noun = _noun_in(reading, column, noun_at)
        shares = noun is None and reading.rules.rule("cues", "table.share").regex.search(reading.view, *column.head)
        for label, cell in column.cells:
            count = at.get(cell[0])
            if count is None:
                continue
            if shares:
                count.measure, count.unit, count.is_rate = SHARE, "%", True
            if noun is None and not count.is_rate:
                dropped.add(id(count))
                head = " ".join(reading.draft.text[slice(*column.head)].split())
                reading.reject(count.start, count.end, "figure.cell", f"a cell under {head!r}, which names no count")
                continue
            if noun is not None and not count.is_rate:
                count.measure, count.unit = noun
            count.rule, count.confidence = "figure.cell", 0.8
            count.row, count.head, count.caption = (label[0], cell[1]), column.head, column.caption
    return [c for c in counts if id(c) not in dropped]


def _noun_in(reading: Reading, column: Cells, noun_at: NounAt) -> tuple[str, str] | None:
    """The first noun of a head that is known, canonical and as written: "Số hộ hiến đất" counts "hộ"."""
    start, end = column.head
    if (money := reading.rules.rule("cues", "table.money").regex.search(reading.view, start, end)) is not None:
        reading.reject(money.start(), money.end(), "table.money", "a column of sums of money")
        return None
    at = start
    while at < end:
        if (found := noun_at(at, end)) is not None:
            return found[1], " ".join(reading.draft.text[at : found[0]].split()).lower()
        blank = reading.view.find(" ", at, end)
        at = end if blank < 0 else blank + 1
    return None
