"""The database: what goes in comes out, nothing is half written, nothing is lost when it is replaced."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import StoreError
from danvan.reasons import Reason
from danvan.records import Official, Position
from danvan.store.database import FACT_TABLES, HISTORY_TABLES, open_for_writing
from danvan.store.read import describe, open_for_reading, read_records, read_table, run_query, table_names
from danvan.store.rows import fact_rows
from danvan.store.write import Refused, RunFacts, Writer
from making import commune, count, counted, district, full_record, record, span, stored, year

NOON = datetime(2024, 5, 6, 12, 0)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "facts.duckdb"


@pytest.fixture
def con(db: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = open_for_writing(db)
    yield connection
    connection.close()


def writer(con: duckdb.DuckDBPyConnection, rules: str = "r1") -> Writer:
    return Writer(con, RunFacts("1.0", "c1", rules, ["rules"], ["corpus"]), lambda: NOON)


def everything(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    return {name: con.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall() for name in table_names(con)}


def rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return con.execute(sql).fetchall()


def test_a_record_comes_back_as_it_went_in(con: duckdb.DuckDBPyConnection) -> None:
    records = [full_record("b"), full_record("a"), record("Không có gì.", "c")]
    assert writer(con).write([stored(r) for r in records]) == []
    assert list(read_records(con)) == sorted(records, key=lambda r: r.article.id)
    assert [r.article.id for r in read_records(con, ["b"])] == ["b"]


@pytest.mark.parametrize("memory", ["512MB", "1MB"])
def test_answers_are_kept_in_little_memory_or_in_more(
    con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch, memory: str
) -> None:
    monkeypatch.setattr("danvan.store.write._SETTLING_MEMORY", memory)
    one = writer(con)
    one.write([stored(r) for r in (full_record("a"), full_record("b"))])
    one.end(lambda path: True)
    assert rows(con, "SELECT count(*) FROM kept.model_claims") == rows(con, "SELECT count(*) FROM model_claims")
    assert rows(con, "SELECT key FROM meta WHERE key = 'answers'") == [("answers",)]
    assert rows(con, "SELECT article FROM copies") == [("b",)]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**15) | st.floats(0, 1e9, allow_nan=False),
            st.sampled_from(["built", "planned", None]),
            st.sampled_from([None, year(2022), year(2021, to="2021-06-30")]),
            st.sampled_from([None, district("Thạch Hà", code="445"), commune("Phú Lợi", None, None)]),
        ),
        max_size=4,
    )
)
def test_any_figures_come_back(facets: list[tuple[float, object, object, object]]) -> None:
    text = "Có 5 mô hình."
    figures = tuple(count(text, "5 mô hình", v, status=s, period=p, place=w) for v, s, p, w in facets)
    one = record(text, figures=figures)
    with duckdb.connect() as con:
        from danvan.store.database import create_tables

        create_tables(con)
        writer(con).write([stored(one)])
        assert list(read_records(con)) == [one]


def test_every_fact_row_bears_its_evidence(con: duckdb.DuckDBPyConnection) -> None:
    one = full_record()
    writer(con).write([stored(one)])
    for table in FACT_TABLES:
        found = rows(con, f'SELECT article, start, "end", text, sentence, rule, confidence FROM {table}')
        assert found, table
        for article, start, end, text, sentence, rule, confidence in found:
            assert article == "full"
            assert one.article.text[start:end] == text
            assert text.replace("\n", " ") in str(sentence)
            assert rule
            assert 0 <= float(str(confidence)) <= 1


def test_the_sentence_is_the_one_that_holds_the_span() -> None:
    text = "Câu một. Có 5 mô hình. Câu ba.\nNăm 2022 và 7\nmô hình."
    one = record(text, figures=(count(text, "5 mô hình", 5), count(text, "7\nmô hình", 7)))
    figures = fact_rows(one, stored(one).sentences)["figures"]
    assert [row[-3] for row in figures] == ["Có 5 mô hình.", "Năm 2022 và 7 mô hình."]


def test_a_post_stands_at_the_mention_that_names_it() -> None:
    text = "Anh Lê Tám đến. Ông Lê Tám, Bí thư Đảng ủy, phát biểu."
    spans = (span(text, "Lê Tám"), span(text, "Lê Tám", 1))
    posts = (Position(title="Bí thư", body="Đảng ủy"), Position(title="Chủ tịch"))
    one = record(text, officials=(Official(name="Lê Tám", positions=posts, spans=spans, rule="r", confidence=1),))
    positions = fact_rows(one, stored(one).sentences)["positions"]
    assert [row[-6] for row in positions] == [spans[1].start, spans[0].start]


def test_loading_again_changes_nothing(con: duckdb.DuckDBPyConnection) -> None:
    first = writer(con)
    first.write([stored(full_record(), "h1", "thô"), stored(counted(7, "b"), "h2")])
    first.refuse([Refused("x.txt", None, Reason("not text"), 3)])
    first.end(lambda path: True)
    before = everything(con)
    again = writer(con)
    assert again.knows("full", "h1")
    assert not again.knows("full", "h2")
    again.write([stored(full_record(), "h1", "thô"), stored(counted(7, "b"), "h2")])
    again.refuse([Refused("x.txt", None, Reason("not text"), 3)])
    again.end(lambda path: True)
    assert everything(con) == before
    assert (again.counts.unchanged, again.counts.added, again.run) == (2, 0, None)


def test_a_new_extraction_replaces_and_keeps_the_old_facts(con: duckdb.DuckDBPyConnection) -> None:
    old, new = counted(7, "a"), counted(8, "a")
    first = writer(con)
    first.write([stored(old, "h1", "thô"), stored(counted(1, "b"))])
    first.end(lambda path: True)
    second = writer(con, "r2")
    second.write([stored(new, "h2", "thô")])
    second.end(lambda path: True)
    assert second.counts.replaced == 1
    assert rows(con, "SELECT article, value, run FROM figures JOIN articles ON id = article ORDER BY id") == [
        ("a", 8, 2),
        ("b", 1, 1),
    ]
    assert rows(con, "SELECT article, value, run, replaced_by FROM history.figures") == [("a", 7, 1, 2)]
    assert rows(con, "SELECT id, text, raw, run, replaced_by FROM history.articles") == [
        ("a", old.article.text, "thô", 1, 2)
    ]
    assert rows(
        con, "SELECT run, state, added, replaced, unchanged, rules_hash, started, ended FROM runs ORDER BY run"
    ) == [
        (1, "finished", 2, 0, 0, "r1", NOON, NOON),
        (2, "finished", 0, 1, 0, "r2", NOON, NOON),
    ]


def test_the_history_mirrors_every_table(con: duckdb.DuckDBPyConnection) -> None:
    writer(con).write([stored(full_record(), "h1")])
    changed = full_record().model_copy(update={"dates": ()})
    second = writer(con)
    second.write([stored(changed, "h2")])
    for table in HISTORY_TABLES:
        expected = 1 if table == "articles" else len(fact_rows(full_record(), stored(full_record()).sentences)[table])
        assert len(rows(con, f"SELECT * FROM history.{table}")) == expected, table
    assert list(read_records(con)) == [changed]


def test_a_record_from_a_file_keeps_the_raw_text_of_the_same_body(con: duckdb.DuckDBPyConnection) -> None:
    writer(con).write([stored(counted(7, "a"), "h1", "bản thô")])
    judged = counted(7, "a", status="maintained")
    writer(con).write([stored(judged)])
    assert rows(con, "SELECT raw, input_hash FROM articles") == [("bản thô", None)]
    assert rows(con, "SELECT raw FROM history.articles") == [(None,)]


def test_other_rules_with_the_same_outcome_leave_the_facts_and_their_run(con: duckdb.DuckDBPyConnection) -> None:
    first = writer(con)
    first.write([stored(counted(7, "a"), "h1")])
    first.end(lambda path: True)
    second = writer(con, "r2")
    second.write([stored(counted(7, "a"), "h2")])
    assert second.counts.unchanged == 1
    assert rows(con, "SELECT run, input_hash, rules_hash FROM articles") == [(1, "h2", "r2")]
    assert rows(con, "SELECT count(*) FROM history.articles") == [(0,)]
    assert writer(con, "r2").knows("a", "h2")


def test_what_does_not_fit_comes_back_and_the_others_stay(con: duckdb.DuckDBPyConnection) -> None:
    text = "Tặng 5 đồng."
    from danvan.records import Money

    huge = record(text, "huge", money=(Money(amount=10**30, span=span(text, "5 đồng"), rule="r", confidence=1),))
    failed = writer(con).write([stored(counted(7, "a")), stored(huge), stored(counted(8, "b"))])
    assert [(a.record.article.id, "out of range" in reason) for a, reason in failed] == [("huge", True)]
    assert rows(con, "SELECT id FROM articles ORDER BY id") == [("a",), ("b",)]
    assert rows(con, "SELECT added FROM runs") == [(2,)]


def test_quarantine_holds_an_input_until_it_is_read_well(con: duckdb.DuckDBPyConnection) -> None:
    first = writer(con)
    first.refuse(
        [
            Refused("in/a.jsonl", "3", Reason("no text"), 10),
            Refused("in/b.txt", None, Reason("not text"), 20),
            Refused("other.txt", None, Reason("?"), 1),
        ]
    )
    first.end(lambda path: path.startswith("in/"))
    second = writer(con)
    second.refuse([Refused("in/a.jsonl", "3", Reason("another reason"), 10)])
    second.end(lambda path: path.startswith("in/"))
    assert rows(con, "SELECT path, item, reason, bytes, run FROM quarantine ORDER BY path") == [
        ("in/a.jsonl", "3", "another reason", 10, 2),
        ("other.txt", None, "?", 1, 1),
    ]


def test_a_failed_extraction_leaves_quarantine_when_it_succeeds(con: duckdb.DuckDBPyConnection) -> None:
    first = writer(con)
    first.refuse([Refused("a.txt", "a", Reason("extraction failed"), 10)])
    writer(con).write([stored(counted(7, "a"), "h1")])
    assert rows(con, "SELECT * FROM quarantine") == []


def test_a_name_that_is_no_utf8_is_kept_readable(con: duckdb.DuckDBPyConnection) -> None:
    writer(con).refuse([Refused("b\udcfei.txt", None, Reason("bad \udc80"), 1)])
    assert rows(con, "SELECT path, reason FROM quarantine") == [("b?i.txt", "bad ?")]


def test_a_run_that_was_killed_is_seen_as_interrupted(con: duckdb.DuckDBPyConnection) -> None:
    writer(con).write([stored(counted(7, "a"))])  # no end(): as a kill leaves it
    second = writer(con)
    second.write([stored(counted(8, "b"))])
    second.end(lambda path: True)
    assert rows(con, "SELECT run, state FROM runs ORDER BY run") == [(1, "interrupted"), (2, "finished")]


def test_units_are_loaded_once_a_rule_set(con: duckdb.DuckDBPyConnection) -> None:
    unit = {
        "code": "445",
        "level": "district",
        "kind": "huyện",
        "name": "Thạch Hà",
        "parent_code": "42",
        "valid_from": "2004-08-31",
        "valid_to": "2025-07-01",
        "source": "x",
        "lat": "18.4",
        "lon": "",
    }
    first = writer(con)
    first.replace_units([unit], "r1")
    first.replace_units([], "r1")
    assert rows(con, "SELECT code, name, CAST(valid_to AS VARCHAR), lat, lon FROM units") == [
        ("445", "Thạch Hà", "2025-07-01", 18.4, None)
    ]
    first.replace_units([{**unit, "name": "Mới"}], "r2")
    assert rows(con, "SELECT name FROM units") == [("Mới",)]


def test_a_database_that_another_process_holds_is_one_line(con: duckdb.DuckDBPyConnection, db: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from danvan.errors import StoreError\n"
        "from danvan.store.read import open_for_reading; from danvan.store.database import open_for_writing\n"
        "for how in (open_for_reading, open_for_writing):\n"
        "    try: how(Path(sys.argv[1]))\n"
        "    except StoreError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(db)], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all(str(db) in line and (str(os.getpid()) in line or "?" in line) for line in lines)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "not a DuckDB database"), (b"x" * 5000, "not a DuckDB database"), (None, "no database")],
)
def test_what_is_no_database_is_one_line(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "some.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=said) as caught:
        open_for_reading(path)
    assert "\n" not in str(caught.value)


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE mine (x INTEGER)")
    for opening in (open_for_reading, open_for_writing):
        with pytest.raises(StoreError, match="something else"):
            opening(path)
    with duckdb.connect(str(path)) as other:
        assert [r[0] for r in other.execute("SELECT table_name FROM duckdb_tables()").fetchall()] == ["mine"]


def test_another_version_of_the_tables_is_refused(con: duckdb.DuckDBPyConnection, db: Path) -> None:
    con.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    con.close()
    for opening in (open_for_reading, open_for_writing):
        with pytest.raises(StoreError, match="version 99"):
            opening(db)


def test_older_views_are_laid_over_in_reading_and_renewed_in_writing(con: duckdb.DuckDBPyConnection, db: Path) -> None:
    con.execute("UPDATE meta SET value = 'old' WHERE key = 'views'")
    con.execute("CREATE OR REPLACE VIEW models_per_year AS SELECT 'old' AS state")
    con.close()
    with open_for_reading(db) as reading:
        assert "unit_level" in run_query(reading, "SELECT * FROM models_per_year").names
    with open_for_writing(db) as writing:
        assert "unit_level" in [d[0] for d in writing.execute("SELECT * FROM models_per_year").description or ()]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM articles",
        "CREATE TABLE t (x INT)",
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY articles TO 'out.csv'",
        "SELECT 1; SELECT 2",
        "SELECT nothing FROM articles",
        "SELEC 1",
        "ATTACH 'x.duckdb'",
        "SET enable_external_access = true",
        "SELECT * FROM statement",
    ],
)
def test_sql_reads_the_database_and_nothing_else(con: duckdb.DuckDBPyConnection, db: Path, statement: str) -> None:
    con.close()
    with open_for_reading(db) as reading, pytest.raises(StoreError) as caught:
        list(run_query(reading, statement))
    assert "\n" not in str(caught.value)


def test_every_table_and_column_is_described(con: duckdb.DuckDBPyConnection) -> None:
    described = list(describe())
    assert all(meaning for *_, meaning in described)
    tables = {name for name in table_names(con) if "." not in name}
    assert {table for table, *_ in described} == tables
    missing = rows(
        con,
        "SELECT column_name FROM duckdb_columns() WHERE comment IS NULL AND schema_name IN ('history', 'extracted')",
    )
    assert missing == []


def test_tables_are_read_in_a_stable_order(con: duckdb.DuckDBPyConnection) -> None:
    writer(con).write([stored(counted(2, "b")), stored(full_record("a"))])
    figures = read_table(con, "figures")
    assert [row[:2] for row in figures] == [("a", 0), ("a", 1), ("a", 2), ("a", 3), ("b", 0)]
    assert [row[0] for row in read_table(con, "articles")] == ["a", "b"]
