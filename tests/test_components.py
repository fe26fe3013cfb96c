"""The spaCy side: exact text, words, sentences, names, spans; round trips; other people's pipelines."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import danvan
from danvan.components import KINDS

ARTICLE = (
    "Hội nghị tổng kết công tác dân vận huyện Yên Lập\n"
    "Thứ sáu - 23/12/2022 09:10\n"
    "Sáng 22/12, Ban Dân vận Huyện ủy Yên Lập (tỉnh Phú Thọ) tổ chức hội nghị tổng kết công tác dân vận năm 2022. "
    "Đồng chí Nguyễn Văn Bình, Phó Bí thư Thường trực Huyện uỷ dự và chỉ đạo.\n"
    "Năm 2022, toàn huyện xây dựng được 118 mô hình “Dân vận khéo”, hỗ trợ 12 căn nhà trị giá 600 triệu đồng. "
    "Tiêu biểu là mô hình “Thắp sáng đường quê” của xã Đồng Lạc.\n"
)


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return danvan.nlp()


@pytest.fixture(scope="module")
def doc(pipeline: Language) -> Doc:
    return pipeline(ARTICLE)


def test_the_text_is_that_of_the_article(doc: Doc) -> None:
    record = danvan.extract(ARTICLE)
    assert doc.text == record.article.text
    assert doc._.danvan == record


def test_words_are_underthesea_s_and_gaps_are_tokens(doc: Doc) -> None:
    words = [token.text for token in doc]
    assert {"Hội nghị", "mô hình", "công tác"} <= set(words)
    assert "\n" in words
    assert all(token.whitespace_ in {"", " "} for token in doc)


@pytest.mark.parametrize("text", ["", " ", "a  b", "\n\na\u00a0b \t m 2\n", "Hoà\u00a0 Bình…\r\n(uỷ)", "  x"])
def test_a_text_without_any_article_is_kept_to_the_character(text: str) -> None:
    plain = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "danvan.words.v1"}}})
    assert plain(text).text == text


def test_sentences_start_where_the_text_says(doc: Doc) -> None:
    starts = [sentence.text.split()[0] for sentence in doc.sents]
    assert starts == ["Hội", "Thứ", "Sáng", "Đồng", "Năm", "Tiêu"]


def test_names_do_not_overlap(doc: Doc) -> None:
    assert {e.label_ for e in doc.ents} <= {"PER", "LOC", "ORG"}
    assert doc.ents


def test_every_fact_has_its_span(doc: Doc) -> None:
    for kind in KINDS:
        facts = getattr(doc._.danvan, kind)
        exact = [span._.danvan_exact for span in doc.spans[kind]]
        assert exact == [s for f in facts for s in (f.spans if hasattr(f, "spans") else (f.span,))]
        assert [span._.danvan for span in doc.spans[kind]] == [f for f in facts for _ in getattr(f, "spans", (f,))]
        assert all(doc.text[e.start : e.end] == e.text for e in exact)
        assert all(s.start_char <= e.start and e.end <= s.end_char for s, e in zip(doc.spans[kind], exact, strict=True))
    assert len(doc.spans["danvan"]) == sum(len(doc.spans[kind]) for kind in KINDS)


def test_spans_bear_kind_and_code(doc: Doc) -> None:
    assert [span._.danvan.value for span in doc.spans["figures"]][:1] == [118]
    assert {span.label_ for span in doc.spans["money"]} == {"MONEY"}
    district = next(s for s in doc.spans["places"] if s._.danvan.level == "district")
    assert district.kb_id_ == district._.danvan.unit.code


def test_a_doc_goes_through_docbin_and_pickle(pipeline: Language, doc: Doc) -> None:
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    for again in (*DocBin().from_bytes(packed).get_docs(pipeline.vocab), pickle.loads(pickle.dumps(doc))):
        assert again.text == doc.text
        assert again._.danvan == doc._.danvan
        assert [s._.danvan for s in again.spans["danvan"]] == [s._.danvan for s in doc.spans["danvan"]]
        assert [e.text for e in again.ents] == [e.text for e in doc.ents]


def test_a_pipeline_goes_through_disk_and_pickle(pipeline: Language, doc: Doc, tmp_path: Path) -> None:
    pipeline.to_disk(tmp_path)
    for again in (spacy.load(tmp_path), pickle.loads(pickle.dumps(pipeline))):
        assert again(ARTICLE)._.danvan == doc._.danvan


def test_any_pipeline_can_add_the_component() -> None:
    other = spacy.blank("xx")
    other.add_pipe("danvan")
    read = other(ARTICLE.replace("uỷ", "u\u0309y") + "\nLượt xem: 1.234\n")
    assert read.text.endswith("1.234\n")
    figure = read.spans["figures"][0]
    assert figure.text == figure._.danvan_exact.text == "118 mô hình"
    titled = next(s for s in read.spans["officials"] if s._.danvan.name == "Nguyễn Văn Bình")
    assert read.text[titled.start_char : titled.end_char].startswith("Nguyễn Văn Bình")


def test_spacy_finds_the_component_by_its_entry_point() -> None:
    code = "n = spacy.blank('xx'); n.add_pipe('danvan'); d = n('Xã có 5 mô hình.'); print(d.spans['figures'][0])"
    done = subprocess.run([sys.executable, "-c", f"import spacy; {code}"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "5 mô hình"


def test_a_span_that_cuts_a_token_grows_and_keeps_its_place() -> None:
    other = spacy.blank("xx")
    other.add_pipe("danvan")
    read = other(ARTICLE.replace("118 mô hình", "118 mô hình/điển hình"))
    figure = read.spans["figures"][0]
    exact = figure._.danvan_exact
    assert exact.text in figure.text
    assert read._.danvan.article.text[exact.start : exact.end] == exact.text


def test_another_component_may_set_the_names() -> None:
    swapped = danvan.nlp(ner=False)
    ruler = swapped.add_pipe("entity_ruler", before="danvan")
    ruler.add_patterns([{"label": "PER", "pattern": "Nguyễn Văn Bình"}])  # type: ignore[attr-defined]
    assert [(e.text, e.label_) for e in swapped(ARTICLE).ents] == [("Nguyễn Văn Bình", "PER")]


@Language.factory("bla_names", default_config={"label": "PER"})
class BlaNames:
    """A tagger of names that knows one word."""

    def __init__(self, nlp: Language, name: str, label: str) -> None:
        self.label = label

    def __call__(self, doc: Doc) -> Doc:
        start = doc.text.index("Zưm Bla")
        span = doc.char_span(start, start + len("Zưm Bla"), label=self.label, alignment_mode="expand")
        doc.ents = [] if span is None else [span]
        return doc


@pytest.mark.parametrize(("label", "officials"), [("PER", ["Zưm Bla", "Lê Thị Mai"]), ("LOC", ["Lê Thị Mai"])])
def test_officials_are_asked_of_the_names_in_the_doc(label: str, officials: list[str]) -> None:
    swapped = danvan.nlp(ner=False)
    swapped.add_pipe("bla_names", before="danvan", config={"label": label})
    read = swapped("Đến dự có: Bí thư Huyện ủy - Zưm Bla; Phó Bí thư Huyện ủy - Lê Thị Mai.")
    assert [o.name for o in read._.danvan.officials] == officials


def test_published_and_place_come_from_config_or_doc() -> None:
    text = "Ngày 03/11, toàn huyện có 5 mô hình dân vận khéo."
    configured = danvan.nlp(ner=False, published="2022-11-04", place="huyện Yên Lập, tỉnh Phú Thọ")
    read = configured(text)
    assert read._.danvan.dates[0].start == "2022-11-03"
    assert read._.danvan.article.place.name == "Yên Lập"
    single = configured.make_doc(text)
    single._.published = "2019-12-01"
    assert configured(single)._.danvan.dates[0].start == "2019-11-03"


def test_a_sentence_too_long_for_names_is_reported(pipeline: Language) -> None:
    long = pipeline("Toàn huyện có 5 mô hình dân vận khéo. " + "Rất " * 1_000 + "tốt.")
    assert [long.text[a:b].strip()[:3] for a, b in long._.danvan_skipped] == ["Rất"]


def test_displacy_draws_names_and_spans(doc: Doc) -> None:
    assert "FIGURE" in displacy.render(doc, style="span", options={"spans_key": "danvan"}, jupyter=False)
    assert "mark" in displacy.render(doc, style="ent", jupyter=False)
