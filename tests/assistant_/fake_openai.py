"""A real HTTP server on this machine that speaks the OpenAI chat and embeddings API.

Tests script its answers and read back what it was asked; nothing leaves the machine::

    with FakeOpenAI(structured(draft)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        ...
    assert server.chats[0].says("2-5")

``fake_openai`` is the same as a fixture, with FES_MODEL, OPENAI_BASE_URL and OPENAI_API_KEY
set. :func:`quoting` chooses from the sentences it is offered, so it suits end-to-end tests on
documents the test does not know; :func:`lying` does so too and adds inventions.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal, Self

import pytest
from pydantic import BaseModel

KEY = "sk-test-never-shown-0123456789"
MODEL = "test-model"
INVENTED_QUOTE = "the incumbent shall in every instance be regarded as working at the pinnacle"
INVENTED_GRADE = "GS-15"

Mode = Literal["json_schema", "json_mode", "tools", "text"]


@dataclass(frozen=True)
class Asked:
    """One request as the server received it."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def mode(self) -> Mode:
        """How the client asked for structure."""
        kind = (self.body.get("response_format") or {}).get("type")
        if kind == "json_schema":
            return "json_schema"
        if kind == "json_object":
            return "json_mode"
        return "tools" if self.body.get("tools") else "text"

    @property
    def prompt(self) -> str:
        """All the words of the messages, system message first."""
        return "\n".join(str(message.get("content")) for message in self.body.get("messages", []))

    def says(self, words: str) -> bool:
        """Whether the words stand anywhere in the messages."""
        return words in self.prompt

    @property
    def looks_up(self) -> bool:
        """Whether the request lets the model use tools, rather than asks for choices."""
        names = [tool["function"]["name"] for tool in self.body.get("tools") or []]
        return "what_if" in names

    def block(self, name: str) -> str:
        """The words of one block of the prompt."""
        found = re.search(
            rf"^BEGIN {name}\n(.*?)^END {name}", self.prompt, re.DOTALL | re.MULTILINE
        )
        return found.group(1) if found else ""

    def offered(self, name: str) -> dict[str, str]:
        """What a block offers, by id."""
        return dict(re.findall(r"^\[(\S+)\] (.*)$", self.block(name), re.MULTILINE))

    def sentences(self) -> dict[str, tuple[str, str]]:
        """The (kind, words) of every sentence offered, by id."""
        parts = {k: re.match(r"\((\w+)\) (.*)", v) for k, v in self.offered("SENTENCES").items()}
        return {k: (m.group(1), m.group(2)) for k, m in parts.items() if m}


@dataclass(frozen=True)
class Reply:
    """What the server sends: a status, a body, and how slowly."""

    status: int = 200
    body: bytes = b""
    type: str = "application/json"
    wait: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0


Answer = Reply | Callable[[Asked], Reply]


# --- answers -----------------------------------------------------------------------------


def _plain(draft: BaseModel | dict[str, Any]) -> dict[str, Any]:
    return draft.model_dump() if isinstance(draft, BaseModel) else draft


def completion(message: dict[str, Any], finish: str = "stop") -> Reply:
    """A chat completion with this assistant message."""
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1700000000,
        "model": MODEL,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": None, **message},
                "finish_reason": finish,
            }
        ],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
    return Reply(body=json.dumps(body).encode())


def text(words: str) -> Reply:
    """An answer whose content is these words, whatever was asked."""
    return completion({"content": words})


def cut_off(words: str) -> Reply:
    """An answer that ran into the server's length limit."""
    return completion({"content": words}, finish="length")


def structured(draft: BaseModel | dict[str, Any]) -> Answer:
    """A draft in whichever way the client asked for it."""
    value = _plain(draft)

    def answer(asked: Asked) -> Reply:
        if asked.mode == "tools":
            call = {
                "id": "call_1",
                "type": "function",
                "function": {
                    "name": asked.body["tools"][0]["function"]["name"],
                    "arguments": json.dumps(value),
                },
            }
            return completion({"tool_calls": [call]}, finish="tool_calls")
        return text(json.dumps(value))

    return answer


def choosing(choose: Callable[[Asked], list[dict[str, Any]]]) -> Answer:
    """Choices made from what a request offers; look-ups are answered with "ready"."""

    def answer(asked: Asked) -> Reply:
        if asked.looks_up:
            return text("ready")
        return _as_reply(structured({"choices": choose(asked)}), asked)

    return answer


def choice(asked: Asked, kind: str, side: str, *sentences: str, **more: Any) -> dict[str, Any]:
    """One choice in the real structure, on the level and the first aspect offered."""
    return {
        "level": asked.block("LEVEL").strip(),
        "aspect": next(iter(asked.offered("ASPECTS")), ""),
        "side": side,
        "kind": kind,
        "facts": [],
        "sentences": list(sentences),
        "gloss": "",
        **more,
    }


SIDE_OF = {
    "demand": "requires",
    "below": "requires",
    "decided_met": "for",
    "decided_not_met": "against",
    "below_met": "context",
}


def honest_choices(asked: Asked) -> list[dict[str, Any]]:
    """A sentence of each kind offered, and a fact beside a demand."""
    by_kind: dict[str, str] = {}
    for name, (kind, _) in asked.sentences().items():
        by_kind.setdefault(kind, name)
    found = [choice(asked, kind, SIDE_OF[kind], name) for kind, name in by_kind.items()]
    facts = list(asked.offered("FACTS"))
    if facts and "demand" in by_kind:
        found.append(choice(asked, "fact", "for", by_kind["demand"], facts=facts[:1]))
    return found


def quoting() -> Answer:
    """An honest model: it chooses from each kind of sentence that it is offered."""
    return choosing(honest_choices)


def lying() -> Answer:
    """Honest choices among inventions, in every field that could carry one."""

    def lies(asked: Asked) -> list[dict[str, Any]]:
        honest = honest_choices(asked)
        first = next(iter(asked.sentences()), "S1")
        invented = [
            choice(asked, "demand", "requires", INVENTED_QUOTE),
            choice(asked, "decided_met", "for", first, gloss=f"It is {INVENTED_GRADE}."),
            choice(asked, "fact", "for", first, facts=[f"The position is {INVENTED_GRADE}."]),
            choice(asked, INVENTED_GRADE, "for", first),
        ]
        told = [{**one, "gloss": f"It is {INVENTED_GRADE}, 4,480 points."} for one in honest]
        return [*invented, *told]

    return choosing(lies)


def failure(status: int, message: str, code: str | None = None) -> Reply:
    """An error in the API's own form."""
    body = {"error": {"message": message, "type": "error", "param": None, "code": code}}
    return Reply(status=status, body=json.dumps(body).encode())


def unknown_model() -> Reply:
    """The server does not have the model."""
    return failure(404, f"The model `{MODEL}` does not exist", "model_not_found")


def unauthorized() -> Reply:
    """The key is refused, and the server echoes it."""
    return failure(401, f"Incorrect API key provided: {KEY}", "invalid_api_key")


def busy() -> Reply:
    """Too many requests."""
    return failure(429, "Rate limit reached", "rate_limit_exceeded")


def broken() -> Reply:
    """The server fails."""
    return failure(500, "The server had an error", None)


def hanging(seconds: float = 30.0) -> Reply:
    """The server accepts the request and says nothing."""
    return Reply(wait=seconds, body=b"{}")


def garbage() -> Reply:
    """Bytes that are not JSON, under a JSON content type."""
    return Reply(body=b"\x00\xff<<<not json>>>")


def web_page() -> Reply:
    """A web page, as a wrong address or a login wall gives."""
    return Reply(body=b"<html><body>Sign in</body></html>", type="text/html")


def huge(megabytes: int = 64) -> Reply:
    """A valid answer of absurd size."""
    return text("x" * (megabytes * 1024 * 1024))


def dripping(seconds: float = 30.0) -> Reply:
    """An answer that comes one byte at a time."""
    return Reply(body=b" " * 10_000, drip=seconds / 10_000)


def _as_reply(answer: Answer, asked: Asked) -> Reply:
    return answer if isinstance(answer, Reply) else answer(asked)


# --- the server --------------------------------------------------------------------------


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
        return _as_reply(answer, asked)

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
