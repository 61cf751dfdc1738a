"""What other levels would make of the grade; nothing in the case changes."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import level_below, listed, not_rated
from assistant.chat.answering.reckoning.arithmetic import beyond, one_a_factor, tried
from assistant.chat.answering.reckoning.changes import is_there, unusual, what_changes
from assistant.chat.answering.reckoning.goals import Goal, as_credited, goal, reached
from assistant.chat.answering.reckoning.trials import (
    of_each,
    smallest,
    sought_beyond,
    supposed,
    trial,
)
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.exact import read
from assistant.chat.reading.of_case import all_but_refused
from assistant.chat.reading.turns.changed.signs import only_supposes, signs
from assistant.text import number
from core.errors import LevelError

_UP = re.compile(r"\b(?:up|next|higher|rais\w+|rose|above|more|better|increas\w+)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:down|lower\w*|lost|lose|below|less|dropp?\w*|cut)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:without|but not|except|minus|less|leaving out)\b", re.IGNORECASE)
_DROPPED = re.compile(
    r"\b(?:drop\w*|give up|giving up|g[ai]ve up|let go|leav\w+ out|tak\w+ out|without|except|"
    r"all but)\b",
    re.IGNORECASE,
)
_MOST = re.compile(r"\bwhich\b.*\b(?:most|best|biggest|largest|easiest|weakest)\b", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\b(?:single|one|other) (?:level|step|factor)\b"
    r"|\b(?:which|what|any) (?:other |more )?(?:level|step|factor)s?\b.*"
    r"\b(?:clos\w+|gap|rest|reach|short)\b"
    r"|\bwith (?:which|what) (?:other|else)\b",
    re.IGNORECASE,
)
_IN_REACH = re.compile(
    r"\b(?:is there|(?:is|am|are) (?:i|we|an?|the)|any|chances? (?:of|for|at)|shot at|"
    r"hope (?:of|for)|see|can (?:i|we|this|it|he|she) (?:still )?(?:make|reach|get|be)|"
    r"could (?:i|we|this|it) (?:make|reach|get|be)|possible)\b[^.?!]{0,16}?"
    r"\b(?:an? |the )?(?:gs[\s-]*)?(?:1[0-5]|[5-9])\b "
    r"(?:even |still |really |anywhere )*(?:in (?:this|it|here|there|reach|the cards)|within reach|"
    r"possible|realistic|to be had)\b",
    re.IGNORECASE,
)
"""Asks whether a grade can be reached at all: "is there a 13 in this"."""
_STEP = re.compile(r"\b(?:notch|peg|one (?:level|step)|a (?:level|step)|by one)\b", re.IGNORECASE)
_ENOUGH = ("enough", "suffic", "do it", "get there", "get me there", "make it")
_TRIED = re.compile(r"\b(?:what|would|if|does|do|suppose|knock\w*|could|can)\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if context.evaluation is None or question.decision or question.percents:
        return False
    if all_but_refused(question, context) or trial(question, context) is not None:
        return True
    if _IN_REACH.search(text) and question.grades and not question.levels:
        return True
    if question.levels and (supposed(text) or (question.grades and question.has(*_ENOUGH))):
        return any(is_there(context, level) for level in question.levels)
    return bool(
        len(question.factors) == 1
        and not question.levels
        and (_STEP.search(text) or question.has("if "))
        and (_DOWN.search(text) or _UP.search(text))
        and _TRIED.search(text)
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if context.opened is None or context.evaluation is None or context.case is None:
        return None if question.levels or question.grades else not_rated(context)
    sought = list(sought_beyond(context))
    if (asked := goal(question)) is not None and (found := _reached(asked, question, context)):
        return found
    rest = all_but_refused(question, context)
    refused = set(signs(question.message).lost) if not rest else set()
    told = None if rest else trial(question, context)
    if told is not None and not (told.levels and refused.issuperset(told.levels)):
        if told.kind == "levels":
            return _with(one_a_factor(told.levels, context.levels), context, question.grades[-1:])
        return (of_each if told.kind == "each" else smallest)(told, context)
    named = rest or [level for level in _wanted(question) if is_there(context, level)]
    # "If 4-5 goes down to 4-4" tries 4-4.
    named = one_a_factor(named, context.levels)
    if named and refused.issuperset(named):
        # What is refused is not tried as if it were granted.
        return None
    named = [level for level in named if level not in refused]
    if not named and question.factors:
        named = [level for f in question.factors if (level := _moved(question, context, f))]
    said = set(read(question.message).levels) if _DROPPED.search(question.message) else set()
    given_up = only_supposes(question.message) and set(question.levels) <= said & set(sought)
    if named and not rest and set(named) == set(question.levels) and given_up:
        # What is sought and given up leaves the rest of what is sought.
        named = [level for level in sought if level not in named]
    if named:
        if _ONE_MORE.search(question.message):
            return _one_more(named, context)
        wanted = question.grades[-1:]
        asked_for = context.case.requested.grade
        if not wanted and asked_for is not None and question.has(*_ENOUGH):
            wanted = (asked_for,)
        return _with(named, context, wanted)
    if question.levels:
        return None
    if _MOST.search(question.message):
        return _steps(context, sought)
    return what_changes(question, context)


def _reached(asked: Goal, question: Question, context: Context) -> Answer | None:
    """Answer what a grade takes, of the levels sought and the steps beyond them."""
    opened, now = context.opened, context.levels
    assert opened is not None  # noqa: S101 - checked by the caller
    levels = {level.rpartition("-")[0]: level for level in sought_beyond(context)}
    try:
        return reached(
            asked,
            opened.rate(now),
            levels,
            question.levels,
            lambda others: opened.rate({**now, **{o.rpartition("-")[0]: o for o in others}}),
            question.factors,
        )
    except LevelError:
        return None


def _wanted(question: Question) -> tuple[str, ...]:
    """Return the levels to try: those named, but for what is to be left out."""
    left_out = _WITHOUT.search(question.message)
    if left_out is None or len(question.levels) < 2:
        return question.levels
    kept = set(read(question.message[: left_out.start()]).levels)
    after = question.message[left_out.end() :]
    return tuple(one for one in question.levels if one in kept or one not in read(after).levels)


def _steps(context: Context, sought: list[str]) -> Answer:
    """Say what each factor's next level, or the one sought, would add, the largest first."""
    assert context.opened is not None  # noqa: S101 - checked by the caller
    assert context.evaluation is not None  # noqa: S101
    now = context.evaluation
    beside = {level.rpartition("-")[0]: level for level in sought}
    found = []
    for factor in context.opened.standard.factors:
        key, names = str(factor.factor), [level.level for level in factor.levels]
        credited = context.levels.get(key, "")
        place = names.index(credited) + 1 if credited in names else len(names)
        level = beside.get(key) or (names[place] if place < len(names) else "")
        if level and (not beside or key in beside):
            found.append((level, tried(context.opened, context.levels, [level])))
    found.sort(key=lambda one: -one[1].total)
    if not found:
        return Answer(lead="**No factor has a level above the one credited.**")
    (best, top), rest = found[0], found[1:]
    others = listed([f"Level {level} ({one.total - now.total:+,})" for level, one in rest])
    lead = (
        f"**Level {best} would bring the most: {top.total - now.total:+,} points, to "
        f"{number(top.total)}, {top.grade}.**"
    )
    lead += f" Then {others}." if others else ""
    lead += (
        " Which is easiest to show is for the facts to say: each level's criteria are to be met in "
        "full."
    )
    return Answer(
        lead=lead,
        next=(f"Ask *does my case meet Level {best}?*",),
        levels=(best,),
        factors=(best.rpartition("-")[0],),
    )


def _moved(question: Question, context: Context, factor: str) -> str:
    """Return the level a factor would have one step up or down."""
    now = context.levels.get(factor, "")
    step = -1 if _DOWN.search(question.message) else 1 if _UP.search(question.message) else 0
    if not step or context.opened is None:
        return ""
    if step < 0:
        below = level_below(now, context)
        return below if below != now else ""
    ladder = next(
        (f.levels for f in context.opened.standard.factors if str(f.factor) == factor), ()
    )
    names = [level.level for level in ladder]
    place = names.index(now) + step if now in names else -1
    return names[place] if 0 <= place < len(names) else ""


def _one_more(named: list[str], context: Context) -> Answer | None:
    """Say which single step beside some levels would raise the grade they make."""
    from core.fes.whatif.thresholds import flips

    if context.opened is None:
        return None
    levels = {**context.levels, **{level.rpartition("-")[0]: level for level in named}}
    try:
        now = tried(context.opened, context.levels, named)
    except LevelError:
        return None
    steps = [
        f"Level {f.change.to_level} ({number(f.total)} points, {f.grade})"
        for f in flips(context.opened.rate(levels))
        if f.change.steps == 1 and f.direction == "up"
    ]
    beside = f"With {listed([f'Level {one}' for one in named])} it is {number(now.total)} points"
    said = f"{listed(steps, 'or')} would do it alone." if steps else "No single level would."
    short = (
        f", {number(now.margin.to_next)} short of {now.margin.next_grade}"
        if now.margin.to_next is not None
        else ""
    )
    return Answer(
        lead=f"**{said}** {beside}, {now.grade}{short}.",
        levels=tuple(named[:1]),
        trial=tuple(named),
    )


def _with(named: list[str], context: Context, wanted: tuple[int, ...] = ()) -> Answer | None:
    assert context.evaluation is not None  # noqa: S101 - checked by the caller
    now = context.evaluation
    try:
        other = tried(context.opened, context.levels, named)
    except LevelError:
        return None
    there = [level for level in named if context.levels.get(level.rpartition("-")[0]) == level]
    if set(there) == set(named):
        return as_credited(there, context)
    said = listed([f"Level {level}" for level in named])
    gain = other.total - now.total
    head = "stays" if other.grade == now.grade else "would be"
    lead = (
        f"**With {said}: {number(other.total)} points, {other.grade}.** The grade {head} "
        f"{other.grade}; now it is {number(now.total)} points, {now.grade} ({gain:+,})."
    )
    if there:
        are = "is" if len(there) == 1 else "are"
        lead += f" {listed([f'Level {level}' for level in there])} {are} credited already."
    lead += _lost(named, context)
    assert context.opened is not None  # noqa: S101 - checked by the caller
    if outside := beyond(context.opened, named):
        lead += f" Level {listed(outside)} by the Primary Standard: the standard held lacks it."
    above = other.margin.above_floor
    lead += (
        f" That is {number(above)} points above the bottom of {other.grade}."
        if above
        else f" That is exactly the bottom of {other.grade}."
    )
    if other.margin.to_next is not None:
        lead += f" {other.margin.next_grade} is {number(other.margin.to_next)} points further."
    held = other.grade.rpartition("-")[2]
    if wanted and held.isdecimal():
        kept = f"GS-{wanted[0]}" == now.grade
        yes, no = ("it stays", "it falls below") if kept else ("that reaches", "that is not yet")
        yes = "that is more than" if int(held) > wanted[0] and kept else yes
        said = f"Yes, {yes}" if int(held) >= wanted[0] else f"No, {no}"
        if kept and int(held) > wanted[0]:
            said = "The levels credited already make"
        lead = f"**{said} GS-{wanted[0]}.** {lead}"
    alone = named if len(named) > 1 else []
    each = [(level, tried(context.opened, context.levels, [level])) for level in alone]
    return Answer(
        lead=lead,
        figures=(
            *(
                f"With Level {level} alone: {number(e.total)} points, {e.grade}."
                for level, e in each
            ),
            *unusual(context, [other.grade]),
        ),
        next=_seek(named, context),
        levels=tuple(named),
        factors=tuple(level.rpartition("-")[0] for level in named[:1]),
        trial=tuple(named),
    )


def _lost(named: list[str], context: Context) -> str:
    """Say of levels that lie a step below those credited which these are."""
    stands = {level: context.levels.get(level.rpartition("-")[0], "") for level in named}
    below = [
        f"{lv} is one step below {at}"
        for lv, at in stands.items()
        if at and level_below(at, context) == lv
    ]
    return f" Level {listed(below)}, which is credited." if len(below) == 1 else ""


def _seek(named: list[str], context: Context) -> tuple[str, ...]:
    """Offer to seek what is higher than credited."""
    higher = [lv for lv in named if lv > context.levels.get(lv.rpartition("-")[0], "")]
    if not higher:
        return ("Nothing was changed in your case.",)
    return (f"Nothing was changed; *I seek Level {higher[0]}* puts it into your case.",)


TOPIC = Topic(
    id="what-if",
    title="what would change the grade",
    answer=_answer,
    order=45,
    needs=("case",),
    likes=("levels", "factors"),
    sure=_sure,
)
