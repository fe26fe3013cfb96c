"""Words that count years, months and quarters."""

from __future__ import annotations

from collections.abc import Mapping

_COUNTS: Mapping[str, int] = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "tư": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
"""Words that count years, months and quarters; quarters are written I to IV too."""


def names_count(word: str) -> bool:
    """Whether digits or a word in lower case name a number of years or months."""
    return word.isdecimal() or word in _COUNTS


def small_count(word: str) -> int:
    """The number that such a word names. Raises KeyError where it names none."""
    return int(word) if word.isdecimal() else _COUNTS[word]
