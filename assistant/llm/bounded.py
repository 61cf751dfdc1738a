"""Bounds on what a model's server can do to this machine: bytes, time, and where it sends one.

Whatever package a provider comes in, its HTTP client is found and bounded at the transport. The
body is unpacked here, a little at a time, so that a small body that unpacks to gigabytes is given
up at the bound. A whole answer has a deadline, from the first byte asked to the last one read, and
redirects are not followed: a prompt goes to the server that was named and to no other.
"""

from __future__ import annotations

import importlib
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from assistant.llm.calling import nonsense, too_slow
from assistant.llm.providers import Endpoint
from core.errors import ModelError

LARGEST_ANSWER = 2 * 1024 * 1024
"""Bytes of a server's answer, unpacked, after which it is given up: choices are some 4 000."""
LONGEST_ANSWER = 3
"""How many timeouts a whole answer may take, however steadily it trickles in."""
CONNECT = 10.0
"""Seconds in which a server must take the connection."""
_PIECE = 64 * 1024
_PACKED = ("gzip", "x-gzip", "deflate")
_HOLDERS = ("client", "_client", "root_client", "sync_client", "http_client", "_http_client")
"""Attributes under which the packages keep their clients."""
_DEPTH = 5


def bound(model: object, endpoint: Endpoint, largest: int = LARGEST_ANSWER) -> int:
    """Bound every HTTP client that a model's object holds, and return how many there are.

    Args:
        model: A chat model or an embedding model of LangChain.
        endpoint: Its server, for the timeout and for messages.
        largest: Bytes of one answer after which it is given up.
    """
    clients = _clients(model)
    for client, library in clients:
        client.timeout = library.Timeout(endpoint.timeout, connect=min(CONNECT, endpoint.timeout))
        client.follow_redirects = False
        client.headers["accept-encoding"] = ", ".join(("gzip", "deflate"))
        client.event_hooks = {"response": [_hook(library, endpoint, largest)]}
        send = type(client).send.__get__(client)
        # Set on this client alone; the packages share no client between two models.
        client.send = _patient(send, library, endpoint)
    return len(clients)


def _clients(model: object) -> list[tuple[Any, Any]]:
    """Return the synchronous clients below an object, each with the library it is of."""
    found: dict[int, tuple[Any, Any]] = {}
    seen: set[int] = set()
    level = [model]
    for _ in range(_DEPTH):
        below: list[object] = []
        for one in level:
            if one is None or id(one) in seen:
                continue
            seen.add(id(one))
            library = _library(one)
            if library is not None:
                found[id(one)] = (one, library)
                continue
            below += [getattr(one, name, None) for name in _HOLDERS]
        level = below
    return list(found.values())


def _library(one: object) -> Any:
    """Return httpx or httpx2 when an object is a client of it, else None."""
    for kind in type(one).__mro__:
        root = kind.__module__.partition(".")[0]
        if kind.__name__ == "Client" and root in {"httpx", "httpx2"}:
            return importlib.import_module(root)
    return None


def _hook(library: Any, endpoint: Endpoint, largest: int) -> Callable[[Any], None]:
    """Return what takes each response in hand before its body is read."""

    class Bounded(library.SyncByteStream):  # type: ignore[misc]
        def __init__(self, inner: Any, packed: bool) -> None:
            self._inner = inner
            self._packed = packed
            self._until = time.monotonic() + endpoint.timeout * LONGEST_ANSWER

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for piece in self._unpacked():
                size += len(piece)
                if size > largest:
                    raise _too_large(endpoint, largest)
                yield piece

        def _unpacked(self) -> Iterator[bytes]:
            unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
            came = 0
            for chunk in self._inner:
                came += len(chunk)
                if came > largest:
                    raise _too_large(endpoint, largest)
                if time.monotonic() > self._until:
                    raise _too_long(endpoint)
                if not self._packed:
                    yield chunk
                    continue
                left = chunk
                while left:
                    try:
                        piece = unpacker.decompress(left, _PIECE)
                    except zlib.error as error:
                        raise nonsense(endpoint) from error
                    yield piece
                    left = unpacker.unconsumed_tail

        def close(self) -> None:
            self._inner.close()

    def take(response: Any) -> None:
        packing = response.headers.get("content-encoding", "").strip().lower()
        if packing not in {"", "identity", *_PACKED}:
            raise nonsense(endpoint)
        # The body is unpacked here, so that the client does not do it without a bound.
        for name in ("content-encoding", "content-length"):
            if name in response.headers:
                del response.headers[name]
        response.stream = Bounded(response.stream, packing in _PACKED)

    return take


def _patient(send: Callable[..., Any], library: Any, endpoint: Endpoint) -> Callable[..., Any]:
    """Return a client's way of sending with a deadline on all of it, head and body."""

    def patient(*args: Any, **options: Any) -> Any:
        came: list[Any] = []

        def go() -> None:
            try:
                came.append(send(*args, **options))
            except BaseException as error:  # noqa: BLE001 - raised again where it is awaited
                came.append(error)

        # A head that trickles in resets every timeout of the client; a thread can be left behind.
        worker = threading.Thread(target=go, daemon=True)
        worker.start()
        worker.join(endpoint.timeout * LONGEST_ANSWER)
        if not came:
            raise _too_long(endpoint)
        answer = came[0]
        if isinstance(answer, library.ReadTimeout):
            # Raised as an error of this program, which the packages do not try again.
            raise too_slow(endpoint) from answer
        if isinstance(answer, BaseException):
            raise answer
        return answer

    return patient


def _too_large(endpoint: Endpoint, largest: int) -> ModelError:
    return ModelError(
        f"the model server {endpoint.host} sent more than {largest // 1024 // 1024} MB for one "
        "answer",
        hint=f"Name another model, or unset {endpoint.variable}.",
    )


def _too_long(endpoint: Endpoint) -> ModelError:
    return ModelError(
        f"the model server {endpoint.host} took more than "
        f"{endpoint.timeout * LONGEST_ANSWER:g} seconds over one answer",
        hint="Try again, or set FES_MODEL_TIMEOUT to more seconds.",
    )
