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
    asks=(
        "What is a narrative standard?",
        "What is the difference between FES and narrative standards?",
        "My standard has no points, how is the grade found?",
        "How do I grade with a guide that has no points?",
        "The guide describes grades but gives no points",
        "guides without points",
        "FES vs narrative",
        "non-FES standard",
        "Are narrative standards still valid?",
        "how do I apply a narrative standard",
        "grade level descriptions instead of factor levels",
        "old standard without factors",
        "what is a narrative factor standard",
        "what formats do standards have",
        "formats of classification standards",
        "point factor versus narrative",
        "Is every position graded with FES?",
        "does FES apply to all GS jobs",
        "my series' standard isn't in FES format",
        "standard written in narrative format",
        "why doesn't my standard use points",
        "Can narrative and FES standards be compared?",
        "is there a standard that grades without points",
        "comparing whole work to grade descriptions",
        "part-by-part versus whole job evaluation",
        "standards from the seventies in narrative form",
        "does my standard use points",
        "guide with grade descriptions and no points",
        "grade descriptions without points",
        "no points in the guide",
        "how do narrative standards differ from FES",
        "narrative",
        "narrative guide",
        "there are no numbers in my guide, just paragraphs for each grade",
        "how do they grade when nothing gets scored",
        "my evaluation has no points at all, did they forget them?",
        "the old style book describes the GS-9 and the GS-11 and that's it",
        "do you add anything up with the research grade guide",
        "how's a grade picked from plain descriptions",
        "the equipment development guide goes by parts not factors",
        "what's the other kind of standard, the one without the nine factors",
        "two kinds of standards? which one is the word-only kind",
        "match the whole job to the prose for a grade, is that how it goes",
        (
            "my classifier compared my work to grade level write-ups instead of scoring it. is "
            "that proper"
        ),
        "no points = how?",
        "can we apply the nine factor scheme to a guide written in prose",
        (
            'criteria just says "nature of assignment" and "level of responsibility", what '
            "do I do with it"
        ),
    ),
    answer=_answer,
    unlike=("levels", "points", "grades", "factors", "decision"),
)
