"""Series by the units of another day: what is added up, and what is not answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import duckdb
import pytest

from danvan.answers.as_of import models_as_of
from danvan.answers.territory import Territory, communes_of_district
from danvan.errors import UsageError
from danvan.gazetteer import load_gazetteer
from danvan.records import ArticleRecord, PlaceRef
from danvan.ruleset import load_rules
from danvan.store.database import create_tables
from danvan.store.write import RunFacts, Writer
from making import commune, counted, district, stored, year

RULES = load_rules()
DISTRICTS = "models-per-district-year"


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        create_tables(connection)
        yield connection


def ask(
    con: duckdb.DuckDBPyConnection, query: str, day: str, records: Sequence[ArticleRecord], **given: str
) -> list[dict[str, Any]]:
    Writer(con, RunFacts("1", "c"), lambda: datetime(2024, 1, 1)).write([stored(r) for r in records])
    rows = models_as_of(con, query, date.fromisoformat(day), RULES, given)
    return [dict(zip(rows.names, row, strict=True)) for row in rows]


def province(name: str, code: str) -> PlaceRef:
    return PlaceRef(code=code, name=name, kind="tỉnh", level="province", province=name)


def told(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[key] for key in ("code", "year", "models", "how", "added", "reason", "reporting", "units"))


TIEN_GIANG, DONG_THAP = province("Tiền Giang", "82"), province("Đồng Tháp", "87")


def test_merged_provinces_are_added_up(con: duckdb.DuckDBPyConnection) -> None:
    records = [
        counted(300, "a", published="2023-01-10", place=TIEN_GIANG, period=year(2022)),
        counted(200, "b", published="2023-01-12", place=DONG_THAP, period=year(2022)),
        counted(310, "c", published="2024-01-10", place=TIEN_GIANG, period=year(2023)),
        counted(505, "d", published="2025-12-20", place=province("Đồng Tháp", "82"), period=year(2025)),
    ]
    rows = [told(r) for r in ask(con, "models-per-province-year", "2025-12-31", records)]
    assert rows == [
        ("82", 2022, 500, "merged", "tỉnh Tiền Giang 300 + tỉnh Đồng Tháp 200", None, 2, 2),
        ("82", 2023, None, "merged", "tỉnh Tiền Giang 310", "missing", 1, 2),
        ("82", 2025, 505, "same", None, None, 1, 1),
    ]


def test_parts_of_different_status_are_not_added(con: duckdb.DuckDBPyConnection) -> None:
    records = [
        counted(300, "a", published="2023-01-10", place=TIEN_GIANG, period=year(2022)),
        counted(200, "b", published="2023-01-12", place=DONG_THAP, period=year(2022), status="registered"),
    ]
    (row,) = ask(con, "models-per-province-year", "2025-12-31", records)
    assert (row["models"], row["reason"], row["status"]) == (None, "mixed", None)


def test_districts_have_no_successor_after_the_reform(con: duckdb.DuckDBPyConnection) -> None:
    place = district("Thạch Hà", code="445")
    (row,) = ask(
        con, DISTRICTS, "2025-12-31", [counted(138, "a", published="2022-12-23", place=place, period=year(2022))]
    )
    assert told(row) == ("445", 2022, None, None, "huyện Thạch Hà 138", "abolished", 1, None)


def test_land_that_came_later_is_not_answered(con: duckdb.DuckDBPyConnection) -> None:
    """On 1 January 2025 a part of Lộc Hà came to Thạch Hà: a number of 2022 does not cover it."""
    place = district("Thạch Hà", code="445")
    records = [counted(138, "a", published="2022-12-23", place=place, period=year(2022))]
    (before,) = ask(con, DISTRICTS, "2024-12-31", records)
    assert told(before) == ("445", 2022, 138, "same", None, None, 1, 1)
    (after,) = [told(r) for r in ask(con, DISTRICTS, "2025-03-01", [])]
    assert after == ("445", 2022, None, "merged", "huyện Thạch Hà 138", "split", 1, None)


def test_only_what_was_asked_for(con: duckdb.DuckDBPyConnection) -> None:
    records = [
        counted(138, "a", published="2022-12-23", place=district("Thạch Hà", code="445"), period=year(2022)),
        counted(90, "b", published="2022-12-23", place=district("Cái Bè", "Tiền Giang", "819"), period=year(2022)),
    ]
    assert [r["code"] for r in ask(con, DISTRICTS, "2024-12-31", records, district="cái bè", year="2022")] == ["819"]


def test_an_old_district_is_the_sum_of_its_communes(con: duckdb.DuckDBPyConnection) -> None:
    """A district whose new communes all lie in it, and each of which reports."""
    gazetteer = load_gazetteer(RULES)
    reform, last = date(2025, 7, 1), date(2025, 6, 30)
    territory = Territory(gazetteer, RULES.table("gazetteer/successions"), last)
    home, communes = next(
        (old.code, inside)
        for province in ("82", "91", "96", "66", "75")
        for old in gazetteer.children(province, last)
        for inside, partly in [communes_of_district(territory, old, gazetteer.children(province, reform))]
        if len(inside) > 1 and not partly
    )
    ref = gazetteer.ref(communes[0], reform)
    records = [
        counted(10 + i, f"r{i}", published="2026-01-10", period=year(2025, start="2025-07-01"),
                place=commune(c.name, None, ref.province, c.code))
        for i, c in enumerate(communes)
    ]  # fmt: skip
    rows = ask(con, DISTRICTS, "2025-06-30", records[:-1])
    (some,) = [r for r in rows if r["code"] == home]
    assert (some["models"], some["reason"], some["reporting"], some["units"]) == (
        None, "missing", len(communes) - 1, len(communes),
    )  # fmt: skip
    (row,) = [r for r in ask(con, DISTRICTS, "2025-06-30", records[-1:]) if r["code"] == home]
    assert row["models"] == sum(10 + i for i in range(len(communes)))
    assert (row["how"], row["reason"], row["so_far"]) == ("communes", None, True)


def new_commune(name: str, code: str, models: int) -> ArticleRecord:
    place = commune(name, None, "Cao Bằng", code)
    return counted(models, code, published="2026-01-10", place=place, period=year(2025, start="2025-07-01"))


HA_QUANG = [("Thông Nông", "01363"), ("Cần Yên", "01366"), ("Thanh Long", "01387"), ("Trường Hà", "01392"),
            ("Lũng Nặm", "01393"), ("Tổng Cọt", "01414"), ("Hà Quảng", "01438")]  # fmt: skip


def test_the_communes_of_an_old_district_are_those_of_the_day(con: duckdb.DuckDBPyConnection) -> None:
    """Thông Nông was a district of its own until it went into Hà Quảng on 1 February 2020."""
    records = [new_commune(name, code, at) for at, (name, code) in enumerate(HA_QUANG, start=10)]
    (late,) = [told(r) for r in ask(con, DISTRICTS, "2024-12-31", records)]
    assert (late[0], late[2], late[3], late[7]) == ("045", sum(range(10, 17)), "communes", 7)
    before = {r["code"]: (r["models"], r["units"]) for r in ask(con, DISTRICTS, "2019-12-31", [])}
    assert before == {"044": (10 + 11 + 12, 3), "045": (13 + 14 + 15 + 16, 4)}


def test_a_district_divided_among_communes_keeps_its_year(con: duckdb.DuckDBPyConnection) -> None:
    """Phường Trần Phú took in Hộ Độ, of Lộc Hà until 2024, and land of others: it says nothing of one of them alone."""
    place = commune("Trần Phú", None, "Hà Tĩnh", "18100")
    rows = ask(con, DISTRICTS, "2024-12-31", [
        counted(9, "a", published="2026-01-10", place=place, period=year(2025, start="2025-07-01"))
    ])  # fmt: skip
    assert {(r["year"], r["models"], r["reason"]) for r in rows} == {(2025, None, "split")}


def test_wrong_use(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UsageError, match="models-per-district-year"):
        ask(con, "money-by-purpose", "2024-12-31", [])
    with pytest.raises(UsageError, match="2004-08-31"):
        ask(con, DISTRICTS, "1999-12-31", [])


def test_what_became_of_a_unit() -> None:
    gazetteer = load_gazetteer(RULES)
    territory = Territory(gazetteer, RULES.table("gazetteer/successions"), date(2025, 8, 1))
    assert territory.fate("445", date(2022, 1, 1)).reason == "abolished"
    assert territory.fate("82", date(2024, 1, 1)).unit is not None
    assert territory.fate("00000", date(2024, 1, 1)).reason == "unknown"
    earlier = Territory(gazetteer, RULES.table("gazetteer/successions"), date(2025, 6, 30))
    merged = gazetteer.unit("82", date(2025, 8, 1)) or gazetteer.unit("87", date(2025, 8, 1))
    assert merged is not None
    assert earlier.fate(merged.code, date(2025, 8, 1)).reason == "grown"
