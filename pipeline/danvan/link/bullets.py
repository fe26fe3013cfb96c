"""Lists whose items are paragraphs: a total, "Cụ thể:", then a line with a mark and one count for each part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from danvan.link.counts import Count
from danvan.reading import Reading

_LEAD = 2
"""The total stands at most so many paragraphs above the first item: a line "Cụ thể:" may be between."""


def is_bullet(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence begins with the mark of a list's item: "- ", "+ ", "a) "."""
    return reading.rules.rule("cues", "item.bullet").regex.match(reading.view, start, end) is not None


def bullet_lists(reading: Reading, counts: Sequence[Count]) -> list[tuple[Count, list[Count]]]:
    """Each total of models with the counts of its items; of every item the first number that can be its part.

    A list counts where a colon leads to it or its items add up to the total.
    """
    found = []
    for run in _runs(_items(reading, counts)):
        total = _total(counts, run[0])
        if total is None:
            continue
        led = reading.view[total.end : run[0].sentence.start].rstrip().endswith(":")
        if len(run) > 1 and (led or sum(c.value for c in run) == total.value):
            found.append((total, run))
    return found


def _items(reading: Reading, counts: Sequence[Count]) -> Iterable[Count]:
    """Of each paragraph that begins with a mark the first count of models, or number without a noun."""
    seen: set[int] = set()
    for count in counts:
        paragraph = count.sentence.paragraph
        if paragraph in seen or not is_bullet(reading, count.sentence.start, count.sentence.end):
            continue
        seen.add(paragraph)
        if (count.is_model or not count.measure) and not count.is_rate and not count.each and count.part_of is None:
            yield count


def _runs(items: Iterable[Count]) -> list[list[Count]]:
    """Items of paragraphs that follow one another."""
    runs: list[list[Count]] = []
    for count in items:
        if runs and count.sentence.paragraph == runs[-1][-1].sentence.paragraph + 1:
            runs[-1].append(count)
        else:
            runs.append([count])
    return runs


def _total(counts: Sequence[Count], first: Count) -> Count | None:
    """The count of models last before the list, in a paragraph right above it."""
    near = [c for c in counts if c.start < first.start and c.is_model and not c.is_rate and c.sentence.part != "title"]
    reached = near and first.sentence.paragraph - near[-1].sentence.paragraph <= _LEAD
    return near[-1] if reached and near[-1].value >= first.value else None
