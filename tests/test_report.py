"""The report: what it says of a place, what it leaves out, and that no article can put anything else into it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from danvan.audit.check import load_checks
from danvan.audit.ledger import findings as ledger_findings
from danvan.audit.ledger import update
from danvan.audit.run import compare_all
from danvan.cli import call
from danvan.errors import UsageError
from danvan.messages import say, set_language
from danvan.privacy import load_names
from danvan.records import Article, ArticleRecord, Model, Money, Official, PlaceRef, Position
from danvan.report.contents import Report
from danvan.report.gather import gather
from danvan.report.marks import cut, passages
from danvan.report.page import Imprint, write_page
from danvan.report.scope import find_scope
from danvan.report.workbook import write_workbook
from danvan.ruleset import load_rules
from danvan.store.database import create_tables
from danvan.store.write import RunFacts, Writer
from making import commune, count, counted, district, span, stock, stored, year

HERE = district("Thạch Hà", code="445")
EVIL = '<script>alert("x")</script>'
TEXT = (
    f"Đồng chí Lê Văn Tám, Bí thư Huyện ủy Thạch Hà, cho biết {EVIL}: năm 2022 toàn huyện có 138 mô hình, gồm 60 "
    "mô hình kinh tế và 75 mô hình văn hóa.\n"
    "Huyện vận động 250 triệu đồng, tặng mỗi hộ 5 triệu đồng. Ông Nguyễn Văn Khuất hiến 200 m2 đất.\n"
    "=HYPERLINK(1) là mô hình của bà Hoàng Thị Mận ở xã Thạch Lạc."
)
SAID = {"rule": "test.report", "confidence": 0.9}
IMPRINT = Imprint(date(2024, 5, 6), "9.9", "thu.duckdb")


def article(text: str = TEXT, id_: str = "a", url: str | None = "javascript:alert(1)") -> ArticleRecord:
    there = commune("Thạch Lạc", "Thạch Hà", code="18604")
    covers = {"place": HERE, "period": year(2022)}
    return ArticleRecord(
        article=Article(
            id=id_, source="bao.txt", url=url, title=f"Huyện {EVIL} của ông Nguyễn Văn Khuất", text=text,
            published="2022-12-23", place=HERE,
        ),
        officials=(
            Official(
                name="Lê Văn Tám", positions=(Position(title="Bí thư", body="Huyện ủy Thạch Hà", place=HERE),),
                spans=(span(text, "Lê Văn Tám"),), **SAID,
            ),
        ),
        figures=(
            count(text, "138 mô hình", 138, **covers),
            count(text, "60 mô hình kinh tế", 60, field="economy", part_of=0, partition=True, list=0, **covers),
            count(text, "75 mô hình văn hóa", 75, field="culture_society", part_of=0, partition=True, list=0, **covers),
            count(text, "200 m2 đất", 200, measure="đất", unit="m2 đất", topic=None, status=None, **covers),
        ),
        money=(
            Money(amount=250_000_000, currency="VND", bound="exact", basis="total", purpose="hộ nghèo",
                  span=span(text, "250 triệu đồng"), **covers, **SAID),
            Money(amount=5_000_000, currency="VND", bound="exact", basis="each", purpose="hộ nghèo",
                  span=span(text, "5 triệu đồng"), **covers, **SAID),
        ),
        models=(
            Model(name="=HYPERLINK(1)", quoted=False, owner="Hoàng Thị Mận", place=there,
                  span=span(text, "=HYPERLINK(1)"), **SAID),
        ),
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    set_language("vi")
    yield
    set_language(None)


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        create_tables(connection)
        yield connection


def told(
    con: duckdb.DuckDBPyConnection, records: Sequence[ArticleRecord], *, place: str = "huyện Thạch Hà, Hà Tĩnh",
    first: int = 2022, last: int = 2022, with_names: bool = False,
) -> Report:  # fmt: skip
    Writer(con, RunFacts("1", "c", "f00d"), lambda: datetime(2024, 1, 1)).write([stored(r) for r in records])
    rules = load_rules()
    names = None if with_names else load_names(con, rules)
    return gather(con, find_scope(place, first, last, rules), names, rules)


def put_finding(con: duckdb.DuckDBPyConnection, text: str, spans: Sequence[tuple[int, int]]) -> None:
    struct = [{"article": "a", "start": s, "end": e, "text": text[s:e]} for s, e in spans]
    con.execute(
        'INSERT INTO findings (id, "check", severity, state, message_vi, message_en, settle_vi, settle_en, articles, '
        "spans, stated, computed, evidence, first_seen, last_changed) VALUES ('f1', 'breakdown-sum', 'error', 'open', "
        "'60 + 75 = 135 <b>', 'in English', 'báo cáo gốc', 'the report', ['a'], ?, '138', '135', 'e', ?, ?)",
        [struct, datetime(2024, 1, 1), datetime(2024, 1, 1)],
    )


class Tags(HTMLParser):
    """The tags of a page, and its text outside of the style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def test_a_report_answers_with_the_number_its_sentence_and_its_source(con: duckdb.DuckDBPyConnection) -> None:
    report = told(con, [article()])
    (answer,) = report.answers
    assert answer.row is not None
    assert answer.quote is not None
    assert (answer.row["models"], answer.quote.ref) == (138, 1)
    assert [p.text for p in answer.quote.pieces if p.marks] == ["138 mô hình"]
    assert [(w["models"], w["verdict"]) for w in answer.weighed] == [(138, "answer")]
    page = Tags(write_page(report, IMPRINT)).text
    for words in ("138 mô hình (xây dựng)", "06/05/2024", "danvan 9.9", "f00d", "thu.duckdb", "250.000.000 VND", "200"):
        assert words in page


def test_total_and_each_stand_in_tables_of_their_own(con: duckdb.DuckDBPyConnection) -> None:
    tables = told(con, [article()]).tables
    amounts = {name: [tables[name].cells(r)["amount"] for r in tables[name].rows] for name in tables if "money" in name}
    assert amounts == {"money_total": [250_000_000], "money_each": [5_000_000], "money_unclear": []}


def test_nothing_of_an_article_becomes_markup(con: duckdb.DuckDBPyConnection) -> None:
    report = told(con, [article()], with_names=True)
    put_finding(con, TEXT, [(TEXT.index(EVIL), TEXT.index(EVIL) + len(EVIL))])
    page = write_page(gather(con, report.scope, None, load_rules()), IMPRINT)
    tags = Tags(page)
    assert not [tag for tag, _ in tags.found if tag in {"script", "b", "iframe", "img", "link"}]
    assert all(not name.startswith("on") for _, given in tags.found for name in given)
    links = [given["href"] or "" for tag, given in tags.found if tag == "a"]
    assert links
    assert all(href.startswith("#") for href in links)
    assert EVIL in tags.text
    assert "javascript:alert(1)" in tags.text
    assert not re.search(r'(?:src|href|url)\s*[=(]\s*"?https?:', page.replace('href="https', ""))


def test_an_address_of_the_web_is_a_link(con: duckdb.DuckDBPyConnection) -> None:
    page = Tags(write_page(told(con, [article(url="https://bao.vn/1?a=1&b=2")]), IMPRINT))
    assert ("a", {"href": "https://bao.vn/1?a=1&b=2"}) in page.found


def test_names_without_a_post_are_left_out_unless_asked_for(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    report = told(con, [article()])
    book = tmp_path / "r.xlsx"
    write_workbook(report, book, IMPRINT)
    for words in (write_page(report, IMPRINT), "".join(texts(book))):
        assert "Lê Văn Tám" in words
        assert "Khuất" not in words
        assert "Mận" not in words
        assert "…" in words
    full = write_page(gather(con, report.scope, None, load_rules()), IMPRINT)
    assert "Nguyễn Văn Khuất" in full
    assert "Hoàng Thị Mận" in full


def test_an_audit_older_than_the_facts_is_said_to_be(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    report = told(con, [article()])
    assert report.audit_told == (say("report.no_audit"),)
    checks = list(load_checks().values())
    update(con, compare_all(con, checks[:1]), [checks[0].slug], datetime(2024, 1, 1))
    assert say("report.old_audit") in gather(con, report.scope, None, load_rules()).audit_told
    update(con, compare_all(con, checks), [c.slug for c in checks], datetime(2024, 1, 2))
    assert say("report.old_audit") not in gather(con, report.scope, None, load_rules()).audit_told
    again = told(con, [article(TEXT + "\nCả huyện có 9 xã.")])
    assert say("report.old_audit") in again.audit_told
    assert say("report.old_audit") in write_page(again, IMPRINT)
    write_workbook(again, tmp_path / "r.xlsx", IMPRINT)
    assert say("report.old_audit") in "".join(texts(tmp_path / "r.xlsx"))


def test_a_finding_shows_its_sentence_with_overlapping_marks(con: duckdb.DuckDBPyConnection) -> None:
    report = told(con, [article()])
    at = TEXT.index("138 mô hình")
    put_finding(con, TEXT, [(at, at + 11), (at + 4, at + 11)])
    again = gather(con, report.scope, None, load_rules())
    (finding,) = again.findings
    assert [(p.text, p.marks) for p in finding.quotes[0].pieces if p.marks] == [("138 ", 1), ("mô hình", 2)]
    assert "60 + 75 = 135 &lt;b&gt;" in write_page(again, IMPRINT)


@pytest.mark.parametrize(("state", "shown"), [("open", 1), ("dismissed", 0), ("gone", 0)])
def test_only_open_findings_are_shown(con: duckdb.DuckDBPyConnection, state: str, shown: int) -> None:
    report = told(con, [article()])
    put_finding(con, TEXT, [(TEXT.index("138"), TEXT.index("138") + 3)])
    con.execute("UPDATE findings SET state = ?", [state])
    assert len(gather(con, report.scope, None, load_rules()).findings) == shown
    assert len(ledger_findings(con, ["breakdown-sum"], [state])) == 1


def test_another_unit_of_the_same_name_is_not_reported(con: duckdb.DuckDBPyConnection) -> None:
    text = "Năm 2022 toàn thị xã có 90 mô hình."
    town = {"place": district("Kỳ Anh", code="449"), "period": year(2022)}
    other = ArticleRecord(
        article=Article(id="k", source="k.txt", text=text, published="2022-12-30"),
        figures=(count(text, "90 mô hình", 90, **town),),
    )
    assert told(con, [other], place="thị xã Kỳ Anh, Hà Tĩnh").answers[0].row is not None
    assert told(con, [other], place="huyện Kỳ Anh, Hà Tĩnh").answers[0].row is None


def test_every_number_that_was_weighed_has_a_source(con: duckdb.DuckDBPyConnection) -> None:
    text = "Đến nay, toàn huyện có 480 mô hình."
    rival = ArticleRecord(
        article=Article(id="r", source="r.txt", text=text, published="2022-12-28"),
        figures=(count(text, "480 mô hình", 480, place=HERE, period=stock("2022-12-28")),),
    )
    report = told(con, [article(), rival])
    table = report.tables["weigh"]
    assert {(c["models"], c["ref"]) for c in map(table.cells, table.rows)} == {(138, 1), (480, 2)}
    assert [source.says for source in report.sources if source.article == "r"] == ["số đã cân nhắc 1"]


def test_years_without_a_number_are_named_together(con: duckdb.DuckDBPyConnection) -> None:
    page = Tags(write_page(told(con, [article()], first=2019, last=2023), IMPRINT))
    assert "cho: 2019–2021, 2023." in page.text
    drawings = [given for tag, given in page.found if tag == "svg"]
    assert len(drawings) == 2
    assert all(given.get("role") == "img" and given.get("aria-labelledby") for given in drawings)
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("name", "first", "last", "unit"),
    [
        ("Thạch Hà", 2019, 2024, "huyện Thạch Hà, Hà Tĩnh"),
        ("huyện Thạch Hà", 2019, 2025, "huyện Thạch Hà, Hà Tĩnh"),
        ("Thạch Hà", 2026, 2026, "xã Thạch Hà, Hà Tĩnh"),
        ("Đồng Tháp", 2020, 2026, "tỉnh Đồng Tháp"),
    ],
)
def test_a_name_is_a_unit_of_those_years(name: str, first: int, last: int, unit: str) -> None:
    assert find_scope(name, first, last, load_rules()).name == unit


@pytest.mark.parametrize(
    ("place", "first", "last", "said"),
    [
        ("Xyzzy", 2022, 2022, "không có đơn vị này"),
        ("xã Tân Lập", 2022, 2022, "nhiều đơn vị"),
        ("Thạch Hà", 2019, 2025, "huyện Thạch Hà, Hà Tĩnh, rồi xã Thạch Hà, Hà Tĩnh"),
        ("Thạch Hà, Hà Tĩnh", 2025, 2025, "huyện Thạch Hà, Hà Tĩnh, rồi xã Thạch Hà, Hà Tĩnh"),
        ("huyện Thạch Hà", 2022, 2020, "--to 2020"),
        ("huyện Thạch Hà", 1950, 1951, "--year"),
    ],
)
def test_a_wrong_place_or_year_is_told(place: str, first: int, last: int, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        find_scope(place, first, last, load_rules())


@pytest.mark.parametrize(
    ("marks", "hidden", "expected"),
    [
        ([], [], [("abcdef", 0)]),
        ([(1, 3)], [], [("a", 0), ("bc", 1), ("def", 0)]),
        ([(0, 4), (2, 6)], [], [("ab", 1), ("cd", 2), ("ef", 1)]),
        ([(1, 5), (2, 3)], [], [("a", 0), ("b", 1), ("c", 2), ("de", 1), ("f", 0)]),
        ([(2, 4)], [(1, 5)], [("a", 0), ("…", 0), ("f", 0)]),
        ([(-5, 2), (5, 99)], [], [("ab", 1), ("cde", 0), ("f", 1)]),
    ],
)
def test_marks_cut_at_their_boundaries(
    marks: list[tuple[int, int]], hidden: list[tuple[int, int]], expected: list[tuple[str, int]]
) -> None:
    assert [(p.text, p.marks) for p in cut("abcdef", 0, 6, marks, hidden)] == expected


def test_passages_are_sentences_joined_where_they_touch() -> None:
    text = "Một hai ba. Bốn năm sáu. Bảy tám chín."
    sentences = [(0, 11), (12, 24), (25, 38)]
    assert passages(text, [(4, 7), (12, 15)], sentences) == [(0, 24)]
    assert passages(text, [(4, 7), (25, 28)], sentences) == [(0, 11), (25, 38)]
    assert passages("x " * 500, [(400, 401)], []) == [(240, 521)]


SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def texts(book: Path) -> list[str]:
    with zipfile.ZipFile(book) as file:
        parts = [file.read(n).decode() for n in file.namelist() if n.startswith("xl/worksheets/sheet")]
    return [node.text or "" for part in parts for node in ET.fromstring(part).iter(f"{SHEET}t")]


def test_the_workbook_has_words_numbers_and_days_and_no_formula(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    book = tmp_path / "r.xlsx"
    assert write_workbook(told(con, [article()]), book, IMPRINT) > 10
    with zipfile.ZipFile(book) as file:
        sheets = [ET.fromstring(file.read(n)) for n in sorted(file.namelist()) if n.startswith("xl/worksheets/sheet")]
        names = re.findall(r'<sheet name="([^"]+)"', file.read("xl/workbook.xml").decode())
    assert names[:2] == ["Giới thiệu", "Câu trả lời"]
    assert "=HYPERLINK(1)" in texts(book)
    assert not [node for sheet in sheets for node in sheet.iter(f"{SHEET}f")]
    numbers = {node.text for sheet in sheets for node in sheet.iter(f"{SHEET}v")}
    assert {"138", "250000000", "45418"} <= numbers  # 45418 is 6 May 2024
    for sheet in sheets:
        setup = sheet.find(f"{SHEET}pageSetup")
        assert setup is not None
        assert (setup.get("orientation"), setup.get("paperSize")) == ("landscape", "9")
        assert sheet.find(f".//{SHEET}pane[@state='frozen']") is not None
        assert sheet.find(f"{SHEET}autoFilter") is not None


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "f.duckdb"
    with duckdb.connect(str(path)) as connection:
        create_tables(connection)
        Writer(connection, RunFacts("1", "c"), lambda: datetime(2024, 1, 1)).write([stored(article())])
    set_language(None)
    return path


def run(db: Path, *more: object) -> int:
    return call(["report", "--place", "huyện Thạch Hà", "--year", "2022", "--db", str(db), *map(str, more)])


@pytest.mark.parametrize(("more", "said"), [((), "Số mô hình theo năm"), (("--lang", "en"), "Models per year")])
def test_the_command_speaks_vietnamese_unless_told_otherwise(
    db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    page = db.with_suffix(".html")
    assert run(db, "-o", page, *more) == 0
    assert said in page.read_text(encoding="utf-8")
    assert capsys.readouterr().err.startswith("wrote ")
    assert run(db, *more) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_the_command_writes_nothing_where_it_cannot(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert run(db, "-o", tmp_path / "r.docx") == 2
    assert ".docx: use the suffix" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(db, "-o", tmp_path / "r.pdf") == 2
    assert "no browser" in capsys.readouterr().err
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    assert run(db, "-o", tmp_path / "r.pdf") == 1
    assert "could not print the PDF (3)" in capsys.readouterr().err
    assert not list(tmp_path.glob("*r.*"))


def province(name: str, code: str) -> PlaceRef:
    return PlaceRef(code=code, name=name, kind="tỉnh", level="province", province=name)


def built(id_: str, value: int, of_year: int, place: PlaceRef) -> ArticleRecord:
    """An article of December of that year, with one count of models of the place."""
    return counted(value, id_, published=f"{of_year}-12-20", place=place, period=year(of_year))


AN_GIANG, NEW_AN_GIANG = province("An Giang", "89"), province("An Giang", "91")
KIEN_GIANG = province("Kiên Giang", "91")
MERGED = [built("a", 412, 2023, AN_GIANG), built("c", 731, 2025, NEW_AN_GIANG)]


def test_before_a_merger_a_report_adds_up_what_was_merged(con: duckdb.DuckDBPyConnection) -> None:
    report = told(con, [*MERGED, built("b", 255, 2023, KIEN_GIANG)], place="An Giang", first=2023, last=2025)
    assert [a.number and a.number["models"] for a in report.answers] == [667, None, 731]
    page = Tags(write_page(report, IMPRINT))
    assert "Từ ngày 01/07/2025, tỉnh An Giang gồm các đơn vị trước đó là tỉnh An Giang, tỉnh Kiên Giang." in page.text
    assert "tỉnh An Giang 412 + tỉnh Kiên Giang 255" in page.text
    assert "cho: 2024." in page.text


def test_a_sum_with_a_part_missing_is_no_number_and_says_why(con: duckdb.DuckDBPyConnection) -> None:
    report = told(con, MERGED, place="An Giang", first=2023, last=2025)
    assert report.answers[0].number is None
    page = Tags(write_page(report, IMPRINT))
    assert "(thiếu báo cáo của một phần); 1 trên 2 đơn vị có số: tỉnh An Giang 412." in page.text


def test_a_unit_that_is_no_more_is_reported_with_its_own_numbers(con: duckdb.DuckDBPyConnection) -> None:
    report = told(con, [*MERGED, built("b", 255, 2023, KIEN_GIANG)], place="Kiên Giang", first=2023, last=2025)
    assert [a.number and a.number["models"] for a in report.answers] == [255, None, None]
    assert report.land == ("Từ ngày 01/07/2025 không còn tỉnh Kiên Giang.",)


def test_an_old_district_has_the_sum_of_the_communes_on_its_land(con: duckdb.DuckDBPyConnection) -> None:
    here = {"province": "An Giang", "kind": "xã", "level": "commune"}
    names = {"30682": "Thoại Sơn", "30685": "Phú Hòa", "30688": "Óc Eo", "30691": "Tây Phú", "30697": "Vĩnh Trạch",
             "30709": "Định Mỹ"}  # fmt: skip
    records = [
        built(code, 10, 2025, PlaceRef(code=code, name=name, commune=name, **here)) for code, name in names.items()
    ]
    report = told(con, records, place="huyện Thoại Sơn, An Giang", first=2025, last=2025)
    assert (report.scope.name, report.scope.day) == ("huyện Thoại Sơn, An Giang", date(2025, 6, 30))
    summed = report.answers[0].summed
    assert summed is not None
    assert (summed["how"], summed["models"], summed["units"]) == ("land", 60, 6)
