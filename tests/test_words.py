"""Words and names: the same as underthesea's own, with spans of the text as it stands."""

import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.match import unmark
from danvan.text import words
from danvan.text.entities import LONGEST_FOR_NAMES, Entity
from danvan.text.words import PersonNames, load_ner, open_sentences, tokenize

SENTENCES = [
    "Sáng 15/6, đồng chí Nguyễn Văn Bình, Bí thư Huyện uỷ Châu Đức dự hội nghị tại xã Suối Rao.",
    "Ông Trần Văn Nam ở ấp 3 đã hiến 1.250m2 đất, trị giá hơn 1,2 tỷ đồng.",
    "UBND TP. Cao Lãnh và Ðảng uỷ phường 6 khen thưởng 12/14 tập thể.",
    "Theo Quyết định số 15-CT/TTg, nghành giáo dục hoá giải khó khăn v.v... và đ/c Bí thư.",
    "Bà H'Nhơn Niê (buôn Ea\u00a0Tul) nuôi bò; thu nhập 80 triệu đồng/năm :D",
    "MÔ HÌNH “DÂN VẬN KHÉO” XÃ LONG ĐIỀN",
    "e-mail: danvan@huyen.vn, http://danvan.vn/tin?id=(1) – 02-73-2019",
    "A",
    "TP. ",
    "…",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_tags_and_names_are_those_of_underthesea(sentence: str) -> None:
    from underthesea import ner

    ours = [(word.form, word.tag, name) for word, name in load_ner().tagged(sentence, [(0, len(sentence))])[0]]
    assert ours == [(word, tag, name) for word, tag, _, name in ner(sentence)]


_PIECES = st.sampled_from(
    [
        *"aĐ1.,()-“”:%/",
        " ",
        "  ",
        "\n",
        "Thạch Hà",
        "uỷ ban",
        "TP.",
        "12,5",
        "T.Ư",
        "v.v",
        "H'Mông",
        "²",
        "BOS",
        "hoá",
        "ʺ",
        "đ/c",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_any_text_gives_the_words_of_underthesea(text: str) -> None:
    from underthesea import word_tokenize

    forms = [word.form for word, _ in load_ner().tagged(text, [(0, len(text))])[0]]
    assert forms == word_tokenize(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_words_cover_all_that_is_not_blank(text: str) -> None:
    spans = tokenize(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    outside = set(range(len(text))).difference(*(range(a, b) for a, b in spans))
    assert all(text[i].isspace() for i in outside)


@pytest.mark.parametrize(
    "marked",
    [
        "[Mặt trận] [Thạch Hà] [có] [5] [mô hình]",
        "[Ðảng bộ]  [xã]",
        "[hội nghị]\t[tổng kết]",
        "[xã]\n[hoà\u00a0giải] [tốt]",
    ],
)
def test_words_are_spans_of_the_text_as_it_stands(marked: str) -> None:
    text, spans = unmark(marked)
    assert tokenize(text) == spans


def test_a_stretch_is_read_as_if_it_stood_alone() -> None:
    text = "Năm 2022, xã có 5 mô hình. Năm 2023 có 7."
    start = text.index("Năm 2023")
    assert tokenize(text, start, len(text)) == [(start + a, start + b) for a, b in tokenize(text[start:])]


def test_decomposed_text_gives_the_same_words() -> None:
    text = "Huyện uỷ Thạch Hà tổ chức hội nghị"
    loose = unicodedata.normalize("NFD", text)
    words_of = [unicodedata.normalize("NFC", loose[a:b]) for a, b in tokenize(loose)]
    assert words_of == [text[a:b] for a, b in tokenize(text)]


def test_names_are_spans() -> None:
    text = "Hôm qua ông Putin ca ngợi những thành tựu vĩ đại của Liên Xô"
    found = load_ner().entities(text, [(0, len(text))]).found
    assert [(text[e.start : e.end], e.label) for e in found] == [("Putin", "PER"), ("Liên Xô", "LOC")]


def test_a_sentence_that_is_too_long_goes_without_names_and_is_reported() -> None:
    text = "Ông Putin thăm Liên Xô. " + "a " * LONGEST_FOR_NAMES
    sentences = [(0, 23), (24, len(text))]
    names = load_ner().entities(text, sentences)
    assert names.skipped == (sentences[1],)
    assert {(e.start, e.end) for e in names.found} <= {(4, 9), (15, 22)}


@pytest.mark.parametrize(
    ("text", "settled", "open_"),
    [
        ("Đồng chí Trần Thị Mai phát biểu", [], True),
        ("Đồng chí Trần Thị Mai phát biểu", ["Trần Thị Mai"], False),
        ("Đồng chí Trần Thị Mai và Lê Hoa phát biểu", ["Trần Thị Mai"], True),
        ("Đồng chí Trần Thị Mai phát biểu", ["Trần"], True),
        ("Đồng chí Trần Thị Mai phát biểu", ["Trần Thị"], False),
        ("Các xã đều đạt 5 tiêu chí", [], False),
        ("Bí thư Đảng uỷ xã", [], False),
    ],
)
def test_open_sentences(text: str, settled: list[str], open_: bool) -> None:
    spans = [(text.index(s), text.index(s) + len(s)) for s in settled]
    assert open_sentences(text, [(0, len(text))], spans) == ([(0, len(text))] if open_ else [])


def test_person_names_are_read_once_and_only_where_asked() -> None:
    text = "Hôm qua ông Putin ca ngợi Liên Xô. Hôm nay ông Putin về nước."
    sentences = [(0, 34), (35, len(text))]
    loads: list[int] = []

    def load() -> words.Ner:
        loads.append(1)
        return load_ner()

    names = PersonNames(text, sentences, source=load)
    assert loads == []
    assert names(0, 34) == [(12, 17)]
    assert names(0, 20) == [(12, 17)]
    assert names(20, 34) == []
    assert names.entities(0, 34)[1:] == [Entity(26, 33, "LOC")]
    assert len(loads) == 1
    assert names.skipped == []


def test_importing_danvan_and_its_words_loads_no_models() -> None:
    code = "import sys, danvan, danvan.text.words; print({'underthesea', 'numpy', 'spacy'}.intersection(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
