"""Models told by what they do: "mô hình nuôi dê của anh Dũng", and a body with its model in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from danvan.find.models.named import Named, cut_owner, names_item
from danvan.match import Match, inside
from danvan.reading import Reading
from danvan.text.segment import Sentence

_LEAD_RULE = "described.lead"


def names_of_bodies(reading: Reading, sentence: Sentence) -> Iterable[Named]:
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
        end = cut_owner(reading, start, end)
        if names_item(reading, start, end, least=3):
            yield Named(start, end, False, head.rule.id, 0.7, head.groups["owner"])


def described_names(
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
        end = cut_owner(reading, start, stop)
        if names_item(reading, start, end, least=2):
            yield Named(start, end, False, name, 0.65)


def _said_to_be(reading: Reading, sentence: Sentence) -> Iterable[tuple[str, int, int]]:
    """What is said to be a model: "một trong những mô hình ... là {việc}", "{việc} của {ai} là một điển hình ..."."""
    chosen = reading.rules.rule("models", "described.chosen")
    yield from ((chosen.id, m.start, m.end) for m in reading.find(chosen, sentence.start, sentence.end))
    first = reading.lower.find("mô hình", sentence.start, sentence.end)
    has = reading.rules.rule("models", "described.has")
    if first >= 0:
        yield from ((has.id, m.start, m.end) for m in reading.find(has, first, sentence.end))
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
    end = cut_owner(reading, m.start, m.end)
    if len(reading.view[m.start : end].split()) < 2:
        return None
    if person is not None and behind is None:
        return Named(m.start, end, False, "described.holder", 0.65, person.span("span"))
    if plural and not names_item(reading, m.start, end, least=2):
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
