"""Status, level and field of counts as pages say them: verbs before and behind the number, passive, nominal, by whom.

`MH` stands for: mô hình "Dân vận khéo". What a line says is told in tests/test_figures.py.
"""

from __future__ import annotations

import pytest

from test_figures import told

STATUS = [
    # who registers stands between the noun and the verb
    ("Toàn huyện có 96 MH được các chi bộ, đoàn thể đăng ký.", ["96 registered"]),
    ("Toàn huyện có 96 MH do Hội Nông dân, Đoàn thanh niên các xã đăng ký.", ["96 registered"]),
    ("Toàn huyện có 96 MH thiết thực, đoàn thể nào cũng đăng ký việc của mình.", ["96 built"]),
    # a list of what is registered is handed in: that proposes nothing
    ("12 xã, thị trấn đã gửi về huyện bản đăng ký với 52 MH.", ["~ 12 xã, thị trấn", "52 registered"]),
    ("Các xã gửi về Ban Dân vận Huyện ủy 5 MH đề nghị tuyên dương.", ["5 planned"]),
    # what is kept is a stock
    ("Đến nay, xã còn giữ lại 31 MH.", ["31 maintained ..2023-07-20 cum"]),
    ("Sau rà soát, huyện vẫn giữ 31 MH.", ["31 maintained ..2023-07-20 cum"]),
    ("Toàn huyện có 31 MH trụ được qua nhiều năm.", ["31 maintained ..2023-07-20 cum"]),
    # a judgement that they work
    ("Toàn huyện có 40 MH được đánh giá là làm có hiệu quả.", ["40 maintained"]),
    ("Toàn huyện có 40 MH được cấp ủy đánh giá hoạt động tốt.", ["40 maintained"]),
    ("Đoàn giám sát đã đánh giá hiệu quả 40 MH.", ["40"]),
    ("Toàn huyện có 40 MH được triển khai có hiệu quả.", ["40 maintained"]),
    ("Toàn huyện có 40 MH đi vào nền nếp.", ["40 maintained"]),
    ("Qua chấm điểm, 40 MH xếp loại tốt.", ["40 maintained"]),
    (
        "Huyện công nhận 40 MH, trong đó 22 mô hình đạt loại xuất sắc.",
        ["40 recognised district", "22 recognised district <0"],
    ),
    (
        "Huyện xây dựng 40 MH, trong đó 22 mô hình xếp loại tốt.",
        ["40 built", "22 maintained <0"],
    ),
    # what came of an examination goes before it
    ("Có 40 MH được Ban Dân vận Huyện ủy thẩm định, công nhận.", ["40 recognised district"]),
    ("Có 40 MH được kiểm tra và xếp loại tốt.", ["40 maintained"]),
    ("Có 40 MH được kiểm tra, khảo sát.", ["40"]),
    # passive and intransitive
    ("Năm 2022, 17 MH được thành lập.", ["17 built 2022-01-01..2022-12-31"]),
    ("Năm 2022, 17 MH được triển khai thực hiện ở các ấp.", ["17 built 2022-01-01..2022-12-31"]),
    ("Năm 2022, 17 MH ra đời.", ["17 built 2022-01-01..2022-12-31"]),
    ("Năm 2022, 17 MH góp phần hình thành nếp sống mới.", ["17 2022-01-01..2022-12-31"]),
    # nominal: the verb right before the number is no part of a name
    ("Việc xây dựng 17 MH năm 2022 có sức lan tỏa.", ["17 built 2022-01-01..2022-12-31"]),
    # other verbs
    ("Năm 2022, các ấp gầy dựng được 17 MH.", ["17 built 2022-01-01..2022-12-31"]),
    ("Năm 2022, các ấp nhân thêm 17 MH.", ["17 replicated 2022-01-01..2022-12-31"]),
    ("Năm 2022, các ấp cho ra mắt 17 MH.", ["17 launched 2022-01-01..2022-12-31"]),
    ("Có 17 MH được chọn dự xét cấp tỉnh.", ["17 planned province"]),
    ("Trong thời gian tới, huyện xây dựng thêm 17 MH.", ["17 planned"]),
    # what is planned of one number is not of the next, and what "hiện" says in brackets undoes no plan
    (
        "Cuối năm 2022, huyện nhận 21 MH đề nghị công nhận, từ đó ra quyết định công nhận 19/21 mô hình.",
        ["21 planned 2022-01-01..2022-12-31", "19/21 recognised 2022-01-01..2022-12-31 <0"],
    ),
    ("Huyện phấn đấu thôn nào cũng vào cuộc (hiện mới một nửa), xây dựng thêm 9 MH.", ["9 planned"]),
]

LEVEL = [
    ("Đảng ủy Khối xác nhận 58 MH.", ["58 recognised"]),
    ("Đảng ủy các cơ quan Đảng tỉnh công nhận 58 MH.", ["58 recognised province"]),
    ("Đảng ủy xã công nhận 5 MH.", ["5 recognised commune"]),
    ("Có 12 MH được Ban Chỉ đạo tỉnh thẩm định và công nhận.", ["12 recognised province"]),
    ("Có 12 MH được UBND huyện ra quyết định công nhận.", ["12 recognised district"]),
    ("Có 12 MH được Tỉnh ủy, UBND tỉnh khen thưởng.", ["12 commended province"]),
    ("Có 12 MH được Ban Dân vận Trung ương tặng Bằng khen.", ["12 commended central"]),
    ("Có 12 MH được nhận Giấy khen của Chủ tịch UBND huyện.", ["12 commended district"]),
    ("Đề nghị tỉnh tuyên dương 12 MH.", ["12 planned province"]),
    ("Có 12 MH đạt tiêu chí cấp huyện.", ["12 recognised district"]),
]

FIELD = [
    ("Có 12 MH trên lĩnh vực phát triển kinh tế - xã hội.", ["12 built other"]),
    ("Có 12 MH về tài nguyên, môi trường.", ["12 built environment"]),
    ("Có 12 MH thuộc lĩnh vực chuyển đổi số.", ["12 built other"]),
    (
        "Có 92 MH, gồm kinh tế 42, văn hóa - xã hội 30 và quốc phòng - an ninh 20.",
        ["92 built", "42 built economy <0=", "30 built culture_society <0=", "20 built defence_security <0="],
    ),
    (
        "Có 92 MH, chia ra: về kinh tế có 42 mô hình, văn hóa - xã hội có 50 mô hình.",
        ["92 built", "42 built economy <0=", "50 built culture_society <0="],
    ),
    (
        "Có 92 MH, gồm 42 về kinh tế, 6 quốc phòng - an ninh, còn lại là xây dựng hệ thống chính trị.",
        ["92 built", "42 built economy <0", "6 built defence_security <0"],
    ),
    # nearly all fields are none
    (
        "Có 92 MH, trong đó 80 mô hình triển khai hiệu quả, trải từ kinh tế, xã hội, quốc phòng, an ninh đến "
        "hệ thống chính trị và nông thôn mới.",
        ["92 built", "80 maintained <0"],
    ),
    (
        "Có 92 MH, trong đó 80 mô hình về kinh tế, văn hóa - xã hội.",
        ["92 built", "80 built other <0"],
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

# what is denied gives no status; in "9 of the 64 registered were honoured" the last verb tells of the 9
OTHER = [
    ("Có 12 MH chưa được công nhận.", ["12"]),
    ("Có 12 MH không còn hoạt động.", ["12"]),
    ("Có 12 MH chưa phát huy hiệu quả.", ["12"]),
    ("Có 12 MH không ngừng phát huy hiệu quả.", ["12 maintained"]),
    (
        "Huyện đăng ký 40 MH, công nhận 31 mô hình, không công nhận 9 mô hình.",
        ["40 registered", "31 recognised <0=", "9 <0="],
    ),
    (
        "Có 9 MH nằm trong số 64 mô hình đã đăng ký được tỉnh tuyên dương.",
        ["9 commended province <1", "64 registered"],
    ),
    ("Có 35 trong số 40 MH đăng ký được công nhận.", ["35 recognised <1", "40 registered"]),
]


@pytest.mark.parametrize(("text", "expected"), STATUS + LEVEL + FIELD + COMING + OTHER)
def test_facets(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected
