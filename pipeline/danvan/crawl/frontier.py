"""What next, kept in the index of the raw store: every page that is known, what is to be asked, what became of it.

A page is asked at most once a run (retries aside), and every change is one transaction: after a kill at any moment the
same call finds what waits. Never Scrapy's JOBDIR: killed, it calls a crawl finished that was not (stack.md B1).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from danvan.crawl.address import form_of, repeats
from danvan.raw.index import mend
from danvan.raw.warc import Stored
from danvan.reasons import Reason, because, read_reason
from danvan.sites import Site

Kind = Literal["start", "list", "sitemap", "feed", "article", "page"]
Outcome = Literal["new", "changed", "unchanged", "read", "redirected", "gone", "retry", "failed", "refused"]
"""What one request gave: "read" is a list that was read for its links, "retry" a failure that is tried again."""

KEPT = ("article", "page")
"""Kinds whose answers are stored. Lists, sitemaps and feeds are read for their links."""
LISTS = ("start", "list")

_RANKS: Mapping[str, int] = {"start": 0, "feed": 1, "article": 2, "sitemap": 3, "list": 4, "page": 5}
_REDIRECTS = 10
_FORM_BARREN = 5
"""So many times `limits.barren` pages of one form in a row without anything new end every page of that form: a calendar
branches into days, and no single chain of it is long.
"""
_STATES: Mapping[str, str] = {
    "new": "done", "changed": "done", "unchanged": "done", "read": "done", "redirected": "redirected", "gone": "gone",
    "failed": "failed", "refused": "refused", "retry": "waiting",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is to be asked, with what is known of it."""

    id: int
    url: str
    kind: Kind
    depth: int
    chain: int
    hops: int
    tries: int
    link_text: str | None
    stored: int | None
    etag: str | None
    last_modified: str | None
    sha256: str | None
    text_sha256: str | None


_PAGE = ", ".join(Page.__slots__)


@dataclass(frozen=True, slots=True)
class Found:
    """A page that another one leads to."""

    url: str
    kind: Kind
    text: str = ""
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request gave. `wait` is the number of seconds before a retry; `stored` where the body went."""

    outcome: Outcome
    fetched: str
    status: int | None = None
    reason: Reason | None = None
    file: str | None = None
    stored: Stored | None = None
    size: int | None = None
    sha256: str | None = None
    text_sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    wait: float = 0.0


@dataclass(slots=True)
class Tally:
    """How far a run has come. `articles` counts pages that were stored or found unchanged."""

    asked: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    gone: int = 0
    refused: int = 0
    old: int = 0
    waiting: int = 0
    articles: int = 0


class Frontier:
    """The pages of one site in one run. One process a site; `con` may serve several sites of that process."""

    def __init__(self, con: sqlite3.Connection, site: Site, run: int, file: str, *, since: str | None) -> None:
        self._con = con
        self._site = site
        self.run = run
        self.file = file
        self._since = since
        self.broken_off = False
        """Whether the last call ended with a request under way."""

    @classmethod
    def open(
        cls,
        con: sqlite3.Connection,
        raw: Path,
        site: Site,
        *,
        now: str,
        since: str | None,
        listed: Mapping[str, str] = MappingProxyType({}),
    ) -> Frontier:
        """The run that is under way, mended after a crash, or a new one whose start pages wait.

        `listed` are articles that the user names one by one: their URLs by the line of the list.
        """
        row = con.execute(
            "SELECT id, file FROM runs WHERE site = ? AND ended IS NULL ORDER BY id DESC LIMIT 1", (site.name,)
        ).fetchone()
        if row is not None:
            frontier = cls(con, site, row["id"], row["file"], since=since)
            mend(con, raw, row["file"])
            frontier._go_on()
            with transaction(con):
                frontier._seed_listed(listed)
            return frontier
        with transaction(con):
            stamp = now.replace("-", "").replace(":", "")
            con.execute("INSERT INTO runs (site, file, started) VALUES (?, '', ?)", (site.name, now))
            run = con.execute("SELECT last_insert_rowid()").fetchone()[0]
            file = f"{site.name}/{stamp}-{run:05d}.warc.gz"
            con.execute("UPDATE runs SET file = ? WHERE id = ?", (file, run))
            frontier = cls(con, site, run, file, since=since)
            # What an earlier run left behind at a limit is this run's work.
            con.execute(
                "UPDATE pages SET run = ?, state = 'waiting', tries = 0, not_before = 0 "
                "WHERE site = ? AND state IN ('waiting', 'asked')",
                (run, site.name),
            )
            frontier._seed_listed(listed)
            frontier._seed(Found(url, "start") for url in site.start)
            frontier._seed(Found(url, "feed") for url in site.feed)
            frontier._seed(Found(url, "sitemap") for url in site.sitemap)
        return frontier

    def _go_on(self) -> None:
        """What was under way when the last call ended waits again; what has ended it too often is given up."""
        most = self._site.limits.retries + 3
        with transaction(self._con):
            self._con.execute(
                "UPDATE pages SET state = 'failed', reason = ? WHERE site = ? AND state = 'asked' AND tries > ?",
                (because("fetch.broke_off").stored(), self._site.name, most),
            )
            under_way = self._con.execute(
                "UPDATE pages SET state = 'waiting' WHERE site = ? AND state = 'asked'", (self._site.name,)
            )
            self.broken_off = under_way.rowcount > 0
            self._con.execute("UPDATE runs SET outcome = NULL WHERE id = ?", (self.run,))

    def _seed(self, found: Iterable[Found]) -> None:
        for one in found:
            self._meet(one, depth=0, chain=0, hops=0, found_on=None)

    def _seed_listed(self, listed: Mapping[str, str]) -> None:
        self._con.executemany(
            "INSERT OR REPLACE INTO listed (line, site, url) VALUES (?, ?, ?)",
            [(line, self._site.name, url) for line, url in listed.items()],
        )
        self._seed(Found(url, "article") for url in dict.fromkeys(listed.values()))

    def add_sitemaps(self, urls: Iterable[str]) -> None:
        """Sitemaps that robots.txt names."""
        with transaction(self._con):
            self._seed(Found(url, "sitemap") for url in urls)

    def take(self, now: float) -> Page | None:
        """The next page to ask, marked as under way; None where none may be asked now (`next_time` tells when)."""
        row = self._con.execute(
            f"UPDATE pages SET state = 'asked', tries = tries + 1 WHERE id = (SELECT id FROM pages "
            f"WHERE site = ? AND state = 'waiting' AND run = ? AND not_before <= ? ORDER BY rank, id LIMIT 1) "
            f"RETURNING {_PAGE}",
            (self._site.name, self.run, now),
        ).fetchall()
        return Page(*row[0]) if row else None

    def next_time(self) -> float | None:
        """When the next page may be asked, in seconds since 1970; None where none waits."""
        row = self._con.execute(
            "SELECT min(not_before) FROM pages WHERE site = ? AND state = 'waiting' AND run = ?",
            (self._site.name, self.run),
        ).fetchone()
        found: float | None = row[0]
        return found

    def put_back(self, page: Page, *, not_before: float = 0.0) -> None:
        """A page that was taken and not asked: it waits as before."""
        self._con.execute(
            "UPDATE pages SET state = 'waiting', tries = tries - 1, not_before = ? WHERE id = ?", (not_before, page.id)
        )

    def finish(
        self, page: Page, answer: Answer, *, now: float, found: Iterable[Found] = (), target: Found | None = None
    ) -> None:
        """Records what came of a page, and what it leads to, in one transaction. `target`: where it redirects to."""
        with transaction(self._con):
            fetch = self._record(page, answer)
            self._settle(page, answer, fetch, now)
            if target is not None:
                self._redirect(page, target)
            elif page.kind in LISTS and answer.outcome == "read":
                self._read_list(page, list(found))
            else:
                for one in found:
                    self._meet(one, depth=page.depth + 1, chain=0, hops=0, found_on=page.url)

    def refuse(self, page: Page, reason: Reason) -> None:
        """A page that may not be asked, with the reason."""
        self._con.execute("UPDATE pages SET state = 'refused', reason = ? WHERE id = ?", (reason.stored(), page.id))

    def _record(self, page: Page, answer: Answer) -> int | None:
        stored = answer.stored
        self._con.execute(
            "INSERT INTO fetches (run, site, url, kind, fetched, status, outcome, reason, file, offset, length, bytes, "
            "sha256, text_sha256, etag, last_modified, content_type, link_text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self.run, self._site.name, page.url, page.kind, answer.fetched, answer.status, answer.outcome,
                _stored(answer.reason), answer.file, stored and stored.offset, stored and stored.length, answer.size,
                answer.sha256, answer.text_sha256, answer.etag, answer.last_modified, answer.content_type,
                page.link_text,
            ),
        )  # fmt: skip
        if stored is None:
            return None
        fetch: int = self._con.execute("SELECT last_insert_rowid()").fetchone()[0]
        return fetch

    def _settle(self, page: Page, answer: Answer, fetch: int | None, now: float) -> None:
        self._con.execute(
            "UPDATE pages SET state = ?, reason = ?, asked = ?, not_before = ? WHERE id = ?",
            (_STATES[answer.outcome], _stored(answer.reason), answer.fetched, now + answer.wait, page.id),
        )
        if answer.outcome in {"new", "changed"}:
            self._con.execute(
                "UPDATE pages SET stored = ?, etag = ?, last_modified = ?, sha256 = ?, text_sha256 = ? WHERE id = ?",
                (fetch, answer.etag, answer.last_modified, answer.sha256, answer.text_sha256, page.id),
            )
        elif answer.outcome == "unchanged" and answer.status == 200:
            # The same page under new validators: the next question is asked with these.
            self._con.execute(
                "UPDATE pages SET etag = ?, last_modified = ? WHERE id = ?",
                (answer.etag, answer.last_modified, page.id),
            )

    def _read_list(self, page: Page, found: list[Found]) -> None:
        form, bound = form_of(page.url), self._site.limits.barren
        before = self._con.total_changes
        self._con.executemany(
            "INSERT OR IGNORE INTO given VALUES (?, ?, ?)",
            [(self.run, form, one.url) for one in found if one.kind in KEPT],
        )
        productive = self._con.total_changes > before
        chain = 0 if productive else page.chain + 1
        self._con.execute(
            "INSERT INTO forms VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET pages = pages + 1, "
            "barren = CASE WHEN excluded.barren = 0 THEN 0 ELSE barren + 1 END",
            (self.run, form, 0 if productive else 1),
        )
        barren = self._con.execute("SELECT barren FROM forms WHERE run = ? AND form = ?", (self.run, form)).fetchone()[
            0
        ]
        ended = None
        if barren >= _FORM_BARREN * bound:
            ended = because("fetch.endless_form", form=form, pages=_FORM_BARREN * bound)
            self._end_form(form, ended)
        elif chain >= bound:
            ended = because("fetch.endless_chain", form=form, pages=bound)
        states = [
            self._meet(one, depth=page.depth + 1, chain=0, hops=0, found_on=page.url)
            for one in found
            if one.kind in KEPT
        ]
        if states and all(state == "old" for state in states):
            ended = because("fetch.nothing_since", since=self._since or "")
        for one in found:
            if one.kind in KEPT:
                continue
            same = form_of(one.url) == form
            depth = page.depth if same else page.depth + 1
            refusal = ended if same else None
            self._meet(one, depth=depth, chain=chain if same else 0, hops=0, found_on=page.url, refusal=refusal)

    def _end_form(self, form: str, reason: Reason) -> None:
        waiting = self._con.execute(
            "SELECT id, url FROM pages WHERE site = ? AND state = 'waiting' AND run = ? AND kind = 'list'",
            (self._site.name, self.run),
        ).fetchall()
        ended = [(reason.stored(), row["id"]) for row in waiting if form_of(row["url"]) == form]
        self._con.executemany("UPDATE pages SET state = 'refused', reason = ? WHERE id = ?", ended)

    def _meet(
        self,
        found: Found,
        *,
        depth: int,
        chain: int,
        hops: int,
        found_on: str | None,
        refusal: Reason | None = None,
    ) -> str:
        """Makes a page known, or known again in this run; gives its state."""
        row = self._con.execute(
            "SELECT id, run, state, depth, reason, link_text, stored FROM pages WHERE site = ? AND url = ?",
            (self._site.name, found.url),
        ).fetchone()
        text = found.text or None
        if row is not None and row["run"] == self.run:
            if text and len(row["link_text"] or "") < 15 and len(text) > len(row["link_text"] or ""):
                self._con.execute("UPDATE pages SET link_text = ? WHERE id = ?", (text, row["id"]))
            return self._come_nearer(found, row, depth) if depth < row["depth"] else str(row["state"])
        state, reason = self._first_state(found, depth, row, refusal)
        # With --since the days that sitemaps give must be known before the articles are met without one.
        rank = 1 if self._since is not None and found.kind == "sitemap" else _RANKS[found.kind]
        if row is None:
            self._con.execute(
                "INSERT INTO pages (site, url, kind, run, state, rank, depth, chain, hops, found_on, link_text, dated, "
                "reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._site.name, found.url, found.kind, self.run, state, rank, depth, chain, hops,
                    found_on, text, found.dated, _stored(reason),
                ),
            )  # fmt: skip
        else:
            self._con.execute(
                "UPDATE pages SET kind = ?, run = ?, state = ?, rank = ?, depth = ?, chain = ?, hops = ?, tries = 0, "
                "not_before = 0, found_on = ?, link_text = coalesce(?, link_text), dated = ?, reason = ? WHERE id = ?",
                (
                    found.kind, self.run, state, rank, depth, chain, hops, found_on, text, found.dated,
                    _stored(reason), row["id"],
                ),
            )  # fmt: skip
        return state

    def _come_nearer(self, found: Found, row: sqlite3.Row, depth: int) -> str:
        """A page of this run met again on a shorter way; gives its state. What was too deep, behind it too, may be
        asked now: what a chain of related articles leads to may stand on a list as well.
        """
        state, reason = row["state"], row["reason"]
        if state == "refused" and read_reason(reason or "").key == "fetch.depth":
            state, why = self._first_state(found, depth, row, None)
            reason = _stored(why)
        self._con.execute(
            "UPDATE pages SET depth = ?, state = ?, reason = ? WHERE id = ?", (depth, state, reason, row["id"])
        )
        if row["depth"] == self._site.limits.depth:
            behind = self._con.execute(
                "SELECT id, url, kind, state, depth, reason, stored, dated FROM pages "
                "WHERE site = ? AND state = 'refused' AND run = ? AND found_on = ?",
                (self._site.name, self.run, found.url),
            ).fetchall()
            for one in behind:
                self._come_nearer(Found(one["url"], one["kind"], dated=one["dated"]), one, depth + 1)
        return str(state)

    def _first_state(
        self, found: Found, depth: int, known: sqlite3.Row | None, refusal: Reason | None
    ) -> tuple[str, Reason | None]:
        if refusal is not None:
            return "refused", refusal
        if depth > self._site.limits.depth:
            return "refused", because("fetch.depth", links=self._site.limits.depth)
        if repeats(found.url):
            return "refused", because("fetch.repeats")
        if self._since is not None and found.kind in {*KEPT, "sitemap"} and self._is_old(found, known):
            return "old", because("fetch.before", since=self._since)
        return "waiting", None

    def _is_old(self, found: Found, known: sqlite3.Row | None) -> bool:
        since = self._since or ""
        if found.dated is not None:
            return found.dated < since
        if known is None or known["stored"] is None:
            return False
        row = self._con.execute("SELECT fetched FROM fetches WHERE id = ?", (known["stored"],)).fetchone()
        return row is not None and row["fetched"] < since

    def _redirect(self, page: Page, target: Found) -> None:
        if page.hops + 1 > _REDIRECTS:
            self._fail([page.url], because("fetch.redirects", most=_REDIRECTS))
            return
        way = [page.url]
        at: str | None = target.url
        while at is not None and at not in way:
            row = self._con.execute(
                "SELECT state, run, reason FROM pages WHERE site = ? AND url = ?", (self._site.name, at)
            ).fetchone()
            if row is None or row["run"] != self.run or row["state"] != "redirected":
                break
            way.append(at)
            at = dict(read_reason(row["reason"] or "").values).get("url")
        if at in way:
            loop = [*way[way.index(at) :], at]
            self._fail(way, because("fetch.redirect_loop", way=" > ".join(loop[:4])))
            return
        leads = because("fetch.redirected", url=target.url)
        self._con.execute("UPDATE pages SET reason = ? WHERE id = ?", (leads.stored(), page.id))
        self._meet(target, depth=page.depth, chain=page.chain, hops=page.hops + 1, found_on=page.url)

    def _fail(self, urls: Iterable[str], reason: Reason) -> None:
        self._con.executemany(
            "UPDATE pages SET state = 'failed', reason = ? WHERE site = ? AND url = ?",
            [(reason.stored(), self._site.name, url) for url in urls],
        )

    def reconcile(self) -> int:
        """Pages that were asked and of which nothing came back are failures with a name; gives their number."""
        done = self._con.execute(
            "UPDATE pages SET state = 'failed', reason = ? WHERE site = ? AND run = ? AND state = 'asked'",
            (because("fetch.unrecorded").stored(), self._site.name, self.run),
        )
        return done.rowcount

    def close(self, outcome: str, *, ended: str | None) -> None:
        """Writes how the call ended; with a time in `ended` the run is over, else the same call goes on with it."""
        with transaction(self._con):
            self._con.execute("UPDATE runs SET outcome = ?, ended = ? WHERE id = ?", (outcome, ended, self.run))
            if ended is None:
                # Tried while the site was down: tried anew when it is asked again.
                self._con.execute(
                    "UPDATE pages SET tries = 0, not_before = 0 WHERE site = ? AND run = ? AND state = 'waiting'",
                    (self._site.name, self.run),
                )
            else:
                self._con.execute("DELETE FROM given WHERE run = ?", (self.run,))

    def tally(self) -> Tally:
        """How far the run has come, over all calls that worked at it."""
        tally = Tally()
        for row in self._con.execute(
            "SELECT outcome, kind, count(*) AS n FROM fetches WHERE run = ? GROUP BY outcome, kind", (self.run,)
        ):
            tally.asked += row["n"]
            if row["outcome"] in {"new", "changed", "unchanged"}:
                setattr(tally, row["outcome"], getattr(tally, row["outcome"]) + row["n"])
                if row["kind"] in KEPT:
                    tally.articles += row["n"]
        for row in self._con.execute(
            "SELECT state, count(*) AS n FROM pages WHERE site = ? AND run = ? GROUP BY state",
            (self._site.name, self.run),
        ):
            name = "waiting" if row["state"] == "asked" else row["state"]
            if name in {"failed", "gone", "refused", "old", "waiting"}:
                setattr(tally, name, getattr(tally, name) + row["n"])
        return tally

    def troubles(self, most: int = 20) -> list[tuple[str, str, Reason]]:
        """The pages of this run that failed or were ended, as (state, URL, reason), failures first."""
        rows = self._con.execute(
            "SELECT state, url, reason FROM pages WHERE site = ? AND run = ? AND state IN ('failed', 'refused') "
            "ORDER BY state, id LIMIT ?",
            (self._site.name, self.run, most),
        )
        return [(row["state"], row["url"], read_reason(row["reason"] or "")) for row in rows]

    def unmet(self) -> list[tuple[str, Reason]]:
        """What the user named and this run could not have: start pages, feeds and listed pages that are gone or may
        not be asked, where they redirect to too.
        """
        rows = self._con.execute(
            "SELECT url, reason FROM pages WHERE site = ? AND run = ? AND state IN ('gone', 'refused') AND depth = 0 "
            "AND kind IN ('start', 'feed', 'article') ORDER BY id",
            (self._site.name, self.run),
        )
        return [(row["url"], read_reason(row["reason"] or "")) for row in rows]

    def reasons(self) -> dict[tuple[str, Reason], int]:
        """How many pages of this run failed, are gone, were refused or left out, by state and reason."""
        rows = self._con.execute(
            "SELECT state, reason, count(*) AS n FROM pages WHERE site = ? AND run = ? "
            "AND state IN ('failed', 'gone', 'refused', 'old') GROUP BY state, reason",
            (self._site.name, self.run),
        )
        return {(row["state"], read_reason(row["reason"] or "")): row["n"] for row in rows}

    def last_asked(self, host: str) -> tuple[float, float | None] | None:
        """When this host was asked last (seconds since 1970), and the Crawl-delay that it had."""
        row = self._con.execute("SELECT asked, crawl_delay FROM hosts WHERE host = ?", (host,)).fetchone()
        return None if row is None else (row["asked"], row["crawl_delay"])

    def note_asked(self, host: str, now: float, delay: float | None) -> None:
        """Remembers when a host was asked."""
        self._con.execute(
            "INSERT INTO hosts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET asked = excluded.asked, "
            "crawl_delay = coalesce(excluded.crawl_delay, crawl_delay)",
            (host, now, delay),
        )


def _stored(reason: Reason | None) -> str | None:
    return None if reason is None else reason.stored()


@contextmanager
def transaction(con: sqlite3.Connection) -> Iterator[None]:
    """All or nothing."""
    con.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # SQLite has rolled back by itself where the disk was full.
        if con.in_transaction:
            con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")
