"""A fact said again, in title, lead, caption or body, is one record: its fullest mention (contract ruling 13)."""

from __future__ import annotations

from collections.abc import Sequence

from danvan.find.figures.counts import FEW
from danvan.link.counts import Count
from danvan.link.cues import cues
from danvan.reading import Reading

_NEAR = 4
"""Sentences back that "2 mô hình trên" reaches."""
_WEIGHT = {"body": 3, "lead": 2, "caption": 1, "title": 0}


def merge_repeats(reading: Reading, counts: list[Count]) -> list[Count]:
    """One record a fact: what title, lead or caption say again goes, and a round number whose exact one follows.

    Contract ruling 13; the fullest mention is the one in the body that has parts or the most facets.
    """
    kept: list[Count] = []
    gone: dict[int, Count] = {}
    for count in counts:
        # what the body says stands: only the few counts elsewhere are compared with all others
        if _points_back(reading, count, kept):
            reading.reject(count.start, count.end, count.rule, "points back to models that were told of")
            continue
        told = bool(count.measure) and count.rule != "figure.bare"
        others = counts if told and (_weight(reading, count) < _WEIGHT["body"] or _is_echo(reading, count)) else []
        twin = next(
            (k for k in others if k is not count and id(k) not in gone and _says_again(reading, count, k)), None
        )
        if twin is None:
            kept.append(count)
        else:
            gone[id(count)] = twin
            for part in (c for c in counts if c.part_of is count and c.period == count.period):
                part.period = twin.period
            if count.status is not None and (twin.status is None or (count.status_known and not twin.status_known)):
                _take_verb(twin, count, counts)
            reading.reject(count.start, count.end, count.rule, f"said again at {twin.start}")
    for count in kept:
        while count.part_of is not None and id(count.part_of) in gone:
            count.part_of = gone[id(count.part_of)]
        if count.part_of is count:
            count.part_of = count.partition = count.list = None
    return kept


def _points_back(reading: Reading, count: Count, before: Sequence[Count]) -> bool:
    """Whether a few models are those just counted: "có 2 mô hình ở ấp 3. Sau khi thăm 2 mô hình, ...".

    Nothing of their own is said of them: no status but that they were looked at or work, no part, no change.
    """
    plain = count.is_model and count.number.of is None and count.bound == "exact" and count.value <= FEW
    if not plain or count.each or count.change is not None or count.list is not None:
        return False
    twin = next((k for k in reversed(before) if k.is_model and k.value == count.value and not k.each), None)
    near = reading.sentence_index(count.start) - reading.sentence_index(twin.start) if twin is not None else 0
    if not 0 < near <= _NEAR:
        return False
    if reading.match(reading.rules.rule("figures", "behind_model.back"), count.end, count.sentence.end) is not None:
        return True
    lead = reading.view[max(count.sentence.start, count.number.outer - 25) : count.number.outer]
    seen = reading.rules.rule("figures", "before_model.seen").regex.search(lead)
    return seen is not None and not reading.view[count.end : count.end + 1].isspace()


def _take_verb(twin: Count, count: Count, counts: list[Count]) -> None:
    """The mention that says what was done with them tells it for both, and with it of what time and level they are."""
    guessed, twin.status, twin.measure = twin.status, count.status, count.measure
    twin.level = twin.level or count.level
    if count.period is not None and (twin.period is None or twin.period.start is None):
        twin.period = count.period
    for part in (c for c in counts if c.part_of is twin and c.status == guessed):
        if part.list is not None or not part.status_known:
            part.status, part.level = twin.status, part.level or twin.level


def _is_model(count: Count) -> bool:
    return count.is_model or (count.is_rate and count.dan_van_kheo)


def _is_heading(reading: Reading, count: Count) -> bool:
    """Whether a count stands in a heading: a short line of its own, without a stop."""
    sentence = count.sentence
    index = reading.sentence_index(sentence.start)
    near = reading.sentences[max(0, index - 1) : index] + reading.sentences[index + 1 : index + 2]
    return (
        sentence.end - sentence.start < 120
        and reading.view[sentence.end - 1] not in ".:;,!?"
        and all(s.paragraph != sentence.paragraph for s in near)
    )


def _weight(reading: Reading, count: Count) -> int:
    weight = _WEIGHT["body"] if count.row is not None else _WEIGHT.get(count.sentence.part, 0)
    return 1 if weight == _WEIGHT["body"] and count.row is None and _is_heading(reading, count) else weight


def _is_echo(reading: Reading, count: Count) -> bool:
    """Whether a count stands alone in a paragraph of one sentence that names no time: the words below a picture."""
    if not (count.is_model and count.dan_van_kheo and count.value > FEW):
        return False
    sentence = count.sentence
    at = reading.sentence_index(count.start)
    beside = reading.sentences[max(0, at - 1) : at] + reading.sentences[at + 1 : at + 2]
    around = reading.view[sentence.start : count.start] + reading.view[count.end : sentence.end]
    return (
        all(s.paragraph != sentence.paragraph for s in beside)
        and not any(c.isdigit() for c in around)
        and not cues(reading, "time.", sentence.start, sentence.end)
    )


def _is_same(count: Count, other: Count) -> bool:
    """Whether two numbers and all that is said of them, but their time, are the same."""
    mine, theirs = (
        (c.number.value, c.number.high, c.number.of, c.bound, c.status, c.level, c.holder, c.field, c.part_of, c.change)
        for c in (count, other)
    )
    return mine == theirs


def _says_again(reading: Reading, count: Count, other: Count) -> bool:
    """Whether `other` is a fuller mention of the fact of `count`."""
    if not (_is_model(count) and _is_model(other)) and count.measure != other.measure:
        return False
    if count.dan_van_kheo and not other.dan_van_kheo:
        return False
    if other.dan_van_kheo and not count.dan_van_kheo and not _is_heading(reading, count):
        return False
    if (count.unit == "%" and other.unit != "%") or count.change != other.change or count.part_of is not None:
        return False
    mine, theirs = _weight(reading, count), _weight(reading, other)
    if mine >= 3 and _is_echo(reading, count):
        return _is_same(count, other) and not _is_echo(reading, other)
    if mine >= 3 or theirs < mine:
        return False
    if theirs == mine and count.start >= other.start:
        return False
    if count.place is not None and other.place is not None and count.place.name != other.place.name:
        return False
    if count.value == other.value and (count.number.of, count.number.high) == (other.number.of, other.number.high):
        return True
    rounded = count.bound in {"more_than", "about", "less_than"} and other.bound == "exact"
    return rounded and abs(other.value - count.value) <= 0.05 * other.value
