"""Counted things: a number with its noun, then its place in a breakdown, then its scope."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from danvan.confidence import confidence
from danvan.find.cells import name_cells
from danvan.link.counts import MODEL, Count
from danvan.link.cues import cues
from danvan.link.lookup import PlaceLookup
from danvan.link.parts.breakdown import link_breakdowns
from danvan.link.parts.elided import lend_nouns
from danvan.link.scope import link_scopes
from danvan.link.scope.stages import link_stages
from danvan.link.tables import link_heads
from danvan.match import Covered
from danvan.numbers import Number
from danvan.reading import Reading
from danvan.records import Date, Figure
from danvan.ruleset import Rule, RuleSet
from danvan.text.quotes import quoted_spans

_SILENT_PARTS = {"byline", "author"}
_HOLDERS = {"tập thể", "cá nhân"}
_MODELS = {MODEL, "điển hình"}


_LENGTHS = {"m", "mét", "km", "cây số", "cm", "mm", "tấc", "phân"}
_METRIC = {"figure.bare_metric", "figure.metric", "figure.noun"}
_TOGETHER = 3
"""So many persons at the most are named one by one and then spoken of as "cả hai", "cả ba"."""
_MEASURED = {"gift", "house", "land", "none", "work"}
"""Classes of measures.csv for things that are counted in units of measure or with classifiers."""


_WHO = {"people", "holder"}
"""Classes of measures.csv of those who come or are helped, one by one or once more ("lượt")."""


_LONGEST_NAME = 22
"""Words of a quotation that may be a name; what is longer was said, with a colon before it or without."""
_LEAD_OF_NAME = 20
"""Characters before a number in which the word stands that a name follows."""
_NEIGHBOURS = 12
"""Counts back in which a bare unit of measure finds what it measures."""
_LISTED = 90
"""Characters before a number in which the item before it in a list stands."""
_MEASURED_REACH = 110
"""Characters before a bare unit of measure in which the thing measured stands."""


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun behind a number: where it stands, its canonical measure, and the class of measures.csv."""

    start: int
    end: int
    measure: str
    rule: str
    kind: str
    confidence: float


def find_figures(
    reading: Reading,
    numbers: Iterable[Number],
    occupied: Sequence[tuple[int, int]],
    dates: Sequence[Date],
    places: PlaceLookup,
) -> tuple[Figure, ...]:
    """Every counted thing of the article, in order of the text, with its scope.

    `occupied` are spans whose numbers are spoken for: dates, sums of money, names of places.
    """

    def noun_at(start: int, limit: int) -> tuple[int, str] | None:
        noun = _known_noun(reading, start, limit)
        return None if noun is None or noun.kind == "none" else (noun.end, noun.measure)

    linked: list[Count] = []
    for found in _windows(find_counts(reading, numbers, occupied)):
        counts = name_cells(reading, found, noun_at)
        lend_nouns(reading, counts)
        window = link_breakdowns(reading, counts)
        link_scopes(reading, window, dates, places)
        link_heads(reading, window)
        link_stages(reading, window)
        lists = 1 + max((c.list for c in linked if c.list is not None), default=-1)
        for count in window:
            count.list = None if count.list is None else count.list + lists
            if count.rule == "figure.present":
                count.status = None
        linked += _merge_repeats(reading, window)
    return _records(reading, linked)


_FEW = 9
"""So many models at the most can be looked at one by one and then be spoken of once more."""
_NEAR = 4
"""Sentences back that "2 mô hình trên" reaches."""
_WINDOW = 150
"""Counts are joined among so many neighbours. A long report of the field has fewer than a hundred in all; the joins
compare each with each, and a text of a hundred thousand numbers must end too."""


def _windows(counts: list[Count]) -> Iterable[list[Count]]:
    """The counts in runs of 150 or more that end with a paragraph, at twice that with a sentence; mostly one run."""
    window: list[Count] = []
    for count in counts:
        last = window[-1].sentence if window else count.sentence
        ended = count.sentence.paragraph != last.paragraph or (len(window) >= 2 * _WINDOW and count.sentence != last)
        if len(window) >= _WINDOW and ended:
            yield window
            window = []
        window.append(count)
    if window:
        yield window


def _readable(reading: Reading, numbers: Iterable[Number]) -> list[Number]:
    """The numbers of sentences that can be sentences: one with more than 150 numbers is a table run together."""
    found: list[Number] = []
    for start, group in itertools.groupby(numbers, key=lambda n: reading.sentence_at(n.start).start):
        here = list(group)
        if len(here) <= _WINDOW:
            found += here
        else:
            reason = f"{len(here)} numbers in one sentence: a table run together, not read"
            reading.reject(start, here[-1].end, "figure.table", reason)
    return found


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
    lead = reading.view[max(count.sentence.start, count.number.outer - _MEASURED_REACH) : count.number.outer]
    if reading.rules.rule("figures", "before_metric.wide").regex.search(lead) is not None:
        return True
    long = reading.rules.rule("figures", "before_metric.long").regex.search(lead)
    return long is not None and count.measure == count.unit.lower()


def _is_in_short_name(reading: Reading, count: Count) -> bool:
    """Whether a small number and a single word make a name without quotation marks: "mô hình 4 quản"."""
    one_word = count.rule == "figure.noun" and " " not in count.unit
    if not one_word or count.number.of is not None or count.value > _FEW:
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
    noun = _noun_after(reading, number)
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
        measure = "tỷ lệ" if number.percent else ""
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
    start = max(reading.sentence_at(number.start).start, number.outer - _LISTED)
    return listed.search(reading.view[start : number.outer]) is None


def _is_level(reading: Reading, noun: Noun) -> bool:
    """Whether the words behind a number name a level and no thing: "35 cấp tỉnh" leaves the noun out."""
    return any(reading.match(rule, noun.start) for rule in reading.rules.starting("cues", "level.named"))


def _quoted_topic(reading: Reading, number: Number, position: int, limit: int) -> Noun | None:
    """The noun that stands in the quotation marks of the topic: 'xây dựng 15 "mô hình dân vận khéo"'."""
    rule = reading.rules.rule("figures", "figure.model")
    m = reading.match(rule, position, limit)
    if m is None or not any(reading.match(r, m.end() + 1, limit) for r in reading.rules.starting("cues", "topic.")):
        return None
    return _noun_of(reading, number, rule, m)


def _noun_after(reading: Reading, number: Number) -> Noun | None:
    view, position = reading.view, number.outer_end
    limit = reading.sentence_at(number.start).end
    while position < limit and view[position].isspace():
        position += 1
    if position >= limit:
        return None
    found = [
        _noun_of(reading, number, rule, m)
        for rule in reading.rules.starting("figures", "figure.")
        if rule.id not in {"figure.noun", "figure.stop"} and (m := reading.match(rule, position, limit)) is not None
    ]
    if view[position] == '"' and (quoted := _quoted_topic(reading, number, position + 1, limit)) is not None:
        return quoted
    known = _known_noun(reading, position + (view[position] == '"'), limit)
    if known is not None and view[position] == '"' and known.kind in {"none", "model"}:
        known = None
    if known is not None and reading.match(reading.rules.rule("figures", "verb_here"), position, limit) is not None:
        return None  # "287 hoạt động hiệu quả": the noun is left out
    if known is not None and known.measure == "đồng chí":
        lead = view[max(reading.sentence_at(number.start).start, number.outer - _MEASURED_REACH) : number.outer]
        who = reading.rules.rule("figures", "before_metric.people").regex.search(lead)
        known = known if who is None else replace(known, measure=" ".join(who.group("thing").lower().split()))
    if known is not None and known.measure == "đơn vị":
        known = _of_blood(reading, number, known)
    if known is not None:
        # "công nhân", "khối phố" and "tấm gương" begin with a word that measures other things
        found = [n for n in found if n.rule != "figure.metric" or known.kind in _MEASURED] + [known]
    if found:
        return max(found, key=lambda n: (n.rule == "figure.model", n.end, n.rule != "figure.metric"))
    rule = reading.rules.rule("figures", "figure.noun")
    m = _at(rule, view, position, limit)
    if m is None:
        return None
    return Noun(m.start(), m.end(), reading.lower[m.start() : m.end()], rule.id, "", 0.6)


def _of_blood(reading: Reading, number: Number, noun: Noun) -> Noun:
    """ "tiếp nhận được 193 đơn vị": units of blood, in an article on the giving of blood."""
    blood = "đơn vị máu"
    lead = reading.view[max(reading.sentence_at(number.start).start, number.outer - _LISTED) : number.outer]
    taken_in = reading.rules.rule("figures", "before_units.blood").regex.search(lead) is not None
    return replace(noun, measure=blood) if taken_in and "hiến máu" in reading.lower else noun


def _noun_of(reading: Reading, number: Number, rule: Rule, m: Any) -> Noun:
    words = " ".join(reading.lower[m.start() : m.end()].split())
    if rule.id == "figure.model":
        return Noun(m.start(), m.end(), MODEL, rule.id, "model", 0.95)
    if rule.id == "figure.metric":
        thing = " ".join(reading.lower[slice(*m.span("thing"))].split())
        table = noun_table(reading.rules)
        known = (
            "đất" if thing.split()[0] == "đất" else next((table[w][0] for w in _prefixes(thing) if w in table), None)
        )
        known = known or (words if words.startswith("cây ") else thing)
        return Noun(m.start(), m.end(), known, rule.id, "work", 0.9)
    if rule.id == "figure.bare_metric":
        return Noun(m.start(), m.end(), _measured_before(reading, number, m) or words, rule.id, "work", 0.7)
    return Noun(m.start(), m.end(), words, rule.id, "holder" if rule.id == "figure.each_holder" else "", 0.9)


def _measured_before(reading: Reading, number: Number, m: Any) -> str | None:
    """What a bare unit of measure measures: "tuyến lộ dài 2,7 km" is "tuyến lộ"; an area that is given is "đất"."""
    start = max(reading.sentence_at(number.start).start, number.outer - _MEASURED_REACH)
    lead = reading.view[start : number.outer]
    clause = lead[max(lead.rfind(c) for c in ",;.:(") + 1 :]

    def before(name: str, text: str) -> Any:
        return reading.rules.rule("figures", f"before_metric.{name}").regex.search(text)

    if m.group("other"):
        thing = before("kept", lead) if m.group("other") == "con" else before("load", clause)
        return None if thing is None else " ".join(thing.group("thing").lower().split())
    if before("given", clause) or (m.group("area") and any(verb in lead.lower() for verb in ("hiến", "nhường đất"))):
        return "đất"
    heads = [h for h in _heads(reading, lead) if h.group("length" if m.group("length") else "area")]
    thing = max(heads, key=lambda h: h.end("thing")) if heads else before("thing", clause)
    if thing is not None:
        return " ".join(thing.group("thing").lower().split())
    return "đất" if m.group("land") else None


def _heads(reading: Reading, lead: str) -> list[Any]:
    """The nouns of things that have a length or an area, each with all that follows up to the number."""
    rule = reading.rules.rule("figures", "before_metric.head").regex
    return list(rule.finditer(lead, overlapped=True)) if lead else []


def _prefixes(phrase: str) -> Iterable[str]:
    words = phrase.split()
    return (" ".join(words[:n]) for n in range(len(words), 0, -1))


def _known_noun(reading: Reading, position: int, limit: int) -> Noun | None:
    """The longest noun of measures.csv that stands at `position`."""
    longest, firsts = noun_lengths(reading.rules)
    table = noun_table(reading.rules)
    window = reading.lower[position : min(limit, position + longest)].replace("\n", " ")
    first = window.split(" ", 1)[0].rstrip(".,;:)")
    for length in firsts.get(first, firsts.get(first[:2], ())):
        form = window[:length]
        if len(form) == length and form in table and not window[length : length + 1].isalnum():
            measure, kind = table[form]
            end = position + length
            if form == "lượt" and (who := _known_noun(reading, end + 1, limit)) is not None and who.kind in _WHO:
                end = who.end
            return Noun(position, end, measure, "figure.measure", kind, 0.9)
    return None


def noun_table(rules: RuleSet) -> dict[str, tuple[str, str]]:
    """Lower-case form of measures.csv to (canonical noun, class)."""
    table: dict[str, tuple[str, str]] | None = rules.cache.get("figures.nouns")
    if table is None:
        table = {row["form"].lower(): (row["canonical"], row["class"]) for row in rules.table("measures")}
        rules.cache["figures.nouns"] = table
    return table


def noun_lengths(rules: RuleSet) -> tuple[int, dict[str, tuple[int, ...]]]:
    """The length of the longest form, and by first word the lengths of the forms, longest first."""
    cached: tuple[int, dict[str, tuple[int, ...]]] | None = rules.cache.get("figures.noun_lengths")
    if cached is None:
        by_first: dict[str, set[int]] = {}
        for form in noun_table(rules):
            by_first.setdefault(form.split()[0].rstrip(","), set()).add(len(form))
        cached = (
            max(map(len, noun_table(rules)), default=0) + 1,
            {first: tuple(sorted(lengths, reverse=True)) for first, lengths in by_first.items()},
        )
        rules.cache["figures.noun_lengths"] = cached
    return cached


def _at(rule: Rule, view: str, position: int, limit: int) -> Any:
    return rule.regex.match(view, position, limit)


def _merge_repeats(reading: Reading, counts: list[Count]) -> list[Count]:
    """One record a fact: what title, lead or caption say again goes, and a round number whose exact one follows.

    Contract ruling 13; the fullest mention is the one in the body that has parts or the most facets.
    """
    kept: list[Count] = []
    gone: dict[int, Count] = {}
    for count in counts:
        # what the body says stands: only the few counts elsewhere are compared with all others
        if _points_back(reading, count, kept):
            reading.reject(count.start, count.end, count.rule, "points back to models that were told of")
            continue
        told = bool(count.measure) and count.rule != "figure.bare"
        others = counts if told and (_weight(reading, count) < _WEIGHT["body"] or _is_echo(reading, count)) else []
        twin = next(
            (k for k in others if k is not count and id(k) not in gone and _says_again(reading, count, k)), None
        )
        if twin is None:
            kept.append(count)
        else:
            gone[id(count)] = twin
            for part in (c for c in counts if c.part_of is count and c.period == count.period):
                part.period = twin.period
            if count.status is not None and (twin.status is None or (count.status_known and not twin.status_known)):
                _take_verb(twin, count, counts)
            reading.reject(count.start, count.end, count.rule, f"said again at {twin.start}")
    for count in kept:
        while count.part_of is not None and id(count.part_of) in gone:
            count.part_of = gone[id(count.part_of)]
        if count.part_of is count:
            count.part_of = count.partition = count.list = None
    return kept


def _points_back(reading: Reading, count: Count, before: Sequence[Count]) -> bool:
    """Whether a few models are those just counted: "có 2 mô hình ở ấp 3. Sau khi thăm 2 mô hình, ...".

    Nothing of their own is said of them: no status but that they were looked at or work, no part, no change.
    """
    plain = count.is_model and count.number.of is None and count.bound == "exact" and count.value <= _FEW
    if not plain or count.each or count.change is not None or count.list is not None:
        return False
    twin = next((k for k in reversed(before) if k.is_model and k.value == count.value and not k.each), None)
    near = reading.sentence_index(count.start) - reading.sentence_index(twin.start) if twin is not None else 0
    if not 0 < near <= _NEAR:
        return False
    if reading.match(reading.rules.rule("figures", "behind_model.back"), count.end, count.sentence.end) is not None:
        return True
    lead = reading.view[max(count.sentence.start, count.number.outer - 25) : count.number.outer]
    seen = reading.rules.rule("figures", "before_model.seen").regex.search(lead)
    return seen is not None and not reading.view[count.end : count.end + 1].isspace()


def _take_verb(twin: Count, count: Count, counts: list[Count]) -> None:
    """The mention that says what was done with them tells it for both, and with it of what time and level they are."""
    guessed, twin.status, twin.measure = twin.status, count.status, count.measure
    twin.level = twin.level or count.level
    if count.period is not None and (twin.period is None or twin.period.start is None):
        twin.period = count.period
    for part in (c for c in counts if c.part_of is twin and c.status == guessed):
        if part.list is not None or not part.status_known:
            part.status, part.level = twin.status, part.level or twin.level


_WEIGHT = {"body": 3, "lead": 2, "caption": 1, "title": 0}


def _is_model(count: Count) -> bool:
    return count.is_model or (count.is_rate and count.dan_van_kheo)


def _is_heading(reading: Reading, count: Count) -> bool:
    """Whether a count stands in a heading: a short line of its own, without a stop."""
    sentence = count.sentence
    index = reading.sentence_index(sentence.start)
    near = reading.sentences[max(0, index - 1) : index] + reading.sentences[index + 1 : index + 2]
    return (
        sentence.end - sentence.start < 120
        and reading.view[sentence.end - 1] not in ".:;,!?"
        and all(s.paragraph != sentence.paragraph for s in near)
    )


def _weight(reading: Reading, count: Count) -> int:
    weight = _WEIGHT["body"] if count.row is not None else _WEIGHT.get(count.sentence.part, 0)
    return 1 if weight == _WEIGHT["body"] and count.row is None and _is_heading(reading, count) else weight


def _is_echo(reading: Reading, count: Count) -> bool:
    """Whether a count stands alone in a paragraph of one sentence that names no time: the words below a picture."""
    if not (count.is_model and count.dan_van_kheo and count.value > _FEW):
        return False
    sentence = count.sentence
    at = reading.sentence_index(count.start)
    beside = reading.sentences[max(0, at - 1) : at] + reading.sentences[at + 1 : at + 2]
    around = reading.view[sentence.start : count.start] + reading.view[count.end : sentence.end]
    return (
        all(s.paragraph != sentence.paragraph for s in beside)
        and not any(c.isdigit() for c in around)
        and not cues(reading, "time.", sentence.start, sentence.end)
    )


def _is_same(count: Count, other: Count) -> bool:
    """Whether two numbers and all that is said of them, but their time, are the same."""
    mine, theirs = (
        (c.number.value, c.number.high, c.number.of, c.bound, c.status, c.level, c.holder, c.field, c.part_of, c.change)
        for c in (count, other)
    )
    return mine == theirs


def _says_again(reading: Reading, count: Count, other: Count) -> bool:
    """Whether `other` is a fuller mention of the fact of `count`."""
    if not (_is_model(count) and _is_model(other)) and count.measure != other.measure:
        return False
    if count.dan_van_kheo and not other.dan_van_kheo:
        return False
    if other.dan_van_kheo and not count.dan_van_kheo and not _is_heading(reading, count):
        return False
    if (count.unit == "%" and other.unit != "%") or count.change != other.change or count.part_of is not None:
        return False
    mine, theirs = _weight(reading, count), _weight(reading, other)
    if mine >= 3 and _is_echo(reading, count):
        return _is_same(count, other) and not _is_echo(reading, other)
    if mine >= 3 or theirs < mine:
        return False
    if theirs == mine and count.start >= other.start:
        return False
    if count.place is not None and other.place is not None and count.place.name != other.place.name:
        return False
    if count.value == other.value and (count.number.of, count.number.high) == (other.number.of, other.number.high):
        return True
    rounded = count.bound in {"more_than", "about", "less_than"} and other.bound == "exact"
    return rounded and abs(other.value - count.value) <= 0.05 * other.value


def _records(reading: Reading, counts: list[Count]) -> tuple[Figure, ...]:
    index = {id(count): i for i, count in enumerate(counts)}
    totals = [None if count.part_of is None else index.get(id(count.part_of)) for count in counts]
    told = dict.fromkeys(c.list for c, total in zip(counts, totals, strict=True) if total is not None)
    lists = {name: number for number, name in enumerate(name for name in told if name is not None)}
    return tuple(_record(reading, c, total, lists) for c, total in zip(counts, totals, strict=True))


def _record(reading: Reading, count: Count, total: int | None, lists: dict[int, int]) -> Figure:
    """The record of a count. `total` is the number of the record it is part of; lists are counted as they come."""
    number = count.number
    modelled = count.dan_van_kheo and count.measure in _MODELS
    return Figure(
        measure=count.measure,
        unit=count.unit,
        value=number.value,
        high=number.high,
        bound=number.bound,
        of=number.of,
        topic="dan_van_kheo" if count.dan_van_kheo else None,
        field=count.field,
        level=count.level,
        holder=count.holder,
        status=count.status,
        place=count.place,
        period=count.period,
        part_of=total,
        partition=None if total is None else bool(count.partition),
        list=None if total is None or count.list is None else lists[count.list],
        change=count.change,
        span=reading.span(count.start, count.end),
        rule=count.rule,
        confidence=(
            confidence(reading.rules, "model count", count.rule, _rating(count))
            if modelled
            else confidence(reading.rules, "other count", count.rule, count.confidence)
        ),
    )


def _rating(count: Count) -> float:
    """How firmly the words say all facets of a count of models. Marked parts of a list are read most surely; least what
    is told of a stage of the funnel, of a change, or without a verb that gives its status.
    """
    doubts = [
        count.part_of is not None and count.list is None,
        count.status in {None, "commended", "replicated"},
        count.change is not None,
    ]
    if not any(doubts):
        return 0.97 if count.list is not None else 0.9
    return 0.8 if sum(doubts) == 1 else 0.7
