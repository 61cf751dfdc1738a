"""What review of the work says about a level, and that being reviewed is not being controlled."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic

_SIGNED = re.compile(
    r"\b(?:boss|supervisor|chief|manager|lead(?:er)?|director|he|she|they|somebody|someone)\b.{0,25}"
    r"\b(?:signs?|reviews?|checks?|approves?|looks? (?:at|over)|reads?|edits?|corrects?)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a level of Factor 2 is denied because somebody signs or reviews the work."""
    of_two = question.factors == ("2",) or all(one.startswith("2-") for one in question.levels)
    named = (question.factors or question.levels) and of_two and context.evaluation is None
    return bool(named and _SIGNED.search(question.message)) and not question.decision


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.factors and not question.has("review", "check", "sign", "approv", "independ"):
        return None
    head = "It depends on the kind and purpose of the review"
    if _SIGNED.search(question.message) and question.levels:
        head = "Not by that alone; the kind and purpose of the review decide"
    return Answer(
        lead=(
            f"**{head}: everyone's work is reviewed, and review alone settles nothing.** Review to "
            "stay informed or to keep work consistent does not lower a level, and closer review "
            "can be customary for critical or precedent-setting work. Review much closer than "
            "similar work gets lowers it; much less than usual may raise it."
        ),
        words=(
            law(
                "classifier-handbook",
                "39",
                "depends primarily on the kind and purpose of the review",
                "What review does to a grade depends mainly on its kind and purpose.",
            ),
            law(
                "classifier-handbook",
                "39",
                "review that may appear closer than normal",
                "Closer review may be customary for critical or precedent-setting work.",
            ),
            law(
                "classifier-handbook",
                "39",
                "Closer than normal review",
                "Review closer than normal generally lowers the grade.",
            ),
        ),
        next=(
            "What does the reviewer look at: accuracy, method, or only fit with policy?",
            "Is the work returned for changes, and how often?",
        ),
        factors=("2",),
    )


TOPIC = Topic(
    id="review-of-work",
    title="what review of the work does to a level",
    answer=_answer,
    sure=_sure,
    likes=("factors",),
    unlike=("levels", "points", "decision", "grades"),
)
