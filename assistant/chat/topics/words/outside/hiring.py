"""Hiring and qualifications: staffing, not classification."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.answering.procedure.decided import of_the_grade
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if of_the_grade(question.message):
        return None
    return decline(
        "This program does not decide who qualifies or is hired, nor help with applications: "
        "that stands in OPM's qualification standards and with the staffing office.",
        "It can say which series and grade the work of the position earns, and what a "
        "description must show.",
    )


TOPIC = Topic(
    id="hiring",
    title="hiring, qualifications and applications",
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
