"""query, sql, export, describe: out of the database."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from danvan.cli.app import DATABASE, Db, FormatName, Lang, Output, app, day_of, load_rule_set, reading, show, tell
from danvan.errors import UsageError
from danvan.messages import head, say

if TYPE_CHECKING:
    from danvan.output import Format
    from danvan.privacy import Names
    from danvan.queries import Query
    from danvan.records import ArticleRecord
    from danvan.rows import Rows


def _query_names() -> list[str]:
    from danvan.queries import load_queries

    return list(load_queries())


def _table_names() -> list[str]:
    from danvan.store.read import describe

    return list(dict.fromkeys(row[0] for row in describe()))


@app.command(help="help.query")
def query(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="help.query_name", autocompletion=_query_names)
    ] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="help.param")] = None,
    explained: Annotated[
        tuple[str, int] | None, typer.Option("--explain", metavar="NAME YEAR", help="help.query_explain")
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="help.as_of")] = None,
    every: Annotated[bool, typer.Option("--all-columns", help="help.all_columns")] = False,
    with_names: Annotated[bool, typer.Option("--with-names", help="help.with_names")] = False,
    db: Db = DATABASE,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.messages import language
    from danvan.output import choose_format
    from danvan.queries import find_query, load_queries
    from danvan.rows import Rows, rows_of

    chosen = choose_format(form, output, "table")
    if name is None:
        listed = [
            (q.name, q.title[language()], ", ".join(p.name for p in q.parameters)) for q in load_queries().values()
        ]
        return show(rows_of(("query", "meaning", "parameters"), listed), chosen, output)
    wanted = find_query(name)
    given = [p.partition("=") for p in param or ()]
    if wrong := next((p for p, (_, equals, _) in zip(param or (), given, strict=True) if not equals), None):
        raise UsageError(say("query.wrong_parameter", text=wrong))
    from danvan.answers.asked import ask

    if as_of is not None and explained is not None:
        raise UsageError(say("query.one_view"))
    day = None if as_of is None else date.fromisoformat(day_of(as_of, "--as-of") or "")
    bound = wanted.bind({key: value for key, _, value in given})
    with reading(db) as con:
        if day is not None:
            return _show_as_of(con, wanted, day, bound, every, chosen, output)
        # What stays on the screen is the reader's own; what can be passed on is an export.
        leaves = chosen != "table" or output is not None
        names = _names(con) if leaves and not with_names else None
        if explained is not None:
            return _explain(con, wanted.name, explained, bound.get("province"), every, names, chosen, output)
        rows, hints = ask(con, wanted, bound)
        for hint in hints:
            tell(hint)
        shown = Rows(rows.columns, rows.cells, () if every else wanted.brief, wanted.name)
        return show(_hidden(shown, names), chosen, output, wanted.title[language()])


def _show_as_of(
    con: Any, query: Query, day: date, given: dict[str, str | None], every: bool, form: Format, output: Path | None
) -> int:
    from danvan.answers.as_of import models_as_of
    from danvan.messages import language
    from danvan.rows import Column, Rows
    from danvan.screen import screen_cell

    rows = models_as_of(con, query.name, day, load_rule_set(None), given)
    shown = Rows(rows.columns, rows.cells, () if every else rows.brief, rows.subject)
    return show(
        shown,
        form,
        output,
        say("query.title_as_of", title=query.title[language()], day=screen_cell(Column("day", "day"), day)),
    )


def _explain(
    con: Any,
    query: str,
    asked: tuple[str, int],
    province: str | None,
    every: bool,
    names: Names | None,
    form: Format,
    output: Path | None,
) -> int:
    from danvan.answers.asked import explain
    from danvan.answers.weigh import LEVELS
    from danvan.rows import Rows

    if query not in LEVELS:
        raise UsageError(say("query.explain", query=query, names=", ".join(LEVELS)))
    name, year = asked
    rows, nothing = explain(con, query, name, year, province)
    if nothing:
        tell(nothing)
    shown = Rows(rows.columns, rows.cells, () if every else rows.brief, rows.subject)
    return show(_hidden(shown, names), form, output, f"{name}, {year}")


@app.command(help="help.sql")
def sql(
    statement: Annotated[str, typer.Argument(metavar="SELECT", help="help.statement")],
    db: Db = DATABASE,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.output import choose_format
    from danvan.store.read import run_query

    chosen = choose_format(form, output, "table")
    text = sys.stdin.buffer.read().decode("utf-8-sig", "replace") if statement == "-" else statement
    with reading(db) as con:
        return show(run_query(con, text), chosen, output)


@app.command(help="help.export")
def export(
    tables: Annotated[
        list[str] | None, typer.Argument(metavar="[TABLE]", help="help.tables", autocompletion=_table_names)
    ] = None,
    with_names: Annotated[bool, typer.Option("--with-names", help="help.with_names")] = False,
    db: Db = DATABASE,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.output import choose_format, text_output, whole_file, write_lines, write_rows
    from danvan.sheets import write_sheets
    from danvan.store.read import read_records, table_names

    several = not tables or len(tables) > 1
    chosen = choose_format(form, output, "csv" if several else "table")
    if several and output is None:
        raise UsageError(say("export.several"))
    with reading(db) as con:
        known = table_names(con)
        wanted = list(tables or [t for t in known if "." not in t and t != "meta"])
        for name in wanted:
            if name not in known and name != "records":
                raise _unknown_table(name, [t for t in (*known, "records") if "." not in t])
        names = None if with_names else _names(con)
        if wanted == ["records"]:
            lines = (_record(r, names).model_dump_json() for r in read_records(con))
            with text_output(output) as stream:
                write_lines(lines, "json" if chosen == "json" else "jsonl", stream)
        elif not several:
            return show(_table(con, wanted[0], names), chosen, output, wanted[0])
        elif chosen == "xlsx" and output is not None:
            with whole_file(output) as temporary:
                count = write_sheets(((name, _table(con, name, names)) for name in wanted), temporary)
            tell(say("output.written", rows=count, path=output))
        elif output is not None:
            for name in wanted:
                file = output / f"{name}.{'txt' if chosen == 'table' else chosen}"
                tell(say("output.written", rows=write_rows(_table(con, name, names), chosen, file), path=file))
    return 0


def _names(con: Any) -> Names:
    from danvan.privacy import NAME_FILES, load_names

    return load_names(con, load_rule_set(None, only=NAME_FILES))


def _table(con: Any, name: str, names: Names | None) -> Rows:
    from danvan.store.read import read_table

    return _hidden(read_table(con, name), names)


def _hidden(rows: Rows, names: Names | None) -> Rows:
    from danvan.exports import without_names

    return rows if names is None else without_names(rows, names)


def _record(record: ArticleRecord, names: Names | None) -> ArticleRecord:
    from danvan.exports import record_without_names

    return record if names is None else record_without_names(record, names)


@app.command(help="help.describe")
def describe(
    table: Annotated[
        str | None, typer.Argument(metavar="[TABLE]", help="help.table", autocompletion=_table_names)
    ] = None,
    json_schema: Annotated[bool, typer.Option("--json-schema", help="help.json_schema")] = False,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.output import choose_format, text_output
    from danvan.rows import rows_of
    from danvan.store.read import describe as described

    if json_schema:
        import json

        from danvan.records import ArticleRecord

        with text_output(output) as stream:
            stream.write(json.dumps(ArticleRecord.model_json_schema(), ensure_ascii=False, indent=2) + "\n")
        return 0
    chosen = choose_format(form, output, "table")
    rows = list(described())
    names = list(dict.fromkeys(row[0] for row in rows))
    if table is not None and table not in names:
        raise _unknown_table(table, names)
    if chosen == "table" and output is None:
        _describe_tables([row for row in rows if table in {None, row[0]}])
        return 0
    return show(
        rows_of(("table", "column", "type", "meaning"), [r for r in rows if table in {None, r[0]}]), chosen, output
    )


def _unknown_table(name: str, names: Sequence[str]) -> UsageError:
    from danvan.nearest import did_you_mean

    if name in _query_names():
        return UsageError(say("export.query", name=name))
    return UsageError(say("export.unknown", name=name, hint=did_you_mean(name, names), names=", ".join(names)))


def _describe_tables(rows: Sequence[tuple[str, str, str, str]]) -> None:
    """Each table with its meaning over its columns."""
    from danvan.output import write_rows
    from danvan.rows import rows_of

    for table in dict.fromkeys(row[0] for row in rows):
        own = [row for row in rows if row[0] == table]
        title = f"{table}: {next(row[3] for row in own if not row[1])}"
        columns = [(column, kind, head(column), meaning) for _, column, kind, meaning in own if column]
        write_rows(rows_of(("column", "type", "head", "meaning"), columns), "table", None, title)
