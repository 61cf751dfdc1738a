"""Several employees with one description: each appeals the position he or she holds."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**The rules do not say that a group may appeal together: they speak of an employee "
            "or an agency.** To be safe, each employee files and signs an appeal of his or her "
            "own; one representative may act for several. A decision on one position also "
            "reaches identical ones, because the agency must bring them into line with it."
        ),
        words=(
            law(
                "introduction",
                "58",
                "A written request by an employee or by an agency",
                "An appeal is a written request by an employee or by an agency.",
                section="Appendix 4, C.3",
            ),
            rule(
                "effect-on-others",
                "introduction",
                "identical, similar, and related positions is consistent",
            ),
        ),
        next=("Ask OPM, before you file, how it takes appeals on one shared description.",),
    )


TOPIC = Topic(
    id="group-appeal",
    title="appealing as a group",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
