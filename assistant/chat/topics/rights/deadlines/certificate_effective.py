"""When a higher grade given by OPM counts and is paid."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.answering.procedure.decided import (
    above_the_former,
    decision_dates,
    goes_up,
    restored_and_raised,
    wage_dates,
)
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.happened import tells_announced
from core.law.rulebook import ordinal

_PAY = ("pay", "paid", "salar", "money", "earn", "income")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what a raise of the grade does to the pay."""
    other = question.levels or question.points or question.decision or question.dates
    asks = question.has(
        "happen", "what about", "affect", "does that do", "change", "do to my", " if "
    )
    return bool(goes_up(question) and question.has(*_PAY) and asks and not other)


def _answer(question: Question, context: Context) -> Answer | None:
    if tells_announced(question):
        return None
    if track(question, context) == "fws":
        return _wage(question, context)
    both = above_the_former(question)
    if both is not None:
        return restored_and_raised(*both)
    nth = ordinal(number("certificate-latest"))
    dates = decision_dates(question, context, lowers=False)
    figures: tuple[str, ...] = ()
    if dates is None:
        head = (
            "**Not before the date of the decision, and no later than the beginning of the "
            f"{nth} pay period after it, unless the decision states a later date.**"
        )
    else:
        head = f"**{dates.bounds}.**"
        figures = dates.lines
    follows = (
        f"{head} Your pay follows the personnel action (SF-50) that puts you in the regraded "
        "position, so nothing is paid for the time before, except where a wrongful demotion is "
        "undone."
    )
    if dates is None and goes_up(question) and question.has(*_PAY):
        follows = (
            "**It rises with the personnel action (SF-50) that puts you in the higher grade, no "
            f"later than the beginning of the {nth} pay period after the decision, unless that "
            "states a later date.** Nothing is paid for the time before, except where a wrongful "
            "demotion is undone. The step you come to is set by the pay rules, 5 CFR part 531, "
            "which are not held here."
        )
    return Answer(
        lead=follows,
        words=(
            rule(
                "certificate-latest",
                "5-cfr-511",
                "not later than the beginning of the fourth pay period",
            ),
            rule(
                "pay-from-personnel-action",
                "introduction",
                "not the date of the classification action",
            ),
        ),
        figures=figures,
        whose="Counted by the core",
        next=(
            "Read the decision's opening: a later date stated there counts instead.",
            "Ask your personnel office for the date of the SF-50.",
            "Name the day on which one of your pay periods begins, and the last day is counted.",
        ),
        missing=() if dates is not None else ("the date of the decision",),
    )


def _wage(question: Question, context: Context) -> Answer:
    days = number("fws-effective-decision")
    told = wage_dates(question, context)
    lead = (
        "**The decision on a wage job states its own date: not before the decision, and no "
        f"later than the first pay period that begins after the {days}th calendar day from "
        "the day you filed with your agency.** Where a downgrade that cost pay is undone and "
        "you applied in time, it counts from the day of the downgrade."
    )
    if told:
        first, *rest = told
        lead = (
            f"**{first} {rest[0] if rest else ''}**{' ' + ' '.join(rest[1:]) if rest[1:] else ''}"
        )
    return Answer(
        lead=lead,
        words=(
            rule(
                "fws-effective-decision", "5-cfr-532", "after the 60th calendar day from the date"
            ),
            rule("fws-effective-opm", "5-cfr-532", "computed from the date the employee filed"),
            rule("fws-retroactive", "5-cfr-532", "shall be retroactive to the effective date"),
        ),
        missing=() if told else ("the day on which the application was filed with the agency",),
    )


TOPIC = Topic(
    id="certificate-effective",
    title="when a higher grade takes effect",
    answer=_answer,
    sure=_sure,
    cues=_PAY,
    likes=("dates",),
    unlike=("levels", "points"),
)
