"""Which levels usually reach a grade: the Handbook's tables of typical levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, listed, primary, range_of, range_words, span
from assistant.chat.model import Answer, Context, Question, Topic, Words

if TYPE_CHECKING:
    from core.fes.patterns.typical_levels import Kind

_KINDS: dict[Kind, tuple[str, ...]] = {
    "professional": ("profession", "engineer", "scien", "attorney", "account"),
    "technical": ("technic", "aid"),
    "clerical": ("cleric", "clerk", "assistan", "secretar"),
    "administrative": ("administrative work", "analyst", "specialist", "program"),
}


def _answer(question: Question, context: Context) -> Answer | None:
    from core.fes.patterns.typical_levels import kinds_of, source, tables
    from core.model import Citation

    if not question.grades or not question.has("level", "factor", "combin", "pattern"):
        return None
    grade = question.grades[-1]
    series = question.series[0] if question.series else ""
    kinds = [kind for kind, words in _KINDS.items() if question.has(*words)]
    kinds = kinds or list(kinds_of(series))
    found = [
        (table, column)
        for table in tables()
        for column in table.columns
        if table.kind in kinds and column.grade == grade
    ]
    if not found:
        return None
    order = ["administrative", "professional", "technical", "clerical"]
    found.sort(key=lambda pair: order.index(pair[0].kind))
    table, column = found[0]
    levels = ", ".join(" or ".join(cells) for cells in column.levels.values())
    lead = (
        f"**No one set is required for GS-{grade}: any levels whose points reach its range do.** "
        f"Typical for GS-{grade} {table.kind} work are {levels}."
    )
    standard = primary(context)
    row = range_of(standard, grade)
    words = [
        Words(
            ours=f"Table {table.number} shows the levels common for {table.kind} work at "
            f"GS-{grade}.",
            citation=Citation.model_validate(source((table,))),
        ),
        law(
            "classifier-handbook",
            "14",
            "They show examples only",
            "The tables are examples and exclude no other levels.",
        ),
    ]
    if row is not None:
        lead += f" GS-{grade} takes {span(row)} points."
        words.insert(1, range_words(standard, row))
    more = [
        f"GS-{grade}, {other.kind} work: "
        + ", ".join(" or ".join(cells) for cells in second.levels.values())
        for other, second in found[1:]
    ]
    if more:
        others = listed([other.kind for other, _ in found[1:]])
        lead += f" Say *more* for {others} work."
    return Answer(
        lead=lead,
        words=tuple(words),
        next=("Name the levels you have, and they are added up.",),
        more=tuple(more),
    )


TOPIC = Topic(
    id="levels-for-grade",
    title="which levels reach a grade",
    asks=(
        "what is a typical profile for GS-11",
        "typical factor levels of a GS-11",
        "usual levels at GS-13",
        "Which levels do I need for GS-12?",
        "What levels reach a GS-12?",
        "What factor levels are typical for a GS-11?",
        "Which factor levels make a GS-13?",
        "typical levels for GS-9 administrative work",
        "What combination of levels gives GS-12?",
        "usual factor levels at GS-12",
        "what does a typical GS-13 look like in factor levels",
        "What would each factor have to be for a GS-14?",
        "pattern of levels for GS-11",
        "common factor pattern for GS-12 analysts",
        "levels of a typical GS-7 technician",
        "What level of knowledge does a GS-12 normally have?",
        "What are the usual levels for clerical work at GS-5?",
        "Which levels must my employee meet to be a GS-12?",
        "what levels add up to GS-12",
        "how do I reach GS-12 in factor levels",
        "factor level combination for GS-9",
        "Factor level relationships table GS-11",
        "is there a standard set of levels for GS-12",
        "which levels come with GS-15",
        "levels needed for GS-13",
        "levels required for a GS-12",
        "levels of a GS-12",
        "what would I have to score on each factor to be a GS-12",
        "typical GS-12 factor levels",
        "normal factor levels for GS-11",
        "what levels does a GS-9 have",
        "table of typical levels for GS-12",
        "what is the lowest combination of levels for GS-11",
        "I want to write a job that lands at GS-9, what should each factor be",
        "which scores would get us to an eleven",
        "roadmap of levels to the 12",
        "give me an example set of ratings that adds up to a thirteen",
        "what kind of profile do most GS-5 clerks have",
        "my director wants a twelve, what must each piece be at",
        "which rungs get you there, to the eleven",
        "how does a typical GS-13 look factor by factor",
        "what levels does an ordinary GS-12 have on each factor",
        "normal factor levels of a GS-11",
    ),
    answer=_answer,
    needs=("grades",),
    unlike=("levels", "points", "percents", "dates", "decision"),
)
