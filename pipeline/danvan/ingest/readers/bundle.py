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
from danvan.ingest.load import Given, Loaded, Skipped, no_reader
from danvan.reasons import Reason, because

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
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise ReadError(_no_archive(stream)) from None
        with archive:
            members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
            _check(members, stream)
            for member in members:
                yield from _member(given, archive, member, suffixes, read)


def _no_archive(stream: IO[bytes]) -> Reason:
    stream.seek(0)
    start = stream.read(4)
    if not start:
        return because("read.empty")
    return because("zip.damaged") if start.startswith(b"PK") else because("zip.none")


def _check(members: list[zipfile.ZipInfo], stream: IO[bytes]) -> None:
    """Raises ReadError for an archive that as a whole is more than can be meant."""
    if not members:
        raise ReadError(because("zip.empty"))
    if len(members) > MEMBERS:
        raise ReadError(because("zip.files", count=len(members), most=MEMBERS))
    total = sum(m.file_size for m in members)
    if total > TOTAL:
        raise ReadError(because("zip.grows", gb=total / 1024**3, most=TOTAL // 1024**3))
    stream.seek(0, 2)
    if sum(m.compress_size for m in members) > stream.tell():
        raise ReadError(because("zip.overlap"))


def _member(
    given: Given,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    readable: Callable[[str], bool],
    read: Callable[[Given], Iterator[Loaded]],
) -> Iterator[Loaded]:
    name = member.filename.replace("\\", "/")
    one = Given(
        given.path, f"{given.name}/{name}", lambda: archive.open(member), given.published, given.columns, name,
        given.raw,
    )  # fmt: skip
    if name.lower().startswith(_LEFT_ASIDE) or any(p.startswith(".") and p != ".." for p in PurePosixPath(name).parts):
        yield Skipped(one.source, because("skip.hidden"))
        return
    reason = _fault(member, name)
    if reason is None and not readable(name):
        yield Skipped(one.source, no_reader(PurePosixPath(name).suffix))
    elif reason is not None:
        yield one.unreadable(reason)
    else:
        try:
            yield from read(one)
        except NotImplementedError:
            yield one.unreadable(because("zip.method"))
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):
            yield one.unreadable(because("zip.damaged_member"))


def _fault(member: zipfile.ZipInfo, name: str) -> Reason | None:
    """Why a member is not unpacked."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return because("zip.leads_out")
    if stat.S_ISLNK(member.external_attr >> 16):
        return because("zip.link")
    if member.flag_bits & 1:
        return because("zip.encrypted")
    if name.lower().endswith(_ARCHIVES):
        return because("zip.nested")
    if member.file_size > MEMBER:
        return because("zip.member_grows", gb=member.file_size / 1024**3, most=MEMBER // 1024**3)
    if member.file_size > SMALL and member.file_size > RATIO * max(member.compress_size, 1):
        return because("zip.bomb", times=member.file_size // max(member.compress_size, 1))
    return None
