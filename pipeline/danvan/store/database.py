"""The database as such: opened, made, of which version; transactions and rows appended."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from danvan.errors import StoreError
from danvan.messages import say
from danvan.reasons import one_line

if TYPE_CHECKING:
    import duckdb

SCHEMA = "4"
"""Version of schema.sql. A database of another version is refused: it is output, one command builds it anew."""
FACT_TABLES = ("dates", "officials", "positions", "places", "mentions", "figures", "money", "models")
HISTORY_TABLES = ("articles", *FACT_TABLES)
KEPT_VIEWS = ("model_claims", "model_reports", "models_per_year")
"""Views whose rows are kept at the end of a run, in the schema `kept`."""


def open_for_writing(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the database at `path`, made where there is none, its views brought up to date.

    Raises StoreError where another process holds it, it is no such database or of another version, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(say("store.unopened", path=path, reason=error.strerror or error)) from None
    there = path.exists()
    con = connect(path, read_only=False)
    try:
        with _refusals_told():
            if not con.execute("SELECT 1 FROM duckdb_tables() WHERE NOT internal LIMIT 1").fetchall():
                _create(con)
            check_version(con, path)
            _refresh_views(con)
    except BaseException:
        con.close()
        if not there:
            _remove(path)
        raise
    return con


@contextmanager
def writing(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection as open_for_writing() gives it, closed at the end. Raises StoreError where the disk is full."""
    con = open_for_writing(path)
    try:
        with _refusals_told():
            yield con
    finally:
        con.close()


@contextmanager
def _refusals_told() -> Iterator[None]:
    """Turns what the disk refuses into one line. Raises StoreError."""
    import duckdb

    try:
        yield
    except (duckdb.OperationalError, duckdb.FatalException) as error:
        raise StoreError(say("store.unwritten", reason=one_line(error))) from None


def _remove(path: Path) -> None:
    """A database that was begun and holds nothing: the next call would find it damaged."""
    for file in (path, path.with_name(f"{path.name}.wal")):
        file.unlink(missing_ok=True)


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """DuckDB's connection, its refusals turned into one line each (StoreError)."""
    import duckdb

    there = path.exists()
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
        if not there:
            _remove(path)
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


def facts_changed(con: duckdb.DuckDBPyConnection) -> None:
    """To be called by whatever changes facts: kept answers and the last audit are no longer of the facts that hold."""
    con.execute("DELETE FROM meta WHERE key IN ('answers', 'audited')")


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


def append(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Adds rows to a table, in the order of its columns."""
    if rows:
        appender = con.appender(table)
        appender.append_rows(rows)
        appender.flush()


def column_names(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The columns of every fact table, in order."""
    return {t: [d[0] for d in con.execute(f"FROM {t} LIMIT 0").description or ()] for t in FACT_TABLES}


def fits_not(error: Exception) -> bool:
    """Whether the error is one of the values (a number too large for its column), not one of the database."""
    import duckdb

    unfit = (OverflowError, ValueError, duckdb.DataError, duckdb.IntegrityError, duckdb.InvalidInputException)
    return isinstance(error, unfit)


def storable(text: str) -> str:
    """The text with what UTF-8 cannot hold (half a pair, a file name in another encoding) replaced by "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")
