"""Models in a list without quotation marks: "tiêu biểu như: A; B; C", and the lines with bullets below."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import regex

from danvan.find.models.named import LONGEST_OPEN, Named, cut_owner, is_topic, names_item
from danvan.link.topic import names_topic
from danvan.match import Match
from danvan.reading import Reading
from danvan.text.segment import Sentence

_ASIDE = regex.compile(r'\([^()]*\)|"[^"]*"')
_NEXT_ITEM = regex.compile(r",\s{0,2}(?=\p{Lu}|\")")
_COUNTS = regex.compile(r"\d\s{1,2}(?:mô hình|điển hình)(?!\w)")
_HEAD = 3
"""Words before a quotation that say what kind of thing bears the name."""


def listed_names(reading: Reading, sentence: Sentence) -> Iterable[Named]:
    """The items of the first list such as "tiêu biểu như: A; B; C" that names models.

    "mô hình" opens the list or the sentence before. Where the sentence ends with the opening, the items are the
    lines with bullets below.
    """
    for opening in sorted(_openings(reading, sentence), key=lambda m: (m.end, m.start)):
        if not reading.view[opening.end : sentence.end].strip(' "'):
            items = _bullets(reading, opening.end, opening.rule.id)
        else:
            items = list(_items(reading, opening.end, sentence.end, opening.rule.id))
        if items:
            yield from items
            return


def _openings(reading: Reading, sentence: Sentence) -> Iterable[Match]:
    for opening in reading.find(reading.rules.rule("models", "model.list"), sentence.start, sentence.end):
        head = reading.lower[max(sentence.start, opening.start - 120) : opening.end + 8]
        if "mô hình" in head:
            if not _of_other_things(reading, max(sentence.start, opening.start - 120), opening.end):
                yield opening
        elif _goes_on(reading, sentence, opening.start, opening.end):
            yield opening
    if not any(mark in reading.view[sentence.start : sentence.end] for mark in ":,") and (
        reading.lower.count("mô hình", sentence.start, sentence.end) < 2
    ):
        return
    plural = reading.rules.rule("models", "list.plural").regex
    for opening in reading.find(reading.rules.rule("models", "model.listing"), sentence.start, sentence.end):
        before = reading.view[max(sentence.start, opening.start - 45) : opening.start]
        several = plural.search(before) or reading.lower.startswith("mô hình", opening.end)
        if several and not _of_other_things(reading, opening.start, opening.end):
            yield opening


def _of_other_things(reading: Reading, start: int, end: int) -> bool:
    """Whether what "như:" opens are results, places or tasks: "các mô hình đạt nhiều kết quả như: ..."."""
    last = reading.lower.rfind("mô hình", start, end)
    return (
        last >= 0 and reading.rules.rule("models", "list.other").regex.search(reading.view, last + 7, end) is not None
    )


def _bullets(reading: Reading, start: int, rule_id: str) -> list[Named]:
    """The names that the lines with bullets right below begin with; a line that opens with a quotation is no case."""
    rule = reading.rules.rule("models", "list.bullet").regex
    lead = reading.rules.rule("models", "list.lead").regex
    item = reading.rules.rule("models", "model.listed").regex
    found = []
    at = start - 3 + len(reading.view[start - 3 : start].rstrip())
    while (line := rule.match(reading.view, at)) is not None:
        at = line.end()
        s, e = line.span("span")
        skipped = lead.match(reading.view[s:e])
        s += skipped.end() if skipped else 0
        m = item.match(reading.view, s, e)
        if m is None or reading.view[s - 1] == '"':
            continue
        end = cut_owner(reading, m.start("span"), m.end("span"))
        head, behind = reading.view[s : m.end("span")].rstrip(), reading.view[m.end("span") : m.end("span") + 3]
        is_owner = behind.startswith((': "', ':"')) or (behind[:1] == '"' and head.endswith((" với", " có", " là")))
        if not is_owner and names_item(reading, m.start("span"), end, least=3):
            found.append(Named(m.start("span"), end, False, rule_id, 0.7))
    return found


def _goes_on(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """ "Tiêu biểu như: ..." at the head of a sentence lists the models that the sentence before spoke of."""
    index = reading.sentence_index(sentence.start)
    if index == 0 or start - sentence.start > 3 or not reading.lower[end - 2 : end].strip().endswith(":"):
        return False
    before = reading.sentences[index - 1]
    return (
        sentence.paragraph - before.paragraph <= 1
        and "mô hình" in reading.lower[before.start : before.end]
        and names_topic(reading, before.start, before.end)
    )


def _items(reading: Reading, start: int, end: int, rule_id: str) -> Iterable[Named]:
    item_rule = reading.rules.rule("models", "model.listed")
    owned = reading.rules.rule("models", "name.owned").regex
    head = reading.rules.rule("models", "name.head").regex
    pieces = list(_split(reading, start, end))
    lead = reading.rules.rule("models", "list.lead").regex
    told = ";" in reading.view[start:end]  # items that tell what a body does; behind a comma the sentence goes on
    for s, e in pieces:
        skipped = lead.match(reading.view[s:e])
        at = s + (skipped.end() if skipped else 0)
        m = item_rule.regex.match(reading.view, at, e)
        if m is None:
            continue
        acts = reading.rules.rule("models", "list.acts").regex.match(reading.view[at:e]) if told else None
        if acts is not None:
            end = cut_owner(reading, at + acts.start("span"), e)
            yield Named(
                at + acts.start("span"), end, False, rule_id, 0.7, (at + acts.start("owner"), at + acts.end("owner"))
            )
            continue
        closing = reading.view.find('"', at, e) if reading.view[at - 1] == '"' else -1
        if closing > at:
            if is_topic(reading, at, closing):
                continue
            yield Named(at, closing, True, rule_id, 0.85)
            continue
        name_end = cut_owner(reading, m.start("span"), m.end("span"))
        if _COUNTS.search(reading.lower, s, e):
            continue
        inner = _quoted_in(reading, at, name_end, e)
        if inner is not None:
            yield Named(*inner, True, rule_id, 0.8)
            continue
        if _is_head(reading, name_end, e):
            continue
        said = "mô hình" in reading.lower[s:at]
        short = said or len(pieces) > 2 or owned.match(reading.view[name_end:e]) is not None
        alone = len(pieces) == 1 and not said
        if alone and (owned.match(reading.view[name_end:e]) is None or not head.match(reading.view[at:name_end])):
            continue
        if names_item(reading, m.start("span"), name_end, least=2 if short else 3):
            yield Named(m.start("span"), _with_marks(reading, name_end, e), False, rule_id, 0.75)


def _with_marks(reading: Reading, name_end: int, end: int) -> int:
    """Where a name ends that ends in marks: "vận động thực hiện “5 không, 3 sạch”"."""
    if not reading.view.startswith(' "', name_end):
        return name_end
    closing = reading.view.find('"', name_end + 2, end)
    return name_end if closing < 0 or is_topic(reading, name_end + 2, closing) else closing + 1


def _is_head(reading: Reading, name_end: int, end: int) -> bool:
    """Whether an item is a kind or an owner whose name stands in marks behind: "tổ dân vận thôn Đông “Thắp sáng”".

    What begins small is no name but part of what the item does: "vận động thực hiện “5 không, 3 sạch”".
    """
    opening = reading.view.find('"', name_end, end)
    closing = reading.view.find('"', opening + 1)
    if opening < 0 or closing < 0 or "," in reading.view[name_end:opening]:
        return False
    return reading.view[opening + 1].isupper() and not is_topic(reading, opening + 1, closing)


def _quoted_in(reading: Reading, start: int, name_end: int, end: int) -> tuple[int, int] | None:
    """The quotation that the head of an item leads to: "những buổi “Cà phê sáng” ở phường"."""
    head = reading.view[start:name_end].split()
    opening = reading.view.find('"', name_end, min(end, name_end + 3))
    closing = reading.view.find('"', opening + 1, end)
    if len(head) > _HEAD or opening < 0 or closing < 0 or not reading.view[opening + 1].isupper():
        return None
    return None if is_topic(reading, opening + 1, closing) else (opening + 1, closing)


def _split(reading: Reading, start: int, end: int) -> Iterable[tuple[int, int]]:
    """List items: at ";" where there is one, else at ", mô hình", else at commas outside brackets and quotations.

    Commas before small letters part items only behind a colon and where each of three items or more is a phrase: in
    "mô hình trồng cam, quýt, bưởi của ông Ba" they part words of one name.
    """
    text = reading.view[start:end]
    cuts = [m.start - start for m in reading.find(reading.rules.rule("models", "list.next_model"), start, end)]
    if ";" in text:
        cuts = sorted([*cuts, *(i for i, char in enumerate(text) if char == ";")])
    elif not cuts:
        cuts = [m.start() for m in _NEXT_ITEM.finditer(_masked(text))] or _commas(reading, start, end)
    edges = [-1, *cuts, len(text)]
    for a, b in itertools.pairwise(edges):
        yield start + a + 1, start + b


def _commas(reading: Reading, start: int, end: int) -> list[int]:
    """Where commas part a list of phrases without another sign, counted from `start`; none where they part words."""
    tail = reading.rules.rule("models", "list.tail").regex.search(reading.view, start, end)
    masked = _masked(reading.view[start : tail.start() if tail else end])
    unit = reading.rules.rule("models", "list.unit_behind").regex
    cuts = [i for i, char in enumerate(masked) if char == "," and unit.match(masked, i) is None]
    head = reading.rules.rule("models", "name.head").regex
    edges = list(itertools.pairwise([-1, *cuts, len(masked)]))
    pieces = [masked[a + 1 : b] for a, b in edges]
    owned = reading.rules.rule("models", "list.owned").regex
    phrases = reading.view[start - 3 : start].rstrip().endswith(":") and len(cuts) > 1
    if phrases and all(3 <= len(piece.split()) <= LONGEST_OPEN for piece in pieces):
        return [*cuts, *([len(masked)] if tail else [])]
    if len(cuts) > 1 and all(2 <= len(p.split()) <= LONGEST_OPEN and head.match(p.lstrip()) for p in pieces):
        return [*cuts, *([len(masked)] if tail else [])]
    bracketed = ["(" in reading.view[start + a + 1 : start + b] for a, b in edges]
    if cuts and all(beside or owned.search(piece) for piece, beside in zip(pieces, bracketed, strict=True)):
        return [*cuts, *([len(masked)] if tail else [])]
    return []


def _masked(text: str) -> str:
    """The text with brackets and quotations blanked, of the same length."""
    return str(_ASIDE.sub(lambda m: " " * len(m.group()), text))
