"""Tokens of one stretch of text, read into numbers with their ranges, fractions and bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from danvan.match import ALONE
from danvan.numbers.grammar import Grammar, bound_said, bound_words
from danvan.records import Bound

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


class Reader:
    """Reads the tokens of one stretch of text into numbers."""

    def __init__(self, view: str, lower: str, grammar: Grammar, start: int, stop: int) -> None:
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
            bound = bound or bound_said(self.grammar, m)
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
        return bound_words(self.grammar, self.lower, at)

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
