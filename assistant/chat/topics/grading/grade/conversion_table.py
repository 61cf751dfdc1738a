"""The whole conversion table of a standard: points to grades."""

from __future__ import annotations

from assistant.chat.answering.kit import law, range_words, span
from assistant.chat.answering.ladders import meant
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:
    standard = meant(question, context)
    if not standard.conversion:
        return None
    first, last = standard.conversion[0], standard.conversion[-1]
    table = [
        "| Grade | Points |",
        "| --- | --- |",
        *(f"| GS-{row.grade} | {span(row)} |" for row in standard.conversion),
    ]
    rows = "; ".join(f"GS-{row.grade} {span(row)}" for row in standard.conversion)
    return Answer(
        lead=(
            f"**The table of the {standard.title} turns a total into a grade, from "
            f"GS-{first.grade} ({span(first)} points) to GS-{last.grade} ({span(last)}).** {rows}."
        ),
        words=(
            range_words(standard, first),
            law(
                "introduction",
                "42",
                "master grade conversion table showing the total point",
                "The Primary Standard holds the master table of points for GS-1 to GS-15.",
            ),
        )
        if standard.id == "fes-primary"
        else (range_words(standard, first), range_words(standard, last)),
        next=("Name a total or a grade, and its row is shown.",),
        more=("\n".join(table),),
    )


TOPIC = Topic(
    id="conversion-table",
    title="the grade conversion table",
    asks=(
        "Show me the grade conversion table",
        "What is the conversion table?",
        "Where is the point to grade table?",
        "List the points for all grades",
        "the whole point table",
        "What is the conversion table of the 0080 standard?",
        "points to grades chart",
        "print the conversion chart",
        "Which points belong to which grade?",
        "FES point ranges",
        "GS point ranges by grade",
        "table of points and grades",
        "Is the conversion table the same for all standards?",
        "Does each standard have its own conversion table?",
        "conversion table of the supervisory guide",
        "the supervisory guide's conversion chart",
        "How are total points converted?",
        "grade conversion chart for my employees",
        "all the cutoffs",
        "all grade ranges",
        "give me the ranges for every grade",
        "overview of points per grade",
        "where can I look up the points of the grades",
        "what are the point brackets",
        "the point brackets of the grades",
        "point scale",
        "complete conversion table",
        "conversion table please",
        "what is a conversion table",
        "I need the point conversion chart",
        "table that converts points to grades",
        "table of point ranges",
        "all point ranges",
        "point ranges of all grades",
        "point ranges for each grade",
        "GS grade point ranges",
        "cutoffs of all grades",
        "cutoffs for every grade",
        "all the cutoffs between grades",
        "points for every grade",
        "points for each grade",
        "scale of points and grades",
        "the point scale of the grades",
        "how are points converted into grades",
        "converting points to grades",
        "grades with their points",
        "which points go with which grade",
        "where do I look up which total makes which grade",
        "need the chart that turns points into GS numbers",
        "is there a list of cutoffs for every grade",
        "show me all the ranges from bottom to top",
        "what's the cheat sheet from score to grade",
        'my eval ends with "total" and then a grade, what table did they use for that',
        "print the point bands",
        "I want to see the whole ladder with the numbers next to it",
        "appendix with the grade ranges, got it?",
        "one table, all grades, all cutoffs please",
        "the thing where it says 1855 to whatever equals what",
        "can you put up the points/grades crosswalk",
        "our new HR assistant needs the lookup table for the totals",
        "Is the scale of totals the same for every occupation? let me see it",
    ),
    answer=_answer,
    likes=("standards",),
    unlike=("levels", "points", "grades", "percents", "dates", "decision"),
)
