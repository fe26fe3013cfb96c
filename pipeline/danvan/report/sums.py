"""Years that no report on the unit answers: sums over its communes or over what it was before, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from danvan.answers.as_of import models_as_of
from danvan.answers.weigh import LEVELS
from danvan.messages import say
from danvan.queries import find_query
from danvan.report.contents import Row
from danvan.report.scope import Scope
from danvan.rows import Column
from danvan.ruleset import RuleSet
from danvan.screen import screen_cell
from danvan.store.read import run_query

if TYPE_CHECKING:
    import duckdb

_QUERY_OF = {level: query for query, level in LEVELS.items()}


def sums(con: duckdb.DuckDBPyConnection, scope: Scope, rules: RuleSet) -> dict[int, Row]:
    """By year a row with `how`: communes (of the year), merged (the units that became this one), land (the communes
    that now lie where an old district was). `models` is None where the row's `reason` forbids the sum.
    """
    found = _over_communes(con, scope)
    for row in _over_land(con, scope, rules):
        year = row["year"]
        how = {"merged": "merged", "communes": "land"}.get(row["how"] or "")
        if how and scope.in_years(year) and (year not in found or found[year]["models"] is None):
            found[year] = {**row, "how": how}
    return found


def is_merged(summed: Mapping[str, Any] | None) -> bool:
    """Whether the unit of that year was another, so that a number under its name is none of this unit."""
    return summed is not None and summed["how"] == "merged"


def land_notes(scope: Scope) -> tuple[str, ...]:
    """What became of the unit in these years, a sentence each, in the language in force."""
    notes = []
    if scope.former and scope.changed:
        former = ", ".join(scope.former_names)
        notes.append(say("report.land_merged", place=scope.name, day=_day(scope.changed), former=former))
    if scope.divided and scope.changed:
        notes.append(say("report.land_divided", place=scope.name, day=_day(scope.changed)))
    if scope.ended:
        gone = {"place": scope.name, "day": _day(scope.ended)}
        of_communes = scope.place.level == "district"
        notes.append(say("report.land_ended_district", **gone) if of_communes else say("report.land_ended", **gone))
    return tuple(notes)


def _day(day: Any) -> str:
    return screen_cell(Column("day", "day"), day)


def _over_communes(con: duckdb.DuckDBPyConnection, scope: Scope) -> dict[int, Row]:
    """Where a district has no total: the largest sum of one status over the communes that it had."""
    place = scope.place
    if place.level != "district":
        return {}
    query = find_query("models-from-communes")
    rows = run_query(con, query.sql, query.bind({"province": str(place.province), "district": str(place.district)}))
    found: dict[int, Row] = {}
    for cells in rows:
        row = dict(zip(rows.names, cells, strict=True))
        if row["code"] in scope.form.codes and scope.in_years(row["year"]):
            kept = found.get(row["year"])
            if kept is None or (row["reporting"], row["models"]) > (kept["reporting"], kept["models"]):
                found[row["year"]] = {**row, "how": "communes", "units": row["communes"], "reason": None}
    return found


def _over_land(con: duckdb.DuckDBPyConnection, scope: Scope, rules: RuleSet) -> list[Row]:
    """The rows of the unit by the units of the scope's day, those with a number last."""
    place = scope.place
    given = {level: getattr(place, level) for level in ("province", "district", "commune")}
    told = models_as_of(con, _QUERY_OF[str(place.level)], scope.day, rules, given)
    rows = [dict(zip(told.names, row, strict=True)) for row in told]
    return sorted((row for row in rows if row["code"] == place.code), key=lambda row: row["models"] is not None)
