"""Persons named with a public post: titles first, then the names beside them. Source: constructions.md 3.

Rules: rules/officials.toml says how a name and a title may stand together; titles.csv, bodies.csv, honorifics.csv
and surnames.csv hold the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import regex

from danvan.find.chains import ChainReader
from danvan.find.names import NameReader, Span2
from danvan.find.posts import Post, TitleScan
from danvan.find.seats import complete, issuers
from danvan.link.lookup import PlaceLookup
from danvan.link.people import Claim, HeldPost, NameMention, link_people
from danvan.reading import Reading
from danvan.records import Official
from danvan.text.article import Part
from danvan.text.view import fold_key

_HONORIFIC_GAP = regex.compile(r"[ \n]{0,2}:?[ \n]{0,2}")
_WORD = regex.compile(r"[^\W\d]+[^ \n]*")
_BETWEEN_LINES = " \n(-,"
_REMEMBERED = 12
"""Posts that a bare title may look back over: those of a paragraph's list of guests."""
_BEFORE = 160
"""Characters before a title in which its name must begin: a long name with a note in brackets."""


def find_officials(
    reading: Reading, places: PlaceLookup, names: Callable[[int, int], Sequence[Span2]] | None = None
) -> tuple[Official, ...]:
    """Every person named with a public post, once, with all mentions.

    `names` gives the spans that a named-entity tagger takes for persons in a range; it lets a name with an unknown
    surname stand beside a title, and alone makes no official.
    """
    return _Finder(reading, places, names).find()


def _with_signature(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, with the lines that sign an article as one: name, posts and "(Đã ký)" stand on lines of their own."""
    joined: list[Part] = []
    for part in parts:
        if part.kind == "author" and joined and joined[-1].kind == "author":
            joined[-1] = Part("author", joined[-1].start, part.end)
        else:
            joined.append(part)
    return tuple(joined)


@dataclass(slots=True)
class _Finder:
    reading: Reading
    places: PlaceLookup
    ner: Callable[[int, int], Sequence[Span2]] | None
    titles: TitleScan = field(init=False)
    names: NameReader = field(init=False)
    parts: tuple[Part, ...] = field(init=False)
    part_starts: list[int] = field(init=False)
    line_starts: list[int] = field(init=False)
    claims: list[Claim] = field(default_factory=list)
    taken_after: set[int] = field(default_factory=set)
    honoured: list[NameMention] = field(default_factory=list)
    before: list[Post] = field(default_factory=list)
    """The posts read last, nearest first: "Phó Chủ tịch" alone is one of the organ whose chair was named."""
    header: tuple[int, Sequence[HeldPost]] = (0, ())
    """Posts that stand before a list of names ("các đồng chí Ủy viên Ban Thường vụ: A, …; B, …"), and where it ends."""

    def __post_init__(self) -> None:
        self.parts = _with_signature(self.reading.draft.parts)
        self.part_starts = [p.start for p in self.parts]
        self.line_starts = [p.start for p in self.reading.draft.parts]
        self.titles = TitleScan(self.reading)
        self.names = NameReader(self.reading, self.places, self.titles.begins, self.ner)

    def find(self) -> tuple[Official, ...]:
        mentions = self.honoured = self._honoured()
        self.names.known = {fold_key(self.reading.view[m.start : m.end]) for m in mentions if m.end - m.start > 4}
        at = 0
        for start, _ in self.titles.titles():
            if start >= at:
                at = self._read_title(start)
        return link_people(self.reading, self.claims, mentions)

    # ---- names

    def _honoured(self) -> list[NameMention]:
        """Every name behind an honorific, of whomever."""
        view = self.reading.view
        found = []
        done = 0
        for m in self.names.honorifics(0, len(view)):
            if m.start() < done:
                continue
            start = m.end()
            while start < len(view) and start - m.end() < 3 and view[start] in " :\n":
                start += 1
            parted = start > m.end() or view[start - 1] == "."
            span = self.names.after_honorific(start, self._part_end(start)) if parted else None
            if span is not None:
                honorific = self.names.honorific_before(span[0], max(0, m.start() - 20))
                canonical, public = honorific or self.names.words.honorifics[fold_key(m.group())]
                found.append(NameMention(*span, canonical, public))
                done = span[1]
        return found

    def _part(self, offset: int) -> Part | None:
        index = bisect_right(self.part_starts, offset) - 1
        return self.parts[index] if index >= 0 and offset < self.parts[index].end else None

    def _line(self, offset: int) -> Part | None:
        """The part as the page has it: one line of a signature."""
        index = bisect_right(self.line_starts, offset) - 1
        parts = self.reading.draft.parts
        return parts[index] if index >= 0 and offset < parts[index].end else None

    def _part_end(self, offset: int) -> int:
        line = self._line(offset)
        return line.end if line is not None else offset

    # ---- a title and its name

    def _read_title(self, start: int) -> int:
        """Reads the posts from a title on and gives them to a name; gives where to go on."""
        part = self._part(start)
        if part is None:
            return start + 1
        before = self._name_before(start, part)
        # "Trưởng bản Lò Văn Ba, Bí thư Chi bộ Giàng A Sử": who was named behind a title of his own has his posts
        free = before is not None and before.start not in self.taken_after
        chain = ChainReader(self.titles, self.names, part.end, free).read(start)
        if not chain:
            return start + 1
        end = chain[-1].end
        public = [p for p in chain if p.public]
        after, direct = self._name_after(end, part, parted=bool(chain[-1].organs or chain[-1].unit))
        owners = self._owners(start, before, after, direct, part)
        if owners and public:
            if part.kind == "author":
                held = complete(self.reading, self.places, public, issuers(self.reading, public, part.start))
            else:
                held = complete(self.reading, self.places, public, self.before)
            self.before = [*public, *self.before][:_REMEMBERED]
            shared = self.header[1] if start < self.header[0] and owners[0] is before else []
            rule = "official.name_after" if owners[0] is after else "official.name_before"
            self.claims += [Claim(owner, [*shared, *held], rule) for owner in owners]
            if owners[0] is after and not direct and self._is_plural(start, part):
                self.header = (self.reading.sentence_at(start).end, held)
        elif owners:
            self.reading.reject(start, end, "official.name_before", "no public post")
        return max(end, *(o.end for o in owners)) if owners else end

    def _owners(
        self, start: int, before: NameMention | None, after: NameMention | None, direct: bool, part: Part
    ) -> list[NameMention]:
        """Whose the posts are: a name right behind them, else the name before them, else the name behind a mark."""
        rules, view = self.titles.words.rules, self.reading.view
        if after is not None and not direct and rules["held_by_other"].search(view, max(part.start, start - 24), start):
            after = None
        if after is not None and direct and before is not None and self._begins_next(after, part):
            return [before]
        if after is not None and (direct or before is None or before.start in self.taken_after):
            self.taken_after.add(after.start)
            return [after, *self._more_names(after, start, part)]
        if before is None:
            before = self._appointed(start, part)
        if before is None or rules["told_of"].search(view, max(part.start, before.start - 90), before.start):
            return []
        return [before]

    def _appointed(self, start: int, part: Part) -> NameMention | None:
        """The person named last in the sentence, where the title follows "giữ chức"."""
        cue = self.titles.words.rules["appointed"].search(self.reading.view, max(part.start, start - 40), start)
        if cue is None:
            return None
        floor = max(part.start, self.reading.sentence_at(start).start)
        people = [m for m in (*self.honoured, *(c.name for c in self.claims)) if floor <= m.start < cue.start()]
        last = max(people, key=lambda m: m.end, default=None)
        return None if last is None or ";" in self.reading.view[last.end : start] else last

    def _begins_next(self, name: NameMention, part: Part) -> bool:
        """Whether posts of its own follow a name behind an honorific: "bà A Phó Bí thư ông B Chủ tịch UBND"."""
        if name.honorific is None or self.names.honorific_before(name.start, part.start) is None:
            return False
        gap = self.titles.words.rules["name_gap"].match(self.reading.view, name.end, part.end)
        return gap is not None and self.titles.title_at(gap.end()) is not None

    def _name_before(self, start: int, part: Part) -> NameMention | None:
        floor = max(part.start, start - _BEFORE)
        former = self.titles.words.rules["former"].search(self.reading.view, max(floor, start - 12), start)
        stop = former.start() if former is not None else start
        if part.kind == "author":
            # each line of a signature names somebody else
            floor = max(floor, self._line_before(stop))
        found = self._words_before(floor, stop)
        if found is None:
            return None
        # "BS.CKII Lê Văn Ba": past what no name can begin with
        starts = [m.start() for m in _WORD.finditer(self.reading.view, found.start("name"), found.end("name"))]
        runs = (self.names.run(start, found.end("name")) for start in starts)
        tokens = next((run for run in runs if run and run[-1][1] == found.end("name")), None)
        return self._as_name(tokens, floor) if tokens else None

    def _line_before(self, offset: int) -> int:
        """Where the line begins that holds the last word before `offset`."""
        view = self.reading.view
        while offset and view[offset - 1] in _BETWEEN_LINES:
            offset -= 1
        line = self._line(offset - 1) if offset else None
        return line.start if line is not None else 0

    def _words_before(self, floor: int, stop: int) -> Any:
        """What the rule `official.name_before` finds at `stop`."""
        words, view = self.titles.words, self.reading.view
        found = words.name_before.search(view, floor, stop)
        if found is None:
            return None
        behind = view[found.end("name") : stop]
        # read from the end, "LÀM" in capitals is no part of the name: there the reading from the front counts
        return found if behind == behind.lower() else words.rules["name_before"].search(view, floor, stop)

    def _as_name(self, tokens: list[Span2], floor: int) -> NameMention | None:
        """The person at the end of a run: all of it behind an honorific, else from the first surname on."""
        for index in range(len(tokens)):
            rest = tokens[index:]
            honorific = self.names.honorific_before(rest[0][0], floor)
            if honorific is not None:
                span = self.names.after_honorific(rest[0][0], rest[-1][1])
                if span is not None and span[1] == rest[-1][1]:
                    return NameMention(*span, *honorific)
        for index in range(len(tokens)):
            rest = tokens[index:]
            if self.names.is_person(rest) and not self._is_place(rest):
                return NameMention(rest[0][0], rest[-1][1], self._group_honorific(rest[0][0], floor))
        return None

    def _is_place(self, tokens: Sequence[Span2]) -> bool:
        """Whether the run is a place of the article, or stands behind a unit word."""
        mention = self.names.mention_at(tokens[0][0])
        return mention is not None and tokens[-1][1] <= mention[1]

    def _group_honorific(self, start: int, floor: int) -> str | None:
        """The honorific of the list that a name stands in: "các đồng chí: A, …; B, …"."""
        sentence = self.reading.sentence_at(start)
        found = self.titles.words.rules["group"].search(self.reading.view, max(sentence.start, start - 900), start)
        return None if found is None else self.names.words.honorifics[fold_key(found.group("span"))][0]

    def _name_after(self, end: int, part: Part, parted: bool) -> tuple[NameMention | None, bool]:
        """The name behind the posts, and whether nothing stands between.

        `parted`: the posts end in an organ or a unit, so that what names the place is read already.
        """
        view = self.reading.view
        at, honorific, marked = self._past_honorific(end, part)
        if honorific is not None:
            span = self.names.after_honorific(at, part.end)
            return (NameMention(*span, *honorific), not marked) if span is not None else (None, False)
        found = self.titles.words.rules["name_after"].match(view, end, part.end)
        if found is None:
            return None, False
        tokens = self.names.run(found.start("name"), self._part_end(found.start("name")))
        mark = found.group("mark") or ""
        for count in range(min(len(tokens), 5), 0, -1):
            if self.names.is_person(tokens[:count]) and ((parted and not mark) or not self._is_place(tokens[:count])):
                whole = count == len(tokens)
                if not whole and mark:
                    continue
                group = self._group_honorific(tokens[0][0], part.start)
                return NameMention(tokens[0][0], tokens[count - 1][1], group), not mark
        return None, False

    def _past_honorific(self, end: int, part: Part) -> tuple[int, tuple[str, bool] | None, bool]:
        """Past ", đồng chí " behind a title: where the name begins, the honorific, whether a mark stands between."""
        gap = self.titles.words.rules["gap_after"].match(self.reading.view, end, part.end)
        if gap is None:
            return end, None, False
        at, honorific = self._at_honorific(gap.end(), part)
        return at, honorific, bool(gap.group("mark"))

    def _at_honorific(self, at: int, part: Part) -> tuple[int, tuple[str, bool] | None]:
        """Past the honorifics at `at`, and the first of them."""
        honorific = None
        while (found := self.names.words.honorific.match(self.reading.lower, at, part.end)) is not None:
            honorific = honorific or self.names.words.honorifics[fold_key(found.group())]
            at = _HONORIFIC_GAP.match(self.reading.view, found.end(), part.end).end()
        return at, honorific

    def _is_plural(self, start: int, part: Part) -> bool:
        """Whether the title at `start` is that of several: "các đồng chí Phó Chủ tịch"."""
        plural = self.titles.words.rules["plural"]
        return plural.search(self.reading.view, max(part.start, start - 30), start) is not None

    def _more_names(self, first: NameMention, start: int, part: Part) -> list[NameMention]:
        """The further names of "các Phó Chủ tịch UBND tỉnh: A, B và C"."""
        if not self._is_plural(start, part):
            return []
        names: list[NameMention] = []
        at = first.end
        while (gap := self.titles.words.rules["more_names"].match(self.reading.view, at, part.end)) is not None:
            start, honorific = self._at_honorific(gap.end(), part)
            if honorific is not None:
                span = self.names.after_honorific(start, part.end)
            else:
                tokens = self.names.run(start, part.end)
                person = self.names.is_person(tokens) and not self._is_place(tokens)
                span = (tokens[0][0], tokens[-1][1]) if person else None
            if span is None:
                break
            names.append(NameMention(*span, *(honorific or (first.honorific, True))))
            at = span[1]
        return names
