"""What the program says, in Vietnamese and English: messages, column heads, the words for coded values.

Each sentence stands in the file of its subject, both languages side by side; a new one needs nothing else.
Data keeps its keys in every language; only tables on the screen and in spreadsheets bear the heads of columns.py.
"""

from __future__ import annotations

import contextlib
import contextvars
import locale
import os
from collections.abc import Iterator, Mapping
from typing import Final, Literal, get_args

from danvan.errors import UsageError
from danvan.messages import database, fetching, help, program, refusals, reports
from danvan.messages.columns import HEADS, VALUES
from danvan.messages.meanings import MEANINGS

Language = Literal["vi", "en"]

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    **program.TEXTS,
    **refusals.TEXTS,
    **fetching.TEXTS,
    **database.TEXTS,
    **reports.TEXTS,
    **help.TEXTS,
}

_language: contextvars.ContextVar[Language | None] = contextvars.ContextVar("language", default=None)


def set_language(name: str | None) -> None:
    """Sets the language of all that follows; None leaves it to the locale. Raises UsageError for another name."""
    if name is None:
        _language.set(None)
    elif name in get_args(Language):
        _language.set("vi" if name == "vi" else "en")
    else:
        raise UsageError(say("lang.unknown", name=name))


def language() -> Language:
    """The language in force: as set, else Vietnamese where the locale is Vietnamese, else English."""
    chosen = _language.get()
    if chosen is not None:
        return chosen
    # The order of gettext; Windows names its locale in words ("Vietnamese_Vietnam").
    named = next((os.environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(v)), None)
    name = named if named is not None else locale.getlocale()[0] or ""
    return "vi" if name.lower().startswith(("vi_", "vi-", "vi.", "vietnam")) or name.lower() == "vi" else "en"


@contextlib.contextmanager
def speaking(name: str | None, default: Language) -> Iterator[None]:
    """Inside, the language is `name`, or else `default` whatever the locale. Raises UsageError for another name."""
    token = _language.set(_language.get())
    try:
        set_language(name or default)
        yield
    finally:
        _language.reset(token)


def asked_language() -> Language | None:
    """The language that was asked for; None where it is left to the locale."""
    return _language.get()


def say(key: str, **values: object) -> str:
    """The message in the language in force, its blanks filled in."""
    vietnamese, english = TEXTS[key]
    return (vietnamese if language() == "vi" else english).format(**values)


def head(column: str, subject: str = "") -> str:
    """What stands over a column of a table or query; its own name where there is no better one."""
    pair = HEADS.get(f"{subject}.{column}") or HEADS.get(column)
    return column if pair is None else pair[0 if language() == "vi" else 1]


def meaning(comment: str) -> str:
    """What a table or column means, given its comment in the database; the comment itself where it is a user's."""
    return MEANINGS.get(comment, comment) if language() == "vi" else comment


def value_word(column: str, value: str) -> str:
    """The word for a coded value of a column ("built"); the value itself where it is no code."""
    pair = VALUES.get(column, {}).get(value)
    return value if pair is None else pair[0 if language() == "vi" else 1]


def value_code(column: str, word: str) -> str:
    """The coded value that a word of either language stands for, "economy" for "kinh tế"; else the word itself."""
    codes = (code for code, words in VALUES.get(column, {}).items() if word.lower() in words)
    return next(codes, word)
