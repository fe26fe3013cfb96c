"""One article with what is told of it beside its text, out of a line of JSON or a row of a table."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from danvan.errors import ReadError
from danvan.ingest.load import Given, Load
from danvan.ingest.page import read_iso
from danvan.reasons import because

_HALF = re.compile("[\ud800-\udfff]")
"""Halves of a pair that JSON may tell without the other half: no text can be stored with them."""

FIELDS = ("text", "title", "published", "url", "source")


class Items:
    """Makes loads of the items of one file, and tells the same text said twice apart: that is two articles."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._seen: Counter[bytes] = Counter()

    def load(self, item: Mapping[str, Any], size: int, label: str) -> Load:
        """Raises ReadError where the item is no article."""
        given = self._given
        for name in FIELDS:
            value = item.get(name)
            if not isinstance(value, str | None):
                raise ReadError(because("read.no_string", name=name))
            if value is not None and _HALF.search(value):
                raise ReadError(because("read.not_in", codec="Unicode"))
        text = item.get("text") or ""
        if not text:
            raise ReadError(because("read.no_text"))
        published = read_iso(item.get("published") or "")
        if item.get("published") and published is None:
            raise ReadError(because("read.no_day", value=item["published"][:40]))
        url, title = item.get("url") or None, (item.get("title") or "").strip() or None
        key = "\0".join([url or given.name, title or ""])
        same = " ".join(unicodedata.normalize("NFC", text).split())
        digest = hashlib.blake2b(f"{key}\0{same}".encode("utf-8", "surrogatepass"), digest_size=12).digest()
        self._seen[digest] += 1
        return Load(
            "item", text, key, item.get("source") or given.source, given.path, size, given.item(label), url, title,
            published or given.published, nth=self._seen[digest],
        )  # fmt: skip
