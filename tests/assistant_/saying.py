"""Talking to an engine in tests: a message in, the answer's Markdown or the reply out."""

from __future__ import annotations

from assistant.chat.engine import Engine
from assistant.events import Reply, TextDelta, TurnFinished


def said(engine: Engine, message: str) -> str:
    """Return the Markdown of an answer as it is streamed."""
    return "".join(e.text for e in engine.handle(message) if isinstance(e, TextDelta))


def reply(engine: Engine, message: str) -> Reply:
    """Return the finished reply to a message."""
    *_, last = engine.handle(message)
    assert isinstance(last, TurnFinished)
    return last.reply
