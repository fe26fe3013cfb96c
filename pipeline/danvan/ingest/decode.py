"""Bytes to text: UTF-8, UTF-16, windows-1258; anything else is refused with the reason.

Source: constructions.md 7.7; stack.md B2 (what detectors take Vietnamese bytes for).
"""

from __future__ import annotations

import codecs
import functools
import unicodedata

import regex

from danvan.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "an RTF document",
}
_CHARSET = regex.compile(rb"""(?i)<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w-]{2,30})""")
_MAX_BROKEN = 0.02
"""Share of broken sequences among the bytes above ASCII up to which a file still is UTF-8: one bad byte, a cut end."""

_WORD = regex.compile(r"[^\W\d_]{2,}")
_SYLLABLE = regex.compile(
    r"(?:ngh|ng|nh|gh|kh|ph|qu|th|tr|ch|gi|[bcdđghklmnpqrstvx])?"
    r"(?:[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3})"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_SAMPLE = 10_000
_KEPT = 20_000
_SYLLABLES: set[str] = set()
"""Words that were found to be syllables: a memo of this process, the language has some seven thousand."""


def decode(data: bytes, *, html: bool = False) -> str:
    """The text of a file. A charset declared in HTML goes before guesses, where the bytes are no UTF-8.

    Raises ReadError for what is empty, binary, or text in none of the encodings.
    """
    if not data.strip():
        raise ReadError("empty")
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _read(data, name, "replace")
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadError(f"{what}, not text")
    if (wide := _wide(data)) is not None:
        return _read(data, wide, "replace")
    if data.count(0) > len(data) // 1000:
        raise ReadError("binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, html=html)


def _read(data: bytes, name: str, errors: str) -> str:
    try:
        return data.decode(name, errors)
    except (UnicodeDecodeError, LookupError) as error:
        raise ReadError(f"not {name}: {error}") from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[:4000]
    half = max(1, len(sample) // 2)
    if len(sample) >= 4 and sample[1::2].count(0) > 0.4 * half and sample[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if len(sample) >= 4 and sample[0::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _decode_other(data: bytes, *, html: bool) -> str:
    patched = data.decode("utf-8", "replace")
    high = sum(byte > 127 for byte in data[:_SAMPLE]) or 1
    if patched[:_SAMPLE].count("\ufffd") <= max(1, _MAX_BROKEN * high) and high > 20:
        return patched
    declared = _CHARSET.search(data[:4096]) if html else None
    names = [declared.group(1).decode("ascii", "ignore")] if declared else []
    for name in (*names, "cp1258"):
        try:
            text = unicodedata.normalize("NFC", data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
        if garbled_share(text) < 0.3:
            return text
    raise ReadError("neither UTF-8 nor UTF-16 nor windows-1258")


@functools.lru_cache(maxsize=_KEPT)
def _marked_words(token: str) -> tuple[str, ...]:
    """The words of two letters or more, one of them no ASCII, in what stands between two blanks."""
    return () if token.isascii() else tuple(word for word in _WORD.findall(token) if not word.isascii())


def garbled_share(text: str) -> float:
    """Share of the words with marks or foreign letters that are no Vietnamese syllables; 0 where there are under five.

    Near 0 for Vietnamese, near 1 for text in a cipher, in a legacy font's code, or in another script. Each word counts
    once, and only those at the beginning of a long text are looked at.
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE]).lower().replace("ð", "đ")
    marked = {word for token in set(sample.split()) for word in _marked_words(token)}
    if len(marked) < 5:
        return 0.0
    unknown = marked - _SYLLABLES
    wrong = {w for w in unknown if _SYLLABLE.fullmatch(w) is None}
    if len(_SYLLABLES) < _KEPT:
        _SYLLABLES.update(unknown - wrong)
    return len(wrong) / len(marked)
