"""Texts that make careless patterns think for ever: every rule and every finder must end within two seconds on each.

    python tests/bench/runaway.py [--all]

Prints the slowest of each text (all of them with --all); exit code 1 where one takes longer.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from time import process_time
from typing import Any

from danvan import steps
from danvan.errors import RuleError
from danvan.ingest.read import draft_from_text
from danvan.match import find
from danvan.ruleset import RuleSet, load_rules
from danvan.text.view import fold_lower, fold_view

LIMIT_S = 2.0
_SENTENCE = "Toàn huyện xây dựng được 118 mô hình dân vận khéo, hỗ trợ 12 căn nhà trị giá 600 triệu đồng. "

TEXTS: dict[str, str] = {
    "200,000 digits": "7" * 200_000,
    "200,000 digits with dots": "7." * 100_000,
    "200,000 digits with slashes": "12/" * 66_667,
    "10,000 numbers": "7 " * 10_000,
    "10,000 numbers with commas": "1, " * 10_000,
    "1 MB in one word": "a" * 1_000_000,
    "1 MB on one line": "đi qua cầu và " * 71_429,
    "10,000 nested quotes": "“" * 10_000 + "khéo" + "”" * 10_000,
    "10,000 straight quotes": '"a ' * 10_000,
    "200,000 times a": "a " * 200_000,
    "20,000 capitals": "Nguyễn " * 20_000,
    "20,000 capital words": "ĐẢNG ỦY XÃ " * 7_000,
    "20,000 titles": "Phó Bí thư Thường trực " * 4_000,
    "20,000 units": "xã Tân Lập, " * 10_000,
    "30,000 brackets": "(" * 15_000 + ")" * 15_000,
    "brackets and digits": "(1) [2] " * 5_000,
    "10,000 number words": "hai mươi mốt " * 10_000,
    "30,000 blanks": "mô" + " " * 30_000 + "hình",
    "30,000 line breaks": "a\n" * 30_000,
    "30,000 dashes": "- " * 30_000,
    "30,000 stops": ". " * 30_000,
    "1,000 sentences on one line": _SENTENCE * 1_000,
}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--all", action="store_true", help="print all that took longer than 0.1 s")
    options.add_argument("--text", help="only the texts whose name holds this")
    chosen = options.parse_args()
    rules = load_rules()
    steps.extract(draft_from_text(_SENTENCE, rules=rules), rules)
    slow = 0
    for name, text in TEXTS.items():
        if chosen.text and chosen.text not in name:
            continue
        times = sorted([*_rules(text, rules), *_finders(text, rules)], key=lambda item: -item[1])
        slow += sum(seconds > LIMIT_S for _, seconds in times)
        shown = [t for t in times if t[1] > (0.1 if chosen.all else LIMIT_S)] or times[:1]
        for what, seconds in shown:
            print(f"{name:30}{what:45}{seconds:8.2f} s{'   TOO SLOW' if seconds > LIMIT_S else ''}", flush=True)
    print(f"{slow} took longer than {LIMIT_S:.0f} s" if slow else f"all ended within {LIMIT_S:.0f} s")
    return 1 if slow else 0


def _rules(text: str, rules: RuleSet) -> Iterator[tuple[str, float]]:
    """Every rule on the view of the text, its prefilter left out.

    Some are never searched for: numbers.py holds its rules to a digit, find/dates.py those with a `side` to a date.
    Both are timed as finders.
    """
    view = fold_view(text)
    lower = fold_lower(view)
    for file in set(rules.rules).difference({"numbers"}):
        for rule in rules.of(file):
            if "side" in rule.gives:
                continue
            start = process_time()
            try:
                find(rule, view, "".join(rule.needs) or lower)
            except RuleError:
                yield f"{file}: {rule.id}", max(LIMIT_S + 0.01, process_time() - start)
            else:
                yield f"{file}: {rule.id}", process_time() - start


def _finders(text: str, rules: RuleSet) -> Iterator[tuple[str, float]]:
    """Reading the text into parts, then every step of steps.py."""
    spent: dict[str, float] = {}

    def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            start = process_time()
            try:
                return call(*args, **kwargs)
            finally:
                spent[name] = spent.get(name, 0.0) + process_time() - start

        return run

    calls = [
        (name, value)
        for name, value in vars(steps).items()
        if callable(value)
        and getattr(value, "__module__", "").startswith(("danvan.find", "danvan.link", "danvan.text", "danvan.numbers"))
    ]
    try:
        for name, value in calls:
            setattr(steps, name, timed(name, value))
        draft = timed("draft_from_text", draft_from_text)(text, rules=rules)
        steps.extract(draft, rules)
    except RuleError as error:
        spent[f"stopped: {error}"] = LIMIT_S + 0.01
    finally:
        for name, value in calls:
            setattr(steps, name, value)
    yield from spent.items()


if __name__ == "__main__":
    sys.exit(main())
