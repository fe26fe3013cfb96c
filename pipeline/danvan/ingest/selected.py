"""The reading of a page by the selectors of its site, or of the system that runs it, recognised by its marks."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from danvan.ingest.page_rows import Row, fold, lineage
from danvan.ruleset import RuleSet
from danvan.sites import Select, load_sites, load_systems, site_of

_BODY = 80
"""Characters of a body without which the selectors have found nothing."""
_NEAR = 5
"""Rows around the article in which its day stands."""
_FOREIGN = {"aside", "footer", "nav"}


@dataclass(frozen=True, slots=True)
class Profile:
    """Selectors and whose they are. `sure`: the page's host is that of a site, not just marks of a system.

    `unit` is the administrative unit that the site speaks for, None where its profile does not say.
    """

    name: str
    select: Select
    sure: bool
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Selected:
    """The rows of the parts that selectors found, in order; `dates` are texts of the elements with the day."""

    title: int | None
    lead: tuple[int, ...]
    body: tuple[int, ...]
    byline: tuple[int, ...]
    captions: frozenset[int]
    dates: tuple[str, ...]
    author: str | None


def profile_of(page: str, url: str | None, rules: RuleSet) -> Profile | None:
    """The profile of the page's host, else that of the system whose marks the page bears. None where nothing tells."""
    if url and (site := site_of(url, load_sites(rules))) is not None:
        return Profile(site.name, site.select, True, site.unit)
    low = page.lower()
    for name, marks, select in _systems(rules):
        if any(mark in low for mark in marks):
            return Profile(name, select, False)
    return None


def _systems(rules: RuleSet) -> Sequence[tuple[str, tuple[str, ...], Select]]:
    known: list[tuple[str, tuple[str, ...], Select]] | None = rules.cache.get("page.systems")
    if known is None:
        known = [(s.name, s.marks, s.select) for s in load_systems(rules).values() if s.marks]
        rules.cache["page.systems"] = known
    return known


def removed(tree: Any, select: Select) -> set[Any]:
    """The elements that a profile takes out of the page."""
    return {element for css in select.remove for element in elements_of(tree, css)}


def read_selected(tree: Any, rows: Sequence[Row], select: Select) -> Selected | None:
    """What the selectors find on a page; None where they find no body. Rows that are furniture are left out."""
    homes = _rows_of(rows)
    body: tuple[int, ...] = ()
    for css in select.body:
        bodies = [tuple(i for i in homes.get(e, ()) if not rows[i].is_link) for e in elements_of(tree, css)]
        body = max(bodies, key=lambda found: _length(rows, found), default=())
        if _length(rows, body) >= _BODY:
            break
    else:
        return None
    title = next((i for i in _first(tree, select.title, homes) if len(rows[i].text.split()) >= 3), None)
    inside = set(body)
    lead = tuple(i for i in _first(tree, select.lead, homes) if i <= body[-1] and not rows[i].is_link)
    dates, dated = _dates(tree, select.date, homes)
    if not all((title if title is not None else body[0]) - _NEAR <= i <= body[-1] + _NEAR for i in dated):
        # The page's clock, or the day of other news.
        dates, dated = [], []
    authors = [i for i in _first(tree, select.author, homes) if i not in inside or i > body[-1] - 3]
    captions = frozenset(
        i for css in ("figcaption", *select.caption) for e in elements_of(tree, css) for i in homes.get(e, ())
    )
    byline = tuple(sorted({*dated, *authors} - inside))
    author = rows[authors[0]].text if authors else None
    return Selected(title, lead, body, byline, captions, tuple(dates), author)


def _length(rows: Sequence[Row], found: Sequence[int]) -> int:
    return sum(len(rows[i].text) for i in found)


def _rows_of(rows: Sequence[Row]) -> Mapping[Any, list[int]]:
    """The rows in each element."""
    homes: dict[Any, list[int]] = {}
    for i, row in enumerate(rows):
        for element in lineage(row.home):
            homes.setdefault(element, []).append(i)
        # A byline's <span> is no line of its own: the line is the one that holds it.
        for piece in row.pieces:
            node = piece.node if piece.node is None or not piece.tail else piece.node.getparent()
            while node is not None and node is not row.home:
                held = homes.setdefault(node, [])
                if not held or held[-1] != i:
                    held.append(i)
                node = node.getparent()
    return homes


def _first(tree: Any, selectors: Sequence[str], homes: Mapping[Any, list[int]]) -> list[int]:
    """The rows of the first element that a selector finds with a text."""
    for css in selectors:
        for element in elements_of(tree, css):
            if found := homes.get(element):
                return found
    return []


def _dates(tree: Any, selectors: Sequence[str], homes: Mapping[Any, list[int]]) -> tuple[list[str], list[int]]:
    """What the elements with the day say, and their rows: of the first selector that finds a day."""
    from danvan.ingest.metadata import read_iso

    for css in selectors:
        for element in elements_of(tree, css):
            said = [v for v in (element.get("datetime"), fold(element.text_content())) if v and read_iso(v)]
            if said and len(said[-1]) <= 200:
                return said, list(homes.get(element, ()))
    return [], []


def elements_of(tree: Any, css: str) -> Iterator[Any]:
    """What a selector finds outside of what is never the article: sidebars, menus, feet of pages."""
    for element in _path(css)(tree):
        if not any(e.tag in _FOREIGN for e in lineage(element)):
            yield element


@functools.lru_cache(1024)
def _path(css: str) -> Any:
    import lxml.etree  # type: ignore[import-untyped]
    from cssselect.xpath import HTMLTranslator

    return lxml.etree.XPath(HTMLTranslator().css_to_xpath(css))
