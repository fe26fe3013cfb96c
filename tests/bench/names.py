"""Taggers of names on the same gold: underthesea's ner(), ViNLP's where it is installed, and our own.

    python tests/bench/names.py [DIR] [--model FILE] [--errors]

DIR (corpus/work) holds articles and gold/. Every tagger reads every sentence that danvan cuts. Counted are different
names an article. PER: gold officials and non_officials; found in the text and tagged is right, so is the last part of
such a name ("đồng chí Bình"); Hồ Chí Minh counts neither way. LOC: gold places, by name without unit words; a road or
a river is no gold place, so that the precision of all is a lower bound. Honorifics, titles and
unit words in front of a tagged name are forgiven, and all else in lower case there.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import Any

import regex

from danvan.ingest.read import read_inputs
from danvan.ruleset import load_rules
from danvan.steps import open_reading
from danvan.text.article import Draft
from danvan.text.entities import NameTagger
from danvan.text.view import fold_key
from danvan.text.words import load_ner

Tagged = tuple[str, str]
"""Label and text of a name."""
Tagger = Callable[[str, list[tuple[int, int]]], Iterable[Tagged]]

_LOWER_CASE = regex.compile(r"^(?:\p{Ll}\w*[ :.,]+)+")
_NEUTRAL = {"hồ chí minh", "chủ tịch hồ chí minh", "bác hồ", "bác"}


@dataclass
class Tally:
    """Names of one label: in the gold, found of these, tagged, right of these."""

    gold: int = 0
    found: int = 0
    tagged: int = 0
    right: int = 0
    errors: list[str] = field(default_factory=list)

    def row(self) -> str:
        p, r = self.right / max(1, self.tagged), self.found / max(1, self.gold)
        return f"{p:8.3f}{r:8.3f}{2 * p * r / max(p + r, 1e-9):8.3f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("corpus/work"))
    parser.add_argument("--model", type=Path, help="weights of our tagger, where not the package's own")
    parser.add_argument("--errors", action="store_true", help="list what our tagger gets wrong")
    given = parser.parse_args()
    rules = load_rules()
    articles = []
    for draft in read_inputs([str(given.folder)], rules=rules):
        gold = given.folder / "gold" / f"{Path(getattr(draft, 'source', None) or '').stem}.json"
        if isinstance(draft, Draft) and gold.is_file():
            reading = open_reading(draft, rules)
            articles.append((reading, json.loads(gold.read_text(encoding="utf-8"))))
    prefix = _prefix(rules)
    print(f"{len(articles)} articles of {given.folder}")
    print(f"{'':24}{'PER P':>8}{'R':>8}{'F1':>8}{'LOC P':>8}{'R':>8}{'F1':>8}{'ms an article':>16}")
    ours = NameTagger(rules, *([given.model] if given.model else []))
    for name, tagger in _taggers(ours):
        tallies = {"PER": Tally(), "LOC": Tally()}
        spent = 0.0
        for reading, gold in articles:
            start = process_time()
            tagged = set(tagger(reading.draft.text, [(s.start, s.end) for s in reading.sentences]))
            spent += process_time() - start
            _count(tallies, gold, tagged, reading.lower, prefix)
        rows = tallies["PER"].row() + tallies["LOC"].row()
        print(f"{name:24}{rows}{1000 * spent / max(1, len(articles)):16.1f}", flush=True)
        if given.errors and name == "danvan":
            print("\n".join(e for tally in tallies.values() for e in tally.errors))
    return 0


def _taggers(ours: NameTagger) -> Iterator[tuple[str, Tagger]]:
    def danvan(text: str, sentences: list[tuple[int, int]]) -> Iterable[Tagged]:
        return [(e.label, text[e.start : e.end]) for e in ours.entities(text, sentences).found]

    def underthesea(text: str, sentences: list[tuple[int, int]]) -> Iterable[Tagged]:
        return [(e.label, text[e.start : e.end]) for e in load_ner().entities(text, sentences).found]

    yield "danvan", danvan
    yield "underthesea ner()", underthesea
    try:
        import ViNLP
    except ImportError:
        print("ViNLP is not installed (pip install ViNLP==1.2.106)", file=sys.stderr)
        return

    def vinlp(text: str, sentences: list[tuple[int, int]]) -> Iterable[Tagged]:
        return [e for start, end in sentences for e in _joined(ViNLP.ner(text[start:end]))]

    yield "ViNLP ner()", vinlp


def _joined(words: Iterable[tuple[str, str, str, str]]) -> list[Tagged]:
    found: list[Tagged] = []
    before = "O"
    for word, _, _, tag in words:
        if tag[0] == "I" and before[2:] == tag[2:]:
            found[-1] = (tag[2:], f"{found[-1][1]} {word}")
        elif tag != "O":
            found.append((tag[2:], word))
        before = tag
    return [(label, re.sub(r" ([.,'])", r"\1", text.replace("_", " "))) for label, text in found]


def _prefix(rules: Any) -> re.Pattern[str]:
    """Honorifics, titles and unit words in front of a name."""
    forms = [r["form"] for table in ("honorifics", "unit_words", "titles") for r in rules.table(table)]
    ordered = sorted({fold_key(f) for f in forms}, key=len, reverse=True)
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, ordered))})(?:(?<=\.) ?| ))+")


def _count(
    tallies: dict[str, Tally], gold: dict[str, Any], tagged: set[Tagged], lower: str, prefix: re.Pattern[str]
) -> None:
    people = {fold_key(o["name"]) for o in gold["officials"]} | {fold_key(n) for n in gold["non_officials"]}
    people = {p for p in people if p in " ".join(lower.split())} - _NEUTRAL
    places = {fold_key(p["name"]) for p in gold["places"]}
    texts = {prefix.sub("", fold_key(p["text"])) for p in gold["places"]}
    for label, wanted in (("PER", people), ("LOC", places)):
        tally = tallies[label]
        names = {_bare(text, wanted, prefix) for kind, text in tagged if kind == label} - _NEUTRAL
        if label == "PER":
            right = {n for n in names if any(w == n or w.endswith(f" {n}") for w in wanted)}
        else:
            right = {n for n in names if n in wanted or n in texts}
        tally.gold += len(wanted)
        tally.found += len(wanted & names)
        tally.tagged += len(names)
        tally.right += len(right)
        tally.errors += [f"  {label} missed  {n}" for n in sorted(wanted - names)]
        tally.errors += [f"  {label} wrong   {n}" for n in sorted(names - right)]


def _bare(text: str, wanted: set[str], prefix: re.Pattern[str]) -> str:
    key = fold_key(text).strip(" .,;:")
    if key in wanted:
        return key
    key = _LOWER_CASE.sub("", " ".join(text.split())).strip(" .,;:")
    return prefix.sub("", fold_key(key), count=1) if key else fold_key(text)


if __name__ == "__main__":
    sys.exit(main())
