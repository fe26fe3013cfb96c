"""Parts of totals, changes and what came of an examination. What a line says is told in tests/telling.py."""

from __future__ import annotations

import re

import pytest

from danvan.api import extract
from telling import read, told

PARTS = [
    (
        'Toàn huyện có 118 mô hình "Dân vận khéo" (81 tập thể, 37 cá nhân).',
        ["118 built", "81 built collective <0=", "37 built individual <0="],
    ),
    (
        'Toàn huyện có 20 mô hình "Dân vận khéo" trên 2 lĩnh vực: phát triển kinh tế 12 mô hình, văn hóa 8 mô hình.',
        ["20 built", "~ 2 lĩnh vực", "12 built economy <0=", "8 built culture_society <0="],
    ),
    (
        'Huyện đăng ký 100 mô hình "Dân vận khéo". Trong đó có 30 mô hình đạt hiệu quả, '
        "bao gồm 12 mô hình kinh tế, 18 mô hình môi trường.",
        ["100 registered", "30 maintained <0", "12 maintained economy <1=", "18 maintained environment <1="],
    ),
    (
        'Huyện có 80 mô hình "Dân vận khéo", gồm 50 mô hình tập thể, 30 mô hình cá nhân trên các lĩnh vực khác nhau.',
        ["80 built", "50 built collective <0=", "30 built individual <0="],
    ),
    (
        'Toàn huyện có 40 mô hình "Dân vận khéo", trong đó có 31 mô hình và 9 điển hình trên 5 lĩnh vực.',
        ["40 built", "31 built <0=", "9 built <0=", "~ 5 lĩnh vực"],
    ),
    (
        'Toàn huyện công nhận 90 mô hình "Dân vận khéo". Trong đó có 54 mô hình cá nhân và 36 mô hình tập thể, '
        "trên cơ sở các mô hình đó, tiếp tục công nhận 25 mô hình tiêu biểu.",
        ["90 recognised", "54 recognised individual <0=", "36 recognised collective <0=", "25 recognised <0"],
    ),
    (
        'Huyện có 115 mô hình "Dân vận khéo", trong đó gần 80% mô hình phát huy hiệu quả.',
        ["115 built", "less_than 80% maintained <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(text: str, expected: list[str]) -> None:
    assert told(text) == expected


CHANGES = [
    (
        'Năm 2022, huyện xây dựng 44 mô hình "Dân vận khéo", nhiều hơn năm 2021 là 06 mô hình.',
        ["44 built 2022-01-01..2022-12-31", "6 built 2022-01-01..2022-12-31 up/previous_year"],
    ),
    (
        'Huyện đăng ký 23 mô hình "Dân vận khéo", ít hơn năm trước 4 mô hình.',
        ["23 registered", "4 registered down/previous_year"],
    ),
    (
        'Huyện xây dựng 23 mô hình "Dân vận khéo"; thấp hơn 02 mô hình so với kế hoạch.',
        ["23 built", "2 built down/plan"],
    ),
    ('Huyện đăng ký 90 mô hình "Dân vận khéo", tăng 12 so với kế hoạch.', ["90 registered", "12 registered up/plan"]),
    (
        'Huyện có 34 mô hình "Dân vận khéo", đạt 100% kế hoạch, tăng 5 mô hình so cùng kỳ.',
        ["34 built", "~ 100% kế hoạch", "5 built up/previous_year"],
    ),
    (
        'Huyện đăng ký 90 mô hình "Dân vận khéo". So với cùng kỳ, số mô hình đăng ký tăng 8.',
        ["90 registered", "8 registered up/previous_year"],
    ),
    (
        'Huyện có 40 mô hình "Dân vận khéo", tăng 9 mô hình so với các xã An Trạch, Bình Hạ năm 2022.',
        ["40 built ..2023-07-20 cum", "9 built ..2023-07-20 up/previous_year"],
    ),
    (
        'Năm 2021 huyện xây dựng 50 mô hình "Dân vận khéo"; như vậy năm nay tăng 12 mô hình.',
        ["50 built 2021-01-01..2021-12-31", "12 built 2023-01-01..2023-12-31 up/previous_year"],
    ),
    # nothing is compared: a bound
    ('Huyện có không ít hơn 30 mô hình "Dân vận khéo".', ["at_least 30 built"]),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes(text: str, expected: list[str]) -> None:
    assert told(text) == expected


LINES = [
    # a total, and headed lines with other lists between them
    (
        'Qua bình xét, toàn huyện công nhận 60 mô hình "Dân vận khéo". Chia ra:\na) Kinh tế: 31 mô hình\n'
        "+ Hội Nông dân xã An Trạch giúp 20 hộ vay vốn.\nb) Văn hóa - xã hội: 18\n+ Xã Bình Hạ trồng 300 cây xanh.\n"
        "c) Quốc phòng, an ninh: 11\nTheo đơn vị, xã An Trạch 13, Bình Hạ 11, Cẩm Lộc 9 mô hình…",
        [
            "60 recognised", "31 recognised economy <0=", "18 recognised culture_society <0=",
            "11 recognised defence_security <0=", "13 recognised @An Trạch <0", "11 recognised @Bình Hạ <0",
            "9 recognised @Cẩm Lộc <0",
        ],
    ),
    # items without marks, behind a colon
    (
        'Huyện có 60 mô hình "Dân vận khéo":\n31 mô hình kinh tế;\n18 mô hình văn hóa;\n11 mô hình an ninh.\n'
        "Trong đó, 9 mô hình được tỉnh công nhận.",
        [
            "60 built", "31 built economy <0=", "18 built culture_society <0=", "11 built defence_security <0=",
            "9 recognised province <0",
        ],
    ),
    # the units that have most, and what was counted last is no total
    (
        'Toàn huyện công nhận 60 mô hình "Dân vận khéo", gồm 28 mô hình kinh tế, 32 mô hình văn hóa.\n'
        "Các đơn vị có nhiều mô hình:\n- Xã An Trạch: 14 mô hình\n- Xã Bình Hạ: 12 mô hình",
        [
            "60 recognised", "28 recognised economy <0=", "32 recognised culture_society <0=",
            "14 recognised @An Trạch <0", "12 recognised @Bình Hạ <0",
        ],
    ),
    # a table, a cell a line; its sums stand last
    (
        'Kết quả ở các xã điểm:\nBảng 2. Số mô hình "Dân vận khéo" các xã điểm\nSTT\nĐơn vị\nSố mô hình đăng ký\n'
        "Số mô hình được công nhận\n1\nXã An Trạch\n12\n9\n2\nXã Bình Hạ\n10\n10\nTổng cộng\n22\n19",
        [
            "12 registered @An Trạch <4=", "9 recognised @An Trạch <5=", "10 registered @Bình Hạ <4=",
            "10 recognised @Bình Hạ <5=", "22 registered", "19 recognised <4",
        ],
    ),
    # a row a line
    (
        "Phong trào được cán bộ và nhân dân trong xã hưởng ứng sôi nổi, nhiều việc khó ở cơ sở đã được tháo gỡ.\n"
        'Ban Chỉ đạo xã công nhận 22 mô hình "Dân vận khéo", chia theo lĩnh vực:\nLĩnh vực | Số mô hình\n'
        "Kinh tế | 13\nMôi trường | 9\nNhân dân đồng tình hưởng ứng, nhiều nhà tự nguyện tháo dỡ hàng rào,"
        " góp ngày công cùng tổ tự quản mở đường.",
        ["22 recognised commune", "13 recognised economy commune <0=", "9 recognised environment commune <0="],
    ),
    # a row that lacks a number ends the table: nothing is guessed
    ("STT\nĐơn vị\nSố mô hình đăng ký\nSố mô hình công nhận\n1\nXã An Trạch\n12\n2\nXã Bình Hạ\n10\n8", []),
    ("STT\nHọ và tên\nNăm sinh\n1\nLê Văn Lộc\n60\n2\nTrần Thị Mây\n71", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lists_and_tables_over_several_lines(text: str, expected: list[str]) -> None:
    assert [f for f in told("Phú Hạc nhân lên nhiều việc làm hay\n" + text) if not f.startswith("~")] == expected


SAID_AGAIN = [
    # the headline, then the body
    ("Bàn giao 14 nhà tình nghĩa\nHuyện vừa bàn giao 14 căn nhà tình nghĩa cho hộ nghèo.", ["~ 14 nhà"]),
    ("Tặng hơn 800 suất quà Tết\nHội tặng 826 suất quà cho hộ nghèo.", ["~ 826 phần quà"]),
    ("40 hộ nhận bò giống\nDịp này, 40 hộ nhận bò giống, 12 hộ nhận vốn.", ["~ 40 hộ", "~ 12 hộ"]),
    # another number, another thing, a part
    (
        "Trao 60 xe đạp\nHuyện trao 20 xe đạp cho học sinh nghèo.",
        ["~ 60 xe đạp", "~ 20 xe đạp"],
    ),
    (
        "30 hộ hiến đất\nCó 30 đoàn viên đến giúp dân dọn dẹp.",
        ["~ 30 hộ", "~ 30 đoàn viên"],
    ),
    # the body's own numbers stand
    (
        "Xã Bình Hạ trao 20 suất quà.\nXã An Trạch trao 20 suất quà.",
        ["~ 20 phần quà @Bình Hạ", "~ 20 phần quà @An Trạch"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID_AGAIN)
def test_other_counts_of_the_headline_are_said_once(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_heading_and_caption_say_the_fact_once() -> None:
    text = (
        "Xây dựng hơn 6 ngàn mô hình\n"
        'Toàn tỉnh xây dựng được 6.117 mô hình "Dân vận khéo". Các mô hình được nhân dân đồng tình hưởng ứng rộng rãi.'
    )
    assert told(text, "tỉnh Lam Giang") == ["6117 built @Lam Giang"]


TOLD_PARTS = [
    (
        'Huyện có 94 mô hình "Dân vận khéo"; 71 trong số này phát huy hiệu quả, gồm 42 về kinh tế, 29 về môi trường.',
        ["94 built", "71 maintained <0", "42 maintained economy <1=", "29 maintained environment <1="],
    ),
    ('Huyện có 94 mô hình "Dân vận khéo", 71 mô hình trong số đó đang hoạt động.', ["94 built", "71 maintained <0"]),
    ('Huyện có 94 mô hình "Dân vận khéo". 71 trong số ấy được công nhận.', ["94 built", "71 recognised <0"]),
    ('Huyện có 94 mô hình "Dân vận khéo", trong số ấy có 71 được công nhận.', ["94 built", "71 recognised <0"]),
    (
        'Các chi bộ đăng ký 33 mô hình "Dân vận khéo"; 30 được công nhận, 3 chưa đạt.',
        ["33 registered", "30 recognised <0=", "3 registered <0="],
    ),
    # what else is counted is told of first
    (
        'Huyện có 94 mô hình "Dân vận khéo", giúp 40 hộ nghèo, 12 được vay vốn.',
        ["94 built", "~ 40 hộ"],
    ),
    ('Huyện có 94 mô hình "Dân vận khéo", 12 hộ được vay vốn.', ["94 built", "~ 12 hộ"]),
    (
        'Huyện tiếp nhận 47 mô hình "Dân vận khéo", đến nay giữ được 39.',
        ["47", "39 maintained ..2023-07-20 cum <0"],
    ),
    (
        'Trong 112 mô hình "Dân vận khéo" đang duy trì có 60 thuộc lĩnh vực kinh tế, còn lại là văn hóa.',
        ["112 maintained ..2023-07-20 cum", "60 maintained ..2023-07-20 cum economy <0"],
    ),
    (
        'Có 9 mô hình "Dân vận khéo" nằm trong số 64 mô hình đã đăng ký.',
        ["9 registered <1", "64 registered"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_PARTS)
def test_parts_that_the_words_behind_tell(text: str, expected: list[str]) -> None:
    assert told(text) == expected


EXAMINED = [
    (
        'Huyện có 97 mô hình "Dân vận khéo". Qua kiểm tra, có 80 mô hình đạt loại tốt, 9 mô hình không còn phù hợp.',
        ["97 built", "80 <0", "9 <0"],
    ),
    ('Huyện có 97 mô hình "Dân vận khéo", hơn một nửa (50 mô hình) thuộc lĩnh vực kinh tế.', ["97", "50 economy <0"]),
    # another year's, and what was examined
    ('Huyện có 97 mô hình "Dân vận khéo". Đoàn đã kiểm tra 44 mô hình.', ["97 built", "44 <0"]),
    (
        'Huyện nhận đăng ký 72 mô hình "Dân vận khéo"; cuối năm nhận 51 mô hình đề nghị công nhận cấp huyện.',
        ["72 registered", "51 planned district <0"],
    ),
    (
        'Hội Nông dân có 12 mô hình "Dân vận khéo", Hội Phụ nữ 15, Đoàn Thanh niên 9 và Hội Cựu chiến binh 7.',
        ["12", "15", "9", "7"],
    ),
    (
        'Cơ quan huyện có 11 mô hình "Dân vận khéo", 25 xã, thị trấn có 76.',
        ["11", "~ 25 xã, thị trấn", "76"],
    ),
    ('Cơ quan huyện có 11 mô hình "Dân vận khéo", 25 hộ có 76 con bò.', ["11", "~ 25 hộ", "~ 76 bò"]),
]


@pytest.mark.parametrize(("text", "expected"), EXAMINED)
def test_what_came_of_an_examination_and_nouns_left_out(text: str, expected: list[str]) -> None:
    said = [s.replace(" built", "") if " built" not in " ".join(expected) else s for s in told(text)]
    assert [s.replace(" maintained", "") for s in said] == expected


def test_a_picture_between_a_total_and_its_parts() -> None:
    """Pages say a caption twice; it holds neither total nor parts, and takes none of the reach of a list."""
    caption = 'Riêng mảng kinh tế, huyện Hải Hậu có 34 mô hình "Dân vận khéo".\n'
    text = (
        "Huyện Hải Hậu tổng kết\n\nTrong năm 2023, các xã, thị trấn ở huyện Hải Hậu đã xây dựng được 90 mô hình "
        f'"Dân vận khéo" đủ mọi mặt.\n\n{caption}{caption}\nTrong số này, mảng kinh tế 34 mô hình; văn hóa 50 mô hình; '
        "quốc phòng - an ninh 4. Các mô hình gắn với việc làm hằng ngày của bà con ở từng xóm, từng xã.\n"
    )
    record = extract(text, published="2024-03-06")
    assert [(f.value, f.part_of) for f in record.figures if f.value != 34] == [(90, None), (50, 0), (4, 0)]


BY_FIELD = [
    (
        'Đến nay, huyện xây dựng 170 mô hình "Dân vận khéo":\n'
        "Trên lĩnh vực phát triển kinh tế: huyện xây dựng được 92 mô hình. Nổi bật là xã An Trạch.\n"
        "Trên lĩnh vực văn hóa - xã hội: có 54 mô hình, nhiều nhất là khối trường học.\n"
        "Trên lĩnh vực quốc phòng - an ninh: 24, trong đó 10 mô hình của công an.",
        ["170", "92 economy <0=", "54 culture_society <0=", "24 defence_security <0=", "10 defence_security <3"],
    ),
    (
        'Đến nay, huyện xây dựng 170 mô hình "Dân vận khéo".\n'
        "1. Lĩnh vực kinh tế (92 mô hình)\nCác xã đổi giống cây.\n"
        "2. Lĩnh vực môi trường (60 mô hình)\nCác xã trồng hoa.",
        ["170", "92 economy <0", "60 environment <0"],
    ),
    # what is named by its trade is another thing
    (
        'Đến nay, huyện xây dựng 170 mô hình "Dân vận khéo".\nTrong phát triển kinh tế, có 5 mô hình tổ hợp tác.',
        ["170", "~ 5 economy"],
    ),
    # more than the total can hold
    (
        'Đến nay, huyện xây dựng 70 mô hình "Dân vận khéo".\nTrong phát triển kinh tế, có 92 mô hình.',
        ["70", "~ 92 economy"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BY_FIELD)
def test_parts_in_paragraphs_of_their_own(text: str, expected: list[str]) -> None:
    said = told("Phong trào ở huyện Phú Hạc\n\n" + text)
    assert [re.sub(r" built| \.\.2023-07-20 cum", "", s) for s in said] == expected


UNITS_AND_WHOLES = [
    # behind the semicolon the next unit has a total and parts of its own
    (
        'Xã An Trạch có 48 mô hình "Dân vận khéo", trong đó 30 mô hình loại tốt; xã Bình Hạ 52 mô hình, tuy '
        "nhiên mới công nhận 19 mô hình.",
        ["48 built @An Trạch", "30 maintained @An Trạch <0", "52 built @Bình Hạ", "19 recognised @Bình Hạ <2"],
    ),
    (
        'Xã An Trạch xây dựng 14 mô hình "Dân vận khéo", trong đó có 9 mô hình kinh tế; xã Bình Hạ 22 mô '
        "hình, nhưng chỉ có 10 mô hình hiệu quả.",
        ["14 built @An Trạch", "9 built economy @An Trạch <0", "22 built @Bình Hạ", "10 built @Bình Hạ"],
    ),
    # what every unit is to have has no place; all of them together are those of the whole
    (
        'Năm 2024, mỗi chi bộ đăng ký ít nhất 1 mô hình "Dân vận khéo", toàn huyện phấn đấu nâng số mô hình lên 45.',
        ["at_least 1 planned 2024-01-01..2024-12-31 @-", "45 planned 2024-01-01..2024-12-31"],
    ),
    (
        'Ở thôn Đông đường sạch. Huyện giao mỗi thôn có 1 mô hình "Dân vận khéo", nâng tổng số lên 50 mô hình.',
        ["1 planned @-", "50 planned"],
    ),
    (
        'Ở thôn Đông đường sạch. Đến nay 45 thôn, tổ dân phố đăng ký 52 mô hình "Dân vận khéo".',
        ["~ 45 thôn, tổ dân phố ..2023-07-20 cum", "52 registered ..2023-07-20 cum"],
    ),
    # offices in a list of units lie in none of them
    (
        'Xã An Trạch 61 mô hình "Dân vận khéo", xã Bình Hạ 30 mô hình…; khối các cơ quan huyện 29 mô hình.',
        ["61 @An Trạch", "30 @Bình Hạ", "29 @-"],
    ),
    # two units with one number each
    (
        'Xã An Trạch đăng ký 11 mô hình "Dân vận khéo", kế đến là xã Bình Hạ (9), thị trấn Phú Hạc và Hòa '
        "Bình mỗi nơi 7, xã Tân Lập 5.",
        ["11 registered @An Trạch", "9 registered @Bình Hạ", "7 registered @-", "5 registered @Tân Lập"],
    ),
    (
        'Năm 2022 đăng ký 34 mô hình "Dân vận khéo" (cấp Ban Chỉ huy 6, cấp đồn 28).',
        [
            "34 registered 2022-01-01..2022-12-31",
            "6 registered 2022-01-01..2022-12-31 <0=",
            "28 registered 2022-01-01..2022-12-31 <0=",
        ],
    ),
    # the number of a school's name
    (
        'Huyện có 39 mô hình "Dân vận khéo", trong đó có việc làm của Trường THPT Phú Hạc 2, Trạm Y tế xã An Trạch.',
        ["39 built"],
    ),
    # some of those just counted, but not at another time
    (
        'Năm 2022, huyện có 68 mô hình "Dân vận khéo" thì đã có 61 mô hình mang lại hiệu quả.',
        ["68 built 2022-01-01..2022-12-31", "61 maintained 2022-01-01..2022-12-31 <0"],
    ),
    (
        'Năm 2018 huyện có 68 mô hình "Dân vận khéo" thì năm 2022 có 61 mô hình.',
        ["68 built 2018-01-01..2018-12-31", "61 built 2022-01-01..2022-12-31"],
    ),
    # divided twice without a word for it
    (
        'Huyện có 20 mô hình "Dân vận khéo", có 12 tập thể, 8 cá nhân; lĩnh vực kinh tế 9, văn hóa 11.',
        [
            "20 built",
            "12 built collective <0=",
            "8 built individual <0=",
            "9 built economy <0=",
            "11 built culture_society <0=",
        ],
    ),
    # all of the commune that the paragraph speaks of
    (
        'Toàn huyện đăng ký 412 mô hình "Dân vận khéo" năm 2022.\n\nĐến xã An Trạch lại là chuyện khác. Cả xã '
        'có 2.113 hộ làm vườn. Trong 14 mô hình "Dân vận khéo" mà xã lựa chọn thì 7 mô hình gắn với chè.',
        [
            "412 registered 2022-01-01..2022-12-31",
            "~ 2113 hộ 2022-01-01..2022-12-31 @An Trạch",
            "14 2022-01-01..2022-12-31 @An Trạch",
            "7 2022-01-01..2022-12-31 @An Trạch <2",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNITS_AND_WHOLES)
def test_units_and_wholes_of_tours(text: str, expected: list[str]) -> None:
    assert told(text) == expected


CHANCE_AND_ASIDES = [
    # numbers that add up to a total before by chance are no list of it
    (
        'Xã An Trạch có 34 mô hình "Dân vận khéo", các ấp đều chăm lo việc này từ đầu năm.\n\nThị trấn Phú Hạc '
        'đăng ký 28 mô hình "Dân vận khéo", hết quý I hoàn thành 6 mô hình.',
        [
            "34 built ..2023-07-20 cum @An Trạch",
            "28 registered 2023-01-01..2023-12-31",
            "6 built 2023-01-01..2023-03-31 <1",
        ],
    ),
    (
        'Năm 2022, Ban Chỉ huy khu vực có 7 mô hình "Dân vận khéo". Thị trấn Phú Hạc có 2 mô hình. Xã Hòa '
        "Bình có 2 mô hình, xã Bình Hạ 1 mô hình, xã An Trạch 4 mô hình.",
        [
            "7 built 2022-01-01..2022-12-31",
            "2 built 2022-01-01..2022-12-31",
            "2 built 2022-01-01..2022-12-31 @Hòa Bình",
            "1 built 2022-01-01..2022-12-31 @Bình Hạ",
            "4 built 2022-01-01..2022-12-31 @An Trạch",
        ],
    ),
    # who honours is no place of what is honoured
    (
        'Năm 2022, huyện có 163 mô hình "Dân vận khéo"; Quân khu biểu dương 9 mô hình, Huyện ủy khen thưởng '
        "12 mô hình.",
        [
            "163 built 2022-01-01..2022-12-31",
            "9 commended 2022-01-01..2022-12-31 central <0",
            "12 commended 2022-01-01..2022-12-31 district <0",
        ],
    ),
    # an average beside it takes nothing from a sum of years
    (
        'Giai đoạn 2018 - 2022, huyện đăng ký 389 mô hình "Dân vận khéo", bình quân mỗi năm gần 78 mô hình. '
        "Qua thẩm định, Huyện ủy công nhận 264 mô hình.",
        [
            "389 registered 2018-01-01..2022-12-31 cum",
            "less_than 78 registered 2018-01-01..2022-12-31",
            "264 recognised 2018-01-01..2022-12-31 cum district <0",
        ],
    ),
    # more than at the end of another year
    (
        'Tính đến ngày 31/3/2023, toàn huyện có 417 mô hình "Dân vận khéo", nhiều hơn cuối năm 2022 là 38 mô hình.',
        ["417 built ..2023-03-31 cum", "38 built ..2023-03-31 up/previous_year"],
    ),
    # what brackets add has no share in place and time
    (
        "Giai đoạn 2018 - 2022, các cấp Hội toàn huyện (kể cả xã An Trạch trước sáp nhập) xây dựng 318 mô "
        'hình "Dân vận khéo".',
        ["318 built 2018-01-01..2022-12-31 cum"],
    ),
    # launched of what was registered, but not new ones beside what is kept
    (
        'Năm 2022, toàn huyện đăng ký 163 mô hình "Dân vận khéo", đã ra mắt 87 mô hình.',
        ["163 registered 2022-01-01..2022-12-31", "87 launched 2022-01-01..2022-12-31 <0"],
    ),
    # judged to work, of what was built
    (
        'Năm 2022, huyện xây dựng 163 mô hình "Dân vận khéo". Trong năm có 140 mô hình được đánh giá hoạt động tốt.',
        ["163 built 2022-01-01..2022-12-31", "140 maintained 2022-01-01..2022-12-31 <0"],
    ),
    # a subject that counts something else
    (
        'Năm 2022, huyện xây dựng 68 mô hình "Dân vận khéo". Tổng số ngày công giúp dân là 186.000.',
        ["68 built 2022-01-01..2022-12-31"],
    ),
    # several judge together
    (
        'Năm 2022, huyện đăng ký 163 mô hình "Dân vận khéo". Có 140 mô hình được cấp ủy, chính quyền địa '
        "phương đánh giá hiệu quả.",
        ["163 registered 2022-01-01..2022-12-31", "140 maintained 2022-01-01..2022-12-31 <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHANCE_AND_ASIDES)
def test_sums_by_chance_and_asides(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("Đoàn Chủ tịch có 72 vị, trong đó tái cử 49 vị, mới 23 vị. Ban Thường trực sẽ gồm 6 vị.", [None, 0, 0, None]),
        ("Hội có 30 tổ. Gồm 18 tổ ở ấp 1, 12 tổ ở ấp 2.", [None, 0, 0]),
    ],
)  # fmt: skip
def test_a_list_with_a_subject_divides_nothing_before_it(text: str, totals: list[int | None]) -> None:
    assert [figure.part_of for figure in read(text).figures] == totals
