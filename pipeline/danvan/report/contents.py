"""What a report holds: answers with what was weighed, tables, findings with their sentences, numbered sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from danvan.messages import say
from danvan.report.marks import Piece
from danvan.report.scope import Scope
from danvan.rows import Column, Rows
from danvan.screen import screen_cell

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one section. `shown` are the columns on the page, the workbook has all; `subject` gives heads."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    shown: tuple[str, ...]
    subject: str

    def cells(self, row: Sequence[Any]) -> Row:
        return dict(zip((c.name for c in self.columns), row, strict=True))

    @property
    def as_rows(self) -> Rows:
        return Rows(self.columns, self.rows, subject=self.subject)


@dataclass(frozen=True, slots=True)
class Quote:
    """What an article says, what is meant in it marked. `ref` is the number of the source."""

    ref: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One year: the row of the policy, or where there is none a sum (report/sums.py), or neither; what was weighed."""

    year: int
    row: Row | None
    summed: Row | None
    weighed: tuple[Row, ...]
    quote: Quote | None

    @property
    def number(self) -> Row | None:
        """The row that bears the year's number, a sum or not; None where the year has none."""
        return self.row or (self.summed if self.summed is not None and self.summed["models"] is not None else None)


@dataclass(frozen=True, slots=True)
class FindingShown:
    id: str
    check: str
    severity: str
    message: str
    settle: str
    stated: str | None
    computed: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Source:
    ref: int
    article: str
    title: str | None
    source: str | None
    url: str | None
    published_on: Any
    copy_of: int | None
    uses: tuple[tuple[str, int], ...]

    @property
    def link(self) -> str | None:
        """The address where it is one of the web: an article cannot make a link of anything else."""
        return self.url if self.url and self.url.lower().startswith(("https://", "http://")) else None

    @property
    def says(self) -> str:
        """Which facts of the report it gives: "câu trả lời 1, tiền 3"."""
        return ", ".join(f"{_section(name)} {count}" for name, count in self.uses)


@dataclass(frozen=True, slots=True)
class Report:
    """All of it, in the language in force when it was gathered. `audited`: the findings are of the facts that hold;
    `land`: what became of the unit in these years.
    """

    scope: Scope
    answers: tuple[Answer, ...]
    tables: Mapping[str, Table]
    findings: tuple[FindingShown, ...]
    compared: int | None
    unclear: int
    audited: bool
    land: tuple[str, ...]
    sources: tuple[Source, ...]
    articles: int
    rules_hashes: tuple[str, ...]
    with_names: bool

    @property
    def audit_told(self) -> tuple[str, ...]:
        """What is to be said of the audit that the findings come from."""
        if self.compared is None:
            return (say("report.no_audit"),)
        compared, unclear = (screen_cell(Column("number", "number"), n) for n in (self.compared, self.unclear))
        told = say("report.coverage", compared=compared, unclear=unclear)
        return (told,) if self.audited else (told, say("report.old_audit"))


def _section(name: str) -> str:
    return {
        "answers": say("report.use_answers"), "weighed": say("report.use_weighed"),
        "by_status": say("report.use_status"), "fields": say("report.use_fields"),
        "below": say("report.use_below"), "money": say("report.use_money"), "officials": say("report.use_officials"),
        "counts": say("report.use_counts"), "models": say("report.use_models"), "findings": say("report.use_findings"),
    }[name]  # fmt: skip
