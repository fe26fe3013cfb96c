"""People who were taken out: their names found by hash alone, and texts and records without them.

Every name is replaced by marks of the same length, so that all offsets stay what they were.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from danvan.records import ArticleRecord
from danvan.store.corrections import MARK, squeezed
from danvan.text.view import fold_key

if TYPE_CHECKING:
    import duckdb

# A raw page may be decomposed (NFD) or write its letters as entities.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f]|&(?:#x?[0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});)+")
_BETWEEN = re.compile(r"(?:[\s'’.\u200b-]|&nbsp;|&#160;){1,20}")
_BLANK_ENTITY = re.compile(r"&(?:nbsp|#160|quot|amp|lt|gt|ldquo|rdquo|ndash|mdash);")


def key_of(words: Iterable[str]) -> str:
    """The hash of a name: entities, case and the place of tone marks do not matter."""
    return hashlib.sha256(" ".join(_folded(word) for word in words).encode()).hexdigest()


def words_of(text: str) -> list[str]:
    """The words of a name."""
    return [m.group() for m in _words(text)]


def _folded(word: str) -> str:
    return fold_key(html.unescape(word) if "&" in word else word)


def _words(text: str) -> Iterator[re.Match[str]]:
    # An entity that is no letter ends a word; it is looked over by marks of its own length.
    clear = _BLANK_ENTITY.sub(lambda m: " " * len(m.group()), text) if "&" in text else text
    yield from _WORD.finditer(clear)


@dataclass(frozen=True)
class Forgotten:
    """The names as hashes; `lengths` are how many words they have."""

    hashes: frozenset[str] = frozenset()
    lengths: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.hashes)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the text has one of the names, half-open, ascending."""
        words = list(_words(text))
        folded = [_folded(m.group()) for m in words]
        found: list[tuple[int, int]] = []
        for at in range(len(words)):
            for length in self.lengths:
                chain = words[at : at + length]
                if len(chain) < length or not _joined(text, chain):
                    continue
                if hashlib.sha256(" ".join(folded[at : at + length]).encode()).hexdigest() in self.hashes:
                    found.append((chain[0].start(), chain[-1].end()))
        return found

    def names(self, name: str) -> bool:
        """Whether the name is one of them, with or without what stands before or behind it."""
        return bool(self.spans(name))

    def hide(self, text: str) -> str:
        """The text with marks for the names."""
        return marked(text, self.spans(text)) if self.hashes else text


def _joined(text: str, chain: Sequence[re.Match[str]]) -> bool:
    return all(_BETWEEN.fullmatch(text, one.end(), other.start()) for one, other in pairwise(chain))


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with marks at the spans, of the same length; blanks stay."""
    for start, end in spans:
        text = text[:start] + "".join(c if c.isspace() else MARK for c in text[start:end]) + text[end:]
    return text


def read_forgotten(con: duckdb.DuckDBPyConnection) -> Forgotten:
    """The names that the database keeps out."""
    rows = con.execute("SELECT name_hash, words FROM forgotten").fetchall()
    return Forgotten(frozenset(row[0] for row in rows), tuple(sorted({row[1] for row in rows}, reverse=True)))


def blanked_text(text: str, forgotten: Forgotten, mentions: Iterable[tuple[int, int]]) -> str:
    """The text of an article without the names, and without shorter mentions of the same people ("đồng chí Lộc")."""
    return marked(text, [*forgotten.spans(text), *mentions])


def hider(before: str, after: str, otherwise: Callable[[str], str]) -> Callable[[str], str]:
    """What takes the names out of a string: one cut out of the text `before` is cut out of `after`, what is left of it;
    for any other string there is `otherwise`.
    """
    whole, _ = squeezed(before)
    left, _ = squeezed(after)

    def hide(text: str) -> str:
        at = whole.find(text) if len(text) > 20 else -1
        return otherwise(text if at < 0 else left[at : at + len(text)])

    return hide


def scrub(record: ArticleRecord, forgotten: Forgotten) -> ArticleRecord:
    """The record without the people; the very same one where it names none of them."""
    people = [o for o in record.officials if forgotten.names(o.name)]
    mentions = [(s.start, s.end) for o in people for s in o.spans]
    text = blanked_text(record.article.text, forgotten, mentions)
    hide = hider(record.article.text, text, forgotten.hide)
    content = record.model_dump(mode="json")
    content["officials"] = [o for o in content["officials"] if not forgotten.names(o["name"])]
    clean = rewritten(content, text, hide)
    clean["article"]["text"] = text
    return ArticleRecord.model_validate(clean) if clean != record.model_dump(mode="json") else record


def rewritten(value: Any, text: str, hide: Callable[[str], str]) -> Any:
    """A record's JSON with every span cut anew out of `text`, and `hide` over every other string."""
    if isinstance(value, Mapping):
        if value.keys() == {"start", "end", "text"}:
            return {**value, "text": text[value["start"] : value["end"]]}
        return {k: v if k in {"text", "id", "source", "url"} else rewritten(v, text, hide) for k, v in value.items()}
    if isinstance(value, list):
        return [rewritten(v, text, hide) for v in value]
    return hide(value) if isinstance(value, str) else value


def blanked_raw(
    raw: str | None, starts: Sequence[Sequence[int]] | None, before: str, after: str, forgotten: Forgotten
) -> str | None:
    """The raw text without the names: those that the cleaned text has, by the way back, and those only it has."""
    if raw is None:
        return None
    spans = [_raw_span(start, end, starts, len(raw)) for start, end in _changed(before, after)] if starts else []
    return marked(raw, [*spans, *forgotten.spans(raw)])


def _changed(before: str, after: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for at, (one, other) in enumerate(zip(before, after, strict=True)):
        if one != other and start is None:
            start = at
        elif one == other and start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(before)


def _raw_span(start: int, end: int, starts: Sequence[Sequence[int]], length: int) -> tuple[int, int]:
    """Half-open offsets in the raw text of characters of the cleaned one. The last one may be several there (an entity,
    a letter with its marks apart); what was cut behind it is left alone.
    """
    from bisect import bisect_right

    def at(offset: int) -> int:
        clean, raw = starts[max(0, bisect_right(starts, offset, key=lambda pair: pair[0]) - 1)]
        return raw + (offset - clean)

    last, behind = at(end - 1), at(end)
    return at(start), min(length, behind if last < behind <= last + 10 else last + 1)
