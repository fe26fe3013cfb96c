"""A named query as people ask it: units with or without their kind, and where nothing is found, what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from danvan.answers.weigh import LEVELS, weigh
from danvan.gazetteer import DEFAULT_DAY, REFORM
from danvan.messages import say, value_code
from danvan.nearest import did_you_mean
from danvan.queries import Query
from danvan.rows import Rows
from danvan.store.read import run_query

if TYPE_CHECKING:
    import duckdb

_KIND = re.compile(r"(?i)(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã|phường|thị trấn|tt\.?|đặc khu)\s+")
_UNITS = ("province", "district", "commune")
_SHOWN = 12
"""Values that a hint names, at most."""


def ask(con: duckdb.DuckDBPyConnection, query: Query, given: Mapping[str, str | None]) -> tuple[Rows, list[str]]:
    """The rows of a query, and where there are none a line for each value that keeps rows from being there.

    Units may bear their kind ("huyện Thạch Hà"), codes be words of either language ("kinh tế" for economy).
    """
    bare = {name: value and _as_stored(name, value) for name, value in given.items()}
    for asked in (given, bare):
        rows = run_query(con, query.sql, asked)
        cells = iter(rows)
        if (first := next(cells, None)) is not None:
            return replace(rows, cells=chain([first], cells)), []
        if asked == bare:
            break
    hints = list(_others(con, query, bare))
    if LEVELS.get(query.name) == "district" and int(bare.get("year") or 0) >= REFORM.year:
        hints.append(say("query.after_reform", day=DEFAULT_DAY, query=query.name))
    return replace(rows, cells=()), hints


def explain(con: duckdb.DuckDBPyConnection, query: str, name: str, year: int, province: str | None) -> tuple[Rows, str]:
    """What was weighed for a unit, "Thạch Hà" or "huyện Thạch Hà, Hà Tĩnh", and where that is nothing, what to say."""
    small, _, above = name.partition(",")
    within = province or above.rpartition(",")[2].strip() or None
    for unit in (small.strip(), without_kind(small.strip())):
        rows = weigh(con, query, unit, year, within and without_kind(within))
        if found := list(rows):
            return replace(rows, cells=found), ""
    known = con.execute(f"SELECT DISTINCT {LEVELS[query]} FROM model_claims WHERE {LEVELS[query]} IS NOT NULL")
    names = [str(row[0]) for row in known.fetchall()]
    hint = "" if unit.lower() in {one.lower() for one in names} else did_you_mean(unit, names)
    return replace(rows, cells=()), say("query.explain_none", name=name, year=year, hint=hint)


def without_kind(name: str) -> str:
    """The unit's name alone: "Thạch Hà" of "huyện Thạch Hà"."""
    return _KIND.sub("", name.strip(), count=1) if _KIND.match(name.strip()) else name


def _as_stored(name: str, value: str) -> str:
    return without_kind(value) if name in _UNITS else value_code(name, value)


def _others(con: duckdb.DuckDBPyConnection, query: Query, given: Mapping[str, str | None]) -> Iterator[str]:
    for name, value in given.items():
        if value is None:
            continue
        rows = run_query(con, query.sql, {**given, name: None})
        if name not in rows.names:
            continue
        at = rows.names.index(name)
        values = sorted({str(row[at]) for row in rows if row[at] is not None})
        if values:
            shown = ", ".join(values[:_SHOWN]) + (" ..." if len(values) > _SHOWN else "")
            hint = "" if value.isdecimal() else did_you_mean(value, values)
            within = ", ".join(f"{other}={told}" for other, told in given.items() if told is not None and other != name)
            known = {"name": name, "value": value, "hint": hint, "values": shown}
            yield say("query.none_such_within", **known, within=within) if within else say("query.none_such", **known)
