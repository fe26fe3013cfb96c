"""What holds for every text: spans, normal forms, shifts, round trips, and that nothing ends in a traceback."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from danvan.ingest.read import Unreadable, draft_from_text, read_inputs
from danvan.records import ArticleRecord
from danvan.ruleset import load_rules
from danvan.steps import extract
from danvan.text.article import Draft
from danvan.text.clean import clean, to_raw
from danvan.text.view import fold_view

WORK = Path(__file__).parents[1] / "corpus" / "work"
RULES = load_rules()
TEXTS = {path.stem: path.read_text("utf-8") for path in sorted(WORK.glob("*.txt"))}
PAGES = {path.stem: path.read_bytes() for path in sorted(WORK.glob("*.html"))}

NOISE = [
    *("1.204", "15/17", "000000000000000000", "12,5%", "ngày 31/02/2023", "từ ngày", "- 12-7", "năm", "trong đó có"),
    *(
        "tỷ",
        "triệu đồng/người/năm",
        "các đồng chí: ",
        "Bí thư",
        "xã",
        "mô hình",
        "Lượt xem: 1,204",
        "http://a.b/?c=1&d",
    ),
    *("(", ")", "“", "”", '"', "'", "…", "–", ";", ":", "\n", "\n\n", "\t", "\x00", "\u00a0", "\u200b", "\ufeff"),
    *("\u0301", "\u0323", "Ð", "İ", "ﬁ", "²", "½", "\U0001f33e", "\u202e", "\ud83d"),
]
"""Pieces that a page, a broken conversion or a slip of the pen may leave anywhere."""


def read(text: str, source: str = "test") -> ArticleRecord:
    return extract(draft_from_text(text, rules=RULES, source=source), RULES)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An article of the corpus with lines left out, said twice or moved, cut short, and with noise put in."""
    lines = TEXTS[draw(st.sampled_from(sorted(TEXTS)))].splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 3))):
        at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines)))
        change = draw(st.sampled_from(["drop", "double", "move"]))
        line = lines[at]
        if change != "double" and len(lines) > 1:
            lines.pop(at)
        if change != "drop":
            lines.insert(to, line)
    text = "".join(lines)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(NOISE)) + text[at:]
    return text[: draw(st.integers(0, len(text)))] if draw(st.integers(0, 5)) == 0 else text


def facts(record: ArticleRecord) -> dict[str, Any]:
    """The record without the text and the id, which names the text."""
    dumped = record.model_dump(mode="json")
    dumped["article"] = {k: v for k, v in dumped["article"].items() if k not in {"text", "id"}}
    return dumped


# ---- spans, text, round trips


@given(damaged())
@example("")
@example("12")
def test_spans_are_slices_and_the_text_is_clean(text: str) -> None:
    record = read(text)
    article = record.article.text
    assert all(article[span.start : span.end] == span.text for span in record.spans())
    assert clean(article).text == article
    assert ArticleRecord.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize("stem", TEXTS)
def test_json_and_back(stem: str) -> None:
    line = read(TEXTS[stem]).model_dump_json()
    assert ArticleRecord.model_validate_json(line).model_dump_json() == line


# ---- normal forms


@pytest.mark.parametrize("stem", TEXTS)
def test_decomposed_letters_change_nothing(stem: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, TEXTS[stem]) for form in ("NFC", "NFD"))
    assert len(decomposed) > len(composed)
    assert read(decomposed) == read(composed) == read(TEXTS[stem])


@given(damaged())
def test_decomposed_letters_change_nothing_in_a_damaged_text(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text)) == read(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("stem", TEXTS)
def test_line_ends_and_a_byte_order_mark_change_nothing(stem: str) -> None:
    assert read("\ufeff" + TEXTS[stem].replace("\n", "\r\n")) == read(TEXTS[stem])


def _old_tone(text: str) -> str:
    return re.sub(rf"(?<![qQ])(?:{'|'.join(_LATE)})(?!\w)", lambda m: _LATE[m.group()], text)


_LATE = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
GLYPHS: dict[str, Callable[[str], str]] = {
    "straight quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "hyphens for dashes": lambda text: text.replace("–", "-"),
    "dashes for hyphens": lambda text: text.replace("-", "–"),
    "tone marks in the old place": _old_tone,
    "eth": lambda text: text.replace("Đ", "Ð"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("change", GLYPHS)
@pytest.mark.parametrize("stem", TEXTS)
def test_look_alike_glyphs_change_nothing(stem: str, change: str) -> None:
    text = unicodedata.normalize("NFC", TEXTS[stem])
    if change == "straight quotation marks" and re.search("“[^”\n]*“", text):
        pytest.skip("quotation marks within quotation marks cannot be told apart when they are straight")
    assert _folded(facts(read(GLYPHS[change](text)))) == _folded(facts(read(text)))


def _folded(value: Any) -> Any:
    """The facts with all strings as the rules see them."""
    if isinstance(value, list):
        return [_folded(item) for item in value]
    if isinstance(value, dict):
        return {key: _folded(item) for key, item in value.items()}
    return fold_view(value) if isinstance(value, str) else value


# ---- a neutral paragraph

NEUTRAL = (
    "Mấy hôm nay trời mát mẻ, đường làng sạch đẹp hơn trước, bà con ai cũng vui, chiều chiều lại rủ nhau ra bờ kênh "
    "chuyện trò, con trẻ chạy chơi ríu rít."
)


@pytest.mark.parametrize("stem", TEXTS)
def test_a_neutral_paragraph_only_shifts(stem: str) -> None:
    draft = draft_from_text(TEXTS[stem], rules=RULES, source="test")
    # Behind the lead, where there is one: what stands between title, byline and lead belongs to the page's head.
    head = max((part.start for part in draft.parts if part.kind == "lead"), default=-1)
    body = next((part for part in draft.parts if part.kind == "body" and part.start > head), None)
    if body is None:
        pytest.skip("the lead is all there is")
    at = to_raw(draft.raw_starts, body.start)
    text = f"{TEXTS[stem][:at]}\n{NEUTRAL}\n\n{TEXTS[stem][at:]}"
    record, longer = extract(draft, RULES), read(text)
    begin = longer.article.text.index(NEUTRAL)
    shift = len(longer.article.text) - len(record.article.text)
    assert facts(longer) == _shifted(facts(record), begin, shift)


def _shifted(value: Any, begin: int, shift: int) -> Any:
    """The same facts with every span from `begin` on moved."""
    if isinstance(value, list):
        return [_shifted(item, begin, shift) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"start", "end", "text"}:
        by = shift if value["start"] >= begin else 0
        return {"start": value["start"] + by, "end": value["end"] + by, "text": value["text"]}
    return {key: _shifted(item, begin, shift) for key, item in value.items()}


# ---- any input


@st.composite
def damaged_bytes(draw: st.DrawFn) -> bytes:
    """Bytes at random, or an article or a page in some encoding with bytes changed, left out or put in."""
    if draw(st.integers(0, 3)) == 0:
        return draw(st.binary(max_size=400))
    data = draw(st.sampled_from([*PAGES.values(), *(_encoded(draw, text) for text in list(TEXTS.values())[:4])]))
    for _ in range(draw(st.integers(0, 8))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
        data = data[:at] + draw(st.binary(max_size=12)) + data[at + length :]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def _encoded(draw: st.DrawFn, text: str) -> bytes:
    coding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1258", "latin-1"]))
    if coding == "windows-1258":
        text = unicodedata.normalize("NFD", text).replace("\u031b", "")
    return text.encode(coding, "replace")


@given(damaged_bytes(), st.sampled_from([".txt", ".html", ".htm", ".jsonl", ""]))
@example(b'{"text": "\\ud83d 12 m\xc3\xb4 h\xc3\xacnh"}\n{"text": 3}\n[]\nnull\n{', ".jsonl")
@example(b"<html><body><p>" + b"<div>" * 3000 + b"12", ".html")
@example(b"\xff\xfe\x00", ".txt")
def test_any_bytes_give_records_or_a_reason(data: bytes, suffix: str) -> None:
    for items in (_items(data, suffix), read_inputs(["-"], stdin=data, rules=RULES)):
        for item in items:
            if isinstance(item, Draft):
                record = extract(item, RULES)
                assert ArticleRecord.model_validate_json(record.model_dump_json()) == record
            else:
                assert isinstance(item, Unreadable)
                assert item.reason


def _items(data: bytes, suffix: str) -> Iterator[object]:
    path = Path(os.environ["PYTEST_PROPERTY_FOLDER"]) / f"input{suffix}"
    path.write_bytes(data)
    return read_inputs([path], rules=RULES)


@pytest.fixture(autouse=True, scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One folder for all examples: Hypothesis and a fixture for each test do not mix."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTEST_PROPERTY_FOLDER", str(tmp_path_factory.mktemp("inputs")))
        yield


def test_lines_of_json_are_read_one_by_one(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": text, "url": f"https://example.org/{n}"}) for n, text in enumerate(list(TEXTS.values())[:3])
    ]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join([lines[0], "{broken", lines[1], "", '{"text": ""}', lines[2]]), "utf-8")
    items = list(read_inputs([path], rules=RULES))
    assert [type(item) for item in items] == [Draft, Unreadable, Draft, Unreadable, Draft]


# ---- the same every time

REPEAT = """
import hashlib, sys
from danvan.ingest.read import draft_from_text
from danvan.ruleset import load_rules
from danvan.steps import extract
from pathlib import Path
rules = load_rules()
for path in sorted(Path(sys.argv[1]).glob("*.txt"), reverse=True):
    draft = draft_from_text(path.read_text("utf-8"), rules=rules, source="test")
    print(path.stem, hashlib.sha256(extract(draft, rules).model_dump_json().encode()).hexdigest())
"""


def test_neither_the_run_nor_the_order_of_articles_changes_a_record() -> None:
    run = subprocess.run(
        [sys.executable, "-c", REPEAT, str(WORK)],
        env={**os.environ, "PYTHONHASHSEED": "1", "PYTHONIOENCODING": "utf-8"},
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    here = {stem: hashlib.sha256(read(text).model_dump_json().encode()).hexdigest() for stem, text in TEXTS.items()}
    assert dict(line.split() for line in run.stdout.splitlines()) == here
