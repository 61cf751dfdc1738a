"""Only OPM and the agency certify: the program computes and shows."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.answering.procedure.decided import goes_up
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if goes_up(question) and question.has("opm", "agency", " hr "):
        # It is told or supposed that others raise the grade, and nothing is asked of us.
        return None
    return decline(
        "This program cannot certify a grade: the agency classifies and only OPM issues a "
        "certificate.",
        "It can compute what levels you name come to, with every figure cited, and write it "
        "down for those who decide.",
    )


TOPIC = Topic(
    id="certify-grade",
    title="certifying a grade",
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
