"""Names of people without a public post: which are left out, and what is never taken for one."""

from __future__ import annotations

import pytest

from danvan.privacy import Names
from danvan.ruleset import load_rules

OFFICIALS = {"a": ["Trần Văn Lộc", "Lê Thị Hoa"]}


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_rules(), ["Lò Pín", "bà Nở", "Hội CCB Vũ Đình Cảnh", "Hội Nông dân xã Hồng Thuận"], OFFICIALS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mô hình nuôi ong của anh Lý Văn Pảo", "Mô hình nuôi ong của anh …"),
        ("Hộ bà Nguyễn Thị Đẹt hiến 20 m2 đất", "Hộ bà … hiến 20 m2 đất"),
        ("hộ Nguyễn Văn Bốn được tặng nhà", "hộ … được tặng nhà"),
        ("nhà Lò Pín thoát nghèo", "nhà … thoát nghèo"),
        ("Ông Sáu kể, ông Sáu cười", "Ông … kể, ông … cười"),
        ("Cựu chiến binh Vũ Đình Cảnh trồng vải", "Cựu chiến binh … trồng vải"),
        ("bà Nở nói hoa nở rộ", "bà … nói hoa nở rộ"),
        ("hộ H'Nhơn, chị H'Nhơn Ayŭn", "hộ H'Nhơn, chị …"),
    ],
)
def test_private_names_are_blanked(names: Names, text: str, expected: str) -> None:
    assert names.blank(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Trần Văn Lộc, Bí thư Huyện ủy, chủ trì; đồng chí Lộc phát biểu",
        "bà Lê Thị Hoa nêu rõ",
        "các đồng chí Thường trực Huyện ủy",
        "đồng chí Bí thư Chi bộ",
        "học tập Bác Hồ, lời Cụ Hồ",
        "tỉnh Bà Rịa - Vũng Tàu và huyện Anh Sơn",
        "Bà Rịa - Vũng Tàu có 12 mô hình",
        "đường Nguyễn Văn Cừ, Trường THPT Nguyễn Thị Minh Khai, huyện Trần Văn Thời",
        "Hội Nông dân xã Hồng Thuận vận động 12 hộ",
    ],
)
def test_officials_places_and_roads_stay(names: Names, text: str) -> None:
    assert names.blank(text, "a") == text


def test_an_official_of_one_article_is_a_private_person_in_another(names: Names) -> None:
    assert names.blank("ông Trần Văn Lộc nuôi ong", "b") == "ông … nuôi ong"


@pytest.mark.parametrize(
    ("owner", "shown"),
    [
        ("Hội LHPN xã Hồng Thuận", "Hội LHPN xã Hồng Thuận"),
        ("Phường An Phú", "Phường An Phú"),
        ("14 hộ khu 8", "14 hộ khu 8"),
        ("Trường THCS Lê Quý Đôn", "Trường THCS Lê Quý Đôn"),
        ("Trần Văn Lộc", "Trần Văn Lộc"),
        ("Lê Thành Nhơn", None),
        ("bà Nở", None),
        ("Hội CCB Vũ Đình Cảnh", None),
        ("Thích Đàm Thuận", None),
        (None, None),
    ],
)
def test_owners_that_are_organs_or_officials_stay(names: Names, owner: str | None, shown: str | None) -> None:
    assert names.owner(owner, "a") == shown
