"""HTML in the encodings before Unicode: which of its text stands under which font, converted in the source itself.

Text is converted after its entities are decoded (&#224; under .VnTime is no "à"); markup is left as it is. So whoever
parses the page sees Unicode, and the way back to the page that came in is exact. Fonts come from <font face>, style
attributes and the page's own style sheets; a style sheet elsewhere is not seen, then the content tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5
from itertools import islice
from typing import Any

from danvan.ingest.legacy import Converted, Font, Stretch, convert_stretches
from danvan.ruleset import RuleSet, load_rules

_TAG = re.compile(r"""</?([a-zA-Z][^\s/>]{0,30})((?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}')*+)>""")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]{1,30})\s{0,5}=\s{0,5}("[^"]*"|'[^']*'|[^\s"'>]+)""")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));?")
_STYLE_SHEET = re.compile(r"(?i)<style\b[^>]{0,300}>")
_FAMILY = re.compile(
    r"(?i)(?<![\w-])font(?:-family\s{0,5}:|\s{0,5}:[^;]{0,100}?\d(?:pt|px|em|%|in|cm|mm)(?:/\S{1,9})?\s)([^;]+)"
)
_COMPOUND = re.compile(r"^([\w-]+)?((?:[.#][\w-]+)*)$")
_INLINE = {
    "a", "abbr", "acronym", "b", "bdo", "big", "cite", "code", "em", "font", "i", "img", "ins", "kbd", "o:p", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
}  # fmt: skip
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"}
_RAW = {"script", "style", "noscript", "template", "textarea", "xmp", "svg"}
_BOUNDS = {"table", "tr", "td", "th", "div", "body", "li", "ul", "ol", "blockquote"}
_CELLS = ({"td", "th", "p"}, {"tr", "table"})
_ENDS = {"li": ({"li", "p"}, {"ul", "ol", "table"}), "td": _CELLS, "th": _CELLS, "tr": ({"tr"}, {"table"})}
"""Of an element the open ones that it ends without saying so, and those that they are not looked for beyond."""
_SHEETS = 20
_SHEET_SIZE = 200_000
_DEEP = 60
"""Open elements among which the one that a tag closes is looked for: broken pages nest without end."""


def convert_page(html: str, rules: RuleSet | None = None, *, charset: Font | None = None) -> Converted:
    """A page with its old text in Unicode. `charset`: what the page declares for all text that no font names."""
    rules = rules if rules is not None else load_rules()
    return convert_stretches(html, list(_stretches(html, _Fonts(rules, html), charset)), rules)


def page_text(html: str) -> str:
    """The text of a page, entities decoded, a line a block: what it says, without what it looks like."""
    return "\n".join(s.text for s in _stretches(html, None, None))


@dataclass
class _Fonts:
    """What the page says of fonts: of elements, classes and ids by its style sheets."""

    rules: RuleSet
    html: str
    _families: dict[str, Font | None] = field(default_factory=dict)
    _sheet: dict[str, list[tuple[str, frozenset[str], Font | None]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for opening in islice(_STYLE_SHEET.finditer(self.html), _SHEETS):
            end = self.html.find("</", opening.end(), opening.end() + _SHEET_SIZE)
            css = self.html[opening.end() : end if end >= 0 else opening.end()]
            first, *rest = css.replace("<!--", "").replace("-->", "").split("/*")
            bare = first + "".join(piece.partition("*/")[2] for piece in rest)
            for rule in bare.split("}"):
                selectors, _, body = rule.rpartition("{")
                if (family := _FAMILY.search(body)) is not None:
                    for selector in selectors.rpartition("{")[2].split(","):
                        self._add(selector.split(), self.font(family.group(1)))

    def _add(self, path: Sequence[str], font: Font | None) -> None:
        """Of a path of selectors the last one counts."""
        simple = _COMPOUND.match(path[-1]) if path else None
        if simple is None or (not simple.group(1) and not simple.group(2)):
            return
        marks = re.findall(r"[.#][\w-]+", simple.group(2))
        tag = (simple.group(1) or "").lower()
        key = marks[-1] if marks else tag
        self._sheet.setdefault(key, []).append((tag, frozenset(marks), font))

    def font(self, families: str) -> Font | None:
        """The first font of a list, if its letters are in an old encoding."""
        first = families.split(",", maxsplit=1)[0].split("!", maxsplit=1)[0].strip(" \t\r\n'\"").replace("\\", "")
        if first not in self._families:
            low = f"{first.lower()} "
            row = next((r for r in self.rules.table("encodings/fonts") if low.startswith(r["prefix"])), None)
            self._families[first] = (
                None
                if row is None
                else Font(
                    row["encoding"],
                    bool(row["capitals"]) and low.strip().endswith(row["capitals"]),
                    f"font {first}",
                )
            )
        return self._families[first]

    def of(self, tag: str, attributes: str, inherited: Font | None) -> Font | None:
        """The font of an element inside one of the font `inherited`."""
        given: dict[str, str] = {}
        if "=" in attributes:
            for name, value in _ATTRIBUTE.findall(attributes):
                given.setdefault(name.lower(), unescape(value.strip("\"'")))
        font = inherited
        if tag == "font" and given.get("face"):
            font = self.font(given["face"])
        marks = {f".{name}" for name in given.get("class", "").split()} | {f"#{given.get('id', '')}"}
        if self._sheet:
            for key in (tag, *sorted(marks)):  # "#" sorts before ".", but a page rarely sets both
                for wanted, needed, sheet_font in self._sheet.get(key, ()):
                    if wanted in {"", tag} and needed <= marks:
                        font = sheet_font
        style = _FAMILY.search(given["style"]) if "style" in given else None
        return self.font(style.group(1)) if style is not None else font


class _Text:
    """Text as it is gathered: what stands in one block under one font."""

    def __init__(self) -> None:
        self.font: Font | None = None
        self.begins = True
        self.pieces: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, html: str, start: int, end: int) -> None:
        """Characters of the page, with entities as the characters that they stand for."""
        at = start
        for entity in _ENTITY.finditer(html, start, end):
            char = _character(entity)
            if char is not None:
                self.plain(html, at, entity.start())
                # A declared charset is that of the bytes: an entity means what it says.
                declared = self.font is not None and self.font.name.startswith("charset")
                self.pieces.append(" " if declared and not char.isascii() else char)
                self.starts.append(entity.start())
                self.ends.append(entity.end())
                at = entity.end()
        self.plain(html, at, end)

    def plain(self, html: str, start: int, end: int) -> None:
        """Characters as they stand."""
        # In HTML a line break is a blank.
        self.pieces.append(html[start:end].replace("\n", " ").replace("\r", " "))
        self.starts += range(start, end)
        self.ends += range(start + 1, end + 1)

    def take(self, *, block: bool = True) -> Iterator[Stretch]:
        """The stretch that was gathered, if there is any. `block`: it ends with a block, not with its font."""
        text = "".join(self.pieces)
        if text.strip():
            yield Stretch(text, self.starts, self.ends, self.font, self.begins)
        self.begins = block or (self.begins and not text.strip())
        self.pieces, self.starts, self.ends = [], [], []


def _character(entity: Any) -> str | None:
    decimal, hexadecimal, name = entity.groups()
    if name is not None:
        char = html5.get(f"{name};", "")
        # "&nbsp;" is a blank in every encoding, also where its code is a letter.
        return " " if char == "\xa0" else char if len(char) == 1 else None
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return " " if number == 160 else chr(number) if 0 < number < 0x110000 else None


def _stretches(html: str, fonts: _Fonts | None, charset: Font | None) -> Iterator[Stretch]:
    """The text of the page in its order, and what its <meta> elements and its JSON-LD hold."""
    text = _Text()
    root = fonts.of("body", "", fonts.of("html", "", None)) if fonts is not None else None
    stack: list[tuple[str, Font | None]] = [("body", root)]
    at, size = 0, len(html)
    while at < size:
        mark = html.find("<", at)
        end = size if mark < 0 else mark
        if end > at:
            font = stack[-1][1] or charset
            if font != text.font:
                yield from text.take(block=False)
                text.font = font
            text.add(html, at, end)
        if mark < 0:
            break
        tag = _TAG.match(html, mark)
        if tag is None:
            at = _after_other(html, mark)
            continue
        at = tag.end()
        name, closing = tag.group(1).lower(), html[mark + 1] == "/"
        if name not in _INLINE:
            yield from text.take()
        if closing:
            _close(stack, name)
        elif name == "meta":
            yield from _content(html, tag, charset)
        elif name in _RAW:
            end = _after_raw(html, at, name)
            if name == "script" and "ld+json" in tag.group(2):
                text.font = charset
                text.plain(html, at, end)
                yield from text.take()
            at = end
        elif name not in _VOID:
            _end_before(stack, name)
            font = stack[-1][1]
            stack.append((name, font if fonts is None else fonts.of(name, tag.group(2), font)))
    yield from text.take()


def _after_other(html: str, mark: int) -> int:
    """Behind a comment, a declaration, or a "<" that opens nothing."""
    for opening, closing in (("<!--", "-->"), ("<!", ">"), ("<?", ">")):
        if html.startswith(opening, mark):
            end = html.find(closing, mark + len(opening))
            return len(html) if end < 0 else end + len(closing)
    return mark + 1


def _after_raw(html: str, at: int, name: str) -> int:
    end = re.compile(f"(?i)</{name}").search(html, at)
    return len(html) if end is None else end.start()


def _content(html: str, tag: re.Match[str], charset: Font | None) -> Iterator[Stretch]:
    """What a <meta> element says: no font reaches it."""
    for attribute in _ATTRIBUTE.finditer(html, tag.start(2), tag.end(2)):
        if attribute.group(1).lower() == "content" and attribute.group(2)[:1] in {'"', "'"}:
            text = _Text()
            text.font = charset
            text.add(html, attribute.start(2) + 1, attribute.end(2) - 1)
            yield from text.take()


def _end_before(stack: list[tuple[str, Font | None]], name: str) -> None:
    """End what a tag ends without saying so: a paragraph the one before it, a cell the one before it."""
    if name in _INLINE:
        return
    ended, bounds = _ENDS.get(name, ({"p"}, _BOUNDS))
    last = None
    for index in range(len(stack) - 1, max(0, len(stack) - _DEEP), -1):
        if stack[index][0] in bounds:
            break
        if stack[index][0] in ended:
            last = index
    if last is not None:
        del stack[last:]


def _close(stack: list[tuple[str, Font | None]], name: str) -> None:
    for index in range(len(stack) - 1, max(0, len(stack) - _DEEP), -1):
        if stack[index][0] == name:
            del stack[index:]
            return
        if name in _INLINE and stack[index][0] in {"td", "th", "table"}:
            return
