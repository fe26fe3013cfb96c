"""Addresses: one spelling for each page, and the form that the pages of one list have in common."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit, urlunsplit

import regex

from danvan.sites import Site, host_of, target_of

LONGEST = 2000
"""Characters of a URL; longer ones come from loops that add to the query, and servers refuse them."""

_NOISE = regex.compile(
    r"(?i)(?:utm_\w{1,20}|fbclid|gclid|zarsrc|gidzl|_ga|phpsessid|jsessionid|aspsessionid\w{0,20}|cfid|cftoken|sessionid)$"
)
"""Query parameters that tell where a reader came from, not what he reads."""
_SESSION = regex.compile(r"(?i);(?:jsessionid|phpsessid|sid)=[^/?;]{0,200}")
_FILES = regex.compile(
    r"(?i)\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|css|js|json|woff2?|ttf|eot|mp[34]|m4[av]|wav|avi|mov|wmv|flv|webm"
    r"|zip|rar|7z|gz|tar|exe|apk|xlsx?|pptx?|docx?|pdf|swf)$"
)
_NUMBER = regex.compile(r"\d+")


def clean_url(href: str, base: str, site: Site, *, file: bool = False) -> str | None:
    """The address that a link leads to, in the spelling under which the page is known; None for one to leave alone.

    Without fragment, session and campaign parameters, the usual port; the host in lower case; https where the start
    page of that host has it, for a site's own links often lag behind. Links to anything but http and https, with a
    password, to files that are no pages (unless `file`), or longer than `LONGEST` are None. The host is not judged.
    """
    from w3lib.url import safe_url_string

    try:
        url = urljoin(base, href.strip())
        parts = urlsplit(safe_url_string(url))
        if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
            return None
        path = _SESSION.sub("", parts.path) or "/"
        query = "&".join(p for p in parts.query.split("&") if p and not _is_noise(p, site))
        host = host_of(urlunsplit(parts))
        scheme = "https" if parts.scheme == "https" or host in _secure(site) else "http"
        cleaned: str = urlunsplit((scheme, host, path, query, ""))
    except ValueError:
        return None
    if len(cleaned) > LONGEST or "\x00" in cleaned:
        return None
    if not file and _FILES.search(path) and not any(p.search(target_of(cleaned)) for p in site.article):
        return None
    return cleaned


def _secure(site: Site) -> set[str]:
    return {host_of(url) for url in site.start if url.startswith("https://")}


def _is_noise(parameter: str, site: Site) -> bool:
    name = parameter.partition("=")[0]
    return _NOISE.match(name) is not None or name in site.drop


def form_of(url: str) -> str:
    """What the pages of one list have in common: path and query with "#" for every number ("/tin?page=#")."""
    form: str = _NUMBER.sub("#", target_of(url))
    return form


def repeats(url: str) -> bool:
    """Whether one piece of the path stands in it four times or more: a relative link that leads ever deeper."""
    pieces = [p for p in urlsplit(url).path.split("/") if len(p) > 2]
    return any(pieces.count(piece) >= 4 for piece in set(pieces))
