"""The scope of a count: change, holder, field, level, period, place. Topic and status have files of their own.

Each facet by a fixed order of evidence: the words of the number's own item, its clause, its sentence, then the total
that it is part of, then the paragraph and the article. Source: constructions.md 1.4-1.8, contract rulings 3, 13-22.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from danvan.link.changes import link_changes
from danvan.link.counts import HONOURED, Count, clause_end, clause_start, is_labelled
from danvan.link.cues import cues, longest
from danvan.link.items import set_items
from danvan.link.lookup import PlaceLookup
from danvan.link.periods import load_periods
from danvan.link.sections import planned_sentences
from danvan.link.status import joined_behind, link_status
from danvan.link.timing import link_period, span_parts
from danvan.link.topic import link_topic
from danvan.match import Match
from danvan.reading import Reading
from danvan.records import Change, Date, Field_, Holder, Level, Place, PlaceRef

_LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune", "hamlet")

_FIELD = 110
"""Characters from a number to the first field that it can have."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_GOES_ON = 3
"""Sentences back in which a paragraph says of whom it speaks."""
_ALL_FIELDS = 4
"""So many fields together are all that there are."""
_SITE = 90
"""Characters behind a number in which the units are looked for that it covers."""
_LABEL_LEVEL = 20
"""Characters from the level that leads a sentence to the colon behind it: "Cấp xã, phường: "."""
_BODY = 120
"""Characters from the name of a body to the unit that it is of."""
_LABEL_GAP = 4
"""Words between a field that labels a number, with nothing to lead it, and that number: "kinh tế hiện đã có 12"."""


def link_scopes(reading: Reading, counts: list[Count], dates: Sequence[Date], places: PlaceLookup) -> None:
    """Fills in every facet of every count; totals before their parts, so that parts can inherit."""
    periods = load_periods(reading, dates)
    set_items(reading, counts)
    link_changes(reading, counts)
    plans = planned_sentences(reading)
    for count in sorted(counts, key=lambda c: c.start):
        count.in_plan = count.sentence.start in plans
        link_topic(reading, count, counts)
    for count in sorted(counts, key=lambda c: (_depth(c), c.start)):
        count.coming = periods.coming(count.number.outer, count.end, count.item[1])
        _link_own_words(reading, count)
        _link_pair(reading, count, counts)
        link_status(reading, count, counts)
        _link_level(reading, count, counts, places)
        link_period(count, counts, periods)
        _link_future(reading, count)
        _settle_than(reading, count)
        _link_place(reading, count, counts, places)
        _link_rate(reading, count)
    span_parts(counts, periods)


def _depth(count: Count) -> int:
    """How many counts before it this one has its facets from: the totals above it, or the one that it goes on from."""
    if count.part_of is not None:
        return 1 + _depth(count.part_of)
    before = count.sibling
    return 0 if before is None or before.start > count.start else _depth(before)


def _link_own_words(reading: Reading, count: Count) -> None:
    """Holder and field, from the words of the item: behind the number first, before it where a label leads."""
    if not (count.is_model or count.measure in HONOURED):
        return
    start, end = count.start, min(count.item[1], count.end + 160, clause_end(reading, count))
    # what stands behind "trong đó" tells of a part, what behind "đã góp phần" of no field
    others = ("rest_of_list", "breakdown.subset", "fields.outcome")
    stops = (m.start for prefix in others for m in cues(reading, prefix, count.end, end))
    end = min(stops, default=end)
    holders = {m.rule.gives["holder"] for m in cues(reading, "holder.", start, min(end, count.end + 30))}
    if not holders and count.part_of is not None:
        # "tập thể 12, cá nhân 4": the label leads
        holders = {m.rule.gives["holder"] for m in cues(reading, "holder.", count.item[0], count.number.outer)}
    if any(m.start < end for m in cues(reading, "both_holders", start, min(count.end + 60, count.sentence.end))):
        # "26 mô hình tập thể và cá nhân"
        holders = {"collective", "individual"}
    if len(holders) == 1:
        count.holder = cast(Holder, holders.pop())
    elif not holders and count.part_of is not None and count.part_of.sentence == count.sentence:
        # "Về tập thể có 171 mô hình (kinh tế: 68, quốc phòng - an ninh: 39)"
        count.holder = count.part_of.holder
    if not count.is_model or count.is_rate or count.change is not None:
        return
    # "kinh tế: 33, văn hóa - xã hội: 20": the label leads, what stands behind the comma is the next one's
    is_closed = count.noun is None and reading.view[count.end : count.end + 1] in {",", ";", ")", "."}
    label = _fields(reading, count.item[0], count.number.outer, where="label") if is_closed else set()
    behind = label if len(label) == 1 else _fields(reading, count.end, end, where="behind")
    if not behind and count.tail is not None:
        behind = _fields(reading, count.tail[0], min(count.tail[1], count.tail[0] + 160), where="behind")
    if not behind and (count.part_of is not None or count.item[0] < count.start) and not _ends_list(reading, count):
        behind = _fields(reading, count.item[0], count.number.outer, where="label")
    if not behind and cues(reading, "fields.same", count.item[0], end):
        behind = _field_before(reading, count)
    if len(behind) == 1:
        count.field = cast(Field_, behind.pop())
    elif count.part_of is not None:
        named = behind or _fields(reading, count.end, end, where="anywhere")
        # "từ kinh tế, xã hội, quốc phòng đến hệ thống chính trị": what names nearly all of them has none of its own
        many = len(named) >= _ALL_FIELDS
        count.field = cast(Field_, named.pop()) if len(named) == 1 else "other" if named and not many else None
        if not many and count.field is None and _is_near(count, count.part_of):
            # "94 mô hình an ninh trật tự, gồm 60 tập thể, 34 cá nhân"
            count.field = count.part_of.field


def _link_pair(reading: Reading, count: Count, counts: list[Count]) -> None:
    """The second of a pair is of the field that leads both: "kinh tế có 30 mô hình tập thể, 12 mô hình cá nhân"."""
    before = next((c for c in reversed(counts) if c.start < count.start), None)
    if before is None or count.field is not None or None in (before.holder, count.holder):
        return
    if before.holder != count.holder and joined_behind(reading, before, counts) is count:
        count.field = before.field


def _ends_list(reading: Reading, count: Count) -> bool:
    """Whether the clause of a count ends a list of fields that is of something else: "thi đua trên các lĩnh vực kinh
    tế; quốc phòng - an ninh; xây dựng Đảng, duy trì 70 mô hình".
    """
    start = count.item[0]
    if count.part_of is not None or start == count.sentence.start or reading.view[start - 1] != ";":
        return False
    many = cues(reading, "fields.many", count.sentence.start, start)
    return bool(many) and not any(c.isdigit() for c in reading.view[many[-1].end : start])


def _is_near(part: Count, total: Count) -> bool:
    """Whether a total stands in the sentence of its part, is part of nothing itself, or is made up by its parts: "Kinh
    tế: 44 mô hình. Gồm tổ hợp tác 19, cửa hàng 25"."""
    return part.sentence == total.sentence or total.part_of is None or bool(part.partition)


def _field_before(reading: Reading, count: Count) -> set[str]:
    """The field that was named last, in the sentence of a count or the one before it; of several together all."""
    index = reading.sentence_index(count.start)
    before = [(s.start, s.end) for s in reading.sentences[max(0, index - 1) : index]]
    for start, end in [(count.sentence.start, count.start), *before]:
        found = longest(cues(reading, "field.", start, end))
        if found:
            return {str(m.rule.gives["field"]) for m in found}
    return set()


def _fields(reading: Reading, start: int, end: int, *, where: str) -> set[str]:
    """The fields named in [start, end): `where` is "behind" a number, in a "label" before it, or "anywhere"."""
    found = longest(cues(reading, "field.", start, end))
    if not found or found[0].start - start > _FIELD:
        return set()
    lead = reading.view[start : found[0].start]
    if cues_in(reading, "fields.vague", lead) or (where != "label" and cues_in(reading, "fields.many", lead)):
        return set()
    if where != "anywhere" and not cues_in(reading, f"fields.{where}", lead):
        return set()
    if where == "label" and not lead.strip():
        gap = reading.view[found[-1].end : end].split()
        # a head of the page, "Xây dựng Đảng Thanh Hóa tôn vinh 128 điển hình", labels nothing
        if len(gap) > _LABEL_GAP or (gap and gap[0][:1].isupper()):
            return set()
    return {str(m.rule.gives["field"]) for m in found}


def cues_in(reading: Reading, name: str, words: str) -> bool:
    """Whether one cue rule finds something in a few words."""
    return reading.rules.rule("cues", name).regex.search(words) is not None


def _link_level(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> None:
    honours = count.status in {"recognised", "commended"}
    if not count.is_model and count.status != "commended":
        return
    own = _level_beside(reading, count, places)
    if own is None and (honours or count.status == "planned"):
        own = _level_in(reading, clause_start(reading, count), count.number.outer, "level.body", places, last=True)
    if own is None and honours:
        own = _level_of_honours(reading, count, counts, places)
        if own is None and count.part_of is None:
            own = _level_in(reading, count.sentence.start, count.number.outer, "level.subject", places, last=True)
        if own is None and count.list is None:
            own = _level_of_body_before(reading, count, places)
        if own is None and count.part_of is None:
            own = _level_of_year_before(reading, count, counts)
    if own is None and count.part_of is not None:
        own = count.part_of.level
    if own is None and honours and (joined := joined_behind(reading, count, counts)) is not None:
        # "tuyên dương 19 tập thể và 12 điển hình cấp huyện"
        own = _level_in(reading, joined.start, min(joined.item[1], joined.end + 60), "level.named", places)
    count.level = own


def _level_beside(reading: Reading, count: Count, places: PlaceLookup) -> Level | None:
    """The level that the words of the count itself name: behind it, where it is told, before it, in its label."""
    stop = min(count.item[1], count.end + 100, clause_end(reading, count))
    # "cấp huyện 158 mô hình, còn lại là cấp cơ sở"
    stop = min((m.start for m in cues(reading, "rest_of_list", count.end, stop)), default=stop)
    own = _level_in(reading, count.start, stop, "level.named", places)
    if own is None and count.status != "registered":
        told = min(count.told_until, count.told_at + 100, clause_end(reading, count))
        own = _level_in(reading, count.told_at, max(told, stop), "level.body", places)
    if own is None and count.tail is not None:
        start, end = count.tail
        own = _level_in(reading, start, min(end, start + 60), "level.named", places)
        if own is None and count.status != "registered":
            own = _level_in(reading, start, min(end, start + 100), "level.body", places)
    if own is None:
        # "cấp tỉnh có 5 mô hình, cấp huyện 20 mô hình": the label leads
        own = _level_in(reading, max(count.item[0], count.number.outer - 20), count.number.outer, "level.named", places)
    if own is None and reading.match(reading.rules.rule("cues", "level_lead"), count.item[0]) is not None:
        # "Đối với cấp huyện, năm 2020 có 58 mô hình"
        own = _level_in(reading, count.item[0], min(count.item[0] + 30, count.number.outer), "level.named", places)
    if own is None and count.list is None:
        own = _level_of_label(reading, count, places)
    if own is None and count.status == "planned":
        own = _level_in(reading, count.end, stop, "level.addressee", places)
    return own


def _level_of_label(reading: Reading, count: Count, places: PlaceLookup) -> Level | None:
    """The level that leads a whole sentence: "Cấp huyện: đăng ký 48 mô hình; công nhận 41 mô hình"."""
    start = count.sentence.start
    lead = reading.match(reading.rules.rule("cues", "level_lead"), start)
    if lead is None:
        return None
    colon = reading.view.find(":", lead.end(), lead.end() + _LABEL_LEVEL)
    if colon < 0 or any(c.isdigit() for c in reading.view[lead.end() : colon]):
        return None
    return _level_in(reading, start, colon, "level.named", places)


def _level_of_body_before(reading: Reading, count: Count, places: PlaceLookup) -> Level | None:
    """The level of a body that was named in full before: "Ban Chỉ đạo huyện họp. Ban Chỉ đạo công nhận 168"."""
    bare = cues(reading, "level.bare_body", clause_start(reading, count), count.number.outer)
    if not bare:
        return None
    name = reading.lower[bare[-1].start : bare[-1].end]
    for full in reversed(cues(reading, "level.subject", 0, bare[-1].start)):
        words = reading.lower[max(reading.sentence_at(full.start).start, full.start - _BODY) : full.start]
        if name in words:
            return next((level for level in _LEVELS if level in full.groups), None)
    return None


def _level_of_year_before(reading: Reading, count: Count, counts: list[Count]) -> Level | None:
    """The level of what the same sentence counts before in another time: "năm 2021 được huyện công nhận 9; năm 2022
    công nhận 12"."""
    before = next((c for c in reversed(counts) if c.start < count.start and c.is_model and c.part_of is None), None)
    if before is None or before.sentence != count.sentence or before.status != count.status or before.change:
        return None
    told = any(rule in m.rule.id for m in cues(reading, "level.", before.end, count.end) for rule in ("named", "body"))
    year = _YEAR.search(reading.view, before.end, count.number.outer)
    return before.level if year is not None and not told else None


def _level_of_honours(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> Level | None:
    """The level of a body that honours more than these: "9 tập thể, 6 cá nhân được huyện khen", "tỉnh tặng Bằng khen 9
    tập thể; tặng Bằng khen 4 tập thể"."""
    joined = joined_behind(reading, count, counts)
    if joined is not None:
        stop = min(clause_end(reading, joined), joined.end + 160, max(joined.item[1], joined.end))
        closing = reading.view.find(")", joined.end, stop)
        stop = stop if closing < 0 else closing
        return _level_in(reading, joined.end, stop, "level.body", places)
    if _goes_on_giving(reading, count):
        plans = cues(reading, "status.planned", count.sentence.start, clause_start(reading, count))
        # "giới thiệu 3 mô hình để tỉnh xét; tuyên dương 5": whom a plan names is not who gives
        stop = plans[0].start if plans else count.number.outer
        return _level_in(reading, count.sentence.start, stop, "level.body", places, last=True)
    return None


def _goes_on_giving(reading: Reading, count: Count) -> bool:
    """Whether the clause of a count begins with what the subject of the sentence does: "...; tặng 14 tập thể"."""
    start = clause_start(reading, count)
    lead = start + 1
    verbs = cues(reading, "status.", lead, count.number.start) if start > count.sentence.start else []
    return bool(verbs) and not reading.view[lead : verbs[0].start].strip(" ,").removeprefix("và").strip()


def _level_in(
    reading: Reading, start: int, end: int, prefix: str, places: PlaceLookup, *, last: bool = False
) -> Level | None:
    """The level that the first cue names; "thành phố" is a province where the article's province is a city."""
    found = cues(reading, prefix, start, end)
    if prefix == "level.named" and _is_two_levels(reading, found):
        return None
    for match in reversed(found) if last else found:
        if "city" in match.groups:
            named = next((m[2].level for m in places.mentions if m[0] <= match.groups["city"][0] < m[1]), None)
            if named is not None:
                return named
            province = places.own("province")
            return "province" if province is not None and province.kind == "thành phố" else "district"
        for level in _LEVELS:
            if level in match.groups:
                return level
    return None


def _is_two_levels(reading: Reading, found: Sequence[Match]) -> bool:
    """ "đăng ký ở cấp cơ sở và cấp huyện": two levels in one breath are none."""
    joint = reading.rules.rule("cues", "level_joint").regex
    return len(found) > 1 and joint.fullmatch(reading.view, found[0].end, found[1].start) is not None


def _settle_than(reading: Reading, count: Count) -> None:
    """A year that is compared with is another than the previous one where that of the count says so (ruling 17)."""
    change, period = count.change, count.period
    if change is None or change.than != "previous_year" or period is None:
        return
    if period.start is None or period.end is None:
        return  # a stock of no year that is named
    stop = min(clause_end(reading, count), count.end + 80)
    # "tăng 75 so với năm 2020", "so với năm 2020 tăng 75"
    found = (
        cues(reading, "than.previous_year", count.number.outer, stop)
        or (cues(reading, "than.previous_year", clause_start(reading, count), count.number.outer)[-1:])
    )
    years = _YEAR.findall(reading.view, found[0].start, found[0].end) if found else []
    if len(years) == 1 and int(years[0]) < int(period.end[:4]) - 1:
        count.change = Change(direction=change.direction, than="other")


def _link_future(reading: Reading, count: Count) -> None:
    """What is to stand by the end of a year yet to come is planned: "đến năm 2025, mỗi chi bộ có 01 mô hình"."""
    anchor, period = reading.draft.anchor, count.period
    if anchor is None or period is None or period.end is None or not count.is_model:
        return
    # an end alone tells of what is to stand by then, whatever is done with it
    is_open = count.status != "registered" if period.start is None else count.status in {None, "built"}
    if is_open and int((period.start or period.end)[:4]) > anchor.year:
        count.status = "planned"


def _link_place(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> None:
    own = _own_place(reading, count, places) or _labelled(reading, count, places) or _behind(reading, count, places)
    if own is not None and not count.each:
        count.place = own
    elif count.part_of is not None:
        total = count.part_of
        # "huyện có 2 mô hình trong tổng số 40 mô hình toàn tỉnh": whoever has the part stands before both
        ahead = count.start < total.start and count.sentence == total.sentence
        own = _sentence_place(reading, count, places) if ahead else None
        count.place = None if _is_of_body(reading, count, counts, places) else own or total.place
    elif count.each or _is_of_force(reading, count, places) or _is_other_name(reading, count, counts, places):
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
            or _paragraph_place(reading, count, counts, places)
            or places.article_place
        )


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


def _labelled(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """The unit right before a number that nothing but a mark parts: "như: xã An Trạch (12 mô hình)", "Bình Hạ: 9"."""
    if count.part_of is not None or not count.is_model:
        return None
    at = count.number.outer
    marked = reading.view[max(0, at - 3) : at].rstrip(" ")[-1:] in {"(", ":"}
    if not marked:
        return None
    at = len(reading.view[count.sentence.start : at].rstrip(" (:")) + count.sentence.start
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
    if subject and _are_several(reading, subject):
        own = places.article_place
        if own is not None and own.level == subject[-1][2].level:
            return own
    if subject:
        return places.ref_of(_smallest(reading, subject))
    bare = cues(reading, "scope.bare", start, count.number.outer)
    if bare:
        level = next(iter(bare[-1].groups))
        return _said_before(reading, count, level, places, kind=bare[-1].text(reading.lower, level))
    return None


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
    lower = _LEVELS.index(unit[2].level) > _LEVELS.index(above[2].level)
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
    told = [m[2] for m in named if not _is_merged(reading, m[0])]
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
    if _LEVELS.index(unit.level) <= _LEVELS.index(own.level) or unit.province != own.province:
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
    lead = lead[max(lead.rfind(mark) for mark in ",:") + 1 :]
    return len(lead.split()) <= 10 and not cues_in(reading, "scope.object", lead)


def _in_bracket(reading: Reading, start: int, mention: tuple[int, int, Place]) -> bool:
    """Whether a place only says where another one lies: "huyện Phú Hạc (Lam Giang) công nhận"."""
    opening = reading.view.rfind("(", start, mention[0])
    return opening >= 0 and ")" not in reading.view[opening : mention[0]] and reading.view[start:opening].strip() != ""


def _link_rate(reading: Reading, count: Count) -> None:
    """Averages keep their "per" in the unit: "trung bình mỗi năm có 900 điển hình" is "điển hình/năm" (ruling 3)."""
    before = cues(reading, "rate.before", clause_start(reading, count), count.number.outer)
    before = [m for m in before if m.end == count.number.outer]
    behind = reading.match(reading.rules.rule("cues", "rate.behind"), count.end)
    per = before[0].text(reading.view, "per") if before else behind.group("per") if behind else None
    if per is not None and not count.is_rate:
        count.is_rate = True
        count.unit = f"{count.unit}/{per.lower()}"
        if count.period is not None:
            count.period = count.period.model_copy(update={"cumulative": False})
