"""What a person says of a fact or a finding: written into the journal and laid over the facts in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from danvan.errors import StoreError, UsageError
from danvan.messages import say
from danvan.reasons import because, one_line
from danvan.rows import Column, plain
from danvan.rows import Rows as Table
from danvan.store import journal
from danvan.store.corrections import (
    KINDS,
    Journal,
    Review,
    Row,
    Rows,
    identity,
    last_words,
    pointer,
    said_of,
    value_columns,
    within,
)
from danvan.store.database import FACT_TABLES, append, column_names, facts_changed, transaction
from danvan.store.read import fact_of
from danvan.store.reviewed import clear_reviewed, lay_over, reviewed_articles

if TYPE_CHECKING:
    import duckdb

FACT_KINDS = tuple(k for k in KINDS if k != "findings")
STATES = ("to_review", "holds", "waiting", "settled", "undone")


@dataclass(frozen=True)
class Word:
    """What a reviewer says: the verdict, who, when (UTC) and why; `changes` are texts by column, for a correction."""

    verdict: str
    reviewer: str
    at: datetime
    why: str | None = None
    changes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class _Place:
    """One fact that is spoken of: its key, what the extraction says there, and the word that held so far."""

    kind: str
    article: str
    body_hash: str
    text: str
    start: int
    end: int
    nth: int
    row: Row
    rows: Rows
    said: dict[str, Any]
    before: Review | None


def review_fact(con: duckdb.DuckDBPyConnection, target: str, kind: str | None, nth: int | None, word: Word) -> Review:
    """Writes one word on the fact at `target` (ARTICLE:OFFSET) and lays it over the facts.

    Raises UsageError where no fact or more than one is meant, or the correction cannot be.
    """
    place = _find(con, target, kind, nth)
    earlier = dict(place.before.changes or {}) if place.before is not None else {}
    if word.verdict == "correct":
        changes: dict[str, Any] | None = {**earlier, **_parsed(con, place, word.changes or {}, earlier)}
    elif word.verdict == "accept":
        left_out = {"also", "name"} if place.kind == "positions" else {"also"}
        values = {k: v for k, v in place.said.items() if k not in left_out}
        changes = {**values, **earlier}
    else:
        changes = None
    cells = {
        "verdict": word.verdict, "kind": place.kind, "body_hash": place.body_hash, "start": place.start,
        "end": place.end, "nth": place.nth, "article": place.article, "text": place.row["text"],
        "sentence": place.row["sentence"], "within": within(place.text, place.start, place.row["sentence"]),
        "said": place.said, "changes": changes,
    }  # fmt: skip
    return _add(con, cells, word)


def dismiss(con: duckdb.DuckDBPyConnection, finding: str, word: Word) -> Review:
    """Dismisses a finding for the evidence that it has now. Raises UsageError where there is no such finding."""
    found = con.execute("SELECT id, evidence FROM findings WHERE starts_with(id, ?)", [finding]).fetchall()
    if len(found) != 1:
        raise UsageError(say("review.no_finding", name=finding, count=len(found)))
    ((id_, evidence),) = found
    return _add(con, {"verdict": "dismiss", "kind": "findings", "finding": id_, "evidence": evidence}, word)


def undo(con: duckdb.DuckDBPyConnection, target: str, kind: str | None, word: Word) -> Review:
    """Takes back the last word on a fact (ARTICLE:OFFSET), a finding, or the one with this id."""
    last = last_words(journal.read_journal(con)).values()
    if ":" in target:
        article, offset = _split(con, target)
        found = {
            row[0]
            for row in con.execute(
                'SELECT review FROM reviewed WHERE article = ? AND "start" <= ? AND "end" > ? '
                "AND coalesce(kind = ?, true)",
                [article, offset, offset, kind],
            ).fetchall()
        }
        meant = [r for r in last if r.id in found]
    else:
        meant = [r for r in last if target and target in {r.id[: len(target)], (r.finding or "")[: len(target)]}]
    if len(meant) != 1:
        if not meant:
            raise UsageError(say("review.undo_none", target=target))
        raise UsageError(
            say("review.undo_several", target=target, found=", ".join(f"{r.id} ({r.kind})" for r in meant))
        )
    (taken,) = meant
    keyed = ("kind", "body_hash", "start", "end", "nth", "article", "text", "sentence", "within", "finding")
    cells = {name: getattr(taken, name) for name in keyed}
    return _add(con, {**cells, "verdict": "undo", "undoes": taken.id}, word)


def import_reviews(con: duckdb.DuckDBPyConnection, reviews: Sequence[Review]) -> int:
    """Adds what the journal does not have yet, all or nothing, and lays it over the facts; gives how many were new."""
    with transaction(con):
        added = journal.add(con, reviews)
        if added:
            _settle(con, added)
    return len(added)


def settle_findings(con: duckdb.DuckDBPyConnection, now: datetime) -> None:
    """Lays the dismissals of the journal over the ledger: after an audit and after a word; `now` is in UTC."""
    words = [r for r in last_words(journal.read_journal(con)).values() if r.verdict == "dismiss"]
    state = "CASE WHEN state = 'gone' THEN 'gone' WHEN evidence = $evidence THEN 'dismissed' ELSE 'open' END"
    for r in words:
        con.execute(
            "UPDATE findings SET dismissed_evidence = $evidence, dismissed_by = $by, dismissed_at = $at, "
            f"dismissed_why = $why, state = {state}, last_changed = $now "
            "WHERE id = $id AND (dismissed_evidence, dismissed_at, state) IS DISTINCT FROM "
            f"($evidence, CAST($at AS TIMESTAMP), {state})",
            {"evidence": r.evidence, "by": r.reviewer, "at": r.reviewed_at, "why": r.why, "now": now, "id": r.finding},
        )
    con.execute(
        "UPDATE findings SET dismissed_evidence = NULL, dismissed_by = NULL, dismissed_at = NULL, "
        "dismissed_why = NULL, state = CASE WHEN state = 'dismissed' THEN 'open' ELSE state END, last_changed = ? "
        "WHERE dismissed_evidence IS NOT NULL AND id NOT IN (SELECT unnest(?))",
        [now, [r.finding for r in words]],
    )


def listed(con: duckdb.DuckDBPyConnection, state: str | None = None, *, every: bool = False) -> Table:
    """The words that hold and those to be looked at again, these first; with `every` also what was taken back."""
    told = journal.read_journal(con)
    holding = {r.id for r in last_words(told).values()}
    undone = {r.undoes for r in told}
    outcomes: dict[str, list[tuple[Any, ...]]] = {}
    for review, *rest in con.execute('SELECT review, state, article, "start", extracted FROM reviewed').fetchall():
        outcomes.setdefault(review, []).append(tuple(rest))
    findings = dict(con.execute("SELECT id, state FROM findings").fetchall())
    bodies = {cell for row in con.execute("SELECT id, body_hash FROM articles").fetchall() for cell in row}
    rows = []
    for r in told:
        if r.verdict == "undo" and not every:
            continue
        found = outcomes.get(r.id, [])
        if r.id not in holding:
            now = "undone" if r.id in undone or r.verdict == "undo" else "settled"
        elif r.kind == "findings":
            now = {"open": "to_review"}.get(findings[r.finding or ""], "holds") if r.finding in findings else "waiting"
        elif found:
            now = "to_review" if any(f[0] == "to_review" for f in found) else "holds"
        else:
            now = "settled" if {r.article, r.body_hash} & bodies else "waiting"
        if (now == state) if state is not None else (every or now in STATES[:3]):
            # What is to be looked at again stands in the newest reading, about where it stood.
            first = next((f for f in found if f[0] == "to_review"), found[0] if found else None)
            article, start = (
                (r.article, r.start) if first is None else (first[1], r.start if first[2] is None else first[2])
            )
            rows.append(
                (r.id, now, r.verdict, r.kind, r.finding or f"{str(article)[:8]}:{start}", r.text, changes_text(r),
                 r.reviewer, r.reviewed_at, r.why, r.sentence, first[3] if first else None)
            )  # fmt: skip
    rows.sort(key=lambda row: (STATES.index(row[1]), row[8]))
    names = ("review", "state", "verdict", "kind", "target", "text", "changes", "reviewer", "reviewed_at", "why")
    columns = tuple(Column(n, "time" if n == "reviewed_at" else "text") for n in (*names, "sentence", "extracted"))
    return Table(columns, rows, names, "reviews")


def changes_text(review: Review) -> str | None:
    """What the reviewer has other than the extraction had: "value=138, status=built"."""
    said = review.said or {}
    changes = {k: v for k, v in (review.changes or {}).items() if k not in said or said[k] != v}
    return ", ".join(f"{k}={_shown(v)}" for k, v in changes.items()) or None


def _shown(value: Any) -> str:
    return str(value["text"] if isinstance(value, dict) else "" if value is None else value)


def _add(con: duckdb.DuckDBPyConnection, cells: Mapping[str, Any], word: Word) -> Review:
    key = tuple(cells.get(name) for name in ("kind", "finding", "body_hash", "start", "end", "nth"))
    # A clock that was set back must not put a later word before an earlier one.
    times = [r.reviewed_at for r in journal.read_journal(con) if r.key == key]
    at = max([word.at, *(time + timedelta(microseconds=1) for time in times)])
    id_ = identity(cells["verdict"], key, word.reviewer, at, cells.get("undoes"))
    review = Review(**cells, id=id_, reviewer=word.reviewer, reviewed_at=at, why=word.why)
    with transaction(con):
        journal.add(con, [review])
        _settle(con, [review])
    return review


def _settle(con: duckdb.DuckDBPyConnection, news: Iterable[Review]) -> None:
    """Lays the journal anew over every article and finding that the new words concern."""
    words = list(news)
    book = journal.words_that_hold(con)
    about = {r.article for r in words if r.article}
    later = [article for article, earlier in book.earlier.items() if not about.isdisjoint(earlier)]
    concerned = con.execute(
        "SELECT id FROM articles WHERE id IN (SELECT unnest(?)) OR body_hash IN (SELECT unnest(?))",
        [[*about, *later], [r.body_hash for r in words if r.body_hash]],
    ).fetchall()
    for (article,) in concerned:
        settle(con, book, article)
    if any(r.kind == "findings" for r in words):
        settle_findings(con, max(r.reviewed_at for r in words))


def follow_readings(con: duckdb.DuckDBPyConnection) -> None:
    """Lays what was said of a page over readings of it that came since."""
    book = journal.words_that_hold(con)
    new = set(book.earlier) - reviewed_articles(con, list(book.earlier))
    for article in sorted(new):
        settle(con, book, article)


def settle(con: duckdb.DuckDBPyConnection, book: Journal, article: str) -> None:
    """Writes the facts of one article anew: what its extraction said, the journal laid over it."""
    ((text, body_hash),) = con.execute("SELECT text, body_hash FROM articles WHERE id = ?", [article]).fetchall()
    own = extraction_rows(con, article)
    clear_reviewed(con, [article])
    names = column_names(con)
    if book.about(article, body_hash):
        rows = lay_over(con, book, own, article=article, body_hash=body_hash, text=text)
    else:
        rows = {t: [tuple(row[c] for c in names[t]) for row in found] for t, found in own.items()}
    for table in FACT_TABLES:
        con.execute(f"DELETE FROM {table} WHERE article = ?", [article])
        append(con, table, rows[table])
    facts_changed(con)


def extraction_rows(con: duckdb.DuckDBPyConnection, article: str) -> Rows:
    """What the extraction itself says of an article."""
    schema = "extracted." if reviewed_articles(con, [article]) else ""
    return {table: _rows(con, f"{schema}{table}", article) for table in FACT_TABLES}


def _rows(con: duckdb.DuckDBPyConnection, table: str, article: str) -> list[Row]:
    order = {"positions": "official, nr", "mentions": "kind, of, nr"}.get(table.rpartition(".")[2], "nr")
    cursor = con.execute(f"FROM {table} WHERE article = ? ORDER BY {order}", [article])
    names = [d[0] for d in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _split(con: duckdb.DuckDBPyConnection, target: str) -> tuple[str, int]:
    """The article and the offset of ARTICLE:OFFSET; the beginning of its id will do, or its file as audit shows it."""
    prefix, colon, digits = target.rpartition(":")
    if not colon or not prefix or not digits.isdecimal():
        raise UsageError(say("review.target", target=target))
    found = con.execute(
        "SELECT id FROM articles WHERE starts_with(id, $name) OR source = $name LIMIT 2", {"name": prefix}
    ).fetchall()
    exact = [row for row in found if row[0] == prefix] or found
    if len(exact) != 1:
        raise UsageError(say("review.articles", name=prefix) if exact else say("review.no_article", name=prefix))
    return exact[0][0], int(digits)


def _find(con: duckdb.DuckDBPyConnection, target: str, kind: str | None, nth: int | None) -> _Place:
    if kind is not None and kind not in FACT_KINDS:
        raise UsageError(say("review.kind", name=kind, names=", ".join(FACT_KINDS)))
    article, offset = _split(con, target)
    ((text, body_hash),) = con.execute("SELECT text, body_hash FROM articles WHERE id = ?", [article]).fetchall()
    told = {r.id: r for r in journal.read_journal(con)}
    words = {
        (row[1], row[2], row[3]): told[row[0]]
        for row in con.execute(
            'SELECT review, kind, "start", "end" FROM reviewed WHERE article = ? AND state = \'holds\'', [article]
        ).fetchall()
    }
    own, now = extraction_rows(con, article), {t: _rows(con, t, article) for t in FACT_TABLES}
    places = []
    for table in (kind,) if kind else FACT_KINDS:
        spans: dict[tuple[int, int], int] = {}
        named = {m["of"] for m in own["mentions"] if m["kind"] == table and m["start"] <= offset < m["end"]}
        for row in own[table]:
            span = (row["start"], row["end"])
            spans[span] = spans.get(span, -1) + 1
            if span[0] <= offset < span[1] or (table in {"officials", "places"} and row["nr"] in named):
                before = words.get((table, *span))
                before = before if before is None or before.nth == spans[span] else None
                said = said_of(table, row, own)
                places.append(_Place(table, article, body_hash, text, *span, spans[span], row, own, said, before))
        # Facts that only a review keeps: the extraction does not find them any more.
        for row in now[table]:
            span = (row["start"], row["end"])
            before = words.get((table, *span))
            if span[0] <= offset < span[1] and span not in spans and before is not None and before.said is not None:
                nr = before.nth or 0
                places.append(_Place(table, article, body_hash, text, *span, nr, row, now, before.said, before))
    if nth is not None:
        places = [p for p in places if p.nth == nth]
    if len(places) != 1:
        kinds = list(dict.fromkeys(p.kind for p in places))
        if not kinds:
            raise UsageError(say("review.no_fact", target=target))
        if len(kinds) > 1:
            raise UsageError(say("review.several_kinds", target=target, kinds=", ".join(kinds)))
        found = "; ".join(f"{p.nth}: {p.row.get('title') or p.row['text']}" for p in places)
        raise UsageError(say("review.several", target=target, found=found))
    return places[0]


def _parsed(
    con: duckdb.DuckDBPyConnection, place: _Place, changes: Mapping[str, str], earlier: Mapping[str, Any]
) -> dict[str, Any]:
    """The values of a correction, of the columns' own types. Raises UsageError where they make no record."""
    allowed = [c for c in value_columns(place.row) if not (place.kind == "positions" and c == "name")]
    types = dict(
        con.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = ?",
            [place.kind],
        ).fetchall()
    )
    parsed: dict[str, Any] = {}
    for name, text in changes.items():
        if name == "place" and "place_code" in allowed:
            parsed |= _unit(con, place.article, text)
        elif name not in allowed:
            names = ", ".join([*allowed, *(["place"] if "place_code" in allowed else [])])
            raise UsageError(say("review.no_column", kind=place.kind, name=name, names=names))
        else:
            parsed[name] = _value(con, name, text, types[name])
    row = {**place.row, **_typed(con, earlier, types), **parsed}
    for name in ("part_of", "items"):
        if name in parsed:
            shown = {t: _rows(con, t, place.article) for t in ("figures",)}
            parsed[name] = pointer(parsed[name], shown)
            if row[name] is not None and parsed[name] is None:
                raise UsageError(say("review.wrong_value", name=name, value=changes[name], reason="figures.nr"))
    if "part_of" in row:
        row["partition"] = None if row["part_of"] is None else bool(row["partition"])
        row["part_of"] = None if row["part_of"] is None else 0
        if "part_of" in parsed or "partition" in parsed:
            parsed["partition"] = row["partition"]
    if place.kind == "money" and row["items"] is not None:
        row["items"] = 0
    try:
        fact_of(place.kind, row)
    except ValueError as error:
        name, reason = _fault(error)
        if allowed_words := re.findall("'([^']*)'", reason) if reason.startswith("Input should be '") else ():
            reason = say("review.one_of", names=", ".join(allowed_words))
        name = name or ", ".join(changes)
        raise UsageError(say("review.wrong_value", name=name, value=changes.get(name, ""), reason=reason)) from None
    return {k: plain(v) for k, v in parsed.items()}


def _typed(con: duckdb.DuckDBPyConnection, values: Mapping[str, Any], types: Mapping[str, str]) -> dict[str, Any]:
    """Values of the journal as the columns hold them; a pointer as any number."""

    def typed(name: str, value: Any) -> Any:
        if isinstance(value, dict):
            return 0
        return value if value is None or isinstance(value, bool | list) else _value(con, name, str(value), types[name])

    return {name: typed(name, value) for name, value in values.items() if name in types}


def _value(con: duckdb.DuckDBPyConnection, name: str, text: str, type_name: str) -> Any:
    if text == "":
        return None
    if type_name in {"DOUBLE", "BIGINT", "INTEGER"} and re.fullmatch(r"\d{1,3}([.,]\d{3})+", text):
        # "1.586" is 1586 in one language and 1.586 in another.
        raise UsageError(say("review.wrong_value", name=name, value=text, reason=re.sub("[.,]", "", text)))
    if type_name.endswith("[]"):
        return text.split()
    told = re.sub(r"^(\d{1,2})/(\d{1,2})/(\d{4})$", r"\3-\2-\1", text) if type_name == "DATE" else text
    ((value,),) = con.execute(f"SELECT TRY_CAST(? AS {type_name})", [told]).fetchall()
    if value is None:
        raise UsageError(say("review.wrong_value", name=name, value=text, reason=_wanted(type_name)))
    return value


def _wanted(type_name: str) -> str:
    """What a column of this type takes, in words."""
    if type_name == "DATE":
        return say("review.needs_day")
    return say("review.needs_truth") if type_name == "BOOLEAN" else say("review.needs_number")


def _fault(error: ValueError) -> tuple[str, str]:
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return "", one_line(error)
    fault = error.errors()[0]
    return ".".join(str(p) for p in fault["loc"]), one_line(fault["msg"])


def _unit(con: duckdb.DuckDBPyConnection, article: str, code: str) -> dict[str, Any]:
    """The columns of a place out of the code of its unit on the article's day; all null for the empty text."""
    empty = dict.fromkeys(
        ("place_code", "place_name", "place_kind", "place_level", "province", "district", "commune")
    )  # fmt: skip
    if not code:
        return empty
    chain: list[tuple[Any, ...]] = []
    wanted: str | None = code
    while wanted:
        found = con.execute(
            "SELECT level, kind, name, parent_code FROM units WHERE code = ? ORDER BY "
            "(SELECT coalesce(published_on, DATE '9999-12-31') >= valid_from AND "
            "(valid_to IS NULL OR published_on < valid_to) FROM articles WHERE id = ?) DESC, "
            "valid_from DESC LIMIT 1",
            [wanted, article],
        ).fetchall()
        if not found:
            raise UsageError(say("review.no_unit", code=code))
        chain.append(found[0])
        wanted = found[0][3]
    level, kind, name, _ = chain[0]
    above = {one[0]: one[2] for one in chain}
    return {**empty, "place_code": code, "place_name": name, "place_kind": kind, "place_level": level, **above}


def export_lines(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The whole journal as JSON lines."""
    return list(journal.lines(journal.read_journal(con)))


def read_file(path: str, data: bytes) -> list[Review]:
    """The entries of an exported file. Raises StoreError where one of its lines is none."""
    try:
        return journal.read_lines(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise StoreError(
            say("review.bad_line", path=path, line=1, reason=because("read.not_in", codec="UTF-8"))
        ) from None
