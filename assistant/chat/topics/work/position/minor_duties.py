"""Minor, collateral and occasional duties: mostly without effect, and when they count."""

from __future__ import annotations

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    minor = law(
        "introduction",
        "12",
        "generally occupy a small portion of time",
        "Minor duties take little time, are not why the position exists and do not determine "
        "qualifications.",
    )
    influence = law(
        "introduction",
        "12",
        "can sometimes have a major influence on",
        "Small parts of a job can bear on series and grade and must be considered.",
    )
    recur = law(
        "introduction",
        "12",
        "performed at recurring intervals",
        "Regular duties may come at intervals.",
    )
    quarter = mixed_rule("quarter", "introduction", "at least 25 percent of the employee's")
    if question.has(
        "every quarter",
        "once a year",
        "yearly",
        "annual",
        "seasonal",
        "recur",
        "at intervals",
        "each spring",
        "peak",
    ):
        lead = (
            "**Yes, they can count: what matters is that the duties come back with some "
            "regularity, not how long the intervals are.** Take their share of a full cycle of "
            "work, such as a year. To control the grade, higher work still needs at least 25 "
            "percent of the time."
        )
        words: tuple[Words, ...] = (recur, quarter)
    else:
        lead = (
            "**Mostly not: minor or collateral duties take little time, are not why the "
            "position exists, and leave title, series and grade alone.** They are looked at "
            "all the same, because a small part can bear on the series or the qualifications; "
            "to control the grade, higher work must take at least 25 percent of the time."
        )
        words = (minor, quarter, influence)
    return Answer(
        lead=lead,
        words=words,
        next=("What share of the time does the duty take, over a full cycle of work?",),
    )


TOPIC = Topic(
    id="minor-duties",
    title="small, collateral and occasional duties",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
