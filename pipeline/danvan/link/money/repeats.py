"""Sums that an article says again: in the title, the caption or the lead, in words and in figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from danvan.link.money.page import ROUNDED, MoneyMention, Sum
from danvan.reading import Reading
from danvan.records import Figure

_ROUND = 0.04
"""Share by which the title rounds a sum at the most: "gần 3 tỷ đồng" of 2,9 is 3.4 per cent."""
_FOR = regex.compile(r"(?<!\w)(?:xã|phường|thị trấn|thôn|ấp)\s(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*)", regex.V1)
"""A commune or settlement behind a sum, its name."""
_SAID_AGAIN = {"title": 0, "caption": 1, "lead": 2}
"""Parts whose sums the article says again further in, and how far in they stand themselves."""


def told_once(sums: Sequence[Sum], reading: Reading, figures: Sequence[Figure]) -> list[Sum]:
    """The sums without those that title, caption or lead say of one that stands again further in; the title may round
    it. Equal sums for other numbers of things are two acts.
    """
    depths = [_depth(s, reading) for s in sums]
    equal: dict[tuple[int, int | None, str], list[int]] = {}
    for at, s in enumerate(sums):
        equal.setdefault(key_of(s.mention), []).append(at)
    titled = [at for at, depth in enumerate(depths) if depth == 0]
    again = {at for at in titled if any(depths[i] > 0 and _rounds(sums[at], s) for i, s in enumerate(sums))}
    for alike in equal.values():
        deepest = max(depths[i] for i in alike)
        for at in (i for i in alike if depths[i] < deepest):
            deeper = (sums[i] for i in alike if depths[i] > depths[at])
            if any(_is_same(sums[at], other, figures) and not _are_apart(sums[at], other, reading) for other in deeper):
                again.add(at)
    return [s for at, s in enumerate(sums) if at not in again]


def _is_same(one: Sum, other: Sum, figures: Sequence[Figure]) -> bool:
    """Whether two equal sums are not for things of which different numbers are told."""
    if one.items is None or other.items is None or one.basis != "each" or other.basis != "each":
        return True
    return figures[one.items].value == figures[other.items].value


def _are_apart(one: Sum, other: Sum, reading: Reading) -> bool:
    """Whether two equal sums are told to be for different communes: "30 triệu đồng xây nhà ở xã An Trạch"."""
    first, second = (
        set(_FOR.findall(reading.view, s.mention.end, max(s.right, s.mention.end))) for s in (one, other)
    )  # fmt: skip
    return bool(first and second) and not first & second


def _rounds(one: Sum, exact: Sum) -> bool:
    """Whether a sum is another one in round figures: "trên 36 tỷ đồng" of 36.008 triệu đồng."""
    m, other = one.mention, exact.mention
    if m.currency != other.currency or m.high is not None or other.high is not None:
        return False
    above, below = m.amount * (1 + _ROUND), m.amount * (1 - _ROUND)
    low, high = {"more_than": (m.amount, above), "less_than": (below, m.amount), "about": (below, above)}.get(
        m.bound, (m.amount, m.amount * (1 + ROUNDED))
    )
    return one.basis == exact.basis == "total" and low < other.amount < high


def _depth(one: Sum, reading: Reading) -> int:
    return _SAID_AGAIN.get(reading.part_at(one.mention.start) or "body", len(_SAID_AGAIN))


def as_said_before(one: Sum, other: Sum | None) -> Sum:
    """The sum with what title or lead say of it, where its own words leave open whether it is each."""
    if other is None or one.basis == "each" or one.told:
        return one
    return replace(one, basis="each", noun=other.noun, items=other.items)


def key_of(m: MoneyMention) -> tuple[int, int | None, str]:
    """What makes two sums the same where one of them stands in the title, the lead or a caption."""
    return m.amount, m.high, m.currency
