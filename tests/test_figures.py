"""Counted things: place, topic, level, and counts with other nouns. What a line says is told in tests/telling.py."""

from __future__ import annotations

import pytest

from danvan.api import extract
from telling import read, told


def test_level_as_a_label() -> None:
    text = 'Cấp tỉnh có 5 mô hình, cấp huyện có 20 mô hình "Dân vận khéo".'
    assert told(text) == ["5 built province", "20 built district"]


PLACES = [
    (
        'Tại huyện Phú Hạc, phong trào lan rộng. Toàn huyện có 69 mô hình "Dân vận khéo".',
        "tỉnh Lam Giang",
        ["69 built"],
    ),
    ('Toàn tỉnh có 1.204 mô hình "Dân vận khéo".', "tỉnh Lam Giang", ["1204 built @Lam Giang"]),
    ('Xã An Trạch (huyện Phú Hạc) công nhận 9 mô hình "Dân vận khéo".', "tỉnh Lam Giang", ["9 recognised @An Trạch"]),
    (
        'Xã An Trạch có 24 mô hình "Dân vận khéo", xã Bình Hạ có 17 mô hình.',
        "tỉnh Lam Giang",
        ["24 built @An Trạch", "17 built @Bình Hạ"],
    ),
    (
        'Toàn tỉnh có 48 mô hình "Dân vận khéo". Nhiều nhất là xã An Trạch với 52 mô hình, xã Bình Hạ 12 mô hình.',
        "tỉnh Lam Giang",
        ["48 built @Lam Giang", "52 built @An Trạch", "12 built @Bình Hạ"],
    ),
    ('Mỗi chi bộ đăng ký ít nhất 01 mô hình "Dân vận khéo".', "tỉnh Lam Giang", ["at_least 1 planned @-"]),
]


@pytest.mark.parametrize(("text", "place", "expected"), PLACES)
def test_place(text: str, place: str, expected: list[str]) -> None:
    assert told(text, place) == expected


TOPIC = [
    ("Toàn huyện có 45 mô hình kinh tế, 12 mô hình tổ hợp tác.", ["~ 45 built economy", "~ 12 built"]),
    ("Mô hình chính quyền địa phương 2 cấp vận hành thông suốt.", []),
    (
        'Phong trào "Dân vận khéo" lan rộng khắp nơi.\nĐến nay, toàn huyện đã xây dựng được 85 mô hình.',
        ["85 built ..2023-07-20 cum"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng khắp nơi.\nHội Nông dân thành lập 12 mô hình nuôi cá.',
        ["~ 12 built economy"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOPIC)
def test_topic(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_level_is_that_of_the_body_whatever_its_name() -> None:
    text = 'Ban Chỉ đạo thực hiện Quy chế dân chủ cơ sở và phong trào "Dân vận khéo" huyện vừa công nhận 12 mô hình.'
    assert told(text) == ["12 recognised district"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TP. Phan Rang - Tháp Chàm phát động\n\nToàn thành phố có", "Phan Rang - Tháp Chàm"),
        ("Quận 6 và TP. Hồ Chí Minh tổng kết\n\nQuận 6, TP. Hồ Chí Minh họp. Toàn thành phố có", "Hồ Chí Minh"),
        ("Huyện Hải Hậu họp ở TP. Nam Định\n\nHuyện Hải Hậu làm tốt. Toàn huyện có", "Hải Hậu"),
    ],
)
def test_a_whole_city_is_of_either_level(text: str, place: str) -> None:
    (figure,) = extract(text + ' 17 mô hình "Dân vận khéo".', published="2023-06-30").figures
    assert figure.place is not None
    assert figure.place.name == place


def test_notes_at_the_foot() -> None:
    note = "\n\nCác xã tiếp tục làm.\n\n%s 109 mô hình tập thể, 59 mô hình cá nhân.\n%s Đảng viên 12 đồng chí."
    for first, second in (("[3]", "[4]"), ("(1)", "(2)"), ("(*)", "(**)")):
        said = told(f'Toàn huyện có 168 mô hình "Dân vận khéo"{first}, chiếm phần lớn.' + note % (first, second))
        assert said[:3] == ["168 built", "109 built collective <0=", "59 built individual <0="]
    # a mark that no count bears is the number of an item
    said = told('Toàn huyện có 168 mô hình "Dân vận khéo", chiếm phần lớn.' + note % ("(1)", "(2)"))
    assert said[1] == "109 built collective"


# ---- whose the counts are, and counts with other nouns: each line its own construction of real pages
# what is counted has another noun, one in marks, one before it, or none
COUNTED = [
    (
        'Toàn huyện đăng ký 26 điểm mô hình "Dân vận khéo": 11 điểm mô hình kinh tế, 15 mô hình văn hóa - xã hội.',
        ["26 registered", "11 registered economy <0=", "15 registered culture_society <0="],
    ),
    (
        'Toàn huyện xây dựng 43 lượt mô hình, điển hình "Dân vận khéo".',
        ["43 built"],
    ),
    (
        'Toàn huyện có 56 công trình, mô hình "Dân vận khéo".',
        ["56 built"],
    ),
    (
        'Toàn huyện xây dựng 15 "mô hình dân vận khéo" về kinh tế.',
        ["15 built economy"],
    ),
    (
        'Toàn huyện có 19 mô hình "Dân vận khéo", gồm ba mô hình kinh tế, mười hai mô hình văn hóa,'
        " hai quốc phòng và hai về xây dựng hệ thống chính trị.",
        [
            "19 built",
            "3 built economy <0=",
            "12 built culture_society <0=",
            "2 built defence_security <0=",
            "2 built political_system <0=",
        ],
    ),
    (
        'Tổng số mô hình "Dân vận khéo" giai đoạn 2021 - 2022 là 145.',
        ["145 2021-01-01..2022-12-31 cum"],
    ),
    (
        'Có 66 mô hình "Dân vận khéo", gồm 47 điển hình về kinh tế cùng 19 điển hình về môi trường.',
        ["66 built", "47 built economy <0=", "19 built environment <0="],
    ),
    (
        'Nhiều nơi làm "Dân vận khéo". Huyện khen thưởng 48 mô hình nổi trội.',
        ["48 commended district"],
    ),
    (
        'Nhiều nơi làm "Dân vận khéo". Toàn huyện có 310 mô hình "Tiếng kẻng an ninh".',
        ["~ 310 built"],
    ),
]

# what became of some of them, the years of a total, and what is compared
WHOLES = [
    (
        'Huyện chọn được 418 mô hình "Dân vận khéo", biểu dương 46 mô hình.',
        ["418", "46 commended <0"],
    ),
    (
        'Xã có 17 mô hình "Dân vận khéo", những đường hoa thế này chiếm 6.',
        ["17 built", "6 built <0"],
    ),
    (
        'Huyện có 90 mô hình "Dân vận khéo", mô hình tập thể chiếm 60, còn cá nhân 30.',
        ["90 built", "60 built collective <0=", "30 built individual <0="],
    ),
    (
        'Hai năm 2021 và 2022, huyện có 310 mô hình "Dân vận khéo" đăng ký. Trong đó'
        " năm 2021 có 146 mô hình đăng ký và có 64 mô hình được công nhận. Năm 2022, cả huyện có 164 mô hình đăng ký.",
        [
            "310 registered 2021-01-01..2022-12-31 cum",
            "146 registered 2021-01-01..2021-12-31 <0=",
            "64 recognised 2021-01-01..2021-12-31 <1",
            "164 registered 2022-01-01..2022-12-31 <0=",
        ],
    ),
    (
        'Toàn huyện có 90 mô hình "Dân vận khéo", chia theo lĩnh vực: Kinh tế: 60; môi trường: 30.',
        ["90 built", "60 built economy <0=", "30 built environment <0="],
    ),
    (
        'Năm 2022 có 145 mô hình "Dân vận khéo", tăng 11 so với năm 2016, tăng 4 so với năm 2021.',
        [
            "145 built 2022-01-01..2022-12-31",
            "11 built 2022-01-01..2022-12-31 up/other",
            "4 built 2022-01-01..2022-12-31 up/previous_year",
        ],
    ),
]

# one number for each of several units; a force that lies in no unit
EACH = [
    (
        'Mỗi xã đăng ký 2 mô hình và 1 điển hình "Dân vận khéo"; mỗi chi bộ 1 mô hình, 1 điển hình.',
        ["2 registered @-", "1 registered @-", "1 @-", "1 @-"],
    ),
    (
        '100% chi bộ đăng ký 1 mô hình "Dân vận khéo".',
        ["~ 100% chi bộ", "1 registered @-"],
    ),
    (
        '22/22 xã, thị trấn có 45 mô hình "Dân vận khéo".',
        ["45 built"],
    ),
    (
        'Hằng năm, các chi bộ, đoàn thể đăng ký ít nhất 01 mô hình "Dân vận khéo".',
        ["at_least 1 registered @-"],
    ),
    (
        'Các chi bộ đăng ký ít nhất 61 mô hình "Dân vận khéo".',
        ["at_least 61 registered"],
    ),
    (
        'Toàn Quân khu xây dựng 145 mô hình "Dân vận khéo".',
        ["145 built @-"],
    ),
]

# the sentence before says of whom the paragraph speaks; an example, a venue, a larger body and a list do not
SPOKEN = [
    (
        'Xã An Trạch (12 mô hình "Dân vận khéo"), Công an huyện (3 mô hình).',
        ["12 @An Trạch", "3 @-"],
    ),
    (
        'Xã An Trạch coi trọng việc này. Đã có 14 mô hình "Dân vận khéo".',
        ["14 built @An Trạch"],
    ),
    (
        'Về xã An Trạch hôm nay, đường sạch, ngõ đẹp. Các chi bộ đăng ký 14 mô hình "Dân vận khéo".',
        ["14 registered @An Trạch"],
    ),
    (
        'Thời gian qua, xã An Trạch bám sát dân. Ngoài 14 mô hình "Dân vận khéo", nhiều việc khác cũng xong.',
        ["14 @An Trạch"],
    ),
    (
        'Bí thư Đảng ủy xã An Trạch cho biết, việc gì cũng bàn với dân. Có 14 mô hình "Dân vận khéo".',
        ["14 built @An Trạch"],
    ),
    (
        'Tiêu biểu là xã An Trạch với việc hiến đất. Đã công nhận 45 mô hình "Dân vận khéo".',
        ["45 recognised"],
    ),
    (
        'Ngày 5/7, tại xã An Trạch, huyện họp sơ kết. Đã xây dựng 45 mô hình "Dân vận khéo".',
        ["45 built ..2023-07-20 cum"],
    ),
    (
        'Xã An Trạch làm tốt. Huyện ủy công nhận 45 mô hình "Dân vận khéo".',
        ["45 recognised district"],
    ),
    (
        'Xã An Trạch, xã Bình Hạ làm tốt. Đã công nhận 45 mô hình "Dân vận khéo".',
        ["45 recognised"],
    ),
    (
        'Riêng xã An Trạch có 9 mô hình "Dân vận khéo". Còn 18 mô hình hoạt động cầm chừng.',
        ["9 built @An Trạch", "18"],
    ),
    (
        'Một số nơi làm tốt: xã An Trạch: 12 mô hình "Dân vận khéo"; xã Bình Hạ: 11 mô hình.',
        ["12 built @An Trạch", "11 built @Bình Hạ"],
    ),
    (
        'Dẫn đầu ở huyện là xã An Trạch (12 mô hình "Dân vận khéo"), xã Bình Hạ (11 mô hình).',
        ["12 @An Trạch", "11 @Bình Hạ"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED + WHOLES + EACH)
def test_counts_with_other_nouns_and_their_wholes(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_place_that_the_paragraph_speaks_of(text: str, expected: list[str]) -> None:
    assert told("Huyện Phú Hạc nhiều năm làm tốt việc này.\n\n" + text) == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Có 160 xã, phường trên 9 huyện hết hộ nghèo.", ["exact", "exact"]),
        ("Có 45 tổ tự quản trên 12 xã, thị trấn.", ["exact", "exact"]),
        ("Có 45 tổ tự quản ở trên 12 xã.", ["exact", "more_than"]),
        ("Xã trao 45 suất quà, trên 12 hộ được vay.", ["exact", "more_than"]),
        ("Xã tặng 45 suất quà trên 90 triệu đồng cho trên 12 hộ.", ["exact", "more_than"]),
    ],
)
def test_across_units_is_not_more_than_them(text: str, bounds: list[str]) -> None:
    assert [figure.bound for figure in read(text).figures] == bounds
