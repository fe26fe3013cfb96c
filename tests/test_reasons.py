"""Reasons: stored as key and values, told in the language in force, whatever was stored before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from danvan.messages import set_language
from danvan.reasons import Reason, because, item_words, one_line, read_reason

SILENT = because("pause.silent", why=because("fetch.timeout", seconds=0.5))


@pytest.fixture(autouse=True)
def _language_as_it_was() -> Iterator[None]:
    yield
    set_language(None)


@pytest.mark.parametrize(
    "reason",
    [
        because("read.empty"),
        because("read.headlines", count=12),
        because("zip.grows", gb=9.25, most=8),
        because("table.no_text", columns='tên, "nội dung"'),
        because("pause.robots", host="phuhac.example", why=because("fetch.status", status=503, words="")),
        SILENT,
    ],
)
def test_what_is_stored_is_read_back(reason: Reason) -> None:
    assert read_reason(reason.stored()) == reason
    assert hash(read_reason(reason.stored())) == hash(reason)


def test_a_reason_is_told_with_the_one_it_stands_on() -> None:
    told = []
    for name in ("en", "vi"):
        set_language(name)
        told.append(str(SILENT))
    assert told == [
        "the site does not answer: no answer within 0.5 s",
        "trang không trả lời: không trả lời trong 0.5 giây",
    ]


@pytest.mark.parametrize(
    "text",
    ["robots.txt", "no letters", "redirects to another host: a (b)", "read.empty [1]", "read.empty {", "read.gone",
     'read.headlines {"number": 3}', "", "Ố {}"],
)  # fmt: skip
def test_what_another_version_stored_is_told_as_it_stands(text: str) -> None:
    assert str(read_reason(text)) == text
    assert read_reason(text).stored() == text


@pytest.mark.parametrize(
    ("item", "vietnamese"),
    [
        ("line 5", "dòng 5"),
        ("so/b.jsonl, line 12", "so/b.jsonl, dòng 12"),
        (
            "a.warc, record 3 (byte 900, http://a.example/line 5)",
            "a.warc, bản ghi 3 (byte 900, http://a.example/line 5)",
        ),
        ("byte 11395, http://a.example/record 2, entry 4", "byte 11395, http://a.example/record 2, bài 4"),
        ("line 5.txt", "line 5.txt"),
    ],
)
def test_an_item_is_told_in_the_language_in_force(item: str, vietnamese: str) -> None:
    set_language("vi")
    assert item_words(item) == vietnamese
    set_language("en")
    assert item_words(item) == item


def test_a_reason_is_one_line() -> None:
    assert "\n" not in str(because("read.unopened", error="first\nsecond"))
    assert len(str(because("read.unopened", error="x" * 1000))) == 300
    assert one_line(" a\n\tb ", 2) == "a…"
