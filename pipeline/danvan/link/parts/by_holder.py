"""Parts told by their holder behind two totals told by theirs: each is of the total of its kind.

"công nhận 160 mô hình tập thể và 95 mô hình cá nhân, trong đó cấp huyện 34 tập thể, 21 cá nhân". Source:
constructions.md 1.4; contract rulings 4 and 13.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from danvan.link.changes import direction_of
from danvan.link.counts import MODEL, Count
from danvan.link.cues import cues
from danvan.link.parts.nested import divides
from danvan.link.parts.totals import HOLDERS
from danvan.reading import Reading

_NAMED = 30
"""Characters behind a number in which its holder is named, the name of the models between them."""


def link_by_holder(reading: Reading, counts: list[Count], number: int) -> int:
    """Gives each part behind two totals of different holders to the total of its holder.

    A list ends with its sentence, and before what is more than its total. Gives the number of the next list.
    """
    for _, group in itertools.groupby(counts, key=lambda c: c.sentence.start):
        here = [c for c in group if not c.is_rate]
        holders = [_holder(reading, count, behind) for count, behind in itertools.zip_longest(here, here[1:])]
        heads = next(
            (i for i in range(len(here) - 2) if _are_heads(reading, here[i : i + 3], holders[i : i + 3])), None
        )
        if heads is None:
            continue
        told = list(zip(here[heads + 2 :], holders[heads + 2 :], strict=True))
        told = list(itertools.takewhile(lambda part: part[1] is not None, told))
        for head, holder in zip(here[heads : heads + 2], holders[heads:], strict=False):
            own = [count for count, of in told if of == holder]
            parts = own[: next((i for i, part in enumerate(own) if part.value > head.value), len(own))]
            if parts:
                _give(head, parts, number)
                number += 1
    return number


def _are_heads(reading: Reading, counts: Sequence[Count], holders: Sequence[str | None]) -> bool:
    """Whether two totals side by side are of different holders, and words as "trong đó" lead from them to more."""
    first, second, part = counts
    if None in holders or holders[0] == holders[1] or not (first.is_model and second.is_model):
        return False
    if any(c.each or direction_of(reading, c) is not None for c in counts):
        return False
    if ";" in reading.view[first.end : second.number.outer]:
        return False
    if any(divides(m.rule.gives) for m in cues(reading, "breakdown.", first.end, second.number.outer)):
        return False
    return any(divides(m.rule.gives) for m in cues(reading, "breakdown.", second.end, part.number.outer))


def _holder(reading: Reading, count: Count, behind: Count | None) -> str | None:
    """The holder that a count of models names as its noun or behind it, before the next separator."""
    if not (count.is_model or count.measure in HOLDERS):
        return None
    if count.unit in HOLDERS:
        return count.unit
    end = min(count.end + _NAMED, count.sentence.end, behind.number.outer if behind is not None else count.sentence.end)
    words = reading.lower[count.end : end]
    words = words[: next((i for i, c in enumerate(words) if c in ",;:(."), len(words))]
    return next((h for h in HOLDERS if h in words), None)


def _give(head: Count, parts: Sequence[Count], number: int) -> None:
    whole = len(parts) > 1 and sum(p.value for p in parts) == head.value
    for part in parts:
        part.measure, part.is_model = MODEL, True
        part.part_of, part.partition, part.list = head, whole, number
