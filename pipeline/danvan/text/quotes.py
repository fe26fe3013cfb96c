"""Quoted stretches of a text. Marks are typed anyhow (constructions.md 1.2): pairs by nesting, then by turns."""

from __future__ import annotations

from bisect import bisect_right

import regex

_MARKS = regex.compile(r"""["“”„«»]|(?<!\w)['‘’]|['‘’](?!\w)""")
_TOPIC = regex.compile(r"""(?i)["“”„«»'‘’]\s?dân\s{1,3}vận\s{1,3}khéo\s?["“”„«»'‘’]""")
"""The topic in marks of its own, as it stands everywhere: these marks open and close nothing else."""
_OPENING = "“„«‘"
_CLOSING = "”»’"
_LONGEST = 160
"""A quotation longer than this is speech, not the name of a thing."""


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The insides of the outermost quotations of [start, end), trimmed of blanks, in order; never across a line break.

    "xã có “A” và ”B”" gives the spans of A and of B; a quotation inside another belongs to its name.
    """
    spans: list[tuple[int, int]] = []
    opened: list[tuple[int, str]] = []
    passed = start
    for mark in _MARKS.finditer(text, start, end):
        if (topic := _TOPIC.match(text, mark.start(), end)) is not None:
            passed = topic.end()
        if mark.start() < passed:
            continue
        if opened and text.find("\n", opened[-1][0], mark.start()) >= 0:
            opened.clear()
        if opened and _closes(opened[-1][1], mark.group()):
            inside = _trim(text, opened.pop()[0], mark.start())
            if 0 < inside[1] - inside[0] <= _LONGEST:
                while spans and spans[-1][0] >= inside[0]:
                    spans.pop()
                spans.append(inside)
        else:
            opened.append((mark.end(), mark.group()))
    return _mended(text, opened, spans)


def _mended(text: str, opened: list[tuple[int, str]], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A name with a quotation in it that lacks its own last mark ends where the inner one does."""
    starts = [s for s, _ in spans]
    for start, _ in opened:
        i = bisect_right(starts, start)
        if i == len(spans) or spans[i][1] - start > _LONGEST:
            continue
        if not any(c in text[start : spans[i][0]] for c in ",;.:()"):
            return [*spans[:i], (start, spans[i][1]), *spans[i + 1 :]]
    return spans


def _closes(opening: str, mark: str) -> bool:
    """Whether a mark ends what another began: a closing glyph always, a straight one what an opening glyph did not."""
    if mark in _OPENING:
        return False
    if mark in _CLOSING:
        return True
    return opening not in _OPENING or mark in "\"'"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
