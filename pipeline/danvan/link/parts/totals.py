"""What totals and parts have in common: how a part becomes one, and which parts add up to which total.

Forms: constructions.md 1.4; contract rulings 4 and 13.
"""

from __future__ import annotations

from danvan.link.counts import (
    MODEL,
    Count,
)
from danvan.reading import Reading

HOLDERS = ("tập thể", "cá nhân")


def larger_of(whole: Count | None, count: Count) -> Count:
    """The largest total of a paragraph; the first of a new one."""
    old = whole is None or whole.sentence.paragraph != count.sentence.paragraph
    return count if old or whole is None or count.value > whole.value else whole


def ends_here(reading: Reading, count: Count) -> bool:
    """Whether nothing that could be the noun follows the number."""
    behind = reading.lower[count.number.outer_end : count.number.outer_end + 12].lstrip()
    return (
        not behind
        or not behind[0].isalpha()
        or behind.startswith(("và ", "về ", "tiêu biểu", "trong ", "cấp ", "thuộc ", "so "))
    )


def adding_up(earlier: list[Count], parts: list[Count]) -> Count | None:
    """The nearest count of models that the parts sum up to; arithmetic decides before distance does."""
    values = [c.value for c in parts if not c.is_rate and c.number.of is None]
    if len(values) < 2:
        return None
    return next((c for c in reversed(earlier) if c.is_model and c.value == sum(values)), None)


def adopt(reading: Reading, count: Count, total: Count) -> None:
    count.measure, count.unit, count.is_model, count.noun = total.measure, total.unit, total.is_model, None
    count.end = count.number.outer_end
    count.rule = "figure.elided"
    count.confidence = 0.85


def take_noun(count: Count) -> None:
    """The noun that a heading or a subject says."""
    count.measure, count.unit, count.is_model = MODEL, MODEL, True
    count.rule, count.confidence = "figure.elided", 0.85
