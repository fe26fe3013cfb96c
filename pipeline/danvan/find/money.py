"""Sums of money: "hơn 6 tỷ 700 triệu đồng", "15-20 triệu", "500.000đ/suất", "2.000 USD"; and bare ones, "4,3 tỷ".

A number with a currency word is a sum; a bare one in triệu or tỷ is where nothing else is counted by it and the article
speaks of money. Vague sums ("hàng tỷ đồng") and "0 đồng" give none. Forms: `rules/money.toml`; constructions.md 5.1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import regex

from danvan.gazetteer import load_gazetteer
from danvan.link.money import link_money
from danvan.link.money.page import MoneyMention
from danvan.link.tables import read_columns
from danvan.match import any_of, find, inside, lower_source, unmark
from danvan.numbers import Number, bound_before, counted_behind, find_numbers
from danvan.reading import Reading
from danvan.records import Bound, Level, Place, PlaceRef
from danvan.ruleset import Rule, RuleSet
from danvan.text.article import Draft, Part
from danvan.text.quotes import quoted_spans
from danvan.text.segment import Sentence

__all__ = ["MoneyMention", "find_money", "prove_money"]

_SILENT_PARTS = {"byline", "author"}
_LEAST_DONG = 100
"""No sum in đồng is smaller: "0 đồng" stands in the names of free markets, "2 đồng" in sayings."""
_LONGEST_NAME = 60
"""Quotations up to this length are names ("Heo đất 2.000 đồng"), longer ones speech with real sums."""
_LEAST_BARE = 10_000
"""Full digits without a currency word are a sum from here on: fewer are counted things, "kinh phí 2.500"."""
_MILLION = 1_000_000
_THOUSAND = 1000
_CUE_REACH = 120
_BOUND_REACH = 40
"""Characters before a sum in which words of its own bound are sought: "vượt", "ước tổng giá trị"."""
_PREFIX_REACH = 8
"""Characters before a number in which its currency is sought: "USD  ", "US$ "."""
_OPENED_REACH = 8
"""Characters before a range of two sums in which "từ", "giữa" are sought."""


@dataclass(frozen=True)
class _Forms:
    """The compiled rules of rules/money.toml that find a sum.

    `currencies` maps groups of `currency`, which stands behind a number, and of `prefix`, read backwards from it, to
    their rules.
    """

    currency: Any
    prefix: Any
    currencies: Mapping[str, Rule]
    closed: Any
    goes_on: Any
    cue: Any
    after_cue: Any
    people: Any
    bounds: Any
    bounds_said: Mapping[str, Bound]
    compared: Any
    share: Any
    distributed: Any
    ranged: Any
    opened: Any
    conjunction: Any
    rate: Any


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that is a sum, up to the end of its currency word. `sure` where a currency word stands beside it."""

    number: Number
    end: int
    currency: str
    scale: int
    rule: str
    sure: bool


def find_money(reading: Reading, numbers: Sequence[Number] | None = None) -> tuple[MoneyMention, ...]:
    """Every sum of money of the article, in order, never overlapping. `numbers` are those of the view, if known."""
    forms = _forms(reading.rules)
    known = find_numbers(reading.view, reading.lower, reading.rules) if numbers is None else numbers
    candidates = _candidates(reading, known, forms)
    names: dict[int, list[tuple[int, int]]] = {}
    mentions = [_mention(c, reading, forms) for c in candidates if _is_told(c, reading, names)]
    ranged = _with_ranges(mentions, reading, forms)
    cells = [c for c in _cells(reading, known) if not any(m.start < c.end and c.start < m.end for m in ranged)]
    return tuple(sorted([*ranged, *cells], key=lambda m: m.start) if cells else ranged)


def _cells(reading: Reading, numbers: Sequence[Number]) -> Iterator[MoneyMention]:
    """The sums in the columns of tables whose heads speak of money, in the unit that the head or the line above tells.

    Where nothing tells it, full digits are đồng and lesser numbers no sums.
    """
    at: dict[int, Number] = {}
    for column in read_columns(reading):
        if reading.rules.rule("cues", "table.money").regex.search(reading.view, *column.head) is None:
            continue
        at = at or {n.start: n for n in numbers if n.scale == 1 and not n.percent and n.of is None and n.high is None}
        scale = _unit_of(reading, *column.head) or _unit_of(reading, *column.caption)
        for _, (start, end) in column.cells:
            number = at.get(start)
            if number is None or number.end != end or (scale is None and number.value < _LEAST_BARE):
                continue
            amount = round(number.value * (scale or 1))
            if amount >= _LEAST_DONG:
                yield MoneyMention(start, end, start, amount, None, "VND", number.bound, "money.cell", 0.9)


def _unit_of(reading: Reading, start: int, end: int) -> int | None:
    """How many đồng one is in a column, None where these characters do not tell."""
    for rule in reading.rules.starting("cues", "table.unit."):
        if rule.regex.search(reading.view, start, end) is not None:
            return int(rule.gives["scale"])
    return None


def _candidates(reading: Reading, numbers: Sequence[Number], forms: _Forms) -> list[_Candidate]:
    """The numbers that are sums. Read from the last to the first: "100 và 200 triệu đồng" says its unit at the end."""
    found: list[_Candidate] = []
    known = any(n.value >= _LEAST_DONG and forms.currency.match(reading.lower, n.end) for n in numbers)
    for written in reversed(numbers):
        number: Number | None = written
        if written.of is not None:
            number = _of_target(written, reading, forms)
        if number is None or number.percent:
            continue
        one = _with_currency(number, reading, forms) or _bare(number, reading, forms, known)
        if one is None and found:
            one = _sharing(number, found[-1], reading, forms)
        if one is not None:
            found.append(one)
    return found[::-1]


def _of_target(number: Number, reading: Reading, forms: _Forms) -> Number | None:
    """ "vận động 11,6/8 tỷ đồng": what came in of what was planned, in the unit said behind both. None for no sum."""
    slash = reading.lower.find("/", number.start, number.end)
    if slash < 0 or number.scale > 1 or forms.currency.match(reading.lower, number.end) is None:
        return None
    target = find_numbers(reading.view, reading.lower, reading.rules, slash + 1, number.end)
    if len(target) != 1 or target[0].scale < _MILLION:
        return None
    scale = target[0].scale
    return replace(number, value=number.value * scale, of=None, scale=scale)


def _with_currency(number: Number, reading: Reading, forms: _Forms) -> _Candidate | None:
    m = forms.currency.match(reading.lower, number.end)
    if m is None:
        return _behind_currency(number, reading, forms)
    rule = forms.currencies[m.lastgroup]
    return _Candidate(number, m.end(), str(rule.gives["currency"]), number.scale, rule.id, True)


def _behind_currency(number: Number, reading: Reading, forms: _Forms) -> _Candidate | None:
    """ "US$ 500", "VND 2.000.000": the currency stands before the number, and the bound words before both."""
    if number.spelled or counted_behind(reading.lower, number.end, reading.rules):
        return None
    m = forms.prefix.match(reading.lower, max(0, number.start - _PREFIX_REACH), number.start)
    if m is None:
        return None
    rule = forms.currencies[m.lastgroup]
    start, bound = bound_before(reading.lower, m.start(), reading.rules) or (m.start(), number.bound)
    whole = replace(number, outer=start, bound=bound)
    return _Candidate(whole, number.end, str(rule.gives["currency"]), number.scale, rule.id, True)


def _bare(number: Number, reading: Reading, forms: _Forms, known: bool) -> _Candidate | None:
    """ "4,3 tỷ", "số tiền là 1.700.000" where no thing is counted behind it and money is spoken of."""
    lower = reading.lower
    if counted_behind(lower, number.end, reading.rules):
        return None
    if forms.goes_on.match(lower, number.end) is None and forms.closed.match(lower, number.end) is None:
        return None
    least = number.high if number.high is not None else number.value
    if number.scale < _MILLION:
        rated = least >= 1000 and forms.rate.match(lower, number.end) is not None
        told = least >= _LEAST_BARE and forms.after_cue.search(lower, max(0, number.outer - _CUE_REACH), number.outer)
        told = told or (
            number.scale == _THOUSAND and forms.share.search(lower, max(0, number.outer - 40), number.outer)
        )
        return _Candidate(number, number.end, "VND", number.scale, "bare.after_cue", False) if rated or told else None
    sentence = reading.sentence_at(number.start)
    reach = max(sentence.start, number.start - _CUE_REACH)
    cued = forms.cue.search(lower, reach, number.start) is not None
    if (not cued and not known) or forms.people.search(lower, reach, number.start):
        reading.reject(number.start, number.end, "money.bare", "a bare number, and nothing here speaks of money")
        return None
    return _Candidate(number, number.end, "VND", number.scale, "bare.goes_on", False)


def _sharing(number: Number, following: _Candidate, reading: Reading, forms: _Forms) -> _Candidate | None:
    """ "100 và 200 triệu đồng", "200.000, 300.000 đồng": the unit is said once, behind the last."""
    if forms.distributed.fullmatch(reading.lower, number.end, following.number.outer) is None:
        return None
    if number.scale > 1:
        return replace(following, number=number, end=number.end, scale=number.scale, rule="join.distributed")
    if (following.scale > 1) == (number.value >= 1000):
        return None
    scaled = replace(
        number,
        value=number.value * following.scale,
        high=None if number.high is None else number.high * following.scale,
    )
    return _Candidate(scaled, number.end, following.currency, following.scale, "join.distributed", following.sure)


def _is_told(one: _Candidate, reading: Reading, names: dict[int, list[tuple[int, int]]]) -> bool:
    """Whether the sum is of the article itself and no part of a name: 'mô hình "Heo đất 2.000 đồng"'.

    `names` keeps the quoted names of each sentence by where it starts.
    """
    start = one.number.start
    if reading.part_at(start) in _SILENT_PARTS:
        return False
    if one.currency == "VND" and one.number.value < _LEAST_DONG:
        reading.reject(start, one.end, one.rule, "less than any sum in đồng")
        return False
    if one.currency != "VND" and not (_is_whole(one.number.value) and _is_whole(one.number.high)):
        reading.reject(start, one.end, one.rule, "no whole units of its currency")
        return False
    sentence = reading.sentence_at(start)
    if sentence.start not in names:
        names[sentence.start] = list(_quoted_names(reading.draft.text, sentence.start, sentence.end))
    near = names[sentence.start]
    first = bisect_right(near, (start, 0)) - 1
    if inside(start, one.end, near[max(0, first) : first + 2]):
        reading.reject(start, one.end, one.rule, "a sum inside a name in quotation marks")
        return False
    return True


def _is_whole(amount: int | float | None) -> bool:
    return amount is None or amount == int(amount)


def _quoted_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for s, e in quoted_spans(text, start, end):
        if e - s <= _LONGEST_NAME and text[s:e].rstrip()[-1] not in ".!?," and not _is_speech(text, s):
            yield s, e


def _is_speech(text: str, start: int) -> bool:
    """Whether a colon leads to the quotation that begins at `start`."""
    return text[max(0, start - 3) : start].rstrip("\"'“‘ \u00a0").endswith(":")


def _mention(one: _Candidate, reading: Reading, forms: _Forms) -> MoneyMention:
    number, bound, start = one.number, one.number.bound, one.number.outer
    if bound == "exact":
        said = forms.bounds.search(reading.lower, max(0, start - _BOUND_REACH), start)
        if said is not None:
            bound, start = forms.bounds_said[said.lastgroup], said.start()
    elif bound == "more_than" and _is_difference(reading.lower, start, number.start, forms):
        bound = "exact"
    return MoneyMention(
        start=start,
        end=one.end,
        number=number.start,
        amount=round(number.value),
        high=None if number.high is None else round(number.high),
        currency=one.currency,
        bound=bound,
        rule=f"money.{one.rule}",
        confidence=0.97 if one.sure else 0.85,
    )


def _is_difference(lower: str, outer: int, number: int, forms: _Forms) -> bool:
    """Whether "hơn" before the number belongs to an adjective: "cao hơn 500 đồng"."""
    words = lower[outer:number].split()
    if words[-1:] != ["hơn"]:
        return False
    at = lower.rfind("hơn", outer, number)
    return forms.compared.search(lower, max(0, at - _BOUND_REACH), at) is not None


def _with_ranges(mentions: Sequence[MoneyMention], reading: Reading, forms: _Forms) -> list[MoneyMention]:
    """ "60.000đ - 80.000đ", "giữa 2 triệu đồng và 3 triệu đồng": two sums that are one range."""
    merged: list[MoneyMention] = []
    for one in mentions:
        start = _range_start(merged[-1], one, reading.lower, forms) if merged else None
        if start is not None:
            merged[-1] = replace(merged[-1], start=start, end=one.end, high=one.amount)
        else:
            merged.append(one)
    return merged


def _range_start(low: MoneyMention, high: MoneyMention, lower: str, forms: _Forms) -> int | None:
    """Where the range of two sums begins, None where they are none."""
    if not _rises(low, high):
        return None
    opened = forms.opened.match(lower, max(0, low.start - _OPENED_REACH), low.start)
    joint = forms.ranged.fullmatch(lower, low.end, high.start)
    if joint is None and opened is not None and opened.lastgroup == "between":
        joint = forms.conjunction.fullmatch(lower, low.end, high.start)
    return None if joint is None else low.start if opened is None else int(opened.start())


def _rises(low: MoneyMention, high: MoneyMention) -> bool:
    """Whether two sums of one currency, neither a range, are the ends of one."""
    return low.high is None and high.high is None and low.currency == high.currency and low.amount < high.amount


# ---------------------------------------------------------------- proof


def prove_money(rule: Rule, example: Mapping[str, Any], rules: RuleSet) -> str | None:
    """What is wrong with an example of a rule of rules/money.toml, or None where it holds.

    The rule's own pattern must match what stands in brackets. Values beside the text (amount, high, currency, bound,
    basis, purpose) are compared with those of the first sum, or of the `nth`, counted from 1.
    """
    text, spans = unmark(str(example["text"]))
    reading = _small_reading(text, rules)
    matches = [(m.start, m.end) for m in find(rule, reading.lower)]
    if matches != spans:
        return f"{rule.id}: matches {[text[s:e] for s, e in matches]} in {text!r}"
    wanted = {k: v for k, v in example.items() if k not in {"text", "nth"}}
    if not wanted:
        return None
    sums = link_money(find_money(reading), reading, (), _NoPlaces())
    nth = int(example.get("nth", 1))
    if len(sums) < nth:
        return f"{rule.id}: {len(sums)} sums in {text!r}"
    wrong = {k: getattr(sums[nth - 1], k) for k, v in wanted.items() if getattr(sums[nth - 1], k) != v}
    return f"{rule.id}: {wrong} in {text!r}, not {wanted}" if wrong else None


class _NoPlaces:
    """The places of an example: none."""

    mentions: Sequence[tuple[int, int, Place]] = ()
    article_place: PlaceRef | None = None

    def at(self, start: int, end: int) -> Place | None:
        return None

    def own(self, level: Level) -> PlaceRef | None:
        return None

    def ref_of(self, place: Place) -> PlaceRef:
        raise AssertionError("an example has no places")


def _small_reading(text: str, rules: RuleSet) -> Reading:
    """A text of one sentence, under reading."""
    draft = Draft("example", text, text, ((0, 0),), (Part("body", 0, len(text)),))
    return Reading(draft, (Sentence(0, len(text), "body", 0),), rules, load_gazetteer(rules))


# ---------------------------------------------------------------- the compiled rules


def _forms(rules: RuleSet) -> _Forms:
    built = rules.cache.get("find.money")
    if not isinstance(built, _Forms):
        built = rules.cache["find.money"] = _build(rules)
    return built


def _build(rules: RuleSet) -> _Forms:
    def one(prefix: str) -> Any:
        return any_of(rules.starting("money", prefix))

    named = {f"c{i}": rule for i, rule in enumerate(rules.starting("money", "currency."))}
    bounds = {f"b{i}": r for i, r in enumerate(rules.starting("money", "bound.")) if r.gives["bound"] != "exact"}
    prefixes = {f"p{i}": rule for i, rule in enumerate(rules.starting("money", "prefix."))}
    return _Forms(
        currency=regex.compile("|".join(f"(?P<{n}>{lower_source(r)})" for n, r in named.items()), regex.V1),
        prefix=regex.compile("(?r)" + "|".join(f"(?P<{n}>{lower_source(r)})" for n, r in prefixes.items()), regex.V1),
        currencies=named | prefixes,
        closed=one("bare.closed"),
        goes_on=one("bare.goes_on"),
        cue=one("cue.money"),
        after_cue=one("bare.after_cue"),
        people=one("people.before"),
        bounds=regex.compile("|".join(f"(?P<{n}>{lower_source(r)})" for n, r in bounds.items()), regex.V1),
        bounds_said={name: rule.gives["bound"] for name, rule in bounds.items()},
        compared=one("bound.compared"),
        share=one("bare.share"),
        distributed=one("join.distributed"),
        ranged=one("join.range"),
        opened=regex.compile("(?r)" + one("join.opened").pattern, regex.V1),
        conjunction=one("join.and"),
        rate=one("each.after.slash"),
    )
