"""What a batch tells while it runs."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from danvan.cli.app import tell
from danvan.messages import say
from danvan.reasons import item_words

if TYPE_CHECKING:
    from danvan.batch import Outcome
    from danvan.reasons import Reason


_LINE_SECONDS = 30.0
"""Between two lines of progress where no terminal is there to draw a bar on."""
_SAMPLE = 4 * 1024 * 1024
_SAMPLED = 8
"""Bytes of a WARC file, and such files, from which the number of pages in all of them is told, by their bytes."""


def refusal(path: str, item: str, reason: object, size: int) -> str:
    """The line for an input that gives no article."""
    told = f"{path}{item}: {reason}"
    return say("input.refused", told=told, bytes=size) if size else told


class Progress:
    """Counts what becomes of the inputs and tells of refusals; on a terminal a bar, else lines now and then, with the
    rate of late and the time left at that rate: what was there already passes faster than what is new.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = paths
        self.done = self.refused = self.skipped = self.old = 0
        self._left: Counter[str] = Counter()
        self.seconds = 0.0
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Progress:
        from time import monotonic

        self._clock: Callable[[], float] = monotonic
        self._began = self._lined = monotonic()
        self._lined_at = 0
        self._total: int | None = None
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
            item = f", {item_words(outcome.item)}" if outcome.item else ""
            self._say(refusal(outcome.path, item, outcome.reason, outcome.bytes))
        elif isinstance(outcome, Skipped):
            self.skipped += 1
            self._left[_kind(outcome.reason)] += 1
            self.old += outcome.reason.key in {"skip.published", "skip.fetched"}
        else:
            self.done += 1
        if self._bar is not None:
            speed = self._bar.tasks[0].speed
            rate = "" if speed is None else f"{speed:.1f} {say('run.unit')}/s"
            self._bar.update(self._task, advance=1, rate=rate)
        elif (now := self._clock()) - self._lined > _LINE_SECONDS:
            self._line(now)

    def _line(self, now: float) -> None:
        if self._total is None:
            self._total = count_inputs(self.paths)
        seen = self.done + self.refused + self.skipped
        rate = (seen - self._lined_at) / (now - self._lined)
        self._lined, self._lined_at = now, seen
        left = ""
        if self._total > seen:
            left = say("run.time_left", total=self._total, minutes=max(1, round((self._total - seen) / rate / 60)))
        tell(say("run.line", done=self.done, refused=self.refused, skipped=self.skipped, rate=rate, left=left))

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to read at all, neither old nor new."""
        return not (self.done or self.refused or self.old)

    @property
    def left(self) -> str:
        """What was passed over, by kind: "189 .json, 2 .md"; "" where nothing was."""
        return ", ".join(f"{count} {kind}" for kind, count in self._left.most_common())

    def _say(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            tell(text)


def _kind(reason: Reason) -> str:
    """What is passed over for this reason, in a word: the end of its name, hidden, too old."""
    match reason.key:
        case "skip.suffix":
            return str(dict(reason.values)["suffix"])
        case "skip.save_as":
            return say("run.passed_save_as", **dict(reason.values))
        case "skip.nameless":
            return say("run.passed_nameless")
        case "skip.hidden":
            return say("run.passed_hidden")
    return say("run.passed_old")


def count_inputs(paths: Iterable[str]) -> int:
    """About how many inputs there are, for the bar: files of folders, lines, rows, members and pages of others."""
    from danvan.raw.index import is_raw_store

    total = 0
    warcs: list[Path] = []
    for given in paths:
        path = Path(given)
        stores = [p for p in (path, *path.rglob("*/")) if is_raw_store(p)] if path.is_dir() else []
        total += sum(_count_store(store) for store in stores)
        for file in (p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            if any(store in file.parents for store in stores):
                continue
            if file.is_file() and file.name.lower().endswith((".warc", ".warc.gz")):
                warcs.append(file)
            else:
                total += _count_file(file)
    return total + _count_pages(warcs)


def _count_store(folder: Path) -> int:
    from danvan.raw.index import count_stored, open_index

    with closing(open_index(folder)) as con:
        return count_stored(con)


def _count_file(file: Path) -> int:
    name = file.name.lower()
    if not file.is_file():
        return 1
    if name.endswith((".jsonl", ".csv", ".tsv")):
        with file.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    if name.endswith(".zip"):
        import zipfile

        try:
            with zipfile.ZipFile(file) as archive:
                return len(archive.namelist())
        except (zipfile.BadZipFile, ValueError, OSError):
            return 1
    return 1


def _count_pages(files: Sequence[Path]) -> int:
    """The pages of WARC files, by those at the heads of some."""
    from danvan.errors import ReadError
    from danvan.raw.warc import Capture, read_warc

    pages = read = 0
    for file in files[:: max(1, len(files) // _SAMPLED)]:
        at = 0
        with suppress(ReadError, OSError):
            for found in read_warc(file):
                pages += isinstance(found, Capture) and found.content_type in {"text/html", "application/xhtml+xml"}
                at = found.offset + found.length
                if at > _SAMPLE:
                    break
        read += at
    size = sum(file.stat().st_size for file in files)
    return max(len(files), round(pages * size / read) if read else 0)
