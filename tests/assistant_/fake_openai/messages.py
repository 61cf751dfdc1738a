"""What the server is asked and what it sends back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

KEY = "sk-test-never-shown-0123456789"
MODEL = "test-model"
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


def as_reply(answer: Answer, asked: Asked) -> Reply:
    """The reply that an answer makes of a request."""
    return answer if isinstance(answer, Reply) else answer(asked)
