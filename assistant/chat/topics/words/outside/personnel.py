"""Discipline and performance plans: outside classification."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program does not advise on discipline, performance plans, hiring out or letting "
        "people go: that is for your personnel office.",
        "It can say what a position's duties earn, and what to tell an employee about the "
        "classification.",
    )


TOPIC = Topic(
    id="discipline",
    title="discipline, performance plans and personal decisions",
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
