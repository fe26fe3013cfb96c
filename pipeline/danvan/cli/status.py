"""status, quarantine: where a database and a raw store stand, and what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from danvan.cli.app import (
    DATABASE,
    Columns,
    Db,
    FormatName,
    Jobs,
    Lang,
    NamesBy,
    Output,
    Place,
    Published,
    Rules,
    app,
    columns_of,
    existing,
    load_rule_set,
    processes,
    show,
    tell,
)
from danvan.cli.events import Events
from danvan.cli.progress import Progress
from danvan.errors import UsageError
from danvan.messages import say, value_word

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
    if chosen == "table":
        cells = [_in_words(*cell) for cell in cells]
    return show(rows_of(("part", "name", "what", "value"), cells), chosen, output)


def _in_words(part: str, name: str, what: str, value: object) -> tuple[str, str, str, object]:
    """A line of status for people: other formats keep the keys."""
    said, colon, reason = what.partition(": ")
    state = value_word("status.state", str(value)) if what == "state" else value
    return value_word("status.part", part), name, value_word("status.what", said) + colon + reason, state


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
def retry(
    db: Db = DATABASE,
    published: Published = None,
    place: Place = None,
    rules: Rules = None,
    names: NamesBy = None,
    columns: Columns = None,
    jobs: Jobs = 1,
    log: Log = None,
    lang: Lang = None,
) -> int:
    from danvan import batch
    from danvan.api import check_published
    from danvan.store.given import held
    from danvan.store.read import open_for_reading
    from danvan.store.write import Counts

    said = {"published": check_published(published), "place": place, "names": names, "columns": columns_of(columns)}
    con = open_for_reading(existing(db))
    try:
        groups = held(con)
    finally:
        con.close()
    there = [path for group in groups for path in group.paths if not group.loaded and Path(path).exists()]
    left = [path for group in groups for path in group.paths if path not in there]
    for path in left:
        tell(say("quarantine.loaded", path=path) if Path(path).exists() else say("quarantine.gone", path=path))
    if not there:
        tell(say("quarantine.nothing"))
        return 1 if left else 0
    total = Counts()
    with Events(log, "quarantine retry", there) as events, Progress(there) as progress:
        for group in groups:
            paths = [path for path in group.paths if path in there]
            if not paths:
                continue
            # What is said now goes before what was said then.
            told = {**group.given, **{name: value for name, value in said.items() if value}}
            chosen = load_rule_set(rules if rules is not None else [Path(layer) for layer in group.layers])
            report = events.beside(progress.told)
            total += batch.run(paths, db=db, rules=chosen, jobs=processes(jobs), report=report, **told)
        events.counted(total)
    tell(
        say("quarantine.retried", inputs=len(there), articles=total.articles, quarantined=total.quarantined + len(left))
    )
    return 1 if total.quarantined or left else 0
