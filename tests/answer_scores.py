"""The answers over a folder of articles against those that the gold gives: `python tests/answer_scores.py corpus/test`.

Both tables come from the same policy (store/views.sql): one over the records as extracted, one over records that hold
nothing but the model counts of the gold. The gold is read in three ways: by its first choice, with what it leaves open
(`optional`, `repeat`), and with its alternatives (`alt`, the first of each). A row (unit, year, number) is right where
one of the readings gives it, and missed where the first gives it and each has an answer for its unit and year.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

import duckdb

from danvan.batch import Batch
from danvan.evaluate.gold import Gold, is_free, read_golds
from danvan.queries import find_query
from danvan.records import Article, ArticleRecord, Change, Figure, Period, PlaceRef, Span
from danvan.ruleset import load_rules
from danvan.store.database import create_tables
from danvan.store.read import open_for_reading, run_query
from danvan.store.write import RunFacts, StoredArticle, Writer
from making import stored

LEVELS = ("commune", "district", "province")
Row = tuple[str | None, ...]
Reading = Literal["first", "free", "alternative"]


@dataclass(frozen=True)
class AnswerScore:
    """Rows (province, district, commune, year, models) of both tables."""

    right: frozenset[Row]
    wrong: frozenset[Row]
    missed: frozenset[Row]

    @property
    def f1(self) -> float:
        return 2 * len(self.right) / max(1, 2 * len(self.right) + len(self.wrong) + len(self.missed))


def unit_of(count: Gold, gold: Gold) -> PlaceRef | None:
    """The unit that a count of the gold names: the article's own of that name, else one that the gold lists.

    "thị trấn Vũng Liêm" beside huyện Vũng Liêm is told apart by the word that stands before the name.
    """
    name, own = count["place"], gold["article_place"] or {}
    if not name:
        return None
    found = [(level, own.get("province"), own.get("district")) for level in LEVELS if own.get(level) == name]
    found += [(p["level"], p.get("province"), p.get("district")) for p in gold["places"] if p["name"] == name]
    if re.search(rf"(?i)\b(xã|phường|thị trấn) {name}", count["text"]):
        found.sort(key=lambda unit: unit[0] != "commune")
    for level, province, district in found:
        if level in LEVELS:
            return PlaceRef(
                name=name, level=level, province=province,
                district=None if level == "province" else name if level == "district" else district,
                commune=name if level == "commune" else None,
            )  # fmt: skip
    return None


def figures_of(gold: Gold, reading: Reading) -> Iterator[tuple[str, Figure]]:
    """The model counts of the gold, each with the text that says it; offsets count in the texts joined by lines."""
    counts = [c for c in gold["model_counts"] if reading == "free" or not is_free(c)]
    if reading == "alternative":
        counts = [{**c, **{key: values[0] for key, values in c.get("alt", {}).items()}} for c in counts]
    start = 0
    for nr, count in enumerate(counts):
        text = count["text"]
        same = [i for i, c in enumerate(counts) if i != nr and c["value"] == count["part_of_value"]]
        year_end = count["year_end"]
        yield text, Figure(
            measure="mô hình", unit="mô hình", topic="dan_van_kheo", value=count["value"], high=count["high"],
            bound=count["bound"], of=count["of"], field=count["field"], level=count["level"], holder=count["holder"],
            status=count["status"], place=unit_of(count, gold),
            period=Period(
                start=f"{count['year_start']}-01-01" if count["year_start"] else None,
                end=f"{year_end}-12-31" if year_end else None, cumulative=bool(count["cumulative"]),
            ),
            part_of=same[0] if same else None, partition=False if same else None,
            change=Change(**count["change"]) if count["change"] else None,
            span=Span(start=start, end=start + len(text), text=text), rule="gold", confidence=1.0,
        )  # fmt: skip
        start += len(text) + 1


def stored_gold(stem: str, gold: Gold, reading: Reading) -> StoredArticle:
    said = list(figures_of(gold, reading))
    text = "\n".join(text for text, _ in said) or "-"
    article = Article(id=stem, source=f"{stem}.txt", text=text, published=gold["published"])
    return stored(ArticleRecord(article=article, figures=tuple(figure for _, figure in said)))


def answers(con: duckdb.DuckDBPyConnection) -> dict[str, frozenset[Row]]:
    """The rows of models-per-...-year, by level."""
    return {level: frozenset(_answers(con, level)) for level in LEVELS}


def _answers(con: duckdb.DuckDBPyConnection, level: str) -> Iterator[Row]:
    query = find_query(f"models-per-{level}-year")
    rows = run_query(con, query.sql, query.bind({}))
    for cells in rows:
        row: Mapping[str, Any] = dict(zip(rows.names, cells, strict=True))
        yield tuple(None if row.get(key) is None else str(row[key]) for key in (*reversed(LEVELS), "year", "models"))


def scores(folder: Path, only: str = "*") -> dict[str, AnswerScore]:
    """By level, the rows over the articles of a folder that have gold."""
    golds = read_golds(folder, only)
    with tempfile.TemporaryDirectory() as scratch:
        db = Path(scratch) / "answers.duckdb"
        paths = [str(p) for p in sorted(folder.iterdir()) if p.stem in golds]
        Batch(paths=paths, db=db, rules=load_rules()).run()
        with open_for_reading(db) as con:
            have = answers(con)
    want, *others = (by_hand(golds, reading) for reading in get_args(Reading))
    return {level: _compare(have[level], want[level], [other[level] for other in others]) for level in LEVELS}


def _compare(have: frozenset[Row], want: frozenset[Row], others: Sequence[frozenset[Row]]) -> AnswerScore:
    needed = frozenset(row for row in want if all(any(row[:-1] == r[:-1] for r in other) for other in others))
    right = have & want.union(*others)
    answered = {row[:-1] for row in right}
    return AnswerScore(right, have - right, frozenset(row for row in needed if row[:-1] not in answered))


def by_hand(golds: Mapping[str, Gold], reading: Reading) -> dict[str, frozenset[Row]]:
    """The answers that the gold gives under the same policy."""
    with duckdb.connect() as con:
        create_tables(con)
        Writer(con, RunFacts("1", "gold"), lambda: datetime(2026, 1, 1)).write(
            [stored_gold(stem, gold, reading) for stem, gold in golds.items()]
        )
        return answers(con)


def main() -> int:
    folder, only = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "*"
    for level, found in reversed(scores(folder, only).items()):
        counts = f"{len(found.right)} right, {len(found.wrong)} wrong, {len(found.missed)} missed"
        print(f"{level:10} {counts}: F1 {found.f1:.3f}")
        for sign, rows in (("+", found.wrong), ("-", found.missed)):
            for row in sorted(rows, key=str):
                print(f"  {sign} {json.dumps(row, ensure_ascii=False)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
