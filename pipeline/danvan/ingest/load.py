"""What readers give: pieces of input, each of which can be read into articles by itself, in any process.

A load is cheap to make and cheap to name: `Load.name()` tells whether its articles are known before anything of it
is parsed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal

from danvan.errors import ReadError
from danvan.reasons import Reason, because

Kind = Literal["text", "page", "item", "docx", "pdf"]
"""How a load is read. "text" are bytes of a text, or of a page under the name of one; "item" is text that came as
characters, with what was told beside it."""

DOCUMENT_LIMIT = 64 * 1024 * 1024
"""Bytes of one document, at most: a book of a thousand pages has two."""
ARTICLE_LIMIT = 1_000_000
"""Characters of one article, at most: a report of five hundred pages. Its numbers are weighed against each other, which
takes minutes at that length and days at thirty times that.
"""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gives no article: where it stands, why, how many bytes were read, and which item of its file."""

    source: str
    reason: Reason
    bytes_read: int
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that is left aside: hidden, of a kind that has no reader, or older than what was asked for."""

    source: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Kept:
    """A page in a WARC file, not read yet: its record's bytes, and the hash of its body."""

    path: str
    offset: int
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Load:
    """A piece of input with what is known of it beside its text.

    `key` goes into the ids of its articles, with their text; `source` into their records. `path` and `item` say where
    it stands, for the quarantine. `url`, `title` and `published` (ISO day or minute) come from beside the text,
    `charset` from the header of the answer, `fetched` is when it was asked for (never the publication). The `nth` load
    of one file with the same text has ids of its own. `size`: bytes read for it.
    """

    kind: Kind
    data: bytes | str | Kept
    key: str
    source: str
    path: str
    size: int
    item: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    charset: str | None = None
    link_text: str | None = None
    fetched: str | None = None
    nth: int = 1
    notes: tuple[str, ...] = ()

    def name(self) -> str:
        """Hash of all that its articles depend on, but for rules and code. Equal names, equal articles."""
        match self.data:
            case Kept():
                content = self.data.sha256
            case bytes():
                content = hashlib.sha256(self.data).hexdigest()
            case text:
                content = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        beside = (self.key, self.source, self.url, self.title, self.published, self.charset, self.link_text)
        told = repr((self.kind, content, *beside, self.nth))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Given:
    """A file to read, or a member of an archive.

    `path` is what the quarantine calls it, `name` its path below the folder that was given, the same on every machine;
    `member` its name in the archive `path`. `columns`: of a table, the head of the column by what it holds.
    `raw`: the raw store that the pages of a list of addresses are read from.
    """

    path: str
    name: str
    open: Callable[[], IO[bytes]]
    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    member: str | None = None
    raw: Path | None = None

    @property
    def source(self) -> str:
        """What records call it."""
        return self.path if self.member is None else f"{self.path}/{self.member}"

    def item(self, label: str | None = None) -> str | None:
        """What the quarantine calls a piece of it."""
        return ", ".join(part for part in (self.member, label) if part) or None

    def unreadable(self, reason: Reason, size: int = 0, label: str | None = None) -> Unreadable:
        return Unreadable(self.path, reason, size, self.item(label))

    def whole(self, limit: int = DOCUMENT_LIMIT) -> bytes:
        """Its bytes. Raises ReadError where there are more than `limit`, OSError where it cannot be opened."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise ReadError(because("read.too_large", mb=limit // 2**20))
        return data


Loaded = Load | Unreadable | Skipped


def check_length(characters: int) -> None:
    """Raises ReadError for more than one article, or one page of several, can have."""
    if characters > ARTICLE_LIMIT:
        raise ReadError(because("read.too_long", millions=ARTICLE_LIMIT // 1_000_000))


SAVE_AS = {".xlsx": ".csv", ".xls": ".csv", ".ods": ".csv", ".doc": ".docx", ".odt": ".docx", ".rtf": ".docx"}
"""Kinds of files that an office program turns into one that is read."""


def no_reader(suffix: str) -> Reason:
    """Why a file whose name ends so is left aside."""
    if suffix in SAVE_AS:
        return because("skip.save_as", suffix=suffix, kind=SAVE_AS[suffix])
    return because("skip.suffix", suffix=suffix) if suffix else because("skip.nameless")
