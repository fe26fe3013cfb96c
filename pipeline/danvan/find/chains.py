"""Reads the posts of one person out of a run of words: "Phó Bí thư, Chủ tịch UBND xã An Trạch" are two.

Source: constructions.md 3.3 and 3.4. Words: rules/officials.toml and the tables behind danvan.find.posts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import regex

from danvan.find.names import NameReader, Span2
from danvan.find.posts import COMMITTEE, Organ, Post, PostWords, Title, TitleScan, UnitName, form_key, found_key

_MOST_WORDS = 16
"""Words of an organ's own name behind its head: "Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống"."""
_MOST_POSTS = 8
_MOST_ORGANS = 4
_BEFORE_NAME = regex.compile(r"[ \n]{1,3}(?:(?i:số)[ \n](?=\d))?")
_NEXT_WORD = regex.compile(r"""[ \n]{1,2}(?P<word>&|"[^"\n]{1,60}"|[\p{L}\d][\p{L}\d/&']{0,20})""")
_LARGER_UNIT = regex.compile(r"[ \n]{0,2}(?:,|-|\()[ \n]{0,2}")
_BRACKET_END = regex.compile(r"[^()\n]{0,40}\)")


@dataclass(frozen=True, slots=True)
class ChainReader:
    """Reads within one part, up to `end`. `person_before`: whether a name stands before the posts."""

    scan: TitleScan
    names: NameReader
    end: int
    person_before: bool

    def read(self, start: int) -> list[Post]:
        """The posts from a title at `start` on, without those of nobody."""
        posts: list[Post] = []
        at = start
        while len(posts) < _MOST_POSTS:
            post = _PostWalk(self, at).read()
            if post is None:
                break
            posts.append(post)
            after = self._next_title(post)
            if after is None:
                break
            at = after
        return _without_generic(posts)

    def _next_title(self, post: Post) -> int | None:
        """Where the next post of the same person begins, past the words of an organ that no table knows."""
        end = post.end
        if not post.public and not post.generic and self.person_before:
            unread = self.match("unread_organ", end)
            end = end if unread is None else unread.end()
        rules = ["joint", "made", "next_office"]
        if self.person_before and not post.organs and post.title.organ == COMMITTEE:
            rules.append("unmarked_joint")
        joints = (self.match(rule, end) for rule in rules)
        ends = (found.end() for found in joints if found is not None)
        return next((end for end in ends if self.scan.title_at(self.past_former(end)) is not None), None)

    def match(self, rule: str, at: int) -> Any:
        """What the rule `official.{rule}` finds at `at`."""
        return self.scan.words.rules[rule].match(self.scan.view, at, self.end)

    def past_former(self, at: int) -> int:
        """Past a "nguyên" that stands at `at`."""
        found = self.match("former_word", at)
        return at if found is None else int(found.end())

    def place_part(self, run: Sequence[Span2], level: str | None) -> int:
        return self.names.place_part(run, level, self.person_before)


@dataclass(slots=True)
class _PostWalk:
    """One post under reading: `at` moves on as its title, organs and unit are read."""

    chain: ChainReader
    start: int
    at: int = 0
    organs: list[Organ] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    @property
    def words(self) -> PostWords:
        return self.chain.scan.words

    def read(self) -> Post | None:
        """The post that begins at `start`, None where no title does."""
        title_start = self.chain.past_former(self.start)
        found = self.chain.scan.title_at(title_start)
        if found is None or found[0] > self.chain.end:
            return None
        self.at, title = found
        former = title_start > self.start or self._former_before()
        unit = None
        generic = self._is_generic()
        if not generic:
            self._read_organs(title)
            generic = self._is_generic()
        if not generic and (not self.organs or self.organs[-1].public):
            unit = self._read_unit(title)
            generic = unit is not None and unit.name is None and self._is_generic()
        unknown = not generic and self._has_unknown_organ(title)
        return Post(self.start, self.at, title, former, tuple(self.written), tuple(self.organs), unit, generic, unknown)

    def _has_unknown_organ(self, title: Title) -> bool:
        """Whether words follow a title that names its organ's head ("Trưởng ban"), and no table knows the organ."""
        if self.organs or not title.head or title.head in self.words.settlements:
            return False
        found = _NEXT_WORD.match(self.chain.scan.view, self.at, self.chain.end)
        if found is None or self.chain.scan.title_at(found.start("word")) is not None:
            return False
        verb = self.chain.scan.view[found.start("word")].islower()
        if verb and self.chain.match("word_after_organ", found.start("word")) is not None:
            return False
        run = self.chain.names.run(found.start("word"), self.chain.end)
        honorific = self.chain.names.words.honorific.match(self.chain.scan.lower, found.start("word"))
        return honorific is None and not any(self.chain.names.is_person(run[:n]) for n in range(1, len(run) + 1))

    def _is_generic(self) -> bool:
        return self.chain.match("generic", self.at) is not None

    def _former_before(self) -> bool:
        former = self.words.rules["former"]
        return former.search(self.chain.scan.view, max(0, self.start - 12), self.start) is not None

    # ---- organs

    def _read_organs(self, title: Title) -> None:
        """Reads the organs from `at` on, outermost last."""
        self._read_first_organ(title)
        while self.organs and len(self.organs) < _MOST_ORGANS and self.organs[-1].public:
            found = self._organ_at(self._past_of())
            inner = self._past_mark() if found is None and self.chain.person_before else None
            if inner is not None:
                # "Trưởng ban Dân vận, Phòng Chính trị, Bộ CHQS tỉnh": the mark belongs to the name
                found = self._organ_at(inner)
                self.written[-1] += ","
            if found is None:
                break
            self._take(found.group(), found.end())

    def _past_mark(self) -> int | None:
        """Past the comma before the organ that the last one is a department of; None where it ends the post."""
        inner = self.chain.match("inside", self.at)
        if inner is None and self.words.rules["department"].match(self.written[-1]) is not None:
            inner = self.chain.match("inside_front", self.at)
        return None if inner is None else int(inner.end())

    def _past_of(self) -> int:
        found = self.chain.match("of", self.at)
        return self.at if found is None else int(found.end())

    def _organ_at(self, at: int) -> Any:
        """The organ whose name begins at `at`, None where the words are others: "hội nghị", "Đoàn Văn Ba"."""
        end = self.chain.end
        found = self.words.organ.match(self.chain.scan.lower, at, end)
        if found is None or self.chain.match("no_organ", at) is not None:
            return None
        if " " not in found.group() and self.chain.names.is_person(self.chain.names.run(at, end)[:5]):
            return None
        return found

    def _read_first_organ(self, title: Title) -> None:
        head = title.head
        of_settlement = head in self.words.settlements and not title.needs_organ
        found = None if of_settlement else self._organ_at(self._past_of())
        # "Trưởng ban Dân vận": the organ shares its head word with the title; "Chi hội trưởng Phụ nữ" leaves it out
        together = self._with_head(title)
        if found is not None and self._goes_first(found, together, head):
            self._take(found.group(), found.end())
        elif together is not None:
            self._take(*together)

    def _with_head(self, title: Title) -> tuple[str, int] | None:
        """The organ that the title's head word and the words at `at` name together, and where it ends."""
        head = title.head
        if not head:
            return None
        rest = self.chain.scan.lower[self.at : min(self.chain.end, self.at + 80)]
        words = rest.lstrip(" \n." if rest[1:2].strip() else None)
        found = self.words.organ.match(f"{head} {words}")
        if found is None or (title.needs_organ and found.end() <= len(head)):
            return None
        used = found.end() - len(head) - 1
        return found.group(), self.at + (len(rest) - len(words) + used if used > 0 else 0)

    def _goes_first(self, found: Any, together: tuple[str, int] | None, head: str) -> bool:
        """Whether the organ written behind a title is the nearest: not part of a longer name, not the outer of two."""
        form = found.group()
        if not head or together is None:
            return True
        if form.split(maxsplit=1)[0] == head.split(maxsplit=1)[0]:
            return form == head or " " in form or not self.words.organs[form_key(form)].open
        joined, stop = together
        return stop < found.end() and (joined != head or self.words.organs[form_key(joined)].open)

    def _take(self, form: str, stop: int) -> None:
        """Adds the organ of this form, with the further words of its name, and moves on behind it."""
        organ = self.words.organs[form_key(form)]
        name = organ.canonical
        self.at = self._further_words(stop) if organ.open else stop
        if self.at > stop:
            name = f"{name} {' '.join(self.chain.scan.view[stop : self.at].split())}"
        short = self.chain.match("short_form", self.at)
        self.at = self.at if short is None else short.end()
        self.organs.append(organ)
        self.written.append(name)

    def _further_words(self, at: int) -> int:
        """The end of the words that belong to an organ's own name: up to a mark, a unit, an organ, a verb, a person."""
        words = 0
        solid = at
        while words < _MOST_WORDS:
            joined = self.chain.match("joined_field", at)
            if joined is not None and words:
                solid = at = joined.end()
                words += 1
                continue
            found = _NEXT_WORD.match(self.chain.scan.view, at, self.chain.end)
            if found is None or self._ends_organ(found.start("word")):
                break
            run = self.chain.names.run(found.start("word"), self.chain.end)
            if len(run) > 1:
                kept = self.chain.place_part(run, None)
                solid = at = run[kept - 1][1] if kept else solid
                if kept < len(run):
                    break
                words += kept
            else:
                at = found.end("word")
                # "Phòng Nội vụ và …": the joint belongs to the name only where the name goes on
                solid = solid if found.group("word") in {"và", "&"} else at
                words += 1
        return solid

    def _ends_organ(self, start: int) -> bool:
        scan = self.chain.scan
        verb = scan.view[start].islower() and self.chain.match("word_after_organ", start) is not None
        if verb and self.chain.match("still_organ", start) is None:
            return True
        if self.words.kind.match(scan.lower, start) is not None and not self._in_compound(start):
            return True
        if scan.title_at(start) is not None or self.chain.names.after_honorific_at(start):
            return True
        organ = self.words.organ.match(scan.lower, start)
        if organ is None or " " not in organ.group():
            return False
        # "Chi hội Cựu chiến binh": the words of a form that leaves out "Hội" belong to the organ before
        canonical = self.words.organs[found_key(organ)].canonical.lower()
        return canonical.startswith(organ.group().split(maxsplit=1)[0])

    def _in_compound(self, start: int) -> bool:
        """ "xã hội", "khu công nghiệp": the unit word is a part of another word."""
        return any(self.chain.match(rule, start) is not None for rule in ("no_unit", "tail_of_word"))

    # ---- the unit

    def _read_unit(self, title: Title) -> UnitName | None:
        """The unit behind the organs, and past the larger units behind it."""
        if not self.organs and title.head in self.words.settlements:
            name = self._unit_name(self.at, "hamlet")
            unit = UnitName(title.head, "hamlet", name)
        else:
            found = self.words.kind.match(self.chain.scan.lower, self._past_of(), self.chain.end)
            if found is not None and not self._in_compound(found.start()):
                kind, level = self.words.kinds[found_key(found)]
                self.at = found.end()
                name = self._unit_name(self.at, level)
                unit = UnitName(kind, level, name)
            else:
                name = self._unit_name(self.at, self.organs[-1].level) if self.organs else None
                if name is None:
                    return None
                unit = UnitName(None, None, name)
        self.at = self._past_larger_units(name[1] if name is not None else self.at)
        return unit

    def _unit_name(self, at: int, level: str | None) -> Span2 | None:
        """The name of a unit behind its unit word or its organ at `at`."""
        gap = _BEFORE_NAME.match(self.chain.scan.view, at, self.chain.end)
        if gap is None and self.chain.scan.view[at - 1] != ".":
            return None
        run = self.chain.names.run(at if gap is None else gap.end(), self.chain.end)
        kept = self.chain.place_part(run, level) if run else 0
        return (run[0][0], run[kept - 1][1]) if kept else None

    def _past_larger_units(self, at: int) -> int:
        """Past ", xã An Trạch, huyện Phú Hạc" or "(Phú Hạc)" behind a unit."""
        for _ in range(3):
            mark = _LARGER_UNIT.match(self.chain.scan.view, at, self.chain.end)
            if mark is None:
                break
            found = self.words.kind.match(self.chain.scan.lower, mark.end(), self.chain.end)
            bracket = "(" in mark.group()
            name = None
            if found is not None:
                name = self._unit_name(found.end(), self.words.kinds[found_key(found)][1])
            elif bracket:
                run = self.chain.names.run(mark.end(), self.chain.end)
                name = (run[0][0], run[-1][1]) if run else None
            if name is None:
                break
            at = name[1]
            closed = _BRACKET_END.match(self.chain.scan.view, at, self.chain.end) if bracket else None
            at = closed.end() if closed is not None else at
        return at


def _without_generic(posts: list[Post]) -> list[Post]:
    """Cuts the posts of nobody: "Bí thư, Chủ tịch các xã" names no one, nor do titles before it that lack an organ."""
    for index, post in enumerate(posts):
        if post.generic:
            kept = posts[:index]
            while kept and not kept[-1].organs and kept[-1].unit is None:
                kept.pop()
            return kept
    return posts
