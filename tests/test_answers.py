"""The answers over whole folders against those that the gold gives under the same policy. Floors only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from answer_scores import score

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(
    ("folder", "level", "least"),
    [
        ("work", "district", 0.98),
        ("work", "commune", 0.94),
        ("work", "province", 0.91),
        ("test", "district", 0.91),
        ("test", "commune", 0.81),
        ("test", "province", 0.66),
    ],
)
def test_answers_are_those_of_the_gold(folder: str, level: str, least: float) -> None:
    assert score(CORPUS / folder, level).f1 >= least
