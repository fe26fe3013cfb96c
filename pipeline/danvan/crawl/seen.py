"""What a reader sees of a page, as one hash: tells a page that changed from one whose counters did."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import regex

from danvan.ruleset import RuleSet
from danvan.sites import Select
from danvan.text.view import fold_view

_UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "select", "option", "head"})
_BLOCKS = frozenset(
    {"p", "div", "td", "th", "li", "tr", "table", "ul", "ol", "br", "h1", "h2", "h3", "h4", "h5", "h6", "section",
     "article", "header", "footer", "figure", "figcaption", "blockquote", "dd", "dt", "body", "form", "center"}
)  # fmt: skip
_COUNTERS = ("counter.views", "counter.views_after", "counter.rating")
"""Rules of rules/layout.toml: what the system counts by itself."""
_COUNTED = (
    "lượt", "truy cập", "lần xem", "lần đọc", "đã xem", "online", "trực tuyến", "view", "hit", "visit", "bình luận",
)  # fmt: skip
_COUNTER_LINE = 60
"""Characters of a line in which counters are looked for. The rules also take "trong năm 25" and "tổng cộng: 25", which
in a sentence or a table may be figures: a changed figure must not pass for a counter.
"""
_CLOCK = regex.compile(r"(?<!\d)\d{1,2}:\d\d:\d\d(?!\d)")


class Seen:
    """Hashes the visible words of pages. With selectors for the body, those of title, lead, date and body alone.

    Without them everything but menus counts: links outside of paragraphs change with every new article elsewhere.
    A page that differs in more than that has another hash, and is stored again: rather once too often than not.
    """

    def __init__(self, select: Select, rules: RuleSet) -> None:
        from cssselect.xpath import HTMLTranslator

        css = HTMLTranslator()
        self._remove = [css.css_to_xpath(s) for s in select.remove]
        self._parts = [
            [css.css_to_xpath(s) for s in part] for part in (select.title, select.date, select.lead, select.body)
        ]
        self._counters = [rules.rule("layout", name).regex for name in _COUNTERS]

    def hash(self, tree: Any) -> str:
        """The hash in hex. Takes the furniture out of the tree."""
        for xpath in self._remove:
            for element in tree.xpath(xpath):
                if element.getparent() is not None:
                    element.drop_tree()
        digest = hashlib.sha256()
        for line in self._lines(self._shown(tree)):
            digest.update(line.encode("utf-8", "replace") + b"\n")
        return digest.hexdigest()

    def _shown(self, tree: Any) -> list[Any]:
        parts: list[list[Any]] = [next((hit for x in part if (hit := tree.xpath(x))), []) for part in self._parts]
        return [element for part in parts for element in part[:1]] if parts[-1] else [tree]

    def _lines(self, elements: Iterable[Any]) -> Iterator[str]:
        for element in elements:
            for block in "".join(_pieces(element)).split("\n"):
                line = " ".join(fold_view(block).split())
                if line and len(line) <= _COUNTER_LINE:
                    line = self._without_counters(line)
                if line:
                    yield line

    def _without_counters(self, line: str) -> str:
        lower = line.lower()
        if _CLOCK.search(line):
            return ""
        if any(word in lower for word in _COUNTED):
            for counter in self._counters:
                line = counter.sub(" ", line)
        return " ".join(line.split())


def _pieces(root: Any) -> Iterator[str]:
    """The text with a line break around every block. Without recursion: pages may be 10,000 levels deep."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        if closing:
            if element.tag in _BLOCKS:
                yield "\n"
            if element is not root and element.tail:
                yield element.tail
            continue
        hidden = not isinstance(element.tag, str) or element.tag in _UNSEEN or _is_menu(element)
        if hidden:
            if element is not root and element.tail:
                yield element.tail
            continue
        if element.tag in _BLOCKS:
            yield "\n"
        if element.text:
            yield element.text
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _is_menu(element: Any) -> bool:
    """A link that stands in no paragraph."""
    if element.tag != "a":
        return False
    parent = element.getparent()
    while parent is not None and parent.tag in {"b", "strong", "em", "i", "span", "u", "font"}:
        parent = parent.getparent()
    return parent is None or parent.tag not in {"p", "td", "blockquote"}
