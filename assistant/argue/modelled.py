"""The arguer that asks a chat model, and reads a draft out of whatever comes back.

The draft is asked for as structured output. Servers differ in what they know: a JSON schema
for the answer, a tool whose arguments are the answer, or neither. They are tried in that order,
and the first that is not refused is kept for the rest of the run; each refusal is recorded as
a notice. The model has no tools of its own: it cannot look anything up or change anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from assistant.argue.briefing import variables
from assistant.events import Notice
from assistant.guard.drafts import Draft, DraftClaim, DraftQuote, EvidencePack
from assistant.llm.calling import calling, cut_off, status_of
from assistant.llm.prompts import Message, load_prompt
from core.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage

    from assistant.llm.chat_models import ChatModel

Method = Literal["json_schema", "function_calling", "text"]

MOST_CLAIMS = 40
MOST_QUOTES = 8
MOST_CHARACTERS = 3_000
"""Longest statement or quotation read from a model, in characters."""
_PASSAGE_NAMES = ("passage", "passage_id", "id", "source")
_MOST_STARTS = 200
_REFUSED_FORM = frozenset({400, 422, 501})
_METHODS: list[Method] = ["json_schema", "function_calling", "text"]
_NAMES: dict[Method, str] = {
    "json_schema": "an answer by JSON schema",
    "function_calling": "an answer by tool call",
    "text": "an answer as JSON text",
}
# These names take no JSON schema; LangChain would switch by itself, with a warning.
_WITHOUT_SCHEMA = ("gpt-3", "gpt-4-")


class ModelArguer:
    """Drafts with a chat model.

    Args:
        chat: the model.
        name: what to call it on screen; by default its provider, name and server.
    """

    def __init__(self, chat: ChatModel, name: str = "") -> None:
        self._chat = chat
        self._name = name or chat.label
        self._notices: list[Notice] = []
        model = chat.endpoint.model
        old = model == "gpt-4" or model.startswith(_WITHOUT_SCHEMA)
        self._methods = _METHODS[1:] if old else _METHODS

    @property
    def name(self) -> str:
        """What to call the model on screen."""
        return self._name

    def take_notices(self) -> list[Notice]:
        """Return what a reader must be told of the drafting so far, and forget it."""
        notices, self._notices = self._notices, []
        return notices

    def draft(self, pack: EvidencePack) -> Draft:
        """Ask the model to argue the contested levels, or to answer when there are none.

        Raises:
            UsageError: when the server does not have the model.
            ModelError: when the server fails, or its answer is not a draft even when asked
                a second time.
        """
        values, left_out = variables(pack)
        if left_out:
            self._note(
                "warning",
                f"{left_out} of {len(pack.passages)} passages did not fit into the prompt and "
                "were not shown to the model.",
                "Ask a narrower question.",
            )
        prompt = load_prompt("argue" if pack.contested else "converse")
        messages = prompt.render(**values)
        answer = self._answer(messages)
        draft = self._read(answer)
        if draft is None:
            self._note("note", f"The first answer of {self.name} was no draft; asked again.")
            draft = self._read(self._answer([*messages, ("human", _again())]))
        if draft is None:
            raise ModelError(
                f"the model {self._chat.label} did not answer in the form asked for, twice",
                hint="Name a model that can answer in JSON, or unset FES_MODEL.",
            )
        return self._bounded(draft)

    def _note(self, severity: Literal["note", "warning"], text: str, hint: str = "") -> None:
        self._notices.append(Notice(severity, text, hint))

    # --- asking ----------------------------------------------------------------------------

    def _answer(self, messages: list[Message]) -> dict[str, Any]:
        """Return the raw message and what LangChain parsed of it, asking in a way it takes."""
        methods = self._methods
        while True:
            try:
                with calling(self._chat.endpoint):
                    answer = self._ask(methods[0], messages)
            except _UnknownMethodError as error:
                if len(methods) == 1:
                    raise ModelError(
                        f"{self._chat.label} takes no form of question: {error}"
                    ) from error
            except ModelError as error:
                if len(methods) == 1 or not _refuses_form(error):
                    raise
            else:
                self._methods = methods
                return answer
            refused, *methods = methods
            self._note(
                "note",
                f"The model server {self._chat.endpoint.host} does not take {_NAMES[refused]}; "
                f"asked for {_NAMES[methods[0]]} instead.",
            )

    def _ask(self, method: Method, messages: list[Message]) -> dict[str, Any]:
        llm = self._chat.llm
        if method == "text":
            reply = llm.invoke([*messages, ("human", _instruction())])
            return {"raw": reply, "parsed": None}
        options: dict[str, Any] = {"strict": True} if self._takes_strict(method) else {}
        try:
            asking = llm.with_structured_output(
                schema(), method=method, include_raw=True, **options
            )
        except (NotImplementedError, ValueError, TypeError) as error:
            raise _UnknownMethodError(str(error)) from error
        answer = asking.invoke(messages)
        return answer if isinstance(answer, dict) else {"raw": None, "parsed": answer}

    def _takes_strict(self, method: Method) -> bool:
        return method == "json_schema" and self._chat.endpoint.provider == "openai"

    # --- reading ---------------------------------------------------------------------------

    def _read(self, answer: dict[str, Any]) -> Draft | None:
        """Return the draft in an answer, wherever the model put it, or None."""
        raw = answer.get("raw")
        for candidate in _candidates(raw, answer.get("parsed")):
            draft, skipped = read_draft(candidate)
            if draft is not None:
                if skipped:
                    self._note(
                        "note", f"Statements of {self.name} that could not be read: {skipped}."
                    )
                return draft
        if raw is not None:
            self._complain(raw)
        return None

    def _complain(self, raw: AIMessage) -> None:
        """Raise when asking again is no use: the answer was cut off, or the model declined."""
        if raw.response_metadata.get("finish_reason") in {"length", "max_tokens"}:
            raise cut_off(self._chat.endpoint)
        if raw.additional_kwargs.get("refusal"):
            raise ModelError(
                f"the model {self._chat.label} declined to answer",
                hint="Put the question in other words, or unset FES_MODEL.",
            )

    def _bounded(self, draft: Draft) -> Draft:
        """Return a draft of bearable size; what is cut is told."""
        claims = [
            DraftClaim(
                side=claim.side,
                text=claim.text[:MOST_CHARACTERS],
                quotes=[
                    DraftQuote(passage=q.passage[:200], quote=q.quote[:MOST_CHARACTERS])
                    for q in claim.quotes[:MOST_QUOTES]
                ],
            )
            for claim in draft.claims[:MOST_CLAIMS]
        ]
        bounded = Draft(claims=claims, summary=draft.summary[:MOST_CHARACTERS])
        if bounded != draft:
            self._note("warning", f"The answer of {self.name} was too long and has been cut.")
        return bounded


class _UnknownMethodError(ModelError):
    """LangChain's class for this provider has no such way of asking."""


def _refuses_form(error: ModelError) -> bool:
    """Whether a server refused how it was asked, rather than what it was asked."""
    from langchain_core.exceptions import ContextOverflowError

    cause = error.__cause__
    return (
        cause is not None
        and not isinstance(cause, ContextOverflowError)
        and status_of(cause) in _REFUSED_FORM
    )


def schema() -> dict[str, Any]:
    """Return the JSON schema of a draft in the strict form: no references, all fields required."""
    whole = Draft.model_json_schema()
    definitions = whole.pop("$defs", {})

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return plain(definitions[node["$ref"].rpartition("/")[2]])
        kept = {key: plain(value) for key, value in node.items() if key not in {"default", "title"}}
        if kept.get("type") == "object":
            kept |= {"required": list(kept["properties"]), "additionalProperties": False}
        return kept

    return {"title": "Draft", **plain(whole)}


def _instruction() -> str:
    return (
        "Answer with one JSON object and nothing else: no remarks before or after it, no code "
        f"fence. It must fit this JSON schema:\n{json.dumps(schema())}"
    )


def _again() -> str:
    return f"The last answer could not be read. {_instruction()}"


def _candidates(raw: AIMessage | None, parsed: object) -> Iterator[object]:
    if parsed is not None:
        yield parsed
    if raw is None:
        return
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


def read_draft(value: object) -> tuple[Draft | None, int]:
    """Return the draft a JSON value holds, or None, and how many claims could not be read.

    Small models drift from the schema in ways that leave the meaning plain: another name for
    the quotations, no side, the whole wrapped once more. Those are read for what they are.
    """
    if isinstance(value, Draft):
        return value, 0
    if isinstance(value, dict) and len(value) == 1 and "claims" not in value:
        (value,) = value.values()
    if isinstance(value, list):
        value = {"claims": value}
    if not isinstance(value, dict) or not isinstance(value.get("claims"), list):
        return None, 0
    claims: list[DraftClaim] = []
    for item in value["claims"]:
        try:
            claims.append(DraftClaim.model_validate(_with_our_names(item)))
        except ValidationError:
            continue
    skipped = len(value["claims"]) - len(claims)
    if skipped and not claims:
        return None, skipped
    summary = value.get("summary")
    return Draft(claims=claims, summary=summary if isinstance(summary, str) else ""), skipped


def _with_our_names(item: object) -> object:
    if not isinstance(item, dict):
        return item
    named = {"side": "reason", **item}
    quotes: object = next((item[n] for n in ("quotes", "citations", "sources") if n in item), [])
    named["quotes"] = [
        {**quote, "passage": next((quote[n] for n in _PASSAGE_NAMES if n in quote), "")}
        if isinstance(quote, dict)
        else quote
        for quote in (quotes if isinstance(quotes, list) else [])
    ]
    return named
