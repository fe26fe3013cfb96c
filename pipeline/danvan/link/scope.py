"""The scope of a count: topic, status, level, holder, field, change, place, period.

Each facet by a fixed order of evidence: the words of the number's own item, its clause, its sentence, then the total
that it is part of, then the paragraph and the article. Source: constructions.md 1.3-1.8, contract rulings 2-4, 13-22.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import regex

from danvan.link.breakdown import matches_in
from danvan.link.counts import MODEL, Count, clause_end, clause_start
from danvan.link.lookup import PlaceLookup
from danvan.link.periods import Periods, load_periods
from danvan.match import Match
from danvan.reading import Reading
from danvan.records import Change, Date, Direction, Field_, Holder, Level, Period, PlaceRef, Status, Than
from danvan.text.segment import Sentence

_TOPIC = regex.compile(r"dân\s{1,3}(?:v[ậâ]n\s{1,3})?kh[éẽe]o|(?<!\w)dvk(?!\w)")
"""The topic, with the slips of the pen that pages show: "dân khéo", "dân vân khéo"."""
_JOIN = regex.compile(r"[\s,/]*(?:(?:và|hoặc|tiếp tục|được|các|việc|cùng|đã|rồi|sau đó)[\s,/]*){0,3}")
_LEVELS: tuple[Level, ...] = ("central", "province", "district", "commune", "hamlet")
_HONOURED = {
    "tập thể",
    "cá nhân",
    "tập thể, cá nhân",
    "tập thể và cá nhân",
    "điển hình",
    "hộ gia đình",
    "gương",
    "công trình",
}


def link_scopes(reading: Reading, counts: list[Count], dates: Sequence[Date], places: PlaceLookup) -> None:
    """Fills in every facet of every count; totals before their parts, so that parts can inherit."""
    periods = load_periods(reading, dates)
    _set_items(reading, counts)
    _set_changes(reading, counts)
    for count in sorted(counts, key=lambda c: c.start):
        _link_topic(reading, count, counts)
    for count in _totals_first(counts):
        _link_own_words(reading, count)
        _link_status(reading, count)
        _link_level(reading, count, places)
        _link_period(count, counts, periods)
        _link_place(reading, count, places)
        _link_rate(reading, count)


def _totals_first(counts: list[Count]) -> list[Count]:
    return sorted(counts, key=lambda c: (_depth(c), c.start))


def _depth(count: Count) -> int:
    return 0 if count.part_of is None else 1 + _depth(count.part_of)


def _set_items(reading: Reading, counts: list[Count]) -> None:
    """The words that belong to each number: cut at the separators between neighbours in one sentence."""
    for sentence in {c.sentence for c in counts}:
        here = sorted((c for c in counts if c.sentence == sentence), key=lambda c: c.start)
        edges = [_first_edge(reading, here[0])]
        for left, right in itertools.pairwise(here):
            edges.append(_edge(reading.view, left.end, right.number.outer))
        edges.append(sentence.end)
        for count, start, end in zip(here, edges, edges[1:], strict=False):
            count.item = (min(start, count.start), max(end, count.end))


def _first_edge(reading: Reading, count: Count) -> int:
    start = clause_start(reading, count)
    start = max(
        start, reading.view.rfind(":", start, count.start) + 1, _open_bracket(reading.view, start, count.start) + 1
    )
    opens = matches_in(reading, "breakdown.", start, count.start)
    return max([start, *(m.end for m in opens)])


def _open_bracket(view: str, start: int, end: int) -> int:
    """The last bracket that opens in [start, end) and does not close there; -1 where there is none."""
    depth = 0
    for position in range(end - 1, start - 1, -1):
        if view[position] == ")":
            depth += 1
        elif view[position] == "(":
            if depth == 0:
                return position
            depth -= 1
    return -1


def _edge(view: str, start: int, end: int) -> int:
    """The separator between two numbers: the last ";", else the last one right before the number, else the first."""
    between = view[start:end]
    bracket = _open_bracket(view, start, end)
    if bracket >= 0:
        return bracket + 1
    if ";" in between:
        return start + between.rindex(";") + 1
    last = max(between.rfind(","), between.rfind(" và ") + 3 if " và " in between else -1)
    if last < 0:
        return end
    if len(between[last + 1 :].split()) <= 3:
        return start + last + 1
    first = between.find(",")
    return start + first + 1 if first >= 0 else start + last + 1


def _link_topic(reading: Reading, count: Count, counts: list[Count]) -> None:
    """Contract ruling 16."""
    if count.part_of is not None:
        count.dan_van_kheo = count.part_of.dan_van_kheo and (count.is_model or count.is_rate)
        return
    sentence = count.sentence
    if count.is_rate and not (count.noun and MODEL in reading.lower[slice(*count.noun)]):
        return
    said = bool(_TOPIC.search(reading.lower, sentence.start, sentence.end))
    if not count.is_model and not count.is_rate:
        count.dan_van_kheo = said and count.measure in _HONOURED and _is_honoured(reading, count)
        return
    count.has_trade = _has_trade(reading, count)
    if said:
        count.dan_van_kheo = not count.has_trade or _topic_in_item(reading, count)
        return
    if count.has_trade:
        return
    count.dan_van_kheo = _goes_on(reading, count, counts)


def _topic_in_item(reading: Reading, count: Count) -> bool:
    return bool(_TOPIC.search(reading.lower, count.start, min(count.item[1], count.end + 80)))


def _is_honoured(reading: Reading, count: Count) -> bool:
    return any(
        m.rule.gives["status"] in {"commended", "recognised", "registered"}
        for m in matches_in(reading, "status.", clause_start(reading, count), count.start)
    )


def _has_trade(reading: Reading, count: Count) -> bool:
    """Whether the model is named by its trade ("36 mô hình tổ hợp tác"): a noun right behind that is no label."""
    window = reading.view[count.end : min(count.sentence.end, count.end + 60)]
    word = regex.match(r"\s{1,2}(\p{L}+)", window)
    if word is None:
        return False
    rest = window.lstrip()
    if _TOPIC.match(rest.lower()):
        return False
    if regex.match(_not_a_trade(reading), rest.lower()):
        return False
    labels = (
        *reading.rules.starting("cues", "field."),
        *reading.rules.starting("cues", "level."),
        *reading.rules.starting("cues", "holder."),
        *reading.rules.starting("cues", "status."),
    )
    return not any(r.regex.match(rest) for r in labels)


def _not_a_trade(reading: Reading) -> str:
    rule = next(r for r in reading.rules.of("figures") if r.id == "behind_model.plain")
    return str(rule.regex.pattern)


def _goes_on(reading: Reading, count: Count, counts: list[Count]) -> bool:
    """The sentence goes on from one on the topic: the last sentence of the paragraph, or the heading above it."""
    index = reading.sentence_index(count.start)
    if index == 0:
        return False
    before = reading.sentences[index - 1]
    near = [c for c in counts if c.sentence == before and c.is_model]
    if before.paragraph == count.sentence.paragraph:
        return bool(_TOPIC.search(reading.lower, before.start, before.end)) or any(c.dan_van_kheo for c in near)
    if _is_heading(reading, before) and before.part not in {"caption"}:
        return bool(_TOPIC.search(reading.lower, before.start, before.end))
    same = [
        c
        for c in counts
        if c.is_model and c.value == count.value and c.sentence.part in {"title", "lead"} and c is not count
    ]
    return any(_TOPIC.search(reading.lower, c.sentence.start, c.sentence.end) for c in same)


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    return sentence.end - sentence.start < 120 and not reading.view[sentence.start : sentence.end].endswith(".")


def _set_changes(reading: Reading, counts: list[Count]) -> None:
    """Changes, with the count before them that they change: its status, period and place are theirs."""
    for i, count in enumerate(counts):
        _link_change(reading, count)
        if count.change is not None:
            near = [
                c
                for c in counts[:i]
                if c.measure == count.measure and c.change is None and c.sentence.paragraph == count.sentence.paragraph
            ]
            count.sibling = next((c for c in reversed(near) if c.part_of is None), None)


def _link_change(reading: Reading, count: Count) -> None:
    before = reading.view[max(count.sentence.start, count.number.start - 24) : count.number.start].rstrip()
    direction = next(
        (r.gives["direction"] for r in reading.rules.starting("cues", "change.") if r.regex.search(before)), None
    )
    if direction is None:
        return
    stop = min(clause_end(reading, count), count.end + 80)
    found = matches_in(reading, "than.", count.end, stop)
    found = found or matches_in(reading, "than.", clause_start(reading, count), count.number.start)
    order = [r.id for r in reading.rules.starting("cues", "than.")]
    first = min((m for m in found if m.start == found[0].start), key=lambda m: order.index(m.rule.id), default=None)
    than = first.rule.gives["than"] if first is not None else None
    count.change = Change(direction=cast(Direction, direction), than=cast("Than | None", than))
    if reading.lower[count.number.outer : count.number.start].strip() == "vượt":
        count.number = replace(count.number, bound="exact", outer=count.number.start)


def _link_own_words(reading: Reading, count: Count) -> None:
    """Holder and field, from the words of the item: behind the number first, before it where a label leads."""
    if not (count.is_model or count.measure in _HONOURED):
        return
    start, end = count.start, min(count.item[1], count.end + 110)
    holders = {m.rule.gives["holder"] for m in matches_in(reading, "holder.", start, min(end, count.end + 30))}
    if len(holders) == 1:
        count.holder = cast(Holder, holders.pop())
    if not count.is_model or count.is_rate or count.change is not None:
        return
    behind = _fields(reading, count.end, end, adjacent=True)
    if not behind and (count.part_of is not None or count.item[0] < count.start):
        behind = _fields(reading, count.item[0], count.number.outer, adjacent=False)
    if len(behind) == 1:
        count.field = cast(Field_, behind.pop())
    elif count.part_of is not None:
        named = behind or _fields(reading, count.end, end, adjacent=None)
        count.field = cast(Field_, named.pop()) if len(named) == 1 else "other" if named else None


def _fields(reading: Reading, start: int, end: int, *, adjacent: bool | None) -> set[str]:
    """The fields named in [start, end). `adjacent`: right behind the number or after "lĩnh vực"; False: as a label before it; None: anywhere."""
    found: list[Match] = []
    for match in sorted(matches_in(reading, "field.", start, end), key=lambda m: (m.start, -(m.end - m.start))):
        if not found or match.start >= found[-1].end:
            found.append(match)
    if not found:
        return set()
    lead = reading.lower[start : found[0].start]
    if regex.search(r"chủ yếu|tập trung|nhất là|đặc biệt", lead):
        return set()
    if adjacent and not _leads_to_field(lead):
        return set()
    if adjacent is False and not regex.search(r"lĩnh vực|^\W*$|^\W*(?:về|trên|trong|mảng|nhóm)\W|[:;,]\W*$", lead):
        return set()
    if adjacent is not False and regex.search(r"các\s+lĩnh vực|trên\s+(?:tất cả\s+)?(?:các|nhiều|mọi)", lead):
        return set()
    return {str(m.rule.gives["field"]) for m in found}


def _leads_to_field(lead: str) -> bool:
    words = regex.findall(r"\w+", lead)
    return (
        not words
        or (len(words) <= 12 and bool({"lĩnh", "về", "thuộc", "mảng", "nhóm", "phát", "trong", "trên"} & set(words)))
        or all(
            w
            in {
                "mô",
                "hình",
                "điển",
                "tập",
                "thể",
                "cá",
                "nhân",
                "dân",
                "vận",
                "khéo",
                "xây",
                "dựng",
                "bảo",
                "vệ",
                "phát",
                "triển",
                "giữ",
                "gìn",
                "đảm",
            }
            for w in words
        )
    )


def _link_status(reading: Reading, count: Count) -> None:
    if not (count.is_model or count.measure in _HONOURED or (count.is_rate and count.dan_van_kheo)):
        return
    inherited = count.part_of.status if count.part_of is not None else None
    own, known = _status_of(reading, count)
    if count.change is not None and count.sibling is not None:
        count.status = own if known and own not in {None, "built"} else count.sibling.status
        return
    count.status_known = known
    if inherited == "planned" or (
        count.part_of is not None and (not known or (own == "built" and count.list is not None))
    ):
        count.status = inherited
    elif count.sibling is not None and not (known and own != "built"):
        count.status = count.sibling.status
    else:
        count.status = own
    if (
        count.is_model
        and count.status == "commended"
        and count.unit.lower().startswith("điển hình")
        and count.part_of is None
    ):
        count.measure = "điển hình"


def _status_of(reading: Reading, count: Count) -> tuple[Status | None, bool]:
    """The status that the clause gives, and whether it gives one at all."""
    start = count.item[0] if count.part_of is not None else clause_start(reading, count)
    cues = [m for m in matches_in(reading, "status.", start, count.number.outer) if not _in_name(reading, m)]
    cues = _longest(cues)
    plan = next(
        (
            m
            for m in cues
            if m.rule.gives["status"] == "planned" and "đã" not in reading.lower[m.end : count.number.outer].split()
        ),
        None,
    )
    count.stage = any(m.rule.gives.get("choice") for m in _chain(reading, cues)) if cues else False
    if plan is not None or _planned_before(reading, count):
        count.stage = count.stage or (plan is not None and _is_proposal(reading, plan))
        return "planned", True
    behind = _behind(reading, count)
    strong = [m for m in cues if not m.rule.gives.get("weak")]
    if not strong:
        if behind is not None:
            return _status(behind), True
        return ("built", True) if cues else (None, False)
    chain = _chain(reading, strong)
    named = [cast(str, m.rule.gives["status"]) for m in chain if m.rule.gives["status"] != "none"]
    if not named:
        return (_status(behind), True) if behind is not None else (None, True)
    first = next(m for m in chain if m.rule.gives["status"] != "none")
    count.stock = named[0] == "maintained" and "duy trì" in reading.lower[first.start : first.end]
    return cast(Status, named[0]), True


def _status(value: str) -> Status | None:
    return None if value == "none" else cast(Status, value)


def _is_proposal(reading: Reading, plan: Match) -> bool:
    """What is proposed for recognition exists; what is aimed at does not."""
    return reading.lower[plan.start : plan.end] in {"đề nghị", "đề xuất", "trình"}


def _planned_before(reading: Reading, count: Count) -> bool:
    """A plan said earlier in the sentence goes on behind a semicolon, until "đã" says that something is done."""
    start = clause_start(reading, count)
    clause = reading.lower[start : count.number.outer].split()
    if start == count.sentence.start or "đã" in clause or "hiện" in clause:
        return False
    return any(
        m.rule.gives["status"] == "planned" for m in matches_in(reading, "status.planned", count.sentence.start, start)
    )


def _in_name(reading: Reading, match: Match) -> bool:
    """ "Ban Chỉ đạo xây dựng mô hình": the verb is part of a name or modifies a noun."""
    before = reading.lower[max(0, match.start - 16) : match.start]
    return before.rstrip().endswith(("chỉ đạo", "công tác", "phong trào", "cuộc vận động", "việc"))


def _longest(cues: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(cues, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def _chain(reading: Reading, cues: list[Match]) -> list[Match]:
    """The last verb before the number with those joined to it: "xây dựng và nhân rộng" is a chain of two."""
    chain = [cues[-1]]
    for match in reversed(cues[:-1]):
        if _JOIN.fullmatch(reading.lower[match.end : chain[0].start]) is None:
            break
        chain.insert(0, match)
    return chain


def _behind(reading: Reading, count: Count) -> str | None:
    """A verb behind the noun, before the clause or the next number ends: "30 mô hình được công nhận"."""
    stop = min(clause_end(reading, count), count.item[1], count.end + 160)
    cues = [m for m in matches_in(reading, "status.", count.end, stop) if m.rule.gives["status"] != "built"]
    cues = _longest(cues)
    if not cues:
        return None
    between = reading.lower[count.end : cues[0].start]
    fields = regex.search(r"(?:trên|ở|thuộc|về)\s+(?:các|nhiều)\s+lĩnh vực", between)
    if any(c in between for c in (".:(" if fields else ",.:(")):
        return None
    return cast(str, cues[0].rule.gives["status"])


def _link_level(reading: Reading, count: Count, places: PlaceLookup) -> None:
    if not count.is_model:
        return
    stop = min(count.item[1], count.end + 100, clause_end(reading, count))
    own = _level_in(reading, count.start, stop, "level.named", places) or _level_in(
        reading, count.end, stop, "level.body", places
    )
    if own is None and count.status in {"recognised", "planned"}:
        own = _level_in(reading, clause_start(reading, count), count.number.outer, "level.body", places, last=True)
    if own is None and count.status == "recognised" and count.part_of is None:
        own = _level_in(reading, count.sentence.start, count.number.outer, "level.subject", places, last=True)
    if own is None and count.part_of is not None:
        own = count.part_of.level
    count.level = own


def _level_in(
    reading: Reading, start: int, end: int, prefix: str, places: PlaceLookup, *, last: bool = False
) -> Level | None:
    """The level that the first cue names; "thành phố" is a province where the article's province is a city."""
    found = matches_in(reading, prefix, start, end)
    for match in reversed(found) if last else found:
        if "city" in match.groups:
            province = places.own("province")
            return "province" if province is not None and province.kind == "thành phố" else "district"
        for level in _LEVELS:
            if level in match.groups:
                return level
    return None


def _link_period(count: Count, counts: list[Count], periods: Periods) -> None:
    if count.part_of is not None and count.part_of.period is not None and not periods.names_own(count.item):
        count.period = count.part_of.period
        return
    if count.sibling is not None and (count.change is not None or not periods.names_own(count.item)):
        count.period = count.sibling.period
    else:
        planned = count.status == "planned"
        own = periods.own(count.number.outer, count.end, planned=planned)
        before = None if own or planned else _goes_on_from(count, counts, periods)
        count.period = own or (before.period if before else periods.carried(count.number.outer, planned=planned))
    if count.stock and count.period is not None:
        anchor = periods.reading.draft.anchor
        ends = [e for e in (count.period.end, anchor.isoformat() if anchor else None) if e is not None]
        count.period = Period(
            start=count.period.start if count.period.cumulative else None, end=min(ends, default=None), cumulative=True
        )
    elif count.stock and periods.reading.draft.anchor is not None:
        count.period = Period(start=None, end=periods.reading.draft.anchor.isoformat(), cumulative=True)
    if count.change is not None and count.period is not None and count.period.cumulative:
        count.period = count.period.model_copy(update={"cumulative": False})


def _goes_on_from(count: Count, counts: list[Count], periods: Periods) -> Count | None:
    """The total of the paragraph that a count without a time of its own goes on from."""
    earlier = [
        c
        for c in counts
        if c.start < count.start
        and c.is_model
        and c.part_of is None
        and c.change is None
        and c.status != "planned"
        and c.sentence.paragraph == count.sentence.paragraph
    ]
    if not count.is_model or not earlier or periods.named_between(earlier[-1].end, count.start):
        return None
    return earlier[-1]


def _link_place(reading: Reading, count: Count, places: PlaceLookup) -> None:
    own = _own_place(reading, count, places)
    if own is not None:
        count.place = own
    elif count.part_of is not None:
        count.place = count.part_of.place
    elif count.each:
        count.place = None
    elif count.sibling is not None and not _is_listed(reading, count, places):
        count.place = count.sibling.place
    else:
        count.place = _sentence_place(reading, count, places) or places.article_place


def _is_listed(reading: Reading, count: Count, places: PlaceLookup) -> bool:
    return any(count.item[0] <= m[0] and m[1] <= count.number.outer for m in places.mentions)


def _own_place(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """A part listed by place: "huyện Phú Hạc 2 mô hình", "TP. Lam Giang: 13 mô hình"."""
    if count.part_of is None and count.sibling is None:
        return None
    inside = [m for m in places.mentions if count.item[0] <= m[0] and m[1] <= count.number.outer]
    if inside:
        return places.ref_of(inside[-1][2])
    return None


def _sentence_place(reading: Reading, count: Count, places: PlaceLookup) -> PlaceRef | None:
    """Who has or does what is counted: "toàn huyện", the unit that leads the clause, the unit right before the verb."""
    start = clause_start(reading, count)
    whole = matches_in(reading, "scope.whole", start, count.number.outer) or matches_in(
        reading, "scope.whole", count.sentence.start, count.number.outer
    )
    named = [m for m in places.mentions if start <= m[0] and m[1] <= count.number.outer]
    if whole:
        after = [m for m in named if m[0] <= whole[-1].end + 1 <= m[1] + 1 or 0 <= m[0] - whole[-1].end <= 1]
        if after:
            return places.ref_of(after[-1][2])
        level = next((k for k in whole[-1].groups), "")
        return _own_level(level, places)
    subject = [m for m in named if _leads_clause(reading, start, m)]
    if subject:
        return places.ref_of(subject[-1][2])
    return None


def _own_level(group: str, places: PlaceLookup) -> PlaceRef | None:
    if group == "city":
        return places.article_place
    level = {"province": "province", "province2": "province", "district": "district", "commune": "commune"}.get(group)
    return places.own(cast(Level, level)) if level else None


def _leads_clause(reading: Reading, start: int, mention: tuple[int, int, Any]) -> bool:
    """Whether a place stands where the subject stands: nothing but linking words and bodies before it."""
    lead = reading.lower[start : mention[0]]
    lead = lead.rsplit(",", 1)[-1]
    return len(lead.split()) <= 7 and not regex.search(r"\b(?:xây dựng|thực hiện|triển khai|cho|tặng|giúp)\b", lead)


def _link_rate(reading: Reading, count: Count) -> None:
    """Averages keep their "per" in the unit: "trung bình mỗi năm có 900 điển hình" is "điển hình/năm"."""
    before = reading.lower[clause_start(reading, count) : count.number.outer]
    per = regex.search(
        r"(?:mỗi|bình quân|trung bình|hằng|hàng)\s+(?:mỗi\s+)?(năm|tháng|quý|tuần)[\s,]+[^,;]{0,40}$", before
    )
    per = per or regex.search(r"(?:bình quân|trung bình)\s+(?:mỗi|một|các)\s+(\w+)\W[^;]{0,40}$", before)
    after = regex.match(r"\s?/\s?(năm|tháng|quý|tuần)", reading.lower[count.end : count.end + 8])
    found = per or after
    if found is not None and not count.is_rate:
        count.is_rate = True
        count.unit = f"{count.unit}/{found.group(1)}"
        if count.period is not None:
            count.period = count.period.model_copy(update={"cumulative": False})
