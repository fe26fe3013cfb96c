"""Parts: pages whose lines say before ">" what they become. "cut>" lines leave the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.ingest.parts import Origin, read_parts
from danvan.match import find, unmark
from danvan.ruleset import Rule, load_rules
from danvan.text.article import Draft
from danvan.text.clean import to_raw
from danvan.text.view import fold_view

RULES = load_rules()
FIRST = (
    "Ngày 11/01/2022, Đảng ủy xã An Trạch tổ chức hội nghị tổng kết công tác dân vận năm 2021. Đến dự có đại diện Ban "
    "Dân vận Huyện ủy Phú Hạc và bí thư các chi bộ ấp."
)
SECOND = (
    "Trong năm, toàn xã xây dựng được 33 mô hình “Dân vận khéo”, trong đó có 20 mô hình của tập thể. Nhân dân hiến "
    "1.200 m2 đất để mở rộng đường."
)
TITLE = "Xã An Trạch tổng kết công tác dân vận năm 2021"


def read(raw: str, **known: str) -> Draft:
    return read_parts(raw, RULES, Origin(**known))


def parts_of(draft: Draft) -> list[tuple[str, str]]:
    return [(p.kind, draft.text[p.start : p.end]) for p in draft.parts]


def page(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """The page out of its marked lines, and the parts it must give; {T}, {1}, {2} are a title and two paragraphs."""
    lines, parts = [], []
    for line in marked.strip("\n").replace("{1}", FIRST).replace("{2}", SECOND).replace("{T}", TITLE).split("\n"):
        kind, mark, text = line.partition("> ")
        if not mark:
            lines.append("")
            continue
        lines.append(text)
        if kind == "+":
            parts[-1] = (parts[-1][0], parts[-1][1] + "\n" + text)
        elif kind != "cut":
            parts.append((kind, text))
    return "\n".join(lines), parts


@pytest.mark.parametrize("rule", RULES.of("layout"), ids=lambda rule: rule.id)
def test_rule_proves_itself(rule: Rule) -> None:
    assert rule.source, "a rule says where its form was seen"
    for example in rule.examples:
        text, spans = unmark(example["text"])
        assert [(m.start, m.end) for m in find(rule, fold_view(text))] == spans
    for text in rule.never:
        assert find(rule, fold_view(text)) == []


PAGES = {
    "portal with a byline under the title": """
title> {T}
byline> (09:54 | 14/01/2022)

lead> {1}

body> {2}

author> Nguyễn Văn Khá Chủ tịch MTTQ xã An Trạch
""",
    "header, menu, page clock over the title": """
cut> Thứ Năm, 9/3/2023
cut> Cổng thông tin điện tử huyện Phú Hạc
cut> TRANG CHỦ | GIỚI THIỆU | THỦ TỤC HÀNH CHÍNH | LIÊN HỆ
cut> Đường dây nóng: 0203.3876.114

title> {T}
byline> Cập nhật lúc: 09:20 | 14/01/2022
cut> Lượt xem: 1,204

lead> {1}
body> {2}
author> Thu Hường (Trung tâm Truyền thông và Văn hóa)

cut> Lượt truy cập: 4.182.077 | Đang trực tuyến: 212
cut> Bản quyền thuộc UBND huyện Phú Hạc - tỉnh Lam Giang
""",
    "newspaper with share bar, links between paragraphs, tags": """
cut> Thời sự
cut> Kinh tế
cut> Xã hội

title> {T}
byline> 14/01/2022 - 05:48
cut> Zalo Facebook Twitter Bản in Cỡ chữ A- A+

lead> {1}

caption> Quang cảnh hội nghị tổng kết. Ảnh: T.H

cut> >> Lam Hà: 100% khóm, ấp tổ chức Ngày hội Đại đoàn kết
cut> >> Thượng Nguyên tuyên dương 120 gương “Dân vận khéo”

body> Từ phum sóc tới xóm bè

body> {2}

author> THU HƯỜNG

cut> Tags: dân vận khéo Lam Giang
cut> Bình luận (0)
""",
    "headlines of other units without a mark": """
title> {T}
byline> 07:35 | 14/01/2022
lead> {1}

cut> Thượng Nguyên: 100% thôn vùng cao có tổ dân vận
cut> Đông Hà Nam trao 15 nhà đại đoàn kết cho hộ nghèo
cut> Lam Hà: Hơn 700 mô hình dân vận khéo được nhân rộng

cut> lg1.jpg
caption> Đồng chí Giáp Thị Nga trao thưởng cho các tập thể. Ảnh: VIỆT DŨNG

body> {2}
author> Tường Vi

cut> Tin cùng chuyên mục
cut> » Thượng Nguyên: Hiệu quả từ 46 tổ dân vận thôn
cut> » Lam Giang công bố 12 nhóm giải pháp giảm nghèo
""",
    "one headline of another province": """
title> {T}
lead> {1}

cut> Lam Hà: 100% khu dân cư tổ chức Ngày hội

body> {2}
""",
    "a list of communes after a colon stays": """
title> {T}
lead> {1}
body> Số mô hình đăng ký của từng xã như sau:
body> Lam Hà: 12 mô hình trên lĩnh vực kinh tế
body> Đông Hà Nam: 15 mô hình trên lĩnh vực văn hóa
body> {2}
""",
    "a heading that names a place of the article stays": """
title> {T}
lead> {1}

body> An Trạch: Khi cả xã cùng làm dân vận

body> {2}
""",
    "NukeViet foot": """
title> {T}
byline> Thứ sáu - 14/01/2022 15:42
lead> {1}
cut> {T}
body> {2}

author> Tác giả bài viết: Hồng Điệp

cut> Tổng số điểm của bài viết là: 10 trong 2 đánh giá
cut> Xếp hạng: 5 - 2 phiếu bầu
cut> Click để đánh giá bài viết
cut> Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập. Thời gian chờ: 60 giây
cut> Những tin mới hơn
cut> Xã Bình Hạ trao 20 suất quà (12/01/2022)
""",
    "other news with teasers as long as paragraphs": """
title> {T}
byline> Ngày đăng: 14/01/2022
lead> {1}
body> {2}
author> Tin, ảnh: Trúc Lam
cut> Các tin khác
cut> Xã Bình Hạ trao nhà Đại đoàn kết
cut> Sáng 10/01, Ủy ban MTTQ xã Bình Hạ phối hợp mạnh thường quân trao 3 căn nhà, mỗi căn 60 triệu đồng cho hộ nghèo.
""",
    "headlines right above the comments": """
title> {T}
byline> Ngày đăng: 14/01/2022
lead> {1}
body> {2}
cut> Thành phố thêm 2.315 căn hộ tái định cư trong năm 2020
cut> Phường bên cạnh có 5 mô hình giảm rác
cut> Bình luận (0)
""",
    "a caption that is printed twice": """
title> {T}
byline> Ngày đăng: 14/01/2022
lead> {1}
caption> Riêng mảng kinh tế, huyện có 71 mô hình.
cut> Riêng mảng kinh tế, huyện có 71 mô hình.
body> {2}
""",
    "a teaser under the signature": """
title> {T}
byline> Ngày đăng: 14/01/2022
lead> {1}
body> {2}
author> Tin, ảnh: Trúc Lam
cut> Chiều 10/01, Hội Nông dân xã Bình Hạ họp mặt với các tổ hợp tác để bàn cách trồng màu vụ tới.
""",
    "lines wrapped at eighty characters": """
title> {T}
byline> 14/01/2022, 08:10 (GMT+7)

lead> Qua hai năm thực hiện phong trào thi đua “Dân vận khéo”, huyện Phú Hạc có nhiều
+> cách làm hay, được nhân dân đồng tình. Ngày 11/01/2022, Ủy ban nhân dân huyện và
+> Ban Dân vận Huyện ủy đã tổ chức hội nghị sơ kết. Ông Lê Quang Thành - Phó Chủ
+> tịch Thường trực UBND huyện chủ trì hội nghị.

body> Trong hai năm, toàn huyện đã xây dựng 143 mô hình, trong đó có 52 mô hình kinh
+> tế, 49 mô hình văn hóa, xã hội, 24 mô hình an ninh và 18 mô hình xây dựng hệ
+> thống chính trị. Đến cuối năm, có 120/143 mô hình hoạt động hiệu quả.

author> Nguyễn Lan
""",
    "list items are paragraphs": """
title> {T}
byline> Ngày đăng: 14/01/2022
lead> {1}
body> Cụ thể ở từng ấp:
body> - Ấp Định Nam: Chi bộ làm mô hình “Lộ hoa, nhà sạch” dài 1.850m, có 63 hộ tham gia
body> - Ấp Định Bắc: Tổ hùn vốn của Chi hội Phụ nữ ấp có 28 chị
body> 1. Chi bộ ấp Phước Hội, xã An Trạch
body> Tên mô hình: “Đảng viên đi trước”.
body> {2}
""",
    "alternative text and caption": """
title> {T}
lead> {1}

cut> Một buổi vận động người dân đưa chuồng trại ra xa nhà ở
caption> Một buổi vận động người dân đưa chuồng trại ra xa nhà ở. Ảnh: Mai Hương

body> {2}
""",
    "day at the end": """
title> {T}
lead> {1}
body> {2}
author> Hoàng Tú - Ban Dân vận Huyện ủy

byline> Ngày đăng: 14/01/2022
cut> Số lượt đọc: 356
""",
    "a caption over a text without title": """
caption> Cán bộ xã An Trạch đến từng nhà vận động bà con giữ rừng.
lead> {1}
body> {2}
""",
    "day glued to the text": """
cut> Thời sự địa phương
title> {T}
byline> 14/01/2022
body> {1}
""",
    "kicker with a colon belongs to the title": """
cut> • Chung sức vì cộng đồng
title> Phú Hạc:
+> Bàn giao 5 căn nhà, nối thêm một nhịp cầu
byline> 14/01/2022 15:05 GMT +7
byline> • Nguồn: Báo Lam Giang
lead> {1}
body> {2}
""",
    "name of the site twice, two dates, then the title": """
cut> Nông thôn ngày mới
cut> Nông thôn ngày mới
cut> Thứ tư, ngày 24 tháng 4 năm 2024
byline> Thứ sáu, ngày 14 tháng 1 năm 2022 | 10:31

title> {T}

lead> {1}
body> {2}
""",
    "title, lead without a full stop, day": """
title> {T}

+> Nhiều cách làm hay được nhân dân trong xã đồng tình hưởng ứng

byline> 14/01/2022 10:15
lead> {1}
body> {2}
""",
    "a list between paragraphs holds no captions": """
title> {T}
lead> {1}
body> Mô hình “Tuyến đường không rác” của Chi hội Phụ nữ ấp Định Nam
body> Mô hình “Camera an ninh” của Công an xã An Trạch
body> Mô hình “Bữa sáng không đồng” của Trường Mầm non Hoa Mai
body> {2}
""",
    "a day between paragraphs heads a section": """
title> {T}
byline> 14/01/2022
lead> {1}
body> Ngày 12/01/2022
body> {2}
""",
    "the office under the signature": """
title> {T}
lead> {1}
body> {2}
author> Hà Thị Mây
author> (Ban Dân vận Huyện ủy)
""",
    "a paper that prints the day over the title": """
byline> Thứ Sáu, 14/01/2022, 17:44 (GMT+7)
cut> .

title> {T}

lead> {1}
body> {2}
""",
    "weather and clocks of a television portal": """
cut> Chuyên trang truyền hình Lam Giang
cut> thứ tư, 26/11/2025
cut> Lam Giang weather 25° - 33° C
cut> 33° C
cut> Lam Giang
cut> thứ tư, 26/11/2025

title> {T}

lead> {1}
body> {2}

cut> Các bài viết cùng chuyên mục
cut> Huyện Bình Sơn họp mặt hội đồng hương tại Thành phố
""",
    "headlines run together": """
cut> 18:41 15/01/2025
cut> Kỷ niệm 80 năm (1944 - 2024) * Mừng Giáng sinh 2024 và năm mới * Gần 200 đại biểu dự thi * Tỉnh có 250 cán bộ
title> {T}
lead> {1}
caption> Chị Ý trong lần hỗ trợ nhu yếu phẩm cho người dân. Ảnh: T.L
body> {2}
""",
    "a report with its head and its signature": """
cut> TRANG THÔNG TIN ĐIỆN TỬ HUYỆN PHÚ HẠC - TP. LAM GIANG
cut> Trang chủ | Giới thiệu | Thư điện tử | Liên hệ

title> {T}
byline> Ngày đăng: 14/01/2022 - Lượt xem: 318

body> HUYỆN ỦY PHÚ HẠC
body> BAN DÂN VẬN
body> Số 47-BC/BDV
body> Phú Hạc, ngày 10 tháng 01 năm 2022
body> BÁO CÁO

lead> {1}
body> I. KẾT QUẢ
body> {2}

body> Nơi nhận:
body> - Lưu VT.
author> TRƯỞNG BAN
author> (Đã ký)
author> Lò Thị Pín
""",
    "a newsletter with its table of contents": """
cut> BẢN TIN DÂN VẬN                                        Số 08 - 2022
cut> TRONG SỐ NÀY:
cut> - Lam Hà nhân rộng 64 mô hình “Dân vận khéo” ............ tr. 3
cut> - Thơ: Về lại bến xưa ...................................... tr. 12

title> {T}

lead> {1}
body> {2}

author> Bài, ảnh: Minh Trí
cut> BAN DÂN VẬN TỈNH ỦY LAM GIANG                                         5
""",
    "a newsletter sent by mail": """
byline> Phát hành thứ Sáu hằng tuần | Số 41, thứ Sáu 14-01-2022
cut> Nếu không đọc được thư này, xin bấm vào đây. Hủy nhận tin

title> CHUYỆN DÂN VẬN Ở AN TRẠCH ĐÔNG

lead> {1}
body> {2}
""",
    "menus in one line": """
cut> Trang chủ   Chính trị   Đất và người Lam Giang   Nhịp sống trẻ
cut> Tin tức >> Hoạt động cơ sở
cut> PHƯỜNG HÒA BÌNH - TX.LAM GIANG
title> {T}
byline> 14/01/2022
lead> {1}
body> {2}
author> P.Tâm
""",
    "rows of a table that say the same": """
title> {T}
byline> 14/01/2022
lead> {1}
body> Xã An Trạch
body> 12
body> 12
body> Xã Bình Hạ
body> 12
body> {2}
""",
    "a short text has no title": """
body> Đến nay, toàn huyện xây dựng được 118 mô hình "Dân vận khéo" (81 tập thể, 37 cá nhân).
""",
    "a line without a full stop is text too": """
body> Năm 2022, huyện có 96 mô hình
""",
}


@pytest.mark.parametrize("marked", PAGES.values(), ids=PAGES)
def test_lines_become_parts(marked: str) -> None:
    raw, parts = page(marked)
    assert parts_of(read(raw)) == parts


BYLINES = [
    ("(09:54 | 14/01/2022)", "2022-01-14T09:54", "14/01/2022"),
    ("09:54 14/01/2022", "2022-01-14T09:54", "14/01/2022"),
    ("07:00:21 14/01/2022", "2022-01-14T07:00", "14/01/2022"),
    ("12:01 AM - 14/01/2022", "2022-01-14T00:01", "14/01/2022"),
    ("Ngày xuất bản: 14/01/2022 2:21:00 CH", "2022-01-14T14:21", "14/01/2022"),
    ("Ngày xuất bản: 14/01/2022 12:05:00 SA", "2022-01-14T00:05", "14/01/2022"),
    ("Thứ sáu - 14/01/2022 09:10", "2022-01-14T09:10", "14/01/2022"),
    ("Thứ 6, 14/01/2022 | 15:21:15", "2022-01-14T15:21", "14/01/2022"),
    ("THỨ SÁU, 14/01/2022 10:20:32", "2022-01-14T10:20", "14/01/2022"),
    ("09:00:05 - Thứ sáu, 14/01/2022", "2022-01-14T09:00", "14/01/2022"),
    ("Thứ sáu, 14/01/2022 - 11:21'", "2022-01-14T11:21", "14/01/2022"),
    ("Thứ sáu Ngày 14 Tháng 01 Năm 2022, 08:53:41", "2022-01-14T08:53", "14 Tháng 01 Năm 2022"),
    ("Chủ nhật, 16/01/2022, 20:05", "2022-01-16T20:05", "16/01/2022"),
    ("Đăng ngày 14/1/2022", "2022-01-14", "14/1/2022"),
    ("Ngày đăng: 14-01-2022", "2022-01-14", "14-01-2022"),
    ("• Cập nhật: 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Cập nhật lúc: 18:18 |14/01/2022", "2022-01-14T18:18", "14/01/2022"),
    ("14/01/2022, 08:10 (GMT+7)", "2022-01-14T08:10", "14/01/2022"),
    ("[GMT+7] 14.01.2022 lúc 8h05", "2022-01-14T08:05", "14.01.2022"),
    ("Ngày 14-01-2022 Lượt xem 186", "2022-01-14", "14-01-2022"),
    ("04/07/2022 - 16:48 | Lượt xem: 1,372", "2022-07-04T16:48", "04/07/2022"),
    ("2022-01-14 08:15:00", "2022-01-14T08:15", "2022-01-14"),
    ("14 Tháng 1, 2022", "2022-01-14", "14 Tháng 1, 2022"),
    ("14 Tháng Một, 2022", "2022-01-14", "14 Tháng Một, 2022"),
    ("Tháng Mười Hai 14, 2021", "2021-12-14", "Tháng Mười Hai 14, 2021"),
    ("Thời sự | 14/01/2022 | 08:15", "2022-01-14T08:15", "14/01/2022"),
    ("Viết bởi Ban Dân vận | 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Phú Hạc, ngày 14 tháng 01 năm 2022", "2022-01-14", "14 tháng 01 năm 2022"),
    ("Hạnh Nguyên 14/01/2022 19:15", "2022-01-14T19:15", "14/01/2022"),
    ("Bài, ảnh: Mỹ Hạnh - 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Bút ký của Lê Hoa, cuối năm| 14/01/2022 09:31", "2022-01-14T09:31", "14/01/2022"),
    ("19/01/2022 23:08 160", "2022-01-19T23:08", "19/01/2022"),
    ("Thứ hai - 17/01/2022 09:40    538    0", "2022-01-17T09:40", "17/01/2022"),
    ("Thứ Tư, ngày 19/01/2022 | 05:38", "2022-01-19T05:38", "19/01/2022"),
    ("BĐT 14/01/2022 06:43", "2022-01-14T06:43", "14/01/2022"),
    ("Như Tâm - 08:54, 14/01/2022", "2022-01-14T08:54", "14/01/2022"),
    ("bởi Linh 14 Tháng 1, 2022", "2022-01-14", "14 Tháng 1, 2022"),
    ("Đăng bởi: Trúc Ly vào lúc 14:20:00 14/01/2022", "2022-01-14T14:20", "14/01/2022"),
    ("Ngày 14/01/2022", "2022-01-14", "14/01/2022"),
    ("14/01/2022 lúc 09:10 (GMT+7)", "2022-01-14T09:10", "14/01/2022"),
    ("T6, 14/01/2022 - 14:20", "2022-01-14T14:20", "14/01/2022"),
    ("Thứ 6 ngày 14/01/2022 2:20 CH", "2022-01-14T14:20", "14/01/2022"),
    ("Được đăng ngày Thứ sáu, 14 Tháng 1 2022 15:09", "2022-01-14T15:09", "14 Tháng 1 2022"),
    ("Published on Friday, 14 January 2022 14:20", "2022-01-14T14:20", "14 January 2022"),
    ("Ngày cập nhật: 2022-01-14 14:20:11.0", "2022-01-14T14:20", "2022-01-14"),
    ("14-01-2022 | 14:20 GMT+7  |  Xem cỡ chữ", "2022-01-14T14:20", "14-01-2022"),
    ("14/01/2022 14:20 | Chính trị - Xã hội | Lê Hoa", "2022-01-14T14:20", "14/01/2022"),
    ("Lê Hoa (14/01/2022 14:20)", "2022-01-14T14:20", "14/01/2022"),
    ("Tin: Lê Hoa | 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Thời gian: 14/01/2022", "2022-01-14", "14/01/2022"),
    ("14 thg 1, 2022", "2022-01-14", "14 thg 1, 2022"),
    ("14 thg 01 2022", "2022-01-14", "14 thg 01 2022"),
    ("Ngày đăng 14/01/2022 | 14:20 PM", "2022-01-14T14:20", "14/01/2022"),
    ("Thứ sáu | 14.01.2022 | 14:20'", "2022-01-14T14:20", "14.01.2022"),
    ("Cập nhật: 14/01/2022 | 2:20:05 PM", "2022-01-14T14:20", "14/01/2022"),
    ("14 giờ 20 phút, ngày 14 tháng 01 năm 2022", "2022-01-14T14:20", "14 tháng 01 năm 2022"),
    ("14:20 ngày 14/01/2022", "2022-01-14T14:20", "14/01/2022"),
    ("14 tháng 1, 2022 lúc 14:20", "2022-01-14T14:20", "14 tháng 1, 2022"),
    ("Lượt xem: 231  14/01/2022", "2022-01-14", "14/01/2022"),
    ("14/01/2022 14:20 (GMT+7) - 0 Bình luận", "2022-01-14T14:20", "14/01/2022"),
    ("Tác giả: Trúc Ly  Ngày đăng: 14/01/2022 Lượt xem: 23", "2022-01-14", "14/01/2022"),
    ("Thứ 6,14/01/2022", "2022-01-14", "14/01/2022"),
    ("1/14/2022 2:20:05 PM", "2022-01-14T14:20", "1/14/2022"),
    ("1/14/2022 3:00 PM", "2022-01-14T15:00", "1/14/2022"),
    ("Đăng ngày 14 - 01 - 2022", "2022-01-14", "14 - 01 - 2022"),
    ("Số 41, thứ Sáu 14-01-2022", "2022-01-14", "14-01-2022"),
    ("14/01/22 14:20", "2022-01-14T14:20", "14/01/22"),
    ("Ngày đăng: 14/01/22", "2022-01-14", "14/01/22"),
    ("Thứ sáu, 14-1-22 07:16:31", "2022-01-14T07:16", "14-1-22"),
    ("14/01/2022 14:20\n231 lượt xem", "2022-01-14T14:20", "14/01/2022"),
    ("14/01/2022\n14:20", "2022-01-14T14:20", "14/01/2022"),
    ("14:20\n14/01/2022", "2022-01-14T14:20", "14/01/2022"),
    ("Thứ sáu, 14/01/2022\n14:20 (GMT+7)", "2022-01-14T14:20", "14/01/2022"),
    ("Ngày đăng\n14/01/2022", "2022-01-14", "14/01/2022"),
    ("Ngày đăng:\n14/01/2022 14:20", "2022-01-14T14:20", "14/01/2022"),
    ("CTV Lê Hoa - Thứ Sáu, 14/01/2022 , 14:20", "2022-01-14T14:20", "14/01/2022"),
    ("Lê Hoa - Minh Tâm, 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Hoàng Nam - Trung tâm VHTT huyện | 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Nguồn: Báo Lam Giang | Ngày 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Theo Báo Lam Giang - 14/01/2022 08:10", "2022-01-14T08:10", "14/01/2022"),
    ("Chuyên mục: Tin tức - Ngày đăng: 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Tin tức | 14/01/2022 | Lượt xem: 12", "2022-01-14", "14/01/2022"),
    ("Đảng ủy xã   14/01/2022", "2022-01-14", "14/01/2022"),
    ("UBND xã An Trạch - 14/01/2022 08:12", "2022-01-14T08:12", "14/01/2022"),
    ("Ban Tuyên giáo Huyện ủy đăng ngày 14/01/2022", "2022-01-14", "14/01/2022"),
    ("admin 14/01/2022 0 Comment", "2022-01-14", "14/01/2022"),
    ("January 14, 2022 admin Tin tức 0", "2022-01-14", "January 14, 2022"),
    ("14 Th1, 2022 by admin", "2022-01-14", "14 Th1, 2022"),
    ("Đã đăng trên 14/01/2022 bởi Admin", "2022-01-14", "14/01/2022"),
    ("Ngày xuất bản 14/01/2022 | Tác giả Lê Hoa | Lượt xem 100", "2022-01-14", "14/01/2022"),
    ("14/01/2022, 14h20'", "2022-01-14T14:20", "14/01/2022"),
    ("Thứ sáu, ngày 14 tháng Một năm 2022", "2022-01-14", "14 tháng Một năm 2022"),
    ("14/01/2022 08:10:25 | 1.234", "2022-01-14T08:10", "14/01/2022"),
    ("14/01/2022 - 1.234 lượt xem - Aa", "2022-01-14", "14/01/2022"),
    ("14/01/2022  14:20  Nghe đọc bài", "2022-01-14T14:20", "14/01/2022"),
    ("14/01/2022 14:20 Google News", "2022-01-14T14:20", "14/01/2022"),
    ("(ĐCSVN) 14/01/2022 14:20", "2022-01-14T14:20", "14/01/2022"),
    ("XÂY DỰNG ĐẢNG 14/01/2022 14:20", "2022-01-14T14:20", "14/01/2022"),
    ("Phóng viên: Lê Hoa, 14/01/2022", "2022-01-14", "14/01/2022"),
    ("Cập nhật: 14:20, Thứ 6, 14/01/2022", "2022-01-14T14:20", "14/01/2022"),
    (
        "Cập nhật lần cuối Thứ sáu, 14 Tháng 1 2022 14:20 Viết bởi Administrator Thứ sáu, 14 Tháng 1 2022 14:00",
        "2022-01-14T14:20",
        "14 Tháng 1 2022",
    ),
]


@pytest.mark.parametrize(("line", "published", "span"), BYLINES, ids=[b[0] for b in BYLINES])
def test_day_of_publication(line: str, published: str, span: str) -> None:
    draft = read(f"{TITLE}\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert draft.published == published
    assert draft.published_span is not None
    start, end = draft.published_span
    assert draft.text[start:end] == span
    assert draft.part_at(start) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Hôm nay, 14/01/2022",
        "Kỷ niệm 92 năm Ngày truyền thống (15/10/1930 - 15/10/2022)",
        "2 tháng 2 tuần trước",
        "Lượt xem: 14012022",
        "31/02/2022",
        "Ngày 14/01/2022, xã An Trạch ra quân dọn kênh",
    ],
)
def test_no_day_of_publication(line: str) -> None:
    assert read(f"{TITLE}\n{line}\n\n{FIRST}\n\n{SECOND}").published is None


CLOCKS = [
    ("a clock of days after the event", "Thứ Ba, 25/01/2022, 10:30\n{T}\n\n{1}\n{2}", None),
    ("only a clock over the title", "Thứ Ba, 7/2/2023\n{T}\n\n{1}\n{2}", None),
    ("the day of the visit, said so", "{T}\nHôm nay: Thứ Hai, 18/05/2022 10:32:07\n\n{1}\n{2}", None),
    ("a clock beside a telephone number", "28/04/2025 | 19:10 GMT+7 | Điện thoại: 034 3942975\n{T}\n\n{1}\n{2}", None),
    ("a later clock over the title", "Thứ Ba, 7/2/2023\n{T}\n14/01/2022\n\n{1}\n{2}", "2022-01-14"),
    (
        "a clock that stands still",
        "Thứ Sáu, ngày 23 tháng 08 năm 2019, 09:25:27\n{T}\nNhư Tâm - 08:54, 14/01/2022\n{1}\n{2}",
        "2022-01-14T08:54",
    ),
    ("the label decides", "{T}\n25/04/2021, 08:53:41\nNgày đăng: 16/01/2022\n{1}\n{2}", "2022-01-16"),
    ("of two labels the first day", "{T}\nNgày đăng: 14/01/2022\nCập nhật: 20/01/2022\n{1}\n{2}", "2022-01-14"),
    ("a date over the title that fits the event", "14/01/2022 10:20\n{T}\n\n{1}\n{2}", "2022-01-14T10:20"),
    ("a date over the title that fits none", "14/09/2022 10:20\n{T}\n\n{1}\n{2}", None),
    ("the page was moved years after", "{T}\n24/04/2026 10:20\n\n{1}\n{2}", None),
    (
        "a clock with a year of two digits",
        "Chủ nhật, 15-3-26 07:16:31\n{T}\n14/01/2022 08:00\n{1}\n{2}",
        "2022-01-14T08:00",
    ),
    (
        "a date over the title beside the count of readers",
        "Thứ năm, 13 Tháng 1 2022 15:09\n2411 Lượt xem\n{T}\n\n{1}\n{2}",
        "2022-01-13T15:09",
    ),
    ("a date beside the count of visitors", "Thứ năm, 13/01/2022\nLượt truy cập: 2411\n{T}\n\n{1}\n{2}", None),
    (
        "day and clock on two lines over the title",
        "Chủ nhật, ngày 08 tháng 12 năm 2024\n16:02 (GMT +7)\n{T}\n\n{1}\n{2}",
        None,
    ),
    (
        "years that a story remembers",
        "Người giữ suối\n28/04/2026 07:10 GMT+7\n\nTôi gặp anh đầu tháng 4, trong căn nhà dựng lại sau trận lũ tháng "
        "10 năm 2020; cha anh mất từ năm 2016, mẹ anh cũng đi sau đó không lâu.\nBữa cơm có rau cải, cá khô.",
        "2026-04-28T07:10",
    ),
    ("a date in the list of other news", "{T}\n{1}\n{2}\nTin khác\n- Xã Bình Hạ trao quà (12/01/2022)", None),
]


@pytest.mark.parametrize(("raw", "published"), [c[1:] for c in CLOCKS], ids=[c[0] for c in CLOCKS])
def test_page_clock_is_no_publication(raw: str, published: str | None) -> None:
    raw = raw.replace("{T}", TITLE).replace("{1}", FIRST).replace("{2}", SECOND)
    assert read(raw).published == published


GLUED = [
    ("at the end of the title", "{T} 14/01/2022 10:40\n\n{1}\n{2}", "2022-01-14T10:40"),
    ("behind a bar", "{T} | 14/01/2022 | 10:40\n\n{1}\n{2}", "2022-01-14T10:40"),
    ("clock first, in brackets", "{T} (10:40, 14-01-2022)\n\n{1}\n{2}", "2022-01-14T10:40"),
    ("with weekday and zone", "{T} Thứ Sáu, 14/01/2022 10:40 (GMT+7)\n\n{1}\n{2}", "2022-01-14T10:40"),
    ("the hour of an event in a title", "Xã An Trạch sẽ khai hội dân vận khéo lúc 10:40 14/01/2022\n\n{1}\n{2}", None),
    ("before the lead", "{T}\n\n14/01/2022 {1}\n{2}", "2022-01-14"),
    ("before the lead, with a dash", "{T}\n\n14/01/2022 08:30 - {1}\n{2}", "2022-01-14T08:30"),
    ("before the mark of a paper", "{T}\n\n14/01/2022 (BLG) - {1}\n{2}", "2022-01-14"),
    ("before a caption", "{T}\n\n14/01/2022 Đường hoa ở ấp Bình do bà con trồng và cắt tỉa\n\n{1}\n{2}", "2022-01-14"),
    ("before section, title and lead in one line", "14/01/2022 Xây dựng Đảng {T} {1}\n\n{2}", "2022-01-14"),
    ("the day of an event", "{T}\n\nNgày 14/01/2022 {1}\n{2}", None),
    ("a chronicle", "{T}\n\n03/02/2020 Lập tổ đầu tiên của xã với mười hai thành viên là cán bộ.\n"
     "05/06/2021 Lập tổ thứ hai ở ấp Bình với mười thành viên là đảng viên.\n", None),
    ("over controls and the title", "PublishingPortal - Block_BanTin_Toolbar\n14/01/2022\nA- A A+\n{T}\n{1}\n{2}",
     "2022-01-14"),
    ("between section and title", "Tin tức\n14/01/2022\n{T}\n{1}\n{2}", "2022-01-14"),
    ("over a menu", "Cổng thông tin điện tử huyện Phú Hạc\n14/01/2022\nTrang chủ | Giới thiệu | Tin tức\n{T}\n{1}\n{2}",
     None),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "published"), [c[1:] for c in GLUED], ids=[c[0] for c in GLUED])
def test_day_on_the_line_of_title_or_lead(raw: str, published: str | None) -> None:
    raw = raw.replace("{T}", TITLE).replace("{1}", FIRST).replace("{2}", SECOND)
    draft = read(raw)
    assert (draft.published, "14/01/2022 10:40" in (draft.title or "")) == (published, False)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("ngày 24 tháng 8 năm 2016", "ngày 24 tháng 8 năm 2016"),
        ("24/8/2016", "24/8/2016"),
        ("Thứ Tư, 24/8/2016 | 08:15", ""),
    ],
)
def test_the_date_of_a_lone_line_is_what_it_says(line: str, text: str) -> None:
    draft = read(line, published="2016-09-01")
    assert (draft.text, draft.published_span) == (text, None)


def test_given_day_fills_in_only() -> None:
    assert read(f"{TITLE}\n14/01/2022\n{FIRST}", published="2020-05-01").published == "2022-01-14"
    draft = read(f"{TITLE}\n{FIRST}", published="2020-05-01T08:00")
    assert (draft.published, draft.published_span) == ("2020-05-01T08:00", None)


AUTHORS = [
    ("Tác giả bài viết: Quốc Nam", "Quốc Nam"),
    ("Phan Thị Hường (Ban Tuyên giáo Huyện ủy Phú Hạc)", "Phan Thị Hường"),
    ("Lê Thành Trung - BTGHU", "Lê Thành Trung"),
    ("Nguyễn Văn Khá Chủ tịch MTTQ xã An Trạch", "Nguyễn Văn Khá"),
    ("Tin, ảnh: Trúc Ly - CC VHXH", "Trúc Ly"),
    ("Người viết: Kim Ngân - BTV Huyện đoàn", "Kim Ngân"),
    ("Mỹ Hạnh – Ngọc Ánh", "Mỹ Hạnh – Ngọc Ánh"),
    ("Ghi chép của TRỊNH MINH CHÍ", "TRỊNH MINH CHÍ"),
    ("HOÀ KHÁNH", "HOÀ KHÁNH"),
    ("Xuân Thoả", "Xuân Thoả"),
    ("M.N", "M.N"),
    ("V. Mạnh", "V. Mạnh"),
    ("Nguồn: Phòng Nội vụ huyện", None),
    ("Điều đọng lại", None),
]


@pytest.mark.parametrize(("line", "author"), AUTHORS, ids=[a[0] for a in AUTHORS])
def test_author_signs_under_the_text(line: str, author: str | None) -> None:
    draft = read(f"{TITLE}\n14/01/2022\n{FIRST}\n{SECOND}\n\n{line}")
    assert draft.author == author
    assert draft.text.endswith(line)


def test_an_office_is_no_author() -> None:
    assert read(f"{TITLE}\n14/01/2022\n{FIRST}\n{SECOND}\n\nBBT").author is None


def test_a_roll_of_names_is_no_signature() -> None:
    draft = read(
        f"{TITLE}\n{FIRST}\n{SECOND}\nDanh sách được khen:\nNguyễn Văn Khá\nLò Thị Pín\nHà Thị Mây\nVi Văn Dũng"
    )
    assert draft.author is None
    assert "Vi Văn Dũng" in draft.text


def test_a_heading_over_numbered_rows_is_no_signature() -> None:
    rows = "TT - Đơn vị - Mô hình\n1 - Chi đoàn xã An Trạch - Lớp học dưới trăng\n2 - Hội Phụ nữ xã Bình Hạ - Chợ xanh"
    draft = read(f"{TITLE}\n{FIRST}\n{SECOND}\nDANH SÁCH TẬP THỂ ĐƯỢC KHEN\n{rows}\n\nTrúc Ly")
    assert draft.author == "Trúc Ly"
    assert rows in draft.text


def test_site_is_kept_as_a_hint() -> None:
    draft = read(f"CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN PHÚ HẠC\n{TITLE}\n14/01/2022\n{FIRST}\n{SECOND}")
    assert draft.notes == ("site: CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN PHÚ HẠC",)
    assert "CỔNG" not in draft.text


def test_paragraphs_in_a_cipher_are_cut() -> None:
    cipher = "ăẲeăỞỏõô ẸẺệửỗỡẪ ỒẳỵởĂÂ ễữẵẴỷẮ 120 ậẨỬỹỔẽ ẻỀợỶẾở ĩỳỏẳ ẵỗẻậ"
    draft = read(f"{TITLE}\n14/01/2022\n{FIRST}\n\n{cipher}.\n\n{cipher}")
    assert [kind for kind, _ in parts_of(draft)] == ["title", "byline", "body"]
    assert draft.notes == ("garbled: 2",)


def test_markup_goes_out_of_lines() -> None:
    draft = read(
        f'{TITLE}\n{FIRST}\n[caption id="a_22925" width="661"]Căn rộng 32,8 m<sup>2</sup>.\n![](anh.jpg) |\n{SECOND}'
    )
    assert "Căn rộng 32,8 m2." in draft.text
    assert not {"22925", "661", "anh.jpg"} & set(draft.text.split())


def test_title_from_elsewhere() -> None:
    in_text = read(f"{TITLE}\n\n{FIRST}\n{SECOND}", title=TITLE.upper())
    assert parts_of(in_text)[0] == ("title", TITLE)
    without = read(f"14/01/2022\n{FIRST}\n{SECOND}", title=TITLE)
    assert without.title == TITLE
    assert (without.published, parts_of(without)[1][0]) == ("2022-01-14", "lead")


def test_id_tells_texts_apart_and_lasts() -> None:
    ids = {read(FIRST, key="a").id, read(FIRST, key="b").id, read(SECOND, key="a").id}
    assert len(ids) == 3
    assert read(unicodedata.normalize("NFD", FIRST), key="a").id in ids


LINES = st.lists(
    st.sampled_from(
        [
            TITLE,
            FIRST,
            SECOND,
            "",
            "",
            "14/01/2022",
            "Thứ Ba, 7/2/2023",
            "Tin khác",
            "Lượt xem: 5",
            "Mai Hương",
            "a.jpg",
            "Ảnh: T.H",
        ]
    )
    | st.text(max_size=40),
    max_size=20,
)


@settings(deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_any_lines(lines: list[str], separator: str) -> None:
    raw = separator.join(lines)
    draft = read(raw)
    at = 0
    for part in draft.parts:
        assert at <= part.start < part.end
        assert draft.text[part.start : part.end] == draft.text[part.start : part.end].strip()
        at = part.end
    assert at == len(draft.text)
    assert all(0 <= to_raw(draft.raw_starts, i) < len(raw) for i in range(len(draft.text)))
    other = read(unicodedata.normalize("NFD", raw))
    assert (other.text, other.parts, other.id, other.published) == (draft.text, draft.parts, draft.id, draft.published)
