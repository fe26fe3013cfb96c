"""What a page leads to: links with their words, sitemaps, feeds."""

from __future__ import annotations

import io
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import regex

from danvan.reasons import Reason, because

TREE_LIMIT = 2 * 1024 * 1024
"""Bytes of a page of which a tree is made. A tree takes twenty times the room of the page (10 MB: 200 MB)."""

_LINK = regex.compile(r"(?is)<a\s([^<>]{0,4000})>(.{0,2000}?)</a\s*>")
_HREF = regex.compile(r"""(?is)\bhref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'<>]{1,2000}))""")
_TAG = regex.compile(r"(?s)<[^<>]{0,4000}>")
_REFRESH = regex.compile(r"""(?i)url\s*=\s*['"]?([^'"\s>]{1,2000})""")
_DAY = regex.compile(r"\d{4}-\d\d-\d\d")
_ENTRIES = frozenset({"url", "sitemap", "item", "entry"})
_WORDS = 300
"""Characters of a link's words that are kept; titles are shorter."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page, a sitemap or a feed: where it leads (as written), its words, the day it is given."""

    href: str
    text: str = ""
    dated: str | None = None
    kind: str | None = None
    """"sitemap" for the parts of a sitemap; None where the URL must tell."""


def decoded(body: bytes, content_type: str | None, encoding: str | None) -> str:
    """The page as text by the encoding of its profile, its header, its own words, or what decodes."""
    from w3lib.encoding import html_to_unicode

    if encoding is not None:
        try:
            return body.decode(encoding, "replace").replace("\0", "")
        except LookupError:
            # An encoding of old fonts: its letters stand in the places of latin-1.
            return body.decode("latin-1").replace("\0", "")
    _, text = html_to_unicode(content_type, body, default_encoding="utf-8")
    return text.replace("\0", "")


def tree_of(text: str) -> Any:
    """The page as an lxml tree; None where it is too large or holds no element."""
    import lxml.html  # type: ignore[import-untyped]
    from lxml import etree

    data = text.encode("utf-8", "replace")
    if len(data) > TREE_LIMIT:
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        return lxml.html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def links_of(text: str, tree: Any, base: str) -> tuple[str, list[Link]]:
    """The base that links are relative to, and the links in their order, once for each address, with the best words.

    Where the tree holds clearly fewer links than the text (too deep, broken off), the text itself is searched.
    """
    found = [] if tree is None else list(_links_in_tree(tree))
    if len(found) < 0.9 * text.count("href"):
        in_text = list(_links_in_text(text))
        if len(in_text) > len(found):
            found = in_text
    if tree is not None and (told := tree.find(".//base[@href]")) is not None:
        base = told.get("href").strip() or base
    best: dict[str, Link] = {}
    for link in found:
        other = best.get(link.href)
        if other is None or _better(link.text, other.text):
            best[link.href] = link
    return base, list(best.values())


def _better(text: str, other: str) -> bool:
    """Whether these words are the likelier title: "Xem tiếp" and the number of a page are short."""
    return len(other) < 15 < len(text) or (len(other) < 15 and len(text) > len(other))


def _links_in_tree(tree: Any) -> Iterator[Link]:
    for anchor in tree.iter("a", "area"):
        if href := (anchor.get("href") or "").strip():
            yield Link(href, _words_of(anchor))
    for meta in tree.iter("meta", "iframe", "frame"):
        if meta.tag == "meta":
            told = (meta.get("http-equiv") or "").lower() == "refresh" and _REFRESH.search(meta.get("content") or "")
            if told:
                yield Link(told[1])
        elif (src := (meta.get("src") or "").strip()) and meta.tag == "frame":
            yield Link(src)


def _words_of(anchor: Any) -> str:
    """The words of a link: of a heading in it before all of it, for a card holds the lead too; else its title."""
    for name in ("h1", "h2", "h3", "h4", "h5"):
        if (heading := anchor.find(f".//{name}")) is not None and (words := _tidy(heading.text_content())):
            return words
    whole = _tidy(anchor.text_content())
    title = _tidy(anchor.get("title") or "")
    if title and (len(title) > len(whole) or len(whole) > 150):
        return title
    if whole:
        return whole
    image = anchor.find(".//img")
    return _tidy(image.get("alt") or "") if image is not None else ""


def _links_in_text(text: str) -> Iterator[Link]:
    import html

    for match in _LINK.finditer(text):
        if href := _HREF.search(match[1]):
            address = html.unescape(next(g for g in href.groups() if g)).strip()
            yield Link(address, _tidy(html.unescape(_TAG.sub(" ", match[2]))))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))[:_WORDS]


class NotXml(Exception):
    """A sitemap or feed that is none, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def entries_of(body: bytes, limit: int) -> list[Link]:
    """The entries of a sitemap, an index of sitemaps, an RSS or an Atom feed, packed or not. A list of URLs will do.

    Raises NotXml where it is none of these or grows above `limit` bytes when unpacked.
    """
    if body.startswith(b"\x1f\x8b"):
        inflate = zlib.decompressobj(31)
        try:
            body = inflate.decompress(body, limit + 1)
        except zlib.error:
            raise NotXml(because("xml.gzip")) from None
        if len(body) > limit:
            raise NotXml(because("xml.larger", mb=limit // 2**20))
    stripped = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if stripped.startswith((b"http://", b"https://")):
        return [Link(line.strip()) for line in body.decode("utf-8", "replace").splitlines() if line.strip()]
    if not stripped.startswith(b"<"):
        raise NotXml(because("xml.neither"))
    if b"<html" in stripped[:2000].lower():
        raise NotXml(because("xml.page"))
    return list(_entries(body))


def _entries(body: bytes) -> Iterator[Link]:
    from lxml import etree

    # Entry by entry: a sitemap of 50,000 URLs is 10 MB, its tree 150 MB.
    events = etree.iterparse(
        io.BytesIO(body),
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    fields: dict[str, str] = {}
    try:
        for event, element in events:
            if not isinstance(element.tag, str):
                continue
            name = etree.QName(element).localname
            if event == "start":
                # What came before is about the feed, not about its first entry.
                fields = {} if name in _ENTRIES else fields
            elif name in _ENTRIES:
                if href := fields.get("loc") or fields.get("link") or fields.get("guid", ""):
                    kind = "sitemap" if name == "sitemap" else None
                    yield Link(href, _tidy(fields.get("title", "")), _day(fields), kind)
                fields = {}
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
            elif name == "link" and element.get("href"):
                if element.get("rel", "alternate") == "alternate":
                    fields["link"] = element.get("href").strip()
            elif name in {"loc", "link", "guid", "title", "lastmod", "pubDate", "date", "published", "updated"}:
                text = (element.text or "").strip()
                if text and not (name == "guid" and not text.startswith("http")):
                    fields.setdefault(name, text)
    except etree.XMLSyntaxError as error:
        raise NotXml(because("xml.broken", error=str(error.msg))) from None


def _day(fields: dict[str, str]) -> str | None:
    """The latest day that an entry bears."""
    from email.utils import parsedate_to_datetime

    days = []
    for name in ("lastmod", "pubDate", "date", "published", "updated"):
        value = fields.get(name, "")
        if match := _DAY.match(value):
            days.append(match[0])
        elif value:
            try:
                days.append(parsedate_to_datetime(value).date().isoformat())
            except (ValueError, TypeError):
                continue
    return max(days, default=None)
