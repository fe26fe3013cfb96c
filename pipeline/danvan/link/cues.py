"""Cue words of rules/cues.toml in a stretch of an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from danvan.match import Match
from danvan.reading import Reading
from danvan.ruleset import Rule


class Plan(NamedTuple):
    """The rules of one prefix. Where one of them looks at the edges of a stretch (`anchored`), each stretch is searched
    by itself.
    """

    rules: tuple[Rule, ...]
    anchored: bool


def cues(reading: Reading, prefix: str, start: int, end: int) -> list[Match]:
    """Matches of the cue rules whose id starts with `prefix` in [start, end), in order of the text."""
    if not reading.may_begin(prefix, start, end):
        return []
    sentence = reading.sentence_at(start)
    if sentence.start <= start and end <= sentence.end and not _plan(reading, prefix).anchored:
        whole = _sorted(reading, prefix, sentence.start, sentence.end)
        return [m for m in whole if start <= m.start and m.end <= end] if whole else []
    return list(_sorted(reading, prefix, start, end))


def _sorted(reading: Reading, prefix: str, start: int, end: int) -> tuple[Match, ...]:
    key = (prefix, start, end)
    found = reading.cues.get(key)
    if found is None:
        found = tuple(sorted(cues_by_rule(reading, prefix, start, end), key=lambda m: (m.start, -m.end)))
        reading.cues[key] = found
    return found


def cues_by_rule(reading: Reading, prefix: str, start: int, end: int) -> list[Match]:
    """The same matches, rule by rule."""
    found: list[Match] = []
    begun = reading.begun(prefix, start, end)
    for rule in _plan(reading, prefix).rules if begun is None else begun:
        found += reading.find(rule, start, end)
    return found


def _plan(reading: Reading, prefix: str) -> Plan:
    key = "cues." + prefix
    plan: Plan | None = reading.rules.cache.get(key)
    if plan is None:
        chosen = reading.rules.starting("cues", prefix)
        edges = any(c in rule.regex.pattern.replace("[^", "") for rule in chosen for c in "^$")
        plan = Plan(chosen, edges)
        reading.rules.cache[key] = plan
    return plan


def longest(found: Iterable[Match]) -> list[Match]:
    """Of overlapping matches the one that starts first, of those the longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
