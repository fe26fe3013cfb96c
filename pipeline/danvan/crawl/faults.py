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
from danvan.sites import MEGABYTE, Limits

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Statuses that may be another one later."""
GONE = frozenset({404, 410})


class Fault(Exception):
    """No page came. `passing`: it may come later. `silent`: no server answered at all. `refused`: not to be asked."""

    def __init__(self, reason: str, *, passing: bool = False, silent: bool = False, refused: bool = False) -> None:
        super().__init__(reason)
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
                return Fault(f"a private address: {name} is {private_names[name]}", refused=True)
            return Fault(f"DNS: no address for {name}", passing=True, silent=True)
        case DownloadConnectionRefusedError():
            return Fault("connection refused", passing=True, silent=True)
        case DownloadTimeoutError():
            return Fault(f"no answer within {limits.timeout:g} s", passing=True, silent=True)
        case DownloadCancelledError():
            return Fault(f"larger than {size}")
        case IgnoreRequest():
            return Fault(f"larger than {size} when unpacked")
        case ResponseDataLossError():
            return Fault("cut off: fewer bytes than the server announced", passing=True)
        case DownloadFailedError() if (wrong := _certificate(error)) is not None:
            host = urlsplit(url).hostname or "?"
            told = f'certificate of {host}: {wrong}; certificate = "any" in the profile asks all the same'
            return Fault(told, refused=True)
        case DownloadFailedError():
            return Fault(f"connection failed ({_last_words(error)})", passing=True, silent=True)
        case _:
            return Fault(f"{type(error).__name__}: {_last_words(error)}", passing=True)


def _certificate(error: Exception) -> str | None:
    """What is wrong with the certificate of a server, None where it is something else."""
    text = str(error)
    if "VerificationError" in text or "CertificateError" in text:
        return "it is made out to another name"
    return "nobody known vouches for it, or it has run out" if "certificate verify failed" in text else None


def _last_words(error: Exception) -> str:
    """What the libraries below say, in one short line."""
    text = " ".join(str(error).split())
    for noise in ("[<twisted.python.failure.Failure ", "[Failure "):
        text = text.replace(noise, "")
    return text[:160].strip("[]<>: ") or type(error).__name__
