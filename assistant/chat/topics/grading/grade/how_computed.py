"""How a grade is computed: nine levels, their points, the total, the conversion table."""

from __future__ import annotations

from assistant.chat.answering.kit import by_job_grading, law
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:
    asks_which = question.has("factors", "elements", "criteria", "looked at", "considered")
    if asks_which and not question.has("how", "steps"):
        return None
    if track(question, context) == "fws":
        return by_job_grading(context)
    figures = []
    if context.evaluation is not None:
        parts = " + ".join(f"{one.points:,}" for one in context.evaluation.factors)
        figures.append(
            f"{parts} = {context.evaluation.total:,} points: {context.evaluation.grade}."
        )
    return Answer(
        lead=(
            "**Each of nine factors is credited one level, each level has fixed points, and the "
            "total falls into a range of points that is a grade.** The levels are those of the "
            "standard for the series that the work fully meets, for one set of duties. Other "
            "ways: narrative standards describe whole grades; supervisory positions have a point "
            "guide of their own."
        ),
        words=(
            law(
                "classifier-handbook",
                "9",
                "convert the total point value of all the factors",
                "The points of all factors are added and converted to a grade by the table.",
            ),
            law(
                "introduction",
                "5",
                "refer to a point-grade",
                "A point factor standard is applied by a level for each factor, a total of points "
                "and a conversion table.",
            ),
            law(
                "classifier-handbook",
                "10",
                "all factors are assigned points based on the same set of duties",
                "All factors are rated on the same set of duties.",
            ),
        ),
        figures=tuple(figures),
        next=(
            ("Ask *what would change the grade?*",)
            if figures
            else ("Name your nine levels, and they are added up here.",)
        ),
    )


TOPIC = Topic(
    id="how-grade-is-computed",
    title="how a grade is computed",
    answer=_answer,
    unlike=("levels", "points", "percents", "dates", "decision", "grades"),
)
