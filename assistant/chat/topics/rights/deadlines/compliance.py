"""What an agency must do once OPM has issued a certificate."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import (
    asked_on,
    event,
    facts_of,
    number,
    spoken,
    state_of,
)
from assistant.chat.answering.procedure.days import span_of
from assistant.chat.answering.procedure.decided import decision_dates
from assistant.chat.model import Answer, Context, Question, Topic, Words
from core.law.rulebook import ordinal


def _report_due(question: Question, context: Context) -> Answer | None:
    """Return on which day the compliance report is due, where both day and days are told."""
    from core.appeals.effect import effective_dates

    when, days = (event(question, context) if question.dates else None), span_of(question.message)
    if when is None or days is None or not question.has("report"):
        return None
    # Only the personnel action counts here, so the decision's own day is left at it.
    parts = {
        "issued": when.latest,
        "changes_classification": True,
        "personnel_action": when.latest,
        "report_days": days,
    }
    found = effective_dates(facts_of(question, context, opm_decision=parts, pay_plan="GS"))
    if found is None or found.report_due is None:
        return None
    due = found.report_due
    return Answer(
        lead=(
            f"**On {spoken(due)} ({state_of(due, asked_on(question, context))}): {days} days from "
            "the effective date of the personnel action.** With the report go the revised position "
            "description and the SF-50."
        ),
        words=(
            rule(
                "compliance-report", "introduction", "require a compliance report from the agency"
            ),
            rule("compliance-days"),
        ),
        next=("The days stand in the decision: take them from there.",),
    )


def _answer(question: Question, context: Context) -> Answer:
    due = _report_due(question, context)
    if due is not None:
        return due
    nth = ordinal(number("certificate-latest"))
    report = rule(
        "compliance-report", "introduction", "require a compliance report from the agency"
    )
    latest = rule(
        "certificate-latest", "5-cfr-511", "not later than the beginning of the fourth pay period"
    )
    dates = decision_dates(question, context, lowers=question.has("lower", "downgrad", "demot"))
    by = f"the beginning of the {nth} pay period after it" if dates is None else dates.until
    if question.has("temp"):
        lead = (
            "**Yes, while reconsideration is pending and the certificate is not suspended, the "
            "agency may comply by a temporary promotion or reassignment.** Not for a downgrade of "
            "someone entitled to retained grade or pay."
        )
        words: tuple[Words, ...] = (
            rule("temporary-compliance", "5-cfr-511", "temporary or conditional compliance action"),
            latest,
        )
    elif question.has("refuse", "ignore", "defy", "disobey", "not comply", "get out of"):
        lead = (
            "**No: OPM's certificate binds the agency and every official who classifies or pays, "
            f"and must be in effect by the date it sets, at the latest {by}.** Its headquarters "
            "may ask OPM to reconsider; that alone holds nothing back."
        )
        words = (
            rule("final", "5-cfr-511", "mandatory and binding on all administrative"),
            latest,
            rule("suspension", "introduction", "does not automatically suspend"),
        )
    elif question.has(
        "doesn't", "does not", "nothing", "dragging", "hasn't", "has not", "not carr", "obeys"
    ):
        lead = (
            "**The certificate binds the agency, and it must be in effect by the date it sets, at "
            f"the latest the beginning of the {nth} pay period after it.** OPM requires a "
            "compliance report, so write to the personnel office, and to the OPM office that "
            "decided, that the date has passed."
        )
        words = (
            latest,
            report,
            rule("final", "5-cfr-511", "mandatory and binding on all administrative"),
        )
    else:
        lead = (
            f"**Put the certificate into effect by the date it sets, at the latest {by}: revise "
            "the position description, issue the SF-50, and send OPM the compliance report by the "
            "day it names.** Then bring identical, "
            "similar and related positions into line."
        )
        words = (
            report,
            latest,
            rule(
                "effect-on-others",
                "introduction",
                "identical, similar, and related positions is consistent",
            ),
        )
    return Answer(
        lead=lead,
        words=words,
        next=("Give the date of the decision, and the last day is counted.",),
        missing=("the date of the decision",),
    )


TOPIC = Topic(
    id="compliance",
    title="what the agency must do after a decision",
    asks=(
        "agency implemented the wrong series after the decision",
        "the agency carried out OPM's decision wrongly",
        "What does the agency have to do after OPM's certificate?",
        "compliance report after an appeal",
        "My agency doesn't carry out OPM's decision",
        "By when must the certificate be implemented?",
        "How does OPM check that the agency complied?",
        "we received a certificate changing the grade, what now",
        "My agency is dragging its feet on the OPM decision",
        "implementing an OPM certificate",
        "What is a compliance report?",
        "when is the compliance report due",
        "agency hasn't implemented the decision after months",
        "What has to happen after I win?",
        "Can compliance be temporary while reconsideration is pending?",
        "temporary compliance authority",
        "Does OPM tell the agency when to comply?",
        "duty to report to OPM after a decision",
        "OPM decided for me and my agency does nothing",
        "What report must follow a certificate?",
        "carrying out an appeal decision",
        "How long does the agency have to implement OPM's decision?",
        "We got an OPM decision. Which steps follow?",
        "who makes sure the agency obeys the certificate",
        "the agency ignores OPM's decision",
        "agency won't implement the decision",
        "agency not complying",
        "decision not carried out",
        "OPM ruled for me, nothing happened",
        "who enforces OPM's decision",
        "compliance report",
        "report after the decision",
        "what must the agency do now",
        "what do we do with a certificate",
        "implement a certificate",
        "put the decision into effect",
        "how soon must we comply",
        "deadline to implement OPM's decision",
        "agency has not given me the new grade",
        "still waiting for my upgrade after OPM's decision",
        "they won't carry out the decision",
        "steps after receiving a certificate",
        "temporary promotion while reconsideration is pending",
        "HR says it needs time to implement",
        "We've been handed an OPM certificate. What are we obliged to do?",
        "OPM decided in my favor in spring and the agency sits on it",
        "what does the agency report back to OPM",
        "is there a check that the agency did what OPM ordered",
        "What follows after OPM's certificate?",
        "The agency hasn't acted on OPM's decision",
        "How is compliance with a decision checked?",
        "what does the agency have to report to OPM",
        "they refuse to put OPM's decision into effect",
        "by what date must the agency comply",
        "what must HR do when it gets a certificate",
        "I won at OPM but still have the old grade",
        "how do we carry out an OPM appeal decision",
        "who sees to it that a decision is implemented",
        "Weeks after OPM ruled for me the agency has done nothing",
        "what reporting does OPM require from an agency after its certificate",
        "OPM ruled and my HR is doing nothing",
        "they're ignoring the ruling",
        "who makes the agency obey",
        "won my case in March and still no SF-50",
        "what must HR do now that OPM has spoken",
        "can the agency refuse to go along",
        "HR says it's \"reviewing\" OPM's decision, can they",
        "is my agency bound by what OPM decided",
        "what paperwork do we owe OPM after they rule",
        "we got the ruling, HR here, what's next for us",
        "they haven't changed my PD as OPM told them",
        "deadline for carrying out what OPM ordered",
        "does the office have to report back that it did it",
        "nobody at the agency lifts a finger even though OPM ordered it",
        "we won at OPM and HR hasn't moved",
        "OPM decided for me months ago and nothing has happened here",
        "personnel ignores the certificate OPM sent",
        "my agency drags its feet after OPM ruled for me",
    ),
    answer=_answer,
    unlike=("levels", "points"),
)
