"""Whether a sum is the total, for each, a least, a most or a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from danvan.link.money.page import EACH_REACH, FIRST_WORDS, OPENS_WITHIN, Forms, Sum, last_match, noun_at, too_much

_LARGE = 500_000_000
"""VND: from here on a range, a least or a most is that of all together, not of each."""


def with_basis(sums: Sequence[Sum], lower: str, forms: Forms) -> list[Sum]:
    """Each sum with its basis: by its own words, by those of the sum before that it goes on from, or by the next;
    a part has that of its whole.
    """
    done: list[Sum] = []
    whole: Sum | None = None
    left = 0
    for one in sums:
        own = _by_own_words(one, lower, forms)
        opened = _opens_parts(one, done[-1], lower, forms) if done else False
        if opened:
            whole, left = done[-1], done[-1].mention.amount
        if whole is not None and (opened or _goes_on_with_parts(own, done[-1], lower, forms)):
            left -= one.mention.amount
            if whole.basis == "each" and left >= 0:
                own = replace(own, basis="each", noun=whole.noun, income=whole.income, part=True)
        else:
            whole = None
        if own.basis != "total" and done and done[-1].basis == "each" and _joined(done[-1], one, lower, forms):
            earned = done[-1].income and not forms.no_income.search(lower, done[-1].mention.end, own.mention.number)
            noun = own.noun if own.basis else done[-1].noun
            own = replace(own, basis="each", noun=noun, income=own.income or earned)
        done.append(own)
    for i in range(len(done) - 2, -1, -1):
        if done[i].basis is None and done[i + 1].basis == "each" and _listed(done[i], done[i + 1], lower):
            done[i] = replace(done[i], basis="each", noun=done[i + 1].noun)
    return done


def _opens_parts(one: Sum, before: Sum, lower: str, forms: Forms) -> bool:
    """Whether "trong đó" makes a sum a part of the one before, in its sentence or as the next one's first words, and no
    word behind it gives the sum a basis of its own."""
    m = one.mention
    if before.mention.currency != m.currency or m.amount >= before.mention.amount:
        return False
    opened = last_match(forms.part, lower, one.left, m.number)
    near = before.sentence == one.sentence or (
        opened is not None
        and opened.start() - one.sentence[0] <= FIRST_WORDS
        and bool(one.earlier)
        and one.earlier[0] == (before.sentence[0], True)
    )
    return opened is not None and near and _is_unsaid(opened.end(), m.number, lower, forms)


def _goes_on_with_parts(one: Sum, before: Sum, lower: str, forms: Forms) -> bool:
    """Whether a sum stands in the list of parts that the one before stands in, with no basis of its own."""
    start, end = before.mention.end, one.mention.number
    same = one.clause == before.clause or ")" not in lower[start:end]
    return one.sentence == before.sentence and same and one.basis is None and _is_unsaid(start, end, lower, forms)


def _is_unsaid(start: int, end: int, lower: str, forms: Forms) -> bool:
    """Whether no word here tells that a sum is a total or each."""
    return not any(p.search(lower, start, end) for p in (forms.total, forms.each, forms.income))


def _by_own_words(one: Sum, lower: str, forms: Forms) -> Sum:
    """The sum with the basis that the words beside it give, None where they give none."""
    m = one.mention
    total = last_match(forms.total, lower, one.left, m.number)
    income = last_match(forms.income, lower, one.left, m.number)
    earned = income is not None and not forms.no_income.search(lower, income.end(), m.number)
    one = replace(one, income=earned)
    behind = forms.each_behind.match(lower, m.end) or forms.slash.match(lower, m.end)
    if behind is not None:
        return replace(one, basis="each", noun=noun_at(behind.group()))
    each = _last_each(one, lower, forms)
    if each is not None and total is not None and each.end() <= total.start():
        # "mỗi căn nhà có tổng kinh phí 80 triệu đồng": what follows is said of each
        told_of = each.start() - one.sentence[0] <= OPENS_WITHIN
        total = total if _parted(lower, each.end(), total.start(), forms.size if told_of else None) else None
    nearest = each is not None and (total is None or total.end() <= each.start())
    if nearest:
        noun = noun_at(each.group())
        # what is raised in a year stays a sum of each year
        timed = forms.time.fullmatch(noun.split()[-1]) is not None
        ended = forms.turned if timed else forms.raised
        between = forms.size.sub("", lower[each.end() : m.number])
        if not too_much(m, noun, forms) and not ended.search(between):
            return replace(one, basis="each", noun=noun)
    if earned and (total is None or total.end() < income.start() - 2):
        return replace(one, basis="each")
    if total is not None:
        return replace(one, basis="total")
    if (m.high is not None or m.bound in {"at_least", "at_most"}) and m.amount < _LARGE:
        return replace(one, basis="each")
    return one


def _parted(lower: str, start: int, end: int, size: Any) -> bool:
    """Whether a mark or a number stands between two words; `size` are those that tell how large the first one is."""
    between = lower[start:end] if size is None else size.sub("", lower[start:end])
    return any(c in ",;:" or c.isdigit() for c in between)


def _last_each(one: Sum, lower: str, forms: Forms) -> Any:
    """The last word before a sum that tells that it is each; of "mỗi căn" and "mức" the one that names the thing."""
    # "2.000 đồng mỗi ngày, nâng quỹ lên": the rate is of the sum before
    behind = forms.each_behind.match(lower, one.left) if one.left > one.clause[0] else None
    left = one.left if behind is None else behind.end()
    found = list(forms.each.finditer(lower, max(left, one.mention.number - EACH_REACH), one.mention.number))
    named = [m for m in found if forms.item.fullmatch(noun_at(m.group()))]
    return (named or found or [None])[-1]


def _joined(before: Sum, one: Sum, lower: str, forms: Forms) -> bool:
    """Whether the words between two sums carry the basis on. A rate behind the first ("/nhà") belongs to it."""
    if before.sentence != one.sentence:
        return False
    rate = forms.slash.match(lower, before.mention.end)
    start = rate.end() if rate else before.mention.end
    return start <= one.mention.start and forms.goes_on.fullmatch(lower, start, one.mention.start) is not None


def _listed(one: Sum, following: Sum, lower: str) -> bool:
    """ "100 và 200 triệu đồng/hộ": only a comma or a conjunction between."""
    if one.sentence != following.sentence:
        return False
    return lower[one.mention.end : following.mention.start].strip(" ,;") in {"", "và", "hoặc", "đến", "lên"}
