"""What every finder gets: the article under reading, its sentences, the rules and the gazetteer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from danvan.gazetteer import Gazetteer
from danvan.heads import HeadIndex, heads_of, heads_of_forms
from danvan.match import ALONE, Match, find, find_at
from danvan.records import Span
from danvan.ruleset import Rule, RuleSet, in_lower_case
from danvan.text.article import Draft, PartKind
from danvan.text.segment import Sentence
from danvan.text.view import fold_key


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that a rule saw and another reason ruled out; `danvan explain` prints these."""

    start: int
    end: int
    rule: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """One article under reading. Offsets are those of `draft.text`; `view` and `lower` are of the same length."""

    draft: Draft
    sentences: tuple[Sentence, ...]
    rules: RuleSet
    gazetteer: Gazetteer
    rejections: list[Rejection] = field(default_factory=list, compare=False)
    cues: dict[tuple[str, int, int], tuple[Match, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """What link/cues.py has found so far: several questions look at the same stretch."""

    _asked: list[Sentence] = field(default_factory=list, init=False, compare=False, repr=False)

    _begun: dict[str, tuple[list[int], list[int]] | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @cached_property
    def view(self) -> str:
        return self.draft.view

    @cached_property
    def lower(self) -> str:
        return self.draft.lower

    @cached_property
    def heads(self) -> HeadIndex:
        """The rules that `find` is asked for, and the tables of titles and honorifics, by the words they begin with."""
        built: HeadIndex | None = self.rules.cache.get("heads")
        if built is None:
            asked = [rule for file in ("cues", "models") for rule in self.rules.of(file)]
            found = {rule.id: heads_of(in_lower_case(rule.regex.pattern)) for rule in asked}
            for table in ("titles", "honorifics"):
                found[table] = heads_of_forms(fold_key(row["form"]) for row in self.rules.table(table))
            built = self.rules.cache["heads"] = HeadIndex({name: h for name, h in found.items() if h is not None})
        return built

    @cached_property
    def starts(self) -> dict[str, list[int]]:
        """Where each rule of `heads` may begin, by its id, and each table, by its name."""
        return self.heads.starts(self.lower)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence that holds `offset`, or of the last one before it; 0 at the least."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset`, or the last one before it."""
        # questions come in runs about one sentence
        if self._asked and self._asked[0].start <= offset < self._asked[0].end:
            return self._asked[0]
        found = self.sentences[self.sentence_index(offset)]
        self._asked[:] = [found]
        return found

    def match(self, rule: Rule, start: int, end: int | None = None) -> Any:
        """The engine's match of a rule at `start`, or None."""
        pattern, text = (rule.regex, self.view) if rule.lower is None else (rule.lower, self.lower)
        return pattern.match(text, start, len(text) if end is None else end, *ALONE)

    def search(self, rule: Rule, start: int, end: int) -> Any:
        """The engine's first match of a rule in [start, end), or None."""
        pattern, text = (rule.regex, self.view) if rule.lower is None else (rule.lower, self.lower)
        return pattern.search(text, start, end)

    def find(self, rule: Rule, start: int, end: int) -> list[Match]:
        """Every match of a rule in [start, end), in order."""
        if rule.id not in self.heads.keys:
            return find(rule, self.view, self.lower, start, end)
        places = self.starts.get(rule.id)
        return find_at(rule, places, start, end, view=self.view, lower=self.lower) if places else []

    def begun(self, prefix: str, start: int, end: int) -> Sequence[Rule] | None:
        """The cue rules of a prefix that may begin in [start, end), in their order; None where that cannot be told."""
        begins = self._begins(prefix)
        if begins is None:
            return None
        places, numbers = begins
        rules = self.rules.starting("cues", prefix)
        return [rules[n] for n in sorted(set(numbers[bisect_left(places, start) : bisect_left(places, end)]))]

    def may_begin(self, prefix: str, start: int, end: int) -> bool:
        """Whether one of the cue rules of a prefix may begin in [start, end)."""
        begins = self._begins(prefix)
        if begins is None:
            return True
        first = bisect_left(begins[0], start)
        return first < len(begins[0]) and begins[0][first] < end

    def _begins(self, prefix: str) -> tuple[list[int], list[int]] | None:
        """Where rules of a prefix may begin, in order, and the number of the rule that may begin there."""
        if prefix in self._begun:
            return self._begun[prefix]
        rules = self.rules.starting("cues", prefix)
        found = None
        if all(rule.id in self.heads.keys for rule in rules):
            pairs = sorted((place, n) for n, rule in enumerate(rules) for place in self.starts.get(rule.id, ()))
            found = [place for place, _ in pairs], [n for _, n in pairs]
        self._begun[prefix] = found
        return found

    def part_at(self, offset: int) -> PartKind | None:
        return self.draft.part_at(offset)

    def span(self, start: int, end: int) -> Span:
        """The record's span: always a slice of the text itself."""
        return Span(start=start, end=end, text=self.draft.text[start:end])

    def reject(self, start: int, end: int, rule: str, reason: str) -> None:
        """Remember, for `danvan explain`, why something that looked like a fact is none."""
        self.rejections.append(Rejection(start, end, rule, reason))
