"""Every kind of input: what it gives as articles, and one clear reason for what it does not give."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import docx
import duckdb
import pypdf
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from danvan.batch import Batch, Extracted, Outcome, Unchanged
from danvan.cli.progress import count_inputs
from danvan.errors import UsageError
from danvan.ingest import load as limits
from danvan.ingest import pdf as pdf_limits
from danvan.ingest.pdf import pdf_text
from danvan.ingest.read import Skipped, Unreadable, open_inputs, read_inputs
from danvan.ingest.readers import bundle
from danvan.ingest.word import word_text
from danvan.raw.index import open_index
from danvan.raw.warc import WarcWriter
from danvan.ruleset import RuleSet, load_rules
from danvan.store.inputs import Named
from danvan.store.write import Counts, Refused
from danvan.text.article import Draft
from danvan.text.clean import to_raw
from making import news
from paper import pdf, set_text

RULES = load_rules()
FETCHED = "2026-11-20T03:04:05Z"


def items(*paths: Path, **more: Mapping[str, str]) -> list[Draft | Unreadable | Skipped]:
    found = list(read_inputs(paths, rules=RULES, **more))  # type: ignore[arg-type]
    for draft in (i for i in found if isinstance(i, Draft)):
        assert "".join(draft.raw[to_raw(draft.raw_starts, i)] for i in range(len(draft.text))) == draft.text
    return found


def drafts(found: Sequence[object]) -> list[Draft]:
    return [i for i in found if isinstance(i, Draft)]


def refusals(found: Sequence[object]) -> list[tuple[str | None, str]]:
    return [(i.item, str(i.reason)) for i in found if isinstance(i, Unreadable)]


def page(district: str, count: int, charset: str = "utf-8", *, told: bool = True) -> bytes:
    title, day, *lines = news(district, count).splitlines()
    head = f'<meta charset="{charset}">' if told else ""
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html><head>{head}<title>{title}</title></head><body><h1>{title}</h1><p>{day}</p>{body}</body></html>"
    if charset != "windows-1258":
        return html.encode(charset)
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = b""
    for char in html:
        parts = unicodedata.normalize("NFD", char)
        base = "".join(c for c in parts if c not in tones)
        out += (unicodedata.normalize("NFC", base) + "".join(c for c in parts if c in tones)).encode("cp1258")
    return out


# ---- WARC


class Warc:
    """A WARC file as crawlers other than ours write it."""

    def __init__(self, path: Path, *, packed: bool = True) -> None:
        self.path = path
        self._out = io.BytesIO()
        self._writer = WARCWriter(self._out, gzip=packed)
        self.places: list[int] = []

    def add(
        self, url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK",
        *more: tuple[str, str], record: str = "response",
    ) -> None:  # fmt: skip
        http = StatusAndHeaders(status, [("Content-Type", kind), *more], protocol="HTTP/1.1")
        self.places.append(self._out.tell())
        self._writer.write_record(
            self._writer.create_warc_record(
                url, record, payload=io.BytesIO(body), http_headers=http if record == "response" else None,
                warc_headers_dict={"WARC-Date": FETCHED},
            )
        )  # fmt: skip

    def save(self, change: Mapping[int, int] | None = None) -> Path:
        """Writes the file, with the bytes at some places changed."""
        data = bytearray(self._out.getvalue())
        for at, byte in (change or {}).items():
            data[at] ^= byte
        self.path.write_bytes(data)
        return self.path


def test_pages_of_a_warc_file_are_articles_and_nothing_else_is(tmp_path: Path) -> None:
    warc = Warc(tmp_path / "news.warc.gz")
    warc.add("https://a.example/tin/1", page("Thạch Hà", 31))
    warc.add("https://a.example/logo.png", b"\x89PNG", "image/png")
    warc.add("https://a.example/tin/2", page("Yên Lập", 32), "text/html", "404 Not Found")
    warc.add("https://a.example/tin/3", b"", "text/html", "302 Found", ("Location", "/tin/1"))
    warc.add("https://a.example/robots.txt", b"User-agent: *\nDisallow: /in\n", "text/plain")
    warc.add("https://a.example/api", b'{"a": 1}', "application/json")
    warc.add("https://a.example/4.txt", news("Cái Bè", 34).encode(), "text/plain")
    warc.add("https://a.example/tin/1", b"meta: data", record="metadata")
    first, second = items(warc.save())
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.url, first.source) == ("https://a.example/tin/1", str(tmp_path / "news.warc.gz"))
    assert first.published == "2022-12-20T08:15"
    assert f"fetched: {FETCHED}" in first.notes
    assert (second.url, second.title) == ("https://a.example/4.txt", news("Cái Bè", 34).splitlines()[0])


def test_the_time_of_fetching_is_never_the_publication(tmp_path: Path) -> None:
    warc = Warc(tmp_path / "news.warc")
    warc.add("https://a.example/1", page("Thạch Hà", 31).replace(b"(08:15 | 20/12/2022)", b""))
    (draft,) = drafts(items(warc.save()))
    assert draft.published is None


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    ("body", "kind", "header"),
    [
        (gzip.compress(page("Yên Lập", 32), mtime=0), "text/html", ("Content-Encoding", "gzip")),
        (page("Yên Lập", 32, "windows-1258", told=False), "text/html; charset=windows-1258", ("X-A", "1")),
        (page("Yên Lập", 32, "windows-1258"), "text/html; charset=ISO-8859-1", ("X-A", "1")),
        (page("Yên Lập", 32), "text/html; charset=windows-1258", ("X-A", "1")),
        (page("Yên Lập", 32, "utf-16"), 'text/html; charset="UTF-16"', ("X-A", "1")),
        (b"6\r\n<html>\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(page("Yên Lập", 32)) - 6, page("Yên Lập", 32)[6:]), "text/html",
         ("Transfer-Encoding", "chunked")),
    ],
    ids=["gzip", "charset of the header", "useless header", "wrong header", "UTF-16", "chunked"],
)  # fmt: skip
def test_headers_tell_how_a_body_is_read(
    tmp_path: Path, packed: bool, body: bytes, kind: str, header: tuple[str, str]
) -> None:
    warc = Warc(tmp_path / ("a.warc.gz" if packed else "a.warc"), packed=packed)
    warc.add("https://a.example/1", body, kind, "200 OK", header)
    (draft,) = drafts(items(warc.save()))
    assert news("Yên Lập", 32).splitlines()[2] in draft.text


def test_damaged_records_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    warc = Warc(tmp_path / "a.warc.gz")
    for number, name in enumerate(("Thạch Hà", "Yên Lập", "Cái Bè", "Tri Tôn")):
        warc.add(f"https://a.example/{number}", page(name, 30 + number))
    warc.add("https://a.example/empty", b"  ")
    found = items(warc.save({warc.places[1] + 400: 0xFF}))
    assert [d.url for d in drafts(found)] == [f"https://a.example/{n}" for n in (0, 2, 3)]
    broken, empty = refusals(found)
    assert f"byte {warc.places[1]}" in str(broken[0])
    assert broken[1].startswith("damaged: ")
    assert (empty[1], "https://a.example/empty" in str(empty[0])) == ("empty: the answer has no body", True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty file"),
        (b"hello, no web archive", "not a WARC file"),
        (gzip.compress(b"hello", mtime=0), "damaged: "),
    ],
)
def test_what_is_no_warc_file_is_said(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.warc.gz").write_bytes(data)
    ((_, told),) = refusals(items(tmp_path / "a.warc.gz"))
    assert told.startswith(reason)


def test_bytes_that_were_changed_are_found_by_their_hash(tmp_path: Path) -> None:
    warc = Warc(tmp_path / "a.warc", packed=False)
    warc.add("https://a.example/0", page("Thạch Hà", 31))
    warc.add("https://a.example/1", page("Yên Lập", 32))
    path = warc.save()
    path.write_bytes(path.read_bytes().replace(b"31 m", b"81 m"))
    found = items(path)
    assert [d.url for d in drafts(found)] == ["https://a.example/1"]
    assert "Digest" in refusals(found)[0][1]


# ---- our own raw store


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of saved texts and a raw store with two articles and a list."""
    raw = tmp_path / "corpus" / "raw"
    (tmp_path / "corpus" / "work").mkdir(parents=True)
    (tmp_path / "corpus" / "work" / "a.txt").write_text(news("Tri Tôn", 40), encoding="utf-8")
    con = open_index(raw, create=True)
    con.execute("INSERT INTO runs VALUES (1, 'phu_hac', 'phu_hac/1.warc.gz', ?, ?, 'done')", (FETCHED, FETCHED))
    stored = [
        ("article", "https://a.example/1", page("Thạch Hà", 31), FETCHED, "Huyện Thạch Hà sơ kết"),
        ("list", "https://a.example/tin", b"<html>list</html>", FETCHED, ""),
        ("article", "https://a.example/2", page("Yên Lập", 32), "2026-11-21T20:00:00Z", ""),
    ]
    with WarcWriter(raw / "phu_hac" / "1.warc.gz", about={"software": "test"}) as out:
        for kind, url, body, when, link in stored:
            at = out.write(url, when, 200, [("Content-Type", "text/html; charset=utf-8")], body)
            con.execute(
                "INSERT INTO fetches (run, site, url, kind, fetched, status, outcome, file, offset, length, sha256, "
                "content_type, link_text) VALUES (1, 'phu_hac', ?, ?, ?, 200, 'new', 'phu_hac/1.warc.gz', ?, ?, ?, "
                "'text/html; charset=utf-8', ?)",
                (url, kind, when, at.offset, at.length, at.sha256, link),
            )
    con.close()
    return tmp_path / "corpus"


def test_the_raw_store_is_read_by_its_index(corpus: Path) -> None:
    found = items(corpus)
    assert [(d.source, d.url) for d in drafts(found)] == [
        ("phu_hac", "https://a.example/1"), ("phu_hac", "https://a.example/2"), (str(corpus / "work" / "a.txt"), None),
    ]  # fmt: skip
    assert "link text: Huyện Thạch Hà sơ kết" in drafts(found)[0].notes
    assert len(found) == 3


def test_a_damaged_record_of_the_raw_store_is_told(corpus: Path) -> None:
    file = corpus / "raw" / "phu_hac" / "1.warc.gz"
    file.write_bytes(file.read_bytes()[:-40])
    found = items(corpus / "raw")
    ((item, reason),) = refusals(found)
    assert len(drafts(found)) == 1
    assert "https://a.example/2" in str(item)
    assert "cut off" in reason


# ---- tables

COLUMNS = {"text": "noi_dung", "title": "tieu_de", "published": "ngay", "url": "link"}


def cell(value: str, delimiter: str) -> str:
    return f'"{value.replace(chr(34), chr(34) * 2)}"' if any(c in value for c in ('"', "\n", delimiter)) else value


def table(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    return "".join(delimiter.join(cell(value, delimiter) for value in row) + "\n" for row in rows)


HEAD = ("id", "link", "tieu_de", "ngay", "noi_dung")


def row(number: int, name: str, published: str = "04/11/2022") -> tuple[str, ...]:
    title, _, *lines = news(name, 30 + number).splitlines()
    return str(number), f"https://a.example/{number}", title, published, "\n".join(lines)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_gives_an_article_a_row(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(table([HEAD, row(1, "Thạch Hà"), row(2, "Yên Lập", "2022-11-05")], delimiter).encode(encoding))
    first, second = items(path, columns=COLUMNS)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.url, first.title, first.published) == (
        "https://a.example/1", "Huyện Thạch Hà sơ kết phong trào thi đua “Dân vận khéo”", "2022-11-04",
    )  # fmt: skip
    assert (second.published, "32 mô hình" in second.text) == ("2022-11-05", True)


def test_a_bad_row_is_one_unreadable_item(tmp_path: Path) -> None:
    rows = table([HEAD, row(1, "Thạch Hà")])
    rows += "2,https://a.example/2,Thiếu cột\n"
    rows += table([row(3, "Cái Bè", "hôm qua"), ("4", "", "Không có chữ", "", "")])
    rows += '5,https://a.example/5,Mở ngoặc,,"Không bao giờ đóng\n'
    rows += table([row(6, "Tri Tôn")])
    rows += '7,https://a.example/7,Thước 5" dài,,' + row(7, "Mộ Đức")[4].split("\n")[1].replace(",", "") + "\n"
    data = (rows + table([row(8, "Hải Hậu"), row(9, "Lục Ngạn")])).encode()
    path = tmp_path / "a.csv"
    path.write_bytes(data.replace("Hải Hậu".encode(), b"H\xff\xfe", 1))
    found = items(path, columns=COLUMNS)
    assert [d.url for d in drafts(found)] == [f"https://a.example/{n}" for n in (1, 6, 7, 9)]
    reasons = [reason for _, reason in refusals(found)]
    assert reasons[0] == "3 cells where the head has 5"
    assert reasons[1].startswith("published is no day")
    assert reasons[2] == "text is missing or empty"
    assert reasons[3].startswith("a quotation mark that is not closed")
    assert reasons[4] == "not UTF-8"
    assert len(reasons) == 5
    assert all(item and item.startswith("line ") for item, _ in refusals(found))


@pytest.mark.parametrize(
    ("text", "columns", "reason"),
    [
        ("", {}, "empty"),
        ("a,b\n1,2\n", {}, "no column is named as the text; say which with --columns text=NAME; there are: a, b"),
        ("a,b\n1,2\n", {"text": "c"}, "no column 'c'; there are: a, b"),
        ("text,title\n", {}, "a table without rows"),
    ],
)
def test_a_table_that_says_nothing_is_told(tmp_path: Path, text: str, columns: dict[str, str], reason: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert refusals(items(tmp_path / "a.csv", columns=columns)) == [(None, reason)]


def test_a_long_table_is_read_as_it_comes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        table([("text", "url"), *((news("Thạch Hà", n), f"https://a.example/{n}") for n in range(900))]), "utf-8"
    )
    loads = open_inputs([path])
    assert [getattr(next(loads), "url", None) for _ in range(3)] == [f"https://a.example/{n}" for n in range(3)]
    assert sum(1 for _ in loads) == 897


# ---- archives


def archive(path: Path, members: Mapping[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packed) as out:
        for name, data in members.items():
            out.writestr(zipfile.ZipInfo(name) if packed == zipfile.ZIP_STORED else name, data)
    return path


def test_an_archive_holds_what_files_hold(tmp_path: Path) -> None:
    warc = Warc(tmp_path / "x.warc.gz")
    warc.add("https://a.example/1", page("Yên Lập", 32))
    word = io.BytesIO()
    document = docx.Document()
    for line in news("Cái Bè", 33).splitlines():
        document.add_paragraph(line)
    document.save(word)
    path = archive(
        tmp_path / "a.zip",
        {
            "tin/1.html": page("Thạch Hà", 31), "x.warc.gz": warc.save().read_bytes(), "bao-cao.docx": word.getvalue(),
            "lines.jsonl": json.dumps({"text": news("Tri Tôn", 34)}).encode() + b"\n{broken\n",
            "rows.csv": table([("text",), (news("Mộ Đức", 35),)]).encode(), ".DS_Store": b"x", "photo.jpg": b"\xff\xd8",
            "__MACOSX/1.html": b"x",
        },
    )  # fmt: skip
    found = items(path)
    assert [d.source for d in drafts(found)] == [
        f"{path}/{name}" for name in ("bao-cao.docx", "lines.jsonl", "rows.csv", "tin/1.html", "x.warc.gz")
    ]
    assert [(i.source, i.item) for i in found if isinstance(i, Unreadable)] == [(str(path), "lines.jsonl, line 2")]
    assert sum(isinstance(i, Skipped) for i in found) == 3
    (tmp_path / "sub").mkdir()
    moved = path.rename(tmp_path / "sub" / "a.zip")
    assert [d.id for d in drafts(items(moved))] == [d.id for d in drafts(found)]


def test_each_limit_of_an_archive_has_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    members = {
        "../out.txt": b"x", "/etc/a.txt": b"x", "C:/a.txt": b"x", "in.zip": b"PK", "bomb.txt": b" " * 3_000_000,
        "fine.txt": news("Thạch Hà", 31).encode(),
    }  # fmt: skip
    path = archive(tmp_path / "a.zip", members)
    found = items(path)
    assert len(drafts(found)) == 1
    told = dict(refusals(found))
    assert {told[name] for name in ("../out.txt", "/etc/a.txt", "C:/a.txt")} == {"its path leads out of the archive"}
    assert told["in.zip"].startswith("an archive inside an archive")
    assert "times its size: a bomb" in told["bomb.txt"]
    monkeypatch.setattr(bundle, "MEMBERS", 3)
    assert refusals(items(path)) == [(None, "6 files: an archive may hold 3; split it")]
    monkeypatch.undo()
    monkeypatch.setattr(bundle, "TOTAL", 1_000_000)
    assert "when unpacked: an archive may grow to" in refusals(items(path))[0][1]
    monkeypatch.undo()
    monkeypatch.setattr(bundle, "MEMBER", 1_000_000)
    assert "a file may grow to" in dict(refusals(items(path)))["bomb.txt"]


def test_one_member_packed_otherwise_leaves_the_others(tmp_path: Path) -> None:
    path = archive(tmp_path / "c.zip", {"a.txt": b"x", "b.txt": news("Yên Lập", 32).encode()}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(sign) + at] = 98  # PPMd, which zipfile does not know
    path.write_bytes(data)
    found = items(path)
    assert refusals(found) == [("a.txt", "packed in a way that is not read; pack it as a plain ZIP")]
    assert len(drafts(found)) == 1


def test_half_a_pair_in_json_ends_its_line_alone(tmp_path: Path) -> None:
    good = json.dumps({"text": news("Yên Lập", 32)})
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Xã \\ud800 An"}\n' + good + "\n", encoding="utf-8")
    found = items(path)
    assert refusals(found) == [("line 1", "not Unicode")]
    assert len(drafts(found)) == 1


def test_damaged_and_locked_archives_are_told(tmp_path: Path) -> None:
    plain = archive(
        tmp_path / "a.zip", {"a.txt": b"A" * 50 + news("Thạch Hà", 31).encode(), "b.txt": news("Yên Lập", 32).encode()},
        zipfile.ZIP_STORED,
    ).read_bytes()  # fmt: skip

    def told(data: bytes) -> list[tuple[str | None, str]]:
        (tmp_path / "b.zip").write_bytes(data)
        return refusals(items(tmp_path / "b.zip"))

    ((item, reason),) = told(plain.replace(b"A" * 50, b"B" * 50))
    assert (item, reason.startswith("damaged in the archive")) == ("a.txt", True)
    locked = bytearray(plain)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[plain.index(sign) + at] |= 1
    assert told(bytes(locked)) == [("a.txt", "encrypted; pack it without a password")]
    assert told(plain[: len(plain) // 2])[0][1].startswith("a damaged ZIP archive")
    assert told(b"")[0][1] == "empty"
    assert told(b"no archive")[0][1] == "not a ZIP archive"
    archive(tmp_path / "b.zip", {})
    assert refusals(items(tmp_path / "b.zip")) == [(None, "an empty archive")]


def test_a_document_has_a_largest_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits.Given.whole, "__defaults__", (1024 * 1024,))
    (tmp_path / "a.txt").write_bytes(b"x" * 1024 * 1025)
    assert refusals(items(tmp_path / "a.txt")) == [(None, "larger than 1 MB: no single document; split it")]


def test_an_article_has_a_largest_length(tmp_path: Path) -> None:
    """Its numbers are weighed against each other: a page of 20 MB held a batch up for days."""
    text = "".join(f"Năm 2022, xã Thạch Hà có {n} mô hình “Dân vận khéo” và 3 tổ tự quản.\n" for n in range(16_000))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<html><body><p>{text.replace(chr(10), '</p><p>')}</body></html>", "utf-8")
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(tmp_path / "c.docx"))
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    told = [str(found.reason) for found in items(tmp_path) if isinstance(found, Unreadable)]
    assert told == ["longer than 1 million characters: no single article; split it"] * 4


# ---- reports


def report() -> docx.document.Document:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang lặp lại"
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Kết quả công tác dân vận năm 2022 của huyện Thạch Hà")
    broken = document.add_paragraph("Năm 2022, huyện Thạch Hà có ")
    broken.add_run("138 mô hình ").bold = True
    broken.add_run("“Dân vận khéo”, trong đó 34 mô hình kinh tế.")
    rows = document.add_table(rows=0, cols=3)
    for cells in (("Lĩnh vực", "Số mô hình", "Ghi chú"), ("Kinh tế", "34", ""), ("Môi trường", "28", "2 mới")):
        for place, text in zip(rows.add_row().cells, cells, strict=True):
            place.text = text
    rows.rows[1].cells[1].merge(rows.rows[1].cells[2])
    document.add_paragraph("Huyện vận động được 250 triệu đồng tặng 120 phần quà cho hộ nghèo trên địa bàn.")
    return document


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_reports_in_a_warc_file_are_read_and_what_only_says_so_is_not(tmp_path: Path) -> None:
    warc = Warc(tmp_path / "a.warc.gz")
    paper, word = pdf([printed(1, PARAGRAPHS)]), saved(report())
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    warc.add("https://a.example/bao-cao?id=1", paper, "application/pdf")
    warc.add("https://a.example/bao-cao?id=2", word, kind)
    warc.add("https://a.example/tep/Bao-cao.PDF", paper, "application/octet-stream")
    warc.add("https://a.example/tep/phan-mem.exe", b"MZ", "application/octet-stream")
    warc.add("https://a.example/3.pdf", page("Thạch Hà", 31))
    warc.add("https://a.example/4.pdf", b"Xin loi, khong co tep nay", "application/pdf")
    warc.add("https://a.example/5.pdf", paper[:600], "application/pdf")
    found = items(warc.save())
    read = {d.url: d for d in drafts(found)}
    assert set(read) == {f"https://a.example/{n}" for n in ("bao-cao?id=1", "bao-cao?id=2", "tep/Bao-cao.PDF", "3.pdf")}
    assert "138 mô hình “Dân vận khéo”, trong đó 34 mô hình kinh tế." in read["https://a.example/bao-cao?id=2"].text
    assert read["https://a.example/bao-cao?id=1"].text == read["https://a.example/tep/Bao-cao.PDF"].text
    ((where, reason),) = refusals(found)
    assert "https://a.example/5.pdf" in str(where)
    assert reason.startswith("a damaged PDF file")


def test_a_word_document_is_its_paragraphs_and_rows(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(saved(report()))
    (draft,) = drafts(items(tmp_path / "a.docx"))
    assert draft.raw == (
        "BÁO CÁO\n\nKết quả công tác dân vận năm 2022 của huyện Thạch Hà\n\n"
        "Năm 2022, huyện Thạch Hà có 138 mô hình “Dân vận khéo”, trong đó 34 mô hình kinh tế.\n\n"
        "Lĩnh vực | Số mô hình | Ghi chú\nKinh tế | 34\nMôi trường | 28 | 2 mới\n\n"
        "Huyện vận động được 250 triệu đồng tặng 120 phần quà cho hộ nghèo trên địa bàn."
    )
    assert "Môi trường | 28 | 2 mới" in draft.text


def without(data: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
    return out.getvalue()


def blown_up(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member, old.read(member))
        new.writestr("word/media/x.xml", b" " * 20_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "encrypted, or a .doc document of old"),
        (saved(report())[:2000], "not a .docx document, or a damaged one"),
        (without(saved(report()), "word/document.xml"), "a damaged .docx document"),
        (without(saved(report()), "[Content_Types].xml"), "not a .docx document: a ZIP archive of something else"),
        (blown_up(saved(report())), "grows to "),
        (saved(docx.Document()), "a document without text"),
    ],
    ids=["empty", "encrypted", "cut", "no body", "no document", "bomb", "no text"],
)
def test_what_is_no_word_document_is_said(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    ((_, told),) = refusals(items(tmp_path / "a.docx"))
    assert told.startswith(reason)


def test_text_in_content_controls_counts_and_deleted_text_does_not() -> None:
    document = report()
    body = document.element.body
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in (
        f"<w:sdt {w}><w:sdtContent><w:p><w:r><w:t>Xã Phú Lợi có 33 mô hình.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        f"<w:p {w}><w:del><w:r><w:delText>99 mô hình</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>35 mô hình</w:t></w:r></w:ins></w:p>",
    ):
        body.insert(0, docx.oxml.parse_xml(xml))
    text, _ = word_text(saved(document))
    assert text.startswith("35 mô hình\n\nXã Phú Lợi có 33 mô hình.\n\nBÁO CÁO")
    assert "99" not in text


PARAGRAPHS = (
    "Năm 2022, toàn huyện Thạch Hà xây dựng được 138 mô hình “Dân vận khéo”, trong đó có 34 mô hình về phát triển "
    "kinh tế và 28 mô hình về bảo vệ môi trường, vượt 03 mô hình so với đăng ký đầu năm.",
    "Các xã đã vận động Nhân dân hiến hơn 4.200 m2 đất làm đường giao thông nông thôn, góp 1,2 tỷ đồng và 650 ngày "
    "công lao động để cứng hóa 12 km đường trục thôn.",
    "Ban Dân vận Huyện ủy đề nghị các chi bộ tiếp tục nhân rộng cách làm hay trong năm 2023.",
)


def printed(number: int, paragraphs: Sequence[str]) -> list[tuple[float, float, str]]:
    lines, _ = set_text(paragraphs)
    return [(60, 815, "Báo cáo công tác dân vận huyện Thạch Hà"), *lines, (290, 25, f"- {number} -")]


def test_lines_of_a_pdf_are_joined_over_lines_and_pages() -> None:
    lines, _ = set_text(PARAGRAPHS)
    head = [line for line in lines if line[1] > lines[3][1]]
    tail = [line for line in lines if line[1] <= lines[3][1]]
    assert PARAGRAPHS[1].startswith(tail[0][2])  # the first page ends with a paragraph, the second goes on
    cut = lines.index(tail[1])
    first = [(60.0, 815.0, "Báo cáo công tác dân vận huyện Thạch Hà"), *lines[:cut], (290.0, 25.0, "- 1 -")]
    moved = [(x, y + 80, text) for x, y, text in lines[cut:]]
    second = [(60.0, 815.0, "Báo cáo công tác dân vận huyện Thạch Hà"), *moved, (290.0, 25.0, "- 2 -")]
    assert head
    text, notes = pdf_text(pdf([first, second]))
    assert text.split("\n\n") == list(PARAGRAPHS)
    assert notes == ()


def test_numbers_and_headers_of_pages_are_cut_and_numbers_of_the_text_stay() -> None:
    said = [PARAGRAPHS, ("Xã Phú Lợi có 33 mô hình ở 15 ấp, nhiều hơn năm trước.",), PARAGRAPHS[::-1]]
    text, _ = pdf_text(pdf([printed(n, paragraphs) for n, paragraphs in enumerate(said, 1)]))
    assert text.split("\n\n") == [line for paragraphs in said for line in paragraphs]


def test_what_is_raised_stands_in_its_line() -> None:
    line = "Các xã vận động Nhân dân hiến hơn 4.200 m"
    lines = [(60.0, 700.0, line), (60 + 6.0 * len(line), 704.0, "2"), (66 + 6.0 * len(line), 700.0, " đất làm đường.")]
    before, _ = set_text(PARAGRAPHS[:1])
    assert f"{line} 2 đất làm đường." in pdf_text(pdf([[*before, *lines]]))[0]
    plain = pdf([[(60.0, 700.0, line), (400.0, 60.0, "2 m")]])
    raised = plain.replace(b"> Tj ET", b"> Tj 5 Ts <0032> Tj 0 Ts <0020006D> Tj ET", 1)
    # The stream is longer by as much as was put in.
    longer = len(raised) - len(plain)
    start = raised.rindex(b"/Length ", 0, raised.index(b"BT /F1")) + len(b"/Length ")
    length = int(raised[start : raised.index(b" ", start)])
    raised = raised[:start] + str(length + longer).encode() + raised[start + len(str(length)) :]
    assert f"{line}2 m" in pdf_text(raised)[0]


def test_a_table_of_a_pdf_is_rows_of_cells() -> None:
    lines, y = set_text(PARAGRAPHS[:1])
    cells = (("Lĩnh vực", "Số mô hình", "Ghi chú"), ("Kinh tế", "34", ""), ("Môi trường", "28", "2 mới"))
    lines += [
        (60 + 160 * k, y - 10 - 17 * n, text) for n, row_ in enumerate(cells) for k, text in enumerate(row_) if text
    ]
    after, _ = set_text(PARAGRAPHS[1:], y - 90)
    text, _ = pdf_text(pdf([[*lines, *after]]))
    assert text.split("\n\n") == [
        PARAGRAPHS[0], "Lĩnh vực | Số mô hình | Ghi chú\nKinh tế | 34\nMôi trường | 28 | 2 mới", *PARAGRAPHS[1:],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("phong trào dân vận khéo ở các xã ven biển của huyện Thạch Hà được công nghi-", "ệp hóa", "công nghiệp hóa"),
        ("phát triển kinh tế, văn hóa-", "xã hội", "văn hóa-xã hội"),
        ("trong thời gian phòng chống dịch Covid-", "19 các xã", "Covid-19 các xã"),
        ("giữ vững quốc phòng -", "an ninh", "quốc phòng - an ninh"),
    ],
)
def test_a_word_that_was_broken_is_one_again(first: str, second: str, joined: str) -> None:
    full = [
        (60.0, 700.0 - 17 * n, "Các xã vận động Nhân dân tham gia làm đường giao thông nông thôn trong năm và")
        for n in range(4)
    ]
    text, _ = pdf_text(pdf([[*full, (60.0, 632.0, first.rjust(77, "x")), (60.0, 615.0, second)]]))
    assert joined in text


def test_two_columns_are_read_one_by_one() -> None:
    left, _ = set_text(PARAGRAPHS, columns=36)
    right, _ = set_text([p.replace("Thạch Hà", "Cái Bè") for p in PARAGRAPHS], columns=36)
    text, _ = pdf_text(pdf([[*left, *((x + 260, y, said) for x, y, said in right)]]))
    assert text.split("\n\n") == [*PARAGRAPHS, *(p.replace("Thạch Hà", "Cái Bè") for p in PARAGRAPHS)]


def test_the_head_of_a_document_is_read_side_by_side() -> None:
    head = [
        (60.0, 800.0, "HUYỆN ỦY THẠCH HÀ"), (330.0, 800.0, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        (60.0, 783.0, "Số: 12-BC/BDV"), (330.0, 783.0, "Thạch Hà, ngày 20 tháng 12 năm 2022"),
    ]  # fmt: skip
    lines, _ = set_text(PARAGRAPHS, 740)
    text, _ = pdf_text(pdf([[*head, *lines]]))
    assert text.split("\n\n") == [
        "HUYỆN ỦY THẠCH HÀ", "Số: 12-BC/BDV", "ĐẢNG CỘNG SẢN VIỆT NAM", "Thạch Hà, ngày 20 tháng 12 năm 2022",
        *PARAGRAPHS,
    ]  # fmt: skip


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([printed(1, PARAGRAPHS)])))
    writer.encrypt(password, "owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\nnothing of one", "a damaged PDF file"),
        (pdf([printed(1, PARAGRAPHS)])[:600], "a damaged PDF file"),
        (b"hello", "not a PDF file"),
        (locked("secret"), "encrypted; save it without a password"),
        (pdf([[], []], scanned=True), "a scanned PDF: 2 pages of pictures and no text"),
        (pdf([[]]), "a PDF without text"),
    ],
    ids=["empty", "nothing", "cut", "other", "locked", "scanned", "blank"],
)
def test_what_is_no_pdf_with_text_is_said(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    ((_, told),) = refusals(items(tmp_path / "a.pdf"))
    assert told.startswith(reason)


def test_a_pdf_that_anyone_may_open_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(locked(""))
    (draft,) = drafts(items(tmp_path / "a.pdf"))
    assert PARAGRAPHS[0] in draft.text
    text, notes = pdf_text(pdf([printed(1, PARAGRAPHS), []], scanned=True))
    assert (PARAGRAPHS[0] in text, notes) == (True, ("pages without text: 2",))
    monkeypatch.setattr(pdf_limits, "PAGES", 1)
    (tmp_path / "b.pdf").write_bytes(pdf([[], []]))
    assert refusals(items(tmp_path / "b.pdf")) == [(None, "2 pages: more than 1; split it")]


def test_a_list_of_addresses_is_for_the_crawl(tmp_path: Path) -> None:
    (tmp_path / "a.urls").write_text("https://a.example/1\n")
    ((_, reason),) = refusals(items(tmp_path / "a.urls"))
    assert "danvan crawl --urls" in reason


# ---- many of them


def run(folder: Path, db: Path, rules: RuleSet = RULES, **options: object) -> tuple[Counts, list[Outcome]]:
    told: list[Outcome] = []
    return Batch(paths=[str(folder)], db=db, rules=rules, **options).run(told.append), told  # type: ignore[arg-type]


@pytest.fixture
def mixed(corpus: Path) -> Path:
    """The corpus with a WARC file of another maker, of which one record is damaged and one holds no article."""
    warc = Warc(corpus / "other.warc.gz")
    for number, name in enumerate(("Cái Bè", "Hải Hậu", "Mộ Đức")):
        warc.add(f"https://b.example/{number}", page(name, 50 + number))
    warc.add("https://b.example/none", b"<html><body><p>12</p></body></html>")
    warc.save({warc.places[1] + 400: 0xFF})
    return corpus


def quarantine(db: Path) -> list[tuple[str, str]]:
    with duckdb.connect(str(db), read_only=True) as con:
        return con.execute("SELECT item, reason FROM quarantine ORDER BY item").fetchall()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_was_read_before_is_not_parsed_again(mixed: Path, tmp_path: Path, jobs: int) -> None:
    db = tmp_path / "a.duckdb"
    counts, _ = run(mixed, db, jobs=jobs)
    assert (counts.added, counts.quarantined) == (5, 2)
    held = quarantine(db)
    counts, told = run(mixed, db, jobs=jobs)
    assert (counts.added, counts.replaced, counts.unchanged, counts.quarantined) == (0, 0, 5, 2)
    assert all(isinstance(o.draft, Named) for o in told if isinstance(o, Unchanged))
    assert {(o.item, o.reason.stored()) for o in told if isinstance(o, Refused)} == set(held)
    assert quarantine(db) == held
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM runs").fetchall() == [(1,)]
    if jobs == 1:
        # What was read with another place given must be read again, there and back.
        for place in ("huyện Thạch Hà, tỉnh Hà Tĩnh", None):
            assert sum(isinstance(o, Extracted) for o in run(mixed, db, place=place)[1]) == 5


def test_a_page_that_was_stored_twice_is_one_article(tmp_path: Path) -> None:
    warc = Warc(tmp_path / "a.warc.gz")
    for _ in range(2):
        warc.add("https://a.example/1", page("Thạch Hà", 31))
    path, db = warc.save(), tmp_path / "a.duckdb"
    assert [run(path, db)[0].added, run(path, db)[0].unchanged, run(path, db)[0].unchanged] == [1, 2, 2]


def test_about_how_many_inputs_there_are(mixed: Path) -> None:
    archive(mixed / "a.zip", {"a.txt": b"x", "b.txt": b"y"})
    assert count_inputs([str(mixed)]) == 9, "3 stored, a text, 3 sound pages of 4, 2 members"


def test_articles_that_are_gone_are_read_again(mixed: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.duckdb"
    run(mixed, db)
    with duckdb.connect(str(db)) as con:
        con.execute("DELETE FROM articles WHERE url = 'https://b.example/2'")
    counts, _ = run(mixed, db)
    assert (counts.added, counts.unchanged) == (1, 4)
    assert run(mixed, db)[0].unchanged == 5


def test_since_leaves_older_ones_aside_and_the_quarantine_alone(mixed: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.duckdb"
    run(mixed, db)
    # 20:00 UTC is the next day in Vietnam.
    counts, told = run(mixed, tmp_path / "b.duckdb", since="2026-11-22")
    assert (counts.added, counts.quarantined, counts.skipped) == (1, 1, 5)
    assert {str(o.reason) for o in told if isinstance(o, Skipped)} == {
        "fetched before 2026-11-22", "published before 2026-11-22",
    }  # fmt: skip
    held = quarantine(db)
    run(mixed, db, since="2026-11-22")
    assert quarantine(db) == held


def test_a_limit_counts_what_is_new(mixed: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.duckdb"
    added = [run(mixed, db, limit=2)[0].added for _ in range(4)]
    assert added == [2, 2, 1, 0]
    assert len(quarantine(db)) == 2


def test_a_dry_run_tells_and_writes_nothing(mixed: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.duckdb"
    (plan,) = Batch(paths=[str(mixed)], db=db, rules=RULES).plan()
    assert (plan.new, plan.changed, plan.unchanged, plan.refused, plan.skipped) == (5, 0, 0, 2, 0)
    assert not db.exists()
    run(mixed, db)
    before = db.read_bytes()
    (mixed / "work" / "a.txt").write_text(news("Tri Tôn", 41), encoding="utf-8")
    (plan,) = Batch(paths=[str(mixed)], db=db, rules=RULES).plan()
    assert (plan.new, plan.unchanged, plan.refused) == (1, 4, 2)
    (plan,) = Batch(paths=[str(mixed)], db=db, rules=RULES, published="2022-12-01", place="huyện Thạch Hà").plan()
    assert (plan.new, plan.changed, plan.unchanged) == (1, 4, 0)
    (plan,) = Batch(paths=[str(mixed)], db=db, rules=RULES, place="huyện Thạch Hà", limit=2).plan()
    assert plan.new + plan.changed == 2
    assert db.read_bytes() == before


def test_one_damaged_input_never_ends_the_batch(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in _broken():
        (folder / name).write_bytes(data)
    (folder / "z.txt").write_text(news("Thạch Hà", 31), encoding="utf-8")
    counts, told = run(folder, tmp_path / "a.duckdb")
    assert counts.added == 1
    refused = [o for o in told if isinstance(o, Refused)]
    assert {Path(o.path).name for o in refused} == {name for name, _ in _broken()}
    reasons = [str(o.reason) for o in refused]
    assert all(reason and "\n" not in reason and "Error" not in reason for reason in reasons)


def _broken() -> Iterator[tuple[str, bytes]]:
    for suffix in (".txt", ".html", ".jsonl", ".csv", ".warc", ".warc.gz", ".zip", ".docx", ".pdf"):
        yield f"empty{suffix}", b""
        yield f"nul{suffix}", b"\x00" * 500
    yield "cut.docx", saved(report())[:3000]
    yield "cut.pdf", pdf([printed(1, PARAGRAPHS)])[:700]
    yield "locked.pdf", locked("secret")


def test_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table([HEAD, row(1, "Thạch Hà"), row(2, "Yên Lập")]), encoding="utf-8")
    command = [sys.executable, "-m", "danvan.cli", "run", str(path), "--db", str(tmp_path / "a.duckdb"), "--lang", "en"]

    def call(*more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *more], capture_output=True, text=True, check=False)

    dry = call("--columns", "text=noi_dung,url=link", "--dry-run", "--format", "csv")
    assert (dry.returncode, dry.stdout.splitlines()) == (
        0, ["path,new,changed,unchanged,set_aside,refused,skipped", f"{path},2,0,0,0,0,0"],
    )  # fmt: skip
    assert not (tmp_path / "a.duckdb").exists()
    assert call("--columns", "text=noi_dung,url=link", "--limit", "1").returncode == 0
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as con:
        assert con.execute("SELECT url FROM articles").fetchall() == [("https://a.example/1",)]
    for more, said in (
        (("--columns", "body=noi_dung"), "the names known are text, title"), (("--limit", "0"), "--limit"),
        (("--since", "someday"), "someday"), (("--format", "csv"), "--dry-run"),
    ):  # fmt: skip
        wrong = call(*more)
        assert (wrong.returncode, said in wrong.stderr) == (2, True), more


def test_a_wrong_day_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no day"):
        open_inputs([tmp_path], published="soon")
