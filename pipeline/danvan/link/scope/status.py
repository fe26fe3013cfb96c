"""What was done with what is counted: built, registered, recognised ... (contract ruling 2, constructions.md 1.3)."""

from __future__ import annotations

import itertools
import re
from typing import cast

from danvan.link.counts import HONOURED, Count, clause_end, clause_start, is_aside
from danvan.link.cues import cues, longest
from danvan.match import Match
from danvan.reading import Reading
from danvan.records import Status

_PASSIVE = 20
"""Characters before a verb in which its clause can begin with "được"."""
_LEADERS = ("ban chỉ đạo", "bcđ")
"""Bodies whose name goes on with what they lead: "Ban Chỉ đạo xây dựng nông thôn mới"."""
_PURPOSE = "để"
"""What stands behind this word is yet to come: "chọn 30 mô hình để nhân rộng"."""
_OPENED = re.compile(r"\((?:đã\s|đều\s)?(?:được\s)?$")
_ALLOWS_COMMA = ("fields.many", "status_passive", "status_now", "status_quality", "status_noun_list")
"""The rules of what a comma may stand in between a noun and the verb behind it."""
_WHOLE = frozenset({"registered", "built", "maintained"})
"""The status of all models of a unit and time; the later stages of the funnel are of some of them."""
_NEW = frozenset({"launched", "registered", "replicated"})
"""What is added to those that are there."""
_OF_THINGS = frozenset({"built", "maintained", "launched", "replicated"})
"""What is done with models, never with persons and households."""
_PERSONS = HONOURED - {"điển hình", "gương", "công trình"}
_SIZES = frozenset({"km", "m", "m2", "m²", "ha", "mét"})
_JUDGED = frozenset({"recognised", "commended"})
"""What a body of some level gives."""


def link_status(reading: Reading, count: Count, counts: list[Count]) -> None:
    """What was done with the models of a count, or with those who are honoured for them."""
    if not (count.is_model or count.measure in HONOURED or (count.is_rate and count.dan_van_kheo)):
        return
    if count.unit in _SIZES:
        return  # "công trình có chiều dài 2 km": how large it is
    _link_verb(reading, count, counts)
    if not count.is_model and count.measure in _PERSONS and count.status in _OF_THINGS:
        count.status = None  # "có gần 300 hộ gia đình": nobody builds a household


def _link_verb(reading: Reading, count: Count, counts: list[Count]) -> None:
    if _is_undone(reading, count):
        total = count.part_of
        count.status = "registered" if total is not None and total.status == "registered" else None
        return
    own, known = _of_all(reading, count) or _status_of(reading, count, counts)
    is_sum = own in {None, "built", *_NEW} and count.part_of is None and _is_sum(reading, count)
    if is_sum:
        own, known = "built", True
    elif not known and count.part_of is not None:
        own, known = _alike(reading, count, counts)
    # "năm 2024 các xã đăng ký 40": it is registered already, but "đăng ký ít nhất 40" is still asked for
    is_there = own == "registered" and count.bound != "at_least" and not count.each
    if count.coming is not None and not is_there and not _is_done(reading, count, counts, count.sentence.start):
        own, known = "planned", True
    if not known and count.part_of is None and count.sibling is None:
        own, known = _shared(reading, count, counts)
    if count.change is not None and count.sibling is not None:
        count.status = own if known and own not in {None, "built"} else count.sibling.status
        return
    if not known and count.part_of is None and count.sibling is None and count.is_model:
        own = _told_before(reading, count, counts)
    count.status_known = known
    total = count.part_of
    honoured = total is not None and own in _JUDGED and _came_of_it(reading, count, total, own)
    inherited = _inherited(count, known=known)
    inherited = "built" if (not known or own == "built") and _follows_built(count, counts) else inherited
    if inherited in {"commended", "recognised"} and known and count.graded:
        # "công nhận 58 mô hình, trong đó 31 đạt loại tốt": the grade is no later stage
        own = inherited
    if (inherited == "planned" and not honoured) or (
        count.part_of is not None
        and (not known or (own == "built" and count.list is not None and not _is_finished(reading, count)))
    ):
        count.status = inherited
    elif (
        count.sibling is not None
        and not (count.number.of is not None and not known)
        and not (
            known and (own != "built" or is_sum or count.sibling.status == "planned" or _is_carried_out(reading, count))
        )
    ):
        count.status = count.sibling.status
    else:
        count.status = own
    if (
        count.is_model
        and count.status == "commended"
        and count.unit.lower().startswith(("điển hình", "gương điển hình"))
        and (count.part_of is None or count.part_of.measure == "điển hình")
    ):
        count.measure = "điển hình"


def _follows_built(count: Count, counts: list[Count]) -> bool:
    """Whether the items before one in its list say that they are done: "- Kinh tế: 61 mô hình đã hoàn thành. - An ninh:
    21 mô hình"."""
    listed = [c for c in counts if c.list is not None and c.list == count.list and c.start < count.start]
    total = count.part_of
    if total is None or total.status != "registered" or not listed:
        return False
    return all(c.status == "built" for c in listed) and listed[-1].sentence != count.sentence


def _inherited(count: Count, *, known: bool) -> Status | None:
    """The status of the total; "đăng ký 47 mô hình; đạt 36/47" tells what became of those, not that they registered."""
    total = count.part_of
    if total is None or (total.status == "registered" and not known and count.number.of is not None):
        return None
    return total.status


def _is_carried_out(reading: Reading, count: Count) -> bool:
    """Whether a verb of its own says that some of what was registered is there, or that of another unit: "đăng ký 73
    mô hình; hoàn thành 66", "xã An Trạch xây dựng 13, được công nhận 11; xã Bình Hạ xây dựng 12"."""
    sibling = count.sibling
    if sibling is None or sibling.sentence != count.sentence:
        return False
    start = max(sibling.end, clause_start(reading, count))
    is_of_registered = sibling.status == "registered" and count.value <= sibling.value
    return (is_of_registered or start > sibling.end) and bool(cues(reading, "status.built", start, count.number.outer))


def _is_finished(reading: Reading, count: Count) -> bool:
    """Whether a part of what is registered is done: "đăng ký 15 mô hình; đã hoàn thành 13 mô hình, còn 2 mô hình"."""
    total = count.part_of
    if total is None or total.status != "registered":
        return False
    if cues(reading, "done", *count.item):
        return True  # "đã triển khai 61 mô hình", "61 mô hình đã triển khai, 33 mô hình chưa triển khai"
    behind = _behind(reading, count)
    if behind is not None and behind.rule.id == "status.built.passive":
        return True  # "đăng ký 97 mô hình; 91 mô hình được triển khai"
    return bool(cues(reading, "status.built.completed", count.item[0], count.number.start))


def _came_of_it(reading: Reading, count: Count, total: Count, own: Status) -> bool:
    """Whether a part of what was planned is done: "đề nghị 12 mô hình, đã công nhận 9", "từ đó công nhận 9/12"; or who
    honoured some of what was proposed is named: "giới thiệu 4 mô hình, trong đó 2 mô hình được tỉnh tặng Bằng khen".
    """
    if count.number.of is not None or cues(reading, "done", *count.item) or _of_all(reading, count) is not None:
        return True
    if own == "commended" and total.stage and cues(reading, "level.body", count.end, count.item[1]):
        return True
    return bool(cues(reading, "breakdown.stage", clause_start(reading, count), count.number.outer))


def _of_all(reading: Reading, count: Count) -> tuple[Status | None, bool] | None:
    """What became of all: "chọn 8 mô hình đề nghị tỉnh biểu dương, cả 8 mô hình đều được biểu dương"."""
    behind = _behind(reading, count) if reading.lower.startswith("đều ", count.end + 1) else None
    if behind is None or behind.rule.gives["status"] not in _JUDGED:
        return None
    return _status(reading, count, behind), True


def _is_to_come(reading: Reading, count: Count, counts: list[Count], start: int) -> bool:
    """Whether an order, a plan before it or the heading over it says that a number is still to come."""
    if _is_ordered(reading, count, counts, start) or _planned_before(reading, count):
        return True
    return count.in_plan and not _is_done(reading, count, counts, start)


def _status_of(reading: Reading, count: Count, counts: list[Count]) -> tuple[Status | None, bool]:
    """The status that the clause gives, and whether it gives one at all."""
    start = count.item[0] if count.part_of is not None else clause_start(reading, count)
    # up to the number: a verb may stand behind words that bound it, "tối thiểu làm một mô hình"
    found = [m for m in cues(reading, "status.", start, count.number.start) if _may_govern(reading, m, count, counts)]
    verbs = longest(m for m in found if not is_aside(reading, m.end, count.number.start))
    plan = next(
        (
            m
            for m in verbs
            if m.rule.gives["status"] == "planned"
            and not _is_done(reading, count, counts, m.end)
            and not _tells_of_another(reading, m, verbs, count, counts)
        ),
        None,
    )
    count.stage = any(m.rule.gives.get("choice") for m in _chain(reading, verbs)) if verbs else False
    count.stage = count.stage or (bool(verbs) and _from_stock(reading, count))
    if plan is not None or _is_to_come(reading, count, counts, start):
        # "đề nghị mỗi xã xây dựng 3 mô hình" asks for what is not there
        is_proposed = plan is not None and bool(plan.rule.gives.get("proposal")) and not count.each
        count.stage = count.stage or is_proposed
        return "planned", True
    planned, verbs = verbs, [m for m in verbs if m.rule.gives["status"] != "planned"]
    behind = _behind(reading, count) or _behind_next(reading, count, counts)
    if planned and not verbs and behind is None and _is_done(reading, count, counts, planned[-1].end):
        # "mục tiêu là 50 mô hình, kết quả đạt 61"
        return "built", True
    # "chỉ có 4 mô hình được công nhận": what is told behind goes before "có"
    if behind is not None and verbs and reading.view.startswith(",", verbs[-1].end):
        # "Trong quá trình thực hiện, 9 mô hình xin rút"
        verbs = []
    own_verb = any(m.start >= count.item[0] and not m.rule.gives.get("weak") for m in verbs)
    if behind is not None and not own_verb and count.told_at != count.end:
        return _status(reading, count, behind), True
    if behind is not None and count.change is None and count.item[0] > start and not own_verb:
        # "58 mô hình được công nhận, 9 mô hình được khen thưởng": the verb before belongs to the number before
        return _status(reading, count, behind), True
    verbs = _in_subject(reading, count, verbs)
    strong = _governing(reading, [m for m in verbs if not m.rule.gives.get("weak")], verbs)
    if not strong:
        if behind is not None:
            return _status(reading, count, behind), True
        return ("built", True) if verbs else (None, False)
    chain = _own_chain(reading, _chain(reading, strong), count, counts)
    named = [cast(str, m.rule.gives["status"]) for m in chain if m.rule.gives["status"] != "none"]
    if not named:
        return _of_none(reading, count, behind), True
    if _is_denied(reading, chain[0]):
        return None, True
    first = next(m for m in chain if m.rule.gives["status"] != "none")
    if first.rule.gives.get("stock") and _is_proposed_before(reading, first):
        # "các xã gửi 41 mô hình dự xét cấp huyện, hội đồng giữ lại 20": kept of what was proposed
        count.stage = True
        return None, True
    count.stock = bool(first.rule.gives.get("stock"))
    return cast(Status, named[0]), True


def _of_none(reading: Reading, count: Count, behind: Match | None) -> Status | None:
    """The status of what verbs before a number examine or choose, which the words behind it tell."""
    if behind is not None:
        is_told = count.stage or not _is_doers(reading, count, behind)
        return _status(reading, count, behind) if is_told else None
    if count.stage and count.part_of is not None and count.part_of.status in _JUDGED:
        # "biểu dương 90 điển hình, trong đó chọn 12 mô hình": what is chosen of them is honoured too
        return count.part_of.status
    return "commended" if count.stage and _is_guest(reading, count) else None


def _is_doers(reading: Reading, count: Count, verb: Match) -> bool:
    """Whether a proposal behind a number only says who made it: "thẩm định 45 mô hình do các địa phương giới thiệu"."""
    return bool(verb.rule.gives.get("proposal")) and " do " in reading.lower[count.end : verb.start]


def _in_subject(reading: Reading, count: Count, verbs: list[Match]) -> list[Match]:
    """The first verb of a subject that says what is counted: "số mô hình phát huy tốt, có sức lan tỏa là 152"."""
    rule = reading.rules.rule("cues", "status_subject")
    subject = rule.regex.search(reading.view, count.sentence.start, count.number.outer) if len(verbs) > 1 else None
    if subject is None:
        return verbs
    return [m for m in verbs if m.start >= subject.start() and not m.rule.gives.get("weak")][:1] or verbs


def _is_guest(reading: Reading, count: Count) -> bool:
    """Whether what is chosen goes to the meeting that honours it: "lựa chọn 80 mô hình về dự Hội nghị biểu dương"."""
    guest = reading.rules.rule("cues", "chosen_guest")
    return any(reading.match(guest, at, count.sentence.end) is not None for at in (count.end, count.told_at))


def _is_ordered(reading: Reading, count: Count, counts: list[Count], start: int) -> bool:
    """Whether a number for each unit is asked for: by an order before it in the sentence, by one that the sentence
    before ends with, or as a least number ("mỗi chi bộ chọn ít nhất một mô hình").
    """
    if not count.each or not count.is_model:
        return False
    last = next((c for c in reversed(counts) if c.start < count.start), None)
    asked = last is not None and last.each and last.status == "planned"
    if last is not None and asked and joined_behind(reading, last, counts) is count:
        # "mỗi xã xây dựng ít nhất 1 mô hình tập thể và 1 điển hình cá nhân"
        return True
    ordered = _orders(reading, count.sentence.start, count.number.outer)
    # "đã chỉ đạo mỗi đơn vị làm một mô hình": the order is given, what it asks for is to come
    if cues(reading, "done", max(start, ordered[-1].end if ordered else 0), count.number.outer):
        return False
    lead = reading.lower[start : count.number.outer]
    if cues(reading, "status.has", start, count.number.start) or lead.endswith("được "):
        # "chỉ đạo mỗi chi bộ có 1 mô hình", but not "theo chỉ đạo của huyện, mỗi chi bộ có 1 mô hình"
        return bool(ordered) and "," not in reading.view[ordered[-1].end : count.number.outer]
    if ordered or (count.bound == "at_least" and not cues(reading, "every_year", start, count.number.outer)):
        return True
    each_leads = reading.rules.rule("cues", "each_leads")
    index = reading.sentence_index(count.start)
    if not index or reading.match(each_leads, count.sentence.start) is None:
        return False
    before = reading.sentences[index - 1]
    return before.part == "body" and bool(_orders(reading, before.start, before.end))


def _orders(reading: Reading, start: int, end: int) -> list[Match]:
    name = reading.rules.rule("cues", "order_name").regex
    found = cues(reading, "order", start, end)
    return [m for m in found if name.search(reading.view, max(0, m.start - 20), m.start) is None]


def _is_proposed_before(reading: Reading, verb: Match) -> bool:
    """Whether the sentence has proposed a number of models before a verb."""
    start = reading.sentence_at(verb.start).start
    plans = [m for m in cues(reading, "status.planned", start, verb.start) if m.rule.gives.get("proposal")]
    return any(any(c.isdigit() for c in reading.view[start : m.end]) for m in plans)


def _governing(reading: Reading, strong: list[Match], verbs: list[Match]) -> list[Match]:
    """The verbs that can govern the number: "Qua 3 năm thực hiện phong trào, có 45 mô hình" has none but "có"."""
    if not strong or strong[-1] is verbs[-1]:
        return strong
    has = next(m for m in verbs if m.start > strong[-1].start and m.rule.gives.get("weak"))
    lead = reading.view[max(0, strong[-1].start - _PASSIVE) : strong[-1].start]
    if reading.rules.rule("cues", "status_passive_first").regex.search(lead) is not None:
        # "được nhân rộng ra các xã, thị trấn có 12 mô hình"
        return strong
    between = reading.lower[strong[-1].end : has.start]
    # "36 mô hình cũ còn duy trì thì hiện có 195 mô hình"
    return [] if "," in between or between.split()[-1:] == ["thì"] else strong


def _alike(reading: Reading, count: Count, counts: list[Count]) -> tuple[Status | None, bool]:
    """The status of the part before that also names a level or a grade, or is named in one breath with this one: "14
    được công nhận cấp tỉnh, 90 cấp huyện", "công nhận 90 loại A, 28 loại B", "khen 21 mô hình và 2 điển hình"."""
    before = next((c for c in reversed(counts) if c.start < count.start and c.part_of is count.part_of), None)
    if before is None or not before.status_known or before.sentence != count.sentence:
        return None, False
    joint = reading.rules.rule("cues", "joint_counts").regex
    if before.unit.lower() != count.unit.lower() and joint.fullmatch(reading.view, before.end, count.number.outer):
        return before.status, True
    alike = any(all(cues(reading, kind, *c.item) for c in (before, count)) for kind in ("level.", "grade.named"))
    return (before.status, True) if alike and before.status in _JUDGED else (None, False)


def _shared(reading: Reading, count: Count, counts: list[Count]) -> tuple[Status | None, bool]:
    """The status of the number before in one list: "biểu dương 5 mô hình ...; 8 mô hình ..."."""
    before = next((c for c in reversed(counts) if c.start < count.start and c.part_of is None and not c.is_rate), None)
    if before is not None and before.sentence == count.sentence:
        between = reading.view[before.end : count.number.outer].rstrip()
        if before.measure == count.measure and between.endswith((";", ",", " và")) and before.status_known:
            count.stock = before.stock
            return before.status, True
    return None, False


def _is_undone(reading: Reading, count: Count) -> bool:
    """Whether a number is not there: "29 mô hình đã hoàn thành, 3 mô hình chưa triển khai"; a part of what is
    registered is registered all the same.
    """
    if count.part_of is not None and count.part_of.status not in {"registered", "built"}:
        return False
    if count.part_of is not None and count.part_of.status == "built":
        return reading.match(reading.rules.rule("cues", "undone.not_begun"), count.end, count.sentence.end) is not None
    return reading.match(reading.rules.rule("cues", "undone"), count.end, count.sentence.end) is not None


def _gone_on_from(count: Count, counts: list[Count]) -> Status | None:
    """The status of the count that a sentence without a verb goes on from: "Dẫn đầu là xã An Trạch với 18 mô hình"."""
    near = [
        c
        for c in counts
        if c.start < count.start
        and c.is_model
        and c.dan_van_kheo
        and c.change is None
        and not c.each
        and c.sentence.part != "title"
        # a new paragraph goes back to what there is in all, not to what became of some
        and (c.sentence.paragraph == count.sentence.paragraph or c.status in _WHOLE)
    ]
    here = [c for c in near if c.sentence == count.sentence and c.status in _WHOLE]
    if here and near[-1].status in _JUDGED and count.value > near[-1].value:
        # "xây dựng 40 mô hình, được khen 6 mô hình; xã An Trạch 12": it goes on from all of them, not from some
        return here[-1].root.status
    if near and count.change is not None:
        # "So với năm 2021, số mô hình tăng 31": of all, not of those of one unit
        return max(near, key=lambda c: c.value).status
    return near[-1].root.status if near else None


def _raised(reading: Reading, count: Count, counts: list[Count]) -> Status | None:
    """What there was at first and is now, where no verb tells: "đi từ 196 mô hình lên 455"."""
    lead = reading.view[max(count.sentence.start, count.number.outer - 5) : count.number.outer].split()
    later = next((c for c in counts if c.start > count.start and c.is_model and c.sentence == count.sentence), None)
    if later is None or not lead or lead[-1].lower() != "từ" or _status_of(reading, later, counts)[1]:
        return None
    level = reading.rules.rule("cues", "elided.level").regex
    return "built" if level.search(reading.view[count.end : later.number.outer]) is not None else None


def _is_sum(reading: Reading, count: Count) -> bool:
    """Whether a number says how many there are in all: "ra mắt 6 mô hình, nâng tổng số lên 51"."""
    raised = cues(reading, "time.raised", count.sentence.start, count.number.outer)
    # "nâng tổng số mô hình, điển hình lên 143": the comma parts nothing
    return bool(raised) and not any(c in ";0123456789" for c in reading.view[raised[-1].end : count.number.outer])


def _told_before(reading: Reading, count: Count, counts: list[Count]) -> Status | None:
    """The status that other numbers give where no verb tells."""
    raised = _raised(reading, count, counts)
    if raised is None and _rises_from(reading, count):
        raised = _raised_from(reading, count, counts)
    return raised or _gone_on_from(count, counts) or _raised_from(reading, count, counts) or _of_subject(reading, count)


def _of_subject(reading: Reading, count: Count) -> Status | None:
    """What a subject alone says how many there are: "Đến nay, tổng số mô hình toàn huyện: 312"."""
    subject = reading.rules.rule("cues", "status_subject.all").regex
    lead = reading.view[clause_start(reading, count) : count.number.outer]
    return "built" if count.change is None and subject.search(lead) is not None else None


def _rises_from(reading: Reading, count: Count) -> bool:
    """Whether "từ" leads to what there was at first: "Từ 7 mô hình năm 2016, đến nay đã có 34"."""
    return reading.lower[max(count.sentence.start, count.number.outer - 5) : count.number.outer].split()[-1:] == ["từ"]


def _raised_from(reading: Reading, count: Count, counts: list[Count]) -> Status | None:
    """The status of the next count of the sentence: "Từ 37 mô hình năm 2015, đến nay huyện đã có 128 mô hình"."""
    later = next((c for c in counts if c.start > count.start and c.is_model and c.sentence == count.sentence), None)
    return None if later is None or later.part_of is count else _status_of(reading, later, counts)[0]


def _from_stock(reading: Reading, count: Count) -> bool:
    """ "trên cơ sở các mô hình đó, tiếp tục công nhận 55": what follows is taken from what was counted before."""
    marks = cues(reading, "breakdown.stage", clause_start(reading, count), count.number.outer)
    return bool(marks) and not any(c.isdigit() for c in reading.view[marks[-1].end : count.number.outer])


def _status(reading: Reading, count: Count, verb: Match) -> Status | None:
    if _is_denied(reading, verb):
        return None
    count.stock = bool(verb.rule.gives.get("stock"))
    count.graded = bool(verb.rule.gives.get("grade"))
    count.ended = bool(verb.rule.gives.get("ended"))
    count.stage = count.stage or bool(verb.rule.gives.get("proposal"))
    value = verb.rule.gives["status"]
    return None if value == "none" else cast(Status, value)


def _is_denied(reading: Reading, verb: Match) -> bool:
    """ "12 mô hình chưa được công nhận", "không còn hoạt động" """
    before = (reading.view, max(0, verb.start - 40), verb.start)
    return reading.rules.rule("cues", "status_denied").regex.search(*before) is not None


def _is_done(reading: Reading, count: Count, counts: list[Count], start: int) -> bool:
    """Whether the words before a number say that it is there: "đã công nhận 12".

    What right behind another number tells of that one does not: "giữ vững 143 mô hình đã được công nhận, đăng ký 60".
    """
    return any(
        not any(c.end <= m.start and reading.view[c.end : m.start].isspace() for c in counts)
        for m in cues(reading, "done", start, count.number.outer)
        if not is_aside(reading, m.end, count.number.outer)
    )


def _tells_of_another(reading: Reading, plan: Match, verbs: list[Match], count: Count, counts: list[Count]) -> bool:
    """Whether a plan right behind another number is that one's: "12 mô hình đề nghị công nhận, từ đó công nhận 9"."""
    before = next((c for c in reversed(counts) if c.end <= plan.start and c.sentence == count.sentence), None)
    if before is None or any(c in reading.view[before.end : plan.start] for c in ",;:("):
        return False
    own = [m for m in verbs if m.start >= plan.end and not m.rule.gives.get("weak")]
    return any(_is_apart(reading, plan, m) and m.rule.gives["status"] != "planned" for m in own)


def _is_apart(reading: Reading, plan: Match, verb: Match) -> bool:
    """Whether a verb is not what is planned: "đề nghị xét, từ đó công nhận 9", "trình huyện và được công nhận"."""
    between = reading.view[plan.end : verb.start]
    return "," in between or (between.endswith(" và ") and reading.lower.startswith("được ", verb.start))


def _planned_before(reading: Reading, count: Count) -> bool:
    """A plan said earlier in the sentence goes on behind a semicolon, until "đã" says that something is done."""
    start = clause_start(reading, count)
    if start == count.sentence.start or cues(reading, "done", start, count.number.outer):
        return False
    plans = cues(reading, "status.planned", count.sentence.start, start)
    if not plans or not _is_proposal(reading, plans, start):
        return bool(plans)
    # "trình khen thưởng 25 tập thể; 7 mô hình được đưa vào tài liệu": only what is proposed is
    own = _behind(reading, count)
    if own is None and not any("verbal" in m.groups for m in plans):
        # "trình huyện 5 mô hình; biểu dương 12 mô hình", but "đề nghị khen 5 mô hình; công nhận 12 mô hình"
        own = next(iter(longest(cues(reading, "status.", start, count.number.start))), None)
    return own is None or own.rule.gives["status"] == "planned"


def _is_proposal(reading: Reading, plans: list[Match], end: int) -> bool:
    """Whether plans propose a number of things, and ask nobody to do something: "đề nghị mỗi ấp chọn một việc"."""
    counted = any(c.isdigit() for c in reading.view[plans[0].end : end])
    return counted and all(m.rule.gives.get("proposal") for m in plans)


def _may_govern(reading: Reading, verb: Match, count: Count, counts: list[Count]) -> bool:
    """Whether a verb before a number can be that number's: it is no part of a name, nor what the models before do ("45
    mô hình thực hiện tốt quy chế dân chủ, 12 mô hình phân loại rác").
    """
    opening = reading.rules.rule("cues", "status_preamble").regex
    if opening.search(reading.view, count.sentence.start, verb.start) is not None:
        return False  # "Qua 5 năm triển khai phong trào, huyện có 60 mô hình được công nhận"
    if _in_name(reading, verb, count):
        return False
    named = (*cues(reading, "besides", *_before(count)), *cues(reading, "pointed.at_first", *_before(count)))
    if any(m.start <= verb.start < m.end for m in named):
        # "lúc mới phát động chỉ có 14 mô hình": a verb that tells a time
        return False
    if reading.match(reading.rules.rule("cues", "status_object"), verb.start) is None:
        return True
    before = next((c for c in reversed(counts) if c.end <= verb.start and c.sentence == count.sentence), None)
    return before is None or any(c in reading.view[before.end : verb.start] for c in ",;:")


def _before(count: Count) -> tuple[int, int]:
    return count.sentence.start, count.number.outer


def _in_name(reading: Reading, match: Match, count: Count) -> bool:
    """ "Ban Chỉ đạo xây dựng mô hình": the verb is part of a name or modifies a noun; not in "việc xây dựng 39"."""
    if reading.view[match.end : count.number.outer].isspace():
        return False
    before = reading.view[max(0, match.start - 20) : match.start]
    if match.rule.gives["status"] != "built" and before.lower().rstrip().endswith(_LEADERS):
        # "Ban Chỉ đạo đề nghị huyện công nhận 79": it proposes, and is not named so
        return False
    return reading.rules.rule("cues", "status_noun").regex.search(before) is not None


def _chain(reading: Reading, verbs: list[Match]) -> list[Match]:
    """The last verb before the number with those joined to it: "xây dựng và nhân rộng" is a chain of two."""
    joint = reading.rules.rule("cues", "status_joint").regex
    chain = [verbs[-1]]
    for match in reversed(verbs[:-1]):
        if joint.fullmatch(reading.view[match.end : chain[0].start]) is None:
            break
        chain.insert(0, match)
    return chain


def _own_chain(reading: Reading, chain: list[Match], count: Count, counts: list[Count]) -> list[Match]:
    """The chain without what tells of the number before: "có 40 mô hình được đăng ký, và đã công nhận 38"."""
    before = next((c for c in reversed(counts) if c.end <= chain[0].start and c.sentence == count.sentence), None)
    if len(chain) < 2 or before is None or not before.is_model:
        return chain
    told = _behind(reading, before)
    return [m for m in chain if told is None or m.start > told.start] or chain


def _can_follow(reading: Reading, verb: Match) -> bool:
    """Whether a verb behind a noun tells of it: "được công nhận", "hoàn thành", but not what it must do ("phải"), nor
    what it does to something else ("giữ vững an ninh", "củng cố hệ thống chính trị").
    """
    if verb.rule.gives["status"] == "built":
        return bool(verb.rule.gives.get("behind"))
    if reading.match(reading.rules.rule("cues", "status_object"), verb.start) is not None:
        return False
    return reading.lower[verb.start : verb.end] not in {"phải", "cần"}


def _behind(reading: Reading, count: Count) -> Match | None:
    """A verb behind the noun, before the clause or the next number ends: "30 mô hình được công nhận"."""
    found = _behind_at(reading, count, count.told_at, min(count.told_until, clause_end(reading, count)))
    if found is None and count.tail is not None:
        # "15 mô hình (9 tập thể, 6 cá nhân) được khen"
        cut = reading.view.find(";", *count.tail)
        found = _behind_at(reading, count, count.tail[0], count.tail[1] if cut < 0 else cut)
    return found


def _behind_next(reading: Reading, count: Count, counts: list[Count]) -> Match | None:
    """The verb behind the number that is joined to this one: "317 mô hình, 12 điển hình được các xã đăng ký"."""
    joined = joined_behind(reading, count, counts)
    return None if joined is None else _behind(reading, joined)


def joined_behind(reading: Reading, count: Count, counts: list[Count]) -> Count | None:
    """The number of other things that is said in one breath with this one, behind it."""
    joined = next((c for c in counts if c.start > count.start and c.sentence == count.sentence), None)
    if joined is None or joined.change is not None:
        return None
    if joined.part_of is not count.part_of and not _are_of_two_holders(joined.part_of, count.part_of):
        return None
    if not (joined.is_model or joined.measure in HONOURED):
        return None
    gap = reading.view[count.end : joined.number.outer]
    held = cues(reading, "holder.", count.end, joined.number.outer)
    if held:
        gap = (
            reading.view[count.end : held[0].start].removesuffix("của ")
            + reading.view[held[-1].end : joined.number.outer]
        )
    if joined.unit.lower().removesuffix(" mới") == count.unit.lower().removesuffix(" mới") and (
        not held or not cues(reading, "holder.", joined.end, min(joined.item[1], joined.end + 40))
    ):
        # "có 34 mô hình, 21 mô hình được công nhận": some of them, but not "30 mô hình tập thể, 12 mô hình cá nhân"
        return None
    return joined if reading.rules.rule("cues", "joint_counts").regex.fullmatch(gap) else None


def _are_of_two_holders(first: Count | None, second: Count | None) -> bool:
    """Whether two totals are told side by side by their holders: "công nhận 48 mô hình tập thể, 30 mô hình cá nhân"."""
    if first is None or second is None or first.sentence != second.sentence or None in (first.holder, second.holder):
        return False
    return first.part_of is second.part_of and first.holder != second.holder


def _behind_at(reading: Reading, count: Count, at: int, stop: int) -> Match | None:
    stop = min(stop, at + 160)
    verbs = longest(m for m in cues(reading, "status.", at, stop) if _can_follow(reading, m))
    if at == count.told_at != count.end:
        # "9 mô hình trong số 64 mô hình đăng ký được khen": the first verb tells of the whole, the second of the part
        if len(verbs) == 1 and verbs[0].rule.gives["status"] in _JUDGED:
            # "24 trong tổng số 31 mô hình được công nhận": none but those
            return verbs[0]
        return _judged(reading, verbs[1:]) if len(verbs) > 1 else None
    if not verbs or reading.rules.rule("cues", "status_of_some").regex.search(reading.view, at, verbs[0].start):
        return None
    if verbs[0].rule.gives["status"] == "replicated" and _PURPOSE in reading.lower[at : verbs[0].start].split():
        return None
    between = reading.rules.rule("cues", "aside").regex.sub("", reading.view[at : verbs[0].start])
    # "89 điển hình (được tuyên dương ở hội nghị)": the bracket right behind tells of them
    between = _OPENED.sub("", between)
    allows = (reading.rules.rule("cues", rule).regex for rule in _ALLOWS_COMMA)
    if any(c in between for c in (":(" if any(r.search(between) for r in allows) else ",:(")):
        return None
    if count.number.of is not None and len(verbs) > 1 and verbs[0].rule.gives["status"] == "registered":
        # "32/45 mô hình đăng ký được công nhận": the whole is registered, the part is not
        return verbs[1]
    return _judged(reading, verbs)


def _judged(reading: Reading, verbs: list[Match]) -> Match:
    """What came of an examination that is told with it: "được thẩm định, công nhận", "kiểm tra và xếp loại tốt"; or of
    what is called by how it came about: "8 mô hình ra đời sau bão được huyện khen thưởng"."""
    joint = reading.rules.rule("cues", "status_joint").regex
    for verb, following in itertools.pairwise(verbs):
        between = reading.lower[verb.end : following.start]
        if verb.rule.gives["status"] == "built" and following.rule.gives["status"] in _JUDGED:
            if "được" in between.split() and not any(c in between for c in ",.;:()"):
                return following
            return verb
        if verb.rule.gives["status"] != "none" or joint.fullmatch(reading.view[verb.end : following.start]) is None:
            return verb
    return verbs[-1]
