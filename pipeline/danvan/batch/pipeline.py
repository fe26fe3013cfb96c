"""From inputs to what becomes of them, in order: those that were read before are recalled, the others tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from danvan.batch.attempt import Recalled, attempt, without_extraction
from danvan.batch.task import Done, Input, Outcome, Planned, Task
from danvan.batch.workers import Pool
from danvan.ingest.load import Load, Skipped
from danvan.ingest.page import read_iso
from danvan.reasons import because
from danvan.ruleset import RuleSet
from danvan.store.inputs import Known, Named, Reading
from danvan.store.write import Refused
from danvan.text.article import Draft

_AHEAD = 64
_AHEAD_BYTES = 8 * 1024 * 1024
"""Inputs, and their bytes, whose names are looked up in the database together."""


def nothing_known(names: Sequence[str]) -> Mapping[str, Known]:
    """Of an empty database."""
    return {}


def extract_all(
    inputs: Iterable[Input],
    rules: RuleSet,
    *,
    place: str | None = None,
    names: str | None = None,
    jobs: int = 1,
    known: Callable[[Draft], bool] = lambda draft: False,
) -> Iterator[Outcome]:
    """What becomes of every input, in order. `jobs` processes read loads and extract; `known` articles are not
    extracted again.

    Raises UsageError where the tagger `names` cannot be had, or no unit is called `place`.
    """
    task = Task(rules, place, names)
    task.check()
    for done in outcomes_of(inputs, task, jobs, known):
        if not isinstance(done, Reading | Planned):
            yield done


def outcomes_of(
    inputs: Iterable[Input],
    task: Task,
    jobs: int,
    known: Callable[[Draft], bool],
    recall: Callable[[Sequence[str]], Mapping[str, Known]] = nothing_known,
) -> Iterator[Done]:
    """What becomes of every input, in order; behind the outcomes of a load the Reading that says what it gave."""
    recalled = _recalled(inputs, task, recall)
    if jobs == 1:
        for item in recalled:
            early = without_extraction(item, known)
            if early is not None:
                yield from early
            else:
                yield from attempt(item, task, known)  # type: ignore[arg-type]
    else:
        yield from Pool(task, jobs).outcomes(recalled, known)


def _recalled(
    inputs: Iterable[Input], task: Task, recall: Callable[[Sequence[str]], Mapping[str, Known]]
) -> Iterator[Input | Recalled]:
    """The inputs, those that were read before with what they gave. Those that are too old are skipped."""
    if recall is nothing_known and task.since is None:
        yield from inputs
        return
    ahead: list[Input] = []
    size = 0
    for item in inputs:
        ahead.append(_unless_old(item, task.since) if isinstance(item, Load) else item)
        size += item.size if isinstance(item, Load) else 0
        if len(ahead) == _AHEAD or size > _AHEAD_BYTES:
            yield from _looked_up(ahead, task, recall)
            ahead, size = [], 0
    yield from _looked_up(ahead, task, recall)


def _unless_old(load: Load, since: str | None) -> Load | Skipped:
    """The load, unless it was fetched before that day: nothing in it can have been published since."""
    fetched = read_iso(load.fetched) if load.fetched and since else None
    if since is None or fetched is None or fetched[:10] >= since:
        return load
    return Skipped(load.path, because("skip.fetched", since=since))


def _looked_up(
    ahead: Sequence[Input], task: Task, recall: Callable[[Sequence[str]], Mapping[str, Known]]
) -> Iterator[Input | Recalled]:
    names = {index: item.name() for index, item in enumerate(ahead) if isinstance(item, Load)}
    found = recall(list(names.values())) if names else {}
    for index, item in enumerate(ahead):
        gave = found.get(names[index]) if index in names else None
        if gave is None or not isinstance(item, Load):
            yield item
        else:
            yield Recalled(gave if item.fetched else tuple(_newer(gave, task.since)))


def _newer(gave: Known, since: str | None) -> Iterator[Named | Refused]:
    for one in gave:
        if isinstance(one, Refused) or since is None or not one.published or one.published[:10] >= since:
            yield one
