"""Counted things: sentences of an article of the invented huyện Phú Hạc (20 July 2023), and what each count must say.

A count is told in one line: bound, value, measure where it is not "mô hình", status, period, then what else is known.
"cum" marks a stock or several years; "<0" is part of count 0, "<0=" together with its siblings the whole of it;
"@" is the place where it is not the district itself, "@-" none. "~" leads what is not on the topic.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from danvan.api import extract
from danvan.records import ArticleRecord, Figure
from danvan.ruleset import load_rules

INVENTED = load_rules(Path(__file__).parent / "layers" / "phu_hac")


def read(text: str, place: str = "huyện Phú Hạc, tỉnh Lam Giang") -> ArticleRecord:
    return extract(text, published="2023-07-20", place=place, rules=INVENTED)


def tell(figure: Figure) -> str:
    """A count in one line, see above."""
    high = f"-{figure.high:g}" if figure.high is not None else ""
    whole = f"/{figure.of:g}" if figure.of is not None else ""
    words = ["~"] if figure.topic is None else []
    words += [figure.bound] if figure.bound != "exact" else []
    words.append(f"{figure.value:g}{high}{whole}{'%' if figure.unit == '%' else ''}")
    words += [figure.measure] if figure.measure != "mô hình" else []
    words += [figure.status] if figure.status else []
    if figure.period is not None:
        words.append(f"{figure.period.start or ''}..{figure.period.end or ''}")
        words += ["cum"] if figure.period.cumulative else []
    words += [facet for facet in (figure.field, figure.level, figure.holder) if facet]
    words += [f"{figure.change.direction}/{figure.change.than}"] if figure.change else []
    if figure.place is None:
        words.append("@-")
    elif figure.place.name != "Phú Hạc":
        words.append(f"@{figure.place.name}")
    if figure.part_of is not None:
        words.append(f"<{figure.part_of}{'=' if figure.partition else ''}")
    return " ".join(words)


def told(text: str, place: str = "huyện Phú Hạc, tỉnh Lam Giang") -> list[str]:
    return [tell(f) for f in read(text, place).figures]


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


def test_level_as_a_label() -> None:
    text = 'Cấp tỉnh có 5 mô hình, cấp huyện có 20 mô hình "Dân vận khéo".'
    assert told(text) == ["5 built province", "20 built district"]


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


NOUN_ELSEWHERE = [
    (
        'Huyện có 60 mô hình "Dân vận khéo", gồm 41 mô hình cấp xã, 13 cấp huyện và 6 cấp tỉnh; '
        "chia theo lĩnh vực thì kinh tế 38, môi trường 22.",
        [
            "60 built", "41 built commune <0=", "13 built district <0=", "6 built province <0=",
            "38 built economy <0=", "22 built environment <0=",
        ],
    ),
    (
        'Huyện có 60 mô hình "Dân vận khéo". Chia theo loại hình: 41 tập thể và 19 cá nhân.',
        ["60 built", "41 built collective <0=", "19 built individual <0="],
    ),
    (
        'Toàn huyện công nhận 60 mô hình "Dân vận khéo". Theo đơn vị, xã An Trạch 13, Bình Hạ 11, Cẩm Lộc 9 mô hình…',
        ["60 recognised", "13 recognised @An Trạch <0", "11 recognised @Bình Hạ <0", "9 recognised @Cẩm Lộc <0"],
    ),
    (
        'Huyện có 60 mô hình "Dân vận khéo". Riêng xã An Trạch có 13 mô hình, tiếp đến là Bình Hạ 11, Cẩm Lộc 9.',
        ["60 built", "13 built @An Trạch <0", "11 built @Bình Hạ <0", "9 built @Cẩm Lộc <0"],
    ),
    (
        'Huyện có 60 mô hình "Dân vận khéo", riêng xã An Trạch có 13.',
        ["60 built", "13 built @An Trạch <0"],
    ),
    (
        'Toàn huyện đăng ký 60 mô hình "Dân vận khéo"; qua chấm điểm công nhận được 45, gồm 30 mô hình tập thể, '
        "15 mô hình cá nhân.",
        ["60 registered", "45 recognised <0", "30 recognised collective <1=", "15 recognised individual <1="],
    ),
    (
        'Tổng số mô hình "Dân vận khéo" của hai xã là 29; xã An Trạch giữ lại 21 mô hình, 8 mô hình còn lại kết thúc.',
        ["~ 2 xã @An Trạch", "29 @An Trạch", "21 maintained ..2023-07-20 cum @An Trạch <1=", "8 @An Trạch <1="],
    ),
    (
        'Huyện xây dựng 60 mô hình "Dân vận khéo", có 44/60 mô hình phát huy hiệu quả, 16 mô hình còn lại cầm chừng.',
        ["60 built", "44/60 maintained <0=", "16 <0="],
    ),
    (
        'Huyện phấn đấu xây dựng 60 mô hình "Dân vận khéo", chọn 5 mô hình đề nghị tỉnh khen thưởng.',
        ["60 planned", "5 planned province <0"],
    ),
    (
        'Huyện đã xây dựng 70 mô hình "Dân vận khéo", hiện duy trì 41 mô hình.',
        ["70 built", "41 maintained ..2023-07-20 cum <0"],
    ),
    (
        'Toàn huyện đăng ký 60 mô hình "Dân vận khéo". Xã An Trạch đăng ký 7 mô hình, xã Bình Hạ 6 mô hình, '
        "xã Cẩm Lộc 5 mô hình.",
        ["60 registered", "7 registered @An Trạch <0", "6 registered @Bình Hạ <0", "5 registered @Cẩm Lộc <0"],
    ),
    (
        'Năm 2024 phấn đấu mỗi xã có một mô hình "Dân vận khéo".',
        ["1 planned 2024-01-01..2024-12-31 @-"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOUN_ELSEWHERE)
def test_counts_whose_noun_stands_elsewhere(text: str, expected: list[str]) -> None:
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


TITLED = [
    ("Từ đó, huyện xây dựng được 60 mô hình mới.", "60"),
    ("Ban Dân vận Huyện ủy chọn 5 mô hình tiêu biểu in thành sách.", "5"),
    ("Hiện 60 mô hình vẫn đang hoạt động.", "60"),
    ("Cả huyện hiện có 24 mô hình kinh tế hợp tác.", "~ 24"),
    ("Cả huyện hiện có 24 mô hình nuôi dê.", "~ 24"),
    ("Khoảng 15% mô hình còn yếu.", "~ about"),
]


@pytest.mark.parametrize(("text", "expected"), TITLED)
def test_models_of_an_article_on_the_topic(text: str, expected: str) -> None:
    rest = "\n\nCác xã trong huyện vận động nhân dân hiến đất, góp công làm đường.\n\n" + text
    assert told('Phong trào "Dân vận khéo" ở huyện Phú Hạc' + rest)[0].startswith(expected)
    assert told("Phong trào thi đua ở huyện Phú Hạc" + rest)[0].startswith("~")


LABELS = [
    (
        'Huyện có 94 mô hình "Dân vận khéo": kinh tế (42), văn hóa - xã hội (31), quốc phòng - an ninh (21).',
        ["94 built", "42 built economy <0=", "31 built culture_society <0=", "21 built defence_security <0="],
    ),
    (
        'Huyện có 94 mô hình "Dân vận khéo"; riêng lĩnh vực văn hóa - xã hội có 51 mô hình, đứng sau là kinh tế (22).',
        ["94 built", "51 built culture_society <0", "22 built economy <0"],
    ),
    (
        'Huyện có 94 mô hình "Dân vận khéo", nhiều nhất là lĩnh vực kinh tế (42), kế đến là văn hóa - xã hội (31).',
        ["94 built", "42 built economy <0", "31 built culture_society <0"],
    ),
    (
        'Huyện xây dựng gần 200 mô hình "Dân vận khéo", nhiều hơn cả là các xã An Trạch 31, Bình Hạ 24; các xã vùng '
        "cao mỗi xã cũng có từ 5 đến 8 mô hình.",
        ["less_than 200 built", "31 built @An Trạch <0", "24 built @Bình Hạ <0", "5-8 built @-"],
    ),
    (
        'Huyện có 200 mô hình "Dân vận khéo"; dẫn đầu là xã An Trạch với 31 mô hình, ít nhất là Cẩm Lộc (3 mô hình).',
        ["200 built", "31 built @An Trạch <0", "3 built @Cẩm Lộc <0"],
    ),
    (
        'Các chi bộ đăng ký 80 mô hình "Dân vận khéo", 64 tập thể và 16 cá nhân.',
        ["80 registered", "64 registered collective <0=", "16 registered individual <0="],
    ),
    ('Huyện có 28 mô hình "Dân vận khéo", 11 ở ấp Đông, 17 ở ấp Tây.', ["28 built", "11 built <0=", "17 built <0="]),
    ('Huyện có 28 mô hình "Dân vận khéo"; 11 mới, 17 cũ.', ["28 built", "11 built <0=", "17 built <0="]),
    ('Huyện có 28 mô hình "Dân vận khéo", 11 ở ấp Đông, 16 ở ấp Tây.', ["28 built", "11 built", "16 built"]),
    (
        'Huyện có 60 mô hình "Dân vận khéo". Trong đó: tập thể: 40; cá nhân: 20.',
        ["60 built", "40 built collective <0=", "20 built individual <0="],
    ),
    # they do not add up to it: others are honoured
    (
        'Các chi bộ đăng ký 80 mô hình "Dân vận khéo"; khen thưởng 12 tập thể và 16 cá nhân.',
        ["80 registered", "12 tập thể commended collective", "16 cá nhân commended individual"],
    ),
    (
        'Huyện có 50 mô hình "Dân vận khéo", trong đó khối dân vận 20, lực lượng vũ trang 30.',
        ["50 built", "20 built <0=", "30 built <0="],
    ),
    (
        'Huyện có 431 mô hình "Dân vận khéo"; riêng lĩnh vực văn hóa có 168 mô hình. Huyện công nhận 33 mô hình.',
        ["431 built", "168 built culture_society <0", "33 recognised district <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_numbers_with_labels(text: str, expected: list[str]) -> None:
    assert told(text) == expected


NO_NOUN = {
    # a number that no noun follows goes on counting what its sentence counts, whatever the verb
    "Các xã gửi về 90 mô hình, hội đồng giữ lại 34.": "90 34<0",
    "Các xã nộp 90 mô hình, Ban tổ chức chọn ra 34, loại 56.": "90 34<0 56<0",
    "Hội thi nhận 90 mô hình, giám khảo chấm lấy 34 vào vòng sau.": "90 34<0",
    "Các chi bộ đăng ký 90 mô hình, sau một năm 34 phát huy hiệu quả.": "90 34<0",
    "Các chi bộ đăng ký 90 mô hình, cuối năm 34 hoạt động hiệu quả.": "90 34<0",
    "Huyện có 90 mô hình; 34 mô hình kinh tế, 40 mô hình văn hóa, 16 còn lại thuộc lĩnh vực khác.": "90 34<0 40<0 16<0",
    "Năm 2022 có 90 mô hình được công nhận, năm 2021 chỉ 34.": "90 34",
    "Năm 2020 có 30 mô hình được công nhận, năm 2021: 34, năm 2022: 40.": "30 34 40",
    "Các chi bộ đăng ký 90 mô hình; qua thẩm định có 71/90 đạt.": "90 71/90<0",
    "Các chi bộ đăng ký 90 mô hình. Đến cuối năm, 71/90 hoàn thành.": "90 71/90<0",
    "Chấm 90 mô hình hồi tháng 6, 61 xếp loại tốt.": "90 61<0",
    "Năm nay có 90 mô hình, hơn năm trước 8.": "90 8+",
    "Năm nay có 90 mô hình, ít hơn cùng kỳ 8.": "90 8-",
    "Nay huyện có 90 mô hình, ít hơn lúc chưa sắp xếp 8 vì trùng tên.": "90 8-",
    # in the clause that a total opens
    "Năm 2022, trong 90 mô hình đăng ký mới có 34 thuộc lĩnh vực kinh tế.": "90 34<0",
    # a subject, and a list that what it is divided by opens
    "Huyện có nhiều mô hình; còn mô hình gửi lên tỉnh thì 90, chia lĩnh vực ra: kinh tế 34, văn hóa 56.": (
        "90 34<0 56<0"
    ),
    # the stage after the paragraph of its total
    "Toàn huyện có 90 mô hình, tăng 8.\nHuyện xét, công nhận 34 (20 tập thể, 14 cá nhân), tỉnh 9.": (
        "90 8+ 34<0 20<2 14<2 9<0"
    ),
    # who does them is no model
    "Huyện có 90 mô hình, với 34 tập thể, 56 cá nhân thực hiện.": "90 34tập thể 56cá nhân",
    "Huyện có 90 mô hình, với 34 tập thể, 56 cá nhân.": "90 34<0 56<0",
    # numbers that a word claims
    "Ban Chỉ đạo 35 có 90 mô hình - Ảnh 1.": "90",
    "Huyện có 90 mô hình (1), phải đi 4, 5 lần.": "90",
}


@pytest.mark.parametrize(("text", "expected"), NO_NOUN.items())
def test_numbers_that_no_noun_follows(text: str, expected: str) -> None:
    words = []
    for figure in read('Phong trào "Dân vận khéo" ở huyện Phú Hạc\n\n' + text, "huyện Phú Hạc, tỉnh Lam Giang").figures:
        whole = f"/{figure.of:g}" if figure.of is not None else ""
        change = {"up": "+", "down": "-"}[figure.change.direction] if figure.change else ""
        total = f"<{figure.part_of}" if figure.part_of is not None else ""
        words.append(f"{figure.value:g}{whole}{figure.measure.removeprefix('mô hình')}{change}{total}")
    assert " ".join(words) == expected


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


def test_notes_at_the_foot() -> None:
    note = "\n\nCác xã tiếp tục làm.\n\n%s 109 mô hình tập thể, 59 mô hình cá nhân.\n%s Đảng viên 12 đồng chí."
    for first, second in (("[3]", "[4]"), ("(1)", "(2)"), ("(*)", "(**)")):
        said = told(f'Toàn huyện có 168 mô hình "Dân vận khéo"{first}, chiếm phần lớn.' + note % (first, second))
        assert said[:3] == ["168 built", "109 built collective <0=", "59 built individual <0="]
    # a mark that no count bears is the number of an item
    said = told('Toàn huyện có 168 mô hình "Dân vận khéo", chiếm phần lớn.' + note % ("(1)", "(2)"))
    assert said[1] == "109 built collective"


NOT_COUNTED = [
    # how wide a road is, or was made, and how long the given land is
    ("Bà con hiến 294 m2 đất (dài trên 100 m, rộng hơn 2,5 m) làm đường.", ["~ 294 đất"]),
    ("Tuyến đường dài 740 m, rộng 3 m vừa xong.", ["~ 740 tuyến đường"]),
    ("Đường được mở rộng từ 2 m lên 4 m, bề rộng mặt đường 3,5 m.", []),
    ("Xã làm 12 km đường, mở rộng 3 km.", ["~ 12 đường", "~ 3 đường"]),
    ("Tuyến đường dài 740 m, rộng 3 m, dày 18cm, nền cao 2 tấc.", ["~ 740 tuyến đường"]),
    ("Cây cầu dài 16 mét ngang 2,5 mét vừa xong.", ["~ 16 cây cầu"]),
    # persons just named
    ("Ông Ba và bà Tư nhận nhà mới. Cả hai người đều neo đơn, cả 2 gia đình đều nghèo.", []),
    ("Cả 3 xã đều dự, cùng 2 gia đình chính sách.", ["~ 3 xã", "~ 2 gia đình chính sách"]),
    # regions, and the police
    ("Ngày hội có ẩm thực 3 miền và 12 gian hàng.", ["~ 12 gian hàng"]),
    (
        "Công an tỉnh bố trí 45 Trưởng Công an xã, 69 Phó Trưởng Công an xã, 125 Công an viên.",
        ["~ 45 trưởng công an xã", "~ 69 phó trưởng công an xã", "~ 125 công an viên"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOT_COUNTED)
def test_sizes_and_persons_that_are_not_counted(text: str, expected: list[str]) -> None:
    assert [f"~ {f.value:g} {f.measure}" for f in read(text).figures] == expected


OTHER = [
    ("Huyện trao 120 suất quà, 15 xe đạp.", ["~ 120 phần quà", "~ 15 xe đạp"]),
    ("Nhân dân hiến 2.500m2 đất, 1.800 ngày công.", ["~ 2500 đất", "~ 1800 ngày công"]),
    ("Xã có 1.560 hộ/6.200 khẩu.", ["~ 1560 hộ", "~ 6200 nhân khẩu"]),
    ("Hội sơ kết 10 năm; ông Nam 62 tuổi đã ba lần được khen.", []),
    ("Có 14/17 xã, thị trấn hoàn thành.", ["~ 14/17 xã, thị trấn"]),
    ('Dự hội nghị có 45 điển hình "Dân vận khéo" của huyện.', ["~ 45 điển hình"]),
    ('Có 80 điển hình "Dân vận khéo" tiêu biểu về dự hội nghị.', ["~ 80 điển hình"]),
    ("Con đường 2,3km vào bản đã xong.", ["~ 2.3 con đường"]),
    ("Bà con mở tuyến đường liên xóm rộng rãi dài 5,2 km.", ["~ 5.2 tuyến đường"]),
    ("Huyện đổ bê tông 27 tuyến, tổng chiều dài 6.480m.", ["~ 27 tuyến", "~ 6480 tuyến"]),
    ("Đoạn đường 750m mùa mưa lầy lội.", ["~ 750 đoạn đường"]),
    ("Vườn cam 1,2ha của ông sai quả; 46 hộ tham gia với 28 ha.", ["~ 1.2 vườn", "~ 46 hộ", "~ 28 đất"]),
    ("Ông hiến thêm 320m để mở đường.", ["~ 320 đất"]),
    ("Lúc đầu có 5 con nái, nay trang trại có 60 con.", ["~ 5 nái", "~ 60 nái"]),
    ("Bà nuôi gà đồi, mỗi lứa 900 con.", ["~ 900 gà đồi @-"]),
    ("Bể thả 60 kg lươn giống, sau tám tháng bán 310 kg.", ["~ 60 lươn giống", "~ 310 lươn giống"]),
    ("Trong đó đảng viên là người Khmer 612 đồng chí.", ["~ 612 đảng viên"]),
    ("Ban Chỉ đạo có 15 đồng chí.", ["~ 15 đồng chí"]),
    (
        "Làm được 214 nhà văn hóa xóm (xây mới 89, sửa chữa 125).",
        ["~ 214 nhà văn hóa", "~ 89 nhà văn hóa", "~ 125 nhà văn hóa"],
    ),
    ("Có 12 xã tham gia (An Trạch 3, Bình Hạ 5).", ["~ 12 xã"]),
    ("Sửa 27 tuyến đường (đạt 95, kế hoạch 30).", ["~ 27 tuyến đường"]),
    ("Xã phấn đấu 21/21 thôn, làng có nhà văn hóa (hiện mới 17/21).", ["~ 21/21 thôn, làng", "~ 17/21 thôn, làng"]),
    ("Nghiệp đoàn hồi ấy có 61 đoàn viên, giờ là 517.", ["~ 61 đoàn viên", "~ 517 đoàn viên"]),
    ("Số hộ nghèo giảm từ 120 xuống 35 hộ.", ["~ 120 hộ", "~ 35 hộ"]),
    ('Hội xây 46 "Mái ấm tình thương", tặng 3 "Tủ sách xóm".', ["~ 46 nhà", "~ 3 tủ sách"]),
    (
        "Chị kể “Hồi mở lộ, tui xuống 11 nhà chưa chịu, nói chuyện con đi học trước, chuyện bán tôm trước, còn chuyện "
        "đất thì tui nói sau”.",
        ["~ 11 nhà"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHER)
def test_other_counts(text: str, expected: list[str]) -> None:
    assert told(text) == expected


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


NOUNS = [
    # a verb that is half of a compound does not end the noun; one that stands alone does
    ("Các ấp được cấp 12 bộ loa kéo để báo tin.", ["12 bộ loa kéo"]),
    ("Huyện đoàn góp 4 máy kéo và 60 tấm lợp.", ["4 máy kéo", "60 tấm lợp"]),
    ("Hội tặng 6 chiếc điện thoại thông minh cho học sinh.", ["6 chiếc điện thoại thông minh"]),
    ("Công an xã có 18 máy bộ đàm trang bị cho dân quân.", ["18 máy bộ đàm"]),
    ("Xã lắp 25 đầu thu, 9 cụm loa phát thanh.", ["25 đầu thu", "9 cụm loa phát thanh"]),
    ("Bà con đổ 90 m3 đá cấp phối, làm 5 km đường bê-tông.", ["90 m3 đá cấp phối", "5 km đường bê-tông"]),
    ("Trạm cho mượn 20 con bò cái sinh sản, 4 con bò giống ban đầu.", ["20 con bò cái sinh sản", "4 con bò giống"]),
    ("Có 21 ha lúa kém hiệu quả, 3 ha ruộng vừa cải tạo.", ["21 ha lúa", "3 ha ruộng"]),
    # who takes part, in short; once more and again
    ("Có 68 CCB, 1.200 ĐVTN và 35 CBCS ra quân.", ["68 CCB", "1200 ĐVTN", "35 CBCS"]),
    ("Giải ngân cho 905 lượt phụ nữ, 40 lượt CCB vay.", ["905 lượt phụ nữ", "40 lượt CCB"]),
    ("Xã tiếp 36 lượt, mở 40 lượt tuyến xe.", ["36 lượt", "40 lượt"]),
    # what has a verb behind it
    ("Có 10/10 tổ chức phần lễ, trong đó 8/10 tổ dân phố tổ chức cả phần hội.", ["10 tổ dân phố", "8 tổ dân phố <0"]),
    ("Huyện có 7 tổ chức đảng, 6 tổ chức hội.", ["7 tổ chức", "6 tổ chức"]),
]


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_where_the_noun_ends(text: str, expected: list[str]) -> None:
    figures = read(text).figures
    assert [f"{f.value:g} {f.unit}{'' if f.part_of is None else f' <{f.part_of}'}" for f in figures] == expected


MEASURED = [
    ("Bà con góp đá làm đường 1.500 m3, cát 1.700 m3.", ["đá làm đường", "cát"]),
    ("Các tổ thu gom rác thải nhựa được 350 kg.", ["rác thải nhựa"]),
    ("Đội xe chở 40 m3 về ấp.", ["m3"]),
    ("Ngày hội hiến máu thu hút 250 người, kết quả tiếp nhận được 193 đơn vị.", ["người", "đơn vị máu"]),
    ("Ngày hội hiến máu do 12 đơn vị phối hợp.", ["đơn vị"]),
    ("Hội tiếp nhận thêm 12 đơn vị thành viên.", ["đơn vị"]),
]


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_what_is_measured(text: str, expected: list[str]) -> None:
    assert [figure.measure for figure in read(text).figures] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hằng năm, toàn xã có gần 300 hộ gia đình làm ăn giỏi.", None),
        ('Có 14 cá nhân tham gia "Dân vận khéo".', None),
        ("Hội nghị biểu dương 9 hộ gia đình.", "commended"),
        ("Xã xây dựng 12 công trình.", "built"),
    ],
)
def test_persons_are_honoured_and_not_built(text: str, status: str | None) -> None:
    assert [figure.status for figure in read(text).figures] == [status]


PERSONS = [
    ("Đại hội bầu 21 đồng chí, trong đó có 7 nữ.", ["21", "7 <0"]),
    ("Hội quán có 46 thành viên, trong đó có 20 nữ, 26 nam.", ["46", "20 <0=", "26 <0="]),
    ("Đợt này có 214 người đăng ký, trong đó 180 cán bộ và 34 đoàn viên.", ["214", "180 <0=", "34 <0="]),
    ("Đại hội có 120 đại biểu (85 nam, 35 nữ).", ["120", "85 <0=", "35 <0="]),
    ("Hội có 1.200 hội viên ở 12 chi hội, trong đó có 85 đảng viên.", ["1200", "12", "85 <0"]),
    ("Xã có 1.024 hộ với 4.102 khẩu, trong đó 2.050 nữ.", ["1024", "4102", "2050 <1"]),
    # no persons of those
    ("Xã có 86 hộ, trong đó 40 cán bộ giúp làm nhà.", ["86", "40"]),
    ("Hội trao quà cho 50 người nghèo, hỗ trợ 12 học sinh.", ["50", "12"]),
    ("Lớp có 30 học viên, trong đó huy động 45 cán bộ phục vụ.", ["30", "45"]),
    ("Xã mời 900 lượt người dự, trong đó 20 cán bộ.", ["900", "20"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_some_of_the_persons_counted(text: str, expected: list[str]) -> None:
    told = []
    for figure in read(text).figures:
        part = "" if figure.part_of is None else f" <{figure.part_of}{'=' if figure.partition else ''}"
        told.append(f"{figure.value:g}{part}")
    assert told == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã ra mắt mô hình 4 quản, theo phương châm 3 bám.", []),
        ("Xã có mô hình 9 tổ đoàn kết, mô hình 2 ha cam.", ["9 tổ đoàn kết", "2 cam"]),
        ("Xã lập 4 mô hình 12 hộ.", ["4 mô hình", "12 hộ"]),
    ],
)
def test_a_number_that_opens_a_short_name(text: str, expected: list[str]) -> None:
    assert [f"{figure.value:g} {figure.measure}" for figure in read(text).figures] == expected


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("Đoàn Chủ tịch có 72 vị, trong đó tái cử 49 vị, mới 23 vị. Ban Thường trực sẽ gồm 6 vị.", [None, 0, 0, None]),
        ("Hội có 30 tổ. Gồm 18 tổ ở ấp 1, 12 tổ ở ấp 2.", [None, 0, 0]),
    ],
)  # fmt: skip
def test_a_list_with_a_subject_divides_nothing_before_it(text: str, totals: list[int | None]) -> None:
    assert [figure.part_of for figure in read(text).figures] == totals


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


FAR_FROM_THE_NOUN = [
    # the subject with a period of its own; most of all units; the total behind its parts
    (
        'Tổng số mô hình "Dân vận khéo" đăng ký 3 năm là 314, hoàn thành 293.',
        ["314 registered", "293 built <0"],
    ),
    ('Số mô hình "Dân vận khéo" qua 5 năm (2016 - 2020) là 142.', ["142 2016-01-01..2020-12-31 cum"]),
    ('Số mô hình "Dân vận khéo" được công nhận dừng lại ở 62.', ["62 recognised"]),
    ('Xã An Trạch có nhiều mô hình, điển hình "Dân vận khéo" nhất huyện (25).', ["25 built @An Trạch"]),
    (
        'Xã nào cũng có mô hình "Dân vận khéo", nhiều nhất là xã An Trạch: 12.',
        ["12 built @An Trạch"],
    ),
    (
        'Năm 2022, khối đảng 4, khối chính quyền 12, khối Mặt trận 20, tổng cộng 36 mô hình "Dân vận khéo".',
        [
            "4 2022-01-01..2022-12-31 <3=",
            "12 2022-01-01..2022-12-31 <3=",
            "20 2022-01-01..2022-12-31 <3=",
            "36 2022-01-01..2022-12-31",
        ],
    ),
    (
        'Năm 2022, đăng ký "Dân vận khéo" có: khối Mặt trận 21; trường học 49; lực lượng vũ trang 3. Cộng chung cả ba '
        "khối, 73 mô hình.",
        [
            "21 2022-01-01..2022-12-31 <3=",
            "49 2022-01-01..2022-12-31 <3=",
            "3 2022-01-01..2022-12-31 <3=",
            "73 2022-01-01..2022-12-31",
        ],
    ),
    (
        'Cơ quan Huyện đoàn có 11 mô hình "Dân vận khéo", 26 cơ sở đoàn có 76.',
        ["11 built", "~ 26 cơ sở", "76 built"],
    ),
    (
        'Số mô hình, điển hình "Dân vận khéo" mà cơ sở đăng ký, Ban Chỉ đạo huyện đưa vào theo dõi là 84; huyện giữ '
        "61, đưa ra khỏi danh sách 23.",
        ["84 registered", "61 registered <0=", "23 <0="],
    ),
    # no noun at all, but the movement
    (
        'Thực hiện phong trào "Dân vận khéo", năm 2022 các xã đăng ký 48, công nhận 41.',
        ["48 registered 2022-01-01..2022-12-31", "41 recognised 2022-01-01..2022-12-31 <0"],
    ),
    # the parts add up to a number without a noun; what is left says that the total is divided
    (
        'Năm 2022, đăng ký 134 mô hình "Dân vận khéo", công nhận 102. Trong đó, kinh tế: 31; văn hóa: 50; an ninh: 21.',
        [
            "134 registered 2022-01-01..2022-12-31",
            "102 recognised 2022-01-01..2022-12-31 <0",
            "31 recognised 2022-01-01..2022-12-31 economy <1=",
            "50 recognised 2022-01-01..2022-12-31 culture_society <1=",
            "21 recognised 2022-01-01..2022-12-31 defence_security <1=",
        ],
    ),
    (
        'Huyện có 236 mô hình "Dân vận khéo"; cấp tỉnh 9, cấp huyện 118, còn lại là mô hình của cơ sở.',
        ["236 built", "9 built province <0", "118 built district <0"],
    ),
    # units with a number each are none of the others
    (
        'Huyện công nhận 102 mô hình "Dân vận khéo". Nơi có nhiều mô hình nhất là An Trạch (9), Bình Hạ (8).',
        ["102 recognised district", "9 recognised district @An Trạch <0", "8 recognised district @Bình Hạ <0"],
    ),
    # a need is no label of a number, the day on which a body was founded founds no models
    (
        'Có 156 mô hình "Dân vận khéo" đăng ký, đạt yêu cầu 140, không đạt yêu cầu 16.',
        ["156 registered", "140 registered <0=", "16 <0="],
    ),
    (
        'Nhân 93 năm Ngày thành lập Hội, 30 điển hình "Dân vận khéo" được tôn vinh.',
        ["30 điển hình commended"],
    ),
    # other things are not taken for models
    ('Phong trào "Dân vận khéo" được 12 xã đăng ký 100%.', ["~ 12 xã", "~ 100% tỷ lệ"]),
    ('Hưởng ứng "Dân vận khéo", khối đảng góp 4, khối chính quyền 12, tổng cộng 16 triệu đồng.', []),
    ('Toàn huyện hiến đất, khối đảng 4, khối chính quyền 12. Tổng cộng 17 mô hình "Dân vận khéo".', ["17"]),
]


@pytest.mark.parametrize(("text", "expected"), FAR_FROM_THE_NOUN)
def test_counts_far_from_their_noun(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "ha diện tích" measures what stands behind it, or is the area itself
        ("Nông dân chuyển đổi 62,5ha diện tích đất trồng lúa.", [("62.5", "đất")]),
        ("Xã có 40 ha diện tích cà phê, 12 ha diện tích.", [("40", "cà phê"), ("12", "diện tích")]),
        ("Có 30 ha diện tích được tưới.", [("30", "diện tích")]),
        ("Trồng 5 ha măng tây.", [("5", "măng tây")]),
        # what is free of charge is neither a sum nor a count
        ("Xã mở 3 gian hàng 0 đồng cho 50 hộ.", [("3", "gian hàng"), ("50", "hộ")]),
        ("Chuyến xe 0đ chở 20 học sinh, chợ 0 đồng có 12 đồng chí.", [("20", "học sinh"), ("12", "đồng chí")]),
        # a sum in the short form with a blank in it
        ("Vườn tiêu thu 500 - 700 tr đ/năm, lãi 20 tr đ; 12 tr. phụ lục.", [("12", "tr")]),
    ],
)
def test_areas_and_what_costs_nothing(text: str, expected: list[tuple[str, str]]) -> None:
    record = extract(text, published="2023-07-20")
    assert [(f"{f.value:g}", f.measure) for f in record.figures] == expected
