"""The conversation, free of any screen: a message goes in, typed events come out.

``ask``, ``chat`` and ``demo`` all run on this engine. Levels, points and grades come from the
core; quotations from the library, verified; a chat model, when there is one, only chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from assistant.argue.opening import open_digest, open_in_library
from assistant.cases.asking import worth_asking
from assistant.chat.answering.arguing import argue_level
from assistant.chat.answering.with_model import understood, used
from assistant.chat.composing import opening
from assistant.chat.composing.layout import to_the_point
from assistant.chat.composing.premises import corrected
from assistant.chat.composing.rendering import render
from assistant.chat.composing.repeating import not_again
from assistant.chat.conversation import Conversation
from assistant.chat.dialogue import followed, respond
from assistant.chat.model import Answer, Question
from assistant.chat.reading.turns.cover import only_cover, told_cover
from assistant.chat.reading.turns.limits import told
from assistant.chat.turn import Turn
from assistant.events import (
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
from index.search.series.imported import changed

MOST_MESSAGE = 20_000
"""Longest message taken, in characters: several pages of text."""
HISTORY = 8
"""How many past messages and answers a model is shown."""
MORE_HINT = "*Say* more *for the rest.*"


class Engine(Conversation):
    """A conversation, run: each message to the step that answers it, each answer to the screen."""

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
