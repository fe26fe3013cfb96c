"""Files that hold one text, or one page of several: .txt, names without a suffix, standard input."""

from __future__ import annotations

from collections.abc import Iterator

from danvan.ingest.load import Given, Kind, Load, Loaded


def read_text(given: Given, kind: Kind = "text") -> Iterator[Loaded]:
    """The file as one load."""
    data = given.whole()
    yield Load(
        kind, data, given.name, given.source, given.path, len(data), given.item(), published=given.published
    )  # fmt: skip
