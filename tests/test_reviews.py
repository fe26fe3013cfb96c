"""What people say of facts: it survives every later extraction, asks again where all changed, and is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.answers.changes import changes_between
from danvan.errors import StoreError, UsageError
from danvan.privacy import load_names
from danvan.records import ArticleRecord
from danvan.ruleset import load_rules
from danvan.store import reviews
from danvan.store.database import FACT_TABLES, create_tables
from danvan.store.forget import articles_naming, forget, whole_name
from danvan.store.journal import read_journal
from danvan.store.read import read_records, read_table, table_names
from danvan.store.reviews import Word, import_reviews, listed, read_file, review_fact, undo
from danvan.store.write import RunFacts, Writer
from making import count, counted, full_record, record, span, stored

NOON = datetime(2024, 5, 6, 12, 0)


def fresh() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    create_tables(connection)
    return connection


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with fresh() as connection:
        yield connection


def write(con: duckdb.DuckDBPyConnection, *records: ArticleRecord, raw: str | None = None) -> None:
    """One run."""
    writer = Writer(con, RunFacts("1.0", "c1"), lambda: NOON)
    assert writer.write([stored(r, raw=raw) for r in records]) == []
    writer.end(lambda path: True)


def word(verdict: str, minutes: int = 0, **changes: str) -> Word:
    return Word(verdict, "Lan", NOON + timedelta(minutes=minutes), "vì thế", changes or None)


def values(con: duckdb.DuckDBPyConnection, table: str = "figures") -> list[tuple[object, ...]]:
    return con.execute(f"SELECT value, status FROM {table} ORDER BY article, nr").fetchall()


def states(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return [(row[2], row[1]) for row in listed(con, every=True) if row[2] != "undo"]


def everything(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    return {name: con.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in table_names(con)}


def test_a_correction_holds_through_later_extractions(con: duckdb.DuckDBPyConnection) -> None:
    write(con, counted(7, "a"))
    review_fact(con, "a:15", "figures", None, word("correct", value="9"))
    assert values(con) == [(9, "built")]
    assert values(con, "extracted.figures") == [(7, "built")]
    later = counted(7, "a", status="planned")
    write(con, later)
    assert values(con) == [(9, "planned")]
    assert values(con, "extracted.figures") == [(7, "planned")]
    assert values(con, "history.figures") == [(7, "built")]
    before = everything(con)
    write(con, later)
    assert everything(con) == before


def test_what_was_accepted_stays_where_a_later_extraction_finds_nothing(con: duckdb.DuckDBPyConnection) -> None:
    write(con, counted(7, "a"))
    review_fact(con, "a:15", None, None, word("accept"))
    write(con, record(counted(7, "a").article.text, "a"))
    assert values(con) == [(7, "built")]
    assert values(con, "extracted.figures") == []
    review_fact(con, "a:15", None, None, word("correct", 1, value="8"))
    assert values(con) == [(8, "built")]


def test_the_same_body_under_another_id_is_corrected_too(con: duckdb.DuckDBPyConnection) -> None:
    write(con, counted(7, "a"))
    review_fact(con, "a:15", None, None, word("correct", value="9"))
    write(con, counted(7, "b"))
    assert values(con) == [(9, "built"), (9, "built")]


TEXT = "Toàn huyện có 7 mô hình."


@pytest.mark.parametrize(
    ("text", "value", "expected", "state"),
    [
        # page furniture before and behind, a line broken anew: the sentence is there unchanged
        (f"Thứ ba, 5/5.\n{TEXT}\nIn bài này.", 7, 9, "holds"),
        (f"Thứ ba, 5/5.\n{TEXT}", 6, 9, "holds"),
        ("Menu.\nToàn huyện\ncó 7 mô hình.", 7, 9, "holds"),
        # another sentence, but the extraction says the same
        ("Toàn huyện nay có 7 mô hình.", 7, 9, "holds"),
        # both changed
        ("Toàn huyện có 8 mô hình.", 8, 8, "to_review"),
        ("Toàn huyện nay có 7 mô hình.", 70, 70, "to_review"),
    ],
)
def test_a_changed_body(con: duckdb.DuckDBPyConnection, text: str, value: float, expected: float, state: str) -> None:
    write(con, counted(7, "a"))
    review_fact(con, "a:15", None, None, word("correct", value="9"))
    words = "8 mô hình" if "8" in text else "7 mô hình"
    write(con, record(text, "a", figures=(count(text, words, value),)))
    assert values(con) == [(expected, "built")]
    assert states(con) == [("correct", state)]


def reading(id_: str, text: str, value: float, address: str = "https://bao.vn/tin") -> ArticleRecord:
    """One reading of a page. A changed text is an article of its own: its id goes with its text."""
    made = record(text, id_, figures=(count(text, f"{value:.0f} mô hình", value),))
    return made.model_copy(update={"article": made.article.model_copy(update={"title": "Tin huyện", "url": address})})


@pytest.mark.parametrize(
    ("text", "value", "expected", "state"),
    [
        (f"{TEXT}\nĐã cập nhật.", 7, 9, "holds"),
        ("Toàn huyện nay có 8 mô hình.", 8, 8, "to_review"),
    ],
)
def test_a_changed_page_keeps_its_words(
    con: duckdb.DuckDBPyConnection, text: str, value: float, expected: float, state: str
) -> None:
    write(con, reading("old", TEXT, 7))
    review_fact(con, "old:15", None, None, word("correct", value="9"))
    write(con, reading("new", text, value), reading("other", f"{TEXT} Khác.", 7, "https://bao.vn/khac"))
    told = "SELECT article, value FROM figures ORDER BY article"
    assert con.execute(told).fetchall() == [("new", expected), ("old", 9), ("other", 7)]
    assert states(con) == [("correct", state)]
    undo(con, next(iter(listed(con)))[0], None, word("undo", 1))
    assert con.execute(told).fetchall() == [("new", value), ("old", 7), ("other", 7)]


def test_a_word_on_a_reading_holds_in_the_later_ones_that_are_there(con: duckdb.DuckDBPyConnection) -> None:
    write(con, reading("old", TEXT, 7))
    write(con, reading("new", f"{TEXT}\nĐã cập nhật.", 7))
    review_fact(con, "old:15", None, None, word("correct", value="9"))
    assert values(con) == [(9, "built"), (9, "built")]
    review_fact(con, "new:15", None, None, word("correct", 1, value="6"))
    assert con.execute("SELECT article, value FROM figures ORDER BY 1").fetchall() == [("new", 6), ("old", 9)]


def test_a_word_on_the_new_body_settles_the_earlier_one(con: duckdb.DuckDBPyConnection) -> None:
    write(con, counted(7, "a"))
    review_fact(con, "a:15", None, None, word("correct", value="9"))
    text = f"Menu.\n{TEXT}"
    write(con, record(text, "a", figures=(count(text, "7 mô hình", 7),)))
    review_fact(con, f"a:{text.index('7')}", None, None, word("reject", 1))
    assert values(con) == []
    assert dict(states(con)) == {"correct": "settled", "reject": "holds"}


def test_undo_takes_back_one_word_at_a_time(con: duckdb.DuckDBPyConnection) -> None:
    write(con, full_record("a"))
    before = {t: con.execute(f"FROM {t}").fetchall() for t in FACT_TABLES}
    at = full_record().article.text.index("138")
    review_fact(con, f"a:{at}", None, None, word("correct", 0, value="9"))
    review_fact(con, f"a:{at}", None, None, word("correct", 1, status="planned"))
    assert values(con)[0] == (9, "planned")
    review_fact(con, f"a:{at}", None, None, word("reject", 2))
    assert len(values(con)) == 3
    for expected in ((9, "planned"), (9, "built"), (138, "built")):
        undo(con, f"a:{at}", None, word("undo", 3))
        assert values(con)[0] == expected
    assert {t: con.execute(f"FROM {t}").fetchall() for t in FACT_TABLES} == before
    assert con.execute("SELECT count(*) FROM reviewed").fetchall() == [(0,)]
    assert len(read_journal(con)) == 6
    with pytest.raises(UsageError, match="a:"):
        undo(con, f"a:{at}", None, word("undo", 4))


def test_a_rejected_total_leaves_its_parts_whole(con: duckdb.DuckDBPyConnection) -> None:
    one = full_record("a")
    write(con, one)
    review_fact(con, f"a:{one.article.text.index('138')}", None, None, word("reject"))
    (after,) = read_records(con)
    assert [(f.value, f.part_of, f.partition, f.list) for f in after.figures] == [
        (34, None, None, None), (3, None, None, None), (12, None, None, None),
    ]  # fmt: skip
    assert [m.items for m in after.money] == [2]


def test_people_and_posts(con: duckdb.DuckDBPyConnection) -> None:
    write(con, full_record("a"))
    at = full_record().article.text.index("Lê Văn Tám")
    with pytest.raises(UsageError, match="officials, positions"):
        review_fact(con, f"a:{at}", None, None, word("accept"))
    with pytest.raises(UsageError, match="1: Chủ tịch"):
        review_fact(con, f"a:{at}", "positions", None, word("accept"))
    review_fact(con, f"a:{at}", "positions", 1, word("reject"))
    review_fact(con, f"a:{at}", "officials", None, word("correct", name="Lê Văn Tâm"))
    (after,) = read_records(con)
    assert [(o.name, [p.title for p in o.positions], len(o.spans)) for o in after.officials] == [
        ("Lê Văn Tâm", ["Phó Bí thư Thường trực"], 2)
    ]
    assert con.execute("SELECT DISTINCT name FROM positions").fetchall() == [("Lê Văn Tâm",)]
    write(con, record(full_record().article.text, "a"))
    assert [o.name for r in read_records(con) for o in r.officials] == ["Lê Văn Tâm"]


@pytest.mark.parametrize(
    "changes",
    [{"value": "x"}, {"value": "1.586"}, {"status": "foo"}, {"nothing": "1"}, {"measure": ""}, {"place": "0"},
     {"part_of": "77"}, {"high": "1"}],
)  # fmt: skip
def test_a_wrong_correction_is_one_line_and_changes_nothing(
    con: duckdb.DuckDBPyConnection, changes: dict[str, str]
) -> None:
    write(con, counted(7, "a"))
    before = everything(con)
    with pytest.raises(UsageError, match=next(iter(changes))):
        review_fact(con, "a:15", None, None, word("correct", **changes))
    assert everything(con) == before


def test_a_fact_is_named_by_its_file_as_the_audit_prints_it(con: duckdb.DuckDBPyConnection) -> None:
    write(con, counted(7, "abc"))
    review_fact(con, "abc.txt:15", None, None, word("correct", value="9"))
    assert values(con) == [(9, "built")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"value": "abc"}, "a number is needed"),
        ({"period_end": "31/02/2022"}, "a day is needed"),
        ({"cumulative": "maybe"}, "true or false"),
        ({"status": "duy trì"}, "use registered, built, recognised, maintained"),
    ],
)
def test_a_wrong_value_says_what_is_wanted(con: duckdb.DuckDBPyConnection, changes: dict[str, str], said: str) -> None:
    write(con, counted(7, "a"))
    with pytest.raises(UsageError, match=said):
        review_fact(con, "a:15", None, None, word("correct", **changes))


def test_a_day_may_be_written_as_in_vietnam(con: duckdb.DuckDBPyConnection) -> None:
    write(con, counted(7, "a"))
    review_fact(con, "a:15", None, None, word("correct", period_start="01/02/2022", period_end="31/12/2022"))
    assert con.execute("SELECT CAST(period_end AS VARCHAR) FROM figures").fetchall() == [("2022-12-31",)]


@pytest.mark.parametrize("target", ["a", "a:", "b:15", "a:0", "a:x"])
def test_a_wrong_target_is_one_line(con: duckdb.DuckDBPyConnection, target: str) -> None:
    write(con, counted(7, "a"))
    with pytest.raises(UsageError, match=target.partition(":")[0]):
        review_fact(con, target, None, None, word("accept"))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "correct", "reject", "undo", "extract"]),
        st.integers(0, 2),
        st.integers(1, 99),
        st.text(st.characters(exclude_categories=("Cs",)), max_size=5),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_export_and_import_are_the_identity(steps: list[tuple[str, int, int, str]]) -> None:
    text = "Có 5 mô hình. Có 6 mô hình. Có 7 mô hình."
    words = [f"{n} mô hình" for n in (5, 6, 7)]
    with fresh() as con, fresh() as other:

        def extract(by: int) -> None:
            one = record(text, "a", figures=tuple(count(text, w, int(w[0]) * by) for w in words))
            write(con, one)
            write(other, one)

        extract(1)
        for minute, (verdict, which, value, why) in enumerate(steps):
            said = Word(verdict, "Lan", NOON + timedelta(minutes=minute), why, {"value": str(value)})
            target = f"a:{text.index(words[which])}"
            if verdict == "extract":
                extract(value)
            elif verdict == "undo":
                try:
                    undo(con, target, None, said)
                except UsageError:
                    continue
            else:
                review_fact(con, target, None, None, said)
        lines = reviews.export_lines(con)
        told = read_file("x", "\n".join(lines).encode())
        assert told == read_journal(con)
        assert import_reviews(other, told) == len(lines)
        assert import_reviews(other, told) == 0
        assert reviews.export_lines(other) == lines
        for table in ("figures", "reviews", "reviewed", "extracted.figures"):
            query = f"FROM {table} ORDER BY ALL"
            assert con.execute(query).fetchall() == other.execute(query).fetchall(), table


def test_a_file_with_one_bad_line_is_refused_whole(con: duckdb.DuckDBPyConnection) -> None:
    write(con, counted(7, "a"))
    review_fact(con, "a:15", None, None, word("accept"))
    (line,) = reviews.export_lines(con)
    for bad in ("{", line.replace('"accept"', '"reject"'), line[:-1] + ',"more":1}'):
        with pytest.raises(StoreError, match=r"f\.jsonl:2"):
            read_file("f.jsonl", f"{line}\n{bad}\n".encode())


def finding(con: duckdb.DuckDBPyConnection, evidence: str) -> None:
    con.execute(
        'INSERT OR REPLACE INTO findings (id, "check", severity, state, message_vi, message_en, settle_vi, '
        "settle_en, articles, spans, evidence, first_seen, last_changed) "
        "VALUES ('f1', 'c', 'error', 'open', 'v', 'e', 'v', 'e', ['a'], [], ?, ?, ?)",
        [evidence, NOON, NOON],
    )


def test_a_dismissed_finding_stays_so_until_its_evidence_changes(con: duckdb.DuckDBPyConnection) -> None:
    def state() -> object:
        return con.execute("SELECT state, dismissed_by FROM findings").fetchall()[0]

    finding(con, "e1")
    reviews.dismiss(con, "f", word("dismiss"))
    assert state() == ("dismissed", "Lan")
    finding(con, "e1")  # as in a database that is built anew
    reviews.settle_findings(con, NOON)
    assert state() == ("dismissed", "Lan")
    finding(con, "e2")
    reviews.settle_findings(con, NOON)
    assert state() == ("open", "Lan")
    assert states(con) == [("dismiss", "to_review")]
    undo(con, "f1", None, word("undo", 1))
    assert state() == ("open", None)
    with pytest.raises(UsageError, match="zz"):
        reviews.dismiss(con, "zz", word("dismiss"))


def test_diff_tells_what_came_went_and_changed(con: duckdb.DuckDBPyConnection) -> None:
    text = "Có 5 mô hình. Có 6 mô hình. Có 7 mô hình."
    write(con, record(text, "a", figures=(count(text, "5 mô hình", 5), count(text, "6 mô hình", 6))), counted(1, "b"))
    review_fact(con, "a:4", None, None, word("correct", value="50"))
    write(con, record(text, "a", figures=(count(text, "6 mô hình", 60), count(text, "7 mô hình", 7))), counted(2, "c"))
    rows, counts = changes_between(con, 1, 2)
    told = [(r[0], r[2], r[5], r[6], r[7]) for r in rows]
    assert [t[:3] for t in told] == [
        ("removed", "a", "5 mô hình"), ("changed", "a", "6 mô hình"), ("added", "a", "7 mô hình"),
    ]  # fmt: skip
    assert told[1][3:] == ({"value": 6}, {"value": 60})
    assert (told[0][3]["value"], told[0][4]) == (5, None)
    assert counts == {"added": 1, "removed": 1, "changed": 1, "articles": 1, "fresh": 1}
    for wrong in ((1, 9), (2, 1), (1, 1)):
        with pytest.raises(UsageError):
            changes_between(con, *wrong)


def test_a_forgotten_person_is_nowhere_and_does_not_come_back(con: duckdb.DuckDBPyConnection) -> None:
    one = full_record("a")
    raw = one.article.text.replace("Lê Văn Tám", "L&ecirc; Văn Tám") + " LÊ VĂN TÁM"
    write(con, record(one.article.text + " Hết.", "a"), raw=raw)
    write(con, one, raw=raw)
    at = one.article.text.index("Lê Văn Tám")
    review_fact(con, f"a:{at}", "officials", None, word("accept"))
    review_fact(con, f"a:{one.article.text.index('138')}", None, None, word("correct", value="9"))
    words = whole_name("đồng chí Lê Văn Tám")
    assert words == ["Lê", "Văn", "Tám"]
    assert articles_naming(con, words) == {"a"}
    assert forget(con, words, NOON) == 1
    text = one.article.text.replace("Lê Văn Tám", "██ ███ ███")

    def nowhere() -> None:
        for name, rows in everything(con).items():
            said = str(rows).lower()
            assert "lê văn tám" not in said, name
            assert "ecirc;" not in said, name
        for table in ("officials", "positions", "history.officials", "extracted.officials"):
            assert con.execute(f"FROM {table}").fetchall() == [], table
        (after,) = read_records(con)
        assert after.article.text == text
        assert len(after.figures) == len(one.figures)
        assert after.figures[0].value == 9

    nowhere()
    before = {name: rows for name, rows in everything(con).items() if name != "meta"}
    write(con, one, raw=raw)
    assert {name: rows for name, rows in everything(con).items() if name != "meta"} == before
    write(con, one.model_copy(update={"dates": ()}), raw=raw)
    nowhere()
    with pytest.raises(UsageError, match="Tám"):
        whole_name("Tám")


def test_exports_leave_private_names_out(con: duckdb.DuckDBPyConnection) -> None:
    from danvan.exports import record_without_names, without_names

    text = "Mô hình “Nhà sạch” của bà Nguyễn Thị Hoa. Ông Lê Văn Tám, Bí thư, dự. Có 5 mô hình của bà Nguyễn Thị Hoa."
    full = full_record()
    model = full.models[0].model_copy(update={"owner": "bà Nguyễn Thị Hoa", "span": span(text, "Nhà sạch")})
    person = full.officials[0].model_copy(update={"spans": (span(text, "Lê Văn Tám"),)})
    one = record(text, "a", models=(model,), officials=(person,), figures=(count(text, "5 mô hình", 5),))
    write(con, one, raw=text)
    names = load_names(con, load_rules())
    for table in ("articles", "models", "figures", "officials", "positions", "mentions"):
        rows = without_names(read_table(con, table), names)
        said = str([list(row) for row in rows])
        assert "Nguyễn Thị Hoa" not in said, table
        assert ("Lê Văn Tám" in said) == (table in {"articles", "officials", "positions", "mentions"})
    clean = record_without_names(one, names)
    assert clean.article.text == text.replace("Nguyễn Thị Hoa", "██████ ███ ███")
    assert clean.models[0].owner is None
    assert clean.officials == one.officials


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from danvan.cli import call
    from danvan.store.database import open_for_writing

    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("DANVAN_REVIEWER", raising=False)
    db, file = tmp_path / "x.duckdb", tmp_path / "r.jsonl"
    with open_for_writing(db) as con:
        write(con, counted(7, "a"))

    def run(*words: str) -> tuple[int, str]:
        code = call([*words, "--db", str(db)])
        done = capsys.readouterr()
        return code, done.out + done.err

    assert run("review", "accept", "a:15")[0] == 2
    assert "--by" in run("review", "accept", "a:15")[1]
    assert "--why" in run("review", "reject", "a:15", "--by", "Lan")[1]
    monkeypatch.setenv("DANVAN_REVIEWER", "Lan")
    assert run("review", "correct", "a:15", "--set", "value", "--why", "x")[0] == 2
    assert run("review", "correct", "a:15", "--set", "value=9", "--why", "x")[0] == 0
    assert "value=9" in run("review", "list")[1]
    assert run("review", "list", "--state", "foo")[0] == 2
    assert run("review", "export", str(file))[0] == 0
    assert "0 new of 1" in run("review", "import", str(file))[1]
    assert run("review", "import", str(tmp_path / "none"))[0] == 2
    assert run("review", "undo", "a:15")[0] == 0
    assert run("diff", "1", "2")[0] == 2
    assert run("forget", "Lê Văn Tám")[0] == 2
    assert run("forget", "Lê Văn Tám", "--yes")[0] == 0
