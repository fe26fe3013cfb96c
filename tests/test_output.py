"""Rows on their way out: every format says the same, a table fits its screen, a file is whole or not there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest

from danvan.errors import StoreError, UsageError
from danvan.messages import set_language
from danvan.output import FORMATS, Format, choose_format, write_rows
from danvan.rows import Column, Rows, plain
from danvan.screen import screen_cell
from danvan.sheets import write_sheets

COLUMNS = (
    Column("district"),
    Column("year", "number"),
    Column("models", "number"),
    Column("share", "number"),
    Column("as_of", "day"),
    Column("started", "time"),
    Column("cumulative", "truth"),
    Column("candidates", "list"),
    Column("status"),
    Column("evidence"),
)
ROW = (
    "Thạch Hà",
    2022,
    1204.0,
    24.6,
    date(2022, 12, 23),
    datetime(2024, 5, 6, 7, 8, 9),
    True,
    ["445", "446"],
    "built",
    "=Toàn huyện có “1.204” mô hình; " + "rất dài " * 30,
)
EMPTY = (None,) * len(COLUMNS)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language(None)


def rows(*cells: Sequence[Any], brief: tuple[str, ...] = (), subject: str = "") -> Rows:
    return Rows(COLUMNS, cells, brief, subject)


def printed(capsys: pytest.CaptureFixture[str], form: Format, *cells: Sequence[Any], **more: Any) -> str:
    assert write_rows(rows(*cells, **more), form) == len(cells)
    return capsys.readouterr().out


def test_json_and_jsonl_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    as_lines = [json.loads(line) for line in printed(capsys, "jsonl", ROW, EMPTY).splitlines()]
    assert json.loads(printed(capsys, "json", ROW, EMPTY)) == as_lines
    assert as_lines[0] == {
        "district": "Thạch Hà",
        "year": 2022,
        "models": 1204,
        "share": 24.6,
        "as_of": "2022-12-23",
        "started": "2024-05-06T07:08:09",
        "cumulative": True,
        "candidates": ["445", "446"],
        "status": "built",
        "evidence": ROW[-1],
    }
    assert as_lines[1] == dict.fromkeys(as_lines[0])
    assert json.loads(printed(capsys, "json")) == []
    assert printed(capsys, "jsonl") == ""


def test_csv_reads_back(capsys: pytest.CaptureFixture[str]) -> None:
    read = list(csv.DictReader(io.StringIO(printed(capsys, "csv", ROW, EMPTY))))
    assert read[0]["models"] == "1204"
    assert read[0]["cumulative"] == "true"
    assert json.loads(read[0]["candidates"]) == ["445", "446"]
    assert read[0]["evidence"] == ROW[-1]
    assert set(read[1].values()) == {""}


def test_a_table_cuts_sentences_and_says_codes_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    set_language("vi")
    lines = printed(capsys, "table", ROW, EMPTY).splitlines()
    assert all(len(line) <= 150 and line == line.rstrip() for line in lines)
    assert "Huyện" in lines[1]
    assert "xây dựng" in lines[3]
    assert "1.204" in lines[3]
    assert "24,6" in lines[3]
    assert "23/12/2022" in lines[3]
    assert lines[3].endswith("…")


def test_a_brief_table_leaves_out_what_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    row = (*ROW[:6], False, *ROW[7:])
    table = printed(capsys, "table", row, brief=("district", "models", "cumulative"))
    assert "Models" in table
    assert "Cumulative" not in table
    assert "Year" not in table


def test_a_table_of_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows(rows(), "table", None, "What there is")
    assert capsys.readouterr().out.split("\n")[:2] == ["What there is", "no rows"]


@pytest.mark.parametrize(
    ("name", "value", "vietnamese", "english"),
    [
        ("models", 1204, "1.204", "1,204"),
        ("models", 2.5, "2,5", "2.5"),
        ("year", 2022, "2022", "2022"),
        ("amount", Decimal(10**12), "1.000.000.000.000", "1,000,000,000,000"),
        ("f1", 1, "1.000", "1.000"),
        ("as_of", date(2022, 1, 2), "02/01/2022", "2022-01-02"),
        ("cumulative", True, "có", "yes"),
        ("cumulative", False, "", ""),
        ("published", "2022-12-23T22:19", "23/12/2022 22:19", "2022-12-23T22:19"),
        ("published", "2022-12-23", "23/12/2022", "2022-12-23"),
        ("bound", "exact", "", ""),
        ("bound", "more_than", "hơn", "more than"),
        ("field", "economy", "kinh tế", "economy"),
        ("text", "hai\ndòng", "hai dòng", "hai dòng"),
        ("x", None, "", ""),
        ("x", [1, "b"], "1, b", "1, b"),
    ],
)
def test_cells_for_people(name: str, value: Any, vietnamese: str, english: str) -> None:
    assert screen_cell(Column(name), value) == english
    set_language("vi")
    assert screen_cell(Column(name), value) == vietnamese


def test_parquet_keeps_types(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    assert write_rows(rows(ROW, EMPTY), "parquet", path) == 2
    table = pq.read_table(path)
    assert [str(f.type) for f in table.schema] == [
        "string",
        "int64",
        "double",
        "double",
        "date32[day]",
        "timestamp[us]",
        "bool",
        "list<element: string>",
        "string",
        "string",
    ]
    assert table.to_pylist() == [dict(zip((c.name for c in COLUMNS), row, strict=True)) for row in (ROW, EMPTY)]


def test_parquet_of_nothing_still_has_columns(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    write_rows(rows(EMPTY), "parquet", path)
    assert pq.read_table(path).num_columns == len(COLUMNS)


def test_a_number_that_no_integer_column_holds_is_kept_about(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    write_rows(Rows((Column("n", "number"),), [(2**70,), (Decimal(3),)]), "parquet", path)
    assert pq.read_table(path)["n"].to_pylist() == [2.0**70, 3.0]


def test_a_workbook_has_a_sheet_a_table(tmp_path: Path) -> None:
    set_language("vi")
    path = tmp_path / "out.xlsx"
    assert write_sheets([("figures", rows(ROW, subject="figures")), ("none", rows())], path) == 1
    with ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
    assert 'name="figures"' in names
    assert 'name="none"' in names
    assert "Huyện" in sheet
    assert "xây dựng" in sheet
    assert "<f>" not in sheet  # the sentence that starts with "=" is text


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_whole_or_not_there(tmp_path: Path, form: Format) -> None:
    path = tmp_path / "deep" / f"out.{form}"

    def breaking() -> Iterator[Sequence[Any]]:
        yield ROW
        raise StoreError("gone")

    with pytest.raises(StoreError, match="gone"):
        write_rows(Rows(COLUMNS, breaking()), form, path)
    assert list(path.parent.iterdir()) == []
    path.write_text("old")
    with pytest.raises(StoreError, match="gone"):
        write_rows(Rows(COLUMNS, breaking()), form, path)
    assert path.read_text() == "old"
    assert write_rows(rows(ROW), form, path) == 1
    assert path.read_bytes()[:3] != b"old"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError) as caught:
        write_rows(rows(ROW), "csv", tmp_path / "file" / "out.csv")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "output", "chosen"),
    [
        (None, None, "table"),
        (None, "a.csv", "csv"),
        (None, "a.XLSX", "xlsx"),
        (None, "a.txt", "table"),
        ("json", "a.csv", "json"),
        ("parquet", "a", "parquet"),
    ],
)
def test_the_format_follows_the_option_then_the_suffix(name: str | None, output: str | None, chosen: str) -> None:
    assert choose_format(name, Path(output) if output else None, "table") == chosen


@pytest.mark.parametrize(("name", "said"), [("yaml", "table, csv"), ("xlsx", "--output"), ("parquet", "--output")])
def test_a_format_that_cannot_be_is_refused(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        choose_format(name, None, "table")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, 1),
        (1.5, 1.5),
        (Decimal("2"), 2),
        (b"\xff", "\ufffd"),
        ({"a": (1.0,)}, {"a": [1]}),
        (None, None),
        (True, True),
    ],
)
def test_values_as_json_knows_them(value: Any, expected: Any) -> None:
    assert plain(value) == expected
    assert type(plain(value)) is type(expected)
