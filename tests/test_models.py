"""Single models: sentences of an article of the invented huyện Phú Hạc, and "name | owner | place" of each model."""

from __future__ import annotations

from pathlib import Path

import pytest

from danvan.api import extract
from danvan.ruleset import load_rules

INVENTED = load_rules(Path(__file__).parent / "layers" / "phu_hac")


def told(text: str) -> list[str]:
    record = extract(text, published="2023-07-20", place="huyện Phú Hạc, tỉnh Lam Giang", rules=INVENTED)
    return [f"{m.name} | {m.owner or '-'} | {m.place.name if m.place else '-'}" for m in record.models]


QUOTED = [
    (
        'Hội Phụ nữ xã ra mắt mô hình "Dân vận khéo" với tên gọi "Biến rác thành tiền".',
        ["Biến rác thành tiền | Hội Phụ nữ xã | -"],
    ),
    (
        'Điển hình "Dân vận khéo" có: Hội Cựu chiến binh xã An Trạch với mô hình "Đoạn đường tự quản"; '
        'Công an xã Bình Hạ với mô hình "Camera an ninh".',
        [
            "Đoạn đường tự quản | Hội Cựu chiến binh xã An Trạch | An Trạch",
            "Camera an ninh | Công an xã Bình Hạ | Bình Hạ",
        ],
    ),
    (
        'Xã có 3 mô hình "Dân vận khéo" là: "Tuyến đường hoa", "Bếp ăn tình thương", "Tiếng loa an ninh".',
        ["Tuyến đường hoa | - | -", "Bếp ăn tình thương | - | -", "Tiếng loa an ninh | - | -"],
    ),
    ('Mô hình "Dân vận khéo" nói riêng chính là "điều làm nên khác biệt".', []),
    ('Phong trào "Dân vận khéo" và cuộc vận động "Toàn dân đoàn kết" lan rộng.', []),
]

IN_PLACE_OF_THE_WORD = [
    (
        'Huyện giữ được nhiều mô hình "Dân vận khéo". Nổi lên có: "Ủ phân từ lá dừa", "Cổng làng không rác" của Hội '
        'Nông dân xã An Trạch; "Tủ áo ấm" của Hội Phụ nữ xã Bình Hạ.',
        [
            "Ủ phân từ lá dừa | - | -",
            "Cổng làng không rác | Hội Nông dân xã An Trạch | An Trạch",
            "Tủ áo ấm | Hội Phụ nữ xã Bình Hạ | Bình Hạ",
        ],
    ),
    (
        'Xã có 9 mô hình "Dân vận khéo". Được bà con đánh giá cao là "Chợ sạch", "Ngõ sáng" ở thôn Đông.',
        ["Chợ sạch | - | -", "Ngõ sáng | - | Đông"],
    ),
    (
        'Xã có 9 mô hình "Dân vận khéo". Đi đầu là "Chợ sạch" của Chi hội Phụ nữ ấp 4 với 60 hộ; kế đó, "Ngõ sáng" '
        "của Đoàn Thanh niên xã.",
        ["Chợ sạch | Chi hội Phụ nữ ấp 4 | 4", "Ngõ sáng | Đoàn Thanh niên xã | -"],
    ),
    (
        'Có thể kể tới nhiều mô hình "Dân vận khéo". Phải kể: "Chợ sạch" - Chi hội Phụ nữ ấp 4; "Ngõ sáng" - Đoàn xã.',
        ["Chợ sạch | - | 4", "Ngõ sáng | - | -"],
    ),
    (
        'Phong trào thi đua "Dân vận khéo" có nhiều cách làm hay: "Chợ sạch", "Ngõ sáng".',
        ["Chợ sạch | - | -", "Ngõ sáng | - | -"],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo". "Vườn thuốc nam" của Chi hội Phụ nữ ấp 4 có 20 luống.',
        ["Vườn thuốc nam | Chi hội Phụ nữ ấp 4 | 4"],
    ),
    (
        'Mô hình "Dân vận khéo" lan rộng: mô hình "Hàng cau quê" của Hội Nông dân xã An Trạch trồng 300 cây; '
        '"Bữa trưa ấm lòng" mỗi tuần nấu hai lần.',
        ["Hàng cau quê | Hội Nông dân xã An Trạch | An Trạch", "Bữa trưa ấm lòng | - | -"],
    ),
    (
        'Nhiều điển hình "Dân vận khéo" được biểu dương. Công an xã Bình Hạ thì có "Tiếng mõ đêm khuya", gắn ở 6 thôn.',
        ["Tiếng mõ đêm khuya | Công an xã Bình Hạ | Bình Hạ"],
    ),
    (
        'Xã có 4 mô hình "Dân vận khéo". Trong số này, "Ao cá học trò" ở xã An Trạch và "Đọc báo cùng dân" do '
        "Đoàn Thanh niên xã thực hiện được khen.",
        ["Ao cá học trò | - | An Trạch", "Đọc báo cùng dân | Đoàn Thanh niên xã | -"],
    ),
    (
        'Một số mô hình "Dân vận khéo":\n- "Bếp không khói rơm": 40 hộ ký cam kết.\n'
        '- "Ngày thứ tư không hẹn" tại xã Bình Hạ giải quyết 90 hồ sơ.',
        ["Bếp không khói rơm | - | -", "Ngày thứ tư không hẹn | - | Bình Hạ"],
    ),
    (
        'Mô hình "Dân vận khéo" thứ nhất đã xong. Mô hình thứ hai, "Gánh nước nghĩa tình", mới lập.',
        ["Gánh nước nghĩa tình | - | -"],
    ),
    ('Xã làm "Dân vận khéo" bằng mô hình tuyến đường "Sáng - xanh - sạch".', ["Sáng - xanh - sạch | - | -"]),
]

ANOTHER_THING_IN_MARKS = [
    'Huyện có 5 mô hình "Dân vận khéo". Nổi bật nhất là phong trào "Sạch làng tốt ruộng" của Hội Phụ nữ.',
    'Huyện có 5 mô hình "Dân vận khéo". Được hưởng ứng nhiều nhất là cuộc vận động mang chữ "Nghĩa tình".',
    'Huyện có 5 mô hình "Dân vận khéo". Bà con làm theo ông Tư kể: "Cứ đào hố trước."',
    'Huyện có 5 mô hình "Dân vận khéo". Ông Tư, Trưởng ấp, nói vui: "Giờ rác có chỗ rồi".',
    'Huyện có 5 mô hình "Dân vận khéo". "Làm trước cho bà con coi", ông Tư cười.',
    'Huyện có 5 mô hình "Dân vận khéo". Hội trao 40 phần quà, Quỹ "Vì người nghèo" của tỉnh góp 10 triệu đồng.',
    'Huyện có 5 mô hình "Dân vận khéo" và mô hình hưởng ứng cuộc vận động "Toàn dân đoàn kết".',
    'Huyện có 5 mô hình "Dân vận khéo". Hội Phụ nữ xã An Trạch với phong trào "Sạch làng tốt ruộng" lan rộng.',
    'Huyện có 5 mô hình "Dân vận khéo". Ông Tư được gọi là "Cây đại thụ" của bản.',
    'Huyện có 5 mô hình "Dân vận khéo". "Ba cùng. Nghe dân nói." của xã là lời dặn.',
]

TABLED = [
    (
        'Các điển hình "Dân vận khéo" được khen\nTT | Tập thể, cá nhân | Mô hình\n'
        '1 | Chi đoàn xã An Trạch | "Lớp học dưới trăng"\n2 | Bà Lê Thị Sen, xã Bình Hạ | Hũ gạo ven sông',
        ["Lớp học dưới trăng | Chi đoàn xã An Trạch | An Trạch", "Hũ gạo ven sông | Lê Thị Sen | Bình Hạ"],
    ),
    (
        'Danh sách điển hình "Dân vận khéo":\n1. Hội Phụ nữ xã An Trạch\nTên mô hình: "Chợ không túi nhựa"\n'
        "2. Ông Vi Văn Dũng, xã Bình Hạ\nTên mô hình: Dạy nghề mộc cho thanh niên (12 người)\n"
        '3. Bà Lê Thị Sen, xã Bình Hạ: "Nồi nước sôi nghĩa tình", mỗi ngày 200 lít',
        [
            "Chợ không túi nhựa | Hội Phụ nữ xã An Trạch | An Trạch",
            "Dạy nghề mộc cho thanh niên | Vi Văn Dũng | Bình Hạ",
            "Nồi nước sôi nghĩa tình | Lê Thị Sen | Bình Hạ",
        ],
    ),
]

LISTED = [
    (
        'Nhiều mô hình "Dân vận khéo" được bà con làm theo như: liên kết trồng rau, hoa; nuôi ong ở thôn Đông.',
        ["liên kết trồng rau, hoa | - | -", "nuôi ong | - | Đông"],
    ),
    (
        'Nhiều mô hình "Dân vận khéo" hiệu quả như mô hình nuôi dê của xã An Trạch, trồng nghệ của xã Bình Hạ.',
        ["nuôi dê | xã An Trạch | An Trạch", "trồng nghệ | xã Bình Hạ | Bình Hạ"],
    ),
    (
        'Tiêu biểu như các mô hình "Dân vận khéo": Đồng ruộng không vỏ chai tại xã An Trạch, vận động hiến đất ở xã '
        "Bình Hạ, tổ liên gia giữ làng của xã Hòa Lạc.",
        [
            "Đồng ruộng không vỏ chai | - | An Trạch",
            "vận động hiến đất | - | Bình Hạ",
            "tổ liên gia giữ làng | xã Hòa Lạc | Hòa Lạc",
        ],
    ),
    (
        'Mô hình "Dân vận khéo" trong xây dựng nông thôn mới ở xã An Trạch được khen.',
        ["xây dựng nông thôn mới | - | An Trạch"],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo" như xã An Trạch với "Cà phê sáng", xã Bình Hạ với "Chợ quê không rác".',
        ["Cà phê sáng | xã An Trạch | An Trạch", "Chợ quê không rác | xã Bình Hạ | Bình Hạ"],
    ),
    (
        'Một số mô hình "Dân vận khéo" tiêu biểu trên địa bàn huyện như: vận động hiến đất làm đường ở xã An Trạch; '
        "nuôi dê sinh sản của ông Vi Văn Dũng, xã Bình Hạ.",
        ["vận động hiến đất làm đường | - | An Trạch", "nuôi dê sinh sản | Vi Văn Dũng | Bình Hạ"],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo". Tiêu biểu như: hỗ trợ nhà ở cho hộ nghèo; lắp đèn đường nông thôn.',
        ["hỗ trợ nhà ở cho hộ nghèo | - | -", "lắp đèn đường nông thôn | - | -"],
    ),
    ('Các đơn vị có nhiều mô hình "Dân vận khéo" tiêu biểu như: xã An Trạch 21 mô hình; xã Bình Hạ 17 mô hình.', []),
]

WITHOUT_MARKS = [
    (
        'Huyện có 9 mô hình "Dân vận khéo". Tiêu biểu như các mô hình: cấp giống cau cho hộ nghèo; hát ru ven sông xã '
        "An Trạch, huyện Phú Hạc; vườn mẫu xã Bình Hạ.",
        ["cấp giống cau cho hộ nghèo | - | -", "hát ru ven sông | - | An Trạch", "vườn mẫu | - | Bình Hạ"],
    ),
    (
        'Đã có nhiều mô hình "Dân vận khéo" được nhân rộng, chẳng hạn: Mô hình vườn rau nhà trường - xã An Trạch, '
        "mô hình tắt loa - xã Bình Hạ, mô hình xóm không tiếng còi.",
        ["vườn rau nhà trường | - | An Trạch", "tắt loa | - | Bình Hạ", "xóm không tiếng còi | - | -"],
    ),
    (
        'Năm 2021, xã An Trạch có 4 mô hình "Dân vận khéo" được khen như: góp gạo, góp củi ở xã An Trạch; bến đò học '
        "trò của Đoàn Thanh niên xã; chợ quê không cân thiếu.",
        [
            "góp gạo, góp củi | - | An Trạch",
            "bến đò học trò | Đoàn Thanh niên xã | -",
            "chợ quê không cân thiếu | - | -",
        ],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo". Tiêu biểu như các mô hình: trồng tre chắn sóng, dạy bơi ven kênh, '
        "gom lưới cũ trên biển, góp phần giữ sạch bờ kè.",
        ["trồng tre chắn sóng | - | -", "dạy bơi ven kênh | - | -", "gom lưới cũ trên biển | - | -"],
    ),
    (
        'Chuyện ở xã An Trạch\n\nXã có nhiều mô hình "Dân vận khéo", cụ thể:\n\n'
        "- Đổi rác lấy cây của Hội Phụ nữ xã An Trạch."
        "\n\n- Nhà văn hóa mở cửa buổi tối: 30 em đến đọc sách.\n\nSang năm, xã làm tiếp.",
        ["Đổi rác lấy cây | Hội Phụ nữ xã An Trạch | An Trạch", "Nhà văn hóa mở cửa buổi tối | - | -"],
    ),
    (
        'Phong trào "Dân vận khéo" có Hội Nông dân với mô hình ngân hàng giống, vốn, Công đoàn với mô hình bữa cơm '
        "giữa ca, Đoàn Thanh niên: sửa xe cho học trò.",
        [
            "ngân hàng giống, vốn | Hội Nông dân | -",
            "bữa cơm giữa ca | Công đoàn | -",
            "sửa xe cho học trò | Đoàn Thanh niên | -",
        ],
    ),
    (
        'Huyện có 9 mô hình "Dân vận khéo". Ở cơ quan Bộ CHQS tỉnh có "Áo ấm vùng cao"; Đồn Biên phòng Sao Mai làm '
        '"Giếng nước cuối bản"; còn ở Ban CHQS huyện là "Thư viện trong ba lô".',
        [
            "Áo ấm vùng cao | Bộ CHQS tỉnh | -",
            "Giếng nước cuối bản | Đồn Biên phòng Sao Mai | -",
            "Thư viện trong ba lô | - | -",
        ],
    ),
]

LISTS_OF_OTHER_THINGS = [
    'Các mô hình "Dân vận khéo" đạt nhiều kết quả như: giảm hộ nghèo rất nhanh; đường làng sạch đẹp; ít người vi phạm.',
    'Các mô hình "Dân vận khéo" tiêu biểu được triển khai ở nhiều xã như: An Trạch, Bình Hạ, Hòa Lạc.',
    'Nhiều mô hình "Dân vận khéo" trên các lĩnh vực, gồm: kinh tế; văn hóa - xã hội; quốc phòng, an ninh.',
    'Các đơn vị có mô hình "Dân vận khéo" tiêu biểu như: Hội Nông dân huyện; Phòng Nội vụ huyện; bà Lê Thị Sen.',
    'Qua các mô hình "Dân vận khéo", bà con làm nhiều việc như: hiến đất mở đường; tặng quà hộ nghèo; dọn sạch kênh.',
    'Văn bản về các mô hình "Dân vận khéo" tiêu biểu như: Kế hoạch số 15-KH/HU của Huyện ủy; Hướng dẫn số 4-HD/BDV.',
    'Các mô hình "Dân vận khéo" tiêu biểu như: trồng cam, quýt, bưởi.',
    'Phong trào "Dân vận khéo" có Hội Nông dân với mô hình hay, Đoàn Thanh niên với mô hình mới của năm.',
]

DESCRIBED = [
    (
        'Phong trào "Dân vận khéo" lan rộng, nổi bật là mô hình nuôi dê của anh Vi Văn Dũng, xã An Trạch.',
        ["nuôi dê | Vi Văn Dũng | An Trạch"],
    ),
    (
        'Đoàn thăm mô hình "Dân vận khéo" trong xây dựng cổng rào của xã Hòa Lạc.',
        ["xây dựng cổng rào | xã Hòa Lạc | Hòa Lạc"],
    ),
    ('Cùng với "Dân vận khéo", mô hình chính quyền địa phương 2 cấp vận hành tốt.', []),
    ("Đoàn thăm mô hình nuôi dê của anh Vi Văn Dũng, xã An Trạch.", []),
    (
        'Hội nghị biểu dương "Dân vận khéo". Hội viên Vi Văn Dũng (xã An Trạch) với mô hình lúa - cá, thu nhập khá.',
        ["lúa - cá | Vi Văn Dũng | An Trạch"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng: mô hình trồng bưởi xen gừng, nghệ của ông Vi Văn Dũng, mô hình HTX rau '
        "sạch tại xã Bình Hạ và mô hình trồng cây có củ ở xã An Trạch.",
        [
            "trồng bưởi xen gừng, nghệ | Vi Văn Dũng | -",
            "HTX rau sạch | - | Bình Hạ",
            "trồng cây có củ | - | An Trạch",
        ],
    ),
]

OWNERS = [
    ('Hội Phụ nữ xã An Trạch vẫn tốt; Hội Nông dân xã tiếp tục duy trì mô hình "Lối đi hoa".', "Hội Nông dân xã"),
    ('mô hình "Lối đi hoa" của Hội Cựu chiến binh xã nuôi 40 con gà.', "Hội Cựu chiến binh xã"),
    ('mô hình "Lối đi hoa" tại xã An Trạch của Hội Nông dân xã.', "Hội Nông dân xã"),
    ('mô hình "Lối đi hoa" của thôn Đồng Vông hòa giải 12 vụ.', "thôn Đồng Vông"),
    ('phường Sao Mai duy trì mô hình "Lối đi hoa".', "phường Sao Mai"),
    ('Ban CHQS huyện phối hợp UBND xã An Trạch (Phú Hạc) thực hiện mô hình "Lối đi hoa".', "Ban CHQS huyện"),
    ('mô hình "Lối đi hoa" ở xã An Trạch.', "-"),
    ('mô hình "Lối đi hoa" (Chi hội Phụ nữ thôn Đông).', "Chi hội Phụ nữ thôn Đông"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quoted(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_listed(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), WITHOUT_MARKS)
def test_lists_without_marks(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", LISTS_OF_OTHER_THINGS)
def test_lists_of_other_things(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_described(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), IN_PLACE_OF_THE_WORD)
def test_a_name_in_the_place_of_the_word(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ANOTHER_THING_IN_MARKS)
def test_another_thing_in_quotation_marks(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), TABLED)
def test_tables_and_award_lists(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_an_article_on_mobilisation_names_models_in_marks_only() -> None:
    body = 'Đồn có mô hình "Lớp học ven suối" và mô hình nuôi dê của anh Vi Văn Dũng.'
    assert told(f"Bộ đội làm dân vận ở An Trạch\n\n{body}") == ["Lớp học ven suối | - | -"]
    assert told(f"Bộ đội trồng rừng ở An Trạch\n\n{body}") == []


@pytest.mark.parametrize(("text", "owner"), OWNERS)
def test_owner(text: str, owner: str) -> None:
    assert [line.split(" | ")[1] for line in told(f'Huyện phát động "Dân vận khéo". {text}')] == [owner]
