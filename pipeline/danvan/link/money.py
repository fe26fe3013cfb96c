"""A sum of money with what it is said of: total or each, what it pays for, where and when.

Source: constructions.md 5.2 and 5.3; contract rulings 12 and 14. Words and forms stand in `rules/money.toml`.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import regex

from danvan.confidence import confidence
from danvan.link.lookup import PlaceLookup
from danvan.link.sites import site_of
from danvan.match import any_of
from danvan.reading import Reading
from danvan.records import Basis, Bound, Figure, Money, Period
from danvan.ruleset import RuleSet

_EACH_REACH = 110
"""Characters between "mỗi hộ" and its sum: "mỗi phần gồm 10 kg gạo, 1 thùng mì, dầu ăn và 300.000 đồng" has 45."""
_CLAUSE_REACH = 1500
"""Characters of a clause on either side of a sum; no sentence of the sample is longer, a page without stops may be."""
_NEXT_REACH = 70
"""Characters behind a sum in which the thing that it pays for is named."""
_SENTENCES_BACK = 2
"""Sentences back in which the things of "mỗi suất" may be counted."""
_OPENS_WITHIN = 25
"""Characters of a sentence before "mỗi suất" at the most where it opens it: "Mức hỗ trợ của mỗi căn" has 16."""
_GIVER = 30
"""Characters before a comma in which a member of a list of givers stands: "các cơ quan của tỉnh, doanh nghiệp"."""
_SHARE_REACH = 30
"""Characters before a number in which "mỗi xã" makes it the share of each."""
_FIRST_WORDS = 3
"""Characters of a sentence before "Trong đó" at the most where that opens it: a dash, "- "."""
_KIND_BEFORE = 12
"""Characters before a number in which the kind of the thing stands: "xây mới 14 căn"."""
_LEADS_ON = 8
"""Characters before a sum in which the words that lead to it end: "với", "trên"."""
_LARGE = 500_000_000
"""VND: from here on a range, a least or a most is that of all together, not of each."""
_ROUNDED = 0.01
"""Share by which a total may differ from its product: "gần 180 triệu đồng" of 119 times 1.5 million."""
_MANY_PRICES = 12
"""Prices before a total that it may be the sum of."""
_ROUND = 0.04
"""Share by which the title rounds a sum at the most: "gần 3 tỷ đồng" of 2,9 is 3.4 per cent."""
_AMBIGUOUS = 0.5
"""Confidence of a sum that stands behind the last item of a list and could cover all of it: constructions.md 5.3."""
_SAID_AGAIN = {"title": 0, "caption": 1, "lead": 2}
"""Parts whose sums the article says again further in, and how far in they stand themselves."""


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum as it stands in the text: characters [start, end), bound words and currency included.

    `number` is where its digits begin. `amount` to `high` in whole units of `currency`.
    """

    start: int
    end: int
    number: int
    amount: int
    high: int | None
    currency: str
    bound: Bound
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Sum:
    """A mention inside its sentence. `left` to the number and the end to `right` are the words that speak of it alone.

    `noun` is the thing of "mỗi suất" or "/suất", `income` tells that an owner earns it. `items` counts in the article's
    figures; the sum of a list pays for all of them up to `last_item`. `earlier` is where the sentences before begin,
    and whether in this paragraph. `told`: whether words beside the sum give its basis. `part`: whether it is of what
    the sum before gives to each.
    """

    mention: MoneyMention
    sentence: tuple[int, int]
    earlier: tuple[tuple[int, bool], ...]
    clause: tuple[int, int]
    left: int
    right: int
    basis: Basis | None = None
    noun: str | None = None
    income: bool = False
    told: bool = False
    part: bool = False
    items: int | None = None
    last_item: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True)
class _Forms:
    """The compiled rules of rules/money.toml that link a sum."""

    each: Any
    income: Any
    turnover: Any
    slash: Any
    each_behind: Any
    goes_on: Any
    total: Any
    part: Any
    size: Any
    raised: Any
    turned: Any
    most: tuple[tuple[Any, int], ...]
    no_income: Any
    listed: Any
    valued: Any
    pays_for: Any
    after: Any
    lead: Any
    trail: Any
    least: tuple[tuple[Any, int], ...]
    time: Any
    item: Any
    kin: tuple[Any, ...]
    spoken_of: Any
    noted: Any
    stock: Any
    no_thing: Any
    long: Any
    gets: Any
    owned: Any
    lot: Any
    source: Any
    givers: Any


@dataclass(frozen=True, slots=True)
class _Page:
    """What the things that a sum pays for are sought in."""

    lower: str
    figures: Sequence[Figure]
    starts: Sequence[int]
    forms: _Forms


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
    forms = _forms(reading.rules)
    page = _Page(reading.lower, figures, [f.span.start for f in figures], forms)
    sums: list[_Sum] = []
    for one in _with_basis(list(_placed(mentions, reading)), reading.lower, forms):
        sums.append(_with_items(one, sums[-1] if sums else None, page))
    sums = _with_products(sums, page)
    told = _once(sums, reading, figures)
    each = {_key(s.mention): s for s in sums if s.basis == "each" and s not in told}
    told = [_as_said_before(s, each.get(_key(s.mention))) for s in told]
    return tuple(
        Money(
            amount=s.mention.amount,
            high=s.mention.high,
            currency=s.mention.currency,
            bound=s.mention.bound,
            basis=s.basis,
            purpose=_purpose(s, reading, figures, forms),
            items=s.items,
            place=site_of(reading, places, s.sentence, (s.mention.start, s.mention.end), s.right),
            period=period_of(s.mention.start) if period_of is not None else None,
            span=reading.span(s.mention.start, s.mention.end),
            rule=s.mention.rule,
            confidence=confidence(reading.rules, "money", s.mention.rule, min(s.mention.confidence, s.confidence)),
        )
        for s in told
    )


def _once(sums: Sequence[_Sum], reading: Reading, figures: Sequence[Figure]) -> list[_Sum]:
    """The sums without those that title, caption or lead say of one that stands again further in; the title may round
    it. Equal sums for other numbers of things are two acts.
    """
    depths = [_depth(s, reading) for s in sums]
    equal: dict[tuple[int, int | None, str], list[int]] = {}
    for at, s in enumerate(sums):
        equal.setdefault(_key(s.mention), []).append(at)
    titled = [at for at, depth in enumerate(depths) if depth == 0]
    again = {at for at in titled if any(depths[i] > 0 and _rounds(sums[at], s) for i, s in enumerate(sums))}
    for alike in equal.values():
        deepest = max(depths[i] for i in alike)
        for at in (i for i in alike if depths[i] < deepest):
            deeper = (sums[i] for i in alike if depths[i] > depths[at])
            if any(_is_same(sums[at], other, figures) for other in deeper):
                again.add(at)
    return [s for at, s in enumerate(sums) if at not in again]


def _is_same(one: _Sum, other: _Sum, figures: Sequence[Figure]) -> bool:
    """Whether two equal sums are not for things of which different numbers are told."""
    if one.items is None or other.items is None or one.basis != "each" or other.basis != "each":
        return True
    return figures[one.items].value == figures[other.items].value


def _rounds(one: _Sum, exact: _Sum) -> bool:
    """Whether a sum is another one in round figures: "trên 36 tỷ đồng" of 36.008 triệu đồng."""
    m, other = one.mention, exact.mention
    if m.currency != other.currency or m.high is not None or other.high is not None:
        return False
    above, below = m.amount * (1 + _ROUND), m.amount * (1 - _ROUND)
    low, high = {"more_than": (m.amount, above), "less_than": (below, m.amount), "about": (below, above)}.get(
        m.bound, (m.amount, m.amount * (1 + _ROUNDED))
    )
    return one.basis == exact.basis == "total" and low < other.amount < high


def _depth(one: _Sum, reading: Reading) -> int:
    return _SAID_AGAIN.get(reading.part_at(one.mention.start) or "body", len(_SAID_AGAIN))


def _as_said_before(one: _Sum, other: _Sum | None) -> _Sum:
    """The sum with what title or lead say of it, where its own words leave open whether it is each."""
    if other is None or one.basis == "each" or one.told:
        return one
    return replace(one, basis="each", noun=other.noun, items=other.items)


def _with_products(sums: Sequence[_Sum], page: _Page) -> list[_Sum]:
    """The sums, each total that is so many times what each of some things gets with those things; and one that the
    next sentence gives as nothing but the total, with them too. One of several prices is of all that they pay for.
    """
    done = list(sums)
    for at, total in enumerate(sums):
        if total.basis != "total" or total.mention.high is not None:
            continue
        priced = _priced_before(sums[max(0, at - _MANY_PRICES) : at], total)
        if len(priced) > 1 and (_is_sum(priced, total, page) or _is_lot(total, page)):
            wholes = {_whole(p.items, total, page.figures) for p in priced if p.items is not None}
            one_lot = len(wholes) == 1
            last = None if one_lot else priced[-1].items
            done[at] = replace(total, items=wholes.pop() if one_lot else priced[0].items, last_item=last)
            continue
        if total.items is not None:
            continue
        whole = [other for other in done[max(0, at - _MANY_PRICES) : at] if not other.part][-1:]
        for other in (*whole, *sums[at + 1 : at + 2]):
            if other.basis != "each" or other.items is None or not _is_near(other, total):
                continue
            index = _whole(other.items, total, page.figures)
            follows = total.sentence != other.sentence and _is_only_value(total.sentence[0], total, page)
            if follows or (_is_valued(total, page) and _is_product(other, total, page.figures[other.items])):
                done[at] = replace(total, items=index)
                break
    return done


def _priced_before(sums: Sequence[_Sum], total: _Sum) -> list[_Sum]:
    """The prices that stand right before a total, each with its own things, in its sentence or the one before."""
    found: list[_Sum] = []
    for other in reversed(sums):
        if other.basis != "each" or other.items is None or other.part or not _is_near(other, total):
            break
        found.insert(0, other)
    return found if len({other.items for other in found}) == len(found) else []


def _is_sum(priced: Sequence[_Sum], total: _Sum, page: _Page) -> bool:
    """Whether a total is what all priced things cost together."""
    values = [page.figures[p.items].value * p.mention.amount for p in priced if p.items is not None]
    return abs(sum(values) - total.mention.amount) <= total.mention.amount * _ROUNDED


def _is_lot(total: _Sum, page: _Page) -> bool:
    """Whether a sentence opens with the total of the gifts just told of."""
    lot = page.forms.lot.search(page.lower, total.sentence[0], total.mention.start)
    return lot is not None and lot.start() - total.sentence[0] <= _FIRST_WORDS


def _is_near(other: _Sum, total: _Sum) -> bool:
    """Whether two sums stand in one sentence, or the total in one of the next."""
    after = any(start == other.sentence[0] for start, _ in total.earlier)
    return other.mention.currency == total.mention.currency and (other.sentence == total.sentence or after)


def _is_valued(total: _Sum, page: _Page) -> bool:
    """Whether words of value lead to a sum, or it tells what each gets in brackets behind it."""
    return page.forms.valued.search(page.lower, total.left, total.mention.number) is not None


def _is_product(each: _Sum, total: _Sum, figure: Figure) -> bool:
    """Whether the total is what all of the counted things get together, as exact as it is written."""
    if each.mention.high is not None or figure.high is not None:
        return False
    return abs(each.mention.amount * figure.value - total.mention.amount) <= total.mention.amount * _ROUNDED


# ---------------------------------------------------------------- where a sum stands


def _placed(mentions: Sequence[MoneyMention], reading: Reading) -> Iterator[_Sum]:
    ordered = sorted(mentions, key=lambda m: m.start)
    for i, mention in enumerate(ordered):
        sentence = reading.sentence_at(mention.start)
        bounds = (sentence.start, max(sentence.end, mention.end))
        clause = _clause(reading.lower, bounds, mention)
        before = ordered[i - 1].end if i else 0
        behind = ordered[i + 1].start if i + 1 < len(ordered) else bounds[1]
        at = reading.sentence_index(mention.start)
        back = reversed(reading.sentences[max(0, at - _SENTENCES_BACK) : at])
        earlier = tuple((s.start, s.paragraph == sentence.paragraph) for s in back)
        yield _Sum(mention, bounds, earlier, clause, max(clause[0], before), min(clause[1], behind))


def _clause(lower: str, sentence: tuple[int, int], mention: MoneyMention) -> tuple[int, int]:
    """The stretch between semicolons, or the inside of a bracket, that holds the sum."""
    near = max(sentence[0], mention.start - _CLAUSE_REACH)
    start = max(near, lower.rfind(";", near, mention.start) + 1)
    opened = lower.rfind("(", start, mention.start)
    if opened >= 0 and lower.find(")", opened, mention.start) < 0:
        start = opened + 1
    far = min(sentence[1], mention.end + _CLAUSE_REACH)
    ends = [i for i in (lower.find(c, mention.end, far) for c in ";)") if i >= 0]
    return start, min(ends, default=far)


def _key(m: MoneyMention) -> tuple[int, int | None, str]:
    """What makes two sums the same where one of them stands in the title, the lead or a caption."""
    return m.amount, m.high, m.currency


# ---------------------------------------------------------------- total or each


def _with_basis(sums: Sequence[_Sum], lower: str, forms: _Forms) -> list[_Sum]:
    """Each sum with its basis: by its own words, by those of the sum before that it goes on from, or by the next;
    a part has that of its whole.
    """
    done: list[_Sum] = []
    whole: _Sum | None = None
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


def _opens_parts(one: _Sum, before: _Sum, lower: str, forms: _Forms) -> bool:
    """Whether "trong đó" makes a sum a part of the one before, in its sentence or as the next one's first words, and no
    word behind it gives the sum a basis of its own."""
    m = one.mention
    if before.mention.currency != m.currency or m.amount >= before.mention.amount:
        return False
    opened = _last(forms.part, lower, one.left, m.number)
    near = before.sentence == one.sentence or (
        opened is not None
        and opened.start() - one.sentence[0] <= _FIRST_WORDS
        and bool(one.earlier)
        and one.earlier[0] == (before.sentence[0], True)
    )
    return opened is not None and near and _is_unsaid(opened.end(), m.number, lower, forms)


def _goes_on_with_parts(one: _Sum, before: _Sum, lower: str, forms: _Forms) -> bool:
    """Whether a sum stands in the list of parts that the one before stands in, with no basis of its own."""
    start, end = before.mention.end, one.mention.number
    same = one.clause == before.clause or ")" not in lower[start:end]
    return one.sentence == before.sentence and same and one.basis is None and _is_unsaid(start, end, lower, forms)


def _is_unsaid(start: int, end: int, lower: str, forms: _Forms) -> bool:
    """Whether no word here tells that a sum is a total or each."""
    return not any(p.search(lower, start, end) for p in (forms.total, forms.each, forms.income))


def _by_own_words(one: _Sum, lower: str, forms: _Forms) -> _Sum:
    """The sum with the basis that the words beside it give, None where they give none."""
    m = one.mention
    total = _last(forms.total, lower, one.left, m.number)
    income = _last(forms.income, lower, one.left, m.number)
    earned = income is not None and not forms.no_income.search(lower, income.end(), m.number)
    one = replace(one, income=earned)
    behind = forms.each_behind.match(lower, m.end) or forms.slash.match(lower, m.end)
    if behind is not None:
        return replace(one, basis="each", noun=_noun(behind.group()))
    each = _last_each(one, lower, forms)
    if each is not None and total is not None and each.end() <= total.start():
        # "mỗi căn nhà có tổng kinh phí 80 triệu đồng": what follows is said of each
        told_of = each.start() - one.sentence[0] <= _OPENS_WITHIN
        total = total if _parted(lower, each.end(), total.start(), forms.size if told_of else None) else None
    nearest = each is not None and (total is None or total.end() <= each.start())
    if nearest:
        noun = _noun(each.group())
        # what is raised in a year stays a sum of each year
        timed = forms.time.fullmatch(noun.split()[-1]) is not None
        ended = forms.turned if timed else forms.raised
        between = forms.size.sub("", lower[each.end() : m.number])
        if not _too_much(m, noun, forms) and not ended.search(between):
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


def _too_much(m: MoneyMention, noun: str, forms: _Forms) -> bool:
    """Whether no single one of the noun can be given so much: 3 billion đồng is no sum of "từng nhà"."""
    return m.currency == "VND" and any(p.fullmatch(noun) and m.amount > most for p, most in forms.most)


def _last_each(one: _Sum, lower: str, forms: _Forms) -> Any:
    """The last word before a sum that tells that it is each; of "mỗi căn" and "mức" the one that names the thing."""
    # "2.000 đồng mỗi ngày, nâng quỹ lên": the rate is of the sum before
    behind = forms.each_behind.match(lower, one.left) if one.left > one.clause[0] else None
    left = one.left if behind is None else behind.end()
    found = list(forms.each.finditer(lower, max(left, one.mention.number - _EACH_REACH), one.mention.number))
    named = [m for m in found if forms.item.fullmatch(_noun(m.group()))]
    return (named or found or [None])[-1]


def _last(pattern: Any, lower: str, start: int, end: int) -> Any:
    """The last match inside [start, end), None where there is none."""
    return max(pattern.finditer(lower, start, end), key=lambda m: m.start(), default=None)


def _noun(words: str) -> str:
    """The thing of "mỗi suất", "/người", "cho mỗi hộ": its last words."""
    return words.strip(" /").removeprefix("cho ").removeprefix("mỗi ").removeprefix("từng ").strip()


def _joined(before: _Sum, one: _Sum, lower: str, forms: _Forms) -> bool:
    """Whether the words between two sums carry the basis on. A rate behind the first ("/nhà") belongs to it."""
    if before.sentence != one.sentence:
        return False
    rate = forms.slash.match(lower, before.mention.end)
    start = rate.end() if rate else before.mention.end
    return start <= one.mention.start and forms.goes_on.fullmatch(lower, start, one.mention.start) is not None


def _listed(one: _Sum, following: _Sum, lower: str) -> bool:
    """ "100 và 200 triệu đồng/hộ": only a comma or a conjunction between."""
    if one.sentence != following.sentence:
        return False
    return lower[one.mention.end : following.mention.start].strip(" ,;") in {"", "và", "hoặc", "đến", "lên"}


# ---------------------------------------------------------------- what it pays for


def _with_items(one: _Sum, previous: _Sum | None, page: _Page) -> _Sum:
    """The sum with the counted things that it pays for. The price of one of many gifts is each, said or not."""
    if not one.income:
        one = _items(one, previous, page)
    index = one.items
    one = replace(one, told=one.basis is not None)
    if one.basis is None:
        given = index is not None and page.figures[index].span.end <= one.mention.start
        cheap = index is not None and given and _too_little(one.mention, page.figures[index], page.forms)
        one = replace(one, basis="each" if cheap else "total")
    return one


def _too_little(m: MoneyMention, figure: Figure, forms: _Forms) -> bool:
    if figure.value <= 1 or m.currency != "VND":
        return False
    noun = f"{figure.measure} {figure.unit}"
    return any(pattern.search(noun) and m.amount / figure.value < least for pattern, least in forms.least)


def _items(one: _Sum, previous: _Sum | None, page: _Page) -> _Sum:
    """The sum with the things paid for: those named by "mỗi", those of the list before it, else those behind."""
    m, figures, forms = one.mention, page.figures, page.forms
    first = bisect_left(page.starts, max(one.sentence[0], m.start - _CLAUSE_REACH))
    last = bisect_left(page.starts, min(one.right, m.end + _NEXT_REACH))
    counted = [i for i in range(first, last) if _is_thing(figures[i], one.noun, forms)]
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
    held = _last(forms.each, page.lower, max(one.left, m.start - _EACH_REACH), m.start)
    if held is not None and own and held.end() <= figures[own[0]].span.start:
        # "mỗi phần gồm 10 kg gạo, tổng 15 triệu đồng" pays for the gifts and not for the rice
        noun = _noun(held.group())
        return one if forms.time.fullmatch(noun) else replace(one, items=_told_before(noun, held.start(), one, page))
    if not own and previous is not None and previous.items is not None and _of_the_same(previous, one, page):
        return replace(one, items=_whole(previous.items, one, figures))
    if own and forms.listed.search(page.lower, figures[own[-1]].span.end, m.number):
        given = _given(own, page)
        return replace(one, items=given[0], last_item=given[-1])
    if len(own) > 1 and _are_alike(own[-2], own[-1], page):
        return replace(one, items=own[-2], last_item=own[-1])
    if own and forms.valued.search(page.lower, figures[own[-1]].span.end, m.number):
        return replace(one, items=_thing(own, page), confidence=1.0 if len(own) == 1 else _AMBIGUOUS)
    if behind and forms.pays_for.match(page.lower, m.end, figures[behind[0]].span.start):
        return replace(one, items=behind[0])
    spoken = _last(forms.spoken_of, page.lower, one.left, m.number)
    return one if spoken is None else replace(one, items=_told_before(spoken.group("noun"), one.sentence[0], one, page))


def _is_thing(figure: Figure, noun: str | None, forms: _Forms) -> bool:
    """Whether a figure counts what money can pay for: no share, no change, and no size but for a rate of it."""
    if figure.unit == "%" or figure.change is not None:
        return False
    unit = figure.unit.lower()
    if noun is not None and forms.long.fullmatch(f"{figure.measure}/{unit}") is not None:
        return False
    return forms.no_thing.fullmatch(f"{figure.measure}/{unit}") is None or (noun is not None and noun in unit)


def _is_share(index: int, page: _Page) -> bool:
    """Whether a number is what each gets: "400 suất quà cho 4 xã (mỗi xã 100 suất)"."""
    start = page.figures[index].span.start
    each = _last(page.forms.each, page.lower, max(0, start - _SHARE_REACH), start)
    return each is not None and not any(c in ",;:.)" or c.isdigit() for c in page.lower[each.end() : start])


def _thing(own: list[int], page: _Page) -> int:
    """The last counted thing, which is not who gets it: "150 suất quà cho 150 hộ nghèo"."""
    if len(own) > 1:
        between = page.lower[page.figures[own[-2]].span.end : page.figures[own[-1]].span.start]
        if between.endswith(" cho ") and not any(c in ",;:.()" for c in between):
            return own[-2]
    return own[-1]


def _given(own: list[int], page: _Page) -> list[int]:
    """The things of a list without those who get them: "7 hộ được nhận 7 con bò"."""
    for at in range(len(own) - 1):
        start, end = page.figures[own[at]].span.end, page.figures[own[at + 1]].span.start
        if page.forms.gets.search(page.lower, start, end):
            return own[at + 1 :]
    return own


def _are_alike(first: int, second: int, page: _Page) -> bool:
    """ "xây mới 18 căn nhà và sửa chữa 6 căn nhà, trị giá": one sum of both."""
    one, two = page.figures[first], page.figures[second]
    between = page.lower[one.span.end : two.span.start]
    return one.measure == two.measure and " và " in between and not any(c in ",;:.()" for c in between)


def _of_the_same(previous: _Sum, one: _Sum, page: _Page) -> bool:
    """ "mỗi suất 500.000 đồng, tổng trị giá 20 triệu đồng": the second is of the same things."""
    if previous.sentence != one.sentence:
        return False
    clause = page.lower.rfind(";", previous.mention.end, one.mention.start) + 1
    if clause and page.lower[clause : one.mention.start].strip() and not _is_only_value(clause, one, page):
        return False
    valued = page.forms.valued.search(page.lower, previous.mention.end, one.mention.number) is not None
    return valued and previous.basis == "each" and one.basis != "each"


def _is_only_value(start: int, one: _Sum, page: _Page) -> bool:
    """Whether nothing but words of value leads to a sum: "với tổng kinh phí"."""
    trail = page.forms.trail.search(page.lower, start, one.mention.start)
    return trail is not None and not page.lower[start : trail.start()].strip(" ,")


def _whole(index: int, one: _Sum, figures: Sequence[Figure]) -> int:
    """The total of the same sentence that things are a part of, else the things themselves."""
    part_of = figures[index].part_of
    if part_of is None or figures[part_of].span.start < one.sentence[0] <= figures[index].span.start:
        return index
    return part_of


@functools.lru_cache(maxsize=1024)
def _whole_word(noun: str) -> Any:
    """The noun as a pattern; the same few nouns are asked for in every article."""
    return regex.compile(rf"(?<!\w){regex.escape(noun)}(?!\w)")


def _named(one: _Sum, before: list[int], behind: list[int], page: _Page) -> int | None:
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


def _around(index: int, near: list[int], one: _Sum, page: _Page) -> int:
    """The whole that a part in closed brackets is of: "14 em (trong đó 4 em người Lào), mức hỗ trợ 500.000 đồng/em"."""
    whole = page.figures[index].part_of
    if whole not in near or whole is None or page.figures[index].partition:
        return index
    closed = ")" in page.lower[page.figures[index].span.end : one.mention.start]
    opened = "(" in page.lower[page.figures[whole].span.end : page.figures[index].span.start]
    return whole if opened and closed else index


def _only_ones(noun: str, one: _Sum, page: _Page) -> int | None:
    """The only houses or gifts that the sentences before count, in whatever paragraph; None where there are several."""
    if page.forms.owned.fullmatch(noun) is None:
        return None
    start = min((start for start, _ in one.earlier), default=one.sentence[0])
    here = range(bisect_left(page.starts, start), bisect_left(page.starts, one.sentence[0]))
    found = _fitting(noun, [i for i in here if _is_thing(page.figures[i], noun, page.forms)], page)
    return found[0] if len(found) == 1 and not _is_share(found[0], page) else None


def _fitting(noun: str, indexes: Sequence[int], page: _Page) -> list[int]:
    """Those of the counted things that are called by the noun; where there are none, those called by a word of its kin:
    "mỗi hộ" is said of "5 gia đình", "mỗi căn" of "20 nhà tình thương"."""
    words = {i: f"{page.figures[i].measure} {page.figures[i].unit}".lower() for i in indexes}
    named = [i for i in indexes if _whole_word(noun).search(words[i])]
    kin = next((k for k in page.forms.kin if k.match(noun)), None)
    return named if named or kin is None else [i for i in indexes if kin.search(words[i])]


def _told_before(noun: str, at: int, one: _Sum, page: _Page) -> int | None:
    """The things of this noun in the nearest sentence before that counts anything; None where it counts others only.

    `at` is where the noun is said. Past the paragraph it must open the sentence: "Mỗi suất trị giá 500.000 đồng".
    """
    end = one.sentence[0]
    for start, same in one.earlier:
        if not same and at - one.sentence[0] > _OPENS_WITHIN:
            break
        here = range(bisect_left(page.starts, start), bisect_left(page.starts, end))
        counted = [i for i in here if _is_thing(page.figures[i], noun, page.forms) and not _is_share(i, page)]
        if counted:
            fitting = [i for i in _fitting(noun, counted[::-1], page) if page.figures[i].topic is None]
            alike = _alike(one, fitting, page, _KIND_BEFORE)
            chosen = next(iter(alike or fitting), None)
            whole = page.figures[chosen].part_of if chosen is not None and not alike else None
            listed = chosen is not None and page.figures[chosen].partition
            return whole if whole is not None and listed and whole in counted else chosen
        end = start
    return None


def _alike(one: _Sum, indexes: Sequence[int], page: _Page, before: int = 0) -> list[int]:
    """Those that go on like the rate: "60 triệu đồng/nhà xây mới" is of "26 nhà xây mới" or of "xây mới 26 nhà"."""
    rate = page.forms.slash.match(page.lower, one.mention.end)
    goes_on = rate is not None and page.lower.startswith(" ", rate.end())
    tail = " ".join(page.lower[rate.end() : rate.end() + 20].split(" ")[1:3]).strip(" ,.;") if goes_on else ""
    spans = ((i, page.figures[i].span) for i in indexes if tail)
    return [i for i, s in spans if _whole_word(tail).search(page.lower, max(0, s.start - before), s.end + 12)]


def _purpose(one: _Sum, reading: Reading, figures: Sequence[Figure], forms: _Forms) -> str | None:
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
        after = None if not counted and "," in reading.lower[m.end : after.start("span")] else after
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
    return _words_before(one, reading, forms) or told


def _leads_on(end: int, one: _Sum, lower: str, forms: _Forms) -> bool:
    """Whether nothing but words of value stands from here up to the next sum."""
    if end > one.right - _LEADS_ON:
        return True
    trail = forms.trail.search(lower, end, one.right)
    return trail is not None and not lower[end : trail.start()].strip(" ,")


def _flat(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:.-–—()")


def _words_before(one: _Sum, reading: Reading, forms: _Forms) -> str | None:
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


def _phrase_start(one: _Sum, end: int, lower: str, forms: _Forms) -> int:
    """Where the phrase begins that ends at `end`: behind the last comma that no member of a list of givers follows."""
    comma = lower.rfind(",", one.left, end)
    while comma >= 0 and forms.givers.match(lower, comma + 1 + lower.startswith(" ", comma + 1)) is not None:
        before = lower.rfind(",", one.left, comma)
        giver = _last(forms.givers, lower, max(one.left, before + 1, comma - _GIVER), comma)
        if giver is None or ")" in lower[giver.end() : comma]:
            break
        comma = before
    return max(one.left, comma + 1)


# ---------------------------------------------------------------- the compiled rules


def _forms(rules: RuleSet) -> _Forms:
    built = rules.cache.get("link.money")
    if not isinstance(built, _Forms):
        built = rules.cache["link.money"] = _build(rules)
    return built


def _build(rules: RuleSet) -> _Forms:
    def one(prefix: str, before: str = "", after: str = "") -> Any:
        return any_of(rules.starting("money", prefix), before, after)

    each = rules.starting("money", "each.before.")
    return _Forms(
        each=any_of(r for r in each if r.gives["strength"] == "item"),
        income=any_of(r for r in each if r.gives["strength"] == "income"),
        turnover=one("purpose.turnover"),
        slash=one("each.after.slash"),
        each_behind=one("each.after.item"),
        goes_on=one("each.goes_on."),
        total=one("total.before"),
        part=one("part.opens"),
        size=one("each.size"),
        raised=one("total.verb"),
        turned=one("total.verb.turn"),
        most=tuple((any_of([r]), int(r.gives["most"])) for r in rules.starting("money", "most.")),
        no_income=one("income.over"),
        listed=one("items.list_total"),
        valued=one("items.value"),
        pays_for=one("items.for", r"(?:\s{0,2}|,\s(?=(?:để|giúp|hỗ trợ (?:xây|sửa|làm|cất))\s))", r"[^,.;:]{0,60}$"),
        after=one("purpose.after"),
        lead=one("purpose.lead"),
        trail=one("purpose.trail"),
        least=tuple((any_of([r]), int(r.gives["least"])) for r in rules.starting("money", "least.")),
        time=one("time.unit"),
        item=one("item.noun"),
        kin=tuple(any_of([r]) for r in rules.starting("money", "item.kin.")),
        spoken_of=one("items.spoken_of"),
        noted=one("items.noted"),
        stock=one("items.stock"),
        no_thing=one("items.size"),
        long=one("items.long"),
        gets=one("items.gets"),
        owned=one("item.given"),
        lot=one("items.lot"),
        source=one("purpose.source"),
        givers=one("purpose.listed"),
    )
