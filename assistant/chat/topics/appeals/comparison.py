"""Why another employee's grade does not decide: positions are graded against standards."""

from __future__ import annotations

from assistant.chat.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**No.** A position is graded against OPM's standards only, so that someone else "
            "does the same work at a higher grade is not a ground of appeal and cannot decide "
            "one. What you can do is ask your agency's headquarters to review whether its "
            "like positions are graded consistently."
        ),
        words=(
            rule("comparison", "introduction", "position-to-position comparisons"),
            rule("consistency-route"),
        ),
        next=(
            "Compare your own duties with the standard: name the level you think is too low.",
            "Name the other position to headquarters: its number, organization, series and grade.",
        ),
    )


TOPIC = Topic(
    id="comparison",
    title="comparing a position with another one",
    asks=(
        "My colleague does the same job and is a grade higher",
        "Someone in another office does my work as a GS-13, does that help me?",
        "Can I use another employee's position as proof?",
        "Why is she a 12 and I am an 11 when we do the same duties?",
        "Everyone else with my job title is a GS-12",
        "Other agencies grade this work higher than mine does",
        "Can I compare my position description with a coworker's?",
        "The same position at headquarters is graded higher",
        "Is unequal grading between identical positions a basis for appeal?",
        "May a position be classified by comparison with another position?",
        "Does OPM consider how similar positions are graded elsewhere?",
        "Can two identical PDs have different grades?",
        "My employee complains that a peer doing identical work has a higher grade",
        "inconsistent classification across offices, what can we do?",
    ),
    answer=_answer,
    unlike=("levels", "points"),
)
