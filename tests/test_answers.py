"""The answers over whole folders against those that the gold gives under the same policy. Floors only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from answer_scores import scores

CORPUS = Path(__file__).parents[1] / "corpus"
FLOORS = {
    "work": {"district": 0.98, "commune": 0.94, "province": 0.91},
    "test": {"district": 0.91, "commune": 0.81, "province": 0.66},
}


@pytest.mark.parametrize("folder", FLOORS)
def test_answers_are_those_of_the_gold(folder: str) -> None:
    found = scores(CORPUS / folder)
    assert {
        level: round(found[level].f1, 3) for level, least in FLOORS[folder].items() if found[level].f1 < least
    } == {}
