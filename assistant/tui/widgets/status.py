"""The line above the message: what is being done, how far it is, and what Esc would do."""

from __future__ import annotations

from time import monotonic

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from assistant.events import Progress
from assistant.text import one_line
from assistant.tui.widgets.titlebar import MUTED

_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_BAR = 20  # cells
_SECONDS_SHOWN_FROM = 2
_BELOW = "more below: PgDn"
_PADDING = 2


def progress_bar(done: int, total: int) -> Content:
    """Return a bar and the count, ``done`` of ``total``."""
    total = max(total, 1)
    done = max(0, min(done, total))
    full = round(_BAR * done / total)
    return Content.assemble(
        ("━" * full, "$primary"),
        ("─" * (_BAR - full), "$border-blurred"),
        f" {done:,} of {total:,}",
    )


class StatusLine(Horizontal):
    """Idle or working (with label, bar or count, and seconds); and a scroll hint.

    Args:
        stops: whether Esc stops the work that is shown.
    """

    def __init__(self, *, stops: bool = False, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._stops = stops

    def compose(self) -> ComposeResult:
        """Lay out the work on the left and the scroll hint on the right."""
        yield Static(id="status-left")
        yield Static(id="status-right")

    def on_mount(self) -> None:
        """Prepare the timer that turns the spinner while a turn runs."""
        self._label = ""
        self._progress: Progress | None = None
        self._hint = ""
        self._since = 0.0
        self._frame = 0
        self._working = False
        self._more = False
        still = self.app.animation_level == "none"
        self._timer: Timer | None = None
        if not still:
            self._timer = self.set_interval(0.12, self._tick, pause=True)

    def on_resize(self) -> None:
        """Give what is said the room there is now."""
        self._draw()

    def work(self, label: str) -> None:
        """Show that a turn began."""
        self._working = True
        self._since = monotonic()
        self._progress = None
        self._hint = ""
        self.note(label)
        if self._timer is not None:
            self._timer.resume()

    def note(self, label: str) -> None:
        """Say what is being done now."""
        self._label = one_line(label)
        self._progress = None
        self._draw()

    def progress(self, progress: Progress) -> None:
        """Show how far the work is, also when another work that ended said that nothing runs."""
        if not self._working:
            self.work(progress.label)
        self._progress = progress
        self._draw()

    def rest(self, hint: str = "") -> None:
        """Show that nothing runs, with a hint when there is one."""
        self._working = False
        self._hint = hint
        if self._timer is not None:
            self._timer.pause()
        self._draw()

    def hint(self, hint: str) -> None:
        """Say something to the person without ending the work shown."""
        self._hint = hint
        self._draw()

    def below(self, *, more: bool) -> None:
        """Say whether more of the conversation stands below the screen."""
        self._more = more
        self._draw()

    def _tick(self) -> None:
        self._frame = (self._frame + 1) % len(_FRAMES)
        self._draw()

    def _draw(self) -> None:
        left = self.query_one("#status-left", Static)
        # What is said goes before what can be seen by scrolling, and is never cut off.
        room = self.size.width - 2 * _PADDING - len(_BELOW) - 1
        told = not self._working and len(self._hint) > room
        right = self.query_one("#status-right", Static)
        right.update(Content(_BELOW if self._more and not told else ""))
        self.set_class(told, "-told")
        if not self._working:
            left.update(Content.styled(self._hint, MUTED))
            return
        parts: list[Content | str | tuple[str, str]] = [(_FRAMES[self._frame], "$accent"), " "]
        if self._progress is None:
            parts.append(self._label)
        else:
            parts.append(one_line(self._progress.label) + " ")
            if self._progress.total is not None:
                parts.append(progress_bar(self._progress.done, self._progress.total))
            elif self._progress.done:
                parts.append(f"{self._progress.done:,}")
        seconds = int(monotonic() - self._since)
        if seconds >= _SECONDS_SHOWN_FROM and self._timer is not None:
            parts.append(f" · {seconds} s")
        hint = self._hint or ("Esc stops" if self._stops else "")
        if hint:
            parts.append((f" · {hint}", MUTED))
        left.update(Content.assemble(*parts))
