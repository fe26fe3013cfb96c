"""A sum of money with what it is said of: total or each, what it pays for, where and when.

Source: constructions.md 5.2 and 5.3; contract rulings 12 and 14. Words and forms stand in `rules/money.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from danvan.confidence import confidence
from danvan.link.lookup import PlaceLookup
from danvan.link.money.basis import with_basis
from danvan.link.money.page import MoneyMention, Page, Sum, clause_of, forms_of
from danvan.link.money.products import with_products
from danvan.link.money.purpose import purpose_of
from danvan.link.money.repeats import as_said_before, key_of, told_once
from danvan.link.money.things import with_items
from danvan.link.units.sites import site_of
from danvan.reading import Reading
from danvan.records import Figure, Money, Period

_SENTENCES_BACK = 2
"""Sentences back in which the things of "mỗi suất" may be counted."""


def link_money(
    mentions: Sequence[MoneyMention],
    reading: Reading,
    figures: Sequence[Figure],
    places: PlaceLookup,
    period_of: Callable[[int], Period | None] | None = None,
) -> tuple[Money, ...]:
    """The records of all sums, in order of the text. `figures` in order of their spans; `items` counts in them.

    A sum of the title, lead or a caption that the body gives again is one fact with it and is left to the body.
    """
    forms = forms_of(reading.rules)
    page = Page(reading.lower, figures, [f.span.start for f in figures], forms)
    sums: list[Sum] = []
    for one in with_basis(list(_placed(mentions, reading)), reading.lower, forms):
        sums.append(with_items(one, sums[-1] if sums else None, page))
    sums = with_products(sums, page)
    told = told_once(sums, reading, figures)
    each = {key_of(s.mention): s for s in sums if s.basis == "each" and s not in told}
    told = [as_said_before(s, each.get(key_of(s.mention))) for s in told]
    return tuple(
        Money(
            amount=s.mention.amount,
            high=s.mention.high,
            currency=s.mention.currency,
            bound=s.mention.bound,
            basis=s.basis,
            purpose=purpose_of(s, reading, figures, forms),
            items=s.items,
            place=site_of(reading, places, s.sentence, (s.mention.start, s.mention.end), s.right),
            period=period_of(s.mention.start) if period_of is not None else None,
            span=reading.span(s.mention.start, s.mention.end),
            rule=s.mention.rule,
            confidence=confidence(reading.rules, "money", s.mention.rule, min(s.mention.confidence, s.confidence)),
        )
        for s in told
    )


def _placed(mentions: Sequence[MoneyMention], reading: Reading) -> Iterator[Sum]:
    ordered = sorted(mentions, key=lambda m: m.start)
    for i, mention in enumerate(ordered):
        sentence = reading.sentence_at(mention.start)
        bounds = (sentence.start, max(sentence.end, mention.end))
        clause = clause_of(reading.lower, bounds, mention)
        before = ordered[i - 1].end if i else 0
        behind = ordered[i + 1].start if i + 1 < len(ordered) else bounds[1]
        at = reading.sentence_index(mention.start)
        back = reversed(reading.sentences[max(0, at - _SENTENCES_BACK) : at])
        earlier = tuple((s.start, s.paragraph == sentence.paragraph) for s in back)
        yield Sum(mention, bounds, earlier, clause, max(clause[0], before), min(clause[1], behind))
