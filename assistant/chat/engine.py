"""The conversation, free of any screen: a message goes in, typed events come out.

``ask``, ``chat`` and ``demo`` all run on this engine. Levels, points and grades come from the
core; quotations from the library, verified; a chat model, when there is one, only chooses.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.argue.evidence import bearing_aspects
from assistant.argue.opening import open_digest, open_in_library
from assistant.cases.asking import worth_asking
from assistant.chat.answering.arguing import argue_level
from assistant.chat.answering.choosing import Chooser
from assistant.chat.answering.kit import level_of
from assistant.chat.answering.with_model import understood, used
from assistant.chat.composing import opening
from assistant.chat.composing.layout import to_the_point
from assistant.chat.composing.premises import corrected
from assistant.chat.composing.quoting import Quoter
from assistant.chat.composing.rendering import render
from assistant.chat.composing.repeating import not_again
from assistant.chat.dialogue import followed, respond
from assistant.chat.model import Answer, Context, Memory, Question
from assistant.chat.moves import ASIDE
from assistant.chat.moves.keeper import Keeper
from assistant.chat.reading.pulls import factor_of
from assistant.chat.reading.turns.cover import only_cover, told_cover
from assistant.chat.reading.turns.limits import told
from assistant.chat.reading.turns.spoken import remembering
from assistant.chat.turn import Turn
from assistant.events import (
    Claim,
    ClaimVerified,
    EvaluationChanged,
    Event,
    Notice,
    OpenedPassage,
    TurnFinished,
    TurnStarted,
)
from assistant.llm.example_library import fill
from assistant.text import escape
from core.errors import QueryError
from core.model import Answer as Ruling
from core.model import Case
from index.search.series.imported import changed

if TYPE_CHECKING:
    from assistant.argue.asking import Usage
    from assistant.argue.extractive import ExtractiveArguer
    from assistant.argue.modelled import ModelArguer
    from assistant.cases.supervisors import SupervisorFile
    from core.standards.criteria import Aspect
    from index.library import Library

MOST_MESSAGE = 20_000
"""Longest message taken, in characters: several pages of text."""
HISTORY = 8
"""How many past messages and answers a model is shown."""
MORE_HINT = "*Say* more *for the rest.*"


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


class Engine(Keeper):
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

    # --- what the steps of the dialogue ask for ------------------------------------------

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

    def answer_to(self, question: Question, topic: str = "") -> Answer:
        """Answer a question in the light of the turns before, or by the topic that is given."""
        question = told.with_year(told.with_month(question, self.context()), self.context())
        asked, topic = (question, topic) if topic else followed(self, question)
        chosen = self.chooser.ask(topic, asked, self.context()) if topic else None
        if chosen is None:
            chosen = self.chooser.choose(asked, self.context())
            chosen = understood(self, asked, chosen)
            chosen = self.chooser.with_also(chosen, asked, self.context())
        sure = bool(topic) and chosen.topic == topic
        chosen = not_again(chosen, question, self.chooser, self.context(), resolved=sure)
        if chosen.offered:
            self.offer_topics(asked, chosen.offered)
        self.note(chosen.topic, chosen.question or asked)
        told.remember(self.memory, question, chosen.topic, self.today)
        self._near = chosen.near
        said = corrected(chosen.answer, question, chosen.topic)
        return replace(said, lead=to_the_point(said.lead, question.message))

    def implied(self, question: Question) -> Answer:
        """Return the answer to the question that a statement implies."""
        sure = self.chooser.certain(question, self.context())
        cover = None if sure else only_cover(question.message, self.today)
        answer = self.answer_to(question) if cover is None else opening.NOTED
        if cover is not None or (answer.kind == "decline" and told_cover(question.message)):
            told.remember(self.memory, question, "", self.today)
            self._noted = ("", None)
            return opening.noted_cover(self)
        if opening.is_meant(self, question, answer, self._noted[0], self._near):
            return answer
        self._noted = ("", None)
        return replace(opening.of_statement(self, question), levels=answer.levels)

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

    # --- turns -----------------------------------------------------------------------------

    def start(self) -> Iterator[Event]:
        """Open the conversation: fill the example's library, greet, send the evaluation."""
        self._stop.clear()
        if self.example:
            yield from fill(self.library)
        if self.evaluation is not None:
            yield EvaluationChanged(case=self.case, evaluation=self.evaluation)
        turn = Turn(message="")
        for block in [*opening.greeting(self), *self._changed(self._case_series())]:
            yield turn.say(block)
        yield TurnFinished(turn.reply(self.evaluation))

    def handle(self, message: str) -> Iterator[Event]:
        """Answer one message.

        Raises:
            QueryError: when the message is empty or longer than several pages.
            AppError: when a document, the index or the model fails.
        """
        if not message.strip():
            raise QueryError(
                "the message is empty", where="question", hint="Type a question or a fact."
            )
        if len(message) > MOST_MESSAGE:
            raise QueryError(
                f"the message has {len(message):,} characters, more than {MOST_MESSAGE:,}",
                where="question",
                hint="Put long text in a file and add it with fes ingest.",
            )
        self._stop.clear()
        self._noted, self._topics, self._aside = ("", None), [], False
        self.told, self.usage, self.model_failed = [], [], False
        self.moved, self._moved = self._moved, None
        self.altered, self._states = len(self.past) != self._states, len(self.past)
        turn = Turn(message=message)
        yield TurnStarted(message)
        for said in respond(self, message):
            told, self.told = self.told, []
            events = self._said(turn, said) if isinstance(said, Answer) else [said]
            for event in chain(told, events):
                if isinstance(event, ClaimVerified) and event.claim not in turn.claims:
                    # What was kept back before is now said.
                    turn.claims.append(event.claim)
                if self._stop.is_set():
                    break
                yield event
            if self._stop.is_set():
                yield Notice("note", "Stopped.")
                break
        if turn.more:
            self.more, self.more_claims = turn.more, turn.kept
            if self.recording:
                yield turn.say(MORE_HINT)
        reply = replace(turn.reply(self.evaluation), model=used(self.arguer.name, self.usage))
        self.history = [*self.history, ("human", message), ("assistant", reply.answer)][-HISTORY:]
        yield TurnFinished(reply)

    def _said(self, turn: Turn, answer: Answer) -> Iterator[Event]:
        """Render one answer, argue the levels it asks to argue, and remember it."""
        question = self._noted[1]
        rendered = render(answer, self._quoter, own=not self.example, first=turn.next_number())
        turn.kinds.append(answer.kind)
        turn.topics = list(self._topics)
        turn.missing += answer.missing
        turn.claims += rendered.claims
        turn.kept += rendered.kept
        turn.more += rendered.more
        turn.evaluation = answer.evaluation or turn.evaluation
        yield from turn.say_all(rendered.blocks[: rendered.head])
        for claim in rendered.claims:
            if claim.sources:
                yield ClaimVerified(claim)
        for level in answer.argue[:2]:
            decision = question.decision if question else ""
            yield from argue_level(self, turn, level, decision)
        asked = self.ask_open(answer.argue[0]) if answer.argue and self.recording else ""
        yield from turn.say_all(rendered.blocks[rendered.head :])
        yield from turn.say_all(self._changed_series(question))
        if asked:
            yield turn.say(asked)
        if not self._aside:
            self.remember(answer)

    def _changed_series(self, question: Question | None) -> list[str]:
        """Say what became of the series a question names; where it stands alone, the case's too."""
        named = () if question is None else question.series
        return self._changed(named if self.recording else (*named, *self._case_series()))

    def _changed(self, series: Iterable[str]) -> list[str]:
        """Return a block for each series that an imported list says was changed."""
        found = changed(self.library.home, series)
        return [f"*{escape(one.sentence())}*" for one in found]

    def _case_series(self) -> tuple[str, ...]:
        if self.case is None:
            return ()
        return (self.case.current.series, self.case.requested.series)

    def remember(self, answer: Answer) -> None:
        """Remember an answer, and what it was about, for the turns that lean on it."""
        remembering.remember(self.memory, answer, *self._noted, self.today)

    def open_passage(self, passage_id: str) -> OpenedPassage:
        """Return a passage, or a digest, in place.

        Raises:
            QueryError: when there is no such passage.
        """
        opened = open_digest(passage_id, self.opened)
        return opened if opened is not None else open_in_library(self.library, passage_id)

    def suggestions(self) -> list[str]:
        """Return questions worth asking about this case, or about the library."""
        return worth_asking(self.case, self.evaluation)

    def cancel(self) -> None:
        """Ask the running turn to stop."""
        self._stop.set()
