"""Sentences as spans of the text: underthesea's, with breaks after abbreviations taken back and lost ones added."""

from __future__ import annotations

from dataclasses import dataclass

from danvan.match import find
from danvan.ruleset import RuleSet
from danvan.text.article import Draft, Part, PartKind
from danvan.text.words import split_sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: characters [start, end) of the text. `paragraph` counts the parts of the article."""

    start: int
    end: int
    part: PartKind
    paragraph: int


def split_article(draft: Draft, rules: RuleSet) -> tuple[Sentence, ...]:
    """The sentences of every part, in order. A line break inside a part is a blank, the end of a part ends a sentence."""
    return tuple(
        Sentence(start, end, part.kind, paragraph)
        for paragraph, part in enumerate(draft.parts)
        for start, end in _split_part(draft, part, rules)
    )


def _split_part(draft: Draft, part: Part, rules: RuleSet) -> list[tuple[int, int]]:
    line = draft.view[part.start : part.end].replace("\n", " ")
    pieces = [(part.start + s, part.start + e) for s, e in split_sentences(line)]
    keep, cut = rules.starting("cues", "sentence.no_break"), rules.starting("cues", "sentence.break")
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and any(m.end == joined[-1][1] for r in keep for m in find(r, draft.view, start=max(joined[-1][0], joined[-1][1] - 40), end=joined[-1][1])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [span for s, e in joined for span in _cut(draft, s, e, cut)]


def _cut(draft: Draft, start: int, end: int, rules: tuple[object, ...]) -> list[tuple[int, int]]:
    ends = sorted({m.end for rule in rules for m in find(rule, draft.view, start=start, end=end)} - {end})  # type: ignore[arg-type]
    edges = [start, *ends, end]
    spans = []
    for a, b in zip(edges, edges[1:], strict=False):
        while a < b and draft.view[a].isspace():
            a += 1
        if a < b:
            spans.append((a, b))
    return spans
