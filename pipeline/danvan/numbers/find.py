"""The numbers of a text, and the words of bounds and counted nouns around a place in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from danvan.match import ALONE, find, unmark
from danvan.numbers.grammar import bound_said, bound_words, grammar_of
from danvan.numbers.reader import Number, Reader
from danvan.records import Bound
from danvan.ruleset import Rule, RuleSet
from danvan.text.view import fold_lower, fold_view


def find_numbers(view: str, lower: str, rules: RuleSet, start: int = 0, end: int | None = None) -> list[Number]:
    """Every number of `view[start:end]` that counts something, in order, never overlapping.

    `lower` is the view in lower case. What stands outside [start, end) is read as context, so that a slice of an
    article gives what the whole gives.
    """
    reader = Reader(view, lower, grammar_of(rules), start, len(view) if end is None else end)
    return [n for n in reader.numbers() if n.end <= reader.stop]


def counted_behind(lower: str, at: int, rules: RuleSet) -> bool:
    """Whether a noun that can only be counted stands right behind `at`: "2,4 triệu| hộ"."""
    return grammar_of(rules).counted.match(lower, at, len(lower), *ALONE) is not None


def bound_before(lower: str, at: int, rules: RuleSet) -> tuple[int, Bound] | None:
    """Where the bound words begin that end right before `at`, and what they say; None where there are none.

    For what stands between them and the number: "khoảng| US$ 500".
    """
    grammar, start, bound = grammar_of(rules), at, None
    while (m := bound_words(grammar, lower, start)) is not None:
        bound = bound or bound_said(grammar, m)
        start = m.start("form")
    return None if bound is None else (start, bound)


def prove_number(rule: Rule, example: Mapping[str, Any], rules: RuleSet) -> str | None:
    """What is wrong with an example of a rule of rules/numbers.toml, or None where it holds.

    The rule's own pattern must match what stands in brackets. A `value`, `high`, `of`, `bound` or `percent` beside the
    text is compared with the first number that is read there.
    """
    text, spans = unmark(str(example["text"]))
    view = fold_view(text)
    lower = fold_lower(view)
    matches = [(m.start, m.end) for m in find(rule, view if rule.gives.get("case") else lower)]
    if matches != spans:
        return f"{rule.id}: matches {[text[s:e] for s, e in matches]} in {text!r}"
    wanted = {k: v for k, v in example.items() if k != "text"}
    if not wanted:
        return None
    numbers = find_numbers(view, lower, rules)
    if not numbers:
        return f"{rule.id}: no number in {text!r}"
    wrong = {k: getattr(numbers[0], k) for k, v in wanted.items() if getattr(numbers[0], k) != v}
    return f"{rule.id}: {wrong} in {text!r}, not {wanted}" if wrong else None
