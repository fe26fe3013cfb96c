"""A .pdf document with a text layer to lines: paragraphs joined over lines and pages, tables row by row.

The layout of the page tells what belongs together: an indent or a short line ends a paragraph, a wide gap parts two
cells, what stands at the same place of most pages is furniture. Two columns of running text are read one by one.
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from danvan.errors import ReadError
from danvan.ingest.syllable import is_syllable
from danvan.reasons import because

PAGES = 2_000
"""Pages of one document, at most: what has more is a book."""
_TEXT = 20_000_000
"""Characters of its layout, at most."""
_EDGE = 2
"""Lines at the head and at the foot of a page among which its number and running headers are looked for."""
_NUMBER = regex.compile(r"(?i)\W{0,4}(?:trang\s{1,3})?\d{1,4}(?:\s{0,2}(?:/|of|trên)\s{0,2}\d{1,4})?\W{0,4}")
_GAP = regex.compile(r" {3,}")
_BLANKS = regex.compile(r"[\s\u00a0]+")
_DIGITS = regex.compile(r"\d+")
_ITEM = regex.compile(r"[-–—+*•▪●○◦✓➢]\s|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\(?[a-zđ]\)\s|[IVX]{1,5}[.)]\s|[A-D]\.\s")
_CLOSED = regex.compile(r"[.;:!?…][\"'”’)\]]{0,3}$")
_LOOSE_HYPHEN = regex.compile(r"(?P<left>\p{L}{1,7})-$")
_FIRST_WORD = regex.compile(r"\p{Ll}{1,7}")
_VOWEL = regex.compile(r"[aăâeêioôơuưyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]")
_LETTERHEAD = regex.compile(r"(?i)cộng h(?:òa|oà) xã hội|đảng cộng sản việt nam|độc lập\s?[-–]|^\s{0,40}số\s?:")
_HEAD_LINES = 14
_GUTTER = 0.7
"""Share of the lines of a page that a gutter parts, where it has two columns of running text."""
_COLUMN = 22
"""Characters of a line in such a column, on average: cells of tables are shorter."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the layout: how far it is set in, what it says, blank lines over it, whether it opens a page."""

    indent: int
    text: str
    gap: int
    top: bool = False

    @property
    def end(self) -> int:
        return self.indent + len(self.text)


def pdf_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The lines of a document, a blank one between two paragraphs; and notes. Raises ReadError."""
    pages, blank = _pages(data)
    if not any(any(line.strip() for line in page) for page in pages):
        raise ReadError(because("pdf.scanned", pages=len(pages)) if blank else because("pdf.no_text"))
    lines = [line for page in _without_furniture(pages) for line in _page_lines(page)]
    notes = [f"pages without text: {', '.join(map(str, blank[:20]))}"] if blank else []
    return "\n\n".join(_blocks(lines)), tuple(notes)


def _pages(data: bytes) -> tuple[list[list[str]], list[int]]:
    """The layout of every page as lines, and the numbers of the pages that are pictures alone. Raises ReadError."""
    import pypdf

    if not data.strip():
        raise ReadError(because("read.empty"))
    if b"%PDF-" not in data[:1024]:
        raise ReadError(because("pdf.none"))
    # What it can mend, pypdf tells of on its logger; what it cannot mend is an error.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(because("read.encrypted"))
        count = len(reader.pages)
        if count > PAGES:
            raise ReadError(because("pdf.pages", count=count, most=PAGES))
        found = [_layout(page) for page in reader.pages]
        blank = [
            n for n, (page, lines) in enumerate(zip(reader.pages, found, strict=True), 1) if _is_picture(page, lines)
        ]
    except ReadError:
        raise
    except Exception:
        # pypdf meets damage with whatever breaks first: KeyError, TypeError, RecursionError, struct.error ...
        raise ReadError(because("pdf.damaged")) from None
    if sum(len(line) for lines in found for line in lines) > _TEXT:
        raise ReadError(because("pdf.characters", millions=_TEXT // 1_000_000))
    return found, blank


def _layout(page: Any) -> list[str]:
    """The lines of a page, set in and parted by blanks as they stand on it."""
    from pypdf.generic import ContentStream, NameObject

    contents = page.get_contents()
    if contents is not None and b"Ts" in contents.get_data():
        # What is raised belongs to its line: "4.200 m" and the "2" over it.
        stream = ContentStream(contents, page.pdf, "bytes")
        stream.operations = [operation for operation in stream.operations if operation[1] != b"Ts"]
        page[NameObject("/Contents")] = stream
    text: str = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=True) or ""
    if not text.strip():
        text = page.extract_text() or ""
    return [line.rstrip() for line in text.split("\n")]


def _is_picture(page: Any, lines: Sequence[str]) -> bool:
    if any(line.strip() for line in lines):
        return False
    resources = page.get("/Resources") or {}
    objects = (resources.get_object() if hasattr(resources, "get_object") else resources).get("/XObject") or {}
    found = objects.get_object() if hasattr(objects, "get_object") else objects
    return any(found[name].get_object().get("/Subtype") in {"/Image", "/Form"} for name in found)


def _without_furniture(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without their numbers and without headers and footers that run through."""
    edges = [[i for i, line in enumerate(page) if line.strip()] for page in pages]
    said = Counter(form for page, at in zip(pages, edges, strict=True) for form in {_form(page[i]) for i in _edge(at)})
    often = {form for form, count in said.items() if count >= 2 and count * 2 > len(pages)}
    out = []
    for page, at in zip(pages, edges, strict=True):
        cut: set[int] = set()
        for run in (at[: _EDGE + 1], at[: -_EDGE - 2 : -1]):
            # From the edge inwards, as long as there is furniture.
            for index in run[:_EDGE]:
                if _NUMBER.fullmatch(page[index].strip()) or (len(pages) > 1 and _form(page[index]) in often):
                    cut.add(index)
        out.append(["" if i in cut else line for i, line in enumerate(page)])
    return out


def _edge(at: Sequence[int]) -> list[int]:
    return [*at[:_EDGE], *at[-_EDGE:]]


def _form(line: str) -> str:
    """A line with every number as one: "Trang 3" is the same furniture as "Trang 4"."""
    return str(_DIGITS.sub("#", " ".join(line.split())))


def _page_lines(page: Sequence[str]) -> Iterator[_Line]:
    """The lines of one page, in the order in which they are read."""
    columns = _columns(page)
    top = True
    for lines in columns:
        gap = 0
        edge = min((len(t) - len(t.lstrip()) for t in lines if t.strip()), default=0) if len(columns) > 1 else 0
        for text in lines:
            if not text.strip():
                gap += 1
                continue
            bare = text.strip()
            yield _Line(len(text) - len(text.lstrip()) - edge, bare, 0 if top else gap, top)
            top, gap = False, 0


def _columns(page: Sequence[str]) -> list[list[str]]:
    """The page as it is, or its two columns of running text."""
    full = [line for line in page if line.strip()]
    width = max((len(line) for line in full), default=0)
    if len(full) < 8 or width < 2 * _COLUMN:
        return [list(page)]
    for at in sorted(range(width // 3, 2 * width // 3), key=lambda at: abs(at - width // 2)):
        parted = [
            line for line in full if line[at - 1 : at + 2].strip() == "" and line[:at].strip() and line[at:].strip()
        ]
        if len(parted) < _GUTTER * len(full):
            continue
        lefts, rights = [line[:at].strip() for line in parted], [line[at:].strip() for line in parted]
        if min(sum(map(len, side)) / len(side) for side in (lefts, rights)) < _COLUMN:
            continue
        # What runs across stands over the columns or under them.
        crossing = [i for i, line in enumerate(page) if line[at - 1 : at + 2].strip()]
        head = max((i + 1 for i in crossing if i < len(page) // 2), default=0)
        foot = min((i for i in crossing if i >= len(page) // 2), default=len(page))
        middle = page[head:foot]
        return [
            list(page[:head]), [line[:at] for line in middle], [line[at:] for line in middle], list(page[foot:]),
        ]  # fmt: skip
    return [list(page)]


def _blocks(lines: Sequence[_Line]) -> Iterator[str]:
    """Paragraphs and tables in their order."""
    usual = Counter(line.gap for line in lines if not line.top)
    base = usual.most_common(1)[0][0] if usual else 0
    tables = _tables(lines, base)
    rows = {i for start, (end, _) in tables.items() for i in range(start, end)}
    prose = [line for i, line in enumerate(lines) if i not in rows]
    margin, right = _measure(prose or lines)
    paragraph: list[_Line] = []
    index = 0
    while index < len(lines):
        if index in tables:
            yield from _joined(paragraph)
            paragraph = []
            yield tables[index][1]
            index = tables[index][0]
            continue
        line = lines[index]
        if paragraph and _starts(paragraph, line, base, margin, right):
            yield from _joined(paragraph)
            paragraph = []
        paragraph.append(line)
        index += 1
    yield from _joined(paragraph)


def _measure(lines: Sequence[_Line]) -> tuple[int, int]:
    """The left margin and the right edge of the running text."""
    ends = sorted(line.end for line in lines)
    right = ends[int(0.9 * (len(ends) - 1))] if ends else 0
    long = Counter(line.indent for line in lines if line.end > 0.85 * right)
    # The margin is where full lines begin most often; of two, the outer one.
    most = max(long.values(), default=0)
    return min((indent for indent, count in long.items() if count * 3 >= most), default=0), right


def _starts(paragraph: Sequence[_Line], line: _Line, base: int, margin: int, right: int) -> bool:
    """Whether a new paragraph begins with this line."""
    before = paragraph[-1]
    closed = _CLOSED.search(before.text) is not None
    word = line.text.split(" ", 1)[0]
    # A line is short where the next word would have stood on it.
    short = before.end < 0.85 * right and before.end + 1 + len(word) < 0.95 * right
    if not line.top and line.gap > base:
        return True
    centred = before.indent > margin + 6 and before.end < right - 4
    if centred or (line.indent > margin + 6 and line.end < right - 4):
        return not line.text[:1].islower()
    if line.indent >= margin + 2 and (before.indent < line.indent or closed or short):
        return closed or short or line.indent > before.indent + 1
    if _ITEM.match(line.text) and (closed or short):
        return True
    return short and (closed or not line.text[:1].islower())


def _joined(lines: Sequence[_Line]) -> Iterator[str]:
    """The lines of a paragraph as one."""
    if not lines:
        return
    text = _BLANKS.sub(" ", lines[0].text)
    for line in lines[1:]:
        text = _join(text, _BLANKS.sub(" ", line.text))
    yield text


def _join(left: str, right: str) -> str:
    if left.endswith("\u00ad"):
        return left[:-1] + right
    hyphen = _LOOSE_HYPHEN.search(left)
    if hyphen is None or not (word := _FIRST_WORD.match(right)):
        return (
            left + right if left.endswith("-") and left[-2:-1].isalnum() and right[:1].isalnum() else f"{left} {right}"
        )
    # A syllable that was broken is one again; "văn hóa-" and "xã hội" stay two.
    halves = hyphen["left"].lower(), word[0]
    broken = is_syllable("".join(halves)) and (_VOWEL.match(word[0]) or not all(map(is_syllable, halves)))
    return left[:-1] + right if broken else left + right


def _tables(lines: Sequence[_Line], base: int) -> dict[int, tuple[int, str]]:
    """By the index of its first line each table and letterhead: the index behind it, and its text."""
    found: dict[int, tuple[int, str]] = {}
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _is_row(lines, index, end, base):
            end += 1
        if end - index > 1 and sum(len(_cells(line)) > 1 for line in lines[index:end]) > 1:
            text = _letterhead(lines, index, end) or _table(lines[index:end])
            found[index] = (end, text)
        index = max(end, index + 1)
    return found


def _is_row(lines: Sequence[_Line], first: int, at: int, base: int) -> bool:
    """Whether the line goes on with the table that begins at `first`: it has cells, or goes on with one of them."""
    line = lines[at]
    if len(_cells(line)) > 1:
        return True
    if at == first or line.gap > base + 1:
        return False
    starts = {start for row in lines[first:at] for start, _ in _cells(row)}
    first_column = min(starts)
    inside = line.indent > first_column + 2 and any(abs(line.indent - start) <= 1 for start in starts)
    return inside and len(line.text) < 40


def _cells(line: _Line) -> list[tuple[int, str]]:
    """The cells of a line by where they begin. Running text is one."""
    out: list[tuple[int, str]] = []
    at = 0
    for gap in _GAP.finditer(line.text):
        out.append((line.indent + at, line.text[at : gap.start()]))
        at = gap.end()
    out.append((line.indent + at, line.text[at:]))
    return out


def _table(rows: Sequence[_Line]) -> str:
    """The rows of a table, cells parted as on HTML pages; a cell that was broken over lines is one again."""
    grid: list[list[tuple[int, str]]] = []
    edge = min(start for row in rows for start, _ in _cells(row))
    for row in rows:
        cells = _cells(row)
        if grid and cells[0][0] > edge + 2:
            above = grid[-1]
            places = [_nearest(above, start) for start, _ in cells]
            if all(abs(above[k][0] - start) <= 4 for k, (start, _) in zip(places, cells, strict=True)):
                for k, (_, text) in zip(places, cells, strict=True):
                    above[k] = (above[k][0], f"{above[k][1]} {text}")
                continue
        grid.append(cells)
    return "\n".join(" | ".join(_BLANKS.sub(" ", text).strip() for _, text in row) for row in grid)


def _nearest(row: Sequence[tuple[int, str]], start: int) -> int:
    """The cell of a row under which something begins."""
    return min(range(len(row)), key=lambda k: abs(row[k][0] - start))


def _letterhead(lines: Sequence[_Line], start: int, end: int) -> str | None:
    """The head of a document, whose two sides are read one by one; None for another table."""
    if start > _HEAD_LINES or not any(_LETTERHEAD.search(text) for row in lines[start:end] for _, text in _cells(row)):
        return None
    rows = [_cells(line) for line in lines[start:end]]
    middle = min((row[-1][0] for row in rows if len(row) > 1), default=0)
    left = [text for row in rows for at, text in row if at < middle - 2]
    right = [text for row in rows for at, text in row if at >= middle - 2]
    return "\n\n".join(_BLANKS.sub(" ", text).strip() for text in (*left, *right))
