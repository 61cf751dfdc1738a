"""What a conversation holds between its turns, and what its steps may ask of it.

The steps of the dialogue, the moves and the answers work on this; the engine, which knows all of
them, runs it.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.argue.evidence import bearing_aspects
from assistant.chat.answering.choosing import Chooser
from assistant.chat.answering.kit import level_of
from assistant.chat.composing.quoting import Quoter
from assistant.chat.model import Answer, Context, Memory, Question
from assistant.chat.moves.keeper import Keeper
from assistant.chat.reading.pulls import factor_of
from assistant.chat.reading.turns.spoken import remembering
from assistant.events import Claim, Event
from core.model import Answer as Ruling
from core.model import Case

if TYPE_CHECKING:
    from assistant.argue.asking import Usage
    from assistant.argue.extractive import ExtractiveArguer
    from assistant.argue.modelled import ModelArguer
    from assistant.cases.supervisors import SupervisorFile
    from core.standards.criteria import Aspect
    from index.library import Library

ASIDE = frozenset(
    {
        *("more", "shorter", "sure", "cite", "unasked", "polite", "help", "save", "export"),
        *("write", "undo", "redo", "changes", "counted", "checked"),
    }
)
"""Moves after which the conversation is still about what it was about before."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something offered to the reader, who takes it with a word: a fact, a change, a topic.

    ``new`` tells a case of its own from a change of the present one; ``supervisor`` is the file of
    a supervisor's case.
    """

    question: Question
    text: str = ""
    case: Case | None = None
    new: bool = False
    supervisor: str = ""
    topics: tuple[str, ...] = ()


class Conversation(Keeper, ABC):
    """One conversation about a library and, usually, a case.

    Args:
        library: The documents to quote from.
        arguer: Who argues: a chat model may choose, without one sentences are chosen by words.
        case: The case under study, or None for questions about the library alone.
        case_path: The case's file; None when it has none of its own.
        example: Whether this is the bundled example, whose library is filled on start.
        title: What to call the case on a screen.
        recording: Whether the conversation goes on; a single question records nothing.
        chooser: What understands messages; None makes one with the built-in embedder.
        supervisor: A supervisor's case, which the supervisory guide grades; ``case`` is then None.
    """

    def __init__(
        self,
        library: Library,
        arguer: ExtractiveArguer | ModelArguer,
        *,
        case: Case | None,
        case_path: Path | None = None,
        example: bool = False,
        title: str = "",
        recording: bool = True,
        chooser: Chooser | None = None,
        supervisor: SupervisorFile | None = None,
    ) -> None:
        super().__init__(case, case_path, example=example, title=title)
        self.library = library
        self.arguer = arguer
        self.recording = recording
        self.supervisor = supervisor
        self.memory = Memory()
        self.more: list[str] = []
        self.more_claims: list[Claim] = []
        self.offer: Offer | None = None
        self.withdrawn: Offer | None = None
        self.aside: Offer | None = None
        self.pasted: Case | None = None
        self.moved: tuple[str, Question] | None = None
        self._moved: tuple[str, Question] | None = None
        self.altered, self._states = False, 0
        self.pending_aspect = ""
        self.pending_evidence = ""
        self.last_asked = ""
        self.unreasoned: tuple[tuple[Aspect, ...], Ruling] | None = None
        self.giving = False
        self.asking, self.skipped = False, frozenset[str]()
        self.history: list[tuple[str, str]] = []
        self._chooser = chooser
        self._quoter = Quoter(library)
        self._stop = threading.Event()
        self._noted: tuple[str, Question | None] = ("", None)
        self._topics: list[str] = []
        self._near = 0.0
        self._aside = False
        self.told: list[Event] = []
        self.usage: list[Usage] = []
        self.model_failed = False

    @property
    def today(self) -> date:
        """The day on which the question is asked: the one told, else the case's, if it has one."""
        day = self.case.as_of if self.case is not None else None
        return self.memory.today or day or date.today()  # noqa: DTZ011 - the reader's own day

    @property
    def chooser(self) -> Chooser:
        """What chooses the topic of a question."""
        if self._chooser is None:
            from index.record.embedding import MiniLM

            self._chooser = Chooser(self.library.home, MiniLM())
        return self._chooser

    def context(self) -> Context:
        """Return what is known beside a question."""
        return Context(
            case=self.case,
            opened=self.opened,
            standing=self.standing,
            library=self.library,
            today=self.today,
            memory=self.memory,
            own=not self.example,
        )

    def note(self, topic: str, question: Question) -> None:
        """Remember what the answer being given is about."""
        self._noted = (topic, question)
        self._topics.append(topic)

    def note_move(self, name: str, question: Question | None = None) -> None:
        """Remember that a move is being made, by which message, and if it changes the subject."""
        self._moved = None if question is None else (name, question)
        self._noted = (f"move:{name}", None)
        self._topics.append(f"move:{name}")
        self._aside = name in ASIDE
        if not self._aside:
            self.memory.trial, self.memory.trials = (), []

    def offer_topics(self, question: Question, topics: tuple[str, ...]) -> None:
        """Offer topics of which one may be meant."""
        self.offer = Offer(question, topics=topics)

    def offer_fact(self, question: Question) -> None:
        """Offer a statement as a fact of the case."""
        self.offer = Offer(question, text=question.message)

    def offer_case(self, case: Case, what: str) -> None:
        question = self._noted[1]
        assert question is not None  # noqa: S101 - the implied question was just answered
        self.offer = Offer(question, text=what, case=case)

    def offer_new(self, case: Case, what: str, question: Question, *, supervisor: str = "") -> None:
        """Offer a new case in the place of the present one, or the file of a supervisor's."""
        self.offer = Offer(question, text=what, case=case, new=True, supervisor=supervisor)

    def aspects_of(self, aspect: str) -> tuple[Aspect, ...]:
        """Return the aspects of the level that an aspect belongs to."""
        if self.opened is None:
            return ()
        found = level_of(self.opened.standard, aspect.partition(".")[0])
        return found[1].aspects if found else ()

    def ask_open(self, level: str, evidence: str = "") -> str:
        """Ask the first open criterion of a level; empty when every one has an answer."""
        if self.case is None:
            return ""
        answers = {f.aspect: f.answer for f in self.case.findings}
        for aspect in self.aspects_of(level):
            if aspect.significant and answers.get(aspect.id, "unknown") == "unknown":
                self.pending_aspect = self.last_asked = aspect.id
                self.pending_evidence = evidence
                return (
                    f"**Is this met?** {aspect.name} (`{aspect.id}`): {aspect.text} Answer *met*, "
                    "*not met* or *unknown*, and say why."
                )
        return ""

    def ask_about(self, text: str, factor: str | None) -> str:
        """Ask the open criterion that a fact just stated bears on; empty when there is none."""
        if self.case is None or factor is None:
            return ""
        level = self.case.sought.get(factor)
        return self.ask_open(level, evidence=text) if level else ""

    def bearing(self, text: str) -> str | None:
        """Return the factor that a stated fact speaks of, else one in dispute."""
        if self.opened is None or self.standing is None:
            return None
        if spoken := factor_of(text, self.chooser.embedder):
            return spoken
        held = {level.level for f in self.opened.standard.factors for level in f.levels}
        levels = [level for level in self.opened.case.sought.values() if level in held]
        near = bearing_aspects(self.library, self.opened.standard, text, levels)
        return near[0].id.partition("-")[0] if near else None

    def remember(self, answer: Answer) -> None:
        """Remember an answer, and what it was about, for the turns that lean on it."""
        remembering.remember(self.memory, answer, *self._noted, self.today)

    @abstractmethod
    def answer_to(self, question: Question, topic: str = "") -> Answer:
        """Answer a question in the light of the turns before, or by the topic that is given."""

    @abstractmethod
    def implied(self, question: Question) -> Answer:
        """Return the answer to the question that a statement implies."""
