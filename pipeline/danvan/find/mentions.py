"""Where a text names places: runs of capitalised words and numbers, with what stands before them.

What stands before a run says what it is: a unit word ("xã", "TP.", rules/unit_words.csv), a body ("Huyện ủy"), a list
or a bracket that goes on, a preposition. The words are data in rules/places.toml; this module reads them in order and
leaves open which unit is meant.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple, cast

import regex

from danvan.find.phrases import tree_pattern
from danvan.gazetteer import Gazetteer, place_key
from danvan.link.places import DEPTH, Mention
from danvan.match import ALONE
from danvan.reading import Reading
from danvan.records import Level
from danvan.ruleset import Rule, RuleSet

_ITEM = regex.compile(
    r"(?P<run>(?:T\.(?=[PX]\b))?\p{Lu}[\w']*"
    r"(?:(?:[ \n]{1,3}|-|[ \n]{1,2}-[ \n]{1,2})(?:T\.(?=[PX]\b))?\p{Lu}[\w']*){0,30})"
    r"|(?<![\w.,/-])(?P<number>\d{1,3}\p{Lu}?)(?![\w/]|[.,]\d)",
    regex.V1,
)
_GLUED_NUMBER = regex.compile(r"(?<!\w)(\p{Lu}{1,3}\.?)(\d{1,3}\p{Lu}?)(?![\w/]|[.,]\d)", regex.V1)
_WORD = regex.compile(r"TP(?=HCM(?!\w))|[\w']+")
"""The words of a run; in "TPHCM" the unit word is glued to the name."""
_NUMBER_TAIL = regex.compile(r"[ ]{1,2}(\d{1,3}\p{Lu}?)(?![\w/]|[.,]\d)")
_COUNT = r"(?:\s{0,2}:?\s{0,2}\d[\d.]{0,8}(?:[ ]{1,2}\p{Ll}+){0,4})?"
_LIST_GAP = regex.compile(
    r"(?:\s{0,2}\([^()\n]{1,80}\))?" + _COUNT + r"\s{0,2}(?:,|;|\.\.|và|, và|\+|&|hoặc)\s{1,3}", regex.V1
)
_NUMBER_GAP = regex.compile(r"\s{0,2}(?:,|và|, và|\+|&|hoặc)\s{0,2}", regex.V1)
_NUMBER_NEXT = regex.compile(r"\s{0,2}(?:[,;).]|và)\s{0,2}", regex.V1)
_NUMBERED = frozenset({"quận", "phường"})
"""Kinds of units that have numbers for names, and are listed by them: "Quận 1, 3, 5"."""
_JOIN_GAP = regex.compile(
    _COUNT + r"\)?\s{0,2}(?:,|;|và|, và|\+|&|hoặc)?\s{0,2}(?:các|hai|ba|\d{1,2})?\s{0,2}", regex.V1
)
_PARENT_GAP = regex.compile(
    r"\s{0,2}(?:(?:,|-|\(|,? ?(?:nay )?thuộc|của|,? ?ở|,? ?tại|cùng|đều|(?:cư )?ngụ)\s{0,2}){0,3}", regex.V1
)
_BRACKET_OPEN = regex.compile(r"\s{0,2}\(\s?(?:thuộc |cùng )?", regex.V1)
_BRACKET_REACH = 16
"""Characters that the two patterns for a bracket can match at most, with room to spare."""
_BRACKET_NEXT = regex.compile(r"\s{0,2}[,;-]\s{0,2}", regex.V1)
_GOES_ON = regex.compile(r"[ \n]{1,2}\p{Ll}", regex.V1)
_OF_UNITS = regex.compile(r"\s{1,2}(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường)(?!\w|\s{1,2}[\p{Lu}\d])", regex.V1)
_COUNT_BEHIND = regex.compile(
    r"\s{0,2}(?:[(:]\s{0,2}|-\s)?(?:(?:có|với|được|đăng ký|xây dựng|chỉ|là|duy trì|công nhận)\s{1,2}){0,2}\d", regex.V1
)
_COUNTED = regex.compile(r"(?i)(?:mô hình|điển hình)(?!\w)", regex.V1)
_BOTH = regex.compile(r"(?<!\w)(?:cùng|đều)(?!\w)", regex.V1)
_TITLE_GAP = regex.compile(r"\s{0,2}[,-]\s{1,2}", regex.V1)
_PLURAL = regex.compile(r"(?i)(?:các|những|liên|hai|ba|bốn|sáu|bảy|tám|chín|mười|\d{1,3}|và)\s{1,2}$", regex.V1)
_SEVERAL = regex.compile(r"(?i)(?:các|những|liên|hai|ba|bốn|sáu|bảy|tám|chín|mười|\d{1,3})\s{1,2}$", regex.V1)
_UNITS_BEFORE = regex.compile(r"(?i)(?<!\w)(?:cấp|(?:xã|thị trấn|huyện|thị xã)(?:,| và)) {1,2}$", regex.V1)
_MIXED = regex.compile(r"(?i)(?:các|những|\d{1,3})\s[\p{Ll}, ]{2,30},\s?$", regex.V1)
_DIGIT = regex.compile(r"\d")
_UNIT_LEVELS: tuple[Level, ...] = ("commune", "district", "province")
_CLINGS = "(\"'/,.;-"
_NOUN = 48
"""Characters behind a number in which the noun that it counts is looked for, and the words that it may have."""
_NOUN_WORDS = 4
_NOUN_ENDS = ",.;:)\n"
_NUMBER_WORD = "số"
"""May stand between a settlement's word and its number: "ấp số 3"."""
_BEFORE = 30
"""Characters before a name in which its unit word is looked for; the longest is "hội đồng nhân dân"."""
_LOOSE_BEFORE = 60
_SHORT = 6
"""Letters of an abbreviation glued to its number: "KP3", "TDP12"."""
_SINGLE_AFTER = frozenset(f"place.bare.{sign}" for sign in ("after", "heading", "list", "bracket"))
"""What a name of a single word needs before it is a place: "ở Vinh", but not "Vinh cho biết"."""
REACH = 120
"""Characters between two names of one list, with a count and a bracket between them."""


@dataclass(frozen=True, slots=True)
class Form:
    """A unit word with what it says; `role` is unit, short, body, organ, settlement or none (rules/unit_words.csv)."""

    form: str
    kind: str | None
    levels: tuple[Level, ...]
    role: str


class _Token(NamedTuple):
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Before:
    """The unit word right before a name: where it begins, and whether it opens a list ("các xã", "2 xã:")."""

    form: Form
    start: int
    plural: bool


@dataclass(frozen=True, slots=True)
class _Name:
    """A name found: from `begin` with its unit word, [start, end) alone."""

    begin: int
    start: int
    end: int
    kind: str | None
    levels: tuple[Level, ...]
    rule: str
    stem: str = ""
    """What the name shares with the one before it and leaves out: "hai bản Huổi Lụ 1 + 2"."""


@dataclass(frozen=True)
class _Lexicon:
    """The words of rules/, made ready: built once a rule set. Keys of `lower` are lower case, of `cased` as written."""

    lower: Mapping[str, Form]
    cased: Mapping[str, Form]
    first_words: frozenset[str]
    last_words: frozenset[str]
    measures: frozenset[str]
    surnames: frozenset[str]
    attributes: tuple[str, ...]
    words: Mapping[str, Any]
    closes: Callable[[str], bool]
    """Whether a word right before a name may be a unit word or end what stands between the two."""

    def says(self, rule: str, text: str) -> bool:
        """Whether the whole of `text` is one of the rule's words."""
        return _is_word(self.words[rule], text)

    def starts(self, rule: str, view: str, at: int) -> bool:
        """Whether one of the rule's words stands at `at`."""
        return self.words[rule].match(view, at, len(view), *ALONE) is not None


@functools.lru_cache(maxsize=16384)
def _is_word(pattern: Any, text: str) -> bool:
    return pattern.fullmatch(text) is not None


def load_lexicon(rules: RuleSet) -> _Lexicon:
    """The words that tell places, made ready once a rule set and kept in `rules.cache`."""
    if "places.lexicon" not in rules.cache:
        rules.cache["places.lexicon"] = _build_lexicon(rules)
    return cast(_Lexicon, rules.cache["places.lexicon"])


def _build_lexicon(rules: RuleSet) -> _Lexicon:
    lower: dict[str, Form] = {}
    cased: dict[str, Form] = {}
    for row in rules.table("unit_words"):
        level = row["level"]
        levels: tuple[Level, ...] = (cast(Level, level),) if level else ("district", "province")
        form = Form(row["form"], row["kind"] or None, _UNIT_LEVELS if row["role"] == "organ" else levels, row["role"])
        if form.role == "organ" or form.form == form.form.lower():
            lower[form.form.lower()] = form
        else:
            cased[form.form] = form
            cased.setdefault(form.form.replace(".", " ").strip(), form)  # the words of a run lost their dots: "T P"
    # "ấp 3 xã An Trạch": a unit behind a number is the next name, and "có" (class none) goes on with the sentence
    counted = (row for row in rules.table("measures") if row.get("class") not in {"unit", "none"})
    attributes = tuple(need for rule in rules.starting("places", "place.attribute") for need in rule.needs)
    last_words = frozenset(form.split()[-1].lower() for form in (*lower, *cased))
    attribute_ends = tuple({need.split()[-1] for need in attributes})

    @functools.lru_cache(maxsize=16384)
    def closes(text: str) -> bool:
        word = text.rsplit(maxsplit=1)[-1]
        return (
            _word_key(word) in last_words
            or word.endswith(":")
            or word == _NUMBER_WORD
            or word.lower().endswith(attribute_ends)
        )

    return _Lexicon(
        lower,
        cased,
        frozenset(form.split()[0].lower() for form in (*lower, *cased)),
        last_words,
        frozenset(row["form"].lower() for row in counted),
        frozenset(row["form"] for row in rules.table("surnames")),
        attributes,
        {rule.id: rule.regex for rule in rules.of("places")},
        closes,
    )


def _word_key(word: str) -> str:
    """A word before a name without what clings to it: "(xã", "UBND/xã"."""
    return word.lstrip(_CLINGS).lower().rsplit("/", 1)[-1]


def anchored(reading: Reading, prefix: str) -> Iterator[tuple[Rule, int, int]]:
    """The matches, rule by rule, of the place rules of this prefix, whose patterns begin with one of their `needs`."""
    pattern, rules_at = _anchors(reading.rules, prefix)
    found: list[tuple[int, Rule, int, int]] = []
    needed = pattern.search(reading.lower)
    while needed is not None:
        at = needed.start()
        for index, rule in rules_at[needed.group()]:
            match = rule.regex.match(reading.view, at)
            if match is not None:
                found.append((index, rule, match.start(), match.end()))
        needed = pattern.search(reading.lower, at + 1)
    for _, rule, start, end in sorted(found, key=lambda hit: hit[0]):
        yield rule, start, end


def _anchors(rules: RuleSet, prefix: str) -> tuple[re.Pattern[str], Mapping[str, Sequence[tuple[int, Rule]]]]:
    """One pattern for all the needs of these rules, and the rules to try where it finds one, with their numbers."""
    key = "places.anchors:" + prefix
    if key not in rules.cache:
        needs = [(need, at, r) for at, r in enumerate(rules.starting("places", prefix)) for need in r.needs]
        # the longest need wins: the shorter ones it begins with stand there too
        table = {found: [(at, r) for need, at, r in needs if found.startswith(need)] for found, _, _ in needs}
        pattern = re.compile(tree_pattern(table) or r"(?!)")
        rules.cache[key] = pattern, table
    return cast("tuple[re.Pattern[str], Mapping[str, Sequence[tuple[int, Rule]]]]", rules.cache[key])


def find_mentions(reading: Reading) -> list[Mention]:
    """Every name that may be a place, in order, each with the later one that it lies in."""
    scan = _Scan(reading)
    scan.run()
    return _with_parents(scan)


class _Scan:
    """One pass over the text. `chain` is the index of the mention that a list would go on from."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.view = reading.view
        self.lower = reading.lower
        self.gazetteer: Gazetteer = reading.gazetteer
        self.lexicon = load_lexicon(reading.rules)
        zones = anchored(reading, "place.not.")
        self.zones = sorted((start, end, rule.id) for rule, start, end in zones)
        self.zone_starts = [start for start, _, _ in self.zones]
        self.mergers = [(start, end) for _, start, end in anchored(reading, "place.merged")]
        self.mentions: list[Mention] = []
        self.forms: list[Form | None] = []
        self.plural: list[bool] = []
        self.resume = 0
        self.floor = 0
        self.ceiling = 0
        self.chain: int | None = None

    def run(self) -> None:
        # part by part: a name never runs on from one paragraph into the next
        for part in self.reading.draft.parts:
            self.chain = None
            self.floor, self.ceiling = part.start, part.end
            for match in _ITEM.finditer(self.view, part.start, part.end):
                start, end = match.span()
                if end <= self.resume:
                    continue
                start = max(start, self.resume)
                if match.lastgroup == "number":
                    self._number(start, end)
                else:
                    self._run(start, end)

    # ---- what stands before a name

    def _before(self, start: int) -> _Before | None:
        low = max(self.floor, start - _BEFORE)
        window = self.view[low:start].rstrip()
        bracket = window.endswith("(")
        if bracket:
            window = window[:-1].rstrip()
        # most names have no unit word: the last word alone tells so
        if not window or window[-1] in ",);-" or not self.lexicon.closes(window[window.rfind(" ") + 1 :]):
            return None
        colon = window.endswith(":")
        if colon:
            window = window[:-1].rstrip()
        window = window.removesuffix(" " + _NUMBER_WORD).rstrip()
        ends = self.lower[low : low + len(window)].endswith(self.lexicon.attributes)
        attribute = self.lexicon.words["place.attribute"].search(window) if ends else None
        if attribute is not None and self._is_one(window[: attribute.start()], low):
            window = window[: attribute.start()]
        words = window.split()
        if not words or _word_key(words[-1]) not in self.lexicon.last_words:
            return None
        for count in range(min(4, len(words)), 0, -1):
            phrase = " ".join(words[-count:]).lstrip("(\"'/,;-").rsplit("/", 1)[-1]
            form = self.lexicon.cased.get(phrase) or self.lexicon.lower.get(phrase.lower())
            if form is not None:
                begin = self.view.rfind(phrase.split()[0], low, low + len(window))
                listed = _PLURAL.search(self.view, max(self.floor, begin - 12), begin) is not None
                if bracket:  # "các xã (A, B" opens a list, "xã (An Trạch)" names nothing
                    return _Before(form, start, True) if listed else None
                return _Before(form, begin, colon or listed)
        return None

    def _is_one(self, window: str, low: int) -> bool:
        """Whether a unit word for a single unit ends the window: "tại xã" of "tại xã đảo A", not "4 xã vùng cao"."""
        word = _last_word(window)
        begin = low + len(window) - len(word)
        return (
            word in self.lexicon.last_words and _SEVERAL.search(self.view, max(self.floor, begin - 12), begin) is None
        )

    def _form_in(self, words: Sequence[_Token], index: int) -> tuple[Form, int] | None:
        """The unit word that a run holds at `index` ("Huyện Thạch Hà", "TP Vinh"), and of how many words."""
        if words[index].text.lower() not in self.lexicon.first_words:
            return None
        for count in (3, 2, 1):
            if index + count > len(words):
                continue
            phrase = " ".join(w.text for w in words[index : index + count])
            form = self.lexicon.cased.get(phrase) or self.lexicon.lower.get(phrase.lower())
            if form is not None and (index == 0 or self._opens_inside(words, index + count, form)):
                return form, count
        return None

    def _opens_inside(self, words: Sequence[_Token], after: int, form: Form) -> bool:
        """Whether a unit word in the middle of a run is one: "UBND Xã An Trạch", but not "ấp Phước Tỉnh"."""
        if form.role == "none":
            return True
        if after >= len(words):
            return False
        if form.role == "settlement":
            return form.form in {"thôn", "ấp", "xóm"}
        return self._known(words, after, form.levels)[0] > 0

    def _is_own_name(self, words: Sequence[_Token], index: int) -> bool:
        """Whether a run that opens like a settlement is a unit's whole name: "Sóc Trăng", "Buôn Hồ", "Bản Phiệt"."""
        if index + 1 == len(words) or words[index].text.lower() not in self.lexicon.lower:
            return False
        count, _ = self._known(words, index, _UNIT_LEVELS)
        return count > 1 and self._ends(words, index + count)

    # ---- how far a name goes

    def _named(self, start: int, end: int, levels: Iterable[str]) -> bool:
        return self.gazetteer.named(place_key(self.view[start:end]), levels)

    def _levels(self, start: int, end: int, levels: Iterable[Level]) -> tuple[Level, ...]:
        return tuple(level for level in levels if self._named(start, end, (level,)))

    def _known(self, words: Sequence[_Token], index: int, levels: Iterable[str]) -> tuple[int, int]:
        """How many words from `index` are the longest known name, and where it ends; (0, 0) for none."""
        begin = words[index].start
        after = words[index].end
        if self.view[after : after + 1] != "." and not self.gazetteer.opens(place_key(self.view[begin:after])):
            return 0, 0
        for last in range(min(len(words), index + self.gazetteer.longest), index, -1):
            end = words[last - 1].end
            if last == len(words) and self.view[end : end + 1] == " ":
                tail = _NUMBER_TAIL.match(self.view, end)
                if tail is not None and self._named(begin, tail.end(), levels):
                    return last - index, tail.end()
            if self._named(begin, end, levels):
                return last - index, end
        return 0, 0

    def _segment(self, words: Sequence[_Token], index: int) -> int:
        """Index after the last word that belongs to the run from `index`: up to a spaced dash or a unit word."""
        end = index + 1
        while end < len(words) and not self._parted(words, end) and self._form_in(words, end) is None:
            end += 1
        return end

    def _parted(self, words: Sequence[_Token], index: int) -> bool:
        """Whether a spaced dash stands before the word at `index`."""
        return "- " in self.view[words[index - 1].end : words[index].start]

    def _ends(self, words: Sequence[_Token], index: int) -> bool:
        """Whether a name that ends before `index` ends its run, or a spaced dash follows it."""
        return index >= len(words) or self._parted(words, index)

    def _stops(self, words: Sequence[_Token], index: int, end: int) -> bool:
        """Whether a body, a deed or a sentence opens at `index`, and no name."""
        if self.lexicon.starts("place.stop.phrase", self.view, words[index].start):
            return True
        return index + 1 >= end and self.lexicon.says("place.stop.word", words[index].text)

    def _name(self, words: Sequence[_Token], index: int, form: Form) -> tuple[int, int]:
        """Words and end of the name behind a unit word; (0, 0) where none stands there."""
        end = self._segment(words, index)
        if form.role == "settlement":
            return (0, 0) if self._stops(words, index, end) else self._settlement_name(words, index, end, form)
        if form.role == "short" and end - index == 1 and len(words[index].text) == 1:
            return 0, 0  # "P.V" signs; no ward of one letter is cut to "P."
        count, finish = self._known(words, index, form.levels)
        if self._stops(words, index, end) and count < 2:
            return 0, 0
        left = end - index - count
        if count and (left <= 0 or (left >= 2 and count > 1) or self._follows(words, index + count, left)):
            return count, finish
        if form.role in {"short", "organ"} or form.levels[0] == "province" or len(form.levels) > 1:
            return count, finish
        if count > 1 and form.levels == ("district",):
            return count, finish  # "huyện Kỳ Anh Giúp dân làm đường": all districts are known
        person = self._is_person(words, index, end)
        if person and count and 3 <= end - index <= 4:
            return 0, 0  # "Chủ tịch UBND xã Cao Minh Thơm", though there is a xã Cao Minh
        if person or (words[index].text.isupper() and len(words[index].text) > 1):
            return count, finish
        return self._trimmed(words, index, end)

    def _follows(self, words: Sequence[_Token], at: int, left: int) -> bool:
        """Whether a word that follows a known name is another's: a person, a title, a heading in capitals."""
        word = words[at].text
        return word in self.lexicon.surnames or word.isupper() or self._stops(words, at, at + left)

    def _trimmed(self, words: Sequence[_Token], index: int, end: int) -> tuple[int, int]:
        """A name that the gazetteer lacks: the words up to a person's name or a body."""
        stop = self._person_from(words, index, end)
        for at in range(index + 1, stop):
            if self.lexicon.starts("place.stop.phrase", self.view, words[at].start):
                stop = at
                break
        return (0, 0) if stop - index > 5 else (stop - index, words[stop - 1].end)

    def _settlement_name(self, words: Sequence[_Token], index: int, end: int, form: Form) -> tuple[int, int]:
        """Words and end of a settlement's name; (0, 0) where a person, a post or a thing is named."""
        if self._is_full_name(words, index, end) or self._is_no_settlement(words, index, end, form):
            return 0, 0
        if self._is_head_of_settlement(words, index, end):
            return 0, 0
        count, finish = self._trimmed(words, index, end)
        if count and index + count == len(words):
            tail = _NUMBER_TAIL.match(self.view, finish)
            if tail is not None and not self._counts(tail.end()):
                finish = tail.end()
        if count and index + count == end < len(words) and (further := self._second_half(words, index, end)):
            return further - index, words[further - 1].end
        return count, finish

    def _second_half(self, words: Sequence[_Token], index: int, end: int) -> int:
        """Index after "Tà Vờng" of "bản Dộ - Tà Vờng", hamlets made one; 0 where a unit or a person follows."""
        if not self._parted(words, end) or self._is_joined(words[index].start):
            return 0
        stop = self._segment(words, end)
        if stop < len(words) or stop - end > 3 or self._known(words, end, _UNIT_LEVELS)[0]:
            return 0
        if self._is_person(words, end, stop) or self._stops(words, end, stop) or words[end].text.isupper():
            return 0
        if stop - end == 1 and _GOES_ON.match(self.view, words[end].end):
            return 0
        sentence = self.reading.sentence_at(words[index].start)
        return 0 if sentence.part == "title" else stop

    def _is_joined(self, start: int) -> bool:
        """Whether a road joins what is named here: "liên ấp A - B"."""
        return "liên" in self.lower[max(self.floor, start - 16) : start].split()[-2:-1]

    # ---- persons and counts

    def _is_person(self, words: Sequence[_Token], index: int, end: int) -> bool:
        return end - index >= 2 and words[index].text in self.lexicon.surnames

    def _is_no_settlement(self, words: Sequence[_Token], index: int, end: int, form: Form) -> bool:
        """Whether what follows a settlement's word is no name: an area, a street, an abbreviation, a kind of group."""
        first = words[index].text
        if form.form == "khu vực" and self._known(words, index, ("province", "district"))[0]:
            return True  # "khu vực Mỹ Tho"
        if form.form == "phố" and (
            self._is_person(words, index, end) or self.lexicon.starts("place.bare.never", self.view, words[index].start)
        ):
            return True  # "phố Trần Phú"
        if self.lexicon.starts("place.people", self.view, words[index].start) and not self.lexicon.starts(
            "place.head.elsewhere", self.view, words[end - 1].end
        ):
            return True  # "các làng Xơ Đăng"
        alone = end - index == 1
        if alone and form.form in {"tổ", "khối", "khu", "khu vực"} and _GOES_ON.match(self.view, words[index].end):
            return True  # "tổ Công nghệ", "khối Nội chính": a name has all its syllables in capitals
        if first.isupper() and len(first) > 1 and first.isalpha() and first.strip("IVX"):
            # "khu vực ĐBSCL"; and where all is in capitals nothing tells where a name ends
            return end - index > 3 or (alone and len(first) > 2)
        return False

    def _is_full_name(self, words: Sequence[_Token], index: int, end: int) -> bool:
        """Whether a settlement's word is followed by a person: "Trưởng thôn Lò Thị Pín", not "thôn Thạch Trụ Tây"."""
        if end - index < 3 or words[index].text not in self.lexicon.surnames:
            return False
        if self.lexicon.says("place.person.surname", words[index].text):
            return True
        if self.lexicon.says("place.person.middle", words[index + 1].text):
            return True
        window = self.lower[max(self.floor, words[index].start - 24) : words[index].start].split()
        return any(word in {"trưởng", "phó"} for word in window[-3:])

    def _is_head_of_settlement(self, words: Sequence[_Token], index: int, end: int) -> bool:
        """Whether a short name behind "Trưởng thôn" is the head's own: "Trưởng thôn A Blang nói", "Trưởng bản K'Tem".

        Upland names have two syllables, as hamlets have: what stands behind the name tells, then the rest of the text.
        """
        first, name_end = words[index], words[end - 1].end
        own = first.text.partition("'")[0] + "'" if "'" in first.text[1:2] else first.text
        if end - index > 2 or own not in self.lexicon.surnames or (end - index == 1 and own == first.text):
            return False
        before = self.lower[max(self.floor, first.start - 24) : first.start].split()
        if len(before) < 2 or before[-2].strip(_CLINGS) not in {"trưởng", "phó"}:
            return False
        if self.lexicon.starts("place.head.elsewhere", self.view, name_end):
            return False
        if not self.lexicon.says("place.person.short", own):
            return self.lexicon.says("place.person.spoken", own) and self.lexicon.starts(
                "place.head.speaks", self.view, name_end
            )
        return not self._is_called_settlement(first.start, name_end)

    def _is_called_settlement(self, start: int, end: int) -> bool:
        """Whether the text calls this name a settlement elsewhere, or goes to it: "ở A Xan"."""
        name, at = self.view[start:end], 0
        while (at := self.view.find(name, at)) >= 0:
            words = self.lower[max(0, at - 16) : at].split()[-2:]
            at += len(name)
            if at == end or not words or words[0] in {"trưởng", "phó"}:
                continue
            form = self.lexicon.lower.get(words[-1])
            if (form is not None and form.role == "settlement") or words[-1] in {"ở", "tại", "về"}:
                return True
        return False

    def _person_from(self, words: Sequence[_Token], index: int, end: int) -> int:
        """Index of the first word of a person's name that follows the place's in a run; `end` where none does."""
        if len(words[end - 1].text) == 1:
            return end  # "buôn Sô Ma Hang A": no person is called by a letter
        for at in range(index + 1, end - 1):
            left = end - at
            if words[at].text in self.lexicon.surnames and (3 <= left <= 4 or (left == 2 and at - index >= 2)):
                return at + (left == 3 and self._is_upland(words[at].text, words[at + 1].text))
        return end

    def _is_upland(self, one: str, two: str) -> bool:
        """Whether a person's two-syllable name opens at the second of three words: "thôn Đăng Lang Điểu Brao"."""
        return self.lexicon.says("place.person.short", two) and not self.lexicon.says("place.person.surname", one)

    def _is_title_next(self, end: int) -> bool:
        """Whether a post follows a name ("Hải Đường, Bí thư"): then it is a person's."""
        gap = _TITLE_GAP.match(self.view, end)
        return gap is not None and self.lexicon.starts("place.title", self.view, gap.end())

    def _counts(self, at: int) -> bool:
        """Whether a counted noun, a unit of measure or a share stands at `at`: the number before it counts."""
        if at >= self.ceiling or self.view[at] not in " \n":
            return self.view[at : at + 1] == "%"
        if self.lexicon.starts("place.goes_on", self.view, at + 1):
            return False
        words = self.view[at + 1 : at + _NOUN].lower().split(" ", _NOUN_WORDS)
        nouns = (" ".join(words[:count]).rstrip(_NOUN_ENDS) for count in range(1, _NOUN_WORDS + 1))
        return self.lexicon.starts("place.counted", self.view, at + 1) or any(n in self.lexicon.measures for n in nouns)

    # ---- runs of capitals

    def _run(self, start: int, end: int) -> None:
        before = self._before(start)
        if start > 0 and self.view[start - 1].isalnum() and not (before is not None and len(before.form.form) > 1):
            return  # inside a word; only a unit word may be glued to its name ("xãAn Trạch")
        if before is not None and before.form.role == "none":
            return
        last = max(start, self.view.rfind(" ", start, end) + 1)  # "UBND Q.5": the number is of the last word
        glued = _GLUED_NUMBER.match(self.view, last, len(self.view), *ALONE) if end - last <= _SHORT else None
        if glued is not None and self._glued(glued):
            return
        if before is None and self._is_plain(start, end):
            return
        words = [_Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.view, start, end)]
        index, fresh = 0, True
        while index < len(words):
            taken = self._read(words, index, before, fresh)
            before = None
            if taken:
                index, fresh = index + taken, False
            else:
                index, fresh = self._next(words, index + 1)

    def _is_plain(self, start: int, end: int) -> bool:
        """Whether a run is a single word that is no name and goes on no list."""
        text = self.view[start:end]
        if " " in text or "\n" in text or "-" in text or self._near(start):
            return False
        return not self._named(start, end, _UNIT_LEVELS)

    def _near(self, start: int) -> bool:
        """Whether the last mention is near enough for a list to go on from it."""
        return bool(self.mentions) and start - self.mentions[-1].end <= REACH

    def _next(self, words: Sequence[_Token], index: int) -> tuple[int, bool]:
        """Where reading goes on in a run: only a unit word or a spaced dash starts anew, the rest is another's name."""
        while index < len(words) and not self._parted(words, index) and self._form_in(words, index) is None:
            index += 1
        return index, index < len(words) and self._parted(words, index)

    def _read(self, words: Sequence[_Token], index: int, before: _Before | None, fresh: bool) -> int:
        """Reads one name at `index`; how many words it takes, unit word included, 0 where none stands there."""
        taken = 0
        if before is not None and index + 1 == len(words) and self._is_unit_word(words[index]):
            return 1
        if before is not None:
            taken = self._take(words, index, before.form, before.start, before.plural)
        elif not self._is_own_name(words, index):
            found = self._form_in(words, index)
            if found is not None:
                form, count = found
                if form.role == "none":
                    return count
                if index + count < len(words) and not (form.role == "settlement" and self._is_site(words[index].start)):
                    taken = self._take(words, index + count, form, words[index].start, False)
                    if taken:
                        return taken + count
        return taken or self._go_on(words, index) or (self._bare(words, index) if fresh else 0)

    def _is_unit_word(self, word: _Token) -> bool:
        """Whether a word is no name but the unit word of the number behind it: "Quận ủy Quận 5"."""
        follow = self.view[word.end : word.end + 2]
        form = self.lexicon.lower.get(word.text.lower()) if follow[:1] == " " and follow[1:].isdigit() else None
        return form is not None and form.role == "unit"

    def _take(self, words: Sequence[_Token], index: int, form: Form, begin: int, plural: bool) -> int:
        """A name right behind its unit word."""
        count, end = self._name(words, index, form)
        if count and self._is_told_by_colon(begin, words[index].start, end, form):
            return 0
        if count:
            levels = form.levels
            if plural and _MIXED.search(self.view, max(self.floor, begin - 36), begin):
                # "ở các xã, phường: A, B": the names behind two unit words are of either kind
                form = replace(form, kind=None)
            self._put(_Name(begin, words[index].start, end, form.kind, levels, "unit_words." + form.form), form, plural)
        return count

    def _is_told_by_colon(self, begin: int, start: int, end: int, form: Form) -> bool:
        """Whether a colon ends what a unit word belongs to: "Công an huyện: Nhiều mô hình", "Xã: Phú Lợi" names one."""
        if not self.view[begin:start].rstrip().endswith(":") or form.role == "settlement":
            return False
        listed = _PLURAL.search(self.view, max(self.floor, begin - 12), begin) is not None
        return not listed and not self._named(start, end, form.levels)

    # ---- numbers

    def _number(self, start: int, end: int) -> None:
        before = self._before(start)
        if before is None:
            self._number_in_list(start, end)
        elif before.start and self.view[before.start - 1] == '"' and self.lexicon.starts("place.motto", self.view, end):
            return  # "Khu dân cư 3 không"
        elif before.form.role == "settlement" and _OF_UNITS.match(self.view, end):
            return  # "khối 5 huyện miền núi"
        elif before.form.role in {"unit", "short", "settlement", "body"} and not self._counts(end):
            self._numbered(before.form, before.start, start, end, before.plural)

    def _numbered(self, form: Form, begin: int, start: int, end: int, plural: bool) -> None:
        if form.role == "unit" and _UNITS_BEFORE.search(self.view, max(self.floor, begin - 12), begin):
            return  # "cấp xã, phường 12": so many of both
        if form.role == "settlement":
            end = self._after_number(end)
        else:
            follow = _ITEM.match(self.view, end + 1)
            if follow is not None and follow.group("run") and self._named(start, follow.end(), form.levels):
                end = follow.end()  # "phường 1 Bảo Lộc"
            elif not self.gazetteer.versions(self.view[start:end].lstrip("0"), kind=form.kind):
                return
        self._put(_Name(begin, start, end, form.kind, form.levels, "unit_words." + form.form), form, plural)

    def _glued(self, match: Any) -> bool:
        """ "KP3", "P5", "Q.1": an abbreviation with its number in one word."""
        form = self.lexicon.cased.get(match.group(1)) or self.lexicon.cased.get(match.group(1) + ".")
        if form is None or form.role not in {"short", "settlement"}:
            return False
        self._numbered(form, match.start(), match.start(2), match.end(), False)
        return True

    def _number_in_list(self, start: int, end: int) -> None:
        if self.chain is None or not self.mentions[self.chain].name[-1:].isdigit() or self._counts(end):
            return
        head, form = self.mentions[self.chain], self.forms[self.chain]
        gap = self.view[head.end : start]
        if form is None or not _NUMBER_GAP.fullmatch(gap):
            return
        listed = form.kind in _NUMBERED and _NUMBER_NEXT.match(self.view, end) is not None
        if self.plural[self.chain] or listed or not gap.strip().startswith(","):
            stem = head.name.rstrip("0123456789")
            name = _Name(start, start, end, form.kind, form.levels, "place.list", stem)
            self._put(name, form, self.plural[self.chain])

    def _after_number(self, end: int) -> int:
        """ "thôn 1 Hải Tiến": the words behind a number belong to the name unless they are a person's or a title."""
        follow = _ITEM.match(self.view, end + 1) if self.view[end : end + 1] == " " else None
        if follow is None or follow.group("run") is None:
            return end
        words = [_Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.view, end + 1, follow.end())]
        if len(words) > 3 or words[0].text in self.lexicon.surnames or words[0].text.isupper():
            return end
        if self._stops(words, 0, len(words)) or self._form_in(words, 0) is not None:
            return end
        return words[-1].end

    # ---- names without a unit word of their own

    def _go_on(self, words: Sequence[_Token], index: int) -> int:
        """A bare name that fills a bracket behind the last mention or goes on its list."""
        if not self.mentions:
            return 0
        last, start = self.mentions[-1], words[index].start
        gap = self.view[last.end : start] if start - last.end <= _BRACKET_REACH else ""
        if gap and (_BRACKET_OPEN.fullmatch(gap) or (last.rule == "place.bracket" and _BRACKET_NEXT.fullmatch(gap))):
            return self._in_bracket(words, index, last)
        if self.chain is None or start - self.mentions[self.chain].end > REACH:
            return 0
        form = self.forms[self.chain]
        gap = self.view[self.mentions[self.chain].end : start]
        joined = gap.strip() == "-" and self._is_joined(self.mentions[self.chain].name_start)
        if form is None or not (joined or _LIST_GAP.fullmatch(gap)):
            return 0
        if form.role == "settlement" and (self.plural[self.chain] or "và" in gap):
            return self._settlement_in_list(words, index, form)
        return self._unit_in_list(words, index, form, gap)

    def _in_bracket(self, words: Sequence[_Token], index: int, last: Mention) -> int:
        depth = max(DEPTH[last.levels[0]], DEPTH[last.levels[-1]])
        above = [level for level in _UNIT_LEVELS if DEPTH[level] < depth]
        count, end = self._known(words, index, above)
        if not count or not self._ends(words, index + count):
            return 0
        start = words[index].start
        self._put(_Name(start, start, end, None, self._levels(start, end, above), "place.bracket"), None, False)
        return count

    def _settlement_in_list(self, words: Sequence[_Token], index: int, form: Form) -> int:
        end = self._segment(words, index)
        if self._is_person(words, index, end) or self._stops(words, index, end):
            return 0
        count, finish = self._settlement_name(words, index, end, form)
        if count:
            start = words[index].start
            self._put(_Name(start, start, finish, form.kind, form.levels, "place.list"), form, True)
        return count

    def _unit_in_list(self, words: Sequence[_Token], index: int, form: Form, gap: str) -> int:
        at = self.chain
        assert at is not None
        head, plural, start = self.mentions[at], self.plural[at], words[index].start
        levels: tuple[Level, ...] = form.levels
        if form.role == "settlement" or not plural:
            levels = tuple(v for v in _UNIT_LEVELS if form.role == "settlement" or DEPTH[v] <= DEPTH[form.levels[0]])
        count, end = self._known(words, index, levels)
        if not count or not self._ends(words, index + count) or self._is_title_next(end):
            return 0
        levels = self._list_levels(self._levels(start, end, levels), head, self.view[start:end])
        same = levels[0] in form.levels
        kind = form.kind if same and not _DIGIT.search(gap) else None
        rule = "place.bare.list" if form.role == "settlement" else "place.list"
        self._put(_Name(start, start, end, kind, levels, rule), form if same else None, plural)
        return count

    def _list_levels(self, levels: tuple[Level, ...], head: Mention, name: str) -> tuple[Level, ...]:
        """ "xã A, B": B is a commune too, but the unit that A lies in where the gazetteer has that."""
        above = tuple(v for v in levels if DEPTH[v] < DEPTH[head.levels[0]])
        if not above or head.levels[0] == "hamlet":
            return levels[:1]
        return above if contains(self.gazetteer, replace(head, name=name, levels=above), head) else levels[:1]

    def _bare(self, words: Sequence[_Token], index: int) -> int:
        """A name on its own, kept where its surroundings call for a place."""
        lead = index
        count, end = self._known(words, lead, _UNIT_LEVELS)
        while not count and lead < len(words) - 1 and self.lexicon.says("place.lead", words[lead].text):
            lead += 1
            count, end = self._known(words, lead, _UNIT_LEVELS)
        start = words[lead].start
        if not count or self.lexicon.says("place.bare.never", self.view[start:end]):
            return 0
        heading = len(words) > 4 and all(w.text.isupper() for w in words)
        if not (self._ends(words, lead + count) or heading) or (self._is_title_next(end) and not self._is_at(start)):
            return 0
        if count > 1 and self._opens_word(words[lead + count - 1]):
            return 0
        levels = self._levels(start, end, ("province", "district", "commune"))
        form = self._loose_list(start, levels)
        if form is not None:
            self._put(_Name(start, start, end, form.kind, form.levels, "place.list.loose"), form, True)
            return lead - index + count
        rule = "place.bare.after" if lead > index else self._bare_rule(start, end)
        if rule is None or (count == 1 and (levels[0] == "commune" or rule not in _SINGLE_AFTER)):
            return 0
        self._put(_Name(start, start, end, None, levels, rule), None, False)
        return lead - index + count

    def _is_at(self, start: int) -> bool:
        """Whether a word before a name says that it is a place, whoever is named next: "Ở Phú Hạc, Trưởng Ban ..."."""
        return self.view[max(0, start - 5) : start].lower().rpartition("\n")[2].split()[-1:] in (["ở"], ["tại"])

    def _opens_word(self, word: _Token) -> bool:
        """Whether the last syllable of a name belongs to what follows: "Ban Công an xã" tells of no Ban Công."""
        phrase = self.lexicon.words["place.stop.phrase"].match(self.view, word.start)
        return phrase is not None and phrase.end() > word.end

    def _is_site(self, start: int) -> bool:
        """Whether the word before makes a name that of a site: "kinh Làng Thứ Bảy", "chợ Xóm Mới"."""
        for tail in self._tails(start):
            if self.lexicon.says("place.noun.before", tail):
                return True
            if " " in tail and self.lexicon.says("place.bare.before", tail):
                return False  # "điểm cầu Bình Thuận" is no bridge
        return False

    def _tails(self, start: int) -> list[str]:
        """The last three, two and one words before `start`."""
        window = [w.strip("(\"':") for w in self.view[max(self.floor, start - 24) : start].split()]
        return [" ".join(window[-k:]) for k in (3, 2, 1) if len(window) >= k]

    def _loose_list(self, start: int, levels: tuple[Level, ...]) -> Form | None:
        """The unit word of a list whose names stand some words behind it: "4 xã vùng cao A, B", "các xã như: A"."""
        low = max(self.floor, start - _LOOSE_BEFORE)
        match = self.lexicon.words["place.list.loose"].search(self.view, low, start)
        form = self.lexicon.lower.get(match.group("unit").lower()) if match is not None else None
        return form if form is not None and form.levels[0] in levels else None

    def _bare_rule(self, start: int, end: int) -> str | None:
        """What lets a bare name be a place: a preposition, a list, the head of a clause; None where it is none."""
        tails = self._tails(start)
        if self._is_site(start) or any(self.lexicon.says("place.person.before", t) for t in tails):
            return None
        if any(self.lexicon.says("place.bare.before", t) for t in tails):
            return "place.bare.after"
        sentence = self.reading.sentence_at(start)
        if sentence.part in {"author", "byline"}:
            return None
        if not self.view[sentence.start : start].strip(" \n\"'(-:*+"):
            colon = self.view[end : end + 2].lstrip()[:1] == ":"
            return "place.bare.heading" if colon or sentence.part == "title" else "place.bare.first"
        if self.view[start - 1 : start] == "(" and self.view[end : end + 1] == ")":
            return "place.bare.bracket"
        if self._near(start) and _LIST_GAP.fullmatch(self.view, self.mentions[-1].end, start):
            return "place.bare.list"
        if self.view[max(self.floor, start - 2) : start].strip()[-1:] in {";", ".", ":", "+"}:
            return "place.bare.first"
        if _COUNT_BEHIND.match(self.view, end) and _COUNTED.search(self.view, sentence.start, start):
            return "place.bare.count"  # "đăng ký 514 mô hình, trong đó Phú Hạc 120, còn An Trạch 64"
        return "place.bare.other"

    # ---- mentions

    def _zone(self, name: _Name) -> str | None:
        """The rule of the stretch without places that a name stands in; None outside of all. No stretch is long."""
        last = bisect_left(self.zone_starts, name.end)
        for start, end, rule in reversed(self.zones[max(0, last - 4) : last]):
            if name.start < end and start < name.end:
                return rule
        return None

    def _put(self, name: _Name, form: Form | None, plural: bool) -> None:
        """Keeps a name unless it stands in a school's, a road's or a firm's. `form` opens or goes on a list."""
        self.resume = name.end
        zone = self._zone(name)
        if zone is not None:
            self.reading.reject(name.begin, name.end, name.rule, zone)
            return
        index = self.reading.sentence_index(name.start)
        sentence = self.reading.sentences[index]
        self.mentions.append(
            Mention(
                start=name.begin,
                end=name.end,
                name_start=name.start,
                name=name.stem + self.reading.draft.text[name.start : name.end].replace("\n", " "),
                kind=name.kind,
                levels=name.levels,
                rule=name.rule,
                sentence=index,
                paragraph=sentence.paragraph,
                part=sentence.part,
                bare=name.rule.startswith("place.bare."),
                old=self.lexicon.words["place.old.after"].match(self.view, name.end) is not None,
                merged=any(begin <= name.begin < end for begin, end in self.mergers),
                organ=form is not None and form.role in {"body", "organ"},
            )
        )
        self.forms.append(form)
        self.plural.append(plural)
        if form is not None:
            self.chain = len(self.mentions) - 1
        elif name.rule != "place.bracket":
            self.chain = None


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1].lstrip("(\"'/,.;-").lower() if words else ""


def contains(gazetteer: Gazetteer, outer: Mention, inner: Mention) -> bool:
    """Whether some unit of the one name lies, or once lay, in one of the other; a settlement may lie in any."""
    if inner.levels[0] == "hamlet":
        return True
    codes = {u.code for u in gazetteer.versions(outer.name) if u.level in outer.levels}
    units = (u for u in gazetteer.versions(inner.name) if u.level in inner.levels)
    return any(p.code in codes for u in units for p in gazetteer.parents(u, u.valid_from))


def _with_parents(scan: _Scan) -> list[Mention]:
    """Each mention with the later one that it lies in: the first of a higher level in the same chain of names."""
    found = list(scan.mentions)
    gaps = [_gap(scan.view, one, other) for one, other in pairwise(found)]
    for index, mention in enumerate(found):
        depth = DEPTH[mention.levels[0]]
        for at in range(index + 1, min(len(found), index + 40)):
            other, gap = found[at], gaps[at - 1]
            if gap is None or DEPTH[other.levels[0]] > depth:
                break  # the chain ends, or another address begins: "huyện A; thôn B, xã C, tỉnh D"
            if DEPTH[other.levels[0]] < depth:
                sure = not other.bare and len(mention.levels) == 1
                if gap == "in" and (sure or contains(scan.gazetteer, other, mention)):
                    found[index] = replace(mention, parent=at)
                    if at == index + 1 and _BOTH.search(scan.view, mention.end, other.start):
                        _share_parent(found, index)
                break
    return found


def _share_parent(found: list[Mention], index: int) -> None:
    """ "ông A, ấp Mỹ Hòa và bà B, ấp Bà Mía cùng ngụ xã Mỹ Lạc": the one before lies there too."""
    mention = found[index]
    before = found[index - 1] if index else mention
    same = before.levels == mention.levels and before.sentence == mention.sentence
    if index and same and before.parent is None:
        found[index - 1] = replace(before, parent=mention.parent)


def _gap(view: str, one: Mention, other: Mention) -> str | None:
    """ "in" where `other` may be what `one` lies in, "and" where they are joined, None where the chain breaks."""
    gap = view[one.end : other.start]
    if len(gap) > 90:
        return None
    if _PARENT_GAP.fullmatch(gap.removeprefix(")")) and (gap.strip() or other.name_start > other.start):
        return "in"  # also "xóm 3 xã Hải Đường", without a comma
    return "and" if _JOIN_GAP.fullmatch(gap) else None
