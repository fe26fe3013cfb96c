"""Totals and their parts: "118 mô hình (81 tập thể, 37 cá nhân)"; stages of a funnel: registered, recognised, honoured.

Forms: constructions.md 1.4; contract rulings 4 and 13.
"""

from __future__ import annotations

from collections.abc import Mapping

from danvan.link.bullets import behind_mark, headed_runs, headed_total, item_paragraphs, item_runs, total_of
from danvan.link.counts import (
    MODEL,
    Count,
    clause_start,
)
from danvan.link.cues import cues
from danvan.link.parts.adopted import (
    adopt_ahead,
    adopt_by_verb,
    adopt_holders,
    adopt_summed_up,
    adopt_sums,
    adopt_totals,
    link_singled_out,
    link_units,
)
from danvan.link.parts.by_field import field_counts, field_parts
from danvan.link.parts.by_holder import link_by_holder
from danvan.link.parts.divisions import Breakdown, Layout, announced
from danvan.link.parts.notes import find_notes
from danvan.link.parts.sums import (
    link_far,
    link_fields_told,
    link_fractions,
    link_rests,
    link_unmarked,
)
from danvan.link.parts.tabled import has_group, link_columns
from danvan.link.parts.told import told_parts
from danvan.link.parts.totals import adopt, ends_here, take_noun
from danvan.link.tables import Column, read_tables
from danvan.reading import Reading

_FOR_EVERY = 3
"""So many models at most can be what every one of many has, where no word says "each"."""
_OF_SEVERAL = 5
"""So many models at most can be the least that each of several has, or a range for each."""
_NEAR = 9
_IN_REACH = 14
"""Words at most between "mỗi" and any number, and between it and so few models as each of several can have."""
_HEAD = 60
"""Characters behind a total said again in which the words stand that divide it."""


def link_breakdowns(reading: Reading, counts: list[Count]) -> list[Count]:
    """Gives parts their total, list and partition; drops numbers without a noun that no list adopts."""
    before: Count | None = None
    for count in counts:
        count.each = _is_each(reading, count, before) or (before is not None and _joins_each(reading, before, count))
        before = count
    restated = _restated(reading, counts)
    adopt_totals(reading, counts)
    adopt_holders(reading, counts)
    summed_up = adopt_summed_up(reading, counts)
    bare = [c for c in field_counts(reading, counts) if not c.measure]
    for count in bare:
        take_noun(count)
    columns = read_tables(reading, counts)
    inside = item_paragraphs(reading)
    headed = headed_runs(reading, counts)
    of_headings = {id(c) for run in headed for c in run}
    runs = [run for run in item_runs(reading, counts, inside) if not any(id(c) in of_headings for c in run)]
    items = of_headings | {id(c) for run in runs for c in run} | {id(c) for column in columns for c in column.parts}
    told = [t for t in told_parts(reading, counts) if id(t.part) not in items]
    counting = {c.sentence.paragraph for c in counts} | set(inside)
    passed = {s.paragraph for s in reading.sentences if s.part == "caption" or s.paragraph not in counting}
    layout = Layout(inside, items, of_headings, {id(t.part) for t in told}, passed, find_notes(reading, counts))
    lists = [found for found in announced(reading, counts, restated, layout) if found.parts]
    lists += [Breakdown("subset", t.part.start, t.part.end, t.total, [t.part]) for t in told]
    parts = items | {id(part) for found in lists for part in found.parts}
    for run in headed:
        if (total := headed_total(reading, counts, run, parts, inside)) is not None:
            lists.append(_of_items(reading, total, run))
    for run in [r for r in runs if not any(c.row for c in r)]:
        if (total := total_of(reading, counts, run, parts, run[0].sentence.start, inside=inside)) is not None:
            lists.append(_of_items(reading, total, run))
    for column in columns:
        lists += _of_column(reading, column, counts, restated, parts, inside=inside)
    lists += [Breakdown("whole", run[0].start, run[-1].end, total, run) for total, run in summed_up]
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
    adopt_sums(reading, counts)
    adopt_by_verb(reading, counts)
    adopt_ahead(reading, counts)
    kept = [c for c in counts if c.measure and id(c) not in restated]
    link_units(reading, kept)
    link_singled_out(reading, kept)
    number = link_by_holder(reading, kept, len(lists))
    number = link_rests(reading, kept, number)
    number = link_unmarked(reading, kept, number)
    number = link_fields_told(reading, kept, number)
    number = link_columns(reading, kept, number)
    number = link_far(reading, kept, number)
    link_fractions(reading, kept, number)
    return kept


def _of_items(reading: Reading, total: Count, parts: list[Count]) -> Breakdown:
    """A list of paragraphs; where the words that lead to it do not say that it divides the whole, arithmetic does."""
    for part in parts:
        if not part.measure:
            adopt(reading, part, total)
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
    # A row that sums up says that the rows above it are all there is.
    summed_up = column.total is not None and not has_group(reading, column.parts)
    kind = "whole" if summed_up else "subset"
    return [Breakdown(kind, column.parts[0].start, column.parts[-1].end, total, column.parts)]


def _is_each(reading: Reading, count: Count, before: Count | None) -> bool:
    """A number for every unit: "mỗi xã có 01 - 02 mô hình", "20 mô hình mỗi xã" (contract ruling 20); not the next
    one: "mỗi chi bộ một mô hình, cả xã có 14". `before` is the count before it."""
    start = clause_start(reading, count)
    each = cues(reading, "scope.each", start, count.number.outer)
    each = [m for m in each if before is None or before.end <= m.start]
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
    if count.measure or not ends_here(reading, count):
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
