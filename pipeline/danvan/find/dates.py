"""Finds every date, period and span of time. What a date looks like and what sets its role stands in rules/dates.toml.

Reading goes in three turns: rules give stretches of days, of stretches that overlap the longest stays, and the words
around each one set its role. Where an article has no day of publication the newest full date in its body stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast

from danvan.confidence import confidence
from danvan.errors import RuleError
from danvan.find.stretches import ELSEWHERE, REACH, READERS, Parts, Refusal, Source, Stretch, around, cues
from danvan.link.anchors import month_end, years_before
from danvan.match import ALONE, Match, find, inside, unmark
from danvan.reading import Reading, Rejection
from danvan.records import Date, Role
from danvan.ruleset import Rule, RuleSet
from danvan.text.view import fold_lower, fold_view

LEADS: Mapping[str, re.Pattern[str]] = {
    "day": re.compile(r"(?:(?<![\w/.,-])|(?<=ngày)|(?<=[/.-]\d{4}-))\d{1,2}(?=\s{0,3}[/.-]|\s{1,3}(?:đến|và|tháng)\s)"),
    "year": re.compile(r"(?<![\w/.,-])(?:19|20)\d\d(?!\d)"),
}
"""Where a rule with gives.lead may start, always the first digit of a number: one scan instead of one a rule."""

_NUMBER = re.compile(r"\d+")

UP_TO_ANCHOR = frozenset({"since", "since_new_year", "past", "programme", "first_months"})
"""Shapes of stretches that end at the day of publication."""

HALF_YEAR = timedelta(days=182)
"""The day of that name nearest to a known day lies at most so far ahead of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of days and its characters [start, end), not yet a record."""

    start: int
    end: int
    rule: Rule
    days: Stretch
    role: Role = "event"


def find_dates(reading: Reading) -> tuple[Date, ...]:
    """Every date of an article, in the order of the text; each mention is a record of its own.

    The day of publication has role publication. Other dates in the byline belong to the page, not to the article.
    """
    draft = reading.draft
    skipped = [(p.start, p.end) for p in draft.parts if p.kind in {"byline", "author"}]
    if draft.published_span is not None:
        skipped.append(draft.published_span)
    found, refused = scan(
        Source(reading.lower, reading.rules, draft.anchor, tuple((p.start, p.end) for p in draft.parts)), skipped
    )
    for refusal in refused:
        reading.reject(refusal.start, refusal.end, refusal.rule, refusal.reason)
    records = [_record(reading, one) for one in found]
    if draft.published_span is not None and draft.anchor is not None:
        records.append(_publication(reading, draft.published_span, draft.anchor))
    return tuple(sorted(records, key=lambda d: d.span.start))


def _record(reading: Reading, found: Found) -> Date:
    return Date(
        rule=found.rule.id,
        confidence=confidence(reading.rules, "date", found.rule.id, 0.8 if found.days.inferred else 0.95),
        start=found.days.first.isoformat(),
        end=found.days.last.isoformat(),
        grain=found.days.grain,
        role=found.role,
        inferred=found.days.inferred,
        span=reading.span(found.start, found.end),
    )


def _publication(reading: Reading, span: tuple[int, int], day: date) -> Date:
    rule = "date.publication"
    return Date(
        rule=rule, confidence=confidence(reading.rules, "date", rule, 0.95), start=day.isoformat(), end=day.isoformat(),
        grain="day", role="publication", span=reading.span(*span),
    )  # fmt: skip


def scan(source: Source, skipped: Sequence[tuple[int, int]] = ()) -> tuple[list[Found], list[Rejection]]:
    """The dates of a text in order, and what only looked like one. Nothing inside `skipped` is read.

    Where the source has no anchor, a first reading finds the full dates, and the newest event of them is the anchor;
    without one papers, anniversaries and years tell the year.
    """
    matches = [m for m in _matches(source) if not inside(m.start, m.end, skipped)]
    found, refused = _read(source, matches)
    if source.anchor is None and (anchor := _newest_event(found)) is not None:
        found, refused = _read(replace(source, anchor=anchor), matches)
    elif source.anchor is None and (hint := _year_hint(source, found)) is not None:
        found, refused = _read(replace(source, anchor=hint[0], told=hint[1]), matches)
        # the hint tells the year and not the day: nothing ends there
        found = [f for f in found if f.rule.gives["shape"] not in UP_TO_ANCHOR]
    return found, refused


def _newest_event(found: Sequence[Found]) -> date | None:
    """The newest full day of an event; None where the text has none."""
    days = [f.days.last for f in found if f.role == "event" and f.days.grain in {"day", "span"} and not f.days.inferred]
    return max(days, default=None)


def _year_hint(source: Source, found: Sequence[Found]) -> tuple[date, int | None] | None:
    """A day that gives the days without a year that of the article, and the newest year that is told of where that is
    what tells it; None where the text names no year.

    Papers and anniversaries lie near the day of the article on either side, so half a year is added. Else it is the
    newest year that is told of; where the next one is planned for, the end of its first quarter: such a meeting is
    held around New Year. Then come stages of several years, and years that a stock or a feast is of; a term of office
    tells only the year of the congress that opens it.
    """
    written = [f for f in found if not f.days.inferred and (f.days.last - f.days.first).days < 366]
    near = [f.days.last for f in written if f.days.grain == "day" and f.role in {"document", "other"}]
    years = [f for f in written if f.days.grain != "day" and f.role in {"period", "event"}]
    planned = {f.days.last.year for f in years if source.cue("plan.", f.start, f.end)}
    told = {f.days.last.year for f in years} - planned or planned
    newest = max(near, default=None)
    if newest is not None and newest.year >= max(told, default=0):
        return newest + HALF_YEAR, None
    if told:
        last = max(told)
        return (date(last + 1, 3, 31) if last + 1 in planned else date(last, 12, 31)), last
    stretches = [f for f in found if f.role == "period" and f.rule.gives["shape"] == "year_range"]
    terms = [f for f in stretches if source.cue("term.", _digits(source, f), f.end)]
    # "Tổng kết giai đoạn 2020 - 2025, sáng 28-10": such a meeting is held in the last year or around New Year
    stages = {f.days.last.year for f in stretches if f not in terms}
    if stages:
        return date(max(stages) + 1, 3, 31), None
    feasts = (f for f in found if f.role == "other" and f.days.grain == "year")
    named = {f.days.last.year for f in feasts if not source.cue("role.compared", f.start, f.end, **_about(f))}
    opened = {f.days.first.year for f in terms if source.cue("congress.", f.start, f.end)}
    year = max(named | opened, default=None)
    return None if year is None else (date(year, 12, 31), None)


def _digits(source: Source, one: Found) -> int:
    """Where the years of a date begin, behind its label."""
    return next((m.start() for m in _NUMBER.finditer(source.lower, one.start, one.end)), one.start)


def _matches(source: Source) -> Iterator[Match]:
    numbers = [m.start() for m in _NUMBER.finditer(source.lower)]
    starts = {lead: [n for n in numbers if pattern.match(source.lower, n)] for lead, pattern in LEADS.items()}
    for rule in cues(source.rules, "date."):
        if "lead" in rule.gives:
            yield from _at(rule, source.lower, starts[rule.gives["lead"]])
        else:
            yield from find(rule, source.lower, source.lower)


def _at(rule: Rule, lower: str, starts: Iterable[int]) -> Iterator[Match]:
    begins, whole = (rule.lower or rule.regex).match, len(lower)
    for start in starts:
        if hit := begins(lower, start, whole, *ALONE):
            groups = {name: span for name in rule.groups if (span := hit.span(name))[0] >= 0}
            yield Match(rule, hit.start(), hit.end(), groups)


def _read(source: Source, matches: Iterable[Match]) -> tuple[list[Found], list[Rejection]]:
    kept: list[tuple[int, int, list[Found]]] = []
    refused: list[Rejection] = []
    for match in matches:
        found = _found(source, match)
        if isinstance(found, Refusal):
            if found.reason:
                refused.append(Rejection(match.start, match.end, match.rule.id, found.reason))
            if found.blocks:
                kept.append((match.start, match.end, []))
        else:
            kept.append((found[0].start, found[-1].end, found))
    chosen = [one for group in _settled(kept) for one in group]
    for one in list(chosen):
        if cue := _ruled_out(source, one):
            refused.append(Rejection(one.start, one.end, cue.id, cue.source))
            chosen.remove(one)
    chosen.sort(key=lambda f: f.start)
    told = [Found(f.start, f.end, f.rule, f.days, _role(source, f)) for f in chosen]
    return [_of_year_told(source, one, told) for one in _tie_programmes(source, told)], refused


def _settled(groups: Iterable[tuple[int, int, list[Found]]]) -> Iterator[list[Found]]:
    """Of groups that overlap the longest, of equally long ones the earlier rule."""
    taken: list[tuple[int, int]] = []
    for start, end, group in sorted(groups, key=lambda g: g[0] - g[1]):
        at = bisect_right(taken, (start, end))
        if (at > 0 and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end):
            continue
        taken.insert(at, (start, end))
        yield group


def _ruled_out(source: Source, one: Found) -> Rule | None:
    hit = source.cue("not.", one.start, one.end, **_about(one))
    return hit[0] if hit else None


def _role(source: Source, one: Found) -> Role:
    hit = source.cue("role.", one.start, one.end, **_about(one))
    return cast(Role, (hit[0] if hit else one.rule).gives["role"])


def _about(one: Found) -> dict[str, object]:
    return {"grains": one.days.grain, "inferred": one.days.inferred, "shapes": one.rule.gives["shape"]}


def _found(source: Source, match: Match) -> list[Found] | Refusal:
    gives = match.rule.gives
    reader = READERS.get(gives.get("shape", ""))
    if reader is None:
        what = f"no shape {gives.get('shape')!r}; it is one of {', '.join(READERS)}"
        raise RuleError(f"{match.rule.origin}: rule {match.rule.id!r}: {what}")
    if gives.get("needs_cue") and not source.cue("cue.", match.start, match.end, shapes=gives["shape"]):
        return ELSEWHERE
    outcome = reader(Parts(match, source))
    if isinstance(outcome, Refusal):
        return outcome
    if isinstance(outcome, Stretch):
        start = _with_label(source, match, outcome)
        closes = "(" in source.lower[start : match.start] and source.lower.startswith(")", match.end)
        return [Found(start, match.end + closes, match.rule, outcome)]
    return [Found(start, end, match.rule, stretch) for start, end, stretch in outcome]


def _with_label(source: Source, match: Match, days: Stretch) -> int:
    hit = source.cue("label.", match.start, match.end, grains=days.grain, shapes=match.rule.gives["shape"])
    return match.start if hit is None else cast(int, hit[1].start())


def _tie_programmes(source: Source, found: list[Found]) -> list[Found]:
    """ "10 năm thực hiện Nghị quyết … ngày 03/6/2013" runs from that day to the meeting that the sentence tells of."""
    return [_tied(source, one, found) if one.rule.gives["shape"] == "programme" else one for one in found]


def _tied(source: Source, one: Found, found: Sequence[Found]) -> Found:
    nearby = [
        f
        for f in found
        if abs(f.start - one.start) < REACH and f.days.grain == "day" and _same_sentence(source, f, one)
    ]
    paper = next((f.days.first for f in nearby if f.start > one.start and f.role == "document"), None)
    meeting = next((f.days.last for f in reversed(nearby) if f.start < one.start and f.role == "event"), one.days.last)
    count = one.days.last.year - one.days.first.year
    first = paper if paper is not None and abs(meeting.year - paper.year - count) <= 1 else years_before(meeting, count)
    return replace(one, days=replace(one.days, first=first, last=meeting)) if first < meeting else one


def _of_year_told(source: Source, one: Found, found: Sequence[Found]) -> Found:
    """ "Năm 2018 xây 30 căn, riêng 6 tháng đầu năm 12 căn" in January 2019: months of the year told of."""
    is_part = one.days.inferred and one.rule.gives["shape"] in {"half", "months_of_year"}
    if not is_part or source.anchor is None or one.days.last <= source.anchor:
        return one
    years = [f.days.first.year for f in found if f.end <= one.start and f.days.grain == "year" and not f.days.inferred
             and _same_sentence(source, f, one)]  # fmt: skip
    if not years or years[-1] != one.days.first.year - 1 or source.cue("plan.", one.start, one.end):
        return one
    last = month_end(years[-1], one.days.last.month)
    return replace(one, days=replace(one.days, first=one.days.first.replace(year=years[-1]), last=last))


def _same_sentence(source: Source, one: Found, other: Found) -> bool:
    first, second = sorted((one, other), key=lambda f: f.start)
    between = source.lower[first.end : second.start]
    return "\n" not in between and ". " not in between


# ------------------------------------------------------------------------------------------------------ proving a rule


def prove_date(rule: Rule, example: Mapping[str, Any], rules: RuleSet) -> str | None:
    """None where an example of a rule of dates.toml holds, else one line that says what is wrong.

    `text` has "[…]" around the date; `anchor` is the day of publication. A rule date.* must find the marked dates and
    no other; a cue must stand around them; under not.* none may be left. Then the values that the example gives are
    compared: start, end, grain, role, inferred, or `days`, the first days of several dates inside one mark.
    """
    plain, marks = unmark(example["text"])
    lower = fold_lower(fold_view(plain))
    found, _ = scan(Source(lower, rules, example.get("anchor")))
    marked = [f for f in found if inside(f.start, f.end, marks)]
    if rule.id.startswith("not."):
        return f"{plain[marked[0].start : marked[0].end]!r} is still read as a date" if marked else None
    if rule.id.startswith("date."):
        marked = [f for f in found if f.rule.id == rule.id]
    elif not any(around(rule, lower, span, (0, len(lower))) for span in _narrowings(marks)):
        return f"does not stand around the marked date in {plain!r}"
    spans = [(f.start, f.end) for f in marked]
    if "days" in example:
        spans = [(spans[0][0], spans[-1][1])] if spans else []
    if spans != marks:
        return f"finds {[plain[start:end] for start, end in spans]} in {example['text']!r}"
    return _values_agree(marked, example)


def _narrowings(marks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The marked spans, and what is left of each behind its label: cues may stand before "ngày" or behind it."""
    for start, end in marks:
        yield from ((at, end) for at in range(start, end))


def _values_agree(found: Sequence[Found], example: Mapping[str, Any]) -> str | None:
    if "days" in example:
        have = [f.days.first.isoformat() for f in found]
        return None if have == example["days"] else f"gives the days {have}, not {example['days']}"
    for one in found:
        values = {
            "start": one.days.first, "end": one.days.last, "grain": one.days.grain, "role": one.role,
            "inferred": one.days.inferred,
        }  # fmt: skip
        for key, value in values.items():
            if key in example and example[key] != value:
                return f"gives {key} {value}, not {example[key]}"
    return None


def proves_never(rule: Rule, text: str, rules: RuleSet) -> str | None:
    """None where a rule of dates.toml keeps off a text of its `never` list, else one line that says what is wrong.

    For a rule date.* it finds nothing in the text; a cue does not stand around the date that the text marks.
    """
    plain, marks = unmark(text)
    lower = fold_lower(fold_view(plain))
    if rule.id.startswith("date."):
        found, _ = scan(Source(lower, rules, date(2020, 6, 15)))
        hits = [plain[f.start : f.end] for f in found if f.rule.id == rule.id]
        return f"finds {hits[0]!r} in {plain!r}" if hits else None
    if not marks:
        return f"no date is marked in {text!r}; put it in [brackets]"
    return (
        f"stands around the date in {text!r}" if any(around(rule, lower, m, (0, len(lower))) for m in marks) else None
    )
