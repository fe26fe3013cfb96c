"""The raw store: records whole or not at all, any WARC read, damage told, file and index brought together."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import resource
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from danvan.errors import ReadError, StoreError
from danvan.raw.http import split_http, unpack
from danvan.raw.index import count_stored, is_raw_store, mend, open_index, read_stored, stored_pages
from danvan.raw.warc import Capture, Damaged, Stored, WarcWriter, read_at, read_warc
from danvan.reasons import because

MOMENT = "2026-11-22T10:00:00Z"


def page(n: int) -> bytes:
    return (
        f"<html><body><h1>Bài {n}</h1>{f'<p>Xã An Trạch có {n} mô hình.</p>' * (n * 7 % 40 + 1)}</body></html>".encode()
    )


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, list[Stored]]:
    path = tmp_path / "phuhac" / "a.warc.gz"
    with WarcWriter(path, about={"software": "danvan"}) as warc:
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("Set-Cookie", "a=1")]
        stored = [warc.write(f"https://phuhac.example/{n}", MOMENT, 200, headers, page(n)) for n in range(12)]
    return path, stored


def captures(path: Path) -> list[Capture]:
    return [item for item in read_warc(path) if isinstance(item, Capture)]


def damages(path: Path) -> list[Damaged]:
    return [item for item in read_warc(path) if isinstance(item, Damaged)]


def test_what_was_written_is_read_in_order_and_by_offset(written: tuple[Path, list[Stored]]) -> None:
    path, stored = written
    items = captures(path)
    assert [item.body for item in items] == [page(n) for n in range(12)]
    assert [(item.offset, item.length, item.sha256) for item in items] == [
        (one.offset, one.length, one.sha256) for one in stored
    ]
    assert (items[3].url, items[3].status, items[3].fetched) == ("https://phuhac.example/3", 200, MOMENT)
    assert (items[3].content_type, items[3].header("CONTENT-ENCODING")) == ("text/html", None)
    for n, one in enumerate(stored):
        assert read_at(path, one.offset, one.length, one.sha256).body == page(n)


def test_other_tools_read_it(written: tuple[Path, list[Stored]]) -> None:
    path, _ = written
    with path.open("rb") as stream:
        records = [r for r in ArchiveIterator(stream, check_digests="raise") if r.rec_type == "response"]
    assert len(records) == 12


def test_the_wrong_bytes_are_refused(written: tuple[Path, list[Stored]]) -> None:
    path, stored = written
    with pytest.raises(ReadError, match="not the one that was indexed"):
        read_at(path, stored[2].offset, stored[2].length, stored[3].sha256)
    with pytest.raises(ReadError, match="damaged"):
        read_at(path, stored[2].offset + 9, stored[2].length - 9, stored[2].sha256)
    os.truncate(path, stored[11].offset + 20)
    with pytest.raises(ReadError, match="cut off"):
        read_at(path, stored[11].offset, stored[11].length, stored[11].sha256)


@pytest.mark.parametrize("cut", [1, 8, 40, 150])
def test_a_file_that_was_cut_off_gives_all_but_its_last(written: tuple[Path, list[Stored]], cut: int) -> None:
    path, stored = written
    path.write_bytes(path.read_bytes()[:-cut])
    assert len(captures(path)) == 11
    (damaged,) = damages(path)
    assert (damaged.offset, damaged.length) == (stored[11].offset, stored[11].length - cut)
    assert "cut off" in str(damaged.reason)


def test_a_hole_costs_the_records_that_it_touches(written: tuple[Path, list[Stored]]) -> None:
    path, stored = written
    data = bytearray(path.read_bytes())
    data[stored[4].offset + 20 : stored[5].offset + 20] = bytes(stored[4].length)
    path.write_bytes(data)
    assert [item.url.rpartition("/")[2] for item in captures(path)] == [str(n) for n in range(12) if n not in {4, 5}]
    assert damages(path)


def test_junk_between_records_is_told_and_passed(written: tuple[Path, list[Stored]]) -> None:
    path, stored = written
    data = path.read_bytes()
    path.write_bytes(data[: stored[6].offset] + b"rubbish" * 100 + data[stored[6].offset :])
    assert len(captures(path)) == 12
    assert [d.length for d in damages(path)] == [700]


@pytest.mark.parametrize("form", ["plain", "one stream"])
def test_other_forms_of_the_same_file(written: tuple[Path, list[Stored]], tmp_path: Path, form: str) -> None:
    path, _ = written
    whole = gzip.decompress(path.read_bytes())
    other = tmp_path / "other.warc"
    other.write_bytes(whole if form == "plain" else gzip.compress(whole, mtime=0))
    assert [item.body for item in captures(other)] == [page(n) for n in range(12)]
    broken = whole.replace("Bài 7<".encode(), "Bài bảy<".encode())
    other.write_bytes(broken if form == "plain" else gzip.compress(broken, mtime=0))
    assert len(captures(other)) >= (11 if form == "plain" else 7)
    assert "Content-Length" in str(damages(other)[0].reason)


def test_a_digest_that_does_not_fit_is_told(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for n in range(3):
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(f"http://a.example/{n}", "response", io.BytesIO(page(n)), http_headers=http)
        )
    path = tmp_path / "a.warc"
    path.write_bytes(out.getvalue().replace("Bài 1<".encode(), "Bài 8<".encode()))
    assert [item.url for item in captures(path)] == ["http://a.example/0", "http://a.example/2"]
    (damaged,) = damages(path)
    assert (damaged.url, str(damaged.reason).partition("(")[2]) == ("http://a.example/1", "WARC-Block-Digest)")


def test_a_record_that_is_too_large_is_passed(tmp_path: Path, written: tuple[Path, list[Stored]]) -> None:
    path, _ = written
    bomb = tmp_path / "bomb.warc.gz"
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: {50 << 20}\r\n\r\n"
    )
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = [packer.compress(head.encode()), *(packer.compress(bytes(1 << 20)) for _ in range(50))]
    bomb.write_bytes(b"".join([*pieces, packer.compress(b"\r\n\r\n"), packer.flush()]) + path.read_bytes())
    items = list(read_warc(bomb, limit=1 << 20))
    assert isinstance(items[0], Damaged)
    assert items[0].reason == because("warc.larger", mb=1)
    assert sum(isinstance(item, Capture) for item in items) == 12


def test_records_are_counted_over_damage(tmp_path: Path, written: tuple[Path, list[Stored]]) -> None:
    path, stored = written
    data = bytearray(path.read_bytes())
    for place in (stored[3], stored[7]):
        data[place.offset + 40 : place.offset + 60] = bytes(20)
    path.write_bytes(data)
    items = list(read_warc(path))
    # The first record of the file tells who wrote it.
    assert [item.number for item in items] == list(range(2, 14))
    assert [item.number for item in items if isinstance(item, Damaged)] == [5, 9]


def test_what_is_no_warc_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"<html>", b"PK\x03\x04"):
        path = tmp_path / "x"
        path.write_bytes(content)
        with pytest.raises(ReadError):
            list(read_warc(path))


CHUNKED = b"6\r\nxin ch\r\n4;x=1\r\n\xc3\xa0o!\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "body", "expected"),
    [
        ({"Transfer-Encoding": "chunked"}, CHUNKED, "xin chào!"),
        ({"Transfer-Encoding": "chunked"}, "xin chào!".encode(), "xin chào!"),  # stored unpacked, header left
        ({"Content-Encoding": "gzip"}, gzip.compress("xin chào!".encode(), mtime=0), "xin chào!"),
        ({"Content-Encoding": "gzip"}, "xin chào!".encode(), "xin chào!"),
        ({"Content-Encoding": "deflate"}, zlib.compress("xin chào!".encode()), "xin chào!"),
        ({"Content-Encoding": "deflate"}, zlib.compress("xin chào!".encode())[2:-4], "xin chào!"),
        ({}, b"abc", "abc"),
        ({"Transfer-Encoding": "chunked"}, CHUNKED[:-5], None),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"a" * 5000, mtime=0)[:-12], None),
        ({"Content-Encoding": "gzip"}, gzip.compress(bytes(3_000_000), mtime=0), None),
    ],
)
def test_bodies_are_unpacked(headers: dict[str, str], body: bytes, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(ReadError):
            unpack(body, tuple(headers.items()), 1_000_000)
    else:
        assert unpack(body, tuple(headers.items())).decode() == expected


def test_an_answer_is_split_whatever_its_line_ends() -> None:
    told = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Long: a\r\n b\r\n\r\n<p>"
    assert split_http(told) == (200, (("Content-Type", "text/html"), ("X-Long", "a b")), b"<p>")
    assert split_http(b"HTTP/1.0 404\nServer: x\n\n") == (404, (("Server", "x"),), b"")
    with pytest.raises(ReadError):
        split_http(b"<html>")


@given(data=st.binary(max_size=3000))
def test_no_bytes_end_the_reading(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.warc.gz"
    for start in (b"\x1f\x8b\x08", b"WARC/1.0\r\n"):
        path.write_bytes(start + data)
        assert all(isinstance(item, Damaged | Capture) for item in read_warc(path))


def test_a_write_that_fails_leaves_whole_records(written: tuple[Path, list[Stored]]) -> None:
    path, _ = written
    with WarcWriter(path) as warc:
        most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 50, most[1]))
        try:
            with pytest.raises(OSError, match="large"):
                warc.write("https://phuhac.example/x", MOMENT, 200, [], os.urandom(20_000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, most)
        assert (len(captures(path)), damages(path)) == (12, [])
        warc.write("https://phuhac.example/x", MOMENT, 200, [], page(3))
    assert captures(path)[-1].url == "https://phuhac.example/x"


def filled(raw: Path, count: int = 6) -> None:
    con = open_index(raw, create=True)
    con.execute("INSERT INTO runs (site, file, started) VALUES ('phuhac', 'phuhac/1.warc.gz', ?)", (MOMENT,))
    with WarcWriter(raw / "phuhac" / "1.warc.gz", about={"software": "danvan"}) as warc:
        for n in range(count):
            stored = warc.write(f"https://phuhac.example/{n}", MOMENT, 200, [("Content-Type", "text/html")], page(n))
            con.execute(
                "INSERT INTO fetches (run, site, url, kind, fetched, status, outcome, file, offset, length, sha256) "
                "VALUES (1, 'phuhac', ?, 'article', ?, 200, 'new', 'phuhac/1.warc.gz', ?, ?, ?)",
                (f"https://phuhac.example/{n}", MOMENT, stored.offset, stored.length, stored.sha256),
            )
            con.execute(
                "INSERT INTO pages (site, url, kind, run, state, rank, depth, stored) "
                "VALUES ('phuhac', ?, 'article', 1, 'done', 2, 1, ?)",
                (f"https://phuhac.example/{n}", n + 1),
            )
    con.close()


def test_the_index_leads_to_every_page(tmp_path: Path) -> None:
    assert not is_raw_store(tmp_path)
    filled(tmp_path)
    assert is_raw_store(tmp_path)
    con = open_index(tmp_path)
    pages = list(stored_pages(con))
    assert [read_stored(tmp_path, p).body for p in pages] == [page(n) for n in range(6)]
    assert [p.id for p in stored_pages(con, after=4)] == [5, 6]
    assert list(stored_pages(con, sites=["other"])) == []
    assert (count_stored(con), count_stored(con, after=4), count_stored(con, sites=["phuhac"])) == (6, 2, 6)
    assert pages[0].sha256 == hashlib.sha256(page(0)).hexdigest()
    con.close()


def test_a_record_that_no_row_knows_is_cut_off(tmp_path: Path) -> None:
    filled(tmp_path)
    path = tmp_path / "phuhac" / "1.warc.gz"
    whole = path.stat().st_size
    with WarcWriter(path) as warc:
        warc.write("https://phuhac.example/9", MOMENT, 200, [], page(9))
    con = open_index(tmp_path)
    assert mend(con, tmp_path, "phuhac/1.warc.gz") == 0
    assert path.stat().st_size == whole
    con.close()


def test_a_row_without_its_record_waits_again(tmp_path: Path) -> None:
    filled(tmp_path)
    path = tmp_path / "phuhac" / "1.warc.gz"
    os.truncate(path, path.stat().st_size - 10)
    con = open_index(tmp_path)
    assert mend(con, tmp_path, "phuhac/1.warc.gz") == 1
    assert [p.url[-1] for p in stored_pages(con)] == ["0", "1", "2", "3", "4"]
    rows = con.execute("SELECT state, stored FROM pages WHERE url LIKE '%/5'").fetchall()
    assert [tuple(row) for row in rows] == [("waiting", None)]
    assert (len(captures(path)), damages(path)) == (5, [])
    con.close()


def test_a_store_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no raw store"):
        open_index(tmp_path)
    (tmp_path / "crawl.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="not the index"):
        open_index(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        open_index(tmp_path / "file" / "raw", create=True)
