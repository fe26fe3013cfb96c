"""A saved web page to the lines of its article: title, lead, paragraphs, captions, signature.

trafilatura says where the text of the article is; the lines are taken out of the page itself, from the title to the
end of that text. So the lead that stands between title and text is kept, which trafilatura drops on VNPT, NukeViet and
SharePoint pages (stack.md B2). What is furniture among the lines, parts.py decides.
The raw text that offsets of a page lead back to is these lines, not the HTML.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

import regex

from danvan.errors import ReadError
from danvan.ingest.refuse import reason_to_refuse
from danvan.match import find
from danvan.ruleset import RuleSet
from danvan.text.view import fold_lower, fold_view

_DROPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "select",
    "button",
    "input",
    "textarea",
    "nav",
    "aside",
    "footer",
    "iframe",
    "object",
    "video",
    "audio",
    "canvas",
    "head",
}
_BLOCKS = {
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
}
_TOUCHING = regex.compile(r"[\p{Ll}\d]\p{Lu}")
_SPACE = regex.compile(r"[ \t\r\n\f]+")
_WORD = regex.compile(r"[^\W_]+")
_ISO = regex.compile(
    r"(20\d\d|19\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
_DAY_FIRST = regex.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?:\D{1,4}(\d{1,2}):(\d\d))?")
_HERE = timezone(timedelta(hours=7))
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date.issued",
    "dc.date",
    "date.issued",
    "date",
    "sailthru.date",
    "parsely-pub-date",
)
_HEADER = 25
"""Rows of a page among which the name of the site is looked for."""
_FEW = 3
"""Entries that make a list."""
_LISTS = 20
"""Lists of links that are looked at, the longest ones: a page may hold thousands."""
_TITLE_WORDS = 5
_TITLE_LIMIT = 250
_LEAD = 40
_BESIDE = 2
"""Paragraphs beside a list that may be its introduction and the foot of the page."""
_DATED = regex.compile(
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d|(?i:tháng)\s\d{1,2},?\s(?:năm\s)?20\d\d"
)
_ARTICLE_TYPES = {"article", "newsarticle", "blogposting", "reportagenewsarticle", "webpage", "report"}
_SENTENCE_END = regex.compile(r"[.!?…][\"'”’)\]]{0,3}$")


@dataclass(slots=True)
class _Row:
    """One line of the page: its text, how many of its characters are links, and the element that it stands in."""

    text: str
    linked: int
    home: Any

    @property
    def is_link(self) -> bool:
        return self.linked > 0.6 * len(self.text) and not (len(self.text) > 120 and _SENTENCE_END.search(self.text))


@dataclass(frozen=True, slots=True)
class Page:
    """What a page gives: `text` holds one line a paragraph; `published` is out of its metadata, ISO day or minute.

    `entries` are the articles of a page that lists many, as (start, end, title) in `text`, which holds nothing else.
    """

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    hints: tuple[str, ...] = field(default=())
    entries: tuple[tuple[int, int, str], ...] = ()


def read_page(html: str, rules: RuleSet) -> Page:
    """The article of an HTML page. Raises ReadError where the page holds no text."""
    import lxml.html  # type: ignore[import-untyped]

    try:
        tree = lxml.html.fromstring(_without_declaration(html))
    except (ValueError, lxml.etree.LxmlError, AssertionError) as error:
        raise ReadError(f"no HTML page: {error}") from None
    meta = _metadata(tree)
    rows = list(_rows(tree))
    plains = [_plain(r.text) for r in rows]
    hints = _hints(meta, rows[:_HEADER], rules)
    lists = _lists(rows)
    if listed := _listed(rows, plains, meta, lists):
        return _page_of_many(rows, listed, _address(meta), hints)
    story = _story(html)
    _mark_noise(rows, plains, story, rules)
    _mark_teasers(rows, lists)
    hits = [
        i
        for i, (row, plain) in enumerate(zip(rows, plains, strict=True))
        if len(plain) >= 25 and plain in story and not row.is_link
    ]
    named = [t for t in (meta.get("headline"), meta.get("og:title")) if t]
    start = _find_title(rows, plains, hits, [*named, *_title_tag(meta.get("title"))], _headings(tree, rules))
    if not hits:
        hits = [i for i, row in enumerate(rows) if i > (start or 0) and not row.is_link and len(row.text) >= 40]
    if not hits:
        said = "\n".join([meta.get("title", ""), *(row.text for row in rows)])
        raise ReadError(reason_to_refuse(fold_lower(fold_view(said)), rules) or "no article on the page")
    first, last = start if start is not None else hits[0], hits[-1]
    frame = _common(rows, [first, *hits]) if hits else None
    lead_in = [i for i in range(max(0, first - 3), first) if _inside(rows[i].home, frame) and not rows[i].is_link]
    tail = [
        i for i in range(last + 1, min(len(rows), last + 16)) if _inside(rows[i].home, frame) and not rows[i].is_link
    ]
    body = [i for i in range(first, last + 1) if i in {*hits, first} or not rows[i].is_link]
    text = "\n\n".join(rows[i].text for i in [*lead_in, *body, *tail] if rows[i].text)
    return Page(
        text,
        rows[start].text if start is not None else next(iter(named), None),
        _published(meta, tree, frame),
        _address(meta),
        _author(meta),
        hints if first <= _HEADER else _hints(meta, rows[:first], rules),
    )


def _address(meta: dict[str, str]) -> str | None:
    return meta.get("canonical") or meta.get("og:url")


def _hints(meta: dict[str, str], rows: Sequence[_Row], rules: RuleSet) -> tuple[str, ...]:
    """What the page says of the unit or the paper that runs it."""
    names = dict.fromkeys([meta.get("og:site_name"), *_site_lines(rows, rules)])
    return tuple(f"site: {name}" for name in names if name)


def _page_of_many(
    rows: Sequence[_Row], listed: Mapping[int, list[int]], url: str | None, hints: tuple[str, ...]
) -> Page:
    """The page of a list: its entries, each with its lines in their order."""
    pieces: list[str] = []
    entries: list[tuple[int, int, str]] = []
    at = 0
    for title, inside in listed.items():
        piece = "\n\n".join(rows[i].text for i in sorted([title, *inside]))
        entries.append((at, at + len(piece), rows[title].text))
        pieces.append(piece)
        at += len(piece) + 2
    return Page("\n\n".join(pieces), url=url, hints=hints, entries=tuple(entries))


def _lists(rows: Sequence[_Row]) -> list[dict[int, list[int]]]:
    """Every list of linked titles on the page: of each title the rows that belong to it."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for i, row in enumerate(rows):
        if row.linked > 0.6 * len(row.text) and len(row.text.split()) >= _TITLE_WORDS and len(row.text) <= _TITLE_LIMIT:
            groups.setdefault(_signature(row.home), []).append(i)
    largest = sorted(groups.values(), key=len, reverse=True)[:_LISTS]
    return [_entries(rows, titles) for titles in largest if len(titles) >= _FEW]


def _mark_teasers(rows: Sequence[_Row], lists: Sequence[Mapping[int, list[int]]]) -> None:
    """Empty the leads of other articles beside this one: lists whose every entry stands in an element of its own, with
    no paragraph between them.
    """
    for entries in lists:
        inside = {*entries, *(i for rest in entries.values() for i in rest)}
        frame = _common(rows, sorted(inside))
        apart = [i for i in range(len(rows)) if i not in inside and _inside(rows[i].home, frame)]
        flat = any(rows[i].home.getparent() is frame or rows[i].home is frame for i in inside)
        if not flat and not any(_is_paragraph(rows[i]) for i in apart):
            for i in inside:
                rows[i].linked = len(rows[i].text) + 1


def _is_paragraph(row: _Row) -> bool:
    return not row.is_link and len(row.text) >= 80 and _SENTENCE_END.search(row.text) is not None


def _listed(
    rows: Sequence[_Row], plains: Sequence[str], meta: dict[str, str], lists: Sequence[dict[int, list[int]]]
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
        headlines = sum(map(len, lists))
        raise ReadError(f"a list of {headlines} headlines without their texts; save the articles themselves")
    return best


def _text_in(rows: Sequence[_Row], entries: Mapping[int, list[int]]) -> int:
    """Characters of text in the entries beside their titles."""
    return sum(len(rows[i].text) for inside in entries.values() for i in inside if not rows[i].is_link)


def _signature(home: Any) -> tuple[str, ...]:
    """What the titles of one list share: the names and classes of the elements around them."""
    return tuple(f"{e.tag}.{e.get('class') or ''}" for e in _lineage(home)[:3])


def _entries(rows: Sequence[_Row], titles: Sequence[int]) -> dict[int, list[int]]:
    """Of each title the rows that belong to it: those of the element that holds this title and no other.

    In a flat list they stand between two titles; dates that stand over the titles belong to the one below.
    """
    lineages = {t: _lineage(rows[t].home) for t in titles}
    held = Counter(element for lineage in lineages.values() for element in lineage)
    homes = {next((e for e in reversed(lineages[t]) if held[e] == 1), None): t for t in titles}
    own: dict[int, list[int]] = {t: [] for t in titles}
    for i, row in enumerate(rows):
        title = next((homes[e] for e in _lineage(row.home) if e in homes), i)
        if title != i:
            own[title].append(i)
    if sum(any(not rows[i].is_link for i in inside) for inside in own.values()) * 2 >= len(titles):
        return {t: _said(rows, inside) for t, inside in own.items()}
    frame = _common(rows, titles)
    over = (
        sum(t > 0 and _is_date(rows[t - 1]) and _inside(rows[t - 1].home, frame) for t in titles) * 5 >= len(titles) * 4
    )
    starts = [t - over for t in titles]
    inside = [i for i in range(starts[0], len(rows)) if _inside(rows[i].home, frame)]
    return {
        t: _said(rows, [i for i in inside if start <= i < after and i != t])
        for t, start, after in zip(titles, starts, [*starts[1:], len(rows)], strict=True)
    }


def _is_date(row: _Row) -> bool:
    return len(row.text) <= 60 and _DATED.search(row.text) is not None


def _said(rows: Sequence[_Row], inside: Sequence[int]) -> list[int]:
    """Lead and date of an entry: links to read on and to the section say nothing."""
    return [i for i in inside if not rows[i].is_link or _DATED.search(rows[i].text)]


def _holds_article(
    rows: Sequence[_Row], plains: Sequence[str], entries: Mapping[int, list[int]], meta: dict[str, str]
) -> bool:
    """Whether an article stands beside the list, in paragraphs of its own or under the page's title."""
    inside = {*entries, *(i for rest in entries.values() for i in rest)}
    first = min(inside)
    beside = [i for i, row in enumerate(rows) if i not in inside and _is_paragraph(row)]
    if len(beside) > _BESIDE or sum(len(rows[i].text) for i in beside) > max(200, 0.4 * _text_in(rows, entries)):
        return True
    named = {_plain(t) for t in (meta.get("og:title"), *_title_tag(meta.get("title"))) if t and len(t.split()) >= 6}
    heads = [i for i, plain in enumerate(plains[:first]) if plain in named and not rows[i].is_link]
    return any(head < i < first for head in heads for i in beside)


def _without_declaration(html: str) -> str:
    """lxml refuses text that declares an encoding of its own."""
    return str(regex.sub(r"^\s{0,100}<\?xml[^>]{0,200}\?>", "", html))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold_lower(fold_view(text))))


def _story(html: str) -> str:
    """Letters and digits of what trafilatura takes for the article, "" where it finds none."""
    import trafilatura

    found = trafilatura.extract(
        html, favor_recall=True, include_comments=False, include_tables=True, output_format="txt"
    )
    return _plain(found or "")


def _rows(tree: Any) -> Iterator[_Row]:
    """The lines of a page in order. A table row without blocks in its cells is one line."""
    pieces: list[tuple[str, bool]] = []
    home: list[Any] = [tree]

    def flush() -> Iterator[_Row]:
        text = _SPACE.sub(" ", "".join(p for p, _ in pieces)).strip(" ")
        linked = sum(len(p.strip()) for p, link in pieces if link)
        pieces.clear()
        if text.strip():
            yield _Row(text, linked, home[-1])

    # An explicit stack: saved pages nest deeper than Python's own.
    stack: list[tuple[Any, bool, str]] = [(tree, False, "open")]
    while stack:
        node, link, step = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if step == "tail":
            if node.tail:
                pieces.append((node.tail, link))
            continue
        if step == "close":
            yield from flush()
            home.pop()
            continue
        if not tag or tag in _DROPPED:
            continue
        if tag == "br":
            yield from flush()
            continue
        cell = tag in {"td", "th"} and _is_plain_row(node.getparent())
        if cell and pieces:
            pieces.append((" | ", False))
        if tag in _BLOCKS and not cell:
            yield from flush()
            home.append(node)
            stack.append((node, link, "close"))
        inner = link or tag == "a"
        if node.text:
            # Boxes of a menu or a byline touch in the source; letters of one word do too, and stay together.
            if (
                pieces
                and tag in {"a", "span", "time", "label"}
                and _TOUCHING.search(pieces[-1][0][-1:] + node.text[:1])
            ):
                pieces.append((" ", False))
            pieces.append((node.text, inner))
        for child in reversed(node):
            stack.append((child, inner, "tail"))
            stack.append((child, inner, "open"))
    yield from flush()


def _is_plain_row(row: Any) -> bool:
    """Whether a table row holds data and not the layout of the page."""
    if row is None or row.tag != "tr":
        return False
    return not any(
        isinstance(e.tag, str) and e.tag in {"p", "div", "table", "ul", "ol", "h1", "h2", "h3", "br"}
        for e in row.iterdescendants()
    ) and (len(row.text_content()) < 300)


def _mark_noise(rows: Sequence[_Row], plains: Sequence[str], story: str, rules: RuleSet) -> None:
    """Empty the lines that stand in boxes named as furniture, unless a paragraph of the article stands there too."""
    noisy: dict[Any, bool] = {}
    names = rules.starting("layout", "html.noise")
    for row in rows:
        for element in _lineage(row.home):
            if element not in noisy:
                label = f"{element.get('class') or ''} {element.get('id') or ''}"
                noisy[element] = label != " " and any(find(rule, label, label.lower()) for rule in names)
    kept = {
        element
        for row, plain in zip(rows, plains, strict=True)
        if len(plain) > 120 and plain in story and not row.is_link
        for element in _lineage(row.home)
    }
    for row in rows:
        if any(noisy[e] and e not in kept for e in _lineage(row.home)):
            row.linked = len(row.text) + 1


def _lineage(element: Any) -> list[Any]:
    return [element, *element.iterancestors()]


def _find_title(
    rows: Sequence[_Row], plains: Sequence[str], hits: Sequence[int], titles: Sequence[str], headings: Sequence[str]
) -> int | None:
    """The line of the title: the last before the text that reads like the page's title, else like a heading."""
    first = next((i for i in hits if len(plains[i]) >= 80), hits[0] if hits else len(rows))
    for title in titles:
        wanted = _plain(title)
        same = [i for i, plain in enumerate(plains) if plain == wanted and len(plain.split()) >= 4]
        if same:
            return max((i for i in same if i < first), default=same[0])
    named = {_plain(h) for h in headings}
    return max((i for i, plain in enumerate(plains) if i < first and plain in named), default=None)


def _headings(tree: Any, rules: RuleSet) -> list[str]:
    """The headings of the page that are as long as a title and do not name the site."""
    texts = [_SPACE.sub(" ", h.text_content()).strip() for h in tree.iter("h1", "h2", "h3")]
    return [t for t in texts if 4 <= len(t.split()) <= 45 and not _names_site(t, rules)]


def _names_site(text: str, rules: RuleSet) -> bool:
    view = fold_view(text)
    return len(view) <= 150 and any(find(rule, view, fold_lower(view)) for rule in rules.starting("layout", "site."))


def _title_tag(title: str | None) -> list[str]:
    """The page's title, whole and without the name of the site behind or before it."""
    if not title:
        return []
    pieces = [p.strip() for p in regex.split(r"\s[-–—|»:•]{1,2}\s", title)]
    heads = [" - ".join(pieces[:n]) for n in range(len(pieces) - 1, 0, -1)]
    return [title, *heads, max(pieces, key=len)]


def _common(rows: Sequence[_Row], indexes: Sequence[int]) -> Any:
    """The innermost element that holds all these lines."""
    shared: list[Any] | None = None
    for index in indexes:
        line = list(reversed(_lineage(rows[index].home)))
        shared = line if shared is None else [a for a, b in zip(shared, line, strict=False) if a is b]
    return shared[-1] if shared else None


def _inside(element: Any, frame: Any) -> bool:
    return frame is None or any(e is frame for e in _lineage(element))


def _site_lines(rows: Sequence[_Row], rules: RuleSet) -> list[str]:
    """Lines over the article that name the site or the unit that runs it, each once."""
    return list(dict.fromkeys(row.text for row in rows if _names_site(row.text, rules)))[:3]


def _metadata(tree: Any) -> dict[str, str]:
    """Metadata by lower-case name; "title", "headline", "canonical" and of JSON-LD ("ld:…") among them."""
    meta: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        content = (node.get("content") or "").strip()
        if name and content:
            meta.setdefault(name, content)
    for node in tree.iter("title"):
        if text := _SPACE.sub(" ", node.text_content()).strip():
            meta.setdefault("title", text)
    for node in tree.iter("link"):
        if (node.get("rel") or "").lower() == "canonical" and node.get("href"):
            meta.setdefault("canonical", node.get("href").strip())
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() == "application/ld+json":
            for name, value in _linked_data(node.text_content()):
                meta.setdefault(f"ld:{name}", value)
                if name == "headline":
                    meta.setdefault("headline", value)
    return meta


def _linked_data(text: str) -> Iterator[tuple[str, str]]:
    """Day, headline and author of an article described in JSON-LD; nothing where it is broken."""
    try:
        todo: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(200):
        if not todo:
            return
        node = todo.pop(0)
        if isinstance(node, list):
            todo += node
        elif isinstance(node, dict):
            kinds = node.get("@type")
            if {str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])} & _ARTICLE_TYPES:
                author = node.get("author")
                author = author[0] if isinstance(author, list) and author else author
                values = {**node, "author": author.get("name") if isinstance(author, dict) else author}
                yield from (
                    (k, v.strip())
                    for k in ("datePublished", "headline", "author")
                    if isinstance(v := values.get(k), str) and v.strip()
                )
            todo += [v for k, v in node.items() if k == "@graph"]


def _published(meta: dict[str, str], tree: Any, frame: Any) -> str | None:
    """The day of publication out of metadata, then of a <time> beside the article, last as htmldate reads the head."""
    for name in ("ld:datePublished", *_PUBLISHED):
        if (stamp := read_iso(meta.get(name, ""))) is not None:
            return stamp
    for node in (frame if frame is not None else tree).iter("time"):
        if any(e.tag in {"li", "aside", "footer", "a"} for e in _lineage(node)):
            continue
        if (stamp := read_iso(node.get("datetime") or "")) is not None:
            return stamp
    return _from_head(tree)


def _from_head(tree: Any) -> str | None:
    """htmldate on the head alone: in the body it takes days out of lists of other news."""
    import lxml.html
    from htmldate import find_date

    head = tree.find("head")
    if head is None or not any(True for _ in head.iter("meta")):
        return None
    source = "<html>" + lxml.html.tostring(head, encoding="unicode") + "<body></body></html>"
    found = find_date(source, original_date=True, extensive_search=False)
    return read_iso(found or "")


def read_iso(value: str) -> str | None:
    """ISO day, or minute of Vietnamese time, of a stamp in ISO or day-first form; None where it is neither."""
    found = _ISO.search(value)
    if found is None:
        day_first = _DAY_FIRST.search(value)
        if day_first is None:
            return None
        d, m, y, hour, minute = day_first.groups()
        zone = None
    else:
        y, m, d, hour, minute, zone = found.groups()
    try:
        moment = datetime(int(y), int(m), int(d), int(hour or 0), int(minute or 0))
        if zone:
            moment = datetime.fromisoformat(moment.isoformat() + ("+00:00" if zone == "Z" else zone)).astimezone(_HERE)
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M") if hour is not None else moment.strftime("%Y-%m-%d")


def _author(meta: dict[str, str]) -> str | None:
    name = meta.get("ld:author") or meta.get("article:author") or meta.get("author") or ""
    words = name.split()
    return name if 1 < len(words) <= 6 and all(w[0].isupper() for w in words) and "@" not in name else None
