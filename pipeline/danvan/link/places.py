"""Mentions of places to units of the gazetteer, as of the article's day; and the unit that the article speaks for.

A mention keeps every unit it could be until the text decides: units that contain it ("xã A, huyện B", "xã A (B)"),
units named beside it, the unit the article speaks for, communes that lie together in one district only. What stays open
is given as candidates. Source: constructions.md 4; contract, rulings 11, 15, 21.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from danvan.gazetteer import REFORM, Gazetteer, Unit, place_key
from danvan.records import Level, Place, PlaceRef
from danvan.text.article import PartKind

DEPTH = {"central": 0, "province": 1, "district": 2, "commune": 3, "hamlet": 4}
_OLD_KINDS = frozenset({"huyện", "quận", "thị xã", "thị trấn"})
"""Kinds that no unit has from 1 July 2025 on: named later, they are units of the day before."""
_SOON = timedelta(days=400)
"""A name decided but not yet in force is used up to a year early."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that may be a place: [start, end) with its unit word, the name alone from `name_start`.

    `levels`: those it can have, the likeliest first; a settlement has only "hamlet". `parent`: index of the mention
    that stands behind it as the unit it lies in. `bare`: without a unit word of its own or of its list.
    """

    start: int
    end: int
    name_start: int
    name: str
    kind: str | None
    levels: tuple[Level, ...]
    rule: str
    sentence: int
    paragraph: int
    part: PartKind
    parent: int | None = None
    bare: bool = False
    old: bool = False
    organ: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What a mention is. `unit` where one is left; else `candidates`, empty where the gazetteer has none such.

    `above`: the unit that it certainly lies in, where that is known without `unit`.
    """

    mention: Mention
    unit: Unit | None = None
    day: date | None = None
    candidates: tuple[Unit, ...] = ()
    above: Unit | None = None
    commune: str | None = None
    """Name of the commune that a settlement lies in, where that commune is not in the gazetteer or stays ambiguous."""

    @property
    def level(self) -> Level:
        if self.unit is not None:
            return self.unit.level
        return self.candidates[0].level if self.candidates else self.mention.levels[0]


@dataclass(frozen=True)
class PlaceFindings:
    """The places of an article, and look-ups for those who read other facts around them.

    `mentions` are (start, end, place) in the order of the text, unit word included.
    """

    places: tuple[Place, ...] = ()
    article_place: PlaceRef | None = None
    mentions: tuple[tuple[int, int, Place], ...] = ()
    refs: tuple[PlaceRef, ...] = ()
    """What figures and posts bear as their place, one for each of `places`."""
    owns: tuple[PlaceRef, ...] = ()
    """The unit the article speaks for and those it lies in."""
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _index: dict[int, int] = field(default_factory=dict, repr=False, compare=False)

    def at(self, start: int, end: int) -> Place | None:
        """The place one of whose mentions shares a character with [start, end); the first of several."""
        index = max(0, bisect_right(self._starts, start) - 1)
        for s, e, place in self.mentions[index:]:
            if s >= end:
                break
            if s < end and start < e:
                return place
        return None

    def within(self, start: int, end: int) -> list[tuple[int, int, Place]]:
        """The mentions that lie wholly inside [start, end), in order."""
        index = bisect_right(self._starts, start - 1)
        found = []
        for s, e, place in self.mentions[index:]:
            if s >= end:
                break
            if e <= end:
                found.append((s, e, place))
        return found

    def ref_of(self, place: Place) -> PlaceRef:
        """The place as figures, posts and models bear it: only names that are certain. `place` is one of `places`."""
        return self.refs[self._index[id(place)]]

    def own(self, level: Level) -> PlaceRef | None:
        """The article's own unit of this level ("toàn tỉnh": its province); None where the article tells none."""
        return next((ref for ref in self.owns if ref.level == level), None)

    def resolve_bare(self, kind_word: str) -> PlaceRef | None:
        """What "huyện", "toàn tỉnh", "xã" without a name means in this article: its own unit of that kind, or None."""
        word = kind_word.lower().removeprefix("toàn ").removeprefix("cả ").strip()
        own = next((ref for ref in self.owns if ref.kind == word), None)
        level = _LEVEL_OF_KIND.get(word)
        return own if own is not None or level is None else self.own(level)


_LEVEL_OF_KIND: dict[str, Level] = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district", "xã": "commune",
    "phường": "commune", "thị trấn": "commune", "đặc khu": "commune", "thành phố": "district",
}  # fmt: skip


class Linker:
    """Narrows what each mention of one article can be. `day` is the article's, `scope` the unit it is known to be of."""

    def __init__(self, gazetteer: Gazetteer, day: date, mentions: Sequence[Mention], scope: Unit | None) -> None:
        self.gazetteer = gazetteer
        self.day = day
        self.mentions = mentions
        self.scope = scope
        self.days = [self._day_of(m) for m in mentions]
        for index, mention in enumerate(mentions):
            if mention.parent is not None:
                self.days[index] = min(self.days[index], self.days[mention.parent])
        self.open: list[tuple[Unit, ...]] = [self._candidates(i) for i in range(len(mentions))]
        self.lost: set[int] = set()
        """Mentions whose name exists, but not where the text puts them."""

    def _day_of(self, mention: Mention) -> date:
        gone = mention.old or mention.kind in _OLD_KINDS
        return min(self.day, REFORM - timedelta(days=1)) if gone else self.day

    def _candidates(self, index: int) -> tuple[Unit, ...]:
        mention, day = self.mentions[index], self.days[index]
        if mention.levels[0] == "hamlet":
            return ()
        named = [u for u in self.gazetteer.versions(mention.name) if u.level in mention.levels]
        now = [u for u in named if u.holds_on(day)]
        if not now:
            now = latest_versions(u for u in named if u.valid_from <= day + _SOON)
        # writers lag behind a change of kind: "xã" for what became a phường
        same = [u for u in now if mention.kind is None or u.kind == mention.kind]
        return tuple(same or now)

    def inside(self, unit: Unit, outer: Unit) -> bool:
        return self.gazetteer.lies_in(unit, outer.code, self.day)

    def narrow(self) -> None:
        """Applies every kind of evidence, the strongest first, until nothing changes."""
        self._by_fame()
        for _ in range(3):
            before = [len(c) for c in self.open]
            self._by_parent()
            self._by_echo()
            self._by_territory()
            self._by_neighbours()
            if [len(c) for c in self.open] == before:
                break
        self._by_company()
        self._by_neighbours()
        self._by_rank()

    def _keep(self, index: int, outer: Iterable[Unit]) -> bool:
        """Narrows a mention to units inside one of `outer`; False, and nothing done, where none would be left."""
        outers = list(outer)
        kept = tuple(u for u in self.open[index] if any(self.inside(u, o) for o in outers))
        if not kept:
            return False
        self.open[index] = kept
        return True

    def _by_parent(self) -> None:
        for index in sorted(range(len(self.mentions)), key=lambda i: DEPTH[self.mentions[i].levels[0]]):
            parent = self.mentions[index].parent
            if parent is None or not self.open[parent] or self.mentions[index].levels[0] == "hamlet":
                continue
            outers = self.open[parent]
            if self._keep(index, outers):
                # the other way round: "xã Thạnh Nhựt, huyện Châu Thành" says which Châu Thành
                held = tuple(o for o in outers if any(self.inside(u, o) for u in self.open[index]))
                self.open[parent] = held or outers
            elif not self._take_past(index, outers):
                self.lost.add(index)

    def _by_echo(self) -> None:
        """A name that the text places once ("xã A, huyện B") is the same unit where it stands alone."""
        placed = {
            (place_key(m.name), unit.level): (i, unit) for i, m in enumerate(self.mentions)
            if m.parent is not None and (unit := self.settled(i)) is not None
        }  # fmt: skip
        for index, mention in enumerate(self.mentions):
            if mention.parent is not None or mention.levels[0] == "hamlet":
                continue
            if mention.kind is None and (self.scope is None or any(self.inside(u, self.scope) for u in self.open[index])):
                continue
            for level in mention.levels:
                found = placed.get((place_key(mention.name), level))
                if found is not None and (mention.kind is None or mention.kind == self.mentions[found[0]].kind):
                    self.open[index] = (found[1],)
                    self.days[index] = self.days[found[0]]
                    break

    def _by_territory(self) -> None:
        """After the reform a commune's name that is none of today's around here is that of one merged into today's."""
        if self.scope is None or self.day < REFORM:
            return
        above = (self.scope, *self.gazetteer.parents(self.scope, self.day))
        for index, mention in enumerate(self.mentions):
            if mention.levels[-1] != "commune" and mention.levels[0] != "commune" or mention.parent is not None:
                continue
            if any(self.inside(u, above[-1]) for u in self.open[index]) and not mention.old:
                continue
            eve = REFORM - timedelta(days=1)
            before = [u for u in self.gazetteer.versions(mention.name, level="commune") if u.holds_on(eve)]
            for outer in above:
                here = tuple(u for u in before if any(self.inside(heir, outer) for heir in self.gazetteer.successors(u)))
                if here:
                    self.open[index], self.days[index] = here, eve
                    break

    def _take_past(self, index: int, outers: Sequence[Unit]) -> bool:
        """A name that held inside the parent on an earlier day, or will within a year."""
        mention = self.mentions[index]
        named = [u for u in self.gazetteer.versions(mention.name) if u.level in mention.levels]
        past = [
            u for u in latest_versions(v for v in named if v.valid_from <= self.day + _SOON)
            if any(self.gazetteer.lies_in(u, o.code, u.nearest_day(self.day)) for o in outers)
        ]  # fmt: skip
        if past:
            self.open[index] = tuple(past)
            self.days[index] = past[0].nearest_day(self.day)
        return bool(past)

    def settled(self, index: int) -> Unit | None:
        units = self.open[index]
        return units[0] if len(units) == 1 and index not in self.lost else None

    def _by_neighbours(self) -> None:
        settled = [(i, u) for i in range(len(self.mentions)) if (u := self.settled(i)) is not None]
        for index, mention in enumerate(self.mentions):
            if len(self.open[index]) < 2 or index in self.lost:
                continue
            for outer in self._scopes(index, mention, settled):
                # "Yên Châu: ..." is not the thị trấn because that is named somewhere too
                if DEPTH[outer.level] <= min(DEPTH[u.level] for u in self.open[index]):
                    self._keep(index, [outer])
                if len(self.open[index]) == 1:
                    break

    def _scopes(self, index: int, mention: Mention, settled: Sequence[tuple[int, Unit]]) -> list[Unit]:
        """Units that may contain a mention, the nearest evidence first."""

        def distance(pair: tuple[int, Unit]) -> tuple[int, int]:
            other = self.mentions[pair[0]]
            if other.sentence == mention.sentence:
                return (0, abs(other.start - mention.start))
            if other.paragraph == mention.paragraph and other.start < mention.start:
                return (1, mention.start - other.start)
            return (3, abs(other.start - mention.start))

        near = sorted(((distance(p), p[0], p[1]) for p in settled if p[0] != index), key=lambda t: (t[0], t[1]))
        close = [u for d, _, u in near if d[0] < 3]
        far = [u for d, _, u in near if d[0] == 3]
        own = [self.scope, *self.gazetteer.parents(self.scope, self.day)] if self.scope is not None else []
        return [*close, *own, *far]

    def _by_fame(self) -> None:
        """A bare name that a province bears, and else only communes, is the province."""
        for index, mention in enumerate(self.mentions):
            provinces = tuple(u for u in self.open[index] if u.level == "province")
            if mention.kind is None and provinces and not any(u.level == "district" for u in self.open[index]):
                self.open[index] = provinces

    def _by_rank(self) -> None:
        """A name without a unit word means the higher of two units that bear it: "ở Yên Châu" is the district."""
        for index, mention in enumerate(self.mentions):
            if mention.kind is None and len(self.open[index]) > 1:
                top = min(DEPTH[u.level] for u in self.open[index])
                self.open[index] = tuple(u for u in self.open[index] if DEPTH[u.level] == top)

    def _by_company(self) -> None:
        """Communes named together that lie in one district only, of all districts, fix that district."""
        groups: dict[str, list[int]] = {}
        for index, mention in enumerate(self.mentions):
            if len(self.open[index]) > 1 and mention.levels == ("commune",) and index not in self.lost:
                groups.setdefault(place_key(mention.name), []).append(index)
        for index in range(len(self.mentions)):
            unit = self.settled(index)
            if unit is not None and unit.level == "commune":
                groups.setdefault(place_key(self.mentions[index].name), []).append(index)
        if len(groups) < 2:
            return
        common: set[str | None] | None = None
        for indexes in groups.values():
            districts = {u.parent_code for i in indexes for u in self.open[i]}
            common = districts if common is None else common & districts
        if common is not None and len(common) == 1:
            code = next(iter(common))
            for indexes in groups.values():
                for i in indexes:
                    self.open[i] = tuple(u for u in self.open[i] if u.parent_code == code) or self.open[i]


def latest_versions(units: Iterable[Unit]) -> list[Unit]:
    """Of several versions of one code the last."""
    last: dict[str, Unit] = {}
    for unit in units:
        if unit.code not in last or last[unit.code].valid_from < unit.valid_from:
            last[unit.code] = unit
    return list(last.values())


def link_mentions(
    gazetteer: Gazetteer, day: date, mentions: Sequence[Mention], scope: Unit | None
) -> tuple[Link, ...]:
    """One link a mention, in order. `scope`: the unit that the article is known to be of, None where it tells none."""
    linker = Linker(gazetteer, day, mentions, scope)
    linker.narrow()
    links = [_link_unit(linker, i) for i in range(len(mentions))]
    for index, mention in enumerate(mentions):
        if mention.levels[0] == "hamlet":
            links[index] = _link_hamlet(linker, links, index)
    return tuple(links)


def _link_unit(linker: Linker, index: int) -> Link:
    mention = linker.mentions[index]
    unit = linker.settled(index)
    parent = mention.parent
    above = linker.settled(parent) if parent is not None else None
    if unit is not None:
        return Link(mention, unit, linker.days[index], (), above)
    left = () if index in linker.lost else linker.open[index]
    if above is None and not left and linker.scope is not None and DEPTH[linker.scope.level] < DEPTH[mention.levels[0]]:
        above = linker.scope
    return Link(mention, None, linker.days[index], left, above)


def _link_hamlet(linker: Linker, links: Sequence[Link], index: int) -> Link:
    """A settlement lies in the commune behind it, else in the last one named before it in its sentence, else in the
    article's own commune; else only in what is certain."""
    mention = linker.mentions[index]
    home = links[mention.parent] if mention.parent is not None else None
    if home is None:
        home = next(
            (links[m.parent] for m in linker.mentions
             if m.parent is not None and m.kind == mention.kind and m.levels == mention.levels and m.name == mention.name), None,
        )  # fmt: skip
    if home is None:
        home = next(
            (links[i] for i in range(index - 1, -1, -1)
             if links[i].mention.sentence == mention.sentence and links[i].level == "commune"), None,
        )  # fmt: skip
    if home is not None and home.unit is not None:
        return Link(mention, home.unit, home.day)
    if home is not None:
        named = home.mention.name if home.level == "commune" else None
        return Link(mention, None, linker.days[index], (), home.above or linker.scope, named)
    return Link(mention, None, linker.days[index], (), linker.scope)


def ref_of(link: Link, gazetteer: Gazetteer, day: date) -> PlaceRef:
    """The link as a PlaceRef with only the names that are certain; code null where the unit is not settled."""
    mention = link.mention
    if mention.levels[0] == "hamlet":
        return _hamlet_ref(link, gazetteer, day)
    if link.unit is not None:
        return gazetteer.ref(link.unit, link.day)
    level = link.level
    names = _shared_names(link, gazetteer, day)
    names[level] = link.candidates[0].name if link.candidates else mention.name
    return PlaceRef(
        name=names[level], kind=mention.kind or (link.candidates[0].kind if link.candidates else None), level=level,
        province=names.get("province"), district=names.get("district"), commune=names.get("commune"),
    )  # fmt: skip


def _hamlet_ref(link: Link, gazetteer: Gazetteer, day: date) -> PlaceRef:
    mention = link.mention
    outer = link.unit or link.above
    base = gazetteer.ref(outer, link.day or day) if outer is not None else None
    return PlaceRef(
        name=mention.name, kind=mention.kind, level="hamlet",
        province=base.province if base else None, district=base.district if base else None,
        commune=link.commune or (base.commune if base else None),
    )  # fmt: skip


def _shared_names(link: Link, gazetteer: Gazetteer, day: date) -> dict[str, str]:
    """Names of the units above that hold whichever candidate is meant."""
    if link.above is not None:
        return {u.level: u.name for u in (link.above, *gazetteer.parents(link.above, day))}
    shared: dict[str, str] | None = None
    for unit in link.candidates:
        names = {u.level: u.name for u in gazetteer.parents(unit, day)}
        shared = names if shared is None else {k: v for k, v in shared.items() if names.get(k) == v}
    return dict(shared or {})


def with_parent(mention: Mention, parent: int) -> Mention:
    return replace(mention, parent=parent)
