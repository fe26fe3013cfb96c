"""Parts far from what they divide: under headings and items, behind other counts, of a unit or a grade.

What a line says is told in tests/telling.py; the year of the article's report, 2022, is left out.
"""

from __future__ import annotations

import pytest

from telling import told

YEAR = " 2022-01-01..2022-12-31"
PARTS = [
    (
        "Dân vận khéo ở Phú Hạc\n\n"
        'Năm 2022, huyện công nhận 48 mô hình "Dân vận khéo" như sau:\n\n'
        "I. LĨNH VỰC KINH TẾ: 21 MÔ HÌNH\n\n"
        "Xã An Trạch 5 mô hình, xã Bình Hạ 6 mô hình.\n\n"
        '1. Mô hình "Vườn mẫu" của Hội Nông dân xã Bình Hạ.\n\n'
        "II. VĂN HÓA - XÃ HỘI: 16 MÔ HÌNH\n\n"
        "Trong đó, 9 mô hình của trường học, 7 mô hình của các xã.\n\n"
        "III. XÂY DỰNG HỆ THỐNG CHÍNH TRỊ: 11 MÔ HÌNH",
        [
            "48 recognised district",
            "21 recognised economy district <0=",
            "5 recognised economy district @An Trạch <1",
            "6 recognised economy district @Bình Hạ <1",
            "16 recognised culture_society district <0=",
            "9 recognised culture_society district <4=",
            "7 recognised culture_society district <4=",
            "11 recognised political_system district <0=",
        ],
    ),
    (
        "Dân vận khéo ở Phú Hạc\n\n"
        'Năm 2022, huyện có 118 mô hình "Dân vận khéo". Xã An Trạch có 9 mô hình.\n\n'
        "Hội vận động được 200 triệu đồng. Xã Bình Hạ có 12 mô hình về kinh tế.\n\n"
        "Qua kiểm tra, có 65 mô hình hiệu quả tốt, 40 mô hình hiệu quả khá và 13 mô hình chưa rõ hiệu "
        "quả.",
        [
            "118 built",
            "9 built @An Trạch",
            "12 built economy @Bình Hạ",
            "65 maintained <0=",
            "40 maintained <0=",
            "13 <0=",
        ],
    ),
    (
        "Dân vận khéo ở Phú Hạc\n\n"
        'Năm 2022, huyện có 118 mô hình "Dân vận khéo". Xã An Trạch có 9 mô hình.\n\n'
        "Xã Bình Hạ đăng ký 12 mô hình về kinh tế.\n\n"
        "Nhìn rộng ra toàn huyện, kinh tế có nhiều nhất với 65 mô hình, văn hóa - xã hội 40 mô hình, an "
        "ninh 13 mô hình.",
        [
            "118 built",
            "9 built @An Trạch",
            "12 registered economy @Bình Hạ",
            "65 built economy <0=",
            "40 built culture_society <0=",
            "13 built defence_security <0=",
        ],
    ),
    (
        'Năm 2022, huyện xây dựng 226 mô hình "Dân vận khéo". Rà soát cho thấy 168 mô hình hoạt động '
        "hiệu quả, 40 mô hình trung bình và 18 mô hình đã ngừng.",
        ["226 built", "168 maintained <0=", "40 <0=", "18 <0="],
    ),
    (
        "Dân vận khéo ở Phú Hạc\n\n"
        'Năm 2022, toàn huyện có 59 mô hình "Dân vận khéo":\n\n'
        "- Kinh tế: 19 mô hình. Xã An Trạch có 8 mô hình; xã Bình Hạ 5 mô hình.\n\n"
        "- Hệ thống chính trị: 13 mô hình, riêng chuyển đổi số 8 mô hình.",
        [
            "59 built",
            "19 built economy <0",
            "8 built economy @An Trạch <1",
            "5 built economy @Bình Hạ <1",
            "13 built political_system <0",
            "8 built other <4",
        ],
    ),
    (
        'Năm 2022, mỗi chi bộ một mô hình "Dân vận khéo", cả huyện có 14 mô hình "Dân vận khéo".',
        ["14 built"],
    ),
    (
        'Năm 2022, huyện công nhận 88 mô hình "Dân vận khéo". Trong số 88 mô hình nêu trên, huyện chọn 9 '
        "mô hình gửi tỉnh xét công nhận: xã An Trạch 4 mô hình, xã Bình Hạ 3 mô hình, còn lại mỗi đơn vị "
        "1 mô hình.",
        [
            "88 recognised district",
            "9 planned province <0",
            "4 planned province @An Trạch <1",
            "3 planned province @Bình Hạ <1",
            "1 planned province @-",
        ],
    ),
    (
        'Huyện duy trì 96 mô hình "Dân vận khéo", giao mỗi xã nâng cấp 1 mô hình. Xã Bình Hạ có 11 mô '
        "hình trong tổng số đó.",
        ["96 maintained ..2023-07-20 cum", "1 planned @-", "11 maintained ..2023-07-20 cum @Bình Hạ <0"],
    ),
    (
        'Năm 2022, huyện đăng ký 80 mô hình "Dân vận khéo", công nhận 62 mô hình, kinh tế 40, văn hóa '
        "22. Có 7 mô hình được công nhận cấp tỉnh.",
        [
            "80 registered",
            "62 recognised district <0",
            "40 recognised economy district <0",
            "22 recognised culture_society district <0",
            "7 recognised province <0",
        ],
    ),
    (
        'Năm 2022, huyện duy trì 87 mô hình "Dân vận khéo". Trong số này, xã An Trạch 20 mô hình, có 12 '
        "mô hình liên kết tiêu thụ.",
        [
            "87 maintained ..2022-12-31 cum",
            "20 maintained ..2022-12-31 cum @An Trạch <0",
            "12 maintained ..2022-12-31 cum @An Trạch <1",
        ],
    ),
    (
        'Năm 2022, huyện đăng ký 80 mô hình "Dân vận khéo". Kết quả cuối năm đạt 71 mô hình; 9 mô hình '
        "đăng ký nhưng không thực hiện, tập trung ở xã An Trạch (5 mô hình), Bình Hạ (3 mô hình).",
        ["80 registered", "71 built <0=", "9 registered <0=", "5 registered @An Trạch <2", "3 registered @Bình Hạ <2"],
    ),
    (
        'Năm 2022, huyện xây dựng 60 mô hình "Dân vận khéo". So với năm 2021, số mô hình tăng 31 mô '
        "hình; riêng mô hình cấp huyện giảm 3 mô hình.",
        ["60 built", "31 built up/previous_year", "3 built district down/previous_year"],
    ),
    (
        'Năm 2022, huyện thẩm định 45 mô hình "Dân vận khéo" do các xã giới thiệu, chọn 30 mô hình để biểu dương.',
        ["45", "30 commended district <0"],
    ),
    (
        'Huyện xây dựng được 196 mô hình "Dân vận khéo". Lúc đầu có 86 mô hình năm 2009, đến hết năm '
        "2013 tăng lên 142 mô hình và năm 2016 là 153 mô hình.",
        [
            "196 built ..2023-07-20 cum",
            "86 built 2009-01-01..2009-12-31",
            "142 built ..2013-12-31 cum",
            "153 built 2016-01-01..2016-12-31",
        ],
    ),
    (
        'Lũy kế từ năm 2020 (sau khi mở rộng địa giới) đến nay, huyện có 241 mô hình "Dân vận khéo" được công nhận.',
        ["241 recognised 2020-01-01..2023-07-20 cum"],
    ),
    (
        'Năm 2022, xã An Trạch làm thêm 6 mô hình "Dân vận khéo", trong đó mô hình "Đường hoa" của Hội '
        "CCB được huyện công nhận.",
        ["6 built @An Trạch"],
    ),
    (
        'Năm 2022, xã Bình Hạ có 44 mô hình "Dân vận khéo". Ông Lê Văn Khởi, Phó Bí thư Đảng ủy xã nói: '
        "Khi đó chúng tôi có 52 mô hình.",
        ["44 built @Bình Hạ", "52 built @Bình Hạ"],
    ),
    (
        'Năm 2022, huyện đăng ký 142 mô hình "Dân vận khéo".\n\n'
        "Đã có 118 mô hình triển khai xong, 24 mô hình đang khảo sát.",
        ["142 registered", "118 built <0=", "24 <0="],
    ),
    (
        'Năm 2022, huyện đăng ký 42 mô hình "Dân vận khéo". Hội tiếp tục duy trì 27 mô hình từ năm 2021 chuyển sang.',
        ["42 registered", "27 maintained ..2022-12-31 cum"],
    ),
    (
        'Năm 2022, huyện đăng ký 80 mô hình "Dân vận khéo", kết thúc 12 mô hình trùng lặp. '
        "Toàn huyện có 93 mô hình, riêng 9 xã, thị trấn có 71 mô hình.",
        ["80 registered", "12 <0", "93 built", "~ 9 xã, thị trấn", "71 built <2"],
    ),
    (
        'Năm 2022, huyện công nhận 45 mô hình "Dân vận khéo". Kiểm tra cho thấy 25 mô hình loại tốt, '
        "20 mô hình loại khá. Từ đó đề nghị tỉnh khen 5 mô hình.",
        ["45 recognised district", "25 recognised district <0=", "20 recognised district <0=", "5 planned province <0"],
    ),
    (
        'Năm 2022, huyện đăng ký 40 mô hình "Dân vận khéo". Có 33 mô hình được triển khai, '
        "còn 7 mô hình chưa triển khai.",
        ["40 registered", "33 built <0=", "7 registered <0="],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(text: str, expected: list[str]) -> None:
    assert [line.replace(YEAR, "") for line in told(text)] == expected


@pytest.mark.parametrize(
    ("units", "place"),
    [("xã An Trạch (huyện Phú Hạc)", " @An Trạch"), ("xã An Trạch và xã Bình Hạ (huyện Phú Hạc)", "")],
)
def test_a_bracket_tells_where_one_commune_lies_or_what_two_share(units: str, place: str) -> None:
    text = f'Toàn tỉnh có 20 mô hình "Dân vận khéo", trong đó {units} 8 mô hình, huyện Tân Hạ 12 mô hình.'
    assert told(text)[1] == f"8 built{place} <0="
