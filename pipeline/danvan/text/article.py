"""An article as it is read: cleaned text, its parts, and the way back to the raw characters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from danvan.text.clean import span_in_raw
from danvan.text.source import Ranges, SourceMap
from danvan.text.view import fold_lower, fold_view

PartKind = Literal["title", "byline", "lead", "body", "caption", "author"]
"""`byline` holds the line of date, clock and counters; `author` the line that signs the article. Page furniture is no
part: its lines are cut before the article is built."""

UNIT_NOTE = "unit: "
"""Begins the note that names the administrative unit for which the profile of a page's site says that it speaks."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters of the text with one function, start and end half-open. Parts are in order, never overlap."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True)
class Draft:
    """One article before anything is extracted.

    `text` is NFC and holds all parts; `raw` is the decoded input; `raw_starts` are pairs (offset in text, offset in
    raw), ascending: between two pairs both run on character by character. `published` is an ISO day or minute.
    """

    id: str
    text: str
    raw: str
    raw_starts: tuple[tuple[int, int], ...]
    parts: tuple[Part, ...]
    source: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    published_span: tuple[int, int] | None = None
    notes: tuple[str, ...] = field(default=())
    page: SourceMap | None = field(default=None, repr=False)

    @cached_property
    def view(self) -> str:
        """The text with folded glyphs, of the same length: what rules match. A line break inside a part is a blank."""
        view = fold_view(self.text)
        pieces, position = [], 0
        for part in self.parts:
            pieces += [view[position : part.start], view[part.start : part.end].replace("\n", " ")]
            position = part.end
        return "".join([*pieces, view[position:]])

    @cached_property
    def lower(self) -> str:
        """The view in lower case, of the same length."""
        return fold_lower(self.view)

    @property
    def anchor(self) -> date | None:
        """The day of publication, or None where the article has none."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def part_at(self, offset: int) -> PartKind | None:
        """The kind of the part that holds `offset`, None between parts."""
        for part in self.parts:
            if part.start <= offset < part.end:
                return part.kind
        return None

    def bytes_of(self, start: int, end: int) -> Ranges | None:
        """Where characters [start, end) of the text stand among the bytes of the page that it was read from.

        Half-open ranges in order, markup and what was cut between them left out. None for what is no page, for blanks,
        and where it is not known for certain.
        """
        if self.page is None:
            return None
        pieces = span_in_raw(self.text, self.raw, self.raw_starts, start, end)
        return None if pieces is None else self.page.ranges(self.raw, pieces)
