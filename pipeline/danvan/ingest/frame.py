"""Where the article stands among the lines of its page: its title, its first and its last paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from danvan.ingest.bylines import Stamp, is_dateline
from danvan.ingest.lines import Block
from danvan.ingest.sheet import AROUND, CONTROLS, TITLE_LIMIT, is_heading_of_links, is_paragraph
from danvan.ingest.signed import is_name
from danvan.text.view import fold_lower, fold_view

WORD = regex.compile(r"[^\W_]+")
_MENU = 3
"""Entries: so many lines of navigation above a line, without a blank one, make it one of them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the article stands among the blocks: paragraphs run from `first` to `last`, from `stop` on all is cut.

    `title` is -1 where the title is known from elsewhere and does not stand in the text, None where there is none.
    """

    title: int | None
    first: int
    last: int
    stop: int


def find_frame(blocks: Sequence[Block], stamps: Mapping[int, Stamp], stop: int, title: str | None) -> Frame:
    """The frame of the article above the block `stop`. `title`: its title, where that is known from elsewhere."""
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
        return Frame(known, stop, stop, stop)
    first, last = paragraphs[0], paragraphs[-1]
    for index in range(last + 1, stop):
        block = blocks[index]
        if block.covered(*AROUND) or block.of("author.", "imprint.start"):
            break
        if block.closed and block.length >= 25:
            last = index
    found = known if known is not None else _find_title(blocks, stamps, first)
    return Frame(-1 if found is None and title else found, first, last, stop)


def _find_known_title(blocks: Sequence[Block], title: str | None) -> int | None:
    if not title:
        return None
    wanted = plain_words(fold_view(title))
    return next((i for i, b in enumerate(blocks[:30]) if plain_words(b.view) == wanted), None)


def plain_words(view: str) -> str:
    """Letters and digits of a line in lower case, for comparing lines."""
    return " ".join(WORD.findall(fold_lower(view)))


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
    if not stamps and len(able) == 1 and tells_of_picture(blocks[able[0]]):
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
        long = [i for i in above if blocks[i].words >= 5 and not is_name(blocks[i])]
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


def tells_of_picture(block: Block) -> bool:
    """Whether it is a sentence with its stop that begins as captions do, with who is seen: no title ends like that."""
    return block.view.endswith(".") and block.words >= 8 and bool(block.of("caption.people"))


def _may_be_title(block: Block) -> bool:
    return not (
        block.length > TITLE_LIMIT
        or block.covered(*AROUND, "site.", "end.", "box.")
        or block.of("site.", "imprint.start", "caption.credit", "author.label", "author.source")
        or block.of("link.marked", "furniture.weather")
        or is_heading_of_links(block, "end.", "box.")
        or WORD.search(block.view) is None
    )


def letterhead(blocks: Sequence[Block], first: int, title: int | None) -> set[int]:
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
