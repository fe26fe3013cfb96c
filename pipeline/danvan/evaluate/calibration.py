"""Whether confidence means what it says: of the records at confidence c, about c are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from danvan.evaluate.intervals import Interval, share_interval
from danvan.evaluate.tallies import Verdict, VerdictKind

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)
"""Lower ends of the bins, narrower where most records are; the last one ends with 1."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Records of one kind whose confidence lies from `low` up to, not including, `high`; both are included where they
    are the same or `high` is 1.
    """

    kind: VerdictKind | None
    low: float
    high: float
    n: int
    right: int
    confidence: float

    @property
    def share(self) -> float:
        return self.right / self.n

    @property
    def interval(self) -> Interval:
        return share_interval(self.right, self.n)


@dataclass(frozen=True)
class Reliability:
    """One kind of record, or all of them (kind None): the bins that hold any, and all of them as one."""

    bins: tuple[Bin, ...]
    whole: Bin

    @property
    def error(self) -> float:
        """The expected calibration error: how far mean confidence and share right lie apart, weighed by records."""
        return sum(abs(one.share - one.confidence) * one.n for one in self.bins) / self.whole.n


def reliability(verdicts: Sequence[Verdict]) -> list[Reliability]:
    """The table of every kind that has records, in the order of the contract, and last that of all together."""
    kinds = [(kind, [v for v in verdicts if v.kind == kind]) for kind in get_args(VerdictKind)]
    tables = [_reliability(kind, own) for kind, own in kinds if own]
    return [*tables, _reliability(None, verdicts)] if verdicts else []


def by_rule(verdicts: Sequence[Verdict]) -> list[tuple[str, Bin]]:
    """The records of each kind rule by rule, and by confidence where a rule gives several: what a table of confidences
    can be made of.
    """
    groups: dict[tuple[int, str, float], list[Verdict]] = {}
    order = get_args(VerdictKind)
    for verdict in verdicts:
        key = (order.index(verdict.kind), verdict.fact.rule, verdict.fact.confidence)
        groups.setdefault(key, []).append(verdict)
    return [(key[1], _bin(own[0].kind, key[2], key[2], own)) for key, own in sorted(groups.items(), key=lambda g: g[0])]


def _reliability(kind: VerdictKind | None, verdicts: Sequence[Verdict]) -> Reliability:
    ends = (*EDGES[1:], 1.0)
    bins = []
    for low, high in zip(EDGES, ends, strict=True):
        last = high == 1.0
        own = [v for v in verdicts if low <= v.fact.confidence < high or (last and v.fact.confidence >= low)]
        if own:
            bins.append(_bin(kind, low, high, own))
    return Reliability(tuple(bins), _bin(kind, 0.0, 1.0, verdicts))


def _bin(kind: VerdictKind | None, low: float, high: float, verdicts: Iterable[Verdict]) -> Bin:
    own = list(verdicts)
    mean = sum(v.fact.confidence for v in own) / len(own)
    return Bin(kind, low, high, len(own), sum(v.right for v in own), mean)
