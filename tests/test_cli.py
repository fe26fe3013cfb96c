"""The command line as a user meets it: what is printed where, the exit codes, one line for whatever goes wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from danvan.cli import call
from danvan.messages import set_language
from danvan.records import ArticleRecord
from making import full_record, news


@dataclass
class Done:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


Danvan = Callable[..., Done]


@pytest.fixture
def danvan(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Danvan]:
    """Runs one command in this process, in English unless it says otherwise."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments: object, stdin: str | bytes | None = None) -> Done:
        if stdin is not None:
            data = stdin.encode() if isinstance(stdin, str) else stdin
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = call([str(a) for a in arguments])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    yield run
    set_language(None)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "gold").mkdir(parents=True)
    (folder / "thach-ha.txt").write_text(news("Thạch Hà", 138), encoding="utf-8")
    (folder / "yen-lap.txt").write_text(news("Yên Lập", 114), encoding="utf-8")
    (folder / "gold" / "x.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def db(danvan: Danvan, corpus: Path, tmp_path: Path) -> Path:
    path = tmp_path / "facts.duckdb"
    assert danvan("run", corpus, "--db", path).code == 0
    return path


def one_error(done: Done, code: int, *said: str) -> None:
    """Nothing on standard output, one line on standard error that says all this."""
    assert (done.code, done.out) == (code, "")
    assert len(done.lines) == 1, done.err
    assert done.lines[0].startswith("danvan: error: ")
    for words in said:
        assert words in done.lines[0]


def test_run_loads_and_says_how_much(danvan: Danvan, corpus: Path, tmp_path: Path) -> None:
    done = danvan("run", corpus, "--db", tmp_path / "new" / "facts.duckdb")
    assert (done.code, done.out) == (0, "")
    assert "no articles, passed over: 1 .json" in done.err
    assert "2 new, 0 replaced, 0 unchanged, 0 in quarantine (" in done.err
    again = danvan("run", corpus, "--db", tmp_path / "new" / "facts.duckdb", "--lang", "vi")
    assert "0 bài mới, 0 bài thay, 2 bài không đổi" in again.err


def test_the_answers(danvan: Danvan, db: Path) -> None:
    rows = json.loads(danvan("query", "models-per-district-year", "--db", db, "--format", "json").out)
    assert [
        (r["province"], r["district"], r["code"], r["year"], r["models"], r["status"], r["cumulative"]) for r in rows
    ] == [
        ("Hà Tĩnh", "Thạch Hà", "445", 2022, 138, "built", False),
        ("Phú Thọ", "Yên Lập", "234", 2022, 114, "built", False),
    ]
    assert rows[0]["evidence"].startswith("Năm 2022, toàn huyện Thạch Hà")
    narrow = danvan(
        "query",
        "models-per-district-year",
        "-p",
        "province=Phú Thọ",
        "--param",
        "year=2022",
        "--db",
        db,
        "--format",
        "csv",
    )
    assert [r["district"] for r in csv.DictReader(io.StringIO(narrow.out))] == ["Yên Lập"]


def test_a_table_speaks_the_language_that_is_asked_for(danvan: Danvan, db: Path) -> None:
    for arguments in (
        ("--lang", "vi", "query", "models-per-district-year"),
        ("query", "models-per-district-year", "--lang=vi"),
    ):
        out = danvan(*arguments, "--db", db).out
        assert "Huyện" in out
        assert "xây dựng" in out
    assert "District" in danvan("query", "models-per-district-year", "--db", db).out


def test_queries_are_listed(danvan: Danvan) -> None:
    done = danvan("query", "--format", "json")
    assert {"models-per-commune-year", "officials-directory"} <= {row["query"] for row in json.loads(done.out)}


def test_extract_prints_records(danvan: Danvan, corpus: Path) -> None:
    done = danvan("extract", corpus)
    records = [ArticleRecord.model_validate_json(line) for line in done.out.splitlines()]
    assert (done.code, len(records)) == (0, 2)
    assert json.loads(danvan("extract", corpus, "--format", "json").out) == [
        json.loads(line) for line in done.out.splitlines()
    ]
    facts = list(csv.DictReader(io.StringIO(danvan("extract", corpus, "--format", "csv").out)))
    assert {"figure", "date", "official", "place", "money"} <= {fact["kind"] for fact in facts}
    one = next(f for f in facts if f["kind"] == "figure" and "138" in f["text"])
    text = records[0].article.text
    assert text[int(one["start"]) : int(one["end"])] == one["text"]


def test_extract_reads_standard_input_and_what_is_said_beside_it(danvan: Danvan) -> None:
    done = danvan("extract", "-", "--published", "04/11/2022", stdin="Ngày 3/11, hội nghị diễn ra.")
    record = ArticleRecord.model_validate_json(done.out)
    assert record.article.published == "2022-11-04"
    assert [d.start for d in record.dates] == ["2022-11-03"]


def test_extract_tells_of_what_it_cannot_read_and_goes_on(danvan: Danvan, corpus: Path) -> None:
    (corpus / "bad.jsonl").write_text('{"text": "Một bài."}\n{"nothing": 1}\n', encoding="utf-8")
    done = danvan("extract", corpus)
    assert done.code == 1
    assert len(done.out.splitlines()) == 3
    (told,) = [line for line in done.lines if "bad.jsonl" in line]
    assert "2" in told
    assert "bytes" in told


def test_load_takes_what_extract_gives(danvan: Danvan, corpus: Path, tmp_path: Path, db: Path) -> None:
    records = tmp_path / "records.jsonl"
    assert danvan("extract", corpus, "--output", records).code == 0
    other = tmp_path / "other.duckdb"
    assert danvan("load", records, "--db", other).code == 0
    assert danvan("load", "-", "--db", other, stdin=records.read_bytes()).code == 0
    name = "models-per-district-year"
    assert (
        danvan("query", name, "--db", other, "--format", "csv").out
        == danvan("query", name, "--db", db, "--format", "csv").out
    )
    back = danvan("export", "records", "--db", other).out
    assert sorted(back.splitlines()) == sorted(records.read_text(encoding="utf-8").splitlines())


def test_load_quarantines_what_is_no_record(danvan: Danvan, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text(full_record().model_dump_json() + "\n{}\n", encoding="utf-8")
    done = danvan("load", records, "--db", tmp_path / "x.duckdb")
    assert done.code == 1
    assert "records.jsonl, record 2: not a record" in done.err


def test_sql(danvan: Danvan, db: Path) -> None:
    done = danvan("sql", "SELECT article, value FROM figures WHERE value = 138", "--db", db, "--format", "jsonl")
    assert [json.loads(line)["value"] for line in done.out.splitlines()] == [138]
    assert danvan("sql", "-", "--db", db, "--format", "csv", stdin="SELECT 1 AS one").out == "one\n1\n"


@pytest.mark.parametrize("statement", ["DROP TABLE figures", "SELECT * FROM nowhere", "SELECT 1; SELECT 2", ""])
def test_sql_that_is_wrong_is_one_line(danvan: Danvan, db: Path, statement: str) -> None:
    one_error(danvan("sql", statement, "--db", db), 1, "sql: ")


def test_what_a_query_writes_names_no_private_person(danvan: Danvan, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Tam Nông có thêm nhà mới\n\nPhú Thọ, ngày 4/3/2021\n\nNăm 2020, huyện Tam Nông hỗ trợ 40 triệu đồng để ông "
        "Nguyễn Văn Khuất làm nhà.\n",
        encoding="utf-8",
    )
    db = tmp_path / "a.duckdb"
    assert danvan("run", tmp_path / "a.txt", "--db", db).code == 0
    asked = ("query", "money-by-purpose", "--db", db, "--format", "csv")
    assert "Khuất" not in danvan(*asked).out
    assert "40000000" in danvan(*asked).out
    assert "Khuất" in danvan(*asked, "--with-names").out


def test_export(danvan: Danvan, db: Path, tmp_path: Path) -> None:
    figures = list(csv.DictReader(io.StringIO(danvan("export", "figures", "--db", db, "--format", "csv").out)))
    assert {f["measure"] for f in figures} >= {"mô hình"}
    folder = tmp_path / "out"
    assert danvan("export", "figures", "money", "--db", db, "--output", folder, "--format", "parquet").code == 0
    assert sorted(p.name for p in folder.iterdir()) == ["figures.parquet", "money.parquet"]
    with duckdb.connect() as con:
        assert con.execute(f"SELECT count(*) FROM '{folder}/figures.parquet'").fetchall() == [(len(figures),)]
    book = tmp_path / "all.xlsx"
    assert danvan("export", "--db", db, "--output", book).code == 0
    assert book.read_bytes()[:2] == b"PK"
    one_error(danvan("export", "--db", db), 2, "--output")
    one_error(danvan("export", "nothing", "--db", db), 2, "figures")


def test_describe(danvan: Danvan) -> None:
    rows = json.loads(danvan("describe", "figures", "--format", "json").out)
    assert {"table": "figures", "column": "part_of", "type": "INTEGER"}.items() <= next(
        r for r in rows if r["column"] == "part_of"
    ).items()
    assert "part_of" in danvan("describe").out
    one_error(danvan("describe", "nothing"), 2, "figures")


def test_the_schema_of_the_records_is_published(danvan: Danvan) -> None:
    schema = json.loads(danvan("describe", "--json-schema").out)
    assert schema["title"] == "ArticleRecord"
    assert set(schema["properties"]) == set(ArticleRecord.model_fields)


def test_explain_says_which_rule_found_what(danvan: Danvan, corpus: Path) -> None:
    path = corpus / "thach-ha.txt"
    record = ArticleRecord.model_validate_json(danvan("extract", path).out)
    figure = next(f for f in record.figures if f.value == 138)
    out = danvan("explain", f"{path}:{figure.span.start}").out
    assert figure.rule in out
    assert "FOUND" in out
    assert "Lộc" not in out
    whole = json.loads(danvan("explain", path, "--format", "json").out)
    assert {row["rule"] for row in whole if row["result"] == "found"} >= {f.rule for f in record.figures}
    one_error(danvan("explain", f"{path}:99999"), 2, "99999")
    one_error(danvan("explain", f"{path}:x"), 2, "FILE:OFFSET")


def test_rules_are_listed_and_proved(danvan: Danvan, tmp_path: Path) -> None:
    rule = "[[rule]]\nid = 'sentence.break.mine'\npattern = 'hết rồi'\nsource = 'mine'\nexamples = ['đã [hết rồi]']\n"
    layers = {"good": rule, "bad": rule.replace("[hết rồi]", "hết [rồi]"), "broken": "[[rule]]\nid = 'date.mine'\n"}
    for name, content in layers.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "cues.toml").write_text(content, encoding="utf-8")
    listed = json.loads(danvan("rules", "list", "--rules", tmp_path / "good", "--format", "json").out)
    assert [r["origin"] for r in listed if r["rule"] == "sentence.break.mine"] == [f"{tmp_path / 'good'}/cues.toml"]
    bad = danvan("rules", "check", "--rules", tmp_path / "bad")
    assert bad.code == 1
    assert any("sentence.break.mine" in line and "hết rồi" in line for line in bad.out.splitlines())
    one_error(danvan("rules", "list", "--rules", tmp_path / "broken"), 1, "date.mine")


def test_evaluate_prints_the_rows(danvan: Danvan, corpus: Path) -> None:
    (corpus / "gold" / "x.json").unlink()
    gold = {
        key: [] for key in ("dates", "officials", "places", "model_counts", "money", "other_counts", "named_models")
    }
    (corpus / "gold" / "yen-lap.json").write_text(
        json.dumps({**gold, "published": "2022-12-20T08:15"}), encoding="utf-8"
    )
    rows = json.loads(danvan("evaluate", corpus, "--format", "json").out)
    published = next(row for row in rows if row["row"] == "published")
    assert {key: published[key] for key in ("gold", "found", "p", "r", "f1")} == dict.fromkeys(
        ("gold", "found", "p", "r", "f1"), 1
    )
    faults = json.loads(danvan("evaluate", corpus, "--errors", "--format", "json").out)
    assert {(f["file"], f["error"]) for f in faults} == {("yen-lap", "+")}
    assert all(f["offset"] is not None for f in faults if f["row"] == "dates")
    (corpus / "gold" / "lost.json").write_text(json.dumps(gold), encoding="utf-8")
    lost = danvan("evaluate", corpus, "--format", "csv")
    assert lost.code == 1
    assert "lost" in lost.err


WRONG: list[tuple[list[str], str]] = [
    (["run", "nowhere"], "nowhere"),
    (["extract", "nowhere"], "nowhere"),
    (["load", "nowhere"], "nowhere"),
    (["run", ".", "--published", "32/13/2022", "--db", "x.duckdb"], "32/13/2022"),
    (["extract", "-", "--published", "2022"], "2022"),
    (["run"], "PATH"),
    (["run", ".", "--jobs", "-1", "--db", "x.duckdb"], "--jobs"),
    (["run", ".", "--jobs", "many"], "--jobs"),
    (["extract", ".", "--format", "yaml"], "yaml"),
    (["query", "nothing"], "models-per-district-year"),
    (["query", "articles", "-p", "month=1"], "month"),
    (["query", "articles", "-p", "year"], "year"),
    (["query", "articles", "--db", "nowhere.duckdb"], "nowhere.duckdb"),
    (["sql", "SELECT 1", "--db", "nowhere.duckdb"], "danvan run"),
    (["query", "articles", "--format", "xlsx"], "--output"),
    (["query", "articles", "--fromat", "csv"], "--format"),
    (["qurey"], "query"),
    (["rules", "nothing"], "nothing"),
    (["rules", "check", "--rules", "nowhere"], "nowhere"),
    (["evaluate", "nowhere"], "nowhere"),
    (["--lang", "fr", "query"], "fr"),
    (["query", "--lang"], "--lang"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_use_is_code_2_and_one_line(
    danvan: Danvan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    one_error(danvan(*arguments, stdin="x"), 2, said)
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_something_else_is_code_1(danvan: Danvan, tmp_path: Path, corpus: Path) -> None:
    path = tmp_path / "other.duckdb"
    path.write_bytes(b"no database" * 1000)
    for arguments in (("query", "articles"), ("run", corpus)):
        one_error(danvan(*arguments, "--db", path), 1, str(path))
    assert path.read_bytes() == b"no database" * 1000


def test_messages_come_in_vietnamese(danvan: Danvan) -> None:
    done = danvan("query", "nothing", "--lang", "vi")
    assert done.code == 2
    assert done.err.startswith("danvan: lỗi: nothing: không có truy vấn này")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["run"],
        ["load"],
        ["extract"],
        ["query"],
        ["sql"],
        ["export"],
        ["describe"],
        ["explain"],
        ["evaluate"],
        ["rules"],
        ["rules", "check"],
        ["rules", "list"],
    ],
)
def test_every_help_has_an_example_in_both_languages(danvan: Danvan, arguments: list[str]) -> None:
    english, vietnamese = danvan(*arguments, "--help"), danvan(*arguments, "-h", "--lang", "vi")
    assert (english.code, vietnamese.code) == (0, 0)
    assert "Example: danvan " in " ".join(english.out.split())
    assert "Ví dụ: danvan " in " ".join(vietnamese.out.split())
    assert "help." not in english.out
    for word in ("Usage", "Options", "Arguments", "Commands", "[required]", "[default", "Show this", "for the current"):
        assert word not in vietnamese.out


def test_no_arguments_show_the_help_and_are_wrong_use(danvan: Danvan) -> None:
    done = danvan()
    assert done.code == 2
    assert done.out.count("Usage: danvan") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["query", "--year", "2023"], "không có tùy chọn --year (ý bạn là -p year=...?)"),
        (["run", "x", "--limit", "nhiều"], "--limit: giá trị không hợp lệ (cần một số nguyên)"),
        (["report", "--year", "2022"], "danvan report: thiếu --place;"),
        (["diff", "một", "hai"], "RUN: giá trị không hợp lệ (cần một số nguyên)"),
        (["run", ".", "--since", "2022"], "--since 2022: không phải ngày; viết 2024-12-31 hoặc 31/12/2024"),
        (["query", "articles", "--as-of", "hôm qua"], "--as-of hôm qua: không phải ngày;"),
        (["query", "models-per-distric-year"], "không có truy vấn này (ý bạn là models-per-district-year?);"),
        (["query", "articles", "-p", "year=hai"], "--param year=hai: cần một số nguyên"),
        (["describe", "figure"], "không có bảng này (ý bạn là figures?);"),
        (["describe", "articles-per"], "articles-per: không có bảng này"),
        (["describe", "models-by-field"], "là truy vấn, không phải bảng; dùng danvan query models-by-field"),
        (["query", "articles", "--db", "."], ".: là thư mục, không phải cơ sở dữ liệu;"),
        (["run", "tests", "--db", "."], ".: là thư mục, không phải cơ sở dữ liệu;"),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese_alone(danvan: Danvan, arguments: list[str], said: str) -> None:
    done = danvan(*arguments, "--lang", "vi")
    assert (done.code, len(done.lines)) == (2, 1)
    assert said in done.err
    assert "Input should" not in done.err


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, with an environment that knows no UTF-8."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "danvan.cli", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, check=False, **options)


def test_output_is_utf8_everywhere() -> None:
    done = process("extract", "-", input="Xã Phú Lợi có 5 mô hình.".encode())
    assert done.returncode == 0
    assert "Xã Phú Lợi" in done.stdout.decode("utf-8")
    assert process("query", "--lang", "vi").stdout.decode("utf-8").count("mô hình") >= 3


@pytest.mark.parametrize("junk", [b"", b"\x00" * 100, b"\xff\xfe", bytes(range(256)) * 40, b"\xed\xa0\x80" * 10])
def test_any_bytes_give_a_record_or_a_refusal(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "junk.txt").write_bytes(junk)
    done = process("run", str(tmp_path), "--db", str(tmp_path / "x.duckdb"))
    assert b"Traceback" not in done.stderr
    assert done.returncode in {0, 1}
    with duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True) as con:
        rows = con.execute("SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM quarantine)").fetchall()
    assert rows == [(1,)]


@pytest.mark.skipif(sys.platform == "win32", reason="no head on Windows")
def test_a_reader_that_goes_away_is_no_error(db: Path) -> None:
    command = f'"{sys.executable}" -m danvan.cli export units --format csv --db "{db}" | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert done.stdout.startswith(b"code,")
    assert done.stderr == b""
