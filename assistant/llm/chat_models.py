"""Chat models: the only module that constructs one.

``FES_MODEL=provider:name`` names it. ``openai`` is also the way to any OpenAI-compatible server,
by ``OPENAI_BASE_URL``; a server on this machine needs no key. ``FES_MODEL_TIMEOUT`` gives the
seconds to wait for a byte from the server. Prompts go to that server and nowhere else: LangSmith
tracing is forced off, whatever the environment says, and token counting, which would fetch a
vocabulary, is never used.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.llm.calling import not_installed, not_usable, stop_reporting, too_slow
from assistant.llm.providers import Endpoint, find_endpoint
from core.errors import ModelError

if TYPE_CHECKING:
    import httpx2
    from langchain_core.language_models import BaseChatModel

SETTING = "FES_MODEL"
LARGEST_ANSWER = 2 * 1024 * 1024
"""Bytes of a server's answer after which it is given up: a long draft is some 40 000."""
LONGEST_ANSWER = 3
"""How many timeouts a whole answer may take, however steadily it trickles in."""


@dataclass(frozen=True)
class ChatModel:
    """A chat model and where it is served."""

    llm: BaseChatModel
    endpoint: Endpoint

    @property
    def label(self) -> str:
        """What to call it on screen: provider, name and server."""
        return f"{self.endpoint.provider}:{self.endpoint.model} ({self.endpoint.host})"


def load_chat_model(setting: str, environ: Mapping[str, str] | None = None) -> ChatModel:
    """Construct the chat model a setting names; nothing is sent yet.

    Args:
        setting: ``provider:name``, the value of ``FES_MODEL``.
        environ: the environment with keys and addresses; the process's own when None.

    Raises:
        UsageError: when the setting is malformed, the provider is unknown or not installed,
            or its key is missing.
    """
    endpoint = find_endpoint(setting, SETTING, environ)
    stop_reporting()
    options: dict[str, Any] = dict(endpoint.options)
    if endpoint.provider == "openai":
        options |= _openai_options(endpoint)
    try:
        from langchain.chat_models import init_chat_model

        # The provider stands in an argument of its own: a model's name may hold a colon.
        llm = init_chat_model(endpoint.model, model_provider=endpoint.provider, **options)
    except ImportError as error:
        raise not_installed(endpoint, error) from error
    except (ValueError, TypeError) as error:  # pydantic's errors are ValueErrors
        raise not_usable(endpoint, error) from error
    return ChatModel(llm=llm, endpoint=endpoint)


def _openai_options(endpoint: Endpoint) -> dict[str, Any]:
    options: dict[str, Any] = {
        "base_url": endpoint.address,
        "api_key": endpoint.key,
        "http_client": bounded_client(endpoint),
    }
    if "api.openai.com" not in endpoint.host:
        # Other servers rarely have the Responses API, which some names would select.
        options["use_responses_api"] = False
    return options


def bounded_client(endpoint: Endpoint, largest: int = LARGEST_ANSWER) -> httpx2.Client:
    """Return an HTTP client for the OpenAI library that gives up on endless answers.

    Args:
        endpoint: the server, for its timeout and for messages.
        largest: bytes of one answer after which it is given up.
    """
    import httpx2
    import openai

    class Bounded(httpx2.SyncByteStream):
        def __init__(self, inner: httpx2.SyncByteStream) -> None:
            self._inner = inner
            self._until = time.monotonic() + endpoint.timeout * LONGEST_ANSWER

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for chunk in self._inner:
                size += len(chunk)
                if size > largest:
                    raise ModelError(
                        f"the model server {endpoint.host} sent more than "
                        f"{largest // 1024 // 1024} MB for one answer",
                        hint=f"Name another model, or unset {endpoint.variable}.",
                    )
                if time.monotonic() > self._until:
                    raise ModelError(
                        f"the model server {endpoint.host} took more than "
                        f"{endpoint.timeout * LONGEST_ANSWER:g} seconds over one answer",
                        hint="Try again, or set FES_MODEL_TIMEOUT to more seconds.",
                    )
                yield chunk

        def close(self) -> None:
            self._inner.close()

    class Patient(openai.DefaultHttpxClient):
        def send(self, *args: Any, **options: Any) -> httpx2.Response:
            try:
                return super().send(*args, **options)
            except httpx2.ReadTimeout as error:
                # Raised as an error of this program, which the library does not retry.
                raise too_slow(endpoint) from error

    def bound(response: httpx2.Response) -> None:
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = Bounded(response.stream)

    return Patient(
        timeout=httpx2.Timeout(endpoint.timeout, connect=min(10.0, endpoint.timeout)),
        event_hooks={"response": [bound]},
    )
