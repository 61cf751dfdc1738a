"""The standard or guide a conversation is about, which decides whose factors and levels are meant.

Somebody who classifies an analyst by the analysis guide, or a supervisor by the supervisory guide,
does not name it again with every factor. Another series, a decision or another standard named ends
it; a question of procedure between does not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.named.chart import cell_alone, cell_told
from assistant.chat.answering.named.occupations.analysis import ANALYST, GUIDE, NAMES_GUIDE
from assistant.chat.reading.exact import read
from core.standards.table import SUPERVISORY_ID
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Moment, Question

OF_GUIDE = frozenset(
    ["supervisory-coverage", "supervisory-title", "supervisory-guide", "team-leader"]
)
"""Topics of the supervisory guide as a whole."""
OF_SUPERVISORS = OF_GUIDE | {
    *("supervisory-authorities", "supervising-contractors", "base-level", "base-plus-one"),
    *("supervisory-points", "special-situations", "deputies", "program-manager"),
}
"""Topics of supervisors' work."""
ANALYSIS = "analysis-guide"
POINTS = "supervisory-points"
_ITS_GRADES = pattern(
    r"\b(?:what|which) grades?\b.{0,20}\b(?:that|this) (?:one|guide)\b|"
    r"\b(?:what|which) grades? does it\b",
    re.IGNORECASE,
)
"""Asks which grades the guide spoken of covers."""
_OF_IT = pattern(
    r"\b(?:there|in it|in that(?: one| guide)?|by it|under it|its)\b|"
    r"^\W*(?:(?:and|so|ok|what about|how about|same for|for|at) )*(?:an? )?gs-?\d{1,2}\W*$|"
    r"\b(?:all|list|which|what|how many) (?:the |its )?(?:levels?|points?|factors?|grades?)\b|"
    r"\bit (?:assign|give|credit|have|has|use|set)s?\b|"
    r"^\W*(?:and |so )*points\b|\bwhere\b.{0,12}\b(?:get|find|have|download) (?:it|that)\b",
    re.IGNORECASE,
)
"""Asks for levels, points or a grade of the guide that was named a turn before."""
_OWN_CASE = pattern(r"\b(?:my|our|the|this) (?:own )?(?:case|file)\b", re.IGNORECASE)
_CONTACTS = pattern(
    r"\b(?:contacts?|persons?)\b.{0,40}\b(?:purpose|chart|combined|[1-4])\b|"
    r"\bpurpose(?: [a-d]\b|\s*[:?]|$)|\b(?:combinations?|combos?|cells?|asterisks?)\b",
    re.IGNORECASE,
)
_ASKS_WHAT = pattern(
    r"\bwhat(?:'s| is| does| do)?\b.{0,30}\b(?:mean|require|take|ask|say|for|there|here|in (?:this|"
    r"that|the) (?:guide|standard))\b|\b(?:define|explain|describe)\b",
    re.IGNORECASE,
)
_GOES_ON = pattern(
    r"^\W*(?:(?:and|or|so|ok|then|what about|how about) )+(?:level )?[1-9]-\d"
    r"(?: (?:there|then|(?:in|under|by) (?:it|that|this|that one|(?:this|that|the) guide)))*\W*$",
    re.IGNORECASE,
)
"""Names another level and nothing beside it."""
_SUBFACTOR = pattern(
    r"^\W*(?:(?:and|so|ok|then|or|what about|how about|what(?:'s| is)|level|factor|subfactor|of|"
    r"the|supervisory guide|gssg)[ ,:]+)*(?P<part>4 ?[ab])"
    r"(?:[ ,:]+(?:of|in|the|supervisory guide|gssg|measure|then|there))*\W*$",
    re.IGNORECASE,
)
_HAS = pattern(
    r"\b(?:ha(?:s|ve)|holds?|got|with|does|do|only)\b.{0,12}?\b(?P<count>one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|\d{1,2})\b(?: (?:of|out of) (?:them|those|these|the list))"
    r"|^\W*(?:and )?(?P<only>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) of (?:them|"
    r"those|these)\b",
    re.IGNORECASE,
)
"""Tells how many of the authorities just listed are held."""
_LISTED_AUTHORITIES = (("3-3b", "3-3", "fifteen"), ("3-2c", "3-2", "ten"))
_NO_SUPERVISOR = frozenset(["team-leader", "supervisory-title", "program-manager"])
_FACTOR_OF = {
    "organizational-setting": "2",
    "supervisory-authorities": "3",
    "base-level": "5",
    "special-situations": "6",
}
"""The factor of the supervisory guide that a topic is about."""
_NUMBERS = (
    *(("1", "one", "first"), ("2", "two", "second"), ("3", "three", "third")),
    *(("4", "four", "fourth"), ("5", "five", "fifth"), ("6", "six", "sixth", "last")),
)
_SAID = "|".join(word for words in _NUMBERS for word in words)
_FACTOR = pattern(
    rf"\b(?:factor|element) (?:number |no\.? )?(?P<named>{_SAID}|[7-9])\b"
    rf"|\b(?:the )?(?P<nth>{_SAID}) (?:factor|element)\b",
    re.IGNORECASE,
)
_ONE = pattern(
    r"^\W*(?:(?:and|or|so|ok|then|now|what about|how about|what is|points (?:for|of)|"
    r"how many points (?:for|is|has|does)|what does|which level\w*(?: would i have)? on)\W+)*"
    rf"(?:the |number |no\.? )(?P<nth>{_SAID}|next)(?: one)?"
    r"(?: (?:have|carry|worth|get|give))*\W*$",
    re.IGNORECASE,
)
_IN_POINTS = pattern(
    r"^\W*(?:(?:and|so|ok|what is (?:that|it)|how (?:many|much)(?: is that)?)\W+)*"
    r"(?:in )?points\W*$",
    re.IGNORECASE,
)
FEW = 10
"""Words up to which a message goes on with the guide just named."""
BACK = 8
"""Turns to look back."""


def in_talk(context: Context) -> str:
    """Return the guide that the turns before were about; empty when they were about none."""
    for turn in reversed(context.memory.turns[-BACK:]):
        found = _guide_of(turn)
        if found is not None:
            return found
    return ""


def _guide_of(turn: Moment) -> str | None:
    """Return the guide a turn was about; empty where it was another, None where it says nothing."""
    question = turn.question
    if question is None:
        return None
    if SUPERVISORY_ID in question.standards or turn.topic in OF_SUPERVISORS - _NO_SUPERVISOR:
        return SUPERVISORY_ID
    if set(question.series) & ANALYST or NAMES_GUIDE.search(question.message):
        return ANALYSIS
    elsewhere = question.series or question.standards or question.decision
    return "" if elsewhere or turn.topic.startswith("decision") else None


def _graded_by_own(context: Context) -> bool:
    """Tell whether a case is open that its own standard grades."""
    return context.opened is not None and bool(context.opened.standard.factors)


def _named(context: Context) -> bool:
    """Tell whether the analysis guide itself was named, not only a series that goes by it."""
    turns = context.memory.turns[-BACK:]
    return any(t.question is not None and NAMES_GUIDE.search(t.question.message) for t in turns)


def of_guide(question: Question, context: Context) -> Question:
    """Return a question about factors or levels with the analysis guide, where it is in talk."""
    named = question.standards or question.series or question.decision
    if named or _OWN_CASE.search(question.message) or NAMES_GUIDE.search(question.message):
        return question
    last = context.memory.question
    just = last is not None and NAMES_GUIDE.search(last.message) is not None
    if just and _OF_IT.search(question.message) and len(question.message.split()) <= FEW:
        return replace(question, message=f"{question.message.rstrip(' .?!')} ({GUIDE})?", asks=True)
    two = len(question.levels) == 2 and len(question.factors) == 1
    asks = _ASKS_WHAT.search(question.message) or _GOES_ON.search(question.message)
    one = len(question.levels) == 1 and asks
    contacts = (
        _CONTACTS.search(question.message) or cell_told(question.message) or cell_alone(question)
    )
    if not (two or one or contacts or _ITS_GRADES.search(question.message)):
        return question
    if in_talk(context) != ANALYSIS or (_graded_by_own(context) and not _named(context)):
        return question
    text = question.message.rstrip(" .?!")
    end = "?" if question.asks else "."
    around = f"{question.around} ({GUIDE})" if question.around else ""
    return replace(question, message=f"{text} ({GUIDE}){end}", around=around)


def guide_factor(question: Question, context: Context) -> tuple[Question, str] | None:
    """Take a factor after a question on supervisors as one of the supervisory guide's six."""
    memory = context.memory
    if (part := _SUBFACTOR.match(question.message)) is not None:
        # Only that guide has a factor in two parts.
        named = part["part"].replace(" ", "").upper()
        return read(f"What does subfactor {named} of the supervisory guide measure?"), POINTS
    if (counted := _counted(question, context)) is not None:
        return counted
    of_guide = memory.topic in OF_SUPERVISORS or memory.topic in _FACTOR_OF
    exact = question.levels or question.standards or question.series or question.decision
    if not of_guide or exact or question.grades:
        return None
    before = memory.answer.factors[0][:1] if memory.answer and memory.answer.factors else ""
    found, one = _FACTOR.search(question.message), _ONE.match(question.message)
    said = found["named"] or found["nth"] if found is not None else ""
    if not said and one is not None and memory.topic == POINTS:
        said = one["nth"]
    if said == "next":
        factor = str(int(before) + 1) if before.isdigit() else ""
    else:
        numbers = (words[0] for words in _NUMBERS if said.lower() in words)
        factor = next(numbers, "")
    if not said and _IN_POINTS.match(question.message):
        factor = _FACTOR_OF.get(memory.topic, "")
    if not factor or int(factor) > len(_NUMBERS):
        return None
    return read(f"Which levels has Factor {factor} of the supervisory guide?"), POINTS


def _counted(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return whether the authorities a message counts of those just listed are enough, or None."""
    memory, found = context.memory, _HAS.search(question.message)
    before = memory.question
    if found is None or before is None or question.levels or question.factors:
        return None
    told = f"{before.message} {memory.answer.lead if memory.answer is not None else ''}"
    listed = next(
        (one for one in _LISTED_AUTHORITIES if any(level in told for level in one[:2])), None
    )
    of_guide = memory.standard == SUPERVISORY_ID or "authorit" in told.casefold()
    if listed is None or not of_guide:
        return None
    count = found["count"] or found["only"]
    whole = f"Somebody has {count} of the {listed[2]} authorities of Level {listed[0]}. Enough?"
    return read(whole), "supervisory-authorities"
