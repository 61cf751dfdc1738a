"""Who counts in the base of the work supervised: contractors, the independent, subordinate chiefs.

The supervisory guide counts the work of contractors like that of employees, leaves out a grade
that rests on extraordinary independence, and leaves out supervising and leading, not the technical
work that chiefs do themselves (p. 22). What that makes of a headcount told, the core decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.kit import guide_rule
from assistant.chat.answering.named.supervising import workload
from assistant.chat.model import Answer
from assistant.chat.reading.numbers import CARDINALS, SHARES, alternation, whole
from core.errors import AppError
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.supervisory.parts import Work

_SENTENCE: Final = pattern(r"(?<=[.;?!])\s+")
_CLAUSE: Final = pattern(r"(?<=[.;?!,])\s+|\s+(?:and|but|plus)\s+(?=[^,.;]*\bcontract)")
CONTRACT: Final = pattern(
    r"\bcontractors?'?s?\b|\bcontracted\b|\bcontract (?:staff|employees?|people|workers?|personnel|"
    r"workforce|work|support|positions?)\b|\bvendors?'?\b",
    re.IGNORECASE,
)
_SHARE: Final = pattern(
    rf"\b(?P<p>\d{{1,3}}(?:\.\d+)?)\s?(?:%|percent\b|pct\b)|\b(?P<w>{alternation(SHARES)})\b",
    re.IGNORECASE,
)
_HEADS: Final = pattern(
    rf"(?<![-\w])(?P<n>\d{{1,3}}|{alternation(CARDINALS)})\s+(?:(?:gs[\s-]*\d{{1,2}}|\w+)\s+)?"
    r"(?:contract\w*|vendors?)\b",
    re.IGNORECASE,
)
_GRADE: Final = pattern(
    r"\b(?:gs[\s-]*|an?\s+|at\s+(?:about\s+)?(?:an?\s+)?)(?P<g>1[0-5]|[1-9])(?:'?s)?\b"
    r"(?!\s*(?:%|percent|pct))",
    re.IGNORECASE,
)
_OF_STAFF: Final = pattern(
    rf"\b(?:\d{{1,3}}|{alternation(CARDINALS)})\s+(?:gs[\s-]*)?(?:1[0-5]|[1-9])(?:'?s)?\b"
    r"(?!\s*(?:%|percent|pct|contract))",
    re.IGNORECASE,
)
INDEPENDENT: Final = pattern(
    r"\bindependen\w*|\bunsupervised\b|\bautonom\w*|\b(?:on|of) (?:his|her|their) own\b|"
    r"\b(?:no|little|without(?: any)?|hardly any|minimal|zero|not? much|less) supervis\w+|"
    r"\bwithout me\b",
    re.IGNORECASE,
)
_THOSE: Final = pattern(
    rf"\b(?:(?P<n>\d{{1,2}}|{alternation(CARDINALS)})\s+(?:of\s+)?)?"
    r"(?:(?:the|my|our|his|her|their|those|all)\s+)*(?:gs[\s-]*)?(?P<g>1[0-5]|[4-9])(?:'?s)?\b"
    r"(?!\s*(?:%|percent|pct|people|positions))",
    re.IGNORECASE,
)
_COUNTED: Final = pattern(
    r"\bbase\b|\bcount\w*|\bleft out\b|\bleav\w+ (?:\w+ )?out\b|\bexclud\w*|\bfactor (?:5|five)\b",
    re.IGNORECASE,
)
CHIEFS: Final = pattern(
    r"\b(?:chiefs?|supervisors?|team leads?|unit leads?|leads|leaders?|heads|foremen)\b"
    r".{0,70}\b(?:technical|hands[- ]on|casework|cases|nonsupervisory|non-supervisory|own (?:work|"
    r"projects|caseload)|analyst work|specialist work|production)\b|"
    r"\bthey (?:all |both |mostly |still )?(?:do|spend|say|carry|handle|work)\b.{0,50}\b(?:"
    r"technical|hands[- ]on|casework|non-?supervisory|own (?:work|projects|caseload))\b",
    re.IGNORECASE,
)
_CHIEFS_COUNT: Final = pattern(
    r"\b(?:do|does|are|should|can|will)\b.{0,30}\b(?:chiefs?|supervisors?|leads|leaders|heads)\b"
    r".{0,40}\b(?:count\w*|included|in (?:the|my) base|left out)\b",
    re.IGNORECASE,
)
YEAR: Final = 2_080
"""Hours of a year's full-time work, in which positions are counted as work."""
AS_SAID: Final = {"support": " support staff", "leader": " leaders"}
"""How work that is left out is told, by why it is."""


@dataclass(frozen=True, slots=True)
class Contract:
    """Work of contractors as told: its grade, and its share of the whole or their number."""

    grade: int
    share: Fraction | None = None
    heads: int = 0

    @property
    def told(self) -> str:
        """The same in words that are read again."""
        if self.share is None:
            return f"{self.heads} contractors work at GS-{self.grade}"
        return f"contractors do {float(self.share):g} percent of the work at GS-{self.grade}"


def contract(text: str) -> Contract | None:
    """Return the contractors' work that a message tells with its grade, or None."""
    for cut in (_CLAUSE, _SENTENCE):
        for clause in cut.split(text):
            if not CONTRACT.search(clause):
                continue
            # "Six GS-12 and three contractors": that grade is the staff's own.
            theirs = _OF_STAFF.sub(" ", clause) if cut is _SENTENCE else clause
            grade, share, heads = (
                _GRADE.search(theirs),
                _SHARE.search(clause),
                _HEADS.search(clause),
            )
            if grade is None:
                continue
            if share is not None:
                amount = share["p"] or SHARES[share["w"].lower()]
                return Contract(int(grade["g"]), Fraction(amount).limit_denominator(1000))
            if heads is not None:
                return Contract(int(grade["g"]), heads=whole(heads["n"]) or 0)
    return None


def without(text: str, left_out: re.Pattern[str]) -> str:
    """Return a message without the clauses that hold some words."""
    kept = [clause for clause in _CLAUSE.split(text) if not left_out.search(clause)]
    return " ".join(kept)


def who_counts(question: Question, context: Context) -> Answer | None:
    """Return what becomes of the base by who does the work; None when nothing of it is told."""
    text = question.around or question.message
    if INDEPENDENT.search(text) and (_COUNTED.search(text) or _staff(text)):
        return _of_independence(text, context)
    if CONTRACT.search(text):
        return _of_contract(text, context)
    if CHIEFS.search(text) or _CHIEFS_COUNT.search(text):
        return _of_chiefs()
    return None


def _staff(text: str) -> tuple[Work, ...]:
    plain = without(without(text, CONTRACT), INDEPENDENT)
    return workload(plain, least=1)


def _of_contract(text: str, context: Context) -> Answer | None:
    """Count the contractors' work with the staff's."""
    from core.supervisory import load_guide
    from core.supervisory.record import percent_text

    told = contract(text)
    if told is None:
        return None
    guide = load_guide(context.as_of)
    least = guide.value("workload-base")
    people = guide_rule("workload-people", "Include the workload of General Schedule subordinates")
    share = guide_rule("workload-base", "25 percent or more of the nonsupervisory")
    tail = (
        " Their work is given the GS grade that the standards would yield, and left out or "
        "adjusted as an employee's would be. First the guide has to cover you by supervising "
        "people who are not contractors."
    )
    staff = _staff(text)
    rows = _with_contract(staff, told)
    if rows != staff:
        found = _counted(rows, context)
        if found is not None:
            lead = (
                f"**Yes, contractors' work counts in the base: with {_how_much(told)} the base is "
                f"GS-{found.grade}, as {percent_text(found.share)} percent of the work is at or "
                f"above it. That is Level {found.level} of Factor 5, {found.points:,} points.**"
            )
            return Answer(lead=lead + tail, words=(people, share), factors=("5",))
    if told.share is None:
        head = "Yes, contractors' work counts in the base"
    elif told.share >= least:
        level = guide.grade_levels[told.grade]
        head = (
            f"Yes, contractors' work counts in the base: {percent_text(told.share)} percent of the "
            f"work at GS-{told.grade} is {least} or more by itself, so the base is at least "
            f"GS-{told.grade}, Level {level}, {guide.row(level).points:,} points"
        )
    else:
        head = (
            f"Yes, contractors' work counts in the base, but {percent_text(told.share)} percent "
            f"alone is below {least}: count it together with your people's work at GS-"
            f"{told.grade} or above"
        )
    return Answer(
        lead=f"**{head}.**{tail}",
        words=(people, share),
        next=("How many people of which grade do you supervise beside them?",),
        factors=("5",),
    )


def _with_contract(staff: tuple[Work, ...], theirs: Contract | None) -> tuple[Work, ...]:
    """Return the staff's work with the contractors' beside it."""
    from core.supervisory.parts import Work

    if not staff or theirs is None or theirs.share == 100:
        return staff
    own, part = sum((row.amount for row in staff), Fraction(0)), theirs.share
    hours = Fraction(theirs.heads * YEAR) if part is None else own * part / (100 - part)
    return (*staff, Work(theirs.grade, hours=hours))


def _how_much(told: Contract) -> str:
    if told.share is None:
        return f"{told.heads} contractors at GS-{told.grade}"
    return f"contractors doing {float(told.share):.3g} percent of the work at GS-{told.grade}"


@dataclass(frozen=True, slots=True)
class _Counted:
    grade: int
    share: Fraction
    level: str
    points: int


def _counted(rows: tuple[Work, ...], context: Context) -> _Counted | None:
    """Return the base that rows of work give; None where the core cannot count them."""
    from core.supervisory import SupervisoryRequest, load_guide
    from core.supervisory.base import count_workload
    from core.supervisory.record import Record

    guide = load_guide(context.as_of)
    try:
        counted = count_workload(guide, SupervisoryRequest(workload=rows), Record())
    except AppError:
        return None
    level = guide.grade_levels[counted.grade]
    return _Counted(counted.grade, counted.share, level, guide.row(level).points)


def _of_independence(text: str, context: Context) -> Answer:
    """Say when independence takes work out of the base, and what turns on it."""
    lead = (
        "**No, working independently is not enough: left out of the base is only work whose grade "
        "rests on an extraordinary degree of independence from supervision, or its grade is "
        "adjusted to what it would be under normal supervision.**"
    )
    staff, those = _with_contract(_staff(text), contract(text)), None
    for sentence in _CLAUSE.split(text):
        if INDEPENDENT.search(sentence):
            those = _THOSE.search(sentence) or those
    if staff and those is not None:
        lead += _turns(staff, those, context)
    return Answer(
        lead=lead,
        words=(
            guide_rule("workload-exclusions", "extraordinary degree of independence"),
            guide_rule("workload-base", "25 percent or more of the nonsupervisory"),
        ),
        next=("Which evaluation says that the grade rests on independence?",),
        factors=("5",),
    )


def _turns(staff: tuple[Work, ...], those: re.Match[str], context: Context) -> str:
    """Say what the base is with the work in question and without it."""
    grade, number = int(those["g"]), whole(those["n"]) if those["n"] else None
    rest = []
    for row in staff:
        hours = row.amount
        if row.grade == grade:
            hours = Fraction(0) if number is None else max(hours - number * YEAR, Fraction(0))
        if hours:
            rest.append(replace(row, hours=hours))
    with_all = _counted(staff, context)
    left = _counted(tuple(rest), context) if rest and tuple(rest) != staff else None
    if with_all is None or left is None:
        return ""
    named = f"the GS-{grade}s" if number is None else f"{number} GS-{grade}"
    if left.grade == with_all.grade:
        return f" Here nothing turns on it: with {named} or without, the base is GS-{left.grade}."
    return (
        f" With {named} counted the base is GS-{with_all.grade}, Level {with_all.level}, "
        f"{with_all.points:,} points; left out, GS-{left.grade}, Level {left.level}, "
        f"{left.points:,} points."
    )


def _of_chiefs() -> Answer:
    """Say what of subordinate supervisors and leaders counts in the base."""
    return Answer(
        lead=(
            "**Their supervising or leading is left out of the base; technical work they do "
            "themselves counts, by its hours and at the grade of that work.** Work graded by the "
            "supervisory or the leader guide is no part of the base, nor of the whole that the 25 "
            "percent are taken of. The work of the people under them counts as yours."
        ),
        words=(
            guide_rule("workload-exclusions", "any subordinate work that is graded based on"),
            guide_rule("workload-base", "25 percent or more of the nonsupervisory"),
        ),
        next=("How many hours of their own work do they do, and of which grade is it?",),
        factors=("5",),
    )
