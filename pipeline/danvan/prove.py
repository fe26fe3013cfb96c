"""Proves every rule by its own examples and counter-examples: `danvan rules check`, and one test a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from danvan.match import find, unmark
from danvan.ruleset import Rule, RuleSet
from danvan.text.view import fold_view

Prover = Callable[[Rule, Mapping[str, Any], RuleSet], str | None]
"""Says what is wrong with what a rule reads in an example, None where the example holds."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that does not do what its examples say."""

    rule: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: rule {self.rule!r}: {self.message}"


def check_rules(rules: RuleSet) -> list[Problem]:
    """Every example and counter-example that does not hold, in the order of the rules."""
    return [problem for file in rules.rules for rule in rules.of(file) for problem in check_rule(rule, rules)]


def check_rule(rule: Rule, rules: RuleSet) -> Iterable[Problem]:
    """The problems of one rule."""
    prover = _provers().get(rule.file, _prove_spans)
    for example in rule.examples:
        message = prover(rule, example, rules)
        if message is not None:
            yield Problem(rule.id, rule.origin, message)
    for text in rule.never:
        for match in find(rule, fold_view(text)):
            yield Problem(rule.id, rule.origin, f"must not match, but finds {text[match.start : match.end]!r} in {text!r}")


def _provers() -> Mapping[str, Prover]:
    """Kinds whose examples carry values have a prover of their own beside their finder."""
    return {}


def _prove_spans(rule: Rule, example: Mapping[str, Any], rules: RuleSet) -> str | None:
    text, expected = unmark(example["text"])
    found = [(m.start, m.end) for m in find(rule, fold_view(text))]
    if found == expected:
        return None
    return f"finds {[text[a:b] for a, b in found]} in {example['text']!r}"
