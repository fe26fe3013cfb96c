"""Parts that no list opens: the words behind a number tell of it, and the total stands nearby.

"có 94 mô hình; 71 trong số này phát huy hiệu quả", "đăng ký 33 mô hình, 5 được chọn dự xét", "9 mô hình nằm trong số 64
mô hình đã đăng ký".
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from danvan.link.changes import direction_of
from danvan.link.counts import HONOURED, MODEL, Count, is_labelled
from danvan.link.cues import cues
from danvan.reading import Reading


class Told(NamedTuple):
    """A count, and the total that it is a part of."""

    total: Count
    part: Count


def told_parts(reading: Reading, counts: Sequence[Count]) -> list[Told]:
    """Every such part with its total. Numbers without a noun take that of their total."""
    found = [*_within(reading, counts)]
    total: Count | None = None
    near = False
    for count in counts:
        if total is not None and total.sentence.paragraph != count.sentence.paragraph:
            total = None
        if total is not None and near and (_tells(reading, count, total) or _next_unit(reading, found, count, total)):
            found.append(Told(total, count))
        elif count.is_model and (count.each or direction_of(reading, count) is not None):
            # "duy trì 96 mô hình, giao mỗi xã làm 1 mô hình. Thị trấn có 11 mô hình trong số đó"
            near = near and count.each
        elif count.is_model and not count.is_rate:
            total, near = count, True
        else:
            # what is counted between them would be told of first
            near = near and (not count.measure or count.measure in HONOURED)
    for told in found:
        _take_noun(told.part, told.total)
    return found


def _next_unit(reading: Reading, found: Sequence[Told], count: Count, total: Count) -> bool:
    """Whether a unit goes on from one that takes up some of the total: "xã An Trạch chiếm 31, xã Bình Hạ 27"."""
    if not found or found[-1].total is not total or not _takes_up(reading, found[0].part):
        return False
    last = found[-1].part
    if last.sentence != count.sentence or not is_labelled(reading, last.end, count) or count.measure:
        return False
    return sum(t.part.value for t in found if t.total is total) + count.value <= total.value


def _tells(reading: Reading, count: Count, total: Count) -> bool:
    """Whether the words behind a number tell of some of the total."""
    if count.is_rate or count.number.of is not None or count.value >= total.value:
        return False
    if count.measure and not count.is_model:
        return False
    behind = count.end + reading.view[count.end : count.end + 1].isspace()
    if reading.match(reading.rules.rule("cues", "told.among"), behind, count.sentence.end) is not None:
        return True
    lead = reading.view[max(total.end, count.number.outer - 40) : count.number.outer]
    if count.sentence == total.sentence and reading.rules.rule("cues", "told.share").regex.search(lead) is not None:
        return True
    if (
        count.sentence == total.sentence
        and _takes_up(reading, count)
        and not _takes_up(reading, total)
        and (
            not any(c.isdigit() for c in reading.view[count.end : count.sentence.end])
            or is_labelled(reading, total.end, count)
        )
    ):
        return True
    if count.noun is not None or count.sentence != total.sentence:
        return False
    between = reading.view[total.end : count.number.outer]
    if reading.rules.rule("cues", "told.left").regex.search(between) is not None:
        return True
    if reading.rules.rule("cues", "told.removed").regex.search(between) is not None:
        before = reading.view[max(total.sentence.start, total.number.outer - 40) : total.number.outer]
        return reading.rules.rule("cues", "told.kept").regex.search(before) is None
    if count.measure:
        return False
    told = reading.match(reading.rules.rule("cues", "told.predicate"), behind, count.sentence.end)
    return told is not None and reading.rules.rule("cues", "told.lead").regex.search(lead) is not None


def _takes_up(reading: Reading, count: Count) -> bool:
    """Whether "chiếm" leads to a number: "có 17 mô hình, đường hoa chiếm 6"."""
    lead = reading.view[max(count.sentence.start, count.number.outer - 20) : count.number.outer]
    return reading.rules.rule("cues", "told.takes_up").regex.search(lead) is not None


def is_examined(reading: Reading, count: Count) -> bool:
    """Whether a number says what came of an examination: "Qua kiểm tra, có 80 mô hình đạt loại tốt"."""
    behind = count.end + reading.view[count.end : count.end + 1].isspace()
    judged = reading.match(reading.rules.rule("cues", "told.judged"), behind, count.sentence.end)
    return judged is not None and bool(cues(reading, "told.examined", count.sentence.start, count.number.outer))


def graded_whole(reading: Reading, models: Sequence[Count], count: Count) -> Count | None:
    """What the grades right before a choice are of: "65 mô hình loại tốt, 40 loại khá. Từ đó đề nghị khen 5"."""
    last = models[-1] if models else None
    if last is None or last.list is None or not last.partition or last.sentence.paragraph != count.sentence.paragraph:
        return None
    apart = reading.sentence_index(count.start) - reading.sentence_index(last.start)
    listed = [c for c in models if c.list == last.list and c.part_of is last.part_of]
    behind = reading.rules.rule("cues", "told.judged")
    judged = [c for c in listed if c.graded or reading.match(behind, c.end + 1, c.sentence.end) is not None]
    whole = last.part_of
    fits = apart == 1 and len(judged) == len(listed) > 1 and whole is not None and whole.value > count.value
    return whole if fits else None


def _within(reading: Reading, counts: Sequence[Count]) -> list[Told]:
    """The part stands before its total, with the list that it ends: "xã A 12, xã B 9 trong tổng số 64 mô hình"."""
    rule = reading.rules.rule("cues", "told.within").regex
    found = []
    for at, (part, total) in enumerate(itertools.pairwise(counts)):
        if not total.is_model or total.sentence != part.sentence or part.value >= total.value:
            continue
        if part.is_rate or (part.measure and not part.is_model) or part.number.of is not None:
            continue
        between = reading.view[part.end : total.number.outer]
        if not any(c in between for c in ";:.(") and between.count(",") <= 1 and rule.search(between) is not None:
            found += [Told(total, count) for count in _list_ending(reading, counts[: at + 1], total)]
    return found


def _list_ending(reading: Reading, counts: Sequence[Count], total: Count) -> list[Count]:
    """The last count and, before it, those of its sentence that are listed with it by name and can be parts too."""
    listed = [counts[-1]]
    for count in reversed(counts[:-1]):
        if count.sentence != total.sentence or not is_labelled(reading, count.end, listed[-1]):
            break
        if not count.is_model or count.is_rate or count.value >= total.value:
            break
        listed.append(count)
    return listed


def _take_noun(part: Count, total: Count) -> None:
    if part.measure:
        return
    part.measure, part.unit, part.is_model = MODEL, total.unit, True
    part.end, part.rule, part.confidence = part.number.outer_end, "figure.elided", 0.85
