"""One site: takes a page from the frontier, asks for it, keeps the answer, gives the frontier what it leads to.

Scrapy brings requests over the wire (downloader, its middlewares, AutoThrottle). What comes next, retries, redirects
and robots.txt are decided here: Scrapy's scheduler loses work when it is killed, its redirect middleware drops loops
without a word, and its retry knows no Retry-After (stack.md B1). Every page that is taken ends in exactly one outcome.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from time import monotonic
from typing import Any, TextIO
from urllib.parse import urljoin, urlsplit

import scrapy
from scrapy.http import Response

from danvan.clock import seconds, stamp
from danvan.crawl.address import clean_url
from danvan.crawl.faults import GONE, PASSING, Fault, fault_of
from danvan.crawl.frontier import KEPT, Answer, Found, Frontier, Outcome, Page
from danvan.crawl.guard import Guard
from danvan.crawl.links import Link, NotXml, decoded, entries_of, links_of, tree_of
from danvan.crawl.polite import ROBOTS_SIZE, Robots, read_robots, retry_after
from danvan.crawl.seen import Seen
from danvan.raw.index import told
from danvan.raw.warc import Stored, WarcWriter
from danvan.reasons import Reason, because
from danvan.sites import Site, host_of, target_of

_SILENT_PAGES = 10
"""So many pages in a row that no server answers, or that it turns away as too many, end the call: the site is down."""
_PAGE_TYPES = frozenset({"", "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})
_DOCUMENT_TYPES = frozenset(
    {"application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
)
_TICK = 0.5
_ROBOTS_SECONDS = 86_400.0
"""A robots.txt is good for a day (RFC 9309, 2.4)."""


@dataclass(slots=True)
class Job:
    """What a spider works at, and what became of it. `pause`: why the call ended with pages left, where it did.

    `left` is the number of pages that this call may still ask for; None where it may ask for all. `asked` counts the
    requests of the run, over all calls. `clock` gives the time, UTC, without zone. `follow` is off where the user
    has named each page.
    """

    site: Site
    frontier: Frontier
    guard: Guard
    seen: Seen
    raw: Path
    report: Callable[[Job], None]
    clock: Callable[[], datetime]
    follow: bool = True
    asked: int = 0
    left: int | None = None
    pause: Reason | None = None
    fault: Exception | None = None
    stopped: bool = False
    done: bool = False
    crawl_delay: float | None = None
    active: int = 0
    silent: set[str] = field(default_factory=set)


class SiteSpider(scrapy.Spider):
    """Works at one job until nothing waits."""

    name = "danvan"

    def __init__(self, job: Job, **rest: Any) -> None:
        super().__init__(**rest)
        self.job = job
        self.floor = job.site.limits.delay
        self._robots: dict[str, asyncio.Future[Robots]] = {}
        self._robots_read: dict[str, float] = {}
        self._not_before: dict[str, float] = {}
        self._warc: WarcWriter | None = None
        self._log: TextIO | None = None

    async def start(self) -> AsyncIterator[Any]:
        """The whole of the work; gives Scrapy nothing to schedule."""
        job = self.job
        try:
            async with asyncio.TaskGroup() as workers:
                for _ in range(job.site.limits.concurrency):
                    workers.create_task(self._work())
            job.done = job.pause is None
        except asyncio.CancelledError:
            job.stopped = True
            raise
        except BaseExceptionGroup as errors:
            job.fault = _named(errors, job.raw)
        finally:
            if self._warc is not None:
                self._warc.close()
            if self._log is not None:
                self._log.close()
        return
        yield

    def _now(self) -> float:
        """The time, in seconds since 1970."""
        return seconds(self.job.clock())

    def _stamp(self) -> str:
        """The time, as the index tells it."""
        return stamp(self.job.clock())

    def _finish(self, page: Page, answer: Answer, *, found: Iterable[Found] = (), target: Found | None = None) -> None:
        self.job.frontier.finish(page, answer, now=self._now(), found=found, target=target)

    async def _work(self) -> None:
        job = self.job
        while job.pause is None:
            if job.left is not None and job.left <= 0:
                job.pause = because("pause.limit")
                return
            if (rest := min(self._not_before.get(host, 0.0) for host in job.site.hosts)) > self._now():
                await asyncio.sleep(min(_TICK, rest - self._now()))
                continue
            page = job.frontier.take(self._now())
            if page is None:
                then = job.frontier.next_time()
                if then is None and job.active == 0:
                    return
                await asyncio.sleep(_TICK if then is None else min(_TICK, max(0.01, then - self._now())))
                continue
            if await self._may_ask(page):
                await self._do(page)
            job.report(job)

    async def _may_ask(self, page: Page) -> bool:
        """Whether this page is to be asked now. Refused ones and those of a host that must rest are settled here."""
        job = self.job
        reason = job.guard.refusal(page.url)
        if reason is not None:
            job.frontier.refuse(page, reason)
            return False
        host = host_of(page.url)
        if (rest := self._not_before.get(host, 0.0)) > self._now():
            job.frontier.put_back(page, not_before=rest)
            return False
        job.active += 1
        try:
            robots = await self._robots_of(page.url)
        except asyncio.CancelledError:
            job.frontier.put_back(page)
            raise
        finally:
            job.active -= 1
        if robots.refusal is not None:
            job.pause = robots.refusal
            job.frontier.put_back(page)
            return False
        if not robots.allows(page.url):
            job.frontier.refuse(page, because("fetch.robots"))
            return False
        if (longest := job.site.limits.pages) <= job.asked:
            job.pause = because("pause.pages", most=longest)
            job.frontier.put_back(page)
            return False
        return True

    async def _do(self, page: Page) -> None:
        job = self.job
        job.active += 1
        job.asked += 1
        if job.left is not None:
            job.left -= 1
        began = monotonic()
        try:
            answer = await self._ask(page)
        except asyncio.CancelledError:
            job.frontier.put_back(page)
            raise
        except Fault as fault:
            answer = self._failed(page, fault)
            self._finish(page, answer)
        finally:
            job.active -= 1
        job.frontier.note_asked(host_of(page.url), self._now(), job.crawl_delay)
        self._note(page, answer, monotonic() - began)

    async def _ask(self, page: Page) -> Answer:
        """Asks, keeps, reads. Raises Fault where no page came."""
        job = self.job
        response = await self._download(page.url, self._questions(page))
        status = int(response.status)
        headers = _headers(response)
        if status in {429, 503}:
            self._rest(page, headers)
            job.silent.add(page.url)
        else:
            job.silent.clear()
        if status in {301, 302, 303, 307, 308} and "location" in headers:
            return self._redirected(page, response, headers)
        if status == 304 and page.stored is not None and page.kind in KEPT:
            answer = Answer("unchanged", self._stamp(), status, size=0)
            self._finish(page, answer)
            return answer
        if status in GONE:
            answer = Answer("gone", self._stamp(), status, reason=_phrase(status))
            self._finish(page, answer)
            return answer
        if status != 200:
            raise Fault(_phrase(status), passing=status in PASSING)
        return self._read(page, response, headers)

    def _questions(self, page: Page) -> dict[str, str]:
        """The headers that ask for a page only where it changed. Lists are always asked whole: they give links."""
        if page.stored is None or page.kind not in KEPT:
            return {}
        asked = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified}
        return {name: value for name, value in asked.items() if value}

    async def _download(self, url: str, headers: Mapping[str, str], size: int | None = None) -> Response:
        limits = self.job.site.limits
        meta = {"download_timeout": limits.timeout, "download_maxsize": size or limits.size}
        request = scrapy.Request(url, headers=dict(headers), meta=meta)
        engine = self.crawler.engine
        assert engine is not None
        try:
            return await engine.download_async(request)
        except (asyncio.CancelledError, Fault):
            raise
        except Exception as error:
            if not engine.running:
                raise asyncio.CancelledError from error
            # Of a failure AutoThrottle hears nothing: the distance to the next request counts from here too.
            for slot in engine.downloader.slots.values():
                slot.lastseen = monotonic()
            raise fault_of(error, url, limits) from error

    def _read(self, page: Page, response: Response, headers: Mapping[str, str]) -> Answer:
        """A page that came: stored where it is new or changed, read for what it leads to."""
        job = self.job
        if not response.body.strip():
            raise Fault(because("fetch.empty"), passing=True)
        if page.kind in {"sitemap", "feed"}:
            return self._read_entries(page, response)
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind in _DOCUMENT_TYPES and page.kind == "article":
            answer = self._keep(page, response, headers, tree=None, note=None)
            self._finish(page, answer)
            return answer
        if kind not in _PAGE_TYPES:
            raise Fault(because("fetch.no_page", kind=kind))
        text = decoded(response.body, headers.get("content-type"), job.site.encoding)
        tree = tree_of(text)
        base, links = links_of(text, tree, page.url)
        found = self._found(base, links, page) if job.follow else []
        if page.kind in KEPT:
            whole = "</html" in text[-4000:].lower() or "</body" in text[-4000:].lower()
            note = None if whole else because("fetch.no_end")
            answer = self._keep(page, response, headers, tree=tree, note=note)
        else:
            answer = Answer(
                "read", self._stamp(), int(response.status), size=len(response.body),
                content_type=headers.get("content-type"),
            )  # fmt: skip
        self._finish(page, answer, found=found)
        return answer

    def _read_entries(self, page: Page, response: Response) -> Answer:
        job = self.job
        try:
            entries = entries_of(response.body, job.site.limits.size)
        except NotXml as error:
            raise Fault(because("fetch.no_list", kind=page.kind, why=error.reason)) from None
        found = []
        for entry in entries:
            url = clean_url(entry.href, page.url, job.site, file=entry.kind == "sitemap")
            if url is None or job.guard.refusal(url) is not None:
                continue
            if entry.kind == "sitemap":
                found.append(Found(url, "sitemap", dated=entry.dated))
                continue
            kind = job.site.kind_of(url)
            if kind is not None:
                found.append(Found(url, kind, entry.text, entry.dated))
        answer = Answer("read", self._stamp(), int(response.status), size=len(response.body))
        self._finish(page, answer, found=found)
        return answer

    def _found(self, base: str, links: list[Link], page: Page) -> list[Found]:
        job = self.job
        found: dict[str, Found] = {}
        for link in links:
            url = clean_url(link.href, urljoin(page.url, base), job.site)
            if url is None or job.guard.refusal(url) is not None or url == page.url:
                continue
            kind = job.site.kind_of(url)
            if kind is not None and (url not in found or len(found[url].text) < 15 < len(link.text)):
                found[url] = Found(url, kind, link.text)
        return list(found.values())

    def _keep(
        self, page: Page, response: Response, headers: Mapping[str, str], *, tree: Any, note: Reason | None
    ) -> Answer:
        """Stores the answer, unless it is the one that is stored already, to the byte or to the reader's eye."""
        body = response.body
        digest = hashlib.sha256(body).hexdigest()
        seen = self.job.seen.hash(tree) if tree is not None else None
        same = Answer(
            "unchanged", self._stamp(), int(response.status), reason=because("fetch.same_bytes"), size=len(body),
            sha256=digest, text_sha256=seen, etag=headers.get("etag"), last_modified=headers.get("last-modified"),
            content_type=headers.get("content-type"),
        )  # fmt: skip
        if page.stored is not None:
            if digest == page.sha256:
                return same
            if seen is not None and seen == page.text_sha256:
                return replace(same, reason=because("fetch.same_text"))
        stored = self._store(page.url, same.fetched, int(response.status), response)
        outcome: Outcome = "new" if page.stored is None else "changed"
        return replace(same, outcome=outcome, reason=note, file=self.job.frontier.file, stored=stored)

    def _store(self, url: str, fetched: str, status: int, response: Response) -> Stored:
        if self._warc is None:
            about = {"software": str(self.settings["USER_AGENT"]), "format": "WARC File Format 1.0"}
            self._warc = WarcWriter(self.job.raw / self.job.frontier.file, about=about)
        headers = [
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, values in response.headers.items()
            for value in values
        ]
        return self._warc.write(url, fetched, status, headers, response.body, reason=_words(status))

    def _redirected(self, page: Page, response: Response, headers: Mapping[str, str]) -> Answer:
        job = self.job
        status = int(response.status)
        url = clean_url(headers["location"], page.url, job.site, file=page.kind == "sitemap")
        if url is None:
            raise Fault(because("fetch.redirects_nowhere", url=headers["location"][:100]))
        refusal = job.guard.refusal(url)
        if refusal is None and job.site.kind_of(url) is None and page.kind not in {"sitemap", "feed", "start"}:
            refusal = because("fetch.left_alone") if self._denied(url) else None
        if refusal is not None:
            raise Fault(because("fetch.redirects_to", why=refusal, url=url), refused=True)
        if url == page.url and "set-cookie" in headers and page.tries == 1:
            # The page wants to be asked again with the cookie that it has just set.
            answer = Answer("retry", self._stamp(), status, reason=because("fetch.cookie"))
            self._finish(page, answer)
            return answer
        answer = Answer("redirected", self._stamp(), status, reason=because("fetch.redirected", url=url))
        kind = page.kind if page.kind not in KEPT else job.site.kind_of(url) or page.kind
        self._finish(page, answer, target=Found(url, kind, page.link_text or ""))
        return answer

    def _denied(self, url: str) -> bool:
        return any(pattern.search(target_of(url)) for pattern in self.job.site.deny)

    def _failed(self, page: Page, fault: Fault) -> Answer:
        """A failure that is tried again while tries are left; at too many pages without an answer, the call ends."""
        job = self.job
        limits = job.site.limits
        if fault.silent:
            job.silent.add(page.url)
        if len(job.silent) >= _SILENT_PAGES:
            job.pause = because("pause.silent", why=fault.reason)
            return Answer("retry", self._stamp(), reason=fault.reason)
        if fault.refused:
            return Answer("refused", self._stamp(), reason=fault.reason)
        if fault.passing and page.tries <= limits.retries:
            wait = limits.retry_wait * 2 ** (page.tries - 1)
            rest = self._not_before.get(host_of(page.url), 0.0) - self._now()
            return Answer("retry", self._stamp(), reason=fault.reason, wait=max(wait, rest))
        return Answer("failed", self._stamp(), reason=fault.reason)

    def _rest(self, page: Page, headers: Mapping[str, str]) -> None:
        """Lets a host rest as long as it asks, or longer each time where it does not say; too long ends the call."""
        limits = self.job.site.limits
        asked = retry_after(headers, self.job.clock().replace(tzinfo=UTC))
        if asked is None:
            asked = min(limits.retry_wait * 2 ** (page.tries - 1), limits.patience)
        if asked > limits.patience:
            until = (self.job.clock() + timedelta(seconds=asked)).strftime("%Y-%m-%d %H:%M UTC")
            self.job.pause = because("pause.rest", until=until)
        host = host_of(page.url)
        self._not_before[host] = max(self._not_before.get(host, 0.0), self._now() + asked)

    async def _robots_of(self, url: str) -> Robots:
        """The robots.txt of this URL's host, asked for once."""
        parts = urlsplit(url)
        key = f"{parts.scheme}://{host_of(url)}"
        if key in self._robots and self._robots[key].done() and monotonic() - self._robots_read[key] > _ROBOTS_SECONDS:
            del self._robots[key]
        if key not in self._robots:
            self._robots_read[key] = monotonic()
            future = self._robots[key] = asyncio.get_running_loop().create_future()
            try:
                future.set_result(await self._fetch_robots(key))
            except BaseException:
                del self._robots[key]
                future.cancel()
                raise
        return await asyncio.shield(self._robots[key])

    async def _fetch_robots(self, origin: str) -> Robots:
        """As RFC 9309 has it: no such file allows everything, a server that fails or is silent allows nothing."""
        job = self.job
        await self._keep_distance(host_of(origin))
        url, fault = f"{origin}/robots.txt", because("fetch.empty")
        tries = redirects = 0
        while tries <= job.site.limits.retries:
            refusal = job.guard.refusal(url)
            if refusal is not None:
                return Robots(refusal=because("pause.robots_elsewhere", why=refusal, url=url))
            try:
                response = await self._download(url, {}, ROBOTS_SIZE)
            except Fault as error:
                if error.refused:
                    return Robots(refusal=error.reason)
                fault = error.reason
            else:
                status, headers = int(response.status), _headers(response)
                if status in {301, 302, 303, 307, 308} and "location" in headers and redirects < 5:
                    redirects += 1
                    url = urljoin(url, headers["location"])
                    continue
                if status == 200:
                    return self._obey(read_robots(response.body))
                if status < 500 and status != 429:
                    return Robots()
                fault = _phrase(status)
            tries += 1
            if tries <= job.site.limits.retries:
                await asyncio.sleep(job.site.limits.retry_wait * 2 ** (tries - 1))
        return Robots(refusal=because("pause.robots", host=host_of(origin), why=fault))

    async def _keep_distance(self, host: str) -> None:
        """Waits where an earlier call has asked this host a moment ago, noted or not: it may have been killed."""
        frontier = self.job.frontier
        asked, delay = frontier.last_asked(host) or (0.0, None)
        distance = max(delay or 0.0, self.floor)
        rest = distance if frontier.broken_off else asked + distance - self._now()
        await asyncio.sleep(min(distance, max(0.0, rest)))
        frontier.note_asked(host, self._now(), delay)

    def _obey(self, robots: Robots) -> Robots:
        job = self.job
        if robots.delay is not None:
            job.crawl_delay = max(job.crawl_delay or 0.0, robots.delay)
            self.floor = max(self.floor, robots.delay)
            engine = self.crawler.engine
            assert engine is not None
            for slot in engine.downloader.slots.values():
                slot.delay, slot.lastseen = max(slot.delay, self.floor), monotonic()
        if job.follow and not job.site.sitemap:
            named = [clean_url(url, url, job.site, file=True) for url in robots.sitemaps]
            job.frontier.add_sitemaps(url for url in named if url is not None and job.guard.refusal(url) is None)
        return robots

    def _note(self, page: Page, answer: Answer, seconds: float) -> None:
        """One line of the run's log."""
        job = self.job
        if self._log is None:
            path = (job.raw / job.frontier.file).with_suffix("").with_suffix(".jsonl")
            path.parent.mkdir(parents=True, exist_ok=True)
            self._log = path.open("a", encoding="utf-8", buffering=1)
        line = {
            "time": answer.fetched, "site": job.site.name, "url": page.url, "kind": page.kind, "status": answer.status,
            "outcome": answer.outcome, "reason": answer.reason and str(answer.reason), "bytes": answer.size,
            "ms": round(seconds * 1000),
        }  # fmt: skip
        self._log.write(json.dumps(line, ensure_ascii=False) + "\n")


def _named(errors: BaseExceptionGroup[BaseException], raw: Path) -> Exception:
    """The first of what went wrong; faults of disk and index under their names."""
    error: BaseException = errors
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    try:
        with told(raw):
            raise error
    except Exception as named:
        return named


def _headers(response: Response) -> dict[str, str]:
    """The headers by name in lower case, several of one name joined."""
    return {
        name.decode("latin-1").lower(): ", ".join(v.decode("latin-1") for v in values)
        for name, values in response.headers.items()
    }


def _phrase(status: int) -> Reason:
    return because("fetch.status", status=status, words=_words(status))


def _words(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
