"""Divisions that a text announces ("gồm", "trong đó", brackets, colons, items): how far they go, what they divide.

Forms: constructions.md 1.4; contract rulings 4 and 13.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from danvan.link.bullets import paragraphs_between
from danvan.link.changes import direction_of
from danvan.link.counts import (
    MODEL,
    Count,
    clause_end,
    is_label_count,
    is_of_kind,
)
from danvan.link.cues import cues, cues_by_rule
from danvan.link.parts.nested import Inner, inner_lists
from danvan.link.parts.notes import Note
from danvan.link.parts.persons import may_hold, persons_before
from danvan.link.parts.sums import (
    is_part_of_kind,
    is_total,
)
from danvan.link.parts.totals import HOLDERS, adding_up, adopt, ends_here
from danvan.link.times.named import YEAR
from danvan.match import Match
from danvan.reading import Reading

_REST = 10
"""Characters behind a number and its noun in which it is said to be the rest."""
_OPENER = 3
"""Words at most of what opens a list: "Trong đó bao gồm"; before more than these stands a subject."""
_LISTED = 3
"""So many parts at least that add up to a number without a noun: their sum is no chance."""
_VERB = 40
"""Characters before a number in which its verb stands."""
_REACH = 3
"""A list that adds up may open so many paragraphs behind its total: captions stand between."""


@dataclass(slots=True)
class Breakdown:
    """A list of parts and where it stands. `kind`: whole ("gồm"), subset ("trong đó") or bracket; `ranked` where it
    names the units that have most, and `bare` where their numbers follow at once."""

    kind: str
    start: int
    end: int
    total: Count | None = None
    parts: list[Count] = field(default_factory=list)
    ranked: bool = False
    bare: bool = False


class Layout(NamedTuple):
    """What stands outside of a sentence's own lists: which paragraphs are items (`inside`), ids of counts in `items`
    and cells, of those of numbered `headings`, of those `told` by the words behind them, the paragraphs that are
    `passed` over (captions, and those that count nothing), and the `notes` by where their sentence begins."""

    inside: Mapping[int, str]
    items: Container[int]
    headings: Container[int]
    told: Container[int]
    passed: Container[int]
    notes: Mapping[int, Note]


def announced(reading: Reading, counts: list[Count], restated: dict[int, Count], layout: Layout) -> Iterable[Breakdown]:
    """The lists that words, brackets and colons open."""
    taken: set[int] = set()
    for first in sorted({c.sentence.start for c in counts}):
        here = [c for c in counts if c.sentence.start == first]
        for found in sorted(
            _openings(reading, here, restated, layout),
            key=lambda b: (b.kind != "bracket" and not b.total and not _is_nested(b, here), b.start),
        ):
            nested = _fill(reading, found, counts, here, taken, layout=layout)
            for run in [*_runs(reading, found), *nested]:
                taken |= {id(p) for p in run.parts}
                yield run


def _leads(reading: Reading, count: Count, restated: dict[int, Count]) -> bool:
    """Whether a total opens its sentence or clause to be divided: "Năm 2023, trong 74 mô hình, có 31 về kinh tế"."""
    lead = reading.view[count.sentence.start : count.number.outer]
    opener = reading.rules.rule("cues", "breakdown.restated").regex.search(lead)
    if opener is None or lead[: opener.start()].rstrip()[-1:] not in {"", ",", ":", ";", "-"}:
        return False
    return is_total(reading, count) and id(count) not in restated


def _is_nested(found: Breakdown, here: list[Count]) -> bool:
    """Whether a list divides a count of its own sentence: "Trong đó có 54 mô hình hiệu quả, bao gồm 14 ..., 40 ..."."""
    parts = [c for c in here if found.start <= c.start < found.end]
    before = [c for c in here if c.start < found.start and c.measure]
    near = before[-1:] if found.kind == "whole" else before
    return found.kind in {"whole", "subset"} and adding_up(near, parts) is not None


def _openings(reading: Reading, here: list[Count], restated: dict[int, Count], layout: Layout) -> list[Breakdown]:
    """Brackets behind a count, a total said again or first of all, a note, marker words, and a colon behind a count."""
    sentence = here[0].sentence
    view = reading.view
    found = list(_brackets(reading, here))
    found += [Breakdown("subset", c.end, sentence.end, total=_divided(here, c)) for c in here if id(c) in restated]
    found += [Breakdown("subset", c.end, sentence.end, total=c) for c in here[:1] if _leads(reading, c, restated)]
    if sentence.start in layout.notes:
        note = layout.notes[sentence.start]
        found.append(Breakdown("whole", note.start, sentence.end, total=note.total))
    marks = [
        m
        for m in cues_by_rule(reading, "breakdown.", sentence.start, sentence.end)
        if m.rule.gives["opens"] in {"subset", "whole"}
    ]
    stages = cues(reading, "breakdown.stage", sentence.start, sentence.end)
    for mark in marks:
        if any(id(c) in restated and 0 <= c.start - mark.end < 12 for c in here):
            continue
        if any(id(c) in layout.told and not view[c.end : mark.start].strip() for c in here if c.end <= mark.start):
            continue
        around = next((b for b in found if b.start <= mark.start < b.end), None)
        again = (m.start for m in marks if m.start > mark.end and m.rule.gives.get("again"))
        end = min([sentence.end, *(s.start for s in stages if s.start > mark.end), *again])
        rest = [m for m in cues(reading, "breakdown.rest", mark.end, end) if not _is_rest_of_part(view, m, mark, marks)]
        if rest:
            # "16 về kinh tế, còn lại là văn hóa; có 11 mô hình do người có uy tín lập": the rest closes the list
            cut = view.find(";", rest[0].end, end)
            end = cut if cut >= 0 else end
        marked = Breakdown(str(mark.rule.gives["opens"]), mark.end, _list_end(view, mark.end, end))
        marked.end = _parallel(reading, here, mark.start, marked.end)
        marked.ranked = mark.rule.id.startswith("breakdown.ranked")
        marked.bare = bool(mark.rule.gives.get("bare"))
        if around is None or (around.kind != "bracket" and _is_nested(marked, here)):
            found.append(marked)
        elif around.kind == "bracket":
            around.kind = marked.kind
    found += _colons(view, here, found)
    found += _rests(reading, here, found)
    return sorted(found, key=lambda b: b.start)


def _is_rest_of_part(view: str, rest: Match, mark: Match, marks: list[Match]) -> bool:
    """Whether the rest is that of a part: "gồm: kinh tế 40, trong đó trồng rừng 22, còn lại là dịch vụ; văn hóa 36"."""
    return any(mark.end <= m.start and m.end <= rest.start and ";" not in view[m.end : rest.start] for m in marks)


def _parallel(reading: Reading, here: list[Count], start: int, end: int) -> int:
    """Where a list ends that a unit opens: at the semicolon behind which the next unit of its kind has its own count.

    "Xã An Trạch có 21 mô hình, trong đó 9 về kinh tế; thị trấn Phú Hạc có 17".
    """
    view = reading.view
    total = next((c for c in reversed(here) if c.end <= start and c.is_model), None)
    if total is None:
        return end
    first = max(total.sentence.start, view.rfind(";", total.sentence.start, total.number.outer) + 1)
    kinds = reading.rules.rule("cues", "parallel.kind").regex
    named = {_first_word(kinds.sub(lambda m: str(m.lastgroup), w)) for w in view[first : total.number.outer].split()}
    cut = view.find(";", start, end)
    while cut >= 0:
        following = kinds.sub(lambda m: str(m.lastgroup), view[cut + 1 : end], 1)
        if _first_word(following) in named:
            return cut
        cut = view.find(";", cut + 1, end)
    return end


def _first_word(words: str) -> str:
    return words.lower().split(None, 1)[0] if words.strip() else ""


def _brackets(reading: Reading, here: list[Count]) -> Iterable[Breakdown]:
    view = reading.view
    compared = reading.rules.rule("cues", "breakdown_compared")
    for count in here:
        opening = view.find("(", count.end, min(count.end + 60, count.sentence.end))
        if opening < 0 or any(c in view[count.end : opening] for c in ";.:()"):
            continue
        if any(count.end <= other.start < opening for other in here):
            continue
        closing = view.find(")", opening, count.sentence.end)
        inside = [c for c in here if opening < c.start < closing]
        if reading.match(compared, opening + 1) is not None or _tells_of_year_before(reading, count, opening):
            continue  # "133 mô hình (cùng kỳ năm trước 109 mô hình)"
        if inside and not (len(inside) == 1 and is_label_count(view, count.end, opening, inside[0])):
            # "96 mô hình trên 4 lĩnh vực (kinh tế 40, ...)": of the models, where they add up to them
            own = count.is_model or any(c.measure == count.measure for c in inside)
            divided = None if own else adding_up([c for c in here if c.end < count.start], inside)
            yield Breakdown("bracket", opening + 1, closing, total=divided or count)


def _tells_of_year_before(reading: Reading, count: Count, opening: int) -> bool:
    """Whether brackets hold but the number of the year before: "Năm 2021, đăng ký 58 mô hình (năm 2020: 51)"."""
    told = reading.match(reading.rules.rule("cues", "breakdown_compared.year"), opening + 1, count.sentence.end)
    years = YEAR.findall(reading.view, count.sentence.start, count.start) if told is not None else []
    return told is not None and len(set(years)) == 1 and int(years[0]) == int(told["year"]) + 1


def _colons(view: str, here: list[Count], found: list[Breakdown]) -> list[Breakdown]:
    """ "118 mô hình: 81 tập thể, 37 cá nhân": a colon within a few words behind a count, more counts behind it."""
    sentence, colons = here[0].sentence, []
    for count in here[:-1]:
        colon = view.find(":", count.end, min(count.end + 40, sentence.end))
        if colon < 0 or any(c in view[count.end : colon] for c in ",;(."):
            continue
        behind = [c for c in here if c.start > colon]
        inside = any(b.start <= colon < b.end for b in found)
        if (inside and adding_up([count], behind) is None) or any(abs(b.start - colon) < 4 for b in found):
            continue
        if len(behind) > 1:
            colons.append(Breakdown("whole", colon + 1, sentence.end, total=_divided(here, count)))
    return colons


def _rests(reading: Reading, here: list[Count], found: list[Breakdown]) -> list[Breakdown]:
    """ "96 mô hình; cấp tỉnh 9, cấp huyện 41, còn lại là của cơ sở": what is left says that a total is divided."""
    sentence, rests = here[0].sentence, []
    for rest in cues(reading, "breakdown.rest", sentence.start, sentence.end):
        if any(b.start <= rest.start <= b.end for b in found):
            continue
        before = [c for c in here if c.end < rest.start]
        if not before or not any(mark in reading.view[before[-1].end : rest.start] for mark in ",;"):
            continue  # "16 còn lại thuộc lĩnh vực khác" is told with its number
        for i, total in enumerate(before):
            parts = before[i + 1 :]
            plain = is_total(reading, total) and total.noun is not None and parts
            if plain and all(not c.measure or c.is_model for c in parts) and sum(c.value for c in parts) < total.value:
                rests.append(Breakdown("subset", total.end, rest.start, total=total))
                break
    return rests


def _divided(here: list[Count], count: Count) -> Count:
    """The count that the numbers behind `count` divide: that one, or one before it that they add up to: "có 24 trong
    tổng số 31 mô hình được công nhận: xã 16, huyện 8"."""
    behind = [c for c in here if c.start > count.end]
    return adding_up([c for c in here if c.end < count.start], behind) or count


def _list_end(view: str, start: int, end: int) -> int:
    """A list inside brackets ends with them; else with the sentence."""
    depth = 0
    for position in range(start, end):
        if view[position] == "(":
            depth += 1
        elif view[position] == ")":
            depth -= 1
            if depth < 0:
                return position
    return end


def _fill(
    reading: Reading, found: Breakdown, counts: list[Count], here: list[Count], taken: set[int], *, layout: Layout
) -> list[Breakdown]:
    """Gives a list its total and parts; gives the lists inside it."""
    inside = [c for c in here if found.start <= c.start < found.end and id(c) not in taken and id(c) not in layout.told]
    if not inside:
        return []
    wholes = {c.value for c in counts if c.start < found.start and c.is_model}
    inner = inner_lists(reading, inside, {found.total.value} if found.total is not None else wholes)
    of_parts = {id(part) for nested in inner for part in nested.parts}
    inside = [c for c in inside if id(c) not in of_parts]
    if found.total is None:
        found.total = _total_before(reading, found, counts, inside, taken, layout=layout)
    if found.total is None:
        return [_nested(reading, nested) for nested in inner if nested.whole.is_model]
    previous = found.start
    for count in inside:
        if _are_honoured(reading, [c for c in here if found.start <= c.start < count.start], count):
            break
        too_many = count.value > found.total.value and not count.is_rate
        if found.parts and (
            (too_many and _is_new_total(reading, found, count)) or _is_rest_of_whole(reading, found, count, counts)
        ):
            break
        if count is found.total or too_many or direction_of(reading, count) is not None:
            continue
        if not _belongs(reading, count, found.total, previous):
            if found.parts and _own_verb(reading, previous, count.number.outer):
                break
            continue
        found.parts.append(count)
        previous = count.end
    if len(found.parts) == 1 and found.kind == "bracket" and not found.parts[0].noun:
        found.parts.clear()
    _cut_what_goes_beyond(reading, found)
    return [_nested(reading, nested) for nested in inner if nested.whole.is_model]


def _nested(reading: Reading, inner: Inner) -> Breakdown:
    """A list inside a list, whose total that one has given its noun."""
    found, previous = Breakdown("subset", inner.whole.end, inner.end, inner.whole), inner.whole.end
    for count in inner.parts:
        if _belongs(reading, count, inner.whole, previous):
            found.parts.append(count)
            previous = count.end
    return found


def _cut_what_goes_beyond(reading: Reading, found: Breakdown) -> None:
    """Ends a list at the semicolon behind which its parts are more than the whole: "22 mô hình, trong đó 9 mô hình
    tình nguyện; Hội Cựu chiến binh 18 mô hình"."""
    total, parts = found.total, found.parts
    if total is None or total.bound != "exact" or any(p.is_rate or p.number.of is not None for p in parts):
        return
    if sum(p.value for p in parts) <= total.value:
        return
    for i, (left, right) in enumerate(itertools.pairwise(parts), 1):
        _, cut, label = reading.view[left.end : right.number.outer].rpartition(";")
        # what a list divides once more, "; kinh tế 20, văn hóa 22", bears no name
        if cut and label.strip()[:1].isupper() and sum(p.value for p in parts[:i]) <= total.value:
            del parts[i:]
            return


def _is_rest_of_whole(reading: Reading, found: Breakdown, count: Count, counts: list[Count]) -> bool:
    """Whether a semicolon goes back to what the divided number is of: "thẩm định 25 mô hình, công nhận 22, trong đó 6
    loại xuất sắc; 3 mô hình chưa đạt"."""
    total = found.total
    if total is None or ";" not in reading.view[found.parts[-1].end : count.number.outer]:
        return False
    # "đăng ký 312 mô hình. Đến nay có 176 hoạt động, trong đó xã An Trạch 14; 136 mô hình còn lại đang chuẩn bị"
    is_rest = "còn lại" in reading.lower[count.number.outer : count.end + _REST]
    told = (c for c in counts if c.start < total.start and c.sentence.paragraph == total.sentence.paragraph)
    near = (c for c in told if is_rest or c.sentence == count.sentence)
    return any(c.is_model and c.value == total.value + count.value for c in near)


def _are_honoured(reading: Reading, listed: list[Count], count: Count) -> bool:
    """Whether a semicolon turns to those who are honoured by a verb of their own (contract ruling 4): "72 mô hình,
    trong đó 51 hoạt động tốt; 8 tập thể, 12 cá nhân được tỉnh khen"."""
    if count.measure not in HOLDERS or not listed or any(c.measure in HOLDERS for c in listed):
        return False
    if ";" not in reading.view[listed[-1].end : count.number.outer]:
        return False
    verbs = cues(reading, "status.", count.end, clause_end(reading, count))
    return bool(verbs) and verbs[-1].rule.gives["status"] == "commended"


def _is_new_total(reading: Reading, found: Breakdown, count: Count) -> bool:
    """Whether a count that is too large for a list goes on to the next total behind a semicolon: "xã An Trạch có 48 mô
    hình, trong đó 30 loại tốt; xã Bình Hạ 52 mô hình, mới công nhận 19"."""
    assert found.total is not None
    same = count.noun is not None and count.measure == found.total.measure and direction_of(reading, count) is None
    return same and ";" in reading.view[found.parts[-1].end : count.number.outer]


def _total_before(
    reading: Reading, found: Breakdown, counts: list[Count], inside: list[Count], taken: set[int], *, layout: Layout
) -> Count | None:
    """The nearest earlier count, within three sentences of one paragraph, that the parts can be parts of."""
    first = inside[0]
    least = sum(c.value for c in inside if not c.is_rate and not c.each)
    reached = [
        c
        for c in counts
        if c.start < found.start
        and c.measure
        and not c.is_rate
        and direction_of(reading, c) is None
        and _paragraphs_apart(layout, c, first) <= _REACH
        and (
            id(c) not in layout.items
            or c.sentence.paragraph == first.sentence.paragraph
            # what a heading counts is divided below it; what an item counts is not
            or (id(c) in layout.headings and least <= c.value)
        )
        # what a picture shows lies between the text and its next paragraph
        and (c.sentence.part != "caption" or first.sentence.part == "caption")
    ]
    named = next((c.measure for c in inside if c.measure and c.measure not in HOLDERS), None)
    # a part may be divided once more: "1.240 mô hình, trong đó 880 được công nhận. Cụ thể, năm 2021 công nhận 400, ..."
    divided = [c for c in reached if id(c) in taken and not is_of_kind(reading, c)]
    reached = [c for c in reached if id(c) not in taken]
    exact = adding_up(reached, inside) or adding_up(divided, inside)
    if exact is not None and not _is_chance(exact, reached, inside):
        return exact
    if exact is None and (told := _bare_total(reading, counts, inside)) is not None:
        return told
    earlier = [c for c in reached if _paragraphs_apart(layout, c, first) <= 1]
    if found.ranked:
        # units have no models in common: what holds only some of them is not the whole
        earlier = [c for c in earlier if c.value >= least and not is_part_of_kind(reading, c)] or earlier
    if found.ranked and cues(reading, "status.recognised", first.sentence.start, clause_end(reading, first)):
        earlier = [c for c in earlier if _is_recognised(reading, c)] or earlier
    if _is_of_any(reading, found, earlier, inside):
        return None
    for count in reversed(earlier):
        if count.is_model and not first.is_rate and count.value < first.value:
            continue
        if count.value == first.value and len(inside) > 1 and count.sentence != first.sentence:
            continue  # the first part, told before: "Kinh tế có 71 mô hình. Trong số này, kinh tế 71; văn hóa 137"
        if count.sentence.start != first.sentence.start and not (count.is_model or count.measure == named):
            continue
        if not count.is_model and found.kind == "whole" and _has_subject(reading, count, first, found.start):
            continue
        if named in (None, count.measure) and (
            named is not None or count.is_model or count.sentence.start == first.sentence.start
        ):
            return count
        if count.is_model and any(not c.measure or c.measure in HOLDERS for c in inside):
            return count
    return persons_before(reading, earlier, inside)


def _bare_total(reading: Reading, counts: list[Count], parts: list[Count]) -> Count | None:
    """The number without a noun, behind a verb of counting, that three parts or more add up to: "đăng ký 134 mô hình,
    xét chọn được 102. Trong đó, ..."; it counts what the models before it do."""
    first = parts[0]
    if len(parts) < _LISTED or any(c.is_rate or c.number.of is not None for c in parts):
        return None
    near = [c for c in counts if c.start < first.start and c.sentence.paragraph == first.sentence.paragraph]
    value = sum(c.value for c in parts)
    bare = next((c for c in reversed(near) if not c.measure and c.value == value and ends_here(reading, c)), None)
    lender = next((c for c in near if bare is not None and c.is_model and c.start < bare.start), None)
    if bare is None or lender is None:
        return None
    lead = reading.view[max(bare.sentence.start, bare.number.outer - _VERB) : bare.number.outer]
    if reading.rules.rule("cues", "elided.verb").regex.search(lead) is None:
        return None
    adopt(reading, bare, lender)
    bare.sibling = lender
    return bare


def _is_recognised(reading: Reading, count: Count) -> bool:
    """Whether its clause says that a count was recognised: of these are the units that have most recognised."""
    view, sentence = reading.view, count.sentence
    start = max(sentence.start, view.rfind(",", sentence.start, count.number.outer))
    stop = view.find(",", count.end, clause_end(reading, count))
    return bool(cues(reading, "status.recognised", start, stop if stop >= 0 else clause_end(reading, count)))


def _is_of_any(reading: Reading, found: Breakdown, earlier: list[Count], inside: list[Count]) -> bool:
    """Whether units that a rank singles out go on from any of several totals, none of them for sure: "xã An Trạch dẫn
    đầu với 16 mô hình, thấp nhất là xã Bình Hạ 4"."""
    if found.bare and (len(inside) < 2 or len({c.value for c in earlier if c.is_model}) != 1):
        return True
    if not found.ranked or not earlier or earlier[-1].sentence != inside[0].sentence:
        return False
    leads = reading.rules.rule("cues", "rank_leads").regex
    return leads.search(reading.view, earlier[-1].sentence.start, earlier[-1].number.outer) is not None


def _has_subject(reading: Reading, count: Count, first: Count, opened: int) -> bool:
    """Whether the words of a list's own sentence say what it divides: "bầu 49 vị. Ban Thường trực gồm 6 vị"."""
    lead = reading.view[first.sentence.start : opened]
    return count.sentence != first.sentence and len(lead.split()) > _OPENER


def _paragraphs_apart(layout: Layout, earlier: Count, later: Count) -> int:
    """How many paragraphs a count stands behind another; items of lists, pictures and paragraphs that count nothing do
    not count between them."""
    first, last = earlier.sentence.paragraph, later.sentence.paragraph
    passed = sum(p in layout.passed for p in range(first + 1, last))
    return paragraphs_between(layout.inside, earlier, later) - passed


def _is_chance(exact: Count, reached: list[Count], parts: list[Count]) -> bool:
    """Whether two parts add up to a count of another sentence, and one of their own sentence stands before them that
    can hold them: "xét công nhận 30 mô hình, trong đó 8 mô hình đề nghị lên tỉnh; tuyên dương 20"."""
    near = next((c for c in reversed(reached) if c.is_model and c.sentence == parts[0].sentence), None)
    return len(parts) == 2 and near is not None and exact.sentence != near.sentence and near.value >= parts[0].value


def _own_verb(reading: Reading, start: int, end: int) -> bool:
    return any(
        m.rule.gives.get("status") in {"commended", "planned", "registered"} or m.rule.id == "status.recognised"
        for m in cues(reading, "status.", start, end)
    )


def _belongs(reading: Reading, count: Count, total: Count, previous: int) -> bool:
    """Whether a number in the list counts the same things as the total; adopts numbers whose noun is left out."""
    if count.each:
        return False
    if count.measure == total.measure and count.noun is not None:
        return True
    if count.is_rate:
        return (
            count.noun is not None
            and total.is_model
            and count.unit == "%"
            and MODEL in reading.lower[slice(*count.noun)]
        )
    if not total.is_model:
        return count.sentence == total.sentence and may_hold(reading, total, count)
    if count.measure in HOLDERS:
        if _own_verb(reading, previous, count.number.outer):
            return False
        count.measure, count.is_model = total.measure, True
        return True
    if _own_verb(reading, previous, count.number.outer) and count.noun is not None:
        return False
    if count.noun is None or _is_label(reading, count):
        adopt(reading, count, total)
        return True
    return False


def _is_label(reading: Reading, count: Count) -> bool:
    """Whether the words behind the number are no noun but a field or a level: "30 kinh tế", "10 cấp huyện"."""
    if count.rule == "figure.model":
        return False
    window = reading.view[count.noun[0] : count.noun[0] + 40] if count.noun else ""
    labels = (*reading.rules.starting("cues", "field."), *reading.rules.starting("cues", "level.named"))
    if window.lower().startswith("lĩnh vực"):
        # "trên 5 lĩnh vực" counts the fields themselves
        return any(r.regex.match(window[len("lĩnh vực") :].lstrip()) for r in labels)
    return any(r.regex.match(window) for r in labels)


def _runs(reading: Reading, found: Breakdown) -> list[Breakdown]:
    """One list, or two where a whole is divided twice in a row: by holder, then by field."""
    parts = found.parts
    holders = [_names_holder(reading, p) for p in parts]
    change = next((i for i in range(2, len(parts) - 1) if holders[i] != holders[i - 1]), None)
    if change is None or len(set(holders[:change])) > 1 or len(set(holders[change:])) > 1:
        return [found]
    head = Breakdown(found.kind, found.start, found.end, found.total, parts[:change])
    tail = Breakdown(found.kind, found.start, found.end, found.total, parts[change:])
    return [head, tail]


def _names_holder(reading: Reading, count: Count) -> bool:
    """Whether a part is told by its holder: "31 tập thể", "31 mô hình tập thể"."""
    behind = reading.lower[count.end : count.end + 12].lstrip()
    return any(h in count.unit for h in HOLDERS) or behind.startswith(HOLDERS)
