"""Cue words of rules/cues.toml in a stretch of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import regex

from danvan.errors import RuleError
from danvan.match import Match, find_all, lower_source
from danvan.reading import Reading
from danvan.ruleset import TIMEOUT_S, Rule, RuleSet


def cues(reading: Reading, prefix: str, start: int, end: int) -> list[Match]:
    """Matches of the cue rules whose id starts with `prefix` in [start, end), in order of the text."""
    sentence = reading.sentence_at(start)
    if sentence.start <= start and end <= sentence.end and not _is_anchored(reading.rules, prefix):
        whole = _sorted(reading, prefix, sentence.start, sentence.end)
        return [m for m in whole if start <= m.start and m.end <= end] if whole else []
    return list(_sorted(reading, prefix, start, end))


def _sorted(reading: Reading, prefix: str, start: int, end: int) -> tuple[Match, ...]:
    key = (prefix, start, end)
    found = reading.cues.get(key)
    if found is None:
        found = reading.cues[key] = tuple(sorted(_search(reading, prefix, start, end), key=lambda m: (m.start, -m.end)))
    return found


def _is_anchored(rules: RuleSet, prefix: str) -> bool:
    """Whether one of the rules looks at the edges of the stretch: it must be searched by itself."""
    key = f"cues.anchored.{prefix}"
    if key not in rules.cache:
        rules.cache[key] = any(c in rule.regex.pattern for rule in rules.starting("cues", prefix) for c in "^$")
    return bool(rules.cache[key])


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
        rules.cache[key] = (_any_of(gated), ungated) if len(gated) > 1 else (None, chosen)
    gate: tuple[Any, tuple[Rule, ...]] = rules.cache[key]
    return gate


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
