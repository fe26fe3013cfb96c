"""status: where a database and a raw store stand."""

from __future__ import annotations

from contextlib import closing

from danvan.cli.app import DATABASE, RAW, Db, FormatName, Lang, Output, Raw, app, reading, show
from danvan.errors import UsageError
from danvan.messages import say, value_word


@app.command(help="help.status")
def status(
    db: Db = DATABASE,
    raw: Raw = RAW,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.output import choose_format
    from danvan.raw.index import is_raw_store, open_index
    from danvan.rows import plain, rows_of
    from danvan.store.status import database_lines, site_lines

    chosen = choose_format(form, output, "table")
    if not db.is_file() and not is_raw_store(raw):
        raise UsageError(say("store.missing", path=db))
    lines = []
    if is_raw_store(raw):
        with closing(open_index(raw)) as index:
            lines += list(site_lines(index))
    if db.is_file():
        with reading(db) as con:
            lines += list(database_lines(con))
    cells = [(part, name, what, plain(value)) for part, name, what, value in lines]
    if chosen == "table":
        cells = [_in_words(*cell) for cell in cells]
    return show(rows_of(("part", "name", "what", "value"), cells), chosen, output)


def _in_words(part: str, name: str, what: str, value: object) -> tuple[str, str, str, object]:
    """A line of status for people: other formats keep the keys."""
    said, colon, reason = what.partition(": ")
    state = value_word("status.state", str(value)) if what == "state" else value
    return value_word("status.part", part), name, value_word("status.what", said) + colon + reason, state
