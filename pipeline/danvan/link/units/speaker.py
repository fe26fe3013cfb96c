"""The unit that an article speaks for. Source: constructions.md 4.6.

By strength: title, opening, acting bodies, how often it is named, the author's own body; and the level by which the
article calls its area ("toàn huyện"). Where no unit of that level is named, the one in which all named ones lie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from danvan.gazetteer import REFORM, Gazetteer, Unit, place_key
from danvan.link.units.places import DEPTH, Link, ref_of
from danvan.records import PlaceRef

_OPENING = 3
"""Sentences up to this index, the title's among them, open the article."""
_TIMES = {"said": 6, "title": 1, "heading": 1, "opening": 1, "organ": 2, "author": 1}
"""How often each kind of evidence counts for one unit."""
_OFTEN = 2
"""An article that calls its area by a level so often speaks for a unit of that level."""
_JOINER = 4
"""Characters between two names side by side: " và ", ", ", " - "."""
_ALMOST = 0.5
"""Evidence that a name without its unit word, or one more mention, makes no difference to."""
_TOUR = 3
"""So many units of one level make a text that goes from one to the next: the one in its title may be a stage."""
_HAS = 1.5
"""What it weighs that the text tells of a unit what it has or does."""
_MOST = 0.8
"""Share of what an article names that must lie in a unit for the article to speak for it."""


@dataclass(frozen=True, slots=True)
class Act:
    """A body that does something in the title or the opening: [start, end) up to its unit word, whose level it has; for
    a city, which may be of either level, "city".
    """

    level: str
    start: int
    end: int
    title: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article says of its own unit besides naming places.

    `own`: how often it calls its area by each level ("toàn huyện": district). `acts`: in the order of the text.
    `sites`: starts of the mentions that only tell where something happens ("tại huyện Tân Trụ").
    """

    own: Counter[str]
    acts: tuple[Act, ...] = ()
    sites: frozenset[int] = frozenset()
    subjects: frozenset[int] = frozenset()
    """Starts of the mentions of which the text tells what they have or do: "huyện Vĩnh Cửu có nhiều mô hình"."""
    asides: frozenset[int] = frozenset()
    """Starts of the mentions that the text names as one case of many: "Đặc biệt, huyện hội Vĩnh Cửu có quỹ lớn"."""


@dataclass
class _Claim:
    """One unit's evidence that the article speaks for it. `apart`: without the mentions that only tell in what another
    unit lies. `sited`: its title only tells where something happens.
    """

    link: Link
    weight: float = 0.0
    apart: float = 0.0
    title: bool = False
    sited: bool = True
    said: dict[str, int] = field(default_factory=dict)
    """How often each sign has been met."""
    starts: set[int] = field(default_factory=set)


def speaker_of(gazetteer: Gazetteer, day: date, links: Sequence[Link], evidence: Evidence) -> PlaceRef | None:
    """The unit that the article speaks for; code null where it stays ambiguous, None where nothing tells."""
    own = evidence.own
    # what a picture shows is an example: it speaks only where nothing else does
    told = [link for link in links if link.mention.part != "caption"]
    if day >= REFORM:
        # who speaks today is no unit of yesterday, where the text names one of today
        told = [link for link in told if link.unit is None or link.unit.holds_on(day)] or told
    claims = _claims(told, evidence.sites) or _claims(links, evidence.sites)
    if not claims:
        return None
    titled = [claim for claim in claims if claim.title]
    if all(claim.sited for claim in titled) or any(act.title for act in evidence.acts):
        acting = _acting(gazetteer, day, links, claims, evidence.acts)
        if acting is not None:
            return acting
    filed = _filed_under(gazetteer, day, titled) if not own["province"] else None
    if filed is not None:
        return ref_of(filed.link, gazetteer, day)
    if titled and not own["province"] and all(_is_label(claim) for claim in titled):
        in_text = any(claim.starts & evidence.subjects for claim in titled)
        inner = None if in_text else _only_inside(gazetteer, day, titled, claims, own)
        if inner is not None:
            return ref_of(inner.link, gazetteer, day)
    if titled:
        best = max(titled, key=lambda c: _titled_rank(c, own))
        outer = _above_both(gazetteer, day, best, titled)
        if sum(claim.link.level == best.link.level for claim in claims) >= _TOUR:
            best = _outweighed(gazetteer, day, best, claims, evidence) or best
        return gazetteer.ref(outer, day) if outer is not None else ref_of(best.link, gazetteer, day)
    level = max(own, key=lambda k: own[k]) if own else None
    fitting = [claim for claim in claims if claim.link.level == level]
    if fitting:
        best = max(fitting, key=lambda c: c.weight)
        implied = _implied(gazetteer, day, claims, level, own) if _is_in_passing(best) else None
        if implied is not None and implied != best.link.unit:
            return gazetteer.ref(implied, day)
        best = _outweighed(gazetteer, day, best, claims, evidence) or best
        own_unit = ref_of(best.link, gazetteer, day)
        return _told_of(gazetteer, day, own_unit, claims, evidence) or own_unit
    implied = _implied(gazetteer, day, claims, level, own)
    if implied is not None:
        return gazetteer.ref(implied, day)
    return _smallest(gazetteer, day, claims, evidence.asides)


def _is_in_passing(claim: _Claim) -> bool:
    """Whether a unit is named but once, in no place that tells of whom the article speaks: "bán ra Hà Nội"."""
    return claim.said == {"said": 1}


def _is_label(claim: _Claim) -> bool:
    """Whether a title only files the article under a province, or tells where it happens: "Bình Phước: Sôi nổi hội
    thi", "Đổi cách nghĩ ở Quảng Trị"."""
    return claim.link.level == "province" and (bool(claim.said.get("heading")) or claim.sited)


def _filed_under(gazetteer: Gazetteer, day: date, titled: Sequence[_Claim]) -> _Claim | None:
    """The only unit of a title beside the province that files it: "Thái Bình: Huyện Tiền Hải hiến đất"."""
    labels = [c for c in titled if c.link.level == "province" and c.said.get("heading")]
    inner = [c for c in titled if c not in labels]
    if len(labels) != 1 or len(inner) != 1 or inner[0].sited:
        return None
    outer, unit = labels[0].link.unit, inner[0].link.unit
    inside = outer is not None and unit is not None and gazetteer.lies_in(unit, outer.code, day)
    return inner[0] if inside else None


def _above_both(gazetteer: Gazetteer, day: date, best: _Claim, titled: Sequence[_Claim]) -> Unit | None:
    """The unit that holds two of one level which the title names side by side: "ở huyện A và B"; None without such."""
    unit, mention = best.link.unit, best.link.mention
    for claim in titled:
        other, beside = claim.link.unit, claim.link.mention
        if unit is None or other is None or claim is best or other.level != unit.level or beside.part != "title":
            continue
        if 0 <= max(mention.start, beside.start) - min(mention.end, beside.end) <= _JOINER:
            above = gazetteer.parents(unit, day)
            return next((u for u in above if gazetteer.lies_in(other, u.code, day)), None)
    return None


def _outweighed(
    gazetteer: Gazetteer, day: date, best: _Claim, claims: Sequence[_Claim], evidence: Evidence
) -> _Claim | None:
    """The larger unit around an example: named apart from it, and with more evidence than the example has with all
    words by which the article calls its level."""

    def score(claim: _Claim, weight: float) -> float:
        has = _HAS if claim.starts & evidence.subjects else 0.0
        # "xã" in a text that goes from commune to commune is each of them in turn
        beside = sum(c.weight for c in claims if c.link.level == claim.link.level)
        return weight + has + min(evidence.own[claim.link.level], 6) * claim.weight / beside

    if best.link.unit is None:
        return None
    above = {u.code for u in gazetteer.parents(best.link.unit, day)}
    outer = [c for c in claims if c.link.unit is not None and c.link.unit.code in above]
    heavy = max(outer, key=lambda c: score(c, c.apart), default=None)
    return heavy if heavy is not None and score(heavy, heavy.apart) > score(best, best.weight) else None


def _only_inside(
    gazetteer: Gazetteer, day: date, labels: Sequence[_Claim], claims: Sequence[_Claim], own: Counter[str]
) -> _Claim | None:
    """Of the units that the text names inside the province of its label the one named most, where each lies in another;
    and the one that holds all others, where the text calls its level its own.

    None where the text names units side by side, or one only in passing.
    """
    inner = [claim for claim in claims if claim not in labels]
    inner.sort(key=lambda claim: DEPTH[claim.link.level])
    units = [claim.link.unit for claim in inner]
    first = units[0] if units else None
    if first is not None and own[first.level] and inner[0].said["said"] > 1:
        rest = [u for u in units[1:] if u is not None]
        if len(rest) == len(units) - 1 and all(gazetteer.lies_in(u, first.code, day) for u in rest):
            return inner[0]
    for outer, unit in pairwise([labels[0].link.unit, *units]):
        if unit is None or outer is None or not gazetteer.lies_in(unit, outer.code, day) or unit.level == outer.level:
            return None
    best = max(inner, key=lambda claim: claim.weight, default=None)
    return best if best is not None and best.said["said"] > 1 else None


def _told_of(
    gazetteer: Gazetteer, day: date, larger: PlaceRef, claims: Sequence[_Claim], evidence: Evidence
) -> PlaceRef | None:
    """The unit of which an article tells that a larger body opens: the one that has or does something in it, and
    in which all lies that is named beside that body's own.
    """
    subjects = [c.link.unit for c in claims if c.starts & evidence.subjects and c.link.unit is not None]
    unit = min(subjects, key=lambda u: DEPTH[u.level], default=None)
    if unit is None or larger.code is None or not all(gazetteer.lies_in(u, unit.code, day) for u in subjects):
        return None
    above = {u.code for u in gazetteer.parents(unit, day)}
    if larger.code not in above:
        return None
    rest = [c.link.unit for c in claims if c.link.unit is None or c.link.unit.code not in above]
    inside = [u for u in rest if u is not None and u != unit and gazetteer.lies_in(u, unit.code, day)]
    return gazetteer.ref(unit, day) if inside and len(inside) + 1 == len(rest) else None


def _acting(
    gazetteer: Gazetteer, day: date, links: Sequence[Link], claims: Sequence[_Claim], acts: Sequence[Act]
) -> PlaceRef | None:
    """The unit of the first body that acts: as it is named, else the only one of its level that the text leaves."""
    named = [next((k for k in links if act.start <= k.mention.start <= act.end < k.mention.end), None) for act in acts]
    names = {(k.level, place_key(k.mention.name)) for k in named if k is not None}
    if len(names) > 1 and len({level for level, _ in names}) == 1 and not acts[0].title:
        return None  # "UBMTTQ xã A tặng ..., UBMTTQ xã B khởi công ...": the unit that holds them all speaks
    for act, link in zip(acts, named, strict=True):
        if link is not None:
            return ref_of(link, gazetteer, day)
        fitting = [claim for claim in claims if _is_of_level(claim.link.level, _kind(claim), act.level)]
        if fitting:
            return ref_of(max(fitting, key=lambda c: c.weight).link, gazetteer, day)
        found = Counter(
            outer for claim in claims if claim.link.unit is not None
            for outer in gazetteer.parents(claim.link.unit, day) if _is_of_level(outer.level, outer.kind, act.level)
        )  # fmt: skip
        if len(found) == 1:
            return gazetteer.ref(next(iter(found)), day)
    return None


def _kind(claim: _Claim) -> str | None:
    return claim.link.mention.kind if claim.link.unit is None else claim.link.unit.kind


def _is_of_level(level: str, kind: str | None, told: str) -> bool:
    """Whether a unit is of the level that a body's name tells: "Liên đoàn Lao động thành phố" is of no quận."""
    if told == "city":
        return kind == "thành phố"
    return level == told


def _claims(links: Sequence[Link], sites: frozenset[int]) -> list[_Claim]:
    addresses = {k.mention.parent for k in links if k.mention.parent is not None and not k.hamlet}
    # "Ở tỉnh A, xã B ...": it stands before what lies in it
    frames = {
        at for at, (outer, inner) in enumerate(pairwise(links))
        if 0 <= inner.mention.start - outer.mention.end <= _JOINER and not inner.hamlet
        and DEPTH[outer.level] < DEPTH[inner.level]
    }  # fmt: skip
    claims: dict[tuple[str, str], _Claim] = {}
    for index, link in enumerate(links):
        if link.hamlet:
            if link.mention.part != "title" or link.unit is None:
                continue
            # a title that names a settlement speaks for its commune
            link = replace(link, mention=replace(link.mention, levels=("commune",)))  # noqa: PLW2901
        name = (link.level, link.unit.code if link.unit is not None else place_key(link.mention.name))
        claim = claims.get(name)
        if claim is None:
            claim = claims[name] = _Claim(link)
        claim.starts.add(link.mention.start)
        for sign, weight in _signs(link).items():
            times = claim.said[sign] = claim.said.get(sign, 0) + 1
            if times <= _TIMES[sign]:
                claim.weight += weight
                claim.apart += 0.0 if index in addresses or index in frames else weight
        if link.mention.part == "title" and link.mention.rule != "place.bracket" and index not in addresses:
            claim.title = True
            claim.sited &= link.mention.start in sites
    return list(claims.values())


def _signs(link: Link) -> dict[str, float]:
    mention = link.mention
    signs = {"said": 0.3 if mention.bare else 0.5}
    if mention.part == "title" and mention.rule != "place.bracket":
        signs["title"] = 4
        if mention.rule == "place.bare.heading":
            signs["heading"] = 2
    elif mention.sentence <= _OPENING:
        signs["opening"] = 2
    if mention.organ:
        signs["organ"] = 1.5
    if mention.part == "author":
        signs["author"] = 1.5
    return signs


def _titled_rank(claim: _Claim, own: Counter[str]) -> tuple[float, int]:
    """Of the units in a title the one whose level the article calls its own, else the one with the most evidence."""
    return claim.weight + min(own[claim.link.level], 6), DEPTH[claim.link.level]


def _implied(
    gazetteer: Gazetteer, day: date, claims: Iterable[_Claim], level: str | None, own: Counter[str]
) -> Unit | None:
    """The unit of a level in which all settled units of the article lie; None where they lie in several."""
    settled = [claim.link.unit for claim in claims if claim.link.unit is not None]
    found = Counter(u for unit in settled for u in gazetteer.parents(unit, day) if u.level == level)
    if not found:
        return None
    unit, count = found.most_common(1)[0]
    if (count >= 2 and count == len(settled)) or (count >= 3 and count >= _MOST * len(settled)):
        return unit
    # one picture or one example is enough where the text calls that level its own again and again, or oftener than it
    # names the example
    named = max(claim.said["said"] for claim in claims if claim.link.unit is not None)
    enough = level is not None and (own[level] >= _OFTEN or own[level] >= named)
    return unit if enough and count == len(settled) else None


def _smallest(gazetteer: Gazetteer, day: date, claims: Sequence[_Claim], asides: frozenset[int]) -> PlaceRef | None:
    """The smallest unit in which most of what the article names lies; the units above it speak neither way, unless one
    of them has as much evidence apart from it: then it is the example. None where all are but cases of many."""
    if all(claim.starts <= asides for claim in claims):
        return None
    ranked: list[tuple[int, float, PlaceRef]] = []
    for unit in {claim.link.unit: None for claim in claims if claim.link.unit is not None}:
        for outer in (unit, *gazetteer.parents(unit, day)):
            above = {u.code for u in gazetteer.parents(outer, day)}
            rest = [c for c in claims if c.link.unit is None or c.link.unit.code not in above]
            inside = [c for c in rest if c.link.unit and gazetteer.lies_in(c.link.unit, outer.code, day)]
            held = sum(c.weight for c in inside)
            larger = [c for c in claims if c.link.unit and c.link.unit.code in above]
            if not _is_example(inside, larger) and held >= _MOST * sum(c.weight for c in rest):
                ranked.append((DEPTH[outer.level], held, gazetteer.ref(outer, day)))
    if ranked:
        return max(ranked, key=lambda r: r[:2])[2]
    return ref_of(max(claims, key=lambda c: c.weight).link, gazetteer, day)


def _is_example(inside: Sequence[_Claim], larger: Sequence[_Claim]) -> bool:
    """Whether a unit above has as much evidence apart from those inside, or almost as much and is named first."""
    held = sum(c.apart for c in inside)
    first = min((min(c.starts) for c in inside), default=0)
    return any(c.apart >= held - (_ALMOST if min(c.starts) < first else 0.0) for c in larger if c.apart)
