"""JSON Lines: one article a line. A line that is none is one unreadable item, the others go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from danvan.errors import ReadError
from danvan.ingest.load import DOCUMENT_LIMIT, Given, Loaded
from danvan.ingest.readers.item import Items
from danvan.reasons import because


def read_lines(given: Given) -> Iterator[Loaded]:
    items = Items(given)
    anything = False
    with given.open() as stream:
        for number, line in enumerate(_lines(stream), start=1):
            data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if not data.strip():
                continue
            anything = True
            label = f"line {number}"
            try:
                if len(line) > DOCUMENT_LIMIT:
                    raise ReadError(because("read.long_line", mb=DOCUMENT_LIMIT // 2**20))
                yield items.load(_item(data), len(line), label)
            except ReadError as error:
                yield given.unreadable(error.reason, len(line), label)
    if not anything:
        yield given.unreadable(because("read.empty"))


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines, one that is too long cut off behind the limit."""
    while line := stream.readline(DOCUMENT_LIMIT + 1):
        rest = line
        while len(rest) > DOCUMENT_LIMIT and not rest.endswith(b"\n"):
            rest = stream.readline(DOCUMENT_LIMIT + 1)
        yield line


def _item(data: bytes) -> dict[str, Any]:
    try:
        item = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise ReadError(because("read.not_in", codec="UTF-8")) from None
    except (ValueError, RecursionError) as error:
        raise ReadError(because("read.no_json", at=getattr(error, "colno", 1))) from None
    if not isinstance(item, dict):
        raise ReadError(because("read.no_object"))
    return item
