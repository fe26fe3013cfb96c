"""What the finders may ask about the places of an article, without knowing who found them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from danvan.records import Level, Place, PlaceRef


class PlaceLookup(Protocol):
    """The places of one article: their mentions in order of the text, and the unit that the article speaks for."""

    @property
    def mentions(self) -> Sequence[tuple[int, int, Place]]:
        """(start, end, place) of every mention, ascending, half-open."""
        ...

    @property
    def article_place(self) -> PlaceRef | None:
        """The unit that the article speaks for."""
        ...

    def at(self, start: int, end: int) -> Place | None:
        """The place whose mention shares a character with [start, end)."""
        ...

    def own(self, level: Level) -> PlaceRef | None:
        """The article's own unit of that level: "huyện" in an article of that district."""
        ...

    def ref_of(self, place: Place) -> PlaceRef:
        """The unit of a place as a reference; without a code where it is ambiguous or unknown."""
        ...
