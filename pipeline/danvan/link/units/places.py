"""Mentions of places to units of the gazetteer, as of the article's day.

A mention keeps every unit it could be until the text decides: units that contain it ("xã A, huyện B", "xã A (B)"),
units named beside it, the unit that the article speaks for, communes that lie together in one district only. What stays
open is given as candidates. Source: constructions.md 4; contract, rulings 11, 15, 21.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from danvan.gazetteer import REFORM, Gazetteer, Unit, place_key
from danvan.records import Level, Place, PlaceRef
from danvan.text.article import PartKind

DEPTH: Mapping[str, int] = {"central": 0, "province": 1, "district": 2, "commune": 3, "hamlet": 4}
EVE = REFORM - timedelta(days=1)
_OLD_KINDS = frozenset({"huyện", "quận", "thị xã", "thị trấn"})
"""Kinds that no unit has from 1 July 2025 on: named later, they are units of the day before."""
_SOON = timedelta(days=400)
"""A name decided but not yet in force is used up to a year early."""
_RURAL = frozenset({"thôn", "xóm", "bản", "buôn", "bon", "plei", "ấp", "sóc", "phum"})
_URBAN = frozenset({"khóm", "khu phố", "khối phố", "tổ dân phố"})
"""Settlements of a xã and of a phường or thị trấn (circular 04/2012/TT-BNV); thị trấn have both in practice."""
_NEAR = 40
"""Mentions on either side that are near enough to say where one lies."""
_LEVEL_OF_KIND: Mapping[str, Level] = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district", "thành phố": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that may be a place: [start, end) with its unit word, the name alone from `name_start`.

    `levels`: those it can have, the likeliest first; a settlement has only "hamlet". `parent`: index of the mention
    that stands behind it as the unit it lies in. `bare`: without a unit word of its own or of its list. `old`: the
    text calls it a former unit. `organ`: named as the seat of a committee. `merged`: named among those that a new unit
    was made of.
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
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What a mention is. `unit` where one is left; else `candidates`, empty where the gazetteer has none such.

    A slip of the pen inside a known parent has both. `above`: the unit that it certainly lies in. `commune`: name of
    the commune that a settlement lies in, where that one is not in the gazetteer or stays ambiguous.
    """

    mention: Mention
    unit: Unit | None = None
    day: date | None = None
    candidates: tuple[Unit, ...] = ()
    above: Unit | None = None
    commune: str | None = None

    @property
    def hamlet(self) -> bool:
        return self.mention.levels[0] == "hamlet"

    @property
    def level(self) -> Level:
        if self.hamlet:
            return "hamlet"
        if self.unit is not None:
            return self.unit.level
        return self.candidates[0].level if self.candidates else self.mention.levels[0]


@dataclass(frozen=True)
class PlaceFindings:
    """The places of an article, and look-ups for those who read other facts around them.

    `mentions` are (start, end, place) in the order of the text, unit word included; `refs` what figures and posts bear
    as their place, one for each of `places`; `owns` the unit the article speaks for and those it lies in.
    """

    places: tuple[Place, ...] = ()
    article_place: PlaceRef | None = None
    mentions: tuple[tuple[int, int, Place], ...] = ()
    refs: tuple[PlaceRef, ...] = ()
    owns: tuple[PlaceRef, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _index: Mapping[int, int] = field(default_factory=dict, repr=False, compare=False)

    def at(self, start: int, end: int) -> Place | None:
        """The place one of whose mentions shares a character with [start, end); the first of several."""
        for s, e, place in self.mentions[max(0, bisect_right(self._starts, start) - 1) :]:
            if s >= end:
                break
            if start < e:
                return place
        return None

    def within(self, start: int, end: int) -> list[tuple[int, int, Place]]:
        """The mentions that lie wholly inside [start, end), in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self.mentions[first:last] if mention[1] <= end]

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


class Linker:
    """Narrows what each mention of one article can be.

    `day` is the article's; `scope` the unit that the article speaks for, None where that is not known (yet); `site` the
    unit that its page belongs to, which speaks last.
    """

    def __init__(
        self, gazetteer: Gazetteer, day: date, mentions: Sequence[Mention], scope: Unit | None, site: Unit | None = None
    ) -> None:
        self.gazetteer = gazetteer
        self.day = day
        self.mentions = mentions
        self.scope = scope
        self.site = site
        self._held: dict[int, frozenset[str | None]] = {}
        self.days = [self._day_of(m) for m in mentions]
        self._inner = sorted(
            (i for i, m in enumerate(mentions) if m.parent is not None and m.levels[0] != "hamlet"),
            key=lambda i: DEPTH[mentions[i].levels[0]],
        )
        """The mentions that lie in another, the largest units first."""
        for index, mention in enumerate(mentions):
            if mention.parent is not None:
                self.days[index] = min(self.days[index], self.days[mention.parent])
        self.open: list[tuple[Unit, ...]] = [self._candidates(i) for i in range(len(mentions))]
        self.lost: set[int] = set()
        """Mentions whose name exists, but not where the text puts them."""
        self.heirs: set[int] = set()
        """Units of today that the text puts into a former one: "phường Phú An (Bình Dương cũ)"."""
        if day >= REFORM:
            self._find_heirs()

    def _find_heirs(self) -> None:
        for index, mention in enumerate(self.mentions):
            parent = mention.parent
            if parent is None or mention.levels != ("commune",) or mention.merged or mention.old:
                continue
            if self.days[parent] >= REFORM:
                continue
            named = [u for u in self._named(mention) if u.holds_on(self.day) and mention.kind in {None, u.kind}]
            outers = self.open[parent]
            made = tuple(u for u in named if any(self.gazetteer.descends(u, o, EVE) for o in outers))
            if made:
                self.open[index], self.days[index] = made, self.day
                self.heirs.add(index)

    def _day_of(self, mention: Mention) -> date:
        return min(self.day, EVE) if mention.old or mention.kind in _OLD_KINDS else self.day

    def _named(self, mention: Mention) -> list[Unit]:
        return [u for u in self.gazetteer.versions(mention.name) if u.level in mention.levels]

    def _candidates(self, index: int) -> tuple[Unit, ...]:
        mention = self.mentions[index]
        return _candidates(self.gazetteer, mention.name, mention.kind, mention.levels, self.days[index])

    def inside(self, unit: Unit, outer: Unit) -> bool:
        """Whether a unit is, or lies in, another on the article's day or the nearest on which it stands."""
        return outer.code in self._codes(unit)

    def _codes(self, unit: Unit) -> frozenset[str | None]:
        # by id, as the gazetteer does; asked some hundred times about a few units
        known = self._held.get(id(unit))
        if known is None:
            known = self._held[id(unit)] = self.gazetteer.codes(unit, self.day)
        return known

    def settled(self, index: int) -> Unit | None:
        units = self.open[index]
        return units[0] if len(units) == 1 and index not in self.lost else None

    def narrow(self) -> None:
        """Applies every kind of evidence, the strongest first, until nothing changes."""
        self._by_fame()
        for _ in range(3):
            before = [len(units) for units in self.open]
            self._by_parent()
            self._by_echo()
            self._by_territory()
            self._by_neighbours()
            self._by_content()
            if [len(units) for units in self.open] == before:
                break
        self._by_company()
        self._by_neighbours()
        self._by_rank()
        self._doubt_strangers()

    def _keep(self, index: int, outers: Iterable[Unit]) -> bool:
        """Narrows a mention to units inside one of `outers`; False, and nothing done, where none would be left."""
        codes = {outer.code for outer in outers}
        kept = tuple(u for u in self.open[index] if not codes.isdisjoint(self._codes(u)))
        if kept:
            self.open[index] = kept
        return bool(kept)

    def _by_parent(self) -> None:
        """ "xã A, huyện B": A lies in B; and the other way round, B is the one that has an A."""
        for index in self._inner:
            parent = self.mentions[index].parent
            if parent is None or not self.open[parent]:
                continue
            if index in self.heirs:
                continue
            outers = self.open[parent]
            if self._keep(index, outers):
                held = tuple(o for o in outers if any(self.inside(u, o) for u in self.open[index]))
                self.open[parent] = held or outers
            elif not self._take_past(index, outers) and not self._keep(index, self._told_before(index)):
                self.lost.add(index)

    def _told_before(self, index: int) -> list[Unit]:
        """Units of the sentence before a mention: "huyện K có các xã: A, B và xã C thuộc thị xã D"."""
        sentence = self.mentions[index].sentence
        before = (i for i in range(max(0, index - _NEAR), index) if self.mentions[i].sentence == sentence)
        return [u for i in before if (u := self.settled(i)) is not None and u.level != "commune"]

    def _take_past(self, index: int, outers: Iterable[Unit]) -> bool:
        """A name that held inside one of `outers` on an earlier day, or will within a year."""
        outers = list(outers)
        past = [
            u for u in latest_versions(v for v in self._named(self.mentions[index]) if v.valid_from <= self.day + _SOON)
            if any(self.inside(u, o) for o in outers)
        ]  # fmt: skip
        if past:
            self.open[index] = tuple(past)
            self.days[index] = past[0].nearest_day(self.day)
        return bool(past)

    def _by_echo(self) -> None:
        """A name that the text places once ("xã A, huyện B") is the same unit where it stands alone."""
        placed: dict[tuple[str, Level], tuple[int, Unit]] = {}
        for i, m in enumerate(self.mentions):
            if m.parent is not None and (unit := self.settled(i)) is not None:
                placed[place_key(m.name), unit.level] = (i, unit)
        if not placed:
            return
        names = {name for name, _ in placed}
        for index, mention in enumerate(self.mentions):
            if mention.parent is not None or mention.levels[0] == "hamlet" or place_key(mention.name) not in names:
                continue
            here = self.scope is None or any(self.inside(u, self.scope) for u in self.open[index])
            if mention.kind is None and here:
                continue
            stands = here and any(u.holds_on(self.day) for u in self.open[index])
            for level in mention.levels:
                found = placed.get((place_key(mention.name), level))
                if found is not None and stands and self.days[found[0]] < REFORM <= self.days[index]:
                    continue  # a former unit that one of today is named after
                if found is not None and mention.kind in {None, self.mentions[found[0]].kind}:
                    self.open[index], self.days[index] = (found[1],), self.days[found[0]]
                    break

    def _around(self) -> tuple[Unit, ...]:
        """The unit that the article speaks for and those above it."""
        return () if self.scope is None else (self.scope, *self.gazetteer.parents(self.scope, self.day))

    def _by_territory(self) -> None:
        """A commune's name that is none of today's around here is one of yesterday's: renamed or merged since."""
        above = self._around()
        if not above:
            return
        for index, mention in enumerate(self.mentions):
            if mention.levels != ("commune",) and not (mention.bare and "commune" in mention.levels):
                continue
            if mention.parent is not None:
                continue
            at_home = any(self.inside(u, above[-1]) for u in self.open[index])
            if at_home and not mention.old:
                continue
            if self.day >= REFORM:
                self._take_merged(index, above)
            elif not at_home:
                self._take_past(index, above[-2:-1] or above) or self._take_past(index, above)

    def _take_merged(self, index: int, above: Sequence[Unit]) -> None:
        """After the reform: the commune of the day before that went into one of today's here, the nearest first."""
        named = self.gazetteer.versions(self.mentions[index].name, level="commune")
        before = [u for u in named if u.holds_on(EVE)]
        for outer in above:
            here = tuple(u for u in before if any(self.inside(heir, outer) for heir in self.gazetteer.successors(u)))
            if here:
                self.open[index], self.days[index] = here, EVE
                return

    def _by_neighbours(self) -> None:
        """The unit inside which the text names a mention: of its sentence, its paragraph, the article's, any other."""
        undecided = [i for i, units in enumerate(self.open) if len(units) > 1 and i not in self.lost]
        if not undecided:
            return
        settled = [self.settled(i) for i in range(len(self.mentions))]
        common = self._named_anywhere(settled)
        for index in undecided:
            units = self.open[index]
            held = [self._codes(u) for u in units]
            # what holds all of them or none decides nothing
            telling = frozenset.union(*held) - frozenset.intersection(*held)
            highest = min(DEPTH[u.level] for u in units)
            near = self._close(index, settled, telling) if telling else ()
            for outer in (*near, *(u for u in common if u.code in telling)):
                # "Yên Châu: ..." is not the thị trấn because that is named somewhere too
                if DEPTH[outer.level] > highest:
                    continue
                kept = tuple(u for u in units if self.inside(u, outer))
                if kept and len(kept) < len(units):
                    units = self.open[index] = kept
                    highest = min(DEPTH[u.level] for u in units)
                    if len(units) == 1:
                        break

    def _named_anywhere(self, settled: Sequence[Unit | None]) -> list[Unit]:
        """The article's own unit and those above, what the text names, the most named first, the page's own unit."""
        # by id, as the gazetteer does: one unit is one object
        said = Counter(id(u) for u in settled if u is not None)
        by_id = {id(u): u for u in settled if u is not None}
        site = () if self.site is None else (self.site, *self.gazetteer.parents(self.site, self.day))
        return [*self._around(), *(by_id[name] for name, _ in said.most_common()), *site]

    def _close(self, index: int, settled: Sequence[Unit | None], telling: frozenset[str | None]) -> list[Unit]:
        """Units of these codes named in a mention's sentence, the nearest first, then those before it in its
        paragraph."""
        mention = self.mentions[index]
        near: list[tuple[int, int, Unit]] = []
        for at in range(max(0, index - _NEAR), min(len(self.mentions), index + _NEAR)):
            unit, other = settled[at], self.mentions[at]
            if unit is None or unit.code not in telling or at == index:
                continue
            if other.sentence == mention.sentence:
                near.append((0, abs(other.start - mention.start), unit))
            elif other.paragraph == mention.paragraph and other.start < mention.start:
                near.append((1, mention.start - other.start, unit))
        return [unit for _, _, unit in sorted(near, key=lambda n: n[:2])]

    def _by_content(self) -> None:
        """Which "huyện Châu Thành": the one in which the communes lie that the article names."""
        doubtful = [
            i for i, units in enumerate(self.open) if len(units) > 1 and all(u.level != "commune" for u in units)
        ]
        if not doubtful:
            return
        names: dict[str, set[str]] = {}
        for index, mention in enumerate(self.mentions):
            if mention.levels == ("commune",) and mention.parent is None:
                for unit in self.open[index]:
                    names.setdefault(place_key(mention.name), set()).update(
                        p.code for p in self.gazetteer.parents(unit, self.day)
                    )
        for index in doubtful if names else ():
            units = self.open[index]
            held = [sum(u.code in codes for codes in names.values()) for u in units]
            best = max(held)
            winners = tuple(u for u, count in zip(units, held, strict=True) if count == best)
            if len(winners) == 1 and (best >= 2 or best == len(names)):
                self.open[index] = winners

    def _by_company(self) -> None:
        """Communes named together that lie in one district only, of all districts, fix that district."""
        groups: dict[str, list[int]] = {}
        for index, mention in enumerate(self.mentions):
            if mention.levels == ("commune",) and self.open[index] and index not in self.lost:
                groups.setdefault(place_key(mention.name), []).append(index)
        if len(groups) < 2 or all(len(self.open[i]) == 1 for indexes in groups.values() for i in indexes):
            return
        shared: set[str | None] | None = None
        for indexes in groups.values():
            outers = {u.parent_code for i in indexes for u in self.open[i]}
            shared = outers if shared is None else shared & outers
        if shared is not None and len(shared) == 1:
            code = next(iter(shared))
            for i in (i for indexes in groups.values() for i in indexes):
                self.open[i] = tuple(u for u in self.open[i] if u.parent_code == code) or self.open[i]

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

    def _doubt_strangers(self) -> None:
        """A commune of another province than the article's, which nothing in the text puts there, is a candidate."""
        above = self._around()
        if not above:
            return
        settled = (self.settled(i) for i in range(len(self.mentions)))
        named = {u.code for u in settled if u is not None and u.level != "commune"}
        for index, mention in enumerate(self.mentions):
            unit = self.settled(index)
            if unit is None or mention.levels != ("commune",) or mention.parent is not None or mention.old:
                continue
            if self.inside(unit, above[-1]) or any(p.code in named for p in self.gazetteer.parents(unit, self.day)):
                continue
            self.lost.add(index)


@functools.lru_cache(maxsize=4096)
def _candidates(
    gazetteer: Gazetteer, name: str, kind: str | None, levels: tuple[Level, ...], day: date
) -> tuple[Unit, ...]:
    """The units that a name can mean on a day; kept, since an article's mentions are linked several times."""
    if levels[0] == "hamlet":
        return ()
    named = [u for u in gazetteer.versions(name) if u.level in levels]
    now = [u for u in named if u.holds_on(day)]
    now = now or latest_versions(u for u in named if u.valid_from <= day + _SOON)
    exact = [u for u in now if kind is None or u.kind == kind]
    if exact or any(u.level == "district" for u in now) or levels[0] != "district":
        return tuple(exact or now)  # writers lag behind a change of kind: "xã" for what became a phường
    # "thành phố Ninh Bình" after that one got another name: it is no word for the province
    gone = latest_versions(u for u in named if u.valid_from <= day and u.kind == kind)
    return tuple(gone or now)


def latest_versions(units: Iterable[Unit]) -> list[Unit]:
    """Of several versions of one code the last."""
    last: dict[str, Unit] = {}
    for unit in units:
        if unit.code not in last or last[unit.code].valid_from < unit.valid_from:
            last[unit.code] = unit
    return list(last.values())


def link_mentions(
    gazetteer: Gazetteer, day: date, mentions: Sequence[Mention], scope: Unit | None, site: Unit | None = None
) -> tuple[Link, ...]:
    """One link a mention, in order. `scope`: the unit the article speaks for, `site`: that of its page, or None."""
    linker = Linker(gazetteer, day, mentions, scope, site)
    linker.narrow()
    links = [_link_unit(linker, i) for i in range(len(mentions))]
    told = _told_homes(mentions)
    for index, mention in enumerate(mentions):
        if mention.levels[0] == "hamlet":
            links[index] = _link_hamlet(linker, links, index, told)
    return tuple(links)


def _link_unit(linker: Linker, index: int) -> Link:
    mention, day = linker.mentions[index], linker.days[index]
    above = linker.settled(mention.parent) if mention.parent is not None else None
    unit = linker.settled(index)
    if unit is not None:
        return Link(mention, unit, day, (), above)
    left = linker.open[index]
    if above is not None:
        if not left or index in linker.lost:
            alike = [u for u in linker.gazetteer.alike(mention.name, above, day) if u.level in mention.levels]
            if len(alike) == 1:
                # a slip of the pen inside a unit that the text names: linked in doubt, and said so by the candidate
                return Link(mention, alike[0], day, tuple(alike), above)
        return Link(mention, None, day, () if index in linker.lost else left, above)
    if not left and linker.scope is not None and DEPTH[linker.scope.level] < DEPTH[mention.levels[0]]:
        above = linker.scope
    return Link(mention, None, day, left, above)


def _link_hamlet(linker: Linker, links: Sequence[Link], index: int, told: _Homes) -> Link:
    """A settlement lies in the commune behind it, here or where it is named again; else in the last commune before it
    in its sentence; else in what is certain: the article's own unit."""
    mention, day, scope = linker.mentions[index], linker.days[index], linker.scope
    parent = mention.parent if mention.parent is not None else told.get((mention.kind, mention.name))
    home = links[parent] if parent is not None else None
    if home is None:
        before = (links[i] for i in range(index - 1, max(-1, index - _NEAR), -1))
        here = (k for k in before if k.mention.sentence == mention.sentence and k.level == "commune")
        home = next((k for k in here if _may_hold(k.unit.kind if k.unit else k.mention.kind, mention)), None)
    if home is None:
        own = scope if scope is not None and scope.level == "commune" and _may_hold(scope.kind, mention) else None
        return Link(mention, own, day, (), scope)
    if home.unit is not None:
        return Link(mention, home.unit, home.day)
    commune = home.mention.name if home.level == "commune" else None
    return Link(mention, None, day, (), home.above or scope, commune)


def _may_hold(commune: str | None, settlement: Mention) -> bool:
    """Whether a commune of this kind has settlements of that kind: no ấp in a phường, no khóm in a xã."""
    if settlement.kind in _RURAL:
        return commune != "phường"
    return commune != "xã" or settlement.kind not in _URBAN


_Homes = Mapping[tuple[str | None, str], int]


def _told_homes(mentions: Sequence[Mention]) -> _Homes:
    """By kind and name of a settlement the mention it lies in, where the text says so and always the same."""
    homes: dict[tuple[str | None, str], set[int]] = {}
    for mention in mentions:
        if mention.parent is not None and mention.levels[0] == "hamlet":
            homes.setdefault((mention.kind, mention.name), set()).add(mention.parent)
    return {
        name: min(parents) for name, parents in homes.items()
        if len({place_key(mentions[at].name) for at in parents}) == 1
    }  # fmt: skip


def ref_of(link: Link, gazetteer: Gazetteer, day: date) -> PlaceRef:
    """The link as a PlaceRef with only the names that are certain; code null where the unit is not settled."""
    if link.hamlet:
        return _hamlet_ref(link, gazetteer, day)
    if link.unit is not None:
        return gazetteer.ref(link.unit, link.day)
    mention, level = link.mention, link.level
    names = _shared_names(link, gazetteer, day)
    names[level] = link.candidates[0].name if link.candidates else as_name(mention.name)
    kinds = {u.kind for u in link.candidates}
    return PlaceRef(
        name=names[level], kind=mention.kind or (kinds.pop() if len(kinds) == 1 else None), level=level,
        province=names.get("province"), district=names.get("district"), commune=names.get("commune"),
    )  # fmt: skip


def as_name(text: str) -> str:
    """A name as names are written: one of a heading in capitals gets small letters."""
    return text.title() if text.isupper() and len(text) > 3 else text


def _hamlet_ref(link: Link, gazetteer: Gazetteer, day: date) -> PlaceRef:
    """The commune that a settlement lies in, its code too, with the settlement's own name, kind and level."""
    outer = link.unit or link.above
    base = gazetteer.ref(outer, link.day or day) if outer is not None else None
    return PlaceRef(
        code=base.code if base is not None and base.level == "commune" else None,
        name=as_name(link.mention.name), kind=link.mention.kind, level="hamlet",
        province=base.province if base else None, district=base.district if base else None,
        commune=link.commune or (base.commune if base else None),
    )  # fmt: skip


def _shared_names(link: Link, gazetteer: Gazetteer, day: date) -> dict[str, str]:
    """Names of the units above that hold whichever candidate is meant."""
    if link.above is not None:
        return {u.level: u.name for u in (link.above, *gazetteer.parents(link.above, day))}
    counted: Counter[tuple[str, str]] = Counter()
    for unit in link.candidates:
        counted.update((u.level, u.name) for u in gazetteer.parents(unit, day))
    return {level: name for (level, name), count in counted.items() if count == len(link.candidates)}
