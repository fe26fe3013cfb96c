"""Administrative units and settlements named in an article, linked to the gazetteer, and the unit it speaks for."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import regex

from danvan.confidence import confidence
from danvan.errors import UsageError
from danvan.find.mentions.lexicon import anchored
from danvan.find.mentions.scan import REACH, find_mentions
from danvan.gazetteer import DEFAULT_DAY, FIRST_DAY, REFORM, Gazetteer, Unit, place_key
from danvan.link.units.places import (
    DEPTH,
    Link,
    Mention,
    PlaceFindings,
    as_name,
    latest_versions,
    link_mentions,
    ref_of,
)
from danvan.link.units.speaker import Act, Evidence, speaker_of
from danvan.match import find
from danvan.reading import Reading
from danvan.records import Place, PlaceRef
from danvan.text.article import UNIT_NOTE, Draft, Part
from danvan.text.segment import Sentence
from danvan.text.view import fold_view

__all__ = ["PlaceFindings", "find_places", "parse_place_hint"]

_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)", regex.V1)
_FULL_DATE = regex.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)", regex.V1)
_NAME_FOLLOWS = regex.compile(r"\s{1,2}\p{Lu}", regex.V1)
_PARTS = regex.compile(r"[,()]|\s-\s", regex.V1)
_KINDS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã")
_STRONG = frozenset(f"place.bare.{sign}" for sign in ("after", "heading", "bracket", "list", "first", "count"))
_ACT_LEVELS = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district", "thị": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_CITY = frozenset({"thành phố", "thành", "tp"})
_SEATS = frozenset({"huyện", "quận", "thị", "thành"})
_TOLD = frozenset({"lead", "body"})
_OPENING = 3
"""Sentences behind the title in which the body that acts is looked for."""
_CLAUSE_START = frozenset(",-:;)]\"'")
_STOP = regex.compile(r"[;:\n]", regex.V1)
_VERB_REACH = 120
_HEAD, _FOOT = 1500, 2500
"""Characters at both ends of a raw page in which its own name is looked for."""


def find_places(reading: Reading, *, day: date | None, hint: PlaceRef | str | None = None) -> PlaceFindings:
    """Every unit and settlement of the article, once a unit, and the unit it speaks for.

    `day`: the article's day; None takes the latest full date in the text, else the end of the latest year that it
    names, at the most the gazetteer's DEFAULT_DAY. `hint`: the unit that the caller knows the article to be of (a
    site's own commune), or its name as `parse_place_hint` reads it; it settles what the text leaves open. Raises
    UsageError for a name that no unit ever had.
    """
    told = day or _text_day(reading.view)
    at = max(told or _text_year(reading.view), FIRST_DAY)
    gazetteer = reading.gazetteer
    hint = _known_hint(hint, gazetteer, at) if isinstance(hint, str) else hint
    given = _unit_of(hint, gazetteer, at)
    mentions = find_mentions(reading)
    if told is None and _tells_of_reform(gazetteer, mentions):
        at = REFORM
    own = Evidence(
        _own_levels(reading, at), tuple(_acts(reading)), _sites(reading, mentions), _subjects(reading, mentions),
        _asides(reading, mentions),
    )  # fmt: skip
    links = link_mentions(gazetteer, at, mentions, given)
    scope = given or _unit_of(speaker_of(gazetteer, at, links, own), gazetteer, at)
    if scope is not None:
        links = link_mentions(gazetteer, at, mentions, scope)
    kept = _without_loose(links, gazetteer, at, scope)
    site = None
    if kept != mentions or scope is None:
        site = _site_unit(reading, at) if given is None and _leaves_open(links) else None
        links = link_mentions(gazetteer, at, kept, scope, site)
    speaker = speaker_of(gazetteer, at, links, own) or (gazetteer.ref(site, at) if site is not None else hint)
    final = given or _unit_of(speaker, gazetteer, at)
    if final != scope:
        links = link_mentions(gazetteer, at, kept, final, site)
        if final is None:
            # the first guess stood on a loose name: what is left may settle without it
            speaker = speaker_of(gazetteer, at, links, own) or speaker
    if given is None and speaker is not None and _is_of_force(reading, mentions):
        speaker = None
    return _findings(reading, at, links, speaker)


def _is_of_force(reading: Reading, mentions: Sequence[Mention]) -> bool:
    """Whether the title speaks of a force that lies in no one unit, "Quân khu 4", and names no unit beside it."""
    titles = [p for p in reading.draft.parts if p.kind == "title"]
    rule = reading.rules.rule("cues", "scope.force")
    return any(reading.find(rule, p.start, p.end) for p in titles) and not any(m.part == "title" for m in mentions)


def _tells_of_reform(gazetteer: Gazetteer, mentions: Sequence[Mention]) -> bool:
    """Whether an article without a day calls a province or a district former that the reform of July 2025 dissolved."""
    former = (m for m in mentions if m.old and m.kind in {None, "tỉnh", "huyện"} and m.levels[0] != "hamlet")
    units = (u for m in former for u in gazetteer.versions(m.name) if u.level in m.levels and u.level != "commune")
    return any(u.holds_on(DEFAULT_DAY) and not u.holds_on(REFORM) for u in units)


def _leaves_open(links: Sequence[Link]) -> bool:
    return not links or any(link.unit is None for link in links)


# ---- what the caller or the page says


def parse_place_hint(name: str, gazetteer: Gazetteer, day: date | None) -> PlaceRef | None:
    """The unit meant by "huyện Thạch Hà", "Thạch Hà, Hà Tĩnh" or "xã Phú Lợi (huyện Giang Thành - Kiên Giang)".

    Parts go from the small unit to the large; a bare name is the highest unit that bears it. A unit that is gone by
    `day` is given as it last was. Where several fit, a ref without code and with the shared names only; None where
    none does.
    """
    at = day or DEFAULT_DAY
    told = _hinted(name, gazetteer, at)
    # "huyện Thoại Sơn, An Giang" after the reform: the province went on under another code, its districts did not
    return told if told is not None or at < REFORM else _hinted(name, gazetteer, DEFAULT_DAY)


def _hinted(name: str, gazetteer: Gazetteer, at: date) -> PlaceRef | None:
    found: tuple[Unit, ...] = ()
    folded = fold_view(unicodedata.normalize("NFC", name))
    for part in reversed([p.strip() for p in _PARTS.split(folded) if p.strip()]):
        kind, bare = _split_kind(part)
        named = gazetteer.versions(bare, kind=kind)
        fitting = [u for u in named if u.holds_on(at)] or latest_versions(named)
        if found:
            fitting = [u for u in fitting if any(u != f and gazetteer.lies_in(u, f.code, at) for f in found)]
        if not fitting:
            return None
        top = min(DEPTH[u.level] for u in fitting)
        found = tuple(u for u in fitting if DEPTH[u.level] == top)
    refs = [gazetteer.ref(u, at) for u in found]
    if len(refs) < 2:
        return refs[0] if refs else None
    shared = {
        level: getattr(refs[0], level) for level in ("province", "district", "commune")
        if len({getattr(ref, level) for ref in refs}) == 1
    }  # fmt: skip
    kinds = {ref.kind for ref in refs}
    return PlaceRef(name=refs[0].name, kind=kinds.pop() if len(kinds) == 1 else None, level=refs[0].level, **shared)


def _split_kind(part: str) -> tuple[str | None, str]:
    lower = part.lower()
    for kind in _KINDS:
        if lower.startswith(kind + " "):
            return kind, part[len(kind) + 1 :].strip()
    return None, part


def _known_hint(name: str, gazetteer: Gazetteer, day: date) -> PlaceRef:
    hint = parse_place_hint(name, gazetteer, day)
    if hint is None:
        raise UsageError(f"place {name!r}: no such unit; name it as in 'huyện Thạch Hà, tỉnh Hà Tĩnh'")
    return hint


def _site_unit(reading: Reading, day: date) -> Unit | None:
    """The unit whose page this is, by the site's profile, the header or the copyright line that were cut; else None.

    Source: contract, ruling 11. A page may carry another unit's article: what it says here comes last.
    """
    told = next((n.removeprefix(UNIT_NOTE) for n in reading.draft.notes if n.startswith(UNIT_NOTE)), None)
    if told is not None and (unit := _told_unit(told, reading.gazetteer, day)) is not None:
        return unit
    raw = reading.draft.raw
    ends = raw if len(raw) <= _HEAD + _FOOT else raw[:_HEAD] + "\n" + raw[-_FOOT:]
    view = fold_view(unicodedata.normalize("NFC", ends))
    rules = reading.rules.starting("places", "place.site")
    found = (view[m.start : m.end].strip() for rule in rules for m in find(rule, view))
    lines = [line for line in found if line and line not in reading.view]
    named = _named_site(reading, lines, day) if lines else None
    return named if named is not None else _agency_unit(reading, view, day)


def _told_unit(told: str, gazetteer: Gazetteer, day: date) -> Unit | None:
    """The unit that a profile names; None where the gazetteer does not know it on that day."""
    return _unit_of(parse_place_hint(told, gazetteer, day), gazetteer, day)


def _agency_unit(reading: Reading, view: str, day: date) -> Unit | None:
    """The province whose paper has its mark before the first sentence: "(GLO)- Ngày 25-10, ..."; None without one."""
    lower = view.lower()
    for rule in reading.rules.starting("places", "place.agency."):
        if any(need in lower for need in rule.needs) and rule.regex.search(view) is not None:
            ref = parse_place_hint(str(rule.gives["place"]), reading.gazetteer, day)
            return _unit_of(ref, reading.gazetteer, day)
    return None


def _named_site(reading: Reading, lines: Sequence[str], day: date) -> Unit | None:
    """The smallest unit that lines of header and footer name; None where they settle none."""
    text = "\n".join(dict.fromkeys(lines))
    parts, at = [], 0
    for line in text.split("\n"):
        parts.append(Part("body", at, at + len(line)))
        at += len(line) + 1
    draft = Draft("site", text, text, ((0, 0),), tuple(parts))
    sentences = tuple(Sentence(p.start, p.end, "body", i) for i, p in enumerate(parts))
    page = replace(reading, draft=draft, sentences=sentences, rejections=[])
    links = link_mentions(reading.gazetteer, day, find_mentions(page), None)
    settled = [link.unit for link in links if link.unit is not None and not link.hamlet]
    return max(settled, key=lambda u: DEPTH[u.level], default=None)


def _text_day(view: str) -> date | None:
    """The latest full date written in the text; None without one."""
    days = []
    for match in _FULL_DATE.finditer(view):
        day, month, year = map(int, match.groups())
        if 1 <= month <= 12 and 1 <= day <= (28 if month == 2 else 30):
            days.append(date(year, month, day))
    return max(days, default=None)


def _text_year(view: str) -> date:
    """The last day of the latest year named in the text, DEFAULT_DAY at the most and where it names none."""
    years = [int(match.group()) for match in _YEAR.finditer(view)]
    return min(date(max(years), 12, 31), DEFAULT_DAY) if years else DEFAULT_DAY


def _unit_of(ref: PlaceRef | None, gazetteer: Gazetteer, day: date) -> Unit | None:
    """The gazetteer's unit behind a ref, on `day` or as it last was under that name; None without a code."""
    if ref is None or ref.code is None:
        return None
    named = [u for u in gazetteer.versions(ref.name, level=ref.level) if u.code == ref.code]
    return next((u for u in named if u.holds_on(day)), named[-1] if named else None)


def _own_levels(reading: Reading, day: date) -> Counter[str]:
    """How often the article calls its own area by each level, without a name: "toàn huyện", "trên địa bàn xã"."""
    counts: Counter[str] = Counter()
    for rule, start, end in anchored(reading, "place.own."):
        if _NAME_FOLLOWS.match(reading.view, end) is None and not _is_of_several(reading, start, end):
            now = rule.gives.get("level_now") if day >= REFORM else None
            counts[str(now or rule.gives["level"])] += 1
    return counts


def _is_of_several(reading: Reading, start: int, end: int) -> bool:
    """Whether a committee's seat is one of several: "ban dân vận các huyện, thị, thành ủy"."""
    if reading.lower[start:end].partition(" ")[0] not in _SEATS:
        return False
    several = reading.rules.rule("places", "place.several").regex
    return several.search(reading.view, max(0, start - 16), start) is not None


def _acts(reading: Reading) -> Iterator[Act]:
    """The bodies that do something in the title and the opening sentences; where none does, those it is done by."""
    rules = {rule.id: rule.lower or rule.regex for rule in reading.rules.starting("places", "place.acts")}
    lower = reading.lower
    opening = [s for s in reading.sentences if s.part != "title" and s.part in _TOLD][:_OPENING]
    opening = [s for i, s in enumerate(opening) if i == 0 or not _is_loose_line(reading, s)]
    by: list[Act] = []
    told = False
    for sentence in (*(s for s in reading.sentences if s.part == "title"), *opening):
        for match in rules["place.acts.point"].finditer(lower, sentence.start, sentence.end):
            by.append(Act("", match.start(), match.end(), sentence.part == "title"))
        if rules["place.acts.guest"].match(lower, sentence.start, sentence.end):
            continue
        for match in rules["place.acts"].finditer(lower, sentence.start, sentence.end):
            before = lower[sentence.start : match.start()].rstrip()
            if sentence.part == "title" and ":" in before:
                continue  # "Châu Thành: Tỉnh ủy kiểm tra ...": the place before the colon speaks
            subject = not before or before[-1] in _CLAUSE_START
            stop = _clause_end(lower, match.end(), sentence.end)
            head = sentence.part == "title" and rules["place.acts.head"].search(before + " ") is not None
            if head and rules["place.acts.chair"].match(lower[match.end() : stop]) is None:
                continue
            if not (subject or head) and not before.endswith((" do", " và")):
                continue
            # "Công an tỉnh: Giữ yên từng ấp" tells of what that body does
            label = sentence.part == "title" and not before and lower.startswith((":", " :"), match.end())
            if not label and rules["place.acts.verb"].search(lower, match.end(), stop) is None:
                continue
            word = (match["word"] or match["seat"]).lower()
            if match["seat"] and _is_of_several(reading, match.start("seat"), match.end()):
                continue
            level = "city" if word.rstrip(".") in _CITY else _ACT_LEVELS[word.rstrip(".")]
            act = Act(level, match.start(), match.end(), sentence.part == "title")
            if subject or head:
                told = True
                yield act
            else:
                by.append(act)
    if not told:
        yield from by


def _is_loose_line(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own without a stop: what a picture shows, not what the article tells."""
    alone = sum(s.paragraph == sentence.paragraph for s in reading.sentences) == 1
    return alone and reading.view[sentence.end - 1] not in ".!?:;…"


def _clause_end(view: str, start: int, end: int) -> int:
    """Where the verb of a body that ends at `start` must stand: before the next stop, and near."""
    stop = _STOP.search(view, start, min(end, start + _VERB_REACH))
    return stop.start() if stop is not None else min(end, start + _VERB_REACH)


def _sites(reading: Reading, mentions: Sequence[Mention]) -> frozenset[int]:
    """Starts of the mentions in the title that only tell where something happens."""
    rule = next(iter(reading.rules.starting("places", "place.where")))
    models = next(r for r in reading.rules.of("places") if r.id == "place.models_of").regex
    title = (m.start for m in mentions if m.part == "title")
    begins = next((p.start for p in reading.draft.parts if p.kind == "title"), 0)
    return frozenset(
        start
        for start in title
        if rule.regex.search(reading.view, max(0, start - 16), start)
        and models.match(reading.view[begins:start]) is None
    )


def _subjects(reading: Reading, mentions: Sequence[Mention]) -> frozenset[int]:
    """Starts of the units of which the text tells what they have or do."""
    rule = next(r for r in reading.rules.of("places") if r.id == "place.has")
    units = (m for m in mentions if m.part in _TOLD and m.levels[0] != "hamlet" and not m.organ)
    return frozenset(m.start for m in units if rule.regex.match(reading.view, m.end) is not None)


def _asides(reading: Reading, mentions: Sequence[Mention]) -> frozenset[int]:
    """Starts of the units that a sentence names as one case of many, behind "đặc biệt", "tiêu biểu", "riêng"."""
    rule = next(r for r in reading.rules.of("places") if r.id == "place.aside")
    return frozenset(
        m.start for m in mentions
        if m.part in _TOLD and rule.regex.match(reading.view, reading.sentence_at(m.start).start, m.start) is not None
    )  # fmt: skip


# ---- bare names


@dataclass(frozen=True, slots=True)
class _Ground:
    """Codes that the article stands on: `named` with a unit word, `around` the districts and provinces it names or
    speaks for, `own` the unit it speaks for with those above."""

    named: frozenset[str]
    around: frozenset[str]
    own: frozenset[str]


def _without_loose(links: Sequence[Link], gazetteer: Gazetteer, day: date, home: Unit | None) -> list[Mention]:
    """The mentions without the bare ones that nothing else in the article makes a place."""
    firm = [link.unit for link in links if link.unit is not None and not link.mention.bare and not link.hamlet]
    own = frozenset(u.code for u in (home, *gazetteer.parents(home, day))) if home is not None else frozenset()
    around = own | {u.code for u in firm if u.level != "commune"}
    ground = _Ground(frozenset(u.code for u in firm), around, own)
    kept: list[int] = []
    for index, link in enumerate(links):
        before = links[kept[-1]] if kept else None
        if not link.mention.bare or _stands(link, before, gazetteer, day, ground):
            kept.append(index)
    new = {old: at for at, old in enumerate(kept)}
    mentions = (links[i].mention for i in kept)
    return [m if m.parent is None else replace(m, parent=new.get(m.parent)) for m in mentions]


def _stands(link: Link, before: Link | None, gazetteer: Gazetteer, day: date, ground: _Ground) -> bool:
    """Whether a bare name is a place: a province, or a unit inside one that the article is known to be about."""
    unit, mention = link.unit, link.mention
    if unit is None or unit.code in ground.named:
        return unit is not None
    if mention.rule == "place.bare.list" and (before is None or mention.start - before.mention.end > REACH):
        return False
    strong = mention.rule in _STRONG
    if unit.level == "province":
        return strong or unit.code in ground.around
    if unit.level == "district":
        inner = any(gazetteer.lies_in(unit, code, day) for code in ground.around)
        return strong and (inner or not ground.own)
    # a bare commune only inside a district that the article names or speaks for, never anywhere in a province
    districts = ground.around if strong else ground.own
    return any(len(code) == 3 and gazetteer.lies_in(unit, code, day) for code in districts)


# ---- records


def _findings(reading: Reading, day: date, links: Sequence[Link], speaker: PlaceRef | None) -> PlaceFindings:
    gazetteer = reading.gazetteer
    groups: dict[tuple[object, ...], list[Link]] = {}
    homes = _homes(links)
    for link in links:
        groups.setdefault(_identity(link, homes), []).append(link)
    places: list[Place] = []
    refs: list[PlaceRef] = []
    spots: list[tuple[int, int, Place]] = []
    for group in groups.values():
        link = max(group, key=_fullness)
        refs.append(ref_of(link, gazetteer, day))
        places.append(_place(reading, link, refs[-1], group))
        spots += [(g.mention.start, g.mention.end, places[-1]) for g in group]
    spots.sort(key=lambda spot: spot[:2])
    unit = _unit_of(speaker, gazetteer, day)
    above = () if unit is None else tuple(gazetteer.ref(u, day) for u in gazetteer.parents(unit, day))
    return PlaceFindings(
        tuple(places), speaker, tuple(spots), tuple(refs), () if speaker is None else (speaker, *above),
        tuple(start for start, _, _ in spots), {id(place): i for i, place in enumerate(places)},
    )  # fmt: skip


def _identity(link: Link, homes: Mapping[_Named, set[str]]) -> tuple[object, ...]:
    """What makes two mentions one place: the unit; for a settlement its kind, name and commune, where one is told."""
    if not link.hamlet:
        unit = link.unit
        name = place_key(link.mention.name)
        return (link.level, unit.code, unit.valid_from) if unit is not None else (link.level, name)
    known, mine = homes.get(_named(link), set()), _home_key(link)
    return (*_named(link), next(iter(known)) if mine is None and len(known) == 1 else mine)


_Named = tuple[str | None, str]


def _named(link: Link) -> _Named:
    return link.mention.kind, place_key(link.mention.name)


def _homes(links: Iterable[Link]) -> dict[_Named, set[str]]:
    """The communes that settlements of each kind and name are said to lie in."""
    homes: dict[_Named, set[str]] = {}
    for link in links:
        home = _home_key(link)
        if link.hamlet and home is not None:
            homes.setdefault(_named(link), set()).add(home)
    return homes


def _home_key(link: Link) -> str | None:
    if link.commune is not None:
        return place_key(link.commune)
    return link.unit.code if link.unit is not None else None


def _fullness(link: Link) -> tuple[bool, ...]:
    return link.unit is not None, link.commune is not None, link.above is not None, not link.mention.bare


def _place(reading: Reading, link: Link, ref: PlaceRef, group: Sequence[Link]) -> Place:
    mention = link.mention
    written = as_name(mention.name)
    told = ref.province is not None if link.hamlet else link.unit is not None
    return Place(
        kind=ref.kind,
        name=written if link.hamlet or (link.unit is None and not link.candidates) else ref.name,
        level=ref.level,
        unit=ref if told else None,
        candidates=tuple(dict.fromkeys(u.code for u in link.candidates)),
        spans=tuple(reading.span(g.mention.start, g.mention.end) for g in group),
        rule=mention.rule,
        confidence=confidence(reading.rules, "place", mention.rule, _rating(link)),
    )


def _rating(link: Link) -> float:
    if link.hamlet:
        return 0.85 if link.unit is not None else 0.7
    if link.unit is None:
        return 0.5
    if link.candidates:
        return 0.55
    return 0.75 if link.mention.bare else 0.95
