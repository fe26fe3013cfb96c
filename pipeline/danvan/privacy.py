"""Names of people without a public post: where a text has them, and the text without them.

Whatever leaves the house asks here: reports and exports. Officials keep their names, for their own articles only: the
same name elsewhere may be another person's. Source of the forms: constructions.md 3.1, 3.2; rules/honorifics.csv,
surnames.csv.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import regex

from danvan.find.names import CAP, NameWords, load_name_words
from danvan.find.phrases import phrase_pattern
from danvan.gazetteer import Gazetteer, load_gazetteer, place_key
from danvan.ruleset import RuleSet
from danvan.text.view import fold_key, fold_lower, fold_view

if TYPE_CHECKING:
    import duckdb

BLANK = "…"
"""What stands for a name that is left out."""

NAME_FILES = ("officials", "places")
"""The pattern files that load_names() needs."""

_RUN = regex.compile(rf"{CAP}(?: {{1,2}}{CAP}){{0,4}}")
_SENTENCE_OPENS = regex.compile(r'(?:^|[.!?:;…"(\n+*•-])\s*$')
_LEVELS = ("province", "district", "commune")


class Names:
    """Finds the names in texts. `private` are people known to have no post, `officials` the names of an article's."""

    def __init__(self, rules: RuleSet, private: Iterable[str], officials: Mapping[str, Iterable[str]]) -> None:
        self._words: NameWords = load_name_words(rules)
        self._gazetteer: Gazetteer = load_gazetteer(rules)
        self._organs = frozenset(
            fold_key(row["form"]).partition(" ")[0] for table in ("bodies", "unit_words") for row in rules.table(table)
        ) - self._words.surnames  # fmt: skip
        keys = {fold_key(person) for owner in private if (person := self.person_of(owner)) is not None}
        # A name of one syllable is also a word: it is found behind an honorific only.
        keys = {key for key in keys if " " in key or "'" in key}
        self._known: Any = phrase_pattern(sorted(keys)) if keys else None
        self._titles: Any = phrase_pattern({fold_key(row["form"]) for row in rules.table("titles")})
        self._officials = {article: {fold_key(n) for n in names} for article, names in officials.items()}

    def person_of(self, owner: str | None) -> str | None:
        """The person in the owner of a model ("Hội CCB Lê Văn An" gives the name); None where it is an organ only."""
        if not owner:
            return None
        view = fold_view(owner).strip()
        honorific = self._words.honorific.match(fold_lower(view))
        bare = view[honorific.end() :].strip(" .:") if honorific is not None else view
        words = bare.split()
        if _RUN.fullmatch(bare) and fold_key(words[0]) not in self._organs and (honorific or len(words) > 1):
            return bare
        for at in range(1, len(words) - 2):
            rest = words[at:]
            if len(rest) < 5 and _RUN.fullmatch(" ".join(rest)) and self._words.common.fullmatch(rest[0]):
                start = len(" ".join(words[:at])) + 1
                return None if start in self._named_after(" ".join(words)) else " ".join(rest)
        return None

    def owner(self, owner: str | None, article: str | None = None) -> str | None:
        """The owner of a model as it may be shown: organs and officials, None for other people."""
        person = self.person_of(owner)
        return owner if person is None or self._is_public(fold_key(person), article) else None

    def spans(self, text: str, article: str | None = None) -> list[tuple[int, int]]:
        """Where `text` (NFC) names people without a post, ascending; `article` tells whose officials are left alone."""
        view = fold_view(text)
        lower = fold_lower(view)
        found = [*self._behind_honorifics(view, lower), *self._full_names(view)]
        if self._known is not None:
            found += [m.span() for m in self._known.finditer(lower) if view[m.start()].isupper()]
        kept = sorted((s, e) for s, e in set(found) if not self._is_public(fold_key(view[s:e]), article))
        merged: list[tuple[int, int]] = []
        for start, end in kept:
            if merged and start < merged[-1][1]:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        return merged

    def blank(self, text: str, article: str | None = None) -> str:
        """The text with "…" for every such name."""
        pieces, at = [], 0
        for start, end in self.spans(text, article):
            pieces += [text[at:start], BLANK]
            at = end
        return "".join([*pieces, text[at:]])

    def _is_public(self, key: str, article: str | None) -> bool:
        """Whether an official of the article bears the name, whole or its last syllables: "Lộc" of "Trần Văn Lộc"."""
        names = self._officials.get(article or "", ())
        return any(key == name or name.endswith(" " + key) or key.startswith(name + " ") for name in names)

    def _behind_honorifics(self, view: str, lower: str) -> Iterable[tuple[int, int]]:
        for honorific in self._words.honorific.finditer(lower):
            start = honorific.end() + len(lower[honorific.end() :]) - len(lower[honorific.end() :].lstrip(" .:"))
            run = _RUN.match(view, start)
            if run is None or run.start() == honorific.end() or self._is_no_name(view, lower, honorific.start(), start):
                continue
            # "Bà Rịa", "Anh Sơn": a capital makes it an honorific only where a sentence begins, and no unit bears it.
            if view[honorific.start()].isupper() and (
                not _SENTENCE_OPENS.search(view, max(0, honorific.start() - 8), honorific.start())
                or self._is_place(view[honorific.start() : run.end()])
            ):
                continue
            yield run.span()

    def _is_no_name(self, view: str, lower: str, honorific: int, start: int) -> bool:
        """A post ("đồng chí Bí thư"), a body, or the leader whom every article cites."""
        known = self._words.no_name.match(view, start) or self._words.leader.match(view, honorific)
        return bool(known or self._titles.match(lower, start))

    def _is_place(self, words: str) -> bool:
        syllables = words.split()
        return any(
            self._gazetteer.named(place_key(" ".join(syllables[:count])), _LEVELS)
            for count in range(2, len(syllables) + 1)
        )

    def _named_after(self, view: str) -> set[int]:
        """Where names begin that a road, a school or a unit bears."""
        return {match.end() for match in self._words.named_after.finditer(view)}

    def _full_names(self, view: str) -> Iterable[tuple[int, int]]:
        """Surname, Văn or Thị, and more, without an honorific: "hộ Nguyễn Văn An"."""
        named_after = self._named_after(view)
        for middle in self._words.middle.finditer(view):
            before = regex.search(rf"(?<![\p{{L}}']){CAP} {{1,2}}$", view[max(0, middle.start() - 12) : middle.start()])
            run = _RUN.match(view, middle.start())
            if before is None or run is None or run.end() == middle.end():
                continue
            surname = before.group().strip()
            start = middle.start() - len(before.group())
            if fold_key(surname) not in self._words.surnames or start in named_after:
                continue
            yield start, run.end()


def load_names(con: duckdb.DuckDBPyConnection, rules: RuleSet) -> Names:
    """The names of a database: owners of models, and the officials of every article."""
    owners = [row[0] for row in con.execute("SELECT DISTINCT owner FROM models WHERE owner IS NOT NULL").fetchall()]
    officials = con.execute("SELECT article, list(DISTINCT name) FROM officials GROUP BY article").fetchall()
    return Names(rules, owners, dict(officials))
