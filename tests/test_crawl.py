"""The crawl, against a real server with every nuisance (fixture_site.py): nothing lost, nothing doubled, all named."""

from __future__ import annotations

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
from itertools import pairwise
from pathlib import Path

import pytest

from danvan.raw.index import open_index, read_stored, stored_pages
from danvan.raw.warc import Capture, read_warc
from fixture_site import FixtureSite, Nuisances

DANVAN = str(Path(sys.executable).with_name("danvan"))
FAST = {"timeout": 0.4, "retries": 2, "retry_wait": 0.02}


class Crawl:
    """`danvan crawl phuhac` on a folder of its own, as a user calls it."""

    def __init__(self, folder: Path, profile: str) -> None:
        self.folder, self.raw = folder, folder / "raw"
        (folder / "rules" / "sites").mkdir(parents=True, exist_ok=True)
        (folder / "rules" / "sites" / "phuhac.toml").write_text(profile, encoding="utf-8")

    def start(self, *options: str, largest: int | None = None) -> subprocess.Popen[str]:
        """`largest`: bytes that a file may have, as on a disk that is full."""
        names = [] if "--urls" in options else ["phuhac"]
        bounded = [] if largest is None else ["sh", "-c", 'ulimit -f "$1"; shift; exec "$@"', "sh", str(largest // 512)]
        command = [
            *bounded, DANVAN, "crawl", *names, "--rules", str(self.folder / "rules"), "--raw", str(self.raw),
            "--lang", "en", "--format", "json", *options,
        ]  # fmt: skip
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
    def row(self) -> dict[str, object]:
        (row,) = json.loads(self.out)
        assert isinstance(row, dict)
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


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[tuple[FixtureSite, Crawl]]:
    """A site without faults, and a store of its own."""
    with FixtureSite(Nuisances(articles=24, faults=False)) as served:
        yield served, Crawl(tmp_path, served.profile(**FAST))


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
    refused = {row["url"]: row["reason"] for row in crawl.ask("SELECT url, reason FROM pages WHERE state = 'refused'")}
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
    told = {row["url"].removeprefix(site.root): (row["state"], row["reason"]) for row in rows}
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


def test_a_second_crawl_stores_what_changed_and_nothing_else(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    first = crawl()
    assert (first.code, first.row["new"]) == (0, 24)
    site.forget()
    site.change(1, 5, 12)  # one with an ETag, one with Last-Modified, one with neither
    second = crawl()
    assert (second.code, second.row["new"], second.row["changed"], second.row["unchanged"]) == (0, 0, 3, 21)
    changed = {f"{site.root}/tin/bai-{n}.html" for n in (1, 5, 12)}
    assert {url for url, bodies in crawl.bodies().items() if len(bodies) == 2} == changed
    assert all(old != new for old, new in (crawl.bodies()[url] for url in changed))
    asked = [hit for hit in site.hits if hit.path.startswith("/tin/bai-")]
    assert len(asked) == 24
    assert Counter(hit.status for hit in asked) == {304: 14, 200: 10}  # the counters of 8 pages run, 2 more changed
    reasons = Counter(
        row["reason"] for row in crawl.ask("SELECT reason FROM fetches WHERE run = 2 AND kind = 'article'")
    )
    assert reasons["the same text"] == 7


def test_after_a_kill_the_same_command_goes_on(tmp_path: Path) -> None:
    chance = random.Random(7)
    with FixtureSite(Nuisances(articles=80, hidden=3, faults=False)) as site:
        crawl = Crawl(tmp_path, site.profile(delay=0.01, **FAST))
        kills = 0
        for _ in range(3):
            seen = len(site.hits)
            process = crawl.start("--allow-private", "--contact", "a@b.example")
            while process.poll() is None and len(site.hits) < seen + chance.randint(4, 20):
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


def test_the_gaps_are_at_least_the_crawl_delay(tmp_path: Path) -> None:
    with FixtureSite(Nuisances(articles=8, crawl_delay=0.15, faults=False)) as site:
        crawl = Crawl(tmp_path, site.profile(**FAST))
        assert crawl("--limit", "5").code == 0
        assert crawl().code == 0
        times = [hit.at for hit in site.hits]
        assert len(times) > 12
        assert min(b - a for a, b in pairwise(times)) >= 0.15


def test_the_limit_ends_a_call_and_the_next_goes_on(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    first = crawl("--limit", "9")
    assert (first.code, first.row["end"], first.row["asked"]) == (0, "paused", 9)
    assert "the same command goes on" in first.err
    last = crawl()
    assert (last.code, last.row["end"], last.row["new"]) == (0, "done", 24)
    assert Counter(crawl.records()) == Counter(site.article_urls())


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


def test_a_dry_run_asks_nothing_and_needs_no_contact(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    done = crawl("--dry-run", contact=False)
    assert (done.code, done.row["waiting"], done.row["stored"]) == (0, 3, 0)
    assert site.hits == []
    assert not crawl.raw.exists()


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
def test_wrong_use_is_exit_code_2(tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    crawl = Crawl(tmp_path, 'hosts = ["127.0.0.1:9"]')
    done = crawl(*options, contact=False)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_a_private_address_is_not_asked_unless_allowed(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    done = crawl(private=False)
    assert site.hits == []
    assert done.row["refused"] == 3
    assert "a private address: 127.0.0.1" in done.err


def test_a_name_that_leads_inside_is_not_asked(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    crawl = Crawl(crawl.folder, site.profile(**FAST).replace("127.0.0.1", "localhost"))
    done = crawl(private=False)
    assert site.hits == []
    assert (done.code, done.row["end"]) == (1, "paused")
    assert "a private address: localhost is 127.0.0.1" in done.err


def test_a_name_that_nobody_knows_is_named(tmp_path: Path) -> None:
    profile = 'hosts = ["khong-co.invalid"]\n[limits]\nretries = 1\nretry_wait = 0.01\ndelay = 0'
    done = Crawl(tmp_path, profile)()
    assert (done.code, done.row["end"], done.row["waiting"]) == (1, "paused", 1)
    assert "DNS: no address for khong-co.invalid" in done.err


def test_a_robots_txt_that_fails_forbids_everything(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    site.state.robots_status = 503
    done = crawl()
    assert {hit.path for hit in site.hits} == {"/robots.txt"}
    assert (done.code, done.row["end"]) == (1, "paused")
    assert "503" in done.err
    site.state.robots_status = 404
    assert crawl().row["new"] == 25  # no robots.txt, nothing forbidden: the print view too


def test_a_site_that_goes_down_is_left_and_gone_on_with(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    crawl("--limit", "6")
    site.state.down = True
    done = crawl()
    assert (done.code, done.row["end"]) == (1, "paused")
    assert "cannot be had" in done.err
    site.state.down = False
    assert crawl().row["new"] == 24


def test_a_wait_that_is_too_long_ends_the_call(tmp_path: Path) -> None:
    with FixtureSite(Nuisances(articles=3, retry_after="7200")) as site:
        crawl = Crawl(tmp_path, site.profile(patience=2, **FAST))
        done = crawl()
        assert (done.code, done.row["end"]) == (1, "paused")
        assert "asks to be left alone until" in done.err


def test_two_crawls_of_one_site_do_not_meet(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    crawl = Crawl(crawl.folder, site.profile(**{**FAST, "delay": 0.3}))
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


def test_a_full_disk_and_a_locked_index_are_named(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    crawl("--limit", "6")
    largest = max(path.stat().st_size for path in crawl.raw.rglob("*") if path.is_file())
    full = crawl(largest=largest + 4096)
    assert (full.code, full.out) == (1, "")
    assert "cannot be written" in full.err
    assert len(full.err.splitlines()) == 1
    holder = sqlite3.connect(crawl.raw / "crawl.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    locked = crawl()
    holder.execute("ROLLBACK")
    holder.close()
    assert locked.code == 1
    assert "another process holds" in locked.err
    assert crawl().row["new"] == 24
    assert Counter(crawl.records()) == Counter(site.article_urls())


def test_too_few_articles_are_a_failure(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    crawl = Crawl(crawl.folder, site.profile(**FAST) + "\n[expect]\nmin = 500")
    done = crawl()
    assert done.code == 1
    assert "only 24 articles, at least 500 expected" in done.err


def test_several_sites_in_one_call_and_one_that_is_not_there(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    with FixtureSite(Nuisances(articles=7, faults=False)) as other:
        (crawl.folder / "rules" / "sites" / "khac.toml").write_text(other.profile(**FAST), encoding="utf-8")
        gone = 'hosts = ["khong-co.invalid"]\n[limits]\nretries = 0\ndelay = 0'
        (crawl.folder / "rules" / "sites" / "mat.toml").write_text(gone, encoding="utf-8")
        done = crawl("khac", "mat")
        rows = {row["site"]: (row["end"], row["new"]) for row in json.loads(done.out)}
        assert rows == {"phuhac": ("done", 24), "khac": ("done", 7), "mat": ("paused", 0)}
        assert done.code == 1
        assert Counter(crawl.records()) == Counter(site.article_urls() | other.article_urls())


def test_a_list_of_urls_is_fetched_and_nothing_else(plain: tuple[FixtureSite, Crawl]) -> None:
    site, crawl = plain
    with FixtureSite(Nuisances(articles=7, faults=False)) as other:
        wanted = [f"{site.root}/tin/bai-3.html", f"{site.root}/tin/bai-9.html", f"{other.root}/tin/bai-2.html"]
        lines = ["# bài cần đọc", *wanted, wanted[0] + "#dau", "", f"{site.root}/cam/tin-1.html"]
        (crawl.folder / "urls.txt").write_text("\n".join(lines), encoding="utf-8")
        done = crawl("--urls", str(crawl.folder / "urls.txt"))
        assert done.code == 0
        assert Counter(crawl.records()) == Counter(wanted)
        assert {hit.path for hit in other.hits} == {"/robots.txt", "/tin/bai-2.html"}
        assert [h.path for h in site.hits] == ["/robots.txt", "/tin/bai-3.html", "/tin/bai-9.html"]
        with (crawl.folder / "urls.txt").open("a", encoding="utf-8") as file:
            file.write("\nbai-5.html\nmailto:a@b.example")
        again = crawl("--urls", str(crawl.folder / "urls.txt"))
        assert again.code == 1
        assert "not the URL of a page: bai-5.html" in again.err
        assert len(crawl.records()) == 3
