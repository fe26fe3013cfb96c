"""Features, CRF and the file of weights. The same sentences give the same file, byte for byte."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from danvan.errors import UsageError
from danvan.ruleset import RuleSet
from danvan.text.crf import spell_attributes, write_weights
from danvan.text.entities import TEMPLATES, lexicons, make_columns, read_tokens
from danvan.train.labels import Skeleton

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
SETTINGS = {"c1": 0.3, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 2}
"""L1 and L2 penalty: with more L1 the file shrinks; it was chosen on halves of corpus/work."""


def label_tokens(skeleton: Skeleton) -> tuple[list[str], list[str]]:
    """The tokens of a sentence and their labels."""
    spans, forms = read_tokens(skeleton.text, 0, len(skeleton.text))
    labels = []
    for start, end in spans:
        entity = next((e for e in skeleton.entities if e.start < end and start < e.end), None)
        opens = entity is not None and start <= entity.start
        labels.append("O" if entity is None else f"{'B' if opens else 'I'}-{entity.label}")
    return forms, labels


def train(sentences: Sequence[Skeleton], rules: RuleSet, path: Path) -> int:
    """Trains on these sentences and writes the weights to `path`; gives how many tokens it read.

    Raises UsageError where python-crfsuite is not installed: running danvan does not need it.
    """
    try:
        import pycrfsuite
    except ImportError as error:
        raise UsageError("training needs python-crfsuite: pip install python-crfsuite") from error
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    known = lexicons(rules)
    tokens = 0
    for sentence in sentences:
        forms, labels = label_tokens(sentence)
        if forms:
            trainer.append(spell_attributes(TEMPLATES, make_columns(forms), known), labels)
            tokens += len(forms)
    with tempfile.TemporaryDirectory() as folder:
        binary = Path(folder) / "names.crfsuite"
        trainer.train(str(binary))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(binary))
        info = tagger.info()
        write_weights(path, LABELS, info.transitions, info.state_features)
    return tokens
