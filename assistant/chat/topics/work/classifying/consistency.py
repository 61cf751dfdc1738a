"""Consistency inside an agency: a duty, but standards decide."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.filing.agency_report import of_consistency

_WHAT_IS = re.compile(
    r"\bwhat(?:'s|s| is| does)? (?:an? |the )?(?:\w+[- ])?consistency "
    r"(?:review|report|study|check)\b",
    re.IGNORECASE,
)


def _answer(question: Question, context: Context) -> Answer:
    if question.has("report", "days", "due", "deadline", "how long"):
        return of_consistency(question, context)
    same = law(
        "introduction",
        "8",
        "delegated classification authority is exercised consistently throughout",
        "Each agency sees that classification authority is used consistently throughout.",
    )
    route = rule("consistency-route")
    compare = rule("comparison", "5-cfr-511", "position-to-position comparisons")
    if _WHAT_IS.search(question.message):
        return Answer(
            lead=(
                "**A check whether identical, similar and related positions of an agency are "
                "classified alike, by the standard.** An employee may ask the human resources "
                "office of the agency's headquarters for one, naming the other position; and OPM "
                "may require a report on it from the agency after an appeal decision. It can find "
                "that the higher grade is the wrong one, and it decides no appeal."
            ),
            words=(
                law(
                    "introduction",
                    "67",
                    "finds reason to believe that identical, similar, or",
                    "OPM may require a consistency report when it has reason to believe that like "
                    "positions are classified otherwise than the appealed one.",
                ),
                route,
                same,
            ),
            next=("Write down number, title, series, grade and duties of the other position.",),
        )
    if question.has("request") and question.has("say", "contain", "name", "put"):
        return Answer(
            lead=(
                "**The other position's location, title, series, grade and duties, and yours "
                "beside them; and that the positions be reviewed for consistency.** It goes to "
                "the human resources office of your agency's headquarters."
            ),
            words=(route, same),
            next=("Write down number, title, series, grade and duties of the other position.",),
        )
    if question.has("where", "whom", "address", "write to", "request", "what can i do"):
        return Answer(
            lead=(
                "**To the human resources office of your agency's headquarters: ask there, in "
                "writing, that the positions be reviewed for consistency.** Name the other "
                "position's location, title, series, grade and duties. It is no appeal, and the "
                "review may find that the higher grade is the wrong one."
            ),
            words=(route, same, compare),
            next=("Write down number, title, series, grade and duties of the other position.",),
        )
    if question.has("must the agency", "must an agency", "agency do", "agency have to do"):
        return Answer(
            lead=(
                "**Classify each of them by the standard, and change the one that is wrong: the "
                "agency answers for it that like positions are classified alike.** Neither grade "
                "is right because the other exists, so the review may lower the higher one. Where "
                "an employee asks, the human resources office of the agency's headquarters reviews."
            ),
            words=(same, route, compare),
            next=("Set both descriptions side by side against the standard, factor by factor.",),
        )
    return Answer(
        lead=(
            "**Compare with the standard first; other positions only serve to check.** An "
            "agency must classify like positions alike, so a difference you find is a reason "
            "to review both, and the result may be that the higher one was wrong. An employee "
            "can ask the agency's headquarters for a consistency review, but a comparison "
            "decides no appeal."
        ),
        words=(compare, same, route),
        next=("Write down number, title, series, grade and duties of the other position.",),
    )


TOPIC = Topic(
    id="consistency",
    title="consistency among positions of an agency",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
