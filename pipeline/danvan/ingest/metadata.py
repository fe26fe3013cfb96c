"""What a web page says of itself beside its text: title, address, author, day of publication.

The day comes by the first of these that gives one, and which did is kept: JSON-LD, Open Graph (and what else is written
for machines), the site's own selector; then what stands near the title or near the end (parts.py); last other metadata,
a <time> beside the article, and what htmldate makes of the head. Source: stack.md B2.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

import regex

from danvan.ingest.page_rows import fold, lineage

Metadata = Mapping[str, str]
"""Metadata by lower-case name; "title", "headline", "canonical" and of JSON-LD ("ld:…") among them."""

_ISO = regex.compile(
    r"(20\d\d|19\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
_DAY_FIRST = regex.compile(
    r"(?<!\d)(\d{1,2})(?:[/.-]|\s(?i:tháng)\s)(\d{1,2})(?:[/.-]|\s(?i:năm)\s)((?:19|20)\d\d)"
    r"(?:\D{1,4}(\d{1,2}):(\d\d)(?::\d\d)?(?:\s?(SA|CH|AM|PM)\b)?)?"
)
_CLOCK_BEFORE = regex.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?!\d)[^\d:]{1,20}$")
"""A clock right before the day: "08:44 | 20/12/2012", "16:48, Thứ Sáu, 13/10/2023"."""
_HERE = timezone(timedelta(hours=7))
_OPEN_GRAPH = ("article:published_time", "og:published_time", "article:published", "datepublished")
_OTHER = (
    "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dc.date", "date.issued", "date",
    "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_ARTICLE_TYPES = {"article", "newsarticle", "blogposting", "reportagenewsarticle", "report"}
_PAGE_TYPES = {"webpage"}
_CHANGED = regex.compile(r"(?i)updat|modif|revis|expir|last")
_NEWS_LISTS = {"li", "aside", "footer", "a"}
"""Elements in which a <time> is that of other news."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of publication, ISO day or minute, and the rule that it came by. `sure` goes before what the text says."""

    stamp: str
    rule: str
    sure: bool


def read_metadata(tree: Any) -> Metadata:
    """The metadata of a page; of several of one name the first."""
    meta: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        content = (node.get("content") or "").strip()
        if name and content:
            meta.setdefault(name, content)
    for node in tree.iter("title"):
        if text := fold(node.text_content()):
            meta.setdefault("title", text)
    for node in tree.iter("link"):
        if (node.get("rel") or "").lower() == "canonical" and node.get("href"):
            meta.setdefault("canonical", node.get("href").strip())
    scripts = [s.text_content() for s in tree.iter("script") if (s.get("type") or "").lower() == "application/ld+json"]
    for types in (_ARTICLE_TYPES, _PAGE_TYPES):
        for script in scripts:
            for name, value in _linked_data(script, types):
                meta.setdefault(f"ld:{name}", value)
                if name == "headline":
                    meta.setdefault("headline", value)
    return meta


def _linked_data(text: str, types: set[str]) -> Iterator[tuple[str, str]]:
    """Day, headline and author of an article described in JSON-LD; nothing where it is broken."""
    try:
        todo: list[Any] = [json.loads(text, strict=False)]
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
            if {str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])} & types:
                author = node.get("author")
                author = author[0] if isinstance(author, list) and author else author
                values = {**node, "author": author.get("name") if isinstance(author, dict) else author}
                yield from (
                    (k, v.strip())
                    for k in ("datePublished", "headline", "author")
                    if isinstance(v := values.get(k), str) and v.strip()
                )
            todo += [v for k, v in node.items() if k == "@graph"]


def title_tag(title: str | None) -> list[str]:
    """The page's title, whole and without the name of the site behind or before it."""
    if not title:
        return []
    pieces = [p.strip() for p in regex.split(r"\s[-–—|»:•]{1,2}\s", title)]
    heads = [" - ".join(pieces[:n]) for n in range(len(pieces) - 1, 0, -1)]
    return [title, *heads, max(pieces, key=len)]


def address(meta: Metadata) -> str | None:
    return meta.get("canonical") or meta.get("og:url")


def says_article(meta: Metadata) -> bool:
    """Whether the page says of itself that it is one article, by giving its day."""
    return any(meta.get(name) for name in ("ld:datePublished", "article:published_time", "og:published_time"))


def author(meta: Metadata) -> str | None:
    """The author, where it is a name and no mail address, no role."""
    return as_name(meta.get("ld:author") or meta.get("article:author") or meta.get("author") or "")


def as_name(name: str) -> str | None:
    words = name.split()
    return name if 1 < len(words) <= 6 and all(w[0].isupper() for w in words) and "@" not in name else None


def published(meta: Metadata, tree: Any, frame: Any, selected: Sequence[str]) -> Dated | None:
    """The day of publication beside the text. `selected` are the texts of the site's own elements for it."""
    if (stamp := read_iso(meta.get("ld:datePublished", ""))) is not None:
        return Dated(stamp, "JSON-LD", True)
    for name in _OPEN_GRAPH:
        if (stamp := read_iso(meta.get(name, ""))) is not None:
            return Dated(stamp, "Open Graph", True)
    for text in selected:
        if (stamp := read_iso(text)) is not None:
            return Dated(stamp, "selector", True)
    for name in _OTHER:
        if (stamp := read_iso(meta.get(name, ""))) is not None:
            return Dated(stamp, f"meta {name}", False)
    for node in (frame if frame is not None else tree).iter("time"):
        if any(e.tag in _NEWS_LISTS for e in lineage(node)):
            continue
        if (stamp := read_iso(node.get("datetime") or "")) is not None:
            return Dated(stamp, "time element", False)
    return _from_head(tree)


def _from_head(tree: Any) -> Dated | None:
    """htmldate on the head alone: in the body it takes days out of lists of other news. The day of a change is none."""
    import lxml.html  # type: ignore[import-untyped]
    from htmldate import find_date

    head = tree.find("head")
    if head is None:
        return None
    said = [m for m in head.iter("meta") if not _CHANGED.search(f"{m.get('property') or ''} {m.get('name') or ''}")]
    if not said:
        return None
    metas = "".join(lxml.html.tostring(m, encoding="unicode", with_tail=False) for m in said)
    source = f"<html><head>{metas}</head><body></body></html>"
    stamp = read_iso(find_date(source, original_date=True, extensive_search=False) or "")
    return None if stamp is None else Dated(stamp, "htmldate", False)


def read_iso(value: str) -> str | None:
    """ISO day, or minute of Vietnamese time, of a stamp in ISO or day-first form; None where it is neither."""
    found = _ISO.search(value)
    if found is None:
        day_first = _DAY_FIRST.search(value)
        if day_first is None:
            return None
        d, m, y, hour, minute, half = day_first.groups()
        zone = None
        if hour is None and (clock := _CLOCK_BEFORE.search(value[: day_first.start()])) is not None:
            hour, minute = clock.groups()
        if half in {"CH", "PM"} and int(hour) < 12:
            hour = str(int(hour) + 12)
    else:
        y, m, d, hour, minute, zone = found.groups()
    try:
        moment = datetime(int(y), int(m), int(d), int(hour or 0), int(minute or 0))
        if zone:
            moment = datetime.fromisoformat(moment.isoformat() + ("+00:00" if zone == "Z" else zone)).astimezone(_HERE)
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M") if hour is not None else moment.strftime("%Y-%m-%d")
