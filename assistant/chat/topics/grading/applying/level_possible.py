"""Whether a level is open to a grade or an occupation: none is tied to one."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import (
    law,
    level_of,
    level_words,
    points_span,
    primary,
    range_of,
    range_words,
    standard_of,
)
from assistant.chat.model import Answer, Context, Question, Topic

_OPEN = (
    *(
        "possible",
        "secretar",
        "clerk",
        "clerical",
        "assistant",
        "technician",
        "analyst",
        "scientist",
    ),
    *("reserved", "only for", "always", "never", "out of reach", "allowed", "ever ", "realistic"),
)


_OPEN_TO = ("possible", "attainable", "realistic", "reachable")


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a level of the supervisory guide is asked about as open or not."""
    if len(question.levels) != 1 or question.decision or question.percents or question.points:
        return False
    asked = question.has(*_OPEN_TO)
    return asked and _of_guide(question.levels[0], question, context) is not None


def _answer(question: Question, context: Context) -> Answer | None:
    if not question.levels or question.percents or not (question.grades or question.has(*_OPEN)):
        return None
    if question.has("enough", "suffic"):
        return _of_points(question, context)
    level = question.levels[0]
    if (of_guide := _of_guide(level, question, context)) is not None:
        return of_guide
    never = question.has("always", "only", "automatic", "must", "have to", "tied", "belong")
    head = (
        f"**No: Level {level} is tied to no grade; it is credited wherever the work meets its full "
        "intent.**"
        if never
        else f"**Yes, if the work meets its full intent: Level {level} is closed to no grade or "
        "occupation.**"
    )
    return Answer(
        lead=(
            f"{head} The grade comes from the points of all factors together. A level far above or "
            "below the others is unusual and calls for a second look; and where the standard of "
            "the series describes no such level, it is rated with the Primary Standard."
        ),
        words=(
            law(
                "classifier-handbook",
                "10",
                "must meet the full intent",
                "A level is credited when its full intent is met.",
            ),
            law(
                "introduction",
                "42",
                "may not be used alone to",
                "The Primary Standard rates a factor outside the levels of the standard, and is "
                "never used alone.",
            ),
        ),
        next=(f"Ask what Level {level} requires, and set your work against it.",),
        levels=(level,),
    )


def _of_points(question: Question, context: Context) -> Answer | None:
    """Say what a level gives of the points that a grade takes."""
    standard, grade = standard_of(question, context), question.grades[:1]
    found = level_of(standard, question.levels[0])
    row = range_of(standard, grade[0]) if grade else None
    if found is None or row is None:
        return None
    level = found[1]
    return Answer(
        lead=(
            f"**No single level makes a grade: the points of all factors together do.** Level "
            f"{level.level} gives {level.points:,} points; GS-{row.grade} takes "
            f"{points_span(row)} in all."
        ),
        words=(range_words(standard, row), level_words(standard, level)),
        next=("Name the levels of the other factors, and the total is made.",),
        levels=(level.level,),
    )


_OVER = ("gssg", "supervis", "guide", "subordinate", "base ")
"""Words by which a level is one of the supervisory guide."""


def _of_guide(level: str, question: Question, context: Context) -> Answer | None:
    """Return what a level of the supervisory guide takes, where that guide is spoken of."""
    from core.overview import supervisory_editions

    guide = supervisory_editions()[-1]
    found = level_of(guide, level)
    if found is None:
        return None
    spoken = context.memory.standard == guide.id or context.memory.topic in _TOPICS
    own = level_of(primary(context), level) is None
    if not (own or spoken or guide.id in question.standards or question.has(*_OVER)):
        return None
    if level in _COORDINATED:
        return _of_coordination(level, question, context)
    factor, held = found
    place = factor.levels.index(held)
    below = f" Below it is Level {factor.levels[place - 1].level}." if place else ""
    return Answer(
        lead=(
            f"**Only if the work directed meets it: Level {level} of the supervisory guide "
            f"({held.points:,} points) takes {held.summary[:1].lower()}{held.summary[1:]}** No "
            f"grade of the supervisor bars it.{below}"
        ),
        words=(level_words(guide, held),),
        figures=("\n".join(f"- {one.text}" for one in held.aspects),) if held.aspects else (),
        whose=f"What Level {level} asks, in our words",
        next=(
            "Which grade of work is directed, and what does the supervisor recommend or decide?",
        ),
        levels=(level,),
        factors=(str(factor.factor),),
        standard=guide.id,
    )


_COORDINATED = {
    "6-4": (
        11,
        "25",
        "comparable in difficulty to the GS-11 level",
        "substantial coordination of several major assignments or projects of GS-11 work",
        (
            "subordinate supervisors or contractors who each direct a substantial workload of "
            "GS-9 or GS-10"
        ),
    ),
    "6-5": (
        12,
        "26",
        "comparable in difficulty to the GS-12 level",
        (
            "extensive coordination of important GS-12 work with major recommendations in at least "
            "three areas, such as policy, goals, structure or resources"
        ),
        (
            "GS-13 work under extreme urgency or controversy, or subordinate supervisors or "
            "contractors who each direct a substantial workload of GS-11"
        ),
    ),
    "6-6": (
        13,
        "27",
        "comparable in difficulty to the GS-13 or",
        (
            "exceptional coordination of very important and complex programs of GS-13 work, with "
            "major decisions or recommendations in many areas of management"
        ),
        "subordinate supervisors or contractors who each direct a substantial workload of GS-12",
    ),
}
"""What the upper levels of Factor 6 take: grade of the work, page, its words, both ways to it."""
_BASE = re.compile(
    r"\bbase (?:is|of|level is|grade is) \**GS-(\d{1,2})|"
    r"\bGS-?(\d{1,2}) (?:work|analysts|specialists|engineers|scientists|employees|staff|people)\b"
)


def _of_coordination(level: str, question: Question, context: Context) -> Answer:
    """Return whether an upper level of Factor 6 is open, by the grade of the work told before."""
    least, page, anchor, first, second = _COORDINATED[level]
    before = " ".join((*context.memory.said[-3:], question.around or question.message))
    told = _BASE.findall(before)
    base = int("".join(told[-1])) if told else None
    if base is None:
        head = f"Only over work of GS-{least} or above, or through subordinate supervisors"
    elif base < least:
        head = f"Not over work of GS-{base}, by its first way: Level {level} takes GS-{least} work"
    else:
        head = f"Yes, over a base of GS-{base}, if the coordination is there"
    return Answer(
        lead=(
            f"**{head}: Level {level} of the supervisory guide takes {first}.** The other way to "
            f"it: {second}. Special situations do not lead to it."
        ),
        words=(
            law(
                "gssg",
                page,
                anchor,
                f"Level {level} takes coordination of work like GS-{least}, with what the "
                "supervisor recommends or decides.",
            ),
        ),
        next=("Which projects are coordinated, and what does the supervisor recommend or decide?",),
        levels=(level,),
        factors=("6",),
        standard="gssg",
    )


_TOPICS = frozenset(
    (
        *("base-level", "supervising-contractors", "supervisory-coverage", "supervisory-points"),
        *("supervisory-authorities", "base-plus-one", "organizational-setting", "deputies"),
        *("special-situations", "supervisory-guide"),
    )
)
"""Topics on supervisors: a level named after one of them is mostly one of their guide."""


TOPIC = Topic(
    id="level-possible",
    title="whether a level is open to a grade or an occupation",
    answer=_answer,
    sure=_sure,
    cues=("possible", "attainable", "realistic", "reachable"),
    needs=("levels",),
    unlike=("points", "decision", "percents"),
)
