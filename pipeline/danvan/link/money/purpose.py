"""What a sum pays for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from danvan.link.money.page import Forms, Sum, last_match, whole_word
from danvan.reading import Reading
from danvan.records import Figure

_GIVER = 30
"""Characters before a comma in which a member of a list of givers stands: "các cơ quan của tỉnh, doanh nghiệp"."""
_LEADS_ON = 8
"""Characters before a sum in which the words that lead to it end: "với", "trên"."""


def purpose_of(one: Sum, reading: Reading, figures: Sequence[Figure], forms: Forms) -> str | None:
    """Income and turnover by name; else the things of a list, the words behind the sum, or the words before it."""
    m = one.mention
    if one.income:
        return "doanh thu" if forms.turnover.search(reading.lower, one.left, m.number) else "thu nhập"
    rate = forms.slash.match(reading.lower, m.end)
    after = forms.after.match(reading.lower, rate.end() if rate else m.end, one.right)
    if after is not None and one.right < one.clause[1] and _leads_on(after.end("span"), one, reading.lower, forms):
        # "537 triệu đồng, hỗ trợ học sinh nghèo trên 2 tỷ đồng": what leads to the next sum is its own
        counted = any(c.isdigit() for c in after.group("span"))
        counted = counted and (one.items is None or figures[one.items].span.start > m.start)
        apart = "," in reading.lower[m.end : after.start("span")]
        verb = reading.lower[slice(*after.span("span"))].split(" ", 1)[0]
        # "cho 400 hộ vay 2 tỷ đồng, cho 90 hộ vay 6 tỷ đồng": each has its own
        valued = forms.valued.search(reading.lower, m.end, after.end("span")) is not None
        again = valued or last_match(whole_word(verb), reading.lower, one.left, m.start) is not None
        after = None if apart and (again or not counted) else after
    if after is not None and one.items is not None and _is_another_deed(one, after, reading, figures):
        after = None
    behind = None if after is None else _flat(reading.draft.text[slice(*after.span("span"))])
    if one.items is not None and one.last_item is not None and one.items != one.last_item:
        listed = _flat(reading.draft.text[figures[one.items].span.start : figures[one.last_item].span.end])
        return listed if behind is None else f"{listed} {behind}"
    if behind is not None:
        return behind
    if one.items is not None:
        return figures[one.items].span.text
    source = forms.source.match(reading.lower, m.end, one.right)
    told = None if source is None else _flat(reading.draft.text[slice(*source.span("span"))])
    return _words_before(one, reading, forms) or told or _before_bracket(one, reading, forms)


def _is_another_deed(one: Sum, after: Any, reading: Reading, figures: Sequence[Figure]) -> bool:
    """Whether a comma leads from a sum with its things to what else was done: "34 căn nhà trị giá 2 tỷ đồng, hỗ trợ
    học sinh nghèo"; not to whom it was for, "cho hộ nghèo"."""
    if one.items is None or figures[one.items].span.end > one.mention.start:
        return False
    apart = "," in reading.lower[one.mention.end : after.start("span")]
    return apart and not after.group("span").startswith(("cho ", "để ", "từ ", "do "))


def _before_bracket(one: Sum, reading: Reading, forms: Forms) -> str | None:
    """What a sum alone in brackets was spent on: "hỗ trợ nhà ở cho hộ nghèo (90 triệu đồng)"; None without them."""
    m = one.mention
    opening = m.start - 1
    if reading.view[opening : m.start] != "(" or not reading.view.startswith(")", m.end):
        return None
    start = max(reading.view.rfind(c, one.sentence[0], opening) for c in ";:,.)") + 1
    words = forms.lead.sub("", reading.draft.text[max(start, one.sentence[0]) : opening].strip(), count=1)
    return _flat(words) if len(words.split()) > 2 else None


def _leads_on(end: int, one: Sum, lower: str, forms: Forms) -> bool:
    """Whether nothing but words of value stands from here up to the next sum."""
    if end > one.right - _LEADS_ON:
        return True
    trail = forms.trail.search(lower, end, one.right)
    return trail is not None and not lower[end : trail.start()].strip(" ,")


def _flat(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:.-–—()")


def _words_before(one: Sum, reading: Reading, forms: Forms) -> str | None:
    """The phrase that leads to the sum, without words of value; from the last comma on that leaves any and parts no
    list of givers. None where there is none, or only what the sum before goes on with.
    """
    end = one.mention.start
    while end > one.left:
        start = _phrase_start(one, end, reading.lower, forms)
        if end < one.mention.start and start == one.left > one.clause[0]:
            return None
        while start < end and not reading.lower[start].isalnum():
            start += 1
        lead = forms.lead.match(reading.lower, start, end)
        trail = forms.trail.search(reading.lower, start, end)
        inner = reading.draft.text[lead.end() if lead else start : trail.start() if trail else end]
        words = _flat(inner)
        if len(words) > 2:
            return words
        end = reading.lower.rfind(",", one.left, end)
    return None


def _phrase_start(one: Sum, end: int, lower: str, forms: Forms) -> int:
    """Where the phrase begins that ends at `end`: behind the last comma that no member of a list of givers follows."""
    comma = lower.rfind(",", one.left, end)
    while comma >= 0 and forms.givers.match(lower, comma + 1 + lower.startswith(" ", comma + 1)) is not None:
        before = lower.rfind(",", one.left, comma)
        giver = last_match(forms.givers, lower, max(one.left, before + 1, comma - _GIVER), comma)
        if giver is None or ")" in lower[giver.end() : comma]:
            break
        comma = before
    return max(one.left, comma + 1)
