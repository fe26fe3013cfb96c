"""A named query as people ask it: units with their kind, misspelt names, years of which nothing is told."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from danvan.answers.asked import ask, explain
from danvan.batch import Batch
from danvan.errors import UsageError
from danvan.queries import find_query
from danvan.ruleset import load_rules
from danvan.store.read import open_for_reading
from making import news

QUERY = find_query("models-per-district-year")


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("asked")
    for name, count in (("Thạch Hà", 31), ("Yên Lập", 32)):
        text = news(name, count).replace("khéo”, vận động", "khéo”, trong đó có 20 mô hình kinh tế; vận động")
        (folder / f"{count}.txt").write_text(text, encoding="utf-8")
    Batch(paths=[str(folder)], db=folder / "a.duckdb", rules=load_rules()).run()
    connection = open_for_reading(folder / "a.duckdb")
    yield connection
    connection.close()


def asked(con: duckdb.DuckDBPyConnection, **given: str) -> tuple[list[int], list[str]]:
    rows, hints = ask(con, QUERY, QUERY.bind(given))
    return [row[rows.names.index("models")] for row in rows], hints


@pytest.mark.parametrize("name", ["Thạch Hà", "thạch hà", "huyện Thạch Hà", "Huyện  Thạch Hà"])
def test_a_unit_may_bear_its_kind(con: duckdb.DuckDBPyConnection, name: str) -> None:
    assert asked(con, district=name) == ([31], [])
    assert asked(con, district=name, year="2022") == ([31], [])


def test_where_nothing_is_found_it_says_what_there_is(con: duckdb.DuckDBPyConnection) -> None:
    found, (hint,) = asked(con, district="huyện Thach Ha")
    assert found == []
    assert "did you mean Thạch Hà?" in hint
    assert hint.endswith("the database has: Thạch Hà, Yên Lập")
    assert asked(con, district="Yên Lập", year="2020") == (
        [], ["year=2020: not there with district=Yên Lập; there the database has: 2022"],
    )  # fmt: skip
    assert asked(con, district="Cẩm Xuyên")[1] == ["district=Cẩm Xuyên: not there; the database has: Thạch Hà, Yên Lập"]


def test_after_the_reform_it_says_where_an_old_district_is_answered(con: duckdb.DuckDBPyConnection) -> None:
    found, hints = asked(con, district="Yên Lập", year="2025")
    assert found == []
    assert "--as-of 2025-06-30" in hints[-1]
    assert not any("--as-of" in hint for hint in asked(con, year="2024")[1])


@pytest.mark.parametrize("name", ["economy", "kinh tế", "Kinh tế"])
def test_a_code_may_be_its_word(con: duckdb.DuckDBPyConnection, name: str) -> None:
    query = find_query("models-by-field")
    rows, _ = ask(con, query, query.bind({"field": name}))
    assert [row[rows.names.index("models")] for row in rows] == [20, 20]


def test_a_word_for_a_number_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="year=hai: a whole number"):
        QUERY.bind({"year": "hai"})


@pytest.mark.parametrize("name", ["Thạch Hà", "huyện Thạch Hà", "huyện Thạch Hà, Hà Tĩnh", "Thạch Hà, tỉnh Hà Tĩnh"])
def test_a_unit_is_explained_by_any_of_its_names(con: duckdb.DuckDBPyConnection, name: str) -> None:
    rows, nothing = explain(con, QUERY.name, name, 2022, None)
    assert nothing == ""
    assert [row[rows.names.index("models")] for row in rows] == [31]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Thach Ha", "there is no count to be weighed (did you mean Thạch Hà?)"),
        ("Thạch Hà, Quảng Nam", "there is no count to be weighed"),
    ],
)
def test_what_is_not_there_is_not_explained(con: duckdb.DuckDBPyConnection, name: str, said: str) -> None:
    rows, nothing = explain(con, QUERY.name, name, 2022, None)
    assert list(rows) == []
    assert nothing == f"{name}, 2022: {said}"
