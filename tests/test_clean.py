"""Cleaned text: what goes, what stays, and the way back to the raw characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.text.clean import clean, cut, from_raw, to_raw

VIETNAMESE = st.text(
    alphabet=st.sampled_from("aâăeêoôơuưđĐ ẩộữỹẶ\u0301\u0300\u0323\u0302\u031b\u200b\u00ad\ufeff\r\n\u00a0.,1")
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("dòng một\r\ndòng hai\rdòng ba", "dòng một\ndòng hai\ndòng ba"),
        ("\ufeffHuyện Phú\u200b Hạc", "Huyện Phú Hạc"),
        ("tuyên\u00adtruyền", "tuyêntruyền"),
        ("xa\u0303 An Tra\u0323ch", "xã An Trạch"),
        ("E\u0302\u0301", "Ế"),
        ("E\u0302\u200b\u0301", "Ế"),
        ("a\x00b\x07c\x0cd", "abc\nd"),
        ("hỏng \ud83d nửa", "hỏng  nửa"),
    ],
)
def test_drops_what_nobody_sees(raw: str, text: str) -> None:
    assert clean(raw).text == text


@pytest.mark.parametrize(
    "kept", ["Ðảng ủy", "hoà - hòa - thuỷ", "xã\u00a0An Trạch", "hai  khoảng trắng", "m²", "5½ sào"]
)
def test_keeps_letters_and_blanks_as_written(kept: str) -> None:
    assert clean(kept).text == kept


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("\ufeffmột\r\nhai\r\nba", "ba"),
        ("xa\u0303 Phu\u0301 Ha\u0323c co\u0301 5 ấp", "5 ấp"),
        ("a\u200bb\u200bc", "c"),
    ],
)
def test_leads_back_to_the_raw_characters(raw: str, word: str) -> None:
    cleaned = clean(raw)
    at = cleaned.text.index(word)
    assert to_raw(cleaned.starts, at) == raw.index(word)
    assert from_raw(cleaned.starts, raw.index(word)) == at


def test_dropped_character_leads_to_the_next_one() -> None:
    cleaned = clean("xã\u200b An")
    assert from_raw(cleaned.starts, 2) == 2
    assert cleaned.text[2] == " "


def test_slices_lead_back_too() -> None:
    raw = "\ufeffmột\r\nhai\r\nba"
    cleaned = clean(raw)
    starts = cut(cleaned.starts, [(0, 3), (8, 10)])
    assert [to_raw(starts, i) for i in range(5)] == [1, 2, 3, 11, 12]


@given(st.text() | VIETNAMESE)
def test_any_text(raw: str) -> None:
    cleaned = clean(raw)
    assert unicodedata.is_normalized("NFC", cleaned.text)
    assert clean(unicodedata.normalize("NFD", raw)).text == cleaned.text
    assert clean(cleaned.text).text == cleaned.text
    back = [to_raw(cleaned.starts, i) for i in range(len(cleaned.text))]
    assert back == sorted(set(back))
    assert all(0 <= b < len(raw) for b in back)
    assert [from_raw(cleaned.starts, b) for b in back] == list(range(len(cleaned.text)))
