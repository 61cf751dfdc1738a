"""The adjustment: one grade above the base, and at least GS-11 over GS-9 work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import guide_number, guide_rule
from assistant.chat.answering.named.supervising import base_grade, chart_grade
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from datetime import date

_POINTS_GIVE = re.compile(
    r"\b(?:points?|total|chart|score)\b.{0,60}\b(?:gives?|come|comes|converts?|is|says?|lands?|"
    r"yields?)\b.{0,60}\b(?:base|supervise|staff|people|employees|subordinates|directed)\b",
    re.IGNORECASE | re.DOTALL,
)
"""The grade of the points is set beside the grade of the work directed."""
_LEVELS = ("Name a level for each of Factors 1, 2, 3, 4A, 4B, 5 and 6, and they are added up.",)


_DEPUTY = re.compile(r"\b(?:assistant chief|deputy|assistant director)\b", re.IGNORECASE)
_CHIEF = re.compile(
    r"\b(?:chief|boss|director)(?:'s)?\b[^.;?]{0,30}?\b(?:gs[\s-]*)?(1[0-5]|[5-9])\b", re.IGNORECASE
)
_ONE_SHARE = re.compile(r"\b(?:base|at that grade|workload)\b", re.IGNORECASE)


def told(text: str, points: tuple[int, ...], as_of: date | None) -> tuple[int, int] | None:
    """Return the chart's grade and the base grade that a message tells; None without both."""
    base, chart = base_grade(text), chart_grade(text)
    if chart is None and points:
        from core.supervisory import load_guide

        row = load_guide(as_of).chart_row(points[0])
        chart = None if row is None else row.grade
    return None if base is None or chart is None else (chart, base)


_OWN_GRADE = re.compile(
    r"\b(?:what|which)(?: gs)?[ -]?grade\b.{0,24}\b(?:am i|i|my|mine|me)\b"
    r"|\bwhat (?:would|should|will|is|'s) my (?:own )?grade\b",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\b(?:i(?:'m| am)?|as) (?:now |also )?(?:supervis\w+|manag\w+|head|run|"
    r"(?:the |a |an )?(?:\w+ )?(?:boss|chief|head|supervisor|manager) (?:of|over)|in charge of)\b"
    r"[^.?!]{0,60}?\bgs[ -]?(?P<g>1[0-5]|[1-9])s?\b",
    re.IGNORECASE,
)
"""What tells of whom somebody is the supervisor, by their grade."""


def asks_own_grade(text: str) -> bool:
    """Tell whether it is asked which grade the reader's own is."""
    return bool(_OWN_GRADE.search(text))


def _own_base(question: Question) -> int | None:
    """Return the grade of one's own staff, all of one grade, where one's own is asked after."""
    text = question.around or question.message
    heads = _HEADS.search(text)
    asks = _OWN_GRADE.search(text) and len(question.grades) == 1
    return int(heads["g"]) if heads is not None and asks and not question.percents else None


def _sure(question: Question, context: Context) -> bool:
    if _own_base(question) is not None:
        return not question.levels and not question.points
    # What is given stands in a sentence of its own before what is asked.
    return told(question.around or question.message, question.points, context.as_of) is not None


def adjusted(question: Question, context: Context) -> Answer | None:
    """Return the final grade over the base told, by the core; None where not both are told."""
    from core.supervisory import load_guide
    from core.supervisory.adjustment import adjust
    from core.supervisory.base import Base
    from core.supervisory.parts import Deputy
    from core.supervisory.record import Record, Undetermined

    found = told(question.around or question.message, question.points, context.as_of)
    if found is None:
        return None
    chart, base = found
    guide, record = load_guide(context.as_of), Record()
    least = guide.value("condition-a")
    share = question.percents[0] if question.percents else None
    workload = share is None or share >= least or not _ONE_SHARE.search(question.message)
    deputy = None
    if _DEPUTY.search(question.message) and not question.has("full"):
        chief = _CHIEF.search(question.message)
        deputy = Deputy(full=False, chief=int(chief[1]) if chief else None)
    result = adjust(guide, chart, Base((base,), "", workload), deputy, "", record)
    words = (
        guide_rule("base-plus-one", 'one grade above the "base" grade of'),
        guide_rule("condition-a", "involves 25 percent or more of the"),
        guide_rule("gs-9-floor", "shall not be less than GS-11"),
    )
    following = (
        f"Is the base {guide_number('condition-a')} percent or more of the workload, by hours?",
        "Does other work in the position come out higher? Then that sets the grade.",
    )
    if isinstance(result, Undetermined):
        return Answer(
            lead=f"**It stays open.** {result.reason}", words=words[:2], next=following[:1]
        )
    conditions = (
        "if two conditions hold: the base work is 25 percent or more of the workload directed, "
        "and the authority is at least Level 3-2."
    )
    if result.grade == chart and not workload:
        lead = (
            f"**GS-{chart}: nothing is added.** Only {share:g} percent of the workload is at the "
            f"base, and the adjustment takes at least {least} percent."
        )
    elif result.grade == chart and deputy is not None and record.findings:
        lead = f"**GS-{chart}.** {record.findings[-1]['message']}"
    elif not result.rules:
        lead = (
            f"**GS-{chart}: nothing is added.** The chart's GS-{chart} is already above the base "
            f"of GS-{base}; one grade above the base is given only where the chart gives no more "
            "than the base."
        )
    elif result.rules == ("gs-9-base",) or base == guide.value("gs-9-base"):
        lead = (
            f"**GS-{result.grade}, not the chart's GS-{chart}: over a base of GS-{base} the final "
            f"grade is not less than GS-{guide.value('gs-9-floor')}, {conditions}**"
        )
    else:
        lead = (
            f"**GS-{result.grade}: the points give GS-{chart}, no more than the base of GS-{base}, "
            f"so the grade is one above the base, {conditions}** It counts as the base only as the "
            "highest grade that best characterizes the basic work."
        )
    return Answer(lead=lead, words=words, next=following)


def beside_base(question: Question, context: Context) -> Answer | None:
    """Return what follows where the points give the base grade; None when it is not asked."""
    if not (question.grades and _POINTS_GIVE.search(question.message)):
        return None
    return _answer(question, context)


_MAY = re.compile(
    r"\b(?:can|may|could|is it (?:ok|okay|allowed|legal|normal)|allowed)\b", re.IGNORECASE
)


def _answer(question: Question, context: Context) -> Answer:
    if (computed := adjusted(question, context)) is not None:
        return computed
    plus = guide_rule("base-plus-one", 'one grade above the "base" grade of')
    base = base_grade(question.message)
    if (own := _own_base(question)) is not None:
        floor = guide_rule("gs-9-floor", "shall not be less than GS-11")
        return Answer(lead=_from_base(own, context), words=(plus, floor), next=_LEVELS)
    if base is not None and question.has(
        "which grade", "what grade", "lowest grade", "least grade"
    ):
        return Answer(lead=_from_base(base, context), words=(plus,), next=_LEVELS)
    cond = guide_rule("condition-a", "involves 25 percent or more of the")
    nine = guide_rule("gs-9-floor", "shall not be less than GS-11")
    if question.has("gs-9", "gs-10", "nine"):
        lead = (
            "**Over a base of GS-9 a supervisor is at least GS-11, if the base work is at "
            "least 25 percent of the workload and the authority at least Level 3-2.** "
            "Otherwise the rule is one grade above the base, where the points give no more "
            "than the base grade."
        )
        words = (nine, plus, cond)
    elif (grade := _raised(question, context)) is not None:
        base = question.grades[0]
        lead = (
            f"**GS-{grade}: where the points give no more than the base grade, GS-{base}, the "
            "grade is one above the base, if two conditions hold.** The base work is 25 percent or "
            "more of the workload directed, and the authority is at least Level 3-2. It counts as "
            "the base only as the highest grade that best characterizes the basic work."
        )
        words = (plus, cond, nine)
    elif question.grades and question.has("because i supervise", "since i supervise", "do i get"):
        lead = (
            f"**Not automatically: one grade above GS-{min(question.grades)} comes only where that "
            "is the base grade, the points give no more than it, the base work is 25 percent or "
            "more of the workload and the authority is at least Level 3-2.** One higher-graded "
            "expert does not make the base."
        )
        words = (plus, cond, nine)
    elif question.has("exceed", "must supervisor", "must a super", "must the super", "normal"):
        lead = (
            "**No rule says that a supervisor must be graded above everyone supervised, and a "
            "higher-graded subordinate is not wrong.** One grade above comes only over the base "
            "grade, where the points give no more than it, the base work is 25 percent or more of "
            "the workload and the authority is at least Level 3-2."
        )
        words = (plus, cond, nine)
    elif question.has("supervise", "boss", "over ") and _MAY.search(question.message):
        lead = (
            "**Yes: no rule forbids supervising people of the same or a higher grade.** The guide "
            "only says that where the points give no more than the base grade, the supervisor is "
            "one grade above it, if the base work is 25 percent or more of the workload and the "
            "authority at least Level 3-2; one higher-graded expert does not make the base."
        )
        words = (plus, cond, nine)
    else:
        lead = (
            "**Then the grade is one above the base grade, if two conditions hold: the base "
            "work is 25 percent or more of the workload directed, and the authority is at "
            "least Level 3-2.** The adjustment applies only where the points do not already "
            "come out above the base. It is not a rule that a supervisor is always above every "
            "subordinate: one higher-graded expert does not make the base."
        )
        words = (plus, cond, nine)
    return Answer(
        lead=lead,
        words=words,
        next=("What is the base level of the work, and which level of Factor 3 is met?",),
    )


def _from_base(base: int, context: Context) -> str:
    """Say what a base grade alone gives."""
    from core.supervisory import load_guide
    from core.supervisory.adjustment import adjusted_grade

    grade = adjusted_grade(load_guide(context.as_of), base, base, by_workload=True).grade
    return (
        "**Not from the base alone: the points of all factors of the guide make the grade. Where "
        f"they come to no more than the base of GS-{base}, it is GS-{grade}, if the base work is "
        "25 percent or more of the workload and the authority at least Level 3-2.**"
    )


def _raised(question: Question, context: Context) -> int | None:
    """Return the grade after the adjustment, where the points and the base are one grade."""
    from core.supervisory import load_guide
    from core.supervisory.adjustment import adjusted_grade

    if not question.grades or not _POINTS_GIVE.search(question.message):
        return None
    base = question.grades[0]
    # "Do I get a 12?" asks of the grade above; any other grade makes it unclear which is the base.
    if not set(question.grades) <= {base, base + 1}:
        return None
    return adjusted_grade(load_guide(context.as_of), base, base, by_workload=True).grade


TOPIC = Topic(
    id="base-plus-one",
    title="one grade above the work supervised",
    answer=_answer,
    order=40,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
