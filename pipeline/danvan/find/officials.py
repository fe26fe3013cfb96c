"""Persons named with a public post: titles first, then the names beside them. Source: constructions.md 3.

Rules: rules/officials.toml says how a name and a title may stand together; titles.csv, bodies.csv, honorifics.csv
and surnames.csv hold the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import regex

from danvan.find.names import NameReader, Span2
from danvan.find.posts import COMMITTEE, Post, PostReader
from danvan.link.lookup import PlaceLookup
from danvan.link.people import Claim, HeldPost, NameMention, link_people
from danvan.reading import Reading
from danvan.records import Level, Official, PlaceRef, Position
from danvan.text.article import Part
from danvan.text.view import fold_key

_HONORIFIC_GAP = regex.compile(r"[ \n]{0,2}:?[ \n]{0,2}")
_LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune", "hamlet")
_BEFORE = 160
"""Characters before a title in which its name must begin: a long name with a note in brackets."""


def find_officials(
    reading: Reading, places: PlaceLookup, names: Callable[[int, int], Sequence[Span2]] | None = None
) -> tuple[Official, ...]:
    """Every person named with a public post, once, with all mentions.

    `names` gives the spans that a named-entity tagger takes for persons in a range; it lets a name with an unknown
    surname stand beside a title, and alone makes no official.
    """
    return _Finder(reading, places, names).find()


@dataclass(slots=True)
class _Finder:
    reading: Reading
    places: PlaceLookup
    ner: Callable[[int, int], Sequence[Span2]] | None
    posts: PostReader = field(init=False)
    names: NameReader = field(init=False)
    claims: list[Claim] = field(default_factory=list)
    taken_after: set[int] = field(default_factory=set)
    header: tuple[int, list[HeldPost]] = (0, [])
    """Posts that stand before a list of names ("các đồng chí Ủy viên Ban Thường vụ: A, …; B, …"), and where it ends."""

    def __post_init__(self) -> None:
        self.posts = PostReader(self.reading)
        self.names = NameReader(self.reading, self.places, self.posts.begins, self.ner)

    def find(self) -> tuple[Official, ...]:
        mentions = self._honoured()
        self.names.known = {fold_key(self.reading.view[m.start : m.end]) for m in mentions if m.end - m.start > 4}
        at = 0
        for start, _ in self.posts.titles():
            if start >= at:
                at = self._read_title(start)
        return link_people(self.reading, self.claims, mentions)

    # ---- names

    def _honoured(self) -> list[NameMention]:
        """Every name behind an honorific, of whomever."""
        view = self.reading.view
        found = []
        done = 0
        for m in self.names.honorifics(0, len(view)):
            if m.start() < done:
                continue
            start = m.end()
            while start < len(view) and start - m.end() < 3 and view[start] in " :\n":
                start += 1
            span = self.names.after_honorific(start, self._part_end(start)) if start > m.end() or view[start - 1] == "." else None
            if span is not None:
                honorific = self.names.honorific_before(span[0], max(0, m.start() - 20))
                canonical, public = honorific or self.names.words.honorifics[fold_key(m.group())]
                found.append(NameMention(*span, canonical, public))
                done = span[1]
        return found

    def _part(self, offset: int) -> Part | None:
        parts = self.reading.draft.parts
        index = bisect_right([p.start for p in parts], offset) - 1
        return parts[index] if index >= 0 and offset < parts[index].end else None

    def _part_end(self, offset: int) -> int:
        part = self._part(offset)
        return part.end if part is not None else offset

    # ---- a title and its name

    def _read_title(self, start: int) -> int:
        """Reads the posts from a title on and gives them to a name; gives where to go on."""
        part = self._part(start)
        if part is None:
            return start + 1
        before = self._name_before(start, part)
        chain = self.posts.chain(start, part.end, self.names, before is not None)
        if not chain:
            return start + 1
        end = chain[-1].end
        public = [p for p in chain if p.public and not (p.title.needs_organ and not p.organs)]
        after, direct = self._name_after(end, part)
        owners = self._owners(start, before, after, direct, part)
        if owners and public:
            held = complete(self.reading, self.places, public)
            shared = self.header[1] if start < self.header[0] and owners[0] is before else []
            self.claims += [Claim(owner, [*shared, *held]) for owner in owners]
            if owners[0] is after and not direct and self._is_plural(start, part):
                self.header = (self.reading.sentence_at(start).end, held)
        elif owners:
            self.reading.reject(start, end, "official.title", "no public post")
        return max(end, *(o.end for o in owners)) if owners else end

    def _owners(
        self, start: int, before: NameMention | None, after: NameMention | None, direct: bool, part: Part
    ) -> list[NameMention]:
        """Whose the posts are: a name right behind them, else the name before them, else the name behind a mark."""
        if after is not None and (direct or before is None or before.start in self.taken_after):
            self.taken_after.add(after.start)
            return [after, *self._more_names(after, start, part)]
        return [before] if before is not None else []

    def _name_before(self, start: int, part: Part) -> NameMention | None:
        floor = max(part.start, start - _BEFORE)
        former = self.posts.words.rules["former"].search(self.reading.view, max(floor, start - 12), start)
        stop = former.start() if former is not None else start
        found = self.posts.words.rules["name_before"].search(self.reading.view, floor, stop)
        if found is None:
            return None
        tokens = self.names.run(found.start("name"), found.end("name"))
        if not tokens or tokens[-1][1] != found.end("name"):
            return None
        return self._as_name(tokens, floor, bare=not found.group("gap").strip())

    def _as_name(self, tokens: list[Span2], floor: int, bare: bool) -> NameMention | None:
        """The person at the end of a run: all of it behind an honorific, else from the first surname on."""
        for index in range(len(tokens)):
            rest = tokens[index:]
            honorific = self.names.honorific_before(rest[0][0], floor)
            if honorific is not None:
                span = self.names.after_honorific(rest[0][0], rest[-1][1])
                if span is not None and span[1] == rest[-1][1]:
                    return NameMention(*span, *honorific)
        for index in range(len(tokens)):
            rest = tokens[index:]
            if self.names.is_person(rest) and not self._is_place(rest):
                return NameMention(rest[0][0], rest[-1][1], self._group_honorific(rest[0][0], floor))
        return None

    def _is_place(self, tokens: Sequence[Span2]) -> bool:
        """Whether the run is a place of the article, or stands behind a unit word."""
        place = self.places.at(tokens[0][0], tokens[-1][1])
        if place is None:
            return False
        return any(s.start <= tokens[0][0] and tokens[-1][1] <= s.end for s in place.spans)

    def _group_honorific(self, start: int, floor: int) -> str | None:
        """The honorific of the list that a name stands in: "các đồng chí: A, …; B, …"."""
        sentence = self.reading.sentence_at(start)
        found = self.posts.words.rules["group"].search(self.reading.view, max(sentence.start, start - 900), start)
        return None if found is None else self.names.words.honorifics[fold_key(found.group("span"))][0]

    def _name_after(self, end: int, part: Part) -> tuple[NameMention | None, bool]:
        """The name behind the posts, and whether nothing stands between."""
        view = self.reading.view
        at, honorific, mark = self._past_honorific(end, part)
        if honorific is not None:
            span = self.names.after_honorific(at, part.end)
            return (NameMention(*span, *honorific), not mark) if span is not None else (None, False)
        found = self.posts.words.rules["name_after"].match(view, end, part.end)
        if found is None:
            return None, False
        tokens = self.names.run(found.start("name"), part.end)
        mark = found.group("mark") or ""
        for count in range(min(len(tokens), 5), 1, -1):
            if self.names.is_person(tokens[:count]) and not self._is_place(tokens[:count]):
                whole = count == len(tokens)
                if not whole and mark:
                    continue
                group = self._group_honorific(tokens[0][0], part.start)
                return NameMention(tokens[0][0], tokens[count - 1][1], group), not mark
        return None, False

    def _past_honorific(self, end: int, part: Part) -> tuple[int, tuple[str, bool] | None, bool]:
        """Past ", đồng chí " behind a title: where the name begins, the honorific, whether a mark stands between."""
        view, lower = self.reading.view, self.reading.lower
        gap = self.posts.words.rules["gap_after"].match(view, end, part.end)
        if gap is None:
            return end, None, False
        first = self.names.words.honorific.match(lower, gap.end(), part.end)
        if first is None:
            return end, None, False
        entry = self.names.words.honorifics[fold_key(first.group())]
        at = first.end()
        while True:
            at = _HONORIFIC_GAP.match(view, at, part.end).end()
            again = self.names.words.honorific.match(lower, at, part.end)
            if again is None:
                return at, entry, bool(gap.group("mark"))
            at = again.end()

    def _is_plural(self, start: int, part: Part) -> bool:
        """Whether the title at `start` is that of several: "các đồng chí Phó Chủ tịch"."""
        return self.posts.words.rules["plural"].search(self.reading.view, max(part.start, start - 30), start) is not None

    def _more_names(self, first: NameMention, start: int, part: Part) -> list[NameMention]:
        """The further names of "các Phó Chủ tịch UBND tỉnh: A, B và C"."""
        if not self._is_plural(start, part):
            return []
        rules = self.posts.words.rules
        names = []
        at = first.end
        while True:
            found = rules["more_names"].match(self.reading.view, at, part.end)
            if found is None:
                return names
            tokens = self.names.run(found.start("name"), part.end)
            if not self.names.is_person(tokens) or self._is_place(tokens):
                return names
            names.append(NameMention(tokens[0][0], tokens[-1][1], first.honorific))
            at = tokens[-1][1]


# ---- what a post leaves out


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a post is held: kind and level of the unit, the unit itself where it is known."""

    kind: str | None
    level: Level | None
    ref: PlaceRef | None
    name: str | None


def complete(reading: Reading, places: PlaceLookup, chain: Sequence[Post]) -> list[HeldPost]:
    """The posts of one person with organ, level and place, filled in from each other and from the article.

    "Ủy viên Ban Thường vụ, Trưởng ban Dân vận Huyện ủy" lends Huyện ủy to the first post; "Bí thư, Chủ tịch UBND xã"
    makes it Đảng ủy xã. Source: constructions.md 3.4.
    """
    return [_complete(reading, places, chain, index) for index in range(len(chain))]


def _complete(reading: Reading, places: PlaceLookup, chain: Sequence[Post], index: int) -> HeldPost:
    post = chain[index]
    later, earlier = chain[index + 1 :], chain[:index][::-1]
    lenders = [*later, *(p for p in earlier if not p.title.of_member)]
    written = bool(post.names) or post.title.organ not in {"", COMMITTEE, "…"}
    names = list(post.names)
    seat = _borrow(reading, places, post, _seat(reading, places, post), lenders)
    if seat.level is None:
        seat = _article_seat(places, post)
    if not names and post.title.organ == COMMITTEE:
        names = _lent_committee(lenders) or _committee(reading, seat)
    elif not names and post.title.organ not in {"", "…"}:
        names = [post.title.organ]
    elif names and post.organs[-1].of_committee and (post.unit is None or post.unit.kind is None):
        names += _lent_committee([*lenders, *earlier]) or _committee(reading, seat)
    if names == ["Đảng ủy"] and seat.level in {"central", "province", "district"}:
        # "Bí thư Đảng ủy, Chính ủy Quân khu 9": above the commune a Đảng ủy is that of an organ
        names += next((list(o.names) for o in lenders if o.names and o.level == seat.level), [])
    seat = _located(places, post, seat)
    title = f"nguyên {post.title.canonical}" if post.former else post.title.canonical
    return HeldPost(Position(title=title, body=_body(names, post, seat), level=seat.level, place=seat.ref), written)


def _lent_committee(lenders: Sequence[Post]) -> list[str]:
    """The committee that the nearest of the other posts names, none where that post is held elsewhere."""
    for other in lenders:
        if other.committee is not None:
            return [other.committee]
        if other.level is not None:
            break
    return []


def _borrow(reading: Reading, places: PlaceLookup, post: Post, seat: _Seat, lenders: Sequence[Post]) -> _Seat:
    """The seat with what the person's other posts say of it: level and unit, or the unit of the same level."""
    if seat.ref is not None:
        return seat
    in_hamlet = post.title.organ == COMMITTEE and not post.organs
    for other in lenders:
        lent = _seat(reading, places, other)
        if lent.level is None:
            continue
        if seat.level is None and (lent.level != "hamlet" or in_hamlet):
            return lent
        if seat.level == lent.level and (lent.ref is not None or (seat.kind is None and lent.kind is not None)):
            return lent
    return seat


def _seat(reading: Reading, places: PlaceLookup, post: Post) -> _Seat:
    unit = post.unit
    level: Level | None = next((known for known in _LEVELS if known == post.level), None)
    kind = unit.kind if unit is not None else None
    if unit is None or unit.name is None:
        city = level is None and (kind == "thành phố" or any(o.canonical in {"Thành ủy", "Thành đoàn"} for o in post.organs))
        return _Seat(kind, _city_level(places) if city else level, None, None)
    written = " ".join(reading.view[slice(*unit.name)].split())
    place = places.at(*unit.name)
    ref = places.ref_of(place) if place is not None else None
    if ref is not None:
        return _Seat(kind or ref.kind, ref.level if level is None or ref.level != level else level, ref, written)
    return _Seat(kind, level, PlaceRef(name=written, kind=kind, level=level) if level else None, written)


def _city_level(places: PlaceLookup) -> Level:
    """What "the city" is in this article: a town of a province where it speaks of one, else the province itself."""
    district, province = places.own("district"), places.own("province")
    if district is not None and district.kind == "thành phố":
        return "district"
    return "province" if province is not None and province.kind == "thành phố" else "district"


def _article_seat(places: PlaceLookup, post: Post) -> _Seat:
    own = places.article_place
    if own is None or (post.title.organ == "" and not post.organs):
        return _Seat(None, None, None, None)
    return _Seat(own.kind, own.level, own, None)


def _committee(reading: Reading, seat: _Seat) -> list[str]:
    """The party committee of a seat: Huyện ủy, Đảng ủy xã, Chi bộ ấp."""
    kind = seat.kind or (seat.ref.kind if seat.ref is not None else None) or {"province": "tỉnh", "district": "huyện", "commune": "xã"}.get(seat.level or "")
    rows = {r["form"]: r["canonical"] for r in reading.rules.table("bodies")}
    name = rows.get(f"{COMMITTEE} {kind}")
    return [name] if name else []


def _located(places: PlaceLookup, post: Post, seat: _Seat) -> _Seat:
    """The seat with its unit: the article's own of that level, else the one named last before the post."""
    if seat.ref is not None or seat.level is None or seat.level == "central":
        return seat
    own = places.own(seat.level)
    if own is None:
        part_start = max(0, post.start - 600)
        for start, _, place in reversed(places.mentions):
            if start < post.start and start >= part_start and place.level == seat.level:
                own = places.ref_of(place)
                break
    return _Seat(seat.kind, seat.level, own, None)


def _body(names: Sequence[str], post: Post, seat: _Seat) -> str | None:
    """The organ with its unit: "Ban Dân vận" + "Huyện ủy" + "Phú Hạc"."""
    if not names:
        return None
    words = " ".join(names)
    key = fold_key(words)
    own_level = any(o.level not in {None, "hamlet"} for o in post.organs[-1:]) or (key.endswith(" ủy") and not key.endswith("đảng ủy"))
    kind = seat.kind if post.unit is not None and post.unit.kind else None
    if kind is None and not own_level and seat.ref is not None:
        kind = seat.ref.kind
    name = seat.name or (seat.ref.name if seat.ref is not None else None)
    written_kind = post.unit is not None and post.unit.kind is not None
    if kind and (not own_level or written_kind) and not key.endswith(f" {kind}") and key != kind:
        words = f"{words} {kind}"
    if name and (seat.kind or own_level or kind) and not fold_key(words).endswith(f" {fold_key(name)}"):
        words = f"{words} {name}"
    return words
