"""Articles a second: danvan.extract() with everything on beside underthesea's ner() on every sentence.

    python tests/bench/speed.py [--articles 240] [--stock 24]

One core, models loaded before the clock starts, every article read once only (variants.py). Both sides run in turns,
so that a busy machine slows both. Prints the rates, their ratio, and where the time of extract() goes.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from variants import variants

import danvan
from danvan import api, steps
from danvan.text.words import load_ner

_ROUNDS = 6


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=240, help="articles for extract() (240)")
    options.add_argument("--stock", type=int, default=24, help="articles for underthesea's ner() (24)")
    chosen = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    ours, stock = list(variants(chosen.articles)), list(variants(chosen.stock, seed=1))
    for text in variants(3, seed=2):
        danvan.extract(text)
        _stock(text)
    load_ner()
    rates = [(_rate(_stock, s), _rate(danvan.extract, o)) for s, o in zip(_cut(stock), _cut(ours), strict=True)]
    slow, fast = (median(r) for r in zip(*rates, strict=True))
    characters = sum(map(len, ours)) / len(ours)
    print(f"{len(ours)} articles, {characters:,.0f} characters each; one core, {_ROUNDS} rounds, medians")
    print(f"underthesea ner(), every sentence   {slow:8.2f} articles/s")
    print(f"danvan.extract(), everything on     {fast:8.2f} articles/s")
    print(f"ratio                               {median(b / a for a, b in rates):8.1f}")
    print(f"\nstage of extract(){'':18}ms/article   share")
    stages = _stages(list(variants(40, seed=3)))
    whole = sum(stages.values())
    for name, seconds in sorted(stages.items(), key=lambda item: -item[1]):
        print(f"{name:36}{seconds / 40 * 1000:10.2f}{seconds / whole:8.1%}")
    return 0


def _stock(text: str) -> None:
    from underthesea import ner, sent_tokenize

    for line in text.splitlines():
        for sentence in sent_tokenize(line):
            ner(sentence)


def _rate(call: Callable[[str], Any], texts: Sequence[str]) -> float:
    start = process_time()
    for text in texts:
        call(text)
    return len(texts) / (process_time() - start)


def _cut(texts: list[str]) -> list[list[str]]:
    return [texts[i::_ROUNDS] for i in range(_ROUNDS)]


def _stages(texts: Sequence[str]) -> dict[str, float]:
    """Seconds in each function that steps.py and api.py call, with all that it calls."""
    spent: dict[str, float] = {}
    inside: list[str] = []

    def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            if inside:
                return call(*args, **kwargs)
            inside.append(name)
            start = process_time()
            try:
                return call(*args, **kwargs)
            finally:
                spent[name] = spent.get(name, 0.0) + process_time() - start
                inside.pop()

        return run

    kept = [(module, name, call) for module in (steps, api) for name, call in _calls(module)]
    for module, name, call in kept:
        setattr(module, name, timed(name, call))
    start = process_time()
    for text in texts:
        api.extract(text)
    spent["(the rest)"] = process_time() - start - sum(spent.values())
    for module, name, call in kept:
        setattr(module, name, call)
    return spent


def _calls(module: ModuleType) -> list[tuple[str, Callable[..., Any]]]:
    rooms = "find", "link", "text", "ingest", "numbers", "records", "gazetteer"
    wanted = tuple(f"danvan.{room}" for room in rooms)
    return [
        (name, value)
        for name, value in vars(module).items()
        if callable(value) and getattr(value, "__module__", "").startswith(wanted)
    ]


if __name__ == "__main__":
    sys.exit(main())
