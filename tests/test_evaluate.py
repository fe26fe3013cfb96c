"""The score: what counts as right, missed, wrong, and what is pardoned."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from danvan.errors import DanvanError, UsageError
from danvan.evaluate import ROWS, Score, fold, post_words, score_folder, spell_out, stem_of
from danvan.records import (
    ArticleRecord,
    Date,
    Figure,
    Model,
    Money,
    Official,
    Place,
    PlaceRef,
    Position,
    Span,
)
from danvan.ruleset import load_rules
from making import commune, count, district, full_record, news, record, span, stock, year

NOTHING: dict[str, Any] = {
    "published": None, "article_place": {}, "dates": [], "officials": [], "non_officials": [], "places": [],
    "model_counts": [], "money": [], "other_counts": [], "named_models": [],
}  # fmt: skip
SAID: dict[str, Any] = {"rule": "r", "confidence": 1.0}


def judged(one: ArticleRecord, **gold: Any) -> Score:
    score = Score()
    score.add("a", {**NOTHING, **gold}, one)
    return score


def counts(score: Score, row: str) -> tuple[int, int, int]:
    """Right, missed, wrong."""
    tally = score.tallies.get(row)
    return (tally.right, tally.missed, tally.wrong) if tally else (0, 0, 0)


def day(text: str, words: str, start: str, end: str | None = None, nth: int = 0, **more: Any) -> Date:
    given = {"grain": "day", "role": "event", **more}
    return Date(start=start, end=end or start, span=span(text, words, nth), **given, **SAID)


TEXT = "Ngày 7/9/2022 họp. Ngày 7/9/2022 nhắc lại. 10 năm qua, năm 2021."
GOLD_DAY = {"text": "Ngày 7/9/2022", "start": "2022-09-07", "end": "2022-09-07", "role": "event"}


@pytest.mark.parametrize(
    ("dates", "gold", "expected"),
    [
        ([day(TEXT, "7/9/2022", "2022-09-07")], [GOLD_DAY], (1, 0, 0)),
        ([], [GOLD_DAY], (0, 1, 0)),
        ([day(TEXT, "7/9/2022", "2022-09-08")], [GOLD_DAY], (0, 1, 1)),
        # again elsewhere is pardoned, again over the same characters is not
        ([day(TEXT, "7/9/2022", "2022-09-07"), day(TEXT, "7/9/2022", "2022-09-07", nth=1)], [GOLD_DAY], (1, 0, 0)),
        ([day(TEXT, "7/9/2022", "2022-09-07"), day(TEXT, "Ngày 7/9/2022", "2022-09-07")], [GOLD_DAY], (1, 0, 1)),
        # optional gold is neither missed nor wrong
        ([], [{**GOLD_DAY, "optional": True}], (0, 0, 0)),
        ([day(TEXT, "7/9/2022", "2022-09-07")], [{**GOLD_DAY, "optional": True}], (0, 0, 0)),
        # counted from publication: not annotated
        ([day(TEXT, "10 năm qua", "2012-09-08", "2022-09-08", inferred=True, grain="span")], [], (0, 0, 0)),
        ([day(TEXT, "năm 2021", "2021-01-01", "2021-12-31", grain="year")], [], (0, 0, 1)),
    ],
)
def test_dates(dates: list[Date], gold: list[dict[str, Any]], expected: tuple[int, int, int]) -> None:
    assert counts(judged(record(TEXT, dates=tuple(dates)), dates=gold), "dates") == expected


def test_a_role_has_a_row_of_its_own() -> None:
    one = record(TEXT, dates=(day(TEXT, "7/9/2022", "2022-09-07", role="document"),))
    assert counts(judged(one, dates=[GOLD_DAY]), "dates and role") == (0, 1, 1)
    assert counts(judged(one, dates=[{**GOLD_DAY, "alt": {"role": ["document"]}}]), "dates and role") == (1, 0, 0)
    long = record(TEXT, dates=(day(TEXT, "năm 2021", "2021-01-01", "2021-12-31", role="period"),))
    gold = {"text": "năm 2021", "start": "2021-01-01", "end": "2021-12-31", "role": "event"}
    assert counts(judged(long, dates=[gold]), "dates and role") == (1, 0, 0)


@pytest.mark.parametrize(
    ("published", "gold", "right"),
    [
        ("2022-12-23T22:19", "2022-12-23T22:19", True),
        ("2022-12-23T22:19", "2022-12-23", False),
        ("2022-12-23", "2022-12-23", True),
        (None, None, True),
        ("2022-12-23", None, False),
        (None, "2022-12-23", False),
    ],
)
def test_publication(published: str | None, gold: str | None, right: bool) -> None:
    score = judged(record(TEXT, published=published), published=gold)
    assert counts(score, "published") == ((1, 0, 0) if right else (0, 1, int(published is not None)))


def person(text: str, name: str, *posts: tuple[str, str | None]) -> Official:
    positions = tuple(Position(title=t, body=b) for t, b in posts)
    return Official(name=name, positions=positions, spans=(span(text, name),), **SAID)


PEOPLE = "Hoà và Bà Hoa, Lê Tám, Hồ Chí Minh."


@pytest.mark.parametrize(
    ("held", "gold", "right"),
    [
        (("Phó Trưởng Ban", "Ban Dân vận Huyện ủy"), ("Phó Trưởng Ban Dân vận", "Huyện ủy Thạch Hà"), True),
        (("Chủ tịch", "UBND xã"), ("Chủ tịch", "Ủy ban nhân dân xã Thạch Lạc"), True),
        (("Chủ tịch", "Ủy ban MTTQ Việt Nam xã"), ("Chủ tịch", "MTTQ xã"), True),
        (("HUV", "Huyện uỷ"), ("Huyện ủy viên", "Huyện ủy"), True),
        (("Bí thư", None), ("Bí thư", "Huyện ủy"), False),
        (("Trưởng ấp", None), ("Trưởng ấp", "ấp Thạch Lạc"), True),
        (("Bí thư", "Huyện ủy"), ("Phó Bí thư", "Huyện ủy"), False),
        (("Bí thư", "Đảng ủy"), ("Bí thư", "Đảng ủy quân sự"), False),
    ],
)
def test_positions(held: tuple[str, str | None], gold: tuple[str, str | None], right: bool) -> None:
    one = record(PEOPLE, officials=(person(PEOPLE, "Lê Tám", held),))
    place = {"level": "commune", "name": "Thạch Lạc", "text": "?", "optional": True}
    wanted = [{"name": "Lê Tám", "positions": [{"title": gold[0], "body": gold[1]}]}]
    score = judged(one, officials=wanted, places=[place], article_place={"district": "Thạch Hà"})
    assert counts(score, "positions") == ((1, 0, 0) if right else (0, 1, 1))
    # a post has no words of its own in the gold: what is missed stands where its holder does
    assert {fault.offset for fault in score.faults if fault.row == "positions"} == (
        set() if right else {PEOPLE.index("Lê Tám")}
    )


def test_people() -> None:
    names = ("Hoà", "Lê Tám", "Hồ Chí Minh")
    one = record(PEOPLE, officials=tuple(person(PEOPLE, n) for n in names))
    score = judged(one, officials=[{"name": "Hòa", "positions": []}], non_officials=["Lê Tám", "Bà Hoa", "Hồ Chí Minh"])
    assert counts(score, "officials") == (1, 0, 1)  # the slogan's name is nobody
    assert counts(score, "ordinary people kept out") == (2, 1, 1)


LINK = {"level": "commune", "name": "Thạch Lạc", "text": "xã Thạch Lạc", "province": "Hà Tĩnh", "district": "Thạch Hà"}


@pytest.mark.parametrize(
    ("unit", "gold", "expected"),
    [
        (commune("Thạch Lạc", "Thạch Hà"), LINK, (1, 0, 0)),
        (commune("Thạch Lạc", "Lộc Hà"), LINK, (0, 1, 1)),
        (None, LINK, (0, 1, 0)),
        (commune("Thạch Lạc", None), {**LINK, "district": None}, (1, 0, 0)),
        (commune("Thạch Lạc", "Thạch Hà"), {**LINK, "district": None}, (0, 1, 1)),
        (commune("Thạch Lạc", "Lộc Hà"), {**LINK, "alt": {"district": ["Lộc Hà"]}}, (1, 0, 0)),
        (None, {**LINK, "province": None}, (0, 0, 0)),
    ],
)
def test_places_linked(unit: PlaceRef | None, gold: dict[str, Any], expected: tuple[int, int, int]) -> None:
    text = "Tại xã Thạch Lạc."
    place = Place(kind="xã", name="Thạch Lạc", level="commune", unit=unit, spans=(span(text, "xã Thạch Lạc"),), **SAID)
    score = judged(record(text, places=(place,)), places=[gold])
    assert counts(score, "places") == (1, 0, 0)
    assert counts(score, "places linked") == expected


COUNTS = "Có 138 mô hình, trong đó 34 mô hình kinh tế, đạt 90% mô hình; bình quân 20 mô hình/năm; lại 138 mô hình."
GOLD_COUNT: dict[str, Any] = {
    "text": "138 mô hình", "value": 138, "high": None, "bound": "exact", "of": None, "field": None, "level": None,
    "holder": None, "status": "built", "place": "Thạch Hà", "year_start": 2022, "year_end": 2022, "cumulative": False,
    "part_of_value": None, "change": None,
}  # fmt: skip
RIGHT = {"place": district("Thạch Hà"), "period": year(2022)}


@pytest.mark.parametrize(
    ("facets", "gold", "wrong"),
    [
        ({}, {}, None),
        ({"status": "maintained"}, {}, "status"),
        ({"status": "maintained"}, {"alt": {"status": ["maintained"]}}, None),
        ({"field": "economy"}, {}, "field"),
        ({"holder": "collective"}, {}, "holder"),
        ({"level": "district"}, {}, "level"),
        ({"place": district("Lộc Hà")}, {}, "place"),
        ({"place": district("Thạch Hà")}, {"place": "Thạch  hà"}, None),
        ({"period": year(2021)}, {}, "years"),
        ({"period": stock("2022-12-01")}, {"year_start": None}, "cumulative"),
        ({"bound": "about"}, {"bound": "less_than"}, None),
        ({"bound": "more_than"}, {}, "range and bound"),
        ({"high": 140}, {}, "range and bound"),
    ],
)
def test_facets_of_a_model_count(facets: dict[str, Any], gold: dict[str, Any], wrong: str | None) -> None:
    one = record(COUNTS, figures=(count(COUNTS, "138 mô hình", 138, **{**RIGHT, **facets}),))
    score = judged(one, model_counts=[{**GOLD_COUNT, **gold}])
    assert counts(score, "model counts") == (1, 0, 0)
    assert counts(score, "model counts, every facet") == ((1, 0, 0) if wrong is None else (0, 1, 1))
    assert [fault.row for fault in score.faults if fault.row != "model counts, every facet"] == (
        [wrong] if wrong else []
    )


def test_model_counts_missed_invented_and_pardoned() -> None:
    figures = (
        count(COUNTS, "138 mô hình", 138, **RIGHT),
        count(COUNTS, "138 mô hình", 138, **RIGHT).model_copy(update={"span": span(COUNTS, "138 mô hình", 1)}),
        count(COUNTS, "34 mô hình", 34, part_of=0, partition=False, **RIGHT),
        count(COUNTS, "90%", 90, unit="%"),
        count(COUNTS, "20 mô hình/năm", 20, unit="mô hình/năm"),
        count(COUNTS, "138", 99, topic=None),
    )
    gold = [GOLD_COUNT, {**GOLD_COUNT, "text": "7 mô hình", "value": 7}]
    score = judged(record(COUNTS, figures=figures), model_counts=gold)
    assert counts(score, "model counts") == (1, 1, 1)  # 34 is not in the gold
    assert counts(score, "model counts, every facet") == (1, 1, 1)
    part = {**GOLD_COUNT, "text": "34 mô hình", "value": 34, "part_of_value": 138, "field": None}
    score = judged(record(COUNTS, figures=figures), model_counts=[GOLD_COUNT, part])
    assert counts(score, "model counts, every facet") == (2, 0, 0)


def test_money() -> None:
    text = "Chi 5 triệu đồng, rồi 7 triệu đồng."
    sums = (
        Money(amount=5_000_000, bound="about", basis="total", span=span(text, "5 triệu đồng"), **SAID),
        Money(amount=8_000_000, span=span(text, "7 triệu đồng"), **SAID),
    )
    gold = [
        {"text": "5 triệu đồng", "amount": 5_000_000, "bound": "less_than", "basis": "each"},
        {"text": "7 triệu đồng", "amount": 7_000_000, "bound": "exact", "basis": "total"},
    ]
    score = judged(record(text, money=sums), money=gold)
    assert counts(score, "money") == (1, 1, 1)
    assert counts(score, "money bound") == (1, 0, 0)
    assert counts(score, "money basis") == (0, 1, 1)
    assert [(f.sign, f.row, f.offset) for f in score.faults] == [
        ("-", "money", text.index("7")), ("+", "money", text.index("7")), ("!", "money basis", text.index("5")),
    ]  # fmt: skip


def thing(text: str, words: str, value: float, measure: str, unit: str | None = None) -> Figure:
    return Figure(measure=measure, unit=unit or measure, value=value, span=span(text, words), **SAID)


@pytest.mark.parametrize(
    ("figure", "gold", "found"),
    [
        (("1.204 hộ", 1204, "hộ"), {"value": 1204, "measure": "hộ nghèo"}, True),
        (("1.204 hộ", 1204, "hộ"), {"value": 1204, "measure": "phần quà"}, False),
        (("1.204 hộ", 1204, "hộ"), {"value": 1205, "measure": "hộ"}, False),
        (("4.200m 2", 4200, "đất", "m 2"), {"value": 4200, "measure": "m2 đất"}, True),
        (("5 căn nhà", 5, "nhà", "căn"), {"value": 5, "measure": "căn nhà"}, True),
        (("5 căn nhà", 5, "trường", "căn"), {"value": 5, "measure": "căn nhà"}, False),
        (
            ("5 căn nhà", 5, "trường", "căn"),
            {"value": 5, "measure": "căn nhà", "alt": {"measure": ["trường học"]}},
            True,
        ),
    ],
)
def test_other_counts(figure: Any, gold: dict[str, Any], found: bool) -> None:
    text = "Có 1.204 hộ, 4.200m 2 đất, 5 căn nhà."
    score = judged(record(text, figures=(thing(text, *figure),)), other_counts=[{"text": "?", **gold}])
    assert counts(score, "other counts (recall)") == ((1, 0, 0) if found else (0, 1, 1))


@pytest.mark.parametrize(
    ("words", "value", "holds", "clear"),
    [
        ("1.204 hộ", 1204, True, True),
        ("3,4 ha", 3.4, True, True),
        ("6 tỷ", 6_000_000_000, True, True),
        ("5 hộ", 7, False, True),
        ("43/NQ", 43, True, False),
        ("7/9/2022", 7, True, False),
        ("năm 2021", 2021, True, False),
    ],
)
def test_figures_hold_their_number_and_are_no_codes(words: str, value: float, holds: bool, clear: bool) -> None:
    text = f"Theo số {words}-CP, đã làm."
    score = judged(record(text, figures=(thing(text, words, value, "hộ"),)))
    assert counts(score, "figures hold their number") == ((1, 0, 0) if holds else (0, 1, 1))
    assert counts(score, "no figure in dates and codes") == ((1, 0, 0) if clear else (0, 1, 1))


def test_named_models() -> None:
    text = "Mô hình Nhà sạch vườn đẹp."
    one = record(
        text, models=(Model(name="Nhà sạch vườn đẹp", quoted=True, span=span(text, "Nhà sạch vườn đẹp"), **SAID),)
    )
    names = ["nhà sạch, vườn đẹp", "Nhà sạch", "Ánh sáng"]
    score = judged(one, named_models=[*({"name": n} for n in names), {"name": "Khác", "optional": True}])
    assert counts(score, "named models (recall)") == (2, 1, 1)


def test_offsets_are_proved() -> None:
    one = full_record()
    total = len(list(one.spans()))
    assert counts(judged(one), "offsets exact") == (total, 0, 0)
    broken = one.model_copy(update={"article": one.article.model_copy(update={"text": " " + one.article.text})})
    assert counts(judged(broken), "offsets exact") == (0, total, total)


def test_rows_are_in_order_and_ratios_right() -> None:
    score = judged(
        record(TEXT, dates=(day(TEXT, "7/9/2022", "2022-09-07"),)),
        dates=[GOLD_DAY, {**GOLD_DAY, "start": "2020-01-01"}],
    )
    names = [name for name, _ in score.rows()]
    assert names == [name for name in ROWS if name in names]
    tally = dict(score.rows())["dates"]
    assert (tally.gold, tally.found, tally.precision, tally.recall, round(tally.f1, 3)) == (2, 1, 1.0, 0.5, 0.667)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hoà Bình", "HÒA  bình"), ("Thuỷ", "Thủy"), ("Ðông", "Đông"), ("khỏe", "khoẻ"), ("Quý", "quý")],
)
def test_names_fold(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold("Hòa") != fold("Hóa")


def test_abbreviations_are_written_out() -> None:
    assert spell_out("UBND xã") == spell_out("Ủy ban nhân dân xã")
    assert post_words("Trưởng Ban", "Ban Dân vận") == spell_out("Trưởng Ban Dân vận")
    assert post_words("Bí thư", None) == spell_out("Bí thư")


def test_the_article_is_found_by_its_file(tmp_path: Path) -> None:
    assert stem_of(record("x", "a"), ["a", "b"]) == "a"
    assert stem_of(record("x", "c"), ["a", "b"]) is None


def test_a_folder_is_scored(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (tmp_path / "one.txt").write_text(news("Yên Lập", 114), encoding="utf-8")
    (tmp_path / "other.txt").write_text("Không có gold.", encoding="utf-8")
    wanted = {**GOLD_COUNT, "text": "114 mô hình", "value": 114, "place": "Yên Lập"}
    import json

    (gold / "one.json").write_text(
        json.dumps({**NOTHING, "published": "2022-12-20T08:15", "model_counts": [wanted]}), encoding="utf-8"
    )
    (gold / "lost.json").write_text(json.dumps(NOTHING), encoding="utf-8")
    score, missing = score_folder(tmp_path, load_rules())
    assert (score.articles, missing) == (["one"], ["lost"])
    assert counts(score, "published") == (1, 0, 0)
    assert counts(score, "model counts") == (1, 0, 0)
    (gold / "lost.json").write_text("[]", encoding="utf-8")
    with pytest.raises(DanvanError, match=r"lost\.json"):
        score_folder(tmp_path, load_rules())
    with pytest.raises(UsageError, match="gold"):
        score_folder(gold, load_rules())


def test_spans_of_a_score_are_the_records() -> None:
    one = record(TEXT, dates=(day(TEXT, "7/9/2022", "2022-09-08"),))
    (missed, wrong) = [f for f in judged(one, dates=[GOLD_DAY]).faults if f.row == "dates"]
    assert (missed.sign, missed.offset) == ("-", 0)
    assert (wrong.sign, wrong.offset) == ("+", Span(start=5, end=13, text="7/9/2022").start)


@pytest.mark.parametrize(
    ("change", "lacking"),
    [
        ({"dates": None}, "dates"),
        ({"money": [{"text": "5 triệu đồng"}]}, r"money\[0\]\.amount"),
        ({"places": ["Thạch Hà"]}, r"places\[0\]\.name"),
    ],
)
def test_gold_that_lacks_something_is_one_line(tmp_path: Path, change: dict[str, Any], lacking: str) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "a.txt").write_text("Tin\n\n01/02/2020\n\nXã họp.\n", encoding="utf-8")
    (tmp_path / "gold" / "a.json").write_text(json.dumps({**NOTHING, **change}), encoding="utf-8")
    with pytest.raises(DanvanError, match=rf"a\.json: the gold lacks {lacking}; add it"):
        score_folder(tmp_path, load_rules())
