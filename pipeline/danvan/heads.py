"""The words a rule can begin with, and where they stand in a text: a rule is tried there only, not at every character.

`heads_of` reads the first word off a pattern. `HeadIndex` looks every word of a text up once, for all rules together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple

import regex

_WORD, _WORD_OF_RULES = re.compile(r"\w+"), regex.compile(r"\w+", regex.V1)
_ODD = regex.compile(r"\p{No}")
"""What is part of a word for re and not for regex, which reads the rules: "m²"."""
_AT_WORD = "(?<![\\w])", "(?<!\\w)", "\\b"
_WORD_ENDS = "(?![\\w])", "(?!\\w)", "\\b"
_REPEATED = regex.compile(r"(?P<most>[?*+]|\{(?P<least>\d+)(?:,\d*)?\})[?+]?")
_GROUP = regex.compile(r"\((?:\?(?:P<\w+>|-?i?:|>|(?P<look><?[=!])))?(?![?*])")
_CLASS = regex.compile(r"\[(?P<chars>(?:\\.|[^\\\]\[])+)\]")
_ESCAPE = regex.compile(r"\\(?:[dswDSW]|[pP]\{\^?\w+\}|(?P<point>[^\w]))")
_ESCAPED = {"\\d": set("0123456789"), "\\s": {"."}, "\\W": {"."}}
_MOST = 600
"""Words; a pattern that can begin with more is searched as it is."""

_WORDS_KEPT = 50_000

_Heads = set[str]
"""Letters that a word begins with. At their end "." says that the word ends there, "*" that it may go on in any way;
without either it goes on with what the pattern says next."""


class Heads(NamedTuple):
    """What a match begins with: one of the `words`, or a word that begins with one of the `letters`."""

    words: frozenset[str]
    letters: frozenset[str]


def heads_of_forms(forms: Iterable[str]) -> Heads:
    """The same of phrases: "bí" of "bí thư", "đ" of "đ/c"; they are written in lower case."""
    return Heads(frozenset(word.group() for form in forms if (word := _WORD.search(form)) is not None), frozenset())


class _Unreadable(Exception):
    """The pattern begins with something that is no word."""


def heads_of(pattern: str) -> Heads | None:
    """The words, in lower case, that a match of a pattern begins with; None where it may begin with anything else.

    `pattern` is written in lower case; one that minds the case begins with one of these words too, in its own case.
    """
    reader = _Reader(pattern.removeprefix("(?i)"))
    try:
        found = reader.alternatives()
    except _Unreadable:
        return None
    if len(found) > _MOST or any(head in {"", ".", "*"} for head in found):
        return None
    return Heads(
        frozenset(head[:-1] for head in found if head.endswith(".")),
        frozenset(head.rstrip("*") for head in found if not head.endswith(".")),
    )


class _Reader:
    """Reads a pattern from `at` on. Only what stands before the end of the first word matters."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> _Heads:
        """What the whole pattern begins with: each of its alternatives must look at the edge of a word first."""
        found: _Heads = set()
        while True:
            edge = next((e for e in _AT_WORD if self.pattern.startswith(e, self.at)), None)
            if edge is None:
                raise _Unreadable
            self.at += len(edge)
            found |= self.sequence()
            if self.at == len(self.pattern):
                return found
            if self.pattern[self.at] != "|":
                raise _Unreadable
            self.at += 1

    def sequence(self) -> _Heads:
        """What the pieces up to the next bar or closing bracket begin with."""
        going: _Heads = {""}
        done: _Heads = set()
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            piece = self._repeated()
            longer = {head + more for head, more in product(going, piece)} if going else set()
            done |= {head for head in longer if head.endswith((".", "*"))}
            going = longer - done
            if len(going) + len(done) > _MOST:
                raise _Unreadable
        return done | going

    def _branches(self) -> _Heads:
        found = self.sequence()
        while self.pattern.startswith("|", self.at):
            self.at += 1
            found |= self.sequence()
        return found

    def _repeated(self) -> _Heads:
        found = self._piece()
        if (repeat := _REPEATED.match(self.pattern, self.at)) is None:
            return found
        self.at = repeat.end()
        if repeat["most"] != "?":
            found = {head if head.endswith((".", "*")) else head + "*" for head in found}
        return found | {""} if repeat["most"] in {"?", "*"} or repeat["least"] == "0" else found

    def _piece(self) -> _Heads:
        pattern, at = self.pattern, self.at
        if edge := next((e for e in _WORD_ENDS if pattern.startswith(e, at)), None):
            self.at += len(edge)
            return {"."}
        if pattern[at] == "(":
            head = _GROUP.match(pattern, at)
            if head is None:
                raise _Unreadable
            self.at = head.end()
            found = self._branches()
            self.at += 1
            return {""} if head["look"] else found
        if pattern[at] == "[":
            return self._class()
        if pattern[at] == "\\":
            escape = _ESCAPE.match(pattern, at)
            if escape is None:
                raise _Unreadable
            self.at = escape.end()
            return _ESCAPED.get(escape.group(), {"."} if escape["point"] else {"*"})
        self.at += 1
        return {"*"} if pattern[at] in ".^$_" else {pattern[at] if pattern[at].isalnum() else "."}

    def _class(self) -> _Heads:
        found = _CLASS.match(self.pattern, self.at)
        if found is None:
            raise _Unreadable
        self.at = found.end()
        chars = found["chars"]
        if chars.startswith("^") or "\\" in chars or "-" in chars[1:-1] or "_" in chars:
            return {"*"}
        return {char if char.isalnum() else "." for char in chars}


class HeadIndex:
    """Keys of rules by the words that these begin with. What it learns of a word it keeps."""

    def __init__(self, heads: Mapping[str, Heads]) -> None:
        self.keys = frozenset(heads)
        self._words: dict[str, list[str]] = {}
        self._letters: dict[str, list[str]] = {}
        for key, (words, letters) in heads.items():
            for word in words:
                self._words.setdefault(word, []).append(key)
            for begin in letters:
                self._letters.setdefault(begin, []).append(key)
        self._longest = max(map(len, self._letters), default=0)
        self._known: dict[str, tuple[str, ...]] = {}

    def begun_by(self, word: str) -> tuple[str, ...]:
        """The keys of the rules that can begin with this word."""
        if (known := self._known.get(word)) is None:
            found = set(self._words.get(word, ()))
            for length in range(1, min(len(word), self._longest) + 1):
                found.update(self._letters.get(word[:length], ()))
            if len(self._known) >= _WORDS_KEPT:
                self._known.clear()
            known = self._known[word] = tuple(sorted(found))
        return known

    def starts(self, lower: str) -> dict[str, list[int]]:
        """For each rule that can begin somewhere in the text, its key and the offsets, in order."""
        found: dict[str, list[int]] = {}
        known, begun_by = self._known, self.begun_by
        words = _WORD if _ODD.search(lower) is None else _WORD_OF_RULES
        for m in words.finditer(lower):
            keys = known.get(m[0])
            if keys is None:
                keys = begun_by(m[0])
            if keys:
                at = m.start()
                for key in keys:
                    if key in found:
                        found[key].append(at)
                    else:
                        found[key] = [at]
        return found
