"""The slash commands of a conversation by lines: the same words as in the application.

What has a screen of its own there is a command of the program, run here on the case that is open.
"""

from __future__ import annotations

import io
import shlex
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.cli.main import run
from assistant.events import Reply, TurnFinished
from assistant.text import escape, margin_sentence
from assistant.tui.desk.arrivals import arrival, dragged
from assistant.tui.hints import typed_here
from core.errors import AppError, UsageError

if TYPE_CHECKING:
    from assistant.tui.desk.desk import Desk
    from assistant.tui.desk.opener import Opener

HELPS: Final = {
    "/help": "these commands",
    "/evaluation": "the grade, its margin and the factors",
    "/steps": "every step and warning, with its citation",
    "/sources": "the citations of the last answer",
    "/open N": "the passage that citation N rests on",
    "/more": "the rest of the answer",
    "/undo": "take the last change of the case back",
    "/edit WORDS": "say the last message again in other words; its change goes",
    "/dropped": "what was kept back from the last answer, and why",
    "/case": "the case: cover, duties, levels, facts, findings; /case determine: series and title",
    "/whatif": "what would change its grade; /whatif 2-5 tries a level",
    "/argue 2-5": "a level both ways",
    "/suggest": "levels from the description; --standard ID, --accept 1,2",
    "/precedents WORDS": "how decisions read a level; --level 2-5",
    "/appeal": "route, days and risk",
    "/papers": "the papers; /papers letter --out letter.docx writes one",
    "/library": "the standards held; /library PATH reads a document in, import PATH a standard; "
    "sources lists what is published, fetch NAME fetches it",
    "/new FILE": "a new case from a description, or by a name",
    "/home": "the cases kept; /home NAME opens one",
    "/usage": "the model, and where the case is kept",
    "/save FILE": "write the case to a file",
    "/quit": "leave; the end of the input does as well",
}
SPOKEN: Final = {"/more": "more", "/undo": "undo"}
"""Commands that are words of the conversation."""
_CASE: Final = "CASE"
WORKS: Final[dict[str, tuple[str, ...]]] = {
    "/whatif": ("whatif", _CASE),
    "/precedents": ("precedents",),
    "/appeal": ("appeal", _CASE),
}
"""What has a screen in the application, with the command that does it without one."""
ON_SCREEN: Final = frozenset({"/copy", "/menu", "/quote", "/source", "/stop", "/talk", "/theme"})
"""What only a screen needs."""


def _in_words(word: str, rest: str) -> bool:
    """Return whether a command is said in the words of the conversation instead."""
    return word in {*SPOKEN, "/argue"} or (word == "/whatif" and bool(rest.strip()))


class Printed(str):
    """What a command printed: laid out already, no Markdown."""

    __slots__ = ()


@dataclass
class Commands:
    """Runs slash commands about a conversation; ``last`` is the reply they are about."""

    opener: Opener
    desk: Desk
    last: Reply = field(default_factory=lambda: Reply(answer=""))

    def __post_init__(self) -> None:
        """Take up the answer that an earlier conversation ended with."""
        self._take_up()

    def _take_up(self) -> None:
        turns = self.desk.turns
        if turns:
            one = turns[-1]
            self.last = Reply(answer=one.answer, sources=one.sources, removed=one.removed)

    def opened(self) -> str:
        """Begin the conversation about the case on the desk, or say that it goes on."""
        answer = ""
        for event in self.desk.start():
            if isinstance(event, TurnFinished):
                self.last, answer = event.reply, event.reply.answer
        return answer or f"{escape(self.desk.title)}: the conversation goes on where it stood."

    def left(self) -> None:
        """Note that the conversation was left in order."""
        if self.desk.keeping is not None:
            self.desk.keeping.note(left=True)
            self.desk.keeping.close()

    def spoken(self, message: str) -> str:
        """Return a message with a command that is words of the conversation put in words."""
        word, _, rest = message.partition(" ")
        if word == "/edit" and rest.strip():
            self.desk.take_turn_back()
            return rest.strip()
        if word == "/argue":
            return f"argue Level {rest.strip()} both ways" if rest.strip() else "argue both ways"
        if word == "/whatif" and rest.strip():
            return f"what if Level {rest.strip()}"
        return SPOKEN.get(message, message)

    def run(self, line: str) -> str | None:
        """Return what a command says, in Markdown unless Printed; None when it is no command."""
        word, _, rest = line.partition(" ")
        if dragged(line) is not None:
            word, rest = "/new", line
        elif not word.startswith("/") or "/" in word[1:] or _in_words(word, rest):
            return None
        elif word == "/edit":
            return None if rest.strip() else "Write the message anew behind it: /edit WORDS."
        acts: dict[str, Callable[[str], str]] = {
            "/help": self._help,
            "/evaluation": self._evaluation,
            "/steps": self._steps,
            "/sources": self._sources,
            "/open": self._open,
            "/dropped": self._dropped,
            "/save": self._save,
            "/case": self._case,
            "/suggest": self._suggest,
            "/papers": self._papers,
            "/library": self._library,
            "/new": self._new,
            "/home": self._home,
            "/usage": self._usage,
        }
        act = acts.get(word)
        try:
            if word in WORKS:
                return self._printed([*WORKS[word], *_words(rest)])
            if act is not None:
                return act(rest.strip())
            if word in ON_SCREEN:
                return "That is for the screen; by lines everything is printed."
        except AppError as error:
            return escape(error.sentence())
        return f"There is no command {escape(word)}. /help lists them."

    def _printed(self, arguments: list[str]) -> str:
        """Run a command of the program on the case that is open, and return what it prints."""
        said = self._told(arguments)
        changed = "/undo takes that back." if self.desk.follow_others() else ""
        return Printed("\n\n".join(filter(None, (said, changed))))

    def _told(self, arguments: list[str]) -> str:
        if _CASE in arguments:
            arguments = [self._path() if part == _CASE else part for part in arguments]
        told = io.StringIO()
        with redirect_stdout(told), redirect_stderr(told):
            run(arguments)
        return typed_here(told.getvalue().rstrip())

    def _path(self) -> str:
        """Return the file that holds the case as it is now.

        Raises:
            UsageError: when there is none.
        """
        desk = self.desk
        supervisor = getattr(desk.engine, "supervisor", None)
        if supervisor is not None:
            return str(supervisor.path)
        if desk.case is None:
            raise UsageError("no case is open", hint="Begin one: /new FILE, or state a fact.")
        path = desk.file.path if desk.file is not None else desk.engine.case_path
        if path is None or desk.changed:
            raise UsageError(
                "the case has changes that no file holds", hint="Write it first: /save FILE."
            )
        return str(path)

    def _suggest(self, rest: str) -> str:
        words, case = _words(rest), self.desk.case
        path = self._path()
        if self.opener.supervisors(path) is not None:
            # The guide weighs it, and what is accepted makes it a file of another kind.
            told = self._told(["suggest", _CASE, *words])
            self._on(self.opener.by_lines(path, keep=True))
            return Printed(told)
        if case is not None and not any(one.startswith(("--standard", "--work")) for one in words):
            words += ["--standard", case.standard]
        return self._printed(["suggest", _CASE, *words])

    def _papers(self, rest: str) -> str:
        paper, *more = _words(rest) or ["list"]
        return self._printed(["paper", paper, _CASE, *more])

    def _library(self, rest: str) -> str:
        words = _words(rest)
        match words:
            case []:
                return self._printed(["standards", "list"])
            case ["sources", *more]:
                return self._printed(["sources", "list", *more])
            case ["fetch", *names] if names:
                only = [part for name in names for part in ("--only", name)]
                return self._printed(["sources", "sync", *only])
            case ["import", *more]:
                return self._printed(["standards", "import", *more])
            case _:
                return self._printed(["ingest", *words])

    def _case(self, rest: str) -> str:
        word, *more = _words(rest) or ["show"]
        return self._printed(["case", word, _CASE, *more])

    def _home(self, rest: str) -> str:
        return (
            self._on(self.opener.by_lines(rest, keep=True))
            if rest
            else self._printed(["case", "list"])
        )

    def _new(self, rest: str) -> str:
        what = arrival(rest, titled=True)
        found = what.open(self.opener)
        if isinstance(found, Path):
            # Its levels are suggested and entered by the guide; then it is talked about.
            opened = self._on(self.opener.by_lines(str(found), keep=True))
            told = (
                "A supervisor's case: the General Schedule Supervisory Guide grades it, not the "
                "nine factors. /suggest shows a level for each of its factors, /suggest --accept "
                "all enters them."
            )
        else:
            told, opened = what.told(found).partition(" Case (2)")[0], self._on(found)
        return "\n\n".join((escape(told), opened))

    def _on(self, desk: Desk) -> str:
        self.left()
        self.desk, self.last = desk, Reply(answer="")
        self._take_up()
        return self.opened()

    def _usage(self, rest: str) -> str:  # noqa: ARG002 - every command takes the rest of its line
        model = self.desk.model or "no model: the program answers by itself"
        file = self.desk.file
        return escape(f"{model}; kept in {file.path}" if file is not None else model)

    def _help(self, rest: str) -> str:  # noqa: ARG002
        return "\n".join(f"- {command}: {text}" for command, text in HELPS.items())

    def _evaluation(self, rest: str) -> str:  # noqa: ARG002
        evaluation = self.desk.evaluation
        if evaluation is None:
            return "There is no evaluation yet."
        rows = [
            f"- Factor {one.factor}, {escape(one.name)}: Level {one.level}, {one.points:,} points"
            for one in evaluation.factors
        ]
        return "\n".join([margin_sentence(evaluation), "", *rows])

    def _steps(self, rest: str) -> str:  # noqa: ARG002
        evaluation = self.desk.evaluation
        if evaluation is None:
            return "There is no evaluation yet."
        heed = [
            f"- {one.severity}: {escape(one.message)} ({escape(one.citation.label())})"
            for one in evaluation.findings
        ]
        steps = [
            f"{one.step}. {escape(one.text)} ({escape(one.citation.label())})"
            for one in evaluation.derivation
        ]
        return "\n".join([*heed, "", *steps])

    def _sources(self, rest: str) -> str:  # noqa: ARG002
        rows = [
            f"- {one.number}: {escape(one.title)}, {escape(one.place)}" for one in self.last.sources
        ]
        return "\n".join(rows) or "The last answer has no citations."

    def _open(self, rest: str) -> str:
        source = next((one for one in self.last.sources if str(one.number) == rest), None)
        if source is None:
            known = ", ".join(str(one.number) for one in self.last.sources) or "none"
            return f"Name a citation of the last answer by its number; it has: {known}."
        opened = self.desk.open_passage(source.passage)
        head = f"**{escape(opened.title)}**, {escape(source.place or opened.place)}"
        kind = "our digest, not the official text" if opened.digest else ""
        quoted = "\n".join(f"> {escape(line)}" for line in opened.text.splitlines())
        return "\n\n".join(filter(None, (head, kind, quoted)))

    def _dropped(self, rest: str) -> str:  # noqa: ARG002
        rows = [f"- {escape(one.reason)}" for one in self.last.removed]
        return "\n".join(rows) or "Nothing was kept back from the last answer."

    def _save(self, rest: str) -> str:
        written = self.desk.save(Path(rest).expanduser() if rest else None)
        return f"Saved to {escape(str(written))}."


def _words(rest: str) -> list[str]:
    try:
        return shlex.split(rest)
    except ValueError as error:
        raise UsageError("a quotation mark is not closed", hint="Close it, or leave it.") from error
