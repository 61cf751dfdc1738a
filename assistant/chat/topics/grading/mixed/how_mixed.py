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
    asks=(
        "How is a mixed grade position classified?",
        "mixed grade positions",
        "What is the 25 percent rule?",
        "Which work controls the grade?",
        "grade controlling duties",
        "What is grade controlling?",
        "how much higher level work do I need for the higher grade",
        "my job has duties at several grades",
        "does the highest level work decide the grade",
        "My work is partly higher graded",
        "paramount work",
        "Is the grade based on the majority of the time?",
        "how do you grade someone who does several jobs",
        "must the higher work take most of the time",
        "conditions for the higher grade when it isn't the majority",
        "duties at two grade levels",
        "when can less than half the time set the grade",
        "minimum share of time for higher level work",
        "primary duty and grade",
        "work at different grade levels in one PD",
        "is the grade an average of all my duties",
        "mixed grade",
        "mixed grade position",
        "mixed grades",
        "how are mixed grade positions graded",
        "grade of a mixed position",
        "work at two grades",
        "duties at different grades",
        "duties of different grades in one job",
        "two grades of work in one job",
        "several grade levels in one position",
        "which duties decide the grade",
        "which duties control the grade",
        "what controls the grade",
        "grade controlling work",
        "grade-controlling duties",
        "what is grade controlling work",
        "25 percent rule",
        "explain the 25 percent rule",
        "the twenty-five percent rule",
        "conditions of the 25 percent rule",
        "part of my work is higher graded",
        "some of my duties are higher level",
        "only part of my job is at the higher level",
        "does the highest duty decide",
        "average of duties",
        "most of the time rule",
        "what if some duties belong to a higher grade than the rest",
        "some of what I do is graded higher than the rest",
        "one of my duties is at a higher grade",
        "I do GS-9 work and some GS-11 work",
        "most of it is routine but part is really hard",
        "part of what I do is high and part is low, which part sets my grade",
        "they only counted my easy stuff",
        "can a chunk of harder work pull the whole job up",
        "if it's a grab bag of duties at different grades what wins",
        "Do they average it all out when some duties are worth more?",
        "most of my week is clerical with some analyst work thrown in, how's that ranked",
        "I've got two hats, one bigger than the other",
        "does the toughest duty decide or the one I do most of the time",
        "my assistant does a nine's work now and then and the rest is seven",
        "is there a minimum slice before the better work matters",
        "is it majority rules",
        "a bit of everything on my plate, from filing to policy, how do they settle on one number",
        "higher work must be regular and a big enough piece, right? what are the rules",
        (
            "my custodial clerk does three different kinds of work at three levels, what do I "
            "do with that"
        ),
    ),
    answer=_answer,
    sure=_sure,
    cues=("averag",),
    unlike=("levels", "points", "decision", "percents"),
)
