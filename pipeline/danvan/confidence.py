"""From how strong the evidence of a rule is to how often such records are right.

A finder rates its evidence by a fixed number of its own: 0.95 where a day bears its year, 0.8 where the year comes from
the article. `rules/confidence.csv` says what share of the records of one kind, rule and rating was right on the
articles of corpus/work (`make confidence` counts it anew). Where a rule was seen too seldom, the row of its kind and
rating stands for it, and where that is missing too, the rating itself.
"""

from __future__ import annotations

from typing import Literal

from danvan.ruleset import RuleSet

Kind = Literal["date", "official", "place", "model count", "other count", "money", "model"]
ANY = "*"
"""In the column `rule`: every rule of the kind."""


def confidence(rules: RuleSet, kind: Kind, rule: str, rating: float) -> float:
    """The share of records of this kind, rule and rating that is right, between 0 and 1."""
    shares: dict[tuple[str, str, float], float] | None = rules.cache.get("confidence")
    if shares is None:
        rows = rules.table("confidence")
        shares = {(r["kind"], r["rule"], float(r["rating"])): float(r["confidence"]) for r in rows}
        rules.cache["confidence"] = shares
    own = shares.get((kind, rule, rating))
    return own if own is not None else shares.get((kind, ANY, rating), rating)
