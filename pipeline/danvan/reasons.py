"""Why something could not be fetched or read: a message of the package messages, and what fills its blanks.

Databases keep key and values, `read.headlines {"count": 12}`, so that a reason is told in the language of whoever asks,
and is the same wherever it was made.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from danvan.messages import say, value_word

_STORED = re.compile(r"(?P<key>[a-z]+\.[a-z_]+)(?: (?P<values>\{.*\}))?", re.DOTALL)

_ITEM = re.compile(r"(?:^|(?<=, ))(?:line|record|entry)(?= \d{1,12}(?:$|,| \())")


@dataclass(frozen=True, slots=True)
class Reason:
    """The key of a message and its values; `str` tells it in the language in force."""

    key: str
    values: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        try:
            return one_line(say(self.key, **dict(self.values)))
        except KeyError:
            # Words that an earlier version stored, or a message that only another one knows.
            return self.stored()

    def stored(self) -> str:
        """How databases keep it: `read_reason` reads it back."""
        if not self.values:
            return self.key
        return f"{self.key} {json.dumps(_plain(self)[1], ensure_ascii=False)}"


def because(key: str, **values: str | float | Reason) -> Reason:
    """The reason that this message tells; one that it stands on may fill a blank of it."""
    return Reason(key, tuple(values.items()))


def read_reason(text: str) -> Reason:
    """What `Reason.stored` gave; any other text is told as it stands."""
    found = _STORED.fullmatch(text)
    try:
        return Reason(text) if found is None else _reason([found["key"], json.loads(found["values"] or "{}")])
    except ValueError:
        return Reason(text)


def item_words(item: str) -> str:
    """Which item of its file ("line 5", "record 3 (byte 900)"), as databases keep it, in the language in force."""
    return _ITEM.sub(lambda found: value_word("item", found[0]), item)


def one_line(text: object, most: int = 300) -> str:
    """The text with every run of blanks as one, cut at so many characters."""
    line = " ".join(str(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _plain(value: Any) -> Any:
    return [value.key, {name: _plain(one) for name, one in value.values}] if isinstance(value, Reason) else value


def _reason(value: Any) -> Any:
    return Reason(value[0], tuple((k, _reason(v)) for k, v in value[1].items())) if isinstance(value, list) else value
