"""Whether a count is one of "Dân vận khéo" models (contract ruling 16)."""

from __future__ import annotations

from danvan.link.counts import HONOURED, MODEL, Count, clause_end, clause_start
from danvan.link.cues import cues
from danvan.reading import Reading
from danvan.text.segment import Sentence


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
    count.dan_van_kheo = (
        _goes_on(reading, count, counts) or _in_its_text(reading, count) or _follows(reading, count, counts)
    )


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
    near = [c for c in counts if c.sentence == before and c.is_model]
    if before.paragraph == count.sentence.paragraph:
        return names_topic(reading, before.start, before.end) or any(c.dan_van_kheo for c in near)
    if _is_heading(reading, before) and before.part not in {"caption"}:
        return names_topic(reading, before.start, before.end)
    if _opens_with_total(reading, count) and names_topic(reading, before.start, before.end):
        return True
    same = [
        c
        for c in counts
        if c.is_model and c.value == count.value and c.sentence.part in {"title", "lead"} and c is not count
    ]
    return any(names_topic(reading, c.sentence.start, c.sentence.end) for c in same)


def _in_its_text(reading: Reading, count: Count) -> bool:
    """A "mô hình" of no other kind in an article whose title names the topic, or below the topic in its paragraph."""
    if count.is_rate or _names_kind(reading, count):
        return False
    paragraph = reading.sentence_index(count.start)
    while paragraph and reading.sentences[paragraph - 1].paragraph == count.sentence.paragraph:
        paragraph -= 1
    titles = ((p.start, p.end) for p in reading.draft.parts if p.kind == "title")
    return names_topic(reading, reading.sentences[paragraph].start, count.start) or any(
        names_topic(reading, *title) for title in titles
    )


def _follows(reading: Reading, count: Count, counts: list[Count]) -> bool:
    """Whether a bare "mô hình" goes on from the count before it, which is on the topic, in a paragraph of its own:
    "Xã An Trạch hiện có 24 mô hình" below "Toàn huyện đăng ký 158 mô hình “Dân vận khéo”".
    """
    if count.is_rate or _names_kind(reading, count):
        return False
    before = next((c for c in reversed(counts) if c.start < count.start and c.is_model and not c.is_rate), None)
    if before is None or not before.dan_van_kheo:
        return False
    lead = (clause_start(reading, count), count.number.outer)
    ranked = reading.rules.rule("cues", "rank_leads").regex.search(reading.view[lead[0] : lead[1]]) is not None
    is_told = (ranked or bool(cues(reading, "status.", *lead))) and not cues(reading, "field.", *lead)
    return is_told or before.sentence == count.sentence


def _names_kind(reading: Reading, count: Count) -> bool:
    """Whether a field right behind the noun says what kind it is: "24 mô hình kinh tế hợp tác"."""
    behind = count.end + reading.view[count.end : count.end + 1].isspace()
    if reading.match(reading.rules.rule("cues", "points_back"), behind, count.sentence.end) is not None:
        return False
    return any(reading.match(rule, behind) for rule in reading.rules.starting("cues", "field."))


def _opens_with_total(reading: Reading, count: Count) -> bool:
    """ "Đến nay, toàn huyện đã đăng ký 185 mô hình": a paragraph opens with the sum of what the last one praised."""
    lead = reading.view[count.sentence.start : count.number.outer]
    opens = reading.sentences[reading.sentence_index(count.start) - 1].paragraph < count.sentence.paragraph
    return opens and any(
        rule.regex.search(lead)
        for prefix in ("scope.whole", "time.stock")
        for rule in reading.rules.starting("cues", prefix)
    )


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    return sentence.end - sentence.start < 120 and not reading.view[sentence.start : sentence.end].endswith(".")
