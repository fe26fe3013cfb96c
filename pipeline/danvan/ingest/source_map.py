"""The way from the lines of a page back to its bytes: exact, or absent where it cannot be told for certain.

lxml does not say where a text node stands in the source. So the source is cut into texts once more, by the rules of
HTML, each with its place; these and the tree's nodes are then laid side by side. As long as both have the same
characters in the same order, each node has its place. Where they differ (markup that libxml2 mends in its own way), the
nodes up to the next text that both have exactly once have none.
"""

from __future__ import annotations

import codecs
import hashlib
import html as entities
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.entities import html5
from typing import Any, Final

from danvan.ingest.decode import Decoded
from danvan.ingest.page_rows import Piece, Row
from danvan.text.clean import to_raw
from danvan.text.source import WIDE, Run, SourceMap

_MARKUP: Final = re.compile(
    r"<!--(?:>|->|(?P<comment>))"
    r"|<!(?!--)[^>]*>|<\?[^>]*>|</(?![a-zA-Z])(?:>|[^>]*>)"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*)"
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+)?+)?+)*+>"
    r"|(?P<cut></?[a-zA-Z])"
)
"""A piece of markup. `comment`: what follows is a comment; `cut`: a tag that the end of the page cuts off."""
_COMMENT_END: Final = re.compile(r"--!?>")
_RAW: Final = {"script", "style", "xmp", "iframe", "noembed", "noframes"}
"""Elements whose text holds neither markup nor entities."""
_TEXT_ONLY: Final = {"textarea", "title"}
"""Elements whose text holds entities and no markup."""
_ENTITY: Final = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)|\r\n?")
_BLANKS: Final = " \t\r\n\f"
_BLANK: Final = re.compile(r"[ \t\r\n\f]+")
_FOLDED: Final = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_TELLING: Final = 12
"""Characters without blanks of a text that stands for itself where both have it once."""

Span = tuple[int, int, int, int]
"""Characters [start, end) of a node, and [first, last) of the page: as long, or an entity and one character."""


@dataclass(frozen=True, slots=True)
class Token:
    """A text of the page's source, [start, end); `plain` where it holds no entities by the rules of its element."""

    start: int
    end: int
    plain: bool


def tokens(page: str) -> Iterator[Token]:
    """The texts between the markup of a page, in their order."""
    at = 0
    for start, end, inside in _markups(page):
        if start > at:
            yield Token(at, start, False)
        if inside is not None and inside[1] > end:
            yield Token(end, inside[1], inside[0])
        at = end if inside is None else inside[1]
    if at < len(page):
        yield Token(at, len(page), False)


def _markups(page: str) -> Iterator[tuple[int, int, tuple[bool, int] | None]]:
    """Pieces of markup as (start, end, what its element holds): (without entities, end) for script, title …"""
    at = 0
    while (found := _MARKUP.search(page, at)) is not None:
        start, at = found.span()
        if found["comment"] is not None:
            closed = _COMMENT_END.search(page, at)
            at = closed.end() if closed else len(page)
        elif found["cut"]:
            at = len(page)
        inside = None
        if not found["close"] and found["tag"] and (name := found["tag"].lower()) in _RAW | _TEXT_ONLY:
            closed = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, at)
            inside = name in _RAW, closed.start() if closed else len(page)
        elif not found["close"] and found["tag"] and found["tag"].lower() == "plaintext":
            inside = True, len(page)
        yield start, at, inside
        if inside is not None:
            at = inside[1]


def read_token(page: str, token: Token) -> tuple[str, list[Span]]:
    """The characters of a text, entities decoded, and where each run of them stands in the page."""
    source = page[token.start : token.end]
    if "\0" in source:
        source = source.replace("\0", "\ufffd")
    if "\r" not in source and (token.plain or "&" not in source):
        return source, [(0, len(source), token.start, token.end)]
    pieces: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for found in _ENTITY.finditer(source):
        value, size = _decoded(found.group(), token.plain)
        if not size:
            continue
        if found.start() > at:
            spans.append((length, length + found.start() - at, token.start + at, token.start + found.start()))
        pieces += (source[at : found.start()], value)
        length += found.start() - at
        at = found.start() + size
        if len(value) == 1:
            spans.append((length, length + 1, token.start + found.start(), token.start + at))
        length += len(value)
    if at < len(source):
        spans.append((length, length + len(source) - at, token.start + at, token.end))
    return "".join([*pieces, source[at:]]), spans


def _decoded(entity: str, plain: bool) -> tuple[str, int]:
    """What an entity says and how many of its characters belong to it: of "&nbspx" five; 0 where it is none."""
    if entity[0] == "\r":
        return "\n", len(entity)
    if plain:
        return "", 0
    if entity[1] == "#":
        return entities.unescape(entity), len(entity)
    name = entity[1:]
    for size in range(len(name), 1, -1):
        # Without its ";" a name counts only where it is one of the old ones; html5 has those by themselves.
        if (value := html5.get(name[:size])) is not None:
            return value, size + 1
    return "", 0


def _aligned(nodes: Sequence[str], texts: Sequence[str]) -> list[tuple[int, int] | None]:
    """Of each node the texts [first, last) that it is made of. Nothing in either is blank."""
    squeezed = [_BLANK.sub("", n) for n in nodes]
    sources = [_BLANK.sub("", t) for t in texts]
    out: list[tuple[int, int] | None] = [None] * len(nodes)
    anchors: Mapping[int, int] | None = None
    i = j = 0
    while i < len(nodes) and j < len(sources):
        end, rest = j, squeezed[i]
        while rest and end < len(sources) and rest.startswith(sources[end]):
            rest = rest[len(sources[end]) :]
            end += 1
        if not rest:
            out[i] = (j, end)
            i, j = i + 1, end
            continue
        if anchors is None:
            anchors = _anchors(squeezed, sources)
        i = next((k for k in range(i, len(nodes)) if anchors.get(k, -1) >= j), len(nodes))
        j = anchors.get(i, len(sources))
    return out


def _anchors(nodes: Sequence[str], sources: Sequence[str]) -> Mapping[int, int]:
    """The nodes whose text stands exactly once on both sides, with its place among `sources`."""
    ours, theirs = Counter(nodes), Counter(sources)
    places = {text: at for at, text in enumerate(sources) if theirs[text] == 1 and len(text) >= _TELLING}
    return {at: places[text] for at, text in enumerate(nodes) if ours[text] == 1 and text in places}


class _Places:
    """Where the characters of the tree's text nodes stand in the page."""

    def __init__(self, page: str, tree: Any) -> None:
        self.texts = [read_token(page, token) for token in tokens(page)]
        self.solid = [k for k, (text, _) in enumerate(self.texts) if text.strip(_BLANKS)]
        self.nodes: dict[tuple[Any, bool], int] = {}
        self.values: list[str] = []
        for node in tree.getroottree().xpath("//text()[normalize-space()]"):
            value = str(node)
            if value.strip(_BLANKS):
                self.nodes[node.getparent(), bool(node.is_tail)] = len(self.values)
                self.values.append(value)
        self.homes = _aligned(self.values, [self.texts[k][0] for k in self.solid])

    def of(self, piece: Piece) -> Sequence[Span]:
        """The runs of a piece of a row that have a place."""
        index = self.nodes.get((piece.node, piece.tail), -1)
        home = self.homes[index] if index >= 0 else None
        whole = self.values[index] if index >= 0 else ""
        if home is None or whole[piece.at : piece.at + len(piece.text)] != piece.text:
            return ()
        first, last = self.solid[home[0]], self.solid[home[1] - 1]
        if first == last and self.texts[first][0] == whole:
            spans: Sequence[Span] = self.texts[first][1]
        else:
            spans = _shifted(whole, self.texts[first : last + 1])
        return spans if whole == piece.text else _within(spans, piece.at, piece.at + len(piece.text))


def _within(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The runs of characters [start, end) of a node, counted from there."""
    found: list[Span] = []
    for a, b, first, last in spans:
        low, high = max(a, start), min(b, end)
        if low < high and b - a == 1:
            found.append((low - start, high - start, first, last))
        elif low < high:
            found.append((low - start, high - start, first + low - a, first + high - a))
    return found


def _shifted(node: str, texts: Sequence[tuple[str, list[Span]]]) -> list[Span]:
    """The runs of a node that markup without effect cuts ("a</x>b") or that lost blanks at its edges."""
    whole = "".join(text for text, _ in texts)
    if whole.strip(_BLANKS) != node.strip(_BLANKS):
        return []
    at = (len(node) - len(node.lstrip(_BLANKS))) - (len(whole) - len(whole.lstrip(_BLANKS)))
    spans: list[Span] = []
    for text, own in texts:
        for start, end, first, last in own:
            a, b = max(0, start + at), min(len(node), end + at)
            if a < b:
                cut = a - start - at
                spans.append((a, b, first, last) if end - start == 1 else (a, b, first + cut, first + cut + b - a))
        at += len(text)
    return spans


def map_rows(rows: Iterable[tuple[int, Row]], tree: Any, page: Decoded, data: bytes) -> SourceMap | None:
    """The way back for rows of a page, each with the offset at which its text stands in the raw text.

    `page` is what `data` was decoded to and `tree` was parsed from. None where the bytes of its characters are unknown.
    """
    points = _points(page, data)
    if points is None:
        return None
    places = _Places(page.text, tree)
    runs = (
        run for at, row in rows for start, end, first, last in _runs(row, places)
        for run in _in_bytes((start + at, end + at, first, last), page, points)
    )  # fmt: skip
    return SourceMap(points.codec, tuple(runs), hashlib.sha256(data).hexdigest())


def _runs(row: Row, places: _Places) -> Iterator[Span]:
    """The runs of a row's text with their places in the page, in order; those that a reader put in stand at -1."""
    joined = "".join(piece.text for piece in row.pieces)
    stop = len(joined.rstrip(_BLANKS))
    cuts = [len(joined) - len(joined.lstrip(_BLANKS))]
    for blank in _FOLDED.finditer(joined, cuts[0], stop):
        cuts += blank.span()
    starts, ends = cuts[::2], [*cuts[1::2], stop]
    # Between the cuts the row has what its pieces have, at each cut one blank.
    shifts = [-starts[0]]
    for start, end in zip(starts[1:], ends, strict=False):
        shifts.append(shifts[-1] + end + 1 - start)
    begin = 0
    for piece in row.pieces:
        spans = places.of(piece) if piece.node is not None else [(0, len(piece.text), -1, -1)]
        for a, b, first, last in spans:
            k = max(0, bisect_right(starts, begin + a) - 1)
            while k < len(starts) and starts[k] < begin + b:
                low, high = max(begin + a, starts[k]), min(begin + b, ends[k])
                if low < high:
                    moved = low - begin - a if b - a > 1 and first >= 0 else 0
                    until = first + moved + high - low if b - a > 1 and first >= 0 else last
                    yield low + shifts[k], high + shifts[k], first + moved, until
                k += 1
        begin += len(piece.text)


def _in_bytes(run: Span, page: Decoded, points: _Points) -> Iterator[Run]:
    """A run with its place in the page, as runs with their bytes."""
    start, end, first, last = run
    if first < 0:
        yield start, end, 0, 0
    elif end - start == 1:
        yield start, end, points.at(to_raw(page.starts, first)), points.at(to_raw(page.starts, last))
    elif page.text is page.source and not points.odd_between(first, last):
        yield start, end, points.at(first), points.at(last)
    else:
        yield from _char_by_char(run, page, points)


def _char_by_char(run: Span, page: Decoded, points: _Points) -> Iterator[Run]:
    """A run of a page that was converted: letters that were written otherwise stand by themselves."""
    begin, _, first, last = run
    low, source = first, to_raw(page.starts, first)
    for at in range(first, last):
        here, after = to_raw(page.starts, at), to_raw(page.starts, at + 1)
        if after == here + 1 and points.writes(page.text[at], here):
            continue
        if low < at:
            yield begin + low - first, begin + at - first, points.at(source), points.at(here)
        yield begin + at - first, begin + at + 1 - first, points.at(here), points.at(after)
        low, source = at + 1, after
    if low < last:
        yield begin + low - first, begin + last - first, points.at(source), points.at(to_raw(page.starts, last))


class _Points:
    """Where the characters of a decoded page stand among its bytes.

    `joints` are pairs (character, byte), ascending, from each of which on the characters are written in `codec`, up to
    the next; those at `odd` are written in another way: bytes that are no UTF-8.
    """

    def __init__(self, source: str, codec: str, joints: Sequence[tuple[int, int]], odd: Sequence[int] = ()) -> None:
        self.source, self.codec, self.joints, self.odd = source, codec, joints, odd
        self.wide = codec in WIDE
        self.last = joints[0]

    def at(self, offset: int) -> int:
        """The byte at which a character begins."""
        char, byte = self.joints[bisect_right(self.joints, offset, key=lambda joint: joint[0]) - 1]
        if char <= self.last[0] <= offset:
            # Asked in ascending order, mostly: what lies before is not counted again.
            char, byte = self.last
        byte += len(self.source[char:offset].encode(self.codec, "replace")) if self.wide else offset - char
        self.last = offset, byte
        return byte

    def odd_between(self, start: int, end: int) -> bool:
        return bool(self.odd) and bisect_right(self.odd, end - 1) > bisect_right(self.odd, start - 1)

    def writes(self, char: str, offset: int) -> bool:
        """Whether the character at `offset` of the source is `char`, or as long as the codec would write that."""
        return not self.wide or (self.source[offset] == char and not self.odd_between(offset, offset + 1))


def _points(page: Decoded, data: bytes) -> _Points | None:
    """None where the bytes do not give the page's characters one after another."""
    if page.codec is None:
        return _mixed_points(page.source, data)
    codec = codecs.lookup(page.codec).name
    mark = next((len(bom) for name, bom in _MARKS if codec == name and data.startswith(bom)), 0)
    if codec in {"utf-16", "utf-32"}:
        little = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE))
        codec = f"{codec}-{'le' if little else 'be'}"
    codec = codec.removesuffix("-sig")
    try:
        size = len(page.source.encode(codec)) if codec in WIDE else len(page.source)
    except UnicodeError:
        return None
    return _Points(page.source, codec, [(0, mark)]) if size + mark == len(data) else None


_MARKS: Final = (
    ("utf-8-sig", codecs.BOM_UTF8), ("utf-32", codecs.BOM_UTF32_LE), ("utf-32", codecs.BOM_UTF32_BE),
    ("utf-16", codecs.BOM_UTF16_LE), ("utf-16", codecs.BOM_UTF16_BE),
)  # fmt: skip
_BROKEN: Final = 2000
"""Stretches of bytes that are no UTF-8 up to which a page is mapped."""


def _mixed_points(source: str, data: bytes) -> _Points | None:
    """UTF-8 with other bytes between: each stretch of those is one U+FFFD, or each byte a character."""
    joints = [(0, 0)]
    odd: list[int] = []
    char = byte = 0
    for _ in range(_BROKEN):
        try:
            good, bad = data[byte:].decode("utf-8"), b""
        except UnicodeDecodeError as error:
            good, bad = data[byte : byte + error.start].decode("utf-8"), error.object[error.start : error.end]
        if source[char : char + len(good)] != good:
            return None
        char, byte = char + len(good), byte + len(good.encode())
        if not bad:
            return _Points(source, "utf-8", joints, odd) if char == len(source) else None
        sizes = [len(bad)] if source[char : char + 1] == "\ufffd" else [1] * len(bad)
        for size in sizes:
            odd.append(char)
            joints.append((char, byte))
            char, byte = char + 1, byte + size
        joints.append((char, byte))
    return None
