"""Articles that no run has read before: those of corpus/work with other people, places and numbers, as they stand or
put together anew out of their sentences.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

from danvan.ingest.read import read_inputs
from danvan.ruleset import RuleSet, load_rules
from danvan.text.article import Draft
from danvan.text.segment import split_article

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


@dataclass(frozen=True)
class Composed:
    """An article put together: its title, minute of publication and paragraphs."""

    title: str
    published: datetime
    paragraphs: tuple[str, ...]


def composed(count: int, seed: int = 0) -> Iterator[Composed]:
    """`count` articles that are no copies of one another: each out of sentences drawn from all of corpus/work."""
    rules = load_rules()
    drafts = [draft for draft in read_inputs([CORPUS], rules=rules) if isinstance(draft, Draft)]
    titles = [draft.title for draft in drafts if draft.title]
    sentences = sorted({sentence for draft in drafts for sentence in _sentences(draft, rules)})
    sizes = [sum(map(len, _sentences(draft, rules))) for draft in drafts]
    surnames, country = [row["form"].title() for row in rules.table("surnames")], Country(rules)
    for index in range(count):
        dice = random.Random(f"{seed}/composed/{index}")
        published = datetime(2012, 1, 1) + timedelta(minutes=dice.randrange(14 * 365 * 1440))
        lines = [dice.choice(titles)]
        wanted = dice.choice(sizes)
        while sum(map(len, lines)) < wanted:
            lines.append(" ".join(dice.sample(sentences, dice.randint(1, 3))))
        units = country.names(dice, reformed=published >= datetime(2025, 7, 1))
        title, *paragraphs = _vary("\n".join(lines), dice, surnames, units).split("\n")
        yield Composed(title, published, tuple(paragraphs))


def _sentences(draft: Draft, rules: RuleSet) -> Iterator[str]:
    """The sentences of an article's body that can stand in another one."""
    body = [(part.start, part.end) for part in draft.parts if part.kind in {"lead", "body"}]
    for span in split_article(draft, rules):
        text = draft.text[span.start : span.end].strip()
        whole = "\n" not in text and text[:1].isupper() and text[-1:] in {".", ";"}
        if whole and 60 <= len(text) <= 500 and any(start <= span.start < end for start, end in body):
            yield text


class Country:
    """The units of a day before and a day after the reform of 2025."""

    def __init__(self, rules: RuleSet) -> None:
        rows = rules.table("gazetteer/units")
        self._provinces: dict[bool, list[Mapping[str, str]]] = {}
        self._below: dict[tuple[bool, str], list[Mapping[str, str]]] = defaultdict(list)
        for reformed, day in ((False, "2022-06-01"), (True, "2025-08-01")):
            held = [r for r in rows if r["valid_from"] <= day and (not r["valid_to"] or day < r["valid_to"])]
            self._provinces[reformed] = [r for r in held if r["level"] == "province"]
            for row in held:
                self._below[reformed, row["parent_code"]].append(row)

    def names(self, dice: random.Random, *, reformed: bool) -> dict[str, Iterator[str]]:
        """New names by level: of one province, of one district in it and its neighbours, of the communes inside."""
        province = dice.choice(self._provinces[reformed])
        districts = [r for r in self._below[reformed, province["code"]] if r["level"] == "district"]
        dice.shuffle(districts)
        home = districts[0] if districts else province
        communes = [r for r in self._below[reformed, home["code"]] if not r["name"].isdigit()]
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
