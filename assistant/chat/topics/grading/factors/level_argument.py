"""A contested level argued both ways: what decides it, what the case says, what it would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.argue.evidence import gather
from assistant.chat.answering.kit import level_of, level_words, listed, primary, standard_of
from assistant.chat.answering.reckoning.arithmetic import alternatives, decision_levels
from assistant.chat.answering.statements import of_refusal
from assistant.chat.composing.layout import at_stake
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import escape

if TYPE_CHECKING:
    from core.standards.criteria import Factor, Level
    from index.models import Decision


def _answer(question: Question, context: Context) -> Answer | None:
    from core.fes.grading import evaluate_levels

    if not question.levels:
        return None
    asked = max(question.levels, key=lambda level: level.rpartition("-")[2])
    standard = standard_of(question, context)
    found = level_of(standard, asked)
    if found is None:
        standard = primary(context)
        found = level_of(standard, asked)
    if found is None:
        return None
    factor, level = found
    lead = (
        _standing(context, level)
        or _decided(context, level, question.decision)
        or _line(factor, level)
    )
    figures: tuple[str, ...] = ()
    whose, evaluation = "", None
    if context.opened is not None and context.evaluation is not None:
        known = [asked] if _known(context, asked) else []
        others = alternatives(context.opened, context.levels, known)
        figures = (at_stake(context.evaluation, others),)
    decision = _of_decision(context, asked, question)
    levels = decision_levels(decision) if decision is not None else None
    if decision is not None and levels is not None:
        evaluation = evaluate_levels("fes-primary", levels)
        figures = (at_stake(evaluation, alternatives(None, levels, [asked])),)
        number = escape(decision.decision_number or decision.document)
        whose = f"The position of {number}, not yours: its levels scored by the core"
    step = "Open your case, or tell me about your work, to set it against this level."
    return Answer(
        lead=lead,
        words=(level_words(standard, level),) if not context.library else (),
        figures=figures,
        whose=whose,
        evaluation=evaluation,
        next=(step,) if context.case is None else (),
        levels=(level.level,),
        factors=(str(factor.factor),),
        argue=(level.level,),
    )


def _known(context: Context, level: str) -> bool:
    return context.opened is not None and level_of(context.opened.standard, level) is not None


def _standing(context: Context, level: Level) -> str:
    """Say which level the core credits the case with, and why."""
    if context.standing is None:
        return ""
    factor = level.level.rpartition("-")[0]
    for credit in context.standing.credits:
        if str(credit.factor) == factor:
            verdict = "is credited" if credit.level == level.level else "is not credited"
            return (
                f"**Level {level.level} {verdict}; Level {credit.level} stands.** "
                f"{escape(credit.reason)}"
            )
    return ""


def _decided(context: Context, level: Level, named: str) -> str:
    """Say how the decisions held ruled on a level; of one that is named, only that one."""
    if context.library is None:
        return ""
    said, why = [], ""
    for decision in context.library.decisions():
        if named and decision.decision_number != named:
            continue
        for record in decision.rated():
            number = escape(decision.told)
            if record.refuses(level.level):
                credited = f" and credited Level {record.credited}" if record.credited else ""
                said.append(f"{number} refused Level {level.level}{credited}")
                reason = of_refusal(decision.decision_number, level.level, context.library.home)
                why = why or (f"{number}: {reason.text} " if reason is not None else "")
            elif record.credits(level.level):
                said.append(f"{number} credited Level {level.level}")
    if not said:
        return ""
    if len(said) == 1 and why:
        # Why it was refused is what is asked; that it was comes second.
        return f"**{why.strip()}** {said[0]}. Level {level.level} asks: {level.summary}"
    return f"**{listed(said[:3])}.** Level {level.level} asks: {level.summary}"


def _line(factor: Factor, level: Level) -> str:
    """Say what separates a level from the one below it."""
    place = factor.levels.index(level)
    if not place:
        return f"Level {level.level} is the lowest of Factor {factor.factor}: {level.summary}"
    below = factor.levels[place - 1]
    return (
        f"It turns on whether the work goes beyond Level {below.level} and meets Level "
        f"{level.level} in full. Level {below.level}: {below.summary} Level {level.level}: "
        f"{level.summary}"
    )


def _of_decision(context: Context, asked: str, question: Question) -> Decision | None:
    """Return the decision the figures are of, when no case is open: the one that is meant."""
    if context.library is None or context.case is not None:
        return None
    found = gather(
        context.library,
        asked,
        message=question.message,
        case=None,
        decision=question.decision,
    )
    return found.decisions[0] if found.decisions else None


TOPIC = Topic(
    id="level-argument",
    title="the argument for and against a level",
    answer=_answer,
    needs=("levels",),
    likes=("decision",),
)
