"""Messages between the parts of the chat screen, and from the thread that runs a turn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from assistant.events import Event, OpenedPassage, Source
    from assistant.tui.desk.arrivals import Arrival
    from assistant.tui.desk.desk import Desk
    from core.errors import AppError


@dataclass
class EngineEvent(Message):
    """The engine said something during a turn."""

    event: Event


@dataclass
class TurnEnded(Message):
    """The thread of a turn is done: on its own, stopped by the person, or with an error."""

    message: str | None
    error: AppError | None = None
    stopped: bool = False


@dataclass
class PromptSubmitted(Message):
    """The person pressed Enter on a message that is not empty."""

    text: str


class SuggestionsWanted(Message):
    """An arrow key was pressed on an empty message: go to the example questions."""


@dataclass
class SuggestionChosen(Message):
    """An example question was chosen."""

    text: str


@dataclass
class CitationChosen(Message):
    """A numbered citation of an answer was chosen, or a number typed (``turn`` is None)."""

    number: int
    turn: int | None = None


@dataclass
class PassageRead(Message):
    """A passage was read from the text of record, or could not be."""

    source: Source
    opened: OpenedPassage | None = None
    error: AppError | None = None


@dataclass
class SaveEnded(Message):
    """The case was written to a file, or could not be."""

    path: Path | None = None
    error: AppError | None = None
    ask: bool = False
    then_quit: bool = False


@dataclass
class BroughtIn(Message):
    """A file was dragged, or a document pasted, into the message line."""

    what: Arrival


@dataclass
class DeskOpened(Message):
    """A case was opened: its desk, the work to go to (empty: where it was left), what to say."""

    desk: Desk
    place: str = ""
    told: str = ""


@dataclass
class WorkWanted(Message):
    """A work was named with words for it to take up, such as what to search for."""

    name: str
    words: str


@dataclass
class LevelsTurned(Message):
    """A level was tried for a factor."""

    factor: str
    level: str


@dataclass
class FactorReached(Message):
    """The cursor came to a factor."""

    factor: str


@dataclass
class CaseLeft(Message):
    """The first screen was gone to from a case."""

    path: Path


@dataclass
class SupervisorOpened(Message):
    """A supervisor's case was opened: its file, and what to say."""

    path: Path
    told: str = ""


class CaseChanged(Message):
    """The case on the desk was changed by a work's screen, or by another window."""


class ConversationMoved(Message):
    """The conversation was scrolled or grew: what stands below the screen may have changed."""


def opened(found: Desk | Path, place: str = "", told: str = "") -> DeskOpened | SupervisorOpened:
    """Return the message of a case that was opened: by its desk, or a supervisor's by its file."""
    if isinstance(found, Path):
        return SupervisorOpened(found, told)
    return DeskOpened(found, place, told)
