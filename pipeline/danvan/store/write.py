"""Writes articles and their facts: whole articles in whole transactions, the facts they replace kept under their run.

Nothing here reads a clock: times are handed in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from danvan.errors import StoreError
from danvan.messages import say
from danvan.records import ArticleRecord, Period, PlaceRef, Position, Span
from danvan.store.corrections import Journal, Outcome, Rows, apply
from danvan.store.forgotten import blanked_raw, read_forgotten, scrub
from danvan.store.given import remember_given
from danvan.store.journal import read_journal
from danvan.text.source import SourceMap

if TYPE_CHECKING:
    import duckdb

SCHEMA = "4"
"""Version of schema.sql. A database of another version is refused: it is output, one command builds it anew."""

FACT_TABLES = ("dates", "officials", "positions", "places", "mentions", "figures", "money", "models")
HISTORY_TABLES = ("articles", *FACT_TABLES)
KEPT_VIEWS = ("model_claims", "model_reports", "models_per_year")
"""Views whose rows are kept at the end of a run, in the schema `kept`."""

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
    """An input that gave no record: which, why in one line, how many bytes were read of it."""

    path: str
    item: str | None
    reason: str
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


def open_for_writing(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the database at `path`, made where there is none, its views brought up to date.

    Raises StoreError where another process holds it, it is no such database, or is of another version.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    con = connect(path, read_only=False)
    try:
        if not con.execute("SELECT 1 FROM duckdb_tables() WHERE NOT internal LIMIT 1").fetchall():
            _create(con)
        check_version(con, path)
        _refresh_views(con)
    except BaseException:
        con.close()
        raise
    return con


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """DuckDB's connection, its refusals turned into one line each (StoreError)."""
    import duckdb

    config: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    try:
        return duckdb.connect(str(path), read_only=read_only, config=config)
    except duckdb.Error as error:
        text = str(error)
        if "lock" in text or "being used by another process" in text:
            raise StoreError(say("store.locked", path=path, who=_holder(text))) from None
        if "version" in text:
            raise StoreError(say("store.foreign_version", path=path)) from None
        if "not a valid DuckDB" in text:
            raise StoreError(say("store.no_database", path=path)) from None
        raise StoreError(say("store.unopened", path=path, reason=one_line(text))) from None


def _holder(text: str) -> str:
    """Who holds a database by DuckDB's words: the process and its command, as far as the system tells."""
    found = re.search(r"PID (\d+)", text)
    if found is None:
        return "?"
    program = re.search(r"held in (\S.*?) \(PID", text)
    command = program.group(1) if program else ""
    with suppress(OSError):
        words = Path(f"/proc/{found.group(1)}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
        command = " ".join(words).strip() or command
    return f"PID {found.group(1)}" + (f": {one_line(command)}" if command else "")


def check_version(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raises StoreError where the database was not written by this version of the tables."""
    tables = {row[0] for row in con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()}
    if not tables:
        raise StoreError(say("store.missing", path=path))
    if "meta" not in tables:
        raise StoreError(say("store.other_content", path=path))
    found = meta(con).get("schema")
    if found != SCHEMA:
        raise StoreError(say("store.other_version", path=path, found=found, wanted=SCHEMA))


def meta(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What the database says of itself."""
    return dict(con.execute("SELECT key, value FROM meta").fetchall())


def views_sql() -> tuple[str, str]:
    """The views' SQL and its hash."""
    sql = resources.files("danvan.store").joinpath("views.sql").read_text(encoding="utf-8")
    return sql, sha256(sql)


def sha256(*parts: str | None) -> str:
    """Hash of the parts, each told from its neighbours; None differs from the empty text."""
    digest = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(b"-" if part is None else str(len(data)).encode())
        digest.update(b":" + data)
    return digest.hexdigest()


def one_line(text: object) -> str:
    """The text with every run of blanks as one, cut at 300 characters."""
    line = " ".join(str(text).split())
    return line if len(line) <= 300 else line[:299] + "…"


def _create(con: duckdb.DuckDBPyConnection) -> None:
    with transaction(con):
        create_tables(con)


def create_tables(con: duckdb.DuckDBPyConnection) -> None:
    """All tables, those of the history, and the views, in an empty database."""
    con.execute(resources.files("danvan.store").joinpath("schema.sql").read_text(encoding="utf-8"))
    con.execute("CREATE SCHEMA history")
    for table in HISTORY_TABLES:
        run = "" if table == "articles" else "CAST(0 AS INTEGER) AS run, "
        con.execute(
            f"CREATE TABLE history.{table} AS SELECT *, {run}CAST(0 AS INTEGER) AS replaced_by FROM {table} LIMIT 0"
        )
        comments = [*_comments(con, table), ("replaced_by", "Run that replaced it")]
        if table != "articles":
            comments += [("run", "Run that had written it")]
        for column, comment in comments:
            con.execute(f'COMMENT ON COLUMN history.{table}."{column}" IS {quoted(comment)}')
        con.execute(f"COMMENT ON TABLE history.{table} IS 'Rows of {table} that a later extraction replaced'")
    con.execute("CREATE SCHEMA extracted")
    for table in FACT_TABLES:
        con.execute(f"CREATE TABLE extracted.{table} AS FROM {table} LIMIT 0")
        meaning = "What the extraction itself says, in articles that were reviewed"
        con.execute(f"COMMENT ON TABLE extracted.{table} IS {quoted(meaning)}")
        for column, comment in _comments(con, table):
            con.execute(f'COMMENT ON COLUMN extracted.{table}."{column}" IS {quoted(comment)}')
    sql, digest = views_sql()
    con.execute(sql)
    con.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", SCHEMA), ("views", digest)])


def _comments(con: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str]]:
    return con.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = ?", [table]
    ).fetchall()


def quoted(text: str) -> str:
    """An SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _refresh_views(con: duckdb.DuckDBPyConnection) -> None:
    sql, digest = views_sql()
    if meta(con).get("views") != digest:
        with transaction(con):
            con.execute(sql)
            con.execute("INSERT OR REPLACE INTO meta VALUES ('views', ?)", [digest])


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing."""
    con.execute("BEGIN")
    try:
        yield
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


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
        self._journal = Journal.of(read_journal(con))
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
        rows = [replace(r, path=storable(r.path), reason=storable(r.reason)) for r in refused]
        self.counts.quarantined += len(rows)
        self._refused.update((r.path, r.item) for r in rows)
        held = self._held([(r.path, r.item) for r in rows])
        news = [r for r in rows if held.get((r.path, r.item)) != r.reason]
        if not news:
            return
        with self._change():
            run = self._begin()
            self._release([(r.path, r.item) for r in news if (r.path, r.item) in held])
            self._append("quarantine", [(r.path, r.item, r.reason, r.bytes, run) for r in news])

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

        find_copies(self.con)
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
                self.con.execute("DELETE FROM meta WHERE key = 'answers'")
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
                    a.input_hash, self.facts.rules_hash, a.raw, _pairs(a.raw_starts), _parts(a.parts),
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
            *_place(a.place), a.text,
            stored.raw if stored.raw is not None else kept[0],
            _pairs(stored.raw_starts) if stored.raw_starts is not None else kept[1],
            _parts(stored.parts) if stored.parts is not None else kept[2],
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


def append(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Adds rows to a table, in the order of its columns."""
    if rows:
        appender = con.appender(table)
        appender.append_rows(rows)
        appender.flush()


def _columns(keys: Sequence[tuple[str, str | None]]) -> list[list[str | None]]:
    """Paths and items, each as a list."""
    return [[path for path, _ in keys], [item for _, item in keys]]


def column_names(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The columns of every fact table, in order."""
    return {t: [d[0] for d in con.execute(f"FROM {t} LIMIT 0").description or ()] for t in FACT_TABLES}


def reviewed_articles(con: duckdb.DuckDBPyConnection, articles: Sequence[str]) -> set[str]:
    """Those of the articles whose own rows are in the schema `extracted`."""
    found = con.execute(
        "SELECT DISTINCT article FROM reviewed WHERE article IN (SELECT unnest(?))", [list(articles)]
    ).fetchall()
    return {row[0] for row in found}


def clear_reviewed(con: duckdb.DuckDBPyConnection, articles: Sequence[str]) -> None:
    """Takes out what is kept of articles beside the facts that hold."""
    for table in ("reviewed", *(f"extracted.{t}" for t in FACT_TABLES)):
        con.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [list(articles)])


def lay_over(
    con: duckdb.DuckDBPyConnection, journal: Journal, rows: Rows, *, article: str, body_hash: str, text: str
) -> dict[str, list[tuple[Any, ...]]]:
    """What the fact tables are to hold of an article, by the journal; its own `rows` go into the schema `extracted`."""
    names = column_names(con)
    corrected, outcomes = apply(journal.about(article, body_hash), body_hash, text, rows)
    for table, own in rows.items():
        append(con, f"extracted.{table}", [tuple(row[c] for c in names[table]) for row in own])
    append(con, "reviewed", [_outcome_row(article, one) for one in outcomes])
    return {
        table: [tuple({**row, "article": article}[c] for c in names[table]) for row in found]
        for table, found in corrected.items()
    }


def _outcome_row(article: str, one: Outcome) -> tuple[Any, ...]:
    return article, one.kind, one.nr, one.start, one.end, one.review, one.state, one.extracted


def fits_not(error: Exception) -> bool:
    """Whether the error is one of the values (a number too large for its column), not one of the database."""
    import duckdb

    unfit = (OverflowError, ValueError, duckdb.DataError, duckdb.IntegrityError, duckdb.InvalidInputException)
    return isinstance(error, unfit)


def storable(text: str) -> str:
    """The text with what UTF-8 cannot hold (half a pair, a file name in another encoding) replaced by "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def fact_rows(record: ArticleRecord, sentences: Sequence[tuple[int, int]]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every fact table for one record, in the order of the columns in schema.sql."""
    id_ = record.article.id
    holds = _Sentences(record.article.text, sentences)
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in FACT_TABLES}
    for nr, d in enumerate(record.dates):
        where = (*holds.span(d.span), d.rule, d.confidence)
        rows["dates"].append((id_, nr, d.start, d.end, d.grain, d.role, d.inferred, *where))
    for nr, o in enumerate(record.officials):
        where = (*holds.span(o.spans[0]), o.rule, o.confidence)
        rows["officials"].append((id_, nr, o.name, o.honorific, len(o.spans), *where))
        for number, position in enumerate(o.positions):
            said = (*holds.span(_mention_of(position, o.spans, holds)), o.rule, o.confidence)
            post = (position.title, position.body, position.level, *_place(position.place))
            rows["positions"].append((id_, nr, number, o.name, *post, *said))
        rows["mentions"] += [
            (id_, "officials", nr, i, *holds.span(s), o.rule, o.confidence) for i, s in enumerate(o.spans)
        ]
    for nr, p in enumerate(record.places):
        where = (*holds.span(p.spans[0]), p.rule, p.confidence)
        unit = (p.kind, p.name, p.level, list(p.candidates), len(p.spans), *_place(p.unit))
        rows["places"].append((id_, nr, *unit, *where))
        rows["mentions"] += [
            (id_, "places", nr, i, *holds.span(s), p.rule, p.confidence) for i, s in enumerate(p.spans)
        ]
    for nr, f in enumerate(record.figures):
        where = (*holds.span(f.span), f.rule, f.confidence)
        change = (f.change.direction, f.change.than) if f.change else (None, None)
        rows["figures"].append(
            (
                id_, nr, f.measure, f.unit, float(f.value), _float(f.high), f.bound, _float(f.of), f.topic, f.field,
                f.level, f.holder, f.status, *_place(f.place), *_period(f.period), f.part_of, f.partition, f.list,
                *change, *where,
            )
        )  # fmt: skip
    for nr, m in enumerate(record.money):
        where = (*holds.span(m.span), m.rule, m.confidence)
        amount = (m.amount, m.high, m.currency, m.bound, m.basis, m.purpose, m.items)
        rows["money"].append((id_, nr, *amount, *_place(m.place), *_period(m.period), *where))
    for nr, one in enumerate(record.models):
        where = (*holds.span(one.span), one.rule, one.confidence)
        rows["models"].append((id_, nr, one.name, one.quoted, one.owner, one.field, *_place(one.place), *where))
    return rows


@dataclass
class _Sentences:
    """The text's sentences, to be asked which one holds a span."""

    text: str
    spans: Sequence[tuple[int, int]]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [start for start, _ in self.spans]

    def holding(self, span: Span) -> str:
        """From the start of the first sentence that the span touches to the end of the last, line breaks as blanks."""
        from bisect import bisect_right

        at = max(0, bisect_right(self.starts, span.start) - 1)
        start, end = self.spans[at] if self.spans else (span.start, span.end)
        start = min(start, span.start)
        while end < span.end and at + 1 < len(self.spans) and self.spans[at + 1][0] < span.end:
            at += 1
            end = self.spans[at][1]
        return " ".join(self.text[start : max(end, span.end)].split())

    def span(self, span: Span) -> tuple[int, int, str, str]:
        return span.start, span.end, span.text, self.holding(span)


def _mention_of(position: Position, spans: Sequence[Span], sentences: _Sentences) -> Span:
    """The first mention whose sentence has the post in it, else the first one."""
    words = position.title.lower()
    return next((s for s in spans if words in sentences.holding(s).lower()), spans[0])


def _place(place: PlaceRef | None) -> tuple[str | None, ...]:
    if place is None:
        return (None,) * 7
    return place.code, place.name, place.kind, place.level, place.province, place.district, place.commune


def _period(period: Period | None) -> tuple[Any, ...]:
    return (None, None, None) if period is None else (period.start, period.end, period.cumulative)


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _pairs(pairs: Sequence[tuple[int, int]] | None) -> list[list[int]] | None:
    return None if pairs is None else [list(pair) for pair in pairs]


def page_cell(page: SourceMap | None) -> dict[str, Any] | None:
    """The cell of `articles.page`."""
    if page is None:
        return None
    return {"codec": page.codec, "digest": page.digest, "runs": [list(run) for run in page.runs]}


def read_page_cell(cell: Mapping[str, Any] | None) -> SourceMap | None:
    """What page_cell() wrote."""
    if cell is None:
        return None
    return SourceMap(cell["codec"], tuple((a, b, c, d) for a, b, c, d in cell["runs"]), cell["digest"])


def _parts(parts: Sequence[tuple[str, int, int]] | None) -> list[dict[str, Any]] | None:
    return None if parts is None else [{"kind": kind, "start": start, "end": end} for kind, start, end in parts]
