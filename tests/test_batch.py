"""Many inputs: every one ends as a record, unchanged, refused or skipped, whatever happens to the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from danvan import batch
from danvan.batch import Batch, Extracted, Outcome, Unchanged, code_hash, extract_all, input_hash, read_records
from danvan.errors import UsageError
from danvan.ingest.read import Skipped, draft_from_text
from danvan.raw.warc import WarcWriter
from danvan.reasons import Reason
from danvan.ruleset import RuleSet, load_rules
from danvan.store.write import Counts, Refused
from danvan.text.article import Draft
from making import full_record, news

HTML = [("Content-Type", "text/html; charset=utf-8")]
DISTRICTS = ("Thạch Hà", "Yên Lập", "Bảo Thắng", "Cái Bè", "Hải Hậu", "Lục Ngạn", "Tri Tôn", "Mộ Đức")


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Eight articles, a file that no reader is for, and one that is no text."""
    place = tmp_path / "in"
    place.mkdir()
    for number, name in enumerate(DISTRICTS):
        (place / f"{number}.txt").write_text(news(name, 30 + number), encoding="utf-8")
    (place / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return place


def run(folder: Path, db: Path, rules: RuleSet, **options: Any) -> tuple[Counts, list[Outcome]]:
    told: list[Outcome] = []
    counts = Batch(paths=[str(folder)], db=db, rules=rules, **options).run(told.append)
    return counts, told


def tables(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All facts and articles, without the numbers of the runs."""
    names = (
        "articles",
        "dates",
        "officials",
        "positions",
        "places",
        "mentions",
        "figures",
        "money",
        "models",
        "quarantine",
    )
    with duckdb.connect(str(db), read_only=True) as con:
        return {
            name: con.execute(f"SELECT COLUMNS(lambda c: c <> 'run') FROM {name} ORDER BY ALL").fetchall()
            for name in names
        }


def test_every_input_is_accounted_for(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    counts, told = run(folder, tmp_path / "a.duckdb", rules)
    assert (counts.added, counts.skipped, counts.quarantined, counts.unchanged) == (8, 1, 0, 0)
    assert [type(o) for o in told].count(Extracted) == 8
    assert [o.source for o in told if isinstance(o, Skipped)] == [str(folder / "photo.jpg")]
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as con:
        rows = con.execute(
            "SELECT district, models FROM models_per_year WHERE field IS NULL ORDER BY models"
        ).fetchall()
        assert rows == [(name, 30 + number) for number, name in enumerate(DISTRICTS)]
        assert con.execute("SELECT count(*) FROM units").fetchall()[0][0] > 10_000
        assert con.execute("SELECT raw FROM articles WHERE text NOT IN ('') ORDER BY source LIMIT 1").fetchall() == [
            (news("Thạch Hà", 30),)
        ]


def test_the_same_call_again_changes_nothing(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    db = tmp_path / "a.duckdb"
    run(folder, db, rules)
    with duckdb.connect(str(db), read_only=True) as con:
        before = con.execute("SELECT * FROM runs").fetchall()
    facts = tables(db)
    counts, told = run(folder, db, rules)
    assert (counts.unchanged, counts.added, counts.replaced) == (8, 0, 0)
    assert sum(isinstance(o, Unchanged) for o in told) == 8
    assert tables(db) == facts
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT * FROM runs").fetchall() == before


def test_a_changed_file_replaces_its_article_alone(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    db = tmp_path / "a.duckdb"
    run(folder, db, rules)
    (folder / "3.txt").write_text(news("Cái Bè", 77), encoding="utf-8")
    counts, _ = run(folder, db, rules)
    assert counts.added + counts.replaced == 1
    assert counts.unchanged == 7
    with duckdb.connect(str(db), read_only=True) as con:
        assert (77,) in con.execute("SELECT models FROM models_per_year WHERE district = 'Cái Bè'").fetchall()


def test_what_is_given_beside_the_text_is_part_of_the_input(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    draft = draft_from_text("Không ngày tháng.", rules=rules, source="x.txt")
    assert input_hash(draft, rules, None) != input_hash(draft, rules, "huyện Yên Lập")
    dated = draft_from_text("Không ngày tháng.", rules=rules, source="x.txt", published="2022-11-04")
    assert input_hash(draft, rules, None) != input_hash(dated, rules, None)
    assert input_hash(draft, rules, None) == input_hash(
        draft_from_text("Không ngày tháng.", rules=rules, source="x.txt"), rules, None
    )
    assert code_hash() == code_hash()


def test_a_sum_that_no_column_holds_goes_to_quarantine_and_comes_back(
    folder: Path, tmp_path: Path, rules: RuleSet
) -> None:
    db = tmp_path / "a.duckdb"
    (folder / "huge.txt").write_text(
        news("Trà Cú", 5).replace("250 triệu đồng", "99.999.999.999 tỷ đồng"), encoding="utf-8"
    )
    counts, told = run(folder, db, rules)
    assert (counts.added, counts.quarantined) == (8, 1)
    (refused,) = [o for o in told if isinstance(o, Refused)]
    assert refused.path == str(folder / "huge.txt")
    again, _ = run(folder, db, rules)
    assert (again.unchanged, again.quarantined) == (8, 1)
    (folder / "huge.txt").write_text(news("Trà Cú", 5), encoding="utf-8")
    run(folder, db, rules)
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT * FROM quarantine").fetchall() == []
        assert con.execute("SELECT count(*) FROM articles").fetchall() == [(9,)]


def broken_draft(rules: RuleSet) -> Draft:
    """A draft with a date that is none: whatever reads it raises."""
    draft = draft_from_text(news("Trà Cú", 5), rules=rules, source="broken.txt")
    return Draft(draft.id, draft.text, draft.raw, draft.raw_starts, draft.parts, "broken.txt", published="2022-99-99")


def test_an_article_that_breaks_the_extraction_is_refused(rules: RuleSet) -> None:
    good = draft_from_text(news("Trà Cú", 5), rules=rules, source="good.txt")
    outcomes = list(extract_all([broken_draft(rules), good], rules))
    assert [type(o) for o in outcomes] == [Refused, Extracted]
    assert isinstance(outcomes[0], Refused)
    assert outcomes[0].path == "broken.txt"
    assert "ValueError" in str(outcomes[0].reason)
    assert outcomes[0].bytes == len(good.raw.encode())


class Deadly(Draft):
    """A draft that ends the process that receives it."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (1,)


def test_processes_extract_in_order_and_survive_a_death(rules: RuleSet) -> None:
    drafts = [draft_from_text(news(name, n), rules=rules, source=f"{n}.txt") for n, name in enumerate(DISTRICTS * 3)]
    dead = Deadly(
        **{k: getattr(drafts[0], k) for k in ("text", "raw", "raw_starts", "parts")}, id="dead", source="dead.txt"
    )
    inputs = [*drafts[:10], Skipped("x.jpg", Reason("?")), dead, broken_draft(rules), *drafts[10:]]
    outcomes = list(extract_all(inputs, rules, jobs=2))
    named = [
        o.draft.source if isinstance(o, Extracted | Unchanged) else o.path if isinstance(o, Refused) else o.source
        for o in outcomes
    ]
    assert named == [i.source for i in inputs]
    assert {o.path for o in outcomes if isinstance(o, Refused)} == {"dead.txt", "broken.txt"}
    alone = list(extract_all(drafts, rules))
    assert [o.record for o in outcomes if isinstance(o, Extracted)] == [
        o.record for o in alone if isinstance(o, Extracted)
    ]


FULL = """
import resource, signal, sys
from danvan.cli import call
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(call(sys.argv[2:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
@pytest.mark.parametrize("size", [8_000, 300_000])
def test_a_full_disk_is_named_and_the_same_command_goes_on(tmp_path: Path, rules: RuleSet, size: int) -> None:
    folder, db = tmp_path / "in", tmp_path / "facts.duckdb"
    folder.mkdir()
    (folder / "a.txt").write_text(news("Thạch Hà", 31), encoding="utf-8")
    command = [sys.executable, "-c", FULL, str(size), "run", str(folder), "--db", str(db), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert "DANVAN_DEBUG" not in done.stderr
    assert Batch(paths=[str(folder)], db=db, rules=rules).run().articles == 1


KILLED = """
import os, signal, sys, threading
from pathlib import Path
from danvan import batch
from danvan.batch import writing
from danvan.ruleset import load_rules
folder, db, after, delay = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
jobs = int(sys.argv[5]) if len(sys.argv) > 5 else 1
writing.GROUP = 2
told = []
def report(outcome):
    told.append(outcome)
    if len(told) == after:
        kill = lambda: os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
        threading.Timer(delay, kill).start() if delay else kill()
if __name__ == "__main__":
    batch.Batch(paths=[folder], db=db, rules=load_rules(), jobs=jobs).run(report)
"""


@pytest.mark.parametrize(("after", "delay"), [(1, 0.0), (3, 0.0), (3, 0.03)])
def test_a_kill_leaves_whole_articles_and_the_same_command_finishes(
    folder: Path, tmp_path: Path, rules: RuleSet, after: int, delay: float
) -> None:
    db, reference = tmp_path / "killed.duckdb", tmp_path / "whole.duckdb"
    command = [sys.executable, "-c", KILLED, str(folder), str(db), str(after), str(delay)]
    killed = subprocess.run(command, capture_output=True, check=False)
    assert killed.returncode != 0
    assert killed.stderr.decode() == ""
    run(folder, reference, rules)
    whole, left = tables(reference), tables(db)
    there = {row[0] for row in left["articles"]}
    assert 1 <= len(there) < 8
    for name in set(whole) - {"quarantine"}:
        assert left[name] == [row for row in whole[name] if row[0] in there], name
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT state FROM runs").fetchall() == [("running",)]
    counts, _ = run(folder, db, rules)
    assert (counts.added, counts.unchanged) == (8 - len(there), len(there))
    assert tables(db) == whole
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT state FROM runs ORDER BY run").fetchall() == [("interrupted",), ("finished",)]


def test_a_warc_set_is_finished_after_a_kill(tmp_path: Path, rules: RuleSet) -> None:
    folder, db, reference = tmp_path / "set", tmp_path / "killed.duckdb", tmp_path / "whole.duckdb"
    for part in range(2):
        with WarcWriter(folder / f"{part}.warc.gz") as out:
            for number in range(12):
                text = news(DISTRICTS[number % 8], 30 + 12 * part + number)
                lines = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
                page = f"<html><body><h1>{text.splitlines()[0]}</h1>{lines}</body></html>".encode()
                out.write(f"https://{part}.example/{number}", "2026-11-22T03:00:00Z", 200, HTML, page)
            short = b"<html><body><p>12</p></body></html>"
            out.write(f"https://{part}.example/short", "2026-11-22T03:00:00Z", 200, HTML, short)
    command = [sys.executable, "-c", KILLED, str(folder), str(db), "5", "0", "2"]
    # The workers hold the other end of the pipe: this ends only where they end with the run that was killed.
    killed = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert killed.returncode != 0
    with duckdb.connect(str(db), read_only=True) as con:
        ((there,),) = con.execute("SELECT count(*) FROM articles").fetchall()
    assert 4 <= there < 24
    counts, _ = run(folder, db, rules)
    assert (counts.added, counts.unchanged, counts.quarantined) == (24 - there, there, 2)
    run(folder, reference, rules)
    assert tables(db) == tables(reference)
    counts, _ = run(folder, db, rules)
    assert (counts.added, counts.unchanged, counts.quarantined) == (0, 24, 2)


def test_records_are_loaded_as_they_were_extracted(tmp_path: Path, rules: RuleSet) -> None:
    one = full_record("a")
    lines = [one.model_dump_json(), "", "{nonsense", json.dumps({"article": {"id": "b"}})]
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    told: list[Outcome] = []
    db = tmp_path / "a.duckdb"
    counts = batch.load(str(path), db=db, rules=rules, report=told.append)
    assert (counts.added, counts.quarantined) == (1, 2)
    refused = [o for o in told if isinstance(o, Refused)]
    assert [o.item for o in refused] == ["record 3", "record 4"]
    assert "article.text" in str(refused[1].reason)
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT path, item FROM quarantine ORDER BY item").fetchall() == [
            (str(path), "record 3"),
            (str(path), "record 4"),
        ]
        assert con.execute("SELECT raw, rules_hash FROM articles").fetchall() == [(None, None)]
    path.write_text(lines[0] + "\n", encoding="utf-8")
    again = batch.load(str(path), db=db, rules=rules)
    assert (again.added, again.unchanged, again.quarantined) == (0, 1, 0)
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT * FROM quarantine").fetchall() == []


@pytest.mark.parametrize("wrap", ["\n".join, lambda lines: "[\n" + ",\n".join(lines) + "\n]"])
def test_records_come_as_lines_or_as_an_array(rules: RuleSet, wrap: Callable[[list[str]], str]) -> None:
    records = [full_record("a"), full_record("b")]
    data = "\ufeff" + wrap([r.model_dump_json() for r in records])
    found = list(read_records("r.json", data.encode(), rules))
    assert [o.record for o in found if isinstance(o, Extracted)] == records


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"[1, 2", b"[1]", b"null", b'"x"'])
def test_what_is_no_record_is_refused_in_one_line(rules: RuleSet, data: bytes) -> None:
    (refused,) = read_records("r.json", data, rules)
    assert isinstance(refused, Refused)
    assert str(refused.reason)
    assert "\n" not in str(refused.reason)


def test_a_path_that_is_not_there_leaves_no_database(tmp_path: Path, rules: RuleSet) -> None:
    db = tmp_path / "a.duckdb"
    with pytest.raises(UsageError, match="nowhere"):
        Batch(paths=[str(tmp_path / "nowhere")], db=db, rules=rules).run()
    assert not db.exists()


def test_a_place_that_is_none_is_said_once_before_anything_is_read(
    folder: Path, tmp_path: Path, rules: RuleSet
) -> None:
    db = tmp_path / "a.duckdb"
    for place in ("Đại Lôc", "huyện dai loc", "huyện Đại Lôc, Quảng Nam"):
        with pytest.raises(UsageError, match=r"no such unit .*Đại Lộc"):
            Batch(paths=[str(folder)], db=db, rules=rules, place=place).run()
        with pytest.raises(UsageError, match="no such unit"):
            Batch(paths=[str(folder)], db=db, rules=rules, place=place).plan()
        with pytest.raises(UsageError, match="no such unit"):
            next(extract_all([], rules, place=place))
    with pytest.raises(UsageError, match="several units"):
        Batch(paths=[str(folder)], db=db, rules=rules, place="xã Tân Lập").run()
    Batch(paths=[str(folder)], db=db, rules=rules, place="xã Tân Lập, Vũ Thư").plan()
    assert not db.exists()


def test_a_run_that_is_stopped_says_so(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    def stop(outcome: Outcome) -> None:
        raise KeyboardInterrupt

    db = tmp_path / "a.duckdb"
    with pytest.raises(KeyboardInterrupt):
        Batch(paths=[str(folder)], db=db, rules=rules).run(stop)
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT state FROM runs").fetchall() == [("interrupted",)]


def test_the_clock_is_the_callers(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    db = tmp_path / "a.duckdb"
    Batch(paths=[str(folder)], db=db, rules=rules).run(clock=lambda: datetime(1999, 1, 2, 3, 4, 5))
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT started, ended FROM runs").fetchall() == [(datetime(1999, 1, 2, 3, 4, 5),) * 2]
