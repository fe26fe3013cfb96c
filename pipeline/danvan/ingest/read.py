"""Inputs to drafts: files, folders, archives, raw stores, standard input. One reader a kind of file.

What cannot be read is a value. Reading has two steps: `open_inputs` gives loads, cheaply and in a stable order;
`drafts_of` (drafts.py) reads a load, in whatever process.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import regex

from danvan.errors import ReadError, UsageError
from danvan.ingest.drafts import drafts_of
from danvan.ingest.load import SAVE_AS, Given, Load, Loaded, Skipped, Unreadable, no_reader
from danvan.ingest.page import read_iso
from danvan.ingest.parts import Origin, read_parts
from danvan.ingest.readers.addresses import read_addresses
from danvan.ingest.readers.bundle import read_bundle
from danvan.ingest.readers.lines import read_lines
from danvan.ingest.readers.office import read_pdf, read_word
from danvan.ingest.readers.page import read_page_file
from danvan.ingest.readers.table import read_table
from danvan.ingest.readers.text import read_text
from danvan.ingest.readers.warc import read_raw_store, read_warc_file
from danvan.messages import say
from danvan.raw.index import is_raw_store
from danvan.reasons import because
from danvan.ruleset import RuleSet, load_rules
from danvan.text.article import Draft

__all__ = ["READERS", "Load", "Loaded", "Skipped", "Unreadable", "draft_from_text", "open_inputs", "read_inputs"]

_STAMP = regex.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")

Item = Draft | Unreadable | Skipped


def read_inputs(
    paths: Sequence[str | Path],
    *,
    stdin: bytes | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
    rules: RuleSet | None = None,
) -> Iterator[Item]:
    """Drafts of all inputs, one by one, folders in a stable order; "-" is the text in `stdin`.

    `published` (ISO day or minute) holds where a text does not tell its day. Raises UsageError, before anything is
    read, where a path does not exist or `published` is no day.
    """
    chosen = rules if rules is not None else load_rules()
    loads = open_inputs(paths, stdin=stdin, published=published, columns=columns)
    return _drafts_of_all(loads, chosen)


def _drafts_of_all(loads: Iterator[Loaded], rules: RuleSet) -> Iterator[Item]:
    for load in loads:
        if isinstance(load, Load):
            yield from drafts_of(load, rules)
        else:
            yield load


def open_inputs(
    paths: Sequence[str | Path],
    *,
    stdin: bytes | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
    raw: Path | None = None,
) -> Iterator[Loaded]:
    """The loads of all inputs, none of them parsed. `columns`: of tables, the head of the column by what it holds
    (text, title, published, url, source). `raw`: the store that the pages of lists of addresses are read from. Raises
    UsageError as read_inputs() does.
    """
    for path in paths:
        if str(path) != "-" and not Path(path).exists():
            raise UsageError(say("path.missing", path=path))
    if published is not None and (not _STAMP.fullmatch(published) or read_iso(published) is None):
        raise UsageError(f"{published}: no day; give it as 2022-11-04 or 2022-11-04T09:30")
    return _open_all(tuple(paths), stdin, published, dict(columns or {}), raw)


def draft_from_text(
    text: str,
    *,
    rules: RuleSet,
    source: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
) -> Draft:
    """The article that `text` holds. `title` and `published` hold where the text does not tell them.

    The text is taken for one article, whatever it is: only files are split or refused.
    """
    return read_parts(text, rules, Origin(url or source or "", source, url, title, published))


def _open_all(
    paths: Sequence[str | Path],
    stdin: bytes | None,
    published: str | None,
    columns: Mapping[str, str],
    raw: Path | None,
) -> Iterator[Loaded]:
    def given(path: Path, name: str) -> Given:
        return Given(str(path), name, lambda: path.open("rb"), published, columns, raw=raw)

    for entry in paths:
        if str(entry) == "-":
            yield from read_text(Given("-", "-", functools.partial(io.BytesIO, stdin or b""), published, columns))
            continue
        path = Path(entry)
        if not path.is_dir():
            yield from _read_file(given(path, path.name))
            continue
        for file in _walk(path):
            if file.is_dir():
                yield from read_raw_store(file, published)
                continue
            name = file.relative_to(path).as_posix()
            if any(part.startswith(".") for part in Path(name).parts):
                yield Skipped(str(file), because("skip.hidden"))
            elif suffix_of(name) not in READERS:
                yield Skipped(str(file), no_reader(suffix_of(name)))
            else:
                yield from _read_file(given(file, name))


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder by name, a raw store as one entry. Links to folders are not followed: they may lead
    back.
    """
    if is_raw_store(folder):
        yield folder
        return
    for entry in sorted(folder.iterdir(), key=lambda p: p.name):
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        elif not entry.is_dir():
            yield entry


def suffix_of(name: str) -> str:
    """What tells the kind of a file, in lower case; "" for a name without a suffix."""
    low = name.lower()
    return ".warc.gz" if low.endswith(".warc.gz") else Path(low).suffix


def _read_file(given: Given) -> Iterator[Loaded]:
    """The loads of one file or of one member of an archive. Whatever is wrong with it, the next one is read."""
    suffix = suffix_of(given.name)
    reader = READERS.get(suffix) if suffix else read_text
    if reader is None:
        if suffix in SAVE_AS:
            yield given.unreadable(because("read.save_as", suffix=suffix, kind=SAVE_AS[suffix]))
        else:
            yield given.unreadable(because("read.no_reader", suffix=suffix, names=", ".join(READERS)))
        return
    try:
        yield from reader(given)
    except ReadError as error:
        yield given.unreadable(error.reason)
    except OSError as error:
        yield given.unreadable(because("read.unopened", error=str(error.strerror or error)))


def _read_archive(given: Given) -> Iterator[Loaded]:
    return read_bundle(given, lambda name: suffix_of(name) in READERS, _read_file)


READERS: Mapping[str, Callable[[Given], Iterator[Loaded]]] = {
    ".txt": read_text,
    ".html": read_page_file,
    ".htm": read_page_file,
    ".jsonl": read_lines,
    ".csv": read_table,
    ".tsv": read_table,
    ".docx": read_word,
    ".pdf": read_pdf,
    ".warc": read_warc_file,
    ".warc.gz": read_warc_file,
    ".zip": _read_archive,
    ".urls": read_addresses,
}
"""A reader a suffix, in lower case. A new kind of input is one module in readers/ and one line here."""
