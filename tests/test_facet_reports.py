"""What year-end, mid-term and five-year reports say: stages and years, what was left undone, plans and terms.

`MH` stands for: mô hình "Dân vận khéo", "|" ends a paragraph. What a line says is told in tests/telling.py.
"""

from __future__ import annotations

import re

import pytest

from danvan.api import extract
from telling import INVENTED, tell


def _told_on(published: str, text: str) -> list[str]:
    """What a text of one day tells; whole years are written by their number."""
    text = text.replace("MH", 'mô hình "Dân vận khéo"').replace("|", "\n")
    record = extract(text, published=published, place="huyện Phú Hạc, tỉnh Lam Giang", rules=INVENTED)
    return [re.sub(r"(\d{4})-01-01\.\.\1-12-31", r"\1", tell(f)) for f in record.figures]


STAGES_AND_YEARS = [
    # what was not done is none of what is there
    (
        "2022-12-20",
        "Năm 2022, đăng ký 124 MH. Có 3 mô hình không triển khai được do thiếu kinh phí.",
        ["124 registered 2022", "3 2022"],
    ),
    (
        "2022-12-20",
        "Năm 2022, có 3 MH không thực hiện nghi lễ rườm rà.",
        ["3 built 2022"],
    ),
    (
        "2022-12-20",
        "Năm 2022, công nhận 100 MH, còn lại 21 mô hình không đạt.",
        ["100 recognised 2022", "21 2022"],
    ),
    (
        "2022-12-20",
        "Năm 2022, cho thôi thực hiện 2 MH.",
        ["2 2022"],
    ),
    # the year that is compared with does not go on
    (
        "2022-12-20",
        "Năm 2022, có 104 MH được công nhận; năm 2021 là 98 mô hình. Từ đó, xét chọn 22 mô hình tiêu biểu đề "
        "nghị tỉnh khen.",
        ["104 recognised 2022", "98 recognised 2021", "22 planned 2022 province <0"],
    ),
    (
        "2022-12-20",
        "Năm 2021, có 98 MH được công nhận; năm 2022 là 104 mô hình. Từ đó, xét chọn 22 mô hình tiêu biểu đề "
        "nghị tỉnh khen.",
        ["98 recognised 2021", "104 recognised 2022", "22 planned 2022 province <1"],
    ),
    # units with a rank
    (
        "2022-12-20",
        "Năm 2022, huyện có 188 MH. Xã An Trạch dẫn đầu với 16 mô hình, thấp nhất là xã Bình Hạ 4 mô hình.",
        ["188 built 2022", "16 built 2022 @An Trạch", "4 built 2022 @Bình Hạ"],
    ),
    # a plan in brackets, and one of a year gone by
    (
        "2023-08-20",
        "Giai đoạn 2021 - 2025, đến nay đăng ký 231 MH, đạt 77% chỉ tiêu cả giai đoạn (300 mô hình).",
        [
            "231 registered 2021-01-01..2023-08-20 cum",
            "~ 77% chỉ tiêu 2021-01-01..2023-08-20 cum",
            "300 planned 2021-01-01..2025-12-31 cum",
        ],
    ),
    (
        "2023-12-20",
        "Năm 2023, xây dựng 98 MH, vượt kế hoạch năm (90 mô hình), công nhận 70 mô hình.",
        ["98 built 2023", "90 planned 2023", "70 recognised 2023 <0"],
    ),
    (
        "2018-01-20",
        "Đầu năm 2017, huyện giao các xã đăng ký 160 MH.",
        ["160 planned 2017"],
    ),
    # what is compared may be told in brackets, or by its year alone
    (
        "2026-01-08",
        "So với năm 2024 (các xã có 42 MH được công nhận), năm 2025 ít hơn.",
        ["42 recognised 2024"],
    ),
    (
        "2018-01-17",
        "Năm 2017, xây dựng 187 MH, nhiều hơn 2016 là 24 mô hình.",
        ["187 built 2017", "24 built 2017 up/previous_year"],
    ),
    # half a year without its year is no coming one, whatever the paragraph before ends with
    (
        "2025-12-26",
        "Còn 12 MH làm trong năm 2026.|6 tháng đầu năm, các xã xây dựng 40 MH.",
        ["12 planned 2026", "40 built 2025-01-01..2025-06-30"],
    ),
    # what is left of a term, what has only just begun, and the rest of a paragraph that a plan heads
    (
        "2013-07-05",
        "Sơ kết giữa nhiệm kỳ 2010 - 2015. Nửa cuối nhiệm kỳ, huyện xây dựng mới 60 MH để hết nhiệm kỳ có 158 mô hình.",
        ["60 planned 2013-07-06..2015-12-31 cum", "158 planned ..2015-12-31 cum"],
    ),
    (
        "2015-09-05",
        "Tổng kết nhiệm kỳ 2010 - 2015. Nửa cuối nhiệm kỳ, huyện xây dựng mới 60 MH.",
        ["60 built 2010-01-01..2015-12-31 cum"],
    ),
    (
        "2013-07-05",
        "6 tháng cuối năm 2013, huyện xây dựng 15 MH.",
        ["15 planned 2013-07-01..2013-12-31"],
    ),
    (
        "2013-10-05",
        "6 tháng cuối năm 2013, huyện xây dựng 15 MH.",
        ["15 built 2013-07-01..2013-12-31"],
    ),
    (
        "2023-08-22",
        "Năm 2023, huyện có 80 MH.|Phương hướng từ nay đến cuối năm: chấm điểm các mô hình. Các xã kiểm tra, "
        "công nhận 60 MH.",
        ["80 built 2023", "60 planned 2023 commune"],
    ),
    (
        "2023-08-22",
        "Năm 2023, huyện có 80 MH.|Phong trào thi đua: chấm điểm các mô hình. Các xã kiểm tra, công nhận 60 MH.",
        ["80 built 2023", "60 recognised 2023 commune"],
    ),
    # lines of a label and a number each
    (
        "2013-07-05",
        "Tin huyện.|Huyện họp bàn công tác dân vận. Ba năm qua, huyện xây dựng 98 MH, trong đó:|Năm 2011: 29 "
        "mô hình;|Năm 2012: 35 mô hình;|6 tháng đầu năm 2013: 34 mô hình.",
        [
            "98 built 2010-07-05..2013-07-05 cum",
            "29 built 2011 <0=",
            "35 built 2012 <0=",
            "34 built 2013-01-01..2013-06-30 <0=",
        ],
    ),
    # what became of all, and of what is called by how it came about
    (
        "2012-12-05",
        "Năm 2012, chọn 8 MH đề nghị tỉnh biểu dương, cả 8 mô hình đều được biểu dương.",
        ["8 planned 2012 province", "8 commended 2012 province <0"],
    ),
    (
        "2017-12-05",
        "Năm 2017, có 8 MH ra đời sau bão được Huyện ủy khen thưởng.",
        ["8 commended 2017 district"],
    ),
    (
        "2025-12-26",
        "Năm 2025, 24 MH được Ban Dân vận Trung ương (nay là Ban Tuyên giáo và Dân vận Trung ương) biểu dương.",
        ["24 commended 2025 central"],
    ),
    # the level that a subject names; whom models are sent to
    (
        "2013-07-05",
        "Năm 2011, số MH được công nhận cấp huyện mới chỉ là 21.",
        ["21 recognised 2011 district"],
    ),
    (
        "2010-12-21",
        "Năm 2010, công nhận 64 MH cấp huyện, giới thiệu 9 mô hình về tỉnh.",
        ["64 recognised 2010 district", "9 planned 2010 province <0"],
    ),
    # years of numbers in brackets end with these
    (
        "2010-12-21",
        "Hai năm 2009 - 2010, công nhận 64 MH (năm 2009: 19, năm 2010: 45), giới thiệu 9 mô hình về tỉnh.",
        [
            "64 recognised 2009-01-01..2010-12-31 cum",
            "19 recognised 2009 <0=",
            "45 recognised 2010 <0=",
            "9 planned 2009-01-01..2010-12-31 cum province <0",
        ],
    ),
    # a unit that is not named
    (
        "2010-12-21",
        "Năm 2010, có xã đăng ký 16 MH nhưng chỉ đạt 4 mô hình.",
        ["16 registered 2010 @-", "4 registered 2010 @-"],
    ),
    # a name is no order
    (
        "2010-12-21",
        "Năm 2010, xã Tiểu Cần 16 MH.",
        ["16 2010 @Tiểu Cần"],
    ),
]


@pytest.mark.parametrize(("published", "text", "expected"), STAGES_AND_YEARS)
def test_stages_and_years_of_reports(published: str, text: str, expected: list[str]) -> None:
    """What did not come about, what is compared, plans of terms that run, lists without marks."""
    assert _told_on(published, text) == expected


PLANS_AND_STOCKS = [
    # a plan of a year gone by goes before the year that the paragraph tells of
    (
        "2020-01-10",
        "Họp bàn nhiệm vụ năm nay.|Đầu năm 2019, huyện giao các xã xây dựng 80 MH. Kết quả, toàn huyện đăng "
        "ký 97 mô hình; 91 mô hình được triển khai, 6 mô hình không triển khai.",
        ["80 planned 2019", "97 registered 2019", "91 built 2019 <1=", "6 registered 2019 <1="],
    ),
    # a body proposes, and is not named so
    (
        "2020-01-10",
        "Năm 2019, Ban Chỉ đạo đề nghị Huyện ủy công nhận 79 MH.",
        ["79 planned 2019 district"],
    ),
    # what there is now of what was told of years
    (
        "2020-01-10",
        "Từ năm 2016 đến hết năm 2019, huyện công nhận 246 MH. Hiện còn 203 mô hình duy trì được hoạt động; "
        "43 mô hình đã dừng.",
        [
            "246 recognised 2016-01-01..2019-12-31 cum district",
            "203 maintained ..2020-01-10 cum district <0=",
            "43 ..2020-01-10 cum district <0=",
        ],
    ),
    # one year after the other
    (
        "2020-12-03",
        "Từ 412 MH năm 2016, đến năm 2018 huyện có 689 mô hình và năm 2020 đạt 1.035 mô hình.",
        ["412 built 2016", "689 built 2018", "1035 built 2020"],
    ),
    # where some come from is not the year that goes on
    (
        "2024-07-12",
        "Đầu năm 2024, đăng ký 66 MH, gồm 25 mô hình mới và 41 mô hình chuyển tiếp từ năm 2023. Các xã có 44 mô hình.",
        ["66 registered 2024", "25 registered 2024 <0=", "41 registered 2024 <0=", "44 built 2024 <0"],
    ),
    # what has not begun is not built
    (
        "2024-07-12",
        "Năm 2024, xây dựng 64 MH: 29 mô hình hoàn thành, 31 mô hình đang thực hiện, 4 mô hình chưa triển khai.",
        ["64 built 2024", "29 built 2024 <0=", "31 built 2024 <0=", "4 2024 <0="],
    ),
    # none of what hardly works is honoured
    (
        "2020-12-03",
        "Năm 2020, còn 64 MH hoạt động kém hiệu quả. Huyện biểu dương 40 mô hình tiêu biểu.",
        ["64 2020", "40 commended 2020 district"],
    ),
    # what a meeting agrees on, and what is to stand at the end of a term
    (
        "2014-01-17",
        "Hội nghị đã bàn và thống nhất các chỉ tiêu năm nay: các xã đăng ký sớm; toàn huyện có thêm 45 MH.",
        ["45 planned 2014"],
    ),
    (
        "2025-12-23",
        "Đến hết nhiệm kỳ 2025 - 2030, huyện duy trì 200 MH.",
        ["200 planned ..2030-12-31 cum"],
    ),
    # a sum that two others make by chance
    (
        "2014-01-17",
        "Năm 2013, đăng ký 61 MH, trong đó có 43 mô hình tập thể và 18 mô hình cá nhân. Qua kiểm tra có 49 "
        "mô hình đạt kết quả tốt. Huyện chọn 15 mô hình đề nghị Huyện ủy biểu dương, 3 mô hình đề nghị tỉnh "
        "khen.",
        [
            "61 registered 2013",
            "43 registered 2013 collective <0=",
            "18 registered 2013 individual <0=",
            "49 2013 <0",
            "15 planned 2013 district <3",
            "3 planned 2013 province <4",
        ],
    ),
    # a share of bare models
    (
        "2025-12-23",
        "Năm 2026, toàn xã đăng ký 40 MH.|Về chỉ tiêu: năm 2026 có trên 85% mô hình được công nhận.",
        ["40 registered 2026", "more_than 85% planned 2026"],
    ),
    # brackets that tell of the year before
    (
        "2021-12-24",
        "Năm 2021, đăng ký 58 MH (năm 2020: 51 mô hình).",
        ["58 registered 2021", "51 registered 2020"],
    ),
    (
        "2021-12-24",
        "Từ năm 2016 đến nay, công nhận 58 MH (năm 2020: 11 mô hình).",
        ["58 recognised 2016-01-01..2021-12-24 cum", "11 recognised 2020 <0"],
    ),
    # what is new beside a stock of the end of a year
    (
        "2026-01-14",
        "Đến cuối năm 2025, xã duy trì 38 MH, xây dựng mới 17 mô hình.",
        ["38 maintained ..2025-12-31 cum", "17 built 2025"],
    ),
]


@pytest.mark.parametrize(("published", "text", "expected"), PLANS_AND_STOCKS)
def test_plans_and_stocks_of_reports(published: str, text: str, expected: list[str]) -> None:
    """Plans of years gone by, what there is now of what was told, what has not begun, what is agreed on."""
    assert _told_on(published, text) == expected
