"""Cue words of rules/cues.toml in a stretch of an article."""

from __future__ import annotations

from collections.abc import Iterable

from danvan.match import Match, find_all
from danvan.reading import Reading


def cues(reading: Reading, prefix: str, start: int, end: int) -> list[Match]:
    """Matches of the cue rules whose id starts with `prefix` in [start, end), in order of the text."""
    found = find_all(reading.rules.starting("cues", prefix), reading.view, reading.lower, start, end)
    return sorted(found, key=lambda m: (m.start, -m.end))


def longest(found: Iterable[Match]) -> list[Match]:
    """Of overlapping matches the one that starts first, of those the longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
