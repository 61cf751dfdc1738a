"""Only the printed points exist: nothing lies between two levels."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, points_of
from assistant.chat.answering.ladders import factor_named, meant
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
    asks=(
        "Can I give points between two levels?",
        "Are intermediate point values allowed?",
        "May I credit 350 points on Factor 2?",
        "Is there a Level 2-4.5?",
        "can we split the difference between two levels",
        "half levels",
        "Can points be interpolated?",
        "May points be prorated?",
        "Is partial credit possible on a factor?",
        "give me half of the points for 2-5",
        "Could OPM award some of the points of the next level?",
        "do I get extra points for being above the level",
        "My work is between 3-3 and 3-4, can I get points in the middle?",
        "in-between points",
        "assign 500 points to Factor 2",
        "extrapolate points above the top level",
        "Must I use the exact points in the table?",
        "are only the listed point values allowed",
        "Why can't a factor get 300 points?",
        "Can a manager choose the number of points within a level?",
        "is there a range of points within a level",
        "plus or minus a level",
        "a strong 2-4, more points?",
        "can we average two levels",
        "fractional levels",
        "may the points of two levels be averaged",
        "points between levels",
        "points in the middle",
        "points in the middle between Level 3-3 and Level 3-4",
        "half the points",
        "half of the points of a level",
        "some of the points of the next level",
        "part of the points",
        "extra points within a level",
        "can a level be plus or minus",
        "Level 2-4 plus",
        "more points for a strong level",
        "can I get more points within a level",
        "a level and a half",
        "Level 2 and a half",
        "intermediate points",
        "averaging points",
        "is partial credit possible",
        "partial points for a factor",
        "exact points or any number of points",
        "must the exact points be used",
        "are there half levels",
        "half a level",
        "I'm kind of halfway between the two rungs, can't they split the difference",
        "how about giving me 3 and a half on that one",
        "HR gave one factor a number that isn't on the scale at all",
        "so close to the next step on guidelines, can I get partial credit",
        (
            "can we use a number in the middle when the work is better than one level but not "
            "quite the other"
        ),
        "are the scores fixed or can the classifier pick anything in the range",
        "my classifier knocked 50 points off for a weak spot, is that allowed",
        "Nobody's work falls neatly on a rung. Why isn't there something in the gap?",
        "they put 800 next to a factor and I can't find 800 anywhere",
        "would a compromise score between the two be okay if me and the union both agree",
        "I'd settle for something between 4-3 and 4-4",
        "do they always have to drop to the lower score if you're stuck in the middle",
        "we want to award a little extra on complexity without going all the way up",
    ),
    answer=_answer,
    likes=("points",),
    unlike=("grades", "decision"),
)
