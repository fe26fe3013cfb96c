"""Where a post is held: organ, level and unit, with what the text leaves out filled in.

Source: constructions.md 3.4 and 4.6, contract rulings 9 and 15.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from danvan.find.posts import COMMITTEE, Organ, Post, PostWords, Title, found_key, load_post_words
from danvan.link.lookup import PlaceLookup
from danvan.link.people import HeldPost
from danvan.reading import Reading
from danvan.records import Level, PlaceRef, Position
from danvan.text.view import fold_key

_LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune", "hamlet")
_HOST_WITHIN = 300
"""Characters before a bare title in which its organ may stand: a sentence or two."""
_HEAD = 600
"""Characters at the top of a document in which its organ stands, twice as many for its number."""
_HEAD_LINE = 90
_CHAIRED = frozenset({"ủy", "ubnd", "hđnd", "hội", "mttq", "ubmttq", "liên", "lđlđ"})
"""First words of the organs that have a chair."""
_USUAL_KIND = {"province": "tỉnh", "district": "huyện", "commune": "xã"}


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a post is held: kind and level of the unit, the unit itself where it is known."""

    kind: str | None
    level: Level | None
    ref: PlaceRef | None
    name: str | None


def complete(
    reading: Reading, places: PlaceLookup, chain: Sequence[Post], before: Sequence[Post] = ()
) -> list[HeldPost]:
    """The posts of one person with organ, level and place, filled in from each other and from the article.

    "Ủy viên Ban Thường vụ, Trưởng ban Dân vận Huyện ủy" lends Huyện ủy to the first post; "Bí thư, Chủ tịch UBND xã"
    makes it Đảng ủy xã. `before` are posts of others named before, the nearest first. Source: constructions.md 3.4.
    """
    words = load_post_words(reading.rules)
    full: list[Post] = []
    for post in chain:
        others = [*full[::-1], *before]
        host = (_host(post, others) or _host_in_text(reading, words, post)) if _is_bare(post) else None
        full.append(post if host is None else host)
    full = [_in_known_committee(places, full, post, before) for post in full]
    return [_complete(reading, places, full, index) for index in range(len(full))]


def _in_known_committee(places: PlaceLookup, chain: Sequence[Post], post: Post, before: Sequence[Post]) -> Post:
    """The post with the Đảng ủy named last, where nothing says of which unit it is and the article's has none.

    "A, Bí thư Đảng ủy UBND thành phố; các Phó Bí thư Đảng ủy B, C": above the commune a Đảng ủy is that of an organ.
    """
    own = places.article_place
    if post.names != ("Đảng ủy",) or any(p.unit is not None or p.level for p in chain):
        return post
    if own is None or own.level not in {"central", "province", "district"}:
        return post
    named = (o for o in before if o.names[:1] == ("Đảng ủy",) and (len(o.names) > 1 or o.unit is not None))
    other = next(named, None)
    return post if other is None else replace(post, organs=other.organs, names=other.names, unit=other.unit)


def _is_bare(post: Post) -> bool:
    """Whether a title that is held in an organ of its own names none: "Phó Chủ tịch", "Phó Trưởng ban"."""
    if post.unit is not None or post.title.organ in {COMMITTEE, "…"} or post.title.level is not None:
        return False
    return not post.organs or (len(post.organs) == 1 and post.names[0].lower() == post.title.head)


def issuers(reading: Reading, chain: Sequence[Post], signed: int) -> list[Post]:
    """The organs that a document signed at `signed` names as its own, as posts of those offices for `complete`.

    Over the name ("TM. ỦY BAN NHÂN DÂN"), in the head of the document, in its number ("118/BC-UBND").
    """
    bare = [post for post in chain if _is_bare(post)]
    if not bare:
        return []
    words = load_post_words(reading.rules)
    lines = [(p.start, p.end) for p in reading.draft.parts if p.start < _HEAD and p.end - p.start <= _HEAD_LINE]
    signature = [(p.start, p.end) for p in reading.draft.parts if p.kind == "author" and p.start >= signed]
    found: list[Organ] = []
    for start, end in [*signature, *lines]:
        at = words.rules["on_behalf"].match(reading.view, start, end)
        organ = words.organ.match(reading.lower, at.end() if at is not None else start, end)
        if organ is not None and words.organs[found_key(organ)].public:
            found.append(words.organs[found_key(organ)])
    for number in words.rules["document_number"].finditer(reading.view, 0, min(len(reading.view), 2 * _HEAD)):
        organ = words.organ.fullmatch(number.group("span").lower())
        if organ is not None:
            found.append(words.organs[found_key(organ)])
    posts = []
    for post in bare:
        organ = next((o for o in found if _holds(o, post.title)), None)
        if organ is not None:
            posts.append(replace(post, organs=(organ,), names=(organ.canonical,), unit=None))
    return posts


def _holds(organ: Organ, title: Title) -> bool:
    """Whether the title is an office of the organ: "Trưởng ban" of a Ban, "Chủ tịch" of none."""
    first = fold_key(organ.canonical).split()[0]
    return first == title.head if title.head else first in _CHAIRED


def _office(title: Title) -> str:
    return title.head or " ".join(fold_key(title.canonical).removeprefix("phó ").split()[:2])


def _host(post: Post, before: Sequence[Post]) -> Post | None:
    """The post with the organ of the last post of the same office before it."""
    for other in before:
        if other.organs and not _is_bare(other) and _office(other.title) == _office(post.title):
            return replace(post, organs=other.organs, names=other.names, unit=other.unit, inferred=True)
    return None


def _host_in_text(reading: Reading, words: PostWords, post: Post) -> Post | None:
    """The post with the last organ of its head word before it: "Đoàn của Ban Dân vận do Phó Trưởng ban …"."""
    if not post.title.head:
        return None
    for found in reversed(list(words.organ.finditer(reading.lower, max(0, post.start - _HOST_WITHIN), post.start))):
        organ = words.organs[found_key(found)]
        if not found.group().startswith(f"{post.title.head} ") or organ.open or not organ.public:
            continue
        outer = words.organ.match(reading.lower, min(found.end() + 1, post.start), post.start)
        organs = [organ, *([words.organs[found_key(outer)]] if outer is not None else [])]
        return replace(post, organs=tuple(organs), names=tuple(o.canonical for o in organs), inferred=True)
    return None


def _complete(reading: Reading, places: PlaceLookup, chain: Sequence[Post], index: int) -> HeldPost:
    post = chain[index]
    later, earlier = chain[index + 1 :], chain[:index][::-1]
    lenders = [*later, *(p for p in earlier if not p.title.of_member)]
    written = not post.inferred and (bool(post.names) or post.title.organ not in {"", COMMITTEE, "…"})
    names = list(post.names)
    seat = _borrow(reading, places, post, _seat(reading, places, post), lenders)
    if seat.level is None and _is_national(reading, post):
        seat = _Seat(None, "central", None, None)
    if seat.level is None:
        seat = _article_seat(places, post)
    if not names and post.title.organ == COMMITTEE:
        names = _lent_committee(lenders) or _committee(reading, seat)
    elif not names and post.title.head:
        names = [post.title.organ]
    elif post.organs and post.organs[-1].open and _is_bare(post):
        names = _named_organ(reading, post)
    elif names and post.organs[-1].of_committee and (post.unit is None or post.unit.kind is None):
        names += _lent_committee([*lenders, *earlier]) or _committee(reading, seat)
    if names == ["Đảng ủy"] and seat.level in {"central", "province", "district"}:
        # "Bí thư Đảng ủy, Chính ủy Quân khu 9": above the commune a Đảng ủy is that of an organ
        names += next((list(o.names) for o in lenders if o.names and o.level == seat.level), [])
    seat = _located(places, post, seat)
    office = post.title.canonical
    if office == "Tỉnh ủy viên" and seat.ref is not None and seat.ref.kind == "thành phố":
        # "TUV" in a city under the centre
        office, names = "Thành ủy viên", ["Thành ủy"]
    title = f"nguyên {office}" if post.former else office
    return HeldPost(Position(title=title, body=_body(names, post, seat), level=seat.level, place=seat.ref), written)


def _is_national(reading: Reading, post: Post) -> bool:
    """Whether a post is held in the centre of an association: "Phó Chủ tịch Hội Nông dân Việt Nam"."""
    national = load_post_words(reading.rules).rules["national"]
    return post.unit is None and bool(post.names) and national.match(post.names[-1]) is not None


def _named_organ(reading: Reading, post: Post) -> list[str]:
    """The organ of a name of its own that its head is the title of ("Đồn trưởng"), as the article names it.

    The name nearest before the post where the article has several, none where it has none.
    """
    rule = load_post_words(reading.rules).rules["host_name"]
    named = [m for m in rule.finditer(reading.view) if m.group("head").lower() == post.title.head]
    names = {" ".join(m.group().split()) for m in named}
    if len(names) == 1:
        return list(names)
    return [" ".join(m.group().split()) for m in named if m.start() < post.start][-1:]


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
        of_city = kind == "thành phố" or any(o.canonical in {"Thành ủy", "Thành đoàn"} for o in post.organs)
        city = level is None and of_city
        return _Seat(kind, _city_level(places) if city else level, None, None)
    written = " ".join(reading.view[slice(*unit.name)].split())
    place = places.at(*unit.name)
    ref = places.ref_of(place) if place is not None else None
    if ref is not None and level in {None, ref.level}:
        return _Seat(kind or ref.kind, ref.level, ref, written)
    return _Seat(kind, level, PlaceRef(name=written, kind=kind, level=level) if level else None, written)


def _city_level(places: PlaceLookup) -> Level:
    """What "the city" is in this article: a town of a province where it speaks of one, else the province itself."""
    district, province = places.own("district"), places.own("province")
    if district is not None and district.kind == "thành phố":
        return "district"
    if district is not None and district.kind == "quận":
        return "province"
    return "province" if province is not None and province.kind == "thành phố" else "district"


def _article_seat(places: PlaceLookup, post: Post) -> _Seat:
    own = places.article_place
    if own is None or (post.title.organ == "" and not post.organs):
        return _Seat(None, None, None, None)
    return _Seat(own.kind, own.level, own, None)


def _committee(reading: Reading, seat: _Seat) -> list[str]:
    """The party committee of a seat: Huyện ủy, Đảng ủy xã, Chi bộ ấp."""
    kind = seat.kind or (seat.ref.kind if seat.ref is not None else None) or _USUAL_KIND.get(seat.level or "")
    cache = reading.rules.cache
    if "seats.bodies" not in cache:
        cache["seats.bodies"] = {r["form"]: r["canonical"] for r in reading.rules.table("bodies")}
    name = cache["seats.bodies"].get(f"{COMMITTEE} {kind}")
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
    if post.unit is None and post.organs and post.organs[-1].open and names[-1] != post.organs[-1].canonical:
        # "Đồn Biên phòng Ba Sơn" has a name of its own
        return words
    key = fold_key(words)
    of_one_level = key.endswith(" ủy") and not key.endswith("đảng ủy")
    own_level = of_one_level or any(o.level not in {None, "hamlet"} for o in post.organs[-1:])
    kind = seat.kind if post.unit is not None and post.unit.kind else None
    if kind is None and not own_level and seat.ref is not None:
        kind = seat.ref.kind
    name = seat.ref.name if seat.ref is not None and (seat.ref.code is not None or seat.name is None) else seat.name
    written_kind = post.unit is not None and post.unit.kind is not None
    if kind and (not own_level or written_kind) and not key.endswith(f" {kind}") and key != kind:
        words = f"{words} {kind}"
    if name and (seat.kind or own_level or kind) and not fold_key(words).endswith(f" {fold_key(name)}"):
        words = f"{words} {name}"
    return words
