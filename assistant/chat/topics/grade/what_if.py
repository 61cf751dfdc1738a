"""What other levels would make of the grade; nothing in the case changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.arithmetic import tried
from assistant.chat.composing import number
from assistant.chat.kit import level_of, listed
from assistant.chat.model import Answer, Context, Question, Topic
from core.errors import LevelError

if TYPE_CHECKING:
    from core.fes.whatif.changes import Change

_UP = re.compile(r"\b(?:up|higher|rais\w+|rose|above|more|better|increas\w+)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:down|lower\w*|lost|lose|below|less|dropp?\w*|cut)\b", re.IGNORECASE)


def _answer(question: Question, context: Context) -> Answer | None:
    if context.opened is None or context.evaluation is None or context.case is None:
        return None
    named = [level for level in question.levels if _there(context, level)]
    if not named and question.factors:
        named = [level for f in question.factors if (level := _moved(question, context, f))]
    if named:
        return _with(named, context)
    if question.levels:
        return None
    return _whole(context)


def _there(context: Context, level: str) -> bool:
    return context.opened is not None and level_of(context.opened.standard, level) is not None


def _moved(question: Question, context: Context, factor: str) -> str:
    """Return the level a factor would have one step up or down."""
    now = context.levels.get(factor, "")
    step = -1 if _DOWN.search(question.message) else 1 if _UP.search(question.message) else 0
    if not step or context.opened is None:
        return ""
    ladder = next(
        (f.levels for f in context.opened.standard.factors if str(f.factor) == factor), ()
    )
    names = [level.level for level in ladder]
    place = names.index(now) + step if now in names else -1
    return names[place] if 0 <= place < len(names) else ""


def _with(named: list[str], context: Context) -> Answer | None:
    assert context.evaluation is not None  # noqa: S101 - checked by the caller
    now = context.evaluation
    try:
        other = tried(context.opened, context.levels, named)
    except LevelError:
        return None
    said = listed([f"Level {level}" for level in named])
    gain = other.total - now.total
    head = "stays" if other.grade == now.grade else "would be"
    lead = (
        f"**With {said}: {number(other.total)} points, {other.grade}.** The grade {head} "
        f"{other.grade}; now it is {number(now.total)} points, {now.grade} ({gain:+,})."
    )
    if other.margin.to_next is not None:
        lead += f" {other.margin.next_grade} is {number(other.margin.to_next)} points further."
    return Answer(
        lead=lead,
        next=("Nothing was changed. *I seek* and the level puts it into your case.",),
        levels=tuple(named[:1]),
        factors=tuple(level.rpartition("-")[0] for level in named[:1]),
    )


def _one_step(change: Change) -> bool:
    steps = [level.rpartition("-")[2] for level in (change.from_level, change.to_level)]
    return all(s.isdecimal() for s in steps) and abs(int(steps[0]) - int(steps[1])) == 1


def _whole(context: Context) -> Answer:
    """Say which levels sought, and which single steps, would change the grade."""
    from core.fes.whatif.thresholds import flips

    assert context.opened is not None  # noqa: S101 - checked by the caller
    assert context.case is not None  # noqa: S101
    assert context.evaluation is not None  # noqa: S101
    now = context.evaluation
    moves = [f for f in flips(context.opened.rate(context.levels)) if _one_step(f.change)]
    up = [f for f in moves if f.direction == "up"]
    down = [f for f in moves if f.direction == "down"]
    wanted = [
        level
        for factor, level in context.case.sought.items()
        if context.levels.get(factor) != level and _there(context, level)
    ]
    figures = []
    for level in wanted:
        other = tried(context.opened, context.levels, [level])
        figures.append(f"With Level {level} alone: {number(other.total)} points, {other.grade}.")
    if len(wanted) > 1:
        best = tried(context.opened, context.levels, wanted)
        figures.append(f"With all you seek: {number(best.total)} points, **{best.grade}**.")
    figures += [
        f"Level {f.change.to_level} in place of {f.change.from_level} would lower it: "
        f"{number(f.total)} points, {f.grade}."
        for f in down
    ]
    short = (
        f"{number(now.margin.to_next)} points short of {now.margin.next_grade}"
        if now.margin.to_next is not None
        else "at the top of the table"
    )
    alone = listed(
        [f"Level {f.change.to_level} ({number(f.total)} points, {f.grade})" for f in up], "or"
    )
    said = (
        f"One step alone would raise it: {alone}."
        if up
        else "No single step of one level would raise it."
    )
    enough = [w for w in wanted if tried(context.opened, context.levels, [w]).grade != now.grade]
    if wanted and not enough:
        said += " None of the levels you seek does so alone."
    lead = f"**{number(now.total)} points, {now.grade}: {short}.** {said}"
    return Answer(lead=lead, figures=tuple(figures[:6]), next=("Nothing was changed.",))


TOPIC = Topic(
    id="what-if",
    title="what would change the grade",
    asks=(
        "What would change the grade?",
        "What would it take to get to GS-12?",
        "What if Level 2-5 were credited?",
        "Suppose I got Level 3-4",
        "Would Level 2-5 raise my grade?",
        "Which of the levels I ask for would be enough?",
        "Which level sought gets me to GS-12?",
        "What if Factor 1 went up one level?",
        "What happens to my grade if Factor 3 goes down?",
        "What would Level 1-8 do to the total?",
        "How many points would Level 2-5 add?",
        "Could losing one level cost me the grade?",
        "What is the smallest change that reaches the next grade?",
        "If everything I ask for is granted, what grade is it?",
        "Which factor would have to change?",
    ),
    answer=_answer,
    needs=("case",),
    likes=("levels", "factors"),
)
