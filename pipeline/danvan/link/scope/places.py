"""The place of a count: the unit that its words name, else that of the sentence or the paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from danvan.link.counts import Count, clause_start, is_labelled
from danvan.link.cues import cues
from danvan.link.lookup import PlaceLookup
from danvan.link.scope.fields import cues_in
from danvan.link.scope.levels import LEVELS
from danvan.link.units.works import given_place, settlement_place, work_place
from danvan.match import Match
from danvan.reading import Reading
from danvan.records import Level, Place, PlaceRef

_GOES_ON = 3
"""Sentences back in which a paragraph says of whom it speaks."""
_SITE = 90
"""Characters behind a number in which the units are looked for that it covers."""


def link_place(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> None:
    own = _own_place(reading, count, places) or _labelled(reading, count, places) or _behind(reading, count, places)
    given = None if count.is_model else given_place(reading, places, count.end, count.sentence.end)
    if own is None:
        own = given
    if own is not None and not count.each:
        count.place = own
    elif count.part_of is not None:
        total = count.part_of
        # "huyện có 2 mô hình trong tổng số 40 mô hình toàn tỉnh": whoever has the part stands before both
        ahead = count.start < total.start and count.sentence == total.sentence
        own = _sentence_place(reading, count, places) if ahead else _of_bare_unit(reading, count, places)
        count.place = None if _is_of_body(reading, count, counts, places) else own or total.place
    elif (
        count.each
        or _is_of_force(reading, count, places)
        or _is_other_name(reading, count, counts, places)
        or cues(reading, "scope.unnamed", count.sentence.start, count.number.outer)
    ):
        count.place = None
    elif cues_in(reading, "scope.post", reading.view[count.sentence.start : count.number.outer]):
        named = [m for m in places.mentions if count.sentence.start <= m[0] and m[1] <= count.number.outer]
        count.place = places.ref_of(named[-1][2]) if named else places.article_place
    elif count.sibling is not None and not _is_listed(reading, count, places) and not _is_of_all(reading, count):
        # a sentence of its own may name its own unit
        apart = count.sibling.sentence != count.sentence
        told = apart and any(count.sentence.start <= m[0] < count.number.outer for m in places.mentions)
        own = _sentence_place(reading, count, places) if told else None
        if apart and count.sibling.each:
            own = own or places.article_place
        count.place = own or count.sibling.place
    else:
        count.place = (
            _sentence_place(reading, count, places)
            or _place_before(reading, count, counts)
            or _joined_place(reading, count, counts, places)
            or (None if count.is_model else _thing_place(reading, count, places))
            or _paragraph_place(reading, count, counts, places)
            or places.article_place
        )


def _thing_place(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """Where the work stands that a thing is of, or in which settlement those live who give it."""
    home = (count.sentence.start, count.sentence.end)
    return work_place(reading, places, count.start) or settlement_place(reading, places, home, count.start)


def _of_bare_unit(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """The unit named before that has a part of what a larger one has: "Trong 298 mô hình của tỉnh, huyện góp 41"."""
    total = count.part_of
    bare = cues(reading, "scope.bare", count.item[0], count.number.outer)
    if not bare or total is None or total.place is None or total.sentence == count.sentence:
        return None
    level = next(iter(bare[-1].groups))
    if (
        reading.view[count.item[0] : bare[-1].start].strip(" ,")
        or level not in {"district", "commune"}
        or LEVELS.index(cast(Level, level)) <= LEVELS.index(total.place.level)
    ):
        return None
    return _said_before(reading, count, level, places, kind=bare[-1].text(reading.lower, level))


def _is_listed(reading: Reading, count: Count, places: PlaceLookup) -> bool:
    return any(count.item[0] <= m[0] and m[1] <= count.number.outer for m in places.mentions)


def _is_of_all(reading: Reading, count: Count) -> bool:
    """Whether a number behind one for every unit is of all: "mỗi chi bộ đăng ký 1 mô hình, toàn huyện có 45"."""
    before = count.sibling
    return before is not None and before.each and bool(cues(reading, "scope.whole", before.end, count.number.outer))


def _own_place(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """A part listed by place: "huyện Phú Hạc 2 mô hình", "TP. Lam Giang: 13 mô hình"."""
    if count.part_of is None and count.sibling is None:
        return None
    inside = [m for m in places.mentions if count.item[0] <= m[0] and m[1] <= count.number.outer]
    inside = [m for m in inside if not _is_included(reading, count, m)]
    # "Xã Tân Hà (huyện Hàm Tân) có 8 mô hình": the bracket says where the unit lies
    inside = [m for m in inside if not _tells_where(reading, m, inside)]
    lead = reading.view[count.sentence.start : count.number.outer]
    if not inside and lead.endswith("("):
        # "xã An Trạch (12 mô hình)": the unit right before the bracket
        at = count.sentence.start + len(lead[:-1].rstrip())
        inside = [m for m in places.mentions if m[1] == at]
    if inside:
        return places.ref_of(inside[-1][2])
    return None


def _is_other_name(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> bool:
    """Whether a body stands in a list of units with no total: "xã An Trạch (12 mô hình), Công an huyện (3 mô hình)"."""
    before = next((c for c in reversed(counts) if c.start < count.start and c.is_model), None)
    if before is None or before.sentence != count.sentence:
        return False
    # the name of the models may stand between: '(12 mô hình "Dân vận khéo"), '
    closing = reading.view.find(")", before.end, count.number.outer)
    start = max(before.end, closing)
    offices = reading.rules.rule("cues", "scope.offices").regex.search(reading.view[start : count.number.outer])
    if offices is None and not is_labelled(reading, start, count):
        return False
    if any(before.end <= m[0] and m[1] <= count.number.outer for m in places.mentions):
        return False
    if offices is not None and _is_listed(reading, before, places):
        return True
    return _own_place(reading, before, places) is not None or _labelled(reading, before, places) is not None


def _is_of_force(reading: Reading, count: Count, places: PlaceLookup) -> bool:
    """Whether a force that lies in no unit has what is counted: "toàn Quân khu đã xây dựng 145 mô hình"."""
    if count.status == "commended":
        return False  # who honours: "Quân khu biểu dương 9 mô hình"
    force = cues(reading, "scope.force", count.sentence.start, count.number.outer)
    return bool(force) and not any(force[-1].start < m[0] < count.number.outer for m in places.mentions)


def _tells_where(reading: Reading, mention: tuple[int, int, Place], others: Sequence[tuple[int, int, Place]]) -> bool:
    """Whether a unit stands in the bracket right behind the one that lies in it: "xã Tân Hà (huyện Hàm Tân)".

    Behind two of them it names what they share: "xã Tân Hà và xã Tân Thắng (huyện Hàm Tân)".
    """
    if not reading.view.startswith(")", mention[1]):
        return False
    depth = LEVELS.index(mention[2].level)
    inner = [other for other in others if LEVELS.index(other[2].level) > depth]
    return len(inner) == 1 and reading.view[inner[0][1] : mention[0]].strip() == "("


def _labelled(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """The unit right before a number that nothing but a mark or "với" parts: "như: xã An Trạch (12 mô hình)",
    "Bình Hạ: 9", "huyện Phú Hạc với 45 mô hình, huyện Tân Hạ 37 mô hình".
    """
    if count.part_of is not None or not count.is_model:
        return None
    at = count.number.outer
    lead = reading.view[count.sentence.start : at].rstrip(" ")
    lead = lead[:-1] if lead[-1:] in {"(", ":"} else lead.removesuffix(" với")
    at = len(lead.rstrip(" ")) + count.sentence.start
    label = next((m for m in places.mentions if m[1] == at), None)
    return None if label is None or _is_included(reading, count, label) else places.ref_of(label[2])


def _is_included(reading: Reading, count: Count, mention: tuple[int, int, Place]) -> bool:
    """Whether a unit is but counted with others: "năm 2024, tính cả An Trạch: 151 mô hình"."""
    return cues_in(reading, "scope.included", reading.view[count.sentence.start : mention[0]])


def _behind(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """The one unit right behind the thing counted: "3 mô hình của huyện Phú Hạc"; several in a row are none."""
    if not count.is_model or count.number.of is not None:
        return None
    near = [m for m in places.mentions if count.end <= m[0] < min(count.item[1], count.end + _SITE)]
    if not near or near[0][2].level == "hamlet":
        return None
    rule = reading.rules.rule("cues", "scope.behind").regex
    if rule.fullmatch(reading.view[count.end : near[0][0]]) is None:
        return None
    if any(m[2].level == near[0][2].level and m[2] is not near[0][2] for m in near):
        return None
    return places.ref_of(near[0][2])


def _is_of_body(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> bool:
    """An item of a list by unit that bears another name: "huyện Phú Hạc 2 mô hình; Sở Y tế 3". A body is no place."""
    if count.list is None:
        return False  # a stage of the whole: "Quân khu biểu dương 9 mô hình"
    label = reading.view[count.item[0] : count.number.outer].strip(" ,;:-")
    listed = [c for c in counts if c is not count and c.list == count.list and c.part_of is count.part_of]
    return label[:1].isupper() and any(_own_place(reading, c, places) is not None for c in listed)


def _sentence_place(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """Who has or does what is counted: "toàn huyện", the unit that leads the clause, the unit right before the verb."""
    start = clause_start(reading, count)
    behind = reading.match(reading.rules.rule("cues", "scope.of_unit"), count.end)
    if behind is not None:
        return _own_level(reading, count, str(behind.lastgroup), places)
    whole = cues(reading, "scope.whole", start, count.number.outer) or _whole_before(reading, count, start)
    named = [m for m in places.mentions if start <= m[0] and m[1] <= count.number.outer]
    named = [m for m in named if not _is_included(reading, count, m)]
    if whole:
        after = [m for m in named if m[0] <= whole[-1].end + 1 <= m[1] + 1 or 0 <= m[0] - whole[-1].end <= 1]
        if after:
            return places.ref_of(after[-1][2])
        return _own_level(reading, count, next((k for k in whole[-1].groups), ""), places)
    subject = [m for m in named if _leads_clause(reading, start, m) and not _in_bracket(reading, start, m)]
    each = subject and cues(reading, "scope.one_by_one", subject[-1][1], count.number.outer)
    if not each and _are_several(reading, subject):
        own = _common(subject[-2:], places) or places.article_place
        if own is not None and LEVELS.index(own.level) <= LEVELS.index(subject[-1][2].level):
            return own
    if subject:
        # "Kế hoạch của Huyện ủy Phú Hạc, tỉnh Lam Giang, các xã đã đăng ký": the province but says where it lies
        return places.ref_of(_smallest(reading, [m for m in named if m[0] <= subject[-1][0]]))
    bare = cues(reading, "scope.bare", start, count.number.outer) or cues(
        reading, "scope.speaker", count.sentence.start, count.number.outer
    )
    if bare:
        level = next(iter(bare[-1].groups))
        return _said_before(reading, count, level, places, kind=bare[-1].text(reading.lower, level))
    return None


def _common(named: Sequence[tuple[int, int, Place]], places: PlaceLookup) -> PlaceRef | None:
    """The district that communes in a row lie in, where the text names it before them: "Hàm Tân ... Hai xã Tân Thắng
    và Sơn Mỹ có 12 mô hình"."""
    refs = [places.ref_of(m[2]) for m in named]
    district = refs[0].district
    if district is None or any(ref.level != "commune" or ref.district != district for ref in refs):
        return None
    above = (m[2] for m in reversed(places.mentions) if m[1] <= named[0][0] and m[2].level == "district")
    refs_above = (places.ref_of(place) for place in above)
    return next((ref for ref in refs_above if ref.name == district), None)


def _are_several(reading: Reading, named: Sequence[tuple[int, int, Place]]) -> bool:
    """Whether the last units that are named stand in a row: "ở ba tỉnh Phú Thọ, Vĩnh Phúc, Hòa Bình"."""
    if len(named) < 2 or named[-1][2].level != named[-2][2].level or named[-1][2] is named[-2][2]:
        return False
    return reading.view[named[-2][1] : named[-1][0]].strip(" ,").removesuffix("tỉnh").strip() in {"", "và"}


def _whole_before(reading: Reading, count: Count, end: int) -> list[Match]:
    """ "Toàn huyện" in an earlier clause, where a number stands behind it.

    "mô hình A trên địa bàn xã X; 17 mô hình" has the site of another there.
    """
    found = cues(reading, "scope.whole", count.sentence.start, end)
    if not found:
        return []
    cut = reading.view.find(";", found[-1].end, end)
    return found if any(c.isdigit() for c in reading.view[found[-1].end : cut]) else []


def _smallest(reading: Reading, named: Sequence[tuple[int, int, Place]]) -> Place:
    """The last unit that is named, or the one whose parent it is said to be: "Xã Bảo Yên, tỉnh Lào Cai"."""
    at = len(named) - 1
    while at and _is_parent(reading, named[at - 1], named[at]):
        at -= 1
    return named[at][2]


def _is_parent(reading: Reading, unit: tuple[int, int, Place], above: tuple[int, int, Place]) -> bool:
    gap = reading.view[unit[1] : above[0]].strip()
    lower = LEVELS.index(unit[2].level) > LEVELS.index(above[2].level)
    return lower and gap in {"", ",", "(", "-", "của", "thuộc"}


def _said_before(
    reading: Reading, count: Count, level: str, places: PlaceLookup, kind: str | None = None
) -> PlaceRef | None:
    """ "xã đã xây dựng 24 mô hình": the commune last named in the paragraph, one of that kind first, else the article's
    own; a settlement: the one last named at all."""
    if places.article_place is not None and places.article_place.level == level:
        return places.article_place
    first = 0
    if level != "hamlet":
        first = next(s.start for s in reading.sentences if s.paragraph == count.sentence.paragraph)
    named = [m for m in places.mentions if first <= m[0] < count.start]
    told = [m[2] for m in named if not _is_merged(reading, m[0]) and reading.part_at(m[0]) != "caption"]
    if level == "city":
        city = next((p for p in reversed(told) if p.kind == "thành phố"), None)
        return places.ref_of(city) if city is not None else _own_level(reading, count, "city", places)
    told = [p for p in told if p.level == level]
    told = [p for p in told if p.kind == kind] or told
    return places.ref_of(told[-1]) if told else places.own(cast(Level, level))


def _is_merged(reading: Reading, at: int) -> bool:
    """Whether a unit is one of those that another was made of: "sáp nhập các xã An Trạch, Bình Hạ"."""
    return bool(cues(reading, "scope.merged", reading.sentence_at(at).start, at))


def _place_before(reading: Reading, count: Count, counts: list[Count]) -> PlaceRef | None:
    """The place of the larger count that this one goes on from: "Xã X đăng ký 12. Qua bình xét, công nhận 8"; or of the
    one that it adds to others: "cả tỉnh xây dựng 118 mô hình. Lũy kế từ 2020 đến nay là 690"."""
    index = reading.sentence_index(count.start)
    near = [
        c
        for c in counts
        if c.start < count.start and c.is_model and count.is_model and c.part_of is None and not c.each
    ]
    if not near or near[-1].sentence.paragraph != count.sentence.paragraph:
        return None
    sums_up = reading.match(reading.rules.rule("cues", "sums_up"), count.sentence.start)
    if near[-1].value < count.value and sums_up is None:
        return None
    return near[-1].place if index - reading.sentence_index(near[-1].start) <= 1 else None


def _joined_place(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> PlaceRef | None:
    """The place of the count that this one is joined to by a word: "giữ lại 18 mô hình và xây dựng thêm 40 mô hình"."""
    near = [c for c in counts if c.start < count.start and c.sentence == count.sentence and c.is_model]
    if not near or not count.is_model or near[-1].each:
        return None
    between = (near[-1].end, count.number.outer)
    joint = reading.view[slice(*between)].lstrip(" ,").startswith(("và ", "đồng thời ", "cùng "))
    named = any(between[0] <= m[0] < between[1] for m in places.mentions)
    return near[-1].root.place if joint and not named else None


def _paragraph_place(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> PlaceRef | None:
    """The unit that a sentence before it in the paragraph speaks of: "Xã X coi trọng việc này. Đã có 14 mô hình".

    None where the words before the number speak of more than that unit, where it is but an example or a venue, one of
    several that are listed, or has models counted of which these are more.
    """
    own = places.article_place
    index = reading.sentence_index(count.start)
    until = count.number.outer
    whole: set[str] = set()
    for sentence in reversed(reading.sentences[max(0, index - _GOES_ON) : index + 1]):
        if sentence.paragraph != count.sentence.paragraph:
            break
        start = sentence.start
        if start != count.sentence.start and cues(reading, "scope.picture", start, sentence.end):
            # what a picture shows ran into the paragraph
            return None
        if start != count.sentence.start:
            until = sentence.end
            named = [m for m in places.mentions if start <= m[0] and m[1] <= until and m[2].level != "hamlet"]
            named = [m for m in named if not _is_merged(reading, m[0])]
            # "thị xã X nhận thêm 7 xã từ huyện Y"
            named = [m for m in named if not reading.lower.endswith(" từ ", start, m[0])]
            if named:
                listed = [c for c in counts if c.is_model and start <= c.start < until]
                if any(c.value < count.value and not c.each for c in listed):
                    return None
                unit = _spoken_of(reading, start, named, own, places)
                # "Xã An Trạch ... Cả xã có 2.113 hộ": all of the unit itself is no more than it
                return unit if unit is None or whole <= {unit.level} else None
        larger = cues(reading, "scope.larger", start, until)
        if any(not m.groups for m in larger):
            return None
        whole.update(level for m in larger for level in m.groups)
    return None


def _spoken_of(
    reading: Reading,
    start: int,
    named: Sequence[tuple[int, int, Place]],
    own: PlaceRef | None,
    places: PlaceLookup,
) -> PlaceRef | None:
    """The unit that leads a sentence, where it lies in the article's own."""
    first = named[0]
    near = named[:1]
    if len(named) > 1 and _is_parent(reading, first, named[1]):
        near = named[:2]
    if any(m[2].level == first[2].level and m[2] is not first[2] for m in named):
        return None
    # "tại xóm 8, xã X": the settlement before stands where the commune does
    head = next((m for m in places.mentions if m[1] < first[0] and reading.view[m[1] : first[0]].strip() == ","), first)
    if not _leads_clause(reading, start, head) or _in_bracket(reading, start, first):
        return None
    if cues(reading, "scope.aside", start, first[0]):
        return None
    unit = places.ref_of(_smallest(reading, near))
    if own is None:
        return unit
    if LEVELS.index(unit.level) <= LEVELS.index(own.level) or unit.province != own.province:
        return None
    return unit if own.level == "province" or unit.district == own.district else None


def _own_level(reading: Reading, count: Count, group: str, places: PlaceLookup) -> PlaceRef | None:
    """ "toàn huyện" is the article's own district, or the one last named where the article speaks for a larger unit."""
    if group == "city":
        # "toàn thành phố": a city of either level
        cities = (ref for ref in (places.own("district"), places.own("province")) if ref is not None)
        own = next((ref for ref in cities if ref.kind == "thành phố"), None)
        return own or _city_before(reading, count, places) or places.article_place
    level = {"province": "province", "province2": "province", "district": "district", "commune": "commune"}.get(group)
    if level is None:
        return None
    return places.own(cast(Level, level)) or _said_before(reading, count, level, places)


def _city_before(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """The city last named in the paragraph of a count."""
    first = next(s.start for s in reading.sentences if s.paragraph == count.sentence.paragraph)
    named = [m[2] for m in places.mentions if first <= m[0] < count.start]
    return next((places.ref_of(p) for p in reversed(named) if p.kind == "thành phố"), None)


def _leads_clause(reading: Reading, start: int, mention: tuple[int, int, Place]) -> bool:
    """Whether a place stands where the subject stands: nothing but linking words and bodies before it."""
    lead = reading.lower[start : mention[0]]
    lead = lead[max(lead.rfind(mark) for mark in (",", ":", " - ")) + 1 :]
    return len(lead.split()) <= 10 and not cues_in(reading, "scope.object", lead)


def _in_bracket(reading: Reading, start: int, mention: tuple[int, int, Place]) -> bool:
    """Whether a place only says where another one lies: "huyện Phú Hạc (Lam Giang) công nhận"."""
    opening = reading.view.rfind("(", start, mention[0])
    return opening >= 0 and ")" not in reading.view[opening : mention[0]] and reading.view[start:opening].strip() != ""
