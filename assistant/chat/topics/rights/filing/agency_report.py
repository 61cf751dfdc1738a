"""What an agency owes OPM when an employee appeals."""

from __future__ import annotations

import re
from datetime import timedelta

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import asked_on, event, last_days, number, state_of, track
from assistant.chat.answering.procedure.days import span_of
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import in_words

_NO_REPORT = re.compile(
    r"\bagency(?:'s)?\b[^.?!]{0,25}\b(?:never|not|no|fails?|failed|refus\w*|ignor\w*)\b[^.?!]{0,25}"
    r"\b(?:send|sends|sent|reports?|furnish\w*|information|answer\w*|respond\w*)\b"
    r"|\bwithout\b[^.?!]{0,12}\bagency(?:'s)?\b[^.?!]{0,20}\b(?:report|information|answer|file)\b"
    r"|\bagency\b[^.?!]{0,6}n't\b[^.?!]{0,12}\b(?:send|report|furnish|answer|respond)\w*\b",
    re.IGNORECASE,
)
_OPM_MAY = re.compile(r"\b(?:can|may|could|will|does)\b[^.?!]{0,8}\bopm\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked what OPM does when the agency sends nothing."""
    asked = _NO_REPORT.search(question.message) and question.has("opm", "report")
    return bool(asked) and track(question, context) == "gs" and not question.decision


def of_consistency(question: Question, context: Context) -> Answer:
    """Return by when a report on consistency within the agency is due."""
    days = number("consistency-report")
    when = event(question, context) if question.dates else None
    head = (
        f"**{days} days from the date of OPM's letter that asks for a report on consistency within "
        "the agency:**"
    )
    if when is not None:
        last = last_days(
            "consistency-report",
            question,
            context,
            "opm_decision",
            "consistency_letter",
            issued=when.earliest,
        )
        if last is not None:
            due = f"{in_words(last[0])} ({state_of(last[0], asked_on(question, context))})"
            head = f"**On {due}: {days} days from the date of OPM's letter.**"
    return Answer(
        lead=(
            f"{head} By then OPM must have the statement that like positions are classified alike, "
            "or the plan for reviewing them."
        ),
        words=(quoted_rule("consistency-report", "introduction"),),
        next=("The plan says which positions are reviewed, by whom and until when.",),
    )


def _of_statement(question: Question) -> Answer | None:
    """Say whether the supervisor's statement is fresh enough, where its age is told."""
    if not question.has("statement", "certif", "signed", "supervisor"):
        return None
    age, fresh = span_of(question.message), number("supervisor-statement")
    if age is None and not question.has("how old", "how recent", "how fresh"):
        return None
    if age is None:
        head = f"{fresh} days at most"
    else:
        head = "No, it is too old" if age > fresh else "Yes, it is fresh enough"
    return Answer(
        lead=(
            f"**{head}: the supervisor's signed statement that the position description is "
            f"complete and accurate must not be older than {fresh} days.** It belongs to the "
            "agency's report on the appeal."
        ),
        words=(quoted_rule("supervisor-statement", "introduction"),),
        next=("Have the supervisor sign and date a new statement.",),
    )


def _answer(question: Question, context: Context) -> Answer:
    if question.has("consisten", "inconsisten"):
        return of_consistency(question, context)
    stated = _of_statement(question)
    if stated is not None:
        return stated
    report = law(
        "introduction",
        "69",
        "agency should also forward an administrative report",
        "With an employee's appeal the agency sends an administrative report.",
        section="Appendix 4, J.2",
    )
    furnish = rule(
        "agency-furnishes",
        "introduction",
        "employing agency will provide all information requested",
    )
    days, fresh = number("agency-furnishes"), number("supervisor-statement")
    record = rule("record-open", "introduction", "copies of all information forwarded to OPM")
    if _sure(question, context) or question.has(
        "ignore", "doesn't answer", "does not answer", "not answer"
    ):
        head = "Yes: " if _OPM_MAY.search(question.message) else "Then "
        lead = (
            f"**{head}OPM may decide the appeal on the record it has.** The agency must send what "
            f"OPM asks for within {days} calendar days, unless OPM grants longer."
        )
        words: tuple[Words, ...] = (furnish, report)
    elif question.dates and question.has("due", "by when", "when", "last day", "until", "deadline"):
        when = event(question, context)
        last = (when.latest if when is not None else question.dates[0]) + timedelta(days=days)
        lead = (
            f"**On {in_words(last)} ({state_of(last, asked_on(question, context))}): {days} "
            "calendar "
            "days from OPM's request, unless OPM grants longer.** Without the report OPM may "
            "decide "
            "on the record it has."
        )
        words = (furnish, report)
    elif question.has("how long", "how many days", "our time", "deadline", "not older", "90"):
        lead = (
            f"**{days} calendar days, unless OPM grants longer: then OPM may decide on the record "
            "it has.** The supervisor's signed statement that the description is complete and "
            f"accurate must not be older than {fresh} days."
        )
        words = (
            furnish,
            quoted_rule("supervisor-statement", "introduction"),
            report,
        )
    elif question.has("evaluation") and question.has("won't", "wont", "refuse", "give me", "get"):
        lead = (
            "**In an appeal, no: you get copies of everything the agency sends OPM about it, and "
            "the evaluation statement belongs to that.** Before an appeal the rules held here name "
            "no right to it; a notice of a downgrade must give the reasons. Ask in writing."
        )
        words = (record, rule("notice-written", "introduction"), report)
    elif question.has("copies", "copy"):
        lead = (
            "**Yes: the appellant or the representative gets copies of everything the agency sends "
            "OPM about the appeal**, and may read OPM's record."
        )
        words = (record, report)
    else:
        lead = (
            "**An administrative report: the position description and the evaluation statement, "
            "organization charts, a recent signed statement of the supervisor that the description "
            "is complete and accurate, the SF-50, earlier decisions on the position, the "
            "supervisor's own description, performance standards, and the agency's answer to each "
            "point of the appeal.** The appellant gets copies of it."
        )
        words = (report, furnish, record)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "For a supervisory position add the subordinates' descriptions that set the base "
                "level."
            ),
            "Say where the agency disagrees with the employee's account of the work, and why.",
        ),
    )


TOPIC = Topic(
    id="agency-report",
    title="what the agency sends OPM",
    answer=_answer,
    sure=_sure,
    cues=("agency",),
    unlike=("levels", "points", "decision"),
)
