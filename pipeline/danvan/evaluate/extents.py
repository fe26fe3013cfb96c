"""The same facts paired three ways: by exact span, by overlap of spans, by value.

Gold holds words, not offsets. A record holds the exact span where its span's characters are the gold's words; it
overlaps where it shares characters with any place of the text at which these words stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from danvan.evaluate.gold import Gold
from danvan.evaluate.pairs import Pairing, pair
from danvan.evaluate.tallies import Ledger, Tally
from danvan.evaluate.wording import same_words, words_pattern
from danvan.records import Fact, Span

F = TypeVar("F", bound=Fact)


def judge_spans(
    values: Ledger,
    extents: Ledger,
    kind: str,
    golds: Sequence[Gold],
    found: Sequence[F],
    *,
    by_value: Pairing[F],
    spans: Callable[[F], Sequence[Span]],
    same_value: Callable[[Gold, F], bool],
    recall: bool = False,
) -> None:
    """Books the rows "kind, exact span" and "kind, overlap"; "kind, value" is the row that `values` holds.

    `by_value` says which records that row pardons: they are pardoned here too. With `recall`, gold does not hold all
    facts of the kind, and no record is invented.
    """
    judged = {id(f) for _, _, f in by_value.pairs} | {id(f) for f in by_value.invented}
    places = {id(gold): _places(extents.where.text, gold["text"]) for gold in golds}

    def exact(gold: Gold, fact: F) -> bool:
        return any(same_words(gold["text"], span.text) for span in spans(fact))

    def overlap(gold: Gold, fact: F) -> bool:
        return any(span.start < end and start < span.end for span in spans(fact) for start, end in places[id(gold)])

    for way, same in (("exact span", exact), ("overlap", overlap)):
        row = f"{kind}, {way}"
        pair(
            extents, row, golds, found, same, show=lambda f: spans(f)[0].text, spans=spans,
            better=same_value, exempt=lambda f: recall or id(f) not in judged,
        )  # fmt: skip
        if recall:
            tally = extents.tally(row)
            tally.wrong = tally.missed
    right = values.tally(kind)
    extents.tallies[f"{kind}, value"] = Tally(right.right, right.missed, right.wrong)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand: as words of their own, or else anywhere."""
    if not words.strip():
        return []
    pattern = words_pattern(words).pattern
    alone = [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    return alone or [m.span() for m in re.finditer(pattern, text)]
