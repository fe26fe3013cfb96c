"""Why a row of models-per-district-year (or -commune-, -province-) says what it says."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from danvan.rows import Rows
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

    `name` is the unit without its kind. `reason` is a code of messages.
    """
    sql = resources.files("danvan.answers").joinpath("weigh.sql").read_text(encoding="utf-8")
    rows = run_query(con, sql, {"level": LEVELS[query], "name": name, "year": year, "province": province})
    brief = (
        "verdict",
        "models",
        "bound",
        "status",
        "period_start",
        "period_end",
        "unit_name",
        "reason",
        "findings",
        "article",
    )
    return Rows(rows.columns, rows.cells, (*brief, "evidence"), "weigh")
