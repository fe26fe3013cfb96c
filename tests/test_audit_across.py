"""The audit over several articles, from their texts: what disagrees is found, what may well be right is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from danvan.audit.check import load_checks
from danvan.audit.run import Compared, Finding, compare_all
from danvan.batch import Batch
from danvan.ruleset import load_rules
from danvan.store.database import open_for_writing

NOON = datetime(2024, 5, 6, 12, 0)
CHECKS = load_checks()

TOTAL = (
    "Huyện Thạch Hà, tỉnh Hà Tĩnh: Tổng kết phong trào thi đua “Dân vận khéo” năm {year}\n{day}\n"
    "Ngày {day}, Ban Dân vận Huyện ủy Thạch Hà (Hà Tĩnh) tổ chức hội nghị tổng kết. {words}\n"
)
BUILT = "Năm 2022, toàn huyện đã xây dựng {n} mô hình “Dân vận khéo”."


def page(day: str, words: str, year: int = 2022) -> str:
    return TOTAL.format(day=day, words=words, year=year)


def audited(tmp_path: Path, texts: Sequence[str], check: str) -> Compared:
    """What one check says over articles that are read in this order, one run each."""
    db = tmp_path / "facts.duckdb"
    for number, text in enumerate(texts):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        Batch(paths=[str(folder)], db=db, rules=load_rules()).run(clock=lambda: NOON)
    return compared(db, check)


def compared(db: Path, check: str) -> Compared:
    con = open_for_writing(db)
    try:
        (said,) = compare_all(con, [CHECKS[check]])
    finally:
        con.close()
    return said


def numbers(finding: Finding) -> set[str | None]:
    return {finding.stated, finding.computed}


def test_two_reports_of_one_year(tmp_path: Path) -> None:
    texts = [page("05/01/2023", BUILT.format(n=138)), page("12/02/2023", BUILT.format(n=183))]
    said = audited(tmp_path, texts, "conflict")
    (finding,) = said.findings
    assert numbers(finding) == {"138", "183"}
    assert finding.severity == "warning"
    assert [s.text[:3] for s in finding.spans] == ["183", "138"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (page("05/01/2023", BUILT.format(n=138)), page("12/02/2023", BUILT.format(n=138))),
        (page("05/01/2023", BUILT.format(n=138)), page("12/02/2023", BUILT.format(n="gần 140"))),
        (page("05/06/2022", BUILT.format(n=100)), page("20/12/2022", BUILT.format(n=138))),
        (
            page("05/01/2023", BUILT.format(n=138)),
            page("12/02/2023", "Năm 2022, toàn huyện đăng ký xây dựng 150 mô hình “Dân vận khéo”."),
        ),
        (
            page("05/01/2023", BUILT.format(n=138)),
            page("12/02/2023", "Năm 2021, toàn huyện đã xây dựng 121 mô hình “Dân vận khéo”."),
        ),
        (
            page("05/01/2023", BUILT.format(n=138)),
            page("12/02/2023", "Năm 2022, Hội Nông dân huyện xây dựng được 15 mô hình “Dân vận khéo”."),
        ),
        (
            page("05/01/2023", BUILT.format(n=138)),
            page("12/02/2023", "Đến nay, toàn huyện có 476 mô hình “Dân vận khéo”."),
        ),
    ],
    ids=["same", "bound", "later", "status", "year", "body", "stock"],
)
def test_reports_that_may_both_be_right(tmp_path: Path, first: str, second: str) -> None:
    assert audited(tmp_path, [first, second], "conflict").findings == ()


def test_a_commune_above_its_district(tmp_path: Path) -> None:
    words = " Năm 2022, xã Thạch Lạc xây dựng 45 mô hình “Dân vận khéo”; xã Thạch Sơn xây dựng 12 mô hình."
    said = audited(tmp_path, [page("05/01/2023", BUILT.format(n=40) + words)], "commune-district")
    assert [(f.stated, f.computed) for f in said.findings] == [("45", "40")]
    assert sum(c.comparisons for c in said.coverage if c.outcome == "agrees") == 1


COPIED = (
    "Qua hai năm, nhân dân trong huyện đã hiến 12.345 m2 đất và đóng góp 4.321 ngày công làm đường nông thôn. "
    "Ủy ban Mặt trận Tổ quốc huyện đã trao 275 suất quà cho hộ nghèo, tổng trị giá 82,5 triệu đồng trong dịp Tết. "
    "Các chi bộ đã vận động lắp 118 bóng đèn thắp sáng đường quê và trồng 3.400 m hàng rào xanh quanh các thôn xóm."
)


DISTRICT_GIFTS = (
    "Thạch Hà: Mặt trận chăm lo Tết cho người nghèo\n22/01/2020\n"
    "Trước thềm Xuân Canh Tý 2020, huyện Thạch Hà (Hà Tĩnh) vận động nhiều nguồn lực để mọi nhà đều có Tết.\n"
    "Tính đến ngày 21/1/2020, toàn huyện trao 1.280 suất quà Tết cho hộ nghèo, tổng trị giá 640 triệu đồng.\n"
)


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("Xã Thạch Sơn trao 1.820 suất quà Tết cho hộ nghèo.", ["differs"]),
        ("Xã Thạch Sơn trao 182 suất quà Tết cho hộ nghèo.", ["agrees"]),
        ("Nhiều năm qua, xã Thạch Sơn trao 1.820 suất quà Tết cho hộ nghèo.", []),
        ("Xã Thạch Sơn trao 1.820 suất quà Tết cho học sinh.", []),
    ],
    ids=["more", "less", "over years", "for others"],
)
def test_a_commune_told_right_behind_its_district(tmp_path: Path, words: str, outcomes: list[str]) -> None:
    said = audited(tmp_path, [DISTRICT_GIFTS + words + "\n"], "commune-district")
    assert [f.computed for f in said.findings] == ["1.280"] * outcomes.count("differs")
    assert [c.outcome for c in said.coverage] == outcomes


def test_one_body_under_two_leads(tmp_path: Path) -> None:
    said = audited(
        tmp_path,
        [
            page("05/01/2023", COPIED),
            "Tin nhanh từ huyện Thạch Hà (Hà Tĩnh)\n09/01/2023\nMột lời dẫn khác hẳn.\n" + COPIED,
        ],
        "copy",
    )
    (finding,) = said.findings
    assert finding.severity == "note"
    assert len(finding.articles) == 2


def test_results_carried_over_to_the_next_year(tmp_path: Path) -> None:
    words = (
        "Năm {y}, toàn huyện đã xây dựng {n} mô hình “Dân vận khéo”. Năm {y}, nhân dân đóng góp {m} ngày công. "
        "Năm {y}, toàn huyện hiến {k} m2 đất."
    )
    first = page("20/12/2022", words.format(y=2022, n=138, m="4.321", k="12.345"))
    again = page("21/12/2023", "Kết quả đáng mừng. " + words.format(y=2023, n=138, m="4.321", k="12.345"), 2023)
    other = page("22/12/2024", words.format(y=2024, n=141, m="4.402", k="11.980"), 2024)
    said = audited(tmp_path, [first, again, other], "recycled")
    (finding,) = said.findings
    assert finding.stated == "138, 4.321, 12.345"


def test_a_page_that_was_corrected(tmp_path: Path) -> None:
    db = tmp_path / "facts.duckdb"
    file = tmp_path / "page.txt"
    for n in (183, 138):
        file.write_text(page("05/01/2023", BUILT.format(n=n)), encoding="utf-8")
        Batch(paths=[str(file)], db=db, rules=load_rules()).run(clock=lambda: NOON)
    (finding,) = compared(db, "revised").findings
    assert (finding.stated, finding.computed) == ("138", "183")
    assert compared(db, "conflict").findings == ()


def test_the_same_page_read_again_is_no_revision(tmp_path: Path) -> None:
    text = page("05/01/2023", BUILT.format(n=138))
    assert audited(tmp_path, [text, text], "revised").findings == ()


@pytest.mark.parametrize(
    ("day", "words", "found"),
    [
        ("05/10/2018", "Lãnh đạo thành phố Thủ Đức cùng dự.", ["thành phố Thủ Đức"]),
        ("05/10/2022", "Lãnh đạo thành phố Thủ Đức cùng dự.", []),
        ("05/10/2019", "Đoàn của huyện Từ Liêm, thành phố Hà Nội cùng dự.", ["huyện Từ Liêm"]),
        ("05/10/2019", "Đoàn của huyện Từ Liêm (cũ), thành phố Hà Nội cùng dự.", []),
        # The district that is only named may still be spoken of; the one whose committee works on that day was no more.
        ("05/10/2025", "Đoàn của huyện Can Lộc cùng dự.", ["Huyện Thạch Hà"]),
        ("05/10/2018", "Mô hình của xã Cẩm Bình, huyện Can Lộc được biểu dương.", ["xã Cẩm Bình"]),
        ("05/10/2018", "Mô hình của xã Cẩm Bình, huyện Cẩm Xuyên được biểu dương.", []),
    ],
)
def test_units_and_days(tmp_path: Path, day: str, words: str, found: list[str]) -> None:
    said = audited(tmp_path, [page(day, words, int(day[-4:]))], "place")
    assert [f.spans[0].text for f in said.findings] == found


def test_two_secretaries_within_a_week(tmp_path: Path) -> None:
    first = page("05/05/2022", "Dự hội nghị có đồng chí Trần Văn Hùng, Bí thư Huyện ủy Thạch Hà.")
    other = page("11/05/2022", "Đồng chí Lê Thị Mai, Bí thư Huyện ủy Thạch Hà phát biểu chỉ đạo.")
    (finding,) = audited(tmp_path, [first, other], "posts").findings
    assert (finding.severity, numbers(finding)) == ("note", {"Trần Văn Hùng", "Lê Thị Mai"})


def test_deputies_and_predecessors(tmp_path: Path) -> None:
    words = (
        "Dự hội nghị có đồng chí Trần Văn Hùng, Bí thư Huyện ủy Thạch Hà; Lê Thị Mai, Phó Bí thư Huyện ủy; "
        "Phan Thị Hoa, nguyên Bí thư Huyện ủy; Võ Minh Đức, Bí thư Huyện ủy Can Lộc."
    )
    assert audited(tmp_path, [page("05/05/2022", words)], "posts").findings == ()


def told(day: str, words: str) -> str:
    return f"Chuyện ở cơ sở ngày {day}\n{day}\n\n{words}\n"


LAND = "Trong năm 2021 người dân toàn huyện Can Lộc (Hà Tĩnh) đã hiến 45.200 m2 đất làm đường."
FUND = "Năm 2020, Ủy ban MTTQ huyện Nghi Lộc (Nghệ An) vận động được 3 tỷ 250 triệu đồng cho Quỹ “Vì người nghèo”."
HOUSES = "Từ năm 2015 đến cuối năm 2017, huyện An Minh (Kiên Giang) bàn giao 486 căn nhà tình nghĩa."
RESULTS = "486 hộ đào hố rác, phát quang 73,5 km đường và trồng 12.650 cây xanh."


@pytest.mark.parametrize(
    ("check", "first", "second", "found"),
    [
        (
            "conflict",
            told("15/12/2021", LAND),
            told(
                "24/12/2021",
                "Lãnh đạo huyện Can Lộc (Hà Tĩnh) cho biết năm 2021, nhân "
                "dân trong huyện hiến 54.200 m2 đất làm đường.",
            ),
            {"54.200", "45.200"},
        ),
        (
            "conflict",
            told("15/12/2021", LAND),
            told("24/12/2021", "Năm 2021, người dân huyện Can Lộc (Hà Tĩnh) hiến 4.800 m2 đất xây trường mầm non."),
            set(),
        ),
        (
            "conflict",
            told("18/12/2020", FUND),
            told(
                "30/12/2020",
                "Trong năm 2020, Mặt trận Tổ quốc huyện Nghi Lộc (Nghệ An) "
                "đã vận động được 2 tỷ 350 triệu đồng cho Quỹ “Vì người nghèo”.",
            ),
            {"3.250.000.000", "2.350.000.000"},
        ),
        (
            "conflict",
            told("18/12/2020", FUND),
            told(
                "30/12/2020",
                "Năm 2020, Hội Chữ thập đỏ huyện Nghi Lộc (Nghệ An) vận động "
                "được 2 tỷ 350 triệu đồng cho Quỹ “Vì người nghèo”.",
            ),
            set(),
        ),
        (
            "part-year",
            told(
                "05/7/2019",
                "Sáu tháng đầu năm 2019, huyện Tân Phú (Đồng Nai) mở 64 lớp dạy nghề cho lao động nông thôn.",
            ),
            told(
                "20/12/2019",
                "Kết quả năm 2019, huyện Tân Phú (Đồng Nai) mở được 46 lớp dạy nghề cho lao động nông thôn.",
            ),
            {"64", "46"},
        ),
        (
            "cumulative-falls",
            told("20/12/2017", HOUSES),
            told(
                "26/7/2019",
                "Lũy kế từ năm 2015 đến tháng 6 năm 2019, huyện An Minh "
                "(Kiên Giang) đã bàn giao được 468 căn nhà tình nghĩa.",
            ),
            {"468", "486"},
        ),
        (
            "recycled",
            told("20/12/2018", "Năm 2018, huyện Yên Thủy (Hòa Bình) vận động " + RESULTS),
            told(
                "20/12/2019",
                "Nhìn lại năm 2019, bà con huyện Yên Thủy (Hòa Bình) trồng "
                "thêm 12.650 cây xanh, phát quang 73,5 km đường làng; có 486 hộ đào hố rác.",
            ),
            {"12.650, 73,5, 486", None},
        ),
        (
            "recycled",
            told(
                "20/12/2018",
                "Huyện Yên Thủy (Hòa Bình) có 13 xã, 158 xóm, 17.245 hộ với "
                "72.380 nhân khẩu. Năm 2018, huyện trồng 8.400 cây xanh.",
            ),
            told(
                "20/12/2019",
                "Huyện Yên Thủy (Hòa Bình) có 13 xã, 158 xóm, 17.245 hộ với "
                "72.380 nhân khẩu. Năm 2019, huyện trồng 9.150 cây xanh.",
            ),
            set(),
        ),
    ],
    ids=["land", "other land", "fund", "other fund", "part", "falls", "carried over", "standing"],
)
def test_deeds_are_held_against_their_like(
    tmp_path: Path, check: str, first: str, second: str, found: set[str | None]
) -> None:
    said = audited(tmp_path, [first, second], check)
    assert {n for f in said.findings for n in numbers(f)} == found
