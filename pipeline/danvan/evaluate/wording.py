"""When two names, posts, things or numbers are the same, however they are written."""

from __future__ import annotations

import re
import unicodedata

_ABBREVIATIONS = {
    "bch": "ban chấp hành", "btv": "ban thường vụ", "ccb": "cựu chiến binh", "chqs": "chỉ huy quân sự",
    "hcm": "hồ chí minh", "hđnd": "hội đồng nhân dân", "huv": "huyện ủy viên", "lhpn": "liên hiệp phụ nữ",
    "mttq": "mặt trận tổ quốc", "mttqvn": "mặt trận tổ quốc", "pbt": "phó bí thư", "qcdc": "quy chế dân chủ",
    "tp": "thành phố", "tphcm": "thành phố hồ chí minh", "tuv": "tỉnh ủy viên", "tw": "trung ương", "tx": "thị xã",
    "ub": "ủy ban", "ubmttq": "mặt trận tổ quốc", "ubmttqvn": "mặt trận tổ quốc", "ubnd": "ủy ban nhân dân",
    "uvbtv": "ủy viên ban thường vụ", "uvtv": "ủy viên ban thường vụ",
}  # fmt: skip
_SETTLEMENTS = ("ấp", "bản", "bon", "buôn", "khóm", "khu", "làng", "thôn", "tổ", "xóm")
_UNIT_WORDS = (*_SETTLEMENTS, "huyện", "phố", "phường", "quận", "thành", "thị", "tỉnh", "trấn", "xã")
_MEASURING = ("cái", "căn", "cây", "chiếc", "con", "công", "ha", "kg", "khẩu", "km", "m", "m2", "ngôi", "suất", "tấn")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def fold(text: str | None) -> str:
    """Words in lower case, each syllable's tone mark put at its end: "Hoà" and "Hòa" fold to the same."""
    folded = []
    for word in re.findall(r"\w+", unicodedata.normalize("NFC", text or "").lower().replace("ð", "đ")):
        letters = unicodedata.normalize("NFD", word)
        bare = "".join(c for c in letters if c not in _TONES)
        folded.append(unicodedata.normalize("NFC", bare) + "".join(c for c in letters if c in _TONES))
    return " ".join(folded)


_LONG_FORMS = {fold(short): fold(long) for short, long in _ABBREVIATIONS.items()}
SETTLEMENTS = frozenset(fold(w) for w in _SETTLEMENTS)
UNIT_WORDS = frozenset(fold(w) for w in _UNIT_WORDS)
_FOLDED_MEASURING = frozenset(fold(w) for w in _MEASURING)


def spell_out(text: str | None) -> list[str]:
    """Folded words with abbreviations in full; "Ủy ban MTTQ Việt Nam" and "MTTQ" come out the same."""
    long = " ".join(_LONG_FORMS.get(word, word) for word in fold(text).split())
    for form, short in (("ủy ban mặt trận", "mặt trận"), ("mặt trận tổ quốc việt nam", "mặt trận tổ quốc")):
        long = long.replace(fold(form), fold(short))
    return long.split()


def post_words(title: str, body: str | None) -> list[str]:
    """Title and body as one list of words, the words that they share at the seam once: "Trưởng Ban" + "Ban Dân vận"
    is "trưởng ban dân vận".
    """
    head, tail = spell_out(title), spell_out(body)
    overlap = max((n for n in range(1, min(len(head), len(tail)) + 1) if head[-n:] == tail[:n]), default=0)
    return head + tail[overlap:]


def things(*texts: str | None) -> set[str]:
    """The words that say what is counted; the units of measure only where there is nothing else."""
    joined = re.sub(r"\bm ?[2²]|\b" + fold("mét vuông"), "m2", " ".join(fold(t) for t in texts))
    words = set(joined.split())
    return words - _FOLDED_MEASURING or words


def written_numbers(text: str) -> set[float]:
    """Numbers in digits, Vietnamese marks: "1.204" is 1204, "3,4" is 3.4."""
    numbers: set[float] = set()
    for digits in re.findall(r"\d+(?:[.,]\d+)*", text):
        bare = digits.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits) else digits
        try:
            numbers.add(float(bare.replace(",", ".")))
        except ValueError:
            numbers.update(float(run) for run in re.findall(r"\d+", digits))
    return numbers


def same_words(one: str, other: str) -> bool:
    """Whether two spans hold the same characters: NFC, any run of blanks as one."""
    return _one_line(one) == _one_line(other)


def words_pattern(text: str) -> re.Pattern[str]:
    """Finds the text as `same_words` sees it; the first group of an HTML blank counts as a blank."""
    return re.compile(r"(?:\s|&nbsp;)+".join(map(re.escape, unicodedata.normalize("NFC", text).split())))


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
