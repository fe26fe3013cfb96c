"""Runs rules over a view and settles overlaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from danvan.errors import RuleError
from danvan.ruleset import TIMEOUT_S, Rule

_SHORT = 4000
"""Characters. The shipped rules are proved not to run away (`make bench`): on an ordinary stretch they go without a
time limit, which costs more than a small search. Sets of rules with layers, and long stretches, have one.
"""

ALONE = (False, False)
"""The engine's arguments `concurrent` and `partial` for a match of a few words: to let other threads run meanwhile, as
the engine does by default, takes as long as the match itself.
"""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched. `start` and `end` are those of the group `span` where the pattern has one, else of all.

    `groups` are (start, end) of the named groups that took part.
    """

    rule: Rule
    start: int
    end: int
    groups: dict[str, tuple[int, int]]

    def text(self, view: str, group: str) -> str | None:
        """What a named group holds, None where it took no part."""
        place = self.groups.get(group)
        return None if place is None else view[place[0] : place[1]]


def find(rule: Rule, view: str, lower: str | None = None, start: int = 0, end: int | None = None) -> list[Match]:
    """Every match of one rule, in order, never overlapping. `lower` is the view in lower case, of the same length.

    Raises RuleError where the pattern thinks longer than two seconds.
    """
    end = len(view) if end is None else end
    if rule.needs and _lacks(rule, lower if lower is not None else view.lower(), start, end):
        return []
    pattern, text = rule.regex, view
    if rule.lower is not None and lower is not None and len(lower) == len(view):
        pattern, text = rule.lower, lower
    if not rule.guarded and end - start <= _SHORT:
        return [_match(rule, m) for m in pattern.finditer(text, start, end)]
    try:
        return [_match(rule, m) for m in pattern.finditer(text, start, end, timeout=TIMEOUT_S)]
    except TimeoutError:
        raise _runs_away(rule, end - start) from None


def find_at(rule: Rule, places: Sequence[int], start: int, end: int, *, view: str, lower: str) -> list[Match]:
    """The same in [start, end), where `places` are the offsets at which alone a match of the rule can begin."""
    found: list[Match] = []
    here = places[bisect_left(places, start) : bisect_left(places, end)]
    if not here or (rule.needs and _lacks(rule, lower, start, end)):
        return found
    asked = (None, False, TIMEOUT_S) if rule.guarded or end - start > _SHORT else ALONE
    pattern, text = (rule.regex, view) if rule.lower is None else (rule.lower, lower)
    last = start
    try:
        for place in here:
            if place >= last and (m := pattern.match(text, place, end, *asked)) is not None:
                last = m.end()
                found.append(_match(rule, m))
    except TimeoutError:
        raise _runs_away(rule, end - start) from None
    return found


def _lacks(rule: Rule, lower: str, start: int, end: int) -> bool:
    """Whether none of the strings that the rule needs stands in [start, end)."""
    return all(lower.find(need, start, end) < 0 for need in rule.needs)


def _runs_away(rule: Rule, length: int) -> RuleError:
    return RuleError(
        f"{rule.origin}: rule {rule.id!r} runs away on a text of {length} characters; bound its quantifiers"
    )


def find_all(rules: Iterable[Rule], view: str, lower: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
    """The matches of several rules, rule by rule."""
    for rule in rules:
        yield from find(rule, view, lower, start, end)


def any_of(rules: Iterable[Rule], before: str = "", after: str = "") -> Any:
    """One compiled pattern for several rules, for the view in lower case: matching in any case would be waste there."""
    return regex.compile(before + "(?:" + "|".join(lower_source(r) for r in rules) + ")" + after, regex.V1)


def lower_source(rule: Rule) -> str:
    """The rule's pattern as it runs on the view in lower case, as one group."""
    compiled = rule.regex if rule.lower is None else rule.lower
    return "(?:" + str(compiled.pattern).removeprefix("(?i)") + ")"


def settle(matches: Iterable[Match]) -> list[Match]:
    """Of matches that overlap the longest, of equally long ones the earlier rule; in order of the text."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: -(m.end - m.start)):
        if all(match.end <= k.start or k.end <= match.start for k in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text with "[…]" around expected matches as the plain text and the spans: "ngày [07/9] này" gives (5, 9)."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    opened: int | None = None
    for char in marked:
        if char == "[":
            opened = length
        elif char == "]" and opened is not None:
            spans.append((opened, length))
            opened = None
        else:
            plain.append(char)
            length += 1
    return "".join(plain), spans


class Covered:
    """Spans that many others are asked against: one look-up is a bisection. The spans may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        """Whether [start, end) shares a character with one of the spans."""
        i = bisect_left(self._starts, end) - 1
        return i >= 0 and start < self._ends[i]


def inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether [start, end) shares a character with one of the spans."""
    return any(start < e and s < end for s, e in spans)


def _match(rule: Rule, m: Any) -> Match:
    if not rule.groups:
        return Match(rule, m.start(), m.end(), {})
    groups = {name: span for name in rule.groups if (span := m.span(name))[0] >= 0}
    start, end = groups.get("span") or m.span()
    return Match(rule, start, end, groups)
