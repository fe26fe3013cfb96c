"""Cue words of rules/cues.toml in a stretch of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import regex

from danvan.errors import RuleError
from danvan.match import Match, find_all, lower_source
from danvan.reading import Reading
from danvan.ruleset import TIMEOUT_S, Rule, RuleSet


class Plan(NamedTuple):
    """How the rules of one prefix are searched: `gate` is one pattern that most stretches do not pass, for all but the
    `ungated` ones. Where one of them looks at the edges of a stretch (`anchored`), each stretch is searched by itself.
    """

    rules: tuple[Rule, ...]
    gate: Any
    ungated: tuple[Rule, ...]
    anchored: bool


def cues(reading: Reading, prefix: str, start: int, end: int) -> list[Match]:
    """Matches of the cue rules whose id starts with `prefix` in [start, end), in order of the text."""
    sentence = reading.sentence_at(start)
    if sentence.start <= start and end <= sentence.end and not _plan(reading.rules, prefix).anchored:
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
    plan = _plan(reading.rules, prefix)
    rules = plan.rules
    try:
        if plan.gate is not None and plan.gate.search(reading.lower, start, end, timeout=TIMEOUT_S) is None:
            rules = plan.ungated
    except TimeoutError:
        raise RuleError(f"rules/cues.toml: a rule {prefix}* runs away; bound its quantifiers") from None
    return list(find_all(rules, reading.view, reading.lower, start, end)) if rules else []


def _plan(rules: RuleSet, prefix: str) -> Plan:
    key = "cues." + prefix
    plan: Plan | None = rules.cache.get(key)
    if plan is None:
        chosen = rules.starting("cues", prefix)
        gated = [rule for rule in chosen if rule.lower is not None]
        edges = any(c in rule.regex.pattern.replace("[^", "") for rule in chosen for c in "^$")
        if len(gated) > 1:
            plan = Plan(chosen, _any_of(gated), tuple(rule for rule in chosen if rule.lower is None), edges)
        else:
            plan = Plan(chosen, None, chosen, edges)
        rules.cache[key] = plan
    return plan


_WORD_STARTS = r"(?<![\w])", r"(?<!\w)"
_ALTERNATIVES = regex.compile(r"(?s)\\.|(?P<class>\[(?:\\.|[^\]])*+\])|(?P<open>\()|(?P<close>\))|(?P<bar>\|)|.")


def _any_of(rules: Sequence[Rule]) -> Any:
    """One pattern that matches somewhere wherever one of the rules does; which it is and how far, it does not tell.

    Most patterns begin with a look at the start of a word. It stands before all of them once: inside a word nothing
    else is tried then, which takes half the time.
    """
    sources = [lower_source(rule)[3:-1] for rule in rules]
    at_words = [s.removeprefix(h) for s in sources for h in _WORD_STARTS if s.startswith(h) and not _has_bar(s)]
    others = [f"(?:{s})" for s in sources if not s.startswith(_WORD_STARTS) or _has_bar(s)]
    return regex.compile("|".join([rf"(?<!\w)(?:{'|'.join(at_words)})"] * bool(at_words) + others), regex.V1)


def _has_bar(source: str) -> bool:
    """Whether a pattern is an alternation as a whole: "a|b", not "(?:a|b)"."""
    depth = 0
    for piece in _ALTERNATIVES.finditer(source):
        if piece.lastgroup == "bar" and depth == 0:
            return True
        depth += {"open": 1, "close": -1}.get(piece.lastgroup, 0)
    return False


def longest(found: Iterable[Match]) -> list[Match]:
    """Of overlapping matches the one that starts first, of those the longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
