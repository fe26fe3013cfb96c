"""Counts of models as whole pages say them: reports, tours, pages of unions, forces and districts.

`MH` stands for: mô hình "Dân vận khéo". What a line says is told in tests/telling.py.
"""

from __future__ import annotations

import re

import pytest

from telling import told

NORTH = [
    # wholes of thousands stand behind a stroke
    ("Toàn huyện có 1.205/2.310 MH hoạt động hiệu quả.", ["1205/2310 maintained"]),
    ("Có 98/1.204 MH được công nhận cấp tỉnh.", ["98/1204 recognised province"]),
    ("Đã công nhận 1.012/1.250 MH (đạt 81%).", ["1012/1250 recognised", "~ 81% tỷ lệ"]),
    ("Huyện có 1.069/1.114 hộ làm theo MH.", ["~ 1069/1114 hộ"]),
    # a list of fields that ends before the verb is what they compete in, and labels no number
    (
        "Thi đua trên các lĩnh vực kinh tế; quốc phòng - an ninh; xây dựng Đảng, duy trì 70 MH.",
        ["70 maintained ..2023-07-20 cum"],
    ),
    (
        "Các xã thi đua trên mọi lĩnh vực: kinh tế; văn hóa - xã hội; xây dựng hệ thống chính trị, đã công nhận 33 MH.",
        ["33 recognised"],
    ),
    ("Thi đua ở nhiều lĩnh vực như kinh tế; bảo vệ môi trường, xây dựng được 41 MH.", ["41 built"]),
    ("Về kinh tế, các xã làm đường; về văn hóa - xã hội, xây dựng 21 MH.", ["21 built culture_society"]),
    (
        "Công nhận 99 MH trên các lĩnh vực: kinh tế 40 mô hình; quốc phòng - an ninh 59 mô hình.",
        ["99 recognised", "40 recognised economy <0=", "59 recognised defence_security <0="],
    ),
    ('Xây dựng Đảng An Trạch biểu dương 15 điển hình "Dân vận khéo".', ["15 điển hình commended"]),
    ("Kinh tế hiện đã có 12 MH.", ["12 built economy"]),
    # what stands behind "trong đó" tells of a part
    ("Có 57 MH trên lĩnh vực kinh tế - xã hội, trong đó có nhiều mô hình sản xuất.", ["57 built other"]),
    ("Có 57 MH về kinh tế, trong đó có mô hình bảo vệ môi trường.", ["57 built economy"]),
    # who is chosen to come to the meeting is honoured; a contest honours nobody yet
    (
        "Từ 310 MH đã lựa chọn 18 mô hình, điển hình về dự Hội nghị biểu dương cấp tỉnh.",
        ["310", "18 commended province <0"],
    ),
    (
        "Huyện khen thưởng 46 tập thể, trong đó chọn 8 MH tiêu biểu tham dự hội nghị biểu dương.",
        ["46 tập thể commended district collective", "8 commended district"],
    ),
    ("Xã chọn 3 MH về dự hội thi cấp huyện.", ["3 district"]),
    ("Huyện sẽ chọn 6 MH về dự hội nghị tuyên dương cấp tỉnh.", ["6 planned province"]),
    # the order is given, what it asks for is to come
    ("Huyện đã chỉ đạo mỗi đơn vị tối thiểu xây dựng một MH.", ["at_least 1 planned @-"]),
    ("Ban Chỉ huy đã giao mỗi đại đội xây dựng 01 MH.", ["1 planned @-"]),
    ("Huyện đã yêu cầu mỗi chi bộ có ít nhất 1 MH.", ["at_least 1 planned @-"]),
    ("Huyện đã chỉ đạo, mỗi chi bộ đã xây dựng 1 MH.", ["1 built @-"]),
    # what names earlier years is no later stage
    (
        "Năm 2022 công nhận 55 MH, đồng thời đề nghị tỉnh khen thưởng 18 mô hình giai đoạn 2020 - 2022.",
        ["55 recognised 2022-01-01..2022-12-31", "18 planned 2020-01-01..2022-12-31 cum province"],
    ),
    (
        "Năm 2022 công nhận 55 MH, đồng thời đề nghị tỉnh khen thưởng 18 mô hình.",
        ["55 recognised 2022-01-01..2022-12-31", "18 planned 2022-01-01..2022-12-31 province <0"],
    ),
    # a level behind two nouns in one breath is of both; the subject of the sentence goes on giving
    (
        'Công nhận 14 mô hình và 6 điển hình "Dân vận khéo" cấp tỉnh.',
        ["14 recognised province", "6 recognised province"],
    ),
    (
        'Tuyên dương 19 tập thể và 12 điển hình "Dân vận khéo" cấp huyện.',
        ["19 tập thể commended district collective", "12 điển hình commended district"],
    ),
    (
        'Chủ tịch UBND tỉnh khen thưởng 28 tập thể trong phong trào "Dân vận khéo"; khen thưởng 14 cá nhân làm tốt.',
        ["28 tập thể commended province collective", "14 cá nhân commended province individual"],
    ),
    # a share in one field is no total of another field
    (
        "Về an ninh trật tự có 1.269/2.114 MH hoạt động hiệu quả.\nTrong lĩnh vực kinh tế, toàn huyện có 278 MH.",
        ["1269/2114 maintained defence_security", "278 built economy"],
    ),
    # who registers or is honoured may stand before the verb
    (
        "Đã có 20 tập thể và 31 cá nhân đăng ký xây dựng MH.",
        ["20 tập thể registered collective", "31 cá nhân registered individual"],
    ),
    ('Có 20 tập thể được khen thưởng trong phong trào "Dân vận khéo".', ["20 tập thể commended collective"]),
]


@pytest.mark.parametrize(("text", "expected"), NORTH)
def test_what_northern_pages_say(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


BODIES = [
    # with whom it is registered stands between the two verbs; of joined verbs the first gives the status
    (
        "Năm 2022, Hội Phụ nữ đăng ký với Ban Chỉ đạo tỉnh xây dựng 2 MH.",
        ["2 registered 2022-01-01..2022-12-31 @Lam Giang"],
    ),
    ("Hội đăng ký với Ban Dân vận Huyện ủy thực hiện 12 MH.", ["12 registered"]),
    ("Hội ký kết với Ban Chỉ đạo tỉnh, xây dựng 12 MH.", ["12 built"]),
    # a bracket right behind that tells what was done with them
    ("Trong số 89 điển hình DVK (được tuyên dương tại hội nghị) có 4 xã.", ["89 điển hình commended", "~ 4 xã"]),
    ("Toàn huyện có 40 MH (đều được công nhận cấp huyện).", ["40 recognised district"]),
    ("Toàn huyện có 40 MH (9 mô hình được công nhận).", ["40 built", "9 recognised <0"]),
    # a pair by holder shares the verb behind it and the field before it
    (
        "Ở lĩnh vực kinh tế có 30 MH tập thể, 12 MH cá nhân đã được đăng ký.",
        ["30 registered economy collective", "12 registered economy individual"],
    ),
    (
        "Toàn huyện có 30 MH tập thể và 12 mô hình cá nhân được công nhận.",
        ["30 recognised collective", "12 recognised individual"],
    ),
    ("Toàn huyện có 34 MH, 21 mô hình được công nhận.", ["34 built", "21 recognised <0"]),
    (
        "Mỗi xã xây dựng ít nhất 1 MH của tập thể và 1 điển hình DVK của cá nhân.",
        ["at_least 1 planned collective @-", "1 planned individual @-"],
    ),
    # what is kept is a stock all through its list
    (
        'Hội duy trì 87 mô hình văn nghệ; 15 mô hình "Mua thẻ y tế"; 38 mô hình "Làng an toàn". Phong trào MH tốt.',
        [
            "~ 87 maintained ..2023-07-20 cum",
            "~ 15 maintained ..2023-07-20 cum",
            "~ 38 maintained ..2023-07-20 cum",
        ],
    ),
    # the words below a picture say the same again, of no other time
    (
        "Giai đoạn 2019 - 2023, phong trào lan rộng.\n\nTừ năm 2021 đến nay, các hội xây dựng được 81 MH.\n\n"
        "Hội viên thi đua xây dựng được 81 MH.\n\nCụ thể: lĩnh vực kinh tế có 50 mô hình; "
        "lĩnh vực văn hóa có 31 mô hình.",
        [
            "81 built 2021-01-01..2023-07-20 cum",
            "50 built 2021-01-01..2023-07-20 cum economy <0=",
            "31 built 2021-01-01..2023-07-20 cum culture_society <0=",
        ],
    ),
    (
        "Phong trào lan rộng.\n\nNăm 2021, các hội xây dựng được 81 MH.\n\nNăm 2022, các hội xây dựng được 81 MH.",
        ["81 built 2021-01-01..2021-12-31", "81 built 2022-01-01..2022-12-31"],
    ),
    # a range is not its first number
    (
        "Mỗi xã đăng ký 1- 3 MH\n\nNăm nay mỗi xã đăng ký xây dựng ít nhất 1 - 3 MH.",
        ["at_least 1-3 planned 2023-01-01..2023-12-31 @-"],
    ),
    # the site of another model is not that of the next count
    (
        'Huyện Phú Hạc làm tốt.\n\nPhong trào DVK nổi bật có mô hình "Ngõ sáng" trên địa bàn xã An Trạch; '
        "17 mô hình an ninh ở 17 thôn của huyện.",
        ["17 defence_security", "~ 17 thôn"],
    ),
    (
        'Huyện Phú Hạc làm tốt.\n\nHội xây dựng mô hình "Ngõ sáng" tại xóm 8, xã An Trạch. Hội các '
        "xã cũng xây dựng được 25 MH.",
        ["25 built"],
    ),
    (
        "Trên địa bàn xã An Trạch có 12 MH về kinh tế; 13 MH về văn hóa.",
        ["12 built economy @An Trạch", "13 built culture_society @An Trạch"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_what_pages_of_unions_and_forces_say(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"').replace("DVK", '"Dân vận khéo"')) == expected


# long pages: several times, units and stages in one article
LONG_PAGES = [
    # a bare "mô hình" goes on from the count before it, a paragraph later too; what is named by its kind does not
    (
        "Năm 2022, toàn huyện đăng ký 58 MH.\n\nXã An Trạch hiện có 17 mô hình; xã Bình Hạ 9 mô hình; xã Cẩm Lộc đăng "
        "ký mới 5 mô hình.",
        [
            "58 registered 2022-01-01..2022-12-31",
            "17 built ..2023-07-20 cum @An Trạch",
            "9 built ..2023-07-20 cum @Bình Hạ",
            "5 registered 2022-01-01..2022-12-31 @Cẩm Lộc",
        ],
    ),
    ("Huyện có 58 MH.\n\nCông an huyện duy trì 12 mô hình tự quản.", ["58 built", "~ 12 maintained ..2023-07-20 cum"]),
    ("Huyện có 58 MH.\n\nTrong phát triển kinh tế, có 92 mô hình.", ["58 built", "~ 92 built economy"]),
    (
        "Năm 2016 chỉ có 14 MH thì đến tháng 6/2023 đã có 73 mô hình.",
        [
            "14 built 2016-01-01..2016-12-31",
            "73 built ..2023-06-30 cum",
        ],
    ),
    # since when: the opening of a running sum
    ("Lũy kế từ năm 2015, toàn huyện xây dựng 240 MH.", ["240 built 2015-01-01..2023-07-20 cum"]),
    ("Ông cho biết, lũy kế từ năm 2015, toàn huyện xây dựng 240 MH.", ["240 built 2015-01-01..2023-07-20 cum"]),
    ("Giai đoạn 2021 - 2025, đến hết tháng 6/2023 huyện đã có 41 MH.", ["41 built 2021-01-01..2023-06-30 cum"]),
    ("Trước năm 2015, cả huyện có 30 MH.", ["30 built ..2014-12-31 cum"]),
    # of a term that still runs what is done covers the part behind us, what is planned all of it
    (
        "Nhiệm kỳ 2020 - 2025, phong trào lan rộng. Huyện đã xây dựng 180 MH.",
        ["180 built 2020-01-01..2023-07-20 cum"],
    ),
    ("Nhiệm kỳ 2020 - 2025, huyện phấn đấu xây dựng 300 MH.", ["300 planned 2020-01-01..2025-12-31 cum"]),
    # "năm năm" are those behind us
    (
        "5 năm thực hiện phong trào giai đoạn 2017 - 2022, toàn huyện xây dựng 210 MH.\n\nGiai đoạn 2021 - 2025, huyện "
        "phấn đấu mỗi năm có 50 mô hình.",
        ["210 built 2017-01-01..2022-12-31 cum", "50 planned 2021-01-01..2025-12-31"],
    ),
    # what is said of some of them is not said of all
    ("Huyện có 30 MH nhưng quá nửa hoạt động cầm chừng.", ["30 built"]),
    # a level bounds no number
    (
        "Năm 2024, huyện phấn đấu có 140 MH được công nhận cấp huyện trở lên.",
        ["140 planned 2024-01-01..2024-12-31 district"],
    ),
    ("Huyện phấn đấu có từ 40 MH cấp xã trở lên.", ["at_least 40 planned commune"]),
    (
        "Năm 2022 xây dựng 90 MH, trong đó cấp tỉnh 12 mô hình, cấp huyện 20 mô hình, còn lại là cấp cơ sở.",
        [
            "90 built 2022-01-01..2022-12-31",
            "12 built 2022-01-01..2022-12-31 province <0",
            "20 built 2022-01-01..2022-12-31 district <0",
        ],
    ),
    # what is of another year is no later stage
    (
        "Năm 2022, huyện đăng ký 90 MH. 5 tháng đầu năm 2023, huyện công nhận 20 mô hình.",
        [
            "90 registered 2022-01-01..2022-12-31",
            "20 recognised 2023-01-01..2023-05-31 district",
        ],
    ),
    # a year before the previous one is another
    (
        "Năm 2022, toàn huyện có 90 MH. So với năm 2019, số mô hình tăng 25 mô hình.",
        [
            "90 built 2022-01-01..2022-12-31",
            "25 built 2022-01-01..2022-12-31 up/other",
        ],
    ),
    ("Từ nay đến cuối năm, huyện sẽ công nhận thêm 5 MH.", ["5 planned 2023-01-01..2023-12-31"]),
    # two counts that a word joins have one place; a post of the border guard is no commune's
    (
        "Xã An Trạch có đông tôn giáo. Năm 2022, qua rà soát, giữ lại 8 MH và xây dựng thêm 20 mô hình.",
        ["8 maintained ..2022-12-31 cum @An Trạch", "20 built 2022-01-01..2022-12-31 @An Trạch"],
    ),
    (
        "Năm 2022, toàn huyện đăng ký 90 MH. Xã Bình Hạ làm tốt. Xã An Trạch đăng ký 8 mô hình. Đồn Biên phòng Phú "
        "Hạc đăng ký 6 mô hình.",
        [
            "90 registered 2022-01-01..2022-12-31",
            "8 registered 2022-01-01..2022-12-31 @An Trạch",
            "6 registered 2022-01-01..2022-12-31",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LONG_PAGES)
def test_what_long_pages_say(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


SOUTH = [
    # the unit right behind the thing counted; several in a row are none
    ("Toàn huyện có 45 MH, trong đó có 3 mô hình của xã An Trạch.", ["45 built", "3 built @An Trạch <0"]),
    (
        "Toàn huyện có 45 MH, gồm 30 mô hình ở xã An Trạch, 15 mô hình ở xã Bình Hạ.",
        ["45 built", "30 built @An Trạch <0=", "15 built @Bình Hạ <0="],
    ),
    ("Đến nay, đã có 45 MH trên địa bàn xã Bình Hạ.", ["45 built ..2023-07-20 cum @Bình Hạ"]),
    ("Huyện khen 4 mô hình của các xã An Trạch, Bình Hạ làm MH.", ["4 commended district"]),
    # what a new commune was made of has nothing of what is counted
    (
        "Xã An Trạch thành lập trên cơ sở sáp nhập xã Bình Hạ. Năm nay, xã đã ra mắt 5 MH.",
        ["5 launched 2023-01-01..2023-12-31 @An Trạch"],
    ),
    (
        "Xã An Trạch được hợp nhất từ xã Bình Hạ. Năm 2022, xây dựng 5 MH.",
        ["5 built 2022-01-01..2022-12-31 @An Trạch"],
    ),
    # a bare unit that opens its clause
    (
        "Xã An Trạch coi trọng việc này, có 12 MH. Xã chọn 2 mô hình đề nghị huyện khen.",
        ["12 built @An Trạch", "2 planned district @An Trạch <0"],
    ),
    # who did it stands behind the noun without "được"
    ("Hai việc được chọn trong số 65 MH toàn huyện xây dựng, nhân rộng.", ["65 built"]),
    ("Có 40 MH các xã, thị trấn đã triển khai.", ["40 built"]),
    ("Có 40 MH các xã triển khai có hiệu quả.", ["40 maintained"]),
    ("Huyện triển khai thực hiện có hiệu quả 40 MH.", ["40 maintained"]),
    # kinds of models are models; what is presented is not proposed
    ("Huyện hiện có 12 dạng MH.", ["12 built ..2023-07-20 cum"]),
    ("Trong 80 MH các cấp đăng ký, chúng tôi xin giới thiệu 2 mô hình.", ["80 registered", "2 registered <0"]),
    ("Xã giới thiệu 2 MH để huyện khen.", ["2 planned district"]),
    # whose the paper is does not honour; nor is what came of the models a field
    (
        "Biểu dương 5 MH qua 5 năm thực hiện Chỉ thị 19 của Ban Thường vụ Tỉnh ủy; 8 mô hình năm 2022.",
        ["5 commended 2018-07-20..2023-07-20 cum", "8 commended 2022-01-01..2022-12-31"],
    ),
    (
        "Huyện có 40 MH, trong đó 30 mô hình tập thể, 10 mô hình cá nhân, đã góp phần giữ gìn an ninh.",
        ["40 built", "30 built collective <0=", "10 built individual <0="],
    ),
    # what all of the country has lies in no unit
    ("Theo tin ở hội thảo, cả nước hiện có hơn 700 loại MH.", ["more_than 700 built ..2023-07-20 cum @-"]),
    # a change by itself is of all that there are
    (
        "Năm 2022, toàn huyện có 90 MH, các xã đều làm tốt việc này từ đầu năm.\n\n"
        "Trong khi đó, các chi hội phụ nữ duy trì 9 MH, bà con đồng tình góp công, góp của.\n\n"
        "So với năm 2021, số MH tăng 31 mô hình, đó là điều đáng mừng của phong trào.",
        [
            "90 built 2022-01-01..2022-12-31",
            "9 maintained ..2022-12-31 cum",
            "31 built 2022-01-01..2022-12-31 up/previous_year",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SOUTH)
def test_what_southern_pages_say(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


REPORTS = [
    (
        'Ban Chỉ đạo phong trào "Dân vận khéo" huyện Phú Hạc vừa họp. Ban Chỉ đạo đã bình xét, công nhận 40 MH.',
        ["40 recognised district"],
    ),
    (
        "Huyện tổng kết phong trào. Cấp huyện: đăng ký 18 MH; công nhận 11 mô hình (9 tập thể, 2 cá nhân).",
        [
            "18 registered district",
            "11 recognised district <0",
            "9 recognised district collective <1=",
            "2 recognised district individual <1=",
        ],
    ),
    ("Cấp xã, thị trấn: đăng ký 40 MH; công nhận 31 mô hình.", ["40 registered commune", "31 recognised commune <0"]),
    (
        "Huyện công nhận 52 MH (gồm 47 tập thể, 05 cá nhân), trong đó loại tốt 40 mô hình, loại khá 12 mô hình.",
        [
            "52 recognised district",
            "47 recognised district collective <0=",
            "5 recognised district individual <0=",
            "40 recognised district <0=",
            "12 recognised district <0=",
        ],
    ),
    (
        "Huyện đăng ký 30 MH, trong đó 12 mô hình tập thể, 18 mô hình cá nhân; có 20 mô hình được công "
        "nhận các cấp: cấp tỉnh 3, cấp huyện 5, cấp xã, phường 12.",
        [
            "30 registered",
            "12 registered collective <0=",
            "18 registered individual <0=",
            "20 recognised <0",
            "3 recognised province <3=",
            "5 recognised district <3=",
            "12 recognised commune <3=",
        ],
    ),
    (
        "Huyện đoàn xây dựng 22 MH, trong đó 9 mô hình tình nguyện; Hội Cựu chiến binh huyện 18 mô hình.",
        ["22 built", "9 built <0", "18 built"],
    ),
    (
        "Huyện xây dựng 74 MH.\n\nCác đoàn đi kiểm tra 8 nơi.\n\nCác đơn vị làm tốt.\n\nTheo khối: Đảng 23 "
        "mô hình; đoàn thể 19; vũ trang 07; xã, thị trấn 25 mô hình.",
        ["74 built", "~ 8 nơi", "23 built <0=", "19 built <0=", "7 built <0=", "25 built <0="],
    ),
    (
        "Năm 2022 huyện xây dựng 41 MH.\n\nRiêng năm 2023:\n\n- Cấp huyện: đăng ký 18 mô hình;\n\n- Cấp "
        "xã: đăng ký 29 mô hình.",
        [
            "41 built 2022-01-01..2022-12-31",
            "18 registered 2023-01-01..2023-12-31 district",
            "29 registered 2023-01-01..2023-12-31 commune",
        ],
    ),
    (
        "Giai đoạn đầu còn ít: năm 2010 có 38 MH đăng ký thì đến năm 2012 đã có 97 mô hình, năm 2014 có 121 mô hình.",
        [
            "38 registered 2010-01-01..2010-12-31",
            "97 registered 2012-01-01..2012-12-31",
            "121 registered 2014-01-01..2014-12-31",
        ],
    ),
    (
        "Tính đến 30/6/2023, toàn huyện có 133 MH (cùng kỳ năm 2022 là 109 mô hình).",
        ["133 built ..2023-06-30 cum", "109 built 2022-01-01..2022-12-31"],
    ),
    (
        "Năm 2020 có 64 MH, năm 2021 có 71 mô hình, năm 2022 có 80 mô hình. Tổng cộng 3 năm, huyện xây "
        "dựng 215 mô hình.",
        [
            "64 built 2020-01-01..2020-12-31",
            "71 built 2021-01-01..2021-12-31",
            "80 built 2022-01-01..2022-12-31",
            "215 built 2020-01-01..2022-12-31 cum",
        ],
    ),
    ("Từ ngày 01/02/2023 đến hết tháng 6, các xã đăng ký mới 58 MH.", ["58 registered 2023-02-01..2023-06-30"]),
    (
        "Kể từ khi thành lập thị trấn (tháng 5/2015) đến nay, Phú Hạc đã xây dựng 341 MH.",
        ["341 built 2015-05-01..2023-07-20 cum"],
    ),
    (
        "Huyện xây dựng 40 MH, đạt 125% so với chỉ tiêu, cụ thể: năm 2021 có 18 mô hình, năm 2022 có 22 mô hình.",
        [
            "40 built 2021-01-01..2022-12-31 cum",
            "~ 125% tỷ lệ",
            "18 built 2021-01-01..2021-12-31 <0=",
            "22 built 2022-01-01..2022-12-31 <0=",
        ],
    ),
    (
        "Thời gian tới, Huyện ủy yêu cầu:\n\n- Mỗi xã có từ 15 MH trở lên, trong đó ít nhất 03 mô hình về "
        "chuyển đổi số;\n\n- Chọn 05 mô hình làm điểm.",
        ["at_least 15 planned @-", "at_least 3 planned other @- <0", "5 planned"],
    ),
    (
        "Huyện đăng ký 146 MH. Ban Chỉ đạo huyện công nhận 121 mô hình; 17 mô hình chưa đạt yêu cầu và 8 "
        "mô hình xin rút. Huyện ủy chọn 25 mô hình để biểu dương.",
        ["146 registered", "121 recognised district <0=", "17 <0=", "8 <0=", "25 commended district <1"],
    ),
    ("Ngoài các mô hình do Hội đăng ký, phụ nữ toàn huyện tham gia 21 MH.", ["21"]),
    (
        "Toàn huyện đăng ký 64 MH. Từ 7 mô hình năm 2016, đến nay thị trấn đã có 34 mô hình.",
        ["64 registered 2023-01-01..2023-12-31", "7 built 2016-01-01..2016-12-31", "34 built ..2023-07-20 cum <0"],
    ),
    (
        "Kinh tế có 49 MH, giảm 2 mô hình; văn hóa có 57 mô hình, tăng 15 mô hình so với cùng kỳ.",
        ["49 built economy", "2 built down/previous_year", "57 built culture_society", "15 built up/previous_year"],
    ),
    ("Toàn huyện có 96 MH. Xã An Trạch dẫn đầu toàn huyện với 21 mô hình.", ["96 built", "21 built @An Trạch"]),
    ("Toàn huyện có 27 MH, đáng chú ý là 8 mô hình hiến đất làm đường.", ["27 built", "8 built new_countryside <0"]),
    (
        "Có 6 MH được Bộ Quốc phòng tặng Bằng khen, 3 mô hình về xây dựng chi bộ.",
        ["6 commended central", "3 commended political_system central"],
    ),
    (
        "Hội Nông dân xây dựng 51 MH, Hội Phụ nữ 63 mô hình, Hội Cựu chiến binh 28 mô hình.\n\nDịp này, "
        "huyện tặng Giấy khen 40 mô hình.",
        ["51 built", "63 built", "28 built", "40 commended district"],
    ),
    ("Huyện đăng ký 64 MH, ra mắt 32 mô hình.", ["64 registered", "32 launched <0"]),
    ("Hội đồng thi đua huyện đã chấm điểm. Hội đồng thi đua chọn 12 MH.", ["12"]),
    ("Đối với cấp huyện: kiểm tra 20 MH; công nhận 14 mô hình.", ["20 district", "14 recognised district <0"]),
    (
        "Xã xây dựng 20 MH (15 tập thể, 5 cá nhân), trong đó kinh tế 9 mô hình, văn hóa 11 mô hình.",
        [
            "20 built",
            "15 built collective <0=",
            "5 built individual <0=",
            "9 built economy <0=",
            "11 built culture_society <0=",
        ],
    ),
    (
        "Mặt trận huyện có 16 MH, trong đó 7 mô hình về môi trường; Công an huyện 12 mô hình.",
        ["16 built", "7 built environment <0", "12 built"],
    ),
    (
        "Huyện đăng ký 80 MH. Các xã có nhiều mô hình đăng ký là An Trạch 24 mô hình, Bình Hạ 19, Cẩm Lộc 17.",
        ["80 registered", "24 registered @An Trạch <0", "19 registered @Bình Hạ <0", "17 registered @Cẩm Lộc <0"],
    ),
    (
        "Đến năm 2018 có 57 MH, năm 2019 có 60 mô hình.",
        ["57 built ..2018-12-31 cum", "60 built 2019-01-01..2019-12-31"],
    ),
    ("Từ ngày 15/3 đến hết tháng 5, các xã ra mắt 18 MH.", ["18 launched 2023-03-15..2023-05-31"]),
    (
        "Năm 2021 có 20 MH, năm 2022 có 25 mô hình. Tính chung cả 2 năm, huyện có 45 mô hình.",
        ["20 built 2021-01-01..2021-12-31", "25 built 2022-01-01..2022-12-31", "45 built 2021-01-01..2022-12-31 cum"],
    ),
    ("Phương hướng năm sau: mỗi xã xây dựng 2 MH.", ["2 planned 2024-01-01..2024-12-31 @-"]),
    ("Huyện xây dựng 60 MH; 4 mô hình bị đưa ra khỏi danh sách.", ["60 built", "4 <0"]),
    ("Bên cạnh việc đăng ký thi đua, huyện có 21 MH.", ["21 built"]),
    ("Lĩnh vực quốc phòng có 7 MH, kế đến kinh tế 5 mô hình.", ["7 built defence_security", "5 built economy"]),
    (
        "Huyện đăng ký 30 MH.\n\nNgày 12/6/2023, huyện ra mắt 5 mô hình.",
        ["30 registered 2023-01-01..2023-12-31", "5 launched 2023-01-01..2023-12-31"],
    ),
    ("Mặt trận Tổ quốc và các đoàn thể xã An Trạch hiện duy trì 25 MH.", ["25 maintained ..2023-07-20 cum @An Trạch"]),
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022, toàn huyện có 52 MH. Trong đó:\n\n+ Tập thể: 40 mô hình;\n\n+ "
        "Cá nhân: 12 mô hình.\n\nTheo lĩnh vực:\n\n+ Kinh tế: 30 mô hình;\n\n+ Văn hóa - xã hội: 22 mô "
        "hình.",
        [
            "52 built 2022-01-01..2022-12-31",
            "40 built 2022-01-01..2022-12-31 collective <0=",
            "12 built 2022-01-01..2022-12-31 individual <0=",
            "30 built 2022-01-01..2022-12-31 economy <0=",
            "22 built 2022-01-01..2022-12-31 culture_society <0=",
        ],
    ),
    ("Huyện xây dựng 40 MH. Qua bình xét hằng năm, đã có 29 mô hình được công nhận.", ["40 built", "29 recognised <0"]),
    (
        "Huyện họp.\n\nHuyện có 40 MH. Chỉ tiêu năm sau là 60 mô hình.",
        ["40 built", "60 planned 2024-01-01..2024-12-31"],
    ),
    (
        "Toàn huyện có 96 MH. Xã An Trạch đứng đầu toàn huyện với 21 mô hình (12 tập thể, 9 cá nhân).",
        ["96 built", "21 built @An Trạch", "12 built collective @An Trạch <1=", "9 built individual @An Trạch <1="],
    ),
    ("Huyện ra mắt 6 MH, nâng tổng số mô hình lên 51.", ["6 launched", "51 built ..2023-07-20 cum"]),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_what_reports_of_a_year_say(text: str, expected: list[str]) -> None:
    """Levels of labels and bodies, lists in lists, sums, stages, plans behind a colon, years compared with."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


LONG_TOPIC = [
    # bare models far below those of the topic, others without a status between
    (
        "Huyện có 64 MH.\n\nBa mô hình ở biển.\n\nÔng Tư kể chuyện.\n\nTrong số 21 mô hình mà xã làm, 8 mô hình của bộ "
        "đội.",
        ["64", "3", "21", "8"],
    ),
    # models of another kind were told of last
    (
        "Huyện có 64 MH.\n\nHội có 9 mô hình nuôi dê.\n\nTrong số 21 mô hình, 8 mô hình có lãi.",
        ["64", "~ 9", "~ 21", "~ 8"],
    ),
    # none was told of: the topic stands just before, or far off
    ("Trường thi đua làm MH.\n\nMỗi lớp một việc. Phòng chọn 17 mô hình.", ["17"]),
    ("Xã thi đua làm MH.\n\nMột. Hai. Ba. Bốn. Năm. Sáu.\n\nPhòng chọn 17 mô hình.", ["~ 17"]),
    ("Huyện có 64 MH.\n\nTrong phát triển kinh tế, có 92 mô hình.", ["64", "~ 92"]),
]


@pytest.mark.parametrize(("text", "expected"), LONG_TOPIC)
def test_topic_of_bare_models_in_long_pages(text: str, expected: list[str]) -> None:
    said = told(text.replace("MH", 'mô hình "Dân vận khéo"'))
    assert [re.sub(r"(?<=\d)\s.*", "", s) for s in said] == expected


# ---- tours over several units: whose count it is, and of which time
TOURS = [
    # what a clause beside the count must do is no plan of it, nor what a demand or an order is called
    (
        "Năm 2021, khi nhiều ấp phải nghỉ chợ, huyện vẫn có 49 MH ra đời.",
        ["49 built 2021-01-01..2021-12-31"],
    ),
    (
        "Năm 2022, xã có 46 MH, tăng 5 mô hình so với chỉ tiêu giao.",
        ["46 built 2022-01-01..2022-12-31", "5 built 2022-01-01..2022-12-31 up/plan"],
    ),
    (
        "Năm 2022, các xã đăng ký 46 MH. Qua kiểm tra, 40 mô hình đạt yêu cầu.",
        ["46 registered 2022-01-01..2022-12-31", "40 2022-01-01..2022-12-31 <0"],
    ),
    # the second unit goes on from what the first has in all
    (
        "Năm 2022, xã An Trạch xây dựng 40 MH, được tỉnh khen 6 mô hình; xã Bình Hạ 29 mô hình.",
        [
            "40 built 2022-01-01..2022-12-31 @An Trạch",
            "6 commended 2022-01-01..2022-12-31 province @An Trạch <0",
            "29 built 2022-01-01..2022-12-31 @Bình Hạ",
        ],
    ),
    # times: what is there now, what was there before a day, the time that opens a sentence, the term before
    (
        "Năm 2020 xã nhận thêm 3 ấp. Nay, tổng số mô hình là 111 MH.",
        ["~ 3 ấp 2020-01-01..2020-12-31", "111 built ..2023-07-20 cum"],
    ),
    ("Trước ngày 01/7/2022, xã có 29 MH.", ["29 built ..2022-07-01 cum"]),
    (
        "Huyện có 172 MH. Giai đoạn 2021 - 2022, riêng xã An Trạch có 25 mô hình được công nhận.",
        ["172 built ..2023-07-20 cum", "25 recognised 2021-01-01..2022-12-31 cum @An Trạch <0"],
    ),
    (
        "Nhiệm kỳ 2015 - 2020, huyện có 69 MH, nhiệm kỳ trước có 43 mô hình.",
        ["69 built 2015-01-01..2020-12-31 cum", "43 built 2010-01-01..2015-12-31 cum"],
    ),
    (
        "Năm 2022, huyện đăng ký mới 126 MH, ít hơn cùng kỳ năm ngoái 14 mô hình.",
        ["126 registered 2022-01-01..2022-12-31", "14 registered 2022-01-01..2022-12-31 down/previous_year"],
    ),
    # the sum that is raised stands there, and some of what stands there points back
    (
        '6 tháng đầu năm, huyện đăng ký 88 mô hình "Dân vận khéo" mới, nâng tổng số mô hình hiện có lên 203.',
        ["88 registered 2023-01-01..2023-06-30", "203 built ..2023-07-20 cum"],
    ),
    (
        "Năm 2021 công nhận 8 MH.\n\nHai năm qua, xã xây dựng 5 MH, 3 mô hình trong đó được nhân rộng.",
        [
            "8 recognised 2021-01-01..2021-12-31",
            "5 built 2021-07-20..2023-07-20 cum",
            "3 replicated 2021-07-20..2023-07-20 cum <1",
        ],
    ),
    # one of eight is no count, and a unit that is but counted with others is not theirs
    ("Vườn của ông là 1 trong 8 MH được tỉnh công nhận năm 2022.", ["8 recognised 2022-01-01..2022-12-31 province"]),
    (
        "Năm 2022, huyện đăng ký 143 MH (năm 2021, tính cả xã An Trạch: 151 mô hình). Cuối năm, công nhận 96 mô hình.",
        [
            "143 registered 2022-01-01..2022-12-31",
            "151 registered 2021-01-01..2021-12-31",
            "96 recognised 2022-01-01..2022-12-31 <0",
        ],
    ),
    # a number that goes on from another in a sentence that names its own unit; what is recognised year by year
    (
        "Xã An Trạch có 40 MH, hiện còn duy trì 31. Ở xã Bình Hạ, năm 2022 là năm được mùa: đăng ký 20 mô hình.",
        [
            "40 built ..2023-07-20 cum @An Trạch",
            "31 maintained ..2023-07-20 cum @An Trạch <0",
            "20 registered 2022-01-01..2022-12-31 @Bình Hạ",
        ],
    ),
    (
        "Năm 2021, 49 MH được huyện công nhận, năm 2022 công nhận 66 mô hình.",
        ["49 recognised 2021-01-01..2021-12-31 district", "66 recognised 2022-01-01..2022-12-31 district"],
    ),
    (
        "3 tháng đầu năm 2023, các xã đăng ký 58 MH, nhiều hơn 3 tháng đầu năm 2022 là 11 mô hình.",
        ["58 registered 2023-01-01..2023-03-31", "11 registered 2023-01-01..2023-03-31 up/previous_year"],
    ),
    (
        "Giai đoạn 2020 - 2022, huyện công nhận 90 MH, riêng năm 2022 công nhận 31 mô hình. Cũng trong khoảng thời "
        "gian ấy, 44 mô hình được khen.",
        [
            "90 recognised 2020-01-01..2022-12-31 cum district",
            "31 recognised 2022-01-01..2022-12-31 district <0",
            "44 commended 2020-01-01..2022-12-31 cum <0",
        ],
    ),
    ("Sáu tháng cuối năm, huyện giao Ban Dân vận chọn 20 MH.", ["20 planned 2023-07-01..2023-12-31"]),
    (
        "Huyện có 12 mô hình trong tổng số 40 MH toàn tỉnh.",
        ["12 built <1", "40 built @Lam Giang"],
    ),
    # the commander of a whole force is central
    (
        "Năm 2022, Bộ Tư lệnh BĐBP biểu dương 4 MH.",
        ["4 commended 2022-01-01..2022-12-31 central"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOURS)
def test_what_tours_say(text: str, expected: list[str]) -> None:
    """Plans and stocks of several units in one article."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


LONG_PAGES_AGAIN: list[tuple[str, list[str]]] = [
    # what is proposed is there already, and what came of it is done
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022, xã chọn 9 MH trình huyện và được công nhận 5.",
        ["9 planned 2022-01-01..2022-12-31 district", "5 recognised 2022-01-01..2022-12-31 district <0"],
    ),
    (
        "4 năm qua, huyện xây dựng 80 MH. Đồng chí đề nghị mỗi xã mỗi năm xây dựng tối thiểu 3 mô hình mới.",
        ["80 built 2019-07-20..2023-07-20 cum", "at_least 3 planned @-"],
    ),
    # a policy, a time behind the running year, the end of the running year
    ("Huyện ủy chủ trương năm 2024 chỉ làm mới khoảng 20 MH.", ["about 20 planned 2024-01-01..2024-12-31"]),
    (
        "Năm 2024, Đảng ủy chủ trương không tăng số lượng, mỗi đồn chỉ đăng ký từ 1 đến 2 MH, cả huyện không quá 30 "
        "mô hình.",
        ["1-2 planned 2024-01-01..2024-12-31 @-", "at_most 30 planned 2024-01-01..2024-12-31"],
    ),
    ("Thực hiện chủ trương không dùng túi ni lông, toàn huyện có 12 MH.", ["12 built"]),
    (
        "Năm 2023, huyện có 40 MH. Nhiệm kỳ tới, Hội đặt mục tiêu xây dựng mới 20 mô hình cấp huyện.",
        ["40 built 2023-01-01..2023-12-31", "20 planned district"],
    ),
    (
        "4 năm qua, huyện xây dựng 80 MH. Phấn đấu đến cuối năm toàn huyện có 95 mô hình.",
        ["80 built 2019-07-20..2023-07-20 cum", "95 planned 2023-01-01..2023-12-31"],
    ),
    # what there was at first
    (
        "Huyện tổng kết giai đoạn 2018 - 2022.\n\nLúc mới phát động, cả huyện chỉ có 14 MH, đến nay có 40 mô hình.",
        ["14 built 2018-01-01..2018-12-31", "40 built ..2023-07-20 cum"],
    ),
    # a subject and a sum without a verb
    ("Đến hết tháng 6/2023, số MH toàn huyện: 312.", ["312 built ..2023-06-30 cum"]),
    ("Đến hết tháng 6/2023, số MH phải dừng: 3.", ["3 ..2023-06-30 cum"]),
    (
        "Nâng tổng số MH lên 72 (xã An Trạch 31, Bình Hạ 41).",
        [
            "72 built ..2023-07-20 cum",
            "31 built ..2023-07-20 cum @An Trạch <0=",
            "41 built ..2023-07-20 cum @Bình Hạ <0=",
        ],
    ),
    (
        "Xã An Trạch có 5 MH.\n\nNăm 2022, cả tỉnh xây dựng 186 MH. Lũy kế từ 2021 đến nay là 904 mô hình.",
        [
            "5 built 2022-01-01..2022-12-31 @An Trạch",
            "186 built 2022-01-01..2022-12-31 @Lam Giang",
            "904 built 2021-01-01..2023-07-20 cum @Lam Giang",
        ],
    ),
    # a level without "trong đó", a stage that is divided, those who are honoured
    (
        "Bộ CHQS hiện duy trì 57 MH, có 12 mô hình cấp tỉnh.",
        ["57 maintained ..2023-07-20 cum", "12 maintained ..2023-07-20 cum province <0"],
    ),
    (
        "Năm 2022 các đơn vị đăng ký 73 MH; thực hiện thành công 66. Về loại hình: 58 là của khoa, phòng; 8 là của cá "
        "nhân.",
        [
            "73 registered 2022-01-01..2022-12-31",
            "66 built 2022-01-01..2022-12-31 <0",
            "58 built 2022-01-01..2022-12-31 <1=",
            "8 built 2022-01-01..2022-12-31 individual <1=",
        ],
    ),
    (
        "Toàn huyện có 72 MH, trong đó 51 mô hình hoạt động tốt; 8 tập thể, 12 cá nhân được tuyên dương.",
        ["72 built", "51 maintained <0", "8 tập thể commended collective", "12 cá nhân commended individual"],
    ),
    (
        "Toàn huyện có 72 MH, trong đó 42 tập thể; 30 cá nhân được khen.",
        ["72 built", "42 built collective <0=", "30 commended individual <0="],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LONG_PAGES_AGAIN)
def test_what_long_pages_say_in_other_words(text: str, expected: list[str]) -> None:
    """Plans without a plan's verb, sums without a verb, stages that are divided, and those honoured beside a list."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


WEAK_ONES_AND_YEARLY_REVIEWS: list[tuple[str, list[str]]] = [
    # what works badly has no status, in whatever words; who is helped is no judgement
    (
        "Huyện có 70 MH. Hiện có 58 mô hình hoạt động tốt, 12 mô hình còn lúng túng về cách làm.",
        ["70 built", "58 maintained ..2023-07-20 cum <0=", "12 ..2023-07-20 cum <0="],
    ),
    (
        "Huyện có 70 MH, trong đó 58 mô hình phát huy hiệu quả, 12 mô hình hoạt động còn đơn điệu.",
        ["70 built", "58 maintained <0=", "12 <0="],
    ),
    ("Huyện có 70 MH, trong đó 12 mô hình giúp hộ còn khó khăn.", ["70 built", "12 built <0"]),
    # a yearly review is gone through: what comes of it is no average of a year
    (
        "Giai đoạn 2016 - 2020, huyện xây dựng 320 MH. Qua bình xét hằng năm, các cấp đã công nhận 210 mô hình.",
        ["320 built 2016-01-01..2020-12-31 cum", "210 recognised 2016-01-01..2020-12-31 cum <0"],
    ),
    (
        "Giai đoạn 2016 - 2020, huyện xây dựng 320 MH. Thông qua kiểm tra, thẩm định hàng năm, có 210 mô hình "
        "được công nhận.",
        ["320 built 2016-01-01..2020-12-31 cum", "210 recognised 2016-01-01..2020-12-31 cum <0"],
    ),
    ("Giai đoạn 2016 - 2020, hằng năm, các xã đăng ký 64 MH.", ["64 registered 2016-01-01..2020-12-31"]),
    # a raised sum holds what was there before, whatever year or term raised it
    (
        "Năm 2023, huyện phát triển thêm 12 MH, nâng tổng số lên 96 mô hình.",
        ["12 built 2023-01-01..2023-12-31", "96 built ..2023-07-20 cum"],
    ),
    (
        "Giai đoạn 2020 - 2022, huyện xây dựng mới 12 MH, đưa số mô hình toàn huyện lên 96.",
        ["12 built 2020-01-01..2022-12-31 cum", "96 built ..2022-12-31 cum"],
    ),
    # a year behind the last part of a list is of the new ones alone, where the others were there before
    (
        "Toàn huyện có 96 MH, gồm 60 mô hình duy trì và 36 mô hình xây dựng mới năm 2023.",
        ["96 built ..2023-07-20 cum", "60 maintained ..2023-07-20 cum <0=", "36 built 2023-01-01..2023-12-31 <0="],
    ),
    (
        "Toàn huyện có 96 MH, trong đó 60 mô hình của những năm trước, 36 mô hình ra đời năm 2023.",
        ["96 built ..2023-07-20 cum", "60 built ..2023-07-20 cum <0=", "36 built 2023-01-01..2023-12-31 <0="],
    ),
    (
        "Toàn huyện có 96 MH, trong đó 60 mô hình tập thể, 36 mô hình cá nhân năm 2023.",
        [
            "96 built 2023-01-01..2023-12-31",
            "60 built 2023-01-01..2023-12-31 collective <0=",
            "36 built 2023-01-01..2023-12-31 individual <0=",
        ],
    ),
    # brackets behind the number of units or fields divide the models that they add up to
    (
        "Toàn huyện có 96 MH trên 3 lĩnh vực (kinh tế: 50; văn hóa - xã hội: 30; quốc phòng - an ninh: 16).",
        [
            "96 built",
            "~ 3 lĩnh vực",
            "50 built economy <0=",
            "30 built culture_society <0=",
            "16 built defence_security <0=",
        ],
    ),
    (
        "Toàn huyện có 96 MH tại 12/12 xã, thị trấn (80 tập thể, 16 cá nhân).",
        ["96 built", "~ 12/12 xã, thị trấn", "80 built collective <0=", "16 built individual <0="],
    ),
    (
        "Huyện có 46 MH, tặng quà 46 hộ (40 hộ nghèo, 6 hộ cận nghèo).",
        ["46 built", "~ 46 hộ", "~ 40 hộ <1=", "~ 6 hộ <1="],
    ),
    # the models there are, which a plan keeps, say of nothing that it is done
    ("Năm 2024, phấn đấu duy trì các MH hiện có, xây dựng mới 15 mô hình.", ["15 planned 2024-01-01..2024-12-31"]),
    ("Năm 2024, huyện củng cố các MH đã có, xây dựng mới 15 mô hình.", ["15 planned 2024-01-01..2024-12-31"]),
    ("Chỉ tiêu 20 MH, huyện đã có 15 mô hình.", ["20 planned", "15 built"]),
    # a long name between "mỗi" and so few as each can have
    (
        "Năm 2024, Công đoàn huyện giao mỗi công đoàn cấp trên trực tiếp của công đoàn cơ sở xây dựng ít nhất 05 MH.",
        ["at_least 5 planned 2024-01-01..2024-12-31 @-"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WEAK_ONES_AND_YEARLY_REVIEWS)
def test_weak_ones_yearly_reviews_and_long_names_of_each(text: str, expected: list[str]) -> None:
    """Models that work badly, what came of a yearly review, and a number for each of units with a long name."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected
