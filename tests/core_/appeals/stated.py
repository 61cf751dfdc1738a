"""What the fictional appeals state, and the parts of the advice that the tests look at."""

from __future__ import annotations

from core.appeals.advice import AppealAdvice, advise
from core.appeals.effect import EffectiveDates
from core.appeals.facts import AppealFacts, parse_appeal
from core.appeals.limits import TimeLimit

GS = 'title = "A fictional position"\npay_plan = "GS"\ndisputed = ["grade"]\n'
WG = GS.replace('"GS"', '"WG"')
LOSS = "[personnel_action]\nlost_grade_or_pay = true\n"
DECIDED = "[opm_decision]\nissued = 2020-01-15\n"
CALENDAR = "[pay_periods]\nfirst_day = 2014-08-10\n"


def facts(more: str = "") -> AppealFacts:
    return parse_appeal(GS + more, where="appeal.toml")


def ask(text: str) -> AppealAdvice:
    return advise(parse_appeal(text))


def verdicts(text: str) -> dict[str, str]:
    return {ruling.issue: ruling.verdict for ruling in ask(text).issues}


def limits(text: str) -> dict[str, TimeLimit]:
    return {found.code: found for found in ask(text).time_limits}


def dates(text: str) -> EffectiveDates:
    found = ask(text).effective_dates
    assert found is not None
    return found
