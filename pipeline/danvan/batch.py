"""Many inputs: read, extract, load or quarantine. One article that fails goes to quarantine, the others go on."""

from __future__ import annotations

import functools
import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from danvan.ingest.read import Skipped, Unreadable, read_inputs
from danvan.messages import say
from danvan.records import ArticleRecord
from danvan.ruleset import RuleSet, load_rules
from danvan.steps import open_reading, read
from danvan.store.write import Counts, Refused, RunFacts, StoredArticle, Writer, one_line, open_for_writing, sha256
from danvan.text.article import Draft, Part
from danvan.text.entities import MODEL, NameSource
from danvan.text.pipes import load_source, source_stamp
from danvan.text.segment import split_article

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

GROUP = 32
"""Articles written in one transaction, at most; after `GROUP_SECONDS` a smaller group goes in. What a kill can cost is
one group's extraction.
"""
GROUP_SECONDS = 1.0

_CHUNK = 8
"""Articles that a worker process is sent at a time."""

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

    draft: Draft


Outcome = Extracted | Unchanged | Refused | Skipped


def utc_now() -> datetime:
    """The machine's clock, UTC, without zone: read where a command begins and handed in from there."""
    return datetime.now(UTC).replace(tzinfo=None)


def run(
    paths: Sequence[str],
    *,
    db: Path,
    rules: RuleSet,
    published: str | None = None,
    place: str | None = None,
    names: str | None = None,
    stdin: bytes | None = None,
    jobs: int = 1,
    report: Callable[[Outcome], None] = lambda outcome: None,
    clock: Callable[[], datetime] = utc_now,
) -> Counts:
    """Reads, extracts and loads `paths` into `db`; what it holds already of the same input is left alone.

    `names` is a tagger of names, as load_source() knows them. `report` is told of every input. Raises UsageError for a
    path that is not there and a tagger that cannot be had, StoreError where the database cannot be had. After a kill
    the same call goes on where the last whole transaction ended.
    """
    inputs = read_inputs(paths, stdin=stdin, published=published, rules=rules)
    if names is not None:
        load_source(names, rules)  # before a database is made
    tagger = source_stamp(names)
    with _writer(db, _run_facts(paths, rules), clock) as writer:
        writer.replace_units(rules.table("gazetteer/units"), rules.hash)

        def known(draft: Draft) -> bool:
            return writer.knows(draft.id, input_hash(draft, rules, place, tagger))

        outcomes = extract_all(inputs, rules, place=place, names=names, jobs=jobs, known=known)
        _load(writer, outcomes, lambda done: stored(done, input_hash(done.draft, rules, place, tagger)), report)
        writer.end(functools.partial(_covers, tuple(paths)))
    return writer.counts


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
    con = open_for_writing(db)
    try:
        writer = Writer(con, facts, clock)
        try:
            yield writer
        except BaseException:
            with suppress(Exception):  # the reason why it stopped matters more than a row that cannot be written
                writer.interrupt()
            raise
    finally:
        con.close()


def extract_all(
    inputs: Iterable[Draft | Unreadable | Skipped],
    rules: RuleSet,
    *,
    place: str | None = None,
    names: str | None = None,
    jobs: int = 1,
    known: Callable[[Draft], bool] = lambda draft: False,
) -> Iterator[Outcome]:
    """What becomes of every input, in order. `jobs` processes extract; `known` articles are not extracted again.

    Raises UsageError where the tagger `names` cannot be had.
    """
    tagger = None if names is None else load_source(names, rules)
    if jobs == 1:
        for item in inputs:
            early = _without_extraction(item, known)
            yield early if early is not None else _attempt(item, rules, place, tagger)  # type: ignore[arg-type]
    else:
        yield from _Pool(rules, place, names, jobs).outcomes(inputs, known)


def read_records(path: str, data: bytes, rules: RuleSet) -> Iterator[Extracted | Refused]:
    """The records of a file, one a line or in one array. A line that is no record is refused with its number."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Refused(path, None, say("input.not_utf8"), len(data))
        return
    if text.lstrip().startswith("["):
        try:
            lines = [json.dumps(entry) for entry in json.loads(text)]
        except ValueError as error:
            yield Refused(path, None, say("input.no_record", reason=one_line(error)), len(data))
            return
    else:
        lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = ArticleRecord.model_validate_json(line)
        except ValueError as error:
            yield Refused(path, str(number), say("input.no_record", reason=_first_fault(error)), len(line.encode()))
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
        done.record, done.json, done.sentences, draft.raw, draft.raw_starts, parts, draft.notes, input_hash
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


def _run_facts(paths: Sequence[str], rules: RuleSet) -> RunFacts:
    return RunFacts(_version(), code_hash(), rules.hash, rules.layers, [str(p) for p in paths])


def _covers(inputs: Sequence[str], path: str) -> bool:
    """Whether a path is one of the inputs or lies in one."""
    return any(path == given or Path(given) in Path(path).parents for given in inputs)


def _load(
    writer: Writer,
    outcomes: Iterable[Outcome],
    prepare: Callable[[Extracted], StoredArticle],
    report: Callable[[Outcome], None],
) -> None:
    """Writes outcomes in groups, and tells of each after it is written."""
    group: list[Extracted] = []
    written = monotonic()
    for outcome in outcomes:
        if isinstance(outcome, Extracted):
            group.append(outcome)
            if len(group) == GROUP or monotonic() - written > GROUP_SECONDS:
                _write_group(writer, group, prepare, report)
                group, written = [], monotonic()
            continue
        if isinstance(outcome, Unchanged):
            writer.keep(outcome.draft.id, outcome.draft.source)
        elif isinstance(outcome, Refused):
            writer.refuse([outcome])
        else:
            writer.counts.skipped += 1
        report(outcome)
    _write_group(writer, group, prepare, report)


def _write_group(
    writer: Writer,
    group: Sequence[Extracted],
    prepare: Callable[[Extracted], StoredArticle],
    report: Callable[[Outcome], None],
) -> None:
    if not group:
        return
    failed = {article.record.article.id: reason for article, reason in writer.write([prepare(done) for done in group])}
    for done in group:
        reason = failed.get(done.record.article.id)
        if reason is None:
            report(done)
        else:
            refused = _refused(done.draft, say("input.unfit", reason=reason))
            writer.refuse([refused])
            report(refused)


def _without_extraction(item: Draft | Unreadable | Skipped, known: Callable[[Draft], bool]) -> Outcome | None:
    """What becomes of an input that needs no extraction, else None."""
    if isinstance(item, Unreadable):
        return Refused(item.source, item.item, one_line(item.reason), item.bytes_read)
    if isinstance(item, Skipped):
        return item
    return Unchanged(item) if known(item) else None


def _attempt(draft: Draft, rules: RuleSet, place: str | None, tagger: NameSource | None) -> Extracted | Refused:
    """The article's record, or why there is none. Nothing that one article does may end the batch."""
    try:
        reading = open_reading(draft, rules)
        record = read(reading, place=place, tagger=tagger)
        return Extracted(draft, record, record.model_dump_json(), tuple((s.start, s.end) for s in reading.sentences))
    except Exception as error:
        reason = say("input.extraction_failed", name=type(error).__name__, text=one_line(error))
        return _refused(draft, reason)


def _refused(draft: Draft, reason: str) -> Refused:
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


class _Pool:
    """Extraction in worker processes that the operating system may kill one by one.

    After a death all articles in flight are tried again one at a time, so that the next death has one cause; an
    article that was alone when its worker died is refused.
    """

    def __init__(self, rules: RuleSet, place: str | None, names: str | None, jobs: int) -> None:
        self.layers = rules.layers[1:]
        self.place = place
        self.names = names
        self.jobs = jobs
        self.executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        # "spawn" is the one way that Windows, macOS and Linux share, and safe beside DuckDB's threads.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.jobs, context, _start_worker, (self.layers, self.place, self.names))

    def outcomes(
        self, inputs: Iterable[Draft | Unreadable | Skipped], known: Callable[[Draft], bool]
    ) -> Iterator[Outcome]:
        """In the order of the inputs; at most three chunks a worker are under way."""
        waiting: deque[tuple[list[Draft], Future[list[Extracted | Refused]]] | Outcome] = deque()
        chunk: list[Draft] = []
        try:
            for item in inputs:
                early = _without_extraction(item, known)
                if early is None and isinstance(item, Draft):
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

    def _submit(self, chunk: list[Draft]) -> Future[list[Extracted | Refused]]:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.executor.submit(_extract_chunk, chunk)
        except BrokenProcessPool as error:
            broken: Future[list[Extracted | Refused]] = Future()
            broken.set_exception(error)
            return broken

    def _finish(self, waiting: deque[Any]) -> Iterator[Outcome]:
        """What became of the first that waits."""
        from concurrent.futures.process import BrokenProcessPool

        first = waiting.popleft()
        if not isinstance(first, tuple):
            yield first
            return
        chunk, future = first
        try:
            yield from future.result()
        except BrokenProcessPool:
            self.executor.shutdown(cancel_futures=True)
            self.executor = self._start()
            for draft in chunk:
                yield self._alone(draft)
            # Whatever else was under way went down with the pool.
            for at, entry in enumerate(waiting):
                if isinstance(entry, tuple) and (not entry[1].done() or entry[1].exception() is not None):
                    waiting[at] = (entry[0], self._submit(entry[0]))

    def _alone(self, draft: Draft) -> Outcome:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.executor.submit(_extract_chunk, [draft]).result()[0]
        except BrokenProcessPool:
            self.executor.shutdown(cancel_futures=True)
            self.executor = self._start()
            return _refused(draft, say("input.worker_died"))


_worker: dict[str, Any] = {}
"""What a worker process keeps from one chunk to the next: its rules, the given place, its tagger."""


def _start_worker(layers: Sequence[str], place: str | None, names: str | None) -> None:
    import signal

    # Ctrl-C goes to the whole group; the parent alone decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rules = load_rules(*layers)
    _worker.update(rules=rules, place=place, tagger=None if names is None else load_source(names, rules))


def _extract_chunk(drafts: list[Draft]) -> list[Extracted | Refused]:
    return [_attempt(draft, _worker["rules"], _worker["place"], _worker["tagger"]) for draft in drafts]
