"""What the engine does for each purpose of a message: one generator of events a purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from assistant.chat.turns.advice import appeal, comparison
from assistant.chat.turns.changes import fact, finding, record, seek, share_of_time, undo
from assistant.chat.turns.figures import score, what_if
from assistant.chat.turns.language import level, search
from assistant.chat.turns.opening import greeting, help_turn, suggestions
from assistant.chat.turns.points import points
from assistant.chat.turns.rulings import decision

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.chat.understanding import Purpose, Understanding
    from assistant.events import Event

    Handler = Callable[[Engine, Turn, Understanding], Iterator[Event]]

HANDLERS: dict[Purpose, Handler] = {
    "level": level,
    "score": score,
    "points": points,
    "what_if": what_if,
    "appeal": appeal,
    "comparison": comparison,
    "decision": decision,
    "finding": finding,
    "seek": seek,
    "record": record,
    "time": share_of_time,
    "fact": fact,
    "undo": undo,
    "help": help_turn,
    "search": search,
}

__all__ = ["HANDLERS", "greeting", "suggestions"]
