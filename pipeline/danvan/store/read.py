"""Reads the database: queries, tables, their descriptions, and records as they went in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from danvan.errors import StoreError
from danvan.messages import meaning, say
from danvan.reasons import item_words, one_line, read_reason
from danvan.records import (
    Article,
    ArticleRecord,
    Change,
    Date,
    Figure,
    Model,
    Money,
    Official,
    Period,
    Place,
    PlaceRef,
    Position,
    Span,
)
from danvan.rows import Column, Kind, Rows
from danvan.store.database import (
    FACT_TABLES,
    KEPT_VIEWS,
    check_version,
    connect,
    create_tables,
    meta,
    views_sql,
)

if TYPE_CHECKING:
    import duckdb

_BATCH = 5_000
"""Rows fetched at a time: large enough to be fast, small enough to hold."""


def open_for_reading(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection that reaches nothing but the database itself: no file, no network, no Python variable.

    Raises StoreError where there is no such database, another process writes to it, or it is of another version.
    """
    if not path.is_file():
        raise StoreError(say("store.missing", path=path))
    con = connect(path, read_only=True)
    try:
        check_version(con, path)
        sql, digest = views_sql()
        if meta(con).get("views") != digest:
            # Written by an earlier danvan: its views are laid over by this one's, for this connection only.
            for statement in con.extract_statements(sql):
                if "COMMENT ON" not in statement.query:
                    con.execute(statement.query.replace("CREATE OR REPLACE ", "CREATE OR REPLACE TEMP ", 1))
        elif meta(con).get("answers") == digest:
            for view in KEPT_VIEWS:
                con.execute(f"CREATE TEMP VIEW {view} AS FROM kept.{view}")
        for setting in ("enable_external_access", "python_enable_replacements"):
            con.execute(f"SET {setting} = false")
        con.execute("SET lock_configuration = true")
    except BaseException:
        con.close()
        raise
    return con


def run_query(con: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
    """The rows of one statement. Raises StoreError, one line, where the statement is wrong."""
    import duckdb

    try:
        statements = con.extract_statements(sql)
        if len(statements) != 1:
            raise StoreError(say("sql.one_statement"))
        cursor = con.execute(statements[0], dict(parameters)) if parameters else con.execute(statements[0])
        columns = tuple(Column(d[0], _kind(str(d[1]))) for d in cursor.description or ())
        return Rows(columns, _cells(cursor))
    except duckdb.Error as error:
        raise StoreError(say("sql.wrong", reason=_reason(error))) from None


def _cells(cursor: duckdb.DuckDBPyConnection) -> Iterator[Sequence[Any]]:
    import duckdb

    try:
        while batch := cursor.fetchmany(_BATCH):
            yield from batch
    except duckdb.Error as error:
        raise StoreError(say("sql.wrong", reason=_reason(error))) from None


def _reason(error: Exception) -> str:
    """DuckDB's first paragraph; the statement with its arrow is left out."""
    return one_line(str(error).split("\n\nLINE ")[0].split("\nLINE ")[0])


def _kind(type_name: str) -> Kind:
    if type_name.endswith("]") or type_name.startswith(("STRUCT", "MAP", "UNION")):
        return "list"
    if type_name == "DATE":
        return "day"
    if type_name.startswith("TIME"):
        return "time"
    if type_name == "BOOLEAN":
        return "truth"
    if type_name in _NUMBERS or type_name.startswith("DECIMAL"):
        return "number"
    return "text"


_NUMBERS = {
    "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
    "FLOAT", "DOUBLE",
}  # fmt: skip


def table_names(con: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """The tables and views that hold now, the history's with their schema before them."""
    found = con.execute(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal AND schema_name <> 'kept' "
        "UNION ALL SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal AND NOT temporary ORDER BY ALL"
    ).fetchall()
    return tuple(name if schema == "main" else f"{schema}.{name}" for schema, name in found)


def read_table(con: duckdb.DuckDBPyConnection, name: str) -> Rows:
    """A whole table in a stable order. `name` must be one of `table_names`."""
    quoted = ".".join(f'"{part}"' for part in name.split("."))
    have = {row[0] for row in con.execute(f"SELECT column_name FROM (DESCRIBE {quoted})").fetchall()}
    order = [f'"{key}"' for key in _ORDER.get(name.removeprefix("history."), ("article", "nr")) if key in have]
    rows = run_query(con, f"SELECT * FROM {quoted}" + (f" ORDER BY {', '.join(order)}" if order else ""))
    cells = _told(rows) if name == "quarantine" else rows.cells
    return Rows(rows.columns, cells, subject=name.removeprefix("history."))


def _told(rows: Rows) -> Iterator[Sequence[Any]]:
    """The rows with their items and reasons in words."""
    item, reason = rows.names.index("item"), rows.names.index("reason")
    for row in rows:
        told = list(row)
        told[item] = row[item] and item_words(row[item])
        told[reason] = str(read_reason(row[reason]))
        yield told


_ORDER = {
    "articles": ("id", "replaced_by"), "positions": ("article", "official", "nr"),
    "mentions": ("article", "kind", "of", "nr"),
    "units": ("code", "valid_from"), "runs": ("run",), "quarantine": ("path", "item"), "meta": ("key",),
    "copies": ("article",), "set_aside": ("id",), "relevance": ("article",),
    "sketches": ("nr",), "bands": ("band", "nr"), "likenesses": ("one", "other"),
    "findings": ("id",), "reviews": ("nr",),
    "reviewed": ("article", "kind", "start"), "forgotten": ("name_hash",), "coverage": ("check", "outcome", "reason"),
    "model_claims": ("unit_key", "year", "field", "article", "nr"),
    "models_per_year": ("unit_key", "year", "field"), "model_reports": ("unit_key", "year", "field", "article", "nr"),
}  # fmt: skip
"""The columns that a table is sorted by where it is read whole; the others by article and nr."""


def describe() -> Iterator[tuple[str, str, str, str]]:
    """Every table and view with its columns: (table, column, type, meaning); the column is empty for the table itself.

    The meaning is told in the language in force. Needs no database: the tables are made in memory.
    """
    import duckdb

    with duckdb.connect() as con:
        create_tables(con)
        tables = con.execute(
            "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'main' AND NOT internal "
            "UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal"
        ).fetchall()
        columns = con.execute(
            "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
            "WHERE schema_name = 'main' AND NOT internal ORDER BY table_name, column_index"
        ).fetchall()
    order = [
        "articles", *FACT_TABLES, "copies", "repeated", "model_claims", "model_reports", "models_per_year", "findings",
        "coverage", "reviews", "reviewed", "forgotten", "units", "runs", "quarantine", "set_aside", "relevance",
        "sketches", "bands",
        "likenesses", "meta",
    ]  # fmt: skip
    for table, comment in sorted(tables, key=lambda t: order.index(t[0])):
        yield table, "", "", meaning(comment)
        for owner, column, type_name, told in columns:
            if owner == table:
                yield table, column, type_name, meaning(told)


def read_records(con: duckdb.DuckDBPyConnection, articles: Sequence[str] | None = None) -> Iterator[ArticleRecord]:
    """The records that hold now, rebuilt from the tables, in the order of their ids: what was written comes back."""
    ids = [row[0] for row in con.execute("SELECT id FROM articles ORDER BY id").fetchall()]
    wanted = ids if articles is None else [i for i in ids if i in set(articles)]
    for at in range(0, len(wanted), 200):
        yield from _records(con, wanted[at : at + 200])


def _records(con: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[ArticleRecord]:
    rows = {name: _by_article(con, name, ids) for name in ("articles", *FACT_TABLES)}
    for id_ in ids:
        (article,) = rows["articles"][id_]
        facts = {name: rows[name].get(id_, []) for name in FACT_TABLES}
        yield ArticleRecord(
            schema_version=article["schema_version"],
            article=Article(
                **{k: article[k] for k in ("id", "source", "url", "title", "author", "text", "published")},
                place=_place(article),
            ),
            dates=tuple(_date(r) for r in facts["dates"]),
            officials=tuple(_official(r, facts["positions"], facts["mentions"]) for r in facts["officials"]),
            places=tuple(_named_place(r, facts["mentions"]) for r in facts["places"]),
            figures=tuple(_figure(r) for r in facts["figures"]),
            money=tuple(_money(r) for r in facts["money"]),
            models=tuple(_model(r) for r in facts["models"]),
        )


def _by_article(con: duckdb.DuckDBPyConnection, table: str, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    key = "id" if table == "articles" else "article"
    order = {"articles": "id", "positions": "article, official, nr", "mentions": "article, kind, of, nr"}
    cursor = con.execute(
        f"SELECT * FROM {table} WHERE {key} IN (SELECT unnest(?)) ORDER BY {order.get(table, 'article, nr')}",
        [list(ids)],
    )
    names = [d[0] for d in cursor.description or ()]
    found: dict[str, list[dict[str, Any]]] = {}
    for row in cursor.fetchall():
        cells = dict(zip(names, row, strict=True))
        found.setdefault(cells[key], []).append(cells)
    return found


def _span(row: Mapping[str, Any]) -> Span:
    return Span(start=row["start"], end=row["end"], text=row["text"])


def _fact(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"rule": row["rule"], "confidence": row["confidence"]}


def _place(row: Mapping[str, Any]) -> PlaceRef | None:
    if row["place_name"] is None:
        return None
    return PlaceRef(
        code=row["place_code"], name=row["place_name"], kind=row["place_kind"], level=row["place_level"],
        province=row["province"], district=row["district"], commune=row["commune"],
    )  # fmt: skip


def _period(row: Mapping[str, Any]) -> Period | None:
    if row["cumulative"] is None:
        return None
    return Period(start=_day(row["period_start"]), end=_day(row["period_end"]), cumulative=row["cumulative"])


def _day(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _date(row: Mapping[str, Any]) -> Date:
    return Date(
        start=row["date_start"].isoformat(), end=row["date_end"].isoformat(), grain=row["grain"], role=row["role"],
        inferred=row["inferred"], span=_span(row), **_fact(row),
    )  # fmt: skip


def _official(
    row: Mapping[str, Any], positions: Sequence[Mapping[str, Any]], mentions: Sequence[Mapping[str, Any]]
) -> Official:
    return Official(
        name=row["name"],
        honorific=row["honorific"],
        positions=tuple(
            Position(title=p["title"], body=p["body"], level=p["level"], place=_place(p))
            for p in positions
            if p["official"] == row["nr"]
        ),
        spans=_spans("officials", row["nr"], mentions),
        **_fact(row),
    )


def _named_place(row: Mapping[str, Any], mentions: Sequence[Mapping[str, Any]]) -> Place:
    return Place(
        kind=row["kind"], name=row["name"], level=row["level"], unit=_place(row), candidates=tuple(row["candidates"]),
        spans=_spans("places", row["nr"], mentions), **_fact(row),
    )  # fmt: skip


def _spans(kind: str, of: int, mentions: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(_span(m) for m in mentions if m["kind"] == kind and m["of"] == of)


def _figure(row: Mapping[str, Any]) -> Figure:
    change = row["change_direction"]
    return Figure.model_validate(
        {
            **{k: row[k] for k in _PLAIN},
            "value": _number(row["value"]), "high": _number(row["high"]), "of": _number(row["of"]),
            "place": _place(row), "period": _period(row), "span": _span(row),
            "change": None if change is None else Change(direction=change, than=row["change_than"]),
        }
    )  # fmt: skip


_PLAIN = (
    "measure", "unit", "bound", "topic", "field", "level", "holder", "status", "part_of", "partition", "list", "rule",
    "confidence",
)  # fmt: skip


def _money(row: Mapping[str, Any]) -> Money:
    keys = ("amount", "high", "currency", "bound", "basis", "purpose", "items", "rule", "confidence")
    return Money.model_validate(
        {**{k: row[k] for k in keys}, "place": _place(row), "period": _period(row), "span": _span(row)}
    )


def _model(row: Mapping[str, Any]) -> Model:
    keys = ("name", "quoted", "owner", "field", "rule", "confidence")
    return Model.model_validate({**{k: row[k] for k in keys}, "place": _place(row), "span": _span(row)})


def fact_of(kind: str, row: Mapping[str, Any]) -> object:
    """The record that one row of a fact table stands for. Raises ValueError where it cannot be one."""
    match kind:
        case "dates":
            return _date(row)
        case "figures":
            return _figure(row)
        case "money":
            return _money(row)
        case "models":
            return _model(row)
        case "places":
            named = {"kind": "places", "of": row["nr"], **{k: row[k] for k in ("start", "end", "text")}}
            return _named_place(row, [named])
        case "officials":
            return Official(
                name=row["name"], honorific=row["honorific"], positions=(), spans=(_span(row),), **_fact(row)
            )
        case _:
            return Position(title=row["title"], body=row["body"], level=row["level"], place=_place(row))
