"""Only the printed points exist: nothing lies between two levels."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, points_of
from assistant.chat.answering.named.ladders import factor_named, meant
from assistant.chat.model import Answer, Context, Question, Topic

_BETWEEN = re.compile(
    r"\d-\d\s?\.\s?\d|\+|\b(?:half|halves|between|intermediate|points?|plus|partial|partly|average|"
    r"estimate\w*|fraction\w*|in-between|somewhere|split|middle|mid|minus|and a half)\b",
    re.IGNORECASE,
)


def _answer(question: Question, context: Context) -> Answer | None:
    if question.levels and not _BETWEEN.search(question.message):
        # Whether a printed level is open to somebody is another question.
        return None
    standard = meant(question, context)
    factor = factor_named(standard, question.factors[0]) if question.factors else None
    lead = (
        "**No: only the points printed for a level may be given.** Nothing in between, no half "
        "level and no estimate; work between two levels gets the points of the lower one."
    )
    if factor is not None:
        printed = ", ".join(points_of(level) for level in factor.levels if level.points)
        if printed:
            lead += f" Factor {factor.factor} has {printed}."
    return Answer(
        lead=lead,
        words=(
            law(
                "classifier-handbook",
                "10",
                "Use only the specific point values indicated",
                "Only the point values a standard prints are used.",
            ),
            law(
                "classifier-handbook",
                "10",
                "Do not use intermediate",
                "Values between the printed ones are not used.",
            ),
        ),
        next=("Name the levels you are choosing between, and what separates them is shown.",),
        factors=question.factors[:1],
    )


TOPIC = Topic(
    id="between-points",
    title="points between two levels",
    answer=_answer,
    likes=("points",),
    unlike=("grades", "decision"),
)
