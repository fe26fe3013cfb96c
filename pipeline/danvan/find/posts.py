"""Public posts as the text writes them: a title, the organ it is held in, the unit of that organ; and the words.

"Trưởng Ban Dân vận Huyện ủy Phú Hạc" is the title "Trưởng Ban", the organs "Ban Dân vận" and "Huyện ủy", the unit
"Phú Hạc". Words: rules/titles.csv, bodies.csv and unit_words.csv. Source: constructions.md 3.3 and 3.4.

In titles.csv `body` is the organ that the title implies: its head word ("Ban"), "cấp ủy" for the party committee of
whatever level, "…" where a written organ is needed, "Đoàn …" where more than that head is. In bodies.csv a canonical
form that ends in "…" takes the words behind it into the name, one that ends in "(cấp ủy)" belongs to a party
committee, an empty one is no public organ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from danvan.find.phrases import LETTER, phrase_pattern
from danvan.reading import Reading
from danvan.ruleset import RuleSet
from danvan.text.view import fold_key

COMMITTEE = "cấp ủy"
_DASH = re.compile(r"\s?-\s?")
_OPEN = " …"
_OF_COMMITTEE = " (cấp ủy)"


@dataclass(frozen=True, slots=True)
class Title:
    """A row of titles.csv."""

    canonical: str
    level: str | None
    organ: str

    @property
    def needs_organ(self) -> bool:
        return self.organ.endswith("…")

    @property
    def head(self) -> str:
        """The head word of the implied organ in lower case, "" where the title implies none of its own."""
        return "" if self.organ == COMMITTEE else self.organ.removesuffix("…").strip().lower()

    @property
    def of_member(self) -> bool:
        """A seat in a committee says nothing of the level of the bearer's other posts: "TUV, Bí thư Huyện ủy"."""
        return fold_key(self.canonical).find("ủy viên") >= 0


@dataclass(frozen=True, slots=True)
class Organ:
    """A row of bodies.csv. `open`: further words belong to the name; `of_committee`: part of a party committee."""

    canonical: str
    level: str | None
    open: bool = False
    of_committee: bool = False

    @property
    def public(self) -> bool:
        return bool(self.canonical)


@dataclass(frozen=True, slots=True)
class UnitName:
    """The unit an organ belongs to, as written: kind and level by its unit word, name at [start, end) or none."""

    kind: str | None
    level: str | None
    name: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Post:
    """One post at [start, end). `names` are the organ's written names, outermost last."""

    start: int
    end: int
    title: Title
    former: bool
    names: tuple[str, ...] = ()
    organs: tuple[Organ, ...] = ()
    unit: UnitName | None = None
    generic: bool = False
    unknown: bool = False
    """Whether the organ that the title needs is written but in no table: "Trưởng ban liên lạc"."""
    inferred: bool = False
    """Whether organ and unit were taken from another post."""

    @property
    def public(self) -> bool:
        if not self.title.canonical or self.unknown or (self.title.needs_organ and not self.organs):
            return False
        return all(organ.public for organ in self.organs)

    @property
    def committee(self) -> str | None:
        """The party committee that is written: "Huyện ủy", "Đảng ủy"."""
        named = zip(self.names, self.organs, strict=True)
        return next((name for name, organ in named if fold_key(organ.canonical).endswith(" ủy")), None)

    @property
    def level(self) -> str | None:
        if self.unit is not None and self.unit.level is not None:
            return self.unit.level
        return next((o.level for o in reversed(self.organs) if o.level), self.title.level)


@dataclass(frozen=True)
class PostWords:
    """The tables compiled: patterns for the lower-case view and the rows behind each form."""

    title: Any
    titles: Mapping[str, Title]
    organ: Any
    organs: Mapping[str, Organ]
    kind: Any
    kinds: Mapping[str, tuple[str, str | None]]
    settlements: frozenset[str]
    """The unit words of hamlets."""
    rules: Mapping[str, Any]
    name_before: Any
    """The rule of that name read from its end: eight times as fast where no name stands there."""


def load_post_words(rules: RuleSet) -> PostWords:
    """Built once a rule set, kept in its cache."""
    if "post_words" not in rules.cache:
        rows = rules.table("titles")
        titles = {form_key(r["form"]): Title(r["canonical"], r["level"] or None, r["body"]) for r in rows}
        organs = {form_key(r["form"]): _organ(r["canonical"], r["level"] or None) for r in rules.table("bodies")}
        units = [r for r in rules.table("unit_words") if r["role"] in {"unit", "short", "settlement"}]
        kinds = {form_key(r["form"]): (r["kind"], r["level"] or None) for r in units}
        patterns = {r.id.removeprefix("official."): r.regex for r in rules.of("officials")}
        rules.cache["post_words"] = PostWords(
            phrase_pattern(titles, behind=rf"(?![{LETTER}/])"),
            titles,
            phrase_pattern(organs),
            organs,
            phrase_pattern(kinds, behind=rf"(?:(?<=\.)|(?![{LETTER}]))"),
            kinds,
            frozenset(kind for kind, level in kinds.values() if level == "hamlet"),
            patterns,
            regex.compile("(?r)" + patterns["name_before"].pattern, regex.V1),
        )
    found = rules.cache["post_words"]
    assert isinstance(found, PostWords)
    return found


def form_key(form: str) -> str:
    """The form as a key: blanks around dashes do not count."""
    return _DASH.sub("-", fold_key(form))


def found_key(found: Any) -> str:
    """The key of what a pattern of phrases found in the lower-case view."""
    form = " ".join(found.group().split())
    return _DASH.sub("-", form) if "-" in form else form


def _organ(canonical: str, level: str | None) -> Organ:
    name = canonical.removesuffix(_OPEN).removesuffix(_OF_COMMITTEE)
    return Organ(name, level, canonical.endswith(_OPEN), canonical.endswith(_OF_COMMITTEE))


class TitleScan:
    """Finds the titles of one article."""

    def __init__(self, reading: Reading) -> None:
        self.words = load_post_words(reading.rules)
        self.view, self.lower = reading.view, reading.lower
        self._places = reading.starts.get("titles", [])
        # the names of an article are read several times, from different sides
        self._begins: dict[int, bool] = {}
        self._titles: dict[int, tuple[int, Title] | None] = {}

    def begins(self, at: int) -> bool:
        """Whether a title, or an organ of more than one word, begins at `at`."""
        if at not in self._begins:
            self._begins[at] = self._opens(at)
        return self._begins[at]

    def _opens(self, at: int) -> bool:
        if self.title_at(at) is not None:
            return True
        found = self.words.organ.match(self.lower, at)
        return found is not None and (" " in found.group() or self.view[at : found.end()].isupper())

    def titles(self) -> Iterator[tuple[int, int]]:
        """Where the titles of the article stand, in order."""
        at = 0
        for place in self._places:
            found = self.words.title.match(self.lower, place) if place >= at else None
            # behind a word that only looks like a title ("chức vụ Trưởng Ban") the title inside it is tried next
            if found is not None and self._is_title(*found.span()):
                at = found.end()
                yield found.span()

    def title_at(self, at: int) -> tuple[int, Title] | None:
        """The end and the row of the title that begins at `at`."""
        if at not in self._titles:
            self._titles[at] = self._read_title(at)
        return self._titles[at]

    def _read_title(self, at: int) -> tuple[int, Title] | None:
        found = self.words.title.match(self.lower, at)
        if found is None or not self._is_title(at, found.end()):
            return None
        return found.end(), self.words.titles[found_key(found)]

    def _is_title(self, start: int, end: int) -> bool:
        """An abbreviation counts only with a capital: "PCT", never "ct"; "chức vụ Trưởng Ban" holds no "vụ trưởng"."""
        if end - start <= 5 and self.view[start:end].islower() and " " not in self.view[start:end]:
            return False
        before = self.lower[max(0, start - 2) : start]
        if before.endswith("/") or (before[:1].isdigit() and before[1:] in {"-", "."}):
            return False
        part = self.words.rules["no_title"].search(self.view, max(0, start - 8), end)
        return part is None or part.start() >= start
