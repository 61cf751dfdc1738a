"""The whole conversion table of a standard: points to grades."""

from __future__ import annotations

from assistant.chat.answering.kit import law, range_words, span
from assistant.chat.answering.named.ladders import meant
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
    answer=_answer,
    likes=("standards",),
    unlike=("levels", "points", "grades", "percents", "dates", "decision"),
)
