"""Copies: what is one content is counted once, what only looks like it is not; nothing is compared twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from danvan.audit.check import load_checks
from danvan.audit.run import Compared, compare_all
from danvan.batch import Batch
from danvan.queries import find_query
from danvan.records import ArticleRecord, PlaceRef
from danvan.ruleset import load_rules
from danvan.store import sketches
from danvan.store.database import open_for_writing
from danvan.store.read import run_query
from danvan.store.sketches import Likeness, body_of, compare, told_text
from danvan.store.write import RunFacts, Writer
from making import count, district, news, record, stored, year

NOON = datetime(2024, 5, 6, 12, 0)
HERE = district("Thạch Hà", code="445")
THERE = district("Yên Lập", "Phú Thọ", "234")

BODY = (
    "Sáng qua, Ban Dân vận Huyện ủy {place} tổ chức hội nghị nhìn lại một năm thực hiện phong trào “Dân vận khéo”. "
    "Năm {year}, toàn huyện {place} xây dựng được {models} mô hình, trong đó {economy} mô hình ở lĩnh vực kinh tế. "
    "Nhân dân các xã của {place} đã hiến {land} m2 đất, góp {days} ngày công để mở rộng đường làng, ngõ xóm. "
    "Mặt trận và các đoàn thể trao {gifts} phần quà cho hộ nghèo, giúp {houses} hộ sửa lại nhà trước mùa mưa bão. "
    "Phát biểu tại hội nghị, đồng chí {head}, Bí thư Huyện ủy, đề nghị các chi bộ chọn việc khó, việc dân đang cần. "
    "Những cách làm hay ở thôn, xóm cần được kể lại để nơi khác học theo, tránh chạy theo số lượng."
)
FIRST = {
    "place": "Thạch Hà", "year": 2022, "models": 138, "economy": 34, "land": "12.345", "days": "4.321",
    "gifts": 275, "houses": 18, "head": "Lê Văn Tám",
}  # fmt: skip
OTHER_DISTRICT = {
    "place": "Yên Lập", "year": 2022, "models": 96, "economy": 21, "land": "8.760", "days": "1.954",
    "gifts": 190, "houses": 11, "head": "Hà Thị Mơ",
}  # fmt: skip
OTHER_YEAR = {**FIRST, "year": 2023, "models": 151, "economy": 40, "land": "9.870", "days": "5.010", "gifts": 310}


def body(**facts: object) -> str:
    return BODY.format(**{**FIRST, **facts})


EDITED = body().replace("Sáng qua", "Hôm qua").replace("nhìn lại một năm", "điểm lại sau một năm").replace(
    "để nơi khác học theo", "cho các nơi khác cùng học"
)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "is_copy", "changed"),
    [
        (body(), True, False),
        (body().replace("hòa", "hoà").replace("“", '"').replace(" - ", " – ").upper().capitalize(), True, False),
        (EDITED, True, False),
        (body() + " Xem thêm tin ở chuyên mục Xây dựng Đảng. Điện thoại tòa soạn: 0239 385 5555.", True, False),
        (body()[: len(body()) * 7 // 10], True, False),
        (body(models=183), True, True),
        (body(head="Lê Văn Tâm"), True, False),
        (body(**OTHER_DISTRICT), False, False),
        (body(**OTHER_YEAR), False, False),
        (body(year=2023), False, False),
    ],
    ids=["same", "glyphs", "edited", "foot", "cut", "number", "name", "district", "year", "year-alone"],
)
def test_what_two_bodies_are(other: str, is_copy: bool, changed: bool) -> None:
    found = compare(body_of(told_text(body(), None)), body_of(told_text(other, None)))
    assert (found is not None and found.is_copy, found is not None and found.changed) == (is_copy, changed)


def test_two_texts_of_their_own_are_nothing() -> None:
    own = body_of("Chợ phiên họp từ tờ mờ sáng, người bán rau, kẻ mua gà, ai cũng vội. " * 3)
    assert compare(body_of(body()), own) is None
    assert compare(body_of(""), own) is None


def test_headline_and_byline_do_not_matter() -> None:
    text = "Đầu đề 5\n01/02/2023\nThân bài có 7 mô hình."
    parts = [
        {"kind": "title", "start": 0, "end": 8},
        {"kind": "byline", "start": 9, "end": 19},
        {"kind": "body", "start": 20, "end": len(text)},
    ]
    assert told_text(text, parts) == "Thân bài có 7 mô hình."


@pytest.fixture
def con(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = open_for_writing(tmp_path / "facts.duckdb")
    yield connection
    connection.close()


def article(
    id_: str, text: str, day: str | None = "2022-12-20", place: PlaceRef | None = HERE, models: int | None = None
) -> ArticleRecord:
    figures = () if models is None else (count(text, f"{models} mô hình", models, place=HERE, period=year(2022)),)
    one = record(text, id_, published=day, figures=figures)
    return one.model_copy(update={"article": one.article.model_copy(update={"place": place})})


def load(con: duckdb.DuckDBPyConnection, *records: ArticleRecord) -> None:
    writer = Writer(con, RunFacts("1", "c"), lambda: NOON)
    writer.write([stored(r) for r in records])
    writer.end(lambda path: True)


def copies(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str, bool]]:
    return con.execute("SELECT article, canonical, changed FROM copies ORDER BY article").fetchall()


def test_the_earliest_is_canonical_whenever_it_comes(con: duckdb.DuckDBPyConnection) -> None:
    load(con, article("b", EDITED, "2022-12-22"), article("c", body(), "2022-12-21"))
    assert copies(con) == [("b", "c", False)]
    load(con, article("late", body() + " Theo Báo Hà Tĩnh.", "2022-12-20"))
    assert copies(con) == [("b", "late", False), ("c", "late", False)]
    load(con, article("undated", body(), None))
    assert copies(con) == [("b", "late", False), ("c", "late", False), ("undated", "late", False)]


def test_on_one_day_the_first_id_is_canonical(con: duckdb.DuckDBPyConnection) -> None:
    load(con, article("z", body()), article("m", EDITED), article("a", body() + " Ảnh: Minh."))
    assert copies(con) == [("m", "a", False), ("z", "a", False)]


def test_every_source_is_kept(con: duckdb.DuckDBPyConnection) -> None:
    load(con, article("a", body()), article("b", EDITED))
    assert con.execute("SELECT id, source FROM articles ORDER BY id").fetchall() == [("a", "a.txt"), ("b", "b.txt")]


def test_the_same_words_of_two_places_are_two_articles(con: duckdb.DuckDBPyConnection) -> None:
    few = (
        "Cán bộ về thôn nghe dân nói, nói cho dân hiểu, làm cho dân tin; việc gì có lợi cho dân thì hết sức làm. "
        "Ai cũng góp một tay, nhà có công góp công, nhà có vườn nhường đất, chẳng ai đứng ngoài con đường mới mở. "
        "Đêm văn nghệ khép lại khi trăng đã lên cao, người già còn nán lại chuyện trò bên ấm nước chè xanh."
    )
    load(con, article("a", few), article("b", few + " Nơi nào cũng thế.", place=THERE))
    assert copies(con) == []
    load(con, article("c", few + " Nghĩ cũng phải.", place=None))
    assert copies(con) == [("c", "a", False)]


def test_a_changed_text_is_compared_anew(con: duckdb.DuckDBPyConnection) -> None:
    load(con, article("a", body()), article("b", EDITED, "2022-12-22"))
    assert copies(con) == [("b", "a", False)]
    load(con, article("b", body(**OTHER_DISTRICT), "2022-12-22", THERE))
    assert copies(con) == []
    held = {row[0] for row in con.execute("SELECT body FROM sketches").fetchall()}
    assert held == {row[0] for row in con.execute("SELECT body_hash FROM articles").fetchall()}
    assert con.execute("SELECT count(*) FROM likenesses").fetchall() == [(0,)]


def test_only_new_bodies_are_sketched(con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    load(con, article("a", body()))
    seen: list[str] = []
    real = sketches.shingles_of
    monkeypatch.setattr(sketches, "shingles_of", lambda told: (seen.append(told), real(told))[1])
    load(con, article("b", EDITED))
    assert [seen.count(told_text(text, None)) for text in (EDITED, body())] == [1, 1]  # the second to be compared
    seen.clear()
    load(
        con,
        article("c", "Vụ lúa năm nay được mùa, thóc phơi vàng sân, tiếng máy tuốt rộn khắp xóm trên xóm dưới. " * 3),
    )
    assert len(seen) == 1


def test_sketches_of_another_version_are_made_anew(con: duckdb.DuckDBPyConnection) -> None:
    load(con, article("a", body()))
    con.execute("UPDATE meta SET value = 'old' WHERE key = 'sketches'")
    con.execute("DELETE FROM bands")
    load(con, article("b", EDITED))
    assert copies(con) == [("b", "a", False)]


def test_in_chunks_the_same_pairs_are_found(con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketches, "_CHUNK", 2)
    monkeypatch.setattr(sketches, "_CACHED", 1)
    texts = [body(), body(**OTHER_DISTRICT), EDITED, body(**OTHER_YEAR), body() + " Theo Báo Hà Tĩnh."]
    load(con, *(article(str(n), text, place=None) for n, text in enumerate(texts)))
    assert copies(con) == [("2", "0", False), ("4", "0", False)]


def test_a_stub_that_many_pages_have_makes_few_pairs(con: duckdb.DuckDBPyConnection) -> None:
    load(con, *(article(f"{n:03}", "Nội dung đang cập nhật.") for n in range(300)))
    assert [row[:2] for row in copies(con)] == [(f"{n:03}", "000") for n in range(1, 300)]
    assert con.execute("SELECT count(*) FROM sketches").fetchall() == [(1,)]


def answers(con: duckdb.DuckDBPyConnection) -> list[tuple[int, int, str]]:
    query = find_query("models-per-district-year")
    rows = run_query(con, query.sql, query.bind({}))
    told = [dict(zip(rows.names, row, strict=True)) for row in rows]
    return [(row["models"], row["reports"], row["article"]) for row in told]


def test_facts_are_counted_once_and_what_a_copy_alone_tells_is_its_own(con: duckdb.DuckDBPyConnection) -> None:
    more = EDITED + " Riêng năm 2022, huyện Yên Lập có 77 mô hình."
    own = count(more, "77 mô hình", 77, place=THERE, period=year(2022))
    copy = article("b", more, "2022-12-22", models=138)
    copy = copy.model_copy(update={"figures": (*copy.figures, own)})
    load(con, article("a", body(), models=138), copy)
    assert copies(con) == [("b", "a", False)]
    assert answers(con) == [(138, 1, "a"), (77, 1, "b")]


def test_a_changed_number_is_linked_and_does_not_answer(con: duckdb.DuckDBPyConnection) -> None:
    load(con, article("a", body(), models=138), article("b", body(models=183), "2022-12-22", models=183))
    assert copies(con) == [("b", "a", True)]
    assert answers(con) == [(138, 1, "a")]


CHECKS = load_checks()


def audited(db: Path, check: str) -> Compared:
    con = open_for_writing(db)
    try:
        (said,) = compare_all(con, [CHECKS[check]])
    finally:
        con.close()
    return said


def crawled(folder: Path, name: str, *pages: dict[str, str]) -> Path:
    """What a crawl of one day stored."""
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(page) + "\n" for page in pages), encoding="utf-8")
    return path


def page(url: str, text: str, day: str = "2022-12-20", title: str = "Một năm “Dân vận khéo”") -> dict[str, str]:
    site = url.split("/")[2]
    return {"url": url, "title": f"Thạch Hà (Hà Tĩnh): {title}", "published": day, "source": site, "text": text}


def test_the_audit_sees_a_copy_with_another_number(tmp_path: Path) -> None:
    db = tmp_path / "facts.duckdb"
    source = crawled(
        tmp_path,
        "two-sites",
        page("https://bao.example/1.html", body()),
        page(
            "https://huyen.example/9.html",
            EDITED.replace("138 mô hình", "183 mô hình"),
            "2022-12-22",
            "Việc dân đang cần",
        ),
    )
    Batch(paths=[str(source)], db=db, rules=load_rules()).run(clock=lambda: NOON)
    with duckdb.connect(str(db)) as con:
        assert con.execute("SELECT changed FROM copies").fetchall() == [(True,)]
    (copy,) = audited(db, "copy").findings
    assert len(copy.articles) == 2
    (conflict,) = audited(db, "conflict").findings
    assert {conflict.stated, conflict.computed} == {"138", "183"}


def test_a_number_changed_under_the_same_title_is_a_note_of_the_copy(tmp_path: Path) -> None:
    """One of the two may be the page as it was mended later: that is shown, and no accusation."""
    db = tmp_path / "facts.duckdb"
    mended = body().replace("138 mô hình", "183 mô hình")
    pages = [page("https://bao.example/1.html", body()), page("https://huyen.example/9.html", mended, "2022-12-22")]
    Batch(paths=[str(crawled(tmp_path, "two-sites", *pages))], db=db, rules=load_rules()).run(clock=lambda: NOON)
    assert audited(db, "conflict").findings == ()
    (copy,) = audited(db, "copy").findings
    assert (copy.severity, len(copy.articles)) == ("note", 2)
    assert "183 mô hình" in copy.message["vi"]
    assert "138 mô hình" in copy.message["vi"]


def test_a_number_changed_at_one_address_is_a_revision(tmp_path: Path) -> None:
    db = tmp_path / "facts.duckdb"
    url = "https://bao.example/1.html"
    for name, models in (("monday", 183), ("tuesday", 138)):
        source = crawled(tmp_path, name, page(url, body(models=models)), page("https://bao.example/2.html", "Tin vắn."))
        Batch(paths=[str(source)], db=db, rules=load_rules()).run(clock=lambda: NOON)
    (finding,) = audited(db, "revised").findings
    assert {finding.stated, finding.computed} == {"138", "183"}
    with duckdb.connect(str(db)) as con:
        ((texts,),) = con.execute(
            "SELECT count(DISTINCT body_hash) FROM "
            "(SELECT body_hash, url FROM articles UNION ALL SELECT body_hash, url FROM history.articles) WHERE url = ?",
            [url],
        ).fetchall()
        assert texts == 2
        assert [row[:2] for row in answers(con)] == [(138, 1)]


def test_a_file_that_was_mended_says_what_it_says_now(tmp_path: Path) -> None:
    db, folder = tmp_path / "facts.duckdb", tmp_path / "in"
    folder.mkdir()
    for models in (138, 96, 120):
        (folder / "a.txt").write_text(news("Thạch Hà", models), encoding="utf-8")
        Batch(paths=[str(folder)], db=db, rules=load_rules()).run(clock=lambda: NOON)
        with duckdb.connect(str(db)) as con:
            assert [row[:2] for row in answers(con)] == [(models, 1)]


def test_of_a_file_that_was_written_anew_the_earlier_number_does_not_answer(tmp_path: Path) -> None:
    """The sentence is another one, the number smaller: nothing but the file tells that it was taken back."""
    db, file = tmp_path / "a.duckdb", tmp_path / "tin.txt"
    text = news("Thạch Hà", 138)
    for one in (text, text.replace("toàn huyện Thạch Hà xây dựng được 138", "huyện đã có thêm 131")):
        file.write_text(one, encoding="utf-8")
        Batch(paths=[str(file)], db=db, rules=load_rules()).run()
    with duckdb.connect(str(db), read_only=True) as con:
        claims = con.execute("SELECT models, excluded FROM model_claims ORDER BY models").fetchall()
        answers = con.execute("SELECT models, low, high FROM models_per_year").fetchall()
    assert (claims, answers) == ([(131, None), (138, "copy")], [(131, 131, 131)])


def test_a_likeness_says_what_it_is() -> None:
    like = compare(body_of(body()), body_of(body()))
    assert like == Likeness(share=1.0, is_copy=True, changed=False)
