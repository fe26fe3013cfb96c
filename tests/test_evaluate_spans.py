"""The same facts by exact span, by overlap, by value."""

from __future__ import annotations

from typing import Any

import pytest

from danvan.evaluate import ROWS, SPAN_ROWS
from danvan.records import Date, Money, Place
from making import count, record, span
from test_evaluate import GOLD_COUNT, RIGHT, SAID, counts, day, judged, thing

TEXT = "Ngày 7/9/2022 xã An Trạch chi hơn 5  triệu đồng. Năm 2022 có 38 mô hình, 138 mô hình cũ; 12 hộ góp 40 công."


def span_counts(judged_rows: Any, row: str) -> tuple[int, int, int]:
    tally = judged_rows.span_ledgers[0].tallies[row]
    return tally.right, tally.missed, tally.wrong


@pytest.mark.parametrize(
    ("date", "exact", "overlap", "value"),
    [
        (day(TEXT, "Ngày 7/9/2022", "2022-09-07"), (1, 0, 0), (1, 0, 0), (1, 0, 0)),
        (day(TEXT, "7/9/2022", "2022-09-07"), (0, 1, 1), (1, 0, 0), (1, 0, 0)),
        (day(TEXT, "Ngày 7/9/2022", "2022-07-09"), (1, 0, 0), (1, 0, 0), (0, 1, 1)),
        (day(TEXT, "Năm 2022", "2022-09-07"), (0, 1, 1), (0, 1, 1), (1, 0, 0)),
    ],
)
def test_dates_three_ways(date: Date, exact: Any, overlap: Any, value: Any) -> None:
    gold = {"text": "Ngày 7/9/2022", "start": "2022-09-07", "end": "2022-09-07", "role": "event"}
    score = judged(record(TEXT, dates=(date,)), dates=[gold])
    have = tuple(span_counts(score, f"dates, {way}") for way in ("exact span", "overlap", "value"))
    assert have == (exact, overlap, value)


def test_blanks_are_folded_and_an_overlap_is_with_a_place_where_the_words_stand_alone() -> None:
    cash = Money(amount=5_000_000, bound="more_than", span=span(TEXT, "hơn 5  triệu đồng"), **SAID)
    old = count(TEXT, "138 mô hình", 38, **RIGHT)
    sums = [{"text": "hơn 5 triệu\nđồng", "amount": 5_000_000, "bound": "more_than", "basis": None}]
    one = record(TEXT, money=(cash,), figures=(old,))
    score = judged(one, money=sums, model_counts=[{**GOLD_COUNT, "text": "38 mô hình", "value": 38}])
    assert span_counts(score, "money, exact span") == (1, 0, 0)
    assert span_counts(score, "model counts, value") == (1, 0, 0)
    # "38 mô hình" stands in "138 mô hình" too, but not by itself
    assert span_counts(score, "model counts, overlap") == (0, 1, 1)


def test_any_mention_of_a_place_will_do() -> None:
    text = "Xã An Trạch. UBND xã An Trạch họp."
    place = Place(
        kind="xã",
        name="An Trạch",
        level="commune",
        spans=(span(text, "Xã An Trạch"), span(text, "xã An Trạch")),
        **SAID,
    )
    gold = {"text": "xã An Trạch", "level": "commune", "name": "An Trạch"}
    score = judged(record(text, places=(place,)), places=[gold])
    assert span_counts(score, "places, exact span") == (1, 0, 0)


def test_of_two_that_fit_the_one_with_the_right_value_is_taken() -> None:
    """The first fact's words hold both numbers; were it given the first record, the second fact would have none."""
    figures = (count(TEXT, "38 mô hình", 38, **RIGHT), count(TEXT, "138 mô hình", 138, **RIGHT))
    gold = [("38 mô hình, 138 mô hình", 138), ("38 mô hình", 38)]
    wanted = [{**GOLD_COUNT, "text": text, "value": value} for text, value in gold]
    score = judged(record(TEXT, figures=figures), model_counts=wanted)
    assert span_counts(score, "model counts, overlap") == (2, 0, 0)


def test_of_other_counts_gold_says_only_which_are_missed() -> None:
    figures = (thing(TEXT, "12 hộ góp", 12, "hộ"), thing(TEXT, "40 công", 40, "công"))
    gold = [{"text": "12 hộ", "value": 12, "measure": "hộ"}]
    score = judged(record(TEXT, figures=figures), other_counts=gold)
    rows = {way: span_counts(score, f"other counts (recall), {way}") for way in ("exact span", "overlap", "value")}
    assert rows == {"exact span": (0, 1, 1), "overlap": (1, 0, 0), "value": (1, 0, 0)}


def test_records_that_the_value_row_pardons_are_pardoned() -> None:
    later = day(TEXT, "Năm 2022", "2022-01-01", "2022-12-31", grain="year")
    gold = {"text": "trong năm", "start": "2022-01-01", "end": "2022-12-31", "role": "period", "optional": True}
    score = judged(record(TEXT, dates=(later,)), dates=[gold])
    assert span_counts(score, "dates, exact span") == span_counts(score, "dates, value") == (0, 0, 0)


def test_span_rows_are_no_rows_of_the_score() -> None:
    score = judged(record(TEXT, dates=(day(TEXT, "7/9/2022", "2022-09-08"),)))
    assert not set(SPAN_ROWS) & {*score.tallies, *ROWS}
    assert counts(score, "dates") == (0, 0, 1)
    assert {fault.row for fault in score.faults} <= set(ROWS)
