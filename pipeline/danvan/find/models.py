"""Single "Dân vận khéo" models: quoted by name, listed behind "tiêu biểu như", described by what they do."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

import regex

from danvan.confidence import confidence
from danvan.link.lookup import PlaceLookup
from danvan.link.topic import names_topic
from danvan.match import Match, inside
from danvan.reading import Reading
from danvan.records import Field_, Figure, Model, Place, PlaceRef
from danvan.text.quotes import quoted_spans
from danvan.text.segment import Sentence

_SILENT_PARTS = {"byline", "author"}
_BRACKET = regex.compile(r"\s{0,2}\(([^()\n]{2,160})\)")
_SHORT = regex.compile(r"\p{Lu}{2,6}")
"""An abbreviation in brackets behind a name: "Hợp tác xã (HTX)"."""
_ASIDE = regex.compile(r'\([^()]*\)|"[^"]*"')
_NEXT_ITEM = regex.compile(r",\s{0,2}(?=\p{Lu}|\")")
_JOINED = regex.compile(r"\s{0,2}(?:,|,?\s?(?:và|cùng))\s{0,2}")
_UNIT_BEHIND = regex.compile(r",\s(?=(?:xã|phường|thị trấn|huyện)\s)")
_ABOUT = 400
"""Characters: so far back a text that names models still speaks of them."""
_CHAIN = 700
"""Characters between two names of models that stand in one list."""
_LEAD = 120
"""Characters before a name in which words may bring it out."""
_LONGEST_OPEN = 12
"""Words of a name that no "mô hình" announces, or of a phrase between commas; what is longer is speech."""
_WORDS = ("mô hình", "điển hình", "công trình")
_COUNTED = regex.compile(
    r"\d{2,}\s{1,2}(?:(?:công trình|việc làm|cách làm|phần việc|gương|lượt)[,\s]{1,3}(?:và\s)?){0,4}"
    r"(?:mô hình|điển hình)(?:,? (?:điểm|mới|điển hình|mô hình|tập thể|cá nhân|\"?dân vận khéo\"?,?)){0,3}[\s\"]{0,3}$"
)
"""Before a name: not one model but so many of its kind ("587 mô hình “Ngõ xóm tự quản”")."""
_COUNTS = regex.compile(r"\d\s{1,2}(?:mô hình|điển hình)(?!\w)")
_NEXT_WORD = regex.compile(r"[,;]\s(?:và\s)?(?:các\s)?mô hình\s?$")
_LETTERS = regex.compile(r"(?!(?:của|do|ở|tại|và|là|được|đã|thì)\s)[^\p{L}]{0,12}\p{L}|\d")
"""A name does not begin with what follows a name: what stands between two quotations is none."""
_NEXT_NAME = regex.compile(r'"\s{0,2}(?:,|,?\s(?:và|cùng|rồi))\s{0,2}"(?P<name>[^"\n]{3,90})(?=")')
_IN_A_ROW = 6
"""Names that one owner or site behind the last of them is told of."""
_CODE = regex.compile(r"\d{1,2}\s?(?:\+\s?\d{1,2}|\p{Lu})|(?!NTM|DVK|BHYT|BHXH)\p{Lu}{2,6}$")
"""Names of one word: "5+1", "5K", "IMO"."""
_SMALL = {"commune", "hamlet"}
_SITE_LEAD = 25
"""Characters before a district or a province in which "ở" or "tại" may stand."""
_LEAD_RULE = "described.lead"
_LEADS = frozenset(["ở", "tại", "về", "đến", "sang", "riêng", "còn", "trên", "địa", "bàn", "điển", "hình", "là", "như"])
"""Words before the unit that a clause on models opens with."""
_LEAD_SIGNS = str.maketrans(dict.fromkeys(",-+*•", " "))
_HEAD = 3
"""Words before a quotation that say what kind of thing bears the name."""
_LONGEST_ITEM = 30
"""Words of an item of a list that may be a name; what is longer tells a story."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a model: where it stands, whether quotation marks hold it, and the rule that found it.

    `owner` is where its owner stands, in a table or list that gives it a place of its own.
    """

    start: int
    end: int
    quoted: bool
    rule: str
    confidence: float
    owner: tuple[int, int] | None = None


def find_models(reading: Reading, figures: Sequence[Figure], places: PlaceLookup) -> tuple[Model, ...]:
    """Every model named or described, in an article on the topic; elsewhere a "mô hình" is another thing.

    In an article on mass mobilisation that never says "dân vận khéo" only names in quotation marks count.
    """
    named_topic = names_topic(reading, 0, len(reading.view))
    if not named_topic and not _on_mobilisation(reading):
        return ()
    counted = [(f.span.start, f.span.end) for f in figures]
    models = [f.span.start for f in figures if f.topic is not None]
    named_places = {m[0]: m[1] for m in places.mentions}
    found = _tabled(reading)
    rows = [(n.start, n.end) for n in found]
    titles: list[Named] = []
    for sentence in reading.sentences:
        if sentence.part not in _SILENT_PARTS:
            here = _in_sentence(reading, sentence, counted, [(n.start, n.end) for n in found])
            said = titles if sentence.part == "title" else found
            said += [n for n in here if not inside(n.start, n.end, rows)]
    names = [
        n
        for n in _once(reading, sorted([*_untold(reading, titles, found), *found], key=lambda n: n.start))
        if n.quoted or (named_topic and not _is_count(reading, n, models, named_places))
    ]
    return tuple(_record(reading, named, places) for named in names)


def _untold(reading: Reading, titles: Sequence[Named], found: Sequence[Named]) -> Iterable[Named]:
    """The names of a title that the text does not say again, in full or in part (contract ruling 13)."""
    told = [_key(reading, n) for n in found]
    return (n for n in titles if not any(_key(reading, n) in name or name in _key(reading, n) for name in told))


def _on_mobilisation(reading: Reading) -> bool:
    """Whether the title or the lead speaks of "công tác dân vận", not merely of a committee for it."""
    rule = reading.rules.rule("models", "topic.mobilisation")
    parts = [p for p in reading.draft.parts if p.kind in {"title", "lead"}]
    return any(reading.find(rule, p.start, p.end) for p in parts)


def _is_count(reading: Reading, named: Named, models: Sequence[int], named_places: Mapping[int, int]) -> bool:
    """Whether an item of a list counts models or names a place: "An Trạch 21; Bình Hạ 17" are no names.

    "Thôn Đông giữ nghề gốm" is one: it begins with a place and goes on with words.
    """
    place = named_places.get(named.start)
    only_place = place is not None and not any(c.isalpha() for c in reading.view[place : named.end])
    return only_place or any(named.start <= at < named.end for at in models)


def _in_sentence(
    reading: Reading, sentence: Sentence, counted: Sequence[tuple[int, int]], before: Sequence[tuple[int, int]]
) -> list[Named]:
    index = reading.sentence_index(sentence.start)
    lower = reading.lower[reading.sentences[max(0, index - 1)].start : sentence.end]
    if not any(word in lower for word in _WORDS) and '"' not in reading.view[sentence.start : sentence.end]:
        return []
    quoted = list(_quoted(reading, sentence, before))
    spoken = [(n.start, n.end) for n in quoted]
    listed = [
        n
        for n in _listed(reading, sentence)
        if not inside(n.start, n.end, spoken)
        and (reading.view[n.start].isdigit() or not inside(n.start, n.start + 1, counted))
    ]
    listed += [n for n in _of_bodies(reading, sentence) if not inside(n.start, n.end, spoken)]
    spoken += [(n.start, n.end) for n in listed]
    told = _described(reading, sentence, counted, named=bool(spoken))
    described = [n for n in told if not inside(n.start, n.end, [*spoken, *before])]
    return sorted([*quoted, *listed, *described], key=lambda n: n.start)


def _quoted(reading: Reading, sentence: Sentence, before: Sequence[tuple[int, int]]) -> Iterable[Named]:
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
        if _is_topic(reading, start, end) or _is_kind(reading, start, end):
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
    return lead.endswith(";") and len(reading.view[start:].split('"', 1)[0].split()) <= _LONGEST_OPEN


def _slot(
    reading: Reading, sentence: Sentence, start: int, end: int, before: Sequence[tuple[int, int]]
) -> Named | None:
    """A quotation that stands where a text on models names one without the word, or None.

    "“Tủ thuốc quân y” của Đồn ..." opens a sentence, an item of a list, or what follows a semicolon; or a body has it:
    "Chi đoàn ấp 3 có “Ngày chủ nhật xanh”".
    """
    first = reading.view[start]
    words = len(reading.view[start:end].split())
    if not (first.isupper() or first.isdigit()) or words > _LONGEST_ITEM:
        return None
    if reading.rules.rule("models", "never.movement").regex.match(reading.view, start, end):
        return None
    if not _about_models(reading, start, before) or _is_speech(reading, sentence, start, end):
        return None
    clause = max(sentence.start, *(reading.view.rfind(mark, sentence.start, start) + 1 for mark in ";:"))
    lead = reading.view[clause:start].rstrip(' "')
    if words <= _LONGEST_OPEN and (owner := _slot_subject(reading, clause, start)) is not None:
        return Named(start, end, True, "slot.subject", 0.7, owner)
    if (owner := _item_owner(reading, sentence, start)) is not None:
        return Named(start, end, True, "slot.item", 0.7, owner)
    if words > _LONGEST_OPEN:
        return None
    if reading.rules.rule("models", "slot.row").regex.match(reading.view[sentence.start : start]) is not None:
        return Named(start, end, True, "slot.row", 0.7, _holder(reading, sentence.start, start))
    found = Named(start, end, True, "slot.lead", 0.7)
    if _is_presented(reading, sentence, start):
        return replace(found, rule="slot.presented")
    if reading.rules.rule("models", "slot.at").regex.match(reading.view[clause:start].rstrip(' "')) is not None:
        return replace(found, rule="slot.at")
    opening = reading.rules.rule("models", "slot.lead").regex.match(lead)
    behind = reading.match(reading.rules.rule("models", "slot.behind"), end, sentence.end)
    if opening is None and not reading.lower.startswith("dân vận khéo", start):
        before_it = reading.view[clause:start].rstrip(' "')
        started = reading.rules.rule("models", "slot.started").regex.search(before_it)
        other = reading.rules.rule("models", "slot.other").regex.search(before_it)
        told = other is None and (started is not None or _is_placed(reading, end, sentence.end))
        return replace(found, rule="slot.placed") if told else None
    if opening is None or opening.group("has") is not None:
        return found if opening is not None else None
    if clause > sentence.start and reading.view[clause - 1] == ";" and _names_model(reading, sentence.start, clause):
        return found
    return found if behind is not None and (behind["colon"] is None or clause == sentence.start) else None


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
    first = max(clause, start - _LEAD)
    lead = reading.view[first:start].rstrip(' "')
    m = reading.rules.rule("models", "slot.subject").regex.search(lead)
    return None if m is None else (first + m.start("span"), first + m.end("span"))


def _item_owner(reading: Reading, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The owner before a name in an item of a list, or None: "...; Tổ dân vận thôn Đông (xã An Trạch) “A”"."""
    first = max(sentence.start, start - 1 - _LEAD)
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
    lead = reading.view[max(sentence.start, start - _LEAD) : start].rstrip(' "')
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
        or reading.match(reading.rules.rule("models", "quote.said"), end, sentence.end) is not None
    )


def _tabled(reading: Reading) -> list[Named]:
    """Names without quotation marks behind "Tên mô hình:"; the column "Mô hình" of a table, with the owners beside."""
    text = reading.view
    found = [
        named
        for m in reading.find(reading.rules.rule("models", "table.label"), 0, len(text))
        for named in _labelled(reading, m)
    ]
    end = 0
    for head in reading.find(reading.rules.rule("models", "table.head"), 0, len(text)):
        if head.start < end:
            continue
        start = text.rfind("\n", 0, head.start) + 1
        end = _line_end(text, head.end)
        mark = " | " if " | " in text[start:end] else " - "
        titles = _cells(text, start, end, mark, len(text))
        column = next((i for i, (s, e) in enumerate(titles) if s <= head.start < e), 0)
        while len(titles) > 1 and end < len(text):
            start, end = end + 1, _line_end(text, end + 1)
            row = _cells(text, start, end, mark, len(titles))
            if len(row) != len(titles):
                break
            found += _row_name(reading, row, column)
    return found


def _labelled(reading: Reading, label: Match) -> Iterable[Named]:
    """The name behind a label that opens its line."""
    if not _opens_line(reading, label.groups["label"][0]):
        return
    end = min(label.end, _line_end(reading.draft.text, label.start))
    start, end = _trimmed(reading.view, label.start, _cut_owner(reading, label.start, end))
    if len(reading.view[start:end].split()) >= 2:
        yield Named(start, end, False, label.rule.id, 0.85)


def _opens_line(reading: Reading, at: int) -> bool:
    """Whether only a number or a bullet stands before it on its line."""
    return not reading.view[reading.draft.text.rfind("\n", 0, at) + 1 : at].strip(" -+*•.0123456789)")


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _cells(text: str, start: int, end: int, mark: str, most: int) -> list[tuple[int, int]]:
    """The cells of a row, at the most `most`."""
    cells = []
    for cell in text[start:end].split(mark, most - 1):
        cells.append((start, start + len(cell)))
        start += len(cell) + len(mark)
    return cells


def _row_name(reading: Reading, row: Sequence[tuple[int, int]], column: int) -> Iterable[Named]:
    start, end = row[column]
    quotes = quoted_spans(reading.draft.text, start, end)
    quoted = bool(quotes) and quotes[0][0] <= start + 2
    start, end = quotes[0] if quoted else _trimmed(reading.view, start, end)
    owners = (owner for i, cell in enumerate(row) if i != column and (owner := _holder(reading, *cell)) is not None)
    if len(reading.view[start:end].split()) >= 2 and not _is_topic(reading, start, end):
        yield Named(start, end, quoted, "table.head", 0.85, next(owners, None))


def _trimmed(view: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks and stops at its edges."""
    text = view[start:end]
    return start + len(text) - len(text.lstrip(" .,;:")), end - len(text) + len(text.rstrip(" .,;:"))


def _holder(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The person or body that a cell or a numbered line begins with: "2. Bà Lê Thị Sen, Trưởng thôn Đông"."""
    m = reading.rules.rule("models", "table.owner").regex.match(reading.view[start:end])
    if m is None:
        return None
    s, e = m.span("person" if m.group("person") else "body")
    return start + s, start + e


def _is_topic(reading: Reading, start: int, end: int) -> bool:
    """Whether the quotation holds nothing but "dân vận khéo" itself."""
    words = reading.lower[start:end].removeprefix("mô hình").strip()
    return any(rule.regex.fullmatch(words) for rule in reading.rules.starting("cues", "topic."))


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
    between = _BRACKET.sub("", reading.view[start:end])
    return reading.rules.rule("models", "list.link").regex.search(between) is not None


def _listed(reading: Reading, sentence: Sentence) -> Iterable[Named]:
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
        end = _cut_owner(reading, m.start("span"), m.end("span"))
        if _names_item(reading, m.start("span"), end, least=3):
            found.append(Named(m.start("span"), end, False, rule_id, 0.7))
    return found


def _names_item(reading: Reading, start: int, end: int, *, least: int) -> bool:
    """Whether an item of a list may be a name: not a field, a body, a result, or a sentence that counts things."""
    name = reading.view[start:end]
    never = (reading.rules.rule("models", "never.model"), reading.rules.rule("models", "never.item"))
    return least <= len(name.split()) <= _LONGEST_ITEM and not any(rule.regex.search(name) for rule in never)


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
            end = _cut_owner(reading, at + acts.start("span"), e)
            yield Named(
                at + acts.start("span"), end, False, rule_id, 0.7, (at + acts.start("owner"), at + acts.end("owner"))
            )
            continue
        closing = reading.view.find('"', at, e) if reading.view[at - 1] == '"' else -1
        if closing > at:
            if _is_topic(reading, at, closing):
                continue
            yield Named(at, closing, True, rule_id, 0.85)
            continue
        name_end = _cut_owner(reading, m.start("span"), m.end("span"))
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
        if _names_item(reading, m.start("span"), name_end, least=2 if short else 3):
            yield Named(m.start("span"), _with_marks(reading, name_end, e), False, rule_id, 0.75)


def _with_marks(reading: Reading, name_end: int, end: int) -> int:
    """Where a name ends that ends in marks: "vận động thực hiện “5 không, 3 sạch”"."""
    if not reading.view.startswith(' "', name_end):
        return name_end
    closing = reading.view.find('"', name_end + 2, end)
    return name_end if closing < 0 or _is_topic(reading, name_end + 2, closing) else closing + 1


def _is_head(reading: Reading, name_end: int, end: int) -> bool:
    """Whether an item is a kind or an owner whose name stands in marks behind: "tổ dân vận thôn Đông “Thắp sáng”".

    What begins small is no name but part of what the item does: "vận động thực hiện “5 không, 3 sạch”".
    """
    opening = reading.view.find('"', name_end, end)
    closing = reading.view.find('"', opening + 1)
    if opening < 0 or closing < 0 or "," in reading.view[name_end:opening]:
        return False
    return reading.view[opening + 1].isupper() and not _is_topic(reading, opening + 1, closing)


def _quoted_in(reading: Reading, start: int, name_end: int, end: int) -> tuple[int, int] | None:
    """The quotation that the head of an item leads to: "những buổi “Cà phê sáng” ở phường"."""
    head = reading.view[start:name_end].split()
    opening = reading.view.find('"', name_end, min(end, name_end + 3))
    closing = reading.view.find('"', opening + 1, end)
    if len(head) > _HEAD or opening < 0 or closing < 0 or not reading.view[opening + 1].isupper():
        return None
    return None if _is_topic(reading, opening + 1, closing) else (opening + 1, closing)


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
    if phrases and all(3 <= len(piece.split()) <= _LONGEST_OPEN for piece in pieces):
        return [*cuts, *([len(masked)] if tail else [])]
    if len(cuts) > 1 and all(2 <= len(p.split()) <= _LONGEST_OPEN and head.match(p.lstrip()) for p in pieces):
        return [*cuts, *([len(masked)] if tail else [])]
    bracketed = ["(" in reading.view[start + a + 1 : start + b] for a, b in edges]
    if cuts and all(beside or owned.search(piece) for piece, beside in zip(pieces, bracketed, strict=True)):
        return [*cuts, *([len(masked)] if tail else [])]
    return []


def _masked(text: str) -> str:
    """The text with brackets and quotations blanked, of the same length."""
    return str(_ASIDE.sub(lambda m: " " * len(m.group()), text))


def _cut_owner(reading: Reading, start: int, end: int) -> int:
    """Where the name ends: before its owner, its site, or the verb behind it."""
    view = reading.view
    stop = reading.rules.rule("models", "name.stop").regex.search(view, start + 4, end)
    cut = stop.start() if stop else end
    while cut > start and view[cut - 1] in ' ,…."-':
        cut -= 1
    return cut


def _of_bodies(reading: Reading, sentence: Sentence) -> Iterable[Named]:
    """ "Hội Nông dân với mô hình A, Đoàn Thanh niên với mô hình B, Công đoàn: C": a body and its model in a row."""
    heads = reading.find(reading.rules.rule("models", "model.of_body"), sentence.start, sentence.end)
    plain = reading.rules.rule("figures", "behind_model.plain").regex
    told = False
    for i, head in enumerate(heads):
        told = told or "said" in head.groups
        if not told:
            continue
        chained = i + 1 < len(heads)
        limit = heads[i + 1].start if chained else sentence.end
        m = reading.rules.rule("models", "model.listed").regex.match(reading.view, head.end, limit)
        if m is None or plain.match(reading.view[head.end : limit]):
            continue
        start, end = m.span("span")
        if end < limit or not chained:
            comma = reading.view.find(", ", start, end)
            end = comma if comma > 0 else end
        end = _cut_owner(reading, start, end)
        if _names_item(reading, start, end, least=3):
            yield Named(start, end, False, head.rule.id, 0.7, head.groups["owner"])


def _described(
    reading: Reading, sentence: Sentence, counted: Sequence[tuple[int, int]], *, named: bool
) -> Iterable[Named]:
    """ "mô hình nuôi dê của anh Dũng": a describing phrase behind "mô hình" without a number before it.

    `named`: other names stand in the sentence. A name has an owner or a site behind it, or somebody before it who has
    it, or words that bring one model out.
    """
    for m in reading.find(reading.rules.rule("models", "model.described"), sentence.start, sentence.end):
        numbered = reading.view[m.start].isdigit()  # "mô hình 2,5 ha thanh long": the number is of the name
        taken = inside(m.start - 4, m.start + (0 if numbered else 1), counted)
        found = None if taken else _phrase(reading, sentence, m, chained=named)
        if found is not None:
            named = True
            yield found
    for name, start, stop in _said_to_be(reading, sentence):
        end = _cut_owner(reading, start, stop)
        if _names_item(reading, start, end, least=2):
            yield Named(start, end, False, name, 0.65)


def _said_to_be(reading: Reading, sentence: Sentence) -> Iterable[tuple[str, int, int]]:
    """What is said to be a model: "một trong những mô hình ... là {việc}", "{việc} của {ai} là một điển hình ..."."""
    chosen = reading.rules.rule("models", "described.chosen")
    yield from ((chosen.id, m.start, m.end) for m in reading.find(chosen, sentence.start, sentence.end))
    told = reading.rules.rule("models", "described.told")
    m = told.regex.match(reading.view[sentence.start : sentence.end])
    if m is not None:
        yield told.id, sentence.start + m.start("span"), sentence.start + m.end("span")


def _phrase(reading: Reading, sentence: Sentence, m: Match, *, chained: bool) -> Named | None:
    """The model that the phrase behind one "mô hình" names, or None. `chained`: one before it in the sentence does."""
    name = reading.view[m.start : m.end]
    headed = reading.rules.rule("models", "name.head").regex.match(name) is not None
    never = (reading.rules.rule("models", rule).regex for rule in ("never.model", "never.described"))
    if '"' in name or any(rule.search(name) for rule in never):
        return None
    if not headed and reading.rules.rule("figures", "behind_model.plain").regex.match(name):
        return None
    at = _word_before(reading, sentence, m.start)
    before = reading.view[max(sentence.start, at - 180) : at]
    plural = reading.rules.rule("models", "list.plural").regex.search(before) is not None
    if plural and not headed:
        return None
    holder = reading.rules.rule("models", "described.holder").regex
    person = holder.search(reading.view, max(sentence.start, m.start - 180), m.start)
    behind = reading.rules.rule("models", "name.owned").regex.match(reading.view[m.end : m.end + 6])
    later = _owned_later(reading, m.end, sentence.end)
    if later is not None:
        return Named(m.start, later, False, m.rule.id, 0.65)
    end = _cut_owner(reading, m.start, m.end)
    if len(reading.view[m.start : end].split()) < 2:
        return None
    if person is not None and behind is None:
        return Named(m.start, end, False, "described.holder", 0.65, person.span("span"))
    if plural and not _names_item(reading, m.start, end, least=2):
        return None
    if behind is not None or end < m.end:
        return Named(m.start, end, False, m.rule.id, 0.7)
    bare = (
        headed
        and not plural
        and "about" not in m.groups
        and not reading.rules.rule("models", "never.item").regex.search(name)
    )
    chained = chained and reading.rules.rule("models", "described.chain").regex.search(before) is not None
    if bare and (chained or "topic" in m.groups or _brought_out(reading, before, name)):
        return Named(m.start, end, False, _LEAD_RULE, 0.6)
    return None


def _word_before(reading: Reading, sentence: Sentence, start: int) -> int:
    """Where the "mô hình" begins that a describing phrase follows; the phrase itself where there is none."""
    at = reading.lower.rfind("mô hình", max(sentence.start, start - 40), start)
    return at if at >= 0 else start


def _brought_out(reading: Reading, before: str, name: str) -> bool:
    """Whether words before "mô hình" name one: a body or a person that has it, or "điển hình là".

    "Đó là mô hình giúp dân thoát nghèo" says what a model does and names none.
    """
    if reading.rules.rule("models", "described.subject").regex.search(before) is not None:
        return True
    tells = reading.rules.rule("models", "name.tells").regex.match(name)
    return tells is None and reading.rules.rule("models", "described.lead").regex.search(before) is not None


def _owned_later(reading: Reading, start: int, end: int) -> int | None:
    """Where a name with a comma in it ends: "mô hình nuôi cá đồng, trồng chuối xiêm của ông Nam"."""
    rule = reading.rules.rule("models", "name.owned_later")
    m = rule.regex.match(reading.view[start : min(end, start + 80)])
    if m is None or "mô hình" in m.group():
        return None
    sited = m.group("sited") is not None
    if sited and not reading.rules.rule("models", "name.head").regex.match(m.group().lstrip(", ")):
        return None
    return start + int(m.end())


def _once(reading: Reading, found: list[Named]) -> list[Named]:
    """One record a model: a name said again is dropped, or takes the place of one without an owner or a site beside it.

    Contract ruling 13: the fullest mention stands.
    """
    kept: dict[str, Named] = {}
    for named in found:
        key = _key(reading, named)
        if key not in kept or (_is_held(reading, named) and not _is_held(reading, kept[key])):
            kept[key] = named
    return sorted(kept.values(), key=lambda n: n.start)


def _is_held(reading: Reading, named: Named) -> bool:
    """Whether an owner or a site stands beside the name."""
    behind = reading.rules.rule("models", "slot.behind").regex.match(reading.view, named.end)
    return _placed_owner(reading, named) is not None or (behind is not None and behind["colon"] is None)


def _key(reading: Reading, named: Named) -> str:
    return " ".join(reading.lower[named.start : named.end].split())


def _record(reading: Reading, named: Named, places: PlaceLookup) -> Model:
    sentence = reading.sentence_at(named.start)
    owner = _owner(reading, named, sentence)
    name = " ".join(reading.draft.text[named.start : named.end].split())
    # what the name says first it is about: "tự quản phòng, chống tội phạm gắn với thể dục thể thao"
    told = [m for r in reading.rules.starting("cues", "field.") for m in reading.find(r, named.start, named.end)]
    first = min(told, key=lambda m: (m.start, -m.end), default=None)
    return Model(
        name=name,
        quoted=named.quoted,
        owner=owner,
        field=cast("Field_ | None", None if first is None else first.rule.gives["field"]),
        place=_site(reading, named, sentence, places),
        span=reading.span(named.start, named.end),
        rule=named.rule,
        confidence=confidence(reading.rules, "model", named.rule, named.confidence),
    )


def _owner(reading: Reading, named: Named, sentence: Sentence) -> str | None:
    """Who has the model: behind "của" or "do", the one body that the bracket names, or where a list puts it.

    Contract ruling 21; constructions.md 1.9 on award lists ("Tên mô hình: ..." below a numbered line).
    """
    placed = _placed_owner(reading, named)
    if placed is not None:
        return _body_of(reading, placed)
    behind = named.end + (1 if named.quoted else 0)
    bracket = _BRACKET.match(reading.view, behind, sentence.end)
    if bracket is not None and _SHORT.fullmatch(bracket.group(1)):
        behind, bracket = bracket.end(), None
    if bracket is not None:
        inner = reading.draft.text[bracket.start(1) : bracket.end(1)]
        body = reading.rules.rule("models", "owner.body").regex
        if body.match(inner) is None or " và " in inner:
            return None
        return str(_UNIT_BEHIND.split(inner)[0]).strip()
    said = reading.match(reading.rules.rule("models", "model.behind"), named.end, sentence.end)
    at = said.end() if said is not None else behind
    gap = reading.view[at : at + 3]
    at += len(gap) - len(gap.lstrip('" \n'))
    rule = reading.rules.rule("models", "owner.after")
    m = rule.regex.match(reading.view, at, min(sentence.end, at + 140))
    if m is None:
        subject = _subject(reading, named, sentence)
        return None if subject is None else _body_of(reading, subject)
    start, end = m.span("span")
    person = reading.rules.rule("models", "owner.person").regex.match(reading.view[start:end])
    if person is not None:
        start, end = start + person.start("span"), start + person.end("span")
    elif (body := reading.rules.rule("models", "owner.named").regex.match(reading.view[start:end])) is not None:
        end = start + body.end()
    return " ".join(reading.draft.text[start:end].split())


def _body_of(reading: Reading, owner: tuple[int, int]) -> str:
    """The owner without what it does: "Hội Phụ nữ xã vận động" ra mắt mô hình."""
    acts = reading.rules.rule("models", "owner.acts").regex.search(reading.view[slice(*owner)])
    end = owner[0] + acts.start() if acts is not None else owner[1]
    return " ".join(reading.draft.text[owner[0] : end].split())


def _placed_owner(reading: Reading, named: Named) -> tuple[int, int] | None:
    return named.owner or _owner_above(reading, named)


def _owner_above(reading: Reading, named: Named) -> tuple[int, int] | None:
    """The owner of a name behind "Tên mô hình:": on the line above the label."""
    text = reading.draft.text
    start = text.rfind("\n", 0, named.start) + 1
    label = reading.rules.rule("models", "table.label").regex.search(reading.view, start, named.end)
    if start == 0 or label is None or not _opens_line(reading, label.start("label")):
        return None
    return _holder(reading, text.rfind("\n", 0, start - 1) + 1, start - 1)


def _subject(reading: Reading, named: Named, sentence: Sentence) -> tuple[int, int] | None:
    """ "Chi bộ ấp 3 ra mắt mô hình ...": where the body stands that has or starts the model."""
    start = max(sentence.start, named.start - 160)
    m = reading.rules.rule("models", "owner.subject").regex.search(reading.view[start : named.start])
    return None if m is None else (start + m.start("span"), start + m.end("span"))


def _site(reading: Reading, named: Named, sentence: Sentence, places: PlaceLookup) -> PlaceRef | None:
    """The unit named as the site, right behind the name and before the next one (contract ruling 21)."""
    stop = sentence.end
    # "Tiếng loa an ninh" - mô hình của Công an xã: the word behind is this model, not the next
    said = reading.match(reading.rules.rule("models", "model.behind"), named.end, sentence.end)
    behind = said.end() if said is not None else named.end + named.quoted
    for mark in (";", '"', "mô hình"):
        cut = reading.lower.find(mark, behind, sentence.end)
        stop = min(stop, cut) if cut > 0 else stop
    bracket = _BRACKET.match(reading.view, named.end + (1 if named.quoted else 0), sentence.end)
    if bracket is not None and any(bracket.start() < m[0] < bracket.end() for m in places.mentions):
        stop = bracket.end()
    near = [m for m in places.mentions if named.end <= m[0] < min(stop, named.end + 120)]
    owned = reading.rules.rule("models", "name.owned").regex
    if named.owner is not None and owned.match(reading.view[behind : behind + 6]) is None:
        # "xã An Trạch với "Cà phê sáng", xã Bình Hạ với ...": the unit behind the name is that of the next
        near = [m for m in places.mentions if named.owner[0] <= m[0] and m[1] <= named.owner[1]] or near
    subject = None if near else _subject(reading, named, sentence)
    if subject is not None:
        near = [m for m in places.mentions if subject[0] <= m[0] and m[1] <= subject[1]]
    placed = None if near else _placed_owner(reading, named)
    if placed is not None:
        last = min(named.start, _line_end(reading.draft.text, placed[0]))
        near = [m for m in places.mentions if placed[0] <= m[0] < last]
    near = near or _leading(reading, named, sentence, places)
    units = [m[2] for m in near]
    if not units:
        return None
    small = next((p for p in units if p.level in _SMALL), None)
    at = reading.view[max(0, near[0][0] - _SITE_LEAD) : near[0][0]]
    if small is None and reading.rules.rule("models", "site.at").regex.search(at) is None:
        return None
    return places.ref_of(small or units[0])


def _leading(reading: Reading, named: Named, sentence: Sentence, places: PlaceLookup) -> list[tuple[int, int, Place]]:
    """The unit that a clause on models opens with: "Xã An Trạch có nhiều mô hình như ...", "còn ở thôn 3, ..."."""
    start = max(sentence.start, reading.view.rfind(";", sentence.start, named.start) + 1)
    before = [m for m in places.mentions if start <= m[0] and m[1] <= named.start]
    apart = any(reading.view[a[1] : b[0]].strip(" ,(") for a, b in itertools.pairwise(before))
    if not before or apart or before[0][2].level not in _SMALL:
        return []
    lead = reading.lower[start : before[0][0]].translate(_LEAD_SIGNS).split()
    return before if _LEADS.issuperset(lead) else []
