"""What is counted of an article: tallies of the rows, the faults, and which gold facts were got right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from danvan.evaluate.where import At, Whereabouts
from danvan.records import Fact

ROWS = (
    "published", "article place", "dates", "dates and role", "officials", "positions", "ordinary people kept out",
    "places", "places linked", "model counts", "model counts, every facet", "range and bound", "status", "field",
    "level", "holder", "place", "years", "cumulative", "part of", "change", "money", "money bound", "money basis",
    "other counts (recall)", "figures hold their number", "no figure in dates and codes", "named models (recall)",
    "offsets exact",
)  # fmt: skip
"""Every row of the score, in the order of printing. Those after "model counts, every facet" up to "change" judge one
facet of the model counts that were found."""

EVERY_FACET = "model counts, every facet"

SPAN_KINDS = ("dates", "places", "model counts", "money", "other counts (recall)")
SPAN_WAYS = ("exact span", "overlap", "value")
SPAN_ROWS = tuple(f"{kind}, {way}" for kind in SPAN_KINDS for way in SPAN_WAYS)
"""The rows of `--spans`: the same facts paired by exact span, by overlap, by value."""

Sign = Literal["-", "+", "!"]
"""Missed, invented, found with a wrong value."""

Key = tuple[Literal["gold", "record"], str]
"""Names what was judged, the same before and after a change of rules: a gold fact by its place in the gold file, or a
record that no gold fact wants."""

VerdictKind = Literal["date", "official", "place", "model count", "other count", "money", "model"]


@dataclass
class Tally:
    """Facts of one row: right, missed, and wrong (found but not so)."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def gold(self) -> int:
        return self.right + self.missed

    @property
    def found(self) -> int:
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        return (
            2 * self.precision * self.recall / (self.precision + self.recall)
            if self.right
            else float(not self.gold and not self.found)
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: in which article, which row, at which offset (None where the text does not hold the gold's words).

    `at` is the place in the article's file, None where the article was no file.
    """

    stem: str
    sign: Sign
    row: str
    what: str
    offset: int | None = None
    at: At | None = None
    key: Key = ("record", "")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a record is right in all that the score judges of it: a date with its role, a person with every post, a
    place with its link, a model count with every facet, a sum with bound and basis.

    A record that says a gold fact again, or one that gold leaves open, has no verdict. Of other counts and single
    models the score asks only which are missed; here those that no gold fact wants are wrong: gold is to hold them all.
    """

    kind: VerdictKind
    fact: Fact
    right: bool


@dataclass
class Ledger:
    """The account of one article. `right` holds the gold facts that were got right, row by row."""

    stem: str
    where: Whereabouts
    tallies: dict[str, Tally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    right: set[tuple[str, Key]] = field(default_factory=set)

    def tally(self, row: str) -> Tally:
        return self.tallies.setdefault(row, Tally())

    def fault(self, sign: Sign, row: str, what: str, key: Key, offset: int | None = None) -> None:
        self.faults.append(Fault(self.stem, sign, row, what, offset, self.where.at(offset), key))

    def fault_at_words(self, sign: Sign, row: str, what: str, key: Key, words: str | None) -> None:
        """A fault that stands where the gold's words do, as far as text and file hold them."""
        offset, at = self.where.words(words)
        self.faults.append(Fault(self.stem, sign, row, what, offset, at, key))

    def one_value(
        self, row: str, want: object, have: object, *, right: bool, key: Key, offset: int | None = None
    ) -> None:
        """A row that has one value a fact: a wrong one is missed, and invented where there is one at all."""
        if not want:
            return
        tally = self.tally(row)
        if right:
            tally.right += 1
            self.right.add((row, key))
        else:
            tally.missed += 1
            tally.wrong += bool(have)
            self.fault("!", row, f"{want} / {have}", key, offset)

    def one_share(
        self, row: str, what: str, *, right: bool, key: Key, offset: int | None = None, words: str | None = None
    ) -> None:
        """A row that says which share is right: what is not counts on both sides."""
        tally = self.tally(row)
        if right:
            tally.right += 1
            if key[0] == "gold":
                self.right.add((row, key))
            return
        tally.missed += 1
        tally.wrong += 1
        if words is not None:
            self.fault_at_words("!", row, what, key, words)
        else:
            self.fault("!", row, what, key, offset)


def sum_of(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The tallies of several articles together."""
    total: dict[str, Tally] = {}
    for one in tallies:
        for row, tally in one.items():
            total[row] = total.get(row, Tally()) + tally
    return total
