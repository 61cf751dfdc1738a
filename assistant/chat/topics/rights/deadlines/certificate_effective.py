"""When a higher grade given by OPM counts and is paid."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.answering.procedure.decided import (
    above_the_former,
    decision_dates,
    restored_and_raised,
    wage_dates,
)
from assistant.chat.model import Answer, Context, Question, Topic
from core.law.rulebook import ordinal


def _answer(question: Question, context: Context) -> Answer:
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
    return Answer(
        lead=(
            f"{head} Your pay follows the personnel action (SF-50) that puts you in the regraded "
            "position, so nothing is paid for the time before, except where a wrongful demotion is "
            "undone."
        ),
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
    asks=(
        "window for implementing an OPM appeal certificate",
        "by when must the agency put the certificate into effect",
        "how long does the agency have to carry out OPM's decision",
        "When does the higher grade take effect after an OPM decision?",
        "OPM raised my grade, when do I get the pay?",
        "effective date of an appeal decision",
        "When will my upgrade start?",
        "The OPM decision is dated September 10, 2026; when must it be in effect?",
        "fourth pay period after the decision",
        "How soon does a certificate take effect?",
        "I won my appeal, from when am I a GS-12?",
        "earliest and latest effective date of a certificate",
        "OPM decided on August 20, when does the agency have to act?",
        "effective date rules for certificates",
        "when does pay change after an appeal",
        "Certificate dated Nov 4, 2026. By which day must we implement?",
        "what is the last day to implement an OPM decision",
        "does the new grade count from the decision or from the SF-50",
        "From what date does an OPM upgrade count?",
        "when do I see the money after winning",
        "An OPM certificate was issued June 12, 2026, when does it take effect?",
        "Latest implementation day for an appeal decision",
        "how long until the new grade is effective",
        "start date of a grade raised by OPM",
        "when is the upgrade effective",
        "when does my new grade start",
        "effective date",
        "effective date of a decision",
        "when does the decision take effect",
        "when does it take effect",
        "when do I get the higher grade",
        "when will I get paid the higher grade",
        "how soon after the decision",
        "how soon will I be paid",
        "OPM raised me, from when",
        "won my appeal, when do I get the money",
        "start of the higher pay",
        "date the certificate takes effect",
        "four pay periods",
        "fourth pay period",
        "latest day to implement",
        "certificate of May 3, effective when",
        "decision dated May 3, latest effective date",
        "when must the agency give me the grade",
        "when does a certificate take effect",
        "OPM's decision in my favor came on May 4. When must the higher grade be in place?",
        "from which pay period do I get the new grade",
        "how soon will I see the upgrade OPM ordered",
        "earliest day a certificate can count",
        "From what day am I paid at the higher grade?",
        "OPM decided in my favor, when does it count?",
        "In which pay period does the decision take effect?",
        "by when does the agency have to raise me",
        "when will the upgrade by OPM be effective",
        "the certificate is dated May 3, latest date to act",
        "how long may the agency take to put the upgrade into effect",
        "first day of the new grade after an appeal",
        "when does an upgrade ordered by OPM start",
        "how are the four pay periods counted",
        "OPM upgraded me on June 30, 2026; by when must that be carried out?",
        "when does one start drawing the higher pay after OPM's decision",
        "I won!! when do I see the money",
        "OPM said yes, from what day am I a twelve",
        "they ruled in my favor last week, which paycheck",
        "decision came with a higher grade, when's it start",
        "how soon after the ruling am I bumped up",
        "is it the date of the letter or a later date that my raise counts from",
        "OPM agreed with me, does it start on the next pay period",
        "good news came, what date goes on it",
        "the ruling granted the eleven, when's it real",
        "won the upgrade, start date?",
        "do I get the new grade the day they sign",
        "so relieved, they upgraded us! when will it hit",
        "upgrade by OPM begins when, latest?",
        "member won a raise in grade, from when should payroll pay it",
    ),
    answer=_answer,
    likes=("dates",),
    unlike=("levels", "points"),
)
