"""How far chance in the choice of articles moves a score: bootstrap over articles.

Whole articles are drawn again with replacement, since the facts of one article are right or wrong together. Only their
tallies are added up again; nothing is matched twice.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
import numpy.typing as npt

from danvan.evaluate.tallies import Tally

RESAMPLES = 1000
SEED = 20221104
"""Any number does; a fixed one gives the same intervals for the same articles."""

LEVEL = 0.95

Interval = tuple[float, float]
Floats = npt.NDArray[np.float64]
Tallies = Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class RowIntervals:
    """The middle 95 % of the resampled values of one row."""

    p: Interval
    r: Interval
    f1: Interval


def row_intervals(articles: Sequence[Tallies], rows: Iterable[str]) -> dict[str, RowIntervals]:
    """Intervals of precision, recall and F1 for each row; a row that an article lacks is empty there."""
    return {row: RowIntervals(*(_middle(values) for values in _resampled(articles, row))) for row in rows}


def difference_interval(before: Sequence[Tallies], after: Sequence[Tallies], row: str) -> Interval:
    """The middle 95 % of F1 after less F1 before, both drawn from the same articles in the same order."""
    return _middle(_resampled(after, row)[2] - _resampled(before, row)[2])


def share_interval(right: int, n: int) -> Interval:
    """Wilson's interval of a share; unlike the bootstrap it knows doubt where all of a few are right."""
    z = 1.959964
    centre, spread = (right + z * z / 2) / (n + z * z), z * sqrt(right * (n - right) / n + z * z / 4) / (n + z * z)
    return max(0.0, centre - spread), min(1.0, centre + spread)


def _resampled(articles: Sequence[Tallies], row: str) -> tuple[Floats, Floats, Floats]:
    """Precision, recall and F1 of every resample."""
    empty = Tally()
    counts = np.array([[(t := one.get(row, empty)).right, t.missed, t.wrong] for one in articles], dtype=np.float64)
    right, missed, wrong = (_weights(len(articles)) @ counts.reshape(-1, 3)).T
    precision, recall = _ratio(right, right + wrong), _ratio(right, right + missed)
    f1 = np.where(missed + wrong > 0, _ratio(2 * right, 2 * right + missed + wrong), 1.0)
    return precision, recall, f1


def _ratio(part: Floats, whole: Floats) -> Floats:
    """1 where there is nothing, as a tally has it."""
    ratio: Floats = np.divide(part, whole, out=np.ones_like(whole), where=whole > 0)
    return ratio


@functools.lru_cache(maxsize=16)
def _weights(articles: int) -> Floats:
    """How often each article is drawn in each resample."""
    drawn = np.random.default_rng(SEED).multinomial(articles, np.full(articles, 1 / articles), size=RESAMPLES)
    weights: Floats = drawn.astype(np.float64)
    return weights


def _middle(values: Floats) -> Interval:
    low, high = np.quantile(values, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
