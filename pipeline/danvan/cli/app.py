"""The application, the options that several commands share, and what they do with rules, files and rows."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from danvan.errors import UsageError
from danvan.messages import say

if TYPE_CHECKING:
    import duckdb

    from danvan.output import Format
    from danvan.rows import Rows
    from danvan.ruleset import RuleSet

DATABASE = Path("extracted/danvan.duckdb")
RAW = Path("corpus/raw")

HELP_OPTIONS = ["-h", "--help"]

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode="rich", pretty_exceptions_enable=False, help="help.danvan",
    context_settings={"help_option_names": HELP_OPTIONS},
)  # fmt: skip

Inputs = Annotated[list[str], typer.Argument(metavar="PATH", help="help.inputs")]
Raw = Annotated[Path, typer.Option("--raw", metavar="DIR", help="help.crawl_raw")]
ListRaw = Annotated[Path, typer.Option("--raw", metavar="DIR", help="help.list_raw")]
Db = Annotated[Path, typer.Option("--db", metavar="FILE", help="help.db")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="help.published")]
Place = Annotated[str | None, typer.Option("--place", metavar="NAME", help="help.place")]
Rules = Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="help.rules_dir")]
NamesBy = Annotated[str | None, typer.Option("--names", metavar="MODEL", help="help.names")]
Columns = Annotated[str | None, typer.Option("--columns", metavar="text=NAME,...", help="help.columns")]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", help="help.jobs")]
FormatName = Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help.format")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="help.output")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="vi|en", help="help.lang")]


def _version(on: bool) -> None:
    if on:
        from importlib.metadata import version

        print(version("danvan"))
        raise typer.Exit


@app.callback(invoke_without_command=False)
def danvan(
    lang: Lang = None,
    version: Annotated[bool, typer.Option("--version", help="help.version", is_eager=True, callback=_version)] = False,
) -> None:
    """help.danvan"""


def load_rule_set(layers: Sequence[Path] | None, only: tuple[str, ...] | None = None) -> RuleSet:
    from danvan.ruleset import PATTERN_FILES, load_rules

    for layer in layers or ():
        if not layer.is_dir():
            raise UsageError(say("path.missing", path=layer))
    return load_rules(*(layers or ()), only=only or PATTERN_FILES)


def processes(jobs: int) -> int:
    if jobs < 0:
        raise UsageError(say("jobs.wrong", value=jobs))
    return jobs or os.cpu_count() or 1


def columns_of(value: str | None) -> dict[str, str]:
    """What the columns of tables hold: "text=noi_dung,title=tieu_de"."""
    from danvan.ingest.readers.item import FIELDS

    found: dict[str, str] = {}
    for pair in (value or "").split(",") if value else ():
        name, sign, head = (part.strip() for part in pair.partition("="))
        if not sign or not head or name not in FIELDS:
            raise UsageError(say("columns.wrong", value=pair.strip(), names=", ".join(FIELDS)))
        found[name] = head
    return found


def day_of(value: str | None, option: str) -> str | None:
    """The day that an option names, as 2024-12-31."""
    from danvan.api import check_published

    try:
        day = check_published(value)
    except UsageError:
        raise UsageError(say("day.wrong", option=option, value=value)) from None
    return None if day is None else day[:10]


def stdin_of(paths: Iterable[str]) -> bytes | None:
    return sys.stdin.buffer.read() if "-" in paths else None


def existing(db: Path) -> Path:
    if db.is_dir():
        raise UsageError(say("store.folder", path=db))
    if not db.is_file():
        raise UsageError(say("store.missing", path=db))
    return db


@contextmanager
def reading(db: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that reads a database that is there."""
    from danvan.store.read import open_for_reading

    con = open_for_reading(existing(db))
    try:
        yield con
    finally:
        con.close()


@contextmanager
def writing(db: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that writes to a database that is there."""
    from danvan.store import database

    with database.writing(existing(db)) as con:
        yield con


def show(rows: Rows, form: Format, output: Path | None, title: str | None = None) -> int:
    from danvan.output import write_rows

    count = write_rows(rows, form, output, title)
    if output is not None:
        tell(say("output.written", rows=count, path=output))
    return 0


def show_lines(rows: Rows, lines: Iterable[str], form: Format, output: Path | None) -> None:
    """The lines where a table is asked for: a table would break paths that editors are to open. Else the rows."""
    from danvan.output import text_output, write_lines

    if form != "table":
        show(rows, form, output)
        return
    with text_output(output) as stream:
        write_lines(lines, "jsonl", stream)


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
