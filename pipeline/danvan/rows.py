"""Rows on their way out: what a query, an export or a list of facts gives, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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

    `brief` names the columns that a table on the screen shows where not all fit; empty for all of them.
    """

    columns: tuple[Column, ...]
    cells: Iterable[Sequence[Any]]
    brief: tuple[str, ...] = field(default=())

    def __iter__(self) -> Iterator[Sequence[Any]]:
        return iter(self.cells)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def rows_of(names: Iterable[str], cells: Iterable[Sequence[Any]], numbers: Iterable[str] = ()) -> Rows:
    """Rows out of plain Python values; `numbers` names the columns that hold numbers, the rest is text."""
    numeric = set(numbers)
    return Rows(tuple(Column(n, "number" if n in numeric else "text") for n in names), cells)
