"""Parts that no list announces: a total that was named before, sums, shares, what is left, who has most.

Forms: constructions.md 1.4; contract rulings 4 and 13.
"""

from __future__ import annotations

import itertools

from danvan.link.bullets import behind_mark
from danvan.link.changes import direction_of
from danvan.link.counts import (
    LABEL,
    MODEL,
    Count,
    clause_start,
    is_aside,
    is_labelled,
)
from danvan.link.cues import cues
from danvan.link.parts.sums import (
    FIELDS,
    is_total,
)
from danvan.link.parts.totals import HOLDERS, adopt, ends_here, larger_of, take_noun
from danvan.reading import Reading

_SUM = 60
"""Characters before a total in which the words stand that add up what was told before."""


def link_units(reading: Reading, counts: list[Count]) -> None:
    """A sentence that names units with a number each goes on from the total of the sentence before: "Xã An Trạch đăng
    ký 7 mô hình, xã Bình Hạ 6, ..."; in an item of a list from its count: "- 97 mô hình kinh tế. Xã An Trạch có 18"."""
    models = [c for c in counts if is_total(reading, c)]
    for first in sorted({c.sentence.start for c in models}):
        here = [c for c in models if c.sentence.start == first]
        whole = _item_over(reading, models, here[0])
        if whole is not None:
            _link_item_units(reading, whole, here)
            continue
        if len(here) < 3 or any(c.part_of is not None for c in here):
            continue
        if not all(is_labelled(reading, left.end, right) for left, right in itertools.pairwise(here)):
            continue
        lead = reading.view[first : here[0].number.outer].split()
        if not 0 < len(lead) <= LABEL or any(word.endswith((",", ":")) for word in lead):
            continue
        value = sum(c.value for c in here)
        total = _total_above(models, here[0], value)
        if total is not None and total.value != value:
            for part in here:
                part.part_of, part.partition, part.list = total, False, None


def _item_over(reading: Reading, models: list[Count], count: Count) -> Count | None:
    """The count of the item that a later sentence goes on from, or of the heading right above its paragraph."""
    first = next(c for c in models if c.sentence.paragraph == count.sentence.paragraph)
    above = next((c for c in reversed(models) if c.sentence.paragraph == count.sentence.paragraph - 1), None)
    if first.sentence == count.sentence and above is not None:
        ends = reading.view[above.end : above.sentence.end].strip(" .:;)")
        return above if not ends and _is_item(reading, above) and behind_mark(reading, *_span(count)) is None else None
    return first if first.sentence != count.sentence and _is_item(reading, first) else None


def _span(count: Count) -> tuple[int, int]:
    return count.sentence.start, count.sentence.end


def _link_item_units(reading: Reading, whole: Count, here: list[Count]) -> None:
    """Gives the units that a later sentence of an item names to the count of the item."""
    value, parts = 0.0, []
    for left, count in zip([None, *here], here, strict=False):
        start = count.sentence.start if left is None else left.end
        label = reading.view[start : count.number.outer].split()
        named = len(label) <= LABEL and any(w[:1].isupper() for w in label[1:])
        value += count.value
        if count.part_of is not None or not named or value > whole.value:
            break
        parts.append(count)
    for part in parts:
        part.part_of, part.partition, part.list = whole, False, None


def link_singled_out(reading: Reading, counts: list[Count]) -> None:
    """ "có 96 mô hình, riêng xã An Trạch 9, tiếp đến là Bình Hạ 7": a unit of a whole, and those named next."""
    models = [c for c in counts if is_total(reading, c)]
    levels = reading.rules.rule("cues", "elided.level")
    last: Count | None = None
    for count in models:
        if count.part_of is not None:
            continue
        single = cues(reading, "breakdown.single", clause_start(reading, count), count.number.outer)
        lead = reading.view[single[-1].end : count.number.outer] if single else ""
        lead = reading.rules.rule("cues", "single.units").regex.sub("", lead)
        if single and not any(c in ":0123456789" for c in lead) and levels.regex.search(lead) is None:
            total = _total_above(models, count, count.value)
            within = next((c for c in reversed(models) if c.start < count.start and c.sentence == count.sentence), None)
            if within is not None and within.value >= count.value and _is_item(reading, within):
                # "- Hệ thống chính trị: 13 mô hình, riêng chuyển đổi số 8": of the item, not of what the list divides
                total = within
        elif last is not None and last.sentence == count.sentence and count.sibling is last:
            total = last.part_of
        else:
            continue
        if total is not None:
            count.part_of, count.partition, count.list = total, False, None
            last = count


def _is_item(reading: Reading, count: Count) -> bool:
    """Whether a count stands in an item of a list that divides a total above it."""
    mark = behind_mark(reading, *_span(count))
    total = count.part_of
    return mark is not None and total is not None and total.sentence.paragraph != count.sentence.paragraph


def _total_above(models: list[Count], count: Count, least: float) -> Count | None:
    """The total last before a count in its paragraph, of at least that value; the whole goes before its parts."""
    near = next(
        (c for c in reversed(models) if c.start < count.start and c.sentence.paragraph == count.sentence.paragraph),
        None,
    )
    while near is not None and (near.value < least or (near.sentence == count.sentence and near.part_of is not None)):
        near = near.part_of
    return near if near is None or near.part_of is None or near.list is None else near.root


def adopt_totals(reading: Reading, counts: list[Count]) -> None:
    """Gives its noun to a number that a list divides, or that a subject counts: "công nhận được 62, gồm ...", "Tổng số
    mô hình của hai xã là 29"."""
    verbs = reading.rules.rule("cues", "elided.verb")
    subject = reading.rules.rule("cues", "elided.subject")
    most = reading.rules.rule("cues", "elided.most")
    year = reading.rules.rule("cues", "elided.year")
    enrolled = reading.rules.rule("cues", "elided.enrolled")
    last: Count | None = None
    whole: Count | None = None
    for before, count in zip([None, *counts], counts, strict=False):
        if count.measure:
            last = count if count.is_model and not count.is_rate else last
            whole = larger_of(whole, count) if is_total(reading, count) else whole
            continue
        lead = reading.view[max(count.sentence.start, count.number.outer - 120) : count.number.outer]
        told = ends_here(reading, count) and any(r.regex.search(lead) for r in (subject, most, enrolled))
        if told and not _goes_on_to(reading, last, count):
            take_noun(count)
            last = count
        elif (
            last is not None
            and last.sentence == count.sentence
            and year.regex.search(lead)
            and ends_here(reading, count)
        ):
            adopt(reading, count, last)
            count.sibling, last = last, count
        elif last is not None and _is_divided(reading, count):
            if last.sentence.paragraph != count.sentence.paragraph:
                lender = whole if _opens_stage(reading, last, count, whole) else None
            else:
                # "xã An Trạch 29, xã Bình Hạ 27, trong đó 6 của phụ nữ"
                is_next = before is not None and is_labelled(reading, before.end, count)
                lender = last if is_next or verbs.regex.search(lead) else None
            if lender is not None:
                adopt(reading, count, lender)
                # "năm 2010 đăng ký 141, công nhận 92 (...)": it goes on from the number without a noun before it
                alone = before is not None and not before.measure and before.sentence == count.sentence
                count.sibling, count.unit = None if alone else lender, MODEL
                last = count


def _goes_on_to(reading: Reading, last: Count | None, count: Count) -> bool:
    """Whether a sum goes on from a count of its sentence and divides nothing: "ra mắt 6 mô hình, nâng tổng số mô hình
    lên 51"."""
    behind = reading.view[count.number.outer_end : count.number.outer_end + 2].lstrip()
    if last is None or last.sentence != count.sentence or behind.startswith("(") or _is_divided(reading, count):
        return False
    return bool(cues(reading, "time.raised", last.end, count.number.outer))


def adopt_holders(reading: Reading, counts: list[Count]) -> None:
    """ "đăng ký 80 mô hình, 64 tập thể và 16 cá nhân": right behind a total that they add up to holders are models;
    those of whom the words say that they do them are not."""
    doers = reading.rules.rule("cues", "elided.doers")
    for total, first, second in zip(counts, counts[1:], counts[2:], strict=False):
        if not total.is_model or total.sentence != second.sentence or {first.measure, second.measure} != set(HOLDERS):
            continue
        between = reading.view[total.end : first.number.outer]
        if first.value + second.value != total.value or reading.match(doers, second.end) is not None:
            continue
        if not any(c in between for c in ";.(:"):
            for part in (first, second):
                part.measure, part.is_model = MODEL, True


def adopt_summed_up(reading: Reading, counts: list[Count]) -> list[tuple[Count, list[Count]]]:
    """Numbers without a noun that a total behind them adds up, with it: "khối đảng 4, chính quyền 12. Tổng cộng 16 mô
    hình"."""
    found = []
    for i, total in enumerate(counts):
        lead = reading.view[max(total.sentence.start, total.number.outer - _SUM) : total.number.outer]
        if not is_total(reading, total) or reading.rules.rule("cues", "elided.sum").regex.search(lead) is None:
            continue
        start = max((c.end for c in counts[:i] if c.measure), default=0)
        run = [c for c in counts[:i] if c.start >= start and c.sentence.paragraph == total.sentence.paragraph]
        while run and sum(c.value for c in run) > total.value:
            del run[0]
        if len(run) > 1 and sum(c.value for c in run) == total.value and all(c.number.of is None for c in run):
            for part in run:
                adopt(reading, part, total)
            found.append((total, run))
    return found


def adopt_sums(reading: Reading, counts: list[Count]) -> None:
    """Numbers without a noun that add up to a total before them: "28 mô hình, 11 ở ấp Đông, 17 ở ấp Tây", "Có 28 mô
    hình. Kinh tế chiếm nhiều nhất (15), thứ nhì là văn hóa (9), sau cùng là môi trường (4)"."""
    by_sentence = [list(group) for _, group in itertools.groupby(counts, key=lambda c: c.sentence.start)]
    for here, following in itertools.pairwise([*by_sentence, []]):
        for i, total in enumerate(here):
            if not is_total(reading, total):
                continue
            near = following if following and following[0].sentence.paragraph == total.sentence.paragraph else []
            for behind, least in ((here[i + 1 :], 2), (near, FIELDS)):
                run = list(itertools.takewhile(lambda c: not c.measure, behind))
                fits = all(c.number.of is None and not c.each and direction_of(reading, c) is None for c in run)
                if fits and len(run) >= least and sum(c.value for c in run) == total.value:
                    for part in run:
                        adopt(reading, part, total)


def _is_divided(reading: Reading, count: Count) -> bool:
    """Whether a list opens right behind a number: "15, gồm", "15 (9 tập thể"."""
    end = count.number.outer_end
    opens = cues(reading, "breakdown.", end, min(end + 25, count.sentence.end))
    if reading.rules.rule("cues", "elided.bracket").regex.match(reading.view, end, count.sentence.end) is not None:
        return True
    divides = bool(opens) and opens[0].rule.gives["opens"] in {"whole", "subset"}
    return divides and not reading.view[end : opens[0].start].strip(" ,;:(")


def adopt_ahead(reading: Reading, counts: list[Count]) -> None:
    """The noun stands behind the last number of a list only: "xã An Trạch 13, Bình Hạ 11, Cẩm Lộc 9 mô hình"."""
    for i, count in enumerate(counts):
        if not count.is_model or count.noun is None:
            continue
        if i and _is_verb_for_verb(reading, counts[i - 1], count):
            adopt(reading, counts[i - 1], count)
        run: list[Count] = []
        behind = count
        for before in reversed(counts[:i]):
            if before.measure or before.sentence != count.sentence or not is_labelled(reading, before.end, behind):
                break
            if cues(reading, "status.", before.end, behind.number.outer):
                break  # "Hiệp Thành 9, Thạnh Xuân 8; An Phú Đông đăng ký 12 mô hình"
            run.append(before)
            behind = before
        if len(run) > 1:
            for before in run:
                adopt(reading, before, count)
                before.sibling = count


def _is_verb_for_verb(reading: Reading, before: Count, count: Count) -> bool:
    """Whether two verbs of counting share the noun behind the second: "đăng ký 34, công nhận 30 mô hình"."""
    if before.measure or before.part_of is not None or before.sentence != count.sentence:
        return False
    if not ends_here(reading, before) or reading.view[before.end : before.end + 1] not in {",", ";"}:
        return False
    verbs = reading.rules.rule("cues", "elided.verb").regex
    lead = reading.view[max(count.sentence.start, before.number.outer - 40) : before.number.outer]
    return all(verbs.search(words) is not None for words in (lead, reading.view[before.end : count.number.outer]))


def adopt_by_verb(reading: Reading, counts: list[Count]) -> None:
    """A number without a noun behind a verb of counting takes the noun of the count before it: "công nhận 62"."""
    verbs = reading.rules.rule("cues", "elided.verb")
    following = reading.rules.rule("cues", "elided.next")
    levels = reading.rules.rule("cues", "elided.level")
    holders = reading.rules.rule("cues", "elided.holders")
    others = reading.rules.rule("cues", "elided.other")
    last: Count | None = None
    lender: Count | None = None
    previous: Count | None = None
    whole: Count | None = None
    for count in counts:
        # looked up as the loop goes, a search backwards from every number would be quadratic
        if previous is not None and previous.measure and not previous.is_rate:
            lender = last if last is not None and last.is_model and last.sentence == previous.sentence else None
            last = previous
        before, previous = last, count
        if count.measure or count.part_of is not None:
            whole = larger_of(whole, count) if is_total(reading, count) else whole
            continue
        if before is not None and _opens_stage(reading, before, count, whole):
            before = whole
        if before is None or (before.sentence.paragraph != count.sentence.paragraph and before is not whole):
            continue
        here = before.sentence == count.sentence
        if here and lender is not None and holders.regex.fullmatch(reading.view[before.start : count.number.outer]):
            before = lender
        lead = reading.view[
            max(count.sentence.start, count.number.outer - 40, before.end if here else 0) : count.number.outer
        ]
        if others.regex.search(lead) is not None:
            continue
        if (
            (here and levels.regex.search(lead))
            or (before.is_model and verbs.regex.search(lead) and ends_here(reading, count))
            or (before.is_model and here and direction_of(reading, count) is not None and ends_here(reading, count))
            or (before.is_model and levels.regex.search(lead) and MODEL in lead.lower())
            or (here and before.is_model and _is_sibling(reading, before, count))
            or (here and before.is_model and following.regex.search(lead) and ends_here(reading, count))
            or (here and before.is_model and _counts_on(reading, count, lead))
            or (before.is_model and count.number.of is not None and count.number.of == before.value)
        ):
            if is_aside(reading, before.start, count.number.outer):
                # "công nhận 58 (37 tập thể, 21 cá nhân), tỉnh 9", "xã An Trạch 12 (lũy kế 49), xã Bình Hạ 10"
                before = before.root if before.part_of is not None else before.sibling or before
            elif lender is not None and direction_of(reading, before) is not None:
                before = lender  # "từ 9 lên 32 mô hình, tăng 23 mô hình; xã Bình Hạ 29"
            adopt(reading, count, before)
            count.sibling = before
            count.unit = before.unit if before.rule != "figure.elided" or before.unit else MODEL


def _opens_stage(reading: Reading, before: Count, count: Count, whole: Count | None) -> bool:
    """Whether a paragraph goes on from the total of the one before: "Huyện xét, công nhận 58 (37 tập thể, ...)"."""
    if whole is None or count.sentence.paragraph - whole.sentence.paragraph != 1 or count.value > whole.value:
        return False
    if before.sentence.paragraph == count.sentence.paragraph:
        return False
    lead = reading.view[max(count.sentence.start, count.number.outer - 40) : count.number.outer]
    return reading.rules.rule("cues", "elided.funnel").regex.search(lead) is not None


def _counts_on(reading: Reading, count: Count, lead: str) -> bool:
    """Whether a number, which no noun follows, goes on counting what its sentence counts: no word claims it as its own,
    and no second number follows ("4, 5 chuyến")."""
    behind = reading.view[count.number.outer_end : count.number.outer_end + 4].lstrip(" ,-")
    whole = count.value == int(count.value) and not behind[:1].isdigit() and not behind.startswith("]")
    return whole and not count.each and reading.rules.rule("cues", "elided.never").regex.search(lead) is None


def _is_sibling(reading: Reading, before: Count, count: Count) -> bool:
    """ "TP. Long Xuyên 143 mô hình; TP. Châu Đốc 96; An Phú 121": a label and a number, as the item before it."""
    between = reading.view[_behind_name(reading, before) : count.number.outer]
    label = between.replace(" và ", ",").lstrip(" )…")
    if reading.rules.rule("cues", "elided.shared").regex.fullmatch(between.lstrip(" )…")) is not None:
        return ends_here(reading, count)
    return (
        label[:1] in {";", ","} and 0 < len(label.split()) <= 8 and label.count(",") <= 1 and ends_here(reading, count)
    )


def _behind_name(reading: Reading, count: Count) -> int:
    """Where the name of the models ends behind a count: '12 mô hình "Dân vận khéo"'; else where the count ends."""
    at = count.end
    while at < count.sentence.end and reading.view[at] in ' "':
        at += 1
    named = (reading.match(rule, at, count.sentence.end) for rule in reading.rules.starting("cues", "topic."))
    end = next((int(m.end()) for m in named if m is not None), None)
    if end is None:
        return count.end
    return end + (reading.view[end : end + 1] == '"')
