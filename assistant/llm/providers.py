"""Who serves a model: the providers that may be named, their keys and addresses.

A setting is ``provider:name``. Providers are those LangChain knows; each comes in a package of
its own, of which ``langchain-openai`` is installed with the program. Nothing here loads one.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from assistant.settings import environment
from assistant.text import safe_text
from core.errors import UsageError

TIMEOUT_SETTING = "FES_MODEL_TIMEOUT"
TIMEOUT = 90.0
"""Seconds without a byte from the server before a request is given up."""
RETRIES = 1
"""How often a request is repeated after a refused connection, HTTP 429 or 5xx.

A server that stays silent is not asked again: the person has waited long enough.
"""
OPENAI_ADDRESS = "https://api.openai.com/v1"

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

TimeoutStyle = Literal["plain", "retries", "none"]


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider: the package it comes in, the variables its key may stand in.

    ``keys`` is empty when the provider needs none or has its own ways to sign in.
    ``timeouts`` says whether its class takes a timeout and a number of retries; the client it
    talks through is given the timeout in any case. ``embeds`` says whether LangChain has
    embeddings of it besides chat models.
    """

    package: str
    keys: tuple[str, ...] = ()
    timeouts: TimeoutStyle = "none"
    embeds: bool = False


PROVIDERS: dict[str, Provider] = {
    "anthropic": Provider("langchain-anthropic", ("ANTHROPIC_API_KEY",), "plain"),
    "anthropic_bedrock": Provider("langchain-aws"),
    "azure_ai": Provider("langchain-azure-ai", embeds=True),
    "azure_openai": Provider("langchain-openai", ("AZURE_OPENAI_API_KEY",), "plain", embeds=True),
    "baseten": Provider("langchain-baseten", ("BASETEN_API_KEY",)),
    "bedrock": Provider("langchain-aws", embeds=True),
    "bedrock_converse": Provider("langchain-aws"),
    "bedrock_mantle_anthropic": Provider("langchain-aws"),
    "bedrock_mantle_openai": Provider("langchain-aws"),
    "cohere": Provider("langchain-cohere", ("COHERE_API_KEY",), embeds=True),
    "deepseek": Provider("langchain-deepseek", ("DEEPSEEK_API_KEY",), "plain"),
    "fireworks": Provider("langchain-fireworks", ("FIREWORKS_API_KEY",), "plain"),
    "google_anthropic_vertex": Provider("langchain-google-vertexai"),
    "google_genai": Provider(
        "langchain-google-genai", ("GOOGLE_API_KEY", "GEMINI_API_KEY"), embeds=True
    ),
    "google_vertexai": Provider("langchain-google-vertexai", embeds=True),
    "groq": Provider("langchain-groq", ("GROQ_API_KEY",), "plain"),
    "huggingface": Provider("langchain-huggingface", embeds=True),
    "ibm": Provider("langchain-ibm"),
    "litellm": Provider("langchain-litellm"),
    "meta": Provider("langchain-meta"),
    "mistralai": Provider("langchain-mistralai", ("MISTRAL_API_KEY",), "retries", embeds=True),
    "nvidia": Provider("langchain-nvidia-ai-endpoints", ("NVIDIA_API_KEY",)),
    "ollama": Provider("langchain-ollama", embeds=True),
    "openai": Provider("langchain-openai", ("OPENAI_API_KEY",), "plain", embeds=True),
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
        return {"max_retries": RETRIES} if style == "retries" else {}


def find_endpoint(
    setting: str,
    variable: str,
    environ: Mapping[str, str] | None = None,
    providers: Collection[str] = PROVIDERS,
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
    env = environment(environ)
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


def _parse(setting: str, variable: str, providers: Collection[str]) -> tuple[str, str]:
    shown = in_quotes(setting)
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
            f"{shown} names the unknown provider {in_quotes(provider)}",
            where=variable,
            hint=f"Write it as provider:name with one of these providers: {', '.join(providers)}.",
        )
    return provider, model


def _address(provider: str, env: Mapping[str, str]) -> tuple[str, str]:
    """Return the base address to pass on (OpenAI only) and what to call the server."""
    if provider != "openai":
        return "", provider
    variable = "OPENAI_BASE_URL" if env.get("OPENAI_BASE_URL", "").strip() else "OPENAI_API_BASE"
    address = env.get(variable, "").strip() or OPENAI_ADDRESS
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or safe_text(address) != address:
        raise UsageError(
            f"{in_quotes(address)} is not the address of a server",
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
            f"{in_quotes(given)} is not a number of seconds from 1 to 3600",
            where=TIMEOUT_SETTING,
            hint=f"Write a number of seconds, or unset it for {TIMEOUT:.0f}.",
        )
    return seconds


def in_quotes(text: str) -> str:
    """Return something a person wrote, for a message: one short line in quotation marks."""
    line = " ".join(safe_text(text).split())
    return f"'{line if len(line) <= 80 else f'{line[:79]}…'}'"
