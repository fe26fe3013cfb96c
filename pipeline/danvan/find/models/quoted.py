"""Models named in quotation marks, behind "mô hình" or in the place of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from danvan.find.models.named import BRACKET, LEAD, LONGEST_ITEM, LONGEST_OPEN, Named, holder_in, is_topic
from danvan.reading import Reading
from danvan.text.quotes import quoted_spans
from danvan.text.segment import Sentence

_JOINED = regex.compile(r"\s{0,2}(?:,|,?\s?(?:và|cùng))\s{0,2}")
_ABOUT = 400
"""Characters: so far back a text that names models still speaks of them."""
_CHAIN = 700
"""Characters between two names of models that stand in one list."""
_COUNTED = regex.compile(
    r"\d{2,}\s{1,2}(?:(?:công trình|việc làm|cách làm|phần việc|gương|lượt)[,\s]{1,3}(?:và\s)?){0,4}"
    r"(?:mô hình|điển hình)(?:,? (?:điểm|mới|điển hình|mô hình|tập thể|cá nhân|\"?dân vận khéo\"?,?)){0,3}[\s\"]{0,3}$"
)
"""Before a name: not one model but so many of its kind ("587 mô hình “Ngõ xóm tự quản”")."""
_NEXT_WORD = regex.compile(r"[,;]\s(?:và\s)?(?:các\s)?mô hình\s?$")
_LETTERS = regex.compile(r"(?!(?:của|do|ở|tại|và|là|được|đã|thì)\s)[^\p{L}]{0,12}\p{L}|\d")
"""A name does not begin with what follows a name: what stands between two quotations is none."""
_NEXT_NAME = regex.compile(r'"\s{0,2}(?:,|,?\s(?:và|cùng|rồi))\s{0,2}"(?P<name>[^"\n]{3,90})(?=")')
_IN_A_ROW = 6
"""Names that one owner or site behind the last of them is told of."""
_CODE = regex.compile(r"\d{1,2}\s?(?:\+\s?\d{1,2}|\p{Lu})|(?!NTM|DVK|BHYT|BHXH)\p{Lu}{2,6}$")
"""Names of one word: "5+1", "5K", "IMO"."""


def quoted_names(reading: Reading, sentence: Sentence, before: Sequence[tuple[int, int]]) -> Iterable[Named]:
    """Names in quotation marks behind "mô hình", those that a list goes on with, and those in the place of one."""
    rule = reading.rules.rule("models", "model.quoted")
    heads = _announced(reading, sentence)
    behind = reading.rules.rule("models", "model.behind")
    before_end = last_end = -1
    spoken_of = False
    holder: tuple[int, int] | None = None
    before = list(before)
    spans = quoted_spans(reading.draft.text, sentence.start, sentence.end)
    spoken = {m.end for m in reading.find(reading.rules.rule("models", "quote.spoken"), sentence.start, sentence.end)}
    for start, end in sorted([*spans, *_unpaired(reading, sentence, spans)]):
        if is_topic(reading, start, end) or _is_kind(reading, start, end):
            continue
        words = len(reading.view[start:end].split())
        follows = last_end >= 0 and _continues(reading, last_end, start - 1)
        follows = follows or (spoken_of and _opens_clause(reading, sentence, start))
        told = follows or reading.match(behind, end, sentence.end) is not None
        told = told or any(head <= start <= head + 3 for head in heads - spoken)
        slot = None if told or start - 1 in spoken else _slot(reading, sentence, start, end, before)
        if not _LETTERS.match(reading.lower, start, end):
            continue
        if (told or slot is not None) and (words >= 2 or follows or _CODE.match(reading.view, start, end)):
            if _COUNTED.search(reading.lower, max(sentence.start, start - 45), start):
                continue
            before_end, last_end, spoken_of = last_end, end + 1, True
            unclosed = _NEXT_WORD.search(reading.lower, start, end)
            last = unclosed.start() if unclosed else end
            owner = _slot_subject(reading, sentence.start, start)
            if owner is None and follows and _JOINED.fullmatch(reading.view, before_end, start - 1) is not None:
                # 'Ban CHQS huyện có "Hũ gạo tình thương" và "Nâng bước em đến trường"'
                owned = reading.rules.rule("models", "name.owned").regex.match(reading.view[end + 1 : end + 8])
                owner = holder if owned is None else None
            named = slot or Named(start, last, True, rule.id, 0.9, owner)
            holder = named.owner
            before.append((start, end))
            yield named
        else:
            last_end = -1


def _announced(reading: Reading, sentence: Sentence) -> set[int]:
    """Where "mô hình", a word of founding, or a word that introduces a list ends before a quotation."""
    first = reading.lower.find("mô hình", sentence.start, sentence.end)
    starts = {
        "model.quoted": sentence.start,
        "model.phrase": sentence.start,
        "model.founded": sentence.start,
        "model.about": sentence.start,
        "model.apposed": sentence.start,
        "model.introduced": first if first >= 0 else sentence.end,
    }
    return {
        m.end
        for name, start in starts.items()
        for m in reading.find(reading.rules.rule("models", name), start, sentence.end)
    }


def _unpaired(reading: Reading, sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Names right behind "mô hình" whose marks are taken for others: in speech that has the same straight marks."""
    for head in reading.find(reading.rules.rule("models", "model.quoted"), sentence.start, sentence.end):
        start = head.end + 1
        end = reading.view.find('"', start, min(sentence.end, start + 90))
        if end < 0 or any(s - 2 <= start < e + 2 for s, e in spans):
            continue
        name = reading.view[start:end]
        if name[:1].isupper() and name == name.strip() and not any(char in name for char in ".;:"):
            yield start, end


def _opens_clause(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Whether a name in marks opens what follows a semicolon: "mô hình “A” (ở xã) lãi 9 triệu; “B” đạt 60 tạ"."""
    lead = reading.view[sentence.start : start - 1].rstrip()
    return lead.endswith(";") and len(reading.view[start:].split('"', 1)[0].split()) <= LONGEST_OPEN


def _slot(
    reading: Reading, sentence: Sentence, start: int, end: int, before: Sequence[tuple[int, int]]
) -> Named | None:
    """A quotation that stands where a text on models names one without the word, or None.

    "“Tủ thuốc quân y” của Đồn ..." opens a sentence, an item of a list, or what follows a semicolon; or a body has it:
    "Chi đoàn ấp 3 có “Ngày chủ nhật xanh”".
    """
    first = reading.view[start]
    words = len(reading.view[start:end].split())
    if not (first.isupper() or first.isdigit()) or words > LONGEST_ITEM:
        return None
    if reading.rules.rule("models", "never.movement").regex.match(reading.view, start, end):
        return None
    if _heads(reading, sentence, start, before):
        return Named(start, end, True, "slot.heading", 0.7)
    if not _about_models(reading, start, before) or _is_speech(reading, sentence, start, end):
        return None
    clause = max(sentence.start, *(reading.view.rfind(mark, sentence.start, start) + 1 for mark in ";:"))
    if words <= LONGEST_OPEN and (owner := _slot_subject(reading, clause, start)) is not None:
        return Named(start, end, True, "slot.subject", 0.7, owner)
    if (owner := _item_owner(reading, sentence, start)) is not None:
        return Named(start, end, True, "slot.item", 0.7, owner)
    if words > LONGEST_OPEN:
        return None
    if reading.rules.rule("models", "slot.row").regex.match(reading.view[sentence.start : start]) is not None:
        return Named(start, end, True, "slot.row", 0.7, holder_in(reading, sentence.start, start))
    rule = _place_of_name(reading, sentence, clause, start, end)
    return None if rule is None else Named(start, end, True, rule, 0.7)


def _place_of_name(reading: Reading, sentence: Sentence, clause: int, start: int, end: int) -> str | None:
    """The rule by which a quotation stands in a clause where the name of a model does, or None."""
    if _is_presented(reading, sentence, start):
        return "slot.presented"
    lead = reading.view[clause:start].rstrip(' "')
    if reading.rules.rule("models", "slot.at").regex.match(lead) is not None:
        return "slot.at"
    opening = reading.rules.rule("models", "slot.lead").regex.match(lead)
    told = _is_told(reading, clause, start, end)
    if opening is None and not reading.lower.startswith("dân vận khéo", start):
        started = reading.rules.rule("models", "slot.started").regex.search(lead)
        other = reading.rules.rule("models", "slot.other").regex.search(lead)
        placed = started is not None or told or _is_placed(reading, end, sentence.end)
        return "slot.placed" if placed and other is None else None
    if opening is None:
        return None
    if opening.group("has") is not None or told:
        return "slot.lead"
    if clause > sentence.start and reading.view[clause - 1] == ";" and _names_model(reading, sentence.start, clause):
        return "slot.lead"
    behind = reading.match(reading.rules.rule("models", "slot.behind"), end, sentence.end)
    return "slot.lead" if behind is not None and (behind["colon"] is None or clause == sentence.start) else None


def _heads(reading: Reading, sentence: Sentence, start: int, before: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is all that a heading says, or what it begins with, in a text that speaks of models there."""
    m = reading.rules.rule("models", "slot.heading").regex.fullmatch(reading.view, sentence.start, sentence.end)
    if m is None or m.start("span") != start:
        return False
    below = reading.lower[sentence.end : sentence.end + _CHAIN]
    return "mô hình" in below or _about_models(reading, start, before)


def _is_told(reading: Reading, clause: int, start: int, end: int) -> bool:
    """Whether a name that begins as names of models do is the subject of what follows: "“Tổ dệt bản Đông” đã ..."."""
    before, verb, head = (reading.rules.rule("models", name).regex for name in ("slot.told", "slot.verb", "name.head"))
    small = reading.lower[start:end]
    return (
        head.match(small) is not None
        and before.search(reading.view[clause:start]) is not None
        and verb.match(reading.view, end) is not None
    )


def _is_placed(reading: Reading, end: int, limit: int) -> bool:
    """Whether an owner or a site stands behind a name, or behind the last of those that it opens: "“A”, “B” ở xã C"."""
    rule = reading.rules.rule("models", "slot.behind")
    for _ in range(_IN_A_ROW):
        behind = reading.match(rule, end, limit)
        if behind is not None and behind["colon"] is None:
            return True
        joined = _NEXT_NAME.match(reading.view, end, limit)
        if joined is None:
            return False
        end = joined.end("name")
    return False


def _slot_subject(reading: Reading, clause: int, start: int) -> tuple[int, int] | None:
    """The body right before a name, which has it or starts it: "xã Bình Hạ với", or None."""
    first = max(clause, start - LEAD)
    lead = reading.view[first:start].rstrip(' "')
    m = reading.rules.rule("models", "slot.subject").regex.search(lead)
    return None if m is None else (first + m.start("span"), first + m.end("span"))


def _item_owner(reading: Reading, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The owner before a name in an item of a list, or None: "...; Tổ dân vận thôn Đông (xã An Trạch) “A”"."""
    first = max(sentence.start, start - 1 - LEAD)
    lead = reading.view[first : start - 1]
    m = reading.rules.rule("models", "slot.item").regex.search(lead)
    listed = ";" in reading.view[first : start - 1] or ":" in lead or reading.view.startswith(";", sentence.end - 1)
    if m is None or not listed or reading.rules.rule("models", "slot.other").regex.search(lead) is not None:
        return None
    person = m.group("person") is not None
    if person and m.group("bracket") is None:
        return None
    if reading.rules.rule("models", "owner.acts").regex.search(m.group("span")) is not None:
        return None
    group = "person" if person else "span"
    return first + m.start(group), first + m.end(group)


def _is_presented(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Whether words bring out a model before its name: "được nhắc nhiều nhất là", and name no movement or prize."""
    lead = reading.view[max(sentence.start, start - LEAD) : start].rstrip(' "')
    rules = (reading.rules.rule("models", "slot.presented"), reading.rules.rule("models", "slot.other"))
    presented, other = (rule.regex.search(lead) for rule in rules)
    return presented is not None and other is None


def _names_model(reading: Reading, start: int, end: int) -> bool:
    return "mô hình" in reading.lower[start:end]


def _about_models(reading: Reading, at: int, before: Sequence[tuple[int, int]]) -> bool:
    """Whether the text has just spoken of models or named one."""
    if any(at - _CHAIN < end <= at for _, end in before):
        return True
    rule = reading.rules.rule("models", "slot.about")
    return bool(reading.find(rule, max(0, at - _ABOUT), at))


def _is_speech(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the quotation is something said: it ends like a sentence, or "anh Ba nói" follows it."""
    return (
        reading.view[end - 1] in ".!?"
        or ". " in reading.view[start:end]
        or (
            reading.match(reading.rules.rule("models", "quote.said"), end, sentence.end) is not None
            and reading.rules.rule("models", "quote.topic").regex.search(reading.view[start - 20 : start]) is None
        )
    )


def _is_kind(reading: Reading, start: int, end: int) -> bool:
    """Whether the quotation is a title to be won, or names a kind of model that nobody has: "Dân vận khéo trong xây
    dựng nông thôn mới".
    """
    if reading.rules.rule("models", "never.title").regex.fullmatch(reading.view[start:end]) is not None:
        return not reading.lower[max(0, start - 12) : start].endswith('mô hình "')
    if reading.rules.rule("models", "never.quoted").regex.fullmatch(reading.view[start:end]) is None:
        return False
    return reading.rules.rule("models", "name.owned").regex.match(reading.view[end + 1 : end + 8]) is None


def _continues(reading: Reading, start: int, end: int) -> bool:
    """Whether only separators, brackets and owners of a list stand between two quoted names."""
    between = BRACKET.sub("", reading.view[start:end])
    return reading.rules.rule("models", "list.link").regex.search(between) is not None
