"""Lists whose items are paragraphs: a total, "Cụ thể:", then a line with a mark and one count for each part."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from danvan.link.changes import direction_of
from danvan.link.counts import Count, is_of_kind
from danvan.reading import Reading

_LEAD = 2
"""The total stands at most so many paragraphs above the first item: a line "Cụ thể:" may be between."""
_HEADED = 12
"""Paragraphs at most between a total and the first of the headings that add up to it."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LETTERS = "abcdđefghi"
_UNMARKED, _NUMBERED, _ROMAN_MARK = "", "1", "I"
"""Kinds of items: without a mark, and with a number, as headings have one too. Other marks are kinds themselves."""


def is_bullet(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence begins with the mark of a list's item: "- ", "+ ", "a) "."""
    return _mark(reading, start, end) is not None


def behind_mark(reading: Reading, start: int, end: int) -> int | None:
    """Where the words of a list's item begin, behind its mark; None where there is no mark."""
    found = reading.match(reading.rules.rule("cues", "item.bullet"), start, end)
    return None if found is None else int(found.end())


def item_runs(reading: Reading, counts: Sequence[Count], inside: Mapping[int, str]) -> list[list[Count]]:
    """The counts of the items of each list: of every item the first number that can count models.

    Items of one list bear marks of one kind; between them may stand those of lists inside it, but none that a colon
    ends: it leads to the next list. A list behind a colon whose items are their number, or a label and its number, has
    no marks. `inside`: what `item_paragraphs` gives.
    """
    heads = {s.paragraph for s in reading.sentences if s.paragraph in inside and reading.view[s.end - 1] == ":"}
    runs: list[list[Count]] = []
    open_runs: dict[str, list[Count]] = {}
    for kind, count in _items(counts, inside):
        run = open_runs.get(kind)
        paragraph = count.sentence.paragraph
        last = run[-1].sentence.paragraph if run else paragraph
        if run and all(p in inside and inside[p] != kind and p not in heads for p in range(last + 1, paragraph)):
            run.append(count)
            continue
        open_runs[kind] = [count]
        runs.append(open_runs[kind])
    return [run for run in runs if len(run) > 1]


def headed_runs(reading: Reading, counts: Sequence[Count]) -> list[list[Count]]:
    """The counts of headings numbered in a row, whatever stands between them: "I. LĨNH VỰC KINH TẾ: 33 MÔ HÌNH" ...
    "II. VĂN HÓA: 27 MÔ HÌNH"."""
    runs: list[list[Count]] = []
    open_runs: dict[str, tuple[int, list[Count]]] = {}
    seen: set[int] = set()
    for count in counts:
        if count.sentence.start in seen:
            continue
        seen.add(count.sentence.start)
        mark = _heading_mark(reading, count)
        if mark is None or count.is_rate or count.each or (count.measure and not count.is_model):
            continue
        kind, number = mark
        last, run = open_runs.get(kind, (0, []))
        if number != last + 1:
            run = []
        if not run:
            runs.append(run)
        run.append(count)
        open_runs[kind] = (number, run)
    return [run for run in runs if len(run) > 1 and any(c.is_model for c in run)]


def _heading_mark(reading: Reading, count: Count) -> tuple[str, int] | None:
    """The kind and the number of the heading whose name the count stands right behind."""
    rule = reading.rules.rule("cues", "item.heading").regex
    found = rule.fullmatch(reading.view[count.sentence.start : count.number.outer])
    if found is None:
        return None
    kind = str(found.lastgroup)
    mark = found.group(kind).lower()
    if kind == "digits":
        return kind, int(mark)
    names: Sequence[str] = _ROMAN if kind == "roman" else _LETTERS
    return (kind, names.index(mark) + 1) if mark in names else None


def headed_total(
    reading: Reading, counts: Sequence[Count], run: Sequence[Count], parts: Container[int], inside: Mapping[int, str]
) -> Count | None:
    """The total that numbered headings divide: the last before them that they add up to, else that of a list."""
    whole, first = sum(c.value for c in run), run[0]
    exact = (
        c
        for c in reversed(counts)
        if c.start < first.start
        and c.is_model
        and c.value == whole
        and not (c.is_rate or c.each or c.number.of or c.sentence.part in {"title", "caption"})
        and direction_of(reading, c) is None
        and first.sentence.paragraph - c.sentence.paragraph <= _HEADED
    )
    total = next(exact, None)
    return total if total is not None else total_of(reading, counts, run, parts, first.sentence.start, inside=inside)


def total_of(
    reading: Reading,
    counts: Sequence[Count],
    run: Sequence[Count],
    parts: Container[int],
    start: int,
    *,
    inside: Mapping[int, str],
) -> Count | None:
    """The count of models that the items of a list are parts of: the one they add up to, else the last one above the
    list that can hold them and is no part itself; that only where a colon leads to the list.

    `parts` are ids of counts that are parts already; the list begins at `start`. `inside`: what `item_paragraphs`
    gives; a list between the total and this one is passed over.
    """
    index, whole = reading.sentence_index(start), sum(c.value for c in run)
    above, paragraph = reading.sentences[max(0, index - 1)], reading.sentences[index].paragraph
    near = [
        c
        for c in counts
        if c.start < start
        and c.is_model
        and not c.is_rate
        and not c.each
        and c.sentence.part != "title"
        and paragraph - c.sentence.paragraph - sum(c.sentence.paragraph < p < paragraph for p in inside) <= _LEAD
        and c.value >= whole
        and direction_of(reading, c) is None
    ]
    last = next((c for c in reversed(counts) if c.start < start and c.is_model), None)
    exact = [c for c in reversed(near) if c.value == whole and (id(c) not in parts or not is_of_kind(reading, c))]
    if exact:
        return next((c for c in exact if id(c) not in parts), exact[0])
    singled = reading.match(reading.rules.rule("cues", "item.singled"), above.start) is not None
    if reading.view[above.end - 1] != ":" or (singled and last is not None and last.sentence != above):
        return None
    if reading.match(reading.rules.rule("cues", "item.examples"), above.start, above.end) is not None:
        # "Một số đơn vị tiêu biểu:" shows what some did; only what its own line counts is divided
        near = [c for c in near if c.sentence == above]
    return next((c for c in reversed(near) if id(c) not in parts), None)


def paragraphs_between(inside: Mapping[int, str], earlier: Count, later: Count) -> int:
    """How many paragraphs a count stands behind another; the items of lists between them do not count, but headings
    with a number do."""
    first, last = earlier.sentence.paragraph, later.sentence.paragraph
    heads = {_NUMBERED, _ROMAN_MARK}
    return last - first - sum(inside.get(p, _NUMBERED) not in heads for p in range(first + 1, last))


def item_paragraphs(reading: Reading) -> dict[int, str]:
    """The paragraphs that are items of lists, with the kind of their mark."""
    found: dict[int, str] = {}
    leads = False
    paragraph = -1
    for sentence in reading.sentences:
        if sentence.paragraph == paragraph:
            leads = reading.view[sentence.end - 1] == ":"
            continue
        paragraph = sentence.paragraph
        kind = _mark(reading, sentence.start, sentence.end)
        is_labelled = kind is None and leads and _is_labelled(reading, sentence.start, sentence.end)
        if kind is None and leads and (is_labelled or reading.view[sentence.start].isdigit()):
            kind = _UNMARKED
        if kind is not None:
            found[paragraph] = kind
        goes_on = kind == _UNMARKED and (is_labelled or reading.view[sentence.end - 1] == ";")
        leads = reading.view[sentence.end - 1] == ":" or goes_on
    return found


def _is_labelled(reading: Reading, start: int, end: int) -> bool:
    """Whether a line is a label and its number: "Năm 2010: 17 mô hình;"."""
    return reading.rules.rule("cues", "item.labelled").regex.fullmatch(reading.view, start, end) is not None


def _mark(reading: Reading, start: int, end: int) -> str | None:
    found = reading.match(reading.rules.rule("cues", "item.bullet"), start, end)
    if found is None:
        return None
    mark = found.group().strip()
    if mark[0].isdigit():
        return _NUMBERED
    return _ROMAN_MARK if mark[0].isupper() else "a" if mark[0].isalpha() else mark


def _items(counts: Sequence[Count], inside: Mapping[int, str]) -> Iterable[tuple[str, Count]]:
    """Of each item its kind and its first count of models, or number without a noun."""
    seen: set[int] = set()
    for count in counts:
        paragraph = count.sentence.paragraph
        if paragraph in seen or paragraph not in inside:
            continue
        seen.add(paragraph)
        if (count.is_model or not count.measure) and not count.is_rate and not count.each and count.part_of is None:
            yield inside[paragraph], count
