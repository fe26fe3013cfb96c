"""review, diff, forget: what people say of facts, what changed between two runs, and people taken out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from danvan.cli.app import DATABASE, Db, FormatName, Lang, Output, app, reading, show, tell, writing
from danvan.errors import UsageError
from danvan.messages import say, value_word

if TYPE_CHECKING:
    from danvan.store.corrections import Review
    from danvan.store.reviews import Word

review = typer.Typer(no_args_is_help=True, help="help.review")
app.add_typer(review, name="review")

Target = Annotated[str, typer.Argument(metavar="ARTICLE:OFFSET", help="help.review_target")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="help.review_kind")]
Nth = Annotated[int | None, typer.Option("--nth", metavar="N", help="help.review_nth")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="help.review_by")]
Why = Annotated[str | None, typer.Option("--why", metavar="REASON", help="help.review_why")]
Name = Annotated[str, typer.Argument(metavar="FILE", help="help.review_file")]
Run = Annotated[int, typer.Argument(metavar="RUN", help="help.diff_run")]


@review.command("list", help="help.review_list")
def list_(
    state: Annotated[str | None, typer.Option("--state", metavar="STATE", help="help.review_state")] = None,
    every: Annotated[bool, typer.Option("--all", help="help.review_all")] = False,
    db: Db = DATABASE,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.output import choose_format
    from danvan.store.reviews import STATES, listed

    chosen = choose_format(form, output, "table")
    if state is not None and state not in STATES:
        raise UsageError(say("review.state", name=state, names=", ".join(STATES)))
    with reading(db) as con:
        rows = listed(con, state, every=every)
        show(rows, chosen, output)
        if again := sum(row[1] == "to_review" for row in rows):
            tell(say("review.to_review", count=again))
    return 0


@review.command(help="help.review_accept")
def accept(
    target: Target,
    kind: Kind = None,
    nth: Nth = None,
    by: By = None,
    why: Why = None,
    db: Db = DATABASE,
    lang: Lang = None,
) -> int:
    return _review(db, target, kind, nth, _word("accept", by, why))


@review.command(help="help.review_correct")
def correct(
    target: Target,
    changes: Annotated[list[str] | None, typer.Option("--set", metavar="COLUMN=VALUE", help="help.review_set")] = None,
    kind: Kind = None,
    nth: Nth = None,
    by: By = None,
    why: Why = None,
    db: Db = DATABASE,
    lang: Lang = None,
) -> int:
    if not changes:
        raise UsageError(say("review.no_set"))
    pairs = [text.partition("=") for text in changes]
    if wrong := next((text for text, (_, equals, _) in zip(changes, pairs, strict=True) if not equals), None):
        raise UsageError(say("review.wrong_set", text=wrong))
    word = _word("correct", by, why, {name.strip(): value.strip() for name, _, value in pairs})
    return _review(db, target, kind, nth, word)


@review.command(help="help.review_reject")
def reject(
    target: Target,
    kind: Kind = None,
    nth: Nth = None,
    by: By = None,
    why: Why = None,
    db: Db = DATABASE,
    lang: Lang = None,
) -> int:
    return _review(db, target, kind, nth, _word("reject", by, why))


@review.command(help="help.review_dismiss")
def dismiss(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="help.review_finding")],
    by: By = None,
    why: Why = None,
    db: Db = DATABASE,
    lang: Lang = None,
) -> int:
    from danvan.store import reviews

    word = _word("dismiss", by, why)
    with writing(db) as con:
        return _noted(reviews.dismiss(con, finding, word))


@review.command(help="help.review_undo")
def undo(
    target: Annotated[str, typer.Argument(metavar="TARGET", help="help.review_undo_target")],
    kind: Kind = None,
    by: By = None,
    why: Why = None,
    db: Db = DATABASE,
    lang: Lang = None,
) -> int:
    from danvan.store import reviews

    word = _word("undo", by, why)
    with writing(db) as con:
        return _noted(reviews.undo(con, target, kind, word))


@review.command("export", help="help.review_export")
def export_(file: Name, db: Db = DATABASE, lang: Lang = None) -> int:
    from danvan.output import text_output, write_lines
    from danvan.store.reviews import export_lines

    with reading(db) as con:
        lines = export_lines(con)
    path = None if file == "-" else Path(file)
    with text_output(path) as stream:
        write_lines(lines, "jsonl", stream)
    if path is not None:
        tell(say("output.written", rows=len(lines), path=path))
    return 0


@review.command("import", help="help.review_import")
def import_(file: Name, db: Db = DATABASE, lang: Lang = None) -> int:
    from danvan.store.reviews import import_reviews, read_file

    if file != "-" and not Path(file).is_file():
        raise UsageError(say("path.missing", path=file))
    found = read_file(file, sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())
    with writing(db) as con:
        added = import_reviews(con, found)
    tell(say("review.imported", added=added, count=len(found)))
    return 0


@app.command(help="help.diff")
def diff(
    before: Run,
    after: Run,
    db: Db = DATABASE,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.answers.changes import changes_between, in_words
    from danvan.output import choose_format
    from danvan.rows import Rows

    chosen = choose_format(form, output, "table")
    with reading(db) as con:
        rows, counts = changes_between(con, before, after)
        table = chosen == "table"
        show(Rows(rows.columns, map(in_words, rows) if table else rows, rows.brief, rows.subject), chosen, output)
    tell(say("diff.done", **counts))
    return 0


@app.command(help="help.forget")
def forget(
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.forget_name")],
    yes: Annotated[bool, typer.Option("--yes", help="help.yes")] = False,
    db: Db = DATABASE,
    lang: Lang = None,
) -> int:
    from danvan.clock import utc_now
    from danvan.store.forget import articles_naming, forget, whole_name

    words = whole_name(name)
    with writing(db) as con:
        if not yes:
            if not sys.stdin.isatty():
                raise UsageError(say("forget.yes"))
            count = len(articles_naming(con, words))
            print(say("forget.ask", name=" ".join(words), articles=count), end="", flush=True)
            if sys.stdin.readline().strip().lower() not in {"y", "yes", "c", "có"}:
                tell(say("forget.none"))
                return 1
        count = forget(con, words, utc_now())
    tell(say("forget.done", articles=count) if count else say("forget.unknown", name=" ".join(words)))
    return 0


def _word(verdict: str, by: str | None, why: str | None, changes: dict[str, str] | None = None) -> Word:
    """What is said, by whom and why. Nobody is taken for the reviewer who did not say so."""
    from danvan.clock import utc_now
    from danvan.store.reviews import Word

    reviewer = (by or os.environ.get("DANVAN_REVIEWER") or "").strip()
    if not reviewer:
        raise UsageError(say("review.by"))
    if verdict in {"correct", "reject", "dismiss"} and not (why or "").strip():
        raise UsageError(say("review.why"))
    return Word(verdict, reviewer, utc_now(), (why or "").strip() or None, changes)


def _review(db: Path, target: str, kind: str | None, nth: int | None, word: Word) -> int:
    from danvan.store.reviews import review_fact

    with writing(db) as con:
        return _noted(review_fact(con, target, kind, nth, word))


def _noted(told: Review) -> int:
    from danvan.store.reviews import changes_text

    verdict = value_word("verdict", told.verdict)
    what: Sequence[str | None] = (told.text or told.finding, changes_text(told))
    tell(say("review.done", id=told.id, verdict=verdict, target="; ".join(w for w in what if w)))
    return 0
