"""Totals and their parts: "118 mô hình (81 tập thể, 37 cá nhân)"; stages of a funnel: registered, recognised, honoured.

Forms: constructions.md 1.4; contract rulings 4 and 13.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from danvan.link.bullets import behind_mark, item_paragraphs, item_runs, paragraphs_between, total_of
from danvan.link.changes import direction_of
from danvan.link.counts import (
    LABEL,
    MODEL,
    Count,
    clause_end,
    clause_start,
    is_aside,
    is_label_count,
    is_labelled,
    is_of_kind,
)
from danvan.link.cues import cues, cues_by_rule
from danvan.link.nested import Inner, inner_lists
from danvan.link.notes import Note, find_notes
from danvan.link.parts_by_field import field_counts, field_parts
from danvan.link.persons import may_hold, persons_before
from danvan.link.sums import (
    FIELDS,
    is_part_of_kind,
    is_total,
    link_fields_told,
    link_fractions,
    link_rests,
    link_unmarked,
)
from danvan.link.tables import Column, read_tables
from danvan.link.told import told_parts
from danvan.match import Match
from danvan.reading import Reading

_HOLDERS = ("tập thể", "cá nhân")
_FOR_EVERY = 3
"""So many models at most can be what every one of many has, where no word says "each"."""
_OF_SEVERAL = 5
"""So many models at most can be the least that each of several has, or a range for each."""
_NEAR = 9
_IN_REACH = 14
"""Words at most between "mỗi" and any number, and between it and so few models as each of several can have."""
_REST = 10
"""Characters behind a number and its noun in which it is said to be the rest."""
_HEAD = 60
"""Characters behind a total said again in which the words stand that divide it."""
_OPENER = 3
"""Words at most of what opens a list: "Trong đó bao gồm"; before more than these stands a subject."""
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
    and cells, of those `told` by the words behind them, the paragraphs that are `passed` over (captions, and those
    that count nothing), and the `notes` by where their sentence begins."""

    inside: Mapping[int, str]
    items: Container[int]
    told: Container[int]
    passed: Container[int]
    notes: Mapping[int, Note]


def link_breakdowns(reading: Reading, counts: list[Count]) -> list[Count]:
    """Gives parts their total, list and partition; drops numbers without a noun that no list adopts."""
    before: Count | None = None
    for count in counts:
        count.each = _is_each(reading, count) or (before is not None and _joins_each(reading, before, count))
        before = count
    restated = _restated(reading, counts)
    _adopt_totals(reading, counts)
    _adopt_holders(reading, counts)
    bare = [c for c in field_counts(reading, counts) if not c.measure]
    for count in bare:
        _take_noun(count)
    columns = read_tables(reading, counts)
    inside = item_paragraphs(reading)
    runs = item_runs(reading, counts, inside)
    items = {id(c) for run in runs for c in run} | {id(c) for column in columns for c in column.parts}
    told = [t for t in told_parts(reading, counts) if id(t.part) not in items]
    counting = {c.sentence.paragraph for c in counts} | set(inside)
    passed = {s.paragraph for s in reading.sentences if s.part == "caption" or s.paragraph not in counting}
    layout = Layout(inside, items, {id(t.part) for t in told}, passed, find_notes(reading, counts))
    lists = [found for found in _lists(reading, counts, restated, layout) if found.parts]
    lists += [Breakdown("subset", t.part.start, t.part.end, t.total, [t.part]) for t in told]
    parts = items | {id(part) for found in lists for part in found.parts}
    for run in [r for r in runs if not any(c.row for c in r)]:
        if (total := total_of(reading, counts, run, parts, run[0].sentence.start, inside=inside)) is not None:
            lists.append(_of_items(reading, total, run))
    for column in columns:
        lists += _of_column(reading, column, counts, restated, parts, inside=inside)
    linked = {id(part) for found in lists for part in found.parts}
    lists += [
        Breakdown("subset", run[0].start, run[-1].end, total, run)
        for total, run in field_parts(reading, counts, linked)
    ]
    linked = {id(part) for found in lists for part in found.parts}
    for count in bare:
        if id(count) not in linked:
            count.measure, count.is_model = "", False
    for number, found in enumerate(lists):
        found.total = restated.get(id(found.total), found.total)
        _settle(reading, found)
        for part in found.parts:
            part.list = number
    _adopt_sums(reading, counts)
    _adopt_by_verb(reading, counts)
    _adopt_ahead(reading, counts)
    kept = [c for c in counts if c.measure and id(c) not in restated]
    _link_units(reading, kept)
    _link_singled_out(reading, kept)
    number = link_rests(reading, kept, len(lists))
    number = link_unmarked(reading, kept, number)
    number = link_fields_told(reading, kept, number)
    link_fractions(reading, kept, number)
    return kept


def _of_items(reading: Reading, total: Count, parts: list[Count]) -> Breakdown:
    """A list of paragraphs; where the words that lead to it do not say that it divides the whole, arithmetic does."""
    for part in parts:
        if not part.measure:
            _adopt(reading, part, total)
    above = reading.sentences[max(0, reading.sentence_index(parts[0].sentence.start) - 1)]
    divides = any(m.rule.gives["opens"] == "whole" for m in cues(reading, "breakdown.", above.start, above.end))
    return Breakdown("whole" if divides else "subset", parts[0].start, parts[-1].sentence.end, total, parts)


def _of_column(
    reading: Reading,
    column: Column,
    counts: list[Count],
    restated: dict[int, Count],
    parts: set[int],
    *,
    inside: Mapping[int, str],
) -> list[Breakdown]:
    """The rows of a table as parts: of its last row, of a count above that says the same, or of one that holds them."""
    above = total_of(reading, [c for c in counts if c.row is None], column.parts, parts, column.start, inside=inside)
    total = column.total or above
    if column.total is not None and above is not None and above.value == column.total.value:
        restated[id(column.total)] = above
    if total is None:
        return []
    return [Breakdown("subset", column.parts[0].start, column.parts[-1].end, total, column.parts)]


def _link_units(reading: Reading, counts: list[Count]) -> None:
    """A sentence that names units with a number each goes on from the total of the sentence before: "Xã An Trạch đăng
    ký 7 mô hình, xã Bình Hạ 6, ..."."""
    models = [c for c in counts if is_total(reading, c)]
    for first in sorted({c.sentence.start for c in models}):
        here = [c for c in models if c.sentence.start == first]
        if len(here) < 3 or any(c.part_of is not None for c in here):
            continue
        if not all(is_labelled(reading, left.end, right) for left, right in itertools.pairwise(here)):
            continue
        lead = reading.view[first : here[0].number.outer].split()
        if not 0 < len(lead) <= LABEL or any(word.endswith((",", ":")) for word in lead):
            continue
        whole = sum(c.value for c in here)
        total = _total_above(models, here[0], whole)
        if total is not None and total.value != whole:
            for part in here:
                part.part_of, part.partition, part.list = total, False, None


def _link_singled_out(reading: Reading, counts: list[Count]) -> None:
    """ "có 96 mô hình, riêng xã An Trạch 9, tiếp đến là Bình Hạ 7": a unit of a whole, and those named next."""
    models = [c for c in counts if is_total(reading, c)]
    levels = reading.rules.rule("cues", "elided.level")
    last: Count | None = None
    for count in models:
        if count.part_of is not None:
            continue
        single = cues(reading, "breakdown.single", clause_start(reading, count), count.number.outer)
        lead = reading.view[single[-1].end : count.number.outer] if single else ""
        if single and not any(c in ":0123456789" for c in lead) and levels.regex.search(lead) is None:
            total = _total_above(models, count, count.value)
        elif last is not None and last.sentence == count.sentence and count.sibling is last:
            total = last.part_of
        else:
            continue
        if total is not None:
            count.part_of, count.partition, count.list = total, False, None
            last = count


def _total_above(models: list[Count], count: Count, least: float) -> Count | None:
    """The total last before a count in its paragraph, of at least that value; the whole goes before its parts."""
    near = next(
        (c for c in reversed(models) if c.start < count.start and c.sentence.paragraph == count.sentence.paragraph),
        None,
    )
    while near is not None and (near.value < least or (near.sentence == count.sentence and near.part_of is not None)):
        near = near.part_of
    return near if near is None or near.part_of is None or near.list is None else near.root


def _is_each(reading: Reading, count: Count) -> bool:
    """A number for every unit: "mỗi xã có 01 - 02 mô hình", "20 mô hình mỗi xã" (contract ruling 20)."""
    start = clause_start(reading, count)
    each = cues(reading, "scope.each", start, count.number.outer)
    reach = _IN_REACH if count.is_model and count.value <= _OF_SEVERAL else _NEAR
    if any(
        len(reading.view[m.end : count.number.outer].split()) <= reach
        and not any(c.isdigit() for c in reading.view[m.end : count.number.outer])
        # "cả 15 xã đều có mô hình, nhiều nhất là xã An Trạch 8"
        and not cues(reading, "breakdown.ranked", m.end, count.number.outer)
        for m in each
    ):
        return True
    if count.is_model and count.value <= _FOR_EVERY and cues(reading, "scope.every", start, count.number.outer):
        return True
    some = count.bound == "at_least" or count.number.high is not None
    if (
        some
        and count.value <= _OF_SEVERAL
        and count.is_model
        and cues(reading, "scope.several", start, count.number.outer)
    ):
        return True
    # "20 mô hình mỗi xã", but not "250 suất quà, mỗi suất 300.000 đồng"
    behind = cues(reading, "scope.each", count.end, min(count.end + 8, count.sentence.end))
    return any(reading.view[count.end : m.start].isspace() for m in behind)


def _joins_each(reading: Reading, before: Count, count: Count) -> bool:
    """Whether a number is joined to one for every unit: "mỗi chi bộ đăng ký 2 mô hình và 1 điển hình"."""
    if not before.each or before.sentence != count.sentence or not (before.is_model and count.is_model):
        return False
    between = reading.view[before.end : count.number.outer]
    return reading.rules.rule("cues", "joins_each").regex.fullmatch(between) is not None


def _restated(reading: Reading, counts: list[Count]) -> dict[int, Count]:
    """Totals said again to open a list, by identity, with the count they repeat: "Trong 74 mô hình nói trên có ..."."""
    opener = reading.rules.rule("cues", "breakdown.restated")
    again: dict[int, Count] = {}
    for i, count in enumerate(counts):
        before = reading.view[max(count.sentence.start, count.number.outer - 30) : count.number.outer]
        among = bool(count.measure) and opener.regex.search(before) is not None
        if not among and not _heads_list(reading, count):
            continue
        same = (
            c
            for c in reversed(counts[:i])
            if c.value == count.value and (c.measure == count.measure or _is_raised(reading, c))
        )
        first = next((c for c in same if among or c.sentence.part != "title"), None)
        if first is not None:
            again[id(count)] = again.get(id(first), first)
    return again


def _is_raised(reading: Reading, count: Count) -> bool:
    """Whether a number without a noun is the sum of all models: "nâng tổng số mô hình toàn huyện lên 143"."""
    if count.measure or not _ends_here(reading, count):
        return False
    raised = cues(reading, "time.raised", count.sentence.start, count.number.outer)
    lead = reading.view[raised[-1].end : count.number.outer] if raised else ""
    return MODEL in lead.lower() and reading.rules.rule("cues", "elided.level").regex.search(lead) is not None


def _heads_list(reading: Reading, count: Count) -> bool:
    """Whether a count opens its sentence or item to be divided: "Về lĩnh vực, 96 mô hình phân ra:", "Số 36 mô hình này
    chia ra"."""
    start = behind_mark(reading, count.sentence.start, count.number.outer) or count.sentence.start
    by = cues(reading, "breakdown.whole.by", start, count.number.outer)
    start = by[-1].end if by else start
    lead = reading.rules.rule("cues", "restated.heads").regex.sub("", reading.view[start : count.number.outer + 1])
    if not count.is_model or lead[:-1].strip(" ,"):
        return False
    opens = cues(reading, "breakdown.", count.end, min(count.end + _HEAD, count.sentence.end))
    divides = [m for m in opens if m.rule.gives["opens"] == "whole"]
    return bool(divides) and not any(c.isdigit() for c in reading.view[count.end : divides[0].start])


def _adopt_totals(reading: Reading, counts: list[Count]) -> None:
    """Gives its noun to a number that a list divides, or that a subject counts: "công nhận được 62, gồm ...", "Tổng số
    mô hình của hai xã là 29"."""
    verbs = reading.rules.rule("cues", "elided.verb")
    subject = reading.rules.rule("cues", "elided.subject")
    most = reading.rules.rule("cues", "elided.most")
    year = reading.rules.rule("cues", "elided.year")
    last: Count | None = None
    whole: Count | None = None
    for before, count in zip([None, *counts], counts, strict=False):
        if count.measure:
            last = count if count.is_model and not count.is_rate else last
            whole = _larger(whole, count) if is_total(reading, count) else whole
            continue
        lead = reading.view[max(count.sentence.start, count.number.outer - 120) : count.number.outer]
        told = _ends_here(reading, count) and (subject.regex.search(lead) or most.regex.search(lead))
        if told and not _goes_on_to(reading, last, count):
            _take_noun(count)
            last = count
        elif (
            last is not None
            and last.sentence == count.sentence
            and year.regex.search(lead)
            and _ends_here(reading, count)
        ):
            _adopt(reading, count, last)
            count.sibling, last = last, count
        elif last is not None and _is_divided(reading, count):
            if last.sentence.paragraph != count.sentence.paragraph:
                lender = whole if _opens_stage(reading, last, count, whole) else None
            else:
                # "xã An Trạch 29, xã Bình Hạ 27, trong đó 6 của phụ nữ"
                is_next = before is not None and is_labelled(reading, before.end, count)
                lender = last if is_next or verbs.regex.search(lead) else None
            if lender is not None:
                _adopt(reading, count, lender)
                # "năm 2010 đăng ký 141, công nhận 92 (...)": it goes on from the number without a noun before it
                alone = before is not None and not before.measure and before.sentence == count.sentence
                count.sibling, count.unit = None if alone else lender, MODEL
                last = count


def _goes_on_to(reading: Reading, last: Count | None, count: Count) -> bool:
    """Whether a sum goes on from a count of its sentence and divides nothing: "ra mắt 6 mô hình, nâng tổng số mô hình
    lên 51"."""
    behind = reading.view[count.number.outer_end : count.number.outer_end + 2].lstrip()
    if last is None or last.sentence != count.sentence or behind.startswith("(") or _is_divided(reading, count):
        return False
    return bool(cues(reading, "time.raised", last.end, count.number.outer))


def _adopt_holders(reading: Reading, counts: list[Count]) -> None:
    """ "đăng ký 80 mô hình, 64 tập thể và 16 cá nhân": right behind a total that they add up to holders are models;
    those of whom the words say that they do them are not."""
    doers = reading.rules.rule("cues", "elided.doers")
    for total, first, second in zip(counts, counts[1:], counts[2:], strict=False):
        if not total.is_model or total.sentence != second.sentence or {first.measure, second.measure} != set(_HOLDERS):
            continue
        between = reading.view[total.end : first.number.outer]
        if first.value + second.value != total.value or reading.match(doers, second.end) is not None:
            continue
        if not any(c in between for c in ";.(:"):
            for part in (first, second):
                part.measure, part.is_model = MODEL, True


def _adopt_sums(reading: Reading, counts: list[Count]) -> None:
    """Numbers without a noun that add up to a total before them: "28 mô hình, 11 ở ấp Đông, 17 ở ấp Tây", "Có 28 mô
    hình. Kinh tế chiếm nhiều nhất (15), thứ nhì là văn hóa (9), sau cùng là môi trường (4)"."""
    by_sentence = [list(group) for _, group in itertools.groupby(counts, key=lambda c: c.sentence.start)]
    for here, following in itertools.pairwise([*by_sentence, []]):
        for i, total in enumerate(here):
            if not is_total(reading, total):
                continue
            near = following if following and following[0].sentence.paragraph == total.sentence.paragraph else []
            for behind, least in ((here[i + 1 :], 2), (near, FIELDS)):
                run = list(itertools.takewhile(lambda c: not c.measure, behind))
                fits = all(c.number.of is None and not c.each and direction_of(reading, c) is None for c in run)
                if fits and len(run) >= least and sum(c.value for c in run) == total.value:
                    for part in run:
                        _adopt(reading, part, total)


def _is_divided(reading: Reading, count: Count) -> bool:
    """Whether a list opens right behind a number: "15, gồm", "15 (9 tập thể"."""
    end = count.number.outer_end
    opens = cues(reading, "breakdown.", end, min(end + 25, count.sentence.end))
    if reading.rules.rule("cues", "elided.bracket").regex.match(reading.view, end, count.sentence.end) is not None:
        return True
    divides = bool(opens) and opens[0].rule.gives["opens"] in {"whole", "subset"}
    return divides and not reading.view[end : opens[0].start].strip(" ,;:(")


def _adopt_ahead(reading: Reading, counts: list[Count]) -> None:
    """The noun stands behind the last number of a list only: "xã An Trạch 13, Bình Hạ 11, Cẩm Lộc 9 mô hình"."""
    for i, count in enumerate(counts):
        if not count.is_model or count.noun is None:
            continue
        if i and _is_verb_for_verb(reading, counts[i - 1], count):
            _adopt(reading, counts[i - 1], count)
        run: list[Count] = []
        behind = count
        for before in reversed(counts[:i]):
            if before.measure or before.sentence != count.sentence or not is_labelled(reading, before.end, behind):
                break
            if cues(reading, "status.", before.end, behind.number.outer):
                break  # "Hiệp Thành 9, Thạnh Xuân 8; An Phú Đông đăng ký 12 mô hình"
            run.append(before)
            behind = before
        if len(run) > 1:
            for before in run:
                _adopt(reading, before, count)
                before.sibling = count


def _is_verb_for_verb(reading: Reading, before: Count, count: Count) -> bool:
    """Whether two verbs of counting share the noun behind the second: "đăng ký 34, công nhận 30 mô hình"."""
    if before.measure or before.part_of is not None or before.sentence != count.sentence:
        return False
    if not _ends_here(reading, before) or reading.view[before.end : before.end + 1] not in {",", ";"}:
        return False
    verbs = reading.rules.rule("cues", "elided.verb").regex
    lead = reading.view[max(count.sentence.start, before.number.outer - 40) : before.number.outer]
    return all(verbs.search(words) is not None for words in (lead, reading.view[before.end : count.number.outer]))


def _adopt_by_verb(reading: Reading, counts: list[Count]) -> None:
    """A number without a noun behind a verb of counting takes the noun of the count before it: "công nhận 62"."""
    verbs = reading.rules.rule("cues", "elided.verb")
    following = reading.rules.rule("cues", "elided.next")
    levels = reading.rules.rule("cues", "elided.level")
    holders = reading.rules.rule("cues", "elided.holders")
    others = reading.rules.rule("cues", "elided.other")
    last: Count | None = None
    lender: Count | None = None
    previous: Count | None = None
    whole: Count | None = None
    for count in counts:
        # looked up as the loop goes, a search backwards from every number would be quadratic
        if previous is not None and previous.measure and not previous.is_rate:
            lender = last if last is not None and last.is_model and last.sentence == previous.sentence else None
            last = previous
        before, previous = last, count
        if count.measure or count.part_of is not None:
            whole = _larger(whole, count) if is_total(reading, count) else whole
            continue
        if before is not None and _opens_stage(reading, before, count, whole):
            before = whole
        if before is None or (before.sentence.paragraph != count.sentence.paragraph and before is not whole):
            continue
        here = before.sentence == count.sentence
        if here and lender is not None and holders.regex.fullmatch(reading.view[before.start : count.number.outer]):
            before = lender
        lead = reading.view[
            max(count.sentence.start, count.number.outer - 40, before.end if here else 0) : count.number.outer
        ]
        if others.regex.search(lead) is not None:
            continue
        if (
            (here and levels.regex.search(lead))
            or (before.is_model and verbs.regex.search(lead) and _ends_here(reading, count))
            or (before.is_model and here and direction_of(reading, count) is not None and _ends_here(reading, count))
            or (before.is_model and levels.regex.search(lead) and MODEL in lead.lower())
            or (here and before.is_model and _is_sibling(reading, before, count))
            or (here and before.is_model and following.regex.search(lead) and _ends_here(reading, count))
            or (here and before.is_model and _counts_on(reading, count, lead))
            or (before.is_model and count.number.of is not None and count.number.of == before.value)
        ):
            if is_aside(reading, before.start, count.number.outer):
                # "công nhận 58 (37 tập thể, 21 cá nhân), tỉnh 9", "xã An Trạch 12 (lũy kế 49), xã Bình Hạ 10"
                before = before.root if before.part_of is not None else before.sibling or before
            elif lender is not None and direction_of(reading, before) is not None:
                before = lender  # "từ 9 lên 32 mô hình, tăng 23 mô hình; xã Bình Hạ 29"
            _adopt(reading, count, before)
            count.sibling = before
            count.unit = before.unit if before.rule != "figure.elided" or before.unit else MODEL


def _larger(whole: Count | None, count: Count) -> Count:
    """The largest total of a paragraph; the first of a new one."""
    old = whole is None or whole.sentence.paragraph != count.sentence.paragraph
    return count if old or whole is None or count.value > whole.value else whole


def _opens_stage(reading: Reading, before: Count, count: Count, whole: Count | None) -> bool:
    """Whether a paragraph goes on from the total of the one before: "Huyện xét, công nhận 58 (37 tập thể, ...)"."""
    if whole is None or count.sentence.paragraph - whole.sentence.paragraph != 1 or count.value > whole.value:
        return False
    if before.sentence.paragraph == count.sentence.paragraph:
        return False
    lead = reading.view[max(count.sentence.start, count.number.outer - 40) : count.number.outer]
    return reading.rules.rule("cues", "elided.funnel").regex.search(lead) is not None


def _counts_on(reading: Reading, count: Count, lead: str) -> bool:
    """Whether a number, which no noun follows, goes on counting what its sentence counts: no word claims it as its own,
    and no second number follows ("4, 5 chuyến")."""
    behind = reading.view[count.number.outer_end : count.number.outer_end + 4].lstrip(" ,-")
    whole = count.value == int(count.value) and not behind[:1].isdigit() and not behind.startswith("]")
    return whole and not count.each and reading.rules.rule("cues", "elided.never").regex.search(lead) is None


def _ends_here(reading: Reading, count: Count) -> bool:
    """Whether nothing that could be the noun follows the number."""
    behind = reading.lower[count.number.outer_end : count.number.outer_end + 12].lstrip()
    return (
        not behind
        or not behind[0].isalpha()
        or behind.startswith(("và ", "về ", "tiêu biểu", "trong ", "cấp ", "thuộc ", "so "))
    )


def _is_sibling(reading: Reading, before: Count, count: Count) -> bool:
    """ "TP. Long Xuyên 143 mô hình; TP. Châu Đốc 96; An Phú 121": a label and a number, as the item before it."""
    between = reading.view[_behind_name(reading, before) : count.number.outer]
    label = between.replace(" và ", ",").lstrip(" )…")
    if reading.rules.rule("cues", "elided.shared").regex.fullmatch(between.lstrip(" )…")) is not None:
        return _ends_here(reading, count)
    return (
        label[:1] in {";", ","} and 0 < len(label.split()) <= 8 and label.count(",") <= 1 and _ends_here(reading, count)
    )


def _behind_name(reading: Reading, count: Count) -> int:
    """Where the name of the models ends behind a count: '12 mô hình "Dân vận khéo"'; else where the count ends."""
    at = count.end
    while at < count.sentence.end and reading.view[at] in ' "':
        at += 1
    named = (reading.match(rule, at, count.sentence.end) for rule in reading.rules.starting("cues", "topic."))
    end = next((int(m.end()) for m in named if m is not None), None)
    if end is None:
        return count.end
    return end + (reading.view[end : end + 1] == '"')


def _lists(reading: Reading, counts: list[Count], restated: dict[int, Count], layout: Layout) -> Iterable[Breakdown]:
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
    return found.kind in {"whole", "subset"} and _adding_up(near, parts) is not None


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
        if reading.match(compared, opening + 1) is not None:
            continue  # "133 mô hình (cùng kỳ năm trước 109 mô hình)"
        if inside and not (len(inside) == 1 and is_label_count(view, count.end, opening, inside[0])):
            # "96 mô hình trên 4 lĩnh vực (kinh tế 40, ...)": of the models, where they add up to them
            own = count.is_model or any(c.measure == count.measure for c in inside)
            divided = None if own else _adding_up([c for c in here if c.end < count.start], inside)
            yield Breakdown("bracket", opening + 1, closing, total=divided or count)


def _colons(view: str, here: list[Count], found: list[Breakdown]) -> list[Breakdown]:
    """ "118 mô hình: 81 tập thể, 37 cá nhân": a colon within a few words behind a count, more counts behind it."""
    sentence, colons = here[0].sentence, []
    for count in here[:-1]:
        colon = view.find(":", count.end, min(count.end + 40, sentence.end))
        if colon < 0 or any(c in view[count.end : colon] for c in ",;(."):
            continue
        behind = [c for c in here if c.start > colon]
        inside = any(b.start <= colon < b.end for b in found)
        if (inside and _adding_up([count], behind) is None) or any(abs(b.start - colon) < 4 for b in found):
            continue
        if len(behind) > 1:
            colons.append(Breakdown("whole", colon + 1, sentence.end, total=_divided(here, count)))
    return colons


def _divided(here: list[Count], count: Count) -> Count:
    """The count that the numbers behind `count` divide: that one, or one before it that they add up to: "có 24 trong
    tổng số 31 mô hình được công nhận: xã 16, huyện 8"."""
    behind = [c for c in here if c.start > count.end]
    return _adding_up([c for c in here if c.end < count.start], behind) or count


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
    if count.measure not in _HOLDERS or not listed or any(c.measure in _HOLDERS for c in listed):
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
    reached = [
        c
        for c in counts
        if c.start < found.start
        and c.measure
        and not c.is_rate
        and direction_of(reading, c) is None
        and _paragraphs_apart(layout, c, first) <= _REACH
        and (id(c) not in layout.items or c.sentence.paragraph == first.sentence.paragraph)
        # what a picture shows lies between the text and its next paragraph
        and (c.sentence.part != "caption" or first.sentence.part == "caption")
    ]
    named = next((c.measure for c in inside if c.measure and c.measure not in _HOLDERS), None)
    # a part may be divided once more: "1.240 mô hình, trong đó 880 được công nhận. Cụ thể, năm 2021 công nhận 400, ..."
    divided = [c for c in reached if id(c) in taken and not is_of_kind(reading, c)]
    reached = [c for c in reached if id(c) not in taken]
    exact = _adding_up(reached, inside) or _adding_up(divided, inside)
    if exact is not None and not _is_chance(exact, reached, inside):
        return exact
    earlier = [c for c in reached if _paragraphs_apart(layout, c, first) <= 1]
    if found.ranked:
        # units have no models in common: what holds only some of them is not the whole
        least = sum(c.value for c in inside if not c.is_rate and not c.each)
        earlier = [c for c in earlier if c.value >= least and not is_part_of_kind(reading, c)] or earlier
    if found.ranked and cues(reading, "status.recognised", first.sentence.start, clause_end(reading, first)):
        earlier = [c for c in earlier if _is_recognised(reading, c)] or earlier
    if found.bare and (len(inside) < 2 or len({c.value for c in earlier if c.is_model}) != 1):
        # a unit and its number go on from any of several totals: none of them for sure
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
        if count.is_model and any(not c.measure or c.measure in _HOLDERS for c in inside):
            return count
    return persons_before(reading, earlier, inside)


def _is_recognised(reading: Reading, count: Count) -> bool:
    """Whether its clause says that a count was recognised: of these are the units that have most recognised."""
    view, sentence = reading.view, count.sentence
    start = max(sentence.start, view.rfind(",", sentence.start, count.number.outer))
    stop = view.find(",", count.end, clause_end(reading, count))
    return bool(cues(reading, "status.recognised", start, stop if stop >= 0 else clause_end(reading, count)))


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


def _adding_up(earlier: list[Count], parts: list[Count]) -> Count | None:
    """The nearest count of models that the parts sum up to; arithmetic decides before distance does."""
    values = [c.value for c in parts if not c.is_rate and c.number.of is None]
    if len(values) < 2:
        return None
    return next((c for c in reversed(earlier) if c.is_model and c.value == sum(values)), None)


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
    if count.measure in _HOLDERS:
        if _own_verb(reading, previous, count.number.outer):
            return False
        count.measure, count.is_model = total.measure, True
        return True
    if _own_verb(reading, previous, count.number.outer) and count.noun is not None:
        return False
    if count.noun is None or _is_label(reading, count):
        _adopt(reading, count, total)
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


def _adopt(reading: Reading, count: Count, total: Count) -> None:
    count.measure, count.unit, count.is_model, count.noun = total.measure, total.unit, total.is_model, None
    count.end = count.number.outer_end
    count.rule = "figure.elided"
    count.confidence = 0.85


def _take_noun(count: Count) -> None:
    """The noun that a heading or a subject says."""
    count.measure, count.unit, count.is_model = MODEL, MODEL, True
    count.rule, count.confidence = "figure.elided", 0.85


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
    return any(h in count.unit for h in _HOLDERS) or behind.startswith(_HOLDERS)


def _settle(reading: Reading, found: Breakdown) -> None:
    total = found.total
    if total is None:
        return
    last = found.parts[-1]
    tail = reading.view[last.end : min(found.end, last.end + 90) + 1]
    opened = any(
        rule.regex.search(tail)
        for prefix in ("breakdown.open", "breakdown.rest")
        for rule in reading.rules.starting("cues", prefix)
    )
    whole = [p for p in found.parts if not p.is_rate and p.number.of is None]
    adds_up = sum(p.value for p in whole) == total.value
    partition = not opened and len(whole) > 1 and len(whole) == len(found.parts) and (found.kind != "subset" or adds_up)
    for part in found.parts:
        part.part_of, part.partition = total, partition
