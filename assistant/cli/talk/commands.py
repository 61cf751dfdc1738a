"""The slash commands of a conversation by lines: the same words as in the application.

What has a screen of its own there is a command of the program here, and is named.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.events import Reply
from assistant.text import escape, margin_sentence
from core.errors import AppError

if TYPE_CHECKING:
    from assistant.chat.engine import Engine

HELPS: Final = {
    "/help": "these commands",
    "/evaluation": "the grade, its margin and the factors",
    "/steps": "every step and warning, with its citation",
    "/sources": "the citations of the last answer",
    "/open N": "the passage that citation N rests on",
    "/more": "the rest of the answer",
    "/undo": "take the last change of the case back",
    "/dropped": "what was kept back from the last answer, and why",
    "/save FILE": "write the case to a file",
    "/quit": "leave; the end of the input does as well",
}
ELSEWHERE: Final = {
    "/case": "fes case show CASE",
    "/whatif": "fes whatif CASE",
    "/argue": "ask, for example: argue Level 2-5 both ways",
    "/suggest": "fes suggest FILE --standard ID",
    "/precedents": 'fes precedents --level 2-5 "words"',
    "/appeal": "fes appeal FACTS --case CASE",
    "/papers": "fes paper list",
    "/library": "fes ingest PATH and fes standards list",
    "/home": "fes case list",
}
"""What has a screen in the application, with the command that does it without one."""
SPOKEN: Final = {"/more": "more", "/undo": "undo"}
"""Commands that are words of the conversation."""


@dataclass
class Commands:
    """Runs slash commands about a conversation; ``last`` is the reply they are about."""

    engine: Engine
    last: Reply = field(default_factory=lambda: Reply(answer=""))

    def run(self, line: str) -> str | None:
        """Return what a command says, in Markdown; None when the line is no command."""
        word, _, rest = line.partition(" ")
        if not word.startswith("/") or "/" in word[1:]:
            return None
        if word in ELSEWHERE:
            return f"That has a screen in the application. Here: {escape(ELSEWHERE[word])}"
        acts: dict[str, Callable[[str], str]] = {
            "/help": self._help,
            "/evaluation": self._evaluation,
            "/steps": self._steps,
            "/sources": self._sources,
            "/open": self._open,
            "/dropped": self._dropped,
            "/save": self._save,
        }
        act = acts.get(word)
        if act is None:
            return f"There is no command {escape(word)}. /help lists them."
        try:
            return act(rest.strip())
        except AppError as error:
            return escape(error.sentence())

    def _help(self, rest: str) -> str:  # noqa: ARG002 - every command takes the rest of its line
        rows = [f"- {command}: {text}" for command, text in HELPS.items()]
        return "\n".join([*rows, f"- elsewhere: {', '.join(ELSEWHERE)}"])

    def _evaluation(self, rest: str) -> str:  # noqa: ARG002
        evaluation = self.engine.evaluation
        if evaluation is None:
            return "There is no evaluation yet."
        rows = [
            f"- Factor {one.factor}, {escape(one.name)}: Level {one.level}, {one.points:,} points"
            for one in evaluation.factors
        ]
        return "\n".join([margin_sentence(evaluation), "", *rows])

    def _steps(self, rest: str) -> str:  # noqa: ARG002
        evaluation = self.engine.evaluation
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
        opened = self.engine.open_passage(source.passage)
        head = f"**{escape(opened.title)}**, {escape(source.place or opened.place)}"
        kind = "our digest, not the official text" if opened.digest else ""
        quoted = "\n".join(f"> {escape(line)}" for line in opened.text.splitlines())
        return "\n\n".join(filter(None, (head, kind, quoted)))

    def _dropped(self, rest: str) -> str:  # noqa: ARG002
        rows = [f"- {escape(one.reason)}" for one in self.last.removed]
        return "\n".join(rows) or "Nothing was kept back from the last answer."

    def _save(self, rest: str) -> str:
        written = self.engine.save(Path(rest).expanduser() if rest else None)
        return f"Saved to {escape(str(written))}."
