"""What the engine does for each purpose of a message: one generator of events a purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from assistant.turns.advice import appeal, comparison
from assistant.turns.changes import fact, finding, record, seek, share_of_time, undo
from assistant.turns.figures import score, what_if
from assistant.turns.language import level, search
from assistant.turns.opening import greeting, help_turn, suggestions
from assistant.turns.points import points
from assistant.turns.rulings import decision

if TYPE_CHECKING:
    from assistant.engine import Engine
    from assistant.events import Event
    from assistant.turn import Turn
    from assistant.understanding import Purpose, Understanding

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
