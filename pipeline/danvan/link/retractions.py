"""Numbers that a notice of correction takes back: "đã in 138 mô hình, nay xin sửa lại là 118 mô hình"."""

from __future__ import annotations

from collections.abc import Sequence

from danvan.link.counts import Count
from danvan.reading import Reading


def take_back(reading: Reading, counts: Sequence[Count]) -> None:
    """What stands in a paragraph before the words that bring the right number holds no longer: it has no status, and
    its record little confidence. What is said again as right stays as it is. Rules: `cues.toml`, corrected.
    """
    rules = reading.rules.starting("cues", "corrected.")
    for spot in [m.end() for rule in rules for m in rule.regex.finditer(reading.lower)]:
        paragraph = reading.sentence_at(spot - 1).paragraph
        own = [c for c in counts if c.sentence.paragraph == paragraph]
        right = next((c for c in own if c.start >= spot), None)
        if right is None:
            continue
        for count in own:
            if count.end <= spot and count.measure == right.measure and count.value != right.value:
                count.status, count.taken_back = None, True
