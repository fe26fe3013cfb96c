"""The patterns of rules/audit.toml and the tables deeds, doers and prices as macros of DuckDB, for queries of checks.

The first word of a rule's id says what its macro does, the rest is its name: "says.planned" is `says_planned(words)`.

```text
says_NAME(words)      whether it stands there
first_NAME(words)     the first, '' where there is none
every_NAME(words)     all of them, a list
without_NAME(words)   the words with a blank in the place of each
plain_deed(word), plain_doer(word)    the column `plain` of deeds.csv and doers.csv, the word itself where it has no row
usual_price(noun)     what one costs, by the longest form of prices.csv in it (form, least, low, high, most), or NULL
```
DuckDB matches by RE2, which cannot look around. So `(?<!\\w)` may open a pattern and `(?!\\w)` may end it, as in a rule
of `words`, and nothing else may look; there the neighbouring letter becomes part of what is matched, but not of what
is given. Patterns see the text as it is written, not the folded view; `(?i)` ignores case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from danvan.errors import RuleError
from danvan.ruleset import Rule, RuleSet

if TYPE_CHECKING:
    import duckdb

FILE = "audit"
PLAIN = {"deeds": "plain_deed", "doers": "plain_doer"}
"""Tables of words, and the macro that gives the plain one of each."""

_DOES = {
    "says": "regexp_matches(words, {pattern})",
    "first": "regexp_extract(words, {pattern}, {group})",
    "every": "regexp_extract_all(words, {pattern}, {group})",
    "without": "regexp_replace(words, {pattern}, ' ', 'g')",
}
_PARTS = regex.compile(
    r"(?s)(?P<flags>(?:\(\?[ims]+\))?)(?P<before>(?:\(\?<!\[?\\w\]?\))?)(?P<body>.*?)(?P<behind>(?:\(\?!\[?\\w\]?\))?)"
)
_LOOKS = regex.compile(r"\(\?<?[=!]")
_LETTER = "0-9A-Za-z_À-ỹ"
"""All that may stand in a word, as two or three ranges: RE2 takes milliseconds over each `\\p{L}` of a pattern."""
_BEFORE, _BEHIND = f"(?:^|[^{_LETTER}])", f"(?:[^{_LETTER}]|$)"


def in_re2(rule: Rule) -> tuple[str, int]:
    """The pattern for RE2 and the number of the group that it gives. Raises RuleError for one that looks around."""
    parts = _PARTS.fullmatch(rule.regex.pattern)
    if parts is None or _LOOKS.search(parts["body"]):
        told = "no look around but (?<!\\w) at the start and (?!\\w) at the end; mend the pattern"
        raise RuleError(f"{rule.origin}: rule {rule.id!r}: {told}")
    spans = rule.regex.groupindex.get("span")
    body = f"(?:{parts['body']})" if spans else f"({parts['body']})"
    before, behind = _BEFORE if parts["before"] else "", _BEHIND if parts["behind"] else ""
    return f"{parts['flags']}{before}{body}{behind}", spans or 1


def found_in(con: duckdb.DuckDBPyConnection, rule: Rule, text: str) -> list[str]:
    """What the rule gives in a text, as DuckDB finds it. Raises RuleError for a pattern that RE2 does not know."""
    import duckdb

    pattern, group = in_re2(rule)
    try:
        return list(con.execute("SELECT regexp_extract_all(?, ?, ?::INTEGER)", [text, pattern, group]).fetchall()[0][0])
    except duckdb.Error as error:
        raise RuleError(f"{rule.origin}: rule {rule.id!r}: {str(error).splitlines()[0]}") from None


def lay_macros(con: duckdb.DuckDBPyConnection, rules: RuleSet) -> None:
    """Makes one macro of each rule and table, for this connection only."""
    for rule in rules.of(FILE):
        does, _, name = rule.id.partition(".")
        if does not in _DOES or not name.isidentifier():
            raise RuleError(f"{rule.origin}: rule {rule.id!r}: the id is one of {', '.join(_DOES)}, a point and a name")
        pattern, group = in_re2(rule)
        body = _DOES[does].format(pattern=_quoted(pattern), group=group)
        con.execute(f"CREATE OR REPLACE TEMP MACRO {does}_{name}(words) AS {body}")
    for table, macro in PLAIN.items():
        ways = "".join(
            f" WHEN {_quoted(r['form'])} THEN {_quoted(r['plain'])}"
            for r in rules.table(table)
            if r["plain"] != r["form"]
        )
        con.execute(f"CREATE OR REPLACE TEMP MACRO {macro}(word) AS CASE word{ways} ELSE word END")
    con.execute(f"CREATE OR REPLACE TEMP MACRO usual_price(noun) AS {_prices(rules)}")


def _prices(rules: RuleSet) -> str:
    """A CASE over the forms, the longest first."""
    columns = ("least", "low", "high", "most")
    ways = ""
    for row in sorted(rules.table("prices"), key=lambda r: (-len(r["form"]), r["form"])):
        limits = ", ".join(f"'{name}': CAST({row[name] or 'NULL'} AS DOUBLE)" for name in columns)
        price = f"{{'form': {_quoted(row['form'])}, {limits}}}" if row["low"] else "NULL"
        ways += f" WHEN contains(' ' || noun || ' ', {_quoted(' ' + row['form'] + ' ')}) THEN {price}"
    return f"CASE{ways} END"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
