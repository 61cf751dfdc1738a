"""Mixed grades: majority first, the three conditions for a smaller share."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic

_AVERAGED = re.compile(
    r"\b(?:the|an|by|tak(?:e|es|en)|they|you|we|it|is|are|just|hr|opm) (?:\w+ )?"
    r"averag(?:e|es|ed|ing)\b|\baveraging\b",
    re.IGNORECASE,
)
_OF_GRADES = re.compile(
    r"\b(?:counts?|decid\w*|grad(?:e|es|ed|ing)|duties|work|matters|goes by|settles)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:on average|average (?:grade|employee|week|day|month|worker|time)|levels?|points?|"
    r"factors?|salar\w+|pay|rating)\b",
    re.IGNORECASE,
)


def _averaged(question: Question) -> bool:
    """Tell whether a message holds that a position's grade is an average."""
    text = question.message
    return bool(_AVERAGED.search(text) and _OF_GRADES.search(text) and not _OTHERWISE.search(text))


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    return _averaged(question) and not question.percents and not question.decision


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    majority = mixed_rule("majority", "introduction", "In most instances, the highest level work")
    quarter = mixed_rule("quarter", "introduction", "at least 25 percent of the employee's")
    apart = mixed_rule(
        "evaluate-apart",
        "introduction",
        "different kinds and levels of work which",
    )
    never = mixed_rule(
        "never-counts",
        "introduction",
        "cannot be considered paramount for grade level",
    )
    if _averaged(question) and not question.percents:
        lead = (
            "**No: grades are not averaged. Each kind of work is graded by its own standard, and "
            "the highest level that fills the majority of the time decides.** Higher work with a "
            "smaller share decides only if it is officially and regularly assigned, takes at "
            "least 25 percent of the time, and its knowledge would be required in recruiting. "
            "Nor are the levels of a factor averaged: one is credited where it is met in full."
        )
        words = (majority, quarter, apart)
    elif len(question.grades) > 1 and question.has("half", "50", "split", "equal"):
        higher, lower = max(question.grades), min(question.grades)
        lead = (
            f"**GS-{higher}, if that work is officially assigned, regular and continuing, and its "
            "knowledge would be required in recruiting: half the time is well above the 25 "
            f"percent it takes.** Otherwise it is GS-{lower}. Temporary, closely supervised or "
            "training work never counts, nor what is done in another's absence."
        )
        words = (quarter, never, majority)
    elif question.has(
        "exception",
        "less than half",
        "smaller share",
        "minority",
        "25 percent rule",
        "conditions",
        "how much time",
        "minimum",
    ):
        lead = (
            "**Higher work that fills less than the majority of the time controls the grade "
            "only if three conditions hold: it is officially and regularly assigned, takes at "
            "least 25 percent of the time, and its higher knowledge would be required in "
            "recruiting for the position.** Temporary, closely supervised or training work "
            "never counts, nor what is done in another's absence."
        )
        words = (quarter, never, majority)
    else:
        lead = (
            "**Grade each kind of work by its own standard, then take the highest level that "
            "fills the majority of the time.** Higher work with a smaller share controls the "
            "grade only if it is officially and regularly assigned, takes at least 25 percent "
            "of the time, and its knowledge would be required in recruiting. Percentages alone "
            "do not decide."
        )
        words = (majority, quarter, apart)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "State each kind of work with its share of time and grade, such as *30 percent "
                "GS-12, 70 percent GS-11*."
            ),
            "Is the higher work officially assigned, regular and continuing?",
        ),
    )


TOPIC = Topic(
    id="how-mixed",
    title="how a position with work of several grades is graded",
    answer=_answer,
    sure=_sure,
    cues=("averag",),
    unlike=("levels", "points", "decision", "percents"),
)
