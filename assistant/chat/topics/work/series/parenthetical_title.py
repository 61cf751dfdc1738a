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
    asks=(
        "What does the parenthetical in a title mean?",
        "Can we add a specialty in parentheses to the title?",
        "parenthetical titles",
        "Human Resources Specialist (Classification), who decides the part in parentheses",
        "when do I add (OA) to the title",
        "office automation in the title",
        "Are agencies free to invent parenthetical designations?",
        "rule for words in brackets after the title",
        "typing or OA parenthetical",
        "must the PD support the parenthetical",
        "selective specialty in the title",
        "my title has a specialty I do not work in",
        "title with two parentheticals",
        "is (Typing) still used when (Office Automation) is there",
        "IT specialist with INFOSEC in parentheses",
        "specialization title rules",
        "we want Program Analyst (Data)",
        "qualified typist designation",
        "parenthetical title",
        "parentheses in the title",
        "words in parentheses",
        "title with parentheses",
        "what are parenthetical titles",
        "parenthetical designation",
        "parenthetical designations",
        "specialty in the title",
        "specialty title",
        "specialization in the title",
        "add a specialty to the title",
        "title suffix",
        "suffix in the title",
        "(OA) in the title",
        "OA in the title",
        "office automation title",
        "typing in the title",
        "(Typing)",
        "title brackets",
        "brackets in a title",
        "can we add words in parentheses",
        "is a parenthetical allowed",
        "who decides on parenthetical titles",
        "do we have to add something in parentheses behind the title",
        "may we write (Data Management) behind the title",
        "what can stand behind the title in parentheses",
        "my title has (Policy) behind it",
        "can I have my specialty shown in the title",
        "what's the (OA) after secretary for",
        'my colleague has "(Recruitment)" behind her title and I don\'t, same work',
        "Who gets to pick the stuff in brackets after the job name?",
        "IT Specialist with INFOSEC in parens, are those fixed by OPM or can we make one up",
        "can HR tack a specialty on in parentheses",
        "they took the parens off my title, does that cost me anything",
        "Two specialties in parentheses, is that even allowed",
        "I'd like my specialty to show right behind my job name, in those round brackets",
        "does the bit between the brackets change my grade",
        "adding (Bilingual) to a title, permissible?",
        "selective parenthetical, agency discretion or prescribed list",
        "HR Specialist (Classification/Staffing), how many can you hang on there",
        'Our scientists want "(Oceanography)" after Physical Scientist',
        "the qualifier in parens on my SF-50 is wrong",
        "Can the agency coin its own bracketed qualifier where the standard lists none?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("oa", "automation", "typ", "steno", "transcri"),
)
