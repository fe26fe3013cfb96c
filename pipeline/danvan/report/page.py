"""The report as one HTML file that needs nothing else: style and drawings are in it, what articles say is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

from danvan.messages import head, language, say, value_word
from danvan.report import charts
from danvan.report.contents import Answer, Report, Table
from danvan.rows import Column
from danvan.screen import screen_cell

_MANY_YEARS = 10
"""Years from which on their labels leave out the century."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a report says of its own making: the day that it bears, the program's version, the database's name."""

    day: date
    version: str
    database: str


def write_page(report: Report, imprint: Imprint) -> str:
    """The whole file, in the language in force."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("danvan.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    style = resources.files("danvan.report").joinpath("templates/report.css").read_text(encoding="utf-8")
    fields_year = max((row["year"] for row in _dicts(report.tables["fields"])), default=None)
    fields = [row for row in _dicts(report.tables["fields"]) if row["year"] == fields_year]
    return environment.get_template("report.html.j2").render(
        report=report, lang=language(), title=title(report), day=_day(imprint.day), version=imprint.version,
        database=imprint.database,
        hashes=", ".join(h[:12] for h in report.rules_hashes) or "-", style=Markup(style),
        say=say, head=head, word=value_word, number=_number, amount=amount, shown=_shown, date=_day,
        qualities=_qualities, summed=_summed, looks=_looks, weighed_of=lambda answer: _weighed_of(report, answer),
        below_title=_below_title(report), fields_year=fields_year, years_without=_years_without(report),
        years_chart=_years_chart(report), years_text=_in_words(
            (str(a.year), amount(a.number, "models") if a.number else say("report.nothing")) for a in report.answers
        ),
        fields_chart=charts.rows(
            [(value_word("field", row["field"]), row["models"], amount(row, "models")) for row in fields]
        ),
        fields_text=_in_words((value_word("field", row["field"]), amount(row, "models")) for row in fields),
    )  # fmt: skip


def title(report: Report) -> str:
    scope = report.scope
    years = str(scope.first) if scope.first == scope.last else f"{scope.first}–{scope.last}"
    return say("report.title", place=scope.name, years=years)


def amount(row: Mapping[str, Any], name: str) -> str:
    """A number with its bound, its range and its currency: "hơn 138", "1.500.000 - 2.000.000 VND"."""
    bound = value_word("bound", row.get("bound") or "exact")
    high = row.get("high") if name == "amount" else None
    number = _number(row[name]) + (f" - {_number(high)}" if high is not None else "")
    return " ".join(filter(None, (bound, number, row.get("currency") if name == "amount" else None)))


def _number(value: Any) -> str:
    return screen_cell(Column("number", "number"), value)


def _day(value: date) -> str:
    return screen_cell(Column("day", "day"), value)


def _dicts(table: Table) -> list[dict[str, Any]]:
    return [table.cells(row) for row in table.rows]


def _is_number(table: Table, name: str) -> bool:
    return name not in {"ref", "year"} and any(c.name == name and c.kind == "number" for c in table.columns)


def _looks(table: Table, name: str) -> str:
    """The class of a column's cells: numbers under each other, short words and days unbroken, sentences small."""
    if name == "evidence":
        return "evidence"
    if _is_number(table, name):
        return "number"
    kind = next(c.kind for c in table.columns if c.name == name)
    return "short" if kind == "day" or name in {"verdict", "status", "year", "ref", "refs"} else ""


def _shown(table: Table, cells: Mapping[str, Any], name: str) -> str:
    if name in {"models", "amount", "largest"} and cells[name] is not None and "bound" in cells:
        return amount(cells, name)
    column = next(c for c in table.columns if c.name == name)
    return screen_cell(column, cells[name])


def _qualities(row: Mapping[str, Any]) -> str:
    """What kind of number it is: "xây dựng, lũy kế, tính đến 23/12/2022"."""
    words = [value_word("status", row["status"])]
    if row["cumulative"]:
        words.append(say("report.stock"))
    if row.get("so_far"):
        words.append(say("report.so_far"))
    if row.get("as_of") is not None and (row["cumulative"] or row.get("so_far")):
        words.append(say("report.as_of", day=_day(row["as_of"])))
    if "added" in row:
        words.append(_sum_word(row))
    return "(" + ", ".join(words) + ")"


def _sum_word(row: Mapping[str, Any]) -> str:
    words = {
        "communes": say("report.sum_communes"),
        "merged": say("report.sum_merged"),
        "land": say("report.sum_land"),
    }
    return words[row["how"]]


def _summed(row: Mapping[str, Any]) -> str:
    """What a sum is made of, in a sentence."""
    reporting, units, added = row["reporting"], row["units"] or "?", row["added"]
    sentences = {
        "communes": say("report.summed_communes", reporting=reporting, units=units, added=added),
        "merged": say("report.summed_merged", added=added),
        "land": say("report.summed_land", added=added),
    }
    return sentences[row["how"]]


def _weighed_of(report: Report, answer: Answer) -> Table:
    """What was weighed for one year."""
    table = report.tables["weigh"]
    at = [c.name for c in table.columns].index("year")
    return Table(table.name, table.columns, tuple(r for r in table.rows if r[at] == answer.year), table.shown, "weigh")


def _below_title(report: Report) -> str:
    return {"province": say("report.below_province"), "district": say("report.below_district")}.get(
        str(report.scope.place.level), ""
    )


def _years_without(report: Report) -> str:
    """The years for which nothing was told, runs of them as one: "2016–2018, 2020"."""
    runs: list[list[int]] = []
    for answer in report.answers:
        if answer.row or answer.summed or answer.weighed:
            continue
        if runs and runs[-1][-1] == answer.year - 1:
            runs[-1].append(answer.year)
        else:
            runs.append([answer.year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _years_chart(report: Report) -> charts.Chart | None:
    """One bar a year; none for a single year, or where no year has a number."""
    numbers = [(answer.year, answer.number) for answer in report.answers]
    if len(numbers) < 2 or all(row is None for _, row in numbers):
        return None
    short = len(numbers) >= _MANY_YEARS
    return charts.columns(
        [
            (
                f"’{year % 100:02}" if short else str(year),
                None if row is None else row["models"],
                "–" if row is None else amount(row, "models"),
                "none" if row is None
                else "stock" if row["cumulative"] else "so_far" if row.get("so_far") else "count",
            )
            for year, row in numbers
        ]
    )  # fmt: skip


def _in_words(pairs: Any) -> str:
    return "; ".join(f"{label}: {value}" for label, value in pairs)
