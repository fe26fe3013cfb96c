"""The command line. Every command parses its arguments, calls, prints; heavy libraries are imported inside.

Data goes to standard output, messages and progress to standard error. Exit codes: 0 well, 1 something failed or went
to quarantine, 2 wrong use. Help texts are keys of messages.py, put into the language in force before the call.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer._click import exceptions as click

from danvan.errors import DanvanError, UsageError
from danvan.messages import head, say, set_language

if TYPE_CHECKING:
    from danvan.batch import Outcome
    from danvan.evaluate.score import Scored
    from danvan.output import Format
    from danvan.rows import Rows
    from danvan.ruleset import RuleSet
    from danvan.store.write import Counts

DATABASE = Path("extracted/danvan.duckdb")

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode="rich", pretty_exceptions_enable=False, help="help.danvan",
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
rules_app = typer.Typer(no_args_is_help=True, help="help.rules")
app.add_typer(rules_app, name="rules")


def _version(on: bool) -> None:
    if on:
        from importlib.metadata import version

        print(version("danvan"))
        raise typer.Exit


def _query_names() -> list[str]:
    from danvan.queries import load_queries

    return list(load_queries())


def _table_names() -> list[str]:
    from danvan.store.read import describe

    return list(dict.fromkeys(row[0] for row in describe()))


Inputs = Annotated[list[str], typer.Argument(metavar="PATH", help="help.inputs")]
Db = Annotated[Path, typer.Option("--db", metavar="FILE", help="help.db")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="help.published")]
Place = Annotated[str | None, typer.Option("--place", metavar="NAME", help="help.place")]
Rules = Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="help.rules_dir")]
NamesBy = Annotated[str | None, typer.Option("--names", metavar="MODEL", help="help.names")]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", help="help.jobs")]
FormatName = Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help.format")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="help.output")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="vi|en", help="help.lang")]


@app.callback(invoke_without_command=False)
def danvan(
    lang: Lang = None,
    version: Annotated[bool, typer.Option("--version", help="help.version", is_eager=True, callback=_version)] = False,
) -> None:
    """help.danvan"""


@app.command(help="help.run")
def run(
    paths: Inputs,
    db: Db = DATABASE,
    published: Published = None,
    place: Place = None,
    rules: Rules = None,
    names: NamesBy = None,
    jobs: Jobs = 1,
    lang: Lang = None,
) -> int:
    from danvan import batch
    from danvan.api import check_published

    day, processes = check_published(published), _jobs(jobs)
    stdin = _stdin(paths)
    with _Progress(paths) as progress:
        counts = batch.run(
            paths, db=db, rules=_rules(rules), published=day, place=place, names=names, stdin=stdin, jobs=processes,
            report=progress.told,
        )  # fmt: skip
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
    with _Progress([records]) as progress:
        counts = batch.load(records, db=db, rules=_rules(None), stdin=_stdin([records]), report=progress.told)
    return _loaded(db, counts, progress)


@app.command(help="help.extract")
def extract(
    paths: Inputs,
    published: Published = None,
    place: Place = None,
    rules: Rules = None,
    names: NamesBy = None,
    jobs: Jobs = 1,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.api import check_published
    from danvan.batch import Extracted, extract_all
    from danvan.facts import rows_of_records
    from danvan.ingest.read import read_inputs
    from danvan.output import choose_format, text_output, write_lines, write_rows

    chosen = choose_format(form, output, "jsonl")
    rule_set, day = _rules(rules), check_published(published)
    inputs = read_inputs(paths, stdin=_stdin(paths), published=day, rules=rule_set)
    with _Progress(paths) as progress:
        outcomes = extract_all(inputs, rule_set, place=place, names=names, jobs=_jobs(jobs))
        done = (o for o in progress.watch(outcomes) if isinstance(o, Extracted))
        if chosen in {"json", "jsonl"}:
            with text_output(output) as stream:
                write_lines((one.json for one in done), chosen, stream)
        else:
            write_rows(rows_of_records(one.record for one in done), chosen, output)
    _tell(say("extract.done", articles=progress.done, refused=progress.refused, skipped=progress.skipped))
    return 1 if progress.refused else 0


@app.command(help="help.query")
def query(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="help.query_name", autocompletion=_query_names)
    ] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="help.param")] = None,
    every: Annotated[bool, typer.Option("--all-columns", help="help.all_columns")] = False,
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
        return _print(rows_of(("query", "meaning", "parameters"), listed), chosen, output)
    wanted = find_query(name)
    given = [p.partition("=") for p in param or ()]
    if wrong := next((p for p, (_, equals, _) in zip(param or (), given, strict=True) if not equals), None):
        raise UsageError(say("query.wrong_parameter", text=wrong))
    from danvan.store.read import open_for_reading, run_query

    bound = wanted.bind({key: value for key, _, value in given})
    con = open_for_reading(_existing(db))
    try:
        rows = run_query(con, wanted.sql, bound)
        shown = Rows(rows.columns, rows.cells, () if every else wanted.brief, wanted.name)
        return _print(shown, chosen, output, wanted.title[language()])
    finally:
        con.close()


@app.command(help="help.sql")
def sql(
    statement: Annotated[str, typer.Argument(metavar="SELECT", help="help.statement")],
    db: Db = DATABASE,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.output import choose_format
    from danvan.store.read import open_for_reading, run_query

    chosen = choose_format(form, output, "table")
    text = sys.stdin.buffer.read().decode("utf-8-sig", "replace") if statement == "-" else statement
    con = open_for_reading(_existing(db))
    try:
        return _print(run_query(con, text), chosen, output)
    finally:
        con.close()


@app.command(help="help.export")
def export(
    tables: Annotated[
        list[str] | None, typer.Argument(metavar="[TABLE]", help="help.tables", autocompletion=_table_names)
    ] = None,
    db: Db = DATABASE,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.output import choose_format, text_output, whole_file, write_lines, write_rows
    from danvan.sheets import write_sheets
    from danvan.store.read import open_for_reading, read_records, read_table, table_names

    several = not tables or len(tables) > 1
    chosen = choose_format(form, output, "csv" if several else "table")
    if several and output is None:
        raise UsageError(say("export.several"))
    con = open_for_reading(_existing(db))
    try:
        known = table_names(con)
        wanted = list(tables or [t for t in known if not t.startswith("history.") and t != "meta"])
        for name in wanted:
            if name not in known and name != "records":
                raise UsageError(say("export.unknown", name=name, names=", ".join((*known, "records"))))
        if wanted == ["records"]:
            with text_output(output) as stream:
                write_lines(
                    (r.model_dump_json() for r in read_records(con)), "json" if chosen == "json" else "jsonl", stream
                )
        elif not several:
            return _print(read_table(con, wanted[0]), chosen, output, wanted[0])
        elif chosen == "xlsx" and output is not None:
            with whole_file(output) as temporary:
                count = write_sheets(((name, read_table(con, name)) for name in wanted), temporary)
            _tell(say("output.written", rows=count, path=output))
        elif output is not None:
            for name in wanted:
                file = output / f"{name}.{'txt' if chosen == 'table' else chosen}"
                _tell(say("output.written", rows=write_rows(read_table(con, name), chosen, file), path=file))
        return 0
    finally:
        con.close()


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
        raise UsageError(say("describe.unknown", name=table, names=", ".join(names)))
    if chosen == "table" and output is None:
        _describe_tables([row for row in rows if table in {None, row[0]}])
        return 0
    return _print(
        rows_of(("table", "column", "type", "meaning"), [r for r in rows if table in {None, r[0]}]), chosen, output
    )


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
    rule_set = _rules(rules)
    found = []
    failed = False
    for item in read_inputs([path], stdin=_stdin([path]), published=check_published(published), rules=rule_set):
        if isinstance(item, Unreadable | Skipped):
            _tell(
                say(
                    "input.refused", path=item.source, item="", reason=item.reason, bytes=getattr(item, "bytes_read", 0)
                )
            )
            failed = True
            continue
        if offset is not None and offset >= len(item.text):
            raise UsageError(say("explain.offset", path=path, offset=offset, length=len(item.text)))
        found.append(explain_draft(item, rule_set, place=place, offset=offset))
    if chosen == "table" and output is None:
        print_explanations(found)
    else:
        _print(rows_of_explanations(found), chosen, output)
    return 1 if failed else 0


@rules_app.command("check", help="help.rules_check")
def rules_check(rules: Rules = None, lang: Lang = None) -> int:
    from danvan.prove import check_rules

    rule_set = _rules(rules)
    problems = list(check_rules(rule_set))
    entries = [rule for file in rule_set.rules for rule in rule_set.of(file)]
    for problem in problems:
        print(problem)
    if problems:
        _tell(say("rules.broken", problems=len(problems), rules=len(entries)))
        return 1
    examples, never = sum(len(r.examples) for r in entries), sum(len(r.never) for r in entries)
    _tell(say("rules.sound", rules=len(entries), examples=examples, never=never))
    return 0


@rules_app.command("list", help="help.rules_list")
def rules_list(rules: Rules = None, form: FormatName = None, output: Output = None, lang: Lang = None) -> int:
    from danvan.output import choose_format
    from danvan.rows import rows_of

    rule_set = _rules(rules)
    listed = [
        (r.id, r.file, r.origin, _gives(r.gives), len(r.examples), len(r.never), r.source)
        for file in rule_set.rules
        for r in rule_set.of(file)
    ]
    names = ("rule", "file", "origin", "gives", "examples", "never", "why")
    rows = rows_of(names, listed, numbers=("examples", "never"))
    shown = type(rows)(rows.columns, rows.cells, ("rule", "origin", "gives", "examples", "never", "why"))
    return _print(shown, choose_format(form, output, "table"), output)


@app.command(help="help.evaluate")
def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="help.evaluate_dir")],
    errors: Annotated[bool, typer.Option("--errors", help="help.errors")] = False,
    spans: Annotated[bool, typer.Option("--spans", help="help.spans")] = False,
    calibration: Annotated[bool, typer.Option("--calibration", help="help.calibration")] = False,
    only: Annotated[str, typer.Option("--only", metavar="PATTERN", help="help.only")] = "*",
    against: Annotated[Path | None, typer.Option("--against", metavar="RECORDS.jsonl", help="help.against")] = None,
    rules: Rules = None,
    jobs: Jobs = 1,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.evaluate import report
    from danvan.evaluate.score import read_and_score
    from danvan.output import choose_format

    chosen = choose_format(form, output, "table")
    if spans + calibration + (against is not None) > 1 or (calibration and errors):
        raise UsageError(say("evaluate.one_view"))
    if against is not None and not against.is_file():
        raise UsageError(say("path.missing", path=against))
    rule_set = _rules(rules)
    with _Progress([str(folder)]) as progress:
        scored = read_and_score(folder, rule_set, only=only, jobs=_jobs(jobs), report=progress.told)
    score = scored.score
    if against is not None:
        return _print_comparison(scored, against, rule_set, errors, chosen, output)
    ledgers = score.span_ledgers if spans else score.ledgers
    if errors:
        faults = report.in_order(fault for ledger in ledgers for fault in ledger.faults)
        _print_lines(report.fault_rows(faults), report.fault_lines(faults), chosen, output)
    elif calibration:
        verdicts = score.verdicts
        rows = report.calibration_table(verdicts) if chosen == "table" else report.calibration_rows(verdicts)
        _print(rows, chosen, output)
    else:
        _print(report.score_table(ledgers) if chosen == "table" else report.score_rows(ledgers), chosen, output)
    for stem in scored.missing:
        _tell(say("evaluate.missing", stem=stem))
    _tell(say("evaluate.articles", scored=len(score.articles), gold=len(scored.golds)))
    return 1 if scored.missing else 0


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The command `danvan`: runs one command and ends the process with its exit code."""
    sys.exit(call(list(sys.argv[1:] if arguments is None else arguments)))


def call(arguments: list[str]) -> int:
    """Runs one command and gives its exit code; whatever goes wrong is one line on standard error."""
    _use_utf8()
    try:
        set_language(None)
        remaining = _take_language(arguments)
        command = typer.main.get_command(app)
        _translate(command)
        result = command.main(remaining, prog_name="danvan", standalone_mode=False)
        sys.stdout.flush()
        return _exit_code(result)
    except BrokenPipeError:
        # The reader went away ("| head"): nothing is left to be told, and Python must not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except click.NoArgsIsHelpError as error:
        # Typer prints the help itself where it draws it with rich, and gives it back where it does not.
        if error.ctx is not None and (text := error.ctx.get_help()):
            print(text)
        return 2
    except click.ClickException as error:
        return _fail(_usage(error), 2)
    except UsageError as error:
        return _fail(str(error), 2)
    except DanvanError as error:
        return _fail(str(error), 1)
    except (KeyboardInterrupt, typer.Abort):
        return _fail(say("stopped"), 1)
    except Exception as error:
        if os.environ.get("DANVAN_DEBUG"):
            raise
        return _fail(say("error.internal", name=type(error).__name__, text=error), 1)


def _exit_code(result: Any) -> int:
    if result == 130:
        return _fail(say("stopped"), 1)
    return result if isinstance(result, int) else 0


def _fail(text: str, code: int) -> int:
    _tell(say("error", text=" ".join(text.split())))
    return code


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _use_utf8() -> None:
    """Windows writes to pipes and files in a code page that lacks Vietnamese letters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _take_language(arguments: list[str]) -> list[str]:
    """Sets the language where --lang says one, wherever it stands; gives the other arguments back."""
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            return [*rest, word, *words]
        if word == "--lang":
            set_language(next(words, ""))
        elif word.startswith("--lang="):
            set_language(word.removeprefix("--lang="))
        else:
            rest.append(word)
    return rest


def _translate(command: Any) -> None:
    """Puts every help text, which is a key of messages.py so far, into the language in force."""
    for name in ("help", "short_help"):
        if str(getattr(command, name, None) or "").startswith("help."):
            setattr(command, name, say(getattr(command, name)))
    for parameter in command.params:
        if str(getattr(parameter, "help", None) or "").startswith("help."):
            parameter.help = say(parameter.help)
    for child in getattr(command, "commands", {}).values():
        _translate(child)


def _usage(error: click.ClickException) -> str:
    """Typer's refusal of the arguments in one line: what, where, what to do."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "danvan"
    close = list(getattr(error, "possibilities", None) or ())
    hint = say("usage.did_you_mean", name=close[0]) if close else ""
    parameter = getattr(error, "param", None)
    name = (parameter.metavar or parameter.opts[0]) if parameter is not None else ""
    if isinstance(error, click.NoSuchOption):
        return say("usage.no_option", command=command, name=error.option_name, hint=hint)
    if isinstance(error, click.MissingParameter):
        return say("usage.missing", command=command, name=name)
    if isinstance(error, click.BadParameter):
        return say(
            "usage.bad_value", command=command, name=parameter.opts[0] if parameter else "", reason=error.message
        )
    if error.message.startswith("No such command"):
        # Typer puts what was meant into the message, as 'a', 'b'.
        wrong, *meant = re.findall(r"'([^']*)'", error.message) or ["?"]
        guess = say("usage.did_you_mean", name=meant[0]) if meant else ""
        return say("usage.no_command", name=wrong, hint=guess)
    return say("usage.other", command=command, reason=error.format_message().rstrip("."))


def _rules(layers: Sequence[Path] | None) -> RuleSet:
    from danvan.ruleset import load_rules

    for layer in layers or ():
        if not layer.is_dir():
            raise UsageError(say("path.missing", path=layer))
    return load_rules(*(layers or ()))


def _jobs(jobs: int) -> int:
    if jobs < 0:
        raise UsageError(say("jobs.wrong", value=jobs))
    return jobs or os.cpu_count() or 1


def _stdin(paths: Iterable[str]) -> bytes | None:
    return sys.stdin.buffer.read() if "-" in paths else None


def _existing(db: Path) -> Path:
    if not db.is_file():
        raise UsageError(say("store.missing", path=db))
    return db


def _gives(gives: Mapping[str, Any]) -> str | None:
    import json

    return json.dumps(gives, ensure_ascii=False, default=str) if gives else None


def _target(target: str) -> tuple[str, int | None]:
    """FILE or FILE:OFFSET; a file whose own name ends so is that file."""
    if target == "-" or Path(target).is_file():
        return target, None
    path, colon, digits = target.rpartition(":")
    if colon and digits.isdecimal() and (path == "-" or Path(path).is_file()):
        return path, int(digits)
    raise UsageError(say("explain.wrong_offset", path=target))


def _print(rows: Rows, form: Format, output: Path | None, title: str | None = None) -> int:
    from danvan.output import write_rows

    count = write_rows(rows, form, output, title)
    if output is not None:
        _tell(say("output.written", rows=count, path=output))
    return 0


def _print_lines(rows: Rows, lines: Iterable[str], form: Format, output: Path | None) -> None:
    """The lines where a table is asked for: a table would break paths that editors are to open. Else the rows."""
    from danvan.output import text_output, write_lines

    if form != "table":
        _print(rows, form, output)
        return
    with text_output(output) as stream:
        write_lines(lines, "jsonl", stream)


def _print_comparison(
    scored: Scored, saved: Path, rules: RuleSet, errors: bool, form: Format, output: Path | None
) -> int:
    """What changed since the records were saved: on the screen the list and the table, in a file one of them."""
    from danvan.evaluate import report
    from danvan.evaluate.comparison import compare, read_saved

    found = compare(scored, read_saved(saved, scored, rules))
    if errors or (form == "table" and output is None):
        _print_lines(report.change_rows(found), report.change_lines(found), form, output)
    if not errors:
        _print(report.comparison_table(found) if form == "table" else report.comparison_rows(found), form, output)
    for stem in found.unsaved:
        _tell(say("evaluate.unsaved", stem=stem, path=saved))
    fixed = sum(change.kind == "fixed" for change in found.changes)
    broken = len(found.changes) - fixed
    _tell(say("evaluate.compared", articles=found.articles, fixed=fixed, broken=broken))
    return 0


def _describe_tables(rows: Sequence[tuple[str, str, str, str]]) -> None:
    """Each table with its meaning over its columns."""
    from danvan.output import write_rows
    from danvan.rows import rows_of

    for table in dict.fromkeys(row[0] for row in rows):
        own = [row for row in rows if row[0] == table]
        title = f"{table}: {next(row[3] for row in own if not row[1])}"
        columns = [(column, kind, head(column), meaning) for _, column, kind, meaning in own if column]
        write_rows(rows_of(("column", "type", "head", "meaning"), columns), "table", None, title)


def _loaded(db: Path, counts: Counts, progress: _Progress) -> int:
    if not counts.articles and not counts.quarantined:
        _tell(say("input.none"))
    _tell(
        say(
            "run.done", db=db, added=counts.added, replaced=counts.replaced, unchanged=counts.unchanged,
            quarantined=counts.quarantined, skipped=counts.skipped, seconds=progress.seconds,
        )
    )  # fmt: skip
    return 1 if counts.quarantined else 0


class _Progress:
    """Counts what becomes of the inputs and tells of refusals; on a terminal, a bar with rate and time left."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = paths
        self.done = self.refused = self.skipped = 0
        self.seconds = 0.0
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> _Progress:
        from time import monotonic

        self._clock: Callable[[], float] = monotonic
        self._began = monotonic()
        if sys.stderr.isatty():
            self._start_bar()
        return self

    def __exit__(self, *reason: object) -> None:
        self.seconds = self._clock() - self._began
        if self._bar is not None:
            self._bar.stop()

    def _start_bar(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"), TimeRemainingColumn(), console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._task = self._bar.add_task(say("run.progress"), total=count_inputs(self.paths), rate="")
        self._bar.start()

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes, told of as they pass."""
        for outcome in outcomes:
            self.told(outcome)
            yield outcome

    def told(self, outcome: Outcome) -> None:
        from danvan.ingest.read import Skipped
        from danvan.store.write import Refused

        if isinstance(outcome, Refused):
            self.refused += 1
            item = say("input.item", item=outcome.item) if outcome.item else ""
            self._say(say("input.refused", path=outcome.path, item=item, reason=outcome.reason, bytes=outcome.bytes))
        elif isinstance(outcome, Skipped):
            self.skipped += 1
        else:
            self.done += 1
        if self._bar is not None:
            elapsed = self._clock() - self._began
            rate = f"{self.done / elapsed:.1f} {say('run.unit')}/s" if elapsed > 0 else ""
            self._bar.update(self._task, advance=1, rate=rate)

    def _say(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            _tell(text)


def count_inputs(paths: Iterable[str]) -> int:
    """About how many inputs there are, for the bar: files of folders, lines of .jsonl files."""
    total = 0
    for given in paths:
        path = Path(given)
        for file in (p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            if file.suffix == ".jsonl" and file.is_file():
                with file.open("rb") as stream:
                    total += sum(1 for line in stream if line.strip())
            else:
                total += 1
    return total


if __name__ == "__main__":
    main()
