"""The named queries: what each answers over records made for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import duckdb
import pytest

from danvan.answers.weigh import weigh
from danvan.errors import UsageError
from danvan.messages import VALUES
from danvan.queries import find_query, load_queries, parse_query
from danvan.records import (
    ArticleRecord,
    Change,
    Figure,
    Money,
    Official,
    Period,
    Place,
    PlaceRef,
    Position,
)
from danvan.store.database import create_tables
from danvan.store.read import run_query
from danvan.store.write import RunFacts, Writer
from making import commune, count, counted, district, full_record, record, span, stock, stored, year

HERE = district("Thạch Hà", code="445")
PROVINCE = PlaceRef(code="42", name="Hà Tĩnh", kind="tỉnh", level="province", province="Hà Tĩnh")


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        create_tables(connection)
        yield connection


def ask(
    con: duckdb.DuckDBPyConnection, name: str, records: Sequence[ArticleRecord], given: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    Writer(con, RunFacts("1", "c"), lambda: datetime(2024, 1, 1)).write([stored(r) for r in records])
    query = find_query(name)
    rows = run_query(con, query.sql, query.bind(given or {}))
    return [dict(zip(rows.names, row, strict=True)) for row in rows]


def brief(rows: Sequence[Mapping[str, Any]], *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(row[key] for key in keys) for row in rows]


def one(value: float, **facets: Any) -> dict[str, Any]:
    """A count for huyện Thạch Hà in 2022, unless said otherwise."""
    return {"value": value, "place": HERE, "period": year(2022), **facets}


# Every case: counts, each in an article of its own, the first published in January 2023, the next a day later and so
# on; and what (year, models, status, cumulative) the district's rows say.
BEST: dict[str, tuple[list[dict[str, Any]], list[tuple[int, int, str, bool]]]] = {
    "one count": ([one(138)], [(2022, 138, "built", False)]),
    "never a sum": ([one(90), one(80)], [(2022, 80, "built", False)]),
    "newer goes before older": ([one(80), one(90)], [(2022, 90, "built", False)]),
    "built before the rest": (
        [one(5, status="registered"), one(4, status="recognised"), one(3, status="maintained"), one(2)],
        [(2022, 2, "built", False)],
    ),
    "maintained before recognised": (
        [one(3, status="maintained"), one(4, status="recognised"), one(5, status="registered")],
        [(2022, 3, "maintained", False)],
    ),
    "recognised before registered": (
        [one(4, status="recognised"), one(5, status="registered")],
        [(2022, 4, "recognised", False)],
    ),
    "other statuses never answer": (
        [one(v, status=s) for v, s in enumerate(["planned", "commended", "replicated", "launched", None], 1)],
        [],
    ),
    "exact before other bounds": ([one(138), one(140, bound="more_than")], [(2022, 138, "built", False)]),
    "a bound alone answers": ([one(140, bound="more_than")], [(2022, 140, "built", False)]),
    "a year before a half of it": (
        [one(138), one(60, period=year(2022, to="2022-06-30"))],
        [(2022, 138, "built", False)],
    ),
    "a bounded year before an exact half": (
        [one(130, bound="more_than"), one(60, period=year(2022, to="2022-06-30"))],
        [(2022, 130, "built", False)],
    ),
    "ten months before six": (
        [one(110, period=year(2022, to="2022-10-31")), one(60, period=year(2022, to="2022-06-30"))],
        [(2022, 110, "built", False)],
    ),
    "a year up to December is a year": (
        [one(138, period=year(2022, to="2022-12-10")), one(130, bound="about")],
        [(2022, 138, "built", False)],
    ),
    "half a year alone stands under its year": (
        [one(60, period=year(2022, to="2022-06-30"))],
        [(2022, 60, "built", False)],
    ),
    "several years stand under none": (
        [one(500, period=Period(start="2020-01-01", end="2022-12-31", cumulative=True))],
        [],
    ),
    "a stock stands under the year of its end": (
        [one(500, period=stock("2022-11-30"))],
        [(2022, 500, "built", True)],
    ),
    "a stock gives way to a count of the year": (
        [one(60, status="registered"), one(500, period=stock("2022-11-30"))],
        [(2022, 60, "registered", False)],
    ),
    "a stock within the year gives way too": (
        [one(60), one(500, period=Period(start="2022-01-01", end="2022-12-31", cumulative=True))],
        [(2022, 60, "built", False)],
    ),
    "of two stocks the later": (
        [one(520, period=stock("2022-12-01")), one(500, period=stock("2022-03-01"))],
        [(2022, 520, "built", True)],
    ),
    "years by themselves": (
        [one(138), one(120, period=year(2021))],
        [(2021, 120, "built", False), (2022, 138, "built", False)],
    ),
    "no period, no year": ([one(138, period=None)], []),
    "an open end, no year": ([one(138, period=Period(start="2022-01-01"))], []),
    "no place, no unit": ([one(138, place=None)], []),
    "parts by field, holder and level are no total": (
        [one(1, field="economy"), one(2, holder="collective"), one(3, level="district")],
        [],
    ),
    "a change is no count": ([one(3, change=Change(direction="up", than="plan"))], []),
    "a share is no count": ([one(15, of=17), one(90, unit="%")], []),
    "an average is no count": ([one(900, unit="mô hình/năm")], []),
    "two nouns are a count": ([one(33, unit="mô hình/điển hình")], [(2022, 33, "built", False)]),
    "another topic does not count": ([one(12, topic=None)], []),
    "another measure does not count": ([one(12, measure="điển hình")], []),
    "a range gives its lower end": ([one(30, high=35)], [(2022, 30, "built", False)]),
}


@pytest.mark.parametrize(("counts", "expected"), BEST.values(), ids=BEST.keys())
def test_the_best_report_answers(
    con: duckdb.DuckDBPyConnection, counts: list[dict[str, Any]], expected: list[tuple[int, int, str, bool]]
) -> None:
    records = [
        counted(c["value"], f"a{n}", published=f"2023-01-{n:02}", **{k: v for k, v in c.items() if k != "value"})
        for n, c in enumerate(counts, 1)
    ]
    rows = ask(con, "models-per-district-year", records)
    assert brief(rows, "year", "models", "status", "cumulative") == expected


def test_the_order_of_articles_does_not_matter(con: duckdb.DuckDBPyConnection) -> None:
    newer = counted(90, "a", published="2023-02-01", place=HERE, period=year(2022))
    older = counted(80, "b", published="2023-01-01", place=HERE, period=year(2022))
    undated = counted(70, "c", place=HERE, period=year(2022))
    assert brief(ask(con, "models-per-district-year", [newer, older, undated]), "models", "reports", "low", "high") == [
        (90, 3, 70, 90)
    ]


def test_a_row_says_what_it_rests_on(con: duckdb.DuckDBPyConnection) -> None:
    counts = [
        counted(138, "a", published="2022-12-23T22:19", place=HERE, period=year(2022)),
        counted(30, "b", published="2022-07-01", place=HERE, period=year(2022, to="2022-06-30"), high=35),
        counted(150, "c", published="2022-02-01", place=HERE, period=year(2022), status="registered"),
    ]
    (row,) = ask(con, "models-per-district-year", counts)
    assert row == {
        "province": "Hà Tĩnh",
        "district": "Thạch Hà",
        "code": "445",
        "year": 2022,
        "models": 138,
        "bound": "exact",
        "status": "built",
        "cumulative": False,
        "so_far": False,
        "period_start": date(2022, 1, 1),
        "period_end": date(2022, 12, 31),
        "as_of": date(2022, 12, 23),
        "reports": 3,
        "low": 30,
        "high": 138,
        "article": "a",
        "evidence": "Toàn huyện có 138 mô hình.",
    }


def article_with(*figures: dict[str, Any]) -> ArticleRecord:
    """One article that lists counts; `part_of` is an index into the list."""
    text = " ".join(f"Có {f['value']} mô hình." for f in figures)
    counts = []
    for f in figures:
        facets = {k: v for k, v in f.items() if k != "value"}
        if "part_of" in facets:
            facets.setdefault("partition", False)
        counts.append(count(text, f"{f['value']} mô hình", f["value"], **facets))
    return record(text, "list", published="2022-12-30", figures=tuple(counts))


NEAR = commune("Thạch Lạc", "Thạch Hà", code="18604")
WHOLES: dict[str, tuple[list[dict[str, Any]], list[tuple[str, int]], list[tuple[str, int]]]] = {
    # name: (counts, rows of districts, rows of communes)
    "the part of a commune is that commune's whole": (
        [one(138), one(12, place=NEAR, part_of=0)],
        [("Thạch Hà", 138)],
        [("Thạch Lạc", 12)],
    ),
    "a later stage answers for the whole": (
        [one(150, status="registered"), one(120, status="recognised", part_of=0)],
        [("Thạch Hà", 120)],
        [],
    ),
    "one year of several is a whole of its year": (
        [
            one(143, period=Period(start="2021-01-01", end="2022-12-31", cumulative=True)),
            one(58, period=year(2021), part_of=0, partition=True, list=0),
            one(85, part_of=0, partition=True, list=0),
        ],
        [("Thạch Hà", 58), ("Thạch Hà", 85)],
        [],
    ),
    "what is new this year is a whole of its year, the stock of its part": (
        [one(138, period=stock("2022-12-30")), one(34, part_of=0), one(9, period=stock("2022-12-30"), part_of=0)],
        [("Thạch Hà", 34)],
        [],
    ),
    "years of what the district recognises": (
        [
            one(236, status="registered", period=Period(start="2021-01-01", end="2022-12-31", cumulative=True)),
            *(
                one(v, status="recognised", level="district", period=year(y), part_of=0, list=0)
                for v, y in [(61, 2021), (87, 2022)]
            ),
        ],
        [("Thạch Hà", 61), ("Thạch Hà", 87)],
        [],
    ),
    "a subset of the same status does not": ([one(138), one(20, part_of=0)], [("Thạch Hà", 138)], []),
    "a subset of a field does not": (
        [one(138), one(34, field="economy", part_of=0), one(9, part_of=1)],
        [("Thạch Hà", 138)],
        [],
    ),
    "the stage of a part does not": (
        [
            one(138, status="registered"),
            one(34, holder="collective", part_of=0),
            one(9, status="recognised", part_of=1),
        ],
        [("Thạch Hà", 138)],
        [],
    ),
    "a part of something else is a whole": (
        [one(200, topic=None), one(138, part_of=0)],
        [("Thạch Hà", 138)],
        [],
    ),
    "what the unit's own body recognises is its whole": (
        [one(118, status="registered"), one(63, status="recognised", level="district", part_of=0)],
        [("Thạch Hà", 63)],
        [],
    ),
    "what another level recognises is not": (
        [one(118, status="registered"), one(5, status="recognised", level="province", part_of=0)],
        [("Thạch Hà", 118)],
        [],
    ),
    "a list by level is none": (
        [
            one(118, status="registered"),
            one(60, status="recognised", level="district", part_of=0, list=0),
            one(3, status="recognised", level="province", part_of=0, list=0),
        ],
        [("Thạch Hà", 118)],
        [],
    ),
    "of two totals in one article the larger": ([one(45), one(138)], [("Thạch Hà", 138)], []),
}


@pytest.mark.parametrize(("counts", "districts", "communes"), WHOLES.values(), ids=WHOLES.keys())
def test_which_parts_are_wholes(
    con: duckdb.DuckDBPyConnection,
    counts: list[dict[str, Any]],
    districts: list[tuple[str, int]],
    communes: list[tuple[str, int]],
) -> None:
    records = [article_with(*counts)]
    assert brief(ask(con, "models-per-district-year", records), "district", "models") == districts
    assert brief(ask(con, "models-per-commune-year", []), "commune", "models") == communes


def test_units_are_told_apart_by_code_and_without_one_by_all_names(con: duckdb.DuckDBPyConnection) -> None:
    places = [
        commune("Phú Lợi", "Giang Thành", "Kiên Giang", code="30797"),
        commune("Phú Lợi", "Định Quán", "Đồng Nai", code="26218"),
        commune("Phú Lợi", None, None),
        commune("Phú lợi", None, None),
        commune("Phú Lợi", None, "Đồng Tháp"),
    ]
    records = [counted(n, f"a{n}", place=p, period=year(2021)) for n, p in enumerate(places, 1)]
    rows = ask(con, "models-per-commune-year", records)
    assert sorted(brief(rows, "province", "district", "models", "reports"), key=lambda row: row[2]) == [
        ("Kiên Giang", "Giang Thành", 1, 1),
        ("Đồng Nai", "Định Quán", 2, 1),
        (None, None, 4, 2),
        ("Đồng Tháp", None, 5, 1),
    ]


def test_a_code_that_went_to_another_unit_is_another_unit(con: duckdb.DuckDBPyConnection) -> None:
    old = commune("Trúc Bạch", "Ba Đình", "Hà Nội", code="00004")
    new = commune("Ba Đình", None, "Hà Nội", code="00004")
    records = [counted(3, "a", place=old, period=year(2025)), counted(9, "b", place=new, period=year(2025))]
    rows = ask(con, "models-per-commune-year", records)
    assert sorted(brief(rows, "commune", "models")) == [("Ba Đình", 9), ("Trúc Bạch", 3)]
    assert {r["commune"]: r["district"] for r in rows} == {"Ba Đình": None, "Trúc Bạch": "Ba Đình"}


def test_levels_do_not_mix(con: duckdb.DuckDBPyConnection) -> None:
    town = PlaceRef(
        code="08542",
        name="Yên Lập",
        kind="thị trấn",
        level="commune",
        province="Phú Thọ",
        district="Yên Lập",
        commune="Yên Lập",
    )
    records = [
        counted(114, "a", place=district("Yên Lập", "Phú Thọ", "234"), period=year(2022)),
        counted(17, "b", place=town, period=year(2022)),
        counted(900, "c", place=PROVINCE, period=year(2022)),
    ]
    assert brief(ask(con, "models-per-district-year", records), "district", "models") == [("Yên Lập", 114)]
    assert brief(ask(con, "models-per-commune-year", []), "commune", "models") == [("Yên Lập", 17)]
    assert brief(ask(con, "models-per-province-year", []), "province", "models") == [("Hà Tĩnh", 900)]


def test_parameters_narrow_the_answer(con: duckdb.DuckDBPyConnection) -> None:
    records = [
        counted(1, "a", place=HERE, period=year(2021)),
        counted(2, "b", place=HERE, period=year(2022)),
        counted(3, "c", place=district("Yên Lập", "Phú Thọ", "234"), period=year(2022)),
    ]
    name = "models-per-district-year"
    assert brief(ask(con, name, records, {"year": "2022"}), "models") == [(2,), (3,)]
    assert brief(ask(con, name, [], {"province": "hà tĩnh", "year": "2022"}), "models") == [(2,)]
    assert brief(ask(con, name, [], {"district": "Yên Lập"}), "models") == [(3,)]


def test_rows_come_in_vietnamese_order(con: duckdb.DuckDBPyConnection) -> None:
    names = ["Đông Hà", "Dương Minh Châu", "An Phú", "Ân Thi"]
    records = [
        counted(n, f"a{n}", place=district(name, "X", str(n)), period=year(2022)) for n, name in enumerate(names, 1)
    ]
    rows = ask(con, "models-per-district-year", records)
    assert [r["district"] for r in rows] == ["An Phú", "Ân Thi", "Dương Minh Châu", "Đông Hà"]


def test_fields_stand_beside_their_total(con: duckdb.DuckDBPyConnection) -> None:
    counts = article_with(
        one(138),
        one(34, field="economy", part_of=0, partition=True),
        one(104, field="other", part_of=0, partition=True),
        one(5, field="economy", part_of=1),
    )
    rows = ask(con, "models-by-field", [counts])
    assert brief(rows, "level", "district", "field", "models", "share") == [
        ("district", "Thạch Hà", "other", 104, 75.4),
        ("district", "Thạch Hà", "economy", 34, 24.6),
    ]
    alone = counted(7, "b", place=NEAR, period=year(2022), field="economy")
    assert brief(ask(con, "models-by-field", [alone], {"level": "commune"}), "commune", "models", "share") == [
        ("Thạch Lạc", 7, None)
    ]


def appointed(id_: str, published: str | None, *posts: Position) -> ArticleRecord:
    text = "Đồng chí Lê Văn Tám phát biểu."
    who = Official(name="Lê Văn Tám", positions=posts, spans=(span(text, "Lê Văn Tám"),), rule="r", confidence=1)
    return record(text, id_, published=published, officials=(who,))


def test_the_directory_says_when_a_post_was_seen(con: duckdb.DuckDBPyConnection) -> None:
    deputy = Position(title="Phó Bí thư", body="Huyện ủy Thạch Hà", level="district", place=HERE)
    head = Position(title="Bí thư", body="Huyện ủy Thạch Hà", level="district", place=HERE)
    records = [
        appointed("a", "2020-05-01", deputy),
        appointed("b", "2021-05-01", deputy.model_copy(update={"title": "Phó bí thư"})),
        appointed("c", "2023-05-01", head),
        appointed("d", None, head),
    ]
    rows = ask(con, "officials-directory", records)
    assert brief(rows, "title", "district", "first_seen", "last_seen", "articles", "article") == [
        ("Bí thư", "Thạch Hà", date(2023, 5, 1), date(2023, 5, 1), 2, "c"),
        ("Phó bí thư", "Thạch Hà", date(2020, 5, 1), date(2021, 5, 1), 2, "b"),
    ]
    assert brief(ask(con, "officials-directory", [], {"title": "phó bí"}), "title") == [("Phó bí thư",)]
    assert ask(con, "officials-directory", [], {"name": "nguyễn"}) == []


def paid(id_: str, amount: int, **facets: Any) -> ArticleRecord:
    text = f"Chi {amount} đồng."
    given = {"basis": "total", "purpose": "làm đường", "place": HERE, "period": year(2022), **facets}
    return record(
        text, id_, money=(Money(amount=amount, span=span(text, f"{amount} đồng"), rule="r", confidence=1, **given),)
    )


def test_money_is_added_up_by_purpose_and_never_twice(con: duckdb.DuckDBPyConnection) -> None:
    records = [
        paid("a", 500),
        paid("b", 500, purpose="Làm đường"),
        paid("c", 300),
        paid("d", 60, basis="each"),
        paid("e", 7, currency="USD"),
        paid("f", 10**15, purpose=None, basis=None),
    ]
    keys = ("purpose", "currency", "basis", "sums", "total", "smallest", "largest", "articles")
    rows = [(str(p).lower() if p else None, *rest) for p, *rest in brief(ask(con, "money-by-purpose", records), *keys)]
    assert rows == [
        (None, "VND", None, 1, None, 10**15, 10**15, 1),
        ("làm đường", "VND", "total", 2, 800, 300, 500, 3),
        ("làm đường", "VND", "each", 1, None, 60, 60, 1),
        ("làm đường", "USD", "total", 1, 7, 7, 7, 1),
    ]


def test_counts_by_measure(con: duckdb.DuckDBPyConnection) -> None:
    text = "Trồng 5 cây, 20 - 30 cây, 90% cây."
    figures = tuple(
        Figure(measure="cây", unit=unit, value=value, high=high, span=span(text, words), rule="r", confidence=1)
        for unit, value, high, words in (
            ("cây", 5, None, "5 cây"),
            ("cây", 20, 30, "20 - 30 cây"),
            ("%", 90, None, "90%"),
        )
    )
    rows = ask(con, "counts-by-measure", [record(text, figures=figures), counted(7, "b")])
    assert brief(rows, "measure", "topic", "figures", "smallest", "largest", "articles") == [
        ("cây", None, 2, 5, 30, 1),
        ("mô hình", "dan_van_kheo", 1, 7, 7, 1),
    ]


def test_hectares_and_square_metres_are_not_compared(con: duckdb.DuckDBPyConnection) -> None:
    land = {"measure": "đất", "topic": None, "status": None, "place": HERE}
    records = [
        counted(45, "a", unit="ha đất", **land),
        counted(2, "b", unit="ha", **land),
        counted(12500, "c", unit="m² đất", **land),
        counted(300, "d", unit="m2 đất vườn", **land),
        counted(30, "e", unit="m2 đất/hộ", **land),
    ]
    rows = ask(con, "counts-by-measure", records)
    assert brief(rows, "measure", "dimension", "figures", "smallest", "largest") == [
        ("đất", "ha", 2, 2, 45),
        ("đất", "m2", 2, 300, 12500),
    ]


def test_articles_with_what_they_hold(con: duckdb.DuckDBPyConnection) -> None:
    rows = ask(con, "articles", [full_record("b"), record("Trống.", "a")])
    keys = ("article", "place", "models_counted", "figures", "money", "dates", "officials", "places", "models")
    assert brief(rows, *keys) == [
        ("b", "huyện Thạch Hà", 3, 4, 1, 1, 1, 2, 1),
        ("a", None, 0, 0, 0, 0, 0, 0, 0),
    ]
    assert brief(ask(con, "articles", [], {"year": "2022"}), "article") == [("b",)]


def test_unresolved_places_name_what_they_could_be(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "INSERT INTO units BY POSITION VALUES "
        "('91', 'province', 'tỉnh', 'Kiên Giang', NULL, '2004-08-31', '2025-07-01', NULL, NULL, NULL),"
        "('914', 'district', 'huyện', 'Giang Thành', '91', '2009-01-01', '2025-07-01', NULL, NULL, NULL),"
        "('30797', 'commune', 'xã', 'Phú Lợi', '914', '2009-01-01', '2025-07-01', NULL, NULL, NULL)"
    )
    text = "Xã Phú Lợi và thôn Đông, xã Lạ."
    said = {"rule": "r", "confidence": 1}
    places = (
        Place(
            kind="xã",
            name="Phú Lợi",
            level="commune",
            candidates=("30797", "26218"),
            spans=(span(text, "Xã Phú Lợi"),),
            **said,
        ),
        Place(kind="thôn", name="Đông", level="hamlet", spans=(span(text, "thôn Đông"),), **said),
        Place(kind="xã", name="Lạ", level="commune", spans=(span(text, "xã Lạ"),), **said),
    )
    rows = ask(con, "places-unresolved", [record(text, published="2022-01-14", places=places)])
    assert brief(rows, "name", "candidates") == [
        ("Lạ", None),
        ("Phú Lợi", "xã Phú Lợi, Giang Thành, Kiên Giang (30797)"),
    ]


@pytest.mark.parametrize("name", load_queries())
def test_every_query_says_what_it_gives(con: duckdb.DuckDBPyConnection, name: str) -> None:
    query = load_queries()[name]
    rows = run_query(con, query.sql, query.bind({p.name: "2022" for p in query.parameters}))
    assert list(rows.names) == list(query.columns)
    assert list(rows) == []
    assert set(query.title) == {"en", "vi"}
    assert set(query.brief) <= set(query.columns)
    assert all(query.columns.values())
    assert all(set(p.meaning) == {"en", "vi"} for p in query.parameters)


def test_a_query_refuses_what_it_does_not_know() -> None:
    with pytest.raises(UsageError, match="models-per-district-year"):
        find_query("models")
    with pytest.raises(UsageError, match="province, district, year"):
        find_query("models-per-district-year").bind({"month": "1"})


def test_the_header_is_read() -> None:
    query = parse_query(
        "x",
        "-- title: Two\n-- title.vi: Hai\n-- parameter: a INTEGER | an a | một a\n"
        "-- column: b | the b\n-- brief: b\nSELECT 1 AS b",
    )
    assert (query.title, query.brief, query.columns) == ({"en": "Two", "vi": "Hai"}, ("b",), {"b": "the b"})
    assert [(p.name, p.type, p.meaning["vi"]) for p in query.parameters] == [("a", "INTEGER", "một a")]


def test_explaining_an_answer(con: duckdb.DuckDBPyConnection) -> None:
    """The answer, its rivals in the order of the policy, and what cannot answer, each with its reason."""
    records = [
        counted(138, "a", published="2022-12-23", place=HERE, period=year(2022)),
        counted(60, "b", published="2022-07-01", place=HERE, period=year(2022, to="2022-06-30")),
        counted(150, "c", published="2022-02-01", place=HERE, period=year(2022), status="registered"),
        counted(140, "d", published="2022-12-01", place=HERE, period=year(2022), bound="more_than"),
        counted(130, "e", published="2022-12-20", place=HERE, period=year(2022)),
        counted(500, "f", published="2022-12-23", place=HERE, period=stock("2022-12-23")),
        counted(9, "g", place=HERE, period=year(2022), status="planned"),
        counted(12, "h", place=NEAR, period=year(2022)),
        counted(480, "i", place=HERE, period=Period(start="2020-01-01", end="2022-12-31", cumulative=True)),
        counted(77, "j", place=district("Cái Bè", "Tiền Giang", "819"), period=year(2022)),
    ]
    ask(con, "models-per-district-year", records)
    rows = weigh(con, "models-per-district-year", "thạch hà", 2022)
    told = [dict(zip(rows.names, row, strict=True)) for row in rows]
    assert brief(told, "verdict", "models", "reason") == [
        ("answer", 138, None),
        ("rival", 130, "newer"),
        ("rival", 140, "bound"),
        ("rival", 60, "extent"),
        ("rival", 150, "status"),
        ("rival", 500, "cumulative"),
        ("out", 9, "other_status"),
        ("out", 480, "several_years"),
        ("out", 12, "other_unit"),
    ]
    assert {row["reason"] for row in told[1:]} <= set(VALUES["reason"])
    assert {row["findings"] for row in told} == {None}


def test_an_answer_in_doubt_says_which_checks_found_it(con: duckdb.DuckDBPyConnection) -> None:
    records = [
        counted(138, "a", published="2022-12-23", place=HERE, period=year(2022)),
        counted(130, "b", published="2022-12-20", place=HERE, period=year(2022)),
    ]
    ask(con, "models-per-district-year", records)
    spans = "SELECT list({'article': article, 'start': start, 'end': start + 2, 'text': text}) FROM figures"
    for id_, check, state, article in (
        ("1", "percent", "open", "a"), ("2", "funnel", "open", "a"), ("3", "funnel", "dismissed", "b"),
    ):  # fmt: skip
        con.execute(
            'INSERT INTO findings (id, "check", severity, state, message_vi, message_en, settle_vi, settle_en, '
            "articles, spans, evidence, first_seen, last_changed) "
            f"SELECT $1, $2, 'error', $3, '', '', '', '', [$4], ({spans} WHERE article = $4), '', now(), now()",
            [id_, check, state, article],
        )
    rows = weigh(con, "models-per-district-year", "Thạch Hà", 2022)
    told = [dict(zip(rows.names, row, strict=True)) for row in rows]
    assert brief(told, "models", "findings") == [(138, "funnel, percent"), (130, None)]


def test_a_copy_answers_only_once(con: duckdb.DuckDBPyConnection) -> None:
    text = (
        "Năm 2022, toàn huyện Thạch Hà xây dựng được 138 mô hình Dân vận khéo ở các xã, thị trấn và cơ quan. "
        "Hội Phụ nữ huyện vận động 412 hội viên tham gia làm đường, trồng hoa trên các tuyến của thôn, xóm. "
        "Các tổ dân vận đã giúp 96 hộ chỉnh trang vườn, cổng, tường rào theo tiêu chí khu dân cư kiểu mẫu năm ấy."
    )

    def told(id_: str, lead: str, day: str, words: str = text) -> ArticleRecord:
        whole = f"{lead}\n{words}"
        figures = (
            count(whole, "138 mô hình", 138, place=HERE, period=year(2022)),
            count(whole, "412 hội viên", 412, measure="hội viên", unit="hội viên", topic=None),
            count(whole, "96 hộ", 96, measure="hộ", unit="hộ", topic=None),
        )
        return record(whole, id_, published=day, figures=figures)

    writer = Writer(con, RunFacts("1", "c"), lambda: datetime(2024, 1, 1))
    other = (
        "Ở Thạch Hà, một huyện khác hẳn về đất đai và con người, phong trào cũng có 138 mô hình trong năm 2022 vừa qua."
    )
    writer.write(
        [
            stored(told("first", "Thạch Hà tổng kết", "2022-12-20")),
            stored(told("again", "Theo Báo Hà Tĩnh", "2022-12-28")),
            stored(record(other, "own", figures=(count(other, "138 mô hình", 138, place=HERE, period=year(2022)),))),
        ]
    )
    writer.end(lambda path: True)
    assert con.execute("SELECT article, canonical FROM copies").fetchall() == [("again", "first")]
    rows = run_query(con, find_query("models-per-district-year").sql, find_query("models-per-district-year").bind({}))
    (row,) = (dict(zip(rows.names, r, strict=True)) for r in rows)
    assert (row["article"], row["reports"]) == ("first", 2)


def unit_rows(con: duckdb.DuckDBPyConnection, *codes: str) -> None:
    for code, name in (pair.split(" ", 1) for pair in codes):
        con.execute(
            "INSERT INTO units VALUES (?, 'commune', 'xã', ?, '445', '2004-08-31', '2025-07-01', NULL, NULL, NULL)",
            [code, name],
        )


def test_communes_are_added_up_only_where_the_district_is_silent(con: duckdb.DuckDBPyConnection) -> None:
    unit_rows(con, "18604 Thạch Lạc", "18607 Thạch Hải", "18610 Thạch Khê")
    far = commune("Thạch Hải", "Thạch Hà", code="18607")
    records = [
        counted(12, "a", place=NEAR, period=year(2022)),
        counted(9, "b", place=far, period=year(2022)),
        counted(7, "c", place=far, period=year(2022), status="registered"),
        counted(30, "d", place=NEAR, period=year(2021)),
        counted(138, "e", place=HERE, period=year(2021)),
    ]
    rows = ask(con, "models-from-communes", records)
    assert brief(rows, "district", "code", "year", "models", "status", "reporting", "communes", "added") == [
        ("Thạch Hà", "445", 2022, 21, "built", 2, 3, "Thạch Hải 9 + Thạch Lạc 12")
    ]


def test_each_status_by_its_own_best_report(con: duckdb.DuckDBPyConnection) -> None:
    records = [
        counted(150, "a", published="2022-02-01", place=HERE, period=year(2022), status="registered"),
        counted(140, "b", published="2022-07-01", place=HERE, period=year(2022, to="2022-06-30"), status="recognised"),
        counted(144, "c", published="2022-12-01", place=HERE, period=year(2022), status="recognised"),
        counted(12, "d", place=HERE, period=year(2022), status="commended"),
        counted(60, "e", place=HERE, period=year(2022), status="recognised", field="economy"),
        counted(300, "f", place=HERE, period=stock("2023-12-01"), status="maintained", bound="more_than"),
        counted(70, "g", place=HERE, period=year(2023, to="2023-06-30"), status="built"),
    ]
    rows = ask(con, "models-by-status", records)
    assert brief(rows, "year", "built", "maintained", "stocks", "partial", "inexact") == [
        (2022, None, None, None, None, None),
        (2023, 70, 300, ["maintained"], ["built"], ["maintained"]),
    ]
    assert brief(rows, "year", "registered", "built", "recognised", "maintained", "commended") == [
        (2022, 150, None, 144, None, 12),
        (2023, None, 70, None, 300, None),
    ]


def test_counts_of_a_place_are_never_added_up(con: duckdb.DuckDBPyConnection) -> None:
    gifts = {"measure": "phần quà", "unit": "suất quà", "topic": None, "status": None, "place": HERE}
    records = [
        counted(120, "a", published="2022-12-01", period=year(2022), **gifts),
        counted(150, "b", published="2022-12-02", period=year(2022), **gifts),
        counted(90, "c", published="2021-12-02", **gifts),
        counted(40, "d", published="2022-12-02", period=year(2022), of=60, **gifts),
    ]
    rows = ask(con, "counts-per-place-year", records, {"measure": "phần quà"})
    assert brief(rows, "year", "unit", "largest", "smallest", "figures", "article") == [
        (2021, "suất quà", 90, 90, 1, "c"),
        (2022, "suất quà", 150, 120, 2, "b"),
    ]


def test_money_by_place_and_year(con: duckdb.DuckDBPyConnection) -> None:
    records = [
        paid("a", 500),
        paid("b", 500),
        paid("c", 300, period=year(2021)),
        paid("d", 60, basis="each"),
        paid("e", 90, place=NEAR),
    ]
    rows = ask(con, "money-per-place-year", records)
    assert brief(rows, "district", "commune", "year", "basis", "sums", "total", "largest") == [
        ("Thạch Hà", None, 2021, "total", 1, 300, 300),
        ("Thạch Hà", None, 2022, "total", 1, 500, 500),
        ("Thạch Hà", None, 2022, "each", 1, None, 60),
        ("Thạch Hà", "Thạch Lạc", 2022, "total", 1, 90, 90),
    ]
