"""The hardest constructions and what must come out of them: tests/cases/hard_cases*.toml; its head tells the format."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from comparing import Case, differences, failing, read

HERE = Path(__file__).parent
DATA = tomllib.loads((HERE / "cases" / "hard_cases.toml").read_text("utf-8"))
AGAIN = tomllib.loads((HERE / "cases" / "hard_cases_again.toml").read_text("utf-8"))


def name_of(case: Case) -> str:
    return f"{case['number']}{case.get('variant', '')}"


CASES = {name_of(case): case for case in (*DATA["case"], *AGAIN["case"])}
LIMITS = {name_of(limit): limit for limit in DATA.get("limit", [])}


@pytest.mark.parametrize("case", CASES.values(), ids=[f"{name} {case['what']}" for name, case in CASES.items()])
def test_hard_case(case: Case) -> None:
    told = list(differences(case, read(case)))
    allowed = LIMITS.get(name_of(case), {}).get("fields", [])
    unexpected = [line for line in told if line.split(":")[0] not in allowed]
    assert not unexpected, "\n".join(unexpected)


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_limit_still_stands(limit: Case) -> None:
    """Where this fails something has been mended: take it out of the list in hard_cases.toml."""
    assert limit["why"]
    assert set(limit["fields"]) <= failing(CASES[name_of(limit)])


def test_every_hard_case_is_here() -> None:
    assert {case["number"] for case in DATA["case"]} == set(range(1, 35))
    assert len(CASES) == len(DATA["case"]) + len(AGAIN["case"])
    assert set(LIMITS) <= set(CASES)


def test_differences_are_seen() -> None:
    """The comparison itself: a case whose every expectation is wrong tells each of them."""
    record = read(CASES["10"])
    wrong = {
        "article": {"published": "2020-01-01", "contains": "một câu khác", "lacks": "suất quà"},
        "figures": [
            {"value": 250, "unit": "phần", "of": 3, "absent": ["measure"], "place": "xã An Trạch"},
            {"value": 7},
        ],
        "money": [{"amount": 300_000, "items": 1, "purpose": ["xây cầu"]}],
        "places": ["xã An Trạch"],
    }
    assert {line.split(":")[0] for line in differences(wrong, record)} == {
        "article.published", "article.text", "figures[0].unit", "figures[0].of", "figures[0].measure",
        "figures[0].place", "figures[1]", "money[0].items", "money[0].purpose", "money[+]", "places[0]",
    }  # fmt: skip
