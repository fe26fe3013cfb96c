"""Dates: every rule proves itself; then sentences with "[text|days|role]" around each date that must be found."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from danvan.api import extract
from danvan.find.dates import prove_date, proves_never, scan
from danvan.find.stretches import Source
from danvan.link.anchors import (
    months_before,
    nearest_year,
    year_of_coming_day,
    year_of_past_day,
    years_before,
)
from danvan.ruleset import Rule, RuleSet, load_rules
from danvan.text.view import fold_lower, fold_view

RULES = load_rules()
MARK = re.compile(r"\[([^|\]]+)\|([^|\]]+)\|([^\]]+)\]")


@pytest.mark.parametrize("rule", RULES.of("dates"), ids=lambda rule: rule.id)
def test_rule_proves_itself(rule: Rule) -> None:
    assert rule.source, "a rule says where its form was seen"
    assert [said for example in rule.examples if (said := prove_date(rule, example, RULES))] == []
    assert [said for text in rule.never if (said := proves_never(rule, text, RULES))] == []


def dates_of(text: str, anchor: str | None, rules: RuleSet = RULES) -> list[tuple[str, str, str]]:
    """What is found: (characters, days, role); days as "2021-03-05" or "2021-03-05..2021-03-07"."""
    day = None if anchor is None else dt.date.fromisoformat(anchor)
    found, _ = scan(Source(fold_lower(fold_view(text)), rules, day))
    return [
        (
            text[f.start : f.end],
            f"{f.days.first}" if f.days.first == f.days.last else f"{f.days.first}..{f.days.last}",
            f.role,
        )
        for f in found
    ]


def expand(days: str) -> str:
    """Whole units in short: "2021" is the year, "2021-05" the month."""
    if re.fullmatch(r"\d{4}", days):
        return f"{days}-01-01..{days}-12-31"
    if re.fullmatch(r"\d{4}-\d{2}", days):
        year, month = map(int, days.split("-"))
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return f"{days}-01..{last}"
    return days


CASES = Path(__file__).with_name("cases") / "dates.txt"
SENTENCES = [
    tuple(line.split("\t")) for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.parametrize(("anchor", "marked"), SENTENCES, ids=[s for _, s in SENTENCES])
def test_sentence(anchor: str, marked: str) -> None:
    expected = [(m[1], expand(m[2]), m[3]) for m in MARK.finditer(marked)]
    assert dates_of(MARK.sub(r"\1", marked), None if anchor == "-" else anchor) == expected


NO_DATES = [
    "Đến nay, 14/14 xã, thị trấn có mô hình; 15/17 thôn đạt chuẩn",
    "ông là thương binh 4/4, phục vụ 24/7",
    "Nghị quyết số 43/NQ-CP và Nghị quyết 36/2021/NQ-HĐND",
    "điện thoại 0909.12.2019, đường dây nóng 0292.3.820.536",
    "Mô hình 5 không, 3 sạch ở khu 5; chương trình 1719",
    "nhà ở đường 30/4, phường 2; họp tại Quảng trường 2/9; Sư đoàn 3-2",
    "ngày 18/11 hằng năm là Ngày hội đại đoàn kết",
    "nhân dịp kỷ niệm Ngày Thương binh - Liệt sĩ 27/7, xã tặng quà",
    "chào mừng Ngày truyền thống Mặt trận Tổ quốc Việt Nam (18-11), các ấp thi đua",
    "sinh năm 1957, ngụ ấp Tấn Lợi; bà Pín (SN 1985)",
    "mỗi tháng 2 lần, hằng quý, 3 tháng một lần, tuổi 40",
    "học tập Chỉ thị 05, Nghị quyết 25, Kết luận 120",
    "tỷ lệ 2/3 hộ dân; thắng 3-1; khoảng 2.000 - 2.050 hộ",
    "đón Tết Nguyên đán cùng bà con, Tết Trung thu",
    "Trong năm qua, những năm qua, nhiều năm liền xã đạt giải",
    "sau hơn 2 tháng thi công, 5 năm liền, mười năm một lần",
    "ngày 30/2/2022 và ngày 31-6",
    "giá 15.10 đồng, dài 5,10 km, rộng 3-5 m",
    "năm 5 mô hình, trong năm, 5 xã",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_nothing_looks_like_a_date(text: str) -> None:
    assert dates_of(text, "2022-12-20") == []


def test_an_impossible_day_is_refused_with_a_reason() -> None:
    found, refused = scan(Source("ngày 30/2/2022", RULES, None))
    assert found == []
    assert [r.reason for r in refused] == ["no such day in the calendar"]


def test_without_any_full_date_a_day_without_year_is_left_out() -> None:
    found, refused = scan(Source("ngày 5/3, xã họp; sáng 7/3, huyện họp", RULES, None))
    assert found == []
    assert len(refused) == 2


def test_papers_lend_their_year_only_where_nothing_else_does() -> None:
    text = "chỉ thị số 16-ct/ttg ngày 16/5/2016 của thủ tướng. ngày 20/3/2019 họp. ngày 22/3 tổng kết"
    found, _ = scan(Source(text, RULES, None))
    assert [str(f.days.first) for f in found] == ["2016-05-16", "2019-03-20", "2019-03-22"]


@pytest.mark.parametrize(
    ("month", "day", "anchor", "year"),
    [
        (12, 28, "2023-01-05", 2022),
        (1, 8, "2023-01-05", 2023),
        (1, 9, "2023-01-05", 2022),
        (2, 29, "2023-05-01", 2020),
        (2, 30, "2023-05-01", None),
    ],
)
def test_year_of_past_day(month: int, day: int, anchor: str, year: int | None) -> None:
    assert year_of_past_day(month, day, dt.date.fromisoformat(anchor)) == year


@pytest.mark.parametrize(
    ("month", "day", "anchor", "year"),
    [
        (9, 30, "2016-08-18", 2016),
        (3, 1, "2016-08-18", 2017),
        (12, 15, "2022-12-20", 2022),
        (1, 15, "2022-12-20", 2023),
    ],
)
def test_year_of_coming_day(month: int, day: int, anchor: str, year: int) -> None:
    assert year_of_coming_day(month, day, dt.date.fromisoformat(anchor)) == year


def test_parts_of_a_year_lie_nearest_to_the_anchor() -> None:
    assert nearest_year((7, 1), (12, 31), dt.date(2023, 1, 10)) == 2022
    assert nearest_year((1, 1), (6, 30), dt.date(2023, 7, 10)) == 2023


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Năm 2025, huyện đăng ký nhiều mô hình. 6 tháng đầu năm, các xã làm tốt.", "2025-01-01"),
        ("Cuối quý I, ba xã đã đăng ký.", "2025-01-01"),
        ("6 tháng đầu năm sẽ hoàn thành việc đăng ký.", "2026-01-01"),
        ("Phương hướng 6 tháng đầu năm: mỗi xã làm một việc.", "2026-01-01"),
        ("Phương hướng năm 2026\n\nMỗi xã làm một việc. 6 tháng đầu năm hoàn thành việc đăng ký.", "2026-01-01"),
    ],
)
def test_the_first_half_of_a_year_told_at_its_end(text: str, day: str) -> None:
    assert dates_of(text, "2025-12-20")[-1][1].startswith(day)


def test_counting_back_keeps_to_the_calendar() -> None:
    assert years_before(dt.date(2024, 2, 29), 1) == dt.date(2023, 2, 28)
    assert months_before(dt.date(2023, 3, 31), 1) == dt.date(2023, 2, 28)
    assert months_before(dt.date(2023, 1, 15), 13) == dt.date(2021, 12, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng 4/8, huyện họp. Sáu tháng đầu năm 2021, các xã trồng 300 cây.", "2021-08-04"),
        ("Sáng 29/12, huyện tổng kết năm 2021 và bàn nhiệm vụ năm 2022.", "2021-12-29"),
        ("Sáng 11/1, huyện tổng kết năm 2021 và bàn nhiệm vụ năm 2022.", "2022-01-11"),
        ("Sáng 20/10, hội họp mặt kỷ niệm ngày truyền thống (14/10/1930 - 14/10/2021).", "2021-10-20"),
        ("Sáng 20/10, hội họp mặt. Đây là mô hình thứ tư trong năm 2021; năm 2022 phấn đấu thêm hai.", "2021-10-20"),
        ("Sáng 20/10, hội họp mặt.", None),
        # a feast or a stock tells its year, the year compared with does not
        ("Sáng 13/02, xã trao quà nhân dịp Tết Nguyên đán Bính Ngọ năm 2026.", "2026-02-13"),
        ("Ngày 24-5, hội họp giữa nhiệm kỳ 2016-2021. Tính đến đầu năm 2019 có 81 hộ vay.", "2019-05-24"),
        ("Sáng 7/5, xã họp. So với năm 2015, số hộ nghèo giảm.", None),
        # a term of office tells the year of the congress alone
        ("Sáng 19-5, huyện khai mạc Đại hội đại biểu lần thứ VII, nhiệm kỳ 2017-2022.", "2017-05-19"),
        ("Sáng 7/5, ủy viên nhiệm kỳ 2019-2024 họp.", None),
    ],
)
def test_year_of_an_event_without_publication(text: str, day: str | None) -> None:
    found, _ = scan(Source(fold_lower(fold_view(text)), RULES, None))
    days = [f.days.first.isoformat() for f in found if f.days.inferred and f.role == "event"]
    assert days == ([] if day is None else [day])


@pytest.mark.parametrize(
    "text",
    [
        "Xã bàn nhiệm vụ 6 tháng cuối năm 2020. Ngày 16-7, hội họp. Trong 6 tháng đầu năm, hội kết nạp 16 người.",
        "Xã bàn nhiệm vụ 6 tháng cuối năm 2020. Quý I, hội kết nạp 16 người.",
        "Xã tổng kết năm 2020. Hồi tháng 2, hội kết nạp 16 người.",
    ],
)
def test_no_month_lies_behind_the_newest_year_told(text: str) -> None:
    assert {d.end[:4] for d in extract(text).dates} == {"2020"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tổng kết giai đoạn 2020 - 2025, sáng 28-10 Huyện ủy họp", ["2020-01-01", "2025-10-28"]),
        ("Tổng kết giai đoạn 2016 - 2020, sáng 12/01, xã họp", ["2016-01-01", "2021-01-12"]),
        ("Năm 2012 xã tổng kết giai đoạn 2013 - 2020. Sáng 12/5, xã họp", ["2012-01-01", "2013-01-01", "2012-05-12"]),
    ],
)
def test_a_term_tells_the_year_where_nothing_else_does(text: str, days: list[str]) -> None:
    assert [d.start for d in extract(text).dates] == days
