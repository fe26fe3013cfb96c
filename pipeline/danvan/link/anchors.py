"""Fills in what a date leaves out, from the article's own dates and never from the machine's clock."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

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
