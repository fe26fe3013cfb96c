"""Reads checks: one .sql file each, its header a TOML comment, its query the body.

```text
/*
severity = "error"                      error | warning | note; a row may bear another in its column `severity`
[title]    en, vi                       what the check looks for
[message]  en, vi                       one line of a finding; {columns} of the query stand for themselves
[settle]   en, vi                       what would settle it
[[case]]   says, expect, and small tables (articles, figures, money, dates, positions ...): see cases.py
*/
SELECT outcome, reason, key, spans, stated, computed, ... FROM claims ...
```
The query gives one row for each comparison it could make: `outcome` is differs | agrees | unclear, `reason` says why
it is unclear, `key` names the comparison for good (article ids and offsets, never numbers of records), `spans` is a
list of `span` structs, the first the one that is in question. What words say is asked of the macros of
rules/audit.toml (`says_plan(sentence)`: store/lexicon.py), which a layer of rules may change. A user's check is the
same file in a folder of theirs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from danvan.errors import UsageError
from danvan.messages import say

SEVERITIES = ("note", "warning", "error")
"""From the least to the most."""

_KEYS = {"severity", "title", "message", "settle", "case"}
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Case:
    """Small tables and the outcomes that the check must give over them, in any order."""

    says: str
    expect: tuple[str, ...]
    tables: Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `title`, `message` and `settle` are by language; `origin` is the file it was read from."""

    slug: str
    severity: str
    title: Mapping[str, str]
    message: Mapping[str, str]
    settle: Mapping[str, str]
    cases: tuple[Case, ...]
    sql: str
    origin: str


def load_checks(folders: Iterable[Path] = ()) -> Mapping[str, Check]:
    """The shipped checks and those of the given folders, by slug, in order. A later one replaces one of its name.

    Raises UsageError for a folder or file that does not belong, naming it and what to do.
    """
    found: dict[str, Check] = {}
    for origin, name, text in _files(folders):
        check = parse_check(name, text, origin)
        found[check.slug] = check
    return dict(sorted(found.items()))


def _files(folders: Iterable[Path]) -> Iterator[tuple[str, str, str]]:
    for file in resources.files("danvan.audit").joinpath("checks").iterdir():
        if file.name.endswith(".sql"):
            yield file.name, file.name.removesuffix(".sql"), file.read_text(encoding="utf-8")
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(say("checks.no_folder", path=folder))
        for path in sorted(folder.glob("*.sql")):
            try:
                yield str(path), path.stem, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                raise UsageError(say("checks.not_utf8", path=path)) from None


def parse_check(slug: str, text: str, origin: str) -> Check:
    """A check out of its file. Raises UsageError, naming the file and the fault."""

    def wrong(fault: str) -> UsageError:
        return UsageError(f"{origin}: {fault}")

    if not _SLUG.fullmatch(slug):
        raise wrong(say("checks.slug", name=slug))
    head, closed, body = text.strip().removeprefix("/*").partition("*/")
    if not text.strip().startswith("/*") or not closed:
        raise wrong(say("checks.no_header"))
    try:
        given = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise wrong(str(error)) from None
    if unknown := set(given) - _KEYS:
        raise wrong(say("checks.unknown_key", name=sorted(unknown)[0]))
    if given.get("severity") not in SEVERITIES:
        raise wrong(say("checks.severity"))
    for key in ("title", "message", "settle"):
        if not isinstance(given.get(key), dict) or not {"en", "vi"} <= set(given[key]):
            raise wrong(say("checks.two_languages", name=key))
    if not given.get("case"):
        raise wrong(say("checks.no_case"))
    if not body.strip():
        raise wrong(say("checks.no_query"))
    return Check(
        slug, given["severity"], given["title"], given["message"], given["settle"],
        tuple(_case(case, wrong) for case in given["case"]), body.strip(), origin,
    )  # fmt: skip


def _case(given: Mapping[str, Any], wrong: Any) -> Case:
    if not isinstance(given.get("says"), str) or not isinstance(given.get("expect"), list):
        raise wrong(say("checks.case"))
    tables = {key: value for key, value in given.items() if key not in {"says", "expect"}}
    return Case(given["says"], tuple(sorted(given["expect"])), tables)
