"""Sentences with other names in them: the articles' own with their names exchanged, and templates filled in."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import regex

from danvan.ruleset import RuleSet
from danvan.text.entities import Entity, Label
from danvan.text.view import fold_view
from danvan.train.labels import Skeleton, find_bodies

WORDS = Path(__file__).with_name("sentences.toml")

_SLOT = regex.compile(r"\{(\w+)\}")
_COMMON = 14
"""The first surnames of the table bear most of the names."""
_UNKNOWN_NAME, _UNKNOWN_PLACE = 0.3, 0.15
"""Shares of names of syllables joined at random, which stand in no list: for these the model has to read around."""
_CAPITALS = 0.04
"""Share of the sentences in capitals throughout, as headings are."""


@dataclass(frozen=True)
class NameMaker:
    """Makes persons, units and bodies. The same `random` gives the same names."""

    random: Random
    words: dict[str, Any]
    surnames: Sequence[str]
    units: Sequence[tuple[str, str]]
    organs: Sequence[str]
    titles: Sequence[str]

    def person(self) -> str:
        pick, words = self.random.choice, self.words
        if self.random.random() < _UNKNOWN_NAME:
            if self.random.random() < 0.5:
                return _fill(pick(words["minority"]), lambda _: self._syllable())
            rest = [pick(words["middle"]) if self.random.random() < 0.5 else self._syllable()]
            return " ".join([self._syllable(), *rest[: self.random.randint(0, 1)], self.given()])
        surname = pick(self.surnames[:_COMMON] if self.random.random() < 0.6 else self.surnames)
        count = self.random.choices([0, 1, 2], [0.15, 0.65, 0.2])[0]
        return " ".join([surname, *(pick(words["middle"]) for _ in range(count)), self.given()])

    def given(self) -> str:
        return self._syllable() if self.random.random() < 0.1 else str(self.random.choice(self.words["given"]))

    def pen(self) -> str:
        """How a piece is signed: two syllables, often without a surname."""
        chance = self.random.random()
        if chance < 0.3:
            return self.person()
        if chance < 0.4:
            return f"{self.random.choice(self.surnames[:_COMMON])[0]}.{self.random.choice(['', ' '])}{self.given()}"
        return f"{self.random.choice([*self.words['middle'], *self.words['given']])} {self.given()}"

    def water(self) -> str:
        """A stretch of water, a road, a market: no unit, though named like one, or like a person."""
        name = self.person() if self.random.random() < 0.3 else self.bare()
        return f"{self.random.choice(self.words['waters'])} {name}"

    def unit(self) -> str:
        kind, name = self.random.choice(self.units)
        if self.random.random() < 0.12:
            kind = {"thành phố": "TP.", "thị xã": "TX.", "thị trấn": "TT.", "huyện": "H."}.get(kind, kind)
        return f"{kind} {self.bare() if self.random.random() < _UNKNOWN_PLACE else name}"

    def bare(self) -> str:
        if self.random.random() < _UNKNOWN_PLACE:
            return " ".join(self._syllable() for _ in range(self.random.randint(1, 3)))
        names = [name for _, name in self.random.choices(self.units, k=4) if not name.isdigit()]
        return names[0] if names else "Tân Lập"

    def settlement(self) -> str:
        name = self.random.choice(self.words["settlement_names"]) if self.random.random() < 0.4 else self.bare()
        if self.random.random() < 0.25:
            name = str(self.random.randint(1, 19))
        return f"{self.random.choice(self.words['settlements'])} {name}"

    def school(self) -> str:
        name = self.person() if self.random.random() < 0.3 else self.bare()
        return f"{self.random.choice(self.words['heads'])} {name}"

    def organ(self) -> str:
        return self.random.choice(self.organs)

    def title(self) -> str:
        return self.random.choice(self.titles)

    def number(self) -> str:
        return self.random.choice([str(self.random.randint(1, 2_000)), f"{self.random.randint(1, 12):02d}", "1.250"])

    def day(self) -> str:
        return f"{self.random.randint(1, 28)}/{self.random.randint(1, 12)}"

    def _syllable(self) -> str:
        """A syllable that is likely no Vietnamese word."""
        onset, rime = self.random.choice(self.words["onsets"]), self.random.choice(self.words["rimes"])
        return f"{onset}{rime}".capitalize()


def load_words() -> dict[str, Any]:
    """sentences.toml. The package's own file: what is wrong in it shows in training."""
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def make_names(rules: RuleSet, words: dict[str, Any], seed: int) -> NameMaker:
    """Names of the tables of these rules and the words of sentences.toml."""
    titles = sorted({r["canonical"] for r in rules.table("titles") if r["canonical"]})
    organs = sorted({r["canonical"] for r in rules.table("bodies")})
    return NameMaker(
        Random(seed),
        words,
        [r["form"] for r in rules.table("surnames")],
        sorted({(r["kind"], r["name"]) for r in rules.table("gazetteer/units")}),
        [o for o in organs if "…" not in o and "(" not in o and (" " in o or o.isupper())],
        titles,
    )


def fill_templates(rules: RuleSet, names: NameMaker, copies: int) -> Iterator[Skeleton]:
    """Every template so many times, each time with other names. Organs in its own words are labelled too."""
    kinds: dict[str, tuple[Label | None, Callable[[], str]]] = {
        "person": ("PER", names.person), "given": ("PER", names.given), "unit": ("LOC", names.unit),
        "bare": ("LOC", names.bare), "settlement": ("LOC", names.settlement), "organ": ("ORG", names.organ),
        "school": ("ORG", names.school), "title": (None, names.title), "n": (None, names.number),
        "day": (None, names.day), "work": (None, lambda: names.random.choice(names.words["work"])),
        "model": (None, lambda: names.random.choice(names.words["models"])),
        "paper": (None, lambda: names.random.choice(names.words["papers"])),
        "people": (None, lambda: names.random.choice(names.words["people"])),
        "feast": (None, lambda: names.random.choice(names.words["feasts"])),
        "saint": (None, lambda: names.random.choice(names.words["saints"])),
        "pen": ("PER", names.pen), "water": (None, names.water),
    }  # fmt: skip
    for _ in range(copies):
        for template in names.words["templates"]:
            filled = _place(template, [(m.start(), m.end(), *kinds[m.group(1)]) for m in _SLOT.finditer(template)])
            own = find_bodies(fold_view(filled.text), rules, names.words["heads"])
            free = (o for o in own if all(o.end <= e.start or e.end <= o.start for e in filled.entities))
            yield _shout(Skeleton(filled.text, tuple(sorted([*filled.entities, *free], key=lambda e: e.start))), names)


def exchange_names(skeletons: Sequence[Skeleton], names: NameMaker, copies: int) -> Iterator[Skeleton]:
    """The sentences as they are, then so many times with other persons and places. Bodies stay."""
    for skeleton in skeletons:
        yield skeleton
        if not any(e.label != "ORG" for e in skeleton.entities):
            continue
        for _ in range(copies):
            changes = [(e.start, e.end, e.label, _maker(skeleton, e, names)) for e in skeleton.entities]
            yield _shout(_place(skeleton.text, changes), names)


def _maker(skeleton: Skeleton, entity: Entity, names: NameMaker) -> Callable[[], str]:
    """What gives another name of the same form."""
    written = skeleton.text[entity.start : entity.end]
    if entity.label == "ORG" or written.isupper():
        return lambda: written
    if entity.label == "PER":
        return names.person if " " in written else names.given
    if written[0].isupper():
        return names.bare
    first = written.split()[0]
    return names.settlement if first in names.words["settlements"] else names.unit


def _place(text: str, changes: Sequence[tuple[int, int, Label | None, Callable[[], str]]]) -> Skeleton:
    """The text with what stands at each [start, end) exchanged, and the labels of what came in."""
    pieces, entities = [], []
    position = length = 0
    for start, end, label, make in changes:
        new = make()
        pieces += [text[position:start], new]
        length += start - position
        if label is not None:
            entities.append(Entity(length, length + len(new), label))
        length += len(new)
        position = end
    return Skeleton("".join([*pieces, text[position:]]), tuple(entities))


def _shout(skeleton: Skeleton, names: NameMaker) -> Skeleton:
    """Some sentences in capitals. Where that would change the length they stay."""
    upper = skeleton.text.upper()
    chosen = names.random.random() < _CAPITALS and len(upper) == len(skeleton.text)
    return Skeleton(upper, skeleton.entities) if chosen else skeleton


def _fill(template: str, make: Callable[[str], str]) -> str:
    return str(_SLOT.sub(lambda m: make(m.group(1)), template))
