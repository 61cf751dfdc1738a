"""Totals close to a cutoff: reviewed with care, never rounded."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import grade_at, law, range_words, standard_of
from assistant.chat.model import Answer, Context, Question, Topic

_TOTAL = re.compile(r"(?<![\w.,-])(\d{3,4})(?!\w|,\d|-)")
_LEAST = 200
"""Points below which a number is a distance and no total."""

_FEW_POINTS = re.compile(
    r"^\W*(?:(?:oh|but|and|it'?s|that'?s|just|only|a|mere|measly|lousy|come on|really|so|for)\W+)*"
    r"\d{1,2} points?\W*(?:(?:come on|only|short|seriously|really|missing|that'?s (?:all|it|"
    r"nothing)|"
    r"and|that is nothing|you'?re kidding|is nothing|that close)\W*)+$",
    re.IGNORECASE,
)
"""Makes light of a few points that are missing."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    if _FEW_POINTS.search(question.message) and not question.levels:
        return True
    totals = [int(one) for one in _TOTAL.findall(question.message)]
    named = question.levels or question.dates or question.series or question.percents
    return not named and question.has("round") and any(one > _LEAST for one in totals)


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("how far", "how many", "distance", "margin", "short by"):
        return None
    standard = standard_of(question, context)
    review = law(
        "classifier-handbook",
        "11",
        "just below or above the cutoff point",
        "A total just below or above a cutoff calls for a look at the pattern of levels and a "
        "careful review of each factor.",
    )
    indicated = law(
        "classifier-handbook",
        "12",
        "classify the position at the grade indicated by the total points",
        "After the review the position gets the grade its total points indicate.",
    )
    lead = (
        "**No, a total is never rounded up: it is the grade in whose range it lies, if only by "
        "five points.** Close to a cutoff the classifier compares the pattern of levels with "
        "usual ones and reviews every factor again; then the grade that the points give stands."
    )
    figures = []
    named = [int(one) for one in _TOTAL.findall(question.message)]
    before = context.memory.question
    spoken = before.points if before is not None and _FEW_POINTS.search(question.message) else ()
    total = next((one for one in (*question.points, *named, *spoken) if one > _LEAST), None)
    if total is None and context.evaluation is not None:
        total = context.evaluation.total
    if total is not None and standard.conversion:
        row = grade_at(standard, total)
        above = next((r for r in standard.conversion if r.min > total), None)
        if row is not None and above is not None:
            figures.append(
                f"{total:,} points are GS-{row.grade}; GS-{above.grade} begins at {above.min:,}, "
                f"{above.min - total:,} more."
            )
            return Answer(
                lead=(
                    f"**No, a total is never rounded up: {total:,} points stay GS-{row.grade}, "
                    f"{above.min - total:,} short of the {above.min:,} from which GS-{above.grade} "
                    "begins.** Close to a cutoff the classifier compares the pattern of levels "
                    "with usual ones and reviews every factor again; then the grade that the "
                    "points give stands."
                ),
                words=(review, indicated, range_words(standard, above)),
                figures=tuple(figures),
                whose=""
                if context.case and not (question.points or named)
                else "The total you named",
                next=("Which factor was the hardest to decide?",),
            )
    return Answer(
        lead=lead,
        words=(review, indicated),
        next=("Name the total, and its distance to the next grade is counted.",),
    )


TOPIC = Topic(
    id="borderline",
    title="totals close to a cutoff",
    asks=(
        "it is only 35 points, come on",
        "just five points short, seriously",
        "a few points can't matter that much",
        "I'm only 5 points short of GS-12, can it be rounded up?",
        "Are points rounded?",
        "Can they round up my total?",
        "borderline points",
        "What if the total is just below the next grade?",
        "What does borderline mean for points?",
        "My position is 10 points short of the next grade",
        "just missed the next grade by a few points",
        "the total is right at the cutoff",
        "What must a classifier do when the total is close to the cutoff?",
        "close to the border between two grades",
        "The total barely reaches GS-12",
        "barely made the grade",
        "Is there a tolerance for points near a cutoff?",
        "Do borderline cases go to the employee's benefit?",
        "2,750 points, can we call it a GS-12?",
        "2,745 is nearly 2,755",
        "does almost count",
        "rounding up to the next grade",
        "benefit of the doubt for a borderline total",
        "total five points under the range",
        "May I give the higher grade when only a few points are missing?",
        "so close to a GS-13, will OPM be lenient",
        "how are borderline totals handled",
        "one factor short of the grade",
        "few points below the minimum",
        "what happens if I'm a few points short",
        "borderline position",
        "borderline grade",
        "handling of borderline totals",
        "near the cutoff",
        "a hair below the next grade",
        "can a supervisor ask to round the points up",
        "points short",
        "can my total be rounded up",
        "do they round up",
        "is a total rounded",
        "rounding of points",
        "are points ever rounded up to the next grade",
        "do points get rounded",
        "just below the cutoff",
        "just below the next grade",
        "total just below the next grade",
        "total just above the cutoff",
        "right below the next grade",
        "a few points short, can they give it anyway",
        "only a few points short",
        "only five points missing, can't they let it go",
        "5 points short of GS-12",
        "10 points short of GS-12",
        "short of GS-12 by 5 points",
        "barely a GS-12",
        "barely reaches the grade",
        "just barely over the line",
        "just missed GS-12",
        "missed the grade by five points",
        "almost a GS-12",
        "nearly GS-12, can it count",
        "is 2,750 points close enough for GS-12",
        "close enough to GS-12",
        "is there any leeway near the cutoff",
        "tolerance at the cutoff",
        "leeway in the points",
        "does OPM give the benefit of the doubt",
        "benefit of the doubt",
        "lenient with points",
        "can they be lenient",
        "borderline total",
        "borderline case",
        "borderline totals between two grades",
        "what do I do with a borderline total",
        "review of a borderline total",
        "give the higher grade although points are missing",
        "missed GS-12 by a hair",
        "missing GS-12 by a few points, can they bump it up",
        "can they bump it up to GS-12",
        "will they bump up a total that is just short",
        "bump the total up",
        "push the total over the line",
        "nudge the points over the cutoff",
        "is there some give in the cutoff",
        "any give at the line between grades",
        "a few points under the line",
        "I'm a hair under the line, can't they just give it to me",
        "missed it by ten lousy points",
        "so close! does close get you anything",
        "total came out 2 short of the next band, is there any wiggle room",
        "our engineer is right at the edge, do we bump him over",
        "would anyone really hold back a grade over 15 points",
        "can the classifier use discretion when it's almost there",
        "we're sitting on the fence between two grades number wise",
        "just barely under. Now what",
        "my score lands just under the range, don't you get the benefit of the doubt",
        "I cleared the bar by five points, can they still say it's too thin?",
        "nearest grade or next lowest?",
        "ugh 30 points away from the cutoff, is there a fudge factor",
        "they wouldnt give my secretary the grade though she's practically touching it",
    ),
    answer=_answer,
    sure=_sure,
    cues=("round", "point"),
    likes=("points",),
    unlike=("levels", "percents", "dates", "decision"),
)
