"""One page under a profile, for the one who writes it: what each selector finds, and the article that comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path

from danvan.errors import ReadError, UsageError
from danvan.ingest.decode import decode_file
from danvan.ingest.drafts import drafts_of
from danvan.ingest.load import Load, Unreadable
from danvan.ingest.page_rows import fold
from danvan.ingest.selected import elements_of, profile_of
from danvan.messages import say
from danvan.raw.index import is_raw_store, open_index, read_stored, stored_pages
from danvan.reasons import because
from danvan.ruleset import RuleSet
from danvan.sites import Select, Site, load_sites
from danvan.text.article import Draft


@dataclass(frozen=True, slots=True)
class Tried:
    """One selector on the page: its part, how many elements it finds, and the text of the first that has one."""

    part: str
    selector: str
    found: int
    text: str | None


@dataclass(frozen=True, slots=True)
class Trial:
    """A page that was tried. `profile` is the site or system whose selectors were used, None where none is known."""

    profile: str | None
    tried: tuple[Tried, ...]
    articles: tuple[Draft | Unreadable, ...]


def try_page(page: str, rules: RuleSet, *, site: Site | None = None, raw: Path) -> Trial:
    """Reads a saved page, or one of the raw store by its address, as a page of `site` where it is given.

    Raises UsageError where there is no such page, ReadError where it is none.
    """
    load = _of_store(page, raw) if page.startswith(("http://", "https://")) else _of_file(page, site)
    assert isinstance(load.data, bytes)
    html = decode_file(load.data, html=True, rules=rules).text
    found = profile_of(html, load.url, rules)
    select = site.select if site is not None else found.select if found is not None else Select()
    name = site.name if site is not None else found.name if found is not None else None
    return Trial(name, tuple(_try_all(html, select)), tuple(drafts_of(load, rules)))


def named_site(name: str, rules: RuleSet) -> Site:
    """The site of this name. Raises UsageError where there is none."""
    sites = load_sites(rules)
    if name not in sites:
        raise UsageError(say("sites.unknown", name=name, names=", ".join(sites)))
    return sites[name]


def _try_all(html: str, select: Select) -> Iterator[Tried]:
    import lxml.etree  # type: ignore[import-untyped]
    import lxml.html  # type: ignore[import-untyped]

    try:
        tree = lxml.html.fromstring(html, parser=lxml.html.HTMLParser(huge_tree=True))
    except (ValueError, lxml.etree.LxmlError, AssertionError):
        raise ReadError(because("read.no_html")) from None
    for part in fields(Select):
        for css in getattr(select, part.name):
            elements = list(elements_of(tree, css))
            texts = (fold(element.text_content()) or element.get("datetime") for element in elements)
            yield Tried(part.name, css, len(elements), next((text for text in texts if text), None))


def _of_file(page: str, site: Site | None) -> Load:
    path = Path(page)
    if not path.is_file():
        raise UsageError(say("path.missing", path=page))
    data = path.read_bytes()
    url = None if site is None else f"https://{site.hosts[0]}/"
    return Load("page", data, path.name, page, page, len(data), url=url)


def _of_store(url: str, raw: Path) -> Load:
    """The newest version of the page that the raw store holds."""
    if is_raw_store(raw):
        with closing(open_index(raw)) as con:
            versions = [page for page in stored_pages(con) if page.url == url]
        if versions:
            body = read_stored(raw, versions[-1]).body
            return Load("page", body, url, versions[-1].site, url, len(body), url=url)
    raise UsageError(say("sites.not_stored", url=url, raw=raw))
