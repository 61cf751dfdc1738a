"""A message that corrects: "no, I mean ...", "that's not what I asked", "wrong one, factor 3".

What is said after such words is the message; the words themselves state nothing about a job.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.together import about
from assistant.chat.reading.turns.values import says_more
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Question

CORRECTION = pattern(
    r"^\W*(?:no|nope|sorry|wait|not that)?\W*"
    r"(?:i (?:meant?|was asking about)|i'm asking about|rather|instead|make (?:it|that))\b"
    r"|^\W*(?:no|nope|sorry|wait|actually|correction|oops|my mistake|i was wrong|"
    r"(?:the )?wrong (?:one|factor|level)|not that(?: one)?|the other one)\b",
    re.IGNORECASE,
)
_LEAD_IN = r"^\W*(?:(?:no+|nope|wait|sorry|oh|actually|hm+|well|but|ok(?:ay)?)[\s,.!:;-]+)*"
_MISREAD = pattern(
    _LEAD_IN + r"(?:(?:that|this|it)(?:'s| is| was)(?:n't| not) (?:really |quite |at all )?"
    r"(?:what i (?:asked|meant|mean|wanted(?: to know)?|said|am asking|was asking)"
    r"(?: for| about)?"
    r"|(?:my|the) question)"
    r"|that (?:does not|doesn't|did not|didn't) answer (?:it|that|my question)"
    r"|(?:you|u)(?:'ve| have)? (?:got |understood |read )(?:me|it|that) wrong(?:ly)?"
    r"|you (?:have )?(?:misunderstood|misread)(?: me| it| that| my question)?|wrong question"
    r"|not what i (?:asked|meant|wanted)(?: for)?)\b[\s,.!:;-]*",
    re.IGNORECASE,
)
_MEAN = pattern(
    _LEAD_IN + r"(?:(?:what )?i (?:really |just |actually )?"
    r"(?:meant?|asked(?! (?:to|for|hr|opm|my|the|them|management)\b)|was asking|am asking|"
    r"want(?:ed)? to (?:know|ask)|wanted(?! (?:to|an?|out)\b))"
    r"|i'm asking|my question (?:is|was))(?: (?:to ask|is|was))?"
    r"(?: (?:about|if|whether))?[\s,:;-]+",
    re.IGNORECASE,
)
_NOT = pattern(r"\b(?:not|instead of|rather than)\b(?P<wrong>[^,;.?]*)", re.IGNORECASE)


_YES_OR_NO = pattern(
    r"(?<=\w)[\s,;:.?!-]+(?:just )?(?:tell me )?(?:please,? )?(?:yes or no|yes/no|y/n|yea or nay)"
    r"(?: please)?\W*$|^\W*(?:just )?(?:tell me )?(?:yes or no|yes/no)[\s,;:.?!-]+(?=\w)",
    re.IGNORECASE,
)
"""What asks for a plain answer and is no question by itself."""


def meant(message: str) -> tuple[bool, str]:
    """Return whether a message says that it was misread, and what it says beside that.

    "No, I mean factor 3" stays as it is: what it names takes the place of what was named before.
    """
    message = _YES_OR_NO.sub(lambda m: "?" if m.start() else "", message)
    misread = _MISREAD.match(message)
    rest = message[misread.end() :] if misread is not None else message
    mean = _MEAN.match(rest)
    if mean is not None:
        said = rest[mean.end() :]
        asked = read(said)
        if asked.asks or (misread and said):
            return True, said
        if misread is None:
            return False, message
    return misread is not None, rest.strip()


def names_another(question: Question) -> bool:
    """Tell whether a message only names what was meant instead: "no, I meant factor 3"."""
    named = question.levels or question.factors
    return bool(named and CORRECTION.search(question.message) and not says_more(question))


def instead(said: Question, question: Question) -> Question | None:
    """Return what was told to do before, done to what a correction names; None when it is none."""
    if not CORRECTION.search(question.message) or question.asks:
        return None
    wrong = _NOT.search(question.message)
    out = read(wrong["wrong"]) if wrong is not None else None
    named = tuple(one for one in question.levels if out is None or one not in out.levels)
    factors = tuple(one for one in question.factors if out is None or one not in out.factors)
    if not (named or factors) or says_more(question):
        return None
    if named:
        return about(replace(question, asks=False), named)
    if len(said.levels) == 1:
        # The level told is meant of another factor.
        return about(said, (f"{factors[0]}-{said.levels[0].rpartition('-')[2]}",))
    return replace(said, factors=factors, levels=())
