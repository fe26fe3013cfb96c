"""Numbers: sentences with their readings, numbers written and read back, and texts that must not slow it down."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import RuleError
from danvan.numbers import Number, counted_behind, find_numbers, prove_number
from danvan.ruleset import RuleSet, load_rules
from danvan.text.view import fold_lower, fold_view

RULES = load_rules()
MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
SIGNS = {"exact": "", "more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<=", "about": "~"}


def numbers_of(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    view = fold_view(text)
    return find_numbers(view, fold_lower(view), RULES, start, end)


def reading(number: Number) -> str:
    """A number in the short form of tests/cases/numbers.txt."""
    high = "" if number.high is None else f"..{number.high}"
    whole = "" if number.of is None else f"/{number.of}"
    return f"{SIGNS[number.bound]}{number.value}{high}{whole}{'%' if number.percent else ''}"


CASES = Path(__file__).with_name("cases") / "numbers.txt"
SENTENCES = [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(marked: str) -> None:
    text = MARK.sub(r"\1", marked)
    found = [(text[n.outer : n.outer_end], reading(n)) for n in numbers_of(text)]
    assert found == [(m[1], m[2]) for m in MARK.finditer(marked)]


@pytest.mark.parametrize(
    ("text", "core", "outer"),
    [
        ("Có khoảng trên 1.300 hộ", "1.300", "khoảng trên 1.300"),
        ("Đạt 80% trở lên", "80%", "80% trở lên"),
        ("Trồng từ 15 đến 20 cây", "15 đến 20", "từ 15 đến 20"),
        ("Góp hơn 6 tỷ 700 triệu đồng", "6 tỷ 700 triệu", "hơn 6 tỷ 700 triệu"),
    ],
)
def test_core_and_outer_span(text: str, core: str, outer: str) -> None:
    [number] = numbers_of(text)
    assert (text[number.start : number.end], text[number.outer : number.outer_end]) == (core, outer)


@pytest.mark.parametrize(
    ("text", "spelled", "scale"),
    [("ba hộ", True, 1), ("3 hộ", False, 1), ("6 triệu 200 nghìn đồng", False, 10**6), ("hai nghìn cây", True, 1000)],
)
def test_spelled_and_scale(text: str, spelled: bool, scale: int) -> None:
    [number] = numbers_of(text)
    assert (number.spelled, number.scale) == (spelled, scale)


def test_a_slice_reads_as_the_whole_does() -> None:
    text = "Nghị quyết 25 có 12 nội dung, ấp 3 góp 40 ngày công"
    inside = [n for n in numbers_of(text) if n.start >= 11]
    assert numbers_of(text, 11) == inside
    assert [n.value for n in inside] == [12, 40]
    assert [n.value for n in numbers_of(text, 0, 20)] == [12]


def test_nouns_that_can_only_be_counted() -> None:
    assert counted_behind("2,4 triệu hộ dân", 9, RULES)
    assert not counted_behind("2,4 triệu để xây", 9, RULES)
    assert not counted_behind("năm công tác", 3, RULES)


# ---------------------------------------------------------------- written and read back

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = [(10**9, "tỷ"), (10**6, "triệu"), (1000, "nghìn")]


def below_hundred(n: int, *, alone: bool) -> str:
    """The words for 1 to 99; `alone` where no hundred stands before."""
    tens, unit = divmod(n, 10)
    if tens == 0:
        return DIGITS[unit] if alone else f"lẻ {DIGITS[unit]}"
    word = {0: "", 5: " lăm"}.get(unit, f" {DIGITS[unit]}")
    if tens == 1:
        return f"mười{word}"
    return f"{DIGITS[tens]} mươi{' mốt' if unit == 1 else ' tư' if unit == 4 else word}"


def below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    words = [f"{DIGITS[hundreds]} trăm"] if hundreds else []
    if rest:
        words.append(below_hundred(rest, alone=not hundreds))
    return " ".join(words)


def spoken(n: int) -> str:
    """A number in words, groups of a thousand from the highest down; groups below a hundred stand only in front."""
    words = []
    for scale, name in SCALES:
        group, n = divmod(n, scale)
        if group:
            words.append(f"{below_thousand(group)} {name}")
    if n:
        words.append(below_thousand(n))
    return " ".join(words)


# A later group below a hundred ("hai nghìn năm mươi") is said with "không trăm", which running text does not write.
groups = st.integers(100, 999)
words_of = st.one_of(
    st.integers(2, 999),
    st.builds(lambda a, b: a * 1000 + b, st.integers(1, 999), groups),
    st.builds(lambda a, b, c: a * 10**6 + b * 1000 + c, st.integers(1, 999), groups, groups),
    st.builds(lambda a, b: a * 10**9 + b * 10**6, st.integers(1, 999), groups),
)


@given(words_of)
def test_number_words_round_trip(n: int) -> None:
    text = f"Cả huyện có {spoken(n)} hộ dân"
    assert [(x.value, x.spelled) for x in numbers_of(text)] == [(n, True)]


@given(st.integers(0, 10**12), st.sampled_from(["hộ", "cây", "đồng", "ngày công", "m2 đất"]))
def test_grouped_digits_round_trip(n: int, noun: str) -> None:
    [number] = numbers_of(f"Vận động {n:,} {noun}".replace(",", "."))
    assert number.value == n


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from([("tỷ", "triệu", 10**9), ("triệu", "nghìn", 10**6)]))
def test_mixed_groups_round_trip(high: int, low: int, names: tuple[str, str, int]) -> None:
    [number] = numbers_of(f"Quyên góp {high} {names[0]} {low} {names[1]} đồng")
    assert number.value == high * names[2] + low * names[2] // 1000


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from(["-", " - ", " – ", " đến ", "–"]))
def test_ranges_rise(low: int, step: int, joint: str) -> None:
    [number] = numbers_of(f"Mỗi xã trồng {low}{joint}{low + step} cây")
    assert (number.value, number.high) == (low, low + step)


@given(st.text(alphabet="1234567890.,-/% ()abđhmnơgtiệuỷNQTW\n", max_size=60))
def test_numbers_are_in_order_and_inside(text: str) -> None:
    numbers = numbers_of(text)
    edges = [edge for n in numbers for edge in (n.start, n.end)]
    assert edges == sorted(edges)
    assert all(n.outer <= n.start < n.end <= n.outer_end <= len(text) for n in numbers)
    assert all(n.high is None or n.high > n.value for n in numbers)


@given(st.integers(0, 40))
def test_words_before_shift_and_change_nothing(blanks: int) -> None:
    text = "Xã có 12 mô hình, 15/17 thôn và gần 80% hộ."
    shifted = numbers_of(" " * blanks + text)
    assert [(n.start - blanks, n.end - blanks, reading(n)) for n in shifted] == [
        (n.start, n.end, reading(n)) for n in numbers_of(text)
    ]


# ---------------------------------------------------------------- speed and faults


@pytest.mark.parametrize(
    "piece",
    ["1", "1.", "1 ", "1/", "1-", "1.000.", "một ", "triệu ", "thôn 1, ", "a1", "khoảng 5 ", "5 không, ", "1%-"],
)
def test_long_runs_stay_linear(piece: str) -> None:
    """Ten times the text takes about ten times as long, on whatever machine; a hundred times where it is quadratic."""

    def seconds(characters: int) -> float:
        spent = []
        for _ in range(3):
            began = time.process_time()
            numbers_of(piece * (characters // len(piece)))
            spent.append(time.process_time() - began)
        return min(spent)

    assert seconds(60_000) < 40 * seconds(6_000) + 0.05


def test_a_missing_rule_is_named() -> None:
    without = RuleSet({"numbers": tuple(r for r in RULES.of("numbers") if r.id != "range.joint")}, {}, "", ("rules",))
    with pytest.raises(RuleError, match=r"range\.joint"):
        find_numbers("5 hộ", "5 hộ", without)


def test_a_word_that_is_no_plain_word_is_refused(tmp_path: Path) -> None:
    (tmp_path / "numbers.toml").write_text(
        "[[rule]]\nid = 'word.pair'\npattern = 'cặp'\ngives = {kind = 'digit', value = 2}\nexamples = ['[cặp]']",
        "utf-8",
    )
    with pytest.raises(RuleError, match=r"word\.pair.*short\.\*"):
        find_numbers("5 hộ", "5 hộ", load_rules(tmp_path))


def test_a_word_of_a_users_layer_is_read(tmp_path: Path) -> None:
    (tmp_path / "numbers.toml").write_text(
        "[[rule]]\nid = 'word.dozen_more'\nwords = ['tá']\ngives = {kind = 'scale', value = 12}\nexamples = ['[tá]']",
        "utf-8",
    )
    [number] = find_numbers("mua 3 tá bút", "mua 3 tá bút", load_rules(tmp_path))
    assert number.value == 36


def test_a_wrong_example_is_told() -> None:
    rule = next(r for r in RULES.of("numbers") if r.id == "bound.about")
    assert prove_number(rule, {"text": "[khoảng] 50 hộ", "bound": "about"}, RULES) is None
    assert "'bound': 'about'" in (prove_number(rule, {"text": "[khoảng] 50 hộ", "bound": "exact"}, RULES) or "")
    assert "matches []" in (prove_number(rule, {"text": "[chính xác] 50 hộ"}, RULES) or "")
    assert "no number" in (prove_number(rule, {"text": "[khoảng] hộ", "bound": "about"}, RULES) or "")
