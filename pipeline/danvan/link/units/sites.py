"""The unit that a sum of money is said of: the one named before it in its sentence, else right behind it.

Units side by side are one address ("thôn 3, xã An Trạch, huyện Phú Hạc": the smallest) or a list, which names none.
Where a giver comes from ("nhóm thiện nguyện ở quận 8") says nothing. Source: constructions.md 4.2, 4.6.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from danvan.link.lookup import PlaceLookup
from danvan.link.units.places import DEPTH
from danvan.link.units.works import work_place
from danvan.reading import Reading
from danvan.records import Place, PlaceRef

_MANY = 60
"""Places of one sentence that are looked at; a list of all communes of a district has 40."""
_OWN_LEVELS = {"commune", "hamlet", "district"}
_JOINT = 12
"""Characters between two units side by side at the most: ", ", " (", " và ", " thuộc "."""
_GIVER = 80
"""Characters before a unit in which the giver stands that comes from it."""
_SITE = 45
"""Characters behind a bracket in which the site of what was paid for is named."""


class _Group(NamedTuple):
    """Units side by side: [start, end), and the place that they name, None for a list of several."""

    start: int
    end: int
    place: Place | None


def site_of(
    reading: Reading, places: PlaceLookup, sentence: tuple[int, int], span: tuple[int, int], right: int
) -> PlaceRef | None:
    """The unit of the sum at `span`, else the article's. `right` ends the words that speak of that sum alone.

    One behind the sum counts where no comma parts it: "góp 6 tỷ đồng, riêng xã An Trạch gần nửa tỷ" names it for the
    second sum only.
    """
    start, end = span
    groups = _groups(reading, places, sentence)
    before = [g for g in groups if g.start < start]
    if before:
        between = reading.view[before[-2].end : before[-1].start] if len(before) > 1 else ""
        # "bà Mây ở xã An Trạch; ông Sáu ở xã Bình Hạ được hỗ trợ mỗi hộ 50 triệu đồng": both
        listed = ";" in between and not any(c.isdigit() for c in between)
        place = None if listed else before[-1].place
        return places.article_place if place is None else places.ref_of(place)
    closed = reading.view.startswith(")", end)
    site = reading.match(reading.rules.rule("money", "place.behind_bracket"), end, sentence[1]) if closed else None
    far = sentence[1] if site is not None else right
    near = end + _SITE if site is not None else far
    for group in groups:
        if _is_sum_of_other(reading, end, group):
            continue
        if start < group.start < min(far, near) and "," not in reading.view[end : group.start]:
            return places.article_place if group.place is None else places.ref_of(group.place)
    given = _given_to(reading, places, sentence, end, right)
    return given or work_place(reading, places, start) or places.article_place


def _is_sum_of_other(reading: Reading, end: int, group: _Group) -> bool:
    """Whether a unit behind a sum bears a sum of its own: "cấp xã 90 tỷ đồng (cao nhất là An Trạch 7 tỷ đồng)"."""
    return reading.view[end : end + 2].strip() == "(" and reading.view[group.end : group.end + 3].strip()[:1].isdigit()


def _groups(reading: Reading, places: PlaceLookup, sentence: tuple[int, int]) -> list[_Group]:
    """The units of a sentence below the province, those side by side as one; without the homes of givers."""
    first = bisect_left(places.mentions, sentence[0], key=lambda m: m[0])
    groups: list[_Group] = []
    last: Place | None = None
    for start, end, place in places.mentions[first : first + _MANY]:
        if end > sentence[1]:
            break
        beside = last is not None and _joined(reading, groups[-1].end, start, last, place)
        if beside and last is not None:
            head = groups[-1].place
            if place.level == last.level or head is None:
                # a list; the unit that holds all of it may end it: "xã A, xã B (huyện Phú Hạc)"
                head = place if _is_above(place, last) and place.level in _OWN_LEVELS else None
            elif _is_above(last, place):
                head = place
            groups[-1] = _Group(groups[-1].start, end, head)
        else:
            groups.append(_Group(start, end, place))
        last = place
    return [g for g in groups if not _is_home(reading, sentence[0], g.start) and _is_own(g)]


def _is_own(group: _Group) -> bool:
    return group.place is None or group.place.level in _OWN_LEVELS


def _is_above(place: Place, other: Place) -> bool:
    return DEPTH[place.level] < DEPTH[other.level]


def _joined(reading: Reading, end: int, start: int, one: Place, other: Place) -> bool:
    """Whether two units stand side by side. "và" joins only what is of one level."""
    if not 0 <= start - end <= _JOINT:
        return False
    rule = "place.listed" if one.level == other.level else "place.address"
    joint = reading.rules.rule("money", rule).regex
    return joint.fullmatch(reading.view, end, start) is not None


def _is_home(reading: Reading, first: int, start: int) -> bool:
    """Whether a unit only tells where a giver comes from: "Đoàn từ thiện Hướng Thiện (quận 8)"."""
    lead = reading.view[max(first, start - _GIVER) : start]
    return reading.rules.rule("money", "place.giver").regex.search(lead) is not None


def _given_to(
    reading: Reading, places: PlaceLookup, sentence: tuple[int, int], end: int, right: int
) -> PlaceRef | None:
    """The province whose people get it: "hỗ trợ 1,2 tỷ đồng cho đồng bào tỉnh Yên Bái"."""
    first = bisect_left(places.mentions, end, key=lambda m: m[0])
    for start, stop, place in places.mentions[first : first + 1]:
        if start < min(right, sentence[1]) and place.level == "province":
            to = reading.match(reading.rules.rule("money", "place.given_to"), end, stop)
            return places.ref_of(place) if to is not None and to.end() == start else None
    return None
