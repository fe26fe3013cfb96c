"""Lists of addresses: nothing stands in them that could be read, they are for `danvan crawl`."""

from __future__ import annotations

from collections.abc import Iterator

from danvan.ingest.load import Given, Loaded
from danvan.reasons import because


def read_addresses(given: Given) -> Iterator[Loaded]:
    """One unreadable item, which says what the list is for."""
    yield given.unreadable(because("input.addresses", path=given.source))
