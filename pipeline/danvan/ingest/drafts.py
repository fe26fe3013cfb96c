"""From a load to the articles in it: decoded, its page read, refused where it is no article in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from danvan.errors import ReadError
from danvan.ingest.decode import Decoded, decode_file, garbled_share, mend, mend_titled
from danvan.ingest.listing import find_entries
from danvan.ingest.load import Kept, Load, Unreadable, check_length
from danvan.ingest.page import read_page
from danvan.ingest.parts import Origin, read_parts, read_sheet
from danvan.ingest.refuse import SHORT, reason_to_refuse
from danvan.ingest.sheet import open_sheet
from danvan.ingest.syllable import is_foreign
from danvan.reasons import because
from danvan.ruleset import RuleSet
from danvan.text.article import Draft
from danvan.text.clean import to_raw
from danvan.text.view import fold_lower, fold_view

_LETTER = regex.compile(r"\p{L}")
_PAGE_START = regex.compile(
    r"(?i)\ufeff?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype\s{1,5}html|html|head|body)\b"
)
_SAYS_NOTHING = {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"}
"""Charsets of a header that do not tell how a page in Vietnamese is to be read: servers send them by default."""


def drafts_of(load: Load, rules: RuleSet) -> Iterator[Draft | Unreadable]:
    """The articles of a load, in order. What gives none is an Unreadable with its reason."""
    try:
        for found in _read(_fetched(load), rules):
            if isinstance(found, Draft):
                notes = (*found.notes, *load.notes, *_notes(load))
                identity = found.id if load.nth == 1 else f"{found.id}-{load.nth}"
                yield replace(found, id=identity, notes=notes)
            else:
                label = ", ".join(part for part in (load.item, found.item) if part) or None
                yield replace(found, source=load.path, item=label)
    except ReadError as error:
        yield Unreadable(load.path, error.reason, load.size, load.item)
    except OSError as error:
        yield Unreadable(load.path, because("read.unopened", error=str(error.strerror)), 0, load.item)


def _notes(load: Load) -> Iterator[str]:
    """What later steps want to know of where the article came from."""
    if load.link_text:
        yield f"link text: {load.link_text}"
    if load.fetched:
        yield f"fetched: {load.fetched}"


def _fetched(load: Load) -> Load:
    """The load with its bytes. Raises ReadError where they are damaged."""
    if not isinstance(load.data, Kept):
        return load
    from danvan.ingest.readers.warc import charset_of
    from danvan.raw.warc import read_at

    capture = read_at(load.data.path, load.data.offset, load.data.length, load.data.sha256)
    return replace(load, data=capture.body, size=len(capture.body), charset=load.charset or charset_of(capture))


def _read(load: Load, rules: RuleSet) -> Iterator[Draft | Unreadable]:
    data = load.data
    if isinstance(data, str):
        title, text = mend_titled(load.title, data, rules)
        origin = _origin(replace(load, title=title))
        yield from _noted(_drafts(text.text, rules, origin, load.size), text.notes)
        return
    assert isinstance(data, bytes)
    if load.kind in {"docx", "pdf"}:
        yield from _of_document(load, data, rules)
        return
    html = load.kind == "page" or data.lstrip()[:1] == b"<"
    decoded = _decoded(data, load.charset, rules, html=html)
    if load.kind == "page" or _PAGE_START.match(decoded.text):
        items = drafts_from_page(decoded, data, load, rules)
    else:
        items = _drafts(decoded.text, rules, _origin(load), len(data))
    yield from _noted(items, decoded.notes)


def _decoded(data: bytes, charset: str | None, rules: RuleSet, *, html: bool) -> Decoded:
    """The text of the bytes. What the header of an answer says holds where the bytes are no Unicode, as if the page
    itself said it, and before what that says.
    """
    name = (charset or "").strip("\"' ").lower()
    if not html or not name or name in _SAYS_NOTHING or name.startswith("utf") or not name.isascii():
        return decode_file(data, html=html, rules=rules)
    said = f'<meta charset="{name}">'
    length = len(said)
    found = decode_file(said.encode() + data, html=True, rules=rules)
    first = next((raw - length for at, raw in reversed(found.starts) if at <= length), 0)
    rest = tuple((at - length, raw - length) for at, raw in found.starts if at > length)
    return replace(found, text=found.text[length:], source=found.source[length:], starts=((0, max(first, 0)), *rest))


def _of_document(load: Load, data: bytes, rules: RuleSet) -> Iterator[Draft]:
    """The one article that a document is: a report, whose headings are no list of articles."""
    from danvan.ingest.pdf import pdf_text
    from danvan.ingest.word import word_text

    text, notes = (word_text if load.kind == "docx" else pdf_text)(data)
    check_length(len(text))
    mended = mend(text, rules)
    draft = _checked(read_sheet(open_sheet(mended.text, rules), rules, _origin(load)), rules)
    yield replace(draft, notes=(*draft.notes, *notes, *mended.notes))


def _origin(load: Load) -> Origin:
    return Origin(load.key, load.source, load.url, load.title, load.published)


def _noted(items: Iterator[Draft | Unreadable], notes: Sequence[str]) -> Iterator[Draft | Unreadable]:
    """The items with what was done to their file in the notes of the articles."""
    for item in items:
        yield replace(item, notes=(*item.notes, *notes)) if notes and isinstance(item, Draft) else item


def _drafts(raw: str, rules: RuleSet, origin: Origin, size: int) -> Iterator[Draft | Unreadable]:
    """The article that stands in `raw`, or the articles of a page of many (listing.py). Raises ReadError."""
    check_length(len(raw))
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
            yield Unreadable(origin.source or origin.key, error.reason, size, f"entry {number}")
            continue
        # The same lead stands twice on a page that shows its newest articles on top.
        if draft.id not in seen:
            seen.add(draft.id)
            moved = tuple((at, raw_at + begin) for at, raw_at in draft.raw_starts)
            yield replace(draft, raw=raw, raw_starts=moved, notes=(*draft.notes, f"entry {number} of {len(places)}"))


def drafts_from_page(decoded: Decoded, data: bytes, load: Load, rules: RuleSet) -> Iterator[Draft | Unreadable]:
    """The articles of a page. Its address is the one that it was fetched from, else the one that it gives itself."""
    page = read_page(decoded, rules, data=data, url=load.url, link=load.link_text)
    url = load.url or page.url
    key, source, size = url or load.key, load.source, load.size
    if page.entries:
        known = [Origin(key, source, None, title, load.published, entry=True) for _, _, title in page.entries]
        items = _split(page.text, [(a, b) for a, b, _ in page.entries], known, rules, size)
    else:
        origin = Origin(key, source, url, page.title, load.published, page=True, dated=page.dated, marks=page.marks)
        items = _drafts(page.text, rules, origin, size)
    for item in items:
        if isinstance(item, Draft):
            notes = (*item.notes, *page.hints)
            yield replace(item, author=item.author or page.author, notes=notes, page=page.source)
        else:
            yield item


def _checked(draft: Draft, rules: RuleSet) -> Draft:
    """The draft, if it holds text that can be an article in Vietnamese. Raises ReadError."""
    garbled = any(note.startswith("garbled") for note in draft.notes)
    # What was cut as furniture tells what a notice is: a short page is asked whole.
    asked = fold_lower(fold_view(draft.raw)) if len(draft.raw) <= SHORT else draft.lower
    if (reason := reason_to_refuse(asked, rules)) is not None:
        raise ReadError(reason)
    told = any(part.kind in {"lead", "body", "caption"} for part in draft.parts)
    unread = (garbled and (not told or garbled_share(draft.text) > 0.3)) or is_foreign(draft.text)
    if _LETTER.search(draft.text) and not unread:
        return draft
    if garbled or unread:
        raise ReadError(because("read.not_vietnamese"))
    raise ReadError(because("read.furniture") if _LETTER.search(draft.raw) else because("read.no_letters"))
