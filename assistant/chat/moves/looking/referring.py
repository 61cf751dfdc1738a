"""A message that speaks of what was spoken of: "does that one run out too?", "why two years?".

What "it" stands for is tried in its place, and the question that is then clearly asked is answered.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from assistant.chat.composing.confirming import echoed, nearest, said_again
from assistant.chat.model import NAMED, Answer
from assistant.chat.moves.looking.back import why
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.decided.asking_on import of_particulars
from assistant.chat.reading.turns.spoken.concluding import conclusion
from assistant.chat.reading.turns.spoken.said import (
    family,
    named_in,
    names_nothing,
    spoken,
    with_thing,
)
from assistant.chat.reading.turns.together import without_lead_in
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Match, Memory, Question
    from assistant.events import Event

_LEAD_IN: Final = r"^\W*(?:(?:and|so|but|ok(?:ay)?|well|then|now|hm+|wait)[\s,.]+)*"
_WHY: Final = pattern(
    _LEAD_IN
    + r"(?:why|how come|for what reason|what's the reason for)\b(?: (?:is|are) (?:it|that|there))?"
    r"(?P<what>.*)$",
    re.IGNORECASE,
)
_SIDE: Final = pattern(
    _LEAD_IN + r"(?:what(?:'s| is| do i have|"
    r"(?: \w+){0,2} (?:speaks?|says|stands|goes|counts|works|talks))?|give me|tell me|show me|any"
    r"(?:thing)?)\b.{0,24}\b(?:(?P<favor>in (?:my|its|her|his) favou?r|for (?:it|me|that)|"
    r"on my side|(?:helps?|supports?|backs?) (?:me|it|that)|pros\b)|"
    r"(?P<other>against (?:it|me|that|this)|(?:the )?other side|counter-?arguments?|"
    r"hurts? (?:me|it)|"
    r"would (?:they|the agency|hr|opm) (?:say|argue|answer)(?: to that)?|cons\b))"
    r"(?: (?:then|there|here|too|again|on (?:it|that)))*\W*$",
    re.IGNORECASE,
)
_APART: Final = pattern(
    _LEAD_IN + r"(?:what(?:'s| is| are)? the (?:difference|"
    r"advantages?|upside|pros and cons)|which (?:one |of (?:the two|them) )?(?:is|would be) "
    r"(?:better|best|smarter|faster|safer)|what (?:would|do) you (?:advise|recommend))"
    r"(?: (?:then|there|here|for (?:me|us|him|her)|of each|really))*\W*$",
    re.IGNORECASE,
)
_EITHER: Final = pattern(
    r"(?P<one>(?:(?:my|the|an?) )?[\w-]+(?: [\w-]+)?),? or (?:(?:to|by|with|from|in|go|as) )*"
    r"(?P<other>(?:(?:my|the|an?) )?[\w-]+)",
    re.IGNORECASE,
)
_COUNTING: Final = frozenset(
    ["not-considered", "knowledge-or-education", "impact-of-person", "new-position"]
)
"""Topics that tell what counts for a grade and what does not."""
_FRAGMENT: Final = pattern(
    r"^\W*(?:(?:and|or|but|what about|how about|not even)\W+)+"
    r"(?P<what>(?:how (?!\w+ (?:is|are|do|does|did|would|will|can|could|should|must|have|has)\b)|"
    r"whether|that|the|my|her|his|an?) .{3,60}?)\W*$",
    re.IGNORECASE,
)
_CLAUSE: Final = pattern(r"[,;:]\s")
_GRADE: Final = pattern(r"\b(?:GS|WG)-\d{1,2}\b")
LONGEST: Final = 18
"""Words beyond which a message says for itself what it is about."""
CLEAR, ASKED = 0.9, 0.66
"""Score and likeness from which a message by itself asks something clearly."""
MEANT, LIKE, AHEAD = 0.85, 0.6, 0.05
"""The same for a message with a thing in the place of "it", and how much liker it must be."""
COUNTED: Final = 0.75
"""Score from which something said to count or not is known as such."""
_OF_NOTHING: Final = pattern(
    r"\b(?:is|was|would|will|does|be) (?:it|that|this)(?: be| ever| really| even| still)* "
    r"(?:possible|too|true|worth|ok(?:ay)?|allowed|better|necessary|legal|normal|common|late|time|a|an|the|say)\b",
    re.IGNORECASE,
)
"""Speaks of "it" and means nothing by it: "is it too late to ...?"."""
SHORT: Final = 9
"""Words up to which a message can name nothing of its own."""
OF_THAT: Final = 0.5
"""Share of the words behind a "why" that the last answer must have said."""
RULED: Final = 0.62
"""Likeness from which a statement of a rule is the reason for a sentence."""


def referred(engine: Conversation, question: Question) -> tuple[Question, str]:
    """Return a message with the thing spoken of in the place of "it", and the topic it is of.

    The message itself with no topic comes back when it means more by itself.
    """
    memory, context = engine.memory, engine.context()
    if memory.question is None or len(question.message.split()) > LONGEST:
        return question, ""
    side = _SIDE.match(question.message)
    if side is not None and memory.levels and context.case is not None:
        level = memory.levels[0]
        if side["favor"]:
            return read(f"Does my case meet Level {level}?", today=engine.today), "case-level"
        asked = read(f"What speaks against Level {level} in my case?", today=engine.today)
        return asked, "level-argument"
    either = _EITHER.search(memory.question.message) if _APART.match(question.message) else None
    if either is not None:
        apart = f"What is the difference between {either['one']} and {either['other']} for me?"
        return read(apart, today=engine.today), memory.topic
    if (goes_on := _in_the_family(engine, question)) is not None:
        return goes_on
    alone = engine.chooser.near(question, context, 3)
    clear = bool(alone) and alone[0].score >= CLEAR and alone[0].near >= ASKED
    if clear:
        return question, ""
    if conclusion(question.message) and memory.topic in {one.topic.id for one in alone}:
        return question, memory.topic
    return _counting(engine, question, alone) or (question, "")


def _in_the_family(engine: Conversation, question: Question) -> tuple[Question, str] | None:
    """Return a message that names nothing of its own as asked of what was spoken of, or None.

    "Where do I write?" after a comparison is asked of the consistency review that was told of.
    """
    before, context = spoken(engine.memory), engine.context()
    exact = any(getattr(question, name) for name in NAMED)
    if exact or len(question.message.split()) > SHORT or _OF_NOTHING.search(question.message):
        return None
    if conclusion(question.message) or not names_nothing(question.message):
        return None
    bare = without_lead_in(question.message).rstrip(" ?.!")
    found = []
    for thing in before.things:
        for text in with_thing(bare, before, only=thing) or [f"{bare} for {thing}"]:
            made = read(f"{text}?", today=engine.today)
            near = engine.chooser.near(made, context, 2)
            found += [
                (one.near, one.topic.id, made)
                for one in near
                if one.topic.id in family(before) - {before.topic}
                and one.score >= MEANT
                and one.near >= LIKE
            ]
    for _, topic, made in sorted(found, key=lambda one: -one[0]):
        whole = replace(made, first_person=question.first_person or made.first_person)
        answered = engine.chooser.ask(topic, whole, context)
        if answered is not None and answered.answer.lead not in engine.memory.said:
            return whole, topic
    return None


def _counting(
    engine: Conversation, question: Question, alone: list[Match]
) -> tuple[Question, str] | None:
    """Return whether a further thing counts, after it was said of others that they do not."""
    memory, fragment = engine.memory, _FRAGMENT.match(question.message)
    if fragment is None or memory.topic not in _COUNTING:
        return None
    made = read(f"Does {fragment['what']} count for the grade?", today=engine.today)
    near = engine.chooser.near(made, engine.context(), 1)
    least = alone[0].score if alone else 0.0
    if not near or near[0].near < LIKE or near[0].score < max(COUNTED, least + AHEAD):
        return None
    return made, near[0].topic.id


def confirms(engine: Conversation, question: Question) -> Iterator[Event | Answer] | None:
    """Confirm a phrase of the last answer that is only said again: "calendar days?"."""
    last = engine.memory.answer
    one = None if last is None else echoed(question.message, spoken(engine.memory))
    return None if one is None or last is None else iter([said_again(last, one, "Yes: ")])


def gives_reason(engine: Conversation, question: Question) -> Iterator[Event | Answer] | None:
    """Return the reason for something that the last answer said; None when none is asked for.

    "Why two years?" is asked of the two years just told, "why can't I go to OPM?" of the rule.
    """
    found, last = _WHY.match(question.message), engine.memory.answer
    what = named_in(found["what"]) if found is not None else frozenset()
    if not what or found is None or last is None or last.kind != "answer":
        return None
    if of_particulars(question, engine.context()) is not None:
        return None
    alone = engine.chooser.near(question, engine.context(), 1)
    if alone and alone[0].score >= CLEAR and alone[0].near >= ASKED:
        return None
    before = spoken(engine.memory)
    share, one = nearest(found["what"], before.last)
    if one is None or share < OF_THAT:
        return None
    rules = tuple(words for words in last.words if words.ours)
    borne = [words for words in rules if named_in(words.ours) >= what & named_in(one.text)]
    if borne:
        return iter([_because(borne[0].ours, replace(last, words=tuple(borne)))])
    # A clause of the law is like our sentence of it without the reader's own grade.
    asked = read(_GRADE.sub("grade", _CLAUSE.split(one.text)[0]), today=engine.today)
    ruled = engine.chooser.statement(asked, RULED, engine.context())
    if ruled is not None and ruled.answer.words:
        # Of two rules alike the one that brings in least that nobody spoke of.
        told = named_in(f"{_asked(engine.memory)} {last.lead}")
        best = min(ruled.answer.words, key=lambda words: len(named_in(words.ours) - told))
        return iter([_because(best.ours, replace(last, words=(best,)))])
    return why(engine, question)


def _asked(memory: Memory) -> str:
    return " ".join(one.message for one in (memory.earlier, memory.question) if one is not None)


def _because(reason: str, last: Answer) -> Answer:
    return Answer(
        lead=f"**Because the rule says so:** {reason}",
        words=last.words,
        levels=last.levels,
        factors=last.factors,
    )
