"""Money: sums found with their bounds and basis, what they pay for, and amounts written and read back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.api import extract
from danvan.find.money import find_money, prove_money
from danvan.gazetteer import load_gazetteer
from danvan.link.money import link_money
from danvan.reading import Reading
from danvan.records import Figure, Level, Money, Period, Place, PlaceRef, Span
from danvan.ruleset import load_rules
from danvan.text.article import Draft, Part, PartKind
from danvan.text.segment import Sentence

RULES = load_rules()
MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
SIGNS = {"exact": "", "more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<=", "about": "~"}
HOME = PlaceRef(name="Phú Hạc", kind="huyện", level="district", district="Phú Hạc")
AN_TRACH = PlaceRef(name="An Trạch", kind="xã", level="commune", commune="An Trạch")


class Places:
    """The places of a test: one mention of xã An Trạch where the text has it, in an article of huyện Phú Hạc."""

    def __init__(self, text: str) -> None:
        at = text.find("xã An Trạch")
        span = Span(start=max(at, 0), end=max(at, 0) + 11, text="xã An Trạch")
        place = Place(kind="xã", name="An Trạch", level="commune", unit=AN_TRACH, spans=(span,), rule="t", confidence=1)
        self.mentions: Sequence[tuple[int, int, Place]] = [(at, at + 11, place)] if at >= 0 else []
        self.article_place: PlaceRef | None = HOME

    def at(self, start: int, end: int) -> Place | None:
        return next((p for s, e, p in self.mentions if s < end and start < e), None)

    def own(self, level: Level) -> PlaceRef | None:
        return HOME if level == "district" else None

    def ref_of(self, place: Place) -> PlaceRef:
        assert place.unit is not None
        return place.unit


def read(parts: Sequence[tuple[PartKind, str]]) -> Reading:
    """An article of these parts, each line one sentence of its part."""
    text, laid, sentences = "", [], []
    for paragraph, (kind, words) in enumerate(parts):
        start = len(text)
        text += words + "\n"
        laid.append(Part(kind, start, start + len(words)))
        sentences.append(Sentence(start, start + len(words), kind, paragraph))
    return Reading(Draft("t", text, text, ((0, 0),), tuple(laid)), tuple(sentences), RULES, load_gazetteer(RULES))


def figure(text: str, words: str, value: float, measure: str, **more: object) -> Figure:
    start = text.index(words)
    span = Span(start=start, end=start + len(words), text=words)
    unit = words.lstrip("0123456789., ")
    return Figure.model_validate(
        {"measure": measure, "unit": unit, "value": value, "span": span, "rule": "t", "confidence": 1.0, **more}
    )


def money_of(text: str, figures: Sequence[Figure] = ()) -> tuple[Money, ...]:
    reading = read([("body", text)])
    return link_money(find_money(reading), reading, figures, Places(text))


def said(m: Money) -> str:
    """A sum in the short form of tests/cases/money.txt."""
    high = "" if m.high is None else f"..{m.high}"
    each = " each" if m.basis == "each" else ""
    return f"{SIGNS[m.bound]}{m.amount}{high}{'' if m.currency == 'VND' else f' {m.currency}'}{each}"


CASES = Path(__file__).with_name("cases") / "money.txt"
SENTENCES = [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(marked: str) -> None:
    text = MARK.sub(r"\1", marked)
    assert [(m.span.text, said(m)) for m in money_of(text)] == [(m[1], m[2]) for m in MARK.finditer(marked)]


# ---------------------------------------------------------------- what a sum pays for


def test_each_and_total_pay_for_the_same_things() -> None:
    text = "Huyện trao 250 suất quà, mỗi suất 300.000 đồng, tổng trị giá 75 triệu đồng."
    each, total = money_of(text, [figure(text, "250 suất quà", 250, "phần quà")])
    assert (each.basis, each.items, total.basis, total.items) == ("each", 0, "total", 0)
    assert each.purpose == total.purpose == "250 suất quà"


def test_a_total_covers_the_whole_list_and_purpose_names_it() -> None:
    text = "Nhân dân hiến 1.250 m2 đất, 300 ngày công với tổng trị giá hơn 1,2 tỷ đồng để mở rộng đường."
    figures = [figure(text, "1.250 m2 đất", 1250, "đất"), figure(text, "300 ngày công", 300, "ngày công")]
    [money] = money_of(text, figures)
    assert (money.items, money.bound, money.basis) == (0, "more_than", "total")
    assert money.purpose == "1.250 m2 đất, 300 ngày công để mở rộng đường"
    assert money.confidence > 0.9


def test_a_value_behind_the_last_of_several_things_is_unsure() -> None:
    text = "Bà con hiến 600 m2 đất, phá dỡ 150 m tường rào trị giá 200 triệu đồng"
    figures = [figure(text, "600 m2 đất", 600, "đất"), figure(text, "150 m tường rào", 150, "tường rào")]
    [money] = money_of(text, figures)
    assert money.items == 1
    assert money.confidence <= 0.5


def test_a_value_behind_one_thing_is_sure() -> None:
    text = "Bà con phá dỡ 150 m tường rào trị giá 200 triệu đồng"
    [money] = money_of(text, [figure(text, "150 m tường rào", 150, "tường rào")])
    assert money.items == 0
    assert money.confidence > 0.9


def test_what_follows_the_sum_is_what_it_builds() -> None:
    text = "Vận động 40 triệu đồng xây 01 căn nhà cho hộ nghèo"
    [money] = money_of(text, [figure(text, "01 căn nhà", 1, "nhà")])
    assert (money.items, money.basis, money.purpose) == (0, "total", "xây 01 căn nhà cho hộ nghèo")


PAID_FOR = [
    # (text, sums as "amount basis items")
    ("Huyện hỗ trợ 31 hộ nghèo làm nhà.\nTheo đó, mỗi hộ được hỗ trợ 20 triệu đồng.", ["20000000 each 31 hộ nghèo"]),
    ("Hội trao 120 suất quà cho người già. Mỗi suất trị giá 400.000 đồng.", ["400000 each 120 suất quà"]),
    ("Xã dựng 12 căn nhà. Đây là việc làm ý nghĩa. Mỗi căn trị giá 60 triệu đồng.", ["60000000 each 12 căn nhà"]),
    ("Có 5 gia đình khó khăn nhất được nhận mỗi hộ 500.000 đồng.", ["500000 each 5 gia đình"]),
    ("Có 64 chị góp vốn, mỗi người 200.000 đồng.", ["200000 each 64 chị"]),
    (
        "Khóm trao 100 phần quà.\nMỗi phần quà gồm 10 kg gạo, với tổng kinh phí 15 triệu đồng.",
        ["15000000 total 100 phần quà"],
    ),
    (
        "Xã dựng 23 căn nhà, trong đó xây mới 14 căn, sửa chữa 9 căn. "
        "Mức hỗ trợ 60 triệu đồng/nhà xây mới và 30 triệu đồng/nhà sửa chữa, tổng kinh phí 1 tỷ 110 triệu đồng.",
        ["60000000 each 14 căn", "30000000 each 9 căn", "1110000000 total 23 căn nhà"],
    ),
    (
        "Năm 2007, tỉnh xây 790 nhà tình thương.\nTổng kinh phí hỗ trợ xây dựng số nhà nói trên là 4 tỷ đồng.",
        ["4000000000 total 790 nhà tình thương"],
    ),
    # what is counted between, and what another paragraph counts, is not paid for
    (
        "Xã dựng 12 căn nhà, huyện cất 9 căn nhà. Có 30 đoàn viên đến giúp. Mỗi căn trị giá 60 triệu đồng.",
        ["60000000 each -"],
    ),
    ("Xã mua 12 con dê. Có 30 đoàn viên đến giúp. Mỗi con trị giá 3 triệu đồng.", ["3000000 each -"]),
    ("Thôn 5 có 74 hộ trồng điều.\nThôn 3 kéo điện, Nhà nước lo trụ, mỗi hộ góp 4 triệu đồng.", ["4000000 each -"]),
    # the sum of each, though it is called a total; title and lead tell whether it is each
    ("Mỗi căn nhà có tổng kinh phí xây dựng 80 triệu đồng.", ["80000000 each -"]),
    (
        "Trao 40 suất quà, mỗi suất 300.000 đồng, tổng trị giá 12 triệu đồng.",
        ["300000 each 40 suất quà", "12000000 total 40 suất quà"],
    ),
    # a sum in brackets behind what it paid for; title, then lead
    (
        "Quỹ đã xây mới 94 ngôi nhà (3,5 tỷ đồng); sửa chữa 79 ngôi nhà (1,4 tỷ đồng).",
        ["3500000000 total 94 ngôi nhà", "1400000000 total 79 ngôi nhà"],
    ),
    (
        "Vận động hơn 30 tỷ đồng cho người nghèo\nNăm 2020, tỉnh Yên Bái vận động được trên 30 tỷ đồng.",
        ["30000000000 total -"],
    ),
    # what each gets has parts; how large it is parts no total from it, and is not what was paid for
    (
        "Hội tặng 30 phần quà. Mỗi phần quà trị giá 500.000 đồng, trong đó có 200.000 đồng tiền mặt.",
        ["500000 each 30 phần quà", "200000 each 30 phần quà"],
    ),
    (
        "Xã trao 6 căn nhà. Mỗi căn được hỗ trợ 80 triệu đồng. Trong đó, quỹ xã 50 triệu đồng, họ đạo 30 triệu đồng.",
        ["80000000 each 6 căn nhà", "50000000 each 6 căn nhà", "30000000 each 6 căn nhà"],
    ),
    ("Xã góp 90 triệu đồng, trong đó có 40 triệu đồng của kiều bào.", ["90000000 total -", "40000000 total -"]),
    (
        "Hội trao 20 suất quà, mỗi suất 500.000 đồng. Trong đó, chùa Long Thọ góp 6 triệu đồng.",
        ["500000 each 20 suất quà", "6000000 total -"],
    ),
    (
        "Huyện bàn giao 5 căn nhà. Mỗi căn rộng 45 m2, với tổng kinh phí xây dựng 95 triệu đồng.",
        ["95000000 each 5 căn nhà"],
    ),
    (
        "Huyện bàn giao 5 căn nhà. Mỗi căn có diện tích từ 36 - 45 m2 với mức hỗ trợ 70 triệu đồng.",
        ["70000000 each 5 căn nhà"],
    ),
    # the total of the sentence before, by its words or by the product; not by its place alone
    (
        "Hội tặng 60 suất quà, mỗi suất 300.000 đồng. Tổng giá trị là 18 triệu đồng.",
        ["300000 each 60 suất quà", "18000000 total 60 suất quà"],
    ),
    (
        "Hội tặng 60 suất quà, mỗi suất 300.000 đồng. Kinh phí do chùa Long Thọ trao là 18 triệu đồng.",
        ["300000 each 60 suất quà", "18000000 total 60 suất quà"],
    ),
    (
        "Hội tặng 60 suất quà, mỗi suất 300.000 đồng. Tổng nguồn quỹ an sinh trong năm là 450 triệu đồng.",
        ["300000 each 60 suất quà", "450000000 total -"],
    ),
    (
        "Hội trao 60 suất quà cho người già, mỗi suất gồm gạo và dầu; với tổng kinh phí 18 triệu đồng.",
        ["18000000 total -"],
    ),
    (
        "Hội trao 60 suất quà, mỗi suất 300.000 đồng; với tổng kinh phí 18 triệu đồng.",
        ["300000 each 60 suất quà", "18000000 total 60 suất quà"],
    ),
    # who gets things is not paid for; nor is what each gets counted as all
    ("Có 8 hộ được nhận 8 con dê với tổng giá trị 24 triệu đồng.", ["24000000 total 8 con dê"]),
    ("Đồn trao 15 xe đạp cho 15 em học sinh (27 triệu đồng).", ["27000000 total 15 xe đạp"]),
    (
        "Hội trao 200 suất quà cho 4 thôn (mỗi thôn 50 suất). Mỗi suất trị giá 400.000 đồng.",
        ["400000 each 200 suất quà"],
    ),
    # two of one kind; a name or a site before the brackets; a price for one kind of three
    (
        "Hội cất mới 14 căn nhà và sửa chữa 5 căn nhà cho hội viên với số tiền 810 triệu đồng.",
        ["810000000 total 14 căn nhà"],
    ),
    ("Hội dựng 9 cây cầu tại huyện Ba Tri (340 triệu đồng).", ["340000000 total 9 cây cầu"]),
    ("Hội dựng thêm 9 cây cầu (tổng trị giá 340 triệu đồng).", ["340000000 total 9 cây cầu"]),
    (
        "Hội tặng 160 suất quà, trong đó 40 suất trị giá 900.000đ/suất, 60 suất (700.000đ/suất), 60 suất trị giá "
        "500.000đ/suất.",
        ["900000 each 40 suất", "700000 each 60 suất", "500000 each 60 suất"],
    ),
    # the only houses before, with other things counted between, or in another paragraph
    ("Xã dựng 12 căn nhà. Có 30 đoàn viên đến giúp. Mỗi căn trị giá 60 triệu đồng.", ["60000000 each 12 căn nhà"]),
    (
        "Huyện bàn giao 22 nhà tình thương.\nCác hộ được giúp từ nguồn của ngành than với tổng kinh phí 1,1 tỷ đồng "
        "(50 triệu đồng/nhà).",
        ["1100000000 total 22 nhà tình thương", "50000000 each 22 nhà tình thương"],
    ),
    # what several prices come to, by the sum or by its words; but not the price of some of the things
    (
        "Hội tặng 30 sổ tiết kiệm, trị giá 2 triệu đồng/sổ và 40 suất quà, trị giá 1 triệu đồng/suất cho 70 đại diện "
        "gia đình, tổng kinh phí là 100 triệu đồng.",
        ["2000000 each 30 sổ tiết kiệm", "1000000 each 40 suất quà", "100000000 total 30 sổ tiết kiệm"],
    ),
    (
        "Các đoàn trao 9 phần quà (3 triệu đồng/phần) cho thương binh và 91 phần quà (1,5 triệu đồng/phần) cho gia "
        "đình chính sách. Tổng trị giá quà tặng hơn 170 triệu đồng.",
        ["3000000 each 9 phần quà", "1500000 each 91 phần quà", "170000000 total 9 phần quà"],
    ),
    (
        "Hội tặng 70 chiếc xe đạp và 20 suất học bổng (mỗi suất trị giá 1 triệu đồng). Tổng trị giá các phần quà là "
        "gần 100 triệu đồng.",
        ["1000000 each 20 suất học bổng", "100000000 total -"],
    ),
    # how large the house is, its noun left out
    ("Căn nhà 90m2 đã hoàn thành kiên cố, tổng trị giá 160 triệu đồng.", ["160000000 total -"]),
    # sizes before the price of each, parts before the total of all, some of the pupils in brackets
    (
        "Xã khánh thành 3 cây cầu. Mỗi cây cầu dài 14 mét, rộng 3 mét, dày 20cm, kinh phí 160 triệu đồng. "
        "Tổng kinh phí xây dựng 480 triệu đồng.",
        ["160000000 each 3 cây cầu", "480000000 total 3 cây cầu"],
    ),
    (
        "Huyện bàn giao 36 căn nhà. Mỗi căn được hỗ trợ 70 triệu đồng. Trong đó, quỹ tỉnh 50 triệu đồng, quỹ huyện 20 "
        "triệu đồng. Tổng kinh phí hỗ trợ là 2,52 tỷ đồng.",
        [
            "70000000 each 36 căn nhà",
            "50000000 each 36 căn nhà",
            "20000000 each 36 căn nhà",
            "2520000000 total 36 căn nhà",
        ],
    ),
    (
        "Đồn đỡ đầu 14 em học sinh (trong đó 4 em người Lào), mức hỗ trợ 500.000 đồng/em/tháng.",
        ["500000 each 14 em học sinh"],
    ),
    (
        "Hội tặng 50 suất quà, mỗi suất 500.000 đồng. Đoàn ủng hộ 25 triệu đồng.",
        ["500000 each 50 suất quà", "25000000 total -"],
    ),
    ("Mỗi người góp 2.000 đồng mỗi ngày, nâng quỹ đến nay lên 640 triệu đồng.", ["2000 each -", "640000000 total -"]),
    ("Thôn làm 3 căn nhà hết 240 triệu đồng.", ["240000000 total 3 căn nhà"]),
    # what a fund is owed
    ("Hội kiểm tra 7 tổ, hướng dẫn sổ sách, tổng dư nợ đến nay là 30 tỷ đồng.", ["30000000000 total -"]),
    # words before or behind
    ("Quỹ trích 500 triệu đồng, hỗ trợ xây 10 căn nhà cho hộ nghèo.", ["500000000 total 10 căn nhà"]),
    ("Có 18 hộ được vay 900 triệu đồng để nuôi bò.", ["900000000 total 18 hộ"]),
]


@pytest.mark.parametrize(("text", "expected"), PAID_FOR)
def test_what_a_sum_pays_for(text: str, expected: list[str]) -> None:
    record = extract(text, published="2023-07-20")
    items = [record.figures[m.items].span.text if m.items is not None else "-" for m in record.money]
    assert [f"{m.amount} {m.basis} {i}" for m, i in zip(record.money, items, strict=True)] == expected


def test_classes_of_income_are_income() -> None:
    text = "Thu nhập hằng năm có 368 hộ đạt trên 50 triệu đồng, 68 hộ đạt 100 đến 300 triệu đồng."
    assert [(m.basis, m.purpose) for m in extract(text).money] == [("each", "thu nhập"), ("each", "thu nhập")]


def test_by_how_much_an_income_rose_is_income() -> None:
    text = "Thu nhập bình quân đầu người đạt 60,4 triệu đồng/năm, tăng gần 8 triệu đồng so với năm 2018."
    assert [(m.basis, m.purpose) for m in extract(text).money] == [("each", "thu nhập"), ("each", "thu nhập")]


def test_what_leads_to_the_next_sum_is_its_own() -> None:
    text = "Quỹ trợ giúp bệnh nhân nghèo 537 triệu đồng, hỗ trợ học sinh nghèo đến trường trên 2 tỷ đồng."
    assert [m.purpose for m in extract(text).money] == [
        "Quỹ trợ giúp bệnh nhân nghèo",
        "hỗ trợ học sinh nghèo đến trường",
    ]


def test_what_the_next_sum_is_for_is_its_own_though_it_counts() -> None:
    text = (
        "Quỹ sửa nhà cho 25 hộ nghèo với số tiền 730 triệu đồng, hỗ trợ khó khăn cho 140 hộ với tổng số tiền 70 triệu "
        "đồng."
    )
    assert [m.purpose for m in extract(text).money] == ["25 hộ nghèo", "140 hộ"]


def test_the_lead_tells_that_a_sum_is_each() -> None:
    text = (
        "Phú Bình bàn giao 2 nhà tình thương\nỦy ban MTTQ huyện hỗ trợ 50 triệu đồng cho mỗi gia đình.\n\n"
        "Hai hộ đều neo đơn. Ủy ban MTTQ huyện hỗ trợ 50 triệu đồng từ nguồn quỹ, còn lại do họ hàng giúp."
    )
    assert {m.basis for m in extract(text, published="2022-03-01").money} == {"each"}


def test_a_rate_finds_the_thing_of_its_noun() -> None:
    text = "Trao 20 xe đạp cho 35 em, hỗ trợ 500.000 đồng/em, hỗ trợ 90.000 đồng/kg"
    figures = [figure(text, "20 xe đạp", 20, "xe đạp"), figure(text, "35 em", 35, "học sinh")]
    em, kilo = money_of(text, figures)
    assert (em.basis, em.items) == ("each", 1)
    assert (kilo.basis, kilo.items) == ("each", None)


def test_rates_of_two_kinds_of_one_thing() -> None:
    text = (
        "Dựng 38 nhà, gồm 26 nhà xây mới, 12 nhà sửa chữa, mức 60 triệu đồng/nhà xây mới, "
        "30 triệu đồng/nhà sửa chữa, tổng 1,92 tỷ đồng"
    )
    whole = figure(text, "38 nhà", 38, "nhà")
    new = figure(text, "26 nhà xây mới", 26, "nhà", part_of=0, partition=True, list=0)
    mended = figure(text, "12 nhà sửa chữa", 12, "nhà", part_of=0, partition=True, list=0)
    assert [(m.basis, m.items) for m in money_of(text, [whole, new, mended])] == [
        ("each", 1),
        ("each", 2),
        ("total", 0),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value", "measure", "basis"),
    [
        ("tặng 20 suất quà trị giá 500.000 đồng", "20 suất quà", 20, "phần quà", "each"),
        ("tặng 20 suất quà trị giá 10 triệu đồng", "20 suất quà", 20, "phần quà", "total"),
        ("xây 30 căn nhà trị giá 60 triệu đồng", "30 căn nhà", 30, "nhà", "each"),
        ("xây 02 căn nhà trị giá 120 triệu đồng", "02 căn nhà", 2, "nhà", "total"),
        ("xây 01 căn nhà trị giá 7 triệu đồng", "01 căn nhà", 1, "nhà", "total"),
    ],
)
def test_a_sum_too_small_for_all_is_that_of_one(text: str, words: str, value: int, measure: str, basis: str) -> None:
    [money] = money_of(text, [figure(text, words, value, measure)])
    assert (money.basis, money.items) == (basis, 0)


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Mô hình nuôi dê cho thu nhập 150 triệu đồng/năm", "thu nhập"),
        ("Anh lãi 90 triệu đồng mỗi lứa", "thu nhập"),
        ("Xưởng đạt doanh thu hơn 1,2 tỷ đồng", "doanh thu"),
        ("Hội cho vay không lãi 30 triệu đồng nuôi bò", "nuôi bò"),
        ("Trong đó ngân sách xã hỗ trợ 110 triệu đồng.", "ngân sách xã hỗ trợ"),
        ("Chiếc xe trị giá 320 triệu đồng.", "Chiếc xe"),
        ("450 triệu đồng.", None),
        # a list of givers is one phrase; other commas part
        ("Các cơ quan, đơn vị, nhà hảo tâm ủng hộ 5 tỷ đồng.", "Các cơ quan, đơn vị, nhà hảo tâm ủng hộ"),
        ("Các huyện, thành, thị đăng ký góp 26,8 tỷ đồng.", "Các huyện, thành, thị đăng ký góp"),
        ("Mười tháng qua, bà con góp 640 triệu đồng.", "bà con góp"),
        ("Qua Hội Minh Đức (Thành phố Lam Giang), gia đình bà Sáu góp 9 triệu đồng.", "gia đình bà Sáu góp"),
        # a fund behind the sum, a number with dots, who gave the rest
        ("Hội vận động gần 3 tỷ đồng Quỹ Khuyến học.", "Quỹ Khuyến học"),
        ("Hội góp trên 5 tỷ đồng, giúp 21.000 lượt người vay vốn.", "giúp 21.000 lượt người vay vốn"),
        # a long purpose ends with a comma; what leads to the next sum is not that of this one
        (
            "Quỹ đã dành gần 7 tỷ đồng làm nhà Đại đoàn kết cho hộ nghèo ở các xã vùng sâu, thăm hỏi và động viên người"
            " già neo đơn nhân các ngày lễ, Tết.",
            "làm nhà Đại đoàn kết cho hộ nghèo ở các xã vùng sâu",
        ),
        ("Đoàn trao quà và 45 triệu đồng kinh phí xây nhà cho 3 hội viên.", "xây nhà cho 3 hội viên"),
        ("Hội hỗ trợ 25 triệu đồng cho 2 hội viên là: bà Mây, bà Lan.", "cho 2 hội viên"),
        ("Hội nâng tổng vốn lên đến con số 12 tỷ đồng.", "Hội nâng tổng vốn"),
        ("01 tỷ đồng còn lại là tiền đóng góp của bà con.", "là tiền đóng góp của bà con"),
    ],
)
def test_purpose(text: str, purpose: str | None) -> None:
    [money] = money_of(text)
    assert money.purpose == purpose


# ---------------------------------------------------------------- where, when, again


def test_place_is_the_commune_of_its_sentence_else_the_articles() -> None:
    text = "Cả huyện góp 6 tỷ đồng, riêng xã An Trạch gần nửa tỷ"
    assert [m.place for m in money_of("Cả huyện góp 6 tỷ đồng")] == [HOME]
    assert [m.place for m in money_of(text)] == [HOME, AN_TRACH]
    assert [m.place for m in money_of("Góp 90 triệu đồng làm đường ở xã An Trạch")] == [AN_TRACH]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # one address, from the small unit to the large or the other way
        ("Hội xây nhà tại xã Kỳ Sơn, huyện Thủy Nguyên với số tiền 90 triệu đồng.", "Kỳ Sơn"),
        ("Ở huyện Thủy Nguyên, xã Kỳ Sơn góp 90 triệu đồng.", "Kỳ Sơn"),
        # a list names none; what holds all of it does
        ("Các hộ ở xã Kỳ Sơn, xã Lại Xuân và xã An Sơn được hỗ trợ tổng cộng 1,1 tỷ đồng.", "Hải Phòng"),
        ("Các hộ ở xã Kỳ Sơn, xã Lại Xuân (huyện Thủy Nguyên) được hỗ trợ 1,1 tỷ đồng.", "Thủy Nguyên"),
        # where a giver comes from
        ("Ở xã Kỳ Sơn, nhóm thiện nguyện tại quận Lê Chân tài trợ 100 triệu đồng.", "Kỳ Sơn"),
        ("Ở xã Kỳ Sơn, Công ty Minh Hải (quận Lê Chân) tài trợ 100 triệu đồng.", "Kỳ Sơn"),
        # behind the sum: behind its bracket, or the province whose people get it
        ("Hội dựng thêm 7 cây cầu (260 triệu đồng) trên địa bàn xã Kỳ Sơn.", "Kỳ Sơn"),
        ("Hội ủng hộ 1,2 tỷ đồng cho đồng bào bị lũ ở tỉnh Yên Bái.", "Yên Bái"),
        ("Hội ủng hộ 1,2 tỷ đồng của tỉnh Yên Bái.", "Hải Phòng"),
    ],
)
def test_whose_sum_it_is(text: str, place: str) -> None:
    found = extract(f"Thành phố Hải Phòng chăm lo hộ nghèo\n\n{text}", published="2023-07-20").money
    assert [m.place.name if m.place else None for m in found] == [place]


def test_period_is_asked_at_the_sum() -> None:
    text = "Năm 2022 góp 6 tỷ đồng"
    reading = read([("body", text)])
    year = Period(start="2022-01-01", end="2022-12-31")
    asked: list[int] = []

    def period_of(at: int) -> Period:
        asked.append(at)
        return year

    [money] = link_money(find_money(reading), reading, (), Places(text), period_of)
    assert (money.period, asked) == (year, [text.index("6 tỷ")])


def test_a_sum_said_again_in_title_or_lead_is_one() -> None:
    reading = read(
        [("title", "Góp gần 3 tỷ"), ("lead", "Dân góp 2,9 tỷ đồng."), ("body", "Cả xã góp 2,9 tỷ đồng làm cầu.")]
    )
    found = link_money(find_money(reading), reading, (), Places(""))
    assert [(m.amount, reading.part_at(m.span.start)) for m in found] == [(29 * 10**8, "body")]


@pytest.mark.parametrize(
    ("title", "body", "amounts"),
    [
        ("Góp trên 36 tỷ đồng làm đường", "Dân góp 36.120 triệu đồng.", [36_120_000_000]),
        ("Góp khoảng 500 triệu đồng", "Dân góp 492 triệu đồng.", [492_000_000]),
        ("Góp 500 triệu đồng", "Dân góp 492 triệu đồng.", [500_000_000, 492_000_000]),
        ("Góp 46 tỷ đồng", "Dân góp 46,2 tỷ đồng.", [46_200_000_000]),
        ("Góp hơn 500 triệu đồng", "Dân góp 492 triệu đồng.", [500_000_000, 492_000_000]),
        ("Góp gần 3 tỷ đồng", "Dân góp 2,4 tỷ đồng.", [3_000_000_000, 2_400_000_000]),
    ],
)
def test_the_title_rounds_a_sum(title: str, body: str, amounts: list[int]) -> None:
    reading = read([("title", title), ("body", body)])
    assert [m.amount for m in link_money(find_money(reading), reading, (), Places(""))] == amounts


def test_equal_sums_for_other_numbers_of_things_are_two() -> None:
    lead = "Đoàn tặng 50 suất quà, mỗi suất 500.000 đồng."
    body = "Chùa Long Thọ tặng 150 suất quà, mỗi suất 500.000 đồng."
    reading = read([("lead", lead), ("body", body)])
    text = f"{lead}\n{body}\n"
    figures = [figure(text, "50 suất quà", 50, "phần quà"), figure(text, "150 suất quà", 150, "phần quà")]
    found = link_money(find_money(reading), reading, figures, Places(""))
    assert [(m.amount, m.items) for m in found] == [(500_000, 0), (500_000, 1)]


def test_bylines_hold_no_sums() -> None:
    reading = read([("byline", "Giá báo 5.000 đồng"), ("body", "Xã có 5 thôn")])
    assert find_money(reading) == ()


def test_what_was_refused_is_remembered() -> None:
    reading = read([("body", 'Gian hàng 0 đồng; dân số 2,4 triệu, mô hình "Heo đất 2.000 đồng"')])
    assert find_money(reading) == ()
    assert len(reading.rejections) == 3


# ---------------------------------------------------------------- written and read back

UNITS = [("đồng", 1), ("nghìn đồng", 1000), ("triệu đồng", 10**6), ("tỷ đồng", 10**9)]


@given(st.integers(1, 999), st.sampled_from(UNITS[1:]))
def test_round_amounts_round_trip(n: int, unit: tuple[str, int]) -> None:
    [money] = money_of(f"Bà con góp {n} {unit[0]}.")
    assert (money.amount, money.span.text) == (n * unit[1], f"{n} {unit[0]}")


@given(st.integers(100, 10**13))
def test_full_digits_round_trip(n: int) -> None:
    [money] = money_of(f"Bà con góp {n:,} đồng.".replace(",", "."))
    assert money.amount == n


@given(st.integers(1, 9999), st.integers(1, 9), st.sampled_from(["tỷ", "tỉ", "triệu"]))
def test_decimal_amounts_are_exact(whole: int, tenth: int, unit: str) -> None:
    [money] = money_of(f"Bà con góp {whole},{tenth} {unit} đồng.")
    assert money.amount == (whole * 10 + tenth) * (10**5 if unit == "triệu" else 10**8)


@given(
    st.integers(1, 400), st.integers(1, 400), st.sampled_from(["-", " - ", " đến ", " triệu đến ", " triệu đồng - "])
)
def test_ranges_round_trip(low: int, step: int, joint: str) -> None:
    [money] = money_of(f"Vườn lãi từ {low}{joint}{low + step} triệu đồng.")
    assert (money.amount, money.high) == (low * 10**6, (low + step) * 10**6)


@given(st.text(alphabet="12350.,-/ ()đtriệuỷồng nghìUSDmỗixấpà\n", max_size=80))
def test_spans_are_slices_in_order(text: str) -> None:
    sums = money_of(text)
    assert all(text[m.span.start : m.span.end] == m.span.text for m in sums)
    edges = [edge for m in sums for edge in (m.span.start, m.span.end)]
    assert edges == sorted(edges)


def test_a_wrong_example_is_told() -> None:
    rule = next(r for r in RULES.of("money") if r.id == "currency.usd")
    assert prove_money(rule, {"text": "gửi 20[ USD]", "amount": 20, "currency": "USD"}, RULES) is None
    assert "'amount': 20" in (prove_money(rule, {"text": "gửi 20[ USD]", "amount": 21}, RULES) or "")
    assert "matches []" in (prove_money(rule, {"text": "gửi 20[ đồng]"}, RULES) or "")
    assert "0 sums" in (prove_money(rule, {"text": "gửi[ USD]", "amount": 20}, RULES) or "")
