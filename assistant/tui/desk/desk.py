"""The case on the desk: what every screen shows and changes, before and after its engine is there.

The figures of a case take the core alone; the engine that answers takes its library and what
understands messages, several times as long to load. So a desk begins with case, evaluation and the
turns kept, and makes its engine when the first turn needs it, in that turn's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.cases.asking import worth_asking
from assistant.cases.sessions import KeptTurn
from assistant.cases.shelf import CaseFile
from assistant.events import (
    ChatEngine,
    EvaluationChanged,
    Event,
    Notice,
    OpenedPassage,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnFinished,
)
from assistant.tui.desk.keeping import Keeping
from assistant.tui.hints import typed_here
from core.errors import AppError, LevelError
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


def beginning(case: Case | None, *, example: bool = False, model: str = "") -> Beginning:
    """Return what the core alone knows of a case.

    Raises:
        AppError: when it is no case that can be evaluated.
    """
    if case is None:
        return Beginning(title="No case is open", model=model)
    evaluation: Evaluation | None = None
    if case.levels:
        try:
            evaluation = evaluate_case(case).evaluation
        except LevelError:
            # Levels of record are missing: the conversation says which.
            evaluation = None
    title = f"{case.title} (fictional example)" if example else case.title
    return Beginning(case, evaluation, title, example, model)


def _said_here(events: Iterator[Event]) -> Iterator[Event]:
    """Pass events on, with commands of the shell put as those of a conversation.

    Raises:
        AppError: what the turn raises, its remedy put so too.
    """
    try:
        for event in events:
            match event:
                case TextDelta(text):
                    yield TextDelta(typed_here(text))
                case Notice(hint=hint):
                    yield replace(event, text=typed_here(event.text), hint=typed_here(hint))
                case TurnFinished(reply):
                    yield replace(event, reply=replace(reply, answer=typed_here(reply.answer)))
                case _:
                    yield event
    except AppError as error:
        error.hint = typed_here(error.hint)
        raise


class Desk:
    """One case with the engine that talks about it.

    Args:
        make_engine: makes the engine; called once, in the thread of the first turn.
        beginning: what can be shown before that.
        keeping: what keeps the case and its conversation; None keeps nothing by itself.
    """

    def __init__(
        self,
        make_engine: Callable[[], ChatEngine],
        beginning: Beginning,
        keeping: Keeping | None = None,
    ) -> None:
        self._make_engine = make_engine
        self._beginning = beginning
        self._engine: ChatEngine | None = None
        self._making = threading.Lock()
        self.keeping = keeping
        turns = self.turns
        self._past = turns[-1].past if turns else (0, 0)
        self._answered = bool(turns)
        """Whether the last message sent was answered to the end, and is remembered."""

    @classmethod
    def of(cls, engine: ChatEngine) -> Desk:
        desk = cls(lambda: engine, Beginning())
        desk._engine = engine
        return desk

    @property
    def engine(self) -> Any:
        """The engine, made when it is first asked for.

        Raises:
            AppError: when the case, the data folder or the model cannot be used.
        """
        with self._making:
            if self._engine is None:
                engine = self._make_engine()
                if self.keeping is not None:
                    self.keeping.resume(engine)
                self._engine = engine
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
        """What to call the case on screen: a case of the person's own goes by its title."""
        if self.kept and self.case is not None:
            return self.case.title
        return self._engine.title if self._engine is not None else self._beginning.title

    @property
    def changed(self) -> bool:
        """Whether the case has changes that are not saved."""
        if self._engine is None or self.example:
            return False
        return self._engine.changed

    @property
    def example(self) -> bool:
        """Whether this is the bundled example, which is read-only."""
        if self._engine is not None:
            return bool(getattr(self._engine, "example", False))
        return self._beginning.example

    @property
    def kept(self) -> bool:
        """Whether the case keeps itself."""
        return self.keeping is not None and self.keeping.kept and not self.example

    @property
    def file(self) -> CaseFile | None:
        """The case's file, or None."""
        return self.keeping.file if self.keeping is not None else None

    @property
    def model(self) -> str:
        """The chat model in use; empty when the program answers alone."""
        return self._beginning.model

    @property
    def turns(self) -> list[KeptTurn]:
        """The turns kept of an earlier window."""
        return self.keeping.session.turns if self.keeping is not None else []

    # --- turns ---------------------------------------------------------------------------

    def start(self) -> Iterator[Event]:
        """Make the engine and open the conversation, or take up the one that was kept."""
        resumed = bool(self.turns)
        engine = self.engine
        if not resumed:
            yield from self._kept(None, engine.start())
        elif engine.evaluation not in (None, self._beginning.evaluation):
            yield EvaluationChanged(case=engine.case, evaluation=engine.evaluation)

    def handle(self, message: str) -> Iterator[Event]:
        """Answer one message."""
        engine = self.engine
        self._past = (self._changes, self._changes)
        self._answered = False
        if self.keeping is not None:
            self.keeping.sent(message)
        yield from self._kept(message, engine.handle(message))

    def _kept(self, asked: str | None, events: Iterator[Event]) -> Iterator[Event]:
        """Pass the events of a turn on, keeping case and conversation as they come."""
        notices: list[Notice] = []
        steps: list[tuple[str, str]] = []
        for event in _said_here(events):
            self._past = (self._past[0], self._changes)
            self._answered = self._answered or isinstance(event, TurnFinished)
            match event:
                case EvaluationChanged():
                    yield from self._write()
                case Notice():
                    notices.append(event)
                case ToolStarted():
                    steps.append((event.summary or event.name, ""))
                case ToolFinished() if steps:
                    steps[-1] = (steps[-1][0], event.summary)
                case TurnFinished(reply) if self.keeping is not None:
                    yield from self._write()
                    turn = KeptTurn.of(asked, reply, tuple(notices), tuple(steps), self._past)
                    self.keeping.answered(self.engine, turn)
                case _:
                    pass
            yield event

    def _write(self) -> Iterator[Event]:
        if self.keeping is None:
            return
        try:
            self.keeping.follow(self.engine)
        except AppError as error:
            yield Notice("error", error.message, error.hint)

    def change(self, case: Case) -> None:
        """Put a changed case in the place of the present one, as one step of the undo history.

        Raises:
            AppError: when the core refuses it, or it cannot be written.
        """
        for _ in self.engine.change(case):
            pass
        self._keep()

    def follow_others(self) -> str:
        """Take over what another window or an editor wrote; return what happened, or nothing.

        Raises:
            AppError: when what stands in the file now is no case.
        """
        keeping = self.keeping
        if self._engine is None or keeping is None or not keeping.changed_elsewhere():
            return ""
        theirs = keeping.take_theirs()
        if theirs is None:
            return "The case's file was removed by another program; the next change writes it anew."
        if theirs == self.case:
            return ""
        for _ in self.engine.change(theirs):
            pass
        self.engine.was_saved(keeping.file.path if keeping.file is not None else None)
        keeping.keep(self.engine)
        return "Another window or an editor changed the case: it is shown here. Undo takes it back."

    @property
    def _changes(self) -> int:
        """How many changes of the case can be taken back."""
        return len(getattr(self.engine, "past", ()))

    def take_turn_back(self) -> str:
        """Undo what the last turn did to the case, and forget that it was said.

        What was changed since lies on top of it and stays, and so does then what the turn did;
        returns the sentence that says so, or an empty text.

        Raises:
            AppError: when the case cannot be written.
        """
        engine, (before, after), told = self.engine, self._past, ""
        if before < after == self._changes:
            for _ in range(after - before):
                for _ in engine.undo():
                    pass
        elif before < after:
            told = "the case was changed since: what that message had changed stays"
        if self._answered and hasattr(engine, "history"):
            engine.history = engine.history[:-2]
        if self.keeping is not None and self.keeping.session.turns:
            if self._answered:
                self.keeping.session.turns.pop()
            self._keep()
        self._answered = False
        self._past = (self._changes, self._changes)
        return told

    def undo(self) -> bool:
        """Take back the last change; return whether there was one.

        Raises:
            AppError: when the case cannot be written.
        """
        engine = self.engine
        if not engine.can_undo:
            return False
        for _ in engine.undo():
            pass
        self._keep()
        return True

    def _keep(self) -> None:
        if self.keeping is not None:
            self.keeping.follow(self.engine)
            self.keeping.keep(self.engine)

    # --- the rest ------------------------------------------------------------------------

    def open_passage(self, passage_id: str) -> OpenedPassage:
        """Return a passage in place.

        Raises:
            QueryError: when there is no such passage.
        """
        opened: OpenedPassage = self.engine.open_passage(passage_id)
        return opened

    def suggestions(self) -> list[str]:
        """Return questions worth asking."""
        if self._engine is not None:
            return self._engine.suggestions()
        return worth_asking(self.case, self.evaluation)

    def save(self, path: Path | None) -> Path:
        """Write the case to a file and return its path.

        One that keeps itself goes on where it is kept: a file named is given a copy.

        Raises:
            UsageError: when no path is given and the case has no file of its own.
            StorageError: when the file cannot be written.
        """
        home = self.file.path if self.kept and self.file is not None else None
        if home is not None and path in (None, home):
            self._keep()
            return home
        saved: Path = self.engine.save(path)
        return saved

    def cancel(self) -> None:
        """Ask the running turn to stop."""
        if self._engine is not None:
            self._engine.cancel()
