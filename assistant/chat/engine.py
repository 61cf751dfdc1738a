"""The conversation, free of any screen: a message goes in, typed events come out.

``ask``, ``chat`` and ``demo`` all run on this engine. Levels, points and grades come from the
core; quotations from the library, verified; a chat model, when there is one, only drafts.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat import turns
from assistant.chat.turn import Turn
from assistant.chat.turns.changes import unasked
from assistant.chat.understanding import understand
from assistant.events import (
    EvaluationChanged,
    Event,
    Notice,
    TextDelta,
    TurnFinished,
    TurnStarted,
)
from core.errors import QueryError, UsageError

if TYPE_CHECKING:
    from assistant.argue.drafts import Arguer
    from assistant.chat.views import OpenedPassage
    from core.fes.grading import CaseEvaluation
    from core.fes.opened import OpenedCase
    from core.model import Case, Evaluation
    from index.library import Library

MOST_MESSAGE = 20_000
"""Longest message taken, in characters: several pages of text."""
UNASKED = "no criterion"
"""Stands for the criterion when an answer such as "not met" comes and none was asked."""
HISTORY = 8
"""How many past messages and answers a model is shown."""


class Engine:
    """One conversation about a library and, usually, a case.

    Args:
        library: The documents to quote from.
        arguer: Who drafts the arguments.
        case: The case under study, or None for questions about the library alone.
        case_path: The case's file; None when it has none of its own.
        example: Whether this is the bundled example, whose library is filled on start.
        title: What to call the case on a screen.
        fallback: Whether a failing chat model is replaced, loudly, by the extractive arguer.
    """

    def __init__(
        self,
        library: Library,
        arguer: Arguer,
        *,
        case: Case | None,
        case_path: Path | None = None,
        example: bool = False,
        title: str = "",
        fallback: bool = False,
    ) -> None:
        self.library = library
        self.arguer = arguer
        self.fallback = fallback
        self.example = example
        self.pending_aspect = ""
        self.pending_evidence = ""
        self.last_asked = ""
        self.history: list[tuple[str, str]] = []
        self._case = case
        self._past: list[Case] = []
        self._saved = case
        self._case_path = case_path
        self._on_disk = _contents(case_path)
        self._title = title
        self._stop = threading.Event()
        self._opened: OpenedCase | None = None
        self._standing: CaseEvaluation | None = None

    @property
    def case(self) -> Case | None:
        """The case under study."""
        return self._case

    @property
    def title(self) -> str:
        """What to call the case on a screen."""
        return self._title

    @property
    def changed(self) -> bool:
        """Whether the case has changes that are not saved."""
        return self._case != self._saved

    @property
    def opened(self) -> OpenedCase | None:
        """The case with its standard, its table and the answers that count."""
        if self._case is not None and self._opened is None:
            from core.fes.opened import open_case

            self._opened = open_case(self._case)
        return self._opened

    @property
    def standing(self) -> CaseEvaluation | None:
        """The core's evaluation of the case with the level credited for each factor."""
        if self.opened is not None and self._standing is None:
            from core.fes.grading import evaluate_opened

            self._standing = evaluate_opened(self.opened)
        return self._standing

    @property
    def evaluation(self) -> Evaluation | None:
        """The core's evaluation of the case."""
        return self.standing.evaluation if self.standing else None

    def start(self) -> Iterator[Event]:
        """Open the conversation: fill the example's library, greet, send the evaluation."""
        self._stop.clear()
        if self.example:
            from assistant.chat.example_library import fill

            yield from fill(self.library)
        if self.evaluation is not None:
            yield EvaluationChanged(case=self._case, evaluation=self.evaluation)
        turn = Turn(message="")
        for block in turns.greeting(self):
            yield turn.say(block)
        yield TurnFinished(turn.reply(self.evaluation))

    def handle(self, message: str) -> Iterator[Event]:
        """Answer one message.

        Raises:
            QueryError: when the message is empty or longer than several pages.
            AppError: when a document, the index or the model fails.
        """
        if not message.strip():
            raise QueryError(
                "the message is empty", where="question", hint="Type a question or a fact."
            )
        if len(message) > MOST_MESSAGE:
            raise QueryError(
                f"the message has {len(message):,} characters, more than {MOST_MESSAGE:,}",
                where="question",
                hint="Put long text in a file and add it with fes ingest.",
            )
        self._stop.clear()
        turn = Turn(message=message)
        yield TurnStarted(message)
        pending, self.pending_aspect = self.pending_aspect, ""
        understanding = understand(message, pending_aspect=pending or UNASKED)
        turn.evidence, self.pending_evidence = self.pending_evidence, ""
        if understanding.aspect == UNASKED:
            events = unasked(self, turn)
        else:
            events = turns.HANDLERS[understanding.purpose](self, turn, understanding)
        for event in events:
            if self._stop.is_set():
                yield Notice("note", "Stopped.")
                break
            yield event
        reply = turn.reply(self.evaluation)
        self.history = [*self.history, ("human", message), ("assistant", reply.answer)][-HISTORY:]
        yield TurnFinished(reply)

    def change(self, case: Case) -> Iterator[Event]:
        """Replace the case, remember the old one, and send the core's new evaluation.

        Raises:
            AppError: when the core refuses the changed case; the old one then stays.
        """
        from core.fes.grading import evaluate_opened
        from core.fes.opened import open_case

        opened = open_case(case)
        standing = evaluate_opened(opened)
        previous = self.evaluation
        if self._case is not None:
            self._past.append(self._case)
        self._case, self._opened, self._standing = case, opened, standing
        yield EvaluationChanged(case=case, evaluation=standing.evaluation, previous=previous)

    def undo(self) -> Iterator[Event]:
        """Take back the last change to the case; no event when there was none."""
        if self._past:
            previous = self.evaluation
            self._case, self._opened, self._standing = self._past.pop(), None, None
            if self.evaluation is not None:
                yield EvaluationChanged(
                    case=self._case, evaluation=self.evaluation, previous=previous
                )

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    def open_passage(self, passage_id: str) -> OpenedPassage:
        """Return a passage, or a digest, in place.

        Raises:
            QueryError: when there is no such passage.
        """
        from assistant.argue.opening import open_digest, open_in_library

        opened = open_digest(passage_id, self.opened)
        return opened if opened is not None else open_in_library(self.library, passage_id)

    def suggestions(self) -> list[str]:
        """Return questions worth asking about this case, or about the library."""
        return turns.suggestions(self)

    def save(self, path: Path | None) -> Path:
        """Write the case to a file and return its path.

        Raises:
            UsageError: when no path is given and the case has no file of its own, or another
                program has written to that file since.
            StorageError: when the file cannot be written.
        """
        from assistant.cases.edits import save_case

        target = path or self._case_path
        if self._case is None or target is None:
            raise UsageError(
                "the bundled example has no file of its own",
                where="save",
                hint="Name a file to write the case to.",
            )
        if path is None and _contents(target) not in {None, self._on_disk}:
            raise UsageError(
                f"{target.name} was changed by another program since it was opened here",
                where="save",
                hint="Name another file, or name this one to replace it.",
            )
        case = self._case
        written = save_case(case, target)
        self._saved, self._case_path, self._on_disk = case, written, _contents(written)
        return written

    def cancel(self) -> None:
        """Ask the running turn to stop."""
        self._stop.set()


def _contents(path: Path | None) -> bytes | None:
    """Return what a case file holds now, or None when there is none to read."""
    try:
        return path.read_bytes() if path is not None else None
    except OSError:
        return None


def text_of(events: Iterator[Event]) -> str:
    """Return the Markdown of a turn's text events, for callers that do not stream."""
    return "".join(e.text for e in events if isinstance(e, TextDelta))
