"""Which unit a name lies in as the text says it: "xóm 3, xã Hải Đường, huyện Hải Hậu"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from danvan.find.mentions.lexicon import Lexicon
from danvan.gazetteer import Gazetteer
from danvan.link.units.places import DEPTH, Mention


def contains(gazetteer: Gazetteer, outer: Mention, inner: Mention) -> bool:
    """Whether some unit of the one name lies, or once lay, in one of the other; a settlement may lie in any."""
    if inner.levels[0] == "hamlet":
        return True
    codes = {u.code for u in gazetteer.versions(outer.name) if u.level in outer.levels}
    units = (u for u in gazetteer.versions(inner.name) if u.level in inner.levels)
    return any(p.code in codes for u in units for p in gazetteer.parents(u, u.valid_from))


def with_parents(mentions: Sequence[Mention], view: str, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Mention]:
    """Each mention with the later one that it lies in: the first of a higher level in the same chain of names."""
    found = list(mentions)
    gaps = [_gap(view, one, other, lexicon) for one, other in pairwise(found)]
    for index, mention in enumerate(found):
        depth = DEPTH[mention.levels[0]]
        for at in range(index + 1, min(len(found), index + 40)):
            other, gap = found[at], gaps[at - 1]
            if gap is None or DEPTH[other.levels[0]] > depth:
                break  # the chain ends, or another address begins: "huyện A; thôn B, xã C, tỉnh D"
            if DEPTH[other.levels[0]] < depth:
                sure = not other.bare and len(mention.levels) == 1
                if gap == "in" and (sure or contains(gazetteer, other, mention)):
                    found[index] = replace(mention, parent=at)
                    if at == index + 1 and lexicon.words["place.joint.both"].search(view, mention.end, other.start):
                        _share_parent(found, index)
                break
    return found


def _share_parent(found: list[Mention], index: int) -> None:
    """ "ông A, ấp Mỹ Hòa và bà B, ấp Bà Mía cùng ngụ xã Mỹ Lạc": the one before lies there too."""
    mention = found[index]
    before = found[index - 1] if index else mention
    same = before.levels == mention.levels and before.sentence == mention.sentence
    if index and same and before.parent is None:
        found[index - 1] = replace(before, parent=mention.parent)


def _gap(view: str, one: Mention, other: Mention, lexicon: Lexicon) -> str | None:
    """ "in" where `other` may be what `one` lies in, "and" where they are joined, None where the chain breaks."""
    gap = view[one.end : other.start]
    if len(gap) > 90:
        return None
    if lexicon.joins("place.joint.parent", gap.removeprefix(")")) and (gap.strip() or other.name_start > other.start):
        return "in"  # also "xóm 3 xã Hải Đường", without a comma
    return "and" if lexicon.joins("place.joint.beside", gap) else None
