"""What a change gained and lost, fact by fact, and what `danvan evaluate` prints of it."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from danvan.cli import call
from danvan.evaluate import Score, score_folder
from danvan.evaluate.comparison import Comparison, compare
from danvan.evaluate.report import readme_table
from danvan.evaluate.score import Scored, read_and_score
from danvan.messages import set_language
from danvan.records import ArticleRecord, Figure
from danvan.ruleset import load_rules
from danvan.steps import extract
from danvan.text.article import Draft
from making import count, district, news, record
from test_cli import Danvan, Done, one_error
from test_evaluate import COUNTS, GOLD_COUNT, GOLD_DAY, NOTHING, RIGHT, TEXT, day

ROOT = Path(__file__).parents[1]
SCORER = ROOT.parent / "shared" / "tools" / "score.py"


def compared(before: ArticleRecord, after: ArticleRecord, **gold: Any) -> Comparison:
    wanted = {**NOTHING, **gold}
    score = Score()
    score.add("a", wanted, after)
    text = after.article.text
    draft = Draft(id="a", text=text, raw=text, raw_starts=((0, 0),), parts=())
    return compare(Scored(score, {"a": wanted}, {"a": draft}), {"a": before})


def changes(found: Comparison) -> list[tuple[str, str, str]]:
    return [(c.kind, c.fault.sign, c.fault.row) for c in found.changes]


def dated(*days: str) -> ArticleRecord:
    return record(TEXT, dates=tuple(day(TEXT, "7/9/2022", one, nth=at) for at, one in enumerate(days)))


NONE, RIGHT_DAY, WRONG_DAY = dated(), dated("2022-09-07"), dated("2022-09-08")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (RIGHT_DAY, RIGHT_DAY, []),
        (WRONG_DAY, WRONG_DAY, []),
        (NONE, RIGHT_DAY, [("fixed", "-")]),
        (RIGHT_DAY, NONE, [("broken", "-")]),
        (WRONG_DAY, RIGHT_DAY, [("fixed", "-"), ("fixed", "+")]),
        (RIGHT_DAY, WRONG_DAY, [("broken", "-"), ("broken", "+")]),
        (NONE, WRONG_DAY, [("broken", "+")]),
        (WRONG_DAY, NONE, [("fixed", "+")]),
        (RIGHT_DAY, dated("2022-09-07", "2022-09-08"), [("broken", "+")]),
    ],
)
def test_facts_gained_and_lost(before: ArticleRecord, after: ArticleRecord, expected: list[tuple[str, str]]) -> None:
    found = compared(before, after, dates=[GOLD_DAY])
    assert sorted(changes(found)) == sorted(
        (kind, sign, row) for kind, sign in expected for row in ("dates", "dates and role")
    )


def figure(**facets: Any) -> Figure:
    return count(COUNTS, "138 mô hình", 138, **{**RIGHT, **facets})


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"status": "planned"}, {}, [("fixed", "!", "model counts, every facet"), ("fixed", "!", "status")]),
        ({}, {"status": "planned"}, [("broken", "!", "model counts, every facet"), ("broken", "!", "status")]),
        # wrong before and after, only otherwise
        ({"status": "planned"}, {"status": "launched"}, []),
        ({"status": "planned"}, {"place": district("Lộc Hà")}, [("fixed", "!", "status"), ("broken", "!", "place")]),
        # a count found anew brings its wrong facets; one that is lost does not mend them
        (None, {"status": "planned"}, [("fixed", "-", "model counts"), ("broken", "!", "status")]),
        ({"status": "planned"}, None, [("broken", "-", "model counts")]),
        (None, {}, [("fixed", "-", "model counts"), ("fixed", "-", "model counts, every facet")]),
    ],
)
def test_facets_gained_and_lost(before: Any, after: Any, expected: list[tuple[str, str, str]]) -> None:
    one, other = (record(COUNTS, figures=() if f is None else (figure(**f),)) for f in (before, after))
    assert sorted(changes(compared(one, other, model_counts=[GOLD_COUNT]))) == sorted(expected)


def test_of_two_alike_one_more_is_one_change() -> None:
    twice, thrice = (record(TEXT, dates=tuple(day(TEXT, "7/9/2022", "2022-09-08") for _ in range(n))) for n in (2, 3))
    assert changes(compared(twice, thrice)) == [("broken", "+", "dates"), ("broken", "+", "dates and role")]


def test_the_table_tells_before_after_and_the_facts_that_made_it() -> None:
    found = compared(NONE, RIGHT_DAY, dates=[GOLD_DAY])
    row = next(row for row in found.rows if row.row == "dates")
    assert (row.before.f1, row.after.f1, row.interval, row.fixed, row.broken) == (0.0, 1.0, (1.0, 1.0), 1, 0)
    unmoved = next(row for row in found.rows if row.row == "published")
    assert (unmoved.before, unmoved.fixed, unmoved.broken, unmoved.interval) == (unmoved.after, 0, 0, (0.0, 0.0))


# ---- the command


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two articles; the gold of the first wants one count more than there is, and a wrong status."""
    folder = tmp_path / "corpus"
    (folder / "gold").mkdir(parents=True)
    for name, value in (("Yên Lập", 114), ("Thanh Ba", 96)):
        stem = name.split()[0]
        (folder / f"{stem}.txt").write_text(news(name, value), encoding="utf-8")
        right = {**GOLD_COUNT, "text": f"{value} mô hình", "value": value, "place": name, "status": "planned"}
        lacking = {**GOLD_COUNT, "text": "không có ở đâu", "value": 7}
        gold = {**NOTHING, "published": "2022-12-20T08:15", "model_counts": [right, lacking]}
        (folder / "gold" / f"{stem}.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Danvan]:
    """Runs `danvan evaluate` in this process, in English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: object) -> Done:
        code = call(["evaluate", *map(str, arguments)])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    yield run
    set_language(None)


def test_errors_open_in_editors(evaluate: Danvan, corpus: Path) -> None:
    done = evaluate(corpus, "--errors")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines
    assert all(re.match(rf"{re.escape(str(corpus))}/(Yên|Thanh)\.txt:\d+:\d+: [-+!] [a-z, ]+: .", one) for one in lines)
    (status,) = [one for one in lines if "Yên" in one and "! status: 114 mô hình" in one]
    _, line, column = status.split(": ")[0].rsplit(":", 2)
    text = (corpus / "Yên.txt").read_text("utf-8").splitlines()
    assert text[int(line) - 1][int(column) - 1 :].startswith("114 mô hình")
    rows = list(csv.DictReader(io.StringIO(evaluate(corpus, "--errors", "--format", "csv").out)))
    assert len(rows) == len(lines)
    (row,) = [row for row in rows if row["row"] == "status" and row["file"] == "Yên"]
    assert (row["path"], row["line"], row["column"], row["error"]) == (str(corpus / "Yên.txt"), line, column, "!")
    # from top to bottom, and at the end what stands nowhere
    places = [int(row["line"] or 10**6) for row in rows if row["file"] == "Yên"]
    assert places == sorted(places)
    assert places[-1] == 10**6


def test_only_some_articles(evaluate: Danvan, corpus: Path) -> None:
    assert "1 of 1 articles" in evaluate(corpus, "--only", "Y*").err
    one_error(evaluate(corpus, "--only", "Z*"), 2, "Z*.json")


def test_the_table_fits_100_columns_and_json_has_all_numbers(evaluate: Danvan, corpus: Path) -> None:
    for option in ("--spans", "--calibration", None):
        shown = evaluate(corpus, *filter(None, [option]))
        assert shown.code == 0
        assert 0 < max(map(len, shown.out.splitlines())) <= 100
    assert re.search(r"status +2 +2 +0\.000 \.00–\.00", evaluate(corpus).out)
    rows = {row["row"]: row for row in json.loads(evaluate(corpus, "--format", "json").out)}
    counted = rows["model counts"]
    assert counted["r_low"] <= counted["r"] <= counted["r_high"]
    assert {"p_low", "p_high", "f1_low", "f1_high"} <= set(counted)
    spans = {row["row"] for row in json.loads(evaluate(corpus, "--spans", "--format", "json").out)}
    assert {"dates, exact span", "money, overlap", "model counts, value"} <= spans
    bins = json.loads(evaluate(corpus, "--calibration", "--format", "json").out)
    whole = next(row for row in bins if row["kind"] == "model count" and row["from"] is None)
    assert {row["rule"] for row in bins} >= {None, "figure.model", "date.publication"}
    assert (whole["n"], whole["right"]) == (2, 0)
    assert whole["ece"] == pytest.approx(whole["confidence"])


def test_against_what_was_saved_before(
    evaluate: Danvan, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "before.jsonl"
    assert call(["extract", str(corpus), "--output", str(saved)]) == 0
    capsys.readouterr()
    same = evaluate(corpus, "--against", saved)
    assert (same.code, "0 faults fixed, 0 new" in same.err) == (0, True)
    # before the change, the status was the one that the gold of the first article wants, and the second had no counts
    lines = [json.loads(line) for line in saved.read_text("utf-8").splitlines()]
    for one in lines:
        if "Yên" in one["article"]["source"]:
            for found in one["figures"]:
                found["status"] = "planned"
        else:
            one["figures"], one["money"] = [], []
    saved.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    now = evaluate(corpus, "--against", saved)
    assert now.code == 0
    assert re.search(r"Yên\.txt:\d+:\d+: broken: ! status: 114 mô hình", now.out)
    assert re.search(r"Thanh\.txt:\d+:\d+: fixed: - model counts: 96 mô hình", now.out)
    rows = {row["row"]: row for row in json.loads(evaluate(corpus, "--against", saved, "--format", "json").out)}
    moved = rows["model counts"]
    assert (moved["fixed"], moved["broken"]) == (1, 0)
    assert moved["difference"] == pytest.approx(moved["after"] - moved["before"]) != 0
    listed = json.loads(evaluate(corpus, "--against", saved, "--errors", "--format", "json").out)
    assert {(one["change"], one["row"]) for one in listed} >= {("broken", "status"), ("fixed", "model counts")}
    saved.write_text(json.dumps(lines[0]) + "\n", encoding="utf-8")
    part = evaluate(corpus, "--against", saved)
    assert part.code == 0
    assert "1 articles" in part.err
    assert "left out" in part.err


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        (None, (2, "before.jsonl")),
        ("", (2, "before.jsonl")),
        ("{}\n", (1, "before.jsonl, record 1: ")),
        ('\n{"article": 7}\n', (1, "before.jsonl, record 2: ")),
        ("no record", (1, "before.jsonl, record 1: ")),
        ("[1, 2", (1, "before.jsonl")),
        (record("x", "elsewhere").model_dump_json(), (2, "before.jsonl")),
    ],
)
def test_a_bad_file_is_one_line(
    evaluate: Danvan, corpus: Path, tmp_path: Path, content: str | None, failure: tuple[int, str]
) -> None:
    saved = tmp_path / "before.jsonl"
    if content is not None:
        saved.write_text(content, encoding="utf-8")
    one_error(evaluate(corpus, "--against", saved), *failure)


@pytest.mark.parametrize(
    "options", [("--spans", "--calibration"), ("--calibration", "--errors"), ("--against", "x.jsonl", "--spans")]
)
def test_one_view_at_a_time(evaluate: Danvan, corpus: Path, options: tuple[str, ...]) -> None:
    one_error(evaluate(corpus, *options), 2, "--spans")


# ---- README, and the scorer that the project was given


def test_the_table_of_readme(corpus: Path) -> None:
    score, _ = score_folder(corpus, load_rules())
    lines = list(readme_table({"mine": score}, date(2026, 11, 22)))
    assert "2026-11-22" in lines[0]
    assert lines[2:5] == ["| | mine (2) |", "|---|---|", "| published | 1.00 (1.0–1.0) |"]
    assert any(re.fullmatch(r"\| model counts, every facet \| 0\.00 \(\.00–\.00\) \|", line) for line in lines)


def test_the_table_is_printed_for_sets(corpus: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "scores.py", str(corpus), f"{corpus}/Y*"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert f"| {corpus} (2) | {corpus}/Y* (1) |" in done.stdout


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer is not copied into the repository")
def test_every_row_equals_the_given_scorer(tmp_path: Path) -> None:
    folder = ROOT / "corpus" / "work"
    scored = read_and_score(folder, load_rules(), only="b-*")
    saved = tmp_path / "records.jsonl"
    saved.write_text(
        "".join(extract(draft, load_rules()).model_dump_json() + "\n" for draft in scored.drafts.values()),
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, SCORER, "--gold", folder / "gold", "--records", saved, "--json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    # It ends with 1, since the folder holds gold of further articles.
    theirs = json.loads(done.stdout)["rows"]
    ours = {
        row: {
            "gold": t.gold,
            "found": t.found,
            "p": round(t.precision, 4),
            "r": round(t.recall, 4),
            "f1": round(t.f1, 4),
        }
        for row, t in scored.score.rows()
    }
    assert ours == theirs
