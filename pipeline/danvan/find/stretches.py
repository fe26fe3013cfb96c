"""Reads a match of a date rule as a stretch of days. `gives.shape` of the rule names its reader in READERS.

A reader takes the named groups and fills in a year that is not written from the article's own dates. What it cannot
read it refuses with a reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from danvan.errors import RuleError
from danvan.link.anchors import (
    day_or_none,
    month_end,
    months_before,
    nearest_year,
    year_of_coming_day,
    year_of_past_day,
    years_before,
)
from danvan.match import Match
from danvan.numbers import small_count
from danvan.records import Grain
from danvan.ruleset import Rule, RuleSet

REACH = 200
"""Characters that a cue may look back or ahead from a date; the longest reference to a paper in the seeds takes 120."""

LONGEST_SPAN = 40
"""Years. Two bare years further apart are the two ends of an anniversary, not a period."""

_AHEAD = 5
"""Years that a year of two digits may lie ahead of the article."""

LAST_YEAR = 2060
"""Plans look ahead to 2045 and 2050; a later number after "năm" is no year."""

TURNS: Mapping[str, int] = {
    "nay": 0, "này": 0, "hiện tại": 0, "ngoái": -1, "trước": -1, "sau": 1, "tới": 1, "tiếp": 1, "tiếp theo": 1,
    "kế tiếp": 1, "kế tiếp theo": 1,
}  # fmt: skip
"""Years, quarters and so on from the one in which the article is written: "năm ngoái" is the one before."""

_FROM_TOLD = {"trước", "sau", "tiếp", "tiếp theo", "kế tiếp", "kế tiếp theo"}
"""Turns from the year last named: "năm 2018 có 60 mô hình, tăng 7 mô hình so với năm trước"."""

WEEKDAYS: Mapping[str, int] = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5,
    "chủ nhật": 6,
}  # fmt: skip
"""As date.weekday() counts them."""

STEMS = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")
"""Heavenly stems by the last digit of the year."""

BRANCHES = (
    ("thân",), ("dậu",), ("tuất",), ("hợi",), ("tý", "tí"), ("sửu",), ("dần",), ("mão", "mẹo"), ("thìn",),
    ("tỵ", "tị"), ("ngọ",), ("mùi",),
)  # fmt: skip
"""Earthly branches by the year modulo twelve, with their spellings."""

_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_DIGITS = re.compile(r"\d+")
_LIST_ITEM = re.compile(r"\d+(?:\s?[/.-]\s?\d+){0,2}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both included. `inferred` where a part was filled in."""

    first: date
    last: date
    grain: Grain
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a match is no date. `blocks` where nothing shorter inside it may be read as one either.

    An empty reason leaves the match to another rule and is not reported.
    """

    reason: str
    blocks: bool = False


Outcome = Stretch | list[tuple[int, int, Stretch]] | Refusal
"""What a reader gives: one stretch for the whole match, or several, each with its own characters."""

IMPOSSIBLE = Refusal("no such day in the calendar", blocks=True)
BACKWARDS = Refusal("ends before it starts, or too long for a period")
NO_YEAR = Refusal("no year, and no full date in the article to take it from")
NO_END = Refusal("no day of publication to count from")
AFTER_PUBLICATION = Refusal("starts after the article's day")
ELSEWHERE = Refusal("")


@dataclass(frozen=True)
class Source:
    """The text under reading in lower case, the rules, and the day that missing years are counted from."""

    lower: str
    rules: RuleSet
    anchor: date | None
    parts: tuple[tuple[int, int], ...] = ()
    """Title, paragraphs and so on as half-open spans; cues are looked for in the part that holds the date."""
    told: int | None = None
    """The newest year told of, where the anchor is only taken from it: the months of no later one are told of."""

    def cue(self, family: str, start: int, end: int, **about: object) -> tuple[Rule, Any] | None:
        """The first cue of a family that stands around [start, end) and fits what is known about it, with its match."""
        first, last = self.window(start, end)
        for rule, behind, match in _fitting(self.rules, family, about):
            hit = match(self.lower, end, last) if behind else match(self.lower, first, start)
            if hit:
                return rule, hit
        return None

    def year_in_review(self) -> int | None:
        """Last year, where a page of January or February names it in its title (constructions.md 2.2); else None."""
        if self.anchor is None or self.anchor.month > 2 or not self.parts:
            return None
        start, end = self.parts[0]
        last = str(self.anchor.year - 1)
        return int(last) if last in self.lower[start:end] else None

    def told_year(self, start: int, end: int) -> int | None:
        """The year that the sentence of [start, end) names last before it, None where it names none."""
        first = self.window(start, end)[0]
        first = max(first, *(self.lower.rfind(stop, first, start) + 1 for stop in (". ", "\n", ";")))
        years = _YEARS.findall(self.lower, first, start)
        return int(years[-1]) if years else None

    def last_year(self, start: int) -> int:
        """The year that the text before `start` names last, 0 where it names none: in the same paragraph, or in a line
        over it that no stop ends."""
        last = next(reversed(list(_YEARS.finditer(self.lower, 0, start))), None)
        if last is None:
            return 0
        line, apart, _ = self.lower[last.end() : start].partition("\n")
        return 0 if apart and line.rstrip().endswith(".") else int(last.group())

    def window(self, start: int, end: int) -> tuple[int, int]:
        """How far cues of a date may reach: REACH characters to both sides, inside its part."""
        at = bisect_right(self.parts, (start, len(self.lower))) - 1
        first, last = self.parts[at] if at >= 0 and end <= self.parts[at][1] else (0, len(self.lower))
        return max(first, start - REACH), min(last, end + REACH)


def cues(rules: RuleSet, family: str) -> tuple[Rule, ...]:
    """The rules of dates.toml whose id starts with `family` ("date.", "role." ...), kept by the rule set."""
    key = f"dates:{family}"
    if key not in rules.cache:
        rules.cache[key] = rules.starting("dates", family)
    return cast(tuple[Rule, ...], rules.cache[key])


def _fitting(rules: RuleSet, family: str, about: Mapping[str, object]) -> tuple[tuple[Rule, bool, Any], ...]:
    """The cues of a family for such a date: the rule, whether it stands behind the date, and how it matches."""
    known = rules.cache.setdefault("dates.fitting", {})
    key = family, *about.items()
    if key not in known:
        fitting = [rule for rule in cues(rules, family) if fits(rule, about)]
        known[key] = tuple((rule, rule.gives["side"] == "after", (rule.lower or rule.regex).match) for rule in fitting)
    return cast("tuple[tuple[Rule, bool, Any], ...]", known[key])


def fits(rule: Rule, about: Mapping[str, object]) -> bool:
    """Whether a cue is for such a date: `grains` and `shapes` list what it is for, `inferred` says which of both."""
    return all(
        value in rule.gives[key] if isinstance(rule.gives[key], list) else value == rule.gives[key]
        for key, value in about.items()
        if key in rule.gives
    )


def around(rule: Rule, lower: str, date_span: tuple[int, int], window: tuple[int, int]) -> Any:
    """The match of a cue that ends where a date starts, or starts where it ends, inside the window; else None."""
    if rule.gives["side"] == "after":
        return rule.regex.match(lower, date_span[1], window[1])
    return rule.regex.match(lower, window[0], date_span[0])


@dataclass(frozen=True)
class Parts:
    """The named groups of a match as numbers, and the source that tells what they leave out."""

    match: Match
    source: Source

    def get(self, group: str) -> int | None:
        """The group as a number, from digits, a number word or a Roman numeral; None where it took no part."""
        text = self.match.text(self.source.lower, group)
        if text is None:
            return None
        return small_count(" ".join(text.split()))

    def number(self, group: str) -> int:
        """The group as a number. Raises RuleError where the pattern has no such group or it may be left out."""
        number = self.get(group)
        if number is None:
            rule = self.match.rule
            raise RuleError(
                f"{rule.origin}: rule {rule.id!r}: its shape needs the group {group!r}; add it to the pattern"
            )
        return number

    def at_end(self) -> bool:
        """Whether the group `half` says the end of the year ("cuối"), not its start."""
        return self.match.text(self.source.lower, "half") == "cuối"

    def has_words(self, *words: str) -> bool:
        """Whether the match itself holds one of these words."""
        said = self.source.lower[self.match.start : self.match.end].split()
        return any(word in said for word in words)

    def is_coming(self) -> bool:
        return self.source.cue("tense.coming", self.match.start, self.match.end) is not None

    def is_deadline(self) -> bool:
        return self.is_coming() or self.source.cue("tense.deadline", self.match.start, self.match.end) is not None

    def is_planned(self) -> bool:
        return self.source.cue("plan.", self.match.start, self.match.end) is not None

    def turn(self) -> str | None:
        """The pointing word ("nay", "ngoái"), None where the match has none."""
        words = self.match.text(self.source.lower, "turn")
        return None if words is None else " ".join(words.split())

    def pointed_year(self) -> int | None:
        """The year told by pointing ("tháng 9 năm ngoái"); None where the match or the article tells none."""
        turn, anchor = self.turn(), self.source.anchor
        if turn is None or anchor is None:
            return None
        told = self.source.told_year(self.match.start, self.match.end) if turn in _FROM_TOLD else None
        # a report of 2018 that plans for 2019 is written around New Year: its "năm nay" is the year told of
        written = anchor.year if self.source.told is None else self.source.told
        return (written if told is None else told) + TURNS[turn]

    def day(self, day: int, month: int, year: int | None) -> Stretch | Refusal:
        """The day, in the written year or in the one that the anchor gives."""
        filled = year if year is not None else self.pointed_year()
        if filled is None:
            if self.source.anchor is None:
                return NO_YEAR
            choose = year_of_coming_day if self.is_deadline() else year_of_past_day
            filled = self._year_of_weekday(day, month, choose(month, day, self.source.anchor), self.source.anchor)
        found = None if filled is None else day_or_none(filled, month, day)
        return IMPOSSIBLE if found is None else Stretch(found, found, "day", inferred=year is None)

    def _year_of_weekday(self, day: int, month: int, filled: int | None, anchor: date) -> int | None:
        """`filled`, unless the weekday beside the day says another year close by: "thứ hai ngày 6/2"."""
        hit = self.source.cue("weekday.", self.match.start, self.match.end)
        if hit is None:
            return filled
        wanted = WEEKDAYS[" ".join(hit[1]["weekday"].split())]
        for year in (filled, anchor.year, anchor.year + 1, anchor.year - 1):
            found = None if year is None else day_or_none(year, month, day)
            if found is not None and found.weekday() == wanted:
                return year
        return filled

    def months(self, first: int, last: int, grain: Grain) -> Stretch | Refusal:
        """Whole months of one year: the written one, one named further on in the sentence, else the nearest.

        Of what is to come it is the first that is not over yet; of what is told without a plan none of next year.
        """
        year = self.get("year")
        filled = year if year is not None else self.pointed_year()
        if filled is None and (ahead := self.source.cue("year.", self.match.start, self.match.end)):
            filled = int(ahead[1]["year"])
        if filled is None:
            anchor = self.source.anchor
            if anchor is None:
                return NO_YEAR
            if self.is_coming():
                filled = anchor.year + (month_end(anchor.year, last) < anchor)
            else:
                filled = self.source.year_in_review() or nearest_year((first, 1), (last, 28), anchor)
                if filled > anchor.year and not self.is_planned() and self.source.last_year(self.match.start) < filled:
                    # "6 tháng đầu năm" in a report of December: the half that is over
                    filled = anchor.year
                if self.source.told is not None:
                    filled = min(filled, self.source.told)
        return Stretch(date(filled, first, 1), month_end(filled, last), grain, inferred=year is None)


def _day(parts: Parts) -> Outcome:
    return parts.day(parts.number("day"), parts.number("month"), parts.get("year"))


def _short_day(parts: Parts) -> Outcome:
    """ "24/8/16": of this century, unless that lies more than five years ahead of the article."""
    year, anchor = parts.number("year"), parts.source.anchor
    latest = LAST_YEAR if anchor is None else anchor.year + _AHEAD
    return parts.day(parts.number("day"), parts.number("month"), year + (2000 if year + 2000 <= latest else 1900))


def _edge_day(parts: Parts) -> Outcome:
    """ "ngày đầu tiên của tháng 9", "ngày cuối cùng của tháng hai"."""
    month = _month(parts)
    if not isinstance(month, Stretch):
        return month
    day = month.last if parts.at_end() else month.first
    return Stretch(day, day, "day", month.inferred)


def _days(parts: Parts) -> Outcome:
    """Two days of one month: from one to the other ("23-24/5"), or each its own where "và" joins distant ones."""
    last = parts.day(parts.number("day2"), parts.number("month2"), parts.get("year2"))
    if isinstance(last, Refusal):
        return last
    first = day_or_none(last.first.year, last.first.month, parts.number("day"))
    if first is None or first >= last.last:
        return IMPOSSIBLE
    if "to" in parts.match.groups or (last.first - first).days == 1:
        return Stretch(first, last.last, "span", last.inferred)
    groups = parts.match.groups
    alone = Stretch(first, first, "day", last.inferred)
    return [(parts.match.start, groups["day"][1], alone), (groups["day2"][0], parts.match.end, last)]


def _day_range(parts: Parts) -> Outcome:
    """Two days with their months; the first takes its year from the second.

    The same day in two years, joined by a dash only, is an anniversary: each is read on its own.
    """
    day, month, year = parts.number("day"), parts.number("month"), parts.get("year")
    day2, month2 = parts.number("day2"), parts.number("month2")
    if year is not None and (day, month) == (day2, month2) and not parts.has_words("từ", "đến", "tới"):
        return ELSEWHERE
    last = parts.day(day2, month2, parts.get("year2"))
    if isinstance(last, Refusal):
        return last
    filled = last.last.year - ((month, day) > (month2, day2)) if year is None else year
    first = day_or_none(filled, month, day)
    if first is None:
        return IMPOSSIBLE
    if first > last.last or last.last.year - filled > LONGEST_SPAN:
        return BACKWARDS
    return Stretch(first, last.last, "span", last.inferred)


def _day_list(parts: Parts) -> Outcome:
    """Each its own day ("5/3, 7/3 và 10/3/2021"), days in a row of one month one span ("14, 15, 16/3").

    Month and year are taken from the next item that has them.
    """
    items = [
        (m.span(), [int(n) for n in _DIGITS.findall(m.group())])
        for m in _LIST_ITEM.finditer(parts.source.lower, *parts.match.groups["list"])
    ]
    month: int | None = None
    year: int | None = None
    days: list[tuple[int, int, Stretch]] = []
    for (start, stop), numbers in reversed(items):
        month = numbers[1] if len(numbers) > 1 else month
        year = numbers[2] if len(numbers) > 2 else year
        if month is None:
            return ELSEWHERE
        found = parts.day(numbers[0], month, year)
        if isinstance(found, Refusal):
            return found
        days.insert(0, (start, stop, found))
    first, last = days[0][2].first, days[-1][2].last
    if all(len(numbers) == 1 for _, numbers in items[:-1]) and (last - first).days == len(days) - 1:
        return Stretch(first, last, "span", days[-1][2].inferred)
    return [(parts.match.start, days[0][1], days[0][2]), *days[1:]]


def _month(parts: Parts) -> Outcome:
    month, year = parts.number("month"), parts.get("year")
    if year is not None:
        return Stretch(date(year, month, 1), month_end(year, month), "month", inferred="edge" in parts.match.groups)
    if parts.source.anchor is None:
        return NO_YEAR
    choose = year_of_coming_day if parts.is_coming() else year_of_past_day
    filled = parts.pointed_year() or choose(month, 1, parts.source.anchor)
    return IMPOSSIBLE if filled is None else Stretch(date(filled, month, 1), month_end(filled, month), "month", True)


def _month_list(parts: Parts) -> Outcome:
    """Each its own month ("các tháng 7, 8 và 9/2023")."""
    numbers = list(_DIGITS.finditer(parts.source.lower, *parts.match.groups["list"]))
    year = int(numbers[-1].group())
    months: list[tuple[int, int, Stretch]] = []
    for number in numbers[:-1]:
        month = int(number.group())
        months.append((number.start(), number.end(), Stretch(date(year, month, 1), month_end(year, month), "month")))
    (_, stop, first), (last_start, _, last) = months[0], months[-1]
    return [(parts.match.start, stop, first), *months[1:-1], (last_start, parts.match.end, last)]


def _month_range(parts: Parts) -> Outcome:
    month, month2, year, year2 = parts.number("month"), parts.number("month2"), parts.get("year"), parts.get("year2")
    last_year = year2
    if last_year is None and parts.source.anchor is not None:
        last_year = year_of_past_day(month2, 1, parts.source.anchor)
    if last_year is None:
        return NO_YEAR
    first_year = last_year - (month > month2) if year is None else year
    first, last = date(first_year, month, 1), month_end(last_year, month2)
    return Stretch(first, last, "span", inferred=year2 is None) if first < last else BACKWARDS


def _quarter(parts: Parts) -> Outcome:
    quarter, quarter2 = parts.number("quarter"), parts.get("quarter2")
    if quarter2 is None:
        return parts.months(quarter * 3 - 2, quarter * 3, "quarter")
    return parts.months(quarter * 3 - 2, quarter2 * 3, "span") if quarter < quarter2 else BACKWARDS


def _half(parts: Parts) -> Outcome:
    return parts.months(7, 12, "half") if parts.at_end() else parts.months(1, 6, "half")


def _months_of_year(parts: Parts) -> Outcome:
    """From January on ("9 tháng đầu năm 2023", "10 tháng năm 2022"), or up to December ("3 tháng cuối năm")."""
    count = parts.number("count")
    if not 1 < count < 12:
        return ELSEWHERE
    grain = cast(Grain, {3: "quarter", 6: "half"}.get(count, "span"))
    return parts.months(13 - count, 12, grain) if parts.at_end() else parts.months(1, count, grain)


def _first_months(parts: Parts) -> Outcome:
    """From January to the anchor ("những tháng đầu năm"); of a year gone by and at the end of a year, the half."""
    anchor, year = parts.source.anchor, parts.get("year")
    if year is None:
        if anchor is None:
            return NO_YEAR
        year = nearest_year((10, 1), (12, 31), anchor) if parts.at_end() else anchor.year
    if parts.at_end():
        return Stretch(date(year, 7, 1), date(year, 12, 31), "half", inferred=True)
    last = anchor if anchor is not None and anchor.year == year else date(year, 6, 30)
    return Stretch(date(year, 1, 1), last, "span", inferred=True)


def _whole_years(first: int, last: int, inferred: bool = False) -> Stretch | Refusal:
    if first > last or last > LAST_YEAR or last - first > LONGEST_SPAN:
        return BACKWARDS
    return Stretch(date(first, 1, 1), date(last, 12, 31), "year" if first == last else "span", inferred)


def _year(parts: Parts) -> Outcome:
    return _whole_years(parts.number("year"), parts.number("year"), inferred="edge" in parts.match.groups)


def _year_range(parts: Parts) -> Outcome:
    first, last = parts.number("year"), parts.number("year2")
    return _whole_years(first, last) if first < last else BACKWARDS


def _year_list(parts: Parts) -> Outcome:
    """Each its own year ("các năm 2021, 2022"); the first takes the words before it."""
    years: list[tuple[int, int, Stretch]] = []
    for number in _DIGITS.finditer(parts.source.lower, *parts.match.groups["list"]):
        stretch = _whole_years(int(number.group()), int(number.group()))
        if isinstance(stretch, Refusal):
            return stretch
        years.append((number.start(), number.end(), stretch))
    return [(parts.match.start, years[0][1], years[0][2]), *years[1:]]


def _mixed_range(parts: Parts) -> Outcome:
    """From a day, a month or a year to one of another kind ("từ năm 2020 đến tháng 6/2022")."""
    year, month, day = parts.number("year"), parts.get("month"), parts.get("day")
    year2, month2, day2 = parts.number("year2"), parts.get("month2"), parts.get("day2")
    first = day_or_none(year, month or 1, day or 1)
    last = month_end(year2, month2 or 12) if day2 is None else day_or_none(year2, month2 or 12, day2)
    if first is None or last is None:
        return IMPOSSIBLE
    return Stretch(first, last, "span") if first < last and year2 - year <= LONGEST_SPAN else BACKWARDS


def _lunar_year(parts: Parts) -> Outcome:
    """By its digits; else the year of that name within a year of the anchor, and none further away."""
    year, anchor = parts.get("year"), parts.source.anchor
    if year is not None:
        return _whole_years(year, year)
    if anchor is None:
        return NO_YEAR
    stem, branch = parts.match.text(parts.source.lower, "stem"), parts.match.text(parts.source.lower, "branch")
    for near in (anchor.year, anchor.year - 1, anchor.year + 1):
        if stem == STEMS[near % 10] and branch in BRANCHES[near % 12]:
            return _whole_years(near, near, inferred=True)
    return Refusal("no year of that name near the article's day")


def _decade(parts: Parts) -> Outcome:
    """Ten years ("những năm 90", "những năm 2000"); two digits are of the last century."""
    year = parts.number("year")
    first = year if year >= 1900 else 1900 + year
    return _whole_years(first, first + 9, inferred=True)


def _school_year(parts: Parts) -> Outcome:
    """1 September to 31 May (constructions.md 2.2)."""
    first, last = parts.number("year"), parts.number("year2")
    return Stretch(date(first, 9, 1), date(last, 5, 31), "span") if last == first + 1 else BACKWARDS


def _since(parts: Parts) -> Outcome:
    """Up to the anchor ("từ năm 2010 đến nay")."""
    anchor, year, month, day = parts.source.anchor, parts.get("year"), parts.get("month"), parts.get("day")
    if anchor is None:
        return NO_END
    if year is None:
        year = year_of_past_day(parts.number("month"), day or 1, anchor)
    first = None if year is None else day_or_none(year, month or 1, day or 1)
    if first is None:
        return IMPOSSIBLE
    return Stretch(first, anchor, "span", inferred=True) if first <= anchor else AFTER_PUBLICATION


def _since_new_year(parts: Parts) -> Outcome:
    anchor = parts.source.anchor
    if anchor is None:
        return NO_END
    first = date(parts.get("year") or anchor.year, 1, 1)
    return Stretch(first, anchor, "span", inferred=True) if first <= anchor else AFTER_PUBLICATION


def _pointed(parts: Parts) -> Outcome:
    """ "năm nay", "quý tới", "tháng trước", "tuần này": so many years, quarters, months or weeks from the anchor's."""
    turn, anchor = parts.turn(), parts.source.anchor
    if turn is None or anchor is None:
        return NO_YEAR
    unit, steps = parts.match.text(parts.source.lower, "unit"), TURNS[turn]
    if unit == "năm":
        year = parts.pointed_year() or anchor.year
        return _whole_years(year, year, inferred=True)
    if unit == "tuần":
        monday = anchor + timedelta(days=7 * steps - anchor.weekday())
        return Stretch(monday, monday + timedelta(days=6), "week", inferred=True)
    months = 3 if unit == "quý" else 1
    year, at = divmod(anchor.year * 12 // months + (anchor.month - 1) // months + steps, 12 // months)
    first = at * months + 1
    grain: Grain = "quarter" if months == 3 else "month"
    return Stretch(date(year, first, 1), month_end(year, first + months - 1), grain, inferred=True)


def _past(parts: Parts) -> Outcome:
    """So many years or months up to the anchor ("10 năm qua", "5 năm thực hiện").

    In the month behind a quarter the months that have passed since New Year ("6 tháng qua" in July) are whole ones.
    """
    anchor, count = parts.source.anchor, parts.number("count")
    if anchor is None:
        return NO_END
    if count == 0:
        return ELSEWHERE
    months = parts.match.text(parts.source.lower, "unit") == "tháng"
    if months and count % 3 == 0 and anchor.month == count + 1:
        return Stretch(date(anchor.year, 1, 1), month_end(anchor.year, count), "span", inferred=True)
    first = months_before(anchor, count) if months else years_before(anchor, count)
    return Stretch(first, anchor, "span", inferred=True)


READERS: Mapping[str, Callable[[Parts], Outcome]] = {
    "day": _day,
    "short_day": _short_day,
    "edge_day": _edge_day,
    "days": _days,
    "day_range": _day_range,
    "day_list": _day_list,
    "month": _month,
    "month_list": _month_list,
    "month_range": _month_range,
    "quarter": _quarter,
    "half": _half,
    "months_of_year": _months_of_year,
    "first_months": _first_months,
    "year": _year,
    "year_range": _year_range,
    "year_list": _year_list,
    "mixed_range": _mixed_range,
    "lunar_year": _lunar_year,
    "decade": _decade,
    "school_year": _school_year,
    "pointed": _pointed,
    "since": _since,
    "since_new_year": _since_new_year,
    "past": _past,
    "programme": _past,
}
"""What `gives.shape` may say, and who reads it."""
