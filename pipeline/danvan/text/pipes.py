"""Names by a spaCy pipeline of the user's own: any with a component that sets entities, a transformer's too."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from danvan.errors import UsageError
from danvan.messages import say
from danvan.ruleset import RuleSet
from danvan.text.entities import LONGEST_FOR_NAMES, Entity, Label, Names, NameSource, Range, load_names
from danvan.text.words import load_ner

if TYPE_CHECKING:
    from spacy.language import Language

PERSONS = ("PER", "PERSON")
"""Labels of persons in most models."""
_OTHERS: dict[str, Label] = {"LOC": "LOC", "GPE": "LOC", "ORG": "ORG"}


class SpacyNames:
    """The entities of a spaCy pipeline, sentence by sentence. `persons`: the labels that mean a person."""

    def __init__(self, pipeline: Language, persons: Iterable[str] = PERSONS) -> None:
        self._pipeline = pipeline
        self._labels: dict[str, Label] = {**_OTHERS, **dict.fromkeys(persons, "PER")}

    def entities(self, text: str, sentences: Iterable[Range]) -> Names:
        given = list(sentences)
        short = [s for s in given if s[1] - s[0] <= LONGEST_FOR_NAMES]
        docs = self._pipeline.pipe(text[start:end] for start, end in short)
        found = tuple(
            Entity(start + span.start_char, start + span.end_char, self._labels[span.label_])
            for (start, _), doc in zip(short, docs, strict=True)
            for span in doc.ents
            if span.label_ in self._labels
        )
        return Names(found, tuple(s for s in given if s[1] - s[0] > LONGEST_FOR_NAMES))


def load_source(names: str | None, rules: RuleSet) -> NameSource:
    """The tagger of that name: None or "danvan" for our own, "underthesea" for its models, else a spaCy pipeline.

    A pipeline is a folder or an installed package, with the labels of persons behind "=" where they are others than
    PER and PERSON: "models/news=NGUOI,PER". Raises UsageError where it is not there, cannot be loaded, has no component
    that sets entities, or knows none of these labels.
    """
    if names in {None, "danvan"}:
        return load_names(rules)
    if names == "underthesea":
        return load_ner()
    assert names is not None
    return _load_pipe(names)


def source_stamp(names: str | None) -> str | None:
    """A tagger with the state of its files: it changes with the model, so that articles are read again. None for ours.

    Sizes and times, not contents: a transformer has half a gigabyte.
    """
    if names is None:
        return None
    root = Path(names.partition("=")[0])
    files = sorted(f for f in root.rglob("*") if f.is_file()) if root.is_dir() else []
    states = (f"{f.relative_to(root).as_posix()}:{f.stat().st_size}:{f.stat().st_mtime_ns}" for f in files)
    return "|".join((names, *states))


@functools.cache
def _load_pipe(names: str) -> SpacyNames:
    import spacy

    model, _, labels = names.partition("=")
    persons = tuple(label.strip() for label in labels.split(",") if label.strip()) or PERSONS
    if not Path(model).exists() and not spacy.util.is_package(model):
        raise UsageError(say("names.missing", model=model))
    try:
        pipeline = spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        raise UsageError(say("names.broken", model=model, reason=" ".join(str(error).split())[:200])) from error
    setters = [name for name in pipeline.pipe_names if "doc.ents" in pipeline.get_pipe_meta(name).assigns]
    if not setters:
        raise UsageError(say("names.no_ner", model=model, pipes=", ".join(pipeline.pipe_names) or "-"))
    known = {label for name in setters for label in _labels_of(pipeline.get_pipe(name))}
    if known and not known.intersection(persons):
        raise UsageError(
            say("names.no_label", model=model, persons=", ".join(persons), labels=", ".join(sorted(known)))
        )
    return SpacyNames(pipeline, persons)


def _labels_of(pipe: Any) -> tuple[str, ...]:
    return tuple(getattr(pipe, "labels", ()))
