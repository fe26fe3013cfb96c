"""Whether a count is one of "Dân vận khéo" models (contract ruling 16)."""

from __future__ import annotations

from danvan.link.counts import HONOURED, MODEL, Count, clause_end, clause_start
from danvan.link.cues import cues
from danvan.reading import Reading
from danvan.text.segment import Sentence

_NEAR = 3
"""Sentences before the first count of models in which the topic is named."""


def names_topic(reading: Reading, start: int, end: int) -> bool:
    """Whether "dân vận khéo" stands in [start, end)."""
    return any(reading.find(rule, start, end) for rule in reading.rules.starting("cues", "topic."))


def link_topic(reading: Reading, count: Count, counts: list[Count]) -> None:
    """Contract ruling 16."""
    if count.caption is not None and names_topic(reading, *count.caption):
        # the row that sums a table up stands behind its parts
        count.dan_van_kheo = True
        return
    if count.part_of is not None:
        if count.part_of.start > count.start:
            # "9 mô hình nằm trong số 64 mô hình": the total is told later
            link_topic(reading, count.part_of, counts)
        count.dan_van_kheo = count.part_of.dan_van_kheo and (count.is_model or count.is_rate)
        return
    if count.noun is None and count.sibling is not None and count.sibling.start < count.start and not count.is_rate:
        # the noun that is left out is that of the count it goes on from
        count.dan_van_kheo = count.sibling.dan_van_kheo
        return
    sentence = count.sentence
    if count.is_rate and not (count.noun and MODEL in reading.lower[slice(*count.noun)]):
        return
    said = names_topic(reading, sentence.start, sentence.end)
    if not count.is_model and not count.is_rate:
        count.dan_van_kheo = said and count.measure in HONOURED and _is_honoured(reading, count)
        return
    count.has_trade = has_trade(reading, count)
    if said:
        count.dan_van_kheo = not count.has_trade or _topic_in_item(reading, count)
        return
    if count.has_trade or _has_own_name(reading, count):
        return
    count.dan_van_kheo = _goes_on(reading, count, counts) or _follows(reading, count, counts)


def _topic_in_item(reading: Reading, count: Count) -> bool:
    return names_topic(reading, count.start, min(count.item[1], count.end + 80))


def _is_honoured(reading: Reading, count: Count) -> bool:
    """Whether those who are counted were or shall be honoured, or register something: by a verb before or behind."""
    stretches = ((clause_start(reading, count), count.start), (count.end, clause_end(reading, count)))
    return any(
        m.rule.gives["status"] in {"commended", "recognised", "registered"} or m.rule.gives.get("proposal")
        for start, end in stretches
        for m in cues(reading, "status.", start, end)
    )


def has_trade(reading: Reading, count: Count) -> bool:
    """Whether the model is named by its trade ("36 mô hình tổ hợp tác"): a noun right behind that is no label."""
    window = reading.view[count.end : min(count.sentence.end, count.end + 60)]
    if not window[:1].isspace() or not window.lstrip()[:1].isalpha():
        return False
    rest = window.lstrip()
    labels = (
        reading.rules.rule("figures", "behind_model.plain"),
        *reading.rules.starting("cues", "topic."),
        *reading.rules.starting("cues", "field."),
        *reading.rules.starting("cues", "level."),
        *reading.rules.starting("cues", "holder."),
        *reading.rules.starting("cues", "status."),
    )
    return not any(r.regex.match(rest) for r in labels)


def _has_own_name(reading: Reading, count: Count) -> bool:
    """Whether many models bear one name that is not the topic: '310 mô hình "Tiếng kẻng an ninh"'."""
    named = reading.rules.rule("figures", "own_name")
    return count.value > 1 and reading.match(named, count.end, count.sentence.end) is not None


def _goes_on(reading: Reading, count: Count, counts: list[Count]) -> bool:
    """The sentence goes on from one on the topic: the last sentence of the paragraph, or the heading above it."""
    index = reading.sentence_index(count.start)
    if index == 0:
        return False
    before = reading.sentences[index - 1]
    if before.paragraph == count.sentence.paragraph:
        near = [c for c in counts if c.sentence == before and c.is_model]
        return names_topic(reading, before.start, before.end) or any(c.dan_van_kheo for c in near)
    return _is_heading(reading, before) and before.part != "caption" and names_topic(reading, before.start, before.end)


def _follows(reading: Reading, count: Count, counts: list[Count]) -> bool:
    """Whether a bare "mô hình" is of what the title names, goes on from the last models told of, which are on the
    topic, or where none were told of from a sentence just before that names it.

    "Xã An Trạch hiện có 24 mô hình" below "Toàn huyện đăng ký 158 mô hình “Dân vận khéo”". Bare counts between, of no
    kind that is known, say nothing.
    """
    if _names_kind(reading, count):
        return False
    if any(names_topic(reading, p.start, p.end) for p in reading.draft.parts if p.kind == "title"):
        return True
    models = (c for c in reversed(counts) if c.start < count.start and c.is_model and not c.is_rate)
    before = next((c for c in models if c.dan_van_kheo or _is_of_other_kind(reading, c)), None)
    if before is not None and before.sentence == count.sentence:
        return before.dan_van_kheo
    if cues(reading, "field.", clause_start(reading, count), count.number.outer):
        return False
    if before is not None:
        return before.dan_van_kheo
    near = reading.sentences[max(0, reading.sentence_index(count.start) - _NEAR)]
    return names_topic(reading, near.start, count.start)


def _is_of_other_kind(reading: Reading, count: Count) -> bool:
    return count.has_trade or _has_own_name(reading, count) or _names_kind(reading, count)


def _names_kind(reading: Reading, count: Count) -> bool:
    """Whether a field right behind the noun says what kind it is: "24 mô hình kinh tế hợp tác"."""
    behind = count.end + reading.view[count.end : count.end + 1].isspace()
    if reading.match(reading.rules.rule("cues", "points_back"), behind, count.sentence.end) is not None:
        return False
    return any(reading.match(rule, behind) for rule in reading.rules.starting("cues", "field."))


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    return sentence.end - sentence.start < 120 and not reading.view[sentence.start : sentence.end].endswith(".")
