"""Administrative units by code, name, kind and day: candidates, never a guess. Data: rules/gazetteer/.

A code is not an identity: on 1 July 2025 old codes went to new units. Every look-up is by (code, day). Names are
looked up by `place_key`, which folds case, tone placement, i/y, apostrophes and hyphens.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from danvan.errors import RuleError
from danvan.records import PlaceRef
from danvan.ruleset import RuleSet
from danvan.text.view import fold_view

UnitLevel = Literal["province", "district", "commune"]

REFORM = date(2025, 7, 1)
"""From this day on there is no district level and most communes are new (Law 72/2025/QH15)."""

DEFAULT_DAY = REFORM - timedelta(days=1)
"""The day taken where an article gives none: the last state with districts, under which most articles were written."""

FIRST_DAY = date(2004, 8, 31)
"""The first day that the table knows; for an earlier day the units of this one are the best there are."""

_LEAST_FUZZY = 6
_Y_FINAL = re.compile(r"(?<=[hklmst])([yýỳỷỹỵ])(?!\w)|(?<=qu)([yýỳỷỹỵ])(?!\w)")
_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_JOINTS = str.maketrans({"'": "", "-": " "})
_LINEAGES_KEPT = 20_000
"""Units with those above them, held from one article to the next: 10 MB."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One version of a unit: name without the kind, in force from `valid_from` to the day before `valid_to`."""

    code: str
    level: UnitLevel
    kind: str
    name: str
    parent_code: str | None
    valid_from: date
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        """Whether this version is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def nearest_day(self, day: date) -> date:
        """`day` where the version is in force on it, else its first or last day."""
        if day < self.valid_from:
            return self.valid_from
        if self.valid_to is not None and day >= self.valid_to:
            return self.valid_to - timedelta(days=1)
        return day


@functools.lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """A name as a key: NFC text folded as the view is, lower case, i for a final y after a consonant, no apostrophes,
    a blank for a hyphen: "Mỹ Hoà" and "Mĩ Hòa" are one, so are "Cư M’gar" and "Cư Mgar"."""
    return " ".join(_fold_keys(fold_view(name)).split())


def _fold_keys(view: str) -> str:
    lowered = _Y_FINAL.sub(lambda m: m.group().translate(_Y_TO_I), view.lower())
    return lowered.translate(_JOINTS)


class Gazetteer:
    """All versions of all units, with indexes by code and by name. Built once a rule set by `load_gazetteer`."""

    def __init__(
        self,
        rows: Sequence[Mapping[str, str]],
        aliases: Iterable[Mapping[str, str]],
        successions: Sequence[Mapping[str, str]] = (),
    ) -> None:
        self._rows = rows
        self._successions = successions
        self._heirs: dict[tuple[str, str], list[str]] | None = None
        self._units: dict[int, Unit] = {}
        self._by_code: dict[str, list[int]] = {}
        self._by_key: dict[str, list[int]] = {}
        for index, row in enumerate(rows):
            self._by_code.setdefault(row["code"], []).append(index)
        # one folding for all names: seventeen thousand single calls would take longer than the rest of the loading
        for index, key in enumerate(_keys(row["name"] for row in rows)):
            self._by_key.setdefault(key, []).append(index)
        self._add_aliases(list(aliases))
        self._children: dict[str, list[int]] | None = None
        self._named: dict[str, tuple[Unit, ...]] = {}
        self._levels: dict[str, frozenset[str]] = {}
        self._openers: frozenset[str] | None = None
        # Units live as long as the gazetteer, so their ids name them: hashing their fields costs more than a climb.
        # Between two days on which units change nothing does: what lies in what is kept once for such a period.
        self._changes: list[date] = []
        self._periods: dict[date, int] = {}
        self._lineages: dict[tuple[int, int], tuple[Unit, ...]] = {}
        self._codes: dict[tuple[int, int], frozenset[str | None]] = {}
        self._refs: dict[tuple[int, int], PlaceRef] = {}
        self.longest = max((key.count(" ") + 1 for key in self._by_key), default=0)

    def _add_aliases(self, aliases: Sequence[Mapping[str, str]]) -> None:
        for row, key in zip(aliases, _keys(row["alias"] for row in aliases), strict=True):
            for index in self._by_code.get(row["code"], ()):
                known = self._by_key.setdefault(key, [])
                if self._rows[index]["name"] == row["of"] and index not in known:
                    known.append(index)

    def _unit(self, index: int) -> Unit:
        unit = self._units.get(index)
        if unit is None:
            row = self._rows[index]
            unit = Unit(
                row["code"], _level(row["level"]), row["kind"], row["name"], row["parent_code"] or None,
                date.fromisoformat(row["valid_from"]), date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            )  # fmt: skip
            self._units[index] = unit
        return unit

    def unit(self, code: str, day: date | None) -> Unit | None:
        """The unit that holds `code` on `day` (None: DEFAULT_DAY); None where the code is free on that day."""
        at = day or DEFAULT_DAY
        return next((u for u in map(self._unit, self._by_code.get(code, ())) if u.holds_on(at)), None)

    def opens(self, key: str) -> bool:
        """Whether any unit's name begins with this word; `key` is a `place_key` of one word."""
        if self._openers is None:
            self._openers = frozenset(name.partition(" ")[0] for name in self._by_key)
        return key in self._openers

    def named(self, key: str, levels: Iterable[str]) -> bool:
        """Whether any version of a unit of these levels bears this name; `key` is a `place_key`."""
        known = self._levels.get(key)
        if known is None:
            rows = self._by_key.get(key)
            if rows is None:
                return False
            known = self._levels[key] = frozenset(self._rows[i]["level"] for i in rows)
        return not known.isdisjoint(levels)

    def versions(self, name: str, *, kind: str | None = None, level: str | None = None) -> tuple[Unit, ...]:
        """Every version of every unit of this name, on whatever day, in the order of codes."""
        key = place_key(name)
        found = self._named.get(key)
        if found is None:
            rows = self._by_key.get(key)
            if rows is None:
                return ()
            found = self._named[key] = tuple(map(self._unit, rows))
        if kind is None and level is None:
            return found
        return tuple(u for u in found if (kind is None or u.kind == kind) and (level is None or u.level == level))

    def candidates(
        self, name: str, day: date | None, kind: str | None = None, level: str | None = None, within: str | None = None
    ) -> tuple[Unit, ...]:
        """Every unit of this name in force on `day` (None: DEFAULT_DAY), in the order of codes.

        `within`: only the unit of that code and those inside it, on that day.
        """
        at = day or DEFAULT_DAY
        found = (u for u in self.versions(name, kind=kind, level=level) if u.holds_on(at))
        return tuple(u for u in found if within is None or self.lies_in(u, within, at))

    def parents(self, unit: Unit, day: date | None) -> tuple[Unit, ...]:
        """District and province of a commune, province of a district, on `day` or the nearest on which it stands."""
        at = day or DEFAULT_DAY
        place = id(unit), self._period(at)
        known = self._lineages.get(place)
        if known is None:
            self._make_room()
            known = self._lineages[place] = tuple(self._climb(unit, unit.nearest_day(at)))
        return known

    def _period(self, day: date) -> int:
        """The number of the period without changes that holds `day`."""
        known = self._periods.get(day)
        if known is None:
            if not self._changes:
                days = {row[end] for row in self._rows for end in ("valid_from", "valid_to")} - {""}
                self._changes = sorted(map(date.fromisoformat, days))
            known = self._periods[day] = bisect_right(self._changes, day)
        return known

    def _make_room(self) -> None:
        """Every unit in every period would be a million entries; an article wants some hundreds of them."""
        if len(self._lineages) >= _LINEAGES_KEPT:
            for kept in (self._lineages, self._codes, self._refs):
                kept.clear()

    def _climb(self, unit: Unit, day: date) -> Iterator[Unit]:
        code = unit.parent_code
        while code is not None:
            parent = self.unit(code, day)
            if parent is None:
                return
            yield parent
            code = parent.parent_code

    def lies_in(self, unit: Unit, code: str, day: date | None) -> bool:
        """Whether the unit is, or lies in, the unit of this code on `day`."""
        return code in self.codes(unit, day)

    def codes(self, unit: Unit, day: date | None) -> frozenset[str | None]:
        """The codes of the units that a unit is or lies in on `day`: whoever asks for many spares the calls."""
        at = day or DEFAULT_DAY
        place = id(unit), self._period(at)
        known = self._codes.get(place)
        if known is None:
            above = (parent.code for parent in self.parents(unit, at))
            known = self._codes[place] = frozenset((unit.code, unit.parent_code, *above))
        return known

    def children(self, code: str, day: date | None) -> tuple[Unit, ...]:
        """The units right below a code on `day` (None: DEFAULT_DAY), in the order of codes."""
        if self._children is None:
            self._children = {}
            for index, row in enumerate(self._rows):
                self._children.setdefault(row["parent_code"], []).append(index)
        at = day or DEFAULT_DAY
        return tuple(u for u in map(self._unit, self._children.get(code, ())) if u.holds_on(at))

    def alike(self, name: str, within: Unit, day: date | None) -> tuple[Unit, ...]:
        """The units right inside `within` whose name is written like this one but for marks or a single letter."""
        at = within.nearest_day(day or DEFAULT_DAY)
        key = _plain(place_key(name))
        return tuple(u for u in self.children(within.code, at) if _within_one(key, _plain(place_key(u.name))))

    def meant(self, name: str) -> str | None:
        """The name that a misspelt one may stand for: "huyện Đại Lộc" for "huyện dai loc". The same letters without
        marks go before all but one of them; of several names the one that most units bear.
        """
        words = fold_view(unicodedata.normalize("NFC", name)).split()
        for skipped in range(min(3, len(words))):
            plain = _plain(place_key(" ".join(words[skipped:])))
            near = [rows for key, rows in self._by_key.items() if _within_one(_plain(key), plain)]
            if near:
                best = max(near, key=lambda rows: (_plain(place_key(self._rows[rows[0]]["name"])) == plain, len(rows)))
                return " ".join([*words[:skipped], self._rows[best[0]]["name"]])
        return None

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that took over on the day this version ended; empty where it stands or none is known."""
        if unit.valid_to is None:
            return ()
        if self._heirs is None:
            self._heirs = {}
            for row in self._successions:
                self._heirs.setdefault((row["predecessor_code"], row["date"]), []).append(row["successor_code"])
        codes = self._heirs.get((unit.code, unit.valid_to.isoformat()), ())
        return tuple(heir for code in codes if (heir := self.unit(code, unit.valid_to)) is not None)

    def descends(self, unit: Unit, outer: Unit, day: date) -> bool:
        """Whether a commune took over, wholly or in part, one that lay in `outer` (a district or province) on `day`."""
        inner = self.children(outer.code, day)
        if outer.level == "province":
            inner = tuple(c for district in inner for c in self.children(district.code, day))
        return any(heir == unit for c in inner for heir in self.successors(c))

    def version_of(self, ref: PlaceRef, day: date) -> Unit:
        """The version that a ref with a code names: the one in force on `day`, else the last. Raises KeyError."""
        named = [u for u in self.versions(ref.name, level=ref.level) if u.code == ref.code]
        found = next((u for u in named if u.holds_on(day)), None) or max(
            named, key=lambda u: u.valid_from, default=None
        )
        if found is None:
            raise KeyError(ref.code)
        return found

    def ref(self, unit: Unit, day: date | None) -> PlaceRef:
        """The unit as records name it, with the names of those above it on `day`, or the nearest on which it stands."""
        place = id(unit), self._period(day or DEFAULT_DAY)
        known = self._refs.get(place)
        if known is None:
            names = {u.level: u.name for u in (unit, *self.parents(unit, day))}
            known = self._refs[place] = PlaceRef(
                code=unit.code, name=unit.name, kind=unit.kind, level=unit.level,
                province=names.get("province"), district=names.get("district"), commune=names.get("commune"),
            )  # fmt: skip
        return known


@functools.lru_cache(maxsize=16384)
def _plain(key: str) -> str:
    """A key without marks and blanks: "chieng son" and "chiêng sơn" are one."""
    bare = "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace(" ", "")


def _within_one(one: str, other: str) -> bool:
    """Whether two keys of six letters or more are equal or differ by one letter put in, left out or changed."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST_FUZZY or abs(len(one) - len(other)) > 1:
        return False
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[head + 1 :] == other[head + 1 :] or one[head:] == other[head + 1 :] or one[head + 1 :] == other[head:]


def load_gazetteer(rules: RuleSet) -> Gazetteer:
    """The units of a rule set, with those of its layers. Built once a rule set, kept in `rules.cache`."""
    if "gazetteer" not in rules.cache:
        rules.cache["gazetteer"] = Gazetteer(
            rules.table("gazetteer/units"), rules.table("gazetteer/aliases"), rules.table("gazetteer/successions")
        )
    found = rules.cache["gazetteer"]
    assert isinstance(found, Gazetteer)
    return found


def _keys(names: Iterable[str]) -> list[str]:
    """`place_key` of many names at once."""
    return [" ".join(line.split()) for line in _fold_keys(fold_view("\n".join(names))).split("\n")]


def _level(text: str) -> UnitLevel:
    match text:
        case "province" | "district" | "commune":
            return text
        case _:
            raise RuleError(f"gazetteer/units.csv: level {text!r}; use province, district or commune")
