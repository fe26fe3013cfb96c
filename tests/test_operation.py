"""Operation: where things stand, what failed and is read again, the log, and who holds the database."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from danvan.cli import call, progress
from danvan.cli.progress import count_inputs
from danvan.errors import StoreError
from danvan.ingest.load import Skipped
from danvan.messages import set_language
from danvan.raw.index import open_index
from danvan.raw.warc import WarcWriter
from danvan.reasons import because
from danvan.store.database import open_for_writing
from danvan.store.write import Refused
from making import news


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    yield
    set_language(None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text(news("Thạch Hà", 138), encoding="utf-8")
    (place / "b.txt").write_bytes(b"\x00\x01\x02\xff" * 40)
    (place / "c.bin").write_bytes(b"\x00")
    return place


def lines(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[dict[str, object]]:
    capsys.readouterr()
    assert call([str(a) for a in (*arguments, "--format", "jsonl")]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def told(found: list[dict[str, object]], part: str) -> dict[tuple[object, object], object]:
    return {(row["name"], row["what"]): row["value"] for row in found if row["part"] == part}


def test_a_folder_without_anything_to_read_is_no_success(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures, db = tmp_path / "anh", tmp_path / "facts.duckdb"
    pictures.mkdir()
    (pictures / "a.jpg").write_bytes(b"\xff\xd8\xff")
    for command in (["run", str(pictures), "--db", str(db)], ["extract", str(pictures)]):
        assert call(command) == 1
        said = capsys.readouterr().err
        assert "no article in the input" in said
        assert "1 .jpg" in said
    # What is too old is there all the same.
    (folder / "b.txt").unlink()
    assert call(["run", str(folder), "--db", str(db), "--since", "2030-01-01"]) == 0
    assert "no article in the input" not in capsys.readouterr().err


def test_status_quarantine_and_a_second_try(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db, raw = tmp_path / "facts.duckdb", tmp_path / "raw"
    assert call(["run", str(folder), "--db", str(db)]) == 1
    found = lines(capsys, "status", "--db", db, "--raw", raw)
    assert told(found, "run")["1", "state"] == "finished"
    assert told(found, "database")["", "articles"] == 1
    assert told(found, "source")[f"{folder}/", "articles"] == 1
    facts = told(found, "source")[f"{folder}/", "facts"]
    assert isinstance(facts, int)
    assert facts > 0
    assert list(told(found, "quarantine").values()) == [1]
    (held,) = lines(capsys, "quarantine", "list", "--db", db)
    assert held["path"] == str(folder / "b.txt")
    assert call(["quarantine", "retry", "--db", str(db)]) == 1
    (folder / "b.txt").write_text(news("Yên Lập", 114), encoding="utf-8")
    assert call(["quarantine", "retry", "--db", str(db)]) == 0
    assert lines(capsys, "quarantine", "list", "--db", db) == []
    assert told(lines(capsys, "status", "--db", db, "--raw", raw), "database")["", "articles"] == 2


def test_status_speaks_the_reader_s_language(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db, raw = tmp_path / "facts.duckdb", tmp_path / "raw"
    assert call(["run", str(folder), "--db", str(db), "--lang", "vi"]) == 1
    assert "không có chữ nào" in capsys.readouterr().err
    shown = {}
    for name in ("vi", "en"):
        assert call(["status", "--db", str(db), "--raw", str(raw), "--lang", name, "--format", "table"]) == 0
        shown[name] = capsys.readouterr().out
    assert all(words in shown["vi"] for words in ("lượt nạp", "tình trạng", "xong", "không có chữ nào", "dữ kiện"))
    assert not any(words in shown["vi"] for words in ("state", "finished", "quarantine", "no letters"))
    assert all(words in shown["en"] for words in ("finished", "no letters", "passed over"))


def test_a_reason_is_told_in_the_language_of_who_asks(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "facts.duckdb"
    (folder / "c.csv").write_text("ten,noi_dung\na,b\n", encoding="utf-8")
    assert call(["run", str(folder), "--db", str(db), "--lang", "en", "--jobs", "2"]) == 1
    with duckdb.connect(str(db)) as con:
        con.execute("INSERT INTO quarantine VALUES ('old.txt', NULL, 'no letters', 3, 1)")
    told = {}
    for name in ("en", "vi"):
        capsys.readouterr()
        call(["quarantine", "list", "--db", str(db), "--lang", name, "--format", "json"])
        told[name] = [row["reason"] for row in json.loads(capsys.readouterr().out)]
    # What an earlier version stored in words stays as it is until its input is read again.
    assert told["en"] == [
        "no letters",
        "no column is named as the text; say which with --columns text=NAME; there are: ten, noi_dung",
        "no letters",
    ]
    assert told["vi"][0] == "không có chữ nào"
    assert told["vi"][1].startswith("không cột nào tên text")
    assert told["vi"][2] == "no letters"


def test_a_file_that_is_gone_stays_in_quarantine(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "facts.duckdb"
    call(["run", str(folder), "--db", str(db)])
    (folder / "b.txt").unlink()
    capsys.readouterr()
    assert call(["quarantine", "retry", "--db", str(db)]) == 1
    assert "is gone" in capsys.readouterr().err
    assert len(lines(capsys, "quarantine", "list", "--db", db)) == 1


def test_status_of_a_crawl(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = tmp_path / "raw"
    con = open_index(raw, create=True)
    con.execute("INSERT INTO runs (site, file, started, ended) VALUES ('bao', 'x', '2026-11-22T10:00:00Z', NULL)")
    page = (
        "INSERT INTO pages (site, url, kind, run, state, rank, depth, reason) "
        "VALUES ('bao', ?, 'article', 1, ?, 2, 1, ?)"
    )
    for url, state, reason in (("/1", "done", None), ("/2", "failed", "timeout"), ("/3", "waiting", None)):
        con.execute(page, (url, state, reason))
    con.close()
    found = told(lines(capsys, "status", "--db", tmp_path / "none.duckdb", "--raw", raw), "site")
    assert found["bao", "state"] == "running"
    assert (found["bao", "pages"], found["bao", "failed"], found["bao", "failed: timeout"]) == (3, 1, 1)


def test_the_log_says_what_became_of_each_input(folder: Path, tmp_path: Path) -> None:
    logs = []
    for name in ("one", "two"):
        log = tmp_path / f"{name}.jsonl"
        call(["run", str(folder), "--db", str(tmp_path / f"{name}.duckdb"), "--log", str(log)])
        logs.append(log.read_text(encoding="utf-8"))
    assert logs[0] == logs[1]
    events = [json.loads(line) for line in logs[0].splitlines()]
    assert [e["event"] for e in events if e["event"] in ("run", "end")] == ["run", "end"]
    assert sorted(e["event"] for e in events[1:-1]) == ["extracted", "refused", "skipped"]
    assert (events[-1]["state"], events[-1]["added"], events[-1]["quarantined"]) == ("finished", 1, 1)


def test_progress_tells_rate_and_time_left_of_a_warc_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in range(10):
        with WarcWriter(tmp_path / f"{part}.warc.gz") as out:
            for number in range(20):
                url = f"https://{part}.example/{number}"
                out.write(url, "2026-11-22T03:00:00Z", 200, [("Content-Type", "text/html")], b"<p>%d</p>" % number)
    assert 190 <= count_inputs([str(tmp_path)]) <= 210  # by the bytes of some of the files
    monkeypatch.setattr(progress, "_LINE_SECONDS", 0.0)
    with progress.Progress([str(tmp_path)]) as told_of:
        told_of.told(Skipped("a", because("skip.hidden")))
        told_of.told(Refused("b", None, because("read.empty"), 0))
    lines = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"0 articles, 0 refused, 1 skipped \([\d.]+/s; of about \d{3}, \d+ min left\)", lines[0])
    assert re.fullmatch(r"0 articles, 1 refused, 1 skipped \([\d.]+/s; of about \d{3}, \d+ min left\)", lines[2])


def test_a_log_that_cannot_be_written_is_said_before_anything_is_read(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["run", str(folder), "--db", str(tmp_path / "a.duckdb"), "--log", str(tmp_path)]) == 2
    assert "--log" in capsys.readouterr().err
    assert not (tmp_path / "a.duckdb").exists()


def test_who_holds_the_database_is_named(tmp_path: Path) -> None:
    db = tmp_path / "facts.duckdb"
    open_for_writing(db).close()
    code = f"import duckdb, sys; c = duckdb.connect({str(db)!r}); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreError) as caught:
            open_for_writing(db)
        assert f"PID {other.pid}" in str(caught.value)
        if Path(f"/proc/{other.pid}/cmdline").exists():
            assert "import duckdb" in str(caught.value)
        assert "--db" in str(caught.value)
        other.communicate("")


def test_a_second_try_reads_as_the_first_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db, place = tmp_path / "facts.duckdb", tmp_path / "in"
    place.mkdir()
    text = "Năm qua, toàn huyện xây dựng được 96 mô hình “Dân vận khéo”, trong đó có 71 mô hình tập thể."
    (place / "a.csv").write_text(f'noi_dung,ngày\n"{text}",x\n', encoding="utf-8")
    (place / "b.txt").write_bytes(b"\x00\x01\x02\xff" * 40)
    rules = tmp_path / "rules"
    rules.mkdir()
    given = ("--published", "2022-11-04", "--place", "huyện Yên Lập, tỉnh Phú Thọ", "--rules", str(rules))
    assert call(["run", str(place), "--db", str(db), *given]) == 1
    assert len(lines(capsys, "quarantine", "list", "--db", db)) == 2
    (place / "b.txt").write_text(text, encoding="utf-8")
    assert call(["quarantine", "retry", "--db", str(db), "--columns", "text=noi_dung"]) == 0
    assert lines(capsys, "quarantine", "list", "--db", db) == []
    with duckdb.connect(str(db), read_only=True) as con:
        read = con.execute("SELECT published, district FROM articles").fetchall()
        layers = con.execute("SELECT DISTINCT layers[2:] FROM runs").fetchall()
    assert read == [("2022-11-04", "Yên Lập")] * 2
    assert layers == [([str(rules)],)]


def test_records_that_were_refused_are_not_read_as_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db, records = tmp_path / "facts.duckdb", tmp_path / "records.jsonl"
    records.write_text('{"text": "không phải bản ghi"}\n', encoding="utf-8")
    assert call(["load", str(records), "--db", str(db)]) == 1
    capsys.readouterr()
    assert call(["quarantine", "retry", "--db", str(db)]) == 1
    assert "danvan load" in capsys.readouterr().err


def test_a_dry_run_tells_what_would_be_set_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db, place = tmp_path / "facts.duckdb", tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text(news("Thạch Hà", 138), encoding="utf-8")
    other = "Giải việt dã\n05/01/2023\nHơn 200 vận động viên chạy quanh hồ, tranh 10 bộ huy chương của giải."
    (place / "b.txt").write_text(other, encoding="utf-8")
    counted = ("new", "unchanged", "set_aside")
    for expected in ((1, 0, 1), (0, 1, 1)):
        (row,) = lines(capsys, "run", place, "--db", db, "--relevant", "only", "--dry-run")
        assert tuple(row[name] for name in counted) == expected
        call(["run", str(place), "--db", str(db), "--relevant", "only"])
    (row,) = lines(capsys, "run", place, "--db", db, "--dry-run")
    assert tuple(row[name] for name in counted) == (1, 1, 0)
