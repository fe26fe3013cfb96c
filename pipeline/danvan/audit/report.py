"""Findings on their way out: rows of the contract, and what a person reads on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from danvan.audit.run import Comparison, Coverage, Reach
from danvan.messages import language, say, value_word
from danvan.rows import Column, Rows
from danvan.screen import screen_cell

if TYPE_CHECKING:
    import duckdb

_COLUMNS = (
    Column("id"), Column("check"), Column("severity"), Column("message"), Column("articles", "list"),
    Column("spans", "list"), Column("stated"), Column("computed"), Column("settle"), Column("state"),
)  # fmt: skip
_COMPARED = (
    Column("check"), Column("outcome"), Column("reason"), Column("arithmetic"), Column("stated"), Column("computed"),
    Column("evidence"), Column("where"), Column("articles", "list"), Column("spans", "list"),
)  # fmt: skip


def finding_rows(found: Sequence[Mapping[str, Any]]) -> Rows:
    """The findings by the record contract, in the language in force."""
    lang = language()
    cells = (
        (
            f["id"], f["check"], f["severity"], f[f"message_{lang}"], f["articles"], f["spans"], f["stated"],
            f["computed"], f[f"settle_{lang}"], f["state"],
        )
        for f in found
    )  # fmt: skip
    return Rows(_COLUMNS, cells, subject="findings")


def comparison_rows(con: duckdb.DuckDBPyConnection, compared: Iterable[Comparison]) -> Rows:
    """Comparisons with the arithmetic, and where they stand: the file and the offset of the first span."""
    sources = dict(con.execute("SELECT id, coalesce(source, id) FROM articles").fetchall())
    cells = (
        (
            c.check, c.outcome, value_word("reason", c.reason) if c.reason else None, c.arithmetic, c.stated,
            c.computed,
            " | ".join(span.text for span in c.spans), f"{sources[c.spans[0].article]}:{c.spans[0].start}",
            list(dict.fromkeys(span.article for span in c.spans)), [asdict(span) for span in c.spans],
        )
        for c in compared
    )  # fmt: skip
    return Rows(_COMPARED, cells, ("check", "arithmetic", "reason", "evidence", "where"), "comparisons")


def print_findings(con: duckdb.DuckDBPyConnection, found: Sequence[Mapping[str, Any]]) -> None:
    """Each finding with the sentences it rests on, what is in question marked."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    lang = language()
    marks = {"error": "bold red", "warning": "yellow", "note": "cyan"}
    for finding in found:
        head = Text.assemble(
            (value_word("severity", finding["severity"]).upper(), marks[finding["severity"]]),
            "  ", (finding["check"], "bold"), "  ", (finding["id"], "dim"), "\n  ", finding[f"message_{lang}"],
        )  # fmt: skip
        console.print(head, soft_wrap=True)
        for article in finding["articles"]:
            own = [s for s in finding["spans"] if s["article"] == article]
            source = con.execute("SELECT source FROM articles WHERE id = ?", [article]).fetchone()
            console.print(Text(f"  {source[0] if source else article}:{own[0]['start']}", "dim"), soft_wrap=True)
            console.print(_snippet(con, article, own), soft_wrap=True)
        console.print(Text(f"  {say('audit.settle', words=finding[f'settle_{lang}'])}", "dim"), soft_wrap=True)
        console.print()


def _snippet(con: duckdb.DuckDBPyConnection, article: str, spans: Sequence[Mapping[str, Any]]) -> Any:
    """The text around the spans of one article, at most 400 characters, the spans marked."""
    from rich.text import Text

    first, last = min(s["start"] for s in spans), max(s["end"] for s in spans)
    row = con.execute("SELECT text FROM articles WHERE id = ?", [article]).fetchone()
    whole = row[0] if row else ""
    begin = max(0, whole.rfind("\n", 0, first) + 1, first - 120)
    end = min(len(whole), max(last + 80, first + 160), begin + 400)
    shown = Text("    " + ("…" if begin and whole[begin - 1] != "\n" else ""))
    at = begin
    for span in sorted(spans, key=lambda s: s["start"]):
        if span["end"] > end or span["start"] < at:
            continue
        shown.append(whole[at : span["start"]].replace("\n", " "))
        shown.append(whole[span["start"] : span["end"]], "reverse")
        at = span["end"]
    shown.append(whole[at:end].replace("\n", " "))
    return shown


def print_coverage(coverage: Sequence[Coverage], reach: Reach) -> None:
    """How much could be compared at all, check by check, and why not more; how many numbers that came to."""
    from danvan.output import write_rows

    names = list(dict.fromkeys(c.check for c in coverage))
    cells = []
    for name in names:
        own = [c for c in coverage if c.check == name]
        by = {o: sum(c.comparisons for c in own if c.outcome == o) for o in ("differs", "agrees", "unclear")}
        reasons = ", ".join(f"{value_word('reason', c.reason)} {c.comparisons}" for c in own if c.reason)
        cells.append((name, by["differs"], by["agrees"], by["unclear"], reasons or None))
    columns = (
        Column("check"), Column("differs", "number"), Column("agrees", "number"), Column("unclear", "number"),
        Column("reasons"),
    )  # fmt: skip
    write_rows(Rows(columns, cells, subject="coverage"), "table", None, say("audit.coverage"))
    counts = {name: screen_cell(Column(name, "number"), value) for name, value in asdict(reach).items()}
    alone = screen_cell(Column("alone", "number"), reach.figures - reach.compared - reach.undecided)
    print(say("audit.reach", **counts, alone=alone))
