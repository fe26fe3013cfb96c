"""What may be asked: the hosts that the user named, and no address of the network inside unless that was allowed."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from danvan.reasons import Reason, because
from danvan.sites import host_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred

ALLOW_PRIVATE = "DANVAN_ALLOW_PRIVATE"
"""The setting of the process that turns the resolver's check off."""

private_names: dict[str, str] = {}
"""Hosts whose name led to an address inside, and that address: what the resolver refused."""


class Guard:
    """Judges URLs before they are asked, redirects and robots.txt among them."""

    def __init__(self, hosts: Collection[str], *, allow_private: bool) -> None:
        self._hosts = frozenset(hosts)
        self._allow_private = allow_private

    def refusal(self, url: str) -> Reason | None:
        """Why this URL may not be asked; None where it may."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"}:
            return because("fetch.scheme", scheme=parts.scheme)
        if "@" in parts.netloc:
            return because("fetch.user_name")
        host = host_of(url)
        if host not in self._hosts:
            return because("fetch.other_host", host=host or "?")
        name = parts.hostname or ""
        if not self._allow_private and is_private(name):
            return because("fetch.private_address", address=name)
        return None


def is_private(name: str) -> bool:
    """Whether this is an IP address that is not one of the public network. Names of hosts are not."""
    try:
        address = ipaddress.ip_address(name.strip("[]").partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return not address.is_global or address.is_multicast


class GuardedResolver(CachingThreadedResolver):
    """Resolves names as Scrapy does, and refuses those that lead inside: the address that is checked is the one used.

    The names of proxies that the environment sets are let through: the user chose them.
    """

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, *, allow_private: bool = False) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._allow_private = allow_private
        self._proxies = {
            urlsplit(value if "//" in value else f"//{value}").hostname
            for key, value in os.environ.items()
            if key.lower() in {"http_proxy", "https_proxy", "all_proxy"} and value
        }

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> GuardedResolver:
        settings = crawler.settings
        allowed = settings.getbool(ALLOW_PRIVATE)
        return cls(reactor, settings.getint("DNSCACHE_SIZE"), settings.getfloat("DNS_TIMEOUT"), allow_private=allowed)

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:
        found = super().getHostByName(name, timeout)
        if not self._allow_private and name not in self._proxies:
            found.addCallback(self._check, name)
        return found

    def _check(self, address: str, name: str) -> str:
        if is_private(address):
            private_names[name] = address
            raise DNSLookupError(f"{name} leads to the private address {address}")
        return address
