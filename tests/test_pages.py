"""Pages of every system and of old layouts: their parts, what must not leak, the rule that gave the day, the way back.

The parts of all pages together have floors; no text of another article, no menu and no counter may leak anywhere.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from danvan.ingest.legacy import ENCODINGS
from danvan.ingest.page import read_page
from danvan.ingest.read import read_inputs
from danvan.ruleset import load_rules
from danvan.text.article import Draft
from pagebytes import assert_leads_back, in_encoding

RULES = load_rules()
PAGES = Path(__file__).parent / "pages"
TABLE: Mapping[str, dict[str, Any]] = tomllib.loads((PAGES / "content.toml").read_text("utf-8"))
FLOORS = {"title": 1.0, "published": 1.0, "date": 1.0, "author": 1.0, "lead": 1.0, "paragraphs": 1.0, "captions": 1.0}
"""Share of the parts of all pages that are found, exactly. They only rise."""


def data_of(name: str) -> bytes:
    page = (PAGES / "content" / f"{name}.html").read_text("utf-8")
    return in_encoding(page, TABLE[name].get("encoding", "utf-8"))


@functools.cache
def draft_of(name: str) -> Draft:
    (item,) = read_inputs(["-"], stdin=data_of(name), rules=RULES)
    assert isinstance(item, Draft), item
    return item


def said(draft: Draft, *kinds: str) -> list[str]:
    return [" ".join(draft.text[p.start : p.end].split()) for p in draft.parts if p.kind in kinds]


def missing(name: str, part: str) -> list[str]:
    """What the page should have as this part and has not; what it has besides, of a part that is one."""
    draft, wanted = draft_of(name), TABLE[name].get(part)
    if part in {"paragraphs", "captions"}:
        found = said(draft, "body", "lead") if part == "paragraphs" else said(draft, "caption")
        return [line for line in wanted or [] if line not in found]
    if part == "date":
        rules = [note.removeprefix("date: ").partition(";")[0] for note in draft.notes if note.startswith("date: ")]
        return [] if rules == [wanted] else [f"{wanted}: {rules}"]
    if part == "lead":
        leads = [line.removeprefix("LGO - ") for line in said(draft, "lead")]
        return [] if leads == [wanted] else [f"{wanted}: {leads}"]
    found_one = {"title": draft.title, "published": draft.published, "author": draft.author}[part]
    return [] if found_one == wanted else [f"{wanted}: {found_one}"]


def test_the_table_and_the_pages_are_the_same() -> None:
    assert sorted(TABLE) == sorted(path.stem for path in (PAGES / "content").iterdir())
    assert len(TABLE) >= 25
    assert {entry.get("encoding") for entry in TABLE.values()} >= {"windows-1258", "utf-16", *ENCODINGS}


@pytest.mark.parametrize("part", FLOORS)
def test_no_part_falls_under_its_floor(part: str) -> None:
    lost = {name: gone for name in TABLE if (gone := missing(name, part))}
    total = sum(len(e[part]) if isinstance(e.get(part), list) else part in e for e in TABLE.values())
    assert 1 - sum(map(len, lost.values())) / total >= FLOORS[part], lost


@pytest.mark.parametrize("name", TABLE)
def test_nothing_leaks(name: str) -> None:
    draft, page = draft_of(name), (PAGES / "content" / f"{name}.html").read_text("utf-8")
    for leak in TABLE[name]["leaks"]:
        assert leak in page
        assert not any(leak in line for line in said(draft, "title", "lead", "body", "caption", "author"))


@pytest.mark.parametrize("name", TABLE)
def test_nothing_but_the_article(name: str) -> None:
    """Every paragraph and caption of the article is one that the table has."""
    entry = TABLE[name]
    known = {entry.get("lead"), *entry["paragraphs"], *entry.get("captions", [])}
    lines = [line.removeprefix("LGO - ") for line in said(draft_of(name), "lead", "body", "caption")]
    assert [line for line in lines if line not in known] == []


@pytest.mark.parametrize(
    ("name", "doubted"),
    [
        ("paper_article_body", ["26 đập tạm", "14 tổ bầu cử"]),
        ("comments_and_counters", ["260 chị em", "99 triệu đồng", "2 lớp dạy nghề"]),
        ("nukeviet3", []),
        ("old_table_vni", []),
    ],
)
def test_where_readings_differ_on_numbers_the_page_is_marked(name: str, doubted: list[str]) -> None:
    notes = [note for note in draft_of(name).notes if note.startswith("review: ")]
    assert len(notes) == len(doubted)
    assert all(words in note for words, note in zip(doubted, notes, strict=True))


@pytest.mark.parametrize("name", TABLE)
def test_each_word_leads_back_to_its_bytes(name: str) -> None:
    assert_leads_back(draft_of(name), data_of(name), TABLE[name].get("encoding", "utf-8"))


def test_the_text_of_the_link_that_led_to_a_page_is_a_hint_for_its_title() -> None:
    story = "".join(
        f"<p>Trong năm, xã An Trạch có {n} hộ dân hiến đất làm đường cho ấp Định Nam.</p>" for n in (31, 42)
    )
    page = f"<html><body><div>Tin nổi bật</div><div><div>XÃ AN TRẠCH LÀM ĐƯỜNG MỚI</div>{story}</div></body></html>"
    assert read_page(page, RULES).title is None
    assert read_page(page, RULES, link="Xã An Trạch làm đường mới").title == "XÃ AN TRẠCH LÀM ĐƯỜNG MỚI"


WRAPPED = """Trong năm, xã An Trạch có 31 hộ dân hiến đất làm đường cho ấp Định Nam, tổng
diện tích 1.240 m2, không nhận đền bù. Bà con còn góp 214 ngày công, trị giá
hơn 42 triệu đồng, để đổ bê tông 1,2 km đường liên ấp trước mùa mưa.

Đến nay xã đã có 18 mô hình “Dân vận khéo” được huyện công nhận, trong đó có
12 mô hình của tập thể và 6 mô hình của cá nhân, tăng 4 mô hình so với năm
trước; nhiều cách làm được các xã bạn học theo."""


@pytest.mark.parametrize(
    "frame", ["<pre>{}</pre>", "<div>{}</div>", "<table><tr><td>{}</td></tr></table>", "<div><p>{}</p></div>"]
)
def test_a_hard_wrap_is_undone(frame: str) -> None:
    marked = WRAPPED.replace("&", "&amp;")
    if "<p>" in frame:
        marked = marked.replace("\n\n", "</p><p>&nbsp;</p><p>").replace("\n", "</p>\n<p>")
    elif "<pre>" not in frame:
        marked = marked.replace("\n", "<br>\n")
    title = "Xã An Trạch làm đường mới"
    data = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{frame.format(marked)}</body></html>".encode()
    )
    (draft,) = read_inputs(["-"], stdin=data, rules=RULES)
    assert isinstance(draft, Draft), draft
    paragraphs = [" ".join(p.split()) for p in WRAPPED.split("\n\n")]
    assert said(draft, "lead", "body") == paragraphs
    assert_leads_back(draft, data)
