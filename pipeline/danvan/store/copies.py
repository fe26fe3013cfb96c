"""Which articles say what another one says: pairs that are one content, brought together under the earliest.

Strong pairs (equal texts, equal sentences with facts) come from copies.sql, near ones from sketches.py. A near pair
counts only where both speak for the same place: the same words of two districts are two reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from danvan.store.database import append
from danvan.store.sketches import renew

if TYPE_CHECKING:
    import duckdb

_LEVELS = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Member:
    """An article that is like another one. `rank` is its place among all by day of publication, then id; of the
    readings of one page the newest stands first: who mends a file or a page means what it says now.
    """

    id: str
    rank: int
    code: str | None
    level: str | None
    names: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles that are one content. `near`: by their words, not by equal sentences with facts."""

    one: str
    other: str
    share: float
    changed: bool
    near: bool


def sketch_new(con: duckdb.DuckDBPyConnection) -> None:
    """Sketches the articles that are new. In transactions of its own: nothing is lost by a kill."""
    renew(con)


def find_copies(con: duckdb.DuckDBPyConnection) -> None:
    """Fills the table `copies` anew out of what is known of pairs, in the transaction that is under way."""
    con.execute("DELETE FROM copies")
    con.execute(_shipped("pages.sql"))
    pairs = [*_strong(con), *_versions(con), *_near(con)]
    members = _members(con, {id_ for pair in pairs for id_ in (pair.one, pair.other)})
    append(con, "copies", list(link(pairs, members)))
    con.execute(_shipped("changed.sql"))


def _shipped(name: str) -> str:
    return resources.files("danvan.store").joinpath(name).read_text(encoding="utf-8")


def link(pairs: Iterable[Pair], members: Mapping[str, Member]) -> list[tuple[str, str, float, bool]]:
    """(article, canonical, share, changed) for every copy, in the order of their rank.

    The canonical is the earliest of its group that speaks for the same place, or that it shares a strong group with.
    """
    kept = [p for p in pairs if not p.near or same_place(members[p.one], members[p.other])]
    strong = _groups(members, (p for p in kept if not p.near))
    groups = _groups(members, kept)
    best: dict[tuple[str, str], Pair] = {}
    highest: dict[str, float] = {}
    for p in kept:
        for key in ((p.one, p.other), (p.other, p.one)):
            # A near pair has read the whole texts: it knows best whether a number was changed.
            if key not in best or (p.near, p.share) > (best[key].near, best[key].share):
                best[key] = p
            highest[key[0]] = max(highest.get(key[0], 0.0), p.share)
    firsts: dict[str, list[Member]] = {}
    found = []
    for one in sorted(members.values(), key=lambda m: m.rank):
        earlier = firsts.setdefault(groups[one.id], [])
        first = next((f for f in earlier if strong[f.id] == strong[one.id] or same_place(f, one)), None)
        if first is None:
            earlier.append(one)
            continue
        direct = best.get((one.id, first.id))
        share = highest[one.id] if direct is None else direct.share
        found.append((one.id, first.id, min(1.0, share), direct is not None and direct.changed))
    return found


def same_place(a: Member, b: Member) -> bool:
    """Whether two articles may speak for one place: nothing that both say of it differs."""
    if a.level is not None and a.level == b.level and a.code and b.code and a.code != b.code:
        return False
    return all(not x or not y or x == y for x, y in zip(a.names, b.names, strict=True))


def _groups(members: Mapping[str, Member], pairs: Iterable[Pair]) -> dict[str, str]:
    """Every article with the name of the group that the pairs join it to."""
    parent = {id_: id_ for id_ in members}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = id_ = parent[parent[id_]]
        return id_

    for pair in pairs:
        a, b = sorted((root(pair.one), root(pair.other)))
        parent[b] = a
    return {id_: root(id_) for id_ in members}


def _strong(con: duckdb.DuckDBPyConnection) -> Iterable[Pair]:
    sql = _shipped("copies.sql")
    for one, other, share in con.execute(sql).fetchall():
        yield Pair(one, other, share, changed=False, near=False)


def _versions(con: duckdb.DuckDBPyConnection) -> Iterable[Pair]:
    """Readings of one page in several runs; the share is that of their lines."""
    rows = con.execute(
        """
        WITH several AS (SELECT page FROM pages GROUP BY page HAVING count(DISTINCT (fetched, run)) > 1),
        lines AS (
            SELECT DISTINCT id, page, fetched, run, line, length(line) AS size
            FROM (SELECT p.*, unnest(string_split(a.text, chr(10))) AS line
                  FROM pages p JOIN several USING (page) JOIN articles a USING (id))
            WHERE line <> ''
        ),
        sizes AS (SELECT id, sum(size) AS size FROM lines GROUP BY id)
        SELECT a.id, b.id, sum(a.size) / least(any_value(s.size), any_value(t.size))
        FROM lines a JOIN lines b USING (page, line) JOIN sizes s ON s.id = a.id JOIN sizes t ON t.id = b.id
        WHERE a.id < b.id AND (a.fetched, a.run) <> (b.fetched, b.run)
        GROUP BY ALL ORDER BY ALL
        """
    ).fetchall()
    for one, other, share in rows:
        yield Pair(one, other, share, changed=False, near=False)


def _near(con: duckdb.DuckDBPyConnection) -> Iterable[Pair]:
    rows = con.execute(
        """
        WITH held AS (SELECT body_hash, min(id) AS id FROM articles GROUP BY body_hash)
        SELECT a.id, b.id, l.share, l.changed
        FROM likenesses l JOIN held a ON a.body_hash = l.one JOIN held b ON b.body_hash = l.other
        ORDER BY ALL
        """
    ).fetchall()
    for one, other, share, changed in rows:
        yield Pair(one, other, share, changed, near=True)


def _members(con: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> dict[str, Member]:
    rows: Sequence[tuple[str, int, str | None, str | None, str | None, str | None, str | None]] = con.execute(
        f"""
        SELECT id, row_number() OVER (ORDER BY first_day NULLS LAST, first_time, first_id, fetched DESC, run DESC, id),
            place_code, place_level, {", ".join(_LEVELS)}
        FROM (
            SELECT a.*, p.fetched, min(published_on) OVER page AS first_day, min(published) OVER page AS first_time,
                min(id) OVER page AS first_id
            FROM articles a JOIN pages p USING (id) WINDOW page AS (PARTITION BY p.page)
        )
        QUALIFY id IN (SELECT unnest(?))
        """,
        [sorted(ids)],
    ).fetchall()
    return {row[0]: Member(row[0], row[1], row[2], row[3], tuple(row[4:])) for row in rows}
