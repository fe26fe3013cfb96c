"""What may have been meant by a name that is none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from danvan.messages import say


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """ " (did you mean X?)" with the one of these names that is written most alike, marks left out; else ""."""
    from difflib import get_close_matches

    known = {_plain(one): one for one in names}
    found = get_close_matches(_plain(name), known, n=1, cutoff=0.75)
    return say("usage.did_you_mean", name=known[found[0]]) if found else ""


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
