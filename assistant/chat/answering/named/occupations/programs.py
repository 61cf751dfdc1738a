"""The Program Management Series, 0340, weighed against what is told of the work.

Its flysheet takes continuing programs at GS-13 and above that need management knowledge and no
competence in a subject. Whatever of that a message denies is what decides, and is said first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.kit import law, listed
from assistant.chat.model import Answer, Words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

CODE: Final = "0340"
LEAST: Final = 13
"""The lowest grade of the positions the flysheet addresses (p. 2)."""
_FITS = pattern(
    r"\b(?:right|fit\w*|correct|belong\w*|use[ds]?|may|can|could|should|want\w*|put|ok|okay|proper|"
    r"instead|rather|or|suit\w*|work for|what about|open|home|place|appropriate|for (?:an?|"
    r"every\w*|"
    r"all|any\w*)|is (?:it|this|that|he|she))\b",
    re.IGNORECASE,
)
_PROJECT = pattern(
    r"\bprojects?\b|\broll-?out\b|\b(?:one|two|three|\d)[- ](?:year|month)s?\b|\btemporar\w+|"
    r"\bends? (?:when|after|in|with)\b|\bone[- ]time\b|\bdeadline\b",
    re.IGNORECASE,
)
_SUBJECT = pattern(
    r"\b(?:engineer\w*|scien\w+|it|information technology|subject[- ]matter|speciali[sz]ed|"
    r"expert\w*|(?:deep|detailed|thorough|technical|expert) knowledge (?:of|in) (?:the )?\w+|"
    r"medical|nurs\w+|contracting|financ\w+|security|technical|biolog\w+|law|legal|accounting)\b",
    re.IGNORECASE,
)
_EVERY = pattern(
    r"\b(?:every(?:body|one)?|everything|anyone|anybody|anything|all|any|whoever)\b.{0,30}"
    r"\b(?:manag|program|runs?\b|direct)|\bcatch[- ]?all\b|\bdumping ground\b",
    re.IGNORECASE,
)
"""Takes the series for that of whatever has to do with a program."""
_STUDIES = pattern(
    r"\b(?:analy[sz]\w+|evaluat\w+|stud(?:y|ies|ied)|advis\w+|assess\w*|review\w*|"
    r"not (?:run|manag\w+|direct\w*|in charge)|doesn't (?:run|manage|direct)|don't (?:run|manage|"
    r"direct)|without (?:running|managing|directing))\b",
    re.IGNORECASE,
)
_LEADS = pattern(r"\b(?:runs?|manag\w+|direct\w*|in charge|heads?)\b", re.IGNORECASE)
_NOT_LEADS = pattern(
    r"(?:\bnot|n't|\bnever|\bwithout|\bbut no) (?:\w+ ){0,2}(?:run|manag|direct|in charge)",
    re.IGNORECASE,
)


def program_series(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    """Return whether 0340 fits the work told; None when the series or what is told is missing."""
    text = question.message
    if CODE not in question.series or question.levels or question.decision:
        return None
    if not _FITS.search(text):
        return None
    against: list[str] = []
    words: list[Words] = []
    grade = question.grades[0] if len(question.grades) == 1 else None
    if grade is not None and grade < LEAST:
        against.append(f"it addresses positions at GS-{LEAST} and above, not GS-{grade}")
        words.append(_grades())
    if _PROJECT.search(text):
        against.append("it is for a program that goes on, and a project begins and ends")
        words.append(_project())
    if _STUDIES.search(text) and (not _LEADS.search(text) or _NOT_LEADS.search(text)):
        against.append(
            "it is for managing or directing a program, and studying or evaluating programs is "
            "0343, Management and Program Analysis"
        )
        words.append(_manages())
    subject = _SUBJECT.search(text)
    if subject is not None and (subject[0] != "it"):
        against.append(
            f"it is not for work that needs competence in a subject, such as {subject[0].lower()}"
            if subject[0] != "IT"
            else "it is not for work that needs competence in a subject, such as IT"
        )
        words.append(_manages())
    if not against and _EVERY.search(text):
        return Answer(
            lead=(
                "**No: 0340 is no catch-all for managing programs. It is for directing a program "
                "where management knowledge is paramount and no competence in a specialized "
                "subject is needed.** Work that needs a subject's knowledge goes to that subject's "
                "series, and the study of programs to 0343; the positions addressed are at GS-"
                f"{LEAST} and above."
            ),
            words=(_manages(), _grades()),
            next=("Which knowledge can the work not be done without: management, or a subject?",),
        )
    if not against:
        return None
    return Answer(
        lead=(
            f"**No, not as told: {listed(against)}.** 0340 is no catch-all for managing programs; "
            "a subject's own series, or 0343 for analysis, comes first."
        ),
        words=tuple(dict.fromkeys((*words, _manages())))[:3],
        next=("Which knowledge can the work not be done without: management, or a subject?",),
    )


def _grades() -> Words:
    return law(
        "gs-0340",
        "2",
        "two-grade interval positions at the grade GS-13 and above",
        f"The positions of series 0340 are two-grade interval work at GS-{LEAST} and above.",
    )


def _project() -> Words:
    return law(
        "gs-0340",
        "5",
        "a program is an ongoing operation",
        "A project begins and ends; a program goes on.",
    )


def _manages() -> Words:
    return law(
        "gs-0340",
        "4",
        "when the paramount qualification requirement of the positions is management",
        "The series is for managing or directing programs where management knowledge is paramount "
        "and competence in a subject is not needed.",
    )
