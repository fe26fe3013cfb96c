"""The period of a figure or a sum, by an explainable order: its clause, its sentence, its paragraph, the article.

Source: constructions.md 1.8; contract rulings 6, 17 and 18.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from danvan.link.cues import cues
from danvan.match import Match
from danvan.reading import Reading
from danvan.records import Date, Period
from danvan.text.segment import Sentence

_SCOPES = {"period", "event"}


@dataclass(frozen=True)
class Periods:
    """Period look-up over one article: its dates that can be a scope, by place in the text."""

    reading: Reading
    dates: tuple[Date, ...]

    def of(self, start: int, end: int, *, planned: bool = False) -> Period | None:
        """The period of what stands at [start, end), None where the article gives none."""
        return self.own(start, end, planned=planned) or self.carried(start, planned=planned)

    def own(self, start: int, end: int, *, planned: bool = False) -> Period | None:
        """The period that the sentence itself gives, None where it gives none."""
        sentence = self.reading.sentence_at(start)
        cue = self._cue(sentence, start, end)
        time = cue.rule.gives["time"] if cue is not None else None
        if cue is not None and time == "stock":
            return self._stock(sentence, start, cue)
        if cue is not None and time == "merger" and (merged := self._merged(cue)) is not None:
            return merged
        if cue is not None and time == "until" and (until := self._until(sentence, cue)) is not None:
            return until
        named = self._in_sentence(sentence, start, end, planned)
        if named is not None:
            return _period(named)
        return self._year(sentence, str(time)) if time in {"this_year", "last_year"} else None

    def carried(self, start: int, *, planned: bool = False) -> Period | None:
        """The period last named before the sentence in its paragraph, else that of the article."""
        sentence = self.reading.sentence_at(start)
        key = (sentence.start, planned)
        if key not in self._carried:
            found = self._in_paragraph(sentence, planned) or self._of_article(sentence, planned)
            self._carried[key] = None if found is None else _period(found)
        return self._carried[key]

    def named_between(self, start: int, end: int) -> bool:
        """Whether a period is named in [start, end)."""
        return any(start <= d.span.start < end for d in self._scopes)

    def at(self, offset: int) -> Period | None:
        """The period of what stands at one offset."""
        return self.of(offset, offset)

    def names_own(self, item: tuple[int, int]) -> bool:
        """Whether a stretch of the text names a period of its own."""
        return self.in_item(item) is not None

    def in_item(self, item: tuple[int, int]) -> Period | None:
        """The period that the words of one number of a list name: "trong đó 6 mô hình đăng ký mới năm 2023"."""
        for d in self._scopes:
            if item[0] <= d.span.start and d.span.end <= item[1]:
                before = self.reading.view[max(item[0], d.span.start - 12) : d.span.start]
                if self.reading.rules.rule("cues", "since").regex.search(before) is None:
                    return _period(d)
        return None

    def _cue(self, sentence: Sentence, start: int, end: int) -> Match | None:
        """The time cue nearest before the number, else the first behind it in the clause."""
        found = cues(self.reading, "time.", sentence.start, sentence.end)
        before = [m for m in found if m.end <= start]
        if before:
            nearest = before[-1]
            later = [
                d for d in self._scopes if nearest.end <= d.span.start < start and d.span.start >= sentence.start
            ]
            if nearest.rule.gives["time"] == "until":
                # "đến tháng 6 năm 2023 có 19 mô hình; riêng năm 2022 xây dựng 7": the day of the cue is no later date
                later = later[1:] if later and later[0].span.start <= nearest.end + 6 else later
                later = [d for d in later if ";" in self.reading.view[nearest.end : d.span.start]]
            if later:
                return None
            return nearest
        if any(sentence.start <= d.span.start < start for d in self._scopes):
            # "Nếu như năm 2016 mới có 28 mô hình thì đến cuối năm 2022 đã có 140"
            return None
        cut = self.reading.view.find(";", end, sentence.end)
        behind = [m for m in found if end <= m.start < (sentence.end if cut < 0 else cut) and m.start - end < 60]
        return behind[0] if behind and "," not in self.reading.view[end : behind[0].start] else None

    def _stock(self, sentence: Sentence, start: int, cue: Match) -> Period:
        anchor = self.reading.draft.anchor
        end = anchor.isoformat() if anchor else None
        said = next((d for d in self.dates if d.span.start <= cue.start < d.span.end and d.grain == "span"), None)
        if said is not None:
            return _period(said)
        spans = [
            d
            for d in self.dates
            if sentence.start <= d.span.start < start
            and d.grain == "span"
            and d.role in _SCOPES
            and d.start[:4] != d.end[:4]
        ]
        year = self._year_of_sentence(sentence, start)
        if not spans and year is not None and end is not None and year.start <= end <= year.end:
            return Period(start=year.start, end=end)
        if spans and spans[-1].start < (end or "9"):
            return Period(start=spans[-1].start, end=end or spans[-1].end, cumulative=True)
        raised = self._in_sentence(sentence, start, start, planned=False)
        if cue.rule.gives.get("raised") and raised is not None and end is not None and raised.end < end:
            # "năm 2022 xây dựng 124 mô hình, nâng tổng số lên 412": the sum of the end of that year
            return Period(start=None, end=raised.end, cumulative=True)
        if end is None:
            newest = self._newest_day()
            end = newest
        return Period(start=None, end=end, cumulative=True)

    def _merged(self, cue: Match) -> Period | None:
        """The stock of the units that were merged, in articles written after the merger."""
        day, anchor = cue.rule.gives["day"], self.reading.draft.anchor
        if anchor is None or anchor <= day:
            return None
        return Period(start=None, end=day.isoformat(), cumulative=True)

    def _newest_day(self) -> str | None:
        days = [d.end for d in self.dates if d.grain == "day" and d.role == "event"]
        return max(days, default=None)

    def _year_of_sentence(self, sentence: Sentence, before: int) -> Date | None:
        """The year that opens the sentence: "Năm 2022, ... đến nay có" counts within that year."""
        years = [
            d for d in self.dates if sentence.start <= d.span.start < before and d.grain == "year" and d.role in _SCOPES
        ]
        return years[-1] if years else None

    def _until(self, sentence: Sentence, cue: Match) -> Period | None:
        """ "Tính đến ngày 30/6/2023": stock with that end; the dateline's own reading of the words decides the day."""
        for d in self.dates:
            if cue.start <= d.span.start <= cue.end + 6 or d.span.start <= cue.start < d.span.end:
                if d.grain == "span" and d.start[:4] != d.end[:4]:
                    return Period(start=d.start, end=d.end, cumulative=True)
                if d.grain == "year" and self.reading.lower[cue.start : cue.end] == "đến":
                    return _period(d)
                year = self._year_of_sentence(sentence, cue.start)
                if year is not None and year.start <= d.end <= year.end and d is not year:
                    return Period(start=year.start, end=d.end)
                return Period(start=None, end=d.end, cumulative=True)
        return None

    @cached_property
    def _scopes(self) -> tuple[Date, ...]:
        """The dates that can be the period of something, in order of the text."""
        return tuple(
            d for d in self.dates if d.role == "period" or (d.role in _SCOPES and d.grain not in {"day", "week"})
        )

    @cached_property
    def _today(self) -> str | None:
        anchor = self.reading.draft.anchor
        return None if anchor is None else anchor.isoformat()

    @cached_property
    def _carried(self) -> dict[tuple[int, bool], Period | None]:
        """What `carried` has told, by the start of the sentence and whether of a plan."""
        return {}

    def _in_sentence(self, sentence: Sentence, start: int, end: int, planned: bool) -> Date | None:
        here = [d for d in self._scopes if sentence.start <= d.span.start < sentence.end]
        before = [d for d in here if d.span.end <= start and self._fits(d, planned)]
        own = [d for d in before if ";" not in self.reading.view[d.span.end : start]]
        if before and not own:
            # "biểu dương 5 mô hình qua 5 năm ...; 8 mô hình năm 2023": each clause of a list has its own time
            cut = self.reading.view.find(";", end, sentence.end)
            limit = sentence.end if cut < 0 else cut
            own = [d for d in here if end <= d.span.start < limit and self._fits(d, planned)][:1]
        if before:
            return (own or before)[-1]
        behind = [d for d in here if d.span.start >= end and self._fits(d, planned)]
        if behind and not any(c in self.reading.view[end : behind[0].span.start] for c in ";"):
            return behind[0]
        return None

    def _fits(self, d: Date, planned: bool) -> bool:
        """A report of what is done does not cover days that lie after it; a plan does not lie before it."""
        if self._today is None:
            return True
        return d.end >= self._today if planned else d.start <= self._today

    def _in_paragraph(self, sentence: Sentence, planned: bool) -> Date | None:
        starts = [s.start for s in self.reading.sentences if s.paragraph == sentence.paragraph]
        here = [d for d in self._scopes if starts[0] <= d.span.start < sentence.start and self._fits(d, planned)]
        return here[-1] if here else None

    def _of_article(self, sentence: Sentence, planned: bool) -> Date | None:
        """The first period of the title, else of the lead, else the last one named before in the body."""
        fitting = [d for d in self._scopes if self._fits(d, planned)]
        for kind in ("title", "lead"):
            named = [d for d in fitting if self.reading.part_at(d.span.start) == kind]
            if named:
                return named[0]
        before = [d for d in fitting if d.span.start < sentence.start]
        return before[0] if before else None

    def _year(self, sentence: Sentence, time: str) -> Period | None:
        """ "trong năm", "năm qua": the year last named in the paragraph or article, else by the day of publication."""
        named = self._in_paragraph(sentence, False) or self._of_article(sentence, False)
        if named is not None and named.start[:4] == named.end[:4]:
            return _whole_year(int(named.start[:4]))
        anchor = self.reading.draft.anchor
        if anchor is None:
            return None
        return _whole_year(anchor.year - 1 if time == "last_year" and anchor.month <= 3 else anchor.year)


def load_periods(reading: Reading, dates: Sequence[Date]) -> Periods:
    """The look-up for one article; publication and document dates scope nothing."""
    usable = sorted((d for d in dates if d.role not in {"publication", "document"}), key=lambda d: d.span.start)
    return Periods(reading, tuple(usable))


def _period(d: Date) -> Period:
    return Period(start=d.start, end=d.end, cumulative=d.start[:4] != d.end[:4])


def _whole_year(year: int) -> Period:
    return Period(start=date(year, 1, 1).isoformat(), end=date(year, 12, 31).isoformat())
