"""Health: not for this program."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic

_KEPT_FROM_IT = re.compile(
    r"\b(?:appeal\w*|opm|days|limit|deadline|fil(?:e|ed|ing)|application)\b", re.IGNORECASE
)
"""Tells what an illness kept somebody from, which is asked about and not the illness."""


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("hurt myself", "kill myself", "suicid", "want to die", "end my life"):
        return decline(
            "Please talk to someone now: in the United States call or text 988, the Suicide and "
            "Crisis Lifeline, at any hour, or 911 in an emergency.",
            "Your agency's employee assistance program can help as well; the grade can wait.",
        )
    if _KEPT_FROM_IT.search(question.around or question.message):
        return None
    return decline(
        "This program cannot help with health or medical questions: a doctor, the employee "
        "assistance program or, in an emergency, 911 can.",
        "It can say how physical demands and the work environment, Factors 8 and 9, are "
        "classified.",
    )


TOPIC = Topic(
    id="medical",
    title="health and medical questions",
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
