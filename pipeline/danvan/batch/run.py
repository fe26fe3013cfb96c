"""The batch: inputs to a database, or a plan of what that would do."""

from __future__ import annotations

import functools
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from danvan.batch.pipeline import nothing_known, outcomes_of
from danvan.batch.recorded import read_records
from danvan.batch.task import Done, Extracted, Input, Outcome, Planned, Task, Unchanged, code_hash, version
from danvan.batch.writing import covers, stored, write_all, writer_of
from danvan.clock import utc_now
from danvan.ingest.load import Skipped
from danvan.ingest.read import open_inputs
from danvan.relevance import mark
from danvan.ruleset import RuleSet
from danvan.store.inputs import Inputs, Reading
from danvan.store.write import Counts, Refused, RunFacts
from danvan.text.article import Draft


@dataclass
class Plan:
    """What a batch over one path would do. `changed`: articles whose facts would be found anew; `set_aside`: such as
    are not about dân vận work, where only others are asked for.
    """

    path: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    skipped: int = 0
    set_aside: int = 0


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What is to be read into the database `db`, and how.

    `names` is a tagger of names, as load_source() knows them; `columns` tell what the columns of tables hold; `raw` is
    the raw store that the pages of lists of addresses are read from. Articles published or fetched before the day
    `since` are skipped; after `limit` articles that were not there yet the batch ends. `relevant`: with
    "mark" every article that the database holds is judged, whether it is about dân vận work; with "only" new ones that
    are not are set aside besides.
    """

    paths: Sequence[str]
    db: Path
    rules: RuleSet
    published: str | None = None
    place: str | None = None
    names: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    raw: Path | None = None
    since: str | None = None
    limit: int | None = None
    relevant: str = "off"
    stdin: bytes | None = None
    jobs: int = 1

    def run(
        self,
        report: Callable[[Outcome], None] = lambda outcome: None,
        clock: Callable[[], datetime] = utc_now,
    ) -> Counts:
        """Reads, extracts and loads; what the database holds already of the same input is left alone.

        `report` is told of every input. Raises UsageError for a path that is not there, a tagger that cannot be had and
        a place that is none, StoreError where the database cannot be had. After a kill the same call goes on where the
        last whole transaction ended.
        """
        inputs, task = self._open(self.paths), self._task(extract=True)
        with writer_of(self.db, self._facts(), clock) as writer:
            writer.replace_units(self.rules.table("gazetteer/units"), self.rules.hash)
            seen = Inputs(writer.con, task.stamp)

            def known(draft: Draft) -> bool:
                return writer.knows(draft.id, task.hash(draft))

            done = _limited(outcomes_of(inputs, task, self.jobs, known, seen.recall), self.limit)
            write_all(writer, done, lambda one: stored(one, task.hash(one.draft)), report, seen)
            # What was not looked at stays in quarantine.
            whole = self.since is None and self.limit is None
            if self.relevant != "off":
                mark(writer.con, self.rules)
            writer.end(functools.partial(covers, tuple(self.paths)) if whole else lambda path: False)
        return writer.counts

    def plan(self, report: Callable[[Outcome], None] = lambda outcome: None) -> list[Plan]:
        """What `run` would do with each path. All is read, nothing is extracted or written. Raises as `run` does."""
        from danvan.store.read import open_for_reading

        inputs, task = [self._open([path]) for path in self.paths], self._task(extract=False)
        con = open_for_reading(self.db) if self.db.is_file() else None
        try:
            held: dict[str, str | None] = (
                {} if con is None else dict(con.execute("SELECT id, input_hash FROM articles").fetchall())
            )
            recall = Inputs(con, task.stamp).recall if con is not None else nothing_known
            plans = [Plan(path) for path in self.paths]
            left = self.limit
            for one, loads in zip(plans, inputs, strict=True):
                for done in _limited(outcomes_of(loads, task, self.jobs, lambda draft: False, recall), left, held):
                    _count(one, done, held, report)
                left = None if left is None else max(0, left - one.new - one.changed)
            return plans
        finally:
            if con is not None:
                con.close()

    def _open(self, paths: Sequence[str]) -> Iterator[Input]:
        return open_inputs(paths, stdin=self.stdin, published=self.published, columns=self.columns, raw=self.raw)

    def _task(self, *, extract: bool) -> Task:
        only = self.relevant == "only"
        task = Task(self.rules, self.place, self.names, self.since, extract=extract, only_relevant=only)
        task.check()
        return task

    def _facts(self) -> RunFacts:
        told = {"published": self.published, "place": self.place, "names": self.names, "columns": dict(self.columns)}
        given = {name: value for name, value in told.items() if value}
        inputs = [str(path) for path in self.paths]
        return RunFacts(version(), code_hash(), self.rules.hash, self.rules.layers, inputs, given)


def _count(plan: Plan, done: Done, held: dict[str, str | None], report: Callable[[Outcome], None]) -> None:
    match done:
        case Refused():
            plan.refused += 1
        case Skipped():
            plan.skipped += 1
        case Planned():
            before = held.get(done.draft.id, "")
            same = before == done.input_hash
            plan.unchanged += same
            report(Unchanged(done.draft))
            if done.aside and not same:
                plan.set_aside += 1
                return
            plan.new += done.draft.id not in held
            plan.changed += done.draft.id in held and not same
            held[done.draft.id] = done.input_hash
            return
        case Unchanged():
            plan.unchanged += 1
        case _:
            return
    report(done)


def _limited(done: Iterator[Done], limit: int | None, held: Mapping[str, str | None] | None = None) -> Iterator[Done]:
    """All of it, or as much as `limit` articles take that are not there yet."""
    if limit is None:
        yield from done
        return
    left = limit
    # Behind the last article comes what its load gave: that too, or the load would be read again.
    while (one := next(done, None)) is not None and (left > 0 or isinstance(one, Reading)):
        if isinstance(one, Extracted):
            left -= 1
        elif isinstance(one, Planned):
            left -= not one.aside and (held or {}).get(one.draft.id, "") != one.input_hash
        yield one
    if isinstance(done, Generator):
        done.close()


def load(
    path: str,
    *,
    db: Path,
    rules: RuleSet,
    stdin: bytes | None = None,
    report: Callable[[Outcome], None] = lambda outcome: None,
    clock: Callable[[], datetime] = utc_now,
) -> Counts:
    """Loads records as `danvan extract` writes them (jsonl, or one json array) into `db`."""
    with writer_of(db, RunFacts(version(), code_hash(), inputs=[path]), clock) as writer:
        writer.replace_units(rules.table("gazetteer/units"), rules.hash)
        data = stdin if path == "-" and stdin is not None else Path(path).read_bytes()
        write_all(writer, read_records(path, data, rules), stored, report)
        writer.end(functools.partial(covers, (path,)))
    return writer.counts
