"""The lines of a page as parts of one article: title, byline, lead, paragraphs, captions, signature. The rest is cut.

What a line looks like, says rules/layout.toml; here and beside (frame.py, sorting.py, signed.py) stand the tests of
position. In doubt a line stays. Source: constructions.md 2.4, 3.5 and 7, cases 8 and 34.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from danvan.ingest.assembly import assemble, holes_in
from danvan.ingest.bylines import Stamp, choose, counts_readers, lone_clock, read_loose_stamp
from danvan.ingest.decode import garbled_share
from danvan.ingest.frame import WORD, Frame, find_frame, letterhead, plain_words
from danvan.ingest.lines import Block
from danvan.ingest.metadata import Dated
from danvan.ingest.sheet import AROUND, CONTROLS, Sheet, is_paragraph, open_sheet
from danvan.ingest.sorting import hints, sort_body, sort_head, sort_tail, sort_under_title
from danvan.ruleset import RuleSet
from danvan.text.article import Draft, Part, PartKind
from danvan.text.clean import Starts, to_raw
from danvan.text.view import fold_lower

_LEAD_LIMIT = 700
_GARBLED = 0.1
"""Share of words that are no Vietnamese syllables from which paragraph after paragraph is looked at; 0.03 at the most
where names and words of other languages stand in a text."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of an article beside its text. `key` goes into the id; `title` and `published` (ISO day or minute)
    hold where the text does not tell them. `entry`: the text is one entry of a page of many (listing.py), and the date
    that stands in it is its own wherever it stands. Of a web page, `dated` is the day that it gives beside its text,
    `marks` are stretches of the text of which the markup tells what they are; notes tell which rule gave the day.
    """

    key: str = ""
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    entry: bool = False
    page: bool = False
    dated: Dated | None = None
    marks: tuple[tuple[int, int, PartKind], ...] = ()


def read_parts(raw: str, rules: RuleSet, origin: Origin) -> Draft:
    """The article that stands in `raw`."""
    return read_sheet(open_sheet(raw, rules), rules, origin)


def read_sheet(sheet: Sheet, rules: RuleSet, origin: Origin) -> Draft:
    """The article that stands on an open page. Uses the page up: its blocks are sorted in place."""
    raw, cleaned, view, blocks = sheet.raw, sheet.cleaned, sheet.view, sheet.blocks
    _trust_markup(blocks, origin, cleaned.starts)
    stop, stamps = sheet.stop, _stamps_of(sheet)
    riders = _complete(stamps, blocks[:stop])
    frame = find_frame(blocks, stamps, stop, origin.title)
    if frame.title is not None and not any(frame.title < i < frame.first for i in stamps):
        loose = (read_loose_stamp(i, blocks[i]) for i in range(frame.title + 1, frame.first))
        stamps |= {s.index: s for s in loose if s is not None}
    under_lead = _under_lead(blocks, frame, stamps, origin, cleaned.starts)
    if not origin.entry:
        # A date alone on a line between paragraphs heads a section: it is text.
        stamps = {i: s for i, s in stamps.items() if not frame.first <= i <= frame.last or i == under_lead}
    letter = letterhead(blocks, frame.first, frame.title)
    if any(i not in letter for i in stamps):
        # The day of the document is not that of the page, where that has one.
        stamps = {i: s for i, s in stamps.items() if i not in letter}
    body = "\n".join(b.view for i, b in enumerate(blocks[:stop]) if i not in stamps)
    if origin.entry:
        chosen = next((s for s in stamps.values() if not s.today), None)
    else:
        beside = _beside_title(blocks, frame, stamps)
        first = frame.first if under_lead is None else under_lead + 1
        named = _named_stamps(stamps, blocks, origin, cleaned.starts)
        # a text without a title begins with its lead, and the day stands under that
        head = frame.first if frame.title is None and under_lead is not None else frame.title
        chosen = choose(
            named or tuple(stamps.values()), head, first, frame.last, body, beside=beside, named=bool(named)
        )
    notes = sort_head(blocks, frame, stamps)
    byline_author = sort_under_title(blocks, frame, stamps, cleaned.text)
    for index in letter:
        blocks[index].kind = "body"
    sort_body(blocks, frame, stamps, cleaned.text)
    signature, imprint = sort_tail(blocks, frame, stamps, cleaned.text)
    _sort_stamps(blocks, frame, stamps, chosen)
    _sort_riders(blocks, frame, stamps, riders)
    if origin.entry and chosen is not None:
        _name_sections(blocks, (frame.title or 0) + 1, chosen.index)
    for block in blocks[stop:]:
        imprint += hints(block)
        block.kind = None
    if garbled_share(cleaned.text) > _GARBLED:
        notes += _cut_garbled(blocks)
    _drop_repeats(blocks, frame)
    _name_marked(blocks, origin, cleaned.starts)
    _name_lead(blocks, _marked(blocks, origin, cleaned.starts, "lead"))
    if chosen is None:
        notes += [f"clock: {s.iso}" for s in stamps.values()][:1]
    published, shown, how = _published(origin, chosen, frame)
    notes += how
    text, starts, parts, moved = assemble(cleaned, blocks, holes_in(view, rules))
    return Draft(
        id=hashlib.sha256(f"{origin.key}\0{text}".encode()).hexdigest()[:16],
        text=text,
        raw=raw,
        raw_starts=starts,
        parts=parts,
        source=origin.source,
        url=origin.url,
        title=origin.title or _title_of(text, parts),
        author=signature or byline_author or (chosen.author if chosen else None),
        published=published,
        published_span=(moved(shown.start), moved(shown.end - 1) + 1) if shown else None,
        notes=tuple(notes + imprint),
    )


def _published(origin: Origin, chosen: Stamp | None, frame: Frame) -> tuple[str | None, Stamp | None, list[str]]:
    """The day of publication, the stamp of the text that shows it, and for a page the rule that won.

    What a page says for machines goes before its text; of one day, the one with the minute is taken.
    """
    dated = origin.dated
    if chosen is None:
        stamp = dated.stamp if dated else origin.published
        rule = dated.rule if dated else ("given" if stamp else None)
        return stamp, None, [f"date: {rule}"] if origin.page and rule else []
    if not origin.page:
        return chosen.iso, chosen, []
    where = "near the end" if chosen.index > frame.last else "near the title"
    if dated is None or not dated.sure:
        return chosen.iso, chosen, [f"date: {where}"]
    if dated.stamp[:10] != chosen.iso[:10]:
        return dated.stamp, None, [f"date: {dated.rule}; {where} {chosen.iso}"]
    return max(dated.stamp, chosen.iso, key=len), chosen, [f"date: {dated.rule}"]


def _marked(blocks: Sequence[Block], origin: Origin, starts: Starts, *kinds: PartKind) -> list[Block]:
    """The blocks that the markup of a page says to be of one of these kinds."""
    places = [(start, end) for start, end, what in origin.marks if what in kinds]
    if not places:
        return []
    return [b for b in blocks if any(start <= to_raw(starts, b.start) < end for start, end in places)]


def _trust_markup(blocks: Sequence[Block], origin: Origin, starts: Starts) -> None:
    """ "Lãnh đạo huyện thăm xã Bình Hạ" under a picture is no box of the site, a row of a table no signature."""
    for block in _marked(blocks, origin, starts, "caption", "body"):
        if not block.covered(*CONTROLS):
            block.marks = block.of("caption.", "when.", "inline.")


def _name_marked(blocks: Sequence[Block], origin: Origin, starts: Starts) -> None:
    for block in _marked(blocks, origin, starts, "body"):
        block.kind = "body"
    for block in _marked(blocks, origin, starts, "caption"):
        block.kind = "caption" if block.kind == "body" else block.kind


def _stamps_of(sheet: Sheet) -> dict[int, Stamp]:
    """The dates on lines of their own. A text of one line is no page: its date is what it says, unless the line is a
    page's own.
    """
    if sheet.stop != 1:
        return dict(sheet.stamps)
    return {i: s for i, s in sheet.stamps.items() if s.labelled or s.today or (s.clock and s.weekday)}


def _named_stamps(
    stamps: Mapping[int, Stamp], blocks: Sequence[Block], origin: Origin, starts: Starts
) -> tuple[Stamp, ...]:
    """The dates that the page says to be that of publication: by its markup, or by giving the same day for machines."""
    said = _marked(blocks, origin, starts, "byline")
    named = tuple(s for i, s in stamps.items() if any(blocks[i] is b for b in said))
    if named or origin.dated is None:
        return named
    same = tuple(s for s in stamps.values() if s.day.isoformat() == origin.dated.stamp[:10] and not s.today)
    return same if origin.dated.sure else ()


def _under_lead(
    blocks: Sequence[Block], frame: Frame, stamps: Mapping[int, Stamp], origin: Origin, starts: Starts
) -> int | None:
    """The line of the day that stands between lead and text, as SharePoint portals have it: where the markup says so,
    or it is the only date on a line of its own in the article, right under its first paragraph. In a text, which has no
    markup, only one with its hour is no heading of a section.
    """
    if any(frame.title is not None and frame.title < i < frame.first for i in stamps):
        return None
    inside = [i for i in stamps if frame.first < i < frame.last and not stamps[i].today]
    if not origin.page and any(stamps[i].clock is None for i in inside):
        return None
    named = _marked(blocks, origin, starts, "byline")
    marked = [i for i in inside if any(blocks[i] is b for b in named)]
    if marked:
        return marked[0]
    return (
        inside[0]
        if len(inside) == 1
        and all(b.kind is None or not is_paragraph(b) for b in blocks[frame.first + 1 : inside[0]])
        and inside[0] <= frame.first + 2
        else None
    )


def _beside_title(blocks: Sequence[Block], frame: Frame, stamps: Mapping[int, Stamp]) -> set[int]:
    """The dates between which and the title, or the text that has none, stand only controls."""
    head = frame.first if frame.title is None else frame.title
    return {i for i in stamps if i < head and all(blocks[k].covered(*CONTROLS) for k in range(i + 1, head))}


def _name_sections(blocks: Sequence[Block], first: int, last: int) -> None:
    """Section and author between the title of an entry and its date belong to the date: "Tin tức -", "N.Tâm -"."""
    for block in blocks[first:last]:
        if block.kind == "body" and block.words <= 4 and not block.closed:
            block.kind = "byline"


def _complete(stamps: dict[int, Stamp], blocks: Sequence[Block]) -> dict[int, int]:
    """Give stamps what stands on the lines beside them: a lone clock, the counter of readers.

    Returns the blocks of such clocks, each with that of its date.
    """
    riders: dict[int, int] = {}
    for index, stamp in stamps.items():
        for beside in (index + 1, index - 1):
            if not 0 <= beside < len(blocks) or beside in stamps or beside in riders:
                continue
            if stamps[index].clock is None and (clock := lone_clock(blocks[beside])) is not None:
                stamps[index] = replace(stamps[index], clock=clock)
                riders[beside] = index
            elif not stamp.counted and counts_readers(blocks[beside]):
                stamps[index] = replace(stamps[index], counted=blocks[beside].covered(*AROUND))
    return riders


def _says_same(view: str, other: str) -> bool:
    """Whether two lines have the same letters and digits. Most differ in the first: the others are not read."""
    first, second = WORD.search(view), WORD.search(other)
    if first is None or second is None:
        return first is second
    return fold_lower(first[0][0]) == fold_lower(second[0][0]) and plain_words(view) == plain_words(other)


def _sort_stamps(blocks: Sequence[Block], frame: Frame, stamps: Mapping[int, Stamp], chosen: Stamp | None) -> None:
    """Keep the line of the publication and what repeats or completes it; cut the page's clock."""
    for index, stamp in stamps.items():
        over = frame.title is not None and index < frame.title
        stays = stamp is chosen or (
            chosen is not None and not over and not stamp.today and (stamp.labelled or stamp.day == chosen.day)
        )
        blocks[index].kind = "byline" if stays else None


def _sort_riders(blocks: Sequence[Block], frame: Frame, stamps: Mapping[int, Stamp], riders: Mapping[int, int]) -> None:
    """The clock on a line beside its date becomes what that is."""
    for clock, date in riders.items():
        if date in stamps and not frame.first <= clock <= frame.last:
            blocks[clock].kind = blocks[date].kind


def _cut_garbled(blocks: Sequence[Block]) -> list[str]:
    """Cut paragraphs in a cipher, as print pages of Báo Thanh Hoá hold them under a readable title."""
    count = 0
    for block in blocks:
        if block.kind is not None and garbled_share(block.view) > 0.5:
            block.kind = None
            count += 1
    return [f"garbled: {count}"] if count else []


_PICTURE = 45
"""Words: a line of more is said twice for another reason than that a picture bears it."""
_PARAGRAPH = 15
"""Words of a line with a stop that is a paragraph of the article."""


def _drop_repeats(blocks: Sequence[Block], frame: Frame) -> None:
    """Cut a line that says what the one before it says (the picture's alternative text), and copies of the title."""
    title = blocks[frame.title].view if frame.title is not None and frame.title >= 0 else None
    before: Block | None = None
    said = ""
    story = False
    for index, block in enumerate(blocks):
        if block.kind is None:
            continue
        story = story or (before is not None and index != frame.title and before.closed and before.words >= _PARAGRAPH)
        here = block.without("caption.credit")
        if index != frame.title and title is not None and block.kind in {"body", "caption"} and _says_same(here, title):
            block.kind = None
            continue
        if (
            before is not None
            and block.kind in {"body", "caption"}
            and before.kind in {"body", "caption"}
            and _says_same(here, said)
            and WORD.search(here)
            and (block.words >= 4 or block.of("caption.credit"))
        ):
            spare = before if len(before.view) < len(block.view) else block
            spare.kind = None
            if story and block.words <= _PICTURE:
                (before if spare is block else block).kind = "caption"
            if spare is block:
                continue
        before, said = block, here


def _name_lead(blocks: Sequence[Block], marked: Sequence[Block]) -> None:
    """What the page marks as its lead is it, else the first paragraph of several."""
    if any(b.kind == "body" for b in marked):
        for block in marked:
            block.kind = "lead" if block.kind == "body" else block.kind
        return
    running = [b for b in blocks if b.kind == "body" and (b.length >= 60 or b.closed)]
    if len(running) > 1 and running[0].length <= _LEAD_LIMIT:
        running[0].kind = "lead"


def _title_of(text: str, parts: Sequence[Part]) -> str | None:
    return next((" ".join(text[p.start : p.end].split()) for p in parts if p.kind == "title"), None)
