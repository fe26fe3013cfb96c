"""What people said of single facts, laid over what an extraction says: pure, rows in, rows out.

A fact's key is its kind, the hash of its article's body and its span. A word holds where the body is the same; where
the body has changed, it holds if the sentence stands there unchanged or the extraction says the same as before. Where
both have changed it asks to be looked at again, as in zavod's data reviews.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

from pydantic import model_validator

from danvan.records import Record
from danvan.rows import plain

Verdict = Literal["accept", "correct", "reject", "dismiss", "undo"]
Kind = Literal["dates", "officials", "positions", "places", "figures", "money", "models", "findings"]
State = Literal["holds", "to_review"]
KINDS: tuple[Kind, ...] = get_args(Kind)

MARK = "█"
"""Stands for every character of a name that was taken out (store/forgotten.py)."""

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""The fact tables of one article: rows with the columns of schema.sql."""

_PLACE = {
    "article", "nr", "official", "start", "end", "text", "sentence", "rule", "confidence", "mentions", "list",
}  # fmt: skip
"""Columns that say where a row stands, not what the fact is."""
_POINTERS = {"part_of", "items"}
"""Columns that hold the number of a figure; in the journal they hold its span, which outlives a new numbering."""
_MEMBERS = {"officials": (("positions", "official"), ("mentions", "of")), "places": (("mentions", "of"),)}


class Review(Record):
    """One word of the journal. Offsets count code points of the body; `reviewed_at` is in UTC, without zone."""

    id: str
    verdict: Verdict
    kind: Kind
    body_hash: str | None = None
    start: int | None = None
    end: int | None = None
    nth: int | None = None
    article: str | None = None
    text: str | None = None
    sentence: str | None = None
    within: int | None = None
    finding: str | None = None
    evidence: str | None = None
    said: dict[str, Any] | None = None
    changes: dict[str, Any] | None = None
    undoes: str | None = None
    reviewer: str
    reviewed_at: datetime
    why: str | None = None

    @property
    def key(self) -> tuple[Any, ...]:
        """What it speaks of: the last word on a key holds."""
        return self.kind, self.finding, self.body_hash, self.start, self.end, self.nth

    @model_validator(mode="after")
    def _whole(self) -> Review:
        if self.id != identity(self.verdict, self.key, self.reviewer, self.reviewed_at, self.undoes):
            raise ValueError("the id is not that of the entry")
        if (self.kind == "findings") != (self.finding is not None):
            raise ValueError("a finding is named where the kind is findings, and only there")
        if self.kind != "findings" and None in {self.body_hash, self.start, self.end, self.nth, self.article}:
            raise ValueError("a fact needs body_hash, start, end, nth and article")
        if (self.verdict == "undo") != (self.undoes is not None):
            raise ValueError("undo names what it undoes, and nothing else does")
        return self


def identity(verdict: str, key: Sequence[Any], reviewer: str, at: datetime, undoes: str | None) -> str:
    """The id of a word: who said what of which fact, and when. Twelve characters."""
    said = json.dumps([verdict, *key, reviewer, at.isoformat(timespec="microseconds"), undoes], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one word in one article; a row of the table `reviewed` without its article."""

    kind: str
    nr: int | None
    start: int | None
    end: int | None
    review: str
    state: State
    extracted: str | None


@dataclass
class Journal:
    """The words that hold: the last one on each key that was not undone."""

    by_body: dict[str, list[Review]] = field(default_factory=dict)
    by_article: dict[str, list[Review]] = field(default_factory=dict)
    earlier: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Earlier readings of the page that an article is a reading of: a changed page is an article of its own."""

    @classmethod
    def of(cls, reviews: Iterable[Review], earlier: Mapping[str, Sequence[str]] | None = None) -> Journal:
        """Out of the whole journal in order of arrival."""
        journal = cls(earlier=earlier or {})
        for review in last_words(reviews).values():
            if review.body_hash is not None and review.article is not None:
                journal.by_body.setdefault(review.body_hash, []).append(review)
                journal.by_article.setdefault(review.article, []).append(review)
        return journal

    def about(self, article: str, body_hash: str) -> list[Review]:
        """The words that concern an article: those on this very body first, then those on an earlier body of it or of
        its page.
        """
        here = self.by_body.get(body_hash, [])
        readings = (article, *self.earlier.get(article, ()))
        return [*here, *(r for one in readings for r in self.by_article.get(one, []) if r.body_hash != body_hash)]


def last_words(reviews: Iterable[Review]) -> dict[tuple[Any, ...], Review]:
    """The last word on each key, what was undone left out. Of two words said at one time the one that came later."""
    told = list(reviews)
    undone = {r.undoes for r in told}
    holding = [r for r in told if r.verdict != "undo" and r.id not in undone]
    return {r.key: r for r in sorted(holding, key=lambda r: r.reviewed_at)}


def apply(reviews: Sequence[Review], body_hash: str, text: str, rows: Rows) -> tuple[Rows, list[Outcome]]:
    """The rows of one article with the words of `about` laid over them, and what became of each word.

    `rows` are what the extraction says and stay as they are.
    """
    sheet = _Sheet(body_hash, text, {table: [dict(row) for row in found] for table, found in rows.items()})
    # Whole persons and places first: their posts and mentions go with them.
    for review in sorted(reviews, key=lambda r: (r.body_hash != body_hash, KINDS.index(r.kind))):
        sheet.lay(review)
    return sheet.rows, sheet.finish()


def value_columns(row: Row) -> list[str]:
    """The columns that a reviewer can speak of."""
    return [name for name in row if name not in _PLACE]


def said_of(kind: str, row: Row, rows: Rows) -> dict[str, Any]:
    """What a row says, as the journal keeps it; for a person or a place with its posts and mentions under `also`."""
    said = {name: plain(row[name]) for name in value_columns(row)}
    for name in _POINTERS & said.keys():
        said[name] = pointer(row[name], rows)
    members = {
        table: [{k: plain(v) for k, v in r.items()} for r in _members(kind, row, table, by, rows)]
        for table, by in _MEMBERS.get(kind, ())
    }
    return {**said, "also": members} if members else said


def pointer(nr: int | None, rows: Rows) -> dict[str, Any] | None:
    """A figure named by its span."""
    at = next((f for f in rows["figures"] if f["nr"] == nr), None)
    return None if at is None else {"start": at["start"], "end": at["end"], "text": at["text"]}


def _members(kind: str, row: Row, table: str, by: str, rows: Rows) -> list[Row]:
    return [r for r in rows[table] if r[by] == row["nr"] and (table != "mentions" or r["kind"] == kind)]


def _values(said: Mapping[str, Any] | None) -> dict[str, Any]:
    """What is compared between two extractions: not what other facts it hangs on, nor how often it is named."""
    return {k: v for k, v in (said or {}).items() if k not in _POINTERS | {"also", "partition"}}


class _Sheet:
    """One article's rows while the words are laid over them."""

    def __init__(self, body_hash: str, text: str, rows: Rows) -> None:
        self.body_hash = body_hash
        self.text = text
        self.rows = rows
        self.settled: set[tuple[str, int, int, int]] = set()
        self.outcomes: list[tuple[Review, Row | None, int | None, int | None, State, str | None]] = []

    def lay(self, review: Review) -> None:
        if review.start is None or review.end is None:
            return
        if review.kind in {"officials", "positions"} and MARK in str((review.said or {}).get("name")):
            return  # what was said of a person who was taken out since
        if review.body_hash == self.body_hash:
            self._hold(review, self._at(review, review.start, review.end), review.start, review.end)
            return
        # The text has changed. Where a later word speaks of this very place in it, the earlier one is settled.
        place = _unchanged(review, self.text)
        if place is not None:
            if (review.kind, *place, review.nth or 0) not in self.settled:
                self._hold(review, self._at(review, *place), *place)
            return
        settled = {one[:3] for one in self.settled}
        same = [
            r for r in self.rows[review.kind]
            if r["text"] == review.text and _values(said_of(review.kind, r, self.rows)) == _values(review.said)
            and (review.kind, r["start"], r["end"]) not in settled
        ]  # fmt: skip
        if len(same) == 1:
            self._hold(review, same[0], same[0]["start"], same[0]["end"])
        else:
            self.outcomes.append((review, None, None, None, "to_review", None))

    def finish(self) -> list[Outcome]:
        """Numbers the rows anew and tells what became of each word."""
        self._renumber()
        alive = {id(row) for found in self.rows.values() for row in found}
        return [
            Outcome(
                review.kind, row["nr"] if row is not None and id(row) in alive else None, start, end, review.id, state,
                extracted,
            )
            for review, row, start, end, state, extracted in self.outcomes
        ]  # fmt: skip

    def _at(self, review: Review, start: int, end: int) -> Row | None:
        """The row of this kind at this span: of several the one that says what it said then, else the nth."""
        found = [r for r in self.rows[review.kind] if (r["start"], r["end"]) == (start, end)]
        values = _values(review.said)
        same = [r for r in found if _values(said_of(review.kind, r, self.rows)) == values]
        nth = review.nth or 0
        return same[0] if same else found[nth] if nth < len(found) else None

    def _hold(self, review: Review, row: Row | None, start: int, end: int) -> None:
        self.settled.add((review.kind, start, end, review.nth or 0))
        extracted = None
        if row is not None:
            extracted = json.dumps(said_of(review.kind, row, self.rows), ensure_ascii=False)
        if review.verdict == "reject":
            if row is not None:
                self._remove(review.kind, row)
                row = None
        elif row is None:
            row = self._add(review, start, end)
            if row is None:  # a post whose holder is not named any more
                self.outcomes.append((review, None, start, end, "to_review", None))
                return
        if row is not None:
            self._change(review, row, start)
        self.outcomes.append((review, row, start, end, "holds", extracted))

    def _change(self, review: Review, row: Row, start: int) -> None:
        shift = start - (review.start or 0)
        for name, value in (review.changes or {}).items():
            if name in _POINTERS:
                self._point(row, name, value, shift)
            elif name in row:
                row[name] = value
        if "part_of" in row:
            row["partition"] = None if row["part_of"] is None else bool(row["partition"])
            row["list"] = None if row["part_of"] is None else row["list"]
        row["confidence"] = 1.0
        if review.kind == "officials":
            for post in _members("officials", row, "positions", "official", self.rows):
                post["name"] = row["name"]

    def _point(self, row: Row, name: str, value: Mapping[str, Any] | None, shift: int) -> None:
        """Sets the pointer; it stays as it is where what it shall point to is not there, or is the row's own part."""
        if value is None:
            row[name] = None
            return
        span = (value["start"] + shift, value["end"] + shift, value["text"])
        found = next((f for f in self.rows["figures"] if (f["start"], f["end"], f["text"]) == span), None)
        if found is None:
            return
        above: Row | None = found
        while name == "part_of" and above is not None:
            if above is row:
                return
            above = next((f for f in self.rows["figures"] if f["nr"] == above["part_of"]), None)
        row[name] = found["nr"]

    def _remove(self, kind: str, row: Row) -> None:
        if kind == "figures":
            for other in self.rows["figures"]:
                if other["part_of"] == row["nr"]:
                    other["part_of"] = row["part_of"]
                    if row["part_of"] is None:
                        other["partition"] = other["list"] = None
            for other in self.rows["money"]:
                if other["items"] == row["nr"]:
                    other["items"] = None
        for table, by in _MEMBERS.get(kind, ()):
            gone = {id(r) for r in _members(kind, row, table, by, self.rows)}
            self.rows[table] = [r for r in self.rows[table] if id(r) not in gone]
        self.rows[kind] = [r for r in self.rows[kind] if r is not row]
        if kind == "positions" and not any(p["official"] == row["official"] for p in self.rows["positions"]):
            # An official is one who holds a post.
            for holder in [o for o in self.rows["officials"] if o["nr"] == row["official"]]:
                self._remove("officials", holder)

    def _add(self, review: Review, start: int, end: int) -> Row | None:
        """The fact as it was said then, for an extraction that does not find it any more."""
        said = dict(review.said or {})
        where = {"start": start, "end": end, "text": self.text[start:end], "sentence": review.sentence}
        row: Row = {"article": None, "nr": 1 + max((r["nr"] for r in self.rows[review.kind]), default=-1)}
        row |= {k: v for k, v in said.items() if k not in _POINTERS | {"also"}} | where
        row |= {"rule": f"review.{review.verdict}", "confidence": 1.0}
        also = said.get("also", {})
        if review.kind == "figures":
            row |= {"part_of": None, "partition": None, "list": None}
        if review.kind == "money":
            row["items"] = None
        if review.kind == "positions":
            holder = next((o for o in self.rows["officials"] if o["name"] == said.get("name")), None)
            if holder is None:
                return None
            row["official"] = holder["nr"]
        if review.kind in _MEMBERS:
            own = [m for m in also["mentions"] if (m["start"], m["end"]) == (review.start, review.end)]
            mentions = also["mentions"] if review.body_hash == self.body_hash else own[:1]
            row["mentions"] = len(mentions)
            moved = {} if review.body_hash == self.body_hash else where
            self.rows["mentions"] += [{**m, "of": row["nr"], **moved} for m in mentions]
            if review.kind == "officials":
                self.rows["positions"] += [{**p, "official": row["nr"], **moved} for p in also["positions"]]
        self.rows[review.kind].append(row)
        for name in _POINTERS & said.keys():
            self._point(row, name, said[name], start - (review.start or 0))
        if row.get("part_of") is not None:
            row["partition"] = bool(said.get("partition"))
        return row

    def _renumber(self) -> None:
        for table, pointing in (
            ("figures", (("figures", "part_of", None), ("money", "items", None))),
            ("officials", (("positions", "official", None), ("mentions", "of", "officials"))),
            ("places", (("mentions", "of", "places"),)),
        ):
            numbers = {row["nr"]: at for at, row in enumerate(self.rows[table])}
            for other, column, kind in pointing:
                for row in self.rows[other]:
                    if row[column] is not None and (kind is None or row["kind"] == kind):
                        row[column] = numbers[row[column]]
        for table in ("dates", "officials", "places", "figures", "money", "models"):
            for at, row in enumerate(self.rows[table]):
                row["nr"] = at
        for table, group in (("positions", ("official",)), ("mentions", ("kind", "of"))):
            counts: dict[tuple[Any, ...], int] = {}
            for row in self.rows[table]:
                key = tuple(row[c] for c in group)
                row["nr"] = counts.get(key, 0)
                counts[key] = row["nr"] + 1


def squeezed(text: str) -> tuple[str, list[int]]:
    """The text with every run of blanks as one, none at the ends, and where in the text each character stands."""
    starts: list[int] = []
    out: list[str] = []
    for at, char in enumerate(text):
        if not char.isspace():
            out.append(char)
            starts.append(at)
        elif out and out[-1] != " ":
            out.append(" ")
            starts.append(at)
    if out and out[-1] == " ":
        out.pop()
        starts.pop()
    return "".join(out), starts


def _unchanged(review: Review, text: str) -> tuple[int, int] | None:
    """Where the fact stands in a changed text, if its sentence is there as it was: of several places the nearest."""
    if not review.sentence or not review.text or review.start is None:
        return None
    whole, starts = squeezed(text)
    length = len(" ".join(review.text.split()))
    places: list[tuple[int, int]] = []
    found = whole.find(review.sentence)
    while found >= 0:
        behind = found + len(review.sentence)
        if _stands_alone(whole, found, behind):
            inner = found + (review.within or 0)
            places.append((starts[inner], starts[inner + length - 1] + 1))
        found = whole.find(review.sentence, found + 1)
    return min(places, key=lambda p: abs(p[0] - (review.start or 0)), default=None)


def within(text: str, start: int, sentence: str) -> int | None:
    """How far behind the beginning of its sentence, blanks taken as one, a fact stands that begins at `start`."""
    from bisect import bisect_left

    whole, starts = squeezed(text)
    at = bisect_left(starts, start)
    first = max(0, at - len(sentence))
    found = whole.rfind(sentence, first, at + len(sentence))
    return None if found < 0 else at - found


def _stands_alone(whole: str, start: int, end: int) -> bool:
    """Whether the characters are cut out of no word or number."""
    before, behind = whole[start - 1 : start], whole[end : end + 1]
    return not (before.isalnum() and whole[start].isalnum()) and not (behind.isalnum() and whole[end - 1].isalnum())
