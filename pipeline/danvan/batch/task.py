"""What is done with every input, and what can come of it."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from danvan.ingest.load import Load, Skipped, Unreadable
from danvan.records import ArticleRecord
from danvan.ruleset import RuleSet
from danvan.steps import check_place
from danvan.store.database import sha256
from danvan.store.inputs import Named, Reading
from danvan.store.write import Refused, SetAside
from danvan.text.article import Draft
from danvan.text.entities import MODEL, NameSource
from danvan.text.pipes import load_source, source_stamp


@dataclass(frozen=True)
class Extracted:
    """An article with its record, the record as JSON, and its sentences as spans."""

    draft: Draft
    record: ArticleRecord
    json: str
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An article whose facts are there already, from the same input, rules and code."""

    draft: Draft | Named


@dataclass(frozen=True, slots=True)
class Planned:
    """An article that would be extracted, or set `aside`, and the hash of its input."""

    draft: Named
    input_hash: str
    aside: bool = False


Outcome = Extracted | Unchanged | Refused | Skipped | SetAside


Done = Extracted | Planned | Unchanged | Refused | Skipped | SetAside | Reading
"""What comes out of the pipeline: outcomes, and behind those of a load what it gave."""


Input = Draft | Load | Unreadable | Skipped


@dataclass(frozen=True)
class Task:
    """What is done with every input, in whatever process.

    `place` and `names` (a tagger) are given beside the articles; with `extract` off they are read and no more. Articles
    that are older than `since` (ISO day), or were fetched before where that is known, are skipped. With
    `only_relevant` on, articles that are not about dân vận work are set aside.
    """

    rules: RuleSet
    place: str | None = None
    names: str | None = None
    since: str | None = None
    extract: bool = True
    only_relevant: bool = False

    @functools.cached_property
    def tagger(self) -> NameSource | None:
        return None if self.names is None else load_source(self.names, self.rules)

    def check(self) -> None:
        """Raises UsageError for a tagger that cannot be had and a place that is none: before anything is read."""
        _ = self.tagger
        check_place(self.place, self.rules)

    @property
    def stamp(self) -> str:
        """Names all that facts depend on beside their input."""
        return sha256(self.place, source_stamp(self.names), self.rules.hash, code_hash())

    def hash(self, draft: Draft) -> str:
        return input_hash(draft, self.rules, self.place, source_stamp(self.names))


_LIBRARIES = ("underthesea", "underthesea-core", "spacy", "regex", "trafilatura")
"""What the facts also depend on, beside our own code and the rules."""


def input_hash(draft: Draft, rules: RuleSet, place: str | None, tagger: str | None = None) -> str:
    """Names all that the facts of an article depend on: equal hashes, equal facts. `tagger` is its source_stamp()."""
    parts = " ".join(f"{p.kind}:{p.start}:{p.end}" for p in draft.parts)
    said = (draft.id, draft.source, draft.url, draft.title, draft.author, draft.published)
    return sha256(draft.raw, draft.text, parts, *said, place, tagger, rules.hash, code_hash())


@functools.cache
def code_hash() -> str:
    """Names this very program: its source files, its tagger's weights, the versions of what reads language."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for file in (*sorted(package.rglob("*.py")), MODEL):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library}={metadata.version(library)}".encode())
    return digest.hexdigest()[:16]


def version() -> str:
    return metadata.version("danvan")
