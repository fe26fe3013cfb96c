"""Whole articles: the corpus from files to scores and answers. The floors stand in floors.toml and only rise."""

from __future__ import annotations

import functools
import glob
import json
import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import pytest

from danvan.cli import call
from danvan.evaluate import ROWS, Score, score_folder
from danvan.ruleset import load_rules

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


@functools.cache
def score_of(name: str) -> Score:
    """The score of the articles that a name of floors.toml chooses: "test/v-*" are those of corpus/test/v-*.

    "passages/test/*" are the short pages of tests/passages/test.
    """
    folder, _, pattern = name.rpartition("/")
    home = HERE if folder.startswith("passages/") else CORPUS
    with tempfile.TemporaryDirectory() as chosen:
        (Path(chosen) / "gold").mkdir()
        for gold in (home / folder / "gold").glob(f"{pattern}.json"):
            shutil.copy(gold, Path(chosen) / "gold")
            for article in (home / folder).glob(f"{glob.escape(gold.stem)}.*"):
                shutil.copy(article, chosen)
        score, missing = score_folder(Path(chosen), load_rules())
    assert missing == [], "gold without an article"
    return score


def gold_of(name: str) -> dict[str, dict[str, Any]]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in (CORPUS / name / "gold").glob("*.json")}


@pytest.mark.parametrize(("name", "row"), [(name, row) for name in FLOORS for row in FLOORS[name]])
def test_no_row_falls_under_its_floor(name: str, row: str) -> None:
    score = score_of(name)
    faults = [f"{f.stem} {f.sign} {f.what}" for f in score.faults if f.row == row]
    assert score.tallies[row].f1 >= FLOORS[name][row], "\n".join(faults)


_OF_PASSAGES = {
    "published", "article place", "model counts", "model counts, every facet", "range and bound", "status", "field",
    "level", "holder", "place", "years", "cumulative", "part of", "change", "named models (recall)",
}  # fmt: skip
"""The rows that the gold of short pages speaks of."""


@pytest.mark.parametrize("name", FLOORS)
def test_every_row_has_a_floor(name: str) -> None:
    judged = _OF_PASSAGES if name.startswith("passages/") else set(ROWS)
    assert list(FLOORS[name]) == [row for row in ROWS if row in score_of(name).tallies and row in judged]
    assert all(0.5 < floor <= 1 for floor in FLOORS[name].values())


def test_the_sample_articles_are_many_and_apart() -> None:
    articles = {
        path.stem for path in (CORPUS / "work").iterdir() if path.is_file() and path.suffix in {".txt", ".html"}
    }
    golds = gold_of("work")
    assert articles == set(golds)
    assert len(golds) >= 25
    assert len({gold["article_place"].get("province") for gold in golds.values()}) >= 15
    years = {(gold.get("published") or "")[:4] for gold in golds.values()}
    assert len(years) >= 8
    assert any((gold.get("published") or "") > "2025-07-01" for gold in golds.values())


# ---- from files to an answer


def ask(command: list[str], database: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert call([*command, "--db", str(database), "--format", "json"]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_each_answer_is_a_count_that_stands_in_its_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Number, place and year of every row of the three answers are those of a total in the gold of the article."""
    database = tmp_path / "danvan.duckdb"
    assert call(["run", str(CORPUS / "work"), "--db", str(database)]) == 0
    sql = "SELECT id, source FROM articles"
    stems = {row["id"]: Path(row["source"]).stem for row in ask(["sql", sql], database, capsys)}
    golds = gold_of("work")
    wrong, rows = [], 0
    for level in ("district", "commune", "province"):
        for row in ask(["query", f"models-per-{level}-year"], database, capsys):
            rows += 1
            counts = golds[stems[row["article"]]]["model_counts"]
            if not any(_supports(count, row, level) for count in counts):
                wrong.append(f"{row['province']} {row[level]} {row['year']}: {row['models']} ({stems[row['article']]})")
    assert rows >= 40
    assert len(wrong) <= 0.05 * rows, "\n".join(wrong)


def _supports(count: dict[str, Any], row: dict[str, Any], level: str) -> bool:
    def allowed(key: str) -> list[Any]:
        return [count.get(key), *count.get("alt", {}).get(key, [])]

    return (
        count["value"] == row["models"]
        and row["year"] in allowed("year_end")
        and not count.get("change")
        and row[level] in [*allowed("place"), None]
    )
