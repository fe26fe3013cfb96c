"""The words that tell places, made ready once a rule set: unit words, what stands between names, who is a person.

The words are data in rules/places.toml and rules/unit_words.csv.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from danvan.find.phrases import tree_pattern
from danvan.match import ALONE
from danvan.reading import Reading
from danvan.records import Level
from danvan.ruleset import Rule, RuleSet

UNIT_LEVELS: tuple[Level, ...] = ("commune", "district", "province")
CLINGS = "(\"'/,.;-"
NUMBER_WORD = "số"
"""May stand between a settlement's word and its number: "ấp số 3"."""


@dataclass(frozen=True, slots=True)
class Form:
    """A unit word with what it says; `role` is unit, short, body, organ, settlement or none (rules/unit_words.csv)."""

    form: str
    kind: str | None
    levels: tuple[Level, ...]
    role: str


@dataclass(frozen=True)
class Lexicon:
    """The words of rules/, made ready: built once a rule set. Keys of `lower` are lower case, of `cased` as written."""

    lower: Mapping[str, Form]
    cased: Mapping[str, Form]
    first_words: frozenset[str]
    last_words: frozenset[str]
    measures: frozenset[str]
    surnames: frozenset[str]
    attributes: tuple[str, ...]
    words: Mapping[str, Any]
    closes: Callable[[str], bool]
    """Whether a word right before a name may be a unit word or end what stands between the two."""

    def says(self, rule: str, text: str) -> bool:
        """Whether the whole of `text` is one of the rule's words."""
        return _is_word(self.words[rule], text)

    def joins(self, rule: str, gap: str) -> bool:
        """Whether the whole of what stands between two names is such a joint."""
        return self.words[rule].fullmatch(gap) is not None

    def starts(self, rule: str, view: str, at: int) -> bool:
        """Whether one of the rule's words stands at `at`."""
        return self.words[rule].match(view, at, len(view), *ALONE) is not None


@functools.lru_cache(maxsize=16384)
def _is_word(pattern: Any, text: str) -> bool:
    return pattern.fullmatch(text) is not None


def load_lexicon(rules: RuleSet) -> Lexicon:
    """The words that tell places, made ready once a rule set and kept in `rules.cache`."""
    if "places.lexicon" not in rules.cache:
        rules.cache["places.lexicon"] = _build_lexicon(rules)
    return cast(Lexicon, rules.cache["places.lexicon"])


def _build_lexicon(rules: RuleSet) -> Lexicon:
    lower: dict[str, Form] = {}
    cased: dict[str, Form] = {}
    for row in rules.table("unit_words"):
        level = row["level"]
        levels: tuple[Level, ...] = (cast(Level, level),) if level else ("district", "province")
        form = Form(row["form"], row["kind"] or None, UNIT_LEVELS if row["role"] == "organ" else levels, row["role"])
        if form.role == "organ" or form.form == form.form.lower():
            lower[form.form.lower()] = form
        else:
            cased[form.form] = form
            cased.setdefault(form.form.replace(".", " ").strip(), form)  # the words of a run lost their dots: "T P"
    # "ấp 3 xã An Trạch": a unit behind a number is the next name, and "có" (class none) goes on with the sentence
    counted = (row for row in rules.table("measures") if row.get("class") not in {"unit", "none"})
    attributes = tuple(need for rule in rules.starting("places", "place.attribute") for need in rule.needs)
    last_words = frozenset(form.split()[-1].lower() for form in (*lower, *cased))
    attribute_ends = tuple({need.split()[-1] for need in attributes})

    @functools.lru_cache(maxsize=16384)
    def closes(text: str) -> bool:
        word = text.rsplit(maxsplit=1)[-1]
        return (
            word_key(word) in last_words
            or word.endswith(":")
            or word == NUMBER_WORD
            or word.lower().endswith(attribute_ends)
        )

    return Lexicon(
        lower,
        cased,
        frozenset(form.split()[0].lower() for form in (*lower, *cased)),
        last_words,
        frozenset(row["form"].lower() for row in counted),
        frozenset(row["form"] for row in rules.table("surnames")),
        attributes,
        {rule.id: rule.regex for rule in rules.of("places")},
        closes,
    )


def word_key(word: str) -> str:
    """A word before a name without what clings to it: "(xã", "UBND/xã"."""
    return word.lstrip(CLINGS).lower().rsplit("/", 1)[-1]


def anchored(reading: Reading, prefix: str) -> Iterator[tuple[Rule, int, int]]:
    """The matches, rule by rule, of the place rules of this prefix, whose patterns begin with one of their `needs`."""
    pattern, rules_at = _anchors(reading.rules, prefix)
    found: list[tuple[int, Rule, int, int]] = []
    needed = pattern.search(reading.lower)
    while needed is not None:
        at = needed.start()
        for index, rule in rules_at[needed.group()]:
            match = rule.regex.match(reading.view, at)
            if match is not None:
                found.append((index, rule, match.start(), match.end()))
        needed = pattern.search(reading.lower, at + 1)
    for _, rule, start, end in sorted(found, key=lambda hit: hit[0]):
        yield rule, start, end


def _anchors(rules: RuleSet, prefix: str) -> tuple[re.Pattern[str], Mapping[str, Sequence[tuple[int, Rule]]]]:
    """One pattern for all the needs of these rules, and the rules to try where it finds one, with their numbers."""
    key = "places.anchors:" + prefix
    if key not in rules.cache:
        needs = [(need, at, r) for at, r in enumerate(rules.starting("places", prefix)) for need in r.needs]
        # the longest need wins: the shorter ones it begins with stand there too
        table = {found: [(at, r) for need, at, r in needs if found.startswith(need)] for found, _, _ in needs}
        pattern = re.compile(tree_pattern(table) or r"(?!)")
        rules.cache[key] = pattern, table
    return cast("tuple[re.Pattern[str], Mapping[str, Sequence[tuple[int, Rule]]]]", rules.cache[key])
