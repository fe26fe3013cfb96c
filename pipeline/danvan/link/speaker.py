"""The unit that an article speaks for. Source: constructions.md 4.6.

By strength: title, opening, acting bodies, how often it is named, the author's own body; and the level by which the
article calls its area ("toàn huyện"). Where no unit of that level is named, the one in which all named ones lie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from danvan.gazetteer import Gazetteer, Unit, place_key
from danvan.link.places import DEPTH, Link, ref_of
from danvan.records import PlaceRef

_OPENING = 3
"""Sentences up to this index, the title's among them, open the article."""
_TIMES = {"said": 6, "title": 1, "heading": 1, "opening": 1, "organ": 2, "author": 1}
"""How often each kind of evidence counts for one unit."""
_MOST = 0.8
"""Share of what an article names that must lie in a unit for the article to speak for it."""


@dataclass
class _Claim:
    """One unit's evidence that the article speaks for it."""

    link: Link
    weight: float = 0.0
    title: bool = False


def speaker_of(gazetteer: Gazetteer, day: date, links: Sequence[Link], own: Counter[str]) -> PlaceRef | None:
    """The unit that the article speaks for; code null where it stays ambiguous, None where nothing tells.

    `own`: how often the article calls its area by each level ("toàn huyện": district).
    """
    claims = _claims(links)
    if not claims:
        return None
    titled = [claim for claim in claims if claim.title]
    if titled:
        return ref_of(max(titled, key=lambda c: _titled_rank(c, own)).link, gazetteer, day)
    level = max(own, key=lambda k: own[k]) if own else None
    fitting = [claim for claim in claims if claim.link.level == level]
    if fitting:
        return ref_of(max(fitting, key=lambda c: c.weight).link, gazetteer, day)
    implied = _implied(gazetteer, day, claims, level)
    if implied is not None:
        return gazetteer.ref(implied, day)
    return _smallest(gazetteer, day, claims)


def _claims(links: Sequence[Link]) -> list[_Claim]:
    claims: dict[tuple[str, str], _Claim] = {}
    said: Counter[tuple[str, str, str]] = Counter()
    for link in links:
        if link.hamlet:
            if link.mention.part != "title" or link.unit is None:
                continue
            # a title that names a settlement speaks for its commune
            link = replace(link, mention=replace(link.mention, levels=("commune",)))  # noqa: PLW2901
        name = (link.level, link.unit.code if link.unit is not None else place_key(link.mention.name))
        claim = claims.setdefault(name, _Claim(link))
        for sign, weight in _signs(link).items():
            said[*name, sign] += 1
            if said[*name, sign] <= _TIMES[sign]:
                claim.weight += weight
        claim.title |= link.mention.part == "title" and link.mention.rule != "place.bracket"
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


def _implied(gazetteer: Gazetteer, day: date, claims: Iterable[_Claim], level: str | None) -> Unit | None:
    """The unit of a level in which all settled units of the article lie; None where they lie in several."""
    settled = [claim.link.unit for claim in claims if claim.link.unit is not None]
    found = Counter(u for unit in settled for u in gazetteer.parents(unit, day) if u.level == level)
    if not found:
        return None
    unit, count = found.most_common(1)[0]
    return unit if (count >= 2 and count == len(settled)) or (count >= 3 and count >= _MOST * len(settled)) else None


def _smallest(gazetteer: Gazetteer, day: date, claims: Sequence[_Claim]) -> PlaceRef:
    """The smallest unit in which most of what the article names lies; the units above it speak neither way."""
    ranked: list[tuple[int, float, PlaceRef]] = []
    for unit in {claim.link.unit: None for claim in claims if claim.link.unit is not None}:
        for outer in (unit, *gazetteer.parents(unit, day)):
            above = {u.code for u in gazetteer.parents(outer, day)}
            rest = [c for c in claims if c.link.unit is None or c.link.unit.code not in above]
            held = sum(c.weight for c in rest if c.link.unit and gazetteer.lies_in(c.link.unit, outer.code, day))
            if held >= _MOST * sum(c.weight for c in rest):
                ranked.append((DEPTH[outer.level], held, gazetteer.ref(outer, day)))
    if ranked:
        return max(ranked, key=lambda r: r[:2])[2]
    return ref_of(max(claims, key=lambda c: c.weight).link, gazetteer, day)
