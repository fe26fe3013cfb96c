"""The times that an article names, each with the days that it stands for.

A time in the name of something else ("đại biểu HĐND nhiệm kỳ 2016 - 2021", "tổng kết 5 năm (2016 - 2020)") scopes its
own sentence at the most. What only points to a time ("năm nay", "nhiệm kỳ qua", "5 năm qua") is read by the day of
publication and by the times that the report names. Which time scopes a count tells `link.times.periods`.
Source: constructions.md 1.8; contract rulings 6, 17 and 18.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from danvan.link.anchors import month_end
from danvan.link.cues import cues
from danvan.match import Match
from danvan.numbers import names_count, small_count
from danvan.reading import Reading
from danvan.records import Date, Period

SCOPES = {"period", "event"}

_CURRENT = timedelta(days=366)
"""A report tells of what ended at most so long before it is published."""

_REPORTS = 3
"""Up to this month the year that a report tells of is the one before."""

_MEETING = timedelta(days=8)
"""No meeting and no congress of the sample lasts longer."""

REACH = 160
"""Characters before a time in which the name that it belongs to is looked for."""

_TERM = "nhiệm kỳ"

SINCE = 12
"""Characters before a time in which "từ", "so với" are looked for."""

_MONTHS: dict[str, int] = {
    "3": 3, "ba": 3, "6": 6, "06": 6, "sáu": 6, "9": 9, "09": 9, "chín": 9, "10": 10, "mười": 10, "11": 11,
}  # fmt: skip

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year in figures."""

_YEAR_IN_BRACKETS = re.compile(r"\s?\((?:năm )?((?:19|20)\d\d)\)")

_YEARS_BACK = re.compile(r"\w+(?=\s{1,2}năm(?!\w))")


@dataclass(frozen=True, slots=True)
class Time:
    """Days that the text names at characters [at, to). `first` and `last` are ISO days, `last` included; "" where an
    article without a day leaves them open.

    `name` where it belongs to the name of something else; `edge` where it is their end alone ("hết năm 2021"); `ahead`
    where the words before it look ahead from another one: "tổng kết năm 2021, triển khai nhiệm vụ năm 2022".
    """

    at: int
    to: int
    first: str
    last: str
    grain: str
    name: bool = False
    edge: bool = False
    ahead: bool = False

    @property
    def years(self) -> int:
        """Calendar years that it touches; 0 where an end is open."""
        return int(self.last[:4]) - int(self.first[:4]) + 1 if self.first and self.last else 0

    def period(self) -> Period:
        """The days as the period of a count; over several years they are cumulative (ruling 18)."""
        return Period(start=self.first or None, end=self.last or None, cumulative=self.years != 1)


@dataclass(frozen=True)
class Times:
    """The times of one article, by place in the text; `dates` are those that can be one."""

    reading: Reading
    dates: tuple[Date, ...]

    @cached_property
    def today(self) -> str | None:
        """The day of publication, else the newest day that the article tells of; None where it has neither."""
        anchor = self.reading.draft.anchor
        if anchor is not None:
            return anchor.isoformat()
        return max((d.end for d in self.dates if d.grain == "day" and d.role == "event"), default=None)

    @cached_property
    def scopes(self) -> tuple[Time, ...]:
        """The times that can be the period of something, in order of the text."""
        named = [
            replace(time_of(d), name=True) if _is_of_days(d) else self._read(time_of(d))
            for d in self.dates
            if d.role == "period" or (d.role in SCOPES and d.grain not in {"day", "week"})
        ]
        named += [replace(time_of(d), name=True) for d in self.dates if d.role == "other" and self._opens_with(d)]
        named = [self._as_report(t, named) if t.years > 1 and not t.edge else t for t in named]
        pointed = list(self._pointed(named))
        since = [t for t in pointed if t.grain == "since"]
        named = [t for t in named if not any(o.at <= t.at < o.to for o in since)] if since else named
        return tuple(self._joined(sorted([*named, *pointed], key=lambda t: t.at)))

    def _opens_with(self, d: Date) -> bool:
        """Whether a sentence tells of the year that another one is compared with: "Cùng kỳ năm 2021, huyện có 40"."""
        start = self.reading.sentence_at(d.span.start).start
        words = self.reading.lower[start : d.span.start].rpartition(":")[2].strip()
        if words == "so với" and self._has_a_count(d.span.end):
            return True
        is_same = words == "cùng kỳ" or (not words and self.reading.lower.startswith("cùng kỳ", start))
        if words.endswith("(cùng kỳ") or self.reading.lower.startswith("cùng kỳ", d.span.start):
            # "133 mô hình (cùng kỳ năm 2021 là 109 mô hình)"
            bracket = self.reading.view[max(start, d.span.start - 10) : d.span.start + 1]
            told = self.reading.match(self.reading.rules.rule("cues", "time_of_other"), d.span.end)
            return "(" in bracket and told is not None
        return is_same and d.grain not in {"day", "week"} and self.reading.view.startswith(",", d.span.end)

    def _has_a_count(self, end: int) -> bool:
        """Whether the words behind a time tell its own number: "So với nhiệm kỳ 2010 - 2015 chỉ có 17 mô hình"."""
        return self.reading.match(self.reading.rules.rule("cues", "time_with_count"), end, end + REACH) is not None

    def _joined(self, times: Sequence[Time]) -> Iterable[Time]:
        """The same times, those of years in one breath as one: "năm 2021 và năm 2022, huyện công nhận 66 mô hình"."""
        joint = self.reading.rules.rule("cues", "time_joint").regex
        joined: list[Time] = []
        for t in times:
            last = joined[-1] if joined else None
            if (
                last is not None
                and t.grain == "year"
                and last.grain in {"year", "years"}
                and last.last < t.first
                and joint.fullmatch(self.reading.lower, last.to, t.at) is not None
                and not self._is_told_by_year(t)
            ):
                joined[-1] = replace(last, to=t.to, last=t.last, grain="years", edge=last.edge and t.edge)
            else:
                joined.append(replace(t, ahead=True) if last is not None and self._looks_ahead(last, t) else t)
        return joined

    def _looks_ahead(self, last: Time, t: Time) -> bool:
        """Whether a sentence turns from the time that it sums up to the one that it makes plans for."""
        if t.grain != "year" or last.ahead or not last.last or last.last >= t.first:
            return False
        between = self.reading.view[last.to : t.at]
        if len(between) > REACH or last.at < self.reading.sentence_at(t.at).start or any(c.isdigit() for c in between):
            return False
        return self.reading.rules.rule("cues", "time_ahead").regex.search(between) is not None

    def _is_told_by_year(self, t: Time) -> bool:
        """Whether the sentence of a time gives each of its years a number of its own: "lần lượt là 20 và 25"."""
        sentence = self.reading.sentence_at(t.at)
        by_year = self.reading.rules.rule("cues", "time_by_year").regex
        return by_year.search(self.reading.lower, sentence.start, sentence.end) is not None

    def _pointed(self, named: Sequence[Time]) -> Iterable[Time]:
        """Times that are told by pointing: "năm nay" is the year of publication, "trong 6 tháng" the report's half."""
        pointed: list[Time] = []
        for match in cues(self.reading, "pointed.", 0, len(self.reading.view)):
            here = [t for t in named if t.at < match.end and match.start < t.to]
            # "năm đầu phát động (2009)": the brackets say which year that is
            here += [t for t in named if t.grain == "year" and self.reading.view[match.end : t.at].strip() == "("]
            if "since" in match.groups:
                if not any(t.grain == "span" for t in here):
                    yield Time(match.start, match.end, *_since(match, self.reading.lower), grain="since")
                continue
            if here or self.is_compared(match.start):
                continue
            if (edge := match.rule.gives.get("edge")) is not None and edge != "next":
                yield from self._of_term(match, str(edge), named)
                continue
            if "months" in match.groups:
                months = _MONTHS.get(match.text(self.reading.lower, "months") or "", 0)
                report = next((t for t in named if _is_from_new_year(t, months)), None)
                if report is not None:
                    yield Time(match.start, match.end, report.first, report.last, report.grain)
            elif "years" in match.groups and edge is None:
                if small_count(match.text(self.reading.lower, "years") or "") == 1:
                    continue  # "sau 1 năm" parts what is compared
                told = self._years_back(match, named)
                yield Time(match.start, match.end, *told, grain="span", name="name" in match.groups)
            elif (years := self._years_pointed_at(match, sorted([*named, *pointed], key=lambda t: t.at))) is not None:
                first, last = years
                grain = "span" if last > first else "year"
                pointed.append(Time(match.start, match.end, f"{first}-01-01", f"{last}-12-31", grain))
                yield pointed[-1]

    def _years_pointed_at(self, match: Match, named: Sequence[Time]) -> tuple[int, int] | None:
        """The first and last year of "năm nay", counted from that of publication; of "năm qua", that told of before,
        which up to March is over; of "cùng kỳ năm trước", the one before the time last told.
        """
        if "edge" in match.rule.gives:
            return self._following(match, [t for t in named if t.to <= match.start and t.first and t.last])
        steps = match.rule.gives.get("told")
        if steps is None:
            now = self.today or self._newest(named)
            count = match.text(self.reading.lower, "ago")
            steps = int(match.rule.gives["years"]) if count is None else -small_count(count)
            year = None if now is None else int(now[:4]) + steps
        else:
            year = self._year_told(match.start, int(steps), named)
        return None if year is None else (year, year)

    def _year_told(self, stop: int, steps: int, named: Sequence[Time]) -> int | None:
        """So many years beside the one told last before a place, None where an article without a day tells none."""
        told = [t for t in named if t.at < stop and t.years == 1 and self.is_topic(t, planned=False)]
        years = [int(t.first[:4]) for t in told if (steps or t.grain == "year") and not self._is_coming(t)]
        if self.today is None:
            return years[-1] + steps if years else None
        today = date.fromisoformat(self.today)
        newest = today.year - (today.month <= _REPORTS and not steps)
        return next((y for y in reversed(years) if y <= newest), newest) + steps

    def _following(self, match: Match, told: Sequence[Time]) -> tuple[int, int] | None:
        """ "5 năm tiếp theo", "giai đoạn tiếp theo", "năm sau đó": the years that follow the time told last.

        A term, and five years that are told as "2008 - 2013", begin in the year in which the one before ends.
        """
        count, is_term = match.text(self.reading.lower, "years"), "term" in match.groups
        if not told or (is_term and told[-1].years == 1):
            return None
        before = told[-1].years
        years = before if is_term else small_count(count or "1")
        shares = before == years + 1 > 2 or (is_term and before % 5 == 1)
        first = int(told[-1].last[:4]) + (not shares)
        return first, first + years - 1 + (shares and not is_term)

    def _of_term(self, match: Match, edge: str, named: Sequence[Time]) -> Iterable[Time]:
        """ "Năm đầu tiên", "từ đầu nhiệm kỳ đến nay": by the term that the report names, that runs or is over."""
        spans = [t for t in named if t.years > 1 and t.grain == "span"]
        called = [t for t in spans if _TERM in self.reading.lower[match.start : match.end] and self._is_called_term(t)]
        # "mục tiêu Đại hội Đảng bộ huyện nhiệm kỳ 2015 - 2020": in a name, but the term all the same
        terms = [t for t in called if not t.name] or called or [t for t in spans if not t.name]
        now = self.today or max((t.last for t in terms), default="")
        term = next((t for t in terms if t.first <= now <= t.last), None) or next(
            (t for t in terms if t.last <= now), None
        )
        if edge in {"past", "coming"}:
            yield from self._term_beside(match, edge, named)
        elif edge != "since" and (told := _YEAR_IN_BRACKETS.match(self.reading.view, match.end)) is not None:
            yield Time(match.start, told.end(), f"{told[1]}-01-01", f"{told[1]}-12-31", "year")
        elif term is None:
            return
        elif edge == "first":
            yield Time(match.start, match.end, term.first, f"{term.first[:4]}-12-31", "year")
        elif edge == "rest":
            if self.today is not None and term.last[:4] > self.today[:4]:
                coming = date.fromisoformat(self.today) + timedelta(days=1)
                yield Time(match.start, match.end, coming.isoformat(), term.last, "span")
        elif edge == "last":
            yield Time(
                match.start, match.end, "", min(term.last, now) if term.last[:4] <= now[:4] else term.last, "span"
            )
        else:
            yield Time(match.start, match.end, term.first, self.today or "", "span")

    def _term_beside(self, match: Match, edge: str, named: Sequence[Time]) -> Iterable[Time]:
        """ "Nhiệm kỳ qua": the term that the report names as over, else the one before that which begins this year; and
        "nhiệm kỳ tới" is that one."""
        terms = [t for t in named if t.grain == "span" and self.reading.lower.startswith("nhiệm kỳ", t.at)]
        year = (self.today or "")[:4]
        new = next((t for t in terms if t.first[:4] == year), None)
        over = [t for t in terms if t.last[:4] <= year and t.first[:4] < year]
        is_before = self.reading.lower.startswith("trước", match.end - len("trước"))
        if edge == "coming":
            if new is not None:
                yield Time(match.start, match.end, new.first, new.last, "span")
        elif told := (over or [t for t in terms if is_before and t.first[:4] < year]):
            term = told[-1]
            if term.at < match.start and is_before:
                # "Nhiệm kỳ 2015 - 2020 có 69 mô hình, nhiệm kỳ trước 43": the one before the term just told of
                ended = int(term.first[:4])
                term = replace(term, first=f"{ended + 1 - term.years}-01-01", last=f"{ended}-12-31")
            yield Time(match.start, match.end, term.first, term.last, "term")
        elif new is not None:
            first = int(year) - (new.years - 1)
            yield Time(match.start, match.end, f"{first}-01-01", f"{year}-12-31", "term")

    def _is_called_term(self, t: Time) -> bool:
        return _TERM in self.reading.lower[max(0, t.at - len(_TERM) - 1) : t.to]

    def _newest(self, named: Sequence[Time]) -> str | None:
        """The last day of what an article without a day tells of, None where it names no time."""
        return max((t.last for t in named if t.last and not self._is_coming(t)), default=None)

    def _years_back(self, match: Match, named: Sequence[Time]) -> tuple[str, str]:
        """First and last day of "qua 3 năm": the so many years that the sentence names, or the period that the report
        does, else the years up to now. Both are open in an article without a day.
        """
        count = match.text(self.reading.lower, "years") or ""
        years = small_count(count)
        sentence = self.reading.sentence_at(match.start)
        here = {t.first for t in named if match.end <= t.at < sentence.end and t.grain == "year"}
        if len(here) == years > 1:
            return min(here), f"{max(here)[:4]}-12-31"
        report = self._of_report(years, named)
        if report is not None:
            return report.first, report.last
        if self.today is None:
            return "", ""
        return f"{int(self.today[:4]) - years}{self.today[4:]}".replace("-02-29", "-02-28"), self.today

    def _as_report(self, t: Time, named: Sequence[Time]) -> Time:
        """ "5 năm qua" counts back from today, but where the report names a period of five years it is that one."""
        words = self.reading.view[t.at : t.to]
        if YEAR.search(words) is not None or (years := _YEARS_BACK.search(words)) is None:
            return t
        pointing = [o for o in named if YEAR.search(self.reading.view, o.at, o.to) is not None]
        count = years.group().lower().split()[0]
        report = self._of_report(small_count(count), pointing) if names_count(count) else None
        return t if report is None else replace(t, first=report.first, last=report.last)

    def _of_report(self, years: int, named: Sequence[Time]) -> Time | None:
        """The period of so many years that the report names: five are "2016 - 2020", else "2015 - 2020", and one that
        is not yet over only where no other is told of.
        """
        if years < 2:
            return None
        now = (self.today or "9999")[:4]
        begun = [t for t in named if t.years > 1 and t.grain == "span" and t.first[:4] <= now]
        periods = [t for t in begun if not t.name]
        gone = [t for t in periods if t.last[:4] <= now]
        # "Kế hoạch thi đua giai đoạn 2011 - 2015" in a report of five years at the end of 2015
        called = [t for t in begun if t.name and t.last[:4] == now]
        ways = ((gone, years), (gone, years + 1), (called, years), (periods, years))
        return next((t for of, n in ways for t in of if t.years == n), None)

    def _is_coming(self, t: Time) -> bool:
        """Whether the words before a time say that it is yet to come."""
        sentence = self.reading.sentence_at(t.at)
        if cues(self.reading, "status.planned", sentence.start, t.to):
            return True
        behind = cues(self.reading, "status.planned", t.to, min(sentence.end, t.to + REACH))
        plan = next((m for m in behind if not m.rule.gives.get("proposal")), None)
        return plan is not None and not any(c.isdigit() for c in self.reading.view[t.to : plan.start])

    def _read(self, t: Time) -> Time:
        """The time with what the words before it make of it.

        It belongs to a name ("HĐND các cấp nhiệm kỳ 2016 - 2021"), but not where that is reported on; or it only
        begins there: "từ khi phát động phong trào vào năm 2016".
        """
        window = (self.reading.view, max(0, t.at - REACH), t.at)
        name, report, since = (
            self.reading.rules.rule("cues", rule).regex for rule in ("time_of_name", "time_of_report", "since_when")
        )
        if t.grain == "span" and self.reading.lower.endswith(("năm cuối ", "năm cuối của "), *window[1:]):
            # "năm 2015, là năm cuối nhiệm kỳ 2010 - 2015"
            return replace(t, name=True)
        is_end = t.grain == "span" and t.years > 1 and self.reading.lower.endswith(("cuối ", "hết "), *window[1:])
        if is_end or self.reading.rules.rule("cues", "time_ends_term").regex.search(*window) is not None:
            # "đến cuối nhiệm kỳ 2020 - 2025", "đến hết nhiệm kỳ (năm 2025)"
            return replace(t, first="", edge=True)
        if t.grain == "span":
            is_name = name.search(*window) is not None
            if not (is_name and self.is_running_term(t)):
                is_name = is_name and report.search(*window) is None and self.reading.part_at(t.at) != "title"
            return replace(t, name=True) if is_name else t
        if t.grain == "year" and self.reading.rules.rule("cues", "time_of_session").regex.search(*window) is not None:
            return replace(t, name=True)
        if t.grain == "year" and self.reading.lower.endswith("trước ", *window[1:]) and t.first <= (self.today or "9"):
            # "trước năm 2013, cả huyện có 30 mô hình"
            return replace(t, first="", last=f"{int(t.first[:4]) - 1}-12-31", grain="span")
        if t.last < (self.today or "9") and (since.search(*window) or self._opens_since(t, window)):
            return replace(t, last=self.today or "", grain="span")
        return t

    def is_running_term(self, t: Time) -> bool:
        """Whether a time is a term of office that is not over: "HĐND xã khóa II, nhiệm kỳ 2021 - 2026" in 2025."""
        return t.last > (self.today or "9") and self.reading.lower.startswith("nhiệm kỳ", t.at)

    def _opens_since(self, t: Time, window: tuple[str, int, int]) -> bool:
        """Whether a year opens a sentence as its beginning: "Từ năm 2018, huyện đã xây dựng 39 mô hình"."""
        if t.grain != "year" or t.edge or not self.reading.view.startswith(",", t.to):
            return False
        return self.reading.rules.rule("cues", "since_opens").regex.search(*window) is not None

    def is_since(self, t: Time, start: int) -> bool:
        """Whether a time only says since when something has been: "6 mô hình từ năm 2013 chuyển qua"."""
        is_running = t.last[:4] == (self.today or "")[:4] and self.reading.lower.startswith("đầu năm", t.at)
        if is_running and self.reading.lower.endswith("từ ", start, t.at):
            return False
        return self.is_compared(t.at, start)

    def is_compared(self, at: int, start: int = 0) -> bool:
        """Whether "từ", "so với", "hơn" stand right before a time."""
        before = self.reading.view[max(start, at - SINCE) : at]
        return self.reading.rules.rule("cues", "since").regex.search(before) is not None

    def fits(self, t: Time, planned: bool) -> bool:
        """A report of what is done does not cover days that lie after it; a plan does not lie before it."""
        if planned and t.grain in {"since", "term"}:
            return False
        if self.today is None:
            return True
        if planned:
            # what ends with today ("4 năm qua") is no time of a plan
            return t.last > self.today
        # an article without a day may be younger than the newest day that it tells of
        return t.first <= self.today or (self.reading.draft.anchor is None and not self._is_coming(t))

    def is_topic(self, t: Time, planned: bool) -> bool:
        """Whether a time can scope what is said in sentences behind it: neither a name nor long gone by."""
        named = t.name and not (planned and self.is_running_term(t))
        if t.grain == "span" and self.reading.part_at(t.at) in {"body", "lead"}:
            # "được tỉnh tặng Bằng khen vì thành tích giai đoạn 2016 - 2020" is of that honour alone
            award = self.reading.rules.rule("cues", "time_of_award").regex
            named = named or award.search(self.reading.view, max(0, t.at - REACH), t.at) is not None
        if named or (t.ahead and not planned) or not self.fits(t, planned):
            return False
        if planned:
            return True
        # an article without a day does not tell by itself what is yet to come
        return self._is_current(t) and not (self.today is None and self._is_coming(t))

    def _is_current(self, t: Time) -> bool:
        return self.today is None or t.last >= (date.fromisoformat(self.today) - _CURRENT).isoformat()


def _is_of_days(d: Date) -> bool:
    """Whether a date is an event of some days: what is counted there, but not what is reported there, has its time."""
    if d.role != "event" or d.grain != "span":
        return False
    return date.fromisoformat(d.end) - date.fromisoformat(d.start) < _MEETING


def time_of(d: Date) -> Time:
    """The time that a date of the text is."""
    edge = d.span.text.lower().split()[0] in {"hết", "cuối"}
    return Time(d.span.start, d.span.end, d.start, d.end, d.grain, edge=edge)


def _is_from_new_year(t: Time, months: int) -> bool:
    """Whether a time is the first so many months of its year."""
    return t.first.endswith("-01-01") and months > 0 and t.last == month_end(int(t.first[:4]), months).isoformat()


def _since(match: Match, lower: str) -> tuple[str, str]:
    """First and last day of "từ năm 2018 đến nay" in an article without a day: that has no end, but in its own year."""
    year = match.text(lower, "since")
    return f"{year}-01-01", f"{year}-12-31" if "new_year" in match.groups else ""


def whole_year(year: int) -> Period:
    """The period from 1 January to 31 December."""
    return Period(start=date(year, 1, 1).isoformat(), end=date(year, 12, 31).isoformat())
