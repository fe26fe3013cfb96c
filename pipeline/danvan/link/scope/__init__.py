"""The scope of a count: change, holder, field, level, period, place. Topic and status have files of their own.

Each facet by a fixed order of evidence: the words of the number's own item, its clause, its sentence, then the total
that it is part of, then the paragraph and the article. Source: constructions.md 1.4-1.8, contract rulings 3, 13-22.
"""

from __future__ import annotations

from collections.abc import Sequence

from danvan.link.changes import link_changes
from danvan.link.counts import Count, clause_end, clause_start
from danvan.link.cues import cues
from danvan.link.items import set_items
from danvan.link.lookup import PlaceLookup
from danvan.link.retractions import take_back
from danvan.link.scope.fields import link_field_and_holder, link_pair
from danvan.link.scope.levels import link_level
from danvan.link.scope.places import link_place
from danvan.link.scope.sections import planned_sentences
from danvan.link.scope.status import link_status
from danvan.link.times.named import YEAR
from danvan.link.times.periods import load_periods
from danvan.link.times.timing import link_period, span_parts
from danvan.link.topic import link_topic
from danvan.reading import Reading
from danvan.records import Change, Date


def link_scopes(reading: Reading, counts: list[Count], dates: Sequence[Date], places: PlaceLookup) -> None:
    """Fills in every facet of every count; totals before their parts, so that parts can inherit."""
    periods = load_periods(reading, dates)
    set_items(reading, counts)
    link_changes(reading, counts)
    plans = planned_sentences(reading)
    for count in sorted(counts, key=lambda c: c.start):
        count.in_plan = count.sentence.start in plans
        link_topic(reading, count, counts)
    for count in sorted(counts, key=lambda c: (_depth(c), c.start)):
        count.coming = periods.coming(count.number.outer, count.end, count.item[1])
        link_field_and_holder(reading, count)
        link_pair(reading, count, counts)
        link_status(reading, count, counts)
        link_level(reading, count, counts, places)
        link_period(count, counts, periods)
        _link_future(reading, count, periods.today)
        _settle_than(reading, count)
        link_place(reading, count, counts, places)
        _link_rate(reading, count)
    span_parts(counts, periods)
    take_back(reading, counts)


def _depth(count: Count) -> int:
    """How many counts before it this one has its facets from: the totals above it, or the one that it goes on from."""
    if count.part_of is not None:
        return 1 + _depth(count.part_of)
    before = count.sibling
    return 0 if before is None or before.start > count.start else _depth(before)


def _settle_than(reading: Reading, count: Count) -> None:
    """A year that is compared with is another than the previous one where that of the count says so (ruling 17)."""
    change, period = count.change, count.period
    if change is None or change.than != "previous_year" or period is None:
        return
    if period.start is None or period.end is None:
        return  # a stock of no year that is named
    stop = min(clause_end(reading, count), count.end + 80)
    # "tăng 75 so với năm 2020", "so với năm 2020 tăng 75"
    found = (
        cues(reading, "than.previous_year", count.number.outer, stop)
        or (cues(reading, "than.previous_year", clause_start(reading, count), count.number.outer)[-1:])
    )
    years = YEAR.findall(reading.view, found[0].start, found[0].end) if found else []
    if len(years) == 1 and int(years[0]) < int(period.end[:4]) - 1:
        count.change = Change(direction=change.direction, than="other")


def _link_future(reading: Reading, count: Count, newest: str | None) -> None:
    """What is to stand by the end of a year yet to come is planned: "đến năm 2025, mỗi chi bộ có 01 mô hình".

    An article without a day may be younger than the `newest` that it tells of: there only what has an end alone is.
    """
    anchor, period = reading.draft.anchor, count.period
    today = anchor.isoformat() if anchor is not None else newest if period is None or period.start is None else None
    if today is None or period is None or period.end is None or not count.is_model:
        return
    # an end alone tells of what is to stand by then, whatever is done with it
    is_open = count.status != "registered" if period.start is None else count.status in {None, "built"}
    if is_open and (period.start or period.end)[:4] > today[:4]:
        count.status = "planned"


def _link_rate(reading: Reading, count: Count) -> None:
    """Averages keep their "per" in the unit: "trung bình mỗi năm có 900 điển hình" is "điển hình/năm" (ruling 3)."""
    before = cues(reading, "rate.before", clause_start(reading, count), count.number.outer)
    before = [m for m in before if m.end == count.number.outer]
    behind = reading.match(reading.rules.rule("cues", "rate.behind"), count.end)
    per = before[0].text(reading.view, "per") if before else behind.group("per") if behind else None
    if per is not None and not count.is_rate:
        count.is_rate = True
        count.unit = f"{count.unit}/{per.lower()}"
        if count.period is not None:
            count.period = count.period.model_copy(update={"cumulative": False})
