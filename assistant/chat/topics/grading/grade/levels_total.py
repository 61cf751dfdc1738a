"""The total and the grade of levels given in a message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import as_in, level_of, listed, range_of, range_words, span
from assistant.chat.answering.named.ladders import meant
from assistant.chat.answering.reckoning.goals import Goal, goal, reached
from assistant.chat.answering.reckoning.stated import apart, stated
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.values import says_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.fes.points import Rating
    from core.standards.model import Standard

_FEWEST, _ALL = 3, 9
_OTHERS = ("others", "other ones", "rest", "remaining", "missing", "also", "too", "then")


def _answer(question: Question, context: Context) -> Answer | None:
    from core.fes.grading import evaluate_levels

    if "gssg" in question.standards:
        return None
    if doubled(question):
        return _both(question, context)
    levels = {level.rpartition("-")[0]: level for level in question.levels}
    if len(levels) != len(question.levels):
        return None
    if goes_on(question, context):
        levels = {level.rpartition("-")[0]: level for level in context.memory.listed} | levels
    elif len(levels) >= _FEWEST and question.has(*_OTHERS):
        levels = _named_before(context) | levels
    if len(levels) < _FEWEST:
        return None
    standard = meant(question, context)
    names = [str(f.factor) for f in standard.factors]
    if set(levels) - set(names):
        # Factors 4A and 4B belong to the supervisory guide.
        return None
    levels = {name: as_in(standard, level) for name, level in levels.items()}
    missing = [name for name in names if name not in levels]
    unknown = [level for level in levels.values() if level_of(standard, level) is None]
    if unknown:
        return _unknown(standard, unknown)
    if missing:
        return _some(standard, levels, missing)
    if (asked := goal(question)) is not None and (
        found := _reached(asked, standard, levels, context)
    ):
        return found
    evaluation = evaluate_levels(standard.id, levels, context.as_of)
    grade = int(evaluation.grade.rpartition("-")[2])
    row = range_of(standard, grade)
    said = stated(question.around or question.message)
    sums = (said.total,) if said.total or said.by_level else question.points
    wrong = [g for g in question.grades if g != grade] or [
        p for p in sums if p and p != evaluation.total
    ]
    head = "No: " if wrong else ""
    lead = f"**{head}{evaluation.total:,} points: {evaluation.grade}.**"
    told = {f.level: f.points for f in evaluation.factors}
    if other := apart(said, told, evaluation.total):
        lead += f" {other}"
    if row is not None:
        lead += f" {evaluation.grade} takes {span(row)} points."
    above = next((r for r in standard.conversion if r.min > evaluation.total), None)
    if above is not None:
        lead += f" GS-{above.grade} is {above.min - evaluation.total:,} more."
    if standard.id == "fes-primary":
        lead += " By the Primary Standard, which orients and does not classify alone."
    parts = [f"{f.factor}: Level {f.level}, {f.points:,}" for f in evaluation.factors]
    return Answer(
        lead=lead,
        words=() if row is None else (range_words(standard, row),),
        figures=(f"{'; '.join(parts)}.",),
        whose="The levels you named, added up by the core",
        next=("Name the series, and its own standard is used where it is held.",),
        more=tuple(f"**Notice:** {one.message}" for one in evaluation.findings),
        levels=tuple(levels.values()),
    )


def _reached(
    asked: Goal, standard: Standard, levels: dict[str, str], context: Context
) -> Answer | None:
    """Answer what a grade takes beyond the levels added up, or which put in may be left out."""
    from core.fes.points import rate_levels

    turns = (turn.answer for turn in context.memory.turns if turn.topic == TOPIC.id)
    first = next((one.levels for one in turns if one is not None and len(one.levels) > 8), ())
    put_in = tuple(level for level in levels.values() if first and level not in first)
    stands = {level.rpartition("-")[0]: level for level in first if asked.kind == "spare"} or levels

    def rate(others: Sequence[str]) -> Rating:
        changed = {**stands, **{o.rpartition("-")[0]: o for o in others}}
        return rate_levels(standard.id, changed)

    found = reached(asked, rate(()), {}, put_in if asked.kind == "spare" else (), rate)
    return None if found is None else replace(found, levels=tuple(levels.values()), trial=None)


def doubled(question: Question) -> bool:
    """Tell whether a message names every factor's level, and for one factor two of them."""
    factors = {level.rpartition("-")[0] for level in question.levels}
    return len(factors) == _ALL and len(question.levels) == _ALL + 1


def _both(question: Question, context: Context) -> Answer | None:
    """Add up the levels with the one and with the other of the factor that two are named for."""
    from core.fes.grading import evaluate_levels

    standard, named = (
        meant(question, context),
        [level.rpartition("-")[0] for level in question.levels],
    )
    if set(named) != {str(f.factor) for f in standard.factors}:
        return None
    twice = next(name for name in named if named.count(name) > 1)
    first, second = (one for one in question.levels if one.rpartition("-")[0] == twice)
    rest = {level.rpartition("-")[0]: as_in(standard, level) for level in question.levels}
    if unknown := [one for one in (first, *rest.values()) if level_of(standard, one) is None]:
        return _unknown(standard, unknown)
    one, other = (
        evaluate_levels(standard.id, {**rest, twice: level}, context.as_of)
        for level in (first, second)
    )
    apart_by = other.total - one.total
    same = "The grade is the same either way" if one.grade == other.grade else "The grade differs"
    return Answer(
        lead=(
            f"**With Level {first}: {one.total:,} points, {one.grade}; with Level {second}: "
            f"{other.total:,} points, {other.grade}.** {same}; the two lie {abs(apart_by):,} "
            "points apart."
        ),
        next=(f"Ask *argue Level {max(first, second)}* for what decides between the two.",),
        levels=tuple(rest.values()),
    )


def goes_on(question: Question, context: Context) -> bool:
    """Tell whether a message adds levels to those named just before."""
    memory = context.memory
    if memory.topic != TOPIC.id or not memory.listed or not question.levels:
        return False
    return not says_more(question) or question.has(*_OTHERS)


def _named_before(context: Context) -> dict[str, str]:
    """Return the levels that the reader named one at a time, the last of each factor."""
    turns = (turn.question for turn in context.memory.turns if turn.question is not None)
    said = [
        *(question.levels for question in turns),
        *(read(t).levels for t in context.memory.told),
    ]
    return {levels[0].rpartition("-")[0]: levels[0] for levels in said if len(levels) == 1}


def _unknown(standard: Standard, levels: list[str]) -> Answer:
    """Name the levels there are none of, with those there are; nothing is added up without them."""
    ladders = {str(f.factor): [one.level for one in f.levels] for f in standard.factors}
    held = (ladders[level.rpartition("-")[0]] for level in levels)
    there = [
        f"there is no Level {level}, only {lv[0]} to {lv[-1]}"
        for level, lv in zip(levels, held, strict=True)
    ]
    return Answer(
        lead=f"**In the {standard.title} {listed(there)}.** Nothing was added up.",
        kind="clarify",
        next=("Which levels are meant?",),
    )


def _some(standard: Standard, levels: dict[str, str], missing: list[str]) -> Answer | None:
    points = {
        one.level: one.points for factor in standard.factors for one in factor.levels if one.points
    }
    if any(level not in points for level in levels.values()):
        return None
    total = sum(points[level] for level in levels.values())
    factors = listed([f"Factor {name}" for name in missing])
    return Answer(
        lead=(
            f"**{total:,} points so far, which is not a total yet:** the level of {factors} is "
            "missing, and a grade takes all of them."
        ),
        next=(f"Which level has {factors}?",),
        missing=tuple(f"the level of Factor {name}" for name in missing),
        levels=tuple(levels.values()),
    )


def _sure(question: Question, context: Context) -> bool:
    return goes_on(question, context) or doubled(question)


TOPIC = Topic(
    id="levels-total",
    title="the total of levels you name",
    answer=_answer,
    needs=("levels",),
    order=40,
    sure=_sure,
)
