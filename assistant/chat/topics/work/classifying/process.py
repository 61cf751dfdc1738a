"""The order of classifying: facts, pay system, series, title, grade, record."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    first = law(
        "classifier-handbook",
        "29",
        "first decision to make when classifying",
        "The first decision is whether the work is General Schedule or wage work.",
    )
    standard = law(
        "introduction",
        "16",
        "evaluate the work by that standard",
        "Work that a standard covers is evaluated by it.",
    )
    whole = law(
        "classifier-handbook",
        "36",
        "evaluation of the whole position",
        "The decision rests on the whole position.",
    )
    return Answer(
        lead=(
            "**Facts first, then pay system, series and title, then the grade by the standard "
            "that covers the work, and a record of the judgments.** Read the description, "
            "clear up doubts by an audit, choose the standard, compare factor by factor with "
            "the full intent of each level, add and convert the points, and look at the "
            "position as a whole. Nothing in it asks who holds the job."
        ),
        words=(first, standard, whole),
        next=("Start here: `fes case new --from PD` and go factor by factor.",),
    )


TOPIC = Topic(
    id="classification-process",
    title="how a position is classified step by step",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
