"""Narrative standards and guides without points, beside FES."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    still = question.has(
        "still", "valid", "outdated", "in force", "ok", "obsolete", "too old", "use"
    )
    head = (
        "**Yes: both formats are in force side by side, and a narrative standard holds until OPM "
        "revises or replaces it.** "
        if still and question.has("narrative", "old", "non-fes", "format")
        else ""
    )
    return Answer(
        lead=head
        + (
            "**A narrative standard describes whole grades: you compare the work as a whole and "
            "pick the grade that fits best, with no points.** A point factor standard such as one "
            "in FES format has you credit a level for each factor, add the points and convert the "
            "total. Both formats are in force side by side; older standards are mostly narrative."
        ),
        words=(
            law(
                "introduction",
                "5",
                "look at work as a whole",
                "A narrative standard has the user look at the work as a whole and select the "
                "grade.",
            ),
            law(
                "introduction",
                "5",
                "add up the total points assigned",
                "A point factor standard has a level for each factor, a total and a conversion "
                "table.",
            ),
            law(
                "classifier-handbook",
                "9",
                "exist in both narrative and FES formats until",
                "Both formats exist until the narrative standards are revised or superseded.",
            ),
        ),
        next=("Name the series, to see in which format its standard is.",),
    )


TOPIC = Topic(
    id="narrative-standards",
    title="narrative standards and guides without points",
    answer=_answer,
    unlike=("levels", "points", "grades", "factors", "decision"),
)
