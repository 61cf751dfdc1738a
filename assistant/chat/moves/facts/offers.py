"""What was offered, taken or refused with a word: a fact, a change, a topic, a case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from assistant import load
from assistant.chat.model import Answer
from assistant.chat.moves.facts.stating import EXAMPLE, add_fact, share_added
from assistant.chat.moves.facts.taking import ADD, DO_SO, nothing_offered, told_last
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.trying import is_on
from assistant.text import escape
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation, Offer
    from assistant.chat.model import Question
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


def answers_offer(
    engine: Conversation, question: Question, respond: Callable[[Conversation, str], Said]
) -> Said | None:
    """Take yes or no, or the number of one of two topics, as the answer to our offer.

    Args:
        engine: The conversation.
        question: The message.
        respond: Answers what is asked behind a yes.
    """
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


def _taken(engine: Conversation, offer: Offer) -> Said:
    """Do what was offered."""
    if offer.case is not None and offer.supervisor:
        # What reads descriptions is loaded only for one.
        kept = load("assistant.chat.moves.describing.supervisor:kept")
        opened: Said = kept(engine, offer.supervisor, offer.case.title)
        return opened
    if offer.case is not None:
        take = _take_new if offer.new else _take_case
        return take(engine, offer)
    return add_fact(engine, offer.text, offer.question)


def _chosen(message: str, most: int) -> int | None:
    words = message.lower().strip(" .!?")
    for number, names in enumerate((("1", "first", "one"), ("2", "second", "two"))[:most]):
        if words in names or any(f"the {name}" in words for name in names):
            return number
    return None


def _ask_topic(engine: Conversation, topic: str, question: Question) -> Said:
    chosen = engine.chooser.ask(topic, question, engine.context())
    if chosen is not None:
        engine.note(chosen.topic, question)
        yield chosen.answer


def _take_case(engine: Conversation, offer: Offer) -> Said:
    assert offer.case is not None  # noqa: S101 - a case was offered
    yield from engine.change(offer.case)
    yield share_added(engine, offer.text)


def _take_new(engine: Conversation, offer: Offer) -> Said:
    yield from engine.begin(offer.case)
    engine.pasted = None
    engine.note_move("description", offer.question)
    yield Answer(
        lead=f"Your case is open: {escape(offer.text)}. Say *undo* to take it back, and *save as "
        "my-case.toml* to keep it in a file.",
        next=("*Suggest levels* weighs it.", "Or say the level credited for a factor."),
    )
