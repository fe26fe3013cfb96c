"""Counts as records, with how sure they are."""

from __future__ import annotations

from danvan.confidence import confidence
from danvan.link.counts import MODEL, Count
from danvan.reading import Reading
from danvan.records import Figure

_MODELS = {MODEL, "điển hình"}
_TAKEN_BACK = 0.3
"""How sure it is that a number holds that a notice of correction takes back."""


def records_of(reading: Reading, counts: list[Count]) -> tuple[Figure, ...]:
    index = {id(count): i for i, count in enumerate(counts)}
    totals = [None if count.part_of is None else index.get(id(count.part_of)) for count in counts]
    told = dict.fromkeys(c.list for c, total in zip(counts, totals, strict=True) if total is not None)
    lists = {name: number for number, name in enumerate(name for name in told if name is not None)}
    return tuple(_record(reading, c, total, lists) for c, total in zip(counts, totals, strict=True))


def _record(reading: Reading, count: Count, total: int | None, lists: dict[int, int]) -> Figure:
    """The record of a count. `total` is the number of the record it is part of; lists are counted as they come."""
    number = count.number
    modelled = count.dan_van_kheo and count.measure in _MODELS
    return Figure(
        measure=count.measure,
        unit=count.unit,
        value=number.value,
        high=number.high,
        bound=number.bound,
        of=number.of,
        topic="dan_van_kheo" if count.dan_van_kheo else None,
        field=count.field,
        level=count.level,
        holder=count.holder,
        status=count.status,
        place=count.place,
        period=count.period,
        part_of=total,
        partition=None if total is None else bool(count.partition),
        list=None if total is None or count.list is None else lists[count.list],
        change=count.change,
        span=reading.span(count.start, count.end),
        rule=count.rule,
        confidence=(
            _TAKEN_BACK
            if count.taken_back
            else confidence(reading.rules, "model count", count.rule, _rating(count))
            if modelled
            else confidence(reading.rules, "other count", count.rule, count.confidence)
        ),
    )


def _rating(count: Count) -> float:
    """How firmly the words say all facets of a count of models. Marked parts of a list are read most surely; least what
    is told of a stage of the funnel, of a change, or without a verb that gives its status.
    """
    doubts = [
        count.part_of is not None and count.list is None,
        count.status in {None, "commended", "replicated"},
        count.change is not None,
    ]
    if not any(doubts):
        return 0.97 if count.list is not None else 0.9
    return 0.8 if sum(doubts) == 1 else 0.7
