"""Many phrases as one pattern, for finders that look for all of them in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import regex


def phrase_pattern(forms: Iterable[str], behind: str = r"(?!\w)") -> Any:
    """A pattern for lower-case phrases as whole words, the longest first, blanks and blanks around dashes of any width.

    The forms are `fold_key`s, without blanks around dashes; `behind` is what must follow.
    """
    return regex.compile(rf"\m(?:{_trie(forms)}){behind}", regex.V1)


def _trie(forms: Iterable[str]) -> str:
    """One pattern for many phrases that tries each character once; the longest phrase wins."""
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    inner = [_char(char) + _branch(below) for char, below in sorted(node.items()) if char]
    if not inner:
        return ""
    body = inner[0] if len(inner) == 1 else "(?:" + "|".join(inner) + ")"
    if "" not in node:
        return body
    return f"(?:{body})?"


def _char(char: str) -> str:
    return {" ": r"\s{1,3}", "-": r"\s{0,3}-\s{0,3}"}.get(char, re.escape(char))
