"""Columns of a table with a row that sums them up: its rows make up that row's number, whatever the column counts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from danvan.link.counts import Count
from danvan.reading import Reading


def has_group(reading: Reading, rows: Sequence[Count]) -> bool:
    """Whether a row tells of some of another one: "Trong đó: cấp huyện"."""
    among = reading.rules.rule("cues", "table.among").regex
    return any(c.row is not None and among.match(_label(reading, c)) is not None for c in rows)


def link_columns(reading: Reading, counts: Sequence[Count], number: int) -> int:
    """Links the cells of each column of other things than models to the cell of its last row, if that sums up.

    Gives the number of the next list.
    """
    cells = (c for c in counts if c.head is not None and not c.is_model)
    total = reading.rules.rule("cues", "table.total").regex
    for _, column in itertools.groupby(sorted(cells, key=lambda c: (c.head or (0, 0), c.start)), key=lambda c: c.head):
        *parts, last = column
        whole = len(parts) > 1 and total.match(_label(reading, last)) is not None
        if not whole or any(c.is_rate or c.number.of is not None or c.part_of is not None for c in (*parts, last)):
            continue
        partition = not has_group(reading, parts)
        for part in parts:
            part.part_of, part.partition, part.list = last, partition, number
        number += 1
    return number


def _label(reading: Reading, count: Count) -> str:
    return "" if count.row is None else reading.view[count.row[0] : count.start].strip()
