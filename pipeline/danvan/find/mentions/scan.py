"""Where a text names places: runs of capitalised words and numbers, with what stands before them.

What stands before a run says what it is: a unit word ("xã", "TP.", rules/unit_words.csv), a body ("Huyện ủy"), a list
or a bracket that goes on, a preposition. The words are data in rules/places.toml (`lexicon`); how far a name goes tells
`extents`. This module reads them in order and leaves open which unit is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import regex

from danvan.find.mentions.extents import Extents, Token
from danvan.find.mentions.lexicon import CLINGS, NUMBER_WORD, UNIT_LEVELS, Form, anchored, load_lexicon, word_key
from danvan.find.mentions.parents import contains, with_parents
from danvan.gazetteer import Gazetteer
from danvan.link.units.places import DEPTH, Mention
from danvan.match import ALONE
from danvan.reading import Reading
from danvan.records import Level

_ITEM = regex.compile(
    r"(?P<run>(?:T\.(?=[PX]\b))?\p{Lu}[\w']*"
    r"(?:(?:[ \n]{1,3}|-|[ \n]{1,2}-[ \n]{1,2})(?:T\.(?=[PX]\b))?\p{Lu}[\w']*){0,30})"
    r"|(?<![\w.,/-])(?P<number>\d{1,3}\p{Lu}?)(?![\w/]|[.,]\d)",
    regex.V1,
)
_GLUED_NUMBER = regex.compile(r"(?<!\w)(\p{Lu}{1,3}\.?)(\d{1,3}\p{Lu}?)(?![\w/]|[.,]\d)", regex.V1)
_WORD = regex.compile(r"TP(?=HCM(?!\w))|[\w']+")
"""The words of a run; in "TPHCM" the unit word is glued to the name."""
_NUMBER_NEXT = regex.compile(r"\s{0,2}(?:[,;).]|và)\s{0,2}", regex.V1)
_NUMBERED = frozenset({"quận", "phường"})
"""Kinds of units that have numbers for names, and are listed by them: "Quận 1, 3, 5"."""
_BRACKET_REACH = 16
"""Characters that the two patterns for a bracket can match at most, with room to spare."""
_BRACKET_NEXT = regex.compile(r"\s{0,2}[,;-]\s{0,2}", regex.V1)
_DIGIT = regex.compile(r"\d")
_BEFORE = 30
"""Characters before a name in which its unit word is looked for; the longest is "hội đồng nhân dân"."""
_LOOSE_BEFORE = 60
_PROVINCE_BEHIND = 24
"""How far behind a name the bracket of its province may close."""
_JOINT_BEFORE = 36
"""Characters before a unit word in which is looked for what opens a list."""
_SHORT = 6
"""Letters of an abbreviation glued to its number: "KP3", "TDP12"."""
_SINGLE_AFTER = frozenset(f"place.bare.{sign}" for sign in ("after", "heading", "list", "bracket"))
"""What a name of a single word needs before it is a place: "ở Vinh", but not "Vinh cho biết"."""
REACH = 120
"""Characters between two names of one list, with a count and a bracket between them."""


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


def find_mentions(reading: Reading) -> list[Mention]:
    """Every name that may be a place, in order, each with the later one that it lies in."""
    scan = _Scan(reading)
    scan.run()
    return with_parents(scan.mentions, scan.view, scan.gazetteer, scan.lexicon)


@dataclass(frozen=True, slots=True)
class _Before:
    """The unit word right before a name: where it begins, and whether it opens a list ("các xã", "2 xã:")."""

    form: Form
    start: int
    plural: bool


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
        self.extents = Extents(reading, self.view, self.lower, self.gazetteer, self.lexicon, 0, 0)
        self.chain: int | None = None

    def run(self) -> None:
        # part by part: a name never runs on from one paragraph into the next
        for part in self.reading.draft.parts:
            self.chain = None
            self.floor = part.start
            self.extents = Extents(
                self.reading, self.view, self.lower, self.gazetteer, self.lexicon, part.start, part.end
            )
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
        window = window.removesuffix(" " + NUMBER_WORD).rstrip()
        ends = self.lower[low : low + len(window)].endswith(self.lexicon.attributes)
        attribute = self.lexicon.words["place.attribute"].search(window) if ends else None
        if attribute is not None and self._is_one(window[: attribute.start()], low):
            window = window[: attribute.start()]
        words = window.split()
        if not words or word_key(words[-1]) not in self.lexicon.last_words:
            return None
        for count in range(min(4, len(words)), 0, -1):
            phrase = " ".join(words[-count:]).lstrip(CLINGS).rsplit("/", 1)[-1]
            form = self.lexicon.cased.get(phrase) or self.lexicon.lower.get(phrase.lower())
            if form is not None:
                begin = self.view.rfind(phrase.split()[0], low, low + len(window))
                listed = self._stands_before("place.list.opens", begin)
                if bracket:  # "các xã (A, B" opens a list, "xã (An Trạch)" names nothing
                    return _Before(form, start, True) if listed else None
                return _Before(form, begin, colon or listed)
        return None

    def _stands_before(self, rule: str, begin: int) -> bool:
        """Whether the rule, whose pattern ends at "$", stands right before `begin`."""
        low = max(self.floor, begin - _JOINT_BEFORE)
        return self.lexicon.words[rule].search(self.view, low, begin) is not None

    def _is_one(self, window: str, low: int) -> bool:
        """Whether a unit word for a single unit ends the window: "tại xã" of "tại xã đảo A", not "4 xã vùng cao"."""
        word = _last_word(window)
        begin = low + len(window) - len(word)
        return word in self.lexicon.last_words and not self._stands_before("place.list.several", begin)

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
        words = [Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.view, start, end)]
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
        return not self.extents.named(start, end, UNIT_LEVELS)

    def _near(self, start: int) -> bool:
        """Whether the last mention is near enough for a list to go on from it."""
        return bool(self.mentions) and start - self.mentions[-1].end <= REACH

    def _next(self, words: Sequence[Token], index: int) -> tuple[int, bool]:
        """Where reading goes on in a run: only a unit word or a spaced dash starts anew, the rest is another's name."""
        while (
            index < len(words) and not self.extents.parted(words, index) and self.extents.form_in(words, index) is None
        ):
            index += 1
        return index, index < len(words) and self.extents.parted(words, index)

    def _read(self, words: Sequence[Token], index: int, before: _Before | None, fresh: bool) -> int:
        """Reads one name at `index`; how many words it takes, unit word included, 0 where none stands there."""
        taken = 0
        if before is not None and index + 1 == len(words) and self._is_unit_word(words[index]):
            return 1
        if before is not None:
            taken = self._take(words, index, before.form, before.start, before.plural)
        elif not self.extents.is_own_name(words, index):
            found = self.extents.form_in(words, index)
            if found is not None:
                form, count = found
                if form.role == "none":
                    return count
                if index + count < len(words) and not (form.role == "settlement" and self._is_site(words[index].start)):
                    taken = self._take(words, index + count, form, words[index].start, False)
                    if taken:
                        return taken + count
        return taken or self._go_on(words, index) or (self._bare(words, index) if fresh else 0)

    def _is_unit_word(self, word: Token) -> bool:
        """Whether a word is no name but the unit word of the number behind it: "Quận ủy Quận 5"."""
        follow = self.view[word.end : word.end + 2]
        form = self.lexicon.lower.get(word.text.lower()) if follow[:1] == " " and follow[1:].isdigit() else None
        return form is not None and form.role == "unit"

    def _take(self, words: Sequence[Token], index: int, form: Form, begin: int, plural: bool) -> int:
        """A name right behind its unit word."""
        count, end = self.extents.name(words, index, form)
        if count and self._is_told_by_colon(begin, words[index].start, end, form):
            return 0
        if count:
            levels = form.levels
            if plural and self._stands_before("place.list.mixed", begin):
                # "ở các xã, phường: A, B": the names behind two unit words are of either kind
                form = replace(form, kind=None)
            self._put(_Name(begin, words[index].start, end, form.kind, levels, "unit_words." + form.form), form, plural)
        return count

    def _is_told_by_colon(self, begin: int, start: int, end: int, form: Form) -> bool:
        """Whether a colon ends what a unit word belongs to: "Công an huyện: Nhiều mô hình", "Xã: Phú Lợi" names one."""
        if not self.view[begin:start].rstrip().endswith(":") or form.role == "settlement":
            return False
        listed = self._stands_before("place.list.opens", begin)
        return not listed and not self.extents.named(start, end, form.levels)

    # ---- numbers

    def _number(self, start: int, end: int) -> None:
        before = self._before(start)
        if before is None:
            self._number_in_list(start, end)
        elif before.start and self.view[before.start - 1] == '"' and self.lexicon.starts("place.motto", self.view, end):
            return  # "Khu dân cư 3 không"
        elif before.form.role == "settlement" and self.lexicon.words["place.count.units"].match(self.view, end):
            return  # "khối 5 huyện miền núi"
        elif before.form.role in {"unit", "short", "settlement", "body"} and not self.extents.counts(end):
            self._numbered(before.form, before.start, start, end, before.plural)

    def _numbered(self, form: Form, begin: int, start: int, end: int, plural: bool) -> None:
        if form.role == "unit" and self._stands_before("place.count.levels", begin):
            return  # "cấp xã, phường 12": so many of both
        if form.role == "settlement":
            end = self._after_number(end)
        else:
            follow = _ITEM.match(self.view, end + 1)
            if follow is not None and follow.group("run") and self.extents.named(start, follow.end(), form.levels):
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
        if self.chain is None or not self.mentions[self.chain].name[-1:].isdigit() or self.extents.counts(end):
            return
        head, form = self.mentions[self.chain], self.forms[self.chain]
        gap = self.view[head.end : start]
        if form is None or not self.lexicon.joins("place.joint.numbers", gap):
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
        words = [Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.view, end + 1, follow.end())]
        if len(words) > 3 or words[0].text in self.lexicon.surnames or words[0].text.isupper():
            return end
        if self.extents.stops(words, 0, len(words)) or self.extents.form_in(words, 0) is not None:
            return end
        return words[-1].end

    # ---- names without a unit word of their own

    def _go_on(self, words: Sequence[Token], index: int) -> int:
        """A bare name that fills a bracket behind the last mention or goes on its list."""
        if not self.mentions:
            return 0
        last, start = self.mentions[-1], words[index].start
        gap = self.view[last.end : start] if start - last.end <= _BRACKET_REACH else ""
        if gap and (
            self.lexicon.joins("place.joint.bracket", gap)
            or (last.rule == "place.bracket" and _BRACKET_NEXT.fullmatch(gap))
        ):
            return self._in_bracket(words, index, last)
        if self.chain is None or start - self.mentions[self.chain].end > REACH:
            return 0
        form = self.forms[self.chain]
        gap = self.view[self.mentions[self.chain].end : start]
        joined = gap.strip() == "-" and self.extents.is_joined(self.mentions[self.chain].name_start)
        if form is None or not (joined or self.lexicon.joins("place.joint.list", gap)):
            return 0
        if form.role == "settlement" and (self.plural[self.chain] or "và" in gap):
            return self._settlement_in_list(words, index, form)
        return self._unit_in_list(words, index, form, gap)

    def _in_bracket(self, words: Sequence[Token], index: int, last: Mention) -> int:
        depth = max(DEPTH[last.levels[0]], DEPTH[last.levels[-1]])
        above = [level for level in UNIT_LEVELS if DEPTH[level] < depth]
        count, end = self.extents.known(words, index, above)
        if not count or not self.extents.ends(words, index + count):
            return 0
        start = words[index].start
        self._put(_Name(start, start, end, None, self.extents.levels(start, end, above), "place.bracket"), None, False)
        return count

    def _settlement_in_list(self, words: Sequence[Token], index: int, form: Form) -> int:
        end = self.extents.segment(words, index)
        if self.extents.is_person(words, index, end) or self.extents.stops(words, index, end):
            return 0
        count, finish = self.extents.settlement_name(words, index, end, form)
        if count:
            start = words[index].start
            self._put(_Name(start, start, finish, form.kind, form.levels, "place.list"), form, True)
        return count

    def _unit_in_list(self, words: Sequence[Token], index: int, form: Form, gap: str) -> int:
        at = self.chain
        assert at is not None
        head, plural, start = self.mentions[at], self.plural[at], words[index].start
        levels: tuple[Level, ...] = form.levels
        if form.role == "settlement" or not plural:
            levels = tuple(v for v in UNIT_LEVELS if form.role == "settlement" or DEPTH[v] <= DEPTH[form.levels[0]])
        count, end = self.extents.known(words, index, levels)
        if not count or not self.extents.ends(words, index + count) or self.extents.is_title_next(end):
            return 0
        levels = self._list_levels(self.extents.levels(start, end, levels), head, self.view[start:end])
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

    def _bare(self, words: Sequence[Token], index: int) -> int:
        """A name on its own, kept where its surroundings call for a place."""
        lead = index
        count, end = self.extents.known(words, lead, UNIT_LEVELS)
        while not count and lead < len(words) - 1 and self.lexicon.says("place.lead", words[lead].text):
            lead += 1
            count, end = self.extents.known(words, lead, UNIT_LEVELS)
        start = words[lead].start
        if not count or self.lexicon.says("place.bare.never", self.view[start:end]):
            return 0
        heading = len(words) > 4 and all(w.text.isupper() for w in words)
        if not (self.extents.ends(words, lead + count) or heading) or (
            self.extents.is_title_next(end) and not self._is_at(start)
        ):
            return 0
        if count > 1 and self.extents.opens_word(words[lead + count - 1]):
            return 0
        levels = self.extents.levels(start, end, ("province", "district", "commune"))
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

    def _is_before_province(self, end: int) -> bool:
        """Whether a province in brackets stands behind a name: "Vân Đồn (Quảng Ninh) có 65 mô hình"."""
        closing = self.view.find(")", end + 2, end + _PROVINCE_BEHIND)
        return self.view[end : end + 2] == " (" and closing > 0 and self.extents.named(end + 2, closing, ("province",))

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
        if any(self.lexicon.says("place.bare.before", t) for t in tails) or self._is_before_province(end):
            return "place.bare.after"
        sentence = self.reading.sentence_at(start)
        if sentence.part in {"author", "byline"}:
            return None
        if not self.view[sentence.start : start].strip(" \n\"'(-:*+"):
            colon = self.view[end : end + 2].lstrip()[:1] == ":"
            return "place.bare.heading" if colon or sentence.part == "title" else "place.bare.first"
        if self.view[start - 1 : start] == "(" and self.view[end : end + 1] == ")":
            return "place.bare.bracket"
        if self._near(start) and self.lexicon.words["place.joint.list"].fullmatch(
            self.view, self.mentions[-1].end, start
        ):
            return "place.bare.list"
        if self.view[max(self.floor, start - 2) : start].strip()[-1:] in {";", ".", ":", "+"}:
            return "place.bare.first"
        if self.lexicon.words["place.count.behind"].match(self.view, end) and self.lexicon.words[
            "place.count.noun"
        ].search(self.view, sentence.start, start):
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

    def _is_of_province(self, name: _Name) -> bool:
        """Whether "huyện miền núi Hà Tĩnh" tells of a district in that province, which has none of its own name."""
        told = self.view[name.begin : name.start].split()
        if name.kind != "huyện" or len(told) < 2 or name.stem:
            return False
        units = self.reading.gazetteer.versions(self.reading.draft.text[name.start : name.end])
        return any(u.level == "province" for u in units) and not any(u.kind == "huyện" for u in units)

    def _put(self, name: _Name, form: Form | None, plural: bool) -> None:
        """Keeps a name unless it stands in a school's, a road's or a firm's. `form` opens or goes on a list."""
        self.resume = name.end
        zone = self._zone(name)
        if zone is not None:
            self.reading.reject(name.begin, name.end, name.rule, zone)
            return
        if self._is_of_province(name):
            name = replace(name, begin=name.start, kind="tỉnh", levels=("province",))
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
    return words[-1].lstrip(CLINGS).lower() if words else ""
