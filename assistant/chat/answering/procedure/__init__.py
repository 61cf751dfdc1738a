"""What topics on procedure share: whose procedure applies, which day, limits, what is at stake.

A day is read from the question, else from a fact of the open case. "Last month" is any day of
that month, so what is counted from it is a range; nothing here computes a limit itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

from assistant.chat.answering.procedure.days import told_days
from assistant.chat.reading.dates import DAYS_OF, named_days
from assistant.chat.reading.numbers import CARDINALS, alternation, whole
from assistant.chat.reading.turns.limits.beside import (
    OF_A_LETTER,
    Beside,
    days_beside,
    limits_in,
    of_lowering,
    of_receipt,
)
from assistant.text import in_words
from core.law.holidays import not_worked, worked_before
from core.law.rulebook import word
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.appeals.facts import AppealFacts
    from core.appeals.limits import TimeLimit
    from core.model import Fact

Track = Literal["gs", "fws"]

_LOWERED = pattern(
    r"\b(?:lower|reduc|downgrad|demot|reclassif|took effect|effective|sf[- ]?50)", re.IGNORECASE
)
_SPAN = pattern(
    rf"\b(?P<n>\d{{1,3}}|an?|{alternation(CARDINALS)})(?P<half>[\s-]+and a half)?[\s-]+"
    r"(?P<unit>day|week|month|year)s?\b(?P<half_after> and a half)?",
    re.IGNORECASE,
)
_MONTHS_OF = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Event:
    """The day something happened, or the days between which it did.

    ``stated`` is whether the question or the case names the day itself; ``whose`` says which.
    ``notice`` is whether it is only the day of a notice, and the action comes later.
    """

    earliest: date
    latest: date
    stated: bool
    whose: Literal["question", "case"]
    notice: bool = False

    @property
    def exact(self) -> bool:
        """Return whether one day is known."""
        return self.earliest == self.latest


def track(question: Question, context: Context) -> Track:
    """Return whose procedure applies: the system named now or before, else the case's, or GS."""
    case = context.case
    plan = question.pay_plan or context.memory.pay_plan
    if not plan and case is not None:
        plan = case.current.pay_plan.upper()
    if not plan and context.held is not None:
        plan = context.held.pay_plan.upper()
    if plan in {"", "GS"}:
        return "gs"
    from core.law.pay_systems import FWS_PLANS

    return "fws" if plan in FWS_PLANS else "gs"


def asked_on(question: Question, context: Context) -> date:
    """Return the day on which the question is asked: the one it says is today, else today's."""
    for one in told_days(question.around or question.message, context.today):
        if one.of == "today":
            return one.day
    return context.today


def event(
    question: Question, context: Context, *, lowering: bool = False, received: bool = False
) -> Event | None:
    """Return when what is asked about happened, from the question, else from the case's facts.

    Args:
        question: What is asked.
        context: The case and today's day.
        lowering: Whether the event is that a grade was lowered, whose day the case may hold; no
            other limit runs from that day.
        received: Whether the event is that a decision came, which was made on another day.
    """
    text, today = question.around or question.message, asked_on(question, context)
    told = [one for one in told_days(text, context.today) if one.of == "event"]
    lowered = _lowered_on(text, context) if lowering else None
    if lowering and lowered is not None and question.dates:
        return Event(lowered.day, lowered.day, True, "question", lowered.word in OF_A_LETTER)
    if received:
        # On a day on which somebody filed no decision came.
        came = of_receipt(days_beside(text, context.today))
        told = [one for one in told if came is not None and one.day == came.day]
    for one in () if lowering else told:
        return Event(one.day, one.day, stated=True, whose="question")
    from_case = _in_case(context) if lowering else None
    if from_case is not None:
        return from_case
    if question.since is None or (lowering and lowered is None):
        return None
    notice = lowered is not None and lowered.word in OF_A_LETTER
    if re.search(r"\blast month\b", text, re.IGNORECASE):
        last = today.replace(day=1) - timedelta(days=1)
        return Event(last.replace(day=1), last, False, "question", notice)
    if re.search(r"\blast week\b", text, re.IGNORECASE):
        monday = today - timedelta(days=today.weekday() + 7)
        return Event(monday, monday + timedelta(days=6), False, "question", notice)
    return Event(question.since, question.since, False, "question", notice)


def _lowered_on(text: str, context: Context) -> Beside | None:
    """Return the day that a text says a grade was lowered on, or that of the notice."""
    told = {one.day: one.of for one in told_days(text, context.today)}
    days = [
        one
        for one in days_beside(text, context.today)
        if told.get(one.day, "event") in {"event", "done"}
    ]
    counted = limits_in(days, context.memory.limits)
    known = case_action(context) is not None
    return of_lowering([one for one in days if one not in counted], known=known)


def _in_case(context: Context) -> Event | None:
    """Return the day on which the case's facts say a grade was lowered."""
    found = case_action(context)
    return None if found is None else Event(found[1], found[1], stated=True, whose="case")


def case_action(context: Context) -> tuple[Fact, date] | None:
    """Return the fact of the reader's case that says a grade was lowered, with its day."""
    if context.case is None or not context.own:
        return None
    # A later fact corrects an earlier one.
    for fact in reversed(context.case.facts):
        days = named_days(fact.text, context.today)
        if days and _LOWERED.search(fact.text):
            # The day that stands nearest after the word is the day of the action.
            after = [d for start, _, d in days if _LOWERED.search(fact.text[:start])]
            return fact, (after or [d for _, _, d in days])[0]
    return None


def months_named(question: Question) -> int | None:
    """Return the longest stretch of time a question names, in months: "two years" is 24."""
    found = []
    for match in _SPAN.finditer(question.message):
        number = 1 if match["n"].lower() in {"a", "an"} else whole(match["n"])
        unit = match["unit"].lower()
        if number is not None:
            months = _MONTHS_OF.get(unit)
            half = months // 2 if months and (match["half"] or match["half_after"]) else 0
            found.append(number * months + half if months else number * DAYS_OF[unit] // 30)
    return max(found, default=None)


def facts_of(question: Question, context: Context, **parts: Any) -> AppealFacts:
    """Return appeal facts for what a question states, on the track that applies.

    Args:
        question: The question, for the day on which it is asked.
        context: The case's pay plan counts where the question names none.
        parts: Further fields, such as ``personnel_action={"effective": day}``.
    """
    from core.appeals.facts import AppealFacts

    plan = "WG" if track(question, context) == "fws" else "GS"
    given = {"title": "the question", "pay_plan": plan, "disputed": ("grade",), **parts}
    return AppealFacts.model_validate(given)


def limit_of(code: str, facts: AppealFacts) -> TimeLimit | None:
    """Return the core's time limit of some code for stated facts, or None when it has none."""
    from core.appeals.issues import rule_on_issues
    from core.appeals.limits import time_limits

    found = time_limits(facts, rule_on_issues(facts))
    return next((limit for limit in found if limit.code == code), None)


def number(code: str) -> int:
    """Return the number in a rule of the core, such as 15 (calendar days)."""
    from core.law.rules import deciding

    return deciding(code).number


def counted(code: str) -> str:
    """Return the number in a rule as a word where it is small: ``two`` (years)."""
    return word(number(code))


def state_of(last: date, today: date) -> str:
    """Say how a last day stands to today: ``in 3 days``, ``today``, ``8 days ago``."""
    left = (last - today).days
    if left == 0:
        return "today"
    days = f"{abs(left)} day{'' if abs(left) == 1 else 's'}"
    return f"in {days}" if left > 0 else f"{days} ago"


@dataclass(frozen=True, slots=True)
class Stakes:
    """What an appeal puts at stake in the open case: a lead and the core's figures."""

    lead: str
    figures: tuple[str, ...]


AT_RISK = "**Your grade is at risk.**"
"""What the stakes begin with when the levels credited give less than the grade held."""


def stakes(context: Context) -> Stakes | None:
    """Return what is at stake, measured from the grade held; None without an own, scored case."""
    from core.appeals.stakes import stakes as worked_out
    from core.fes.opened import open_case

    if context.case is None or context.evaluation is None or not context.own:
        return None
    found = worked_out(open_case(context.case), context.levels)
    if found is None:
        return None
    finding = f"the levels credited total {found.total:,} points, {found.found}"
    if found.direction < 0:
        lead = f"{AT_RISK} You hold {found.held}, but {finding}: the same finding by OPM lowers it."
    elif found.direction > 0:
        lead = f"**{finding[0].upper()}{finding[1:]}, above the {found.held} you hold.**"
    else:
        above = context.evaluation.margin.above_floor
        lead = (
            f"**{finding[0].upper()}{finding[1:]}, only {above:,} above its lowest total:** if OPM "
            f"takes away more than {above:,} points, the grade falls."
        )
    if found.best is not None and found.best_total is not None:
        lead += f" All you seek gives {found.best_total:,} points, {found.best}."
    # What the lead has said is not said again.
    lines = tuple(f"**{line.head}** {line.text}" for line in found.lines if line.code != "held")
    return Stakes(lead, lines)


def kept_through(day: date) -> date | None:
    """Return the last day of a grade kept from a day on by someone entitled to keep it."""
    from core.appeals.retention import RetentionFacts, retain

    advice = retain(
        RetentionFacts(
            cause="reclassification",
            action_effective=day,
            position_at_grade_since=day - timedelta(days=3 * 366),
            lower_graded=True,
            covered_pay_systems=True,
            stays_in_position=True,
            exclusions=(),
        )
    )
    return advice.through


def last_days(
    code: str,
    question: Question,
    context: Context,
    section: str,
    name: str,
    *,
    plan: str = "",
    **more: Any,
) -> tuple[date, date] | None:
    """Return the earliest and the latest last day of a limit that runs from the event told.

    Args:
        code: The limit, such as ``"reconsideration"``.
        question: What is asked; its day, or the case's, is the event.
        context: The case and today's day.
        section: The part of the appeal's facts that takes the day, such as ``opm_decision``.
        name: The field in it, such as ``issued``.
        plan: The pay plan to count for; empty means the one that applies.
        more: Further fields of that part.
    """
    lowering = section == "personnel_action"
    received = name == "decision_received"
    when = event(question, context, lowering=lowering, received=received)
    if when is None:
        return None
    found = []
    for day in (when.earliest, when.latest):
        part = {name: day, **more}
        given = {section: part} | ({"pay_plan": plan} if plan else {})
        limit = limit_of(code, facts_of(question, context, **given))
        if limit is None or limit.last_day is None:
            return None
        found.append(limit.last_day)
    return found[0], found[1]


def first_filing_ends(question: Question, context: Context) -> tuple[date, date] | None:
    """Return the last day on which a first filing keeps lost pay, on the track that applies."""
    if track(question, context) == "fws":
        found = last_days(
            "fws-retroactive-filing", question, context, "personnel_action", "effective"
        )
        if found is not None:
            return found
    return last_days(
        "retroactive-first-filing", question, context, "personnel_action", "effective", plan="GS"
    )


def ends(last: tuple[date, date], today: date, *, about: bool = False) -> str:
    """Say when a limit ends or ended: "ended on August 25, 2025 (8 days ago)".

    Args:
        last: The earliest and the latest day that can be the last one.
        today: The day on which it is asked.
        about: Whether the day was told only loosely, such as "three weeks ago".
    """
    early, late = last
    verb = "ended" if late < today else "end"
    if early != late:
        return f"{verb} between {in_words(early)} and {in_words(late)}"
    if about:
        return f"{verb} about {in_words(late)}"
    if late >= today and (why := not_worked(late)):
        # No rule held here moves a last day that is not worked.
        safe = worked_before(late)
        named = (
            f"{late:%A}, {in_words(late)}" if why.startswith("a ") else f"{in_words(late)}, {why}"
        )
        return (
            f"{verb} on {named} ({state_of(late, today)}); to be safe, act by {safe:%A}, "
            f"{in_words(safe)}"
        )
    return f"{verb} on {in_words(late)} ({state_of(late, today)})"


def control_share() -> float:
    """Return the least share of time, in percent, from which work can control the grade."""
    from core.law.rules import mixed_rules

    return float(mixed_rules()["quarter"].number)
