"""The checks within one article over numbers in a row: planted slips are found, their innocent twins are not."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from danvan.api import extract
from danvan.audit.check import load_checks
from danvan.audit.run import compare_all
from danvan.store.database import create_tables
from danvan.store.write import RunFacts, Writer
from making import stored

ARTICLES = tomllib.loads((Path(__file__).parent / "cases" / "audit_row.toml").read_text(encoding="utf-8"))["article"]
CHECKS = sorted({a["check"] for a in ARTICLES})


@pytest.fixture(scope="module")
def found() -> dict[int, set[str]]:
    """By the number of the article: the checks that find something in it alone, above a note (outliers are notes)."""
    records = [extract(a["text"], source=f"{i}.txt") for i, a in enumerate(ARTICLES)]
    numbers = {r.article.id: i for i, r in enumerate(records)}
    by_article: dict[int, set[str]] = defaultdict(set)
    with duckdb.connect() as con:
        create_tables(con)
        Writer(con, RunFacts("1", "c"), lambda: datetime(2024, 1, 1)).write([stored(r) for r in records])
        for compared in compare_all(con, [c for slug, c in load_checks().items() if slug in CHECKS]):
            for finding in compared.findings:
                if len(finding.articles) == 1 and (finding.severity != "note" or finding.check == "outlier"):
                    by_article[numbers[finding.articles[0]]].add(finding.check)
    return by_article


@pytest.mark.parametrize("check", CHECKS)
def test_planted_slips_are_found(found: dict[int, set[str]], check: str) -> None:
    planted = [i for i, a in enumerate(ARTICLES) if a["check"] == check and a["differs"]]
    assert [ARTICLES[i]["text"] for i in planted if check not in found.get(i, set())] == []


def test_innocent_articles_have_no_finding(found: dict[int, set[str]]) -> None:
    innocent = [i for i, a in enumerate(ARTICLES) if not a["differs"]]
    assert [(ARTICLES[i]["text"], found[i]) for i in innocent if found.get(i)] == []
