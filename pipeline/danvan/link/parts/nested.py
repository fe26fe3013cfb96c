"""Lists inside a list: "kinh tế 147 (chăn nuôi 52, trồng trọt 61), văn hóa 139, trong đó 40 về giáo dục; ..."."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any, NamedTuple

from danvan.link.changes import direction_of
from danvan.link.counts import Count, clause_start, is_label_count
from danvan.link.cues import cues
from danvan.reading import Reading

_LABEL = 40
"""Characters beside a number in which its holder or field is named."""
_HOLDERS = ("tập thể", "cá nhân")
_MARK = 60
"""Characters between a number and the bracket that divides it."""


class Inner(NamedTuple):
    """A part of a list and its own parts; the words of its list end at `end`."""

    whole: Count
    parts: list[Count]
    end: int


def inner_lists(reading: Reading, counts: Sequence[Count], totals: Container[float]) -> list[Inner]:
    """The lists inside of a list of counts in the order of the text; `totals` are the values that it may divide.

    A bracket or words as "trong đó" open one behind the number that it divides; so do a collective and an individual
    number that add up to it. It ends with its bracket, at a semicolon, where its parts make up the whole, and before
    what is more than that or is told by the same kind of label as the whole.
    """
    found: list[Inner] = []
    inside: set[int] = set()
    top: float = 0
    for i, whole in enumerate(counts):
        if id(whole) in inside or whole.is_rate or direction_of(reading, whole) is not None:
            continue
        top += whole.value
        inner = _behind(reading, counts[i:], complete=i > 0 and top in totals)
        if inner is not None:
            found.append(inner)
            inside |= {id(part) for part in inner.parts}
    return found


def _behind(reading: Reading, counts: Sequence[Count], *, complete: bool) -> Inner | None:
    """The list that opens right behind the first of some counts; `complete`: with it the outer list is."""
    whole, view = counts[0], reading.view
    following = next((c for c in counts[1:] if not c.is_rate), None)
    if following is None:
        return None
    between = view[whole.end : following.number.outer]
    opening = view.find("(", whole.end, min(whole.end + _MARK, following.number.outer))
    if opening >= 0 and any(c in view[whole.end : opening] for c in ";.:)"):
        opening = -1
    closing = view.find(")", opening, whole.sentence.end) if opening >= 0 else -1
    if following.start < closing and not is_label_count(view, whole.end, opening, following):
        parts = _that_fit(reading, whole, [c for c in counts[1:] if c.start < closing], alike=True)
        return Inner(whole, parts, closing) if parts else None
    if any(c in between for c in ";()"):
        return None
    marks = [m for m in cues(reading, "breakdown.", whole.end, following.number.outer) if divides(m.rule.gives)]
    if cues(reading, "breakdown.ranked", clause_start(reading, whole), whole.number.outer):
        # "nhiều nhất là xã An Trạch 34, ít nhất là xã Bình Hạ 12": the least is no part of the most
        marks = [m for m in marks if not m.rule.id.startswith("breakdown.ranked")]
    cut = view.find(";", following.end, whole.sentence.end)
    end = whole.sentence.end if cut < 0 else cut
    behind = [c for c in counts[1:] if c.start < end]
    if not marks:
        holders = behind[:2]
        named = [_holder(reading, c) for c in holders]
        if _is_units(reading, whole) and reading.rules.rule("cues", "nested.has").regex.fullmatch(between):
            return Inner(whole, behind[:1], behind[0].end) if behind and behind[0].value < whole.value else None
        if _holder(reading, whole) is None and set(named) == set(_HOLDERS):
            return Inner(whole, holders, holders[-1].end) if _sum(holders) == whole.value else None
        parts = _that_fit(reading, whole, behind, alike=True) if ":" in between and "," not in between else []
        if len(parts) > 1 and _is_units(reading, parts[0]) and _is_units(reading, parts[1]):
            # "chọn 9 mô hình gửi tỉnh: xã An Trạch 2 mô hình, xã Bình Hạ 2 mô hình, còn lại mỗi đơn vị 1"
            return Inner(whole, parts, parts[-1].end)
        return Inner(whole, parts, parts[-1].end) if len(parts) > 1 and _sum(parts) == whole.value else None
    parts = _that_fit(reading, whole, behind, alike=False)
    separated = ";" in view[whole.sentence.start : whole.start] or cut >= 0
    if complete and not separated and _sum(parts) != whole.value:
        # "gồm 318 tập thể, 94 cá nhân, trong đó 60 mô hình cấp huyện": of all of them
        return None
    return Inner(whole, parts, end if parts == behind else parts[-1].end) if parts else None


def _is_units(reading: Reading, count: Count) -> bool:
    """Whether a number stands right behind a name: "trong đó xã An Trạch 20 mô hình"."""
    label = reading.view[max(count.sentence.start, count.number.outer - _LABEL) : count.number.outer].split()
    return bool(label) and label[-1][:1].isupper()


def divides(gives: Mapping[str, Any]) -> bool:
    """Whether the words of a cue open a list of parts, and do not only say a total again."""
    return gives.get("opens") in {"subset", "whole", "single"} and not gives.get("again")


def _that_fit(reading: Reading, whole: Count, counts: Sequence[Count], *, alike: bool) -> list[Count]:
    """The counts that can be parts of a whole: those that make it up, else all before one that is too many or, unless
    they may be `alike`, is told as the whole is."""
    parts: list[Count] = []
    for count in counts:
        if count.is_rate:
            continue
        if (count.measure and not count.is_model and count.measure not in _HOLDERS) or count.each:
            break
        if direction_of(reading, count) is not None or _sum([*parts, count]) > whole.value:
            break
        if not alike and _is_told_alike(reading, whole, count):
            break
        parts.append(count)
        if len(parts) > 1 and _sum(parts) == whole.value:
            break
    return parts


def _sum(counts: Sequence[Count]) -> float:
    return sum(c.value for c in counts)


def _is_told_alike(reading: Reading, whole: Count, count: Count) -> bool:
    """Whether two numbers are told by labels of one kind: both by a holder, or by two fields."""
    if _holder(reading, whole) is not None:
        return _holder(reading, count) is not None
    first, second = field_named(reading, whole), field_named(reading, count)
    return first is not None and second is not None and first != second


def _holder(reading: Reading, count: Count) -> str | None:
    words = reading.lower[slice(*_item(reading, count))]
    return next((h for h in _HOLDERS if h in words), None)


def field_named(reading: Reading, count: Count) -> object:
    """The field named beside a number, within the commas around it; None where there is none."""
    named = cues(reading, "field.", *_item(reading, count))
    return named[0].rule.gives["field"] if named else None


def _item(reading: Reading, count: Count) -> tuple[int, int]:
    """The words around a number that stand between the same separators; a colon right before it parts nothing."""
    sentence, view = count.sentence, reading.view
    label = sentence.start + len(view[sentence.start : count.number.outer].rstrip(" :"))
    start = max(view.rfind(mark, sentence.start, label) for mark in ",;(:") + 1
    ends = (view.find(mark, count.end, sentence.end) for mark in ",;)(")
    end = min((at for at in ends if at >= 0), default=sentence.end)
    return max(start, sentence.start, count.number.outer - _LABEL), min(end, count.end + _LABEL)
