"""The server itself, and the fixture that runs it for a test."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

import pytest

from tests.assistant_.fake_openai.answers import failure, quoting
from tests.assistant_.fake_openai.messages import KEY, MODEL, Answer, Asked, Mode, Reply, as_reply


class _Server(ThreadingHTTPServer):
    """Clients that hang up, as they do on answers without end, are no news."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class FakeOpenAI:
    """The server: give it answers in order; the last one repeats.

    ``refuses`` are the ways of asking for structure it rejects with HTTP 400, as servers do
    that do not know them. Asking again after that does not use up an answer.
    """

    def __init__(self, *answers: Answer, refuses: tuple[Mode, ...] = ()) -> None:
        self.answers: list[Answer] = list(answers) or [quoting()]
        self.refuses = refuses
        self.requests: list[Asked] = []
        self._next = 0
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._server: _Server | None = None

    def script(self, *answers: Answer, refuses: tuple[Mode, ...] = ()) -> None:
        """Replace the answers from here on."""
        with self._lock:
            self.answers, self.refuses, self._next = list(answers), refuses, 0

    @property
    def base_url(self) -> str:
        """The value for OPENAI_BASE_URL."""
        return f"http://{self.host}/v1"

    @property
    def host(self) -> str:
        """The host and port, as an error message names them."""
        assert self._server is not None
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def chats(self) -> list[Asked]:
        """The chat requests received so far."""
        return [asked for asked in self.requests if asked.path.endswith("/chat/completions")]

    def environment(self) -> dict[str, str]:
        """What to set so that the program talks to this server."""
        return {
            "FES_MODEL": f"openai:{MODEL}",
            "OPENAI_BASE_URL": self.base_url,
            "OPENAI_API_KEY": KEY,
        }

    def __enter__(self) -> Self:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                return

            def do_GET(self) -> None:
                fake._serve(self, {})

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                fake._serve(self, json.loads(self.rfile.read(length) or b"{}"))

        self._server = _Server(("127.0.0.1", 0), Handler)
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    def _serve(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        asked = Asked(handler.path, {k.lower(): v for k, v in handler.headers.items()}, body)
        with self._lock:
            self.requests.append(asked)
        try:
            self._send(handler, asked, self._reply(asked))
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True

    def _reply(self, asked: Asked) -> Reply:
        if asked.path.endswith("/models"):
            return Reply(body=json.dumps({"object": "list", "data": [{"id": MODEL}]}).encode())
        if asked.path.endswith("/chat/completions") and asked.mode in self.refuses:
            return failure(400, f"{asked.mode} is not supported by this server", "unsupported")
        with self._lock:
            answer = self.answers[min(self._next, len(self.answers) - 1)]
            if asked.path.endswith("/chat/completions") or isinstance(answer, Reply):
                self._next += 1
        if asked.path.endswith("/embeddings") and not isinstance(answer, Reply):
            return _embeddings(asked)
        return as_reply(answer, asked)

    def _send(self, handler: BaseHTTPRequestHandler, asked: Asked, reply: Reply) -> None:
        if reply.wait:
            self._stop.wait(reply.wait)
        body, kind = reply.body, reply.type
        if asked.body.get("stream") and reply.status == 200 and kind == "application/json":
            body, kind = _as_stream(body), "text/event-stream"
        handler.send_response(reply.status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        if not reply.drip:
            handler.wfile.write(body)
            return
        for start in range(len(body)):
            if self._stop.is_set():
                return
            handler.wfile.write(body[start : start + 1])
            time.sleep(reply.drip)


def _as_stream(body: bytes) -> bytes:
    whole = json.loads(body)
    choice = whole["choices"][0]
    message = choice["message"]
    for index, call in enumerate(message.get("tool_calls") or []):
        call["index"] = index
    chunk = {**whole, "object": "chat.completion.chunk", "usage": None}
    first = {**chunk, "choices": [{"index": 0, "delta": message, "finish_reason": None}]}
    last = {
        **chunk,
        "choices": [{"index": 0, "delta": {}, "finish_reason": choice["finish_reason"]}],
    }
    events = [f"data: {json.dumps(event)}\n\n" for event in (first, last)]
    return ("".join(events) + "data: [DONE]\n\n").encode()


def _embeddings(asked: Asked) -> Reply:
    """Eight numbers a text, from a hash of its words: the same text gives the same vector."""
    given = asked.body.get("input", [])
    texts = [given] if isinstance(given, str) else given
    data = []
    for index, words in enumerate(texts):
        digest = hashlib.sha256(str(words).encode()).digest()
        vector = [byte / 255 for byte in digest[:8]]
        data.append({"object": "embedding", "index": index, "embedding": vector})
    body = {"object": "list", "data": data, "model": MODEL, "usage": {"prompt_tokens": 1}}
    return Reply(body=json.dumps(body).encode())


@pytest.fixture
def fake_openai(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeOpenAI]:
    """A running server, with the environment pointing at it; ``script`` sets its answers."""
    with FakeOpenAI(quoting()) as server:
        for name, value in server.environment().items():
            monkeypatch.setenv(name, value)
        yield server
