"""A page before it is read: cleaned text, view, and its lines as blocks with the marks of the layout rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from danvan.ingest.bylines import Stamp, read_stamp
from danvan.ingest.lines import Block, join_lines, mark, split_lines
from danvan.match import Match
from danvan.ruleset import RuleSet
from danvan.text.clean import Cleaned, clean
from danvan.text.view import fold_view

CONTROLS = ("furniture.", "counter.", "inline.")
AROUND = (*CONTROLS, "nav.", "imprint.", "label.", "byline.by")
TITLE_LIMIT = 220
"""Characters: a longer first line is a paragraph."""
_MENU_LINES = 15
"""Blocks at the head of a page among which menus are looked for."""
_MENU_CUTS = regex.compile(r"\s{2,}|\s?[|»>›•·\"]{1,2}\s|\s[/-]\s")
# Headlines run together in a line at the head of a page: "Chào mừng ... * Hội nghị ... * Sóc Trăng: 300 hội viên ...".
_TICKER = regex.compile(r"(?:\s\*{1,3}\s{0,3}\p{Lu}[^*\n]{15,400}){3}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """An open page. `view` is that of the cleaned text; `blocks` count in it; the reader sorts them in place.

    Behind the block `stop` no more of the article stands; `stamps` are the dates on lines of their own before it.
    `counts` are the matches of each layout rule.
    """

    raw: str
    cleaned: Cleaned
    view: str
    blocks: list[Block]
    stop: int
    stamps: Mapping[int, Stamp]
    counts: Mapping[str, int]


def open_sheet(raw: str, rules: RuleSet) -> Sheet:
    """The page that `raw` holds."""
    cleaned = clean(raw)
    view = fold_view(cleaned.text)
    blocks = join_lines(split_lines(view, rules))
    counts = mark(blocks, rules)
    _mark_menus(blocks[:_MENU_LINES], rules)
    blocks = [b for i, b in enumerate(blocks) if i > 10 or not _TICKER.search(b.view)]
    stop = _find_stop(blocks)
    stamps = {i: s for i, b in enumerate(blocks[:stop]) if (s := read_stamp(i, b, rules)) is not None}
    return Sheet(raw, cleaned, view, blocks, stop, stamps, counts)


def is_paragraph(block: Block) -> bool:
    return block.length > TITLE_LIMIT or (
        block.closed and block.length >= 80 and not block.covered(*AROUND) and not block.of("imprint.start")
    )


def starts_with(block: Block, *prefixes: str) -> bool:
    """Whether a mark of these rules opens the block and a colon follows: "Tin liên quan: ..."."""
    return any(m.start <= 3 and block.view[m.end :].lstrip().startswith(":") for m in block.of(*prefixes))


def is_heading_of_links(block: Block, *prefixes: str) -> bool:
    return bool(block.of(*prefixes)) and (
        block.covered(*prefixes, *CONTROLS) or (starts_with(block, *prefixes) and not block.closed)
    )


def _find_stop(blocks: Sequence[Block]) -> int:
    """Index of the heading ("Tin khác", "Ý kiến bạn đọc") behind which no more of the article stands."""
    weights = [b.length if is_paragraph(b) else 0 for b in blocks]
    total = sum(weights)
    seen = 0
    for index, block in enumerate(blocks):
        if is_heading_of_links(block, "end.") and seen > 0 and seen >= 0.6 * total:
            return index
        if is_heading_of_links(block, "box.") and seen > 0 and seen == total:
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
