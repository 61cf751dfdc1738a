"""Which addresses may be asked.

Only the hosts of the catalogue, over https, at public addresses. A mirror that the user names
is the one exception: it is asked under its own origin, and plain http is allowed for it on this
machine only. Everything else, redirects among it, is refused before a connection is made.
"""

from __future__ import annotations

import ipaddress
import socket
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from core.errors import NetworkError, UsageError

Resolve = Callable[[str], list[str]]
"""The addresses of a host name; raises OSError when it has none."""


def system_resolve(host: str) -> list[str]:
    """Return the addresses the system's resolver gives for a host name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]


class UnreachableError(NetworkError):
    """A host cannot be reached at all: there is no network, or the host is down."""


class RefusedError(NetworkError):
    """An address may not be asked; asking again will not help."""


@dataclass(frozen=True)
class Mirror:
    """A server of the user's own that holds copies: host and path of each address under a base.

    With the base ``http://127.0.0.1:8000``, ``https://www.opm.gov/a.pdf`` is asked for at
    ``http://127.0.0.1:8000/www.opm.gov/a.pdf``.
    """

    base: str

    @classmethod
    def named(cls, base: str, *, where: str) -> Mirror:
        """Return the mirror a setting names.

        Args:
            base: The address, without a query.
            where: The setting, for messages.

        Raises:
            UsageError: when it is no https address (or http on this machine).
        """
        odd = UsageError(
            f'"{base}" is not the address of a mirror',
            where=where,
            hint="Give an address such as https://mirror.example or http://127.0.0.1:8000.",
        )
        try:
            parts = urlsplit(base)
            port_ok = parts.port is None or parts.port > 0
        except ValueError as error:
            raise odd from error
        more = bool(parts.username or parts.password or parts.query or parts.fragment)
        if parts.scheme not in ("https", "http") or not parts.hostname or more or not port_ok:
            raise odd
        if parts.scheme == "http" and not is_loopback(parts.hostname):
            raise UsageError(
                "plain http is allowed on this machine only",
                where=where,
                hint="Use https, or a mirror on 127.0.0.1.",
            )
        return cls(base.rstrip("/"))

    def address(self, url: str) -> str:
        """Return where the mirror holds the copy of an address."""
        return f"{self.base}/{url.removeprefix('https://')}"

    def holds(self, url: str) -> bool:
        """Return whether an address is of the mirror's own origin."""
        return _origin(url) == _origin(self.base)


@dataclass(frozen=True)
class Addresses:
    """The rule for what may be asked.

    Args:
        hosts: The catalogue's hosts.
        mirror: The user's mirror, or None.
        resolve: How host names are looked up.
    """

    hosts: frozenset[str]
    mirror: Mirror | None = None
    resolve: Resolve = field(default=system_resolve)

    def of(self, url: str) -> str:
        """Return the address to ask for a published one."""
        return url if self.mirror is None else self.mirror.address(url)

    def check(self, url: str) -> None:
        """Refuse an address that may not be asked.

        The names looked up here are looked up again when the connection is made. What stands
        between the two is the certificate: no private machine can show that of a listed host.

        Raises:
            RefusedError: when it may not.
            UnreachableError: when its host cannot be found.
        """
        if self.mirror is not None and self.mirror.holds(url):
            return
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme != "https" or host not in self.hosts or parts.port not in (None, 443):
            raise RefusedError(
                f"the address {_shown(url)} is not one of the catalogue's",
                where=host or parts.scheme,
                hint="Only the hosts of the catalogue are asked, over https.",
            )
        if _proxied(host):
            return
        try:
            found = self.resolve(host)
        except OSError as error:
            raise UnreachableError(
                "the host cannot be found", where=host, hint="Check the network, then try again."
            ) from error
        if not found or not all(_is_public(address) for address in found):
            raise RefusedError(
                "the host's address is not a public one",
                where=host,
                hint="Check the name service of this network.",
            )


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine, by address or as ``localhost``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_public(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return False


def _proxied(host: str) -> bool:
    """Return whether a proxy of this machine looks the host up instead of us."""
    proxies = urllib.request.getproxies()
    return bool(proxies.get("https") or proxies.get("all")) and not urllib.request.proxy_bypass(
        host
    )


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, (parts.hostname or ""), port


def _shown(url: str) -> str:
    return url if len(url) <= 120 else f"{url[:119]}…"
