"""Decoded text to the text that is stored: NFC, without characters that nobody sees, with the way back to the raw one.

Kept as written are Ð (U+00D0), the place of the tone mark ("hoà", "hòa"), NBSP and double blanks: rules see them
folded in the view. Source: constructions.md 7.7.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Starts = tuple[tuple[int, int], ...]
"""Pairs (offset in text, offset in raw), ascending: between two pairs both run on character by character."""

# One for one: other line ends become "\n".
_LINE_ENDS = re.compile("[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# Dropped: "\r" before "\n", controls, soft hyphen, zero-width and direction marks, BOM, halves of surrogate pairs
# (they come out of broken JSON escapes and cannot be written as UTF-8), and code points that are no characters.
_UNSEEN = re.compile(
    "\r(?=\n)|[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]+"
)
# Before a character of this class NFC never joins anything: Latin letters, Vietnamese letters, punctuation. U+2000 and
# U+2001 are left out, NFC replaces them. What follows such a character and is not of the class may join with it.
_STABLE = "\x00-\u02ff\u1e00-\u1eff\u2002-\u206f\u20ab"
_JOINING = re.compile(f"[{_STABLE}]?[^{_STABLE}]+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The cleaned text and the way back: `starts` pairs its offsets with those of the raw text."""

    text: str
    starts: Starts


def clean(raw: str) -> Cleaned:
    """The NFC text of `raw` without unseen characters; NFD input gives the same text as its NFC form."""
    seen, dropped = _drop_unseen(raw)
    text, joined = compose(seen)
    return Cleaned(text, compose_starts(joined, dropped))


def to_raw(starts: Sequence[tuple[int, int]], offset: int) -> int:
    """The raw offset of the character at `offset` of the text."""
    index = max(0, bisect_right(starts, offset, key=lambda pair: pair[0]) - 1)
    return starts[index][1] + offset - starts[index][0]


def from_raw(starts: Sequence[tuple[int, int]], offset: int) -> int:
    """The text offset of the raw character at `offset`; for a character that was dropped, that of the next one kept."""
    index = bisect_right(starts, offset, key=lambda pair: pair[1]) - 1
    if index < 0:
        return starts[0][0]
    here = starts[index][0] + offset - starts[index][1]
    return min(here, starts[index + 1][0]) if index + 1 < len(starts) else here


def span_in_raw(
    text: str, raw: str, starts: Sequence[tuple[int, int]], start: int, end: int
) -> list[tuple[int, int]] | None:
    """Where characters [start, end) of `text`, which was cleaned out of `raw`, stand in it: pieces in order.

    None where the raw text does not have them in NFC at that place: the way back belongs to another text.
    """
    pieces: list[tuple[int, int]] = []
    at = start
    index = max(0, bisect_right(starts, start, key=lambda pair: pair[0]) - 1)
    while at < end:
        until = min(end, starts[index + 1][0]) if index + 1 < len(starts) else end
        first = starts[index][1] + at - starts[index][0]
        last = first + until - at
        if text[at:until] != raw[first:last]:
            # One letter out of a letter and its marks, or a line end in another form.
            last = _cluster_end(text[at:until], raw, first)
            if last < 0:
                return None
        pieces.append((first, last))
        at, index = until, index + 1
    return pieces


def _cluster_end(letters: str, raw: str, first: int) -> int:
    """Where the characters of `raw` end that mean `letters`, -1 where none do."""
    if _LINE_ENDS.sub("\n", raw[first : first + len(letters)]) == letters:
        return first + len(letters)
    last = first + 1
    while last < len(raw) and (unicodedata.combining(raw[last]) or _UNSEEN.match(raw[last])):
        last += 1
    seen, _ = _drop_unseen(raw[first:last])
    return last if unicodedata.normalize("NFC", seen) == letters else -1


def cut(starts: Sequence[tuple[int, int]], pieces: Sequence[tuple[int, int]]) -> Starts:
    """The way back for a text that is put together of slices [start, end) of another one, which `starts` belongs to."""
    out: list[tuple[int, int]] = []
    at = 0
    for start, end in pieces:
        out.append((at, to_raw(starts, start)))
        first = bisect_right(starts, start, key=lambda pair: pair[0])
        for text_at, raw_at in starts[first:]:
            if text_at >= end:
                break
            out.append((at + text_at - start, raw_at))
        at += end - start
    return tuple(out) or ((0, 0),)


def compose_starts(outer: Sequence[tuple[int, int]], inner: Sequence[tuple[int, int]]) -> Starts:
    """The way back through two steps: `outer` leads from the last text to the middle one, `inner` on to the raw one."""
    if tuple(inner) == ((0, 0),):
        return tuple(outer)
    ends = [middle_at for _, middle_at in outer[1:]] + [inner[-1][0] + 1]
    out: list[tuple[int, int]] = []
    index = 0
    for (text_at, middle_at), until in zip(outer, ends, strict=True):
        out.append((text_at, to_raw(inner, middle_at)))
        while index < len(inner) and inner[index][0] <= middle_at:
            index += 1
        while index < len(inner) and inner[index][0] < until:
            out.append((text_at + inner[index][0] - middle_at, inner[index][1]))
            index += 1
    return tuple(out)


def _drop_unseen(raw: str) -> tuple[str, Starts]:
    pieces: list[str] = []
    starts: list[tuple[int, int]] = [(0, 0)]
    at = length = 0
    for match in _UNSEEN.finditer(raw):
        pieces.append(raw[at : match.start()])
        length += match.start() - at
        at = match.end()
        starts.append((length, at))
    pieces.append(raw[at:])
    return _LINE_ENDS.sub("\n", "".join(pieces)), _tidy(starts)


def compose(text: str) -> tuple[str, Starts]:
    """The NFC form of a text and the way back."""
    if unicodedata.is_normalized("NFC", text):
        return text, ((0, 0),)
    pieces: list[str] = []
    starts: list[tuple[int, int]] = [(0, 0)]
    at = length = 0
    for start, end in (span for match in _JOINING.finditer(text) for span in _clusters(text, *match.span())):
        new = unicodedata.normalize("NFC", text[start:end])
        if new == text[start:end]:
            continue
        pieces += (text[at:start], new)
        length += start - at
        starts.append((length, start))
        length += len(new)
        at = end
        starts.append((length, at))
    pieces.append(text[at:])
    return "".join(pieces), _tidy(starts)


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of characters within [start, end) that NFC may join: a letter with its marks, not its neighbours."""
    for index in range(start + 1, end):
        char = text[index]
        if unicodedata.combining(char):
            continue
        before, here = unicodedata.normalize("NFC", text[start:index]), unicodedata.normalize("NFC", char)
        if unicodedata.normalize("NFC", text[start : index + 1]) == before + here:
            yield start, index
            start = index
    yield start, end


def _tidy(starts: list[tuple[int, int]]) -> Starts:
    """Of several pairs at one text offset the last."""
    return tuple({text_at: (text_at, raw_at) for text_at, raw_at in starts}.values())
