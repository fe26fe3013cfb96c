"""Models per unit and year by the units of another day, so that a series stays comparable over mergers.

A row is the report of one unit, or the sum of all units that became it, with what was added up; never a sum with a
part missing. Where a unit was divided, or a part of the sum has no report, the row says so and bears no number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from danvan.answers.territory import Territory, communes_of_district
from danvan.answers.weigh import LEVELS
from danvan.errors import UsageError
from danvan.gazetteer import FIRST_DAY, REFORM, Gazetteer, Unit, load_gazetteer
from danvan.messages import say
from danvan.rows import Column, Rows
from danvan.ruleset import RuleSet

if TYPE_CHECKING:
    import duckdb

_COLUMNS = (
    Column("province"), Column("district"), Column("commune"), Column("code"), Column("year", "number"),
    Column("models", "number"), Column("bound"), Column("status"), Column("cumulative", "truth"),
    Column("so_far", "truth"), Column("how"), Column("added"), Column("reason"), Column("reporting", "number"),
    Column("units", "number"), Column("articles", "list"),
)  # fmt: skip
_BRIEF = (
    "province", "district", "commune", "year", "models", "bound", "status", "cumulative", "so_far", "how", "added",
    "reason", "reporting", "units",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Report:
    """One row of models_per_year and the unit that it is about, on the day on which its code means that unit."""

    unit: Unit
    at: date
    year: int
    models: int
    bound: str
    status: str
    cumulative: bool
    so_far: bool
    article: str


def models_as_of(
    con: duckdb.DuckDBPyConnection, query: str, day: date, rules: RuleSet, given: Mapping[str, str | None]
) -> Rows:
    """The rows of models-per-district-year (or -commune-, -province-) by the units of `day`.

    `how`: same | renamed | merged (summed over the units that became it) | communes (an old district after 1 July
    2025, summed over its communes). Raises UsageError for another query or a day before the table of units.
    """
    if query not in LEVELS:
        raise UsageError(say("query.as_of", query=query, names=", ".join(LEVELS)))
    if day < FIRST_DAY:
        raise UsageError(say("query.as_of_day", day=day, first=FIRST_DAY))
    level = LEVELS[query]
    gazetteer = load_gazetteer(rules)
    territory = Territory(gazetteer, rules.table("gazetteer/successions"), day)
    cells = list(_by_unit(_reports(con, gazetteer, level), territory))
    if level == "district" and day < REFORM:
        cells += _by_commune(_reports(con, gazetteer, "commune"), territory, {(c["code"], c["year"]) for c in cells})
    wanted = [
        c for c in cells if all(_is(c[key], given.get(key)) for key in ("province", "district", "commune", "year"))
    ]
    wanted.sort(key=lambda c: tuple(str(c[k] or "") for k in ("province", "district", "commune", "code", "year")))
    brief = [name for name in _BRIEF if name != "commune" or level == "commune"]
    return Rows(_COLUMNS, [tuple(c[column.name] for column in _COLUMNS) for c in wanted], tuple(brief), "as_of")


def _is(value: Any, wanted: str | None) -> bool:
    return wanted is None or str(value or "").lower() == wanted.lower()


def _reports(con: duckdb.DuckDBPyConnection, gazetteer: Gazetteer, level: str) -> Iterator[_Report]:
    rows = con.execute(
        "SELECT m.code, m.as_of, coalesce(a.published_on, m.as_of), m.year, m.models, m.bound, m.status, m.cumulative, "
        "m.so_far, m.article, CASE m.unit_level WHEN 'province' THEN m.province WHEN 'district' THEN m.district "
        "ELSE m.commune END FROM models_per_year m JOIN articles a ON a.id = m.article "
        "WHERE m.unit_level = ? AND m.field IS NULL AND m.code IS NOT NULL",
        [level],
    ).fetchall()
    for code, as_of, published, year, models, bound, status, cumulative, so_far, article, name in rows:
        versions = [u for u in gazetteer.versions(name, level=level) if u.code == code]
        # A code is that of the article's day, or of an old unit that the article names after its end.
        found = next((u for u in versions if u.holds_on(published)), None) or next(
            (u for u in reversed(versions) if u.valid_from <= published), None
        )
        if found is not None:
            at = found.nearest_day(min(as_of, published))
            yield _Report(found, at, year, models, bound, status, cumulative, so_far, article)


def _by_unit(reports: Iterator[_Report], territory: Territory) -> Iterator[dict[str, Any]]:
    groups: dict[tuple[str, int], list[_Report]] = defaultdict(list)
    for report in reports:
        fate = territory.fate(report.unit.code, report.at)
        if fate.unit is None:
            yield _row(territory, report.unit, report.at, [report], how=None, reason=fate.reason)
        else:
            groups[fate.unit.code, report.year].append(report)
    for (code, _), group in groups.items():
        unit = territory.gazetteer.unit(code, territory.day)
        assert unit is not None
        latest = max(r.at for r in group)
        if latest >= territory.day:
            sources: Sequence[Unit] | None = (group[0].unit,)
        else:
            sources = territory.sources(code, territory.day, latest)
        one = len(group) == 1 and sources is not None and len(sources) == 1
        how = "merged" if not one else "same" if group[0].unit.name == unit.name else "renamed"
        yield _sum(territory, unit, territory.day, group, sources=sources, how=how)


def _by_commune(
    reports: Iterator[_Report], territory: Territory, there: set[tuple[str, int]]
) -> Iterator[dict[str, Any]]:
    """Old districts after the reform, as sums of the communes that lie in them."""
    by_code: dict[int, dict[str, _Report]] = defaultdict(dict)
    for report in reports:
        if report.at >= REFORM:
            by_code[report.year][report.unit.code] = report
    if not by_code:
        return
    gazetteer = territory.gazetteer
    for year, held in sorted(by_code.items()):
        provinces = {r.unit.parent_code for r in held.values()}
        communes = [c for p in provinces if p for c in gazetteer.children(p, REFORM) if c.level == "commune"]
        homes = {u.parent_code for c in communes if c.code in held for u in territory.roots(c.code, REFORM)}
        for home in sorted(h for h in homes if h):
            district = gazetteer.unit(home, territory.day)
            if district is None or district.level != "district" or (home, year) in there:
                continue
            inside, partly = communes_of_district(territory, district, communes)
            group = [held[c.code] for c in (*inside, *partly) if c.code in held]
            if partly:
                units = len(inside) + len(partly)
                yield _row(territory, district, territory.day, group, how="communes", reason="split", units=units)
            else:
                yield _sum(territory, district, territory.day, group, sources=inside, how="communes")


def _sum(
    territory: Territory, unit: Unit, at: date, group: Sequence[_Report], *, sources: Sequence[Unit] | None, how: str
) -> dict[str, Any]:
    if sources is None:
        return _row(territory, unit, at, group, how=how, reason="split")
    missing = {u.code for u in sources} - {r.unit.code for r in group}
    if missing:
        return _row(territory, unit, at, group, how=how, reason="missing", units=len(sources))
    if len({(r.status, r.cumulative) for r in group}) > 1:
        return _row(territory, unit, at, group, how=how, reason="mixed", units=len(sources))
    return _row(territory, unit, at, group, how=how, reason=None, units=len(sources))


def _row(
    territory: Territory, unit: Unit, at: date, group: Sequence[_Report], *, how: str | None, reason: str | None,
    units: int | None = None,
) -> dict[str, Any]:  # fmt: skip
    ref = territory.gazetteer.ref(unit, at)
    parts = sorted(group, key=lambda r: r.unit.code)
    bounds = {r.bound for r in group}
    added = " + ".join(f"{r.unit.kind} {r.unit.name} {r.models}" for r in parts)
    return {
        "province": ref.province, "district": ref.district, "commune": ref.commune, "code": unit.code,
        "year": group[0].year if group else None,
        "models": sum(r.models for r in group) if reason is None else None,
        "bound": None if reason else bounds.pop() if len(bounds) == 1 else "about",
        "status": group[0].status if group and reason != "mixed" else None,
        "cumulative": group[0].cumulative if group and reason != "mixed" else None,
        "so_far": any(r.so_far for r in group), "how": how,
        "added": None if how in {"same", "renamed"} and reason is None else added or None, "reason": reason,
        "reporting": len(group), "units": units, "articles": sorted({r.article for r in group}),
    }  # fmt: skip
