"""The date of publication: which of the dates that stand on lines of their own it is, and which is the page's clock.

Source: constructions.md 2.4 and case 8; contract, ruling 7.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import regex

from danvan.ingest.lines import Block
from danvan.match import Match
from danvan.ruleset import RuleSet

_NAME_LIKE = regex.compile(r"(?:\p{Lu}[\w'.-]{0,12}(?:\s{0,3}[-,&/]\s{0,3}|\s{1,3}(?:và\s)?|$)){1,9}")
_EDGE = " \t,.;:|-()[]/\\*•·–_&'\"+>«»="
_DATELINE = regex.compile(r"[^,\n]{2,40},\s{0,3}ngày\s")
_DAY_MONTH = regex.compile(
    r"(?<![\d/.,-])(0?[1-9]|[12]\d|3[01])\s{0,1}[/.-]\s{0,1}(0?[1-9]|1[0-2])(?:\s{0,1}[/.-]\s{0,1}(20\d\d))?(?![\d/])"
)
_MONTH = regex.compile(r"(?i)(?<!\w)tháng\s{1,2}(0?[1-9]|1[0-2])(?![\d/.-]|\s{0,2}(?:năm|/|-)\s{0,2}\d)")
_YEAR = regex.compile(r"(?<![\d.,])(20\d\d)(?!\d|[.,]\d)")
_REPORTED = regex.compile(
    r"(?:\d{1,2}\s{1,2}tháng(?:\s{1,2}(?:đầu|cuối|của))?|quý\s{1,2}\w{1,3}|(?:tổng|sơ)\skết[^.\n]{0,60}?"
    r"|toàn\s(?:tỉnh|huyện|xã)[^.\n]{0,30}?)\s{0,2}năm\s{1,2}20\d\d(?!\d)",
    regex.IGNORECASE,
)
"""A year that the text reports of; other years it may merely remember."""
_ANNOUNCED = 3
"""Days that an event may lie ahead of publication; the day of a visit to the page never lies before an event."""
_BESIDE = ("when.", "clock.", "label.", "today.", "byline.", "counter.", "furniture.", "inline.")
_CUTS = regex.compile(r"\s{2,}|\s[-/]\s|[|•·;()\[\]\n]|,\s")
"""What parts the pieces of a line of date, section, author and counters."""
_LINE_LIMIT = 140
_COUNTS = regex.compile(r"[\s|/-]{0,5}(?:\d{1,3}(?:[.,]\d{3}){1,2}|\d{1,7})(?:[\s|/-]{1,5}\d{1,7}){0,2}\s{0,3}$")
"""Bare counts of views and comments at the end of a line: "19/01/2024 23:08 160"."""
_OWN_COUNTS = regex.compile(r"(?i)xem|đọc|view|hits?\b")
"""Counters of one article; the others count the visitors of the site."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that stands on a line of its own: block `index`, characters [start, end) of the cleaned text.

    `labelled`: the line says that it is the day of publication. `today`: it says that it is the day of the visit.
    `beside_menu`: menu, name or telephone of the site stand on it too. `counted`: how often the article was read stands
    on it, which no clock of a page has beside it. `author`: the name beside it.
    """

    index: int
    day: date
    clock: tuple[int, int] | None
    seconds: bool
    weekday: bool
    labelled: bool
    today: bool
    beside_menu: bool
    counted: bool
    author: str | None
    start: int
    end: int

    @property
    def iso(self) -> str:
        return self.day.isoformat() + (f"T{self.clock[0]:02d}:{self.clock[1]:02d}" if self.clock else "")


def read_stamp(index: int, block: Block, rules: RuleSet) -> Stamp | None:
    """The date of a block that holds nothing but a date with what belongs to it, and perhaps a name."""
    if not block.of("when.") or block.closed or block.of("imprint.licence"):
        return None
    left = _without_counts(block).strip(_EDGE)
    if not left:
        return _stamp(index, block, None)
    if _NAME_LIKE.fullmatch(left) and len(left) <= 60:
        named = len(left.split()) > 1 and not block.of("byline.source") and not _DATELINE.match(block.view)
        return _stamp(index, block, left if named else None)
    if not block.without(*_BESIDE, "nav.", "site.", "imprint.").strip(_EDGE):
        return _stamp(index, block, None)
    said = block.of("label.", "byline.by", "byline.source")
    if said and len(left.split()) <= 8 and block.length <= 120:
        return _stamp(index, block, None)
    return _stamp_among_pieces(index, block, rules)


def _without_counts(block: Block) -> str:
    """The line without date, clock and what else belongs there, nor bare counts behind them."""
    left = block.without(*_BESIDE)
    last = max(m.end for m in block.of("when.", "clock."))
    counts = _COUNTS.search(left, last)
    return left[: counts.start()] if counts else left


def _stamp_among_pieces(index: int, block: Block, rules: RuleSet) -> Stamp | None:
    """The date of a line of several short pieces, each a name, an office, a section of the site or a number of issue.

    "14/01/2022 14:20 | Chính trị - Xã hội | Lê Hoa", "Hoàng Nam - Trung tâm VHTT huyện | 14/01/2022".
    """
    if block.length > _LINE_LIMIT or block.bulleted:
        return None
    pieces = [piece for p in _CUTS.split(_without_counts(block)) if (piece := p.strip(_EDGE))]
    known = (*rules.starting("layout", "piece."), *rules.starting("layout", "nav."))
    names = [p for p in pieces if not any(rule.regex.fullmatch(p) for rule in known)]
    if len(pieces) > 5 or any(len(p) > 45 or not _NAME_LIKE.fullmatch(p) for p in names):
        return None
    if not names and len(pieces) == 1 and not _stands_apart(block):
        return None
    named = [p for p in names if len(p.split()) > 1] if not block.of("byline.source") else []
    return _stamp(index, block, named[0] if len(named) == 1 and len(pieces) > 1 else None)


def _stands_apart(block: Block) -> bool:
    """Whether the date begins or ends the line: else it may belong to what the line says."""
    marks = block.of("when.", "clock.", "byline.weekday", "label.")
    return min(m.start for m in marks) <= 3 or max(m.end for m in marks) >= block.length - 3


def read_loose_stamp(index: int, block: Block) -> Stamp | None:
    """The date and clock at the end of a short line under the title, whatever else the line says.

    "Bút ký của Lê Hoa, cuối năm 2014| 05/12/2014 09:31".
    """
    whens, clocks = block.of("when."), block.of("clock.")
    if not whens or not clocks or block.closed or block.length > 110:
        return None
    rest = block.view[max(whens[-1].end, clocks[-1].end) :]
    return None if rest.strip(_EDGE) else _stamp(index, block, None)


def _stamp(index: int, block: Block, author: str | None) -> Stamp | None:
    whens = block.of("when.")
    when = min((w for w in whens if w.rule.id != "when.short_year"), key=lambda w: w.start, default=whens[0])
    clocks = [c for c in block.of("clock.") if c.end <= when.start or when.end <= c.start]
    weekday, labelled = bool(block.of("byline.weekday")), bool(block.of("label."))
    day = _day(block.view, when)
    if day is None or (when.rule.id == "when.short_year" and not (clocks or labelled or weekday)):
        return None
    return Stamp(
        index,
        day,
        _clock(block.view, clocks[0]) if clocks else None,
        any("second" in c.groups for c in clocks),
        weekday,
        labelled,
        bool(block.of("today.")) and not labelled,
        bool(block.of("furniture.phone", "furniture.mail", "nav.", "site.", "imprint.")),
        counts_readers(block),
        author,
        block.start + when.start,
        block.start + when.end,
    )


def is_dateline(block: Block) -> bool:
    """Whether the line is the place and day of a document: "Vĩnh Thạnh, ngày 28 tháng 11 năm 2014"."""
    return bool(block.of("when.")) and not block.closed and _DATELINE.match(block.view) is not None


def counts_readers(block: Block) -> bool:
    """Whether the line says how often the article was read."""
    return any(_OWN_COUNTS.search(block.view, m.start, m.end) for m in block.of("counter.views"))


def lone_clock(block: Block) -> tuple[int, int] | None:
    """The time of day on a line that holds nothing else: it completes a date on the line above or below."""
    clocks = block.of("clock.")
    if len(clocks) != 1 or block.of("when.") or block.without("clock.", "byline.", "label.").strip(_EDGE):
        return None
    return _clock(block.view, clocks[0])


def _day(view: str, when: Match) -> date | None:
    year, name = int(when.text(view, "year") or 0), when.text(view, "name")
    month = _month(name, when.rule.gives) if name else int(when.text(view, "month") or 0)
    try:
        return date(year + 2000 if year < 100 else year, month, int(when.text(view, "day") or 0))
    except ValueError:
        return None


def _month(name: str, months: Mapping[str, int]) -> int:
    """1 to 12 for "Tháng Mười Một", "Nov", "November"; 0 where the rule has no such month."""
    word = " ".join(name.lower().rstrip(".").split()).removeprefix("tháng ")
    return months.get(word) or months.get(word[:3], 0)


def _clock(view: str, clock: Match) -> tuple[int, int] | None:
    hour, minute = int(clock.text(view, "hour") or 0), int(clock.text(view, "minute") or 0)
    half = (clock.text(view, "half") or "").lower()
    if half in {"ch", "pm", "chiều", "tối"} and hour < 12:
        hour += 12
    elif half in {"sa", "am", "sáng"} and hour == 12:
        hour = 0
    return (hour % 24, minute)


def choose(
    stamps: Sequence[Stamp],
    title: int | None,
    first: int,
    last: int,
    text: str,
    *,
    beside: Collection[int],
    named: bool = False,
) -> Stamp | None:
    """The stamp of publication; None where the page has only its clock.

    `title` is the title's block, `first` and `last` are those of the first and the last paragraph, `text` is the view
    of the article without the stamps, `beside` are the blocks right over the title. Under the title goes before the end
    of the article, that before what stands over the title; of several the labelled one, then the earliest, for a clock
    runs on. `named`: the page says of all of them that they are no clock.
    """
    head = first if title is None else title
    able = [s for s in stamps if not s.today]
    if named:
        labelled = [s for s in able if s.labelled] or able
        best = min(labelled, key=lambda s: (s.day, s.index), default=None)
        return best if best is None or _is_plausible(best, text) else None
    under = [s for s in able if head < s.index < first]
    tail = [s for s in able if s.index > last and _may_stand_at_the_end(s, text)]
    over = [s for s in able if s.index < head and not s.beside_menu]
    if len({s.day for s in over}) < 2:
        over = [s for s in over if _may_stand_over_title(s, text, s.index in beside)]
    for group in (under, tail, over):
        labelled = [s for s in group if s.labelled] or group
        if labelled:
            best = min(labelled, key=lambda s: (s.day, s.index))
            return best if _is_plausible(best, text) else None
    return None


def _may_stand_over_title(stamp: Stamp, text: str, beside: bool) -> bool:
    """A date over the title is the page's clock, unless it is labelled, or a minute that fits the events.

    Báo Ấp Bắc prints "Thứ Năm, 16/07/2020, 17:44 (GMT+7)" over the title; pages that were fetched later do the same.
    """
    if stamp.labelled or stamp.author or stamp.counted:
        return True
    if stamp.clock is None and not stamp.weekday and (stamp.index == 0 or beside):
        # a bare day on the first line of all or right over the title: clocks of a page tell the weekday or the hour
        return True
    return stamp.clock is not None and not stamp.seconds and _fits_an_event(stamp.day, text, 5 if stamp.weekday else 10)


def _may_stand_at_the_end(stamp: Stamp, text: str) -> bool:
    """A bare date in the foot may be a clock too, unless it fits the events."""
    return (
        stamp.labelled
        or stamp.author is not None
        or not (stamp.weekday or stamp.seconds)
        or _fits_an_event(stamp.day, text)
    )


def _is_plausible(stamp: Stamp, text: str) -> bool:
    """Whether an article of this text may be of that day: not where all years that it names are long past.

    A portal that was moved shows the day of the move, a page without a date that of the visit. A story that merely
    remembers years ("trận lũ tháng 10 năm 2020") reports of none, and the months without a year that it names fit.
    """
    years = {int(y) for y in _YEAR.findall(text)}
    past = 2 if stamp.labelled else 1
    if len(years) < 2 or stamp.day.year - max(years) <= past or _fits_an_event(stamp.day, text):
        return True
    if _REPORTED.search(text):
        return False
    months = [int(m) for m in _MONTH.findall(text)] + [int(m) for _, m, y in _DAY_MONTH.findall(text) if not y]
    return not months or any((stamp.day.month - m) % 12 <= 1 for m in months)


def _fits_an_event(day: date, text: str, within: int = 10) -> bool:
    """Whether the text names a day that is this one, at most `within` days before it or just announced."""
    for match in _DAY_MONTH.finditer(text):
        d, m, y = match.groups()
        for year in (int(y),) if y else (day.year, day.year - 1):
            try:
                if -_ANNOUNCED <= (day - date(year, int(m), int(d))).days <= within:
                    return True
            except ValueError:
                continue
    return False
