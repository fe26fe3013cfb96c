"""Counted things, sums and the unit that speaks, as pages of unions, the Front and communes tell them.

Counts are told as in tests/telling.py; a sum as its purpose and the words of its items.
"""

from __future__ import annotations

import re

import pytest

from telling import read, told

OPENING = "Huyện Phú Hạc chăm lo đời sống nhân dân toàn huyện.\n\n"

PLACES = [
    # whom it is for, and where it stands
    ("Đoàn trao 40 suất quà cho hội viên, phụ nữ nghèo xã An Trạch.", ["~ 40 phần quà @An Trạch"]),
    ("Hội giải ngân cho 25 hội viên nông dân xã An Trạch vay vốn.", ["~ 25 hội viên @An Trạch"]),
    (
        "Đoàn tặng 20 suất quà cho 20 hộ nghèo xã Bình Hạ.",
        ["~ 20 phần quà @Bình Hạ", "~ 20 hộ @Bình Hạ"],
    ),
    ("Đoàn trao 40 suất quà cho hội viên xã An Trạch và xã Bình Hạ.", ["~ 40 phần quà"]),
    ("Hội tặng 30 suất quà do con em quê xã An Trạch góp.", ["~ 30 phần quà"]),
    (
        "Hội trao nhà cho 9 hộ nghèo (5 hộ xã An Trạch và 4 hộ xã Bình Hạ).",
        ["~ 9 hộ", "~ 5 hộ @An Trạch <0=", "~ 4 hộ @Bình Hạ <0="],
    ),
    # of whom a head of a settlement's body speaks
    (
        "Bà Lê Thị Mây - Chi hội trưởng Chi hội Phụ nữ thôn Đồng Vông cho biết, hiện nay có 19 hội viên nòng cốt.",
        ["~ 19 hội viên @Đồng Vông"],
    ),
    # a work whose site is told goes on there
    (
        "Huyện đoàn bàn giao công trình đèn đường tại thôn Đồng Vông, xã An Trạch. Công trình dài 2 km, có 40 cột.",
        ["~ 2 công trình @Đồng Vông", "~ 40 cột @Đồng Vông"],
    ),
    (
        "Huyện đoàn làm công trình đèn đường ở xã An Trạch, xã Bình Hạ. Công trình dài 2 km.",
        ["~ 2 công trình"],
    ),
    (
        "Đoàn bàn giao đường hoa tại thôn Đồng Vông, xã An Trạch. Đây là công trình chào mừng đại hội. Công trình có"
        " chiều dài 2 km, trồng 900 cây.",
        ["~ 2 công trình @Đồng Vông", "~ 900 cây @Đồng Vông"],
    ),
    (
        "Đoàn xã An Trạch lắp đường điện tại thôn Đồng Vông. Đường điện thanh niên dài 1 km, gồm 15 cột.",
        ["~ 1 đường @Đồng Vông", "~ 15 cột @Đồng Vông"],
    ),
    # who lives in a settlement that was named; what a commune was merged into
    (
        "Ở xã An Trạch, thôn Đồng Vông làm đường. Bà con họp nhiều lần, 56 hộ dân trong thôn đã hiến đất.",
        ["~ 56 hộ @Đồng Vông"],
    ),
    (
        'Hội tỉnh đã xây mới 2 nhà "Nghĩa tình" cho hội viên tại xã An Trạch (nay là xã Bình Hạ).',
        ["~ 2 nhà @An Trạch"],
    ),
    # what a picture shows speaks for nobody behind it
    (
        "Lãnh đạo xã An Trạch thăm vườn cam. Ảnh: H.A Các cấp hội đã mở 12 lớp tập huấn.",
        ["~ 12 lớp tập huấn"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[text[:60] for text, _ in PLACES])
def test_where_things_are(text: str, expected: list[str]) -> None:
    assert [re.sub(r" \S*\.\.\S*( cum)?", "", one) for one in told(OPENING + text)] == expected


FACETS = [
    # what was done lately has no year of the title, nor what goes on from it
    (
        "Phát động quỹ năm 2023\nThời gian qua, huyện trao 30 suất quà. Từ quỹ đó đã xây 12 căn nhà.",
        ["~ 30 phần quà ..2023-07-20 cum", "~ 12 nhà ..2023-07-20 cum"],
    ),
    (
        "Quỹ năm 2023\nThời gian qua, huyện lo cho người nghèo. Năm 2022 đã xây 12 căn nhà. Xã trao 5 con bò.",
        ["~ 12 nhà 2022-01-01..2022-12-31", "~ 5 bò 2022-01-01..2022-12-31"],
    ),
    # the years that a movement was carried out before what came of it
    (
        'Qua 05 năm triển khai phong trào "Dân vận khéo" trên địa bàn huyện đã có 60 mô hình được công nhận các cấp.',
        ["60 recognised 2018-07-20..2023-07-20 cum"],
    ),
    # a change goes on with the next of its kind; brackets with a number of their own tell it no time
    (
        "Từ đầu năm đến nay, toàn huyện giảm 48 hộ hội viên nghèo, 29 hộ hội viên cận nghèo (hiện còn 157 hộ).",
        [
            "~ 48 hộ 2023-01-01..2023-07-20 down/None",
            "~ 29 hộ 2023-01-01..2023-07-20 down/None",
            "~ 157 hộ ..2023-07-20 cum",
        ],
    ),
    # who is proposed for honours, and to whom
    (
        'Huyện chọn 19 tập thể, 7 cá nhân đề nghị Ban Dân vận Tỉnh ủy biểu dương điển hình "Dân vận khéo".',
        ["19 tập thể planned province collective", "7 cá nhân planned province individual"],
    ),
    # the years that one was honoured for
    (
        "Năm 2023, thôn được tặng Bằng khen vì thành tích làm theo Bác, giai đoạn 2016 - 2023.\nThôn mở đường 2 km.",
        ["~ 2 đường 2023-01-01..2023-12-31"],
    ),
    # the level that labels a thing, a share of the plan, lamps along roads
    (
        "Huyện có 680 hộ sản xuất giỏi, trong đó cấp trung ương 13 hộ, cấp tỉnh 78 hộ.",
        ["~ 680 hộ", "~ 13 hộ central <0", "~ 78 hộ province <0"],
    ),
    ("Hội lắp 30 bóng đèn, vượt 150% kế hoạch đề ra.", ["~ 30 bóng đèn", "~ 150% kế hoạch up/plan"]),
    ("Hội giúp 30 con, cháu có việc làm.", ["~ 30 con, cháu"]),
    ("Hội tiếp nhận 30 tấn thực phẩm.", ["~ 30 thực phẩm"]),
    ("Xã mở rộng tuyến đường trục chính dài gần 2km sát bờ sông.", ["~ less_than 2 tuyến đường"]),
    ("Huyện đoàn thực hiện 4 tuyến đèn đường.", ["~ 4 tuyến đèn đường"]),
]


@pytest.mark.parametrize(("text", "expected"), FACETS, ids=[text[:60] for text, _ in FACETS])
def test_facets_of_things(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SUMS = [
    (
        "Hội có 14 mô hình kinh tế; trong đó có 9 mô hình chăn nuôi, 5 mô hình trồng trọt với tổng vốn 3 tỷ đồng.",
        [("14 mô hình", "14 mô hình")],
    ),
    (
        "Hội phối hợp với ngân hàng cho 400 hộ vay trên 2 tỷ đồng, cho 90 hộ vay 6 tỷ đồng của quỹ.",
        [("Hội phối hợp với ngân hàng cho 400 hộ vay", None), ("cho 90 hộ vay", None)],
    ),
    # what was built of a fund, and what else was done, is told behind it
    (
        "Quỹ của huyện đã vận động được 2 tỷ đồng, xây tặng 34 căn nhà, trị giá 1,8 tỷ đồng, hỗ trợ học sinh nghèo.",
        [("Quỹ của huyện đã vận động", None), ("34 căn nhà", "34 căn nhà")],
    ),
    ("Một số quỹ đạt cao, như quỹ của Bình Hạ, An Trạch (đều đạt hơn 1 tỷ đồng).", [(None, None)]),
    ("Năm qua, quỹ đạt 7 tỷ đồng, tăng 2 tỷ đồng so với năm 2021.", [("quỹ", None), (None, None)]),
    ("Tiêu biểu là hỗ trợ nhà ở cho hộ nghèo (90 triệu đồng).", [("Tiêu biểu là hỗ trợ nhà ở cho hộ nghèo", None)]),
    ("Hội trao 200 suất quà (suất quà trị giá 300.000 đồng) cho bà con.", [("200 suất quà", "200 suất quà")]),
]

EACH = [
    ("Các xã góp 9 tỷ đồng (xã có mức vận động cao như: An Trạch 2 tỷ đồng).", "total"),
    ("Quỹ của Bình Hạ, An Trạch đều đạt hơn 1 tỷ đồng.", "each"),
    ("Hội trao 200 suất quà (suất quà trị giá 300.000 đồng) cho bà con.", "each"),
    ("Hội trao 200 suất quà (tổng trị giá 60 triệu đồng) cho bà con.", "total"),
]


@pytest.mark.parametrize(("text", "basis"), EACH, ids=[text[:60] for text, _ in EACH])
def test_each_and_total(text: str, basis: str) -> None:
    assert {m.basis for m in read(OPENING + text).money} == {basis}


@pytest.mark.parametrize(("text", "expected"), SUMS, ids=[text[:60] for text, _ in SUMS])
def test_what_sums_pay_for(text: str, expected: list[tuple[str, str | None]]) -> None:
    record = read(OPENING + text)
    things = [None if m.items is None else record.figures[m.items].span.text for m in record.money]
    assert list(zip([m.purpose for m in record.money], things, strict=True)) == expected


def test_a_cost_stands_where_the_work_of_the_sentence_before_does() -> None:
    text = "Cầu Chùa, thôn Đồng Vông có chiều dài 23 m. Kinh phí xây dựng 240 triệu đồng. Xã vui mừng."
    assert [m.place and m.place.name for m in read(OPENING + text).money] == ["Đồng Vông"]


def test_equal_sums_for_two_communes_are_two() -> None:
    text = (
        "Xây nhà cho hộ nghèo\nÔng Sáu trao 30 triệu đồng xây nhà cho hộ nghèo ở xã An Trạch, huyện Phú Hạc.\n"
        "Cùng ngày, hội doanh nghiệp trao 30 triệu đồng để xây nhà cho hộ nghèo ở xã {}, huyện Phú Hạc."
    )
    assert len(read(text.format("Bình Hạ")).money) == 2
    assert len(read(text.format("An Trạch")).money) == 1


def test_a_sum_for_each_of_two_addresses_has_that_of_neither() -> None:
    text = "Bà Mây ở xã An Trạch; ông Sáu ở xã Bình Hạ được hỗ trợ mỗi hộ 50 triệu đồng."
    assert [m.place and m.place.name for m in read(OPENING + text).money] == ["Phú Hạc"]
    text = "Bà Mây ở xã An Trạch được hỗ trợ 20 triệu đồng; ông Sáu ở xã Bình Hạ được hỗ trợ 30 triệu đồng."
    assert [m.place and m.place.name for m in read(OPENING + text).money] == ["An Trạch", "Bình Hạ"]
