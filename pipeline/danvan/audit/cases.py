"""Proves checks: the small tables of their cases in a database of their own, and what the query says of them.

A row of a case gives only what matters; the rest is filled in: article "a", a place, a year, the topic of "Dân vận
khéo", built, exact, sure. `articles` need be written only where they matter. Texts and spans are made from the rows.
`earlier_articles`, `earlier_figures` ... are rows that a later extraction replaced (the schema history).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from danvan.audit.check import Case, Check
from danvan.audit.run import compare, lay, number
from danvan.errors import StoreError, UsageError
from danvan.messages import say
from danvan.reasons import one_line
from danvan.ruleset import RuleSet
from danvan.store.database import create_tables

_PLACE = {
    "place_code": "445", "place_name": "Thạch Hà", "place_kind": "huyện", "place_level": "district",
    "province": "Hà Tĩnh", "district": "Thạch Hà",
}  # fmt: skip
_YEAR = {"period_start": "2022-01-01", "period_end": "2022-12-31", "cumulative": False}
_FOUND = {"rule": "case", "confidence": 0.95}
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "figures": {
        "measure": "mô hình", "unit": "mô hình", "bound": "exact", "topic": "dan_van_kheo", "status": "built",
        **_PLACE, **_YEAR, **_FOUND,
    },
    "money": {"currency": "VND", "bound": "exact", "basis": "total", **_PLACE, **_YEAR, **_FOUND},
    "dates": {"grain": "day", "role": "event", "inferred": False, **_FOUND},
    "officials": {"mentions": 1, **_FOUND},
    "positions": {"official": 0, "level": "district", **_PLACE, **_FOUND},
    "places": {
        "candidates": [], "mentions": 1, **_PLACE, "kind": "huyện", "name": "Thạch Hà", "level": "district", **_FOUND,
    },
    "models": {"quoted": True, **_PLACE, **_FOUND},
    "units": {},
    "copies": {"share": 0.9},
}  # fmt: skip
_TEXTLESS = {"units", "copies"}
_EARLIER = "earlier_"


def prove(check: Check, rules: RuleSet | None = None) -> Iterator[str]:
    """One line for each case in which the check says something else than it should."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as con:
        create_tables(con)
        lay(con, rules)
        for case in check.cases:
            con.begin()
            try:
                found = tuple(sorted(_outcomes(con, check, case)))
            except StoreError as error:
                yield say("checks.case_fails", path=check.origin, says=case.says, reason=error)
                continue
            finally:
                con.rollback()
            if found != case.expect:
                yield say(
                    "checks.case_differs", path=check.origin, says=case.says, expected=_listed(case.expect),
                    found=_listed(found),
                )  # fmt: skip


def _listed(outcomes: Sequence[str]) -> str:
    return ", ".join(outcomes) or "-"


def _outcomes(con: Any, check: Check, case: Case) -> list[str]:
    earlier = {name.removeprefix(_EARLIER): rows for name, rows in case.tables.items() if name.startswith(_EARLIER)}
    now = {name: rows for name, rows in case.tables.items() if not name.startswith(_EARLIER)}
    fill(con, now, check.origin)
    fill(con, earlier, check.origin, "history")
    number(con)
    return [c.outcome for c in compare(con, check).coverage for _ in range(c.comparisons)]


def fill(con: Any, tables: Mapping[str, Sequence[Mapping[str, Any]]], origin: str, schema: str = "main") -> None:
    """Puts the rows of a case into an empty database. Raises UsageError for a table or column that there is not."""
    import duckdb

    replaced = {"articles": {"replaced_by": 2}} if schema == "history" else {}
    for table, given in _filled(tables, origin):
        row = {**given, **replaced.get(table, {"run": 1, "replaced_by": 2} if replaced else {})}
        row = {key: None if value == "" and key.startswith("period_") else value for key, value in row.items()}
        columns = ", ".join(f'"{c}"' for c in row)
        values = ", ".join("?" * len(row))
        try:
            con.execute(f"INSERT INTO {schema}.{table} ({columns}) VALUES ({values})", list(row.values()))
        except duckdb.Error as error:
            raise UsageError(f"{origin}: {one_line(error)}") from None


def _filled(tables: Mapping[str, Sequence[Mapping[str, Any]]], origin: str) -> list[tuple[str, dict[str, Any]]]:
    """The rows of a case with all that they leave out, the articles first."""
    given = {a.get("id", "a"): dict(a) for a in tables.get("articles", ())}
    rows = [(table, dict(row)) for table, some in tables.items() if table != "articles" for row in some]
    if unknown := next((table for table, _ in rows if table not in _DEFAULTS), None):
        raise UsageError(f"{origin}: {say('checks.case_table', name=unknown)}")
    for table, row in rows:
        if table not in _TEXTLESS:
            given.setdefault(row.setdefault("article", "a"), {})
    texts = {name: str(article.get("text", "")) for name, article in given.items()}
    filled = []
    numbers: dict[tuple[str, str], int] = {}
    for table, row in rows:
        if table in _TEXTLESS:
            filled.append((table, {**_DEFAULTS[table], **row}))
            continue
        article = row["article"]
        nr = numbers[table, article] = numbers.get((table, article), -1) + 1
        words = str(row.get("text") or f"{row.get('value', row.get('amount', table))} {row.get('unit', '')}".strip())
        if (start := row.get("start", texts[article].find(words) if row.get("text") else -1)) < 0:
            start = len(texts[article])
            texts[article] += words + ". "
        made = {"text": words, "start": start, "end": start + len(words)}
        filled.append((table, {"nr": nr, **_DEFAULTS[table], "sentence": words, **row, **made}))
    bodies = [
        {
            "id": name, "source": f"{name}.txt", "published": article.get("published_on"), "title": "",
            "schema_version": "1", "body_hash": texts[name], "record_hash": name, "run": 1, **article,
            "text": texts[name],
        }
        for name, article in given.items()
    ]  # fmt: skip
    return [("articles", body) for body in bodies] + filled
