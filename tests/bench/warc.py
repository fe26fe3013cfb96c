"""Many articles from a WARC set: throughput, memory, and what a kill in the middle costs.

    python tests/bench/warc.py [--articles 1000] [--jobs 2] [--folder DIR]

Every article is put together out of sentences of its own (variants.py), in the layout of one of five systems, with a
menu, other news and a footer around it; 10,000 pages a file, as crawlers cut them. The run is killed (kill -9) when
half of the pages are in and the same command is given again, then once more with nothing left to do; in the end every
page must be there exactly once. `--articles 100000`, or ARTICLES=100000 in the environment, is the whole of it: an
hour on two cores.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import IO

import duckdb

sys.path.insert(0, str(Path(__file__).parent))

from variants import composed

from danvan.raw.warc import WarcWriter

_FILE = 10_000
_MENU = "".join(f'<li><a href="/muc/{i}">{name}</a></li>' for i, name in enumerate(
    ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Thủ tục hành chính", "Công khai", "Liên hệ", "Hỏi đáp")
))  # fmt: skip
_STYLE = "body{margin:0}" + "".join(f".c{i}{{padding:{i}px;margin:0 {i}px;color:#{i:03x}}}" for i in range(300))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    articles = int(os.environ.get("ARTICLES", "1000"))
    options.add_argument("--articles", type=int, default=articles, help=f"pages in the set ({articles})")
    options.add_argument("--jobs", type=int, default=2, help="processes that extract (2)")
    options.add_argument("--folder", type=Path, help="where the set and the database go; kept (a temporary one)")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        size = _write(folder / "set", chosen.articles)
        took = time.monotonic() - began
        print(f"{chosen.articles:,} pages, {size / 2**20:,.1f} MB in WARC.gz, written in {took:,.1f} s")
        run = Run(folder / "set", folder / "bench.duckdb", chosen.jobs)
        run.tell("killed at half", kill_at=chosen.articles // 2)
        run.tell("begun again")
        run.tell("nothing to do")
        return _check(run.db, chosen.articles)


def _check(db: Path, pages: int) -> int:
    """Whether every page is there once, as an article or in quarantine; what is linked as a copy of another."""
    with duckdb.connect(str(db), read_only=True) as con:
        ((articles, urls),) = con.execute("SELECT count(*), count(DISTINCT url) FROM articles").fetchall()
        ((refused, items),) = con.execute("SELECT count(*), count(DISTINCT item) FROM quarantine").fetchall()
        ((seen,),) = con.execute("SELECT count(DISTINCT name) FROM seen.inputs").fetchall()
        ((copies,),) = con.execute("SELECT count(*) FROM copies").fetchall()
        ((figures,),) = con.execute("SELECT count(*) FROM figures").fetchall()
    sound = articles == urls and refused == items and articles + refused == seen == pages
    print(
        f"{articles:,} articles ({urls:,} addresses), {refused:,} in quarantine, {seen:,} pages seen of {pages:,}; "
        f"{figures:,} figures, {copies:,} copies; {db.stat().st_size / 2**20:,.0f} MB"
    )
    print("every page once" if sound else "PAGES LOST OR DOUBLED")
    return 0 if sound else 1


def _write(folder: Path, count: int) -> int:
    """The set, where it is not there yet; its bytes."""
    if not folder.exists():
        folder.mkdir()
        pages = _pages(count)
        for number in range(0, count, _FILE):
            with WarcWriter(
                folder / f"news-{number // _FILE:03}.warc.gz", about={"software": "tests/bench/warc.py"}
            ) as out:
                for _, (url, page) in zip(range(_FILE), pages, strict=False):
                    out.write(url, "2026-11-22T03:00:00Z", 200, [("Content-Type", "text/html; charset=utf-8")], page)
    return sum(file.stat().st_size for file in folder.iterdir())


def _pages(count: int) -> Iterator[tuple[str, bytes]]:
    dice = random.Random(5)
    for index, article in enumerate(composed(count)):
        title, body = escape(article.title), "".join(f"<p>{escape(line)}</p>\n" for line in article.paragraphs)
        other = "".join(
            f'<li><a href="/tin/{10_000 * index + at}.html">Hội nghị giao ban số {dice.randrange(900)} của xã</a></li>'
            for at in range(12)
        )
        box = ("news-body", "hometext", "journal-content-article", "ms-rtestate-field", "detail-content")[index % 5]
        page = (
            f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
            f'<style>{_STYLE}</style><meta property="og:title" content="{title}"></head><body>'
            f'<div id="menu"><ul>{_MENU}</ul></div><div class="{box}"><h1>{title}</h1>\n'
            f'<p class="date">{article.published:%d/%m/%Y %H:%M}</p>\n{body}</div>'
            f'<div class="other"><h3>Tin khác</h3><ul>{other}</ul></div>'
            '<div id="footer"><p>Cơ quan chủ quản: Ủy ban nhân dân. Ghi rõ nguồn khi dùng lại tin.</p></div>'
            f"<script>{'var a=1;' * 400}</script></body></html>"
        )
        yield f"https://news{index % 7}.example/tin/{index}.html", page.encode()


@dataclass
class Run:
    """`danvan run` over a folder, as often as it is told."""

    folder: Path
    db: Path
    jobs: int

    def tell(self, what: str, kill_at: int | None = None) -> None:
        """Runs it and prints its rate and memory; with `kill_at` it is killed when so many pages were told of."""
        log = self.db.with_suffix(".jsonl")
        log.unlink(missing_ok=True)
        given = [str(self.folder), "--db", str(self.db), "--jobs", str(self.jobs), "--log", str(log), "--lang", "en"]
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "danvan.cli", "run", *given],
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        last: list[str] = [""]
        reader = threading.Thread(target=_drain, args=(process, last))
        reader.start()
        samples: list[Sample] = []
        with _Tail(log) as tail:
            while process.poll() is None:
                sample = Sample(tail.lines(), *_memory(process.pid))
                samples.append(sample)
                if kill_at is not None and sample.pages >= kill_at:
                    process.kill()
                time.sleep(0.5)
            killed = process.returncode == -signal.SIGKILL
            pages = tail.lines() - (1 if killed else 2)  # the log's own first and last line
        reader.join()
        took = time.monotonic() - began
        end = "killed" if killed else f"exit {process.returncode}"
        print(f"{what}: {end}, {pages:,} pages in {took:,.1f} s, {pages / took:,.1f} pages/s; {last[0]}")
        for share in (0.25, 0.5, 0.75, 1.0):
            held = [s for s in samples if s.pages <= share * pages] or samples
            peak = max(held, key=lambda s: s.parent), max(held, key=lambda s: s.worker)
            print(f"  memory to {share:4.0%}: parent {peak[0].parent:,.0f} MB, each worker {peak[1].worker:,.0f} MB")
        sys.stdout.flush()


@dataclass(frozen=True)
class Sample:
    """How far a run is, and the megabytes that its parent and the largest of its workers hold."""

    pages: int
    parent: float
    worker: float


class _Tail:
    """The lines of a log that another process writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream: IO[bytes] | None = None
        self._lines = 0

    def __enter__(self) -> _Tail:
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            self._stream.close()

    def lines(self) -> int:
        """How many there are by now."""
        if self._stream is None and self.path.exists():
            self._stream = self.path.open("rb")
        while self._stream is not None and (piece := self._stream.read(2**20)):
            self._lines += piece.count(b"\n")
        return self._lines


def _drain(process: subprocess.Popen[str], last: list[str]) -> None:
    """Keeps the last line that the process tells."""
    assert process.stderr is not None
    for line in process.stderr:
        last[0] = line.strip() or last[0]


def _memory(session: int) -> tuple[float, float]:
    """Megabytes of the leader of a session and of its largest child; zero where nothing tells (not Linux)."""
    sizes = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if int((status.parent / "stat").read_text().rsplit(")", 1)[1].split()[3]) == session:
                fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
                sizes[int(fields["Pid"])] = int(fields["VmRSS"].split()[0]) / 1024
        except (OSError, ValueError, IndexError, KeyError):
            continue
    return sizes.pop(session, 0.0), max(sizes.values(), default=0.0)


if __name__ == "__main__":
    sys.exit(main())
