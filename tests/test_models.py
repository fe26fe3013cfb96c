"""Single models: sentences of an article of the invented huyện Phú Hạc, and "name | owner | place" of each model."""

from __future__ import annotations

from pathlib import Path

import pytest

from danvan.api import extract
from danvan.ruleset import load_rules

INVENTED = load_rules(Path(__file__).parent / "layers" / "phu_hac")


def told(text: str) -> list[str]:
    record = extract(text, published="2023-07-20", place="huyện Phú Hạc, tỉnh Lam Giang", rules=INVENTED)
    return [f"{m.name} | {m.owner or '-'} | {m.place.name if m.place else '-'}" for m in record.models]


QUOTED = [
    (
        'Hội Phụ nữ xã ra mắt mô hình "Dân vận khéo" với tên gọi "Biến rác thành tiền".',
        ["Biến rác thành tiền | Hội Phụ nữ xã | -"],
    ),
    (
        'Điển hình "Dân vận khéo" có: Hội Cựu chiến binh xã An Trạch với mô hình "Đoạn đường tự quản"; '
        'Công an xã Bình Hạ với mô hình "Camera an ninh".',
        [
            "Đoạn đường tự quản | Hội Cựu chiến binh xã An Trạch | An Trạch",
            "Camera an ninh | Công an xã Bình Hạ | Bình Hạ",
        ],
    ),
    (
        'Xã có 3 mô hình "Dân vận khéo" là: "Tuyến đường hoa", "Bếp ăn tình thương", "Tiếng loa an ninh".',
        ["Tuyến đường hoa | - | -", "Bếp ăn tình thương | - | -", "Tiếng loa an ninh | - | -"],
    ),
    ('Mô hình "Dân vận khéo" nói riêng chính là "điều làm nên khác biệt".', []),
    ('Phong trào "Dân vận khéo" và cuộc vận động "Toàn dân đoàn kết" lan rộng.', []),
]

LISTED = [
    (
        'Một số mô hình "Dân vận khéo" tiêu biểu trên địa bàn huyện như: vận động hiến đất làm đường ở xã An Trạch; '
        "nuôi dê sinh sản của ông Vi Văn Dũng, xã Bình Hạ.",
        ["vận động hiến đất làm đường | - | An Trạch", "nuôi dê sinh sản | Vi Văn Dũng | Bình Hạ"],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo". Tiêu biểu như: hỗ trợ nhà ở cho hộ nghèo; lắp đèn đường nông thôn.',
        ["hỗ trợ nhà ở cho hộ nghèo | - | -", "lắp đèn đường nông thôn | - | -"],
    ),
    ('Các đơn vị có nhiều mô hình "Dân vận khéo" tiêu biểu như: xã An Trạch 21 mô hình; xã Bình Hạ 17 mô hình.', []),
]

DESCRIBED = [
    (
        'Phong trào "Dân vận khéo" lan rộng, nổi bật là mô hình nuôi dê của anh Vi Văn Dũng, xã An Trạch.',
        ["nuôi dê | Vi Văn Dũng | An Trạch"],
    ),
    (
        'Đoàn thăm mô hình "Dân vận khéo" trong xây dựng cổng rào của xã Hòa Lạc.',
        ["xây dựng cổng rào | xã Hòa Lạc | Hòa Lạc"],
    ),
    ('Cùng với "Dân vận khéo", mô hình chính quyền địa phương 2 cấp vận hành tốt.', []),
    ("Đoàn thăm mô hình nuôi dê của anh Vi Văn Dũng, xã An Trạch.", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quoted(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_listed(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_described(text: str, expected: list[str]) -> None:
    assert told(text) == expected
