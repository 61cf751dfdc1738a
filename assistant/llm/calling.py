"""Calling a model's server: nothing is reported to third parties, and failures become sentences.

Each failure names the server and the remedy in words of ours. What a server says is read to tell
one failure from another and never shown: it may hold a key, an order to the reader or anything.
"""

from __future__ import annotations

import json
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.llm.providers import PROVIDERS, TIMEOUT_SETTING, Endpoint, in_quotes
from assistant.llm.tracing import to_langsmith
from assistant.settings import forget
from assistant.text import safe_text
from core.errors import AppError, ModelError, UsageError

# What LangSmith and its gateway react to. The gateway would carry every prompt through a third
# party, and tracing would copy it there.
REPORTING = (
    *("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"),
    *("LANGCHAIN_HANDLER", "LANGSMITH_GATEWAY"),
)


def not_installed(endpoint: Endpoint, error: ImportError) -> UsageError:
    """Return the error for a provider whose package is not there."""
    package = PROVIDERS[endpoint.provider].package
    missing = f" ({safe_text(error.name)} is missing)" if error.name else ""
    return UsageError(
        f"the package for {endpoint.provider} is not installed{missing}",
        where=endpoint.variable,
        hint=f"Install it beside fes with: pip install {package}",
    )


def not_usable(endpoint: Endpoint) -> UsageError:
    """Return the error for a provider whose class refuses what the environment gives it."""
    return UsageError(
        f"{endpoint.provider}:{endpoint.model} cannot be set up with what the environment gives it",
        where=endpoint.variable,
        hint="See the provider's own page for the variables it reads.",
    )


def unbounded(endpoint: Endpoint) -> UsageError:
    """Return the error for a provider whose client cannot be held to bounds of bytes and time."""
    return UsageError(
        f"the answers of {endpoint.provider} cannot be bounded in size and time, so it is not used",
        where=endpoint.variable,
        hint="Reach the model through a server that speaks OpenAI's protocol: name it as "
        "openai:NAME and set OPENAI_BASE_URL.",
    )


def stop_reporting() -> None:
    """Take LangSmith's switches out of this process, and quiet the client libraries.

    No prompt is traced or rerouted afterwards, unless the person asked for LangSmith.
    """
    forget(() if to_langsmith() else REPORTING)
    # Their warnings about a server's odd answers would be printed into the chat's screen; what
    # matters of them comes back as an error or a notice.
    # Nor may their logs, which repeat what a server says.
    warnings.filterwarnings("ignore", module=rf"(?:{'|'.join(_TALKATIVE)})\b")
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)


_LANGCHAIN = ("_core", "_openai", "_anthropic", "_ollama", "_mistralai", "")
_TALKATIVE = (
    *("pydantic", "openai", "anthropic", "ollama", "mistralai", "httpx", "httpx2", "langgraph"),
    *(f"langchain{part}" for part in _LANGCHAIN),
)
_OURS = ("assistant", "core", "index")


@contextmanager
def calling(endpoint: Endpoint) -> Iterator[None]:
    """Run a call to the model's server, traced where asked for, a failure as one clear sentence.

    Raises:
        UsageError: when the server does not have the model.
        ModelError: when the server cannot be reached, refuses, is too slow or talks nonsense.
    """
    from langsmith.run_helpers import tracing_context

    try:
        with tracing_context(enabled=None if to_langsmith() else False):
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

    causes = _causes(error)
    ours = next((cause for cause in causes if isinstance(cause, AppError)), None)
    if ours is not None:
        # Raised at the transport, and wrapped by a package on its way here.
        return ours if ours is not error else None
    kinds = [type(cause).__name__ for cause in causes]
    status = next((s for s in map(status_of, causes) if s is not None), None)
    host = endpoint.host
    if _is_unknown_model(error, status):
        return UsageError(
            f"the server {host} has no model named {in_quotes(endpoint.model)}",
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
        return _refusal(endpoint, status)
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
    if isinstance(error, known.LangChainException) or _of_a_package(error):
        return ModelError(
            f"the model server {host} could not be asked",
            hint="Try again, or unset the model to go on without one.",
        )
    return None


def _refusal(endpoint: Endpoint, status: int) -> ModelError:
    host, key = endpoint.host, endpoint.key_variable or "its key"
    told = {
        401: (f"the model server {host} did not accept the key", f"Check {key}."),
        403: (
            f"the model server {host} does not let this key use {in_quotes(endpoint.model)}",
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
    if status >= 500:
        return ModelError(
            f"the model server {host} failed with HTTP {status}", hint="Try again later."
        )
    return ModelError(
        f"the model server {host} refused the request with HTTP {status}",
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
    # A body that is no JSON object reaches a package as text or a list, on which it trips.
    tripped = AttributeError | TypeError | KeyError | IndexError | ValueError
    return isinstance(error, tripped) and _of_a_package(error)


def _of_a_package(error: BaseException) -> bool:
    """Return whether an error came out of a package that talks to a server, and not out of ours."""
    trace, within, last = error.__traceback__, False, ""
    while trace is not None:
        last = str(trace.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
        inside = "site-packages" in trace.tb_frame.f_code.co_filename and last not in _OURS
        within, trace = within or inside, trace.tb_next
    foreign = type(error).__module__.partition(".")[0] not in {"builtins", *_OURS}
    return (foreign or within) and last not in _OURS


def _message_of(error: Exception) -> str:
    body = getattr(error, "body", None)
    inner = body.get("error", body) if isinstance(body, dict) else None
    if isinstance(inner, dict) and isinstance(inner.get("message"), str):
        return f"{inner['message']} {inner.get('code') or ''}".strip()
    if isinstance(inner, str):
        return inner
    return str(getattr(error, "message", "") or error)
