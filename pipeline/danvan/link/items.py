"""The words that belong to each number of a sentence: cut at the separators of its list."""

from __future__ import annotations

import itertools

from danvan.link.bullets import behind_mark
from danvan.link.counts import Count, clause_start
from danvan.link.cues import cues
from danvan.reading import Reading

_LABEL = 5
"""Words of a label before a colon, at most."""


def set_items(reading: Reading, counts: list[Count]) -> None:
    """The words that belong to each number: cut at the separators between neighbours in one sentence."""
    for sentence in {c.sentence for c in counts}:
        here = sorted((c for c in counts if c.sentence == sentence), key=lambda c: c.start)
        edges = [_first_edge(reading, here[0])]
        for left, right in itertools.pairwise(here):
            stages = cues(reading, "breakdown.stage", left.end, right.number.outer)
            edges.append(stages[0].start if stages else _edge(reading.view, left.end, right.number.outer))
        edges.append(sentence.end)
        for count, start, end in zip(here, edges, edges[1:], strict=False):
            count.item = count.row or (min(start, count.start), max(end, count.end))


def _first_edge(reading: Reading, count: Count) -> int:
    start = clause_start(reading, count)
    words = behind_mark(reading, count.sentence.start, count.sentence.end)
    if words is not None:
        return max(start, words)
    start = max(
        start, reading.view.rfind(":", start, count.start) + 1, _open_bracket(reading.view, start, count.start) + 1
    )
    opens = cues(reading, "breakdown.", start, count.start)
    return max([start, *(m.end for m in opens)])


def _open_bracket(view: str, start: int, end: int) -> int:
    """The last bracket that opens in [start, end) and does not close there; -1 where there is none."""
    depth = 0
    for position in range(end - 1, start - 1, -1):
        if view[position] == ")":
            depth += 1
        elif view[position] == "(":
            if depth == 0:
                return position
            depth -= 1
    return -1


def _edge(view: str, start: int, end: int) -> int:
    """The separator between two numbers: the last ";", else the last one right before the number, else the first."""
    between = view[start:end]
    bracket = _open_bracket(view, start, end)
    if bracket >= 0:
        return bracket + 1
    if ";" in between:
        return start + between.rindex(";") + 1
    colon = between.rfind(":")
    if colon >= 0 and "," not in between[colon:]:
        comma = between.rfind(",", 0, colon)
        # "(năm 2021: 61, năm 2022: 87)": the label before the colon belongs to the number behind it
        is_label = comma >= 0 and len(between[comma + 1 : colon].split()) <= _LABEL
        return start + (comma if is_label else colon) + 1
    last = max(between.rfind(","), between.rfind(" và ") + 3 if " và " in between else -1)
    if last < 0:
        return end
    if len(between[last + 1 :].split()) <= 3:
        return start + last + 1
    first = between.find(",")
    return start + first + 1 if first >= 0 else start + last + 1
