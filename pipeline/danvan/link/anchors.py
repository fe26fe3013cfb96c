"""Fills in what a date leaves out, from the article's own dates and never from the machine's clock."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from danvan.records import Date, Period

ANNOUNCED = timedelta(days=3)
"""So far behind publication may lie a day without a year: an event announced a little ahead (constructions.md 2.1)."""

LOOK_BACK = timedelta(days=60)
"""A deadline without a year may have passed this long before publication; an older one is next year's."""


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of_past_day(month: int, day: int, anchor: date) -> int | None:
    """Year of the latest such day up to the anchor and three days; None where no year has that day.

    28 December on a page of 5 January is last year's. 29 February falls in the last leap year.
    """
    for year in range(anchor.year + 1, anchor.year - 8, -1):
        found = day_or_none(year, month, day)
        if found is not None and found <= anchor + ANNOUNCED:
            return year
    return None


def year_of_coming_day(month: int, day: int, anchor: date) -> int | None:
    """Year of the first such day from two months before the anchor on; None where no year has that day."""
    for year in range(anchor.year - 1, anchor.year + 9):
        found = day_or_none(year, month, day)
        if found is not None and found >= anchor - LOOK_BACK:
            return year
    return None


def nearest_year(start: tuple[int, int], end: tuple[int, int], anchor: date) -> int:
    """Year in which the stretch of (month, day) to (month, day) lies nearest to the anchor, the earlier of two."""

    def distance(year: int) -> int:
        first, last = date(year, *start), date(year, *end)
        return max((first - anchor).days, (anchor - last).days, 0)

    return min((anchor.year, anchor.year - 1, anchor.year + 1), key=distance)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def years_before(day: date, years: int) -> date:
    """The same day `years` years before; 28 February for a 29th that is not there."""
    return day_or_none(day.year - years, day.month, day.day) or date(day.year - years, 2, 28)


def months_before(day: date, months: int) -> date:
    """The same day `months` months before, the last of its month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return min(month_end(year, month + 1), date(year, month + 1, 1) + timedelta(days=day.day - 1))


def governing(dates: Iterable[Date], start: int, end: int, offset: int) -> Date | None:
    """The period that `offset` in the sentence [start, end) stands under: the nearest before it, else the first after.

    Only dates of role period count, and spans of events longer than a day. None where the sentence has none.
    """
    inside = [
        d
        for d in dates
        if start <= d.span.start < end and (d.role == "period" or d.start != d.end) and d.role != "other"
    ]
    before = [d for d in inside if d.span.start <= offset]
    return before[-1] if before else (inside[0] if inside else None)


def heading(dates: Sequence[Date], start: int, end: int) -> Date | None:
    """The one period named in [start, end), say a title or the head of a paragraph; None where there are several."""
    inside = {(d.start, d.end): d for d in dates if start <= d.span.start < end and d.role == "period"}
    return next(iter(inside.values())) if len(inside) == 1 else None


def as_of(dates: Sequence[Date], start: int, end: int, offset: int) -> Date | None:
    """The as-of day ("tính đến ngày 30/6") nearest before `offset` in [start, end); None where there is none."""
    inside = [
        d for d in dates if start <= d.span.start < min(end, offset + 1) and d.role == "other" and d.start == d.end
    ]
    return inside[-1] if inside else None


def period_of(found: Date, published: date | None = None) -> Period:
    """The date as the period of a figure: cumulative where it covers parts of more than one calendar year."""
    open_end = found.rule.startswith("date.since") and published is not None and found.end == published.isoformat()
    same_year = found.start[:4] == found.end[:4]
    return Period(start=found.start, end=found.end, cumulative=not same_year or (open_end and not same_year))
