"""Prints rules/confidence.csv anew: what share of the records of each kind, rule and rating is right on corpus/work.

Counts of models are judged on the dense pages too (tests/passages/dense, whose gold speaks of nothing else): they are
nearer to the web than what the rules were built with.

    python tests/calibrate.py > rules/confidence.csv      (make confidence)

A share is counted with one right and one wrong record more, so that few records never say "always"; a rule that was
seen less than 20 times has no row of its own. `rating` is what the finder says of its evidence (confidence.py).
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

from danvan.confidence import ANY
from danvan.evaluate.score import score_folder
from danvan.ruleset import load_rules

TESTS = Path(__file__).resolve().parent
WORK, DENSE = TESTS.parent / "corpus" / "work", TESTS / "passages" / "dense"
_LEAST = 20
_NOT_JUDGED = 0.5
"""Sums rated so are unsure in what they paid for, which gold does not tell: the rating stays."""


def main() -> int:
    rules = load_rules()
    # without the table every record bears its rating
    rated = replace(rules, tables={k: v for k, v in rules.tables.items() if k != "confidence"}, cache={})
    (work, missing), (dense, lacking) = score_folder(WORK, rated), score_folder(DENSE, rated)
    assert not missing
    assert not lacking
    seen: dict[tuple[str, str, float], Counter[bool]] = defaultdict(Counter)
    for verdict in (*work.verdicts, *(v for v in dense.verdicts if v.kind == "model count")):
        if verdict.kind == "money" and verdict.fact.confidence <= _NOT_JUDGED:
            continue
        for rule in (verdict.fact.rule, ANY):
            seen[str(verdict.kind), rule, round(verdict.fact.confidence, 4)][verdict.right] += 1
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["kind", "rule", "rating", "confidence", "records"])
    for (kind, rule, rating), counts in sorted(seen.items()):
        if rule == ANY or counts.total() >= _LEAST:
            share = min(0.99, (counts[True] + 1) / (counts.total() + 2))
            writer.writerow([kind, rule, f"{rating:g}", f"{share:.2f}", counts.total()])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
