"""report: one file on one place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from danvan.cli.app import DATABASE, Db, Rules, app, load_rule_set, reading, tell
from danvan.errors import UsageError
from danvan.messages import asked_language, say, speaking

_SUFFIXES = (".html", ".htm", ".pdf", ".xlsx")


@app.command(help="help.report")
def report(
    place: Annotated[str, typer.Option("--place", metavar="NAME", help="help.report_place")],
    year: Annotated[int, typer.Option("--year", metavar="YEAR", help="help.report_year")],
    to: Annotated[int | None, typer.Option("--to", metavar="YEAR", help="help.report_to")] = None,
    with_names: Annotated[bool, typer.Option("--with-names", help="help.with_names")] = False,
    db: Db = DATABASE,
    rules: Rules = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="help.report_output")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="vi|en", help="help.report_lang")] = None,
) -> int:
    from importlib.metadata import version

    from danvan.clock import today
    from danvan.output import text_output, whole_file
    from danvan.privacy import load_names
    from danvan.report.browser import find_browser, print_pdf
    from danvan.report.gather import gather
    from danvan.report.page import Imprint, write_page
    from danvan.report.scope import find_scope
    from danvan.report.workbook import write_workbook

    suffix = ".html" if output is None else output.suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(say("report.suffix", path=output))
    browser = find_browser() if suffix == ".pdf" else ""
    rule_set = load_rule_set(rules)
    scope = find_scope(place, year, year if to is None else to, rule_set)
    imprint = Imprint(today(), version("danvan"), db.name)
    with reading(db) as con:
        # A report is for the office whose language is Vietnamese, whatever the machine speaks.
        with speaking(asked_language(), "vi"):
            told = gather(con, scope, None if with_names else load_names(con, rule_set), rule_set)
            if suffix == ".xlsx" and output is not None:
                with whole_file(output) as temporary:
                    write_workbook(told, temporary, imprint)
            else:
                page = write_page(told, imprint)
        if suffix == ".pdf" and output is not None:
            with whole_file(output) as temporary:
                print_pdf(page, temporary, browser)
        elif suffix != ".xlsx":
            with text_output(output) as stream:
                stream.write(page)
    if output is not None:
        tell(say("report.written", path=output, articles=len(told.sources), findings=len(told.findings)))
        if not told.audited:
            tell(say("report.no_audit" if told.compared is None else "report.old_audit"))
    return 0
