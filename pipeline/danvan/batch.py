"""Many inputs: read, extract, load or quarantine. One article that fails goes to quarantine, the others go on."""

from __future__ import annotations

import functools
import hashlib
import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from importlib import metadata
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from danvan.clock import utc_now
from danvan.ingest.drafts import drafts_of
from danvan.ingest.load import Load, Skipped, Unreadable
from danvan.ingest.page import read_iso
from danvan.ingest.read import open_inputs
from danvan.reasons import Reason, because, one_line
from danvan.records import ArticleRecord
from danvan.relevance import judge, mark
from danvan.ruleset import RuleSet, load_rules
from danvan.steps import check_place, open_reading, read
from danvan.store.database import sha256, writing
from danvan.store.inputs import Inputs, Known, Named, Reading
from danvan.store.write import Counts, Refused, RunFacts, SetAside, StoredArticle, Writer
from danvan.text.article import Draft, Part
from danvan.text.entities import MODEL, NameSource
from danvan.text.pipes import load_source, source_stamp
from danvan.text.segment import split_article

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

GROUP = 100
"""Articles written in one transaction, at most; after `GROUP_SECONDS` a smaller group goes in. What a kill can cost is
one group's extraction.
"""
GROUP_SECONDS = 2.0

_CHUNK = 8
"""Inputs that a worker process is sent at a time."""

_AHEAD = 64
_AHEAD_BYTES = 8 * 1024 * 1024
"""Inputs, and their bytes, whose names are looked up in the database together."""

_LIBRARIES = ("underthesea", "underthesea-core", "spacy", "regex", "trafilatura")
"""What the facts also depend on, beside our own code and the rules."""


@dataclass(frozen=True)
class Extracted:
    """An article with its record, the record as JSON, and its sentences as spans."""

    draft: Draft
    record: ArticleRecord
    json: str
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An article whose facts are there already, from the same input, rules and code."""

    draft: Draft | Named


@dataclass(frozen=True, slots=True)
class Planned:
    """An article that would be extracted, or set `aside`, and the hash of its input."""

    draft: Named
    input_hash: str
    aside: bool = False


Outcome = Extracted | Unchanged | Refused | Skipped | SetAside
_Done = Extracted | Planned | Unchanged | Refused | Skipped | SetAside | Reading
"""What comes out of the pipeline: outcomes, and behind those of a load what it gave."""
_Input = Draft | Load | Unreadable | Skipped


@dataclass(frozen=True)
class Task:
    """What is done with every input, in whatever process.

    `place` and `names` (a tagger) are given beside the articles; with `extract` off they are read and no more. Articles
    that are older than `since` (ISO day), or were fetched before where that is known, are skipped. With
    `only_relevant` on, articles that are not about dân vận work are set aside.
    """

    rules: RuleSet
    place: str | None = None
    names: str | None = None
    since: str | None = None
    extract: bool = True
    only_relevant: bool = False

    @functools.cached_property
    def tagger(self) -> NameSource | None:
        return None if self.names is None else load_source(self.names, self.rules)

    def check(self) -> None:
        """Raises UsageError for a tagger that cannot be had and a place that is none: before anything is read."""
        _ = self.tagger
        check_place(self.place, self.rules)

    @property
    def stamp(self) -> str:
        """Names all that facts depend on beside their input."""
        return sha256(self.place, source_stamp(self.names), self.rules.hash, code_hash())

    def hash(self, draft: Draft) -> str:
        return input_hash(draft, self.rules, self.place, source_stamp(self.names))


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
        with _writer(self.db, self._facts(), clock) as writer:
            writer.replace_units(self.rules.table("gazetteer/units"), self.rules.hash)
            seen = Inputs(writer.con, task.stamp)

            def known(draft: Draft) -> bool:
                return writer.knows(draft.id, task.hash(draft))

            done = _limited(_pipeline(inputs, task, self.jobs, known, seen.recall), self.limit)
            _load(writer, done, lambda one: stored(one, task.hash(one.draft)), report, seen)
            # What was not looked at stays in quarantine.
            whole = self.since is None and self.limit is None
            if self.relevant != "off":
                mark(writer.con, self.rules)
            writer.end(functools.partial(_covers, tuple(self.paths)) if whole else lambda path: False)
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
            recall = Inputs(con, task.stamp).recall if con is not None else _nothing
            plans = [Plan(path) for path in self.paths]
            left = self.limit
            for one, loads in zip(plans, inputs, strict=True):
                for done in _limited(_pipeline(loads, task, self.jobs, lambda draft: False, recall), left, held):
                    _count(one, done, held, report)
                left = None if left is None else max(0, left - one.new - one.changed)
            return plans
        finally:
            if con is not None:
                con.close()

    def _open(self, paths: Sequence[str]) -> Iterator[_Input]:
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
        return RunFacts(_version(), code_hash(), self.rules.hash, self.rules.layers, inputs, given)


def _nothing(names: Sequence[str]) -> Mapping[str, Known]:
    """Of an empty database."""
    return {}


def _count(plan: Plan, done: _Done, held: dict[str, str | None], report: Callable[[Outcome], None]) -> None:
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


def _limited(done: Iterator[_Done], limit: int | None, held: Mapping[str, str | None] | None = None) -> Iterator[_Done]:
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
    with _writer(db, RunFacts(_version(), code_hash(), inputs=[path]), clock) as writer:
        writer.replace_units(rules.table("gazetteer/units"), rules.hash)
        data = stdin if path == "-" and stdin is not None else Path(path).read_bytes()
        _load(writer, read_records(path, data, rules), stored, report)
        writer.end(functools.partial(_covers, (path,)))
    return writer.counts


@contextmanager
def _writer(db: Path, facts: RunFacts, clock: Callable[[], datetime]) -> Iterator[Writer]:
    """A run on an open database; where it is stopped its row says so."""
    with writing(db) as con:
        writer = Writer(con, facts, clock)
        try:
            yield writer
        except BaseException:
            with suppress(Exception):  # the reason why it stopped matters more than a row that cannot be written
                writer.interrupt()
            raise


def extract_all(
    inputs: Iterable[_Input],
    rules: RuleSet,
    *,
    place: str | None = None,
    names: str | None = None,
    jobs: int = 1,
    known: Callable[[Draft], bool] = lambda draft: False,
) -> Iterator[Outcome]:
    """What becomes of every input, in order. `jobs` processes read loads and extract; `known` articles are not
    extracted again.

    Raises UsageError where the tagger `names` cannot be had, or no unit is called `place`.
    """
    task = Task(rules, place, names)
    task.check()
    for done in _pipeline(inputs, task, jobs, known):
        if not isinstance(done, Reading | Planned):
            yield done


def _pipeline(
    inputs: Iterable[_Input],
    task: Task,
    jobs: int,
    known: Callable[[Draft], bool],
    recall: Callable[[Sequence[str]], Mapping[str, Known]] = _nothing,
) -> Iterator[_Done]:
    """What becomes of every input, in order; behind the outcomes of a load the Reading that says what it gave."""
    recalled = _recalled(inputs, task, recall)
    if jobs == 1:
        for item in recalled:
            early = _without_extraction(item, known)
            if early is not None:
                yield from early
            else:
                yield from _attempt(item, task, known)  # type: ignore[arg-type]
    else:
        yield from _Pool(task, jobs).outcomes(recalled, known)


def _recalled(
    inputs: Iterable[_Input], task: Task, recall: Callable[[Sequence[str]], Mapping[str, Known]]
) -> Iterator[_Input | _Known]:
    """The inputs, those that were read before with what they gave. Those that are too old are skipped."""
    if recall is _nothing and task.since is None:
        yield from inputs
        return
    ahead: list[_Input] = []
    size = 0
    for item in inputs:
        ahead.append(_unless_old(item, task.since) if isinstance(item, Load) else item)
        size += item.size if isinstance(item, Load) else 0
        if len(ahead) == _AHEAD or size > _AHEAD_BYTES:
            yield from _looked_up(ahead, task, recall)
            ahead, size = [], 0
    yield from _looked_up(ahead, task, recall)


@dataclass(frozen=True, slots=True)
class _Known:
    """A load that was read before, and what it gave."""

    gave: Known


def _unless_old(load: Load, since: str | None) -> Load | Skipped:
    """The load, unless it was fetched before that day: nothing in it can have been published since."""
    fetched = read_iso(load.fetched) if load.fetched and since else None
    if since is None or fetched is None or fetched[:10] >= since:
        return load
    return Skipped(load.path, because("skip.fetched", since=since))


def _looked_up(
    ahead: Sequence[_Input], task: Task, recall: Callable[[Sequence[str]], Mapping[str, Known]]
) -> Iterator[_Input | _Known]:
    names = {index: item.name() for index, item in enumerate(ahead) if isinstance(item, Load)}
    found = recall(list(names.values())) if names else {}
    for index, item in enumerate(ahead):
        gave = found.get(names[index]) if index in names else None
        if gave is None or not isinstance(item, Load):
            yield item
        else:
            yield _Known(gave if item.fetched else tuple(_newer(gave, task.since)))


def _newer(gave: Known, since: str | None) -> Iterator[Named | Refused]:
    for one in gave:
        if isinstance(one, Refused) or since is None or not one.published or one.published[:10] >= since:
            yield one


def read_records(path: str, data: bytes, rules: RuleSet) -> Iterator[Extracted | Refused]:
    """The records of a file, one a line or in one array. A line that is no record is refused with its number."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Refused(path, None, because("read.not_in", codec="UTF-8"), len(data))
        return
    if text.lstrip().startswith("["):
        try:
            lines = [json.dumps(entry) for entry in json.loads(text)]
        except ValueError as error:
            yield Refused(path, None, because("input.no_record", reason=one_line(error)), len(data))
            return
    else:
        lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = ArticleRecord.model_validate_json(line)
        except ValueError as error:
            reason = because("input.no_record", reason=_first_fault(error))
            yield Refused(path, f"record {number}", reason, len(line.encode()))
            continue
        draft = _draft_of(record)
        yield Extracted(draft, record, record.model_dump_json(), _sentences(draft, rules))


def stored(done: Extracted, input_hash: str | None = None) -> StoredArticle:
    """What the store keeps of an article; without an input hash, only what its record says."""
    if input_hash is None:
        return StoredArticle(done.record, done.json, done.sentences)
    draft = done.draft
    parts = [(part.kind, part.start, part.end) for part in draft.parts]
    return StoredArticle(
        done.record, done.json, done.sentences, draft.raw, draft.raw_starts, parts, draft.page, draft.notes, input_hash
    )


def input_hash(draft: Draft, rules: RuleSet, place: str | None, tagger: str | None = None) -> str:
    """Names all that the facts of an article depend on: equal hashes, equal facts. `tagger` is its source_stamp()."""
    parts = " ".join(f"{p.kind}:{p.start}:{p.end}" for p in draft.parts)
    said = (draft.id, draft.source, draft.url, draft.title, draft.author, draft.published)
    return sha256(draft.raw, draft.text, parts, *said, place, tagger, rules.hash, code_hash())


@functools.cache
def code_hash() -> str:
    """Names this very program: its source files, its tagger's weights, the versions of what reads language."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    for file in (*sorted(package.rglob("*.py")), MODEL):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library}={metadata.version(library)}".encode())
    return digest.hexdigest()[:16]


def _version() -> str:
    return metadata.version("danvan")


def _covers(inputs: Sequence[str], path: str) -> bool:
    """Whether a path is one of the inputs or lies in one."""
    return any(path == given or Path(given) in Path(path).parents for given in inputs)


def _load(
    writer: Writer,
    outcomes: Iterable[_Done],
    prepare: Callable[[Extracted], StoredArticle],
    report: Callable[[Outcome], None],
    seen: Inputs | None = None,
) -> None:
    """Writes outcomes in groups, and tells of each after it is written."""
    group: list[_Done] = []
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
    group: Sequence[_Done],
    prepare: Callable[[Extracted], StoredArticle],
    report: Callable[[Outcome], None],
    seen: Inputs | None,
) -> None:
    """Articles first, then what was refused, then what was read: a kill in between leaves a load to be read again."""
    extracted = [one for one in group if isinstance(one, Extracted)]
    failed = writer.write([prepare(done) for done in extracted]) if extracted else []
    unfit = {a.record.article.id: because("input.unfit", reason=reason) for a, reason in failed}
    told: list[Outcome] = [
        _refused(one.draft, unfit[one.draft.id]) if isinstance(one, Extracted) and one.draft.id in unfit else one
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


def _without_extraction(item: _Input | _Known, known: Callable[[Draft], bool]) -> list[_Done] | None:
    """What becomes of an input that needs no work, else None."""
    match item:
        case Unreadable():
            return [Refused(item.source, item.item, item.reason, item.bytes_read)]
        case Skipped():
            return [item]
        case _Known():
            return [one if isinstance(one, Refused) else Unchanged(one) for one in item.gave]
        case Draft():
            return [Unchanged(item)] if known(item) else None
    return None


def _attempt(item: Draft | Load, task: Task, known: Callable[[Draft], bool] = lambda draft: False) -> list[_Done]:
    """What becomes of an article, or of those in a load. Nothing that one input does may end the batch."""
    if isinstance(item, Draft):
        return [_set_aside(item, task) or _extract(item, task)]
    done: list[_Done] = []
    sound = True
    try:
        for found in drafts_of(item, task.rules):
            if isinstance(found, Unreadable):
                done.append(Refused(found.source, found.item, found.reason, found.bytes_read))
            elif task.since and not item.fetched and found.published and found.published[:10] < task.since:
                done.append(Skipped(found.source or item.path, because("skip.published", since=task.since)))
                sound = False
            elif not task.extract:
                named = Named(found.id, found.source, found.published)
                done.append(Planned(named, task.hash(found), _set_aside(found, task) is not None))
            elif known(found):
                done.append(Unchanged(found))
            else:
                done.append(_set_aside(found, task) or _extract(found, task))
                # What could not be extracted or was set aside is tried again the next time.
                sound = sound and isinstance(done[-1], Extracted)
    except Exception as error:
        reason = because("input.extraction_failed", name=type(error).__name__, text=one_line(error))
        return [*done, Refused(item.path, item.item, reason, item.size)]
    if sound and task.extract:
        articles = tuple(one.draft.id for one in done if isinstance(one, Extracted | Unchanged))
        done.append(Reading(item.name(), articles, tuple(one for one in done if isinstance(one, Refused))))
    return done


def _set_aside(draft: Draft, task: Task) -> SetAside | None:
    """The article as it is set aside, None where it is to be extracted."""
    if not task.only_relevant:
        return None
    parts = [(part.kind, part.start, part.end) for part in draft.parts]
    found = judge(draft.text, task.rules, title=draft.title, parts=parts)
    if found.relevant:
        return None
    return SetAside(
        draft.id, draft.source, draft.url, draft.title, draft.published, draft.text, found.score, found.reasons
    )


def _extract(draft: Draft, task: Task) -> Extracted | Refused:
    """The article's record, or why there is none."""
    try:
        reading = open_reading(draft, task.rules)
        record = read(reading, place=task.place, tagger=task.tagger)
        return Extracted(draft, record, record.model_dump_json(), tuple((s.start, s.end) for s in reading.sentences))
    except Exception as error:
        reason = because("input.extraction_failed", name=type(error).__name__, text=one_line(error))
        return _refused(draft, reason)


def _refused(draft: Draft, reason: Reason) -> Refused:
    return Refused(draft.source or draft.id, draft.id, reason, len(draft.raw.encode("utf-8", "surrogatepass")))


def _sentences(draft: Draft, rules: RuleSet) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in split_article(draft, rules))


def _draft_of(record: ArticleRecord) -> Draft:
    """A record's text as an article whose lines are its parts, to be cut into sentences."""
    a = record.article
    parts: list[Part] = []
    at = 0
    for line in a.text.split("\n"):
        if line.strip():
            parts.append(Part("body", at, at + len(line)))
        at += len(line) + 1
    return Draft(
        id=a.id, text=a.text, raw=a.text, raw_starts=((0, 0),), parts=tuple(parts), source=a.source, url=a.url,
        title=a.title, author=a.author, published=a.published,
    )  # fmt: skip


def _first_fault(error: ValueError) -> str:
    """The first thing that is wrong with a record: where, and what."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return one_line(error)
    fault = error.errors()[0]
    return one_line(f"{'.'.join(str(part) for part in fault['loc']) or 'JSON'}: {fault['msg']}")


_Waiting = tuple[list[Draft | Load], "Future[list[_Done]]"] | list[_Done]
"""A chunk that is under way, or what needed no work and comes behind it."""


class _Pool:
    """Extraction in worker processes that the operating system may kill one by one.

    After a death all articles in flight are tried again one at a time, so that the next death has one cause; an
    article that was alone when its worker died is refused.
    """

    def __init__(self, task: Task, jobs: int) -> None:
        self.task = task
        self.jobs = jobs
        self.executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        # "spawn" is the one way that Windows, macOS and Linux share, and safe beside DuckDB's threads.
        context = multiprocessing.get_context("spawn")
        task = self.task
        modes = {"since": task.since, "extract": task.extract, "only_relevant": task.only_relevant}
        given = (task.rules.layers[1:], task.place, task.names, modes)
        return ProcessPoolExecutor(self.jobs, context, _start_worker, given)

    def outcomes(self, inputs: Iterable[_Input | _Known], known: Callable[[Draft], bool]) -> Iterator[_Done]:
        """In the order of the inputs; at most three chunks a worker are under way."""
        waiting: deque[_Waiting] = deque()
        chunk: list[Draft | Load] = []
        try:
            for item in inputs:
                early = _without_extraction(item, known)
                if early is None and isinstance(item, Draft | Load):
                    chunk.append(item)
                if chunk and (early is not None or len(chunk) == _CHUNK):
                    waiting.append((chunk, self._submit(chunk)))
                    chunk = []
                if early is not None:
                    waiting.append(early)
                while len(waiting) > 3 * self.jobs or (waiting and not isinstance(waiting[0], tuple)):
                    yield from self._finish(waiting)
            if chunk:
                waiting.append((chunk, self._submit(chunk)))
            while waiting:
                yield from self._finish(waiting)
        finally:
            self.executor.shutdown(cancel_futures=True)

    def _submit(self, chunk: list[Draft | Load]) -> Future[list[_Done]]:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.executor.submit(_extract_chunk, chunk)
        except BrokenProcessPool as error:
            broken: Future[list[_Done]] = Future()
            broken.set_exception(error)
            return broken

    def _finish(self, waiting: deque[_Waiting]) -> Iterator[_Done]:
        """What became of the first that waits."""
        from concurrent.futures.process import BrokenProcessPool

        first = waiting.popleft()
        if not isinstance(first, tuple):
            yield from first
            return
        chunk, future = first
        try:
            yield from future.result()
        except BrokenProcessPool:
            self.executor.shutdown(cancel_futures=True)
            self.executor = self._start()
            for item in chunk:
                yield from self._alone(item)
            # Whatever else was under way went down with the pool.
            for at, entry in enumerate(waiting):
                if isinstance(entry, tuple) and (not entry[1].done() or entry[1].exception() is not None):
                    waiting[at] = (entry[0], self._submit(entry[0]))

    def _alone(self, item: Draft | Load) -> list[_Done]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.executor.submit(_extract_chunk, [item]).result()
        except BrokenProcessPool:
            self.executor.shutdown(cancel_futures=True)
            self.executor = self._start()
            if isinstance(item, Load):
                return [Refused(item.path, item.item, because("input.worker_died"), item.size)]
            return [_refused(item, because("input.worker_died"))]


_worker: dict[str, Task] = {}
"""What a worker process keeps from one chunk to the next: its rules, the given place, its tagger."""


def _start_worker(layers: Sequence[str], place: str | None, names: str | None, modes: Mapping[str, Any]) -> None:
    import signal
    import threading

    # Ctrl-C goes to the whole group; the parent alone decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    task = Task(load_rules(*layers), place, names, **modes)
    _ = task.tagger
    _worker["task"] = task


def _end_with_parent() -> None:
    """Where the parent was killed the queue of work never closes: a worker would wait for work and keep its memory."""
    import multiprocessing
    import os

    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _extract_chunk(items: list[Draft | Load]) -> list[_Done]:
    return [done for item in items for done in _attempt(item, _worker["task"])]
