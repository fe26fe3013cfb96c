"""The report as a workbook for an office: one sheet a section, every column, real days and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from danvan.messages import head, say
from danvan.report.contents import Report, Table
from danvan.report.page import Imprint, title
from danvan.rows import Column, Rows
from danvan.screen import screen_cell
from danvan.sheets import write_sheets


def write_workbook(report: Report, path: Path, imprint: Imprint) -> int:
    """Writes the workbook in the language in force; gives back how many rows it has."""
    return write_sheets(_sheets(report, imprint), path)


def _sheets(report: Report, imprint: Imprint) -> Iterator[tuple[str, Rows]]:
    tables = report.tables
    yield say("sheet.about"), _about(report, imprint)
    yield say("sheet.answers"), _in_words(tables["answers"])
    yield say("sheet.why"), _in_words(tables["weigh"])
    yield say("sheet.status"), _in_words(tables["by_status"])
    yield say("sheet.fields"), _in_words(tables["fields"])
    if tables["below"].rows:
        yield say("sheet.below"), _in_words(tables["below"])
    yield say("sheet.counts"), _in_words(tables["counts"])
    yield say("sheet.money_total"), _in_words(tables["money_total"])
    yield say("sheet.money_each"), _in_words(tables["money_each"])
    if tables["money_unclear"].rows:
        yield say("sheet.money_unclear"), _in_words(tables["money_unclear"])
    yield say("sheet.officials"), _in_words(tables["officials"])
    yield say("sheet.models"), _in_words(tables["models"])
    yield say("sheet.findings"), _findings(report)
    yield say("sheet.sources"), _sources(report)


def _in_words(table: Table) -> Rows:
    """A spreadsheet would write true and false in its own language: "có" or nothing stands there instead."""
    # Empty columns would make the print small.
    kept = [at for at in range(len(table.columns)) if not table.rows or any(_word(row[at]) for row in table.rows)]
    columns = [table.columns[at] for at in kept]
    return Rows(
        tuple(Column(c.name, "text" if c.kind == "truth" else c.kind) for c in columns),
        [tuple(_word(row[at]) for at in kept) for row in table.rows],
        subject=table.subject,
    )


def _word(value: Any) -> Any:
    return screen_cell(Column("truth", "truth"), value) or None if isinstance(value, bool) else value


def _about(report: Report, imprint: Imprint) -> Rows:
    scope = report.scope
    cells: list[tuple[str, Any]] = [
        (say("report.kicker"), title(report)),
        (head("place"), scope.name),
        (head("code"), scope.place.code),
        (head("year"), scope.first if scope.first == scope.last else f"{scope.first} - {scope.last}"),
        (say("sheet.day"), imprint.day),
        (say("sheet.version"), imprint.version),
        (say("sheet.rules"), ", ".join(report.rules_hashes)),
        (say("sheet.database"), imprint.database),
        (head("articles"), report.articles),
        *((say("report.findings"), text) for text in report.audit_told),
        *((say("report.method"), text) for text in (
            say("report.policy"), say("report.method_read"), say("report.method_copies"), say("report.money_note"),
            say("report.goods_note"), say("report.findings_note"), say("report.method_unit"),
            say("report.method_limits"), say("report.names_in") if report.with_names else say("report.names_out"),
        )),
    ]  # fmt: skip
    return Rows((Column("item"), Column("evidence")), cells, subject="about")


def _findings(report: Report) -> Rows:
    columns = (
        Column("severity"), Column("message"), Column("stated"), Column("computed"), Column("evidence"),
        Column("refs"), Column("settle"), Column("check"), Column("id"),
    )  # fmt: skip
    cells = [
        (
            f.severity, f.message, f.stated, f.computed,
            "\n".join("".join(piece.text for piece in quote.pieces) for quote in f.quotes),
            ", ".join(dict.fromkeys(str(quote.ref) for quote in f.quotes)), f.settle, f.check, f.id,
        )
        for f in report.findings
    ]  # fmt: skip
    return Rows(columns, cells, subject="findings")


def _sources(report: Report) -> Rows:
    columns = (
        Column("ref", "number"), Column("published_on", "day"), Column("title"), Column("url"), Column("source"),
        Column("facts"), Column("canonical", "number"), Column("article"),
    )  # fmt: skip
    cells = [(s.ref, s.published_on, s.title, s.url, s.source, s.says, s.copy_of, s.article) for s in report.sources]
    return Rows(columns, cells, subject="sources")
