"""The audit over whole articles: the set held apart, the seeds, and the test corpus. Floors only rise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from audit_scores import AUDIT_SETS, audit_folder, score

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
SETS = [
    ("work", 0.99, 0.94),
    ("work2", 0.99, 0.86),
    ("work3", 0.99, 0.94),
    ("sums", 0.99, 0.99),
    ("days", 0.99, 0.94),
    ("twice", 0.99, 0.99),
    ("versions", 0.99, 0.95),
    ("days2", 0.99, 0.94),
    ("stages", 0.99, 0.87),
    ("work4", 0.99, 0.66),
    ("test", 0.99, 0.69),
]
"""Precision and recall that each set had at least; they only rise."""


@pytest.mark.parametrize(("name", "precision", "recall"), SETS)
def test_the_audit_sets(tmp_path: Path, name: str, precision: float, recall: float) -> None:
    folder = AUDIT_SETS / name
    result = score(audit_folder(folder, tmp_path / "audit.duckdb"), folder)
    assert result.precision >= precision, [f["message_en"] for f in result.false]
    assert result.recall >= recall, len(result.missed)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    if not SEEDS.is_dir():
        pytest.skip("the seeds are not beside the project")
    db = tmp_path_factory.mktemp("seeds") / "seeds.duckdb"
    assert [f["message_en"] for f in audit_folder(SEEDS, db) if f["severity"] != "note"] == []
    with duckdb.connect(str(db), read_only=True) as con:
        yield con


def test_sums_of_the_seeds_are_shown_as_checked(seeds: duckdb.DuckDBPyConnection) -> None:
    checked = dict(seeds.execute("SELECT outcome, sum(comparisons) FROM coverage GROUP BY outcome").fetchall())
    assert checked["agrees"] >= 3
    assert "differs" not in checked


def test_no_article_that_adds_up_is_accused(tmp_path: Path) -> None:
    """Gold says which articles do not add up as printed: no other one may have a finding above a note."""
    folder = ROOT / "corpus" / "test"
    gold = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in (folder / "gold").glob("*.json")}
    slips = {stem for stem, facts in gold.items() if facts.get("audit")}
    found = [f for f in audit_folder(folder, tmp_path / "test.duckdb") if f["severity"] != "note"]
    assert [f["message_en"] for f in found if not set(f["articles"]) & slips] == []
    assert len(slips & {a for f in found for a in f["articles"]}) >= len(slips) - 1
