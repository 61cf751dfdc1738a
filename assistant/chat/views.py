"""What the chat application asks of the engine.

The application depends on this protocol alone, so that it can be driven by any engine that
speaks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from assistant.events import Event, OpenedPassage
from core.model import Case, Evaluation


class ChatEngine(Protocol):
    """A conversation about one case, free of any screen.

    ``handle`` and ``start`` are blocking generators that the application runs in a thread;
    one turn runs at a time. The other methods may be called from other threads while a turn
    runs. Every method may raise an ``AppError``, which ends the turn and not the program.
    """

    @property
    def case(self) -> Case | None:
        """The case under study, or None before there is one."""

    @property
    def evaluation(self) -> Evaluation | None:
        """The core's current evaluation of the case."""

    @property
    def title(self) -> str:
        """What to call the case on screen: its title or the name of its file."""

    @property
    def changed(self) -> bool:
        """Whether the case has changes that are not saved."""

    def handle(self, message: str) -> Iterator[Event]:
        """Answer one message."""

    def start(self) -> Iterator[Event]:
        """Open the conversation: prepare the library, greet, and send the evaluation."""

    def open_passage(self, passage_id: str) -> OpenedPassage:
        """Return a passage in place.

        Raises:
            QueryError: when there is no such passage.
        """

    def suggestions(self) -> list[str]:
        """Return questions worth asking about this case."""

    def save(self, path: Path | None) -> Path:
        """Write the case to a file, or to the one it came from, and return the path.

        Raises:
            UsageError: when no path is given and the case has no file of its own.
            StorageError: when the file cannot be written.
        """

    def cancel(self) -> None:
        """Ask the running turn to stop; it ends soon, with or without a partial answer."""
