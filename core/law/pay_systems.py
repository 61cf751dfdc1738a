"""Which pay system a job is in: the criteria used here grade work of the General Schedule alone.

Trades, crafts and manual labor are exempt from the General Schedule, and graded by the job grading
standards of the Federal Wage System (5 U.S.C. 5102(c)(7); Introduction to the Position
Classification Standards, Section IV, p. 20). No points of factor levels are a grade there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from core.errors import CaseError
from core.law.rulebook import cite
from core.model import GENERAL_SCHEDULE

if TYPE_CHECKING:
    from core.model import Classification, NoticeData

FWS_PLANS: Final = frozenset({"WG", "WL", "WS", "NA", "NL", "NS"})
"""Pay plans of the Federal Wage System whose appeals are decided under 5 CFR 532."""

COVERAGE: Final = cite("introduction", "20", "Section IV.A")

_WAGE_CODE: Final = rf"(?:{'|'.join(sorted(FWS_PLANS))})\s?-?\s?\d{{4}}(?:\s?[-/]\s?\d{{1,2}})?"
_WAGE_WORK: Final = re.compile(
    rf"\A\W*(?:\(?[A-Za-z0-9]{{1,2}}[.)]\s*)?(?P<first>{_WAGE_CODE})(?=\s*[.,:;(–—]|\s*$)|"
    rf"\b(?P<named>{_WAGE_CODE})\s+(?:work|duties|assignments?|portion|part)\b",
    re.MULTILINE,
)


_BRACKETED: Final = re.compile(rf"\((?P<code>{_WAGE_CODE})\)\W*\Z")
_OF_OTHERS: Final = re.compile(
    r"\b(?:supervis|lead|direct|overse|manag|assign|train|instruct|rat(?:es|ing)|schedul|advis|"
    r"help|assist|review|evaluat|hir(?:es|ing))\w*",
    re.IGNORECASE,
)
"""What is done with those who do the work that a code in brackets names."""


def other_plan(pay_plan: str) -> str:
    """Say that the criteria held grade no position of a pay plan beside the General Schedule."""
    plan = pay_plan.upper()
    if plan in GENERAL_SCHEDULE:
        return ""
    return (
        f"The pay plan held is {plan}. The criteria used here are the General Schedule's: what "
        "they come to is no grade of that pay plan."
    )


def other_plan_notice(pay_plan: str) -> NoticeData | None:
    """Return :func:`other_plan` as the warning that an evaluation carries."""
    message = other_plan(pay_plan)
    if not message:
        return None
    return {
        "code": "other-pay-plan",
        "severity": "warning",
        "message": message,
        "citation": COVERAGE,
    }


def wage_job(current: Classification, requested: Classification | None = None) -> str:
    """Return what a wage job is called, such as ``WG-3703-10``; empty for any other position.

    Where the General Schedule is asked for, the criteria may be tried on the work: whether it
    belongs there is then the question.
    """
    if current.pay_plan.upper() not in FWS_PLANS:
        return ""
    asks = requested is not None and (requested.series or requested.grade is not None)
    if asks and requested is not None and requested.pay_plan.upper() in GENERAL_SCHEDULE:
        return ""
    return current.model_copy(update={"title": ""}).label()


def wage_work(text: str) -> str:
    """Return the code by which a duty says that it is work of the wage system; empty if it is not.

    Those whom somebody supervises are named by such codes as well; that makes no duty wage work.
    """
    found = _WAGE_WORK.search(text)
    if found is not None:
        return " ".join((found["first"] or found["named"]).split())
    behind = _BRACKETED.search(text)
    return "" if behind is None or _OF_OTHERS.search(text) else " ".join(behind["code"].split())


def not_graded(named: str, *, where: str = "") -> CaseError:
    """Return the refusal to apply criteria of the General Schedule to wage work."""
    return CaseError(
        f"{named} is work of the Federal Wage System, and no criteria of the General Schedule "
        "grade it",
        where=where,
        hint="Its job grading standard does, which is not held here. Which pay system covers a "
        "position is decided first, by the knowledge its primary duty cannot be done without "
        '(Introduction, pp. 20-24); a case that asks for it (requested: pay_plan = "GS" with a '
        "series or grade) can be tried by these criteria.",
    )
