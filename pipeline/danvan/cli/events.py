"""The log of a run as JSON lines: what became of each input, a line each. Without times: equal runs, equal logs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from danvan.errors import UsageError
from danvan.messages import say

if TYPE_CHECKING:
    from danvan.batch import Outcome
    from danvan.store.write import Counts


class Events:
    """Appends the events of one run to a file; writes nothing where there is none."""

    def __init__(self, path: Path | None, command: str, inputs: Sequence[str]) -> None:
        self._path = path
        self._begun = {"event": "run", "command": command, "inputs": list(inputs)}
        self._stream: IO[str] | None = None
        self._counts: dict[str, int] | None = None

    def __enter__(self) -> Events:
        if self._path is not None:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._stream = self._path.open("a", encoding="utf-8", newline="\n")
            except OSError as error:
                raise UsageError(say("log.unwritten", path=self._path, reason=error.strerror or error)) from None
            self._say(self._begun)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if self._stream is None:
            return
        if kind is None:
            self._say({"event": "end", "state": "finished", **(self._counts or {})})
        else:
            self._say({"event": "end", "state": "stopped", "reason": " ".join(str(error).split()) or kind.__name__})
        self._stream.close()

    def counted(self, counts: Counts) -> None:
        """What the run did, for its last line."""
        self._counts = asdict(counts)

    def beside(self, report: Callable[[Outcome], None]) -> Callable[[Outcome], None]:
        """Tells the log of each outcome, then `report`."""

        def told(outcome: Outcome) -> None:
            if self._stream is not None:
                self._say(_event(outcome))
            report(outcome)

        return told

    def _say(self, event: dict[str, Any]) -> None:
        if self._stream is not None:
            self._stream.write(json.dumps(event, ensure_ascii=False) + "\n")
            self._stream.flush()


def _event(outcome: Outcome) -> dict[str, Any]:
    from danvan.ingest.load import Skipped
    from danvan.store.write import Refused, SetAside

    match outcome:
        case Refused():
            told = {"item": outcome.item, "reason": str(outcome.reason), "bytes": outcome.bytes}
            return {"event": "refused", "path": outcome.path, **told}
        case Skipped():
            return {"event": "skipped", "path": outcome.source, "reason": str(outcome.reason)}
        case SetAside():
            return {"event": "set_aside", "id": outcome.id, "path": outcome.source, "reasons": list(outcome.reasons)}
    name = "extracted" if hasattr(outcome, "record") else "unchanged"
    return {"event": name, "id": outcome.draft.id, "path": outcome.draft.source}
