"""Status and period of counts: what was planned, registered, built, and when.

What a line says is told in tests/telling.py.
"""

from __future__ import annotations

import pytest

from danvan.api import extract
from telling import INVENTED, tell, told

STATUS = [
    ('Toàn huyện có 96 mô hình "Dân vận khéo" được công nhận.', ["96 recognised"]),
    ('Toàn huyện có 96 mô hình "Dân vận khéo" đang hoạt động.', ["96 maintained"]),
    ('Toàn huyện có 96 mô hình "Dân vận khéo".', ["96 built"]),
    ('Các chi bộ phát động đăng ký thực hiện 61 mô hình "Dân vận khéo".', ["61 registered"]),
    (
        'Qua 3 năm thực hiện phong trào, có 45 mô hình "Dân vận khéo" được tuyên dương.',
        ["45 commended 2020-07-20..2023-07-20 cum"],
    ),
    ('Huyện có 17 mô hình "Dân vận khéo" vùng dân tộc thiểu số (DTTS) hoạt động hiệu quả.', ["17 maintained"]),
    (
        'Toàn huyện có 58 mô hình "Dân vận khéo" được công nhận, 9 mô hình được khen thưởng.',
        ["58 recognised", "9 commended <0"],
    ),
    (
        'Biểu dương 5 mô hình "Dân vận khéo" về kinh tế; 8 mô hình về môi trường.',
        ["5 commended economy", "8 commended environment"],
    ),
    ('Đảng bộ huyện chỉ đạo xây dựng 25 mô hình "Dân vận khéo".', ["25 built"]),
    ('Ban Chỉ đạo huyện đã kiểm tra 25 mô hình "Dân vận khéo".', ["25"]),
    ('Thực hiện Chương trình mục tiêu quốc gia, toàn huyện có 70 mô hình "Dân vận khéo".', ["70 built"]),
    ('Huyện gắn biển 06 công trình "Dân vận khéo".', ["6 công trình recognised"]),
    ('Huyện tuyên dương 20 gương điển hình "Dân vận khéo".', ["20 điển hình commended district"]),
    ('Có 30 mô hình "Dân vận khéo" hoàn thành nội dung đã đăng ký.', ["30 built"]),
    ('Có 44 mô hình "Dân vận khéo" phải bổ sung hồ sơ.', ["44 built"]),
    (
        'Huyện xây dựng 54 mô hình "Dân vận khéo" (kế hoạch giao 50), đạt 108% chỉ tiêu, tăng 6 mô hình.',
        ["54 built", "50 planned", "~ 108% chỉ tiêu", "6 built up/plan"],
    ),
    (
        'Huyện chọn 12 mô hình "Dân vận khéo" trình Ban Dân vận Tỉnh ủy, trong đó 3 mô hình đã được tặng Bằng khen.',
        ["12 planned province", "3 commended province <0"],
    ),
    ('Huyện chọn 9 mô hình "Dân vận khéo" để nhân rộng.', ["9"]),
    (
        'Toàn huyện xây dựng 80 mô hình "Dân vận khéo". Dẫn đầu là Hội Nông dân huyện với 14 mô hình.',
        ["80 built", "14 built <0"],
    ),
    ('Từ 20 mô hình "Dân vận khéo" ban đầu, đến nay huyện có 75 mô hình.', ["20 built", "75 built ..2023-07-20 cum"]),
    # ---- the heading of a plan, until the text goes back to the meeting
    (
        'Huyện xây dựng 80 mô hình "Dân vận khéo".\n\nIII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\n'
        'Đăng ký mới 30 mô hình "Dân vận khéo".\n\n'
        "Dịp này, huyện khen thưởng 11 tập thể.",
        ["80 built", "30 planned", "~ 11 tập thể commended district collective"],
    ),
    (
        'Sang năm sau, huyện đặt ra:\n- Xây dựng mới 25 mô hình "Dân vận khéo".\n- Mở 3 lớp tập huấn.',
        ["25 planned 2024-01-01..2024-12-31", "~ 3 lớp tập huấn"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATUS)
def test_status(text: str, expected: list[str]) -> None:
    assert told(text) == expected


PERIODS = [
    ('Từ đầu năm đến nay, huyện xây dựng được 33 mô hình "Dân vận khéo".', ["33 built 2023-01-01..2023-07-20"]),
    ('Đến nay, huyện xây dựng được 33 mô hình "Dân vận khéo".', ["33 built ..2023-07-20 cum"]),
    ('Từ năm 2016 đến nay, toàn huyện xây dựng 452 mô hình "Dân vận khéo".', ["452 built 2016-01-01..2023-07-20 cum"]),
    ('Đến cuối năm 2022, toàn huyện có 130 mô hình "Dân vận khéo".', ["130 built ..2022-12-31 cum"]),
    (
        'Qua 5 năm thực hiện (2018 - 2022), huyện xây dựng 310 mô hình "Dân vận khéo".',
        ["310 built 2018-01-01..2022-12-31 cum"],
    ),
    (
        'Năm 2020 có 45 mô hình "Dân vận khéo", năm 2021 tăng lên 60 mô hình.',
        ["45 built 2020-01-01..2020-12-31", "60 built 2021-01-01..2021-12-31"],
    ),
    (
        'Trong 6 tháng đầu năm 2023, huyện duy trì 88 mô hình "Dân vận khéo" và xây dựng mới 19 mô hình.',
        ["88 maintained ..2023-06-30 cum", "19 built 2023-01-01..2023-06-30"],
    ),
    (
        'Huyện hiện có 21 mô hình "Dân vận khéo", trong đó 6 mô hình đăng ký mới năm 2023.',
        ["21 built ..2023-07-20 cum", "6 registered 2023-01-01..2023-12-31 <0"],
    ),
    (
        'Huyện đã công nhận 66 mô hình "Dân vận khéo" (năm 2021: 20 mô hình; năm 2022: 46 mô hình).',
        [
            "66 recognised 2021-01-01..2022-12-31 cum district",
            "20 recognised 2021-01-01..2021-12-31 district <0=",
            "46 recognised 2022-01-01..2022-12-31 district <0=",
        ],
    ),
    (
        'Huyện biểu dương 5 mô hình "Dân vận khéo" giai đoạn 2018 - 2022; biểu dương 8 mô hình năm 2023.',
        ["5 commended 2018-01-01..2022-12-31 cum district", "8 commended 2023-01-01..2023-12-31 district"],
    ),
    ('Năm 2024, huyện phấn đấu xây dựng 40 mô hình "Dân vận khéo".', ["40 planned 2024-01-01..2024-12-31"]),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_period(text: str, expected: list[str]) -> None:
    assert told(text) == expected


LATER_PERIODS = [
    ('Những năm qua, toàn huyện nhân rộng 120 mô hình "Dân vận khéo".', ["120 replicated ..2023-07-20 cum"]),
    (
        'Năm 2022 xây dựng 124 mô hình "Dân vận khéo", nâng tổng số mô hình lên 412 mô hình.',
        ["124 built 2022-01-01..2022-12-31", "412 built ..2022-12-31 cum"],
    ),
    (
        'Tính đến tháng 6 năm 2023, huyện có 19 mô hình "Dân vận khéo"; riêng năm 2022 xây dựng mới 7 mô hình.',
        ["19 built ..2023-06-30 cum", "7 built 2022-01-01..2022-12-31"],
    ),
    ('Đến năm 2025, mỗi ấp có ít nhất 01 mô hình "Dân vận khéo".', ["at_least 1 planned 2025-01-01..2025-12-31 @-"]),
    ('Hơn 5 năm qua, huyện xây dựng 40 mô hình "Dân vận khéo".', ["40 built 2018-07-20..2023-07-20 cum"]),
    (
        'Từ khi phát động phong trào vào năm 2016, huyện xây dựng 40 mô hình "Dân vận khéo".',
        ["40 built 2016-01-01..2023-07-20 cum"],
    ),
    ('Năm 2022, có 52 mô hình "Dân vận khéo" cũ được duy trì.', ["52 maintained ..2022-12-31 cum"]),
]


@pytest.mark.parametrize(("text", "expected"), LATER_PERIODS)
def test_period_of_stocks_sums_and_plans(text: str, expected: list[str]) -> None:
    assert told(text) == expected


REPORTS = [
    (
        # a month without its year lies within what is told of
        'Năm 2023, huyện đăng ký 80 mô hình "Dân vận khéo". Đến hết tháng 6, Ban Chỉ đạo đã công nhận 51 mô hình.',
        ["80 registered 2023-01-01..2023-12-31", "51 recognised 2023-01-01..2023-06-30 <0"],
    ),
    (
        # one with its year is a day as of which there is a stock
        'Năm 2022, huyện đăng ký 80 mô hình "Dân vận khéo". Đến hết tháng 6/2023, huyện có 95 mô hình.',
        ["80 registered 2022-01-01..2022-12-31", "95 built ..2023-06-30 cum"],
    ),
    (
        # what goes on behind the parts goes on from their total
        'Đến nay, huyện có 60 mô hình "Dân vận khéo", trong đó 40 mô hình tập thể, 20 mô hình cá nhân. '
        "Xã An Trạch có 9 mô hình.",
        [
            "60 built ..2023-07-20 cum",
            "40 built ..2023-07-20 cum collective <0=",
            "20 built ..2023-07-20 cum individual <0=",
            "9 built ..2023-07-20 cum @An Trạch",
        ],
    ),
    (
        # single years of the parts do not reach beyond them
        'Trong 2 năm 2021 - 2022, huyện đăng ký 90 mô hình "Dân vận khéo" (năm 2021: 40, năm 2022: 50). '
        "Qua thẩm định, công nhận 70 mô hình.",
        [
            "90 registered 2021-01-01..2022-12-31 cum",
            "40 registered 2021-01-01..2021-12-31 <0=",
            "50 registered 2022-01-01..2022-12-31 <0=",
            "70 recognised 2021-01-01..2022-12-31 cum <0",
        ],
    ),
    (
        # "năm nay" points past the year compared with; the list behind it goes with it
        'Năm 2022, toàn huyện chỉ đăng ký 30 mô hình "Dân vận khéo"; như vậy năm nay tăng 15 mô hình. '
        "Xã An Trạch đăng ký 6 mô hình.",
        [
            "30 registered 2022-01-01..2022-12-31",
            "15 registered 2023-01-01..2023-12-31 up/previous_year",
            "6 registered 2023-01-01..2023-12-31 @An Trạch",
        ],
    ),
    (
        # "nhiều hơn năm 2021" compares
        'Riêng năm 2022, huyện công nhận 37 mô hình "Dân vận khéo", nhiều hơn năm 2021; '
        "đã tặng Giấy khen cho 12 mô hình.",
        ["37 recognised 2022-01-01..2022-12-31 district", "12 commended 2022-01-01..2022-12-31 <0"],
    ),
    (
        # the term of an assembly is no time of the report
        "6 tháng đầu năm 2023, khối dân vận tập trung tuyên truyền bầu cử đại biểu HĐND nhiệm kỳ 2021 - 2026. "
        'Toàn huyện đăng ký 44 mô hình "Dân vận khéo".',
        ["44 registered 2023-01-01..2023-06-30"],
    ),
    (
        # nor are the years in the name of a programme; what is summed up is
        'Năm 2022, phong trào lan rộng. Các xã thực hiện Đề án "Tuyến đường sáng" giai đoạn 2021 - 2025. '
        'Toàn huyện xây dựng 44 mô hình "Dân vận khéo".',
        ["44 built 2022-01-01..2022-12-31"],
    ),
    (
        'Sáng 5/7, huyện tổng kết Đề án "Tuyến đường sáng" giai đoạn 2018 - 2022. '
        'Toàn huyện xây dựng 44 mô hình "Dân vận khéo".',
        ["44 built 2018-01-01..2022-12-31 cum"],
    ),
    (
        # a story of years ago is not what the report tells of
        "Năm 2016, thôn còn 50 hộ nghèo.\nTrong năm 2022, huyện nâng cấp nhiều tuyến đường.\n"
        'Năm 2017, ông Ba làm cầu. Vừa qua, huyện biểu dương 8 mô hình "Dân vận khéo".',
        ["~ 50 hộ 2016-01-01..2016-12-31", "8 commended 2022-01-01..2022-12-31 district"],
    ),
    (
        # what is kept is a stock among its siblings too
        'Năm 2022, huyện có 27 mô hình "Dân vận khéo", trong đó duy trì 19 mô hình, làm mới 8 mô hình.',
        [
            "27 built 2022-01-01..2022-12-31",
            "19 maintained ..2022-12-31 cum <0=",
            "8 built 2022-01-01..2022-12-31 <0=",
        ],
    ),
    (
        'Tính đến ngày 30/6/2023, huyện có 90 mô hình "Dân vận khéo". Riêng trong 6 tháng, các xã đăng ký mới '
        "12 mô hình.\n6 tháng đầu năm 2023, phong trào lan rộng.",
        ["90 built ..2023-06-30 cum", "12 registered 2023-01-01..2023-06-30"],
    ),
    (
        'Năm ngoái, toàn huyện có 52 mô hình "Dân vận khéo", năm nay tăng lên 60 mô hình.',
        ["52 built 2022-01-01..2022-12-31", "60 built 2023-01-01..2023-12-31"],
    ),
    (
        # the line that leads to a list gives its items their time
        'Năm 2021, phong trào "Dân vận khéo" mới bắt đầu.\nNăm 2022, các xã có nhiều mô hình "Dân vận khéo":\n'
        '- Xã An Trạch: 14 mô hình "Dân vận khéo"\n- Xã Bình Hạ: 12 mô hình "Dân vận khéo"',
        ["14 2022-01-01..2022-12-31 @An Trạch", "12 2022-01-01..2022-12-31 @Bình Hạ"],
    ),
    (
        # behind a semicolon another time begins
        'Đến nay, huyện có 17 mô hình "Dân vận khéo", trong đó 11 mô hình tập thể; năm 2024 huyện làm thêm đường.',
        ["17 built ..2023-07-20 cum", "11 built ..2023-07-20 cum collective <0"],
    ),
    (
        # nothing but a story of long ago: what there is stands as of the day, what was done was done in its year
        'Năm 2012, thôn còn 50 hộ nghèo.\nHuyện đã có 29 mô hình "Dân vận khéo".\n'
        'Huyện vừa ra mắt 3 mô hình "Dân vận khéo".',
        ["~ 50 hộ 2012-01-01..2012-12-31", "29 built ..2023-07-20 cum", "3 launched 2023-01-01..2023-12-31"],
    ),
    (
        # the end of a year is no time of what stands in later paragraphs
        'Năm 2023, phong trào lan rộng.\nHết năm 2022, xã đạt 19 tiêu chí.\nHuyện công nhận 8 mô hình "Dân vận khéo".',
        ["~ 19 tiêu chí 2022-01-01..2022-12-31", "8 recognised 2023-01-01..2023-12-31 district"],
    ),
    (
        # what is proposed for honours has the time of what it is chosen from
        'Năm 2022, huyện công nhận 12 mô hình "Dân vận khéo", chọn 2 mô hình trình tỉnh khen thưởng. '
        "Từ đó chọn 1 mô hình trình Trung ương.",
        [
            "12 recognised 2022-01-01..2022-12-31 district",
            "2 planned 2022-01-01..2022-12-31 province <0",
            "1 planned 2022-01-01..2022-12-31 central <1",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_period_of_what_a_report_goes_on_with(text: str, expected: list[str]) -> None:
    assert told(text) == expected


PLANS = [
    (
        'Từ nay đến cuối năm 2023, mỗi xã xây dựng thêm 01 mô hình "Dân vận khéo".',
        ["1 planned 2023-01-01..2023-12-31 @-"],
    ),
    (
        'Năm 2024, huyện phấn đấu công nhận 40 mô hình "Dân vận khéo", nâng tổng số lên 260 mô hình.',
        ["40 planned 2024-01-01..2024-12-31", "260 planned 2024-01-01..2024-12-31"],
    ),
    (
        'Quý IV/2023, huyện phấn đấu có thêm 6 mô hình "Dân vận khéo"; đề nghị tỉnh khen thưởng 3 mô hình, '
        "gắn với tổng kết 3 năm (2020 - 2022).",
        ["6 planned 2023-10-01..2023-12-31", "3 planned 2023-10-01..2023-12-31 province"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLANS)
def test_period_of_plans(text: str, expected: list[str]) -> None:
    assert told(text) == expected


TERMS = [
    # the term of a council or a congress that still runs is in its name, and no report's
    (
        "Sáng 5/7/2023, đại biểu HĐND huyện khóa XII, nhiệm kỳ 2021 - 2026 gặp cử tri.\nHội nghị ghi nhận 18 ý kiến.",
        ["~ 18 ý kiến"],
    ),
    (
        "Hội nghị gặp cử tri trước kỳ họp thường lệ cuối năm 2022\nNgày 5/7/2023, có 50 cử tri đến dự.",
        ["~ 50 cử tri"],
    ),
    # the term of a congress begins; what it reports on is the one before
    (
        "Đại hội Hội Nông dân huyện nhiệm kỳ 2023 - 2028\nTrong nhiệm kỳ qua, Hội giúp 450 hội viên.",
        ["~ 450 hội viên 2018-01-01..2023-12-31 cum"],
    ),
    (
        "Đại hội Hội Nông dân huyện nhiệm kỳ 2023 - 2028 đã họp.\nNhiệm kỳ 2018 - 2023, Hội kết nạp 900 hội viên.\n"
        "Cũng trong nhiệm kỳ, Hội mở 16 lớp tập huấn. Nhiệm kỳ tới, Hội phấn đấu kết nạp 2.000 hội viên.",
        [
            "~ 900 hội viên 2018-01-01..2023-12-31 cum",
            "~ 16 lớp tập huấn 2018-01-01..2023-12-31 cum",
            "~ 2000 hội viên 2023-01-01..2028-12-31 cum",
        ],
    ),
    # days of a meeting are not those of what it reports on
    (
        "Trong 2 ngày 25 và 26/5/2023, Hội Phụ nữ huyện họp đại hội.\nNhiệm kỳ 2016 - 2021, Hội tặng 40 suất quà.\n"
        "Các chi hội dựng 12 căn nhà.",
        ["~ 40 phần quà 2016-01-01..2021-12-31 cum", "~ 12 nhà"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_period_on_pages_of_sessions_and_congresses(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_last_year_of_a_report_in_winter() -> None:
    record = extract('Trong năm qua, huyện có 40 mô hình "Dân vận khéo".', published="2023-02-15", rules=INVENTED)
    assert [tell(f) for f in record.figures] == ["40 built 2022-01-01..2022-12-31 @-"]


def test_before_the_merger_of_2025() -> None:
    text = 'Trước khi sáp nhập, các đơn vị cũ có 58 mô hình "Dân vận khéo".'
    record = extract(text, published="2025-10-28", place="tỉnh Lào Cai")
    assert [f.period.end for f in record.figures if f.period is not None] == ["2025-06-30"]
