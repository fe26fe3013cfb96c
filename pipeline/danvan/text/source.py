"""The way from a text back to the bytes of the page that was stored."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

Run = tuple[int, int, int, int]
"""Characters [start, end) of the raw text, and the bytes [first, last) that they came from."""

Ranges = tuple[tuple[int, int], ...]

WIDE: Final = frozenset(
    {
        "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb2312", "gbk", "gb18030", "big5", "big5hkscs",
        "cp932", "cp949", "cp950", "euc_jp", "euc_kr", "shift_jis",
    }
)  # fmt: skip
"""Encodings, by Python's names, in which each character is written by itself but not by one byte."""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where the characters of the raw text of a page stand among the bytes of the page.

    A run of one character stands there in whatever form: an entity, a letter of an old font, a letter and its tone. In
    a longer run each character is written by itself in `codec`, which is one of WIDE; else by one byte. A run without
    bytes was put in by the reader ("|" between two cells). A character without a run has no known place. `digest` is
    the SHA-256 of the page's bytes.
    """

    codec: str
    runs: tuple[Run, ...]
    digest: str

    def ranges(self, raw: str, spans: Iterable[tuple[int, int]]) -> Ranges | None:
        """The bytes of characters of `raw`, in order, markup between them left out.

        `spans` are half-open, in order. None where a character that is no blank has no known place.
        """
        found: list[tuple[int, int]] = []
        for start, end in spans:
            if (pieces := self._pieces(raw, start, end)) is None:
                return None
            for first, last in pieces:
                if found and found[-1][1] == first:
                    found[-1] = (found[-1][0], last)
                else:
                    found.append((first, last))
        return tuple(found) or None

    def without(self, raw: str, marked: str) -> SourceMap:
        """The way back from `marked`, which has marks for some characters of `raw`: these have no place, all others
        keep theirs.
        """
        runs: list[Run] = []
        for run in self.runs:
            first, last, begin, stop = run
            if raw[first:last] == marked[first:last]:
                runs.append(run)
                continue
            for a, b in _equal(raw, marked, first, last):
                low = begin if begin == stop else begin + self._width(raw[first:a])
                high = stop if b == last or begin == stop else begin + self._width(raw[first:b])
                runs.append((a, b, low, high))
        return replace(self, runs=tuple(runs))

    def _pieces(self, raw: str, start: int, end: int) -> list[tuple[int, int]] | None:
        pieces: list[tuple[int, int]] = []
        at = start
        for first, last, begin, stop in self._runs_of(start, end):
            a, b = max(start, first), min(end, last)
            if raw[at:a].strip():
                return None
            at = b
            if begin == stop:
                continue
            low = begin + self._width(raw[first:a])
            high = stop if b == last else begin + self._width(raw[first:b])
            if pieces and pieces[-1][1] == low:
                pieces[-1] = (pieces[-1][0], high)
            else:
                pieces.append((low, high))
        return None if raw[at:end].strip() else pieces

    def _runs_of(self, start: int, end: int) -> Iterator[Run]:
        index = max(0, bisect_right(self.runs, start, key=lambda run: run[0]) - 1)
        while index < len(self.runs) and self.runs[index][0] < end:
            if self.runs[index][1] > start:
                yield self.runs[index]
            index += 1

    def _width(self, text: str) -> int:
        return len(text.encode(self.codec)) if self.codec in WIDE else len(text)


def _equal(one: str, other: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between `start` and `end` in which both are the same."""
    same = [at for at in range(start, end) if one[at] == other[at]]
    for _, stretch in groupby(enumerate(same), key=lambda pair: pair[1] - pair[0]):
        places = [at for _, at in stretch]
        yield places[0], places[-1] + 1
