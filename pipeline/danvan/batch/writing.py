"""Outcomes into the database, in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic

from danvan.batch.attempt import refusal
from danvan.batch.task import Done, Extracted, Outcome, Planned, Unchanged
from danvan.ingest.load import Skipped
from danvan.reasons import because
from danvan.store.database import writing
from danvan.store.inputs import Inputs, Reading
from danvan.store.write import Refused, RunFacts, SetAside, StoredArticle, Writer

GROUP = 100
"""Articles written in one transaction, at most; after `GROUP_SECONDS` a smaller group goes in. What a kill can cost is
one group's extraction.
"""
GROUP_SECONDS = 2.0


def stored(done: Extracted, input_hash: str | None = None) -> StoredArticle:
    """What the store keeps of an article; without an input hash, only what its record says."""
    if input_hash is None:
        return StoredArticle(done.record, done.json, done.sentences)
    draft = done.draft
    parts = [(part.kind, part.start, part.end) for part in draft.parts]
    return StoredArticle(
        done.record, done.json, done.sentences, draft.raw, draft.raw_starts, parts, draft.page, draft.notes, input_hash
    )


@contextmanager
def writer_of(db: Path, facts: RunFacts, clock: Callable[[], datetime]) -> Iterator[Writer]:
    """A run on an open database; where it is stopped its row says so."""
    with writing(db) as con:
        writer = Writer(con, facts, clock)
        try:
            yield writer
        except BaseException:
            with suppress(Exception):  # the reason why it stopped matters more than a row that cannot be written
                writer.interrupt()
            raise


def covers(inputs: Sequence[str], path: str) -> bool:
    """Whether a path is one of the inputs or lies in one."""
    return any(path == given or Path(given) in Path(path).parents for given in inputs)


def write_all(
    writer: Writer,
    outcomes: Iterable[Done],
    prepare: Callable[[Extracted], StoredArticle],
    report: Callable[[Outcome], None],
    seen: Inputs | None = None,
) -> None:
    """Writes outcomes in groups, and tells of each after it is written."""
    group: list[Done] = []
    articles = 0
    written = monotonic()
    for outcome in outcomes:
        group.append(outcome)
        articles += isinstance(outcome, Extracted | SetAside)
        if articles >= GROUP or len(group) >= 4 * GROUP or monotonic() - written > GROUP_SECONDS:
            _write_group(writer, group, prepare, report, seen)
            group, articles, written = [], 0, monotonic()
    _write_group(writer, group, prepare, report, seen)


def _write_group(
    writer: Writer,
    group: Sequence[Done],
    prepare: Callable[[Extracted], StoredArticle],
    report: Callable[[Outcome], None],
    seen: Inputs | None,
) -> None:
    """Articles first, then what was refused, then what was read: a kill in between leaves a load to be read again."""
    extracted = [one for one in group if isinstance(one, Extracted)]
    failed = writer.write([prepare(done) for done in extracted]) if extracted else []
    unfit = {a.record.article.id: because("input.unfit", reason=reason) for a, reason in failed}
    told: list[Outcome] = [
        refusal(one.draft, unfit[one.draft.id]) if isinstance(one, Extracted) and one.draft.id in unfit else one
        for one in group
        if not isinstance(one, Reading | Planned)
    ]
    if refused := [one for one in told if isinstance(one, Refused)]:
        writer.refuse(refused)
    if aside := [one for one in told if isinstance(one, SetAside)]:
        writer.set_aside(aside)
    if unchanged := [(one.draft.id, one.draft.source) for one in told if isinstance(one, Unchanged)]:
        writer.keep(unchanged)
    writer.counts.skipped += sum(isinstance(one, Skipped) for one in told)
    if seen is not None:
        readings = [one for one in group if isinstance(one, Reading)]
        seen.supersede([one.draft.id for one in extracted])
        seen.remember(reading for reading in readings if not unfit.keys() & set(reading.articles))
    for one in told:
        report(one)
