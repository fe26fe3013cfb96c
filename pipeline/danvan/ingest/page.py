"""A saved web page to the lines of its article: title, lead, paragraphs, captions, tables, signature.

Three readings, the first that finds something counts: by the selectors of the page's site or system (selected.py); by
the title and what trafilatura takes for the text, the lines taken out of the page itself from one to the other, for
trafilatura drops the lead on VNPT, NukeViet and SharePoint pages (stack.md B2); trafilatura alone. Where two of them
differ on a sentence with numbers, the page is marked for review (agreement.py). What is furniture among the lines,
parts.py decides. The raw text of a page is these lines; source_map.py leads on to its bytes.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import regex

from danvan.errors import ReadError
from danvan.ingest.agreement import disputed
from danvan.ingest.decode import Decoded
from danvan.ingest.load import check_length
from danvan.ingest.metadata import (
    Dated,
    Metadata,
    address,
    as_name,
    author,
    published,
    read_iso,
    read_metadata,
    says_article,
    title_tag,
)
from danvan.ingest.page_rows import (
    Row,
    common,
    fold,
    is_caption,
    is_dated,
    is_heading,
    is_large,
    join_wrapped,
    lineage,
    plain,
    read_rows,
    within,
)
from danvan.ingest.refuse import reason_to_refuse
from danvan.ingest.selected import Profile, Selected, profile_of, read_selected, removed
from danvan.ingest.source_map import map_rows
from danvan.ingest.teasers import find_entries, find_lists, mark_teasers
from danvan.match import find
from danvan.reasons import because
from danvan.ruleset import Rule, RuleSet
from danvan.text.article import UNIT_NOTE, PartKind
from danvan.text.source import SourceMap
from danvan.text.view import fold_lower, fold_view

__all__ = ["Page", "read_iso", "read_page"]

_HEADER = 25
"""Rows of a page among which the name of the site is looked for."""
_SECONDS = regex.compile(r"\d:\d\d:\d\d")
_OVER = 8
"""Rows over the text among which a title stands that no heading and no metadata names."""
_TITLE_WORDS = 4
_NEAR = 3
"""Rows around title and lead, and behind the text, in which the day of publication stands."""
_PARAGRAPH = 80
_DEEP = 250
"""Elements in one another; behind 255 trafilatura sees nothing."""
_TAIL = 16
"""Rows behind the text among which the signature stands."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page gives: `text` holds one line a paragraph; `dated` is the day that the page gives beside it.

    `entries` are the articles of a page that lists many, as (start, end, title) in `text`, which holds nothing else.
    `marks` are stretches of `text` of which the markup tells what they are. `source` leads back to the page's bytes.
    """

    text: str
    title: str | None = None
    dated: Dated | None = None
    url: str | None = None
    author: str | None = None
    hints: tuple[str, ...] = field(default=())
    entries: tuple[tuple[int, int, str], ...] = ()
    marks: tuple[tuple[int, int, PartKind], ...] = ()
    source: SourceMap | None = None

    @property
    def published(self) -> str | None:
        """ISO day or minute."""
        return self.dated.stamp if self.dated else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The rows of an article, in order, the row of its title, and the element that holds them."""

    rows: tuple[int, ...]
    title: int | None
    frame: Any


def read_page(
    page: str | Decoded,
    rules: RuleSet,
    *,
    data: bytes | None = None,
    url: str | None = None,
    link: str | None = None,
) -> Page:
    """The article of an HTML page. `url` is where it was fetched, `link` the text of the link that led to it.

    With the bytes `data` that `page` was decoded from, the way back to them is kept. Raises ReadError where the page
    holds no text.
    """
    import lxml.html  # type: ignore[import-untyped]

    html = page if isinstance(page, str) else page.text
    try:
        # Without huge_tree the parser leaves out, without a word, what stands more than 255 elements deep.
        tree = lxml.html.fromstring(_without_declaration(html), parser=lxml.html.HTMLParser(huge_tree=True))
    except (ValueError, lxml.etree.LxmlError, AssertionError):
        raise ReadError(because("read.no_html")) from None
    meta = read_metadata(tree)
    rows = join_wrapped(list(read_rows(tree)))
    check_length(sum(len(row.text) for row in rows))
    plains = [plain(r.text) for r in rows]
    hints = _hints(meta, rows[:_HEADER], rules)
    profile = profile_of(html, url or address(meta), rules)
    lists = find_lists(rows)
    origin = (tree, page, data)
    if not says_article(meta) and (listed := find_entries(rows, plains, meta, lists)):
        return _page_of_many(rows, listed, address(meta), hints, origin)
    lines = [] if _is_deep(html, rows) else _story_lines(html)
    story = plain("\n".join(lines))
    _mark_noise(rows, plains, story, rules)
    mark_teasers(rows, lists)
    if profile is not None:
        _drop_removed(tree, rows, profile)
    named = [title for title in (meta.get("headline"), meta.get("og:title"), link) if title]
    headings = _headings(tree, rules)
    anchors = [*named, *title_tag(meta.get("title"))]
    anchored = _read_anchored(rows, plains, story, anchors, headings, rules=rules)
    selected = read_selected(tree, rows, profile.select) if profile is not None else None
    if selected is not None and profile is not None and not profile.sure and _is_poorer(rows, selected, anchored):
        selected = None
    reading = anchored if selected is None else _read_selected(rows, selected, anchored)
    if reading is None:
        said = "\n".join([meta.get("title", ""), *(row.text for row in rows)])
        raise ReadError(reason_to_refuse(fold_lower(fold_view(said)), rules) or because("read.no_article"))
    texts = {name: _text(rows, r) for name, r in (("selectors", selected and reading), ("title", anchored)) if r}
    notes = disputed("title" if selected is None else "selectors", {**texts, "trafilatura": "\n".join(lines)})
    if profile is not None and selected is not None:
        notes.insert(0, f"selectors: {profile.name}")
    if profile is not None and profile.unit:
        notes.insert(0, f"{UNIT_NOTE}{profile.unit}")
    first = reading.rows[0] if reading.title is None else reading.title
    hints = hints if first <= _HEADER else _hints(meta, rows[:first], rules)
    return Page(
        _text(rows, reading),
        rows[reading.title].text if reading.title is not None else next(iter(named), None),
        published(meta, tree, reading.frame, selected.dates if selected else ()),
        address(meta),
        (as_name(selected.author or "") if selected else None) or author(meta),
        (*hints, *notes),
        marks=_marks(rows, reading, selected, rules),
        source=_source(rows, reading.rows, origin),
    )


def _without_declaration(html: str) -> str:
    """lxml refuses text that declares an encoding of its own."""
    return str(regex.sub(r"^\s{0,100}<\?xml[^>]{0,200}\?>", "", html))


def _is_deep(html: str, rows: Sequence[Row]) -> bool:
    """Whether elements stand deeper in one another than trafilatura reads: each paragraph opens one, none closes it."""
    return html.count("<") > _DEEP and any(len(lineage(row.home)) > _DEEP for row in rows)


def _story_lines(html: str) -> list[str]:
    """The lines of what trafilatura takes for the article, none where it finds nothing."""
    import trafilatura

    # It tells on its logger of each page that it cannot read; here that is a reason, or another reading.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(
        html, favor_recall=True, include_comments=False, include_tables=True, output_format="txt"
    )
    return (found or "").split("\n")


def _drop_removed(tree: Any, rows: Sequence[Row], profile: Profile) -> None:
    out = removed(tree, profile.select)
    if out:
        for row in rows:
            if any(e in out for e in lineage(row.home)):
                row.drop()


def _read_anchored(
    rows: Sequence[Row],
    plains: Sequence[str],
    story: str,
    titles: Sequence[str],
    headings: Sequence[str],
    *,
    rules: RuleSet,
) -> _Reading | None:
    """The reading from the title to the end of what trafilatura takes for the text. None where the page has no text."""
    hits = [
        i
        for i, (row, line) in enumerate(zip(rows, plains, strict=True))
        if len(line) >= 25 and line in story and not row.is_link
    ]
    start = _find_title(rows, plains, hits, titles, headings, rules=rules)
    if not hits:
        hits = [i for i, row in enumerate(rows) if i > (start or 0) and not row.is_link and len(row.text) >= 40]
    if not hits:
        return None
    first, last = start if start is not None else hits[0], hits[-1]
    frame = common(rows, [first, *hits])
    lead_in = [i for i in range(max(0, first - 3), first) if within(rows[i].home, frame) and not rows[i].is_link]
    tail = [
        i for i in range(last + 1, min(len(rows), last + _TAIL)) if within(rows[i].home, frame) and not rows[i].is_link
    ]
    told = next((i for i in hits if i > first and len(plains[i]) >= 80), last)
    # WordPress themes make a link of the day under the title.
    kept = {*hits, first, *(i for i in range(first, told) if is_dated(rows[i]))}
    body = [i for i in range(first, last + 1) if i in kept or not rows[i].is_link]
    return _Reading((*lead_in, *body, *tail), start, frame)


def _is_poorer(rows: Sequence[Row], selected: Selected, anchored: _Reading | None) -> bool:
    """Whether selectors that are none of this very site have found less than half of the text."""
    known = sum(len(rows[i].text) for i in (anchored.rows if anchored else ()) if rows[i].is_paragraph)
    return sum(len(rows[i].text) for i in selected.body) * 2 < known


def _read_selected(rows: Sequence[Row], selected: Selected, anchored: _Reading | None) -> _Reading:
    """The reading by selectors; what they do not name between title and text, and behind it, is taken as it stands."""
    title = selected.title if selected.title is not None else (anchored.title if anchored else None)
    first, last = selected.body[0], selected.body[-1]
    if title is not None and title > last:
        title = None
    kept = {*selected.lead, *selected.body, *(i for i in selected.byline if abs(i - last) < 60 or i < first)}
    for i in anchored.rows if anchored else ():
        between = title is not None and title < i < first
        behind = last < i < last + _TAIL and not rows[i].is_paragraph
        if between or (behind and selected.author is None):
            kept.add(i)
    if title is not None:
        kept = {i for i in kept if i >= title or i in selected.byline} | {title}
    ordered = tuple(sorted(kept))
    return _Reading(ordered, title, common(rows, ordered))


def _text(rows: Sequence[Row], reading: _Reading) -> str:
    return "\n\n".join(rows[i].text for i in reading.rows)


def _marks(
    rows: Sequence[Row], reading: _Reading, selected: Selected | None, rules: RuleSet
) -> tuple[tuple[int, int, PartKind], ...]:
    """What the markup says of the lines: the lead, the line of the day, captions, rows of tables."""
    marks: list[tuple[int, int, PartKind]] = []
    days = {*selected.byline} if selected is not None else set[int]()
    days |= _day_rows(rows, reading, rules)
    at = 0
    for i in reading.rows:
        row = rows[i]
        kind: PartKind | None = None
        if i == reading.title:
            kind = None
        elif row.table is not None and "|" in row.text:
            kind = "body"
        elif i in days:
            kind = "byline"
        elif (selected is not None and i in selected.captions) or is_caption(row):
            kind = "caption"
        elif selected is not None and i in selected.lead:
            kind = "lead"
        if kind is not None:
            marks.append((at, at + len(row.text), kind))
        at += len(row.text) + 2
    return tuple(marks)


def _day_rows(rows: Sequence[Row], reading: _Reading, rules: RuleSet) -> set[int]:
    """The lines of which the page says that they hold the day of publication: near the title by the name of their
    element, right over it by standing in the element that holds both, else alone right behind the text.
    """
    if reading.title is None:
        return set()
    told = [i for i in reading.rows if i > reading.title and not rows[i].is_link and len(rows[i].text) >= _PARAGRAPH]
    first, last = (told[0], told[-1]) if told else (reading.title, reading.title)
    names, others = rules.starting("layout", "html.date"), rules.starting("layout", "html.clock")
    dated = [
        i
        for i in reading.rows
        if is_dated(rows[i]) and not rows[i].is_link and i != reading.title and not _has_name(rows[i], others)
    ]
    near = [i for i in dated if reading.title - _NEAR <= i <= first + _NEAR]
    if named := {i for i in near if _has_name(rows[i], names)}:
        return named
    if any(reading.title < i < first for i in near):
        return set()
    over = reading.title - 1
    if (
        over in near
        and not _names_site(rows[reading.title].text, rules)
        and _stands_over(rows[over], rows[reading.title])
    ):
        return {over}
    behind = [i for i in dated if last < i <= last + _NEAR and not _SECONDS.search(rows[i].text)]
    return {behind[0]} if len(behind) == 1 and not any(i > reading.title for i in near if i not in behind) else set()


def _stands_over(row: Row, title: Row) -> bool:
    """Whether a line belongs to the title under it: the clock of a page stands in its header, and tells the seconds."""
    return any(e is row.home.getparent() for e in lineage(title.home)[:3]) and not _SECONDS.search(row.text)


def _has_name(row: Row, names: Sequence[Rule]) -> bool:
    """Whether an element within a line, the line's own or the one around it has such a name, or is a <time>."""
    inner = [e for p in row.pieces if p.node is not None for e in lineage(p.node.getparent() if p.tail else p.node)[:3]]
    around = {*inner, *lineage(row.home)[:2]}
    labels = [f"{e.get('class') or ''} {e.get('id') or ''} {'time' if e.tag == 'time' else ''}" for e in around]
    return any(find(rule, label, label.lower()) for label in labels for rule in names)


def _source(
    rows: Sequence[Row], kept: Sequence[int], origin: tuple[Any, str | Decoded, bytes | None]
) -> SourceMap | None:
    """The way back of the rows that make the text."""
    tree, page, data = origin
    if data is None or isinstance(page, str):
        return None
    placed = []
    at = 0
    for i in kept:
        placed.append((at, rows[i]))
        at += len(rows[i].text) + 2
    return map_rows(placed, tree, page, data)


def _page_of_many(
    rows: Sequence[Row],
    listed: Mapping[int, list[int]],
    url: str | None,
    hints: tuple[str, ...],
    origin: tuple[Any, str | Decoded, bytes | None],
) -> Page:
    """The page of a list: its entries, each with its lines in their order."""
    kept: list[int] = []
    pieces: list[str] = []
    entries: list[tuple[int, int, str]] = []
    at = 0
    for title, inside in listed.items():
        lines = sorted([title, *inside])
        piece = "\n\n".join(rows[i].text for i in lines)
        entries.append((at, at + len(piece), rows[title].text))
        kept += lines
        pieces.append(piece)
        at += len(piece) + 2
    return Page("\n\n".join(pieces), url=url, hints=hints, entries=tuple(entries), source=_source(rows, kept, origin))


def _hints(meta: Metadata, rows: Sequence[Row], rules: RuleSet) -> tuple[str, ...]:
    """What the page says of the unit or the paper that runs it."""
    names = dict.fromkeys([meta.get("og:site_name"), *_site_lines(rows, rules)])
    return tuple(f"site: {name}" for name in names if name)


def _mark_noise(rows: Sequence[Row], plains: Sequence[str], story: str, rules: RuleSet) -> None:
    """Empty the lines that stand in boxes named as furniture, unless a paragraph of the article stands there too; in
    boxes of comments and other news, unless most of the article does.
    """
    told: dict[Any, int] = {}
    whole = 0
    for row, line in zip(rows, plains, strict=True):
        if len(line) > 120 and line in story and not row.is_link:
            whole += len(line)
            for element in lineage(row.home):
                told[element] = told.get(element, 0) + len(line)
    names = [(rules.starting("layout", "html.noise"), 0.0), (rules.starting("layout", "html.others"), 0.5)]
    noisy: dict[Any, bool] = {}

    def is_noise(element: Any) -> bool:
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        return label != " " and any(
            told.get(element, 0) <= share * whole and any(find(rule, label, label.lower()) for rule in kinds)
            for kinds, share in names
        )

    for row in rows:
        for element in lineage(row.home):
            if element not in noisy:
                noisy[element] = is_noise(element)
        if any(noisy[e] for e in lineage(row.home)):
            row.drop()


def _find_title(
    rows: Sequence[Row],
    plains: Sequence[str],
    hits: Sequence[int],
    titles: Sequence[str],
    headings: Sequence[str],
    *,
    rules: RuleSet,
) -> int | None:
    """The line of the title: the last before the text that reads like the page's title, else like a heading, else the
    last that its name, its size or its weight sets apart as one, else the line over the first paragraph.
    """
    first = next((i for i in hits if len(plains[i]) >= 80), hits[0] if hits else len(rows))
    # A page that is named after its site has its title elsewhere, if it has one.
    sites = [title for title in titles if _names_site(title, rules)]
    for title in titles:
        if title not in sites and (found := _find_line(rows, plains, first, title)) is not None:
            return found
    named = {plain(h) for h in headings}
    found = max((i for i, line in enumerate(plains) if i < first and line in named), default=None)
    if found is None:
        found = _find_loud_line(rows, plains, first, rules)
    if found is None and not headings:
        found = next((i for t in sites if (i := _find_line(rows, plains, first, t)) is not None), None)
    return found


def _find_line(rows: Sequence[Row], plains: Sequence[str], first: int, title: str) -> int | None:
    """The last line before row `first` that says the same as `title`, else the first behind it."""
    wanted = plain(title)
    same = [i for i, line in enumerate(plains) if line == wanted and len(line.split()) >= 4]
    # A link elsewhere than in a heading is an entry of the menu: the page is named after its section.
    same = [i for i in same if not rows[i].is_link or is_heading(rows[i])]
    return max((i for i in same if i < first), default=same[0] if same else None)


def _find_loud_line(rows: Sequence[Row], plains: Sequence[str], first: int, rules: RuleSet) -> int | None:
    """The line shortly before the text that is set apart as a title: by the name of its element, else by its font."""
    able = [
        i
        for i in range(max(0, first - _OVER), first + 1)
        if i < len(rows)
        and not rows[i].is_link
        and _TITLE_WORDS <= len(plains[i].split()) <= 45
        and rows[i].text[-1:] not in ".:;"
        and not _names_site(rows[i].text, rules)
    ]
    names, menu = rules.starting("layout", "html.title"), rules.starting("layout", "nav.")
    for loud in (lambda row: _is_named(row, names), is_large):
        if (found := max((i for i in able if loud(rows[i])), default=None)) is not None:
            return found
    lead = next((i for i in range(max(0, first - _OVER), min(first, len(rows))) if rows[i].is_paragraph), first)
    plainly = (
        i
        for i in able
        if i < lead and not is_dated(rows[i]) and not any(r.regex.fullmatch(fold_view(rows[i].text)) for r in menu)
    )
    return max(plainly, default=None)


def _is_named(row: Row, names: Sequence[Rule]) -> bool:
    """Whether the element of a line, or that around it, has a name of these."""
    labels = (f"{e.get('class') or ''} {e.get('id') or ''}" for e in lineage(row.home)[:2])
    return any(find(rule, label, label.lower()) for label in labels for rule in names)


def _headings(tree: Any, rules: RuleSet) -> list[str]:
    """The headings of the page that are as long as a title and do not name the site."""
    texts = [fold(h.text_content()) for h in tree.iter("h1", "h2", "h3")]
    return [t for t in texts if 4 <= len(t.split()) <= 45 and not _names_site(t, rules)]


def _names_site(text: str, rules: RuleSet) -> bool:
    view = fold_view(text)
    return len(view) <= 150 and any(find(rule, view, fold_lower(view)) for rule in rules.starting("layout", "site."))


def _site_lines(rows: Sequence[Row], rules: RuleSet) -> list[str]:
    """Lines over the article that name the site or the unit that runs it, each once; links of long menus do not."""
    able = (row.text for i, row in enumerate(rows) if i < _HEADER or not row.linked)
    return list(dict.fromkeys(text for text in able if _names_site(text, rules)))[:3]
