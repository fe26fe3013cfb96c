"""Changes: "tăng 276 mô hình so với năm 2020", "nhiều hơn năm trước 5 mô hình", "giảm 04" (constructions.md 1.7)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from danvan.link.counts import Count, clause_end, clause_start, is_aside
from danvan.link.cues import cues
from danvan.reading import Reading
from danvan.records import Change, Direction, Than
from danvan.ruleset import RuleSet

_LEAD = 60
"""Characters before a number that say that it is a change; the longest name what is compared."""
_REACH = 80
"""Characters behind a number in which "so với" is sought."""

_ALIKE = re.compile(r"(?:\s\w{1,8}){0,4}\s?(?:,| và) ")
"""Words of a count that another one of the same noun is joined to: " hội viên nghèo, "."""
_GOALS = frozenset({"kế hoạch", "chỉ tiêu"})
"""Measures of a share of what was planned."""


def link_changes(reading: Reading, counts: Sequence[Count]) -> None:
    """Sets what changed, with the count before it that it changes: its status, period and place are theirs."""
    for i, count in enumerate(counts):
        count.change = _change(reading, count)
        if count.change is None:
            continue
        said = reading.lower[count.number.outer : count.number.start].strip()
        if any(rule.regex.fullmatch(said) for rule in reading.rules.starting("cues", "change_only.")):
            # "vượt 3", "ít hơn 3": the word says which way, and bounds nothing; "vượt trên 3" does both
            count.number = replace(count.number, bound="exact", outer=count.number.start)
        near = [
            c
            for c in counts[:i]
            if c.measure == count.measure
            and c.change is None
            and c.sentence.paragraph == count.sentence.paragraph
            and not is_aside(reading, c.end, count.number.outer)
        ]
        count.sibling = next((c for c in reversed(near) if c.part_of is None), None)
    for before, count in itertools.pairwise(counts):
        if count.change is None and _goes_on_alike(reading, before, count):
            count.change, count.sibling = before.change, before.sibling
    _share_than(counts)


def _goes_on_alike(reading: Reading, before: Count, count: Count) -> bool:
    """Whether a count of the same noun is joined to a change: "giảm 48 hộ nghèo, 29 hộ cận nghèo"."""
    if before.change is None or before.is_model or count.measure != before.measure or count.sentence != before.sentence:
        return False
    between = reading.view[before.end : count.number.outer]
    return _ALIKE.fullmatch(between) is not None


def _share_than(counts: Sequence[Count]) -> None:
    """What the last change of a sentence is compared with, those before it are too: "kinh tế có 49 mô hình, giảm 2; văn
    hóa có 57, tăng 15 so với cùng kỳ"."""
    last: Count | None = None
    for count in reversed(counts):
        if count.change is None:
            continue
        if count.change.than is not None:
            last = count
        elif last is not None and last.change is not None and last.sentence == count.sentence:
            count.change = Change(direction=count.change.direction, than=last.change.than)
    first: Count | None = None
    for count in counts:
        if count.change is None:
            continue
        if count.change.than is not None:
            first = count
        elif first is not None and first.change is not None and first.sentence == count.sentence:
            # "So với năm 2015, số mô hình tăng 31; mô hình cấp huyện giảm 3"
            count.change = Change(direction=count.change.direction, than=first.change.than)


def direction_of(reading: Reading, count: Count) -> Direction | None:
    """Which way a number says that something changed; None where it is no change."""
    start = max(count.sentence.start, count.number.start - _LEAD)
    lead = reading.lower[start : count.number.start].rstrip()
    # most numbers change nothing: one look for all the words that the rules need tells so
    if _needs(reading.rules).search(lead) is None:
        return None
    for rule in reading.rules.starting("cues", "change."):
        if not any(word in lead for word in rule.needs) or rule.regex.search(lead) is None:
            continue
        if not rule.gives.get("behind") or _compared_behind(reading, count):
            return cast(Direction, rule.gives["direction"])
    return None


def _needs(rules: RuleSet) -> re.Pattern[str]:
    """One pattern for what stands in every text in which a rule of change finds something."""
    built: re.Pattern[str] | None = rules.cache.get("changes.needs")
    if built is None:
        words = {word for rule in rules.starting("cues", "change.") for word in rule.needs}
        built = rules.cache["changes.needs"] = re.compile("|".join(map(re.escape, sorted(words))) or r"(?!)")
    return built


def _compared_behind(reading: Reading, count: Count) -> bool:
    """Whether "so với" stands right behind the thing counted, or opens its clause; without it "ít hơn 5" is a bound."""
    start = clause_start(reading, count)
    opening = cues(reading, "than.", start, count.number.start)
    if opening and not reading.view[start : opening[0].start].strip():
        return not any(c.isdigit() for c in reading.view[opening[0].end : count.number.start])
    found = cues(reading, "than.", count.end, min(clause_end(reading, count), count.end + _REACH))
    return bool(found) and len(reading.view[count.end : found[0].start].split()) <= 4


def _change(reading: Reading, count: Count) -> Change | None:
    direction = direction_of(reading, count)
    if direction is None:
        return None
    start = clause_start(reading, count)
    found = (
        cues(reading, "than.", count.end, min(clause_end(reading, count), count.end + _REACH))
        or cues(reading, "than.", start, count.number.start)
        or cues(reading, "than_unsaid.", start, count.number.start)
    )
    order = [r.id for r in reading.rules.starting("cues", "than")]
    first = min((m for m in found if m.start == found[0].start), key=lambda m: order.index(m.rule.id), default=None)
    if first is None and count.measure in _GOALS:
        # "vượt 150% kế hoạch đề ra"
        return Change(direction=direction, than="plan")
    return Change(direction=direction, than=None if first is None else cast(Than, first.rule.gives["than"]))
