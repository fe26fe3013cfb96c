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
    read_stamp,
)
from danvan.ingest.decode import garbled_share
from danvan.ingest.lines import SHORT, Block, join_lines, mark, split_lines
from danvan.match import Match, find
from danvan.ruleset import RuleSet
from danvan.text.article import Draft, Part
from danvan.text.clean import Cleaned, Starts, clean, cut
from danvan.text.view import fold_lower, fold_view

_CONTROLS = ("furniture.", "counter.", "inline.")
_MENU_LINES = 15
"""Blocks at the head of a page among which menus are looked for."""
_MENU_CUTS = regex.compile(r"\s{2,}|\s?[|»>›•·\"]{1,2}\s|\s[/-]\s")
_AROUND = (*_CONTROLS, "nav.", "imprint.", "label.", "byline.by")
_TITLE_LIMIT = 220
"""Characters: a longer first line is a paragraph."""
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
# Headlines run together in a line at the head of a page: "Chào mừng ... * Hội nghị ... * Sóc Trăng: 300 hội viên ...".
_TICKER = regex.compile(r"(?:\s\*{1,3}\s{0,3}\p{Lu}[^*\n]{15,400}){3}")
# The first row of a numbered list or its head: what stands over it is a heading, though it looks like a name.
_FIRST_ROW = regex.compile(r"(?i:s?tt(?!\w)|số tt(?!\w))|0?1\s?[-.)|:]")
_QUOTES = frozenset('"“”„‟')
_WORD = regex.compile(r"[^\W_]+")
_SIGNED_PIECE = regex.compile(r"(?P<mark>\s?[-–,(&/]\s?|)(?P<name>[^-–,(&/]+)")
_JOINED = regex.compile(r"[-–,&]")
_ONLY_NAMES = regex.compile(r"\p{Lu}[\w'.]*(?:\s\p{Lu}[\w'.]*){0,4}")
_NAMES_UNIT = regex.compile(
    r"(?i:(?<!\w)(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|tp|tx|đoàn)\b|(?<!\w)báo )"
)
_NO_NAMES = {"bbt", "ban biên tập", "pv", "ctv", "nhóm pv", "admin", "administrator", "quản trị", "quản trị viên"}


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
    hold where the text does not tell them.
    """

    key: str = ""
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None


def read_parts(raw: str, rules: RuleSet, origin: Origin) -> Draft:
    """The article that stands in `raw`."""
    cleaned = clean(raw)
    view = fold_view(cleaned.text)
    blocks = join_lines(split_lines(view, rules))
    mark(blocks, rules)
    _mark_menus(blocks[:_MENU_LINES], rules)
    blocks = [b for i, b in enumerate(blocks) if i > 10 or not _TICKER.search(b.view)]
    stop = _find_stop(blocks)
    stamps = {i: s for i, b in enumerate(blocks[:stop]) if (s := read_stamp(i, b, rules)) is not None}
    if stop == 1:
        # a text of one line is no page: its date is what it says, unless the line is a page's own
        stamps = {i: s for i, s in stamps.items() if s.labelled or s.today or (s.clock and s.weekday)}
    riders = _complete(stamps, blocks[:stop])
    frame = _find_frame(blocks, stamps, stop, origin.title)
    if frame.title is not None and not any(frame.title < i < frame.first for i in stamps):
        loose = (read_loose_stamp(i, blocks[i]) for i in range(frame.title + 1, frame.first))
        stamps |= {s.index: s for s in loose if s is not None}
    # A date alone on a line between paragraphs heads a section: it is text.
    stamps = {i: s for i, s in stamps.items() if not frame.first <= i <= frame.last}
    letter = _letterhead(blocks, frame.first, frame.title)
    if any(i not in letter for i in stamps):
        # The day of the document is not that of the page, where that has one.
        stamps = {i: s for i, s in stamps.items() if i not in letter}
    body = "\n".join(b.view for i, b in enumerate(blocks[:stop]) if i not in stamps)
    chosen = choose(tuple(stamps.values()), frame.title, frame.first, frame.last, body)
    notes = _sort_head(blocks, frame, stamps)
    byline_author = _sort_under_title(blocks, frame, stamps, cleaned.text)
    for index in letter:
        blocks[index].kind = "body"
    _sort_body(blocks, frame, stamps, cleaned.text)
    signature, imprint = _sort_tail(blocks, frame, stamps, cleaned.text)
    _sort_stamps(blocks, frame, stamps, chosen)
    for clock, date in riders.items():
        if date in stamps and not frame.first <= clock <= frame.last:
            blocks[clock].kind = blocks[date].kind
    for block in blocks[stop:]:
        imprint += _hints(block)
        block.kind = None
    if garbled_share(cleaned.text) > _GARBLED:
        notes += _cut_garbled(blocks)
    _drop_repeats(blocks, frame)
    _name_lead(blocks, frame)
    if chosen is None:
        notes += [f"clock: {s.iso}" for s in stamps.values()][:1]
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
        published=chosen.iso if chosen else origin.published,
        published_span=(moved(chosen.start), moved(chosen.end - 1) + 1) if chosen else None,
        notes=tuple(notes + imprint),
    )


def _mark_menus(blocks: Sequence[Block], rules: RuleSet) -> None:
    """Mark lines of short entries side by side of which some are known ones: "Chính trị | Dân tộc thiểu số | Media"."""
    menu = rules.rule("layout", "nav.menu")
    for block in blocks:
        if not block.of("nav.menu") or block.closed or block.of("when."):
            continue
        entries = [p.strip() for p in _MENU_CUTS.split(block.view) if p.strip(" -|/.")]
        if len(entries) < 2 or any(len(e.split()) > 6 for e in entries):
            continue
        known = sum(menu.regex.fullmatch(e) is not None for e in entries)
        if known * 4 >= len(entries):
            block.marks.append(Match(menu, 0, len(block.view), {}))


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
                stamps[index] = replace(stamps[index], counted=blocks[beside].covered(*_AROUND))
    return riders


def _is_paragraph(block: Block) -> bool:
    return block.length > _TITLE_LIMIT or (
        block.closed and block.length >= 80 and not block.covered(*_AROUND) and not block.of("imprint.start")
    )


def _starts_with(block: Block, *prefixes: str) -> bool:
    """Whether a mark of these rules opens the block and a colon follows: "Tin liên quan: ..."."""
    return any(m.start <= 3 and block.view[m.end :].lstrip().startswith(":") for m in block.of(*prefixes))


def _is_heading_of_links(block: Block, *prefixes: str) -> bool:
    return bool(block.of(*prefixes)) and (
        block.covered(*prefixes, *_CONTROLS) or (_starts_with(block, *prefixes) and not block.closed)
    )


def _find_stop(blocks: Sequence[Block]) -> int:
    """Index of the heading ("Tin khác", "Ý kiến bạn đọc") behind which no more of the article stands."""
    weights = [b.length if _is_paragraph(b) else 0 for b in blocks]
    total = sum(weights)
    seen = 0
    for index, block in enumerate(blocks):
        if _is_heading_of_links(block, "end.") and seen > 0 and seen >= 0.6 * total:
            return index
        if _is_heading_of_links(block, "box.") and seen > 0 and seen == total:
            return index
        seen += weights[index]
    return _after_signature(blocks, weights)


def _after_signature(blocks: Sequence[Block], weights: Sequence[int]) -> int:
    """Index of the first paragraph under the page's one labelled signature ("Tin, ảnh: ..."): the lead of other news.

    Báo Trà Vinh prints such teasers without a heading. With several signatures the page holds several stories.
    """
    signed = [i for i, b in enumerate(blocks) if b.kind is not None and b.of("author.label")]
    if len(signed) != 1:
        return len(blocks)
    above, below = sum(weights[: signed[0]]), sum(weights[signed[0] :])
    if not 0 < below <= 0.4 * (above + below):
        return len(blocks)
    return next(i for i in range(signed[0] + 1, len(blocks)) if weights[i])


def _find_frame(blocks: Sequence[Block], stamps: Mapping[int, Stamp], stop: int, title: str | None) -> _Frame:
    known = _find_known_title(blocks[:stop], title)
    usable = [i for i in range(stop) if i not in stamps and i != known and not blocks[i].covered(*_CONTROLS)]
    paragraphs = [i for i in usable if _is_paragraph(blocks[i])]
    if len(paragraphs) > 1 and known is None and _is_dated_title(blocks, stamps, paragraphs[0]):
        del paragraphs[0]
    if not paragraphs:
        paragraphs = [i for i in usable if blocks[i].closed and not blocks[i].covered(*_AROUND)]
    if not paragraphs:
        paragraphs = usable[1:] or usable
    if not paragraphs:
        return _Frame(known, stop, stop, stop)
    first, last = paragraphs[0], paragraphs[-1]
    for index in range(last + 1, stop):
        block = blocks[index]
        if block.covered(*_AROUND) or block.of("author.", "imprint.start"):
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
        blocks[index].length <= _TITLE_LIMIT
        and any(i in stamps for i in (index + 1, index + 2))
        and not any(i in stamps for i in range(index))
    )


def _find_title(blocks: Sequence[Block], stamps: Mapping[int, Stamp], first: int) -> int | None:
    """The title stands over the date of publication, or else first of all that is no furniture."""
    able = [i for i in range(first) if i not in stamps and _may_be_title(blocks[i])]
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


def _may_be_title(block: Block) -> bool:
    return not (
        block.length > _TITLE_LIMIT
        or block.covered(*_AROUND, "site.", "end.", "box.")
        or block.of("site.", "imprint.start", "caption.credit", "author.label", "author.source")
        or block.of("link.marked", "furniture.weather")
        or _is_heading_of_links(block, "end.", "box.")
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
            if block.covered(*_AROUND) or block.of("site."):
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
        or block.covered(*_AROUND, "site.", "end.", "box.")
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
        if block.covered(*_AROUND, "site.", "end.", "box.") or block.of("link.marked", "site.", "imprint.start"):
            block.kind = None
        elif block.of("author.source"):
            block.kind = "byline"
        elif (name := _signer(block, text, "author.label", "author.name")) is not None and frame.title is not None:
            author, block.kind = author or name, "byline"
        elif block.of("caption.credit", "caption.start") and not block.closed:
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
        return name if name.lower() not in _NO_NAMES else ""
    return None


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
        if _is_paragraph(block):
            box = False
            continue
        if index in stamps:
            continue
        credited = bool(block.of("caption.credit"))
        if block.covered(*_CONTROLS) or _is_link(block, text):
            block.kind = None
        elif _is_heading_of_links(block, "end.", "box."):
            block.kind, box = None, not _starts_with(block, "end.", "box.") or block.covered("end.", "box.", *_CONTROLS)
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
    names = [i for i in range(frame.last + 1, frame.stop) if _is_name(blocks[i]) and blocks[i].kind == "body"]
    roll = len(names) > 2 and names[-1] - names[0] == len(names) - 1
    for index in range(frame.last + 1, frame.stop):
        block = blocks[index]
        if index in stamps or block.kind == "author":
            continue
        signed = author is not None
        if (
            block.covered(*_AROUND, "end.", "box.")
            or block.of("imprint.start", "site.name", "link.dated")
            or (signed and block.of("site.organ"))
            or _is_heading_of_links(block, "end.", "box.")
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
        elif signed and not footer and block.view.startswith("(") and block.view.endswith(")"):
            block.kind = "author"
        elif footer or signed or block.of("link.marked"):
            block.kind = None
        elif block.of("caption.start") and block.words >= 5 and not block.bulleted and not block.closed:
            block.kind = "caption"
    return signed_by or author or None, notes


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


def _cut_garbled(blocks: Sequence[Block]) -> list[str]:
    """Cut paragraphs in a cipher, as print pages of Báo Thanh Hoá hold them under a readable title."""
    count = 0
    for block in blocks:
        if block.kind is not None and garbled_share(block.view) > 0.5:
            block.kind = None
            count += 1
    return [f"garbled: {count}"] if count else []


def _drop_repeats(blocks: Sequence[Block], frame: _Frame) -> None:
    """Cut a line that says what the one before it says (the picture's alternative text), and copies of the title."""
    title = blocks[frame.title].view if frame.title is not None and frame.title >= 0 else None
    before: Block | None = None
    said = ""
    for index, block in enumerate(blocks):
        if block.kind is None:
            continue
        here = block.without("caption.credit")
        if index != frame.title and title is not None and block.kind in {"body", "caption"} and _says_same(here, title):
            block.kind = None
            continue
        if (
            before is not None
            and block.kind in {"body", "caption"}
            and before.kind in {"body", "caption"}
            and (block.words >= 4 or block.of("caption.credit"))
            and _says_same(here, said)
            and _WORD.search(here)
        ):
            spare = before if len(before.view) < len(block.view) else block
            spare.kind = None
            if spare is block:
                continue
        before, said = block, here


def _name_lead(blocks: Sequence[Block], frame: _Frame) -> None:
    """The first paragraph of several is the lead."""
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
