"""Standards guide judgment: no matching of words, no single factor, no isolated sentence."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**No: a standard guides judgment and is not matched word for word.** What counts is "
            "the intent of the level or grade as a whole, and whether the work equals it; similar "
            "words, an isolated task, a single factor or the place in the organization do not "
            "decide. Strong adjectives in a position description change nothing either."
        ),
        words=(
            law(
                "introduction",
                "8",
                "rather than just a mechanical",
                "Standards are applied with judgment, not by matching words or phrases.",
            ),
            law(
                "classifier-handbook",
                "38",
                "words or sentences taken out",
                "An evaluation does not rest on one factor, an isolated task, or words out of "
                "context.",
            ),
            law(
                "classifier-handbook",
                "36",
                "full weight is",
                "The intent of a standard is found by considering it as a whole.",
            ),
        ),
        next=("Name the level, and what it asks for is set beside what you do.",),
    )


TOPIC = Topic(
    id="judgment",
    title="judgment in applying standards",
    answer=_answer,
    unlike=("points", "grades", "decision", "percents", "factors"),
)
