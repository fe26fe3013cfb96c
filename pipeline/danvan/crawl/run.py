"""Several sites in one call, side by side: each its own spider, all into one raw store."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal

import regex

from danvan.clock import stamp, utc_now
from danvan.errors import DanvanError, StoreError, UsageError
from danvan.messages import say
from danvan.raw.index import INDEX, open_index, told
from danvan.reasons import Reason, because
from danvan.ruleset import RuleSet
from danvan.sites import Expect, Site, host_of, load_sites, site_of

if TYPE_CHECKING:
    from danvan.crawl.frontier import Tally
    from danvan.crawl.spider import Job

SIDE_BY_SIDE = 8
"""Sites that are crawled at the same time: each keeps its own pace, and each takes a few megabytes."""
_REPORT_SECONDS = 0.5
_CONTACT = regex.compile(r"https?://[!-~]{3,200}|mailto:[!-~]{3,200}|[!-?A-~]{1,100}@[!-?A-~]{1,100}\.[a-zA-Z]{2,30}")

End = Literal["done", "paused", "stopped", "failed"]


@dataclass(frozen=True, slots=True)
class Step:
    """How far a site has come. `rate` in pages a second of this call; `seconds_left` None where nobody can tell."""

    site: str
    run: int
    tally: Tally
    rate: float
    seconds_left: float | None
    over: bool = False


@dataclass(frozen=True, slots=True)
class SiteResult:
    """What a call made of a site.

    `end`: "done" (nothing waits), "paused" (pages wait, `why` tells what for; the same call goes on), "stopped" (by
    the user), "failed" (disk, index, a fault of the program). `troubles` gives the lists and pages that were ended or
    failed, with reasons, `unmet` the pages that the user named and did not get, `reasons` how many there are of each.
    """

    site: str
    run: int
    file: str
    end: End
    why: Reason | None
    tally: Tally
    seconds: float
    asked: int
    troubles: tuple[tuple[str, str, Reason], ...] = ()
    unmet: tuple[tuple[str, Reason], ...] = ()
    reasons: Mapping[tuple[str, Reason], int] = field(default_factory=dict)
    unexpected: str | None = None

    @property
    def sound(self) -> bool:
        """Whether all went well: done (or stopped at the limit that was given), nothing failed, whatever was named is
        there, as many as expected.
        """
        through = self.end == "done" or (self.end == "paused" and self.why == because("pause.limit"))
        return through and not self.tally.failed and not self.unmet and self.unexpected is None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a call would do for a site, told without asking it anything."""

    site: Site
    run: int | None
    waiting: int
    stored: int
    last: str | None


def choose_sites(names: Sequence[str], rules: RuleSet) -> list[Site]:
    """The sites of these names, or of these URLs. Raises UsageError for one that no profile knows."""
    sites = load_sites(rules)
    chosen: dict[str, Site] = {}
    for name in names:
        site = sites.get(name) or (site_of(name, sites) if "://" in name else None)
        if site is None:
            raise UsageError(say("crawl.unknown", name=name, names=", ".join(sites) or "-"))
        chosen[site.name] = site
    return list(chosen.values())


def choose_listed(lines: Sequence[str], rules: RuleSet) -> tuple[dict[str, Site], dict[str, dict[str, str]], list[str]]:
    """The sites of single URLs, the URLs of each by the line that names it, and the lines that hold none. Blank lines
    and "#" lines are passed.

    A site that a profile knows is fetched by its limits. Nothing but these URLs is fetched of any of them, and the
    store keeps them under a name of their own ("urls-…"), apart from crawls of the whole site.
    """
    from danvan.crawl.address import clean_url

    known = load_sites(rules)
    sites: dict[str, Site] = {}
    urls: dict[str, dict[str, str]] = {}
    wrong: list[str] = []
    for line in (one.strip() for one in lines):
        if not line or line.startswith("#"):
            continue
        host = host_of(line)
        profile = site_of(line, known)
        name = f"urls-{profile.name if profile else regex.sub('[^a-z0-9.-]+', '-', host).strip('-')}"
        bare = replace(profile, start=(), sitemap=(), feed=()) if profile else Site(name, (host,))
        url = clean_url(line, line, bare, file=True) if host else None
        if url is None:
            wrong.append(line)
            continue
        sites[name] = replace(bare, name=name, list=(), article=(), expect=Expect())
        urls.setdefault(name, {})[line] = url
    return sites, urls, wrong


def check_contact(contact: str | None) -> str:
    """The contact that goes into the User-Agent. Raises UsageError where it is none that a server's keeper can use."""
    given = (contact or "").strip()
    if not given:
        raise UsageError(say("crawl.no_contact"))
    if not _CONTACT.fullmatch(given):
        raise UsageError(say("crawl.contact", value=given))
    return given


def user_agent(contact: str) -> str:
    """How the crawler names itself."""
    from importlib.metadata import version

    return f"danvan/{version('danvan')} (+{contact})"


def plan(sites: Sequence[Site], raw: Path) -> list[Plan]:
    """What a call would do. Asks nothing, writes nothing."""
    if not (raw / INDEX).is_file():
        return [Plan(site, None, len({*site.start, *site.feed, *site.sitemap}), 0, None) for site in sites]
    with closing(open_index(raw)) as con, told(raw / INDEX):
        return [_plan(con, site) for site in sites]


def _plan(con: sqlite3.Connection, site: Site) -> Plan:
    run = con.execute("SELECT max(id) FROM runs WHERE site = ? AND ended IS NULL", (site.name,)).fetchone()[0]
    waiting = con.execute(
        "SELECT count(*) FROM pages WHERE site = ? AND state IN ('waiting', 'asked')", (site.name,)
    ).fetchone()[0]
    stored = con.execute("SELECT count(*) FROM pages WHERE site = ? AND stored IS NOT NULL", (site.name,)).fetchone()[0]
    last = con.execute("SELECT max(ended) FROM runs WHERE site = ?", (site.name,)).fetchone()[0]
    if run is None:
        waiting += len({*site.start, *site.feed, *site.sitemap})
    return Plan(site, run, waiting, stored, last)


def crawl(
    sites: Sequence[Site],
    *,
    raw: Path,
    contact: str,
    rules: RuleSet,
    since: str | None = None,
    limit: int | None = None,
    allow_private: bool = False,
    listed: Mapping[str, Mapping[str, str]] | None = None,
    report: Callable[[Step], None] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> list[SiteResult]:
    """Crawls the sites into the raw store; goes on where an earlier call was broken off.

    `since` (ISO day) leaves articles from before that day alone, `limit` ends the call after so many pages of each
    site, `listed` gives the URLs of sites of which nothing else is fetched. Once a process: Twisted's reactor cannot be
    started twice. Raises StoreError where the store cannot be written or another process crawls one of the sites,
    UsageError for a wrong contact.
    """
    agent = user_agent(check_contact(contact))
    call = _Call(
        list(sites),
        raw=raw,
        rules=rules,
        since=since,
        limit=limit,
        allow_private=allow_private,
        listed=listed or {},
        report=report,
        clock=clock,
    )
    try:
        call.open()
        call.run(agent)
        return call.results()
    finally:
        call.close()


class _Call:
    """The sites of one call: their locks, jobs and results."""

    def __init__(
        self,
        sites: list[Site],
        *,
        raw: Path,
        rules: RuleSet,
        since: str | None,
        limit: int | None,
        allow_private: bool,
        listed: Mapping[str, Mapping[str, str]],
        report: Callable[[Step], None] | None,
        clock: Callable[[], datetime],
    ) -> None:
        self._sites = sites
        self._raw = raw
        self._rules = rules
        self._since = since
        self._limit = limit
        self._allow_private = allow_private
        self._listed = listed
        self._report = report
        self._clock = clock
        self._con: sqlite3.Connection | None = None
        self._locks: list[Any] = []
        self._jobs: list[Job] = []
        self._began: dict[str, float] = {}
        self._told: dict[str, float] = {}
        self._asked: dict[str, int] = {}
        self._seconds: dict[str, float] = {}

    def open(self) -> None:
        """Takes the sites and opens their runs."""
        from danvan.crawl.frontier import Frontier
        from danvan.crawl.lock import SiteLock

        with told(self._raw):
            for site in self._sites:
                self._locks.append(SiteLock(self._raw, site.name))
            self._con = open_index(self._raw, create=True)
            for site in self._sites:
                urls = self._listed.get(site.name, {})
                frontier = Frontier.open(self._con, self._raw, site, now=self._stamp(), since=self._since, listed=urls)
                self._jobs.append(self._job(site, frontier))

    def _stamp(self) -> str:
        return stamp(self._clock())

    def _job(self, site: Site, frontier: Any) -> Job:
        from danvan.crawl.guard import Guard
        from danvan.crawl.seen import Seen
        from danvan.crawl.spider import Job

        guard = Guard(site.hosts, allow_private=self._allow_private)
        seen = Seen(site.select, self._rules)
        asked = self._asked[site.name] = frontier.tally().asked
        follow = site.name not in self._listed
        return Job(
            site, frontier, guard, seen, self._raw, self._step, self._clock,
            follow=follow, asked=asked, left=self._limit,
        )  # fmt: skip

    def run(self, agent: str) -> None:
        """Crawls until every job is done, paused, or one fault of the store has stopped all."""
        from scrapy.crawler import AsyncCrawlerProcess
        from twisted.internet.error import ReactorNotRestartable

        from danvan.crawl.guard import ALLOW_PRIVATE

        shared = {**_settings(agent), ALLOW_PRIVATE: self._allow_private}
        process = AsyncCrawlerProcess(shared)
        _quiet()
        waiting = iter(self._jobs)

        def begin(*_: Any) -> None:
            if any(job.fault is not None or job.stopped for job in self._jobs):
                return
            if (job := next(waiting, None)) is not None:
                self._began[job.site.name] = monotonic()
                task = process.crawl(_crawler(job, shared), job=job)
                task.add_done_callback(lambda _: self._over(job))
                task.add_done_callback(begin)

        for _ in range(SIDE_BY_SIDE):
            begin()
        try:
            process.start()
        except ReactorNotRestartable:
            raise UsageError(say("crawl.once")) from None

    def _over(self, job: Job) -> None:
        name = job.site.name
        self._seconds[name] = monotonic() - self._began[name]
        self._told.pop(name, None)
        if job.fault is None:
            self._step(job, over=True)
            return
        # The store is the same for all: what one site cannot write, no other can.
        for other in self._jobs:
            other.pause = other.pause or because("pause.store")

    def _step(self, job: Job, *, over: bool = False) -> None:
        name, now = job.site.name, monotonic()
        if self._report is None or now - self._told.get(name, -1e9) < _REPORT_SECONDS:
            return
        self._told[name] = now
        tally = job.frontier.tally()
        seconds = now - self._began[name]
        done = job.asked - self._asked[name]
        rate = done / seconds if seconds > 0 else 0.0
        left = tally.waiting if job.left is None else min(tally.waiting, max(job.left, 0))
        self._report(Step(name, job.frontier.run, tally, rate, left / rate if rate > 0 else None, over=over))

    def results(self) -> list[SiteResult]:
        """What became of each site. Raises the fault that stopped the call."""
        fault = next((job.fault for job in self._jobs if job.fault is not None), None)
        if isinstance(fault, DanvanError):
            raise fault
        if fault is not None:
            raise StoreError(say("crawl.fault", name=type(fault).__name__, text=fault)) from fault
        with told(self._raw / INDEX):
            return [self._result(job) for job in self._jobs]

    def _result(self, job: Job) -> SiteResult:
        frontier = job.frontier
        end: End = "done"
        if job.stopped or (not job.done and job.pause is None):
            end = "stopped"
        elif not job.done:
            end = "paused"
        if end == "done":
            frontier.reconcile()
        tally = frontier.tally()
        frontier.close(job.pause.stored() if job.pause else end, ended=self._stamp() if end == "done" else None)
        name = job.site.name
        return SiteResult(
            name, frontier.run, frontier.file, end, job.pause, tally, self._seconds.get(name, 0.0),
            job.asked - self._asked[name], tuple(frontier.troubles()), tuple(frontier.unmet()), frontier.reasons(),
            self._unexpected(job.site, tally) if end == "done" and self._since is None else None,
        )  # fmt: skip

    def _unexpected(self, site: Site, tally: Tally) -> str | None:
        low, high = site.expect.min, site.expect.max
        if low is not None and tally.articles < low:
            return say("crawl.too_few", site=site.name, found=tally.articles, expected=low)
        if high is not None and tally.articles > high:
            return say("crawl.too_many", site=site.name, found=tally.articles, expected=high)
        return None

    def close(self) -> None:
        """Lets go of index and sites."""
        if self._con is not None:
            self._con.close()
        for lock in self._locks:
            lock.release()


def _quiet() -> None:
    """Scrapy and Twisted tell of every failure; here each becomes a row with its reason."""
    if os.environ.get("DANVAN_DEBUG"):
        logging.basicConfig(level=logging.INFO)
        return
    for name in ("scrapy", "twisted", "asyncio", "py.warnings"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.setLevel(logging.CRITICAL)
        logger.propagate = False


def _settings(agent: str) -> dict[str, Any]:
    """Scrapy as a downloader: what decides is switched off, what listens for orders too."""
    return {
        "USER_AGENT": agent,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
            "Accept-Language": "vi,en;q=0.3",
        },
        "LOG_ENABLED": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "ROBOTSTXT_OBEY": False,  # spider.py asks for robots.txt and obeys it, redirects and failures included
        "RETRY_ENABLED": False,
        "REDIRECT_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "HTTPERROR_ALLOW_ALL": True,
        "DOWNLOAD_FAIL_ON_DATALOSS": True,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_DELAY_JITTER": 0.0,  # a random pause may be shorter than the Crawl-delay
        "TWISTED_DNS_RESOLVER": "danvan.crawl.guard.GuardedResolver",
        "DNS_TIMEOUT": 20,
        "EXTENSIONS": {
            "scrapy.extensions.throttle.AutoThrottle": None,
            "scrapy.extensions.feedexport.FeedExporter": None,
            "scrapy.extensions.logstats.LogStats": None,
            "scrapy.extensions.memusage.MemoryUsage": None,
            "danvan.crawl.polite.PoliteThrottle": 0,
        },
        "AUTOTHROTTLE_ENABLED": True,
    }


def _crawler(job: Job, shared: Mapping[str, Any]) -> Any:
    from scrapy.crawler import Crawler

    from danvan.crawl.spider import SiteSpider

    limits = job.site.limits
    own = {
        "DOWNLOAD_DELAY": limits.delay,
        "AUTOTHROTTLE_START_DELAY": limits.delay,
        "AUTOTHROTTLE_MAX_DELAY": max(60.0, limits.delay),
        "AUTOTHROTTLE_TARGET_CONCURRENCY": float(limits.concurrency),
        "CONCURRENT_REQUESTS": limits.concurrency + 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": limits.concurrency,
        "DOWNLOAD_TIMEOUT": limits.timeout,
        "DOWNLOAD_MAXSIZE": limits.size,
        "DOWNLOAD_VERIFY_CERTIFICATES": not job.site.any_certificate,
    }
    return Crawler(SiteSpider, {**shared, **own})
