"""What the conversation can do beside talking: commands, copying, editing, bringing a file in."""

from __future__ import annotations

import re
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from textual import work

from assistant import load
from assistant.text import one_line
from assistant.tui import keys, messages
from assistant.tui.desk.arrivals import Arrival, arrival
from assistant.tui.desk.opener import Opener
from assistant.tui.screens.talk.citing import CitingScreen
from assistant.tui.widgets.talk.commands import CommandHints
from assistant.tui.widgets.talk.conversation import Conversation
from assistant.tui.widgets.talk.prompt import Prompt
from assistant.tui.widgets.talk.source import SourcePanel
from assistant.tui.widgets.talk.turn import Disclosure
from assistant.tui.works import work_named
from core.errors import AppError

COMMAND = re.compile(r"^(/[a-z-]+)(?:\s+(.*))?$", re.DOTALL)


class DoingScreen(CitingScreen):
    """A conversation with its slash commands and what they do."""

    def ask(self, text: str) -> None:
        """Send a message as if it had been typed; what is being typed stays."""
        self.query_one(Prompt).focus()
        self.post_message(messages.PromptSubmitted(text))

    def action_say(self, text: str) -> None:
        """Send a message that stands for a command."""
        self.ask(text)

    def _run_command(self, word: str, rest: str) -> bool:
        """Run a slash command; False when it is not one, so that the words stay."""
        if word == keys.OPEN_COMMAND:
            if not rest.isdecimal():
                self._say("name a citation by its number: /open 3")
                return False
            self.action_open_citation(int(rest))
        elif word == "/save" and rest:
            path = Path(rest).expanduser()
            if path.exists():
                self._ask_where(rest, "This file exists; Enter replaces it.")
            else:
                self._save(path)
        elif rest and word in self._taking:
            self._taking[word](rest)
        elif rest and (named := work_named(word.removeprefix("/"))) is not None and named.place:
            self.post_message(messages.WorkWanted(named.name, rest))
        elif word in keys.COMMANDS:
            # Through the application, so that dialogs open after this message is handled.
            action = keys.COMMANDS[word]
            runner = self.app if action.startswith("app.") else self
            self.call_later(runner.run_action, action.removeprefix("app."))
        else:
            self._say(f"there is no command {word}; /help lists them")
            return False
        self.query_one(CommandHints).follow("")
        return True

    @property
    def _taking(self) -> dict[str, Callable[[str], None]]:
        """The commands that take words and have no screen of their own."""
        return {
            "/new": lambda words: self._bring_in(arrival(words, titled=True)),
            "/home": self._open_case,
            # The same words do the same by lines.
            "/argue": lambda level: self.ask(f"argue Level {level} both ways"),
        }

    def _bring_in(self, what: Arrival) -> None:
        opener = getattr(self.app, "opener", None)
        if opener is not None:
            self._say(what.doing)
            self._make_case(what, opener)

    def _open_case(self, name: str) -> None:
        """Open another case by its name, its title or its file."""
        opener = getattr(self.app, "opener", None)
        if opener is None:
            return
        try:
            found = opener.supervisors(name) or opener.named(name)
        except AppError as error:
            self._say(error.sentence())
        else:
            self.app.post_message(messages.opened(found))

    def action_help(self) -> None:
        self.app.push_screen(load("assistant.tui.screens.dialogs.help:HelpScreen")())

    def action_menu(self) -> None:
        self.app.action_command_palette()

    def action_go_to(self) -> None:
        """Choose a work or a panel by one key."""
        self.app.push_screen(load("assistant.tui.screens.dialogs.go:GoScreen")(self.run_action))

    def action_derivation(self) -> None:
        """Show every step of the evaluation."""
        evaluation = self.desk.evaluation
        if evaluation is None:
            self._say("there is no evaluation yet")
        else:
            self.app.push_screen(
                load("assistant.tui.screens.dialogs.derivation:DerivationScreen")(evaluation)
            )

    # --- copying, editing, looking behind --------------------------------------------------

    def action_copy_answer(self) -> None:
        """Copy the current answer, or the newest one, as text."""
        conversation = self.query_one(Conversation)
        turn = conversation.current or (conversation.turns[-1] if conversation.turns else None)
        if turn is None or not turn.text:
            self._say("there is no answer to copy yet")
            return
        self.app.copy_to_clipboard(turn.text)
        self._say("the answer is copied")

    def action_copy_quotation(self) -> None:
        """Copy the quotation that is open, with its source."""
        words = self.query_one(SourcePanel).quotation
        if not words:
            self._say("open a citation first: Ctrl+O")
            return
        self.app.copy_to_clipboard(words)
        self._say("the quotation is copied with its source")

    def action_dropped(self) -> None:
        """Unfold what was kept back from the current answer."""
        conversation = self.query_one(Conversation)
        turn = conversation.current or (conversation.turns[-1] if conversation.turns else None)
        folded = list(turn.query(".removed").results(Disclosure)) if turn is not None else []
        if not folded:
            self._say("nothing was kept back from this answer")
            return
        for one in folded:
            one.collapsed = False
            one.scroll_visible()

    def action_edit_last(self) -> None:
        """Take the last message back into the line; sending it undoes what it had done."""
        turns = self.query_one(Conversation).turns
        if self._runner.working or not turns or turns[-1].message is None:
            self._say("there is no message to edit")
            return
        self._editing = True
        self.query_one(Prompt).put(turns[-1].message)
        self.query_one(Prompt).focus()
        self._say("Enter sends it in the place of the last one, whose change goes; Esc leaves that")

    async def _take_back(self) -> None:
        """Undo the last turn: its change of the case, its place in the conversation."""
        self._editing = False
        conversation = self.query_one(Conversation)
        if conversation.turns and conversation.turns[-1].message is not None:
            try:
                self._say(self.desk.take_turn_back())
            except AppError as error:
                self._say(error.sentence())
            await conversation.drop_last()

    def action_usage(self) -> None:
        """Say what is in use: model, turns, documents, memory."""
        desk = self.desk
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        memory = peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
        asked = len(self.query_one(Conversation).messages)
        model = one_line(desk.model) or "no model: the program answers by itself"
        counted = "1 message" if asked == 1 else f"{asked} messages"
        told = f"{model} · {counted} · {memory} MB of memory at most"
        if desk.file is not None:
            told += f" · kept in {desk.file.path}"
        self._say(told)

    # --- bringing something in ---------------------------------------------------------------

    def on_brought_in(self, event: messages.BroughtIn) -> None:
        """Offer what was dragged or pasted as a case, not as a question."""
        what, opener = event.what, getattr(self.app, "opener", None)
        words = str(what.path) if what.path is not None else what.text
        if opener is None:
            self.query_one(Prompt).insert(words)
            return
        case_file = what.path is not None and not what.place
        choices = [
            ("case", "Open this case" if case_file else "Make a case of this description"),
            ("message", "Put it into the message"),
        ]

        def picked(choice: str | None) -> None:
            if choice == "case":
                self._bring_in(what)
            elif choice == "message":
                self.query_one(Prompt).insert(words)

        pick = load("assistant.tui.screens.dialogs.pick:PickScreen")
        self.app.push_screen(pick("This looks like a document", choices), picked)

    @work(thread=True, group="arrive", exclusive=True)
    def _make_case(self, what: Arrival, opener: Opener) -> None:
        try:
            found = what.open(opener)
        except AppError as error:
            self.app.call_from_thread(self._say, error.sentence())
        else:
            self.post_message(messages.opened(found, what.place, what.told(found)))
