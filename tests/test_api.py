"""The Python interface: `danvan.extract`, `danvan.extract_files`."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

import danvan
from making import news


def test_a_text_becomes_a_record() -> None:
    record = danvan.extract(news("Thạch Hà", 138), source="a.txt")
    assert isinstance(record, danvan.ArticleRecord)
    assert record.article.published == "2022-12-20T08:15"
    assert record.article.place is not None
    assert record.article.place.code == "445"
    assert [f.value for f in record.figures if f.topic == "dan_van_kheo"] == [138]
    assert danvan.ArticleRecord.model_validate_json(record.model_dump_json()) == record


def test_what_the_text_lacks_can_be_said() -> None:
    text = "Hội nghị tổng kết\nNgày 03/11, toàn huyện có 114 mô hình “Dân vận khéo”."
    record = danvan.extract(text, published="04/11/2022", place="huyện Yên Lập, tỉnh Phú Thọ")
    assert record.article.published == "2022-11-04"
    assert [d.start for d in record.dates if d.role != "publication"] == ["2022-11-03"]
    assert record.article.place is not None
    assert (record.article.place.district, record.article.place.province) == ("Yên Lập", "Phú Thọ")


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(danvan.DanvanError, match="31/02/2022"):
        danvan.extract("x", published="31/02/2022")


def test_files_become_records_and_the_rest_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_text(news("Thạch Hà", 138), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"nothing": 1}\n', encoding="utf-8")
    with caplog.at_level(logging.WARNING, logger="danvan"):
        records = list(danvan.extract_files([tmp_path]))
    assert [r.article.source for r in records] == [str(tmp_path / "a.txt")]
    assert [str(tmp_path / "b.jsonl") in message for message in caplog.messages] == [True]
    with pytest.raises(danvan.DanvanError, match="nowhere"):
        list(danvan.extract_files(["nowhere"]))
