"""run, load, extract, explain: from articles to records and into the database; quarantine: what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from danvan.cli.app import (
    DATABASE,
    RAW,
    Columns,
    Db,
    FormatName,
    Inputs,
    Jobs,
    Lang,
    ListRaw,
    NamesBy,
    Output,
    Place,
    Published,
    Rules,
    app,
    columns_of,
    day_of,
    load_rule_set,
    processes,
    reading,
    show,
    stdin_of,
    tell,
)
from danvan.cli.events import Events
from danvan.cli.progress import Progress, refusal
from danvan.errors import UsageError
from danvan.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from danvan.batch import Plan
    from danvan.rows import Rows
    from danvan.store.write import Counts


quarantine = typer.Typer(no_args_is_help=True, help="help.quarantine")
app.add_typer(quarantine, name="quarantine")

Log = Annotated[Path | None, typer.Option("--log", metavar="FILE", help="help.log")]


@app.command(help="help.run")
def run(
    paths: Inputs,
    db: Db = DATABASE,
    published: Published = None,
    place: Place = None,
    rules: Rules = None,
    names: NamesBy = None,
    columns: Columns = None,
    raw: ListRaw = RAW,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="help.run_since")] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", help="help.run_limit")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.run_dry_run")] = False,
    relevant: Annotated[str, typer.Option("--relevant", metavar="off|mark|only", help="help.run_relevant")] = "off",
    log: Log = None,
    jobs: Jobs = 1,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.api import check_published
    from danvan.batch import Batch
    from danvan.output import choose_format

    if limit is not None and limit < 1:
        raise UsageError(say("crawl.limit", value=limit))
    if relevant not in ("off", "mark", "only"):
        raise UsageError(say("run.relevant", value=relevant))
    if (form or output) and not dry_run:
        raise UsageError(say("run.no_rows"))
    chosen = choose_format(form, output, "table")
    day, stdin = check_published(published), stdin_of(paths)
    if db.is_dir():
        raise UsageError(say("store.folder", path=db))
    batch = Batch(
        paths=paths, db=db, rules=load_rule_set(rules), published=day, place=place, names=names,
        columns=columns_of(columns), raw=raw, since=day_of(since, "--since"), limit=limit, relevant=relevant,
        stdin=stdin, jobs=processes(jobs),
    )  # fmt: skip
    if dry_run:
        with Progress(paths) as progress:
            plans = batch.plan(progress.told)
        show(_rows_of_plans(plans), chosen, output)
        if progress.nothing:
            tell(say("input.none"))
        return 1 if progress.refused or progress.nothing else 0
    with Events(log, "run", paths) as events, Progress(paths) as progress:
        counts = batch.run(events.beside(progress.told))
        events.counted(counts)
    return _loaded(db, counts, progress)


@app.command(help="help.load")
def load(
    records: Annotated[str, typer.Argument(metavar="RECORDS.jsonl", help="help.records")],
    db: Db = DATABASE,
    lang: Lang = None,
) -> int:
    from danvan import batch

    if records != "-" and not Path(records).is_file():
        raise UsageError(say("path.missing", path=records))
    with Progress([records]) as progress:
        counts = batch.load(records, db=db, rules=load_rule_set(None), stdin=stdin_of([records]), report=progress.told)
    return _loaded(db, counts, progress)


@app.command(help="help.extract")
def extract(
    paths: Inputs,
    published: Published = None,
    place: Place = None,
    rules: Rules = None,
    names: NamesBy = None,
    columns: Columns = None,
    raw: ListRaw = RAW,
    jobs: Jobs = 1,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.api import check_published
    from danvan.batch import Extracted, extract_all
    from danvan.facts import rows_of_records
    from danvan.ingest.read import open_inputs
    from danvan.output import choose_format, text_output, write_lines, write_rows

    chosen = choose_format(form, output, "jsonl")
    rule_set, day = load_rule_set(rules), check_published(published)
    inputs = open_inputs(paths, stdin=stdin_of(paths), published=day, columns=columns_of(columns), raw=raw)
    with Progress(paths) as progress:
        outcomes = extract_all(inputs, rule_set, place=place, names=names, jobs=processes(jobs))
        done = (o for o in progress.watch(outcomes) if isinstance(o, Extracted))
        if chosen in {"json", "jsonl"}:
            with text_output(output) as stream:
                write_lines((one.json for one in done), chosen, stream)
        else:
            write_rows(rows_of_records(one.record for one in done), chosen, output)
    _tell_left(progress)
    if progress.nothing:
        tell(say("input.none"))
    tell(say("extract.done", articles=progress.done, refused=progress.refused))
    return 1 if progress.refused or progress.nothing else 0


@app.command(help="help.explain")
def explain(
    target: Annotated[str, typer.Argument(metavar="FILE[:OFFSET]", help="help.target")],
    published: Published = None,
    place: Place = None,
    rules: Rules = None,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.api import check_published
    from danvan.explanation import explain_draft, print_explanations, rows_of_explanations
    from danvan.ingest.read import Skipped, Unreadable, read_inputs
    from danvan.output import choose_format

    chosen = choose_format(form, output, "table")
    path, offset = _target(target)
    rule_set = load_rule_set(rules)
    found = []
    failed = False
    for item in read_inputs([path], stdin=stdin_of([path]), published=check_published(published), rules=rule_set):
        if isinstance(item, Unreadable | Skipped):
            tell(refusal(item.source, "", item.reason, getattr(item, "bytes_read", 0)))
            failed = True
            continue
        if offset is not None and offset >= len(item.text):
            raise UsageError(say("explain.offset", path=path, offset=offset, length=len(item.text)))
        found.append(explain_draft(item, rule_set, place=place, offset=offset))
    if chosen == "table" and output is None:
        print_explanations(found)
    else:
        show(rows_of_explanations(found), chosen, output)
    return 1 if failed else 0


@quarantine.command("list", help="help.quarantine_list")
def list_(db: Db = DATABASE, form: FormatName = None, output: Output = None, lang: Lang = None) -> int:
    from danvan.output import choose_format
    from danvan.store.read import read_table

    chosen = choose_format(form, output, "table")
    with reading(db) as con:
        return show(read_table(con, "quarantine"), chosen, output)


@quarantine.command(help="help.quarantine_retry")
def retry(
    db: Db = DATABASE,
    published: Published = None,
    place: Place = None,
    rules: Rules = None,
    names: NamesBy = None,
    columns: Columns = None,
    raw: ListRaw = RAW,
    jobs: Jobs = 1,
    log: Log = None,
    lang: Lang = None,
) -> int:
    from danvan.api import check_published
    from danvan.batch import Batch
    from danvan.store.given import held
    from danvan.store.write import Counts

    said = {"published": check_published(published), "place": place, "names": names, "columns": columns_of(columns)}
    with reading(db) as con:
        groups = held(con)
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
            batch = Batch(paths=paths, db=db, rules=chosen, raw=raw, jobs=processes(jobs), **told)
            total += batch.run(events.beside(progress.told))
        events.counted(total)
    tell(
        say("quarantine.retried", inputs=len(there), articles=total.articles, quarantined=total.quarantined + len(left))
    )
    return 1 if total.quarantined or left else 0


def _rows_of_plans(plans: Sequence[Plan]) -> Rows:
    from danvan.rows import Rows, rows_of

    names = ("path", "new", "changed", "unchanged", "set_aside", "refused", "skipped")
    cells = [tuple(getattr(plan, name) for name in names) for plan in plans]
    return Rows(rows_of(names, (), names[1:]).columns, cells, subject="plan")


def _target(target: str) -> tuple[str, int | None]:
    """FILE or FILE:OFFSET; a file whose own name ends so is that file."""
    if target == "-" or Path(target).is_file():
        return target, None
    path, colon, digits = target.rpartition(":")
    if colon and digits.isdecimal() and (path == "-" or Path(path).is_file()):
        return path, int(digits)
    raise UsageError(say("explain.wrong_offset", path=target))


def _tell_left(progress: Progress) -> None:
    """Files that no reader is for are no fault: gold, notes, pictures lie beside articles."""
    if progress.left:
        tell(say("run.passed_over", kinds=progress.left))


def _loaded(db: Path, counts: Counts, progress: Progress) -> int:
    _tell_left(progress)
    if counts.set_aside:
        tell(say("run.aside", count=counts.set_aside))
    if progress.nothing:
        tell(say("input.none"))
    tell(
        say(
            "run.done", db=db, added=counts.added, replaced=counts.replaced, unchanged=counts.unchanged,
            quarantined=counts.quarantined, seconds=progress.seconds,
        )
    )  # fmt: skip
    return 1 if counts.quarantined or progress.nothing else 0
