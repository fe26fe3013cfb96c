"""Public posts as the text writes them: a title, the organ it is held in, the unit of that organ.

"Trưởng Ban Dân vận Huyện ủy Phú Hạc" is the title "Trưởng Ban", the organs "Ban Dân vận" and "Huyện ủy", the unit
"Phú Hạc". Words: rules/titles.csv, bodies.csv and unit_words.csv. Source: constructions.md 3.3 and 3.4.

In titles.csv `body` is the organ that the title implies: its head word ("Ban"), "cấp ủy" for the party committee of
whatever level, "…" where a written organ is needed. In bodies.csv a canonical form that ends in "…" takes the words
behind it into the name, one that ends in "(cấp ủy)" belongs to a party committee, an empty one is no public organ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import regex

from danvan.find.names import NameReader, Span2
from danvan.reading import Reading
from danvan.ruleset import RuleSet
from danvan.text.view import fold_key

COMMITTEE = "cấp ủy"
_OPEN = " …"
_OF_COMMITTEE = " (cấp ủy)"
_MOST_WORDS = 16
"""Words of an organ's own name behind its head: "Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa"."""
_MOST_POSTS = 8
_BEFORE_NAME = regex.compile(r"[ \n]{1,3}(?:(?i:số)[ \n](?=\d))?")
_NEXT_WORD = regex.compile(r"""[ \n]{1,2}(?P<word>&|"[^"\n]{1,60}"|[\p{L}\d][\p{L}\d/&']{0,20})""")
_LARGER_UNIT = regex.compile(r"[ \n]{0,2}(?:,|-|\()[ \n]{0,2}")
_BRACKET_END = regex.compile(r"[^()\n]{0,40}\)")


@dataclass(frozen=True, slots=True)
class Title:
    """A row of titles.csv."""

    canonical: str
    level: str | None
    organ: str

    @property
    def needs_organ(self) -> bool:
        return self.organ == "…"

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
    name: Span2 | None


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

    @property
    def public(self) -> bool:
        return bool(self.title.canonical) and all(o.public for o in self.organs)

    @property
    def committee(self) -> str | None:
        """The party committee that is written: "Huyện ủy", "Đảng ủy"."""
        return next((n for n, o in zip(self.names, self.organs, strict=True) if fold_key(o.canonical).endswith(" ủy")), None)

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
    rules: Mapping[str, Any] = field(default_factory=dict)


def load_post_words(rules: RuleSet) -> PostWords:
    """Built once a rule set, kept in its cache."""
    if "post_words" not in rules.cache:
        titles = {_key(r["form"]): Title(r["canonical"], r["level"] or None, r["body"]) for r in rules.table("titles")}
        organs = {_key(r["form"]): _organ(r["canonical"], r["level"] or None) for r in rules.table("bodies")}
        units = [r for r in rules.table("unit_words") if r["role"] in {"unit", "short", "settlement"}]
        kinds = {_key(r["form"]): (r["kind"], r["level"] or None) for r in units}
        rules.cache["post_words"] = PostWords(
            regex.compile(r"(?<![\w/])(?<!\d[.-])(?:" + _trie(titles) + r")(?![\w/])", regex.V1),
            titles,
            regex.compile(r"(?<!\w)(?:" + _trie(organs) + r")(?!\w)", regex.V1),
            organs,
            regex.compile(r"(?<!\w)(?:" + _trie(kinds) + r")(?!\w)", regex.V1),
            kinds,
            {r.id.removeprefix("official."): r.regex for r in rules.of("officials")},
        )
    found = rules.cache["post_words"]
    assert isinstance(found, PostWords)
    return found


def _key(form: str) -> str:
    """The form as a key: blanks around dashes do not count."""
    return regex.sub(r"\s?-\s?", "-", fold_key(form))


def _organ(canonical: str, level: str | None) -> Organ:
    name = canonical.removesuffix(_OPEN).removesuffix(_OF_COMMITTEE)
    return Organ(name, level, canonical.endswith(_OPEN), canonical.endswith(_OF_COMMITTEE))


def _trie(forms: Iterable[str]) -> str:
    """One pattern for many phrases that tries each character once; the longest phrase wins."""
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    inner = [_char(char) + _branch(below) for char, below in sorted(node.items()) if char]
    if not inner:
        return ""
    body = inner[0] if len(inner) == 1 else "(?:" + "|".join(inner) + ")"
    if "" not in node:
        return body
    return f"(?:{body})?"


def _char(char: str) -> str:
    return {" ": r"\s{1,3}", "-": r"\s{0,3}-\s{0,3}"}.get(char, regex.escape(char))


class PostReader:
    """Reads the posts of one article."""

    def __init__(self, reading: Reading) -> None:
        self.words = load_post_words(reading.rules)
        self._view, self._lower = reading.view, reading.lower

    def begins(self, at: int) -> bool:
        """Whether a title, or an organ of more than one word, begins at `at`."""
        if self.title_at(at) is not None:
            return True
        found = self.words.organ.match(self._lower, at)
        return found is not None and (" " in found.group() or self._view[at : found.end()].isupper())

    def titles(self) -> Iterator[Span2]:
        """Where the titles of the article stand, in order."""
        at = 0
        while (found := self.words.title.search(self._lower, at)) is not None:
            # past a word that only looks like a title ("chức vụ Trưởng Ban") the title inside it must be found
            at = found.end() if self._is_title(*found.span()) else found.start() + 1
            if at == found.end():
                yield found.span()

    def title_at(self, at: int) -> tuple[int, Title] | None:
        """The end and the row of the title that begins at `at`."""
        found = self.words.title.match(self._lower, at)
        if found is None or not self._is_title(at, found.end()):
            return None
        return found.end(), self.words.titles[_key(found.group())]

    def _is_title(self, start: int, end: int) -> bool:
        """An abbreviation counts only with a capital: "PCT", never "ct"; "chức vụ Trưởng Ban" holds no "vụ trưởng"."""
        if end - start <= 5 and self._view[start:end].islower() and " " not in self._view[start:end]:
            return False
        part = self.words.rules["no_title"].search(self._view, max(0, start - 8), end)
        return part is None or part.start() >= start

    def chain(self, start: int, end: int, names: NameReader, person_before: bool) -> list[Post]:
        """The posts of one person from `start` on: "Phó Bí thư, Chủ tịch UBND xã" are two."""
        posts: list[Post] = []
        at = start
        while len(posts) < _MOST_POSTS:
            post = self._post(at, end, names, person_before)
            if post is None:
                break
            posts.append(post)
            joint = self.words.rules["joint"].match(self._view, post.end, end) or self.words.rules["made"].match(self._view, post.end, end)
            if joint is None:
                break
            at = joint.end()
            former = self._former_at(at, end)
            if self.title_at(former) is None:
                break
        return _without_generic(posts)

    def _former_at(self, at: int, end: int) -> int:
        """Past a "nguyên" that stands at `at`."""
        found = self.words.rules["former_word"].match(self._view, at, end)
        return at if found is None else found.end()

    def _post(self, start: int, end: int, names: NameReader, person_before: bool) -> Post | None:
        title_start = self._former_at(start, end)
        found = self.title_at(title_start)
        if found is None or found[0] > end:
            return None
        at, title = found
        former = title_start > start or self._former_before(start)
        organs: list[Organ] = []
        written: list[str] = []
        generic = self.words.rules["generic"].match(self._view, at, end) is not None
        if not generic:
            at = self._organs(title_start, at, end, title, organs, written, names, person_before)
            generic = self.words.rules["generic"].match(self._view, at, end) is not None
        unit = None
        if not generic and (not organs or organs[-1].public):
            unit, at = self._unit(at, end, title, organs, names, person_before)
            generic = unit is not None and unit.name is None and bool(self.words.rules["generic"].match(self._view, at, end))
        return Post(start, at, title, former, tuple(written), tuple(organs), unit, generic)

    def _former_before(self, start: int) -> bool:
        return self.words.rules["former"].search(self._view, max(0, start - 12), start) is not None

    def _organs(
        self, title_start: int, at: int, end: int, title: Title, organs: list[Organ], written: list[str],
        names: NameReader, person_before: bool,
    ) -> int:  # fmt: skip
        """Reads the organs from `at` on, outermost last; gives where they end."""
        at = self._first_organ(title_start, at, end, title, organs, written, names, person_before)
        while organs and len(organs) < 4 and organs[-1].public:
            found = self._organ_at(self._past_of(at, end), end)
            if found is None:
                break
            at = self._take(found.start(), found.end(), end, found.group(), organs, written, names, person_before)
        return at

    def _organ_at(self, at: int, end: int) -> Any:
        """The organ whose name begins at `at`, None where the words are others: "hội nghị", "đoàn kết"."""
        found = self.words.organ.match(self._lower, at, end)
        if found is None or self.words.rules["no_organ"].match(self._view, at, end) is not None:
            return None
        return found

    def _past_of(self, at: int, end: int) -> int:
        found = self.words.rules["of"].match(self._view, at, end)
        return at if found is None else found.end()

    def _first_organ(
        self, title_start: int, at: int, end: int, title: Title, organs: list[Organ], written: list[str],
        names: NameReader, person_before: bool,
    ) -> int:  # fmt: skip
        found = self._organ_at(self._past_of(at, end), end)
        head = title.organ.lower()
        implied = head not in {"", "…", COMMITTEE}
        if found is not None and (not implied or found.group() == head or not self._weak(found.group())):
            return self._take(found.start(), found.end(), end, found.group(), organs, written, names, person_before)
        if not implied:
            return at
        # "Trưởng ban Dân vận": the organ shares its head word with the title; "Chi hội trưởng Phụ nữ" leaves it out
        rest = self._lower[at : min(end, at + 80)]
        together = self.words.organ.match(f"{head} {rest.lstrip()}")
        if together is not None:
            skipped = len(rest) - len(rest.lstrip())
            stop = at + skipped + max(0, together.end() - len(head) - 1)
            if together.end() <= len(head):
                stop = at
            return self._take(at, stop, end, together.group(), organs, written, names, person_before)
        return at

    @property
    def _settlements(self) -> frozenset[str]:
        return frozenset(kind for kind, level in self.words.kinds.values() if level == "hamlet")

    def _weak(self, form: str) -> bool:
        """A single common word such as "hội", "đoàn", which may belong to the head that the title implies."""
        return " " not in form and self.words.organs[_key(form)].open

    def _take(
        self, start: int, stop: int, end: int, form: str, organs: list[Organ], written: list[str],
        names: NameReader, person_before: bool,
    ) -> int:  # fmt: skip
        """Adds the organ of this form, with the further words of its name; gives where it ends."""
        organ = self.words.organs[_key(form)]
        name = organ.canonical
        if organ.open:
            further = self._further_words(stop, end, names, person_before)
            if further > stop:
                name = f"{name} {' '.join(self._view[stop:further].split())}"
                stop = further
        organs.append(organ)
        written.append(name)
        return stop

    def _further_words(self, at: int, end: int, names: NameReader, person_before: bool) -> int:
        """The end of the words that belong to an organ's own name: up to a mark, a unit, an organ, a verb, a person."""
        rules = self.words.rules
        words = 0
        while words < _MOST_WORDS:
            joined = rules["joined_field"].match(self._view, at, end)
            if joined is not None and words:
                at = joined.end()
                words += 1
                continue
            found = _NEXT_WORD.match(self._view, at, end)
            if found is None or self._ends_organ(found.start("word"), found.end("word")):
                break
            run = names.run(found.start("word"), end)
            if len(run) > 1:
                kept = names.place_part(run, None, person_before)
                if not kept:
                    break
                at = run[kept - 1][1]
                words += kept
                if kept < len(run):
                    break
                continue
            at = found.end("word")
            words += 1
        return at

    def _ends_organ(self, start: int, stop: int) -> bool:
        if self.words.rules["word_after_organ"].match(self._view, start) is not None and self._view[start].islower():
            return True
        if self.words.kind.match(self._lower, start) is not None and not self._in_compound(start, stop):
            return True
        if self.title_at(start) is not None:
            return True
        organ = self.words.organ.match(self._lower, start)
        if organ is None or " " not in organ.group():
            return False
        # "Chi hội Cựu chiến binh": the words of a form that leaves out "Hội" belong to the organ before
        return fold_key(self.words.organs[_key(organ.group())].canonical).startswith(fold_key(organ.group()).split()[0])

    def _in_compound(self, start: int, stop: int) -> bool:
        """ "xã hội", "thành phố thông minh": the unit word is a part of another word."""
        return self.words.rules["no_unit"].match(self._lower, start) is not None

    def _unit(
        self, at: int, end: int, title: Title, organs: list[Organ], names: NameReader, person_before: bool
    ) -> tuple[UnitName | None, int]:
        """The unit behind an organ, and where it ends with the larger units behind it."""
        head = title.organ.lower()
        if not organs and head in self._settlements:
            level: str | None = "hamlet"
            name, after = self._unit_name(at, end, level, names, person_before)
            unit = UnitName(head, level, name)
        else:
            found = self.words.kind.match(self._lower, self._past_of(at, end), end)
            if found is not None and not self._in_compound(found.start(), found.end()):
                kind, level = self.words.kinds[_key(found.group())]
                name, after = self._unit_name(found.end(), end, level, names, person_before)
                unit = UnitName(kind, level, name)
            else:
                if not organs:
                    return None, at
                level = organs[-1].level
                name, after = self._unit_name(at, end, level, names, person_before)
                if name is None:
                    return None, at
                unit = UnitName(None, None, name)
        return unit, self._larger_units(after, end, names, person_before)

    def _unit_name(self, at: int, end: int, level: str | None, names: NameReader, person_before: bool) -> tuple[Span2 | None, int]:
        gap = _BEFORE_NAME.match(self._view, at, end)
        start = at if gap is None else gap.end()
        run = names.run(start, end)
        if not run or (gap is None and self._view[at - 1] != "."):
            return None, at
        kept = names.place_part(run, level, person_before)
        if not kept:
            return None, at
        return (run[0][0], run[kept - 1][1]), run[kept - 1][1]

    def _larger_units(self, at: int, end: int, names: NameReader, person_before: bool) -> int:
        """Past ", xã An Trạch, huyện Phú Hạc" or "(Phú Hạc)" behind a unit."""
        for _ in range(3):
            mark = _LARGER_UNIT.match(self._view, at, end)
            if mark is None:
                break
            start = mark.end()
            found = self.words.kind.match(self._lower, start, end)
            if found is not None:
                name, after = self._unit_name(found.end(), end, self.words.kinds[_key(found.group())][1], names, person_before)
            elif "(" in mark.group():
                run = names.run(start, end)
                name, after = (run[0], run[-1][1]) if run else (None, at)
            else:
                break
            if name is None:
                break
            at = after
            if "(" in mark.group():
                closed = _BRACKET_END.match(self._view, at, end)
                if closed is not None:
                    at = closed.end()
        return at


def _without_generic(posts: list[Post]) -> list[Post]:
    """Cuts the posts of nobody: "Bí thư, Chủ tịch các xã" names no one, nor do titles before it that lack an organ."""
    for index, post in enumerate(posts):
        if post.generic:
            kept = posts[:index]
            while kept and not kept[-1].organs and kept[-1].unit is None:
                kept.pop()
            return kept
    return posts
