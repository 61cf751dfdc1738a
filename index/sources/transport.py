"""The HTTP library, and what it reports, in the words of this program."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from core.errors import NetworkError
from index.sources.addresses import RefusedError, UnreachableError, is_loopback

if TYPE_CHECKING:
    import httpx2


def client(*, connect: float, read: float, user_agent: str) -> httpx2.Client:
    """Return a client that follows no redirects, keeps no cookies and asks for plain bytes."""
    import httpx2

    trust = httpx2.create_ssl_context()
    direct = httpx2.HTTPTransport(verify=trust)
    return httpx2.Client(
        verify=trust,
        timeout=httpx2.Timeout(read, connect=connect),
        follow_redirects=False,
        limits=httpx2.Limits(max_connections=2, max_keepalive_connections=1),
        headers={"User-Agent": user_agent, "Accept-Encoding": "identity"},
        # A mirror on this machine is never asked through a proxy.
        mounts={f"all://{host}": direct for host in ("127.0.0.1", "localhost")},
    )


def send(used: httpx2.Client, method: str, url: str, headers: dict[str, str]) -> httpx2.Response:
    """Send a request and return the response without its body, which the caller closes."""
    used.cookies.clear()
    return used.send(used.build_request(method, url, headers=headers), stream=True)


def blocks(response: httpx2.Response) -> Iterator[bytes]:
    """Yield the body as it arrives, as sent: nothing is unpacked."""
    return response.iter_raw(chunk_size=None)


@contextmanager
def errors(host: str, as_raised: Callable[[NetworkError, bool], Exception]) -> Iterator[None]:
    """Turn what the library reports into our errors.

    Args:
        host: The host asked.
        as_raised: Makes what is raised from the error and whether another attempt may succeed.
    """
    import httpx2

    try:
        yield
    except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError) as error:
        if _is_about_trust(error):
            refused = RefusedError(
                "the server's certificate is not trusted",
                where=host,
                hint="Check the clock of this machine and the network it is on.",
            )
            raise as_raised(refused, False) from error
        hint = "Start the mirror, or name another." if is_loopback(host) else "Check the network."
        away = UnreachableError("the host cannot be reached", where=host, hint=hint)
        raise as_raised(away, True) from error
    except httpx2.TimeoutException as error:
        slow = NetworkError("the server stopped answering", where=host, hint="Try again later.")
        raise as_raised(slow, True) from error
    except httpx2.TransportError as error:
        broken = NetworkError(
            "the connection broke before the document was complete",
            where=host,
            hint="Try again: what has arrived is kept.",
        )
        raise as_raised(broken, True) from error
    except (httpx2.InvalidURL, httpx2.CookieConflict, httpx2.StreamError) as error:
        odd = NetworkError(f"the server cannot be asked ({error})", where=host)
        raise as_raised(odd, False) from error


def _is_about_trust(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError) or "CERTIFICATE" in str(error).upper():
            return True
        error = error.__cause__ or error.__context__
    return False
