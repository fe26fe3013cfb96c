"""Training the tagger of names: labels from rules, sentences with other names, weights that tag as the trainer does."""

from collections.abc import Sequence
from pathlib import Path

import pycrfsuite
import pytest

from danvan.ingest.read import draft_from_text
from danvan.ruleset import load_rules
from danvan.steps import open_reading
from danvan.text.crf import Tagger, read_weights, spell_attributes, write_weights
from danvan.text.entities import TEMPLATES, NameTagger, lexicons, make_columns
from danvan.train.labels import Skeleton, label_article
from danvan.train.model import LABELS, label_tokens, train
from danvan.train.sentences import exchange_names, fill_templates, load_words, make_names

RULES = load_rules()


def shown(skeleton: Skeleton) -> str:
    text = skeleton.text
    for entity in reversed(skeleton.entities):
        text = f"{text[: entity.start]}[{entity.label} {text[entity.start : entity.end]}]{text[entity.end :]}"
    return text


def skeletons(text: str, heads: Sequence[str]) -> list[Skeleton]:
    return list(label_article(open_reading(draft_from_text(text, rules=RULES), RULES), heads))


def labelled(text: str) -> list[str]:
    return [shown(s) for s in skeletons(text, load_words()["heads"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đồng chí Trịnh Văn Lộc, Bí thư Huyện ủy Thạch Hà, thăm hộ bà Kiều Thị Sen.",
            "Đồng chí [PER Trịnh Văn Lộc], Bí thư [ORG Huyện ủy] [LOC Thạch Hà], thăm hộ bà [PER Kiều Thị Sen].",
        ),
        (
            "Báo cáo nêu rõ UBND xã Thạch Lạc và Trường Tiểu học Kim Đồng cùng làm.",
            "Báo cáo nêu rõ [ORG UBND] [LOC xã Thạch Lạc] và [ORG Trường Tiểu học Kim Đồng] cùng làm.",
        ),
        ("Bà là Huyện ủy viên.", "Bà là Huyện ủy viên."),
    ],
)
def test_labels_are_what_the_rules_know(text: str, expected: str) -> None:
    assert labelled(text) == [expected]


def test_a_sentence_with_a_name_that_nothing_explains_is_left_out() -> None:
    assert labelled("Toàn xã vui mừng. Dự án Zưm Blaoh khởi công.") == ["Toàn xã vui mừng."]


def test_exchanged_names_stand_where_their_labels_say() -> None:
    [skeleton] = skeletons("Hộ bà Kiều Thị Sen ở xã Thạch Lạc vui.", heads=())
    same, *others = exchange_names([skeleton], make_names(RULES, load_words(), 1), 20)
    assert same == skeleton
    assert len({o.text for o in others}) > 15
    for other in others:
        person, place = other.entities
        lower = other.text.lower()
        assert lower[: person.start] == "hộ bà "
        assert lower[person.end : place.start] == " ở "
        assert lower[place.end :] == " vui."


def test_templates_have_slots_that_are_known_and_the_same_seed_gives_the_same_sentences() -> None:
    first, second = (list(fill_templates(RULES, make_names(RULES, load_words(), 7), 1)) for _ in range(2))
    assert first == second
    assert len(first) == len(load_words()["templates"])
    assert not any("{" in s.text for s in first)


def test_every_token_gets_the_label_of_its_name() -> None:
    [skeleton] = skeletons("Ông Lê Văn Ba ở xã Thạch Lạc.", heads=())
    forms, labels = label_tokens(skeleton)
    assert forms == ["Ông", "Lê", "Văn", "Ba", "ở", "xã", "Thạch", "Lạc", "."]
    assert labels == ["O", "B-PER", "I-PER", "I-PER", "O", "B-LOC", "I-LOC", "I-LOC", "O"]


@pytest.fixture(scope="module")
def sentences() -> list[Skeleton]:
    return list(fill_templates(RULES, make_names(RULES, load_words(), 3), 3))


def test_the_same_sentences_give_the_same_file_and_it_tags(sentences: list[Skeleton], tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("first.tsv", "second.tsv")]
    for path in paths:
        train(sentences, RULES, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    text = "Hộ ông Nguyễn Văn Bảy hiến đất."
    found = NameTagger(RULES, paths[0]).entities(text, [(0, len(text))]).found
    assert [(text[e.start : e.end], e.label) for e in found] == [("Nguyễn Văn Bảy", "PER")]


def test_weights_as_text_tag_as_the_trainer_s_own_model_does(sentences: list[Skeleton], tmp_path: Path) -> None:
    known = lexicons(RULES)
    rows = [label_tokens(s) for s in sentences]
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params={"max_iterations": 25, "c2": 0.1}, verbose=False)
    spelt = [spell_attributes(TEMPLATES, make_columns(forms), known) for forms, _ in rows]
    for attributes, (_, labels) in zip(spelt, rows, strict=True):
        trainer.append(attributes, labels)
    trainer.train(str(tmp_path / "model"))
    theirs = pycrfsuite.Tagger()
    theirs.open(str(tmp_path / "model"))
    info = theirs.info()
    write_weights(tmp_path / "model.tsv", LABELS, info.transitions, info.state_features)
    ours = Tagger(read_weights(tmp_path / "model.tsv"), TEMPLATES, {}, known)
    tags = ours.tag([make_columns(forms) for forms, _ in rows])
    differing = sum(tag != theirs.tag(attributes) for tag, attributes in zip(tags, spelt, strict=True))
    assert differing <= len(rows) // 100  # three decimals turn a close call now and then
