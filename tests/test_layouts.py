"""Articles as pages of eight systems are read as well as their plain texts: floors over a small sample.

The whole table: `python tests/layout_scores.py corpus/work`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from danvan.ruleset import load_rules
from layout_scores import PLAIN, score_layouts
from layouts import LAYOUTS

RULES = load_rules()
FOLDER = Path(__file__).parent.parent / "corpus" / "work"
FLOORS = {
    "published": 0.98, "article place": 0.98, "dates": 0.98, "officials": 0.98, "places": 0.98, "model counts": 0.98,
    "money": 0.99, "other counts (recall)": 0.97, "offsets exact": 1.0,
}  # fmt: skip
"""F1 over the pages of a layout, each; they only rise. What the issue asks for is lower."""
WORST = 0.02
"""By how much a layout may lie below the plain texts."""


def test_pages_are_read_like_plain_texts(tmp_path: Path) -> None:
    found = {name: (score, lost) for name, score, lost in score_layouts(FOLDER, RULES, only="b-l*", keep=tmp_path)}
    assert set(found) == {PLAIN, *LAYOUTS}
    plain = found[PLAIN][0].tallies
    for name, (score, lost) in found.items():
        assert lost == [], name
        low = {
            row: (tally.f1, [f for f in score.faults if f.row == row])
            for row, floor in FLOORS.items()
            if (tally := score.tallies[row]).f1 < floor or tally.f1 < plain[row].f1 - WORST
        }
        assert low == {}, name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_article_gives_the_same_page(layout: str, tmp_path: Path) -> None:
    pages = []
    for turn in ("one", "two"):
        for _ in score_layouts(FOLDER, RULES, only="b-lap-vo*", keep=tmp_path / turn, layouts=[layout]):
            pass
        pages.append((tmp_path / turn / layout / "b-lap-vo-tin-ngan-2016.html").read_bytes())
    assert pages[0] == pages[1]
