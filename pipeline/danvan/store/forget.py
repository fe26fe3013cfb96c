"""Takes one person out of the database: officials, posts and mentions, and the name wherever a text has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from danvan.errors import UsageError
from danvan.messages import say
from danvan.store.database import FACT_TABLES, append, facts_changed, transaction
from danvan.store.forgotten import Forgotten, blanked_raw, blanked_text, hider, key_of, words_of
from danvan.store.rows import page_cell, read_page_cell

if TYPE_CHECKING:
    import duckdb

_TEXTS = {
    "reviews": ("text", "sentence", "said", "changes", "why"),
    "reviewed": ("extracted",),
    "findings": ("message_vi", "message_en", "stated", "computed", "dismissed_why"),
    "quarantine": ("reason",),
    "set_aside": ("title", "text"),
}
"""Columns beside the articles and facts that may have a name in them."""


def whole_name(name: str) -> list[str]:
    """The words of a person's name, honorifics before it left out. Raises UsageError for less than two words."""
    words = words_of(name)
    while len(words) > 2 and words[0].islower() and not words[-1].islower():
        words = words[1:]
    if len(words) < 2:
        raise UsageError(say("forget.short", name=name))
    return words


def articles_naming(con: duckdb.DuckDBPyConnection, words: Sequence[str]) -> set[str]:
    """The articles that name the person, in any version."""
    forgotten = Forgotten(frozenset({key_of(words)}), (len(words),))
    return {row["id"] for table in ("articles", "history.articles") for row in _naming(con, table, words, forgotten)}


def forget(con: duckdb.DuckDBPyConnection, words: Sequence[str], now: datetime) -> int:
    """Takes the person out for good, in one transaction; gives in how many articles the name stood. `now` is in UTC."""
    forgotten = Forgotten(frozenset({key_of(words)}), (len(words),))
    with transaction(con):
        con.execute("INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?)", [key_of(words), len(words), now])
        touched = set()
        for table, schemas in (("articles", ("main", "extracted")), ("history.articles", ("history",))):
            for row in _naming(con, table, words, forgotten):
                touched.add(row["id"])
                _clean(con, table, schemas, row, forgotten)
        _clean_texts(con, forgotten)
        facts_changed(con)
        for (view,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'kept'").fetchall():
            con.execute(f'DROP TABLE kept."{view}"')
    con.execute("FORCE CHECKPOINT")
    return len(touched)


def _naming(
    con: duckdb.DuckDBPyConnection, table: str, words: Sequence[str], forgotten: Forgotten
) -> list[dict[str, Any]]:
    """The rows of articles that have the name somewhere; a raw page may write its letters as entities."""
    pattern = "%" + "%".join(words) + "%"
    cursor = con.execute(
        f"""
        SELECT * FROM {table}
        WHERE strip_accents(lower(concat_ws(' ', title, author, text, raw))) LIKE strip_accents(lower(?))
            OR raw LIKE '%&#%'
        """,
        [pattern],
    )
    names = [d[0] for d in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [r for r in rows if any(forgotten.spans(r[c] or "") for c in ("title", "author", "text", "raw"))]


def _clean(
    con: duckdb.DuckDBPyConnection, table: str, schemas: Sequence[str], article: dict[str, Any], forgotten: Forgotten
) -> None:
    version = " AND run = ?" if table == "history.articles" else ""
    key = [article["id"], *([article["run"]] if version else [])]
    mentions: set[tuple[int, int]] = set()
    for schema in schemas:
        named = f"SELECT nr, name FROM {schema}.officials WHERE article = ?{version}"
        found = con.execute(
            f'SELECT o.name, m.start, m."end" FROM {schema}.mentions m JOIN ({named}) o ON o.nr = m.of '
            f"WHERE m.kind = 'officials' AND m.article = ?{version}",
            [*key, *key],
        ).fetchall()
        mentions |= {(start, end) for name, start, end in found if forgotten.names(name)}
    text = blanked_text(article["text"], forgotten, mentions)
    hide = hider(article["text"], text, forgotten.hide)
    raw = blanked_raw(article["raw"], article["raw_starts"], article["text"], text, forgotten)
    page = read_page_cell(article["page"])
    con.execute(
        f"UPDATE {table} SET text = ?, title = ?, author = ?, raw = ?, page = ?, notes = ? WHERE id = ?{version}",
        [
            text, *(None if article[c] is None else hide(article[c]) for c in ("title", "author")), raw,
            None if page is None or raw is None else page_cell(page.without(article["raw"], raw)),
            [hide(note) for note in article["notes"] or ()], *key,
        ],
    )  # fmt: skip
    for schema in schemas:
        _clean_facts(con, schema, key, forgotten, version=version, text=text, hide=hide)
    _clean_spans(con, article["id"], text)


def _clean_facts(
    con: duckdb.DuckDBPyConnection, schema: str, key: Sequence[Any], forgotten: Forgotten, *,
    version: str, text: str, hide: Callable[[str], str],
) -> None:  # fmt: skip
    """The fact rows of one version without the person; the numbers of the others stay."""
    gone: set[int] = set()
    for table in FACT_TABLES:
        cursor = con.execute(f"FROM {schema}.{table} WHERE article = ?{version}", list(key))
        names = [d[0] for d in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        if table == "officials":
            gone = {row["nr"] for row in rows if forgotten.names(row["name"])}
        kept = [row for row in rows if not _of_person(table, row, gone)]
        clean = [_clean_row(row, text, hide) for row in kept]
        if clean != rows:
            con.execute(f"DELETE FROM {schema}.{table} WHERE article = ?{version}", list(key))
            append(con, f"{schema}.{table}", [tuple(row.values()) for row in clean])


def _of_person(table: str, row: dict[str, Any], people: set[int]) -> bool:
    match table:
        case "officials":
            return row["nr"] in people
        case "positions":
            return row["official"] in people
        case "mentions":
            return row["kind"] == "officials" and row["of"] in people
        case _:
            return False


def _clean_row(row: dict[str, Any], text: str, hide: Callable[[str], str]) -> dict[str, Any]:
    kept = {"article", "kind", "rule", "grain", "role"}
    clean = {k: hide(v) if isinstance(v, str) and k not in kept else v for k, v in row.items()}
    return {**clean, "text": text[row["start"] : row["end"]]}


def _clean_spans(con: duckdb.DuckDBPyConnection, article: str, text: str) -> None:
    """The snippets of findings, cut anew out of the text."""
    found = con.execute("SELECT id, spans FROM findings WHERE list_contains(articles, ?)", [article]).fetchall()
    for id_, spans in found:
        fresh = [
            {**s, "text": text[s["start"] : s["end"]]} if s["article"] == article and len(text) >= s["end"] else s
            for s in spans
        ]
        if fresh != spans:
            con.execute("UPDATE findings SET spans = ? WHERE id = ?", [fresh, id_])


def _clean_texts(con: duckdb.DuckDBPyConnection, forgotten: Forgotten) -> None:
    for table, columns in _TEXTS.items():
        for column in columns:
            cells = con.execute(f'SELECT DISTINCT "{column}" FROM {table} WHERE "{column}" IS NOT NULL').fetchall()
            for (cell,) in cells:
                if (clean := forgotten.hide(cell)) != cell:
                    con.execute(f'UPDATE {table} SET "{column}" = ? WHERE "{column}" = ?', [clean, cell])
