"""What a message does: answer a question of ours, make a move, follow up, ask, or state a fact.

The order is the order of :data:`STEPS`: the first step that takes a message decides.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from assistant.chat.amending import (
    after_change,
    corrects_move,
    in_passing,
    other_readings,
    tries,
)
from assistant.chat.answering.procedure.keeping import retells
from assistant.chat.composing.opening import NOTED, noted
from assistant.chat.composing.several import either, together
from assistant.chat.model import Answer, Question
from assistant.chat.moves import disowns, levels, move_of, said_first
from assistant.chat.moves.facts import interview, ledger
from assistant.chat.moves.facts.amending import amends
from assistant.chat.moves.facts.rectifying import rectifies
from assistant.chat.moves.facts.retracting import retracts
from assistant.chat.moves.facts.stating import EXAMPLE, add_fact, on_factor, share_added, tells
from assistant.chat.moves.facts.taking import ADD, DO_SO, nothing_offered, told_last
from assistant.chat.moves.findings import answers_criterion
from assistant.chat.reading.exact import read
from assistant.chat.reading.parts import MOST, parts
from assistant.chat.reading.pulls import factor_pulled
from assistant.chat.reading.turns.changed.risk import of_risk
from assistant.chat.reading.turns.changed.totals import summed
from assistant.chat.reading.turns.changed.won import for_goal, if_lost
from assistant.chat.reading.turns.completing import lasting
from assistant.chat.reading.turns.correcting import meant
from assistant.chat.reading.turns.following import resolve
from assistant.chat.reading.turns.remembering import turned
from assistant.chat.reading.turns.told import day_of_asking
from assistant.chat.reading.turns.trying import is_on, on_trial
from assistant.chat.reading.writing import in_english, spelled
from assistant.text import escape
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.engine import Engine, Offer
    from assistant.events import Event

    Said = Iterator[Event | Answer]

_YES = pattern(
    r"^\W*(?:(?:yes|yep|yeah|yup|sure|ok(?:ay)?|y|go ahead|of course|absolutely)\b[\s,.!]*)+"
    rf"(?:(?:then |and |now |please )*{DO_SO}|to my case)?[\s,.!]*(?:please|thanks)?\W*$"
    rf"|^\W*(?:please |then |now |and )*(?:{DO_SO}|to my case)[\s,.!]*(?:please|thanks)?\W*$",
    re.IGNORECASE,
)
_YES_AND = pattern(
    r"^\W*(?:yes|yep|yeah|yup|sure|(?:ok(?:ay)?,? |please )?(?:add|record) (?:it|that|this))"
    r"\b(?: please)?[\s,.;!:-]+(?:and |then |also |but |now )*(?P<rest>\w.*)$",
    re.IGNORECASE,
)
"""A yes with something asked behind it: "yes, and how long do I have?"."""
_NO = pattern(
    r"^\W*(?:no|nope|don't|do not|not now|no thanks?|never ?mind|leave it|"
    r"(?:no,? )?(?:please )?(?:don't|do not) (?:keep|add|save|do|make|put) (?:it|that|this|so)"
    r"(?: in| down)?)\W*$",
    re.IGNORECASE,
)
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
LONG = 300
"""Characters from which a message can be a description pasted whole."""
SOME, HEAD = 80, 60
"""The same behind a colon among the first characters: "here is my PD: ..."."""
OF_LETTER = "proposed-action"
"""The topic that a letter quoted before is asked of, whatever else was spoken of since."""
SHORT_PART = 6
"""Words up to which a further part of a message leans on the part before it."""
FEWEST = 4
"""Words from which a sentence in the first person is a statement about the job."""


def respond(engine: Engine, message: str) -> Said:
    """Return what a message brings: events, and answers to be rendered.

    What it tells or changes is entered, so that it can be taken back.
    """
    before, entered = ledger.known(engine), engine.memory.changes
    yield from _responded(engine, message)
    ledger.enter(engine, message, before, entered)


def _responded(engine: Engine, message: str) -> Said:
    misread, message = meant(in_english(message))
    if misread and not message:
        yield from other_readings(engine)
        return
    message, day = day_of_asking(turned(engine.memory, message), engine.today)
    engine.memory.today = day or engine.memory.today
    question, well = (read(m, today=engine.today) for m in (message, spelled(message)))
    if question.asks or well.asks:
        # A statement stays as it is worded: it may become a fact of the case.
        question = well
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


def _described(engine: Engine, message: str, question: Question) -> Said | None:
    """Offer a case of a position description pasted whole, by its text as written."""
    if len(message) < LONG and not (len(message) > SOME and ":" in message[:HEAD]):
        return None
    return _of_description("pasted", "described", engine, message, question)


def _weighs(engine: Engine, question: Question) -> Said | None:
    """Answer what is asked of a description pasted, or of a case of which no level is known."""
    if engine.pasted is None and (engine.case is None or engine.evaluation is not None):
        name = engine.moved[0] if engine.moved is not None else ""
        if name in {"suggest", "accept", "weigh"}:
            return _of_description("weighing", "sureness", engine, question)
        return _lacks(engine, question) if name in {"write", "export"} else None
    return _of_description("weighing", "weighs", engine, question)


def _lacks(engine: Engine, question: Question) -> Said | None:
    """Answer what the paper just written lacks."""
    made = importlib.import_module("assistant.chat.moves.exporting")
    said: Said | None = made.lacks(engine, question)
    return said


def _of_description(module: str, name: str, *arguments: object) -> Said | None:
    # What reads and weighs descriptions is loaded only for one.
    made = getattr(importlib.import_module(f"assistant.chat.moves.describing.{module}"), name)
    said: Said | None = made(*arguments)
    return said


def _rectifies(engine: Engine, question: Question) -> Said | None:
    return rectifies(engine, question, _responded)


def _answers_offer(engine: Engine, question: Question) -> Said | None:
    """Take yes or no, or the number of one of two topics, as the answer to our offer."""
    offer, engine.withdrawn = engine.offer, engine.offer
    # Levels on trial are what is put into the case, while they are spoken of.
    adds = ADD.search(question.message) is not None and not is_on(engine.memory)
    if offer is None and engine.aside is not None and adds:
        # What was asked between does not take back what was offered before it.
        taken, engine.aside = engine.aside, None
        return _taken(engine, taken)
    if offer is None:
        # One question may stand between, no more: "it" is then something else.
        engine.aside = None
        last = engine.memory.answer
        refused = last is not None and EXAMPLE in last.next and _YES.search(question.message)
        if adds and not refused and (told := told_last(engine, question)):
            return add_fact(engine, told, read(told, today=engine.today))
        return iter([nothing_offered(engine)]) if refused or adds else None
    if offer.topics:
        engine.offer = None
        chosen = _chosen(question.message, len(offer.topics))
        if chosen is not None:
            return _ask_topic(engine, offer.topics[chosen], offer.question)
        told = told_last(engine, question) if adds else ""
        return add_fact(engine, told, read(told, today=engine.today)) if told else None
    further = _YES_AND.match(question.message)
    if further is not None and read(further["rest"]).asks:
        engine.offer = None
        return chain(_taken(engine, offer), respond(engine, further["rest"]))
    engine.offer = None
    if _YES.search(question.message):
        return _taken(engine, offer)
    engine.aside = offer if question.asks else None
    if _NO.search(question.message):
        return iter([Answer(lead="Left out; nothing was changed.")])
    return None


def _taken(engine: Engine, offer: Offer) -> Said:
    """Do what was offered."""
    if offer.case is not None and offer.supervisor:
        return _of_description(
            "supervisor", "kept", engine, offer.supervisor, offer.case.title
        ) or iter(())
    if offer.case is not None:
        take = _take_new if offer.new else _take_case
        return take(engine, offer)
    return add_fact(engine, offer.text, offer.question)


def _supervised(engine: Engine, question: Question) -> Said | None:
    """Answer what is asked of a supervisor's case by the supervisory guide."""
    if engine.supervisor is None:
        return None
    return _of_description("supervisor", "supervised", engine, question)


def _chosen(message: str, most: int) -> int | None:
    words = message.lower().strip(" .!?")
    for number, names in enumerate((("1", "first", "one"), ("2", "second", "two"))[:most]):
        if words in names or any(f"the {name}" in words for name in names):
            return number
    return None


def _ask_topic(engine: Engine, topic: str, question: Question) -> Said:
    chosen = engine.chooser.ask(topic, question, engine.context())
    if chosen is not None:
        engine.note(chosen.topic, question)
        yield chosen.answer


def _take_case(engine: Engine, offer: Offer) -> Said:
    assert offer.case is not None  # noqa: S101 - a case was offered
    yield from engine.change(offer.case)
    yield share_added(engine, offer.text)


def _take_new(engine: Engine, offer: Offer) -> Said:
    yield from engine.begin(offer.case)
    engine.pasted = None
    engine.note_move("description", offer.question)
    yield Answer(
        lead=f"Your case is open: {escape(offer.text)}. Say *undo* to take it back, and *save as "
        "my-case.toml* to keep it in a file.",
        next=("*Suggest levels* weighs it.", "Or say the level credited for a factor."),
    )


def _gives_levels(engine: Engine, question: Question) -> Said | None:
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


def _moves(engine: Engine, question: Question) -> Said | None:
    """Do what the message asks of the conversation or the case itself."""
    if _AS_MET.search(question.message) and engine.memory.levels and not question.levels:
        # "Record it as met because ..." is said of the level spoken of.
        level = engine.memory.levels[0]
        said = _AS_MET.sub(f"{level} is ", question.message, count=1)
        question = replace(read(said, today=engine.today), asks=False)
    move = move_of(question)
    if move is None or (move.name == "undo" and retells(question, engine.context())):
        return None
    engine.note_move(move.name, question)
    return move.run(engine, question)


def _takes_back_and_asks(engine: Engine, question: Question) -> Said | None:
    """Take back what was said last, and answer what is asked behind it."""
    first = said_first(question.message) if engine.can_undo or engine.withdrawn else None
    if first is None or disowns(first[1]) or not read(first[1]).asks:
        return None
    back = question.message[: question.message.rfind(first[1])].rstrip(" ,;:-")
    return chain(respond(engine, back), respond(engine, first[1]))


def _states(engine: Engine, question: Question) -> Said | None:
    """Answer a statement about one's own job as the question it implies, and offer it as a fact."""
    own = question.first_person or len(question.factors) == 1
    if question.asks or len(question.message.split()) < FEWEST or not own:
        return None
    context = engine.context()
    if lasting(question, engine.memory):
        return None
    supposes = (summed, on_trial, if_lost, for_goal, of_risk)
    return None if any(one(question, context) for one in supposes) else _stated(engine, question)


def _stated(engine: Engine, question: Question) -> Said:
    well = read(spelled(question.message), today=engine.today)
    answer = on_factor(engine, well) or engine.implied(well)
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
    yield replace(answer, lead=lead, next=(*answer.next[:2], step))


def _asks(engine: Engine, question: Question) -> Said:
    """Answer each question of a message."""
    pieces = parts(question.message)
    if len(pieces) > 1 and _one_question(engine, question, [p.shown for p in pieces]):
        yield engine.answer_to(question)
        return
    if len(pieces) == 1:
        answer = engine.answer_to(_read_part(engine, pieces[0].text, pieces[0].whole, question))
        yield either(engine, pieces[0].text, answer) or answer
        return
    answered = []
    for piece in pieces:
        answer = engine.answer_to(_read_part(engine, piece.text, piece.whole, question))
        answered.append((piece.shown, answer))
        engine.remember(answer)
    yield together(answered, full=len(pieces) == MOST)


def _one_question(engine: Engine, question: Question, pieces: list[str]) -> bool:
    """Return whether one topic answers all the parts, which only lean on the first."""
    context = engine.context()
    topic = engine.chooser.certain(question, context)
    if not topic:
        return False
    others = {engine.chooser.certain(read(p, today=engine.today), context) for p in pieces[1:]}
    return others <= {topic, ""} and all(
        len(p.split()) <= SHORT_PART or _LEANS.search(p) for p in pieces[1:]
    )


def _read_part(engine: Engine, text: str, whole: str, question: Question) -> Question:
    """Read a part for its words, and the whole it stands in for exact values."""
    part = read(text, today=engine.today)
    if text == question.message:
        return part
    around = read(whole, today=engine.today)
    return replace(part, first_person=around.first_person, around=whole, **part.lacks(around))


def _interviewed(engine: Engine, question: Question) -> Said | None:
    """Take the answer to the question put of a new case."""
    if not engine.asking:
        return None
    move = move_of(question)
    return interview.answers(engine, question, move.name if move is not None else "")


STEPS: tuple[Callable[[Engine, Question], Said | None], ...] = (
    _answers_offer,
    _supervised,
    retracts,
    _rectifies,
    answers_criterion,
    _weighs,
    _takes_back_and_asks,
    corrects_move,
    after_change,
    _gives_levels,
    tries,
    amends,
    _moves,
    tells,
    _states,
    _asks,
)
"""In this order: an open question of ours, levels given or tried, a move, a statement, the rest."""


def followed(engine: Engine, question: Question) -> tuple[Question, str]:
    """Return a question with what it takes from the turn before, and the topic it goes on with."""
    if engine.chooser.certain(question, engine.context()) == OF_LETTER:
        return question, OF_LETTER
    asked, topic = resolve(question, engine.context())
    return (asked, topic) if topic or asked is not question else in_passing(engine, question)
