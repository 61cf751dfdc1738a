"""What an agency must do once OPM has issued a certificate."""

from __future__ import annotations

from dataclasses import replace

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import asked_on, event, facts_of, number, state_of
from assistant.chat.answering.procedure.days import span_of
from assistant.chat.answering.procedure.decided import decision_dates
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.topics.rights.routes.who_decides import TOPIC as DECIDES
from assistant.text import in_words
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
            f"**On {in_words(due)} ({state_of(due, asked_on(question, context))}): {days} days "
            "from "
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


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("who ") and question.has("obey", "follow", "bound", "bind", "comply"):
        asked = replace(question, message=f"Is OPM's certificate binding? {question.message}")
        return DECIDES.answer(asked, context)
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
    answer=_answer,
    unlike=("levels", "points"),
)
