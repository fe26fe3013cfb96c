"""Status, level, field and holder of counts as pages say them: verbs before and behind the number, by whom.

`MH` stands for: mô hình "Dân vận khéo". What a line says is told in tests/telling.py.
"""

from __future__ import annotations

import pytest

from danvan.api import extract
from telling import INVENTED, told

STATUS = [
    # who registers stands between the noun and the verb
    ("Toàn huyện có 96 MH được các chi bộ, đoàn thể đăng ký.", ["96 registered"]),
    ("Toàn huyện có 96 MH do Hội Nông dân, Đoàn thanh niên các xã đăng ký.", ["96 registered"]),
    ("Toàn huyện có 96 MH thiết thực, đoàn thể nào cũng đăng ký việc của mình.", ["96 built"]),
    # a list of what is registered is handed in: that proposes nothing
    ("12 xã, thị trấn đã gửi về huyện bản đăng ký với 52 MH.", ["~ 12 xã, thị trấn", "52 registered"]),
    ("Các xã gửi về Ban Dân vận Huyện ủy 5 MH đề nghị tuyên dương.", ["5 planned district"]),
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


# brackets with the parts stand between the noun and its verb, level or field
BRACKETS = [
    (
        "Toàn huyện có 15 MH (9 tập thể, 6 cá nhân) được Huyện ủy biểu dương.",
        [
            "15 commended district",
            "9 commended district collective <0=",
            "6 commended district individual <0=",
        ],
    ),
    (
        "Có 15 MH (9 tập thể, 6 cá nhân) được công nhận.",
        ["15 recognised", "9 recognised collective <0=", "6 recognised individual <0="],
    ),
    (
        "Có 15 MH (kinh tế 8, văn hóa 7) đạt loại tốt.",
        ["15 maintained", "8 maintained economy <0=", "7 maintained culture_society <0="],
    ),
    (
        "Có 20 MH (12 tập thể, 8 cá nhân) đăng ký xây dựng.",
        ["20 registered", "12 registered collective <0=", "8 registered individual <0="],
    ),
    (
        "Năm 2022, 40 MH (trong đó 12 về kinh tế) đạt cấp huyện.",
        [
            "40 recognised 2022-01-01..2022-12-31 district",
            "12 recognised 2022-01-01..2022-12-31 economy district <0",
        ],
    ),
    (
        "Huyện đăng ký 84 MH; 15 mô hình (gồm 9 tập thể và 6 cá nhân) được Tỉnh ủy tặng bằng khen.",
        [
            "84 registered",
            "15 commended province <0",
            "9 commended province collective <1=",
            "6 commended province individual <1=",
        ],
    ),
    ("Có 15 MH (60% là của chi bộ) đang hoạt động hiệu quả.", ["15 maintained", "~ 60% tỷ lệ"]),
    # what stands behind a comma is not said of it
    (
        "Có 15 MH (9 tập thể, 6 cá nhân), đoàn thể nào cũng được khen.",
        ["15 built", "9 built collective <0=", "6 built individual <0="],
    ),
]


# a verb said once for several levels
LEVELS = [
    (
        "Toàn huyện có 90 MH, trong đó 6 mô hình được công nhận cấp tỉnh, 31 mô hình cấp huyện.",
        ["90 built", "6 recognised province <0", "31 recognised district <0"],
    ),
    (
        "Toàn huyện có 90 MH, trong đó có 6 mô hình đạt cấp tỉnh, 31 mô hình cấp huyện và 40 mô hình cấp xã.",
        ["90 built", "6 recognised province <0", "31 recognised district <0", "40 recognised commune <0"],
    ),
    (
        "Toàn huyện có 90 MH, trong đó công nhận cấp tỉnh 6, cấp huyện 31, cấp xã 40.",
        ["90 built", "6 recognised province <0", "31 recognised district <0", "40 recognised commune <0"],
    ),
    (
        "Toàn huyện có 90 MH, trong đó 6 mô hình được công nhận cấp tỉnh, 31 mô hình về kinh tế.",
        ["90 built", "6 recognised province <0", "31 built economy <0"],
    ),
    ("Có 14 MH cấp Ban CHQS huyện.", ["14 built district"]),
    ("Có 3 MH được Quân khu 4 biểu dương.", ["3 commended central"]),
    ("Có 3 MH được Bộ Công an tặng Bằng khen.", ["3 commended central"]),
    ("Có 3 MH được Trung ương Hội Nông dân khen.", ["3 commended central"]),
    ("Công an huyện chấm, công nhận 47 MH.", ["47 recognised district"]),
    ("Ban CHQS tỉnh rà soát, công nhận 7 MH.", ["7 recognised province"]),
    ("Tỉnh đoàn công nhận 7 MH.", ["7 recognised province"]),
    (
        "Các cơ quan và 12 xã, thị trấn đăng ký 57 MH, được công nhận 41 mô hình.",
        ["~ 12 xã, thị trấn", "57 registered", "41 recognised <1"],
    ),
]


# two nouns in one breath share the verb behind them; a time in brackets is of the number there
JOINED = [
    (
        "Năm 2023, toàn huyện có 317 MH, 12 điển hình được các xã đăng ký (năm ngoái 284 và 9).",
        [
            "317 registered 2023-01-01..2023-12-31",
            "12 registered 2023-01-01..2023-12-31",
            "284 registered 2022-01-01..2022-12-31",
            "9 registered 2022-01-01..2022-12-31",
        ],
    ),
    (
        "Toàn huyện có 96 MH, trong đó có 64 tập thể, 32 cá nhân đăng ký mới.",
        ["96 built", "64 registered collective <0=", "32 registered individual <0="],
    ),
    ("Toàn xã có 34 MH, 21 mô hình được công nhận.", ["34 built", "21 recognised <0"]),
    ("Toàn huyện có 31 MH (năm 2021 có 28).", ["31 built ..2023-07-20 cum", "28 built 2021-01-01..2021-12-31"]),
    ("Toàn huyện có 31 MH (trong năm 2022).", ["31 built 2022-01-01..2022-12-31"]),
    ("Đến giờ, toàn huyện có 118 MH.", ["118 built ..2023-07-20 cum"]),
    ("Toàn tỉnh ghi nhận 52 MH đang chạy tốt.", ["52 maintained @Lam Giang"]),
    (
        "Năm 2012, Hội chỉ có 2 MH, sang 2013 lên 5 và năm nay đăng ký 8.",
        [
            "2 built 2012-01-01..2012-12-31",
            "5 built 2013-01-01..2013-12-31",
            "8 registered 2023-01-01..2023-12-31",
        ],
    ),
    # the title tells what was done with them, not what the sentence before counts
    (
        "Huyện Phú Hạc biểu dương 148 điển hình dân vận khéo\n\nToàn huyện có 500 MH đang chạy tốt.\n\n148 điển hình "
        "lần này gồm 89 tập thể, 59 cá nhân.",
        [
            "500 maintained",
            "148 điển hình commended district",
            "89 commended district collective <1=",
            "59 commended district individual <1=",
        ],
    ),
]


# what has stopped or is only shown bears no status; names are no verbs of a plan
NONE = [
    ("Tuy vậy, còn 18 MH làm cầm chừng, 34 mô hình đã ngưng hoạt động.", ["18", "34"]),
    ("Toàn huyện có 96 MH, trong đó 34 mô hình đã ngưng.", ["96 built", "34 <0"]),
    ("Qua rà soát, 7 MH đã giải thể.", ["7"]),
    ("Có 12 MH mang tính hình thức.", ["12"]),
    ("Có 7 MH được đưa vào tài liệu để các nơi học hỏi.", ["7"]),
    ("Có 7 MH được tập hợp in thành sách.", ["7"]),
    ("Có 7 MH được giới thiệu trên báo.", ["7"]),
    (
        "Huyện trình khen thưởng 25 tập thể; 7 MH được đưa vào tài liệu.",
        ["25 tập thể planned collective", "7"],
    ),
    ("Huyện đề nghị mỗi ấp chọn một việc; cuối năm có 3 MH được công nhận.", ["3 planned"]),
    ("Thành ủy Cần Thơ biểu dương 12 MH.", ["12 commended province @Cần Thơ"]),
    ("Huyện cần xây dựng 12 MH.", ["12 planned"]),
    ("Toàn huyện đang duy trì 88 MH, 12 mô hình xây dựng mới.", ["88 maintained ..2023-07-20 cum", "12 built"]),
    ("Các xã gửi về 41 MH để xét cấp huyện.", ["41 planned district"]),
    ("Các xã gửi 41 MH tham gia bình chọn cấp huyện.", ["41 planned district"]),
    ("Mỗi đơn vị tối thiểu làm một MH.", ["at_least 1 planned @-"]),
    ("Mỗi chi bộ ít nhất phải xây dựng 01 MH.", ["at_least 1 planned @-"]),
    ("Mỗi chi bộ ít nhất có 01 MH.", ["at_least 1 built @-"]),
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


# what models do is no judgement of them; what is asked of each unit is planned; the number before has verbs of its own
WHOSE_VERB = [
    (
        "Có 90 MH, trong đó 40 mô hình giữ vững an ninh, 30 mô hình củng cố hệ thống chính trị, 20 mô hình về kinh tế.",
        [
            "90 built",
            "40 built defence_security <0=",
            "30 built political_system <0=",
            "20 built economy <0=",
        ],
    ),
    ("Có 45 MH thực hiện tốt quy chế dân chủ.", ["45 built"]),
    ("Có 45 MH thực hiện tốt, bà con ưng.", ["45 maintained"]),
    ("Có 45 MH phát huy tốt hiệu quả.", ["45 maintained"]),
    # who did it is a list
    ("Có 45 MH được các huyện, thành phố và cơ sở công nhận.", ["45 recognised"]),
    ("Có 45 MH đã được cấp ủy, chính quyền, Mặt trận các cấp khen thưởng.", ["45 commended"]),
    ("Có 45 MH tiêu biểu, xuất sắc được nhân rộng.", ["45 replicated"]),
    ("Có 45 MH tiêu biểu, nhiều mô hình được nhân rộng.", ["45 built"]),
    # the verb behind one number is not the next one's
    ("Có 45 MH được đăng ký, và đã công nhận 41 mô hình.", ["45 registered", "41 recognised <0"]),
    (
        "Xã xây dựng 45 MH, trong đó công nhận 12 mô hình và 3 điển hình.",
        ["45 built", "12 recognised <0", "3 recognised <0"],
    ),
    # orders for each unit
    ("Huyện chỉ đạo mỗi chi bộ chọn một MH.", ["1 planned @-"]),
    ("Huyện hướng dẫn mỗi chi bộ có ít nhất 01 MH.", ["at_least 1 planned @-"]),
    ("Theo chỉ đạo của huyện, mỗi chi bộ có 01 MH.", ["1 built @-"]),
    ("Mỗi chi bộ đã đăng ký ít nhất 01 MH.", ["at_least 1 registered @-"]),
    ("Dưới sự chỉ đạo của Ban Chỉ đạo huyện, mỗi xã xây dựng 3 MH.", ["3 built @-"]),
    ("Huyện yêu cầu chi bộ chọn việc khó. Mỗi chi bộ đăng ký 1 - 2 MH.", ["1-2 planned @-"]),
    # what came of a plan is done
    ("Huyện giao 30 MH, kết quả các xã xây dựng 41 mô hình.", ["30 planned", "41 built"]),
    ("Nghe kế hoạch xây dựng nông thôn mới, qua đó có 385 MH.", ["385 built"]),
    # the level leads; two levels are none; who is quoted recognises nothing
    ("Đối với cấp huyện, có 58 MH đăng ký.", ["58 registered district"]),
    ("Có 58 MH đăng ký ở cấp cơ sở và cấp huyện.", ["58 registered"]),
    ("Theo Ban Dân vận Huyện ủy, đến giờ đã công nhận 31 MH.", ["31 recognised ..2023-07-20 cum"]),
    # fields: all of them, whose they are, named before
    ("Có 64 MH ở đủ các lĩnh vực kinh tế, văn hóa, quốc phòng.", ["64 built"]),
    ("Nhờ hệ thống chính trị các cấp vào cuộc, xã có 64 MH.", ["64 built"]),
    (
        "Công nhận 99 MH: Dân vận khéo trong phát triển kinh tế 40 mô hình, dân vận khéo giữ gìn an ninh 59 mô hình.",
        ["99 recognised", "40 recognised economy <0=", "59 recognised defence_security <0="],
    ),
    ("Lĩnh vực kinh tế ai cũng làm. Có 40 MH ở lĩnh vực này.", ["40 built economy"]),
    # parts are of the field of their total
    (
        "Có 94 MH về an ninh trật tự, trong đó 60 mô hình tập thể, 34 mô hình cá nhân.",
        [
            "94 built defence_security",
            "60 built defence_security collective <0=",
            "34 built defence_security individual <0=",
        ],
    ),
    # year by year is no order; what a plan came to; a plan for so many; judged to work badly; the title by its name
    ("Hằng năm, mỗi chi bộ đăng ký từ 1 MH trở lên.", ["at_least 1 registered @-"]),
    ("Mục tiêu đề ra là 50 MH, kết quả đạt 61 mô hình.", ["50 planned", "61 built"]),
    ("Xã có kế hoạch thực hiện 4 MH.", ["4 planned"]),
    ("Xã có 15 MH hoạt động chưa hiệu quả.", ["15"]),
    ('Có 23 MH đạt danh hiệu "Dân vận khéo" cấp thị xã.', ["23 recognised district"]),
    ("Về lĩnh vực chính trị có 46 MH.", ["46 built political_system"]),
]


@pytest.mark.parametrize(("text", "expected"), WHOSE_VERB)
def test_whose_verb_order_level_and_field(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


def test_an_article_on_a_force_speaks_for_no_unit() -> None:
    text = 'Quân khu 11: Nhiều mô hình hay\n\nBan CHQS huyện Phú Hạc có 25 mô hình "Dân vận khéo".'
    assert extract(text, published="2023-07-20", rules=INVENTED).article.place is None


STAGES_AS_PAGES_TELL = [
    # the commas of those who did it part nothing, also before a second number
    (
        "Toàn huyện có 40 MH được cấp ủy, chính quyền các xã đăng ký, qua thẩm định huyện đã công nhận 12 mô hình.",
        ["40 registered", "12 recognised district <0"],
    ),
    (
        "Cùng với 40 MH được các chi bộ, đoàn thể duy trì, xã đăng ký thêm 12 mô hình.",
        ["40 maintained ..2023-07-20 cum", "12 registered"],
    ),
    ("48 MH các xã, cơ quan đăng ký mới, huyện công nhận 12 mô hình.", ["48 registered", "12 recognised district <0"]),
    ("Có 40 MH của các xã, thị trấn được công nhận.", ["40 recognised"]),
    ("Toàn huyện có 40 MH, các xã, thị trấn công nhận 12 mô hình.", ["40 built", "12 recognised commune <0"]),
    # a verb that only leads to the one that tells
    ("91 MH được các xã, thị trấn quan tâm, duy trì.", ["91 maintained ..2023-07-20 cum"]),
    ("Đã có 9 MH được cấp ủy, chính quyền các ấp vận dụng, nhân rộng.", ["9 replicated"]),
    ("Huyện có 59 MH mà các xã lựa chọn, xây dựng.", ["59 built"]),
    ("Một trong 59 MH mà huyện xây dựng là ở đây.", ["59 built"]),
    # where they come from is an aside
    (
        "Có 91 MH từ các năm trước chuyển sang, nay vẫn được các xã duy trì.",
        ["91 maintained ..2023-07-20 cum"],
    ),
    ("Có 91 MH từ các năm trước chuyển sang, nay huyện duy trì ban chỉ đạo.", ["91 built"]),
    # what is under way, and what is not
    ("Có 14 MH đang trong quá trình xây dựng do mưa lũ.", ["14 built"]),
    ("29 MH đã hoàn thành, 14 mô hình đang triển khai, 3 mô hình chưa triển khai.", ["29 built", "14 built", "3"]),
    (
        "Đầu năm, huyện đăng ký 46 MH. Đến cuối năm, 29 mô hình đã triển khai, còn 17 mô hình chưa thực hiện được.",
        ["46 registered", "29 built <0=", "17 registered <0="],
    ),
    ("Năm 2022, 40 MH đã xây dựng nếp sống mới.", ["40 2022-01-01..2022-12-31"]),
    ("29 MH hoàn thành, 3 mô hình chưa được công nhận.", ["29 built", "3 <0"]),
    # who honoured some of what was proposed is named: that is done
    (
        "Huyện giới thiệu 4 MH dự hội nghị của tỉnh, trong đó có 2 mô hình được Chủ tịch UBND tỉnh tặng Bằng khen.",
        ["4 planned", "2 commended province <0"],
    ),
    (
        "Phấn đấu có 50 MH, trong đó 20 mô hình được UBND tỉnh tặng Bằng khen.",
        ["50 planned", "20 planned province <0"],
    ),
    # to whom they are proposed stands before the number
    ("Huyện trình Ban Dân vận Tỉnh ủy 9 MH.", ["9 planned province"]),
    ("Huyện đề nghị UBND tỉnh hỗ trợ 9 MH.", ["9 planned"]),
    # an approval is no recognition; a judgement of how they work is none either
    ("Có 40 MH hoạt động tốt. Số mô hình mới được phê duyệt là 13.", ["40 maintained", "13 <0"]),
    ("Qua kiểm tra, 40 MH hoạt động đều, 9 mô hình ở mức khá.", ["40 maintained", "9 maintained"]),
    ("Huyện chỉ công nhận 40 MH.", ["40 recognised district"]),
    ("Toàn huyện chỉ công nhận 40 MH.", ["40 recognised"]),
]


@pytest.mark.parametrize(("text", "expected"), STAGES_AS_PAGES_TELL)
def test_stages_as_pages_tell_them(text: str, expected: list[str]) -> None:
    """Who did it with commas, verbs that lead to others, what is under way or not, what came of a proposal."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


STAGES_CHOSEN_AND_GRADED = [
    # what is chosen first is built; a time of doing is no verb of the number behind its comma
    ("Toàn huyện có 384 mô hình, điển hình DVK được lựa chọn xây dựng.", ["384 built"]),
    (
        "Huyện đăng ký 187 MH. Trong quá trình thực hiện, 9 mô hình xin rút do không phù hợp.",
        ["187 registered", "9 <0"],
    ),
    ("Huyện xây dựng, duy trì 40 MH đang hoạt động tốt.", ["40 built"]),
    # what is told behind goes before "thêm"
    ("Năm 2022, thêm 10 MH mới được các chi bộ đăng ký.", ["10 registered 2022-01-01..2022-12-31"]),
    ("Năm 2022, huyện thêm 10 mô hình mới DVK.", ["10 built 2022-01-01..2022-12-31"]),
    # a number for each of a year to come is no registration yet
    ("Năm 2024, mỗi chi bộ đăng ký một MH.", ["1 planned 2024-01-01..2024-12-31 @-"]),
    ("Năm 2024, các xã đăng ký 40 MH.", ["40 registered 2024-01-01..2024-12-31"]),
    # grades behind the noun
    (
        "Huyện có 46 MH. Đợt kiểm tra tháng 5, 39 mô hình được Huyện ủy đánh giá tốt, 5 mô hình khá, 2 mô hình yếu.",
        [
            "46 built ..2023-07-20 cum",
            "39 maintained 2023-05-01..2023-05-31 <0=",
            "5 maintained 2023-05-01..2023-05-31 <0=",
            "2 2023-05-01..2023-05-31 <0=",
        ],
    ),
    ("Huyện giúp 12 MH tốt hơn.", ["12"]),
    # one level beside another is of the same total
    (
        "Huyện có 384 MH. Số được công nhận cấp huyện là 137; cấp xã là 205.",
        ["384 built", "137 recognised district <0", "205 recognised commune <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STAGES_CHOSEN_AND_GRADED)
def test_stages_chosen_and_graded(text: str, expected: list[str]) -> None:
    """What was chosen, added, graded; a number for each of a year to come."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


@pytest.mark.parametrize(("text", "expected"), STATUS + LEVEL + FIELD + BRACKETS + LEVELS + JOINED + NONE + OTHER)
def test_status_level_and_field(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected
