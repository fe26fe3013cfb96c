"""The period of each count: that of its own words, of the total it is part of, of what it changes, or goes on from.

What times there are, and which of them scopes a sentence, says `link.times.periods`. Totals come before their parts.
Source: constructions.md 1.8; contract rulings 2, 6, 13 and 18.
"""

from __future__ import annotations

from danvan.link.counts import Count, is_aside
from danvan.link.cues import cues
from danvan.link.times.periods import Periods
from danvan.records import Period

_NOW = 24
"""Characters behind a number in which "hiện nay" tells of it."""


def link_period(count: Count, counts: list[Count], periods: Periods) -> None:
    """Fills in the period of a count; those that it depends on have theirs."""
    if count.change is not None and count.sibling is not None:
        count.period = _of_change(count, _changed(count, count.sibling, counts), counts, periods)
    elif count.part_of is not None and count.part_of.period is not None:
        own = (
            periods.in_item(count.item)
            or _of_own_opening(count, count.part_of, counts, periods)
            or _of_whole_time(count, periods)
            or _of_now(count, count.part_of, periods)
            or _of_part_before(count, count.part_of, counts, periods)
        )
        count.period = own or count.part_of.period
        if count.stock and not _is_kept(count, periods):
            return
        if count.stock and own is None:
            count.period = count.part_of.period.model_copy(update={"start": None})
    else:
        count.period = _of_total(count, counts, periods) or _of_parts_before(count, counts, periods)
    if count.stock:
        count.period = _as_stock(count.period, periods)
        if count.period is not None and _is_left_of_another(count, counts, periods):
            count.period = count.period.model_copy(update={"start": None})
    if count.change is not None and count.period is not None and count.period.cumulative:
        # contract ruling 18: a change is never cumulative
        count.period = count.period.model_copy(update={"cumulative": False})


def _of_parts_before(count: Count, counts: list[Count], periods: Periods) -> Period | None:
    """The time of the parts that a total adds up: "Năm 2023, khối đảng 4, chính quyền 12. Tổng cộng 16 mô hình"."""
    told = (c for c in counts if c.part_of is count and c.start < count.start and c.sentence != count.sentence)
    first = next(told, None)
    return None if first is None else _of_total(first, counts, periods)


def _of_own_opening(count: Count, total: Count, counts: list[Count], periods: Periods) -> Period | None:
    """The time that opens the sentence of a part, which no count but those of its list stands before: "Huyện có 172 mô
    hình. Giai đoạn 2021 - 2023, riêng xã An Trạch có 25"; "Năm 2018, 30 mô hình xếp loại tốt, 8 mô hình cầm chừng"."""
    start = count.sentence.start
    before = [c for c in counts if start <= c.start < count.start]
    if start == total.sentence.start or any(c.list is None or c.list != count.list for c in before):
        return None
    if before and periods.named_between(before[0].end, count.item[0]):
        return None
    told = periods.last_between(start, count.item[0])
    return told if told is None else periods.own(count.number.outer, count.end, planned=count.status == "planned")


def _of_now(count: Count, total: Count, periods: Periods) -> Period | None:
    """The day of publication, where the sentence of a part opens with it: "Từ 2016 đến 2019 công nhận 246 mô hình. Hiện
    còn 203 mô hình duy trì, 43 mô hình đã dừng"."""
    start = count.sentence.start
    if start == total.sentence.start or total.period is None or total.period.end is None:
        return None
    now = [m for m in cues(periods.reading, "time.", start, count.number.outer) if m.rule.gives.get("time") == "stock"]
    if not now or now[0].start != start or periods.named_between(start, count.number.outer):
        return None
    return periods.of_today(stock=True)


def _of_whole_time(count: Count, periods: Periods) -> Period | None:
    """What its own words say of all of a term or of so many years: "số mô hình được công nhận trong nhiệm kỳ là 33"."""
    said = cues(periods.reading, "time.whole", count.item[0], count.number.outer)
    return periods.own(count.number.outer, count.end) if said else None


def span_parts(counts: list[Count], periods: Periods) -> None:
    """A total whose parts have a year each covers all of them: "công nhận 66 mô hình (năm 2021: 20; năm 2022: 46)"."""
    for total in counts:
        parts = [c.period for c in counts if c.part_of is total and c.partition and periods.names_own(c.item)]
        named = [p for p in parts if p is not None and p.start is not None and p.end is not None]
        if len(named) < 2 or len({p.end for p in named}) < 2:
            continue
        if total.period not in named and _own(total, counts, periods) is not None:
            continue
        start, end = min(str(p.start) for p in named), max(str(p.end) for p in named)
        old, total.period = total.period, Period(start=start, end=end, cumulative=start[:4] != end[:4])
        for part in counts:
            # what its other lists have from it, and what goes on from it
            goes_on = part.sentence == total.sentence and part.start > total.start and part.part_of is None
            of_it = part.part_of is not None and part.root is total
            if (of_it or goes_on) and part.period == old and not _names_own(part, periods):
                part.period = total.period


def _of_part_before(count: Count, total: Count, counts: list[Count], periods: Periods) -> Period | None:
    """What became of a part with a year of its own has that year: "Trong đó năm 2021 đăng ký 48, công nhận 31"."""
    if count.sentence == total.sentence or count.status is None:
        return None
    parts = [c for c in counts if c.sentence == count.sentence and c.part_of is total and c.start < count.start]
    named = [c for c in parts if periods.names_own(c.item)]
    if not named or count.status == named[-1].status or periods.named_between(named[-1].end, count.start):
        return None
    # behind the last of several years a semicolon goes back to all of them
    is_of_all = len(named) > 1 and ";" in periods.reading.view[named[-1].end : count.start]
    return None if is_of_all else named[-1].period


def _names_own(part: Count, periods: Periods) -> bool:
    return any(periods.names_own(c.item) for c in (part, part.part_of) if c is not None and c.part_of is not None)


def _of_total(count: Count, counts: list[Count], periods: Periods) -> Period | None:
    if _goes_with_another(count, counts) and (behind := periods.right_behind(count.end, count.item[1])) is not None:
        return behind
    if (before := _sharing(count, counts, periods)) is not None:
        return before.period
    planned = count.status == "planned"
    if count.coming is not None and count.status == "registered":
        return count.coming
    own = _own(count, counts, periods)
    if own is not None and not _is_new_beside_stock(count, counts, own, periods):
        return own
    if planned and own is None and not count.stage and (gone := periods.opening(count.number.outer)) is not None:
        return gone
    # what is chosen from the stock and proposed for honours is there already: it has the time of that stock
    total = _goes_on_from(count, counts, periods) if count.stage or not planned else None
    if total is not None:
        return total.period
    if planned and count.stage and not count.in_plan:
        told = periods.own(count.number.outer, count.end)
        if told is not None:
            return told
    # what is proposed for honours is there already: it has the time of the report
    is_ahead = planned and not (count.stage and not count.in_plan)
    carried = periods.carried(count.number.outer, planned=is_ahead)
    if planned and carried is not None and _is_beyond(count, carried, periods):
        return None
    if planned and carried is None:
        return periods.of_today(stock=False) if _is_by_year_end(count, periods) else None
    if not planned:
        carried = periods.up_to_now(carried)
    if carried is not None or planned or not count.is_model:
        return carried
    return _of_its_year(own) or periods.of_today(stock=count.status in {None, "built", "maintained"})


def _of_its_year(stock: Period | None) -> Period | None:
    """When came about what is new beside a stock: "Đến cuối năm 2025, duy trì 38 mô hình, xây dựng mới 17"."""
    if stock is None or stock.end is None:
        return None
    return Period(start=f"{stock.end[:4]}-01-01", end=stock.end)


def _is_beyond(count: Count, carried: Period, periods: Periods) -> bool:
    """Whether a sentence plans for a time behind the running year that the article does not tell: "nhiệm kỳ tới"."""
    if carried.end is None or periods.today is None or carried.end[:4] > periods.today[:4]:
        return False
    beyond = periods.reading.rules.rule("cues", "time_beyond").regex
    return beyond.search(periods.reading.view, count.sentence.start, count.number.outer) is not None


def _is_by_year_end(count: Count, periods: Periods) -> bool:
    """Whether a plan is for what is left of the running year: "đến cuối năm xã có 3 mô hình trở lên"."""
    by_year_end = periods.reading.rules.rule("cues", "time_year_end").regex
    return by_year_end.search(periods.reading.view, count.sentence.start, count.number.outer) is not None


def _sharing(count: Count, counts: list[Count], periods: Periods) -> Count | None:
    """The count that this one goes on from and has its time of."""
    before = count.sibling
    if before is None or periods.names_own(count.item) or _is_told_now(count, periods):
        return None
    if before.sentence != count.sentence and periods.named_between(count.sentence.start, count.number.outer):
        return None
    apart = before.period is not None and _is_new_beside_stock(count, counts, before.period, periods)
    return None if apart else before


def _own(count: Count, counts: list[Count], periods: Periods) -> Period | None:
    stop = _own_words_end(count, counts, periods)
    return periods.own(count.number.outer, count.end, planned=count.status == "planned", stop=stop)


def _is_told_now(count: Count, periods: Periods) -> bool:
    """Whether a number that goes on from another has a time of its own: "từ 196 mô hình năm 2014, đến nay có 455"."""
    before = count.sibling
    if before is None or before.sentence != count.sentence or before.start > count.start:
        return False
    start, stop = before.end, min(count.end + _NOW, count.sentence.end)
    return any(m.rule.gives.get("time") in {"stock", "until"} for m in cues(periods.reading, "time.", start, stop))


def _own_words_end(count: Count, counts: list[Count], periods: Periods) -> int | None:
    """Where the words of a total end that has a time for some of its parts: "148 mô hình, trong đó năm 2021 là 61"."""
    parts = [c for c in counts if c.part_of is count and c.sentence == count.sentence and c.start > count.start]
    if count.tail is not None or not any(periods.names_own(c.item) for c in parts):
        return None
    shared = len(parts) > 1 and not any(periods.names_own(c.item) for c in parts[:-1]) and bool(parts[-1].partition)
    # "60 mô hình duy trì và 36 mô hình mới năm 2023": that year is of the new ones alone
    old = any(c.stock or cues(periods.reading, "old_ones", *c.item) for c in parts[:-1])
    apart = old or bool(cues(periods.reading, "new_ones", *parts[-1].item))
    return None if shared and not apart else parts[0].item[0]


def _of_change(count: Count, changed: Count, counts: list[Count], periods: Periods) -> Period | None:
    """The time of what is changed, or one named behind it: "năm 2021 có 40 mô hình; như vậy năm nay tăng 15".

    "Năm 2022 xây dựng 60. Năm 2021 xây dựng 52; như thế tăng 8": where it is not said than what, both are compared and
    the change belongs to the later one.
    """
    own = changed.end if changed.sentence == count.sentence else count.sentence.start
    said = periods.last_between(own, count.number.outer)
    if said is not None:
        return said
    compared = [
        c
        for c in counts
        if c.start <= changed.start
        and c.part_of is None
        and c.change is None
        and c.is_model
        and c.status != "planned"
        and (c.sentence.paragraph == count.sentence.paragraph or _is_counterpart(c, changed))
    ]
    if count.change is not None and count.change.than is None and changed.is_model:
        return max(
            (c.period for c in compared if c.period is not None and c.period.end), key=_end, default=changed.period
        )
    return changed.period


def _is_counterpart(count: Count, changed: Count) -> bool:
    """Whether a count told paragraphs before is what a year gone by is compared with: "9 tháng năm 2023 có 96 mô hình
    ... Để so sánh: cùng kỳ năm 2022 có 82. Như vậy, tổng số tăng 14"."""
    first, own = count.period, changed.period
    if first is None or own is None or first.cumulative or own.cumulative or count.sentence.part == "title":
        return False
    return count.status == changed.status and (first.end or "") > (own.end or "9")


def _changed(count: Count, changed: Count, counts: list[Count]) -> Count:
    """What a change tells of by its own verb: "đăng ký 68, nâng tổng số lên 305. Số mô hình đăng ký tăng 13"."""
    if count.status == changed.status:
        return changed
    return next(
        (
            c
            for c in reversed(counts)
            if c.start < changed.start
            and c.status == count.status
            and c.part_of is None
            and c.change is None
            and c.sentence.paragraph == count.sentence.paragraph
        ),
        changed,
    )


def _end(period: Period) -> str:
    return period.end or ""


def _is_kept(count: Count, periods: Periods) -> bool:
    """Whether a part is kept from years before: "trong đó duy trì 19", "19 mô hình của năm trước được duy trì", not
    "trong đó 19 được duy trì"."""
    registered = count.part_of is not None and count.part_of.status == "registered"
    if not registered and cues(periods.reading, "old_ones", *count.item):
        return True
    verbs = cues(periods.reading, "status.", count.item[0], count.number.outer)
    return any(m.rule.gives.get("stock") for m in verbs)


def _is_left_of_another(count: Count, counts: list[Count], periods: Periods) -> bool:
    """What is left of what a time was said of has an open start: "5 năm qua xây dựng 231 mô hình, nay duy trì 187"."""
    before = [
        c
        for c in counts
        if c.sentence == count.sentence and c.is_model and c.start < count.start and not c.stock and c.part_of is None
    ]
    return bool(before) and not periods.named_between(before[-1].end, count.start)


def _as_stock(period: Period | None, periods: Periods) -> Period:
    """What is kept has an open start, even under the heading of a year (contract ruling 2)."""
    if period is None:
        return Period(start=None, end=periods.today, cumulative=True)
    end = min((e for e in (period.end, periods.today) if e is not None), default=None)
    if period.start is None and period.end is not None and end is not None and period.end[:4] > end[:4]:
        # "đến hết năm 2030, mỗi thôn duy trì 2 mô hình": it is to stand there then
        end = period.end
    return Period(start=period.start if period.cumulative else None, end=end, cumulative=True)


def _goes_with_another(count: Count, counts: list[Count]) -> bool:
    """A later count of a sentence has its own time behind it: "duy trì 12 và đăng ký mới 03 trong năm 2023"."""
    return count.is_model and any(c.sentence == count.sentence and c.is_model and c.start < count.start for c in counts)


def _goes_on_from(count: Count, counts: list[Count], periods: Periods) -> Count | None:
    """The total of the paragraph that a count without a time of its own goes on from, by itself or by its parts."""
    earlier = [
        c
        for c in counts
        if c.start < count.start
        and c.is_model
        and c.change is None
        and not c.is_rate
        and c.root.status != "planned"
        and c.sentence.paragraph == count.sentence.paragraph
        # "đăng ký 143 mô hình (năm ngoái 151). Cuối năm công nhận 96"
        and not (c.part_of is None and is_aside(periods.reading, c.start, count.number.outer))
        and not (c.sentence != count.sentence and periods.is_beside(c.start))
    ]
    if not count.is_model or not earlier or periods.named_between(earlier[-1].end, count.start):
        return None
    total = earlier[-1].root
    # "duy trì 88 mô hình và xây dựng mới 19 mô hình": the stock has its own time, the new ones have the article's
    if total.stock and not count.stock:
        return None
    is_open = total.period is not None and total.period.start is None
    if is_open and total.status == "maintained" and count.status != "maintained":
        # "Năm 2022 đăng ký 92. Đến nay, 80 hoạt động tốt. Huyện thẩm định 51": in the year that the paragraph tells of
        told = periods.carried(count.number.outer)
        return total if told is None or told.cumulative else None
    return None if is_open and _is_new(count, periods) else total


def _is_new_beside_stock(count: Count, counts: list[Count], period: Period, periods: Periods) -> bool:
    """Whether what came about lately stands in the sentence of a stock: "xã A hiện có 24; xã B đăng ký mới 8"."""
    if period.start is not None or not period.cumulative or not _is_new(count, periods):
        return False
    return any(
        c.sentence == count.sentence and c.start < count.start and c.is_model and c.status in {"built", "maintained"}
        for c in counts
    )


def _is_new(count: Count, periods: Periods) -> bool:
    """Whether what is counted came about in the time of the report: a stock with an open start tells it no time."""
    return count.status == "registered" or bool(cues(periods.reading, "new_ones", count.item[0], count.number.outer))
