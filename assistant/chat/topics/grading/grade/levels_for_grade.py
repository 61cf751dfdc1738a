"""Which levels usually reach a grade: the Handbook's tables of typical levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed, primary, range_of, range_words, span, usual_levels
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from core.fes.patterns.typical_levels import Kind

_KINDS: dict[Kind, tuple[str, ...]] = {
    "professional": ("profession", "engineer", "scien", "attorney", "account"),
    "technical": ("technic", "aid"),
    "clerical": ("cleric", "clerk", "assistan", "secretar"),
    "administrative": ("administrative work", "analyst", "specialist", "program"),
}


def _answer(question: Question, context: Context) -> Answer | None:
    from core.fes.patterns.typical_levels import kinds_of, tables

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
    words = list(
        usual_levels(
            (table,),
            f"Table {table.number} shows the levels common for {table.kind} work at GS-{grade}.",
        )
    )
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
    answer=_answer,
    needs=("grades",),
    unlike=("levels", "points", "percents", "dates", "decision"),
)
