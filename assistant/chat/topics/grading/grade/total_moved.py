"""A total told, with a level put in the place of another of its factor: what it comes to."""

from __future__ import annotations

from assistant.chat.answering.kit import grade_at, level_of, listed, range_words, span, standard_of
from assistant.chat.answering.reckoning.exchanged import moved, total_of
from assistant.chat.model import Answer, Context, Question, Topic


def _sure(question: Question, context: Context) -> bool:
    total = total_of(question)
    if total is None or question.decision or question.percents or question.dates:
        return False
    if context.evaluation is not None and total == context.evaluation.total:
        # It is the open case's own total, whose levels are tried on the case itself.
        return False
    return bool(moved(question))


def _answer(question: Question, context: Context) -> Answer | None:
    total, pairs = total_of(question), moved(question)
    standard = standard_of(question, context)
    if total is None or not pairs or not standard.conversion:
        return None
    gain = 0
    for pair in pairs:
        points = [found[1].points for one in pair if (found := level_of(standard, one))]
        if len(points) != len(pair) or None in points:
            return None
        gain += (points[1] or 0) - (points[0] or 0)
    row = grade_at(standard, total + gain)
    if row is None:
        return None
    before = grade_at(standard, total)
    stays = before is not None and before.grade == row.grade
    wanted = next((g for g in question.grades if before is None or g != before.grade), None)
    yes = "" if wanted is None else "Yes: " if row.grade >= wanted else "No: "
    changes = listed([f"Level {new} for Level {old}" for old, new in pairs])
    lead = (
        f"**{yes}{total + gain:,} points, {'still ' if stays else ''}GS-{row.grade}.** {changes} "
        f"is {gain:+,}: {total:,} becomes {total + gain:,}, and GS-{row.grade} takes {span(row)}."
    )
    above = next((r for r in standard.conversion if r.min > total + gain), None)
    if above is not None:
        lead += f" GS-{above.grade} is {above.min - total - gain:,} points further."
    return Answer(
        lead=lead,
        words=(range_words(standard, row),),
        whose="The total you named, changed by the core",
        next=("Name all the levels, and the whole is added up.",),
        levels=tuple(new for _, new in pairs),
    )


TOPIC = Topic(
    id="total-moved",
    title="a total with a level exchanged",
    answer=_answer,
    needs=("levels", "points"),
    order=35,
    sure=_sure,
)
