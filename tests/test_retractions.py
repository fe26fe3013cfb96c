"""What a notice of correction takes back answers nothing, and what it brings stands."""

from __future__ import annotations

import pytest

import danvan

CASES = [
    (
        "Bài “Vũng Liêm nhân rộng mô hình hay” ghi 9 tháng đầu năm 2021 huyện xây dựng 69 mô hình “Dân vận khéo” do "
        "nhầm lẫn khi nhập liệu, số đúng là 96 mô hình.",
        {69: False, 96: True},
    ),
    (
        "Trong số báo trước có in: “Năm 2021, huyện xây dựng 138 mô hình Dân vận khéo”. Nay xin đọc lại là: “Năm 2021, "
        "huyện xây dựng 118 mô hình Dân vận khéo”.",
        {138: False, 118: True},
    ),
    ("Năm 2021, huyện xây dựng 118 mô hình “Dân vận khéo”, vượt 12 mô hình.", {118: True, 12: True}),
]


@pytest.mark.parametrize(("words", "holds"), CASES)
def test_what_is_taken_back_has_no_status_and_little_confidence(words: str, holds: dict[int, bool]) -> None:
    record = danvan.extract(words, published="2021-10-22", place="huyện Vũng Liêm, Vĩnh Long")
    told = {f.value: (f.status is not None, f.confidence > 0.6) for f in record.figures if f.measure == "mô hình"}
    assert told == {value: (held, held) for value, held in holds.items()}
