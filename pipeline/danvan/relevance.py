"""Whether an article is about dân vận work: the movement itself, or what the Front and the unions move people to do.

Rules of rules/relevance.toml bear weights: for, against, and masks, which take out what only looks like it (a post held
by a guest, a rubric). Only sentences speak: a menu or a list of other news has none. What stands in the headline or in
the opening counts twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from danvan.ruleset import Rule, RuleSet
from danvan.store.database import append, transaction
from danvan.text.view import fold_view

if TYPE_CHECKING:
    import duckdb

LEAST_SCORE = 3.0
"""One strong word ("Dân vận khéo") in a sentence, or a union, what it moves people to, and a second such thing."""
_OPENING = 320
"""Characters of the text that say what it is about: headline and lead."""
_LEAST_WORDS = 8
"""A line with fewer words and no stop is a menu entry, a caption or a headline of other news."""

_CHUNK = 500

_STOP = re.compile(r"[.!?…;:]['\")]{0,2}\s*$")
_OTHER_NEWS = re.compile(
    r"(?i)^\s*(?:các\s+)?(?:tin|bài)\s+(?:khác|liên quan|cùng chuyên mục|mới hơn|cũ hơn|đọc nhiều)"
)


@dataclass(frozen=True, slots=True)
class Relevance:
    """The verdict, its score, and the rules that it rests on, those that weigh most first."""

    relevant: bool
    score: float
    reasons: tuple[str, ...]


def judge(
    text: str, rules: RuleSet, *, title: str | None = None, parts: Sequence[tuple[str, int, int]] = ()
) -> Relevance:
    """Whether the article is about dân vận work. `parts` are (kind, start, end) of the text, where they are known."""
    masks = rules.starting("relevance", "mask.")
    headline = _masked(fold_view(title or ""), masks)
    told = "\n".join(_sentences(fold_view(text), parts))
    body = _masked(told, masks)
    opening = headline + "\n" + body[:_OPENING]
    # The headline is often the first line of the text as well: it weighs by standing there, not by its length.
    everything = headline + "\n" + body
    lower, opening_lower = everything.lower(), opening.lower()
    weighed: dict[str, float] = {}
    for rule in rules.of("relevance"):
        if rule in masks or not _may(rule, lower) or rule.regex.search(everything) is None:
            continue
        weight = float(rule.gives.get("weight", 0))
        early = _may(rule, opening_lower) and rule.regex.search(opening) is not None
        weighed[rule.id] = weight * (2 if early else 1)
    score = sum(weighed.values())
    reasons = sorted(weighed, key=lambda id_: (-abs(weighed[id_]), id_))
    return Relevance(score >= LEAST_SCORE, score, tuple(reasons))


def _sentences(view: str, parts: Sequence[tuple[str, int, int]]) -> Iterator[str]:
    """The lines that say something; what stands behind "Tin khác" is of other articles."""
    pieces = [view[start:end] for kind, start, end in parts if kind in ("lead", "body")] if parts else [view]
    for piece in pieces:
        for line in piece.split("\n"):
            if _OTHER_NEWS.match(line):
                return
            if len(line.split()) >= _LEAST_WORDS and _STOP.search(line):
                yield line


def _masked(view: str, masks: Sequence[Rule]) -> str:
    lower = view.lower()
    for rule in masks:
        if _may(rule, lower):
            view = rule.regex.sub(lambda m: " " * len(m.group()), view)
    return view


def _may(rule: Rule, lower: str) -> bool:
    return not rule.needs or any(need in lower for need in rule.needs)


def mark(con: duckdb.DuckDBPyConnection, rules: RuleSet) -> None:
    """Judges the articles of the database that these rules have not judged yet, some hundreds in a transaction."""
    fresh = (
        "SELECT id FROM articles a WHERE NOT EXISTS (SELECT 1 FROM relevance r "
        "WHERE r.article = a.id AND r.body_hash = a.body_hash AND r.rules_hash = ?) ORDER BY id"
    )
    ids = [row[0] for row in con.execute(fresh, [rules.hash]).fetchall()]
    for at in range(0, len(ids), _CHUNK):
        some = ids[at : at + _CHUNK]
        rows = []
        found = con.execute(
            "SELECT id, title, text, parts, body_hash FROM articles WHERE id IN (SELECT unnest(?)) ORDER BY id", [some]
        ).fetchall()
        for id_, title, text, parts, body in found:
            spans = [(p["kind"], p["start"], p["end"]) for p in parts or ()]
            said = judge(text, rules, title=title, parts=spans)
            rows.append((id_, said.relevant, said.score, list(said.reasons), body, rules.hash))
        with transaction(con):
            con.execute("DELETE FROM relevance WHERE article IN (SELECT unnest(?))", [some])
            append(con, "relevance", rows)
