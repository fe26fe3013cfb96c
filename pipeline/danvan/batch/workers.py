"""Extraction in worker processes, which may die one by one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from danvan.batch.attempt import Recalled, attempt, refusal, without_extraction
from danvan.batch.task import Done, Input, Task
from danvan.ingest.load import Load
from danvan.reasons import because
from danvan.ruleset import load_rules
from danvan.store.write import Refused
from danvan.text.article import Draft

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_CHUNK = 8
"""Inputs that a worker process is sent at a time."""


_Waiting = tuple[list[Draft | Load], "Future[list[Done]]"] | list[Done]
"""A chunk that is under way, or what needed no work and comes behind it."""


class Pool:
    """Extraction in worker processes that the operating system may kill one by one.

    After a death all articles in flight are tried again one at a time, so that the next death has one cause; an
    article that was alone when its worker died is refused.
    """

    def __init__(self, task: Task, jobs: int) -> None:
        self.task = task
        self.jobs = jobs
        self.executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        # "spawn" is the one way that Windows, macOS and Linux share, and safe beside DuckDB's threads.
        context = multiprocessing.get_context("spawn")
        task = self.task
        modes = {"since": task.since, "extract": task.extract, "only_relevant": task.only_relevant}
        given = (task.rules.layers[1:], task.place, task.names, modes)
        return ProcessPoolExecutor(self.jobs, context, _start_worker, given)

    def outcomes(self, inputs: Iterable[Input | Recalled], known: Callable[[Draft], bool]) -> Iterator[Done]:
        """In the order of the inputs; at most three chunks a worker are under way."""
        waiting: deque[_Waiting] = deque()
        chunk: list[Draft | Load] = []
        try:
            for item in inputs:
                early = without_extraction(item, known)
                if early is None and isinstance(item, Draft | Load):
                    chunk.append(item)
                if chunk and (early is not None or len(chunk) == _CHUNK):
                    waiting.append((chunk, self._submit(chunk)))
                    chunk = []
                if early is not None:
                    waiting.append(early)
                while len(waiting) > 3 * self.jobs or (waiting and not isinstance(waiting[0], tuple)):
                    yield from self._finish(waiting)
            if chunk:
                waiting.append((chunk, self._submit(chunk)))
            while waiting:
                yield from self._finish(waiting)
        finally:
            self.executor.shutdown(cancel_futures=True)

    def _submit(self, chunk: list[Draft | Load]) -> Future[list[Done]]:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.executor.submit(_extract_chunk, chunk)
        except BrokenProcessPool as error:
            broken: Future[list[Done]] = Future()
            broken.set_exception(error)
            return broken

    def _finish(self, waiting: deque[_Waiting]) -> Iterator[Done]:
        """What became of the first that waits."""
        from concurrent.futures.process import BrokenProcessPool

        first = waiting.popleft()
        if not isinstance(first, tuple):
            yield from first
            return
        chunk, future = first
        try:
            yield from future.result()
        except BrokenProcessPool:
            self.executor.shutdown(cancel_futures=True)
            self.executor = self._start()
            for item in chunk:
                yield from self._alone(item)
            # Whatever else was under way went down with the pool.
            for at, entry in enumerate(waiting):
                if isinstance(entry, tuple) and (not entry[1].done() or entry[1].exception() is not None):
                    waiting[at] = (entry[0], self._submit(entry[0]))

    def _alone(self, item: Draft | Load) -> list[Done]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.executor.submit(_extract_chunk, [item]).result()
        except BrokenProcessPool:
            self.executor.shutdown(cancel_futures=True)
            self.executor = self._start()
            if isinstance(item, Load):
                return [Refused(item.path, item.item, because("input.worker_died"), item.size)]
            return [refusal(item, because("input.worker_died"))]


_worker: dict[str, Task] = {}
"""What a worker process keeps from one chunk to the next: its rules, the given place, its tagger."""


def _start_worker(layers: Sequence[str], place: str | None, names: str | None, modes: Mapping[str, Any]) -> None:
    import signal
    import threading

    # Ctrl-C goes to the whole group; the parent alone decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    task = Task(load_rules(*layers), place, names, **modes)
    _ = task.tagger
    _worker["task"] = task


def _end_with_parent() -> None:
    """Where the parent was killed the queue of work never closes: a worker would wait for work and keep its memory."""
    import multiprocessing
    import os

    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _extract_chunk(items: list[Draft | Load]) -> list[Done]:
    return [done for item in items for done in attempt(item, _worker["task"])]
