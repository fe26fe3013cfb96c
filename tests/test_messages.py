"""What the program says: complete in both languages, and nothing said that is not there."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import danvan
from danvan.errors import UsageError
from danvan.messages import HEADS, TEXTS, VALUES, head, language, say, set_language, value_word
from danvan.messages.meanings import MEANINGS
from danvan.ruleset import load_rules
from danvan.store.read import describe

SOURCES = [
    f.read_text(encoding="utf-8") for suffix in ("py", "j2") for f in Path(danvan.__file__).parent.rglob(f"*.{suffix}")
]


@pytest.fixture(autouse=True)
def _language_as_it_was() -> object:
    yield
    set_language(None)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_fill_the_same_blanks(key: str) -> None:
    vietnamese, english = TEXTS[key]
    assert vietnamese != english
    assert blanks(vietnamese) == blanks(english)


def test_whatever_is_said_is_there() -> None:
    said = {key for source in SOURCES for key in re.findall(r"\b(?:say|because)\(\s*[\"']([\w.]+)[\"']", source)}
    said |= {rule.id for rule in load_rules(only=("layout",)).starting("layout", "refuse.")}
    helped = {key for source in SOURCES for key in re.findall(r"help=\"(help\.\w+)\"", source)}
    assert said | helped | {"help.danvan"} <= set(TEXTS)
    unused = set(TEXTS) - said - helped
    assert unused == {"help.danvan"} - helped


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi"}, "vi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "vi_VN"}, "vi"),
        ({"LANG": "vie"}, "en"),
    ],
)
def test_the_language_follows_the_locale(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


def test_a_set_language_goes_before_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN")
    set_language("en")
    assert (language(), head("district"), value_word("status", "built")) == ("en", "District", "built")
    set_language("vi")
    assert (head("district"), value_word("status", "built"), say("query.empty")) == (
        "Huyện",
        "xây dựng",
        "không có dòng nào",
    )
    with pytest.raises(UsageError, match="fr"):
        set_language("fr")


def test_a_column_can_have_a_head_of_its_own_in_one_table() -> None:
    set_language("vi")
    assert head("title", "positions") == "Chức vụ"
    assert head("title", "articles") == "Tiêu đề"
    assert head("no_such_column") == "no_such_column"


def test_words_for_codes_cover_the_contract() -> None:
    from typing import get_args

    from danvan import records
    from danvan.crawl import run

    for column, values in (
        ("status", records.Status),
        ("bound", records.Bound),
        ("level", records.Level),
        ("field", records.Field_),
        ("holder", records.Holder),
        ("role", records.Role),
        ("grain", records.Grain),
        ("basis", records.Basis),
        ("change_direction", records.Direction),
        ("change_than", records.Than),
        ("topic", records.Topic),
        ("end", run.End),
    ):
        assert set(VALUES[column]) == set(get_args(values)), column


def test_every_column_of_the_database_has_heads() -> None:
    from danvan.queries import load_queries

    shown = {column for query in load_queries().values() for column in query.columns}
    technical = {
        "key",
        "layers",
        "inputs",
        "version",
        "code_hash",
        "rules_hash",
        "raw",
        "raw_starts",
        "parts",
        "page",
        "notes",
        "schema_version",
        "body_hash",
        "input_hash",
        "record_hash",
        "unit_key",
        "unit_level",
        "unit_name",
        "models_high",
        "status_rank",
        "extent",
        "added",
        "replaced",
        "unchanged",
        "quarantined",
        "skipped",
        "parent_code",
        "valid_from",
        "valid_to",
        "lat",
        "lon",
        "message_vi",
        "message_en",
        "settle_vi",
        "settle_en",
        "dismissed_evidence",
        "nth",
        "within",
        "name_hash",
    }
    stored = {column for _, column, _, _ in describe() if column}
    assert (shown | stored) - technical <= set(HEADS)


def test_every_table_and_column_has_its_meaning_in_both_languages() -> None:
    set_language("en")
    english = [meaning for *_, meaning in describe()]
    assert set(english) == set(MEANINGS)
    set_language("vi")
    assert [meaning for *_, meaning in describe()] == [MEANINGS[text] for text in english]
    # Codes stay as the data has them.
    for text, told in MEANINGS.items():
        if " | " in text:
            codes, shown = ([re.split(r"\W", code)[0] for code in one.split(" | ")] for one in (text, told))
            assert shown == codes
