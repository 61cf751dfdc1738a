"""Which topic answers a question, or else which of our statements is nearest.

The order is data: a topic that is near enough answers; two topics equally near are asked about;
a statement of the rules that is nearer than any topic answers instead; what is near to
nothing is not answered beside the point.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.chat.answering import fields
from assistant.chat.answering.by_name import by_name
from assistant.chat.answering.kit import documents
from assistant.chat.answering.named.decided.rulings import (
    RULING,
    said_of_ruling,
    told_of_decision,
    with_decision,
)
from assistant.chat.answering.named.not_held.absent import not_here, not_in_library
from assistant.chat.answering.named.particulars.asked import particular
from assistant.chat.answering.named.places import where_it_stands
from assistant.chat.answering.statements import Statements
from assistant.chat.answering.statements import answer as from_statements
from assistant.chat.composing.also import with_also
from assistant.chat.model import Answer, Context, Match, Question
from assistant.chat.reading.matching import Fitting, Matcher
from assistant.chat.reading.turns.following import of_the_level
from assistant.chat.reading.turns.limits.told import with_day
from assistant.chat.reading.turns.together import (
    Read,
    is_clear,
    joined,
    may_lean,
    of_decision,
    points_back,
    says_enough,
    together,
    with_liked,
    without_lead_in,
)
from assistant.chat.topics import all_topics, compiled, known_topics
from index.record.embedding import Embedder, signature

FIRM, VERY = 0.9, 0.9
"""Score from which a topic answers, and how like a statement must then be to answer instead."""
SURE = 0.82
"""The same where only the place of a rule is asked for, which a topic's quotations name."""
LEAST = 0.28
"""Score below which no topic answers."""
NEAR = 0.5
"""Likeness in meaning of its nearest way of asking below which a topic does not answer."""
NEARER = 0.03
"""How much nearer in meaning a statement must be than a topic, which answers with more."""
MEANT, FAR_AHEAD = 0.6, 0.12
"""The same for a topic with at least this score."""
FEW = 2
"""Words up to which a message says too little to be about anything."""
CLOSE = 0.04
"""Topics with scores no further apart than this are equally meant."""
FAR = 0.55
"""Likeness of the nearest way of asking below which a message is about something else."""
ALONE, SAYS = 0.5, 0.4
"""Scores from which a message, with "it" or "that" or without, means something by itself."""
NEXT_TO = 0.2
"""Topics no further apart than this are told of both: the first answers, the second is offered."""
SHORT = 4
"""Words of a message up to which it may be meant for either of two topics."""
TRIED = 5
"""How many of the nearest topics may say that the question is not theirs."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What answers a question: a topic's id, ``"statement"`` or nothing.

    ``question`` is the question as it was answered, with what it takes from the turn before, and
    ``near`` how like the topic's nearest way of asking is.
    """

    topic: str
    answer: Answer
    offered: tuple[str, ...] = ()
    question: Question | None = None
    near: float = 0.0


@dataclass(slots=True)
class Chooser:
    """Chooses among the topics and the statements; reads them once."""

    home: Path
    embedder: Embedder
    _matcher: Matcher | None = None
    _statements: Statements | None = None
    _vectors: dict[str, list[float]] = field(default_factory=dict)

    @property
    def matcher(self) -> Matcher:
        """The ways of asking with their vectors."""
        if self._matcher is None:
            made = compiled()
            if made is not None and made.signature != signature(self.embedder):
                made = None
            topics = all_topics().values() if made is None else known_topics().values()
            self._matcher = Matcher(list(topics), self.embedder, self.home, made)
        return self._matcher

    def choose(self, question: Question, context: Context) -> Chosen:
        """Return what answers a question."""
        question = with_decision(question, context)
        # First of all, while little else is loaded: the model takes the most memory at once.
        self._vector(question.general)
        called = by_name(question, context)
        if called is not None:
            return Chosen(*called, question=question, near=1.0)
        memory = context.memory
        named = of_the_level(question, memory) if may_lean(question, memory) else None
        for asked in (question, *([named] if named is not None else [])):
            certain = self.ask(self.certain(asked, context), asked, context)
            if certain is not None:
                told = certain.answer.kind == "not_held" and self._of_decision(asked)
                ruling = said_of_ruling(certain.answer, asked, self._known, self._vector)
                meant = asked if asked.decision else certain.question
                return told or replace(certain, answer=ruling, near=1.0, question=meant)
        missing = not_here(question, context)
        if missing is not None:
            return Chosen("not-held", missing)
        reads = self._reads(question, context)
        first = reads[0].match if reads else None
        if question.decision and (first is None or "decision" not in first.topic.likes):
            of_it = told_of_decision(question, self._known, self._vector)
            if of_it is not None:
                return Chosen(RULING, of_it, question=question)
        alone = not reads or not reads[0].joined
        # A decision named is answered from its own paragraphs, not by a statement of a rule.
        named_so = first is not None and (first.told or bool(question.decision))
        sure = first is not None and first.score >= SURE
        placed = where_it_stands(question, self._known, self._vector, firm=sure)
        if placed is not None:
            return Chosen("statement", placed, question=question)
        if alone and not named_so:
            found = self.statement(question, _least(first), context)
            if found is not None:
                return found
        either = _either(question, [one.match for one in reads]) if alone else None
        if either is not None:
            return either
        again = None
        # Whether the message may mean something else by itself.
        says = ALONE if points_back(question) else SAYS
        other = any(not r.joined and r.match.score >= says for r in reads[:TRIED])
        if says_enough(question):
            elsewhere = [r.match for r in reads[:TRIED] if r.match.topic.id != memory.topic]
            other = other or any(m.score >= LEAST and m.near >= FAR for m in elsewhere)
        if question.decision:
            reads.sort(key=lambda read: "decision" not in read.match.topic.likes)
        for one in reads[:TRIED]:
            if one.match.score < LEAST or one.match.near < NEAR:
                continue
            asked = with_liked(one.question, context.memory, one.match.topic)
            asked = with_day(asked, context, one.match.topic.id)
            answer = _answered(one, asked, question, context)
            if answer is not None and asked.decision:
                answer = said_of_ruling(answer, question, self._known, self._vector)
            same = answer is not None and answer.lead in memory.said
            if answer and same and one.joined and other and not of_decision(question, memory):
                # To say the same again is the last thing a follow-up asks for.
                subject = _subject(asked, one, context)
                said = Chosen(one.match.topic.id, answer, question=subject, near=one.match.near)
                again = again or said
                continue
            if answer is not None and answer.kind == "not_held" and asked.decision:
                told = self._of_decision(replace(asked, message=question.message))
                if told is not None:
                    return told
            if answer is not None:
                answer = _or_meant(answer, one, reads) if alone else answer
                subject = _subject(asked, one, context)
                return Chosen(one.match.topic.id, answer, question=subject, near=one.match.near)
        if again is not None:
            return again
        if question.decision and (ruled := self.ask(RULING, question, context)):
            ruling = said_of_ruling(ruled.answer, question, self._known, self._vector)
            return replace(ruled, answer=ruling)
        if explained := self.ask(fields.explains(question, context), question, context):
            return explained
        outside = len(question.message.split()) > FEW and (first is None or first.near < FAR)
        exact = question.grades or question.levels or question.series or question.points
        goes_on = memory.answer is not None
        back = goes_on and points_back(question)
        if first is not None and first.topic.id not in fields.BESIDE:
            back = back or goes_on or first.score >= MEANT
        # It may be of the field, or may well mean what was said before.
        outside = outside and not (exact or back or fields.speaks_of_the_field(question, first))
        told = self.statement(question, NEAR, context) or _not_in_library(question, context)
        return told or Chosen("", fields.OUTSIDE if outside else fields.UNKNOWN)

    def _reads(self, question: Question, context: Context) -> list[Read]:
        """Return the topics meant, read alone or after the turn before, the first first."""
        open_, memory = _at_hand(context), context.memory
        if memory.question is not None:
            question = replace(question, general=without_lead_in(question.general))
        vector = self._vector(question.general)
        if not question.pay_plan:
            # Whose procedure it is was said before.
            question = replace(question, pay_plan=memory.pay_plan)
        nearest = fields.in_its_field(
            self.matcher.nearest(question, open_=open_, vector=vector), question, context
        )
        if memory.question is None or not may_lean(question, memory):
            return [Read(match, question) for match in nearest]
        if not (nearest and is_clear(nearest[0])):
            # "Does mine meet it?" is asked of the level spoken of.
            named = of_the_level(question, memory)
            if named is not None:
                question, vector = named, self._vector(named.general)
                nearest = self.matcher.nearest(question, open_=open_, vector=vector)
        both = joined(question, memory.question)
        joint = fields.in_its_field(
            self._behind(both, question, memory.topic, open_), both, context
        )
        return together(question, nearest, joint, both, memory.topic)

    def _behind(
        self, both: Question, question: Question, topic: str, open_: frozenset[str]
    ) -> list[Match]:
        """Return the topics near to a message behind the question before and behind its topic.

        The one knows what was said, the other what it was about; what both find counts most.
        """
        nearest = self.matcher.nearest
        said = nearest(both, open_=open_, vector=self._vector(both.general))
        if (known := known_topics().get(topic)) is None:
            return said
        titled = replace(both, general=f"{known.title}: {question.general}")
        about = nearest(titled, open_=open_, vector=self._vector(titled.general))
        scores = {one.topic.id: one for one in about}
        mean = [replace(one, score=(one.score + scores[one.topic.id].score) / 2) for one in said]
        return sorted(mean, key=lambda m: -round(m.score, 3))

    def certain(self, question: Question, context: Context) -> str:
        """Return the topic that alone can be meant, by what is said; empty when none is sure."""
        fitting = Fitting(question, _at_hand(context))
        sure = (
            topic
            for topic in sorted(known_topics().values(), key=lambda t: t.order)
            if topic.sure is not None
            and not (question.whole and "case" in topic.needs)
            and fitting.of(topic) is not None
            and topic.sure(question, context)
        )
        return next((topic.id for topic in sure), "")

    def ask(self, topic: str, question: Question, context: Context) -> Chosen | None:
        """Return what one topic answers, or None when it does not."""
        found = known_topics().get(topic)
        question = with_day(question, context, topic)
        if (rule := particular(question, context)) is not None and rule[0] == topic:
            return Chosen(*rule)
        answer = found.answer(question, context) if found is not None else None
        return None if answer is None else Chosen(topic, answer)

    def near(self, question: Question, context: Context, most: int) -> list[Match]:
        """Return the topics nearest a question read by itself, the nearest first."""
        vector = self._vector(question.general)
        return self.matcher.nearest(question, open_=_at_hand(context), vector=vector)[:most]

    def with_also(self, chosen: Chosen, asked: Question, context: Context) -> Chosen:
        """Return what was chosen with what else is near the question."""
        question = chosen.question or asked
        topics = fields.in_its_field(self.near(question, context, TRIED), question, context)
        rules = self._known.nearest(question, self._vector(question.message), 1)
        said = with_also(chosen.answer, chosen.topic, question, context, topics, rules)
        return replace(chosen, answer=said)

    def statement(self, question: Question, least: float, context: Context) -> Chosen | None:
        """Return the nearest statements, when the nearest is at least so like in meaning.

        What is named and stands in no document held is not answered from another's text.
        """
        near = self._known.nearest(question, self._vector(question.message))
        answer = from_statements(near) if near and near[0].likeness >= least else None
        if answer is None:
            return None
        return _not_in_library(question, context) or Chosen("statement", answer)

    def _of_decision(self, question: Question) -> Chosen | None:
        """Return what our statements say of a decision that is named and not in the library."""
        if not question.decision or question.decision.lower() not in documents():
            return None
        near = self._known.nearest(
            question, self._vector(question.message), source=question.decision.lower()
        )
        answer = from_statements(near)
        if answer is None:
            return None
        lead = f"**{question.decision}, which is not in your library:** {answer.lead}"
        step = "Add the decision with `fes ingest FILE`, and it is quoted itself."
        return Chosen("statement", replace(answer, lead=lead, next=(step,)), question=question)

    @property
    def _known(self) -> Statements:
        if self._statements is None:
            self._statements = Statements(self.home, self.embedder)
        return self._statements

    def _vector(self, text: str) -> list[float]:
        if text not in self._vectors:
            if len(self._vectors) > 50:
                self._vectors.clear()
            self._vectors[text] = self.embedder.embed_query(text)
        return self._vectors[text]


def _not_in_library(question: Question, context: Context) -> Chosen | None:
    """Return what is said of something named that no document held is of.

    Levels and decisions are answered from what the program itself holds of them.
    """
    if question.decision or question.levels or fields.tells_of_work(question.message):
        return None
    missing = not_in_library(question.message, context)
    return Chosen("not-held", missing) if missing else None


def _least(first: Match | None) -> float:
    """Return how like a statement must be to answer in the place of the nearest topic."""
    if first is None:
        return NEAR
    if first.score >= FIRM:
        return max(first.near + FAR_AHEAD, VERY)
    ahead = FAR_AHEAD if first.score >= MEANT else NEARER
    return max(first.near, NEAR) + ahead


def _answered(one: Read, asked: Question, said: Question, context: Context) -> Answer | None:
    """Return a topic's answer; of a message that leans, to what it says itself where that counts.

    Where a topic would say the same to nothing at all, the two read as one are answered.
    """
    topic = one.match.topic
    if one.joined:
        itself = replace(asked, message=said.message, general=said.general)
        alone = topic.answer(with_day(itself, context, topic.id), context)
        silent = topic.answer(replace(asked, message="", general=""), context)
        if alone is not None and (silent is None or alone.lead != silent.lead):
            return alone
    return topic.answer(asked, context)


def _subject(asked: Question, one: Read, context: Context) -> Question:
    """Return what the conversation is about from here: of one subject its first question."""
    before = context.memory.question
    if before is None or not may_lean(asked, context.memory):
        return asked
    if one.joined and one.match.topic.id == context.memory.topic:
        return replace(asked, message=before.message, general=before.general)
    return asked


def _at_hand(context: Context) -> frozenset[str]:
    """Return what is open beside the question: a case, documents."""
    held = context.library is not None and bool(context.library.documents())
    found = {"case": context.case is not None, "library": held}
    return frozenset(name for name, there in found.items() if there)


def _or_meant(answer: Answer, one: Read, reads: list[Read]) -> Answer:
    """Return an answer with one line that offers the next topic, where that is nearly as near."""
    first = one.match
    other = next((read.match for read in reads if read is not one), None)
    if other is None or first.told or first.score >= MEANT or other.score < LEAST:
        return answer
    if first.score - other.score > NEXT_TO or answer.kind != "answer":
        return answer
    line = f"If you meant {other.topic.title}, say so."
    return replace(answer, next=(*answer.next[:2], line))


def _either(question: Question, nearest: list[Match]) -> Chosen | None:
    """Return the question which of two topics is meant, when both are equally near."""
    if len(nearest) < 2 or len(question.message.split()) > SHORT:
        return None
    first, second = nearest[:2]
    if first.score >= FIRM or second.score < LEAST or first.score - second.score > CLOSE:
        return None
    topics = (first.topic, second.topic)
    return Chosen(
        "",
        Answer(
            lead=f"Do you mean {topics[0].title}, or {topics[1].title}?",
            kind="clarify",
            next=tuple(f"{n}: {topic.title}" for n, topic in enumerate(topics, start=1)),
        ),
        offered=tuple(topic.id for topic in topics),
    )
