"""WARC files: one record written whole or not at all, any WARC read record by record, damage found and told.

Our own files are `.warc.gz`, one gzip member a record, so that a record can be read by its offset. Others may be one
gzip stream, or not compressed. warcio writes; reading is done here, because a record that was cut off comes back
short from FastWARC without a word and ends warcio with an AttributeError (stack.md B1), and neither goes on behind
bytes that are no gzip any more.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import os
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from danvan.errors import ReadError
from danvan.raw.http import RECORD_LIMIT, join_chunks, split_http, unpack
from danvan.reasons import Reason, because

_PIECE = 64 * 1024
_HEAD_LIMIT = 256 * 1024
"""Bytes of the head of a record or an answer. Portals with long cookies stay under 64 kB; no limit is no guard."""
_GZIP = b"\x1f\x8b\x08"
_RECORD_START = re.compile(rb"WARC/1\.\d\r?\n")


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer of a server as it was stored.

    `body` is without transfer and content encoding, `sha256` its hash in hex; `headers` keep their order, names as
    written. `fetched` is the WARC-Date ("2026-11-22T10:00:00Z"). `number` counts the records of the file from 1,
    `offset` and `length` are the bytes of the record in the file, or of the gzip member that holds it.
    `truncated` is the word of WARC-Truncated where the crawler cut the body itself.
    """

    url: str
    fetched: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    sha256: str
    number: int
    offset: int
    length: int
    kind: str = "response"
    truncated: str | None = None

    def header(self, name: str) -> str | None:
        """The first value of a header, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def content_type(self) -> str:
        """The media type in lower case without parameters, "" where none was sent."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Damaged:
    """A stretch of a WARC file that gives no record: where, how long, why. `url` where the head could be read."""

    path: str
    offset: int
    length: int
    reason: Reason
    number: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a record went: `sha256` is that of the body, `offset` and `length` are bytes of the file."""

    offset: int
    length: int
    sha256: str


class WarcWriter:
    """Appends records to one `.warc.gz`. After `write` has come back the record is in the file and flushed.

    Where a write fails (disk full), the file is cut back to its last whole record and the OSError goes on.
    """

    def __init__(self, path: Path, *, about: Mapping[str, str] | None = None) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._out = path.open("ab")
        if self._out.tell() == 0 and about:
            self._append(_info_record(path.name, about))

    def write(
        self, url: str, fetched: str, status: int, headers: Sequence[tuple[str, str]], body: bytes, *, reason: str = ""
    ) -> Stored:
        """One answer. `body` is already free of its content encoding; the headers that told it are left out."""
        offset = self._out.tell()
        length = self._append(_response_record(url, fetched, status, headers=headers, body=body, reason=reason))
        return Stored(offset, length, hashlib.sha256(body).hexdigest())

    def _append(self, record: Any) -> int:
        from warcio.warcwriter import WARCWriter

        whole = io.BytesIO()
        WARCWriter(whole, gzip=True).write_record(record)
        offset = self._out.tell()
        try:
            self._out.write(whole.getbuffer())
            self._out.flush()
        except OSError:
            self._cut_back(offset)
            raise
        return whole.tell()

    def _cut_back(self, offset: int) -> None:
        # What the buffer still holds must not follow: the file is opened anew behind its last whole record.
        with contextlib.suppress(OSError):
            self._out.close()
        os.truncate(self.path, offset)
        self._out = self.path.open("ab")

    def close(self) -> None:
        """Brings the file to the disk and closes it."""
        if not self._out.closed:
            try:
                self._out.flush()
                os.fsync(self._out.fileno())
            finally:
                self._out.close()

    def __enter__(self) -> WarcWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _info_record(name: str, about: Mapping[str, str]) -> Any:
    from warcio.warcwriter import WARCWriter

    return WARCWriter(io.BytesIO()).create_warcinfo_record(name, dict(about))


_ENCODED = {"content-encoding", "transfer-encoding", "content-length"}


def _response_record(
    url: str, fetched: str, status: int, *, headers: Sequence[tuple[str, str]], body: bytes, reason: str
) -> Any:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    kept = [(name, " ".join(value.split())) for name, value in headers if name.lower() not in _ENCODED]
    http = StatusAndHeaders(f"{status} {reason}".strip(), [*kept, ("Content-Length", str(len(body)))], "HTTP/1.1")
    return WARCWriter(io.BytesIO()).create_warc_record(
        url, "response", io.BytesIO(body), len(body), warc_headers_dict={"WARC-Date": fetched}, http_headers=http
    )


def read_warc(path: Path | str, *, limit: int = RECORD_LIMIT) -> Iterator[Capture | Damaged]:
    """The answers of a WARC file in their order, and a Damaged for each stretch that gives none; reading goes on.

    Heads, lengths, gzip sums and WARC digests are checked. Requests, metadata, revisits and the like are passed over
    in silence: they hold no page. A record above `limit` bytes is Damaged. Raises OSError where the file cannot be
    opened, ReadError where it is no WARC at all.
    """
    path = Path(path)
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        start = stream.read(16)
        if not start:
            raise ReadError(because("warc.empty"))
        if not (start.startswith(_GZIP) or _RECORD_START.match(start)):
            raise ReadError(because("warc.none"))
        reader = _Reader(stream, size, path, limit, packed=start.startswith(_GZIP))
        yield from reader.records()


def read_at(path: Path | str, offset: int, length: int, sha256: str | None = None) -> Capture:
    """The answer that stands at these bytes. Raises ReadError where it is damaged or its body has another hash."""
    with Path(path).open("rb") as stream:
        stream.seek(offset)
        packed = stream.read(length)
    if len(packed) < length:
        raise ReadError(because("warc.cut_at", path=str(path), byte=offset))
    whole = io.BytesIO(packed)
    for item in _Reader(whole, length, Path(path), RECORD_LIMIT, packed=packed.startswith(_GZIP)).records():
        if isinstance(item, Damaged):
            raise ReadError(because("warc.damaged_at", path=str(path), byte=offset, why=item.reason))
        if sha256 is not None and item.sha256 != sha256:
            raise ReadError(because("warc.other_at", path=str(path), byte=offset))
        return Capture(**{**_fields(item), "offset": offset, "length": length})
    raise ReadError(because("warc.none_at", path=str(path), byte=offset))


def _fields(capture: Capture) -> dict[str, Any]:
    return {name: getattr(capture, name) for name in Capture.__slots__}


class _BrokenRecord(Exception):
    """These bytes give no record. `url`: that of the head, where one was read."""

    def __init__(self, reason: Reason, url: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.url = url


class _Source(Protocol):
    """Bytes in order. `read` may give less at the end only; `rest` tells whether more follow."""

    def read(self, size: int) -> bytes: ...
    def line(self) -> bytes: ...
    def rest(self) -> bool: ...


class _Buffered:
    """Lines and counted bytes out of pieces."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.taken = 0

    def _piece(self) -> bytes:
        raise NotImplementedError

    def _fill(self, size: int) -> None:
        while len(self._buffer) < size:
            if not (piece := self._piece()):
                return
            self._buffer += piece

    def read(self, size: int) -> bytes:
        self._fill(size)
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        self.taken += len(data)
        return data

    def line(self) -> bytes:
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            if searched > _HEAD_LIMIT:
                raise _BrokenRecord(because("warc.head_line"))
            if not (piece := self._piece()):
                return self.read(searched)
            self._buffer += piece
        return self.read(end + 1)

    def rest(self) -> bool:
        self._fill(1)
        return bool(self._buffer)

    def skip(self, size: int) -> int:
        left = size
        while left and (data := self.read(min(left, _PIECE))):
            left -= len(data)
        return size - left


class _Plain(_Buffered):
    """The bytes of a file from one place on."""

    def __init__(self, stream: IO[bytes], offset: int) -> None:
        super().__init__()
        self._stream = stream
        self._at = offset

    def _piece(self) -> bytes:
        self._stream.seek(self._at)
        piece = self._stream.read(_PIECE)
        self._at += len(piece)
        return piece


class _Member(_Buffered):
    """One gzip member, unpacked piece by piece; its sum is checked when its end is reached."""

    def __init__(self, stream: IO[bytes], offset: int) -> None:
        super().__init__()
        self._stream = stream
        self._at = offset
        self._inflate = zlib.decompressobj(31)
        self.end: int | None = None

    def _piece(self) -> bytes:
        while self.end is None:
            packed = self._inflate.unconsumed_tail
            if not packed:
                self._stream.seek(self._at)
                packed = self._stream.read(_PIECE)
                self._at += len(packed)
                if not packed:
                    raise _BrokenRecord(because("warc.cut_member"))
            try:
                piece = self._inflate.decompress(packed, _PIECE)
            except zlib.error:
                raise _BrokenRecord(because("warc.no_gzip")) from None
            if self._inflate.eof:
                self.end = self._at - len(self._inflate.unused_data)
            if piece:
                return piece
        return b""


class _Reader:
    """Walks one file. A stretch that cannot be read ends at the next thing that looks like a record."""

    def __init__(self, stream: IO[bytes], size: int, path: Path, limit: int, *, packed: bool) -> None:
        self._stream = stream
        self._size = size
        self._path = path
        self._limit = limit
        self._packed = packed
        self._number = 0

    def records(self) -> Iterator[Capture | Damaged]:
        offset = 0
        while offset < self._size:
            source: _Member | _Plain = _Member(self._stream, offset) if self._packed else _Plain(self._stream, offset)
            begin = offset
            known = self._number
            try:
                while source.rest():
                    if not self._packed:
                        begin = offset + source.taken
                    item = self._record(source, begin, offset)
                    known = self._number
                    if item is not None:
                        yield item
                offset = self._size if not isinstance(source, _Member) or source.end is None else source.end
            except _BrokenRecord as error:
                offset = self._next(begin + 1)
                self._number = known + 1
                yield Damaged(str(self._path), begin, offset - begin, error.reason, self._number, error.url)

    def _record(self, source: _Member | _Plain, begin: int, offset: int) -> Capture | Damaged | None:
        """The record before which the source stands; None for one that holds no page, and for blank lines."""
        line = source.line()
        if not line.strip():
            return None
        self._number += 1
        if not _RECORD_START.match(line):
            raise _BrokenRecord(because("warc.no_record"))
        header = _read_head(source)
        url = (header.get("warc-target-uri") or "").strip("<>") or None
        length = header.get("content-length", "")
        if not length.isascii() or not length.isdecimal():
            raise _BrokenRecord(because("warc.no_length"), url)
        try:
            return self._finish(source, header, url=url, size=int(length), begin=begin, offset=offset)
        except _BrokenRecord as error:
            raise _BrokenRecord(error.reason, url) from None

    def _finish(
        self,
        source: _Member | _Plain,
        header: Mapping[str, str],
        *,
        url: str | None,
        size: int,
        begin: int,
        offset: int,
    ) -> Capture | Damaged | None:
        wanted = header.get("warc-type") in {"response", "resource"} and size <= self._limit
        block = source.read(size) if wanted else b""
        if (len(block) if wanted else source.skip(size)) < size:
            raise _BrokenRecord(because("warc.short"))
        end = source.read(4)
        if end.strip(b"\r\n") or (not end and self._packed and wanted):
            raise _BrokenRecord(because("warc.long"))
        # Asks for what follows, so that the sum of the gzip member is checked before the record is given out.
        source.rest()
        if isinstance(source, _Member):
            length_here = (source.end if source.end is not None else begin) - begin
        else:
            length_here = offset + source.taken - begin
        if not wanted and header.get("warc-type") in {"response", "resource"}:
            return self._damaged(begin, length_here, because("warc.larger", mb=self._limit // 2**20), url)
        if not wanted:
            return None
        if (reason := _digest_fault(header, block)) is not None:
            return self._damaged(begin, length_here, reason, url)
        return self._capture(header, block, url, begin, length_here)

    def _capture(
        self, header: Mapping[str, str], block: bytes, url: str | None, begin: int, length: int
    ) -> Capture | Damaged | None:
        kind = header["warc-type"]
        if url is None or not url.lower().startswith(("http://", "https://")):
            return None
        if kind == "resource":
            status, body = 200, block
            headers: tuple[tuple[str, str], ...] = (("Content-Type", header.get("content-type", "")),)
        else:
            try:
                status, headers, raw = split_http(block)
                body = unpack(raw, headers, self._limit)
            except ReadError as error:
                return self._damaged(begin, length, error.reason, url)
        digest = hashlib.sha256(body).hexdigest()
        return Capture(
            url, header.get("warc-date", ""), status, headers, body, digest, self._number, begin, length, kind,
            header.get("warc-truncated"),
        )  # fmt: skip

    def _damaged(self, begin: int, length: int, reason: Reason, url: str | None) -> Damaged:
        return Damaged(str(self._path), begin, length, reason, self._number, url)

    def _next(self, start: int) -> int:
        """Where the next record may begin, at or behind `start`; the size of the file where none does."""
        sign = _GZIP if self._packed else b"WARC/1."
        at = start
        while at < self._size:
            self._stream.seek(at)
            window = self._stream.read(_PIECE + len(sign) - 1)
            found = window.find(sign)
            if found < 0:
                at += _PIECE
                continue
            at += found
            if self._begins(at):
                return at
            at += 1
        return self._size

    def _begins(self, at: int) -> bool:
        try:
            source = _Member(self._stream, at) if self._packed else _Plain(self._stream, at)
            return _RECORD_START.match(source.line()) is not None
        except _BrokenRecord:
            return False


def _read_head(source: _Source) -> dict[str, str]:
    """The named fields of a WARC head by name in lower case; a folded line goes on with the one before."""
    header: dict[str, str] = {}
    name = ""
    size = 0
    while line := source.line():
        size += len(line)
        if size > _HEAD_LIMIT:
            raise _BrokenRecord(because("warc.head"))
        if not line.strip():
            return header
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[0] in " \t" and name:
            header[name] += " " + text.strip()
            continue
        name, _, value = text.partition(":")
        name = name.strip().lower()
        header.setdefault(name, value.strip())
    raise _BrokenRecord(because("warc.cut_head"))


def _digest_fault(header: Mapping[str, str], block: bytes) -> Reason | None:
    """What the digests of the record say against it. The block's decides where there is one that we can count."""
    verdict = _same_digest(header.get("warc-block-digest"), block)
    if verdict is not None:
        return None if verdict else because("warc.block_digest")
    payload = header.get("warc-payload-digest")
    if payload is None or header.get("warc-segment-number") or header.get("warc-truncated"):
        return None
    if header.get("warc-type") == "resource":
        raws = [block]
    else:
        try:
            _, headers, raw = split_http(block)
            # Tools differ in whether the payload is counted with its transfer encoding, its content encoding, or bare.
            raws = [raw, join_chunks(raw), unpack(raw, headers)]
        except ReadError:
            return None
    verdicts = [_same_digest(payload, raw) for raw in raws]
    return because("warc.payload_digest") if all(v is False for v in verdicts) else None


def _same_digest(told: str | None, data: bytes) -> bool | None:
    """Whether `data` has the digest "sha1:BASE32" (or hex); None where none is told or the kind is not known."""
    name, colon, value = (told or "").strip().partition(":")
    name = name.lower().replace("-", "")
    if not colon or name not in {"sha1", "sha256", "sha512", "md5"}:
        return None
    digest = hashlib.new(name, data, usedforsecurity=False)
    if len(value) == 2 * digest.digest_size:
        return value.lower() == digest.hexdigest()
    plain = value.upper().rstrip("=")
    if len(plain) == len(base64.b32encode(digest.digest()).rstrip(b"=")):
        return plain == base64.b32encode(digest.digest()).rstrip(b"=").decode()
    return None
