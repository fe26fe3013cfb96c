"""One input: its articles read and extracted, refused or set aside. Nothing that it does may end the batch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from danvan.batch.task import Done, Extracted, Input, Planned, Task, Unchanged
from danvan.ingest.drafts import drafts_of
from danvan.ingest.load import Load, Skipped, Unreadable
from danvan.reasons import Reason, because, one_line
from danvan.relevance import judge
from danvan.steps import open_reading, read
from danvan.store.inputs import Known, Named, Reading
from danvan.store.write import Refused, SetAside
from danvan.text.article import Draft


@dataclass(frozen=True, slots=True)
class Recalled:
    """A load that was read before, and what it gave."""

    gave: Known


def without_extraction(item: Input | Recalled, known: Callable[[Draft], bool]) -> list[Done] | None:
    """What becomes of an input that needs no work, else None."""
    match item:
        case Unreadable():
            return [Refused(item.source, item.item, item.reason, item.bytes_read)]
        case Skipped():
            return [item]
        case Recalled():
            return [one if isinstance(one, Refused) else Unchanged(one) for one in item.gave]
        case Draft():
            return [Unchanged(item)] if known(item) else None
    return None


def attempt(item: Draft | Load, task: Task, known: Callable[[Draft], bool] = lambda draft: False) -> list[Done]:
    """What becomes of an article, or of those in a load. Nothing that one input does may end the batch."""
    if isinstance(item, Draft):
        return [_set_aside(item, task) or _extract(item, task)]
    done: list[Done] = []
    sound = True
    try:
        for found in drafts_of(item, task.rules):
            if isinstance(found, Unreadable):
                done.append(Refused(found.source, found.item, found.reason, found.bytes_read))
            elif task.since and not item.fetched and found.published and found.published[:10] < task.since:
                done.append(Skipped(found.source or item.path, because("skip.published", since=task.since)))
                sound = False
            elif not task.extract:
                named = Named(found.id, found.source, found.published)
                done.append(Planned(named, task.hash(found), _set_aside(found, task) is not None))
            elif known(found):
                done.append(Unchanged(found))
            else:
                done.append(_set_aside(found, task) or _extract(found, task))
                # What could not be extracted or was set aside is tried again the next time.
                sound = sound and isinstance(done[-1], Extracted)
    except Exception as error:
        reason = because("input.extraction_failed", name=type(error).__name__, text=one_line(error))
        return [*done, Refused(item.path, item.item, reason, item.size)]
    if sound and task.extract:
        articles = tuple(one.draft.id for one in done if isinstance(one, Extracted | Unchanged))
        done.append(Reading(item.name(), articles, tuple(one for one in done if isinstance(one, Refused))))
    return done


def _set_aside(draft: Draft, task: Task) -> SetAside | None:
    """The article as it is set aside, None where it is to be extracted."""
    if not task.only_relevant:
        return None
    parts = [(part.kind, part.start, part.end) for part in draft.parts]
    found = judge(draft.text, task.rules, title=draft.title, parts=parts)
    if found.relevant:
        return None
    return SetAside(
        draft.id, draft.source, draft.url, draft.title, draft.published, draft.text, found.score, found.reasons
    )


def _extract(draft: Draft, task: Task) -> Extracted | Refused:
    """The article's record, or why there is none."""
    try:
        reading = open_reading(draft, task.rules)
        record = read(reading, place=task.place, tagger=task.tagger)
        return Extracted(draft, record, record.model_dump_json(), tuple((s.start, s.end) for s in reading.sentences))
    except Exception as error:
        reason = because("input.extraction_failed", name=type(error).__name__, text=one_line(error))
        return refusal(draft, reason)


def refusal(draft: Draft, reason: Reason) -> Refused:
    return Refused(draft.source or draft.id, draft.id, reason, len(draft.raw.encode("utf-8", "surrogatepass")))
