"""Headings and lines over lists, with the times that they give to what stands under them.

Source: constructions.md 1.8.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from danvan.link.bullets import is_bullet
from danvan.link.times.named import Time, Times
from danvan.reading import Reading
from danvan.text.segment import Sentence

_HEADING = 90
"""Characters: a longer line is no heading."""


class _Heading(NamedTuple):
    """A heading: its paragraph, the kind of its mark, and its time; None where it only ends the one before."""

    paragraph: int
    kind: str
    time: Time | None


@dataclass(frozen=True)
class Headings:
    """The headings of one article that bear a time."""

    reading: Reading
    times: Times

    @cached_property
    def openers(self) -> dict[int, Sentence]:
        """The sentence that leads to each paragraph of a list with a colon."""
        openers: dict[int, Sentence] = {}
        before: Sentence | None = None
        for sentence in self.reading.sentences:
            if sentence.paragraph in openers:
                continue
            if before is not None and is_bullet(self.reading, sentence.start, sentence.end):
                openers[sentence.paragraph] = before
            else:
                before = sentence if self.reading.view[sentence.end - 1] == ":" else None
        return openers

    def over(self, sentence: Sentence, planned: bool) -> Time | None:
        """The time of the heading over a sentence: "1. Năm 2018" over what was done in it, however long ago.

        It ends with the next heading of its kind, and where the text has turned to other years.
        """
        heading = next((h for h in reversed(self._headings) if h.paragraph < sentence.paragraph), None)
        if heading is None or heading.time is None or not self.times.fits(heading.time, planned):
            return None
        over = heading.time
        turned = (t for t in self.times.scopes if over.to <= t.at < sentence.start and not t.name)
        told = (t for t in turned if self.times.fits(t, planned))
        return None if any(t.last > over.last or t.first < over.first for t in told) else over

    @cached_property
    def _headings(self) -> tuple[_Heading, ...]:
        """The headings with a time, and behind each the next heading of its kind, which ends what it is over."""
        found: list[_Heading] = []
        lines = [s for s in self.reading.sentences if s.part == "body"]
        timed = {self.reading.sentence_at(t.at).start: t for t in reversed(self.times.scopes) if not t.name}
        if not timed:
            return ()
        for at, line in enumerate(lines):
            near = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
            if line.end - line.start > _HEADING or any(s.paragraph == line.paragraph for s in near):
                continue
            kind, words = self._heading_mark(line)
            time = timed.get(line.start)
            if time is not None and self._is_heading_of(time, line, kind, words):
                found.append(_Heading(line.paragraph, kind, time))
            elif found and _ends(kind, found[-1].kind) and (kind or self.reading.view[line.end - 1] not in ".;,!?"):
                found.append(_Heading(line.paragraph, kind, None))
        return tuple(found)

    def _heading_mark(self, line: Sentence) -> tuple[str, int]:
        """The kind of the number or mark that a line begins with, "" for none, and where its words begin."""
        mark = self.reading.match(self.reading.rules.rule("cues", "section.mark"), line.start, line.end)
        if mark is None:
            return "", line.start
        sign = mark.group().strip()
        kind = "1" * (1 + sign.rstrip(".").count(".")) if sign[0].isdigit() else "a" if sign[0].islower() else sign[0]
        return "I" if kind in {"V", "X"} else kind, mark.end()

    def _is_heading_of(self, time: Time, line: Sentence, kind: str, words: int) -> bool:
        """Whether a line is a heading with this time: nothing is counted in it, and it has a number, or the time
        opens it, or its words are those of a heading.
        """
        view = self.reading.view
        rest = view[words : time.at] + view[time.to : line.end]
        if view[line.end - 1] in ".;,!?" or any(c.isdigit() for c in rest):
            return False
        is_named = self.reading.match(self.reading.rules.rule("cues", "section.of_time"), words, line.end) is not None
        return bool(kind) or time.at == words or is_named


def _ends(kind: str, over: str) -> bool:
    """Whether a heading ends what another is over: one of its kind, and "III." what stands under "5."."""
    return kind == over or (kind == "I" and over != "I")
