"""Parts that stand in paragraphs of their own, a field each: "Trên lĩnh vực kinh tế: có 92 mô hình ...".

Reports give the total first and then tell field by field what was done; the counts of the fields make up the total.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from danvan.link.changes import direction_of
from danvan.link.counts import Count
from danvan.link.cues import cues
from danvan.link.parts.nested import field_named
from danvan.link.topic import has_trade
from danvan.reading import Reading

_SAME = 30
"""Characters behind a count in which it says that it is of the field just named."""
_GAP = 4
"""Paragraphs between the total, the first field and the next: what they did stands there."""


def field_parts(reading: Reading, counts: Sequence[Count], linked: Container[int]) -> list[tuple[Count, list[Count]]]:
    """Each such total with its parts. `linked` are ids of counts that lists have already."""
    found: list[tuple[Count, list[Count]]] = []
    run: list[Count] = []
    for part in (c for c in field_counts(reading, counts) if id(c) not in linked):
        if run and part.sentence.paragraph - run[-1].sentence.paragraph > _GAP:
            found += _of_run(reading, counts, linked, run)
            run = []
        run.append(part)
    return found + _of_run(reading, counts, linked, run)


def field_counts(reading: Reading, counts: Sequence[Count]) -> list[Count]:
    """Of each sentence that a field opens the first number, where it counts models or stands right behind the field."""
    found = []
    seen: set[int] = set()
    for count in counts:
        start = count.sentence.start
        if start in seen or count.row is not None:
            continue
        seen.add(start)
        if count.measure and not count.is_model:
            continue
        end = label_end(reading, start, count.number.outer)
        if end is None or not _is_plain(reading, count) or count.number.of or count.sentence.part == "title":
            continue
        bare = reading.rules.rule("cues", "section.field_count").regex.fullmatch(reading.view[end : count.number.outer])
        if (count.is_model and not has_trade(reading, count)) or (not count.measure and bare is not None):
            found.append(count)
    return found


def label_end(reading: Reading, start: int, end: int) -> int | None:
    """Where the name of the field ends that a sentence begins with; None where it begins otherwise."""
    lead = reading.match(reading.rules.rule("cues", "section.field"), start, end)
    at = start if lead is None else lead.end()
    names = (reading.match(rule, at, end) for rule in reading.rules.starting("cues", "field."))
    label = max((m.end() for m in names if m is not None), default=None)
    # "Kinh tế của xã phát triển" is no heading, "Kinh tế: 92 mô hình" is
    return None if lead is None and label is not None and reading.view[label : label + 1] not in {":"} else label


def _is_plain(reading: Reading, count: Count) -> bool:
    if count.is_rate or count.each or count.part_of is not None or direction_of(reading, count) is not None:
        return False
    opening = reading.view.rfind("(", count.sentence.start, count.number.outer) + 1
    compared = reading.rules.rule("cues", "breakdown_compared")
    return not opening or reading.match(compared, opening, count.number.outer) is None


def _is_of_field(reading: Reading, count: Count) -> bool:
    """Whether a count is of a field told of before it, and no total: "91 mô hình ở lĩnh vực này"."""
    return bool(cues(reading, "fields.same", count.end, min(count.sentence.end, count.end + _SAME)))


def _is_of_another(reading: Reading, count: Count, run: list[Count]) -> bool:
    """Whether a count is of another field than the parts: "Mảng kinh tế: 23 mô hình. Mảng môi trường: 19 mô hình"."""
    field = field_named(reading, count)
    return field is not None and field not in {field_named(reading, part) for part in run}


def _of_run(
    reading: Reading, counts: Sequence[Count], linked: Container[int], run: list[Count]
) -> list[tuple[Count, list[Count]]]:
    """The total above: the one that the parts add up to, else the last one that can hold them."""
    if not run:
        return []
    near = [
        c
        for c in counts
        if c.start < run[0].start
        and c.is_model
        and _is_plain(reading, c)
        and id(c) not in linked
        and c.sentence.part != "title"
        and not _is_of_field(reading, c)
        and not _is_of_another(reading, c, run)
        and run[0].sentence.paragraph - c.sentence.paragraph <= _GAP
    ]
    for parts in (run, [*run, *_listed_behind(reading, counts, run[-1])]):
        whole = sum(c.value for c in parts)
        exact = next((c for c in reversed(near) if c.value == whole), None)
        if exact is not None:
            return [(exact, parts)]
    near = [c for c in near if c.value >= sum(c.value for c in run)]
    # "trên lĩnh vực an ninh có 1.269/2.114 mô hình hiệu quả": a share is no total of what it does not add up to
    total = next((c for c in reversed(near) if not _is_share_of_field(reading, c)), None)
    return [] if total is None else [(total, run)]


def _listed_behind(reading: Reading, counts: Sequence[Count], first: Count) -> list[Count]:
    """The fields that go on in the sentence of the first: "Trên lĩnh vực kinh tế có 92 mô hình; văn hóa 66 mô hình"."""
    found: list[Count] = []
    before = first
    for count in (c for c in counts if c.start > first.start and c.sentence == first.sentence):
        if not count.is_model or not cues(reading, "field.", before.end, count.number.outer):
            break
        found.append(count)
        before = count
    return found


def _is_share_of_field(reading: Reading, count: Count) -> bool:
    """Whether a share ("9/12 mô hình") has a field named before it in its sentence."""
    return bool(count.number.of) and bool(cues(reading, "field.", count.sentence.start, count.number.outer))
