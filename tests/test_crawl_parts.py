"""What the crawl decides without a network: addresses, links, what a reader sees, who may be asked, how fast."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from danvan.crawl.address import clean_url, form_of, repeats
from danvan.crawl.faults import fault_of
from danvan.crawl.frontier import Answer, Found, Frontier
from danvan.crawl.guard import Guard, is_private
from danvan.crawl.links import NotXml, entries_of, links_of, tree_of
from danvan.crawl.polite import read_robots, retry_after
from danvan.crawl.seen import Seen
from danvan.raw.index import open_index
from danvan.reasons import Reason, because
from danvan.ruleset import load_rules
from danvan.sites import Limits, Select, Site

SITE = Site("phuhac", ("phuhac.example",), drop=("ref",), start=("https://phuhac.example/",))
RULES = load_rules(only=("layout",))


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("bai-1.html", "https://phuhac.example/tin/bai-1.html"),
        ("/a//b/../c.html#dau", "https://phuhac.example/a//c.html"),
        ("HTTPS://PhuHac.Example:443/x", "https://phuhac.example/x"),
        ("//phuhac.example/x?b=2&a=1", "https://phuhac.example/x?b=2&a=1"),
        ("?utm_source=fb&p=2&fbclid=Ab&ref=7", "https://phuhac.example/tin/?p=2"),
        ("/x;jsessionid=0A1B?p=1&PHPSESSID=9", "https://phuhac.example/x?p=1"),
        (" /tin tức/bài 1.html ", "https://phuhac.example/tin%20t%E1%BB%A9c/b%C3%A0i%201.html"),
        ("http://phuhac.example:8080/x", "http://phuhac.example:8080/x"),
        ("http://phuhac.example/x", "https://phuhac.example/x"),
        ("http://cu.phuhac.example/x", "http://cu.phuhac.example/x"),
        ("mailto:a@phuhac.example", None),
        ("javascript:void(0)", None),
        ("https://user:pw@phuhac.example/", None),
        ("/tep/bao-cao.PDF", None),
        ("/anh/1.jpg?w=100", None),
        ("/x?" + "a=1&" * 600, None),
        ("http://[::1/x", None),
    ],
)
def test_a_page_has_one_spelling(href: str, expected: str | None) -> None:
    assert clean_url(href, "https://phuhac.example/tin/", SITE) == expected


def test_forms_and_paths_that_repeat() -> None:
    assert form_of("https://a.example/lich/2026/11?trang=3") == "/lich/#/#?trang=#"
    assert repeats("https://a.example/tin/tin/tin/tin/x")
    assert not repeats("https://a.example/tin/2022/11/04/tin/x")


PAGE = """<html><head><base href="/goc/"><meta http-equiv="refresh" content="5; url=/moi"></head><body>
<a href="a.html"><img alt="Ảnh bài a"></a><a href="a.html"><h3>Xã An Trạch ra quân dọn kênh</h3><p>Sáng 3/11 …</p></a>
<a href="a.html">Xem tiếp</a> <a href="b.html" title="Cẩm Lộc nhân rộng mô hình hay">Cẩm Lộc nhân…</a>
<a href="c.html"><img alt="Bình Hạ hiến đất mở đường"></a><a>không</a><a href="">rỗng</a></body></html>"""


def test_links_bear_the_words_that_are_likeliest_a_title() -> None:
    base, links = links_of(PAGE, tree_of(PAGE), "https://phuhac.example/x")
    assert base == "/goc/"
    assert {link.href: link.text for link in links} == {
        "a.html": "Xã An Trạch ra quân dọn kênh",
        "b.html": "Cẩm Lộc nhân rộng mô hình hay",
        "c.html": "Bình Hạ hiến đất mở đường",
        "/moi": "",
    }


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10_000 + '<a href="/sau">Sâu</a>' + "</div>" * 10_000 + '<a href="/sau-nua">Sau</a>',
        '<a href="/sau">Sâu</a><a href="/sau-nua">Sau</a>' + "<p>dài</p>" * 300_000,
        '<p><a href="/sau">Sâu</a></b></i></table><a href=/sau-nua>Sau</a',
        '<a href="/sau">Sâu\x00</a>\x00<a href="/sau-nua">Sau</a>'.replace("\x00", ""),
    ],
    ids=["10,000 deep", "3 MB", "broken", "NUL bytes"],
)
def test_no_page_hides_its_links(page: str) -> None:
    _, links = links_of(page, tree_of(page), "https://phuhac.example/")
    assert [link.href for link in links] == ["/sau", "/sau-nua"]


INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc> http://a/1.xml </loc><lastmod>2024-03-01T07:00:00+07:00</lastmod></sitemap></sitemapindex>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title><link href="http://a/"/><updated>2026-01-01</updated>
<entry><title>Bài</title><link rel="self" href="http://a/s"/><link href="http://a/1"/>
<updated>2024-03-02T00:00:00Z</updated></entry></feed>"""
RSS = """<rss><channel><title>Tin</title><link>http://a/</link><item><link>http://a/2</link>
<pubDate>Fri, 04 Nov 2022 08:00:00 +0700</pubDate></item><item><guid>http://a/3</guid></item></channel></rss>"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (INDEX, [("http://a/1.xml", "", "2024-03-01", "sitemap")]),
        (ATOM, [("http://a/1", "Bài", "2024-03-02", None)]),
        (RSS, [("http://a/2", "", "2022-11-04", None), ("http://a/3", "", None, None)]),
    ],
)
def test_sitemaps_and_feeds(source: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    for body in (source.encode(), gzip.compress(source.encode())):
        assert [(e.href, e.text, e.dated, e.kind) for e in entries_of(body, 10_000)] == expected


def test_lists_of_addresses_are_read_and_pages_are_not() -> None:
    assert [e.href for e in entries_of(b"http://a/1\nhttp://a/2\n", 100)] == ["http://a/1", "http://a/2"]
    for broken in (b"<!doctype html><html><p>404</html>", b"\x1f\x8bxx", b"PNG"):
        with pytest.raises(NotXml):
            entries_of(broken, 10_000)


def test_a_sitemap_resolves_no_entities() -> None:
    bomb = b'<!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]><urlset><url><loc>http://a/&f;&a;</loc></url></urlset>'
    assert all("aaaa" not in entry.href for entry in entries_of(bomb, 10_000))


ARTICLE = """<div class=ngay>{day}</div><h1>Tin</h1><div class=noi-dung><p>Xã có {n} mô hình.</p></div>
<p>Lượt xem: {views}</p><ul><li><a href=/1>{other}</a></li></ul>"""
FIRST = {"day": "03/11/2022", "n": 12, "views": 40, "other": "Tin khác một"}


@pytest.mark.parametrize("select", [Select(), Select(title=("h1",), body=(".khong-co", ".noi-dung"), date=(".ngay",))])
@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"views": 41}, True),
        ({"other": "Tin khác hai"}, True),
        ({"n": 13}, False),
        ({"day": "04/11/2022"}, False),
    ],
)
def test_a_counter_is_no_change_and_a_figure_is(select: Select, change: dict[str, object], same: bool) -> None:
    seen = Seen(select, RULES)
    before, after = (seen.hash(tree_of(ARTICLE.format(**v))) for v in (FIRST, {**FIRST, **change}))
    assert (before == after) is same


@pytest.mark.parametrize("cell", ["Tổng cộng: {}", "Trong năm {} mô hình", "Khách {}", "{} hộ", "Hôm nay: {}"])
def test_figures_in_short_cells_are_no_counters(cell: str) -> None:
    seen = Seen(Select(), RULES)
    assert seen.hash(tree_of(f"<td>{cell.format(25)}</td>")) != seen.hash(tree_of(f"<td>{cell.format(26)}</td>"))


def test_a_page_clock_is_no_change() -> None:
    seen = Seen(Select(), RULES)
    pages = (f"<div>Thứ Ba, 3/11/2026 10:00:0{n}</div><p>Xã có 12 mô hình.</p>" for n in (1, 2))
    assert len({seen.hash(tree_of(page)) for page in pages}) == 1


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("127.0.0.1", True), ("10.1.2.3", True), ("172.16.0.1", True), ("192.168.1.1", True), ("169.254.169.254", True),
        ("0.0.0.0", True), ("100.64.0.1", True), ("224.0.0.1", True), ("::1", True), ("fe80::1%eth0", True),
        ("fd00::1", True), ("::ffff:127.0.0.1", True), ("8.8.8.8", False), ("2001:4860:4860::8888", False),
        ("phuhac.example", False),
    ],
)  # fmt: skip
def test_addresses_inside_are_known(address: str, private: bool) -> None:
    assert is_private(address) is private


def test_only_what_was_named_may_be_asked() -> None:
    guard = Guard({"phuhac.example", "127.0.0.1:8080"}, allow_private=False)
    assert guard.refusal("https://phuhac.example/x") is None
    for url, reason in {
        "https://phuhac.example.evil.example/": "another host: phuhac.example.evil.example",
        "https://evil.example/?phuhac.example": "another host: evil.example",
        "https://phuhac.example@evil.example/": "a URL with a user name",
        "https://phuhac.example:8443/": "another host: phuhac.example:8443",
        "file:///etc/passwd": "not http or https: file",
        "http://127.0.0.1:8080/": "a private address: 127.0.0.1",
    }.items():
        assert str(guard.refusal(url)) == reason
    assert Guard({"127.0.0.1:8080"}, allow_private=True).refusal("http://127.0.0.1:8080/") is None


def test_robots_txt_with_wildcards_and_delays() -> None:
    robots = read_robots(
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /kin/\nDisallow: /*?in=\nAllow: /kin/mo.html\nCrawl-delay: 2\n"
        b"Request-rate: 1/5s\nSitemap: https://phuhac.example/s.xml\n\nUser-agent: other\nDisallow: /\n"
    )
    told = {
        path: robots.allows(f"https://phuhac.example{path}") for path in ("/a", "/kin/a", "/kin/mo.html", "/a?in=1")
    }
    assert told == {"/a": True, "/kin/a": False, "/kin/mo.html": True, "/a?in=1": False}
    assert robots.delay == pytest.approx(5.005)
    assert robots.sitemaps == ("https://phuhac.example/s.xml",)
    ours = read_robots(b"User-agent: *\nDisallow:\n\nUser-agent: danvan\nDisallow: /\n")
    assert not ours.allows("https://phuhac.example/")
    greeting = read_robots(b"<!doctype html><html>Xin ch\xc3\xa0o</html>")
    assert greeting.allows("https://phuhac.example/x")
    assert greeting.delay is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), ("0", 0), ("Sun, 22 Nov 2026 10:05:00 GMT", 300), ("Sun, 22 Nov 2026 09:00:00 GMT", 0),
     ("soon", None), ("-5", None), ("", None)],
)  # fmt: skip
def test_retry_after_in_seconds_or_as_a_date(value: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": value}, datetime(2026, 11, 22, 10, tzinfo=UTC)) == seconds


def test_a_body_that_cannot_be_unpacked_has_its_name() -> None:
    with pytest.raises(zlib.error) as found:
        zlib.decompress(b"no deflate")
    assert fault_of(found.value, "http://phuhac.example/", Limits()).reason == because("fetch.packed")


def frontier(raw: Path, *, since: str | None = None, now: str = "2026-11-22T10:00:00Z", **limits: int) -> Frontier:
    site = Site("phuhac", ("phuhac.example",), start=("https://phuhac.example/",), limits=Limits(**limits))  # type: ignore[arg-type]
    return Frontier.open(open_index(raw, create=True), raw, site, now=now, since=since)


READ = Answer("read", "2026-11-22T10:00:01Z", 200)


def test_a_page_is_taken_once_and_a_broken_call_gives_it_back(tmp_path: Path) -> None:
    first = frontier(tmp_path)
    start = first.take(1.0)
    assert start is not None
    assert first.take(1.0) is None
    again = frontier(tmp_path)
    assert (again.run, again.broken_off) == (first.run, True)
    start = again.take(1.0)
    assert start is not None
    assert (start.url, start.tries) == ("https://phuhac.example/", 2)
    again.finish(start, READ, now=1.0, found=[Found("https://phuhac.example/a", "article", "Một bài")] * 2)
    page = again.take(1.0)
    assert page is not None
    assert (page.url, page.link_text, page.depth) == ("https://phuhac.example/a", "Một bài", 1)
    again.finish(page, Answer("retry", "2026-11-22T10:00:02Z", reason=Reason("x"), wait=30), now=1.0)
    assert again.take(30.0) is None
    assert again.next_time() == 31.0
    assert again.take(31.0) is not None


def test_a_page_that_always_breaks_the_crawl_is_given_up(tmp_path: Path) -> None:
    for _ in range(5):
        assert frontier(tmp_path, retries=1).take(1.0) is not None
    last = frontier(tmp_path, retries=1)
    assert last.take(1.0) is None
    assert last.reasons() == {("failed", because("fetch.broke_off")): 1}


def test_a_page_too_deep_is_left_with_its_reason(tmp_path: Path) -> None:
    crawl = frontier(tmp_path, depth=2)
    for step in range(4):
        page = crawl.take(1.0)
        if page is None:
            break
        name = "abcdefgh"[step]
        crawl.finish(page, READ, now=1.0, found=[Found(f"https://phuhac.example/{name}/", "list")])
    assert step == 3
    assert crawl.reasons() == {("refused", because("fetch.depth", links=2)): 1}


def test_what_a_chain_of_articles_leads_too_deep_is_had_from_a_list(tmp_path: Path) -> None:
    """Each article names the next one; the list, asked behind them, names some of them too."""
    crawl = frontier(tmp_path, depth=3)
    asked = []
    while (page := crawl.take(1.0)) is not None:
        name = page.url.rpartition("/")[2]
        asked.append(name)
        found = [Found(f"https://phuhac.example/{int(name) + 1}", "article")] if name.isdecimal() else []
        if not name:
            found = [Found("https://phuhac.example/1", "article"), Found("https://phuhac.example/tin", "list")]
        if name == "tin":
            found = [Found(f"https://phuhac.example/{n}", "article") for n in (3, 9)]
        crawl.finish(page, READ, now=1.0, found=found)
    # 3 stands two links away, not three: 4 may be asked, and 5 is too deep; 9 and 10 likewise.
    assert asked == ["", "1", "2", "3", "tin", "4", "9", "10"]
    assert crawl.reasons() == {("refused", because("fetch.depth", links=3)): 2}


def test_a_list_may_be_long_but_not_endless(tmp_path: Path) -> None:
    crawl = frontier(tmp_path, depth=2, barren=3)
    asked = 0
    while (page := crawl.take(1.0)) is not None:
        asked += 1
        number = int(page.url.rpartition("=")[2]) if "=" in page.url else 0
        found = [Found(f"https://phuhac.example/tin?p={number + 1}", "list")]
        if number <= 40:
            found.append(Found(f"https://phuhac.example/bai-{number}", "article"))
        crawl.finish(page, READ, now=1.0, found=found if page.kind != "article" else [])
    lists = asked - 41
    assert lists == 1 + 40 + 3
    ((state, reason),) = crawl.reasons()
    assert (state, reason) == ("refused", because("fetch.endless_chain", form="/tin?p=#", pages=3))


def test_a_redirect_loop_is_found_wherever_it_begins(tmp_path: Path) -> None:
    crawl = frontier(tmp_path)
    way = {"": "a", "a": "b", "b": "c", "c": "a"}
    while (page := crawl.take(1.0)) is not None:
        target = Found(f"https://phuhac.example/{way[page.url.rpartition('/')[2]]}", "article")
        crawl.finish(page, Answer("redirected", "2026-11-22T10:00:01Z", 302), now=1.0, target=target)
    troubles = {url.rpartition("/")[2]: reason for _, url, reason in crawl.troubles()}
    assert set(troubles) == {"a", "b", "c"}
    assert all(str(reason).startswith("redirect loop: ") for reason in troubles.values())


def test_what_a_run_left_at_its_limit_is_the_work_of_the_next(tmp_path: Path) -> None:
    first = frontier(tmp_path)
    page = first.take(1.0)
    assert page is not None
    first.finish(page, READ, now=1.0, found=[Found("https://phuhac.example/a", "article")])
    first.close("the limit", ended="2026-11-22T11:00:00Z")
    second = frontier(tmp_path, now="2026-11-23T10:00:00Z")
    assert second.run != first.run
    assert {p.url for p in iter(lambda: second.take(1.0), None) if p} == {
        "https://phuhac.example/", "https://phuhac.example/a",
    }  # fmt: skip
