"""No time limit on a classification appeal as such."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import case_action, number, track
from assistant.chat.answering.procedure.lateness import asks_if_late
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.passing import asks_if_still
from assistant.chat.topics.rights.deadlines.lowered_how_long import TOPIC as LOWERED

_WAITS = re.compile(
    r"\b(?:if|when) (?:i|we) (?:\w+ )?(?:wait\w*|put it off|let it (?:sit|go|lie|ride)|hold off|"
    r"sit on it|delay|do nothing|don't (?:\w+ )?(?:file|appeal|act))|"
    r"\blose (?:anything|something)? ?by waiting\b",
    re.IGNORECASE,
)
"""Asks what becomes of an appeal that is put off."""


def _answer(question: Question, context: Context) -> Answer | None:
    days = number("retroactive-first-filing")
    if track(question, context) == "fws":
        return Answer(
            lead=(
                "**No limit for the first step: a wage employee may ask the agency for a review "
                "of the job at any time.** After the agency's decision the appeal to OPM is due "
                f"{number('fws-opm-filing')} calendar days from the day it is received; and where "
                f"a downgrade cost pay, the first application within {days} calendar days of the "
                "day it took effect."
            ),
            words=(
                rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
                quoted_rule("fws-opm-filing", "5-cfr-532"),
            ),
        )
    if case_action(context) is not None:
        # The case itself tells of a grade lowered, and of the day from which the days run.
        return LOWERED.answer(question, context)
    if _WAITS.search(question.message):
        return Answer(
            lead=(
                "**The right to appeal stays: there is no time limit, and waiting loses you no "
                "part of it.** What it costs is money: a higher grade is paid from the personnel "
                f"action on, not for the past; and where grade or pay was lost, {days} calendar "
                "days from the day it took effect count for the lost pay."
            ),
            words=(
                rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
                rule(
                    "no-back-pay",
                    "introduction",
                    "no entitlement exists for compensation at the higher grade",
                ),
            ),
            next=("Was your grade or pay lowered? Say when, and the days are counted.",),
        )
    none = "There"
    if asks_if_late(question):
        none = "Yes: there" if asks_if_still(question) else "No: there"
    return Answer(
        lead=(
            f"**{none} is no time limit: you may appeal the classification of your position at "
            "any time, however long ago it was set.** Someone who disagrees with an agency "
            "decision should still appeal promptly; and only where grade or pay was lost do "
            f"{days} calendar days count, for the lost pay alone."
        ),
        words=(
            rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
            rule("time", "5-cfr-511", "time limits in § 511.703 must be observed"),
        ),
        next=(
            "A higher grade is paid only from the personnel action on, so waiting costs money.",
            "Was your grade or pay lowered? Say when, and the days are counted.",
        ),
    )


TOPIC = Topic(
    id="deadline-in-general",
    title="whether an appeal has a time limit",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
