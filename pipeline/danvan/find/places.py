"""Administrative units and settlements named in an article, linked to the gazetteer, and the unit it speaks for.

Names are runs of capitalised words (or numbers behind a settlement's word). What stands before a run says what it is: a
unit word ("xã", "TP.", rules/unit_words.csv), a body ("Huyện ủy"), a list or a bracket that goes on, a preposition. Words
and contexts are data in rules/places.toml; this module reads them in order.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

import regex

from danvan.gazetteer import DEFAULT_DAY, Gazetteer, Unit, place_key
from danvan.link.places import DEPTH, Link, Mention, PlaceFindings, latest_versions, link_mentions, ref_of
from danvan.errors import UsageError
from danvan.match import find_all, inside
from danvan.reading import Reading
from danvan.records import Level, Place, PlaceRef
from danvan.ruleset import RuleSet
from danvan.text.view import fold_view

__all__ = ["PlaceFindings", "find_places", "parse_place_hint"]

_ITEM = regex.compile(
    r"(?P<run>\p{Lu}[\w']*(?:(?:[ \n]{1,3}|-|[ \n]{1,2}-[ \n]{1,2})\p{Lu}[\w']*){0,30})|(?<![\w.,/-])(?P<number>\d{1,3}\p{Lu}?)(?![\w/]|[.,]\d)",
    regex.V1,
)
_WORD = regex.compile(r"[\w']+")
_NUMBER_TAIL = regex.compile(r"[ ]{1,2}(\d{1,3}\p{Lu}?)(?![\w/]|[.,]\d)")
_LIST_GAP = regex.compile(
    r"(?:\s{0,2}\([^()\n]{1,80}\))?(?:\s{0,2}:?\s{0,2}\d[\d.]{0,8}(?:[ ]{1,2}\p{Ll}+){0,4})?\s{0,2}(?:,|;|\.\.|và|, và|\+|&|hoặc)\s{1,3}"
)
_COUNTED = regex.compile(r"\d")
_BRACKET_OPEN = regex.compile(r"\s{0,2}\(\s?(?:thuộc |cùng )?")
_BRACKET_NEXT = regex.compile(r"\s{0,2}(?:,|-|;)\s{0,2}")
_PARENT_GAP = regex.compile(r"\s{0,2}(?:(?:,|-|\(|,? ?(?:nay )?thuộc|của|,? ?ở|,? ?tại)\s{0,2}){0,2}")
_JOIN_GAP = regex.compile(
    r"(?:\s{0,2}\d[\d.]{0,8}(?:[ ]\p{Ll}+){0,3})?\)?\s{0,2}(?:,|;|và|, và|\+|&|hoặc)?\s{0,2}(?:các|hai|ba|\d{1,2})?\s{0,2}"
)
_PLURAL = regex.compile(r"(?i)(?:các|những|hai|ba|bốn|sáu|bảy|tám|chín|mười|\d{1,3}|và)\s{1,2}$")
_FULL_DATE = regex.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)")
_UNIT_LEVELS: tuple[Level, ...] = ("commune", "district", "province")


@dataclass(frozen=True, slots=True)
class _Form:
    """A unit word with what it says: `role` unit, short, body, organ, settlement or none."""

    form: str
    kind: str | None
    levels: tuple[Level, ...]
    role: str


@dataclass(frozen=True)
class _Lexicon:
    """The words of rules/, made ready: built once a rule set."""

    lower: dict[str, _Form]
    cased: dict[str, _Form]
    last_words: frozenset[str]
    measures: frozenset[str]
    surnames: frozenset[str]
    words: dict[str, Any]

    def says(self, rule: str, text: str) -> bool:
        """Whether the whole of `text` is one of the rule's words."""
        return _is_word(self.words[rule], text)

    def starts(self, rule: str, view: str, at: int) -> bool:
        """Whether one of the rule's words stands at `at`."""
        return self.words[rule].match(view, at) is not None


@functools.lru_cache(maxsize=16384)
def _is_word(pattern: Any, text: str) -> bool:
    return pattern.fullmatch(text) is not None


def _lexicon(rules: RuleSet) -> _Lexicon:
    if "places.lexicon" not in rules.cache:
        lower, cased = {}, {}
        for row in rules.table("unit_words"):
            level = row["level"]
            levels: tuple[Level, ...] = (cast(Level, level),) if level else ("district", "province")
            if row["role"] == "organ":
                levels = _UNIT_LEVELS
            form = _Form(row["form"], row["kind"] or None, levels, row["role"])
            (lower if form.form == form.form.lower() or form.role == "organ" else cased)[form.form if form.role != "organ" else form.form.lower()] = form
        last = frozenset(f.split()[-1] for f in lower) | frozenset(f.split()[-1].lower() for f in cased)
        # "ấp 3 xã An Trạch": a unit behind a number is the next name, and "có" (class none) goes on with the sentence
        measures = frozenset(
            row["form"].split()[0] for row in rules.table("measures") if row.get("class") not in {"unit", "none"}
        )
        surnames = frozenset(row["form"] for row in rules.table("surnames"))
        words = {r.id: r.regex for r in rules.of("places")}
        rules.cache["places.lexicon"] = _Lexicon(lower, cased, last, measures, surnames, words)
    return cast(_Lexicon, rules.cache["places.lexicon"])


@dataclass(frozen=True, slots=True)
class _Word_:
    start: int
    end: int
    text: str


class _Scan:
    """One pass over the text: every run of capitals and every number, with what stands before it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.view = reading.view
        self.lower = reading.lower
        self.gazetteer = reading.gazetteer
        self.lexicon = _lexicon(reading.rules)
        self.zones = sorted(
            (m.start, m.end, m.rule.id)
            for m in find_all(reading.rules.starting("places", "place.not."), self.view, self.lower)
        )
        self.mentions: list[Mention] = []
        self.forms: list[_Form | None] = []
        self.plural: list[bool] = []
        self.resume = 0
        self.floor = 0
        self.chain: int | None = None

    def run(self) -> list[Mention]:
        # part by part: a name never runs on from one paragraph into the next
        for part in self.reading.draft.parts:
            self.chain = None
            self.floor = part.start
            for match in _ITEM.finditer(self.view, part.start, part.end):
                if match.end() <= self.resume:
                    continue
                start = max(match.start(), self.resume)
                if match.group("number") is not None:
                    self._number(start, match.end())
                else:
                    self._words(start, match.end())
        return self._with_parents()

    # -- what stands before

    def _before(self, start: int) -> tuple[_Form, int, bool] | None:
        """The unit word right before `start`, where it begins, and whether it opens a list ("các xã", "2 xã:")."""
        low = max(self.floor, start - 30)
        window = self.view[low:start].rstrip()
        colon = window.endswith(":")
        if colon:
            window = window[:-1].rstrip()
        if window.endswith(" số"):
            window = window[:-3].rstrip()
        words = window.split()
        if not words:
            return None
        last = words[-1].lstrip("(\"'/,.;-–")
        if last.lower() not in self.lexicon.last_words:
            return None
        for count in range(min(4, len(words)), 0, -1):
            phrase = " ".join(words[-count:]).lstrip("(\"'/,;-")
            if "/" in phrase:
                phrase = phrase.rsplit("/", 1)[1]
            form = self.lexicon.cased.get(phrase) or self.lexicon.lower.get(phrase.lower())
            if form is None:
                continue
            begin = self.view.rfind(phrase.split()[0], low, low + len(window))
            plural = colon or _PLURAL.search(self.view, max(0, begin - 12), begin) is not None
            return form, begin, plural
        return None

    def _at(self, words: Sequence[_Word_], index: int) -> tuple[_Form, int] | None:
        """The unit word that a run holds at `index` ("Huyện Thạch Hà", "TP Vinh"), and of how many words."""
        for count in (3, 2, 1):
            if index + count > len(words):
                continue
            phrase = " ".join(w.text for w in words[index : index + count])
            form = self.lexicon.cased.get(phrase) or self.lexicon.lower.get(phrase.lower())
            if form is not None and (form.role != "settlement" or index == 0 or form.form in {"thôn", "ấp", "xóm"}):
                return form, count
        return None

    # -- names

    def _known(self, words: Sequence[_Word_], index: int, levels: Iterable[str], end: int | None = None) -> tuple[int, int]:
        """How many words from `index` are the longest known name of these levels, and where it ends; (0, 0) for none."""
        stop = min(len(words), index + self.gazetteer.longest)
        for last in range(stop, index, -1):
            begin, finish = words[index].start, words[last - 1].end
            if last == len(words):
                tail = _NUMBER_TAIL.match(self.view, finish)
                if tail is not None and self.gazetteer.named(place_key(self.view[begin : tail.end()]), levels):
                    return last - index, tail.end()
            if self.gazetteer.named(place_key(self.view[begin:finish]), levels):
                return last - index, finish
        return 0, 0

    def _segment(self, words: Sequence[_Word_], index: int) -> int:
        """Index after the last word that belongs to the run from `index`: up to a spaced dash or a unit word."""
        end = index + 1
        while end < len(words) and "- " not in self.view[words[end - 1].end : words[end].start] and self._at(words, end) is None:
            end += 1
        return end

    def _stops(self, words: Sequence[_Word_], index: int, end: int) -> bool:
        """Whether a body, a deed or a sentence opens at `index`, and no name."""
        if self.lexicon.starts("place.stop.phrase", self.view, words[index].start):
            return True
        return index + 1 >= end and self.lexicon.says("place.stop.word", words[index].text)

    def _is_person(self, words: Sequence[_Word_], index: int, end: int) -> bool:
        return end - index >= 2 and words[index].text in self.lexicon.surnames

    def _is_full_name(self, words: Sequence[_Word_], index: int, end: int) -> bool:
        """Whether a settlement's word is followed by a person: "Trưởng thôn Lò Thị Pín", not "thôn Thạch Trụ Tây"."""
        if end - index < 3 or words[index].text not in self.lexicon.surnames:
            return False
        if self.lexicon.says("place.person.surname", words[index].text) or self.lexicon.says(
            "place.person.middle", words[index + 1].text
        ):
            return True
        window = self.lower[max(self.floor, words[index].start - 24) : words[index].start].split()
        return any(word in {"trưởng", "phó"} for word in window[-3:])

    def _person_from(self, words: Sequence[_Word_], index: int, end: int) -> int:
        """Index of the first word of a person's name that follows the place's in a run; `end` where none does."""
        for at in range(index + 1, end - 1):
            if words[at].text in self.lexicon.surnames and (3 <= end - at <= 4 or end - at == 2 and at - index >= 2):
                return at
        return end

    def _name(self, words: Sequence[_Word_], index: int, form: _Form) -> tuple[int, int]:
        """Words and end of the name behind a unit word; (0, 0) where none stands there."""
        end = self._segment(words, index)
        if self._stops(words, index, end) and (form.role == "settlement" or self._known(words, index, form.levels)[0] < 2):
            return 0, 0
        if form.role == "settlement":
            return self._settlement_name(words, index, end)
        count, finish = self._known(words, index, form.levels)
        left = end - index - count
        if count and (left == 0 or left >= 2 and count > 1 or self._follows(words, index + count, left)):
            return count, finish
        if form.role in {"short", "organ"} or "commune" not in form.levels and "district" not in form.levels:
            return count, finish
        if self._is_person(words, index, end) or words[index].text.isupper() and len(words) > 4:
            return count, finish
        return self._trimmed(words, index, end)

    def _follows(self, words: Sequence[_Word_], at: int, left: int) -> bool:
        """Whether a word that follows a known name is another's: a person, a title, a heading in capitals."""
        word = words[at]
        return word.text in self.lexicon.surnames or word.text.isupper() or self._stops(words, at, at + left)

    def _trimmed(self, words: Sequence[_Word_], index: int, end: int) -> tuple[int, int]:
        stop = self._person_from(words, index, end)
        for at in range(index + 1, stop):
            if self.lexicon.starts("place.stop.phrase", self.view, words[at].start):
                stop = at
                break
        if stop - index > 5:
            return 0, 0
        return stop - index, words[stop - 1].end

    def _settlement_name(self, words: Sequence[_Word_], index: int, end: int) -> tuple[int, int]:
        if self._is_full_name(words, index, end):
            return 0, 0
        count, finish = self._trimmed(words, index, end)
        if count and index + count == len(words):
            tail = _NUMBER_TAIL.match(self.view, finish)
            if tail is not None and not self._counts(tail.end()):
                finish = tail.end()
        return count, finish

    def _counts(self, at: int) -> bool:
        """Whether a counted noun, a unit of measure or a share stands at `at`: the number before it counts."""
        word = _WORD.match(self.view, at + 1) if at < len(self.view) and self.view[at] in " \n" else None
        if word is None:
            return at < len(self.view) and self.view[at] == "%"
        return word.group().lower() in self.lexicon.measures or self.lexicon.says("place.counted", word.group())

    # -- runs and numbers

    def _words(self, start: int, end: int) -> None:
        words = [_Word_(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.view, start, end)]
        before = self._before(start)
        if start > 0 and self.view[start - 1].isalnum():
            glued = before is not None and before[0].role in {"unit", "settlement"} and len(before[0].form) > 1
            if not glued:
                return
        index, first = 0, True
        while index < len(words):
            taken = 0
            if before is None:
                found = self._at(words, index)
                if found is not None and index + found[1] < len(words) and found[0].role != "none":
                    form, count = found
                    taken = self._take(words, index + count, form, words[index].start, False)
                    if taken:
                        index += count + taken
                        first = False
                        continue
                elif found is not None:
                    index += found[1]
                    continue
            elif before[0].role != "none":
                taken = self._take(words, index, before[0], before[1], before[2])
            blocked = before is not None and before[0].role == "none"
            before = None
            if blocked:
                return
            if not taken:
                taken = self._go_on(words, index)
            if not taken and first:
                taken = self._bare(words, index)
            if taken:
                index += taken
                first = False
                continue
            # inside a run only a unit word or a spaced dash starts anew: the rest is a person's or a body's name
            index += 1
            while index < len(words) and self._at(words, index) is None and "- " not in self.view[words[index - 1].end : words[index].start]:
                index += 1
            first = index < len(words) and "- " in self.view[words[index - 1].end : words[index].start]

    def _number(self, start: int, end: int) -> None:
        before = self._before(start)
        text = self.view[start:end]
        if before is not None:
            form, begin, plural = before
            if form.role in {"none", "body", "organ"} or self._counts(end) or form.form == "tổ" and text.startswith("0") and len(text) < 2:
                return
            if form.role != "settlement":
                follow = _ITEM.match(self.view, end + 1)
                if follow is not None and follow.group("run") and self.gazetteer.named(place_key(self.view[start : follow.end()]), form.levels):
                    end = follow.end()
                elif not self.gazetteer.versions(text.lstrip("0"), kind=form.kind):
                    return
            else:
                end = self._after_number(end)
            self._add(begin, start, end, form, plural, "unit_words." + form.form)
        elif self.chain is not None and self.mentions[self.chain].name[:1].isdigit() and not self._counts(end):
            gap = self.view[self.mentions[self.chain].end : start]
            form_ = self.forms[self.chain]
            if form_ is not None and _LIST_GAP.fullmatch(gap) and not _COUNTED.search(gap) and (self.plural[self.chain] or "và" in gap):
                self._add(start, start, end, form_, self.plural[self.chain], "place.list")

    def _after_number(self, end: int) -> int:
        """"thôn 1 Hải Tiến": the words behind a number belong to the name unless they are a person's or a title."""
        follow = _ITEM.match(self.view, end + 1) if self.view[end : end + 1] == " " else None
        if follow is None or follow.group("run") is None:
            return end
        words = [_Word_(m.start(), m.end(), m.group()) for m in _WORD.finditer(follow.group("run"), 0)]
        shifted = [_Word_(w.start + end + 1, w.end + end + 1, w.text) for w in words]
        if not 1 <= len(shifted) <= 3 or shifted[0].text in self.lexicon.surnames:
            return end
        if self._stops(shifted, 0, len(shifted)) or self._at(shifted, 0) is not None:
            return end
        return shifted[-1].end

    def _take(self, words: Sequence[_Word_], index: int, form: _Form, begin: int, plural: bool) -> int:
        """A name right behind its unit word. Returns how many words it takes."""
        count, end = self._name(words, index, form)
        if count:
            self._add(begin, words[index].start, end, form, plural, "unit_words." + form.form)
        return count

    def _go_on(self, words: Sequence[_Word_], index: int) -> int:
        """A bare name that goes on a list or fills a bracket behind the last mention. Returns how many words it takes."""
        if not self.mentions:
            return 0
        last = self.mentions[-1]
        start = words[index].start
        gap = self.view[last.end : start]
        depth = DEPTH[last.levels[0]]
        if _BRACKET_OPEN.fullmatch(gap) or (last.rule == "place.bracket" and _BRACKET_NEXT.fullmatch(gap)):
            above = [level for level in _UNIT_LEVELS if DEPTH[level] < depth or DEPTH[level] < DEPTH[last.levels[-1]]]
            count, end = self._known(words, index, above)
            if count and self._ends(words, index + count):
                levels = tuple(v for v in above if self.gazetteer.named(place_key(self.view[start:end]), (v,)))
                self._put(start, start, end, None, levels, "place.bracket", None, False)
                return count
            return 0
        if self.chain is None:
            return 0
        head = self.mentions[self.chain]
        gap = self.view[head.end : start]
        form = self.forms[self.chain]
        if form is None or not _LIST_GAP.fullmatch(gap):
            return 0
        return self._list_item(words, index, head, form, gap)

    def _list_item(self, words: Sequence[_Word_], index: int, head: Mention, form: _Form, gap: str) -> int:
        start = words[index].start
        plural = self.plural[self.chain or 0]
        end_index = self._segment(words, index)
        if form.role == "settlement":
            if plural and not self._is_person(words, index, end_index) and not self._stops(words, index, end_index):
                count, end = self._settlement_name(words, index, end_index)
                if count:
                    self._add(start, start, end, form, plural, "place.list")
                return count
            levels: tuple[Level, ...] = _UNIT_LEVELS
        else:
            levels = form.levels if plural else tuple(v for v in _UNIT_LEVELS if DEPTH[v] <= DEPTH[form.levels[0]])
        count, end = self._known(words, index, levels)
        if not count or not self._ends(words, index + count) or self._is_title_next(end):
            return 0
        key = place_key(self.view[start:end])
        levels = self._list_levels(tuple(v for v in levels if self.gazetteer.named(key, (v,))), head, self.view[start:end])
        kind = form.kind if levels[0] in form.levels and not _COUNTED.search(gap) else None
        self._put(start, start, end, kind, levels, "place.list", form if levels[0] in form.levels else None, plural)
        return count

    def _list_levels(self, levels: tuple[Level, ...], head: Mention, name: str) -> tuple[Level, ...]:
        """"xã A, B": B is a commune too, but the unit that A lies in where the gazetteer has that."""
        above = tuple(v for v in levels if DEPTH[v] < DEPTH[head.levels[0]])
        if above and head.levels[0] != "hamlet":
            if self._contains(replace(head, name=name, levels=above), head):
                return above
        return levels[:1]

    def _ends(self, words: Sequence[_Word_], index: int) -> bool:
        """Whether a name that ends before `index` ends its run, or a spaced dash follows it."""
        return index >= len(words) or "- " in self.view[words[index - 1].end : words[index].start]

    def _is_title_next(self, end: int) -> bool:
        """Whether a post follows a name ("Hải Đường, Bí thư"): then it is a person's."""
        gap = regex.match(r"\s{0,2}[,-]\s{1,2}", self.view[end : end + 5])
        return gap is not None and self.lexicon.starts("place.title", self.view, end + gap.end())

    def _bare(self, words: Sequence[_Word_], index: int) -> int:
        """A name without a unit word, kept where its surroundings call for a place. Returns how many words it takes."""
        lead = index
        while lead < len(words) - 1 and self.lexicon.says("place.lead", words[lead].text):
            lead += 1
        start = words[lead].start
        count, end = self._known(words, lead, _UNIT_LEVELS)
        if not count or self.lexicon.says("place.bare.never", self.view[start:end]):
            return 0
        caps = len(words) > 4 and all(w.text.isupper() for w in words)
        if not (self._ends(words, lead + count) or caps) or self._is_title_next(end):
            return 0
        here = tuple(v for v in _UNIT_LEVELS if self.gazetteer.named(place_key(self.view[start:end]), (v,)))
        form = self._loose_list(start, here)
        if form is not None:
            self._add(start, start, end, form, True, "place.list.loose")
            return lead - index + count
        reason = "place.bare.after" if lead > index else self._bare_reason(start, end)
        if reason is None:
            return 0
        key = place_key(self.view[start:end])
        levels = tuple(v for v in ("province", "district", "commune") if self.gazetteer.named(key, (v,)))
        self._put(start, start, end, None, cast(tuple[Level, ...], levels), reason, None, False, bare=True)
        return lead - index + count

    def _loose_list(self, start: int, levels: tuple[Level, ...]) -> _Form | None:
        """The unit word of a list whose names stand some words behind it: "4 xã vùng cao A, B", "các xã như: A"."""
        low = max(self.floor, start - 60)
        match = self.lexicon.words["place.list.loose"].search(self.view, low, start)
        if match is None:
            return None
        form = self.lexicon.lower.get(match.group("unit").lower())
        return form if form is not None and form.levels[0] in levels else None

    def _bare_reason(self, start: int, end: int) -> str | None:
        """What lets a bare name be a place: a preposition, its place at the head of a heading, a bracket of its own."""
        window = [w.strip("(\"':") for w in self.view[max(self.floor, start - 24) : start].split()]
        tails = [" ".join(window[-k:]) for k in (3, 2, 1) if len(window) >= k]
        if any(self.lexicon.says("place.person.before", t) or self.lexicon.says("place.noun.before", t) for t in tails):
            return None
        if any(self.lexicon.says("place.bare.before", t) for t in tails):
            return "place.bare.after"
        sentence = self.reading.sentence_at(start)
        if sentence.part in {"author", "byline"}:
            return None
        if start == sentence.start or not self.view[sentence.start : start].strip(" \n\"'(-:"):
            return "place.bare.heading" if self.view[end : end + 2].lstrip()[:1] in {":"} or sentence.part == "title" else "place.bare.first"
        if self.view[start - 1 : start] == "(" and self.view[end : end + 1] == ")":
            return "place.bare.bracket"
        if self.mentions and _LIST_GAP.fullmatch(self.view[self.mentions[-1].end : start]):
            return "place.bare.list"
        if self.view[max(self.floor, start - 2) : start].strip()[-1:] in {";", ".", ":", "+"}:
            return "place.bare.first"
        return "place.bare.other"

    # -- mentions

    def _add(self, begin: int, start: int, end: int, form: _Form, plural: bool, rule: str) -> None:
        self._put(begin, start, end, form.kind, form.levels, rule, form, plural, organ=form.role in {"body", "organ"})

    def _put(
        self, begin: int, start: int, end: int, kind: str | None, levels: tuple[Level, ...], rule: str,
        form: _Form | None, plural: bool, *, bare: bool = False, organ: bool = False,
    ) -> None:  # fmt: skip
        self.resume = end
        if inside(start, end, [(s, e) for s, e, _ in self.zones]):
            zone = next(z for s, e, z in self.zones if start < e and s < end)
            self.reading.reject(begin, end, rule, zone)
            return
        sentence_index = self.reading.sentence_index(start)
        sentence = self.reading.sentences[sentence_index]
        old = self.lexicon.words["place.old.after"].match(self.view, end) is not None
        self.mentions.append(
            Mention(begin, end, start, self.view[start:end].replace("\n", " "), kind, levels, rule, sentence_index,
                    sentence.paragraph, sentence.part, None, bare, old, organ)
        )  # fmt: skip
        self.forms.append(form)
        self.plural.append(plural)
        if form is not None:
            self.chain = len(self.mentions) - 1
        elif rule != "place.bracket":
            self.chain = None

    def _with_parents(self) -> list[Mention]:
        """Each mention with the later one that it lies in: the first of a higher level in the same chain of names."""
        found = list(self.mentions)
        for index in range(len(found) - 2, -1, -1):
            mention = found[index]
            at = index + 1
            joined = self._gap(found[index], found[at])
            while joined is not None:
                other = found[at]
                if DEPTH[other.levels[0]] < DEPTH[mention.levels[0]]:
                    if joined == "in" and (not other.bare or self._contains(other, mention)):
                        found[index] = replace(mention, parent=at)
                    break
                at += 1
                if at == len(found) or at > index + 40:
                    break
                joined = self._gap(found[at - 1], found[at])
        return found

    def _contains(self, outer: Mention, inner: Mention) -> bool:
        """Whether some unit of the one name lies, or once lay, in one of the other."""
        codes = {u.code for u in self.gazetteer.versions(outer.name) if u.level in outer.levels}
        units = [u for u in self.gazetteer.versions(inner.name) if u.level in inner.levels]
        return inner.levels[0] == "hamlet" or any(
            p.code in codes for u in units for p in self.gazetteer.parents(u, u.valid_from)
        )

    def _gap(self, one: Mention, other: Mention) -> str | None:
        """"in" where `other` may be what `one` lies in, "and" where they are joined, None where the chain breaks."""
        gap = self.view[one.end : other.start]
        if len(gap) > 90:
            return None
        if _PARENT_GAP.fullmatch(gap.removeprefix(")")) and gap.strip():
            return "in"
        return "and" if _JOIN_GAP.fullmatch(gap) else None


def find_places(reading: Reading, *, day: date | None, hint: PlaceRef | str | None = None) -> PlaceFindings:
    """Every unit and settlement of the article, once a unit, and the unit it speaks for.

    `day`: the article's day; None takes the latest full date in the text, else the gazetteer's DEFAULT_DAY. `hint`: the
    unit that the caller knows the article to be of (a site's own commune), or its name as `parse_place_hint` reads it;
    it settles what the text leaves open. Raises UsageError for a name that no unit ever had.
    """
    at = day or _text_day(reading.view) or DEFAULT_DAY
    gazetteer = reading.gazetteer
    hint = _known_hint(hint, gazetteer, at) if isinstance(hint, str) else hint
    scope = _unit_of(hint, gazetteer, at)
    mentions = _Scan(reading).run()
    links = link_mentions(gazetteer, at, mentions, scope)
    home = scope or _unit_of(_speaker(reading, gazetteer, at, links), gazetteer, at)
    links = link_mentions(gazetteer, at, mentions, home)
    mentions = _without_loose(links, gazetteer, at, home)
    links = link_mentions(gazetteer, at, mentions, home)
    speaker = _speaker(reading, gazetteer, at, links)
    final = scope or _unit_of(speaker, gazetteer, at)
    if final != home:
        links = link_mentions(gazetteer, at, mentions, final)
    return _findings(reading, gazetteer, at, links, speaker or hint)


def parse_place_hint(name: str, gazetteer: Gazetteer, day: date | None) -> PlaceRef | None:
    """The unit meant by "huyện Thạch Hà", "Thạch Hà, Hà Tĩnh" or "xã Phú Lợi (huyện Giang Thành - Kiên Giang)".

    Parts go from the small unit to the large; a bare name is the highest unit that bears it. A unit that is gone by
    `day` is given as it last was. Where several fit, a ref without code and with the shared names only; None where
    none does.
    """
    found: tuple[Unit, ...] = ()
    at = day or DEFAULT_DAY
    for part in reversed([p.strip() for p in regex.split(r"[,()]|\s-\s", fold_view(name)) if p.strip()]):
        kind, bare = _split_kind(part)
        named = gazetteer.versions(bare, kind=kind)
        fitting = [u for u in named if u.holds_on(at)] or latest_versions(named)
        if found:
            fitting = [u for u in fitting if any(u != f and gazetteer.lies_in(u, f.code, at) for f in found)]
        if not fitting:
            return None
        top = min(DEPTH[u.level] for u in fitting)
        found = tuple(u for u in fitting if DEPTH[u.level] == top)
    refs = [gazetteer.ref(u, at) for u in found]
    if len(refs) < 2:
        return refs[0] if refs else None
    names = {"province", "district", "commune"}
    shared = {k: getattr(refs[0], k) for k in names if len({getattr(r, k) for r in refs}) == 1}
    kinds = {r.kind for r in refs}
    return PlaceRef(name=refs[0].name, kind=kinds.pop() if len(kinds) == 1 else None, level=refs[0].level, **shared)


def _known_hint(name: str, gazetteer: Gazetteer, day: date) -> PlaceRef:
    hint = parse_place_hint(name, gazetteer, day)
    if hint is None:
        raise UsageError(f"place {name!r}: no such unit; name it as in 'huyện Thạch Hà, tỉnh Hà Tĩnh'")
    return hint


def _split_kind(part: str) -> tuple[str | None, str]:
    lower = part.lower()
    for kind in ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã"):
        if lower.startswith(kind + " "):
            return kind, part[len(kind) + 1 :].strip()
    return None, part


def _text_day(view: str) -> date | None:
    """The latest full date written in the text; None without one."""
    days = []
    for match in _FULL_DATE.finditer(view):
        d, m, y = map(int, match.groups())
        if 1 <= m <= 12 and 1 <= d <= 28 + (m != 2) * 2 + (m in {1, 3, 5, 7, 8, 10, 12}):
            days.append(date(y, m, d))
    return max(days, default=None)


def _unit_of(ref: PlaceRef | None, gazetteer: Gazetteer, day: date) -> Unit | None:
    """The gazetteer's unit behind a ref, on `day` or as it last was under that name; None without a code."""
    if ref is None or ref.code is None:
        return None
    named = [u for u in gazetteer.versions(ref.name, level=ref.level) if u.code == ref.code]
    return next((u for u in named if u.holds_on(day)), named[-1] if named else None)


_STRONG = frozenset({"place.bare.after", "place.bare.heading", "place.bare.bracket", "place.bare.list", "place.bracket"})


def _without_loose(links: Sequence[Link], gazetteer: Gazetteer, day: date, home: Unit | None) -> list[Mention]:
    """The mentions without the bare ones that nothing else in the article makes a place."""
    named = {link.unit.code for link in links if link.unit is not None and not link.mention.bare}
    outer = [home, *gazetteer.parents(home, day)] if home is not None else []
    around = {u.code for u in outer}
    around |= {link.unit.code for link in links if link.unit is not None and link.unit.level != "commune" and not link.mention.bare}
    kept: list[int] = []
    for index, link in enumerate(links):
        if not link.mention.bare or _stands(link, links[kept[-1]] if kept else None, gazetteer, day, named, around, home):
            kept.append(index)
    place = {old: new for new, old in enumerate(kept)}
    return [replace(links[i].mention, parent=place.get(links[i].mention.parent) if links[i].mention.parent is not None else None) for i in kept]


def _stands(
    link: Link, before: Link | None, gazetteer: Gazetteer, day: date, named: set[str], around: set[str], home: Unit | None
) -> bool:
    """Whether a bare name is a place: a province, or a unit inside one that the article is known to be about."""
    unit, rule = link.unit, link.mention.rule
    if unit is None:
        return False
    if unit.code in named:
        return True
    if rule == "place.bare.list" and (before is None or before.mention.end > link.mention.start or link.mention.start - before.mention.end > 90):
        return False
    if unit.level == "province":
        return rule in _STRONG or rule == "place.bare.first" or unit.code in around
    inner = any(gazetteer.lies_in(unit, code, day) for code in around)
    if unit.level == "district":
        return inner and (rule in _STRONG or rule == "place.bare.first") or (rule in _STRONG and home is None)
    # a bare commune only inside a district that the article names or speaks for, never anywhere in a province
    return any(len(code) == 3 and gazetteer.lies_in(unit, code, day) for code in around)


@dataclass
class _Claim:
    """One unit's evidence that the article speaks for it."""

    link: Link
    weight: float = 0.0
    title: bool = False


def _speaker(reading: Reading, gazetteer: Gazetteer, day: date, links: Sequence[Link]) -> PlaceRef | None:
    """The unit that the article speaks for: by title, opening, acting body, mentions, author; None where nothing tells.

    The level comes from the title, else from how the article calls its own area ("toàn huyện"). Source: catalogue 4.6.
    """
    claims = _claims(links)
    if not claims:
        return None
    own = _own_levels(reading)
    titled = [c for c in claims.values() if c.title]
    if titled:
        best = _best_titled(titled, own)
        return ref_of(best.link, gazetteer, day)
    level = max(own, key=lambda k: own[k]) if own else None
    fitting = [c for c in claims.values() if c.link.level == level]
    if fitting:
        return ref_of(max(fitting, key=lambda c: c.weight).link, gazetteer, day)
    implied = _implied(gazetteer, day, [c for c in claims.values()], level)
    if implied is not None:
        return gazetteer.ref(implied, day)
    return ref_of(max(claims.values(), key=lambda c: c.weight).link, gazetteer, day)


def _claims(links: Sequence[Link]) -> dict[tuple[str, str], _Claim]:
    claims: dict[tuple[str, str], _Claim] = {}
    for link in links:
        mention = link.mention
        if mention.levels[0] == "hamlet":
            continue
        name = link.unit.code if link.unit is not None else place_key(mention.name)
        claim = claims.setdefault((link.level, name), _Claim(link))
        claim.weight += 0.3 if mention.bare else 0.5
        claim.weight += 2.0 * (mention.sentence <= 3) + 1.5 * mention.organ + 1.5 * (mention.part == "author")
        if mention.part == "title" and mention.rule != "place.bracket":
            claim.title = True
            claim.weight += 4
    return claims


def _best_titled(titled: Sequence[_Claim], own: Counter[str]) -> _Claim:
    """Of the units in a title the one whose level the article calls its own, else the one with the most evidence."""
    return max(titled, key=lambda c: (c.weight + min(own[c.link.level], 6), DEPTH[c.link.level]))


def _own_levels(reading: Reading) -> Counter[str]:
    counts: Counter[str] = Counter()
    for match in find_all(reading.rules.starting("places", "place.own."), reading.view, reading.lower):
        if not regex.match(r"\s{1,2}\p{Lu}", reading.view, pos=match.end):
            counts[str(match.rule.gives["level"])] += 1
    return counts


def _implied(gazetteer: Gazetteer, day: date, claims: Iterable[_Claim], level: str | None) -> Unit | None:
    """The unit of a level in which all settled units of the article lie; None where they lie in several."""
    found: Counter[Unit] = Counter()
    total = 0
    for claim in claims:
        if claim.link.unit is None:
            continue
        total += 1
        found.update(u for u in gazetteer.parents(claim.link.unit, day) if u.level == level)
    if not found:
        return None
    unit, count = found.most_common(1)[0]
    return unit if count >= 2 and count == total or count >= 3 and count > 0.7 * total else None


def _findings(
    reading: Reading, gazetteer: Gazetteer, day: date, links: Sequence[Link], speaker: PlaceRef | None
) -> PlaceFindings:
    groups: dict[tuple[object, ...], list[Link]] = {}
    for link in links:
        groups.setdefault(_identity(link, links), []).append(link)
    places: list[Place] = []
    refs: list[PlaceRef] = []
    spots: list[tuple[int, int, Place]] = []
    for group in groups.values():
        link = _fullest(group)
        ref = ref_of(link, gazetteer, day)
        place = _place(reading, link, ref, group)
        places.append(place)
        refs.append(ref)
        spots += [(g.mention.start, g.mention.end, place) for g in group]
    spots.sort(key=lambda spot: spot[:2])
    owns = _owns(gazetteer, day, speaker)
    return PlaceFindings(
        tuple(places), speaker, tuple(spots), tuple(refs), owns,
        tuple(s for s, _, _ in spots), {id(p): i for i, p in enumerate(places)},
    )  # fmt: skip


def _owns(gazetteer: Gazetteer, day: date, speaker: PlaceRef | None) -> tuple[PlaceRef, ...]:
    if speaker is None:
        return ()
    unit = _unit_of(speaker, gazetteer, day)
    if unit is None:
        return (speaker,)
    return (speaker, *(gazetteer.ref(u, day) for u in gazetteer.parents(unit, day)))


def _identity(link: Link, links: Sequence[Link]) -> tuple[object, ...]:
    mention = link.mention
    if mention.levels[0] != "hamlet":
        unit = link.unit
        return (link.level, unit.code, unit.valid_from) if unit is not None else (link.level, place_key(mention.name))
    name = (mention.kind, place_key(mention.name))
    homes = {_home_key(k) for k in links if (k.mention.kind, place_key(k.mention.name)) == name and k.mention.levels[0] == "hamlet"}
    homes.discard(None)
    mine = _home_key(link)
    return (*name, mine if mine is not None else next(iter(homes)) if len(homes) == 1 else None)


def _home_key(link: Link) -> str | None:
    if link.commune is not None:
        return place_key(link.commune)
    return link.unit.code if link.unit is not None else None


def _fullest(group: Sequence[Link]) -> Link:
    return max(group, key=lambda k: (k.unit is not None, k.commune is not None, k.above is not None, not k.mention.bare))


def _place(reading: Reading, link: Link, ref: PlaceRef, group: Sequence[Link]) -> Place:
    mention = link.mention
    text = reading.draft.text[mention.name_start : mention.end].replace("\n", " ")
    settled = link.unit is not None and mention.levels[0] != "hamlet"
    hamlet = mention.levels[0] == "hamlet"
    unit = ref if settled or (hamlet and ref.province is not None) else None
    return Place(
        kind=ref.kind if settled else mention.kind or ref.kind,
        name=ref.name if settled else text,
        level=ref.level,
        unit=unit,
        candidates=tuple(dict.fromkeys(u.code for u in link.candidates)),
        spans=tuple(reading.span(g.mention.start, g.mention.end) for g in group),
        rule=mention.rule,
        confidence=_confidence(link),
    )


def _confidence(link: Link) -> float:
    if link.mention.levels[0] == "hamlet":
        return 0.85 if link.unit is not None else 0.7
    if link.unit is None:
        return 0.5
    return 0.75 if link.mention.bare else 0.95
