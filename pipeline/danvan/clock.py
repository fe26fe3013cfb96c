"""The machine's clock, read here alone. Commands hand it on; the core is given days and asks for none."""

from __future__ import annotations

from datetime import UTC, date, datetime


def utc_now() -> datetime:
    """The time, UTC, without zone, as the databases keep it."""
    return datetime.now(UTC).replace(tzinfo=None)


def today() -> date:
    """The day where the machine stands."""
    return date.today()


def stamp(moment: datetime) -> str:
    """A moment as the raw store tells it, UTC to the second: "2026-11-22T10:00:00Z"."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(moment: datetime) -> float:
    """The seconds of a moment since 1970."""
    return moment.replace(tzinfo=UTC).timestamp()
