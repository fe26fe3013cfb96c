"""Sentence ends, words and names by underthesea, as spans. The only importer of underthesea, inside its loaders.

Words, tags and names are those of `underthesea.word_tokenize`, `pos_tag` and `ner`; the models and patterns are
underthesea's own. Spans count characters of the text that came in: it is never changed, only a copy is normalised.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from danvan.text.entities import LONGEST_FOR_NAMES, Entity, Names, NameSource, Range, compose, join_labels

if TYPE_CHECKING:
    from danvan.text.crf import Tagger

Piece = tuple[int, int, str]
"""A token or word: start, end, and its normalised form, which the models see."""

_LONGEST_CHUNK = 200
"""Characters without a blank that underthesea's patterns see at once: some of them are quadratic."""
_BATCH = 1_000
"""Tokens that are tagged together: the weights that are added up then take less than four megabytes."""
_MEMO = 50_000
"""Chunks whose tokens are remembered, before the memory is cleared."""

_CHUNK = re.compile(rf"\S{{1,{_LONGEST_CHUNK}}}")
_CAPITALS = regex.compile(r"\p{Lu}[\p{L}\p{M}'’]{0,30}(?:[ \u00a0]{1,2}\p{Lu}[\p{L}\p{M}'’]{0,30})++")


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


@dataclass(frozen=True, slots=True)
class Word:
    """One or more tokens at [start, end): "ủy ban". `tag` is the part of speech, as underthesea's `pos_tag` has it."""

    start: int
    end: int
    form: str
    tag: str


class Tokenizer:
    """underthesea's `tokenize` with spans. `forms` gives a token of at most 6 characters another form: "hoá" "hóa"."""

    def __init__(self, patterns: Any, characters: Mapping[str, str], forms: Mapping[str, str]) -> None:
        self._finditer = patterns.finditer
        self._characters = str.maketrans(dict(characters))
        self._forms = {form: other for form, other in forms.items() if len(form) <= 6}
        self._memo: dict[str, tuple[Piece, ...]] = {}

    def pieces(self, text: str, start: int, end: int) -> list[Piece]:
        """The tokens of text[start:end], which is read as if it stood alone."""
        composed, at = compose(text[start:end])
        copy = composed.translate(self._characters)
        forms = self._forms
        found = []
        for match in _CHUNK.finditer(copy):
            chunk, (first, last) = match.group(), match.span()
            if chunk.isalpha() and "ʺ" not in chunk:
                found.append((start + at(first), start + at(last), forms.get(chunk, chunk)))
                continue
            # Some patterns ask for the end of the text, others for a blank.
            rest = copy[last : last + 2]
            for a, b, form in self._cut(chunk + (rest if len(rest) < 2 else " ")):
                found.append((start + at(first + a), start + at(first + b), form))
        return found

    def _cut(self, chunk: str) -> tuple[Piece, ...]:
        known = self._memo.get(chunk)
        if known is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            known = self._memo[chunk] = tuple(
                (m.start(), m.end(), self._forms.get(m.group(), m.group())) for m in self._finditer(chunk)
            )
        return known


class Ner:
    """The chain of words, tags and names, loaded. One object serves any number of texts."""

    def __init__(self, tokenizer: Tokenizer, words: Tagger, tags: Tagger, names: Tagger) -> None:
        self._tokenizer = tokenizer
        self._words = words
        self._tags = tags
        self._names = names

    def tokens(self, text: str, start: int, end: int) -> list[Range]:
        """Syllables, numbers and marks of text[start:end]."""
        return [(t[0], t[1]) for t in self._tokenizer.pieces(text, start, end)]

    def words(self, text: str, sentences: Iterable[Range]) -> list[list[Range]]:
        """The words of each sentence, as `underthesea.word_tokenize` cuts it."""
        return [
            [(w[0], w[1]) for w in words] for batch in self._batches(text, sentences) for words in self._join(batch)
        ]

    def tagged(self, text: str, sentences: Iterable[Range]) -> list[list[tuple[Word, str]]]:
        """Words with their parts of speech and the tags of `underthesea.ner` ("O", "B-PER", "I-PER" ...)."""
        out = []
        for batch in self._batches(text, sentences):
            joined = self._join(batch)
            forms = [[w[2] for w in words] for words in joined]
            # A second column stands for tags that are not known yet; underthesea fills it with "X" too.
            tags = self._tags.tag([(f, ["X"] * len(f)) for f in forms])
            labels = self._names.tag([(f, t, ["X"] * len(f), ["X"] * len(f)) for f, t in zip(forms, tags, strict=True)])
            out += [
                [(Word(*word, tag), label) for word, tag, label in zip(*columns, strict=True)]
                for columns in zip(joined, tags, labels, strict=True)
            ]
        return out

    def entities(self, text: str, sentences: Iterable[Range]) -> Names:
        """The names in each of the sentences, in order."""
        given = list(sentences)
        short = [s for s in given if s[1] - s[0] <= LONGEST_FOR_NAMES]
        tagged = self.tagged(text, short)
        found = tuple(e for words in tagged for e in join_labels(((w.start, w.end), tag) for w, tag in words))
        return Names(found, tuple(s for s in given if s[1] - s[0] > LONGEST_FOR_NAMES))

    def _batches(self, text: str, sentences: Iterable[Range]) -> Iterator[list[list[Piece]]]:
        batch: list[list[Piece]] = []
        size = 0
        for start, end in sentences:
            tokens = self._tokenizer.pieces(text, start, end)
            if batch and size + len(tokens) > _BATCH:
                yield batch
                batch, size = [], 0
            batch.append(tokens)
            size += len(tokens)
        if batch:
            yield batch

    def _join(self, batch: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
        """Tokens to words, their forms with one blank between them."""
        joined = []
        all_tags = self._words.tag([([form for _, _, form in tokens],) for tokens in batch])
        for tokens, tags in zip(batch, all_tags, strict=True):
            words: list[Piece] = []
            for token, tag in zip(tokens, tags, strict=True):
                if tag == "I-W" and words:
                    start, _, form = words[-1]
                    words[-1] = (start, token[1], f"{form} {token[2]}")
                else:
                    words.append(token)
            joined.append(words)
        return joined


@functools.cache
def load_ner() -> Ner:
    """underthesea's models for words, parts of speech and names, loaded once. `load_ner.cache_clear()` forgets."""
    import joblib  # type: ignore[import-untyped]
    import underthesea
    from underthesea.pipeline.ner.model_crf import CRFNERPredictor
    from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor
    from underthesea.pipeline.text_normalize.text_normalizer import character_map, token_map
    from underthesea.pipeline.word_tokenize.regex_tokenize import patterns

    from danvan.text.crf import Tagger, read_crf

    home = Path(underthesea.__file__).parent / "pipeline"
    segmenter = home / "word_tokenize" / "models" / "ws_crf_vlsp2013_20230727"
    return Ner(
        Tokenizer(patterns, character_map, token_map),
        Tagger(
            read_crf(segmenter / "models.bin"),
            joblib.load(segmenter / "features.bin"),
            {"istitle": _opens_upper, "isdigit": _is_number},
            {"is_in_dict": joblib.load(segmenter / "dictionary.bin")},
        ),
        Tagger(
            read_crf(home / "pos_tag" / "pos_crf_2017_10_11.bin"),
            CRFPOSTagPredictor.Instance().transformer.template,
            {"istitle": _is_title},
            {},
        ),
        Tagger(
            read_crf(home / "ner" / "ner_crf_2017_10_12.bin"),
            CRFNERPredictor.Instance().transformer.template,
            {"istitle": _is_title},
            {},
        ),
    )


def _opens_upper(token: str) -> bool:
    """What underthesea_core takes for a title: "Xã", "XÃ", and also "12" and "%", which have no lower case."""
    return token[0] == token[0].upper()


def _is_number(token: str) -> bool:
    """ASCII digits only, as in underthesea_core."""
    return token.isascii() and token.isdigit()


def _is_title(word: str) -> bool:
    """What underthesea's Python taggers take for a title: every syllable begins with a capital."""
    return all(syllable[:1].istitle() for syllable in word.split(" "))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """The words of text[start:end], as `underthesea.word_tokenize` cuts it: "xã", "Thạch Hà". Blanks are no words."""
    return load_ner().words(text, [(start, len(text) if end is None else end)])[0]


def open_sentences(text: str, sentences: Sequence[Range], settled: Iterable[Range]) -> list[Range]:
    """The sentences in which two capitalised words, or more, stand together outside all `settled` spans.

    Where rules and the gazetteer have explained every name, the models need not look (stack.md A7: one sentence in
    seven is left).
    """
    spans = sorted(settled)
    ends = _running_ends(spans)
    return [
        s for s in sentences if any(_is_open(text, run.span(), spans, ends) for run in _CAPITALS.finditer(text, *s))
    ]


def _running_ends(spans: Sequence[Range]) -> list[int]:
    """For each span the greatest end of it and all before it."""
    ends: list[int] = []
    for _, end in spans:
        ends.append(max(end, ends[-1]) if ends else end)
    return ends


def _is_open(text: str, run: Range, spans: Sequence[Range], ends: Sequence[int]) -> bool:
    """Whether two neighbouring words of a run are both outside all spans."""
    free = 0
    for word in re.finditer(r"\S+", text[run[0] : run[1]]):
        start, end = run[0] + word.start(), run[0] + word.end()
        before = bisect_left(spans, (end, 0))
        covered = before > 0 and ends[before - 1] > start
        free = 0 if covered else free + 1
        if free == 2:
            return True
    return False


@dataclass
class PersonNames:
    """Persons that a tagger sees in a text, sentence by sentence, read when first asked for.

    `source` is called for the tagger at the first question, so that an article without one never loads it.
    """

    text: str
    sentences: Sequence[Range]
    source: Callable[[], NameSource]
    _kept: dict[Range, list[Entity]] = field(default_factory=dict, repr=False)

    @property
    def skipped(self) -> list[Range]:
        """Sentences that are too long for a tagger and count as if no name stood in them."""
        return [s for s in self.sentences if s[1] - s[0] > LONGEST_FOR_NAMES]

    def read(self, sentences: Iterable[Range]) -> None:
        """Read these sentences at once, which is faster than one by one."""
        new = sorted({s for s in sentences if s not in self._kept})
        if not new:
            return
        self._kept |= {s: [] for s in new}
        for entity in self.source().entities(self.text, new).found:
            self._kept[new[bisect_right(new, (entity.start, len(self.text))) - 1]].append(entity)

    def entities(self, start: int, end: int) -> list[Entity]:
        """Names of all kinds that begin in [start, end), in order."""
        touched = [s for s in self.sentences if s[0] < end and start < s[1]]
        self.read(touched)
        return [e for s in touched for e in self._kept[s] if start <= e.start < end]

    def __call__(self, start: int, end: int) -> list[Range]:
        """The names of persons that begin in [start, end), in order."""
        return [(e.start, e.end) for e in self.entities(start, end) if e.label == "PER"]
