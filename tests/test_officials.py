"""Officials: who holds which post, who is kept out, and every row of the four tables by its own example."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from danvan.api import extract
from danvan.find.officials import find_officials
from danvan.find.places import find_places
from danvan.find.posts import load_post_words
from danvan.gazetteer import load_gazetteer
from danvan.match import find, unmark
from danvan.reading import Reading
from danvan.records import Official
from danvan.ruleset import Rule, RuleSet, load_rules
from danvan.text.article import Draft, Part, PartKind
from danvan.text.segment import split_article
from danvan.text.view import fold_key, fold_view

RULES = load_rules()
INVENTED = load_rules(Path(__file__).parent / "layers" / "phu_hac")

Tagger = Callable[[int, int], Sequence[tuple[int, int]]]


def read(
    text: str, rules: RuleSet = RULES, hint: str | None = None, last: PartKind = "body", names: Tagger | None = None
) -> tuple[Official, ...]:
    """The officials of a text whose lines are its parts, the last of the kind `last`."""
    parts: list[Part] = []
    at = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.strip():
            parts.append(Part(last if number == len(lines) - 1 else "body", at, at + len(line)))
        at += len(line) + 1
    draft = Draft("test", text, text, ((0, 0),), tuple(parts), published="2023-07-20")
    reading = Reading(draft, split_article(draft, rules), rules, load_gazetteer(rules))
    return find_officials(reading, find_places(reading, day=draft.anchor, hint=hint), names)


district = partial(read, rules=INVENTED, hint="huyện Phú Hạc, tỉnh Lam Giang")


def posts(officials: Sequence[Official]) -> dict[str, list[str]]:
    """Name to "title | body" of each position."""
    return {o.name: [f"{p.title} | {p.body}" for p in o.positions] for o in officials}


# ---- the tables and the rules prove themselves


@pytest.mark.parametrize("rule", RULES.of("officials"), ids=lambda rule: rule.id)
def test_rule_proves_itself(rule: Rule) -> None:
    assert rule.source
    for example in rule.examples:
        text, spans = unmark(example["text"])
        assert [(m.start, m.end) for m in find(rule, fold_view(text))] == spans, example["text"]
    for text in rule.never:
        assert find(rule, fold_view(text)) == [], text


def check(row: Mapping[str, str], holds: Callable[[Official], bool]) -> None:
    """The example's marks are the spans of one official for whom `holds` is true; no marks, no official."""
    assert row["source"], row["form"]
    text, spans = unmark(row["example"])
    assert row["form"].startswith("cấp ủy ") or fold_key(row["form"]) in fold_key(text), "the example shows the form"
    found = read(text)
    assert [(s.start, s.end) for o in found for s in o.spans] == spans
    assert all(holds(o) for o in found)


def ids(row: Mapping[str, str]) -> str:
    return row["form"]


@pytest.mark.parametrize("row", RULES.table("titles"), ids=ids)
def test_title(row: Mapping[str, str]) -> None:
    check(row, lambda o: row["canonical"] in {p.title for p in o.positions})


@pytest.mark.parametrize("row", [r for r in RULES.table("bodies") if not r["form"].startswith("cấp ủy ")], ids=ids)
def test_body(row: Mapping[str, str]) -> None:
    name = load_post_words(RULES).organs[fold_key(row["form"]).replace(" - ", "-")].canonical
    check(row, lambda o: any(name in (p.body or "") for p in o.positions))


@pytest.mark.parametrize("row", [r for r in RULES.table("bodies") if r["form"].startswith("cấp ủy ")], ids=ids)
def test_committee_of_a_unit(row: Mapping[str, str]) -> None:
    """These rows are looked up by the kind of a unit, where "Bí thư" stands without its committee."""
    (official,) = read(unmark(row["example"])[0])
    assert (official.positions[0].body or "").startswith(row["canonical"])


@pytest.mark.parametrize("row", RULES.table("honorifics"), ids=ids)
def test_honorific(row: Mapping[str, str]) -> None:
    check(row, lambda o: o.honorific == row["canonical"])


@pytest.mark.parametrize("row", RULES.table("surnames"), ids=ids)
def test_surname(row: Mapping[str, str]) -> None:
    check(row, lambda o: [p.title for p in o.positions] == ["Trưởng ấp"])


# ---- names and titles in every order

ORDERS = {
    "đồng chí Hà Văn Ba, Huyện ủy viên, Bí thư Huyện đoàn": {
        "Hà Văn Ba": ["Huyện ủy viên | Huyện ủy Phú Hạc", "Bí thư | Huyện đoàn Phú Hạc"]},
    "Đ/c Hà Văn Ba–Phó Trưởng Ban dân vận Huyện ủy": {"Hà Văn Ba": ["Phó Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc"]},
    "ông Hà Văn Ba (Chủ tịch UBND huyện) nói": {"Hà Văn Ba": ["Chủ tịch | UBND huyện Phú Hạc"]},
    "Bí thư Huyện ủy Phú Hạc Hà Văn Ba phát biểu": {"Hà Văn Ba": ["Bí thư | Huyện ủy Phú Hạc"]},
    "Chủ tịch UBND huyện, ông Hà Văn Ba, cho biết": {"Hà Văn Ba": ["Chủ tịch | UBND huyện Phú Hạc"]},
    "Phó Chủ tịch HĐND huyện: Hà Văn Ba": {"Hà Văn Ba": ["Phó Chủ tịch | HĐND huyện Phú Hạc"]},
    "Phó Chủ tịch HĐND huyện - Hà Văn Ba": {"Hà Văn Ba": ["Phó Chủ tịch | HĐND huyện Phú Hạc"]},
    "Trưởng phòng Nội vụ huyện là ông Hà Văn Ba": {"Hà Văn Ba": ["Trưởng Phòng | Phòng Nội vụ huyện Phú Hạc"]},
    "Dự có các đồng chí: Hà Văn Ba, Bí thư Huyện ủy; Lò Thị Pín - Chủ tịch UBND huyện": {
        "Hà Văn Ba": ["Bí thư | Huyện ủy Phú Hạc"], "Lò Thị Pín": ["Chủ tịch | UBND huyện Phú Hạc"]},
    "Dự có Hà Văn Ba, Bí thư Huyện ủy, Chủ tịch HĐND huyện, Lò Thị Pín, Chủ tịch UBND huyện": {
        "Hà Văn Ba": [
            "Bí thư | Huyện ủy Phú Hạc", "Chủ tịch | HĐND huyện Phú Hạc"],
            "Lò Thị Pín": ["Chủ tịch | UBND huyện Phú Hạc"]},
    "Bí thư Huyện ủy Hà Văn Ba, Chủ tịch UBND huyện Lò Thị Pín và Phó Chủ tịch Ủy ban MTTQ huyện Vi Văn Tám dự": {
        "Hà Văn Ba": ["Bí thư | Huyện ủy Phú Hạc"], "Lò Thị Pín": ["Chủ tịch | UBND huyện Phú Hạc"],
        "Vi Văn Tám": ["Phó Chủ tịch | Ủy ban MTTQ huyện Phú Hạc"]},
    "Cùng dự có các Phó Chủ tịch UBND huyện: Hà Văn Ba, Vi Văn Tám và Lò Thị Pín": {
        n: ["Phó Chủ tịch | UBND huyện Phú Hạc"] for n in ("Hà Văn Ba", "Vi Văn Tám", "Lò Thị Pín")},
    "Dự có các đồng chí Ủy viên Ban Thường vụ Huyện ủy: Hà Văn Ba, Trưởng Ban Dân vận Huyện ủy; Vi Văn "
    "Tám, Trưởng Công an huyện": {
        "Hà Văn Ba": ["Ủy viên Ban Thường vụ | Huyện ủy Phú Hạc", "Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc"],
        "Vi Văn Tám": ["Ủy viên Ban Thường vụ | Huyện ủy Phú Hạc", "Trưởng Công an | Công an huyện Phú Hạc"]},
    "Đoàn do đồng chí Hà Văn Ba - Phó Bí thư Huyện ủy làm trưởng đoàn đến thăm": {
        "Hà Văn Ba": ["Phó Bí thư | Huyện ủy Phú Hạc"]},
    "Ông Hà Văn Ba, 61 tuổi, ngụ ấp Đồng Vông, nguyên Trưởng ấp Đồng Vông, hiến đất": {
        "Hà Văn Ba": ["nguyên Trưởng ấp | ấp Đồng Vông"]},
    "Anh Hà Văn Ba được bầu làm Bí thư Chi bộ thôn Đồng Vông": {"Hà Văn Ba": ["Bí thư | Chi bộ thôn Đồng Vông"]},
    "bổ nhiệm đồng chí Hà Văn Ba, Phó Bí thư Huyện đoàn giữ chức vụ Trưởng phòng Nội vụ huyện": {
        "Hà Văn Ba": ["Phó Bí thư | Huyện đoàn Phú Hạc", "Trưởng Phòng | Phòng Nội vụ huyện Phú Hạc"]},
    "Bà Lò Thị Pín, Phó Bí thư Huyện ủy, được tín nhiệm giữ chức Chủ tịch Ủy ban MTTQ huyện": {
        "Lò Thị Pín": ["Phó Bí thư | Huyện ủy Phú Hạc", "Chủ tịch | Ủy ban MTTQ huyện Phú Hạc"]},
    "Chủ tịch Ủy ban MTTQ huyện Hà Văn Ba dự. Các Phó Chủ tịch gồm: bà Lò Thị Pín, ông Vi Văn Tám": {
        "Hà Văn Ba": [
            "Chủ tịch | Ủy ban MTTQ huyện Phú Hạc"], "Lò Thị Pín": ["Phó Chủ tịch | Ủy ban MTTQ huyện Phú Hạc"],
        "Vi Văn Tám": ["Phó Chủ tịch | Ủy ban MTTQ huyện Phú Hạc"]},
    "Đoàn của Ban Dân vận Huyện ủy do Phó Trưởng ban Hà Văn Ba dẫn đầu": {
        "Hà Văn Ba": ["Phó Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc"]},
    "có bà Lò Thị Pín - UVBTV - TBDV - CT.UBMTTQVN huyện": {
        "Lò Thị Pín": ["Ủy viên Ban Thường vụ | Huyện ủy Phú Hạc", "Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc",
                       "Chủ tịch | Ủy ban MTTQ Việt Nam huyện Phú Hạc"]},
    "Đ/c Hà Văn Ba.- Bí thư Đảng bộ bộ phận; Đ/c Vi Văn Tám – Tổ trưởng Tổ dân phố số 4": {
        "Hà Văn Ba": ["Bí thư | Đảng bộ bộ phận"], "Vi Văn Tám": ["Tổ trưởng | tổ dân phố 4"]},
    "BÍ THƯ HUYỆN ỦY HÀ VĂN BA": {"Hà Văn Ba": ["Bí thư | Huyện ủy Phú Hạc"]},
    "Phó bí thư Thường thực Huyện uỷ Hà Văn\u00a0Ba": {"Hà Văn Ba": ["Phó Bí thư Thường trực | Huyện ủy Phú Hạc"]},
}  # fmt: skip


@pytest.mark.parametrize("text", ORDERS)
def test_order_of_name_and_title(text: str) -> None:
    assert posts(district(text)) == ORDERS[text]


# ---- what a post leaves out

LEFT_OUT = {
    "đ/c Hà Thị Mây - HUV, Bí thư, Chủ tịch UBND xã An Trạch": [
        "Huyện ủy viên | Huyện ủy Phú Hạc", "Bí thư | Đảng ủy xã An Trạch", "Chủ tịch | UBND xã An Trạch"],
    "đ/c Hà Thị Mây, Ủy viên Ban Thường vụ, Trưởng ban Dân vận Huyện ủy": [
        "Ủy viên Ban Thường vụ | Huyện ủy Phú Hạc", "Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc"],
    "đ/c Hà Thị Mây, UVBTV, Trưởng ban Dân vận, Chủ tịch Ủy ban MTTQ huyện": [
        "Ủy viên Ban Thường vụ | Huyện ủy Phú Hạc", "Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc",
        "Chủ tịch | Ủy ban MTTQ huyện Phú Hạc"],
    "đ/c Hà Thị Mây, Phó Bí thư Thường trực, Trưởng Khối vận xã An Trạch": [
        "Phó Bí thư Thường trực | Đảng ủy xã An Trạch", "Trưởng Khối | Khối vận xã An Trạch"],
    "bà Hà Thị Mây, Bí thư Chi bộ, Trưởng thôn Đồng Vông": [
        "Bí thư | Chi bộ thôn Đồng Vông", "Trưởng thôn | thôn Đồng Vông"],
    "bà Hà Thị Mây, Bí thư kiêm Trưởng ấp 5": ["Bí thư | Chi bộ ấp 5", "Trưởng ấp | ấp 5"],
    "Chi hội trưởng Phụ nữ thôn Đồng Vông Hà Thị Mây": ["Chi hội trưởng | Chi hội Phụ nữ thôn Đồng Vông"],
    "Đại tá Hà Văn Mây, Bí thư Đảng ủy, Chính ủy Quân khu 9": ["Bí thư | Đảng ủy Quân khu 9", "Chính ủy | Quân khu 9"],
    "đồng chí Hà Thị Mây, nguyên Bí thư Huyện ủy, Chủ tịch Hội Khuyến học huyện": [
        "nguyên Bí thư | Huyện ủy Phú Hạc", "Chủ tịch | Hội Khuyến học huyện Phú Hạc"],
    "đồng chí Hà Thị Mây, Phó Trưởng Ban Chỉ đạo Quy chế dân chủ huyện đề nghị xã sửa đổi": [
        "Phó Trưởng Ban | Ban Chỉ đạo Quy chế dân chủ huyện Phú Hạc"],
    "ông Hà Văn Mây - Trưởng ban chỉ đạo thực hiện Quy chế dân chủ ở cơ sở và công tác vận động quần "
    "chúng xã An Trạch": [
        "Trưởng Ban | Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở và công tác vận động quần chúng xã An Trạch"],
    "Thiếu tá Hà Văn Mây, Đồn trưởng Đồn Biên phòng Cửa Lở (huyện Phú Hạc) nói": ["Đồn trưởng | Đồn Biên phòng Cửa Lở"],
    "bà Hà Thị Mây, Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch": ["Phó Giám đốc | Sở Văn hóa, Thể thao và Du lịch"],
    "bà Hà Thị Mây, Trưởng phòng Lao động - Thương binh và Xã hội huyện": [
        "Trưởng Phòng | Phòng Lao động - Thương binh và Xã hội huyện Phú Hạc"],
    "Đồng chí Hà Thị Mây - Phó Bí thư Thường trực Huyện ủy; sau đó đồng chí Hà Thị Mây - Phó Bí thư "
    "Huyện ủy kết luận": [
        "Phó Bí thư Thường trực | Huyện ủy Phú Hạc"],
}  # fmt: skip


@pytest.mark.parametrize("text", LEFT_OUT)
def test_what_a_post_leaves_out(text: str) -> None:
    (official,) = district(text)
    assert [f"{p.title} | {p.body}" for p in official.positions] == LEFT_OUT[text]


def test_member_of_the_committee_of_a_city() -> None:
    (official,) = read("Đ/c Lê Văn An - TUV, Bí thư Quận ủy Bình Thủy", hint="thành phố Cần Thơ")
    assert posts([official]) == {"Lê Văn An": ["Thành ủy viên | Thành ủy Cần Thơ", "Bí thư | Quận ủy Bình Thủy"]}


def test_level_and_place_of_a_post() -> None:
    (official,) = district("Đồng chí Vi Thị Lan - TUV, Bí thư Huyện ủy, nguyên Trưởng thôn Đồng Vông, dự.")
    assert [(p.level, p.place and p.place.name) for p in official.positions] == [
        ("province", "Lam Giang"), ("district", "Phú Hạc"), ("hamlet", "Đồng Vông"),
    ]  # fmt: skip


# ---- one record a person


def test_mentions_of_one_person_are_merged() -> None:
    (official,) = read("Bí thư Chi bộ thôn Đồng Vông Lò Thị Pín cho biết dân đồng lòng.\nBà Pín nói thêm: 'Sẽ làm'.")
    assert (official.honorific, [s.text for s in official.spans]) == ("bà", ["Lò Thị Pín", "Pín"])


def test_given_name_belongs_to_the_person_named_last() -> None:
    text = "Ông Lê Văn Tân, Trưởng ấp 3, đến nhà ông Trần Văn Tân. Ông Tân mừng. Trưởng ấp Lê Văn Tân làm, ông Tân kể."
    (official,) = read(text)
    assert [s.start for s in official.spans] == [4, text.rindex("Lê Văn Tân"), text.rindex("Tân")]


def test_caption_and_heading_are_mentions() -> None:
    text = "Ông Lê Văn Tân, Trưởng ấp 3, kể chuyện làm đường.\nLê Văn Tân bên con đường mới"
    (official,) = read(text)
    assert [s.text for s in official.spans] == ["Lê Văn Tân", "Lê Văn Tân"]


def test_signature_with_a_title() -> None:
    (official,) = read("Xã tổng kết năm.\nHoàng Văn Tín Chủ tịch MTTQ xã An Trạch", last="author")
    assert posts([official]) == {"Hoàng Văn Tín": ["Chủ tịch | Ủy ban MTTQ xã An Trạch"]}
    assert read("Xã tổng kết năm.\nHoàng Văn Tín", last="author") == ()
    assert read("Xã tổng kết năm.\nHoàng Văn Tín - Ban Dân vận Huyện ủy", last="author") == ()


REPORT = (
    "BAN DÂN VẬN\nSố 12-BC/BDV\n\nBÁO CÁO\nKết quả phong trào thi đua dân vận khéo\n\nNăm 2022, toàn huyện Phú Hạc "
    "(tỉnh Lam Giang) xây dựng được 58 mô hình; các mô hình phát huy hiệu quả thiết thực trong đời sống của nhân dân."
)
LAST = "Năm tới, huyện nhân rộng các mô hình hay và kiểm tra, sơ kết, biểu dương kịp thời tập thể, cá nhân tiêu biểu."
SIGNED = [
    ("TRƯỞNG BAN\n(Đã ký)\n\nLò Thị Bạch Lan", {"Lò Thị Bạch Lan": ["Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc"]}),
    ("KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nVi Văn Dũng", {"Vi Văn Dũng": ["Phó Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc"]}),
    ("TM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(đã ký)\nVi Văn Dũng", {"Vi Văn Dũng": ["Phó Bí thư | Huyện ủy Phú Hạc"]}),
    (
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nVi Văn Dũng",
        {"Vi Văn Dũng": ["Phó Chủ tịch | Ủy ban nhân dân huyện Phú Hạc"]},
    ),
    ("TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nVi Văn Dũng", {"Vi Văn Dũng": ["Trưởng Ban | Ban Chỉ đạo huyện Phú Hạc"]}),
    (
        "Vi Văn Dũng\nTrưởng ban Dân vận Huyện ủy - Chủ tịch Ủy ban MTTQ huyện",
        {"Vi Văn Dũng": ["Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc", "Chủ tịch | Ủy ban MTTQ huyện Phú Hạc"]},
    ),
    (
        "VI VĂN DŨNG\nUVBTV, Trưởng ban Dân vận Huyện ủy",
        {"Vi Văn Dũng": ["Ủy viên Ban Thường vụ | Huyện ủy Phú Hạc", "Trưởng Ban | Ban Dân vận Huyện ủy Phú Hạc"]},
    ),
    ("Bài và ảnh: Vi Văn Dũng\n(Phó Bí thư Huyện đoàn)", {"Vi Văn Dũng": ["Phó Bí thư | Huyện đoàn Phú Hạc"]}),
    ("Lò Thị Pín\nVi Văn Dũng\nBí thư Huyện đoàn", {"Vi Văn Dũng": ["Bí thư | Huyện đoàn Phú Hạc"]}),
    ("Vi Văn Dũng\nBan Tuyên giáo Huyện ủy", {}),
    ("Vi Văn Dũng\nLò Thị Pín", {}),
]


@pytest.mark.parametrize(("end", "held"), SIGNED)
def test_signature_on_several_lines(end: str, held: dict[str, list[str]]) -> None:
    record = extract("\n\n".join([REPORT, LAST, end, "Lượt xem: 1.204"]), rules=INVENTED)
    assert posts(record.officials) == held


def test_line_break_inside_a_name() -> None:
    text = "dự có đồng chí Lê Văn\nTân, Phó\nChủ tịch UBND xã"
    draft = Draft("test", text, text, ((0, 0),), (Part("body", 0, len(text)),))
    reading = Reading(draft, split_article(draft, RULES), RULES, load_gazetteer(RULES))
    (official,) = find_officials(reading, find_places(reading, day=None))
    assert (official.name, official.spans[0].text, official.positions[0].title) == (
        "Lê Văn Tân",
        "Lê Văn\nTân",
        "Phó Chủ tịch",
    )


UPLAND = [
    ("Trưởng thôn A Rơi cùng Bí thư Chi bộ Y Mai đi từng nhà", {"A Rơi": "Trưởng thôn", "Y Mai": "Bí thư"}),
    ("thôn trưởng A Chuối vận động dân làng", {"A Chuối": "Thôn trưởng"}),
    ("Trưởng làng Siu Bơm đến từng nhà", {"Siu Bơm": "Trưởng làng"}),
    ("Trưởng buôn Ksor H'Lan nói", {"Ksor H'Lan": "Trưởng buôn"}),
    ("Trưởng bản Hồ Lắm nói", {"Hồ Lắm": "Trưởng bản"}),
    ("Trưởng thôn Đinh Gớt phấn khởi cho biết", {"Đinh Gớt": "Trưởng thôn"}),
    ("Trưởng ấp Thạch Ry kể chuyện", {"Thạch Ry": "Trưởng ấp"}),
    ("Bí thư Chi bộ Điểu Hơn nói", {"Điểu Hơn": "Bí thư"}),
    ("Trưởng bản Lò Văn Ba, Bí thư Chi bộ Giàng A Sùng dự", {"Lò Văn Ba": "Trưởng bản", "Giàng A Sùng": "Bí thư"}),
    ("Trưởng thôn K'Ten nói", {"K'Ten": "Trưởng thôn"}),
    ("Chủ tịch UBND xã A Thân phát biểu", {"A Thân": "Chủ tịch"}),
    ("Phó Chủ tịch UBND xã Puih H'Lăm nói", {"Puih H'Lăm": "Phó Chủ tịch"}),
    ("Trưởng thôn A Rơi, ông Bling Mia vận động", {"Bling Mia": "Trưởng thôn"}),
    ("Ở A Rơi khó đủ bề. Trưởng thôn A Rơi vận động mãi", {}),
    ("Trưởng thôn Kon Chênh nói", {}),
    ("Trưởng thôn Xuân Hòa cùng bà con làm đường", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "held"), UPLAND)
def test_names_of_the_uplands(text: str, held: dict[str, str]) -> None:
    assert {o.name: o.positions[0].title for o in read(text, hint="xã Măng Cành, Kon Tum")} == held


# ---- who is no official

NO_OFFICIAL = [
    "Mô hình nuôi dê của anh Vi Văn Dũng (SN 1985), thôn Đồng Vông, xã An Trạch",
    "Giám đốc HTX Tân Tiến Vi Văn Dũng chia sẻ", "ông Vi Văn Dũng, Chủ tịch HĐQT Công ty cổ phần Tân Tiến",
    "ông Vi Văn Dũng, Tổ trưởng Tổ hợp tác nuôi dê", "Chủ nhiệm Câu lạc bộ đờn ca Vi Văn Dũng",
    "Linh mục Vi Văn Dũng, Ủy viên Ủy ban MTTQ huyện", "Hòa thượng Thích Thiện Tâm, Phó Chủ tịch Ủy ban MTTQ tỉnh",
    "ông Vi Văn Dũng, Trưởng Ban Trị sự Phật giáo huyện", "ông Danh Sóc, người có uy tín ở ấp 5",
    "bà Lò Thị Pín, hội viên Chi hội Phụ nữ ấp 5", "đồng chí Lò Thị Pín, Trưởng đoàn kiểm tra",
    "Lò Thị Pín, Trưởng đoàn, ghi nhận",
    "đồng chí Lò Thị Pín, Trưởng Ban Tổ chức Hội thi", "bà Lò Thị Pín, Trưởng Ban Giám khảo",
    "Thường trực Huyện ủy, lãnh đạo UBND huyện, Bí thư Đảng ủy các xã dự", "cùng Bí thư, Chủ tịch UBND 14 xã, thị trấn",
    "lời dạy của Chủ tịch Hồ Chí Minh", "Tổng Bí thư Lê Văn An căn dặn",
    "Bằng khen của Chủ tịch UBND tỉnh tặng ông Vi Văn Dũng",
    "Nói về ông Vi Văn Dũng, Chủ tịch UBND xã cho biết", "Được sự vận động của Trưởng ấp, ông Vi Văn Dũng hiến đất",
    "ông Vi Văn Dũng, Trưởng ban liên lạc cựu tù", "ông Vi Văn Dũng, Đội trưởng Đội văn nghệ bản",
    "BT: Vi Văn Dũng", "ông Thích Thiện Tâm trụ trì chùa", "Phó Bí thư Huyện ủy tại hội nghị khen ông Vi Văn Dũng",
    "Bí thư Huyện ủy giao nhiệm vụ. Ông Vi Văn Dũng vui mừng.", "Ảnh: Vi Văn Dũng",
    "Chủ tịch UBND huyện Phú Hạc ký quyết định",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_OFFICIAL)
def test_no_official(text: str) -> None:
    assert posts(district(text)) == {}


# ---- where a place name ends and a person's begins


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trưởng ấp Hòa Long Nguyễn Văn Tư cho biết", "Nguyễn Văn Tư"),
        ("Trưởng bản Đán Lò Thị Pâng kể", "Lò Thị Pâng"),
        ("Chủ tịch UBND xã Lê Minh Xuân Trần Văn Be nói", "Trần Văn Be"),
        ("Bí thư Huyện ủy Trần Văn Thời Lê Văn Sáu nói", "Lê Văn Sáu"),
        ("Phó Chủ tịch Đoàn Văn Hậu phát biểu", "Đoàn Văn Hậu"),
        ("Bí thư Chi bộ buôn Sah B Y Bliêng Mlô vận động", "Y Bliêng Mlô"),
        ("Trưởng bon Bu Koh K'Brếp nói", "K'Brếp"),
        ("ông Trần Anh Quốc, Trưởng ấp 5", "Trần Anh Quốc"),
        ("BS.CKII Trần Văn Bé, Giám đốc Sở Y tế", "Trần Văn Bé"),
        ("Đại úy H'Ben Niê, Phó Trưởng Công an xã Ea Kao", "H'Ben Niê"),
        ("Giám đốc Sở Công Thương Trương Văn Tám nói", "Trương Văn Tám"),
        ("Hiệu trưởng Trường THCS Nguyễn Huệ Trần Thị Lan nói", "Trần Thị Lan"),
        ("đồng chí Xeo Múi Pỉn, Trưởng thôn 3", "Xeo Múi Pỉn"),
    ],
)
def test_where_a_name_begins(text: str, name: str) -> None:
    assert [o.name for o in read(text)] == [name]


def test_a_tagger_alone_makes_no_official() -> None:
    text = "Qux Pam Lưn, Trưởng thôn 3, đến. Rồi Zim Pom Tơn cùng đi."

    def tag(start: int, end: int) -> list[tuple[int, int]]:
        names = [(0, 11), (text.index("Zim"), text.index(" cùng"))]
        return [(s, e) for s, e in names if start <= s and e <= end]

    assert read(text) == ()
    assert [o.name for o in read(text, names=tag)] == ["Qux Pam Lưn"]


def test_long_lines_stay_cheap() -> None:
    assert read("1234567890" * 20_000) == ()
    assert len(read("Trưởng ban " * 20_000 + "Lê Văn An")) <= 1
    assert read("Nguyễn Văn " * 20_000) == ()


# ---- what pages of the south and of villages write


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Chủ tịch UBND TP.Cần Thơ Lê Văn Bảy đến dự; Bí thư Thành ủy TP.HCM Trần Thị Sáu gửi hoa.",
            {
                "Lê Văn Bảy": ["Chủ tịch | UBND thành phố Cần Thơ"],
                "Trần Thị Sáu": ["Bí thư | Thành ủy thành phố Hồ Chí Minh"],
            },
        ),
        (
            "Chủ tịch Hội Cựu chiến binh (CCB) huyện Tân Hưng Lê Văn Bảy trao nhà.",
            {"Lê Văn Bảy": ["Chủ tịch | Hội Cựu chiến binh huyện Tân Hưng"]},
        ),
        (
            "Ông Lê Văn Bảy - Ủy viên BQGT, Chủ tịch UBND huyện Tân Hưng chủ trì.",
            {"Lê Văn Bảy": ["Chủ tịch | UBND huyện Tân Hưng"]},
        ),
        (
            "Dự có bà Hà Thị Sáu Phó Bí thư Chủ tịch Hội đồng nhân dân xã Hưng Hà ông Lê Văn Bảy Chủ tịch UBND xã.",
            {
                "Hà Thị Sáu": ["Phó Bí thư | Đảng ủy xã Hưng Hà", "Chủ tịch | Hội đồng nhân dân xã Hưng Hà"],
                "Lê Văn Bảy": ["Chủ tịch | UBND xã Hưng Hà"],
            },
        ),
        (
            "Hội nghị cử bà Hà Thị Sáu - Chánh Văn phòng Huyện ủy Tân Hưng vào Ủy ban MTTQ huyện và giữ chức "
            "Phó Chủ tịch Ủy ban MTTQ huyện; ông Lê Văn Bảy thôi giữ chức Phó Chủ tịch Ủy ban MTTQ huyện.",
            {
                "Hà Thị Sáu": [
                    "Chánh Văn phòng | Văn phòng Huyện ủy Tân Hưng",
                    "Phó Chủ tịch | Ủy ban MTTQ huyện Tân Hưng",
                ]
            },
        ),
        (
            "Ông Lê Văn Bảy, Bí thư Đảng ủy UBND tỉnh Tây Ninh; các Phó Bí thư Đảng ủy Hà Văn Ba, Vi Văn Tám dự.",
            {
                "Lê Văn Bảy": ["Bí thư | Đảng ủy UBND tỉnh Tây Ninh"],
                "Hà Văn Ba": ["Phó Bí thư | Đảng ủy UBND tỉnh Tây Ninh"],
                "Vi Văn Tám": ["Phó Bí thư | Đảng ủy UBND tỉnh Tây Ninh"],
            },
        ),
        (
            "Ông Lê Văn Bảy, Trưởng Ban Chỉ đạo xây dựng nông thôn mới xã Tân Hà nói.",
            {"Lê Văn Bảy": ["Trưởng Ban | Ban Chỉ đạo xây dựng nông thôn mới xã Tân Hà"]},
        ),
        (
            "Dự có Trưởng Ban Dân vận Huyện ủy Tân Hưng Hà Văn Ba; ông Lê Văn Bảy, Trưởng Ban Đại diện PGHH.",
            {"Hà Văn Ba": ["Trưởng Ban | Ban Dân vận Huyện ủy Tân Hưng"]},
        ),
        (
            "Tổ đại biểu HĐND tỉnh Tây Ninh gồm ông Lê Văn Bảy và bà Hà Thị Sáu.",
            {},
        ),
        (
            "Bà Hà Thị Sáu, Phó Trưởng Ban TT Ban Dân vận Tỉnh ủy Tây Ninh dự.",
            {"Hà Thị Sáu": ["Phó Trưởng Ban Thường trực | Ban Dân vận Tỉnh ủy Tây Ninh"]},
        ),
        (
            "Ông Lê Văn Bảy, Chủ tịch Nghiệp đoàn đánh cá xã Tân Hà nói.",
            {"Lê Văn Bảy": ["Chủ tịch | Nghiệp đoàn đánh cá xã Tân Hà"]},
        ),
        (
            "Chủ tịch Hội Nông dân xã Đoàn Kết Lê Văn Bảy nói; bà Hà Thị Sáu là Bí thư Xã đoàn.",
            {"Lê Văn Bảy": ["Chủ tịch | Hội Nông dân xã Đoàn Kết"], "Hà Thị Sáu": ["Bí thư | Xã đoàn Đoàn Kết"]},
        ),
        (
            "Đã 70 tuổi, ông Lê Văn Bảy vẫn đang làm Tổ trưởng Tổ dân vận ấp Hòa Bình.",
            {"Lê Văn Bảy": ["Tổ trưởng | Tổ dân vận ấp Hòa Bình"]},
        ),
        (
            "Thượng tá Lò Văn Ba, Trưởng ban Dân vận, Phòng Chính trị, Bộ CHQS tỉnh Lam Giang nói",
            {"Lò Văn Ba": ["Trưởng Ban | Ban Dân vận, Phòng Chính trị, Bộ CHQS tỉnh Lam Giang"]},
        ),
        (
            "ông Lò Văn Ba, Phó Trưởng khoa Điện, Trường Cao đẳng Nghề Lam Giang",
            {"Lò Văn Ba": ["Phó Trưởng khoa | Khoa Điện, Trường Cao đẳng Nghề Lam Giang"]},
        ),
        (
            "bà Lò Thị Pín, Trưởng phòng Dân tộc, Ban Dân vận Tỉnh ủy Lam Giang, Chủ tịch Công đoàn",
            {
                "Lò Thị Pín": [
                    "Trưởng Phòng | Phòng Dân tộc, Ban Dân vận Tỉnh ủy Lam Giang",
                    "Chủ tịch | Công đoàn",
                ]
            },
        ),
    ],
)
def test_untidy_posts(text: str, held: dict[str, list[str]]) -> None:
    assert posts(read(text)) == held


@pytest.mark.parametrize(
    ("text", "body", "level"),
    [
        ("ông Trần Văn Lộc, Phó Chủ tịch Hội Nông dân Việt Nam", "Hội Nông dân Việt Nam", "central"),
        ("Trung tướng Lê Văn Sâm - Phó Chủ tịch Hội CCB Việt Nam", "Hội CCB Việt Nam", "central"),
        (
            "bà Vũ Thị Tân, Phó Chủ tịch Ban Chấp hành Trung ương Hội Nông dân Việt Nam",
            "Ban Chấp hành Trung ương Hội Nông dân Việt Nam",
            "central",
        ),
        ("ông Đỗ Văn Tư, Phó Chủ tịch Hội Chữ thập đỏ Việt Nam", "Hội Chữ thập đỏ Việt Nam", "central"),
        # with a unit behind it, or with another post of the person, it is that unit's
        ("bà Lê Thị Năm, Chủ tịch Hội LHPN Việt Nam huyện Phú Hạc", "Hội LHPN Việt Nam huyện Phú Hạc", "district"),
        # the Front writes the country's name at every level
        ("ông Bùi Văn Kha, Chủ tịch Ủy ban MTTQ Việt Nam", "Ủy ban MTTQ Việt Nam huyện Phú Hạc", "district"),
        # departments of two fields are no party committee's; their organ may follow behind a comma
        (
            "bà Lê Thị Hòa, Trưởng ban Ban Tuyên giáo - Phong trào, Ủy ban MTTQ Việt Nam tỉnh Lam Giang",
            "Ban Tuyên giáo - Phong trào, Ủy ban MTTQ Việt Nam tỉnh Lam Giang",
            "province",
        ),
        (
            "ông Ngô Văn Ba, Trưởng Ban Tổ chức - Kiểm tra Hội Nông dân tỉnh",
            "Ban Tổ chức - Kiểm tra Hội Nông dân tỉnh Lam Giang",
            "province",
        ),
    ],
)
def test_associations_and_their_departments(text: str, body: str, level: str) -> None:
    (official,) = district(f"Dự hội nghị của huyện Phú Hạc có {text}.")
    assert [(p.body, p.level) for p in official.positions] == [(body, level)]


# ---- posts of the border guard, posts without a comma between them

GUARDS = [
    ("Thiếu tá Vi Văn Dũng, Đồn trưởng Đồn Biên phòng Phú Gia, dự.", "Đồn Biên phòng Phú Gia"),
    ("Đồn Biên phòng Phú Gia ra quân. Thiếu tá Vi Văn Dũng, Đồn trưởng, dự.", "Đồn Biên phòng Phú Gia"),
    ("Thiếu tá Vi Văn Dũng, Phó Đồn trưởng, cùng chiến sĩ Đồn Biên phòng Phú Gia tuần tra.", "Đồn Biên phòng Phú Gia"),
    ("Đồn Biên phòng Hòa và Đồn Biên phòng Na Lốc. Thiếu tá Vi Văn Dũng, Đồn trưởng, kể.", "Đồn Biên phòng Na Lốc"),
    ("Thiếu tá Vi Văn Dũng, Đồn trưởng, cho biết.", None),
    ("Thượng úy Vi Văn Dũng, Phó trạm trưởng Trạm Kiểm soát Phú Gia, kể.", "Trạm Kiểm soát Phú Gia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body"), GUARDS)
def test_which_border_post(text: str, body: str | None) -> None:
    assert [(o.name, o.positions[0].body) for o in read(text)] == [("Vi Văn Dũng", body)]


UNMARKED = [
    (
        "đồng chí Vi Văn Dũng Ủy viên Ban Thường vụ Huyện ủy Trưởng Ban Dân vận Huyện ủy dự",
        ["Ủy viên Ban Thường vụ", "Trưởng Ban"],
    ),
    ("đồng chí Vi Văn Dũng, Phó Bí thư Đảng ủy Chủ tịch UBND xã dự", ["Phó Bí thư", "Chủ tịch"]),
    ("Phó Bí thư Huyện ủy Chủ tịch HĐND huyện Vi Văn Dũng dự", ["Phó Bí thư", "Chủ tịch"]),
    ("đồng chí Vi Văn Dũng, Bí thư Đảng ủy xã Trưởng Sơn dự", ["Bí thư"]),
]


@pytest.mark.parametrize(("text", "titles"), UNMARKED)
def test_posts_without_a_comma(text: str, titles: list[str]) -> None:
    assert [p.title for o in district(text) for p in o.positions] == titles


@pytest.mark.parametrize(
    "text",
    [
        "Lớp học có 21 đồng chí Trưởng Công an xã tham dự",
        "5 đồng chí Phó Bí thư Đảng ủy, 12 Chủ tịch UBND xã được khen",
    ],
)
def test_counted_posts_are_nobody(text: str) -> None:
    assert district(text) == ()
