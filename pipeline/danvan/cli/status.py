"""status, quarantine: where a database and a raw store stand, and what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from danvan.cli.app import (
    DATABASE,
    Db,
    FormatName,
    Jobs,
    Lang,
    Output,
    Rules,
    app,
    existing,
    load_rule_set,
    processes,
    show,
    tell,
)
from danvan.cli.events import Events
from danvan.cli.progress import Progress
from danvan.errors import UsageError
from danvan.messages import say

quarantine = typer.Typer(no_args_is_help=True, help="help.quarantine")
app.add_typer(quarantine, name="quarantine")

Log = Annotated[Path | None, typer.Option("--log", metavar="FILE", help="help.log")]


@app.command(help="help.status")
def status(
    db: Db = DATABASE,
    raw: Annotated[Path, typer.Option("--raw", metavar="DIR", help="help.crawl_raw")] = Path("corpus/raw"),
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.output import choose_format
    from danvan.raw.index import is_raw_store, open_index
    from danvan.rows import plain, rows_of
    from danvan.store.read import open_for_reading
    from danvan.store.status import database_lines, site_lines

    chosen = choose_format(form, output, "table")
    if not db.is_file() and not is_raw_store(raw):
        raise UsageError(say("store.missing", path=db))
    lines = []
    if is_raw_store(raw):
        index = open_index(raw)
        try:
            lines += list(site_lines(index))
        finally:
            index.close()
    if db.is_file():
        con = open_for_reading(db)
        try:
            lines += list(database_lines(con))
        finally:
            con.close()
    cells = [(part, name, what, plain(value)) for part, name, what, value in lines]
    return show(rows_of(("part", "name", "what", "value"), cells), chosen, output)


@quarantine.command("list", help="help.quarantine_list")
def list_(db: Db = DATABASE, form: FormatName = None, output: Output = None, lang: Lang = None) -> int:
    from danvan.output import choose_format
    from danvan.store.read import open_for_reading, read_table

    chosen = choose_format(form, output, "table")
    con = open_for_reading(existing(db))
    try:
        return show(read_table(con, "quarantine"), chosen, output)
    finally:
        con.close()


@quarantine.command(help="help.quarantine_retry")
def retry(db: Db = DATABASE, rules: Rules = None, jobs: Jobs = 1, log: Log = None, lang: Lang = None) -> int:
    from danvan import batch
    from danvan.store.read import open_for_reading

    con = open_for_reading(existing(db))
    try:
        held = [row[0] for row in con.execute("SELECT DISTINCT path FROM quarantine ORDER BY path").fetchall()]
    finally:
        con.close()
    there = [path for path in held if Path(path).exists()]
    for path in held:
        if path not in there:
            tell(say("quarantine.gone", path=path))
    if not there:
        tell(say("quarantine.nothing"))
        return 1 if held else 0
    with Events(log, "quarantine retry", there) as events, Progress(there) as progress:
        counts = batch.run(
            there, db=db, rules=load_rule_set(rules), jobs=processes(jobs), report=events.beside(progress.told)
        )
        events.counted(counts)
    tell(say("quarantine.retried", inputs=len(there), articles=counts.articles, quarantined=counts.quarantined))
    return 1 if counts.quarantined or len(there) < len(held) else 0
