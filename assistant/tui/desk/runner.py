"""Running one turn of the engine in a thread, so that the screen never waits for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator

from textual.message import Message

from assistant.events import Event
from assistant.tui.messages import EngineEvent, TurnEnded
from core.errors import AppError

log = logging.getLogger(__name__)


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
        self._stop = threading.Event()

    @property
    def running(self) -> bool:
        return self._thread is not None

    @property
    def stopping(self) -> bool:
        """Whether the running turn was asked to stop."""
        return self.running and self._stop.is_set()

    def start(self, turn: Callable[[], Iterator[Event]], message: str | None) -> None:
        """Begin a turn; ``message`` is what the person typed, None for the opening."""
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(turn, message, self._stop), name="fes-turn", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Ask the running turn to stop."""
        if self.running and not self._stop.is_set():
            self._stop.set()
            self._cancel()

    def finished(self) -> None:
        """Note that the end of the turn was seen; another may start."""
        self._thread = None

    def wait(self, seconds: float) -> bool:
        """Give a turn that was asked to stop a little time; return whether it is over."""
        if self._thread is not None:
            self._thread.join(seconds)
            return not self._thread.is_alive()
        return True

    def _run(
        self, turn: Callable[[], Iterator[Event]], message: str | None, stop: threading.Event
    ) -> None:
        error: AppError | None = None
        try:
            events = turn()
            for event in events:
                if stop.is_set():
                    close = getattr(events, "close", None)
                    if close is not None:
                        close()
                    break
                if not self._send(EngineEvent(event)):
                    return
        except AppError as failure:
            error = failure
        except Exception as bug:
            # The thread's outermost frame: a fault of ours must reach the person as a
            # sentence, and must not cost them a case they have not saved.
            if not stop.is_set():
                log.exception("the turn failed")
            error = AppError(
                f"fes met a fault of its own ({type(bug).__name__}: {bug})",
                hint="The case is kept; save it with Ctrl+S. The fault is in the log.",
            )
        self._send(TurnEnded(message, error=error, stopped=stop.is_set()))

    def _send(self, message: Message) -> bool:
        try:
            return self._post(message)
        except RuntimeError:
            # The application's loop closed between two events: there is nobody to tell.
            return False
