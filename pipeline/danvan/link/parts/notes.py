"""Notes at the foot of a text that say more of a count: "168 mô hình[3]", "[3] 109 mô hình tập thể, 59 cá nhân"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danvan.link.counts import Count
from danvan.reading import Reading

_REACH = 60
"""Characters between a count and the mark of its note: its name in quotation marks."""


class Note(NamedTuple):
    """What a note tells of, and where its words begin behind its mark."""

    total: Count
    start: int


def find_notes(reading: Reading, counts: Sequence[Count]) -> dict[int, Note]:
    """The notes on counts of models, by where the sentence of the note begins."""
    rule = reading.rules.rule("cues", "note.mark")
    notes: dict[int, Note] = {}
    for start in {c.sentence.start for c in counts}:
        mark = reading.match(rule, start)
        if mark is None or reading.view[start - 1 : start] not in {"", "\n"}:
            continue
        at = reading.view.find(mark.group("mark"), 0, start)
        total = next((c for c in reversed(counts) if at >= 0 and c.end <= at and c.measure), None)
        if total is None or not total.is_model or total.is_rate or at - total.end > _REACH:
            continue
        between = reading.view[total.end : at]
        if total.sentence.start != start and not any(c in between for c in ".;:,"):
            notes[start] = Note(total, mark.end())
    return notes
