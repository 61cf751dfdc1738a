"""One turn of the conversation: what was asked, how it was worked out, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Collapsible, Static
from textual.widgets._collapsible import CollapsibleTitle

from assistant import load
from assistant.cases.sessions import KeptTurn
from assistant.events import Claim, Notice, Removed, Reply, Source, ToolFinished, ToolStarted
from assistant.text import one_line, safe_text
from assistant.tui.widgets.talk.source_list import SourceList
from assistant.tui.widgets.titlebar import MUTED
from core.errors import AppError

if TYPE_CHECKING:
    from assistant.tui.widgets.talk.answer import Answer

_NOTICE_MARKS = {"note": "note", "warning": "warning", "error": "error"}


class Disclosure(Collapsible):
    """Lines that are folded away behind a short title of ours."""

    def __init__(self, title: str, body: Content, *, classes: str) -> None:
        super().__init__(
            Static(body), title=title, collapsed_symbol="▸", expanded_symbol="▾", classes=classes
        )


class TurnView(Vertical):
    """A turn as it grows.

    Args:
        number: counts turns from 0 (the opening).
        message: what the person wrote, None for the opening.
    """

    def __init__(self, number: int, message: str | None) -> None:
        super().__init__(classes="turn")
        self.number = number
        self.message = message
        self.sources: dict[int, Source] = {}
        self._steps: list[tuple[str, str]] = []
        self._removed: list[Removed] = []
        self._notices: list[Notice] = []
        self._answer: Answer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the question and the places of what will follow."""
        if self.message is not None:
            yield Static(Content(safe_text(self.message)), classes="asked")
        yield Static(classes="steps-live")
        yield Vertical(classes="answer-place")
        yield Vertical(classes="notices")
        yield Vertical(classes="after")

    def on_mount(self) -> None:
        """Show no empty line for steps that have not begun."""
        self.query_one(".steps-live").display = False

    async def write(self, text: str) -> None:
        """Add a piece of the answer."""
        await (await self._place()).write(text)

    async def _place(self) -> Answer:
        """Return the answer, mounted when it is first needed."""
        if self._answer is None:
            # What reads Markdown is no part of the first screen.
            made: Answer = load("assistant.tui.widgets.talk.answer:Answer")(self.number)
            self._answer = made
            await self.query_one(".answer-place").mount(made)
        return self._answer

    def tool(self, event: ToolStarted | ToolFinished) -> None:
        """Note that a step began, or how it ended."""
        if isinstance(event, ToolStarted):
            self._steps.append((one_line(event.summary or event.name), ""))
        else:
            result = one_line(event.summary or "done")
            open_step = next((i for i, step in enumerate(self._steps) if not step[1]), None)
            if open_step is None:
                self._steps.append((one_line(event.name), result))
            else:
                self._steps[open_step] = (self._steps[open_step][0], result)
        live = self.query_one(".steps-live", Static)
        live.display = True
        live.update(self._step_lines())

    def verified(self, claim: Claim) -> None:
        """Learn the citations of a claim, so that they can be opened while the answer grows."""
        for source in claim.sources:
            self.sources[source.number] = source

    def removed(self, removed: Removed) -> None:
        """Count something that was kept from the reader."""
        self._removed.append(removed)

    async def notice(self, notice: Notice) -> None:
        """Say something beside the answer, with its severity as a word."""
        self._notices.append(notice)
        mark = _NOTICE_MARKS[notice.severity]
        text = Content.assemble((f"{mark}  ", "bold"), safe_text(notice.text))
        if notice.hint:
            text = text + Content.assemble(" ", (safe_text(notice.hint), MUTED))
        await self.query_one(".notices").mount(Static(text, classes=f"notice -{mark}"))

    async def fail(self, error: AppError, hint: str = "") -> None:
        """Say what went wrong and what to do."""
        where = f"{error.where}: " if error.where else ""
        hints = " ".join(part for part in (error.hint, hint) if part)
        await self.notice(Notice("error", f"{where}{error.message.rstrip('.')}.", hints))

    async def finish(self, reply: Reply | None) -> None:
        """Settle the answer, its citations, what was removed and how it was found.

        ``reply`` is None when the turn was stopped or failed: what came so far stays.
        """
        if reply is not None:
            if reply.sources:
                self.sources = {source.number: source for source in reply.sources}
            if reply.removed:
                self._removed = list(reply.removed)
            if reply.answer:
                await self._place()
        if self._answer is not None:
            await self._answer.finish(reply.answer if reply and reply.answer else None)
        self.query_one(".steps-live").display = False
        after = self.query_one(".after")
        if self.sources:
            numbered = tuple(self.sources[number] for number in sorted(self.sources))
            await after.mount(SourceList(self.number, numbered))
        if self._removed:
            await after.mount(self._removed_lines())
        if self._steps:
            count = len(self._steps)
            title = f"How this was worked out ({count} step{'' if count == 1 else 's'})"
            await after.mount(Disclosure(title, self._step_lines(), classes="steps"))
        self.set_class(not after.children, "-bare")

    @property
    def text(self) -> str:
        """The answer as Markdown, as far as it has come."""
        return self._answer.source if self._answer is not None else ""

    def kept(self) -> KeptTurn:
        """Return the turn as it can be shown again."""
        return KeptTurn(
            asked=self.message,
            answer=self.text,
            sources=tuple(self.sources[number] for number in sorted(self.sources)),
            removed=tuple(self._removed),
            notices=tuple(self._notices),
            steps=tuple(self._steps),
        )

    async def restore(self, kept: KeptTurn) -> None:
        """Show a turn as it was kept."""
        self._steps = list(kept.steps)
        self.sources = {source.number: source for source in kept.sources}
        self._removed = list(kept.removed)
        for notice in kept.notices:
            await self.notice(notice)
        await self.finish(Reply(answer=kept.answer))

    def set_current(self, current: bool) -> None:
        """Mark the answer whose citations the keys open; only its parts take the focus."""
        self.set_class(current, "-current")
        for part in self.query(".after *"):
            if isinstance(part, SourceList | CollapsibleTitle):
                part.can_focus = current

    def _step_lines(self) -> Content:
        return Content("\n").join(
            Content.assemble("· ", step, (f"  {result}" if result else "", MUTED))
            for step, result in self._steps
        )

    def _removed_lines(self) -> Disclosure:
        count = len(self._removed)
        title = (
            "1 statement was kept back: it did not pass the checks"
            if count == 1
            else f"{count} statements were kept back: they did not pass the checks"
        )
        lines = Content("\n").join(
            Content.assemble(
                "· ", safe_text(item.reason), ("  " + one_line(item.text), f"{MUTED} italic")
            )
            for item in self._removed
        )
        return Disclosure(title, lines, classes="removed")
