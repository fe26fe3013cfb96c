"""Runs checks over a database: every comparison that could be made, and the findings among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from danvan.audit.check import SEVERITIES, Check
from danvan.errors import StoreError
from danvan.messages import say
from danvan.reasons import one_line
from danvan.ruleset import RuleSet, load_rules
from danvan.store.database import sha256
from danvan.store.lexicon import FILE as LEXICON
from danvan.store.lexicon import lay_macros

if TYPE_CHECKING:
    import duckdb

_COLUMNS = ("outcome", "key", "spans", "stated", "computed")
_NUMBERED = "CREATE OR REPLACE TEMP TABLE in_order AS SELECT * FROM numbers_in_order"
OUTCOMES = ("differs", "agrees", "unclear")
_ONCE = """
CREATE OR REPLACE TEMP TABLE twins AS
SELECT one.key AS kept, twin.key AS dropped, twin.spans
FROM compared twin
JOIN copies ON copies.article = twin.spans[1].article
JOIN compared one ON one.spans[1].article = copies.canonical AND one.outcome = twin.outcome
    AND one.stated IS NOT DISTINCT FROM twin.stated AND one.computed IS NOT DISTINCT FROM twin.computed
    AND list_transform(one.spans, lambda span: span.text) = list_transform(twin.spans, lambda span: span.text)
WHERE len(list_distinct(list_transform(twin.spans, lambda span: span.article))) = 1;
UPDATE compared SET spans = list_concat(compared.spans, told.spans)
FROM (SELECT kept, flatten(list(spans ORDER BY dropped)) AS spans FROM twins GROUP BY kept) told
WHERE compared.key = told.kept;
DELETE FROM compared WHERE key IN (SELECT dropped FROM twins)
"""
"""What an article and its copies say alike is one comparison, with the spans of each."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A place in an article, half-open."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A comparison that does not hold as printed. `id` is stable over runs; `evidence` changes with what it rests on.

    `message` and `settle` are by language.
    """

    id: str
    check: str
    severity: str
    message: Mapping[str, str]
    settle: Mapping[str, str]
    articles: tuple[str, ...]
    spans: tuple[Piece, ...]
    stated: str | None
    computed: str | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many comparisons of one check came out in one way; `reason` where they are unclear."""

    check: str
    outcome: str
    reason: str | None
    comparisons: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Of the `figures` and sums of money of a database: how many were held against something, how many only without a
    verdict; the rest has nothing beside it. `totals` are the figures that have parts.
    """

    figures: int
    compared: int
    undecided: int
    totals: int


@dataclass(frozen=True, slots=True)
class Compared:
    """All that one check says over a database."""

    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison, however it came out; `reason` where it is unclear, `arithmetic` where the check spells it out."""

    check: str
    outcome: str
    reason: str | None
    spans: tuple[Piece, ...]
    stated: str | None
    computed: str | None
    arithmetic: str | None


def prepare(con: duckdb.DuckDBPyConnection, rules: RuleSet | None = None) -> None:
    """Lays what checks read over the tables, for this connection only: `lay` once, then `number`."""
    lay(con, rules)
    number(con)


def lay(con: duckdb.DuckDBPyConnection, rules: RuleSet | None = None) -> None:
    """The macros of rules/audit.toml and the views that checks read, whatever the tables hold.

    The shipped rules if none are given.
    """
    lay_macros(con, rules or load_rules(only=(LEXICON,)))
    con.execute(_shipped("claims.sql"))
    con.execute(_shipped("in_order.sql"))
    con.execute(f"{_NUMBERED} LIMIT 0")
    con.execute(_shipped("parts.sql"))
    con.execute(_shipped("percents.sql"))


def number(con: duckdb.DuckDBPyConnection) -> None:
    """The numbers of each article in their order, as the tables hold them now; `lay` comes first."""
    con.execute(_NUMBERED)


def _shipped(name: str) -> str:
    return resources.files("danvan.audit").joinpath(name).read_text(encoding="utf-8")


def compare(con: duckdb.DuckDBPyConnection, check: Check) -> Compared:
    """One check over the database; `prepare` comes first. Raises StoreError where its query is wrong."""
    import duckdb

    try:
        con.execute(f"CREATE OR REPLACE TEMP TABLE compared AS {check.sql}")
        have = {row[0] for row in con.execute("SELECT column_name FROM (DESCRIBE compared)").fetchall()}
        if missing := next((c for c in _COLUMNS if c not in have), None):
            raise StoreError(say("checks.column", path=check.origin, name=missing))
        spanless = "SELECT key FROM compared WHERE list_bool_or(list_transform(spans, lambda one: one IS NULL)) LIMIT 1"
        if none := con.execute(spanless).fetchone():
            raise StoreError(say("checks.span", path=check.origin, name=none[0]))
        con.execute(_ONCE)
        reason = "reason" if "reason" in have else "NULL"
        counted = con.execute(
            f"SELECT outcome, {reason} AS reason, count(*) FROM compared GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        if wrong := next((row[0] for row in counted if row[0] not in OUTCOMES), None):
            raise StoreError(say("checks.outcome", path=check.origin, name=wrong))
        cursor = con.execute("SELECT * FROM compared WHERE outcome = 'differs' ORDER BY key")
        names = [d[0] for d in cursor.description or ()]
        findings = tuple(_finding(check, dict(zip(names, row, strict=True))) for row in cursor.fetchall())
    except duckdb.Error as error:
        raise StoreError(f"{check.origin}: {one_line(error)}") from None
    except KeyError as error:
        raise StoreError(say("checks.placeholder", path=check.origin, name=error.args[0])) from None
    return Compared(findings, tuple(Coverage(check.slug, *row) for row in counted))


def comparisons(con: duckdb.DuckDBPyConnection, check: Check, outcome: str) -> Iterator[Comparison]:
    """The comparisons of one check that came out in one way, in the order of the text; `prepare` comes first."""
    compare(con, check)
    cursor = con.execute(
        "SELECT * FROM compared WHERE outcome = ? ORDER BY spans[1].article, spans[1].start, key", [outcome]
    )
    names = [d[0] for d in cursor.description or ()]
    for row in (dict(zip(names, cells, strict=True)) for cells in cursor.fetchall()):
        said = (row.get(name) for name in ("stated", "computed", "arithmetic"))
        stated, computed, arithmetic = (None if value is None else str(value) for value in said)
        spans = tuple(Piece(**span) for span in row["spans"])
        yield Comparison(check.slug, outcome, row.get("reason"), spans, stated, computed, arithmetic)


def _finding(check: Check, row: Mapping[str, Any]) -> Finding:
    spans = tuple(Piece(**span) for span in row["spans"])
    severity = row.get("severity") or check.severity
    if severity not in SEVERITIES:
        raise StoreError(say("checks.outcome", path=check.origin, name=severity))
    stated, computed = (None if row[c] is None else str(row[c]) for c in ("stated", "computed"))
    return Finding(
        id=sha256(check.slug, row["key"])[:12],
        check=check.slug,
        severity=severity,
        message={lang: one_line(text.format_map(row)) for lang, text in check.message.items()},
        settle=check.settle,
        articles=tuple(dict.fromkeys(s.article for s in spans)),
        spans=spans,
        stated=stated,
        computed=computed,
        evidence=sha256(stated, computed, *_told(spans))[:12],
    )


def _told(spans: Sequence[Piece]) -> Iterator[str]:
    """The words of the first article and of those that say otherwise: one more copy is no new evidence."""
    first = [s.text for s in spans if s.article == spans[0].article]
    yield from first
    yield from (s.text for s in spans if s.article != spans[0].article and s.text not in first)


def compare_all(
    con: duckdb.DuckDBPyConnection, checks: Iterable[Check], rules: RuleSet | None = None
) -> Iterator[Compared]:
    """Every check over the database, one after the other; then `reach` can tell how far they came."""
    prepare(con, rules)
    con.execute("CREATE OR REPLACE TEMP TABLE reached (article VARCHAR, start BIGINT, decided BOOLEAN)")
    for check in checks:
        yield compare(con, check)
        con.execute(
            "INSERT INTO reached SELECT DISTINCT span.article, span.start, outcome <> 'unclear' "
            "FROM (SELECT outcome, unnest(spans) AS span FROM compared)"
        )


def reach(con: duckdb.DuckDBPyConnection) -> Reach:
    """How many numbers the checks of the last `compare_all` on this connection came to."""
    told = con.execute(
        'WITH numbers AS (SELECT article, "start" FROM figures UNION ALL SELECT article, "start" FROM money), '
        "judged AS (SELECT article, start, bool_or(decided) AS decided FROM reached GROUP BY ALL) "
        "SELECT count(*), count(*) FILTER (decided), count(*) FILTER (NOT decided), "
        "(SELECT count(DISTINCT (article, part_of)) FROM figures WHERE part_of IS NOT NULL) "
        'FROM numbers n LEFT JOIN judged j ON j.article = n.article AND j.start = n."start"'
    ).fetchone()
    return Reach(*told) if told else Reach(0, 0, 0, 0)


def severe_enough(findings: Iterable[Mapping[str, Any]], least: str) -> bool:
    """Whether one of the ledger's rows is at least as severe."""
    rank = SEVERITIES.index(least)
    return any(SEVERITIES.index(f["severity"]) >= rank for f in findings)
