"""The compiled forms of rules/numbers.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import regex

from danvan.errors import RuleError
from danvan.match import ALONE, any_of, lower_source
from danvan.records import Bound
from danvan.ruleset import Rule, RuleSet

_BOUND_REACH = 40
"""Characters before a number in which its bound words are sought; the longest, "ước tính khoảng trên", has 20."""


@dataclass(frozen=True)
class Grammar:
    """The compiled forms of rules/numbers.toml, built once for a RuleSet. All but `none_cased` read the lower case."""

    digit: Any
    numeral: Any
    forms: Mapping[str, str]
    word: Any
    words: tuple[Rule, ...]
    short: Any
    shorts: Mapping[str, Rule]
    none: Any
    none_cased: Any
    joint: Any
    between: Any
    conjunction: Any
    source: Any
    percent: Any
    closed: Any
    before: Any
    before_bounds: Mapping[str, Bound]
    after: Any
    after_bounds: Mapping[str, Bound]
    same_clause: Any
    rank: Any
    preposition: Any
    counted: Any
    each: Any
    name: Any
    measured: Any
    field: Any
    refused: Any
    refused_vague: Any
    refused_alone: Any
    word_kinds: dict[str, tuple[str, Decimal]]


def grammar_of(rules: RuleSet) -> Grammar:
    built = rules.cache.get("numbers")
    if not isinstance(built, Grammar):
        built = rules.cache["numbers"] = _build(rules)
    return built


def _one(rules: RuleSet, name: str) -> Any:
    found = [r for r in rules.of("numbers") if r.id == name]
    if not found:
        raise RuleError(f"rules/numbers.toml: rule {name!r} is missing; numbers cannot be read without it")
    return any_of(found)


def _named(rules: tuple[Rule, ...], prefix: str) -> tuple[str, dict[str, Rule]]:
    """An alternation with a group for each rule, and what the groups stand for."""
    names = {f"{prefix}{i}": rule for i, rule in enumerate(rules)}
    return "|".join(f"(?P<{name}>{lower_source(rule)})" for name, rule in names.items()), names


def _words_source(words: tuple[Rule, ...]) -> str:
    """One alternation of all number words, with the look at their edges done once: much faster so."""
    head, tail = r"(?:(?<![\w])", r"(?![\w]))"
    sources = [lower_source(rule) for rule in words]
    other = [rule.id for rule, s in zip(words, sources, strict=True) if not (s.startswith(head) and s.endswith(tail))]
    if other:
        raise RuleError(
            f"rules/numbers.toml: rule {other[0]!r}: give words, not a pattern; forms with more go to short.*"
        )
    return head + "(?:" + "|".join(s[len(head) : -len(tail)] for s in sources) + ")" + tail


def _build(rules: RuleSet) -> Grammar:
    none = rules.starting("numbers", "not.")
    words = rules.starting("numbers", "word.")
    refused = rules.starting("numbers", "not_word.")
    shorts, short_names = _named(rules.starting("numbers", "short."), "s")
    numerals, numeral_names = _named(rules.starting("numbers", "numeral."), "n")
    before, before_names = _named(rules.starting("numbers", "bound."), "b")
    after, after_names = _named(rules.starting("numbers", "bound_after."), "a")
    return Grammar(
        digit=regex.compile(r"[0-9]+(?:[.,][0-9]+)*+", regex.V1),
        numeral=regex.compile(numerals, regex.V1),
        forms={name: str(rule.gives["form"]) for name, rule in numeral_names.items()},
        word=regex.compile(_words_source(words), regex.V1),
        words=words,
        short=regex.compile(rf"\s{{0,2}}(?:{shorts})", regex.V1),
        shorts=short_names,
        none=any_of(r for r in none if not r.gives.get("case")),
        none_cased=any_of(r for r in none if r.gives.get("case")),
        joint=_one(rules, "range.joint"),
        between=regex.compile("(?r)" + lower_source(rules.starting("numbers", "range.between")[0]), regex.V1),
        conjunction=_one(rules, "range.and"),
        # read backwards from the number: (?r) tries only what ends there
        source=regex.compile("(?r)" + lower_source(rules.starting("numbers", "range.from")[0]), regex.V1),
        percent=_one(rules, "percent.sign"),
        closed=_one(rules, "range.shorthand"),
        before=regex.compile(rf"(?r)(?P<form>{before})\s{{1,2}}", regex.V1),
        before_bounds={name: rule.gives["bound"] for name, rule in before_names.items()},
        after=regex.compile(after, regex.V1),
        after_bounds={name: rule.gives["bound"] for name, rule in after_names.items()},
        same_clause=regex.compile(r"[^.;:,()0-9\n]{0,40}", regex.V1),
        rank=rules.rule("numbers", "bound_after_rank").regex,
        preposition=_one(rules, "no_bound.preposition"),
        counted=_one(rules, "counted.noun"),
        each=_one(rules, "counted.each"),
        name=_one(rules, "name.of_unit"),
        measured=_one(rules, "counted.measure"),
        field=_one(rules, "counted.field"),
        refused=any_of(r for r in refused if r.gives["when"] == "any"),
        refused_vague=any_of(r for r in refused if r.gives["when"] == "vague"),
        refused_alone=any_of(r for r in refused if r.gives["when"] == "alone"),
        word_kinds={},
    )


def bound_words(grammar: Grammar, lower: str, at: int) -> Any:
    """The match of the bound word that ends right before `at`, None where there is none or it is a preposition."""
    if not lower[at - 1 : at].isspace():
        return None
    m = grammar.before.match(lower, max(0, at - _BOUND_REACH), at, *ALONE)
    return None if m is None or grammar.preposition.match(lower, m.start("form")) else m


def bound_said(grammar: Grammar, words: Any) -> Bound:
    return next(b for name, b in grammar.before_bounds.items() if words.start(name) >= 0)
