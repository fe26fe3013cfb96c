"""Articles that no run has read before: those of corpus/work with other people, places and numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from danvan.ruleset import RuleSet, load_rules

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "work"

_SYLLABLES = re.findall(
    r"\w+",
    "An Bá Bình Bích Chiến Công Dũng Đức Gia Giang Hải Hạnh Hiền Hoàng Hùng Hữu Khánh Kim Lan Liên Long Mến Minh Mỹ "
    "Nam Ngọc Nhàn Phúc Phước Quốc Quý Sơn Tâm Tấn Thanh Thảo Thành Thu Thúy Tú Văn Vinh Xuân Yến",
)
_NAMED = re.compile(
    r"(?P<before>(?:đồng chí|Đồng chí|đ/c|ông|Ông|bà|Bà|anh|Anh|chị|Chị)\s)"
    r"(?P<name>[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*){1,3})"
)
_PLACED = re.compile(
    r"(?P<before>\b(?P<kind>xã|phường|thị trấn|huyện|thị xã|tỉnh)\s)(?P<name>[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*){0,3})", re.I
)
_COUNTED = re.compile(r"(?<!năm )(?<![\d./,:-])[1-9]\d{1,5}(?![\d./,:-]|\.\d)(?=\s[a-zà-ỹđ])")


def variants(count: int, seed: int = 0) -> Iterator[str]:
    """`count` different articles, the same for the same seed. Throughout an article one name stands for one."""
    texts = [p.read_text(encoding="utf-8-sig") for p in sorted(CORPUS.glob("*.txt"))]
    rules = load_rules()
    surnames, units = [row["form"].title() for row in rules.table("surnames")], _units(rules)
    for index in range(count):
        yield _vary(texts[index % len(texts)], random.Random(f"{seed}/{index}"), surnames, units)


def _units(rules: RuleSet) -> dict[str, list[str]]:
    units: dict[str, list[str]] = {}
    for row in rules.table("gazetteer/units"):
        units.setdefault(row["kind"], []).append(row["name"])
    return units


def _vary(text: str, dice: random.Random, surnames: list[str], units: dict[str, list[str]]) -> str:
    names: dict[str, str] = {}

    def person(match: re.Match[str]) -> str:
        new = f"{dice.choice(surnames)} {dice.choice(_SYLLABLES)} {dice.choice(_SYLLABLES)}"
        return match["before"] + names.setdefault(match["name"], new)

    def place(match: re.Match[str]) -> str:
        known = units.get(match["kind"].lower())
        return match["before"] + (names.setdefault(match["name"], dice.choice(known)) if known else match["name"])

    def number(match: re.Match[str]) -> str:
        digits = len(match.group())
        return str(dice.randrange(10 ** (digits - 1), 10**digits))

    return _COUNTED.sub(number, _PLACED.sub(place, _NAMED.sub(person, text)))
