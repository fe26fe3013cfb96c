"""The level of a count: whose models they are, those of communes, of the district, of the province."""

from __future__ import annotations

from collections.abc import Sequence

from danvan.link.counts import Count, clause_end, clause_start
from danvan.link.cues import cues
from danvan.link.lookup import PlaceLookup
from danvan.link.scope.status import joined_behind
from danvan.link.times.named import YEAR
from danvan.match import Match
from danvan.reading import Reading
from danvan.records import Level

LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune", "hamlet")
"""From the largest to the smallest."""
_LABEL_LEVEL = 20
"""Characters from the level that leads a sentence to the colon behind it: "Cấp xã, phường: "."""
_LABEL = 26
"""Characters before a number in which the level stands that leads it: "cấp huyện mới chỉ có 21"."""
_JOINED = 60
"""Characters behind the second of a pair in which the level of both is named."""
_BODY = 120
"""Characters from the name of a body to the unit that it is of."""


def link_level(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> None:
    honours = count.status in {"recognised", "commended"}
    proposed = count.status == "planned" and count.dan_van_kheo
    if not count.is_model and count.status != "commended" and not proposed:
        count.level = _level_of_own_label(reading, count, places)
        return
    own = _level_beside(reading, count, places)
    if own is None:
        own = _level_of_pair(reading, count, counts, places)
    if own is None and (honours or count.status == "planned"):
        own = _level_in(reading, clause_start(reading, count), count.number.outer, "level.body", places, last=True)
    if own is None and count.status == "planned":
        # "trình tỉnh 9 mô hình", but "đề nghị tỉnh hỗ trợ 9 mô hình" says nothing of their level
        start = clause_start(reading, count)
        asked = cues(reading, "level.addressee", start, count.number.outer)
        if asked and not reading.view[asked[-1].end : count.number.outer].strip(" :"):
            own = _level_in(reading, start, count.number.outer, "level.addressee", places, last=True)
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
    if own is None and proposed and (joined := joined_behind(reading, count, counts)) is not None:
        own = _level_in(reading, joined.end, min(joined.item[1], joined.end + 60), "level.addressee", places)
    count.level = own


def _level_beside(reading: Reading, count: Count, places: PlaceLookup) -> Level | None:
    """The level that the words of the count itself name: behind it, where it is told, before it, in its label."""
    stop = min(count.item[1], count.end + 100, clause_end(reading, count))
    # "cấp huyện 158 mô hình, còn lại là cấp cơ sở"; "451 mô hình, nhiều mô hình được tỉnh biểu dương"
    stop = min((m.start for m in cues(reading, "rest_of_list", count.end, stop)), default=stop)
    clause = clause_end(reading, count)
    # "làm thêm 6 mô hình, trong đó mô hình của Hội được huyện công nhận"
    lists = cues(reading, "breakdown.subset", count.end, clause)
    divided = [m for m in lists if "," in reading.view[count.end : m.start]]
    some = min((m.start for m in (*cues(reading, "some_of_them", count.end, clause), *divided)), default=clause)
    stop = min(stop, some)
    own = _level_in(reading, count.start, stop, "level.named", places)
    if own is None and count.status != "registered":
        told = min(count.told_until, count.told_at + 100, some)
        own = _level_in(reading, count.told_at, max(told, stop), "level.body", places)
    if own is None and count.tail is not None:
        start, end = count.tail
        own = _level_in(reading, start, min(end, start + 60), "level.named", places)
        if own is None and count.status != "registered":
            own = _level_in(reading, start, min(end, start + 100), "level.body", places)
    if own is None:
        # "cấp tỉnh có 5 mô hình, cấp huyện 20 mô hình": the label leads
        start = max(count.item[0], count.number.outer - _LABEL)
        own = _level_in(reading, start, count.number.outer, "level.named", places)
    if own is None and reading.match(reading.rules.rule("cues", "level_lead"), count.item[0]) is not None:
        # "Đối với cấp huyện, năm 2020 có 58 mô hình"
        own = _level_in(reading, count.item[0], min(count.item[0] + 30, count.number.outer), "level.named", places)
    if own is None and count.list is None:
        own = _level_of_label(reading, count, places)
    if own is None and count.status == "planned":
        own = _level_in(reading, count.end, stop, "level.addressee", places)
    return own


def _level_of_own_label(reading: Reading, count: Count, places: PlaceLookup) -> Level | None:
    """The level that labels a thing: "có 6.880 hộ sản xuất giỏi, trong đó cấp tỉnh 278 hộ"."""
    start = max(count.item[0], count.number.outer - _LABEL_LEVEL)
    found = cues(reading, "level.named", start, count.number.outer)
    beside = found and reading.view[found[-1].end : count.number.outer].strip(" :") in {"", "có", "là"}
    return _level_in(reading, found[-1].start, count.number.outer, "level.named", places) if beside else None


def _level_of_pair(reading: Reading, count: Count, counts: list[Count], places: PlaceLookup) -> Level | None:
    """The level that is told once of two parts with different holders: "12 tập thể, 8 cá nhân cấp huyện"; the label
    that leads the first leads both: "cấp xã 48 tập thể, 27 cá nhân"."""
    if count.part_of is None or count.holder is None:
        return None
    joined = joined_behind(reading, count, counts)
    if joined is not None and joined.part_of is not None:
        return _level_in(reading, joined.end, min(joined.item[1], joined.end + _JOINED), "level.named", places)
    before = next((c for c in reversed(counts) if c.start < count.start), None)
    if before is None or before.holder in {None, count.holder} or before.part_of is None:
        return None
    return before.level if joined_behind(reading, before, counts) is count else None


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
            return next((level for level in LEVELS if level in full.groups), None)
    return None


def _level_of_year_before(reading: Reading, count: Count, counts: list[Count]) -> Level | None:
    """The level of what the same sentence counts before in another time: "năm 2021 được huyện công nhận 9; năm 2022
    công nhận 12"."""
    before = next((c for c in reversed(counts) if c.start < count.start and c.is_model and c.part_of is None), None)
    if before is None or before.sentence != count.sentence or before.status != count.status or before.change:
        return None
    told = any(rule in m.rule.id for m in cues(reading, "level.", before.end, count.end) for rule in ("named", "body"))
    year = YEAR.search(reading.view, before.end, count.number.outer)
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
        for level in LEVELS:
            if level in match.groups:
                return level
    return None


def _is_two_levels(reading: Reading, found: Sequence[Match]) -> bool:
    """ "đăng ký ở cấp cơ sở và cấp huyện": two levels in one breath are none."""
    joint = reading.rules.rule("cues", "level_joint").regex
    return len(found) > 1 and joint.fullmatch(reading.view, found[0].end, found[1].start) is not None
