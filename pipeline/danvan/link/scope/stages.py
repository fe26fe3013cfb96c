"""The funnel: registered, built or examined, recognised, honoured. A later stage is part of an earlier (ruling 13)."""

from __future__ import annotations

import itertools

from danvan.link.counts import MODEL, Count, is_labelled
from danvan.link.cues import cues
from danvan.link.parts.told import graded_whole, is_examined
from danvan.reading import Reading

_RANK = {"registered": 0, "built": 1, "launched": 1, "replicated": 1, "maintained": 1, "recognised": 2, "commended": 3}
_EXAMINED = 1
_HONOURED = 3
_ROUNDED = 0.05
"""How far the sum of its years may lie above a total that is said to be more."""
_REACH = 6
"""Paragraphs: reports tell of each field before they say what came of the examination of all."""


def link_stages(reading: Reading, counts: list[Count]) -> None:
    """A later stage of one place and period is part of the nearest earlier one that must contain it (ruling 13).

    Stages: registered, built or examined, recognised, honoured or proposed for honours. A choice is part of the stock
    that it is chosen from, and has its status.
    """
    models = [
        c for c in counts if c.is_model and c.measure == MODEL and c.dan_van_kheo and not c.is_rate and c.change is None
    ]
    _link_years(reading, models)
    for i, count in enumerate(models):
        told = count.status_known or count.stage
        if count.part_of is not None or count.each or not (told or count.level is not None):
            continue
        if _is_added(reading, models[:i], count):
            continue
        if i and _is_said_with(reading, models[i - 1], count):
            before = models[i - 1].part_of if models[i - 1].list is None else None
        else:
            before = _said_of(reading, models[:i], count)
            before = _stage_before(reading, models[:i], count) if before is None and told else before
        if before is not None:
            count.part_of, count.partition, count.list = before, False, None
            if count.stage and count.status is None:
                count.status, count.level = before.status, count.level or before.level
                for part in models[i + 1 :]:
                    if part.part_of is count:
                        part.status, part.level = part.status or count.status, part.level or count.level
            elif before.status == "planned" and count.status == "recognised" and before.level is not None:
                # "gửi 6 mô hình đề nghị công nhận cấp tỉnh, có 4 mô hình được công nhận"
                count.level = before.level
    _divide_stages(models)


def _is_added(reading: Reading, told: list[Count], count: Count) -> bool:
    """Whether a count is what is added to a stock, or the sum of both: "kế thừa 31 mô hình, làm mới 16. Hiện có 47"."""
    if sum(c.value for c in told[-2:]) == count.value and any(c.stock for c in told[-2:]):
        return True
    is_new = bool(cues(reading, "new_ones", count.item[0], count.number.outer))
    return is_new and any(c.stock and c.sentence == count.sentence for c in told)


def _divide_stages(models: list[Count]) -> None:
    """Gives a list that divides a total, but adds up to a later stage of it, to that one: "đăng ký 73 mô hình; thực
    hiện thành công 66. Về loại hình: 58 ...; 8 ...". It was no count yet when the list was read.
    """
    lists: dict[int, list[Count]] = {}
    for count in models:
        if count.list is not None and count.partition:
            lists.setdefault(count.list, []).append(count)
    for parts in lists.values():
        first, whole = parts[0], sum(p.value for p in parts)
        if len(parts) < 2 or any(p.part_of is not first.part_of for p in parts):
            continue
        told = (c for c in models if c.start < first.start and c.sentence.paragraph == first.sentence.paragraph)
        stage = next((c for c in told if c.part_of is first.part_of and c.list is None and c.value == whole), None)
        if stage is None:
            continue
        for part in parts:
            part.part_of, part.status, part.period = stage, stage.status, stage.period


def _said_of(reading: Reading, models: list[Count], count: Count) -> Count | None:
    """The count that the words beside another say it is of.

    "12 mô hình đăng ký mà không làm" are of those registered; "Từ các mô hình cấp huyện, chọn 5" of those of that
    level; "giao 40 mô hình, phấn đấu 18 mô hình đạt cấp huyện" aims at some of the first.
    """
    larger = [b for b in reversed(models) if b.value > count.value and not b.each and b.sentence.part != "title"]
    if _has_failed(reading, count):
        registered = (b for b in larger if b.status == "registered" and b.place == count.place)
        return next((b for b in registered if b.list is None), None)
    lead = reading.rules.rule("cues", "stage.of_level")
    of_level = reading.find(lead, count.sentence.start, count.number.outer)
    if of_level and not any(c.isdigit() for c in reading.view[of_level[-1].end : count.number.outer]):
        level = next(iter(of_level[-1].groups))
        return next((b for b in larger if b.level == level and b.status == "recognised"), None)
    if count.status == "recognised" and count.level is not None and larger:
        beside = models[-1]
        if (
            beside.sentence == count.sentence
            and beside.status == "recognised"
            and beside.level not in {None, count.level}
        ):
            # "đăng ký 80 mô hình, được công nhận cấp huyện là 37; cấp xã là 25"
            return beside.part_of if beside.part_of in larger and beside.list is None else None
        whole = next((b for b in larger if _is_free(b)), larger[0])
        if _is_of_any_level(whole, count):
            return whole
    if count.status == "planned" and not count.stage and (count.level is not None or _is_aimed(reading, count)):
        return _aimed_from(reading, models, count)
    return None


def _is_of_any_level(whole: Count, count: Count) -> bool:
    """Whether what is recognised at one level is some of what is at any: "148 mô hình được công nhận; cấp tỉnh 7"."""
    alike = (whole.status, whole.place, whole.period) == (count.status, count.place, count.period)
    return alike and whole.level is None and whole.sentence.paragraph == count.sentence.paragraph and _is_free(whole)


def _has_failed(reading: Reading, count: Count) -> bool:
    """Whether nothing came of what was registered: "12 mô hình đăng ký mà không làm"."""
    return reading.match(reading.rules.rule("cues", "stage.failed"), count.end, count.sentence.end) is not None


def _is_aimed(reading: Reading, count: Count) -> bool:
    """Whether a plan says that a count is to be recognised: "đăng ký 40 mô hình, công nhận 36"."""
    behind = reading.match(reading.rules.rule("cues", "stage.aimed"), count.end, count.sentence.end)
    verbs = cues(reading, "status.", count.item[0], count.number.outer)
    return behind is not None or (bool(verbs) and verbs[-1].rule.gives.get("status") == "recognised")


def _aimed_from(reading: Reading, models: list[Count], count: Count) -> Count | None:
    """What a plan for a level is some of: the plan right before it in its clause, or what that is some of."""
    before = models[-1] if models else None
    if before is None or before.sentence != count.sentence or before.status != "planned" or before.each:
        return None
    if ";" in reading.view[before.end : count.number.outer] or before.period != count.period:
        return None
    total = before if before.level is None and not _is_aimed(reading, before) else before.part_of
    return total if total is not None and total.value > count.value else None


def _stage_before(reading: Reading, models: list[Count], count: Count) -> Count | None:
    """The nearest earlier stage that must contain a count, or what an examination was of."""
    rank = _stage_rank(count)
    if count.stage and (whole := graded_whole(reading, models, count)) is not None:
        return whole
    if count.status is None and not count.stage:
        here = [b for b in models if b.sentence == count.sentence and b.value > count.value]
        beside = [b for b in here if all(b.part_of is not total for total in here)]
        if any(b.stock for b in beside):
            # "đã có 386 mô hình, đang duy trì 142 mô hình; 58 mô hình tự kết thúc": what ended is none of what is kept
            models = [b for b in beside if not b.stock]
    before = next((b for b in reversed(models) if rank > 0 and _contains(reading, models, b, count, rank)), None)
    if before is not None and before.period != count.period and _may_be_anothers(before, count):
        # told before, of the same time: nearer than what was told last of many years
        same = (b for b in reversed(models) if b.period == count.period and _contains(reading, models, b, count, rank))
        before = next(same, before)
    if before is not None and _began_before(reading, before, count):
        # "công nhận 55 mô hình năm 2022, đề nghị khen 18 mô hình giai đoạn 2020 - 2022"
        return None
    if before is None and is_examined(reading, count):
        return _examined_before(reading, models, count)
    return before


def _may_be_anothers(before: Count, count: Count) -> bool:
    """Whether a stage of another time is not what a count is of: told in another paragraph, or a part of its time:
    "năm 2021 xây dựng 109, năm 2022 138. Cả ba năm có 29 mô hình được khen"."""
    if before.sentence.paragraph != count.sentence.paragraph:
        return True
    first, own = before.period, count.period
    if first is None or own is None or not (first.start and first.end and own.start and own.end):
        return False
    return own.start <= first.start and first.end <= own.end and own.cumulative and not first.cumulative


def _link_years(reading: Reading, models: list[Count]) -> None:
    """Years of a total over several: what became of the models of one year is of that year, and what a sentence behind
    tells of another year is of the total too.

    "Hai năm 2021 - 2022 đăng ký 310, trong đó năm 2021 có 146 mô hình đăng ký, 64 mô hình được công nhận. Năm 2022 có
    164 mô hình đăng ký".
    """
    for total in models:
        years = [c for c in models if _is_year_behind(total, c) and not _is_in_rise(models, total, c)]
        years = years or [c for c in models if _is_single_year(reading, total, c)]
        rest = total.value - sum(c.value for c in years)
        if len(years) == 1 and rest > 0 and _is_single_year(reading, total, years[0]):
            years[0].part_of, years[0].partition, years[0].list = total, False, None
        if len({c.period for c in years}) == len(years) > 1 and rest >= 0:
            for count in years:
                count.part_of, count.partition, count.list = total, rest == 0, None
    for i, count in enumerate(models):
        if count.each or count.period is None:
            continue
        before = next((b for b in reversed(models[:i]) if _is_year_of_total(b, count)), None)
        if before is None:
            continue
        if count.part_of is None and count.status == before.status and count.period != before.period:
            total = before.root
            rest = total.value - before.value - count.value
            if rest >= 0 or (total.bound != "exact" and -rest <= _ROUNDED * total.value):
                count.part_of, count.partition, count.list = total, rest == 0, before.list
                before.partition = rest == 0 or before.partition
        elif count.part_of is before.part_of and _is_later(before, count):
            chosen_from = (b for b in reversed(models[:i]) if b.part_of is before and b.list is None)
            nearest = next((b for b in chosen_from if count.stage and b.value > count.value), before)
            count.part_of, count.partition, count.list = nearest, False, None


def _is_in_rise(models: list[Count], total: Count, count: Count) -> bool:
    """Whether a sentence tells how many there were year by year: "năm 2009 có 86, đến hết năm 2013 tăng lên 742, năm
    2016 là 1.530"; none of them was added to another."""
    stocks = (c.period for c in models if c.sentence == count.sentence and c.value < total.value)
    return any(p is not None and p.cumulative and p.start is None for p in stocks)


def _is_single_year(reading: Reading, total: Count, count: Count) -> bool:
    """Whether a count is what one year has added to a stock: "đã xây dựng 486 mô hình, riêng năm 2022 là 91"."""
    if count.sentence != total.sentence or count.start < total.start or total.part_of is not None:
        return False
    if count.part_of is not None or (count.status, count.place) != (total.status, total.place):
        return False
    stock, year = total.period, count.period
    if stock is None or year is None or year.cumulative or not stock.cumulative or count.each:
        return False
    between = reading.view[total.end : count.number.outer]
    single = reading.rules.rule("cues", "stage.single_year").regex
    return ";" not in between and single.search(between) is not None


def _is_year_behind(total: Count, count: Count) -> bool:
    """Whether a count that is no part yet is of one year of a total over several before it in its paragraph."""
    if count.start < total.start or count.part_of is not None or count.each or total.part_of is not None or total.each:
        return False
    alike = (count.status, count.place, count.field, count.holder) == (total.status, total.place, None, None)
    return alike and count.sentence.paragraph == total.sentence.paragraph and _is_within(total, count)


def _is_within(total: Count, count: Count) -> bool:
    """Whether the period of a count lies in that of a total over several years, and is no such itself."""
    whole, part = total.period, count.period
    if whole is None or part is None or part.cumulative or not whole.cumulative:
        return False
    if whole.start is None or whole.end is None or part.start is None:
        return False
    return whole.start <= part.start and (part.end or "9") <= whole.end


def _is_later(before: Count, count: Count) -> bool:
    """Whether a count is what became of another of its time."""
    same = count.period == before.period and count.value <= before.value
    return same and _stage_rank(count) > _stage_rank(before)


def _is_year_of_total(before: Count, count: Count) -> bool:
    """Whether a count is of one year of a total of its paragraph over several, which the other's period lies in."""
    total = before.part_of
    if total is None or before.period is None or total.period is None or count.period is None or before.list is None:
        return False
    if before.sentence.paragraph != count.sentence.paragraph or before.period.cumulative or before.field is not None:
        return False
    if before.place != count.place or before.status != total.status or before.holder != count.holder:
        return False
    return _is_within(total, count)


def _examined_before(reading: Reading, models: list[Count], count: Count) -> Count | None:
    """What an examination was of: the last count of its paragraph or the one above that is itself no part, and no other
    grade of it: "Qua kiểm tra, 58 mô hình xếp loại tốt, 21 mô hình xếp loại khá".
    """
    return next(
        (
            b
            for b in reversed(models)
            if b.part_of is None
            and b.value > count.value
            and not b.each
            and b.status != "planned"
            and b.sentence.part != "title"
            and count.sentence.paragraph - b.sentence.paragraph <= _REACH
            and not (b.sentence == count.sentence and is_examined(reading, b))
        ),
        None,
    )


def _stage_rank(count: Count) -> int:
    """How late in the funnel a count stands; 0 for the first stage and for what is no stage."""
    if count.stage:
        return _HONOURED
    if count.status is None:
        return _EXAMINED if count.status_known else 0
    return _RANK.get(count.status, 0)


def _contains(reading: Reading, models: list[Count], before: Count, count: Count, rank: int) -> bool:
    if before.each or not (_is_free(before) or _is_stage_of(before) or _is_of_its_time(before, count)):
        return False
    none = (_is_none_of(reading, before, count), _are_units(reading, before, count))
    if any(none) or _is_one_of_grades(reading, models, before, count):
        return False
    if before.sentence.paragraph != count.sentence.paragraph and _is_listed(reading, models, before):
        return False
    if before.part_of is not None and (count.field or before.field, count.holder or before.holder) != (
        count.field,
        count.holder,
    ):
        # "riêng văn hóa có 168 mô hình. Huyện công nhận 33": of all, not of that field, nor of that holder
        return False
    if before.value < count.value or before.root is count or before.sentence.part == "title":
        return False
    if before.status == "planned":
        # "phấn đấu 50 mô hình, chọn 5 mô hình trình tỉnh": a choice from what is to come
        goes_on = before.sentence == count.sentence and ";" not in reading.view[before.end : count.start]
        if not before.stage and not (count.stage and (goes_on or _chooses_next(reading, before, count))):
            return False
    if _is_proposed_beside(reading, before, count) or _is_of_its_own(reading, before, count):
        return False
    left = _is_left(reading, before, count) or _is_rated(reading, before, count)
    later = count.stage or (rank == _EXAMINED and count.status is None)
    chosen_first = before.stage and before.part_of is None and count.status in {"recognised", "commended"}
    if before.status != "planned" and not chosen_first and _stage_rank(before) >= rank and not (left or later):
        return False
    if (
        rank == 1
        and not left
        and before.status != "registered"
        and not (count.status is None and before.status in {"built", "maintained"})
    ):
        return False
    if before.place is not None and count.place is not None and before.place != count.place:
        return False
    if _are_apart(before, count):
        return False
    return before.sentence.paragraph == count.sentence.paragraph or _same_time(before, count)


def _is_free(count: Count) -> bool:
    """Whether a count is no part of a list."""
    return count.part_of is None or count.list is None


def _is_of_its_time(before: Count, count: Count) -> bool:
    """Whether a count tells what became of the models of one year of a list: "Năm 2021 đăng ký 26, công nhận 22"."""
    total = before.part_of
    if total is None or before.period != count.period:
        return False
    return _is_of_year(before) or (before.sentence == count.sentence and before.period != total.period)


def _is_one_of_grades(reading: Reading, models: list[Count], before: Count, count: Count) -> bool:
    """Whether a count goes back to all that were examined, not to those of one grade: "58 mô hình xếp loại tốt, 21 mô
    hình xếp loại khá. Huyện công nhận 40"; or is the next grade: "Qua kiểm tra, 58 mô hình hoạt động tốt, 9 cầm chừng".
    """
    if before.sentence == count.sentence:
        are_judged = {before.status, count.status} <= {"maintained", None}
        are_graded = before.graded and count.graded
        return are_graded or (are_judged and is_examined(reading, before) and is_examined(reading, count))
    if not before.graded:
        return False
    return any(c.graded and c is not before and c.sentence == before.sentence for c in models)


def _is_none_of(reading: Reading, before: Count, count: Count) -> bool:
    """Whether a count is no stage of another: what is spread was not registered just then, and what came about
    over years is none of what there is now ("hiện có 400 mô hình. Trong 10 năm, 275 mô hình được công nhận").
    """
    apart = before.sentence != count.sentence
    if count.ended and cues(reading, "new_ones", before.item[0], before.number.outer):
        return True
    if count.status == "replicated" and before.status == "registered" and apart:
        return True
    if before.ended or (apart and (before.status == "replicated" or _has_failed(reading, before))):
        return True
    older = reading.match(reading.rules.rule("cues", "stage.older"), count.end, count.sentence.end)
    if before.status in {"registered", "launched", "built"} and older is not None:
        return True
    if before.status != "maintained" or before.period is None or before.period.start is not None:
        return False
    return count.period is not None and count.period.cumulative and count.period.start is not None


def _is_listed(reading: Reading, models: list[Count], count: Count) -> bool:
    """Whether a count is one of those of a list of bodies or units: "Hội Nông dân 512 mô hình, Hội Phụ nữ 634"."""
    here = [c for c in models if c.sentence == count.sentence]
    at = next(i for i, c in enumerate(here) if c is count)
    near = here[max(0, at - 1) : at + 2]
    return any(_is_labelled(reading, left, right) for left, right in itertools.pairwise(near))


def _are_units(reading: Reading, before: Count, count: Count) -> bool:
    """Whether two counts of a sentence stand behind the name of a unit each: "là An Trạch (9), Bình Hạ (8)"."""
    words = reading.view[before.sentence.start : before.number.outer].rstrip(" (:").split()
    named = bool(words) and words[-1][:1].isupper()
    return named and before.sentence == count.sentence and _is_labelled(reading, before, count)


def _is_labelled(reading: Reading, left: Count, right: Count) -> bool:
    # the name of the models may stand between: '51 mô hình "Dân vận khéo", Hội Phụ nữ 63'
    start = max(left.end, reading.view.rfind(",", left.end, right.number.outer))
    return is_labelled(reading, start, right) and not cues(reading, "status.", start, right.number.outer)


def _is_stage_of(part: Count) -> bool:
    """Whether a part of a list is what became of some of its total: "đăng ký 146, công nhận 121, chưa đạt 25"."""
    total = part.part_of
    judged = part.status_known and part.status in {"recognised", "commended"}
    return (
        judged
        and total is not None
        and (total.status == "registered" or (total.status is None and bool(part.partition)))
        and part.field is None
        and part.holder is None
    )


def _is_of_year(part: Count) -> bool:
    """Whether a part of a list is all of one year of a total over several: "hai năm có 87 mô hình, năm 2021 có 40"."""
    total = part.part_of
    if total is None or part.period is None or total.period is None or part.period.cumulative:
        return False
    return total.period.cumulative and (part.field, part.holder, part.place) == (None, None, total.place)


def _is_of_its_own(reading: Reading, before: Count, count: Count) -> bool:
    """Whether a count is none of the one before: what is launched is new, but "đăng ký 164 mô hình, ra mắt 92"; and a
    sentence that opens with a post or a regiment tells of its own models, none of the province's.
    """
    apart = before.sentence != count.sentence
    if count.status == "launched":
        return apart or reading.view.endswith("mới ", count.sentence.start, count.number.outer)
    lead = reading.view[count.sentence.start : count.number.outer]
    return apart and not count.stage and reading.rules.rule("cues", "scope.post").regex.search(lead) is not None


def _is_said_with(reading: Reading, before: Count, count: Count) -> bool:
    """Whether two numbers of other things are said in one breath, "đề nghị khen 20 mô hình và 2 điển hình", or two
    grades: "71 mô hình xếp loại khá, 18 mô hình trung bình"."""
    if before.graded and count.graded and before.sentence == count.sentence:
        return True
    joint = reading.rules.rule("cues", "joint_counts").regex
    apart = before.sentence != count.sentence or before.unit.lower() == count.unit.lower()
    return not apart and joint.fullmatch(reading.view, before.end, count.number.outer) is not None


def _is_proposed_beside(reading: Reading, before: Count, count: Count) -> bool:
    """Whether two numbers are proposed to two bodies: "đề nghị huyện khen 35 mô hình; đề nghị tỉnh khen 2"."""
    if not (before.stage and count.stage and before.status == count.status == "planned"):
        return False
    if before.sentence != count.sentence or before.level is None or before.level == count.level:
        return False
    if ";" not in reading.view[before.end : count.number.outer]:
        # "chọn 12 mô hình trình huyện công nhận, đề nghị tỉnh biểu dương 3": some of them
        return False
    between = cues(reading, "status.", before.end, count.number.outer)
    return any(m.rule.gives.get("proposal") for m in between) and not any(m.rule.gives.get("choice") for m in between)


def _began_before(reading: Reading, before: Count, count: Count) -> bool:
    """Whether a count names years that begin before those of the other: it is no later stage of that."""
    if count.period is None or before.period is None or count.period.start is None or before.period.start is None:
        return False
    year = count.period.start[:4]
    return year < before.period.start[:4] and reading.view.find(year, count.sentence.start, count.item[1]) >= 0


def _chooses_next(reading: Reading, before: Count, count: Count) -> bool:
    """Whether the next sentence chooses from what is to come: "sẽ thẩm định 28 mô hình. Sau đó chọn 18 mô hình"."""
    near = reading.sentence_index(count.start) - reading.sentence_index(before.start) == 1
    return near and count.status == "planned" and before.sentence.paragraph == count.sentence.paragraph


def _is_left(reading: Reading, before: Count, count: Count) -> bool:
    """What is still there of what was built: "đã xây dựng 70 mô hình, hiện duy trì 41", or spread: "nhân rộng 12"; what
    works of what was recognised, told in one sentence: "70 mô hình được công nhận, 61 mô hình phát huy hiệu quả"."""
    if count.status not in {"maintained", "replicated"} or count.number.of is not None:
        return False
    if before.status not in {"built", "registered", "recognised"}:
        return False
    works = before.status == "recognised" and count.status == "maintained" and not count.stock
    if works and before.sentence == count.sentence and ";" not in reading.view[before.end : count.number.outer]:
        return True
    return before.sentence.paragraph == count.sentence.paragraph and bool(
        cues(reading, "time.stock", max(before.end, count.sentence.start), count.number.outer)
    )


def _is_rated(reading: Reading, before: Count, count: Count) -> bool:
    """What of it was judged to work, told next: "đã xây dựng 70 mô hình. Có 41 mô hình được đánh giá hiệu quả"."""
    if count.status != "maintained" or before.status != "built" or count.stock or count.number.of is not None:
        return False
    near = reading.sentence_index(count.start) - reading.sentence_index(before.start) <= 1
    same = before.sentence.paragraph == count.sentence.paragraph
    return near and same and bool(cues(reading, "status.maintained.rated", count.end, count.item[1]))


def _are_apart(before: Count, count: Count) -> bool:
    """Whether the times of two counts share no day: what was built in 2023 is none of what was registered in 2022."""
    a, b = before.period, count.period
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return a.end < b.start or b.end < a.start


def _same_time(before: Count, count: Count) -> bool:
    a, b = before.period, count.period
    if a is None or b is None:
        return a is b
    return (a.end or "") == (b.end or "") or (
        a.cumulative is b.cumulative and ((a.start or "") <= (b.end or "9") and (b.start or "") <= (a.end or "9"))
    )
