"""What a review changes in the fact tables: the journal laid over an article, its own rows kept beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from danvan.store.corrections import Journal, Outcome, Rows, apply
from danvan.store.database import FACT_TABLES, append, column_names

if TYPE_CHECKING:
    import duckdb


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
