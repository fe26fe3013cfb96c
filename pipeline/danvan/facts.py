"""A record's facts as flat rows, one a mention: what `extract --format table|csv|xlsx|parquet` and `explain` print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from danvan.messages import language, value_word
from danvan.records import (
    ArticleRecord,
    Change,
    Date,
    Fact,
    Figure,
    Model,
    Money,
    Official,
    Period,
    Place,
    PlaceRef,
    Position,
    Span,
)
from danvan.rows import Column, Rows

Kind = Literal["date", "official", "place", "figure", "money", "model"]

COLUMNS = (
    Column("article"), Column("source"), Column("kind"), Column("start", "number"), Column("end", "number"),
    Column("text"), Column("what"), Column("place"), Column("date"), Column("rule"), Column("confidence", "number"),
)  # fmt: skip
BRIEF = ("kind", "start", "end", "text", "what", "place", "date", "rule", "confidence")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where a fact stands. `what` says the fact in words of the language in force."""

    kind: Kind
    fact: Fact
    span: Span
    what: str
    place: str
    date: str


def mentions(record: ArticleRecord) -> Iterator[Mention]:
    """Every mention of every fact, in the order of the text."""
    yield from sorted(_mentions(record), key=lambda m: (m.span.start, m.span.end, m.kind))


def fact_rows(record: ArticleRecord) -> Iterator[tuple[object, ...]]:
    """The mentions as rows of COLUMNS."""
    a = record.article
    for m in mentions(record):
        where = (m.kind, m.span.start, m.span.end, m.span.text)
        yield (a.id, a.source, *where, m.what, m.place, m.date, m.fact.rule, m.fact.confidence)


def rows_of_records(records: Iterator[ArticleRecord]) -> Rows:
    """The facts of many records."""
    return Rows(COLUMNS, (row for record in records for row in fact_rows(record)), BRIEF)


def _mentions(record: ArticleRecord) -> Iterator[Mention]:
    for d in record.dates:
        yield Mention("date", d, d.span, _date(d), "", _days(d.start, d.end))
    for o in record.officials:
        for span in o.spans:
            yield Mention("official", o, span, _official(o), "", "")
    for p in record.places:
        for span in p.spans:
            yield Mention("place", p, span, _place(p), place_words(p.unit), "")
    for f in record.figures:
        yield Mention("figure", f, f.span, _figure(f, record), place_words(f.place), _period(f.period))
    for m in record.money:
        yield Mention("money", m, m.span, _money(m), place_words(m.place), _period(m.period))
    for one in record.models:
        yield Mention("model", one, one.span, _model(one), place_words(one.place), "")


def place_words(place: PlaceRef | None) -> str:
    """A unit with those above it and its code: "xã Thạch Lạc, Thạch Hà, Hà Tĩnh (18604)"."""
    if place is None:
        return ""
    own = f"{place.kind} {place.name}" if place.kind else place.name
    above = [n for n in (place.commune, place.district, place.province) if n and n != place.name]
    return ", ".join([own, *above]) + (f" ({place.code})" if place.code else "")


def amount(value: float, high: float | None = None) -> str:
    """A number as the language in force writes it, with its range."""
    text = f"{value:,}" if high is None else f"{value:,} - {high:,}"
    return text.translate(str.maketrans(",.", ".,")) if language() == "vi" else text


def _joined(*words: str | None) -> str:
    return " · ".join(word for word in words if word)


def _coded(column: str, value: str | None) -> str | None:
    return None if value is None else value_word(column, value)


def _days(start: str | None, end: str | None) -> str:
    return (start or "…") if start == end else f"{start or '…'} - {end or '…'}"


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    return _days(period.start, period.end) + (" Σ" if period.cumulative else "")


def _date(date: Date) -> str:
    return _joined(
        _coded("role", date.role), _coded("grain", date.grain), _coded("inferred", "yes") if date.inferred else None
    )


def _official(official: Official) -> str:
    posts = "; ".join(_post(p) for p in official.positions)
    return f"{official.name}: {posts}"


def _post(position: Position) -> str:
    return position.title if position.body is None else f"{position.title} – {position.body}"


def _place(place: Place) -> str:
    own = f"{place.kind} {place.name}" if place.kind else place.name
    return _joined(own, _coded("level", place.level), " / ".join(place.candidates))


def _figure(figure: Figure, record: ArticleRecord) -> str:
    whole = "" if figure.of is None else f"/{amount(figure.of)}"
    number = f"{amount(figure.value, figure.high)}{whole} {figure.measure}"
    total = None if figure.part_of is None else record.figures[figure.part_of].value
    return _joined(
        f"{_coded('bound', figure.bound)} {number}".strip(), _coded("status", figure.status),
        _coded("field", figure.field), _coded("level", figure.level), _coded("holder", figure.holder),
        _coded("topic", figure.topic), _change(figure.change), None if total is None else f"⊂ {amount(total)}",
    )  # fmt: skip


def _change(change: Change | None) -> str | None:
    if change is None:
        return None
    return f"{_coded('change_direction', change.direction)} ({_coded('change_than', change.than) or '?'})"


def _money(money: Money) -> str:
    total = f"{_coded('bound', money.bound)} {amount(money.amount, money.high)} {money.currency}".strip()
    return _joined(total, _coded("basis", money.basis), money.purpose)


def _model(model: Model) -> str:
    name = f"“{model.name}”" if model.quoted else model.name
    return _joined(name, model.owner, _coded("field", model.field))
