"""Our tagger of names: what it finds in the language of these articles, as exact spans, and what it leaves alone."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import ReadError
from danvan.ruleset import load_rules
from danvan.text.entities import LONGEST_FOR_NAMES, MODEL, Entity, NameTagger, load_names, make_columns, read_tokens


@pytest.fixture(scope="module")
def tagger() -> NameTagger:
    return load_names(load_rules())


def names_in(tagger: NameTagger, text: str, label: str) -> list[str]:
    return [text[e.start : e.end] for e in tagger.entities(text, [(0, len(text))]).found if e.label == label]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Đến dự có đồng chí Trịnh Văn Lộc, Phó Bí thư Huyện ủy.", ["Trịnh Văn Lộc"]),
        ("Đ/c Hoàng Thị Mơ - Chủ tịch Hội Nông dân xã báo cáo kết quả.", ["Hoàng Thị Mơ"]),
        ("Bí thư Đảng ủy xã Tân Hưng Nguyễn Văn Út trao giấy khen.", ["Nguyễn Văn Út"]),
        ("Hộ ông Phan Văn Đẹt ở ấp 5 hiến 300 mét vuông đất.", ["Phan Văn Đẹt"]),
        ("Gia đình bà Kiều Thị Sen và gia đình anh Lữ Quốc Bảo cùng dời hàng rào.", ["Kiều Thị Sen", "Lữ Quốc Bảo"]),
        ("Trưởng buôn Y Blơm Êban kể lại chuyện cũ.", ["Y Blơm Êban"]),
        ("Chị H'Mlan, hội viên phụ nữ, dệt thổ cẩm.", ["H'Mlan"]),
        ("Ông Sử cười: đất này không bán.", ["Sử"]),
    ],
)
def test_persons(tagger: NameTagger, text: str, persons: list[str]) -> None:
    assert names_in(tagger, text, "PER") == persons


@pytest.mark.parametrize(
    "text",
    [
        "Các đồng chí Bí thư Đảng ủy, Trưởng Ban Dân vận cùng dự.",
        "Ban Thường vụ Huyện ủy ban hành Nghị quyết số 08-NQ/HU.",
        "Phong trào thi đua “Dân vận khéo” lan rộng ở Mặt trận các cấp.",
        "Thứ năm, ngày 12/5, tại xã Bình Khánh, trời nắng.",
        "Dịp Tết Giáp Thìn, đồng bào Vân Kiều gói bánh.",
        "Đoàn viên trồng hoa dọc kênh Xáng, đường Trần Phú.",
    ],
)
def test_capitals_that_are_no_persons(tagger: NameTagger, text: str) -> None:
    assert names_in(tagger, text, "PER") == []


def test_a_unit_behind_an_organ_is_a_place_and_the_organ_a_body(tagger: NameTagger) -> None:
    text = "Ban Dân vận Huyện ủy Thạch Hà làm việc với UBND xã Thạch Lạc và Trường Tiểu học Kim Đồng."
    assert names_in(tagger, text, "LOC") == ["Thạch Hà", "xã Thạch Lạc"]
    assert names_in(tagger, text, "ORG") == ["Ban Dân vận Huyện ủy", "UBND", "Trường Tiểu học Kim Đồng"]


def test_a_surname_of_the_user_s_rules_is_known(tmp_path: Path) -> None:
    (tmp_path / "surnames.csv").write_text("form,example,source\nZưa,Trưởng ấp [Zưa Minh Tâm] cho biết,test\n", "utf-8")
    text = "Zưa Minh Tâm"
    assert names_in(NameTagger(load_rules(tmp_path)), text, "PER") == [text]


def test_decomposed_text_gives_spans_of_the_text_as_it_stands(tagger: NameTagger) -> None:
    loose = unicodedata.normalize("NFD", "Đồng chí Nguyễn Thị Hòa, Bí thư Đảng uỷ, phát biểu.")
    assert [unicodedata.normalize("NFC", n) for n in names_in(tagger, loose, "PER")] == ["Nguyễn Thị Hòa"]


def test_sentences_are_read_one_by_one_whatever_stands_around_them(tagger: NameTagger) -> None:
    text = "Ông Trần Văn Bảy nói. Bà Lê Thị Chín nghe. Xã Long Điền vui."
    sentences = [(0, 21), (22, 42), (43, len(text))]
    together = tagger.entities(text, sentences).found
    alone = tuple(e for s in sentences for e in tagger.entities(text, [s]).found)
    assert together == alone == (
        Entity(4, 16, "PER"), Entity(25, 36, "PER"), Entity(43, 55, "LOC"),
    )  # fmt: skip


def test_a_sentence_that_is_too_long_goes_without_names_and_is_reported(tagger: NameTagger) -> None:
    text = "Ông Trần Văn Bảy nói. " + "Ông Trần Văn Bảy nói và " * (LONGEST_FOR_NAMES // 20)
    names = tagger.entities(text, [(0, 21), (22, len(text))])
    assert [(e.start, e.end) for e in names.found] == [(4, 16)]
    assert names.skipped == ((22, len(text)),)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_tokens_cover_all_letters_and_digits_in_order(text: str) -> None:
    spans, forms = read_tokens(text, 0, len(text))
    assert len(spans) == len(forms) == len(make_columns(forms)[0])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    outside = set(range(len(text))).difference(*(range(a, b) for a, b in spans))
    assert not any(text[i].isalpha() or text[i].isdecimal() for i in outside)


def test_the_place_in_a_run_of_capitals() -> None:
    columns = make_columns(["bà", "Lê", "Thị", "Na", ",", "12", "ấp"])
    assert columns[1] == ["a", "Aa", "Aa", "Aa", ",", "9", "a"]
    assert columns[2] == ["-", "bà", "bà", "bà", "-", "-", "-"]
    assert columns[6] == ["-", "0/3", "1/3", "2/3", "-", "-", "-"]


def test_the_model_is_small_and_plain() -> None:
    assert MODEL.stat().st_size < 500_000
    assert MODEL.read_text("utf-8").startswith("labels\tO\tB-PER\t")


@pytest.mark.parametrize(
    "content", ["", "labels\tO\tB-PER\nO\t0.0\n", "labels\tO\nO\tx\n", "labels\tO\nO\t0\na=b\tQ 1\n"]
)
def test_a_broken_model_is_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "names.tsv").write_text(content, "utf-8")
    with pytest.raises(ReadError, match=r"names\.tsv: no weights of a name tagger"):
        NameTagger(load_rules(), tmp_path / "names.tsv")
