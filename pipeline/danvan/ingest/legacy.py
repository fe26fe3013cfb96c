"""Text in the encodings before Unicode: TCVN3 (ABC), VNI-Windows, VISCII, VPS. What stands in it, and its letters.

Such text comes as characters of one byte each, of ISO 8859-1 or windows-1252, however it was stored. A font's name or a
declared charset says what it is (legacy_page.py), else the share of syllables tells. Nothing is converted that does not
come out as Vietnamese. The tables are rules/encodings/; source: stack.md B2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from danvan.ingest.capitals import Word, raised_names
from danvan.ingest.syllable import Tally, tally
from danvan.ruleset import RuleSet, load_rules
from danvan.text.clean import Starts

ENCODINGS = {"tcvn3": "TCVN3", "vni": "VNI", "viscii": "VISCII", "vps": "VPS"}
"""Names of the tables, and as notes say them."""
_SAMPLE = 40_000
"""Characters that are asked for their encoding."""
_ENOUGH = 5
"""Different words with marks below which a text is too short to tell its own encoding."""
_SURE = 0.8
"""Share of syllables that a text has after the right table. Names and typing errors are the rest."""
_NAMED = 0.6
"""The same where a font or a charset names the encoding."""
_MARGIN = 0.04
"""By how much a table must be better than the next one."""
_UNICODE = re.compile("[ăĂđĐơƠưƯĩĨũŨ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
"""What no such text holds: letters beyond windows-1252 stand in Unicode already."""
_SIGNS = frozenset("©®·«»\xa0\xad†‡‰‹›“”‘’–—…•™€")
"""Codes that are met as signs too: beside no letter they are left."""
_ALONE = frozenset("ôởàạýừờồổđÔỞÝĂÂÊƠƯĐ")
"""Letters that are words, names or abbreviations by themselves."""
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f]")
_INITIAL = re.compile(r"""(?:[.!?…]["”')]?\s{1,3}|(?<![A-Za-z\x80-\xff])(?:V¨n|ThÞ)\s)["“(]?\Z""")
"""Before a word that begins with a capital, as TCVN3 has it."""
_PARTY = ("ñy", "uû")
_LINE_ENDS = re.compile(r"""[.!?:;…"”]\s{0,9}\Z""")
_SHORT = 60
"""Characters of a line that is no line of a wrapped paragraph."""
_LOWER = re.compile("[a-z]")
_CAPITAL = re.compile("[A-Z¡-§]")

Edit = tuple[int, int, str]
"""[start, end) of a text, and the letter that stands there, or "" for what belongs to the letter before."""


@dataclass(frozen=True, slots=True)
class Table:
    """One encoding: its codes as characters, each with its letter; `word` finds runs of letters and codes."""

    name: str
    letters: Mapping[str, str]
    code: re.Pattern[str]
    word: re.Pattern[str]

    def edits(self, text: str, *, capitals: bool = False, begins: bool = True) -> list[Edit]:
        """The letters of `text` that read otherwise, in order.

        `capitals`: the font draws all letters as capitals. `begins`: a sentence may begin where the text does.
        """
        found = [
            (m.start(), m.end(), letter)
            for m in self.code.finditer(text)
            if (letter := self.letters[m.group()]) in _ALONE
            or m.group()[0] not in _SIGNS
            or self._in_word(text, m.start(), m.end())
        ]
        if capitals:
            taken = {start for start, _, _ in found}
            found = [(start, end, letter.upper()) for start, end, letter in found]
            found += [(m.start(), m.end(), m.group().upper()) for m in _LOWER.finditer(text) if m.start() not in taken]
            return sorted(found)
        return self._raised(text, found, begins) if self.name == "tcvn3" else found

    def convert(self, text: str) -> str:
        """`text` with the letters that it means."""
        return _apply(text, self.edits(text))[0]

    def _in_word(self, text: str, start: int, end: int) -> bool:
        """Whether a letter stands beside."""
        around = text[max(0, start - 1) : start], text[end : end + 1]
        return any((c.isascii() and c.isalpha()) or c in self.letters for c in around if c)

    def _raised(self, text: str, found: Sequence[Edit], begins: bool) -> list[Edit]:
        """With capitals where they must have stood: TCVN3 has codes for the small ones of most letters alone.

        Words whose ASCII letters are all capitals; a word with one such letter or none ("Tæ", "ë") follows the words
        around it on its line. Then what begins a sentence, and given names behind "Văn" and "Thị".
        """
        raised = {start: (start, end, letter) for start, end, letter in found}
        words = list(self.word.finditer(text))
        for word, high in zip(words, _high_words([w.group() for w in words]), strict=True):
            before = text[max(0, word.start() - 12) : word.start()]
            initial = begins if not before.strip(' "“(') and word.start() < 12 else _INITIAL.search(before)
            if initial and word.group() in _PARTY and "Þ" in before[-3:]:
                # "Thị ủy" is no given name behind "Thị".
                initial = None
            for at in range(word.start(), word.end() if high else word.start() + bool(initial)):
                if at in raised:
                    start, end, letter = raised[at]
                    raised[at] = start, end, letter.upper()
        return list(raised.values())


def _high_words(words: Sequence[str]) -> list[bool]:
    """Which words are written in capitals. What does not show it is as the nearest word that does; small in doubt."""
    signs: list[bool | None] = []
    for word in words:
        if _LOWER.search(word):
            signs.append(False)
        elif not word.isascii() and len(_CAPITAL.findall(word)) >= 2:
            signs.append(True)
        else:
            signs.append(None)
    before, after = _nearest(signs), _nearest(signs[::-1])[::-1]
    return [_is_high(*sorted((left, right))) for left, right in zip(before, after, strict=True)]


def _is_high(near: tuple[int, bool], far: tuple[int, bool]) -> bool:
    """What a word is, by the distance and the sign of the nearest word on each side. (0, sign) is the word itself."""
    return near[1] and (far[1] or near[0] < far[0])


def _nearest(signs: Sequence[bool | None]) -> list[tuple[int, bool]]:
    """Of each word how far back a word shows its case, and which; far away where none does."""
    at, seen = -_SAMPLE, False
    out = []
    for index, sign in enumerate(signs):
        if sign is not None:
            at, seen = index, sign
        out.append((index - at, seen))
    return out


@dataclass(frozen=True, slots=True)
class Font:
    """What a font or a charset says: the table, whether all letters are capitals, and its name for the note."""

    table: str
    capitals: bool
    name: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text of one font. Character i stands at [starts[i], ends[i]) of the source: an entity is longer."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    font: Font | None = None
    begins: bool = True
    """Whether a sentence may begin with it: not where a font changes within a line."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A text after conversion: `starts` lead back to what came in, `notes` tell what was done. Exact."""

    text: str
    starts: Starts = ((0, 0),)
    notes: tuple[str, ...] = ()


def load_tables(rules: RuleSet | None = None) -> Mapping[str, Table]:
    """The tables by name, built once a rule set."""
    rules = rules if rules is not None else load_rules()
    if "legacy.tables" not in rules.cache:
        rules.cache["legacy.tables"] = {name: _build(name, rules) for name in ENCODINGS}
    tables: Mapping[str, Table] = rules.cache["legacy.tables"]
    return tables


def _build(name: str, rules: RuleSet) -> Table:
    letters: dict[str, str] = {}
    for row in rules.table(f"encodings/{name}"):
        for code in _spellings(bytes.fromhex(row["code"])):
            letters[code] = row["letter"]
    codes = sorted(letters, key=len, reverse=True)
    code = "|".join(map(re.escape, codes))
    return Table(name, letters, re.compile(code), re.compile(f"(?:{code}|[A-Za-z])+"))


def _spellings(code: bytes) -> Iterator[str]:
    """A code as text that was read as ISO 8859-1 or windows-1252; of two bytes, the mark in either case."""
    plain = code.decode("latin-1")
    yield plain
    yield code.decode("cp1252", "ignore") or plain
    if len(plain) == 2:
        yield plain[0] + plain[1].swapcase()


def convert_text(text: str, rules: RuleSet | None = None) -> Converted:
    """A plain text line by line: lines that are Vietnamese as they stand stay."""
    lines: list[Stretch] = []
    before = ""
    for m in re.finditer(r"[^\r\n]*(?:\r?\n|\r|\Z)", text):
        line = m.group().rstrip("\r\n")
        start, end = m.start(), m.start() + len(line)
        begins = len(before) < _SHORT or _LINE_ENDS.search(before) is not None
        if line:
            lines.append(Stretch(line, range(start, end), range(start + 1, end + 1), begins=begins))
        before = line
    return convert_stretches(text, lines, rules)


def convert_stretches(source: str, stretches: Sequence[Stretch], rules: RuleSet | None = None) -> Converted:
    """`source` with those of its stretches converted that are text in an old encoding."""
    tables = load_tables(rules)
    edits: list[Edit] = []
    notes: dict[str, None] = {}
    raised: dict[str, None] = {}
    named = list(_named(stretches, tables))
    for stretch, table, reason in (*named, *_unnamed(stretches, tables, {t.name for _, t, _ in named})):
        capitals = stretch.font is not None and stretch.font.capitals
        letters = table.edits(stretch.text, capitals=capitals, begins=stretch.begins)
        if table.name == "tcvn3" and not capitals:
            letters, names = _with_names(stretch.text, letters, table, rules)
            raised |= names
        for start, end, letter in letters:
            edits += _placed(stretch, start, end, letter)
        notes[f"encoding: {ENCODINGS[table.name]} ({reason})"] = None
    if raised:
        notes[f"capitals: {', '.join(raised)} (read so: TCVN3 lacks them)"] = None
    if not edits:
        return Converted(source)
    text, starts = _apply(source, sorted(edits))
    return Converted(text, starts, tuple(notes))


def _with_names(
    text: str, edits: list[Edit], table: Table, rules: RuleSet | None
) -> tuple[list[Edit], dict[str, None]]:
    """The letters with capitals where names begin that are known (capitals.py), and those names."""
    by_start = {start: (start, end, letter) for start, end, letter in edits}
    known = set(table.letters.values())
    words: list[Word] = []
    begun: list[int] = []
    at = 0
    for found in table.word.finditer(text):
        inner = [edit for k in range(found.start(), found.end()) if (edit := by_start.get(k)) is not None]
        pieces, here = [], found.start()
        for start, end, letter in inner:
            pieces += [text[here:start], letter]
            here = end
        small = bool(inner) and inner[0][0] == found.start() and inner[0][2].upper() not in known
        words.append(Word("".join([*pieces, text[here : found.end()]]), text[at : found.start()], small))
        begun.append(found.start())
        at = found.end()
    if not any(word.small for word in words):
        return edits, {}
    names = raised_names(words, rules if rules is not None else load_rules())
    for index in names:
        start, end, letter = by_start[begun[index]]
        by_start[start] = start, end, letter.upper()
    return [by_start[start] for start, _, _ in edits], dict.fromkeys(names.values())


def _placed(stretch: Stretch, start: int, end: int, letter: str) -> Iterator[Edit]:
    """An edit of the source. Markup between a letter and its mark stays, behind the letter."""
    yield stretch.starts[start], stretch.ends[start], letter
    for at in range(start + 1, end):
        yield stretch.starts[at], stretch.ends[at], ""


def _named(stretches: Sequence[Stretch], tables: Mapping[str, Table]) -> Iterator[tuple[Stretch, Table, str]]:
    """The stretches under a font or charset of an old encoding that are in it. Many pages keep the font's name only."""
    groups: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        if stretch.font is not None and not _UNICODE.search(stretch.text):
            groups.setdefault(stretch.font.table, []).append(stretch)
    for name, group in groups.items():
        table = tables[name]
        before, after = _compared([s.text for s in group], table)
        if 0 < after.words < _ENOUGH and not before.good < after.good == after.words:
            continue
        if after.words >= _ENOUGH and not (after.share >= _NAMED and after.share > before.share):
            continue
        for stretch in group:
            old, new = _compared([stretch.text], table)
            if stretch.font is not None and not (old.good > new.good and old.words > 1):
                yield stretch, table, stretch.font.name


def _unnamed(
    stretches: Sequence[Stretch], tables: Mapping[str, Table], named: Set[str]
) -> Iterator[tuple[Stretch, Table, str]]:
    """The stretches that nothing names, by what they read like. A few words are in an encoding that is `named` too."""
    rest = [s for s in stretches if s.font is None and (not s.text.isascii() or _CONTROLS.search(s.text))]
    foreign = [s for s in rest if not _UNICODE.search(s.text)]
    texts = [s.text for s in foreign]
    table = recognise(texts, tables) or next((tables[n] for n in sorted(named) if _fits(texts, tables[n])), None)
    if table is None:
        return
    alone = len(foreign) == len(rest)
    for stretch in foreign:
        old, new = _compared([stretch.text], table)
        if new.share > old.share or (alone and new.share == old.share):
            yield stretch, table, "content"


def recognise(texts: Iterable[str], tables: Mapping[str, Table]) -> Table | None:
    """The encoding of a text by its syllables; None where it is too short, reads well as it is, or fits no table."""
    sample = "\n".join(texts)[:_SAMPLE]
    before = tally(sample)
    found = sorted(((tally(t.convert(sample)), t) for t in tables.values()), key=lambda f: f[0].share, reverse=True)
    (best, table), (second, _) = found[:2]
    if best.words < _ENOUGH or best.share < _SURE or best.share < second.share + _MARGIN:
        return None
    return table if best.share > before.share + _MARGIN else None


def _fits(texts: Sequence[str], table: Table) -> bool:
    """Whether all words are syllables after the table, and not before."""
    before, after = _compared(texts, table)
    return after.good == after.words > 0 and after.share > before.share


def _compared(texts: Sequence[str], table: Table) -> tuple[Tally, Tally]:
    sample = "\n".join(texts)[:_SAMPLE]
    return tally(sample), tally(table.convert(sample))


def _apply(source: str, edits: Sequence[Edit]) -> tuple[str, Starts]:
    """The edited text and the way back. Edits are in order and do not overlap."""
    pieces: list[str] = []
    starts: dict[int, int] = {0: 0}
    at = length = 0
    for start, end, letter in edits:
        pieces += (source[at:start], letter)
        length += start - at
        if end - start != len(letter):
            starts[length] = start
            starts[length + len(letter)] = end
        length += len(letter)
        at = end
    pieces.append(source[at:])
    return "".join(pieces), tuple(starts.items())
