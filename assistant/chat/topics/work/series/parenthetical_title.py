"""Parenthetical titles: OPM's only, where it prescribes them; else the agency's."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_SKILL = pattern(
    r"\bOA\b|\boffice automation\b|\btyp(?:ing|ist)\b|\bsteno\w*\b|\bdata transcri\w+\b",
    re.IGNORECASE,
)
_IN_TITLE = pattern(
    r"\((?:OA|typing|office automation|steno\w*|data transcri\w+)[^)]*\)"
    r"|\b(?:titles?|parenthe\w+|brackets?)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked when a skill such as typing stands behind the title."""
    told = _SKILL.search(question.message) and _IN_TITLE.search(question.message)
    return bool(told) and not (question.decision or question.levels)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    only = law(
        "introduction",
        "15",
        "Only these designations may be used",
        "Where OPM prescribes parentheticals for a series, only those are used.",
    )
    may = law(
        "introduction",
        "15",
        "supplement official titles with parenthetical designations",
        "Elsewhere the agency may add parenthetical designations.",
    )
    duties = law(
        "introduction",
        "15",
        "must reflect the duties which support the",
        "The duties in the description must support the specialty named.",
    )
    typing = law(
        "introduction",
        "15",
        "require proficiency at or above competitive level",
        "A position that needs qualified typing, stenography or office automation says so in "
        "parentheses.",
    )
    if _SKILL.search(question.message):
        return Answer(
            lead=(
                "**When the duties require proficiency at or above the competitive level in that "
                "skill: then (Typing), (Stenography), (Office Automation) or (Data Transcribing) "
                "must stand behind the title.** Office Automation may be shortened to (OA), and "
                "beside it or Stenography no (Typing) is used. The description must state the "
                "level of skill. It changes the title, not the grade by itself."
            ),
            words=(typing, duties),
            next=("Does the work need a qualified typist or office automation user?",),
        )
    return Answer(
        lead=(
            "**Words in parentheses name a specialty or a required skill: where OPM prescribes "
            "them for the series, only those may be used; elsewhere the agency may add its "
            "own.** The description must show the duties behind them. A position that needs a "
            "qualified typist, stenographer or office automation user says so in the title."
        ),
        words=(only, may, duties, typing),
        next=("Name the series and the specialty you have in mind.",),
    )


TOPIC = Topic(
    id="parenthetical-title",
    title="words in parentheses in a title",
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("oa", "automation", "typ", "steno", "transcri"),
)
