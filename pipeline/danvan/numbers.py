"""Numbers of running text: "30 - 35", "15/17", "6 tỷ 700 triệu", "hai mươi mốt nghìn", "gần 98,5%", with their bounds.

Only what counts something is returned. Codes, days, years, clock times, names with a numeral ("ấp 5", "Covid-19") and
slogans ("5 không, 3 sạch") are left out, and so are vague sums ("hàng trăm", "vài chục"). The forms stand in
`rules/numbers.toml`; this module knows how they join. Source: constructions.md 1.5 to 1.7; rulings 3, 20, 23.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import regex

from danvan.errors import RuleError
from danvan.match import find, unmark
from danvan.records import Bound
from danvan.ruleset import Rule, RuleSet
from danvan.text.view import fold_lower, fold_view

_BOUND_REACH = 40
"""Characters before a number in which its bound words are sought; the longest, "ước tính khoảng trên", has 20."""
_AFTER_REACH = 45
"""Characters after a number, inside its clause, in which "trở lên" is sought: "từ 20 triệu đồng trở lên"."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number expression, characters [start, end) of the view.

    `value` to `high` is a range, `value` of `of` a fraction ("15/17"). `outer` is where its bound words begin, or `start`;
    `outer_end` where those set directly behind end ("80% trở lên"), or `end`. `spelled` where no digit is in it, `scale`
    the greatest multiplier written (1_000_000 in "6 triệu 200 nghìn"), else 1.
    """

    start: int
    end: int
    value: int | float
    high: int | float | None
    of: int | float | None
    bound: Bound
    outer: int
    outer_end: int
    percent: bool
    spelled: bool = False
    scale: int = 1


@dataclass(frozen=True, slots=True)
class _Token:
    """A numeral or a number word. `kind` is "numeral" or the word's gives.kind."""

    start: int
    end: int
    kind: str
    value: Decimal
    masked: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Tokens read as one value, without range, bound or percent sign."""

    start: int
    end: int
    value: Decimal
    scale: int
    spelled: bool
    bare: bool
    """Only one word of the digits 1 to 10: an article, a name or a father, unless a counted noun follows."""
    after: int
    """Index of the first token behind it."""


@dataclass(frozen=True)
class _Grammar:
    """The compiled forms of rules/numbers.toml, built once for a RuleSet."""

    token: Any
    forms: Mapping[str, str]
    words: tuple[Rule, ...]
    none_lower: Any
    none_cased: Any
    joint: Any
    source: Any
    percent: Any
    closed: Any
    before: Any
    before_bounds: Mapping[str, Bound]
    after: Any
    after_bounds: Mapping[str, Bound]
    same_clause: Any
    preposition: Any
    counted: Any
    refused: Any
    refused_alone: Any
    word_kinds: dict[str, tuple[str, Decimal]]


def find_numbers(view: str, lower: str, rules: RuleSet, start: int = 0, end: int | None = None) -> list[Number]:
    """Every number of `view[start:end]` that counts something, in order, never overlapping. `lower` is the view in lower case.

    What stands outside [start, end) is read as context, so that a slice of an article gives what the whole gives.
    """
    end = len(view) if end is None else end
    grammar = _grammar(rules)
    tokens = list(_tokens(view, lower, grammar, start, end))
    _mask_vague(tokens, lower)
    return [_bounded(n, lower, grammar) for n in _joined(tokens, lower, grammar) if n.start >= start and n.end <= end]


def counted_behind(lower: str, at: int, rules: RuleSet) -> bool:
    """Whether a noun that can only be counted stands right behind `at`: "2,4 triệu| hộ"."""
    return _grammar(rules).counted.match(lower, at) is not None


# ---------------------------------------------------------------- tokens


def _tokens(view: str, lower: str, grammar: _Grammar, start: int, end: int) -> Iterator[_Token]:
    masked_to = start
    for m in grammar.token.finditer(lower, start):
        if m.start() >= end:
            return
        if m.lastgroup == "word":
            kind, value = _word(m, grammar)
            yield _Token(m.start(), m.end(), kind, value, m.start() < masked_to or _is_name(view, m.start()))
            continue
        masked_to = max(masked_to, _mask_end(view, lower, grammar, m.start()))
        value = _numeral(m.group(), grammar.forms[m.lastgroup]) if m.lastgroup != "other" else Decimal(0)
        masked = m.lastgroup == "other" or m.start() < masked_to
        yield _Token(m.start(), m.end(), "numeral", value, masked)


def _mask_vague(tokens: list[_Token], lower: str) -> None:
    """Two digits said together ("hai ba hộ", "năm bảy nhà") are a vague sum: both tokens are masked."""
    for i in range(1, len(tokens)):
        pair = tokens[i - 1], tokens[i]
        if all(t.kind == "digit" for t in pair) and _adjacent(tokens, i, lower) and not _is_year(tokens[i], lower):
            grouped = _adjacent(tokens, i - 1, lower) if i > 1 else False
            leads = i + 1 < len(tokens) and _adjacent(tokens, i + 1, lower) and tokens[i + 1].kind != "numeral"
            if not grouped and not leads:
                tokens[i - 1], tokens[i] = (replace(t, masked=True) for t in pair)


def _mask_end(view: str, lower: str, grammar: _Grammar, at: int) -> int:
    """Where the digits at `at` end that count nothing, or `at` where they may count."""
    ends = [m.end() for m in (grammar.none_lower.match(lower, at), grammar.none_cased.match(view, at)) if m is not None]
    return max(ends, default=at)


def _is_name(view: str, at: int) -> bool:
    """Whether the word at `at` is capitalised inside a sentence: "thị trấn Bảy Ngàn", "ông Ba", "Năm Căn"."""
    if not view[at].isupper() or view[at + 1 : at + 2].isupper():
        return False
    before = view[max(0, at - 2) : at]
    return len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] in ",(")


def _word(m: Any, grammar: _Grammar) -> tuple[str, Decimal]:
    form = m.group()
    known = grammar.word_kinds.get(form)
    if known is None:
        # "tr" is a word only in its place, so the rule is asked there and not on the bare form
        rule = next(r for r in grammar.words if r.regex.match(m.string, m.start()) and r.regex.match(m.string, m.start()).end() == m.end())
        known = grammar.word_kinds[form] = (str(rule.gives["kind"]), Decimal(str(rule.gives["value"])))
    return known


def _numeral(digits: str, form: str) -> Decimal:
    """ "1.250,5" is 1250.5; `form` is gives.form of the rule that read it."""
    if form == "comma_thousands":
        return Decimal(digits.replace(",", ""))
    if form == "blank_thousands":
        return Decimal(digits.replace(" ", ""))
    if form == "point":
        return Decimal(digits)
    return Decimal(digits.replace(".", "").replace(",", "."))


# ---------------------------------------------------------------- values


def _joined(tokens: list[_Token], lower: str, grammar: _Grammar) -> Iterator[Number]:
    """Phrases with their ranges, fractions and percent signs; bounds are still to come."""
    at = 0
    while at < len(tokens):
        first = _phrase(tokens, at, lower, grammar)
        if first is None:
            at += 1
            continue
        number, at = _with_partner(first, tokens, lower, grammar)
        if number is not None:
            yield number


def _with_partner(first: _Phrase, tokens: list[_Token], lower: str, grammar: _Grammar) -> tuple[Number | None, int]:
    """The range or fraction that begins with `first`, or `first` alone, and the index of the token behind; None for no number."""
    percent = grammar.percent.match(lower, first.end)
    end = percent.end() if percent else first.end
    second = _phrase(tokens, first.after, lower, grammar) if first.after < len(tokens) else None
    if second is not None:
        gap = lower[end : second.start]
        if _is_fraction(first, second, gap):
            return _number(first.start, second.end, first, of=second.value), second.after
        ranged = _range(first, second, percent is not None, end, lower, grammar) if grammar.joint.fullmatch(gap) else None
        if ranged is not None:
            return ranged, second.after
    if not _counts(first, lower, grammar):
        return None, first.after
    return _number(first.start, end, first, percent=percent is not None), first.after


def _range(first: _Phrase, second: _Phrase, percent: bool, end: int, lower: str, grammar: _Grammar) -> Number | None:
    """ "15-20 triệu": the multiplier is said once. None where the second is not the greater one."""
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1:
        raw = high / second.scale
        # "500 đến 1 tỷ" leaves "triệu" out: the next multiplier below
        low *= second.scale if low < raw else second.scale // 1000
    if low >= high or not _counts(second, lower, grammar):
        return None
    sign = grammar.percent.match(lower, second.end)
    scale = max(first.scale, second.scale)
    return _number(
        first.start, sign.end() if sign else second.end, replace(first, value=low, scale=scale),
        high=high, percent=percent or sign is not None,
    )


def _is_fraction(first: _Phrase, second: _Phrase, gap: str) -> bool:
    """a/b set directly: "412 hộ/1.650 khẩu" has a noun between, a rate has no second number."""
    return gap.strip() == "/" and len(gap) <= 3 and not (first.spelled or second.spelled) and second.value > 0


def _number(
    start: int, end: int, phrase: _Phrase, high: Decimal | None = None, of: Decimal | None = None, percent: bool = False
) -> Number:
    return Number(
        start, end, _plain(phrase.value), None if high is None else _plain(high), None if of is None else _plain(of),
        "exact", start, end, percent, phrase.spelled, phrase.scale,
    )


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _counts(phrase: _Phrase, lower: str, grammar: _Grammar) -> bool:
    """Whether a spelled number is one: "ba hộ" yes, "ba tôi", "trong năm xã" and the article "một" no."""
    if not phrase.spelled:
        return True
    first = phrase.start + len(lower[phrase.start : phrase.end].split(" ", 1)[0])
    if grammar.refused.search(lower, max(0, phrase.start - 24), first):
        return False
    if not phrase.bare:
        return True
    if grammar.refused_alone.search(lower, max(0, phrase.start - 24), first):
        return False
    word = lower[phrase.start : phrase.end]
    if word == "một":
        return grammar.before.search(lower, max(0, phrase.start - _BOUND_REACH), phrase.start) is not None and grammar.counted.match(lower, phrase.end) is not None
    return grammar.counted.match(lower, phrase.end) is not None


def _adjacent(tokens: list[_Token], at: int, lower: str) -> bool:
    """Whether token `at` follows the one before it with at most blanks between."""
    if at >= len(tokens) or tokens[at].masked:
        return False
    gap = lower[tokens[at - 1].end : tokens[at].start]
    if tokens[at].kind == "numeral":
        return gap in {" ", "  "}
    # a line of the page may end inside number words: "gần sáu⏎chục"
    return len(gap) <= 2 and (gap == "" or gap.isspace())


def _phrase(tokens: list[_Token], at: int, lower: str, grammar: _Grammar) -> _Phrase | None:
    """The value that begins at token `at`: groups of falling multipliers. None where no number begins there."""
    if tokens[at].masked:
        return None
    total, scale, last, i = Decimal(0), 1, None, at
    while i < len(tokens) and not tokens[i].masked and (i == at or _adjacent(tokens, i, lower)):
        small = _small(tokens, i, lower, grammar)
        if small is None:
            break
        value, j = small
        factor, j = _factor(tokens, j, lower)
        if last is not None and not _continues(tokens[i], tokens[j - 1], factor, value, last, lower, grammar):
            break
        if last is not None and factor == 1 and _is_shorthand(tokens[i:j], last):
            value, factor = value * last / 10 ** len(str(int(value))), 1
        total += value * factor
        scale = max(scale, factor)
        i = j
        if _adjacent(tokens, i, lower) and tokens[i].kind == "and_half":
            total += Decimal(factor if factor > 1 else 1) / 2
            i += 1
            break
        if factor == 1:
            break
        last = factor
    if i == at:
        return None
    used = tokens[at:i]
    spelled = all(t.kind != "numeral" for t in used)
    bare = len(used) == 1 and used[0].kind in {"digit", "ten", "chuc", "hundred", "scale"}
    return _Phrase(used[0].start, used[-1].end, total, scale, spelled, bare, i)


def _factor(tokens: list[_Token], at: int, lower: str) -> tuple[int, int]:
    """The multiplier words at `at`, multiplied ("nghìn tỷ"), and the index behind them."""
    factor = 1
    while _adjacent(tokens, at, lower) and tokens[at].kind == "scale" and (factor == 1 or int(tokens[at].value) > factor):
        factor *= int(tokens[at].value)
        at += 1
    return factor, at


def _continues(first: _Token, final: _Token, factor: int, value: Decimal, last: int, lower: str, grammar: _Grammar) -> bool:
    """Whether a group goes on with the number before it: "6 tỷ 700 triệu" yes, "50 triệu 3 hộ" no."""
    if factor > 1:
        return factor < last and value * factor < last
    if first.kind != "numeral":
        return value < last
    # "1 tỷ 2", "3 triệu 500": a shorthand only where no thing is counted by it
    return last >= 1_000_000 and value < 1000 and value == int(value) and lower[first.start] != "0" and grammar.closed.match(lower, final.end) is not None


def _is_shorthand(used: list[_Token], last: int) -> bool:
    """ "1 tỷ 2" is 1.2 tỷ, "ba triệu hai" 3.2 triệu; "hai nghìn ba trăm" is none."""
    return len(used) == 1 and used[0].kind in {"numeral", "digit"} and last >= 1000


def _small(tokens: list[_Token], at: int, lower: str, grammar: _Grammar) -> tuple[Decimal, int] | None:
    """A number below the multipliers: "700", "ba", "hai mươi mốt", "năm trăm lẻ ba", and the index behind it."""
    token = tokens[at]
    if token.kind == "numeral":
        if _adjacent(tokens, at + 1, lower) and tokens[at + 1].kind in {"hundred", "chuc"} and token.value < 100:
            return token.value * tokens[at + 1].value, at + 2
        return token.value, at + 1
    if token.kind == "half":
        follows = _adjacent(tokens, at + 1, lower) and tokens[at + 1].kind == "scale"
        return (token.value, at + 1) if follows else None
    if token.kind in {"chuc", "hundred", "scale"}:
        return _rounded(tokens, at, lower, grammar)
    return _spelled(tokens, at, lower)


def _rounded(tokens: list[_Token], at: int, lower: str, grammar: _Grammar) -> tuple[Decimal, int] | None:
    """ "gần trăm hộ" is 100, less than; without a bound word ("hàng trăm", "trăm bề") there is no number."""
    token = tokens[at]
    if grammar.before.search(lower, max(0, token.start - _BOUND_REACH), token.start) is None:
        return None
    # a multiplier stays for _factor to read
    return (Decimal(1), at) if token.kind == "scale" else (token.value, at + 1)


def _spelled(tokens: list[_Token], at: int, lower: str) -> tuple[Decimal, int] | None:
    """Number words below a thousand: "ba", "mười hai", "ba chục", "hai mươi mốt", "một trăm lẻ năm", "hai trăm rưỡi" not included."""
    kinds = _kinds(tokens, at, lower)
    value = tokens[at].value
    if kinds[0] == "odd":
        joined = at > 0 and tokens[at - 1].kind == "scale" and _adjacent(tokens, at, lower)
        return (tokens[at + 1].value, at + 2) if joined and kinds[1:2] == ["digit"] else None
    if kinds[0] == "ten":
        return _with_unit(tokens, at + 1, value, kinds[1:], lower)
    if kinds[0] != "digit":
        return None
    if kinds[1:2] == ["tens"]:
        return _with_unit(tokens, at + 2, value * 10, kinds[2:], lower)
    if kinds[1:2] == ["chuc"]:
        return value * 10, at + 2
    if kinds[1:2] == ["hundred"]:
        return _below_hundred(tokens, at + 2, value * 100, kinds[2:], lower)
    return value, at + 1


def _below_hundred(tokens: list[_Token], at: int, hundreds: Decimal, kinds: list[str], lower: str) -> tuple[Decimal, int]:
    if kinds[:2] == ["odd", "digit"]:
        return hundreds + tokens[at + 1].value, at + 2
    if kinds[:2] == ["digit", "tens"]:
        tens, end = _with_unit(tokens, at + 2, tokens[at].value * 10, kinds[2:], lower)
        return hundreds + tens, end
    if kinds[:1] == ["ten"]:
        tens, end = _with_unit(tokens, at + 1, Decimal(10), kinds[1:], lower)
        return hundreds + tens, end
    if kinds[:1] == ["digit"] and kinds[1:2] != ["hundred"] and not _is_year(tokens[at], lower):
        return hundreds + tokens[at].value * 10, at + 1
    return hundreds, at


def _with_unit(tokens: list[_Token], at: int, tens: Decimal, kinds: list[str], lower: str) -> tuple[Decimal, int]:
    """ "hai mươi" with "mốt"; the 5 after tens is "lăm", so "hai mươi năm" is twenty years."""
    if kinds[:1] == ["digit"] and kinds[1:2] not in (["tens"], ["hundred"], ["chuc"]) and not _is_year(tokens[at], lower):
        return tens + tokens[at].value, at + 1
    return tens, at


def _is_year(token: _Token, lower: str) -> bool:
    return lower[token.start : token.end] == "năm"


def _kinds(tokens: list[_Token], at: int, lower: str) -> list[str]:
    """Kinds of the word tokens from `at` on that follow each other; six at most, "hai trăm lẻ năm nghìn" has five."""
    kinds = [tokens[at].kind]
    while len(kinds) < 6 and _adjacent(tokens, at + len(kinds), lower):
        kinds.append(tokens[at + len(kinds)].kind)
    return kinds


# ---------------------------------------------------------------- bounds


def _bounded(number: Number, lower: str, grammar: _Grammar) -> Number:
    """The number with what the words around it say. Of several bound words the nearest holds: "khoảng trên 1.300"."""
    outer, bound = number.start, None
    if number.high is not None:
        source = grammar.source.search(lower, max(0, outer - 8), outer)
        outer = source.start() if source else outer
    while (m := grammar.before.search(lower, max(0, outer - _BOUND_REACH), outer)) is not None:
        if grammar.preposition.match(lower, m.start("form")):
            break
        bound = bound or next(b for name, b in grammar.before_bounds.items() if m.start(name) >= 0)
        outer = m.start("form")
    outer_end = number.end
    if bound is None:
        after = grammar.after.search(lower, number.end, min(len(lower), number.end + _AFTER_REACH))
        if after is not None and grammar.same_clause.fullmatch(lower, number.end, after.start()):
            bound = grammar.after_bounds[after.lastgroup]
            outer_end = after.end() if lower[number.end : after.start()].isspace() else number.end
            source = grammar.source.search(lower, max(0, outer - 8), outer)
            outer = source.start() if source else outer
    return replace(number, bound=bound or "exact", outer=outer, outer_end=outer_end)


# ---------------------------------------------------------------- the compiled rules


def _grammar(rules: RuleSet) -> _Grammar:
    built = rules.cache.get("numbers")
    if not isinstance(built, _Grammar):
        built = rules.cache["numbers"] = _build(rules)
    return built


def _source(rule: Rule) -> str:
    """The pattern as it runs on the lower-case view, where matching in any case is waste."""
    return "(?:" + str(rule.regex.pattern).removeprefix("(?i)") + ")"


def _any_of(rules: Iterable[Rule], before: str = "", after: str = "") -> Any:
    return regex.compile(before + "(?:" + "|".join(_source(r) for r in rules) + ")" + after, regex.V1)


def _one(rules: RuleSet, name: str) -> Any:
    found = [r for r in rules.of("numbers") if r.id == name]
    if not found:
        raise RuleError(f"rules/numbers.toml: rule {name!r} is missing; numbers cannot be read without it")
    return _any_of(found)


def _named(rules: tuple[Rule, ...], prefix: str) -> tuple[str, dict[str, Rule]]:
    """An alternation with a group for each rule, and what the groups stand for."""
    names = {f"{prefix}{i}": rule for i, rule in enumerate(rules)}
    return "|".join(f"(?P<{name}>{_source(rule)})" for name, rule in names.items()), names


def _build(rules: RuleSet) -> _Grammar:
    none = rules.starting("numbers", "not.")
    words = rules.starting("numbers", "word.")
    refused = rules.starting("numbers", "not_word.")
    numerals, numeral_names = _named(rules.starting("numbers", "numeral."), "n")
    before, before_names = _named(rules.starting("numbers", "bound."), "b")
    after, after_names = _named(rules.starting("numbers", "bound_after."), "a")
    return _Grammar(
        # digits that no rule reads as one numeral ("1.2.3") are taken whole and count nothing
        token=regex.compile(
            f"(?:{numerals}|(?P<other>[0-9]+(?:[.,][0-9]+)*+)|(?P<word>{'|'.join(_source(r) for r in words)}))", regex.V1
        ),
        forms={name: str(rule.gives["form"]) for name, rule in numeral_names.items()},
        words=words,
        none_lower=_any_of(r for r in none if not r.gives.get("case")),
        none_cased=_any_of(r for r in none if r.gives.get("case")),
        joint=_one(rules, "range.joint"),
        source=_one(rules, "range.from"),
        percent=_one(rules, "percent.sign"),
        closed=_one(rules, "range.shorthand"),
        before=regex.compile(rf"(?<![\w])(?P<form>{before})\s{{1,2}}$", regex.V1),
        before_bounds={name: rule.gives["bound"] for name, rule in before_names.items()},
        after=regex.compile(after, regex.V1),
        after_bounds={name: rule.gives["bound"] for name, rule in after_names.items()},
        same_clause=regex.compile(r"[^.;:,()0-9\n]{0,40}", regex.V1),
        preposition=_one(rules, "no_bound.preposition"),
        counted=_one(rules, "counted.noun"),
        refused=_any_of(r for r in refused if r.gives["when"] == "any"),
        refused_alone=_any_of(r for r in refused if r.gives["when"] == "alone"),
        word_kinds={},
    )


# ---------------------------------------------------------------- proof


def prove_number(rule: Rule, example: Mapping[str, Any], rules: RuleSet) -> str | None:
    """What is wrong with an example of a rule of rules/numbers.toml, or None where it holds.

    The rule's own pattern must match what stands in brackets. A `value`, `high`, `of`, `bound` or `percent` beside the text
    is compared with the first number that is read there.
    """
    text, spans = unmark(str(example["text"]))
    view = fold_view(text)
    lower = fold_lower(view)
    matches = [(m.start, m.end) for m in find(rule, view if rule.gives.get("case") else lower)]
    if matches != spans:
        return f"{rule.id}: matches {[text[s:e] for s, e in matches]} in {text!r}"
    wanted = {k: v for k, v in example.items() if k != "text"}
    if not wanted:
        return None
    numbers = find_numbers(view, lower, rules)
    if not numbers:
        return f"{rule.id}: no number in {text!r}"
    wrong = {k: getattr(numbers[0], k) for k, v in wanted.items() if getattr(numbers[0], k) != v}
    return f"{rule.id}: {wrong} in {text!r}, not {wanted}" if wrong else None
