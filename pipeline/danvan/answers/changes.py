"""What changed between two runs: the facts as each of them said, matched by kind and span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from danvan.errors import UsageError
from danvan.messages import head, say
from danvan.rows import Column, Rows
from danvan.screen import screen_cell
from danvan.store.corrections import said_of
from danvan.store.database import FACT_TABLES

if TYPE_CHECKING:
    import duckdb

COLUMNS = (
    Column("change"), Column("kind"), Column("article"), Column("start", "number"), Column("end", "number"),
    Column("text"), Column("before", "list"), Column("after", "list"), Column("sentence"),
)  # fmt: skip
_BRIEF = ("change", "kind", "article", "start", "text", "before", "after")
_BATCH = 500
_BEFORE, _AFTER = 6, 7
_MINOR = {
    "place_code", "place_kind", "place_level", "province", "district", "commune", "unit", "topic", "bound",
    "partition", "currency", "quoted", "inferred", "cumulative",
}  # fmt: skip
"""Columns that a table on the screen leaves out of a fact that came or went."""

_VERSIONS = """
WITH versions AS (
    SELECT id, run, NULL AS replaced_by, body_hash FROM articles
    UNION ALL SELECT id, run, replaced_by, body_hash FROM history.articles
),
at_before AS (FROM versions WHERE run <= $before AND coalesce(replaced_by > $before, true)),
at_after AS (FROM versions WHERE run <= $after AND coalesce(replaced_by > $after, true))
SELECT a.id, b.run IS NULL, b.run IS DISTINCT FROM a.run, b.body_hash IS NOT DISTINCT FROM a.body_hash
FROM at_after a LEFT JOIN at_before b ON b.id = a.id ORDER BY a.id
"""


def changes_between(con: duckdb.DuckDBPyConnection, before: int, after: int) -> tuple[Rows, dict[str, int]]:
    """One row a fact that came, went or changed, and how many of each there are; what people corrected is left aside.

    Articles that only the later run had are counted, not listed. Raises UsageError for a run that is not there.
    """
    runs = [row[0] for row in con.execute("SELECT run FROM runs ORDER BY run").fetchall()]
    if missing := [run for run in (before, after) if run not in runs]:
        raise UsageError(say("diff.run", run=missing[0], runs=", ".join(map(str, runs))))
    if before >= after:
        raise UsageError(say("diff.same"))
    found = con.execute(_VERSIONS, {"before": before, "after": after}).fetchall()
    same_body = {id_: same for id_, fresh, other, same in found if other and not fresh}
    rows: list[tuple[Any, ...]] = []
    ids = list(same_body)
    for at in range(0, len(ids), _BATCH):
        batch = ids[at : at + _BATCH]
        old, new = _facts(con, batch, before), _facts(con, batch, after)
        for id_ in batch:
            rows += _compared(id_, old[id_], new[id_], same_body[id_])
    kinds = [row[0] for row in rows]
    counts = {name: kinds.count(name) for name in ("added", "removed", "changed")}
    counts |= {"articles": len({row[2] for row in rows}), "fresh": sum(fresh for _, fresh, *_ in found)}
    return Rows(COLUMNS, rows, _BRIEF, "diff"), counts


def in_words(row: Sequence[Any]) -> tuple[Any, ...]:
    """The row with what was said before and after in words, for a table on the screen."""
    whole = row[0] != "changed"
    words = [_words(cell, whole) for cell in (row[_BEFORE], row[_AFTER])]
    return (*row[:_BEFORE], *words, *row[_AFTER + 1 :])


def _words(said: Mapping[str, Any] | None, whole: bool) -> list[str]:
    if said is None:
        return []
    return [
        f"{head(name)}: {screen_cell(Column(name), value['text'] if isinstance(value, dict) else value) or '–'}"
        for name, value in said.items() if not (whole and name in _MINOR)
    ]  # fmt: skip


def _facts(con: duckdb.DuckDBPyConnection, ids: Sequence[str], run: int) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """What the extraction said of the articles as of a run, by article and table."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {id_: {t: [] for t in FACT_TABLES} for id_ in ids}
    for table in FACT_TABLES:
        cursor = con.execute(
            f"""
            WITH held AS (SELECT id FROM articles WHERE run <= $run AND id IN (SELECT unnest($ids))),
            touched AS (SELECT DISTINCT article FROM reviewed)
            FROM {table} WHERE article IN (FROM held) AND article NOT IN (FROM touched)
            UNION ALL FROM extracted.{table} WHERE article IN (FROM held)
            UNION ALL (SELECT * EXCLUDE (run, replaced_by) FROM history.{table}
                WHERE run <= $run AND replaced_by > $run AND article IN (SELECT unnest($ids)))
            ORDER BY article, start, "end", nr
            """,
            {"run": run, "ids": list(ids)},
        )
        names = [d[0] for d in cursor.description or ()]
        for cells in cursor.fetchall():
            row = dict(zip(names, cells, strict=True))
            found[row["article"]][table].append(row)
    return found


def _compared(
    article: str, old: Mapping[str, list[dict[str, Any]]], new: Mapping[str, list[dict[str, Any]]], same_body: bool
) -> Iterator[tuple[Any, ...]]:
    for kind in FACT_TABLES:
        if kind == "mentions":
            continue
        was, now = _keyed(kind, old, same_body), _keyed(kind, new, same_body)
        for key in sorted({*was, *now}, key=lambda k: ((now.get(k) or was[k])[0]["start"], str(k))):
            row, before = was.get(key, (None, None))
            later, after = now.get(key, (None, None))
            place = later or row
            if before == after or place is None:
                continue
            if before is not None and after is not None:
                names = [n for n in {**before, **after} if before.get(n) != after.get(n)]
                change = "changed"
                before, after = ({n: side.get(n) for n in names} for side in (before, after))
            else:
                change = "added" if before is None else "removed"
                before, after = _filled(before), _filled(after)
            where = (place["start"], place["end"], place["text"])
            yield change, kind, article, *where, before, after, place["sentence"]


def _filled(said: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if said is None else {k: v for k, v in said.items() if v not in (None, [])}


def _keyed(
    kind: str, rows: Mapping[str, list[dict[str, Any]]], same_body: bool
) -> dict[tuple[Any, ...], tuple[dict[str, Any], dict[str, Any]]]:
    """Each fact under its span, or where the text itself is another one under its words and sentence."""
    found: dict[tuple[Any, ...], tuple[dict[str, Any], dict[str, Any]]] = {}
    for row in rows[kind]:
        said = said_of(kind, row, dict(rows))
        said.pop("also", None)
        if not same_body:
            said = {k: v["text"] if isinstance(v, dict) else v for k, v in said.items()}
        key: tuple[Any, ...] = (row["start"], row["end"]) if same_body else (row["text"], row["sentence"])
        nth = sum(k[:2] == key for k in found)
        found[(*key, nth)] = (row, said)
    return found
