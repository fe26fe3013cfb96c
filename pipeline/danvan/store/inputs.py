"""What became of inputs that were read before: by their names, so that nothing of them need be parsed again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from danvan.reasons import read_reason
from danvan.store.database import storable, transaction
from danvan.store.write import Refused

if TYPE_CHECKING:
    import duckdb

_SCHEMA = """
CREATE SCHEMA IF NOT EXISTS seen;
CREATE TABLE IF NOT EXISTS seen.inputs (
    name VARCHAR NOT NULL, stamp VARCHAR NOT NULL, article VARCHAR,
    path VARCHAR, item VARCHAR, reason VARCHAR, bytes BIGINT
);
COMMENT ON TABLE seen.inputs IS 'Of each input that was read, the articles and refusals it gave';
COMMENT ON COLUMN seen.inputs.name IS 'Hash of the input with what was told beside it';
COMMENT ON COLUMN seen.inputs.stamp IS 'Hash of the rules, code, given place and tagger that read it';
COMMENT ON COLUMN seen.inputs.article IS 'An article in it; null for a piece that was refused';
COMMENT ON COLUMN seen.inputs.path IS 'File of what was refused';
COMMENT ON COLUMN seen.inputs.item IS 'Which item of the file';
COMMENT ON COLUMN seen.inputs.reason IS 'Why, as in quarantine';
COMMENT ON COLUMN seen.inputs.bytes IS 'How many bytes were read of it';
"""


@dataclass(frozen=True, slots=True)
class Named:
    """An article that the database holds: its id, where it came from, its day or minute of publication."""

    id: str
    source: str | None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an input gave: its name, the ids of its articles, the pieces that were refused."""

    name: str
    articles: tuple[str, ...]
    refused: tuple[Refused, ...] = ()


Known = tuple[Named | Refused, ...]
"""What an input gave before: its articles, then what was refused of it."""


class Inputs:
    """The inputs that a database has seen, under one stamp: rules, code, given place and tagger."""

    def __init__(self, con: duckdb.DuckDBPyConnection, stamp: str) -> None:
        self._con = con
        self._stamp = stamp
        found = con.execute(
            "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'seen' AND table_name = 'inputs'"
        ).fetchall()
        self._there = found[0][0] > 0
        self._others = self._there and bool(
            con.execute("SELECT 1 FROM seen.inputs WHERE stamp <> ? LIMIT 1", [stamp]).fetchall()
        )
        self._stale: set[str] = set()

    def recall(self, names: Sequence[str]) -> Mapping[str, Known]:
        """What these inputs gave, of those whose articles are all still in the database as they were read."""
        if not self._there:
            return {}
        rows = self._con.execute(
            "SELECT i.name, i.article, i.path, i.item, i.reason, i.bytes, a.id, a.source, a.published "
            "FROM seen.inputs i LEFT JOIN articles a ON a.id = i.article "
            "WHERE i.stamp = ? AND i.name IN (SELECT unnest(?)) ORDER BY i.name, i.article IS NULL, i.rowid",
            [self._stamp, list(names)],
        ).fetchall()
        found: defaultdict[str, list[Named | Refused]] = defaultdict(list)
        gone: set[str] = set()
        for name, article, path, item, reason, size, id_, source, published in rows:
            if article is None:
                found[name].append(Refused(path, item, read_reason(reason), size))
            elif id_ is None:
                gone.add(name)
            else:
                found[name].append(Named(id_, source, published))
        self._stale |= gone
        # A page that was stored twice gave the same twice.
        return {name: tuple(dict.fromkeys(known)) for name, known in found.items() if name not in gone}

    def remember(self, readings: Iterable[Reading]) -> None:
        """Keeps what inputs gave."""
        rows: list[tuple[str | int | None, ...]] = []
        for reading in readings:
            rows += [(reading.name, self._stamp, article, None, None, None, None) for article in reading.articles]
            rows += [
                (reading.name, self._stamp, None, r.path, r.item, storable(r.reason.stored()), r.bytes)
                for r in reading.refused
            ]
        if not rows:
            return
        with transaction(self._con):
            if not self._there:
                self._con.execute(_SCHEMA)
            if again := self._stale & {str(row[0]) for row in rows}:
                self._con.execute(
                    "DELETE FROM seen.inputs WHERE stamp = ? AND name IN (SELECT unnest(?))", [self._stamp, list(again)]
                )
                self._stale -= again
            self._con.execute(
                "INSERT INTO seen.inputs SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), "
                "unnest(?)",
                [list(column) for column in zip(*rows, strict=True)],
            )
        self._there = True

    def supersede(self, articles: Sequence[str]) -> None:
        """These articles were written now: what other rules or code had read them from must be read again by those."""
        if not self._others or not articles:
            return
        self._con.execute(
            "DELETE FROM seen.inputs WHERE stamp <> ? AND name IN "
            "(SELECT name FROM seen.inputs WHERE stamp <> ? AND article IN (SELECT unnest(?)))",
            [self._stamp, self._stamp, list(articles)],
        )
