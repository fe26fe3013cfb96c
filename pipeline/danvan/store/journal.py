"""The journal of reviews as it is stored: an append-only table, and a file of one entry a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from danvan.errors import StoreError
from danvan.messages import say
from danvan.store.corrections import Journal, Review

if TYPE_CHECKING:
    import duckdb

_FIELDS = tuple(Review.model_fields)
_JSON = {"said", "changes"}


_EARLIER = """
WITH readings AS (
    SELECT id, coalesce(nullif(url, ''), source) AS address, page_key(id, url, source, title, published) AS page,
        (fetched_of(notes), run) AS read_at
    FROM articles
    WHERE coalesce(nullif(url, ''), source) IN
        (SELECT coalesce(nullif(url, ''), source) FROM articles WHERE id IN (SELECT article FROM reviews))
)
SELECT newer.id, list(older.id ORDER BY older.read_at DESC, older.id)
FROM readings newer JOIN readings older ON newer.page = older.page AND newer.read_at > older.read_at
WHERE older.id IN (SELECT article FROM reviews) GROUP BY newer.id ORDER BY newer.id
"""


def words_that_hold(con: duckdb.DuckDBPyConnection) -> Journal:
    """The journal as it is laid over the articles: a word on a page concerns the later readings of it too."""
    return Journal.of(read_journal(con), dict(con.execute(_EARLIER).fetchall()))


def read_journal(con: duckdb.DuckDBPyConnection) -> list[Review]:
    """Every entry in order of arrival."""
    columns = ", ".join(f'"{name}"' for name in _FIELDS)
    rows = con.execute(f"SELECT {columns} FROM reviews ORDER BY nr").fetchall()
    return [_review(dict(zip(_FIELDS, row, strict=True))) for row in rows]


def _review(cells: dict[str, Any]) -> Review:
    return Review(**{k: json.loads(v) if k in _JSON and v is not None else v for k, v in cells.items()})


def add(con: duckdb.DuckDBPyConnection, reviews: Iterable[Review]) -> list[Review]:
    """Adds the entries that are not there yet, in order; gives those back."""
    known = {row[0] for row in con.execute("SELECT id FROM reviews").fetchall()}
    nr = len(known)
    added: list[Review] = []
    for review in reviews:
        if review.id in known:
            continue
        known.add(review.id)
        nr += 1
        added.append(review)
        cells = {name: getattr(review, name) for name in _FIELDS}
        for name in _JSON:
            cells[name] = None if cells[name] is None else json.dumps(cells[name], ensure_ascii=False)
        names = ", ".join(f'"{name}"' for name in ("nr", *_FIELDS))
        con.execute(
            f"INSERT INTO reviews ({names}) VALUES (?{', ?' * len(_FIELDS)})", [nr, *(cells[n] for n in _FIELDS)]
        )
    return added


def lines(reviews: Iterable[Review]) -> Iterator[str]:
    """The entries as JSON, one a line."""
    for review in reviews:
        yield review.model_dump_json(exclude_none=True)


def read_lines(path: str, text: str) -> list[Review]:
    """The entries of an exported file. Raises StoreError for the first line that is none, with its number."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append(Review.model_validate_json(line))
            except ValueError as error:
                raise StoreError(say("review.bad_line", path=path, line=number, reason=_fault(error))) from None
    return found


def _fault(error: ValueError) -> str:
    """The first thing that is wrong with an entry: where, and what."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return str(error)
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    return f"{where}: {fault['msg']}" if where else fault["msg"]
