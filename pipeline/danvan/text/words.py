"""Sentence ends, words and names by underthesea, as spans. The only importer of underthesea, inside its loaders."""

from __future__ import annotations

import functools
from collections.abc import Callable


@functools.cache
def load_sentence_splitter() -> Callable[[str], list[str]]:
    """underthesea's sentence tokenizer: text to its sentences, in order, stripped of blanks at both ends."""
    from underthesea import sent_tokenize

    return sent_tokenize  # type: ignore[no-any-return]


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as half-open spans. Each piece that comes back is looked up behind the one before it.

    Raises ValueError where the tokenizer gives back text that is not there.
    """
    spans = []
    position = 0
    for piece in load_sentence_splitter()(text):
        start = text.index(piece, position)
        position = start + len(piece)
        spans.append((start, position))
    return spans
