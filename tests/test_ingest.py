"""Inputs: files of every kind, encodings, folders; what is no article is said with its reason."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import UsageError
from danvan.ingest.page import read_iso
from danvan.ingest.read import Skipped, Unreadable, draft_from_text, read_inputs
from danvan.ruleset import load_rules
from danvan.text.article import Draft

RULES = load_rules()
PAGES = Path(__file__).parent / "pages"
TITLE = "Xã An Trạch tổng kết công tác dân vận năm 2021"
STORY = (
    "Ngày 11/01/2022, Đảng ủy xã An Trạch tổ chức hội nghị tổng kết công tác dân vận năm 2021. Trong năm, toàn xã xây "
    "dựng được 33 mô hình “Dân vận khéo”, trong đó có 20 mô hình của tập thể."
)
TEXT = f"{TITLE}\n(09:54 | 14/01/2022)\n\n{STORY}\n"


def items(*paths: Path | str, **more: object) -> list[Draft | Unreadable | Skipped]:
    return list(read_inputs(paths, **more))  # type: ignore[arg-type]


def only(path: Path) -> Draft | Unreadable | Skipped:
    (item,) = items(path)
    return item


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def windows_1258(text: str) -> bytes:
    """Letters with circumflex, breve and horn are single bytes there, tones are bytes of their own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = b""
    for char in text:
        marks = [c for c in unicodedata.normalize("NFD", char) if c in tones]
        base = "".join(c for c in unicodedata.normalize("NFD", char) if c not in tones)
        out += (unicodedata.normalize("NFC", base) + "".join(marks)).encode("cp1258", "replace")
    return out


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.htm*")), ids=lambda p: p.name)
def test_saved_page(page: Path) -> None:
    draft = only(page)
    assert isinstance(draft, Draft)
    found = [f"published> {draft.published}", f"author> {draft.author}"]
    found += [f"{p.kind}> {draft.text[p.start : p.end]}" for p in draft.parts]
    assert found == page.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        windows_1258(TEXT),
    ],
    ids=["utf-8", "with BOM", "utf-16", "utf-16-le", "utf-16-be", "NFD", "CRLF", "windows-1258"],
)
def test_one_text_in_every_encoding(tmp_path: Path, data: bytes) -> None:
    draft, plain = only(written(tmp_path, "a.txt", data)), only(written(tmp_path, "a.txt", TEXT.encode()))
    assert isinstance(draft, Draft)
    assert isinstance(plain, Draft)
    assert (draft.text, draft.published, draft.id) == (plain.text, plain.published, plain.id)


def test_one_broken_byte_is_no_other_encoding(tmp_path: Path) -> None:
    draft = only(written(tmp_path, "a.txt", TEXT.encode() + "huyện".encode()[:-2]))
    assert isinstance(draft, Draft)
    assert "xây dựng được 33 mô hình" in draft.text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"12 34 -- 56\n78", "no letters"),
        ("a.txt", ("ăẲeăỞỏõôẸ ẺệửỗỡẪ ỒẳỵởĂÂ ễữẵẴỷẮ ậẨỬỹỔẽ ẻỀợỶẾở " * 20).encode(), "no Vietnamese text"),
        ("a.txt", "Héi nghÞ tæng kÕt c«ng t¸c d©n vËn n¨m 2005 cña huyÖn uû ".encode() * 5, "no Vietnamese text"),
        ("a.html", b"<html><head><title>x</title></head><body></body></html>", "no article"),
        ("a.docx", b"anything", "no reader for .docx"),
    ],
)
def test_what_is_no_article_is_said(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    item = only(written(tmp_path, name, data))
    assert isinstance(item, Unreadable)
    assert reason in item.reason
    assert item.source == str(tmp_path / name)
    assert item.bytes_read in {0, len(data)}


def test_page_saved_as_text_is_a_page(tmp_path: Path) -> None:
    data = (PAGES / "nukeviet.html").read_bytes()
    draft, page = only(written(tmp_path, "a.txt", data)), only(PAGES / "nukeviet.html")
    assert isinstance(draft, Draft)
    assert isinstance(page, Draft)
    assert draft.text == page.text


def test_lines_of_json(tmp_path: Path) -> None:
    good = {
        "text": STORY,
        "url": "https://a.example/1",
        "title": TITLE,
        "published": "2022-01-14T09:54:30+07:00",
        "source": "Cổng Phú Hạc",
    }
    lines = [
        json.dumps(good),
        "",
        "{broken",
        json.dumps({"text": ""}),
        json.dumps({"text": 5}),
        "[1]",
        json.dumps({"text": STORY, "published": "hôm qua"}),
        json.dumps({"text": STORY}),
        json.dumps({"text": STORY, "url": None}),
    ]
    path = written(tmp_path, "a.jsonl", "\n".join(lines).encode())
    found = items(path)
    drafts = [i for i in found if isinstance(i, Draft)]
    assert [i.item for i in found if isinstance(i, Unreadable)] == ["line 3", "line 4", "line 5", "line 6", "line 7"]
    first, second, third = drafts
    assert (first.url, first.title, first.published, first.source) == (
        "https://a.example/1",
        TITLE,
        "2022-01-14T09:54",
        "Cổng Phú Hạc",
    )
    assert (second.source, second.published) == (str(path), None)
    assert len({d.id for d in drafts}) == 3
    assert [d.id for d in items(path) if isinstance(d, Draft)] == [d.id for d in drafts]
    assert third.text == second.text


def test_folder_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, TEXT.encode())
    for name in ("gold/a.json", ".hidden.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, b"{}")
    found = items(tmp_path)
    names = [str(Path(i.source or "").relative_to(tmp_path)) for i in found]
    assert names == [".hidden.txt", "a.txt", "b.txt", "gold/a.json", "notes.md", "sub/c.TXT"]
    assert [type(i).__name__ for i in found] == ["Skipped", "Draft", "Draft", "Skipped", "Skipped", "Draft"]
    assert len({i.id for i in found if isinstance(i, Draft)}) == 3


def test_id_is_the_same_on_every_machine(tmp_path: Path) -> None:
    here, there = tmp_path / "x", tmp_path / "y"
    for folder in (here, there):
        folder.mkdir()
        written(folder, "a.txt", TEXT.encode())
    first, second = only(here), only(there / "a.txt")
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert first.id == second.id


def test_standard_input() -> None:
    (draft,) = items("-", stdin=TEXT.encode(), published="2020-01-01")
    assert isinstance(draft, Draft)
    assert (draft.source, draft.published) == ("-", "2022-01-14T09:54")
    (nothing,) = items("-", stdin=b"")
    assert isinstance(nothing, Unreadable)


@pytest.mark.parametrize("published", ["14/01/2022", "2022-13-01", "2022-01-14 09:54", "soon"])
def test_wrong_day_is_refused_before_reading(published: str) -> None:
    with pytest.raises(UsageError, match="no day"):
        read_inputs(["-"], stdin=b"x", published=published)


def test_missing_path_is_refused_before_reading(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", TEXT.encode())
    with pytest.raises(UsageError, match=r"none\.txt"):
        read_inputs([tmp_path / "a.txt", tmp_path / "none.txt"])


def test_text_with_what_is_known_of_it() -> None:
    draft = draft_from_text(
        STORY, rules=RULES, source="Báo Lam Giang", url="https://a.example/2", title=TITLE, published="2022-01-15"
    )
    assert (draft.source, draft.url, draft.title, draft.published) == (
        "Báo Lam Giang",
        "https://a.example/2",
        TITLE,
        "2022-01-15",
    )


@pytest.mark.parametrize(
    ("value", "stamp"),
    [
        ("2021-10-12T09:30:00+07:00", "2021-10-12T09:30"),
        ("2021-10-12T20:30:00Z", "2021-10-13T03:30"),
        ("2021-10-12", "2021-10-12"),
        ("12/10/2021 09:30", "2021-10-12T09:30"),
        ("2021-13-12", None),
        ("31/02/2021", None),
        ("12 giờ trước", None),
        ("", None),
    ],
)
def test_stamps_of_metadata(value: str, stamp: str | None) -> None:
    assert read_iso(value) == stamp


@settings(deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    for item in items("-", stdin=data):
        assert isinstance(item, Draft | Unreadable)


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "<br>",
                "<h1>",
                "</h1>",
                "<table><tr><td>",
                "<a href=x>",
                "</a>",
                TITLE,
                STORY,
                "14/01/2022",
                "<!--",
                "-->",
                "&amp;",
                '<?xml version="1.0" encoding="utf-8"?>',
                "<title>x</title>",
                "\x00",
            ]
        ),
        max_size=25,
    )
)
def test_any_page(pieces: list[str]) -> None:
    for item in items("-", stdin=("<html>" + "".join(pieces)).encode()):
        assert isinstance(item, Draft | Unreadable)
