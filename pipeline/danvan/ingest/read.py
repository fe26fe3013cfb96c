"""Inputs to drafts: files, folders, standard input. Thin: plain text in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from danvan.errors import UsageError
from danvan.ingest.parts import read_parts
from danvan.ruleset import RuleSet, load_rules
from danvan.text.article import Draft


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that is no article: where it stood, why, how many bytes were read, which item of its file."""

    source: str
    reason: str
    bytes_read: int
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder that no reader is for."""

    source: str
    reason: str


def draft_from_text(text: str, *, rules: RuleSet, source: str | None = None, url: str | None = None, title: str | None = None, published: str | None = None) -> Draft:
    """The article that `text` holds."""
    return read_parts(text, rules, key=url or source or "", source=source, url=url, title=title, published=published)


def read_inputs(
    paths: Sequence[str | Path], *, stdin: bytes | None = None, published: str | None = None, rules: RuleSet | None = None
) -> Iterator[Draft | Unreadable | Skipped]:
    """Drafts of all inputs, one by one. Raises UsageError before anything is read where a path does not exist."""
    missing = [str(p) for p in paths if str(p) != "-" and not Path(p).exists()]
    if missing:
        raise UsageError(f"{missing[0]}: no such file or folder; give a path that exists, or - for standard input")
    return _read(paths, stdin, published, rules or load_rules())


def _read(paths: Sequence[str | Path], stdin: bytes | None, published: str | None, rules: RuleSet) -> Iterator[Draft | Unreadable | Skipped]:
    for given in paths:
        path = Path(given)
        if str(given) == "-":
            yield draft_from_text((stdin or b"").decode("utf-8-sig"), rules=rules, published=published)
            continue
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            if file.suffix != ".txt":
                yield Skipped(str(file), f"no reader for {file.suffix or 'files without a suffix'}")
                continue
            yield draft_from_text(file.read_bytes().decode("utf-8-sig"), source=str(file), rules=rules, published=published)
