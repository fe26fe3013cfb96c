"""The audit over two short articles each: what they say of one thing is found, what may both be right is left alone."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from danvan.api import extract
from danvan.audit.check import load_checks
from danvan.audit.run import compare_all
from danvan.ruleset import load_rules
from danvan.store.database import create_tables
from danvan.store.write import RunFacts, Writer
from making import stored

PAIRS = tomllib.loads((Path(__file__).parent / "cases" / "audit_across.toml").read_text(encoding="utf-8"))["pair"]
CHECKS = sorted({pair["check"] for pair in PAIRS})
HEADS = ("Chuyện dân vận ở {u}", "Nhìn lại cách làm của {u}")


def units() -> Iterator[Mapping[str, str]]:
    """The names that stand for {u}, {x}, {p} ... in one pair: a district of its own, by a name that no other bears."""
    rows = [r for r in load_rules().table("gazetteer/units") if not r["valid_to"] or r["valid_to"] >= "2025-07-01"]
    rows = [r for r in rows if r["valid_from"] < "2013-01-01"]
    names = {r["code"]: r["name"] for r in rows if r["level"] == "province"}
    inner: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "xã":
            inner[row["parent_code"]].append(row["name"])
    known = [r["name"] for r in rows]
    alone = [
        r for r in rows
        if r["kind"] == "huyện" and r["parent_code"] in names and known.count(r["name"]) == 1 and " " in r["name"]
        and len(inner[r["code"]]) > 2
    ]  # fmt: skip
    for own, other in zip(alone, reversed(alone), strict=True):
        own_names = [name for name in inner[own["code"]] if name != own["name"]]
        yield {
            "u": f"huyện {own['name']}", "v": f"huyện {other['name']}", "x": own_names[0], "y": own_names[1],
            "p": names[own["parent_code"]],
        }  # fmt: skip


def texts(first: int) -> Iterator[tuple[int, str]]:
    """The articles of the pairs from this one on, as many as there are districts."""
    for number, (pair, unit) in enumerate(zip(PAIRS[first:], units(), strict=False), first):
        for head, words in zip(HEADS, (pair["first"], pair.get("second")), strict=True):
            if words is not None:
                day, _, body = words.partition(": ")
                printed = date.fromisoformat(day).strftime("%d/%m/%Y")
                title = f"{head} ({unit['p']})"
                yield number, f"{title}\n{printed}\n\n{body}\n".format_map(unit)


@pytest.fixture(scope="module")
def found() -> dict[int, set[str]]:
    """By the number of the pair: the checks that find something in it, `copy` (a note on the form) apart."""
    by_pair: dict[int, set[str]] = defaultdict(set)
    checks = [load_checks()[slug] for slug in CHECKS]
    for first in range(0, len(PAIRS), len(list(units()))):
        made = list(texts(first))
        records = [extract(text, source=f"{i}.txt") for i, (_, text) in enumerate(made)]
        numbers = {record.article.id: pair for record, (pair, _) in zip(records, made, strict=True)}
        with duckdb.connect() as con:
            create_tables(con)
            Writer(con, RunFacts("1", "c"), lambda: datetime(2024, 1, 1)).write([stored(r) for r in records])
            for slug, compared in zip(CHECKS, compare_all(con, checks), strict=True):
                for finding in compared.findings:
                    by_pair[numbers[finding.articles[0]]].add(slug)
    return by_pair


@pytest.mark.parametrize("check", CHECKS)
def test_what_cannot_both_be_right_is_found(found: dict[int, set[str]], check: str) -> None:
    planted = [i for i, pair in enumerate(PAIRS) if pair["check"] == check and pair["differs"]]
    assert [PAIRS[i] for i in planted if check not in found.get(i, set())] == []


@pytest.mark.parametrize("check", CHECKS)
def test_what_may_both_be_right_is_left_alone(found: dict[int, set[str]], check: str) -> None:
    innocent = [i for i, pair in enumerate(PAIRS) if pair["check"] == check and not pair["differs"]]
    assert [(PAIRS[i], found[i]) for i in innocent if found.get(i)] == []
