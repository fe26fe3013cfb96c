"""Sentences as spans of the text: underthesea's, with breaks after abbreviations taken back and lost ones added.

Which breaks are wrong and which are missing, say the rules `sentence.*` of rules/cues.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from danvan.match import Match, find_all
from danvan.ruleset import RuleSet
from danvan.text.article import Draft, Part, PartKind
from danvan.text.words import split_sentences

LONGEST = 4_000
"""Characters: what goes on for longer without a stop is a table or a list, and is cut at a blank. Finders look back to
the start of the sentence from each number, so that one sentence without an end would take them for ever."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence: characters [start, end) of the text. `paragraph` counts the parts of the article.

    A sentence equals only itself: finders compare those of one article a thousand times.
    """

    start: int
    end: int
    part: PartKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Breaks:
    """What the rules say about offsets: no sentence ends there, one ends there, one that ends there ends later."""

    none: frozenset[int]
    sure: tuple[int, ...]
    tails: dict[int, int]


def split_article(draft: Draft, rules: RuleSet) -> tuple[Sentence, ...]:
    """The sentences of every part, in order. A line break inside a part is a blank; with a part a sentence ends."""
    breaks = _find_breaks(draft.view, draft.lower, rules)
    return tuple(
        Sentence(start, end, part.kind, paragraph)
        for paragraph, part in enumerate(draft.parts)
        for start, end in _split_part(draft.view, part, breaks)
    )


def split_text(view: str, lower: str, rules: RuleSet) -> list[tuple[int, int]]:
    """The sentences of a text without parts: every line that is not blank stands for one."""
    breaks = _find_breaks(view, lower, rules)
    spans = []
    position = 0
    for line in view.splitlines(keepends=True):
        spans += _split_part(view, Part("body", position, position + len(line)), breaks)
        position += len(line)
    return spans


def _find_breaks(view: str, lower: str, rules: RuleSet) -> _Breaks:
    def matches(prefix: str) -> Iterator[Match]:
        return find_all(rules.starting("cues", prefix), view, lower)

    sure = sorted({m.end for m in matches("sentence.break.")})
    none = {m.end for m in matches("sentence.no_break.")}.difference(sure)
    return _Breaks(frozenset(none), tuple(sure), {m.start: m.end for m in matches("sentence.tail.")})


def _split_part(view: str, part: Part, breaks: _Breaks) -> list[tuple[int, int]]:
    line = view[part.start : part.end].replace("\n", " ")
    ends = {part.start + end for _, end in split_sentences(line)} - breaks.none
    ends.update(end for end in breaks.sure if part.start < end < part.end)
    spans: list[tuple[int, int]] = []
    for start, end in _between(view, part, sorted(breaks.tails.get(end, end) for end in ends)):
        if spans and not (_says(view, start, end) and _says(view, *spans[-1])):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [piece for span in spans for piece in _pieces(view, *span)]


def _pieces(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, cut at blanks where it is longer than LONGEST; inside a word where it has none."""
    while end - start > LONGEST:
        blank = max(view.rfind(" ", start, start + LONGEST), view.rfind("\n", start, start + LONGEST))
        cut = blank if blank > start else start + LONGEST
        yield start, cut
        start = cut
        while view[start].isspace():
            start += 1
    yield start, end


def _says(view: str, start: int, end: int) -> bool:
    """Whether a letter or digit stands in it; a mark alone is no sentence."""
    return any(c.isalnum() for c in view[start:end])


def _between(view: str, part: Part, ends: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the ends, without blanks at their edges; the last one reaches to the end of the part."""
    start = part.start
    for end in (*ends, part.end):
        stretch = view[start:end]
        left = len(stretch) - len(stretch.lstrip())
        right = len(stretch.rstrip())
        if left < right:
            yield start + left, start + right
        start = max(start, end)
