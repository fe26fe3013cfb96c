"""The words that belong to each number of a sentence: cut at the separators of its list."""

from __future__ import annotations

import itertools
import re

from danvan.link.bullets import behind_mark
from danvan.link.counts import Count, clause_start, is_label_count
from danvan.link.cues import cues
from danvan.link.parts.by_field import label_end
from danvan.reading import Reading

_LABEL = 8
"""Words of a label before a colon, at most."""
_UNIT_LABEL = re.compile(
    r", (?:cấp )?(?:xã|phường|thị trấn)(?:,? (?:và )?(?:xã|phường|thị trấn)){1,2}[: ]*$", re.IGNORECASE
)
"""A label of units with a comma of its own: "cấp huyện 5, cấp xã, phường 12"."""
_TURN = re.compile(r"\s(?:thì|còn(?!\s(?:duy trì|hoạt động|phát huy|giữ))|nhưng|song)(?=\s)", re.IGNORECASE)
"""Words that turn from one number to the next: "năm 2011 có 43 mô hình thì năm 2015 tăng lên 88"; not "còn duy trì"."""
_MARKS = frozenset({"điểm"})
"""Measures of what another number is worth."""
_NAME = 60
"""Characters between a count and the brackets with its parts: its name, its kind."""


def set_items(reading: Reading, counts: list[Count]) -> None:
    """The words that belong to each number: cut at the separators between neighbours in one sentence."""
    for sentence in {c.sentence for c in counts}:
        inside = sorted((c for c in counts if c.sentence == sentence), key=lambda c: c.start)
        # "118 mô hình đạt từ 80 điểm trở lên và được công nhận": marks part nothing
        here = [c for c in inside if c.measure not in _MARKS] or inside
        edges = [_first_edge(reading, here[0])]
        for left, right in itertools.pairwise(here):
            stages = cues(reading, "breakdown.stage", left.end, right.number.outer)
            edges.append(stages[0].start if stages else _edge_between(reading, left, right))
        edges.append(sentence.end)
        for count, start, end in zip(here, edges, edges[1:], strict=False):
            count.item = count.row or (min(start, count.start), max(end, count.end))
        for count, following in itertools.pairwise(here):
            _set_tail(reading, count, following, here)


def _set_tail(reading: Reading, count: Count, following: Count, here: list[Count]) -> None:
    """Finds the words behind the brackets that open behind a count and hold the next one; the last one in the brackets
    ends with them.
    """
    view = reading.view
    opening = view.find("(", count.end, min(following.number.outer, count.end + _NAME))
    if opening < 0 or any(c in view[count.end : opening] for c in ",;:.") or count.row is not None:
        return
    closing = _closing(view, opening, count.sentence.end)
    if closing < following.end or is_label_count(view, count.end, opening, following):
        return
    last = next(c for c in reversed(here) if c.start < closing)
    behind = next((c for c in here if c.start > closing), None)
    last.item = (last.item[0], min(last.item[1], closing + 1))
    count.tail = (closing + 1, count.sentence.end if behind is None else max(closing + 1, behind.item[0]))


def _closing(view: str, opening: int, end: int) -> int:
    """Where a bracket closes; -1 where it does not before `end`."""
    depth = 0
    for position in range(opening, end):
        depth += (view[position] == "(") - (view[position] == ")")
        if depth == 0:
            return position
    return -1


def _first_edge(reading: Reading, count: Count) -> int:
    start = clause_start(reading, count)
    words = behind_mark(reading, count.sentence.start, count.sentence.end)
    if words is not None:
        return max(start, words)
    bracket = _open_bracket(reading.view, start, count.start)
    if bracket >= 0 and is_label_count(reading.view, start, bracket, count):
        return _label_start(reading.view, start, bracket) or start
    colon = reading.view.rfind(":", start, count.start) + 1
    if colon and not reading.view[colon : count.number.outer].strip():
        # "Trong đó: tập thể: 40": the label before the last colon belongs to the number
        label = max(reading.view.rfind(c, start, colon - 1) for c in ":;,(") + 1
        colon = label if 0 < len(reading.view[max(label, start) : colon].split()) <= _LABEL else colon
    start = max(start, 0 if _is_led_by(reading, start, colon) else colon, bracket + 1)
    opens = cues(reading, "breakdown.", start, count.start)
    return max([start, *(m.end for m in opens)])


def _is_led_by(reading: Reading, start: int, colon: int) -> bool:
    """Whether a field leads to what is told of it: "Trên lĩnh vực kinh tế: có 92 mô hình"."""
    end = label_end(reading, start, colon) if colon else None
    return end is not None and reading.view[end:colon].strip() == ":"


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


def _edge_between(reading: Reading, left: Count, right: Count) -> int:
    """Where the words of a count begin behind another: a field with a comma in its name is one label, "văn hóa 31,
    quốc phòng, an ninh 12".
    """
    first, outer = left.end + 1, right.number.outer
    if reading.view.startswith(",", left.end) and "," in reading.view[first:outer]:
        at = first + reading.view[first : first + 1].isspace()
        names = (reading.match(rule, at, outer) for rule in reading.rules.starting("cues", "field."))
        if any(m is not None and not reading.view[m.end() : outer].strip(" :") for m in names):
            return first
    return _edge_before(reading.view, _doers_end(reading, left.end, outer), right)


def _doers_end(reading: Reading, start: int, end: int) -> int:
    """Where a verb begins that a list of those who did it leads to: "được cấp ủy, chính quyền các xã đăng ký, huyện đã
    công nhận 12": its commas part nothing. `start` where there is none."""
    doers = reading.rules.rule("cues", "status_passive").regex
    verbs = (m.start for m in cues(reading, "status.", start, end) if "," in reading.view[start : m.start])
    return next((at for at in verbs if doers.search(reading.view[start:at]) is not None), start)


def _edge_before(view: str, start: int, count: Count) -> int:
    """Where the words of a count begin behind the count before it: with its label, where brackets hold it alone."""
    opening = _open_bracket(view, start, count.number.outer)
    if opening < 0 or not is_label_count(view, start, opening, count):
        return _edge(view, start, count.number.outer)
    label = _label_start(view, start, opening)
    return opening + 1 if label is None else label


def _label_start(view: str, start: int, end: int) -> int | None:
    """Where the label in front of a bracket begins: "42 mô hình: văn hóa, xã hội (12)"; None where there is none."""
    for mark in (":", ";", "),", ") ", ", ", " và ", "là ", "với "):
        at = view.rfind(mark, start, end)
        if at >= 0 and view[at + len(mark) : end].strip():
            return at + len(mark)
    return None


def _edge(view: str, start: int, end: int) -> int:
    """The separator between two numbers: the last ";", else the last one right before the number, else the first."""
    between = view[start:end]
    bracket = _open_bracket(view, start, end)
    if bracket >= 0:
        return bracket + 1
    if ";" in between:
        return start + between.rindex(";") + 1
    colon = between.rfind(":")
    if colon >= 0 and "," not in between[colon:]:
        mark = max(between.rfind(",", 0, colon), between.rfind(":", 0, colon))
        if mark < 0 and (joint := between.rfind(" và ", 0, colon)) >= 0:
            mark = joint + len(" và")
        # "(năm 2021: 61, năm 2022: 87)": the label before the colon belongs to the number behind it
        is_label = mark >= 0 and len(between[mark + 1 : colon].split()) <= _LABEL
        return start + (mark if is_label else colon) + 1
    label = _UNIT_LABEL.search(between)
    if label is not None:
        return start + label.start() + 1
    last = max(between.rfind(","), between.rfind(" và ") + 3 if " và " in between else -1)
    if last < 0:
        turn = _TURN.search(between)
        return end if turn is None else start + turn.end()
    if len(between[last + 1 :].split()) <= 3:
        return start + last + 1
    first = between.find(",")
    return start + first + 1 if first >= 0 else start + last + 1
