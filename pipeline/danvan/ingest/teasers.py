"""Lists of linked titles on a web page: the articles of a page that lists many, and teasers beside one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import regex

from danvan.errors import ReadError
from danvan.ingest.metadata import Metadata, title_tag
from danvan.ingest.page_rows import Row, common, lineage, plain, within
from danvan.reasons import because

_FEW = 3
"""Entries that make a list."""
_LISTS = 20
"""Lists of links that are looked at, the longest ones: a page may hold thousands."""
_TITLE_WORDS = 5
_TITLE_LIMIT = 250
_LEAD = 40
_ARTICLE = 600
"""Characters of text that are more than a lead."""
_UNSTOPPED = 200
"""Characters of a line that no headline and no row of a menu has."""
_BESIDE = 2
"""Paragraphs beside a list that may be its introduction and the foot of the page."""
_UNDER = 12
"""Rows under the page's title in which the text of its article begins."""
_DATED = regex.compile(
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d|(?i:tháng)\s\d{1,2},?\s(?:năm\s)?20\d\d"
)


def find_lists(rows: Sequence[Row]) -> list[dict[int, list[int]]]:
    """Every list of linked titles on the page: of each title the rows that belong to it."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for i, row in enumerate(rows):
        if row.linked > 0.6 * len(row.text) and len(row.text.split()) >= _TITLE_WORDS and len(row.text) <= _TITLE_LIMIT:
            groups.setdefault(_signature(row.home), []).append(i)
    largest = sorted(groups.values(), key=len, reverse=True)[:_LISTS]
    lists = (_entries(rows, titles) for titles in largest if len(titles) >= _FEW)
    return [entries for entries in lists if not _swallows_article(rows, entries)]


def mark_teasers(rows: Sequence[Row], lists: Sequence[Mapping[int, list[int]]]) -> None:
    """Empty the leads of other articles beside this one: lists whose every entry stands in an element of its own, with
    no paragraph between them.
    """
    for entries in lists:
        inside = {*entries, *(i for rest in entries.values() for i in rest)}
        frame = common(rows, sorted(inside))
        apart = [i for i in range(len(rows)) if i not in inside and within(rows[i].home, frame)]
        flat = any(rows[i].home.getparent() is frame or rows[i].home is frame for i in inside)
        if not flat and not any(rows[i].is_paragraph for i in apart):
            for i in inside:
                rows[i].drop()


def find_entries(
    rows: Sequence[Row], plains: Sequence[str], meta: Metadata, lists: Sequence[dict[int, list[int]]]
) -> dict[int, list[int]]:
    """The entries of a page that lists articles: linked titles, each with the rows of its lead and date.

    Empty where the page is one article. Raises ReadError for a list of titles alone.
    """
    if any(meta.get(name) for name in ("ld:datePublished", "article:published_time", "og:published_time")):
        return {}
    best = max(lists, key=lambda entries: _text_in(rows, entries), default={})
    if not best or _holds_article(rows, plains, best, meta):
        return {}
    if _text_in(rows, best) < _FEW * _LEAD:
        raise ReadError(because("read.headlines", count=sum(map(len, lists))))
    return best


def _text_in(rows: Sequence[Row], entries: Mapping[int, list[int]]) -> int:
    """Characters of text in the entries beside their titles."""
    return sum(len(rows[i].text) for inside in entries.values() for i in inside if not rows[i].is_link)


def _swallows_article(rows: Sequence[Row], entries: Mapping[int, list[int]]) -> bool:
    """Whether the text of one entry is an article of its own: in a page made of tables, links of the menu over it and
    of other news under it look like one list, and what stands between them like the lead of the last.
    """
    said = {t: sum(len(rows[i].text) for i in inside if not rows[i].is_link) for t, inside in entries.items()}
    longest = max(said, key=lambda title: said[title])
    others = (rows[i] for title, inside in entries.items() if title != longest for i in inside)
    told = any(len(row.text) >= _LEAD and not row.is_link and not _is_date(row) for row in others)
    alone = said[longest] > 2 * (sum(said.values()) - said[longest])
    return alone and (said[longest] >= _ARTICLE or not told) and any(rows[i].is_paragraph for i in entries[longest])


def _signature(home: Any) -> tuple[str, ...]:
    """What the titles of one list share: the names and classes of the elements around them."""
    return tuple(f"{e.tag}.{e.get('class') or ''}" for e in lineage(home)[:3])


def _entries(rows: Sequence[Row], titles: Sequence[int]) -> dict[int, list[int]]:
    """Of each title the rows that belong to it: those of the element that holds this title and no other.

    In a flat list they stand between two titles; dates that stand over the titles belong to the one below.
    """
    lineages = {t: lineage(rows[t].home) for t in titles}
    held = Counter(element for line in lineages.values() for element in line)
    homes = {next((e for e in reversed(lineages[t]) if held[e] == 1), None): t for t in titles}
    own: dict[int, list[int]] = {t: [] for t in titles}
    for i, row in enumerate(rows):
        title = next((homes[e] for e in lineage(row.home) if e in homes), i)
        if title != i:
            own[title].append(i)
    if sum(any(not rows[i].is_link for i in inside) for inside in own.values()) * 2 >= len(titles):
        return {t: _said(rows, inside) for t, inside in own.items()}
    frame = common(rows, titles)
    over = (
        sum(t > 0 and _is_date(rows[t - 1]) and within(rows[t - 1].home, frame) for t in titles) * 5 >= len(titles) * 4
    )
    starts = [t - over for t in titles]
    inside = [i for i in range(starts[0], len(rows)) if within(rows[i].home, frame)]
    return {
        t: _said(rows, [i for i in inside if start <= i < after and i != t])
        for t, start, after in zip(titles, starts, [*starts[1:], len(rows)], strict=True)
    }


def _is_long(row: Row) -> bool:
    """Whether a line is a paragraph though no stop ends it."""
    return not row.is_link and len(row.text) >= _UNSTOPPED and row.table is None and "|" not in row.text


def _is_date(row: Row) -> bool:
    return len(row.text) <= 60 and _DATED.search(row.text) is not None


def _said(rows: Sequence[Row], inside: Sequence[int]) -> list[int]:
    """Lead and date of an entry: links to read on and to the section say nothing."""
    return [i for i in inside if not rows[i].is_link or _DATED.search(rows[i].text)]


def _holds_article(
    rows: Sequence[Row], plains: Sequence[str], entries: Mapping[int, list[int]], meta: Metadata
) -> bool:
    """Whether an article stands beside the list, in paragraphs of its own or under the page's title."""
    inside = {*entries, *(i for rest in entries.values() for i in rest)}
    beside = [i for i, row in enumerate(rows) if i not in inside and (row.is_paragraph or _is_long(row))]
    if len(beside) > _BESIDE or sum(len(rows[i].text) for i in beside) > max(200, 0.4 * _text_in(rows, entries)):
        return True
    named = {plain(t) for t in (meta.get("og:title"), *title_tag(meta.get("title"))) if t and len(t.split()) >= 6}
    heads = [i for i, line in enumerate(plains) if line in named and not rows[i].is_link]
    return any(head < i <= head + _UNDER for head in heads for i in beside)
