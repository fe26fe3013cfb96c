"""Who has a model, and where it is."""

from __future__ import annotations

import itertools

import regex

from danvan.find.models.named import BRACKET, Named, line_end, placed_owner
from danvan.link.lookup import PlaceLookup
from danvan.reading import Reading
from danvan.records import Place, PlaceRef
from danvan.text.segment import Sentence

_SHORT = regex.compile(r"\p{Lu}{2,6}")
"""An abbreviation in brackets behind a name: "Hợp tác xã (HTX)"."""
_UNIT_BEHIND = regex.compile(r",\s(?=(?:xã|phường|thị trấn|huyện)\s)")
_SMALL = {"commune", "hamlet"}
"""Levels of a unit that is a model's site without "ở" or "tại" before it."""
_SITE_LEAD = 25
"""Characters before a district or a province in which "ở" or "tại" may stand."""
_LEADS = frozenset(["ở", "tại", "về", "đến", "sang", "riêng", "còn", "trên", "địa", "bàn", "điển", "hình", "là", "như"])
"""Words before the unit that a clause on models opens with."""
_LEAD_SIGNS = str.maketrans(dict.fromkeys(",-+*•", " "))


def is_held(reading: Reading, named: Named) -> bool:
    """Whether an owner or a site stands beside the name."""
    behind = reading.rules.rule("models", "slot.behind").regex.match(reading.view, named.end)
    return placed_owner(reading, named) is not None or (behind is not None and behind["colon"] is None)


def owner_of(reading: Reading, named: Named, sentence: Sentence) -> str | None:
    """Who has the model: behind "của" or "do", the one body that the bracket names, or where a list puts it.

    Contract ruling 21; constructions.md 1.9 on award lists ("Tên mô hình: ..." below a numbered line).
    """
    placed = placed_owner(reading, named)
    if placed is not None:
        return _body_of(reading, placed)
    behind = named.end + (1 if named.quoted else 0)
    bracket = BRACKET.match(reading.view, behind, sentence.end)
    if bracket is not None and _SHORT.fullmatch(bracket.group(1)):
        behind, bracket = bracket.end(), None
    if bracket is not None:
        inner = reading.draft.text[bracket.start(1) : bracket.end(1)]
        body = reading.rules.rule("models", "owner.body").regex
        if body.match(inner) is None or " và " in inner:
            return None
        return str(_UNIT_BEHIND.split(inner)[0]).strip()
    said = reading.match(reading.rules.rule("models", "model.behind"), named.end, sentence.end)
    at = said.end() if said is not None else behind
    gap = reading.view[at : at + 3]
    at += len(gap) - len(gap.lstrip('" \n'))
    rule = reading.rules.rule("models", "owner.after")
    m = rule.regex.match(reading.view, at, min(sentence.end, at + 140))
    if m is None:
        subject = _subject(reading, named, sentence)
        return None if subject is None else _body_of(reading, subject)
    start, end = m.span("span")
    person = reading.rules.rule("models", "owner.person").regex.match(reading.view[start:end])
    if person is not None:
        start, end = start + person.start("span"), start + person.end("span")
    elif (body := reading.rules.rule("models", "owner.named").regex.match(reading.view[start:end])) is not None:
        end = start + body.end()
    return " ".join(reading.draft.text[start:end].split())


def _body_of(reading: Reading, owner: tuple[int, int]) -> str:
    """The owner without what it does: "Hội Phụ nữ xã vận động" ra mắt mô hình."""
    acts = reading.rules.rule("models", "owner.acts").regex.search(reading.view[slice(*owner)])
    end = owner[0] + acts.start() if acts is not None else owner[1]
    return " ".join(reading.draft.text[owner[0] : end].split())


def _subject(reading: Reading, named: Named, sentence: Sentence) -> tuple[int, int] | None:
    """ "Chi bộ ấp 3 ra mắt mô hình ...": where the body stands that has or starts the model."""
    start = max(sentence.start, named.start - 160)
    m = reading.rules.rule("models", "owner.subject").regex.search(reading.view[start : named.start])
    return None if m is None else (start + m.start("span"), start + m.end("span"))


def site_of(reading: Reading, named: Named, sentence: Sentence, places: PlaceLookup) -> PlaceRef | None:
    """The unit named as the site, right behind the name and before the next one (contract ruling 21)."""
    stop = sentence.end
    # "Tiếng loa an ninh" - mô hình của Công an xã: the word behind is this model, not the next
    said = reading.match(reading.rules.rule("models", "model.behind"), named.end, sentence.end)
    behind = said.end() if said is not None else named.end + named.quoted
    for mark in (";", '"', "mô hình"):
        cut = reading.lower.find(mark, behind, sentence.end)
        stop = min(stop, cut) if cut > 0 else stop
    bracket = BRACKET.match(reading.view, named.end + (1 if named.quoted else 0), sentence.end)
    if bracket is not None and any(bracket.start() < m[0] < bracket.end() for m in places.mentions):
        stop = bracket.end()
    near = [m for m in places.mentions if named.end <= m[0] < min(stop, named.end + 120)]
    owned = reading.rules.rule("models", "name.owned").regex
    if named.owner is not None and owned.match(reading.view[behind : behind + 6]) is None:
        # "xã An Trạch với "Cà phê sáng", xã Bình Hạ với ...": the unit behind the name is that of the next
        near = [m for m in places.mentions if named.owner[0] <= m[0] and m[1] <= named.owner[1]] or near
    subject = None if near else _subject(reading, named, sentence)
    if subject is not None:
        near = [m for m in places.mentions if subject[0] <= m[0] and m[1] <= subject[1]]
    placed = None if near else placed_owner(reading, named)
    if placed is not None:
        last = min(named.start, line_end(reading.draft.text, placed[0]))
        near = [m for m in places.mentions if placed[0] <= m[0] < last]
    near = near or _leading(reading, named, sentence, places)
    units = [m[2] for m in near]
    if not units:
        return None
    small = next((p for p in units if p.level in _SMALL), None)
    at = reading.view[max(0, near[0][0] - _SITE_LEAD) : near[0][0]]
    if small is None and reading.rules.rule("models", "site.at").regex.search(at) is None:
        return None
    return places.ref_of(small or units[0])


def _leading(reading: Reading, named: Named, sentence: Sentence, places: PlaceLookup) -> list[tuple[int, int, Place]]:
    """The unit that a clause on models opens with: "Xã An Trạch có nhiều mô hình như ...", "còn ở thôn 3, ..."."""
    start = max(sentence.start, reading.view.rfind(";", sentence.start, named.start) + 1)
    before = [m for m in places.mentions if start <= m[0] and m[1] <= named.start]
    apart = any(reading.view[a[1] : b[0]].strip(" ,(") for a, b in itertools.pairwise(before))
    if not before or apart or before[0][2].level not in _SMALL:
        return []
    lead = reading.lower[start : before[0][0]].translate(_LEAD_SIGNS).split()
    return before if _LEADS.issuperset(lead) else []
