"""What ready-made tools find on the same articles: underthesea's ner(), dateparser, and plain regular expressions.

    python tests/bench/baselines.py [FOLDER] [--only PATTERN]

Prints the F1 of each row beside ours, judged by the same rules. Each tool gets the cleaned text and the day of
publication that we read. ner() gives persons (as officials without a post) and places; dateparser every day that it
finds; the expressions are "{number} mô hình" and "{number} tỷ|triệu|nghìn đồng", what a reader would write first.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import dateparser.search
from underthesea import ner

from danvan.evaluate import Score
from danvan.evaluate.score import read_and_score
from danvan.records import ArticleRecord
from danvan.ruleset import load_rules

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "test"
ROWS = "dates", "officials", "places", "model counts", "money"
_MODELS = re.compile(r"(\d[\d.]*)\s+(?:mô hình|điển hình)", re.IGNORECASE)
_MONEY = re.compile(r"(\d[\d.]*(?:,\d+)?)\s*(tỷ|triệu|nghìn|ngàn)?\s*đồng", re.IGNORECASE)
_SCALE = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 1000, "ngàn": 1000, "": 1}
_LEVELS = {"tỉnh": "province", "huyện": "district", "quận": "district", "xã": "commune", "phường": "commune"}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    options.add_argument("--only", default="*")
    chosen = options.parse_args()
    rules = load_rules()
    scored = read_and_score(chosen.folder, rules, only=chosen.only)
    theirs = Score()
    for stem, draft in scored.drafts.items():
        theirs.add(stem, scored.golds[stem], baseline(draft.text, draft.published), draft)
    print(f"{len(scored.drafts)} articles of {chosen.folder.name}/{chosen.only}\n")
    print(f"{'':16}{'baseline':>32}{'danvan':>10}")
    names = "dateparser", "underthesea ner()", "underthesea ner()", "regular expression", "regular expression"
    for row, name in zip(ROWS, names, strict=True):
        print(f"{row:16}{name:>24}{theirs.tallies[row].f1:8.2f}{scored.score.tallies[row].f1:10.2f}")
    return 0


def baseline(text: str, published: str | None) -> ArticleRecord:
    """The record that the ready-made tools give."""
    return ArticleRecord.model_validate(
        {
            "article": {"id": "baseline", "text": text, "published": published},
            "dates": list(_dates(text, published)),
            "officials": [_official(text, *s) for s in _entities(text, "PER")],
            "places": [_place(text, *s) for s in _entities(text, "LOC")],
            "figures": [_figure(text, m) for m in _MODELS.finditer(text)],
            "money": [_sum(text, m) for m in _MONEY.finditer(text)],
            "models": [],
        }
    )


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def _fact(text: str, start: int, end: int) -> dict[str, Any]:
    return {"span": _span(text, start, end), "rule": "baseline", "confidence": 0.5}


def _dates(text: str, published: str | None) -> Iterable[dict[str, Any]]:
    base = datetime.fromisoformat(published) if published else datetime(2020, 1, 1)
    at = 0
    for line in text.splitlines():
        found = dateparser.search.search_dates(line, languages=["vi"], settings={"RELATIVE_BASE": base}) or []
        for words, moment in found:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                day = date(moment.year, moment.month, moment.day).isoformat()
                yield {**_fact(text, start, at), "start": day, "end": day, "grain": "day", "role": "event"}


def _entities(text: str, label: str) -> Iterable[tuple[int, int]]:
    at = 0
    for line in text.splitlines():
        open_: tuple[int, int] | None = None
        for word, _, _, tag in ner(line):
            start = text.find(word, at)
            if start < 0:
                continue
            at = start + len(word)
            if tag == f"I-{label}" and open_ is not None:
                open_ = (open_[0], at)
                continue
            if open_ is not None:
                yield open_
            open_ = (start, at) if tag == f"B-{label}" else None
        if open_ is not None:
            yield open_


def _official(text: str, start: int, end: int) -> dict[str, Any]:
    fact = _fact(text, start, end)
    return {"name": text[start:end], "positions": [], "spans": [fact.pop("span")], **fact}


def _place(text: str, start: int, end: int) -> dict[str, Any]:
    fact = _fact(text, start, end)
    kind, _, name = text[start:end].partition(" ")
    level = _LEVELS.get(kind.lower())
    if level is None:
        before = text[max(0, start - 12) : start].split()
        level, name, kind = _LEVELS.get(before[-1].lower() if before else "", "commune"), text[start:end], "xã"
    return {"kind": kind.lower(), "name": name, "level": level, "spans": [fact.pop("span")], **fact}


def _figure(text: str, match: re.Match[str]) -> dict[str, Any]:
    value = int(match[1].replace(".", ""))
    return {
        **_fact(text, *match.span()), "measure": "mô hình", "unit": "mô hình", "value": value, "bound": "exact",
        "topic": "dan_van_kheo",
    }  # fmt: skip


def _sum(text: str, match: re.Match[str]) -> dict[str, Any]:
    amount = float(match[1].replace(".", "").replace(",", ".")) * _SCALE[(match[2] or "").lower()]
    return {**_fact(text, *match.span()), "amount": round(amount), "currency": "VND", "bound": "exact"}


if __name__ == "__main__":
    raise SystemExit(main())
