"""Cue words of rules/cues.toml in a stretch of an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from danvan.errors import RuleError
from danvan.match import Match, any_of, find_all
from danvan.reading import Reading
from danvan.ruleset import TIMEOUT_S, Rule, RuleSet


def cues(reading: Reading, prefix: str, start: int, end: int) -> list[Match]:
    """Matches of the cue rules whose id starts with `prefix` in [start, end), in order of the text."""
    key = (prefix, start, end)
    found = reading.cues.get(key)
    if found is None:
        found = reading.cues[key] = tuple(sorted(_search(reading, prefix, start, end), key=lambda m: (m.start, -m.end)))
    return list(found)


def cues_by_rule(reading: Reading, prefix: str, start: int, end: int) -> list[Match]:
    """The same matches, rule by rule."""
    return list(_search(reading, prefix, start, end))


def _search(reading: Reading, prefix: str, start: int, end: int) -> Iterable[Match]:
    rules = reading.rules.starting("cues", prefix)
    gate, ungated = _gate(reading.rules, prefix, rules)
    try:
        if gate is not None and gate.search(reading.lower, start, end, timeout=TIMEOUT_S) is None:
            rules = ungated
    except TimeoutError:
        raise RuleError(f"rules/cues.toml: a rule {prefix}* runs away; bound its quantifiers") from None
    return find_all(rules, reading.view, reading.lower, start, end)


def _gate(rules: RuleSet, prefix: str, chosen: tuple[Rule, ...]) -> tuple[Any, tuple[Rule, ...]]:
    """Those of the rules that run on lower case as one pattern, which most stretches do not pass, and the others."""
    key = f"cues.gate.{prefix}"
    if key not in rules.cache:
        gated = [rule for rule in chosen if rule.lower is not None]
        ungated = tuple(rule for rule in chosen if rule.lower is None)
        rules.cache[key] = (any_of(gated), ungated) if len(gated) > 1 else (None, chosen)
    gate: tuple[Any, tuple[Rule, ...]] = rules.cache[key]
    return gate


def longest(found: Iterable[Match]) -> list[Match]:
    """Of overlapping matches the one that starts first, of those the longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
