"""Asking a chat model for a closed structure, however its server wants to be asked.

Servers differ in what they know: a JSON schema for the answer, a tool whose arguments are the
answer, or neither. They are tried in that order through LangChain, and the first that is not
refused is kept for the rest of the run.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from assistant.llm.calling import calling, cut_off, status_of
from core.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage
    from pydantic import BaseModel

    from assistant.llm.chat_models import ChatModel
    from assistant.llm.prompts import Message

Method = Literal["json_schema", "function_calling", "text"]

_MOST_STARTS = 200
_REFUSED_FORM = frozenset({400, 404, 422, 501})
_METHODS: tuple[Method, ...] = ("json_schema", "function_calling", "text")
# These names take no JSON schema; LangChain would switch by itself, with a warning.
_WITHOUT_SCHEMA = ("gpt-3", "gpt-4-")


@dataclass
class Usage:
    """What an answer took: calls, tokens and cost as the server counted them, and seconds.

    ``looked_up`` is what was looked up meanwhile, ``masked`` how many names were kept back.
    """

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    looked_up: list[str] = field(default_factory=list)
    masked: int = 0
    began: float = field(default_factory=time.monotonic)
    until: float = field(default_factory=time.monotonic)

    def add(self, message: object) -> None:
        """Count one answer of a server."""
        self.calls += 1
        self.until = time.monotonic()
        counted = getattr(message, "usage_metadata", None) or {}
        self.input_tokens += _whole(counted.get("input_tokens"))
        self.output_tokens += _whole(counted.get("output_tokens"))
        told = getattr(message, "response_metadata", None) or {}
        cost = (told.get("token_usage") or {}).get("cost") if isinstance(told, dict) else None
        if isinstance(cost, int | float) and 0 <= cost < 1000:
            self.cost = (self.cost or 0.0) + cost

    @property
    def seconds(self) -> float:
        """How long it took up to the last answer."""
        return self.until - self.began

    def sentence(self) -> str:
        """Say it in a line: "2 calls, 900 tokens in and 120 out, 3.1 seconds"."""
        parts = [f"{self.calls} call{'' if self.calls == 1 else 's'}"]
        if self.input_tokens or self.output_tokens:
            parts.append(f"{self.input_tokens:,} tokens in and {self.output_tokens:,} out")
        if self.cost is not None:
            parts.append(f"cost {self.cost:.4f}")
        parts.append(f"{self.seconds:.1f} seconds")
        return ", ".join(parts)


def _whole(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 10**9 else 0


class Asking:
    """Asks one chat model, in a way its server takes."""

    def __init__(self, chat: ChatModel) -> None:
        self.chat = chat
        model = chat.endpoint.model
        old = model == "gpt-4" or model.startswith(_WITHOUT_SCHEMA)
        self._methods = _METHODS[1:] if old else _METHODS

    def ask(
        self,
        messages: list[Message],
        form: type[BaseModel],
        usage: Usage,
        offered: Mapping[str, Sequence[str]] | None = None,
    ) -> list[object]:
        """Return the JSON values that stand in the answer, the likeliest first.

        Args:
            messages: What the model reads.
            form: The structure asked for.
            usage: Where to count what it takes.
            offered: The only values of a field, by its name: a server that holds its model to the
                schema lets it name nothing else.

        Raises:
            UsageError: when the server does not have the model.
            ModelError: when the server fails, refuses every way of asking, or was cut off.
        """
        while True:
            method = self._methods[0]
            try:
                with calling(self.chat.endpoint):
                    answer = self._ask(method, messages, schema(form, offered))
            except ModelError as error:
                if len(self._methods) == 1 or not _refuses_form(error):
                    raise
                self._methods = self._methods[1:]
                continue
            raw = answer.get("raw")
            usage.add(raw)
            return list(_candidates(self.chat, raw, answer.get("parsed")))

    def _ask(
        self, method: Method, messages: list[Message], wanted: dict[str, Any]
    ) -> dict[str, Any]:
        llm = self.chat.llm
        if method == "text":
            return {"raw": llm.invoke([*messages, ("human", _instruction(wanted))])}
        options: dict[str, Any] = {}
        if method == "json_schema" and self.chat.endpoint.provider == "openai":
            options["strict"] = True
        try:
            asking = llm.with_structured_output(wanted, method=method, include_raw=True, **options)
        except (NotImplementedError, ValueError, TypeError) as error:
            raise _UnknownMethodError("it cannot be asked in this way") from error
        answer = asking.invoke(messages)
        return answer if isinstance(answer, dict) and "raw" in answer else {"parsed": answer}


class _UnknownMethodError(ModelError):
    """LangChain's class for this provider has no such way of asking."""


def _refuses_form(error: ModelError) -> bool:
    """Whether a server refused how it was asked, rather than what it was asked."""
    from langchain_core.exceptions import ContextOverflowError

    if isinstance(error, _UnknownMethodError):
        return True
    cause = error.__cause__
    return (
        cause is not None
        and not isinstance(cause, ContextOverflowError)
        and status_of(cause) in _REFUSED_FORM
    )


def schema(
    form: type[BaseModel], offered: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Any]:
    """Return a structure's JSON schema in the strict form: no references, every field required.

    Fields named in ``offered`` take these values only.
    """
    whole = form.model_json_schema()
    parts = whole.pop("$defs", {})

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return plain(parts[node["$ref"].rpartition("/")[2]])
        kept = {k: plain(v) for k, v in node.items() if k not in {"default", "title"}}
        for name, values in (offered or {}).items():
            named = kept["properties"].get(name) if isinstance(kept.get("properties"), dict) else {}
            place = (named or {}).get("items", named)
            if values and place:
                place["enum"] = list(values)
        if kept.get("type") == "object":
            kept |= {"required": list(kept["properties"]), "additionalProperties": False}
        return kept

    return {"title": form.__name__, **plain(whole)}


def _instruction(wanted: dict[str, Any]) -> str:
    return (
        "Answer with one JSON object and nothing else: no remarks before or after it, no code "
        f"fence. It must fit this JSON schema:\n{json.dumps(wanted)}"
    )


def _candidates(chat: ChatModel, raw: AIMessage | None, parsed: object) -> Iterator[object]:
    if parsed is not None:
        yield parsed
    if raw is None:
        return
    if raw.response_metadata.get("finish_reason") in {"length", "max_tokens"} and not parsed:
        raise cut_off(chat.endpoint)
    for call in raw.tool_calls:
        yield call["args"]
    texts = [str(call.get("args") or "") for call in raw.invalid_tool_calls]
    for text in (*texts, raw.text):
        yield from json_objects(text)


def json_objects(text: str) -> Iterator[object]:
    """Yield the JSON objects that stand in a text, the last one first.

    Reasoning models think aloud before they answer, so what comes last is the answer.
    """
    decoder = json.JSONDecoder()
    found: list[object] = []
    at, starts = text.find("{"), 0
    while at >= 0 and starts < _MOST_STARTS:
        starts += 1
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            found.append(value)
        at = text.find("{", end)
    yield from reversed(found)
