"""Inputs to drafts: files, folders, standard input. One reader a kind of file; what cannot be read is a value."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import regex

from danvan.errors import ReadError, UsageError
from danvan.ingest.decode import decode_file, garbled_share, mend
from danvan.ingest.listing import find_entries
from danvan.ingest.page import read_iso, read_page
from danvan.ingest.parts import Origin, read_parts, read_sheet
from danvan.ingest.refuse import SHORT, reason_to_refuse
from danvan.ingest.sheet import open_sheet
from danvan.ingest.syllable import is_garbage
from danvan.messages import say
from danvan.ruleset import RuleSet, load_rules
from danvan.text.article import Draft
from danvan.text.clean import to_raw
from danvan.text.view import fold_lower, fold_view

_LETTER = regex.compile(r"\p{L}")
_PAGE_START = regex.compile(
    r"(?i)\ufeff?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype\s{1,5}html|html|head|body)\b"
)
_STAMP = regex.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gives no article: where it stands, why, how many bytes were read, and which item of its file."""

    source: str
    reason: str
    bytes_read: int
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder that is no input: hidden, or of a kind that has no reader."""

    source: str
    reason: str


Item = Draft | Unreadable | Skipped


@dataclass(frozen=True, slots=True)
class _Input:
    """A file to read. `name` is its path below the folder that was given, the same on every machine."""

    path: Path
    name: str
    published: str | None
    rules: RuleSet


def read_inputs(
    paths: Sequence[str | Path],
    *,
    stdin: bytes | None = None,
    published: str | None = None,
    rules: RuleSet | None = None,
) -> Iterator[Item]:
    """Drafts of all inputs, one by one, folders in a stable order; "-" is the text in `stdin`.

    `published` (ISO day or minute) holds where a text does not tell its day. Raises UsageError, before anything is
    read, where a path does not exist or `published` is no day.
    """
    for path in paths:
        if str(path) != "-" and not Path(path).exists():
            raise UsageError(say("path.missing", path=path))
    if published is not None and (not _STAMP.fullmatch(published) or read_iso(published) is None):
        raise UsageError(f"{published}: no day; give it as 2022-11-04 or 2022-11-04T09:30")
    return _read_all(tuple(paths), stdin, published, rules if rules is not None else load_rules())


def draft_from_text(
    text: str,
    *,
    rules: RuleSet,
    source: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
) -> Draft:
    """The article that `text` holds. `title` and `published` hold where the text does not tell them.

    The text is taken for one article, whatever it is: only files are split or refused.
    """
    return read_parts(text, rules, Origin(url or source or "", source, url, title, published))


def _read_all(
    paths: Sequence[str | Path], stdin: bytes | None, published: str | None, rules: RuleSet
) -> Iterator[Item]:
    for given in paths:
        if str(given) == "-":
            yield from _read_bytes(stdin or b"", _Input(Path("-"), "-", published, rules))
            continue
        path = Path(given)
        if not path.is_dir():
            yield from _read_file(_Input(path, path.name, published, rules))
            continue
        for file in _walk(path):
            name = file.relative_to(path).as_posix()
            if any(part.startswith(".") for part in Path(name).parts):
                yield Skipped(str(file), "hidden")
            elif file.suffix.lower() not in READERS:
                yield Skipped(str(file), f"no reader for {file.suffix or 'files without a suffix'}")
            else:
                yield from _read_file(_Input(file, name, published, rules))


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder by name; links to folders are not followed, they may lead back."""
    for entry in sorted(folder.iterdir(), key=lambda p: p.name):
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        elif not entry.is_dir():
            yield entry


def _read_file(given: _Input) -> Iterator[Item]:
    suffix = given.path.suffix.lower()
    reader = READERS.get(suffix) if suffix else _read_text_file
    if reader is None:
        yield Unreadable(str(given.path), f"no reader for {suffix}; readable are {', '.join(READERS)}", 0)
        return
    try:
        yield from reader(given)
    except OSError as error:
        yield Unreadable(str(given.path), f"cannot be opened: {error.strerror}", 0)


def _read_text_file(given: _Input) -> Iterator[Item]:
    yield from _read_bytes(given.path.read_bytes(), given)


def _read_page_file(given: _Input) -> Iterator[Item]:
    data = given.path.read_bytes()
    try:
        decoded = decode_file(data, html=True, rules=given.rules)
        yield from _noted(_drafts_from_page(decoded.text, given, len(data)), decoded.notes)
    except ReadError as error:
        yield Unreadable(str(given.path), str(error), len(data))


def _read_bytes(data: bytes, given: _Input) -> Iterator[Item]:
    """One text, or one page that was saved under the name of a text."""
    try:
        decoded = decode_file(data, html=data.lstrip()[:1] == b"<", rules=given.rules)
        if _PAGE_START.match(decoded.text):
            items = _drafts_from_page(decoded.text, given, len(data))
        else:
            origin = Origin(given.name, str(given.path), published=given.published)
            items = _drafts(decoded.text, given.rules, origin, len(data))
        yield from _noted(items, decoded.notes)
    except ReadError as error:
        yield Unreadable(str(given.path), str(error), len(data))


def _noted(items: Iterator[Draft | Unreadable], notes: Sequence[str]) -> Iterator[Draft | Unreadable]:
    """The items with what was done to their file in the notes of the articles."""
    for item in items:
        yield replace(item, notes=(*item.notes, *notes)) if notes and isinstance(item, Draft) else item


def _drafts(raw: str, rules: RuleSet, origin: Origin, size: int) -> Iterator[Draft | Unreadable]:
    """The article that stands in `raw`, or the articles of a page of many (listing.py). Raises ReadError."""
    sheet = open_sheet(raw, rules)
    entries = find_entries(sheet)
    if entries:
        starts = sheet.cleaned.starts
        places = [(to_raw(starts, e.start), to_raw(starts, e.end - 1) + 1) for e in entries]
        known = [Origin(origin.key, origin.source, None, e.title, e.published, entry=True) for e in entries]
        yield from _split(raw, places, known, rules, size)
    else:
        yield _checked(read_sheet(sheet, rules, origin), rules)


def _split(
    raw: str, places: Sequence[tuple[int, int]], known: Sequence[Origin], rules: RuleSet, size: int
) -> Iterator[Draft | Unreadable]:
    """The articles of a page of many, which stand at `places` of it. Their offsets lead back to the whole page."""
    seen: set[str] = set()
    for number, ((begin, end), origin) in enumerate(zip(places, known, strict=True), start=1):
        try:
            draft = _checked(read_parts(raw[begin:end], rules, origin), rules)
        except ReadError as error:
            yield Unreadable(origin.source or origin.key, str(error), size, f"entry {number}")
            continue
        # The same lead stands twice on a page that shows its newest articles on top.
        if draft.id not in seen:
            seen.add(draft.id)
            moved = tuple((at, raw_at + begin) for at, raw_at in draft.raw_starts)
            yield replace(draft, raw=raw, raw_starts=moved, notes=(*draft.notes, f"entry {number} of {len(places)}"))


def _drafts_from_page(html: str, given: _Input, size: int) -> Iterator[Draft | Unreadable]:
    page = read_page(html, given.rules)
    key, source = page.url or given.name, str(given.path)
    if page.entries:
        known = [Origin(key, source, None, title, given.published, entry=True) for _, _, title in page.entries]
        items = _split(page.text, [(a, b) for a, b, _ in page.entries], known, given.rules, size)
    else:
        origin = Origin(key, source, page.url, page.title, page.published or given.published)
        items = _drafts(page.text, given.rules, origin, size)
    for item in items:
        if isinstance(item, Draft):
            yield replace(item, author=item.author or page.author, notes=(*item.notes, *page.hints))
        else:
            yield item


def _checked(draft: Draft, rules: RuleSet) -> Draft:
    """The draft, if it holds text that can be an article in Vietnamese. Raises ReadError."""
    garbled = any(note.startswith("garbled") for note in draft.notes)
    # What was cut as furniture tells what a notice is: a short page is asked whole.
    asked = fold_lower(fold_view(draft.raw)) if len(draft.raw) <= SHORT else draft.lower
    if (reason := reason_to_refuse(asked, rules)) is not None:
        raise ReadError(reason)
    unread = (garbled and garbled_share(draft.text) > 0.3) or is_garbage(draft.text)
    if _LETTER.search(draft.text) and not unread:
        return draft
    if garbled or unread:
        raise ReadError("no Vietnamese text: a cipher, the code of an old font, or another language")
    raise ReadError("nothing but the furniture of a page" if _LETTER.search(draft.raw) else "no letters")


def _read_lines(given: _Input) -> Iterator[Item]:
    """JSON Lines: one article a line. A line that is none is one unreadable item, the others go on."""
    seen: Counter[str] = Counter()
    source = str(given.path)
    with given.path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if not data.strip():
                continue
            try:
                for draft in _drafts_from_item(_item(data), given, len(line)):
                    if isinstance(draft, Unreadable):
                        yield replace(draft, item=f"line {number}, {draft.item}")
                        continue
                    seen[draft.id] += 1
                    # The same text twice in one file is two articles: the store must not take one for the other.
                    yield draft if seen[draft.id] == 1 else replace(draft, id=f"{draft.id}-{seen[draft.id]}")
            except ReadError as error:
                yield Unreadable(source, str(error), len(line), f"line {number}")


def _item(data: bytes) -> dict[str, Any]:
    try:
        item = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise ReadError("not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise ReadError(f"not JSON: {error}") from None
    if not isinstance(item, dict):
        raise ReadError("not a JSON object")
    for name in ("text", "url", "title", "published", "source"):
        if not isinstance(item.get(name), str | None):
            raise ReadError(f"{name} is not a string")
    if not item.get("text"):
        raise ReadError("text is missing or empty")
    if item.get("published") and read_iso(item["published"]) is None:
        raise ReadError(f"published is no day: {item['published'][:40]!r}")
    return item


def _drafts_from_item(item: Mapping[str, Any], given: _Input, size: int) -> Iterator[Draft | Unreadable]:
    stamp = read_iso(item.get("published") or "") or given.published
    text = mend(item["text"], given.rules)
    title = mend((item.get("title") or "").strip(), given.rules).text or None
    key = "\0".join([item.get("url") or given.name, title or ""])
    origin = Origin(key, item.get("source") or str(given.path), item.get("url") or None, title, stamp)
    yield from _noted(_drafts(text.text, given.rules, origin, size), text.notes)


READERS: Mapping[str, Callable[[_Input], Iterator[Item]]] = {
    ".txt": _read_text_file,
    ".html": _read_page_file,
    ".htm": _read_page_file,
    ".jsonl": _read_lines,
}
"""A reader a suffix, in lower case. A new kind of input is one function and one line here."""
