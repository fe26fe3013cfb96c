"""Faults point at the line and column of the article's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from danvan.evaluate.where import At, Whereabouts
from danvan.ingest.read import read_inputs
from danvan.ruleset import load_rules
from danvan.text.article import Draft

BODY = "Xã Hòa Phú có 12 mô hình.\r\nNăm 2022, 112 hộ hiến đất; 12 hộ góp công.\r\n"


def read(path: Path) -> Whereabouts:
    (draft,) = read_inputs([path], rules=load_rules())
    assert isinstance(draft, Draft)
    return Whereabouts(draft.text, draft)


def stands_at(path: Path, at: At | None) -> str:
    """What an editor shows behind the place."""
    assert at is not None
    assert at.path == str(path)
    assert at.line is not None
    assert at.column is not None
    return path.read_text("utf-8-sig").splitlines()[at.line - 1][at.column - 1 :]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_offsets_become_lines_and_columns(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"TIN XÃ HÒA PHÚ\r\n\r\n{BODY}".encode(encoding))
    where = read(path)
    assert where.at(where.text.index("112 hộ")) == At(str(path), 4, 11)
    assert where.words("12 mô hình")[1] == At(str(path), 3, 15)


def test_letters_of_two_characters_do_not_shift_columns_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Xa\u0303 Hoa\u0300 Phu\u0301 co\u0301 12 mô hình, 7 hội nghị.", encoding="utf-8", newline="")
    where = read(path)
    assert stands_at(path, where.at(where.text.index("7 hội"))).startswith("7 hội nghị")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("12 hộ", "12 hộ góp"),  # not the end of "112 hộ"
        ("12 mô\nhình", "12 mô hình"),
        ("năm 2022", "Năm 2022"),
        ("hộ hiến", "hộ hiến đất"),
    ],
)
def test_gold_words_are_found_as_words(tmp_path: Path, words: str, found: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8", newline="")
    where = read(path)
    offset, at = where.words(words)
    assert offset == where.text.index(found)
    assert stands_at(path, at).startswith(found)


def test_what_the_page_holds_but_the_article_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    paragraphs = "".join(f"<p>Đoạn {n}: xã Hòa Phú có 12 mô hình,&nbsp;chi {n} triệu đồng.</p>\n" for n in range(1, 9))
    page = (
        f"<html><head><title>Tin</title></head>\n<body><!-- bản in 77 --><article>{paragraphs}</article></body></html>"
    )
    path.write_text(page, encoding="utf-8")
    where = read(path)
    at = where.at(where.text.index("12 mô hình", where.text.index("Đoạn 5")))
    assert stands_at(path, at).startswith("12 mô hình,&nbsp;chi 5 triệu")
    assert where.words("bản in 77") == (None, At(str(path), 2, 12))
    assert where.words("nowhere") == (None, At(str(path)))
    assert str(where.words("nowhere")[1]) == f"{path}:1:1"


def test_without_a_file_there_is_an_offset_only() -> None:
    where = Whereabouts("Có 12 mô hình.")
    assert where.words("12 mô hình") == (3, None)
    assert where.words("13 mô hình") == (None, None)
    assert where.words(" ") == (None, None)
    assert where.at(3) is None


def test_a_line_of_a_list_of_articles_has_no_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Xã Hòa Phú có 12 mô hình."}\n', encoding="utf-8")
    assert read(path).words("12 mô hình")[1] == At(str(path))
