"""The text of an article out of the lines that stay: put together, with its parts and the way back to the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

import regex

from danvan.ingest.lines import Block
from danvan.match import find
from danvan.ruleset import RuleSet
from danvan.text.article import Part
from danvan.text.clean import Cleaned, Starts, cut
from danvan.text.view import fold_lower

# Markdown pictures, WordPress codes and HTML tags that a content system left in the text.
_MARKUP = regex.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)(?:\s?\|)?"
    r"|\[/?(?:caption|gallery|embed|video|audio|table|vc_\w{1,20}|et_\w{1,20}|su_\w{1,20})(?:\s[^\]\n]{0,300})?\]"
    r"|</?(?:p|br|b|i|u|em|strong|span|div|sup|sub|font|img|a)(?:\s[^<>\n]{0,300})?/?>",
    regex.IGNORECASE,
)


def holes_in(view: str, rules: RuleSet) -> list[tuple[int, int]]:
    """What is cut out of lines: file names of pictures, left-over markup. In order, never overlapping."""
    lower = fold_lower(view)
    found = [(m.start, m.end) for rule in rules.starting("layout", "inline.") for m in find(rule, view, lower)]
    if "[" in view or "<" in view:
        found += [m.span() for m in _MARKUP.finditer(view)]
    holes: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not holes or start >= holes[-1][1]:
            holes.append((start, end))
    return holes


def assemble(
    cleaned: Cleaned, blocks: Sequence[Block], holes: Sequence[tuple[int, int]]
) -> tuple[str, Starts, tuple[Part, ...], Callable[[int], int]]:
    """Text, way back and parts out of the blocks that stay; and what moves an offset of the cleaned text."""
    pieces: list[tuple[int, int]] = []
    parts: list[Part] = []
    at = 0
    for block in blocks:
        if block.kind is None or not (slices := _slices(cleaned.text, block.start, block.end, holes)):
            continue
        if pieces and (gap := _gap(cleaned.text, pieces[-1][1], slices[0][0])) is not None:
            pieces.append((gap, gap + 1))
            at += 1
        length = sum(end - start for start, end in slices)
        if parts and parts[-1].kind == block.kind == "title":
            parts[-1] = Part("title", parts[-1].start, at + length)
        else:
            parts.append(Part(block.kind, at, at + length))
        pieces += slices
        at += length
    ends = list(accumulate(end - start for start, end in pieces))

    def moved(offset: int) -> int:
        index = next(i for i, (start, end) in enumerate(pieces) if start <= offset < end)
        return ends[index] - (pieces[index][1] - offset)

    return "".join(cleaned.text[a:b] for a, b in pieces), cut(cleaned.starts, pieces), tuple(parts), moved


def _gap(text: str, start: int, end: int) -> int | None:
    """Where the character stands that parts two blocks: a line break, else a blank; None where nothing does."""
    line = text.find("\n", start, end)
    if line >= 0:
        return line
    return start if text[start:end].isspace() else None


def _slices(text: str, start: int, end: int, holes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The block without its holes, blanks at both ends left out."""
    first = max(0, bisect_right(holes, (start, start)) - 1)
    holes = holes[first : bisect_right(holes, (end, end))]
    edges = [start, *(x for a, b in holes if a < end and b > start for x in (max(a, start), min(b, end))), end]
    spans = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    while spans and not text[spans[0][0] : spans[0][1]].strip():
        del spans[0]
    while spans and not text[spans[-1][0] : spans[-1][1]].strip():
        del spans[-1]
    if not spans:
        return []
    head = text[spans[0][0] : spans[0][1]]
    spans[0] = (spans[0][1] - len(head.lstrip()), spans[0][1])
    tail = text[spans[-1][0] : spans[-1][1]]
    spans[-1] = (spans[-1][0], spans[-1][0] + len(tail.rstrip()))
    return spans
