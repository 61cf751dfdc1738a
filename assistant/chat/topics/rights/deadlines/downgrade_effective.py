"""When a lower grade given by OPM counts; it never reaches back."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.answering.procedure.decided import (
    above_the_former,
    decision_dates,
    goes_up,
    restored_and_raised,
)
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.happened import tells_announced
from assistant.chat.topics.rights.deadlines.agency_action_date import TOPIC as OWN_ACTION
from assistant.text import in_words
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
    if both is None and (goes_up(question) or tells_announced(question)):
        return None
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
        *("overpa", "money back", "it back", "anything back", "something back"),
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
                "**As a rule your pay stays as it is: you keep the grade, and the pay with it, for "
                f"{years} years if the position had stood at it for at least {one} year; without "
                "that, pay that would fall is retained.** The lower grade itself counts no earlier "
                "than the date of the decision and no later than the beginning of the "
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
        kept = f", so through {in_words(dates.kept_through)} if that is the latest day"
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
    answer=_answer,
    sure=_sure,
    cues=("agency", "back", "retro", "the day", "then"),
    order=44,
    likes=("dates",),
    unlike=("levels", "points"),
)
