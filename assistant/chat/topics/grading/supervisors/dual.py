"""Both supervisory and nonsupervisory work: each graded, the higher wins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from assistant.chat.answering.kit import guide_number, guide_rule, law
from assistant.chat.answering.named.supervising import base_grade, chart_grade
from assistant.chat.model import Answer, Context, Question, Topic

_SUPERVISING = re.compile(
    r"\bsupervis\w*|\bmanag(?:ing|ement|erial)\b|\bleading people\b|\bas (?:a )?(?:boss|chief)\b|"
    r"\bgssg\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\bown\b|\bnon-?supervisory\b|\btechnical\b|\bcase ?(?:work|load)\b|\bpersonal(?:ly)?\b|"
    r"\bprogram work\b|\bprofessional\b|\b(?:engineering|analyst|audit\w*|investigat\w+|design|"
    r"research|policy|specialist|scien\w+|legal|medical|accounting|advisory)\b|\brest\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,;.()]+\s*|\s+(?:and|but|while|whereas|vs\.?|versus|plus)\s+|\s[-/]\s")
_GRADE = re.compile(
    r"\b(?:gs[\s-]*|an?\s+|at\s+|as\s+|to\s+|is\s+|worth\s+|out\s+|"
    r"graded\s+|rated\s+|the\s+)(1[0-5]|[5-9])\b"
    r"(?!\s*(?:%|percent|people|employees|staff))",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(\d{1,3})\s?(?:%|percent\b)", re.IGNORECASE)
_HALF = re.compile(r"\bhalf\b", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """One kind of work of a position as told: its grade and its share of the time."""

    grade: int | None = None
    share: int | None = None


_STAFF = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|some|several)\s+"
    r"(?:of them (?:are )?)?gs[\s-]*(?:1[0-5]|[1-9])s?\b|"
    r"\bgs[\s-]*(?:1[0-5]|[1-9])\s+(?:employees|people|staff|analysts|specialists|subordinates|"
    r"engineers|clerks)\b",
    re.IGNORECASE,
)
"""Grades of people who are supervised."""


def _parts(text: str) -> tuple[Part, Part] | None:
    """Return the supervising and the own work told, each with a grade; None without both."""
    supervising, own = Part(), Part()
    current: Part | None = None
    for clause in _CLAUSES.split(text):
        if _OWN.search(clause) and not _SUPERVISING.search(clause):
            current = own
        elif _SUPERVISING.search(clause):
            current = supervising
        if current is None:
            continue
        grade, share = _GRADE.search(clause), _SHARE.search(clause)
        if current is supervising and _STAFF.search(clause):
            # The grade is that of the people, not of the supervising.
            grade = None
        if grade is not None and current.grade is None:
            current.grade = int(grade[1])
        if current.share is None and (share is not None or _HALF.search(clause)):
            current.share = int(share[1]) if share is not None else 50
    if supervising.grade is None or own.grade is None:
        return None
    if own.share is None and supervising.share is not None:
        own.share = 100 - supervising.share
    if supervising.share is None and own.share is not None:
        supervising.share = 100 - own.share
    return supervising, own


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    # The least authority is told beside the grades: "3-2 met".
    if any(level != "3-2" for level in question.levels) or question.points:
        return False
    if re.search(r"\bdetailed\b|\bacting\b|\btemporar", text, re.IGNORECASE):
        # Work held for a time is no part of the position's own.
        return False
    if base_grade(text) or (chart_grade(text) and not _OWN.search(text)):
        return False
    return _parts(text) is not None


def _told(question: Question, context: Context) -> str:
    """Say which grade the parts told give, by the core, with the title; empty without both."""
    from core.supervisory import load_guide
    from core.supervisory.evaluation import position_grade
    from core.supervisory.parts import Nonsupervisory
    from core.supervisory.record import Record

    found = _parts(question.message)
    if found is None:
        return ""
    supervising, own = found
    guide, record = load_guide(context.as_of), Record()
    assert supervising.grade is not None  # noqa: S101 - both grades were found
    assert own.grade is not None  # noqa: S101
    least = guide_number("coverage-time")
    if supervising.share is not None and supervising.share < least:
        return (
            f"**GS-{own.grade}, by the own work, and no Supervisory title: supervising takes "
            f"{supervising.share} percent of the time, less than the {least} from which the "
            f"supervisory guide applies.** The GS-{supervising.grade} by the guide does not count."
        )
    share = own.share if own.share is not None else 100
    other = Nonsupervisory(grade=own.grade, percent=Fraction(share))
    grade = position_grade(guide, other, supervising.grade, record)
    title = "The title is Supervisory either way, when the guide's coverage is met"
    if grade == own.grade and own.grade > supervising.grade:
        lead = (
            f"**GS-{grade}, titled Supervisory: the own work at GS-{own.grade} is above the "
            f"supervising at GS-{supervising.grade}, and the higher grade is the position's.** "
        )
        if own.share is None:
            lead += (
                f"The own work must take at least {guide.value('major-duty')} percent of the time. "
            )
        elif own.share <= 50:
            lead += (
                "As it fills no majority of the time, it must be assigned regularly and its "
                "knowledge be required in recruiting. "
            )
    elif own.grade > supervising.grade:
        lead = (
            f"**GS-{grade}, titled Supervisory: the own work at GS-{own.grade} takes {share} "
            f"percent of the time, less than {guide.value('major-duty')}, so it cannot control the "
            "grade.** "
        )
    else:
        lead = (
            f"**GS-{grade}, titled Supervisory: the supervising sets it, as the own work at "
            f"GS-{own.grade} is not above it.** "
        )
    return f"{lead}{title}: {least} percent of the time or more, and Level 3-2."


def _answer(question: Question, context: Context) -> Answer:
    higher = guide_rule("position-grade", "includes major nonsupervisory duties")
    title = guide_rule("supervisory-title", "even if nonsupervisory work in the position")
    apart = law(
        "introduction",
        "17",
        "evaluate both supervisory and nonsupervisory work",
        "Where someone supervises and does other work, both are evaluated.",
    )
    if told := _told(question, context):
        return Answer(
            lead=told,
            words=(higher, title, apart),
            next=("What share of the time does each part take?",),
        )
    return Answer(
        lead=(
            "**Grade both apart, the supervising by the supervisory guide and the own work by "
            "its standard; the higher grade is the position's.** They are not added. The title "
            "stays Supervisory when the guide's coverage is met, even where the own work sets "
            "the grade; own work that fills less than the majority must meet the 25 percent "
            "rule."
        ),
        words=(higher, title, apart),
        next=("What grade does each part come to, and what share of the time does it take?",),
    )


TOPIC = Topic(
    id="dual-work",
    title="supervisory and own work in one position",
    answer=_answer,
    sure=_sure,
    cues=("supervis", "manag", "leading people", "boss", "chief", "gssg"),
    unlike=("levels", "points", "decision"),
)
