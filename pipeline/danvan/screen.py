"""Rows as a table for people: words for codes, heads in the language in force, widths that fit the screen."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from danvan.messages import head, language, say, value_word
from danvan.rows import Column, Rows, plain

ONE_LINE = {"evidence", "sentence", "text", "raw", "source", "url", "article", "id"}
"""Columns whose cells a table cuts to one line; the other formats give them whole."""

UNGROUPED = {"year", "start", "end", "nr", "of", "run", "official", "part_of", "list", "items", "offset", "lat", "lon"}
"""Numbers that are no amounts: written without marks between thousands."""

_FRACTIONS = {"p", "r", "f1", "confidence"}
"""Numbers from 0 to 1: three places, so that they stand under each other."""

_WIDTH = 150
"""Columns of a table that goes to a file or a pipe, where no terminal says how wide it is."""

_WIDE = 100
"""Columns of a terminal below which a query's table leaves out the sentences."""

_SHORT = 12
"""Characters that a column of text may be squeezed to, and no further."""

_COMFORT = 32
"""What a column of longer text is given before the ones that are cut get the rest."""


def write_table(rows: Rows, stream: IO[str], title: str | None, *, wide: bool) -> int:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    screen = stream.isatty() and not wide
    data = [list(row) for row in rows]
    shown = _shown(rows, data)
    space = Console().width if screen else _WIDTH
    if screen and space < _WIDE and rows.brief:
        shown = [at for at in shown if rows.columns[at].name not in ONE_LINE]
    cells = [[screen_cell(rows.columns[at], row[at]) for at in shown] for row in data]
    heads = [head(rows.columns[at].name, rows.subject) for at in shown]
    widths = _widths([rows.columns[at] for at in shown], heads, cells, space)
    table = Table(
        box=SIMPLE_HEAD, title=title, title_style="bold", title_justify="left", pad_edge=False, header_style="bold"
    )
    for at, over, width in zip(shown, heads, widths, strict=True):
        column = rows.columns[at]
        cut = column.name in ONE_LINE
        table.add_column(
            over, justify="right" if column.kind == "number" else "left", width=width, no_wrap=cut,
            overflow="ellipsis" if cut else "fold",
        )  # fmt: skip
    # Off a terminal the table is laid out in memory: lines end where their text does. One that does not fit a terminal
    # is not squeezed beyond reading, its lines run on.
    page = io.StringIO()
    width = max(sum(widths) + _between(len(widths)), len(title or ""), len(say("query.empty")))
    console = Console(file=stream if screen else page, highlight=False, width=width)
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    if data:
        console.print(table)
    elif title:
        console.print(Text(title, style="bold"))
    if not data:
        console.print(Text(say("query.empty"), style="dim"))
    stream.writelines(line.rstrip() + "\n" for line in page.getvalue().splitlines())
    return len(data)


def _shown(rows: Rows, data: Sequence[Sequence[Any]]) -> list[int]:
    """The columns of a table: the brief ones where the query names some, without those that are empty throughout."""
    names = list(rows.names)
    if not rows.brief:
        return list(range(len(names)))
    wanted = [names.index(name) for name in rows.brief if name in names]
    return [at for at in wanted if any(screen_cell(rows.columns[at], row[at]) for row in data)] or wanted


def _between(columns: int) -> int:
    """Characters of a line that are no column's: a blank at both ends, three between two columns."""
    return 3 * (columns - 1) + 2


def _widths(columns: Sequence[Column], heads: Sequence[str], cells: Sequence[Sequence[str]], total: int) -> list[int]:
    """The width of every column. Short cells never wrap; longer text and heads of several words are squeezed, heads
    before text and the widest first, until those that are cut to one line have twenty characters each; what is over
    goes to these.
    """
    from rich.cells import cell_len

    bodies = [max([1, *(cell_len(row[at]) for row in cells)]) for at in range(len(columns))]
    words = [max(map(cell_len, over.split()), default=1) for over in heads]
    natural = [max(body, cell_len(over)) for body, over in zip(bodies, heads, strict=True)]
    cut = [at for at, column in enumerate(columns) if column.name in ONE_LINE]
    free = total - _between(len(columns))
    least = [
        min(body, 20) if at in cut else min(body, _SHORT) if column.kind == "text" else body
        for at, (column, body) in enumerate(zip(columns, bodies, strict=True))
    ]
    least = [max(pair) for pair in zip(least, words, strict=True)]
    widths = [min(width, 20 if at in cut else _COMFORT if cut else width) for at, width in enumerate(natural)]
    widths = [max(pair) for pair in zip(widths, least, strict=True)]
    for floor in ([max(least[at], min(widths[at], bodies[at])) for at in range(len(widths))], least):
        while sum(widths) > free and (soft := [at for at in range(len(widths)) if widths[at] > floor[at]]):
            widths[max(soft, key=lambda at: widths[at])] -= 1
    for done, at in enumerate(cut):
        over = max(0, free - sum(widths))
        widths[at] = min(natural[at], widths[at] + over // (len(cut) - done))
    return widths


def screen_cell(column: Column, value: Any) -> str:
    """A cell for people: words for codes, dates and numbers as the language writes them, nothing for null."""
    if value is None:
        return ""
    vietnamese = language() == "vi"
    if isinstance(value, bool):
        return ("có" if vietnamese else "yes") if value else ""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M" if vietnamese else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y" if vietnamese else "%Y-%m-%d")
    if isinstance(value, int | float | Decimal):
        return _screen_number(column.name, value, vietnamese)
    if isinstance(value, list | tuple):
        return ", ".join(
            value_word(column.name, str(v))
            if not isinstance(v, list | dict)
            else json.dumps(plain(v), ensure_ascii=False)
            for v in value
        )
    if column.name == "published" and vietnamese:
        day, _, clock = str(value).partition("T")
        return " ".join(filter(None, ("/".join(reversed(day.split("-"))), clock)))
    return " ".join(value_word(column.name, str(value)).split())


def _screen_number(name: str, value: float | Decimal, vietnamese: bool) -> str:
    whole = plain(value)
    if name in UNGROUPED:
        return str(whole)
    if name in _FRACTIONS:
        return f"{value:.3f}"
    text = f"{whole:,}" if isinstance(whole, int) else f"{round(float(whole), 4):,}"
    return text.translate(str.maketrans(",.", ".,")) if vietnamese else text
