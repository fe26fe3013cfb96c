"""An answer as it went over the wire: status, headers, and the body without its encodings."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from danvan.errors import ReadError
from danvan.reasons import because

RECORD_LIMIT = 64 * 1024 * 1024
"""Bytes of one record, unpacked, at most: a gzip bomb ends here and not in the memory."""

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? {1,3}(\d{3})")
_ENCODINGS = {b"gzip": 31, b"x-gzip": 31, b"deflate": 15}


def split_http(block: bytes) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
    """Status, headers and body (still encoded) of an HTTP answer. Raises ReadError where it is none."""
    status = _STATUS.match(block)
    if status is None:
        raise ReadError(because("http.none"))
    ends = [(at, size) for size, sign in ((4, b"\r\n\r\n"), (2, b"\n\n")) if (at := block.find(sign)) >= 0]
    end, gap = min(ends) if ends else (len(block), 0)
    headers: list[tuple[str, str]] = []
    for line in block[:end].split(b"\n")[1:]:
        # Some servers write their headers in the encoding of the page.
        text = line.strip(b"\r").decode("utf-8", "replace")
        if text[:1] in {" ", "\t"} and headers:
            headers[-1] = headers[-1][0], f"{headers[-1][1]} {text.strip()}"
        elif ":" in text:
            name, _, value = text.partition(":")
            headers.append((name.strip(), value.strip()))
    return int(status[1]), tuple(headers), block[end + gap :]


def unpack(body: bytes, headers: Sequence[tuple[str, str]], limit: int = RECORD_LIMIT) -> bytes:
    """The body without its transfer and content encoding.

    Crawlers that store bodies unpacked often leave the headers as they were: a body that does not begin as its
    header says is taken as it is. Raises ReadError for one that breaks off or grows above `limit` bytes.
    """
    told = {name.lower(): value.encode("latin-1", "replace").lower() for name, value in headers}
    if b"chunked" in told.get("transfer-encoding", b""):
        body = join_chunks(body)
    for name in reversed([n.strip() for n in told.get("content-encoding", b"").split(b",")]):
        if name in _ENCODINGS:
            body = _inflate(body, name, limit)
        elif name == b"br":
            body = _unbrotli(body, limit)
        elif name == b"zstd" and body.startswith(b"\x28\xb5\x2f\xfd"):
            raise ReadError(because("http.zstd"))
    return body


def join_chunks(body: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 64)
        try:
            size = int(body[at:end].split(b";")[0], 16) if end > at else -1
        except ValueError:
            size = -1
        if size < 0:
            if not pieces:
                return body
            raise ReadError(because("http.last_chunk"))
        if size == 0:
            return b"".join(pieces)
        piece = body[end + 2 : end + 2 + size]
        if len(piece) < size:
            raise ReadError(because("http.chunk"))
        pieces.append(piece)
        at = end + 2 + size + 2


def _inflate(body: bytes, name: bytes, limit: int) -> bytes:
    if name != b"deflate" and not body.startswith(b"\x1f\x8b"):
        return body
    windows = (_ENCODINGS[name],) if name != b"deflate" else (15, -15)
    for bits in windows:
        inflate = zlib.decompressobj(bits)
        try:
            whole = inflate.decompress(body, limit + 1)
        except zlib.error:
            continue
        if len(whole) > limit:
            raise ReadError(because("http.grows", mb=limit // 2**20))
        if not inflate.eof:
            raise ReadError(because("http.cut"))
        return whole
    if name == b"deflate":
        return body
    raise ReadError(because("http.broken"))


def _unbrotli(body: bytes, limit: int) -> bytes:
    import brotli

    decoder = brotli.Decompressor()
    try:
        whole: bytes = decoder.process(body, output_buffer_limit=limit + 1)
    except brotli.error:
        # Brotli has no sign to begin with; text is hardly ever a valid stream.
        return body
    if len(whole) > limit:
        raise ReadError(because("http.grows", mb=limit // 2**20))
    if not decoder.is_finished():
        raise ReadError(because("http.cut"))
    return whole
