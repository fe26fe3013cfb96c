"""The rows that a record gives the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from danvan.records import ArticleRecord, Period, PlaceRef, Position, Span
from danvan.store.database import FACT_TABLES
from danvan.text.source import SourceMap


def fact_rows(record: ArticleRecord, sentences: Sequence[tuple[int, int]]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every fact table for one record, in the order of the columns in schema.sql."""
    id_ = record.article.id
    holds = _Sentences(record.article.text, sentences)
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in FACT_TABLES}
    for nr, d in enumerate(record.dates):
        where = (*holds.span(d.span), d.rule, d.confidence)
        rows["dates"].append((id_, nr, d.start, d.end, d.grain, d.role, d.inferred, *where))
    for nr, o in enumerate(record.officials):
        where = (*holds.span(o.spans[0]), o.rule, o.confidence)
        rows["officials"].append((id_, nr, o.name, o.honorific, len(o.spans), *where))
        for number, position in enumerate(o.positions):
            said = (*holds.span(_mention_of(position, o.spans, holds)), o.rule, o.confidence)
            post = (position.title, position.body, position.level, *place_cells(position.place))
            rows["positions"].append((id_, nr, number, o.name, *post, *said))
        rows["mentions"] += [
            (id_, "officials", nr, i, *holds.span(s), o.rule, o.confidence) for i, s in enumerate(o.spans)
        ]
    for nr, p in enumerate(record.places):
        where = (*holds.span(p.spans[0]), p.rule, p.confidence)
        unit = (p.kind, p.name, p.level, list(p.candidates), len(p.spans), *place_cells(p.unit))
        rows["places"].append((id_, nr, *unit, *where))
        rows["mentions"] += [
            (id_, "places", nr, i, *holds.span(s), p.rule, p.confidence) for i, s in enumerate(p.spans)
        ]
    for nr, f in enumerate(record.figures):
        where = (*holds.span(f.span), f.rule, f.confidence)
        change = (f.change.direction, f.change.than) if f.change else (None, None)
        rows["figures"].append(
            (
                id_, nr, f.measure, f.unit, float(f.value), _float(f.high), f.bound, _float(f.of), f.topic, f.field,
                f.level, f.holder, f.status, *place_cells(f.place), *_period(f.period), f.part_of, f.partition, f.list,
                *change, *where,
            )
        )  # fmt: skip
    for nr, m in enumerate(record.money):
        where = (*holds.span(m.span), m.rule, m.confidence)
        amount = (m.amount, m.high, m.currency, m.bound, m.basis, m.purpose, m.items)
        rows["money"].append((id_, nr, *amount, *place_cells(m.place), *_period(m.period), *where))
    for nr, one in enumerate(record.models):
        where = (*holds.span(one.span), one.rule, one.confidence)
        rows["models"].append((id_, nr, one.name, one.quoted, one.owner, one.field, *place_cells(one.place), *where))
    return rows


@dataclass
class _Sentences:
    """The text's sentences, to be asked which one holds a span."""

    text: str
    spans: Sequence[tuple[int, int]]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [start for start, _ in self.spans]

    def holding(self, span: Span) -> str:
        """From the start of the first sentence that the span touches to the end of the last, line breaks as blanks."""
        from bisect import bisect_right

        at = max(0, bisect_right(self.starts, span.start) - 1)
        start, end = self.spans[at] if self.spans else (span.start, span.end)
        start = min(start, span.start)
        while end < span.end and at + 1 < len(self.spans) and self.spans[at + 1][0] < span.end:
            at += 1
            end = self.spans[at][1]
        return " ".join(self.text[start : max(end, span.end)].split())

    def span(self, span: Span) -> tuple[int, int, str, str]:
        return span.start, span.end, span.text, self.holding(span)


def _mention_of(position: Position, spans: Sequence[Span], sentences: _Sentences) -> Span:
    """The first mention whose sentence has the post in it, else the first one."""
    words = position.title.lower()
    return next((s for s in spans if words in sentences.holding(s).lower()), spans[0])


def place_cells(place: PlaceRef | None) -> tuple[str | None, ...]:
    """The seven cells of a unit."""
    if place is None:
        return (None,) * 7
    return place.code, place.name, place.kind, place.level, place.province, place.district, place.commune


def _period(period: Period | None) -> tuple[Any, ...]:
    return (None, None, None) if period is None else (period.start, period.end, period.cumulative)


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def pairs_cell(pairs: Sequence[tuple[int, int]] | None) -> list[list[int]] | None:
    """Half-open spans as DuckDB takes them."""
    return None if pairs is None else [list(pair) for pair in pairs]


def page_cell(page: SourceMap | None) -> dict[str, Any] | None:
    """The cell of `articles.page`."""
    if page is None:
        return None
    return {"codec": page.codec, "digest": page.digest, "runs": [list(run) for run in page.runs]}


def read_page_cell(cell: Mapping[str, Any] | None) -> SourceMap | None:
    """What page_cell() wrote."""
    if cell is None:
        return None
    return SourceMap(cell["codec"], tuple((a, b, c, d) for a, b, c, d in cell["runs"]), cell["digest"])


def parts_cell(parts: Sequence[tuple[str, int, int]] | None) -> list[dict[str, Any]] | None:
    """The cell of `articles.parts`."""
    return None if parts is None else [{"kind": kind, "start": start, "end": end} for kind, start, end in parts]
