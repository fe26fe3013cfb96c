"""Rows on their way out: what a query, an export or a list of facts gives, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

Kind = Literal["text", "number", "day", "time", "truth", "list"]
"""What the cells of a column hold, as far as writing them needs to know."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the same in every language, and what its cells hold."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Rows:
    """Named columns and rows of the same length, read once, in order.

    `brief` names the columns that a table on the screen shows where not all fit; empty for all of them. `subject` is
    the table or query that they come from: a column may have a head of its own there.
    """

    columns: tuple[Column, ...]
    cells: Iterable[Sequence[Any]]
    brief: tuple[str, ...] = field(default=())
    subject: str = ""

    def __iter__(self) -> Iterator[Sequence[Any]]:
        return iter(self.cells)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def rows_of(names: Iterable[str], cells: Iterable[Sequence[Any]], numbers: Iterable[str] = ()) -> Rows:
    """Rows out of plain Python values; `numbers` names the columns that hold numbers, the rest is text."""
    numeric = set(numbers)
    return Rows(tuple(Column(n, "number" if n in numeric else "text") for n in names), cells)


def plain(value: Any) -> Any:
    """The value as JSON knows it: ISO days, whole numbers without a fraction."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
