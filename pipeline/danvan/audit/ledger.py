"""The findings over time: one row each, brought up to date by every audit, dismissed ones kept so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from danvan.audit.run import Compared, Coverage, Finding
from danvan.store.write import transaction

if TYPE_CHECKING:
    import duckdb


def update(
    con: duckdb.DuckDBPyConnection, compared: Iterable[Compared], checks: Sequence[str], now: datetime
) -> tuple[Coverage, ...]:
    """Writes what the checks said, in one transaction; gives the coverage.

    A finding that was there keeps its row; a dismissed one is open again where its evidence has changed; one of these
    `checks` that was not found again is gone. Nothing changes where nothing is new. `now` is in UTC.
    """
    done = list(compared)
    held = {
        row[0]: row[1:]
        for row in con.execute(
            'SELECT id, state, evidence, severity, message_vi, message_en, dismissed_evidence FROM findings '
            'WHERE "check" IN (SELECT unnest(?))', [list(checks)],
        ).fetchall()
    }  # fmt: skip
    found = {f.id: f for c in done for f in c.findings}
    with transaction(con):
        for finding in found.values():
            before = held.get(finding.id)
            if before is None:
                _insert(con, finding, now)
            elif (state := _state(finding, before)) != before[0] or _told(finding) != before[1:5]:
                _renew(con, finding, state, now)
        gone = [id_ for id_, row in held.items() if id_ not in found and row[0] != "gone"]
        con.execute(
            "UPDATE findings SET state = 'gone', last_changed = ? WHERE id IN (SELECT unnest(?))",
            [now, gone],
        )
        coverage = tuple(row for c in done for row in c.coverage)
        con.execute('DELETE FROM coverage WHERE "check" IN (SELECT unnest(?))', [list(checks)])
        for row in coverage:
            con.execute(
                "INSERT INTO coverage VALUES (?, ?, ?, ?)", [row.check, row.outcome, row.reason, row.comparisons]
            )
    return coverage


def _told(finding: Finding) -> tuple[Any, ...]:
    return finding.evidence, finding.severity, finding.message["vi"], finding.message["en"]


def _state(finding: Finding, before: Sequence[Any]) -> str:
    state, dismissed_evidence = before[0], before[5]
    if dismissed_evidence == finding.evidence:
        return "dismissed"
    return "open" if state in {"gone", "dismissed"} else str(state)


def _cells(finding: Finding) -> list[Any]:
    return [
        finding.check, finding.severity, finding.message["vi"], finding.message["en"], finding.settle["vi"],
        finding.settle["en"], list(finding.articles),
        [{"article": s.article, "start": s.start, "end": s.end, "text": s.text} for s in finding.spans],
        finding.stated, finding.computed, finding.evidence,
    ]  # fmt: skip


def _insert(con: duckdb.DuckDBPyConnection, finding: Finding, now: datetime) -> None:
    con.execute(
        'INSERT INTO findings (id, state, "check", severity, message_vi, message_en, settle_vi, settle_en, articles, '
        "spans, stated, computed, evidence, first_seen, last_changed) VALUES (?, 'open'" + ", ?" * 13 + ")",
        [finding.id, *_cells(finding), now, now],
    )


def _renew(con: duckdb.DuckDBPyConnection, finding: Finding, state: str, now: datetime) -> None:
    con.execute(
        'UPDATE findings SET "check" = ?, severity = ?, message_vi = ?, message_en = ?, settle_vi = ?, settle_en = ?, '
        "articles = ?, spans = ?, stated = ?, computed = ?, evidence = ?, state = ?, last_changed = ? WHERE id = ?",
        [*_cells(finding), state, now, finding.id],
    )


def findings(
    con: duckdb.DuckDBPyConnection, checks: Sequence[str], states: Sequence[str] = ("open",)
) -> list[dict[str, Any]]:
    """The rows of these checks in these states, the most severe first."""
    cursor = con.execute(
        'SELECT * FROM findings WHERE "check" IN (SELECT unnest(?)) AND state IN (SELECT unnest(?)) ORDER BY '
        "CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, \"check\", articles, id",
        [list(checks), list(states)],
    )
    names = [d[0] for d in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
