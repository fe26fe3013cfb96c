"""Sites as data: what to fetch of a site, how politely, and where on its pages the parts of an article stand.

`rules/sites/<name>.toml` is a site; `rules/sites/systems/<name>.toml` holds what is common to the sites that one
system runs (NukeViet, VNPT portal …). A site says `system = "nukeviet"` and overrides what differs: its lists replace
those of the system, but `deny`, `drop` and `select.remove` add to them. A file of the same name in a later layer
(`--rules DIR`) is laid over the earlier one key by key; `disabled = true` takes a site out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import regex

from danvan.errors import RuleError
from danvan.messages import say
from danvan.ruleset import Profile, RuleSet

Pattern = Any
"""A compiled pattern of the `regex` package."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Select:
    """CSS selectors of the parts of an article, the first that finds something counts; all may be empty.

    `remove` names what is taken out of the page before anything is read.
    """

    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how fast. Times in seconds.

    `depth`: links from a start page to a page, steps from one page of a list to its next not counted. `pages`: asked
    in one run. `size`: bytes of an answer, unpacked too. `delay`: from one request to the next; a longer Crawl-delay of
    robots.txt goes before it. `retries` of a page that fails for a reason that may pass, first after `retry_wait`,
    then twice as long each time. `patience`: the longest Retry-After that is waited for. `barren`: pages of one list
    in a row that may give no link to an article that the list has not given before; then the list has ended.
    """

    depth: int = 10
    pages: int = 50_000
    size: int = 10 * MEGABYTE
    delay: float = 1.0
    concurrency: int = 1
    timeout: float = 60.0
    retries: int = 3
    retry_wait: float = 10.0
    patience: float = 600.0
    barren: int = 10


@dataclass(frozen=True, slots=True)
class Expect:
    """How many articles a whole crawl finds, if all is well; None where the site does not say."""

    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """One site. `hosts` are names in lower case, with a port where it is not the usual one.

    `list`, `article` and `deny` are searched in path and query of a URL ("/tin/bai-1.html?p=2"). `drop` names query
    parameters that do not change the page. `unit` is the administrative unit the site speaks for ("huyện X, tỉnh Y").
    `where` is the file that the profile comes from.
    """

    name: str
    hosts: tuple[str, ...]
    where: str = ""
    system: str | None = None
    start: tuple[str, ...] = ()
    sitemap: tuple[str, ...] = ()
    feed: tuple[str, ...] = ()
    list: tuple[Pattern, ...] = ()
    article: tuple[Pattern, ...] = ()
    deny: tuple[Pattern, ...] = ()
    drop: tuple[str, ...] = ()
    select: Select = field(default=Select())
    unit: str | None = None
    limits: Limits = field(default=Limits())
    expect: Expect = field(default=Expect())
    encoding: str | None = None
    any_certificate: bool = False
    """Whether https is asked without checking who answers: the site's certificate is its own, or has run out."""

    def kind_of(self, url: str) -> Literal["article", "list", "page"] | None:
        """What a URL of this site is: "article", "list", "page" where no pattern tells; None for one to leave alone.

        Where the profile knows articles by a pattern, only those and lists are worth asking.
        """
        target = target_of(url)
        if self._any(self.deny, target):
            return None
        if self._any(self.article, target):
            return "article"
        if self._any(self.list, target):
            return "list"
        return None if self.article else "page"

    def _any(self, patterns: Iterable[Pattern], target: str) -> bool:
        for pattern in patterns:
            try:
                if pattern.search(target, timeout=1.0):
                    return True
            except TimeoutError:
                raise RuleError(say("sites.slow", where=self.where, pattern=pattern.pattern)) from None
        return False


@dataclass(frozen=True, slots=True)
class System:
    """What the sites of one system have in common: the raw tables of its file."""

    name: str
    where: str
    table: Mapping[str, Any]

    @property
    def marks(self) -> tuple[str, ...]:
        """Texts in lower case of which a page of this system has one in its source; empty where none is sure."""
        return tuple(mark.lower() for mark in _strings(self.where, "marks", self.table.get("marks")))

    @property
    def select(self) -> Select:
        return _select(self.where, _table(self.where, "select", self.table))


_PATTERNS: Final = ("list", "article", "deny")
_TEXTS: Final = ("start", "sitemap", "feed", "drop")
_ADDED: Final = ("deny", "drop")
_KEYS: Final = {
    "name", "system", "hosts", *_TEXTS, *_PATTERNS, "select", "unit", "limits", "expect", "encoding", "certificate",
    "disabled",
}  # fmt: skip
_SYSTEM_KEYS: Final = (_KEYS - {"hosts", "start", "system", "unit", "expect", "disabled"}) | {"marks"}
_PARTS: Final = tuple(f.name for f in fields(Select))
_BOUNDS: Final[Mapping[str, tuple[float, float]]] = {
    "depth": (0, 1000), "pages": (1, 10_000_000), "size": (1024, 64 * MEGABYTE), "delay": (0, 86_400),
    "concurrency": (1, 8), "timeout": (0.1, 3600), "retries": (0, 20), "retry_wait": (0, 86_400),
    "patience": (0, 86_400), "barren": (1, 100_000),
}  # fmt: skip
_HOST: Final = regex.compile(
    r"(?:[\p{L}\p{N}_][\p{L}\p{N}_-]{0,62})(?:\.[\p{L}\p{N}_][\p{L}\p{N}_-]{0,62}){0,20}(?::\d{1,5})?|\[[0-9a-f:.]{2,45}\](?::\d{1,5})?"
)


def load_sites(rules: RuleSet) -> Mapping[str, Site]:
    """The sites of all layers by name, in the order of their names.

    Raises RuleError, one line with file, key and remedy, for a profile that is wrong.
    """
    found: Mapping[str, Site] | None = rules.cache.get("sites")
    if found is None:
        found = rules.cache["sites"] = _read_all(rules.profiles)
    return found


def load_systems(rules: RuleSet) -> Mapping[str, System]:
    """The systems of all layers by name. Raises RuleError as `load_sites` does."""
    tables = _merged(p for p in rules.profiles if p.name.startswith("systems/"))
    return {name: _system(name, where, table) for name, (where, table) in sorted(tables.items())}


def site_of(url: str, sites: Mapping[str, Site]) -> Site | None:
    """The site whose hosts hold the host of this URL; None where no profile names it."""
    host = host_of(url)
    return next((site for site in sites.values() if host in site.hosts), None)


def host_of(url: str) -> str:
    """The host in lower case, with its port where it is not the usual one of the scheme; "" where there is none."""
    try:
        parts = urlsplit(url)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    name = f"[{name}]" if ":" in name else name.rstrip(".")
    return name if port is None or port == {"http": 80, "https": 443}.get(parts.scheme) else f"{name}:{port}"


def target_of(url: str) -> str:
    """Path and query of a URL: what patterns are searched in."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _read_all(profiles: Iterable[Profile]) -> Mapping[str, Site]:
    profiles = tuple(profiles)
    systems = {
        name: _system(name, where, table)
        for name, (where, table) in _merged(p for p in profiles if p.name.startswith("systems/")).items()
    }
    tables = _merged(p for p in profiles if not p.name.startswith("systems/"))
    sites = {name: _site(name, where, table, systems) for name, (where, table) in sorted(tables.items())}
    owners: dict[str, Site] = {}
    for site in sites.values():
        for host in site.hosts:
            other = owners.setdefault(host, site)
            if other is not site:
                raise RuleError(say("sites.host_twice", where=site.where, host=host, other=other.where))
    return sites


def _merged(profiles: Iterable[Profile]) -> dict[str, tuple[str, dict[str, Any]]]:
    """The tables by name, later layers laid over earlier ones key by key."""
    tables: dict[str, tuple[str, dict[str, Any]]] = {}
    for profile in profiles:
        try:
            table = tomllib.loads(profile.content.decode("utf-8-sig"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise RuleError(say("sites.not_toml", where=profile.where, reason=error)) from None
        name = profile.name.rpartition("/")[2].removesuffix(".toml")
        if not regex.fullmatch(r"[a-z0-9][a-z0-9._-]{0,63}", name):
            raise RuleError(say("sites.file_name", where=profile.where))
        if table.get("name", name) != name:
            raise RuleError(say("sites.other_name", where=profile.where, name=table["name"], stem=name))
        if table.get("disabled"):
            if tables.pop(name, None) is None:
                raise RuleError(say("sites.not_there", where=profile.where, name=name))
            continue
        _, before = tables.get(name, ("", {}))
        tables[name] = profile.where, _over(before, table)
    return tables


def _over(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    laid = dict(before)
    for key, value in after.items():
        old = laid.get(key)
        laid[key] = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
    return laid


def _system(name: str, where: str, table: Mapping[str, Any]) -> System:
    _check_keys(where, table, _SYSTEM_KEYS)
    # Read once by itself, so that a wrong system is told of in its own file.
    _read(name, where, table, ("a.system.invalid",))
    _strings(where, "marks", table.get("marks"))
    return System(name, where, table)


def _site(name: str, where: str, table: Mapping[str, Any], systems: Mapping[str, System]) -> Site:
    _check_keys(where, table, _KEYS)
    hosts = _strings(where, "hosts", table.get("hosts"))
    if not hosts:
        raise RuleError(say("sites.no_hosts", where=where))
    for host in hosts:
        if not _HOST.fullmatch(host.lower()):
            raise RuleError(say("sites.host", where=where, host=host))
    chosen = table.get("system")
    if chosen is not None and chosen not in systems:
        raise RuleError(say("sites.system", where=where, name=chosen, names=", ".join(sorted(systems))))
    whole = _inherited(where, systems[chosen].table, table) if chosen is not None else table
    return _read(name, where, whole, tuple(host.lower() for host in hosts))


def _inherited(where: str, system: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    whole = _over(system, own)
    for key in _ADDED:
        whole[key] = [*_strings(where, key, system.get(key)), *_strings(where, key, own.get(key))]
    removed = [
        *_strings(where, "select.remove", _table(where, "select", system).get("remove")),
        *_strings(where, "select.remove", _table(where, "select", own).get("remove")),
    ]
    whole["select"] = {**_table(where, "select", whole), "remove": removed}
    return whole


def _read(name: str, where: str, table: Mapping[str, Any], hosts: tuple[str, ...]) -> Site:
    urls = {key: _strings(where, key, table.get(key)) for key in _TEXTS}
    for key in ("start", "sitemap", "feed"):
        urls[key] = tuple(_url(where, key, url, hosts) for url in urls[key])
    patterns = {key: _patterns(where, key, table.get(key)) for key in _PATTERNS}
    if "start" not in table:
        urls["start"] = (f"https://{hosts[0]}/",)
    return Site(
        name=name,
        hosts=hosts,
        where=where,
        system=table.get("system"),
        **urls,
        **patterns,
        select=_select(where, _table(where, "select", table)),
        unit=_text(where, "unit", table.get("unit")),
        limits=_limits(where, _table(where, "limits", table)),
        expect=_expect(where, _table(where, "expect", table)),
        encoding=_encoding(where, table.get("encoding")),
        any_certificate=_certificate(where, table.get("certificate")),
    )


def _check_keys(where: str, table: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(table) - known):
        raise RuleError(say("sites.key", where=where, field=unknown[0], names=", ".join(sorted(known))))


def _table(where: str, key: str, table: Mapping[str, Any]) -> Mapping[str, Any]:
    inner = table.get(key, {})
    if not isinstance(inner, Mapping):
        raise RuleError(say("sites.table", where=where, field=key))
    return inner


def _strings(where: str, key: str, value: Any) -> tuple[str, ...]:
    """One text or a list of texts."""
    listed = [value] if isinstance(value, str) else ([] if value is None else value)
    if not isinstance(listed, list | tuple) or not all(isinstance(v, str) and v.strip() for v in listed):
        raise RuleError(say("sites.texts", where=where, field=key))
    return tuple(listed)


def _text(where: str, key: str, value: Any) -> str | None:
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise RuleError(say("sites.texts", where=where, field=key))
    return value


def _url(where: str, key: str, url: str, hosts: tuple[str, ...]) -> str:
    """An address of the site; one that begins with "/" is below the first host."""
    whole = f"https://{hosts[0]}{url}" if url.startswith("/") else url
    if not whole.startswith(("http://", "https://")) or host_of(whole) not in hosts:
        raise RuleError(say("sites.url", where=where, field=key, url=url))
    return whole


def _patterns(where: str, key: str, value: Any) -> tuple[Pattern, ...]:
    compiled = []
    for source in _strings(where, key, value):
        try:
            compiled.append(regex.compile(source, regex.V1))
        except regex.error as error:
            raise RuleError(say("sites.pattern", where=where, field=key, pattern=source, reason=error)) from None
    return tuple(compiled)


def _select(where: str, table: Mapping[str, Any]) -> Select:
    from cssselect import SelectorError
    from cssselect.xpath import HTMLTranslator

    if unknown := sorted(set(table) - set(_PARTS)):
        raise RuleError(say("sites.key", where=where, field=f"select.{unknown[0]}", names=", ".join(_PARTS)))
    found = {}
    for part in _PARTS:
        found[part] = _strings(where, f"select.{part}", table.get(part))
        for css in found[part]:
            try:
                HTMLTranslator().css_to_xpath(css)
            except SelectorError as error:
                key = f"select.{part}"
                raise RuleError(say("sites.selector", where=where, field=key, css=css, reason=error)) from None
    return Select(**found)


def _limits(where: str, table: Mapping[str, Any]) -> Limits:
    if unknown := sorted(set(table) - set(_BOUNDS)):
        raise RuleError(say("sites.key", where=where, field=f"limits.{unknown[0]}", names=", ".join(_BOUNDS)))
    for key, value in table.items():
        low, high = _BOUNDS[key]
        whole = isinstance(getattr(Limits(), key), int)
        if isinstance(value, bool) or not isinstance(value, int if whole else int | float) or not low <= value <= high:
            raise RuleError(say("sites.limit", where=where, field=f"limits.{key}", low=low, high=high, value=value))
    return Limits(**table)


def _expect(where: str, table: Mapping[str, Any]) -> Expect:
    if unknown := sorted(set(table) - {"min", "max"}):
        raise RuleError(say("sites.key", where=where, field=f"expect.{unknown[0]}", names="min, max"))
    if any(isinstance(v, bool) or not isinstance(v, int) or v < 0 for v in table.values()):
        raise RuleError(say("sites.expect", where=where))
    expect = Expect(**table)
    if expect.min is not None and expect.max is not None and expect.min > expect.max:
        raise RuleError(say("sites.expect", where=where))
    return expect


_OLD_ENCODINGS: Final = ("tcvn3", "vni", "viscii", "vps")
"""Encodings that Python does not know; ingest/legacy.py does."""


def _certificate(where: str, value: Any) -> bool:
    if value not in {None, "checked", "any"}:
        raise RuleError(say("sites.certificate", where=where, value=value))
    return bool(value == "any")


def _encoding(where: str, value: Any) -> str | None:
    import codecs

    name = _text(where, "encoding", value)
    if name is None or name.lower() in _OLD_ENCODINGS:
        return name and name.lower()
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise RuleError(say("sites.encoding", where=where, name=name, names=", ".join(_OLD_ENCODINGS))) from None
