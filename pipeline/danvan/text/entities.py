"""Names of persons, places and bodies by our own model: one CRF over syllables, without words or parts of speech.

What is a name here. PER: the name alone, without honorific or title. LOC: an administrative unit or settlement with its
unit word, also behind an organ ("Huyện ủy" ORG, "Gò Công Tây" LOC). ORG: an organ without the unit behind it; a school,
a firm or a post with all of its name. The model was trained by `python -m danvan.train`; it stands in names.tsv.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

import regex

from danvan.ruleset import RuleSet
from danvan.text.view import fold_key, fold_view

Label = Literal["PER", "LOC", "ORG"]
Range = tuple[int, int]

MODEL = Path(__file__).with_name("names.tsv")

LONGEST_FOR_NAMES = 2_000
"""Characters: a longer sentence is a table or a page without stops, and goes without names."""
_BATCH = 2_000
"""Tokens that are tagged together: the weights that are added up then take less than four megabytes."""

TEMPLATES = (
    *(f"T[{at}]" for at in range(-3, 4)),
    *("T[-3,-2]", "T[-2,-1]", "T[-1,0]", "T[0,1]", "T[1,2]", "T[2,3]", "T[-2,0]", "T[0,2]"),
    *(f"T[{at}][1]" for at in range(-2, 3)),
    *("T[-1,0][1]", "T[0,1][1]", "T[-1,1][1]", "T[-2,0][1]", "T[0,2][1]", "T[-3,0][1]", "T[0,3][1]"),
    *("T[0][2]", "T[0][3]", "T[0][4]", "T[0][5]", "T[0][6]", "T[0][7]"),
    *(f"T[{at}].surname" for at in range(-3, 3)),
    *("T[-1,0].surname", "T[0,1].surname"),
    *("T[-3,-2].unit", "T[-2,-1].unit", "T[-1,0].unit", "T[0,1].unit", "T[1,2].unit", "T[-2,0].unit", "T[0,2].unit"),
    *("T[-1].unit", "T[0].unit"),
)
"""What the model looks at (crf.Tagger says how to read it). Columns: 0 syllable in lower case, 1 its shape; of the run
of capitals around it: 2 the word before, 3 two words before, 4 the word behind, 5 two words behind, 6 its place in the
run; 7 that place with the word before. `surname` and `unit` are the names of rules/surnames.csv and the gazetteer."""

_TOKEN = regex.compile(r"[\p{L}\p{M}]++(?:'[\p{L}\p{M}]++)*+|\d++|[^\w\s]|_")
_LONGEST_PLACE_IN_RUN = 6


@dataclass(frozen=True, slots=True)
class Entity:
    """A name at [start, end): of a person, a place or a body."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Names:
    """The names of some sentences, and the sentences that were too long to be read for names."""

    found: tuple[Entity, ...]
    skipped: tuple[Range, ...]


class NameSource(Protocol):
    """Whatever finds names: our model, underthesea's, a spaCy pipe."""

    def entities(self, text: str, sentences: Iterable[Range]) -> Names:
        """The names in each of the sentences, in order."""
        ...


class NameTagger:
    """Our model, loaded. One object serves any number of texts."""

    def __init__(self, rules: RuleSet, model: Path = MODEL) -> None:
        from danvan.text.crf import Tagger, read_weights

        self._tagger = Tagger(read_weights(model), TEMPLATES, {}, lexicons(rules))

    def entities(self, text: str, sentences: Iterable[Range]) -> Names:
        given = list(sentences)
        short = [s for s in given if s[1] - s[0] <= LONGEST_FOR_NAMES]
        found: list[Entity] = []
        batch: list[list[Range]] = []
        columns: list[list[list[str]]] = []
        size = 0
        for start, end in short:
            spans, forms = read_tokens(text, start, end)
            if batch and size + len(spans) > _BATCH:
                found += self._found(batch, columns)
                batch, columns, size = [], [], 0
            batch.append(spans)
            columns.append(make_columns(forms))
            size += len(spans)
        found += self._found(batch, columns)
        return Names(tuple(found), tuple(s for s in given if s[1] - s[0] > LONGEST_FOR_NAMES))

    def _found(self, batch: Sequence[Sequence[Range]], columns: Sequence[Sequence[Sequence[str]]]) -> list[Entity]:
        tags = self._tagger.tag(columns)
        return [
            entity
            for spans, labels in zip(batch, tags, strict=True)
            for entity in join_labels(zip(spans, labels, strict=True))
        ]


def load_names(rules: RuleSet) -> NameTagger:
    """Our model beside the surnames and units of these rules, loaded once a rule set."""
    if "name_tagger" not in rules.cache:
        rules.cache["name_tagger"] = NameTagger(rules)
    found = rules.cache["name_tagger"]
    assert isinstance(found, NameTagger)
    return found


def lexicons(rules: RuleSet) -> dict[str, set[str]]:
    """Surnames, and names of units in syllables as `read_tokens` cuts them, in lower case."""
    units = {row["name"] for row in rules.table("gazetteer/units")}
    return {
        "surname": {_spaced(row["form"]) for row in rules.table("surnames")},
        "unit": {key for key in map(_spaced, units) if not key.isdigit()},
    }


def _spaced(name: str) -> str:
    return " ".join(_TOKEN.findall(fold_key(name)))


def compose(text: str) -> tuple[str, Callable[[int], int]]:
    """The text in NFC, and the way from its offsets back to those of `text`."""
    if unicodedata.is_normalized("NFC", text):
        return text, int
    parts, starts, position = [], [], 0
    for cluster in regex.findall(r"\P{M}\p{M}*|\p{M}+", text):
        composed = unicodedata.normalize("NFC", cluster)
        same = len(composed) == len(cluster)
        starts += [position + (i if same else 0) for i in range(len(composed))]
        parts.append(composed)
        position += len(cluster)
    starts.append(position)
    return "".join(parts), starts.__getitem__


def read_tokens(text: str, start: int, end: int) -> tuple[list[Range], list[str]]:
    """Syllables, numbers and marks of text[start:end] as spans of the text, and their folded forms."""
    composed, at = compose(text[start:end])
    spans, forms = [], []
    for match in _TOKEN.finditer(fold_view(composed)):
        spans.append((start + at(match.start()), start + at(match.end())))
        forms.append(match.group())
    return spans, forms


def make_columns(forms: Sequence[str]) -> list[list[str]]:
    """The columns that TEMPLATES look at."""
    lower = ["0" * min(len(form), 4) if form[0].isdecimal() else form.lower() for form in forms]
    shapes = [_shape(form) for form in forms]
    nothing = ["-"] * len(forms)
    before, before_two, behind, behind_two, place, both = (list(nothing) for _ in range(6))
    index = 0
    while index < len(forms):
        if shapes[index][0] != "A":
            index += 1
            continue
        first = index
        while index < len(forms) and shapes[index][0] == "A":
            index += 1
        left = lower[first - 1] if first else "BOS"
        right = lower[index] if index < len(forms) else "EOS"
        left_two = f"{lower[first - 2] if first > 1 else 'BOS'} {left}"
        right_two = f"{right} {lower[index + 1] if index + 1 < len(forms) else 'EOS'}"
        length = min(index - first, _LONGEST_PLACE_IN_RUN)
        for at in range(first, index):
            rank = f"{min(at - first, _LONGEST_PLACE_IN_RUN)}/{length}"
            before[at], before_two[at], behind[at], behind_two[at] = left, left_two, right, right_two
            place[at], both[at] = rank, f"{rank} {left}"
    return [lower, shapes, before, before_two, behind, behind_two, place, both]


def _shape(form: str) -> str:
    """ "A" opens the shapes of what begins with a capital: "Aa" Thạch, "A" Y, "AA" UBND, "A'" H'Nhơn."""
    if form[0].isdecimal():
        return "9"
    if not form[0].isalpha():
        return form
    if not form[0].isupper():
        return "a"
    if "'" in form:
        return "A'"
    if len(form) == 1:
        return "A"
    return "AA" if form.isupper() else "Aa"


def join_labels(tagged: Iterable[tuple[Range, str]]) -> list[Entity]:
    """Runs of one label: "B-" opens one, so does "I-" of another label than the token before has."""
    found: list[Entity] = []
    before = "O"
    for (start, end), tag in tagged:
        kind: Any = tag[2:]
        if kind in {"PER", "LOC", "ORG"}:
            if tag[0] == "I" and before[2:] == kind:
                found[-1] = Entity(found[-1].start, end, kind)
            else:
                found.append(Entity(start, end, kind))
        before = tag
    return found
