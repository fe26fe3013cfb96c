"""What is no article at all: error pages, pages to sign in, checks for robots, notices on cookies, advertisements.

Asked of short pages, and of the head of no other: an article may well tell of an error. Source: constructions.md 7.10.
"""

from __future__ import annotations

import regex

from danvan.messages import TEXTS
from danvan.reasons import Reason, because
from danvan.ruleset import Rule, RuleSet

SHORT = 1500
"""Characters of a page that may be nothing but a notice."""
_PARAGRAPH = 90
"""Characters: a sentence of this length that no rule knows is text of an article."""
_FEW = 250
"""Characters of such text from which on the page is an article, whatever notice stands on it."""
_BETS = 4
"""Different words of betting that an advertisement has at least."""


def reason_to_refuse(lower: str, rules: RuleSet) -> Reason | None:
    """Why a page is no article; None where it may be one. `lower` is the view of all that it says, in lower case."""
    for rule in rules.starting("layout", "refuse."):
        each = int(rule.gives.get("each", 0))
        if (len(lower) > SHORT and not each) or not any(need in lower for need in rule.needs):
            continue
        pattern = rule.lower or rule.regex
        found = pattern.findall(lower)
        if each and len(set(found)) >= _BETS and len(found) * each >= len(lower.split()):
            return _reason(rule)
        if found and not each and _text_beside(lower, pattern) < _FEW:
            return _reason(rule)
    return None


def _reason(rule: Rule) -> Reason:
    """What a user's rule gives as its reason, else the message under its id."""
    if "reason" in rule.gives or rule.id not in TEXTS:
        return because("refuse.other", what=str(rule.gives.get("reason", rule.id)))
    return because(rule.id)


def _text_beside(lower: str, pattern: regex.Pattern[str]) -> int:
    """Characters of the paragraphs in which the pattern finds nothing."""
    return sum(len(line) for line in lower.split("\n") if len(line) >= _PARAGRAPH and pattern.search(line) is None)
