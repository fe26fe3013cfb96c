"""How far the name of a place goes in a run of capitalised words, and whether it is a place's at all.

The gazetteer tells where it has the name; where it lacks it, the words that stop a name, surnames and posts do
(rules/places.toml, rules/surnames.csv).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from danvan.find.mentions.lexicon import CLINGS, UNIT_LEVELS, Form, Lexicon
from danvan.gazetteer import Gazetteer, place_key
from danvan.reading import Reading
from danvan.records import Level

SMALL_TAIL = regex.compile(
    r" (?!thành|có|đã|tổ|được|là|và|đi)(?P<small>\p{Ll}{2,6})(?!\w)(?: \p{Lu}\p{Ll}+){0,2}", regex.V1
)
NUMBER_TAIL = regex.compile(r"[ ]{1,2}(\d{1,3}\p{Lu}?)(?![\w/]|[.,]\d)")
_GOES_ON = regex.compile(r"[ \n]{1,2}\p{Ll}", regex.V1)
_TITLE_GAP = regex.compile(r"\s{0,2}[,-]\s{1,2}", regex.V1)
_NOUN = 48
"""Characters behind a number in which the noun that it counts is looked for, and the words that it may have."""
_NOUN_WORDS = 4
_NOUN_ENDS = ",.;:)\n"


class Token(NamedTuple):
    """A word of a run: characters [start, end) and what stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Extents:
    """Tells how far names go in one part of a text: [floor, ceiling)."""

    reading: Reading
    view: str
    lower: str
    gazetteer: Gazetteer
    lexicon: Lexicon
    floor: int
    ceiling: int

    def form_in(self, words: Sequence[Token], index: int) -> tuple[Form, int] | None:
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

    def _opens_inside(self, words: Sequence[Token], after: int, form: Form) -> bool:
        """Whether a unit word in the middle of a run is one: "UBND Xã An Trạch", but not "ấp Phước Tỉnh"."""
        if form.role == "none":
            return True
        if after >= len(words):
            return False
        if form.role == "settlement":
            return form.form in {"thôn", "ấp", "xóm"}
        return self.known(words, after, form.levels)[0] > 0

    def is_own_name(self, words: Sequence[Token], index: int) -> bool:
        """Whether a run that opens like a settlement is a unit's whole name: "Sóc Trăng", "Buôn Hồ", "Bản Phiệt"."""
        if index + 1 == len(words) or words[index].text.lower() not in self.lexicon.lower:
            return False
        count, _ = self.known(words, index, UNIT_LEVELS)
        return count > 1 and self.ends(words, index + count)

    # ---- the gazetteer's names

    def named(self, start: int, end: int, levels: Iterable[str]) -> bool:
        """Whether some unit of these levels ever bore the name at [start, end)."""
        return self.gazetteer.named(place_key(self.view[start:end]), levels)

    def levels(self, start: int, end: int, levels: Iterable[Level]) -> tuple[Level, ...]:
        """Those of the levels on which some unit ever bore the name at [start, end)."""
        return tuple(level for level in levels if self.named(start, end, (level,)))

    def known(self, words: Sequence[Token], index: int, levels: Iterable[str]) -> tuple[int, int]:
        """How many words from `index` are the longest known name, and where it ends; (0, 0) for none."""
        begin = words[index].start
        after = words[index].end
        if self.view[after : after + 1] != "." and not self.gazetteer.opens(place_key(self.view[begin:after])):
            return 0, 0
        for last in range(min(len(words), index + self.gazetteer.longest), index, -1):
            end = words[last - 1].end
            if last == len(words) and self.view[end : end + 1] == " ":
                tail = NUMBER_TAIL.match(self.view, end)
                if tail is not None and self.named(begin, tail.end(), levels):
                    return last - index, tail.end()
            if self.named(begin, end, levels):
                return last - index, end
        if index + 1 == len(words) and (tail := SMALL_TAIL.match(self.view, after)) is not None:
            # a slip of the pen: "xã Di linh"; a name with a small word: "thị trấn Nông trường Mộc Châu"
            ends = (tail.end(), tail.end("small"))
            return next(((1, end) for end in ends if self.named(begin, end, levels)), (0, 0))
        return 0, 0

    def segment(self, words: Sequence[Token], index: int) -> int:
        """Index after the last word that belongs to the run from `index`: up to a spaced dash or a unit word."""
        end = index + 1
        while end < len(words) and not self.parted(words, end) and self.form_in(words, end) is None:
            end += 1
        return end

    def parted(self, words: Sequence[Token], index: int) -> bool:
        """Whether a spaced dash stands before the word at `index`."""
        return "- " in self.view[words[index - 1].end : words[index].start]

    def ends(self, words: Sequence[Token], index: int) -> bool:
        """Whether a name that ends before `index` ends its run, or a spaced dash follows it."""
        return index >= len(words) or self.parted(words, index)

    def stops(self, words: Sequence[Token], index: int, end: int) -> bool:
        """Whether a body, a deed or a sentence opens at `index`, and no name."""
        if self.lexicon.starts("place.stop.phrase", self.view, words[index].start):
            return True
        return index + 1 >= end and self.lexicon.says("place.stop.word", words[index].text)

    # ---- the name behind a unit word

    def name(self, words: Sequence[Token], index: int, form: Form) -> tuple[int, int]:
        """Words and end of the name behind a unit word; (0, 0) where none stands there."""
        end = self.segment(words, index)
        if form.role == "settlement":
            return (0, 0) if self.stops(words, index, end) else self.settlement_name(words, index, end, form)
        if form.role == "short" and end - index == 1 and len(words[index].text) == 1:
            return 0, 0  # "P.V" signs; no ward of one letter is cut to "P."
        count, finish = self.known(words, index, form.levels)
        if self.stops(words, index, end) and count < 2:
            return 0, 0
        left = end - index - count
        if count and (left <= 0 or (left >= 2 and count > 1) or self._follows(words, index + count, left)):
            return count, finish
        if form.role in {"short", "organ"} or form.levels[0] == "province" or len(form.levels) > 1:
            return count, finish
        if count > 1 and form.levels == ("district",):
            return count, finish  # "huyện Kỳ Anh Giúp dân làm đường": all districts are known
        person = self.is_person(words, index, end)
        if person and count and 3 <= end - index <= 4:
            return 0, 0  # "Chủ tịch UBND xã Cao Minh Thơm", though there is a xã Cao Minh
        if person or (words[index].text.isupper() and len(words[index].text) > 1):
            return count, finish
        return self._trimmed(words, index, end)

    def _follows(self, words: Sequence[Token], at: int, left: int) -> bool:
        """Whether a word that follows a known name is another's: a person, a title, a heading in capitals."""
        word = words[at].text
        return word in self.lexicon.surnames or word.isupper() or self.stops(words, at, at + left)

    def _trimmed(self, words: Sequence[Token], index: int, end: int) -> tuple[int, int]:
        """A name that the gazetteer lacks: the words up to a person's name or a body."""
        stop = self._person_from(words, index, end)
        for at in range(index + 1, stop):
            if self.lexicon.starts("place.stop.phrase", self.view, words[at].start):
                stop = at
                break
        return (0, 0) if stop - index > 5 else (stop - index, words[stop - 1].end)

    # ---- settlements

    def settlement_name(self, words: Sequence[Token], index: int, end: int, form: Form) -> tuple[int, int]:
        """Words and end of a settlement's name; (0, 0) where a person, a post or a thing is named."""
        if self._is_full_name(words, index, end) or self._is_no_settlement(words, index, end, form):
            return 0, 0
        if self._is_head_of_settlement(words, index, end):
            return 0, 0
        count, finish = self._trimmed(words, index, end)
        if count and index + count == len(words):
            tail = NUMBER_TAIL.match(self.view, finish)
            if tail is not None and not self.counts(tail.end()):
                finish = tail.end()
        if count and index + count == end < len(words) and (further := self._second_half(words, index, end)):
            return further - index, words[further - 1].end
        return count, finish

    def _second_half(self, words: Sequence[Token], index: int, end: int) -> int:
        """Index after "Tà Vờng" of "bản Dộ - Tà Vờng", hamlets made one; 0 where a unit or a person follows."""
        if not self.parted(words, end) or self.is_joined(words[index].start):
            return 0
        stop = self.segment(words, end)
        if stop < len(words) or stop - end > 3 or self.known(words, end, UNIT_LEVELS)[0]:
            return 0
        if self.is_person(words, end, stop) or self.stops(words, end, stop) or words[end].text.isupper():
            return 0
        if stop - end == 1 and _GOES_ON.match(self.view, words[end].end):
            return 0
        sentence = self.reading.sentence_at(words[index].start)
        return 0 if sentence.part == "title" else stop

    def is_joined(self, start: int) -> bool:
        """Whether a road joins what is named here: "liên ấp A - B"."""
        return "liên" in self.lower[max(self.floor, start - 16) : start].split()[-2:-1]

    # ---- persons and counts

    def is_person(self, words: Sequence[Token], index: int, end: int) -> bool:
        """Whether the words from `index` to `end` begin with a surname and have more behind it."""
        return end - index >= 2 and words[index].text in self.lexicon.surnames

    def _is_no_settlement(self, words: Sequence[Token], index: int, end: int, form: Form) -> bool:
        """Whether what follows a settlement's word is no name: an area, a street, an abbreviation, a kind of group."""
        first = words[index].text
        if form.form == "khu vực" and self.known(words, index, ("province", "district"))[0]:
            return True  # "khu vực Mỹ Tho"
        if form.form == "phố" and (
            self.is_person(words, index, end) or self.lexicon.starts("place.bare.never", self.view, words[index].start)
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

    def _is_full_name(self, words: Sequence[Token], index: int, end: int) -> bool:
        """Whether a settlement's word is followed by a person: "Trưởng thôn Lò Thị Pín", not "thôn Thạch Trụ Tây"."""
        if end - index < 3 or words[index].text not in self.lexicon.surnames:
            return False
        if self.lexicon.says("place.person.surname", words[index].text):
            return True
        if self.lexicon.says("place.person.middle", words[index + 1].text):
            return True
        window = self.lower[max(self.floor, words[index].start - 24) : words[index].start].split()
        return any(word in {"trưởng", "phó"} for word in window[-3:])

    def _is_head_of_settlement(self, words: Sequence[Token], index: int, end: int) -> bool:
        """Whether a short name behind "Trưởng thôn" is the head's own: "Trưởng thôn A Blang nói", "Trưởng bản K'Tem".

        Upland names have two syllables, as hamlets have: what stands behind the name tells, then the rest of the text.
        """
        first, name_end = words[index], words[end - 1].end
        own = first.text.partition("'")[0] + "'" if "'" in first.text[1:2] else first.text
        if end - index > 2 or own not in self.lexicon.surnames or (end - index == 1 and own == first.text):
            return False
        before = self.lower[max(self.floor, first.start - 24) : first.start].split()
        if len(before) < 2 or before[-2].strip(CLINGS) not in {"trưởng", "phó"}:
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

    def _person_from(self, words: Sequence[Token], index: int, end: int) -> int:
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

    def is_title_next(self, end: int) -> bool:
        """Whether a post follows a name ("Hải Đường, Bí thư"): then it is a person's."""
        gap = _TITLE_GAP.match(self.view, end)
        return gap is not None and self.lexicon.starts("place.title", self.view, gap.end())

    def counts(self, at: int) -> bool:
        """Whether a counted noun, a unit of measure or a share stands at `at`: the number before it counts."""
        if at >= self.ceiling or self.view[at] not in " \n":
            return self.view[at : at + 1] == "%"
        if self.lexicon.starts("place.goes_on", self.view, at + 1):
            return False
        words = self.view[at + 1 : at + _NOUN].lower().split(" ", _NOUN_WORDS)
        nouns = (" ".join(words[:count]).rstrip(_NOUN_ENDS) for count in range(1, _NOUN_WORDS + 1))
        return self.lexicon.starts("place.counted", self.view, at + 1) or any(n in self.lexicon.measures for n in nouns)

    def opens_word(self, word: Token) -> bool:
        """Whether the last syllable of a name belongs to what follows: "Ban Công an xã" tells of no Ban Công."""
        phrase = self.lexicon.words["place.stop.phrase"].match(self.view, word.start)
        return phrase is not None and phrase.end() > word.end
