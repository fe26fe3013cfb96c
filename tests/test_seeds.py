"""The five real articles beside the repository: every row over the floor that the project set itself."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from danvan.evaluate import ROWS, Score, score_folder
from danvan.ruleset import load_rules

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not (SEEDS / "gold").is_dir(),
    reason="no ../shared/seeds beside the repository: real articles are not copied into it",
)
FLOORS = {**dict.fromkeys(ROWS, 0.95), "model counts, every facet": 0.90, "offsets exact": 1.0}


@functools.cache
def score_of_seeds() -> Score:
    score, missing = score_folder(SEEDS, load_rules())
    assert missing == []
    assert len(score.articles) == len(list((SEEDS / "gold").glob("*.json"))) >= 5
    return score


@pytest.mark.parametrize("row", ROWS)
def test_no_row_falls_under_its_floor(row: str) -> None:
    tally = score_of_seeds().tallies.get(row)
    if tally is None:
        pytest.skip("the seeds hold nothing of the kind")
    faults = [f"{f.stem} {f.sign} {f.what}" for f in score_of_seeds().faults if f.row == row]
    assert tally.f1 >= FLOORS[row], "\n".join(faults)
