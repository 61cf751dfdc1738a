"""Work for which no standard is published: related standards and general guides grade it."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**Then it is graded by standards for work as similar as possible, or by a general "
            "guide.** Similar means alike in processes and subject matter, in the qualifications "
            "needed, in difficulty and responsibility, and in the factors that weigh most; "
            "professional work is compared with professional, clerical with clerical. A position "
            "is never left ungraded, and the Primary Standard alone is no substitute."
        ),
        words=(
            law(
                "classifier-handbook",
                "37",
                "no directly applicable standard has been issued",
                "Without a directly applicable standard, a position is classified consistently "
                "with OPM standards for other occupations.",
            ),
            law(
                "introduction",
                "16",
                "as similar as possible to that of the position being evaluated",
                "The criteria chosen are for work as similar as possible.",
            ),
            law(
                "classifier-handbook",
                "38",
                "professional positions should be evaluated",
                "Professional work is compared with standards for professional work.",
            ),
        ),
        next=("What is the work most like? Name a series it could be compared with.",),
    )


TOPIC = Topic(
    id="no-standard",
    title="work without a published standard",
    answer=_answer,
    unlike=("points", "grades", "levels", "decision", "percents", "factors"),
)
