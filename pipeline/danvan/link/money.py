"""A sum of money with what it is said of: total or each, what it pays for, where and when.

Source: constructions.md 5.2 and 5.3; contract rulings 12 and 14. Words and forms stand in `rules/money.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import regex

from danvan.link.lookup import PlaceLookup
from danvan.match import any_of, find_all
from danvan.reading import Reading
from danvan.records import Basis, Bound, Figure, Money, Period, PlaceRef
from danvan.ruleset import RuleSet

_EACH_REACH = 110
"""Characters between "mỗi hộ" and its sum: "mỗi phần gồm 10 kg gạo, 1 thùng mì, dầu ăn và 300.000 đồng" has 45."""
_NEXT_REACH = 70
"""Characters behind a sum in which the thing that it pays for is named."""
_AMBIGUOUS = 0.5
"""Confidence of a sum that stands behind the last item of a list and could cover all of it: constructions.md 5.3."""
_SAID_AGAIN = {"title", "lead", "caption"}
_OWN_LEVELS = {"commune", "hamlet", "district"}


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
    """A mention inside its sentence: `left` to `number` and `end` to `right` are the words that may speak of it alone."""

    mention: MoneyMention
    sentence: tuple[int, int]
    clause: tuple[int, int]
    left: int
    right: int
    basis: Basis | None = None
    noun: str | None = None
    why: str = "default"
    items: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True)
class _Forms:
    """The compiled rules of rules/money.toml that link a sum."""

    each: Any
    income: Any
    slash: Any
    each_behind: Any
    goes_on: Any
    total: Any
    raised: Any
    listed: Any
    valued: Any
    pays_for: Any
    after: Any
    least: tuple[tuple[Any, int], ...]
    time: Any


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
    sums = [_with_items(s, reading, figures, forms) for s in _with_basis(list(_placed(mentions, reading)), reading, forms)]
    return tuple(_record(s, reading, figures, places, period_of) for s in sums if not _said_again(s, sums, reading))


# ---------------------------------------------------------------- where a sum stands


def _placed(mentions: Sequence[MoneyMention], reading: Reading) -> Iterator[_Sum]:
    ordered = sorted(mentions, key=lambda m: m.start)
    for i, mention in enumerate(ordered):
        sentence = reading.sentence_at(mention.start)
        bounds = (sentence.start, max(sentence.end, mention.end))
        clause = _clause(reading.lower, bounds, mention)
        before = ordered[i - 1].end if i else 0
        behind = ordered[i + 1].start if i + 1 < len(ordered) else bounds[1]
        yield _Sum(mention, bounds, clause, max(clause[0], before), min(clause[1], behind))


def _clause(lower: str, sentence: tuple[int, int], mention: MoneyMention) -> tuple[int, int]:
    """The stretch between semicolons, or the inside of a bracket, that holds the sum."""
    start = max(sentence[0], lower.rfind(";", sentence[0], mention.start) + 1)
    opened = lower.rfind("(", start, mention.start)
    if opened >= 0 and lower.find(")", opened, mention.start) < 0:
        start = opened + 1
    ends = [i for i in (lower.find(c, mention.end, sentence[1]) for c in ";)") if i >= 0]
    return start, min(ends, default=sentence[1])


def _said_again(one: _Sum, sums: Sequence[_Sum], reading: Reading) -> bool:
    def key(m: MoneyMention) -> tuple[int, int | None, str]:
        return m.amount, m.high, m.currency

    if reading.part_at(one.mention.start) not in _SAID_AGAIN:
        return False
    return any(key(s.mention) == key(one.mention) and reading.part_at(s.mention.start) == "body" for s in sums)


# ---------------------------------------------------------------- total or each


def _with_basis(sums: list[_Sum], reading: Reading, forms: _Forms) -> list[_Sum]:
    """Each sum with its basis: by its own words, by those of the sum before that it goes on from, or by the next."""
    lower = reading.lower
    done: list[_Sum] = []
    for one in sums:
        own = _by_own_words(one, lower, forms)
        if own is None and done and _joined(done[-1], one, lower, forms) and done[-1].basis == "each":
            own = replace(one, basis="each", noun=done[-1].noun, why=done[-1].why)
        done.append(own or one)
    for i in range(len(done) - 2, -1, -1):
        if done[i].basis is None and done[i + 1].basis == "each" and _listed(done[i], done[i + 1], lower):
            done[i] = replace(done[i], basis="each", noun=done[i + 1].noun, why="next")
    return done


def _by_own_words(one: _Sum, lower: str, forms: _Forms) -> _Sum | None:
    """The sum with its basis where words beside it say so, else None."""
    m = one.mention
    behind = forms.each_behind.match(lower, m.end) or forms.slash.match(lower, m.end)
    if behind is not None:
        return replace(one, basis="each", noun=_noun(behind.group()), why="behind")
    total = _last(forms.total, lower, one.left, m.number)
    each = _last(forms.each, lower, max(one.left, m.number - _EACH_REACH), m.number)
    if each is not None and (total is None or total.end() <= each.start()) and not _raised(each.end(), m.number, lower, forms):
        return replace(one, basis="each", noun=_noun(each.group()), why="before")
    income = _last(forms.income, lower, one.left, m.number)
    if income is not None and (total is None or total.end() < income.start() - 2):
        between = lower[income.end() : m.number]
        if not forms.raised.search(between) and len(between) < _EACH_REACH:
            return replace(one, basis="each", why="income")
    if total is not None:
        return replace(one, basis="total", why="total")
    if m.high is not None or m.bound in {"at_least", "at_most"}:
        return replace(one, basis="each", why="range")
    return None


def _last(pattern: Any, lower: str, start: int, end: int) -> Any:
    found = None
    for found in pattern.finditer(lower, start, end):  # noqa: B007
        pass
    return found


def _raised(start: int, end: int, lower: str, forms: _Forms) -> bool:
    """Whether another number and then a verb of raising stand between "mỗi hộ" and the sum."""
    digits = next((i for i in range(start, end) if lower[i].isdigit()), None)
    return digits is not None and forms.raised.search(lower, digits, end) is not None


def _noun(words: str) -> str:
    """The thing of "mỗi suất", "/người", "cho mỗi hộ": its last words."""
    return words.strip(" /").removeprefix("cho ").removeprefix("mỗi ").removeprefix("từng ").strip()


def _joined(before: _Sum, one: _Sum, lower: str, forms: _Forms) -> bool:
    if before.sentence != one.sentence:
        return False
    gap = lower[before.mention.end : one.mention.start]
    # "50 triệu đồng/nhà và 30 triệu đồng": the rate behind the first belongs to it
    rate = forms.slash.match(gap)
    return forms.goes_on.fullmatch(gap, rate.end() if rate else 0) is not None


def _listed(one: _Sum, following: _Sum, lower: str) -> bool:
    """ "100 và 200 triệu đồng/hộ": only a comma or a conjunction between."""
    if one.sentence != following.sentence:
        return False
    return lower[one.mention.end : following.mention.start].strip(" ,;") in {"", "và", "hoặc", "đến", "lên"}


# ---------------------------------------------------------------- what it pays for


def _with_items(one: _Sum, reading: Reading, figures: Sequence[Figure], forms: _Forms) -> _Sum:
    """The sum with the counted things that it pays for; one price of many gifts is each though nothing says so."""
    index, confidence = _items(one, reading.lower, figures, forms)
    linked = replace(one, items=index, confidence=confidence)
    if linked.basis is None:
        given = index is not None and figures[index].span.end <= one.mention.start
        cheap = index is not None and given and _too_little(one.mention, figures[index], forms)
        linked = replace(linked, basis="each" if cheap else "total")
    return linked


def _too_little(m: MoneyMention, figure: Figure, forms: _Forms) -> bool:
    if figure.value <= 1 or m.currency != "VND":
        return False
    noun = f"{figure.measure} {figure.unit}"
    return any(pattern.search(noun) and m.amount / figure.value < least for pattern, least in forms.least)


def _items(one: _Sum, lower: str, figures: Sequence[Figure], forms: _Forms) -> tuple[int | None, float]:
    m = one.mention
    if one.why == "income":
        return None, 1.0
    counted = [i for i, f in enumerate(figures) if f.unit != "%" and f.change is None]
    before = [i for i in counted if one.sentence[0] <= figures[i].span.start and figures[i].span.end <= m.start]
    behind = [i for i in counted if m.end <= figures[i].span.start < min(one.right, m.end + _NEXT_REACH)]
    if one.noun is not None and one.basis == "each":
        return _named(one.noun, before, behind, figures, forms), 1.0
    in_clause = [i for i in before if figures[i].span.start >= one.clause[0]]
    if in_clause:
        listed = _last(forms.listed, lower, max(one.left, figures[in_clause[-1]].span.end), m.number)
        if listed is not None:
            own = [i for i in in_clause if figures[i].span.start >= one.left] or in_clause
            return own[0], 1.0
        gap = (figures[in_clause[-1]].span.end, m.number)
        if figures[in_clause[-1]].span.end >= one.left and forms.valued.search(lower, *gap):
            alone = len([i for i in in_clause if figures[i].span.start >= one.left]) < 2
            return in_clause[-1], 1.0 if alone else _AMBIGUOUS
    if behind and forms.pays_for.match(lower, m.end, figures[behind[0]].span.start):
        return behind[0], 1.0
    return None, 1.0


def _named(noun: str, before: list[int], behind: list[int], figures: Sequence[Figure], forms: _Forms) -> int | None:
    """The nearest counted thing of that noun: before the sum, else behind it. A time ("mỗi năm") is no thing."""
    if forms.time.fullmatch(noun):
        return None
    word = regex.compile(rf"(?<!\w){regex.escape(noun)}(?!\w)")
    for i in [*reversed(before), *behind]:
        if word.search(f"{figures[i].measure} {figures[i].unit}".lower()):
            return i
    return before[-1] if before else None


# ---------------------------------------------------------------- records


def _record(
    one: _Sum,
    reading: Reading,
    figures: Sequence[Figure],
    places: PlaceLookup,
    period_of: Callable[[int], Period | None] | None,
) -> Money:
    m = one.mention
    return Money(
        amount=m.amount,
        high=m.high,
        currency=m.currency,
        bound=m.bound,
        basis=one.basis,
        purpose=_purpose(one, reading, figures),
        items=one.items,
        place=_place(one, places),
        period=period_of(m.start) if period_of is not None else None,
        span=reading.span(m.start, m.end),
        rule=m.rule,
        confidence=min(m.confidence, one.confidence),
    )


def _purpose(one: _Sum, reading: Reading, figures: Sequence[Figure]) -> str | None:
    """Income and turnover by name; else the words behind the sum, else the things it pays for, else those before it."""
    forms, m = _forms(reading.rules), one.mention
    if one.why == "income":
        named = list(find_all(reading.rules.starting("money", "purpose.turnover"), reading.view, reading.lower, one.left, m.number))
        return "doanh thu" if named else "thu nhập"
    rate = forms.slash.match(reading.lower, m.end)
    after = forms.after.match(reading.lower, rate.end() if rate else m.end, one.right)
    if after is not None:
        return reading.draft.text[slice(*after.span("span"))].strip()
    if one.items is not None:
        return figures[one.items].span.text
    return _words_before(one, reading)


def _words_before(one: _Sum, reading: Reading) -> str | None:
    """The phrase that leads to the sum, from the last comma on; None where there is none."""
    start = max(one.left, reading.lower.rfind(",", one.left, one.mention.start) + 1)
    words = " ".join(reading.draft.text[start : one.mention.start].split()).strip(" ,;:.-()\"“”")
    return words or None


def _place(one: _Sum, places: PlaceLookup) -> PlaceRef | None:
    """The commune, hamlet or district named last before the sum in its sentence, else the next, else the article's unit."""
    here = [
        (start, place)
        for start, end, place in places.mentions
        if one.sentence[0] <= start and end <= one.sentence[1] and place.level in _OWN_LEVELS
    ]
    before = [place for start, place in here if start < one.mention.start]
    if before:
        return places.ref_of(before[-1])
    return places.ref_of(here[0][1]) if here else places.article_place


# ---------------------------------------------------------------- the compiled rules


def _forms(rules: RuleSet) -> _Forms:
    built = rules.cache.get("link.money")
    if not isinstance(built, _Forms):
        built = rules.cache["link.money"] = _build(rules)
    return built


def _build(rules: RuleSet) -> _Forms:
    def one(prefix: str, before: str = "", after: str = "") -> Any:
        return any_of(rules.starting("money", prefix), before, after)

    each = [r for r in rules.starting("money", "each.before.") if r.gives["strength"] == "item"]
    income = [r for r in rules.starting("money", "each.before.") if r.gives["strength"] == "income"]
    return _Forms(
        each=any_of(each),
        income=any_of(income),
        slash=one("each.after.slash"),
        each_behind=one("each.after.item"),
        goes_on=one("each.goes_on"),
        total=one("total.before"),
        raised=one("total.verb"),
        listed=one("items.list_total"),
        valued=one("items.value"),
        pays_for=one("items.for", r"\s{0,2}", r"[^,.;:]{0,60}$"),
        after=one("purpose.after"),
        least=tuple((any_of([r]), int(r.gives["least"])) for r in rules.starting("money", "least.")),
        time=one("time.unit"),
    )

