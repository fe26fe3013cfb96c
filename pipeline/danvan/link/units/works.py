"""The place of what is given or built: whom it is for, and where the work stands that the text goes on to tell of.

Source: real pages of unions and communes; the counts and sums of models have their places by link/scope/places.py.
"""

from __future__ import annotations

from danvan.link.lookup import PlaceLookup
from danvan.reading import Reading
from danvan.records import Place, PlaceRef

_SITE = 90
"""Characters behind a number in which the unit is named that it is for."""
_NEAR = 3
"""Sentences back in which the site of a work is told."""
_SMALL = frozenset({"commune", "hamlet"})


def given_place(reading: Reading, places: PlaceLookup, end: int, stop: int) -> PlaceRef | None:
    """The one unit that what ends at `end` is given to or stands in: "40 suất quà cho hộ nghèo xã An Trạch"."""
    near = [m for m in places.mentions if end <= m[0] < min(stop, end + _SITE)]
    near = [m for m in near if m[2].level != "province"]
    rule = reading.rules.rule("cues", "scope.given").regex
    if not near or rule.fullmatch(reading.view, end, near[0][0]) is None:
        return None
    return places.ref_of(near[0][2]) if _is_one(near) else None


def work_place(reading: Reading, places: PlaceLookup, at: int) -> PlaceRef | None:
    """Where the work stands that a sentence goes on to tell of: "làm tuyến đường ở thôn 3. Tuyến đường dài 2 km"."""
    index = reading.sentence_index(at)
    sentence = reading.sentences[index]
    work = reading.match(reading.rules.rule("cues", "scope.work"), sentence.start, sentence.end)
    if work is None:
        return None
    for before in reversed(reading.sentences[max(0, index - _NEAR) : index]):
        said = reading.lower.find(work.group("work").lower(), before.start, before.end)
        if said >= 0:
            named = [m for m in places.mentions if said < m[0] < before.end and m[2].level in _SMALL]
            return places.ref_of(named[0][2]) if named and _is_one(named) else None
    return None


def _is_one(named: list[tuple[int, int, Place]]) -> bool:
    """Whether the first of several units is the only one of its level: the others but tell where it lies."""
    first = named[0][2]
    return all(m[2] is first or m[2].level != first.level for m in named)
