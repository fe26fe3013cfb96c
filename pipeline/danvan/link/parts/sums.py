"""Parts that no words open: their numbers add up to a total told before them.

"có 60 mô hình. Kinh tế 31, văn hóa 29", "đăng ký 60; 52 mô hình đạt, 8 mô hình không đạt", "52/60 mô hình".
Source: constructions.md 1.4; contract rulings 4 and 13.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from danvan.link.changes import direction_of
from danvan.link.counts import Count, is_of_kind
from danvan.link.cues import cues
from danvan.link.parts.nested import field_named
from danvan.reading import Reading

_FAR_BACK = 4
"""Paragraphs between a total and so many parts in one sentence as `_MANY` that add up to it: their sum is no chance."""
_MANY = 4
_LARGE, _SECTIONS = 50, 12
"""What came of so many and what is left of them may be told so many paragraphs behind: the sum of two is no chance."""
_LEAD = 40
"""Characters before a number in which it is said to have fallen short."""
FIELDS = 3
"""So many fields at least tell of a total in sentences of their own."""


def is_total(reading: Reading, count: Count) -> bool:
    """Whether a count of models can be the whole that others of its paragraph belong to."""
    return (
        count.is_model
        and not count.is_rate
        and not count.each
        and count.number.of is None
        and direction_of(reading, count) is None
    )


def link_unmarked(reading: Reading, counts: list[Count], number: int) -> int:
    """A run of model counts of one sentence that sums up to a total just before it divides that total unsaid.

    Gives the number of the next list.
    """
    models = [c for c in counts if c.is_model and not c.is_rate and not c.each and direction_of(reading, c) is None]
    for first in sorted({c.sentence.start for c in models}):
        free = [c for c in models if c.sentence.start == first and c.part_of is None]
        totals = [
            c
            for c in models
            if c.start <= first + (free[0].start - first if free else 0)
            and free
            and free[0].sentence.paragraph - c.sentence.paragraph in range(_FAR_BACK + 1)
            and c.sentence.part not in {"title", "caption"}
            # "97 mô hình tập thể, 49 mô hình cá nhân" are divided right behind only
            and (not is_part_of_kind(reading, c) or _is_right_before(models, c, free[0]))
        ]
        for total in reversed(totals):
            apart = free[0].sentence.paragraph - total.sentence.paragraph
            own = [c for c in models if c.sentence.start == first and (c.part_of is None or c.part_of is total)]
            behind = [c for c in own if c.start > total.start and c.value < total.value and c.number.of is None]
            runs = list(_adding_runs(behind, total.value, least=2 if apart <= 1 else _MANY))
            runs = [run for run in runs if _is_list_of(reading, total, run, models)]
            # 8 were built; 3 more and 5 proposed are to come: their sum is chance
            if runs and _is_to_come(reading, runs[0][0]) == _is_to_come(reading, total):
                for run in runs:
                    if all(part.part_of is total and part.partition for part in run):
                        continue
                    for part in run:
                        part.part_of, part.partition, part.list = total, True, number
                    number += 1
                break
    return number


def _is_right_before(models: list[Count], total: Count, first: Count) -> bool:
    """Whether no other count of models stands between two of one paragraph."""
    between = any(total.start < c.start < first.start for c in models)
    return total.sentence.paragraph == first.sentence.paragraph and not between


def link_rests(reading: Reading, counts: list[Count], number: int) -> int:
    """What did not come of a total, with what did: "58 mô hình đạt, 9 mô hình chưa đạt" divide the 67 told before.

    Gives the number of the next list.
    """
    models = [c for c in counts if is_total(reading, c)]
    for at, rest in enumerate(models):
        if rest.part_of is not None or not _is_left_over(reading, rest):
            continue
        for run in _ending_with(models[: at + 1]):
            whole = sum(c.value for c in run)
            fitting = (c for c in reversed(models) if c.value == whole)
            total = next((c for c in fitting if _may_be_divided(reading, c, run, models)), None)
            if total is None:
                continue
            if run[0].sentence == rest.sentence:
                for part in run:
                    part.part_of, part.partition, part.list = total, True, number
                number += 1
            else:
                # what came of it stands in its own sentence: a stage, with words of its own
                rest.part_of, rest.partition = total, False
            break
    return number


def _is_left_over(reading: Reading, count: Count) -> bool:
    """Whether the words around a number say that it fell short: "chưa triển khai 13 mô hình", "13 mô hình còn lại"."""
    before = reading.rules.rule("cues", "rest.before").regex
    lead = reading.view[max(count.sentence.start, count.number.outer - _LEAD) : count.number.outer]
    if before.search(lead) is not None:
        return True
    behind = count.end + reading.view[count.end : count.end + 1].isspace()
    return reading.match(reading.rules.rule("cues", "rest.behind"), behind, count.sentence.end) is not None


def _ending_with(models: list[Count]) -> Iterable[list[Count]]:
    """The runs that may make up a whole with the last of some counts: its sentence up to it, the end of that, and the
    count told before it in its paragraph."""
    last = models[-1]
    near = [c for c in models if c.sentence.paragraph == last.sentence.paragraph]
    here = [c for c in near if c.sentence == last.sentence]
    for first in range(len(here) - 1):
        yield here[first:]
    apart = (c for c in reversed(near) if c.sentence != last.sentence)
    before = next((c for c in apart if all(c.part_of is not other or c.list is None for other in near)), None)
    if len(here) == 1 and before is not None:
        yield [before, last]


def _may_be_divided(reading: Reading, total: Count, run: list[Count], models: list[Count]) -> bool:
    """Whether a count stands before the parts of a run, near enough, and none of them is another's part.

    What only ends its sentence, or stands in two, divides what is told right before it: other sums are chance.
    """
    first, last = run[0], run[-1]
    if total.start >= first.start or total.sentence.part in {"title", "caption"} or _is_to_come(reading, total):
        return False
    if any(c.part_of is not None and c.part_of is not total for c in run):
        return False
    apart = last.sentence.paragraph - total.sentence.paragraph
    begins = not any(c.sentence == first.sentence and c.start < first.start for c in models)
    if begins and first.sentence == last.sentence:
        return apart <= (_FAR_BACK if total.value < _LARGE else _SECTIONS)
    between = (c for c in models if total.end <= c.start < first.start)
    return total.sentence == first.sentence and total.part_of is None and all(c.part_of is not None for c in between)


def link_fields_told(reading: Reading, counts: list[Count], number: int) -> int:
    """Fields told in sentence after sentence behind a total that they add up to: "Trong 87 mô hình này, kinh tế có 48.
    Tiếp theo là 25 mô hình văn hóa; 14 mô hình an ninh".

    Gives the number of the next list.
    """
    models = [c for c in counts if is_total(reading, c)]
    for total in (c for c in models if c.sentence.part not in {"title", "caption"}):
        told = [
            c
            for c in models
            if c.start > total.start
            and c.sentence.paragraph - total.sentence.paragraph in {0, 1}
            and (c.part_of is None or c.part_of is total)
            and field_named(reading, c) is not None
        ]
        free = [c for c in told if c.part_of is None]
        fields = [field_named(reading, c) for c in told]
        if not free or len(told) < FIELDS or len(set(fields)) < len(fields) or field_named(reading, total) is not None:
            continue
        if sum(c.value for c in told) == total.value:
            for part in free:
                part.part_of, part.partition, part.list = total, True, number
            number += 1
    return number


def link_far(reading: Reading, counts: list[Count], number: int) -> int:
    """Fields or grades of one sentence that add up to a total told far above it: "Trên phạm vi toàn tỉnh, kinh tế 1.893
    mô hình, văn hóa 1.702, ...", behind paragraphs that tell of some districts.

    Gives the number of the next list.
    """
    models = [c for c in counts if is_total(reading, c)]
    for _, group in itertools.groupby(models, key=lambda c: c.sentence.start):
        here = list(group)
        for run in _told_alike(reading, here):
            own = {id(c) for c in run}
            if any(c.part_of is not None and id(c.part_of) not in own for c in run):
                continue
            whole = sum(c.value for c in run)
            above = (c for c in reversed(models) if c.end <= run[0].sentence.start and c.value == whole)
            total = next((c for c in above if c.sentence.part not in {"title", "caption"}), None)
            if total is not None:
                for part in run:
                    part.part_of, part.partition, part.list = total, True, number
                number += 1
                break
    return number


def _told_alike(reading: Reading, here: list[Count]) -> Iterable[list[Count]]:
    """The counts of a sentence that are each of a field of their own, all of it where one may bear no name, or that are
    grades; at least so many that their sum is no chance."""
    fields = [field_named(reading, c) for c in here]
    named = [c for c, field in zip(here, fields, strict=True) if field is not None]
    if len(named) >= FIELDS and len({field for field in fields if field is not None}) == len(named):
        yield from (named, here)
    judged = [c for c in here if _is_judged(reading, c)]
    if len(judged) >= FIELDS:
        yield judged


def _is_judged(reading: Reading, count: Count) -> bool:
    behind = count.end + reading.view[count.end : count.end + 1].isspace()
    return reading.match(reading.rules.rule("cues", "told.judged"), behind, count.sentence.end) is not None


def _adding_runs(counts: list[Count], value: float, least: int) -> Iterable[list[Count]]:
    """The runs in a row that each add up to a total: "214 mô hình, có 148 tập thể, 66 cá nhân; kinh tế 83, ..."."""
    sizes = range(len(counts), least - 1, -1)
    while run := next((counts[:n] for n in sizes if sum(c.value for c in counts[:n]) == value), None):
        yield run
        counts = counts[len(run) :]
        sizes = range(len(counts), 1, -1)


def _is_list_of(reading: Reading, total: Count, run: list[Count], models: list[Count]) -> bool:
    """Whether numbers that add up to a total of an earlier sentence are its list and not there by chance: no other
    total stands between, and in another paragraph no verb parts them ("đăng ký 28, đến nay hoàn thành 6")."""
    if run[0].sentence == total.sentence:
        return True
    if any(c.part_of is None and c not in run and total.sentence.end <= c.start < run[0].start for c in models):
        return False
    if run[0].sentence.paragraph == total.sentence.paragraph:
        return True
    for left, right in itertools.pairwise(run):
        # "Hội Phụ nữ 17 mô hình, trong đó nhân rộng 9; Hội Nông dân 14": what parts of it did is no verb of the list
        divided = any(c.part_of is left and c.start < right.start for c in models)
        start = _last_separator(reading, left.end, right.number.outer) if divided else left.end
        if cues(reading, "status.", start, right.number.outer):
            return False
    return True


def _is_to_come(reading: Reading, count: Count) -> bool:
    """Whether the words before a number plan or propose it."""
    said = cues(reading, "status.", count.sentence.start, count.number.outer)
    return any(m.rule.gives.get("status") == "planned" for m in said)


def is_part_of_kind(reading: Reading, count: Count) -> bool:
    """Whether a count is a part of a list that is told by its holder or its field."""
    return count.part_of is not None and count.list is not None and is_of_kind(reading, count)


def link_fractions(reading: Reading, counts: list[Count], number: int) -> None:
    """ "120/143 mô hình" is a subset of the 143 counted before; with "23 mô hình còn lại" it divides them."""
    for i, count in enumerate(counts):
        if not count.is_model or count.part_of is not None or count.number.of is None:
            continue
        whole = next(
            (c for c in reversed(counts[:i]) if c.is_model and c.number.of is None and c.value == count.number.of),
            None,
        )
        if whole is None:
            continue
        count.part_of, count.partition, count.list = whole, False, None
        rest = next((c for c in counts[i + 1 :] if c.is_model and not c.is_rate and c.part_of is None), None)
        if rest is not None and rest.value + count.value == whole.value and _is_rest(reading, count, rest):
            for part in (count, rest):
                part.part_of, part.partition, part.list = whole, True, number
            number += 1


def _is_rest(reading: Reading, count: Count, rest: Count) -> bool:
    """Whether a count tells what another leaves of a whole: behind a comma, with no verb of its own, or as "Còn 11 mô
    hình chưa đạt" in a sentence behind."""
    if rest.sentence != count.sentence:
        lead = reading.lower[rest.sentence.start : rest.number.outer].split()
        return rest.sentence.paragraph == count.sentence.paragraph and " ".join(lead) in {
            "còn",
            "còn lại",
            "số còn lại",
        }
    at = _last_separator(reading, count.end, rest.number.outer)
    return not cues(reading, "status.", at, rest.number.outer)


def _last_separator(reading: Reading, start: int, end: int) -> int:
    """Where the last comma or semicolon of a stretch stands, its start where there is none."""
    return max(start, reading.view.rfind(",", start, end), reading.view.rfind(";", start, end))
