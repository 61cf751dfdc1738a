"""A manager cannot give a grade, but can assign the work that earns it."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    duties = law(
        "5-usc-51",
        "section 5107",
        "shall place each position under its jurisdiction",
        "Each agency places its positions in classes and grades by the published standards.",
    )
    what = law(
        "classifier-handbook",
        "4",
        "based on the duties and responsibilities assigned",
        "A position is graded by the duties assigned and what they require.",
    )
    notcount = rule("not-grade-related")
    return Answer(
        lead=(
            "**Not by decision alone: the grade follows the duties.** You can assign regular "
            "higher-level work, describe it truthfully and ask for the position to be "
            "evaluated; the classifier decides by the standard. Good performance, long "
            "service, workload or a job offer from elsewhere do not raise a grade, and the "
            "employee's promotion is a separate staffing question."
        ),
        words=(what, duties, notcount),
        next=(
            (
                "Which higher-level duties are there, regular and for at least 25 percent of "
                "the time?"
            ),
            ("Is the work there at all? A grade is not a reward: awards and step increases are."),
        ),
    )


TOPIC = Topic(
    id="raise-employee",
    title="raising the grade of an employee's position",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
