"""A total told, with a level put in the place of another of its factor: what it comes to."""

from __future__ import annotations

import re
from itertools import groupby

from assistant.chat.answering.kit import grade_at, level_of, listed, range_words, span, standard_of
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.numbers import LEAST_TOTAL

_LATER_GOES = re.compile(
    r"\b(?:instead of|rather than|in place of|in lieu of|replac(?:es|ed|ing)|not|over)\b",
    re.IGNORECASE,
)
"""Words before the level that is given up: "4-5 instead of 4-4"."""
_DOWN = re.compile(
    r"\b(?:los[et]|losing|drop\w*|cut|lower\w*|down|knock\w*|tak\w+ away|reduc\w+|minus)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^[\s,]*(?:up |down )?(?:to|for|with|by|into|becomes?|->|=>|>)", re.IGNORECASE
)
"""What stands between a level and the one in its place: "4-4 to 4-5", "2-4 replaced by 2-5"."""


def moved(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the levels given up, each with the one in its place; empty when none is paired."""
    by_factor = sorted(question.levels, key=lambda one: one.rpartition("-")[0])
    pairs = [tuple(g) for _, g in groupby(by_factor, key=lambda one: one.rpartition("-")[0])]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        return ()
    return tuple(_ordered(question.message, *pair) for pair in pairs)


def _ordered(text: str, first: str, second: str) -> tuple[str, str]:
    """Return two levels of a factor as the one given up and the one in its place."""
    start, end = text.find(first), text.find(second)
    if start < 0 or end < 0:
        # Written apart ("Factor 4 at level 5"): upward, unless words say otherwise.
        low, high = sorted((first, second))
        return (high, low) if _DOWN.search(text) else (low, high)
    if start > end:
        first, second, start, end = second, first, end, start
    between = text[start + len(first) : end]
    if _LATER_GOES.search(between) and not re.search(r"replaced (?:by|with)", between):
        return second, first
    if _BETWEEN.search(between) or "replaced" in between:
        return first, second
    low, high = sorted((first, second))
    return (high, low) if _DOWN.search(text) else (low, high)


def _total(question: Question) -> int | None:
    return next((points for points in question.points if points >= LEAST_TOTAL), None)


def _sure(question: Question, context: Context) -> bool:
    total = _total(question)
    if total is None or question.decision or question.percents or question.dates:
        return False
    if context.evaluation is not None and total == context.evaluation.total:
        # It is the open case's own total, whose levels are tried on the case itself.
        return False
    return bool(moved(question))


def _answer(question: Question, context: Context) -> Answer | None:
    total, pairs = _total(question), moved(question)
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
