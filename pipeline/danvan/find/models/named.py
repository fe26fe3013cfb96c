"""Names of models: the record of one, and what every way of naming has in common."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from danvan.reading import Reading

BRACKET = regex.compile(r"\s{0,2}\(([^()\n]{2,160})\)")
LEAD = 120
"""Characters before a name in which words may bring it out."""
LONGEST_OPEN = 12
"""Words of a name that no "mô hình" announces, or of a phrase between commas; what is longer is speech."""
LONGEST_ITEM = 30
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


def opens_line(reading: Reading, at: int) -> bool:
    """Whether only a number or a bullet stands before it on its line."""
    return not reading.view[reading.draft.text.rfind("\n", 0, at) + 1 : at].strip(" -+*•.0123456789)")


def line_end(text: str, start: int) -> int:
    """Where the line of `start` ends."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def trimmed(view: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks and stops at its edges."""
    text = view[start:end]
    return start + len(text) - len(text.lstrip(" .,;:")), end - len(text) + len(text.rstrip(" .,;:"))


def holder_in(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The person or body that a cell or a numbered line begins with: "2. Bà Lê Thị Sen, Trưởng thôn Đông"."""
    m = reading.rules.rule("models", "table.owner").regex.match(reading.view[start:end])
    if m is None:
        return None
    s, e = m.span("person" if m.group("person") else "body")
    return start + s, start + e


def is_topic(reading: Reading, start: int, end: int) -> bool:
    """Whether the quotation holds nothing but "dân vận khéo" itself."""
    words = reading.lower[start:end].removeprefix("mô hình").strip()
    return any(rule.regex.fullmatch(words) for rule in reading.rules.starting("cues", "topic."))


def names_item(reading: Reading, start: int, end: int, *, least: int) -> bool:
    """Whether an item of a list may be a name: not a field, a body, a result, or a sentence that counts things."""
    name = reading.view[start:end]
    never = (reading.rules.rule("models", "never.model"), reading.rules.rule("models", "never.item"))
    return least <= len(name.split()) <= LONGEST_ITEM and not any(rule.regex.search(name) for rule in never)


def cut_owner(reading: Reading, start: int, end: int) -> int:
    """Where the name ends: before its owner, its site, or the verb behind it."""
    view = reading.view
    stop = reading.rules.rule("models", "name.stop").regex.search(view, start + 4, end)
    cut = stop.start() if stop else end
    while cut > start and view[cut - 1] in ' ,…."-':
        cut -= 1
    return cut


def key_of(reading: Reading, named: Named) -> str:
    """The name as it is compared with others: in lower case, with single blanks."""
    return " ".join(reading.lower[named.start : named.end].split())


def placed_owner(reading: Reading, named: Named) -> tuple[int, int] | None:
    """The owner that a table or a list puts beside the name, None where there is none."""
    return named.owner or _owner_above(reading, named)


def _owner_above(reading: Reading, named: Named) -> tuple[int, int] | None:
    """The owner of a name behind "Tên mô hình:": on the line above the label."""
    text = reading.draft.text
    start = text.rfind("\n", 0, named.start) + 1
    label = reading.rules.rule("models", "table.label").regex.search(reading.view, start, named.end)
    if start == 0 or label is None or not opens_line(reading, label.start("label")):
        return None
    return holder_in(reading, text.rfind("\n", 0, start - 1) + 1, start - 1)
