"""The place of what is given or built: whom it is for, and where the work stands that the text goes on to tell of.

Source: real pages of unions and communes; the counts and sums of models have their places by link/scope/places.py.
"""

from __future__ import annotations

from danvan.link.cues import cues
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
    # "tại xã An Trạch (nay là xã Bình Hạ)"
    bracket = reading.view.find("(", near[0][1], near[-1][1])
    near = [m for m in near if bracket < 0 or m[0] < bracket]
    # "5 hộ xã An Trạch và 4 hộ xã Bình Hạ": the second is of the next number
    near = [m for m in near if not any(c.isdigit() for c in reading.view[near[0][1] : m[0]])]
    return places.ref_of(near[0][2]) if _is_one(near) else None


def work_place(reading: Reading, places: PlaceLookup, at: int) -> PlaceRef | None:
    """Where the work stands that a sentence goes on to tell of: "làm tuyến đường ở thôn 3. Tuyến đường dài 2 km"."""
    index = reading.sentence_index(at)
    sentence = reading.sentences[index]
    if reading.match(reading.rules.rule("cues", "scope.cost"), sentence.start, sentence.end) is not None:
        # "Cầu Chùa, ấp 3, dài 23 m. Kinh phí xây dựng 240 triệu đồng"
        last = reading.sentences[max(0, index - 1)]
        here = [m for m in places.mentions if last.start <= m[0] < last.end and m[2].level in _SMALL]
        same = last.paragraph == sentence.paragraph and last is not sentence
        return places.ref_of(here[0][2]) if same and here and _is_one(here) else None
    work = reading.match(reading.rules.rule("cues", "scope.work"), sentence.start, sentence.end)
    if work is None:
        return None
    told = False
    for before in reversed(reading.sentences[max(0, index - _NEAR) : index]):
        said = reading.lower.find(work.group("work").lower(), before.start, before.end)
        if told and said < 0:
            # "bàn giao đường hoa tại thôn 3. Đây là công trình chào mừng ... Công trình dài 1 km"
            said = reading.lower.find(" tại ", before.start, before.end)
        told = reading.lower.startswith("đây là ", before.start)
        named = [m for m in places.mentions if before.start <= said < m[0] < before.end and m[2].level in _SMALL]
        if named:
            return places.ref_of(named[0][2]) if _is_one(named) else None
    return None


def settlement_place(reading: Reading, places: PlaceLookup, sentence: tuple[int, int], at: int) -> PlaceRef | None:
    """The settlement named last, where a sentence tells of those who live in it: "56 hộ dân trong ấp đã hiến đất"."""
    if not cues(reading, "scope.inside", *sentence):
        return None
    named = [m[2] for m in places.mentions if m[0] < at and m[2].level == "hamlet"]
    own = {id(place) for place in named}
    return places.ref_of(named[-1]) if len(own) == 1 else None


def _is_one(named: list[tuple[int, int, Place]]) -> bool:
    """Whether the first of several units is the only one of its level: the others but tell where it lies."""
    first = named[0][2]
    return all(m[2] is first or m[2].level != first.level for m in named)
