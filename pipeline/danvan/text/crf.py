"""Linear-chain CRFs in CRFsuite's file format, decoded in batches of sentences with numpy.

Tags are those that CRFsuite gives. What makes it fast: a feature that the model does not know is never built as a
string, and each step of Viterbi runs over all sentences at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from danvan.errors import ReadError
from danvan.reasons import because

Columns = Sequence[Sequence[str]]
"""One sentence: its columns, such as words and their tags, all of one length."""

_NONE, _BEFORE, _AFTER = 0, 1, 2
"""Ids of what the model does not know, of what lies before the sentence, and behind it."""
_PAD = 3
"""No template reaches farther than three words to the left or right."""

_TEMPLATE = re.compile(r"T\[(-?\d+)(?:,(-?\d+))?\](?:\[(\d+)\])?(?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class Crf:
    """Weights of a model: `state` has a row an attribute and a last row of zeros, `moves` go from label to label."""

    labels: tuple[str, ...]
    attributes: tuple[str, ...]
    state: NDArray[np.float64]
    moves: NDArray[np.float64]


def read_crf(path: Path) -> Crf:
    """A model of CRFsuite ("lCRF", version 100). Raises ReadError where the file is none.

    Format: crfsuite, lib/crf/src/crf1d_model.c and lib/cqdb/src/cqdb.c.
    """
    content = path.read_bytes()
    if content[:4] != b"lCRF" or content[8:12] != b"FOMC":
        raise ReadError(because("crf.no_model", path=str(path)))
    header = np.frombuffer(content, "<u4", 9, 12)
    feature_at, label_at, attribute_at = (int(n) for n in header[4:7])
    labels, attributes = _read_names(content, label_at), _read_names(content, attribute_at)
    count = int(np.frombuffer(content, "<u4", 1, feature_at + 8)[0])
    layout = np.dtype([("kind", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
    features = np.frombuffer(content, layout, count, feature_at + 12)
    state = np.zeros((len(attributes) + 1, len(labels)))
    moves = np.zeros((len(labels), len(labels)))
    for table, kind in ((state, 0), (moves, 1)):
        chosen = features[features["kind"] == kind]
        table[chosen["source"], chosen["target"]] = chosen["weight"]
    return Crf(labels, attributes, state, moves)


def read_weights(path: Path) -> Crf:
    """A model as `write_weights` leaves it: lines of text, no code. Raises ReadError where the file is none."""
    try:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        if rows[0][0] != "labels":
            raise ValueError
        labels = tuple(rows[0][1:])
        column = {label: index for index, label in enumerate(labels)}
        moves = np.array([[float(n) for n in row[1:]] for row in rows[1 : len(labels) + 1]])
        features = rows[len(labels) + 1 :]
        state = np.zeros((len(features) + 1, len(labels)))
        for index, (_, *weights) in enumerate(features):
            for weight in weights:
                label, _, number = weight.partition(" ")
                state[index, column[label]] = float(number)
        if moves.shape != (len(labels), len(labels)):
            raise ValueError
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ReadError(because("crf.no_weights", path=str(path))) from error
    return Crf(labels, tuple(row[0] for row in features), state, moves)


def write_weights(
    path: Path, labels: Sequence[str], moves: Mapping[tuple[str, str], float], state: Mapping[tuple[str, str], float]
) -> None:
    """Writes a model as text, in one order whatever order the weights come in: the same weights give the same file.

    Lines: the labels; the weight of each label after each; then attributes, each with "label weight" where there is
    one. `moves` are by label and label, `state` by attribute and label. Three decimals; below 0.005 is left out.
    """
    lines = ["\t".join(("labels", *labels))]
    lines += ["\t".join((a, *(f"{moves.get((a, b), 0.0):.3f}" for b in labels))) for a in labels]
    kept: dict[str, list[str]] = {}
    for (attribute, label), weight in sorted(state.items()):
        if abs(weight) >= 0.005:
            kept.setdefault(attribute, []).append(f"{label} {weight:.3f}")
    lines += ["\t".join((attribute, *weights)) for attribute, weights in kept.items()]
    path.write_text("\n".join((*lines, "")), encoding="utf-8")


def _read_names(content: bytes, at: int) -> tuple[str, ...]:
    """The strings of a constant quark database, in the order of their ids."""
    count, offset = (int(n) for n in np.frombuffer(content, "<u4", 2, at + 16))
    names = []
    for start in np.frombuffer(content, "<u4", count, at + offset):
        record = at + int(start)
        size = int.from_bytes(content[record + 4 : record + 8], "little")
        names.append(content[record + 8 : record + 8 + size].rstrip(b"\0").decode("utf-8"))
    return tuple(names)


@dataclass(frozen=True, slots=True)
class _Source:
    """What templates look at, from whichever word: a column, so many words of it joined, a function of them."""

    column: int
    size: int
    function: str | None


@dataclass(frozen=True, slots=True)
class _Template:
    """`T[first,last][column].function`: the words from `first` to `last`, counted from the word that is tagged."""

    first: int
    source: _Source


class Tagger:
    """A model with its templates.

    Functions in the templates: `lower`; those of `flags`, true of a run of words where they are true of each;
    those of `lexicons`, true of a run that stands there in lower case.
    """

    def __init__(
        self,
        crf: Crf,
        templates: Sequence[str],
        flags: Mapping[str, Callable[[str], bool]],
        lexicons: Mapping[str, Iterable[str]],
    ) -> None:
        self._crf = crf
        self._flags = flags
        self._templates = [_parse(t) for t in templates]
        values: dict[str, list[tuple[str, int]]] = {t: [] for t in templates}
        for row, attribute in enumerate(crf.attributes):
            name, _, value = attribute.partition("=")
            if name in values:
                values[name].append((value, row))
        seen: dict[_Source, dict[str, int]] = {t.source: {"False": 3, "True": 4} for t in self._templates}
        for name, template in zip(templates, self._templates, strict=True):
            ids = seen[template.source]
            for value, _ in values[name]:
                ids.setdefault(value, len(ids) + 3)
        tables = [
            _row_table(seen[template.source], values[name], len(crf.attributes))
            for name, template in zip(templates, self._templates, strict=True)
        ]
        sources = list(seen)
        # Columns, one row a template, so that one look into an array serves all of them.
        self._rows = np.concatenate(tables)
        self._bases = np.cumsum([0, *(len(table) for table in tables[:-1])])[:, None]
        self._sources = np.array([sources.index(t.source) for t in self._templates])[:, None]
        self._firsts = np.array([t.first for t in self._templates])[:, None]
        known = {name: dict.fromkeys(words, 4) for name, words in lexicons.items()}
        self._ids = {s: known.get(s.function or "", ids) for s, ids in seen.items()}
        self._unknown = {s: 3 if s.function in known else _NONE for s in seen}

    def tag(self, sentences: Sequence[Columns]) -> list[list[str]]:
        """The tags of the words of each sentence."""
        lengths = np.array([len(s[0]) for s in sentences], dtype=np.int64)
        if not lengths.sum():
            return [[] for _ in sentences]
        labels = self._crf.labels
        best_paths = decode if len(labels) > 2 else decode_two
        paths = best_paths(self._scores(sentences, lengths), lengths, self._crf.moves)
        return [[labels[i] for i in path] for path in paths]

    def _scores(self, sentences: Sequence[Columns], lengths: NDArray[np.int64]) -> NDArray[np.float64]:
        """One row a word, one column a label, sentence after sentence."""
        starts = np.cumsum(lengths + 2 * _PAD) - lengths - _PAD
        places = np.repeat(starts - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum()))
        seen = self._look_up(sentences)[self._sources, places + self._firsts]
        scores: NDArray[np.float64] = self._crf.state[self._rows[seen + self._bases]].sum(axis=0)
        return scores

    def _look_up(self, sentences: Sequence[Columns]) -> NDArray[np.int64]:
        """One row a source: the id of every value, with three places before and behind each sentence."""
        flat: dict[_Source, list[int]] = {source: [] for source in self._ids}
        before, after = [_BEFORE] * _PAD, [_AFTER] * _PAD
        for columns in sentences:
            kept: dict[tuple[int, int, str], list[Any]] = {}
            length = len(columns[0])
            for source in flat:
                values = self._values(source, columns, kept)
                flat[source] += [*before, *values, *[_AFTER] * min(source.size - 1, length), *after]
        return np.array(list(flat.values()))

    def _values(self, source: _Source, columns: Columns, kept: dict[tuple[int, int, str], list[Any]]) -> Iterable[int]:
        """The ids of one sentence under one source. `kept` holds flags and runs of words for the other sources."""
        words, size, function = columns[source.column], source.size, source.function or ""
        if function in self._flags:
            held = kept.get((source.column, 1, function))
            if held is None:
                flag = self._flags[function]
                held = kept[source.column, 1, function] = [4 if flag(word) else 3 for word in words]
            return held if size == 1 else map(min, *(held[i:] for i in range(size)))
        key = source.column, size, "lower" if function else ""
        runs = kept.get(key)
        if runs is None:
            words = list(map(str.lower, words)) if function else words
            parts = (words[i:] for i in range(size))
            runs = kept[key] = list(words) if size == 1 else list(map(" ".join, zip(*parts, strict=False)))
        return map(self._ids[source].get, runs, repeat(self._unknown[source]))


def spell_attributes(
    templates: Sequence[str], columns: Columns, lexicons: Mapping[str, Container[str]]
) -> list[list[str]]:
    """For each word of a sentence the attributes that `Tagger` would look up, spelt out: what a trainer reads.

    For templates with lexicons, without flags.
    """
    length = len(columns[0])
    rows: list[list[str]] = [[] for _ in range(length)]
    for name in templates:
        template = _parse(name)
        first, source = template.first, template.source
        words = columns[source.column]
        known = lexicons.get(source.function or "")
        for at, row in enumerate(rows):
            start, end = at + first, at + first + source.size
            value = "BOS" if start < 0 else "EOS" if end > length else " ".join(words[start:end])
            if known is not None and start >= 0 and end <= length:
                value = str(value in known)
            row.append(f"{name}={value}")
    return rows


def _row_table(ids: Mapping[str, int], values: Iterable[tuple[str, int]], none: int) -> NDArray[np.int64]:
    """For each id of a source the row of its weights under one template; `none` is the row of zeros."""
    table = np.full(len(ids) + 3, none)
    for value, row in values:
        table[ids[value]] = row
        if value in {"BOS", "EOS"}:
            table[_BEFORE if value == "BOS" else _AFTER] = row
    return table


def _parse(template: str) -> _Template:
    match = _TEMPLATE.fullmatch(template)
    if match is None:
        raise ReadError(because("crf.template", template=template))
    first, last, column, function = match.groups()
    if not -_PAD <= int(first) <= int(last or first) <= _PAD:
        raise ReadError(because("crf.far", template=template))
    return _Template(int(first), _Source(int(column or 0), int(last or first) - int(first) + 1, function))


def decode(scores: NDArray[np.float64], lengths: NDArray[np.int64], moves: NDArray[np.float64]) -> list[list[int]]:
    """The best path of each sentence, as indexes of labels. `scores` are those of all sentences, one after another.

    Of equal paths the one with the lower label wins, as in CRFsuite.
    """
    order = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[order]
    longest = int(lengths.max())
    alive = [int((lengths > step).sum()) for step in range(longest)]
    best = scores[starts[: alive[0]]]
    last = np.zeros(len(lengths), dtype=np.int64)
    back = []
    for step in range(1, longest):
        still = alive[step]
        if still < len(best):
            last[still : len(best)] = best[still:].argmax(axis=1)
        through = best[:still, :, None] + moves
        back.append(through.argmax(axis=1))
        best = through.max(axis=1) + scores[starts[:still] + step]
    last[: len(best)] = best.argmax(axis=1)
    return _trace(back, last, alive, order, lengths)


def _trace(
    back: Sequence[NDArray[np.int64]],
    last: NDArray[np.int64],
    alive: Sequence[int],
    order: NDArray[np.int64],
    lengths: NDArray[np.int64],
) -> list[list[int]]:
    """The paths behind the last labels, sentences in their first order. `back` holds where each step came from."""
    ranks = np.arange(len(last))
    steps = np.zeros((len(alive), len(last)), dtype=np.int64)
    at = last.copy()
    for step in range(len(alive) - 1, -1, -1):
        ends = alive[step + 1] if step + 1 < len(alive) else 0
        at[:ends] = back[step][ranks[:ends], at[:ends]] if ends else at[:ends]
        steps[step] = at
    paths: list[list[int]] = [[] for _ in last]
    for path, index in zip(steps.T.tolist(), order.tolist(), strict=True):
        paths[index] = path[: lengths[index]]
    return paths


def decode_two(scores: NDArray[np.float64], lengths: NDArray[np.int64], moves: NDArray[np.float64]) -> list[list[int]]:
    """What `decode` gives, for two labels: so few are compared faster without numpy."""
    (stay, to_second), (to_first, stay_second) = moves.tolist()
    rows = scores.tolist()
    paths = []
    start = 0
    for length in lengths.tolist():
        first, second = rows[start] if length else (0.0, 0.0)
        came = []
        for one, two in rows[start + 1 : start + length]:
            from_first, from_second = first + stay < second + to_first, first + to_second < second + stay_second
            came.append((int(from_first), int(from_second)))
            first, second = (
                (second + to_first if from_first else first + stay) + one,
                (second + stay_second if from_second else first + to_second) + two,
            )
        path = [int(first < second)] if length else []
        for step in reversed(came):
            path.append(step[path[-1]])
        paths.append(path[::-1])
        start += length
    return paths
