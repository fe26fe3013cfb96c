"""Which records are right, and whether their confidence says so."""

from __future__ import annotations

from typing import Any

import pytest

from danvan.evaluate import Verdict
from danvan.evaluate.calibration import Reliability, by_rule, reliability
from danvan.records import ArticleRecord, Model, Money, Place
from making import commune, count, record, span
from test_evaluate import COUNTS, GOLD_COUNT, GOLD_DAY, LINK, RIGHT, SAID, TEXT, day, judged, person, thing


def verdicts(one: ArticleRecord, **gold: Any) -> list[tuple[str, bool]]:
    return [(v.kind, v.right) for v in judged(one, **gold).verdicts]


@pytest.mark.parametrize(("role", "right"), [("event", True), ("document", False)])
def test_a_date_is_right_with_its_role(role: str, right: bool) -> None:
    dates = (day(TEXT, "7/9/2022", "2022-09-07", role=role), day(TEXT, "7/9/2022", "2022-09-07", nth=1))
    assert verdicts(record(TEXT, dates=dates[:1]), dates=[GOLD_DAY]) == [("date", right)]
    # the second mention is pardoned, an invented day is not
    again = (day(TEXT, "7/9/2022", "2022-09-07"), dates[1], day(TEXT, "năm 2021", "2021-01-01"))
    assert verdicts(record(TEXT, dates=again), dates=[GOLD_DAY]) == [("date", True), ("date", False)]


@pytest.mark.parametrize(
    ("posts", "right"),
    [
        ([("Bí thư", "Huyện ủy")], True),
        ([("Bí thư", "Tỉnh ủy")], False),
        ([("Bí thư", "Huyện ủy"), ("Chủ tịch", "HĐND")], False),  # one too many
        ([], False),  # one missed
    ],
)
def test_an_official_is_right_with_every_post(posts: list[tuple[str, str | None]], right: bool) -> None:
    text = "Lê Tám và Trần Chín."
    one = record(text, officials=(person(text, "Lê Tám", *posts), person(text, "Trần Chín", ("Chủ tịch", None))))
    gold = [{"name": "Lê Tám", "positions": [{"title": "Bí thư", "body": "Huyện ủy"}]}]
    assert verdicts(one, officials=gold) == [("official", right), ("official", False)]


@pytest.mark.parametrize(("unit", "right"), [(commune("Thạch Lạc", "Thạch Hà"), True), (None, False)])
def test_a_place_is_right_with_its_link(unit: Any, right: bool) -> None:
    text = "Tại xã Thạch Lạc."
    place = Place(kind="xã", name="Thạch Lạc", level="commune", unit=unit, spans=(span(text, "xã Thạch Lạc"),), **SAID)
    assert verdicts(record(text, places=(place,)), places=[LINK]) == [("place", right)]
    # where gold leaves the province open, the link is not judged
    assert verdicts(record(text, places=(place,)), places=[{**LINK, "province": None}]) == [("place", True)]


@pytest.mark.parametrize(("facets", "right"), [({}, True), ({"status": "planned"}, False)])
def test_a_model_count_is_right_with_every_facet(facets: dict[str, Any], right: bool) -> None:
    figures = (
        count(COUNTS, "138 mô hình", 138, **{**RIGHT, **facets}),
        count(COUNTS, "34 mô hình", 34),
        count(COUNTS, "90%", 90, unit="%"),
    )
    one = record(COUNTS, figures=figures)
    assert verdicts(one, model_counts=[GOLD_COUNT]) == [("model count", right), ("model count", False)]


@pytest.mark.parametrize(("bound", "right"), [("exact", True), ("more_than", False)])
def test_a_sum_is_right_with_bound_and_basis(bound: Any, right: bool) -> None:
    text = "Chi 5 triệu đồng."
    cash = Money(amount=5_000_000, bound=bound, basis="total", span=span(text, "5 triệu đồng"), **SAID)
    gold = [{"text": "5 triệu đồng", "amount": 5_000_000, "bound": "exact", "basis": "total"}]
    assert verdicts(record(text, money=(cash,)), money=gold) == [("money", right)]


def test_other_counts_and_models_that_gold_lacks_are_wrong() -> None:
    text = "12 hộ; 12 hộ; 40% hộ; 9 xã; mô hình “Nhà sạch”, “Nhà sạch”, “Ngõ sáng”."
    figures = (
        thing(text, "12 hộ", 12, "hộ"),
        thing(text, "12 hộ", 12, "hộ"),
        thing(text, "40% hộ", 40, "hộ", "%"),
        thing(text, "9 xã", 9, "xã"),
    )
    models = tuple(
        Model(name=name, quoted=True, span=span(text, name, nth), **SAID)
        for name, nth in (("Nhà sạch", 0), ("Nhà sạch", 1), ("Ngõ sáng", 0))
    )
    one = record(text, figures=figures, models=models)
    gold = {"other_counts": [{"text": "12 hộ", "value": 12, "measure": "hộ"}], "named_models": [{"name": "Nhà sạch"}]}
    assert verdicts(one, **gold) == [
        ("other count", True), ("other count", False), ("model", True), ("model", False),
    ]  # fmt: skip


def said(confidence: float, right: int, n: int, kind: Any = "date") -> list[Verdict]:
    fact = day(TEXT, "7/9/2022", "2022-09-07").model_copy(update={"confidence": confidence})
    return [Verdict(kind, fact, at < right) for at in range(n)]


def test_bins_hold_their_lower_end_and_the_error_weighs_them() -> None:
    tables = reliability([*said(0.9, 9, 10), *said(0.5, 0, 5), *said(1.0, 5, 5), *said(0.8, 1, 2, "money")])
    dates, money, every = tables
    assert [(b.low, b.high, b.n, b.right) for b in dates.bins] == [
        (0.5, 0.6, 5, 0), (0.9, 0.95, 10, 9), (0.98, 1.0, 5, 5),
    ]  # fmt: skip
    assert dates.error == pytest.approx(0.5 * 5 / 20)
    assert money.error == pytest.approx(0.3)
    assert (every.whole.kind, every.whole.n, every.whole.right) == (None, 22, 15)
    assert every.error == pytest.approx((0.5 * 5 + 0.3 * 2) / 22)


def test_a_bin_tells_mean_confidence_share_and_interval() -> None:
    (table, _) = reliability([*said(0.86, 3, 4), *said(0.88, 4, 4)])
    (one,) = table.bins
    assert one.confidence == pytest.approx(0.87)
    assert one.share == 7 / 8
    assert one.interval[0] < 7 / 8 < one.interval[1] < 1


def test_rules_stand_by_kind_and_confidence() -> None:
    rows = by_rule([*said(0.9, 1, 2, "money"), *said(0.9, 3, 3), *said(0.5, 0, 1)])
    assert [(rule, b.kind, b.low, b.high, b.n, b.right) for rule, b in rows] == [
        ("r", "date", 0.5, 0.5, 1, 0), ("r", "date", 0.9, 0.9, 3, 3), ("r", "money", 0.9, 0.9, 2, 1),
    ]  # fmt: skip


def test_nothing_is_no_table() -> None:
    empty: list[Reliability] = reliability([])
    assert empty == []
