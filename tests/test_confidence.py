"""How sure a record is: what the table says of its rule and rating, and that it holds where it was counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from danvan.confidence import ANY, confidence
from danvan.evaluate.calibration import reliability
from danvan.evaluate.score import score_folder
from danvan.ruleset import load_rules

RULES = load_rules()
WORK = Path(__file__).parents[1] / "corpus" / "work"
DENSE = Path(__file__).parent / "passages" / "dense"


def test_rows_are_shares_of_records() -> None:
    rows = RULES.table("confidence")
    assert len({(r["kind"], r["rule"], r["rating"]) for r in rows}) == len(rows) > 20
    for row in rows:
        assert 0 < float(row["confidence"]) < 1
        assert 0 < float(row["rating"]) < 1
        assert int(row["records"]) > 0
        assert row["rule"] == ANY or int(row["records"]) >= 20


def test_the_own_row_goes_before_that_of_the_kind_and_the_rating_stands_alone() -> None:
    table = (
        {"kind": "date", "rule": "date.year", "rating": "0.95", "confidence": "0.9", "records": "30"},
        {"kind": "date", "rule": ANY, "rating": "0.95", "confidence": "0.7", "records": "90"},
    )
    rules = replace(RULES, tables={**RULES.tables, "confidence": table}, cache={})
    assert confidence(rules, "date", "date.year", 0.95) == 0.9
    assert confidence(rules, "date", "date.half", 0.95) == 0.7
    assert confidence(rules, "date", "date.half", 0.8) == 0.8
    assert confidence(rules, "money", "date.year", 0.95) == 0.95


@pytest.mark.parametrize("kind", ["date", "official", "place", "model count", "other count", "money", "model"])
def test_confidence_holds(kind: str) -> None:
    """Of the records at confidence c about c are right: on average they miss it by less than five points."""
    table = {t.whole.kind: t for t in _RELIABILITY}[kind]
    assert table.error < 0.05


_RELIABILITY = reliability(
    [
        *score_folder(WORK, RULES)[0].verdicts,
        *(v for v in score_folder(DENSE, RULES)[0].verdicts if v.kind == "model count"),
    ]
)
