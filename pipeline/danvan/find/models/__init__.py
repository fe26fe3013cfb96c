"""Single "Dân vận khéo" models: quoted by name, listed behind "tiêu biểu như", described by what they do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from danvan.confidence import confidence
from danvan.find.models.described import described_names, names_of_bodies
from danvan.find.models.held import is_held, owner_of, site_of
from danvan.find.models.listed import listed_names
from danvan.find.models.named import Named, key_of
from danvan.find.models.quoted import quoted_names
from danvan.find.models.tabled import tabled_names
from danvan.link.lookup import PlaceLookup
from danvan.link.topic import names_topic
from danvan.match import inside
from danvan.reading import Reading
from danvan.records import Field_, Figure, Model
from danvan.text.segment import Sentence

_SILENT_PARTS = {"byline", "author"}
_WORDS = ("mô hình", "điển hình", "công trình")


def find_models(reading: Reading, figures: Sequence[Figure], places: PlaceLookup) -> tuple[Model, ...]:
    """Every model named or described, in an article on the topic; elsewhere a "mô hình" is another thing.

    In an article on mass mobilisation that never says "dân vận khéo" only names in quotation marks count.
    """
    named_topic = names_topic(reading, 0, len(reading.view))
    if not named_topic and not _on_mobilisation(reading):
        return ()
    counted = [(f.span.start, f.span.end) for f in figures]
    models = [f.span.start for f in figures if f.topic is not None]
    named_places = {m[0]: m[1] for m in places.mentions}
    found = tabled_names(reading)
    rows = [(n.start, n.end) for n in found]
    titles: list[Named] = []
    for sentence in reading.sentences:
        if sentence.part not in _SILENT_PARTS:
            here = _in_sentence(reading, sentence, counted, [(n.start, n.end) for n in found])
            said = titles if sentence.part == "title" else found
            said += [n for n in here if not inside(n.start, n.end, rows)]
    names = [
        n
        for n in _once(reading, sorted([*_untold(reading, titles, found), *found], key=lambda n: n.start))
        if n.quoted or (named_topic and not _is_count(reading, n, models, named_places))
    ]
    return tuple(_record(reading, named, places) for named in names)


def _untold(reading: Reading, titles: Sequence[Named], found: Sequence[Named]) -> Iterable[Named]:
    """The names of a title that the text does not say again, in full or in part (contract ruling 13)."""
    told = [key_of(reading, n) for n in found]
    return (n for n in titles if not any(key_of(reading, n) in name or name in key_of(reading, n) for name in told))


def _on_mobilisation(reading: Reading) -> bool:
    """Whether the title or the lead speaks of "công tác dân vận", not merely of a committee for it."""
    rule = reading.rules.rule("models", "topic.mobilisation")
    parts = [p for p in reading.draft.parts if p.kind in {"title", "lead"}]
    return any(reading.find(rule, p.start, p.end) for p in parts)


def _is_count(reading: Reading, named: Named, models: Sequence[int], named_places: Mapping[int, int]) -> bool:
    """Whether an item of a list counts models or names a place: "An Trạch 21; Bình Hạ 17" are no names.

    "Thôn Đông giữ nghề gốm" is one: it begins with a place and goes on with words.
    """
    place = named_places.get(named.start)
    only_place = place is not None and not any(c.isalpha() for c in reading.view[place : named.end])
    return only_place or any(named.start <= at < named.end for at in models)


def _in_sentence(
    reading: Reading, sentence: Sentence, counted: Sequence[tuple[int, int]], before: Sequence[tuple[int, int]]
) -> list[Named]:
    index = reading.sentence_index(sentence.start)
    lower = reading.lower[reading.sentences[max(0, index - 1)].start : sentence.end]
    if not any(word in lower for word in _WORDS) and '"' not in reading.view[sentence.start : sentence.end]:
        return []
    quoted = list(quoted_names(reading, sentence, before))
    spoken = [(n.start, n.end) for n in quoted]
    listed = [
        n
        for n in listed_names(reading, sentence)
        if not inside(n.start, n.end, spoken)
        and (reading.view[n.start].isdigit() or not inside(n.start, n.start + 1, counted))
    ]
    listed += [n for n in names_of_bodies(reading, sentence) if not inside(n.start, n.end, spoken)]
    spoken += [(n.start, n.end) for n in listed]
    told = described_names(reading, sentence, counted, named=bool(spoken))
    described = [n for n in told if not inside(n.start, n.end, [*spoken, *before])]
    return sorted([*quoted, *listed, *described], key=lambda n: n.start)


def _once(reading: Reading, found: list[Named]) -> list[Named]:
    """One record a model: a name said again is dropped, or takes the place of one without an owner or a site beside it.

    Contract ruling 13: the fullest mention stands.
    """
    kept: dict[str, Named] = {}
    for named in found:
        key = key_of(reading, named)
        if key not in kept or (is_held(reading, named) and not is_held(reading, kept[key])):
            kept[key] = named
    return sorted(kept.values(), key=lambda n: n.start)


def _record(reading: Reading, named: Named, places: PlaceLookup) -> Model:
    sentence = reading.sentence_at(named.start)
    owner = owner_of(reading, named, sentence)
    name = " ".join(reading.draft.text[named.start : named.end].split())
    # what the name says first it is about: "tự quản phòng, chống tội phạm gắn với thể dục thể thao"
    told = [m for r in reading.rules.starting("cues", "field.") for m in reading.find(r, named.start, named.end)]
    first = min(told, key=lambda m: (m.start, -m.end), default=None)
    return Model(
        name=name,
        quoted=named.quoted,
        owner=owner,
        field=cast("Field_ | None", None if first is None else first.rule.gives["field"]),
        place=site_of(reading, named, sentence, places),
        span=reading.span(named.start, named.end),
        rule=named.rule,
        confidence=confidence(reading.rules, "model", named.rule, named.confidence),
    )
