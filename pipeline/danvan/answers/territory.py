"""The same land over time: where a unit's number goes when it is asked for by the units of another day.

Steps are the rows of rules/gazetteer/successions.csv. A unit goes whole into another where it was renamed, moved or
merged; where it was divided, or other land came with it, its number cannot be told for the units of the other day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from danvan.gazetteer import REFORM, Gazetteer, Unit

_WHOLE = frozenset({"merged", "renamed", "moved"})


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a unit by another day. `unit` is None where it cannot be told, `reason` says why then: split (it
    was divided), grown (other land has come to it since), abolished (no unit took over), unknown (not in the table).
    """

    unit: Unit | None
    reason: str | None = None


class Territory:
    """Units of one level, mapped to the units of `day`."""

    def __init__(self, gazetteer: Gazetteer, successions: Iterable[Mapping[str, str]], day: date) -> None:
        self.gazetteer = gazetteer
        self.day = day
        self._out: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
        self._in: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
        for row in successions:
            at = date.fromisoformat(row["date"])
            self._out[row["predecessor_code"]].append((at, row["successor_code"], row["how"]))
            if row["successor_code"]:
                self._in[row["successor_code"]].append((at, row["predecessor_code"], row["how"]))
        self._known: dict[tuple[str, date], Fate] = {}
        self._sources: dict[tuple[str, date], tuple[Unit, ...] | None] = {}

    def fate(self, code: str, at: date) -> Fate:
        """The unit of `day` that the unit with `code` on the day `at` is, or is a whole part of."""
        key = code, at
        if (known := self._known.get(key)) is None:
            known = self._known[key] = self._forward(code, at) if at <= self.day else self._backward(code, at)
        return known

    def _forward(self, code: str, at: date) -> Fate:
        step = self._next(code, at)
        if step is None:
            unit = self.gazetteer.unit(code, self.day)
            return Fate(unit, None if unit else "unknown")
        on, rows = step
        heirs = {successor: how for _, successor, how in rows}
        if set(heirs) == {""}:
            return Fate(None, "abolished")
        if len(heirs) > 1 or not set(heirs.values()) <= _WHOLE:
            return Fate(None, "split")
        return self._forward(next(iter(heirs)), on)

    def _next(self, code: str, at: date) -> tuple[date, list[tuple[date, str, str]]] | None:
        """The first day after `at`, up to `day`, on which something became of the code, and what."""
        later = [row for row in self._out[code] if at < row[0] <= self.day]
        if not later:
            return None
        on = min(row[0] for row in later)
        return on, [row for row in later if row[0] == on]

    def _backward(self, code: str, at: date) -> Fate:
        """The unit of an earlier day: only where nothing came to it or left it since."""
        sources = self.sources(code, at, self.day)
        if sources is None:
            return Fate(None, "split")
        if len(sources) != 1:
            return Fate(None, "grown" if sources else "unknown")
        (unit,) = sources
        return Fate(unit)

    def sources(self, code: str, at: date, before: date) -> tuple[Unit, ...] | None:
        """The units of an earlier day that together are the unit with `code` on `at`; None where one was divided."""
        key = code, before
        earlier = [row for row in self._in[code] if before < row[0] <= at]
        if not earlier:
            unit = self.gazetteer.unit(code, before)
            return () if unit is None else (unit,)
        if key not in self._sources:
            self._sources[key] = self._gather(code, earlier, before)
        return self._sources[key]

    def _gather(self, code: str, earlier: list[tuple[date, str, str]], before: date) -> tuple[Unit, ...] | None:
        on = max(row[0] for row in earlier)
        rows = [row for row in earlier if row[0] == on]
        if not {how for _, _, how in rows} <= _WHOLE:
            return None
        origins = {predecessor for _, predecessor, _ in rows}
        # A unit that takes others in and keeps its code has a row of its own only where its name changed.
        if "merged" in {how for _, _, how in rows} and self._stood(code, on):
            origins.add(code)
        found: dict[str, Unit] = {}
        for origin in origins:
            day_before = date.fromordinal(on.toordinal() - 1)
            units = self.sources(origin, day_before, before)
            if units is None:
                return None
            found.update((u.code, u) for u in units)
        return tuple(found[c] for c in sorted(found))

    def roots(self, code: str, at: date) -> frozenset[Unit]:
        """The units of `day`, before `at`, of whose land all or a part went to the unit with `code` on `at`."""
        earlier = [row for row in self._in[code] if self.day < row[0] <= at]
        if not earlier:
            unit = self.gazetteer.unit(code, self.day)
            return frozenset() if unit is None else frozenset({unit})
        on = max(row[0] for row in earlier)
        origins = {predecessor for day, predecessor, _ in earlier if day == on}
        if self._stood(code, on):
            origins.add(code)
        before = date.fromordinal(on.toordinal() - 1)
        return frozenset().union(*(self.roots(origin, before) for origin in origins))

    def _stood(self, code: str, on: date) -> bool:
        """Whether the unit with this code went on over the day: the same code, and nothing says that it went away."""
        before = self.gazetteer.unit(code, date.fromordinal(on.toordinal() - 1))
        gone = any(at == on and successor != code for at, successor, _ in self._out[code])
        return before is not None and not gone


def communes_of_district(
    territory: Territory, district: Unit, communes: Iterable[Unit]
) -> tuple[list[Unit], list[Unit]]:
    """Of communes after the reform those that lie wholly in a district of the territory's day, and those that only
    partly do, or of which it is not known.
    """
    inside: list[Unit] = []
    partly: list[Unit] = []
    for commune in communes:
        homes = {unit.parent_code for unit in territory.roots(commune.code, REFORM)}
        if district.code in homes:
            whole = territory.sources(commune.code, REFORM, territory.day) is not None and len(homes) == 1
            (inside if whole else partly).append(commune)
    return inside, partly
