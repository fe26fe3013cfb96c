"""Bytes to text: UTF-8, UTF-16, windows-1258, and the encodings before Unicode; all else is refused with the reason.

Old encodings are converted here, before anything else sees the text: `Decoded.starts` leads back to the characters of
`Decoded.source`, which are those of the file, one by one. Source: constructions.md 7.7; stack.md B2 (what detectors
take Vietnamese bytes for).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from danvan.errors import ReadError
from danvan.ingest.legacy import Converted, Font, convert_text
from danvan.ingest.legacy_page import convert_page, page_text
from danvan.ingest.syllable import Tally, tally
from danvan.reasons import because
from danvan.ruleset import RuleSet, load_rules
from danvan.text.clean import Starts, compose, cut

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF-": because("file.pdf"),
    b"PK\x03\x04": because("file.zip"),
    b"\xd0\xcf\x11\xe0": because("file.office"),
    b"\x89PNG": because("file.picture"),
    b"\xff\xd8\xff": because("file.picture"),
    b"GIF8": because("file.picture"),
    b"\x1f\x8b": because("file.packed"),
    b"{\\rtf": because("file.rtf"),
}
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w-]{2,30})""")
_ABC_FONT = re.compile(rb"\.vn[a-z]")
_OLD_ENTITY = re.compile(
    rb"&(?:#1[6-9]\d;|#2[0-5]\d;|#x[a-fA-F][0-9a-fA-F];|[AEIOUYaeiouy](?:grave|acute|circ|tilde|uml|ring|slash|[Ee]lig);"
    rb"|(?:micro|cedil|para|sup1|copy|ordf|laquo|not|shy|reg|raquo|frac\d\d|middot|times|divide|ETH|THORN|thorn|szlig"
    rb"|ccedil|Ccedil|ntilde|Ntilde|yen|sect|brvbar|curren|pound|cent|iexcl|iquest);)"
)
_MARKED = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_WINDOWS = {byte: char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))}
"""Characters of ISO 8859-1 that windows-1252 reads otherwise: quotation marks and dashes. Five bytes mean nothing."""
_FEW = 12
"""Letters of ISO 8859-1 that a file may hold without being looked at."""
_ENOUGH = 5
"""Different words with marks by which a reading of bytes is judged."""
_READABLE = 0.7
"""Share of syllables from which bytes count as read."""
_JUDGED = 100_000
_MAX_BROKEN = 0.02
"""Share of broken sequences among the bytes above ASCII up to which a file still is UTF-8: one bad byte, a cut end."""

_STRAY = 16
"""Zero bytes that a text may hold for no reason; a longer one, one in a thousand."""
_SAMPLE = 10_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file. `notes` tell what was converted.

    `source` is the text before that, the characters of the file in `codec`; `starts` lead from `text` to it, exactly.
    `codec` is None where a character of `source` does not tell its bytes: broken bytes, two encodings in one file.
    """

    text: str
    codec: str | None = "utf-8"
    source: str = ""
    starts: Starts = ((0, 0),)
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, html: bool = False) -> str:
    """The text of a file. A charset declared in HTML goes before guesses, where the bytes are no UTF-8.

    Raises ReadError for what is empty, binary, or text in none of the encodings.
    """
    return decode_file(data, html=html).text


def decode_file(data: bytes, *, html: bool = False, rules: RuleSet | None = None) -> Decoded:
    """The text of a file and how it came about. Raises ReadError as `decode` does."""
    if not data.strip():
        raise ReadError(because("read.empty"))
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _read(data, name, html=html, rules=rules)
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadError(because("read.no_text_file", what=what))
    if (wide := _wide(data)) is not None:
        return _read(data, wide, html=html, rules=rules)
    if data.count(0) > max(_STRAY, len(data) // 1000):
        raise ReadError(because("read.binary"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, html=html, rules=rules)
    if not _looks_old(data, html=html):
        return Decoded(text, source=text)
    return _converted(text, "utf-8", html=html, rules=rules)


def mend(text: str, rules: RuleSet | None = None) -> Converted:
    """A text that came as characters: one out of JSON, say, that was saved as it stood in an old encoding."""
    if not _looks_old(text.encode("utf-8", "replace"), html=False):
        return Converted(text)
    return convert_text(text, rules)


def mend_titled(title: str | None, text: str, rules: RuleSet | None = None) -> tuple[str | None, Converted]:
    """A title and its text, as `mend` does: a title is too short to tell its encoding, but it is that of the text."""
    head = " ".join((title or "").splitlines())
    done = mend(f"{head}\n{text}", rules)
    first, _, rest = done.text.partition("\n")
    if not done.notes:
        return title, Converted(text)
    starts = cut(done.starts, [(len(first) + 1, len(done.text))])
    shifted = tuple((at, raw - len(head) - 1) for at, raw in starts)
    return first or None, Converted(rest, shifted, done.notes)


def _looks_old(data: bytes, *, html: bool) -> bool:
    """Whether UTF-8 may hold text in an old encoding: it has letters of ISO 8859-1 and few of Vietnamese alone.

    Counts bytes and no more: good text, which nearly all of it is, pays nothing for this.
    """
    latin = data.count(b"\xc2") + data.count(b"\xc3")
    own = data.count(b"\xe1\xba") + data.count(b"\xe1\xbb")
    if html and data.count(b"&") > _FEW:
        found = _OLD_ENTITY.findall(data)
        latin += len(found)
        own += data.count(b"&#7") + data.count(b"&#x1e") + data.count(b"&#x1E")
    if latin > 2 * own + _FEW:
        return True
    return html and _names_font(data)


def _names_font(data: bytes) -> bool:
    low = data.lower()
    return b"vni-" in low or b"vni " in low or b"vps " in low or b"viscii" in low or bool(_ABC_FONT.search(low))


def _converted(
    text: str, codec: str | None, *, html: bool, rules: RuleSet | None, charset: Font | None = None
) -> Decoded:
    done = convert_page(text, rules, charset=charset) if html else convert_text(text, rules)
    return Decoded(done.text, codec, text, done.starts, done.notes)


def _read(data: bytes, name: str, *, html: bool, rules: RuleSet | None) -> Decoded:
    """What a byte order mark or zero bytes name. Old text may have been saved as that too."""
    try:
        text = data.decode(name, "replace")
    except (UnicodeDecodeError, LookupError):
        raise ReadError(because("read.not_decoded", name=name)) from None
    notes = () if name == "utf-8-sig" else (f"encoding: {name.upper()}",)
    codec = None if "\ufffd" in text else name
    if not _looks_old(text.encode("utf-8", "replace"), html=html):
        return Decoded(text, codec, text, notes=notes)
    done = _converted(text, codec, html=html, rules=rules)
    return Decoded(done.text, codec, text, done.starts, (*notes, *done.notes))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[:4000]
    half = max(1, len(sample) // 2)
    if len(sample) >= 4 and sample[1::2].count(0) > 0.4 * half and sample[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if len(sample) >= 4 and sample[0::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _decode_other(data: bytes, *, html: bool, rules: RuleSet | None) -> Decoded:
    """Bytes that are no UTF-8: of all readings the one with the most syllables."""
    patched = data.decode("utf-8", "replace")
    high = sum(byte > 127 for byte in data[:_SAMPLE]) or 1
    if patched[:_SAMPLE].count("\ufffd") <= max(1, _MAX_BROKEN * high) and high > 20:
        done = _converted(patched, None, html=html, rules=rules)
        return Decoded(done.text, None, patched, done.starts, ("encoding: UTF-8 with broken bytes", *done.notes))
    readings = [(_judged(r.text, html=html), r) for r in _readings(data, html=html, rules=rules)]
    if not readings:
        raise ReadError(because("read.no_encoding"))
    # Of equals the first: the declared charset goes before guesses.
    best, reading = max(readings, key=lambda found: found[0].share)
    if best.words >= _ENOUGH and best.share < _READABLE:
        raise ReadError(because("read.no_encoding"))
    return reading


def _readings(data: bytes, *, html: bool, rules: RuleSet | None) -> Iterator[Decoded]:
    """What the bytes may mean, the likeliest first."""
    declared = _CHARSET.search(data[:4096]) if html else None
    name = declared.group(1).decode("ascii", "ignore").lower() if declared else ""
    single = data.decode("latin-1").translate(_WINDOWS)
    if (charset := _old_charset(name, rules)) is not None:
        yield _converted(single, "windows-1252", html=True, rules=rules, charset=charset)
    for codec in dict.fromkeys([name, "cp1258"] if name and charset is None else ["cp1258"]):
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, LookupError, UnicodeError):
            continue
        composed, starts = compose(text)
        label = "windows-1258" if codec in {"cp1258", "windows-1258"} else codec
        yield Decoded(composed, codec, text, starts, (f"encoding: {label}",))
    done = _converted(single, "windows-1252", html=html, rules=rules)
    if done.notes:
        yield done
    mixed = data.decode("utf-8", _SINGLE_BYTES)
    if _MARKED.search(mixed):
        done = _converted(mixed, None, html=html, rules=rules)
        yield Decoded(done.text, None, mixed, done.starts, (*done.notes, "encoding: UTF-8 and single bytes"))


def _old_charset(name: str, rules: RuleSet | None) -> Font | None:
    rows = (rules if rules is not None else load_rules()).table("encodings/charsets")
    table = next((row["encoding"] for row in rows if row["charset"] == name), None)
    return None if table is None else Font(table, False, f"charset {name}")


def _judged(text: str, *, html: bool) -> Tally:
    """The words of a text, of a page without its markup."""
    return tally((page_text(text[:_JUDGED]) if html else text)[:_JUDGED])


def _single_bytes(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 as single characters: a template in UTF-8 around a text in an old encoding."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1").translate(_WINDOWS), error.end


_SINGLE_BYTES = "danvan.single_bytes"
codecs.register_error(_SINGLE_BYTES, _single_bytes)


def garbled_share(text: str) -> float:
    """Share of the words with marks or foreign letters that are no Vietnamese syllables; 0 where there are under five.

    Near 0 for Vietnamese, near 1 for text in a cipher, in a legacy font's code, or in another script. Each word counts
    once, and only those at the beginning of a long text are looked at.
    """
    found = tally(text[:_SAMPLE])
    return 1 - found.share if found.words >= _ENOUGH else 0.0
