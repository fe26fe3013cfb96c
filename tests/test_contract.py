"""The record contract: names, closed sets and meanings that nobody may change, and what holds in every record."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from danvan import records
from danvan.ingest.read import Unreadable, read_inputs
from danvan.records import (
    Article,
    ArticleRecord,
    Change,
    Date,
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
from danvan.ruleset import load_rules
from danvan.steps import extract
from danvan.text.article import Draft

RULES = load_rules()
CORPUS = Path(__file__).parents[1] / "corpus" / "work"

FIELDS: dict[type[records.Record], str] = {
    ArticleRecord: "schema_version article dates officials places figures money models",
    Article: "id source url title author text published place",
    Span: "start end text",
    PlaceRef: "code name kind level province district commune",
    Date: "start end grain role inferred span",
    Official: "name honorific positions spans",
    Position: "title body level place",
    Place: "kind name level unit candidates spans",
    Figure: (
        "measure unit value high bound of topic field level holder status place period part_of partition list change"
        " span"
    ),
    Period: "start end cumulative",
    Change: "direction than",
    Money: "amount high currency bound basis purpose items place period span",
    Model: "name quoted owner field place span",
}
SETS = {
    records.Level: "central province district commune hamlet",
    records.Grain: "day week month quarter half year span",
    records.Role: "publication event period document other",
    records.Bound: "exact more_than at_least less_than at_most about",
    records.Field_: "economy culture_society defence_security political_system new_countryside environment other",
    records.Holder: "collective individual",
    records.Status: "registered built recognised maintained replicated launched commended planned",
    records.Direction: "up down",
    records.Than: "previous_year plan registered other",
    records.Basis: "total each",
    records.Topic: "dan_van_kheo",
}


@pytest.mark.parametrize(("record", "names"), FIELDS.items(), ids=[record.__name__ for record in FIELDS])
def test_no_field_is_renamed_or_dropped(record: type[records.Record], names: str) -> None:
    assert [name for name in record.model_fields if name in names.split()] == names.split()


@pytest.mark.parametrize(("literal", "values"), SETS.items(), ids=SETS.values())
def test_closed_sets(literal: Any, values: str) -> None:
    assert set(get_args(literal)) == set(values.split())


def test_every_record_but_the_article_says_what_found_it() -> None:
    for kind in (Date, Official, Place, Figure, Money, Model):
        assert {"rule", "confidence"} <= set(kind.model_fields)
    assert records.SCHEMA_VERSION == "1"


# ---- a wrong record cannot be built

SPAN = {"start": 3, "end": 5, "text": "12"}
FIGURE = {"measure": "hộ", "unit": "hộ", "value": 12, "span": SPAN, "rule": "r", "confidence": 1}
MONEY = {"amount": 12, "span": SPAN, "rule": "r", "confidence": 1}
DATE = {
    "start": "2022-01-02",
    "end": "2022-01-02",
    "grain": "day",
    "role": "event",
    "span": SPAN,
    "rule": "r",
    "confidence": 1,
}
RECORD: dict[str, Any] = {"article": {"id": "1", "text": "có 12 hộ"}, "figures": [FIGURE]}

WRONG = [
    (Span, {**SPAN, "text": "123"}, "does not measure"),
    (Span, {"start": 3, "end": 3, "text": ""}, "does not measure"),
    (Span, {"start": -1, "end": 1, "text": "12"}, "greater than or equal"),
    (Figure, {**FIGURE, "high": 11}, "runs backwards"),
    (Figure, {**FIGURE, "partition": True}, "only of a part"),
    (Figure, {**FIGURE, "part_of": 0}, "only of a part"),
    (Figure, {**FIGURE, "bound": "hơn"}, "bound"),
    (Figure, {**FIGURE, "confidence": 1.2}, "confidence"),
    (Figure, {**FIGURE, "colour": "red"}, "colour"),
    (Money, {**MONEY, "high": 11}, "runs backwards"),
    (Money, {**MONEY, "amount": 1.5}, "amount"),
    (Date, {**DATE, "end": "2022-01-01"}, "ends before it starts"),
    (Date, {**DATE, "start": "2/1/2022"}, "start"),
    (Article, {"id": "1", "text": "", "published": "22:19 23/12/2022"}, "published"),
    (ArticleRecord, {**RECORD, "article": {"id": "1", "text": "có 13 hộ"}}, "in the article"),
    (ArticleRecord, {**RECORD, "figures": [{**FIGURE, "part_of": 0, "partition": False}]}, "is part of 0"),
    (ArticleRecord, {**RECORD, "figures": [{**FIGURE, "part_of": 1, "partition": False}]}, "is part of 1"),
    (ArticleRecord, {**RECORD, "money": [{**MONEY, "items": 1}]}, "pays for figure 1"),
    (ArticleRecord, {**RECORD, "schema_version": "2"}, "schema_version"),
]


@pytest.mark.parametrize(("kind", "values", "message"), WRONG, ids=[f"{k.__name__} {m}" for k, _, m in WRONG])
def test_a_wrong_record_cannot_be_built(kind: type[records.Record], values: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        kind.model_validate(values)


def test_records_are_frozen() -> None:
    record = ArticleRecord.model_validate(RECORD)
    with pytest.raises(ValidationError, match="frozen"):
        record.figures[0].value = 13  # type: ignore[misc]


# ---- what the contract says of the records of an article


def read_corpus() -> Iterator[ArticleRecord]:
    for item in read_inputs([CORPUS], rules=RULES):
        assert not isinstance(item, Unreadable)
        if isinstance(item, Draft):
            yield extract(item, RULES)


RECORDS = {Path(record.article.source or "").stem: record for record in read_corpus()}
every_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)


def test_ids_differ() -> None:
    assert len({record.article.id for record in RECORDS.values()}) == len(RECORDS) >= 25


@every_record
def test_dates_fit_their_grain(record: ArticleRecord) -> None:
    for found in record.dates:
        first, last = date.fromisoformat(found.start), date.fromisoformat(found.end)
        months = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(found.grain)
        if months is not None:
            assert (first.day, (first.month - 1) % months) == (1, 0), found
            assert (last.year, last.month) == (first.year, first.month + months - 1), found
            assert last.day == calendar.monthrange(last.year, last.month)[1], found
        assert (first == last) == (found.grain == "day"), found
    assert sum(found.role == "publication" for found in record.dates) <= 1


@every_record
def test_merged_records_stand_once_with_mentions_in_order(record: ArticleRecord) -> None:
    people = Counter(official.name for official in record.officials)
    units = Counter((p.kind, p.name, ref_key(p.unit)) for p in record.places)
    assert [key for key, count in (people + units).items() if count > 1] == []
    for merged in (*record.officials, *record.places):
        starts = [span.start for span in merged.spans]
        assert starts == sorted(set(starts)) != []
    assert all(official.positions for official in record.officials)


@every_record
def test_places_are_sure_or_say_what_they_could_be(record: ArticleRecord) -> None:
    for place in record.places:
        coded = place.unit is not None and place.unit.code is not None
        assert not (coded and place.candidates), place
        if coded and place.unit is not None and place.level != "hamlet":
            assert place.name == place.unit.name
    for ref in refs(record):
        if ref.level in {"commune", "district", "province"} and ref.code is not None:
            assert getattr(ref, ref.level) == ref.name, ref
        below = {"province": ("district", "commune"), "district": ("commune",)}.get(ref.level, ())
        assert all(getattr(ref, level) is None for level in below), ref


@every_record
def test_no_district_after_the_reform(record: ArticleRecord) -> None:
    if (record.article.published or "") > "2025-07-01" and record.article.place is not None:
        assert record.article.place.level != "commune" or record.article.place.district is None


@every_record
def test_figures_hold_together(record: ArticleRecord) -> None:
    spans = [(f.span.start, f.span.end) for f in record.figures]
    assert spans == sorted(set(spans)), "in order, each once"
    lists: dict[int, set[tuple[int | None, bool | None]]] = {}
    for figure in record.figures:
        assert figure.measure == figure.measure.lower() != ""
        assert figure.unit
        if figure.of is not None:
            assert figure.unit != "%"
        if figure.list is not None:
            lists.setdefault(figure.list, set()).add((figure.part_of, figure.partition))
        if figure.part_of is not None:
            total = record.figures[figure.part_of]
            assert figure.topic == total.topic, figure
            assert _leads_up(record, figure), figure
    assert sorted(lists) == list(range(len(lists))), "lists are counted from 0"
    assert all(len(parts) == 1 and None not in next(iter(parts)) for parts in lists.values()), "siblings share"


@every_record
def test_sums_of_money(record: ArticleRecord) -> None:
    for money in record.money:
        assert money.amount > 0
        assert len(money.currency) == 3
        assert money.purpose is None or money.purpose.strip() == money.purpose != ""


def _leads_up(record: ArticleRecord, figure: Figure) -> bool:
    """Whether the totals of a part end somewhere: no part is part of itself."""
    seen = 0
    while figure.part_of is not None and seen <= len(record.figures):
        figure, seen = record.figures[figure.part_of], seen + 1
    return figure.part_of is None


def refs(record: ArticleRecord) -> Iterator[PlaceRef]:
    facts = (*record.figures, *record.money, *record.models)
    found = [record.article.place, *(f.place for f in facts), *(p.unit for p in record.places)]
    found += [position.place for official in record.officials for position in official.positions]
    yield from (ref for ref in found if ref is not None)


def ref_key(ref: PlaceRef | None) -> tuple[str | None, ...]:
    return () if ref is None else (ref.code, ref.province, ref.district, ref.commune)
