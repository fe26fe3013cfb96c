"""The noun behind a number, or what a bare unit of measure measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from danvan.link.counts import MODEL
from danvan.numbers import Number
from danvan.reading import Reading
from danvan.ruleset import Rule, RuleSet

_MEASURED = {"gift", "house", "land", "none", "work"}
"""Classes of measures.csv for things that are counted in units of measure or with classifiers."""
MEASURED_REACH = 110
"""Characters before a bare unit of measure in which the thing measured stands."""
LISTED = 90
"""Characters before a number in which the item before it in a list stands."""
_WHO = {"people", "holder"}
"""Classes of measures.csv of those who come or are helped, one by one or once more ("lượt")."""


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun behind a number: where it stands, its canonical measure, and the class of measures.csv."""

    start: int
    end: int
    measure: str
    rule: str
    kind: str
    confidence: float


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


def _quoted_topic(reading: Reading, number: Number, position: int, limit: int) -> Noun | None:
    """The noun that stands in the quotation marks of the topic: 'xây dựng 15 "mô hình dân vận khéo"'."""
    rule = reading.rules.rule("figures", "figure.model")
    m = reading.match(rule, position, limit)
    if m is None or not any(reading.match(r, m.end() + 1, limit) for r in reading.rules.starting("cues", "topic.")):
        return None
    return _noun_of(reading, number, rule, m)


def noun_after(reading: Reading, number: Number) -> Noun | None:
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
    known = known_noun(reading, position + (view[position] == '"'), limit)
    if known is not None and view[position] == '"' and known.kind in {"none", "model"}:
        known = None
    if known is not None and reading.match(reading.rules.rule("figures", "verb_here"), position, limit) is not None:
        return None  # "287 hoạt động hiệu quả": the noun is left out
    if known is not None and known.measure == "đồng chí":
        lead = view[max(reading.sentence_at(number.start).start, number.outer - MEASURED_REACH) : number.outer]
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
    lead = reading.view[max(reading.sentence_at(number.start).start, number.outer - LISTED) : number.outer]
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
    start = max(reading.sentence_at(number.start).start, number.outer - MEASURED_REACH)
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


def known_noun(reading: Reading, position: int, limit: int) -> Noun | None:
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
            if form == "lượt" and (who := known_noun(reading, end + 1, limit)) is not None and who.kind in _WHO:
                end = who.end
            return Noun(position, end, measure, "figure.measure", kind, 0.9)
    return None


def _at(rule: Rule, view: str, position: int, limit: int) -> Any:
    return rule.regex.match(view, position, limit)
