"""A .docx document to lines: its paragraphs, and its tables row by row, the cells parted as on HTML pages.

What stands in headers and footers is the furniture of paper; deleted text of tracked changes is gone.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import regex

from danvan.errors import ReadError
from danvan.reasons import because

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNPACKED = 200 * 1024 * 1024
"""Bytes of the whole document, unpacked, at most."""
_RATIO = 200
_SMALL = 1024 * 1024
_SPACE = regex.compile(r"[ \t\r\n\f\u00a0]+")


def word_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The lines of a document, a blank one between two paragraphs; and notes. Raises ReadError."""
    import docx

    _check(data)
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
    except Exception:
        # python-docx meets damage with whatever breaks first: BadZipFile, zlib.error, KeyError, XMLSyntaxError ...
        raise ReadError(because("docx.damaged")) from None
    lines = list(_blocks(body)) if body is not None else []
    if not any(line.strip() for line in lines):
        raise ReadError(because("docx.no_text"))
    return "\n\n".join(lines), ()


def _check(data: bytes) -> None:
    """Raises ReadError for what is no sound document, before anything of it is unpacked."""
    if not data.strip():
        raise ReadError(because("read.empty"))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError(because("docx.old"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise ReadError(because("docx.none")) from None
    if not any(m.filename == "[Content_Types].xml" for m in members):
        raise ReadError(because("docx.other"))
    if any(m.flag_bits & 1 for m in members):
        raise ReadError(because("read.encrypted"))
    size = sum(m.file_size for m in members)
    if size > _UNPACKED or any(
        m.file_size > _SMALL and m.file_size > _RATIO * max(m.compress_size, 1) for m in members
    ):
        raise ReadError(because("docx.grows", mb=size // 2**20))


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs and tables of a body in their order, those in content controls too."""
    stack = [body]
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}p":
            yield from (line for line in _lines(node) if line)
        elif node.tag == f"{_W}tbl":
            # Rows stand together, with no blank line between them.
            rows = [row for row in _rows(node) if row.strip(" |")]
            if rows:
                yield "\n".join(rows)
        elif node.tag in {f"{_W}body", f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"}:
            stack.extend(reversed(node))


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        if next((a for a in row.iterancestors(f"{_W}tbl")), None) is not table:
            continue
        yield " | ".join(_cell(cell) for cell in row.iter(f"{_W}tc") if _row_of(cell) is row)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_W}tr"), None)


def _cell(cell: Any) -> str:
    """The text of a cell on one line, tables inside of it included."""
    return str(_SPACE.sub(" ", " ".join(line for p in cell.iter(f"{_W}p") for line in _lines(p)))).strip()


def _lines(paragraph: Any) -> Iterator[str]:
    """The lines of a paragraph, broken where its author broke it."""
    pieces: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t" and _paragraph_of(node) is paragraph:
            pieces.append(node.text or "")
        elif node.tag in {f"{_W}tab", f"{_W}cr", f"{_W}br", f"{_W}noBreakHyphen"} and _is_run(node):
            pieces.append({"tab": "\t", "noBreakHyphen": "-"}.get(node.tag.removeprefix(_W), "\n"))
    for line in "".join(pieces).split("\n"):
        yield _SPACE.sub(" ", line).strip()


def _paragraph_of(node: Any) -> Any:
    return next(node.iterancestors(f"{_W}p"), None)


def _is_run(node: Any) -> bool:
    """Whether it stands in running text: a tab among the properties of a paragraph is a tab stop."""
    parent = node.getparent()
    return parent is not None and parent.tag == f"{_W}r"
