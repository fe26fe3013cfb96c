"""Who signs with a line: the names in front of a post or an office, in labels, under texts, in brackets."""

from __future__ import annotations

import regex

from danvan.ingest.lines import Block

_SIGNED_PIECE = regex.compile(r"(?P<mark>\s?[-–,(&/]\s?|)(?P<name>[^-–,(&/]+)")
_JOINED = regex.compile(r"[-–,&]")
_ONLY_NAMES = regex.compile(r"\p{Lu}[\w'.]*(?:\s\p{Lu}[\w'.]*){0,4}")
_NO_NAMES = {"bbt", "ban biên tập", "pv", "ctv", "nhóm pv", "admin", "administrator", "quản trị", "quản trị viên"}


def is_name(block: Block) -> bool:
    """Whether the line begins with the name of one who signs."""
    return any(m.start <= 2 and m.rule.id == "author.name" for m in block.of("author."))


def signer(block: Block, text: str, *rules: str) -> str | None:
    """Who signs with this line, as written in the text: "" for an office ("BBT"), None where nobody does."""
    if block.bulleted and block.view.isupper():
        return None
    for found in block.of(*rules):
        if found.rule.id == "author.name" and block.view[: found.start].strip(" (*_.-"):
            continue
        written = (
            text[block.start + found.start : block.start + found.end]
            if block.length == len(block.view)
            else block.view[found.start : found.end]
        )
        name = _names_only(written)
        if block.of("letter.", "signed.") or (name.isupper() and name.count(" ") > 3 and not _JOINED.search(name)):
            continue
        return name if name.lower() not in _NO_NAMES and not _says_something(name) else ""
    return None


def _says_something(name: str) -> bool:
    """Whether what stands behind a label is no name: "Phóng viên: Xin cảm ơn ông!"."""
    words = name.split()
    return len(words) > 2 and sum(word[:1].islower() for word in words) * 2 > len(words)


def _names_only(signed: str) -> str:
    """The names in front of a post or an office: "Kim Ngân - BTV Huyện đoàn" is "Kim Ngân"."""
    end = 0
    for piece in _SIGNED_PIECE.finditer(signed):
        name = piece["name"].strip()
        loud = name.isupper() and not signed[:end].isupper()
        if end and (loud or not _ONLY_NAMES.fullmatch(name) or piece["mark"].strip() in {"(", ","}):
            break
        end = piece.end()
    return " ".join(signed[:end].split()).strip(" .,;:-–*_()")
