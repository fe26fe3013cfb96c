"""Labels that need no annotator: persons, places and bodies of which the rules are sure, in articles.

Sure is a name behind an honorific or with a post beside it, two to four syllables of which the first is a surname, a
place that the gazetteer or a unit word gives, an organ of bodies.csv. A sentence in which two capitalised words stand
together that nothing explains is left out: there an "O" would teach what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from danvan.find.names import NameReader
from danvan.find.officials import find_officials
from danvan.find.places import find_places
from danvan.find.posts import TitleScan, load_post_words
from danvan.reading import Reading
from danvan.ruleset import RuleSet
from danvan.text.entities import Entity, Range, read_tokens
from danvan.text.view import fold_lower
from danvan.text.words import open_sentences

_RUN = regex.compile(r"\p{Lu}[\p{L}']{0,20}(?: \p{Lu}[\p{L}']{0,20}){1,5}")
_BEHIND_HEAD = regex.compile(r"(?: \p{Lu}[\p{L}']{0,20}){1,6}")
_GOES_ON = regex.compile(r"\p{L}| viên\b")
"""Behind an organ: it is no organ ("Huyện ủy viên")."""
_MIN_SURNAME_RUN, _MAX_SURNAME_RUN = 3, 4
"""Syllables: of two, too many are no person ("Cao Bằng")."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence as text with the names in it; `entities` count from its start."""

    text: str
    entities: tuple[Entity, ...]


def label_article(reading: Reading, heads: Sequence[str]) -> Iterator[Skeleton]:
    """The sentences of an article that are explained throughout. `heads` open names of schools, firms, posts."""
    entities = _settle([*find_bodies(reading.view, reading.rules, heads), *_places(reading), *_persons(reading)])
    spans = [(s.start, s.end) for s in reading.sentences]
    unsure = set(open_sentences(reading.view, spans, [(e.start, e.end) for e in entities]))
    for start, end in spans:
        if (start, end) not in unsure:
            inside = [e for e in entities if start <= e.start and e.end <= end]
            yield Skeleton(
                reading.view[start:end].replace("\n", " "),
                tuple(Entity(e.start - start, e.end - start, e.label) for e in inside),
            )


def _settle(entities: Iterable[Entity]) -> list[Entity]:
    """Without overlaps: what comes first in the list stands."""
    kept: list[Entity] = []
    for entity in entities:
        if all(entity.end <= k.start or k.end <= entity.start for k in kept):
            kept.append(entity)
    return sorted(kept, key=lambda e: e.start)


def find_bodies(view: str, rules: RuleSet, heads: Sequence[str]) -> Iterator[Entity]:
    """Names behind a head ("Trường Tiểu học Kim Đồng"); organs, neighbours joined ("Ban Dân vận" + "Huyện ủy").

    An organ of one word counts where no other word could be meant: "UBND", "Huyện ủy", never "Báo" of "Báo cáo".
    """
    for head in regex.finditer(r"\L<heads>", view, heads=list(heads)) if heads else ():
        behind = _BEHIND_HEAD.match(view, head.end())
        if behind is not None:
            yield Entity(head.start(), behind.end(), "ORG")
    found = load_post_words(rules).organ.finditer(fold_lower(view))
    spans = [m.span() for m in found if view[m.start()].isupper() and _is_clear(view, *m.span())]
    for start, end in _joined(spans):
        yield Entity(start, end, "ORG")


def _is_clear(view: str, start: int, end: int) -> bool:
    form = view[start:end]
    return (" " in form or form.isupper()) and not _GOES_ON.match(view, end)


def _joined(spans: Sequence[Range]) -> list[Range]:
    joined = list(spans[:1])
    for (_, before), (start, end) in pairwise(spans):
        if start == before + 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _places(reading: Reading) -> Iterator[Entity]:
    """Mentions of places; of "Huyện ủy Gò Công Tây" the unit's name."""
    places = find_places(reading, day=reading.draft.anchor, hint=None)
    titles = TitleScan(reading)
    for start, end, _ in places.mentions:
        body = titles.words.organ.match(reading.lower, start, end)
        first = start
        if body is not None:
            first = body.end() + 1
        if first < end:
            yield Entity(first, end, "LOC")


def _persons(reading: Reading) -> Iterator[Entity]:
    places = find_places(reading, day=reading.draft.anchor, hint=None)
    for official in find_officials(reading, places):
        yield from (Entity(s.start, s.end, "PER") for s in official.spans)
    titles = TitleScan(reading)
    names = NameReader(reading, places, titles.begins)
    for honorific in names.honorifics(0, len(reading.view)):
        start = honorific.end() + (reading.view[honorific.end() : honorific.end() + 1] == " ")
        span = names.after_honorific(start, reading.sentence_at(start).end) if start < len(reading.view) else None
        if span is not None:
            yield Entity(span[0], span[1], "PER")
    for run in _RUN.finditer(reading.view):
        syllables, _ = read_tokens(reading.view, *run.span())
        if _MIN_SURNAME_RUN <= len(syllables) <= _MAX_SURNAME_RUN and names.is_person(syllables):
            yield Entity(run.start(), run.end(), "PER")
