"""Inputs: files of every kind, encodings, folders; what is no article is said with its reason."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import UsageError
from danvan.ingest.lines import join_lines, mark, split_lines
from danvan.ingest.page import read_iso
from danvan.ingest.read import Skipped, Unreadable, draft_from_text, read_inputs
from danvan.match import find, unmark
from danvan.ruleset import Rule, load_rules
from danvan.steps import extract
from danvan.text.article import Draft
from danvan.text.clean import to_raw
from danvan.text.view import fold_view

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


def files(folder: str) -> list[Path]:
    return [p for p in sorted((PAGES / folder).iterdir()) if p.suffix != ".expected"]


def shown(found: list[Draft | Unreadable | Skipped]) -> list[str]:
    """The articles of a file as the .expected files have them, "==" between two."""
    lines: list[str] = []
    for item in found:
        lines += ["=="] if lines else []
        if isinstance(item, Draft):
            lines += [f"published> {item.published}", f"title> {item.title}"]
            lines += [
                f"text> {item.text[p.start : p.end]}" for p in item.parts if p.kind in {"lead", "body", "caption"}
            ]
        else:
            lines.append(f"refused> {item.reason}")
    return lines


@pytest.mark.parametrize("page", [*files("listings"), *files("refused")], ids=lambda p: p.name)
def test_page_of_many_or_of_none(page: Path) -> None:
    assert shown(items(page)) == page.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("page", files("listings"), ids=lambda p: p.name)
def test_entries_are_articles_of_one_file(page: Path) -> None:
    drafts = [i for i in items(page) if isinstance(i, Draft)]
    assert len({d.id for d in drafts}) == len(drafts)
    assert {d.source for d in drafts} == {str(page)}
    assert [d.id for d in items(page) if isinstance(d, Draft)] == [d.id for d in drafts]
    for draft in drafts:
        assert len({draft.raw for draft in drafts}) == 1
        assert "".join(draft.raw[to_raw(draft.raw_starts, i)] for i in range(len(draft.text))) == draft.text


@pytest.mark.parametrize("page", files("articles"), ids=lambda p: p.name)
def test_article_is_not_split(page: Path) -> None:
    draft = only(page)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.published is None) != (None, True)
    assert not any("entry" in note and not note.startswith("entry 1 of 1") for note in draft.notes)


def test_article_beside_teasers_holds_none_of_them() -> None:
    draft = only(PAGES / "articles" / "page_with_related.html")
    assert isinstance(draft, Draft)
    assert "300.000" not in draft.text


def test_lines_of_json_may_be_listings(tmp_path: Path) -> None:
    text = (PAGES / "listings" / "portal_category.txt").read_text(encoding="utf-8")
    line = json.dumps({"text": text, "title": "Công tác dân vận", "published": "2023-02-07"})
    drafts = [i for i in items(written(tmp_path, "a.jsonl", line.encode())) if isinstance(i, Draft)]
    assert [d.published for d in drafts] == ["2022-12-20", "2022-12-12", "2022-12-05", "2022-11-28"]
    assert "Công tác dân vận" not in {d.title for d in drafts}


@pytest.mark.parametrize("text", files("silent"), ids=lambda p: p.name)
def test_where_it_must_stay_silent(text: Path) -> None:
    draft = only(text)
    assert isinstance(draft, Draft)
    record = extract(draft, RULES)
    assert not record.officials
    assert not record.models
    assert [f for f in record.figures if f.topic or f.status or f.measure == "mô hình"] == []
    assert [m for m in record.money if m.items is not None] == []


@pytest.mark.parametrize("tag", ["div", "center", "table><tr><td"])
def test_elements_that_none_closes_take_nothing_away(tmp_path: Path, tag: str) -> None:
    lines = "".join(f"<{tag}><p>Thôn {n} vận động bà con hiến đất mở rộng đường liên xã.</p>" for n in range(1, 301))
    draft = only(written(tmp_path, "a.html", f"<html><body><h1>{TITLE}</h1>{lines}</body></html>".encode()))
    assert isinstance(draft, Draft)
    assert [n for n in range(1, 301) if f"Thôn {n} vận động" not in draft.text] == []


@pytest.mark.parametrize("rule", [r for r in RULES.of("layout") if "first" in r.gives], ids=lambda r: r.id)
def test_rule_of_first_words_is_tried_on_its_examples(rule: Rule) -> None:
    for example in rule.examples:
        view = fold_view(unmark(example["text"])[0])
        blocks = join_lines(split_lines(view, RULES))
        mark(blocks, RULES)
        assert find(rule, view)
        assert any(m.rule is rule for b in blocks for m in b.marks), example["text"]


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
        ("a.txt", "Réunion générale à l’hôtel, où l’été dernier déjà été élevés à côté ".encode() * 5, "no Vietnamese"),
        ("a.html", b"<html><head><title>x</title></head><body></body></html>", "no article"),
        ("a.docx", b"anything", "not a .docx document"),
        ("a.md", b"anything", "no reader for .md; readable are .txt"),
        ("a.odt", b"anything", "no reader for .odt; save it as .docx"),
    ],
)
def test_what_is_no_article_is_said(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    item = only(written(tmp_path, name, data))
    assert isinstance(item, Unreadable)
    assert reason in str(item.reason)
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


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("14/01/2022", "2022-01-14"), ("14-1-2022", "2022-01-14"), ("Thứ sáu, 14/01/2022", None),
        ("14/01/2022 17:05:33", None), ("TRANG CHỦ\n14/03/2024", None), ("14/03/2029", None),
    ],
)  # fmt: skip
def test_bare_day_on_the_first_line(head: str, published: str | None) -> None:
    body = "Năm 2021, toàn huyện Phú Hạc xây dựng được 58 mô hình dân vận khéo, hơn năm 2020 là 12 mô hình của các xã."
    assert draft_from_text(f"{head}\n\n{TITLE}\n\n{body}\n\n{body}", rules=RULES).published == published


@pytest.mark.parametrize(("line", "published"), [("15:32, 18/10/2021", "2021-10-18T15:32"), ("18/10/2021", None)])
def test_day_between_lead_and_text(line: str, published: str | None) -> None:
    """With its hour it is that of the page; a bare day on a line of its own heads a section."""
    body = "Phong trào được các chi bộ hưởng ứng, nhiều hộ hiến đất mở đường và góp công làm sân chơi cho trẻ nhỏ."
    assert draft_from_text(f"{body} {body} {body}\n\n{line}\n\n{body}\n\n{body}", rules=RULES).published == published


TABLE = "Kết quả như sau:\n\nLĩnh vực | Số mô hình\nKinh tế | 25\nVăn hóa - xã hội | 18\nQuốc phòng - an ninh | 8"


@pytest.mark.parametrize(
    ("end", "last"),
    [
        (TABLE + "\n\nTrở về đầu trang", "Quốc phòng - an ninh | 8"),
        (TABLE + "\n\nLượt xem: 1.204 | In trang", "Quốc phòng - an ninh | 8"),
        ("Kinh tế | 25\nVăn hóa - xã hội | 18", STORY.strip().splitlines()[-1]),
    ],
)
def test_table_at_the_end_is_text(end: str, last: str) -> None:
    draft = draft_from_text(f"{TITLE}\n\n{STORY}\n\n{end}", rules=RULES)
    body = [draft.text[p.start : p.end] for p in draft.parts if p.kind == "body"]
    assert body[-1] == last


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
