"""Quoted stretches of a view. Marks pair by alternation, not by glyph; one that stays open quotes nothing."""

from __future__ import annotations

import regex

_MARK = regex.compile(r'"|(?<!\w)\'|\'(?!\w)')
_LONGEST = 160
"""A quotation longer than this is speech, not the name of a thing."""


def quoted_spans(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """The insides of the quotations of [start, end), trimmed of blanks, in order; never across a line break.

    "xã có 'A' và 'B'" gives the spans of A and of B. Forms: constructions.md 1.2.
    """
    spans = []
    opened: tuple[int, str] | None = None
    for mark in _MARK.finditer(view, start, end):
        if opened is not None and view[mark.start()] == opened[1] and "\n" not in view[opened[0] : mark.start()]:
            inner = _trim(view, opened[0], mark.start())
            if 0 < inner[1] - inner[0] <= _LONGEST:
                spans.append(inner)
            opened = None
        elif opened is None or "\n" in view[opened[0] : mark.start()]:
            opened = (mark.end(), view[mark.start()])
    return spans


def _trim(view: str, start: int, end: int) -> tuple[int, int]:
    while start < end and view[start].isspace():
        start += 1
    while start < end and view[end - 1].isspace():
        end -= 1
    return start, end
