"""The crawl, against a real server with every nuisance (fixture_site.py): nothing lost, nothing doubled, all named."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from danvan.cli import call
from danvan.ingest.drafts import drafts_of
from danvan.ingest.load import Load
from danvan.ingest.read import open_inputs
from danvan.messages import set_language
from danvan.raw.index import open_index, read_stored, stored_pages
from danvan.raw.warc import Capture, read_warc
from danvan.reasons import read_reason
from danvan.ruleset import load_rules
from danvan.text.article import Draft
from fixture_site import FixtureSite, Hit, Nuisances

DANVAN = str(Path(sys.executable).with_name("danvan"))
FAST = {"timeout": 0.4, "retries": 2, "retry_wait": 0.02}
GAP = 0.04
"""Crawl-delay of the crawl that is killed."""


class Crawl:
    """`danvan crawl phuhac` on a folder of its own, as a user calls it."""

    def __init__(self, folder: Path, profile: str) -> None:
        self.folder, self.raw = folder, folder / "raw"
        self.options = ("--rules", str(folder / "rules"), "--raw", str(self.raw), "--lang", "en", "--format", "json")
        (folder / "rules" / "sites").mkdir(parents=True, exist_ok=True)
        self.add("phuhac", profile)

    def add(self, name: str, profile: str) -> None:
        """One site more."""
        (self.folder / "rules" / "sites" / f"{name}.toml").write_text(profile, encoding="utf-8")

    def start(self, *options: str, largest: int | None = None) -> subprocess.Popen[str]:
        """`largest`: bytes that a file may have, as on a disk that is full."""
        names = [] if "--urls" in options else ["phuhac"]
        bounded = [] if largest is None else ["sh", "-c", 'ulimit -f "$1"; shift; exec "$@"', "sh", str(largest // 512)]
        command = [*bounded, DANVAN, "crawl", *names, *self.options, *options]
        # A proxy of the machine that tests run on must not come between.
        clean = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy") and k != "DANVAN_CONTACT"}
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=clean)

    def __call__(self, *options: str, private: bool = True, contact: bool = True, largest: int | None = None) -> Done:
        extra = [*(["--allow-private"] if private else []), *(["--contact", "a@b.example"] if contact else [])]
        process = self.start(*extra, *options, largest=largest)
        out, err = process.communicate(timeout=120)
        return Done(process.returncode, out, err)

    def bodies(self) -> dict[str, list[bytes]]:
        """Every version of every page in the store, read back by its offset."""
        con = open_index(self.raw)
        found: dict[str, list[bytes]] = {}
        for page in stored_pages(con):
            found.setdefault(page.url, []).append(read_stored(self.raw, page).body)
        con.close()
        return found

    def ask(self, sql: str) -> list[sqlite3.Row]:
        con = open_index(self.raw)
        rows = con.execute(sql).fetchall()
        con.close()
        return rows

    def records(self) -> list[str]:
        """The URL of every record in every WARC file."""
        items = [item for path in sorted(self.raw.rglob("*.warc.gz")) for item in read_warc(path)]
        assert all(isinstance(item, Capture) for item in items), items
        return [item.url for item in items if isinstance(item, Capture)]


class Done:
    """What one call said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def rows(self) -> list[dict[str, object]]:
        found = json.loads(self.out)
        assert isinstance(found, list)
        return found

    @property
    def row(self) -> dict[str, object]:
        (row,) = self.rows
        return row


@pytest.fixture(scope="module")
def site() -> Iterator[FixtureSite]:
    with FixtureSite(Nuisances(articles=45, hidden=4, slow_seconds=0.8)) as served:
        yield served


@pytest.fixture(scope="module")
def whole(site: FixtureSite, tmp_path_factory: pytest.TempPathFactory) -> tuple[Crawl, Done, list[str]]:
    """One crawl of the whole site."""
    crawl = Crawl(tmp_path_factory.mktemp("whole"), site.profile(**FAST))
    done = crawl()
    return crawl, done, [hit.path for hit in site.hits]


def test_every_reachable_article_is_stored_exactly_once(
    site: FixtureSite, whole: tuple[Crawl, Done, list[str]]
) -> None:
    crawl, done, _ = whole
    assert Counter(crawl.records()) == Counter(site.article_urls())
    assert {url: len(bodies) for url, bodies in crawl.bodies().items()} == dict.fromkeys(site.article_urls(), 1)
    assert (done.row["end"], done.row["new"], done.row["waiting"]) == ("done", len(site.article_urls()), 0)


def test_nothing_forbidden_is_asked(site: FixtureSite, whole: tuple[Crawl, Done, list[str]]) -> None:
    crawl, _, paths = whole
    assert paths[0] == "/robots.txt"
    assert [p for p in paths if "/cam/" in p or "in=" in p or p.endswith(".pdf")] == []
    refused = {
        row["url"]: str(read_reason(row["reason"]))
        for row in crawl.ask("SELECT url, reason FROM pages WHERE state = 'refused'")
    }
    assert refused[f"{site.root}/cam/tin-1.html"] == refused[f"{site.root}/tin/bai-1.html?in=1"] == "robots.txt"
    assert {hit.agent for hit in site.hits if "a@b.example" not in hit.agent or "danvan/" not in hit.agent} == set()


def test_each_page_is_asked_once_but_for_retries(whole: tuple[Crawl, Done, list[str]]) -> None:
    _, _, paths = whole
    twice = {path: n for path, n in Counter(paths).items() if n > 1}
    assert twice == {
        "/tin/loi-hai-lan-901.html": 3, "/tin/cho-902.html": 2,
        **dict.fromkeys(("/loi/cham", "/loi/dut", "/loi/sai", "/loi/500", "/loi/rong"), 3),
    }  # fmt: skip


def test_every_failure_has_its_name(site: FixtureSite, whole: tuple[Crawl, Done, list[str]]) -> None:
    crawl, done, _ = whole
    rows = crawl.ask("SELECT url, state, reason FROM pages WHERE state NOT IN ('done', 'redirected')")
    told = {row["url"].removeprefix(site.root): (row["state"], str(read_reason(row["reason"]))) for row in rows}
    loop = "redirect loop: "
    expected = {
        "/loi/vong-a": ("failed", loop), "/loi/vong-b": ("failed", loop), "/loi/tu-minh": ("failed", loop),
        "/loi/cham": ("failed", "no answer within 0.4 s"), "/loi/lon": ("failed", "larger than 195 kB"),
        "/loi/bom": ("failed", "larger than 195 kB when unpacked"), "/loi/dut": ("failed", "cut off: fewer bytes"),
        "/loi/sai": ("failed", "cut off: fewer bytes"), "/loi/500": ("failed", "500 Internal Server Error"),
        "/loi/anh": ("failed", "no page: image/png"), "/loi/rong": ("failed", "an empty answer"),
        "/loi/xa": ("refused", "redirects to another host: khac.lamgiang.example"),
        "/loi/noi-bo": ("refused", "redirects to another host: 169.254.169.254"),
        "/tin/mat-904.html": ("gone", "404 Not Found"), "/tin/thoi-905.html": ("gone", "410 Gone"),
    }  # fmt: skip
    for path, (state, reason) in expected.items():
        assert told[path][0] == state, path
        assert told[path][1].startswith(reason), (path, told[path][1])
    rest = {reason for path, (_, reason) in told.items() if path not in expected}
    assert {reason.partition(":")[0] for reason in rest} == {
        "robots.txt", "endless list /lich/#/#", "endless list /lich/#/#/#", "endless list /mai/#",
    }  # fmt: skip
    assert done.code == 1
    assert "/loi/cham: no answer within 0.4 s" in done.err
    assert "endless list /mai/#" in done.err
    assert "Traceback" not in done.err


def test_every_reason_of_a_crawl_has_its_vietnamese_words(whole: tuple[Crawl, Done, list[str]]) -> None:
    crawl, _, _ = whole
    rows = crawl.ask("SELECT DISTINCT reason FROM pages WHERE state IN ('failed', 'refused') AND reason IS NOT NULL")
    reasons = [read_reason(row["reason"]) for row in rows]
    assert len(reasons) > 12
    told = {}
    for name in ("en", "vi"):
        set_language(name)
        told[name] = [str(reason) for reason in reasons]
    set_language(None)
    assert [reason for one, reason in zip(told["en"], told["vi"], strict=True) if one == reason] == []


def test_the_words_of_a_link_stay_as_a_hint_at_the_title(
    site: FixtureSite, whole: tuple[Crawl, Done, list[str]]
) -> None:
    crawl, _, _ = whole
    con = open_index(crawl.raw)
    told = {page.url.removeprefix(site.root): page.link_text for page in stored_pages(con)}
    con.close()
    assert told["/tin/bai-2.html"] == "Xã Bình Hạ ra quân dọn kênh mương nội đồng"
    assert told["/tin/bai-7.html"] == "Xã Cẩm Lộc nhân rộng mô hình dân vận khéo, bài số 7"
    assert told["/tin/nguon-3.html"] == "Bài nguồn 3"


def test_each_request_is_a_line_of_the_log(whole: tuple[Crawl, Done, list[str]]) -> None:
    crawl, _, paths = whole
    (log,) = crawl.raw.rglob("*.jsonl")
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(paths) - 1  # all but robots.txt
    assert {"time", "site", "url", "kind", "status", "outcome", "reason", "bytes", "ms"} == set(lines[0])
    assert len(crawl.ask("SELECT 1 FROM fetches")) == len(lines)


def test_pages_that_are_hard_to_read_end_in_a_draft_or_a_reason(
    site: FixtureSite, whole: tuple[Crawl, Done, list[str]]
) -> None:
    """What was fetched is read offline: one page that cannot be ends none of the others."""
    crawl, _, _ = whole
    told: dict[str, str] = {}
    for load in open_inputs([crawl.raw]):
        if isinstance(load, Load) and ("/loi/" in load.key or load.key.endswith(("bai-1.html", "an-4.html"))):
            for item in drafts_of(load, load_rules()):
                told[load.key.removeprefix(site.root)] = "read" if isinstance(item, Draft) else str(item.reason)
    assert told == {
        "/loi/hong": "read", "/loi/nul": "read", "/loi/sau": "no article on the page",
        "/tin/bai-1.html": "read", "/tin/an-4.html": "read",
    }  # fmt: skip


@dataclass
class Story:
    """The life of one store, call by call: what each said, what the server saw of it."""

    site: FixtureSite
    crawl: Crawl
    done: dict[str, Done]
    hits: dict[str, list[Hit]]
    stored: list[str]
    """The URLs of all records when the first run had ended."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Ended by a limit, a full disk, a locked index, a site that is down; gone on with to the end; crawled again."""
    with FixtureSite(Nuisances(articles=24, faults=False)) as site:
        crawl = Crawl(tmp_path_factory.mktemp("story"), site.profile(**FAST))
        story = Story(site, crawl, {}, {}, [])

        def tell(name: str, *options: str, largest: int | None = None) -> None:
            site.forget()
            story.done[name] = crawl(*options, largest=largest)
            story.hits[name] = site.hits

        tell("limit", "--limit", "6")
        largest = max(path.stat().st_size for path in crawl.raw.rglob("*") if path.is_file())
        tell("full", largest=largest + 4096)
        holder = sqlite3.connect(crawl.raw / "crawl.sqlite", isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        tell("locked")
        holder.execute("ROLLBACK")
        holder.close()
        site.state.down = True
        tell("down")
        site.state.down = False
        tell("end")
        story.stored = crawl.records()
        site.change(1, 5, 12)  # one with an ETag, one with Last-Modified, one with neither
        tell("again")
        yield story


def test_the_limit_ends_a_call_and_the_next_goes_on(story: Story) -> None:
    first, last = story.done["limit"], story.done["end"]
    assert (first.code, first.row["end"], first.row["asked"]) == (0, "paused", 6)
    assert "the same command goes on" in first.err
    assert (last.code, last.row["end"], last.row["new"]) == (0, "done", 24)
    assert Counter(story.stored) == Counter(story.site.article_urls())
    assert len(story.crawl.ask("SELECT 1 FROM runs")) == 2


def test_a_full_disk_and_a_locked_index_are_named(story: Story) -> None:
    for name, told in {"full": "cannot be written", "locked": "another process holds"}.items():
        done = story.done[name]
        assert (done.code, done.out) == (1, ""), name
        assert told in done.err
        assert len(done.err.splitlines()) == 1


def test_a_site_that_goes_down_is_left_and_gone_on_with(story: Story) -> None:
    done = story.done["down"]
    assert (done.code, done.row["end"]) == (1, "paused")
    assert "cannot be had" in done.err


def test_a_second_crawl_stores_what_changed_and_nothing_else(story: Story) -> None:
    second = story.done["again"]
    assert (second.code, second.row["new"], second.row["changed"], second.row["unchanged"]) == (0, 0, 3, 21)
    changed = {f"{story.site.root}/tin/bai-{n}.html" for n in (1, 5, 12)}
    bodies = story.crawl.bodies()
    assert {url for url in bodies if len(bodies[url]) == 2} == changed
    assert all(old != new for old, new in (bodies[url] for url in changed))
    asked = [hit for hit in story.hits["again"] if hit.path.startswith("/tin/bai-")]
    assert len(asked) == 24
    assert Counter(hit.status for hit in asked) == {304: 14, 200: 10}  # the counters of 8 pages run, 2 more changed
    rows = story.crawl.ask("SELECT reason FROM fetches WHERE run = 2 AND kind = 'article'")
    assert sum(row["reason"] == "fetch.same_text" for row in rows) == 7


def test_after_a_kill_the_same_command_goes_on_at_the_same_pace(tmp_path: Path) -> None:
    chance = random.Random(7)
    with FixtureSite(Nuisances(articles=50, hidden=3, crawl_delay=GAP, faults=False)) as site:
        crawl = Crawl(tmp_path, site.profile(**FAST))
        kills = 0
        for _ in range(3):
            seen = len(site.hits)
            process = crawl.start("--allow-private", "--contact", "a@b.example")
            most = seen + chance.randint(4, 14)
            while process.poll() is None and len(site.hits) < most:
                time.sleep(0.005)
            kills += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.communicate()
        done = crawl()
        assert kills == 3
        assert done.row["end"] == "done"
        assert Counter(crawl.records()) == Counter(site.article_urls())
        assert {url: len(bodies) for url, bodies in crawl.bodies().items()} == dict.fromkeys(site.article_urls(), 1)
        assert len(crawl.ask("SELECT 1 FROM runs")) == 1
        answered = Counter(hit.path for hit in site.hits if hit.path.startswith("/tin/") and hit.path.endswith(".html"))
        assert sum(answered.values()) - len(answered) <= kills  # what was under way is asked once more
        gaps = [after - before for before, after in pairwise(hit.at for hit in site.hits)]
        assert len(gaps) > 60
        assert min(gaps) >= GAP


def test_since_leaves_older_articles_alone(tmp_path: Path) -> None:
    with FixtureSite(Nuisances(articles=24, hidden=6, faults=False)) as site:
        crawl = Crawl(tmp_path, site.profile(**FAST))
        done = crawl("--since", "2024-03-20")
        asked = {hit.path for hit in site.hits}
        dated = {f"/tin/bai-{n}.html" for n in range(1, 25, 2) if n % 28 + 1 < 20} | {
            f"/tin/an-{n}.html" for n in range(1, 7)
        }
        assert not asked & dated
        assert done.row["old"] == len(dated)
        assert {f"/tin/nguon-{n}.html" for n in range(1, 7)} <= asked
        assert done.code == 0


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """For calls in this process, of what ends before anything is asked."""
    monkeypatch.delenv("DANVAN_CONTACT", raising=False)
    yield
    set_language(None)


@pytest.mark.usefixtures("here")
def test_a_dry_run_asks_nothing_and_needs_no_contact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crawl = Crawl(tmp_path, 'hosts = ["phuhac.example"]\nfeed = ["/rss.xml"]')
    assert call(["crawl", "phuhac", *crawl.options, "--dry-run"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["waiting"], row["stored"], row["hosts"]) == (2, 0, "phuhac.example")
    assert not crawl.raw.exists()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--contact", "me"), "--contact me"),
        (("--since", "yesterday"), "2026-11-01"),
        (("--limit", "0"), "--limit 0"),
        (("no-such-site",), "no-such-site"),
        ((), "DANVAN_CONTACT"),
    ],
)
def test_wrong_use_is_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    crawl = Crawl(tmp_path, 'hosts = ["127.0.0.1:9"]')
    assert call(["crawl", "phuhac", *crawl.options, *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert len(err.splitlines()) == 1
    assert not crawl.raw.exists()


def test_a_private_address_is_not_asked_unless_allowed(tmp_path: Path) -> None:
    """Neither by its number nor by a name that leads there."""
    with FixtureSite(Nuisances(articles=3, faults=False)) as site:
        crawl = Crawl(tmp_path, site.profile(**FAST))
        crawl.add("ten", site.profile(**FAST).replace("127.0.0.1", "localhost"))
        done = crawl("ten", private=False)
        assert site.hits == []
        ends = {row["site"]: (row["end"], row["refused"]) for row in done.rows}
        assert ends == {"phuhac": ("done", 3), "ten": ("paused", 0)}
        assert "a private address: 127.0.0.1" in done.err
        assert "a private address: localhost is 127.0.0.1" in done.err
        assert done.code == 1


def test_what_was_named_and_could_not_be_had_is_told_with_exit_code_1(tmp_path: Path) -> None:
    with FixtureSite(Nuisances(articles=3, faults=False)) as site:
        named = f'{site.root}/", "{site.root}/tin/bai-9.html"]'
        crawl = Crawl(tmp_path, site.profile(**FAST).replace(f'{site.root}/"]', named, 1))
        done = crawl()
        assert (done.code, done.row["end"], done.row["new"]) == (1, "done", 3)
        assert f"phuhac: could not have {site.root}/tin/bai-9.html: 404 Not Found" in done.err
        site.state.robots = "User-agent: *\nDisallow: /\n"
        done = crawl()
        assert (done.code, done.row["end"], done.row["new"]) == (1, "done", 0)
        assert f"phuhac: could not have {site.root}/: robots.txt" in done.err


def test_each_site_of_a_call_ends_in_its_own_way(tmp_path: Path) -> None:
    """Seven sites side by side: what is wrong with one is named, and the others come to their end."""
    with contextlib.ExitStack() as stack:

        def serve(*, faults: bool = False, https: bool = False, retry_after: str = "1") -> FixtureSite:
            like = Nuisances(articles=5, faults=faults, https=https, retry_after=retry_after)
            return stack.enter_context(FixtureSite(like))

        sound, closed, free, waiting = serve(), serve(), serve(), serve(faults=True, retry_after="7200")
        untrusted, trusted = serve(https=True), serve(https=True)
        closed.state.robots_status, free.state.robots_status = 503, 404
        crawl = Crawl(tmp_path, sound.profile(**FAST) + "\n[expect]\nmin = 500")
        crawl.add("kin", closed.profile(**FAST))
        crawl.add("mo", free.profile(**FAST))
        crawl.add("cho", waiting.profile(patience=2, **FAST))
        crawl.add("la", untrusted.profile(**FAST))
        crawl.add("quen", trusted.profile('certificate = "any"', **FAST))
        crawl.add("mat", 'hosts = ["khong-co.invalid"]\n[limits]\nretries = 1\nretry_wait = 0.01\ndelay = 0')
        done = crawl("kin", "mo", "cho", "la", "quen", "mat")
        ends = {row["site"]: row["end"] for row in done.rows}
        paused = dict.fromkeys(("kin", "cho", "la", "mat"), "paused")
        assert ends == {**paused, **dict.fromkeys(("phuhac", "mo", "quen"), "done")}
        assert done.code == 1
        told = {line.partition(":")[0]: line for line in done.err.splitlines() if "paused" in line or "only" in line}
        assert "only 5 articles, at least 500 expected" in told["phuhac"]
        assert "503" in told["kin"]
        assert {hit.path for hit in closed.hits} == {"/robots.txt"}
        assert "asks to be left alone until" in told["cho"]
        assert "certificate of 127.0.0.1: nobody known vouches for it" in told["la"]
        assert untrusted.hits == []
        assert "DNS: no address for khong-co.invalid" in told["mat"]
        # Without a robots.txt nothing is forbidden, the print view neither.
        wanted = sound.article_urls() | free.article_urls() | trusted.article_urls()
        stored = Counter(url for url in crawl.records() if not url.startswith(waiting.root))
        assert stored == Counter(wanted | {f"{free.root}/tin/bai-1.html?in=1"})


def test_two_crawls_of_one_site_do_not_meet(tmp_path: Path) -> None:
    # More pages than can be had while the second call starts, however slow the machine.
    with FixtureSite(Nuisances(articles=400, faults=False)) as site:
        _meet(site, Crawl(tmp_path, site.profile(**{**FAST, "delay": 0.3})))


def _meet(site: FixtureSite, crawl: Crawl) -> None:
    first = crawl.start("--allow-private", "--contact", "a@b.example")
    while not site.hits and first.poll() is None:
        time.sleep(0.01)
    second = crawl()
    assert second.code == 1
    assert f"process {first.pid}" in second.err
    first.send_signal(signal.SIGINT)
    _, err = first.communicate(timeout=30)
    assert first.returncode == 1
    assert "the same command goes on" in err


def test_a_list_of_urls_is_fetched_and_nothing_else(tmp_path: Path) -> None:
    with FixtureSite(Nuisances(articles=9, faults=False)) as site, FixtureSite(Nuisances(articles=7)) as other:
        crawl = Crawl(tmp_path, site.profile(**FAST))
        wanted = [f"{site.root}/tin/bai-3.html", f"{site.root}/tin/bai-9.html", f"{other.root}/tin/bai-2.html"]
        lines = ["# bài cần đọc", *wanted, wanted[0] + "#dau", "", f"{site.root}/cam/tin-1.html"]
        lines += ["bai-5.html", "mailto:a@b.example"]
        (crawl.folder / "urls.txt").write_text("\n".join(lines), encoding="utf-8")
        done = crawl("--urls", str(crawl.folder / "urls.txt"))
        assert Counter(crawl.records()) == Counter(wanted)
        assert {hit.path for hit in other.hits} == {"/robots.txt", "/tin/bai-2.html"}
        assert [h.path for h in site.hits] == ["/robots.txt", "/tin/bai-3.html", "/tin/bai-9.html"]
        assert done.code == 1
        assert "not the URL of a page: bai-5.html" in done.err
        assert "not the URL of a page: mailto:a@b.example" in done.err


def test_a_list_of_urls_is_read_from_the_store(tmp_path: Path) -> None:
    with FixtureSite(Nuisances(articles=9)) as site:
        crawl = Crawl(tmp_path, site.profile(**FAST))
        old = f"{site.root}/tin/cu-903.html"
        fetched = [f"{site.root}/tin/bai-3.html", f"{site.root}/tin/bai-9.html?utm_source=zalo", old]
        (crawl.folder / "first.urls").write_text("\n".join(fetched), encoding="utf-8")
        assert crawl("--urls", str(crawl.folder / "first.urls")).code == 0
        waiting = f"{site.root}/tin/bai-5.html"
        wanted = crawl.folder / "wanted.urls"
        wanted.write_text("\n".join(["# ba bài", fetched[1], waiting, old, fetched[1]]), encoding="utf-8")
        db = tmp_path / "a.duckdb"
        run = ("run", str(wanted), "--db", str(db), "--raw", str(crawl.raw), "--lang", "en")
        assert call(run) == 1
        with duckdb.connect(str(db)) as con:
            read = {url for (url,) in con.execute("SELECT url FROM articles").fetchall()}
            assert read == {f"{site.root}/tin/bai-9.html", f"{site.root}/tin/moi-903.html"}
            assert con.execute("SELECT path, item FROM quarantine").fetchall() == [(str(wanted), waiting)]
        assert crawl("--urls", str(wanted)).code == 0
        assert call(run) == 0
        with duckdb.connect(str(db)) as con:
            assert con.execute("SELECT count(*) FROM articles").fetchall() == [(3,)]
            assert con.execute("SELECT count(*) FROM quarantine").fetchall() == [(0,)]
