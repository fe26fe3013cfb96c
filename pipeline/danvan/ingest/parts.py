"""The lines of a page as parts of one article: title, byline, lead, paragraphs, captions, signature. The rest is cut.

What a line looks like, says rules/layout.toml; here stand the tests of position: over the title, under it, between two
paragraphs, after the last one. In doubt a line stays. Source: constructions.md 2.4, 3.5 and 7, cases 8 and 34.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import regex

from danvan.ingest.bylines import (
    Stamp,
    choose,
    counts_readers,
    is_dateline,
    lone_clock,
    read_loose_stamp,
)
from danvan.ingest.decode import garbled_share
from danvan.ingest.lines import SHORT, Block
from danvan.ingest.metadata import Dated
from danvan.ingest.sheet import (
    AROUND,
    CONTROLS,
    TITLE_LIMIT,
    Sheet,
    is_heading_of_links,
    is_paragraph,
    open_sheet,
    starts_with,
)
from danvan.match import find
from danvan.ruleset import RuleSet
from danvan.text.article import Draft, Part, PartKind
from danvan.text.clean import Cleaned, Starts, cut, to_raw
from danvan.text.view import fold_lower, fold_view

_LEAD_LIMIT = 700
_GARBLED = 0.1
"""Share of words that are no Vietnamese syllables from which paragraph after paragraph is looked at; 0.03 at the most
where names and words of other languages stand in a text."""
_LEADING_CAPITALS = regex.compile(
    r"(?i:(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|tp\.?|tx\.?)\s)?"
    r"(?P<name>\p{Lu}[\w'-]*(?:[\s-]\p{Lu}[\w'-]*){1,4})(?P<colon>\s?:)?"
)
# Markdown pictures, WordPress codes and HTML tags that a content system left in the text.
_MARKUP = regex.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)(?:\s?\|)?"
    r"|\[/?(?:caption|gallery|embed|video|audio|table|vc_\w{1,20}|et_\w{1,20}|su_\w{1,20})(?:\s[^\]\n]{0,300})?\]"
    r"|</?(?:p|br|b|i|u|em|strong|span|div|sup|sub|font|img|a)(?:\s[^<>\n]{0,300})?/?>",
    regex.IGNORECASE,
)
# The first row of a numbered list or its head: what stands over it is a heading, though it looks like a name.
_FIRST_ROW = regex.compile(r"(?i:s?tt(?!\w)|số tt(?!\w))|0?1\s?[-.)|:]")
_ROW = regex.compile(r"[^|]{0,80}\p{L}[^|]{0,80}\|\s{0,3}\d[\d.,/%]{0,12}\s{0,3}(?:\||$)")
_ROW_HEAD = regex.compile(r"[^|\d]{2,60}(?:\|[^|]{1,40}){1,8}")
_QUOTES = frozenset('"“”„‟')
_NOTE = regex.compile(r"\[\d{1,2}\]\s")
"""The mark of a note at the foot; notes stand under the signature too."""
_WORD = regex.compile(r"[^\W_]+")
_SIGNED_PIECE = regex.compile(r"(?P<mark>\s?[-–,(&/]\s?|)(?P<name>[^-–,(&/]+)")
_JOINED = regex.compile(r"[-–,&]")
_ONLY_NAMES = regex.compile(r"\p{Lu}[\w'.]*(?:\s\p{Lu}[\w'.]*){0,4}")
_NAMES_UNIT = regex.compile(
    r"(?i:(?<!\w)(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|tp|tx|đoàn)\b|(?<!\w)báo )"
)
_NO_NAMES = {"bbt", "ban biên tập", "pv", "ctv", "nhóm pv", "admin", "administrator", "quản trị", "quản trị viên"}


_MENU = 3
"""Entries: so many lines of navigation above a line, without a blank one, make it one of them."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the article stands among the blocks: paragraphs run from `first` to `last`, from `stop` on all is cut.

    `title` is -1 where the title is known from elsewhere and does not stand in the text, None where there is none.
    """

    title: int | None
    first: int
    last: int
    stop: int


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of an article beside its text. `key` goes into the id; `title` and `published` (ISO day or minute)
    hold where the text does not tell them. `entry`: the text is one entry of a page of many (listing.py), and the date
    that stands in it is its own wherever it stands. Of a web page, `dated` is the day that it gives beside its text,
    `marks` are stretches of the text of which the markup tells what they are; notes tell which rule gave the day.
    """

    key: str = ""
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    entry: bool = False
    page: bool = False
    dated: Dated | None = None
    marks: tuple[tuple[int, int, PartKind], ...] = ()


def read_parts(raw: str, rules: RuleSet, origin: Origin) -> Draft:
    """The article that stands in `raw`."""
    return read_sheet(open_sheet(raw, rules), rules, origin)


def read_sheet(sheet: Sheet, rules: RuleSet, origin: Origin) -> Draft:
    """The article that stands on an open page. Uses the page up: its blocks are sorted in place."""
    raw, cleaned, view, blocks = sheet.raw, sheet.cleaned, sheet.view, sheet.blocks
    _trust_markup(blocks, origin, cleaned.starts)
    stop, stamps = sheet.stop, _stamps_of(sheet)
    riders = _complete(stamps, blocks[:stop])
    frame = _find_frame(blocks, stamps, stop, origin.title)
    if frame.title is not None and not any(frame.title < i < frame.first for i in stamps):
        loose = (read_loose_stamp(i, blocks[i]) for i in range(frame.title + 1, frame.first))
        stamps |= {s.index: s for s in loose if s is not None}
    under_lead = _under_lead(blocks, frame, stamps, origin, cleaned.starts)
    if not origin.entry:
        # A date alone on a line between paragraphs heads a section: it is text.
        stamps = {i: s for i, s in stamps.items() if not frame.first <= i <= frame.last or i == under_lead}
    letter = _letterhead(blocks, frame.first, frame.title)
    if any(i not in letter for i in stamps):
        # The day of the document is not that of the page, where that has one.
        stamps = {i: s for i, s in stamps.items() if i not in letter}
    body = "\n".join(b.view for i, b in enumerate(blocks[:stop]) if i not in stamps)
    if origin.entry:
        chosen = next((s for s in stamps.values() if not s.today), None)
    else:
        beside = _beside_title(blocks, frame, stamps)
        first = frame.first if under_lead is None else under_lead + 1
        named = _named_stamps(stamps, blocks, origin, cleaned.starts)
        chosen = choose(
            named or tuple(stamps.values()), frame.title, first, frame.last, body, beside=beside, named=bool(named)
        )
    notes = _sort_head(blocks, frame, stamps)
    byline_author = _sort_under_title(blocks, frame, stamps, cleaned.text)
    for index in letter:
        blocks[index].kind = "body"
    _sort_body(blocks, frame, stamps, cleaned.text)
    signature, imprint = _sort_tail(blocks, frame, stamps, cleaned.text)
    _sort_stamps(blocks, frame, stamps, chosen)
    _sort_riders(blocks, frame, stamps, riders)
    if origin.entry and chosen is not None:
        _name_sections(blocks, (frame.title or 0) + 1, chosen.index)
    for block in blocks[stop:]:
        imprint += _hints(block)
        block.kind = None
    if garbled_share(cleaned.text) > _GARBLED:
        notes += _cut_garbled(blocks)
    _drop_repeats(blocks, frame)
    _name_marked(blocks, origin, cleaned.starts)
    _name_lead(blocks, _marked(blocks, origin, cleaned.starts, "lead"))
    if chosen is None:
        notes += [f"clock: {s.iso}" for s in stamps.values()][:1]
    published, shown, how = _published(origin, chosen, frame)
    notes += how
    text, starts, parts, moved = _assemble(cleaned, blocks, _holes(view, rules))
    return Draft(
        id=hashlib.sha256(f"{origin.key}\0{text}".encode()).hexdigest()[:16],
        text=text,
        raw=raw,
        raw_starts=starts,
        parts=parts,
        source=origin.source,
        url=origin.url,
        title=origin.title or _title_of(text, parts),
        author=signature or byline_author or (chosen.author if chosen else None),
        published=published,
        published_span=(moved(shown.start), moved(shown.end - 1) + 1) if shown else None,
        notes=tuple(notes + imprint),
    )


def _published(origin: Origin, chosen: Stamp | None, frame: _Frame) -> tuple[str | None, Stamp | None, list[str]]:
    """The day of publication, the stamp of the text that shows it, and for a page the rule that won.

    What a page says for machines goes before its text; of one day, the one with the minute is taken.
    """
    dated = origin.dated
    if chosen is None:
        stamp = dated.stamp if dated else origin.published
        rule = dated.rule if dated else ("given" if stamp else None)
        return stamp, None, [f"date: {rule}"] if origin.page and rule else []
    if not origin.page:
        return chosen.iso, chosen, []
    where = "near the end" if chosen.index > frame.last else "near the title"
    if dated is None or not dated.sure:
        return chosen.iso, chosen, [f"date: {where}"]
    if dated.stamp[:10] != chosen.iso[:10]:
        return dated.stamp, None, [f"date: {dated.rule}; {where} {chosen.iso}"]
    return max(dated.stamp, chosen.iso, key=len), chosen, [f"date: {dated.rule}"]


def _marked(blocks: Sequence[Block], origin: Origin, starts: Starts, *kinds: PartKind) -> list[Block]:
    """The blocks that the markup of a page says to be of one of these kinds."""
    places = [(start, end) for start, end, what in origin.marks if what in kinds]
    if not places:
        return []
    return [b for b in blocks if any(start <= to_raw(starts, b.start) < end for start, end in places)]


def _trust_markup(blocks: Sequence[Block], origin: Origin, starts: Starts) -> None:
    """ "Lãnh đạo huyện thăm xã Bình Hạ" under a picture is no box of the site, a row of a table no signature."""
    for block in _marked(blocks, origin, starts, "caption", "body"):
        if not block.covered(*CONTROLS):
            block.marks = block.of("caption.", "when.", "inline.")


def _name_marked(blocks: Sequence[Block], origin: Origin, starts: Starts) -> None:
    for block in _marked(blocks, origin, starts, "body"):
        block.kind = "body"
    for block in _marked(blocks, origin, starts, "caption"):
        block.kind = "caption" if block.kind == "body" else block.kind


def _stamps_of(sheet: Sheet) -> dict[int, Stamp]:
    """The dates on lines of their own. A text of one line is no page: its date is what it says, unless the line is a
    page's own.
    """
    if sheet.stop != 1:
        return dict(sheet.stamps)
    return {i: s for i, s in sheet.stamps.items() if s.labelled or s.today or (s.clock and s.weekday)}


def _named_stamps(
    stamps: Mapping[int, Stamp], blocks: Sequence[Block], origin: Origin, starts: Starts
) -> tuple[Stamp, ...]:
    """The dates that the page says to be that of publication: by its markup, or by giving the same day for machines."""
    said = _marked(blocks, origin, starts, "byline")
    named = tuple(s for i, s in stamps.items() if any(blocks[i] is b for b in said))
    if named or origin.dated is None:
        return named
    same = tuple(s for s in stamps.values() if s.day.isoformat() == origin.dated.stamp[:10] and not s.today)
    return same if origin.dated.sure else ()


def _under_lead(
    blocks: Sequence[Block], frame: _Frame, stamps: Mapping[int, Stamp], origin: Origin, starts: Starts
) -> int | None:
    """The line of the day that stands between lead and text, as SharePoint portals have it: where the markup says so,
    or it is the only date on a line of its own in the article, right under its first paragraph.
    """
    if not origin.page or any(frame.title is not None and frame.title < i < frame.first for i in stamps):
        return None
    inside = [i for i in stamps if frame.first < i < frame.last and not stamps[i].today]
    named = _marked(blocks, origin, starts, "byline")
    marked = [i for i in inside if any(blocks[i] is b for b in named)]
    if marked:
        return marked[0]
    return (
        inside[0]
        if len(inside) == 1
        and all(b.kind is None or not is_paragraph(b) for b in blocks[frame.first + 1 : inside[0]])
        and inside[0] <= frame.first + 2
        else None
    )


def _beside_title(blocks: Sequence[Block], frame: _Frame, stamps: Mapping[int, Stamp]) -> set[int]:
    """The dates between which and the title, or the text that has none, stand only controls."""
    head = frame.first if frame.title is None else frame.title
    return {i for i in stamps if i < head and all(blocks[k].covered(*CONTROLS) for k in range(i + 1, head))}


def _name_sections(blocks: Sequence[Block], first: int, last: int) -> None:
    """Section and author between the title of an entry and its date belong to the date: "Tin tức -", "N.Tâm -"."""
    for block in blocks[first:last]:
        if block.kind == "body" and block.words <= 4 and not block.closed:
            block.kind = "byline"


def _letterhead(blocks: Sequence[Block], first: int, title: int | None) -> set[int]:
    """The lines of a document's head over the text: who writes, number, place and day, kind. They are text."""
    lines: set[int] = set()
    for index in range(min(first + 1, len(blocks))):
        if not blocks[index].of("letter.number"):
            continue
        lines.add(index)
        for above in range(index - 1, max(-1, index - 4), -1):
            if above == title or not (blocks[above].of("site.organ") or _is_loud(blocks[above])):
                break
            lines.add(above)
        for below in range(index + 1, min(index + 4, first)):
            if is_dateline(blocks[below]) or blocks[below].of("letter.kind"):
                lines.add(below)
    return lines


def _is_loud(block: Block) -> bool:
    return (
        block.view.isupper() and block.words <= 8 and not block.of("site.name", "site.bulletin", "nav.", "furniture.")
    )


def _complete(stamps: dict[int, Stamp], blocks: Sequence[Block]) -> dict[int, int]:
    """Give stamps what stands on the lines beside them: a lone clock, the counter of readers.

    Returns the blocks of such clocks, each with that of its date.
    """
    riders: dict[int, int] = {}
    for index, stamp in stamps.items():
        for beside in (index + 1, index - 1):
            if not 0 <= beside < len(blocks) or beside in stamps or beside in riders:
                continue
            if stamps[index].clock is None and (clock := lone_clock(blocks[beside])) is not None:
                stamps[index] = replace(stamps[index], clock=clock)
                riders[beside] = index
            elif not stamp.counted and counts_readers(blocks[beside]):
                stamps[index] = replace(stamps[index], counted=blocks[beside].covered(*AROUND))
    return riders


def _find_frame(blocks: Sequence[Block], stamps: Mapping[int, Stamp], stop: int, title: str | None) -> _Frame:
    known = _find_known_title(blocks[:stop], title)
    usable = [i for i in range(stop) if i not in stamps and i != known and not blocks[i].covered(*CONTROLS)]
    paragraphs = [i for i in usable if is_paragraph(blocks[i])]
    if len(paragraphs) > 1 and known is None and _is_dated_title(blocks, stamps, paragraphs[0]):
        del paragraphs[0]
    if not paragraphs:
        paragraphs = [i for i in usable if blocks[i].closed and not blocks[i].covered(*AROUND)]
    if not paragraphs:
        told = [i for i in usable if not blocks[i].covered(*AROUND)]
        paragraphs = told[1:] or told
    if not paragraphs:
        return _Frame(known, stop, stop, stop)
    first, last = paragraphs[0], paragraphs[-1]
    for index in range(last + 1, stop):
        block = blocks[index]
        if block.covered(*AROUND) or block.of("author.", "imprint.start"):
            break
        if block.closed and block.length >= 25:
            last = index
    found = known if known is not None else _find_title(blocks, stamps, first)
    return _Frame(-1 if found is None and title else found, first, last, stop)


def _find_known_title(blocks: Sequence[Block], title: str | None) -> int | None:
    if not title:
        return None
    wanted = _plain(fold_view(title))
    return next((i for i, b in enumerate(blocks[:30]) if _plain(b.view) == wanted), None)


def _plain(view: str) -> str:
    """Letters and digits of a line in lower case, for comparing lines."""
    return " ".join(_WORD.findall(fold_lower(view)))


def _says_same(view: str, other: str) -> bool:
    """Whether two lines have the same letters and digits. Most differ in the first: the others are not read."""
    first, second = _WORD.search(view), _WORD.search(other)
    if first is None or second is None:
        return first is second
    return fold_lower(first[0][0]) == fold_lower(second[0][0]) and _plain(view) == _plain(other)


def _is_dated_title(blocks: Sequence[Block], stamps: Mapping[int, Stamp], index: int) -> bool:
    """Whether this sentence, long as a paragraph, is the title: the date stands under it."""
    return (
        blocks[index].length <= TITLE_LIMIT
        and any(i in stamps for i in (index + 1, index + 2))
        and not any(i in stamps for i in range(index))
    )


def _find_title(blocks: Sequence[Block], stamps: Mapping[int, Stamp], first: int) -> int | None:
    """The title stands over the date of publication, or else first of all that is no furniture."""
    able = [i for i in range(first) if i not in stamps and _may_be_title(blocks[i])]
    able = [i for i in able if not _in_menu(blocks, i)] or able
    if not stamps and len(able) == 1 and _tells_of_picture(blocks[able[0]]):
        return None
    if not able:
        return None
    under = [s for i, s in stamps.items() if i < first and able[0] < i and not s.today]
    if under:
        chosen = under[0]
        if (
            len(under) > 1
            and chosen.weekday
            and not chosen.labelled
            and any(under[0].index < i < under[1].index for i in able)
        ):
            chosen = under[1]
        above = [i for i in able if i < chosen.index]
        long = [i for i in above if blocks[i].words >= 5 and not _is_name(blocks[i])]
        below = [i for i in able if i > chosen.index and blocks[i].words >= 5]
        # Only the name of the site stands over the date: the title is under it.
        return below[0] if below and not long else (long or above)[-1]
    long = [i for i in able if blocks[i].words >= 5]
    plain = [i for i in long if not blocks[i].bulleted]
    return (plain or long or able)[0]


def _in_menu(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line goes on with the entries of a menu, without a blank line between: "Giới thiệu⏎Dự án: 4"."""
    entries = 0
    while index > 0 and not blocks[index].gap:
        index -= 1
        entries += blocks[index].bulleted or blocks[index].covered(*AROUND)
    return entries >= _MENU


def _tells_of_picture(block: Block) -> bool:
    """Whether it is a sentence with its stop that begins as captions do, with who is seen: no title ends like that."""
    return block.view.endswith(".") and block.words >= 8 and bool(block.of("caption.people"))


def _may_be_title(block: Block) -> bool:
    return not (
        block.length > TITLE_LIMIT
        or block.covered(*AROUND, "site.", "end.", "box.")
        or block.of("site.", "imprint.start", "caption.credit", "author.label", "author.source")
        or block.of("link.marked", "furniture.weather")
        or is_heading_of_links(block, "end.", "box.")
        or _WORD.search(block.view) is None
    )


def _is_name(block: Block) -> bool:
    return any(m.start <= 2 and m.rule.id == "author.name" for m in block.of("author."))


def _hints(block: Block) -> list[str]:
    """What a line that is cut says of the unit that runs the site: "site: Cổng thông tin điện tử huyện X"."""
    if block.length > SHORT or not block.of("site.", "imprint.") or not _NAMES_UNIT.search(block.view):
        return []
    return [f"site: {block.view}"]


def _sort_head(blocks: Sequence[Block], frame: _Frame, stamps: Mapping[int, Stamp]) -> list[str]:
    """Cut what stands over the title; what it says of the site or the unit goes to the notes."""
    notes: list[str] = []
    title = frame.title
    if title is None or title < 0:
        for block in blocks[: frame.first]:
            if block.covered(*AROUND) or block.of("site."):
                notes += _hints(block)
                block.kind = None
        return notes
    blocks[title].kind = "title"
    joined = True
    lone = _lone_line_over(blocks, title, stamps)
    for index in range(title - 1, -1, -1):
        block, below = blocks[index], blocks[index + 1]
        joined = joined and not _is_header(blocks, index, stamps)
        joined = joined and (block.view.endswith(":") or (not below.gap and block.words >= 5 and not block.bulleted))
        if joined or index == lone:
            block.kind = "title"
            continue
        block.kind = None
        if index not in stamps:
            notes += _hints(block)
    return notes


def _is_header(blocks: Sequence[Block], index: int, stamps: Mapping[int, Stamp]) -> bool:
    """Whether the line over the title is known as part of the page and not of the article."""
    block = blocks[index]
    return (
        index in stamps
        or block.covered(*AROUND, "site.", "end.", "box.")
        or bool(block.of("site.", "imprint.", "link."))
    )


def _lone_line_over(blocks: Sequence[Block], title: int, stamps: Mapping[int, Stamp]) -> int | None:
    """The one long line over the title: it may be the title itself, and what is taken for the title a lead."""
    unknown = [i for i in range(title) if not _is_header(blocks, i, stamps) and blocks[i].words >= 7]
    return unknown[0] if len(unknown) == 1 and not any(unknown[0] < i < title for i in stamps) else None


def _sort_under_title(blocks: Sequence[Block], frame: _Frame, stamps: Mapping[int, Stamp], text: str) -> str | None:
    """Name the lines between title and text; the author who stands there, if one does."""
    author: str | None = None
    start = 0 if frame.title is None else frame.title + 1
    for index in range(start, frame.first):
        block = blocks[index]
        if index in stamps or block.kind is None:
            continue
        if block.covered(*AROUND, "site.", "end.", "box.") or block.of("link.marked", "site.", "imprint.start"):
            block.kind = None
        elif block.of("author.source"):
            block.kind = "byline"
        elif (name := _signer(block, text, "author.label", "author.name")) is not None and frame.title is not None:
            author, block.kind = author or name, "byline"
        elif (block.of("caption.credit", "caption.start") and not block.closed) or (
            frame.title is None and index == 0 and _tells_of_picture(block)
        ):
            block.kind = "caption"
    return author


def _signer(block: Block, text: str, *rules: str) -> str | None:
    """Who signs with this line, as written in the text: "" for an office ("BBT"), None where nobody does."""
    if block.bulleted and block.view.isupper():
        return None
    for found in block.of(*rules):
        if found.rule.id == "author.name" and block.view[: found.start].strip(" (*_.-"):
            continue
        written = (
            text[block.start + found.start : block.start + found.end]
            if block.length == len(block.view)
            else block.view[found.start : found.end]
        )
        name = _names_only(written)
        if block.of("letter.", "signed.") or (name.isupper() and name.count(" ") > 3 and not _JOINED.search(name)):
            continue
        return name if name.lower() not in _NO_NAMES and not _says_something(name) else ""
    return None


def _says_something(name: str) -> bool:
    """Whether what stands behind a label is no name: "Phóng viên: Xin cảm ơn ông!"."""
    words = name.split()
    return len(words) > 2 and sum(word[:1].islower() for word in words) * 2 > len(words)


def _names_only(signed: str) -> str:
    """The names in front of a post or an office: "Kim Ngân - BTV Huyện đoàn" is "Kim Ngân"."""
    end = 0
    for piece in _SIGNED_PIECE.finditer(signed):
        name = piece["name"].strip()
        loud = name.isupper() and not signed[:end].isupper()
        if end and (loud or not _ONLY_NAMES.fullmatch(name) or piece["mark"].strip() in {"(", ","}):
            break
        end = piece.end()
    return " ".join(signed[:end].split()).strip(" .,;:-–*_()")


def _sort_body(blocks: Sequence[Block], frame: _Frame, stamps: Mapping[int, Stamp], text: str) -> None:
    """Cut controls, links and boxes from between the paragraphs; name the captions."""
    box = False
    loose: list[int] = []
    for index in range(frame.first, min(frame.last + 1, frame.stop)):
        block = blocks[index]
        if is_paragraph(block):
            box = False
            continue
        if index in stamps:
            continue
        credited = bool(block.of("caption.credit"))
        if block.covered(*CONTROLS) or _is_link(block, text):
            block.kind = None
        elif is_heading_of_links(block, "end.", "box."):
            block.kind, box = None, not starts_with(block, "end.", "box.") or block.covered("end.", "box.", *CONTROLS)
        elif box and not credited and not block.closed:
            block.kind = None
        else:
            box = False
            loose.append(index)
            if credited and not block.closed and not block.bulleted:
                block.kind = "caption"
    _name_captions(blocks, loose)
    _cut_foreign_headlines(blocks, frame, loose)


def _name_captions(blocks: Sequence[Block], loose: Sequence[int]) -> None:
    """Lines that begin like captions are some, but not where three or more stand together: that is a list."""
    for group in _runs(blocks, loose):
        for index in group:
            block = blocks[index]
            if (
                len(group) < 3
                and block.of("caption.start")
                and block.words >= 5
                and not block.closed
                and not block.bulleted
            ):
                block.kind = "caption"


def _runs(blocks: Sequence[Block], indexes: Sequence[int]) -> list[list[int]]:
    """The blocks in groups that no blank line parts."""
    groups: list[list[int]] = []
    for index in indexes:
        if groups and groups[-1][-1] == index - 1 and not blocks[index].gap:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _is_link(block: Block, text: str) -> bool:
    """Whether the line is marked as a link. The view shows » as a quotation mark; a real one does not mark a link."""
    return bool(block.of("link.marked")) and text[block.start] not in _QUOTES


def _cut_foreign_headlines(blocks: Sequence[Block], frame: _Frame, loose: Sequence[int]) -> None:
    """Cut headlines of other articles: lines between paragraphs that begin with a place which the article never names.

    One alone goes where a colon follows the place; of a group without blank lines all go, where most begin like that.
    """
    apart = set(loose)
    story = "\n".join(b.view for i, b in enumerate(blocks[: frame.stop]) if i not in apart)
    for group in _runs(blocks, loose):
        above = (blocks[i].view for i in range(group[0] - 1, max(-1, group[0] - 20), -1) if blocks[i].kind is not None)
        before = next(above, "")
        able = [i for i in group if _reads_like_headline(blocks[i])]
        if before.rstrip().endswith((":", ";")) or len(able) < len(group):
            continue
        foreign = {i: colon for i in group if (colon := _foreign(blocks[i].view, story)) is not None}
        for index in group:
            if foreign.get(index) or (len(group) > 1 and len(foreign) * 2 > len(group) and any(foreign.values())):
                blocks[index].kind = None


def _reads_like_headline(block: Block) -> bool:
    return (
        not block.closed
        and not block.bulleted
        and not block.of("caption.credit")
        and block.words >= 5
        and not block.view.endswith((";", ",", ":"))
    )


def _foreign(view: str, story: str) -> bool | None:
    """None where the line does not begin with a name that `story` lacks; else whether a colon and a headline follow."""
    found = _LEADING_CAPITALS.match(view)
    if found is None or found["name"] in story:
        return None
    after = view[found.end() :].lstrip()
    return bool(found["colon"]) and len(after.split()) >= 4 and not after[:1].islower()


def _sort_tail(
    blocks: Sequence[Block], frame: _Frame, stamps: Mapping[int, Stamp], text: str
) -> tuple[str | None, list[str]]:
    """Name what stands after the last paragraph: signature, source, late captions; cut the rest of the page."""
    author: str | None = None
    notes: list[str] = []
    footer = False
    signed_by = _sort_signature(blocks, frame, text)
    rows = _table_rows(blocks, frame)
    names = [i for i in range(frame.last + 1, frame.stop) if _is_name(blocks[i]) and blocks[i].kind == "body"]
    teasers = _teasers(blocks, frame)
    roll = len(names) > 2 and names[-1] - names[0] == len(names) - 1
    for index in range(frame.last + 1, frame.stop):
        block = blocks[index]
        if index in stamps or index in rows or block.kind == "author" or (_NOTE.match(block.view) and not footer):
            continue
        signed = author is not None
        if index in teasers:
            block.kind = None
            continue
        if (
            block.covered(*AROUND, "end.", "box.")
            or block.of("imprint.start", "site.name", "link.dated")
            or (signed and block.of("site.organ"))
            or is_heading_of_links(block, "end.", "box.")
        ):
            notes += _hints(block)
            block.kind, footer = None, True
        elif block.of("author.source"):
            block.kind = "byline"
        elif (
            not footer
            and not roll
            and signed_by is None
            and not (index + 1 < frame.stop and _FIRST_ROW.match(blocks[index + 1].view))
            and (name := _signer(block, text, "author.label", "author.genre", "author.post", "author.name")) is not None
        ):
            block.kind = "author"
            author = author or name
        elif block.of("caption.credit"):
            block.kind = "caption"
        elif signed and not footer and (block.of("author.office") or _in_brackets(block.view)):
            block.kind = "author"
        elif footer or signed or block.of("link.marked"):
            block.kind = None
        elif block.of("caption.start") and block.words >= 5 and not block.bulleted and not block.closed:
            block.kind = "caption"
    return signed_by or author or None, notes


def _teasers(blocks: Sequence[Block], frame: _Frame) -> set[int]:
    """Headlines of other articles right above what ends the page: two or more lines without a stop."""
    found: set[int] = set()
    run: list[int] = []
    for index in range(frame.last + 1, min(frame.stop + 1, len(blocks))):
        block = blocks[index]
        if run and block.gap:
            run = []
        if (
            index >= frame.stop
            or block.covered("end.", "box.", *CONTROLS)
            or is_heading_of_links(block, "end.", "box.")
        ):
            found |= set(run) if len(run) > 1 else set()
            run = []
        elif _reads_like_headline(block) and not block.of("author.source", "caption.start"):
            run.append(index)
        else:
            run = []
    return found


def _table_rows(blocks: Sequence[Block], frame: _Frame) -> set[int]:
    """The rows of a table that ends the article, its head with them: "Lĩnh vực | Số mô hình" over "Kinh tế | 25"."""
    found: set[int] = set()
    index = frame.last + 1
    while index < frame.stop:
        end = index
        while end < frame.stop and _ROW.match(blocks[end].view):
            end += 1
        if end - index > 1 and _ROW_HEAD.fullmatch(blocks[index - 1].view):
            found |= {*range(index - 1, end)}
        index = max(end, index + 1)
    return found


def _in_brackets(view: str) -> bool:
    return view.startswith("(") and view.endswith(")")


def _sort_signature(blocks: Sequence[Block], frame: _Frame, text: str) -> str | None:
    """Name the lines of a document's signature, which stand together: office, "(Đã ký)", name. Returns the name."""
    for index in range(frame.last + 1, frame.stop):
        if not blocks[index].of("signed."):
            continue
        end = index
        while end < frame.stop and blocks[end].of("signed."):
            end += 1
        if end == frame.stop or (name := _signer(blocks[end], text, "author.name")) is None:
            continue
        for block in blocks[index : end + 1]:
            block.kind = "author"
        return name
    return None


def _sort_stamps(blocks: Sequence[Block], frame: _Frame, stamps: Mapping[int, Stamp], chosen: Stamp | None) -> None:
    """Keep the line of the publication and what repeats or completes it; cut the page's clock."""
    for index, stamp in stamps.items():
        over = frame.title is not None and index < frame.title
        stays = stamp is chosen or (
            chosen is not None and not over and not stamp.today and (stamp.labelled or stamp.day == chosen.day)
        )
        blocks[index].kind = "byline" if stays else None


def _sort_riders(
    blocks: Sequence[Block], frame: _Frame, stamps: Mapping[int, Stamp], riders: Mapping[int, int]
) -> None:
    """The clock on a line beside its date becomes what that is."""
    for clock, date in riders.items():
        if date in stamps and not frame.first <= clock <= frame.last:
            blocks[clock].kind = blocks[date].kind


def _cut_garbled(blocks: Sequence[Block]) -> list[str]:
    """Cut paragraphs in a cipher, as print pages of Báo Thanh Hoá hold them under a readable title."""
    count = 0
    for block in blocks:
        if block.kind is not None and garbled_share(block.view) > 0.5:
            block.kind = None
            count += 1
    return [f"garbled: {count}"] if count else []


_PICTURE = 45
"""Words: a line of more is said twice for another reason than that a picture bears it."""
_PARAGRAPH = 15
"""Words of a line with a stop that is a paragraph of the article."""


def _drop_repeats(blocks: Sequence[Block], frame: _Frame) -> None:
    """Cut a line that says what the one before it says (the picture's alternative text), and copies of the title."""
    title = blocks[frame.title].view if frame.title is not None and frame.title >= 0 else None
    before: Block | None = None
    said = ""
    story = False
    for index, block in enumerate(blocks):
        if block.kind is None:
            continue
        story = story or (before is not None and index != frame.title and before.closed and before.words >= _PARAGRAPH)
        here = block.without("caption.credit")
        if index != frame.title and title is not None and block.kind in {"body", "caption"} and _says_same(here, title):
            block.kind = None
            continue
        if (
            before is not None
            and block.kind in {"body", "caption"}
            and before.kind in {"body", "caption"}
            and _says_same(here, said)
            and _WORD.search(here)
            and (block.words >= 4 or block.of("caption.credit"))
        ):
            spare = before if len(before.view) < len(block.view) else block
            spare.kind = None
            if story and block.words <= _PICTURE:
                (before if spare is block else block).kind = "caption"
            if spare is block:
                continue
        before, said = block, here


def _name_lead(blocks: Sequence[Block], marked: Sequence[Block]) -> None:
    """What the page marks as its lead is it, else the first paragraph of several."""
    if any(b.kind == "body" for b in marked):
        for block in marked:
            block.kind = "lead" if block.kind == "body" else block.kind
        return
    running = [b for b in blocks if b.kind == "body" and (b.length >= 60 or b.closed)]
    if len(running) > 1 and running[0].length <= _LEAD_LIMIT:
        running[0].kind = "lead"


def _holes(view: str, rules: RuleSet) -> list[tuple[int, int]]:
    """What is cut out of lines: file names of pictures, left-over markup. In order, never overlapping."""
    lower = fold_lower(view)
    found = [(m.start, m.end) for rule in rules.starting("layout", "inline.") for m in find(rule, view, lower)]
    if "[" in view or "<" in view:
        found += [m.span() for m in _MARKUP.finditer(view)]
    holes: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not holes or start >= holes[-1][1]:
            holes.append((start, end))
    return holes


def _assemble(
    cleaned: Cleaned, blocks: Sequence[Block], holes: Sequence[tuple[int, int]]
) -> tuple[str, Starts, tuple[Part, ...], Callable[[int], int]]:
    """Text, way back and parts out of the blocks that stay; and what moves an offset of the cleaned text."""
    pieces: list[tuple[int, int]] = []
    parts: list[Part] = []
    at = 0
    for block in blocks:
        if block.kind is None or not (slices := _slices(cleaned.text, block.start, block.end, holes)):
            continue
        if pieces and (gap := _gap(cleaned.text, pieces[-1][1], slices[0][0])) is not None:
            pieces.append((gap, gap + 1))
            at += 1
        length = sum(end - start for start, end in slices)
        if parts and parts[-1].kind == block.kind == "title":
            parts[-1] = Part("title", parts[-1].start, at + length)
        else:
            parts.append(Part(block.kind, at, at + length))
        pieces += slices
        at += length
    ends = list(accumulate(end - start for start, end in pieces))

    def moved(offset: int) -> int:
        index = next(i for i, (start, end) in enumerate(pieces) if start <= offset < end)
        return ends[index] - (pieces[index][1] - offset)

    return "".join(cleaned.text[a:b] for a, b in pieces), cut(cleaned.starts, pieces), tuple(parts), moved


def _gap(text: str, start: int, end: int) -> int | None:
    """Where the character stands that parts two blocks: a line break, else a blank; None where nothing does."""
    line = text.find("\n", start, end)
    if line >= 0:
        return line
    return start if text[start:end].isspace() else None


def _slices(text: str, start: int, end: int, holes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The block without its holes, blanks at both ends left out."""
    first = max(0, bisect_right(holes, (start, start)) - 1)
    holes = holes[first : bisect_right(holes, (end, end))]
    edges = [start, *(x for a, b in holes if a < end and b > start for x in (max(a, start), min(b, end))), end]
    spans = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    while spans and not text[spans[0][0] : spans[0][1]].strip():
        del spans[0]
    while spans and not text[spans[-1][0] : spans[-1][1]].strip():
        del spans[-1]
    if not spans:
        return []
    head = text[spans[0][0] : spans[0][1]]
    spans[0] = (spans[0][1] - len(head.lstrip()), spans[0][1])
    tail = text[spans[-1][0] : spans[-1][1]]
    spans[-1] = (spans[-1][0], spans[-1][0] + len(tail.rstrip()))
    return spans


def _title_of(text: str, parts: Sequence[Part]) -> str | None:
    return next((" ".join(text[p.start : p.end].split()) for p in parts if p.kind == "title"), None)
