"""evaluate: records against gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from danvan.cli.app import FormatName, Jobs, Lang, Output, Rules, app, load_rule_set, processes, show, show_lines, tell
from danvan.cli.progress import Progress
from danvan.errors import UsageError
from danvan.messages import say

if TYPE_CHECKING:
    from danvan.evaluate.score import Scored
    from danvan.output import Format
    from danvan.ruleset import RuleSet


@app.command(help="help.evaluate")
def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="help.evaluate_dir")],
    errors: Annotated[bool, typer.Option("--errors", help="help.errors")] = False,
    spans: Annotated[bool, typer.Option("--spans", help="help.spans")] = False,
    calibration: Annotated[bool, typer.Option("--calibration", help="help.calibration")] = False,
    only: Annotated[str, typer.Option("--only", metavar="PATTERN", help="help.only")] = "*",
    against: Annotated[Path | None, typer.Option("--against", metavar="RECORDS.jsonl", help="help.against")] = None,
    rules: Rules = None,
    jobs: Jobs = 1,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.evaluate import report
    from danvan.evaluate.score import read_and_score
    from danvan.output import choose_format

    chosen = choose_format(form, output, "table")
    if spans + calibration + (against is not None) > 1 or (calibration and errors):
        raise UsageError(say("evaluate.one_view"))
    if against is not None and not against.is_file():
        raise UsageError(say("path.missing", path=against))
    rule_set = load_rule_set(rules)
    with Progress([str(folder)]) as progress:
        scored = read_and_score(folder, rule_set, only=only, jobs=processes(jobs), report=progress.told)
    score = scored.score
    if against is not None:
        return _print_comparison(scored, against, rule_set, errors, chosen, output)
    ledgers = score.span_ledgers if spans else score.ledgers
    if errors:
        faults = report.in_order(fault for ledger in ledgers for fault in ledger.faults)
        show_lines(report.fault_rows(faults), report.fault_lines(faults), chosen, output)
    elif calibration:
        verdicts = score.verdicts
        rows = report.calibration_table(verdicts) if chosen == "table" else report.calibration_rows(verdicts)
        show(rows, chosen, output)
    else:
        show(report.score_table(ledgers) if chosen == "table" else report.score_rows(ledgers), chosen, output)
    for stem in scored.missing:
        tell(say("evaluate.missing", stem=stem))
    tell(say("evaluate.articles", scored=len(score.articles), gold=len(scored.golds)))
    return 1 if scored.missing else 0


def _print_comparison(
    scored: Scored, saved: Path, rules: RuleSet, errors: bool, form: Format, output: Path | None
) -> int:
    """What changed since the records were saved: on the screen the list and the table, in a file one of them."""
    from danvan.evaluate import report
    from danvan.evaluate.comparison import compare, read_saved

    found = compare(scored, read_saved(saved, scored, rules))
    if errors or (form == "table" and output is None):
        show_lines(report.change_rows(found), report.change_lines(found), form, output)
    if not errors:
        show(report.comparison_table(found) if form == "table" else report.comparison_rows(found), form, output)
    for stem in found.unsaved:
        tell(say("evaluate.unsaved", stem=stem, path=saved))
    fixed = sum(change.kind == "fixed" for change in found.changes)
    broken = len(found.changes) - fixed
    tell(say("evaluate.compared", articles=found.articles, fixed=fixed, broken=broken))
    return 0
