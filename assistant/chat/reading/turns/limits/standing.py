"""How long a position stood at its grade, told after it was asked if the grade is kept.

"My SF-50s say it was a 12 since 2019" is the fact that grade retention turns on, and not a question
of its own; the day of the lowering told before stays the day that the years run from.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure.story import story
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.happened import kind_said, says_kept
from assistant.chat.reading.turns.limits.told import on_day
from assistant.text import in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

BACK, MOST = 3, 24
"""Turns to look back for the question, and words beyond which a message tells more than that."""
KEPT = "grade-retention"
_OF_THE_GRADE = pattern(
    r"\b(?:position|job|post|grade|graded|classified|sf-?\s?50s?|gs|gs-?\d+)\b|"
    r"^\W*(?:(?:and|but|well|yes|so)\W+)*(?:it|that)(?:'s| was| has| had| stood| is)\b|"
    r"\b(?:held|had|have had|been)\b.{0,16}\b(?:an?|the|my|that|it)\b(?: (?:1[0-5]|[1-9])\b)?",
    re.IGNORECASE,
)
"""Says that the time is that of the position or its grade, and not of a piece of work."""
_WAITED = pattern(r"\b(?:it|that)(?:'s| has) been\b[^.?!]{0,12}\b(?:days?|weeks?)\b", re.IGNORECASE)
"""Tells how long ago something was, and not how long a grade stood."""
_ASKED = frozenset(
    {
        *(KEPT, "lowered-now", "deadline-after-lowering", "retention-eligible", "pay-retention"),
        *("money-back", "missed-deadline", "downgrade-notice", "appeal-stops-nothing"),
        *("certificate-effective", "downgrade-effective", "reconsideration", "after-the-decision"),
    }
)


def stood(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return whether the grade is kept with the time a message tells, or None."""
    memory, text = context.memory, question.message
    if question.asks or question.decision or len(text.split()) > MOST:
        return None
    if question.dates and says_kept(text) and kind_said(text) == "lowering":
        words = f"effective {in_words(question.dates[0])}"
        asked = replace(read("For how long do I keep my grade?"), first_person=True)
        return on_day(asked, words, context.today), KEPT
    if not _OF_THE_GRADE.search(text) or (_WAITED.search(text) and not question.grades):
        return None
    if not any(turn.topic in _ASKED for turn in memory.turns[-BACK:]):
        return None
    day = memory.days.get("lowering", "")
    lowered = f"I was lowered effective {day}." if day else "I was lowered."
    made = read(f"{lowered} {text.rstrip('. !')}. Do I keep my grade?", today=context.today)
    told = story(made, context)
    if told.position is None and told.person is None:
        return None
    return made, KEPT
