"""The index of the raw store: which answer lies where (`crawl.sqlite`), and the way from a row to its bytes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from danvan.errors import StoreError
from danvan.messages import say
from danvan.raw.warc import Capture, read_at
from danvan.reasons import read_reason

INDEX = "crawl.sqlite"
VERSION = 1
BUSY_SECONDS = 5.0
"""How long a write waits for another process that holds the index."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page that the raw store holds. `id` grows with every answer stored: a reader may go on behind the last one.

    `file` is below the raw store; `outcome` is "new" or, for a later version of the same URL, "changed".
    """

    id: int
    run: int
    site: str
    url: str
    kind: str
    fetched: str
    status: int
    outcome: str
    file: str
    offset: int
    length: int
    sha256: str
    etag: str | None
    last_modified: str | None
    content_type: str | None
    link_text: str | None


_COLUMNS = ", ".join(StoredPage.__slots__)


def is_raw_store(folder: Path) -> bool:
    """Whether this folder was filled by `danvan crawl`."""
    return (folder / INDEX).is_file()


def open_index(raw: Path, *, create: bool = False) -> sqlite3.Connection:
    """The index of the raw store in this folder; every statement is a transaction of its own unless one is begun.

    Raises StoreError where there is none (and `create` is off), where it is held or where it cannot be written.
    """
    path = raw / INDEX
    if not create and not path.is_file():
        raise StoreError(say("raw.missing", path=raw))
    with told(path):
        raw.mkdir(parents=True, exist_ok=True)
        con = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        con.row_factory = sqlite3.Row
        if create:
            con.execute("PRAGMA journal_mode = WAL")
        con.execute("PRAGMA synchronous = NORMAL")
        version = con.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION and not (version == 0 and create):
            con.close()
            raise StoreError(say("raw.version", path=path, found=version, wanted=VERSION))
        if create:
            # Tables that are missing are made: a store of an earlier day has no lists of addresses.
            con.executescript(resources.files("danvan.raw").joinpath("schema.sql").read_text(encoding="utf-8"))
            con.execute(f"PRAGMA user_version = {VERSION}")
        return con


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the index or its folder into one line. Raises StoreError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StoreError(say("raw.locked", path=path)) from None
        raise StoreError(say("raw.unwritten", path=path, reason=error)) from None
    except sqlite3.DatabaseError as error:
        raise StoreError(say("raw.no_index", path=path, reason=error)) from None
    except OSError as error:
        raise StoreError(say("raw.unwritten", path=path, reason=error.strerror or error)) from None


def stored_pages(
    con: sqlite3.Connection, *, sites: Collection[str] = (), after: int = 0, until: int | None = None
) -> Iterator[StoredPage]:
    """The pages that the store holds, every version, in the order in which they came.

    `after` and `until` bound the id (the first excluded, the second included); an empty `sites` stands for all.
    """
    marks = ",".join("?" * len(sites))
    where = f"AND site IN ({marks})" if sites else ""
    last = until
    if last is None:
        last = con.execute("SELECT coalesce(max(id), 0) FROM fetches").fetchone()[0]
    at = after
    while True:
        # By pages of the index: an open cursor would keep the writer's log from being folded in.
        rows = con.execute(
            f"SELECT {_COLUMNS} FROM fetches "
            f"WHERE file IS NOT NULL AND id > ? AND id <= ? {where} ORDER BY id LIMIT 500",
            (at, last, *sites),
        ).fetchall()
        if not rows:
            return
        for row in rows:
            yield StoredPage(*row)
        at = rows[-1]["id"]


def stored_for(con: sqlite3.Connection, line: str) -> StoredPage | None:
    """The newest page that the store holds for an address as a list writes it, redirects followed; else None."""
    lists = con.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'listed'").fetchone()
    known = con.execute("SELECT site, url FROM listed WHERE line = ?", (line,)).fetchone() if lists else None
    site, url = known or (None, line)
    passed: set[str] = set()
    while url and url not in passed:
        passed.add(url)
        row = con.execute(
            f"SELECT {_COLUMNS} FROM fetches WHERE file IS NOT NULL AND url = ? AND (? IS NULL OR site = ?) "
            "ORDER BY id DESC LIMIT 1",
            (url, site, site),
        ).fetchone()
        if row is not None:
            return StoredPage(*row)
        moved = con.execute(
            "SELECT reason FROM pages WHERE url = ? AND state = 'redirected' AND (? IS NULL OR site = ?)",
            (url, site, site),
        ).fetchone()
        url = dict(read_reason(moved["reason"] or "").values).get("url") if moved else None
    return None


def count_stored(con: sqlite3.Connection, *, sites: Collection[str] = (), after: int = 0) -> int:
    """How many pages `stored_pages` gives."""
    where = f"AND site IN ({','.join('?' * len(sites))})" if sites else ""
    found: int = con.execute(
        f"SELECT count(*) FROM fetches WHERE file IS NOT NULL AND id > ? {where}", (after, *sites)
    ).fetchone()[0]
    return found


def read_stored(raw: Path, page: StoredPage) -> Capture:
    """The answer of this page, its hash checked. Raises ReadError where it is damaged, OSError where it is gone."""
    return read_at(raw / page.file, page.offset, page.length, page.sha256)


def mend(con: sqlite3.Connection, raw: Path, file: str) -> int:
    """Brings a WARC file and the index together after a crash; gives the number of pages that must be asked again.

    A record that no row knows (killed between record and row) is cut off: its page still waits. A row whose record is
    not in the file (power loss) is taken out, and its page waits again.
    """
    path = raw / file
    size = path.stat().st_size if path.exists() else 0
    con.execute("BEGIN IMMEDIATE")
    try:
        lost = con.execute(
            "SELECT id, site, url FROM fetches WHERE file = ? AND offset + length > ?", (file, size)
        ).fetchall()
        for row in lost:
            before = con.execute(
                "SELECT max(id) FROM fetches WHERE site = ? AND url = ? AND file IS NOT NULL AND id <> ?",
                (row["site"], row["url"], row["id"]),
            ).fetchone()[0]
            con.execute(
                "UPDATE pages SET state = 'waiting', tries = 0, stored = ?, etag = NULL, last_modified = NULL, "
                "sha256 = NULL, text_sha256 = NULL WHERE site = ? AND url = ?",
                (before, row["site"], row["url"]),
            )
            con.execute("DELETE FROM fetches WHERE id = ?", (row["id"],))
        end = con.execute("SELECT coalesce(max(offset + length), 0) FROM fetches WHERE file = ?", (file,)).fetchone()[0]
        con.execute("COMMIT")
    except BaseException:
        if con.in_transaction:
            con.execute("ROLLBACK")
        raise
    if size > end:
        os.truncate(path, end)
    return len(lost)
