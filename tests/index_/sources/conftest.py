"""A real HTTP server on this machine that misbehaves on demand, and fictional documents.

Every document is made up for the tests; there is no office of lamps.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from index.library import Library
from index.sources.addresses import Addresses, Mirror
from index.sources.asking import Limits, Timing
from index.sources.catalogue import Source
from index.sources.holdings import Held, Holdings
from index.sources.sync import Sync, SyncProgress, SyncResult
from index.sources.web import Web
from tests.index_.lamp_documents import WordVectors

HOST = "lamps.example"

GUIDE = b"""<!DOCTYPE html><html><head><title>Guide to Lamp Keeping</title></head><body>
<h1>Guide to Lamp Keeping</h1>
<h2>Section 1. Lending lamps</h2>
<p>Lamps may be lent to a visitor for one evening when the keeper has tested the wick. A lamp
that smokes is never lent to anybody.</p>
<h2>Section 2. Counting oil</h2>
<p>Each Friday the keeper counts the jars of oil and writes the number in the green ledger.</p>
</body></html>"""

Answer = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request, with what the tests need to answer it."""

    server: Lamps
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.command, self.path, dict(self.headers)))
        answer = self.server.routes.get(self.path.partition("?")[0])
        if answer is None:
            self.reply(404, b"<html>no such page</html>", kind="text/html")
        else:
            answer(self)

    do_HEAD = do_GET  # noqa: N815

    def reply(
        self, status: int, body: bytes = b"", *, kind: str = "", stated: int = -1, **headers: str
    ) -> None:
        """Answer at once; ``stated`` is another length than the body's."""
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if stated < 0 else stated))
        if 0 <= len(body) < stated:
            self.close_connection = True
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


class Lamps(ThreadingHTTPServer):
    """The server: what it answers by path, and what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.routes: dict[str, Answer] = {}
        self.asked: list[tuple[str, str, dict[str, str]]] = []

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def at(self, path: str, answer: Answer) -> None:
        """Answer a path below the catalogue's host this way."""
        self.routes[f"/{HOST}{path}"] = answer

    def serve(self, path: str, body: bytes, kind: str = "text/html", **headers: str) -> None:
        """Answer a path with a document; conditions and ranges are not understood."""
        self.at(path, lambda r: r.reply(200, body, kind=kind, **headers))

    def handle_error(self, *_: object) -> None:
        """A client that goes away is what some tests are about."""


@pytest.fixture
def lamps() -> Iterator[Lamps]:
    """The server, running."""
    server = Lamps()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def source(name: str = "lamp-keeping", **fields: object) -> Source:
    """Return a catalogue entry of a fictional document."""
    return Source.model_validate(
        {
            "name": name,
            "title": "Guide to Lamp Keeping (fictional)",
            "kind": "guide",
            "url": f"https://{HOST}/{name}.html",
            "format": "html",
            "publisher": "nobody",
            "good_for": "keeping lamps",
            "verified": "no",
            **fields,
        }
    )


@dataclass
class Clock:
    """Time that passes only by sleeping (and a little by looking)."""

    at: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        self.at += 0.0001
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 2))
        self.at += seconds

    def now(self) -> datetime:
        return datetime.fromtimestamp(1_900_000_000 + self.at, UTC)

    @property
    def timing(self) -> Timing:
        return Timing(monotonic=self.monotonic, sleep=self.sleep, now=self.now, jitter=lambda: 1.0)


class Desk:
    """A library, a catalogue's rules, and a way to sync against the server."""

    def __init__(self, home: Path, lamps: Lamps) -> None:
        self.home, self.clock = home, Clock()
        self.addresses = Addresses(frozenset({HOST}), Mirror.named(lamps.base, where="test"))
        self.limits = Limits(read=2.0, connect=2.0, size=1024 * 1024)
        self.told: list[SyncProgress] = []

    def web(self) -> Web:
        return Web(self.addresses, limits=self.limits, timing=self.clock.timing)

    def sync(self, *sources: Source) -> list[SyncResult]:
        with self.web() as web, Library.open(self.home, WordVectors()) as library:
            sync = Sync(library, self.addresses, web, timing=self.clock.timing)
            return sync.run(sources or (source(),), self.told.append)

    def documents(self) -> list[str]:
        with Library.open(self.home, WordVectors()) as library:
            return [info.id for info in library.documents()]

    def passages(self) -> list[str]:
        with Library.open(self.home, WordVectors()) as library:
            assert library.verify() == []
            return [passage.text for passage in library.passages()]


@pytest.fixture
def desk(tmp_path: Path, lamps: Lamps) -> Desk:
    """Everything a sync needs, in a data folder of its own."""
    return Desk(tmp_path / "home", lamps)


def held(desk: Desk, name: str = "lamp-keeping") -> Held:
    """Return what is held of a source."""
    return Holdings(desk.home).all()[name]


def refusal(desk: Desk, *sources: Source) -> str:
    """Return why the only source failed; nothing must be held of it."""
    (result,) = desk.sync(*sources)
    assert result.status == "failed"
    assert "\n" not in result.message
    assert Holdings(desk.home).all() == {}
    assert list((desk.home / "sources" / "files").glob("*")) == []
    assert desk.documents() == []
    return result.message
