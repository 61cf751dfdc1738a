"""How a grade is computed: nine levels, their points, the total, the conversion table."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:
    asks_which = question.has("factors", "elements", "criteria", "looked at", "considered")
    if asks_which and not question.has("how", "steps"):
        return None
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
    asks=(
        "How is my grade computed?",
        "How is a grade determined?",
        "How do you get from factors to a grade?",
        "How does the point system work?",
        "How does FES work?",
        "How are GS positions graded?",
        "how do they come up with my grade",
        "how does OPM calculate a grade",
        "Explain how a position is graded",
        "What are the steps to grade a position?",
        "How do I grade a position with FES?",
        "steps of a factor evaluation",
        "how do points become a grade",
        "how is the total turned into a grade",
        "calculation of the grade",
        "how is a job's grade figured out",
        "how was my grade figured",
        "who counts the points and how",
        "how do I evaluate a position description",
        "the process of evaluating a position",
        "how does the Factor Evaluation System arrive at a grade",
        "how do I add up the factor points",
        "what is a grade based on",
        "What is my grade based on?",
        "on what basis is the grade decided",
        "what determines the grade of my position",
        "what determines a grade",
        "how is the grade level determined",
        "How should I classify this position?",
        "how are points awarded",
        "how does classification work",
        "how does grading work",
        "How does a manager know what grade a new job will be?",
        "how do classifiers decide the grade",
        "method of grading",
        "how are grades computed",
        "how is the grade of a position computed",
        "how do points turn into a grade",
        "how do points give a grade",
        "from points to grade, how",
        "how does the point method work",
        "how does the points system work",
        "point system explained",
        "FES explained",
        "explain FES",
        "how does the Factor Evaluation System work",
        "how do I use FES",
        "steps to evaluate a position",
        "steps in grading a position",
        "what are the steps of an evaluation",
        "evaluation steps under FES",
        "how do you grade a job",
        "how do you grade a position",
        "how are positions graded",
        "how are jobs graded",
        "how are GS jobs graded",
        "how is a position evaluated",
        "how do I evaluate a job",
        "process of grading",
        "how is classification done",
        "how does position classification work",
        "adding up factor points",
        "how are factor points added up",
        "take me through the grading of a job",
        "from a job to a grade, step by step",
        "how does one get from the duties to a grade",
        "how do they get from my duties to a GS grade",
        "how does OPM grade a job",
        "how does OPM arrive at my grade",
        "explain the grading method",
        "how'd they come up with my number",
        "nobody here can tell me where the grade comes from",
        "is there actual arithmetic behind this or do they wing it",
        "walk me through it from duties to final grade",
        "they add stuff up somehow? explain",
        "I got a sheet with nine scores and a total, how does that turn into a grade",
        "what's the recipe",
        "Curious how the bean counters land on a GS level",
        "how do you go from what I do all day to the number on my SF-50",
        "explain the FES math to a union steward with no HR background",
        "what happens to the points once every factor has some",
        "my staff asked how the system spits out a grade and I had nothing to say",
        "do they average the factors or sum them",
        "points -> grade how",
    ),
    answer=_answer,
    unlike=("levels", "points", "percents", "dates", "decision", "grades"),
)
