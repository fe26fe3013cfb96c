"""A site of our own with every nuisance that real ones have, served over HTTP from this process.

Lists with pages, articles with ETag, with Last-Modified and with neither, view counters, a related box, robots.txt
with Disallow, wildcard and Crawl-delay, an index of sitemaps (one packed), a feed, 500 twice and then 200, redirects
and a loop, a slow page, 404, 410, a page that is too big, one that is too big when unpacked, 429 with Retry-After, an
endless calendar, endless pages of a list, an answer that breaks off, one with a wrong length; articles in broken UTF-8,
with NUL bytes, 10,000 elements deep. Over https with a certificate of its own, where that is asked for. All words are
our own.
"""

from __future__ import annotations

import functools
import gzip
import ipaddress
import ssl
import tempfile
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import formatdate
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

COMMUNES = ("An Trạch", "Bình Hạ", "Cẩm Lộc", "Đông Sơn", "Hòa Phú")
PER_PAGE = 20
HARD = ("hong", "nul", "sau")
"""Pages that can be had and are hard to read: broken UTF-8, NUL bytes, 10,000 elements deep."""
DEPTH = 10_000


@dataclass(frozen=True)
class Hit:
    """One request as the server saw it: seconds of its own clock, path with query, status, the asker's name."""

    at: float
    path: str
    status: int
    agent: str
    conditional: bool


@dataclass
class Nuisances:
    """What the site is like. Numbers are scaled down for tests and whole in tests/bench."""

    articles: int = 60
    crawl_delay: float | None = None
    hidden: int = 0
    """Articles that only the sitemap leads to, and as many that only the feed does."""
    slow_seconds: float = 2.0
    big_bytes: int = 300_000
    bomb_bytes: int = 3_000_000
    retry_after: str = "1"
    faults: bool = True
    https: bool = False


@dataclass
class _State:
    hits: list[Hit] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)
    views: int = 100
    down: bool = False
    robots: str | None = None
    robots_status: int = 200


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: Any) -> None:
        """Crawlers that are killed hang up in mid-word; nobody needs to hear of it."""


class FixtureSite:
    """Starts on a free port of 127.0.0.1 and serves until it is closed."""

    def __init__(self, nuisances: Nuisances | None = None) -> None:
        self.is_like = nuisances or Nuisances()
        if self.is_like.faults:
            zip_bomb(self.is_like.bomb_bytes)  # packing takes longer than a crawler waits
        self.state = _State()
        self._lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                site._answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = _Server(("127.0.0.1", 0), Handler)
        if self.is_like.https:
            # The handshake waits for its own thread: one client that hangs must not stop the others.
            wrap = own_certificate().wrap_socket
            self._server.socket = wrap(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()
        self.host = f"127.0.0.1:{self._server.server_address[1]}"
        self.root = f"http{'s' if self.is_like.https else ''}://{self.host}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> FixtureSite:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def hits(self) -> list[Hit]:
        """Requests in the order in which they came."""
        with self._lock:
            return list(self.state.hits)

    def forget(self) -> None:
        """Empties the log."""
        with self._lock:
            self.state.hits.clear()

    def change(self, *numbers: int) -> None:
        """Rewrites these articles: a number in their body is another one."""
        self.state.changed.update(numbers)

    def article_urls(self) -> set[str]:
        """Every article that can be reached without a fault of the server."""
        like = self.is_like
        urls = {f"{self.root}/tin/bai-{n}.html" for n in range(1, like.articles + 1)}
        urls |= {f"{self.root}/tin/an-{n}.html" for n in range(1, like.hidden + 1)}
        urls |= {f"{self.root}/tin/nguon-{n}.html" for n in range(1, like.hidden + 1)}
        if like.faults:
            urls |= {f"{self.root}/tin/{name}.html" for name in ("loi-hai-lan-901", "cho-902", "moi-903")}
            urls |= {f"{self.root}/loi/{name}" for name in HARD}
        return urls

    def profile(self, more: str = "", **limits: object) -> str:
        """The profile of this site, as TOML; `more` are lines of its own."""
        given = {"delay": 0, "retry_wait": 0.05, "timeout": 1.0, "size": 200_000, "barren": 4, "depth": 6, **limits}
        lines = "\n".join(f"{key} = {value}" for key, value in given.items())
        return f"""
            hosts = ["{self.host}"]
            start = ["{self.root}/"]
            sitemap = ["{self.root}/sitemap.xml"]
            feed = ["{self.root}/rss.xml"]
            article = ['^/(?:tin|cam)/[\\w-]+-\\d+\\.html(?:\\?in=1)?$', '^/loi/']
            list = ['^/$', '^/tin/(?:\\?trang=\\d+)?$', '^/lich/', '^/mai/']
            drop = ["ref"]
            {more}
            unit = "huyện Phú Hạc, tỉnh Lam Giang"
            [select]
            title = "h1"
            date = ".ngay"
            body = ".noi-dung"
            [limits]
            {lines}
            """

    # What the server says.

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        if self.state.down:
            handler.close_connection = True
            handler.connection.close()
            return
        at = time.monotonic()
        path = handler.path
        with self._lock:
            count = self.state.counts[path] = self.state.counts.get(path, 0) + 1
        status, headers, body = self._page(urlsplit(path).path, parse_qs(urlsplit(path).query), count, handler.headers)
        with self._lock:
            conditional = "If-None-Match" in handler.headers or "If-Modified-Since" in handler.headers
            agent = handler.headers.get("User-Agent", "")
            self.state.hits.append(Hit(at, path, status, agent, conditional))
        announced = headers.pop("X-Announce", None)
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", announced or str(len(body)))
        handler.end_headers()
        try:
            handler.wfile.write(body)
        except OSError:
            handler.close_connection = True
        if announced:
            handler.close_connection = True

    def _page(
        self, path: str, query: Mapping[str, list[str]], count: int, asked: Mapping[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        html = {"Content-Type": "text/html; charset=utf-8"}
        fixed: Mapping[str, Callable[[], tuple[int, dict[str, str], bytes]]] = {
            "/robots.txt": self._robots,
            "/sitemap.xml": self._sitemap_index,
            "/sitemap-1.xml": lambda: self._sitemap("bai", range(1, self.is_like.articles + 1, 2)),
            "/sitemap-2.xml.gz": self._packed_sitemap,
            "/rss.xml": self._feed,
            "/": lambda: (200, html, self._home()),
        }
        if path in fixed:
            return fixed[path]()
        if path == "/tin/":
            return 200, html, self._list(int(query.get("trang", ["1"])[0]))
        if path.startswith("/tin/"):
            return self._article(path, count, asked)
        if path.startswith("/lich/"):
            return 200, html, _calendar(path)
        if path.startswith("/mai/"):
            number = int(path.rpartition("/")[2])
            return 200, html, _frame(f'<a href="/mai/{number + 1}">trang sau</a><a href="/tin/bai-1.html">Bài 1</a>')
        if path.startswith("/loi/"):
            return self._fault(path.removeprefix("/loi/"), count)
        return 404, html, _frame("Không có trang này")

    def _robots(self) -> tuple[int, dict[str, str], bytes]:
        delay = self.is_like.crawl_delay
        text = self.state.robots
        if text is None:
            text = "User-agent: *\nDisallow: /cam/\nDisallow: /*?in=\n" + (f"Crawl-delay: {delay}\n" if delay else "")
        return self.state.robots_status, {"Content-Type": "text/plain"}, text.encode()

    def _home(self) -> bytes:
        links = [
            '<a href="/tin/">Tin dân vận</a>',
            '<a href="/lich/2026/11">Lịch công tác</a>' if self.is_like.faults else "",
            '<a href="/mai/1">Xem mãi</a>' if self.is_like.faults else "",
            '<a href="/cam/tin-1.html">Trang kín</a> <a href="/tin/bai-1.html?in=1">Bản in</a>',
            '<a href="/tin/bai-2.html?utm_source=trangchu&ref=7#dau">Xã Bình Hạ ra quân dọn kênh mương nội đồng</a>',
            '<a href="http://khac.lamgiang.example/tin/bai-9.html">Trang bạn</a> <a href="mailto:a@b.example">thư</a>',
            '<a href="http://10.0.0.1/tin/bai-1.html">nội bộ</a> <a href="/tep/bao-cao.pdf">Báo cáo</a>',
        ]
        if self.is_like.faults:
            names = ("loi-hai-lan-901", "cho-902", "cu-903", "mat-904", "thoi-905")
            links += [f'<a href="/tin/{name}.html">Bài {name}</a>' for name in names]
            faults = ("vong-a", "xa", "cham", "lon", "bom", "dut", "sai", "500", "anh", "tu-minh", "noi-bo", "rong")
            links += [f'<a href="/loi/{name}">Lỗi {name}</a>' for name in (*faults, *HARD)]
        return _frame("<ul>" + "".join(f"<li>{link}</li>" for link in links) + "</ul>")

    def _list(self, page: int) -> bytes:
        last = -(-self.is_like.articles // PER_PAGE)
        page = min(page, last)
        numbers = range((page - 1) * PER_PAGE + 1, min(page * PER_PAGE, self.is_like.articles) + 1)
        items = "".join(
            f'<li><a href="bai-{n}.html"><img src="/anh/{n}.jpg" alt="{_title(n)}"></a>'
            f'<h3><a href="bai-{n}.html" title="{_title(n)}">{_title(n)}</a></h3>'
            f'<p>Tóm tắt bài {n}.</p><a href="bai-{n}.html">Xem tiếp</a></li>'
            for n in numbers
        )
        shown = [*range(max(1, page - 2), min(last, page + 2) + 1), last]
        pages = "".join(f'<a href="/tin/?trang={n}">{n}</a> ' for n in shown)
        return _frame(f"<ul>{items}</ul><div class=trang>{pages}</div>")

    def _article(self, path: str, count: int, asked: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
        name = path.removeprefix("/tin/").removesuffix(".html")
        kind, _, number = name.rpartition("-")
        html = {"Content-Type": "text/html; charset=utf-8"}
        special: Mapping[str, tuple[int, dict[str, str], bytes]] = {
            "cu-903": (301, {"Location": "/tin/moi-903.html"}, b""),
            "mat-904": (404, html, _frame("Không tìm thấy")),
            "thoi-905": (410, html, _frame("Đã gỡ")),
        }
        if self.is_like.faults and name in special:
            return special[name]
        if self.is_like.faults and name == "loi-hai-lan-901" and count <= 2:
            return 500, html, _frame("Máy chủ bận")
        if self.is_like.faults and name == "cho-902" and count == 1:
            return 429, {**html, "Retry-After": self.is_like.retry_after}, _frame("Chậm lại")
        most = {"bai": self.is_like.articles, "an": self.is_like.hidden, "nguon": self.is_like.hidden}
        if not number.isdecimal() or (kind in most and not 1 <= int(number) <= most[kind]):
            return 404, html, _frame("Không tìm thấy")
        n = int(number)
        with self._lock:
            self.state.views += 1
        body = self._words(kind, n)
        # By turns: an ETag, a Last-Modified, neither.
        if n % 3 == 1:
            tag = f'"{sha256(body).hexdigest()[:16]}"'
            html["ETag"] = tag
            if asked.get("If-None-Match") == tag:
                return 304, {"ETag": tag}, b""
        elif n % 3 == 2:
            moved = kind == "bai" and n in self.state.changed
            moment = formatdate(1_700_000_000 + (86_400 if moved else 0), usegmt=True)
            html["Last-Modified"] = moment
            if asked.get("If-Modified-Since") == moment:
                return 304, {"Last-Modified": moment}, b""
        else:
            # Pages without a validator bear a counter that is another one each time.
            body = body.replace(b"<!--so-->", f"<p>Lượt xem: {self.state.views}</p>".encode())
        return 200, html, body

    def _words(self, kind: str, n: int) -> bytes:
        commune = COMMUNES[n % len(COMMUNES)]
        models = n % 40 + 2 + (1000 if kind == "bai" and n in self.state.changed else 0)
        related = "".join(f'<li><a href="/tin/bai-{m}.html">{_title(m)}</a></li>' for m in (n % 5 + 1, n % 7 + 1))
        return _frame(
            f"<h1>{_title(n) if kind == 'bai' else kind + ' ' + str(n)}</h1>"
            f"<div class=ngay>{n % 28 + 1:02d}/03/2024</div><div class=noi-dung>"
            f"<p>Xã {commune} xây dựng được {models} mô hình dân vận khéo trong năm 2023, "
            f"trong đó {models // 2} mô hình về kinh tế.</p>"
            f"<p>Nhân dân hiến {n * 3 + 10} m2 đất để mở rộng đường.</p></div>"
            f"<!--so--><div class=khac><h4>Tin khác</h4><ul>{related}</ul></div>"
        )

    def _sitemap_index(self) -> tuple[int, dict[str, str], bytes]:
        parts = [f"<sitemap><loc>{self.root}/{name}</loc></sitemap>" for name in ("sitemap-1.xml", "sitemap-2.xml.gz")]
        text = (
            f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(parts)}'
        )
        return 200, {"Content-Type": "application/xml"}, f"{text}</sitemapindex>".encode()

    def _sitemap(self, kind: str, numbers: range) -> tuple[int, dict[str, str], bytes]:
        urls = "".join(
            f"<url><loc>{self.root}/tin/{kind}-{n}.html</loc><lastmod>2024-03-{n % 28 + 1:02d}</lastmod></url>"
            for n in numbers
        )
        other = "<url><loc>http://khac.lamgiang.example/tin/bai-7.html</loc></url>"
        text = (
            f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}{other}</urlset>'
        )
        return 200, {"Content-Type": "application/xml"}, text.encode()

    def _packed_sitemap(self) -> tuple[int, dict[str, str], bytes]:
        _, _, body = self._sitemap("an", range(1, self.is_like.hidden + 1))
        return 200, {"Content-Type": "application/gzip"}, gzip.compress(body)

    def _feed(self) -> tuple[int, dict[str, str], bytes]:
        items = "".join(
            f"<item><title>Bài nguồn {n}</title><link>{self.root}/tin/nguon-{n}.html</link>"
            f"<pubDate>Mon, {n % 28 + 1:02d} Apr 2024 08:00:00 +0700</pubDate></item>"
            for n in range(1, self.is_like.hidden + 1)
        )
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title>{items}</channel></rss>'
        return 200, {"Content-Type": "application/rss+xml"}, text.encode()

    def _fault(self, name: str, count: int) -> tuple[int, dict[str, str], bytes]:
        html = {"Content-Type": "text/html; charset=utf-8"}
        whole = _frame("<h1>Lỗi</h1><div class=noi-dung><p>Không đọc được.</p></div>")
        plain = {
            **{hard: (200, html, _hard(hard)) for hard in HARD if hard == name},
            "500": (500, html, whole), "rong": (200, html, b""),
            "anh": (200, {"Content-Type": "image/png"}, b"\x89PNG" + bytes(100)),
        }  # fmt: skip
        if name in plain:
            return plain[name]
        if name in HARD:
            return 200, html, _hard(name)
        match name:
            case "vong-a" | "vong-b":
                return 302, {"Location": "/loi/vong-b" if name == "vong-a" else "/loi/vong-a"}, b""
            case "tu-minh":
                return 302, {"Location": "/loi/tu-minh"}, b""
            case "xa":
                return 302, {"Location": "http://khac.lamgiang.example/tin/bai-1.html"}, b""
            case "noi-bo":
                return 302, {"Location": "http://169.254.169.254/latest/"}, b""
            case "cham":
                time.sleep(self.is_like.slow_seconds)
                return 200, html, whole
            case "lon":
                return 200, html, whole + b"a" * self.is_like.big_bytes
            case "bom":
                return 200, {**html, "Content-Encoding": "gzip"}, zip_bomb(self.is_like.bomb_bytes)
            case "dut":
                return 200, {**html, "X-Announce": str(len(whole))}, whole[: len(whole) // 2]
            case "sai":
                return 200, {**html, "X-Announce": str(len(whole) + 500)}, whole
        return 404, html, whole


@functools.cache
def zip_bomb(size: int) -> bytes:
    """`size` zero bytes, packed by gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)]) + packer.flush()


def own_certificate() -> ssl.SSLContext:
    """For a server at 127.0.0.1, vouched for by itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder(name, name, key.public_key(), 7, datetime(2020, 1, 1), datetime(2100, 1, 1))
    signed = made.add_extension(address, critical=False).sign(key, hashes.SHA256())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
        file.write(signed.public_bytes(pem) + key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
        file.flush()
        context.load_cert_chain(file.name)
    return context


def _hard(name: str) -> bytes:
    words = (
        "<p>Xã Hòa Phú xây dựng được 7 mô hình dân vận khéo trong năm 2023, trong đó 3 mô hình về kinh tế.</p>"
        "<p>Nhân dân hiến 120 m2 đất để mở rộng đường.</p>"
    )
    page = f"<h1>Xã Hòa Phú giữ sạch đường làng</h1><div class=ngay>05/03/2024</div><div class=noi-dung>{words}</div>"
    match name:
        case "hong":
            return _frame(page).replace("Nhân dân".encode(), "Nhân d".encode() + b"\xe2\x28\xff" + b"n")
        case "nul":
            return _frame(page).replace(b"</p>", b"</p>\x00\x00")
        case _:
            return _frame("<div>" * DEPTH + page + "</div>" * DEPTH)


def _title(n: int) -> str:
    return f"Xã {COMMUNES[n % len(COMMUNES)]} nhân rộng mô hình dân vận khéo, bài số {n}"


def _calendar(path: str) -> bytes:
    year, month = (int(p) for p in path.removeprefix("/lich/").split("/")[:2])
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    before = (year - 1, 12) if month == 1 else (year, month - 1)
    days = "".join(f'<a href="/lich/{year}/{month}/{day}">{day}</a> ' for day in range(1, 29))
    moves = "".join(f'<a href="/lich/{y}/{m}">tháng</a> ' for y, m in (before, after))
    return _frame(f"<p>Tháng {month} năm {year}: không có lịch</p>{days}{moves}")


def _frame(content: str) -> bytes:
    return (
        f"<!doctype html><html><head><title>Cổng thông tin huyện Phú Hạc</title></head><body>"
        f'<div class=dau><a href="/">Trang chủ</a></div>{content}<div>Huyện Phú Hạc</div></body></html>'
    ).encode()
