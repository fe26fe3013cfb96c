"""rules check, rules list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import typer

from danvan.cli.app import FormatName, Lang, Output, Rules, app, load_rule_set, show, tell
from danvan.messages import say

rules_app = typer.Typer(no_args_is_help=True, help="help.rules")
app.add_typer(rules_app, name="rules")


@rules_app.command("check", help="help.rules_check")
def rules_check(rules: Rules = None, lang: Lang = None) -> int:
    from danvan.prove import check_rules

    rule_set = load_rule_set(rules)
    problems = list(check_rules(rule_set))
    entries = [rule for file in rule_set.rules for rule in rule_set.of(file)]
    for problem in problems:
        print(problem)
    if problems:
        tell(say("rules.broken", problems=len(problems), rules=len(entries)))
        return 1
    examples, never = sum(len(r.examples) for r in entries), sum(len(r.never) for r in entries)
    tell(say("rules.sound", rules=len(entries), examples=examples, never=never))
    return 0


@rules_app.command("list", help="help.rules_list")
def rules_list(rules: Rules = None, form: FormatName = None, output: Output = None, lang: Lang = None) -> int:
    from danvan.output import choose_format
    from danvan.rows import rows_of

    rule_set = load_rule_set(rules)
    listed = [
        (r.id, r.file, r.origin, _gives(r.gives), len(r.examples), len(r.never), r.source)
        for file in rule_set.rules
        for r in rule_set.of(file)
    ]
    names = ("rule", "file", "origin", "gives", "examples", "never", "why")
    rows = rows_of(names, listed, numbers=("examples", "never"))
    shown = type(rows)(rows.columns, rows.cells, ("rule", "origin", "gives", "examples", "never", "why"))
    return show(shown, choose_format(form, output, "table"), output)


def _gives(gives: Mapping[str, Any]) -> str | None:
    import json

    return json.dumps(gives, ensure_ascii=False, default=str) if gives else None
