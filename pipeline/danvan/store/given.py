"""What was told beside the inputs of a run, so that what it refused is read again in the same way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

_SCHEMA = """
CREATE SCHEMA IF NOT EXISTS seen;
CREATE TABLE IF NOT EXISTS seen.given (run INTEGER PRIMARY KEY, given VARCHAR NOT NULL);
COMMENT ON TABLE seen.given IS 'What was told beside the inputs of a run, where anything was';
COMMENT ON COLUMN seen.given.run IS 'Number of the run';
COMMENT ON COLUMN seen.given.given IS 'published, place, names and columns, as JSON';
"""


@dataclass
class Held:
    """Paths in quarantine that one kind of run put there: what it was told, its folders of rules beside the shipped.

    `loaded`: they are files of records (`danvan load`), not of articles.
    """

    given: Mapping[str, Any]
    layers: tuple[str, ...]
    loaded: bool
    paths: list[str] = field(default_factory=list)


def remember_given(con: duckdb.DuckDBPyConnection, run: int, given: Mapping[str, Any]) -> None:
    """Keeps what a run was told; leaves nothing where that is nothing."""
    if given:
        con.execute(_SCHEMA)
        con.execute("INSERT OR REPLACE INTO seen.given VALUES (?, ?)", [run, json.dumps(given, ensure_ascii=False)])


def held(con: duckdb.DuckDBPyConnection) -> list[Held]:
    """What is in quarantine, together what is to be read in the same way, by the last run that refused it."""
    there = con.execute("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'seen' AND table_name = 'given'").fetchall()
    told = dict(con.execute("SELECT run, given FROM seen.given").fetchall()) if there else {}
    rows = con.execute(
        "SELECT q.path, q.run, r.layers, r.rules_hash IS NULL "
        "FROM (SELECT path, max(run) AS run FROM quarantine GROUP BY path) q JOIN runs r USING (run) ORDER BY q.path"
    ).fetchall()
    groups: dict[tuple[str, tuple[str, ...], bool], Held] = {}
    for path, run, layers, loaded in rows:
        given, beside = told.get(run, "{}"), tuple((layers or ())[1:])
        groups.setdefault((given, beside, loaded), Held(json.loads(given), beside, loaded)).paths.append(path)
    return list(groups.values())
