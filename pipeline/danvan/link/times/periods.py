"""Which of the times of an article scopes what stands at a place of the text.

The order of evidence is fixed: the clause, the sentence, the last time named before in the paragraph, the heading over
it, the title, the lead, the body before. `link.times.timing` puts totals, lists and changes on top.

Not every time that is named scopes what follows. A day a count is compared with, a paper's date and an anniversary
have another role (find.dates). A time long gone by when the article is written is its story, not its report: it scopes
what is said in its sentence, and no more.
Source: constructions.md 1.8; contract rulings 6, 17 and 18.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from danvan.link.cues import cues
from danvan.link.times.headings import Headings
from danvan.link.times.named import REACH, SCOPES, SINCE, Time, Times, time_of, whole_year
from danvan.match import Match
from danvan.numbers import small_count
from danvan.reading import Reading
from danvan.records import Date, Period
from danvan.text.segment import Sentence

_TAG = 4
"""Words between a number and a time that closes its clause: "455 mô hình như hiện nay"."""

_TELLING = 40
"""Characters: a shorter sentence over the body is a date line, a caption, a button."""

_DIGIT = re.compile(r"\d")

_NEXT_COUNT = re.compile(r"[^,;:.()\n\d]{2,60}\d")


_ALL_OF = "cả "
"""All of a term that still runs is not yet done: "cả nhiệm kỳ 2025 - 2030 xây dựng 150 mô hình"."""


@dataclass(frozen=True)
class Periods:
    """Period look-up over one article."""

    reading: Reading
    times: Times
    headings: Headings

    @property
    def today(self) -> str | None:
        """The day of publication, else the newest day that the article tells of; None where it has neither."""
        return self.times.today

    def of(self, start: int, end: int, *, planned: bool = False) -> Period | None:
        """The period of what stands at [start, end), None where the article gives none."""
        return self.own(start, end, planned=planned) or self.carried(start, planned=planned)

    def own(self, start: int, end: int, *, planned: bool = False, stop: int | None = None) -> Period | None:
        """The period that the sentence itself gives, None where it gives none; what is named behind `stop` is of
        something else.
        """
        if (stock := self._day_in_bracket(end)) is not None:
            return stock
        bracket = self._in_bracket(end) or self._before_bracket(start) or self._told_in_bracket(start)
        if bracket is not None:
            return bracket.period()
        sentence = self.reading.sentence_at(start)
        cue = self._cue(sentence, start, end)
        told = None if cue is None else self._by_cue(cue, sentence, start, planned)
        if told is not None:
            return told
        named = self._in_sentence(sentence, start, end, planned, stop)
        if planned and named is not None and named.edge and self._is_beyond(named):
            # "hết năm 2025 có 30 mô hình đạt cấp tỉnh": an end alone (contract ruling 18)
            return Period(start=None, end=named.last, cumulative=True)
        if named is not None:
            return named.period()
        said = cue.rule.gives["time"] if cue is not None else None
        return self._year(sentence) if said == "this_year" else None

    def _is_beyond(self, t: Time) -> bool:
        """Whether a time ends behind the running year."""
        return self.today is not None and t.last[:4] > self.today[:4]

    def carried(self, start: int, *, planned: bool = False) -> Period | None:
        """The period last named before the sentence in its paragraph, else that of the article."""
        sentence = self.reading.sentence_at(start)
        key = (sentence.start, planned)
        if key not in self._carried:
            lately = None if planned else self._lately(sentence)
            found = None
            if lately is None:
                found = (
                    self._in_paragraph(sentence, planned)
                    or self._of_opener(sentence, planned)
                    or self.headings.over(sentence, planned)
                    or self._of_article(sentence, planned)
                )
            self._carried[key] = lately if found is None else found.period()
        return self._carried[key]

    def _lately(self, sentence: Sentence) -> Period | None:
        """ "Thời gian qua" of a sentence before in the paragraph, which this one goes on from: "Từ nguồn quỹ trên"."""
        if self.reading.match(self.reading.rules.rule("cues", "goes_on"), sentence.start, sentence.end) is None:
            return None
        first = next(s.start for s in self.reading.sentences if s.paragraph == sentence.paragraph)
        said = cues(self.reading, "time.some_years", first, sentence.start)
        if not said or self.named_between(said[-1].end, sentence.start):
            return None
        return Period(start=None, end=self.today, cumulative=True)

    def named_between(self, start: int, end: int) -> bool:
        """Whether a period is named in [start, end)."""
        return any(start <= t.at < end for t in self.times.scopes)

    def opening(self, start: int) -> Period | None:
        """The time gone by that opens the clause of a number: "Đầu năm 2017, Thị ủy giao các xã đăng ký 160"."""
        sentence = self.reading.sentence_at(start)
        last = next((t for t in reversed(self.times.scopes) if sentence.start <= t.at and t.to <= start), None)
        if last is None or last.name or last.ahead or not self.reading.view.startswith(",", last.to):
            return None
        opens = self.reading.view[sentence.start : last.at].rstrip()[-1:] in {"", ",", ":"}
        return last.period() if opens and last.years == 1 and not self.times.fits(last, planned=True) else None

    def last_between(self, start: int, end: int) -> Period | None:
        """The period that is named last in [start, end)."""
        return next((t.period() for t in reversed(self.times.scopes) if start <= t.at < end), None)

    def at(self, offset: int) -> Period | None:
        """The period of what stands at one offset."""
        return self.of(offset, offset)

    def names_own(self, item: tuple[int, int]) -> bool:
        """Whether a stretch of the text names a period of its own."""
        return self.in_item(item) is not None

    def in_item(self, item: tuple[int, int]) -> Period | None:
        """The period that the words of one number of a list name: "trong đó 6 mô hình đăng ký mới năm 2023"."""
        cut = self.reading.view.find(";", *item)
        for t in self.times.scopes:
            if (
                item[0] <= t.at
                and t.to <= (item[1] if cut < 0 else cut)
                and not t.name
                and not self.times.is_since(t, item[0])
                and not self._is_put_off(t)
            ):
                return t.period()
        return None

    def _is_put_off(self, t: Time) -> bool:
        """Whether something is put off to a time: "15 mô hình phải chuyển sang năm 2022"."""
        lead = self.reading.lower[max(0, t.at - SINCE * 2) : t.at]
        return self.reading.rules.rule("cues", "time_put_off").regex.search(lead) is not None

    def coming(self, start: int, end: int, stop: int) -> Period | None:
        """The time after the day of publication that the words before a number name last, or those right behind it:
        "Năm 2024, toàn huyện xây dựng thêm 5 mô hình", "đăng ký 5 mô hình cho năm 2024" in an article of 2023.
        """
        if self.today is None or self.today >= self._last_day:
            return None
        sentence = self.reading.sentence_at(start)
        before = [t for t in self.times.scopes if sentence.start <= t.at < start]
        if before and ";" not in self.reading.view[before[-1].to : start]:
            last = before[-1]
            is_whole = last.last[:4] > self.today[:4] and self.reading.lower.endswith(_ALL_OF, sentence.start, last.at)
            is_told = (is_whole or self._is_ahead(last)) and not last.name and not self.times.is_compared(last.at)
            return last.period() if is_told else None
        whole = [m for m in cues(self.reading, "time.whole", sentence.start, start) if "term" in m.groups]
        if whole and self.reading.lower.startswith(_ALL_OF, whole[-1].start):
            told = self.own(start, end)
            return told if told is not None and (told.end or "")[:4] > self.today[:4] else None
        behind = self.right_behind(end, stop)
        return behind if behind is not None and (behind.start or "") > self.today else None

    def _is_ahead(self, t: Time) -> bool:
        """Whether a time lies behind the day of publication, or is the half of a year that has only just begun: "6
        tháng cuối năm, xây dựng 15 mô hình" in July."""
        if self.today is None:
            return False
        return t.first > self.today or (t.grain == "half" and t.first[5:7] == "07" and t.first[:7] == self.today[:7])

    @cached_property
    def _last_day(self) -> str:
        """The last day of all times that can be a scope; empty where there is none."""
        return max((t.last for t in self.times.scopes), default="")

    def right_behind(self, end: int, stop: int) -> Period | None:
        """The period that goes with the number before it: "đăng ký mới 03 mô hình trong năm 2023"."""
        cut = min((at for at in (self.reading.view.find(c, end, stop) for c in ",;") if at >= 0), default=stop)
        # "xây dựng 60 mô hình để hết nhiệm kỳ có 158": that time is of what they are built for
        aim = self.reading.lower.find(" để ", end, cut)
        return self.in_item((end, cut if aim < 0 else aim))

    def up_to_now(self, period: Period | None) -> Period | None:
        """The period of what is done: of a term that still runs only the part behind us."""
        if period is None or self.today is None or period.start is None or period.end is None:
            return period
        if period.start > self.today or period.end[:4] <= self.today[:4]:
            return period
        return Period(start=period.start, end=self.today, cumulative=period.start[:4] != self.today[:4])

    def of_today(self, *, stock: bool) -> Period | None:
        """What an article counts that tells of other times, but of none that this could have.

        What there is stands as of the day of publication; what was done was done in its year. None where no time at
        all is named, and for an article without a day.
        """
        if self.today is None or not self.times.dates:
            return None
        return Period(start=None, end=self.today, cumulative=True) if stock else whole_year(int(self.today[:4]))

    def _cue(self, sentence: Sentence, start: int, end: int) -> Match | None:
        """The time cue nearest before the number, else the first behind it in the clause."""
        found = [m for m in cues(self.reading, "time.", sentence.start, sentence.end) if "time" in m.rule.gives]
        found = [m for m in found if not self._is_aside(m, start)]
        before = [m for m in found if m.end <= start]
        if before:
            nearest = before[-1]
            later = [t for t in self.times.scopes if nearest.end <= t.at < start and t.at >= sentence.start]
            if nearest.rule.gives["time"] == "until":
                # "đến tháng 6 năm 2023 có 19 mô hình; riêng năm 2022 xây dựng 7": the day of the cue is no later date
                until = later[0].to if later and later[0].at <= nearest.end + 6 else nearest.end
                later = later[1:] if until > nearest.end else later
                later = [t for t in later if self._is_of_next(nearest.end, until, t)]
            return None if later else nearest
        cut = self.reading.view.find(";", end, sentence.end)
        behind = [m for m in found if end <= m.start < (sentence.end if cut < 0 else cut) and m.start - end < 60]
        between = self.reading.view[end : behind[0].start] if behind else ","
        if any(sentence.start <= t.at < start for t in self.times.scopes):
            # "năm 2016 mới có 28 mô hình thì đến cuối năm 2022 đã có 140", but "năm 2014 ... lên 455 như hiện nay"
            closes = behind and self.reading.view[behind[0].end : behind[0].end + 1] in {"", *".,;)"}
            return behind[0] if closes and len(between.split()) <= _TAG and "," not in between else None
        if any(c in ",0123456789" for c in between) or self._leads_in_bracket(end, behind[0]):
            # "từ 196 mô hình (năm 2014) lên 455 như hiện nay": what is said of the next number
            return None
        return behind[0]

    def _leads_in_bracket(self, end: int, cue: Match) -> bool:
        """Whether a cue in brackets leads to a number of its own: "có 42 mô hình (lũy kế 161)"."""
        view = self.reading.view
        closing = view.find(")", cue.end, cue.end + _TELLING)
        stop = cue.end + _TELLING if closing < 0 else closing
        return "(" in view[end : cue.start] and _DIGIT.search(view, cue.end, stop) is not None

    def _is_of_next(self, start: int, until: int, t: Time) -> bool:
        """Whether a time belongs to a number behind the one that a day of the stock leads: "đến năm 2012 có 97 mô hình,
        năm 2014 có 121", "riêng năm 2014 là 24"."""
        view = self.reading.view
        if ";" in view[start : t.at]:
            return True
        between = view[until : t.at].rstrip().removesuffix("riêng").rstrip()
        return t.grain == "year" and between.endswith((",", " và")) and any(c.isdigit() for c in between)

    def _is_aside(self, cue: Match, number: int) -> bool:
        """Whether a cue stands in brackets that a number does not: "(kể cả huyện A trước sáp nhập) xây dựng 318",
        "xã An Trạch 12 (lũy kế 49), xã Bình Hạ 10"."""
        closing = self.reading.view.find(")", cue.end, number)
        return closing >= 0 and self.reading.view.find("(", cue.end, closing) < 0

    def _by_cue(self, cue: Match, sentence: Sentence, start: int, planned: bool) -> Period | None:
        time = cue.rule.gives["time"]
        if time == "stock":
            # what is planned does not stand there yet: "năm 2024 phấn đấu ..., nâng tổng số lên 260"
            return None if planned else self._stock(sentence, start, cue)
        if time == "some_years":
            # several years up to now, whatever year the title has, but not beside a time of the sentence itself
            told = planned or any(sentence.start <= t.at < start for t in self.times.scopes)
            return None if told else Period(start=None, end=self.today, cumulative=True)
        if time in {"merger", "since_merger"} and not planned:
            said = any(sentence.start <= t.at < min(start, cue.start) and not t.name for t in self.times.scopes)
            return None if said else self._merged(cue)
        if time == "until":
            return self._until(sentence, cue, planned)
        if time == "whole":
            return self._so_many_years(sentence, cue) or self._whole(cue, planned) or self._years_told(sentence, cue)
        return None

    def _whole(self, cue: Match, planned: bool) -> Period | None:
        """The term or the years told of last, or the last two of them: "cộng cả hai giai đoạn"."""
        told = [t for t in self.times.scopes if t.to <= cue.start and t.years > 1]
        if cue.text(self.reading.lower, "term") is not None:
            told = [t for t in told if t.grain == "span"]
        fitting = [t for t in told if not t.name and self.times.fits(t, planned)] or told
        if not fitting:
            return None
        if "both" not in cue.groups:
            return fitting[-1].period()
        last = fitting[-2:]
        return replace(last[-1], first=min(t.first for t in last), last=max(t.last for t in last)).period()

    def _so_many_years(self, sentence: Sentence, cue: Match) -> Period | None:
        """The so many years that a sum names: a span of them told before, else the times of the paragraph that make
        them up, with the report's own year where one is missing: "Giai đoạn 2011 - 2013 ... Sang hai năm 2014 - 2015
        ... Tính chung 5 năm có 88 mô hình".
        """
        count = cue.text(self.reading.lower, "years")
        if count is None:
            return None
        years = small_count(count)
        told = [t for t in self.times.scopes if t.to <= cue.start and t.first and t.last and not t.ahead]
        if span := [t for t in told if t.years == years > 1 and not t.name]:
            return span[-1].period()
        first = next(s.start for s in self.reading.sentences if s.paragraph == sentence.paragraph)
        parts = [t for t in told if t.at >= first]
        report = self._of_article(sentence, planned=False)
        for times in (parts, [*parts, report] if report is not None and report.first and report.last else []):
            ends = [int(day[:4]) for t in times for day in (t.first, t.last)]
            if ends and max(ends) - min(ends) + 1 == years and len({t.first for t in times}) > 1:
                return Period(start=f"{min(ends)}-01-01", end=max(t.last for t in times), cumulative=True)
        return None

    def _years_told(self, sentence: Sentence, cue: Match) -> Period | None:
        """All years that the paragraph told of one by one: "năm 2021 có 71, năm 2022 có 80. Tổng cộng 2 năm, ..."."""
        first = next(s.start for s in self.reading.sentences if s.paragraph == sentence.paragraph)
        years = [t for t in self.times.scopes if first <= t.at < cue.start and t.years == 1 and not t.ahead]
        if len({t.first[:4] for t in years}) < 2:
            return None
        return Period(start=min(t.first for t in years), end=max(t.last for t in years), cumulative=True)

    def _stock(self, sentence: Sentence, start: int, cue: Match) -> Period:
        end = self.today
        said = next((t for t in self.times.scopes if t.at <= cue.start < t.to), None)
        if said is not None:
            return said.period()
        if cue.rule.gives.get("raised"):
            # "năm 2022 xây dựng 124 mô hình, nâng tổng số lên 412": all there was when that year ended
            raised = self._in_sentence(sentence, start, start, planned=False)
            last = raised.last if raised is not None and end is not None and raised.last < end else end
            return Period(start=None, end=last, cumulative=True)
        if self.today is None and self.reading.lower.endswith("từ đầu năm ", sentence.start, cue.start):
            return self._year(sentence) or Period(start=None, end=None)
        spans = [
            d
            for d in self.times.dates
            if sentence.start <= d.span.start < start
            and d.grain == "span"
            and d.role in SCOPES
            and d.start[:4] != d.end[:4]
        ]
        since = [
            t for t in self.times.scopes if sentence.start <= t.at < cue.start and t.grain == "span" and t.last == end
        ]
        told = since and any(c.isdigit() for c in self.reading.view[since[-1].to : cue.start])
        if not spans and since and not told and since[-1].years > 1:
            # "kể từ khi thành lập (tháng 5/2015) đến nay"
            return since[-1].period()
        year = self._year_of_sentence(sentence, start)
        if not spans and year is not None and end is not None and year.start <= end <= year.end:
            return Period(start=year.start, end=end)
        if spans and spans[-1].start < (end or "9"):
            return Period(start=spans[-1].start, end=end or spans[-1].end, cumulative=True)
        return Period(start=None, end=end, cumulative=True)

    def _merged(self, cue: Match) -> Period | None:
        """The stock of the units that were merged, in articles written after the merger, or what was done since."""
        day, anchor = cue.rule.gives["day"], self.reading.draft.anchor
        if anchor is None or anchor <= day:
            return None
        if cue.rule.gives["time"] == "since_merger":
            return Period(start=day.isoformat(), end=anchor.isoformat(), cumulative=day.year != anchor.year)
        return Period(start=None, end=day.isoformat(), cumulative=True)

    def _year_of_sentence(self, sentence: Sentence, before: int) -> Date | None:
        """The year that opens the sentence: "Năm 2022, ... đến nay có" counts within that year."""
        years = [
            d
            for d in self.times.dates
            if sentence.start <= d.span.start < before and d.grain == "year" and d.role in SCOPES
        ]
        return years[-1] if years else None

    def _until(self, sentence: Sentence, cue: Match, planned: bool) -> Period | None:
        """ "Tính đến ngày 30/6/2023": stock with that end; the dateline's own reading of the words decides the day."""
        for d in self.times.dates:
            if cue.start <= d.span.start <= cue.end + 6 or d.span.start <= cue.start < d.span.end:
                if d.grain in {"span", "half"}:
                    # "đến hết 9 tháng đầu năm 2021" and "đến hết nhiệm kỳ" name their own beginning
                    return time_of(d).period()
                is_year = d.grain == "year" and self.reading.lower[cue.start : cue.end] in {"đến", "tới"}
                is_coming = d.start > (self.today or "9") and not planned
                # "năm 2016 có 12, đến năm 2021 lên 60" tells of one year after the other; alone it is an end only
                if is_year and (is_coming or (not planned and self._follows_a_count(sentence, cue.start))):
                    return time_of(d).period()
                start = self._flows_from(sentence, cue, d, planned)
                return Period(start=start, end=d.end, cumulative=start is None or start[:4] != d.end[:4])
        return None

    def _follows_a_count(self, sentence: Sentence, stop: int) -> bool:
        """Whether the sentence counts something of a year before: "năm 2016 có 12, đến năm 2021 lên 60"."""
        told = [t for t in self.times.scopes if sentence.start <= t.at < stop and t.grain == "year"]
        rest = self.reading.view[sentence.start : told[0].at] + self.reading.view[told[-1].to : stop] if told else ""
        return any(c.isdigit() for c in rest)

    def _flows_from(self, sentence: Sentence, cue: Match, d: Date, planned: bool) -> str | None:
        """Where the stretch begins that ends with "đến hết tháng 11"; None for a stock, with an open start.

        A year that opens the sentence, or the report's own period where the month has no year of its own: it is a day
        within what is being told of. What is planned to the end of the running year counts within that year.
        """
        since = next(
            (s for s in self.times.dates if s.span.end <= cue.start <= s.span.end + 2 and s.end <= d.end), None
        )
        if since is not None and self.reading.lower[sentence.start : since.span.start].rstrip().endswith("từ"):
            # "từ ngày 01/7/2025 đến hết tháng 9"
            return since.start
        new_year = self.reading.rules.rule("cues", "since_new_year").regex
        if new_year.search(self.reading.view, sentence.start, cue.start) is not None:
            return f"{d.end[:4]}-01-01"
        year = self._year_of_sentence(sentence, cue.start)
        if year is not None and year.start <= d.end <= year.end and d is not year:
            return year.start
        term = [
            t for t in self.times.scopes if sentence.start <= t.at and t.to <= cue.start and t.years > 1 and not t.name
        ]
        if term and not planned and term[-1].first <= d.end <= term[-1].last:
            # "Giai đoạn 2021 - 2025, đến hết tháng 9/2023 đã có 412 mô hình"
            return term[-1].first
        if planned:
            return f"{d.end[:4]}-01-01" if self.today is not None and d.end[:4] == self.today[:4] else None
        if d.end[:4] in d.span.text or self.reading.lower.startswith("tính", cue.start):
            return None
        told = self.carried(cue.start)
        if told is None or told.start is None or told.end is None or told.cumulative:
            return None
        return told.start if told.start <= d.end <= told.end else None

    def _year(self, sentence: Sentence) -> Period | None:
        """ "trong năm": the year last named in the paragraph or article, else that of publication."""
        named = self._in_paragraph(sentence, planned=False) or self._of_article(sentence, planned=False)
        if named is not None and named.years == 1:
            return whole_year(int(named.first[:4]))
        return None if self.today is None else whole_year(int(self.today[:4]))

    @cached_property
    def _carried(self) -> dict[tuple[int, bool], Period | None]:
        """What `carried` has told, by the start of the sentence and whether of a plan."""
        return {}

    def _in_sentence(
        self, sentence: Sentence, start: int, end: int, planned: bool, stop: int | None = None
    ) -> Time | None:
        here = [t for t in self.times.scopes if sentence.start <= t.at < sentence.end and self.times.fits(t, planned)]
        here = [t for t in here if planned or not t.ahead]
        before = [t for t in here if t.to <= start and not (t.name and self.times.is_running_term(t) and not planned)]
        before = [t for t in before if not self._is_closed(t, start)]
        behind = [t for t in here if t.at >= end and not t.name and not self.times.is_since(t, end)]
        behind = [t for t in behind if (stop is None or t.at < stop) and not self._is_anothers(end, t)]
        behind = [t for t in behind if not self._is_put_off(t)]
        own = [t for t in before if ";" not in self.reading.view[t.to : start]]
        if before and not own:
            # "biểu dương 5 mô hình qua 5 năm ...; 8 mô hình năm 2023": each clause of a list has its own time
            own = [t for t in behind if not any(c in self.reading.view[end : t.at] for c in ",;")][:1]
        if before:
            # "năm 2026, năm đầu thực hiện Nghị quyết nhiệm kỳ 2025 - 2030": a year of its own, then one in a name
            return ([t for t in own or before if not t.name] or own or before)[-1]
        if behind and ";" not in self.reading.view[end : behind[0].at]:
            return behind[0]
        return None

    def _in_bracket(self, end: int) -> Time | None:
        """The time alone in brackets right behind a number: "196 mô hình (năm 2014)"."""
        view = self.reading.view
        opening = view.find("(", end, end + SINCE * 3)
        if opening < 0 or any(c in view[end:opening] for c in ",.;:)"):
            return None
        for t in self.times.scopes:
            if t.at > opening and not view[opening + 1 : t.at].strip() and view.startswith(")", t.to):
                return t
        return None

    def _day_in_bracket(self, end: int) -> Period | None:
        """The day by which a number stood there, in brackets behind it: "52 mô hình (thời điểm 01/7/2025)"."""
        by_day = self.reading.match(self.reading.rules.rule("cues", "time_by_day"), end, end + SINCE * 4)
        if by_day is None:
            return None
        d = next((d for d in self.times.dates if d.span.start <= by_day.end() < d.span.end), None)
        return None if d is None or d.grain == "year" else Period(start=None, end=d.end, cumulative=True)

    def _before_bracket(self, start: int) -> Time | None:
        """The year that a number alone in brackets explains: "tăng 5 mô hình so với năm 2022 (25 mô hình)"."""
        opening = self.reading.view.rfind("(", max(0, start - 3), start)
        if opening < 0 or self.reading.view[opening + 1 : start].strip():
            return None
        d = next((d for d in self.times.dates if d.grain == "year" and 0 <= opening - d.span.end <= 1), None)
        return None if d is None else time_of(d)

    def _told_in_bracket(self, start: int) -> Time | None:
        """The year compared with, where brackets tell its number: "133 mô hình (cùng kỳ năm 2021 là 109 mô hình)"."""
        told = self.reading.rules.rule("cues", "time_of_other")
        t = next((t for t in reversed(self.times.scopes) if t.name and t.to <= start <= t.to + SINCE), None)
        if t is None or (gap := self.reading.match(told, t.to, start + 1)) is None or start - gap.end() > 1:
            return None
        return t if "(" in self.reading.view[max(0, t.at - SINCE) : t.at + 1] else None

    def _is_anothers(self, end: int, t: Time) -> bool:
        """Whether a time behind a number is of something else: of a number in brackets, "317 mô hình (năm ngoái 284)",
        or the words have turned to something else, "công nhận 48 mô hình, đồng thời đề nghị".
        """
        view = self.reading.view
        opening = view.rfind("(", end, t.at)
        if opening >= 0 and ")" not in view[opening : t.at]:
            return self._is_of_bracket(t)
        if "," in view[end : t.at] and _NEXT_COUNT.match(view, t.to) is not None:
            # "toàn huyện có 145 mô hình, năm 2020 công nhận 30"
            return True
        return self.reading.rules.rule("cues", "turn").regex.search(view[end : t.at]) is not None

    def _is_closed(self, t: Time, start: int) -> bool:
        """Whether a time belongs to a number in brackets that close before another: "64 mô hình (năm 2009: 19, năm
        2010: 45), giới thiệu 9"."""
        return self._is_of_bracket(t) and self.reading.view.find(")", t.to, start) >= 0

    def _is_of_bracket(self, t: Time) -> bool:
        """Whether a time stands in brackets with a number of its own: "317 mô hình (năm ngoái 284)"."""
        view = self.reading.view
        opening, closing = view.rfind("(", max(0, t.at - REACH), t.at), view.find(")", t.to, t.to + REACH)
        inside = opening >= 0 and closing >= 0 and ")" not in view[opening : t.at]
        return inside and any(c.isdigit() for c in view[t.to : closing])

    def _in_paragraph(self, sentence: Sentence, planned: bool) -> Time | None:
        first = next(s.start for s in self.reading.sentences if s.paragraph == sentence.paragraph)
        here = [t for t in self.times.scopes if first <= t.at < sentence.start and self.times.is_topic(t, planned)]
        here = [t for t in here if not self._is_of_bracket(t)] or here
        here = [t for t in here if not self._is_beside(t) and not self._is_origin(t)]
        return here[-1] if here else None

    def _is_origin(self, t: Time) -> bool:
        """Whether a year gone by only says where numbers before it come from: "41 mô hình chuyển tiếp từ năm
        2023"."""
        start = self.reading.sentence_at(t.at).start
        is_gone = t.grain == "year" and self.today is not None and t.last < self.today
        return is_gone and self.times.is_since(t, start) and _DIGIT.search(self.reading.view, start, t.at) is not None

    def is_beside(self, start: int) -> bool:
        """Whether a number is one of a year gone by that those before it are compared with."""
        sentence = self.reading.sentence_at(start)
        last = next((t for t in reversed(self.times.scopes) if sentence.start <= t.at and t.to <= start), None)
        return last is not None and self._is_beside(last)

    def _is_beside(self, t: Time) -> bool:
        """Whether a year gone by stands behind the numbers of the year that is told of, to compare them: "Trong năm,
        công nhận 104 mô hình; năm trước là 98. Từ đó, chọn 22"."""
        sentence = self.reading.sentence_at(t.at)
        here = [o for o in self.times.scopes if sentence.start <= o.at < t.at]
        lead = self.reading.view[here[-1].to if here else sentence.start : t.at].rstrip()
        if t.years != 1 or lead[-1:] not in {";", ","} or _DIGIT.search(lead) is None:
            return False
        told = here[-1] if here else self._in_paragraph(sentence, planned=False)
        told = told or self._of_article(sentence, planned=False)
        return told is not None and told.years == 1 and told.first[:4] > t.first[:4]

    def _of_opener(self, sentence: Sentence, planned: bool) -> Time | None:
        """What the line says that leads to a list: "Bước sang năm 2021, huyện đặt ra:" over items of their own."""
        opener = self.headings.openers.get(sentence.paragraph)
        if opener is None:
            return None
        named = [t for t in self.times.scopes if opener.start <= t.at < opener.end and self.times.is_topic(t, planned)]
        return named[-1] if named else self._in_paragraph(opener, planned)

    def _of_article(self, sentence: Sentence, planned: bool) -> Time | None:
        """The first period of the title, else of the lead, else the last one named before in the body.

        For a plan the last period yet to come that was named before it: "Phương hướng năm 2023" over a list.
        """
        fitting = [t for t in self.times.scopes if self.times.is_topic(t, planned) and not t.edge]
        before = [t for t in fitting if t.at < sentence.start]
        if planned:
            coming = [t for t in before if self.today is None or t.ahead or t.first > self.today]
            if coming:
                return coming[-1]
        for kind in ("title", "lead"):
            named = [t for t in fitting if self.reading.part_at(t.at) == kind]
            if named:
                return self._newest_year(named)
        if not before and self.reading.part_at(sentence.start) == "title":
            return next((t for t in fitting if t.at < self._opening_ends), None)
        return before[-1] if before else None

    def _newest_year(self, named: Sequence[Time]) -> Time:
        """The first of some times; where that is a year gone by, the one that tells of the running year: "Năm 2016 có
        38 mô hình; 5 tháng đầu năm 2017 có 22"."""
        first, year = named[0], (self.today or "")[:4]
        if first.years != 1 or first.last[:4] >= year:
            return first
        return next((t for t in named if t.years == 1 and t.first[:4] == year), first)

    @cached_property
    def _opening_ends(self) -> int:
        """Where the first paragraph of the body that bears a number ends: what a title counts has the time it tells."""
        view = self.reading.view
        told = (s for s in self.reading.sentences if self.reading.part_at(s.start) not in {"title", "lead"})
        opening = next((s for s in told if s.end - s.start >= _TELLING and _DIGIT.search(view, s.start, s.end)), None)
        if opening is None:
            return 0
        return max(s.end for s in self.reading.sentences if s.paragraph == opening.paragraph)


def load_periods(reading: Reading, dates: Sequence[Date]) -> Periods:
    """The look-up for one article; publication and document dates scope nothing."""
    usable = [d for d in dates if d.role not in {"publication", "document"} and not _is_turn(d)]
    times = Times(reading, tuple(sorted(usable, key=lambda d: d.span.start)))
    return Periods(reading, times, Headings(reading, times))


def _is_turn(d: Date) -> bool:
    """Whether a date only points from the time of what it is compared with: "so với năm trước" names no time itself."""
    return d.role == "other" and d.inferred and not any(c.isdigit() for c in d.span.text)
