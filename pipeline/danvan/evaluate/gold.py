"""Gold files: which there are, whose record is whose, and which values a gold fact accepts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Any

from danvan.errors import DanvanError, UsageError
from danvan.evaluate.wording import fold
from danvan.messages import say
from danvan.records import ArticleRecord, PlaceRef

Gold = Mapping[str, Any]
"""A gold file, or one fact of it."""

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "dates": ("text", "start", "end"),
    "officials": ("name",),
    "places": ("name", "level"),
    "model_counts": ("text", "value"),
    "money": ("text", "amount"),
    "other_counts": ("text", "value"),
    "named_models": ("name",),
}
"""The kinds that every gold file lists, the empty ones too, and what each fact of them must have (corpus/README.md)."""


def read_golds(folder: Path, only: str = "*") -> dict[str, Gold]:
    """The gold of a folder's articles by stem, of those whose stem fits the shell pattern `only`.

    Raises UsageError where there is none, DanvanError for a broken file.
    """
    paths = [path for path in sorted((folder / "gold").glob("*.json")) if fnmatchcase(path.stem, only)]
    golds = {path.stem: _read_gold(path) for path in paths}
    if not golds:
        raise UsageError(say("evaluate.no_gold", path=folder, only=only))
    return golds


def _read_gold(path: Path) -> Gold:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DanvanError(say("evaluate.bad_gold", path=path, reason=error)) from None
    if not isinstance(gold, dict):
        raise DanvanError(say("evaluate.bad_gold", path=path, reason=type(gold).__name__))
    if (lacking := next(_lacking(gold), None)) is not None:
        raise DanvanError(say("evaluate.gold_lacks", path=path, name=lacking))
    return gold


def _lacking(gold: Gold) -> Iterator[str]:
    """What is not there and must be, by name: "dates", "dates[2].text"."""
    for kind, needed in _NEEDED.items():
        facts = gold.get(kind)
        if not isinstance(facts, list):
            yield kind
            continue
        for number, fact in enumerate(facts):
            yield from (f"{kind}[{number}].{name}" for name in needed if not isinstance(fact, dict) or name not in fact)


def stem_of(record: ArticleRecord, stems: Iterable[str]) -> str | None:
    """Which of these gold files is the record's: the one named like its source, address or id."""
    known = set(stems)
    names = (record.article.source, record.article.url, record.article.id)
    return next((PurePath(n).stem for n in names if n and PurePath(n).stem in known), None)


def is_free(gold: Gold) -> bool:
    """Whether the fact is neither missed nor wrong: said again, or left open."""
    return bool(gold.get("repeat") or gold.get("optional"))


def accepts(gold: Gold, key: str, value: Any, normal: Callable[[Any], Any] = lambda v: v) -> bool:
    """Whether the value is the gold's, or one of its alternatives."""
    return normal(value) in [normal(v) for v in (gold.get(key), *gold.get("alt", {}).get(key, ()))]


def fits_unit(gold: Gold, unit: PlaceRef | None, level: str | None) -> bool:
    """The gold's names; and below `level`, or where the gold says that there is none, no name at all."""
    order = ("province", "district", "commune")
    for depth, key in enumerate(order):
        have = getattr(unit, key) if unit is not None else None
        if gold.get(key):
            if not accepts(gold, key, have, fold):
                return False
        elif have and level != key and (key in gold or level in order[:depth]):
            return False
    return True
