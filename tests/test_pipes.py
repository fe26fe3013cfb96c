"""A spaCy pipeline of the user's own as the tagger of names: trained here, plugged in everywhere names can be given."""

from pathlib import Path
from random import Random

import pytest
import spacy
from spacy.training import Example

import danvan
from danvan.cli import call
from danvan.errors import UsageError
from danvan.ruleset import load_rules
from danvan.text.entities import LONGEST_FOR_NAMES, Entity, NameTagger
from danvan.text.pipes import load_source, source_stamp
from danvan.text.words import Ner

TEXT = "Đến dự có: Bí thư Huyện ủy - Zưm Bla; Phó Bí thư Huyện ủy - Lê Thị Mai."
"""No rule knows "Zưm Bla" for a person."""


def trained(folder: Path, label: str) -> Path:
    """A spaCy pipeline with an `ner` that has learnt one name in a few sentences, saved to `folder`."""
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("ner").add_label(label)  # type: ignore[attr-defined]
    fronts, backs = ["Bí thư Huyện ủy - ", "dự có: ", "gặp ", ""], ["; Phó Bí thư", " nói", ".", ", Bí thư", ""]
    examples = []
    for front in fronts:
        for back in backs:
            text = f"{front}Zưm Bla{back}"
            doc = pipeline.make_doc(text)
            examples.append(Example.from_dict(doc, {"entities": [(len(front), len(front) + 7, label)]}))
    for text in ("Lê Thị Mai nói", "Huyện ủy có 5 mô hình.", TEXT.replace("Zưm Bla", "ai đó")):
        examples.append(Example.from_dict(pipeline.make_doc(text), {"entities": []}))
    examples.append(Example.from_dict(pipeline.make_doc(TEXT), {"entities": [(29, 36, label)]}))
    pipeline.initialize(lambda: examples)
    order = Random(0)
    for _ in range(15):
        order.shuffle(examples)
        pipeline.update(examples)
    pipeline.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trained(tmp_path_factory.mktemp("model") / "news", "PERSON")


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trained(tmp_path_factory.mktemp("model") / "news", "NGUOI")


@pytest.fixture
def deaf(tmp_path: Path) -> Path:
    """A pipeline that sets no entities at all."""
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("sentencizer")
    pipeline.to_disk(tmp_path / "deaf")
    return tmp_path / "deaf"


def officials(record: danvan.ArticleRecord) -> list[str]:
    return [o.name for o in record.officials]


def test_it_stands_in_for_our_tagger(model: Path) -> None:
    assert officials(danvan.extract(TEXT, names=model)) == ["Zưm Bla", "Lê Thị Mai"]


def test_its_persons_decide(deaf: Path) -> None:
    silent = spacy.load(deaf)
    silent.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "nobody"}])  # type: ignore[attr-defined]
    silent.to_disk(deaf)
    assert officials(danvan.extract(TEXT, names=deaf)) == ["Lê Thị Mai"]


def test_labels_are_configured_behind_the_path(renamed: Path) -> None:
    assert officials(danvan.extract(TEXT, names=f"{renamed}=NGUOI")) == ["Zưm Bla", "Lê Thị Mai"]


def test_files_are_read_with_it_in_one_process_or_more(model: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    for jobs in (1, 2):
        [record] = danvan.extract_files([tmp_path / "a.txt"], names=model, jobs=jobs)
        assert officials(record) == ["Zưm Bla", "Lê Thị Mai"]


def test_the_command_line_takes_it(model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert call(["extract", str(tmp_path / "a.txt"), "--names", str(model)]) == 0
    record = danvan.ArticleRecord.model_validate_json(capsys.readouterr().out)
    assert officials(record) == ["Zưm Bla", "Lê Thị Mai"]


def test_a_pipeline_of_ours_takes_it_and_keeps_it_on_disk(model: Path, tmp_path: Path) -> None:
    pipeline = danvan.nlp(names=model)
    pipeline.to_disk(tmp_path / "ours")
    for one in (pipeline, spacy.load(tmp_path / "ours")):
        doc = one(TEXT)
        assert [(e.text, e.label_) for e in doc.ents] == [("Zưm Bla", "PER")]
        assert officials(doc._.danvan) == ["Zưm Bla", "Lê Thị Mai"]


def test_names_of_all_kinds_are_spans_of_the_text(model: Path) -> None:
    source = load_source(str(model), load_rules())
    text = f"Mở đầu. {TEXT} " + "a " * LONGEST_FOR_NAMES
    long = (9 + len(TEXT), len(text))
    names = source.entities(text, [(0, 7), (8, 8 + len(TEXT)), long])
    start = text.index("Zưm")
    assert names.found == (Entity(start, start + 7, "PER"),)
    assert names.skipped == (long,)


def test_names_of_taggers() -> None:
    rules = load_rules()
    assert isinstance(load_source(None, rules), NameTagger)
    assert load_source("danvan", rules) is load_source(None, rules)
    assert isinstance(load_source("underthesea", rules), Ner)


@pytest.mark.parametrize("command", [["extract"], ["run", "--db", "never.duckdb"]])
def test_a_model_that_is_not_there_is_one_line(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")
    assert call([*command, "a.txt", "--names", "no_such_model", "--lang", "en"]) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.endswith(
        "--names no_such_model: no such folder or package; give the path of a spaCy pipeline, or install the package"
    )
    assert not Path("never.duckdb").exists()


def test_a_pipeline_without_ner_is_one_line(deaf: Path) -> None:
    with pytest.raises(UsageError, match=r"deaf: .*sentencizer"):
        danvan.extract(TEXT, names=deaf)


def test_a_folder_that_is_no_pipeline_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        danvan.extract(TEXT, names=tmp_path)
    assert str(tmp_path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_pipeline_without_the_label_is_one_line_that_names_its_labels(renamed: Path) -> None:
    with pytest.raises(UsageError, match=r"PER, PERSON.*NGUOI"):
        danvan.extract(TEXT, names=renamed)


def test_a_model_that_was_trained_anew_is_another(model: Path, deaf: Path) -> None:
    before = source_stamp(str(deaf))
    (deaf / "meta.json").write_text((deaf / "meta.json").read_text("utf-8") + " ", "utf-8")
    assert source_stamp(str(deaf)) != before
    assert source_stamp(None) is None
