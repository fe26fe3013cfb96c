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
    (
        'Huyện có nhiều mô hình "Dân vận khéo", như: Công an xã An Trạch có "Tiếng loa an ninh" và "Cổng làng sạch"; '
        'Công an xã Bình Hạ với mô hình "Camera an ninh", "Bếp ăn tình thương" của Hội Phụ nữ xã.',
        [
            "Tiếng loa an ninh | Công an xã An Trạch | An Trạch",
            "Cổng làng sạch | Công an xã An Trạch | An Trạch",
            "Camera an ninh | Công an xã Bình Hạ | Bình Hạ",
            "Bếp ăn tình thương | Hội Phụ nữ xã | -",
        ],
    ),
    ('Các đồn thi đua "Dân vận khéo", xây dựng "Đơn vị dân vận tốt", có nhiều mô hình hay.', []),
    ('Mô hình "Dân vận khéo" giúp xây dựng "Chi bộ bốn tốt" ở xã An Trạch.', []),
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


NAMED_BY_WORDS = [
    (
        'Huyện phát động "Dân vận khéo". Tổ 4, phường Sao Mai với mô hình dạy chữ cho người lớn',
        ["dạy chữ cho người lớn"],
    ),
    ('Gương mặt của phong trào "Dân vận khéo" với mô hình nuôi gà đồi.', ["nuôi gà đồi"]),
    (
        'Huyện phát động "Dân vận khéo". Năm 2020, Hội Phụ nữ xã An Trạch mở mô hình góp gạo nuôi trẻ mồ '
        "côi. Đến nay có 30 chị.",
        ["góp gạo nuôi trẻ mồ côi"],
    ),
    (
        'Đoàn xã làm hai mô hình "Dân vận khéo", gồm một mô hình tủ sách ở thôn Đông và một mô hình tặng '
        "xe đạp cũ để học trò đi học.",
        ["tủ sách", "tặng xe đạp cũ để học trò đi học"],
    ),
    ('Phong trào "Dân vận khéo" lan rộng. Chi hội Nông dân thôn Đông ra mắt mô hình ao cá Bác Hồ.', ["ao cá Bác Hồ"]),
    (
        'Phong trào "Dân vận khéo" lan rộng. Đáng chú ý là mô hình tặng lợn giống cho phụ nữ đơn thân '
        "tại xã Bình Hạ, khởi đầu với 10 con.",
        ["tặng lợn giống cho phụ nữ đơn thân"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng, điển hình là mô hình trồng gừng trên nương, mô hình nuôi '
        "vịt biển và mô hình tổ thu gom rác.",
        ["trồng gừng trên nương", "nuôi vịt biển", "tổ thu gom rác"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Hay như mô hình bếp ăn tình thương, mỗi ngày nấu 200 suất.',
        ["bếp ăn tình thương"],
    ),
    ('Phong trào "Dân vận khéo" lan rộng. Đó là mô hình đổi chai nhựa lấy cây xanh.', ["đổi chai nhựa lấy cây xanh"]),
    (
        'Phong trào "Dân vận khéo" lan rộng. Ông Vi Văn Dũng, xã An Trạch với mô hình nuôi dê sinh sản.',
        ["nuôi dê sinh sản"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nổi bật có mô hình camera an ninh, mô hình tiếng kẻng vùng biên.',
        ["camera an ninh", "tiếng kẻng vùng biên"],
    ),
    (
        'Đoàn thăm mô hình "dân vận khéo" đổi đất cằn sang trồng na ở xã An Trạch và mô hình "dân vận '
        'khéo" lập chợ đêm ở xã Bình Hạ.',
        ["đổi đất cằn sang trồng na", "lập chợ đêm"],
    ),
    ("Mô hình dân vận khéo ngõ hoa tại thôn Đông", ["ngõ hoa"]),
    ("Mô hình Dân vận khéo đường cờ Tổ quốc của Hội Cựu chiến binh xã An Trạch.", ["đường cờ Tổ quốc"]),
    ('Hay như mô hình "Dân vận khéo" sửa nhà văn hóa, mua bàn ghế ở thôn Đông...', ["sửa nhà văn hóa, mua bàn ghế"]),
    (
        'Nhiều mô hình được nhân rộng, phải kể: "Dân vận khéo" vận động bà con chuyển đất mía sang trồng '
        'dứa, đã chuyển được 40 ha.\n\nPhong trào "Dân vận khéo" tốt.',
        ["vận động bà con chuyển đất mía sang trồng dứa"],
    ),
    (
        'Có 2 mô hình "Dân vận khéo", đó là: Mô hình 3 không 2 sạch tại thôn Đông và mô hình "Ngõ sáng".',
        ["3 không 2 sạch", "Ngõ sáng"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng, như mô hình vườn quýt 3 ha của ông Vi Văn Dũng và mô hình '
        "2,5 ha thanh long của bà Lê Thị Sen.",
        ["vườn quýt 3 ha", "2,5 ha thanh long"],
    ),
    ('Có thể kể mô hình "Dân vận khéo" và mô hình khu dân cư "5 có" (có điện, có nước).', ["5 có"]),
    (
        'Năm 2013 huyện chọn mô hình "Dân vận khéo" điểm ở xã An Trạch về "Góp đất sớm", làm tại thôn Đông.',
        ["Góp đất sớm"],
    ),
    (
        'Nhiều mô hình "Dân vận khéo" có ích, như: mô hình Nuôi gà sạch (Hội Nông dân huyện), cải tạo '
        "vườn tạp ở xã An Trạch…",
        ["Nuôi gà sạch", "cải tạo vườn tạp"],
    ),
    (
        'Có mô hình "Dân vận khéo" chọn việc nhỏ để dân cùng làm, như: mô hình Nuôi gà sạch (Hội Nông '
        "dân huyện), cải tạo vườn tạp ở xã An Trạch…",
        ["Nuôi gà sạch", "cải tạo vườn tạp"],
    ),
    (
        'Các mô hình "Dân vận khéo": Nuôi gà sạch (xã An Trạch), cải tạo vườn tạp (xã Bình Hạ), tổ hòa giải (Hòa Lạc).',
        ["Nuôi gà sạch", "cải tạo vườn tạp", "tổ hòa giải"],
    ),
    (
        'Đáng kể có các mô hình "Dân vận khéo": "Thôn Đông giữ nghề gốm cha ông, mô hình "Góp công dựng '
        'cầu ở thôn Tây - xã An Trạch, mô hình "Sạch ao, sạch ngõ" của Hội CCB xã.',
        ["Thôn Đông giữ nghề gốm cha ông", "Góp công dựng cầu", "Sạch ao, sạch ngõ"],
    ),
    (
        'Các mô hình "Dân vận khéo" được nhân ra như mô hình "nuôi cá lồng" (ở An Trạch) lãi trăm triệu '
        'đồng/năm; "ruộng mẫu" (Bình Hạ) đạt 60 tạ/ha; "trồng nấm" (Hòa Lạc) mỗi hộ lãi 50 triệu đồng.',
        ["nuôi cá lồng", "ruộng mẫu", "trồng nấm"],
    ),
    (
        'Một trong những mô hình "dân vận khéo" được khen là vận động làng Đông (xã An Trạch) góp đất mở '
        "đường. Ông Tư kể lại.",
        ["vận động làng Đông (xã An Trạch) góp đất mở đường"],
    ),
    (
        'Một mô hình "dân vận khéo" đáng nhớ là giúp dân dời chuồng trâu ra xa nhà ở xã An Trạch.',
        ["giúp dân dời chuồng trâu ra xa nhà"],
    ),
    ('Một trong những mô hình "Dân vận khéo" ở xã là nuôi chung đàn dê giống.', ["nuôi chung đàn dê giống"]),
    (
        'Công an huyện giữ 65 mô hình "Dân vận khéo". Trong đó có những cái tên quen thuộc: "Nụ cười cửa '
        'sổ", "Giấy tờ trong ngày", "Nghe dân, tin dân"...',
        ["Nụ cười cửa sổ", "Giấy tờ trong ngày", "Nghe dân, tin dân"],
    ),
    (
        'Huyện có 65 mô hình "Dân vận khéo", với những tên gọi gần gũi: "Nụ cười cửa sổ", "Giấy tờ trong ngày".',
        ["Nụ cười cửa sổ", "Giấy tờ trong ngày"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Ngoài ra còn nhiều mô hình kinh tế: Tổ đan lưới của Hội Phụ '
        "nữ xã An Trạch có 28 chị làm.",
        ["Tổ đan lưới"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Có những mô hình hay như chuyển đất lúa gò sang trồng ngô ở thôn Đông.',
        ["chuyển đất lúa gò sang trồng ngô"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Có nhiều mô hình hiệu quả như chuyển đất gò sang trồng ngô, '
        "nuôi cá, lắp đèn đường.",
        ["chuyển đất gò sang trồng ngô", "nuôi cá", "lắp đèn đường"],
    ),
    ('Vườn na hữu cơ của bà Lê Thị Sen, xã An Trạch, là một điển hình "dân vận khéo" ở huyện.', ["Vườn na hữu cơ"]),
    ('Tổ thu gom rác ở thôn Đông là một trong những mô hình "Dân vận khéo" tiêu biểu.', ["Tổ thu gom rác"]),
    ('Nuôi cá lồng là mô hình "Dân vận khéo" của Hội Nông dân xã An Trạch.', ["Nuôi cá lồng"]),
    ('Không ít mô hình "Dân vận khéo" có kết quả rõ, như mô hình "Sân chơi xóm" tại xã An Trạch.', ["Sân chơi xóm"]),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nhiều mô hình được nhân rộng như: “Ngõ nhỏ không rác”, “Sân '
        "chơi cuối tuần” và “Tủ thuốc xóm”.",
        ["Ngõ nhỏ không rác", "Sân chơi cuối tuần", "Tủ thuốc xóm"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nổi bật có mô hình ‘Nhà sạch, ngõ đẹp’, ‘Ánh điện làng chài’.',
        ["Nhà sạch, ngõ đẹp", "Ánh điện làng chài"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nổi bật có mô hình «Nhà sạch» và «Ánh điện làng chài».',
        ["Nhà sạch", "Ánh điện làng chài"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Tiêu biểu là mô hình: “Tuyến phố tự quản” (phường Sao Mai); '
        "“Heo đất nghĩa tình” (xã An Trạch).",
        ["Tuyến phố tự quản", "Heo đất nghĩa tình"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Điển hình như: xã An Trạch có mô hình trồng nấm rơm, xã '
        "Bình Hạ có mô hình nuôi lươn, xã Hòa Lạc có mô hình may gia công.",
        ["trồng nấm rơm", "nuôi lươn", "may gia công"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Tiêu biểu: mô hình “Ngõ sáng” ở thôn Đông, “Vườn ươm” ở '
        "thôn Tây, nuôi gà thả đồi ở xã Bình Hạ.",
        ["Ngõ sáng", "Vườn ươm", "nuôi gà thả đồi"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình nuôi hươu lấy nhung của gia đình ông Vi Văn Dũng '
        "mỗi năm lãi 90 triệu đồng.",
        ["nuôi hươu lấy nhung"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình trồng dưa lưới trong nhà màng của HTX An Trạch.',
        ["trồng dưa lưới trong nhà màng"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình “Dân vận khéo” trong vận động nhân dân hiến đất làm '
        "đường tại thôn Đông.",
        ["vận động nhân dân hiến đất làm đường"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình “Dân vận khéo” về “Bảo vệ nguồn nước” tại thôn Đông.',
        ["Bảo vệ nguồn nước"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình “Dân vận khéo trong giữ nghề nón lá” tại thôn Đông.',
        ["Dân vận khéo trong giữ nghề nón lá"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Đoàn đến thăm mô hình “Dân vận khéo” - “Chợ dân sinh văn '
        "minh” ở xã An Trạch.",
        ["Chợ dân sinh văn minh"],
    ),
    ('Phong trào "Dân vận khéo" lan rộng. Ra mắt mô hình DVK “Đưa luật về bản”.', ["Đưa luật về bản"]),
    (
        'Phong trào "Dân vận khéo" lan rộng. Ra mắt mô hình điểm “Đưa luật về bản” và mô hình điểm '
        "“Tiếng chuông học bài”.",
        ["Đưa luật về bản", "Tiếng chuông học bài"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Các mô hình: Camera giám sát an ninh; Thắp sáng đường quê; '
        "Gia đình 5 không; Trồng hoa ven đường được nhân rộng.",
        ["Camera giám sát an ninh", "Thắp sáng đường quê", "Gia đình 5 không", "Trồng hoa ven đường"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nổi lên là các mô hình Camera giám sát an ninh, Thắp sáng '
        "đường quê, Trồng hoa ven đường.",
        ["Camera giám sát an ninh", "Thắp sáng đường quê", "Trồng hoa ven đường"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Xã có những mô hình tiêu biểu như:\n- Trồng cây ăn quả của '
        "anh Vi Văn Dũng.\n- Nuôi ong mật của chị Lê Thị Sen.\n- Vận động hiến đất làm đường.",
        ["Trồng cây ăn quả", "Nuôi ong mật", "Vận động hiến đất làm đường"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Xã có những mô hình tiêu biểu như:\n+ Mô hình trồng cây ăn '
        "quả của anh Vi Văn Dũng;\n+ Mô hình “Nuôi ong mật” của chị Lê Thị Sen;",
        ["trồng cây ăn quả", "Nuôi ong mật"],
    ),
    (
        'Xã An Trạch nhân rộng mô hình "Dân vận khéo"\n\nMô hình nuôi vịt trời của chị Lê Thị Sen, xã An '
        "Trạch. Ảnh: T.L",
        ["nuôi vịt trời"],
    ),
    ('Mô hình "Dân vận khéo" lắp camera ở xã An Trạch\n\nNăm 2021, xã lắp 20 máy.', ["lắp camera"]),
    ('Hiệu quả mô hình "Cổng rào xanh" ở An Trạch\n\nPhong trào "Dân vận khéo" lan rộng.', ["Cổng rào xanh"]),
    (
        'Hiệu quả mô hình "Cổng rào xanh" ở An Trạch\n\nPhong trào "Dân vận khéo" lan rộng với mô hình '
        '"Cổng rào xanh" của xã An Trạch.',
        ["Cổng rào xanh"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Chị Lê Thị Sen được biết đến với mô hình trồng nấm sạch, '
        "thu lãi 200 triệu đồng/năm.",
        ["trồng nấm sạch"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Anh Vi Văn Dũng là chủ nhân của mô hình nuôi chim bồ câu.',
        ["nuôi chim bồ câu"],
    ),
    ('Phong trào "Dân vận khéo" lan rộng. Đó là mô hình cấp nước sạch do Hội Phụ nữ xã khởi xướng.', ["cấp nước sạch"]),
    (
        'Phong trào "Dân vận khéo" lan rộng. Xã đã xây dựng mô hình thu gom vỏ bao thuốc bảo vệ thực vật.',
        ["thu gom vỏ bao thuốc bảo vệ thực vật"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Hội Nông dân huyện duy trì mô hình tổ hợp tác trồng rau an '
        "toàn với 25 hộ.",
        ["tổ hợp tác trồng rau an toàn"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Bên cạnh đó, mô hình nuôi tôm sinh thái đã giúp 30 hộ thoát nghèo.',
        ["nuôi tôm sinh thái"],
    ),
    ('Phong trào "Dân vận khéo" lan rộng. Mô hình hũ gạo tình thương được duy trì đều.', ["hũ gạo tình thương"]),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nhờ mô hình vay vốn xoay vòng, 12 chị đã thoát nghèo.',
        ["vay vốn xoay vòng"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Cùng với mô hình trồng cây dược liệu, xã còn có mô hình du '
        "lịch cộng đồng.",
        ["trồng cây dược liệu", "du lịch cộng đồng"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Đoàn thăm mô hình kinh tế vườn đồi của ông Vi Văn Dũng.',
        ["kinh tế vườn đồi"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình dân vận khéo đoạn đường tự quản "Sáng, xanh" ở thôn Đông.',
        ["Sáng, xanh"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Chị Sen nói: "Mô hình "Hũ gạo đầu nhà" của Chi hội nuôi 12 cụ".',
        ["Hũ gạo đầu nhà"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nhiều mô hình được kể lại. Tổ "Chị em đi chợ hộ" của bà Lê '
        "Thị Sen có 50 chị.",
        ["Chị em đi chợ hộ"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nhiều mô hình được kể lại. Hay "Bữa trưa ấm" của Trung đoàn '
        "88 nuôi 40 em.",
        ["Bữa trưa ấm"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Các mô hình tiêu biểu gồm: hiến đất mở đường (xã An Trạch), '
        "giữ sạch kênh (xã Bình Hạ), dạy nghề cho phụ nữ (xã Hòa Lạc).",
        ["hiến đất mở đường", "giữ sạch kênh", "dạy nghề cho phụ nữ"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Có 3 mô hình cấp tỉnh: một là nuôi cua trong hộp của xã An '
        "Trạch, hai là trồng sen của xã Bình Hạ.",
        ["nuôi cua trong hộp", "trồng sen"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Trong đó, tiêu biểu có các mô hình: "Tuyến đường hoa" (Hội '
        'Phụ nữ), trồng lúa sạch (Hội Nông dân), "Lớp học tình thương" (Đoàn Thanh niên).',
        ["Tuyến đường hoa", "trồng lúa sạch", "Lớp học tình thương"],
    ),
    (
        'Nuôi bò, trồng cỏ - mô hình "Dân vận khéo" ở xã An Trạch\n\nNăm 2021, xã có 20 hộ nuôi bò.',
        ["Nuôi bò, trồng cỏ"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Về kinh tế có mô hình trồng mía; về văn hóa có mô hình hát '
        "ru; về an ninh có mô hình camera.",
        ["trồng mía", "hát ru"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Lĩnh vực kinh tế: mô hình trồng chanh dây của Chi hội Nông '
        "dân thôn Đông. Lĩnh vực văn hóa: mô hình đội cồng chiêng của thôn Tây.",
        ["trồng chanh dây", "đội cồng chiêng"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Cán bộ xã thăm mô hình "Vườn rau xanh" (hộ bà Lê Thị Sen, thôn Đông).',
        ["Vườn rau xanh"],
    ),
    (
        "Phong trào \"Dân vận khéo\" lan rộng. Cán bộ xã thăm mô hình 'Vườn rau xanh', 'Ao cá Bác Hồ' của thôn Đông.",
        ["Vườn rau xanh", "Ao cá Bác Hồ"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Nổi bật: mô hình nuôi bò sữa, trồng dâu tằm, làm hương trầm '
        "ở xã An Trạch.",
        ["nuôi bò sữa", "trồng dâu tằm", "làm hương trầm"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Những mô hình như nuôi bò sữa ở An Trạch, trồng dâu ở Bình '
        "Hạ được nhân rộng.",
        ["nuôi bò sữa", "trồng dâu"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Có thể kể đến các mô hình: vận động 40 hộ hiến 2.000 m2 đất '
        "làm đường của Chi bộ thôn Đông; xóa 12 nhà tạm của Mặt trận xã.",
        ["vận động 40 hộ hiến 2.000 m2 đất làm đường", "xóa 12 nhà tạm"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Bà Lê Thị Sen (thôn Đông) với mô hình "Nồi cháo từ thiện"; '
        'ông Vi Văn Dũng (thôn Tây) với mô hình nuôi ong; Chi đoàn thôn Bắc với mô hình "Sân bóng xóm".',
        ["Nồi cháo từ thiện", "nuôi ong", "Sân bóng xóm"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình "Mỗi tuần một địa chỉ", mô hình "3 cùng, 2 rõ" và '
        'mô hình "Chi bộ 4 tốt" được duy trì.',
        ["Mỗi tuần một địa chỉ", "3 cùng, 2 rõ", "Chi bộ 4 tốt"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình “Camera an ninh”. “Tiếng loa biên phòng”, “Đường '
        "biên xanh” cũng được nhân rộng.",
        ["Camera an ninh", "Tiếng loa biên phòng", "Đường biên xanh"],
    ),
    ('Phong trào "Dân vận khéo" lan rộng. Đặc biệt, mô hình 5+1 giúp hộ nghèo của xã An Trạch.', ["5+1 giúp hộ nghèo"]),
    ('Phong trào "Dân vận khéo" lan rộng. Đặc biệt, mô hình "5+1" của xã An Trạch.', ["5+1"]),
    ('Phong trào "Dân vận khéo" lan rộng. Đặc biệt, mô hình "5K" của xã An Trạch.', ["5K"]),
    (
        'Phong trào "Dân vận khéo" lan rộng. Hội có mô hình tổ phụ nữ tiết kiệm và vay vốn, mô hình CLB '
        "gia đình hạnh phúc.",
        ["tổ phụ nữ tiết kiệm và vay vốn", "CLB gia đình hạnh phúc"],
    ),
]

NO_MODEL_NAMED = [
    'Huyện có mô hình "Dân vận khéo" hoạt động hiệu quả tại xã An Trạch.',
    'Huyện có mô hình "Dân vận khéo" tiêu biểu của xã An Trạch.',
    'Huyện phát động mô hình "Dân vận khéo" lan tỏa ở xã An Trạch.',
    'Xây dựng mô hình "Dân vận khéo" gắn với việc học Bác ở xã An Trạch.',
    'Xây dựng mô hình "Dân vận khéo" phù hợp với điều kiện của xã An Trạch.',
    'Xã đăng ký mô hình "Dân vận khéo" năm 2023 của xã An Trạch.',
    'Huyện có 3 mô hình "Dân vận khéo". Năm 2020, mô hình 5 năm trước của xã An Trạch.',
    'Xã đã có 20 mô hình "Dân vận khéo" có ích cho dân ở mọi lĩnh vực; trong đó có 10 điển hình về kinh tế.',
    'Một trong những mô hình "Dân vận khéo" tốt nhất là của xã An Trạch.',
    'Mô hình "Dân vận khéo" là một trong những giải pháp hay của huyện.',
    'Một trong những mô hình "Dân vận khéo" có hiệu quả là do cán bộ sát dân.',
    'Một trong những yêu cầu với mô hình "Dân vận khéo" là phải có dân bàn.',
    'Phong trào "Dân vận khéo" lan rộng. Nhiều mô hình hay như xã An Trạch đã làm.',
    'Phong trào "Dân vận khéo" lan rộng. Các mô hình kinh tế: xã An Trạch 3 mô hình, xã Bình Hạ 4 mô hình.',
    'Ông Vi Văn Dũng ở thôn Đông là một điển hình "Dân vận khéo".',
    'Xã An Trạch là một điển hình "Dân vận khéo" của huyện.',
    'Hội Phụ nữ xã của huyện là một trong những điển hình "Dân vận khéo".',
    'Cách làm của xã An Trạch là một mô hình "Dân vận khéo" cần học.',
    'Đây là mô hình "Dân vận khéo" của xã An Trạch.',
    'Điểm mới của xã An Trạch là mô hình nào cũng có dân bàn. Phong trào "Dân vận khéo" tốt.',
    'Phong trào "Dân vận khéo" tốt. Phần lớn mô hình ấy là điển hình tốt của các cuộc vận động.',
    'Phong trào "Dân vận khéo" tốt. Phần lớn mô hình làm đúng kế hoạch của cấp trên.',
    'Phong trào "Dân vận khéo" tốt, có thêm nhiều mô hình sát với dân của thôn, của tổ.',
    'Nhờ những mô hình ấy, đồng bào Thái ở vùng cao biết chọn giống. Phong trào "Dân vận khéo" tốt.',
    'Toàn xã có 16 mô hình "Dân vận khéo".\n\nMô hình phát huy hiệu quả (tập thể 12, cá nhân 04).',
    'Coi thi đua "Dân vận khéo" và nhân rộng mô hình là việc thường xuyên, để thực hiện Nghị quyết của Huyện ủy.',
    'Huyện giữ cho hoạt động tốt 1.365 mô hình "Tự quản, tự phòng" ở các xã. Phong trào "Dân vận khéo" tốt.',
    'Huyện có 352 việc làm, mô hình "Việc tốt vì dân". Phong trào "Dân vận khéo" tốt.',
    'Có 92 mô hình "Dân vận khéo" của tập thể, cá nhân, cụ thể: Khối dân vận xã, thôn làm được 38 mô '
    "hình tập thể, 11 mô hình cá nhân.",
    'Phong trào "Dân vận khéo" lan rộng. Huyện nhân rộng mô hình sản xuất có hiệu quả.',
    'Phong trào "Dân vận khéo" lan rộng. Xã xây dựng mô hình kinh tế tập thể.',
    'Phong trào "Dân vận khéo" lan rộng. Đây là mô hình hay, cần nhân rộng.',
    'Phong trào "Dân vận khéo" lan rộng. Đó là mô hình đáng học tập.',
    'Phong trào "Dân vận khéo" lan rộng. Đó là mô hình giúp dân thoát nghèo.',
    'Phong trào "Dân vận khéo" lan rộng. Đó là mô hình mới của huyện.',
    'Phong trào "Dân vận khéo" lan rộng. Các cấp hội có mô hình giúp nhau làm kinh tế.',
    'Phong trào "Dân vận khéo" lan rộng. Huyện có nhiều mô hình giúp dân như hỗ trợ vốn, giống.',
    'Phong trào "Dân vận khéo" lan rộng. Mỗi xã có một mô hình phát triển kinh tế.',
    'Phong trào "Dân vận khéo" lan rộng. Với mô hình này, bà con có thu nhập.',
    'Phong trào "Dân vận khéo" lan rộng. Huyện triển khai mô hình chính quyền điện tử.',
    'Phong trào "Dân vận khéo" lan rộng. Mô hình giúp 20 hộ thoát nghèo.',
    'Phong trào "Dân vận khéo" lan rộng. Nhờ có mô hình, đường làng sạch đẹp.',
    'Phong trào "Dân vận khéo" lan rộng. Với mô hình hỗ trợ vốn, cây giống, hội viên yên tâm.',
    'Phong trào "Dân vận khéo" lan rộng. Tổng kết, xã có mô hình được huyện khen.',
    'Phong trào "Dân vận khéo" lan rộng. Trong đó có mô hình nuôi trồng và dịch vụ.',
    'Phong trào "Dân vận khéo" lan rộng. Hội đồng chấm mô hình gồm 5 người.',
    'Phong trào "Dân vận khéo" lan rộng. Nhiều mô hình bảo đảm an ninh trật tự của xã đã phát huy tác dụng.',
    'Phong trào "Dân vận khéo" lan rộng. Các mô hình phát triển kinh tế ở nông thôn được nhân lên.',
    'Cả tỉnh có 90 mô hình "Dân vận khéo" và "Dân vận khéo trong xây dựng nông thôn mới" ở 4 lĩnh vực.',
    'Phong trào "Dân vận khéo" lan rộng. Đây là mô hình trồng rau đầu tiên ở xã An Trạch.',
    'Xã An Trạch xây dựng mô hình "Dân vận khéo" trong vận động tổ chức, cá nhân nhằm thu hút vốn.',
    'Phong trào "Dân vận khéo" lan rộng. Mô hình của bà Lê Thị Sen: nuôi 30 con dê.',
    'Phong trào "Dân vận khéo" lan rộng. Từ mô hình này, ông Dũng mở rộng sang nuôi cá.',
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


@pytest.mark.parametrize(("text", "names"), NAMED_BY_WORDS)
def test_named_by_the_words_around(text: str, names: list[str]) -> None:
    assert [line.split(" | ")[0] for line in told(text)] == names


@pytest.mark.parametrize("text", NO_MODEL_NAMED)
def test_no_model_is_invented(text: str) -> None:
    assert told(text) == []


NAMES_AND_OWNERS_OF_SOUTHERN_PAGES = [
    # a name ends before where it is done; the movement with its year is none
    (
        'Xã có mô hình "Dân vận khéo" như: mô hình Xóm nhỏ bình an thực hiện tại ấp 3; mô hình Đèn báo trộm trên địa '
        "bàn xã của Công an xã An Trạch.",
        ["Xóm nhỏ bình an | -", "Đèn báo trộm | -"],
    ),
    ('Huyện tuyên dương 20 tập thể, 16 cá nhân điển hình "Dân vận khéo - năm 2018".', []),
    # the head of an item leads to the name in marks
    (
        'Nhiều mô hình "Dân vận khéo" được khen, như: những buổi "Cà phê sớm" ở xã An Trạch; mô hình "Hẹn giờ trả" của '
        "Đoàn xã Bình Hạ.",
        ["Cà phê sớm | -", "Hẹn giờ trả | Đoàn xã Bình Hạ"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Mô hình "EMG" của Hội Nông dân xã An Trạch.',
        ["EMG | Hội Nông dân xã An Trạch"],
    ),
    ('Huyện có 9 mô hình "DVK" và mô hình "NTM" kiểu mẫu trong phong trào "Dân vận khéo".', []),
    (
        'Huyện có 88 mô hình "Dân vận khéo". Tiêu biểu như "Tổ góp vốn" của Hội Phụ nữ TT. Phú Hạc; "Đèn lối xóm" của '
        "Đoàn Thanh niên P. An Phú.",
        ["Tổ góp vốn | Hội Phụ nữ TT. Phú Hạc", "Đèn lối xóm | Đoàn Thanh niên P. An Phú"],
    ),
    (
        "Mô hình Tổ hợp tác (THT) trồng sen của Hội Nông dân xã An Trạch là mô hình dân vận khéo tiêu biểu.",
        ["Tổ hợp tác (THT) trồng sen | Hội Nông dân xã An Trạch"],
    ),
    (
        "Thăm mô hình dân vận khéo câu lạc bộ (CLB) bơi lội của Xã đoàn Bình Hạ.",
        ["câu lạc bộ (CLB) bơi lội | Xã đoàn Bình Hạ"],
    ),
    (
        "Thăm mô hình dân vận khéo trồng nấm hợp tác xã (HTX) của ông Lê Văn Bảy.",
        ["trồng nấm hợp tác xã | Lê Văn Bảy"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Hội Nông dân xã An Trạch đăng ký ra mắt mô hình trồng sen với 12 hộ.',
        ["trồng sen | Hội Nông dân xã An Trạch"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Hội LHPN xã Bình Hạ vận động ra mắt mô hình tổ đan lưới với hơn 20 chị.',
        ["tổ đan lưới | Hội LHPN xã Bình Hạ"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Huyện đoàn Phú Hạc đã có sáng kiến xây dựng mô hình "Góc học tập".',
        ["Góc học tập | Huyện đoàn Phú Hạc"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Ban vận động xã An Trạch ra mắt mô hình "Góc học tập".',
        ["Góc học tập | Ban vận động xã An Trạch"],
    ),
    (
        'Huyện có 7 mô hình "Dân vận khéo" như: tăng vai trò nêu gương của đảng viên trẻ của Chi bộ Kho bạc; giữ chợ '
        "sạch của Mặt trận các xã An Trạch và Bình Hạ; nuôi dê của phụ nữ xã An Trạch.",
        [
            "tăng vai trò nêu gương của đảng viên trẻ | Chi bộ Kho bạc",
            "giữ chợ sạch | Mặt trận các xã An Trạch và Bình Hạ",
            "nuôi dê | phụ nữ xã An Trạch",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES_AND_OWNERS_OF_SOUTHERN_PAGES)
def test_names_and_owners_of_southern_pages(text: str, expected: list[str]) -> None:
    assert [" | ".join(line.split(" | ")[:2]) for line in told(text)] == expected


BESIDE_AND_BEFORE = [
    # a clause that opens with a unit gives it to the model behind
    (
        'Phong trào "Dân vận khéo" lan rộng. Thôn Đông có mô hình nuôi ong của ông Lê Văn Bảy; còn ở thôn Tây, xã An '
        "Trạch, mô hình trồng sen của bà Vi Thị Na cho thu nhập khá.",
        ["nuôi ong | Lê Văn Bảy | Đông", "trồng sen | Vi Thị Na | Tây"],
    ),
    # a name said again stands where its owner is beside it
    (
        'Huyện có nhiều mô hình "Dân vận khéo" như: "Hũ gạo nghĩa tình", "Ngõ sáng". Nổi bật là "Hũ gạo nghĩa tình" '
        "của Hội Phụ nữ xã An Trạch.",
        ["Ngõ sáng | - | -", "Hũ gạo nghĩa tình | Hội Phụ nữ xã An Trạch | An Trạch"],
    ),
    # what the model is stands before the name
    (
        'Hội có nhiều mô hình "Dân vận khéo" được nhân rộng như CLB "Bà mẹ đọc sách", tổ "Chị em đi biển", nhóm "Ba '
        'cùng" và tuyến đường "Không rác".',
        ["Bà mẹ đọc sách | - | -", "Chị em đi biển | - | -", "Ba cùng | - | -", "Không rác | - | -"],
    ),
    # items of a list: the owner, then the name
    (
        'Tiêu biểu trong phong trào "Dân vận khéo" có các mô hình: Câu lạc bộ hát then (xã An Trạch); Tổ dân vận thôn '
        'Đông (xã Bình Hạ) "Thắp sáng lối xóm"; Đội An ninh, Công an huyện "Nâng cao trách nhiệm trong vận động đồng '
        'bào vùng cao giữ gìn bình yên ở các bản làng"; Hội Phụ nữ xã An Trạch "Hũ gạo nghĩa tình".',
        [
            "Câu lạc bộ hát then | - | An Trạch",
            "Thắp sáng lối xóm | Tổ dân vận thôn Đông | Đông",
            "Nâng cao trách nhiệm trong vận động đồng bào vùng cao giữ gìn bình yên ở các bản làng | Đội An ninh | -",
            "Hũ gạo nghĩa tình | Hội Phụ nữ xã An Trạch | An Trạch",
        ],
    ),
    (
        'Những cá nhân "Dân vận khéo" điển hình như: anh Vi Văn Dũng (xã An Trạch) với "Nuôi bồ câu lãi 200 triệu '
        'đồng/năm"; Lò Văn Pản (xã Bình Hạ) "Hiến 5.000 m2 đất làm sân bóng"...',
        [
            "Nuôi bồ câu lãi 200 triệu đồng/năm | Vi Văn Dũng | An Trạch",
            "Hiến 5.000 m2 đất làm sân bóng | Lò Văn Pản | Bình Hạ",
        ],
    ),
    # items that tell what a body does
    (
        'Tiêu biểu như các mô hình "Dân vận khéo": tổ hợp tác nuôi dê tại thôn Tây (xã Bình Hạ); tổ dân vận thôn Đông '
        "(xã An Trạch) tích cực vận động nhân dân hiến đất mở đường; Hội Nông dân xã Bình Hạ đã hỗ trợ giống cây.",
        [
            "tổ hợp tác nuôi dê | - | Tây",
            "vận động nhân dân hiến đất mở đường | tổ dân vận thôn Đông | Đông",
            "hỗ trợ giống cây | Hội Nông dân xã Bình Hạ | Bình Hạ",
        ],
    ),
    # bodies of unions in brackets
    (
        'Có 3 mô hình "Dân vận khéo": "Bữa cơm ca ba" (LĐLĐ huyện Phú Hạc); "Đối thoại tháng Năm" (CĐ ngành Y tế); '
        '"Xe chung đường" (Công đoàn xã Bình Hạ).',
        [
            "Bữa cơm ca ba | LĐLĐ huyện Phú Hạc | -",
            "Đối thoại tháng Năm | CĐ ngành Y tế | -",
            "Xe chung đường | Công đoàn xã Bình Hạ | Bình Hạ",
        ],
    ),
    # what begins small in marks is part of what the model does
    (
        'Tiêu biểu có các mô hình "Dân vận khéo": vận động hội viên thực hiện "ba không, hai có"; vận động tiểu thương '
        'giữ chợ "sáng, xanh"; nuôi ong lấy mật.',
        [
            'vận động hội viên thực hiện "ba không, hai có" | - | -',
            'vận động tiểu thương giữ chợ "sáng, xanh" | - | -',
            "nuôi ong lấy mật | - | -",
        ],
    ),
    # the name ends before the number of its things, the owner before a dash
    (
        'Công an huyện làm "Dân vận khéo" với nhiều mô hình như: mô hình camera an ninh với 1.240 mắt; mô hình đội '
        "tuần tra đêm tại xã An Trạch.",
        ["camera an ninh | - | -", "đội tuần tra đêm | - | An Trạch"],
    ),
    (
        'Mô hình "Một giờ cùng dân" của Đoàn Thanh niên - cách làm mới trong phong trào "Dân vận khéo".',
        ["Một giờ cùng dân | Đoàn Thanh niên | -"],
    ),
    # what no name is
    ('Làm "Dân vận khéo" qua mô hình vệ sinh "Bảy ngày sạch" ở xã An Trạch.', ["Bảy ngày sạch | - | An Trạch"]),
    ('Phong trào "Dân vận khéo" lan rộng; bà con tham gia các mô hình bảo đảm ANTT ở cơ sở.', []),
    (
        'Mô hình "Ngõ sáng" là mô hình "Dân vận khéo". Mô hình gồm 8 tiêu chí, được đưa tới 4/5 thôn và cán bộ, '
        "Nhân dân trên địa bàn xã.",
        ["Ngõ sáng | - | -"],
    ),
    (
        'Huyện có 9 mô hình "Dân vận khéo" gồm: nuôi dê núi; trồng sen trắng. Hội hưởng ứng phong trào "Sạch làng".',
        ["nuôi dê núi | - | -", "trồng sen trắng | - | -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_AND_BEFORE)
def test_owners_sites_and_kinds_beside_and_before_a_name(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SITES_AND_ITEMS_OF_NORTHERN_PAGES = [
    (
        'Phong trào "Dân vận khéo" lan rộng. Ở xã An Trạch, mô hình nuôi dê của ông Vi Văn Dũng lãi 40 triệu đồng.',
        ["nuôi dê | Vi Văn Dũng | An Trạch"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Xã Bình Hạ có mô hình trồng sen của bà Lê Thị Hiền, rộng 2 ha.',
        ["trồng sen | Lê Thị Hiền | Bình Hạ"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Ở xã An Trạch, đoàn gặp lãnh đạo xã Bình Hạ, nghe về mô hình trồng sen '
        "của bà Lê Thị Hiền.",
        ["trồng sen | Lê Thị Hiền | -"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Tiêu biểu là mô hình "Hũ gạo quân dân" của Ban CHQS huyện Phú Hạc.',
        ["Hũ gạo quân dân | Ban CHQS huyện Phú Hạc | -"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Tiêu biểu là mô hình "Hũ gạo quân dân" ở huyện Phú Hạc.',
        ["Hũ gạo quân dân | - | Phú Hạc"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Tiêu biểu là mô hình "Ba sạch" (sạch nhà, ngõ, đồng) ở xã Bình Hạ.',
        ["Ba sạch | - | Bình Hạ"],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Tiêu biểu như: mô hình chế biến "Chè sạch Đồng Vông" của bà Lê Thị Hiền, '
        'xã An Trạch; xã Bình Hạ có mô hình "Ngõ sáng"; tủ sách chung của thị trấn Phú Hạc.',
        [
            "Chè sạch Đồng Vông | Lê Thị Hiền | An Trạch",
            "Ngõ sáng | xã Bình Hạ | Bình Hạ",
            "tủ sách chung | thị trấn Phú Hạc | Phú Hạc",
        ],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng. Tiêu biểu như mô hình "Tiếng mõ ven sông" của Đồn Biên phòng Phú Hạc, Bộ '
        "Chỉ huy Bộ đội Biên phòng tỉnh đã giữ yên bến bãi.",
        ["Tiếng mõ ven sông | Đồn Biên phòng Phú Hạc | -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SITES_AND_ITEMS_OF_NORTHERN_PAGES)
def test_sites_and_items_of_northern_pages(text: str, expected: list[str]) -> None:
    assert told(text) == expected


GOING_ON_TO_THE_NEXT = [
    (
        'Phong trào "Dân vận khéo" lan rộng. Xã có mô hình "Chuồng trại xa nhà". Cùng với đó là "Đám cưới '
        'một ngày", "Tang lễ gọn nhẹ".',
        ["Chuồng trại xa nhà | - | -", "Đám cưới một ngày | - | -", "Tang lễ gọn nhẹ | - | -"],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo". Xã Bình Hạ 8 mô hình, trong đó "Dòng họ tự quản" tại thôn '
        'Đông được chọn báo cáo, còn "Dựng nhà giúp dân" của Công an xã Bình Hạ giúp 31 hộ.',
        ["Dòng họ tự quản | - | Đông", "Dựng nhà giúp dân | Công an xã Bình Hạ | Bình Hạ"],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo", nhất là "Dòng họ tự quản" ở xã An Trạch, kế đó "Bữa cơm sum '
        'họp" do Hội Phụ nữ xã Bình Hạ nấu, rồi "Hàng cau xanh" tại thôn Đông.',
        [
            "Dòng họ tự quản | - | An Trạch",
            "Bữa cơm sum họp | Hội Phụ nữ xã Bình Hạ | Bình Hạ",
            "Hàng cau xanh | - | Đông",
        ],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo". Trên sông có "Tổ thuyền an toàn" của Đồn Biên phòng Phú Hạc.',
        ["Tổ thuyền an toàn | Đồn Biên phòng Phú Hạc | -"],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo". Lĩnh vực văn hóa có "Tiếng trống học bài"; về kinh tế có '
        '"Chợ phiên sạch".',
        ["Tiếng trống học bài | - | -", "Chợ phiên sạch | - | -"],
    ),
    (
        'Huyện có nhiều mô hình "Dân vận khéo". Trong phong trào thi đua có "Cả nước chung sức", còn quỹ "Vì '
        'người nghèo" của xã An Trạch vẫn giữ.',
        [],
    ),
    (
        'Phong trào "Dân vận khéo" lan rộng, có mô hình làm hương, đan nón của chị em xã Bình Hạ.',
        ["làm hương, đan nón | chị em xã Bình Hạ | Bình Hạ"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOING_ON_TO_THE_NEXT)
def test_words_that_go_on_to_the_next_model(text: str, expected: list[str]) -> None:
    assert told(text) == expected


TOLD_OF = [
    (
        'Xã có 5 mô hình "Dân vận khéo". Chị Lê Ngọc Hân kể về "Hẻm không rác" ở xã An Trạch, về "Camera bà '
        'con" của Tổ dân phố 7.',
        ["Hẻm không rác | - | An Trạch", "Camera bà con | Tổ dân phố 7 | 7"],
    ),
    (
        'Xã có 5 mô hình "Dân vận khéo", nổi bật là mô hình nuôi tôm của ông Trần Văn Đực và "Tủ thuốc 0 '
        'đồng" đặt tại trụ sở ấp.',
        ["nuôi tôm | Trần Văn Đực | -", "Tủ thuốc 0 đồng | - | -"],
    ),
    (
        'Xã có 5 mô hình "Dân vận khéo". Xã hưởng ứng phong trào "Xanh sạch đẹp" của Hội Nông dân huyện và '
        'chương trình "Mái ấm" do Đoàn xã phát động, cuộc thi "Bếp hồng" tại xã An Trạch.',
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_OF)
def test_names_that_somebody_tells_of(text: str, expected: list[str]) -> None:
    assert told(text) == expected


IN_FEATURES = [
    # one site behind the last of a row; a body in brackets; the owner behind "là của"
    (
        'Ngược lên phía Tây, "Tiếng loa chiều", "Mốc trong lòng dân" ở xã An Trạch là nơi dân tin. Người bệnh nhắc mãi '
        '"Nồi cháo sớm" (Bệnh viện huyện). Dưới nhà cũ, "Tủ sách cầu thang" là của Chi bộ 3.',
        [
            "Tiếng loa chiều | - | -",
            "Mốc trong lòng dân | - | An Trạch",
            "Nồi cháo sớm | Bệnh viện huyện | -",
            "Tủ sách cầu thang | Chi bộ 3 | -",
        ],
    ),
    # whoever starts it
    (
        'Chúng tôi còn được xem "Vườn rau nhỏ". Hồi cha xứ làm "Đèn đầu ngõ" ai cũng góp; bệnh viện thì chọn "Tiếp sức '
        'người bệnh". Phường phát động "Tuần phố đẹp". Ông kể về tổ "Đạo đời giữ xóm".',
        [
            "Vườn rau nhỏ | - | -",
            "Đèn đầu ngõ | - | -",
            "Tiếp sức người bệnh | - | -",
            "Tuần phố đẹp | - | -",
            "Đạo đời giữ xóm | - | -",
        ],
    ),
    # the names of those just counted, and what became a model
    (
        'Có 2 mô hình được tỉnh công nhận, "Hộp thư khóm" và "Ngày thứ Bảy vì dân". "Mương bộ đội" đã trở thành mô '
        "hình đầu tiên.",
        ["Hộp thư khóm | - | -", "Ngày thứ Bảy vì dân | - | -", "Mương bộ đội | - | -"],
    ),
    # other things in quotation marks
    (
        'Ông Tư, người được gọi là "Cây đại thụ" của bản, mặc áo "Sao vàng" đi thi. Vở "Đất mặn" của Đoàn chèo đoạt '
        'giải. Thương hiệu "Gạo quê" tại xã An Trạch bán chạy. Chị bảo "Dễ ợt" rồi cười.',
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_FEATURES)
def test_names_in_features(text: str, expected: list[str]) -> None:
    assert told('Xã có 5 mô hình "Dân vận khéo". ' + text) == expected


ON_LONG_PAGES = [
    # a name that is said to be one, that bears a tale, that a body's way of work is
    (
        '"Bến đò bình yên" là cái tên bà con đặt cho tổ chèo đò. Với tên gọi giản dị "Góc bếp nghĩa tình", chị em '
        'nấu cháo. Câu chuyện về "Hũ gạo ông Mười" bắt đầu từ một bữa giỗ. Nói về "Sổ tay liên gia", bà Lan cho biết '
        'đã in. Những cái tên như "Bếp ấm vùng biên" đã quen thuộc. Cách làm hay của Hội Cựu chiến binh xã Bình Hạ: '
        '"Mỗi hội viên giúp một hộ nghèo".',
        [
            "Bến đò bình yên",
            "Góc bếp nghĩa tình",
            "Hũ gạo ông Mười",
            "Sổ tay liên gia",
            "Bếp ấm vùng biên",
            "Mỗi hội viên giúp một hộ nghèo",
        ],
    ),
    # the subject of what is told
    (
        'Sau 2 năm, "Tổ dệt bản Đông" đã giúp 30 chị thoát nghèo. Những "Tủ bánh mì 0 đồng", "Giếng nước nghĩa tình"'
        "... đã sưởi ấm bao nhà.",
        ["Tổ dệt bản Đông", "Tủ bánh mì 0 đồng", "Giếng nước nghĩa tình"],
    ),
    # a kind before the name, words between the founding and it
    (
        'Nổi bật là câu lạc bộ "Gia đình bền vững" của Hội Phụ nữ xã, nhóm "Zalo kết nối" của thôn Đông. Hội duy trì '
        'đều đặn "Gian hàng 0 đồng".',
        ["Gia đình bền vững", "Zalo kết nối", "Gian hàng 0 đồng"],
    ),
    # headings
    (
        'Có người hỏi mãi.\n\nTừ "Tiếng mõ đêm khuya"...\n\nCứ 21 giờ là tiếng mõ vang lên.\n\n...đến "Chuyến phà '
        'tình nghĩa"\n\nMỗi tuần, anh em đưa học sinh qua sông.\n\n"Vườn rau khuyến học" - hạt giống từ chi hội\n\nChi '
        "hội có 40 hội viên.",
        ["Tiếng mõ đêm khuya", "Chuyến phà tình nghĩa", "Vườn rau khuyến học"],
    ),
    # bullets: the owner before a colon or behind a dash
    (
        'Các mô hình tiêu biểu:\n- Công an xã: "Bữa sáng nghĩa tình"\n- Trại tạm giam: "Tủ sách hướng thiện"\n- "Nhà '
        'sạch" - Hội Phụ nữ xã An Trạch',
        ["Bữa sáng nghĩa tình", "Tủ sách hướng thiện", "Nhà sạch"],
    ),
    # no marks
    (
        "Bên cạnh mô hình nuôi dê sinh sản, còn mô hình nuôi ong ở xã An Trạch. Về văn hóa: có mô hình câu lạc bộ hát "
        "then. Thôn Tây: Mô hình chăn nuôi gà an toàn sinh học. Nhiều mô hình được nhân rộng như đổi rác lấy quà, "
        'đường hoa nông dân, ngân hàng bò. Mô hình "Dân vận khéo" vận động bà con mở rộng đường liên thôn.',
        [
            "nuôi dê sinh sản",
            "nuôi ong",
            "câu lạc bộ hát then",
            "chăn nuôi gà an toàn sinh học",
            "đổi rác lấy quà",
            "đường hoa nông dân",
            "ngân hàng bò",
            "vận động bà con mở rộng đường liên thôn",
        ],
    ),
    (
        "Mô hình thứ nhất: Cải tạo vườn tạp.\nMô hình số 2: Thắp sáng ngõ quê.",
        ["Cải tạo vườn tạp", "Thắp sáng ngõ quê"],
    ),
    (
        "Mô hình tiêu biểu như: tổ tự quản của thôn Đông; điểm dân cư liền kề ở xã An Trạch.",
        ["tổ tự quản", "điểm dân cư liền kề"],
    ),
    # the owner or the site before it, the word left out
    (
        'Có nhiều mô hình tiêu biểu:\n* Khu 12 với "Camera nhà này trông nhà kia"\n* Khu 20: Đồi chè mẫu của ông Tư, '
        "tưới nhỏ giọt.",
        ["Camera nhà này trông nhà kia", "Đồi chè mẫu"],
    ),
    (
        'Xã An Trạch có mô hình "Ghe hàng an toàn"; xã Bình Hạ có vườn dâu kết hợp du lịch của anh Vi Văn Lợi. Thị '
        'trấn có câu lạc bộ "Cựu binh làm giàu" và phần việc "Tuyến phố sạch". "Hũ gạo chi hội" mới ra mắt đã có 43 '
        "triệu.",
        ["Ghe hàng an toàn", "vườn dâu kết hợp du lịch", "Cựu binh làm giàu", "Tuyến phố sạch", "Hũ gạo chi hội"],
    ),
    (
        'Mỗi đảng viên kèm 4 hộ, gọi là "Đảng viên đỡ đầu". Ở thôn Đông, cách làm lại là "Thắp đèn ngõ xóm". Việc nhỏ '
        'được nhắc nhiều là "Tủ sách cho em".',
        ["Đảng viên đỡ đầu", "Thắp đèn ngõ xóm", "Tủ sách cho em"],
    ),
    (
        "Hội xây dựng được 22 mô hình, cụ thể là liên kết bốn nhà trồng cà phê (xã An Trạch), tổ vay vốn xoay vòng (xã "
        "Bình Hạ), cánh đồng lúa giống (thị trấn)...",
        ["liên kết bốn nhà trồng cà phê", "tổ vay vốn xoay vòng", "cánh đồng lúa giống"],
    ),
    # a person's name of honour, a short form, a slogan, what is said or won, what must be
    ('Ông được bà con gọi là "Già làng gương mẫu". Khu 3: "Làm rồi mới nói", ông Tư cười.', []),
    ('"Cây đại thụ" là cái tên bà con đặt cho ông Tư.', []),
    ('Chị Sen được tặng "Huy hiệu 30 năm". Hội thi "Nhà nông đua tài" đã khép lại.', []),
    ('"Nhà là nơi trở về", chị Sen nói về mô hình.\n\n"Dân là gốc"\n\nMô hình nào cũng cần dân.', []),
    ("Quan trọng nhất là mô hình phải phù hợp. Khó nhất là mô hình không có vốn. Ngoài mô hình này, còn nữa.", []),
    ('Vở "Đường về bản" đã đoạt giải. Phong trào "Nuôi heo đất" đã lan rộng. Bộ phim, "Đồi hoa sim", được khen.', []),
]


@pytest.mark.parametrize(("text", "names"), ON_LONG_PAGES)
def test_names_told_of_on_long_pages(text: str, names: list[str]) -> None:
    lines = told('Huyện có nhiều mô hình "Dân vận khéo".\n\n' + text)
    assert [line.split(" | ")[0] for line in lines] == names
