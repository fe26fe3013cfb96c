"""Pages as bytes in every encoding that is read, and what their bytes say when somebody reads them by hand."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping

from danvan.ingest.legacy import ENCODINGS
from danvan.ruleset import load_rules
from danvan.text.article import Draft

_RULES = load_rules()
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times", "viscii": "VISCII Times", "vps": "VPS Times"}


def codes(name: str) -> Mapping[str, bytes]:
    """The bytes of each letter of an encoding before Unicode."""
    return {row["letter"]: bytes.fromhex(row["code"]) for row in _RULES.table(f"encodings/{name}")}


def old(text: str, name: str) -> bytes:
    """The bytes of a text; TCVN3 has small letters for the capitals that it lacks."""
    table = codes(name)
    return b"".join(table.get(c) or table.get(c.lower()) or c.encode("cp1252") for c in text)


def windows_1258(text: str) -> bytes:
    """Letters with circumflex, breve and horn are single bytes there, tones are bytes of their own."""
    out = b""
    for char in text:
        marks = [c for c in unicodedata.normalize("NFD", char) if c in _TONES]
        base = "".join(c for c in unicodedata.normalize("NFD", char) if c not in _TONES)
        out += (unicodedata.normalize("NFC", base) + "".join(marks)).encode("cp1258")
    return out


def in_encoding(page: str, name: str) -> bytes:
    """A page in UTF-8 as bytes of another encoding, its head and body saying so as pages do."""
    if name in ENCODINGS:
        said = page.replace("<body", f'<body style="font-family:{_FONTS[name]}"', 1).replace("utf-8", "iso-8859-1")
        return old(said, name)
    if name == "windows-1258":
        return windows_1258(page.replace("utf-8", "windows-1258"))
    if name == "entities":
        return "".join(c if c.isascii() else f"&#{ord(c)};" for c in page).encode()
    if name == "NFD":
        return unicodedata.normalize("NFD", page).encode()
    if name == "CRLF":
        return page.replace("\n", "\r\n").encode()
    if name == "broken":
        return page.encode().replace(b"</p>", b" \xf0\x9f</p>", 3)
    return page.encode(name)


EVERY = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "entities", "NFD", "CRLF", "broken", "windows-1258", *ENCODINGS)


def said_by(data: bytes, ranges: tuple[tuple[int, int], ...], encoding: str) -> str:
    """What these bytes of a page say, without blanks."""
    found = b"".join(data[a:b] for a, b in ranges)
    if encoding in ENCODINGS:
        text = html.unescape(_old_text(found.decode("latin-1"), encoding))
    else:
        codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "windows-1258": "cp1258"}.get(encoding, encoding)
        text = html.unescape(found.decode(codec if codec[:3] in {"utf", "cp1"} else "utf-8", "replace"))
    return squeezed(text)


def _old_text(text: str, name: str) -> str:
    letters = {code.decode("latin-1"): letter for letter, code in codes(name).items()}
    pattern = "|".join(map(re.escape, sorted(letters, key=len, reverse=True)))
    read = re.sub(pattern, lambda m: letters[m.group()], text)
    return re.sub("[\x80-\x9f]", lambda m: m.group().encode("latin-1").decode("cp1252"), read)


def squeezed(text: str) -> str:
    """The text in NFC without blanks, bars between cells, and characters that nobody sees."""
    return re.sub(r"[\s|\u00ad\u200b\ufeff]", "", unicodedata.normalize("NFC", text))


def assert_leads_back(draft: Draft, data: bytes, encoding: str = "utf-8") -> None:
    """Every word of the article, and every part, stands where it says in the page."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^\s|]+", draft.text)]
    for start, end in [*spans, *((p.start, p.end) for p in draft.parts)]:
        ranges = draft.bytes_of(start, end)
        wanted = squeezed(draft.text[start:end])
        assert ranges is not None, (encoding, draft.text[start:end])
        found = said_by(data, ranges, encoding)
        # Capitals that TCVN3 lacks are small in the file, and drawn as capitals.
        assert found == wanted or (encoding == "tcvn3" and found.lower() == wanted.lower()), (encoding, found, wanted)
        assert all(a < b for a, b in ranges)
        assert list(ranges) == sorted(ranges)
