"""Every rule proves itself: its examples match where they are marked, its counter-examples do not match."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from danvan.prove import check_row, check_rule, check_rules, proven_tables
from danvan.ruleset import Rule, load_rules

RULES = load_rules()
PATTERNS = [rule for file in RULES.rules for rule in RULES.of(file)]
ROWS = [(table, row) for table in proven_tables() for row in RULES.table(table)]


@pytest.mark.parametrize("rule", PATTERNS, ids=lambda rule: f"{rule.file}:{rule.id}")
def test_rule_proves_itself(rule: Rule) -> None:
    assert [problem.message for problem in check_rule(rule, RULES)] == []


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{table}:{row['form']}" for table, row in ROWS])
def test_row_proves_itself(table: str, row: Mapping[str, str]) -> None:
    assert [problem.message for problem in check_row(table, row, RULES)] == []


def test_the_whole_set_is_checked(tmp_path: Path) -> None:
    (tmp_path / "surnames.csv").write_text(
        "form,example,source\nXướng,Trưởng ấp [Lê Văn An] dự họp đủ,test\nXẻng,Trưởng ấp Lê Văn An dự họp,test\n",
        encoding="utf-8",
    )
    (tmp_path / "cues.toml").write_text("[[rule]]\nid = 'x'\npattern = 'xx'\nexamples = ['[yy]']\n", encoding="utf-8")
    broken = {(p.rule, p.message[:5]) for p in check_rules(load_rules(tmp_path))} - {
        (p.rule, p.message[:5]) for p in check_rules(RULES)
    }
    assert broken == {("x", "finds"), ("x", "no so"), ("Xẻng", "names")}


def test_no_rule_is_left_out() -> None:
    assert len({(rule.file, rule.id) for rule in PATTERNS}) == len(PATTERNS) > 300
    unproven = {table for table in RULES.tables if table not in proven_tables()}
    units = {"gazetteer/units", "gazetteer/aliases", "gazetteer/successions"}
    encodings = {f"encodings/{name}" for name in ("tcvn3", "vni", "viscii", "vps", "charsets", "fonts")}
    elsewhere = "proved by test_gazetteer.py, test_confidence.py and test_encodings.py"
    assert unproven == units | encodings | {"confidence"}, elsewhere


BROKEN = [
    ("cues.toml", "id = 'status.new'\npattern = '(?i)khởi động'\nexamples = ['[khởi sự] 12 mô hình']", "finds [] in"),
    (
        "cues.toml",
        "id = 'status.new'\npattern = '(?i)khởi'\nexamples = ['[khởi] sự']\nnever = ['khởi hành']",
        "must not match",
    ),
    ("cues.toml", "id = 'status.new'\npattern = 'khởi'\nsource = ''\nexamples = ['[khởi] sự']", "no source"),
    (
        "dates.toml",
        "id = 'date.new'\npattern = 'hôm (?P<month>\\d{1,2})'\ngives = {shape = 'month'}\nexamples = ['[hôm 3]/5']",
        "finds",
    ),
    (
        "numbers.toml",
        "id = 'bound.new'\npattern = 'quá nửa'\ngives = {bound = 'more_than'}\nexamples = ['[quá phân nửa]']",
        "matches []",
    ),
    (
        "money.toml",
        "id = 'each.new'\npattern = 'mỗi bếp'\nexamples = [{text = '[mỗi bếp] 5 triệu đồng', amount = 6000000}]",
        "'amount': 5000000",
    ),
]


@pytest.mark.parametrize(("file", "entry", "message"), BROKEN, ids=[f"{f}-{m}" for f, _, m in BROKEN])
def test_a_wrong_example_is_told(file: str, entry: str, message: str, tmp_path: Path) -> None:
    source = "" if "source" in entry else "source = 'a test'\n"
    (tmp_path / file).write_text(f"[[rule]]\n{entry}\n{source}", encoding="utf-8")
    rules = load_rules(tmp_path)
    (rule,) = [rule for rule in rules.of(file.removesuffix(".toml")) if rule.origin.startswith(str(tmp_path))]
    problems = list(check_rule(rule, rules))
    assert len(problems) == 1
    assert message in problems[0].message
    assert str(problems[0]).startswith(f"{tmp_path}/{file}: rule {rule.id!r}: ")


BROKEN_ROWS = [
    (
        "measures.csv",
        "form,canonical,class,example,source",
        "máy nổ,máy nổ,work,đã mua [12 máy cày] cho tổ,test",
        "is counted as",
    ),
    ("measures.csv", "form,canonical,class,example,source", "máy nổ,động cơ,work,,test", "no example"),
    (
        "titles.csv",
        "form,canonical,level,body,example,source",
        "trưởng bến,Trưởng bến,hamlet,…,ông [Lê Văn An] chèo đò,test",
        "names []",
    ),
    (
        "unit_words.csv",
        "form,kind,level,role,example,source",
        "vạn,vạn,hamlet,settlement,ra khơi từ sáng,test",
        "not one vạn",
    ),
]


@pytest.mark.parametrize(("file", "head", "line", "message"), BROKEN_ROWS, ids=[f"{r[0]}-{r[3]}" for r in BROKEN_ROWS])
def test_a_wrong_row_is_told(file: str, head: str, line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(f"{head}\n{line}\n", encoding="utf-8")
    rules, form, table = load_rules(tmp_path), line.split(",", maxsplit=1)[0], file.removesuffix(".csv")
    (row,) = [row for row in rules.table(table) if row["form"] == form]
    problems = list(check_row(table, row, rules))
    assert len(problems) == 1
    assert message in problems[0].message
