"""Program managers without staff: not the supervisory guide."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic

_DIRECTION = (
    *("supervis", "manage", "guide", "gssg", "people", "staff", "employee", "team", "report to"),
    *("subordinate", "direct", "in charge", "budget"),
)


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if not question.asks and not question.has(*_DIRECTION):
        # Whoever tells of a project led does not claim to supervise.
        return None
    project = guide_rule("exclusion-projects", "project or program management responsibility")
    manage = guide_rule("exclusion-management", "Positions requiring management skills alone")
    higher = law(
        "introduction",
        "17",
        "reflect the highest level of program management",
        "The final grade reflects the highest level of program management or supervision.",
    )
    return Answer(
        lead=(
            "**No: without regular direction of a recognizable work force the supervisory "
            "guide does not apply, however large the program or budget.** A program or project "
            "manager is graded by the standard of the occupation. With real supervision beside "
            "it, both are graded and the higher grade counts."
        ),
        words=(project, manage, higher),
        next=(
            (
                "Do people report to you regularly, on technical and administrative matters, "
                "or are they lent to projects?"
            ),
        ),
    )


TOPIC = Topic(
    id="program-manager",
    title="managing a program without employees",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
