"""Sums of money as they stand in an article, and the words by which they are told (rules/money.toml)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import regex

from danvan.match import any_of
from danvan.records import Basis, Bound, Figure
from danvan.ruleset import RuleSet

EACH_REACH = 110
"""Characters between "mỗi hộ" and its sum: "mỗi phần gồm 10 kg gạo, 1 thùng mì, dầu ăn và 300.000 đồng" has 45."""
CLAUSE_REACH = 1500
"""Characters of a clause on either side of a sum; no sentence of the sample is longer, a page without stops may be."""
OPENS_WITHIN = 25
"""Characters of a sentence before "mỗi suất" at the most where it opens it: "Mức hỗ trợ của mỗi căn" has 16."""
FIRST_WORDS = 3
"""Characters of a sentence before "Trong đó" at the most where that opens it: a dash, "- "."""
ROUNDED = 0.01
"""Share by which a total may differ from its product: "gần 180 triệu đồng" of 119 times 1.5 million."""


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
class Sum:
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
class Forms:
    """The compiled rules of rules/money.toml that link a sum."""

    each: Any
    income: Any
    turnover: Any
    slash: Any
    each_behind: Any
    goes_on: Any
    holds: Any
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
class Page:
    """What the things that a sum pays for are sought in."""

    lower: str
    figures: Sequence[Figure]
    starts: Sequence[int]
    forms: Forms


def are_near(other: Sum, total: Sum) -> bool:
    """Whether two sums stand in one sentence, or the total in one of the next."""
    after = any(start == other.sentence[0] for start, _ in total.earlier)
    return other.mention.currency == total.mention.currency and (other.sentence == total.sentence or after)


def clause_of(lower: str, sentence: tuple[int, int], mention: MoneyMention) -> tuple[int, int]:
    """The stretch between semicolons, or the inside of a bracket, that holds the sum."""
    near = max(sentence[0], mention.start - CLAUSE_REACH)
    start = max(near, lower.rfind(";", near, mention.start) + 1)
    opened = lower.rfind("(", start, mention.start)
    if opened >= 0 and lower.find(")", opened, mention.start) < 0:
        start = opened + 1
    far = min(sentence[1], mention.end + CLAUSE_REACH)
    ends = [i for i in (lower.find(c, mention.end, far) for c in ";)") if i >= 0]
    return start, min(ends, default=far)


def too_much(m: MoneyMention, noun: str, forms: Forms) -> bool:
    """Whether no single one of the noun can be given so much: 3 billion đồng is no sum of "từng nhà"."""
    return m.currency == "VND" and any(p.fullmatch(noun) and m.amount > most for p, most in forms.most)


def last_match(pattern: Any, lower: str, start: int, end: int) -> Any:
    """The last match inside [start, end), None where there is none."""
    return max(pattern.finditer(lower, start, end), key=lambda m: m.start(), default=None)


def noun_at(words: str) -> str:
    """The thing of "mỗi suất", "/người", "cho mỗi hộ": its last words."""
    return words.strip(" /").removeprefix("cho ").removeprefix("mỗi ").removeprefix("từng ").strip()


def too_little(m: MoneyMention, figure: Figure, forms: Forms) -> bool:
    """Whether a sum is too small to pay for so many of a thing: no house is built for 50.000 đồng."""
    if figure.value <= 1 or m.currency != "VND":
        return False
    noun = f"{figure.measure} {figure.unit}"
    return any(pattern.search(noun) and m.amount / figure.value < least for pattern, least in forms.least)


def is_thing(figure: Figure, noun: str | None, forms: Forms) -> bool:
    """Whether a figure counts what money can pay for: no share, no change, and no size but for a rate of it."""
    if figure.unit == "%" or figure.change is not None:
        return False
    unit = figure.unit.lower()
    if noun is not None and forms.long.fullmatch(f"{figure.measure}/{unit}") is not None:
        return False
    return forms.no_thing.fullmatch(f"{figure.measure}/{unit}") is None or (noun is not None and noun in unit)


def is_only_value(start: int, one: Sum, page: Page) -> bool:
    """Whether nothing but words of value leads to a sum: "với tổng kinh phí"."""
    trail = page.forms.trail.search(page.lower, start, one.mention.start)
    return trail is not None and not page.lower[start : trail.start()].strip(" ,")


def whole_of(index: int, one: Sum, figures: Sequence[Figure]) -> int:
    """The total of the same sentence that things are a part of, else the things themselves."""
    part_of = figures[index].part_of
    if part_of is None or figures[part_of].span.start < one.sentence[0] <= figures[index].span.start:
        return index
    return part_of


@functools.lru_cache(maxsize=1024)
def whole_word(noun: str) -> Any:
    """The noun as a pattern; the same few nouns are asked for in every article."""
    return regex.compile(rf"(?<!\w){regex.escape(noun)}(?!\w)")


def forms_of(rules: RuleSet) -> Forms:
    """The rules of rules/money.toml, made ready once a rule set and kept in `rules.cache`."""
    built = rules.cache.get("link.money")
    if not isinstance(built, Forms):
        built = rules.cache["link.money"] = _build(rules)
    return built


def _build(rules: RuleSet) -> Forms:
    def one(prefix: str, before: str = "", after: str = "") -> Any:
        return any_of(rules.starting("money", prefix), before, after)

    each = rules.starting("money", "each.before.")
    return Forms(
        each=any_of(r for r in each if r.gives["strength"] == "item"),
        income=any_of(r for r in each if r.gives["strength"] == "income"),
        turnover=one("purpose.turnover"),
        slash=one("each.after.slash"),
        each_behind=one("each.after.item"),
        goes_on=one("each.goes_on."),
        holds=one("each.holds"),
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
