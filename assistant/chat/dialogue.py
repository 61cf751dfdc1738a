"""What a message does: answer a question of ours, make a move, follow up, ask, or state a fact.

The order is the order of :data:`STEPS`: the first step that takes a message decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from assistant import load
from assistant.chat.amending import (
    after_change,
    corrects_move,
    in_passing,
    of_the_rule,
    other_readings,
    tries,
)
from assistant.chat.answering.choosing import ALONE, MEANT
from assistant.chat.answering.named.particulars.asked import particular
from assistant.chat.answering.procedure.keeping import retells
from assistant.chat.answering.reckoning.goals import goal
from assistant.chat.composing.opening import NOTED, beside, noted
from assistant.chat.composing.several import either, together
from assistant.chat.model import Answer, Question
from assistant.chat.moves import disowns, ledger, levels, move_of, said_first
from assistant.chat.moves.facts import interview
from assistant.chat.moves.facts.amending import amends
from assistant.chat.moves.facts.offers import answers_offer
from assistant.chat.moves.facts.rectifying import rectifies
from assistant.chat.moves.facts.retracting import retracts
from assistant.chat.moves.facts.stating import EXAMPLE, on_factor, tells
from assistant.chat.moves.findings import answers_criterion
from assistant.chat.moves.looking.referring import confirms, gives_reason, referred
from assistant.chat.reading.exact import read
from assistant.chat.reading.numbers import added_up
from assistant.chat.reading.parts import MOST, parts
from assistant.chat.reading.pulls import factor_pulled
from assistant.chat.reading.turns.changed.risk import of_risk
from assistant.chat.reading.turns.changed.totals import summed
from assistant.chat.reading.turns.changed.trying import AS_IT_IS, DISTANCE, on_trial
from assistant.chat.reading.turns.changed.won import for_goal, if_lost, if_ruled
from assistant.chat.reading.turns.completing import lasting
from assistant.chat.reading.turns.decided.talk import held_in_talk
from assistant.chat.reading.turns.following import resolve
from assistant.chat.reading.turns.limits.told import day_of_asking
from assistant.chat.reading.turns.limits.whose import turns_to_oneself, without_theirs
from assistant.chat.reading.turns.spoken.correcting import meant, names_another
from assistant.chat.reading.turns.spoken.remembering import turned
from assistant.chat.reading.turns.turning import turning
from assistant.chat.reading.writing import in_english, spelled
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.events import Event

    Said = Iterator[Event | Answer]

_CITES = pattern(r"^\W*(?:and |please )*(?:cite|quote|show(?: me)?)\b", re.IGNORECASE)
_LEANS = pattern(
    r"\b(?:they|them|it|that|those|these|each|this|he|she|which level|in all|altogether)\b",
    re.IGNORECASE,
)
_AS_MET = pattern(
    r"^\W*(?:(?:ok(?:ay)?|then|so|please|now|well)[ ,]+)*"
    r"(?:record|mark|count|set|take|call|put|note) (?:it|that|this)(?: down)? (?:as |to be )?"
    r"(?=(?:fully |not )?(?:met|exceeded)\b)",
    re.IGNORECASE,
)
_OF_DESCRIPTIONS = "assistant.chat.moves.describing"
"""What reads and weighs descriptions, loaded only for one."""
_ASKED_ON = {
    **dict.fromkeys(
        ("suggest", "accept", "weigh"), "assistant.chat.moves.describing.weighing:sureness"
    ),
    **dict.fromkeys(("write", "export"), "assistant.chat.moves.exporting:lacks"),
}
"""What answers a question about what a move has just made, by the move."""
LONG = 300
"""Characters from which a message can be a description pasted whole."""
SOME, HEAD = 80, 60
"""The same behind a colon among the first characters: "here is my PD: ..."."""
WHOLE = frozenset({"proposed-action", "grade-pressure"})
"""The topic that a letter quoted before is asked of, whatever else was spoken of since."""
SHORT_PART = 6
"""Words up to which a further part of a message leans on the part before it."""
PAIR = 2
"""Parts of which the second may only lean on the first; of more each is a question."""
FEWEST = 4
"""Words from which a sentence in the first person is a statement about the job."""


def respond(engine: Conversation, message: str) -> Said:
    """Return what a message brings: events, and answers to be rendered.

    What it tells or changes is entered, so that it can be taken back.
    """
    before, entered = ledger.known(engine), engine.memory.changes
    yield from _responded(engine, message)
    ledger.enter(engine, message, before, entered)


def _responded(engine: Conversation, message: str) -> Said:
    misread, message = meant(in_english(message))
    if misread and not message:
        yield from other_readings(engine)
        return
    message, day = day_of_asking(turned(engine.memory, message), engine.today)
    engine.memory.today = day or engine.memory.today
    message = added_up(without_theirs(message, engine.today))
    question, well = (read(m, today=engine.today) for m in (message, spelled(message)))
    if question.asks or well.asks:
        # A statement stays as it is worded: it may become a fact of the case.
        question = well
    turns_to_oneself(engine.memory, question, engine.today)
    described = _described(engine, message, question)
    if described is not None:
        yield from described
        return
    asked = engine.asking
    for step in (_interviewed, *STEPS):
        said = step(engine, question)
        if said is not None:
            yield from said
            break
    left = interview.again(engine) if asked and step is not _interviewed else None
    if left is not None:
        yield left


def _later(place: str, *arguments: object) -> Said | None:
    """Take a step whose module is loaded only for it."""
    said: Said | None = load(place)(*arguments)
    return said


def _described(engine: Conversation, message: str, question: Question) -> Said | None:
    """Offer a case of a position description pasted whole, by its text as written."""
    if len(message) < LONG and not (len(message) > SOME and ":" in message[:HEAD]):
        return None
    return _later(f"{_OF_DESCRIPTIONS}.pasted:described", engine, message, question)


def _weighs(engine: Conversation, question: Question) -> Said | None:
    """Answer what is asked of a description pasted, or of a case of which no level is known."""
    if engine.pasted is None and (engine.case is None or engine.evaluation is not None):
        return None
    return _later(f"{_OF_DESCRIPTIONS}.weighing:weighs", engine, question)


def _goes_on(engine: Conversation, question: Question) -> Said | None:
    """Answer what is asked of the suggestion or the paper that the last move made."""
    name = engine.moved[0] if engine.moved is not None else ""
    if name not in _ASKED_ON:
        return None
    return _later(_ASKED_ON[name], engine, question)


def _rectifies(engine: Conversation, question: Question) -> Said | None:
    return rectifies(engine, question, _responded)


def _answers_offer(engine: Conversation, question: Question) -> Said | None:
    return answers_offer(engine, question, respond)


def _supervised(engine: Conversation, question: Question) -> Said | None:
    """Answer what is asked of a supervisor's case by the supervisory guide."""
    if engine.supervisor is None:
        return None
    return _later(f"{_OF_DESCRIPTIONS}.supervisor:supervised", engine, question)


def _gives_levels(engine: Conversation, question: Question) -> Said | None:
    """Take further levels as levels of the case whose levels are being given, or right ones."""
    right = levels.corrected(engine, question)
    if right is not None:
        engine.note_move("record")
        return levels.record(engine, right)
    if not levels.goes_on(engine, question):
        engine.giving = engine.giving and engine.evaluation is None
        return None
    engine.note_move("record")
    return levels.record(engine, question)


def _moves(engine: Conversation, question: Question) -> Said | None:
    """Do what the message asks of the conversation or the case itself."""
    if _AS_MET.search(question.message) and engine.memory.levels and not question.levels:
        # "Record it as met because ..." is said of the level spoken of.
        level = engine.memory.levels[0]
        said = _AS_MET.sub(f"{level} is ", question.message, count=1)
        question = replace(read(said, today=engine.today), asks=False)
    move = move_of(question)
    if move is None or (move.name == "undo" and retells(question, engine.context())):
        return None
    if move.name == "facts" and len(question.factors) == 1 and engine.evaluation is not None:
        # What is known of one factor is told of that one.
        return None
    if move.name == "why" and engine.memory.topic == "find-decisions":
        # Why decisions went as they did is told in their texts.
        return None
    if move.name == "shorter" and engine.memory.topic == "difference":
        # What sets two series apart has a line of its own.
        return None
    quotes = move.name == "draft" and _CITES.match(question.message)
    if quotes and held_in_talk(question, engine.context(), leads_back=True):
        # A paragraph of the decision spoken of is to be quoted, and none to be drafted.
        return None
    if move.name == "summary" and (
        question.decision or (engine.case is None and held_in_talk(question, engine.context()))
    ):
        # A decision is what is to be summed up, not the case.
        return None
    last = engine.memory.answer
    if move.name == "cite" and last is not None and last.kind == "not_held":
        # What is not held was quoted from nowhere: where it is had is asked.
        return None
    engine.note_move(move.name, question)
    return move.run(engine, question)


def _takes_back_and_asks(engine: Conversation, question: Question) -> Said | None:
    """Take back what was said last, and answer what is asked behind it."""
    first = said_first(question.message) if engine.can_undo or engine.withdrawn else None
    if first is None or disowns(first[1]) or not read(first[1]).asks:
        return None
    back = question.message[: question.message.rfind(first[1])].rstrip(" ,;:-")
    return chain(respond(engine, back), respond(engine, first[1]))


def _states(engine: Conversation, question: Question) -> Said | None:
    """Answer a statement about one's own job as the question it implies, and offer it as a fact."""
    own = question.first_person or len(question.factors) == 1
    if question.asks or len(question.message.split()) < FEWEST or not own:
        return None
    context = engine.context()
    if lasting(question, engine.memory) or names_another(question):
        return None
    asks = (summed, on_trial, if_lost, if_ruled, for_goal, of_risk, turning)
    return None if any(one(question, context) for one in asks) else _stated(engine, question)


def _stated(engine: Conversation, question: Question) -> Said:
    well = read(spelled(question.message), today=engine.today)
    # What is said in passing of the rule just told is held against it, and is no fact of the work.
    answer = (None if of_the_rule(engine, well) else on_factor(engine, well)) or engine.implied(
        well
    )
    if not engine.recording or answer.kind == "clarify":
        yield answer
        return
    if engine.example:
        step = EXAMPLE
    elif engine.case is None:
        step = "Shall this begin a case of yours? Say *add it*, and *undo* takes it back."
    else:
        step = "Add this to your case? Say *add it*, and *undo* takes it back."
    if not engine.example:
        engine.offer_fact(question)
    lead = answer.lead
    if engine.case is not None and not engine.example:
        # Beside an answer on procedure only plain words tell a factor.
        alone = lead == NOTED.lead
        lead = noted(lead, (engine.bearing if alone else factor_pulled)(question.message))
        lead += beside(engine, question.message) if alone else ""
    yield replace(answer, lead=lead, next=(*answer.next[:2], step))


def _asks(engine: Conversation, question: Question) -> Said:
    """Answer each question of a message."""
    pieces = parts(question.message)
    if len(pieces) > 1 and _one_question(engine, question, [p.shown for p in pieces]):
        yield engine.answer_to(question)
        return
    if len(pieces) == 1:
        asked = _read_part(engine, pieces[0].text, pieces[0].whole, question)
        answer = engine.answer_to(question if _needs_story(engine, asked, question) else asked)
        yield either(engine, pieces[0].text, answer) or answer
        return
    answered = []
    for piece in pieces[:MOST]:
        answer = engine.answer_to(_read_part(engine, piece.text, piece.whole, question))
        answered.append((piece.shown, answer))
        engine.remember(answer)
    yield together(answered, full=len(pieces) > MOST)


def _one_question(engine: Conversation, question: Question, pieces: list[str]) -> bool:
    """Return whether one topic answers both parts, of which the second leans on the first."""
    if len(pieces) > PAIR:
        return False
    context = engine.context()
    if (rule := particular(question, context)) is not None:
        # A rule that neither part asks for alone is asked for by both together.
        return all(particular(read(one, today=engine.today), context) != rule for one in pieces)
    topic = engine.chooser.certain(question, context)
    if not topic:
        return False
    others = {engine.chooser.certain(read(p, today=engine.today), context) for p in pieces[1:]}
    return others <= {topic, ""} and all(
        len(p.split()) <= SHORT_PART or _LEANS.search(p) for p in pieces[1:]
    )


def _read_part(engine: Conversation, text: str, whole: str, question: Question) -> Question:
    """Read a part for its words, and the whole it stands in for exact values."""
    part = read(text, today=engine.today)
    if text == question.message:
        return part
    around = read(whole, today=engine.today)
    return replace(part, first_person=around.first_person, around=whole, **part.lacks(around))


def _needs_story(engine: Conversation, asked: Question, whole: Question) -> bool:
    """Return whether only the sentences told before a question say what it is about."""
    context = engine.context()
    short = len(asked.message.split()) <= SHORT_PART
    if short or asked.message == whole.message or engine.chooser.certain(asked, context):
        return False
    alone, told = (engine.chooser.near(one, context, 1) for one in (asked, whole))
    return bool(told) and told[0].score >= MEANT and (not alone or alone[0].score < ALONE)


def _interviewed(engine: Conversation, question: Question) -> Said | None:
    """Take the answer to the question put of a new case."""
    if not engine.asking:
        return None
    move = move_of(question)
    return interview.answers(engine, question, move.name if move is not None else "")


STEPS: tuple[Callable[[Conversation, Question], Said | None], ...] = (
    _answers_offer,
    _supervised,
    # A day put right is put back by its own name: "it was the 10th after all, put it back".
    _rectifies,
    retracts,
    answers_criterion,
    _weighs,
    _goes_on,
    _takes_back_and_asks,
    corrects_move,
    after_change,
    _gives_levels,
    tries,
    amends,
    _moves,
    tells,
    _states,
    confirms,
    gives_reason,
    _asks,
)
"""In this order: an open question of ours, levels given or tried, a move, a statement, the rest."""


def followed(engine: Conversation, question: Question) -> tuple[Question, str]:
    """Return a question with what it takes from the turn before, and the topic it goes on with."""
    certain = engine.chooser.certain(question, engine.context())
    if certain in WHOLE or (
        # Which levels would reach a grade is asked of the case, whatever it stands at.
        certain == DISTANCE and engine.memory.topic == AS_IT_IS and goal(question) is None
    ):
        return question, certain
    asked, topic = resolve(question, engine.context())
    for reads in (in_passing, referred):
        if topic or asked is not question:
            break
        asked, topic = reads(engine, question)
    return asked, topic
