"""What an answer leaves behind for the turns that lean on it, and how they come back to it.

"Another question: ..." leans on nothing; "back to factor 5: the next level up?" leans on the turn
that spoke of factor 5, however many lie between.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from assistant.chat.model import Moment
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.exact import FACTOR_NAMES
from index.language.words import words

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Answer, Memory, Question

SAID = 3
"""How many answers are remembered by their leads."""
LIMITS = 12
"""How many last days counted are remembered."""
TURNS = 20
"""How many turns can be gone back to."""
_SO = (
    r"^\W*(?:(?:ok(?:ay)?|now|so|and|but|well|alright|thanks|thx|quick|just|then|one)\b"
    r"[\s,.!-]*)*"
)
_NEW = re.compile(
    _SO + r"(?:(?:on |a |an |this is )*(?:totally |completely |entirely |quite )?(?:"
    r"(?:other|another|different|separate|unrelated|new) "
    r"(?:topic|subject|question|matter|note|thing|one|issue)(?: (?:now|then|entirely))?"
    r"|(?:something|anything) (?:else|different|unrelated)(?: (?:now|then|entirely))?|unrelated"
    r"|different|side (?:question|note)|aside)"
    r"|hold that thought|moving on|(?:leaving )?(?:that|this) aside|aside from that|apart from that"
    r"|before i forget|(?:let me|can i|may i) (?:ask|try) (?:you )?(?:something|one) "
    r"(?:else|different|more)"
    r"|(?:chang|switch)(?:e|ing) (?:of )?(?:the )?(?:subjects?|topics?|gears))"
    r"\s*(?:[:,.;!?\u2013\u2014-]|$)\s*",
    re.IGNORECASE,
)
_BACK = re.compile(
    _SO + r"(?:(?:let's|let us|can we|i(?:'m| am)|i want to|to)\s+)?"
    r"(?:(?:go(?:ing)?|com(?:e|ing)|return(?:ing)?|get(?:ting)?|switch(?:ing)?) )?"
    r"(?:back|returning|return) to (?P<what>[^:.,;?!\u2013\u2014]{1,60}?)"
    r"\s*(?:[:.,;?!\u2013\u2014]\s*|\s(?=(?:how|what|which|who|when|where|why|does|do|did|is|are|"
    r"can|could|would|will|may|and)\b)|$)(?P<rest>.*)$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    _SO + r"(?:(?:what )?about|as for|on|regarding|concerning) (?P<what>[^:.,;?!]{1,60}?) again"
    r"\s*[:.,;?!\u2013\u2014-]+\s*(?P<rest>\w.*)$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:first|beginning|start|1st)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:previous|before|earlier|last)\b", re.IGNORECASE)
_AS_IT_IS = re.compile(
    r"\b(?:record|(?:my|the|this|our|her|his) (?:case|file|position|job|score)|base|start)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:my|our) (?:own )?(?:case|file|job|position)\W*$", re.IGNORECASE)
_FIGURES = re.compile(
    r"\b(?:my|our|the|her|his) (?:numbers|score|scores|total|points|sum|what[- ]?ifs?|trial)\W*$",
    re.IGNORECASE,
)
_IDLE = frozenset(words("the a my your our that this question topic thing one point stuff about"))


def remember(
    memory: Memory, answer: Answer, topic: str, question: Question | None, today: date
) -> None:
    """Remember an answer, and what it was about, for the turns that lean on it."""
    memory.answer = answer
    memory.said = [*memory.said, answer.lead][-SAID:]
    memory.limits = (*memory.limits, *_counted(memory, answer, question, today))[-LIMITS:]
    if question is not None and answer.kind != "decline":
        # What is outside the field is no subject to go on with.
        if topic != memory.topic:
            memory.topic_before = memory.topic
        memory.earlier, memory.topic, memory.question = memory.question, topic, question
        # A wage employee who asks about a General Schedule grade stays a wage employee.
        asked = question.asks and memory.pay_plan.startswith("W")
        told = question.pay_plan.startswith("W") or (question.first_person and not asked)
        if question.pay_plan and (told or not memory.pay_plan):
            memory.pay_plan = question.pay_plan
        together = max(question.levels, answer.levels, key=len)
        if len(together) > 1:
            memory.listed = together
    if answer.levels:
        memory.levels, memory.standard = answer.levels, answer.standard
        if question is not None and question.standards and not answer.standard:
            memory.standard = question.standards[0]
    if answer.factors:
        memory.factors = answer.factors
    if answer.trial is not None and answer.trial != memory.trial:
        memory.trials.append(memory.trial)
        memory.trial = answer.trial
    if question is not None and answer.kind != "decline":
        memory.turns = [*memory.turns, Moment.of(memory)][-TURNS:]


def _counted(
    memory: Memory, answer: Answer, question: Question | None, today: date
) -> tuple[date, ...]:
    """Return the days that an answer has counted: those it names that were not told."""
    told = set(question.dates if question is not None else ())
    for said in memory.days.values():
        told |= {day for _, _, day in named_days(said, today)}
    answered = " ".join((answer.lead, *answer.figures))
    named = (day for _, _, day in named_days(answered, today))
    return tuple(day for day in dict.fromkeys(named) if day not in told)


def turned(memory: Memory, message: str) -> str:
    """Return a message without the words that leave or resume a subject, which then is done.

    "Another topic: ..." takes the turns before away, "back to ..." puts the turn it names in their
    place. A return with nothing behind it asks again what was asked there.
    """
    new = _NEW.match(message)
    if new is not None:
        if memory.question is not None:
            _put(memory, Moment())
        return message[new.end() :] or message
    back = _BACK.match(message) or _AGAIN.match(message)
    if back is None or not memory.turns:
        return message
    own = _OWN.search(back["what"])
    moment = None if own else _figured(memory, back["what"]) or _meant(memory, back["what"])
    if moment is None and _AS_IT_IS.search(back["what"]):
        moment = replace(Moment(), topic=memory.topic, question=memory.question)
    if moment is None:
        return message
    _put(memory, moment)
    rest = back["rest"].strip()
    return rest or (moment.question.message if moment.question is not None else message)


def _figured(memory: Memory, what: str) -> Moment | None:
    """Return the last turn about the total of the case, when it is what is named."""
    figured = [one for one in memory.turns if one.trial or one.topic == "my-grade"]
    return figured[-1] if figured and _FIGURES.search(what) else None


def _put(memory: Memory, moment: Moment) -> None:
    for one in fields(Moment):
        setattr(memory, one.name, getattr(moment, one.name))
    memory.trials = []


def _meant(memory: Memory, what: str) -> Moment | None:
    """Return the turn that a few words name, the latest of those that fit best; None for none."""
    named = set(words(what)) - _IDLE
    past = memory.turns
    if not named:
        if _FIRST.search(what):
            return past[0]
        others = [one for one in past if one.topic != memory.topic]
        return others[-1] if others else None
    scored = [(len(named & _about(one)), place) for place, one in enumerate(past)]
    best = max(scored)
    if best[0]:
        return past[best[1]]
    if _FIRST.search(what):
        return past[0]
    return past[-2] if _BEFORE.search(what) and len(past) > 1 else None


def _about(moment: Moment) -> set[str]:
    """Return the words that a turn can be named by."""
    question, answer = moment.question, moment.answer
    said = [moment.topic.replace("-", " ")]
    tags: dict[str, Any] = {}
    if question is not None:
        said.append(question.message)
        of_decision = question.decision or moment.topic.startswith("decision")
        tags |= {"grade": question.grades, "decision case appeal": of_decision}
    if answer is not None:
        said.append(answer.lead)
    tags |= {"what if trial": moment.trial, "level factor": moment.levels}
    factors = {level.rpartition("-")[0] for level in moment.levels} | set(moment.factors)
    for factor in factors:
        said += [f"factor {factor}", *FACTOR_NAMES.get(factor, ())]
    said += [tag for tag, there in tags.items() if there]
    return set(words(" ".join(said)))
