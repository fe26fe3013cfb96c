"""Field and holder of a count of models, by the words of its item: economy, culture, defence ...; bodies or persons."""

from __future__ import annotations

from typing import cast

from danvan.link.counts import HONOURED, Count, clause_end
from danvan.link.cues import cues, longest
from danvan.link.scope.status import joined_behind
from danvan.reading import Reading
from danvan.records import Field_, Holder

_FIELD = 110
"""Characters from a number to the first field that it can have."""
_ALL_FIELDS = 4
"""So many fields together are all that there are."""
_LABEL_GAP = 4
"""Words between a field that labels a number, with nothing to lead it, and that number: "kinh tế hiện đã có 12"."""


def link_field_and_holder(reading: Reading, count: Count) -> None:
    """Holder and field, from the words of the item: behind the number first, before it where a label leads."""
    if not (count.is_model or count.measure in HONOURED):
        return
    start, end = count.start, min(count.item[1], count.end + 160, clause_end(reading, count))
    # what stands behind "trong đó" tells of a part, what behind "đã góp phần" of no field
    others = ("rest_of_list", "breakdown.subset", "fields.outcome")
    stops = (m.start for prefix in others for m in cues(reading, prefix, count.end, end))
    end = min(stops, default=end)
    holders = {m.rule.gives["holder"] for m in cues(reading, "holder.", start, min(end, count.end + 30))}
    if not holders and count.part_of is not None:
        # "tập thể 12, cá nhân 4": the label leads
        holders = {m.rule.gives["holder"] for m in cues(reading, "holder.", count.item[0], count.number.outer)}
    if any(m.start < end for m in cues(reading, "both_holders", start, min(count.end + 60, count.sentence.end))):
        # "26 mô hình tập thể và cá nhân"
        holders = {"collective", "individual"}
    if len(holders) == 1:
        count.holder = cast(Holder, holders.pop())
    elif not holders and count.part_of is not None and count.part_of.sentence == count.sentence:
        # "Về tập thể có 171 mô hình (kinh tế: 68, quốc phòng - an ninh: 39)"
        count.holder = count.part_of.holder
    if not count.is_model or count.is_rate or count.change is not None:
        return
    # "kinh tế: 33, văn hóa - xã hội: 20": the label leads, what stands behind the comma is the next one's
    is_closed = count.noun is None and reading.view[count.end : count.end + 1] in {",", ";", ")", "."}
    label = _fields(reading, count.item[0], count.number.outer, where="label") if is_closed else set()
    behind = label if len(label) == 1 else _fields(reading, count.end, end, where="behind")
    if not behind and count.tail is not None:
        behind = _fields(reading, count.tail[0], min(count.tail[1], count.tail[0] + 160), where="behind")
    if not behind and (count.part_of is not None or count.item[0] < count.start) and not _ends_list(reading, count):
        behind = _fields(reading, count.item[0], count.number.outer, where="label")
    if not behind and cues(reading, "fields.same", count.item[0], end):
        behind = _field_before(reading, count)
    if len(behind) == 1:
        count.field = cast(Field_, behind.pop())
    elif count.part_of is not None:
        named = behind or _fields(reading, count.end, end, where="anywhere")
        # "từ kinh tế, xã hội, quốc phòng đến hệ thống chính trị": what names nearly all of them has none of its own
        many = len(named) >= _ALL_FIELDS
        count.field = cast(Field_, named.pop()) if len(named) == 1 else "other" if named and not many else None
        if not many and count.field is None and _is_near(count, count.part_of):
            # "94 mô hình an ninh trật tự, gồm 60 tập thể, 34 cá nhân"
            count.field = count.part_of.field


def link_pair(reading: Reading, count: Count, counts: list[Count]) -> None:
    """The second of a pair is of the field that leads both: "kinh tế có 30 mô hình tập thể, 12 mô hình cá nhân"."""
    before = next((c for c in reversed(counts) if c.start < count.start), None)
    if before is None or count.field is not None or None in (before.holder, count.holder):
        return
    if before.holder != count.holder and joined_behind(reading, before, counts) is count:
        count.field = before.field


def _ends_list(reading: Reading, count: Count) -> bool:
    """Whether the clause of a count ends a list of fields that is of something else: "thi đua trên các lĩnh vực kinh
    tế; quốc phòng - an ninh; xây dựng Đảng, duy trì 70 mô hình".
    """
    start = count.item[0]
    if count.part_of is not None or start == count.sentence.start or reading.view[start - 1] != ";":
        return False
    many = cues(reading, "fields.many", count.sentence.start, start)
    return bool(many) and not any(c.isdigit() for c in reading.view[many[-1].end : start])


def _is_near(part: Count, total: Count) -> bool:
    """Whether a total stands in the paragraph of its part or right above it, is part of nothing itself, or is made up
    by its parts: "Kinh tế: 44 mô hình. Gồm tổ hợp tác 19, cửa hàng 25"."""
    return part.sentence.paragraph - total.sentence.paragraph in {0, 1} or total.part_of is None or bool(part.partition)


def _field_before(reading: Reading, count: Count) -> set[str]:
    """The field that was named last, in the sentence of a count or the one before it; of several together all."""
    index = reading.sentence_index(count.start)
    before = [(s.start, s.end) for s in reading.sentences[max(0, index - 1) : index]]
    for start, end in [(count.sentence.start, count.start), *before]:
        found = longest(cues(reading, "field.", start, end))
        if found:
            return {str(m.rule.gives["field"]) for m in found}
    return set()


def _fields(reading: Reading, start: int, end: int, *, where: str) -> set[str]:
    """The fields named in [start, end): `where` is "behind" a number, in a "label" before it, or "anywhere"."""
    found = longest(cues(reading, "field.", start, end))
    if not found or found[0].start - start > _FIELD:
        return set()
    lead = reading.view[start : found[0].start]
    if cues_in(reading, "fields.vague", lead) or (where != "label" and cues_in(reading, "fields.many", lead)):
        return set()
    if where != "anywhere" and not cues_in(reading, f"fields.{where}", lead):
        return set()
    if where == "label" and not lead.strip():
        gap = reading.view[found[-1].end : end].split()
        # a head of the page, "Xây dựng Đảng Thanh Hóa tôn vinh 128 điển hình", labels nothing
        if len(gap) > _LABEL_GAP or (gap and gap[0][:1].isupper()):
            return set()
    return {str(m.rule.gives["field"]) for m in found}


def cues_in(reading: Reading, name: str, words: str) -> bool:
    """Whether one cue rule finds something in a few words."""
    return reading.rules.rule("cues", name).regex.search(words) is not None
