"""Proves every rule by its own examples and counter-examples: `danvan rules check`, and one test a rule.

Patterns (`[[rule]]`): each example must match just where it is marked, with the values that it gives; in the texts of
`never` the rule finds nothing. Rows of word tables: the form must be read in the row's `example` by the finder that
uses the table; an example without a mark is a text in which nothing may be found.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from danvan.find.dates import prove_date, proves_never
from danvan.find.figures import find_counts
from danvan.find.money import prove_money
from danvan.find.officials import find_officials
from danvan.find.places import find_places
from danvan.gazetteer import DEFAULT_DAY, load_gazetteer
from danvan.match import find, unmark
from danvan.numbers import find_numbers, prove_number
from danvan.reading import Reading
from danvan.records import Official
from danvan.ruleset import Rule, RuleSet, words_pattern
from danvan.store.lexicon import found_in
from danvan.text.article import Draft, Part
from danvan.text.segment import split_article
from danvan.text.view import fold_key, fold_lower, fold_view

Row = Mapping[str, str]
ExampleProver = Callable[[Rule, Mapping[str, Any], RuleSet], str | None]
"""Says what is wrong with what a rule reads in an example, None where the example holds."""
NeverProver = Callable[[Rule, str, RuleSet], str | None]
"""Says what a rule finds in a text in which it must find nothing, None where it keeps off."""
RowProver = Callable[[Row, Reading, list[tuple[int, int]]], str | None]
"""Says what is wrong with what a row of a table reads in its example, whose marks are given as spans."""

_LEFT_TO_TEXT = regex.compile(r" ?(?:…|\(cấp ủy\)).*")
"""Stands in titles.csv and bodies.csv for the rest of a name that the text gives."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule, or a row of a table, that does not do what its examples say."""

    rule: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: rule {self.rule!r}: {self.message}"


def check_rules(rules: RuleSet) -> list[Problem]:
    """Every example and counter-example that does not hold: patterns in the order of the rules, then tables."""
    patterns = (check_rule(rule, rules) for file in rules.rules for rule in rules.of(file))
    rows = (check_row(table, row, rules) for table in _ROWS for row in rules.table(table))
    return [problem for problems in (*patterns, *rows) for problem in problems]


def check_rule(rule: Rule, rules: RuleSet) -> Iterator[Problem]:
    """The problems of one pattern."""
    prove, prove_never = _PATTERNS.get(rule.file, (_prove_spans, _prove_never))
    messages = [prove(rule, example, rules) for example in rule.examples]
    messages += [prove_never(rule, text, rules) for text in rule.never]
    if not rule.source:
        messages.append("no source; say where the form was seen")
    for message in messages:
        if message is not None:
            yield Problem(rule.id, rule.origin, message)


def check_row(table: str, row: Row, rules: RuleSet) -> Iterator[Problem]:
    """The problems of one row of a table of words. Rows of tables without examples (the gazetteer) have none."""
    prove = _ROWS.get(table)
    if prove is None:
        return
    example = row["example"]
    if not example:
        message: str | None = "no example; give a text with the match in [brackets]"
    else:
        text, spans = unmark(example)
        message = prove(row, _read(text, rules), spans)
    if message is not None:
        yield Problem(row["form"], f"{table}.csv", message)


def proven_tables() -> tuple[str, ...]:
    """The tables whose rows carry examples."""
    return tuple(_ROWS)


# ---- patterns


def _prove_spans(rule: Rule, example: Mapping[str, Any], rules: RuleSet) -> str | None:
    text, expected = unmark(str(example["text"]))
    found = _found(rule, text)
    return None if found == expected else f"finds {_said(text, found)} in {example['text']!r}"


def _prove_never(rule: Rule, text: str, rules: RuleSet) -> str | None:
    found = _found(rule, text)
    return f"must not match, but finds {_said(text, found)} in {text!r}" if found else None


def _found(rule: Rule, text: str) -> list[tuple[int, int]]:
    """Where the rule matches what its finder sees: the folded text, for some kinds in lower case.

    Joints between two words may be empty; such matches prove nothing.
    """
    view = fold_view(text)
    cased = rule.file not in {"money", "numbers"} or bool(rule.gives.get("case"))
    return [(m.start, m.end) for m in find(rule, view if cased else fold_lower(view)) if m.start < m.end]


def _said(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _prove_macro(rule: Rule, example: Mapping[str, Any], rules: RuleSet) -> str | None:
    text, spans = unmark(str(example["text"]))
    found = _given(rule, text)
    return None if found == _said(text, spans) else f"finds {found} in {example['text']!r}"


def _prove_macro_never(rule: Rule, text: str, rules: RuleSet) -> str | None:
    found = _given(rule, text)
    return f"must not match, but finds {found} in {text!r}" if found else None


def _given(rule: Rule, text: str) -> list[str]:
    """What the macro of the audit gives, by the engine that the audit runs on; an empty match proves nothing."""
    return [words for words in found_in(_database(), rule, text) if words]


@functools.cache
def _database() -> Any:
    import duckdb

    return duckdb.connect()


_PATTERNS: Mapping[str, tuple[ExampleProver, NeverProver]] = {
    "dates": (prove_date, proves_never),
    "numbers": (prove_number, _prove_never),
    "money": (prove_money, _prove_never),
    "audit": (_prove_macro, _prove_macro_never),
}
"""Kinds whose examples carry values have a prover of their own beside their finder."""


# ---- tables


def _read(text: str, rules: RuleSet) -> Reading:
    """An example as an article of one paragraph."""
    draft = Draft("example", text, text, ((0, 0),), (Part("body", 0, len(text)),))
    return Reading(draft, split_article(draft, rules), rules, load_gazetteer(rules))


def _prove_measure(row: Row, reading: Reading, spans: list[tuple[int, int]]) -> str | None:
    """A number before the form is a count of the row's canonical noun; rows of class `none` give no count."""
    counts = find_counts(reading, find_numbers(reading.view, reading.lower, reading.rules), ())
    found = [(c.start, c.end) for c in counts]
    if found != spans:
        return f"counts {_said(reading.draft.text, found)} in {row['example']!r}"
    other = [c.measure for c in counts if c.measure != row["canonical"]]
    return f"is counted as {other[0]!r}, not {row['canonical']!r}" if other else None


def _prove_title(row: Row, reading: Reading, spans: list[tuple[int, int]]) -> str | None:
    said = [p.title for person in _persons(reading) for p in person.positions]
    return _prove_name(row, reading, spans) or _prove_words(row, said, bool(spans))


def _prove_body(row: Row, reading: Reading, spans: list[tuple[int, int]]) -> str | None:
    said = [p.body or "" for person in _persons(reading) for p in person.positions]
    return _prove_name(row, reading, spans) or _prove_words(row, said, bool(spans))


def _prove_honorific(row: Row, reading: Reading, spans: list[tuple[int, int]]) -> str | None:
    said = [person.honorific or "" for person in _persons(reading)]
    return _prove_name(row, reading, spans) or _prove_words(row, said, bool(spans))


def _prove_name(row: Row, reading: Reading, spans: list[tuple[int, int]]) -> str | None:
    """The persons with a post are those that are marked."""
    found = [(s.start, s.end) for person in _persons(reading) for s in person.spans]
    return None if found == spans else f"names {_said(reading.draft.text, found)} in {row['example']!r}"


def _prove_words(row: Row, said: Iterable[str], public: bool) -> str | None:
    """What the row's `canonical` says stands in one of the records."""
    fixed = fold_key(_LEFT_TO_TEXT.sub("", row["canonical"]))
    if not public or any(fixed in fold_key(words) for words in said):
        return None
    return f"gives {list(said)}, not {row['canonical']!r}, in {row['example']!r}"


def _persons(reading: Reading) -> tuple[Official, ...]:
    return find_officials(reading, find_places(reading, day=DEFAULT_DAY))


def _prove_unit_word(row: Row, reading: Reading, spans: list[tuple[int, int]]) -> str | None:
    """The one place of the example has the kind that the form stands for; forms with the role `none` make no place."""
    places = find_places(reading, day=DEFAULT_DAY).places
    said = [f"{place.kind or ''} {place.name}".strip() for place in places]
    if row["role"] == "none":
        return f"makes a place of {row['example']!r}: {said}" if places else None
    if len(places) == 1 and row["kind"] in {"", places[0].kind}:
        return None
    return f"gives {said} in {row['example']!r}, not one {row['kind'] or 'place'}"


def _prove_form(table: str) -> RowProver:
    """The forms of the table in the example, the longest at each place, are those marked; `plain` is a form too."""

    def prove(row: Row, reading: Reading, spans: list[tuple[int, int]]) -> str | None:
        forms = {r["form"]: r.get("plain", r["form"]) for r in reading.rules.table(table)}
        text = reading.draft.text
        found = [m.span() for m in regex.finditer(words_pattern(forms), text)]
        if found != spans or [w.lower() for w in _said(text, spans)] != [row["form"]]:
            return f"finds {_said(text, found)} in {row['example']!r}"
        plain = forms[row["form"]]
        return None if forms.get(plain) == plain else f"{plain!r} is no plain form of {table}.csv"

    return prove


_ROWS: Mapping[str, RowProver] = {
    "measures": _prove_measure,
    "titles": _prove_title,
    "bodies": _prove_body,
    "honorifics": _prove_honorific,
    "surnames": _prove_name,
    "unit_words": _prove_unit_word,
    "deeds": _prove_form("deeds"),
    "doers": _prove_form("doers"),
    "prices": _prove_form("prices"),
}
