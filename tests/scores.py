"""Prints the table of README: `make scores`, or `python tests/scores.py corpus/work 'corpus/test/v-*'`.

A set is a folder of articles with gold/ beside them, or such a folder and a pattern for the names of articles.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from danvan.evaluate import Score, score_folder
from danvan.evaluate.report import readme_table
from danvan.ruleset import RuleSet, load_rules


def score_of(name: str, rules: RuleSet) -> Score:
    """The score of a set; ends the program where an article with gold could not be read."""
    path = Path(name)
    folder, only = (path, "*") if path.is_dir() else (path.parent, path.name)
    score, missing = score_folder(folder, rules, only=only)
    if missing:
        sys.exit(f"{folder}: not read, so that no score can be given: {', '.join(missing)}")
    return score


def main() -> None:
    rules = load_rules()
    scores = {name.removeprefix("corpus/").removeprefix("../shared/"): score_of(name, rules) for name in sys.argv[1:]}
    print("\n".join(readme_table(scores, date.today())))


if __name__ == "__main__":
    main()
