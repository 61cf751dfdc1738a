"""When a lower grade given by OPM counts; it never reaches back."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import counted, number, spoken
from assistant.chat.answering.procedure.decided import (
    above_the_former,
    decision_dates,
    restored_and_raised,
)
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.deadlines.agency_action_date import TOPIC as OWN_ACTION
from core.law.rulebook import ordinal

_BY_THE_AGENCY = re.compile(
    r"\bagency's (?:own )?(?:\w+ )?(?:downgrad|demot|reduc|reclass|lower|classification action)\w*"
    r"|\b(?:downgrad|demot|reduc|reclass|lower)\w*\b[^.?!]{0,20}\bby (?:my|the|our|an) (?:own )?"
    r"agency\b",
    re.IGNORECASE,
)


_FROM_THEN = ("back", "retroactive", "from the day", "to the day", "from then", "since then")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked when the agency's own downgrade counts, or what is restored."""
    if above_the_former(question) is not None and question.has(*_FROM_THEN):
        return True
    own = _BY_THE_AGENCY.search(question.message) and question.has("when", "day", "date")
    return bool(own) and not question.has("opm", "appeal", "long", "limit", "back", "review")


def _answer(question: Question, context: Context) -> Answer | None:
    both = above_the_former(question)
    if both is None and _sure(question, context) and not (question.dates or question.since):
        return OWN_ACTION.answer(question, context)
    never = law(
        "5-cfr-511",
        "section 511.701(b)(3)",
        "demotions cannot be made retroactive",
        "A demotion cannot be made retroactive.",
    )
    latest = rule(
        "certificate-latest", "5-cfr-511", "not later than the beginning of the fourth pay period"
    )
    if both is not None:
        return restored_and_raised(*both)
    if question.has("suspended", "suspension was", "stayed", "put on hold", "held back"):
        return _suspended()
    if question.has(
        *("retroactive", "backdat", "back-dat", "pay back", "repay", "owe", "return", "reach back"),
        *("overpa", "money back", "it back"),
    ):
        return Answer(
            lead=(
                "**No: a lower grade is never retroactive, so it reaches only forward from the "
                "personnel action.** The classification rules ask for no pay back for the time "
                "before; and someone entitled to grade retention keeps the grade at first."
            ),
            words=(never, latest),
            next=("Ask *do I keep my grade?* for grade retention.",),
        )
    if question.has("paycheck", "my pay", "pay drop", "pay cut", "pay go", "salary", "lose pay"):
        years, one = counted("retention-period"), counted("retention-one-year")
        return Answer(
            lead=(
                f"**Mostly not: you keep the grade, and the pay with it, for {years} years if the "
                f"position had stood at it for at least {one} year; without that, pay that would "
                "fall is retained.** The lower grade itself counts no earlier than the date of the "
                "decision and no later than the beginning of the "
                f"{ordinal(number('certificate-latest'))} pay period after it."
            ),
            words=(
                quoted_rule("retention-period", "5-cfr-536"),
                rule("retention-one-year", "5-cfr-536", "for a continuous period of at least"),
                latest,
            ),
            next=("Since when has the position stood at that grade? That decides it.",),
        )
    dates = decision_dates(question, context, lowers=True)
    usual = ordinal(number("certificate-latest"))
    head = (
        f"**No earlier than the date of the decision and no later than the beginning of the "
        f"{usual} "
        "pay period after it, unless the decision states a later date.**"
    )
    figures: tuple[str, ...] = ()
    if dates is not None:
        figures = dates.lines
        head = f"**{dates.bounds}.**"
    elif question.has("sixth", "pay period"):
        head = (
            "**It means that the agency must act by the first day of the pay period named, "
            "counted from those that begin after the date of the decision.** Without such a "
            f"statement the {usual} counts."
        )
    kept = ""
    if dates is not None and dates.kept_through is not None:
        kept = f", so through {spoken(dates.kept_through)} if that is the latest day"
    return Answer(
        lead=(
            f"{head} A lower grade never reaches back. Someone entitled to grade retention keeps "
            f"the grade from the day the decision is put into effect{kept}."
        ),
        words=(
            latest,
            never,
            rule(
                "retention-starts",
                "c-0080-11-02",
                "begins on the date this decision is implemented",
            ),
        ),
        figures=figures,
        whose="Counted by the core",
        next=(
            "Ask *do I keep my grade?* for who is entitled and how long.",
            "Ask *how do I get OPM to reconsider?*: it does not hold the decision back by itself.",
        ),
        missing=() if dates is not None else ("the date of the decision",),
    )


def _suspended() -> Answer:
    """Say when a downgrade that OPM had suspended takes effect once it is sustained."""
    nth = ordinal(number("suspended-downgrade"))
    return Answer(
        lead=(
            "**OPM then issues a new certificate: the downgrade takes effect no earlier than the "
            f"date of that, and no later than the beginning of the {nth} pay period after it.** "
            "That holds for a downgrade without retained grade or pay; one with retention is "
            "normally not suspended at all."
        ),
        words=(rule("suspended-downgrade"), rule("suspension", "introduction")),
        next=("Give the date of the new certificate, and the last day is counted.",),
        missing=("the date of the new certificate",),
    )


TOPIC = Topic(
    id="downgrade-effective",
    title="when a lower grade takes effect",
    asks=(
        (
            "I was wrongly lowered and OPM now gives me more than I had, from when do I get which "
            "grade"
        ),
        "wrongly demoted from GS-11 to GS-9, OPM says GS-12, what is retroactive",
        "OPM lowered my grade. When does it take effect?",
        "When am I demoted after an unfavorable OPM decision?",
        "effective date of a downgrade ordered by OPM",
        "OPM's decision of July 8, 2026 takes my grade down; when does that happen?",
        "Can a downgrade be retroactive?",
        "Do I have to pay money back after a downgrade?",
        "How much time before the lower grade applies?",
        "certificate lowers the grade, what are the dates",
        "when does the lower grade start after OPM's certificate",
        "will I owe the difference if my grade was too high",
        "Can the agency backdate a lower grade?",
        "the decision says sixth pay period, what does that mean",
        "my appeal ended in a downgrade, from when",
        "overpaid because my grade was too high, must I repay",
        "From when am I a GS-11 after OPM cut me from 12?",
        "Is a reduction in grade ever made retroactive?",
        "OPM decision lowers my job, what day does it count from",
        "does a lower grade reach back",
        "date when a downgrade by certificate must happen",
        "Do I have to return pay because OPM found me overgraded?",
        "when does the downgrade take effect",
        "effective date of a downgrade",
        "when does the lower grade start",
        "OPM lowered me, from when",
        "when am I lowered",
        "from when is the lower grade",
        "when will I be demoted",
        "sixth pay period",
        "retroactive downgrade",
        "can they downgrade me retroactively",
        "can a lower grade be backdated",
        "must I pay back",
        "do I have to pay back salary",
        "repay the difference",
        "overpayment after a downgrade",
        "owe money after a downgrade",
        "decision of May 3 lowers the grade, when does it start",
        "how soon is a downgrade carried out",
        "date of a demotion by OPM",
        "downgrade by certificate, latest date",
        "From which day does the reduction OPM ordered apply?",
        "can a lower grade be dated back",
        "OPM found my job overgraded; do I owe the agency anything?",
        "timing of a grade reduction under a certificate",
        "When is a downgrade by OPM put into effect?",
        "the certificate lowers my job: from what date?",
        "Is a lower grade ever applied to the past?",
        "does OPM's downgrade reach back in time",
        "do I owe money because my grade was too high",
        "when do I become a GS-11 after OPM's decision",
        "latest date to implement a downgrade",
        "is a demotion retroactive",
        "by which day must we carry out the lower grade",
        "what's the starting date of a lower grade",
        "On what day does a grade lowered by OPM change?",
        "could the lower grade apply to time already past",
        "OPM ruled against me and dropped me one, from which date",
        "I lost a grade in my own appeal, when does that hit",
        "how soon will the cut come after OPM's ruling",
        "they decided I'm a nine now, starting when",
        "the ruling takes me down, how long before it's real",
        "lost and lowered. when's the axe fall",
        "does OPM's cut come right away or after some months",
        "when's the agency have to put through the lower grade OPM found",
        "the certificate lowers our whole office, date?",
        "how much time before an OPM-ordered drop starts",
        "OPM says overgraded, when do we process that as HR",
        "can the agency delay the cut OPM ordered",
        "on what day do I become the lower grade following OPM's letter",
        "is there a grace period before the reduction OPM found takes hold",
    ),
    answer=_answer,
    sure=_sure,
    cues=("agency", "back", "retro", "the day", "then"),
    order=44,
    likes=("dates",),
    unlike=("levels", "points"),
)
