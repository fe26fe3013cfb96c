"""The period of counts as pages say it: years, terms, stocks, plans, years compared with.

`MH` stands for: mô hình "Dân vận khéo". What a line says is told in tests/telling.py.
"""

from __future__ import annotations

import re

import pytest

from danvan.api import extract
from telling import INVENTED, tell, told

# whose time a time is
TIMES = [
    (
        "Huyện đi từ 196 MH (năm 2014) lên 455 như hiện nay.",
        ["196 built 2014-01-01..2014-12-31", "455 built ..2023-07-20 cum"],
    ),
    (
        "Huyện đi từ 196 MH năm 2014 lên 455 mô hình hiện nay.",
        ["196 built 2014-01-01..2014-12-31", "455 built ..2023-07-20 cum"],
    ),
    ("Từ 196 MH năm 2014, đến nay đã có 455.", ["196 built 2014-01-01..2014-12-31", "455 built ..2023-07-20 cum"]),
    (
        "Huyện từ chỗ chỉ có 12 MH năm 2015 nay đã có 60 mô hình.",
        ["12 built 2015-01-01..2015-12-31", "60 built ..2023-07-20 cum"],
    ),
    (
        "Sau hai năm, từ 96 MH (năm 2020), đến nay toàn huyện có 141 mô hình.",
        ["96 built 2020-01-01..2020-12-31", "141 built ..2023-07-20 cum"],
    ),
    (
        "Năm 2022, huyện công nhận 48 MH, đồng thời đề nghị tỉnh khen 5 mô hình giai đoạn 2020 - 2022.",
        ["48 recognised 2022-01-01..2022-12-31 district", "5 planned 2020-01-01..2022-12-31 cum province"],
    ),
    (
        "Huyện công nhận 48 MH, cùng với đó khen 5 mô hình giai đoạn 2020 - 2022.",
        ["48 recognised 2023-01-01..2023-12-31 district", "5 commended 2020-01-01..2022-12-31 cum district"],
    ),
    ("Huyện công nhận 48 MH trong giai đoạn 2020 - 2022.", ["48 recognised 2020-01-01..2022-12-31 cum district"]),
    (
        "Trong 2 năm, huyện công nhận 48 MH, trong đó năm 2021 là 21, năm 2022 là 27; chia theo loại hình: 30 tập thể "
        "và 18 cá nhân.",
        [
            "48 recognised 2021-01-01..2022-12-31 cum district",
            "21 recognised 2021-01-01..2021-12-31 district <0=",
            "27 recognised 2022-01-01..2022-12-31 district <0=",
            "30 recognised 2021-01-01..2022-12-31 cum district collective <0=",
            "18 recognised 2021-01-01..2022-12-31 cum district individual <0=",
        ],
    ),
    (
        "Toàn huyện có 48 MH, trong đó có 12 mô hình đăng ký mới năm 2022.",
        ["48 built ..2023-07-20 cum", "12 registered 2022-01-01..2022-12-31 <0"],
    ),
    # so many years reach back from now, or are those that the report names; only of its own sentence
    ("Qua 2 năm, toàn huyện xây dựng 70 MH.", ["70 built 2021-07-20..2023-07-20 cum"]),
    ("Suốt bốn năm, toàn huyện xây dựng 70 MH.", ["70 built 2019-07-20..2023-07-20 cum"]),
    (
        "Giai đoạn 2021 - 2022, huyện công nhận 48 MH.\n\nTrong 2 năm, các xã đăng ký 70 MH.",
        ["48 recognised 2021-01-01..2022-12-31 cum district", "70 registered 2021-01-01..2022-12-31 cum"],
    ),
    ("Sau 2 năm, chị Ba trả hết nợ. Toàn huyện có 70 MH.", ["70 built"]),
    # what is kept is of all that there was; what new units have is a stock
    (
        "5 năm qua huyện xây dựng 48 MH, nay duy trì 31 mô hình.",
        ["48 built 2018-07-20..2023-07-20 cum", "31 maintained ..2023-07-20 cum <0"],
    ),
    ("Sau sáp nhập, toàn xã có 54 MH.", ["54 built ..2023-07-20 cum"]),
    ("Sau khi hai bên về chung nhà, toàn xã có 54 MH.", ["54 built ..2023-07-20 cum"]),
    ("Sau khi sáp nhập, năm 2022 xã công nhận 5 MH.", ["5 recognised 2022-01-01..2022-12-31 commune"]),
    ("Sang năm, huyện xây dựng thêm 60 MH.", ["60 planned 2024-01-01..2024-12-31"]),
    # what is kept of proposals is a choice; the title tells what was done
    (
        "Các xã giới thiệu 41 MH dự xét cấp tỉnh, hội đồng giữ lại 20.",
        ["41 planned province", "20 planned province <0"],
    ),
    (
        "Tỉnh ủy biểu dương 168 điển hình dân vận khéo\n\nÔng Lê Văn Hòa cho rằng 168 điển hình dân vận khéo là những "
        "người chịu khó, chịu nghe.\n\nToàn huyện có 40 MH.",
        ["168 điển hình commended province", "40 built"],
    ),
]


# the day of publication is 20 July 2023: what a coming year brings is planned, what is registered for it is there
COMING = [
    ("Năm 2024, toàn huyện xây dựng thêm 5 MH.", ["5 planned 2024-01-01..2024-12-31"]),
    ("Giai đoạn 2024 - 2025, toàn huyện có 39 MH.", ["39 planned 2024-01-01..2025-12-31 cum"]),
    ("Năm 2024, mỗi xã có thêm 2 MH.", ["2 planned 2024-01-01..2024-12-31 @-"]),
    ("Năm 2023, toàn huyện xây dựng thêm 5 MH.", ["5 built 2023-01-01..2023-12-31"]),
    ("Chuẩn bị cho năm 2024, toàn huyện đã xây dựng 5 MH.", ["5 built ..2023-07-20 cum"]),
    ("Năm 2024, các chi bộ đăng ký 39 MH.", ["39 registered 2024-01-01..2024-12-31"]),
    ("Các chi bộ đã đăng ký 39 MH cho năm 2024.", ["39 registered 2024-01-01..2024-12-31"]),
    ("Kể từ năm 2016, toàn huyện xây dựng 39 MH.", ["39 built 2016-01-01..2023-07-20 cum"]),
]


# a year behind "đến" alone is an end; behind another year's count it is the next of a row; of a plan it is the end too
UNTIL = [
    ("Nhờ vậy, đến năm 2021, ở mọi mặt, huyện đã có 87 MH.", ["87 built ..2021-12-31 cum"]),
    ("Tới năm 2021, huyện đã gây dựng 87 MH.", ["87 built ..2021-12-31 cum"]),
    ("Huyện xây dựng được 87 MH tính đến năm 2022.", ["87 built ..2022-12-31 cum"]),
    ("Phong trào bắt đầu năm 2009, đến năm 2022 huyện có 87 MH.", ["87 built ..2022-12-31 cum"]),
    (
        "Năm 2016 huyện mới có 12 MH, đến năm 2022 đã có 60 mô hình.",
        ["12 built 2016-01-01..2016-12-31", "60 built 2022-01-01..2022-12-31"],
    ),
    ("Phấn đấu đến năm 2025, huyện có 87 MH.", ["87 planned ..2025-12-31 cum"]),
    ("Từ năm 2016 đến năm 2022, huyện có 87 MH.", ["87 built 2016-01-01..2022-12-31 cum"]),
]


# so many years are those of the period that the report names
REPORT = [
    (
        "Huyện nhìn lại 5 năm phong trào giai đoạn 2018 - 2022. Sau 5 năm phát động, toàn huyện có 87 MH.",
        ["87 built 2018-01-01..2022-12-31 cum"],
    ),
    (
        "Huyện nhìn lại phong trào giai đoạn 2018 - 2022. Trong 05 năm qua, toàn huyện công nhận 87 MH.",
        ["87 recognised 2018-01-01..2022-12-31 cum"],
    ),
    (
        "Huyện nhìn lại 3 năm (2020 - 2023) làm dân vận. 3 năm qua, toàn huyện đăng ký 87 MH.",
        ["87 registered 2020-01-01..2023-12-31 cum"],
    ),
    (
        "Huyện bàn kế hoạch giai đoạn 2024 - 2028. 5 năm qua, toàn huyện đăng ký 87 MH.",
        ["87 registered 2018-07-20..2023-07-20 cum"],
    ),
    # what became of a part with a year of its own has that year; behind a list of years all of them
    (
        "Giai đoạn 2021 - 2022, huyện đăng ký 45 MH. Trong đó năm 2021 có 20 mô hình và 12 mô hình được công nhận; "
        "3 mô hình được khen.",
        [
            "45 registered 2021-01-01..2022-12-31 cum",
            "20 registered 2021-01-01..2021-12-31 <0",
            "12 recognised 2021-01-01..2021-12-31 <1",
            "3 commended 2021-01-01..2021-12-31 <1",
        ],
    ),
    (
        "Giai đoạn 2021 - 2022, huyện đăng ký 45 MH. Trong đó, năm 2021 có 20 mô hình, năm 2022 có 25 mô hình; 8 mô "
        "hình được khen.",
        [
            "45 registered 2021-01-01..2022-12-31 cum",
            "20 registered 2021-01-01..2021-12-31 <0",
            "25 registered 2022-01-01..2022-12-31 <0",
            "8 commended 2021-01-01..2022-12-31 cum <0",
        ],
    ),
]


# several years up to now have no first one, whatever year was named before; not beside a time of the sentence itself
SOME_YEARS = [
    (
        "Năm 2023 là năm bản lề. Những năm qua, huyện công nhận 45 MH.",
        ["45 recognised ..2023-07-20 cum district"],
    ),
    ("Huyện tuyên dương 45 MH trong mấy năm gần đây.", ["45 commended ..2023-07-20 cum district"]),
    ("Lâu nay, các xã trong huyện gây dựng được 45 MH.", ["45 built ..2023-07-20 cum"]),
    (
        "Năm 2022, phát huy kết quả những năm qua, huyện công nhận 45 MH.",
        ["45 recognised 2022-01-01..2022-12-31 district"],
    ),
    (
        "Những năm qua, phong trào lan rộng; năm 2022, huyện công nhận 45 MH.",
        ["45 recognised 2022-01-01..2022-12-31 district"],
    ),
    ("Những năm qua, thôn nào cũng có mô hình. Toàn huyện có 45 MH.", ["45 built"]),
]


# what the title counts has the time that the first paragraph tells
TITLE = [
    (
        "Huyện Phú Hạc biểu dương 45 MH\n\nNgày 12/7, Huyện ủy tổng kết phong trào thi đua năm 2022 ở các xã.",
        ["45 commended 2022-01-01..2022-12-31 district"],
    ),
    (
        "Huyện Phú Hạc triển khai 45 MH\n\nTheo kế hoạch phát động thi đua năm 2023, các xã đã chọn việc làm của mình.",
        ["45 built 2023-01-01..2023-12-31"],
    ),
    (
        "Huyện Phú Hạc hiện có 45 MH\n\nNgày 12/7, Huyện ủy tổng kết phong trào thi đua năm 2022 ở các xã.",
        ["45 built ..2023-07-20 cum"],
    ),
]


# what is summed up goes before what is planned for the year after
AHEAD = [
    (
        "Huyện ủy tổng kết công tác dân vận năm 2022, triển khai nhiệm vụ năm 2023. Toàn huyện công nhận 45 MH.",
        ["45 recognised 2022-01-01..2022-12-31"],
    ),
    (
        "Huyện sơ kết năm 2022 và bàn phương hướng năm 2023. Các xã đăng ký 45 MH, phấn đấu có 50 mô hình.",
        ["45 registered 2022-01-01..2022-12-31", "50 planned 2023-01-01..2023-12-31"],
    ),
    (
        "Năm 2022, các xã đăng ký 40 MH; theo kế hoạch năm 2023, các xã đăng ký 45 mô hình.",
        ["40 registered 2022-01-01..2022-12-31", "45 registered 2023-01-01..2023-12-31"],
    ),
    ("Hưởng ứng kế hoạch năm 2023, các xã đăng ký 45 MH.", ["45 registered 2023-01-01..2023-12-31"]),
]


# years in one breath are all of them, unless each has a number; a year behind "từ" that opens a sentence begins there
BREATH = [
    ("Năm 2021 và năm 2022, huyện công nhận 45 MH.", ["45 recognised 2021-01-01..2022-12-31 cum district"]),
    ("Các năm 2020, 2021 và 2022, huyện công nhận 45 MH.", ["45 recognised 2020-01-01..2022-12-31 cum district"]),
    ("Năm 2021, năm 2022, mỗi năm huyện công nhận 45 MH.", ["45 recognised 2022-01-01..2022-12-31 district"]),
    ("Từ năm 2018, huyện xây dựng 45 MH.", ["45 built 2018-01-01..2023-07-20 cum"]),
    ("Ngay từ đầu năm, huyện đã đăng ký 45 MH.", ["45 registered 2023-01-01..2023-12-31"]),
    (
        "Đến nay huyện có 45 MH, trong đó 12 mô hình làm mới từ đầu năm 2023.",
        ["45 built ..2023-07-20 cum", "12 built 2023-01-01..2023-12-31 <0"],
    ),
    (
        "Đến nay huyện có 45 MH, trong đó 12 mô hình duy trì từ năm 2021.",
        ["45 built ..2023-07-20 cum", "12 maintained ..2023-07-20 cum <0"],
    ),
]


# a year that is compared with is that of the number told for it; a year with a verb behind it is the next count's
COMPARED = [
    (
        "Năm 2022, huyện công nhận 30 MH, tăng 5 mô hình so với năm 2021 (25 mô hình).",
        [
            "30 recognised 2022-01-01..2022-12-31 district",
            "5 recognised 2022-01-01..2022-12-31 district up/previous_year",
            "25 recognised 2021-01-01..2021-12-31 district",
        ],
    ),
    (
        "Cùng kỳ năm 2022, huyện có 40 MH; 6 tháng đầu năm nay có 45.",
        ["40 built 2022-01-01..2022-12-31", "45 built 2023-01-01..2023-06-30"],
    ),
    (
        "Giai đoạn 2018 - 2022, phong trào lan rộng. Toàn huyện có 145 MH, năm 2022 công nhận 30 mô hình.",
        ["145 built 2018-01-01..2022-12-31 cum", "30 recognised 2022-01-01..2022-12-31 <0"],
    ),
    ("Huyện công nhận 45 MH, trong năm 2022.", ["45 recognised 2022-01-01..2022-12-31 district"]),
]


# an article without a day: what would end on that day stays open
DAYLESS = [
    ("10 năm qua, huyện gây dựng được 41 MH. Năm 2012, anh Ba nuôi cá.", ["41 built .. cum"]),
    ("Năm 2012, anh Ba nuôi cá. Sau 9 năm phát động, huyện đã có 41 MH.", ["41 built .. cum"]),
    ("Sau gần 3 năm đưa phong trào vào cuộc sống, huyện có 41 MH được biểu dương.", ["41 commended .. cum"]),
    ("Từ năm 2018 tới nay, huyện xây dựng 41 MH.", ["41 built 2018-01-01.. cum"]),
    ("Kể từ tháng 6 năm 2018 đến nay, huyện xây dựng 41 MH.", ["41 built 2018-01-01.. cum"]),
    ("Kể từ năm 2018, huyện xây dựng 41 MH.", ["41 built 2018-01-01.. cum"]),
    ("Từ đầu năm 2022 đến nay, huyện đăng ký 41 MH.", ["41 registered 2022-01-01..2022-12-31"]),
    ("Huyện đăng ký 41 MH từ đầu năm 2022 đến nay.", ["41 registered 2022-01-01..2022-12-31"]),
    (
        "Năm 2022, huyện công nhận 41 MH. Sang năm, huyện xây dựng thêm 5 mô hình.",
        ["41 recognised 2022-01-01..2022-12-31 district", "5 planned 2023-01-01..2023-12-31"],
    ),
    (
        "Năm 2022, phong trào lan rộng. Toàn huyện có 41 MH được công nhận. Trước đó, ngày 09/12/2021, Huyện ủy họp.",
        ["41 recognised 2022-01-01..2022-12-31"],
    ),
    ("Gần 15 năm triển khai phong trào, huyện xây dựng 41 MH.", ["41 built .. cum"]),
    ("Từ đầu năm đến nay, huyện đăng ký 41 MH.", ["41 registered .."]),
    ("Đến năm 2021, huyện đã có 41 MH.", ["41 built ..2021-12-31 cum"]),
]


@pytest.mark.parametrize(("text", "expected"), DAYLESS)
def test_times_without_a_day_of_publication(text: str, expected: list[str]) -> None:
    text = text.replace("MH", 'mô hình "Dân vận khéo"')
    record = extract(text, place="huyện Phú Hạc, tỉnh Lam Giang", rules=INVENTED)
    assert [tell(f) for f in record.figures] == expected


def test_a_stock_is_cumulative_where_no_day_is_known() -> None:
    (figure,) = extract('Huyện Phú Hạc duy trì 31 mô hình "Dân vận khéo".', rules=INVENTED).figures
    assert figure.period is not None
    assert (figure.period.start, figure.period.end, figure.period.cumulative) == (None, None, True)


# reports of a term or of several years side by side: headings, lists of years, sums, pointing
TERMS = [
    # a heading with a year is over what stands under it, however long ago, up to the next of its kind
    (
        "Huyện tổng kết 3 năm xây dựng MH (2018 - 2020).\n\n1. Năm 2018\n\nĐăng ký 40 MH, công nhận 30 mô hình.\n\n"
        "2. Năm 2019\n\nĐăng ký 52 mô hình, công nhận 38 mô hình.\n\n3. Đánh giá chung\n\nToàn huyện có 41 MH hoạt "
        "động tốt.",
        [
            "40 registered 2018-01-01..2018-12-31",
            "30 recognised 2018-01-01..2018-12-31 <0",
            "52 registered 2019-01-01..2019-12-31",
            "38 recognised 2019-01-01..2019-12-31 <2",
            "41 maintained ..2023-07-20 cum",
        ],
    ),
    (
        "Huyện tổng kết 3 năm xây dựng MH (2020 - 2022).\n\nNăm 2020:\n\n- Đăng ký 40 MH.\n\n- Công nhận 30 mô "
        "hình.\n\nNăm 2021:\n\n- Đăng ký 52 MH.",
        [
            "40 registered 2020-01-01..2020-12-31",
            "30 recognised 2020-01-01..2020-12-31 <0",
            "52 registered 2021-01-01..2021-12-31",
        ],
    ),
    # a year without "năm" in a list of years
    (
        "Xã An Trạch có 31 MH được công nhận (2018: 8; 2019: 10; 2020: 13).",
        [
            "31 recognised 2018-01-01..2020-12-31 cum @An Trạch",
            "8 recognised 2018-01-01..2018-12-31 @An Trạch <0=",
            "10 recognised 2019-01-01..2019-12-31 @An Trạch <0=",
            "13 recognised 2020-01-01..2020-12-31 @An Trạch <0=",
        ],
    ),
    (
        "Năm 2018 đăng ký 94 MH, 2019 đăng ký 108 mô hình, 2020 thêm 30 mô hình.",
        [
            "94 registered 2018-01-01..2018-12-31",
            "108 registered 2019-01-01..2019-12-31",
            "30 registered 2020-01-01..2020-12-31",
        ],
    ),
    # sums over years, terms told by pointing
    ("Tính chung 5 năm (2018 - 2022), huyện công nhận 163 MH.", ["163 recognised 2018-01-01..2022-12-31 cum district"]),
    (
        "Giai đoạn 2018 - 2022, phong trào lan rộng. Năm 2022 công nhận 47 MH. Tính chung 5 năm, có 163 mô hình được "
        "công nhận.",
        ["47 recognised 2022-01-01..2022-12-31", "163 recognised 2018-01-01..2022-12-31 cum"],
    ),
    (
        "Giai đoạn 2013 - 2017, huyện xây dựng 60 MH. Giai đoạn 2018 - 2022, xây dựng 140 MH. Cả hai giai đoạn, "
        "huyện có 200 mô hình.",
        [
            "60 built 2013-01-01..2017-12-31 cum",
            "140 built 2018-01-01..2022-12-31 cum",
            "200 built 2013-01-01..2022-12-31 cum",
        ],
    ),
    (
        "Nhiệm kỳ 2020 - 2025, Hội làm nhiều việc. Từ đầu nhiệm kỳ đến nay, Hội xây dựng 78 MH.",
        ["78 built 2020-01-01..2023-07-20 cum"],
    ),
    (
        "Nhiệm kỳ 2015 - 2020, xã An Trạch có 43 MH. Năm 2019 có 10 mô hình. Cả huyện trong cùng nhiệm kỳ có 528 MH.",
        [
            "43 built 2015-01-01..2020-12-31 cum @An Trạch",
            "10 built 2019-01-01..2019-12-31 @An Trạch",
            "528 built 2015-01-01..2020-12-31 cum",
        ],
    ),
    ("So với nhiệm kỳ 2010 - 2015 chỉ có 17 MH thì nay tăng nhiều.", ["17 built 2010-01-01..2015-12-31 cum"]),
    (
        "Sau 5 năm (2018 - 2022) thực hiện phong trào, huyện có nhiều MH. Năm đầu tiên, các xã đăng ký 41 MH; năm "
        "2019 đăng ký 60 mô hình.",
        ["41 registered 2018-01-01..2018-12-31", "60 registered 2019-01-01..2019-12-31"],
    ),
    # a year behind "đến" is the end of what is planned
    (
        "Trước kia xã nào cũng khó. Năm 2010 cả xã có 1 MH. Bây giờ xã đứng đầu huyện, 38 mô hình.",
        ["1 built 2010-01-01..2010-12-31", "38 built ..2023-07-20 cum"],
    ),
    (
        "Đến năm 2025, huyện phấn đấu có 200 MH, trong đó 40 mô hình cấp tỉnh.",
        ["200 planned ..2025-12-31 cum", "40 planned ..2025-12-31 cum province <0"],
    ),
    ("Huyện phấn đấu đến cuối năm 2023 có 60 MH.", ["60 planned 2023-01-01..2023-12-31"]),
    (
        "Nhiệm vụ năm 2024: đăng ký 100 MH, công nhận 85 mô hình.",
        ["100 planned 2024-01-01..2024-12-31", "85 planned 2024-01-01..2024-12-31 <0"],
    ),
    (
        "Nghị quyết Đại hội nhiệm kỳ 2020 - 2025 xác định mỗi năm huyện có 8 MH đăng ký.",
        ["8 planned 2020-01-01..2025-12-31"],
    ),
    (
        "Năm 2022, các xã đăng ký 8 MH cấp tỉnh; đề nghị và được tỉnh công nhận 5 MH; nhân rộng được 29 mô hình.",
        [
            "8 registered 2022-01-01..2022-12-31 province",
            "5 recognised 2022-01-01..2022-12-31 province <0",
            "29 replicated 2022-01-01..2022-12-31",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_what_reports_of_terms_say(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


# reports that go over from all years to single years and back; verbs in subjects, joined verbs, stages beside a stock
YEARS_AND_VERBS = [
    # arithmetic
    (
        "Sáng 5/1, huyện họp.\n\n10 năm qua, toàn huyện xây dựng 1.240 MH, trong đó 880 mô hình được công "
        "nhận.\n\nCụ thể, năm 2020 công nhận 400 mô hình; năm 2021: 280 mô hình; năm 2022: 200 mô hình.",
        [
            "1240 built 2013-07-20..2023-07-20 cum",
            "880 recognised 2013-07-20..2023-07-20 cum <0",
            "400 recognised 2020-01-01..2020-12-31 <1=",
            "280 recognised 2021-01-01..2021-12-31 <1=",
            "200 recognised 2022-01-01..2022-12-31 <1=",
        ],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nTrong tổng số 90 MH đăng ký năm 2022, công nhận 70 mô hình, không công nhận "
        "20 mô hình. Các mô hình được công nhận gồm:\n\n- Loại xuất sắc: 14 mô hình\n\n- Loại tốt: 41 mô "
        "hình\n\n- Loại khá: 15 mô hình",
        [
            "90 registered 2022-01-01..2022-12-31",
            "70 recognised 2022-01-01..2022-12-31 <0=",
            "20 2022-01-01..2022-12-31 <0=",
            "14 recognised 2022-01-01..2022-12-31 <1=",
            "41 recognised 2022-01-01..2022-12-31 <1=",
            "15 recognised 2022-01-01..2022-12-31 <1=",
        ],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022, toàn huyện xây dựng 90 MH; công nhận 60 mô hình; tỉnh biểu dương 4 "
        "mô hình. Trên lĩnh vực kinh tế có 41 mô hình; văn hóa - xã hội 30 mô hình; quốc phòng - an ninh 19 "
        "mô hình.",
        [
            "90 built 2022-01-01..2022-12-31",
            "60 recognised 2022-01-01..2022-12-31 <0",
            "4 commended 2022-01-01..2022-12-31 province <1",
            "41 built 2022-01-01..2022-12-31 economy <0=",
            "30 built 2022-01-01..2022-12-31 culture_society <0=",
            "19 built 2022-01-01..2022-12-31 defence_security <0=",
        ],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022, toàn huyện có 143 MH, trong đó 89 mô hình của tập thể, 54 mô hình "
        "của cá nhân; kinh tế 121 mô hình, xây dựng hệ thống chính trị 22 mô hình. Phân theo địa bàn: xã An "
        "Trạch 12 mô hình, xã Bình Hạ 10 mô hình…",
        [
            "143 built 2022-01-01..2022-12-31",
            "89 built 2022-01-01..2022-12-31 collective <0=",
            "54 built 2022-01-01..2022-12-31 individual <0=",
            "121 built 2022-01-01..2022-12-31 economy <0=",
            "22 built 2022-01-01..2022-12-31 political_system <0=",
            "12 built 2022-01-01..2022-12-31 @An Trạch <0",
            "10 built 2022-01-01..2022-12-31 @Bình Hạ <0",
        ],
    ),
    # items
    (
        "Giai đoạn 2012 - 2015 huyện có 40 MH thì giai đoạn 2016 - 2020 tăng lên 80 mô hình.",
        ["40 built 2012-01-01..2015-12-31 cum", "80 built 2016-01-01..2020-12-31 cum"],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nToàn huyện xây dựng 311 MH: năm 2020 là 46 mô hình, 2021: 89, 2022: 112 và 6 "
        "tháng đầu năm 2023: 64 mô hình.",
        [
            "311 built 2020-01-01..2023-06-30 cum",
            "46 built 2020-01-01..2020-12-31 <0=",
            "89 built 2021-01-01..2021-12-31 <0=",
            "112 built 2022-01-01..2022-12-31 <0=",
            "64 built 2023-01-01..2023-06-30 <0=",
        ],
    ),
    (
        "Xã An Trạch đăng ký 9 MH nhưng chỉ có 4 mô hình được xã công nhận.",
        ["9 registered @An Trạch", "4 recognised commune @An Trạch <0"],
    ),
    # periods
    (
        "Kết quả nhiệm kỳ 2020 - 2025\n\nSáng 5/1, huyện họp.\n\n1. Năm 2021\n\nToàn huyện đăng ký 40 "
        "MH.\n\n2. Năm 2022\n\nToàn huyện đăng ký 50 MH.\n\nIII. HẠN CHẾ\n\nCòn 9 MH mang tính hình thức.",
        [
            "40 registered 2021-01-01..2021-12-31",
            "50 registered 2022-01-01..2022-12-31",
            "9 2020-01-01..2023-07-20 cum",
        ],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nThực hiện mục tiêu Đại hội Đảng bộ huyện nhiệm kỳ 2020 - 2025, từ đầu nhiệm "
        "kỳ đến nay toàn huyện xây dựng 60 MH. Hai năm 2021 - 2022, xã An Trạch có 8 mô hình.",
        ["60 built 2020-01-01..2023-07-20 cum", "8 built 2021-01-01..2022-12-31 cum @An Trạch"],
    ),
    (
        "Năm đầu phát động (2018), huyện có 9 MH, từ năm 2020 đến nay có 44 mô hình.",
        ["9 built 2018-01-01..2018-12-31", "44 built 2020-01-01..2023-07-20 cum"],
    ),
    ("Đến cuối nhiệm kỳ 2020 - 2025, toàn xã có 100 MH.", ["100 planned ..2025-12-31 cum"]),
    ("Cuối nhiệm kỳ 2015 - 2020, toàn xã có 100 MH.", ["100 built ..2020-12-31 cum"]),
    ("Đến hết năm 2025, 100 MH được công nhận.", ["100 planned ..2025-12-31 cum"]),
    ("Năm 2024, các xã đăng ký tối thiểu 40 MH.", ["at_least 40 planned 2024-01-01..2024-12-31"]),
    ("Năm 2024, các xã đăng ký 40 MH.", ["40 registered 2024-01-01..2024-12-31"]),
    # status
    ("Số mô hình phát huy tốt, có sức lan tỏa là 52 MH.", ["52 maintained"]),
    ("Tổng số mô hình đăng ký, có nội dung thiết thực là 52 MH.", ["52 registered"]),
    ("Đến nay, được nhân rộng ra các thôn, bản khác có 16 MH.", ["16 replicated ..2023-07-20 cum"]),
    ("Hội Nông dân đăng ký và chỉ đạo thực hiện 11 MH.", ["11 registered"]),
    (
        "Huyện giới thiệu 3 MH để Ban Dân vận Tỉnh ủy xét công nhận; tuyên dương 5 mô hình tiêu biểu.",
        ["3 planned province", "5 commended"],
    ),
    ("Huyện trình tỉnh 3 MH; tuyên dương 5 mô hình tiêu biểu.", ["3 planned province", "5 commended"]),
    ("Đề nghị tỉnh khen thưởng 3 MH; công nhận 5 mô hình tiêu biểu.", ["3 planned province", "5 planned"]),
    ("Huyện đã khảo sát 40 MH cấp tỉnh, cấp huyện.", ["40"]),
    # stages
    (
        "Sáng 5/1, huyện họp.\n\nToàn huyện xây dựng 140 MH. Qua kiểm tra, 58 mô hình xếp loại tốt, 41 mô "
        "hình xếp loại khá, 8 mô hình trung bình. Huyện công nhận 40 mô hình.",
        [
            "140 built ..2023-07-20 cum",
            "58 maintained ..2023-07-20 cum <0",
            "41 maintained ..2023-07-20 cum <0",
            "8 ..2023-07-20 cum <0",
            "40 recognised ..2023-07-20 cum district <0",
        ],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022 huyện công nhận 60 MH, đến nay còn duy trì 41 mô hình, nhân rộng 9 mô hình.",
        [
            "60 recognised 2022-01-01..2022-12-31 district",
            "41 maintained ..2023-07-20 cum <0",
            "9 replicated ..2023-07-20 cum <0",
        ],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022 huyện đăng ký 60 MH. Cũng trong năm, nhân rộng 9 mô hình của các năm trước.",
        ["60 registered 2022-01-01..2022-12-31", "9 replicated 2022-01-01..2022-12-31"],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nToàn huyện hiện có 400 MH đang hoạt động. Trong 10 năm qua, 275 mô hình được "
        "cấp huyện công nhận.",
        ["400 maintained ..2023-07-20 cum", "275 recognised 2013-07-20..2023-07-20 cum district"],
    ),
    (
        "Sáng 5/1, huyện họp.\n\n2 năm 2021 - 2022, toàn huyện đăng ký 86 MH.\n\n+ Năm 2021: đăng ký 26, công "
        "nhận 22 mô hình;\n\n+ Năm 2022: đăng ký 60, công nhận 57.",
        [
            "86 registered 2021-01-01..2022-12-31 cum",
            "26 registered 2021-01-01..2021-12-31 <0=",
            "22 recognised 2021-01-01..2021-12-31 <1",
            "60 registered 2022-01-01..2022-12-31 <0=",
            "57 recognised 2022-01-01..2022-12-31 <3",
        ],
    ),
    # a term's own first and last year, the term behind its years, the day in brackets
    (
        "Kết quả nhiệm kỳ 2018 - 2023\n\nSáng 5/1, huyện họp.\n\nĐầu nhiệm kỳ, toàn huyện chỉ có 14 MH, đến "
        "giữa nhiệm kỳ (năm 2020) có 39 mô hình và cuối nhiệm kỳ có 72 mô hình.",
        ["14 built 2018-01-01..2018-12-31", "39 built 2020-01-01..2020-12-31", "72 built ..2023-07-20 cum"],
    ),
    (
        "Kết quả nhiệm kỳ 2018 - 2023\n\nSáng 5/1, huyện họp.\n\nSố MH được công nhận trong nhiệm kỳ là 33 mô "
        "hình, cụ thể: năm 2019: 10, năm 2020: 11, năm 2021: 12.",
        [
            "33 recognised 2018-01-01..2023-12-31 cum",
            "10 recognised 2019-01-01..2019-12-31 <0=",
            "11 recognised 2020-01-01..2020-12-31 <0=",
            "12 recognised 2021-01-01..2021-12-31 <0=",
        ],
    ),
    (
        "Ngày 18/7/2023, huyện tổng kết 5 năm thực hiện phong trào, giai đoạn 2018 - 2022.\n\nKết quả 5 năm, "
        "huyện đăng ký 236 MH.",
        ["236 registered 2018-01-01..2022-12-31 cum"],
    ),
    (
        "3. Năm 2022:\n\n- Các xã đăng ký 15 MH, chuẩn bị hồ sơ cho năm 2024.\n\n- Tiếp tục duy trì 57 MH "
        "từ các năm trước.",
        [
            "15 registered 2022-01-01..2022-12-31",
            "57 maintained ..2022-12-31 cum",
        ],
    ),
    (
        "Xã tăng từ 52 MH (thời điểm 01/7/2022) lên 79 mô hình hiện nay.",
        ["52 built ..2022-07-01 cum", "79 built ..2023-07-20 cum"],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022, các xã đăng ký 92 MH. Đến nay, 80 mô hình đã đi vào hoạt động. "
        "Huyện thẩm định 51 mô hình.",
        ["92 registered 2022-01-01..2022-12-31", "80 maintained ..2023-07-20 cum <0", "51 2022-01-01..2022-12-31 <1"],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022, toàn huyện đăng ký 68 MH, nâng tổng số lên 305. Số mô hình đăng ký "
        "tăng 13 mô hình so với cùng kỳ.",
        [
            "68 registered 2022-01-01..2022-12-31",
            "305 built ..2022-12-31 cum",
            "13 registered 2022-01-01..2022-12-31 up/previous_year",
        ],
    ),
    # what is finished of what is registered, what has ended, what is compared before it
    (
        "Năm 2022 huyện đăng ký 15 MH; đã hoàn thành 13 mô hình, còn 2 mô hình chưa xong.",
        [
            "15 registered 2022-01-01..2022-12-31",
            "13 built 2022-01-01..2022-12-31 <0=",
            "2 registered 2022-01-01..2022-12-31 <0=",
        ],
    ),
    ("So với cùng kỳ năm trước, số MH đăng ký nhiều hơn 13 mô hình.", ["13 registered up/previous_year"]),
    (
        "Hiện số mô hình hoạt động hiệu quả, có khả năng nhân rộng chiếm khoảng 70%, tương đương 460 MH.",
        ["~ about 70% tỷ lệ", "460 maintained"],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022, huyện thẩm định 25 MH; kết quả 22 mô hình được công nhận, trong đó "
        "6 mô hình xếp loại xuất sắc; 3 mô hình phải bổ sung.",
        [
            "25 2022-01-01..2022-12-31",
            "22 recognised 2022-01-01..2022-12-31 <0=",
            "6 recognised 2022-01-01..2022-12-31 <1",
            "3 2022-01-01..2022-12-31 <0=",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), YEARS_AND_VERBS)
def test_what_reports_say_of_years_and_stages(text: str, expected: list[str]) -> None:
    """Arithmetic over parts, items of lists of years, terms and their ends, verbs of subjects, grades and stocks."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


NUMBERS_AND_YEARS = [
    # border guards and exchanged plots bear no number of their own
    (
        "Lực lượng vũ trang có 62 MH, gồm Công an 31, Quân sự 18, Biên phòng 13.",
        ["62 built", "31 built <0=", "18 built <0=", "13 built <0="],
    ),
    (
        "Khối lực lượng vũ trang đăng ký 9 MH: Công an 4, Quân sự 3, Đồn Biên phòng 2.",
        ["9 registered", "4 registered <0=", "3 registered <0=", "2 registered <0="],
    ),
    (
        "Các ngành đăng ký 9 MH (Công an 4, Huyện đoàn 3, Phòng GD-ĐT 2).",
        ["9 registered", "4 registered <0=", "3 registered <0=", "2 registered <0="],
    ),
    # the sum that a number raises
    (
        "Sáng 5/1, huyện họp.\n\nNăm 2022, huyện có thêm 28 MH đăng ký mới, đưa tổng số mô hình, điển hình toàn huyện "
        "lên con số 143.\n\nTrong 143 mô hình nói trên, tập thể là 104, cá nhân là 39.",
        [
            "28 registered 2022-01-01..2022-12-31",
            "143 built ..2022-12-31 cum",
            "104 built ..2022-12-31 cum collective <1=",
            "39 built ..2022-12-31 cum individual <1=",
        ],
    ),
    # the year before, and so many years as a sum names
    (
        "Năm 2023, huyện đăng ký 80 MH.\n\nNăm trước, toàn huyện đăng ký 75 mô hình. So ra, năm nay số đăng ký tăng 5 "
        "mô hình.",
        [
            "80 registered 2023-01-01..2023-12-31",
            "75 registered 2022-01-01..2022-12-31",
            "5 registered 2023-01-01..2023-12-31 up/previous_year",
        ],
    ),
    (
        "Sáng 5/1, huyện họp.\n\n6 tháng đầu năm 2023, Hội có 96 MH.\n\nĐể so sánh: cùng kỳ năm 2022, Hội có 82 mô "
        "hình.",
        ["96 built 2023-01-01..2023-06-30", "82 built 2022-01-01..2022-12-31"],
    ),
    (
        "Giai đoạn 2018 - 2020, toàn huyện công nhận 86 MH. Sang hai năm 2021 - 2022, toàn huyện công nhận 42 mô hình. "
        "Tính chung 5 năm có 128 mô hình được công nhận.",
        [
            "86 recognised 2018-01-01..2020-12-31 cum",
            "42 recognised 2021-01-01..2022-12-31 cum",
            "128 recognised 2018-01-01..2022-12-31 cum",
        ],
    ),
    (
        "Sáng 5/1, huyện tổng kết năm 2023.\n\nNăm 2022, toàn huyện công nhận 102 MH. Cộng cả hai năm, cả huyện có "
        "220 mô hình được công nhận.",
        ["102 recognised 2022-01-01..2022-12-31", "220 recognised 2022-01-01..2023-12-31 cum"],
    ),
    (
        "Nhìn lại 3 năm (2021 - 2023), huyện xây dựng 403 MH; năm 2021 là 109 mô hình, năm 2022 là 138 mô hình. Ba năm "
        "có 29 mô hình được khen.",
        [
            "403 built 2021-01-01..2023-12-31 cum",
            "109 built 2021-01-01..2021-12-31 <0",
            "138 built 2022-01-01..2022-12-31 <0",
            "29 commended 2021-01-01..2023-12-31 cum <0",
        ],
    ),
    (
        "Sáng 5/1, huyện họp.\n\nTrong nhiệm kỳ 2018 - 2023, Hội đã tổ chức phong trào.\n\n- Đến giữa nhiệm kỳ (năm "
        "2020), toàn huyện có 39 MH và cuối nhiệm kỳ có 72 mô hình.\n\n- Số mô hình được công nhận trong nhiệm kỳ "
        "là 33 mô hình.",
        [
            "39 built 2020-01-01..2020-12-31",
            "72 built ..2023-07-20 cum",
            "33 recognised 2018-01-01..2023-12-31 cum <1",
        ],
    ),
    (
        "Huyện có 268 MH.\n\nLĩnh vực kinh tế nhiều nhất với 174. Lĩnh vực văn hóa - xã hội: 94 mô hình.",
        ["268 built", "174 built economy <0=", "94 built culture_society <0="],
    ),
    # plans up to the end of the year
    (
        "Sáng 5/1, huyện họp.\n\n* Phương hướng 3 tháng cuối năm: xã xây dựng thêm 12 MH.",
        ["12 planned 2023-10-01..2023-12-31"],
    ),
    ("Từ đây đến cuối năm, huyện sẽ công nhận 30 MH.", ["30 planned 2023-01-01..2023-12-31"]),
    # what is marked, and the marks it has
    ("Tổ thẩm định chấm 64 MH.", ["64"]),
    (
        "Tổ thẩm định chấm 64 MH. Trong 64 mô hình này, 48 mô hình đạt từ 80 điểm trở lên và được công nhận cấp huyện.",
        ["64", "48 recognised district <0", "~ at_least 80 điểm"],
    ),
    # the unit that has most stands before its number
    (
        "Năm 2022 huyện đăng ký 171 MH.\n\nAn Trạch là xã có số mô hình nhiều nhất với 37 mô hình, tiếp theo là Bình "
        "Hạ (29), Cẩm Lộc (26).",
        [
            "171 registered 2022-01-01..2022-12-31",
            "37 registered 2022-01-01..2022-12-31 @An Trạch <0",
            "29 registered 2022-01-01..2022-12-31 @Bình Hạ <0",
            "26 registered 2022-01-01..2022-12-31 @Cẩm Lộc <0",
        ],
    ),
    (
        "Năm 2022 huyện đăng ký 171 MH, công nhận 120 mô hình.\n\nAn Trạch là xã có số mô hình nhiều nhất với 37 mô "
        "hình, tiếp theo là Bình Hạ (29).",
        [
            "171 registered 2022-01-01..2022-12-31",
            "120 recognised 2022-01-01..2022-12-31",
            "37 built 2022-01-01..2022-12-31 @An Trạch",
            "29 built 2022-01-01..2022-12-31 @Bình Hạ",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS_AND_YEARS)
def test_sums_of_years_and_raised_totals(text: str, expected: list[str]) -> None:
    """Bare numbers behind names of forces, raised sums, sums of years, years compared with, marks, units that lead."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


STOCKS_AND_YEARS: list[tuple[str, list[str]]] = [
    (
        "Huyện có 128 MH.\n\n1. Kinh tế: 44 mô hình. Gồm tổ hợp tác 19, cửa hàng 25.\n\n2. "
        "Môi trường: 84 mô hình. Gồm đường hoa 61, thu gom phế liệu 23.",
        [
            "128 built",
            "44 built economy <0=",
            "19 built economy <1=",
            "25 built economy <1=",
            "84 built environment <0=",
            "61 built environment <4=",
            "23 built environment <4=",
        ],
    ),
    (
        "Huyện có 195 MH. Huyện ủy họp bàn về phong trào.\n\n"
        "Qua phân loại 195 mô hình, 118 mô hình hoạt động tốt, 77 mô hình cầm chừng.",
        ["195 built", "118 maintained <0=", "77 <0="],
    ),
    ("Xã An Trạch có số MH cao nhất (18), tiếp theo là xã Bình Hạ 14.", ["18 built @An Trạch", "14 built @Bình Hạ"]),
    (
        "Đến nay, huyện đã xây dựng 486 MH, riêng năm 2022 là 91. "
        "Số mô hình của năm 2022 gồm: kinh tế 40, trong đó trồng rừng 12; văn hóa 51.",
        [
            "486 built ..2023-07-20 cum",
            "91 built 2022-01-01..2022-12-31 <0",
            "40 built 2022-01-01..2022-12-31 economy <1=",
            "12 built 2022-01-01..2022-12-31 economy <2",
            "51 built 2022-01-01..2022-12-31 culture_society <1=",
        ],
    ),
    (
        "Năm 2022, huyện đăng ký 28 MH, củng cố 15 mô hình cũ.",
        ["28 registered 2022-01-01..2022-12-31", "15 maintained 2022-01-01..2022-12-31"],
    ),
    (
        "Xã An Trạch từ 9 MH năm 2019 nay đã có 32 mô hình, tăng 23 mô hình; xã Bình Hạ 29.",
        [
            "9 built 2019-01-01..2019-12-31 @An Trạch",
            "32 built ..2023-07-20 cum @An Trạch",
            "23 built ..2023-07-20 up/None @An Trạch",
            "29 built ..2023-07-20 cum @Bình Hạ",
        ],
    ),
    (
        "Huyện có 386 MH; 58 mô hình tự kết thúc.\n\nTại hội nghị, 24 mô hình được huyện tặng Giấy khen.",
        ["386 built", "58 <0", "24 commended district <0"],
    ),
    ("Huyện đăng ký 47 MH; đạt 36/47.", ["47 registered", "36/47 <0"]),
]


@pytest.mark.parametrize(("text", "expected"), STOCKS_AND_YEARS)
def test_stocks_with_their_last_year_and_totals_said_again(text: str, expected: list[str]) -> None:
    """A stock with its last year, totals said again, fields of parts, the unit that has most, what was there before."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


# times told by pointing at others: (day of publication, text, what is told)
POINTED_YEARS = [
    # "năm qua" up to March is the year before; it scopes what is told behind it, in its paragraph and in later ones
    ("2022-01-11", "Năm qua, phong trào lan rộng.|Từ đầu năm các xã đăng ký 87 MH.", ["87 registered 2021"]),
    ("2022-01-11", "Nhìn lại năm qua, nhiều nơi có đổi mới. Các xã đăng ký 87 MH.", ["87 registered 2021"]),
    ("2016-12-23", "Trong năm qua, nhiều nơi có đổi mới.|Các xã đăng ký 87 MH.", ["87 registered 2016"]),
    ("2023-04-20", "Huyện tổng kết năm 2022.|Năm qua, phong trào lan rộng.|Huyện xây dựng 87 MH.", ["87 built 2022"]),
    ("2022-01-11", "Bước vào năm 2022, có thuận lợi. Nhìn lại năm qua, huyện xây dựng 87 MH.", ["87 built 2021"]),
    ("2022-01-11", "Những năm qua, huyện xây dựng 87 MH.", ["87 built ..2022-01-11 cum"]),
    ("2022-01-11", "Suốt 5 năm qua, huyện xây dựng 87 MH.", ["87 built 2017-01-11..2022-01-11 cum"]),
    # the year before the one told of, with its own number or without
    ("2022-01-11", "Năm qua, xây dựng 87 MH. Cùng kỳ năm trước chỉ có 40 mô hình.", ["87 built 2021", "40 built 2020"]),
    ("2022-04-05", "Năm 2021, xây dựng 87 MH. Năm trước, xây dựng 40 mô hình.", ["87 built 2021", "40 built 2020"]),
    (
        "2022-12-05",
        "Năm nay công nhận 87 MH, nhiều hơn năm ngoái 9 mô hình.",
        ["87 recognised 2022", "9 recognised 2022 up/previous_year"],
    ),
    # the years that follow those told last
    (
        "2018-10-20",
        "Giai đoạn 2008 - 2013 có 101 MH; 5 năm tiếp theo, con số này là 156.",
        ["101 built 2008-01-01..2013-12-31 cum", "156 built 2013-01-01..2018-12-31 cum"],
    ),
    (
        "2018-10-20",
        "Giai đoạn 2008 - 2012, có 101 MH. Giai đoạn tiếp theo, xây dựng 156 mô hình.",
        ["101 built 2008-01-01..2012-12-31 cum", "156 built 2013-01-01..2017-12-31 cum"],
    ),
    (
        "2018-10-20",
        "Năm 2014, có 40 MH; năm tiếp theo có 52 mô hình; năm kế tiếp có 60 mô hình.",
        ["40 built 2014", "52 built 2015", "60 built 2016"],
    ),
    ("2018-10-20", "Huyện có 40 MH. Những năm tiếp theo, có 60 mô hình.", ["40 built", "60 built"]),
    # five years are those that a plan is named by, never those to come
    (
        "2015-11-18",
        "Kết quả qua 05 năm triển khai phong trào.|Thực hiện Kế hoạch thi đua giai đoạn 2011 - 2015, huyện thành lập "
        "Ban Chỉ đạo.|Kết quả, huyện xây dựng 87 MH.|Phương hướng giai đoạn 2016 - 2020: có 99 mô hình.",
        ["87 built 2011-01-01..2015-12-31 cum", "99 planned 2016-01-01..2020-12-31 cum"],
    ),
    # since a year, behind words that go on from a sentence
    (
        "2018-10-20",
        "Nhiều nơi làm cho có. Vì vậy từ năm 2016, xây dựng 48 MH.",
        ["48 built 2016-01-01..2018-10-20 cum"],
    ),
    ("2018-10-20", "Chặng đường từ năm 2016 đến nay có 48 MH.", ["48 built 2016-01-01..2018-10-20 cum"]),
]


def _told_on(published: str, text: str) -> list[str]:
    """What a text of one day tells; "|" ends a paragraph, and whole years are written by their number."""
    text = text.replace("MH", 'mô hình "Dân vận khéo"').replace("|", "\n")
    record = extract(text, published=published, place="huyện Phú Hạc, tỉnh Lam Giang", rules=INVENTED)
    return [re.sub(r"(\d{4})-01-01\.\.\1-12-31", r"\1", tell(f)) for f in record.figures]


@pytest.mark.parametrize(("published", "text", "expected"), POINTED_YEARS)
def test_years_told_by_pointing_at_others(published: str, text: str, expected: list[str]) -> None:
    """The last year, the year before one, the years behind others."""
    assert _told_on(published, text) == expected


TIMES_AND_TOTALS_OF_STAGES = [
    # at the end of a month or a quarter reports count what there is, long gone by or not
    (
        "Đến hết quý I, 29 MH đã được huyện công nhận, 14 mô hình sẽ được thẩm định.",
        ["29 recognised ..2023-03-31 cum district", "14 planned 2023-01-01..2023-03-31 district"],
    ),
    # a review of so many years covers them
    (
        "Giai đoạn 2018 - 2022, huyện xây dựng 52 MH. Năm 2022, huyện xây dựng 9 mô hình.\n\n"
        "Đánh giá kết quả 5 năm, hội đồng thi đua công nhận 40 mô hình.",
        [
            "52 built 2018-01-01..2022-12-31 cum",
            "9 built 2022-01-01..2022-12-31",
            "40 recognised 2018-01-01..2022-12-31 cum <0",
        ],
    ),
    # since when a unit takes part
    (
        "Xã An Trạch tuy mới tham gia phong trào từ năm 2019 nhưng đã có 6 MH.",
        ["6 built 2019-01-01..2023-07-20 cum @An Trạch"],
    ),
    # the year that opens the sentence is that of all in its list
    (
        "Từ năm 2019 đến nay, huyện xây dựng 41 MH. Năm 2022, 30 mô hình xếp loại tốt, 8 mô hình ở mức khá, "
        "3 mô hình cầm chừng.",
        [
            "41 built 2019-01-01..2023-07-20 cum",
            "30 maintained 2022-01-01..2022-12-31 <0=",
            "8 maintained 2022-01-01..2022-12-31 <0=",
            "3 2022-01-01..2022-12-31 <0=",
        ],
    ),
    # a part kept from years before is a stock, but not a part of what is registered
    (
        "Năm 2022, huyện có 158 MH, gồm 91 mô hình của các năm trước được duy trì và 67 mô hình mới.",
        [
            "158 built 2022-01-01..2022-12-31",
            "91 maintained ..2022-12-31 cum <0=",
            "67 built 2022-01-01..2022-12-31 <0=",
        ],
    ),
    # what works of what was recognised, in one sentence
    (
        "Năm 2022, có 60 MH được huyện công nhận, 52 mô hình hoạt động hiệu quả.",
        ["60 recognised 2022-01-01..2022-12-31 district", "52 maintained 2022-01-01..2022-12-31 <0"],
    ),
    (
        "Năm 2022, có 60 MH được huyện công nhận; các xã duy trì 92 mô hình.",
        ["60 recognised 2022-01-01..2022-12-31 district", "92 maintained ..2022-12-31 cum"],
    ),
    # what is recognised at one level is some of what is at any
    (
        "Có 148 MH được cấp ủy các cấp công nhận; cấp tỉnh 7 mô hình, cấp huyện 49 mô hình, còn lại ở cấp xã.",
        ["148 recognised", "7 recognised province <0", "49 recognised district <0"],
    ),
    (
        "Huyện công nhận 148 MH; cấp tỉnh 7 mô hình.",
        ["148 recognised district", "7 recognised province"],
    ),
    # what was only spread, or never begun, holds no later stage
    (
        "Huyện công nhận 87 MH. Cả huyện nhân ra 45 mô hình.\n\nDịp này, 20 mô hình được huyện tặng Giấy khen.",
        ["87 recognised district", "45 replicated", "20 commended district <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TIMES_AND_TOTALS_OF_STAGES)
def test_times_and_totals_of_stages(text: str, expected: list[str]) -> None:
    """When what became of models was so, and what it is some of."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


# (day of publication, text, what is told), whole years by their number
TERMS_AND_MERGERS = [
    # a plan to recognise is some of what it registers; a new clause plans something else
    (
        "2016-12-23",
        "Năm 2017, phấn đấu đăng ký 40 MH, công nhận 35 mô hình.",
        ["40 planned 2017", "35 planned 2017 <0"],
    ),
    ("2016-12-23", "Năm 2017, phấn đấu đăng ký 40 MH; công nhận 35 mô hình.", ["40 planned 2017", "35 planned 2017"]),
    # some of the units of a total
    (
        "2016-12-23",
        "Năm 2016, các xã có 87 MH, tiêu biểu như xã An Trạch 11 mô hình, xã Bình Hạ 9 mô hình.",
        ["87 built 2016", "11 built 2016 @An Trạch <0", "9 built 2016 @Bình Hạ <0"],
    ),
    ("2016-12-23", "Đã có 60 MH, 51 mô hình trong số đó hiện vẫn hoạt động.", ["60 built", "51 maintained <0"]),
    # a year of its own goes before a term in the name of a resolution
    (
        "2025-10-14",
        "Năm 2026, năm đầu thực hiện Nghị quyết nhiệm kỳ 2025 - 2030, phấn đấu có 30 MH.",
        ["30 planned 2026"],
    ),
    (
        "2025-10-14",
        "Thực hiện Nghị quyết Đại hội nhiệm kỳ 2025 - 2030, phấn đấu có 30 MH.",
        ["30 planned 2025-01-01..2030-12-31 cum"],
    ),
    # the year in which a term ends says no beginning
    ("2023-09-26", "Đến hết nhiệm kỳ (năm 2025), phấn đấu có 60 MH.", ["60 planned ..2025-12-31 cum"]),
    ("2023-09-26", "Kết thúc giai đoạn (năm 2022), có 60 MH.", ["60 built ..2022-12-31 cum"]),
    (
        "2023-09-26",
        "Nhiệm kỳ 2020 - 2025 đã qua nửa.|Phấn đấu có 60 MH vào cuối nhiệm kỳ.",
        ["60 planned ..2025-12-31 cum"],
    ),
    # the term before the one that runs
    (
        "2024-01-09",
        "Từ đầu nhiệm kỳ 2020 - 2025 đến nay có 90 MH.|Ở nhiệm kỳ trước, chỉ có 21 mô hình.",
        ["90 built 2020-01-01..2024-01-09 cum", "21 built 2015-01-01..2020-12-31 cum"],
    ),
    # so many years ago is one year
    ("2024-01-09", "Cách đây 5 năm, mới có 32 MH.", ["32 built 2019"]),
    ("2024-01-09", "Mười năm trước, mới có 32 MH. Nay có 90 mô hình.", ["32 built 2014", "90 built ..2024-01-09 cum"]),
    ("2024-01-09", "5 năm trước khi sáp nhập, có 32 MH.", ["32 built"]),
    # what is recognised is some of all, not of those of one kind of holder
    (
        "2016-12-23",
        "Năm 2016, xây dựng 90 MH, riêng các mô hình tập thể là 71 mô hình. Qua bình xét, 64 mô hình được công nhận.",
        ["90 built 2016", "71 built 2016 collective <0", "64 recognised 2016 <0"],
    ),
    # where a unit lies is not whose number it is; several in a row are none of them
    (
        "2016-12-23",
        "Theo Kế hoạch của Huyện ủy Phú Hạc, tỉnh Lam Giang, các địa phương đã đăng ký 40 MH năm 2016.",
        ["40 registered 2016"],
    ),
    ("2016-12-23", "Năm 2016, các xã An Trạch, Bình Hạ và Cẩm Lộc xây dựng được 14 MH.", ["14 built 2016"]),
    ("2016-12-23", "Năm 2016, xã An Trạch xây dựng được 14 MH.", ["14 built 2016 @An Trạch"]),
    # all of a term that still runs is to come, unless it is said to be done
    ("2026-05-22", "Cả nhiệm kỳ 2025 - 2030, xây dựng mới 150 MH.", ["150 planned 2025-01-01..2030-12-31 cum"]),
    (
        "2020-10-14",
        "Nhiệm kỳ 2020 - 2025 có yêu cầu mới. Cả nhiệm kỳ xây dựng mới 150 MH.",
        ["150 planned 2020-01-01..2025-12-31 cum"],
    ),
    ("2026-05-22", "Cả nhiệm kỳ 2020 - 2025, xây dựng 50 MH.", ["50 built 2020-01-01..2025-12-31 cum"]),
    ("2026-05-22", "Cả giai đoạn 2026 - 2030 đã xây dựng 5 MH.", ["5 built 2026-01-01..2030-12-31 cum"]),
    # how good they are stands before what was done
    ("2016-12-23", "Năm 2016, có 31 MH đạt yêu cầu, được công nhận.", ["31 recognised 2016"]),
    ("2016-12-23", "Năm 2016, có 31 MH thiết thực, hiệu quả, được cấp ủy biểu dương.", ["31 commended 2016"]),
    ("2016-12-23", "Năm 2016, có 31 MH hiệu quả, phong trào được biểu dương.", ["31 built 2016"]),
    ("2012-10-12", "Phấn đấu hết năm 2015, có 30 MH.", ["30 planned ..2015-12-31 cum"]),
    ("2015-01-14", "Năm 2015, là năm cuối nhiệm kỳ 2010 - 2015, phấn đấu có 30 MH.", ["30 planned 2015"]),
    # what a campaign is begun with is no model; all that it has brought is there
    ("2016-12-23", "Từ khi phát động phong trào (năm 2009) thì đã có 60 MH.", ["60 built 2009-01-01..2016-12-23 cum"]),
    ("2016-12-23", "Năm 2016, phát động 6 MH.", ["6 launched 2016"]),
    # the sum of years behind words that sum up
    (
        "2023-07-20",
        "Năm 2021 xây dựng 40 MH. Năm 2022 xây dựng 52 mô hình. Như vậy, hai năm có 92 mô hình.",
        ["40 built 2021", "52 built 2022", "92 built 2021-01-01..2022-12-31 cum"],
    ),
    # all of a town names its area, no level
    ("2018-01-23", "Năm 2017, toàn thị xã công nhận 76 MH.", ["76 recognised 2017"]),
    # what a new commune has done since the merger, beside what it took over
    (
        "2025-12-04",
        "Năm qua, đăng ký 214 MH. Sau sắp xếp, kế thừa 96 mô hình, đồng thời xây dựng mới 21 mô hình. Hiện có 117 mô "
        "hình đang hoạt động.",
        [
            "214 registered 2025",
            "96 maintained ..2025-12-04 cum <0",
            "21 built 2025-07-01..2025-12-04",
            "117 maintained ..2025-12-04 cum",
        ],
    ),
    ("2025-12-04", "Sau sáp nhập, có 54 MH.", ["54 built ..2025-12-04 cum"]),
    ("2026-02-04", "Từ khi thành lập xã mới, các chi bộ đăng ký 8 MH.", ["8 registered 2025-07-01..2026-02-04 cum"]),
    ("2025-12-04", "Sau khi sắp xếp bộ máy, năm 2024 công nhận 5 MH.", ["5 recognised 2024"]),
    ("2024-12-04", "Sau sáp nhập, xây dựng 40 MH.", ["40 built"]),
]


@pytest.mark.parametrize(("published", "text", "expected"), TERMS_AND_MERGERS)
def test_ends_of_terms_and_what_was_done_since_a_merger(published: str, text: str, expected: list[str]) -> None:
    """A term in a name, the year in which one ends, and what new communes took over and added."""
    assert _told_on(published, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), TIMES + COMING + UNTIL + REPORT + SOME_YEARS + TITLE + AHEAD + BREATH + COMPARED
)
def test_times(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected
