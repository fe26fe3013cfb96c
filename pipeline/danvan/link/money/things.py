"""The things that a sum is for: so many houses, gifts, cards at so much each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from danvan.link.money.page import (
    CLAUSE_REACH,
    EACH_REACH,
    OPENS_WITHIN,
    Page,
    Sum,
    is_only_value,
    is_thing,
    last_match,
    noun_at,
    too_little,
    whole_of,
    whole_word,
)

_NEXT_REACH = 70
"""Characters behind a sum in which the thing that it pays for is named."""
_SHARE_REACH = 30
"""Characters before a number in which "mỗi xã" makes it the share of each."""
_KIND_BEFORE = 12
"""Characters before a number in which the kind of the thing stands: "xây mới 14 căn"."""
_AMBIGUOUS = 0.5
"""Confidence of a sum that stands behind the last item of a list and could cover all of it: constructions.md 5.3."""


def with_items(one: Sum, previous: Sum | None, page: Page) -> Sum:
    """The sum with the counted things that it pays for. The price of one of many gifts is each, said or not."""
    if not one.income:
        one = _items(one, previous, page)
    index = one.items
    one = replace(one, told=one.basis is not None)
    if one.basis is None:
        given = index is not None and page.figures[index].span.end <= one.mention.start
        cheap = index is not None and given and too_little(one.mention, page.figures[index], page.forms)
        one = replace(one, basis="each" if cheap else "total")
    return one


def _items(one: Sum, previous: Sum | None, page: Page) -> Sum:
    """The sum with the things paid for: those named by "mỗi", those of the list before it, else those behind."""
    m, figures, forms = one.mention, page.figures, page.forms
    first = bisect_left(page.starts, max(one.sentence[0], m.start - CLAUSE_REACH))
    last = bisect_left(page.starts, min(one.right, m.end + _NEXT_REACH))
    counted = [i for i in range(first, last) if is_thing(figures[i], one.noun, forms)]
    before = [i for i in counted if figures[i].span.end <= m.start]
    behind = [i for i in counted if m.end <= figures[i].span.start]
    if one.part and previous is not None:
        return replace(one, items=previous.items)
    if one.basis == "each" and one.noun is not None:
        return replace(one, items=_named(one, before, behind, page))
    noted = [i for i in before[-1:] if forms.noted.fullmatch(page.lower, figures[i].span.end, m.start)]
    if noted and one.basis != "each":
        # "xây mới 94 ngôi nhà (3,5 tỷ đồng)"
        return replace(one, items=_thing(before, page))
    own = [i for i in before if figures[i].span.start >= one.left]
    if own and forms.stock.search(page.lower, figures[own[-1]].span.end, m.number):
        own = []
    if own and previous is not None and previous.items is not None and previous.basis == "each":
        inside = previous.mention.end >= one.sentence[0]
        if inside and forms.holds.match(page.lower, previous.mention.end, figures[own[0]].span.start):
            # "mỗi phần quà 500.000 đồng, gồm 10 kg gạo và dầu ăn, tổng kinh phí 75 triệu đồng"
            return replace(one, items=previous.items)
    held = last_match(forms.each, page.lower, max(one.left, m.start - EACH_REACH), m.start)
    if held is not None and own and held.end() <= figures[own[0]].span.start:
        # "mỗi phần gồm 10 kg gạo, tổng 15 triệu đồng" pays for the gifts and not for the rice
        noun = noun_at(held.group())
        return one if forms.time.fullmatch(noun) else replace(one, items=_told_before(noun, held.start(), one, page))
    if not own and previous is not None and previous.items is not None and _of_the_same(previous, one, page):
        return replace(one, items=whole_of(previous.items, one, figures))
    if own and forms.listed.search(page.lower, figures[own[-1]].span.end, m.number):
        return _listed(one, _given(own, page), page)
    if len(own) > 1 and _are_alike(own[-2], own[-1], page):
        return replace(one, items=own[-2], last_item=own[-1])
    if own and forms.valued.search(page.lower, figures[own[-1]].span.end, m.number):
        return replace(one, items=_thing(own, page), confidence=1.0 if len(own) == 1 else _AMBIGUOUS)
    if behind and forms.pays_for.match(page.lower, m.end, figures[behind[0]].span.start):
        return replace(one, items=behind[0])
    spoken = last_match(forms.spoken_of, page.lower, one.left, m.number)
    return one if spoken is None else replace(one, items=_told_before(spoken.group("noun"), one.sentence[0], one, page))


def _listed(one: Sum, given: list[int], page: Page) -> Sum:
    """The sum of a list: of all that it divides, "49 mô hình; trong đó 39 mô hình chăn nuôi, 10 mô hình trồng trọt,
    tổng vốn 18 tỷ đồng", else of the first with the last named in its purpose."""
    parts = [page.figures[i] for i in given]
    whole = parts[0].part_of
    if whole is not None and all(part.part_of == whole and part.partition for part in parts):
        return replace(one, items=whole)
    return replace(one, items=given[0], last_item=given[-1])


def _is_share(index: int, page: Page) -> bool:
    """Whether a number is what each gets: "400 suất quà cho 4 xã (mỗi xã 100 suất)"."""
    start = page.figures[index].span.start
    each = last_match(page.forms.each, page.lower, max(0, start - _SHARE_REACH), start)
    return each is not None and not any(c in ",;:.)" or c.isdigit() for c in page.lower[each.end() : start])


def _thing(own: list[int], page: Page) -> int:
    """The last counted thing, which is not who gets it: "150 suất quà cho 150 hộ nghèo"."""
    if len(own) > 1:
        between = page.lower[page.figures[own[-2]].span.end : page.figures[own[-1]].span.start]
        if between.endswith(" cho ") and not any(c in ",;:.()" for c in between):
            return own[-2]
    return own[-1]


def _given(own: list[int], page: Page) -> list[int]:
    """The things of a list without those who get them: "7 hộ được nhận 7 con bò"."""
    for at in range(len(own) - 1):
        start, end = page.figures[own[at]].span.end, page.figures[own[at + 1]].span.start
        if page.forms.gets.search(page.lower, start, end):
            return own[at + 1 :]
    return own


def _are_alike(first: int, second: int, page: Page) -> bool:
    """ "xây mới 18 căn nhà và sửa chữa 6 căn nhà, trị giá": one sum of both."""
    one, two = page.figures[first], page.figures[second]
    between = page.lower[one.span.end : two.span.start]
    return one.measure == two.measure and " và " in between and not any(c in ",;:.()" for c in between)


def _of_the_same(previous: Sum, one: Sum, page: Page) -> bool:
    """ "mỗi suất 500.000 đồng, tổng trị giá 20 triệu đồng": the second is of the same things."""
    if previous.sentence != one.sentence:
        return False
    clause = page.lower.rfind(";", previous.mention.end, one.mention.start) + 1
    if clause and page.lower[clause : one.mention.start].strip() and not is_only_value(clause, one, page):
        return False
    valued = page.forms.valued.search(page.lower, previous.mention.end, one.mention.number) is not None
    return valued and previous.basis == "each" and one.basis != "each"


def _named(one: Sum, before: list[int], behind: list[int], page: Page) -> int | None:
    """The nearest counted thing of the sum's noun: before it, else behind. A time ("mỗi năm") is no thing.

    Of several the one that goes on like the rate: "60 triệu đồng/nhà xây mới" is of "26 nhà xây mới".
    """
    if one.noun is None or page.forms.time.fullmatch(one.noun):
        return None
    near = [*reversed(before), *behind]
    fitting = _fitting(one.noun, near, page)
    alike = _alike(one, fitting, page)
    # "mức hỗ trợ" and "bình quân" name no thing, so the nearest stands; "đồng/kg" after "18 ha" pays for none of them
    chosen = alike or fitting or ([] if page.forms.item.fullmatch(one.noun) else before[-1:])
    if chosen:
        return _around(chosen[0], near, one, page)
    if not page.forms.item.match(one.noun):
        return None
    said = page.lower.rfind(one.noun, one.sentence[0], one.mention.end + _NEXT_REACH)
    told = _told_before(one.noun, said, one, page)
    return _only_ones(one.noun, one, page) if told is None and not near else told


def _around(index: int, near: list[int], one: Sum, page: Page) -> int:
    """The whole that a part in closed brackets is of: "14 em (trong đó 4 em người Lào), mức hỗ trợ 500.000 đồng/em"."""
    whole = page.figures[index].part_of
    if whole not in near or whole is None or page.figures[index].partition:
        return index
    closed = ")" in page.lower[page.figures[index].span.end : one.mention.start]
    opened = "(" in page.lower[page.figures[whole].span.end : page.figures[index].span.start]
    return whole if opened and closed else index


def _only_ones(noun: str, one: Sum, page: Page) -> int | None:
    """The only houses or gifts that the sentences before count, in whatever paragraph; None where there are several."""
    if page.forms.owned.fullmatch(noun) is None:
        return None
    start = min((start for start, _ in one.earlier), default=one.sentence[0])
    here = range(bisect_left(page.starts, start), bisect_left(page.starts, one.sentence[0]))
    found = _fitting(noun, [i for i in here if is_thing(page.figures[i], noun, page.forms)], page)
    return found[0] if len(found) == 1 and not _is_share(found[0], page) else None


def _fitting(noun: str, indexes: Sequence[int], page: Page) -> list[int]:
    """Those of the counted things that are called by the noun; where there are none, those called by a word of its kin:
    "mỗi hộ" is said of "5 gia đình", "mỗi căn" of "20 nhà tình thương"."""
    words = {i: f"{page.figures[i].measure} {page.figures[i].unit}".lower() for i in indexes}
    named = [i for i in indexes if whole_word(noun).search(words[i])]
    kin = next((k for k in page.forms.kin if k.match(noun)), None)
    return named if named or kin is None else [i for i in indexes if kin.search(words[i])]


def _told_before(noun: str, at: int, one: Sum, page: Page) -> int | None:
    """The things of this noun in the nearest sentence before that counts anything; None where it counts others only.

    `at` is where the noun is said. Past the paragraph it must open the sentence: "Mỗi suất trị giá 500.000 đồng".
    """
    end = one.sentence[0]
    for start, same in one.earlier:
        if not same and at - one.sentence[0] > OPENS_WITHIN:
            break
        here = range(bisect_left(page.starts, start), bisect_left(page.starts, end))
        counted = [i for i in here if is_thing(page.figures[i], noun, page.forms) and not _is_share(i, page)]
        if counted:
            fitting = [i for i in _fitting(noun, counted[::-1], page) if page.figures[i].topic is None]
            alike = _alike(one, fitting, page, _KIND_BEFORE)
            chosen = next(iter(alike or fitting), None)
            whole = page.figures[chosen].part_of if chosen is not None and not alike else None
            listed = chosen is not None and page.figures[chosen].partition
            return whole if whole is not None and listed and whole in counted else chosen
        end = start
    return None


def _alike(one: Sum, indexes: Sequence[int], page: Page, before: int = 0) -> list[int]:
    """Those that go on like the rate: "60 triệu đồng/nhà xây mới" is of "26 nhà xây mới" or of "xây mới 26 nhà"."""
    rate = page.forms.slash.match(page.lower, one.mention.end)
    goes_on = rate is not None and page.lower.startswith(" ", rate.end())
    tail = " ".join(page.lower[rate.end() : rate.end() + 20].split(" ")[1:3]).strip(" ,.;") if goes_on else ""
    spans = ((i, page.figures[i].span) for i in indexes if tail)
    return [i for i, s in spans if whole_word(tail).search(page.lower, max(0, s.start - before), s.end + 12)]
