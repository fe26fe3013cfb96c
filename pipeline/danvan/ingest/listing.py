"""Pages that hold many articles: tag and category pages, search results, feeds, newsletters: split, or refused.

A tag page is a run of leads: each tells of another unit and another day, and whoever reads them as one article gives
the numbers of one place to the next. So a page whose entries can be told apart for certain is split: every entry is an
article of its own, with its own title and its own date, never with that of its neighbour or of the page. An entry
without a date has none, but for the items of a digest ("Tin vắn"), which came out on the day of the digest. Where a
page is known to hold several articles and their borders are not certain, it is refused with the reason: a number that
is not read can be read later, one under the wrong place misleads for good. Lists of headlines say too little.

The blocks of a page become letters, and its kind a pattern over them: S a date on its own line, T a line like a title,
L running text, C text that is cut off ("..."), B an item with a bullet, M "Xem thêm", A "Tin, ảnh: ...", N any other
short line. Source: constructions.md 7.3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from danvan.errors import ReadError
from danvan.ingest.bylines import Stamp
from danvan.ingest.lines import Block
from danvan.ingest.sheet import Sheet
from danvan.reasons import because

_FEW = 3
"""Entries that make a list."""
_MANY = 5
"""Dates or headlines that make a page suspicious though no list can be made of it."""
_HEAD = 10
"""Blocks that may stand over the first entry: name of the site, of the section, a search box."""
_TITLE = 220
_LONG = 140
"""Characters: a line of this length is running text though no full stop ends it."""
_LEAD = 40
"""Characters of text below which an entry says nothing."""
_WHOLE = 120
"""Characters of text of the shortest signed article."""
_BORN = 2000
"""A list of people has years too: of birth."""
_SENTENCE = 60
"""Characters from which on a line is more than a title where it asks, calls out or breaks off."""
_STOP = regex.compile(r"(?<!\.)\.[\"')\]]{0,3}$")
_CUT_OFF = regex.compile(r"(?:\.{2,}|…)[\"')\]]{0,2}$")
_MORE = regex.compile(
    r"(?i)[(\[]?(?:xem (?:chi tiết|tiếp|thêm)|chi tiết|đọc (?:tiếp|thêm)|read more)[)\]]?[ .>\"]{0,4}$"
)
_TAIL = 25
"""Characters at the end of a block that tell that it is cut off or leads on."""
_ON = ("tiết", "tiếp", "thêm", "more", "TIẾT", "TIẾP", "THÊM", "MORE")
_BULLET = regex.compile(r"[*•●▪■◦○♦❖►+-](?=\s)")
_SIGNS = regex.compile(r"(?i)\W{0,3}(?:tin|bài|ctv|pv|tác giả bài)")

_TEXT = "LCB"
_UNDER = regex.compile("TN{0,3}S")
_POST = regex.compile("[NT]S")
_OVER = regex.compile("SN{0,2}T(?=[TN]{0,2}[LC])")
_CUT = regex.compile("TN{0,2}[LC]")
_ITEM = regex.compile("T(?=[LC])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a page: characters [start, end) of its cleaned text. `title` and `published` (ISO) are its own, or
    the digest's day; None where it tells none.
    """

    start: int
    end: int
    title: str | None
    published: str | None


def find_entries(sheet: Sheet) -> list[Entry]:
    """The articles of a page of many, in their order; none where the page is one article.

    One entry alone is an article over teasers of others, which are left out. Raises ReadError for a page that is known
    to hold several articles and cannot be split for certain.
    """
    stamps = {i: s for i, s in sheet.stamps.items() if s.day.year >= _BORN}
    if not _may_hold_many(sheet, stamps):
        return []
    blocks = sheet.blocks[: sheet.stop]
    page = _open(sheet.cleaned.text, blocks, stamps)
    for ranges in (_by_dates(page), _by_more(page), _by_signatures(page)):
        if ranges:
            return [page.entry(a, b) for a, b in ranges]
    if ranges := _by_digest(page):
        day = _day_of_digest(page, ranges[0][0])
        return [page.entry(a, b, day) for a, b in ranges]
    _refuse(page)
    return []


def _without_name(page: _Page, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The posts of a feed without the name of who writes, which stands over each of them like a title."""
    names = {page.blocks[a].view for a, _ in ranges}
    if len(names) > 1 or len(ranges) < _FEW:
        return ranges
    return [(page.letters.index("S", a), b) for a, b in ranges]


def _may_hold_many(sheet: Sheet, stamps: Mapping[int, Stamp]) -> bool:
    """A cheap look: dates, signatures, "Xem thêm", cut leads or the title of a digest, often enough."""
    counts = sheet.counts
    if len(stamps) >= _FEW or "digest.title" in counts:
        return True
    if any(counts.get(name, 0) >= _FEW for name in ("author.label", "link.dated", "more.words")):
        return True
    return sum(map(sheet.view.count, ("...", "…", "em chi tiết", "ọc tiếp", "ọc thêm", "em tiếp", "em thêm"))) >= _FEW


def _is_cut_off(block: Block) -> bool:
    tail = block.view[-_TAIL:]
    return (".." in tail or "…" in tail) and _CUT_OFF.search(tail) is not None


def _leads_on(block: Block) -> bool:
    tail = block.view[-_TAIL:]
    return len(block.view) > _LEAD and any(w in tail for w in _ON) and _MORE.search(tail) is not None


@dataclass(frozen=True, slots=True)
class _Page:
    """The blocks of a page that are no furniture, with their letters and dates. `text` is the page's cleaned text."""

    text: str
    blocks: tuple[Block, ...]
    letters: str
    stamps: dict[int, Stamp]

    def entry(self, first: int, last: int, published: str | None = None) -> Entry:
        """The entry of the blocks [first, last); without a date of its own it has `published`."""
        inside = range(first, last)
        title = next((self.blocks[i] for i in inside if self.letters[i] == "T"), None)
        own = next((self.stamps[i] for i in inside if i in self.stamps), None)
        return Entry(
            self.blocks[first].start,
            self.blocks[last - 1].end,
            " ".join(self.text[title.start : title.end].split()) if title else None,
            own.iso if own else published,
        )

    def length(self, first: int, last: int) -> int:
        """Characters of running text in the blocks [first, last)."""
        return sum(self.blocks[i].length for i in range(first, last) if self.letters[i] in _TEXT)

    def paragraphs(self, first: int, last: int) -> int:
        return sum(letter in _TEXT for letter in self.letters[first:last])


def _open(text: str, blocks: Sequence[Block], stamps: Mapping[int, Stamp]) -> _Page:
    kept = [(i, b, letter) for i, b in enumerate(blocks) if (letter := _letter(b, i in stamps))]
    return _Page(
        text,
        tuple(b for _, b, _ in kept),
        "".join(letter for _, _, letter in kept),
        {k: stamps[i] for k, (i, _, _) in enumerate(kept) if i in stamps},
    )


def _letter(block: Block, dated: bool) -> str:
    """The letter of a block, "" for furniture and captions."""
    if dated:
        return "S"
    if block.of("more.") and block.covered("more.", "counter.", "furniture.", "box."):
        return "M"
    if block.covered("furniture.", "counter.", "inline.", "nav.", "label.", "byline.by", "imprint."):
        return ""
    if block.of("author.label") and _SIGNS.match(block.view):
        return "A"
    if block.of("caption.credit", "imprint.start", "site.") and not block.closed:
        return ""
    if _BULLET.match(block.view) and block.length > _LEAD:
        return "B"
    if _is_cut_off(block) and block.length >= _SENTENCE:
        return "C"
    told = block.closed or _leads_on(block) or block.length > _LONG
    if block.words >= 4 and (_STOP.search(block.view) or (told and block.length >= _SENTENCE)):
        return "L"
    able = block.length <= _TITLE and block.words >= 4 and not block.view.endswith((":", ";", ","))
    return "T" if able else "N"


def _ranges(page: _Page, starts: Sequence[int]) -> list[tuple[int, int]]:
    """The entries that begin at `starts`; the last one ends with its text."""
    if not starts or starts[0] > _HEAD:
        return []
    last = max((i for i, letter in enumerate(page.letters) if letter in _TEXT and i >= starts[-1]), default=starts[-1])
    return list(pairwise([*starts, last + 1]))


def _by_dates(page: _Page) -> list[tuple[int, int]]:
    """Entries that a date of their own marks: under the title, over it, or after the text."""
    if len(page.stamps) < _FEW:
        return []
    starts = [m.start() for m in _UNDER.finditer(page.letters)]
    if len(starts) < _FEW:
        starts = [m.start() for m in _POST.finditer(page.letters)]
    for ranges in (_ranges(page, starts), _over(page), _after(page)):
        if len(ranges) >= _FEW and all(_dates_one(page, *r) for r in ranges):
            full = [r for r in ranges if page.length(*r) >= _LEAD]
            if _is_over_teasers(page, ranges):
                return ranges[:1]
            if len(full) >= _FEW and len(full) * 2 > len(ranges) and _are_published(page, full):
                return _without_name(page, full)
    return []


def _over(page: _Page) -> list[tuple[int, int]]:
    return _ranges(page, [m.start() for m in _OVER.finditer(page.letters)])


def _after(page: _Page) -> list[tuple[int, int]]:
    """Entries that end with their date: from the title behind the last date to the next one."""
    ranges: list[tuple[int, int]] = []
    begin = 0
    for end in sorted(page.stamps):
        found = _CUT.search(page.letters, begin, end)
        if found is None or (begin and found.start() - begin > _FEW):
            return []
        ranges.append((found.start(), end + 1))
        begin = end + 1
    return ranges if ranges and not any(x in _TEXT for x in page.letters[begin:]) else []


def _dates_one(page: _Page, first: int, last: int) -> bool:
    """Whether these blocks have one day: a second date would be that of the next entry."""
    return len({s.day for i, s in page.stamps.items() if first <= i < last}) == 1


def _is_over_teasers(page: _Page, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether the first entry is a whole article and the others are teasers under it."""
    (first, last), rest = ranges[0], ranges[1:]
    return page.paragraphs(first, last) >= _FEW and page.length(first, last) > 2 * max(
        page.length(a, b) for a, b in rest
    )


def _are_published(page: _Page, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether the dates are days of publication and no headings of a chronology, which runs forward in bare days."""
    stamps = [s for i, s in sorted(page.stamps.items())]
    sure = sum(bool(s.clock or s.labelled or s.author or s.counted) for s in stamps)
    if sure * 2 >= len(stamps):
        return True
    days = [s.day for s in stamps]
    return all(a >= b for a, b in pairwise(days)) and all(page.paragraphs(*r) <= _FEW for r in ranges)


def _by_more(page: _Page) -> list[tuple[int, int]]:
    """Entries without dates whose text is cut off ("...") or leads on to the whole article ("Xem chi tiết")."""
    if page.stamps and (len(page.stamps) > 1 or min(page.stamps) > _HEAD):
        return []
    starts = [m.start() for m in _CUT.finditer(page.letters)]
    ranges = _ranges(page, starts)
    if len(ranges) < _FEW or any(page.paragraphs(*r) != 1 for r in ranges):
        return []
    led = sum(_leads(page, *r) for r in ranges)
    return ranges if led >= _FEW and led * 5 >= len(ranges) * 3 else []


def _leads(page: _Page, first: int, last: int) -> bool:
    letters = page.letters[first:last]
    return "C" in letters or "M" in letters or any(_leads_on(b) for b in page.blocks[first:last])


def _by_signatures(page: _Page) -> list[tuple[int, int]]:
    """Whole articles one after another, each signed with its label: an issue of a newsletter."""
    ends = [i + 1 for i, (a, b) in enumerate(pairwise(page.letters + " ")) if a == "A" and b != "A"]
    if len(ends) < _FEW:
        return []
    ranges: list[tuple[int, int]] = []
    for begin, end in pairwise([0, *ends]):
        found = page.letters.find("T", begin, end)
        if found < 0 or found - begin > _HEAD or page.length(found, end) < _WHOLE:
            return []
        ranges.append((found, end))
    return ranges


def _by_digest(page: _Page) -> list[tuple[int, int]]:
    """The items of a page that calls itself a digest: "Tin vắn", "Điểm tin", "Bản tin Mặt trận sáng 11/4"."""
    named = next((i for i, b in enumerate(page.blocks[:_HEAD]) if b.of("digest.")), None)
    if named is None:
        return []
    bullets = [i for i, letter in enumerate(page.letters) if letter == "B" and i > named]
    marks = {page.blocks[i].view[0] for i in bullets}
    if len(bullets) >= _FEW and len(marks) == 1 and page.paragraphs(0, bullets[0]) <= 1:
        return _ranges(page, bullets)
    starts = [m.start() for m in _ITEM.finditer(page.letters) if m.start() > named]
    if bullets or len(starts) < _FEW:
        return []
    # The summary under the digest's title is no item.
    return _ranges(page, starts)


def _day_of_digest(page: _Page, first: int) -> str | None:
    """The day under the digest's title; a date over it may be the page's clock."""
    named = next(i for i, b in enumerate(page.blocks) if b.of("digest."))
    stamps = [s for i, s in page.stamps.items() if i < first and not s.today and (i > named or s.labelled or s.counted)]
    return stamps[0].iso if stamps else None


def _refuse(page: _Page) -> None:
    """Raise ReadError where the page holds several articles, or only their headlines."""
    letters = page.letters
    dated = len(page.stamps) + sum(bool(b.of("link.dated")) for b in page.blocks)
    if dated >= _MANY and page.paragraphs(0, len(letters)) == 0:
        raise ReadError(because("read.headlines", count=dated))
    sure = [i for i, s in page.stamps.items() if s.clock or s.labelled]
    longest = max((len(run) for run in regex.findall("[LCB]+", letters)), default=0)
    if len(sure) >= _MANY and longest <= _FEW and sure[0] < 0.3 * len(letters) and sure[-1] > 0.6 * len(letters):
        raise ReadError(because("read.several", dates=len(sure)))
