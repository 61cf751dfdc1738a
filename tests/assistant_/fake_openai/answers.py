"""Answers to script: drafts, choices honest and lying, and the failures of a server."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from tests.assistant_.fake_openai.messages import KEY, MODEL, Answer, Asked, Reply, as_reply

INVENTED_QUOTE = "the incumbent shall in every instance be regarded as working at the pinnacle"
INVENTED_GRADE = "GS-15"


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
        return as_reply(structured({"choices": choose(asked)}), asked)

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
