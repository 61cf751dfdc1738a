"""A new position: proposed duties are evaluated, then checked after some months."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    proposed = law(
        "introduction",
        "13",
        "proposed duties rather than an established assignment",
        "For a new position proposed duties are evaluated.",
    )
    review = law(
        "introduction",
        "13",
        "should be reviewed within a reasonable time",
        "Such a position is reviewed after six months or so of work.",
    )
    actual = law(
        "introduction",
        "13",
        "classified on the basis of the duties",
        "As a rule a position is classified on the duties actually performed.",
    )
    head = "Yes, on" if question.has("can we", "can i", "may ", "can a ", "is it ok") else "On"
    return Answer(
        lead=(
            f"**{head} the proposed duties: for a new position they are evaluated as if assigned, "
            "and the position is reviewed six months or so after the work has begun.** Write "
            "the description from what will really be assigned and supervised, not from the "
            "grade wanted. The person selected does not change the classification."
        ),
        words=(proposed, review, actual),
        next=(
            (
                "What will the position do in its first year, with shares of time, and who "
                "reviews it?"
            ),
        ),
    )


TOPIC = Topic(
    id="new-position",
    title="classifying a new or vacant position",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
