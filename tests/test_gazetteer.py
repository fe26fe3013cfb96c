"""The gazetteer: units by code, name, kind and day; the day decides, and doubt stays doubt."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from danvan.gazetteer import DEFAULT_DAY, Gazetteer, load_gazetteer, place_key
from danvan.records import PlaceRef
from danvan.ruleset import load_rules

GAZETTEER = load_gazetteer(load_rules())
LAYER = Path(__file__).parent / "layers" / "phu_hac"


@pytest.mark.parametrize(
    ("code", "day", "name", "kind"),
    [
        ("00004", "2025-06-30", "Trúc Bạch", "phường"),
        ("00004", "2025-07-01", "Ba Đình", "phường"),
        ("15", "2025-06-30", "Yên Bái", "tỉnh"),
        ("15", "2025-07-01", "Lào Cai", "tỉnh"),
        ("18652", "2019-12-31", "Thạch Tân", "xã"),
        ("18652", "2020-01-01", "Tân Lâm Hương", "xã"),
    ],
)
def test_a_code_belongs_to_a_day(code: str, day: str, name: str, kind: str) -> None:
    unit = GAZETTEER.unit(code, date.fromisoformat(day))
    assert unit is not None
    assert (unit.name, unit.kind) == (name, kind)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Đại Lôc", "Đại Lộc"), ("huyện dai loc", "huyện Đại Lộc"), ("Quang Nam", "Quảng Nam"),
        ("thành phố Hà Tỉnh", "thành phố Hà Tĩnh"), ("huyện Thạch Hà", "huyện Thạch Hà"), ("huyện Abcxyz", None),
    ],
)  # fmt: skip
def test_what_a_misspelt_name_may_stand_for(name: str, meant: str | None) -> None:
    assert GAZETTEER.meant(name) == meant


def test_a_code_that_is_free_on_the_day_gives_none() -> None:
    assert GAZETTEER.unit("204", date(2019, 12, 31)) is not None  # huyện Hoành Bồ
    assert GAZETTEER.unit("204", date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("thuỷ nguyên", "Thủy Nguyên"),
        ("HOÀ LẠC", "Hòa Lạc"),
        ("Mĩ Lợi B", "Mỹ Lợi B"),
        ("Qui Nhơn", "Quy Nhơn"),
        ("Cư Mgar", "Cư M'gar"),
        ("Ea H’leo", "Ea H'leo"),
        ("Phan Rang–Tháp Chàm", "Phan Rang - Tháp Chàm"),
        ("Đăk Lăk", "Đắk Lắk"),
    ],
)
def test_spellings_of_one_name(written: str, name: str) -> None:
    assert name in {unit.name for unit in GAZETTEER.versions(written)}


def test_key_keeps_what_tells_names_apart() -> None:
    assert place_key("Thúy Sơn") != place_key("Thủy Sơn")
    assert place_key("Quý Lộc") == place_key("Quí Lộc")
    assert place_key("Kỳ Sơn") == place_key("kì  sơn")
    assert place_key("Uy Nỗ") != place_key("Ui Nỗ")


def test_candidates_are_all_units_of_the_name() -> None:
    day = date(2022, 1, 14)
    assert [u.code for u in GAZETTEER.candidates("Phú Lợi", day, kind="xã")] == ["26218", "30142", "30797"]
    assert [u.code for u in GAZETTEER.candidates("Phú Lợi", day, kind="xã", within="91")] == ["30797"]
    assert GAZETTEER.candidates("Phú Lợi", day, kind="xã", within="48") == ()
    assert {u.kind for u in GAZETTEER.candidates("Yên Lập", day, within="25")} == {"huyện", "thị trấn"}


def test_no_day_means_the_last_day_with_districts() -> None:
    (unit,) = GAZETTEER.candidates("Thạch Hà", None, level="district")
    assert unit.kind == "huyện"
    assert GAZETTEER.unit("436", DEFAULT_DAY) is not None
    assert GAZETTEER.candidates("Bảo Yên", date(2025, 7, 1), level="district") == ()


def test_an_alias_holds_only_for_the_name_it_stands_for() -> None:
    assert [u.name for u in GAZETTEER.candidates("TPHCM", date(2020, 1, 1))] == ["Hồ Chí Minh"]
    names = {u.name for u in GAZETTEER.versions("Than Uyên", level="commune")}
    assert "Nông trường Than Uyên" in names


@pytest.mark.parametrize(
    ("code", "day", "names"),
    [
        ("30797", "2022-01-14", ("Kiên Giang", "Giang Thành", "Phú Lợi")),
        ("823", "2024-07-24", ("Tiền Giang", "Gò Công Tây", None)),
        ("38", "2024-07-24", ("Thanh Hóa", None, None)),
        ("474", "2024-12-31", ("Thừa Thiên Huế", "Huế", None)),
    ],
)
def test_refs_bear_the_names_of_the_day(code: str, day: str, names: tuple[str | None, ...]) -> None:
    at = date.fromisoformat(day)
    unit = GAZETTEER.unit(code, at)
    assert unit is not None
    ref = GAZETTEER.ref(unit, at)
    assert (ref.province, ref.district, ref.commune) == names
    assert ref.code == code


def test_after_the_reform_a_commune_has_no_district() -> None:
    day = date(2025, 10, 28)
    (unit,) = GAZETTEER.candidates("Bảo Yên", day, within="15")
    ref = GAZETTEER.ref(unit, day)
    assert (ref.kind, ref.province, ref.district) == ("xã", "Lào Cai", None)


def test_what_is_kept_of_one_article_for_the_next_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [f"{code:05}" for code in range(4, 400, 3)]
    day = date(2024, 1, 1)

    def refs(gazetteer: Gazetteer) -> list[tuple[PlaceRef, frozenset[str | None]]]:
        units = (gazetteer.unit(code, day) for code in codes)
        return [(gazetteer.ref(unit, day), gazetteer.codes(unit, day)) for unit in units if unit is not None]

    expected = refs(GAZETTEER)
    monkeypatch.setattr("danvan.gazetteer._LINEAGES_KEPT", 10)
    rules = load_rules()
    small = Gazetteer(rules.table("gazetteer/units"), rules.table("gazetteer/aliases"))
    assert refs(small) == expected
    assert len(expected) > 50
    assert max(len(small._lineages), len(small._codes), len(small._refs)) <= 10


def test_a_unit_that_is_gone_is_named_as_it_last_was() -> None:
    (old,) = GAZETTEER.versions("Hoành Bồ", kind="huyện")
    ref = GAZETTEER.ref(old, date(2023, 5, 1))
    assert (ref.province, ref.district) == ("Quảng Ninh", "Hoành Bồ")


def test_successors_are_those_of_the_last_day() -> None:
    (old,) = GAZETTEER.candidates("Bình Quý", date(2025, 6, 30), within="49")
    assert {"48"} == {heir.parent_code for heir in GAZETTEER.successors(old)}


def test_parents_agree_with_days_all_through_the_table() -> None:
    """Every commune and district lies in a unit of the next level on the first day of its version."""
    rows = load_rules().table("gazetteer/units")
    lost = [
        row["code"]
        for row in rows
        if row["parent_code"] and GAZETTEER.unit(row["parent_code"], date.fromisoformat(row["valid_from"])) is None
    ]
    assert lost == []


def test_a_layer_adds_units() -> None:
    layered = load_gazetteer(load_rules(LAYER))
    (commune,) = layered.candidates("Hoà Lạc", date(2023, 7, 20), within="991")
    assert (commune.name, layered.ref(commune, date(2023, 7, 20)).province) == ("Hòa Lạc", "Lam Giang")
    assert GAZETTEER.candidates("Phú Hạc", date(2023, 7, 20)) == ()


def test_loading_is_quick_and_cached() -> None:
    rules = load_rules()
    assert load_gazetteer(rules) is load_gazetteer(rules)
    begin = time.perf_counter()
    Gazetteer(rules.table("gazetteer/units"), rules.table("gazetteer/aliases"))
    assert time.perf_counter() - begin < 2.0  # 0.1 s on an idle machine
