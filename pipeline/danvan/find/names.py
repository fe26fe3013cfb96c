"""Names of persons as runs of capitalised syllables, and where a run of place and person parts.

A run is a person's name where an honorific stands before it, or where it begins with a known surname. Source:
constructions.md 3.1 and 3.2. Words: rules/surnames.csv, honorifics.csv and officials.toml.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from danvan.find.phrases import LETTER, phrase_pattern
from danvan.link.lookup import PlaceLookup
from danvan.reading import Reading
from danvan.ruleset import RuleSet
from danvan.text.view import fold_key

CAP = r"\p{Lu}[\p{L}']*"
_TOKEN = regex.compile(rf"(?P<word>{CAP}(?:-\p{{Lu}}[\p{{L}}']*)?|\d{{1,3}}[A-Z]?(?![\w.,/%]\w|\w))")
_CAP_BEFORE = regex.compile(rf"{CAP}$")
_GAP = regex.compile(r"[ \n]{1,2}")
_LONGEST = 9
"""Syllables: a place of four and a name of five."""

Span2 = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that names are made of, in lower case, and the pattern of all honorifics."""

    surnames: frozenset[str]
    common: Any
    middle: Any
    honorific: Any
    honorifics: dict[str, tuple[str, bool]]
    no_name: Any
    leader: Any
    named_after: Any
    """What bears the name of a person of the past, up to that name."""
    short: Any
    """Surnames of those whose names have two syllables mostly."""


def load_name_words(rules: RuleSet) -> NameWords:
    """Built once a rule set, kept in its cache."""
    if "name_words" not in rules.cache:
        table = {fold_key(r["form"]): (r["canonical"], r["official"] != "0") for r in rules.table("honorifics")}
        rules.cache["name_words"] = NameWords(
            frozenset(fold_key(r["form"]) for r in rules.table("surnames")),
            _rule(rules, "official.common_surname"),
            _rule(rules, "official.middle_name"),
            phrase_pattern(table, behind=rf"(?![{LETTER}/])"),
            table,
            _rule(rules, "official.no_name"),
            _rule(rules, "official.leader"),
            _rule(rules, "official.named_after"),
            next(r.regex for r in rules.of("places") if r.id == "place.person.short"),
        )
    found = rules.cache["name_words"]
    assert isinstance(found, NameWords)
    return found


def _rule(rules: RuleSet, rule_id: str) -> Any:
    return next(r.regex for r in rules.of("officials") if r.id == rule_id)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name at [start, end); `honorific` as the records name it; `public` False for clergy and elders."""

    start: int
    end: int
    honorific: str | None = None
    public: bool = True


class NameReader:
    """Reads names of one article. `stop` says where a title or an organ begins, which no name runs over."""

    def __init__(
        self,
        reading: Reading,
        places: PlaceLookup,
        stop: Callable[[int], bool],
        names: Callable[[int, int], Sequence[Span2]] | None = None,
    ) -> None:
        self.words = load_name_words(reading.rules)
        self._reading = reading
        self._view, self._lower = reading.view, reading.lower
        self._begun = reading.starts.get("honorifics", [])
        self._places = places
        self._stop = stop
        self._ner = names
        self._mention_starts = [start for start, _, _ in places.mentions]
        self.known: set[str] = set()

    def run(self, start: int, end: int) -> list[Span2]:
        """The capitalised syllables and numbers from `start` on, up to a title, an abbreviation or lower case."""
        tokens: list[Span2] = []
        at = start
        while len(tokens) < _LONGEST:
            found = _TOKEN.match(self._view, at, end)
            if found is None or self._stop(at) or self._is_abbreviation(found.span(), tokens):
                break
            tokens.append(found.span())
            gap = _GAP.match(self._view, found.end(), end)
            if gap is None:
                break
            at = gap.end()
        return tokens

    def _is_abbreviation(self, token: Span2, before: Sequence[Span2]) -> bool:
        """ "UBND" in a run of title case ends it; in a heading of capitals every word looks so. "TPHCM" is a place."""
        word = self._view[slice(*token)]
        if len(word) < 2 or not word.isupper() or any(c.isdigit() for c in word):
            return False
        if not before:
            return len(word) > 3 and word.isascii() and "'" not in word and self.mention_at(token[0]) is None
        first = self._view[slice(*before[0])]
        return not first.isupper() or len(first) == 1

    def word(self, token: Span2) -> str:
        return self._lower[slice(*token)]

    def _is(self, words: Any, token: Span2) -> bool:
        return words.fullmatch(self._view, *token) is not None

    def is_person(self, tokens: Sequence[Span2]) -> bool:
        """Two to five syllables that begin with a surname, or whose second is Văn or Thị, or that NER takes for one."""
        if not 1 <= len(tokens) <= 5 or any(self._view[s].isdigit() for s, _ in tokens):
            return False
        start, end = tokens[0][0], tokens[-1][1]
        if self.words.no_name.match(self._view, start) is not None:
            return False
        if len(tokens) == 1:
            return "'" in self.word(tokens[0])[1:-1] and self._is_surname(tokens)
        if self._is_surname(tokens) or (self._is(self.words.middle, tokens[1]) and len(tokens) > 2):
            return True
        if fold_key(self._view[start:end]) in self.known:
            return True
        # the tagger is slow, and calls many a hamlet a person
        if self._ner is None or self.mention_at(start) is not None:
            return False
        return (start, end) in {(s, e) for s, e in self._ner(start, end)}

    def _is_surname(self, tokens: Sequence[Span2]) -> bool:
        first = self.word(tokens[0])
        head = first.partition("'")[0] + "'" if "'" in first else first
        two = " ".join(self.word(t) for t in tokens[:2])
        return head in self.words.surnames or two in self.words.surnames

    def place_part(self, tokens: Sequence[Span2], level: str | None, person_before: bool) -> int:
        """How many syllables of a run behind an organ or a unit word name the place; the rest names a person.

        The article's own places first, then the gazetteer, then the likelier cut.
        """
        if not tokens:
            return 0
        mentioned = self._mentioned(tokens)
        if level == "hamlet" and not person_before and len(tokens) < 3 and self.is_person(tokens):
            # danvan.find.mentions.scan has read what stands behind the name
            return len(tokens) if mentioned else 0
        # a settlement stands in no list: a mention of all may have swallowed the name behind it
        if mentioned and (level != "hamlet" if mentioned == len(tokens) else self.is_person(tokens[mentioned:])):
            return mentioned
        for count in range(min(len(tokens), 5), 0, -1) if level != "hamlet" else ():
            rest = tokens[count:]
            if self._in_gazetteer(tokens[:count], level) and (not rest or self.is_person(rest)):
                return count
        return self._likeliest(tokens, person_before)

    def _mentioned(self, tokens: Sequence[Span2]) -> int:
        mention = self.mention_at(tokens[0][0])
        return 0 if mention is None else sum(e <= mention[1] for _, e in tokens)

    def mention_at(self, offset: int) -> Span2 | None:
        """The mention of a place that holds `offset`."""
        index = bisect_right(self._mention_starts, offset) - 1
        if index < 0:
            return None
        start, end, _ = self._places.mentions[index]
        return (start, end) if offset < end else None

    def _in_gazetteer(self, tokens: Sequence[Span2], level: str | None) -> bool:
        name = self._view[tokens[0][0] : tokens[-1][1]]
        return bool(self._reading.gazetteer.versions(name, level=level))

    def _likeliest(self, tokens: Sequence[Span2], person_before: bool) -> int:
        """The cut with the best score: common surname and Văn or Thị speak for a name, two syllables for a place."""
        whole = {1: 3.0, 2: 2.5, 3: 2.0, 4: 0.5}.get(len(tokens), -2.0) + (3.0 if person_before else 0.0)
        best, cut = whole, len(tokens)
        for count in range(len(tokens)):
            name = tokens[count:]
            if not self.is_person(name):
                continue
            score = {1: 2.5, 2: 0.5, 3: 2.0, 4: 1.5}.get(len(name), 0.5)
            score += {0: 0.0, 1: -0.5, 2: 1.5, 3: 0.5}.get(count, -1.0)
            score += 2.0 if self._is(self.words.common, name[0]) else 1.0
            score += 3.0 if len(name) > 1 and self._is(self.words.middle, name[1]) else 0.0
            score += 3.0 if len(name) == 2 and count != 1 and self._is(self.words.short, name[0]) else 0.0
            score += 4.0 if fold_key(self._view[name[0][0] : name[-1][1]]) in self.known else 0.0
            if score > best:
                best, cut = score, count
        return cut

    def honorific_before(self, start: int, floor: int) -> tuple[str, bool] | None:
        """The honorific that ends right before `start`, and whether its bearer can be an official."""
        window = max(floor, start - 24)
        found: tuple[str, bool] | None = None
        # read past `start`, so that "BS." of "BS.CKI" is not taken for all of it
        for m in self.honorifics(window, start + 8):
            if m.end() > start:
                break
            if self._lower[m.end() : start].strip(" :\n,.") == "":
                entry = self.words.honorifics[fold_key(m.group())]
                found = found or entry
            else:
                found = None
        return found

    def after_honorific_at(self, at: int) -> bool:
        """Whether an honorific with a capitalised word behind it begins at `at`."""
        found = self.words.honorific.match(self._lower, at)
        return found is not None and self._view[found.end() + 1 : found.end() + 2].isupper()

    def honorifics(self, start: int, end: int) -> Iterator[Any]:
        """The honorifics in a range; "Anh" in "Trần Anh Quốc" is none."""
        at = start
        for place in self._begun[bisect_left(self._begun, start) : bisect_left(self._begun, end)]:
            m = self.words.honorific.match(self._lower, place, end) if place >= at else None
            if m is None:
                continue
            at = m.end()
            if not (self._view[place].isupper() and " " not in m.group() and self._inside_name(place)):
                yield m

    def _inside_name(self, at: int) -> bool:
        """Whether the syllable at `at` goes on with a capitalised word that is no title and no honorific."""
        if at < 2 or self._view[at - 1] != " ":
            return False
        before = _CAP_BEFORE.search(self._view, max(0, at - 10), at - 1)
        if before is None or self.words.honorific.fullmatch(before.group().lower()) is not None:
            return False
        return not self._stop(before.start())

    def after_honorific(self, start: int, end: int) -> Span2 | None:
        """The name that begins at `start`, behind an honorific: any capitalised run, whatever its first syllable."""
        tokens = self.run(start, end)
        while tokens and self._view[tokens[-1][0]].isdigit():
            tokens.pop()
        if not tokens or self.words.no_name.match(self._view, tokens[0][0]):
            return None
        tokens = tokens[:5]
        return tokens[0][0], tokens[-1][1]
