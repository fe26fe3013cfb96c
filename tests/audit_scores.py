"""The audit over the audit set: which planted inconsistencies are found, and what is said falsely.

    python tests/audit_scores.py [FOLDER] [--missed] [--false]

Precision is over findings above a note, recall over what is planted (tests/audit/README.md tells how they match). A
planted error that is found as a warning is found: both stand above a note.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from danvan.audit import ledger
from danvan.audit.check import SEVERITIES, load_checks
from danvan.audit.run import compare_all
from danvan.batch import Batch
from danvan.ruleset import load_rules
from danvan.store.database import open_for_writing

AUDIT_SETS = Path(__file__).parent / "audit"
HELD_BACK = AUDIT_SETS / "test"


@dataclass(frozen=True)
class AuditScore:
    """`planted` and `innocent` entries of expected.toml with what was said of them."""

    found: Sequence[Mapping[str, Any]]
    missed: Sequence[Mapping[str, Any]]
    false: Sequence[Mapping[str, Any]]
    """Findings above a note that nothing planted covers, and findings that an innocent entry forbids."""

    @property
    def recall(self) -> float:
        return len(self.found) / (len(self.found) + len(self.missed))

    @property
    def precision(self) -> float:
        return len(self.found) / max(1, len(self.found) + len(self.false))


def audit_folder(folder: Path, db: Path) -> list[dict[str, Any]]:
    """Every finding over the articles of a folder, `articles` as stems."""
    Batch(paths=[str(folder)], db=db, rules=load_rules()).run()
    checks = list(load_checks().values())
    con = open_for_writing(db)
    try:
        ledger.update(con, compare_all(con, checks), [c.slug for c in checks], datetime(2026, 1, 1))
        stems = {i: Path(s).stem for i, s in con.execute("SELECT id, source FROM articles").fetchall()}
        rows = ledger.findings(con, [c.slug for c in checks])
    finally:
        con.close()
    return [{**row, "articles": [stems[a] for a in row["articles"]]} for row in rows]


def score(findings: Sequence[Mapping[str, Any]], folder: Path) -> AuditScore:
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    rank = SEVERITIES.index

    def covers(entry: Mapping[str, Any], finding: Mapping[str, Any]) -> bool:
        checks = {entry["check"], *entry.get("also", ())}
        return finding["check"] in checks and bool(set(finding["articles"]) & set(entry["articles"]))

    planted = expected["planted"]
    hits = [
        any(
            covers(p, f)
            and (f["check"] != p["check"] or rank(f["severity"]) >= min(rank(p["severity"]), rank("warning")))
            for f in findings
        )
        for p in planted
    ]
    false = [
        f for f in findings
        if not any(covers(p, f) for p in planted)
        and (f["severity"] != "note" or any(_forbids(entry, f) for entry in expected["innocent"]))
    ]  # fmt: skip
    return AuditScore(
        [p for p, hit in zip(planted, hits, strict=True) if hit],
        [p for p, hit in zip(planted, hits, strict=True) if not hit],
        false,
    )


def _forbids(entry: Mapping[str, Any], finding: Mapping[str, Any]) -> bool:
    near = entry["near"] if isinstance(entry["near"], list) else [entry["near"]]
    return (
        finding["check"] in near
        and finding["check"] not in entry.get("may", ())
        and set(finding["articles"]) <= set(entry["articles"])
    )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", nargs="?", type=Path, default=HELD_BACK, help="articles and expected.toml")
    options.add_argument("--missed", action="store_true", help="list what was missed")
    options.add_argument("--false", action="store_true", help="list what was said falsely")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        result = score(audit_folder(chosen.folder, Path(scratch) / "audit.duckdb"), chosen.folder)
    found, missed = Counter(p["check"] for p in result.found), Counter(p["check"] for p in result.missed)
    false = Counter(f["check"] for f in result.false)
    print(f"{'check':20}{'planted':>8}{'found':>8}{'false':>8}")
    for check in sorted({*found, *missed, *false}):
        print(f"{check:20}{found[check] + missed[check]:8}{found[check]:8}{false[check]:8}")
    print(f"precision {result.precision:.3f}, recall {result.recall:.3f}")
    for entry in result.missed if chosen.missed else ():
        print("missed:", entry["check"], ", ".join(entry["articles"]), "-", entry.get("says", ""))
    for finding in result.false if chosen.false else ():
        print(
            "false:", finding["check"], finding["severity"], ", ".join(finding["articles"]), "-", finding["message_en"]
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
