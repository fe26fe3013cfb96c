"""Status, level and field of counts as pages say them: verbs before and behind the number, passive, nominal, by whom.

`MH` stands for: mô hình "Dân vận khéo". What a line says is told in tests/test_figures.py.
"""

from __future__ import annotations

import re

import pytest

from danvan.api import extract
from test_figures import INVENTED, tell, told

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
        ["45 recognised ..2023-07-20 cum"],
    ),
    ("Huyện tuyên dương 45 MH trong mấy năm gần đây.", ["45 commended ..2023-07-20 cum district"]),
    ("Lâu nay, các xã trong huyện gây dựng được 45 MH.", ["45 built ..2023-07-20 cum"]),
    ("Năm 2022, phát huy kết quả những năm qua, huyện công nhận 45 MH.", ["45 recognised 2022-01-01..2022-12-31"]),
    ("Những năm qua, phong trào lan rộng; năm 2022, huyện công nhận 45 MH.", ["45 recognised 2022-01-01..2022-12-31"]),
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
    ("Năm 2021 và năm 2022, huyện công nhận 45 MH.", ["45 recognised 2021-01-01..2022-12-31 cum"]),
    ("Các năm 2020, 2021 và 2022, huyện công nhận 45 MH.", ["45 recognised 2020-01-01..2022-12-31 cum"]),
    ("Năm 2021, năm 2022, mỗi năm huyện công nhận 45 MH.", ["45 recognised 2022-01-01..2022-12-31"]),
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
            "30 recognised 2022-01-01..2022-12-31",
            "5 recognised 2022-01-01..2022-12-31 up/previous_year",
            "25 recognised 2021-01-01..2021-12-31",
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
    ("Huyện công nhận 45 MH, trong năm 2022.", ["45 recognised 2022-01-01..2022-12-31"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    STATUS + LEVEL + FIELD + BRACKETS + LEVELS + TIMES + JOINED + NONE + COMING + OTHER + UNTIL + REPORT,
)
def test_facets(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


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


SAID_WITH_OTHERS = [
    # the body that honours what is said in one breath, or behind a semicolon
    (
        'Có 21 tập thể và 9 cá nhân có thành tích trong phong trào "Dân vận khéo" được Huyện ủy biểu dương.',
        ["21 tập thể commended district collective", "9 cá nhân commended district individual"],
    ),
    (
        'Có 21 tập thể, 9 cá nhân làm tốt phong trào "Dân vận khéo" được UBND H. Phú Hạc khen thưởng.',
        ["21 tập thể commended district collective", "9 cá nhân commended district individual"],
    ),
    (
        'UBND tỉnh tặng Bằng khen 8 tập thể giỏi "Dân vận khéo"; tặng Bằng khen 4 tập thể làm tốt dân chủ.',
        ["8 tập thể commended province collective", "4 tập thể commended province collective"],
    ),
    (
        "Huyện công nhận 60 MH. 12 mô hình tiêu biểu và 5 cá nhân được Ban Chỉ đạo huyện khen thưởng.",
        ["60 recognised district", "12 commended district <0", "~ 5 cá nhân commended district individual"],
    ),
    (
        "Sau thẩm định, chọn 9 điển hình để tuyên dương (6 tập thể, 3 cá nhân), đề nghị tỉnh khen 2 MH.",
        ["9 điển hình commended", "6 commended collective <0=", "3 commended individual <0=", "2 planned province"],
    ),
    # the body that opens the sentence honours what its last verb names
    (
        'Đảng ủy xã An Trạch ôn lại truyền thống ngành, phát động thi đua và tuyên dương 45 điển hình "Dân vận khéo".',
        ["45 điển hình commended commune @An Trạch"],
    ),
    (
        'Huyện ủy tổ chức họp mặt, phát động thi đua và tuyên dương 7 tập thể, 9 cá nhân giỏi "Dân vận khéo".',
        ["7 tập thể commended district collective", "9 cá nhân commended district individual"],
    ),
    ('Theo Ban Dân vận Huyện ủy, có 45 điển hình "Dân vận khéo" được tuyên dương.', ["45 điển hình commended"]),
    # what is proposed to two bodies
    (
        "Huyện có 80 MH xếp loại tốt. Ban Dân vận đề nghị UBND huyện khen 35 mô hình; đề nghị Tỉnh ủy khen 4 mô hình.",
        ["80 maintained", "35 planned district <0", "4 planned province <0"],
    ),
    (
        "Huyện có 80 MH; chọn 12 mô hình trình huyện công nhận, đề nghị tỉnh biểu dương 3 mô hình.",
        ["80 built", "12 planned district <0", "3 planned province <1"],
    ),
    (
        "Huyện có 80 MH. Ban Dân vận đề nghị UBND huyện khen 20 mô hình và 2 điển hình.",
        ["80 built", "20 planned district <0", "2 planned district <0"],
    ),
    # praise is no examination, and what is honoured stays what is honoured
    ("Riêng năm 2021, toàn huyện có 7 MH được đánh giá cao.", ["7 built 2021-01-01..2021-12-31"]),
    ("Đoàn đánh giá 7 MH.", ["7"]),
    (
        'Huyện tuyên dương 90 điển hình "Dân vận khéo", trong đó có 15 điển hình tiêu biểu cấp tỉnh.',
        ["90 điển hình commended district", "15 điển hình commended province <0"],
    ),
    # fields that paragraphs go on with
    (
        "Huyện xây dựng 610 MH. Trong đó, có 120 mô hình trên lĩnh vực kinh tế.\n\n"
        "Còn trên lĩnh vực văn hóa - xã hội, có 200 MH.\n\nRiêng lĩnh vực quốc phòng - an ninh có 90 mô hình.",
        ["610 built", "120 built economy <0", "200 built culture_society <0", "90 built defence_security <0"],
    ),
    # a stock without "nay"
    ("Hiện trên địa bàn huyện đã xây dựng được 90 MH.", ["90 built ..2023-07-20 cum"]),
    ("Đã xuất hiện trên địa bàn huyện 90 MH.", ["90 built"]),
    # those just counted are no others
    (
        "Xã An Trạch có 2 MH. Sau khi tham quan 2 mô hình, các xã trao đổi. Đoàn khen 2 mô hình trên.",
        ["2 built @An Trạch"],
    ),
    (
        "Xã An Trạch có 2 MH. Xã Bình Hạ đăng ký 2 mô hình trên lĩnh vực kinh tế.",
        ["2 built @An Trạch", "2 registered economy @Bình Hạ"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID_WITH_OTHERS)
def test_counts_said_with_others(text: str, expected: list[str]) -> None:
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


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


def test_an_article_on_a_force_speaks_for_no_unit() -> None:
    text = 'Quân khu 11: Nhiều mô hình hay\n\nBan CHQS huyện Phú Hạc có 25 mô hình "Dân vận khéo".'
    assert extract(text, published="2023-07-20", rules=INVENTED).article.place is None


def test_a_stock_is_cumulative_where_no_day_is_known() -> None:
    (figure,) = extract('Huyện Phú Hạc duy trì 31 mô hình "Dân vận khéo".', rules=INVENTED).figures
    assert figure.period is not None
    assert (figure.period.start, figure.period.end, figure.period.cumulative) == (None, None, True)


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


# lists of reports: what parts have of their total, ranks, examples
REPORT_LISTS = [
    # a part of what collectives have is theirs; the label before a colon leads
    (
        "Năm 2022 huyện có 241 MH tập thể (kinh tế: 68, quốc phòng - an ninh: 39, xây dựng hệ thống chính trị: 134).",
        [
            "241 built 2022-01-01..2022-12-31 collective",
            "68 built 2022-01-01..2022-12-31 economy collective <0=",
            "39 built 2022-01-01..2022-12-31 defence_security collective <0=",
            "134 built 2022-01-01..2022-12-31 political_system collective <0=",
        ],
    ),
    (
        "Năm 2022, xã đăng ký 26 MH tập thể và cá nhân, trong đó 6 mô hình kinh tế.",
        ["26 registered 2022-01-01..2022-12-31", "6 registered 2022-01-01..2022-12-31 economy <0"],
    ),
    # what is kept after a merger; so few there are
    ("Sau khi rà soát, xã thống nhất giữ 37 MH.", ["37 maintained ..2023-07-20 cum"]),
    ("Cuối năm 2016, cả huyện chỉ vỏn vẹn 20 MH.", ["20 built 2016-01-01..2016-12-31"]),
    # a rank of units goes on from the total in the paragraph before
    (
        "Năm 2022, huyện xây dựng 500 MH.\n\nXã An Trạch dẫn đầu với 89 mô hình; xã Bình Hạ 84.",
        [
            "500 built 2022-01-01..2022-12-31",
            "89 built 2022-01-01..2022-12-31 @An Trạch",
            "84 built 2022-01-01..2022-12-31 @Bình Hạ",
        ],
    ),
    # units that did well are no division of the sum told last; each item has its own stages
    (
        "Kết quả phong trào năm 2022\n\nNăm 2022, các xã đăng ký 90 MH, trong đó 46 mô hình mới.\n\nTổng kết 10 năm, "
        "huyện có nhiều cách làm hay.\n\nMột số đơn vị tiêu biểu như sau:\n\n- Xã An Trạch: đăng ký 24, công nhận 20 "
        "mô hình.\n\n- Xã Bình Hạ: đăng ký 21, công nhận 17 mô hình.",
        [
            "90 registered 2022-01-01..2022-12-31",
            "46 registered 2022-01-01..2022-12-31 <0",
            "24 registered 2022-01-01..2022-12-31 @An Trạch",
            "20 recognised 2022-01-01..2022-12-31 @An Trạch <2",
            "21 registered 2022-01-01..2022-12-31 @Bình Hạ",
            "17 recognised 2022-01-01..2022-12-31 @Bình Hạ <4",
        ],
    ),
    # two verbs share the noun behind the second
    (
        "Năm 2022, huyện có nhiều MH. Xã An Trạch đăng ký 24, công nhận 20 mô hình.",
        ["24 registered 2022-01-01..2022-12-31 @An Trạch", "20 recognised 2022-01-01..2022-12-31 @An Trạch <0"],
    ),
    (
        "Năm 2022, phong trào MH lan rộng. Huyện đăng ký 24, xây dựng được 20 mô hình.",
        ["24 registered 2022-01-01..2022-12-31", "20 built 2022-01-01..2022-12-31 <0"],
    ),
    (
        "Năm 2022 công nhận 79 MH. Trong đó: kinh tế 25, văn hóa - xã hội 31, quốc phòng, an ninh 12, hệ thống chính "
        "trị 11.",
        [
            "79 recognised 2022-01-01..2022-12-31",
            "25 recognised 2022-01-01..2022-12-31 economy <0=",
            "31 recognised 2022-01-01..2022-12-31 culture_society <0=",
            "12 recognised 2022-01-01..2022-12-31 defence_security <0=",
            "11 recognised 2022-01-01..2022-12-31 political_system <0=",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORT_LISTS)
def test_what_lists_of_reports_say(text: str, expected: list[str]) -> None:
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


INSIDE = [
    (
        "Huyện đăng ký 90 MH, gồm kinh tế 47 (trong đó chăn nuôi 22, trồng trọt 15, nghề phụ 10), văn hóa - "
        "xã hội 30, quốc phòng - an ninh 13.",
        [
            "90 registered",
            "47 registered economy <0=",
            "22 registered economy <1=",
            "15 registered economy <1=",
            "10 registered economy <1=",
            "30 registered culture_society <0=",
            "13 registered defence_security <0=",
        ],
    ),
    (
        "Hai năm qua huyện xây dựng 87 MH: năm 2021 có 40 mô hình, chia ra tập thể 31, cá nhân 9; năm 2022 "
        "có 47 mô hình, tập thể 35, cá nhân 12.",
        [
            "87 built 2021-07-20..2023-07-20 cum",
            "40 built 2021-01-01..2021-12-31 <0=",
            "31 built 2021-01-01..2021-12-31 collective <1=",
            "9 built 2021-01-01..2021-12-31 individual <1=",
            "47 built 2022-01-01..2022-12-31 <0=",
            "35 built 2022-01-01..2022-12-31 collective <4=",
            "12 built 2022-01-01..2022-12-31 individual <4=",
        ],
    ),
    (
        "Toàn huyện có 90 MH: khối xã 60; khối lực lượng vũ trang 14 (Công an 8, Quân sự 6); khối đoàn thể 16.",
        ["90 built", "60 built <0=", "14 built <0=", "8 built <2=", "6 built <2=", "16 built <0="],
    ),
    (
        "Huyện có 80 MH, trong đó kinh tế 44, riêng chăn nuôi 20; văn hóa - xã hội 36, trong đó giáo dục 9, y tế 6.",
        [
            "80 built",
            "44 built economy <0=",
            "20 built economy <1",
            "36 built culture_society <0=",
            "9 built culture_society <3",
            "6 built culture_society <3",
        ],
    ),
    (
        "Huyện có 80 MH. Theo lĩnh vực, 80 mô hình phân ra: kinh tế 44, văn hóa - xã hội 36. Số 80 mô hình "
        "này chia ra: 60 tập thể, 20 cá nhân.",
        [
            "80 built",
            "44 built economy <0=",
            "36 built culture_society <0=",
            "60 built collective <0=",
            "20 built individual <0=",
        ],
    ),
    (
        "Huyện công nhận 33 MH. Tỉnh chọn 5 trong số 33 mô hình này. Trên báo giới thiệu 8 mô hình tiêu "
        "biểu, chọn ra từ 33 mô hình nói trên.",
        ["33 recognised district", "5 recognised district <0", "8 recognised district <0"],
    ),
    (
        "Năm 2022 huyện đăng ký 41 MH. Khối xã đăng ký 14, được công nhận 9 (cấp huyện 3, cấp xã 6).",
        [
            "41 registered 2022-01-01..2022-12-31",
            "14 registered 2022-01-01..2022-12-31",
            "9 recognised 2022-01-01..2022-12-31 <1",
            "3 recognised 2022-01-01..2022-12-31 district <2=",
            "6 recognised 2022-01-01..2022-12-31 commune <2=",
        ],
    ),
    (
        "Trong năm có 28 MH đăng ký mới. Năm sau huyện sẽ xét công nhận 30 mô hình, trong đó 8 mô hình đề "
        "nghị lên tỉnh; tuyên dương 20 mô hình.",
        [
            "28 registered 2023-01-01..2023-12-31",
            "30 planned",
            "8 planned 2023-01-01..2023-12-31 province <1",
            "20 planned <1",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), INSIDE)
def test_lists_inside_lists(text: str, expected: list[str]) -> None:
    """Which number divides which: brackets and lists inside a list, years with their own parts, totals said again."""
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


TOLD_LATER = [
    (
        "Phụ nữ Phú Hạc họp.\n\nHội có 64 MH.\n\nMảng giúp nhau làm kinh tế: 23 mô hình, trong đó nuôi gà 6, "
        "trồng bưởi 5. Mảng vệ sinh môi trường: 19 mô hình. Mảng nếp sống văn hóa: 22 mô hình.",
        [
            "64 built",
            "23 built economy <0=",
            "6 built economy <1",
            "5 built economy <1",
            "19 built environment <0",
            "22 built culture_society <0=",
        ],
    ),
    (
        "Ba năm 2020 - 2022, huyện xây dựng 94 MH; năm 2020 là 30 mô hình, năm 2021 là 38 mô hình, còn lại "
        "là năm 2022.",
        [
            "94 built 2020-01-01..2022-12-31 cum",
            "30 built 2020-01-01..2020-12-31 <0",
            "38 built 2021-01-01..2021-12-31 <0",
        ],
    ),
    (
        "Hai năm 2021 - 2022, huyện đăng ký 87 MH. Năm 2021 đăng ký 40, được công nhận 31. Năm 2022 đăng ký "
        "47, được công nhận 36.",
        [
            "87 registered 2021-01-01..2022-12-31 cum",
            "40 registered 2021-01-01..2021-12-31 <0=",
            "31 recognised 2021-01-01..2021-12-31 <1",
            "47 registered 2022-01-01..2022-12-31 <0=",
            "36 recognised 2022-01-01..2022-12-31 <3",
        ],
    ),
    (
        "Năm 2022, huyện đăng ký 60 MH (45 tập thể, 15 cá nhân), công nhận 48 mô hình. Còn 12 mô hình đăng "
        "ký mà không thực hiện được.",
        [
            "60 registered 2022-01-01..2022-12-31",
            "45 registered 2022-01-01..2022-12-31 collective <0=",
            "15 registered 2022-01-01..2022-12-31 individual <0=",
            "48 recognised 2022-01-01..2022-12-31 district <0",
            "12 registered 2022-01-01..2022-12-31 <0",
        ],
    ),
    (
        "Huyện công nhận 33 MH cấp huyện, công nhận cấp xã 41 mô hình. Từ những mô hình cấp huyện nói trên, "
        "huyện chọn 6 mô hình gửi tỉnh.",
        ["33 recognised district", "41 recognised commune", "6 recognised district <0"],
    ),
    (
        "Năm 2024, huyện giao chỉ tiêu 60 MH đăng ký mới, phấn đấu 25 mô hình đạt cấp huyện, 4 mô hình đạt cấp tỉnh.",
        [
            "60 planned 2024-01-01..2024-12-31",
            "25 planned 2024-01-01..2024-12-31 district <0",
            "4 planned 2024-01-01..2024-12-31 province <0",
        ],
    ),
    (
        "Năm 2024, huyện phấn đấu giữ vững 60 MH; 25 mô hình đạt cấp huyện; mỗi xã có 1 mô hình.",
        [
            "60 planned 2024-01-01..2024-12-31",
            "25 planned 2024-01-01..2024-12-31 district",
            "1 planned 2024-01-01..2024-12-31 @-",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_LATER)
def test_what_is_told_later_of_a_total(text: str, expected: list[str]) -> None:
    """Fields sentence by sentence, years of a total, what failed, what is chosen of a level, what a plan aims at."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


BESIDE = [
    (
        "Phong trào lan rộng. Xã An Trạch có 21 MH, trong đó 9 mô hình về kinh tế, 7 mô hình về môi trường; "
        "thị trấn Phú Hạc có 17 mô hình, trong đó 6 mô hình về kinh tế; xã Bình Hạ 15 mô hình.",
        [
            "21 built @An Trạch",
            "9 built economy @An Trạch <0",
            "7 built environment @An Trạch <0",
            "17 built",
            "6 built economy <3",
            "15 built @Bình Hạ",
        ],
    ),
    (
        "Vùng ven biển có 52 MH, trong đó 20 mô hình do đoàn viên làm; vùng đồng bào có đạo có 35 mô hình, "
        "bao gồm 21 mô hình của giáo xứ, 14 mô hình của các chùa.",
        ["52 built", "20 built <0", "35 built", "21 built <2=", "14 built <2="],
    ),
    (
        "Trong năm, huyện xây dựng 96 MH.\n\nTrong 96 mô hình đã làm, Ban Chỉ đạo huyện công nhận 60 mô "
        "hình: 44 tập thể, 16 cá nhân.",
        [
            "96 built 2023-01-01..2023-12-31",
            "60 recognised 2023-01-01..2023-12-31 district <0",
            "44 recognised 2023-01-01..2023-12-31 district collective <1=",
            "16 recognised 2023-01-01..2023-12-31 district individual <1=",
        ],
    ),
    (
        "Phụ nữ họp.\n\nHội có 46 MH, chia như sau:\n\n1. Theo đơn vị:\n\n- Khối xã: 30 mô hình.\n\n- Khối "
        "cơ quan: 16 mô hình.\n\n2. Theo chất lượng:\n\n- Tốt: 28 mô hình.\n\n- Khá: 18 mô hình.",
        ["46 built", "30 built <0=", "16 built <0=", "28 built <0=", "18 built <0="],
    ),
    (
        "Huyện công nhận 94 MH. Phân theo năm: năm 2021 có 40 mô hình (31 tập thể, 9 cá nhân), năm 2022 có "
        "54 mô hình (40 tập thể, 14 cá nhân).",
        [
            "94 recognised 2021-01-01..2022-12-31 cum district",
            "40 recognised 2021-01-01..2021-12-31 district <0=",
            "31 recognised 2021-01-01..2021-12-31 district collective <1=",
            "9 recognised 2021-01-01..2021-12-31 district individual <1=",
            "54 recognised 2022-01-01..2022-12-31 district <0=",
            "40 recognised 2022-01-01..2022-12-31 district collective <4=",
            "14 recognised 2022-01-01..2022-12-31 district individual <4=",
        ],
    ),
    (
        "Huyện đăng ký 71 MH, có 63/71 mô hình hoàn thành; 8 mô hình chậm tiến độ.",
        ["71 registered", "63/71 registered <0=", "8 registered <0="],
    ),
    (
        "Năm 2024, huyện đặt mục tiêu có 40 MH, 36 mô hình được công nhận.",
        ["40 planned 2024-01-01..2024-12-31", "36 planned 2024-01-01..2024-12-31 <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_lists_that_stand_beside_each_other(text: str, expected: list[str]) -> None:
    """Units told beside each other, lists under headings of their own, what is left of a share, what a plan aims at."""
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


# ---- long pages: the other words that plans, sums and stages are told in


LONG_PAGES: list[tuple[str, list[str]]] = [
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


@pytest.mark.parametrize(("text", "expected"), LONG_PAGES)
def test_what_long_pages_say_in_other_words(text: str, expected: list[str]) -> None:
    """Plans without a plan's verb, sums without a verb, stages that are divided, and those honoured beside a list."""
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


RANKS_AND_RESTS: list[tuple[str, list[str]]] = [
    (
        "Huyện có 74 MH. Lĩnh vực kinh tế chiếm nhiều nhất (31), thứ nhì là văn hóa - xã hội (28), sau cùng là an ninh "
        "trật tự (15).",
        ["74 built", "31 built economy <0=", "28 built culture_society <0=", "15 built defence_security <0="],
    ),
    (
        "Huyện có 74 MH: cấp tỉnh 21, cấp huyện 53. Riêng cấp tỉnh: đoàn thể 9, lực lượng vũ trang 7, trường học 5.",
        [
            "74 built",
            "21 built province <0=",
            "53 built district <0=",
            "9 built province <1=",
            "7 built province <1=",
            "5 built province <1=",
        ],
    ),
    (
        "Huyện có 74 MH. Nông dân đưa máy vào 31 thửa, 28 vườn và 15 ao.",
        ["74 built", "~ 31 thửa", "~ 28 vườn", "~ 15 ao"],
    ),
    (
        "Huyện có 74 MH. Lĩnh vực có nhiều mô hình nhất là xây dựng nông thôn mới (31); các lĩnh vực còn lại: kinh tế "
        "24, văn hóa 19.",
        ["74 built", "31 built new_countryside <0=", "24 built economy <0=", "19 built culture_society <0="],
    ),
    (
        "Huyện có 95 MH, nhiều nhất là xã An Trạch 34, ít nhất là xã Bình Hạ 12.",
        ["95 built", "34 built @An Trạch <0", "12 built @Bình Hạ <0"],
    ),
    (
        "Huyện có 95 MH. Xã An Trạch có số mô hình cao nhất (18), tiếp theo là xã Bình Hạ 14.",
        ["95 built", "18 built @An Trạch <0", "14 built @Bình Hạ <0"],
    ),
    (
        "Xã An Trạch xây dựng 13 MH, được công nhận 11; xã Bình Hạ xây dựng 12, được công nhận 8.",
        ["13 built @An Trạch", "11 recognised @An Trạch <0", "12 built @Bình Hạ", "8 recognised @Bình Hạ <2"],
    ),
    (
        "Xã An Trạch đăng ký 48 MH, hiệu quả 37; xã Bình Hạ đăng ký 40, hiệu quả 31.",
        [
            "48 registered @An Trạch",
            "37 maintained @An Trạch <0",
            "40 registered @Bình Hạ",
            "31 maintained @Bình Hạ <2",
        ],
    ),
    (
        "Mỗi năm, số MH được công nhận đều tăng: 2020 có 15, 2021 có 18, 2022 có 23.",
        [
            "15 recognised 2020-01-01..2020-12-31",
            "18 recognised 2021-01-01..2021-12-31",
            "23 recognised 2022-01-01..2022-12-31",
        ],
    ),
    (
        "Số MH được công nhận giảm: năm 2021 là 31, năm 2022 là 26.",
        ["31 recognised 2021-01-01..2021-12-31", "26 recognised 2022-01-01..2022-12-31"],
    ),
    (
        "Năm 2022, xã An Trạch có 42 MH (lũy kế 161), xã Bình Hạ có 20 (lũy kế 98), xã Cẩm Lộc 14.",
        [
            "42 built 2022-01-01..2022-12-31 @An Trạch",
            "161 built ..2023-07-20 cum @An Trạch",
            "20 built 2022-01-01..2022-12-31 @Bình Hạ",
            "98 built ..2023-07-20 cum @Bình Hạ",
            "14 built 2022-01-01..2022-12-31 @Cẩm Lộc",
        ],
    ),
    (
        "Năm 2022, huyện đăng ký 47 MH. Qua bình xét, đạt 36/47 mô hình, gồm kinh tế 16, văn hóa 20. Còn 11 mô hình "
        "chưa đạt.",
        [
            "47 registered 2022-01-01..2022-12-31",
            "36/47 2022-01-01..2022-12-31 <0=",
            "16 2022-01-01..2022-12-31 economy <1=",
            "20 2022-01-01..2022-12-31 culture_society <1=",
            "11 registered 2022-01-01..2022-12-31 <0=",
        ],
    ),
    (
        "Xã An Trạch có 32 MH, xã Bình Hạ 29, xã Cẩm Lộc 27, trong đó 6 mô hình do phụ nữ làm chủ.",
        ["32 built @An Trạch", "29 built @Bình Hạ", "27 built @Cẩm Lộc", "6 built @Cẩm Lộc <2"],
    ),
    (
        "Từ năm 2009 đến nay, huyện xây dựng 386 MH, đang duy trì 142 mô hình; 58 mô hình tự kết thúc.",
        ["386 built 2009-01-01..2023-07-20 cum", "142 maintained ..2023-07-20 cum", "58 2009-01-01..2023-07-20 cum <0"],
    ),
    (
        "Xã đang duy trì 8 MH, năm nay thêm 2 mô hình mới.",
        ["8 maintained ..2023-07-20 cum", "2 built 2023-01-01..2023-12-31"],
    ),
    (
        "Huyện có 20 MH; 36 mô hình xây dựng trước năm 2011 còn duy trì thì hiện có 56 mô hình.",
        ["20 built ..2023-07-20 cum", "36 maintained ..2010-12-31 cum", "56 built ..2023-07-20 cum"],
    ),
    (
        "Huyện đăng ký 46 MH. Huyện ủy giao Ban Dân vận chọn 10 mô hình để công nhận.",
        ["46 registered", "10 planned <0"],
    ),
    ("Công an có 111 MH, trong đó 64 mô hình ở xã biên giới.", ["111 built", "64 built <0"]),
    ("Qua kiểm tra, 118 MH hoạt động tốt, 52 mô hình hoạt động khá.", ["118 maintained", "52 maintained"]),
    (
        "Qua kiểm tra, 118 MH hoạt động tốt, 52 mô hình hoạt động khá, 25 mô hình cầm chừng.",
        ["118 maintained", "52 maintained", "25"],
    ),
    (
        "Huyện có 195 MH. Qua kiểm tra, 118 mô hình hoạt động tốt, 52 mô hình hoạt động khá, 25 mô hình cầm chừng.",
        ["195 built", "118 maintained <0=", "52 maintained <0=", "25 <0="],
    ),
    (
        "Huyện có 205 MH. Qua kiểm tra, 118 mô hình hoạt động tốt, 52 mô hình hoạt động khá, 25 mô hình cầm chừng.",
        ["205 built", "118 maintained <0", "52 maintained <0", "25 <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RANKS_AND_RESTS)
def test_ranks_sums_and_what_is_left(text: str, expected: list[str]) -> None:
    """Numbers that add up to the total before them, ranks, lists of years, running totals, what is left, grades."""
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


WHO_AND_WHAT_IS_LEFT: list[tuple[str, list[str]]] = [
    (
        "Trường học đăng ký 264 MH, thực hiện thành công 231 mô hình, 33 mô hình không thực hiện được.",
        ["264 registered", "231 built <0=", "33 registered <0="],
    ),
    (
        "Huyện có 19 MH được công nhận cấp tỉnh. Riêng năm 2022, công nhận cấp tỉnh 6, cấp huyện 3.",
        [
            "19 recognised 2023-01-01..2023-12-31 province",
            "6 recognised 2022-01-01..2022-12-31 province",
            "3 recognised 2022-01-01..2022-12-31 district",
        ],
    ),
    (
        "Các xã có nhiều MH được công nhận gồm: xã An Trạch 9, xã Bình Hạ 8, xã Cẩm Lộc 7.",
        ["9 recognised @An Trạch", "8 recognised @Bình Hạ", "7 recognised @Cẩm Lộc"],
    ),
    (
        "Huyện có 64 MH, mô hình kinh tế nhiều hơn cả (35), tiếp sau là văn hóa - xã hội (29).",
        ["64 built", "35 built economy <0=", "29 built culture_society <0="],
    ),
    (
        "Huyện đăng ký 312 MH. Đến nay có 176 mô hình đi vào hoạt động, trong đó xã An Trạch 14; 136 "
        "mô hình còn lại đang chuẩn bị.",
        [
            "312 registered",
            "176 maintained ..2023-07-20 cum <0=",
            "14 maintained ..2023-07-20 cum @An Trạch <1",
            "136 registered <0=",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHO_AND_WHAT_IS_LEFT)
def test_who_has_most_what_is_left_and_what_succeeded(text: str, expected: list[str]) -> None:
    """What was carried out of what was registered, units that have many, levels behind a verb, what is left."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


DIVIDED_WITHOUT_WORDS: list[tuple[str, list[str]]] = [
    # what fell short and what did not make up a total told before, however far, whatever stands between
    (
        "Huyện có 312 MH đăng ký. Có 8 tập thể được khen thưởng. Huyện kiểm tra, có 268 mô hình hoạt động hiệu quả; "
        "31 mô hình ở mức khá; 13 mô hình chưa rõ kết quả.",
        [
            "312 registered",
            "~ 8 tập thể commended collective",
            "268 maintained <0=",
            "31 maintained <0=",
            "13 <0=",
        ],
    ),
    (
        "Huyện có 92 MH, trong đó 34 mô hình ở thôn.\n\nQua rà soát, 71 mô hình hoạt động tốt, 21 mô hình cầm chừng.",
        ["92 built", "34 built <0", "71 maintained <0=", "21 <0="],
    ),
    (
        "Huyện đăng ký 73 MH. Đến nay, đã triển khai 44 mô hình, đang làm 16 mô hình, chưa triển khai 13 mô hình.",
        [
            "73 registered",
            "44 built ..2023-07-20 cum <0=",
            "16 registered <0=",
            "13 ..2023-07-20 cum <0=",
        ],
    ),
    (
        "Huyện kiểm tra 90 MH, công nhận 64 mô hình. Trong 64 mô hình này có 50 tập thể, 14 cá nhân. Số không được "
        "công nhận là 26 mô hình.",
        [
            "90",
            "64 recognised district <0",
            "50 recognised district collective <1=",
            "14 recognised district individual <1=",
            "26 <0",
        ],
    ),
    (
        "Huyện đăng ký 94 MH. Tính đến 30/6, có 61 mô hình đã triển khai, 33 mô hình chưa triển khai.",
        ["94 registered", "61 built <0=", "33 registered <0="],
    ),
    # sums by chance: of what only ends a sentence, of what is to come
    (
        "Huyện có 89 MH về kinh tế. Có 158 mô hình loại tốt, 71 mô hình loại khá, 18 mô hình loại trung bình.",
        ["89 built economy", "158 maintained", "71 maintained", "18"],
    ),
    # the rest of a part ends the part, not its whole
    (
        "Huyện có 92 MH, gồm kinh tế 38, trong đó trồng rừng 17, chăn nuôi 12, còn lại là dịch vụ; văn hóa - xã hội "
        "31; an ninh 23.",
        [
            "92 built",
            "38 built economy <0=",
            "17 built economy <1",
            "12 built economy <1",
            "31 built culture_society <0=",
            "23 built defence_security <0=",
        ],
    ),
    # what is registered already fills no years to come, but for a sentence that names them
    (
        "Giai đoạn 2021 - 2025, huyện tập trung chỉ đạo phong trào. Xã An Trạch đăng ký 17 MH.",
        ["17 registered 2021-01-01..2023-07-20 cum @An Trạch"],
    ),
    ("Giai đoạn 2021 - 2025, các xã đăng ký 58 MH.", ["58 registered 2021-01-01..2025-12-31 cum"]),
    # units that have most recognised are of those recognised
    (
        "Huyện đăng ký 118 MH, công nhận 74 mô hình. Xã An Trạch là xã có nhiều mô hình được công nhận hơn cả với 18 "
        "mô hình, kế đến xã Bình Hạ 14.",
        [
            "118 registered",
            "74 recognised district <0",
            "18 recognised district @An Trạch <1",
            "14 recognised district @Bình Hạ <1",
        ],
    ),
    (
        "Đến hết tháng 6/2023, huyện đã xây dựng được 374 MH, riêng năm 2022 là 91.",
        ["374 built ..2023-06-30 cum", "91 built 2022-01-01..2022-12-31 <0"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DIVIDED_WITHOUT_WORDS)
def test_what_adds_up_and_what_is_left(text: str, expected: list[str]) -> None:
    """Parts that only their sum tells, rests of parts, the last year of a stock."""
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


TWO_HOLDERS: list[tuple[str, list[str]]] = [
    # behind two totals told by their holders each part is of the one of its own
    (
        "Huyện công nhận 60 MH tập thể và 35 mô hình cá nhân, trong đó có 3 mô hình tập thể cấp tỉnh; 9 mô hình tập "
        "thể, 8 mô hình cá nhân cấp huyện; 48 mô hình tập thể và 27 mô hình cá nhân cấp xã.",
        [
            "60 recognised district collective",
            "35 recognised district individual",
            "3 recognised province collective <0=",
            "9 recognised district collective <0=",
            "8 recognised district individual <1=",
            "48 recognised commune collective <0=",
            "27 recognised commune individual <1=",
        ],
    ),
    (
        "Huyện xây dựng 100 MH (62 tập thể, 38 cá nhân), trong đó cấp huyện 10 tập thể, 5 cá nhân; cấp xã 52 tập "
        "thể, 33 cá nhân.",
        [
            "100 built",
            "62 built collective <0=",
            "38 built individual <0=",
            "10 built district collective <1=",
            "5 built district individual <2=",
            "52 built commune collective <1=",
            "33 built commune individual <2=",
        ],
    ),
    (
        "Huyện đăng ký 420 MH. Có 88 mô hình tập thể và 41 mô hình cá nhân được công nhận, trong đó cấp tỉnh 3 mô "
        "hình tập thể, 1 mô hình cá nhân.",
        [
            "420 registered",
            "88 recognised collective <0",
            "41 recognised individual <0",
            "3 recognised province collective <1",
            "1 recognised province individual <2",
        ],
    ),
    (
        "Huyện đăng ký 75 MH tập thể, 50 mô hình cá nhân, trong đó kinh tế 30 mô hình tập thể, 28 mô hình cá nhân; "
        "văn hóa - xã hội 45 mô hình tập thể, 22 mô hình cá nhân.",
        [
            "75 registered collective",
            "50 registered individual",
            "30 registered economy collective <0=",
            "28 registered economy individual <1=",
            "45 registered culture_society collective <0=",
            "22 registered culture_society individual <1=",
        ],
    ),
    (
        "Huyện công nhận 50 mô hình cá nhân và 20 MH tập thể; trong đó 4 mô hình cá nhân, 2 mô hình tập thể đạt cấp "
        "tỉnh.",
        [
            "50 recognised district individual",
            "20 recognised district collective",
            "4 recognised province individual <0",
            "2 recognised province collective <1",
        ],
    ),
    # in a district the city is the province's where that is one
    ("Quận Ô Môn, thành phố Cần Thơ có 20 MH đạt cấp TP.", ["20 recognised province @Ô Môn"]),
    # other things between, or one holder alone, divide nothing
    (
        "Huyện có 42 MH tập thể, 18 mô hình cá nhân; vận động 60 hộ hiến đất, trong đó 12 tập thể góp công.",
        ["42 built collective", "18 built individual", "~ 60 hộ", "~ 12 tập thể collective"],
    ),
    (
        "Huyện có 42 MH tập thể; trong đó 12 mô hình cấp tỉnh. Có 18 mô hình cá nhân.",
        ["42 built collective", "12 built province collective <0", "18 built individual"],
    ),
    (
        "Huyện có 42 MH tập thể và 18 mô hình cá nhân. Trong đó 30 hộ thoát nghèo.",
        ["42 built collective", "18 built individual", "~ 30 hộ"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TWO_HOLDERS)
def test_parts_behind_totals_of_two_holders(text: str, expected: list[str]) -> None:
    """Each part is of the total of its holder, and both of a pair have the level and the field that lead it."""
    assert told(text.replace("MH", 'mô hình "Dân vận khéo"')) == expected


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
