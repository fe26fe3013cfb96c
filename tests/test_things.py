"""Counted things, sums and the unit that speaks, as pages of unions, the Front and communes tell them.

Counts are told as in tests/telling.py; a sum as "amount basis @place period | purpose | the words of its items".
"""

from __future__ import annotations

import re

import pytest

from danvan.records import ArticleRecord, Money
from telling import read, told

OPENING = "Huyện Phú Hạc chăm lo đời sống nhân dân toàn huyện.\n\n"

PLACES = [
    # whom it is for, and where it stands
    ("Đoàn trao 40 suất quà cho hội viên, phụ nữ nghèo xã An Trạch.", ["~ 40 phần quà @An Trạch"]),
    ("Hội giải ngân cho 25 hội viên nông dân xã An Trạch vay vốn.", ["~ 25 hội viên @An Trạch"]),
    (
        "Đoàn tặng 20 suất quà cho 20 hộ nghèo xã Bình Hạ.",
        ["~ 20 phần quà @Bình Hạ", "~ 20 hộ @Bình Hạ"],
    ),
    ("Đoàn trao 40 suất quà cho hội viên xã An Trạch và xã Bình Hạ.", ["~ 40 phần quà"]),
    ("Hội tặng 30 suất quà do con em quê xã An Trạch góp.", ["~ 30 phần quà"]),
    # a work whose site is told goes on there
    (
        "Huyện đoàn bàn giao công trình đèn đường tại thôn Đồng Vông, xã An Trạch. Công trình dài 2 km, có 40 cột điện.",
        ["~ 2 công trình @Đồng Vông", "~ 40 cột điện @Đồng Vông"],
    ),
    (
        "Huyện đoàn làm công trình đèn đường ở xã An Trạch, xã Bình Hạ. Công trình dài 2 km.",
        ["~ 2 công trình"],
    ),
    # what a picture shows speaks for nobody behind it
    (
        "Lãnh đạo xã An Trạch thăm vườn cam. Ảnh: H.A Các cấp hội đã mở 12 lớp tập huấn.",
        ["~ 12 lớp tập huấn"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[text[:60] for text, _ in PLACES])
def test_where_things_are(text: str, expected: list[str]) -> None:
    assert [re.sub(r" \d{4}-\S+( cum)?", "", one) for one in told(OPENING + text)] == expected
