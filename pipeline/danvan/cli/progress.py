"""What a batch tells while it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from danvan.cli.app import tell
from danvan.messages import say

if TYPE_CHECKING:
    from danvan.batch import Outcome


class Progress:
    """Counts what becomes of the inputs and tells of refusals; on a terminal, a bar with rate and time left."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = paths
        self.done = self.refused = self.skipped = 0
        self.seconds = 0.0
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Progress:
        from time import monotonic

        self._clock: Callable[[], float] = monotonic
        self._began = monotonic()
        if sys.stderr.isatty():
            self._start_bar()
        return self

    def __exit__(self, *reason: object) -> None:
        self.seconds = self._clock() - self._began
        if self._bar is not None:
            self._bar.stop()

    def _start_bar(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"), TimeRemainingColumn(), console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._task = self._bar.add_task(say("run.progress"), total=count_inputs(self.paths), rate="")
        self._bar.start()

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes, told of as they pass."""
        for outcome in outcomes:
            self.told(outcome)
            yield outcome

    def told(self, outcome: Outcome) -> None:
        from danvan.ingest.read import Skipped
        from danvan.store.write import Refused

        if isinstance(outcome, Refused):
            self.refused += 1
            item = say("input.item", item=outcome.item) if outcome.item else ""
            self._say(say("input.refused", path=outcome.path, item=item, reason=outcome.reason, bytes=outcome.bytes))
        elif isinstance(outcome, Skipped):
            self.skipped += 1
        else:
            self.done += 1
        if self._bar is not None:
            elapsed = self._clock() - self._began
            rate = f"{self.done / elapsed:.1f} {say('run.unit')}/s" if elapsed > 0 else ""
            self._bar.update(self._task, advance=1, rate=rate)

    def _say(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            tell(text)


def count_inputs(paths: Iterable[str]) -> int:
    """About how many inputs there are, for the bar: files of folders, lines of .jsonl files."""
    total = 0
    for given in paths:
        path = Path(given)
        for file in (p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            if file.suffix == ".jsonl" and file.is_file():
                with file.open("rb") as stream:
                    total += sum(1 for line in stream if line.strip())
            else:
                total += 1
    return total
