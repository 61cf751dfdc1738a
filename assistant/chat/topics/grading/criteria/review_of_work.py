"""What review of the work says about a level, and that being reviewed is not being controlled."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.factors and not question.has("review", "check", "sign", "approv", "independ"):
        return None
    return Answer(
        lead=(
            "**It depends on the kind and purpose of the review: everyone's work is reviewed, and "
            "review alone settles nothing.** Review to stay informed or to keep work consistent "
            "does not lower a level, and closer review can be customary for critical or "
            "precedent-setting work. Review much closer than similar work gets lowers it; much "
            "less than usual may raise it."
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
    likes=("factors",),
    unlike=("levels", "points", "decision", "grades"),
)
