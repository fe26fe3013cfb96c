"""Why a page could not be had: a name for every failure, and whether it may pass."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)

from danvan.crawl.guard import private_names
from danvan.reasons import Reason, because
from danvan.sites import MEGABYTE, Limits

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Statuses that may be another one later."""
GONE = frozenset({404, 410})
_PACKERS = frozenset({"brotli", "brotlicffi", "zlib", "zstandard"})
"""Modules whose errors say that a body is not packed as its server announces."""


class Fault(Exception):
    """No page came. `passing`: it may come later. `silent`: no server answered at all. `refused`: not to be asked."""

    def __init__(self, reason: Reason, *, passing: bool = False, silent: bool = False, refused: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.passing = passing
        self.silent = silent
        self.refused = refused


def fault_of(error: Exception, url: str, limits: Limits) -> Fault:
    """The failure of a download under its name."""
    size = f"{limits.size / MEGABYTE:.3g} MB" if limits.size >= MEGABYTE else f"{limits.size // 1024} kB"
    match error:
        case CannotResolveHostError():
            name = urlsplit(url).hostname or "?"
            if name in private_names:
                return Fault(because("fetch.private", host=name, address=private_names[name]), refused=True)
            return Fault(because("fetch.dns", host=name), passing=True, silent=True)
        case DownloadConnectionRefusedError():
            return Fault(because("fetch.refused"), passing=True, silent=True)
        case DownloadTimeoutError():
            return Fault(because("fetch.timeout", seconds=limits.timeout), passing=True, silent=True)
        case DownloadCancelledError():
            return Fault(because("fetch.larger", size=size))
        case IgnoreRequest():
            return Fault(because("fetch.unpacked", size=size))
        case ResponseDataLossError():
            return Fault(because("fetch.cut"), passing=True)
        case DownloadFailedError() if (wrong := _certificate(error, urlsplit(url).hostname or "?")) is not None:
            return Fault(wrong, refused=True)
        case DownloadFailedError() if "ConnectionDone" in str(error) or "ConnectionLost" in str(error):
            return Fault(because("fetch.hung_up"), passing=True, silent=True)
        case DownloadFailedError():
            return Fault(because("fetch.failed", error=_last_words(error)), passing=True, silent=True)
        case _ if type(error).__module__ in _PACKERS:
            return Fault(because("fetch.packed"), passing=True)
        case _:
            return Fault(because("fetch.other", name=type(error).__name__, error=_last_words(error)), passing=True)


def _certificate(error: Exception, host: str) -> Reason | None:
    """What is wrong with the certificate of a server, None where it is something else."""
    text = str(error)
    if "VerificationError" in text or "CertificateError" in text:
        return because("fetch.other_name", host=host)
    return because("fetch.no_voucher", host=host) if "certificate verify failed" in text else None


def _last_words(error: Exception) -> str:
    """What the libraries below say, in one short line."""
    text = " ".join(str(error).split())
    for noise in ("[<twisted.python.failure.Failure ", "[Failure "):
        text = text.replace(noise, "")
    return text[:160].strip("[]<>: ") or type(error).__name__
