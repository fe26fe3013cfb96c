"""Lines of a page, joined to blocks where a hard wrap broke a paragraph, with the marks that the layout rules leave."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

import regex

from danvan.match import ALONE, Match, find
from danvan.ruleset import Rule, RuleSet
from danvan.text.article import PartKind
from danvan.text.view import fold_lower

SHORT = 300
"""Characters: a longer line is a paragraph, and the layout rules are not tried on it."""
PARAGRAPH = 110
"""Characters: a line of this length that ends like a sentence is a paragraph too."""

_ELSEWHERE = ("html.", "glued.", "piece.", "refuse.")
"""Rules that are not asked of short lines: of the names of elements, of whole texts, of pieces of a line."""
_BLANKS = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"
_EDGES = _BLANKS + "|"  # cells of tables that were saved as text: "| caption |"
_SENTENCE_END = regex.compile(r"[.!?…](?:/\.)?[\"')\]]{0,4}$")
_END_REACH = 8
"""Characters, one more than a match of _SENTENCE_END can have."""
_BROKEN_OFF = regex.compile(r"[\w,\"')%-]$")
_GOES_ON = regex.compile(r"[\"'(]{0,2}[\p{Ll}\d]")
_BULLET = regex.compile(r"(?:[-+*•●▪■◦○♦❖·–—]|\d{1,2}[.)-]|[a-zđ][.)]|[IVX]{1,4}[.)])\s")
_BYLINE = 60
"""Characters: a line up to this length that holds a full date, though it begins small, is "admin 14/01/2022"."""
_FULL_DATE = re.compile(r"\d[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?i:tháng)\s\d{1,2},?\s(?:19|20)\d\d")
_CLOCK_AND_DAY = re.compile(r"[:h][0-5]\d\W{1,3}\d{1,2}[/.-]\d{1,2}[/.-]\d{4} \(?[^\W\d]")
_HEAD, _TAIL = r"(?<![\w])", r"(?![\w])"
_MERE_WORDS = re.compile(r"(?:[^\W_]|[ ,'\"&/-]|\\[^\w]|\\s\{1,3\}|\(\?:|[|)?])+")
"""What ruleset.words_pattern writes between its edges."""
_ODD = regex.compile(r"[\p{No}\p{M}]")
"""What re and regex do not both take for a part of a word."""
_TOKEN = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_LINE = re.compile(r"(?m)^[^\0]")
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
        return _ends_sentence(self.view)

    @property
    def bulleted(self) -> bool:
        return _BULLET.match(self.view) is not None

    def of(self, *prefixes: str) -> list[Match]:
        """The marks of rules whose id starts with one of the prefixes."""
        return [m for m in self.marks if m.rule.id.startswith(prefixes)] if self.marks else []

    def without(self, *prefixes: str) -> str:
        """What is left of the block beside the marks of these rules; blanks stand where they stood."""
        marks = self.of(*prefixes)
        if not marks:
            return self.view
        left = list(self.view)
        for mark in marks:
            start, end = mark.groups.get("", (mark.start, mark.end))
            left[start:end] = " " * (end - start)
        return "".join(left)

    def covered(self, *prefixes: str) -> bool:
        """Whether the marks of these rules leave no letter and no digit, and there is such a mark."""
        return bool(self.marks) and bool(self.of(*prefixes)) and _LETTER.search(self.without(*prefixes)) is None


def _ends_sentence(view: str) -> bool:
    return _SENTENCE_END.search(view, max(0, len(view) - _END_REACH)) is not None


def split_lines(view: str, rules: RuleSet) -> list[Line]:
    """The lines of a view that are not blank. A date that is glued to its paragraph is a line of its own."""
    clocks = _CLOCK_AND_DAY.search(view) is not None
    glues = [
        r
        for r in rules.starting("layout", "glued.")
        if (clocks or not r.id.startswith("glued.clock")) and (not r.needs or any(need in view for need in r.needs))
    ]
    glued = [(m.start, m.end) for rule in glues for m in find(rule, view)]
    lines: list[Line] = []
    at, gap = 0, False
    for text in view.split("\n"):
        inner = text.strip(_EDGES)
        if inner:
            indent = len(text) - len(text.lstrip(_EDGES))
            start, end = at + indent, at + indent + len(inner)
            for first, last in _pieces(view, start, end, glued) if glued else ((start, end),):
                lines.append(Line(first, last, view[first:last], gap, indent))
                gap = False
        gap = not inner
        at += len(text) + 1
    return lines


def _pieces(view: str, start: int, end: int, glued: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The line [start, end) cut before and behind the dates that are glued to it."""
    edges = [start, *(x for a, b in sorted(glued) if start <= a and b <= end for x in (a, b)), end]
    for first, last in pairwise(edges):
        piece = view[first:last]
        if inner := piece.strip(_EDGES):
            begin = first + len(piece) - len(piece.lstrip(_EDGES))
            yield begin, begin + len(inner)


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
        and after.view[0].islower()
        and _BROKEN_OFF.match(line.view[-1]) is not None
        and _BULLET.match(after.view) is None
        and not (
            after.end - after.start <= _BYLINE and _FULL_DATE.search(after.view) and not _ends_sentence(after.view)
        )
    )


def _is_wrapped(line: Line, after: Line, width: int) -> bool:
    """Whether `line` breaks off in a sentence, or the first word of `after` would hardly have fitted into it."""
    if (
        "   " in line.view
        or after.gap
        or after.indent > line.indent + 1
        or (_BULLET.match(after.view) and not _GOES_ON.match(after.view))
    ):
        return False
    length = line.end - line.start
    if not width * 0.75 <= length <= width + 2:
        return False
    return not _ends_sentence(line.view) or length + 1 + len(after.view.split(maxsplit=1)[0]) > width - 6


def join_lines(lines: Sequence[Line]) -> list[Block]:
    """Blocks out of lines: those that a hard wrap broke are put together again."""
    groups = ([lines[i] for i in group] for group in wrapped_groups(lines))
    return [Block(g[0].start, g[-1].end, " ".join(x.view for x in g), g[0].gap) for g in groups]


def wrapped_groups(lines: Sequence[Line]) -> list[list[int]]:
    """The indexes of the lines in groups, each a paragraph that a hard wrap broke, or one line."""
    width = wrap_width(lines)
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        last = lines[groups[-1][-1]] if groups else None
        if last is not None and (_is_broken(last, line) or (width is not None and _is_wrapped(last, line, width))):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def mark(blocks: Sequence[Block], rules: RuleSet) -> dict[str, int]:
    """Give every block that may be something else than a paragraph the matches of all layout rules in it.

    Returns how often each rule matched.
    """
    counts: dict[str, int] = {}
    short = [b for b in blocks if len(b.view) <= SHORT and not (len(b.view) >= PARAGRAPH and b.closed)]
    # A line of its own between two lines: blanks in patterns match a line break too, and must not reach the next line.
    sheet = "\n\0\n".join(b.view for b in short)
    starts: list[int] = []
    at = 0
    for block in short:
        starts.append(at)
        at += len(block.view) + 3
    lower = fold_lower(sheet)
    same = len(lower) == len(sheet)
    guard = _guard(rules)
    leads = {"number": [m.start() for m in _NUMBER.finditer(sheet)], "line": [m.start() for m in _LINE.finditer(sheet)]}
    firsts = _Firsts.of(lower if same else sheet.lower(), short, starts)
    places_of_words = None if not same or _ODD.search(lower) else guard.places(lower)
    for rule in _rules_of_lines(rules):
        places: Sequence[int] | None = None
        if "first" in rule.gives:
            places = firsts.places(rule.gives["first"])
        elif "lead" in rule.gives:
            places = leads[rule.gives["lead"]]
        elif rule.id in guard.ids:
            places = places_of_words
        if places is not None and not places:
            continue
        matches = find(rule, sheet, lower) if places is None else _at(rule, sheet, lower, places)
        for found in matches:
            counts[rule.id] = counts.get(rule.id, 0) + 1
            # A blank before the first word may be the end of the separating line: the match is the next block's.
            index = max(0, bisect_right(starts, found.start + 1) - 1)
            block, home = short[index], starts[index]
            limit = len(block.view)
            if found.start - home < limit:
                groups = {name: (max(0, a - home), min(b - home, limit)) for name, (a, b) in found.groups.items()}
                block.marks.append(Match(rule, max(0, found.start - home), min(found.end - home, limit), groups))
    return counts


@dataclass(frozen=True, slots=True)
class _Firsts:
    """Where lines begin, by their first word in lower case: gives.first names the words that a rule can begin with."""

    at: dict[str, list[int]]

    @classmethod
    def of(cls, lower: str, blocks: Sequence[Block], starts: Sequence[int]) -> _Firsts:
        at: dict[str, list[int]] = {}
        for block, start in zip(blocks, starts, strict=True):
            if (word := _TOKEN.search(lower, start, start + len(block.view))) is not None:
                at.setdefault(word[0], []).append(start)
        return cls(at)

    def places(self, words: Sequence[str]) -> list[int]:
        """In order of the text."""
        known = self.at.keys() & words
        return sorted(place for word in known for place in self.at[word]) if known else []


def _rules_of_lines(rules: RuleSet) -> tuple[Rule, ...]:
    known = rules.cache.get("layout.lines")
    if known is None:
        known = rules.cache["layout.lines"] = tuple(r for r in rules.of("layout") if not r.id.startswith(_ELSEWHERE))
    return cast("tuple[Rule, ...]", known)


def _at(rule: Rule, sheet: str, lower: str, places: Sequence[int]) -> Iterable[Match]:
    """The matches of a rule that can begin at these places only; gives.lead says so of numbers and lines."""
    text, pattern = (sheet, rule.regex) if rule.lower is None or len(lower) != len(sheet) else (lower, rule.lower)
    found: list[Match] = []
    if rule.needs and not any(need in lower for need in rule.needs):
        return found
    end, whole = 0, len(text)
    for place in places:
        if place >= end and (m := pattern.match(text, place, whole, *ALONE)) is not None:
            groups = {name: span for name in rule.groups if (span := m.span(name))[0] >= 0}
            end = m.end()
            start, last = groups.get("span") or m.span()
            found.append(Match(rule, start, last, groups))
    return found


@dataclass(frozen=True, slots=True)
class _Guard:
    """The rules that are mere words, and one pattern of the standard library for all of them: five times as fast."""

    ids: frozenset[str]
    words: re.Pattern[str] | None

    def places(self, lower: str) -> list[int]:
        """Where one of the rules may begin."""
        if self.words is None:
            return []
        begins = self.words.match
        return [m.start() for m in _TOKEN.finditer(lower) if begins(lower, m.start())]


def _guard(rules: RuleSet) -> _Guard:
    known = rules.cache.get("layout.guard")
    if known is None:
        sources: dict[str, str] = {}
        for rule in _rules_of_lines(rules):
            source = "" if rule.lower is None else str(rule.lower.pattern)
            inner = source.removeprefix(_HEAD).removesuffix(_TAIL)
            if len(inner) == len(source) - len(_HEAD + _TAIL) and not rule.needs and _MERE_WORDS.fullmatch(inner):
                sources[rule.id] = inner
        words = re.compile("(?:" + "|".join(sources.values()) + ")" + _TAIL) if sources else None
        known = rules.cache["layout.guard"] = _Guard(frozenset(sources), words)
    return cast(_Guard, known)
