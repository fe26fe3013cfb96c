"""Counts of persons, of whom some may be told by another noun: "214 người, trong đó 180 cán bộ và 34 đoàn viên"."""

from __future__ import annotations

from collections.abc import Sequence

from danvan.link.counts import Count
from danvan.reading import Reading
from danvan.ruleset import RuleSet


def persons_before(reading: Reading, earlier: Sequence[Count], parts: Sequence[Count]) -> Count | None:
    """The nearest count of persons in the sentence of the parts, where the first part is some of them.

    None where the part is of another noun than those of persons, or of more than the whole.
    """
    first = parts[0]
    if not is_person(reading, first):
        return None
    return next(
        (c for c in reversed(earlier) if c.sentence == first.sentence and may_hold(reading, c, first)),
        None,
    )


def may_hold(reading: Reading, whole: Count, part: Count) -> bool:
    """Whether both count persons, each with a noun of its own, and the part is no more than the whole."""
    both = is_person(reading, whole) and is_person(reading, part)
    return both and part.noun is not None and not whole.each and part.value <= whole.value


def is_person(reading: Reading, count: Count) -> bool:
    """Whether a count is of persons one by one: no households, no rates, nobody who comes several times."""
    if count.is_model or count.is_rate:
        return False
    sex = reading.rules.rule("figures", "people.sex").regex
    return count.measure in _nouns(reading.rules) or sex.match(count.measure) is not None


def _nouns(rules: RuleSet) -> frozenset[str]:
    found: frozenset[str] | None = rules.cache.get("figures.persons")
    if found is None:
        turns = rules.rule("figures", "people.turns").regex
        nouns = {row["canonical"] for row in rules.table("measures") if row["class"] == "people"}
        found = frozenset(noun for noun in nouns if turns.match(noun) is None)
        rules.cache["figures.persons"] = found
    return found
