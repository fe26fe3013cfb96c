"""Text cut at the boundaries of its marks, so that marks may overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from danvan.privacy import BLANK

_BEFORE, _AFTER, _MOST = 160, 120, 700
"""Characters shown around a mark where no sentence is known, and at most in one passage."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks; `marks` is how many lie over it."""

    text: str
    marks: int


def cut(
    text: str, begin: int, end: int, marks: Iterable[tuple[int, int]], hidden: Sequence[tuple[int, int]] = ()
) -> tuple[Piece, ...]:
    """text[begin:end] in pieces, cut where a mark begins or ends; what is `hidden` is one "…"."""
    inside = [(max(s, begin), min(e, end)) for s, e in marks if s < end and e > begin]
    blanks = [(max(s, begin), min(e, end)) for s, e in hidden if s < end and e > begin]
    points = sorted({begin, end, *(p for span in (*inside, *blanks) for p in span)})
    pieces: list[Piece] = []
    blanked: set[tuple[int, int]] = set()
    for start, stop in pairwise(points):
        over = sum(s <= start and stop <= e for s, e in inside)
        blank = next((b for b in blanks if b[0] <= start and stop <= b[1]), None)
        if blank is None:
            words = text[start:stop]
        elif blank in blanked:
            continue
        else:
            blanked.add(blank)
            words = BLANK
        pieces.append(Piece(words.replace("\n", " "), over))
    return tuple(pieces)


def passages(
    text: str, spans: Iterable[tuple[int, int]], sentences: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """What to show of a text so that every span can be read: its sentence, or the words around it; ascending, apart."""
    known = list(sentences)
    around = []
    for start, end in spans:
        found = next(((s, e) for s, e in known if s <= start and end <= e), None)
        if found is None or found[1] - found[0] > _MOST:
            found = _window(text, start, end)
        around.append(found)
    merged: list[tuple[int, int]] = []
    for begin, stop in sorted(around):
        if merged and begin <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((begin, stop))
    return merged


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The words around a span, within its line, cut between words."""
    begin = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    line_end = text.find("\n", end)
    stop = min(len(text) if line_end < 0 else line_end, end + _AFTER)
    if begin and not text[begin - 1].isspace():
        begin = min(start, text.find(" ", begin, start) + 1 or start)
    if stop < len(text) and not text[stop].isspace():
        stop = max(end, text.rfind(" ", end, stop))
    return begin, stop
