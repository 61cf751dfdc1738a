"""Chat models: the only module that constructs one.

``FES_MODEL=provider:name`` names it. ``openai`` is also the way to any OpenAI-compatible server,
by ``OPENAI_BASE_URL``; a server on this machine needs no key. ``FES_MODEL_TIMEOUT`` gives the
seconds to wait for a byte from the server. Prompts go to that server and nowhere else, unless
``FES_MODEL_TRACING`` asks for it; token counting, which would fetch a vocabulary, is never used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.llm.bounded import bound
from assistant.llm.calling import not_installed, not_usable, stop_reporting, unbounded
from assistant.llm.providers import Endpoint, find_endpoint
from assistant.llm.tracing import callbacks

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SETTING = "FES_MODEL"


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
    traced = callbacks(environ)
    options: dict[str, Any] = dict(endpoint.options)
    if endpoint.provider == "openai":
        options |= _openai_options(endpoint)
    try:
        from langchain.chat_models import init_chat_model

        # The provider stands in an argument of its own: a model's name may hold a colon.
        llm = init_chat_model(endpoint.model, model_provider=endpoint.provider, **options)
        if traced:
            llm.callbacks = traced
        bounded = bound(llm, endpoint)
    except ImportError as error:
        raise not_installed(endpoint, error) from error
    except Exception as error:
        # A package may refuse the environment with an error of any class.
        raise not_usable(endpoint) from error
    if not bounded:
        raise unbounded(endpoint)
    return ChatModel(llm=llm, endpoint=endpoint)


def _openai_options(endpoint: Endpoint) -> dict[str, Any]:
    options: dict[str, Any] = {
        "base_url": endpoint.address,
        "api_key": endpoint.key,
    }
    if "api.openai.com" not in endpoint.host:
        # Other servers rarely have the Responses API, which some names would select.
        options["use_responses_api"] = False
    return options
