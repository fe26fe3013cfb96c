"""Totals that are a number of things times the price of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from danvan.link.money.page import FIRST_WORDS, ROUNDED, Page, Sum, are_near, is_only_value, whole_of
from danvan.records import Figure

_MANY_PRICES = 12
"""Prices before a total that it may be the sum of."""


def with_products(sums: Sequence[Sum], page: Page) -> list[Sum]:
    """The sums, each total that is so many times what each of some things gets with those things; and one that the
    next sentence gives as nothing but the total, with them too. One of several prices is of all that they pay for.
    """
    done = list(sums)
    for at, total in enumerate(sums):
        if total.basis != "total" or total.mention.high is not None:
            continue
        priced = _priced_before(sums[max(0, at - _MANY_PRICES) : at], total)
        if len(priced) > 1 and (_is_sum(priced, total, page) or _is_lot(total, page)):
            wholes = {whole_of(p.items, total, page.figures) for p in priced if p.items is not None}
            one_lot = len(wholes) == 1
            last = None if one_lot else priced[-1].items
            done[at] = replace(total, items=wholes.pop() if one_lot else priced[0].items, last_item=last)
            continue
        if total.items is not None:
            continue
        whole = [other for other in done[max(0, at - _MANY_PRICES) : at] if not other.part][-1:]
        for other in (*whole, *sums[at + 1 : at + 2]):
            if other.basis != "each" or other.items is None or not are_near(other, total):
                continue
            index = whole_of(other.items, total, page.figures)
            follows = total.sentence != other.sentence and is_only_value(total.sentence[0], total, page)
            if follows or (_is_valued(total, page) and _is_product(other, total, page.figures[other.items])):
                done[at] = replace(total, items=index)
                break
    return done


def _priced_before(sums: Sequence[Sum], total: Sum) -> list[Sum]:
    """The prices that stand right before a total, each with its own things, in its sentence or the one before."""
    found: list[Sum] = []
    for other in reversed(sums):
        if other.basis != "each" or other.items is None or other.part or not are_near(other, total):
            break
        found.insert(0, other)
    return found if len({other.items for other in found}) == len(found) else []


def _is_sum(priced: Sequence[Sum], total: Sum, page: Page) -> bool:
    """Whether a total is what all priced things cost together."""
    values = [page.figures[p.items].value * p.mention.amount for p in priced if p.items is not None]
    return abs(sum(values) - total.mention.amount) <= total.mention.amount * ROUNDED


def _is_lot(total: Sum, page: Page) -> bool:
    """Whether a sentence opens with the total of the gifts just told of."""
    lot = page.forms.lot.search(page.lower, total.sentence[0], total.mention.start)
    return lot is not None and lot.start() - total.sentence[0] <= FIRST_WORDS


def _is_valued(total: Sum, page: Page) -> bool:
    """Whether words of value lead to a sum, or it tells what each gets in brackets behind it."""
    return page.forms.valued.search(page.lower, total.left, total.mention.number) is not None


def _is_product(each: Sum, total: Sum, figure: Figure) -> bool:
    """Whether the total is what all of the counted things get together, as exact as it is written."""
    if each.mention.high is not None or figure.high is not None:
        return False
    return abs(each.mention.amount * figure.value - total.mention.amount) <= total.mention.amount * ROUNDED
