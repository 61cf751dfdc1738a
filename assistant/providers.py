"""Who serves a model: the providers that may be named, their keys and addresses, their failures.

A setting is ``provider:name``. Providers are those LangChain knows; each comes in a package of
its own, of which ``langchain-openai`` is installed with the program. Nothing here loads one.
"""

from __future__ import annotations

import json
import math
import os
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from assistant.text import safe_text
from core.errors import AppError, ModelError, UsageError

TIMEOUT_SETTING = "FES_MODEL_TIMEOUT"
TIMEOUT = 90.0
"""Seconds without a byte from the server before a request is given up."""
RETRIES = 1
"""How often a request is repeated after a refused connection, HTTP 429 or 5xx.

A server that stays silent is not asked again: the person has waited long enough.
"""
OPENAI_ADDRESS = "https://api.openai.com/v1"

# What LangSmith and its gateway react to. The gateway would carry every prompt through a third
# party, and tracing would copy it there.
_REPORTING = (
    "LANGSMITH_TRACING",
    "LANGSMITH_TRACING_V2",
    "LANGCHAIN_TRACING",
    "LANGCHAIN_TRACING_V2",
    "LANGCHAIN_HANDLER",
    "LANGSMITH_GATEWAY",
)
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_KEYLIKE = re.compile(r"\b(?:sk|pk|key|gsk|xai|lsv2)[-_][\w*.-]{6,}", re.IGNORECASE)

TimeoutStyle = Literal["plain", "client", "none"]


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider: the package it comes in, the variables its key may stand in.

    ``keys`` is empty when the provider needs none or has its own ways to sign in.
    ``timeouts`` says how its class takes a timeout and a number of retries.
    """

    package: str
    keys: tuple[str, ...] = ()
    timeouts: TimeoutStyle = "none"


PROVIDERS: dict[str, Provider] = {
    "anthropic": Provider("langchain-anthropic", ("ANTHROPIC_API_KEY",), "plain"),
    "anthropic_bedrock": Provider("langchain-aws"),
    "azure_ai": Provider("langchain-azure-ai"),
    "azure_openai": Provider("langchain-openai", ("AZURE_OPENAI_API_KEY",), "plain"),
    "baseten": Provider("langchain-baseten", ("BASETEN_API_KEY",)),
    "bedrock": Provider("langchain-aws"),
    "bedrock_converse": Provider("langchain-aws"),
    "bedrock_mantle_anthropic": Provider("langchain-aws"),
    "bedrock_mantle_openai": Provider("langchain-aws"),
    "cohere": Provider("langchain-cohere", ("COHERE_API_KEY",)),
    "deepseek": Provider("langchain-deepseek", ("DEEPSEEK_API_KEY",), "plain"),
    "fireworks": Provider("langchain-fireworks", ("FIREWORKS_API_KEY",), "plain"),
    "google_anthropic_vertex": Provider("langchain-google-vertexai"),
    "google_genai": Provider("langchain-google-genai", ("GOOGLE_API_KEY", "GEMINI_API_KEY")),
    "google_vertexai": Provider("langchain-google-vertexai"),
    "groq": Provider("langchain-groq", ("GROQ_API_KEY",), "plain"),
    "huggingface": Provider("langchain-huggingface"),
    "ibm": Provider("langchain-ibm"),
    "litellm": Provider("langchain-litellm"),
    "meta": Provider("langchain-meta"),
    "mistralai": Provider("langchain-mistralai", ("MISTRAL_API_KEY",), "plain"),
    "nvidia": Provider("langchain-nvidia-ai-endpoints", ("NVIDIA_API_KEY",)),
    "ollama": Provider("langchain-ollama", (), "client"),
    "openai": Provider("langchain-openai", ("OPENAI_API_KEY",), "plain"),
    "openrouter": Provider("langchain-openrouter", ("OPENROUTER_API_KEY",)),
    "perplexity": Provider("langchain-perplexity", ("PPLX_API_KEY", "PERPLEXITY_API_KEY")),
    "together": Provider("langchain-together", ("TOGETHER_API_KEY",), "plain"),
    "upstage": Provider("langchain-upstage", ("UPSTAGE_API_KEY",)),
    "xai": Provider("langchain-xai", ("XAI_API_KEY",), "plain"),
}
"""LangChain's providers, without LangSmith's gateway, which is not a model's own server."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is served, and all an error message may say of it.

    ``variable`` is the setting that named it, ``host`` what to call the server, ``address``
    its base address when the program passes one (OpenAI-compatible servers only). ``key`` is
    never shown.
    """

    variable: str
    provider: str
    model: str
    host: str
    address: str = ""
    key: str = ""
    key_variable: str = ""
    timeout: float = TIMEOUT

    def __repr__(self) -> str:
        return f"Endpoint({self.provider}:{self.model} at {self.host})"

    @property
    def options(self) -> dict[str, object]:
        """Return the timeout and retry options in the form the provider's class takes."""
        style = PROVIDERS[self.provider].timeouts
        if style == "plain":
            return {"timeout": self.timeout, "max_retries": RETRIES}
        return {"client_kwargs": {"timeout": self.timeout}} if style == "client" else {}


def find_endpoint(
    setting: str,
    variable: str,
    environ: Mapping[str, str] | None = None,
    providers: tuple[str, ...] = tuple(PROVIDERS),
) -> Endpoint:
    """Read a ``provider:name`` setting and what belongs to it in the environment.

    Args:
        setting: the setting's value.
        variable: the setting's name, for messages.
        environ: the environment; the process's own when None.
        providers: those that can be named in this setting.

    Raises:
        UsageError: when the setting is malformed, names an unknown provider, or the
            provider's key or address is missing or wrong.
    """
    env = os.environ if environ is None else environ
    provider, model = _parse(setting, variable, providers)
    known = PROVIDERS[provider]
    address, host = _address(provider, env)
    key_variable = known.keys[0] if known.keys else ""
    key = next((env[name].strip() for name in known.keys if env.get(name, "").strip()), "")
    if known.keys and not key:
        # Servers on this machine normally take any key, but the client library wants one.
        if address and (urlsplit(address).hostname or "") in _LOOPBACK:
            key = "none-needed"
        else:
            raise UsageError(
                f"{variable} names {provider}, but its key is not set",
                where=key_variable,
                hint=f"Set {' or '.join(known.keys)} to the key of your account, "
                f"or unset {variable}.",
            )
    return Endpoint(
        variable=variable,
        provider=provider,
        model=model,
        host=host,
        address=address,
        key=key,
        key_variable=key_variable,
        timeout=_timeout(env),
    )


def _parse(setting: str, variable: str, providers: tuple[str, ...]) -> tuple[str, str]:
    shown = _quoted(setting)
    provider, colon, model = (part.strip() for part in setting.partition(":"))
    provider = provider.lower().replace("-", "_")
    example = "openai:gpt-5" if variable == "FES_MODEL" else "openai:text-embedding-3-small"
    if not colon or not provider or not model or safe_text(setting) != setting:
        raise UsageError(
            f"{shown} is not a provider and a name joined by a colon",
            where=variable,
            hint=f"Write it as provider:name, such as {example}.",
        )
    if provider not in providers:
        raise UsageError(
            f"{shown} names the unknown provider {_quoted(provider)}",
            where=variable,
            hint=f"Write it as provider:name with one of these providers: {', '.join(providers)}.",
        )
    return provider, model


def _address(provider: str, env: Mapping[str, str]) -> tuple[str, str]:
    """Return the base address to pass on (OpenAI only) and what to call the server."""
    if provider != "openai":
        return "", f"the {provider} server"
    variable = "OPENAI_BASE_URL" if env.get("OPENAI_BASE_URL", "").strip() else "OPENAI_API_BASE"
    address = env.get(variable, "").strip() or OPENAI_ADDRESS
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or safe_text(address) != address:
        raise UsageError(
            f"{_quoted(address)} is not the address of a server",
            where=variable,
            hint="Write it as http://host:port/v1 or https://host/v1.",
        )
    return address, f"{host}:{port}" if port else host


def _timeout(env: Mapping[str, str]) -> float:
    given = env.get(TIMEOUT_SETTING, "").strip()
    if not given:
        return TIMEOUT
    try:
        seconds = float(given)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= 3600:
        raise UsageError(
            f"{_quoted(given)} is not a number of seconds from 1 to 3600",
            where=TIMEOUT_SETTING,
            hint=f"Write a number of seconds, or unset it for {TIMEOUT:.0f}.",
        )
    return seconds


def not_installed(endpoint: Endpoint, error: ImportError) -> UsageError:
    """Return the error for a provider whose package is not there."""
    package = PROVIDERS[endpoint.provider].package
    missing = f" ({safe_text(error.name)} is missing)" if error.name else ""
    return UsageError(
        f"the package for {endpoint.provider} is not installed{missing}",
        where=endpoint.variable,
        hint=f"Install it beside fes with: pip install {package}",
    )


def not_usable(endpoint: Endpoint, error: Exception) -> UsageError:
    """Return the error for a provider whose class refuses what the environment gives it."""
    return UsageError(
        f"{endpoint.provider}:{endpoint.model} cannot be set up: {_said(endpoint, str(error))}",
        where=endpoint.variable,
        hint="See the provider's own page for the variables it reads.",
    )


def stop_reporting() -> None:
    """Take LangSmith's switches out of this process, and quiet the client libraries.

    No prompt is traced or rerouted afterwards.
    """
    for name in _REPORTING:
        os.environ.pop(name, None)
    # Their warnings about a server's odd answers would be printed into the chat's screen; what
    # matters of them comes back as an error or a notice.
    warnings.filterwarnings("ignore", module=r"(?:pydantic|langchain_\w+|openai)\b")


@contextmanager
def calling(endpoint: Endpoint) -> Iterator[None]:
    """Run a call to the model's server, without tracing, its failures as one clear sentence.

    Raises:
        UsageError: when the server does not have the model.
        ModelError: when the server cannot be reached, refuses, is too slow or talks nonsense.
    """
    from langsmith.run_helpers import tracing_context

    try:
        with tracing_context(enabled=False):
            yield
    except Exception as error:
        told = _failure(endpoint, error)
        if told is None:
            raise
        raise told from error


def status_of(error: BaseException) -> int | None:
    """Return the HTTP status behind a provider's error, if it shows one."""
    for source in (error, getattr(error, "response", None)):
        for name in ("status_code", "http_status", "code"):
            value = getattr(source, name, None)
            if isinstance(value, int) and 400 <= value < 600:
                return value
    return None


def _failure(endpoint: Endpoint, error: Exception) -> AppError | None:
    """Return what to tell the user, or None when the error is a bug of this program."""
    from langchain_core import exceptions as known

    kinds = [type(cause).__name__ for cause in _causes(error)]
    status = status_of(error)
    host = endpoint.host
    if isinstance(error, AppError):
        return None
    if _is_unknown_model(error, status):
        return UsageError(
            f"the server {host} has no model named {_quoted(endpoint.model)}",
            where=endpoint.variable,
            hint="Check the name, and that your account may use it.",
        )
    if "LengthFinishReasonError" in kinds:
        return cut_off(endpoint)
    if isinstance(error, known.ContextOverflowError) or status == 413:
        return ModelError(
            f"the question with its passages is longer than {endpoint.model} on {host} accepts",
            hint="Ask a narrower question, or name a model with a larger context.",
        )
    if any("Timeout" in kind for kind in kinds) or isinstance(error, TimeoutError):
        return too_slow(endpoint)
    if status is not None:
        return _refusal(endpoint, status, error)
    if isinstance(error, known.ModelConnectionError | ConnectionError) or any(
        re.search(r"Connect|Network|RemoteProtocol|ReadError|Transport", kind) for kind in kinds
    ):
        variable = "OPENAI_BASE_URL" if endpoint.provider == "openai" else endpoint.variable
        return ModelError(
            f"the model server {host} cannot be reached",
            hint=f"Check that it is running, the network, and {variable}.",
        )
    if _is_nonsense(error, kinds):
        return nonsense(endpoint)
    if isinstance(error, known.LangChainException) or _from_a_provider(error):
        return ModelError(
            f"the model server {host} failed: {_said(endpoint, str(error)) or kinds[0]}",
            hint="Try again, or unset the model to go on without one.",
        )
    return None


def _refusal(endpoint: Endpoint, status: int, error: Exception) -> ModelError:
    host, key = endpoint.host, endpoint.key_variable or "its key"
    told = {
        401: (f"the model server {host} did not accept the key", f"Check {key}."),
        403: (
            f"the model server {host} does not let this key use {_quoted(endpoint.model)}",
            f"Check {key} and the rights of the account.",
        ),
        404: (
            f"the model server {host} does not know the address it was asked at",
            "Check OPENAI_BASE_URL, which usually ends in /v1."
            if endpoint.provider == "openai"
            else f"Check {endpoint.variable}.",
        ),
        429: (
            f"the model server {host} turned the request away: too many requests, or no credit",
            "Wait a little, or check the account.",
        ),
    }
    if status in told:
        message, hint = told[status]
        return ModelError(message, hint=hint)
    said = _said(endpoint, _message_of(error))
    because = f": {said}" if said else ""
    if status >= 500:
        return ModelError(
            f"the model server {host} failed with HTTP {status}{because}", hint="Try again later."
        )
    return ModelError(
        f"the model server {host} refused the request with HTTP {status}{because}",
        hint=f"Check that {endpoint.variable} names a chat model of this server."
        if endpoint.variable == "FES_MODEL"
        else f"Check {endpoint.variable}.",
    )


def too_slow(endpoint: Endpoint) -> ModelError:
    """Return the error for a server that stays silent."""
    return ModelError(
        f"the model server {endpoint.host} did not answer within {endpoint.timeout:g} seconds",
        hint=f"Try again, or set {TIMEOUT_SETTING} to more seconds.",
    )


def cut_off(endpoint: Endpoint) -> ModelError:
    """Return the error for an answer that ran into the server's length limit."""
    return ModelError(
        f"the answer of {endpoint.model} on {endpoint.host} was cut off by a length limit",
        hint="Ask about one level at a time, or raise the limit of the server.",
    )


def nonsense(endpoint: Endpoint) -> ModelError:
    """Return the error for an answer that is not what the protocol calls for."""
    hint = (
        "Check that OPENAI_BASE_URL is the address of an OpenAI-compatible server."
        if endpoint.provider == "openai"
        else "Try again."
    )
    return ModelError(
        f"the server {endpoint.host} gave an answer that cannot be understood", hint=hint
    )


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found


def _is_unknown_model(error: Exception, status: int | None) -> bool:
    text = f"{getattr(error, 'code', '')} {_message_of(error)}".lower()
    if "model_not_found" in text or "model_not_exist" in text:
        return True
    missing = re.search(r"not (?:found|exist)|unknown|does(?:n't| not) exist|no such", text)
    return status == 404 and "model" in text and missing is not None


def _is_nonsense(error: Exception, kinds: list[str]) -> bool:
    from pydantic import ValidationError

    if isinstance(
        error, json.JSONDecodeError | ValidationError | UnicodeDecodeError | RecursionError
    ):
        return True
    wrong = {"APIResponseValidationError", "OutputParserException", "DecodingError"}
    if wrong.intersection(kinds):
        return True
    # A body that is no JSON object reaches LangChain as text or a list, on which it trips.
    return isinstance(
        error, AttributeError | TypeError | KeyError | IndexError | ValueError
    ) and _raised_in(error, ("langchain_openai", "openai", "langchain_core"))


def _raised_in(error: BaseException, packages: tuple[str, ...]) -> bool:
    trace = error.__traceback__
    module = ""
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        trace = trace.tb_next
    return module.partition(".")[0] in packages


def _from_a_provider(error: Exception) -> bool:
    root = type(error).__module__.partition(".")[0]
    return root not in {"builtins", "core", "index", "assistant"}


def _message_of(error: Exception) -> str:
    body = getattr(error, "body", None)
    inner = body.get("error", body) if isinstance(body, dict) else None
    if isinstance(inner, dict) and isinstance(inner.get("message"), str):
        return f"{inner['message']} {inner.get('code') or ''}".strip()
    if isinstance(inner, str):
        return inner
    return str(getattr(error, "message", "") or error)


def _said(endpoint: Endpoint, text: str) -> str:
    """Return a server's words on one short line, without control characters or keys."""
    line = " ".join(safe_text(text).split())
    if len(endpoint.key) >= 6:
        line = line.replace(endpoint.key, "…")
    line = _KEYLIKE.sub("…", line)
    return line if len(line) <= 200 else f"{line[:199].rstrip()}…"


def _quoted(text: str) -> str:
    line = " ".join(safe_text(text).split())
    return f"'{line if len(line) <= 80 else f'{line[:79]}…'}'"
