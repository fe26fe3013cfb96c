"""spaCy: `nlp()` and the components behind it, registered as factories through entry points.

```python
import danvan, spacy
from spacy import displacy

doc = danvan.nlp()("Sáng 15/6, huyện Yên Lập tổng kết 118 mô hình dân vận khéo.")
doc.text                     # the article's text: cleaned, NFC
doc.spans["figures"][0]._.danvan.value
displacy.render(doc, style="span", options={"spans_key": "danvan"})

nlp = spacy.blank("xx")      # any other pipeline: the text stays as it is, spans are mapped back to it
nlp.add_pipe("danvan", config={"place": "huyện Yên Lập"})
```
A `Doc` of `danvan.nlp()` holds underthesea's words; every gap but a single blank is a token of its own, so that
`doc.text` is the article's text to the character. `doc._.danvan` is the ArticleRecord.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy import blank
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import DummyTokenizer, filter_spans, registry

from danvan.ingest.read import draft_from_text
from danvan.records import ArticleRecord, Place
from danvan.ruleset import RuleSet, load_rules
from danvan.steps import Names, extract
from danvan.text.article import Draft, Part
from danvan.text.clean import Starts, from_raw, to_raw
from danvan.text.pipes import load_source
from danvan.text.segment import split_article, split_text
from danvan.text.view import fold_lower, fold_view
from danvan.text.words import load_ner

if TYPE_CHECKING:
    from spacy.vocab import Vocab

KINDS = ("dates", "officials", "places", "figures", "money", "models")
"""Keys of `doc.spans`; "danvan" holds the spans of all of them."""
_LABELS = dict(zip(KINDS, ("DATE", "OFFICIAL", "PLACE", "FIGURE", "MONEY", "MODEL"), strict=True))
_RECORD, _PARTS, _SKIPPED = "danvan.record", "danvan.parts", "danvan.skipped"
"""Keys of `doc.user_data`, which is written to disk with a Doc: JSON of the record, parts of the article, spans."""

_log = logging.getLogger("danvan")


def nlp(
    rules: Sequence[str | Path] | str | Path = (),
    *,
    ner: bool = True,
    names: str | Path = "danvan",
    published: str | None = None,
    place: str | None = None,
) -> Language:
    """The pipeline: words, sentences, names, then dates, officials, places, figures, money and models.

    `rules`: folders laid over the shipped rules. `names`: whose names, "danvan" (our own tagger), "underthesea", or a
    spaCy pipeline by folder or package (text/pipes.py). `ner=False` leaves them out; another component that sets
    `doc.ents` may stand in their place (`replace_pipe("danvan_ner", ...)`), its persons are asked for officials.
    `published` and `place` hold for texts that do not tell; `doc._.published` and `doc._.place` for a single Doc.
    """
    layers = [str(rules)] if isinstance(rules, str | Path) else [str(layer) for layer in rules]
    load_rules(*layers)
    tokenizer = {"@tokenizers": "danvan.article.v1", "rules": layers}
    pipeline = blank("xx", config={"nlp": {"tokenizer": tokenizer}})
    pipeline.add_pipe("danvan_sentences", config={"rules": layers})
    if ner:
        pipeline.add_pipe("danvan_ner", config={"names": str(names), "rules": layers})
    pipeline.add_pipe("danvan", config={"rules": layers, "published": published, "place": place})
    return pipeline


class ArticleTokenizer(DummyTokenizer):
    """Raw text to the words of the article in it, as `danvan.extract` reads it: page furniture cut, NFC."""

    def __init__(self, vocab: Vocab, rules: Sequence[str]) -> None:
        self.vocab = vocab
        self.rules = tuple(rules)

    def __call__(self, text: str) -> Doc:
        rules = load_rules(*self.rules)
        draft = draft_from_text(text, rules=rules)
        doc = make_doc(self.vocab, draft.text, [(s.start, s.end) for s in split_article(draft, rules)])
        doc.user_data[_PARTS] = _pack(draft)
        return doc


class WordTokenizer(DummyTokenizer):
    """underthesea's words over a text that is left as it is."""

    def __init__(self, vocab: Vocab, rules: Sequence[str]) -> None:
        self.vocab = vocab
        self.rules = tuple(rules)

    def __call__(self, text: str) -> Doc:
        return make_doc(self.vocab, text, _sentences(text, load_rules(*self.rules)))


@registry.tokenizers("danvan.article.v1")  # type: ignore[untyped-decorator]
def create_article_tokenizer(rules: list[str] | None = None) -> Any:
    """For configs: `[nlp.tokenizer] @tokenizers = "danvan.article.v1"`."""
    return lambda pipeline: ArticleTokenizer(pipeline.vocab, rules or ())


@registry.tokenizers("danvan.words.v1")  # type: ignore[untyped-decorator]
def create_word_tokenizer(rules: list[str] | None = None) -> Any:
    """For configs: `[nlp.tokenizer] @tokenizers = "danvan.words.v1"`."""
    return lambda pipeline: WordTokenizer(pipeline.vocab, rules or ())


def make_doc(vocab: Vocab, text: str, sentences: Iterable[tuple[int, int]]) -> Doc:
    """A Doc over exactly this text, with the words of each sentence."""
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for start, end in (word for sentence in load_ner().words(text, sentences) for word in sentence):
        _add_gap(text[position:start], words, spaces)
        words.append(text[start:end])
        spaces.append(False)
        position = end
    _add_gap(text[position:], words, spaces)
    return Doc(vocab, words=words, spaces=spaces)


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """One blank belongs to the token before it; any other gap is a token."""
    if gap == " " and words:
        spaces[-1] = True
    elif gap:
        words.append(gap)
        spaces.append(False)


@Language.factory("danvan_sentences", default_config={"rules": []}, assigns=["token.is_sent_start", "doc.sents"])
def sentences_factory(nlp: Language, name: str, rules: list[str]) -> Sentences:
    return Sentences(rules)


class Sentences:
    """Sets sentence starts. A token that two sentences share belongs to the first."""

    def __init__(self, rules: Sequence[str]) -> None:
        self.rules = tuple(rules)

    def __call__(self, doc: Doc) -> Doc:
        starts = [start for start, _ in _doc_sentences(doc, load_rules(*self.rules))]
        position = 0
        for token in doc:
            reached = position
            while reached < len(starts) and starts[reached] < token.idx + len(token.text):
                reached += 1
            token.is_sent_start = token.i == 0 or reached > position
            position = reached
        return doc


@Language.factory(
    "danvan_ner",
    default_config={"names": "danvan", "rules": []},
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
)
def ner_factory(nlp: Language, name: str, names: str, rules: list[str]) -> Entities:
    return Entities(names, rules)


class Entities:
    """Sets `doc.ents` to the names (PER, LOC, ORG) that a tagger sees. Entities that are there already stay.

    `names` says which tagger, as load_source() has it. Sentences too long for it are left out; they stand in
    `doc._.danvan_skipped` and are logged. Raises UsageError where the tagger cannot be had.
    """

    def __init__(self, names: str, rules: Sequence[str]) -> None:
        self.names = names
        self.rules = tuple(rules)
        load_source(names, load_rules(*self.rules))

    def __call__(self, doc: Doc) -> Doc:
        sentences = [(s.start_char, s.end_char) for s in doc.sents] if doc.has_annotation("SENT_START") else None
        rules = load_rules(*self.rules)
        names = load_source(self.names, rules).entities(doc.text, sentences or _sentences(doc.text, rules))
        for start, end in names.skipped:
            _log.warning("characters %d to %d: sentence too long to be read for names", start, end)
        doc.user_data[_SKIPPED] = [list(span) for span in names.skipped]
        found = [_expanded(doc, e.start, e.end, e.label) for e in names.found]
        doc.ents = filter_spans([*doc.ents, *_outside(found, doc.ents)])
        return doc


def _outside(spans: Iterable[Span], kept: Sequence[Span]) -> Iterator[Span]:
    taken = {token.i for span in kept for token in span}
    return (span for span in spans if not any(i in taken for i in range(span.start, span.end)))


@Language.factory(
    "danvan",
    default_config={"rules": [], "published": None, "place": None},
    assigns=["doc.spans", "doc._.danvan"],
)
def danvan_factory(nlp: Language, name: str, rules: list[str], published: str | None, place: str | None) -> Records:
    return Records(rules, published, place)


class Records:
    """Reads the Doc as an article: `doc._.danvan`, `doc.spans[kind]` for each of KINDS, and `doc.spans["danvan"]`.

    Spans that cut a token in two grow to whole tokens; `span._.danvan_exact` keeps where they stand to the character.
    """

    def __init__(self, rules: Sequence[str], published: str | None, place: str | None) -> None:
        self.rules = tuple(rules)
        self.published = published
        self.place = place

    def __call__(self, doc: Doc) -> Doc:
        rules = load_rules(*self.rules)
        published = doc._.published or self.published
        draft = _unpack(doc, published) or draft_from_text(doc.text, rules=rules, published=published)
        starts = draft.raw_starts if draft.text != doc.text else ((0, 0),)
        names = _persons(doc, starts) if doc.has_annotation("ENT_IOB") else None
        _store(doc, extract(draft, rules, place=doc._.place or self.place, names=names), starts)
        return doc


def _persons(doc: Doc, starts: Starts) -> Names:
    """The persons among `doc.ents`, by the offsets of the article."""
    spans = [
        (from_raw(starts, e.start_char), from_raw(starts, e.end_char - 1) + 1)
        for e in doc.ents
        if e.label_ in {"PER", "PERSON"}
    ]
    return lambda start, end: [span for span in spans if start <= span[0] < end]


def _store(doc: Doc, record: ArticleRecord, starts: Starts) -> None:
    """Writes the record and its spans into the Doc. `starts` leads from offsets of the article to those of the Doc."""
    doc.user_data[_RECORD] = record.model_dump_json()
    spans = []
    for kind in KINDS:
        own = []
        for index, fact in enumerate(getattr(record, kind)):
            for number, exact in enumerate(_spans_of(fact)):
                span = _expanded(doc, to_raw(starts, exact.start), to_raw(starts, exact.end - 1) + 1, _LABELS[kind])
                span.id_, span.kb_id_ = f"{kind}/{index}/{number}", _code(fact)
                own.append(span)
        doc.spans[kind] = SpanGroup(doc, name=kind, spans=own)
        spans += own
    doc.spans["danvan"] = SpanGroup(doc, name="danvan", spans=sorted(spans, key=lambda s: (s.start, -s.end)))


def _spans_of(fact: Any) -> Sequence[Any]:
    return fact.spans if hasattr(fact, "spans") else (fact.span,)


def _code(fact: Any) -> str:
    """The code of a place, for the span's `kb_id_`; empty for all else."""
    return (fact.unit.code or "") if isinstance(fact, Place) and fact.unit is not None else ""


def _expanded(doc: Doc, start: int, end: int, label: str) -> Span:
    """The span of all tokens that [start, end) touches."""
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    if span is None:
        raise AssertionError(f"characters {start} to {end} lie outside a Doc of {len(doc.text)}")
    return span


def _sentences(text: str, rules: RuleSet) -> list[tuple[int, int]]:
    view = fold_view(text)
    return split_text(view, fold_lower(view), rules)


def _doc_sentences(doc: Doc, rules: RuleSet) -> list[tuple[int, int]]:
    draft = _unpack(doc, None)
    if draft is None:
        return _sentences(doc.text, rules)
    return [(s.start, s.end) for s in split_article(draft, rules)]


def _pack(draft: Draft) -> dict[str, Any]:
    """What the text alone does not tell of an article, fit for `doc.user_data`."""
    return {
        "id": draft.id,
        "parts": [[p.kind, p.start, p.end] for p in draft.parts],
        "title": draft.title,
        "author": draft.author,
        "published": draft.published,
        "published_span": draft.published_span,
        "notes": list(draft.notes),
    }


def _unpack(doc: Doc, published: str | None) -> Draft | None:
    """The article of a Doc that ArticleTokenizer made; None for other Docs."""
    kept = doc.user_data.get(_PARTS)
    if kept is None:
        return None
    span = kept["published_span"]
    return Draft(
        id=kept["id"],
        text=doc.text,
        raw=doc.text,
        raw_starts=((0, 0),),
        parts=tuple(Part(*part) for part in kept["parts"]),
        title=kept["title"],
        author=kept["author"],
        published=kept["published"] or published,
        published_span=(span[0], span[1]) if span else None,
        notes=tuple(kept["notes"]),
    )


@lru_cache(maxsize=8)
def _parse(record: str) -> ArticleRecord:
    return ArticleRecord.model_validate_json(record)


def _record_of(doc: Doc) -> ArticleRecord | None:
    kept = doc.user_data.get(_RECORD)
    return None if kept is None else _parse(kept)


def _fact_of(span: Span) -> Any:
    """The record behind a span of `doc.spans[kind]`; None for other spans."""
    record, name = _record_of(span.doc), span.id_.split("/")
    return getattr(record, name[0])[int(name[1])] if record is not None and name[0] in KINDS else None


def _exact_of(span: Span) -> Any:
    """The record's own Span: characters of `doc._.danvan.article.text`; None for other spans."""
    fact = _fact_of(span)
    return None if fact is None else _spans_of(fact)[int(span.id_.split("/")[2])]


def _skipped_of(doc: Doc) -> list[tuple[int, int]]:
    return [(start, end) for start, end in doc.user_data.get(_SKIPPED, ())]


def _register() -> None:
    options: dict[str, dict[str, Any]] = {
        "danvan": {"getter": _record_of},
        "danvan_skipped": {"getter": _skipped_of},
        "published": {"default": None},
        "place": {"default": None},
    }
    for name, settings in options.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, **settings)
    for name, getter in (("danvan", _fact_of), ("danvan_exact", _exact_of)):
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)


_register()
