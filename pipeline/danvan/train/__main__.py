"""Trains the tagger of names anew: `python -m danvan.train [DIR ...] [--output FILE] [--seed N]`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from danvan.errors import DanvanError
from danvan.ingest.read import read_inputs
from danvan.ruleset import RuleSet, load_rules
from danvan.steps import open_reading
from danvan.text.article import Draft
from danvan.text.entities import MODEL
from danvan.train.labels import Skeleton, label_article
from danvan.train.model import train
from danvan.train.sentences import exchange_names, fill_templates, load_words, make_names

SEED = 2026
EXCHANGES, FILLINGS = 3, 60
"""How often a sentence of an article comes again with other names, and a template."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m danvan.train", description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="*", default=["corpus/work"], help="files and folders [corpus/work]")
    parser.add_argument("--output", type=Path, default=MODEL, help="where the weights go [the package's own file]")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    rules = load_rules()
    try:
        drafts = [d for d in read_inputs(given.articles, rules=rules) if isinstance(d, Draft)]
        sentences = make_sentences(drafts, rules, given.seed)
        tokens = train(sentences, rules, given.output)
    except DanvanError as error:
        print(error, file=sys.stderr)
        return 2
    names = Counter(e.label for s in sentences for e in s.entities)
    said = ", ".join(f"{count:,} {label}" for label, count in sorted(names.items()))
    print(f"{len(drafts)} articles, {len(sentences):,} sentences, {tokens:,} tokens, {said}")
    print(f"{given.output}: {given.output.stat().st_size:,} bytes")
    return 0


def make_sentences(drafts: Sequence[Draft], rules: RuleSet, seed: int) -> list[Skeleton]:
    """All sentences to train on: of the articles, of the articles with other names, of the templates."""
    words = load_words()
    names = make_names(rules, words, seed)
    return [
        *exchange_names(list(_label(drafts, rules, words["heads"])), names, EXCHANGES),
        *fill_templates(rules, names, FILLINGS),
    ]


def _label(drafts: Sequence[Draft], rules: RuleSet, heads: Sequence[str]) -> Iterator[Skeleton]:
    for draft in drafts:
        yield from label_article(open_reading(draft, rules), heads)


if __name__ == "__main__":
    sys.exit(main())
