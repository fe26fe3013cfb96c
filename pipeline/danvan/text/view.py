"""The view: the article's text with look-alike glyphs folded, character for character, so that offsets are the same.

Rules match the view and never the text; spans found in the view are spans of the text. Folded are: tone placement
("hoà" reads "hòa", "uỷ" reads "ủy"), eth ("Ð" reads "Đ"), all dashes to "-", all quotation marks to '"' or "'", all
blanks but the line break to " ". Source: constructions.md 1.2, 4.4, 7.7.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_GLYPHS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\t\u00a0\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
        "Ð": "Đ",
        "ð": "đ",
    }
)

_GLYPH = re.compile("[" + re.escape("".join(map(chr, _GLYPHS))) + "]")

_TONED = "àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ"
_FIRST = "òóỏõọ", "òóỏõọ", "ùúủũụ"


def _tone_pairs() -> dict[str, str]:
    """ "oà" to "òa" and so on, in every mix of cases."""
    pairs = {}
    for plain, toned, first in zip("oou", _TONED, _FIRST, strict=True):
        for late, early in zip(toned, first, strict=True):
            base = unicodedata.normalize("NFD", late)[0]
            for head in (plain, plain.upper()):
                for tail in (late, late.upper()):
                    bare = base.upper() if tail.isupper() else base
                    pairs[head + tail] = (early.upper() if head.isupper() else early) + bare
    return pairs


_PAIRS = _tone_pairs()
# Open syllables only: "hoàng" keeps its mark on the "a"; after "q" the "u" is no vowel ("quý", not "qúy").
# The vowel stands first: what begins with a class is found much sooner than what begins with a look behind.
_LATE_TONE = re.compile(f"[oOuU](?<![qQ][oOuU])[{''.join(sorted({pair[1] for pair in _PAIRS}))}]" + r"(?![^\W\d_])")


def fold_view(text: str) -> str:
    """The view of `text`: same length, folded glyphs. `text` must be NFC."""
    # One scan for the few letters concerned: str.translate looks every letter up, ten times as slow on this text.
    glyphs = _GLYPH.sub(lambda m: _GLYPHS[ord(m.group())], text)
    view = _LATE_TONE.sub(lambda m: _PAIRS.get(m.group(), m.group()), glyphs)
    if len(view) != len(text):
        raise AssertionError("folding changed the length of the text")
    return view


def fold_lower(view: str) -> str:
    """Lower case of a view, same length; the few letters whose lower case is longer stay as they are."""
    lower = view.lower()
    return lower if len(lower) == len(view) else "".join(c.lower() if len(c.lower()) == 1 else c for c in view)


@functools.lru_cache(maxsize=65_536)
def fold_key(name: str) -> str:
    """A name as a key for look-up: NFC, folded, lower case, single blanks. Not of the same length."""
    return " ".join(fold_view(unicodedata.normalize("NFC", name)).lower().split())
