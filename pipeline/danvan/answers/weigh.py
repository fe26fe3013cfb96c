"""Why a row of models-per-district-year (or -commune-, -province-) says what it says."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, Any

from danvan.messages import TEXTS, say
from danvan.rows import Column, Rows
from danvan.store.read import run_query

if TYPE_CHECKING:
    import duckdb

LEVELS = {
    "models-per-province-year": "province",
    "models-per-district-year": "district",
    "models-per-commune-year": "commune",
}
"""The queries that can be explained, and whose units they are about."""


def weigh(con: duckdb.DuckDBPyConnection, query: str, name: str, year: int, province: str | None = None) -> Rows:
    """Every count that could be meant, the answer first, then its rivals, then what cannot answer, with the reasons.

    `name` is the unit without its kind. `reason` is a code, `why` the same in the language in force.
    """
    sql = resources.files("danvan.answers").joinpath("weigh.sql").read_text(encoding="utf-8")
    rows = run_query(con, sql, {"level": LEVELS[query], "name": name, "year": year, "province": province})
    at = rows.names.index("reason")
    columns = (*rows.columns[: at + 1], Column("why"), *rows.columns[at + 1 :])
    brief = (
        "verdict",
        "models",
        "bound",
        "status",
        "period_start",
        "period_end",
        "unit_name",
        "why",
        "article",
        "evidence",
    )
    return Rows(columns, _with_words(rows, at), brief, "weigh")


def _with_words(rows: Rows, at: int) -> Iterator[tuple[Any, ...]]:
    verdict = rows.names.index("verdict")
    for row in rows:
        key = f"weigh.{row[verdict]}.{row[at]}"
        yield (*row[: at + 1], say(key) if key in TEXTS else None, *row[at + 1 :])
