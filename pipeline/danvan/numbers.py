"""Numbers of running text: "30 - 35", "15/17", "6 tỷ 700 triệu", "hai mươi mốt nghìn", "gần 98,5%", with their bounds.

Only what counts something is returned. Codes, days, years, clock times, names with a numeral ("ấp 5", "Covid-19") and
slogans ("5 không, 3 sạch") are left out, and so are vague sums ("hàng trăm", "vài chục"). The forms stand in
`rules/numbers.toml`; this module knows how they join. Source: constructions.md 1.5 to 1.7; rulings 3, 20, 23.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import regex

from danvan.errors import RuleError
from danvan.match import ALONE, any_of, find, lower_source, unmark
from danvan.records import Bound
from danvan.ruleset import Rule, RuleSet
from danvan.text.view import fold_lower, fold_view

_BOUND_REACH = 40
"""Characters before a number in which its bound words are sought; the longest, "ước tính khoảng trên", has 20."""
_AFTER_REACH = 45
"""Characters after a number, inside its clause, in which "trở lên" is sought: "từ 20 triệu đồng trở lên"."""
_LABEL_REACH = 24
"""Characters before a number word that may make a name of it: "hội nghị lần thứ ba"."""
_EACH_REACH = 60
"""Characters before "một" in which "mỗi" is sought: "mỗi xã, thị trấn trong huyện đăng ký thêm một"."""
_AMBIGUOUS_WORDS = {"năm", "một"}
"""More often the year and an article than 5 and 1: constructions.md 1.5."""
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Number:
    """One number expression, characters [start, end) of the view.

    `value` to `high` is a range, `value` of `of` a fraction ("15/17"). `outer` is where its bound words begin, or
    `start`; `outer_end` where those set directly behind end ("80% trở lên"), or `end`. `spelled` where no digit is in
    it, `scale` the greatest multiplier written (1_000_000 in "6 triệu 200 nghìn"), else 1.
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


@dataclass(slots=True)
class _Token:
    """A numeral or a number word. `kind` is "numeral" or the word's gives.kind; a masked token counts nothing."""

    start: int
    end: int
    kind: str
    value: Decimal
    masked: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Tokens read as one value, without range, bound or percent sign; `after` is the index of the token behind.

    `bare` where it is one number word only: an article, a name or a father, unless a counted noun follows.
    """

    start: int
    end: int
    value: Decimal
    scale: int
    spelled: bool
    bare: bool
    after: int


@dataclass(frozen=True)
class _Grammar:
    """The compiled forms of rules/numbers.toml, built once for a RuleSet. All but `none_cased` read the lower case."""

    digit: Any
    numeral: Any
    forms: Mapping[str, str]
    word: Any
    words: tuple[Rule, ...]
    short: Any
    shorts: Mapping[str, Rule]
    none: Any
    none_cased: Any
    joint: Any
    between: Any
    conjunction: Any
    source: Any
    percent: Any
    closed: Any
    before: Any
    before_bounds: Mapping[str, Bound]
    after: Any
    after_bounds: Mapping[str, Bound]
    same_clause: Any
    rank: Any
    preposition: Any
    counted: Any
    each: Any
    name: Any
    measured: Any
    field: Any
    refused: Any
    refused_vague: Any
    refused_alone: Any
    word_kinds: dict[str, tuple[str, Decimal]]


_COUNTS: Mapping[str, int] = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "tư": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
"""Words that count years, months and quarters; quarters are written I to IV too."""


def names_count(word: str) -> bool:
    """Whether digits or a word in lower case name a number of years or months."""
    return word.isdecimal() or word in _COUNTS


def small_count(word: str) -> int:
    """The number that such a word names. Raises KeyError where it names none."""
    return int(word) if word.isdecimal() else _COUNTS[word]


def find_numbers(view: str, lower: str, rules: RuleSet, start: int = 0, end: int | None = None) -> list[Number]:
    """Every number of `view[start:end]` that counts something, in order, never overlapping.

    `lower` is the view in lower case. What stands outside [start, end) is read as context, so that a slice of an
    article gives what the whole gives.
    """
    reader = _Reader(view, lower, _grammar(rules), start, len(view) if end is None else end)
    return [n for n in reader.numbers() if n.end <= reader.stop]


def counted_behind(lower: str, at: int, rules: RuleSet) -> bool:
    """Whether a noun that can only be counted stands right behind `at`: "2,4 triệu| hộ"."""
    return _grammar(rules).counted.match(lower, at, len(lower), *ALONE) is not None


def bound_before(lower: str, at: int, rules: RuleSet) -> tuple[int, Bound] | None:
    """Where the bound words begin that end right before `at`, and what they say; None where there are none.

    For what stands between them and the number: "khoảng| US$ 500".
    """
    grammar, start, bound = _grammar(rules), at, None
    while (m := _bound_words(grammar, lower, start)) is not None:
        bound = bound or _said(grammar, m)
        start = m.start("form")
    return None if bound is None else (start, bound)


def _bound_words(grammar: _Grammar, lower: str, at: int) -> Any:
    """The match of the bound word that ends right before `at`, None where there is none or it is a preposition."""
    if not lower[at - 1 : at].isspace():
        return None
    m = grammar.before.match(lower, max(0, at - _BOUND_REACH), at, *ALONE)
    return None if m is None or grammar.preposition.match(lower, m.start("form")) else m


def _said(grammar: _Grammar, words: Any) -> Bound:
    return next(b for name, b in grammar.before_bounds.items() if words.start(name) >= 0)


class _Reader:
    """Reads the tokens of one stretch of text into numbers."""

    def __init__(self, view: str, lower: str, grammar: _Grammar, start: int, stop: int) -> None:
        self.view = view
        self.lower = lower
        self.grammar = grammar
        self.stop = stop
        self.tokens = sorted([*self._numerals(start), *self._words(start)], key=lambda t: t.start)
        self._phrases: dict[int, _Phrase | None] = {}
        self._mask_vague()

    # -- tokens

    def _numerals(self, at: int) -> Iterator[_Token]:
        """Numbers in digits. Digits that no rule reads as one numeral ("1.2.3") are taken whole and count nothing."""
        grammar, lower, whole = self.grammar, self.lower, len(self.lower)
        masked_to = at
        mask, cased = grammar.none.match, grammar.none_cased.match
        while (digit := grammar.digit.search(lower, at)) is not None and digit.start() < self.stop:
            start = digit.start()
            for m in (mask(lower, start, whole, *ALONE), cased(self.view, start, whole, *ALONE)):
                if m is not None and m.end() > masked_to and not self._ends_name(start):
                    masked_to = m.end()
            m = grammar.numeral.match(lower, start, whole, *ALONE)
            if m is None:
                at = digit.end()
                yield _Token(start, at, "numeral", Decimal(0), True)
            else:
                at = m.end()
                yield _Token(start, at, "numeral", _numeral(m.group(), grammar.forms[m.lastgroup]), start < masked_to)
                if (short := grammar.short.match(lower, at, whole, *ALONE)) is not None:
                    rule = grammar.shorts[short.lastgroup]
                    value = Decimal(str(rule.gives["value"]))
                    yield _Token(short.start(short.lastgroup), short.end(), str(rule.gives["kind"]), value)

    def _words(self, at: int) -> Iterator[_Token]:
        for m in self.grammar.word.finditer(self.lower, at, self.stop):
            kind, value = self._kind(m.group())
            yield _Token(m.start(), m.end(), kind, value, self._is_name(m.start()))

    def _kind(self, form: str) -> tuple[str, Decimal]:
        known = self.grammar.word_kinds.get(form)
        if known is None:
            rule = next(r for r in self.grammar.words if r.regex.fullmatch(form))
            known = self.grammar.word_kinds[form] = (str(rule.gives["kind"]), Decimal(str(rule.gives["value"])))
        return known

    def _is_name(self, at: int) -> bool:
        """Whether the word at `at` is capitalised inside a sentence: "thị trấn Bảy Ngàn", "ông Ba", "Năm Căn"."""
        if not self.view[at].isupper() or self.view[at + 1 : at + 2].isupper():
            return False
        before = self.view[max(0, at - 2) : at]
        return len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] in ",(")

    def _mask_vague(self) -> None:
        """Two digits said together ("hai ba hộ", "năm bảy nhà") are a vague sum: neither counts."""
        tokens = self.tokens
        for i in range(1, len(tokens)):
            if tokens[i - 1].kind != "digit" or tokens[i].kind != "digit":
                continue
            if not self._adjacent(i) or self._is_year(tokens[i]):
                continue
            grouped = i > 1 and self._adjacent(i - 1)
            leads = self._adjacent(i + 1) and tokens[i + 1].kind != "numeral"
            if not grouped and not leads:
                tokens[i - 1].masked = tokens[i].masked = True

    def _adjacent(self, at: int) -> bool:
        """Whether token `at` follows the one before it with at most blanks between, and may count."""
        tokens = self.tokens
        if at >= len(tokens) or (token := tokens[at]).masked:
            return False
        end = tokens[at - 1].end
        if token.start - end > 2:
            return False
        gap = self.lower[end : token.start]
        if token.kind == "numeral":
            return gap in {" ", "  "}
        # a line of the page may end inside number words: "gần sáu⏎chục"
        return gap == "" or gap.isspace()

    def _is_year(self, token: _Token) -> bool:
        return self.lower[token.start : token.end] == "năm"

    def _kinds(self, at: int) -> list[str]:
        """Kinds of the tokens from `at` on that follow each other; six at most, "hai trăm lẻ năm nghìn" has five."""
        kinds = [self.tokens[at].kind]
        while len(kinds) < 6 and self._adjacent(at + len(kinds)):
            kinds.append(self.tokens[at + len(kinds)].kind)
        return kinds

    # -- values

    def numbers(self) -> Iterator[Number]:
        """The numbers, in order, with their bounds."""
        at = 0
        while at < len(self.tokens):
            first = self._phrase(at)
            if first is None:
                at += 1
                continue
            number, at = self._with_partner(first)
            if number is not None:
                yield self._bounded(number)

    def _with_partner(self, first: _Phrase) -> tuple[Number | None, int]:
        """The range or fraction that begins with `first`, or `first` alone; and the index of the token behind."""
        percent = self.grammar.percent.match(self.lower, first.end, len(self.lower), *ALONE)
        end = percent.end() if percent else first.end
        second = self._phrase(first.after) if first.after < len(self.tokens) else None
        if second is not None and second.start - end <= 6:
            gap = self.lower[end : second.start]
            if _is_fraction(first, second, gap):
                whole = _plain(second.value)
                return _number(first, second.end, of=whole), second.after
            if self.grammar.joint.fullmatch(gap) or self._is_between(first, gap):
                ranged = self._range(first, second, percent is not None)
                if ranged is not None:
                    return ranged, second.after
        if not self._counts(first):
            return None, first.after
        return _number(first, end, percent=percent is not None), first.after

    def _is_between(self, first: _Phrase, gap: str) -> bool:
        """ "giữa 15 và 20 triệu"; elsewhere "và" joins two numbers."""
        if not self.grammar.conjunction.fullmatch(gap):
            return False
        return self.grammar.between.match(self.lower, max(0, first.start - 8), first.start) is not None

    def _range(self, first: _Phrase, second: _Phrase, percent: bool) -> Number | None:
        """ "15-20 triệu": the multiplier is said once. None where the second is not the greater one."""
        low, high = first.value, second.value
        if first.scale == 1 and second.scale > 1:
            # "500 đến 1 tỷ" leaves "triệu" out: the next multiplier below
            low *= second.scale if low < high / second.scale else second.scale // 1000
        if low >= high or not self._counts(second):
            return None
        sign = self.grammar.percent.match(self.lower, second.end)
        whole = replace(first, value=low, scale=max(first.scale, second.scale))
        end = sign.end() if sign else second.end
        return _number(whole, end, high=_plain(high), percent=percent or sign is not None)

    def _counts(self, phrase: _Phrase) -> bool:
        """Whether a spelled number is one: "ba hộ" yes, "ba tôi", "trong năm xã" and the article "một" no."""
        if not phrase.spelled:
            return True
        lower, grammar = self.lower, self.grammar
        first = phrase.start + len(lower[phrase.start : phrase.end].split(" ", 1)[0])
        label = max(0, phrase.start - _LABEL_REACH)
        if grammar.refused_vague.search(lower, label, first):
            return False
        if phrase.scale == 1 and grammar.refused.search(lower, label, first):
            return False
        if not phrase.bare:
            return True
        if grammar.refused_alone.search(lower, label, first):
            return False
        word = lower[phrase.start : phrase.end]
        if grammar.counted.match(lower, phrase.end):
            return word != "một" or self._bound_before(phrase.start) is not None or self._is_each(phrase.start)
        return word not in _AMBIGUOUS_WORDS and (
            grammar.measured.match(lower, phrase.end) is not None or grammar.field.match(lower, phrase.end) is not None
        )

    def _ends_name(self, at: int) -> bool:
        """Whether the word before a number only looks like a label: it ends a unit's name, "thị trấn Nông Cống 14"."""
        return self.grammar.name.search(self.view, max(0, at - _LABEL_REACH), at) is not None

    def _is_each(self, at: int) -> bool:
        """Whether "một" counts what every unit has: "mỗi xóm có một mô hình"."""
        return self.grammar.each.search(self.lower, max(0, at - _EACH_REACH), at) is not None

    def _phrase(self, at: int) -> _Phrase | None:
        """The value that begins at token `at`, None where no number does. Each is asked for twice."""
        if at not in self._phrases:
            self._phrases[at] = self._read_phrase(at)
        return self._phrases[at]

    def _read_phrase(self, at: int) -> _Phrase | None:
        """Groups of falling multipliers from token `at` on."""
        if self.tokens[at].masked:
            return None
        total, scale, last, i = Decimal(0), 1, 0, at
        while i == at or self._adjacent(i):
            small = self._small(i)
            if small is None:
                break
            value, j = small
            factor, j = self._factor(j)
            if last:
                if not self._continues(i, j, value, factor, last):
                    break
                if factor == 1 and _is_shorthand(self.tokens[i:j]):
                    value = value * last / 10 ** len(str(int(value)))
            total += value * factor
            scale, last, i = max(scale, factor), factor, j
            if self._adjacent(i) and self.tokens[i].kind == "and_half":
                total += Decimal(factor) / 2
                i += 1
                break
            if factor == 1:
                break
        if i == at:
            return None
        used = self.tokens[at:i]
        spelled = all(t.kind != "numeral" for t in used)
        return _Phrase(used[0].start, used[-1].end, total, scale, spelled, spelled and len(used) == 1, i)

    def _factor(self, at: int) -> tuple[int, int]:
        """The multiplier words at `at`, multiplied ("nghìn tỷ"), and the index behind them."""
        factor = 1
        while (at == 0 or self._adjacent(at)) and self.tokens[at].kind == "scale":
            if factor > 1 and int(self.tokens[at].value) <= factor:
                break
            factor *= int(self.tokens[at].value)
            at += 1
        return factor, at

    def _continues(self, at: int, end: int, value: Decimal, factor: int, last: int) -> bool:
        """Whether tokens `at` to `end` go on with a number whose last multiplier was `last`.

        "6 tỷ 700 triệu" yes, "50 triệu 3 hộ" no; "1 tỷ 2" only where nothing is counted by the 2.
        """
        if factor > 1:
            return factor < last and value * factor < last
        first, final = self.tokens[at], self.tokens[end - 1]
        if first.kind != "numeral":
            return value < last
        short = last >= _MILLION and value < 1000 and value == int(value) and self.lower[first.start] != "0"
        return short and self.grammar.closed.match(self.lower, final.end) is not None

    def _small(self, at: int) -> tuple[Decimal, int] | None:
        """A number below the multipliers: "700", "ba", "hai mươi mốt", "năm trăm lẻ ba", and the index behind it."""
        token = self.tokens[at]
        if token.kind == "numeral":
            grouped = self._adjacent(at + 1) and self.tokens[at + 1].kind in {"hundred", "chuc"} and token.value < 100
            return (token.value * self.tokens[at + 1].value, at + 2) if grouped else (token.value, at + 1)
        if token.kind == "half":
            follows = self._adjacent(at + 1) and self.tokens[at + 1].kind == "scale"
            return (token.value, at + 1) if follows else None
        if token.kind in {"chuc", "hundred", "scale"}:
            return self._rounded(at)
        return self._spelled(at)

    def _rounded(self, at: int) -> tuple[Decimal, int] | None:
        """ "gần trăm hộ" is 100, less than; without a bound word ("hàng trăm", "trăm bề") there is no number."""
        token = self.tokens[at]
        if self._bound_before(token.start) is None:
            return None
        # a multiplier stays for _factor to read
        return (Decimal(1), at) if token.kind == "scale" else (token.value, at + 1)

    def _spelled(self, at: int) -> tuple[Decimal, int] | None:
        """Words below a thousand: "ba", "mười hai", "ba chục", "hai mươi mốt", "một trăm lẻ năm"; None for others."""
        kinds, value = self._kinds(at), self.tokens[at].value
        if kinds[0] in {"odd", "no_hundred"}:
            if at == 0 or self.tokens[at - 1].kind != "scale" or not self._adjacent(at):
                return None
            if kinds[0] == "no_hundred":
                return self._below_hundred(at + 1, Decimal(0), kinds[1:])
            return (self.tokens[at + 1].value, at + 2) if kinds[1:2] == ["digit"] else None
        if kinds[0] == "ten":
            return self._with_unit(at + 1, value, kinds[1:])
        if kinds[0] != "digit":
            return None
        if kinds[1:2] == ["tens"]:
            return self._with_unit(at + 2, value * 10, kinds[2:])
        if kinds[1:2] == ["chuc"]:
            return value * 10, at + 2
        if kinds[1:2] == ["hundred"]:
            return self._below_hundred(at + 2, value * 100, kinds[2:])
        return value, at + 1

    def _below_hundred(self, at: int, hundreds: Decimal, kinds: list[str]) -> tuple[Decimal, int]:
        if kinds[:2] == ["odd", "digit"]:
            return hundreds + self.tokens[at + 1].value, at + 2
        if kinds[:2] == ["digit", "tens"]:
            tens, end = self._with_unit(at + 2, self.tokens[at].value * 10, kinds[2:])
            return hundreds + tens, end
        if kinds[:1] == ["ten"]:
            tens, end = self._with_unit(at + 1, Decimal(10), kinds[1:])
            return hundreds + tens, end
        if kinds[:1] == ["digit"] and kinds[1:2] != ["hundred"] and not self._is_year(self.tokens[at]):
            return hundreds + self.tokens[at].value * 10, at + 1
        return hundreds, at

    def _with_unit(self, at: int, tens: Decimal, kinds: list[str]) -> tuple[Decimal, int]:
        """ "hai mươi" with "mốt"; the 5 after tens is "lăm", so "hai mươi năm" is twenty years."""
        digit = kinds[:1] == ["digit"] and kinds[1:2] not in (["tens"], ["hundred"], ["chuc"])
        if digit and not self._is_year(self.tokens[at]):
            return tens + self.tokens[at].value, at + 1
        return tens, at

    # -- bounds

    def _bounded(self, number: Number) -> Number:
        """The number with what the words around it say. Of several bound words the nearest holds: "khoảng trên 50"."""
        outer, bound = number.start, None
        if number.high is not None:
            outer = self._source_before(outer)
        while (m := self._bound_before(outer)) is not None:
            bound = bound or _said(self.grammar, m)
            outer = m.start("form")
        outer_end = number.end
        after = self.grammar.after.search(self.lower, number.end, number.end + _AFTER_REACH) if bound is None else None
        if after is not None and self._is_bound_by(after, number, outer):
            bound = self.grammar.after_bounds[after.lastgroup]
            outer_end = after.end() if self.lower[number.end : after.start()].isspace() else number.end
            outer = self._source_before(outer)
        if bound is None and outer == number.outer and outer_end == number.outer_end:
            return number
        return replace(number, bound=bound or "exact", outer=outer, outer_end=outer_end)

    def _bound_before(self, at: int) -> Any:
        return _bound_words(self.grammar, self.lower, at)

    def _is_bound_by(self, after: Any, number: Number, outer: int) -> bool:
        """Whether "trở lên" is of the number: "từ 60 mô hình cấp huyện trở lên"; in "140 mô hình đạt cấp huyện trở
        lên" it is of the level."""
        between = (number.end, after.start())
        if not self.grammar.same_clause.fullmatch(self.lower, *between):
            return False
        return self.grammar.rank.search(self.lower, *between) is None or self._source_before(outer) < outer

    def _source_before(self, at: int) -> int:
        m = self.grammar.source.match(self.lower, max(0, at - 8), at)
        return at if m is None else int(m.start())


def _numeral(digits: str, form: str) -> Decimal:
    """ "1.250,5" is 1250.5; `form` is gives.form of the rule that read it."""
    if form == "comma_thousands":
        return Decimal(digits.replace(",", ""))
    if form == "blank_thousands":
        return Decimal(digits.replace(" ", ""))
    if form == "torn":
        return Decimal(digits.replace(", ", "."))
    if form == "point":
        return Decimal(digits)
    return Decimal(digits.replace(".", "").replace(",", "."))


def _is_fraction(first: _Phrase, second: _Phrase, gap: str) -> bool:
    """a/b set directly: "412 hộ/1.650 khẩu" has a noun between, a rate has no second number."""
    return gap.strip() == "/" and len(gap) <= 3 and not (first.spelled or second.spelled) and second.value > 0


def _is_shorthand(used: list[_Token]) -> bool:
    """ "1 tỷ 2" is 1.2 tỷ, "ba triệu hai" 3.2 triệu; "hai nghìn ba trăm" is none."""
    return len(used) == 1 and used[0].kind in {"numeral", "digit"}


def _number(
    phrase: _Phrase, end: int, *, high: int | float | None = None, of: int | float | None = None, percent: bool = False
) -> Number:
    return Number(
        start=phrase.start,
        end=end,
        value=_plain(phrase.value),
        high=high,
        of=of,
        bound="exact",
        outer=phrase.start,
        outer_end=end,
        percent=percent,
        spelled=phrase.spelled,
        scale=phrase.scale,
    )


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


# ---------------------------------------------------------------- the compiled rules


def _grammar(rules: RuleSet) -> _Grammar:
    built = rules.cache.get("numbers")
    if not isinstance(built, _Grammar):
        built = rules.cache["numbers"] = _build(rules)
    return built


def _one(rules: RuleSet, name: str) -> Any:
    found = [r for r in rules.of("numbers") if r.id == name]
    if not found:
        raise RuleError(f"rules/numbers.toml: rule {name!r} is missing; numbers cannot be read without it")
    return any_of(found)


def _named(rules: tuple[Rule, ...], prefix: str) -> tuple[str, dict[str, Rule]]:
    """An alternation with a group for each rule, and what the groups stand for."""
    names = {f"{prefix}{i}": rule for i, rule in enumerate(rules)}
    return "|".join(f"(?P<{name}>{lower_source(rule)})" for name, rule in names.items()), names


def _words_source(words: tuple[Rule, ...]) -> str:
    """One alternation of all number words, with the look at their edges done once: much faster so."""
    head, tail = r"(?:(?<![\w])", r"(?![\w]))"
    sources = [lower_source(rule) for rule in words]
    other = [rule.id for rule, s in zip(words, sources, strict=True) if not (s.startswith(head) and s.endswith(tail))]
    if other:
        raise RuleError(
            f"rules/numbers.toml: rule {other[0]!r}: give words, not a pattern; forms with more go to short.*"
        )
    return head + "(?:" + "|".join(s[len(head) : -len(tail)] for s in sources) + ")" + tail


def _build(rules: RuleSet) -> _Grammar:
    none = rules.starting("numbers", "not.")
    words = rules.starting("numbers", "word.")
    refused = rules.starting("numbers", "not_word.")
    shorts, short_names = _named(rules.starting("numbers", "short."), "s")
    numerals, numeral_names = _named(rules.starting("numbers", "numeral."), "n")
    before, before_names = _named(rules.starting("numbers", "bound."), "b")
    after, after_names = _named(rules.starting("numbers", "bound_after."), "a")
    return _Grammar(
        digit=regex.compile(r"[0-9]+(?:[.,][0-9]+)*+", regex.V1),
        numeral=regex.compile(numerals, regex.V1),
        forms={name: str(rule.gives["form"]) for name, rule in numeral_names.items()},
        word=regex.compile(_words_source(words), regex.V1),
        words=words,
        short=regex.compile(rf"\s{{0,2}}(?:{shorts})", regex.V1),
        shorts=short_names,
        none=any_of(r for r in none if not r.gives.get("case")),
        none_cased=any_of(r for r in none if r.gives.get("case")),
        joint=_one(rules, "range.joint"),
        between=regex.compile("(?r)" + lower_source(rules.starting("numbers", "range.between")[0]), regex.V1),
        conjunction=_one(rules, "range.and"),
        # read backwards from the number: (?r) tries only what ends there
        source=regex.compile("(?r)" + lower_source(rules.starting("numbers", "range.from")[0]), regex.V1),
        percent=_one(rules, "percent.sign"),
        closed=_one(rules, "range.shorthand"),
        before=regex.compile(rf"(?r)(?P<form>{before})\s{{1,2}}", regex.V1),
        before_bounds={name: rule.gives["bound"] for name, rule in before_names.items()},
        after=regex.compile(after, regex.V1),
        after_bounds={name: rule.gives["bound"] for name, rule in after_names.items()},
        same_clause=regex.compile(r"[^.;:,()0-9\n]{0,40}", regex.V1),
        rank=rules.rule("numbers", "bound_after_rank").regex,
        preposition=_one(rules, "no_bound.preposition"),
        counted=_one(rules, "counted.noun"),
        each=_one(rules, "counted.each"),
        name=_one(rules, "name.of_unit"),
        measured=_one(rules, "counted.measure"),
        field=_one(rules, "counted.field"),
        refused=any_of(r for r in refused if r.gives["when"] == "any"),
        refused_vague=any_of(r for r in refused if r.gives["when"] == "vague"),
        refused_alone=any_of(r for r in refused if r.gives["when"] == "alone"),
        word_kinds={},
    )


# ---------------------------------------------------------------- proof


def prove_number(rule: Rule, example: Mapping[str, Any], rules: RuleSet) -> str | None:
    """What is wrong with an example of a rule of rules/numbers.toml, or None where it holds.

    The rule's own pattern must match what stands in brackets. A `value`, `high`, `of`, `bound` or `percent` beside the
    text is compared with the first number that is read there.
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
