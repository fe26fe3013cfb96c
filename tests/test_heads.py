"""The words a rule can begin with; a search by them finds what a plain one finds."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from danvan.heads import HeadIndex, Heads, heads_of
from danvan.match import find, find_at
from danvan.ruleset import in_lower_case, load_rules
from danvan.text.view import fold_lower, fold_view

RULES = load_rules()
WORK = Path(__file__).parents[1] / "corpus" / "work"


@pytest.mark.parametrize(
    ("pattern", "words", "letters"),
    [
        (r"(?<!\w)so với(?!\w)", {"so"}, set()),
        (r"(?i)(?<![\w])(?:toàn|cả)\s{1,2}huyện", {"toàn", "cả"}, set()),
        (r"(?<!\w)đăng k(?:ý|í)(?!\w)", {"đăng"}, set()),
        (r"(?<!\w)b(?:an|áo)(?!\w)", {"ban", "báo"}, set()),
        (r"(?<!\w)(?:mới )?xây(?!\w)", {"mới", "xây"}, set()),
        (r"(?<!\w)các?(?!\w)", {"cá", "các"}, set()),
        (r"(?<!\w)\d{1,2} xã", set(), set("0123456789")),
        (r"(?<!\w)nuôi", set(), {"nuôi"}),
        (r"(?<!\w)(?<!con )nuôi(?= bò)(?!\w)", {"nuôi"}, set()),
        (r"(?<!\w)a(?!\w)|(?<!\w)b[cd](?!\w)", {"a", "bc", "bd"}, set()),
        (r"(?<!\w)(?P<span>đ/c|ông)(?!\w)", {"đ", "ông"}, set()),
        (r"(?<!\w)có\w{0,3}", set(), {"có"}),
    ],
)
def test_first_words(pattern: str, words: set[str], letters: set[str]) -> None:
    assert heads_of(pattern) == Heads(frozenset(words), frozenset(letters))


@pytest.mark.parametrize(
    "pattern",
    [
        "so với",  # may stand inside a word
        r"(?<!\w)a|b",  # the second alternative may
        r"(?<!\w)(?:mới)?",  # may be empty
        r"(?<!\w)\p{L}+ xã",  # any word
        r"(?<!\w)[^x]y",
        r"\s{0,2}của",
        r"(?<!\w)(?R)",
    ],
)
def test_other_beginnings_are_not_read(pattern: str) -> None:
    assert heads_of(pattern) is None


@pytest.mark.parametrize("file", ["cues", "models", "places", "officials", "layout"])
def test_the_search_by_first_words_finds_the_same(file: str) -> None:
    read = {rule.id: heads_of(in_lower_case(rule.regex.pattern)) for rule in RULES.of(file)}
    index = HeadIndex({name: heads for name, heads in read.items() if heads is not None})
    assert index.keys
    for path in sorted(WORK.glob("*.txt")):
        view = fold_view(path.read_text(encoding="utf-8-sig")) + " Rộng 500 m² và m²có, ①xã"
        lower = fold_lower(view)
        starts = index.starts(lower)
        for rule in RULES.of(file):
            if rule.id in index.keys:
                quick = find_at(rule, starts.get(rule.id, []), 0, len(view), view=view, lower=lower)
                assert quick == find(rule, view, lower), (path.name, rule.id)


def test_a_word_that_regex_and_re_cut_differently() -> None:
    index = HeadIndex({"area": Heads(frozenset({"m"}), frozenset())})
    assert regex.search(r"(?<!\w)m(?!\w)", "500 m²") is not None
    assert index.starts("500 m²") == {"area": [4]}
