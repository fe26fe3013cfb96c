"""Reports as they are sent: .docx, and .pdf with a text layer."""

from __future__ import annotations

from collections.abc import Iterator

from danvan.ingest.load import Given, Loaded
from danvan.ingest.readers.text import read_text


def read_word(given: Given) -> Iterator[Loaded]:
    """The document as one load."""
    return read_text(given, "docx")


def read_pdf(given: Given) -> Iterator[Loaded]:
    """The document as one load."""
    return read_text(given, "pdf")
