"""The named queries: one .sql file each, its title, parameters and columns in its header comment.

```text
-- title: English title
-- title.vi: Vietnamese title
-- parameter: year INTEGER | only this year | chỉ năm này        may be left out by the caller: then null
-- column: models | what the column says
-- brief: province, district, year, models                         the columns of a table on the screen
```
A new query is a new file: it then stands in `danvan query --list`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from danvan.errors import UsageError
from danvan.messages import say
from danvan.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the caller may give. `type` is DuckDB's, `meaning` is in English and Vietnamese."""

    name: str
    type: str
    meaning: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Query:
    """A named query; `columns` maps each column to its meaning, `brief` names those of a table on the screen."""

    name: str
    title: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    brief: tuple[str, ...]
    sql: str

    def bind(self, given: Mapping[str, str]) -> dict[str, str | None]:
        """A value for every parameter, None where none is given. Raises UsageError for a name that it does not have
        and a word for a number.
        """
        names = [p.name for p in self.parameters]
        for name in given:
            if name not in names:
                raise UsageError(say("query.no_parameter", query=self.name, name=name, names=", ".join(names) or "-"))
        for parameter in self.parameters:
            value = given.get(parameter.name)
            if value is not None and parameter.type == "INTEGER" and not value.strip().isdecimal():
                raise UsageError(say("query.wrong_number", name=parameter.name, value=value))
        return {name: given.get(name) for name in names}


@functools.cache
def load_queries() -> Mapping[str, Query]:
    """Every query by its name, in the order of the names."""
    files = [f for f in resources.files("danvan.queries").iterdir() if f.name.endswith(".sql")]
    found = [parse_query(f.name.removesuffix(".sql"), f.read_text(encoding="utf-8")) for f in files]
    return {query.name: query for query in sorted(found, key=lambda q: q.name)}


def find_query(name: str) -> Query:
    """The query of that name; UsageError, with the names there are, where there is none."""
    queries = load_queries()
    if name not in queries:
        raise UsageError(say("query.unknown", name=name, hint=did_you_mean(name, queries), names=", ".join(queries)))
    return queries[name]


def parse_query(name: str, text: str) -> Query:
    """A query file's header and its SQL."""
    title: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: dict[str, str] = {}
    brief: tuple[str, ...] = ()
    for line in text.splitlines():
        if not line.startswith("-- ") or ": " not in line:
            continue
        key, _, value = line[3:].partition(": ")
        if key in {"title", "title.vi"}:
            title["vi" if key.endswith(".vi") else "en"] = value
        elif key == "parameter":
            declared, english, vietnamese = (cell.strip() for cell in value.split("|"))
            parameter, _, type_name = declared.partition(" ")
            parameters.append(Parameter(parameter, type_name, {"en": english, "vi": vietnamese}))
        elif key == "column":
            column, _, meaning = value.partition("|")
            columns[column.strip()] = meaning.strip()
        elif key == "brief":
            brief = tuple(column.strip() for column in value.split(","))
    return Query(name, title, tuple(parameters), columns, brief, text)
