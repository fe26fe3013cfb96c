"""Nouns left out of other counts than those of models: "214 nhà văn hóa (xây mới 89, sửa chữa 125)", "hiện mới 17/21".

Words: `elided_other.*` in `rules/figures.toml`. Counts of models get theirs in `link.parts.breakdown`.
"""

from __future__ import annotations

from collections.abc import Sequence

from danvan.link.counts import Count
from danvan.reading import Reading

_BRACKET_REACH = 60
"""Characters between a count and the bracket that divides it."""
_LEAD = 60
"""Characters before a number in which its label or the verb of a change stands."""


def lend_nouns(reading: Reading, counts: Sequence[Count]) -> None:
    """Gives a number without a noun that of the count it divides, goes on from, or leads to; models are left alone."""
    before: Count | None = None
    for i, count in enumerate(counts):
        if count.measure:
            before = None if count.is_rate else count
        elif before is not None and _goes_on(reading, before, count):
            _lend(count, before)
        following = counts[i + 1] if i + 1 < len(counts) else None
        if not count.measure and following is not None and _leads_to(reading, count, following):
            _lend(count, following)


def _goes_on(reading: Reading, before: Count, count: Count) -> bool:
    """Whether a number speaks of what the count before it counts, which is no model."""
    if before.is_model or before.sentence.paragraph != count.sentence.paragraph:
        return False
    return _divides(reading, before, count) or _is_fraction_of(count, before) or _changes(reading, count)


def _divides(reading: Reading, whole: Count, part: Count) -> bool:
    """Whether a label and the number stand in brackets right behind the whole: "30 lớp (cấp huyện 5, cấp xã 25)"."""
    opening = reading.view.find("(", whole.end, min(whole.end + _BRACKET_REACH, whole.sentence.end))
    if opening < 0 or not opening < part.start < reading.view.find(")", opening, whole.sentence.end):
        return False
    if part.value > whole.value or part.number.of is not None or part.value != int(part.value):
        return False
    lead = reading.view[max(opening, part.number.outer - _LEAD) : part.number.outer]
    label = reading.rules.rule("figures", "elided_other.label").regex.search(lead)
    return label is not None and _ends(reading, part) and "." not in reading.view[whole.end : opening]


def _is_fraction_of(count: Count, before: Count) -> bool:
    """Whether the count before is of the same whole: "phấn đấu 21/21 thôn có mô hình (hiện mới 17/21)"."""
    whole = before.value if before.number.of is None else before.number.of
    return count.number.of is not None and count.number.of == whole


def _changes(reading: Reading, count: Count) -> bool:
    """ "hồi ấy có 61 đoàn viên, giờ là 517": the same things at another time."""
    lead = reading.view[max(count.sentence.start, count.number.outer - _LEAD) : count.number.outer]
    return reading.rules.rule("figures", "elided_other.then").regex.search(lead) is not None and _ends(reading, count)


def _leads_to(reading: Reading, count: Count, following: Count) -> bool:
    """Whether the noun stands behind the next number only, which speaks of the same things."""
    same_whole = (
        bool(following.measure)
        and count.sentence == following.sentence
        and count.number.of is not None
        and _is_fraction_of(count, following)
    )  # "có 10/10 tổ chức phần lễ, trong đó 8/10 tổ dân phố tổ chức cả phần hội"
    return same_whole or _rises_to(reading, count, following)


def _rises_to(reading: Reading, count: Count, following: Count) -> bool:
    """ "giảm từ 120 xuống 35 hộ": the noun stands behind the second number only."""
    if not following.measure or following.is_rate or following.is_model or following.sentence != count.sentence:
        return False
    lead = reading.lower[max(count.sentence.start, count.number.outer - 12) : count.number.outer]
    between = reading.view[count.number.outer_end : following.number.outer]
    return (
        lead.rstrip().endswith("từ")
        and reading.rules.rule("figures", "elided_other.to").regex.fullmatch(between) is not None
    )


def _ends(reading: Reading, count: Count) -> bool:
    """Whether no noun can follow the number."""
    behind = reading.view[count.number.outer_end : count.number.outer_end + 5]
    return not behind.strip() or behind.lstrip()[0] in ",;.)…" or behind.startswith(" và ")


def _lend(count: Count, lender: Count) -> None:
    count.measure, count.unit, count.noun = lender.measure, lender.unit, None
    count.end = count.number.outer_end
    count.rule, count.confidence = "figure.elided", 0.8
