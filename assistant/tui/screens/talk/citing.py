"""Opening citations: by number, one after another, from a list, by mouse."""

from __future__ import annotations

from textual import work

from assistant import load
from assistant.events import Source
from assistant.tui import messages
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.runner import TurnRunner
from assistant.tui.screens.talk.keeping import KeepingScreen
from assistant.tui.widgets.talk.conversation import Conversation
from assistant.tui.widgets.talk.source import SourcePanel
from core.errors import AppError


class CitingScreen(KeepingScreen):
    """A conversation whose citations open in the source panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._runner = TurnRunner(self.post_message, desk.cancel)
        self._opened: int | None = None
        self._editing = False

    def on_citation_chosen(self, event: messages.CitationChosen) -> None:
        """Open a citation of the answer it was chosen in."""
        conversation = self.query_one(Conversation)
        if event.turn is not None:
            conversation.make_current(conversation.turn(event.turn))
        self.action_open_citation(event.number)

    def action_open_citation(self, number: int) -> None:
        """Open a citation of the current answer in the source panel."""
        sources = self._sources()
        source = sources.get(number)
        if source is None:
            known = f"it has {', '.join(map(str, sorted(sources)))}" if sources else "it has none"
            self._say(f"the answer has no citation {number}; {known}")
            return
        self._opened = number
        self._reveal("source")
        self._read_passage(source)

    def action_next_citation(self) -> None:
        self._step_citation(1)

    def action_previous_citation(self) -> None:
        self._step_citation(-1)

    def _step_citation(self, by: int) -> None:
        numbers = sorted(self._sources())
        if not numbers:
            self._say("there is no citation to open yet")
            return
        if self._opened in numbers:
            place = (numbers.index(self._opened) + by) % len(numbers)
        else:
            place = 0 if by > 0 else -1
        self.action_open_citation(numbers[place])

    def action_sources(self) -> None:
        """List the citations of the current answer."""
        sources = self._sources()
        if not sources:
            self._say("there is no citation to open yet")
            return

        def chosen(number: int | None) -> None:
            if number is not None:
                self.action_open_citation(number)

        choose = load("assistant.tui.screens.dialogs.choose:ChooseSource")
        self.app.push_screen(choose([sources[n] for n in sorted(sources)]), chosen)

    async def action_previous_answer(self) -> None:
        await self._step_answer(-1)

    async def action_next_answer(self) -> None:
        await self._step_answer(1)

    async def _step_answer(self, by: int) -> None:
        self._show_conversation()
        self._opened = None
        await self.query_one(Conversation).step_current(by)

    async def action_show_earlier(self) -> None:
        """Lay out more of the turns that stand above."""
        await self.query_one(Conversation).show_earlier()

    def _sources(self) -> dict[int, Source]:
        current = self.query_one(Conversation).current
        if self._turn is not None and self._turn.sources and self._runner.running:
            current = self._turn
        return current.sources if current is not None else {}

    @work(thread=True, group="passage", exclusive=True)
    def _read_passage(self, source: Source) -> None:
        try:
            opened = self.desk.open_passage(source.passage)
        except AppError as error:
            self.post_message(messages.PassageRead(source, error=error))
        else:
            self.post_message(messages.PassageRead(source, opened))

    async def on_passage_read(self, event: messages.PassageRead) -> None:
        """Show the passage, unless another was opened meanwhile."""
        if event.source.number != self._opened:
            return
        panel = self.query_one(SourcePanel)
        if event.opened is not None:
            await panel.show(event.source, event.opened, len(self._sources()))
        elif event.error is not None:
            panel.show_error(event.source.number, event.error.sentence())
