"""What a report is about: one unit, some years, what it was before a merger, and which facts belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from danvan.answers.territory import Territory
from danvan.errors import UsageError
from danvan.find.places import parse_place_hint
from danvan.gazetteer import DEFAULT_DAY, FIRST_DAY, REFORM, Gazetteer, load_gazetteer
from danvan.messages import say
from danvan.records import PlaceRef
from danvan.ruleset import RuleSet
from danvan.steps import unknown_place
from danvan.text.view import fold_key

_LEVELS = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Form:
    """A unit as it stood for some years: `codes` are its own and those of all that lay in it."""

    place: PlaceRef
    codes: frozenset[str]

    def covers(self, row: Mapping[str, Any]) -> bool:
        """Whether a row with province, district, commune and code is about the unit or a part of it."""
        for level in _LEVELS:
            wanted = getattr(self.place, level)
            if wanted is not None and fold_key(row[level] or "") != fold_key(wanted):
                return False
        code = row.get("code")
        return code is None or code in self.codes


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit and the years `first` to `last`.

    `form` is the unit as it stands on `day`, the end of the last year or its own last day; `former` are the units that
    were made one in it since the first year, none where one of them was divided (`divided`). `changed` is the last day
    on which its land changed, `ended` the first day on which it was no more; None where there is none in these years.
    """

    form: Form
    first: int
    last: int
    day: date
    former: tuple[Form, ...] = ()
    divided: bool = False
    changed: date | None = None
    ended: date | None = None

    @property
    def place(self) -> PlaceRef:
        return self.form.place

    @property
    def name(self) -> str:
        return _written(self.place)

    @property
    def former_names(self) -> tuple[str, ...]:
        return tuple(_written(form.place) for form in self.former)

    @property
    def provinces(self) -> tuple[str, ...]:
        """The names of the provinces that it lies in, or lay in."""
        return tuple(dict.fromkeys(str(form.place.province) for form in (self.form, *self.former)))

    def covers(self, row: Mapping[str, Any]) -> bool:
        """Whether a row with province, district, commune and code is about the unit, a part of it or what became it."""
        return any(form.covers(row) for form in (self.form, *self.former))

    def is_unit(self, row: Mapping[str, Any]) -> bool:
        """Whether the row, which has a level too, is about the unit itself."""
        return bool(row["level"] == self.place.level) and self.form.covers(row)

    def in_years(self, year: int | None) -> bool:
        return year is not None and self.first <= year <= self.last


def find_scope(name: str, first: int, last: int, rules: RuleSet) -> Scope:
    """The unit of that name, by the units of the last year or the last that bore it. Raises UsageError where there is
    none, or are several: a district and, since the reform, a commune too ("Thạch Hà" of 2019 to 2025).
    """
    if last < first:
        raise UsageError(say("report.years_wrong", first=first, last=last))
    if not FIRST_DAY.year <= first <= last <= 2100:
        raise UsageError(say("report.year_wrong", first=FIRST_DAY.year))
    gazetteer = load_gazetteer(rules)
    end, start = date(last, 12, 31), max(FIRST_DAY, date(first, 1, 1))
    place = parse_place_hint(name, gazetteer, end)
    if place is None:
        raise unknown_place(name, gazetteer)
    if place.code is None:
        raise UsageError(say("report.several_places", name=name))
    earlier = parse_place_hint(name, gazetteer, start)
    if earlier is not None and earlier.level != place.level:
        raise UsageError(say("report.two_levels", name=name, one=_written(earlier), other=_written(place)))
    unit = gazetteer.version_of(place, end)
    day = unit.nearest_day(end)
    successions = rules.table("gazetteer/successions")
    sources = Territory(gazetteer, successions, start).sources(unit.code, day, start) if start < day else (unit,)
    changes = [at for row in successions if row["successor_code"] == unit.code
               and start < (at := date.fromisoformat(row["date"])) <= day]  # fmt: skip
    same = sources is not None and [(u.code, u.name) for u in sources] == [(unit.code, unit.name)]
    return Scope(
        _form(place, first, last, gazetteer), first, last, day,
        () if same else tuple(_form(gazetteer.ref(u, start), first, last, gazetteer) for u in sources or ()),
        sources is None, max(changes, default=None), None if day == end else day + timedelta(days=1),
    )  # fmt: skip


def _form(place: PlaceRef, first: int, last: int, gazetteer: Gazetteer) -> Form:
    return Form(place, _codes(str(place.code), first, last, gazetteer))


def _written(place: PlaceRef) -> str:
    """The unit as it is written: "huyện Thạch Hà, Hà Tĩnh"."""
    above = [getattr(place, level) for level in ("district", "province") if level != place.level]
    return ", ".join(filter(None, (f"{place.kind or ''} {place.name}".strip(), *above)))


def _codes(code: str, first: int, last: int, gazetteer: Gazetteer) -> frozenset[str]:
    """The code and those of all units in it on any of the days that facts of these years may be told by."""
    found = {code}
    for day in {DEFAULT_DAY, REFORM, *(date(year, 12, 31) for year in range(first, last + 2))}:
        below = [code]
        while below:
            units = [unit for parent in below for unit in gazetteer.children(parent, day)]
            below = [unit.code for unit in units]
            found.update(below)
    return frozenset(found)
