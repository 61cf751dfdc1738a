"""The case on the desk: what every screen shows and changes, before and after its engine is there.

The figures of a case take the core alone; the engine that answers takes its library and what
understands messages, several times as long to load. So a desk begins with case and evaluation,
and makes its engine when the first turn needs it, in that turn's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.cases.edits import load_case
from assistant.chat.views import ChatEngine
from assistant.events import Event, OpenedPassage
from assistant.settings import EXAMPLE_CASE, Settings
from core.errors import LevelError
from core.fes.grading import evaluate_case
from core.model import Case, Evaluation


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a case before its engine is there."""

    case: Case | None = None
    evaluation: Evaluation | None = None
    title: str = ""
    example: bool = False
    model: str = ""


def beginning(settings: Settings, path: Path | None) -> Beginning:
    """Return what is known of a case file, or of the bundled example, from the core alone.

    Raises:
        AppError: when the file is no case that can be evaluated.
    """
    example = path is None
    case = load_case(EXAMPLE_CASE if path is None else path)
    evaluation: Evaluation | None = None
    if case.levels:
        try:
            evaluation = evaluate_case(case).evaluation
        except LevelError:
            # Levels of record are missing: the conversation says which.
            evaluation = None
    title = f"{case.title} (fictional example)" if example else case.title
    return Beginning(case, evaluation, title, example, settings.model)


class Desk:
    """One case with the engine that talks about it.

    Args:
        make_engine: makes the engine; called once, in the thread of the first turn.
        beginning: what can be shown before that.
    """

    def __init__(self, make_engine: Callable[[], ChatEngine], beginning: Beginning) -> None:
        self._make_engine = make_engine
        self._beginning = beginning
        self._engine: ChatEngine | None = None
        self._making = threading.Lock()

    @classmethod
    def of(cls, engine: ChatEngine) -> Desk:
        """Return a desk on an engine that is there already."""
        desk = cls(lambda: engine, Beginning())
        desk._engine = engine
        return desk

    @property
    def ready(self) -> bool:
        """Whether the engine is there."""
        return self._engine is not None

    @property
    def engine(self) -> ChatEngine:
        """The engine, made when it is first asked for.

        Raises:
            AppError: when the case, the data folder or the model cannot be used.
        """
        with self._making:
            if self._engine is None:
                self._engine = self._make_engine()
            return self._engine

    @property
    def case(self) -> Case | None:
        """The case under study."""
        return self._engine.case if self._engine is not None else self._beginning.case

    @property
    def evaluation(self) -> Evaluation | None:
        """The core's evaluation of the case."""
        if self._engine is not None:
            return self._engine.evaluation
        return self._beginning.evaluation

    @property
    def title(self) -> str:
        """What to call the case on screen."""
        return self._engine.title if self._engine is not None else self._beginning.title

    @property
    def changed(self) -> bool:
        """Whether the case has changes that are not saved."""
        return self._engine.changed if self._engine is not None else False

    @property
    def model(self) -> str:
        """The chat model in use; empty when the program answers alone."""
        return self._beginning.model

    def start(self) -> Iterator[Event]:
        """Make the engine and open the conversation."""
        yield from self.engine.start()

    def handle(self, message: str) -> Iterator[Event]:
        """Answer one message."""
        yield from self.engine.handle(message)

    def open_passage(self, passage_id: str) -> OpenedPassage:
        """Return a passage in place.

        Raises:
            QueryError: when there is no such passage.
        """
        return self.engine.open_passage(passage_id)

    def suggestions(self) -> list[str]:
        """Return questions worth asking; none before the engine is there."""
        return self._engine.suggestions() if self._engine is not None else []

    def save(self, path: Path | None) -> Path:
        """Write the case to a file and return its path.

        Raises:
            UsageError: when no path is given and the case has no file of its own.
            StorageError: when the file cannot be written.
        """
        return self.engine.save(path)

    def cancel(self) -> None:
        """Ask the running turn to stop."""
        if self._engine is not None:
            self._engine.cancel()
