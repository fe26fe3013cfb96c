"""Where a database and a raw store stand: the last run, what is held of each source, what failed and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from danvan.reasons import read_reason
from danvan.store.database import FACT_TABLES

if TYPE_CHECKING:
    import sqlite3

    import duckdb

Line = tuple[str, str, str, object]
"""Part (run, database, source, quarantine, set_aside, site), name, what is said of it, value."""

_VARYING = re.compile(r'[0-9]+(?:[.,][0-9]+)*|"[^"]*"')
_FACTS = [table for table in FACT_TABLES if table not in ("mentions", "positions")]
_SOURCE = "regexp_replace(coalesce(source, '-'), '[^/\\\\]+\\.[A-Za-z0-9]{1,5}$', '')"
"""The site, or the folder of a file."""


def database_lines(con: duckdb.DuckDBPyConnection) -> Iterator[Line]:
    """What the database says: its last run, totals, sources, quarantine and what was set aside, each by reason."""
    names = ("state", "started", "ended", "added", "replaced", "unchanged", "quarantined", "skipped")
    for run, *values in con.execute(f"SELECT run, {', '.join(names)} FROM runs ORDER BY run DESC LIMIT 1").fetchall():
        yield from (("run", str(run), name, value) for name, value in zip(names, values, strict=True))
    facts = " UNION ALL ".join(f"SELECT article FROM {table}" for table in _FACTS)
    for table in ("articles", "copies", "quarantine", "set_aside"):
        yield "database", "", table, con.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]
    yield "database", "", "facts", con.execute(f"SELECT count(*) FROM ({facts})").fetchall()[0][0]
    by_source = f"""
        SELECT {_SOURCE} AS name, count(*), coalesce(CAST(sum(f.facts) AS BIGINT), 0)
        FROM articles a
        LEFT JOIN (SELECT article, count(*) AS facts FROM ({facts}) GROUP BY article) f ON f.article = a.id
        GROUP BY name ORDER BY name
    """
    for name, articles, told in con.execute(by_source).fetchall():
        yield "source", name, "articles", articles
        yield "source", name, "facts", told
    for name, count in _by_reason(con.execute("SELECT reason, count(*) FROM quarantine GROUP BY reason").fetchall()):
        yield "quarantine", name, "inputs", count
    for name, count in con.execute(
        f"SELECT {_SOURCE} AS name, count(*) FROM set_aside GROUP BY name ORDER BY name"
    ).fetchall():
        yield "set_aside", name, "articles", count


def site_lines(con: sqlite3.Connection) -> Iterator[Line]:
    """What the index of a raw store says of each site: its last run, its pages, failures by reason."""
    for site, started, ended, outcome in con.execute(
        "SELECT site, started, ended, outcome FROM runs "
        "WHERE id IN (SELECT max(id) FROM runs GROUP BY site) ORDER BY site"
    ).fetchall():
        yield "site", site, "last_run", started
        yield "site", site, "state", "finished" if ended else "interrupted" if outcome else "running"
        yield from (("site", site, what, count) for what, count in _counts(con, site))


def _counts(con: sqlite3.Connection, site: str) -> Iterator[tuple[str, int]]:
    (pages,) = con.execute("SELECT count(*) FROM pages WHERE site = ?", (site,)).fetchone()
    (stored,) = con.execute("SELECT count(*) FROM pages WHERE site = ? AND stored IS NOT NULL", (site,)).fetchone()
    yield "pages", pages
    yield "stored", stored
    for state, count in con.execute(
        "SELECT state, count(*) FROM pages "
        "WHERE site = ? AND state IN ('waiting', 'asked', 'failed', 'refused', 'gone') GROUP BY state ORDER BY state",
        (site,),
    ).fetchall():
        yield str(state), count
    failed: Sequence[tuple[str, int]] = con.execute(
        "SELECT coalesce(reason, '?'), count(*) FROM pages WHERE site = ? AND state = 'failed' "
        "GROUP BY 1 ORDER BY 2 DESC, 1",
        (site,),
    ).fetchall()
    yield from ((f"failed: {read_reason(reason)}", count) for reason, count in failed)


def _by_reason(held: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The reasons in words, the most frequent first; those that differ in a number or a name in quotes only are one."""
    counts: Counter[str] = Counter()
    for reason, count in held:
        counts[_VARYING.sub("#", str(read_reason(reason)))] += count
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))
