"""The whole fixture site: 5,000 articles, killed ten times at random, crawled again; what must hold, and how fast.

Gaps are those of the server's own clock, over all calls: what was killed and what came after it keeps its distance too.

python tests/bench/crawl.py [ARTICLES] [KILLS]
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from danvan.reasons import read_reason
from fixture_site import FixtureSite, Nuisances
from test_crawl import Crawl, Done

CRAWL_DELAY = 0.04
"""Seconds; a page takes about 8 ms, so that it is the delay that holds the crawl back, and half an hour is enough."""
MEMORY_MB = 300


class Watch:
    """The largest memory that a process has held, in MB."""

    def __init__(self, pid: int) -> None:
        self._status = Path(f"/proc/{pid}/status")
        self.most = 0.0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while True:
            try:
                text = self._status.read_text(encoding="ascii")
            except OSError:
                return
            line = next((one for one in text.splitlines() if one.startswith("VmHWM")), None)
            if line is None:
                return
            self.most = max(self.most, int(line.split()[1]) / 1024)
            time.sleep(0.2)


def run(crawl: Crawl) -> tuple[Done, float, float]:
    """One call to its end: what it said, its seconds, its memory."""
    began = time.monotonic()
    process = crawl.start("--allow-private", "--contact", "a@b.example")
    watch = Watch(process.pid)
    out, err = process.communicate()
    return Done(process.returncode, out, err), time.monotonic() - began, watch.most


FAULTS = {
    "/loi/vong-a": "redirect loop", "/loi/tu-minh": "redirect loop", "/loi/cham": "no answer within 5 s",
    "/loi/lon": "larger than 9.54 MB", "/loi/bom": "larger than 9.54 MB when unpacked", "/loi/dut": "cut off",
    "/loi/sai": "cut off", "/loi/500": "500", "/loi/anh": "no page: image/png", "/loi/rong": "an empty answer",
    "/loi/xa": "redirects to another host", "/loi/noi-bo": "redirects to another host",
    "/tin/mat-904.html": "404", "/tin/thoi-905.html": "410",
}  # fmt: skip
"""Every fault of the site, whole: a page of 30 MB, 500 MB of zeros packed, an answer that takes 8 seconds."""


def paced(name: str, site: FixtureSite) -> bool:
    """Whether the server saw no two requests nearer to each other than the Crawl-delay."""
    gaps = sorted(after - before for before, after in pairwise(sorted(hit.at for hit in site.hits)))
    median = gaps[len(gaps) // 2]
    told = f"{len(gaps)} gaps, least {gaps[0]:.4f} s, median {median:.4f} s"
    return check(f"gaps at least the Crawl-delay of {CRAWL_DELAY} s, {name}", gaps[0] >= CRAWL_DELAY, told)


def check(name: str, held: bool, detail: object = "") -> bool:
    print(f"{'holds' if held else 'FAILS'}  {name} {detail}".rstrip(), flush=True)
    return held


def main(articles: int = 5000, kills: int = 10) -> int:
    chance = random.Random(5)
    sound = []
    like = Nuisances(
        articles=articles, hidden=60, crawl_delay=CRAWL_DELAY, slow_seconds=8.0, big_bytes=30_000_000,
        bomb_bytes=500_000_000, retry_after="3",
    )  # fmt: skip
    with FixtureSite(like) as site, tempfile.TemporaryDirectory() as folder:
        crawl = Crawl(Path(folder), site.profile(size=10_000_000, timeout=5.0, barren=10))
        done = 0
        while done < kills:
            seen = len(site.hits)
            process = crawl.start("--allow-private", "--contact", "a@b.example")
            most = seen + chance.randint(1, max(2, articles // (kills + 2)))
            stop = time.monotonic() + chance.uniform(0.5, 60)
            while process.poll() is None and len(site.hits) < most and time.monotonic() < stop:
                time.sleep(0.002)
            done += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.communicate()
        last, seconds, memory = run(crawl)
        wanted = site.article_urls()
        records = Counter(crawl.records())
        sound += [
            check("every reachable article stored once", records == Counter(wanted), len(records)),
            check("the index agrees", {u: len(b) for u, b in crawl.bodies().items()} == dict.fromkeys(wanted, 1)),
            check("nothing waits", last.row["end"] == "done" and last.row["waiting"] == 0, last.row["end"]),
            check("nothing forbidden asked", not [h for h in site.hits if "/cam/" in h.path or "in=" in h.path]),
        ]
        sound.append(paced(f"over {done} kills", site))
        sound.append(check(f"memory under {MEMORY_MB} MB", memory < MEMORY_MB, f"{memory:.0f} MB"))
        reasons = {
            row["url"]: str(read_reason(row["reason"] or "")) for row in crawl.ask("SELECT url, reason FROM pages")
        }
        unnamed = [p for p, why in FAULTS.items() if not reasons.get(f"{site.root}{p}", "").startswith(why)]
        endless = [why for why in set(reasons.values()) if why.startswith("endless list")]
        sound.append(check("every fault has its name", not unnamed, unnamed))
        sound.append(check("calendar and endless list are ended", len(endless) >= 2, len(endless)))
        troubles = crawl.ask("SELECT state, reason, count(*) AS n FROM pages WHERE reason IS NOT NULL GROUP BY 1, 2")
        for row in troubles:
            print("       ", row["state"], row["n"], str(read_reason(row["reason"]))[:110])
        site.forget()
        changed = chance.sample(range(1, articles + 1), 5)
        site.change(*changed)
        again, seconds, memory = run(crawl)
        statuses = Counter(hit.status for hit in site.hits)
        sound.append(paced("crawled again", site))
        twice = {url for url, bodies in crawl.bodies().items() if len(bodies) > 1}
        wanted_twice = {f"{site.root}/tin/bai-{n}.html" for n in changed}
        sound += [
            check("a second crawl stores what changed", twice == wanted_twice, f"{len(twice)} of {len(wanted)}"),
            check("and asks for the rest with its validators", statuses[304] > articles // 2, dict(statuses)),
            check(f"memory under {MEMORY_MB} MB", memory < MEMORY_MB, f"{memory:.0f} MB"),
        ]
        print(f"{again.row['asked']} pages in {seconds:.0f} s, {again.row['asked'] / seconds:.0f} pages/s")  # type: ignore[operator]
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
