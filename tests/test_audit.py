"""The audit: every check proves its cases, finds what does not add up in articles, and its ledger forgets nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import pytest

from danvan.api import extract
from danvan.audit import ledger
from danvan.audit.cases import prove
from danvan.audit.check import Check, load_checks, parse_check
from danvan.audit.run import compare_all, prepare
from danvan.cli import call
from danvan.errors import RuleError, StoreError, UsageError
from danvan.messages import VALUES, set_language
from danvan.ruleset import load_rules
from danvan.store.database import create_tables
from danvan.store.reviews import Word, review_fact
from danvan.store.write import RunFacts, Writer
from making import stored

CHECKS = load_checks()
OUTCOMES = {"differs", "agrees", "unclear"}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language(None)


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        create_tables(connection)
        yield connection


# The checks as such


@pytest.mark.parametrize("slug", CHECKS)
def test_check_proves_its_cases(slug: str) -> None:
    assert list(prove(CHECKS[slug])) == []


@pytest.mark.parametrize("slug", CHECKS)
def test_check_has_cases_that_fire_do_not_fire_and_stay_open(slug: str) -> None:
    cases = CHECKS[slug].cases
    assert all(set(case.expect) <= OUTCOMES for case in cases)
    assert sum("differs" in case.expect for case in cases) >= 1
    assert sum("differs" not in case.expect for case in cases) >= 2
    assert len({case.says for case in cases}) == len(cases)


def test_every_reason_has_its_words(con: duckdb.DuckDBPyConnection) -> None:
    views = [f.read_text("utf-8") for f in resources.files("danvan.audit").iterdir() if f.name.endswith(".sql")]
    told = set()
    for sql in [*views, *(check.sql for check in CHECKS.values())]:
        told |= {word for word in VALUES["reason"] if f"'{word}'" in sql}
    assert {"open_list", "may_be_nested", "doubtful_reading", "no_whole", "to_come", "inferred_date"} <= told


# From article to finding

HEAD = "Ngày 12/12/2022, huyện Thạch Hà (Hà Tĩnh) tổng kết phong trào thi đua “Dân vận khéo” năm 2022.\n"

# Every case: a check, an article, and the arithmetic or words that its findings must hold; none where all is well.
ARTICLES: dict[str, tuple[str, str, list[str]]] = {
    "fields two short of their total": (
        "breakdown-sum",
        HEAD + "Toàn huyện xây dựng được 138 mô hình “Dân vận khéo”, gồm 34 mô hình kinh tế, 28 mô hình văn hóa - xã "
        "hội, 37 mô hình quốc phòng - an ninh và 37 mô hình xây dựng hệ thống chính trị.",
        ["34 + 28 + 37 + 37 = 136"],
    ),
    "fields that close": (
        "breakdown-sum",
        HEAD + "Toàn huyện xây dựng được 138 mô hình “Dân vận khéo”, gồm 34 mô hình kinh tế, 30 mô hình văn hóa - xã "
        "hội, 37 mô hình quốc phòng - an ninh và 37 mô hình xây dựng hệ thống chính trị.",
        [],
    ),
    "a part that names its own part": (
        "breakdown-sum",
        HEAD + "Toàn huyện xây dựng được 121 mô hình “Dân vận khéo”, gồm: kinh tế 34, văn hóa - xã hội 52 (riêng phòng "
        "dịch 31), quốc phòng - an ninh 20, xây dựng hệ thống chính trị 15.",
        [],
    ),
    "a list left open": (
        "breakdown-sum",
        HEAD + "Toàn huyện xây dựng được 138 mô hình “Dân vận khéo”: 34 mô hình kinh tế, 28 mô hình văn hóa - xã hội…",
        [],
    ),
    "choices behind 'trong đó'": (
        "breakdown-sum",
        HEAD + "Toàn huyện xây dựng được 33 mô hình “Dân vận khéo”, trong đó 15/15 mô hình đạt cấp huyện, 14/14 mô "
        "hình đạt cấp tỉnh.",
        [],
    ),
    "holders above their total": (
        "breakdown-sum",
        HEAD + "Toàn huyện xây dựng được 143 mô hình “Dân vận khéo”, trong đó có 117 mô hình tập thể, 28 mô hình "
        "cá nhân.",
        ["117 + 28 = 145"],
    ),
    "more communes than there are": (
        "fraction",
        HEAD + "Đến nay đã có 24/22 xã, thị trấn xây dựng mô hình “Dân vận khéo”.",
        ["24/22"],
    ),
    "all communes": ("fraction", HEAD + "Đến nay đã có 22/22 xã, thị trấn xây dựng mô hình “Dân vận khéo”.", []),
    "gifts that cost more than they can": (
        "each-total",
        HEAD + "Mặt trận huyện trao 650 suất quà, mỗi suất 500.000 đồng, tổng trị giá 345 triệu đồng cho hộ nghèo.",
        ["650 × 500.000 = 325.000.000"],
    ),
    "gifts that cost what is said": (
        "each-total",
        HEAD + "Mặt trận huyện trao 650 suất quà, mỗi suất 500.000 đồng, tổng trị giá 325 triệu đồng cho hộ nghèo.",
        [],
    ),
    "a share with a wrong percentage": (
        "percent",
        HEAD + "Trong năm, huyện giải quyết 96/103 đơn thư, đạt 96,2%.",
        ["96 / 103 = 93,2 %"],
    ),
    "a share with the right percentage": (
        "percent",
        HEAD + "Trong năm, huyện giải quyết 96/103 đơn thư, đạt 93,2%.",
        [],
    ),
    "a rise that the years do not give": (
        "change",
        HEAD + "Năm 2022, toàn huyện xây dựng được 138 mô hình “Dân vận khéo”, tăng 36 mô hình so với năm 2021. "
        "Năm 2021, toàn huyện xây dựng được 112 mô hình “Dân vận khéo”.",
        ["138 - 36 = 102"],
    ),
    "a rise that the years give": (
        "change",
        HEAD + "Năm 2022, toàn huyện xây dựng được 138 mô hình “Dân vận khéo”, tăng 26 mô hình so với năm 2021. "
        "Năm 2021, toàn huyện xây dựng được 112 mô hình “Dân vận khéo”.",
        [],
    ),
    "another number in the title": (
        "caption-body",
        "Thạch Hà xây dựng 183 mô hình “Dân vận khéo” năm 2022\n\nNgày 12/12/2022, Huyện ủy Thạch Hà (Hà Tĩnh) tổng "
        "kết phong trào.\nNăm 2022, toàn huyện xây dựng được 138 mô hình “Dân vận khéo”.\nHội nghị biểu dương nhiều "
        "tập thể.",
        ["183 mô hình"],
    ),
    "a title that rounds": (
        "caption-body",
        "Thạch Hà xây dựng 140 mô hình “Dân vận khéo” năm 2022\n\nNgày 12/12/2022, Huyện ủy Thạch Hà (Hà Tĩnh) tổng "
        "kết phong trào.\nNăm 2022, toàn huyện xây dựng được 138 mô hình “Dân vận khéo”.\nHội nghị biểu dương nhiều "
        "tập thể.",
        [],
    ),
    "more recognised than registered": (
        "funnel",
        HEAD + "Năm 2022, toàn huyện đăng ký 120 mô hình “Dân vận khéo”. Qua thẩm định, Ban Chỉ đạo huyện công nhận "
        "131 mô hình “Dân vận khéo”.",
        ["131 > 120"],
    ),
    "fewer recognised than registered": (
        "funnel",
        HEAD + "Năm 2022, toàn huyện đăng ký 120 mô hình “Dân vận khéo”. Qua thẩm định, Ban Chỉ đạo huyện công nhận "
        "113 mô hình “Dân vận khéo”.",
        [],
    ),
    "a day that is in no calendar": (
        "date",
        "Ngày 31/11/2022, huyện Thạch Hà (Hà Tĩnh) tổng kết phong trào thi đua “Dân vận khéo”.",
        ["31/11/2022"],
    ),
    "a plan older than the directive that it puts into effect": (
        "date",
        HEAD + "Huyện ủy ban hành Kế hoạch số 45-KH/HU ngày 10/4/2012 về thực hiện Chỉ thị số 09-CT/TW ngày 03/6/2013 "
        "của Ban Bí thư.",
        ["ngày 03/6/2013"],
    ),
    "a plan and the directive before it": (
        "date",
        HEAD + "Huyện ủy ban hành Kế hoạch số 45-KH/HU ngày 10/4/2014 về thực hiện Chỉ thị số 09-CT/TW ngày 03/6/2013 "
        "của Ban Bí thư.",
        [],
    ),
    "a wrong weekday": (
        "date",
        "Sáng thứ Hai, ngày 12/04/2022, huyện Thạch Hà (Hà Tĩnh) sơ kết công tác dân vận quý I.",
        ["Tuesday"],
    ),
    "half a year above the year": (
        "part-year",
        "Ngày 26/12/2022, huyện Thạch Hà (Hà Tĩnh) tổng kết phong trào thi đua “Dân vận khéo” năm 2022.\nNăm 2022, "
        "toàn huyện xây dựng được 80 mô hình “Dân vận khéo”; 6 tháng đầu năm 2022, toàn huyện xây dựng được 88 mô hình "
        "“Dân vận khéo”.",
        ["88 > 80"],
    ),
}  # fmt: skip


def put(con: duckdb.DuckDBPyConnection, texts: Mapping[str, str]) -> None:
    records = [extract(text, source=name) for name, text in texts.items()]
    Writer(con, RunFacts("1", "c"), lambda: datetime(2024, 1, 1)).write([stored(r) for r in records])


def audit(con: duckdb.DuckDBPyConnection, checks: Sequence[Check], day: int = 1) -> list[dict[str, Any]]:
    ledger.update(con, compare_all(con, checks), [c.slug for c in checks], datetime(2024, 1, day))
    return ledger.findings(con, [c.slug for c in checks], ("open", "dismissed", "gone"))


def test_what_a_copy_says_alike_is_one_finding_with_both(con: duckdb.DuckDBPyConnection) -> None:
    """A copy that comes later joins the finding and opens nothing anew: it is no new evidence."""
    text = HEAD + "Toàn huyện xây dựng được 97 mô hình “Dân vận khéo”, gồm 72 tập thể và 26 cá nhân."
    put(con, {"a.txt": text})
    (alone,) = audit(con, [CHECKS["breakdown-sum"]])
    con.execute("UPDATE findings SET state = 'dismissed', dismissed_evidence = evidence, dismissed_by = 'K'")
    put(con, {"b.txt": "Tin đăng lại.\n\n" + text})
    first, second = (row[0] for row in con.execute("SELECT id FROM articles ORDER BY source").fetchall())
    con.execute("INSERT INTO copies VALUES (?, ?, 1, false)", [second, first])
    (both,) = audit(con, [CHECKS["breakdown-sum"]], day=3)
    assert (both["id"], both["state"], both["articles"]) == (alone["id"], "dismissed", [first, second])
    assert [s["text"] for s in both["spans"]] == ["97 mô hình", "72 tập thể", "26 cá nhân"] * 2
    assert con.execute("SELECT outcome, comparisons FROM coverage").fetchall() == [("differs", 1)]


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_to_findings(con: duckdb.DuckDBPyConnection, name: str) -> None:
    slug, text, wanted = ARTICLES[name]
    put(con, {"a.txt": text})
    found = [f for f in audit(con, [CHECKS[slug]]) if f["severity"] != "note"]
    assert len(found) == len(wanted)
    for finding, words in zip(found, wanted, strict=True):
        assert words in finding["message_en"]
        assert words.replace("Tuesday", "Thứ Ba") in finding["message_vi"]
        whole = con.execute("SELECT text FROM articles").fetchone()
        assert whole is not None
        for span in finding["spans"]:
            assert whole[0][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("name", [n for n, (_, _, wanted) in ARTICLES.items() if not wanted])
def test_innocent_articles_have_no_finding_of_any_check(con: duckdb.DuckDBPyConnection, name: str) -> None:
    put(con, {"a.txt": ARTICLES[name][1]})
    assert [f["message_en"] for f in audit(con, list(CHECKS.values())) if f["severity"] != "note"] == []


# The ledger

SUM = [CHECKS["breakdown-sum"]]
SHORT = ARTICLES["fields two short of their total"][1]


def test_a_second_audit_changes_nothing(con: duckdb.DuckDBPyConnection) -> None:
    put(con, {"a.txt": SHORT})
    first = audit(con, SUM, day=1)
    assert [f["state"] for f in first] == ["open"]
    assert audit(con, SUM, day=2) == first


def test_a_finding_goes_and_comes_back_as_the_same(con: duckdb.DuckDBPyConnection) -> None:
    put(con, {"a.txt": SHORT})
    first = audit(con, SUM, day=1)[0]
    con.execute("UPDATE figures SET value = 39 WHERE value = 37 AND field = 'political_system'")
    gone = audit(con, SUM, day=2)
    assert [(f["id"], f["state"], f["last_changed"].day) for f in gone] == [(first["id"], "gone", 2)]
    con.execute("UPDATE figures SET value = 37 WHERE value = 39")
    back = audit(con, SUM, day=3)
    assert [(f["id"], f["state"], f["first_seen"].day) for f in back] == [(first["id"], "open", 1)]


def test_dismissed_stays_so_until_its_evidence_changes(con: duckdb.DuckDBPyConnection) -> None:
    put(con, {"a.txt": SHORT})
    audit(con, SUM, day=1)
    con.execute("UPDATE findings SET state = 'dismissed', dismissed_evidence = evidence, dismissed_by = 'K'")
    assert [f["state"] for f in audit(con, SUM, day=2)] == ["dismissed"]
    con.execute("UPDATE figures SET value = 36 WHERE value = 37 AND field = 'political_system'")
    assert [f["state"] for f in audit(con, SUM, day=3)] == ["open"]
    con.execute("UPDATE figures SET value = 37 WHERE value = 36")
    assert [f["state"] for f in audit(con, SUM, day=4)] == ["dismissed"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({"status": "planned"}, "differs"), ({"value": "140"}, "unclear")],
    ids=["facet", "number"],
)
def test_a_number_that_a_person_corrected_is_no_fault_of_the_text(
    con: duckdb.DuckDBPyConnection, changes: dict[str, str], expected: str
) -> None:
    put(con, {"a.txt": SHORT})
    ((start,),) = con.execute("SELECT start FROM figures WHERE value = 138").fetchall()
    review_fact(con, f"a.txt:{start}", "figures", None, Word("correct", "Lan", datetime(2026, 1, 1), "", changes))
    [compared] = compare_all(con, SUM)
    assert expected in {c.outcome for c in compared.coverage}
    assert ("unclear" in {c.outcome for c in compared.coverage}) == (expected == "unclear")


def test_other_checks_are_left_as_they_were(con: duckdb.DuckDBPyConnection) -> None:
    put(con, {"a.txt": SHORT})
    audit(con, SUM, day=1)
    audit(con, [CHECKS["fraction"]], day=2)
    assert [f["state"] for f in ledger.findings(con, ["breakdown-sum"])] == ["open"]


# The command, and checks of the user's own


@dataclass
class Done:
    code: int
    out: str
    err: str


Danvan = Callable[..., Done]


@pytest.fixture
def danvan(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Danvan:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments: object) -> Done:
        code = call([str(a) for a in arguments])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run


@pytest.fixture
def db(tmp_path: Path, danvan: Danvan) -> Path:
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    path = tmp_path / "d.duckdb"
    assert danvan("run", tmp_path / "a.txt", "--db", path).code == 0
    return path


OWN = """/*
severity = "note"
[title]
en = "Round counts"
vi = "Số tròn"
[message]
en = "{stated} is round"
vi = "{stated} là số tròn"
[settle]
en = "the report"
vi = "báo cáo"
[[case]]
says = "a round one"
expect = ["differs"]
figures = [{ value = 100 }]
[[case]]
says = "another"
expect = ["agrees"]
figures = [{ value = 138 }]
*/
SELECT CASE WHEN value % 100 = 0 THEN 'differs' ELSE 'agrees' END AS outcome, concat_ws('|', article, "start") AS key,
    [span] AS spans, text AS stated, NULL AS computed
FROM claims WHERE topic = 'dan_van_kheo'
"""


def test_findings_by_the_contract(danvan: Danvan, db: Path) -> None:
    done = danvan("audit", "--db", db, "--format", "jsonl")
    assert done.code == 0
    [row] = [json.loads(line) for line in done.out.splitlines()]
    wanted = {"id", "check", "severity", "message", "articles", "spans", "stated", "computed"}
    assert wanted <= set(row)
    assert (row["check"], row["severity"], row["stated"], row["computed"]) == ("breakdown-sum", "error", "138", "136")
    assert {s["article"] for s in row["spans"]} == set(row["articles"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-on", "error"), 1),
        (("--fail-on", "note"), 1),
        (("--only", "fraction", "--fail-on", "note"), 0),
        (("--fail-on", "much"), 2),
        (("--only", "no-such-check"), 2),
    ],
)
def test_exit_codes(danvan: Danvan, db: Path, arguments: tuple[str, ...], code: int) -> None:
    assert danvan("audit", "--db", db, *arguments).code == code


def test_coverage_is_printed(danvan: Danvan, db: Path) -> None:
    done = danvan("audit", "--db", db, "--only", "breakdown-sum", "--lang", "en")
    assert "34 + 28 + 37 + 37 = 136" in done.out
    assert "What could be compared" in done.out
    assert "5 of 5 figures and sums of money were compared, 0 without a verdict, 0 have nothing beside them" in done.out


def test_what_agrees_and_what_stays_unclear_is_listed(danvan: Danvan, db: Path) -> None:
    agreeing = danvan("audit", "--db", db, "--outcome", "agrees", "--only", "date", "--format", "jsonl")
    rows = [json.loads(line) for line in agreeing.out.splitlines()]
    assert agreeing.code == 0
    assert {(row["check"], row["outcome"], row["reason"]) for row in rows} == {("date", "agrees", None)}
    differing = danvan("audit", "--db", db, "--outcome", "differs", "--format", "jsonl")
    [row] = [json.loads(line) for line in differing.out.splitlines()]
    assert row["arithmetic"] == "34 + 28 + 37 + 37 = 136"
    assert danvan("audit", "--db", db, "--outcome", "maybe").code == 2


def test_own_check_is_proved_and_run(danvan: Danvan, db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "round-count.sql").write_text(OWN, encoding="utf-8")
    assert danvan("audit", "--checks", folder, "--prove", "--only", "round-count").code == 0
    listed = danvan("audit", "--checks", folder, "--list", "--format", "jsonl")
    assert "round-count" in {json.loads(line)["check"] for line in listed.out.splitlines()}
    (tmp_path / "b.txt").write_text(HEAD + "Toàn huyện xây dựng được 200 mô hình “Dân vận khéo”.", encoding="utf-8")
    assert danvan("run", tmp_path / "b.txt", "--db", db).code == 0
    done = danvan("audit", "--db", db, "--checks", folder, "--only", "round-count", "--format", "jsonl", "--lang", "en")
    assert [json.loads(line)["message"] for line in done.out.splitlines()] == ["200 mô hình is round"]


def test_a_case_that_does_not_hold_is_told(danvan: Danvan, tmp_path: Path) -> None:
    (tmp_path / "round-count.sql").write_text(OWN.replace("value = 138", "value = 200"), encoding="utf-8")
    done = danvan("audit", "--checks", tmp_path, "--prove", "--only", "round-count", "--lang", "en")
    assert done.code == 1
    assert "case 'another': expected agrees, found differs" in done.out


@pytest.mark.parametrize(
    ("slug", "text", "fault"),
    [
        ("Round_Count", OWN, "lower-case letters and hyphens"),
        ("round-count", "SELECT 1", "no header"),
        ("round-count", OWN.replace('"note"', '"bad"', 1), "severity is"),
        ("round-count", OWN.replace("[settle]", "[remedy]"), "unknown key 'remedy'"),
        ("round-count", OWN.replace('vi = "Số tròn"\n', ""), "title needs en and vi"),
        ("round-count", OWN.replace("[[case]]", "[[cases]]"), "unknown key 'cases'"),
        ("round-count", OWN.replace('says = "another"\n', ""), "a [[case]] needs"),
        ("round-count", OWN[: OWN.index("*/") + 2], "no SELECT"),
        ("round-count", OWN.replace("severity = ", "severity : ", 1), "round-count.sql"),
    ],
)
def test_faulty_files_are_named_with_their_fault(slug: str, text: str, fault: str) -> None:
    with pytest.raises(UsageError, match=r"round-count\.sql") as caught:
        parse_check(slug, text, "own/round-count.sql")
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (OWN.replace(" AS stated", " AS said"), "lacks the column 'stated'"),
        (OWN.replace("[span] AS spans", "[span, NULL] AS spans"), "lacks a span"),
        (OWN.replace("'agrees' END", "'fine' END").replace("value % 100 = 0", "value < 0"), "'fine'"),
        (OWN.replace("{stated} is", "{number} is"), "column 'number'"),
        (OWN.replace("FROM claims", "FROM nothing"), "nothing"),
    ],
)
def test_faulty_queries_are_named_with_their_fault(con: duckdb.DuckDBPyConnection, text: str, fault: str) -> None:
    check = parse_check("round-count", text, "own/round-count.sql")
    put(con, {"a.txt": HEAD + "Toàn huyện xây dựng được 200 mô hình “Dân vận khéo”."})
    with pytest.raises(StoreError, match=r"round-count\.sql") as caught:
        list(compare_all(con, [check]))
    assert fault in str(caught.value)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        load_checks([tmp_path / "none"])


def test_the_check_of_readme_holds(danvan: Danvan, tmp_path: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    (sql,) = re.findall(r"```sql\n(/\*.+?)```", readme, re.DOTALL)
    (tmp_path / "many-in-a-commune.sql").write_text(sql, encoding="utf-8")
    assert danvan("audit", "--checks", tmp_path, "--prove", "--only", "many-in-a-commune").code == 0


# The words of the checks


def test_a_layer_of_rules_changes_what_a_check_reads(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text(
        '[[rule]]\nid = "says.plan"\nwords = ["mơ"]\nsource = "a test"\nexamples = ["huyện [mơ] 80 mô hình"]\n',
        encoding="utf-8",
    )
    prepare(con, load_rules(tmp_path, only=("audit",)))
    assert con.execute("SELECT says_plan('Năm 2022 huyện mơ '), says_plan('phấn đấu ')").fetchall() == [(True, False)]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('id = "says.x"\npattern = "a(?=b)"', "no look around"),
        ('id = "tells.x"\npattern = "a"', "the id is one of"),
    ],
)
def test_a_word_of_the_checks_that_cannot_be_a_macro(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, entry: str, message: str
) -> None:
    (tmp_path / "audit.toml").write_text(
        f'[[rule]]\n{entry}\nsource = "a test"\nexamples = ["[a]b"]\n', encoding="utf-8"
    )
    with pytest.raises(RuleError, match=message):
        prepare(con, load_rules(tmp_path, only=("audit",)))
