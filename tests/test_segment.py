"""Sentences: where they end, and that no character that says something is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.ruleset import load_rules
from danvan.text.article import Draft, Part
from danvan.text.segment import LONGEST, split_article, split_text
from danvan.text.view import fold_lower, fold_view


def _sentences(text: str) -> list[str]:
    view = fold_view(text)
    return [text[a:b] for a, b in split_text(view, fold_lower(view), load_rules())]


# "|" stands where one sentence ends and the next begins; with a blank where the text has one.
CASES = [
    "Huyện có 5 mô hình. | Xã Tân Lập có 2 mô hình.",
    "Đoàn do TS. Lê Văn B dẫn đầu về TP. Mỹ Tho và TX. Gò Công.",
    "Chủ tịch U.B.N.D. Huyện đến dự.",
    "Theo Chỉ thị 15-CT/TTg. | Trong năm, xã làm 3 km đường.",
    "Hỗ trợ cây, con giống v.v. và phân bón.",
    "Hỗ trợ cây, con giống v.v. | Trong năm, xã có 4 mô hình.",
    "1. Chi bộ ấp Phước Lộc. | 2. Hội Nông dân xã Bình An.",
    "II. Cá nhân tiêu biểu",
    "Bà Lê Thị B. ở ấp 3 hiến 200m2 đất.",
    "Diện tích 1.250,5 ha. | Sản lượng 12.5 tấn.",
    "Nhiều mô hình tiêu biểu.|Trong những năm qua, xã làm tốt.",
    "Xem tại danvan.vn hoặc trang của UBND.TP Vinh.",
    "Mô hình “Nhà sạch, ngõ đẹp!” của xã được nhân rộng. | Năm nay có thêm.",
    "“Dân tin thì việc gì cũng xong!”. | Ông nói vậy.",
    "Đến năm 2020. | Các xã đều đạt.",
    "Tổng số mô hình: 15. | Trong đó có 5 mô hình kinh tế.",
    "Xin cảm ơn./.",
    "Tổ hợp tác, hợp tác xã… | Trong năm, xã có 5 mô hình.",
    "Các đoàn thể chính trị. làm tốt công tác tuyên truyền.",
    "Bà con góp gạo, mì, dầu ăn…|Nhân dịp này, huyện tặng 20 xe đạp.",
    "Khối dân vận làm được 38 mô hình, 11 công trình…Mặt trận làm được 26 mô hình.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentence_ends(marked: str) -> None:
    text = marked.replace(" | ", " ").replace("|", "")
    assert _sentences(text) == [piece.strip() for piece in marked.split("|")]


def test_a_part_ends_a_sentence_and_a_line_break_inside_does_not() -> None:
    text = "Hội nghị tổng kết\nToàn huyện có 5\nmô hình. Xã có 2"
    draft = Draft("x", text, text, ((0, 0),), (Part("title", 0, 17), Part("body", 18, len(text))))
    found = split_article(draft, load_rules())
    assert [(text[s.start : s.end], s.part, s.paragraph) for s in found] == [
        ("Hội nghị tổng kết", "title", 0),
        ("Toàn huyện có 5\nmô hình.", "body", 1),
        ("Xã có 2", "body", 1),
    ]


def test_a_sentence_without_an_end_is_cut_at_blanks() -> None:
    text = "đi " * 3_000 + "a" * 9_000
    pieces = _sentences(text)
    assert max(map(len, pieces)) <= LONGEST
    assert [len(p) for p in pieces if "đi" not in p] == [4_000, 4_000, 1_000]
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="aB1 .?!…\"')/\nđỦ,;:-v", max_size=120))
def test_sentences_are_in_order_and_hold_every_letter(text: str) -> None:
    view = fold_view(text)
    spans = split_text(view, fold_lower(view), load_rules())
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    held = "".join(view[a:b] for a, b in spans)
    assert [c for c in held if c.isalnum()] == [c for c in view if c.isalnum()]
