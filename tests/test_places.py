"""Places: sentences with the places in "[…]", then what they are linked to, and whom the article speaks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from danvan.errors import UsageError
from danvan.find.places import PlaceFindings, find_places, parse_place_hint
from danvan.gazetteer import load_gazetteer
from danvan.match import find, unmark
from danvan.reading import Reading
from danvan.ruleset import Rule, RuleSet, load_rules
from danvan.text.article import Draft, Part
from danvan.text.segment import split_article
from danvan.text.view import fold_view

RULES = load_rules()
INVENTED = load_rules(Path(__file__).parent / "layers" / "phu_hac")


def read(text: str, published: str | None = None, hint: str | None = None, rules: RuleSet = RULES) -> PlaceFindings:
    """The places of a text whose lines are its parts; a first line that starts with "# " is its title."""
    titled = text.startswith("# ")
    text = text.removeprefix("# ")
    parts, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            parts.append(Part("title" if titled and number == 0 else "body", at, at + len(line)))
        at += len(line) + 1
    draft = Draft("test", text, text, ((0, 0),), tuple(parts), published=published)
    reading = Reading(draft, split_article(draft, rules), rules, load_gazetteer(rules))
    return find_places(reading, day=draft.anchor, hint=hint)


def said(found: PlaceFindings) -> list[str]:
    """Each place as "kind name < commune < district < province", a dash where a name is not certain."""
    lines = []
    for place in found.places:
        ref = found.ref_of(place)
        above = [ref.commune, ref.district, ref.province][
            {"hamlet": 0, "commune": 1, "district": 2}.get(place.level, 3) :
        ]
        lines.append(" < ".join([f"{place.kind} {place.name}", *(name or "-" for name in above)]))
    return lines


@pytest.mark.parametrize("rule", RULES.of("places"), ids=lambda rule: rule.id)
def test_rule_proves_itself(rule: Rule) -> None:
    assert rule.source, "a rule says where its form was seen"
    for example in rule.examples:
        text, spans = unmark(example["text"])
        view = fold_view(text)
        if rule.regex.pattern.endswith("$"):
            view = view[: spans[0][1]]  # it looks back from a name
        ends = [(m.start, m.end) for m in find(rule, view) if m.start < m.end]  # joints may be empty
        assert ends == spans
    assert [text for text in rule.never if any(m.start < m.end for m in find(rule, fold_view(text)))] == []


@pytest.mark.parametrize("row", RULES.table("unit_words"), ids=lambda row: row["form"])
def test_every_unit_word_has_an_example_and_a_source(row: dict[str, str]) -> None:
    assert row["form"] in row["example"]
    assert row["source"]
    assert row["role"] in {"unit", "short", "body", "organ", "settlement", "none"}


MENTIONS = [
    'Ở [huyện Đại Lộc], mô hình "Khu dân cư 3 không", "Xóm 5 không" ở [tổ 7] do P.V ghi lại lần thứ V',
    "Đồng bào ở vùng cao [Hàm Thuận Bắc], [Tánh Linh], rẻo cao [Tuy Phong], [tỉnh Bình Thuận]",
    "Đường liên [ấp Xóm Thủ] - [Hòa Thạnh] ở [xã Long Bình], [huyện Gò Công Tây]",
    "Làm tuyến đường liên xã Long Bình - Vĩnh Hựu, lộ liên huyện Gò Công Tây - Chợ Gạo qua [ấp Xóm Thủ]",
    "Cùng Trung tâm Truyền máu khu vực Chợ Rẫy, Bệnh viện đa khoa khu vực Cai Lậy nhận máu ở [T.p Mỹ Tho]",
    "[Xã Na Ư], [huyện Điện Biên] giáp cụm bản Na Son, huyện Mường Mày, tỉnh Phong Sa Lỳ, nước CHDCND Lào",
    "Kết nghĩa giữa [bản Ka Tăng], [xã Lao Bảo] và bản Sa Vẻn (Lào), giúp tỉnh Xa La Van và Sê Kông của nước bạn Lào",
    "Dự có Lê Văn Ba Ủy viên Ban Thường vụ Huyện ủy Trưởng Ban Dân vận [Huyện ủy Đại Lộc]",
    "Ở [bản Rộ - Tà Lọng], [xã Trọng Hóa], [huyện Minh Hóa]; Trưởng [thôn Phú Lễ] - Lê Văn Ba dự",
    "Ở [huyện Kon Plông], Trưởng thôn A Rơi cùng Bí thư Chi bộ Y Mai vận động làng người Xơ Đăng",
    "Các làng Xơ Đăng, bản Mông ở [huyện Kon Plông] có [làng Kon Pring], [thôn A Rơi]",
    "Trưởng [thôn A Rơi] ([xã Măng Cành]) làm gương; Trưởng [thôn Xuân Hòa] cùng bà con làm đường",
    # unit words, abbreviations, glue, capitals
    "Hội nghị diễn ra tại [xã Thạch Lạc], [huyện Thạch Hà], [tỉnh Hà Tĩnh].",
    "Đoàn về [TP. Long Xuyên], [TX. Tân Châu] và [TP.Cao Lãnh].",
    "Đoàn làm việc với [P. Nghi Hải] và [H.A Lưới].",
    "Bà con [xã{}Thạch Lạc] hiến đất.",
    "[HUYỆN MỎ CÀY NAM] TỔNG KẾT CÔNG TÁC DÂN VẬN",
    "Tại [TPHCM] và [TP. Hồ Chí Minh], phong trào lan rộng.",
    # bodies: party committees, People's Committees, Front, unions, cells
    "[Huyện ủy Bảo Thắng] tổ chức hội nghị; [Thành ủy Cần Thơ] chỉ đạo.",
    "Đảng ủy [xã Định Thủy], UBND [xã Định Thủy], Ủy ban MTTQ [xã Định Thủy] phối hợp.",
    "Hội Nông dân [xã Thạch Đài] và Chi bộ [thôn Hội Cát], [xã Thạch Long] nhận giấy khen.",
    "Ban CHQS [huyện Tiên Yên] giúp dân.",
    # no place: schools, posts, roads, firms, papers, markets, products, leaders
    "Trường THCS Thạch Lạc, Trường Mầm non xã Thạch Đài góp quà.",
    "Đồn Biên phòng Cửa Lò tuần tra; tuyến Quốc lộ 3 Hà Nội - Thái Nguyên thông xe.",
    "Công ty TNHH MTV Xổ số kiến thiết tỉnh Long An góp 50 triệu đồng; khối Đại Đoàn kết toàn dân tộc.",
    "Công ty TNHH Thạch Hà ủng hộ; theo Báo Nghệ An, chợ Vinh họp đông.",
    "Người dân nuôi gà Tiên Yên, trồng bưởi Phúc Trạch.",
    "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh; lời dạy của Chủ tịch Hồ Chí Minh.",
    "Kỷ niệm Chiến thắng Điện Biên Phủ, giữ gìn hòa bình, thống nhất, dân chủ.",
    "Phong trào bảo vệ an ninh Tổ quốc, xây dựng đô thị văn minh, kinh tế - xã hội phát triển.",
    # people are no places
    "Dự có ông Lê Hải Dương, bà Nguyễn Thái Bình, đồng chí Hà Giang.",
    "Trưởng thôn Lò Thị Pín cho biết; Chủ tịch UBND huyện Trần Văn Bình kết luận.",
    "Bí thư Chi bộ [thôn Đồng Vông] Lò Thị Pín nói thêm.",
    "Bí thư Đảng ủy [xã Hà Lâu] Lý Văn Tằng cho biết.",
    "Chủ tịch UBND xã Cao Minh Thơm và Chủ tịch UBND xã Hồ Quang Đại cùng dự.",
    # lists
    "Nhân dân [các xã Tiên Lục], [Đào Mỹ], [Nghĩa Hòa] và [thị trấn Kép] hiến đất.",
    "Ở [các huyện: Lạng Giang], [Yên Dũng]; [thị xã Việt Yên] đều có mô hình.",
    "Từ 2 [xã: Thạch Lạc] và [Thạch Khê] đến 4 xã vùng cao [Cấm Sơn], [Hộ Đáp], [Sa Lý].",
    "[ấp Định Phước] 4 mô hình, [ấp Định Nhơn] 3 mô hình, [ấp 5] có 2 mô hình.",
    "Các [thôn Giếng], [Hèo] và [Ao Luông] làm đường.",
    "Quận ủy [quận 1], [3], [5] và [10] cùng họp; [phường 1], 3 cá nhân được khen.",
    "Nhân dân liên [khu phố 4], [5], [17] làm đường; 8 phường mới ở [Bình Dương] hoạt động.",
    # what a unit is stands between its word and its name
    "Về [xã đảo Thạnh An], [ấp đảo An Bình] và [xã Anh hùng Bình Thới].",
    # settlements of every region, with numbers
    "[khu phố 2], [KP 3], [tổ dân phố 21], [TDP 5], [tổ 6], [tiểu khu 3], [khóm 4], [xóm 168] đều sạch.",
    "[thôn 5B], [bản Mốc 13], [khu Phố Mới 3], [khu vực Bình Hòa A], [buôn Kna A], [sóc Bà Mai] thi đua.",
    "Hộ nghèo [buôn Sô Ma Hang A] nhận quà.",
    "Hội Chữ thập đỏ huyện 10 triệu đồng, tặng thôn 20 triệu đồng, Quân khu 4 giúp 5 hộ.",
    "Khối Dân vận, Tổ Dân vận, khu Công nghiệp, bản Cam kết, già làng K'Brèo.",
]


MENTIONS += [
    # names that open like a unit word, and unit words inside a name
    "Đoàn đến [Sóc Trăng], [Buôn Hồ] và [ấp Phước Tỉnh], [xã Long Hiệp].",
    "Tại [T.P Vinh], [Q.11], [P.5] và [KP3] có mô hình.",
    # numbers that share a name; addresses without commas
    "Hai [bản Huổi Lụ 1] + [2], [xã Pá Mỳ] và [xóm 3] [xã Hải Đường] [huyện Hải Hậu].",
    "[thôn Nam Hải] và [Bắc Hải] (cùng [xã Thạch Hải]) hiến đất.",
    # streets, areas, groups, sites
    "Phố Trần Phú, khu vực ĐBSCL, tổ Công nghệ số, khối Nội chính, kinh Làng Thứ Bảy, chợ Xóm Mới.",
    "[thôn Trung Tâm] và [xóm Đoàn Kết] đạt chuẩn; anh Vinh ở [Vinh], chị Huế ở [Huế].",
    # a heading in capitals tells the end of a known name only
    "ĐẢNG ỦY [XÃ VĨNH HÒA HƯNG BẮC] TỔNG KẾT CÔNG TÁC DÂN VẬN",
    "CHI BỘ ẤP HÒA BÌNH RA MẮT MÔ HÌNH MỚI",
    "Lãnh đạo về với buôn: 24 cơ quan nhận kết nghĩa; mỗi thôn 12 đơn vị giúp.",
    # bare names: after a preposition, in a clause of their own, with their counts
    "Ở [An Giang], [TP. Long Xuyên] 143 mô hình; [An Phú] 121; [Châu Phú] 134.",
    "[Huyện ủy Yên Lập] biểu dương các đơn vị như: [Ngọc Lập], [Mỹ Lung], [thị trấn Yên Lập].",
    # a list in brackets behind its unit word; a name that is a slogan too
    "Ở [huyện Tuy Phong], các xã ([Phước Thể], [Phong Phú], [Vĩnh Hảo]) trồng nho.",
    # the last two words are the head's, the first two the hamlet's
    "Trưởng [thôn Đăng Lang] Điểu Brao nói gọn; Trưởng [bản Tà Rẹt] Hồ Văn Mười cười.",
    # bodies with a number, fruit, and a colon that begins a headline
    "Ban Chỉ huy Phòng thủ khu vực 2 và Tòa án nhân dân khu vực 5 về [khu vực 3], [phường An Bình].",
    'Mô hình "Khóm Cầu Đúc" có 20 ha khóm Tắc Cậu ở [khóm Châu Long 1], [phường Châu Phú B].',
    "Công an huyện: Nhiều mô hình ở [Xã: Phú Lợi], [huyện Giang Thành].",
]


MENTIONS += [
    # a verb behind a number that is a name: what follows is not counted by it
    "[Quận 11] tổ chức hội nghị, [Quận 5] tuyên dương 5 tập thể, [Quận 3] công nhận 30 mô hình.",
    "[Phường 8] thành lập 2 tổ, [phường 15] chỉ đạo mỗi chi bộ làm một việc, [ấp 4] huy động 12 ngày công.",
    "[Khu phố 6] giải quyết xong việc rác, [thôn 3] đoàn kết, [khóm 2] đề nghị khen; [P.4] báo cáo.",
    "Đại hội Đảng bộ [phường 12] lần thứ III; HĐND [phường 9] khóa XII; [Quận 7] năm 2016 có 44 mô hình.",
    "Ban Dân vận Quận ủy [Quận 10] họp với Đảng ủy [Phường 14]; UBND [Q.6] và UBND [P.2] cùng dự.",
    "Toàn xã 5 tổ tự quản, mỗi ấp 3 tổ chức đảng, cho thôn 12 công trình, huyện 8 hộ, xã 4 cá nhân.",
    # a post behind a name makes it a person's, but not where the words before say that it is a place
    "Cả [huyện Yên Lập] và [Cẩm Khê] đều vui. Ở [Yên Lập], Trưởng ban Dân vận Huyện ủy cho hay.",
    "Huyện ủy [huyện Yên Lập] họp. Tại [Yên Lập], Bí thư nói; gặp Yên Lập, Bí thư chi bộ.",
    "Bí thư Đảng ủy xã Sổng A Khua kể; Trưởng bản Phàng A Lử cười.",
    # the last syllable of a name may belong to the word that follows
    "Ban Công an [xã Bình Sa] đã nắm chắc địa bàn, Ban Công tác Mặt trận cùng dự",
    "Ngay tại Bình An ninh trật tự được giữ vững",
    # a term or a session behind the word of a unit
    "HĐND xã Khóa XIV, HĐND huyện Khóa 25 và Đảng bộ xã Nhiệm kỳ 2020 - 2025 họp trước Đại hội Đoàn xã Lần thứ X",
    # a unit word glued to its name
    "Ủy ban MTTQ Việt Nam [TPHCM] cùng Hội Nông dân [TPHCM] đến dự",
]


@pytest.mark.parametrize("marked", MENTIONS)
def test_mentions(marked: str) -> None:
    text, spans = unmark(marked.replace("{}", ""))
    plural = [(s + len(word) if text[s:e].startswith(word) else s, e) for s, e in spans for word in ("các ",)]
    found = read(text, "2021-05-10")
    assert [text[s:e] for s, e, _ in found.mentions] == [text[s:e] for s, e in plural]


LINKED = [
    ("xã Thạch Lạc", ["xã Thạch Lạc < Thạch Hà < Hà Tĩnh"]),
    ("huyện Châu Thành, tỉnh An Giang", ["huyện Châu Thành < An Giang", "tỉnh An Giang"]),
    ("huyện Châu Thành có 5 xã", ["huyện Châu Thành < -"]),
    ("xã Tân Lập (Mộc Châu, Sơn La)", ["xã Tân Lập < Mộc Châu < Sơn La", "huyện Mộc Châu < Sơn La", "tỉnh Sơn La"]),
    (
        "xã Phú Lợi (Giang Thành - Kiên Giang)",
        ["xã Phú Lợi < Giang Thành < Kiên Giang", "huyện Giang Thành < Kiên Giang", "tỉnh Kiên Giang"],
    ),
    # a commune says which of several districts of one name is meant
    ("xã Tân Hương, huyện Châu Thành", ["xã Tân Hương < Châu Thành < Tiền Giang", "huyện Châu Thành < Tiền Giang"]),
    # communes that lie together in one district only
    (
        "các xã Bình Tân, Vĩnh Hựu, Long Vĩnh",
        [
            "xã Bình Tân < Gò Công Tây < Tiền Giang",
            "xã Vĩnh Hựu < Gò Công Tây < Tiền Giang",
            "xã Long Vĩnh < Gò Công Tây < Tiền Giang",
        ],
    ),
    (
        "ấp Tấn Lợi, xã Tấn Mỹ (Chợ Mới)",
        ["ấp Tấn Lợi < Tấn Mỹ < Chợ Mới < An Giang", "xã Tấn Mỹ < Chợ Mới < An Giang", "huyện Chợ Mới < An Giang"],
    ),
    ("xã Đắk Buk So, huyện Tuy Đức", ["xã Đắk Búk So < Tuy Đức < Đắk Nông", "huyện Tuy Đức < Đắk Nông"]),
    (
        "huyện Krông Pắc; xã Đắk R'Tíh, huyện Tuy Đức",
        ["huyện Krông Pắc < Đắk Lắk", "xã Đắk R'Tíh < Tuy Đức < Đắk Nông", "huyện Tuy Đức < Đắk Nông"],
    ),
    (
        "thôn A Ho, xã Trường Vân (Thạch Hà)",
        [
            "thôn A Ho < Trường Vân < Thạch Hà < Hà Tĩnh",
            "xã Trường Vân < Thạch Hà < Hà Tĩnh",
            "huyện Thạch Hà < Hà Tĩnh",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINKED)
def test_links(text: str, expected: list[str]) -> None:
    assert said(read(f"Mô hình ở {text}.", "2020-08-01")) == expected


def test_what_stays_ambiguous_keeps_its_candidates() -> None:
    found = read("# Xã Phú Lợi tổng kết công tác dân vận\nĐảng ủy xã Phú Lợi tổ chức hội nghị.", "2022-01-14")
    (place,) = found.places
    assert place.unit is None
    assert place.candidates == ("26218", "30142", "30797")
    assert [s.text for s in place.spans] == ["Xã Phú Lợi", "xã Phú Lợi"]
    ref = found.article_place
    assert ref is not None
    assert (ref.code, ref.commune, ref.district, ref.province, ref.kind) == (None, "Phú Lợi", None, None, "xã")
    assert found.own("commune") == ref
    assert found.own("district") is None


def test_the_hint_settles_what_the_text_leaves_open() -> None:
    found = read("Đảng ủy xã Phú Lợi tổ chức hội nghị.", "2022-01-14", hint="huyện Giang Thành, tỉnh Kiên Giang")
    assert said(found) == ["xã Phú Lợi < Giang Thành < Kiên Giang"]
    with pytest.raises(UsageError, match="no such unit"):
        read("Đảng ủy xã Phú Lợi họp.", "2022-01-14", hint="huyện Không Có")


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("huyện Thạch Hà", "2022-12-23", ("445", "Hà Tĩnh", "Thạch Hà", None)),
        ("Thạch Hà, Hà Tĩnh", "2022-12-23", ("445", "Hà Tĩnh", "Thạch Hà", None)),
        ("xã Phú Lợi (Giang Thành - Kiên Giang)", "2022-01-14", ("30797", "Kiên Giang", "Giang Thành", "Phú Lợi")),
        ("huyện Thạch Hà", "2025-12-01", ("445", "Hà Tĩnh", "Thạch Hà", None)),
        ("huyện Châu Thành", "2020-01-01", (None, None, "Châu Thành", None)),
        ("thành phố Cần Thơ", "2020-01-01", ("92", "Cần Thơ", None, None)),
    ],
)
def test_hints(name: str, day: str, expected: tuple[str | None, ...]) -> None:
    ref = parse_place_hint(name, load_gazetteer(RULES), date.fromisoformat(day))
    assert ref is not None
    assert (ref.code, ref.province, ref.district, ref.commune) == expected


def test_no_hint_where_no_unit_is_meant() -> None:
    assert parse_place_hint("huyện Không Có", load_gazetteer(RULES), None) is None
    assert parse_place_hint("xã Thạch Lạc, tỉnh Sơn La", load_gazetteer(RULES), None) is None


# ---- the hard cases of the catalogue, section 9


def test_case_12_a_bracket_is_parent_of_the_whole_list() -> None:
    text = "Ra quân tại các xã An Trạch, Bình Hạ, Cẩm Lộc và thị trấn Phú Hạc (huyện Phú Hạc)."
    assert said(read(text, "2023-07-20", rules=INVENTED)) == [
        "xã An Trạch < Phú Hạc < Lam Giang",
        "xã Bình Hạ < Phú Hạc < Lam Giang",
        "xã Cẩm Lộc < Phú Hạc < Lam Giang",
        "thị trấn Phú Hạc < Phú Hạc < Lam Giang",
        "huyện Phú Hạc < Lam Giang",
    ]


def test_case_19_a_district_that_bears_the_name_of_a_province() -> None:
    text = "Tại Quảng Bình, người dân xã Trường Vân (Quảng Ninh) hiến đất làm đường."
    found = read(text, "2023-07-20")
    assert said(found) == [
        "tỉnh Quảng Bình",
        "xã Trường Vân < Quảng Ninh < Quảng Bình",
        "huyện Quảng Ninh < Quảng Bình",
    ]
    commune = found.places[1]
    assert (commune.unit, commune.candidates) == (None, ())


def test_case_20_a_commune_of_the_reform_is_never_the_old_district() -> None:
    found = read('Xã Bảo Yên, tỉnh Lào Cai có 41 mô hình "Dân vận khéo".', "2025-10-28")
    assert said(found) == ["xã Bảo Yên < - < Lào Cai", "tỉnh Lào Cai"]
    assert found.places[0].unit is not None
    assert len(found.places[0].unit.code or "") == 5


def test_case_22_eth_and_late_tone_marks() -> None:
    text = "Ðảng ủy xã Hoà Lạc, huyện Phú Hạc họp."
    found = read(text, "2023-07-20", rules=INVENTED)
    assert said(found)[0] == "xã Hòa Lạc < Phú Hạc < Lam Giang"
    assert found.places[0].spans[0].text == "xã Hoà Lạc"


# ---- the day


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("huyện Bảo Yên cũ", "2025-10-28", ["huyện Bảo Yên < Lào Cai"]),
        ("quận Ninh Kiều trước đây", "2025-10-28", ["quận Ninh Kiều < Cần Thơ"]),
        ("tỉnh Hà Giang (cũ)", "2025-10-28", ["tỉnh Hà Giang"]),
        ("TP. Huế, tỉnh Thừa Thiên Huế", "2023-05-05", ["thành phố Huế < Thừa Thiên Huế", "tỉnh Thừa Thiên Huế"]),
        ("quận Phú Xuân, TP. Huế", "2025-03-03", ["quận Phú Xuân < Huế", "thành phố Huế"]),
        (
            "xã Thạch Tân, huyện Thạch Hà",
            "2021-03-03",
            ["xã Thạch Tân < Thạch Hà < Hà Tĩnh", "huyện Thạch Hà < Hà Tĩnh"],
        ),
        ("phường Thuận Hóa, TP. Huế", "2025-08-08", ["phường Thuận Hóa < - < Huế", "thành phố Huế"]),
    ],
)
def test_units_are_those_of_the_day(text: str, day: str, expected: list[str]) -> None:
    assert said(read(f"Mô hình ở {text}.", day)) == expected


def test_old_communes_named_in_the_new_one() -> None:
    text = (
        "# Xã Yên Lập nhìn lại nửa năm\n"
        "Xã Yên Lập, tỉnh Phú Thọ gồm thị trấn Yên Lập và 2 xã: Hưng Long, Đồng Thịnh thuộc huyện Yên Lập cũ.\n"
        "Riêng Hưng Long trước khi sáp nhập có 12 mô hình."
    )
    found = read(text, "2025-12-03")
    assert said(found) == [
        "xã Yên Lập < - < Phú Thọ",
        "tỉnh Phú Thọ",
        "thị trấn Yên Lập < Yên Lập < Phú Thọ",
        "xã Hưng Long < Yên Lập < Phú Thọ",
        "xã Đồng Thịnh < Yên Lập < Phú Thọ",
        "huyện Yên Lập < Phú Thọ",
    ]


def test_a_town_of_yesterday_is_no_province() -> None:
    assert said(read("Hội nghị họp tại thành phố Ninh Bình.", "2025-03-05"))[0] == "thành phố Ninh Bình < Ninh Bình"
    assert said(read("Khởi công ở thành phố Cà Mau.", "2025-10-05"))[0] == "thành phố Cà Mau < Cà Mau"
    assert said(read("Huyện Phú Quốc làm đường.", "2022-10-05"))[0] == "thành phố Phú Quốc < Kiên Giang"


def test_units_of_today_stand_beside_former_ones() -> None:
    text = (
        "Ngày 10-8, Đảng bộ xã Ia Dơk (tỉnh Gia Lai) tổ chức đại hội. Xã Ia Dơk được thành lập trên cơ sở sáp nhập xã"
        " Ia Dơk và Ia Kla (huyện Đức Cơ cũ). Xã Ia Dơk có 9 làng."
    )
    assert [(p.name, p.unit.code, len(p.spans)) for p in read(text, "2025-08-12").places if p.unit] == [
        ("Ia Dơk", "23869", 3), ("Gia Lai", "52", 1), ("Ia Dơk", "23860", 1), ("Ia Kla", "23869", 1),
        ("Đức Cơ", "631", 1),
    ]  # fmt: skip
    found = read("Đoàn đến kiểm tra tại phường Phú An (Bình Dương cũ), TP.HCM.", "2025-07-09")
    assert said(found)[0] == "phường Phú An < - < Hồ Chí Minh"


def test_neighbours_share_a_home() -> None:
    text = "Nhà của ông A, ấp 2, xã Long Thạnh, bà B, ấp Mỹ Hòa và bà C, ấp Bà Mía cùng ngụ xã Mỹ Lạc, huyện Thủ Thừa."
    assert said(read(text, "2024-06-04"))[2:4] == [
        "ấp Mỹ Hòa < Mỹ Lạc < Thủ Thừa < Long An", "ấp Bà Mía < Mỹ Lạc < Thủ Thừa < Long An",
    ]  # fmt: skip
    text = "Huyện Kiên Lương có các xã: Sơn Hải, Hòn Nghệ và xã Tiên Hải thuộc thị xã Hà Tiên."
    assert said(read(text, "2018-06-04"))[1:4] == [
        "xã Sơn Hải < Kiên Lương < Kiên Giang", "xã Hòn Nghệ < Kiên Lương < Kiên Giang",
        "xã Tiên Hải < Hà Tiên < Kiên Giang",
    ]  # fmt: skip


def test_without_a_day_the_latest_date_in_the_text_decides() -> None:
    found = read("Ngày 20/8/2025, xã Bảo Yên, tỉnh Lào Cai họp.")
    assert said(found)[0] == "xã Bảo Yên < - < Lào Cai"
    assert said(read("Huyện Bảo Yên họp."))[0] == "huyện Bảo Yên < Lào Cai"
    # Đạ Tẻh became part of Đạ Huoai in December 2024
    assert said(read("Năm 2020, huyện Đạ Tẻh họp."))[0] == "huyện Đạ Tẻh < Lâm Đồng"
    assert said(read("Năm 2020, xã Mỹ Đức, huyện Đạ Tẻh phấn đấu đến năm 2030."))[0].endswith("< Lâm Đồng")


# ---- the unit the article speaks for


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Yên Châu: Nâng chất phong trào\nSáng 19/12, Huyện ủy Yên Châu mở hội nghị. Toàn huyện có 112 mô hình.",
            "huyện Yên Châu",
        ),
        ('# "Dân vận khéo" ở An Giang\nBan Dân vận Tỉnh ủy An Giang họp. TP. Châu Đốc 96 mô hình.', "tỉnh An Giang"),
        (
            "# Hội nghị dân vận\nNgày 03/11, huyện Yên Lập họp tại xã Ngọc Lập. Toàn huyện có 114 mô hình.",
            "huyện Yên Lập",
        ),
        (
            "# Một cách làm\nToàn huyện có 114 mô hình, nhiều nhất là xã Vĩnh Hựu, xã Thạnh Nhựt và xã Bình Tân.",
            "huyện Gò Công Tây",
        ),
        ("# Dân vận khéo ở cơ sở\nĐảng ủy xã Thạch Lạc, huyện Thạch Hà họp. Toàn xã có 5 mô hình.", "xã Thạch Lạc"),
        # the body that acts, not the unit in which it does
        (
            "# Trao nhà\nSáng 5/12, Ban Thường trực Ủy ban MTTQ Việt Nam thành phố Cà Mau phối hợp trao nhà tại xã"
            " Tân Thành, thành phố Cà Mau.",
            "thành phố Cà Mau",
        ),
        ("# Bàn giao nhà\nỦy ban MTTQ Việt Nam huyện bàn giao nhà ở xã Tam Giang Tây.", "huyện Ngọc Hiển"),
        (
            "# MTTQ tỉnh tặng nhà tại huyện Cần Giuộc\nỦy ban MTTQ Việt Nam tỉnh Long An tặng nhà ở huyện Cần Giuộc.",
            "tỉnh Long An",
        ),
        ("# Hội Phụ nữ tỉnh ra quân\nHội chọn An Ngãi Tây, huyện Ba Tri làm điểm.", "tỉnh Bến Tre"),
        (
            "# Đại hội\nỦy ban MTTQ Việt Nam huyện Năm Căn tổ chức đại hội. Dự có Phó Bí thư Tỉnh ủy, Ủy viên Tỉnh ủy"
            " và đại biểu thành phố Cà Mau, tỉnh Cà Mau.",
            "huyện Năm Căn",
        ),
        (
            "# Họp trực tuyến\nDự tại điểm cầu Bình Thuận có Phó Bí thư Tỉnh ủy và lãnh đạo huyện Hàm Thuận Bắc.",
            "tỉnh Bình Thuận",
        ),
        ("# Châu Thành: Tỉnh ủy An Giang kiểm tra\nHuyện Châu Thành có 9 mô hình.", "huyện Châu Thành"),
        (
            "# Quà Tết\nMTTQ xã Vĩnh Hưng A trao quà. MTTQ xã Vĩnh Phú Đông bàn giao nhà. Tỉnh Bạc Liêu có 9 xã.",
            "tỉnh Bạc Liêu",
        ),
        # an address behind the name speaks for nobody
        ("# Xã Anh hùng Bình Thới của tỉnh Bến Tre\nXã Bình Thới (huyện Bình Đại) làm đường.", "xã Bình Thới"),
        # a province is only the label of the title, or the body that asked for the article
        (
            "# Bình Phước: Sôi nổi hội thi\nDự có Phó Bí thư Thị ủy, phụ trách phường Hưng Long (thị xã Chơn Thành,"
            " tỉnh Bình Phước). Đảng ủy phường Hưng Long mong phong trào lan rộng.",
            "phường Hưng Long",
        ),
        (
            "# Bình Phước: Nhân rộng điển hình\nToàn tỉnh Bình Phước có 120 mô hình. Ở phường Hưng Long, thị xã Chơn"
            " Thành, người dân góp đèn; phường Hưng Long còn lắp camera.",
            "tỉnh Bình Phước",
        ),
        (
            "# Lan tỏa\n(Cổng TTĐT Tỉnh ủy) - Theo chỉ đạo của Tỉnh ủy Đồng Tháp, huyện Lấp Vò có 45 mô hình. Xã Long"
            " Hưng A vận động hiến đất; xã Định An lắp đèn.",
            "huyện Lấp Vò",
        ),
        (
            "# Lan tỏa\n(Cổng TTĐT Tỉnh ủy) - Theo chỉ đạo của Tỉnh ủy Đồng Tháp, huyện Lấp Vò có 45 mô hình. Xã Định"
            " An lắp đèn; huyện Lai Vung có 30 mô hình.",
            "tỉnh Đồng Tháp",
        ),
        # a title that only tells where, and an article that calls one unit inside it its own
        (
            "# Khéo vận động đồng bào ở Quảng Nam\nHuyện ủy Nam Trà My ra kế hoạch giúp xã Trà Linh, xã Trà Nam. Toàn"
            " huyện có 45 mô hình. Huyện Nam Trà My còn 12 thôn khó khăn.",
            "huyện Nam Trà My",
        ),
        # several committees are not one, and the place of a picture speaks for nobody
        (
            "# Cả tỉnh làm dân vận khéo\nBan dân vận các huyện, thị, thành ủy trong tỉnh đã vào cuộc. Toàn tỉnh có"
            " 900 mô hình; ở xã Vĩnh Hải, thị xã Vĩnh Châu có tổ giữ rừng.",
            "tỉnh Sóc Trăng",
        ),
        # the body before the colon of a title
        (
            "# Công an tỉnh: Giữ yên từng ấp\nCông an các huyện ở tỉnh Đồng Nai có 90 mô hình. Ở xã Đak Nhau, huyện"
            " Bù Đăng, công an xã lập đội bóng; huyện Bù Đăng có 9 mô hình.",
            "tỉnh Đồng Nai",
        ),
        ("# Công an huyện: Nhiều cách làm hay\nCông an huyện Long Phú (Sóc Trăng) lập tổ.", "huyện Long Phú"),
        # a larger unit named apart from its examples, of a body or of itself
        (
            "# Nghĩa tình biên giới\nTrong 24 mô hình của BĐBP tỉnh Sơn La có mô hình nuôi bò ở xã Mường Lạn (huyện Sốp"
            " Cộp), bắt đầu với 10 con. BĐBP tỉnh Sơn La giúp 50 hộ.",
            "tỉnh Sơn La",
        ),
        (
            "# Nhìn lại một năm\nCác đơn vị tỉnh Bắc Giang đăng ký 642 mô hình. Có mô hình ít tốn tiền như trồng vải ở"
            " xã Giáp Sơn.",
            "tỉnh Bắc Giang",
        ),
        ("# Một ví dụ\nỞ tỉnh Sơn La, xã Mường Lạn là một ví dụ rõ ràng. Mặt trận xã có 7 mô hình.", "xã Mường Lạn"),
        # one word for a level against a text on the unit around it
        (
            "# Chuyện hiến đất\nỞ xã Hải Minh, bà con hiến 3 ha đất. Đảng ủy xã đi từng nhà. Huyện Hải Hậu có 96 mô"
            " hình. Huyện Hải Hậu phấn đấu thêm 20 mô hình.",
            "huyện Hải Hậu",
        ),
        # two units side by side
        (
            "# Khảo sát tại huyện Hải Hậu và Giao Thủy\nĐoàn làm việc ở huyện Hải Hậu và huyện Giao Thủy. Hai huyện có"
            " 196 mô hình.",
            "tỉnh Nam Định",
        ),
        # a force, and a word that opens a quotation is no verb; a block of a committee, behind its day
        (
            "# Bộ CHQS tỉnh nhân rộng 31 mô hình\nBộ CHQS tỉnh Quảng Nam có 31 mô hình. Ban CHQS huyện Đại Lộc với"
            ' "Tiếp sức em tới trường"; Ban CHQS huyện Nam Giang với "Áo ấm".',
            "tỉnh Quảng Nam",
        ),
        (
            "# Kiểm tra mô hình\nSáng 23/6/2022 Khối dân vận Đảng ủy xã Hải Minh cùng Ban Dân vận Huyện ủy đi kiểm tra."
            " Dự có Phó Ban Dân vận Huyện ủy. Ban Dân vận Huyện ủy đánh giá cao.",
            "xã Hải Minh",
        ),
        # the mark of a paper, where nothing else tells
        ("# Tổng kết dân vận\n(BGĐT) - Sáng 8/7, Ban Dân vận Tỉnh ủy tổ chức hội nghị.", "tỉnh Bắc Giang"),
    ],
)
def test_article_place(text: str, expected: str) -> None:
    ref = read(text, "2022-12-23").article_place
    assert ref is not None
    assert f"{ref.kind} {ref.name}" == expected


def test_a_slip_of_the_pen_inside_a_name() -> None:
    assert said(read("Camera của Thôn 10 xã Di linh, huyện Di Linh.", "2022-05-01"))[1] == (
        "thị trấn Di Linh < Di Linh < Lâm Đồng"
    )
    assert said(read("Bà con xã An thành lập tổ.", "2022-05-01")) == ["xã An < - < -"]


def test_a_name_with_a_small_word() -> None:
    found = said(read("Đoàn đến thị trấn Nông trường Mộc Châu, huyện Mộc Châu.", "2019-05-05"))
    assert found == ["thị trấn Nông trường Mộc Châu < Mộc Châu < Sơn La", "huyện Mộc Châu < Sơn La"]


def test_a_district_told_by_its_province() -> None:
    assert said(read("Xã đầu tiên ở huyện miền núi Hà Tĩnh lắp camera.", "2020-06-15")) == ["tỉnh Hà Tĩnh"]
    assert said(read("Ở huyện miền núi Hương Khê.", "2020-06-15")) == ["huyện Hương Khê < Hà Tĩnh"]


def test_one_case_of_many_does_not_speak() -> None:
    assert read("Các cấp hội góp quỹ. Đặc biệt, Huyện hội Phú Giáo có quỹ 5 tỷ đồng.").article_place is None
    assert read("Các cấp hội góp quỹ. Huyện hội Phú Giáo có quỹ 5 tỷ đồng.").article_place is not None


def test_a_province_named_in_passing_does_not_speak() -> None:
    text = (
        "# Nhìn từ ba huyện\n\nỞ huyện Văn Chấn và huyện Trấn Yên, cán bộ gần dân. Dân tin. Việc chạy.\n\n"
        "Chè xã Suối Giàng (Văn Chấn) bán ra Hà Nội. Toàn tỉnh làm tốt. Xã Việt Thành (Trấn Yên) trồng dâu. "
        "Toàn tỉnh có 300 mô hình."
    )
    place = read(text, "2020-11-11").article_place
    assert place is not None
    assert place.name == "Yên Bái"


def test_who_speaks_of_its_communes_is_a_province_now() -> None:
    text = "# Dân vận khéo\nTỉnh Đồng Nai giao các xã, phường làm mô hình. Ở xã Đak Nhau (huyện Bù Đăng cũ) có 9 hộ."
    places = [read(text, day).article_place for day in ("2025-11-06", "2024-11-06")]
    assert [place.name if place is not None else None for place in places] == ["Đồng Nai", "Bù Đăng"]


def test_an_article_without_a_day_that_calls_a_province_former_is_of_today() -> None:
    text = "# Bền gốc\nPhong trào của tỉnh Long An trước hợp nhất (nay là tỉnh Tây Ninh). Long An (cũ) có 60 xã."
    found = read(text)
    assert found.article_place is not None
    assert found.article_place.name == "Tây Ninh"


def test_own_units_stand_for_bare_words() -> None:
    found = read("# Xã Thạch Lạc làm đường\nĐảng ủy xã Thạch Lạc họp.", "2022-12-23")
    assert [ref.name for word in ("xã", "huyện", "toàn tỉnh") if (ref := found.resolve_bare(word))] == [
        "Thạch Lạc", "Thạch Hà", "Hà Tĩnh",
    ]  # fmt: skip
    assert found.resolve_bare("quận") == found.own("district")


def test_look_ups_by_span() -> None:
    text = "Đảng ủy xã Thạch Lạc và Đảng ủy xã Thạch Khê, huyện Thạch Hà."
    found = read(text, "2022-12-23")
    at = text.index("Khê")
    place = found.at(at, at + 3)
    assert place is not None
    assert place.name == "Thạch Khê"
    assert found.at(0, 4) is None
    assert [p.name for _, _, p in found.within(0, at)] == ["Thạch Lạc"]


def test_a_place_is_given_once_with_all_its_spans() -> None:
    found = read("Huyện Thạch Hà họp. UBND huyện Thạch Hà và Huyện ủy Thạch Hà chỉ đạo.", "2022-12-23")
    (place,) = found.places
    assert len(place.spans) == 3


def test_settlements_of_one_name_in_two_communes_are_two() -> None:
    found = read("Tại xóm 5, xã Hải Hòa và xóm 5, xã Hải Triều (huyện Hải Hậu).", "2018-05-25")
    assert said(found)[:4:2] == ["xóm 5 < Hải Hòa < Hải Hậu < Nam Định", "xóm 5 < Hải Triều < Hải Hậu < Nam Định"]


def test_a_settlement_is_not_put_into_a_commune_of_the_wrong_kind() -> None:
    text = "# Thị xã Vĩnh Châu tổng kết\nKhóm Soài Côm, phường Vĩnh Phước. Ở phường Vĩnh Phước, ấp Âu Thọ B thì chưa."
    found = read(text, "2020-06-06")
    assert said(found)[-1] == "ấp Âu Thọ B < - < Vĩnh Châu < Sóc Trăng"


def test_communes_in_a_bracket_behind_their_number() -> None:
    found = read(
        "# Huyện Đạ Tẻh nhìn lại\nToàn huyện có 3 xã đạt chuẩn NTM (An Nhơn, Hà Đông, Quảng Trị).", "2019-09-05"
    )
    assert [p.level for p in found.places] == ["district", "commune", "commune", "commune"]


def test_a_page_tells_its_own_unit_where_the_text_leaves_it_open() -> None:
    body = "Đảng ủy xã Phú Lợi tổ chức hội nghị. Toàn xã có 33 mô hình."
    raw = "TRANG THÔNG TIN ĐIỆN TỬ XÃ PHÚ LỢI - HUYỆN GIANG THÀNH\n" + body
    draft = Draft("page", body, raw, ((0, 0),), (Part("body", 0, len(body)),), published="2022-01-14")
    reading = Reading(draft, split_article(draft, RULES), RULES, load_gazetteer(RULES))
    found = find_places(reading, day=draft.anchor)
    assert said(found) == ["xã Phú Lợi < Giang Thành < Kiên Giang"]
    assert found.article_place is not None
    assert found.article_place.code == "30797"


def test_a_settlement_without_its_commune_lies_in_what_is_certain() -> None:
    found = read(
        "# Huyện Thạch Hà tổng kết\nToàn huyện có 5 mô hình.\nChi hội Phụ nữ thôn Bàu Am làm tốt.", "2022-12-23"
    )
    assert said(found)[-1] == "thôn Bàu Am < - < Thạch Hà < Hà Tĩnh"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Những mô hình dân vận khéo ở huyện Vĩnh Cửu", "Vĩnh Cửu"),
        ("Một số mô hình Dân vận khéo trên địa bàn huyện Vĩnh Cửu", "Vĩnh Cửu"),
        ('"Dân vận khéo" tại huyện Vĩnh Cửu', "Vĩnh Cửu"),
        ("Chuyện làm dân vận khéo ở huyện Vĩnh Cửu", "Vĩnh Cửu"),
        ("Khảo sát mô hình dân vận khéo ở huyện Vĩnh Cửu", "Đồng Nai"),
        ("Tặng quà hộ nghèo trên địa bàn huyện Vĩnh Cửu", "Đồng Nai"),
    ],
)
def test_whose_models_the_title_names(title: str, name: str) -> None:
    found = read(f"# {title}\nBan Dân vận Tỉnh ủy Đồng Nai tặng 30 phần quà. Bà con vui.", "2023-12-20")
    assert found.article_place is not None
    assert found.article_place.name == name


def test_a_tour_of_communes_speaks_for_what_holds_them() -> None:
    tour = (
        "%s\n\nSau hợp nhất, tỉnh Thái Nguyên có 92 xã, phường; toàn tỉnh chung tay.\n\n"
        "Ông Vinh ở xã La Hiên trồng na. Xã có 25 xóm.\n\nXã Phủ Thông nằm ven quốc lộ.\n\n"
        "Chị Thu ở xã Ba Bể đón khách. Xã Ba Bể đông vui.\n\nTheo Tỉnh ủy Thái Nguyên, toàn tỉnh làm tốt."
    )
    for title, name in (("Từ chiến khu đến Ba Bể", "Thái Nguyên"), ("Những nhịp cầu", "Thái Nguyên")):
        place = read(tour % title, "2025-11-07").article_place
        assert place is not None
        assert place.name == name
    place = read("Xã Ba Bể làm du lịch\n\nXã Ba Bể, tỉnh Thái Nguyên có 30 nhà nghỉ.", "2025-11-07").article_place
    assert place is not None
    assert place.name == "Ba Bể"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a province before the colon files the article under it
        ("# Thái Bình: Cựu chiến binh huyện Tiền Hải hiến đất\nHội hiến 450 m2 đất.", "huyện Tiền Hải"),
        ("# Thái Bình: Huyện Tiền Hải, huyện Vũ Thư ra quân\nToàn tỉnh có 40 tổ.", "tỉnh Thái Bình"),
        ("# Thái Bình: Huyện Tiền Hải dẫn đầu\nToàn tỉnh có 40 tổ, tỉnh khen huyện Tiền Hải.", "tỉnh Thái Bình"),
        ("# Thái Bình: Khánh thành cầu tại huyện Tiền Hải\nToàn tỉnh có 40 cầu.", "tỉnh Thái Bình"),
        # a title in capitals, word for word
        ("# Ban Chỉ huy Quân sự huyện Kỳ Anh Giúp dân làm đường\nĐợt này có 30 cán bộ.", "huyện Kỳ Anh"),
        # bodies named with their unit alone
        ("# Mặt trận Đức Linh tổ chức hội nghị\nDự có 30 đại biểu.", "huyện Đức Linh"),
        ("# Ươm mầm xanh\nCác đơn vị BĐBP Quảng Trị nhận đỡ đầu 71 học sinh.", "tỉnh Quảng Trị"),
        # one example in brackets does not speak for those who count all over the province
        (
            "# Tổ tự quản\nTiêu biểu là tổ ở phường Tân Thành (thành phố Ninh Bình). Toàn tỉnh có 78 tổ.",
            "tỉnh Ninh Bình",
        ),
        # a city's body is of no quận that is named beside it
        ("# Trao nhà\nLiên đoàn Lao động thành phố trao nhà cho đoàn viên quận Hải Châu.", "thành phố Đà Nẵng"),
        ("# Trao nhà\nLiên đoàn Lao động quận trao nhà cho đoàn viên quận Hải Châu.", "quận Hải Châu"),
        # a line under a picture tells of no more than the picture
        (
            "# Hội làm đường\nCác cấp hội trên địa bàn huyện góp sức.\n\nHội Nông dân xã Định An làm đường\n\nCác cấp"
            " hội trên địa bàn huyện hiến đất ở các xã Vĩnh Thạnh, Long Hưng A, Hội An Đông.",
            "huyện Lấp Vò",
        ),
    ],
)
def test_who_speaks_on_real_pages(text: str, speaker: str) -> None:
    place = read(text, "2019-07-12").article_place
    assert place is not None
    assert f"{place.kind} {place.name}" == speaker
