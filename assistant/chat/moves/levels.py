"""Levels a person says stand, are asked for, or are no longer in dispute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import as_in, listed
from assistant.chat.answering.reckoning.arithmetic import alternatives
from assistant.chat.answering.reckoning.stated import apart, stated
from assistant.chat.model import Answer
from assistant.chat.moves import edits
from assistant.chat.moves.findings import ONCE, outcome
from assistant.chat.reading.turns.changed.totals import summed
from assistant.chat.reading.turns.values import factors_of, says_more
from assistant.text import number
from core.standards.reading import load_standard

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from core.model import Evaluation

_SEEK = re.compile(
    r"\b(?:seeks?|want|ask(?:ing)? for|request(?:ing)?|claim(?:ing)?|should (?:be|get|have))\b"
    r"[^,;.]*\b[1-9][ab]?\s?-\s?[\da-d]\b|"
    r"\b[1-9][ab]?\s?-\s?[\da-d]\b[^,;.]*\b(?:sought|wanted|requested|claimed)\b",
    re.IGNORECASE,
)
_OTHERS_SAY = re.compile(
    r"\b(?:they|hr|opm|management|(?:the |my |our )?(?:agency|classifier|personnel(?: office)?))"
    r"(?: all| both| now| just| keep| still)* (?:say|says|said|saying|think|thinks|"
    r"thought|find|finds|found|feel|feels|believe|believes|claim|claims|insist|insists|argue|argues)\b",
    re.IGNORECASE,
)
"""What somebody else holds a level to be: "they say scope should be 5-3"."""
_RECORD = re.compile(
    r"\b(?:set|change)\b(?=.{0,40}(?<![\w-])\d[ab]?-[\da-d]\b)|"
    r"\b(?:credit(?:s|ed)?|record(?:s|ed)?|gave|gives|assigned|found|"
    r"rated|level of record)\b|\bmy (?:\w+ )?levels? (?:is|are|were|have been)\b|"
    r"\bmy (?:factors?|levels?)(?: levels?)?\s*(?::|are\b|is\b)",
    re.IGNORECASE,
)


_OPINION = re.compile(
    r"\b(?:i (?:think|feel|believe|guess|doubt)|in my (?:view|opinion)|seems?|too (?:low|high)|"
    r"not enough)\b",
    re.IGNORECASE,
)
"""What is thought of a level, which puts none on record."""
_SUPPOSED = re.compile(
    r"\b(?:if|suppose|supposing|say) (?:they|hr|i|we|it|the \w+)\b|"
    r"\b(?:do|would|will|am) i (?:still |then )?(?:stay|be|remain|keep|get)\b",
    re.IGNORECASE,
)
"""What is only supposed of a level."""
_INSTEAD = re.compile(
    r"(?<![\w-])(\d-[\da-d])\b,?\s+(?:and\s+)?(?:not|instead of|rather than)\s+"
    r"(\d-[\da-d])(?![\w-])",
    re.IGNORECASE,
)


def is_seek(question: Question) -> bool:
    """Tell whether a message says which level is asked for, and not what others say of one."""
    text = question.message
    named = bool(question.levels) and not question.asks
    return named and bool(_SEEK.search(text)) and not _OTHERS_SAY.search(text)


def is_record(question: Question) -> bool:
    """Tell whether a message says which level stands."""
    plain = not question.asks or question.message.lower().startswith(("set ", "change ", "record "))
    text = question.message
    return (
        bool(question.levels)
        and plain
        and not _SUPPOSED.search(text)
        and bool(_RECORD.search(text) and not _OPINION.search(text))
    )


def corrected(engine: Conversation, question: Question) -> Question | None:
    """Return a message that puts a level in the place of one of record with the right one only."""
    found = _INSTEAD.search(question.message)
    case = engine.case
    if question.asks or case is None or engine.example:
        return None
    if found is None:
        return None
    right, wrong = (part.upper() for part in found.groups())
    if wrong not in case.levels.values() or right.partition("-")[0] != wrong.partition("-")[0]:
        return None
    return replace(question, levels=(right,), factors=(right.partition("-")[0],))


def goes_on(engine: Conversation, question: Question) -> bool:
    """Tell whether a message gives nothing but further levels of a case that lacks some."""
    case = engine.case
    own = engine.giving or (case is not None and not engine.example and engine.recording)
    if not (own and question.levels) or question.asks or engine.evaluation is not None:
        return False
    # Several levels with the names of their factors are given as well.
    return len(question.levels) > 1 or not says_more(question)


def seek(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Change the level the employee asks for."""
    yield from _set_levels(engine, question, sought=True)


def record(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Change the level of record."""
    yield from _set_levels(engine, question, sought=False)


def _set_levels(
    engine: Conversation, question: Question, *, sought: bool
) -> Iterator[Event | Answer]:
    if not engine.recording:
        named = listed([f"Level {level}" for level in question.levels])
        lines = _prospects(engine, question.levels)
        yield Answer(lead=f"{ONCE} You name {named}.", figures=tuple(lines), levels=question.levels)
        return
    case = engine.case or edits.begun(question.message)
    if engine.case is None:
        case = case.model_copy(update={"facts": ()})
    before = engine.evaluation
    standard = load_standard(case.standard, case.as_of)
    given = [as_in(standard, level) for level in question.levels]
    named = listed([f"Level {level}" for level in given])
    for level in given:
        case = edits.with_level(case, level, sought=sought)
    if case == engine.case:
        lead = "That is on record already; nothing was changed."
    else:
        yield from engine.change(case)
        what = "Sought" if sought else "Level of record"
        lead = f"{what}: {named}. Say *undo* to take it back."
        if not sought and before is None and engine.evaluation is not None:
            lead = f"{_complete(engine.evaluation, question.message)} {lead}"
    lines = _prospects(engine, question.levels) if sought else outcome(engine, before)
    steps: tuple[str, ...] = ()
    if sought:
        steps = (
            f"Seeking credits nothing by itself: *argue Level {question.levels[0]} both ways*.",
        )
    elif engine.evaluation is None:
        engine.giving = True
        missing = [str(n) for n in range(1, 10) if str(n) not in case.levels]
        steps = (f"Levels are still missing for Factors {listed(missing)}.",)
    yield Answer(
        lead=lead,
        figures=tuple(lines),
        next=steps,
        levels=question.levels,
        factors=question.factors,
    )


def _complete(evaluation: Evaluation, message: str) -> str:
    """Say what the levels come to, once the last one that was missing is there."""
    told = {one.level: one.points for one in evaluation.factors}
    other = apart(stated(message), told, evaluation.total)
    lead = f"**{number(evaluation.total)} points: {evaluation.grade}.** Every factor has a level."
    return f"{lead} {other}" if other else lead


def _prospects(engine: Conversation, sought: tuple[str, ...]) -> list[str]:
    """Say what each level sought would bring, for seeking credits nothing."""
    if engine.opened is None or engine.standing is None or engine.evaluation is None:
        return []
    evaluation, levels = engine.evaluation, engine.standing.levels
    credited = [level for level in sought if level in levels.values()]
    lines = [f"Level {level} is credited already." for level in credited]
    others = alternatives(engine.opened, levels, [s for s in sought if s not in credited])
    lines += [
        f"If Level {level} were credited: {number(other.total)} points, **{other.grade}**, "
        f"against {number(evaluation.total)} points, {evaluation.grade}, now."
        for level, other in others
    ]
    return lines


def drop(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Take a factor out of dispute."""
    if engine.case is None and (total := summed(question, engine.context())) is not None:
        # "Drop the 8-2" is said of levels added up.
        yield engine.answer_to(*total)
        return
    if engine.case is None:
        yield Answer(lead="No case is open, so nothing is in dispute.")
        return
    there = [f for f in named(question) if f in engine.case.sought]
    if not there:
        unknown = listed(named(question))
        yield Answer(lead=f"Factor {unknown} is not in dispute; nothing was changed.")
        return
    dropped = listed([f"Factor {f} (Level {engine.case.sought[f]})" for f in there])
    if not engine.recording:
        yield Answer(lead=f"{ONCE} It would drop {dropped}.")
        return
    yield from engine.change(edits.without_sought(engine.case, there))
    left = listed([f"Level {level}" for level in engine.case.sought.values()]) or "nothing"
    yield Answer(
        lead=f"Dropped: {dropped} is not sought any more. Still sought: {left}. "
        "Say *undo* to take it back."
    )


def restore(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Put back into dispute what was dropped in this conversation."""
    case = engine.case
    past = [one.sought for one, _ in reversed(engine.past) if one is not None]
    found = [
        level for f in named(question) if (level := next((s[f] for s in past if f in s), None))
    ]
    if case is None or not found:
        unknown = listed(named(question))
        yield Answer(lead=f"Factor {unknown} was not in dispute here before; nothing was changed.")
        return
    yield from seek(engine, replace(question, levels=tuple(found)))


def named(question: Question) -> tuple[str, ...]:
    """Return the factors a message names, by number, by name or by one word of the name."""
    return question.factors or factors_of(question.message)
