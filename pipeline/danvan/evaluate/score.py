"""The score of many articles: what was judged of each, and all of it together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from danvan.batch import Extracted, Outcome, extract_all
from danvan.evaluate.gold import Gold, read_golds, stem_of
from danvan.evaluate.judge import Judgement, judge_article
from danvan.evaluate.tallies import ROWS, SPAN_ROWS, Fault, Ledger, Tally, Verdict, sum_of
from danvan.ingest.read import read_inputs
from danvan.records import ArticleRecord
from danvan.ruleset import RuleSet
from danvan.text.article import Draft


@dataclass
class Score:
    """The articles judged so far."""

    judgements: list[Judgement] = field(default_factory=list)

    def add(self, stem: str, gold: Gold, record: ArticleRecord, draft: Draft | None = None) -> None:
        """Judges one article."""
        self.judgements.append(judge_article(stem, gold, record, draft))

    @property
    def articles(self) -> list[str]:
        """The stems of the articles."""
        return [one.stem for one in self.judgements]

    @property
    def ledgers(self) -> list[Ledger]:
        return [one.ledger for one in self.judgements]

    @property
    def span_ledgers(self) -> list[Ledger]:
        return [one.spans for one in self.judgements]

    @property
    def tallies(self) -> dict[str, Tally]:
        """Every row over all articles."""
        return sum_of(ledger.tallies for ledger in self.ledgers)

    @property
    def faults(self) -> list[Fault]:
        return [fault for ledger in self.ledgers for fault in ledger.faults]

    @property
    def verdicts(self) -> list[Verdict]:
        return [verdict for one in self.judgements for verdict in one.verdicts]

    def rows(self) -> list[tuple[str, Tally]]:
        """The rows that hold anything, in the order of ROWS."""
        return rows_of_tallies(self.ledgers)


def rows_of_tallies(ledgers: Sequence[Ledger]) -> list[tuple[str, Tally]]:
    """The rows that hold anything, in the order of printing."""
    tallies = sum_of(ledger.tallies for ledger in ledgers)
    return [(name, tallies[name]) for name in (*ROWS, *SPAN_ROWS) if name in tallies]


@dataclass(frozen=True)
class Scored:
    """A folder's score, with the gold, the drafts and the stems of gold files without an article."""

    score: Score
    golds: Mapping[str, Gold]
    drafts: Mapping[str, Draft]

    @property
    def missing(self) -> list[str]:
        return [stem for stem in self.golds if stem not in self.drafts]


def read_and_score(
    folder: Path,
    rules: RuleSet,
    *,
    only: str = "*",
    jobs: int = 1,
    report: Callable[[Outcome], None] = lambda outcome: None,
) -> Scored:
    """Extracts the articles of a folder that have gold beside them, and a stem that fits `only`, and judges them.

    Raises UsageError where there is no gold, DanvanError for a gold file that cannot be read.
    """
    golds = read_golds(folder, only)
    files = [str(p) for p in sorted(folder.iterdir()) if p.is_file() and p.stem in golds]
    score, drafts = Score(), dict[str, Draft]()
    for outcome in extract_all(read_inputs(files, rules=rules), rules, jobs=jobs):
        report(outcome)
        if not isinstance(outcome, Extracted):
            continue
        stem = stem_of(outcome.record, golds)
        if stem is not None and stem not in drafts:
            drafts[stem] = outcome.draft
            score.add(stem, golds[stem], outcome.record, outcome.draft)
    return Scored(score, golds, drafts)


def score_folder(
    folder: Path,
    rules: RuleSet,
    *,
    only: str = "*",
    jobs: int = 1,
    report: Callable[[Outcome], None] = lambda outcome: None,
) -> tuple[Score, list[str]]:
    """The score of a folder's articles, and the stems of gold files without an article. Raises as `read_and_score`."""
    scored = read_and_score(folder, rules, only=only, jobs=jobs, report=report)
    return scored.score, scored.missing
