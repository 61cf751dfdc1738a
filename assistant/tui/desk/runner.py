"""Running one turn of the engine in a thread, so that the screen never waits for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from textual.message import Message

from assistant.events import Event
from assistant.tui.messages import CaseChanged, EngineEvent, TurnEnded
from core.errors import AppError

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Turn:
    """A turn as the person sees it; ``lock`` keeps its end the last thing that is told of it."""

    message: str | None
    over: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)


class TurnRunner:
    """Runs at most one turn at a time and posts what it yields.

    The thread is a daemon: quitting must not wait for a model server that does not answer.

    Args:
        post: takes a message from any thread; returns False once nobody listens.
        cancel: asks the engine to stop the running turn.
    """

    def __init__(self, post: Callable[[Message], bool], cancel: Callable[[], None]) -> None:
        self._post = post
        self._cancel = cancel
        self._thread: threading.Thread | None = None
        self._former: threading.Thread | None = None
        self._turn = _Turn(None)

    @property
    def running(self) -> bool:
        """Whether the person waits for a turn."""
        return self._thread is not None

    @property
    def working(self) -> bool:
        """Whether the engine is at work, on a turn that runs or on one that was stopped."""
        former = self._former
        return self.running or (former is not None and former.is_alive())

    def start(self, turn: Callable[[], Iterator[Event]], message: str | None) -> None:
        """Begin a turn; ``message`` is what the person typed, None for the opening.

        The engine does one thing at a time: after a turn that was stopped and still works, the
        new one begins when that has let go.
        """
        self._turn = _Turn(message)
        self._thread = threading.Thread(
            target=self._run, args=(turn, self._turn, self._former), name="fes-turn", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End the running turn for the person, at once, and ask the engine to stop."""
        if self.running and self._end(self._turn, stopped=True):
            self._cancel()

    def finished(self) -> None:
        """Note that the end of the turn was seen; another may start."""
        self._former, self._thread = self._thread, None

    def wait(self, seconds: float) -> bool:
        """Give a turn that was asked to stop a little time; return whether it is over."""
        last = self._thread or self._former
        if last is not None:
            last.join(seconds)
            return not last.is_alive()
        return True

    def _run(
        self,
        events_of: Callable[[], Iterator[Event]],
        turn: _Turn,
        former: threading.Thread | None,
    ) -> None:
        error: AppError | None = None
        try:
            if former is not None:
                former.join()
            if not turn.over:
                self._follow(events_of(), turn)
        except AppError as failure:
            error = failure
        except Exception as bug:
            # The thread's outermost frame: a fault of ours must reach the person as a
            # sentence, and must not cost them a case they have not saved.
            if not turn.over:
                log.exception("the turn failed")
            error = AppError(
                f"fes met a fault of its own ({type(bug).__name__}: {bug})",
                hint="The case is kept; save it with Ctrl+S. The fault is in the log.",
            )
        if not self._end(turn, error=error):
            # It was stopped before; what it had changed by then is to be seen.
            self._send(CaseChanged())

    def _follow(self, events: Iterator[Event], turn: _Turn) -> None:
        for event in events:
            with turn.lock:
                heard = not turn.over and self._send(EngineEvent(event))
            if not heard:
                close = getattr(events, "close", None)
                if close is not None:
                    close()
                return

    def _end(self, turn: _Turn, *, error: AppError | None = None, stopped: bool = False) -> bool:
        """Tell that a turn is over, once; return whether this told it."""
        with turn.lock:
            if turn.over:
                return False
            turn.over = True
            self._send(TurnEnded(turn.message, error=error, stopped=stopped))
            return True

    def _send(self, message: Message) -> bool:
        try:
            return self._post(message)
        except RuntimeError:
            # The application's loop closed between two events: there is nobody to tell.
            return False
