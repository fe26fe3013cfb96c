"""Numbers with their nouns, without those that count nothing: sizes, names, levels, those who were just named."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from danvan.find.figures.nouns import LISTED, MEASURED_REACH, Noun, noun_after, noun_table
from danvan.link.counts import SHARE, Count
from danvan.match import Covered
from danvan.numbers import Number
from danvan.reading import Reading
from danvan.text.quotes import quoted_spans

_SILENT_PARTS = {"byline", "author"}
_LENGTHS = {"m", "mét", "km", "cây số", "cm", "mm", "tấc", "phân"}
_METRIC = {"figure.bare_metric", "figure.metric", "figure.noun"}
_TOGETHER = 3
"""So many persons at the most are named one by one and then spoken of as "cả hai", "cả ba"."""
_LONGEST_NAME = 22
"""Words of a quotation that may be a name; what is longer was said, with a colon before it or without."""
_LEAD_OF_NAME = 20
"""Characters before a number in which the word stands that a name follows."""
_NEIGHBOURS = 12
"""Counts back in which a bare unit of measure finds what it measures."""
WINDOW = 150
"""Counts are joined among so many neighbours. A long report of the field has fewer than a hundred in all; the joins
compare each with each, and a text of a hundred thousand numbers must end too."""
FEW = 9
"""So many models at the most can be looked at one by one and then be spoken of once more."""


def find_counts(reading: Reading, numbers: Iterable[Number], occupied: Sequence[tuple[int, int]]) -> list[Count]:
    """Numbers with their nouns; a number without a noun stays, for a breakdown to adopt or to drop."""
    taken = Covered(occupied)
    names = Covered(span for s in reading.sentences for span in _names(reading, s.start, s.end))
    found: list[Count] = []
    for number in _readable(reading, numbers):
        sentence = reading.sentence_at(number.start)
        if sentence.part in _SILENT_PARTS or number.start >= sentence.end or taken.meets(number.start, number.end):
            continue
        if names.meets(number.start, number.end):
            reading.reject(number.start, number.end, "figure.name", "a number inside a name in quotation marks")
            continue
        count = _count(reading, number)
        if count is None:
            continue
        _go_on_measuring(count, found)
        if found and _is_spread(reading, found[-1], count):
            count.number = replace(count.number, bound="exact", outer=count.number.start)
        if _is_dimension(reading, count):
            reading.reject(count.start, count.end, count.rule, "how wide or long a thing is, not how many")
        elif _is_in_short_name(reading, count):
            reading.reject(count.start, count.end, count.rule, "a number inside a name")
        elif _points_at_people(reading, count):
            reading.reject(count.start, count.end, count.rule, "points back to those just named")
        else:
            found.append(count)
    return found


def _readable(reading: Reading, numbers: Iterable[Number]) -> list[Number]:
    """The numbers of sentences that can be sentences: one with more than 150 numbers is a table run together."""
    found: list[Number] = []
    for start, group in itertools.groupby(numbers, key=lambda n: reading.sentence_at(n.start).start):
        here = list(group)
        if len(here) <= WINDOW:
            found += here
        else:
            reason = f"{len(here)} numbers in one sentence: a table run together, not read"
            reading.reject(start, here[-1].end, "figure.table", reason)
    return found


def _is_spread(reading: Reading, before: Count, count: Count) -> bool:
    """Whether "trên" tells where the things counted before lie, not that there are more: "160 xã trên 9 huyện"."""
    if count.bound != "more_than" or count.noun is None or before.noun is None:
        return False
    word = reading.lower[before.end : count.number.start].strip()
    unit = noun_table(reading.rules).get(count.unit.lower(), ("", ""))[1] == "unit"
    return word == "trên" and (unit or count.rule == "figure.each_unit")


def _is_dimension(reading: Reading, count: Count) -> bool:
    """Whether a length is that of a thing not named or tells how wide one is: "dài trên 100m, rộng hơn 2,5m".

    Source: constructions.md 6: a widening ("từ 2,1 m lên 4 m") counts nothing.
    """
    if count.rule not in _METRIC or count.unit.lower().split()[0] not in _LENGTHS:
        return False
    lead = reading.view[max(count.sentence.start, count.number.outer - MEASURED_REACH) : count.number.outer]
    if reading.rules.rule("figures", "before_metric.wide").regex.search(lead) is not None:
        return True
    long = reading.rules.rule("figures", "before_metric.long").regex.search(lead)
    return long is not None and count.measure == count.unit.lower()


def _is_in_short_name(reading: Reading, count: Count) -> bool:
    """Whether a small number and a single word make a name without quotation marks: "mô hình 4 quản"."""
    one_word = count.rule == "figure.noun" and " " not in count.unit
    if not one_word or count.number.of is not None or count.value > FEW:
        return False
    lead = reading.view[max(count.sentence.start, count.number.outer - _LEAD_OF_NAME) : count.number.outer]
    return reading.rules.rule("figures", "before_name.short").regex.search(lead) is not None


def _points_at_people(reading: Reading, count: Count) -> bool:
    """ "Cả hai người đều là hộ nghèo": persons or households that were just named, not counted."""
    if count.value > _TOGETHER or count.rule != "figure.measure" or count.noun is None:
        return False
    lead = reading.view[max(count.sentence.start, count.number.outer - 8) : count.number.outer]
    both = reading.rules.rule("figures", "before_people.both").regex.search(lead)
    return both is not None and reading.match(reading.rules.rule("figures", "people.both"), count.noun[0]) is not None


def _go_on_measuring(count: Count, before: Sequence[Count]) -> None:
    """ "thả 60 kg lươn giống, sau tám tháng bán 310 kg": a bare weight goes on from the last of its unit."""
    if count.rule != "figure.bare_metric" or count.measure != count.unit.lower():
        return
    near = (c for c in reversed(before[-_NEIGHBOURS:]) if c.sentence.paragraph == count.sentence.paragraph)
    last = next((c for c in near if c.unit.lower().split()[:1] == [count.measure]), None)
    if last is not None and last.rule == "figure.metric":
        count.measure = last.measure


def _names(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    if '"' not in reading.view[start:end] and "'" not in reading.view[start:end]:
        return []
    return [(s, e) for s, e in quoted_spans(reading.draft.text, start, end) if not _is_speech(reading.view, s, e)]


def _is_speech(view: str, start: int, end: int) -> bool:
    """A quotation behind a colon, or with an end of sentence, is what somebody said and not a name."""
    quoted = view[start:end]
    said = view[max(0, start - 4) : start].rstrip(" \"'").endswith(":")
    return (
        quoted.endswith((".", "!", "?"))
        or ". " in quoted
        or quoted[0] in ",;.:"
        or len(quoted.split()) > (8 if said else _LONGEST_NAME)
    )


def _count(reading: Reading, number: Number) -> Count | None:
    sentence = reading.sentence_at(number.start)
    noun = noun_after(reading, number)
    text = reading.draft.text
    # A share is no duration, whatever stands behind it: "từ 12,4% năm 2020".
    if noun is not None and noun.kind == "none" and (number.percent or _is_level(reading, noun)):
        noun = None
    if noun is not None and noun.rule == "figure.model" and _is_present(reading, number, noun):
        noun = replace(noun, measure="điển hình", rule="figure.present", kind="people")
    if noun is not None and noun.kind == "none":
        reading.reject(number.start, noun.end, noun.rule, "a duration, an age or an occasion, not a count")
        return None
    if noun is None:
        if number.spelled and not reading.match(
            reading.rules.rule("numbers", "counted.field"), number.outer_end, sentence.end
        ):
            return None
        measure = SHARE if number.percent else ""
        return Count(
            number,
            sentence,
            number.start,
            number.outer_end,
            measure,
            "%" if number.percent else "",
            "figure.bare",
            None,
            is_rate=number.percent,
            confidence=0.5,
        )
    if number.spelled and noun.rule == "figure.noun":
        return None
    unit = "%" if number.percent else " ".join(text[noun.start : noun.end].split())
    return Count(
        number,
        sentence,
        number.start,
        noun.end,
        noun.measure,
        unit,
        noun.rule,
        (noun.start, noun.end),
        is_model=noun.rule == "figure.model",
        is_rate=number.percent,
        confidence=noun.confidence,
    )


def _is_present(reading: Reading, number: Number, noun: Noun) -> bool:
    """Whether the "điển hình" are people at a meeting: "cùng 120 điển hình thay mặt 900 mô hình"."""
    if not reading.lower.startswith(("điển hình", "gương điển hình"), noun.start):
        return False
    lead = reading.view[max(reading.sentence_at(number.start).start, number.outer - 45) : number.outer]
    before, behind, listed = (
        reading.rules.rule("figures", f"present.{side}").regex for side in ("before", "behind", "listed")
    )
    if behind.match(reading.view, noun.end) is not None:
        return True
    if before.search(lead) is None:
        return False
    # "32 điển hình về kinh tế cùng 19 điển hình về an ninh": the last of a list, and nobody's company
    start = max(reading.sentence_at(number.start).start, number.outer - LISTED)
    return listed.search(reading.view[start : number.outer]) is None


def _is_level(reading: Reading, noun: Noun) -> bool:
    """Whether the words behind a number name a level and no thing: "35 cấp tỉnh" leaves the noun out."""
    return any(reading.match(rule, noun.start) for rule in reading.rules.starting("cues", "level.named"))
