"""What a report is about: one unit, some years, and which facts belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from danvan.errors import UsageError
from danvan.find.places import parse_place_hint
from danvan.gazetteer import DEFAULT_DAY, FIRST_DAY, REFORM, Gazetteer
from danvan.messages import say
from danvan.records import PlaceRef
from danvan.steps import unknown_place
from danvan.text.view import fold_key

_LEVELS = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit and the years `first` to `last`. `codes` are those of the unit and of all that lies in it."""

    place: PlaceRef
    first: int
    last: int
    codes: frozenset[str]

    @property
    def name(self) -> str:
        return _written(self.place)

    def covers(self, row: Mapping[str, Any]) -> bool:
        """Whether a row with province, district, commune and code is about the unit or a part of it."""
        for level in _LEVELS:
            wanted = getattr(self.place, level)
            if wanted is not None and fold_key(row[level] or "") != fold_key(wanted):
                return False
        code = row.get("code")
        return code is None or code in self.codes

    def is_unit(self, row: Mapping[str, Any]) -> bool:
        """Whether the row, which has a level too, is about the unit itself."""
        return bool(row["level"] == self.place.level) and self.covers(row)

    def in_years(self, year: int | None) -> bool:
        return year is not None and self.first <= year <= self.last


def find_scope(name: str, first: int, last: int, gazetteer: Gazetteer) -> Scope:
    """The unit of that name, by the units of the last year. Raises UsageError where there is none, or are several: a
    district and, since the reform, a commune too ("Thạch Hà" of 2019 to 2025).
    """
    if last < first:
        raise UsageError(say("report.years_wrong", first=first, last=last))
    if not FIRST_DAY.year <= first <= last <= 2100:
        raise UsageError(say("report.year_wrong", first=FIRST_DAY.year))
    place = parse_place_hint(name, gazetteer, date(last, 12, 31))
    if place is None:
        raise unknown_place(name, gazetteer)
    if place.code is None:
        raise UsageError(say("report.several_places", name=name))
    earlier = parse_place_hint(name, gazetteer, max(FIRST_DAY, date(first, 1, 1)))
    if earlier is not None and earlier.level != place.level:
        raise UsageError(say("report.two_levels", name=name, one=_written(earlier), other=_written(place)))
    return Scope(place, first, last, _codes(place.code, first, last, gazetteer))


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
