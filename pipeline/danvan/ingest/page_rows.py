"""The lines of a web page, each with the element that it stands in and the text nodes that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import regex

from danvan.ingest.lines import Line, wrap_width, wrapped_groups
from danvan.text.view import fold_lower, fold_view

_DROPPED = {
    "script", "style", "noscript", "template", "svg", "select", "button", "input", "textarea", "nav", "aside",
    "footer", "iframe", "object", "video", "audio", "canvas", "head",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
    "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_TOUCHING = regex.compile(r"[\p{Ll}\d]\p{Lu}")
_SPACE = regex.compile(r"[ \t\r\n\f]+")
_WORD = regex.compile(r"[^\W_]+")
SENTENCE_END = regex.compile(r"[.!?…][\"'”’)\]]{0,3}$")
_EDGES = " |"
_CAPTION_NAMES = regex.compile(r"(?i)caption|chu-?thich|(?:img|image|photo|anh)-?(?:note|desc|title|info)")
_CAPTION = 250
_CENTRED = regex.compile(r"(?i)text-align\s{0,3}:\s{0,3}center|(?:^|\s)(?:text-)?center(?:$|\s)")
_LARGE = regex.compile(
    r"(?i)size=(?:[4-7]|\+[1-4])\b|font-size\s{0,3}:\s{0,3}(?:(?:1[6-9]|[2-4]\d)(?:\.\d)?pt|(?:2\d|[34]\d)px|x-?large|1\.[4-9]|2)"
)
_BOLD = regex.compile(r"(?i)font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)")
_DATED = regex.compile(
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d|(?i:tháng)\s\d{1,2},?\s(?:năm\s)?20\d\d"
)
_DATE_LINE = 120
_FEW_LINES = 4
"""Lines that are too few to tell a wrap by."""
_CELL = 200
"""Characters: a longer cell is no cell of a table of data."""
_ORDINAL = regex.compile(r"\d{1,3}[.)]?")
_GRID = regex.compile(r"(?i)MsoTableGrid|table-?border|\btable\b")
_ROW = 300
_PIECES = {"p", "div", "table", "ul", "ol", "h1", "h2", "h3", "br"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A text node as it stands in the tree: the text of `node`, or with `tail` what follows it; of a node of several
    lines one of them, which begins at `at`. Without a node, put in by the reader.
    """

    text: str
    link: bool = False
    node: Any = None
    tail: bool = False
    at: int = 0


@dataclass(slots=True)
class Row:
    """One line of the page: its text, how many of its characters are links, and the element that it stands in.

    The text is that of its pieces with every run of blanks as one. `table` is the table of data that it is a row of.
    """

    text: str
    linked: int
    home: Any
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    table: Any = None
    gap: bool = False
    """An empty line stands before it, in the element that it stands in."""

    @property
    def is_link(self) -> bool:
        return self.linked > 0.6 * len(self.text) and not (len(self.text) > 120 and SENTENCE_END.search(self.text))

    @property
    def is_paragraph(self) -> bool:
        return not self.is_link and len(self.text) >= 80 and SENTENCE_END.search(self.text) is not None

    def drop(self) -> None:
        """Take the line for furniture, whatever it says."""
        self.linked = len(self.text) + 1


def read_rows(tree: Any) -> Iterator[Row]:
    """The lines of a page in order. A row of a table of data is one line, its cells parted by "|"."""
    lines = _Lines(tree)
    # An explicit stack: saved pages nest deeper than Python's own.
    stack: list[tuple[Any, bool, str]] = [(tree, False, "open")]
    while stack:
        node, link, step = stack.pop()
        if step == "tail":
            yield from lines.read(node.tail, link, node, tail=True)
            continue
        if step == "close":
            yield from lines.close(node)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or tag in _DROPPED:
            continue
        if tag == "br" or tag in _BLOCKS:
            yield from lines.open(node, tag)
            if lines.home[-1] is node:
                stack.append((node, link, "close"))
        inner = link or tag == "a"
        yield from lines.read(node.text, inner, node)
        for child in reversed(node):
            stack.append((child, inner, "tail"))
            stack.append((child, inner, "open"))
    yield from lines.flush()


class _Lines:
    """The line that is being read: its pieces, the elements it stands in, and the table row that is one line."""

    def __init__(self, tree: Any) -> None:
        self.pieces: list[Piece] = []
        self.home: list[Any] = [tree]
        self.row: Any = None
        self.cells = 0
        self.tables: dict[Any, bool] = {}
        self.gap = False
        self.count = 0
        self.begun: list[int] = []

    def read(self, text: str | None, link: bool, node: Any, *, tail: bool = False) -> Iterator[Row]:
        """Text as lines: of text that was set by hand every line is one, of all other text none."""
        if not text or "\n" not in text or not any(e.tag == "pre" for e in lineage(node)[tail:]):
            self.add(text, link, node, tail=tail)
            return
        at = 0
        for line in text.split("\n"):
            if at:
                yield from self._end()
            self.pieces.append(Piece(line, link, node, tail, at))
            at += len(line) + 1

    def _end(self) -> Iterator[Row]:
        """Ends a line at a line break. An empty line parts what stands around it."""
        found = list(self.flush())
        yield from found
        self.gap = self.gap or not found

    def add(self, text: str | None, link: bool, node: Any, *, tail: bool = False) -> None:
        if not text:
            return
        # Boxes of a menu or a byline touch in the source; letters of one word do too, and stay together.
        touching = not tail and node.tag in {"a", "span", "time", "label"} and self.pieces
        if touching and _TOUCHING.search(self.pieces[-1].text[-1:] + text[:1]):
            self.pieces.append(Piece(" "))
        self.pieces.append(Piece(text, link, node, tail))

    def open(self, node: Any, tag: str) -> Iterator[Row]:
        """A line break, or a block, which becomes the home of the lines in it. In a row of a table neither is one."""
        if self.row is not None:
            cell = tag in {"td", "th"}
            self.pieces.append(Piece(" | " if cell and self.cells else " "))
            self.cells += cell
            return
        if tag == "br":
            yield from self._end()
            return
        yield from self.flush()
        self.home.append(node)
        self.begun.append(self.count)
        if tag == "tr" and self._is_one_line(node):
            self.row, self.cells = node, 0

    def close(self, node: Any) -> Iterator[Row]:
        yield from self.flush()
        self.home.pop()
        self.gap = self.gap or (self.begun.pop() == self.count and node.tag in {"p", "div"})
        if node is self.row:
            self.row = None

    def flush(self) -> Iterator[Row]:
        while self.pieces and not self.pieces[-1].text.strip(_EDGES if self.pieces[-1].node is None else None):
            # Empty cells at the end of a row.
            self.pieces.pop()
        pieces = tuple(self.pieces)
        self.pieces.clear()
        if text := fold("".join(p.text for p in pieces)):
            linked = sum(len(p.text.strip()) for p in pieces if p.link)
            table = None if self.row is None else _table_of(self.row)
            table = table if self.tables.get(table) else None
            if text.strip():
                yield Row(text, linked, self.home[-1], pieces, table, self.gap)
                self.gap = False
                self.count += 1

    def _is_one_line(self, row: Any) -> bool:
        """Whether a table row holds data and not the layout of the page: whatever it is made of, or in plain cells."""
        table = _table_of(row)
        if table is not None and table not in self.tables:
            self.tables[table] = _holds_data(table)
        if table is not None and self.tables[table]:
            return True
        return not any(isinstance(e.tag, str) and e.tag in _PIECES for e in row.iterdescendants()) and (
            len(row.text_content()) < _ROW
        )


def join_wrapped(rows: Sequence[Row]) -> list[Row]:
    """The rows with the lines together that a hard wrap parted by <br>, by <p> or in <pre>, as PDF files give them."""
    joined: list[Row] = []
    for _, run in groupby(rows, key=lambda row: row.home.getparent() if row.home.tag in {"p", "div"} else row.home):
        held = list(run)
        lines = [Line(0, len(r.text), fold_view(r.text), r.gap, 0) for r in held]
        groups = wrapped_groups(lines) if len(held) > _FEW_LINES and wrap_width(lines) is not None else []
        joined += [_joined([held[i] for i in group]) for group in groups] if groups else held
    return joined


def _joined(rows: Sequence[Row]) -> Row:
    first = rows[0]
    if len(rows) == 1 or any(row.table is not None or row.is_link for row in rows):
        return first
    pieces = [piece for row in rows for piece in (*row.pieces, Piece(" "))][:-1]
    return replace(first, text=" ".join(r.text for r in rows), linked=sum(r.linked for r in rows), pieces=tuple(pieces))


def fold(text: str) -> str:
    """The text with every run of blanks as one, none at its ends."""
    return str(_SPACE.sub(" ", text).strip(" "))


def plain(text: str) -> str:
    """Letters and digits of a text in lower case, for comparing texts."""
    return " ".join(_WORD.findall(fold_lower(fold_view(text))))


def _table_of(row: Any) -> Any:
    """The table of a row, None for a row that stands alone."""
    return next((e for e in row.iterancestors() if e.tag == "table"), None)


def _holds_data(table: Any) -> bool:
    """Whether a table holds data and nothing that a page is built of: numbers in rows of as many cells, or under lines
    or a head of its own rows of as many cells, or numbered ones.
    """
    if any(
        isinstance(e.tag, str) and e.tag in {"table", "form", "h1", "h2", "h3", "ul"} for e in table.iterdescendants()
    ):
        return False
    rows = [[fold(c.text_content()) for c in r if c.tag in {"td", "th"}] for r in table.iter("tr")]
    rows = [cells for cells in rows if cells]
    if len(rows) < 2 or any(len(cell) > _CELL for cells in rows for cell in cells):
        return False
    wide = [cells for cells in rows if len(cells) > 1]
    if len(wide) * 5 < len(rows) * 4:
        return False
    if sum(any(_is_number(cell) for cell in cells[1:]) for cells in wide) * 2 >= len(wide):
        return True
    even = len(rows) > 2 and len({len(cells) for cells in rows[-(len(rows) // 2 + 1) :]}) == 1
    numbered = [cells[0] for cells in rows if _ORDINAL.fullmatch(cells[0])]
    ordered = len(numbered) >= max(2, len(rows) - 3)
    return even and (ordered or _is_ruled(table))


def _is_ruled(table: Any) -> bool:
    """Whether the markup says that it is a table of data: a head, lines, or a name for it."""
    return (
        (table.get("border") or "0") not in {"0", ""}
        or _GRID.search(table.get("class") or "") is not None
        or any(True for _ in table.iter("th"))
    )


def _is_number(cell: str) -> bool:
    return cell[:1].isdigit() and len(cell) <= 20


def lineage(element: Any) -> list[Any]:
    """The element and what it stands in, outwards."""
    return [element, *element.iterancestors()]


def common(rows: Sequence[Row], indexes: Sequence[int]) -> Any:
    """The innermost element that holds all these lines."""
    shared: list[Any] | None = None
    for index in indexes:
        line = list(reversed(lineage(rows[index].home)))
        shared = line if shared is None else [a for a, b in zip(shared, line, strict=False) if a is b]
    return shared[-1] if shared else None


def within(element: Any, frame: Any) -> bool:
    """Whether the element is `frame` or stands in it; without a frame all do."""
    return frame is None or any(e is frame for e in lineage(element))


def is_dated(row: Row) -> bool:
    """Whether it is a short line with a day: that of the article or of other news, no sentence."""
    return len(row.text) <= _DATE_LINE and _DATED.search(row.text) is not None and not SENTENCE_END.search(row.text)


def is_heading(row: Row) -> bool:
    return any(e.tag in {"h1", "h2", "h3", "h4"} for e in lineage(row.home)[:3])


def is_large(row: Row) -> bool:
    """Whether the font of the whole line is that of a title: large, or bold and centred or coloured."""
    said = [p for p in row.pieces if p.node is not None and p.text.strip()]
    fonts = [_fonts(p, row.home) for p in said]
    if not fonts or row.table is not None:
        return False
    return all(
        any(_LARGE.search(f"{e.get('style') or ''} size={e.get('size') or ''}") for e in around)
        or (
            any(e.tag in {"b", "strong"} or _BOLD.search(e.get("style") or "") for e in around)
            and any(e.get("color") or _is_centred(e) for e in [*around, row.home])
        )
        for around in fonts
    )


def _fonts(piece: Piece, home: Any) -> list[Any]:
    """The elements of a piece of a line within the element of the line, outwards."""
    node = piece.node.getparent() if piece.tail else piece.node
    around = lineage(node)
    return around[: around.index(home)] if home in around else around[:4]


def is_caption(row: Row) -> bool:
    """Whether the markup says that a line belongs to a picture: by a name, or in italics or centred right under it."""
    if len(row.text) > _CAPTION or row.is_link or row.table is not None:
        return False
    first = next((p for p in row.pieces if p.node is not None and p.text.strip()), None)
    if first is None:
        return False
    near = lineage(first.node.getparent() if first.tail else first.node)[:4]
    if any(e.tag == "figcaption" or _CAPTION_NAMES.search(e.get("class") or "") for e in near):
        return True
    if not (_is_in_italics(row) or any(_is_centred(e) for e in near[:3])):
        return False
    return any(_is_picture(e.getprevious()) for e in near if e.tag in {"p", "div", "td", "tr"}) or _is_picture_above(
        row
    )


def _is_in_italics(row: Row) -> bool:
    said = [p for p in row.pieces if p.text.strip()]
    return bool(said) and all(
        any(e.tag in {"em", "i"} for e in lineage(p.node.getparent() if p.tail else p.node)[:4])
        for p in said
        if p.node is not None
    )


def _is_centred(element: Any) -> bool:
    align = (element.get("align") or "").lower()
    return (
        align == "center" or _CENTRED.search(f"{element.get('style') or ''} {element.get('class') or ''}") is not None
    )


def _is_picture(element: Any) -> bool:
    """Whether an element holds a picture and no text."""
    if element is None or not isinstance(element.tag, str):
        return False
    return any(True for _ in element.iter("img")) and not element.text_content().strip()


def _is_picture_above(row: Row) -> bool:
    """Whether a picture stands in the block of the line, over it, and no text: "<img><br><em>...</em>"."""
    for node in row.home.iter():
        if node.tag == "img":
            return True
        if isinstance(node.tag, str) and ((node.text or "").strip() or (node.tail or "").strip()):
            return False
    return False
