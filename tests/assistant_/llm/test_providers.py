"""Four providers' own packages against servers on this machine that mean no good."""

from __future__ import annotations

import json
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from assistant.argue.asking import Asking, Usage
from assistant.guard.choices import Understood
from assistant.llm.calling import calling
from assistant.llm.chat_models import load_chat_model
from assistant.llm.providers import PROVIDERS
from core.errors import AppError, ModelError, UsageError

Serve = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]
SERVERS = {
    "openai": ("OPENAI_BASE_URL", "/v1"),
    "anthropic": ("ANTHROPIC_BASE_URL", ""),
    "ollama": ("OLLAMA_HOST", ""),
    "mistralai": ("MISTRAL_BASE_URL", "/v1"),
}
"""A provider whose package is installed: the variable that names its server, and the path there."""
SAID = "GS-15 is credited, says the server; key sk-live-0123456789"
VALUE = {"topic": "appeal-risk", "slots": ["L1"]}


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        return


@contextmanager
def serving(serve: Serve) -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

        def do_POST(self) -> None:
            asked.append(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length) or b"{}")
            self.close_connection = True
            try:
                serve(self, body)
            except OSError:
                return

        def do_GET(self) -> None:
            self.do_POST()

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(params=SERVERS)
def provider(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    for key in PROVIDERS[request.param].keys:
        monkeypatch.setenv(key, "sk-test-0123456789")
    monkeypatch.setenv("FES_MODEL_TIMEOUT", "1")
    return str(request.param)


def point(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    for variable, path in SERVERS.values():
        monkeypatch.setenv(variable, f"{address}{path}")


def ask(provider: str) -> str:
    chat = load_chat_model(f"{provider}:test-model")
    with calling(chat.endpoint):
        return str(chat.llm.invoke([("human", "hello")]).text)


def failure(provider: str) -> AppError:
    with pytest.raises(AppError) as caught:
        ask(provider)
    said = caught.value.sentence()
    assert "\n" not in said
    assert "GS-15" not in said
    assert "sk-" not in said
    assert isinstance(caught.value, ModelError | UsageError)
    return caught.value


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", headers.pop("kind", "application/json"))
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    piece = b" " * (1024 * 1024)
    return b"".join(packer.compress(piece) for _ in range(300)) + packer.flush()


def test_a_small_body_that_unpacks_to_hundreds_of_megabytes_is_given_up(
    provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = bomb()
    assert len(body) < 400_000
    with serving(lambda h, _: send(h, body, Content_Encoding="gzip")) as (address, _asked):
        point(monkeypatch, address)
        load_chat_model(f"{provider}:test-model")
        tracemalloc.start()
        error = failure(provider)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert "more than 2 MB" in error.message
    assert peak < 60 * 1024 * 1024, peak


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "x"])
def test_a_packing_that_was_not_asked_for_is_not_unpacked(
    provider: str, monkeypatch: pytest.MonkeyPatch, packing: str
) -> None:
    with serving(lambda h, _: send(h, b"{}", Content_Encoding=packing)) as (address, _asked):
        point(monkeypatch, address)
        assert "cannot be understood" in failure(provider).message


def test_an_answer_without_end_is_given_up(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.end_headers()
        while True:
            handler.wfile.write(b'{"x": "' + b" " * 65_536)

    with serving(endless) as (address, _asked):
        point(monkeypatch, address)
        assert "more than 2 MB" in failure(provider).message


@pytest.mark.parametrize("where", ["head", "body", "silence"])
def test_an_answer_that_trickles_is_given_up_in_time(
    provider: str, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setenv("FES_MODEL_TIMEOUT", "0.4")

    def trickle(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        if where == "silence":
            time.sleep(3)
            return
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
        if where == "body":
            handler.wfile.write(b"\r\n")
        for _n in range(200):
            handler.wfile.write(b"x" if where == "head" else b" ")
            time.sleep(0.05)

    with serving(trickle) as (address, _asked):
        point(monkeypatch, address)
        begun = time.monotonic()
        said = failure(provider).message
        took = time.monotonic() - begun
    assert "seconds" in said
    assert took < 6


@pytest.mark.parametrize("status", [400, 401, 404, 413, 429, 500, 529])
def test_an_error_is_one_sentence_of_ours(
    provider: str, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    body = json.dumps({"error": {"message": SAID, "type": SAID}, "message": SAID}).encode()
    with serving(lambda h, _: send(h, body, status, retry_after="0")) as (address, _asked):
        point(monkeypatch, address)
        failure(provider)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"7",
        b'"GS-15"',
        b"{}",
        b"<html>GS-15</html>",
        b"\x00\xff",
        b"{" * 9_000,
    ],
)
def test_nonsense_is_one_sentence_of_ours(
    provider: str, monkeypatch: pytest.MonkeyPatch, body: bytes
) -> None:
    with serving(lambda h, _: send(h, body)) as (address, _asked):
        point(monkeypatch, address)
        chat = load_chat_model(f"{provider}:test-model")
        try:
            values = Asking(chat).ask([("human", "hello")], Understood, Usage())
        except AppError as error:
            values = [error.sentence()]
    assert "GS-15" not in str(values)


def test_a_prompt_does_not_follow_a_redirect(
    provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(lambda h, _: send(h, b"{}")) as (elsewhere, theirs):

        def away(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
            send(handler, b"", 307, Location=f"{elsewhere}{handler.path}")

        with serving(away) as (address, _asked):
            point(monkeypatch, address)
            failure(provider)
    assert theirs == []


# --- an honest answer in each protocol ---------------------------------------------------


def answered(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    """Answer in the protocol of the path, in whichever way structure was asked for."""
    value = json.dumps(VALUE)
    if handler.path.endswith("/messages"):
        tools = body.get("tools") or []
        content: dict[str, Any] = {"type": "text", "text": value}
        if tools:
            content = {"type": "tool_use", "id": "t1", "name": tools[0]["name"], "input": VALUE}
        told: dict[str, Any] = {
            "id": "m1",
            "type": "message",
            "role": "assistant",
            "model": "test-model",
            "content": [content],
            "stop_reason": "tool_use" if tools else "end_turn",
            "usage": {"input_tokens": 40, "output_tokens": 7},
        }
    elif handler.path.endswith("/api/chat"):
        told = {
            "model": "test-model",
            "created_at": "2026-01-01T00:00:00Z",
            "message": {"role": "assistant", "content": value},
            "done": True,
            "done_reason": "stop",
            "prompt_eval_count": 40,
            "eval_count": 7,
        }
    else:
        message: dict[str, Any] = {"role": "assistant", "content": value}
        if body.get("tools"):
            name = body["tools"][0]["function"]["name"]
            call = {"name": name, "arguments": value}
            message = {
                "role": "assistant",
                "content": "",
                "tool_calls": [{"id": "c1", "type": "function", "function": call}],
            }
        told = {
            "id": "c",
            "object": "chat.completion",
            "created": 1,
            "model": "test-model",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {
                "prompt_tokens": 40,
                "completion_tokens": 7,
                "total_tokens": 47,
                "cost": 0.002,
            },
        }
    packed = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    text = packed.compress(json.dumps(told).encode() + b"\n") + packed.flush()
    send(handler, text, Content_Encoding="gzip")


def test_choices_come_back_from_each_package_with_what_they_took(
    provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answered) as (address, asked):
        point(monkeypatch, address)
        usage = Usage()
        chat = load_chat_model(f"{provider}:test-model")
        values = Asking(chat).ask([("human", "what is meant?")], Understood, usage)
    assert asked
    assert VALUE in values
    assert (usage.input_tokens, usage.output_tokens) == (40, 7)
    assert "40 tokens in and 7 out" in usage.sentence()
    if provider == "openai":
        assert usage.cost == 0.002


def test_a_provider_without_a_client_to_bound_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from langchain_core.language_models import FakeListChatModel

    monkeypatch.setattr(
        "langchain.chat_models.init_chat_model", lambda *_, **__: FakeListChatModel(responses=[])
    )
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    with pytest.raises(UsageError, match="cannot be bounded"):
        load_chat_model("openai:test-model")
