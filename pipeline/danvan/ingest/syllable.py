"""Whether a word can be a Vietnamese syllable: how text in the wrong encoding is told from text in the right one.

Looser than a dictionary, stricter than an alphabet: the rime must be one of the language, and a syllable that ends in
a stop bears the acute or the dot. Both places of the tone mark count ("hoà", "hòa"). Source: constructions.md 7.7.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass

_ONSET = re.compile(r"ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = re.compile(r"(?:ch|[cpt])\Z")
_CODAS = {
    "a": "c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "c m n ng o p t",
    "ê": "ch m n nh p t u c ng",
    "i": "a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "c i m n ng p t",
    "oa": "c ch i m n ng nh o p t y",
    "oă": "c m n ng p t",
    "oe": "n o t",
    "oo": "c ng",
    "ô": "c i m n ng p t",
    "ôô": "c ng",
    "ơ": "i m n p t",
    "u": "a c i m n ng p t y",
    "ua": "c ch i m n ng nh o p t u y",
    "uâ": "n ng t y",
    "uă": "c m n ng p t",
    "ue": "n o t",
    "uê": "ch n nh t",
    "uô": "c i m n ng p t",
    "uơ": "t",
    "uy": "a ch n nh p t u",
    "uyê": "n t",
    "ư": "a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "n nh t",
    "yê": "m n ng t u",
}
_BARE = ("iê", "oă", "uă", "uâ", "ươ", "yê", "uyê", "ă", "â", "oo", "ôô")
"""Nuclei that do not end a syllable."""
RIMES: Set[str] = frozenset(
    nucleus + coda for nucleus, codas in _CODAS.items() for coda in ("", *codas.split()) if coda or nucleus not in _BARE
)
_OWN = re.compile("[ăđơưĂĐƠƯẠ-ỹ]")
_ASKED = 10_000
_LONG = 40
"""Words from which a text is asked whether it holds any."""
_TOKEN = re.compile("[^\\s!-@\\[-`{-~\u00a0«»“”„‘’–—…•²³°]+")
_KEPT = 20_000
_KNOWN: dict[str, bool] = {}
"""Words and whether they are syllables: a memo of this process, the language has some seven thousand."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Of the different words with a letter beyond ASCII, how many there are and how many are syllables."""

    words: int
    good: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there is no such word."""
        return self.good / self.words if self.words else 0.0


def is_syllable(word: str) -> bool:
    """Whether a word in lower case, NFC, has the build of a syllable."""
    known = _KNOWN.get(word)
    if known is None:
        known = _check(word)
        if len(_KNOWN) < _KEPT:
            _KNOWN[word] = known
    return known


def tally(text: str) -> Tally:
    """The words of `text` with a letter beyond ASCII, each once, in any case."""
    words = {w for w in set(_TOKEN.findall(unicodedata.normalize("NFC", text).lower())) if not w.isascii()}
    return Tally(len(words), sum(is_syllable(w.replace("ð", "đ")) for w in words))


def is_foreign(text: str) -> bool:
    """Whether a text of some length is no Vietnamese, with marks or without: signs, other scripts, other languages.

    Without marks nine words in ten are built as syllables; of English one in three at most (132 articles, 300 texts).
    """
    if len(_OWN.findall(text, 0, 2_000)) >= 20:
        return False
    words = _TOKEN.findall(_without_marks(text[:_ASKED].lower()))
    return len(words) >= _LONG and sum(map(_is_bare_syllable, words)) < 0.6 * len(words)


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("ð", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


_BARE_RIMES = frozenset(map(_without_marks, RIMES))


def _is_bare_syllable(word: str) -> bool:
    """Whether a word without marks has the build of a syllable without them."""
    onset = _ONSET.match(word)
    starts = {0, onset.end() if onset else 0, 1 if word.startswith("gi") else 0}
    return any(word[start:] in _BARE_RIMES and (start or not onset) for start in starts)


def _check(word: str) -> bool:
    if len(word) > 8:
        return False
    letters = unicodedata.normalize("NFD", word)
    tones = [c for c in letters if c in _TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    if len(tones) > 1:
        return False
    onset = _ONSET.match(bare)
    # "gì" and "gìn" have no vowel behind "gi" but the "i" itself.
    starts = {0, onset.end() if onset else 0, 1 if bare.startswith("gi") else 0}
    for start in starts:
        if bare[start:] in RIMES and (start or not onset):
            return not _STOPPED.search(bare) or tones in (["\u0301"], ["\u0323"])
    return False
