"""How fast: AutoThrottle that never goes below Crawl-delay, robots.txt as RFC 9309 has it, Retry-After."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING, Any

from scrapy.extensions.throttle import AutoThrottle

from danvan.reasons import Reason

if TYPE_CHECKING:
    from scrapy.core.downloader import Slot
    from scrapy.http import Request, Response

AGENT = "danvan"
"""The name that rules of robots.txt go by."""
ROBOTS_SIZE = 1024 * 1024
_MARGIN = 0.005
"""Seconds on top of a Crawl-delay, for the server's clock is not ours."""


class PoliteThrottle(AutoThrottle):
    """AutoThrottle with the site's delay and robots.txt's Crawl-delay as its floor.

    Scrapy parses Crawl-delay and does not apply it, and AutoThrottle would pull a delay back under it (stack.md B1).
    """

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> None:
        super()._adjust_delay(slot, latency, response)
        slot.delay = max(slot.delay, self._floor())

    def _response_downloaded(self, response: Response, request: Request, spider: Any) -> None:
        super()._response_downloaded(response, request, spider)
        _, slot = self._get_slot(request, spider)
        if slot is None:
            return
        floor = self._floor()
        slot.delay = max(slot.delay, floor)
        if floor > self.mindelay:
            # Counted from the answer: a first request also spends time on connecting, and the server counts from
            # the moment that it sees it.
            slot.lastseen = monotonic()

    def _floor(self) -> float:
        floor: float = getattr(self.crawler.spider, "floor", 0.0)
        return max(floor, self.mindelay)


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host's robots.txt says to us. `refusal` is why nothing may be asked at all, where that is so."""

    rules: Any = None
    refusal: Reason | None = None

    def allows(self, url: str) -> bool:
        """Whether this URL may be asked, wildcards included."""
        return self.rules is None or bool(self.rules.can_fetch(url, AGENT))

    @property
    def delay(self) -> float | None:
        """Seconds between requests that it asks for, by Crawl-delay or Request-rate; None where it asks for none."""
        if self.rules is None:
            return None
        asked = [float(delay)] if (delay := self.rules.crawl_delay(AGENT)) else []
        if rate := self.rules.request_rate(AGENT):
            asked.append(rate.seconds / max(rate.requests, 1))
        return max(asked) + _MARGIN if asked else None

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that it names."""
        return () if self.rules is None else tuple(self.rules.sitemaps)


def read_robots(body: bytes) -> Robots:
    """The rules of a robots.txt; one that is none (a page that greets) allows everything."""
    from protego import Protego

    return Robots(Protego.parse(body.decode("utf-8-sig", "replace")))


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds to wait by the header Retry-After, which gives seconds or a date; None where it gives neither."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
