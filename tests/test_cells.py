"""Tables of what units did: what a number counts says the head of its column, and where, the label of its row."""

from __future__ import annotations

import pytest

from danvan.ingest.read import draft_from_text
from danvan.ruleset import load_rules
from danvan.steps import extract

RULES = load_rules()
LEAD = "Năm 2021, huyện Phú Hạc, tỉnh Tiền Giang có nhiều cách làm hay ở cơ sở, kết quả của các đơn vị như sau:"


def cells(table: str) -> list[tuple[str, float, str | None]]:
    text = f"Kết quả của các xã huyện Phú Hạc\n(09:54 | 14/01/2022)\n\n{LEAD}\n\n{table}\n\nHội nghị kết thúc tốt đẹp."
    record = extract(draft_from_text(text, rules=RULES), RULES)
    found = [f for f in record.figures if f.span.start > text.index("như sau")]
    return [(f.measure, f.value, f.place.name if f.place else None) for f in found]


TWO = [
    ("hội nghị", 5, "An Trạch"), ("hộ", 44, "An Trạch"), ("hội nghị", 6, "Bình Hạ"), ("hộ", 51, "Bình Hạ"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Đơn vị | Số hội nghị | Số hộ hiến đất\nXã An Trạch | 5 | 44\nXã Bình Hạ | 6 | 51", TWO),
        ("STT | Đơn vị | Số hội nghị | Số hộ hiến đất\n1 | Xã An Trạch | 5 | 44\n2 | Xã Bình Hạ | 6 | 51", TWO),
        ("Đơn vị | Số hội nghị | Kinh phí (triệu đồng)\nXã An Trạch | 5 | 44\nXã Bình Hạ | 6 | 51", TWO[::2]),
        ("Đơn vị | Số hội nghị | Xếp thứ\nXã An Trạch | 5 | 1\nXã Bình Hạ | 6 | 2", TWO[::2]),
        ("Đơn vị | Số hội nghị | Số hộ hiến đất\nXã An Trạch | - | 44\nXã Bình Hạ | 6 |", [TWO[1], TWO[2]]),
        (
            "STT | Đơn vị | Số mô hình | Số hộ hiến đất\n1 | Xã An Trạch | 7 | 44\n2 | Xã Bình Hạ | 9 | 51\n"
            "Tổng | 16 | 95",
            [
                ("mô hình", 7, "An Trạch"), TWO[1], ("mô hình", 9, "Bình Hạ"), TWO[3],
                ("mô hình", 16, "Phú Hạc"), ("hộ", 95, "Phú Hạc"),
            ],
        ),
        (
            "STT | Đơn vị | Kết quả\nSố hội nghị | Số hộ hiến đất\n1 | Xã An Trạch | 5 | 44\n2 | Xã Bình Hạ | 6 | 51",
            TWO,
        ),
        (
            "Đơn vị | Tổng số mô hình | Trong đó\nTập thể | Cá nhân\nXã An Trạch | 7 | 5 | 2\nXã Bình Hạ | 9 | 6 | 3",
            [
                ("mô hình", 7, "An Trạch"), ("tập thể", 5, "An Trạch"), ("cá nhân", 2, "An Trạch"),
                ("mô hình", 9, "Bình Hạ"), ("tập thể", 6, "Bình Hạ"), ("cá nhân", 3, "Bình Hạ"),
            ],
        ),
        (
            "Đơn vị | Mô hình “Dân vận khéo”\nTập thể | Cá nhân\nXã An Trạch | 5 | 2\nXã Bình Hạ | 6 | 3",
            [
                ("mô hình", 5, "An Trạch"), ("mô hình", 2, "An Trạch"), ("mô hình", 6, "Bình Hạ"),
                ("mô hình", 3, "Bình Hạ"),
            ],
        ),
        (
            "Đơn vị | Số hộ | Tỷ lệ (%)\nXã An Trạch | 44 | 90\nXã Bình Hạ | 51 | 85,5",
            [TWO[1], ("tỷ lệ", 90, "An Trạch"), TWO[3], ("tỷ lệ", 85.5, "Bình Hạ")],
        ),
        ("TT | Họ và tên | Năm sinh\n1 | Lê Văn Bảy | 1971\n2 | Trần Thị Sáu | 1980", []),
    ],
)  # fmt: skip
def test_cells_of_a_table(table: str, expected: list[tuple[str, float, str | None]]) -> None:
    assert cells(table) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Đơn vị | Số hộ | Kinh phí (triệu đồng)\nXã An Trạch | 5 | 44,5\nXã Bình Hạ | 6 | 1.051",
         [44_500_000, 1_051_000_000]),
        ("Đơn vị | Số tiền\nXã An Trạch | 44.500.000\nXã Bình Hạ | 51.000.000", [44_500_000, 51_000_000]),
        ("ĐVT: triệu đồng\nĐơn vị | Vốn góp\nXã An Trạch | 44\nXã Bình Hạ | 51", [44_000_000, 51_000_000]),
        ("Đơn vị | Kinh phí (triệu đồng)\nNhà nước | Nhân dân\nXã An Trạch | 44 | 5\nXã Bình Hạ | 51 | 6",
         [44_000_000, 5_000_000, 51_000_000, 6_000_000]),
        ("Đơn vị | Kinh phí\nXã An Trạch | 44\nXã Bình Hạ | 51", []),
        ("Đơn vị | Số hộ | Số hội nghị\nXã An Trạch | 44 | 3\nXã Bình Hạ | 51 | 4", []),
    ],
)  # fmt: skip
def test_sums_in_the_cells_of_a_table(table: str, expected: list[int]) -> None:
    text = f"Kết quả của các xã huyện Phú Hạc\n(09:54 | 14/01/2022)\n\n{LEAD}\n\n{table}\n\nHội nghị kết thúc tốt đẹp."
    record = extract(draft_from_text(text, rules=RULES), RULES)
    assert [m.amount for m in record.money] == expected
    assert all(m.span.text.replace(".", "").replace(",", "").isdigit() for m in record.money)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Đơn vị | Số hộ hiến đất\nXã An Trạch | 44\nXã Bình Hạ | 51\nTổng cộng | 96", [(96, True), (96, True)]),
        ("Đơn vị | Số mô hình\nXã An Trạch | 44\nXã Bình Hạ | 51\nTổng cộng | 96", [(96, True), (96, True)]),
        (
            "Đơn vị | Số mô hình\nXã An Trạch | 44\nTrong đó: tập thể | 30\nXã Bình Hạ | 51\nTổng cộng | 96",
            [(96, False), (96, False), (96, False)],
        ),
        ("Đơn vị | Số hộ hiến đất\nXã An Trạch | 44\nXã Bình Hạ | 51", []),
    ],
)
def test_rows_that_a_last_row_sums_up(table: str, expected: list[tuple[float, bool]]) -> None:
    text = f"Kết quả của các xã huyện Phú Hạc\n(09:54 | 14/01/2022)\n\n{LEAD}\n\n{table}\n\nHội nghị kết thúc tốt đẹp."
    figures = extract(draft_from_text(text, rules=RULES), RULES).figures
    assert [(figures[f.part_of].value, f.partition) for f in figures if f.part_of is not None] == expected
