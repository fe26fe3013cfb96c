"""Writes articles and their facts: whole articles in whole transactions, the facts they replace kept under their run.

Nothing here reads a clock: times are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from danvan.errors import StoreError
from danvan.messages import say
from danvan.reasons import Reason, one_line
from danvan.records import ArticleRecord
from danvan.store.database import (
    FACT_TABLES,
    HISTORY_TABLES,
    KEPT_VIEWS,
    append,
    column_names,
    facts_changed,
    fits_not,
    meta,
    sha256,
    storable,
    transaction,
    views_sql,
)
from danvan.store.forgotten import blanked_raw, read_forgotten, scrub
from danvan.store.given import remember_given
from danvan.store.journal import words_that_hold
from danvan.store.reviewed import clear_reviewed, lay_over, reviewed_articles
from danvan.store.rows import fact_rows, page_cell, pairs_cell, parts_cell, place_cells
from danvan.text.source import SourceMap

if TYPE_CHECKING:
    import duckdb

_LOADING_MEMORY = "256MB"
"""What DuckDB may take while articles come in. Of its own it would keep the file in memory up to four fifths of the
machine's, though no step of loading reads an article twice. Each of its threads has needs of its own: no more of them
than `_LOADING_THREADS`.
"""
_LOADING_THREADS = 2
_SETTLING_MEMORY = "512MB"
"""What it may take while the answers are brought up to date: enough for two million figures, which take a minute."""


@dataclass(frozen=True)
class StoredArticle:
    """A record with what the store keeps beside it.

    `json` is the record as JSON, which its hash is taken of. `sentences` are half-open spans of
    the text, in order. `input_hash` names all that the facts depend on, None for records loaded from a file, which
    have no `raw` text either.
    """

    record: ArticleRecord
    json: str
    sentences: Sequence[tuple[int, int]]
    raw: str | None = None
    raw_starts: Sequence[tuple[int, int]] | None = None
    parts: Sequence[tuple[str, int, int]] | None = None
    page: SourceMap | None = None
    notes: Sequence[str] = ()
    input_hash: str | None = None
    body_hash: str | None = None
    """Hash of the text as it was read, where names were taken out of it since; else that of the record's text."""

    @property
    def body(self) -> str:
        """Hash of the text as it was read: the key of what people said of it."""
        return self.body_hash or sha256(self.record.article.text)


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that gave no record: which, why, how many bytes were read of it."""

    path: str
    item: str | None
    reason: Reason
    bytes: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that is not about dân vận work: kept with what it was judged by, not extracted."""

    id: str
    source: str | None
    url: str | None
    title: str | None
    published: str | None
    text: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class RunFacts:
    """What a run says of itself before it begins."""

    version: str
    code_hash: str
    rules_hash: str | None = None
    layers: Sequence[str] = ()
    inputs: Sequence[str] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    """What was told beside the inputs (published, place, names, columns): with it what is refused is read again."""


@dataclass
class Counts:
    """What a run did, so far."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    quarantined: int = 0
    skipped: int = 0
    set_aside: int = 0

    @property
    def articles(self) -> int:
        """Articles that are in the database now on account of this run's inputs."""
        return self.added + self.replaced + self.unchanged

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass
class Known:
    """What the database holds of one article."""

    input_hash: str | None
    record_hash: str


class Writer:
    """One run that writes. The run gets its row with the first change; a run that changes nothing leaves no trace.

    `clock` gives the time, UTC, without zone.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, facts: RunFacts, clock: Callable[[], datetime]) -> None:
        self.con = con
        self.facts = facts
        self.clock = clock
        self.counts = Counts()
        self.run: int | None = None
        self._refused: set[tuple[str, str | None]] = set()
        con.execute(f"SET memory_limit = '{_LOADING_MEMORY}'; SET threads = {_LOADING_THREADS}")
        self._journal = words_that_hold(con)
        self._forgotten = read_forgotten(con)

    def knows(self, article: str, input_hash: str) -> bool:
        """Whether the facts that hold now come from this very input, rules and code."""
        known = self._known([article]).get(article)
        return known is not None and known.input_hash == input_hash

    def _known(self, articles: Sequence[str]) -> dict[str, Known]:
        """What the database holds of these articles: asked for a group at a time, for a million fit no memory."""
        rows = self.con.execute(
            "SELECT id, input_hash, record_hash FROM articles WHERE id IN (SELECT unnest(?))", [list(articles)]
        ).fetchall()
        return {id_: Known(input_hash, record_hash) for id_, input_hash, record_hash in rows}

    def keep(self, articles: Sequence[tuple[str, str | None]]) -> None:
        """Counts inputs that were known, by id and source; those whose extraction had failed leave the quarantine."""
        self.counts.unchanged += len(articles)
        freed = self._held([(source or article, article) for article, source in articles])
        if freed:
            with self._change():
                self._begin()
                self._release(list(freed))

    def write(self, articles: Sequence[StoredArticle]) -> list[tuple[StoredArticle, str]]:
        """Writes a group in one transaction; what does not fit the tables comes back with the reason.

        Where one article breaks the transaction, each goes in alone.
        """
        import duckdb

        group = list({a.record.article.id: a for a in articles}.values())
        try:
            self._write(group)
        except (duckdb.Error, OverflowError, ValueError) as error:
            if not fits_not(error):
                raise StoreError(say("store.unwritten", reason=one_line(error))) from None
            if len(group) == 1:
                return [(group[0], one_line(error))]
            return [failure for article in group for failure in self.write([article])]
        self.counts.unchanged += len(articles) - len(group)
        return []

    def set_aside(self, found: Sequence[SetAside]) -> None:
        """Keeps articles that are not extracted, in one transaction; the same ones again change nothing."""
        self.counts.set_aside += len(found)
        rows = self.con.execute(
            "SELECT id, body_hash, reasons FROM set_aside WHERE id IN (SELECT unnest(?))", [[one.id for one in found]]
        ).fetchall()
        held = {id_: (text, tuple(reasons)) for id_, text, reasons in rows}
        news = {one.id: one for one in found if held.get(one.id) != (sha256(one.text), one.reasons)}
        if not news:
            return
        with self._change():
            run = self._begin()
            self._take_in(list(news))
            hide = self._forgotten.hide
            self._append(
                "set_aside",
                [
                    (
                        one.id, one.source, one.url, None if one.title is None else hide(one.title), one.published,
                        hide(one.text), sha256(one.text), one.score, list(one.reasons), run,
                    )
                    for one in news.values()
                ],
            )  # fmt: skip

    def _take_in(self, articles: Sequence[str]) -> None:
        """What was set aside and is extracted now is there no more."""
        self.con.execute("DELETE FROM set_aside WHERE id IN (SELECT unnest(?))", [list(articles)])

    def refuse(self, refused: Iterable[Refused]) -> None:
        """Puts inputs into quarantine, in one transaction; the same reason again changes nothing."""
        rows = [(storable(r.path), r.item, storable(r.reason.stored()), r.bytes) for r in refused]
        self.counts.quarantined += len(rows)
        self._refused.update((path, item) for path, item, _, _ in rows)
        held = self._held([(path, item) for path, item, _, _ in rows])
        news = [row for row in rows if held.get(row[:2]) != row[2]]
        if not news:
            return
        with self._change():
            run = self._begin()
            self._release([row[:2] for row in news if row[:2] in held])
            self._append("quarantine", [(*row, run) for row in news])

    def end(self, covered: Callable[[str], bool]) -> None:
        """Closes the run's row, where there is one. `covered` says whether a path belonged to the run's inputs: what
        did and was not refused this time leaves the quarantine.
        """
        held = self.con.execute("SELECT path, item FROM quarantine").fetchall()
        freed = [(path, item) for path, item in held if (path, item) not in self._refused and covered(path)]
        if freed or self.run is not None:
            with self._change():
                self._begin()
                self._release(freed)
                self._update_run("finished", self.clock())
        if meta(self.con).get("answers") != views_sql()[1]:
            from danvan.store.copies import sketch_new

            sketch_new(self.con)
            self._settle()

    def _settle(self) -> None:
        """Brings the answers up to date, in little memory where that will do."""
        import duckdb

        self.con.execute("RESET threads")
        try:
            self.con.execute(f"SET memory_limit = '{_SETTLING_MEMORY}'")
            with self._change():
                self._keep_answers()
        except duckdb.OutOfMemoryException:
            self.con.execute("RESET memory_limit")
            with self._change():
                self._keep_answers()

    def _keep_answers(self) -> None:
        """Finds the copies anew, and keeps what the views of the answers give: a large database answers at once then.

        Where a run was killed before, the views themselves are read (read.py).
        """
        from danvan.store.copies import find_copies
        from danvan.store.reviews import follow_readings

        find_copies(self.con)
        follow_readings(self.con)
        self.con.execute("CREATE SCHEMA IF NOT EXISTS kept")
        for view in KEPT_VIEWS:
            self.con.execute(f"CREATE OR REPLACE TABLE kept.{view} AS FROM main.{view}")
        self.con.execute("INSERT OR REPLACE INTO meta VALUES ('answers', ?)", [views_sql()[1]])

    def interrupt(self) -> None:
        """Marks the run's row as interrupted, where there is one: it was stopped, not killed."""
        if self.run is not None:
            with self._change():
                self._update_run("interrupted", self.clock())

    def replace_units(self, rows: Sequence[Mapping[str, str]], rules_hash: str) -> None:
        """The gazetteer of the rules as the table `units`, where it is not already there from the same rules."""
        if meta(self.con).get("units") == rules_hash:
            return
        cells = [
            (
                r["code"], r["level"], r["kind"], r["name"], r["parent_code"] or None, r["valid_from"],
                r["valid_to"] or None, r["source"] or None, float(r["lat"]) if r["lat"] else None,
                float(r["lon"]) if r["lon"] else None,
            )
            for r in rows
        ]  # fmt: skip
        with self._change():
            self._begin()
            self.con.execute("DELETE FROM units")
            self._append("units", cells)
            self.con.execute("INSERT OR REPLACE INTO meta VALUES ('units', ?)", [rules_hash])

    def _write(self, articles: Sequence[StoredArticle]) -> None:
        fresh: list[tuple[StoredArticle, str]] = []
        same: list[tuple[StoredArticle, str]] = []
        known = self._known([a.record.article.id for a in articles])
        for article in articles:
            digest = sha256(article.json)
            held = known.get(article.record.article.id)
            (same if held is not None and held.record_hash == digest else fresh).append((article, digest))
        renewed = [a for a, _ in same if a.input_hash and known[a.record.article.id].input_hash != a.input_hash]
        replaced = [a for a, _ in fresh if a.record.article.id in known]
        if fresh or renewed:
            with self._change():
                run = self._begin()
                self._take_in([a.record.article.id for a, _ in fresh])
                facts_changed(self.con)
                self._renew(renewed)
                self._insert(fresh, self._set_aside(replaced, run), run)
                self._release([(a.record.article.source or a.record.article.id, a.record.article.id) for a in articles])
                self.counts.added += len(fresh) - len(replaced)
                self.counts.replaced += len(replaced)
                self.counts.unchanged += len(same)
                self._update_run("running", None)
        else:
            self.counts.unchanged += len(same)

    def _begin(self) -> int:
        """The run's number; its row is made in the transaction that is under way."""
        if self.run is None or not self.con.execute("SELECT 1 FROM runs WHERE run = ?", [self.run]).fetchall():
            # Only one process can hold the database for writing: what still "runs" was killed.
            self.con.execute("UPDATE runs SET state = 'interrupted' WHERE state = 'running'")
            self.run = max((row[0] for row in self.con.execute("SELECT run FROM runs").fetchall()), default=0) + 1
            f = self.facts
            self.con.execute(
                "INSERT INTO runs VALUES (?, 'running', ?, NULL, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)",
                [self.run, self.clock(), f.version, f.code_hash, f.rules_hash, list(f.layers), list(f.inputs)],
            )
            remember_given(self.con, self.run, f.given)
        return self.run

    def _update_run(self, state: str, ended: datetime | None) -> None:
        c = self.counts
        self.con.execute(
            "UPDATE runs SET state = ?, ended = ?, added = ?, replaced = ?, unchanged = ?, quarantined = ?, "
            "skipped = ? WHERE run = ?",
            [state, ended, c.added, c.replaced, c.unchanged, c.quarantined, c.skipped, self.run],
        )

    def _renew(self, articles: Sequence[StoredArticle]) -> None:
        """The same record out of another input, other rules or code: the facts stay, and so does their run."""
        for a in map(self._scrubbed, articles):
            self.con.execute(
                "UPDATE articles SET input_hash = ?, rules_hash = ?, raw = coalesce(?, raw), "
                "raw_starts = coalesce(?, raw_starts), parts = coalesce(?, parts), page = ? WHERE id = ?",
                [
                    a.input_hash, self.facts.rules_hash, a.raw, pairs_cell(a.raw_starts), parts_cell(a.parts),
                    page_cell(a.page), a.record.article.id,
                ],
            )  # fmt: skip

    def _set_aside(self, articles: Sequence[StoredArticle], run: int) -> dict[str, tuple[Any, ...]]:
        """Moves what holds of these articles into the history; gives back raw text, map and parts of same bodies."""
        if not articles:
            return {}
        ids = [a.record.article.id for a in articles]
        rows = self.con.execute(
            "SELECT id, body_hash, raw, raw_starts, parts, page FROM articles WHERE id IN (SELECT unnest(?))", [ids]
        ).fetchall()
        self.con.execute(
            "INSERT INTO history.articles SELECT *, ? FROM articles WHERE id IN (SELECT unnest(?))", [run, ids]
        )
        # The history holds what extractions said; what people said of it is in the journal.
        touched = reviewed_articles(self.con, ids)
        plainly = [id_ for id_ in ids if id_ not in touched]
        for table in FACT_TABLES:
            for source, own in ((table, plainly), (f"extracted.{table}", list(touched))):
                self.con.execute(
                    f"INSERT INTO history.{table} SELECT t.*, (SELECT a.run FROM articles a WHERE a.id = t.article), ? "
                    f"FROM {source} t WHERE t.article IN (SELECT unnest(?))",
                    [run, own],
                )
        clear_reviewed(self.con, list(touched))
        for table in (*FACT_TABLES, "articles"):
            key = "id" if table == "articles" else "article"
            self.con.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT unnest(?))", [ids])
        # The text is kept in the history row; a second copy of the same raw page is not.
        bodies = {a.record.article.id: a.body for a in articles}
        unchanged = [row[0] for row in rows if row[1] == bodies[row[0]]]
        self.con.execute(
            "UPDATE history.articles SET raw = NULL, raw_starts = NULL, page = NULL "
            "WHERE replaced_by = ? AND id IN (SELECT unnest(?))",
            [run, unchanged],
        )
        return {row[0]: row[2:6] for row in rows if row[0] in set(unchanged)}

    def _insert(
        self, fresh: Sequence[tuple[StoredArticle, str]], raws: Mapping[str, tuple[Any, ...]], run: int
    ) -> None:
        tables: dict[str, list[tuple[Any, ...]]] = {table: [] for table in HISTORY_TABLES}
        for stored, digest in ((self._scrubbed(a), digest) for a, digest in fresh):
            facts = fact_rows(stored.record, stored.sentences)
            if self._journal.about(stored.record.article.id, stored.body):
                facts = self._corrected(stored, facts)
            for table, found in facts.items():
                tables[table] += found
            kept = raws.get(stored.record.article.id, (None, None, None, None))
            tables["articles"].append(self._article_row(stored, digest, kept, run))
        for table, rows in tables.items():
            self._append(table, rows)

    def _scrubbed(self, stored: StoredArticle) -> StoredArticle:
        """The article without the people who were taken out."""
        if not self._forgotten:
            return stored
        before = stored.record.article.text
        record = scrub(stored.record, self._forgotten)
        raw = blanked_raw(stored.raw, stored.raw_starts, before, record.article.text, self._forgotten)
        notes = [self._forgotten.hide(note) for note in stored.notes]
        # A mark has as many characters as the name, but not its bytes.
        page = stored.page
        if page is not None and stored.raw is not None and raw is not None:
            page = page.without(stored.raw, raw)
        return replace(stored, record=record, raw=raw, page=page, notes=notes, body_hash=stored.body)

    def _corrected(
        self, stored: StoredArticle, rows: Mapping[str, list[tuple[Any, ...]]]
    ) -> dict[str, list[tuple[Any, ...]]]:
        """The rows with what people said laid over them; the extraction's own rows are kept beside."""
        names = column_names(self.con)
        own = {t: [dict(zip(names[t], row, strict=True)) for row in found] for t, found in rows.items()}
        a = stored.record.article
        return lay_over(self.con, self._journal, own, article=a.id, body_hash=stored.body, text=a.text)

    def _article_row(self, stored: StoredArticle, digest: str, kept: tuple[Any, ...], run: int) -> tuple[Any, ...]:
        a = stored.record.article
        return (
            a.id, a.source, a.url, a.title, a.author, a.published, a.published[:10] if a.published else None,
            *place_cells(a.place), a.text,
            stored.raw if stored.raw is not None else kept[0],
            pairs_cell(stored.raw_starts) if stored.raw_starts is not None else kept[1],
            parts_cell(stored.parts) if stored.parts is not None else kept[2],
            page_cell(stored.page) if stored.raw is not None else kept[3],
            list(stored.notes), stored.record.schema_version, stored.body, stored.input_hash, digest,
            self.facts.rules_hash, run,
        )  # fmt: skip

    def _append(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        append(self.con, table, rows)

    def _held(self, keys: Sequence[tuple[str, str | None]]) -> dict[tuple[str, str | None], str]:
        """Those of the inputs that are in quarantine, with the reason."""
        rows = self.con.execute(
            "SELECT q.path, q.item, q.reason FROM quarantine q SEMI JOIN "
            "(SELECT unnest(?::VARCHAR[]) AS path, unnest(?::VARCHAR[]) AS item) k "
            "ON q.path = k.path AND q.item IS NOT DISTINCT FROM k.item",
            _columns(keys),
        ).fetchall()
        return {(path, item): reason for path, item, reason in rows}

    def _release(self, keys: Sequence[tuple[str, str | None]]) -> None:
        """Takes inputs out of quarantine."""
        self.con.execute(
            "DELETE FROM quarantine q USING (SELECT unnest(?::VARCHAR[]) AS path, unnest(?::VARCHAR[]) AS item) k "
            "WHERE q.path = k.path AND q.item IS NOT DISTINCT FROM k.item",
            _columns(keys),
        )

    @contextmanager
    def _change(self) -> Iterator[None]:
        """A transaction; where it fails, the counts go back with it."""
        counts = replace(self.counts)
        try:
            with transaction(self.con):
                yield
        except BaseException:
            self.counts = counts
            raise


def _columns(keys: Sequence[tuple[str, str | None]]) -> list[list[str | None]]:
    """Paths and items, each as a list."""
    return [[path for path, _ in keys], [item for _, item in keys]]
