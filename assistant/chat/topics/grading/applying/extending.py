"""Levels outside a standard: extending a factor or a grade beyond what it describes."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**Yes, with care: a factor that falls below the lowest or rises above the highest "
            "level of the standard may be rated by the Primary Standard.** Take the highest level "
            "the factor is fully equivalent to, check it against the same level of a related FES "
            "standard if there is one, and record the decision. Except for trainees such levels "
            "are unusual."
        ),
        words=(
            law(
                "introduction",
                "17",
                "may not be used alone to classify a position except",
                "The Primary Standard rates a factor outside the levels of the FES standard.",
            ),
            law(
                "classifier-handbook",
                "11",
                "select the highest level to which the position factor appears",
                "The highest level fully equivalent to the factor is selected, compared with a "
                "related standard, and the decision recorded.",
            ),
            law(
                "classifier-handbook",
                "11",
                "particularly cautious when deciding to credit a factor level not",
                "Crediting a level the standard does not describe calls for particular caution.",
            ),
        ),
        next=(
            "In a case file, `extensions` names the factor with the reason.",
            "Which factor goes beyond the standard, and in what way?",
        ),
        factors=question.factors[:1],
    )


TOPIC = Topic(
    id="extending-a-standard",
    title="levels outside the standard",
    answer=_answer,
    unlike=("points", "grades", "decision", "percents"),
)
