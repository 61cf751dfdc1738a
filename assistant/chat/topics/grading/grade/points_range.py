"""Which points make a grade, and which grade points make."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import (
    grade_at,
    listed,
    points_span,
    range_of,
    range_words,
    span,
    standard_of,
)
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.appeals.odds import TOPIC as ODDS

if TYPE_CHECKING:
    from core.standards.criteria import GradeRange
    from core.standards.model import Standard


_ELSEWHERE = (
    *("short", "how far", "how close", "distance", "more do", "lack", "room", "margin", "safe"),
    *("missing", "until", "round", "nearly", "almost", "barely", "call it", "lenient", "lose"),
    *("can we", "factor level", "even", "allowed", "grade above", "next grade", "separates"),
)
"""Words of questions about the distance to a grade, rounding, and levels; other topics answer."""
_ENOUGH = re.compile(
    r"\b(?:is|are|was|does|do|would|will) (?:that|it|this|these|those|mine|i|we|my \w+)\b"
    r"|\benough\b",
    re.IGNORECASE,
)
"""Words that ask whether the case's own total makes a grade."""
_YES_OR_NO = re.compile(
    r"^\W*(?:is|are|do|does|would|will|can)\b|[.;]\s+(?:is|are|do|does)\b", re.IGNORECASE
)


_ENDS = re.compile(
    r"\b(?:floors?|bottom|top|start|beginning|begin|ceiling|minimum|maximum|range|span|cutoff)\s+"
    r"(?:of|for)\s+(?:an?\s+|the\s+)?(?:gs[\s-]*)?(1[0-5]|[2-9])\b(?![-,\d])",
    re.IGNORECASE,
)
"""A grade by its number behind the end of its range: "the floor of 12"."""


_STOPS = re.compile(
    r"(?<!level )(?<!factor )(?<![-\w])(1[0-5]|[2-9])s?\s+"
    r"(?:stops?|ends?|starts?|begins?|leaves? off|tops? out|kicks? in)\b",
    re.IGNORECASE,
)
"""A grade by its number before what its range does: "where does 7 stop and 8 start"."""


_IN_RANGE = re.compile(
    r"(?<![\w.,-])((?:[89]\d\d|[1-4]\d{3}))(?!\w|,\d|-)(?! (?:position|guide|standard|series))"
    r".{0,24}\b(?:range|band|bracket|sits?|falls?|lies?|lands?)\b",
    re.IGNORECASE,
)
"""A total by its number alone, where it lies in the table being asked."""


_NEEDED = re.compile(
    r"\bhow many (?:more )?points (?:do|would|must|will|should|does)? ?(?:i|we|it|"
    r"that)\b[^.?!]{0,12}"
    r"\b(?:need|take|have|reach|require)\b|\bhow many points (?:is|are) (?:needed|required|it|"
    r"that)\b",
    re.IGNORECASE,
)


def _of_wanted(question: Question, context: Context) -> bool:
    """Tell whether the points are asked for of the grade that is said to be wanted."""
    named = question.grades or question.points or question.levels or question.factors
    wanted = context.memory.wanted and context.evaluation is None
    return bool(wanted and not named and _NEEDED.search(question.message))


def _ended(question: Question) -> tuple[int, ...]:
    """Return the grades named, by their ranges' ends where only that is said."""
    told = _bare_ends(question.message)
    return told if len(told) > len(question.grades) else question.grades


def _bare_ends(text: str) -> tuple[int, ...]:
    told = [int(found) for pattern in (_ENDS, _STOPS) for found in pattern.findall(text)]
    return tuple(dict.fromkeys(told))


def _sure(question: Question, context: Context) -> bool:
    if _of_wanted(question, context):
        return True
    if _IN_RANGE.search(question.message) and not question.levels and not question.dates:
        return not question.factors and not question.series
    named = question.levels or question.factors or question.points or question.decision
    ends = _bare_ends(question.message)
    return len(ends) > 1 and not named and not question.has("my ", "this case", "his ", "her ")


def _answer(question: Question, context: Context) -> Answer | None:
    question = replace(question, grades=_ended(question))
    step = "Which levels do you have? Name them, and they are scored."
    if _of_wanted(question, context) and context.memory.wanted:
        question = replace(question, grades=(context.memory.wanted,))
        step = (
            "Ask for it in writing: a corrected description and a desk audit; if the grade stays, "
            "appeal it. Name your levels, and they are scored."
        )
    sits = _IN_RANGE.search(question.message)
    if sits is not None and not question.points:
        question = replace(question, points=(int(sits[1]),), grades=())
    if question.factors or not (question.points or question.grades):
        return None
    if question.has(*_ELSEWHERE):
        return None
    if question.has("my chances", "the chances", "the odds", "my odds"):
        return ODDS.answer(question, context)
    standard = standard_of(question, context)
    if not standard.conversion:
        return None
    # A wrong premise is corrected first: "is 2,755 a GS-11?"
    if question.points:
        return _of_points(question, context)
    rows = [(grade, range_of(standard, grade)) for grade in question.grades]
    known = [row for _, row in rows if row is not None]
    missing = [f"GS-{grade}" for grade, row in rows if row is None]
    parts = [f"**GS-{row.grade} takes {points_span(row)}.**" for row in known]
    if missing:
        parts.append(f"The table of the {standard.title} has no {listed(missing, 'or')}.")
    if len(known) == 1 and question.has("next", "above", "following", "cutoff"):
        parts += [
            f"GS-{row.grade} follows and starts at {row.min:,}."
            for row in standard.conversion
            if known[0].max is not None and row.min > known[0].max
        ][:1]
    figures = []
    if len(known) == 2:
        low, high = sorted(known, key=lambda row: row.grade)
        apart = high.min - low.min
        if low.max is not None and question.has("need", "more", "from", "to go", "get to", "reach"):
            gap = f"{high.min - low.max:,} to {apart:,} points more than a GS-{low.grade} has"
            where = f"by where in {span(low)} the total lies. Name the total, and it is exact."
            parts = [f"**GS-{high.grade} begins at {high.min:,}: {gap},** {where}"]
        else:
            parts.append(f"They begin {apart:,} points apart.")
    if context.evaluation is not None and known:
        total, lowest = context.evaluation.total, known[0].min
        if _ENOUGH.search(question.message):
            parts.insert(0, _verdict(total, known[0], context.evaluation.grade))
        if total < lowest:
            figures.append(
                f"Your case has {total:,} points: {lowest - total:,} short of {lowest:,}."
            )
        else:
            figures.append(f"Your case has {total:,} points, {context.evaluation.grade}.")
    return Answer(
        lead=" ".join(parts),
        words=tuple(range_words(standard, row) for row in known),
        figures=tuple(figures),
        next=() if context.case else (step,),
    )


def _verdict(total: int, row: GradeRange, grade: str) -> str:
    """Say whether the case's total makes a grade."""
    if total < row.min:
        return f"**No: {total:,} points are {grade}, {row.min - total:,} short.**"
    if row.max is not None and total > row.max:
        return f"**It is more: {total:,} points are {grade}.**"
    return f"**Yes: {total:,} points are {grade}.**"


def _of_points(question: Question, context: Context) -> Answer | None:
    standard = standard_of(question, context)
    points = question.points[0]
    row = grade_at(standard, points)
    first = standard.conversion[0]
    if row is None and points > first.min:
        return _in_gap(standard, points)
    if row is None:
        lead = f"{points:,} points lie below the table: GS-{first.grade} begins at {first.min:,}."
        return Answer(lead=lead, words=(range_words(standard, first),))
    wrong = [grade for grade in question.grades if grade != row.grade]
    head = "No: " if wrong and row.grade not in question.grades else ""
    if set(question.grades) == {row.grade} and _YES_OR_NO.search(question.message):
        head = "Yes: "
    if wrong and max(wrong) < row.grade and question.has("enough", "suffic"):
        head = "Yes, and for more: "
    lead = f"**{head}{points:,} points are GS-{row.grade}**, which takes {points_span(row)}."
    above = next((r for r in standard.conversion if r.min > points), None)
    if above is not None:
        lead += f" GS-{above.grade} begins at {above.min:,}, {above.min - points:,} more."
    return Answer(lead=lead, words=(range_words(standard, row),))


def _in_gap(standard: Standard, points: int) -> Answer:
    """Say that no position has such a total: the ranges of two grades leave it out."""
    below = next(r for r in reversed(standard.conversion) if r.max is not None and r.max < points)
    above = next(r for r in standard.conversion if r.min > points)
    return Answer(
        lead=(
            f"**Neither: {points:,} points lie between two ranges.** GS-{below.grade} ends at "
            f"{below.max:,} and GS-{above.grade} begins at {above.min:,}. No set of levels adds "
            "up to such a total, so check the addition."
        ),
        words=(range_words(standard, below), range_words(standard, above)),
        next=("Name the levels, and they are added up here.",),
    )


TOPIC = Topic(
    id="points-range",
    title="the points a grade takes",
    answer=_answer,
    sure=_sure,
    cues=(
        "points",
        *("range", "band", "bracket", "sit", "fall", "lie", "land", "floor", "bottom", "top"),
        *("start", "begin", "ceiling", "minimum", "maximum", "span", "cutoff", "stop", "end"),
        *("leave", "kick"),
    ),
    likes=("points", "grades"),
    unlike=("levels", "percents"),
)
