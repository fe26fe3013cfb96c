"""Articles that no run has read before: those of corpus/work with other people, places and numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import cycle
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
    r"(?P<before>\b(?P<kind>(?i:xã|phường|thị trấn|huyện ủy|huyện|thị xã|tỉnh ủy|tỉnh))\s)"
    r"(?P<name>[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*){0,3})"
)
_LEVELS = {
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "huyện": "district", "thị xã": "district",
    "huyện ủy": "district", "tỉnh": "province", "tỉnh ủy": "province",
}  # fmt: skip
_COUNTED = re.compile(r"(?<!năm )(?<![\d./,:-])[1-9]\d{1,5}(?![\d./,:-]|\.\d)(?=\s[a-zà-ỹđ])")


def variants(count: int, seed: int = 0) -> Iterator[str]:
    """`count` different articles, the same for the same seed. Throughout an article one name stands for one."""
    texts = [p.read_text(encoding="utf-8-sig") for p in sorted(CORPUS.glob("*.txt"))]
    rules = load_rules()
    surnames, country = [row["form"].title() for row in rules.table("surnames")], Country(rules)
    for index in range(count):
        dice = random.Random(f"{seed}/{index}")
        text = texts[index % len(texts)]
        yield _vary(text, dice, surnames, country.names(dice, reformed="huyện" not in text.lower()))


class Country:
    """The units of a day before and a day after the reform of 2025."""

    def __init__(self, rules: RuleSet) -> None:
        rows = rules.table("gazetteer/units")
        self._days = {
            reformed: [r for r in rows if r["valid_from"] <= day and (not r["valid_to"] or day < r["valid_to"])]
            for reformed, day in ((False, "2022-06-01"), (True, "2025-08-01"))
        }

    def names(self, dice: random.Random, *, reformed: bool) -> dict[str, Iterator[str]]:
        """New names by level: of one province, of one district in it and its neighbours, of the communes inside."""
        rows = self._days[reformed]
        province = dice.choice([r for r in rows if r["level"] == "province"])
        districts = [r for r in rows if r["parent_code"] == province["code"] and r["level"] == "district"]
        dice.shuffle(districts)
        home = districts[0] if districts else province
        communes = [r for r in rows if r["parent_code"] == home["code"] and not r["name"].isdigit()]
        dice.shuffle(communes)
        return {
            level: cycle([r["name"] for r in units] or [home["name"]])
            for level, units in (("province", [province]), ("district", districts), ("commune", communes))
        }


def _vary(text: str, dice: random.Random, surnames: list[str], units: dict[str, Iterator[str]]) -> str:
    names: dict[str, str] = {}

    def person(match: re.Match[str]) -> str:
        new = f"{dice.choice(surnames)} {dice.choice(_SYLLABLES)} {dice.choice(_SYLLABLES)}"
        return match["before"] + names.setdefault(match["name"], new)

    def place(match: re.Match[str]) -> str:
        if match["name"] not in names:
            names[match["name"]] = next(units[_LEVELS[match["kind"].lower()]])
        return match["before"] + names[match["name"]]

    def number(match: re.Match[str]) -> str:
        digits = len(match.group())
        return str(dice.randrange(10 ** (digits - 1), 10**digits))

    renamed = _PLACED.sub(place, _NAMED.sub(person, text))
    for old, new in sorted(names.items(), key=lambda pair: -len(pair[0])):
        if " " in old and old not in names.values():
            renamed = renamed.replace(old, new)
    return _COUNTED.sub(number, renamed)
