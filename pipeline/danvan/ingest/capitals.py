"""Capitals that TCVN3 has no codes for, within sentences: "xã Xuân áng", "Nguyễn Hoàng ấn".

Typists wrote the small letter, or changed the font for one letter. A name that begins with such a vowel is known where
the gazetteer has it, or where a surname stands before a word that is a given name and does not go on as another one
("ý kiến"). All else stays small. What was raised is said in a note: it is a reading, not what the file has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from danvan.gazetteer import Gazetteer, load_gazetteer, place_key
from danvan.ruleset import RuleSet

_UNITS = ("tỉnh", "huyện", "quận", "xã", "phường", "thị xã", "thị trấn", "thành phố", "tp", "tx", "tt")
_SETTLEMENTS = ("thôn", "ấp", "bản", "buôn", "làng", "xóm", "khóm", "khu phố", "tổ dân phố")
_LEVELS = ("province", "district", "commune")
_SMALL = frozenset(
    (
        "ở",
        "ấy",
        "ấp",
        "ủy",
        "uỷ",
        "ủng",
        "ước",
        "ổn",
        "ít",
        "ảnh",
        "úp",
        "ép",
        "uống",
        "ốm",
        "ứng",
        "ý",
        "ấm",
        "ế",
        "áp",
    )
)
"""Words that stand behind the name of a settlement without being part of it: what is no unit of the gazetteer does not
hold them."""
_GIVEN: Mapping[str, frozenset[str]] = {
    "ánh": frozenset(["sáng", "mắt", "nắng", "đèn"]),
    "ái": frozenset(["hữu", "quốc", "mộ", "ngại"]),
    "ấn": frozenset(["tượng", "định", "phẩm", "hành"]),
    "ẩn": frozenset(["họa", "náu", "dật"]),
    "ổn": frozenset(["định", "thỏa"]),
    "ứng": frozenset(["dụng", "phó", "xử", "cử", "trước", "viên", "tuyển"]),
    "ý": frozenset(["kiến", "thức", "chí", "nghĩa", "tưởng", "định", "muốn", "đồ", "nguyện", "tứ"]),
    "úy": frozenset(["kỵ"]),
}
"""Given names that begin so, each with the words behind which it is a word of the language."""
_REACH = 3
"""Words of a name before the one in question."""
_BLANK = re.compile(r"[ \u00a0]{1,2}\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text as it reads after conversion, and what parts it from the word before. `small`: its first letter
    is one whose capital has no code.
    """

    text: str
    gap: str
    small: bool


def raised_names(words: Sequence[Word], rules: RuleSet) -> dict[int, str]:
    """The indexes of the words that begin with a capital after all, each with the name that it belongs to."""
    gazetteer, surnames = load_gazetteer(rules), _surnames(rules)
    found: dict[int, str] = {}
    for index, word in enumerate(words):
        if not word.small or not word.text.islower():
            continue
        name = _place(words, index, gazetteer) or _person(words, index, surnames)
        if name is not None:
            found[index] = name
    return found


def _surnames(rules: RuleSet) -> frozenset[str]:
    known: frozenset[str] | None = rules.cache.get("legacy.surnames")
    if known is None:
        known = rules.cache["legacy.surnames"] = frozenset(row["form"] for row in rules.table("surnames"))
    return known


def _place(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> str | None:
    """The unit whose name holds this word, with a kind of unit or of settlement before it."""
    for first in range(index, max(-1, index - _REACH), -1):
        if first < index and not _joins(words, first + 1):
            break
        kind = _kind_before(words, first)
        if kind is None:
            continue
        for last in range(min(len(words), index + _REACH) - 1, index - 1, -1):
            inner = words[first : last + 1]
            if any(not _joins(words, k) for k in range(first + 1, last + 1)):
                continue
            if any(not w.text[:1].isupper() for k, w in enumerate(inner, first) if k != index):
                continue
            name = " ".join(_titled(w.text) if k == index else w.text for k, w in enumerate(inner, first))
            if kind in _UNITS and gazetteer.named(place_key(name.lower()), _LEVELS):
                return name
            free = words[index].text not in _SMALL and _is_free(words, index)
            if kind in _SETTLEMENTS and last == index > first and free:
                return name
    return None


def _kind_before(words: Sequence[Word], first: int) -> str | None:
    """The kind of unit that stands right before a word: "thị trấn", "xã"."""
    if first == 0 or not _joins(words, first):
        return None
    one = words[first - 1].text.lower()
    two = f"{words[first - 2].text.lower()} {one}" if first > 1 and _joins(words, first - 1) else ""
    return next((kind for kind in (two, one) if kind in _UNITS or kind in _SETTLEMENTS), None)


def _person(words: Sequence[Word], index: int, surnames: frozenset[str]) -> str | None:
    """The name of a person that ends with this word: a surname, perhaps a middle name, a given name."""
    if words[index].text not in _GIVEN or not _is_free(words, index):
        return None
    for first in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if not _joins(words, first + 1) or not words[first].text[:1].isupper():
            return None
        if words[first].text in surnames and index - first > 1:
            return " ".join([*(w.text for w in words[first:index]), _titled(words[index].text)])
    return None


def _is_free(words: Sequence[Word], index: int) -> bool:
    """Whether a word behind a name belongs to it, and is no word of the language with the next one."""
    word = words[index].text
    following = words[index + 1] if index + 1 < len(words) and _joins(words, index + 1) else None
    return following is None or following.text not in _GIVEN.get(word, frozenset())


def _joins(words: Sequence[Word], index: int) -> bool:
    """Whether only a blank stands between a word and the one before it."""
    return bool(words[index].gap) and _BLANK.fullmatch(words[index].gap) is not None


def _titled(word: str) -> str:
    return word[:1].upper() + word[1:]
