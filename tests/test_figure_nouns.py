"""What is counted: nouns that stand elsewhere, labels, measures, persons, and numbers that count nothing.

What a line says is told in tests/telling.py.
"""

from __future__ import annotations

import pytest

from danvan.api import extract
from telling import read, told

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


TITLED = [
    ("Từ đó, huyện xây dựng được 60 mô hình mới.", "60"),
    ("Ban Dân vận Huyện ủy chọn 5 mô hình tiêu biểu in thành sách.", "5"),
    ("Hiện 60 mô hình vẫn đang hoạt động.", "60"),
    ("Cả huyện hiện có 24 mô hình kinh tế hợp tác.", "~ 24"),
    ("Cả huyện hiện có 24 mô hình nuôi dê.", "~ 24"),
    ("Khoảng 15% mô hình còn yếu.", "about"),
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
