"""Parts and their totals as pages say them: lists, lists inside lists, sums, ranks, what is left.

`MH` stands for: mô hình "Dân vận khéo". What a line says is told in tests/telling.py.
"""

from __future__ import annotations

import pytest

from telling import told

SAID_WITH_OTHERS = [
    # the body that honours what is said in one breath, or behind a semicolon
    (
        'Có 21 tập thể và 9 cá nhân có thành tích trong phong trào "Dân vận khéo" được Huyện ủy biểu dương.',
        ["21 tập thể commended district collective", "9 cá nhân commended district individual"],
    ),
    (
        'Có 21 tập thể, 9 cá nhân làm tốt phong trào "Dân vận khéo" được UBND H. Phú Hạc khen thưởng.',
        ["21 tập thể commended district collective", "9 cá nhân commended district individual"],
    ),
    (
        'UBND tỉnh tặng Bằng khen 8 tập thể giỏi "Dân vận khéo"; tặng Bằng khen 4 tập thể làm tốt dân chủ.',
        ["8 tập thể commended province collective", "4 tập thể commended province collective"],
    ),
    (
        "Huyện công nhận 60 MH. 12 mô hình tiêu biểu và 5 cá nhân được Ban Chỉ đạo huyện khen thưởng.",
        ["60 recognised district", "12 commended district <0", "~ 5 cá nhân commended district individual"],
    ),
    (
        "Sau thẩm định, chọn 9 điển hình để tuyên dương (6 tập thể, 3 cá nhân), đề nghị tỉnh khen 2 MH.",
        ["9 điển hình commended", "6 commended collective <0=", "3 commended individual <0=", "2 planned province"],
    ),
    # the body that opens the sentence honours what its last verb names
    (
        'Đảng ủy xã An Trạch ôn lại truyền thống ngành, phát động thi đua và tuyên dương 45 điển hình "Dân vận khéo".',
        ["45 điển hình commended commune @An Trạch"],
    ),
    (
        'Huyện ủy tổ chức họp mặt, phát động thi đua và tuyên dương 7 tập thể, 9 cá nhân giỏi "Dân vận khéo".',
        ["7 tập thể commended district collective", "9 cá nhân commended district individual"],
    ),
    ('Theo Ban Dân vận Huyện ủy, có 45 điển hình "Dân vận khéo" được tuyên dương.', ["45 điển hình commended"]),
    # what is proposed to two bodies
    (
        "Huyện có 80 MH xếp loại tốt. Ban Dân vận đề nghị UBND huyện khen 35 mô hình; đề nghị Tỉnh ủy khen 4 mô hình.",
        ["80 maintained", "35 planned district <0", "4 planned province <0"],
    ),
    (
        "Huyện có 80 MH; chọn 12 mô hình trình huyện công nhận, đề nghị tỉnh biểu dương 3 mô hình.",
        ["80 built", "12 planned district <0", "3 planned province <1"],
    ),
    (
        "Huyện có 80 MH. Ban Dân vận đề nghị UBND huyện khen 20 mô hình và 2 điển hình.",
        ["80 built", "20 planned district <0", "2 planned district <0"],
    ),
    # praise is no examination, and what is honoured stays what is honoured
    ("Riêng năm 2021, toàn huyện có 7 MH được đánh giá cao.", ["7 built 2021-01-01..2021-12-31"]),
    ("Đoàn đánh giá 7 MH.", ["7"]),
    (
        'Huyện tuyên dương 90 điển hình "Dân vận khéo", trong đó có 15 điển hình tiêu biểu cấp tỉnh.',
        ["90 điển hình commended district", "15 điển hình commended province <0"],
    ),
    # fields that paragraphs go on with
    (
        "Huyện xây dựng 610 MH. Trong đó, có 120 mô hình trên lĩnh vực kinh tế.\n\n"
        "Còn trên lĩnh vực văn hóa - xã hội, có 200 MH.\n\nRiêng lĩnh vực quốc phòng - an ninh có 90 mô hình.",
        ["610 built", "120 built economy <0", "200 built culture_society <0", "90 built defence_security <0"],
    ),
    # a stock without "nay"
    ("Hiện trên địa bàn huyện đã xây dựng được 90 MH.", ["90 built ..2023-07-20 cum"]),
    ("Đã xuất hiện trên địa bàn huyện 90 MH.", ["90 built"]),
    # those just counted are no others
    (
        "Xã An Trạch có 2 MH. Sau khi tham quan 2 mô hình, các xã trao đổi. Đoàn khen 2 mô hình trên.",
        ["2 built @An Trạch"],
    ),
    (
        "Xã An Trạch có 2 MH. Xã Bình Hạ đăng ký 2 mô hình trên lĩnh vực kinh tế.",
        ["2 built @An Trạch", "2 registered economy @Bình Hạ"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID_WITH_OTHERS)
def test_counts_said_with_others(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


# lists of reports: what parts have of their total, ranks, examples
REPORT_LISTS = [
    # a part of what collectives have is theirs; the label before a colon leads
    (
        "Năm 2022 huyện có 241 MH tập thể (kinh tế: 68, quốc phòng - an ninh: 39, xây dựng hệ thống chính trị: 134).",
        [
            "241 built 2022-01-01..2022-12-31 collective",
            "68 built 2022-01-01..2022-12-31 economy collective <0=",
            "39 built 2022-01-01..2022-12-31 defence_security collective <0=",
            "134 built 2022-01-01..2022-12-31 political_system collective <0=",
        ],
    ),
    (
        "Năm 2022, xã đăng ký 26 MH tập thể và cá nhân, trong đó 6 mô hình kinh tế.",
        ["26 registered 2022-01-01..2022-12-31", "6 registered 2022-01-01..2022-12-31 economy <0"],
    ),
    # what is kept after a merger; so few there are
    ("Sau khi rà soát, xã thống nhất giữ 37 MH.", ["37 maintained ..2023-07-20 cum"]),
    ("Cuối năm 2016, cả huyện chỉ vỏn vẹn 20 MH.", ["20 built 2016-01-01..2016-12-31"]),
    # a rank of units goes on from the total in the paragraph before
    (
        "Năm 2022, huyện xây dựng 500 MH.\n\nXã An Trạch dẫn đầu với 89 mô hình; xã Bình Hạ 84.",
        [
            "500 built 2022-01-01..2022-12-31",
            "89 built 2022-01-01..2022-12-31 @An Trạch",
            "84 built 2022-01-01..2022-12-31 @Bình Hạ",
        ],
    ),
    # units that did well are no division of the sum told last; each item has its own stages
    (
        "Kết quả phong trào năm 2022\n\nNăm 2022, các xã đăng ký 90 MH, trong đó 46 mô hình mới.\n\nTổng kết 10 năm, "
        "huyện có nhiều cách làm hay.\n\nMột số đơn vị tiêu biểu như sau:\n\n- Xã An Trạch: đăng ký 24, công nhận 20 "
        "mô hình.\n\n- Xã Bình Hạ: đăng ký 21, công nhận 17 mô hình.",
        [
            "90 registered 2022-01-01..2022-12-31",
            "46 registered 2022-01-01..2022-12-31 <0",
            "24 registered 2022-01-01..2022-12-31 @An Trạch",
            "20 recognised 2022-01-01..2022-12-31 @An Trạch <2",
            "21 registered 2022-01-01..2022-12-31 @Bình Hạ",
            "17 recognised 2022-01-01..2022-12-31 @Bình Hạ <4",
        ],
    ),
    # two verbs share the noun behind the second
    (
        "Năm 2022, huyện có nhiều MH. Xã An Trạch đăng ký 24, công nhận 20 mô hình.",
        ["24 registered 2022-01-01..2022-12-31 @An Trạch", "20 recognised 2022-01-01..2022-12-31 @An Trạch <0"],
    ),
    (
        "Năm 2022, phong trào MH lan rộng. Huyện đăng ký 24, xây dựng được 20 mô hình.",
        ["24 registered 2022-01-01..2022-12-31", "20 built 2022-01-01..2022-12-31 <0"],
    ),
    (
        "Năm 2022 công nhận 79 MH. Trong đó: kinh tế 25, văn hóa - xã hội 31, quốc phòng, an ninh 12, hệ thống chính "
        "trị 11.",
        [
            "79 recognised 2022-01-01..2022-12-31",
            "25 recognised 2022-01-01..2022-12-31 economy <0=",
            "31 recognised 2022-01-01..2022-12-31 culture_society <0=",
            "12 recognised 2022-01-01..2022-12-31 defence_security <0=",
            "11 recognised 2022-01-01..2022-12-31 political_system <0=",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORT_LISTS)
def test_what_lists_of_reports_say(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


INSIDE = [
    (
        "Huyện đăng ký 90 MH, gồm kinh tế 47 (trong đó chăn nuôi 22, trồng trọt 15, nghề phụ 10), văn hóa - "
        "xã hội 30, quốc phòng - an ninh 13.",
        [
            "90 registered",
            "47 registered economy <0=",
            "22 registered economy <1=",
            "15 registered economy <1=",
            "10 registered economy <1=",
            "30 registered culture_society <0=",
            "13 registered defence_security <0=",
        ],
    ),
    (
        "Hai năm qua huyện xây dựng 87 MH: năm 2021 có 40 mô hình, chia ra tập thể 31, cá nhân 9; năm 2022 "
        "có 47 mô hình, tập thể 35, cá nhân 12.",
        [
            "87 built 2021-07-20..2023-07-20 cum",
            "40 built 2021-01-01..2021-12-31 <0=",
            "31 built 2021-01-01..2021-12-31 collective <1=",
            "9 built 2021-01-01..2021-12-31 individual <1=",
            "47 built 2022-01-01..2022-12-31 <0=",
            "35 built 2022-01-01..2022-12-31 collective <4=",
            "12 built 2022-01-01..2022-12-31 individual <4=",
        ],
    ),
    (
        "Toàn huyện có 90 MH: khối xã 60; khối lực lượng vũ trang 14 (Công an 8, Quân sự 6); khối đoàn thể 16.",
        ["90 built", "60 built <0=", "14 built <0=", "8 built <2=", "6 built <2=", "16 built <0="],
    ),
    (
        "Huyện có 80 MH, trong đó kinh tế 44, riêng chăn nuôi 20; văn hóa - xã hội 36, trong đó giáo dục 9, y tế 6.",
        [
            "80 built",
            "44 built economy <0=",
            "20 built economy <1",
            "36 built culture_society <0=",
            "9 built culture_society <3",
            "6 built culture_society <3",
        ],
    ),
    (
        "Huyện có 80 MH. Theo lĩnh vực, 80 mô hình phân ra: kinh tế 44, văn hóa - xã hội 36. Số 80 mô hình "
        "này chia ra: 60 tập thể, 20 cá nhân.",
        [
            "80 built",
            "44 built economy <0=",
            "36 built culture_society <0=",
            "60 built collective <0=",
            "20 built individual <0=",
        ],
    ),
    (
        "Huyện công nhận 33 MH. Tỉnh chọn 5 trong số 33 mô hình này. Trên báo giới thiệu 8 mô hình tiêu "
        "biểu, chọn ra từ 33 mô hình nói trên.",
        ["33 recognised district", "5 recognised district <0", "8 recognised district <0"],
    ),
    (
        "Năm 2022 huyện đăng ký 41 MH. Khối xã đăng ký 14, được công nhận 9 (cấp huyện 3, cấp xã 6).",
        [
            "41 registered 2022-01-01..2022-12-31",
            "14 registered 2022-01-01..2022-12-31",
            "9 recognised 2022-01-01..2022-12-31 <1",
            "3 recognised 2022-01-01..2022-12-31 district <2=",
            "6 recognised 2022-01-01..2022-12-31 commune <2=",
        ],
    ),
    (
        "Trong năm có 28 MH đăng ký mới. Năm sau huyện sẽ xét công nhận 30 mô hình, trong đó 8 mô hình đề "
        "nghị lên tỉnh; tuyên dương 20 mô hình.",
        [
            "28 registered 2023-01-01..2023-12-31",
            "30 planned",
            "8 planned 2023-01-01..2023-12-31 province <1",
            "20 planned <1",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), INSIDE)
def test_lists_inside_lists(text: str, expected: list[str]) -> None:
    """Which number divides which: brackets and lists inside a list, years with their own parts, totals said again."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


TOLD_LATER = [
    (
        "Phụ nữ Phú Hạc họp.\n\nHội có 64 MH.\n\nMảng giúp nhau làm kinh tế: 23 mô hình, trong đó nuôi gà 6, "
        "trồng bưởi 5. Mảng vệ sinh môi trường: 19 mô hình. Mảng nếp sống văn hóa: 22 mô hình.",
        [
            "64 built",
            "23 built economy <0=",
            "6 built economy <1",
            "5 built economy <1",
            "19 built environment <0",
            "22 built culture_society <0=",
        ],
    ),
    (
        "Ba năm 2020 - 2022, huyện xây dựng 94 MH; năm 2020 là 30 mô hình, năm 2021 là 38 mô hình, còn lại "
        "là năm 2022.",
        [
            "94 built 2020-01-01..2022-12-31 cum",
            "30 built 2020-01-01..2020-12-31 <0",
            "38 built 2021-01-01..2021-12-31 <0",
        ],
    ),
    (
        "Hai năm 2021 - 2022, huyện đăng ký 87 MH. Năm 2021 đăng ký 40, được công nhận 31. Năm 2022 đăng ký "
        "47, được công nhận 36.",
        [
            "87 registered 2021-01-01..2022-12-31 cum",
            "40 registered 2021-01-01..2021-12-31 <0=",
            "31 recognised 2021-01-01..2021-12-31 <1",
            "47 registered 2022-01-01..2022-12-31 <0=",
            "36 recognised 2022-01-01..2022-12-31 <3",
        ],
    ),
    (
        "Năm 2022, huyện đăng ký 60 MH (45 tập thể, 15 cá nhân), công nhận 48 mô hình. Còn 12 mô hình đăng "
        "ký mà không thực hiện được.",
        [
            "60 registered 2022-01-01..2022-12-31",
            "45 registered 2022-01-01..2022-12-31 collective <0=",
            "15 registered 2022-01-01..2022-12-31 individual <0=",
            "48 recognised 2022-01-01..2022-12-31 district <0",
            "12 registered 2022-01-01..2022-12-31 <0",
        ],
    ),
    (
        "Huyện công nhận 33 MH cấp huyện, công nhận cấp xã 41 mô hình. Từ những mô hình cấp huyện nói trên, "
        "huyện chọn 6 mô hình gửi tỉnh.",
        ["33 recognised district", "41 recognised commune", "6 recognised district <0"],
    ),
    (
        "Năm 2024, huyện giao chỉ tiêu 60 MH đăng ký mới, phấn đấu 25 mô hình đạt cấp huyện, 4 mô hình đạt cấp tỉnh.",
        [
            "60 planned 2024-01-01..2024-12-31",
            "25 planned 2024-01-01..2024-12-31 district <0",
            "4 planned 2024-01-01..2024-12-31 province <0",
        ],
    ),
    (
        "Năm 2024, huyện phấn đấu giữ vững 60 MH; 25 mô hình đạt cấp huyện; mỗi xã có 1 mô hình.",
        [
            "60 planned 2024-01-01..2024-12-31",
            "25 planned 2024-01-01..2024-12-31 district",
            "1 planned 2024-01-01..2024-12-31 @-",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_LATER)
def test_what_is_told_later_of_a_total(text: str, expected: list[str]) -> None:
    """Fields sentence by sentence, years of a total, what failed, what is chosen of a level, what a plan aims at."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


BESIDE = [
    (
        "Phong trào lan rộng. Xã An Trạch có 21 MH, trong đó 9 mô hình về kinh tế, 7 mô hình về môi trường; "
        "thị trấn Phú Hạc có 17 mô hình, trong đó 6 mô hình về kinh tế; xã Bình Hạ 15 mô hình.",
        [
            "21 built @An Trạch",
            "9 built economy @An Trạch <0",
            "7 built environment @An Trạch <0",
            "17 built",
            "6 built economy <3",
            "15 built @Bình Hạ",
        ],
    ),
    (
        "Vùng ven biển có 52 MH, trong đó 20 mô hình do đoàn viên làm; vùng đồng bào có đạo có 35 mô hình, "
        "bao gồm 21 mô hình của giáo xứ, 14 mô hình của các chùa.",
        ["52 built", "20 built <0", "35 built", "21 built <2=", "14 built <2="],
    ),
    (
        "Trong năm, huyện xây dựng 96 MH.\n\nTrong 96 mô hình đã làm, Ban Chỉ đạo huyện công nhận 60 mô "
        "hình: 44 tập thể, 16 cá nhân.",
        [
            "96 built 2023-01-01..2023-12-31",
            "60 recognised 2023-01-01..2023-12-31 district <0",
            "44 recognised 2023-01-01..2023-12-31 district collective <1=",
            "16 recognised 2023-01-01..2023-12-31 district individual <1=",
        ],
    ),
    (
        "Phụ nữ họp.\n\nHội có 46 MH, chia như sau:\n\n1. Theo đơn vị:\n\n- Khối xã: 30 mô hình.\n\n- Khối "
        "cơ quan: 16 mô hình.\n\n2. Theo chất lượng:\n\n- Tốt: 28 mô hình.\n\n- Khá: 18 mô hình.",
        ["46 built", "30 built <0=", "16 built <0=", "28 built <0=", "18 built <0="],
    ),
    (
        "Huyện công nhận 94 MH. Phân theo năm: năm 2021 có 40 mô hình (31 tập thể, 9 cá nhân), năm 2022 có "
        "54 mô hình (40 tập thể, 14 cá nhân).",
        [
            "94 recognised 2021-01-01..2022-12-31 cum district",
            "40 recognised 2021-01-01..2021-12-31 district <0=",
            "31 recognised 2021-01-01..2021-12-31 district collective <1=",
            "9 recognised 2021-01-01..2021-12-31 district individual <1=",
            "54 recognised 2022-01-01..2022-12-31 district <0=",
            "40 recognised 2022-01-01..2022-12-31 district collective <4=",
            "14 recognised 2022-01-01..2022-12-31 district individual <4=",
        ],
    ),
    (
        "Huyện đăng ký 71 MH, có 63/71 mô hình hoàn thành; 8 mô hình chậm tiến độ.",
        ["71 registered", "63/71 registered <0=", "8 registered <0="],
    ),
    (
        "Năm 2024, huyện đặt mục tiêu có 40 MH, 36 mô hình được công nhận.",
        ["40 planned 2024-01-01..2024-12-31", "36 planned 2024-01-01..2024-12-31 <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_lists_that_stand_beside_each_other(text: str, expected: list[str]) -> None:
    """Units told beside each other, lists under headings of their own, what is left of a share, what a plan aims at."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


RANKS_AND_RESTS: list[tuple[str, list[str]]] = [
    (
        "Huyện có 74 MH. Lĩnh vực kinh tế chiếm nhiều nhất (31), thứ nhì là văn hóa - xã hội (28), sau cùng là an ninh "
        "trật tự (15).",
        ["74 built", "31 built economy <0=", "28 built culture_society <0=", "15 built defence_security <0="],
    ),
    (
        "Huyện có 74 MH: cấp tỉnh 21, cấp huyện 53. Riêng cấp tỉnh: đoàn thể 9, lực lượng vũ trang 7, trường học 5.",
        [
            "74 built",
            "21 built province <0=",
            "53 built district <0=",
            "9 built province <1=",
            "7 built province <1=",
            "5 built province <1=",
        ],
    ),
    (
        "Huyện có 74 MH. Nông dân đưa máy vào 31 thửa, 28 vườn và 15 ao.",
        ["74 built", "~ 31 thửa", "~ 28 vườn", "~ 15 ao"],
    ),
    (
        "Huyện có 74 MH. Lĩnh vực có nhiều mô hình nhất là xây dựng nông thôn mới (31); các lĩnh vực còn lại: kinh tế "
        "24, văn hóa 19.",
        ["74 built", "31 built new_countryside <0=", "24 built economy <0=", "19 built culture_society <0="],
    ),
    (
        "Huyện có 95 MH, nhiều nhất là xã An Trạch 34, ít nhất là xã Bình Hạ 12.",
        ["95 built", "34 built @An Trạch <0", "12 built @Bình Hạ <0"],
    ),
    (
        "Huyện có 95 MH. Xã An Trạch có số mô hình cao nhất (18), tiếp theo là xã Bình Hạ 14.",
        ["95 built", "18 built @An Trạch <0", "14 built @Bình Hạ <0"],
    ),
    (
        "Xã An Trạch xây dựng 13 MH, được công nhận 11; xã Bình Hạ xây dựng 12, được công nhận 8.",
        ["13 built @An Trạch", "11 recognised @An Trạch <0", "12 built @Bình Hạ", "8 recognised @Bình Hạ <2"],
    ),
    (
        "Xã An Trạch đăng ký 48 MH, hiệu quả 37; xã Bình Hạ đăng ký 40, hiệu quả 31.",
        [
            "48 registered @An Trạch",
            "37 maintained @An Trạch <0",
            "40 registered @Bình Hạ",
            "31 maintained @Bình Hạ <2",
        ],
    ),
    (
        "Mỗi năm, số MH được công nhận đều tăng: 2020 có 15, 2021 có 18, 2022 có 23.",
        [
            "15 recognised 2020-01-01..2020-12-31",
            "18 recognised 2021-01-01..2021-12-31",
            "23 recognised 2022-01-01..2022-12-31",
        ],
    ),
    (
        "Số MH được công nhận giảm: năm 2021 là 31, năm 2022 là 26.",
        ["31 recognised 2021-01-01..2021-12-31", "26 recognised 2022-01-01..2022-12-31"],
    ),
    (
        "Năm 2022, xã An Trạch có 42 MH (lũy kế 161), xã Bình Hạ có 20 (lũy kế 98), xã Cẩm Lộc 14.",
        [
            "42 built 2022-01-01..2022-12-31 @An Trạch",
            "161 built ..2023-07-20 cum @An Trạch",
            "20 built 2022-01-01..2022-12-31 @Bình Hạ",
            "98 built ..2023-07-20 cum @Bình Hạ",
            "14 built 2022-01-01..2022-12-31 @Cẩm Lộc",
        ],
    ),
    (
        "Năm 2022, huyện đăng ký 47 MH. Qua bình xét, đạt 36/47 mô hình, gồm kinh tế 16, văn hóa 20. Còn 11 mô hình "
        "chưa đạt.",
        [
            "47 registered 2022-01-01..2022-12-31",
            "36/47 2022-01-01..2022-12-31 <0=",
            "16 2022-01-01..2022-12-31 economy <1=",
            "20 2022-01-01..2022-12-31 culture_society <1=",
            "11 registered 2022-01-01..2022-12-31 <0=",
        ],
    ),
    (
        "Xã An Trạch có 32 MH, xã Bình Hạ 29, xã Cẩm Lộc 27, trong đó 6 mô hình do phụ nữ làm chủ.",
        ["32 built @An Trạch", "29 built @Bình Hạ", "27 built @Cẩm Lộc", "6 built @Cẩm Lộc <2"],
    ),
    (
        "Từ năm 2009 đến nay, huyện xây dựng 386 MH, đang duy trì 142 mô hình; 58 mô hình tự kết thúc.",
        ["386 built 2009-01-01..2023-07-20 cum", "142 maintained ..2023-07-20 cum", "58 2009-01-01..2023-07-20 cum <0"],
    ),
    (
        "Xã đang duy trì 8 MH, năm nay thêm 2 mô hình mới.",
        ["8 maintained ..2023-07-20 cum", "2 built 2023-01-01..2023-12-31"],
    ),
    (
        "Huyện có 20 MH; 36 mô hình xây dựng trước năm 2011 còn duy trì thì hiện có 56 mô hình.",
        ["20 built ..2023-07-20 cum", "36 maintained ..2010-12-31 cum", "56 built ..2023-07-20 cum"],
    ),
    (
        "Huyện đăng ký 46 MH. Huyện ủy giao Ban Dân vận chọn 10 mô hình để công nhận.",
        ["46 registered", "10 planned <0"],
    ),
    ("Công an có 111 MH, trong đó 64 mô hình ở xã biên giới.", ["111 built", "64 built <0"]),
    ("Qua kiểm tra, 118 MH hoạt động tốt, 52 mô hình hoạt động khá.", ["118 maintained", "52 maintained"]),
    (
        "Qua kiểm tra, 118 MH hoạt động tốt, 52 mô hình hoạt động khá, 25 mô hình cầm chừng.",
        ["118 maintained", "52 maintained", "25"],
    ),
    (
        "Huyện có 195 MH. Qua kiểm tra, 118 mô hình hoạt động tốt, 52 mô hình hoạt động khá, 25 mô hình cầm chừng.",
        ["195 built", "118 maintained <0=", "52 maintained <0=", "25 <0="],
    ),
    (
        "Huyện có 205 MH. Qua kiểm tra, 118 mô hình hoạt động tốt, 52 mô hình hoạt động khá, 25 mô hình cầm chừng.",
        ["205 built", "118 maintained <0", "52 maintained <0", "25 <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RANKS_AND_RESTS)
def test_ranks_sums_and_what_is_left(text: str, expected: list[str]) -> None:
    """Numbers that add up to the total before them, ranks, lists of years, running totals, what is left, grades."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


WHO_AND_WHAT_IS_LEFT: list[tuple[str, list[str]]] = [
    (
        "Trường học đăng ký 264 MH, thực hiện thành công 231 mô hình, 33 mô hình không thực hiện được.",
        ["264 registered", "231 built <0=", "33 registered <0="],
    ),
    (
        "Huyện có 19 MH được công nhận cấp tỉnh. Riêng năm 2022, công nhận cấp tỉnh 6, cấp huyện 3.",
        [
            "19 recognised 2023-01-01..2023-12-31 province",
            "6 recognised 2022-01-01..2022-12-31 province",
            "3 recognised 2022-01-01..2022-12-31 district",
        ],
    ),
    (
        "Các xã có nhiều MH được công nhận gồm: xã An Trạch 9, xã Bình Hạ 8, xã Cẩm Lộc 7.",
        ["9 recognised @An Trạch", "8 recognised @Bình Hạ", "7 recognised @Cẩm Lộc"],
    ),
    (
        "Huyện có 64 MH, mô hình kinh tế nhiều hơn cả (35), tiếp sau là văn hóa - xã hội (29).",
        ["64 built", "35 built economy <0=", "29 built culture_society <0="],
    ),
    (
        "Huyện đăng ký 312 MH. Đến nay có 176 mô hình đi vào hoạt động, trong đó xã An Trạch 14; 136 "
        "mô hình còn lại đang chuẩn bị.",
        [
            "312 registered",
            "176 maintained ..2023-07-20 cum <0=",
            "14 maintained ..2023-07-20 cum @An Trạch <1",
            "136 registered <0=",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHO_AND_WHAT_IS_LEFT)
def test_who_has_most_what_is_left_and_what_succeeded(text: str, expected: list[str]) -> None:
    """What was carried out of what was registered, units that have many, levels behind a verb, what is left."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


DIVIDED_WITHOUT_WORDS: list[tuple[str, list[str]]] = [
    # what fell short and what did not make up a total told before, however far, whatever stands between
    (
        "Huyện có 312 MH đăng ký. Có 8 tập thể được khen thưởng. Huyện kiểm tra, có 268 mô hình hoạt động hiệu quả; "
        "31 mô hình ở mức khá; 13 mô hình chưa rõ kết quả.",
        [
            "312 registered",
            "~ 8 tập thể commended collective",
            "268 maintained <0=",
            "31 maintained <0=",
            "13 <0=",
        ],
    ),
    (
        "Huyện có 92 MH, trong đó 34 mô hình ở thôn.\n\nQua rà soát, 71 mô hình hoạt động tốt, 21 mô hình cầm chừng.",
        ["92 built", "34 built <0", "71 maintained <0=", "21 <0="],
    ),
    (
        "Huyện đăng ký 73 MH. Đến nay, đã triển khai 44 mô hình, đang làm 16 mô hình, chưa triển khai 13 mô hình.",
        [
            "73 registered",
            "44 built ..2023-07-20 cum <0=",
            "16 registered <0=",
            "13 ..2023-07-20 cum <0=",
        ],
    ),
    (
        "Huyện kiểm tra 90 MH, công nhận 64 mô hình. Trong 64 mô hình này có 50 tập thể, 14 cá nhân. Số không được "
        "công nhận là 26 mô hình.",
        [
            "90",
            "64 recognised district <0",
            "50 recognised district collective <1=",
            "14 recognised district individual <1=",
            "26 <0",
        ],
    ),
    (
        "Huyện đăng ký 94 MH. Tính đến 30/6, có 61 mô hình đã triển khai, 33 mô hình chưa triển khai.",
        ["94 registered", "61 built <0=", "33 registered <0="],
    ),
    # sums by chance: of what only ends a sentence, of what is to come
    (
        "Huyện có 89 MH về kinh tế. Có 158 mô hình loại tốt, 71 mô hình loại khá, 18 mô hình loại trung bình.",
        ["89 built economy", "158 maintained", "71 maintained", "18"],
    ),
    # the rest of a part ends the part, not its whole
    (
        "Huyện có 92 MH, gồm kinh tế 38, trong đó trồng rừng 17, chăn nuôi 12, còn lại là dịch vụ; văn hóa - xã hội "
        "31; an ninh 23.",
        [
            "92 built",
            "38 built economy <0=",
            "17 built economy <1",
            "12 built economy <1",
            "31 built culture_society <0=",
            "23 built defence_security <0=",
        ],
    ),
    # what is registered already fills no years to come, but for a sentence that names them
    (
        "Giai đoạn 2021 - 2025, huyện tập trung chỉ đạo phong trào. Xã An Trạch đăng ký 17 MH.",
        ["17 registered 2021-01-01..2023-07-20 cum @An Trạch"],
    ),
    ("Giai đoạn 2021 - 2025, các xã đăng ký 58 MH.", ["58 registered 2021-01-01..2025-12-31 cum"]),
    # units that have most recognised are of those recognised
    (
        "Huyện đăng ký 118 MH, công nhận 74 mô hình. Xã An Trạch là xã có nhiều mô hình được công nhận hơn cả với 18 "
        "mô hình, kế đến xã Bình Hạ 14.",
        [
            "118 registered",
            "74 recognised district <0",
            "18 recognised district @An Trạch <1",
            "14 recognised district @Bình Hạ <1",
        ],
    ),
    (
        "Đến hết tháng 6/2023, huyện đã xây dựng được 374 MH, riêng năm 2022 là 91.",
        ["374 built ..2023-06-30 cum", "91 built 2022-01-01..2022-12-31 <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DIVIDED_WITHOUT_WORDS)
def test_what_adds_up_and_what_is_left(text: str, expected: list[str]) -> None:
    """Parts that only their sum tells, rests of parts, the last year of a stock."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


TWO_HOLDERS: list[tuple[str, list[str]]] = [
    # behind two totals told by their holders each part is of the one of its own
    (
        "Huyện công nhận 60 MH tập thể và 35 mô hình cá nhân, trong đó có 3 mô hình tập thể cấp tỉnh; 9 mô hình tập "
        "thể, 8 mô hình cá nhân cấp huyện; 48 mô hình tập thể và 27 mô hình cá nhân cấp xã.",
        [
            "60 recognised district collective",
            "35 recognised district individual",
            "3 recognised province collective <0=",
            "9 recognised district collective <0=",
            "8 recognised district individual <1=",
            "48 recognised commune collective <0=",
            "27 recognised commune individual <1=",
        ],
    ),
    (
        "Huyện xây dựng 100 MH (62 tập thể, 38 cá nhân), trong đó cấp huyện 10 tập thể, 5 cá nhân; cấp xã 52 tập "
        "thể, 33 cá nhân.",
        [
            "100 built",
            "62 built collective <0=",
            "38 built individual <0=",
            "10 built district collective <1=",
            "5 built district individual <2=",
            "52 built commune collective <1=",
            "33 built commune individual <2=",
        ],
    ),
    (
        "Huyện đăng ký 420 MH. Có 88 mô hình tập thể và 41 mô hình cá nhân được công nhận, trong đó cấp tỉnh 3 mô "
        "hình tập thể, 1 mô hình cá nhân.",
        [
            "420 registered",
            "88 recognised collective <0",
            "41 recognised individual <0",
            "3 recognised province collective <1",
            "1 recognised province individual <2",
        ],
    ),
    (
        "Huyện đăng ký 75 MH tập thể, 50 mô hình cá nhân, trong đó kinh tế 30 mô hình tập thể, 28 mô hình cá nhân; "
        "văn hóa - xã hội 45 mô hình tập thể, 22 mô hình cá nhân.",
        [
            "75 registered collective",
            "50 registered individual",
            "30 registered economy collective <0=",
            "28 registered economy individual <1=",
            "45 registered culture_society collective <0=",
            "22 registered culture_society individual <1=",
        ],
    ),
    (
        "Huyện công nhận 50 mô hình cá nhân và 20 MH tập thể; trong đó 4 mô hình cá nhân, 2 mô hình tập thể đạt cấp "
        "tỉnh.",
        [
            "50 recognised district individual",
            "20 recognised district collective",
            "4 recognised province individual <0",
            "2 recognised province collective <1",
        ],
    ),
    # in a district the city is the province's where that is one
    ("Quận Ô Môn, thành phố Cần Thơ có 20 MH đạt cấp TP.", ["20 recognised province @Ô Môn"]),
    # other things between, or one holder alone, divide nothing
    (
        "Huyện có 42 MH tập thể, 18 mô hình cá nhân; vận động 60 hộ hiến đất, trong đó 12 tập thể góp công.",
        ["42 built collective", "18 built individual", "~ 60 hộ", "~ 12 tập thể collective"],
    ),
    (
        "Huyện có 42 MH tập thể; trong đó 12 mô hình cấp tỉnh. Có 18 mô hình cá nhân.",
        ["42 built collective", "12 built province collective <0", "18 built individual"],
    ),
    (
        "Huyện có 42 MH tập thể và 18 mô hình cá nhân. Trong đó 30 hộ thoát nghèo.",
        ["42 built collective", "18 built individual", "~ 30 hộ"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TWO_HOLDERS)
def test_parts_behind_totals_of_two_holders(text: str, expected: list[str]) -> None:
    """Each part is of the total of its holder, and both of a pair have the level and the field that lead it."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected
