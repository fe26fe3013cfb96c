"""Saved web pages: .html, .htm."""

from __future__ import annotations

from collections.abc import Iterator

from danvan.ingest.load import Given, Loaded
from danvan.ingest.readers.text import read_text


def read_page_file(given: Given) -> Iterator[Loaded]:
    """The page as one load."""
    return read_text(given, "page")
