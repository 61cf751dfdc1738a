"""The chat screen: conversation left, evaluation and source right, message below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import OptionList

from assistant.cases.sessions import Session
from assistant.events import (
    ClaimRemoved,
    ClaimVerified,
    EvaluationChanged,
    Event,
    Notice,
    Progress,
    Reply,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnFinished,
    TurnStarted,
)
from assistant.tui import keys, messages, themes
from assistant.tui.desk.arrivals import Arrival, dragged
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.talk.doing import COMMAND, DoingScreen
from assistant.tui.screens.talk.panels import PanelTabs
from assistant.tui.widgets.figures.evaluation import EvaluationPanel
from assistant.tui.widgets.keybar import KeyBar
from assistant.tui.widgets.status import StatusLine
from assistant.tui.widgets.talk.commands import CommandHints
from assistant.tui.widgets.talk.conversation import Conversation, Suggestions
from assistant.tui.widgets.talk.prompt import Prompt
from assistant.tui.widgets.talk.turn import TurnView
from assistant.tui.widgets.talk.waiting import Waiting
from assistant.tui.widgets.titlebar import TitleBar, WorkBar
from core.errors import AppError

_LEAVE_SECONDS = 1.0
_PAINT_SECONDS = 0.03
_STANDING_SECONDS = 0.3
_DRAFT_SECONDS = 0.7


class ChatScreen(DoingScreen):
    """Everything a person sees while talking about a case."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings()]
    AUTO_FOCUS = "#prompt"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._reply: Reply | None = None
        self._taking_up = False
        self._draft_timer: Timer | None = None
        self.left_in_order = True
        """False when the screen was left while a turn went on working."""

    def compose(self) -> ComposeResult:
        """Lay out the bars, the conversation, the panels and the message line."""
        self.show_room()
        yield TitleBar(id="title-bar")
        yield WorkBar("talk")
        yield PanelTabs(id="panel-tabs")
        with Horizontal(id="main"):
            yield Conversation(id="conversation")
            yield Vertical(*self.panels(), id="side")
        yield StatusLine(stops=True, id="status")
        yield Waiting(id="waiting")
        yield CommandHints(id="commands")
        yield Prompt(id="prompt")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the case; the conversation opens once the first screen is painted."""
        self._refresh_case()
        self.call_after_refresh(self._open)

    def on_screen_resume(self) -> None:
        """Show the case anew: it may have changed on another screen."""
        if self._turn is None:
            return
        self._refresh_case()
        suggestions = self.query_one(Suggestions)
        if suggestions.display:
            suggestions.offer(self.desk.suggestions())

    async def _open(self) -> None:
        """Show the turns kept of an earlier window and take the conversation up, or open it."""
        session = self.desk.keeping.session if self.desk.keeping is not None else Session()
        # Also before a first turn: a window may have closed while its first words were written.
        unsent = filter(None, (session.unanswered, session.draft))
        self.query_one(Prompt).put("\n".join(unsent))
        if session.unanswered:
            self._say("this message was not answered before the window closed: Enter sends it")
        if not self.desk.turns:
            self._style_turns()
            await self._begin(self.desk.start, None)
        else:
            # The figures are painted before the conversation is laid out.
            self.set_timer(_PAINT_SECONDS, self._take_up)

    def _style_turns(self) -> None:
        themes.read_rest(self.app)
        if self.app.screen is not self:
            # A key typed ahead has opened a dialog.
            self.app.update_styles(self.app.screen)

    async def _take_up(self) -> None:
        self._style_turns()
        conversation = self.query_one(Conversation)
        session = self.desk.keeping.session if self.desk.keeping is not None else Session()
        await conversation.restore(session.turns)
        prompt = self.query_one(Prompt)
        for turn in session.turns:
            if turn.asked:
                prompt.remember(turn.asked)
        self._turn = conversation.turns[-1]
        if not self.asked:
            self.query_one(Suggestions).offer(self.desk.suggestions())
        # Nothing on screen waits for what answers: it is loaded once the turns stand there.
        self._taking_up = True
        self.set_timer(_STANDING_SECONDS, self._load)

    def _load(self) -> None:
        self._runner.start(self.desk.start, None)

    def on_text_area_changed(self) -> None:
        """Show what a slash can become; keep what is written a moment after the last key."""
        self.query_one(CommandHints).follow(self.query_one(Prompt).text)
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self._draft_timer = self.set_timer(_DRAFT_SECONDS, self._keep_draft)

    def _keep_draft(self) -> None:
        keeping, draft = self.desk.keeping, self.draft
        if self.desk.kept and keeping is not None and keeping.session.draft != draft:
            self._note_draft(draft)

    @work(thread=True, group="draft", exclusive=True)
    def _note_draft(self, draft: str) -> None:
        if self.desk.keeping is not None:
            with suppress(AppError):
                # A full disk is told by the next turn, which has more to lose.
                self.desk.keeping.note(draft=draft)

    @property
    def asked(self) -> list[str]:
        """The messages of the conversation so far."""
        return self.query_one(Conversation).messages

    @property
    def draft(self) -> str:
        """What is not sent yet: the messages that wait, and what is being written."""
        unsent = (*self.query_one(Waiting).messages, self.query_one(Prompt).text)
        return "\n".join(filter(None, unsent))

    @property
    def running(self) -> bool:
        """Whether a turn runs, or the opening is still to come."""
        return self._runner.running or self._taking_up or self._turn is None

    @property
    def working(self) -> bool:
        """Whether a turn still works, if only to let go, or the opening is still to come."""
        return self._runner.working or self._taking_up or self._turn is None

    def on_unmount(self) -> None:
        """Stop a turn that still runs."""
        self._runner.stop()
        self.left_in_order = self._runner.wait(_LEAVE_SECONDS)

    # --- turns ---------------------------------------------------------------------------

    async def _begin(self, turn: Callable[[], Iterator[Event]], message: str | None) -> None:
        self._reply = None
        if message is not None:
            self.query_one(Suggestions).offer([])
        self._turn = await self.query_one(Conversation).begin(message)
        label = "Opening the case" if message is None else "Reading the question"
        if self._runner.working:
            label = "Waiting for the answer that was stopped to let go"
        self.query_one(StatusLine).work(label)
        self._runner.start(turn, message)

    async def on_prompt_submitted(self, event: messages.PromptSubmitted) -> None:
        """Send a message, run a typed command, or let the message wait while a turn runs."""
        prompt = self.query_one(Prompt)
        command = COMMAND.match(event.text)
        if command is not None:
            if not self._run_command(command.group(1), (command.group(2) or "").strip()):
                prompt.give_back(event.text)
            return
        file = dragged(event.text)
        if file is not None:
            # The name of a file asks nothing; it is brought in as if it had been dragged here.
            self.post_message(messages.BroughtIn(Arrival(path=file)))
            return
        prompt.remember(event.text)
        if self._runner.running or self._taking_up:
            self.query_one(Waiting).add(event.text)
            self._keep_draft()
            return
        self._show_conversation()
        if self._editing:
            await self._take_back()
        await self._send(event.text)

    async def _send(self, text: str) -> None:
        await self._begin(lambda: self.desk.handle(text), text)

    def on_suggestion_chosen(self, event: messages.SuggestionChosen) -> None:
        self.ask(event.text)

    def on_suggestions_wanted(self) -> None:
        """Go to the example questions when they are on screen."""
        suggestions = self.query_one(Suggestions)
        if suggestions.display:
            options = suggestions.query_one(OptionList)
            options.highlighted = 0
            options.focus()

    async def on_engine_event(self, message: messages.EngineEvent) -> None:
        """Show what the engine says."""
        turn, status = self._turn, self.query_one(StatusLine)
        if turn is None:
            return
        match message.event:
            case Progress() as progress:
                status.progress(progress)
            case ToolStarted() as tool:
                status.note(tool.summary or tool.name)
                turn.tool(tool)
            case ToolFinished() as tool:
                turn.tool(tool)
            case TextDelta(text):
                status.note("Writing the answer")
                await turn.write(text)
            case ClaimVerified(claim):
                turn.verified(claim)
            case ClaimRemoved(removed):
                turn.removed(removed)
            case EvaluationChanged(case, evaluation, previous):
                panel = self.query_one(EvaluationPanel)
                panel.show(case or self.desk.case, evaluation, previous)
                self._show_title()
            case Notice() as notice:
                await turn.notice(notice)
            case TurnFinished(reply):
                self._reply = reply
            case TurnStarted():
                pass

    def on_case_changed(self) -> None:
        """Show what a turn that was stopped had changed by the time it ended."""
        self._refresh_case()

    async def on_turn_ended(self, message: messages.TurnEnded) -> None:
        """Settle a turn; give the person's words back when it failed or was stopped."""
        self._runner.finished()
        turn = self._turn
        if turn is None:
            return
        if self._taking_up:
            await self._taken_up(turn, message)
            return
        hint = ""
        waiting = self.query_one(Waiting)
        if message.message is not None and (message.error or message.stopped):
            hint = self._give_back(message.message)
        unsent = waiting.clear() if message.stopped else 0
        if unsent:
            what = "The message that waited was" if unsent == 1 else "The messages that waited were"
            hint = f"{hint} {what} not sent: ↑ brings it back.".strip()
        await turn.finish(self._reply)
        if message.error is not None:
            await turn.fail(message.error, hint)
        elif message.stopped:
            await turn.notice(Notice("note", "Stopped.", hint))
        conversation = self.query_one(Conversation)
        if turn.sources:
            conversation.make_current(turn)
            self._opened = None
        self._refresh_case()
        self.query_one(StatusLine).rest()
        following = waiting.next()
        if following is not None:
            await self._send(following)
        elif message.message is None:
            self.query_one(Suggestions).offer(self.desk.suggestions())

    async def _taken_up(self, turn: TurnView, message: messages.TurnEnded) -> None:
        self._taking_up = False
        if message.error is not None:
            await turn.fail(message.error)
        self._refresh_case()
        following = self.query_one(Waiting).next()
        if following is not None:
            await self._send(following)
        if self.desk.keeping is not None and self.desk.keeping.second:
            self._say("also open in another window, which keeps the conversation")

    def _give_back(self, text: str) -> str:
        prompt = self.query_one(Prompt)
        if prompt.text.strip():
            return "Press ↑ on the first line for your message."
        prompt.put(text)
        return "Your message is back below."

    def _refresh_case(self) -> None:
        self.query_one(EvaluationPanel).update_case(self.desk.case, self.desk.evaluation)
        self._show_title()

    # --- the rest ------------------------------------------------------------------------

    def action_stop(self) -> None:
        """Stop the running turn, else go back to the conversation and the message line."""
        if self._runner.running:
            self._runner.stop()
            return
        if self._editing:
            self._editing = False
            self.query_one(Prompt).put("")
            self._say("left as it was")
        self._show_conversation()
        self.query_one(Prompt).focus()

    def interrupt(self) -> None:
        """Stop the running turn, or say how to leave: Ctrl+C copies a selection."""
        if self._runner.running:
            self.action_stop()
        else:
            self._say("Ctrl+Q quits")
