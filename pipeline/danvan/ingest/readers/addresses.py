"""Lists of addresses, a line each: the pages that the raw store holds of them. Nothing is fetched here."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from danvan.ingest.load import Given, Loaded
from danvan.ingest.readers.warc import load_of
from danvan.raw.index import is_raw_store, open_index, stored_for
from danvan.reasons import because


def read_addresses(given: Given) -> Iterator[Loaded]:
    """The newest page of each address, in the order of the list; one that was not fetched yet is unreadable, and told
    how to fetch it. Blank lines and "#" lines are passed, as `danvan crawl --urls` does. Raises StoreError.
    """
    if given.raw is None or not is_raw_store(given.raw):
        yield given.unreadable(because("input.addresses", path=given.source))
        return
    text = given.whole().decode("utf-8-sig", "replace")
    lines = dict.fromkeys(one for line in text.splitlines() if (one := line.strip()) and not one.startswith("#"))
    with contextlib.closing(open_index(given.raw)) as con:
        for line in lines:
            page = stored_for(con, line)
            if page is None:
                yield given.unreadable(because("input.not_fetched", path=given.source), label=line[:200])
            else:
                yield load_of(given.raw, page, given.published)
