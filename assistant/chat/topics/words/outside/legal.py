"""Lawsuits and legal advice: not done here."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program gives no legal advice and cannot say whether to sue or whom to hire: that "
        "is for a lawyer or a union.",
        "It can show the appeal that the law gives you, to your agency and to OPM, what it "
        "risks and by when.",
    )


TOPIC = Topic(
    id="legal-action",
    title="lawsuits and legal representation",
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
