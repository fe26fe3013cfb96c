"""Every construction of the catalogue has a case: tests/cases/constructions/*.toml; keys.toml tells the format."""

from __future__ import annotations

import calendar
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from comparing import KEYS, Case, differences, failing, read

FOLDER = Path(__file__).parent / "cases" / "constructions"
DATA = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
LIST: Mapping[str, str] = DATA.pop("keys")["keys"]


def texts_of(case: Case) -> Iterator[Case]:
    """The texts of a case, each a case of its own with what holds for all of them."""
    shared = {name: value for name, value in case.items() if name not in ("texts", "all", "frame")}
    for row in case.get("texts", [{}]):
        whole = {**shared, **row}
        if "frame" in case:
            whole["text"] = case["frame"].replace("{}", whole["text"])
        for kind in KEYS.keys() & whole.keys():
            whole[kind] = [written_out(record, case.get("all", {}).get(kind, {})) for record in whole[kind]]
        yield whole


def written_out(record: Any, shared: Mapping[str, Any]) -> Any:
    """A record with what holds for all of its kind, and with first and last day for day, month and year."""
    if isinstance(record, str):
        return record
    whole = {**shared, **record}
    if day := whole.pop("day", None):
        whole.update(start=day, end=day, grain="day")
    if month := whole.pop("month", None):
        year, number = map(int, month.split("-"))
        whole.update(start=f"{month}-01", end=f"{month}-{calendar.monthrange(year, number)[1]}", grain="month")
    if year := whole.pop("year", None):
        whole.update(_year(year), grain="year")
    if isinstance(whole.get("period"), int):
        whole["period"] = {**_year(whole["period"]), "cumulative": False}
    return whole


def _year(year: int) -> dict[str, str]:
    return {"start": f"{year}-01-01", "end": f"{year}-12-31"}


def keys_of(case: Case) -> list[str]:
    return [case["key"]] if isinstance(case["key"], str) else list(case["key"])


def named(which: str) -> dict[str, Case]:
    found: dict[str, Case] = {}
    for data in DATA.values():
        for case in data.get(which, []):
            for text in texts_of(case):
                name = keys_of(case)[0]
                found[f"{name} {chr(97 + sum(other.split()[0] == name for other in found))}"] = text
    return found


CASES, LIMITS = named("case"), named("limit")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_construction(case: Case) -> None:
    told = list(differences(case, read(case)))
    assert not told, "\n".join([case["text"], *told])


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_limit_still_stands(limit: Case) -> None:
    """Where fields fail no more something has been mended: make the limit a case, or take the field out of `fields`."""
    assert limit["why"]
    assert failing(limit) == set(limit["fields"]), "\n".join(differences(limit, read(limit)))


def test_every_construction_is_named() -> None:
    """Each key by a case or a limit, a heading by those below it; and no case by a key that is not in the list."""
    used = {key for data in DATA.values() for which in data.values() for case in which for key in keys_of(case)}
    headings = {key for key in LIST if any(other.startswith(f"{key}.") for other in LIST)}
    assert used <= LIST.keys() - headings
    assert LIST.keys() - headings <= used
    assert all(key.rpartition(".")[0] in headings for key in LIST if "." in key)


def test_every_case_expects_something() -> None:
    assert all(case.keys() & {*KEYS, "article"} for case in (*CASES.values(), *LIMITS.values()))
    assert {which for data in DATA.values() for which in data} <= {"case", "limit"}
