"""Where a fault stands in the article's file: the line and column that an editor opens."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from danvan.errors import ReadError
from danvan.evaluate.wording import words_pattern
from danvan.ingest.decode import decode
from danvan.text.article import Draft
from danvan.text.clean import to_raw

_LINE_END = re.compile("\r\n|\n|\r")
_CONTEXTS = (40, 20, 8, 0)
"""Characters on both sides by which a passage is known again in a page, the longest that fits first."""


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file, as editors open it: lines and columns count from 1, columns in characters.

    Both are None where the file does not hold the words; such a fault opens at the file's beginning.
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line or 1}:{self.column or 1}"


@dataclass(frozen=True)
class Whereabouts:
    """Finds places of an article's text in its file. Without a draft, only in the text."""

    text: str
    draft: Draft | None = None

    def words(self, words: str | None) -> tuple[int | None, At | None]:
        """Where these words stand: the offset in the text, the place in the file; first as words of their own."""
        if not words or not words.strip():
            return None, self.at(None)
        pattern = words_pattern(words)
        alone = re.compile(rf"(?<!\w){pattern.pattern}(?!\w)")
        for wanted in (alone, pattern, re.compile(pattern.pattern, re.IGNORECASE)):
            if (found := wanted.search(self.text)) is not None:
                return found.start(), self.at(found.start(), found.end())
        for wanted in (alone, pattern):
            if (found := wanted.search(self._file)) is not None:
                return None, self._place(found.start())
        return None, self.at(None)

    def at(self, start: int | None, end: int | None = None) -> At | None:
        """The place in the file of the characters from `start` to `end` of the text; None without a file."""
        if self.draft is None or self.draft.source is None:
            return None
        if start is None:
            return At(self.draft.source)
        if self.draft.text == self.text and self.draft.raw == self._file:
            return self._place(to_raw(self.draft.raw_starts, start))
        return self._known_again(start, start + 1 if end is None else end)

    def _known_again(self, start: int, end: int) -> At:
        """A page's text is not its file: what stands around the characters says which place is meant."""
        low = self.text.rfind("\n", 0, start) + 1
        high = self.text.find("\n", end)
        for context in _CONTEXTS:
            begin = max(low, start - context)
            stop = min(len(self.text) if high < 0 else high, end + context)
            before, rest = self.text[begin:start], self.text[start:stop]
            pattern = rf"{_loose(before)}(?P<here>){_loose(rest)}" if before.strip() else f"(?P<here>){_loose(rest)}"
            if rest.strip() and (found := re.search(pattern, self._file)) is not None:
                return self._place(found.start("here"))
        return At(self._path)

    def _place(self, offset: int) -> At:
        line = bisect_right(self._lines, offset)
        return At(self._path, line, offset - self._lines[line - 1] + 1)

    @property
    def _path(self) -> str:
        return (self.draft.source if self.draft is not None else None) or ""

    @cached_property
    def _file(self) -> str:
        """The decoded file; "" where there is none: an article out of a list of articles."""
        path = Path(self._path)
        if not self._path or not path.is_file() or path.suffix == ".jsonl":
            return ""
        try:
            data = path.read_bytes()
            return decode(data, html=data.lstrip()[:1] == b"<")
        except (OSError, ReadError):
            return ""  # gone since it was read: the fault is told without a line

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(m.end() for m in _LINE_END.finditer(self._file))]


def _loose(text: str) -> str:
    """The text as a pattern in which any run of blanks, and none at the ends, is one blank."""
    blank = r"(?:\s|&nbsp;)"
    start = rf"{blank}*" if text[:1].isspace() else ""
    end = rf"{blank}*" if text[-1:].isspace() else ""
    return start + words_pattern(text).pattern + end
