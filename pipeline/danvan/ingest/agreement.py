"""Where two readings of one page differ on a sentence with numbers: which sentences somebody has to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from danvan.ingest.page_rows import plain

_DIGIT = regex.compile(r"\d")
_CUT = regex.compile(r"(?<=[.!?…;][\"'”’)\]]{0,2})\s+(?=[\"'“‘(]?\p{Lu})")
_CLOSED = regex.compile(r"[.!?…;:][\"'”’)\]]{0,3}$")
_CELL = regex.compile(r"\|\s{0,3}\d[\d.,%/]{0,15}\s{0,3}(?:\||$)")
_FULL_DATE = regex.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d")
_WORDS = 5
_LONG = 15
"""Words from which a line is a sentence though no stop ends it. Shorter ones are headlines, dates, counters."""
_SHOWN = 160
_MANY = 8
"""Sentences that are named; a page with more is one that a reading has lost, and some of them tell as much."""


def disputed(used: str, readings: Mapping[str, str]) -> list[str]:
    """A note for each sentence with numbers on which the readings of a page differ.

    `readings` are lines of text by the name of the reading, `used` is the one that was taken. A sentence that it has is
    in doubt where no other one has it, one that it lacks where any other has it.
    """
    whole = {name: f" {plain(text)} " for name, text in readings.items()}
    others = [name for name in readings if name != used]
    notes: dict[str, str] = {}
    for sentence, key in _counted(readings[used]):
        if others and not any(key in whole[name] for name in others):
            notes.setdefault(key, f"review: only by {used}: {_short(sentence)}")
    for name in others:
        for sentence, key in _counted(readings[name]):
            if key not in whole[used]:
                notes.setdefault(key, f"review: not by {used}, but by {name}: {_short(sentence)}")
    return list(notes.values())[:_MANY]


def _counted(text: str) -> Iterator[tuple[str, str]]:
    """The sentences with numbers, each with its letters and digits between two blanks."""
    for line in text.split("\n"):
        if _DIGIT.search(line) is None:
            continue
        if "|" in line:
            if _CELL.search(line) and not _FULL_DATE.search(line):
                yield line, f" {plain(line)} "
            continue
        for sentence in _CUT.split(line):
            words = len(sentence.split())
            told = words >= _WORDS and (_CLOSED.search(sentence.strip()) or words >= _LONG)
            if told and _DIGIT.search(sentence) and (key := plain(sentence)):
                yield sentence, f" {key} "


def _short(sentence: str) -> str:
    text = " ".join(sentence.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
