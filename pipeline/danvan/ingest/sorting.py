"""What the lines around and between the paragraphs are: what stands over the title, under it, between two paragraphs,
after the last one. Each is named, or cut (kind None).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from danvan.ingest.bylines import Stamp
from danvan.ingest.frame import Frame, tells_of_picture
from danvan.ingest.lines import SHORT, Block
from danvan.ingest.sheet import AROUND, CONTROLS, is_heading_of_links, is_paragraph, starts_with
from danvan.ingest.signed import is_name, signer

_LEADING_CAPITALS = regex.compile(
    r"(?i:(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|tp\.?|tx\.?)\s)?"
    r"(?P<name>\p{Lu}[\w'-]*(?:[\s-]\p{Lu}[\w'-]*){1,4})(?P<colon>\s?:)?"
)
# The first row of a numbered list or its head: what stands over it is a heading, though it looks like a name.
_FIRST_ROW = regex.compile(r"(?i:s?tt(?!\w)|số tt(?!\w))|0?1\s?[-.)|:]")
_ROW = regex.compile(r"[^|]{0,80}\p{L}[^|]{0,80}\|\s{0,3}\d[\d.,/%]{0,12}\s{0,3}(?:\||$)")
_ROW_HEAD = regex.compile(r"[^|\d]{2,60}(?:\|[^|]{1,40}){1,8}")
_QUOTES = frozenset('"“”„‟')
_NOTE = regex.compile(r"\[\d{1,2}\]\s")
"""The mark of a note at the foot; notes stand under the signature too."""
_NAMES_UNIT = regex.compile(
    r"(?i:(?<!\w)(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|tp|tx|đoàn)\b|(?<!\w)báo )"
)


def hints(block: Block) -> list[str]:
    """What a line that is cut says of the unit that runs the site: "site: Cổng thông tin điện tử huyện X"."""
    if block.length > SHORT or not block.of("site.", "imprint.") or not _NAMES_UNIT.search(block.view):
        return []
    return [f"site: {block.view}"]


def sort_head(blocks: Sequence[Block], frame: Frame, stamps: Mapping[int, Stamp]) -> list[str]:
    """Cut what stands over the title; what it says of the site or the unit goes to the notes."""
    notes: list[str] = []
    title = frame.title
    if title is None or title < 0:
        for block in blocks[: frame.first]:
            if block.covered(*AROUND) or block.of("site."):
                notes += hints(block)
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
            notes += hints(block)
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


def sort_under_title(blocks: Sequence[Block], frame: Frame, stamps: Mapping[int, Stamp], text: str) -> str | None:
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
        elif (name := signer(block, text, "author.label", "author.name")) is not None and frame.title is not None:
            author, block.kind = author or name, "byline"
        elif (block.of("caption.credit", "caption.start") and not block.closed) or (
            frame.title is None and index == 0 and tells_of_picture(block)
        ):
            block.kind = "caption"
    return author


def sort_body(blocks: Sequence[Block], frame: Frame, stamps: Mapping[int, Stamp], text: str) -> None:
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


def _cut_foreign_headlines(blocks: Sequence[Block], frame: Frame, loose: Sequence[int]) -> None:
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


def sort_tail(
    blocks: Sequence[Block], frame: Frame, stamps: Mapping[int, Stamp], text: str
) -> tuple[str | None, list[str]]:
    """Name what stands after the last paragraph: signature, source, late captions; cut the rest of the page."""
    author: str | None = None
    notes: list[str] = []
    footer = False
    signed_by = _sort_signature(blocks, frame, text)
    rows = _table_rows(blocks, frame)
    names = [i for i in range(frame.last + 1, frame.stop) if is_name(blocks[i]) and blocks[i].kind == "body"]
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
            notes += hints(block)
            block.kind, footer = None, True
        elif block.of("author.source"):
            block.kind = "byline"
        elif (
            not footer
            and not roll
            and signed_by is None
            and not (index + 1 < frame.stop and _FIRST_ROW.match(blocks[index + 1].view))
            and (name := signer(block, text, "author.label", "author.genre", "author.post", "author.name")) is not None
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


def _teasers(blocks: Sequence[Block], frame: Frame) -> set[int]:
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


def _table_rows(blocks: Sequence[Block], frame: Frame) -> set[int]:
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


def _sort_signature(blocks: Sequence[Block], frame: Frame, text: str) -> str | None:
    """Name the lines of a document's signature, which stand together: office, "(Đã ký)", name. Returns the name."""
    for index in range(frame.last + 1, frame.stop):
        if not blocks[index].of("signed."):
            continue
        end = index
        while end < frame.stop and blocks[end].of("signed."):
            end += 1
        if end == frame.stop or (name := signer(blocks[end], text, "author.name")) is None:
            continue
        for block in blocks[index : end + 1]:
            block.kind = "author"
        return name
    return None
