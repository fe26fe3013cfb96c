"""Intervals: fixed, wide where little is known, and about articles, not facts."""

from __future__ import annotations

import math
import random
from time import perf_counter

import pytest

from danvan.evaluate.intervals import difference_interval, row_intervals, share_interval
from danvan.evaluate.tallies import ROWS, Tally


def articles(*facts: tuple[int, int, int]) -> list[dict[str, Tally]]:
    return [{"dates": Tally(*one)} for one in facts]


def width(interval: tuple[float, float]) -> float:
    return interval[1] - interval[0]


def test_the_interval_holds_the_value_and_is_the_same_each_time() -> None:
    some = articles((9, 1, 0), (4, 0, 2), (10, 2, 1), (7, 0, 0), (3, 3, 3)) * 4
    total = sum((one["dates"] for one in some), Tally())
    spread = row_intervals(some, ["dates"])["dates"]
    for value, (low, high) in ((total.precision, spread.p), (total.recall, spread.r), (total.f1, spread.f1)):
        assert 0 <= low < value < high <= 1
    assert row_intervals(some, ["dates"])["dates"] == spread


def test_a_bootstrap_over_articles_is_near_the_formula_for_articles_of_one_fact() -> None:
    """Of 100 articles with one fact each, 80 are right: the share's standard error is 0.04."""
    low, high = row_intervals(articles(*[(1, 0, 0)] * 80, *[(0, 1, 0)] * 20), ["dates"])["dates"].r
    error = 1.96 * math.sqrt(0.8 * 0.2 / 100)
    assert (low, high) == (pytest.approx(0.8 - error, abs=0.015), pytest.approx(0.8 + error, abs=0.015))


def test_faults_of_one_article_count_as_one_accident() -> None:
    together = articles((0, 10, 0), *[(10, 0, 0)] * 9)
    apart = articles(*[(9, 1, 0)] * 10)
    one, other = (row_intervals(some, ["dates"])["dates"].r for some in (together, apart))
    assert width(one) > 0.2
    assert other == (0.9, 0.9)


@pytest.mark.parametrize(
    ("facts", "f1"),
    [
        ([(5, 0, 0), (2, 0, 0)], (1.0, 1.0)),
        ([(0, 2, 0), (0, 1, 1)], (0.0, 0.0)),
        ([(0, 0, 0), (0, 0, 0)], (1.0, 1.0)),
    ],
)
def test_the_ends(facts: list[tuple[int, int, int]], f1: tuple[float, float]) -> None:
    assert row_intervals(articles(*facts), ["dates"])["dates"].f1 == f1


def test_an_article_without_the_row_is_empty_there() -> None:
    spread = row_intervals([*articles((1, 0, 0)), {}], ["dates", "money"])
    assert spread["dates"].f1 == spread["money"].f1 == (1.0, 1.0)


def test_a_difference_is_drawn_in_pairs() -> None:
    """The same gain in each article is sure, however much the articles differ among themselves."""
    before = articles(*[(n, 10 - n, 10 - n) for n in (1, 5, 9) * 5])
    after = articles(*[(n + 1, 9 - n, 9 - n) for n in (1, 5, 9) * 5])
    low, high = difference_interval(before, after, "dates")
    assert (low, high) == (pytest.approx(0.1), pytest.approx(0.1))
    assert difference_interval(before, before, "dates") == (0.0, 0.0)


@pytest.mark.parametrize(
    ("right", "n", "interval"), [(10, 10, (0.722, 1.0)), (0, 10, (0.0, 0.278)), (80, 100, (0.711, 0.867))]
)
def test_the_interval_of_a_share(right: int, n: int, interval: tuple[float, float]) -> None:
    """Values of Wilson's formula, as statistics books print them."""
    assert share_interval(right, n) == pytest.approx(interval, abs=0.001)


def test_120_articles_take_less_than_two_seconds() -> None:
    chance = random.Random(7)
    some = [{row: Tally(*(chance.randrange(9) for _ in range(3))) for row in ROWS} for _ in range(120)]
    began = perf_counter()
    assert len(row_intervals(some, ROWS)) == len(ROWS)
    assert perf_counter() - began < 2
