"""audit: what does not hold as printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from danvan.cli.app import (
    DATABASE,
    Db,
    FormatName,
    Lang,
    Output,
    Rules,
    app,
    existing,
    load_rule_set,
    show,
    tell,
    writing,
)
from danvan.errors import UsageError
from danvan.messages import say

if TYPE_CHECKING:
    from danvan.audit.check import Check
    from danvan.output import Format
    from danvan.ruleset import RuleSet

ChecksDir = Annotated[list[Path] | None, typer.Option("--checks", metavar="DIR", help="help.checks_dir")]


@app.command(help="help.audit")
def audit(
    db: Db = DATABASE,
    checks: ChecksDir = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="CHECK", help="help.audit_only")] = None,
    listed: Annotated[bool, typer.Option("--list", help="help.audit_list")] = False,
    proved: Annotated[bool, typer.Option("--prove", help="help.audit_prove")] = False,
    outcome: Annotated[str | None, typer.Option("--outcome", metavar="OUTCOME", help="help.audit_outcome")] = None,
    dismissed: Annotated[bool, typer.Option("--dismissed", help="help.audit_dismissed")] = False,
    fail_on: Annotated[str | None, typer.Option("--fail-on", metavar="SEVERITY", help="help.fail_on")] = None,
    rules: Rules = None,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.audit.check import SEVERITIES
    from danvan.output import choose_format

    chosen = choose_format(form, output, "table")
    if fail_on is not None and fail_on not in SEVERITIES:
        raise UsageError(say("audit.fail_on", value=fail_on))
    wanted = _wanted(checks or (), only or ())
    if listed:
        return _list(wanted, chosen, output)
    words = load_rule_set(rules, only=("audit",))
    if proved:
        return _prove(wanted, words)
    if outcome is not None:
        return _show_comparisons(existing(db), wanted, words, outcome, chosen, output)
    from danvan.audit import ledger, report
    from danvan.audit.run import compare_all, reach, severe_enough
    from danvan.clock import utc_now
    from danvan.store.reviews import settle_findings

    with writing(db) as con:
        now = utc_now()
        coverage = ledger.update(con, compare_all(con, wanted, words), [c.slug for c in wanted], now)
        settle_findings(con, now)
        states = ("open", "dismissed") if dismissed else ("open",)
        found = ledger.findings(con, [c.slug for c in wanted], states)
        if chosen == "table" and output is None:
            report.print_findings(con, found)
            report.print_coverage(coverage, reach(con))
        else:
            show(report.finding_rows(found), chosen, output)
    counts = {s: sum(f["severity"] == s for f in found) for s in SEVERITIES}
    tell(
        say(
            "audit.done", errors=counts["error"], warnings=counts["warning"], notes=counts["note"],
            compared=sum(c.comparisons for c in coverage), unclear=sum(c.comparisons for c in coverage if c.reason),
        )
    )  # fmt: skip
    return 1 if fail_on is not None and severe_enough(found, fail_on) else 0


def _show_comparisons(
    db: Path, checks: Sequence[Check], words: RuleSet, outcome: str, form: Format, output: Path | None
) -> int:
    """What agrees, or what stays unclear; the ledger is left as it is."""
    from danvan.audit import report
    from danvan.audit.run import OUTCOMES, comparisons, prepare
    from danvan.store.read import open_for_reading

    if outcome not in OUTCOMES:
        raise UsageError(say("audit.outcome", value=outcome, values=", ".join(OUTCOMES)))
    con = open_for_reading(db)
    try:
        prepare(con, words)
        found = (comparison for check in checks for comparison in comparisons(con, check, outcome))
        return show(report.comparison_rows(con, found), form, output)
    finally:
        con.close()


def _wanted(folders: Sequence[Path], only: Sequence[str]) -> list[Check]:
    from danvan.audit.check import load_checks

    known = load_checks(folders)
    if unknown := next((name for name in only if name not in known), None):
        raise UsageError(say("audit.unknown", name=unknown, names=", ".join(known)))
    return [check for slug, check in known.items() if not only or slug in only]


def _list(checks: Sequence[Check], form: Format, output: Path | None) -> int:
    from danvan.messages import language
    from danvan.rows import rows_of

    cells = [(c.slug, c.severity, c.title[language()], len(c.cases), c.origin) for c in checks]
    return show(rows_of(("check", "severity", "meaning", "examples", "origin"), cells, ("examples",)), form, output)


def _prove(checks: Sequence[Check], words: RuleSet) -> int:
    from danvan.audit.cases import prove

    problems = [problem for check in checks for problem in prove(check, words)]
    for problem in problems:
        print(problem)
    cases = sum(len(c.cases) for c in checks)
    if problems:
        tell(say("checks.broken", problems=len(problems), checks=len(checks)))
        return 1
    tell(say("checks.sound", checks=len(checks), cases=cases))
    return 0
