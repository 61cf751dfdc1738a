"""Whether the grade taken away is kept in the open case: from its dates, by the core."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import case_action, counted, kept_through
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.dates import months_since, named_days
from assistant.chat.reading.of_case import of_the_case
from assistant.text import escape, in_words
from core.appeals.pay_periods import years_after

if TYPE_CHECKING:
    from core.model import Fact

_KEEP = re.compile(
    r"\b(?:keep\w*|kept|retain\w*|retention|hang on to|hold on to|save[ds]? (?:grade|pay)|"
    r"protect\w*)\b",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:grade|retention|pay|it|the \d{1,2}|my \d{1,2}|gs-?\d{1,2}|two years|years?|"
    r"long enough)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from|as of|in)\s+(?:only )?", re.IGNORECASE)
_STOOD = re.compile(
    r"\b(?:had been|has been|been|was|were|stood|classified|upgraded|raised|promoted|graded)\b",
    re.IGNORECASE,
)
_OTHER = (
    *("offer", "decline", "appeal", "reduction in force", "rif", "temporary", "what is", "explain"),
    *("what ends", "ends it", "lose", "job with", "my job", "my position", "coworker", "end grade"),
    *("resign", "promot", "overtime", "within-grade", "notice", "griev", "give up", "waive"),
    *("count", "failed", "misconduct", "cause", "ask", "probation", "another agency", "move"),
    *("reassign", "again", "second time", "pay retention", "retained rate", "retained pay"),
    *("limit", "new standard", "wage", "what does", "who is", "raise", "after", "go to opm"),
)
"""Words of what else is asked about retention, which its rules answer and no date of the case."""


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    return bool(
        of_the_case(question, context)
        and case_action(context) is not None
        and _KEEP.search(text)
        and _GRADE.search(text)
        and not question.dates
        and not question.levels
        and not question.has(*_OTHER)
    )


def _at_grade(context: Context, action: Fact) -> tuple[Fact, date, date] | None:
    """Return the fact that says since when the position stood at the grade.

    With it come the first and the last day on which that can have begun.
    """
    assert context.case is not None  # noqa: S101 - checked by the caller
    for fact in reversed(context.case.facts):
        if fact is action and len(named_days(fact.text, context.today)) < 2:
            continue
        for said in re.split(r"(?<=[.;])\s+", fact.text):
            for begins in _SINCE.finditer(said):
                if not _STOOD.search(said[: begins.start()]):
                    continue
                found = months_since(said[begins.end() :], context.today)
                if found is not None:
                    return fact, *found
    return None


def _answer(question: Question, context: Context) -> Answer | None:
    found = case_action(context)
    if found is None or context.case is None or not _KEEP.search(question.message):
        return None
    fact, day = found
    years, one = counted("retention-period"), counted("retention-one-year")
    through = kept_through(day)
    until = f" through {in_words(through)}" if through is not None else ""
    stood = _at_grade(context, fact)
    words: tuple[Words, ...] = (
        quoted_rule("retention-one-year", "5-cfr-536"),
        quoted_rule("retention-period", "5-cfr-536"),
        rule("pay-retention-at-once", "5-cfr-536", "does not meet the eligibility requirements"),
    )
    if stood is None:
        return Answer(
            lead=(
                f"**Only if the position had stood at the grade for at least {one} year before "
                f"{in_words(day)}; then for {years} years,{until}.** The case does not state since "
                "when it stood there. If the year is missing, pay may be retained instead."
            ),
            words=words,
            next=("Since when did the position stand at that grade? Earlier SF-50s say so.",),
            missing=("since when the position stood at the grade",),
        )
    source, early, late = stood
    said = f"The case states: *{escape(source.text)}*" + (
        f" ({escape(source.source)})" if source.source else ""
    )
    short, whole = _entitled(day, late), _entitled(day, early)
    if short == whole == "entitled":
        head = (
            f"**Yes: the grade is kept for {years} years, from {in_words(day)}{until}.** The "
            f"position had stood at it for at least {one} year before."
        )
    elif short == whole:
        head = (
            f"**No, not the grade: the position had not stood at it for {one} year without a break "
            f"before {in_words(day)}.** The pay may be retained instead, if it would fall."
        )
        words = (words[0], words[2])
    else:
        head = (
            f"**It depends on the day: the {one} year before {in_words(day)} is complete only "
            "if the "
            f"position stood at the grade by {in_words(_year_before(day))}.** If so, "
            f"the grade is kept for {years} years,{until}."
        )
    return Answer(
        lead=f"{head} {said}",
        words=words,
        next=(
            (
                "Is the appointment permanent, and was the reduction neither for cause nor asked "
                "for? Otherwise nothing is retained."
            ),
        ),
        missing=("whether an exclusion applies",),
    )


def _year_before(day: date) -> date:
    """Return the last day from which a whole year has passed by a day."""
    found = years_after(day, -1)
    # In the year before a leap day there is no such day.
    return found if years_after(found, 1) <= day else found - timedelta(days=1)


def _entitled(action: date, since: date) -> str:
    """Return what the core says of someone whose position stood at the grade since a day."""
    from core.appeals.retention import RetentionFacts, retain

    return retain(
        RetentionFacts(
            cause="reclassification",
            action_effective=action,
            position_at_grade_since=min(since, action - timedelta(days=1)),
            lower_graded=True,
            covered_pay_systems=True,
            stays_in_position=True,
            exclusions=(),
        )
    ).entitlement


TOPIC = Topic(
    id="grade-kept-in-case",
    title="whether the grade is kept in the open case, and through when",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "decision", "dates"),
    order=35,
    sure=_sure,
)
