"""ZIP archives of everything that can be read: bounded, and nothing of them is written where they say.

The sizes that an archive declares are what is unpacked at most (zipfile stops there and checks the sum), so bombs are
told before anything is unpacked: by count, by size, by ratio, by entries that overlap, by archives in archives.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO

from danvan.errors import ReadError
from danvan.ingest.load import Given, Loaded, Skipped

MEMBERS = 200_000
TOTAL = 8 * 1024**3
"""Bytes of all members, unpacked."""
MEMBER = 4 * 1024**3
"""Bytes of one member, unpacked: a WARC file or a table; single documents have a limit of their own (load.py)."""
RATIO = 200
"""Text packs to a tenth, pages that resemble one another to a fiftieth of a solid archive; in ZIP no further."""
SMALL = 1024 * 1024
"""Bytes up to which the ratio says nothing: a page of blanks."""

_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".tgz", ".tar.gz", ".bz2", ".xz")
_LEFT_ASIDE = ("__macosx/", "thumbs.db", "desktop.ini")


def read_bundle(
    given: Given, suffixes: Callable[[str], bool], read: Callable[[Given], Iterator[Loaded]]
) -> Iterator[Loaded]:
    """The loads of every member, by name. `suffixes` tells whether a name has a reader, `read` is that reader.

    Raises ReadError for an archive that is damaged as a whole or too large.
    """
    with given.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise ReadError(_no_archive(stream, error)) from None
        with archive:
            members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
            _check(members, stream)
            for member in members:
                yield from _member(given, archive, member, suffixes, read)


def _no_archive(stream: IO[bytes], error: Exception) -> str:
    stream.seek(0)
    start = stream.read(4)
    if not start:
        return "empty"
    return f"a damaged ZIP archive ({error})" if start.startswith(b"PK") else "not a ZIP archive"


def _check(members: list[zipfile.ZipInfo], stream: IO[bytes]) -> None:
    """Raises ReadError for an archive that as a whole is more than can be meant."""
    if not members:
        raise ReadError("an empty archive")
    if len(members) > MEMBERS:
        raise ReadError(f"{len(members)} files: an archive may hold {MEMBERS}; split it")
    total = sum(m.file_size for m in members)
    if total > TOTAL:
        raise ReadError(
            f"grows to {total / 1024**3:.1f} GB when unpacked: an archive may grow to {TOTAL // 1024**3} GB"
        )
    stream.seek(0, 2)
    if sum(m.compress_size for m in members) > stream.tell():
        raise ReadError("its entries overlap: a bomb, or a damaged archive")


def _member(
    given: Given,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    readable: Callable[[str], bool],
    read: Callable[[Given], Iterator[Loaded]],
) -> Iterator[Loaded]:
    name = member.filename.replace("\\", "/")
    one = Given(
        given.path, f"{given.name}/{name}", lambda: archive.open(member), given.published, given.columns, name
    )  # fmt: skip
    if name.lower().startswith(_LEFT_ASIDE) or any(p.startswith(".") and p != ".." for p in PurePosixPath(name).parts):
        yield Skipped(one.source, "hidden")
        return
    reason = _fault(member, name)
    if reason is None and not readable(name):
        yield Skipped(one.source, f"no reader for {PurePosixPath(name).suffix or 'files without a suffix'}")
    elif reason is not None:
        yield one.unreadable(reason)
    else:
        try:
            yield from read(one)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as error:
            yield one.unreadable(f"damaged in the archive ({error})")


def _fault(member: zipfile.ZipInfo, name: str) -> str | None:
    """Why a member is not unpacked."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "its path leads out of the archive"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "a link, not a file"
    if member.flag_bits & 1:
        return "encrypted; pack it without a password"
    if name.lower().endswith(_ARCHIVES):
        return "an archive inside an archive; unpack it first"
    if member.file_size > MEMBER:
        return f"grows to {member.file_size / 1024**3:.1f} GB when unpacked: a file may grow to {MEMBER // 1024**3} GB"
    if member.file_size > SMALL and member.file_size > RATIO * max(member.compress_size, 1):
        return f"unpacks to {member.file_size // max(member.compress_size, 1)} times its size: a bomb"
    return None
