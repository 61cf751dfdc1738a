"""How far a total is from the next grade, and from the one below."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import (
    grade_at,
    law,
    listed,
    range_of,
    range_words,
    span,
    standard_of,
)
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.model import Answer, Context, Question, Topic, Words
from core.errors import LevelError

if TYPE_CHECKING:
    from core.standards.model import Standard


_ROUNDING = (
    *("round", "borderline", "lenient", "benefit", "nearly", "barely", "call it", "tolerance"),
    *("just miss", "just below", "may i", "almost", "border", "near the"),
)
"""Words of questions about totals close to a cutoff, which another topic answers."""


_BARE = re.compile(
    r"\b(?:short of|far from|away from|reach|for|to|below|until|miss\w*|from)\s+(?:an? |the )?"
    r"(1[0-5]|[5-9])\b(?![\s,.-]*(?:\d|points|percent|days))",
    re.IGNORECASE,
)
"""A grade named by its number alone: "how far from 13 am I"."""
_TOTAL = re.compile(
    r"\b(?:is|am|are|at|have|has|with|got|from|of)\s+(?:a |only |at |total |of )*"
    r"(?P<total>[1-4]\d{3}|[2-9]\d\d)\b(?![-,.]\d|\s*(?:series|position|standard|guide|percent|%))",
    re.IGNORECASE,
)
"""A total by its number alone: "how far is 2655 from that"."""
_THAT = re.compile(r"\b(?:from|to|of|reach|for) (?:it|that|this|there)\b", re.IGNORECASE)
_DISTANCE = (
    *("far", "more", "short", "missing", "miss", "next", "distance", "close", "near", "lose"),
    *(
        "safe",
        "room",
        "margin",
        "gap",
        "lack",
        "until",
        "still",
        "above",
        "afford",
        "up one",
        "bottom of",
        "one grade",
    ),
)


_HOW_SHORT = re.compile(
    r"\b(?:how (?:much|many|far|big)|what(?:'s|s| is| am| are)?|by how|gap|points?|pts|short|"
    r"lacking|missing|distance)\b.{0,40}\b(?:short|gap|missing|away|far|lack\w*|more|off|needed?|"
    r"needs?|"
    r"to go|miss(?:es)?|between)\b"
    r"|\b(?:gap|distance|short|how far|points?|pts)\b.{0,12}\b(?:to|of|from|till|until)\b",
    re.IGNORECASE,
)
_OTHER = (
    *("round", "level", "factor", "fact", "step", "if ", "would", "evidence", "proof", "document"),
    *("decision", "argue", "met", "range", "begin", "start", "top of", "bottom", "paper"),
)
_LONGEST = 14


_TWO = re.compile(
    r"\b(?:between|separat\w*|from|apart (?:are|is)|gap from) (?:an? |the )?(?:gs[\s-]*)?"
    r"(?P<one>1[0-5]|[1-9])s? (?:and|from|to) (?:an? |the )?(?:gs[\s-]*)?"
    r"(?P<other>1[0-5]|[1-9])s?\b(?![-,.]?\d)(?! (?:points|percent|days|levels?|steps?))",
    re.IGNORECASE,
)
"""Two grades by their numbers, of which one is the other's distance: "separate a 7 from a 9"."""
_NEED = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|then|but|well)\W+)*(?:what|how much|how many(?: points| more)?) "
    r"(?:do|would|will|does) (?:i|we|it|he|she) (?:still |then )?need\W*$",
    re.IGNORECASE,
)
"""What is asked of the points, where they are spoken of or nothing was."""


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if context.evaluation is None or (question.first_person and not context.own):
        return False
    if question.levels or question.points or question.percents or question.decision:
        return False
    if question.dates or question.since or question.has(*_OTHER) or len(question.grades) > 1:
        return False
    if _NEED.search(text) and context.memory.topic in {"", "my-grade", "next-grade", "total-moved"}:
        return True
    named = question.grades or _BARE.search(text) or question.has("next grade")
    return bool(named and _HOW_SHORT.search(text)) and len(text.split()) <= _LONGEST


def _answer(question: Question, context: Context) -> Answer | None:
    between = len(question.grades) == 1 and question.has("between", "separate")
    if question.has(*_ROUNDING) or not (between or question.has(*_DISTANCE)):
        return None
    standard = standard_of(question, context)
    if not standard.conversion:
        return None
    two = _TWO.search(question.message)
    pair = (int(two["one"]), int(two["other"])) if two is not None else question.grades
    if len(set(pair)) == 2 and not (question.points or question.levels):
        return _apart(standard, pair)
    total, said, trial = None, "", None
    alone = None if question.levels or question.series else _TOTAL.search(question.message)
    if question.points or alone is not None:
        total = question.points[0] if question.points or alone is None else int(alone["total"])
    elif question.levels and context.evaluation is not None:
        # Levels named with an open case are tried in the place of those credited.
        try:
            total = tried(context.opened, context.levels, question.levels).total
        except LevelError:
            return None
        said = f"With {listed([f'Level {level}' for level in question.levels])}: "
        trial = question.levels
    elif context.evaluation is not None and not context.evaluation.standard.startswith("gssg"):
        total, trial = context.evaluation.total, ()
    if total is None:
        return _from_grade(standard, context, question.grades) or _unknown(standard)
    row = grade_at(standard, total)
    if row is None:
        return None
    above = next((r for r in standard.conversion if r.min > total), None)
    bare = [int(found[1]) for found in _BARE.finditer(question.message)]
    before = context.memory.question
    spoken = before.grades if before is not None and _THAT.search(question.message) else ()
    grades = question.grades or tuple(bare) or spoken
    wanted = next((r for g in grades[-1:] if (r := range_of(standard, g))), None)
    if wanted is not None and wanted.min > total:
        above = wanted
    lead = f"{said}**{total:,} points are GS-{row.grade}**, which takes {span(row)}."
    words: tuple[Words, ...] = (range_words(standard, row),)
    if above is None:
        lead += f" There is no grade above it in the table: GS-{row.grade} is the highest."
    else:
        short = above.min - total
        lead = (
            f"{said}**{short:,} points short of GS-{above.grade}:** {total:,} points are "
            f"GS-{row.grade}, and GS-{above.grade} begins at {above.min:,}."
        )
        ends = wanted.max if wanted is not None else None
        bottom = row if question.has("bottom of its") else wanted
        if bottom is not None and bottom.min <= total and question.has("bottom"):
            lead = (
                f"{said}**{total - bottom.min:,} points above the bottom of GS-{bottom.grade}**, "
                f"which is {bottom.min:,}: {total:,} points are GS-{row.grade}. GS-{above.grade} "
                f"is {short:,} points further."
            )
        elif wanted is not None and ends is not None and ends < total and between:
            lead = (
                f"{said}**{total - ends:,} points above GS-{wanted.grade}, which ends at "
                f"{ends:,}:** {total:,} points are GS-{row.grade}, {total - row.min:,} above "
                f"its floor of {row.min:,}."
            )
            above = wanted
        elif wanted is not None and wanted.min <= total and question.has("short", "miss", "lack"):
            lead = (
                f"{said}**None: {total:,} points are GS-{row.grade}**, and GS-{wanted.grade} "
                f"begins at {wanted.min:,}. GS-{above.grade} is {short:,} points further."
            )
        words = (range_words(standard, above), *words)
    if row.min == total:
        lead += f" It is the lowest total of GS-{row.grade}: any point less lowers the grade."
    elif row.min > 0:
        lead += f" Losing more than {total - row.min:,} points would lower the grade."
    return Answer(
        lead=lead,
        words=words,
        next=("Ask *what would change the grade?*",)
        if context.case
        else ("Name your levels to see which steps would bring that.",),
        trial=trial,
    )


def _apart(standard: Standard, grades: tuple[int, ...]) -> Answer | None:
    """Say how far two grades are apart, between where they begin and from one to the other."""
    rows = [range_of(standard, grade) for grade in sorted(set(grades))]
    low, high = rows
    if low is None or high is None or low.max is None:
        return None
    return Answer(
        lead=(
            f"**{high.min - low.min:,} points from where GS-{low.grade} begins to where "
            f"GS-{high.grade} does; from the top of GS-{low.grade} it is {high.min - low.max:,}.** "
            f"GS-{low.grade} takes {span(low)}, GS-{high.grade} {span(high)}."
        ),
        words=(range_words(standard, high), range_words(standard, low)),
        next=("Name a total, or the nine levels, and the distance is exact.",),
    )


def _from_grade(standard: Standard, context: Context, grades: tuple[int, ...]) -> Answer | None:
    """Say how far a grade is from the one the reader holds, whose total is not known."""
    held = context.held
    if held is None or held.grade is None or held.pay_plan.startswith("W"):
        return None
    row = range_of(standard, held.grade)
    wanted = next((g for g in grades[-1:] if g > held.grade), context.memory.wanted or 0)
    above = range_of(standard, wanted) if wanted > held.grade else None
    if above is None and row is not None:
        above = next((r for r in standard.conversion if r.min > row.min), None)
    if row is None or above is None or not row.max:
        return None
    return Answer(
        lead=(
            f"**From GS-{row.grade}, which you hold, between {above.min - row.max:,} and "
            f"{above.min - row.min:,} points:** GS-{row.grade} takes {span(row)}, and "
            f"GS-{above.grade} begins at {above.min:,}. Your total says where in that range you "
            "are; name it, or the nine levels, and the distance is counted."
        ),
        words=(range_words(standard, above), range_words(standard, row)),
        next=("What is your total, or which nine levels do you have?",),
        missing=("the total of points or the level of each factor",),
    )


def _unknown(standard: Standard) -> Answer:
    steps = [
        above.points - below.points
        for factor in standard.factors
        for below, above in pairwise(factor.levels)
        if below.points and above.points
    ]
    return Answer(
        lead=(
            "**That depends on your total: the next grade begins where the range of yours ends.** "
            "Name the total, or the nine levels, and the distance is counted. A level more in one "
            f"factor brings between {min(steps):,} and {max(steps):,} points."
        ),
        words=(
            law(
                "introduction",
                "56",
                "GS Grade Point Range",
                "The grade conversion table gives the range of points of each grade.",
            ),
        ),
        next=("What is your total, or which nine levels do you have?",),
        missing=("the total of points or the level of each factor",),
    )


TOPIC = Topic(
    id="next-grade",
    title="how far the next grade is",
    answer=_answer,
    sure=_sure,
    cues=(
        *("short", "gap", "away", "far", "lack", "more", "off", "need", "to go", "miss"),
        *("between", "distance", "point", "pts"),
    ),
    likes=("points",),
    unlike=("levels", "percents", "dates", "decision"),
)
