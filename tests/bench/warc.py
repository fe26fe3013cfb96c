"""Many articles from a WARC set: throughput of a first and of a second run, and the memory they take.

    python tests/bench/warc.py [--articles 1500] [--jobs 2] [--folder DIR] [--kill]

Every article is a page of its own (variants.py: other people, places and numbers), in the layout of one of five
systems, with a menu, other news and a footer around it; 10,000 pages a file, as crawlers cut them. With --kill the
first run is killed in the middle and begun anew. `--articles 100000` is the whole of it (about an hour on two cores).
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
from html import escape
from pathlib import Path

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
    options.add_argument("--articles", type=int, default=1500, help="pages in the set (1500)")
    options.add_argument("--jobs", type=int, default=2, help="processes that extract (2)")
    options.add_argument("--folder", type=Path, help="where the set and the database go; kept (a temporary one)")
    options.add_argument("--kill", action="store_true", help="kill the first run in the middle, then go on")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        size = _write(folder / "set", chosen.articles)
        took = time.monotonic() - began
        print(f"{chosen.articles:,} pages, {size / 2**20:,.1f} MB in WARC.gz, written in {took:,.1f} s")
        db = folder / "bench.duckdb"
        if chosen.kill:
            _run(folder / "set", db, chosen.jobs, 0, kill_after=chosen.articles / 100)
        _run(folder / "set", db, chosen.jobs, chosen.articles)
        _run(folder / "set", db, chosen.jobs, chosen.articles)
    return 0


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


def _run(folder: Path, db: Path, jobs: int, articles: int, kill_after: float | None = None) -> None:
    """One `danvan run`, its rate and the largest memory of its processes together."""
    command = [
        sys.executable,
        "-m",
        "danvan.cli",
        "run",
        str(folder),
        "--db",
        str(db),
        "--jobs",
        str(jobs),
        "--lang",
        "en",
    ]
    began = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    if kill_after is not None:
        threading.Timer(kill_after, lambda: os.killpg(process.pid, signal.SIGKILL)).start()
    peaks = {"parent": 0, "all": 0}
    watch = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
    watch.start()
    last = ""
    assert process.stderr is not None
    for line in process.stderr:
        last = line.strip() or last
    code = process.wait()
    took = time.monotonic() - began
    rate = f"{articles / took:,.1f} pages/s, " if articles else ""
    print(
        f"exit {code} after {took:,.1f} s, {rate}memory {peaks['parent'] / 1024:,.0f} MB (all processes "
        f"{peaks['all'] / 1024:,.0f} MB): {last}",
        flush=True,
    )


def _watch(process: subprocess.Popen[str], peaks: dict[str, int]) -> None:
    """Kilobytes of the run's processes, twice a second; nothing where the system does not tell (not Linux)."""
    while process.poll() is None and Path("/proc").is_dir():
        sizes = {}
        for status in Path("/proc").glob("[0-9]*/status"):
            try:
                fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
                session = int((status.parent / "stat").read_text().rsplit(")", 1)[1].split()[3])
            except (OSError, ValueError, IndexError):
                continue
            if session == process.pid and "VmRSS" in fields:
                sizes[int(fields["Pid"])] = int(fields["VmRSS"].split()[0])
        peaks["parent"] = max(peaks["parent"], sizes.get(process.pid, 0))
        peaks["all"] = max(peaks["all"], sum(sizes.values()))
        time.sleep(0.5)


if __name__ == "__main__":
    sys.exit(main())
