"""Lines of a page, joined to blocks where a hard wrap broke a paragraph, with the marks that the layout rules leave."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from danvan.match import Match, find
from danvan.ruleset import RuleSet
from danvan.text.article import PartKind
from danvan.text.view import fold_lower

SHORT = 300
"""Characters: a longer line is a paragraph, and the layout rules are not tried on it."""
PARAGRAPH = 110
"""Characters: a line of this length that ends like a sentence is a paragraph too."""

_ELSEWHERE = ("html.", "glued.")
"""Rules that are not asked of short lines: of the names of elements, of whole texts."""
_BLANKS = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"
_EDGES = _BLANKS + "|"  # cells of tables that were saved as text: "| caption |"
_SENTENCE_END = regex.compile(r"[.!?…](?:/\.)?[\"')\]]{0,4}$")
_BROKEN_OFF = regex.compile(r"[\w,\"')%-]$")
_GOES_ON = regex.compile(r"[\"'(]{0,2}[\p{Ll}\d]")
_BULLET = regex.compile(r"(?:[-+*•●▪■◦○♦❖·–—]|\d{1,2}[.)-]|[a-zđ][.)]|[IVX]{1,4}[.)])\s")
_LETTER = regex.compile(r"[^\W_]")


@dataclass(slots=True)
class Line:
    """Characters [start, end) of the cleaned text without the blanks around them; `gap`: a blank line stands before."""

    start: int
    end: int
    view: str
    gap: bool
    indent: int


@dataclass(slots=True)
class Block:
    """A paragraph: one line, or several that a hard wrap made of it. `marks` count from the block's start.

    `kind` is what it becomes in the article, None where it is cut.
    """

    start: int
    end: int
    view: str
    gap: bool
    marks: list[Match] = field(default_factory=list)
    kind: PartKind | None = "body"

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def words(self) -> int:
        return len(self.view.split())

    @property
    def closed(self) -> bool:
        """Whether it ends like a sentence."""
        return _SENTENCE_END.search(self.view) is not None

    @property
    def bulleted(self) -> bool:
        return _BULLET.match(self.view) is not None

    def of(self, *prefixes: str) -> list[Match]:
        """The marks of rules whose id starts with one of the prefixes."""
        return [m for m in self.marks if m.rule.id.startswith(prefixes)]

    def without(self, *prefixes: str) -> str:
        """What is left of the block beside the marks of these rules; blanks stand where they stood."""
        left = list(self.view)
        for mark in self.of(*prefixes):
            start, end = mark.groups.get("", (mark.start, mark.end))
            left[start:end] = " " * (end - start)
        return "".join(left)

    def covered(self, *prefixes: str) -> bool:
        """Whether the marks of these rules leave no letter and no digit, and there is such a mark."""
        return bool(self.of(*prefixes)) and _LETTER.search(self.without(*prefixes)) is None


def split_lines(view: str, rules: RuleSet) -> list[Line]:
    """The lines of a view that are not blank. A date that is glued to its paragraph is a line of its own."""
    glued = {m.start: m.end for rule in rules.starting("layout", "glued.") for m in find(rule, view)}
    lines: list[Line] = []
    at, gap = 0, False
    for text in view.split("\n"):
        inner = text.strip(_EDGES)
        if inner:
            indent = len(text) - len(text.lstrip(_EDGES))
            start, end = at + indent, at + indent + len(inner)
            if (split := glued.get(start)) is not None:
                lines.append(Line(start, split, view[start:split], gap, indent))
                start, gap = split, False
            lines.append(Line(start, end, view[start:end], gap, indent))
            gap = False
        else:
            gap = True
        at += len(text) + 1
    return lines


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the lines were wrapped by hand or by a PDF, None where they were not.

    Wrapped are lines where several paragraphs go on in the next line in the middle of a sentence.
    """
    broken = [a.end - a.start for a, b in pairwise(lines) if _is_broken(a, b) and a.end - a.start <= 130]
    if len(broken) < 3:
        return None
    width = max(broken)
    close = sum(length >= width - 15 for length in broken)
    return width if close * 2 > len(broken) else None


def _is_broken(line: Line, after: Line) -> bool:
    """Whether `after` goes on with the sentence of `line`."""
    return (
        not after.gap
        and line.end - line.start >= 40
        and _BROKEN_OFF.search(line.view) is not None
        and after.view[0].islower()
        and _BULLET.match(after.view) is None
    )


def _is_wrapped(line: Line, after: Line, width: int) -> bool:
    """Whether `line` breaks off in a sentence, or the first word of `after` would hardly have fitted into it."""
    if after.gap or after.indent > line.indent + 1 or (_BULLET.match(after.view) and not _GOES_ON.match(after.view)):
        return False
    length = line.end - line.start
    if not width * 0.75 <= length <= width + 2:
        return False
    return _SENTENCE_END.search(line.view) is None or length + 1 + len(after.view.split(maxsplit=1)[0]) > width - 6


def join_lines(lines: Sequence[Line]) -> list[Block]:
    """Blocks out of lines: those that a hard wrap broke are put together again."""
    width = wrap_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last is not None and (_is_broken(last, line) or (width is not None and _is_wrapped(last, line, width))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Block(g[0].start, g[-1].end, " ".join(x.view for x in g), g[0].gap) for g in groups]


def mark(blocks: Sequence[Block], rules: RuleSet) -> None:
    """Give every block that may be something else than a paragraph the matches of all layout rules in it."""
    short = [b for b in blocks if len(b.view) <= SHORT and not (len(b.view) >= PARAGRAPH and b.closed)]
    # A line of its own between two lines: blanks in patterns match a line break too, and must not reach the next line.
    sheet = "\n\0\n".join(b.view for b in short)
    starts: list[int] = []
    at = 0
    for block in short:
        starts.append(at)
        at += len(block.view) + 3
    lower = fold_lower(sheet)
    for rule in rules.of("layout"):
        if rule.id.startswith(_ELSEWHERE):
            continue
        for found in find(rule, sheet, lower):
            index = max(0, bisect_right(starts, found.start) - 1)
            block, home = short[index], starts[index]
            limit = len(block.view)
            groups = {name: (a - home, min(b - home, limit)) for name, (a, b) in found.groups.items()}
            if found.start - home < limit:
                block.marks.append(Match(rule, found.start - home, min(found.end - home, limit), groups))
