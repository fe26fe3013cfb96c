"""One process a site: a lock that the system lets go of when its process ends, however it ends."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import IO

from danvan.errors import StoreError
from danvan.messages import say


class SiteLock:
    """Held while a site is crawled into a raw store. Raises StoreError, naming the holder, where another holds it."""

    def __init__(self, raw: Path, site: str) -> None:
        self.path = raw / site / ".lock"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] = self.path.open("a+", encoding="ascii")
        try:
            _lock(self._file)
        except OSError:
            self._file.seek(0)
            who = self._file.read(20).strip() or "?"
            self._file.close()
            raise StoreError(say("crawl.held", site=site, who=who)) from None
        self._file.seek(0)
        self._file.truncate()
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Lets go of the site."""
        with contextlib.suppress(OSError):
            self._file.close()


def _lock(file: IO[str]) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        # Behind the number of the process, so that others can read it.
        file.seek(1000)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        return
    fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
