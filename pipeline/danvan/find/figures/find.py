"""Counted things: a number with its noun, then its place in a breakdown, then its scope."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from danvan.find.cells import name_cells
from danvan.find.figures.counts import WINDOW, find_counts
from danvan.find.figures.nouns import known_noun
from danvan.find.figures.records import records_of
from danvan.find.figures.repeats import merge_repeats
from danvan.link.counts import Count
from danvan.link.lookup import PlaceLookup
from danvan.link.parts.breakdown import link_breakdowns
from danvan.link.parts.elided import lend_nouns
from danvan.link.scope import link_scopes
from danvan.link.scope.stages import link_stages
from danvan.link.tables import link_heads
from danvan.numbers import Number
from danvan.reading import Reading
from danvan.records import Date, Figure


def find_figures(
    reading: Reading,
    numbers: Iterable[Number],
    occupied: Sequence[tuple[int, int]],
    dates: Sequence[Date],
    places: PlaceLookup,
) -> tuple[Figure, ...]:
    """Every counted thing of the article, in order of the text, with its scope.

    `occupied` are spans whose numbers are spoken for: dates, sums of money, names of places.
    """

    def noun_at(start: int, limit: int) -> tuple[int, str] | None:
        noun = known_noun(reading, start, limit)
        return None if noun is None or noun.kind == "none" else (noun.end, noun.measure)

    linked: list[Count] = []
    for found in _windows(find_counts(reading, numbers, occupied)):
        counts = name_cells(reading, found, noun_at)
        lend_nouns(reading, counts)
        window = link_breakdowns(reading, counts)
        link_scopes(reading, window, dates, places)
        link_heads(reading, window)
        link_stages(reading, window)
        lists = 1 + max((c.list for c in linked if c.list is not None), default=-1)
        for count in window:
            count.list = None if count.list is None else count.list + lists
            if count.rule == "figure.present":
                count.status = None
        linked += merge_repeats(reading, window)
    return records_of(reading, linked)


def _windows(counts: list[Count]) -> Iterable[list[Count]]:
    """The counts in runs of 150 or more that end with a paragraph, at twice that with a sentence; mostly one run."""
    window: list[Count] = []
    for count in counts:
        last = window[-1].sentence if window else count.sentence
        ended = count.sentence.paragraph != last.paragraph or (len(window) >= 2 * WINDOW and count.sentence != last)
        if len(window) >= WINDOW and ended:
            yield window
            window = []
        window.append(count)
    if window:
        yield window
