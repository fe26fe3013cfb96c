"""Which articles matter: scored on gold of our own (tests/relevance), and what a run does with the others."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from danvan.batch import Batch
from danvan.relevance import Relevance, judge
from danvan.ruleset import RuleSet, load_rules

FLOOR = 0.95
"""Precision and recall, each; an article set aside is kept, so a miss costs less than it looks."""


@dataclass(frozen=True)
class Text:
    id: str
    relevant: bool
    title: str
    text: str


def texts(*names: str) -> list[Text]:
    folder = Path(__file__).parent / "relevance"
    files = [folder / f"{name}.toml" for name in names]
    return [Text(**row) for file in files for row in tomllib.loads(file.read_text(encoding="utf-8"))["text"]]


SETS = {"first": texts("about", "not-about"), "fresh": texts("fresh")}
GOLD = [text for set_ in SETS.values() for text in set_]


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


def said(one: Text, rules: RuleSet) -> Relevance:
    return judge(one.text, rules, title=one.title or None)


def test_there_is_gold_both_ways() -> None:
    assert len(GOLD) >= 106
    assert all(min(Counter(t.relevant for t in set_).values()) >= 20 for set_ in SETS.values())
    assert len({t.id for t in GOLD}) == len(GOLD)


@pytest.mark.parametrize("name", SETS)
def test_scores_hold_their_floor(name: str, rules: RuleSet, capsys: pytest.CaptureFixture[str]) -> None:
    gold = SETS[name]
    right = [t for t in gold if t.relevant and said(t, rules).relevant]
    missed = [t.id for t in gold if t.relevant and not said(t, rules).relevant]
    invented = [t.id for t in gold if not t.relevant and said(t, rules).relevant]
    precision, recall = len(right) / (len(right) + len(invented)), len(right) / (len(right) + len(missed))
    with capsys.disabled():
        print(f"\nrelevance, {name}: {len(gold)} texts, P {precision:.3f}, R {recall:.3f}; {missed=}, {invented=}")
    assert precision >= FLOOR
    assert recall >= FLOOR


def test_a_verdict_says_what_it_rests_on(rules: RuleSet) -> None:
    found = judge("Sáng nay, xã tổng kết phong trào “Dân vận khéo” năm qua tại nhà văn hóa thôn.", rules)
    assert found == Relevance(True, 9.0, ("for.model", "for.named"))
    assert judge("", rules) == Relevance(False, 0.0, ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    texts = {
        "khéo": "Phú Hạc: Dân vận khéo\n05/01/2023\nNăm 2022, xã Phú Hạc có 12 mô hình “Dân vận khéo” ở sáu thôn.",
        "giải": "Giải việt dã\n05/01/2023\nHơn 200 vận động viên chạy quanh hồ, tranh 10 bộ huy chương của giải.",
    }
    for name, text in texts.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    return place


def held(db: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(db), read_only=True) as con:
        return con.execute(sql).fetchall()


def test_what_is_set_aside_is_kept_and_taken_in_again(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    db = tmp_path / "facts.duckdb"
    counts = Batch(paths=[str(folder)], db=db, rules=rules, relevant="only").run()
    assert (counts.added, counts.set_aside) == (1, 1)
    ((source, text, reasons),) = held(db, "SELECT source, text, reasons FROM set_aside")
    assert str(source).endswith("giải.txt")
    assert "vận động viên" in str(text)
    assert reasons == ["against.sport"]
    assert held(db, "SELECT relevant FROM relevance") == [(True,)]
    runs = held(db, "SELECT count(*) FROM runs")
    again = Batch(paths=[str(folder)], db=db, rules=rules, relevant="only").run()
    assert (again.unchanged, again.set_aside) == (1, 1)
    assert held(db, "SELECT count(*) FROM runs") == runs
    whole = Batch(paths=[str(folder)], db=db, rules=rules).run()
    assert (whole.added, whole.unchanged, whole.set_aside) == (1, 1, 0)
    assert held(db, "SELECT count(*) FROM set_aside") == [(0,)]


def test_marks_are_set_for_all_and_once(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    db = tmp_path / "facts.duckdb"
    Batch(paths=[str(folder)], db=db, rules=rules).run()
    assert held(db, "SELECT count(*) FROM relevance") == [(0,)]
    assert Batch(paths=[str(folder)], db=db, rules=rules, relevant="mark").run().unchanged == 2
    marked = held(db, "SELECT relevant, score FROM relevance ORDER BY score")
    assert [row[0] for row in marked] == [False, True]
    Batch(paths=[str(folder)], db=db, rules=rules, relevant="mark").run()
    assert held(db, "SELECT relevant, score FROM relevance ORDER BY score") == marked


def test_two_processes_set_the_same_aside(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    counts = Batch(paths=[str(folder)], db=tmp_path / "facts.duckdb", rules=rules, relevant="only", jobs=2).run()
    assert (counts.added, counts.set_aside) == (1, 1)
