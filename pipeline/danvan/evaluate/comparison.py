"""What a change of rules gained and lost: records saved before it against those of now, fact by fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from danvan.batch import Extracted, read_records
from danvan.errors import DanvanError, UsageError
from danvan.evaluate.gold import stem_of
from danvan.evaluate.intervals import Interval, difference_interval
from danvan.evaluate.score import Score, Scored
from danvan.evaluate.tallies import EVERY_FACET, ROWS, Fault, Key, Ledger, Tally, sum_of
from danvan.messages import say
from danvan.reasons import item_words
from danvan.records import ArticleRecord
from danvan.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Change:
    """A fault that is gone (fixed), or one that is new (broken)."""

    kind: Literal["fixed", "broken"]
    fault: Fault


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after. The interval is that of the difference of F1."""

    row: str
    before: Tally
    after: Tally
    interval: Interval
    fixed: int
    broken: int


@dataclass(frozen=True)
class Comparison:
    """The changes of the articles that both sides hold; `unsaved` are the stems of those that were not saved."""

    changes: Sequence[Change]
    rows: Sequence[RowChange]
    articles: int
    unsaved: Sequence[str]


def compare(scored: Scored, saved: Mapping[str, ArticleRecord]) -> Comparison:
    """The score of now against that of the saved records, by stem, on the articles that both hold."""
    before, after = Score(), Score()
    for judgement in scored.score.judgements:
        if (record := saved.get(judgement.stem)) is not None:
            before.add(judgement.stem, scored.golds[judgement.stem], record, scored.drafts[judgement.stem])
            after.judgements.append(judgement)
    changes = [
        change
        for old, new in zip(before.ledgers, after.ledgers, strict=True)
        for change in sorted(_changes(old, new), key=lambda c: (ROWS.index(c.fault.row), c.fault.offset or 0))
    ]
    unsaved = [stem for stem in scored.score.articles if stem not in saved]
    return Comparison(changes, _rows(before.ledgers, after.ledgers, changes), len(after.articles), unsaved)


def read_saved(path: Path, scored: Scored, rules: RuleSet) -> dict[str, ArticleRecord]:
    """The records of a file that `danvan extract --format jsonl` wrote, by stem of the gold that is theirs.

    Raises UsageError for a file that is not there or holds no article of the folder, DanvanError for a line that is no
    record.
    """
    if not path.is_file():
        raise UsageError(say("path.missing", path=path))
    saved: dict[str, ArticleRecord] = {}
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DanvanError(say("evaluate.bad_records", path=path, line="", reason=error.strerror)) from None
    for one in read_records(str(path), data, rules):
        if not isinstance(one, Extracted):
            line = f", {item_words(one.item)}" if one.item else ""
            raise DanvanError(say("evaluate.bad_records", path=path, line=line, reason=one.reason))
        stem = stem_of(one.record, scored.golds)
        if stem is not None:
            saved.setdefault(stem, one.record)
    if not saved.keys() & set(scored.score.articles):
        raise UsageError(say("evaluate.no_records", path=path))
    return saved


def _changes(before: Ledger, after: Ledger) -> list[Change]:
    """The faults of one article that are gone or new. A fault of the same gold fact in the same row is the same fault,
    whatever wrong value it holds. Facets of a count that is no longer found are not fixed: they are not judged.
    """
    old, new = _faults(before), _faults(after)
    fixed = [f for name, f in old.items() if name not in new and (name[1][0] == "record" or name[:2] in after.right)]
    broken = [f for name, f in new.items() if name not in old]
    return [*(Change("fixed", f) for f in fixed), *(Change("broken", f) for f in broken)]


def _faults(ledger: Ledger) -> dict[tuple[str, Key, int], Fault]:
    """The faults by row, key and number among their like. One that is missed or invented is so in every facet too."""
    told = [*ledger.faults, *(replace(f, row=EVERY_FACET) for f in ledger.faults if f.row == "model counts")]
    seen: Counter[tuple[str, Key]] = Counter()
    faults = {}
    for fault in told:
        seen[fault.row, fault.key] += 1
        faults[fault.row, fault.key, seen[fault.row, fault.key]] = fault
    return faults


def _rows(before: Sequence[Ledger], after: Sequence[Ledger], changes: Sequence[Change]) -> list[RowChange]:
    old, new = [one.tallies for one in before], [one.tallies for one in after]
    sum_old, sum_new = sum_of(old), sum_of(new)
    counted = Counter((change.kind, change.fault.row) for change in changes)
    return [
        RowChange(
            row, sum_old.get(row, Tally()), sum_new.get(row, Tally()), difference_interval(old, new, row),
            counted["fixed", row], counted["broken", row],
        )
        for row in ROWS
        if row in sum_old or row in sum_new
    ]  # fmt: skip
