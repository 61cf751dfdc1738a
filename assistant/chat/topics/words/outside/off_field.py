"""News, politics, chit-chat, recipes: outside the field."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic

_ERRAND = re.compile(
    r"\b(?:will|would|could|can) you (?:please )?(?:call|phone|ring|email|e-mail|mail|contact|"
    r"text|fax|talk to|speak (?:to|with))\b(?! (?:it|that|this)\b)",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether the program is sent on an errand: to call or write to somebody."""
    return _ERRAND.search(question.message) is not None


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if _ERRAND.search(question.message):
        return decline(
            "This program cannot call, write or speak to anybody for you.",
            "It drafts the appeal letter of a case, for you to sign and send, and says where it "
            "goes.",
        )
    return decline(
        "This program cannot help with that: it only knows the classification of federal "
        "positions.",
        "It can say which grade work earns, what a level requires, and how an appeal goes.",
    )


TOPIC = Topic(
    id="off-field",
    title="things outside position classification",
    answer=_answer,
    sure=_sure,
    cues=("will you", "would you", "could you", "can you"),
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
