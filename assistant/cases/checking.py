"""What a case lacks and what in it does not add up: :func:`check_case`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assistant.cases.questions import open_questions
from core.errors import InputError
from core.fes.cases import check_shares
from core.fes.opened import open_case
from core.fes.whatif.partial import OpenFactor, evaluate_partial, is_partial
from core.law.pay_systems import FWS_PLANS, not_graded, wage_job
from core.model import GENERAL_SCHEDULE, Case, Frozen

_WHOLE: Final = 100
_OF_FACTORS: Final = ("levels", "facts.")
"""Fields that are asked about for the sake of a factor's level."""
_ROOM: Final = 0.6


class Lacking(Frozen):
    """Something a case does not say yet: its field and the question that would fill it."""

    field: str
    text: str


class CaseCheck(Frozen):
    """What was found: problems to mend, what is lacking, open factors and grades still possible.

    ``whole`` says that every factor has a level, so that the case scores. ``elsewhere`` says what
    grades a job that none of the criteria here grade; empty for any other.
    """

    whole: bool
    problems: tuple[str, ...]
    lacking: tuple[Lacking, ...]
    open_factors: tuple[OpenFactor, ...]
    grades: tuple[str, ...]
    elsewhere: str = ""


def check_case(case: Case) -> CaseCheck:
    """Return what a case lacks and what does not add up.

    Raises:
        StandardError: the case's standard is unknown or not in force on its date.
    """
    problems = list(_problems(case))
    opened = open_case(case)
    partial = None
    wage = wage_job(case.current, case.requested)
    # Levels of the General Schedule grade no job of another pay plan, so none are missing there,
    # unless a wage job is held to belong in the General Schedule.
    by_levels = case.current.pay_plan.upper() in GENERAL_SCHEDULE | FWS_PLANS
    graded = not wage and (bool(case.levels) or by_levels)
    try:
        if graded and is_partial(opened):
            partial = evaluate_partial(opened)
    except InputError as error:
        problems += error.sentence().splitlines()
    return CaseCheck(
        whole=graded and partial is None and not problems,
        problems=tuple(problems),
        lacking=tuple(
            Lacking(field=one.field, text=one.text)
            for one in open_questions(case)
            if partial is not None or not one.field.startswith(_OF_FACTORS)
        ),
        open_factors=partial.missing if partial is not None else (),
        grades=partial.grades if partial is not None else (),
        elsewhere=not_graded(wage).sentence() if wage else "",
    )


def _problems(case: Case) -> Iterator[str]:
    try:
        check_shares(case, "")
    except InputError as error:
        yield error.sentence()
    for name, side in (
        ("percent_employee", "by the employee's estimate"),
        ("percent_supervisor", "by the supervisor's estimate"),
    ):
        shares = [getattr(one, name) for one in case.duties]
        known = [one for one in shares if one is not None]
        if not known:
            continue
        total = sum(known)
        if len(known) < len(shares):
            count = len(shares) - len(known)
            duties = "duty has" if count == 1 else "duties have"
            yield f"{count} {duties} no share of time {side}."
        elif total < _WHOLE - _ROOM:
            yield f"The shares of time {side} add up to {total:g} percent, less than 100."
    shares = [
        share for one in case.duties for share in (one.percent_employee, one.percent_supervisor)
    ]
    if case.duties and not any(share is not None for share in shares):
        yield "No duty has a share of time."
    asked, held = case.requested, case.current
    same = asked.grade is not None and asked.grade == held.grade
    if same and asked.series in ("", held.series):
        yield "What is asked for is what is held: the same grade and series."
