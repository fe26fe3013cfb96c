"""Gold facts and found ones, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from danvan.evaluate.gold import Gold, is_free
from danvan.evaluate.tallies import Ledger
from danvan.records import Span

Found = TypeVar("Found")


@dataclass(frozen=True)
class Pairing(Generic[Found]):
    """Pairs with the gold fact's place in the gold file; the places of those missed; and what was invented.

    What is in neither was pardoned.
    """

    pairs: Sequence[tuple[int, Gold, Found]]
    missed: Sequence[int]
    invented: Sequence[Found]


def pair(
    ledger: Ledger,
    row: str,
    golds: Sequence[Gold],
    found: Sequence[Found],
    same: Callable[[Gold, Found], bool],
    *,
    show: Callable[[Found], str],
    spans: Callable[[Found], Sequence[Span]] = lambda f: (),
    better: Callable[[Gold, Found], int] = lambda g, f: 0,
    exempt: Callable[[Found], bool] = lambda f: False,
    once: bool = False,
) -> Pairing[Found]:
    """Pairs gold facts with found ones, each at most once, the `better` first, and books them.

    A found fact over is pardoned where it is `exempt`, or says a gold fact again (an optional one, a repeat, or, unless
    `once`, a paired one) at other characters.
    """
    rest = list(found)
    pairs: list[tuple[int, Gold, Found]] = []
    missed: list[int] = []
    invented: list[Found] = []
    for index, gold in enumerate(golds):
        if is_free(gold):
            continue
        fitting = [f for f in rest if same(gold, f)]
        if fitting:
            best = max(fitting, key=partial(better, gold))
            rest = [f for f in rest if f is not best]
            pairs.append((index, gold, best))
            ledger.right.add((row, ("gold", str(index))))
        else:
            missed.append(index)
            said = gold.get("text") or gold.get("name")
            ledger.fault_at_words("-", row, str(said or gold), ("gold", str(index)), gold.get("words", said))
    seen: list[tuple[Gold | None, Found]] = [(gold, have) for _, gold, have in pairs]
    for have in rest:
        again = [g for g in golds if same(g, have)]
        free = [g for g in again if all(g is not taken for taken, _ in seen)]
        about = next(iter(free or ([] if once else again)), None)
        pardoned = about is not None or exempt(have)
        twice = not free and any(_overlap(spans(have), spans(f)) for taken, f in seen if taken is about)
        if pardoned and not twice:
            seen.append((about, have))
        else:
            invented.append(have)
            where = spans(have)
            ledger.fault("+", row, show(have), ("record", show(have)), where[0].start if where else None)
    tally = ledger.tally(row)
    tally.right += len(pairs)
    tally.missed += len(missed)
    tally.wrong += len(invented)
    return Pairing(pairs, missed, invented)


def _overlap(ours: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in ours for b in others)
